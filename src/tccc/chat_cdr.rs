use chrono::{DateTime, TimeDelta, Utc};

use super::{ChatType, EndStatusString, Satisfaction, SeatUser};

payload! {
    /// The record of a chat (`action=imcdr`).
    ///
    /// Source: the vendor's older documentation of the chat CDR push, in
    /// [qcloud-documents](https://github.com/tencentyun/qcloud-documents). The current documentation no longer lists
    /// this push. Some fields are those of this record's counterpart in the pull API, `IMCdrInfo` in Tencent Cloud's
    /// SDK; other keys of the counterpart are kept in `extra`.
    #[derive(Eq, Hash)]
    pub struct ChatCdr {
        /// Contact-centre application (SDKAppID) that handled the chat. The record cannot be read without it.
        pub sdk_app_id: u64 = "SdkAppId",
        /// Id of the chat. The record cannot be read without it.
        pub session_id: String = "SessionId" as Id,
        /// The kind of the chat. Documented only for the pull API's record.
        pub r#type: Option<ChatType> = "Type",
        /// When the chat began.
        pub start_timestamp: Option<DateTime<Utc>> = "StartTimestamp" as UnixSeconds,
        /// When the chat was queued; `None` (0 on the wire) if it never was.
        pub queued_timestamp: Option<DateTime<Utc>> = "QueuedTimestamp" as UnixSeconds,
        /// When the chat first rang at an agent; `None` (0 on the wire) if it never did.
        pub ring_timestamp: Option<DateTime<Utc>> = "RingTimestamp" as UnixSeconds,
        /// When the chat was first answered; `None` (0 on the wire) if it never was.
        pub accept_timestamp: Option<DateTime<Utc>> = "AcceptTimestamp" as UnixSeconds,
        /// When the chat ended.
        pub ended_timestamp: Option<DateTime<Utc>> = "EndedTimestamp" as UnixSeconds,
        /// Id of the skill group that the chat queued for; `None` (0 on the wire) if there was none.
        pub queued_skill_group_id: Option<u64> = "QueuedSkillGroupId" as NonZero,
        /// Name of the skill group that the chat queued for; `None` if there was none. The sample has none.
        pub queued_skill_group_name: Option<String> = "QueuedSkillGroupName" as Plain,
        /// Id of the chat's skill group; `None` (0 on the wire) if it has none. How it differs from
        /// `queued_skill_group_id` is not documented. The field is documented only for the pull API's record, where it
        /// is text; other records have a number.
        pub skill_group_id: Option<u64> = "SkillGroupId" as OrText<NonZero>,
        /// Name of the chat's skill group; `None` if it has none. Documented only for the pull API's record.
        pub skill_group_name: Option<String> = "SkillGroupName" as Plain,
        /// Service time, in seconds. Documented as the time from answer to end, but the sample has 15 for a chat that
        /// was never answered, so do not count it as talk time unless you know that the chat was answered.
        pub duration: Option<TimeDelta> = "Duration" as Seconds,
        /// Time in the IVR, in seconds: from start to queue. The sample has none.
        #[doc(alias = "IVRDuration")]
        pub ivr_duration: Option<TimeDelta> = "IVRDuration" as Seconds,
        /// How the chat ended. [`known_end_status`](Self::known_end_status) also looks at `end_status`.
        pub end_status_string: Option<EndStatusString> = "EndStatusString",
        /// How the chat ended, as a number; see [`EndStatusString::from_chat_code`]. A phone record has other numbers.
        /// Documented only for the pull API's record.
        pub end_status: Option<i64> = "EndStatus",
        /// Id of the customer; in the sample it looks like a WeChat OpenID.
        pub user_id: Option<String> = "UserId" as Account,
        /// Nickname of the customer.
        pub user_nick_name: Option<String> = "UserNickName" as PersonName,
        /// Keys that the customer chose in the IVR.
        #[doc(alias = "IVRKeyPressed")]
        pub ivr_key_pressed: Vec<String> = "IVRKeyPressed" as FreeText,
        /// The agent.
        pub seat_user: Option<SeatUser> = "SeatUser",
        /// Remark on the customer. The sample has none.
        pub user_remark: Option<String> = "UserRemark" as FreeText,
        /// How satisfied the customer was; `None` if the customer gave no answer.
        pub satisfaction: Option<Satisfaction> = "Satisfaction",
        /// Data that the customer's client passed in; base64 in the sample.
        pub client_data: Option<String> = "ClientData" as FreeText,
    }
}

impl ChatCdr {
    /// How the chat ended, from both fields that say so: `end_status_string` if it is a known value, or else the known
    /// value for the number `end_status`, or else the unlisted value. `None` if the record has neither.
    pub fn known_end_status(&self) -> Option<&EndStatusString> {
        let of_number =
            self.end_status.and_then(|number| EndStatusString::with_number(number, EndStatusString::chat_code));
        EndStatusString::known(self.end_status_string.as_ref(), of_number)
    }

    /// When an agent answered the chat: `accept_timestamp`. `None` if none did.
    pub fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.accept_timestamp
    }

    /// Whether an agent answered the chat; that is, whether [`answered_at`](Self::answered_at) has a value.
    ///
    /// Neither `duration` nor [`EndStatusString::implies_answered`] counts.
    pub fn was_answered(&self) -> bool {
        self.answered_at().is_some()
    }
}

impl ChatCdr {
    /// Makes a record with its identities and nothing else. The fields are public, so a test of your own code can set
    /// the ones that matter.
    pub fn new(sdk_app_id: u64, session_id: impl Into<String>) -> Self {
        Self { sdk_app_id, session_id: session_id.into(), ..Self::default() }
    }
}
