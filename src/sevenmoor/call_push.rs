use chrono::{DateTime, Utc};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde::{Deserialize, Deserializer};

use super::shape::each_content;
use super::{AgentStatus, CallEvent, CallType, Extras, PushType};
use crate::extra::Extra;
use crate::json::ValueRef;
use crate::model::keys::Keys;
use crate::model::{
    Auto, Codec, Context, Field, Fit, Object, Record, Redact, Sealed, Settling, Shown, View, Writer, codecs::Id,
    deserialize, read_object, write_object,
};

fields! {
    /// What happened to a call, or to an agent's status: the fields that the call events and the agent status event
    /// share. The [`Push`](super::Push) variant says which event it is.
    ///
    /// The sample of an answered call has the fields in `content`, and `uniqueId` beside it. Any event may come this
    /// way, with `content` as an object or as JSON text: the fields are read in the same way, and what was around them
    /// is in [`envelope`](Self::envelope). Such an event is written with `content` as an object, even if `content` came
    /// as JSON text. A `content` that is not a call by the rules of [`Push`](super::Push) is an undocumented key: the
    /// fields around it are read, and `extra` has the `content`.
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    ///
    /// ```
    /// use callhook::sevenmoor::{CallEvent, CallPush};
    ///
    /// for body in [
    ///     r#"{"content":{"callEvent":"link","callType":"dialout","agentNumber":"1121"},"uniqueId":"92fe"}"#,
    ///     r#"{"callEvent":"link","callType":"dialout","agentNumber":"1121","uniqueId":"92fe"}"#,
    /// ] {
    ///     let call: CallPush = callhook::from_str(body)?;
    ///     assert_eq!(call.call_event, Some(CallEvent::Link));
    ///     assert_eq!(call.agent_number.as_deref(), Some("1121"));
    ///     assert_eq!(call.unique_id(), Some("92fe"));
    /// }
    /// # Ok::<(), callhook::Error>(())
    /// ```
    #[derive(Eq, Hash)]
    pub struct CallPush {
        /// Id of the account.
        pub account_id: Option<String> = "accountId" as Id,
        /// Another id of the call, found in two of the samples (one of them also has `callUniqueId`) but in no table.
        pub super_unique_id: Option<String> = "superUniqueId" as Id,
        /// The customer's number.
        pub customer_number: Option<String> = "customerNumber" as Phone,
        /// The service number that the customer called; `None` (`""` on the wire) for outbound calls.
        pub trunk_number: Option<String> = "trunkNumber" as Phone,
        /// The number that is shown to the customer; `None` (`""` on the wire) for inbound calls.
        pub display_number: Option<String> = "displayNumber" as Phone,
        /// When the state began (Unix seconds as text on the wire).
        pub status_time: Option<DateTime<Utc>> = "statusTime" as UnixSecondsText,
        /// What happened to the call.
        pub call_event: Option<CallEvent> = "callEvent",
        /// The kind of the call.
        pub call_type: Option<CallType> = "callType",
        /// Staff number of the agent.
        pub agent_number: Option<String> = "agentNumber" as Id,
        /// Name of the agent.
        pub agent_name: Option<String> = "agentName" as PersonName,
        /// Name of the agent's status, in Chinese in the samples (`整理`); `None` unless this is an agent status event.
        /// The vendor's table lists the numbers of the statuses here, but the samples have them in `statusNumber`: a
        /// number here is kept as its digits.
        pub status_name: Option<String> = "statusName" as Plain,
        /// The agent's status; `None` unless this is an agent status event.
        pub status_number: Option<AgentStatus> = "statusNumber" as CodeText,
        /// Your own parameters, passed in when the call was dialled; `None` (`""` on the wire, or no key) in all samples.
        pub extras: Option<Extras> = "extras" as ObjectOrText,
        /// Id of the call: 18 digits, too many for a float.
        pub call_unique_id: Option<String> = "callUniqueId" as Id,
        /// Id of the event. It does not identify a delivery: two of the samples share one.
        pub event_unique_id: Option<String> = "eventUniqueId" as Id,
        /// Id of an answered event whose fields come without a `content` around them; see
        /// [`unique_id()`](Self::unique_id()).
        pub unique_id: Option<String> = "uniqueId" as Id,
        /// Which event it is; `None` on the events that come without it. Found in most samples, but in none of the
        /// tables.
        pub push_type: Option<PushType> = "pushType",
        /// Ids of the groups of the shown number; empty (`[""]` on the wire) if there are none. Outbound hangup only.
        pub group_id_list: Vec<String> = "groupIdList" as Id,
        /// Names of the groups of the shown number; empty (`[""]` on the wire) if there are none. Outbound hangup only.
        pub group_name_list: Vec<String> = "groupNameList" as Plain,
        @beside
        /// What was around `content`; `None` if the fields came without it.
        pub envelope: Option<Box<Envelope>>,
    }
}

