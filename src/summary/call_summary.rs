use chrono::{DateTime, TimeDelta, Utc};
use serde::{Serialize, Serializer};

use super::{Channel, Direction, HungUpBy, Outcome, Vendor};
use crate::mask::{Mask, mask};
use crate::model::{Redact, View};
use crate::sevenmoor::{CallStatus, FailureReason};
use crate::tccc::EndStatusString;

row! {
    /// One view of a call, whichever vendor its record came from: a row of a table of calls.
    ///
    /// It is made by `summary()` of a [`tccc::PhoneCdr`](crate::tccc::PhoneCdr),
    /// [`tccc::ChatCdr`](crate::tccc::ChatCdr), [`tccc::VideoCdr`](crate::tccc::VideoCdr),
    /// [`sevenmoor::CallRecord`](crate::sevenmoor::CallRecord) or [`Webhook`](crate::Webhook). Nothing in it is
    /// guessed: what the record does not say is absent. Texts are as the vendor wrote them;
    /// [`PhoneNumber`](crate::PhoneNumber) makes the numbers of several vendors comparable.
    ///
    /// `Debug` and `Serialize` show personal data; log [`redacted`](crate::redacted()) of a summary instead.
    ///
    /// # Answered or not
    ///
    /// A call was answered if the record's `answered_at()` has a value, and only then: `outcome` is
    /// [`Answered`](Outcome::Answered), and the record's `was_answered()` is true. `answered_at()` is the instant of
    /// the answer; it is `None` if the record's status says that voicemail answered (TCCC) or that the call was not
    /// answered (7moor). [`Outcome`] has the rules for the other calls.
    ///
    /// # Durations
    ///
    /// Durations are whole seconds, as TCCC and 7moor count them; a fraction is dropped. They are computed from the
    /// instants. If the instants give no duration, or one that is negative or longer than the whole call, the vendor's
    /// own figure is used; if that is no better, the duration is absent. Hence no duration is negative or longer than
    /// `total`.
    ///
    /// `ring` is absent unless the call rang, and `talk` unless it was answered, whatever the vendor's figure says.
    /// TCCC's own samples have a `Duration` of 15 for calls that were never answered; that figure stays in the record.
    ///
    /// # Columns
    ///
    /// A row is written as a flat object with every column, and can be read again. Each column has one of these kinds;
    /// [`COLUMN_KINDS`](Self::COLUMN_KINDS) says which:
    ///
    /// | kind | written as | no value |
    /// |---|---|---|
    /// | Text | text | `null` |
    /// | Instant | text, RFC 3339 in UTC: `2020-12-16T14:57:16Z` | `null` |
    /// | Seconds | an integer | `null` |
    /// | Flag | `true` or `false` | `false` |
    /// | Texts | one text, with a blank between two items | `null` |
    ///
    /// A row can be stored in formats that write the names of the columns: JSON, CSV with a header, CBOR, MessagePack
    /// with named fields. Formats that write values only by position cannot hold one, because a later version may have
    /// more columns: reading a row from postcard, bincode, or MessagePack without names is an error.
    ///
    /// ```
    /// use callhook::{CallSummary, Outcome, tccc};
    ///
    /// let cdr: tccc::PhoneCdr = callhook::from_str(
    ///     r#"{"SdkAppId":1400000214, "SessionId":"e97be0ab", "Direction":1, "Callee":"008618621520280",
    ///         "StartTimestamp":1608130636, "RingTimestamp":1608130639, "AcceptTimestamp":0, "EndedTimestamp":1608130651,
    ///         "Duration":15, "EndStatusString":"busy"}"#,
    /// )?;
    /// let call = cdr.summary();
    /// assert_eq!(call.outcome, Some(Outcome::Busy));
    /// assert_eq!(call.customer_number.as_deref(), Some("008618621520280"));
    /// assert_eq!(call.talk, None);
    ///
    /// let row = serde_json::to_value(&call)?;
    /// assert_eq!(row["outcome"], "busy");
    /// assert_eq!(row["started_at"], "2020-12-16T14:57:16Z");
    /// assert_eq!(row["total_seconds"], 15);
    /// assert!(CallSummary::COLUMNS.iter().all(|column| row.get(column).is_some()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub struct CallSummary {
        /// The vendor whose record it is.
        pub vendor: Vendor = "vendor" as Text,
        /// How the customer and the contact centre communicated.
        pub channel: Channel = "channel" as Text,
        /// The account with the vendor: TCCC's `SdkAppId`, 7moor's `accountId`.
        pub account_id: Option<String> = "account_id" as Text,
        /// Id of the call: `SessionId`, `callUniqueId`.
        pub call_id: Option<String> = "call_id" as Text,
        /// Which side began the call. `None` for TCCC's chats and video calls, and for 7moor's `webcall`.
        pub direction: Option<Direction> = "direction" as Text,
        /// The customer's phone number, as the vendor writes it; under TCCC's number protection, whatever stands in for
        /// it. `None` for TCCC's internal calls, if TCCC does not say which side began the call, and if the vendor has
        /// something else in its place, such as a user id.
        pub customer_number: Option<String> = "customer_number" as Text,
        /// Id of the customer: TCCC's `UserId` of a chat or a video call, and `Caller` of a call by voice over IP
        /// (`CallType` 3); 7moor's `customerId`.
        pub customer_id: Option<String> = "customer_id" as Text,
        /// Name or nickname of the customer.
        pub customer_name: Option<String> = "customer_name" as Text,
        /// The contact centre's own number, which the customer called or was shown. `None` if it is not clear which
        /// number that is, as for TCCC's internal calls. For an outbound call of 7moor it is `displayNumber`, or else
        /// `virtualNumber`.
        pub service_number: Option<String> = "service_number" as Text,
        /// Id of the agent: `SeatUser.UserId`, which after a transfer is that of the last agent; `agentId`.
        pub agent_id: Option<String> = "agent_id" as Text,
        /// Staff number of the agent: `SeatUser.StaffNumber`, `agentNumber`.
        pub agent_number: Option<String> = "agent_number" as Text,
        /// Name of the agent: `SeatUser.Name`, `agentName`.
        pub agent_name: Option<String> = "agent_name" as Text,
        /// Id of the skill group or queue that the call queued for: `QueuedSkillGroupId`, `queueNumber`. An outbound
        /// call of TCCC has one of the agent's groups here, although it did not queue.
        pub queue_id: Option<String> = "queue_id" as Text,
        /// Name of that skill group or queue: `QueuedSkillGroupName`, `queueName`.
        pub queue_name: Option<String> = "queue_name" as Text,
        /// When the call began: TCCC's `StartTimestamp`, or else `Time`; 7moor's `startTime`.
        pub started_at: Option<DateTime<Utc>> = "started_at" as Instant,
        /// When the call entered the queue: `QueuedTimestamp`, `joinQueueTime`.
        pub queued_at: Option<DateTime<Utc>> = "queued_at" as Instant,
        /// When the call first rang: TCCC's `RingTimestamp`; 7moor's `agentStartTime` if the call was inbound,
        /// `customerStartTime` if it was outbound.
        pub rang_at: Option<DateTime<Utc>> = "rang_at" as Instant,
        /// When the call was answered, by the agent if it was inbound or a chat, by the customer if it was outbound:
        /// `answered_at()` of the record. It has a value if and only if `outcome` is [`Answered`](Outcome::Answered).
        pub answered_at: Option<DateTime<Utc>> = "answered_at" as Instant,
        /// When the whole call was over: TCCC's `EndedTimestamp`; 7moor's `endTime`, which includes the satisfaction
        /// survey, or else `hangupTime`.
        pub ended_at: Option<DateTime<Utc>> = "ended_at" as Instant,
        /// How long the call rang: from the first ring to the answer, or to the hangup if it was not answered. `None`
        /// if it never rang.
        pub ring: Option<TimeDelta> = "ring_seconds" as Seconds,
        /// How long the call queued: from entering the queue to the first ring at an agent; without a ring, to the
        /// agent's answer (for 7moor `agentAnswerTime`, or else `bridgeTime`), or else to the hangup. Without these
        /// instants, 7moor's `waitDuration`.
        pub wait: Option<TimeDelta> = "wait_seconds" as Seconds,
        /// How long the two sides talked: from the answer to the hangup. For 7moor, the time starts at `bridgeTime` if
        /// the record has one. If the record has no `hangupTime`, the time ends at the beginning of the satisfaction
        /// survey, or else at `endTime`. `None` unless the call was answered.
        pub talk: Option<TimeDelta> = "talk_seconds" as Seconds,
        /// How long the whole call took: from `started_at` to `ended_at`. Without these instants, 7moor's
        /// `totalDuration`.
        pub total: Option<TimeDelta> = "total_seconds" as Seconds,
        /// How the call went; `None` if the record does not say. [`Outcome`] has the rules.
        pub outcome: Option<Outcome> = "outcome" as Text,
        /// The vendor's own value for the outcome: TCCC's `EndStatusString`, or else the value for the number
        /// `EndStatus`; 7moor's `status`, or else its `failureReason`.
        pub vendor_status: Option<String> = "vendor_status" as Text,
        /// Who hung up: `HungUpSide`, `hangUpSide`.
        pub hung_up_by: Option<HungUpBy> = "hung_up_by" as Text,
        /// Whether the record says that there was a transfer: of this call, or from another call to this one.
        pub transferred: bool = "transferred" as Flag,
        /// Whether the record says that an AI agent took part.
        pub ai_handled: bool = "ai_handled" as Flag,
        /// What the customer answered when asked how satisfied they were, by its label if it has one: TCCC's
        /// `Satisfaction` of a chat, or the keys pressed after a phone call; 7moor's `satisfyKeys`. Several answers are
        /// separated by blanks.
        pub satisfaction: Option<String> = "satisfaction" as Text,
        /// Ids of the recordings: the call's own, then those of its legs. Only TCCC has them. White space within an id
        /// is percent-encoded.
        pub recording_ids: Vec<String> = "recording_ids" as Texts,
        /// URLs of the recordings: the call's own, then those of its sides or legs, then the customer's messages
        /// (voicemail). White space within a URL is percent-encoded: a blank is `%20`.
        pub recording_urls: Vec<String> = "recording_urls" as Texts,
    }
}

