use chrono::{DateTime, TimeDelta, Utc};

use super::{EndStatusString, Satisfaction, SeatUser};
use crate::wire::instant::UnixSeconds;
use crate::wire::length::Seconds;

payload! {
    /// A chat's record (`action=imcdr`): one for each conversation.
    ///
    /// Page: the chat CDR push of the vendor's older documentation; the current navigation has it no more.
    #[derive(Eq)]
    pub struct ChatCdr {
        /// Contact-centre application (SDKAppID) that had the chat. The record cannot be read without it.
        pub sdk_app_id: u64 = "SdkAppId",
        /// Id of the chat. The record cannot be read without it.
        pub session_id: String = "SessionId",
        /// When the chat began.
        pub start_timestamp: Option<DateTime<Utc>> = "StartTimestamp" as UnixSeconds,
        /// When it was queued; absent (0) if it never was.
        pub queued_timestamp: Option<DateTime<Utc>> = "QueuedTimestamp" as UnixSeconds,
        /// When it first rang at an agent; absent (0) if it never did.
        pub ring_timestamp: Option<DateTime<Utc>> = "RingTimestamp" as UnixSeconds,
        /// When it was first answered; absent (0) if it never was.
        pub accept_timestamp: Option<DateTime<Utc>> = "AcceptTimestamp" as UnixSeconds,
        /// When the chat ended.
        pub ended_timestamp: Option<DateTime<Utc>> = "EndedTimestamp" as UnixSeconds,
        /// Id of the skill group that the chat queued for.
        pub queued_skill_group_id: Option<u64> = "QueuedSkillGroupId",
        /// Name of the skill group that the chat queued for.
        pub queued_skill_group_name: Option<String> = "QueuedSkillGroupName",
        /// Time of service, to the second: from answer to end, says the page, though its sample has 15 for a chat that
        /// was never answered.
        pub duration: Option<TimeDelta> = "Duration" as Seconds,
        /// Time in the bot menu (IVR), to the second: from start to queueing.
        #[doc(alias = "IVRDuration")]
        pub ivr_duration: Option<TimeDelta> = "IVRDuration" as Seconds,
        /// How the chat ended.
        pub end_status_string: Option<EndStatusString> = "EndStatusString",
        /// Id of the customer, an open id of the channel in the sample.
        pub user_id: Option<String> = "UserId",
        /// Nickname of the customer.
        pub user_nick_name: Option<String> = "UserNickName",
        /// Keys that the customer chose in the IVR.
        #[doc(alias = "IVRKeyPressed")]
        pub ivr_key_pressed: Vec<String> = "IVRKeyPressed",
        /// The agent.
        pub seat_user: Option<SeatUser> = "SeatUser",
        /// Remark on the customer.
        pub user_remark: Option<String> = "UserRemark",
        /// How satisfied the customer was.
        pub satisfaction: Option<Satisfaction> = "Satisfaction",
        /// What the customer's client passed in; base64 in the sample.
        pub client_data: Option<String> = "ClientData",
    }
}