payload! {
    /// What is around the `content` of a [`CallPush`].
    ///
    /// The vendor's table of an answered call lists all fields beside `content`; the sample has only `uniqueId` there.
    /// This struct has the ids among those fields.
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    #[derive(Eq, Hash)]
    pub struct Envelope {
        /// Id of the event.
        pub unique_id: Option<String> = "uniqueId" as Id,
        /// Which event it is; no sample has it here.
        pub push_type: Option<PushType> = "pushType",
        /// Id of the account; inside `content` in the sample.
        pub account_id: Option<String> = "accountId" as Id,
        /// Id of the call. The sample has none.
        pub call_unique_id: Option<String> = "callUniqueId" as Id,
        /// Id of the event. The sample has none.
        pub event_unique_id: Option<String> = "eventUniqueId" as Id,
    }
}

impl CallPush {
    /// Id of the event: the one beside `content`, or else the one among the fields; `None` if it has neither.
    pub fn unique_id(&self) -> Option<&str> {
        let outside = self.envelope.as_ref().and_then(|envelope| envelope.unique_id.as_deref());
        outside.or(self.unique_id.as_deref())
    }
}

/// A call with what is around it, while it is read and written. The envelope's fields come first, so that they have the
/// same indices in both tables.
struct Wrapped<'a> {
    call: &'a mut CallPush,
    envelope: Box<Envelope>,
    /// The index of the `content` that is a call: a body may have several.
    content: u32,
}

const WRAPPED: &Keys = keys!(
    ["uniqueId" "pushType" "accountId" "callUniqueId" "eventUniqueId" "content"]
    []
    [ID, <Option<PushType> as Field<Auto>>::SETTLING, ID, ID, ID, Settling::Own]
);
const ID: Settling = <Option<String> as Field<Id>>::SETTLING;
const CONTENT: u8 = 5;

impl Object for Wrapped<'_> {
    fn read_field(&mut self, field: u8, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        if field != CONTENT {
            return self.envelope.read_field(field, value, cx);
        }
        let mut read = |value: ValueRef<'_>, cx: &mut Context| {
            read_object(CallPush::KEYS, self.call, value, cx);
            Fit::Read
        };
        let is_content = value.index == self.content;
        let fit = if is_content { cx.read_embedded(value, '{', &mut read) } else { Fit::Unreadable };
        cx.settle(fit, value, &<Auto as Codec<Envelope>>::ABOUT)
    }

    fn extra_mut(&mut self) -> &mut Extra {
        self.envelope.extra_mut()
    }
}

/// The same, to be written.
struct WrappedRef<'a> {
    call: &'a CallPush,
    envelope: &'a Envelope,
}

impl Record for WrappedRef<'_> {
    const KEYS: &'static Keys = WRAPPED;

    fn write_fields<M: SerializeMap>(&self, to: &mut Writer<'_, M>) {
        to.value(&Shown(&Unwrapped(self.call), to.view), CONTENT, "content");
        self.envelope.write_fields(to);
    }

    fn extra(&self) -> &Extra {
        &self.envelope.extra
    }
}

/// The call's own fields.
struct Unwrapped<'a>(&'a CallPush);

impl Redact for Unwrapped<'_> {
    fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        write_object(self.0, view, to)
    }
}

impl Redact for CallPush {
    fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        match &self.envelope {
            Some(envelope) => write_object(&WrappedRef { call: self, envelope }, view, to),
            None => write_object(self, view, to),
        }
    }
}

/// The index of a body's `content` that is a call; `None` if there is none.
fn content_of(root: ValueRef<'_>, cx: &mut Context) -> Option<u32> {
    let mut found = None;
    each_content(root, cx, &mut |value, content| {
        if content.is_call() {
            found = Some(value.index);
        }
    });
    found
}

impl Sealed for CallPush {
    fn fill(&mut self, root: ValueRef<'_>, cx: &mut Context) {
        let Some(content) = content_of(root, cx) else {
            read_object(Self::KEYS, self, root, cx);
            return;
        };
        let mut wrapped = Wrapped { call: self, envelope: Box::default(), content };
        read_object(WRAPPED, &mut wrapped, root, cx);
        let envelope = wrapped.envelope;
        self.envelope = Some(envelope);
    }
}

impl crate::Payload for CallPush {}

/// Reads leniently; [`from_slice`](crate::from_slice) accepts a little more.
impl<'de> Deserialize<'de> for CallPush {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

/// Writes the vendor's form.
impl Serialize for CallPush {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write_as(View::Whole, serializer)
    }
}
