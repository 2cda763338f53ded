use chrono::{DateTime, TimeDelta, Utc};

use super::{
    AsrStatus, CallType, Direction, EndStatusString, HungUpSide, IvrKeyPress, SeatUser, ServeParticipant, TelLocation,
};
use crate::wire::instant::UnixSeconds;
use crate::wire::length::Seconds;

payload! {
    /// A phone call's record (`action=cdr`): one for each call of a customer, in or out, however often it was
    /// transferred. The legs are in `serve_participants`.
    ///
    /// Page: [电话 CDR 数据推送](https://cloud.tencent.com/document/product/679/67257) (phone CDR push). Fields that the
    /// older document of that page lacks say where they are from. "The 2025 page" is
    /// [Data Push: Voice Call Records](https://www.tencentcloud.com/document/product/1229/59641); "`TelCdrInfo`" is
    /// the pull API's twin of this record in Tencent Cloud's SDK
    /// ([data types](https://cloud.tencent.com/document/api/679/47715#TelCdrInfo)), whose fields the push has come to share
    /// one after another.
    #[derive(Eq)]
    pub struct PhoneCdr {
        /// Contact-centre application (SDKAppID) that had the call. The record cannot be read without it.
        pub sdk_app_id: u64 = "SdkAppId",
        /// Id of the call. The record cannot be read without it.
        pub session_id: String = "SessionId",
        /// Which side began the call.
        pub direction: Option<Direction> = "Direction",
        /// What kind of call it was; finer than `direction`. From the 2025 page.
        pub call_type: Option<CallType> = "CallType",
        /// When the call was begun, in the pull API's older name of `start_timestamp`. From `TelCdrInfo`.
        pub time: Option<DateTime<Utc>> = "Time" as UnixSeconds,
        /// When the call began.
        pub start_timestamp: Option<DateTime<Utc>> = "StartTimestamp" as UnixSeconds,
        /// When an inbound call was queued; absent (0) if it never was. From the 2025 page.
        pub queued_timestamp: Option<DateTime<Utc>> = "QueuedTimestamp" as UnixSeconds,
        /// When it first rang; absent (0) if it never did. In the page's sample, not in its table.
        pub ring_timestamp: Option<DateTime<Utc>> = "RingTimestamp" as UnixSeconds,
        /// When it was answered: by the agent on an inbound call, by the customer on an outbound one. Absent (0) if it
        /// never was. In the page's sample, not in its table.
        pub accept_timestamp: Option<DateTime<Utc>> = "AcceptTimestamp" as UnixSeconds,
        /// When the call ended.
        pub ended_timestamp: Option<DateTime<Utc>> = "EndedTimestamp" as UnixSeconds,
        /// Id of the skill group that the call queued for, 0 where it queued for none. An outbound call has the agent's
        /// only group; of several the one that the calling number is bound to; else the agent's first.
        #[doc(alias = "QueuedSkillGroupID")]
        pub queued_skill_group_id: Option<u64> = "QueuedSkillGroupId",
        /// Name of the skill group that the call queued for; absent (`""`) where it queued for none. From the 2025 page.
        pub queued_skill_group_name: Option<String> = "QueuedSkillGroupName",
        /// Id of the skill group that served the call. From `TelCdrInfo`.
        pub skill_group_id: Option<u64> = "SkillGroupId",
        /// Name of the skill group that served the call. From `TelCdrInfo`.
        pub skill_group: Option<String> = "SkillGroup",
        /// Time of service, to the second: from answer to end, says the page, though its sample has 15 and then 0 for a
        /// call that was never answered. The last one is kept.
        pub duration: Option<TimeDelta> = "Duration" as Seconds,
        /// Time in the IVR, to the second: from start to queueing.
        #[doc(alias = "IVRDuration")]
        pub ivr_duration: Option<TimeDelta> = "IVRDuration" as Seconds,
        /// How the call ended.
        pub end_status_string: Option<EndStatusString> = "EndStatusString",
        /// The number of `end_status_string`; see [`EndStatusString::from_code`]. From `TelCdrInfo`.
        pub end_status: Option<i64> = "EndStatus",
        /// Why the system hung up after the call was answered, as a number like that of `end_status`. From `TelCdrInfo`,
        /// since 2026.
        pub sys_hangup_reason: Option<i64> = "SysHangupReason",
        /// The same as text. From `TelCdrInfo`, since 2026.
        pub sys_hangup_reason_string: Option<String> = "SysHangupReasonString",
        /// Who hung up.
        pub hung_up_side: Option<HungUpSide> = "HungUpSide",
        /// Number that called, as the vendor writes it (`008602066247698`); [`PhoneNumber`](crate::PhoneNumber) takes it
        /// apart. Absent (`""`) under number protection.
        pub caller: Option<String> = "Caller",
        /// Number that was called, as the vendor writes it. Absent (`""`) under number protection.
        pub callee: Option<String> = "Callee",
        /// Stand-in for the number that called, under number protection. From `TelCdrInfo`.
        pub protected_caller: Option<String> = "ProtectedCaller",
        /// Stand-in for the number that was called, under number protection. From `TelCdrInfo`.
        pub protected_callee: Option<String> = "ProtectedCallee",
        /// Where the calling number is from: province, city, carrier, in free text. From the 2025 page.
        pub caller_location: Option<String> = "CallerLocation",
        /// Keys that the customer pressed in the IVR. `TelCdrInfo` calls it outdated, for the next field has more.
        #[doc(alias = "IVRKeyPressed")]
        pub ivr_key_pressed: Vec<String> = "IVRKeyPressed",
        /// The same, with what each key stands for.
        #[doc(alias = "IVRKeyPressedEx")]
        pub ivr_key_pressed_ex: Vec<IvrKeyPress> = "IVRKeyPressedEx",
        /// Keys pressed after the call, in the satisfaction survey for instance. `TelCdrInfo` calls it outdated, for the
        /// next field has more.
        #[doc(alias = "PostIVRKeyPressed")]
        pub post_ivr_key_pressed: Vec<IvrKeyPress> = "PostIVRKeyPressed",
        /// The same, with a key `noInput` where the customer was asked and pressed nothing. From `TelCdrInfo`, since 2026.
        #[doc(alias = "PostIVRKeyPressedEx")]
        pub post_ivr_key_pressed_ex: Vec<IvrKeyPress> = "PostIVRKeyPressedEx",
        /// The agent; after a transfer the last one.
        pub seat_user: Option<SeatUser> = "SeatUser",
        /// Id of the AI agent, where one took part. From `TelCdrInfo`, since 2025.
        #[doc(alias = "AIAgentId")]
        pub ai_agent_id: Option<u64> = "AIAgentId",
        /// Name of the AI agent, where one took part. From `TelCdrInfo`, since 2025.
        #[doc(alias = "AIAgentName")]
        pub ai_agent_name: Option<String> = "AIAgentName",
        /// The legs of service, one for each participant that the call reached.
        pub serve_participants: Vec<ServeParticipant> = "ServeParticipants",
        /// Id of the recording of the customer's side. From the 2025 page.
        pub record_id: Option<String> = "RecordId",
        /// Where the recording is. From `TelCdrInfo`.
        #[doc(alias = "RecordURL")]
        pub record_url: Option<String> = "RecordURL",
        /// Where the recording is in a bucket of your own. From `TelCdrInfo`.
        #[doc(alias = "CustomRecordURL")]
        pub custom_record_url: Option<String> = "CustomRecordURL",
        /// Where the recording's transcript is. From `TelCdrInfo`.
        pub asr_url: Option<String> = "AsrUrl",
        /// How far the transcript is. From `TelCdrInfo`.
        pub asr_status: Option<AsrStatus> = "AsrStatus",
        /// Where the messages are that the customer left during the call. From `TelCdrInfo`.
        #[doc(alias = "VoicemailRecordURL")]
        pub voicemail_record_url: Vec<String> = "VoicemailRecordURL",
        /// Where the transcripts of these messages are. From `TelCdrInfo`.
        #[doc(alias = "VoicemailAsrURL")]
        pub voicemail_asr_url: Vec<String> = "VoicemailAsrURL",
        /// Remark on the customer.
        pub user_remark: Option<String> = "UserRemark",
        /// Remark. From `TelCdrInfo`.
        pub remark: Option<String> = "Remark",
        /// Where the number is from.
        pub tel_location: Option<TelLocation> = "TelLocation",
        /// What the caller of the outbound-call API passed in to come along. `TelCdrInfo` calls it outdated, for the next
        /// field takes its place.
        pub uui: Option<String> = "Uui",
        /// What was passed in to come along, under its newer key, which takes the place of `Uui`. They are two keys, and a
        /// record may have both. From `TelCdrInfo`.
        #[doc(alias = "UUI")]
        pub uui_upper: Option<String> = "UUI",
    }
}
