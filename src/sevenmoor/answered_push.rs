use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{CallPush, PushType};
use crate::Payload;
use crate::wire::body::{self, Read};
use crate::wire::node::{Entry, Node};
use crate::wire::notes::Notes;
use crate::wire::sink::{Sink, WriteEntries, write_object};
use crate::wire::source::{Source, Stop};
use crate::wire::tagged;

/// A call was answered by the customer.
///
/// The page's sample has the fields in `content`, and `uniqueId` beside it. They are read the same without that
/// wrapper, and written as they came.
///
/// In the wrapper, only the fields in `content` are the call's. Other keys beside `content` stay outside,
/// in the [`Envelope`]'s `extra`, even where the call has a field of that key.
///
/// ```
/// use callhook::sevenmoor::{CallEvent, Push};
///
/// for body in [
///     r#"{"content":{"callEvent":"link","callType":"dialout","agentNumber":"1121"},"uniqueId":"92fe"}"#,
///     r#"{"callEvent":"link","callType":"dialout","agentNumber":"1121","uniqueId":"92fe"}"#,
/// ] {
///     let Push::Answered(answered) = Push::from_slice(body.as_bytes())? else { unreachable!() };
///     assert_eq!(answered.call.call_event, Some(CallEvent::Link));
///     assert_eq!(answered.call.agent_number.as_deref(), Some("1121"));
///     assert_eq!(answered.unique_id(), Some("92fe"));
/// }
/// # Ok::<(), callhook::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AnsweredPush {
    /// The call.
    pub call: CallPush,
    /// What was around `content`; `None` where the fields came without it.
    pub envelope: Option<Envelope>,
}

payload! {
    /// What an answered event has around its `content`.
    #[derive(Eq)]
    pub struct Envelope {
        /// Id of the event.
        pub unique_id: Option<String> = "uniqueId",
        /// Which event it is; in no sample. An unknown one makes the push an [`OtherPush`](super::OtherPush).
        pub push_type: Option<PushType> = "pushType",
    }
}

payload! {
    /// The wrapper, as it is read.
    struct Wrapped {
        pub content: Option<CallPush> = "content",
        pub unique_id: Option<String> = "uniqueId",
        pub push_type: Option<PushType> = "pushType",
    }
}

impl AnsweredPush {
    /// Id of the event, whether it came beside `content` or among the fields.
    pub fn unique_id(&self) -> Option<&str> {
        let outside = self.envelope.as_ref().and_then(|envelope| envelope.unique_id.as_deref());
        outside.or(self.call.unique_id.as_deref())
    }

    /// Reads the fields from inside the wrapper.
    pub(super) fn read_wrapped<N: Notes>(held: Vec<Entry<'_>>, notes: &mut N) -> Result<Self, Stop> {
        let Wrapped { content, unique_id, push_type, extra } = tagged::read_held(held, notes)?;
        Ok(Self { call: content.unwrap_or_default(), envelope: Some(Envelope { unique_id, push_type, extra }) })
    }
}

/// Reads an object, wrapped or not, as an answered event, whatever it looks like.
impl Read for AnsweredPush {
    fn empty() -> Self {
        Self::default()
    }

    fn read_entries<N: Notes>(&mut self, from: &mut Source<'_, '_>, notes: &mut N) -> Result<(), Stop> {
        let held = tagged::hold(from, notes)?;
        let content = tagged::find(held.iter().map(|(name, node)| (&**name, node)), "content");
        if matches!(content, Some(Node::Object(_))) {
            *self = Self::read_wrapped(held, notes)?;
        } else {
            self.call = tagged::read_held(held, notes)?;
        }
        Ok(())
    }
}

impl Payload for AnsweredPush {}

/// Reads leniently; see the crate's promises.
impl<'de> Deserialize<'de> for AnsweredPush {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        body::read(deserializer)
    }
}

/// Writes the vendor's form, with the wrapper or without.
impl Serialize for AnsweredPush {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl WriteEntries for AnsweredPush {
    fn entries<W: Sink>(&self, to: &mut W) {
        match &self.envelope {
            Some(envelope) => {
                to.object("content", &self.call);
                envelope.entries(to);
            }
            None => self.call.entries(to),
        }
    }
}
