use chrono::{DateTime, Utc};

payload! {
    /// A recording is ready (`action=record`). There is one push for each participant of a call: two for a plain call,
    /// and one more for each agent after a transfer. `session_id`, `endpoint_user` and `record_id` together identify
    /// the recording.
    ///
    /// Not in the older documents; source:
    /// [Data Push: Voice Call Recording](https://www.tencentcloud.com/document/product/1229/59642).
    #[derive(Eq, Hash)]
    pub struct RecordPush {
        /// Contact-centre application (SDKAppID) that handled the call. The push cannot be read without it.
        pub sdk_app_id: u64 = "SdkAppId",
        /// Id of the recording.
        pub record_id: Option<String> = "RecordId" as Id,
        /// Id of the call, as in its record. The push cannot be read without it.
        pub session_id: String = "SessionId" as Id,
        /// When the recording was made.
        pub timestamp: Option<DateTime<Utc>> = "Timestamp" as UnixSeconds,
        /// Who was recorded: the customer's phone number, or the agent's e-mail address. The vendor's documentation
        /// also spells the key `EndPointUser`, which is read as well.
        pub endpoint_user: Option<String> = "EndpointUser" as Account,
        /// URL of the recording, which the vendor keeps for three months unless you pay for more.
        #[doc(alias = "RecordURL")]
        pub record_url: Option<String> = "RecordURL" as Link,
        /// URL of the recording in a bucket of your own; `None` unless recordings are copied there.
        #[doc(alias = "CustomRecordURL")]
        pub custom_record_url: Option<String> = "CustomRecordURL" as Link,
    }
}

impl RecordPush {
    /// Makes a push with its identities and nothing else. The fields are public, so a test of your own code can set the
    /// ones that matter.
    pub fn new(sdk_app_id: u64, session_id: impl Into<String>) -> Self {
        Self { sdk_app_id, session_id: session_id.into(), ..Self::default() }
    }
}
