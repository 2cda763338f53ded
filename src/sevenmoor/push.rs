use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{AnsweredPush, CallEvent, CallPush, CallRecord, CallType, LoginPush, MediaFailReason, PushType};
use crate::error::Error;
use crate::extra::Extra;
use crate::wire::body::{self, Payload, Read as _};
use crate::wire::input::{Input, find_byte};
use crate::wire::node::{Entry, Node, below};
use crate::wire::notes::{Notes, Step};
use crate::wire::scalar::{Codec, Plain, Read};
use crate::wire::source::{Source, Stop};
use crate::wire::tagged;

/// One push of 7moor's event push, read as the event that it is.
///
/// `pushType` says which event it is, wherever it stands in the body. The last one counts if there are several; upper
/// and lower case do not matter. A known `pushType` decides alone, however odd the other fields are; an unknown one is
/// [`Other`](Self::Other).
///
/// Some events come without `pushType`. Then the shape decides, by the first of these rules that fits. "Has" means with
/// a value: a key with `""`, `null` or `[]` is as good as none.
///
/// | the body has | it is |
/// |---|---|
/// | `cdrType`, `billCalls`, `totalDuration` or `hangUpSide` | [`CallRecord`](Self::CallRecord) |
/// | `preMediaFailureReason`, `preMediaCode` or `preMediaKeyWord` | [`MediaFailReason`](Self::MediaFailReason) |
/// | `content`, an object that has `callEvent` `calling`, `ring` or `hangup` | [`Other`](Self::Other) |
/// | `content`, an object that has another `callEvent`, or `callType` | [`Answered`](Self::Answered) |
/// | `statusName` or `statusNumber` | [`AgentStatus`](Self::AgentStatus) |
/// | `callEvent` `link` | [`Answered`](Self::Answered) |
/// | `callEvent` `ring` and `callType` `incoming` | [`IncomingRing`](Self::IncomingRing) |
/// | `callEvent` `hangup` and `callType` `incoming` | [`IncomingHangup`](Self::IncomingHangup) |
/// | `callEvent` `ring` and another `callType` of the page | [`DialoutRing`](Self::DialoutRing) |
/// | `callEvent` `hangup` and another `callType` of the page | [`DialoutHangup`](Self::DialoutHangup) |
/// | any other `callEvent` or `callType` | [`Call`](Self::Call) |
/// | `logoutType` | [`Logout`](Self::Logout) |
/// | `loginType` | [`Login`](Self::Login) |
/// | none of these | [`Other`](Self::Other) |
///
/// The page shows the incoming ring with the sample of another event, so its `pushType`, if it has one, is not
/// known: an incoming ring with a `pushType` of its own is an [`Other`](Self::Other), which
/// [`OtherPush::read_as`] reads all the same.
///
/// ```
/// use callhook::sevenmoor::Push;
///
/// fn handle(body: &[u8]) -> Result<(), callhook::Error> {
///     match Push::from_slice(body)? {
///         Push::DialoutRing(call) => println!("agent {:?} is calling {:?}", call.agent_number, call.customer_number),
///         Push::CallRecord(record) => println!("{:?} talked for {:?}", record.agent_number, record.bridge_duration),
///         Push::Login(login) => println!("{:?} is here", login.agent_name),
///         other => println!("{}", other.event_name()),
///     }
///     Ok(())
/// }
///
/// handle(br#"{"pushType":"dialoutRing","agentNumber":"20001","customerNumber":"17319132391"}"#)?;
/// # Ok::<(), callhook::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Push {
    /// An outbound call rings at the agent: `dialoutRing`.
    DialoutRing(CallPush),
    /// An outbound call was hung up: `dialoutHangup`.
    DialoutHangup(CallPush),
    /// An inbound call rings at the agent.
    IncomingRing(CallPush),
    /// An inbound call was hung up. Its sample has no `pushType`.
    IncomingHangup(CallPush),
    /// The customer answered, or was answered. Its sample has no `pushType`.
    Answered(AnsweredPush),
    /// An agent's status changed: `callStatus`.
    AgentStatus(CallPush),
    /// A call's record: `cdr`.
    CallRecord(Box<CallRecord>),
    /// Why media recognition hung up: `mediaFailreason`.
    MediaFailReason(MediaFailReason),
    /// An agent logged in at the tool bar: `login`.
    Login(LoginPush),
    /// An agent logged out at the tool bar: `logout`.
    Logout(LoginPush),
    /// Something else happened to a call, said without `pushType`: it is being dialled, for instance.
    Call(CallPush),
    /// An event that this crate does not know.
    Other(OtherPush),
}

