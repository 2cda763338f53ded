use chrono::{DateTime, Utc};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Response;
use super::response::write_head;
use crate::extra::Extra;

payload! {
    /// A robot's flow calls an interface of yours (`CallbackCommand=Chatbot.InterfaceInvocation`) and waits for values.
    ///
    /// Reply with an [`InterfaceInvocationReply`]. The vendor's documentation asks for a synchronous reply and names no
    /// time limit; retries and fallback are not documented. Only the vendor's advanced edition has the callback.
    ///
    /// Source: [interface call](https://www.tencentcloud.com/document/product/1229/68990).
    #[derive(Eq, Hash)]
    pub struct InterfaceInvocation {
        /// The command in the body, `Chatbot.InterfaceInvocation`; `None` if the body has none.
        pub callback_command: Option<super::Command> = "CallbackCommand",
        /// The values that the flow passes, under the names that you gave them in the console; `None` if there are
        /// none. A variable without a value is `""`. `SystemClientUserID` and `SystemSessionID` are the vendor's names
        /// for the customer and the session.
        pub body: Option<Extra> = "Body" as AnyObject,
        /// When the flow called, to the millisecond.
        pub event_time: Option<DateTime<Utc>> = "EventTime" as OrText<UnixMillis>,
    }
}

impl InterfaceInvocation {
    /// The value that the flow passes under a name; `None` if there is none, or if it is not a text. A variable without
    /// a value is `Some("")`; a value that is not a text is in [`body`](Self::body).
    #[doc(alias = "SystemClientUserID")]
    #[doc(alias = "SystemSessionID")]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.body.as_ref()?.get(name)?.as_str()
    }
}

/// The values with which a robot's flow goes on: the reply to [`InterfaceInvocation`].
///
/// Source: [interface call](https://www.tencentcloud.com/document/product/1229/68990).
///
/// ```
/// use callhook::desk::InterfaceInvocationReply;
///
/// assert_eq!(
///     InterfaceInvocationReply::ok().with_value("level", "3").to_json(),
///     r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"Body":{"level":"3"}}"#,
/// );
/// assert_eq!(
///     InterfaceInvocationReply::fail("no such customer").to_json(),
///     r#"{"ActionStatus":"FAIL","ErrorInfo":"no such customer","ErrorCode":1}"#,
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use = "the customer waits for the reply"]
pub struct InterfaceInvocationReply {
    failure: Option<String>,
    values: Extra,
}

impl InterfaceInvocationReply {
    /// The content type that goes with the body.
    pub const CONTENT_TYPE: &'static str = Response::CONTENT_TYPE;

    /// Lets the flow go on, without values until [`with_value`](Self::with_value) adds some.
    pub const fn ok() -> Self {
        Self { failure: None, values: Extra::new() }
    }

    /// Reports a failure: `FAIL` with `ErrorCode` 1. How the flow goes on is not documented.
    pub fn fail(message: impl Into<String>) -> Self {
        Self { failure: Some(message.into()), values: Extra::new() }
    }

    /// Sets a session variable. The vendor takes texts only: write a number as text. A blank name changes nothing, and
    /// a reply made by [`fail`](Self::fail) takes no values.
    pub fn with_value(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        let name = name.into();
        if self.failure.is_none() && !name.trim().is_empty() {
            self.values.insert(name, text.into());
        }
        self
    }
}

impl Serialize for InterfaceInvocationReply {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_map(None)?;
        match &self.failure {
            Some(message) => write_head(&mut body, "FAIL", message, 1)?,
            None => write_head(&mut body, "OK", "", 0)?,
        }
        if !self.values.is_empty() {
            body.serialize_entry("Body", &self.values)?;
        }
        body.end()
    }
}

reply!(InterfaceInvocationReply);
