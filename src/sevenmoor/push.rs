use serde::de::{Error as _, MapAccess};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{AnsweredPush, CallEvent, CallPush, CallRecord, CallType, LoginPush, MediaFailReason, PushType};
use crate::error::Error;
use crate::extra::Extra;
use crate::report::Code;
use crate::wire::body::{self, Payload, Read};
use crate::wire::keys::Keys;
use crate::wire::node::{Entries, Held, Name, Node, below};
use crate::wire::notes::{Notes, Quiet, Step};
use crate::wire::object::Object;
use crate::wire::scalar::{Codec, Plain};
use crate::wire::shape::read_alone;
use crate::wire::tagged::{self, Parts, Tagged};
use crate::wire::word;

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

impl Tagged for Push {
    type Tag = PushType;
    const TAG: &'static str = "pushType";

    fn common_keys() -> &'static Keys {
        CallPush::keys()
    }

    fn tag(text: &str) -> PushType {
        word::open(text)
    }

    fn read_tagged<'de, A: MapAccess<'de>, N: Notes>(
        first: PushType,
        entries: Parts<A>,
        notes: &mut N,
    ) -> Result<Self, A::Error> {
        let push = Self::of_type(&first, entries, notes)?;
        if push.push_type() == Some(&first) {
            return Ok(push);
        }
        // Another tag came after the first, and it is the one that counts.
        notes.forget(&[Code::UnknownKey, Code::UnknownWord, Code::UnreadableValue]);
        let body = serde_json::to_string(&push).map_err(A::Error::custom)?;
        let entries = tagged::hold(CallPush::keys(), &mut serde_json::Deserializer::from_str(&body), notes);
        Self::of_entries(entries.map_err(A::Error::custom)?, notes)
    }

    fn read_untagged<E: serde::de::Error, N: Notes>(entries: Vec<(Name, Node)>, notes: &mut N) -> Result<Self, E> {
        Self::of_entries(entries, notes)
    }
}

impl Push {
    /// Reads the event that a `pushType` says.
    fn of_type<'de, A: MapAccess<'de>, N: Notes>(
        push_type: &PushType,
        entries: Parts<A>,
        notes: &mut N,
    ) -> Result<Self, A::Error> {
        Ok(match push_type {
            PushType::DialoutRing => Self::DialoutRing(entries.read(notes)?),
            PushType::DialoutHangup => Self::DialoutHangup(entries.read(notes)?),
            PushType::CallStatus => Self::AgentStatus(entries.read(notes)?),
            PushType::Cdr => Self::CallRecord(entries.read_boxed(notes)?),
            PushType::MediaFailreason => Self::MediaFailReason(entries.read(notes)?),
            PushType::Login => Self::Login(entries.read(notes)?),
            PushType::Logout => Self::Logout(entries.read(notes)?),
            PushType::Other(_) => Self::Other(OtherPush::read(entries, notes)?),
        })
    }

    /// Reads a body that is all there: the event that its `pushType` says, else its shape.
    fn of_entries<E: serde::de::Error, N: Notes>(mut entries: Vec<(Name, Node)>, notes: &mut N) -> Result<Self, E> {
        if let Some(push_type) = find(&entries, Self::TAG).and_then(word_of) {
            return Self::of_type(&push_type, Parts::<Entries<E>>::held(entries), notes);
        }
        let shape = Shape::of(&entries);
        settle_spellings(&mut entries, shape, notes);
        let entries = Parts::<Entries<E>>::held(entries);
        Ok(match shape {
            Shape::CallRecord => Self::CallRecord(entries.read_boxed(notes)?),
            Shape::MediaFailReason => Self::MediaFailReason(entries.read(notes)?),
            Shape::Wrapped => Self::Answered(AnsweredPush::read_wrapped(entries, notes)?),
            Shape::Call => Self::of_call(entries.read(notes)?),
            Shape::Logout => Self::Logout(entries.read(notes)?),
            Shape::Login => Self::Login(entries.read(notes)?),
            Shape::Other => Self::Other(OtherPush::read(entries, notes)?),
        })
    }
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
fn settle_spellings<N: Notes>(entries: &mut Vec<(Name, Node)>, found: Shape, notes: &mut N) {
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
    fn of(entries: &[(Name, Node)]) -> Self {
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
fn word_of<W>(node: &Node) -> Option<W>
where
    Plain: Codec<W>,
{
    read_alone::<W, Plain, _>(Held::<serde::de::value::Error>::new(node.clone())).ok().flatten()
}

/// The value that counts for a key, where there is one.
fn find<'a>(entries: &'a [(Name, Node)], key: &str) -> Option<&'a Node> {
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
    fn read<'de, A: MapAccess<'de>, N: Notes>(entries: Parts<A>, notes: &mut N) -> Result<Self, A::Error> {
        let expected = <Plain as Codec<PushType>>::EXPECTED;
        let (body, tag) = tagged::read_whole(Push::TAG, expected, entries, notes)?;
        let push_type = tag.as_ref().and_then(word_of);
        Ok(Self { push_type, body })
    }
}

impl Read for Push {
    fn read<'de, D: Deserializer<'de>, N: Notes>(from: D, notes: &mut N) -> Result<Self, D::Error> {
        tagged::read(from, notes)
    }
}

impl Payload for Push {}

/// Reads leniently, in one pass: what stands before `pushType` is held, the rest streams into the right struct.
impl<'de> Deserialize<'de> for Push {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        tagged::read(deserializer, &mut Quiet::default())
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
