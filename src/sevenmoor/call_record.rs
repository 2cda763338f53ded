use chrono::{DateTime, TimeDelta, Utc};

use super::{BillCall, CallStatus, CallType, Extras, FailureReason, HangUpSide, LoginType, PushType, RecordType};
use crate::outcome::{Direction, Outcome};

payload! {
    /// A call record (`pushType` `cdr`), pushed when an inbound or outbound call is over and its record is made.
    ///
    /// The instants are read as China time, because the documentation names no time zone; they are `None` (`""` on the
    /// wire) for what did not happen. Durations are seconds. All fields except `extras` and the lists of groups are
    /// documented as text; the sample has the durations and `sipCode` as numbers, and they are written that way.
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    #[derive(Eq, Hash)]
    pub struct CallRecord {
        /// Id of the account.
        pub account_id: Option<String> = "accountId" as Id,
        /// Which event it is. In the sample, not in the table.
        pub push_type: Option<PushType> = "pushType",
        /// Id of an action; the vendor does not say which. `None` (`""` on the wire) in the sample.
        pub action_id: Option<String> = "actionId" as Id,
        /// When the agent answered; `None` (`""` on the wire) if no agent did.
        pub agent_answer_time: Option<DateTime<Utc>> = "agentAnswerTime" as ChinaTime,
        /// Area code of the agent. The table spells it `agentAreacode`, the sample `agentAreaCode`.
        #[doc(alias = "agentAreacode")]
        pub agent_area_code: Option<String> = "agentAreaCode" as Location,
        /// City of the agent.
        pub agent_city: Option<String> = "agentCity" as Location,
        /// Country of the agent.
        pub agent_country: Option<String> = "agentCountry" as Location,
        /// Country code of the agent (`86`).
        pub agent_country_code: Option<String> = "agentCountryCode" as Plain,
        /// URL of the recording of the agent's side.
        pub agent_file_url: Option<String> = "agentFileUrl" as Link,
        /// Staff number of the agent.
        pub agent_number: Option<String> = "agentNumber" as Id,
        /// Province of the agent.
        pub agent_province: Option<String> = "agentProvince" as Location,
        /// How long the call rang at the agent, in seconds: from calling the agent to the answer.
        pub agent_ring_duration: Option<TimeDelta> = "agentRingDuration" as OrText<Seconds>,
        /// When the agent was called.
        pub agent_start_time: Option<DateTime<Utc>> = "agentStartTime" as ChinaTime,
        /// The agent's telephone number.
        pub agent_tel_number: Option<String> = "agentTelNumber" as Phone,
        /// Kind of the agent's telephone number, for instance `mobile`. The values are not documented.
        pub agent_tel_type: Option<String> = "agentTelType" as Plain,
        /// Id of the application. In the sample, not in the table.
        pub application_id: Option<String> = "applicationId" as Id,
        /// The call's legs. In the sample, not in the table.
        pub bill_calls: Vec<BillCall> = "billCalls" as TextParts,
        /// How long agent and customer talked, in seconds: from bridging to hangup.
        pub bridge_duration: Option<TimeDelta> = "bridgeDuration" as OrText<Seconds>,
        /// When agent and customer were bridged: for an inbound call usually when the staff number had been announced,
        /// for an outbound one when the customer answered.
        pub bridge_time: Option<DateTime<Utc>> = "bridgeTime" as ChinaTime,
        /// The `callId` of the channel that originated the call; a UUID in the sample.
        pub call_id: Option<String> = "callId" as Id,
        /// The kind of the call. The table lists no values; the sample has one that the call events have too.
        pub call_type: Option<CallType> = "callType",
        /// Kind of the record; only `callRecord` has ever been seen. In the sample, not in the table.
        pub cdr_type: Option<String> = "cdrType" as Plain,
        /// When the record was made.
        pub create_time: Option<DateTime<Utc>> = "createTime" as ChinaTime,
        /// When the customer answered.
        pub customer_answer_time: Option<DateTime<Utc>> = "customerAnswerTime" as ChinaTime,
        /// Area code of the customer.
        pub customer_area_code: Option<String> = "customerAreaCode" as Location,
        /// City of the customer.
        pub customer_city: Option<String> = "customerCity" as Location,
        /// Country of the customer.
        pub customer_country: Option<String> = "customerCountry" as Location,
        /// Country code of the customer.
        pub customer_country_code: Option<String> = "customerCountryCode" as Plain,
        /// URL of the recording of the customer's side.
        pub customer_file_url: Option<String> = "customerFileUrl" as Link,
        /// The customer's number.
        pub customer_number: Option<String> = "customerNumber" as Phone,
        /// Kind of the customer's number, for instance `mobile`. The values are not documented.
        pub customer_number_type: Option<String> = "customerNumberType" as Plain,
        /// Province of the customer.
        pub customer_province: Option<String> = "customerProvince" as Location,
        /// How long the call rang at the customer, in seconds: from calling the customer to the answer. 0 for an
        /// inbound call.
        pub customer_ring_duration: Option<TimeDelta> = "customerRingDuration" as OrText<Seconds>,
        /// When the customer was called.
        pub customer_start_time: Option<DateTime<Utc>> = "customerStartTime" as ChinaTime,
        /// The number that was shown to the customer.
        pub display_number: Option<String> = "displayNumber" as Phone,
        /// When the whole call was over: the end of the satisfaction survey if there was one, otherwise the hangup.
        pub end_time: Option<DateTime<Utc>> = "endTime" as ChinaTime,
        /// Why the call failed. In the table, not in the sample.
        pub failure_reason: Option<FailureReason> = "failureReason",
        /// Address of the outbound gateway, with its port (`172.31.15.12:32766`).
        #[doc(alias = "gatewayIP")]
        pub gateway_ip: Option<String> = "gatewayIP" as Address,
        /// Who hung up.
        pub hang_up_side: Option<HangUpSide> = "hangUpSide",
        /// When the call was hung up.
        pub hangup_time: Option<DateTime<Utc>> = "hangupTime" as ChinaTime,
        /// The hotline number; `None` (`""` on the wire) in the sample, an outbound call.
        pub hot_line_number: Option<String> = "hotLineNumber" as Phone,
        /// Auto-incremented id of the record; not the same as `_id` and `uniqueId`. In the table, not in the sample.
        pub id: Option<String> = "id" as Id,
        /// Id of the IVR.
        pub ivr_id: Option<String> = "ivrId" as Id,
        /// When the call entered the IVR; `None` (`""` on the wire) if it never did.
        pub ivr_time: Option<DateTime<Utc>> = "ivrTime" as ChinaTime,
        /// When the call entered the queue; `None` (`""` on the wire) if it never did.
        pub join_queue_time: Option<DateTime<Utc>> = "joinQueueTime" as ChinaTime,
        /// Keys that the customer pressed in the satisfaction survey. Documented as text; the sample has a list.
        pub satisfy_keys: Vec<String> = "satisfyKeys" as OrText<FreeText>,
        /// The device with which the agent took the call.
        pub login_type: Option<LoginType> = "loginType",
        /// How long the staff number was announced, in seconds. The table says 拨 (dialled) here, but 播 (announced) for
        /// `bridgeTime`.
        pub play_number_duration: Option<TimeDelta> = "playNumberDuration" as OrText<Seconds>,
        /// Number of the queue; `None` (`""` on the wire) if the call did not queue.
        pub queue_number: Option<String> = "queueNumber" as Id,
        /// URL of the recording.
        pub record_file_url: Option<String> = "recordFileUrl" as Link,
        /// The kind of the recording.
        pub record_type: Option<RecordType> = "recordType",
        /// How long the recording is, in seconds.
        pub recording_duration: Option<TimeDelta> = "recordingDuration" as OrText<Seconds>,
        /// How long the satisfaction survey took, in seconds; 0 if there was none.
        pub satisfy_duration: Option<TimeDelta> = "satisfyDuration" as OrText<Seconds>,
        /// When the satisfaction survey ended; `None` (`""` on the wire) if there was none.
        pub satisfy_end_time: Option<DateTime<Utc>> = "satisfyEndTime" as ChinaTime,
        /// Id of the IVR of the satisfaction survey.
        pub satisfy_ivr_id: Option<String> = "satisfyIvrId" as Id,
        /// When the satisfaction survey began; `None` (`""` on the wire) if there was none.
        pub satisfy_start_time: Option<DateTime<Utc>> = "satisfyStartTime" as ChinaTime,
        /// SIP response code, for instance 200. Documented as text; the sample has a number.
        pub sip_code: Option<u32> = "sipCode" as OrText<Auto>,
        /// When the call began.
        pub start_time: Option<DateTime<Utc>> = "startTime" as ChinaTime,
        /// How the call went.
        pub status: Option<CallStatus> = "status",
        /// Id of the call: 18 digits, too many for a float.
        pub call_unique_id: Option<String> = "callUniqueId" as Id,
        /// Id of the call from which this one was transferred (`callUniqueId` there); `None` if it was not transferred.
        /// In the table, not in the sample.
        pub relative_call_unique_id: Option<String> = "relativeCallUniqueId" as Id,
        /// Id of the event.
        pub event_unique_id: Option<String> = "eventUniqueId" as Id,
        /// When the system answered, as opposed to the agent or the customer.
        pub system_answer_time: Option<DateTime<Utc>> = "systemAnswerTime" as ChinaTime,
        /// Id of a task; the vendor does not say which. `None` (`""` on the wire) in the sample.
        pub task_id: Option<String> = "taskId" as Id,
        /// How long the whole call took, in seconds: from start to end, including the satisfaction survey, but not
        /// consultations, transfers and conferences.
        pub total_duration: Option<TimeDelta> = "totalDuration" as OrText<Seconds>,
        /// The number that the customer called; inbound calls only.
        pub trunk_number: Option<String> = "trunkNumber" as Phone,
        /// The virtual number (the X of AXB): the calling number of an outbound AXB call.
        pub virtual_number: Option<String> = "virtualNumber" as Phone,
        /// How long the customer waited, in seconds.
        pub wait_duration: Option<TimeDelta> = "waitDuration" as OrText<Seconds>,
        /// Name of the IVR.
        pub ivr_name: Option<String> = "ivrName" as Plain,
        /// Name of the queue.
        pub queue_name: Option<String> = "queueName" as Plain,
        /// Name of the agent.
        pub agent_name: Option<String> = "agentName" as PersonName,
        /// Id of the agent.
        pub agent_id: Option<String> = "agentId" as Account,
        /// Result of a regular-expression match; `000` in the sample. Neither the values nor the expression are
        /// documented.
        pub match_result: Option<String> = "matchResult" as Plain,
        /// Id of the customer.
        pub customer_id: Option<String> = "customerId" as Account,
        /// Name of the customer.
        pub customer_name: Option<String> = "customerName" as PersonName,
        /// Primary key of the record. In the table, not in the sample.
        pub _id: Option<String> = "_id" as Id,
        /// When the record was stored.
        pub save_time: Option<DateTime<Utc>> = "saveTime" as ChinaTime,
        /// Unique id of the record. In the table, not in the sample.
        pub unique_id: Option<String> = "uniqueId" as Id,
        /// Your own parameters, passed in when the call was dialled; `None` (`""` on the wire) in the sample.
        pub extras: Option<Extras> = "extras" as ObjectOrText,
        /// Ids of the groups of the shown number (`displayNumber`).
        pub group_id_list: Vec<String> = "groupIdList" as Id,
        /// Names of the groups of the shown number (`displayNumber`).
        pub group_name_list: Vec<String> = "groupNameList" as Plain,
        /// URL of the recording with both tracks in one file; `None` (`""` on the wire) in the sample, although its
        /// `record_type` is `doubleTrack`.
        pub double_track_file_url: Option<String> = "doubleTrackFileUrl" as Link,
        /// URL of the message that the customer left. The sample has the call's recording here, although the customer
        /// left no message: `record_type` says whether there is one.
        pub voice_mail_url: Option<String> = "voiceMailUrl" as Link,
    }
}

