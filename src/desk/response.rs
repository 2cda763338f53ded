use std::fmt::Display;

use serde::ser::{Serialize, SerializeStruct, Serializer};
use serde::{Deserialize, Deserializer};

/// The reply that Desk expects to each callback: `{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}`.
///
/// With code 0 the vendor ignores what the reply says; the document asks for 0, and that is the code unless
/// [`with_code`](Self::with_code) sets another.
///
/// ```
/// use callhook::desk::Response;
///
/// assert_eq!(Response::ok().to_json(), r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}"#);
/// assert_eq!(
///     Response::fail("disk full").with_code(500).to_json(),
///     r#"{"ActionStatus":"FAIL","ErrorInfo":"disk full","ErrorCode":500}"#,
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
}

impl Response {
    /// The content type that goes with the body.
    pub const CONTENT_TYPE: &'static str = "application/json";

    /// The event was taken.
    pub fn ok() -> Self {
        Self { ok: true, message: String::new(), code: 0 }
    }

    /// The event was not taken. The code is 0, with which the vendor ignores the reply: see
    /// [`with_code`](Self::with_code).
    pub fn fail(message: impl Into<String>) -> Self {
        Self { ok: false, message: message.into(), code: 0 }
    }

    /// The same with another code. The document knows only 0.
    pub fn with_code(self, code: i64) -> Self {
        Self { code, ..self }
    }

    /// Whether `ActionStatus` is `OK`.
    pub fn is_ok(&self) -> bool {
        self.ok
    }

    /// `ActionStatus`: `OK` or `FAIL`.
    pub fn action_status(&self) -> &'static str {
        if self.ok { "OK" } else { "FAIL" }
    }

    /// `ErrorInfo`: empty where the event was taken.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// `ErrorCode`: 0 where the vendor is to ignore the reply.
    pub fn code(&self) -> i64 {
        self.code
    }

    /// The body to send.
    pub fn to_json(&self) -> String {
        let (status, message) = (self.action_status(), serde_json::Value::from(self.message()));
        format!(r#"{{"ActionStatus":"{status}","ErrorInfo":{message},"ErrorCode":{}}}"#, self.code)
    }
}

/// `Ok` is [`Response::ok`]; an error is [`Response::fail`] with the error's text.
impl<T, E: Display> From<Result<T, E>> for Response {
    fn from(result: Result<T, E>) -> Self {
        match result {
            Ok(_) => Self::ok(),
            Err(error) => Self::fail(error.to_string()),
        }
    }
}

impl Serialize for Response {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_struct("Response", 3)?;
        body.serialize_field("ActionStatus", self.action_status())?;
        body.serialize_field("ErrorInfo", &self.message)?;
        body.serialize_field("ErrorCode", &self.code)?;
        body.end()
    }
}

payload! {
    /// The reply as a body.
    struct Body {
        pub action_status: Option<String> = "ActionStatus",
        pub error_info: Option<String> = "ErrorInfo",
        pub error_code: Option<i64> = "ErrorCode",
    }
}

/// For those who stand in for the vendor, in a test for instance. A body without `ActionStatus` is no reply; one
/// without `ErrorCode` has 0.
impl<'de> Deserialize<'de> for Response {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let body = Body::deserialize(deserializer)?;
        let status = body.action_status.ok_or_else(|| serde::de::Error::missing_field("ActionStatus"))?;
        Ok(Self {
            ok: status.eq_ignore_ascii_case("OK"),
            message: body.error_info.unwrap_or_default(),
            code: body.error_code.unwrap_or_default(),
        })
    }
}
