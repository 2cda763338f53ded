use chrono::{DateTime, Utc};

use crate::wire::instant::UnixSeconds;

payload! {
    /// A recording is ready (`action=record`): one push for each participant of a call, so two for a plain call, and one
    /// more for each agent after a transfer. `session_id`, `endpoint_user` and `record_id` together name the recording.
    ///
    /// Page: [Data Push: Voice Call Recording](https://www.tencentcloud.com/document/product/1229/59642). Not among the
    /// older documents.
    #[derive(Eq)]
    pub struct RecordPush {
        /// Contact-centre application (SDKAppID) that had the call. The push cannot be read without it.
        pub sdk_app_id: u64 = "SdkAppId",
        /// Id of the recording.
        pub record_id: Option<String> = "RecordId",
        /// Id of the call, that of its record. The push cannot be read without it.
        pub session_id: String = "SessionId",
        /// When the recording was made.
        pub timestamp: Option<DateTime<Utc>> = "Timestamp" as UnixSeconds,
        /// Who was recorded: the customer's phone number, or the agent's e-mail address. The page also spells it
        /// `EndPointUser`.
        pub endpoint_user: Option<String> = "EndpointUser",
        /// Where the recording is; the vendor keeps it for three months unless you pay for more.
        #[doc(alias = "RecordURL")]
        pub record_url: Option<String> = "RecordURL",
        /// Where the recording is in a bucket of your own; only where you have it copied there.
        #[doc(alias = "CustomRecordURL")]
        pub custom_record_url: Option<String> = "CustomRecordURL",
    }
}
