use std::fmt::Display;

use serde::ser::{Serialize, SerializeStruct, Serializer};
use serde::{Deserialize, Deserializer};

/// The reply that TCCC expects to each push: `{"ErrMsg":"","ErrCode":0}`.
///
/// Code 0 acknowledges the push. On any other code the vendor pushes the same record again, at most three times. So
/// reply with an error only if a later attempt may succeed, and expect the same record more than once.
///
/// It is not the reply to a callback that waits for a decision; see
/// [`Push::acknowledgement`](super::Push::acknowledgement).
///
/// Source: [Preliminary Explanation](https://www.tencentcloud.com/document/product/1229/59640).
///
/// ```
/// use callhook::tccc::Response;
///
/// assert_eq!(Response::ok().to_json(), r#"{"ErrMsg":"","ErrCode":0}"#);
/// assert_eq!(Response::error(500, "disk full").to_json(), r#"{"ErrMsg":"disk full","ErrCode":500}"#);
///
/// let stored: Result<(), std::io::Error> = Ok(());
/// assert_eq!(Response::from(stored), Response::ok());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use]
pub struct Response {
    code: i64,
    message: String,
}

impl Response {
    /// The content type that goes with the body: the one that the vendor documents for the request.
    pub const CONTENT_TYPE: &'static str = "application/json;charset=utf8";

    /// Acknowledges the push.
    pub const fn ok() -> Self {
        Self { code: 0, message: String::new() }
    }

    /// Asks for the push again. With code 0 the vendor considers the push delivered, so 0 becomes 1.
    pub fn error(code: i64, message: impl Into<String>) -> Self {
        Self { code: if code == 0 { 1 } else { code }, message: message.into() }
    }

    /// The code: 0 if it acknowledges the push.
    #[doc(alias = "ErrCode")]
    pub const fn code(&self) -> i64 {
        self.code
    }

    /// The message: empty if it acknowledges the push.
    #[doc(alias = "ErrMsg")]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Whether it acknowledges the push.
    pub const fn is_ok(&self) -> bool {
        self.code == 0
    }
}

/// `Ok` is [`Response::ok`], whatever its value; an error is code 1 with the error's text. Convert the result of
/// storing a push, not that of reading a request, because the request may be one that waits for a decision.
impl<T, E: Display> From<Result<T, E>> for Response {
    fn from(result: Result<T, E>) -> Self {
        match result {
            Ok(_) => Self::ok(),
            Err(error) => Self::error(1, error.to_string()),
        }
    }
}

impl Serialize for Response {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_struct("Response", 2)?;
        body.serialize_field("ErrMsg", &self.message)?;
        body.serialize_field("ErrCode", &self.code)?;
        body.end()
    }
}

payload! {
    /// The reply as a body.
    struct Body {
        pub err_msg: Option<String> = "ErrMsg" as Plain,
        pub err_code: Option<i64> = "ErrCode",
    }
}

/// Reads a reply, for tests that play the vendor. A body without `ErrCode` is an error.
impl<'de> Deserialize<'de> for Response {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let body = Body::deserialize(deserializer)?;
        let code = body.err_code.ok_or_else(|| serde::de::Error::missing_field("ErrCode"))?;
        Ok(Self { code, message: body.err_msg.unwrap_or_default() })
    }
}

reply!(Response);
