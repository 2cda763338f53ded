use serde::{Deserialize, Deserializer, Serializer};

use super::shape::{CONTENT, SHAPE, Shape, each_content, kept_contents};
use super::{CallEvent, CallPush, CallRecord, CallType, LoginPush, MediaFailReason, PushType};
use crate::error::Error;
use crate::extra::Extra;
use crate::json::ValueRef;
use crate::model::open_enum::word;
use crate::model::tagged::{find_value, keep_whole, read_as_kept};
use crate::model::{Context, Payload, Redact, Sealed, View, deserialize, from_slice};
use crate::reply::Reply;
use crate::request::{FromRequest, Overview, kept_id};

tagged! {
    /// A push from 7moor, read as the event that it is.
    ///
    /// `pushType` says which event it is; it may be anywhere in the body, in any letter case. If there are several, the
    /// documented spelling takes precedence over others, and the last one that can be read takes precedence over
    /// earlier ones. A listed `pushType` alone decides, however odd the other fields are; a push with an unlisted one
    /// is [`Other`](Self::Other).
    ///
    /// Some events come without `pushType`. Then the shape decides, by the first of these rules that fits. A key counts
    /// in any spelling, but only if it has a value: `""`, `null`, `{}`, `[]` and a list of nothing but `""` and `null`
    /// count as no value. A text of blanks counts as a value only for `statusName`, `cdrType`, `preMediaFailureReason`
    /// and `preMediaKeyWord`, because their fields keep the blanks. Therefore, a push that is written is read as the
    /// same event again.
    ///
    /// | the body has | it is |
    /// |---|---|
    /// | `cdrType`, `billCalls`, `totalDuration` or `hangUpSide` | [`CallRecord`](Self::CallRecord) |
    /// | `preMediaFailureReason`, `preMediaCode` or `preMediaKeyWord` | [`MediaFailReason`](Self::MediaFailReason) |
    /// | a `content` (an object, or the JSON text of one) with the `pushType` of a call event or of an agent status event; or without a listed one, but with `callEvent`, `callType`, `statusName` or `statusNumber` | the event of that `pushType`, or else what the rules from `statusName` to `Call` make of the `content` |
    /// | `statusName` or `statusNumber` | [`AgentStatus`](Self::AgentStatus) |
    /// | `callEvent` `link` | [`Answered`](Self::Answered) |
    /// | `callEvent` `ring` and `callType` `incoming` | [`IncomingRing`](Self::IncomingRing) |
    /// | `callEvent` `hangup` and `callType` `incoming` | [`IncomingHangup`](Self::IncomingHangup) |
    /// | `callEvent` `ring` and another listed `callType` | [`DialoutRing`](Self::DialoutRing) |
    /// | `callEvent` `hangup` and another listed `callType` | [`DialoutHangup`](Self::DialoutHangup) |
    /// | any other `callEvent` or `callType` | [`Call`](Self::Call) |
    /// | `logoutType` | [`Logout`](Self::Logout) |
    /// | `loginType` | [`Login`](Self::Login) |
    /// | none of these | [`Other`](Self::Other) |
    ///
    /// If no rule fits a body with duplicate keys, the rules are applied again to the body as it would be written, with
    /// one value for each key.
    ///
    /// The vendor's documentation shows the incoming ring with the sample of another event, so its `pushType`, if it
    /// has one, is not known. An incoming ring with a `pushType` of its own is therefore an [`Other`](Self::Other),
    /// which [`OtherPush::read_as`] can still read.
    ///
    /// ```
    /// use callhook::sevenmoor::Push;
    ///
    /// fn handle(body: &[u8]) -> Result<(), callhook::Error> {
    ///     match Push::from_slice(body)? {
    ///         Push::DialoutRing(call) => println!("agent {:?} is calling", call.agent_number),
    ///         Push::CallRecord(record) => println!("{:?}: answered: {}", record.call_unique_id, record.was_answered()),
    ///         Push::Login(login) => println!("{:?} is here", login.agent_number),
    ///         other => println!("{}", other.event_name()),
    ///     }
    ///     Ok(())
    /// }
    ///
    /// handle(br#"{"pushType":"dialoutRing","agentNumber":"20001","customerNumber":"17319132391"}"#)?;
    /// # Ok::<(), callhook::Error>(())
    /// ```
    #[derive(Eq, Hash)]
    pub enum Push: PushType => Event<'_>, Other(OtherPush) {
        /// An outbound call rings at the agent: `dialoutRing`.
        DialoutRing(Box<CallPush>) = DialoutRing, "dialoutRing", |call| of_call(call);
        /// An outbound call was hung up: `dialoutHangup`.
        DialoutHangup(Box<CallPush>) = DialoutHangup, "dialoutHangup", |call| of_call(call);
        /// An inbound call rings at the agent.
        IncomingRing(Box<CallPush>), "incomingRing", |call| of_call(call);
        /// An inbound call was hung up. Its sample has no `pushType`.
        IncomingHangup(Box<CallPush>), "incomingHangup", |call| of_call(call);
        /// A call was answered. Its sample has no `pushType`.
        Answered(Box<CallPush>), "link", |call| of_call(call);
        /// An agent's status changed: `callStatus`.
        AgentStatus(Box<CallPush>) = CallStatus, "callStatus", |call| of_call(call);
        /// A call record: `cdr`.
        CallRecord(Box<CallRecord>) = Cdr, "cdr", |record| of(&record.push_type, &record.account_id, &record.call_unique_id);
        /// The reason for a hangup that was recognised from early media: `mediaFailreason`.
        MediaFailReason(Box<MediaFailReason>) = MediaFailreason, "mediaFailreason",
            |reason| of(&reason.push_type, &reason.account_id, &reason.call_unique_id);
        /// An agent logged in at the softphone bar: `login`.
        Login(Box<LoginPush>) = Login, "login", |login| of(&login.push_type, &login.account_id, &None);
        /// An agent logged out at the softphone bar: `logout`.
        Logout(Box<LoginPush>) = Logout, "logout", |login| of(&login.push_type, &login.account_id, &None);
        /// Another event of a call, without a listed `pushType`: the call is being dialled, for instance.
        Call(Box<CallPush>), "call", |call| of_call(call);
    }
}

