use serde_json::Value;

use super::{
    Action, ChatCdr, InboundCall, InboundCallEvent, PhoneCdr, Query, RecordPush, Response, SpecifiedSeat,
    SpecifiedSeatReply, VideoCdr, VoicemailPush,
};
use crate::error::Error;
use crate::extra::Extra;
use crate::json::{ValueRef, trim};
use crate::model::open_enum::{is_word, word};
use crate::model::tagged::all_spellings_say;
use crate::model::{Context, Fit, Redact, View, inspect_query, read_request};
use crate::reply::Reply;
use crate::report::{Code, Finding, Inspected, JsonType, Report};
use crate::request::{FromRequest, Overview, ReadRequest, in_query, kept_id, of_parameters};

/// The header that identifies one push: `X-TCCC-PUSH-UUID`.
///
/// TCCC pushes again, at most three times, until the reply's `ErrCode` is 0 ([`Response::ok`](super::Response::ok)).
/// Each attempt carries the same value in this header. If you have stored that value before, you have already seen the
/// push: acknowledge it and do nothing else. A retry may arrive after later pushes, so do not count on any order; go by
/// the record's own instants and its `SessionId`.
///
/// Header names are not case-sensitive. Source: [数据推送前置说明](https://cloud.tencent.com/document/product/679/67256) (data
/// push prerequisites), in English [Preliminary Explanation](https://www.tencentcloud.com/document/product/1229/59640).
///
/// ```
/// use std::collections::HashSet;
///
/// use callhook::tccc::{PUSH_UUID_HEADER, Response};
///
/// fn handle<'a>(header: impl Fn(&str) -> Option<&'a str>, seen: &mut HashSet<String>) -> Response {
///     let uuid = header(PUSH_UUID_HEADER).unwrap_or_default();
///     if seen.contains(uuid) {
///         return Response::ok();
///     }
///     // Read and store the push here. If that fails, return `Response::error`, so that the vendor pushes again.
///     if !uuid.is_empty() {
///         seen.insert(uuid.to_owned());
///     }
///     Response::ok()
/// }
///
/// let headers = |name: &str| (name == "X-TCCC-PUSH-UUID").then_some("8d8ac610");
/// let mut seen = HashSet::new();
/// assert_eq!(handle(headers, &mut seen), Response::ok());
/// assert_eq!(handle(headers, &mut seen), Response::ok());
/// assert_eq!(seen.len(), 1);
/// ```
#[doc(alias = "X-TCCC-PUSH-UUID")]
pub const PUSH_UUID_HEADER: &str = "X-TCCC-PUSH-UUID";

/// The one documented version.
const VERSION: &str = "1";

tagged! {
    /// A request from TCCC: a push, which the `action` of its URL query names, or a callback that waits for a decision.
    #[derive(Eq, Hash)]
    pub enum Push: Action => Overview<'_>, Other(OtherPush) {
        /// The record of a phone call, `action=cdr`.
        Phone(Box<PhoneCdr>) = Cdr, "cdr", |cdr| acknowledged(cdr.sdk_app_id, &cdr.session_id);
        /// The record of a chat, `action=imcdr`.
        Chat(Box<ChatCdr>) = ImCdr, "imcdr", |cdr| acknowledged(cdr.sdk_app_id, &cdr.session_id);
        /// The record of a video call, `action=videoCdr`.
        Video(Box<VideoCdr>) = VideoCdr, "videoCdr", |cdr| acknowledged(cdr.sdk_app_id, &cdr.session_id);
        /// The recording of a call, `action=record`.
        Record(Box<RecordPush>) = Record, "record", |push| acknowledged(push.sdk_app_id, &push.session_id);
        /// A customer's message, `action=voicemail`.
        Voicemail(Box<VoicemailPush>) = Voicemail, "voicemail", |push| acknowledged(push.sdk_app_id, &push.session_id);
        /// An IVR asks who may take a call, `action=specifiedSeat`. It waits for a [`SpecifiedSeatReply`].
        SpecifiedSeat(Box<SpecifiedSeat>) = SpecifiedSeat, "specifiedSeat", |seat| waiting(seat.sdk_app_id, None);
        /// An incoming call; the query has no `action`. It waits for an
        /// [`InboundCallReply`](super::InboundCallReply).
        InboundCall(Box<InboundCall>), "CallInBound", |call| waiting(Some(call.sdk_app_id), Some(&call.session_id));
    }
}

