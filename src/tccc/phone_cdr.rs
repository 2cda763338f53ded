use chrono::{DateTime, TimeDelta, Utc};

use super::{
    AsrStatus, CallType, Direction, EndStatusString, HungUpSide, IvrKeyPress, SeatUser, ServeParticipant, TelLocation,
};

payload! {
    /// The record of a phone call (`action=cdr`), pushed once per customer call, inbound or outbound, however often it
    /// was transferred. The legs are in `serve_participants`.
    ///
    /// Sources: the older document, in [qcloud-documents](https://github.com/tencentyun/qcloud-documents), and the
    /// newer ones, [电话 CDR 数据推送](https://cloud.tencent.com/document/product/679/67257) (phone CDR push) and [Data Push:
    /// Voice Call Records](https://www.tencentcloud.com/document/product/1229/59641) of 2025. The docs of fields that
    /// the older document lacks say where they come from. "`TelCdrInfo`" is the pull API's counterpart of this record
    /// in Tencent Cloud's SDK ([data types](https://cloud.tencent.com/document/api/679/47715#TelCdrInfo)); the push has
    /// adopted one of its fields after another.
    #[derive(Eq, Hash)]
    pub struct PhoneCdr {
        /// Contact-centre application (SDKAppID) that handled the call. The record cannot be read without it. Desk's
        /// URL query spells the same number `SdkAppid`, so it is [`sdk_appid`](crate::desk::CallbackQuery::sdk_appid)
        /// there.
        pub sdk_app_id: u64 = "SdkAppId",
        /// Id of the call, a UUID in the samples. The record cannot be read without it.
        pub session_id: String = "SessionId" as Id,
        /// Which side began the call.
        pub direction: Option<Direction> = "Direction",
        /// The kind of the call, which is more specific than `direction`. From the document of 2025.
        pub call_type: Option<CallType> = "CallType",
        /// When the call was initiated (呼叫发起). How it differs from `start_timestamp` is not documented. From
        /// `TelCdrInfo`.
        pub time: Option<DateTime<Utc>> = "Time" as UnixSeconds,
        /// When the call began.
        pub start_timestamp: Option<DateTime<Utc>> = "StartTimestamp" as UnixSeconds,
        /// When an inbound call was queued; `None` (0 on the wire) if it never was. From the newer documents.
        pub queued_timestamp: Option<DateTime<Utc>> = "QueuedTimestamp" as UnixSeconds,
        /// When the call first rang: at the agent if it was inbound, at the customer if it was outbound. `None` (0 on
        /// the wire) if it never did. The older document has it in its sample, but not in its table.
        pub ring_timestamp: Option<DateTime<Utc>> = "RingTimestamp" as UnixSeconds,
        /// When the call was answered: by the agent if it was inbound, by the customer if it was outbound. `None` (0 on
        /// the wire) if it never was. The older document has it in its sample, but not in its table.
        ///
        /// An answer by voicemail counts here, but not in [`answered_at`](Self::answered_at).
        pub accept_timestamp: Option<DateTime<Utc>> = "AcceptTimestamp" as UnixSeconds,
        /// When the call ended.
        pub ended_timestamp: Option<DateTime<Utc>> = "EndedTimestamp" as UnixSeconds,
        /// Id of the skill group that the call queued for; `None` (0 on the wire) if there was none. An outbound call
        /// has the agent's group. If the agent is in several groups, it has the one that the calling number is bound to
        /// (the first of them, if the number is bound to several), or else the agent's first group for phone calls.
        #[doc(alias = "QueuedSkillGroupID")]
        pub queued_skill_group_id: Option<u64> = "QueuedSkillGroupId" as NonZero,
        /// Name of the skill group that an inbound call queued for; `None` (`""` on the wire) if it was not queued.
        /// From the newer documents.
        pub queued_skill_group_name: Option<String> = "QueuedSkillGroupName" as Plain,
        /// Id of the call's skill group; `None` (0 on the wire) if it has none. How it differs from
        /// `queued_skill_group_id` is not documented. From `TelCdrInfo`.
        pub skill_group_id: Option<u64> = "SkillGroupId" as NonZero,
        /// Name of the call's skill group; `None` if it has none. From `TelCdrInfo`.
        pub skill_group: Option<String> = "SkillGroup" as Plain,
        /// Service time, in seconds. Documented as the time from answer to end, but the sample has 15 and then 0 for a
        /// call that was never answered (the last one is kept), so do not count it as talk time unless you know that
        /// the call was answered.
        pub duration: Option<TimeDelta> = "Duration" as Seconds,
        /// Time in the IVR, in seconds: from start to queue.
        #[doc(alias = "IVRDuration")]
        pub ivr_duration: Option<TimeDelta> = "IVRDuration" as Seconds,
        /// How the call ended. [`known_end_status`](Self::known_end_status) also looks at `end_status`.
        pub end_status_string: Option<EndStatusString> = "EndStatusString",
        /// How the call ended, as a number; see [`EndStatusString::from_code`]. From `TelCdrInfo`.
        pub end_status: Option<i64> = "EndStatus",
        /// Why the system hung up after the call was answered: a status code, which [`EndStatusString::from_code`]
        /// reads. From `TelCdrInfo`, since 2026.
        pub sys_hangup_reason: Option<i64> = "SysHangupReason",
        /// The same reason in words. From `TelCdrInfo`, since 2026.
        pub sys_hangup_reason_string: Option<String> = "SysHangupReasonString" as Plain,
        /// Who hung up; `None` if the vendor does not say.
        pub hung_up_side: Option<HungUpSide> = "HungUpSide",
        /// The calling number, as the vendor writes it (`008602066247698`); [`PhoneNumber`](crate::PhoneNumber) parses
        /// it. `None` (`""` on the wire) under number protection. For a call by voice over IP the form is not
        /// documented; it may be a user id.
        pub caller: Option<String> = "Caller" as Phone,
        /// The called number, as the vendor writes it. `None` (`""` on the wire) under number protection.
        pub callee: Option<String> = "Callee" as Phone,
        /// Id that stands in for the calling number under number protection, when `caller` is `None`. From
        /// `TelCdrInfo`.
        pub protected_caller: Option<String> = "ProtectedCaller" as Phone,
        /// Id that stands in for the called number under number protection, when `callee` is `None`. From `TelCdrInfo`.
        pub protected_callee: Option<String> = "ProtectedCallee" as Phone,
        /// Where the calling number is registered, as free text: province or city, and the carrier, or a note that it
        /// is a landline. From the newer documents.
        pub caller_location: Option<String> = "CallerLocation" as Location,
        /// Keys that the customer pressed in the IVR, or words that the customer said. `TelCdrInfo` marks the field as
        /// deprecated in favour of [`ivr_key_pressed_ex`](Self::ivr_key_pressed_ex). Objects, as in the pull API's
        /// `DescribeSessionDetail`, are kept in `extra`.
        #[doc(alias = "IVRKeyPressed")]
        pub ivr_key_pressed: Vec<String> = "IVRKeyPressed" as FreeText,
        /// The keys of [`ivr_key_pressed`](Self::ivr_key_pressed), with the meaning of each.
        #[doc(alias = "IVRKeyPressedEx")]
        pub ivr_key_pressed_ex: Vec<IvrKeyPress> = "IVRKeyPressedEx",
        /// Keys pressed after the call, for instance in the satisfaction survey. `TelCdrInfo` marks the field as
        /// deprecated in favour of [`post_ivr_key_pressed_ex`](Self::post_ivr_key_pressed_ex).
        #[doc(alias = "PostIVRKeyPressed")]
        pub post_ivr_key_pressed: Vec<IvrKeyPress> = "PostIVRKeyPressed",
        /// Keys pressed in the satisfaction survey after the call, with the key `noInput` if the customer was asked and
        /// pressed nothing. From `TelCdrInfo`, since 2026.
        #[doc(alias = "PostIVRKeyPressedEx")]
        pub post_ivr_key_pressed_ex: Vec<IvrKeyPress> = "PostIVRKeyPressedEx",
        /// The agent; after a transfer the last one.
        pub seat_user: Option<SeatUser> = "SeatUser",
        /// Id of the AI agent; `None` (0 on the wire) if none took part. From `TelCdrInfo`, since 2025.
        #[doc(alias = "AIAgentId")]
        pub ai_agent_id: Option<u64> = "AIAgentId" as NonZero,
        /// Name of the AI agent; `None` if none took part. From `TelCdrInfo`, since 2025.
        #[doc(alias = "AIAgentName")]
        pub ai_agent_name: Option<String> = "AIAgentName" as Plain,
        /// The legs of service, one for each participant that the call reached.
        pub serve_participants: Vec<ServeParticipant> = "ServeParticipants",
        /// Id of the recording of the customer's side. From the newer documents.
        pub record_id: Option<String> = "RecordId" as Id,
        /// URL of the recording. From `TelCdrInfo`.
        #[doc(alias = "RecordURL")]
        pub record_url: Option<String> = "RecordURL" as Link,
        /// URL of the recording in a bucket of your own; `None` unless recordings are copied there. From `TelCdrInfo`.
        #[doc(alias = "CustomRecordURL")]
        pub custom_record_url: Option<String> = "CustomRecordURL" as Link,
        /// URL of the recording's transcript. From `TelCdrInfo`.
        pub asr_url: Option<String> = "AsrUrl" as Link,
        /// The state of the transcript. From `TelCdrInfo`.
        pub asr_status: Option<AsrStatus> = "AsrStatus",
        /// URLs of the messages that the customer left during the call. From `TelCdrInfo`.
        #[doc(alias = "VoicemailRecordURL")]
        pub voicemail_record_url: Vec<String> = "VoicemailRecordURL" as Link,
        /// URLs of the transcripts of these messages. From `TelCdrInfo`.
        #[doc(alias = "VoicemailAsrURL")]
        pub voicemail_asr_url: Vec<String> = "VoicemailAsrURL" as Link,
        /// Remark on the customer. The sample has none.
        pub user_remark: Option<String> = "UserRemark" as FreeText,
        /// A remark; the vendor does not say what it is about. From `TelCdrInfo`.
        pub remark: Option<String> = "Remark" as FreeText,
        /// Where a phone number of the call is registered; its `tel_number` says which. The samples have none.
        pub tel_location: Option<TelLocation> = "TelLocation",
        /// Data that your program passed along when it dialled the call by the API, the Web SDK or the mini program
        /// (user-to-user information), under the wire key `Uui`. `TelCdrInfo` marks the key as deprecated in favour of
        /// `UUI`, which is [`uui_upper`](Self::uui_upper).
        pub uui: Option<String> = "Uui" as FreeText,
        /// The same data under its newer wire key, `UUI`. The two keys, `Uui` ([`uui`](Self::uui)) and `UUI`, differ
        /// only in letter case, and a record may have both, so they are two fields, and letter case matters here. From
        /// `TelCdrInfo`.
        #[doc(alias = "UUI")]
        pub uui_upper: Option<String> = "UUI" as FreeText,
    }
}

