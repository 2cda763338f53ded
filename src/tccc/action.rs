//! The URL query that says what a push is.

use crate::error::Error;
use crate::model::{Context, Identity, inspect_query};

open_enum! {
    /// What a TCCC push is: the `action` of the URL query. The body carries no such tag.
    pub enum Action: "action" {
        /// The record of a phone call: [`PhoneCdr`](super::PhoneCdr).
        Cdr = "cdr" => "Phone record", "电话服务记录";
        /// The record of a chat: [`ChatCdr`](super::ChatCdr).
        ImCdr = "imcdr" => "Chat record", "在线服务记录";
        /// The record of a video call: [`VideoCdr`](super::VideoCdr).
        VideoCdr = "videoCdr" => "Video record", "视频服务记录";
        /// The recording of a call: [`RecordPush`](super::RecordPush). Source: [Data Push: Voice Call
        /// Recording](https://www.tencentcloud.com/document/product/1229/59642).
        Record = "record" => "Recording", "电话录音";
        /// A customer's message: [`VoicemailPush`](super::VoicemailPush). Source: [Data Push: Voicemail
        /// Recordings](https://www.tencentcloud.com/document/product/1229/59643).
        Voicemail = "voicemail" => "Voicemail", "语音信箱录音";
        /// An IVR asks who may take a call: [`SpecifiedSeat`](super::SpecifiedSeat). Source: the vendor's older
        /// documentation; its current pages do not have it.
        SpecifiedSeat = "specifiedSeat" => "Agent choice", "指定坐席";
    }
}

impl Default for Action {
    fn default() -> Self {
        Self::from("")
    }
}

impl Identity for Action {}

payload! {
    /// The URL query of a push: `?action=cdr&version=1`.
    ///
    /// A web framework that parses the query itself can deserialize this type from it (`axum::extract::Query`);
    /// otherwise use [`parse`](Self::parse). Parameters without a field are in `extra`, as text.
    ///
    /// Source: [Preliminary Explanation](https://www.tencentcloud.com/document/product/1229/59640).
    #[derive(Eq, Hash)]
    pub struct Query {
        /// What the body is. The query cannot be read without it.
        ///
        /// Its first word counts: `cdr;version=1` and `"cdr"` are read as `cdr`, but `cdr_v2` is not.
        pub action: Action = "action" as FirstWord,
        /// Version of the push: `1` in the vendor's documentation. `None` if the query has none, as for a voicemail.
        pub version: Option<String> = "version" as Plain,
    }
}

impl Query {
    /// Makes a query with this action and nothing else, for tests of your own code.
    pub fn new(action: Action) -> Self {
        Self { action, ..Self::default() }
    }

    /// Reads the query of a request, or its whole URL: parameters in any order, percent-encoded or not.
    ///
    /// # Errors
    ///
    /// Returns [`Error::Missing`] if there is no `action`.
    ///
    /// ```
    /// use callhook::tccc::{Action, Query};
    ///
    /// let query = Query::parse("?version=1&action=imcdr")?;
    /// assert_eq!(query.action, Action::ImCdr);
    /// assert_eq!(query.version.as_deref(), Some("1"));
    /// # Ok::<(), callhook::Error>(())
    /// ```
    pub fn parse(query: &str) -> Result<Self, Error> {
        Ok(inspect_query(query, Context::default())?.value)
    }
}