/// What an event says about itself.
#[derive(Default)]
struct Event<'a> {
    push_type: Option<&'a PushType>,
    account_id: Option<&'a str>,
    call_unique_id: Option<&'a str>,
    call: Option<&'a CallPush>,
}

/// An event with fields of its own.
fn of<'a>(
    push_type: &'a Option<PushType>,
    account_id: &'a Option<String>,
    call_unique_id: &'a Option<String>,
) -> Event<'a> {
    Event {
        push_type: push_type.as_ref(),
        account_id: account_id.as_deref(),
        call_unique_id: call_unique_id.as_deref(),
        call: None,
    }
}

/// An event with the fields of a call event.
fn of_call(call: &CallPush) -> Event<'_> {
    let inside = of(&call.push_type, &call.account_id, &call.call_unique_id);
    let outside = call
        .envelope
        .as_ref()
        .map_or_else(Event::default, |around| of(&around.push_type, &around.account_id, &around.call_unique_id));
    Event {
        push_type: outside.push_type.or(inside.push_type),
        account_id: inside.account_id.or(outside.account_id),
        call_unique_id: inside.call_unique_id.or(outside.call_unique_id),
        call: Some(call),
    }
}

/// An event that this crate does not know, kept whole.
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct OtherPush {
    /// The body's `pushType`; `None` if it has none that can be read.
    pub push_type: Option<PushType>,
    /// The whole body, its `pushType` included. Only this field is written.
    pub body: Extra,
}

impl OtherPush {
    /// Reads the body as a documented event anyway.
    ///
    /// # Errors
    ///
    /// Returns an error if the body lacks an identity of the type. The types of this module have none.
    pub fn read_as<T: Payload>(&self) -> Result<T, Error> {
        self.body.read_as()
    }

    fn overview(&self) -> Event<'_> {
        let (account_id, call_unique_id) = (kept_id(&self.body, "accountId"), kept_id(&self.body, "callUniqueId"));
        Event { account_id, call_unique_id, ..of(&self.push_type, &None, &None) }
    }
}

impl Redact for OtherPush {
    fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        self.body.write_as(view, to)
    }
}

impl Default for Push {
    fn default() -> Self {
        Self::Other(OtherPush::default())
    }
}

impl Push {
    /// Reads a body; the same as [`callhook::from_slice`](crate::from_slice).
    ///
    /// # Errors
    ///
    /// Returns an [`Error`] if the body is not a JSON object.
    pub fn from_slice(body: &[u8]) -> Result<Self, Error> {
        from_slice(body)
    }

    /// The body's `pushType`; `None` if it has none that can be read.
    pub fn push_type(&self) -> Option<&PushType> {
        self.overview().push_type
    }

    /// The call, for every event with the fields of a call event; `None` for a record and the other events.
    pub fn call(&self) -> Option<&CallPush> {
        self.overview().call
    }

    /// The reply that acknowledges the push: an empty one with status 200, because the vendor's documentation names no
    /// reply. `None` for an event that this crate does not know.
    #[must_use = "a reply does nothing until it is sent"]
    pub fn acknowledgement(&self) -> Option<Reply> {
        FromRequest::overview(self).acknowledgement.map(|reply| reply())
    }

    /// The account that the push is for (`accountId`), among its fields or beside `content`, so that you can check that
    /// it is yours. `None` if the body has none. For an event that this crate does not know, also `None` if the key is
    /// spelled differently or is inside `content`, or if its value is not a text.
    pub fn account_id(&self) -> Option<&str> {
        self.overview().account_id
    }

    /// The id of the call that the push is about (`callUniqueId`), among its fields or beside `content`; `None` if the
    /// body has none. For an event that this crate does not know, also `None` in the cases that
    /// [`account_id`](Self::account_id) names. `superUniqueId` is another id: in the sample that has both, they differ.
    pub fn session_id(&self) -> Option<&str> {
        self.overview().call_unique_id
    }
}

