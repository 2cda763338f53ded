use chrono::{DateTime, TimeDelta, Utc};

use super::{EndStatusString, SeatUser};
use crate::wire::instant::UnixSeconds;
use crate::wire::length::Seconds;

payload! {
    /// A video call's record (`action=videoCdr`): one for each call.
    ///
    /// Page: [视频 CDR 数据推送](https://cloud.tencent.com/document/product/679/82296) (video CDR push).
    #[derive(Eq)]
    pub struct VideoCdr {
        /// Contact-centre application (SDKAppID) that had the call. The record cannot be read without it.
        pub sdk_app_id: u64 = "SdkAppId",
        /// Id of the call. The record cannot be read without it.
        pub session_id: String = "SessionId",
        /// When the call began.
        pub start_timestamp: Option<DateTime<Utc>> = "StartTimestamp" as UnixSeconds,
        /// When it was first answered; absent (0) if it never was.
        pub accept_timestamp: Option<DateTime<Utc>> = "AcceptTimestamp" as UnixSeconds,
        /// When the call ended.
        pub ended_timestamp: Option<DateTime<Utc>> = "EndedTimestamp" as UnixSeconds,
        /// Id of the skill group that the call queued for.
        pub queued_skill_group_id: Option<u64> = "QueuedSkillGroupId",
        /// Name of the skill group that the call queued for.
        pub queued_skill_group_name: Option<String> = "QueuedSkillGroupName",
        /// Time of service, to the second: from answer to end, says the page, though its sample has 15 for a call that
        /// was never answered.
        pub duration: Option<TimeDelta> = "Duration" as Seconds,
        /// How the call ended.
        pub end_status_string: Option<EndStatusString> = "EndStatusString",
        /// Id of the customer, an open id of the channel in the sample.
        pub user_id: Option<String> = "UserId",
        /// Nickname of the customer.
        pub user_nick_name: Option<String> = "UserNickName",
        /// The agent.
        pub seat_user: Option<SeatUser> = "SeatUser",
        /// Remark on the customer.
        pub user_remark: Option<String> = "UserRemark",
        /// What the customer's client passed in; base64 in the sample.
        pub client_data: Option<String> = "ClientData",
    }
}