impl CallRecord {
    /// When the call was answered: by the agent if it was inbound, by the customer if it was outbound. Without that
    /// instant, when agent and customer were bridged.
    ///
    /// A `webcall` and a call without a known `call_type` do not say which side began. They count as answered when
    /// agent and customer were bridged, or else when both sides had answered.
    ///
    /// `None` if `status` is a known value for a call that was not answered: an `agent_answer_time` does not mean that
    /// a customer who gave up in the queue was answered.
    pub fn answered_at(&self) -> Option<DateTime<Utc>> {
        match self.status.as_ref().and_then(CallStatus::facts) {
            Some(Outcome::Answered | Outcome::Transferred) | None => {}
            Some(_) => return None,
        }
        match self.call_type.as_ref().and_then(CallType::direction) {
            Some(Direction::Inbound) => self.agent_answer_time.or(self.bridge_time),
            Some(Direction::Outbound) => self.customer_answer_time.or(self.bridge_time),
            Some(Direction::Internal) | None => {
                let both = self.agent_answer_time.zip(self.customer_answer_time);
                self.bridge_time.or(both.map(|(agent, customer)| agent.max(customer)))
            }
        }
    }

    /// Whether the call was answered; that is, whether [`answered_at`](Self::answered_at) has a value.
    ///
    /// A `status` of `ANSWER` alone does not count.
    pub fn was_answered(&self) -> bool {
        self.answered_at().is_some()
    }
}