impl PhoneCdr {
    /// How the call ended, from both fields that say so: `end_status_string` if it is a known value, or else the known
    /// value for the number `end_status`, or else the unlisted value. `None` if the record has neither.
    ///
    /// ```
    /// use callhook::tccc::{EndStatusString, PhoneCdr};
    ///
    /// let cdr: PhoneCdr = callhook::from_str(
    ///     r#"{"SdkAppId":1400000214,"SessionId":"e97be0ab","EndStatusString":"lineBusy","EndStatus":206}"#,
    /// )?;
    /// assert_eq!(cdr.known_end_status(), Some(&EndStatusString::Busy));
    /// # Ok::<(), callhook::Error>(())
    /// ```
    pub fn known_end_status(&self) -> Option<&EndStatusString> {
        let of_number = self.end_status.and_then(|number| EndStatusString::with_number(number, EndStatusString::code));
        EndStatusString::known(self.end_status_string.as_ref(), of_number)
    }

    /// When the call was answered: `accept_timestamp`. `None` if it never was, or if voicemail took the call
    /// (`voiceMailReached`). The instants of the legs do not count.
    pub fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.accept_timestamp.filter(|_| self.known_end_status() != Some(&EndStatusString::VoiceMailReached))
    }

    /// Whether the call was answered, by an agent if it was inbound, by the customer if it was outbound; that is,
    /// whether [`answered_at`](Self::answered_at) has a value.
    ///
    /// Neither `duration` nor [`EndStatusString::implies_answered`] counts. The vendor's sample has a `Duration` of 15
    /// for a call that was never answered.
    pub fn was_answered(&self) -> bool {
        self.answered_at().is_some()
    }
}

impl PhoneCdr {
    /// Makes a record with its identities and nothing else. The fields are public, so a test of your own code can set
    /// the ones that matter.
    pub fn new(sdk_app_id: u64, session_id: impl Into<String>) -> Self {
        Self { sdk_app_id, session_id: session_id.into(), ..Self::default() }
    }
}