/// A push that is acknowledged.
fn acknowledged(sdk_app_id: u64, session_id: &str) -> Overview<'_> {
    Overview { acknowledgement: Some(|| Response::ok().into()), ..waiting(Some(sdk_app_id), Some(session_id)) }
}

/// A callback that waits for a decision, or may do so.
fn waiting(sdk_app_id: Option<u64>, session_id: Option<&str>) -> Overview<'_> {
    Overview { acknowledgement: None, sdk_app_id, session_id }
}

/// A push whose `action` this crate does not know, kept whole. It may be a callback that waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct OtherPush {
    /// The query's `action`.
    pub action: Action,
    /// The whole body.
    pub body: Extra,
}

impl OtherPush {
    fn overview(&self) -> Overview<'_> {
        let as_number = self.body.get("SdkAppId").and_then(Value::as_u64);
        let sdk_app_id = as_number.or_else(|| kept_id(&self.body, "SdkAppId")?.parse().ok());
        waiting(sdk_app_id, kept_id(&self.body, "SessionId"))
    }
}

impl Redact for OtherPush {
    fn write_as<S: serde::Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        self.body.write_as(view, to)
    }
}

impl Push {
    /// Reads a request: its URL query, or whole URL, says what its body is.
    ///
    /// Any `version`, or none, is accepted. The version itself is in [`Query`], which [`Query::parse`] returns. Store
    /// the query with the body, so that the push can be read again. The [module's page](super#how-to-reply) says what
    /// to reply if reading fails.
    ///
    /// # Errors
    ///
    /// Returns [`Error::Missing`] with the path `?action` if the query has no `action` and the body is not an
    /// incoming call; otherwise the errors of [`from_slice`](crate::from_slice).
    ///
    /// ```
    /// use callhook::tccc::Push;
    ///
    /// let body = br#"{"SdkAppId":1400000214,"SessionId":"e97be0ab","Caller":"008602066247698"}"#;
    /// let push = Push::from_request("action=cdr&version=1", body)?;
    /// assert_eq!(push.event_name(), "cdr");
    /// assert_eq!(push.acknowledgement().unwrap().body(), r#"{"ErrMsg":"","ErrCode":0}"#);
    ///
    /// let error = Push::from_request("", body).unwrap_err();
    /// assert_eq!(error.paths(), ["?action"]);
    /// # Ok::<(), callhook::Error>(())
    /// ```
    pub fn from_request(query: &str, body: &[u8]) -> Result<Self, Error> {
        Self::read(query, body, Context::default).map(|inspected| inspected.value)
    }

    /// Reads a request as [`from_request`](Self::from_request) does, and reports every adjustment it had to make.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`from_request`](Self::from_request).
    pub fn inspect_request(query: &str, body: &[u8]) -> Result<Inspected<Self>, Error> {
        Self::read(query, body, Context::reporting)
    }

    fn read(query: &str, body: &[u8], context: fn() -> Context) -> Result<Inspected<Self>, Error> {
        let (mut push, of_query) = match inspect_query::<Query>(query, context()) {
            Ok(query) => (Ok(Self::of_query(&query.value)), Self::report_query(&query)),
            Err(error) => (Err(error), Report::default()),
        };
        let mut report = read_request(body, context(), &mut |root, cx| {
            if push.is_err() && Self::is_inbound_call(root, cx) {
                push = Ok(Self::InboundCall(Box::default()));
            }
            if let Ok(push) = &mut push {
                push.fill(root, cx);
            }
        })?;
        report.prepend(of_query);
        push.map(|value| Inspected { value, report })
    }

    /// An empty push of the kind that a query names.
    fn of_query(query: &Query) -> Self {
        Self::of_tag(&query.action)
            .unwrap_or_else(|| Self::Other(OtherPush { action: query.action.clone(), body: Extra::new() }))
    }