/// An event that this crate does not know, whole.
///
/// ```
/// use callhook::sevenmoor::{CallPush, Push};
///
/// let body = br#"{"pushType":"incomingRing","callType":"incoming","agentNumber":2000}"#;
/// let Push::Other(other) = Push::from_slice(body)? else { unreachable!() };
/// assert_eq!(other.push_type.as_ref().unwrap(), "incomingRing");
/// assert_eq!(other.body["agentNumber"], 2000);
///
/// let call: CallPush = other.read_as()?;
/// assert_eq!(call.agent_number.as_deref(), Some("2000"));
/// # Ok::<(), callhook::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct OtherPush {
    /// The body's `pushType`; `None` where it has none, and looks like no event of the page.
    pub push_type: Option<PushType>,
    /// The whole body, its `pushType` included. It alone is written.
    pub body: Extra,
}

impl OtherPush {
    /// Reads the body as an event of the page nonetheless.
    ///
    /// # Errors
    ///
    /// As [`from_slice`](crate::from_slice): where the body lacks an identity of the type. The types of this module
    /// have none.
    pub fn read_as<T: Payload>(&self) -> Result<T, Error> {
        body::from_str(&serde_json::to_string(&self.body).map_err(Error::NotJson)?)
    }
}

impl Push {
    /// Reads a body; the same as [`callhook::from_slice`](crate::from_slice).
    ///
    /// # Errors
    ///
    /// [`Error`]: the body is no JSON object.
    #[inline]
    pub fn from_slice(body: &[u8]) -> Result<Self, Error> {
        body::from_slice(body)
    }

    /// The body's `pushType`, if it came with one that can be read.
    pub fn push_type(&self) -> Option<&PushType> {
        match self {
            Self::CallRecord(record) => record.push_type.as_ref(),
            Self::MediaFailReason(reason) => reason.push_type.as_ref(),
            Self::Login(login) | Self::Logout(login) => login.push_type.as_ref(),
            Self::Other(other) => other.push_type.as_ref(),
            _ => self.call()?.push_type.as_ref(),
        }
    }

    /// What the event is called: its `pushType`, or after the same manner `incomingRing`, `incomingHangup`, `link` for
    /// an answered call, `call` and `other`.
    pub fn event_name(&self) -> &'static str {
        match self {
            Self::DialoutRing(_) => "dialoutRing",
            Self::DialoutHangup(_) => "dialoutHangup",
            Self::IncomingRing(_) => "incomingRing",
            Self::IncomingHangup(_) => "incomingHangup",
            Self::Answered(_) => "link",
            Self::AgentStatus(_) => "callStatus",
            Self::CallRecord(_) => "cdr",
            Self::MediaFailReason(_) => "mediaFailreason",
            Self::Login(_) => "login",
            Self::Logout(_) => "logout",
            Self::Call(_) => "call",
            Self::Other(_) => "other",
        }
    }

    /// The call, of every event that has the call events' fields. A record is no such event.
    pub fn call(&self) -> Option<&CallPush> {
        match self {
            Self::DialoutRing(call)
            | Self::DialoutHangup(call)
            | Self::IncomingRing(call)
            | Self::IncomingHangup(call)
            | Self::AgentStatus(call)
            | Self::Call(call) => Some(call),
            Self::Answered(answered) => Some(&answered.call),
            Self::CallRecord(_) | Self::MediaFailReason(_) | Self::Login(_) | Self::Logout(_) | Self::Other(_) => None,
        }
    }
}

const TAG: &str = "pushType";

impl Push {
    /// The event that a `pushType` says, with nothing in it.
    fn of_type(push_type: &PushType) -> Self {
        match push_type {
            PushType::DialoutRing => Self::DialoutRing(CallPush::default()),
            PushType::DialoutHangup => Self::DialoutHangup(CallPush::default()),
            PushType::CallStatus => Self::AgentStatus(CallPush::default()),
            PushType::Cdr => Self::CallRecord(Box::default()),
            PushType::MediaFailreason => Self::MediaFailReason(MediaFailReason::default()),
            PushType::Login => Self::Login(LoginPush::default()),
            PushType::Logout => Self::Logout(LoginPush::default()),
            PushType::Other(_) => Self::empty(),
        }
    }

    /// Reads the entries of the event that it is.
    fn fill<N: Notes>(&mut self, from: &mut Source<'_, '_>, notes: &mut N) -> Result<(), Stop> {
        match self {
            Self::CallRecord(record) => record.read_entries(from, notes),
            Self::MediaFailReason(reason) => reason.read_entries(from, notes),
            Self::Login(login) | Self::Logout(login) => login.read_entries(from, notes),
            Self::DialoutRing(call)
            | Self::DialoutHangup(call)
            | Self::IncomingRing(call)
            | Self::IncomingHangup(call)
            | Self::AgentStatus(call)
            | Self::Call(call) => call.read_entries(from, notes),
            Self::Answered(answered) => answered.read_entries(from, notes),
            Self::Other(other) => {
                *other = OtherPush::read_held(tagged::hold(from, notes)?, notes)?;
                Ok(())
            }
        }
    }

