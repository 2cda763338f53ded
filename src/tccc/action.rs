//! The query that tells what a push is.

use crate::error::Error;
use crate::wire::body::from_query;
use crate::wire::shape::Identity;

words! {
    /// What a push of TCCC is: the `action` of the URL query. The body carries no such tag.
    pub enum Action: "action" {
        /// A phone call's record: [`PhoneCdr`](super::PhoneCdr).
        Cdr = "cdr" => "Phone record", "电话服务记录";
        /// A chat's record: [`ChatCdr`](super::ChatCdr).
        ImCdr = "imcdr" => "Chat record", "在线服务记录";
        /// A video call's record: [`VideoCdr`](super::VideoCdr).
        VideoCdr = "videoCdr" => "Video record", "视频服务记录";
        /// A call's recording: [`RecordPush`](super::RecordPush). Not among the older documents; source: the page
        /// [Data Push: Voice Call Recording](https://www.tencentcloud.com/document/product/1229/59642).
        Record = "record" => "Recording", "电话录音";
        /// A customer's message: [`VoicemailPush`](super::VoicemailPush). Not among the older documents; source: the page
        /// [Data Push: Voicemail Recordings](https://www.tencentcloud.com/document/product/1229/59643).
        Voicemail = "voicemail" => "Voicemail", "语音信箱录音";
    }
}

impl Default for Action {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

impl Identity for Action {}

payload! {
    /// The URL query of a push: `?action=cdr&version=1`.
    ///
    /// A web framework that has parsed the query already can deserialize this type from it (`axum::extract::Query`);
    /// otherwise there is [`parse`](Self::parse). Parameters without a field are in `extra`, as text.
    #[derive(Eq)]
    pub struct Query {
        /// What the body is. Without it the query cannot be read.
        pub action: Action = "action",
        /// Version of the push, `1` in the vendor's pages. Absent on the voicemail push.
        pub version: Option<String> = "version",
    }
}

impl Query {
    /// Reads the query of a request: parameters in any order, percent-encoded or not, with or without a leading `?`.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`] where there is no `action`.
    ///
    /// ```
    /// use callhook::tccc::{Action, Query};
    ///
    /// let query = Query::parse("?version=1&action=imcdr")?;
    /// assert_eq!(query.action, Action::ImCdr);
    /// assert_eq!(query.version.as_deref(), Some("1"));
    /// # Ok::<(), callhook::Error>(())
    /// ```
    #[inline]
    pub fn parse(query: &str) -> Result<Self, Error> {
        from_query(query)
    }
}
