use chrono::{DateTime, Utc};

use super::Command;
use crate::error::Error;
use crate::model::codecs::UnixSecondsText;
use crate::model::{Context, inspect_query, read_part};

open_enum! {
    /// The platform that triggered the event: `OptPlatform` of the URL query.
    ///
    /// Source: the [overview of callbacks](https://cloud.tencent.com/document/product/269/1522) of Tencent Cloud Chat.
    pub enum OptPlatform: "platform" {
        /// The vendor's REST interface.
        RestApi = "RESTAPI" => "REST API", "REST API";
        /// A web page.
        Web = "Web" => "Web", "网页";
        /// Android.
        Android = "Android" => "Android", "安卓";
        /// iOS. The documentation of another callback prints it `IOS`.
        Ios = "iOS" => "iOS", "iOS";
        /// Windows.
        Windows = "Windows" => "Windows", "Windows";
        /// A Mac.
        Mac = "Mac" => "Mac", "Mac";
        /// An iPad.
        IPad = "iPad" => "iPad", "iPad";
        /// The vendor does not know. (An unlisted value is [`Other`](Self::Other).)
        Unknown = "Unknown" => "Unknown", "未知";
    }
}

payload! {
    /// The URL query of a callback: `?SdkAppid=…&CallbackCommand=…`.
    ///
    /// A web framework that parses the query itself can deserialize this type from it (`axum::extract::Query`);
    /// otherwise use [`parse`](Self::parse). Parameters without a field are in `extra`, as text.
    ///
    /// Sources: [会话事件回调](https://www.tencentcloud.com/zh/document/product/1229/68989) (session event callback); for
    /// `RequestTime` and `Sign`, [the signature](https://cloud.tencent.com/document/product/269/32431).
    #[derive(Eq, Hash)]
    pub struct CallbackQuery {
        /// Application (SDKAppID) that the callback is for; see [`is_for`](Self::is_for). The vendor spells the
        /// parameter `SdkAppid`, so the field is not called `sdk_app_id` as in TCCC's records, although the number is
        /// the same.
        #[doc(alias = "SdkAppid")]
        pub sdk_appid: Option<u64> = "SdkAppid",
        /// Which callback it is. Its first word counts: `Desk.SessionEventNotify;contenttype=json` is read as
        /// `Desk.SessionEventNotify`.
        pub callback_command: Option<Command> = "CallbackCommand" as FirstWord,
        /// The format of the body: `JSON` in most tables of the vendor's documentation, `json` in its example URLs and
        /// newest pages.
        pub contenttype: Option<String> = "contenttype" as Plain,
        /// IP address of the client that triggered the event.
        #[doc(alias = "ClientIP")]
        pub client_ip: Option<String> = "ClientIP" as Address,
        /// The platform of that client.
        pub opt_platform: Option<OptPlatform> = "OptPlatform",
        /// Id of the request; a repeated request has the same one. Only the [newer
        /// document](https://cloud.tencent.com/document/product/269/111212) has it.
        #[doc(alias = "RequestID")]
        pub request_id: Option<String> = "RequestID" as Id,
        /// When the request was signed: Unix seconds as they came, because the signature covers this text. See
        /// [`requested_at`](Self::requested_at). `None` unless signatures are switched on in the console.
        pub request_time: Option<String> = "RequestTime" as Plain,
        /// The signature, 64 hexadecimal digits. `None` unless signatures are switched on in the console. The feature
        /// `sign` verifies it.
        pub sign: Option<String> = "Sign" as FreeText,
    }
}

impl CallbackQuery {
    /// Reads the query of a request, or its whole URL: parameters in any order, percent-encoded or not.
    ///
    /// # Errors
    ///
    /// Returns [`Error::TooLarge`] if the query is 4 GiB or larger.
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
        Ok(inspect_query(query, Context::default())?.value)
    }

    /// Whether the callback is for this application, which a receiver should check. A query without `SdkAppid` is for
    /// none.
    pub fn is_for(&self, sdk_app_id: u64) -> bool {
        self.sdk_appid == Some(sdk_app_id)
    }

    /// When the request was signed; `None` if `RequestTime` is missing or not an instant.
    pub fn requested_at(&self) -> Option<DateTime<Utc>> {
        read_part::<_, UnixSecondsText>(self.request_time.as_deref()?)
    }
}
