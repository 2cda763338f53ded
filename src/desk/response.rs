use std::fmt::{self, Display};

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde::{Deserialize, Deserializer};

/// Who answers a customer's message: `AIProvider` of a [`Response`].
///
/// Source: [third-party robots](https://cloud.tencent.com/document/product/269/110624).
#[doc(alias = "AIProvider")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AiProvider {
    /// A robot of your own, the vendor's default: 0 on the wire. It answers later, through the vendor's REST interface.
    Own,
    /// Desk's own robot: 1 on the wire.
    Desk,
}

impl AiProvider {
    /// Both of them.
    pub const ALL: &'static [Self] = &[Self::Own, Self::Desk];

    /// The vendor's number.
    pub const fn code(self) -> i64 {
        match self {
            Self::Own => 0,
            Self::Desk => 1,
        }
    }

    /// A short English label.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Own => "Own robot",
            Self::Desk => "Desk's robot",
        }
    }

    /// A short Chinese label.
    pub const fn label_zh(self) -> &'static str {
        match self {
            Self::Own => "自有机器人",
            Self::Desk => "Desk 机器人",
        }
    }
}

/// The vendor's number.
impl Display for AiProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.code().fmt(f)
    }
}

/// The reply that Desk expects to a session event: `{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}`.
///
/// The vendor's documentation asks for a code of 0, and says that the vendor then ignores the rest of the reply. So the
/// code is 0 unless [`with_code`](Self::with_code) sets another. The reply to a customer's message may say more:
/// [`with_ai_provider`](Self::with_ai_provider).
///
/// It is not the reply to a callback that waits for a decision; see
/// [`Push::acknowledgement`](super::Push::acknowledgement).
///
/// Source: [会话事件回调](https://www.tencentcloud.com/zh/document/product/1229/68989) (session event callback).
///
/// ```
/// use callhook::desk::{AiProvider, Response};
///
/// assert_eq!(Response::ok().to_json(), r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}"#);
/// assert_eq!(
///     Response::fail("disk full").with_code(500).to_json(),
///     r#"{"ActionStatus":"FAIL","ErrorInfo":"disk full","ErrorCode":500}"#,
/// );
/// assert_eq!(
///     Response::ok().with_ai_provider(AiProvider::Desk).to_json(),
///     r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AIProvider":1}"#,
/// );
///
/// let stored: Result<(), std::io::Error> = Ok(());
/// assert_eq!(Response::from(stored), Response::ok());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use]
pub struct Response {
    ok: bool,
    message: String,
    code: i64,
    ai_provider: Option<AiProvider>,
}

impl Response {
    /// The content type that goes with the body.
    pub const CONTENT_TYPE: &'static str = "application/json";

    /// Acknowledges the event.
    pub const fn ok() -> Self {
        Self { ok: true, message: String::new(), code: 0, ai_provider: None }
    }

    /// Reports a failure. The code stays 0, so the vendor ignores the reply; [`with_code`](Self::with_code) sets
    /// another.
    pub fn fail(message: impl Into<String>) -> Self {
        Self { ok: false, message: message.into(), code: 0, ai_provider: None }
    }

    /// The same reply with another code. Only 0 is documented.
    pub fn with_code(self, code: i64) -> Self {
        Self { code, ..self }
    }

    /// Says who answers a customer's message. This is for the reply to a `ChatBot.UserSendMsg` event, if the
    /// application has a robot of your own; without it, that robot answers. The vendor's samples of this reply have
    /// only `AIProvider`; here it comes in addition to the fields that every reply to a session event has.
    ///
    /// Source: [third-party robots](https://cloud.tencent.com/document/product/269/110624).
    pub fn with_ai_provider(self, provider: AiProvider) -> Self {
        Self { ai_provider: Some(provider), ..self }
    }

    /// Whether `ActionStatus` is `OK`.
    pub const fn is_ok(&self) -> bool {
        self.ok
    }

    /// The status: `OK` or `FAIL`.
    #[doc(alias = "ActionStatus")]
    pub fn action_status(&self) -> &'static str {
        if self.ok { "OK" } else { "FAIL" }
    }

    /// The message: empty if nothing failed.
    #[doc(alias = "ErrorInfo")]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The code: 0 if the vendor is to ignore the reply.
    #[doc(alias = "ErrorCode")]
    pub const fn code(&self) -> i64 {
        self.code
    }
}

/// `Ok` is [`Response::ok`], whatever its value; an error is [`Response::fail`] with the error's text. Convert the
/// result of storing an event, not that of reading a request, because the request may be one that waits for a decision.
impl<T, E: Display> From<Result<T, E>> for Response {
    fn from(result: Result<T, E>) -> Self {
        match result {
            Ok(_) => Self::ok(),
            Err(error) => Self::fail(error.to_string()),
        }
    }
}

reply!(Response);

impl Serialize for Response {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_map(None)?;
        write_head(&mut body, self.action_status(), &self.message, self.code)?;
        if let Some(provider) = self.ai_provider {
            body.serialize_entry("AIProvider", &provider.code())?;
        }
        body.end()
    }
}

/// Writes the fields with which each of Desk's replies begins.
pub(super) fn write_head<M: SerializeMap>(
    body: &mut M,
    status: &str,
    message: &str,
    code: i64,
) -> Result<(), M::Error> {
    body.serialize_entry("ActionStatus", status)?;
    body.serialize_entry("ErrorInfo", message)?;
    body.serialize_entry("ErrorCode", &code)
}

payload! {
    /// The reply as a body.
    struct Body {
        pub action_status: Option<String> = "ActionStatus" as Plain,
        pub error_info: Option<String> = "ErrorInfo" as FreeText,
        pub error_code: Option<i64> = "ErrorCode",
        pub ai_provider: Option<i64> = "AIProvider",
    }
}

/// Reads a reply, for tests that play the vendor. A body without `ActionStatus` is an error, unless it has
/// `AIProvider`: the vendor's samples of that reply have nothing else, and it is `OK`. A body without `ErrorCode` has 0;
/// an `ErrorCode` or `AIProvider` that cannot be read is an error.
impl<'de> Deserialize<'de> for Response {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let body = Body::deserialize(deserializer)?;
        let status = body.action_status.or_else(|| body.ai_provider.map(|_| "OK".to_owned()));
        let status = status.ok_or_else(|| serde::de::Error::missing_field("ActionStatus"))?;
        let provider = |code| AiProvider::ALL.iter().find(|provider| provider.code() == code).copied();
        let ai_provider = body.ai_provider.and_then(provider);
        let is_readable = |key: &str| !body.extra.contains_key(key);
        if !is_readable("ErrorCode")
            || !is_readable("AIProvider")
            || ai_provider.is_none() && body.ai_provider.is_some()
        {
            return Err(serde::de::Error::custom("ErrorCode or AIProvider cannot be read"));
        }
        Ok(Self {
            ok: status.eq_ignore_ascii_case("OK"),
            message: body.error_info.unwrap_or_default(),
            code: body.error_code.unwrap_or_default(),
            ai_provider,
        })
    }
}