    /// What a body without `pushType` is, with nothing in it yet, by its shape.
    fn of_shape(shape: Shape) -> Self {
        match shape {
            Shape::CallRecord => Self::CallRecord(Box::default()),
            Shape::MediaFailReason => Self::MediaFailReason(MediaFailReason::default()),
            Shape::Wrapped => Self::Answered(AnsweredPush::default()),
            Shape::Call => Self::Call(CallPush::default()),
            Shape::Logout => Self::Logout(LoginPush::default()),
            Shape::Login => Self::Login(LoginPush::default()),
            Shape::Other => Self::empty(),
        }
    }
}

/// The `pushType` that a text seems to have: the word behind the first such key. It may be another object's, or not the
/// last one.
fn announced(text: &str) -> Option<PushType> {
    // Its rarest letter leads to it.
    const RARE: usize = 4;
    const { assert!(TAG.as_bytes()[RARE] == b'T') };
    let mut at = RARE;
    let value = loop {
        at += find_byte(text.get(at..)?, b'T')?;
        let key = text.get(at - RARE..).and_then(|rest| rest.strip_prefix(TAG));
        match key.and_then(|rest| rest.strip_prefix('"')) {
            Some(value) => break value,
            None => at += 1,
        }
    };
    let word = value.trim_ascii_start().strip_prefix(':')?.trim_ascii_start().strip_prefix('"')?;
    <Plain as Codec<PushType>>::documented_text(&word[..find_byte(word, b'"')?])
}

/// What a body without `pushType` looks like, in the order in which it is asked.
#[derive(Clone, Copy)]
enum Shape {
    CallRecord,
    MediaFailReason,
    /// An answered call in its `content`.
    Wrapped,
    /// One of the call events.
    Call,
    Logout,
    Login,
    Other,
}

/// Keys by which a shape is told.
const RECORD: &[&str] = &["cdrType", "billCalls", "totalDuration", "hangUpSide"];
const MEDIA: &[&str] = &["preMediaFailureReason", "preMediaCode", "preMediaKeyWord"];
const CONTENT: &str = "content";
const EVENT: &str = "callEvent";
const CALL_TYPE: &str = "callType";
const CALL: &[&str] = &[EVENT, CALL_TYPE, "statusName", "statusNumber"];
const LOGOUT: &[&str] = &["logoutType"];
const LOGIN: &[&str] = &["loginType"];

/// Leaves of each key that tells a shape before the one that was found only the spelling that counts: what is kept of
/// it does not keep the order that says which it is, and what is written must not be read as another shape.
fn settle_spellings<N: Notes>(entries: &mut Vec<Entry<'_>>, found: Shape, notes: &mut N) {
    let before = [RECORD, MEDIA, &[CONTENT], CALL, LOGOUT, LOGIN].into_iter().take(found as usize);
    for key in before.flatten() {
        tagged::settle_spelling(entries, key, notes);
    }
    if (found as usize) <= Shape::Wrapped as usize {
        return;
    }
    let inner = tagged::find(entries.iter_mut().map(|(name, node)| (&**name, node)), CONTENT);
    if let Some(Node::Object(inner)) = inner {
        below(
            notes,
            || Step::Key(CONTENT),
            |notes| {
                tagged::settle_spelling(inner, EVENT, notes);
                tagged::settle_spelling(inner, CALL_TYPE, notes);
            },
        );
    }
}