impl Push {
    /// An empty push of the kind that a body is: by a listed `pushType`, or else by its other keys.
    fn of_tags(root: ValueRef<'_>, cx: &mut Context) -> Self {
        let push_type = find_value("pushType", root).and_then(word);
        if let Some(push) = push_type.as_ref().and_then(Self::of_tag) {
            return push;
        }
        match push_type {
            Some(_) => Self::Other(OtherPush { push_type, body: Extra::new() }),
            None => Self::of_shape(root, cx),
        }
    }

    /// The same, by the keys of a body without `pushType`.
    fn of_shape(root: ValueRef<'_>, cx: &mut Context) -> Self {
        let shape = Shape::of(root);
        let mut in_content = None;
        each_content(root, cx, &mut |_, content| {
            if content.is_call() {
                in_content = Some(Self::of_call_event(content));
            }
        });
        if shape.is_record {
            Self::CallRecord(Box::default())
        } else if shape.is_media {
            Self::MediaFailReason(Box::default())
        } else if let Some(push) = in_content {
            push
        } else if shape.is_call() {
            Self::of_call_event(&shape)
        } else if shape.is_logout {
            Self::Logout(Box::default())
        } else if shape.is_login {
            Self::Login(Box::default())
        } else {
            Self::default()
        }
    }

    /// Whether a body names an account, itself or in its `content`, as 7moor's pushes do. If there are several
    /// `content` keys, only those that are kept count, so that what is written is 7moor's as well.
    fn has_account(&self, root: ValueRef<'_>, cx: &mut Context) -> bool {
        if Shape::of(root).has_account {
            return true;
        }
        let kept = kept_contents(root);
        let has_exact = root.values().any(|value| value.key() == CONTENT && !value.says_nothing());
        let (mut of_call, mut of_field, mut of_kept) = (None, false, false);
        each_content(root, cx, &mut |value, content| {
            if content.is_call() {
                of_call = Some(content.has_account);
            }
            if value.key() == CONTENT || !has_exact {
                of_field = content.has_account;
            }
            of_kept |= content.has_account && kept.contains(&value.index);
        });
        match self {
            // It has a field for it.
            Self::MediaFailReason(_) => of_field,
            _ if self.call().is_some() => of_call.unwrap_or(of_kept),
            _ => of_kept,
        }
    }

    /// An empty push of the call event that a shape is.
    fn of_call_event(shape: &Shape<'_>) -> Self {
        if let Some(push) = shape.push_type().and_then(|push_type| Self::of_tag(&push_type)) {
            return push;
        }
        if shape.has_status {
            return Self::AgentStatus(Box::default());
        }
        let is_incoming = match shape.call_type.and_then(word) {
            Some(CallType::Incoming) => Some(true),
            Some(CallType::Other(_)) | None => None,
            Some(_) => Some(false),
        };
        match (shape.call_event.and_then(word), is_incoming) {
            (Some(CallEvent::Link), _) => Self::Answered(Box::default()),
            (Some(CallEvent::Ring), Some(true)) => Self::IncomingRing(Box::default()),
            (Some(CallEvent::Ring), Some(false)) => Self::DialoutRing(Box::default()),
            (Some(CallEvent::Hangup), Some(true)) => Self::IncomingHangup(Box::default()),
            (Some(CallEvent::Hangup), Some(false)) => Self::DialoutHangup(Box::default()),
            _ => Self::Call(Box::default()),
        }
    }

    /// Reads a body as the payload of this push.
    fn fill_body(&mut self, root: ValueRef<'_>, cx: &mut Context) {
        if !self.fill_variant(root, cx)
            && let Self::Other(other) = self
        {
            other.body = keep_whole(SHAPE, "push type", root, cx);
        }
    }
}

/// A body is 7moor's if it names an account and is a documented event, or has a `pushType`.
impl FromRequest for Push {
    fn of_body(root: ValueRef<'_>, cx: &mut Context) -> Option<Self> {
        let mut push = Self::of_tags(root, cx);
        let is_event = !matches!(&push, Self::Other(other) if other.push_type.is_none());
        (is_event && push.has_account(root, cx)).then(|| {
            push.fill_body(root, cx);
            push
        })
    }

    fn overview(&self) -> Overview<'_> {
        let acknowledgement: fn() -> Reply = || Reply::new("text/plain", String::new());
        let is_known = !matches!(self, Self::Other(_));
        Overview {
            acknowledgement: is_known.then_some(acknowledgement),
            sdk_app_id: None,
            session_id: self.session_id(),
        }
    }
}

impl Sealed for Push {
    fn fill(&mut self, root: ValueRef<'_>, cx: &mut Context) {
        *self = Self::of_tags(root, cx);
        let is_unknown = matches!(self, Self::Other(other) if other.push_type.is_none());
        let mut read_kept = |kept: ValueRef<'_>, cx: &mut Context| {
            *self = Self::of_tags(kept, cx);
            self.fill_variant(kept, cx)
        };
        if !(is_unknown && read_as_kept(root, cx, &mut read_kept)) {
            self.fill_body(root, cx);
        }
    }
}

impl Payload for Push {}

/// Reads leniently; `pushType` may be anywhere in the body.
impl<'de> Deserialize<'de> for Push {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}
