use chrono::{DateTime, TimeDelta, Utc};

use super::{BillCall, CallStatus, CallType, Extras, FailureReason, HangUpSide, LoginType, PushType, RecordType};
use crate::wire::instant::ChinaTime;
use crate::wire::length::SecondsOrText;
use crate::wire::scalar::{IntegerOrText, TextOrList};

payload! {
    /// A call's record (`pushType` `cdr`), pushed when an inbound or outbound call is over and its record made.
    ///
    /// The instants are China local time on the wire. The table has every field as text; the sample has the lengths and
    /// `sipCode` as numbers, and so they are written.
    #[derive(Eq)]
    pub struct CallRecord {
        /// Id of the account.
        pub account_id: Option<String> = "accountId",
        /// Which event it is. In the sample, not in the table.
        pub push_type: Option<PushType> = "pushType",
        /// Id of the action.
        pub action_id: Option<String> = "actionId",
        /// When the agent answered.
        pub agent_answer_time: Option<DateTime<Utc>> = "agentAnswerTime" as ChinaTime,
        /// Area code of the agent. The table spells it `agentAreacode`, the sample `agentAreaCode`.
        #[doc(alias = "agentAreacode")]
        pub agent_area_code: Option<String> = "agentAreaCode",
        /// City of the agent.
        pub agent_city: Option<String> = "agentCity",
        /// Country of the agent.
        pub agent_country: Option<String> = "agentCountry",
        /// Country code of the agent (`86`).
        pub agent_country_code: Option<String> = "agentCountryCode",
        /// Where the recording of the agent's side is (URL).
        pub agent_file_url: Option<String> = "agentFileUrl",
        /// Staff number of the agent.
        pub agent_number: Option<String> = "agentNumber",
        /// Province of the agent.
        pub agent_province: Option<String> = "agentProvince",
        /// How long it rang at the agent, to the second: from the call to the agent to the answer.
        pub agent_ring_duration: Option<TimeDelta> = "agentRingDuration" as SecondsOrText,
        /// When the agent was called.
        pub agent_start_time: Option<DateTime<Utc>> = "agentStartTime" as ChinaTime,
        /// The agent's telephone number.
        pub agent_tel_number: Option<String> = "agentTelNumber",
        /// Kind of the agent's telephone number, `mobile` for instance; the page lists no words.
        pub agent_tel_type: Option<String> = "agentTelType",
        /// Id of the application. In the sample, not in the table.
        pub application_id: Option<String> = "applicationId",
        /// The call's legs. In the sample, not in the table.
        pub bill_calls: Vec<BillCall> = "billCalls",
        /// How long agent and customer talked, to the second: from bridging to hangup.
        pub bridge_duration: Option<TimeDelta> = "bridgeDuration" as SecondsOrText,
        /// When agent and customer were bridged: inbound mostly when the staff number had been announced, outbound
        /// mostly when the customer answered.
        pub bridge_time: Option<DateTime<Utc>> = "bridgeTime" as ChinaTime,
        /// Id of the call on the channel that began it.
        pub call_id: Option<String> = "callId",
        /// What kind of call it was.
        pub call_type: Option<CallType> = "callType",
        /// Kind of the record; only `callRecord` was ever seen. In the sample, not in the table.
        pub cdr_type: Option<String> = "cdrType",
        /// When the record was made.
        pub create_time: Option<DateTime<Utc>> = "createTime" as ChinaTime,
        /// When the customer answered.
        pub customer_answer_time: Option<DateTime<Utc>> = "customerAnswerTime" as ChinaTime,
        /// Area code of the customer.
        pub customer_area_code: Option<String> = "customerAreaCode",
        /// City of the customer.
        pub customer_city: Option<String> = "customerCity",
        /// Country of the customer.
        pub customer_country: Option<String> = "customerCountry",
        /// Country code of the customer.
        pub customer_country_code: Option<String> = "customerCountryCode",
        /// Where the recording of the customer's side is (URL).
        pub customer_file_url: Option<String> = "customerFileUrl",
        /// The customer's number.
        pub customer_number: Option<String> = "customerNumber",
        /// Kind of the customer's number, `mobile` for instance; the page lists no words.
        pub customer_number_type: Option<String> = "customerNumberType",
        /// Province of the customer.
        pub customer_province: Option<String> = "customerProvince",
        /// How long it rang at the customer, to the second: from the call to the customer to the answer; 0 on an
        /// inbound call.
        pub customer_ring_duration: Option<TimeDelta> = "customerRingDuration" as SecondsOrText,
        /// When the customer was called.
        pub customer_start_time: Option<DateTime<Utc>> = "customerStartTime" as ChinaTime,
        /// The number that the customer was shown.
        pub display_number: Option<String> = "displayNumber",
        /// When all was over: the end of the satisfaction survey where there was one, else the hangup.
        pub end_time: Option<DateTime<Utc>> = "endTime" as ChinaTime,
        /// Why the call failed. In the table, not in the sample.
        pub failure_reason: Option<FailureReason> = "failureReason",
        /// Address of the outbound gateway, with its port (`172.31.15.12:32766`).
        #[doc(alias = "gatewayIP")]
        pub gateway_ip: Option<String> = "gatewayIP",
        /// Who hung up.
        pub hang_up_side: Option<HangUpSide> = "hangUpSide",
        /// When the call was hung up.
        pub hangup_time: Option<DateTime<Utc>> = "hangupTime" as ChinaTime,
        /// The hotline number.
        pub hot_line_number: Option<String> = "hotLineNumber",
        /// Running number of the record; neither `_id` nor `uniqueId`. In the table, not in the sample.
        pub id: Option<String> = "id",
        /// Id of the IVR.
        pub ivr_id: Option<String> = "ivrId",
        /// When the call came into the IVR; absent (`""`) if it never did.
        pub ivr_time: Option<DateTime<Utc>> = "ivrTime" as ChinaTime,
        /// When the call came into the queue; absent (`""`) if it never did.
        pub join_queue_time: Option<DateTime<Utc>> = "joinQueueTime" as ChinaTime,
        /// Keys that the customer pressed in the satisfaction survey. The table says text, the sample has a list.
        pub satisfy_keys: Vec<String> = "satisfyKeys" as TextOrList,
        /// With what the agent took the call.
        pub login_type: Option<LoginType> = "loginType",
        /// How long the staff number was announced, to the second.
        pub play_number_duration: Option<TimeDelta> = "playNumberDuration" as SecondsOrText,
        /// Number of the queue.
        pub queue_number: Option<String> = "queueNumber",
        /// Where the recording is (URL).
        pub record_file_url: Option<String> = "recordFileUrl",
        /// What kind of recording there is.
        pub record_type: Option<RecordType> = "recordType",
        /// How long the recording is, to the second.
        pub recording_duration: Option<TimeDelta> = "recordingDuration" as SecondsOrText,
        /// How long the satisfaction survey took, to the second.
        pub satisfy_duration: Option<TimeDelta> = "satisfyDuration" as SecondsOrText,
        /// When the satisfaction survey ended.
        pub satisfy_end_time: Option<DateTime<Utc>> = "satisfyEndTime" as ChinaTime,
        /// Id of the IVR of the satisfaction survey.
        pub satisfy_ivr_id: Option<String> = "satisfyIvrId",
        /// When the satisfaction survey began.
        pub satisfy_start_time: Option<DateTime<Utc>> = "satisfyStartTime" as ChinaTime,
        /// SIP answer code, 200 for instance. The table says text, the sample has a number.
        pub sip_code: Option<u32> = "sipCode" as IntegerOrText,
        /// When the call began.
        pub start_time: Option<DateTime<Utc>> = "startTime" as ChinaTime,
        /// How the call was taken.
        pub status: Option<CallStatus> = "status",
        /// Id of the call: 18 digits, too long for a float.
        pub call_unique_id: Option<String> = "callUniqueId",
        /// Id of the call from which this one came by transfer. In the table, not in the sample.
        pub relative_call_unique_id: Option<String> = "relativeCallUniqueId",
        /// Id of the event.
        pub event_unique_id: Option<String> = "eventUniqueId",
        /// When the system answered.
        pub system_answer_time: Option<DateTime<Utc>> = "systemAnswerTime" as ChinaTime,
        /// Id of the task.
        pub task_id: Option<String> = "taskId",
        /// How long all took, to the second: from start to end, with the satisfaction survey, without consultations,
        /// transfers and conferences.
        pub total_duration: Option<TimeDelta> = "totalDuration" as SecondsOrText,
        /// The number that an inbound call went to.
        pub trunk_number: Option<String> = "trunkNumber",
        /// The virtual number, the calling one of an AXB call.
        pub virtual_number: Option<String> = "virtualNumber",
        /// How long the customer waited, to the second.
        pub wait_duration: Option<TimeDelta> = "waitDuration" as SecondsOrText,
        /// Name of the IVR.
        pub ivr_name: Option<String> = "ivrName",
        /// Name of the queue.
        pub queue_name: Option<String> = "queueName",
        /// Name of the agent.
        pub agent_name: Option<String> = "agentName",
        /// Id of the agent.
        pub agent_id: Option<String> = "agentId",
        /// Result of a pattern match, `000` in the sample; the page says no more.
        pub match_result: Option<String> = "matchResult",
        /// Id of the customer.
        pub customer_id: Option<String> = "customerId",
        /// Name of the customer.
        pub customer_name: Option<String> = "customerName",
        /// Primary key of the record. In the table, not in the sample.
        pub _id: Option<String> = "_id",
        /// When the record was stored.
        pub save_time: Option<DateTime<Utc>> = "saveTime" as ChinaTime,
        /// Unique id of the record. In the table, not in the sample.
        pub unique_id: Option<String> = "uniqueId",
        /// Parameters of your own, passed in when the call was dialled; absent (`""`) in the sample.
        pub extras: Option<Extras> = "extras",
        /// Ids of the groups of the shown number.
        pub group_id_list: Vec<String> = "groupIdList",
        /// Names of the groups of the shown number.
        pub group_name_list: Vec<String> = "groupNameList",
        /// Where the recording of both tracks in one file is (URL); absent (`""`) in the sample, though its `record_type` is
        /// `doubleTrack`.
        pub double_track_file_url: Option<String> = "doubleTrackFileUrl",
        /// Where the message is that the customer left (URL). The sample has the recording here, though nobody left a
        /// message: go by `record_type`.
        pub voice_mail_url: Option<String> = "voiceMailUrl",
    }
}