impl CallSummary {
    /// Makes a summary with these two columns and no other values. The fields are public, so that you can fill them in.
    pub const fn new(vendor: Vendor, channel: Channel) -> Self {
        Self {
            vendor,
            channel,
            account_id: None,
            call_id: None,
            direction: None,
            customer_number: None,
            customer_id: None,
            customer_name: None,
            service_number: None,
            agent_id: None,
            agent_number: None,
            agent_name: None,
            queue_id: None,
            queue_name: None,
            started_at: None,
            queued_at: None,
            rang_at: None,
            answered_at: None,
            ended_at: None,
            ring: None,
            wait: None,
            talk: None,
            total: None,
            outcome: None,
            vendor_status: None,
            hung_up_by: None,
            transferred: false,
            ai_handled: false,
            satisfaction: None,
            recording_ids: Vec::new(),
            recording_urls: Vec::new(),
        }
    }
}

impl CallSummary {
    /// The same without what is personal.
    fn redacted(&self) -> Self {
        let mut row = self.clone();
        for (kind, text) in [
            (Mask::PhoneNumber, &mut row.customer_number),
            (Mask::Account, &mut row.customer_id),
            (Mask::PersonName, &mut row.customer_name),
            (Mask::PhoneNumber, &mut row.service_number),
            (Mask::Account, &mut row.agent_id),
            (Mask::PersonName, &mut row.agent_name),
            (Mask::All, &mut row.satisfaction),
        ] {
            *text = text.take().map(|text| mask(kind, &text).into_owned());
        }
        for url in &mut row.recording_urls {
            *url = mask(Mask::Link, url).into_owned();
        }
        row.outcome.take_if(|outcome| matches!(outcome, Outcome::Other(_)));
        row.hung_up_by.take_if(|side| matches!(side, HungUpBy::Other(_)));
        row.vendor_status.take_if(|word| {
            EndStatusString::listed(word).is_none()
                && CallStatus::listed(word).is_none()
                && FailureReason::listed(word).is_none()
        });
        row
    }
}

impl Redact for CallSummary {
    fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        match view {
            View::Whole => self.serialize(to),
            View::Redacted => self.redacted().serialize(to),
        }
    }
}
