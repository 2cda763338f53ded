use chrono::{DateTime, TimeDelta, Utc};

use super::{Channel, Direction, HungUpBy, Outcome, Vendor};

row! {
    /// One view of a call, whichever vendor its record came from: a row of a table of calls.
    ///
    /// It is made `From` a reference to [`tccc::PhoneCdr`](crate::tccc::PhoneCdr), [`tccc::ChatCdr`](crate::tccc::ChatCdr),
    /// [`tccc::VideoCdr`](crate::tccc::VideoCdr) or [`sevenmoor::CallRecord`](crate::sevenmoor::CallRecord), or by
    /// [`Webhook::summary`](crate::Webhook::summary). Nothing in it is guessed: what the vendor does not say is absent.
    /// Texts are as the vendor has them; [`PhoneNumber`](crate::PhoneNumber) makes numbers of several vendors comparable.
    ///
    /// # Lengths
    ///
    /// Lengths are whole seconds, as both vendors count them; a fraction is dropped. They come from the instants. Where the
    /// instants do not give a length, or give one that is negative or longer than the whole call, the vendor's own figure
    /// stands in; where that is no better, the length is absent. So no length is negative, and none is longer than `total`.
    ///
    /// `talk` is absent unless somebody answered, whatever the vendor's figure says. TCCC's own samples have a `Duration`
    /// of 15 for calls that were never answered; that figure stays on the record.
    ///
    /// # Written
    ///
    /// Serialized it is a flat object of scalars that has every column, `null` where there is no value: instants in
    /// RFC 3339, lengths as a whole number of seconds, lists as one text with a blank between two, tags as booleans. So it
    /// goes as it is into a database row, a CSV line or a columnar file. What was written can be read again.
    ///
    /// ```
    /// use callhook::{CallSummary, Outcome, tccc};
    ///
    /// let cdr: tccc::PhoneCdr = callhook::from_str(
    ///     r#"{"SdkAppId":1400000214, "SessionId":"e97be0ab", "Direction":1, "Callee":"008618621520280",
    ///         "StartTimestamp":1608130636, "RingTimestamp":1608130639, "AcceptTimestamp":0, "EndedTimestamp":1608130651,
    ///         "Duration":15, "EndStatusString":"busy"}"#,
    /// )?;
    /// let call = CallSummary::from(&cdr);
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
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[non_exhaustive]
    pub struct CallSummary {
        /// Whose record it is.
        pub vendor: Vendor = "vendor",
        /// By what customer and contact centre spoke.
        pub channel: Channel = "channel",
        /// The account with the vendor: TCCC's `SdkAppId`, 7moor's `accountId`.
        pub account_id: Option<String> = "account_id",
        /// Id of the call: `SessionId`, `callUniqueId`.
        pub call_id: Option<String> = "call_id",
        /// Which side began it. Absent on TCCC's chats and video calls, and on 7moor's `webcall`.
        pub direction: Option<Direction> = "direction",
        /// The customer's phone number, as the vendor writes it; under TCCC's number protection its stand-in. Absent on
        /// TCCC's internal calls, and where TCCC does not say which side began the call.
        pub customer_number: Option<String> = "customer_number",
        /// Id of the customer: TCCC's `UserId` of a chat or a video call, 7moor's `customerId`.
        pub customer_id: Option<String> = "customer_id",
        /// Name or nickname of the customer.
        pub customer_name: Option<String> = "customer_name",
        /// The contact centre's own number: the one that the customer called, or was shown.
        pub service_number: Option<String> = "service_number",
        /// Id of the agent, after a transfer the last one: `SeatUser.UserId`, `agentId`.
        pub agent_id: Option<String> = "agent_id",
        /// Staff number of the agent: `SeatUser.StaffNumber`, `agentNumber`.
        pub agent_number: Option<String> = "agent_number",
        /// Name of the agent: `SeatUser.Name`, `agentName`.
        pub agent_name: Option<String> = "agent_name",
        /// Id of the skill group or queue that the call queued for: `QueuedSkillGroupId`, `queueNumber`.
        pub queue_id: Option<String> = "queue_id",
        /// Name of the skill group or queue: `QueuedSkillGroupName`, `queueName`.
        pub queue_name: Option<String> = "queue_name",
        /// When the call began: `StartTimestamp`, `startTime`.
        pub started_at: Option<DateTime<Utc>> = "started_at",
        /// When it came into the queue: `QueuedTimestamp`, `joinQueueTime`.
        pub queued_at: Option<DateTime<Utc>> = "queued_at",
        /// When it first rang: TCCC's `RingTimestamp`; 7moor's `agentStartTime` on an inbound call, `customerStartTime` on
        /// an outbound one.
        pub rang_at: Option<DateTime<Utc>> = "rang_at",
        /// When it was answered, by the agent on an inbound call or a chat, by the customer on an outbound call: TCCC's
        /// `AcceptTimestamp`; 7moor's `agentAnswerTime` or `customerAnswerTime`, else `bridgeTime`. It is there only if
        /// `outcome` is [`Answered`](Outcome::Answered).
        pub answered_at: Option<DateTime<Utc>> = "answered_at",
        /// When all was over: TCCC's `EndedTimestamp`; 7moor's `endTime`, which includes the satisfaction survey, else
        /// `hangupTime`.
        pub ended_at: Option<DateTime<Utc>> = "ended_at",
        /// How long it rang: from the first ring to the answer, or to hanging up if nobody answered.
        pub ring: Option<TimeDelta> = "ring_seconds",
        /// How long it queued: from the queue to the first ring, or to hanging up if it never rang. Where 7moor has no such
        /// instants its `waitDuration`.
        pub wait: Option<TimeDelta> = "wait_seconds",
        /// How long they talked: from the answer to hanging up; 7moor's from `bridgeTime`, where there is one. Absent
        /// unless somebody answered.
        pub talk: Option<TimeDelta> = "talk_seconds",
        /// How long all took: from `started_at` to `ended_at`.
        pub total: Option<TimeDelta> = "total_seconds",
        /// How the call went.
        pub outcome: Option<Outcome> = "outcome",
        /// The vendor's own word for it: TCCC's `EndStatusString`; 7moor's `status`, else its `failureReason`.
        pub vendor_status: Option<String> = "vendor_status",
        /// Who hung up.
        pub hung_up_by: Option<HungUpBy> = "hung_up_by",
        /// Whether the record says that the call was transferred, or came by transfer.
        pub transferred: bool = "transferred",
        /// Whether the record says that an AI agent took part.
        pub ai_handled: bool = "ai_handled",
        /// What the customer answered when asked how satisfied they were, by its label where it has one: TCCC's
        /// `Satisfaction` of a chat, and what was pressed after a phone call; 7moor's `satisfyKeys`. A blank is between two.
        pub satisfaction: Option<String> = "satisfaction",
        /// Ids of the recordings: the call's own, then those of its legs. Only TCCC has them; a blank is between two.
        pub recording_ids: Vec<String> = "recording_ids",
        /// Where the recordings are: the call's own, then those of its sides or legs. A blank within an address is
        /// `%20`; a blank is between two.
        pub recording_urls: Vec<String> = "recording_urls",
    }
}

impl CallSummary {
    /// A summary that says no more than this, for you to fill in.
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

/// The texts that are there, each once, with no blank within one.
pub fn distinct<'a>(texts: impl IntoIterator<Item = &'a Option<String>>) -> Vec<String> {
    let mut distinct = Vec::new();
    for text in texts.into_iter().flatten() {
        let text = text.split_whitespace().collect::<Vec<_>>().join("%20");
        if !text.is_empty() && !distinct.contains(&text) {
            distinct.push(text);
        }
    }
    distinct
}
