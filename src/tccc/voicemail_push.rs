use chrono::{DateTime, Utc};

use crate::wire::instant::UnixSeconds;
use crate::wire::scalar::TextOrNumber;

payload! {
    /// A customer left a message in the IVR's voicemail (`action=voicemail`).
    ///
    /// Pages: [Data Push: Voicemail Recordings](https://www.tencentcloud.com/document/product/1229/59643),
    /// [语音信箱录音推送](https://cloud.tencent.com/document/product/679/86651). Not among the older documents. The pages
    /// print its address without a `version`.
    #[derive(Eq)]
    pub struct VoicemailPush {
        /// Contact-centre application (SDKAppID) that had the call. The push cannot be read without it.
        pub sdk_app_id: u64 = "SdkAppId",
        /// Id of the call, that of its record. The push cannot be read without it.
        pub session_id: String = "SessionId",
        /// When the message was recorded.
        pub timestamp: Option<DateTime<Utc>> = "Timestamp" as UnixSeconds,
        /// Where the message is.
        #[doc(alias = "RecordURL")]
        pub record_url: Option<String> = "RecordURL",
        /// The customer's phone number. Text in the page's table, a bare number in its sample (`13123456789`); a number is
        /// written where it says the same.
        pub endpoint_user: Option<String> = "EndpointUser" as TextOrNumber,
    }
}