    /// Reads a body as the payload of this push.
    fn fill(&mut self, root: ValueRef<'_>, cx: &mut Context) {
        if !self.fill_variant(root, cx)
            && let Self::Other(other) = self
        {
            // The finding at the query's parameter stands for all keys.
            other.body = cx.keep(root);
        }
    }

    /// Whether a body asks what to do with an incoming call. Its query says nothing.
    fn is_inbound_call(root: ValueRef<'_>, cx: &mut Context) -> bool {
        let may_be_object = |value: ValueRef<'_>| {
            let is_text = value.as_str().is_some_and(|text| text.trim_start().starts_with('{'));
            is_text || value.is_object() || value.only_item().is_some_and(ValueRef::is_object)
        };
        all_spellings_say("Event", root, is_word, &mut |event| word(event) == Some(InboundCallEvent::CallInBound))
            && all_spellings_say("CallInBound", root, may_be_object, &mut |call| {
                cx.read_wrapped(call, &mut |_, _| Fit::Read) == Fit::Read
            })
    }

    /// What a report says about a query.
    fn report_query(query: &Inspected<Query>) -> Report {
        let other_version = query.value.version.as_ref().filter(|version| *version != VERSION);
        let of_version =
            other_version.map(|_| Finding::new(in_query("version"), Code::OtherVersion, VERSION, JsonType::String));
        of_parameters(&query.report, &["action", "version"]).into_iter().chain(of_version).collect()
    }

    /// What the push is; `None` for an incoming call, whose query has no `action`.
    pub fn action(&self) -> Option<Action> {
        match self {
            Self::Other(other) => Some(other.action.clone()),
            known => Action::listed(known.event_name()),
        }
    }

    /// The reply that stops retries; `None` for a callback that waits for a decision, and for a push that this crate
    /// does not know.
    #[must_use = "a reply does nothing until it is sent"]
    pub fn acknowledgement(&self) -> Option<Reply> {
        self.overview().acknowledgement.map(|reply| reply())
    }

    /// The reply that reports a failure on your side, with status 503. `None` for an incoming call, whose reply has no
    /// such form, and for a push that this crate does not know; then answer with status 503 and no body.
    #[must_use = "a reply does nothing until it is sent"]
    pub fn failure(&self, message: &str) -> Option<Reply> {
        let reply: Reply = match self {
            Self::SpecifiedSeat(request) => SpecifiedSeatReply::error(request, 1, message).into(),
            Self::InboundCall(_) | Self::Other(_) => return None,
            _ => Response::error(1, message).into(),
        };
        Some(reply.with_status(503))
    }

    /// The application (SDKAppID) that the request is for; `None` if the body does not say. For a push that this crate
    /// does not know, also `None` if the key is spelled differently, or if its value is neither an integer nor the text
    /// of one.
    pub fn sdk_app_id(&self) -> Option<u64> {
        self.overview().sdk_app_id
    }

    /// The id of the call or chat; `None` if the body does not say. For a push that this crate does not know, also
    /// `None` if the key is spelled differently, or if its value is not a text.
    pub fn session_id(&self) -> Option<&str> {
        self.overview().session_id
    }
}

impl FromRequest for Push {
    const BY_QUERY: Option<(&'static str, ReadRequest<Self>)> = Some(("action", Self::read));

    fn of_body(root: ValueRef<'_>, cx: &mut Context) -> Option<Self> {
        Self::is_inbound_call(root, cx).then(|| {
            let mut push = Self::InboundCall(Box::default());
            push.fill(root, cx);
            push
        })
    }

    fn overview(&self) -> Overview<'_> {
        self.overview()
    }

    fn failure(&self, message: &str) -> Option<Reply> {
        self.failure(message)
    }

    fn delivery_id(headers: &dyn Fn(&str) -> Option<String>, _: &str) -> Option<String> {
        let id = |name: &str| headers(name).map(|id| trim(&id).to_owned()).filter(|id| !id.is_empty());
        // Plain maps, such as those of AWS Lambda, have the names in lower case.
        id(PUSH_UUID_HEADER).or_else(|| id(&PUSH_UUID_HEADER.to_ascii_lowercase()))
    }
}
