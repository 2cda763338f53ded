use chrono::{DateTime, Utc};

use super::Command;
use crate::error::Error;
use crate::wire::body::from_query;
use crate::wire::instant::UnixSecondsText;
use crate::wire::scalar::{Codec, Read, Scalar};

words! {
    /// On what the event was brought about: `OptPlatform` of the URL query.
    pub enum OptPlatform: "platform" {
        /// The vendor's REST interface.
        RestApi = "RESTAPI" => "REST API", "REST API";
        /// A web page.
        Web = "Web" => "Web", "网页";
        /// Android.
        Android = "Android" => "Android", "安卓";
        /// An iPhone. Another callback's page prints it `IOS`.
        Ios = "iOS" => "iOS", "苹果手机";
        /// Windows.
        Windows = "Windows" => "Windows", "Windows";
        /// A Mac.
        Mac = "Mac" => "Mac", "Mac";
        /// An iPad.
        IPad = "iPad" => "iPad", "iPad";
        /// The vendor does not know. (A word that the page lacks is [`Other`](Self::Other).)
        Unknown = "Unknown" => "Unknown", "未知";
    }
}

payload! {
    /// The URL query of a callback.
    ///
    /// A web framework that has parsed the query already can deserialize this type from it (`axum::extract::Query`);
    /// otherwise there is [`parse`](Self::parse). Parameters without a field are in `extra`, as text.
    #[derive(Eq)]
    pub struct CallbackQuery {
        /// Application (SDKAppID) that the callback is for; see [`is_for`](Self::is_for).
        #[doc(alias = "SdkAppid")]
        pub sdk_appid: Option<u64> = "SdkAppid",
        /// The callback, `Desk.SessionEventNotify`. It may be missing; another one is an error.
        pub callback_command: Option<String> = "CallbackCommand" as Command,
        /// How the body is written: `json`, or `JSON` as the page's table has it.
        pub contenttype: Option<String> = "contenttype",
        /// IP address of the client that brought the event about.
        #[doc(alias = "ClientIP")]
        pub client_ip: Option<String> = "ClientIP",
        /// On what that client runs.
        pub opt_platform: Option<OptPlatform> = "OptPlatform",
        /// Id of the request, the same when it is sent once more. Only the
        /// [newer page](https://cloud.tencent.com/document/product/269/111212) has it.
        #[doc(alias = "RequestID")]
        pub request_id: Option<String> = "RequestID",
        /// When the request was signed: Unix seconds, as they came, for the signature covers this text. See
        /// [`requested_at`](Self::requested_at). Only there where the console asks for signatures.
        pub request_time: Option<String> = "RequestTime",
        /// The signature, 64 hexadecimal digits. Only there where the console asks for signatures. The feature `sign`
        /// checks it.
        pub sign: Option<String> = "Sign",
    }
}

impl CallbackQuery {
    /// Reads the query of a request: parameters in any order, percent-encoded or not, with or without a leading `?`.
    ///
    /// # Errors
    ///
    /// [`Error::OtherCallback`] where `CallbackCommand` is another one: one address can get the callbacks of all the
    /// vendor's chat products.
    ///
    /// ```
    /// use callhook::desk::{CallbackQuery, OptPlatform};
    ///
    /// let query = CallbackQuery::parse(
    ///     "?SdkAppid=1400000214&CallbackCommand=Desk.SessionEventNotify&contenttype=json&ClientIP=127.0.0.1&OptPlatform=Web",
    /// )?;
    /// assert!(query.is_for(1400000214));
    /// assert_eq!(query.opt_platform, Some(OptPlatform::Web));
    /// # Ok::<(), callhook::Error>(())
    /// ```
    #[inline]
    pub fn parse(query: &str) -> Result<Self, Error> {
        from_query(query)
    }

    /// Whether the callback is for that application, as receivers should check. A query without `SdkAppid` is for none.
    pub fn is_for(&self, sdk_app_id: u64) -> bool {
        self.sdk_appid == Some(sdk_app_id)
    }

    /// When the request was signed; `None` where `RequestTime` is missing or no time.
    pub fn requested_at(&self) -> Option<DateTime<Utc>> {
        match UnixSecondsText::scalar(Scalar::Text(self.request_time.as_deref()?.into())) {
            Read::Is(instant) | Read::Bent(instant, _) => Some(instant),
            Read::Absent | Read::Not(_) => None,
        }
    }
}
