use chrono::{DateTime, TimeDelta, Utc};

use super::{EndStatusString, SeatUser};

payload! {
    /// The record of a video call (`action=videoCdr`).
    ///
    /// Source: [视频 CDR 数据推送](https://cloud.tencent.com/document/product/679/82296) (video CDR push).
    #[derive(Eq, Hash)]
    pub struct VideoCdr {
        /// Contact-centre application (SDKAppID) that handled the call. The record cannot be read without it.
        pub sdk_app_id: u64 = "SdkAppId",
        /// Id of the call. The record cannot be read without it.
        pub session_id: String = "SessionId" as Id,
        /// When the call began.
        pub start_timestamp: Option<DateTime<Utc>> = "StartTimestamp" as UnixSeconds,
        /// When the call was first answered; `None` (0 on the wire) if it never was.
        pub accept_timestamp: Option<DateTime<Utc>> = "AcceptTimestamp" as UnixSeconds,
        /// When the call ended.
        pub ended_timestamp: Option<DateTime<Utc>> = "EndedTimestamp" as UnixSeconds,
        /// Id of the skill group that the call queued for; `None` (0 on the wire) if there was none. The sample has
        /// none.
        pub queued_skill_group_id: Option<u64> = "QueuedSkillGroupId" as NonZero,
        /// Name of the skill group that the call queued for; `None` if there was none. The sample has none.
        pub queued_skill_group_name: Option<String> = "QueuedSkillGroupName" as Plain,
        /// Service time, in seconds. Documented as the time from answer to end, but the sample has 15 for a call that
        /// was never answered, so do not count it as talk time unless you know that the call was answered.
        pub duration: Option<TimeDelta> = "Duration" as Seconds,
        /// How the call ended.
        pub end_status_string: Option<EndStatusString> = "EndStatusString",
        /// Id of the customer; in the sample it looks like a WeChat OpenID.
        pub user_id: Option<String> = "UserId" as Account,
        /// Nickname of the customer.
        pub user_nick_name: Option<String> = "UserNickName" as PersonName,
        /// The agent.
        pub seat_user: Option<SeatUser> = "SeatUser",
        /// Remark on the customer. The sample has none.
        pub user_remark: Option<String> = "UserRemark" as FreeText,
        /// Data that the customer's client passed in; base64 in the sample.
        pub client_data: Option<String> = "ClientData" as FreeText,
    }
}

impl VideoCdr {
    /// When an agent answered the call: `accept_timestamp`. `None` if none did.
    pub fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.accept_timestamp
    }

    /// Whether an agent answered the call; that is, whether [`answered_at`](Self::answered_at) has a value.
    ///
    /// Neither `duration` nor [`EndStatusString::implies_answered`] counts.
    pub fn was_answered(&self) -> bool {
        self.answered_at().is_some()
    }
}

impl VideoCdr {
    /// Makes a record with its identities and nothing else. The fields are public, so a test of your own code can set
    /// the ones that matter.
    pub fn new(sdk_app_id: u64, session_id: impl Into<String>) -> Self {
        Self { sdk_app_id, session_id: session_id.into(), ..Self::default() }
    }
}
