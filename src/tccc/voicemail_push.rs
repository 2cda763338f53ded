use chrono::{DateTime, Utc};

payload! {
    /// A customer left a message in the IVR's voicemail (`action=voicemail`).
    ///
    /// Not in the older documents; sources:
    /// [Data Push: Voicemail Recordings](https://www.tencentcloud.com/document/product/1229/59643),
    /// [语音信箱录音推送](https://cloud.tencent.com/document/product/679/86651). They show its query without a `version`.
    #[derive(Eq, Hash)]
    pub struct VoicemailPush {
        /// Contact-centre application (SDKAppID) that handled the call. The push cannot be read without it.
        pub sdk_app_id: u64 = "SdkAppId",
        /// Id of the call, as in its record. The push cannot be read without it.
        pub session_id: String = "SessionId" as Id,
        /// When the message was recorded.
        pub timestamp: Option<DateTime<Utc>> = "Timestamp" as UnixSeconds,
        /// URL of the message.
        #[doc(alias = "RecordURL")]
        pub record_url: Option<String> = "RecordURL" as Link,
        /// The customer's phone number. The documented type is text, but the sample has a bare number (`13123456789`).
        /// It is written as a number if it is one of up to 15 digits, and as text otherwise.
        pub endpoint_user: Option<String> = "EndpointUser" as OrNumber<Phone>,
    }
}

impl VoicemailPush {
    /// Makes a push with its identities and nothing else. The fields are public, so a test of your own code can set the
    /// ones that matter.
    pub fn new(sdk_app_id: u64, session_id: impl Into<String>) -> Self {
        Self { sdk_app_id, session_id: session_id.into(), ..Self::default() }
    }
}