impl Shape {
    fn of(entries: &[Entry<'_>]) -> Self {
        let has = |keys: &[&str]| keys.iter().any(|key| find(entries, key).is_some());
        if has(RECORD) {
            return Self::CallRecord;
        }
        if has(MEDIA) {
            return Self::MediaFailReason;
        }
        if let Some(Node::Object(content)) = find(entries, CONTENT) {
            let event = find(content, EVENT);
            match event.and_then(word_of) {
                Some(CallEvent::Calling | CallEvent::Ring | CallEvent::Hangup) => return Self::Other,
                _ if event.or(find(content, CALL_TYPE)).is_some() => return Self::Wrapped,
                _ => {}
            }
        }
        if has(CALL) {
            Self::Call
        } else if has(LOGOUT) {
            Self::Logout
        } else if has(LOGIN) {
            Self::Login
        } else {
            Self::Other
        }
    }
}

/// A held value as one of the vendor's words, read as its field reads it.
fn word_of<W>(node: &Node<'_>) -> Option<W>
where
    Plain: Codec<W>,
{
    let Node::Scalar(scalar) = node else { return None };
    match Plain::scalar(scalar.clone()) {
        Read::Is(word) | Read::Bent(word, _) if !scalar.is_absent() => Some(word),
        _ => None,
    }
}

/// The value that counts for a key, where there is one.
#[inline(never)]
fn find<'a, 'b>(entries: &'a [Entry<'b>], key: &str) -> Option<&'a Node<'b>> {
    tagged::find(entries.iter().map(|(name, node)| (&**name, node)), key).filter(|node| !node.is_absent())
}

impl Push {
    /// Which event a call is that came without `pushType`.
    fn of_call(call: CallPush) -> Self {
        let incoming = match &call.call_type {
            Some(CallType::Incoming) => Some(true),
            Some(CallType::Other(_)) | None => None,
            Some(_) => Some(false),
        };
        if call.status_name.is_some() || call.status_number.is_some() {
            return Self::AgentStatus(call);
        }
        match (&call.call_event, incoming) {
            (Some(CallEvent::Link), _) => Self::Answered(AnsweredPush { call, envelope: None }),
            (Some(CallEvent::Ring), Some(true)) => Self::IncomingRing(call),
            (Some(CallEvent::Ring), Some(false)) => Self::DialoutRing(call),
            (Some(CallEvent::Hangup), Some(true)) => Self::IncomingHangup(call),
            (Some(CallEvent::Hangup), Some(false)) => Self::DialoutHangup(call),
            _ => Self::Call(call),
        }
    }
}

impl OtherPush {
    /// Reads a body whole.
    fn read_held<N: Notes>(held: Vec<Entry<'_>>, notes: &mut N) -> Result<Self, Stop> {
        let expected = <Plain as Codec<PushType>>::EXPECTED;
        let (body, tag) = tagged::read_whole(TAG, expected, held, notes)?;
        let push_type = tag.as_ref().and_then(word_of);
        Ok(Self { push_type, body })
    }
}

impl body::Read for Push {
    fn empty() -> Self {
        Self::Other(OtherPush::default())
    }

    /// Of a text, the tag can be looked up first.
    fn begin(text: &str) -> Self {
        match announced(text) {
            Some(push_type) => Self::of_type(&push_type),
            None => Self::empty(),
        }
    }

    /// All entries are held: whatever stands where, and however often `pushType` comes, nothing is read as another
    /// event's before it is known whose it is.
    fn read_entries<N: Notes>(&mut self, from: &mut Source<'_, '_>, notes: &mut N) -> Result<(), Stop> {
        let mut held = tagged::hold(from, notes)?;
        let push_type = find(&held, TAG).and_then(word_of);
        *self = match &push_type {
            Some(push_type) => Self::of_type(push_type),
            None => {
                let shape = Shape::of(&held);
                settle_spellings(&mut held, shape, notes);
                Self::of_shape(shape)
            }
        };
        self.fill(&mut Input::of_entries(held).source(), notes)?;
        if let Self::Call(call) = self {
            *self = Self::of_call(std::mem::take(call));
        }
        Ok(())
    }

    /// The body streams into the struct with which it begins. Where that was not what it is, it is read once more.
    fn read_text<N: Notes>(&mut self, text: &str, notes: &mut N) -> Result<(), Error> {
        if !matches!(self, Self::Other(_)) {
            let read = body::read_as_text(text, notes, |from, notes| self.fill(from, notes));
            if read.is_ok() && self.push_type().map(PushType::as_str) == Some(self.event_name()) {
                return Ok(());
            }
            *notes = N::default();
        }
        body::read_as_text(text, notes, |from, notes| self.read_entries(from, notes))
    }
}

impl Payload for Push {}

/// Reads leniently, wherever `pushType` stands; [`Push::from_slice`] does so faster.
impl<'de> Deserialize<'de> for Push {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        body::read(deserializer)
    }
}

/// Writes the event's own form. Nothing is added: give a push that you build its `push_type`.
impl Serialize for Push {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::DialoutRing(call)
            | Self::DialoutHangup(call)
            | Self::IncomingRing(call)
            | Self::IncomingHangup(call)
            | Self::AgentStatus(call)
            | Self::Call(call) => call.serialize(serializer),
            Self::Answered(answered) => answered.serialize(serializer),
            Self::CallRecord(record) => record.serialize(serializer),
            Self::MediaFailReason(reason) => reason.serialize(serializer),
            Self::Login(login) | Self::Logout(login) => login.serialize(serializer),
            Self::Other(other) => other.body.serialize(serializer),
        }
    }
}
