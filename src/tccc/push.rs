use serde::{Serialize, Serializer};

use super::{Action, ChatCdr, PhoneCdr, Query, RecordPush, VideoCdr, VoicemailPush};
use crate::error::Error;
use crate::extra::Extra;
use crate::report::{Code, Finding, Inspected, JsonType};
use crate::wire::body::{self, Read, Reading};
use crate::wire::notes::Notes;

/// The header that names one push: `X-TCCC-PUSH-UUID`.
///
/// TCCC pushes again, three times at most, until the reply's `ErrCode` is 0 ([`Response::ok`](super::Response::ok)). Each
/// try carries the same value in this header, so a value that you have stored already is a push that you have seen: answer
/// it with `ok` and do no more. A retry may arrive after later pushes, so do not count on any order; go by the record's own
/// instants and its `SessionId`.
///
/// Header names have no case. Not in the older documents; source: the page
/// [数据推送前置说明](https://cloud.tencent.com/document/product/679/67256) (data push prerequisites), in English
/// [Preliminary Explanation](https://www.tencentcloud.com/document/product/1229/59640).
///
/// ```
/// use std::collections::HashSet;
///
/// use callhook::tccc::{PUSH_UUID_HEADER, Response};
///
/// fn handle<'a>(header: impl Fn(&str) -> Option<&'a str>, seen: &mut HashSet<String>) -> Response {
///     let uuid = header(PUSH_UUID_HEADER).unwrap_or_default();
///     if !uuid.is_empty() && !seen.insert(uuid.to_owned()) {
///         return Response::ok();
///     }
///     // Read and store the push here.
///     Response::ok()
/// }
///
/// let headers = |name: &str| (name == "X-TCCC-PUSH-UUID").then_some("8d8ac610");
/// let mut seen = HashSet::new();
/// assert_eq!(handle(headers, &mut seen), Response::ok());
/// assert_eq!(handle(headers, &mut seen), Response::ok());
/// assert_eq!(seen.len(), 1);
/// ```
pub const PUSH_UUID_HEADER: &str = "X-TCCC-PUSH-UUID";

/// The one version that the vendor's pages know.
const VERSION: &str = "1";

/// One push of TCCC's data push, read as what its query's `action` says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Push {
    /// A phone call's record, `action=cdr`.
    Phone(Box<PhoneCdr>),
    /// A chat's record, `action=imcdr`.
    Chat(Box<ChatCdr>),
    /// A video call's record, `action=videoCdr`.
    Video(Box<VideoCdr>),
    /// A call's recording, `action=record`.
    Record(Box<RecordPush>),
    /// A customer's message, `action=voicemail`.
    Voicemail(Box<VoicemailPush>),
    /// A push whose action this crate does not know.
    Other(OtherPush),
}

/// A push whose `action` this crate does not know, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OtherPush {
    /// The query's `action`.
    pub action: Action,
    /// The whole body.
    pub body: Extra,
}

impl Push {
    /// Reads a request: its URL query (with or without a leading `?`) tells what its body is.
    ///
    /// A `version` other than 1, or none, does not hinder: the body is read all the same. The version itself is in
    /// [`Query`], which [`Query::parse`] gives.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`] where the query has no `action` (its path is `?action`); else as [`from_slice`](crate::from_slice).
    ///
    /// ```
    /// use callhook::tccc::{Push, Response};
    ///
    /// fn handle(query: &str, body: &[u8]) -> Response {
    ///     match Push::from_request(query, body) {
    ///         Ok(Push::Phone(cdr)) => println!("{:?} called {:?}", cdr.caller, cdr.callee),
    ///         Ok(other) => println!("{other:?}"),
    ///         Err(error) => return Response::error(1, error.to_string()),
    ///     }
    ///     Response::ok()
    /// }
    ///
    /// let body = br#"{"SdkAppId":1400000214,"SessionId":"e97be0ab","Caller":"008602066247698"}"#;
    /// assert_eq!(handle("action=cdr&version=1", body), Response::ok());
    /// ```
    #[inline]
    pub fn from_request(query: &str, body: &[u8]) -> Result<Self, Error> {
        let query = Query::parse(query)?;
        body::read_plainly(&ByAction(query.action), body::decode(body)?.0)
    }

    /// Reads a request as [`from_request`](Self::from_request) does, and tells what was bent to read it.
    ///
    /// # Errors
    ///
    /// As [`from_request`](Self::from_request).
    #[inline]
    pub fn inspect_request(query: &str, body: &[u8]) -> Result<Inspected<Self>, Error> {
        let query = Query::parse(query)?;
        let mut inspected = body::read_inspecting(&ByAction(query.action), body)?;
        if query.version.is_some_and(|version| version != VERSION) {
            let finding = Finding::new("?version".to_owned(), Code::OtherVersion, VERSION, JsonType::String);
            inspected.report.push_first([finding]);
        }
        Ok(inspected)
    }

    /// What the push is.
    pub fn action(&self) -> Action {
        match self {
            Self::Phone(_) => Action::Cdr,
            Self::Chat(_) => Action::ImCdr,
            Self::Video(_) => Action::VideoCdr,
            Self::Record(_) => Action::Record,
            Self::Voicemail(_) => Action::Voicemail,
            Self::Other(other) => other.action.clone(),
        }
    }
}

/// Reads a body as what an action says.
struct ByAction(Action);

impl Reading for ByAction {
    type Out = Push;

    fn begin(&self, _: &str) -> Push {
        match &self.0 {
            Action::Cdr => Push::Phone(Box::default()),
            Action::ImCdr => Push::Chat(Box::default()),
            Action::VideoCdr => Push::Video(Box::default()),
            Action::Record => Push::Record(Box::default()),
            Action::Voicemail => Push::Voicemail(Box::default()),
            Action::Other(_) => Push::Other(OtherPush { action: self.0.clone(), body: Extra::new() }),
        }
    }

    fn read_text<N: Notes>(&self, out: &mut Push, text: &str, notes: &mut N) -> Result<(), Error> {
        match out {
            Push::Phone(cdr) => cdr.read_text(text, notes),
            Push::Chat(cdr) => cdr.read_text(text, notes),
            Push::Video(cdr) => cdr.read_text(text, notes),
            Push::Record(push) => push.read_text(text, notes),
            Push::Voicemail(push) => push.read_text(text, notes),
            Push::Other(other) => other.body.read_text(text, notes),
        }
    }
}

/// Writes the body; the action goes into the query.
impl Serialize for Push {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Phone(cdr) => cdr.serialize(serializer),
            Self::Chat(cdr) => cdr.serialize(serializer),
            Self::Video(cdr) => cdr.serialize(serializer),
            Self::Record(push) => push.serialize(serializer),
            Self::Voicemail(push) => push.serialize(serializer),
            Self::Other(other) => other.body.serialize(serializer),
        }
    }
}
