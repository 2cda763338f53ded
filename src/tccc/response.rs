use std::fmt::Display;

use serde::ser::{Serialize, SerializeStruct, Serializer};
use serde::{Deserialize, Deserializer};

/// The reply that TCCC expects to each push: `{"ErrMsg":"","ErrCode":0}`.
///
/// Code 0 says that the push was taken. On any other code the vendor pushes the same record again, three times at
/// most; so answer an error only where another try can help, and expect the same record more than once.
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
    /// The content type that goes with the body, as the vendor's pages write it.
    pub const CONTENT_TYPE: &'static str = "application/json;charset=utf8";

    /// The push was taken.
    pub fn ok() -> Self {
        Self { code: 0, message: String::new() }
    }

    /// The push was not taken, and is to be sent again. (With code 0 the vendor takes it for taken.)
    pub fn error(code: i64, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// `ErrCode`: 0 where the push was taken.
    pub fn code(&self) -> i64 {
        self.code
    }

    /// `ErrMsg`: empty where the push was taken.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Whether it says that the push was taken.
    pub fn is_ok(&self) -> bool {
        self.code == 0
    }

    /// The body to send.
    pub fn to_json(&self) -> String {
        format!(r#"{{"ErrMsg":{},"ErrCode":{}}}"#, serde_json::Value::from(self.message()), self.code)
    }
}

/// `Ok` is [`Response::ok`]; an error is code 1 with the error's text.
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
        pub err_msg: Option<String> = "ErrMsg",
        pub err_code: Option<i64> = "ErrCode",
    }
}

/// For those who stand in for the vendor, in a test for instance. A body without `ErrCode` is no reply.
impl<'de> Deserialize<'de> for Response {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let body = Body::deserialize(deserializer)?;
        let code = body.err_code.ok_or_else(|| serde::de::Error::missing_field("ErrCode"))?;
        Ok(Self { code, message: body.err_msg.unwrap_or_default() })
    }
}
