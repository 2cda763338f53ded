//! The reply to a request, the same for every vendor.

use crate::json::trim;

/// The reply to a request: status, content type and body, for any web framework.
///
/// [`Webhook::acknowledgement`](crate::Webhook::acknowledgement) returns one, and each vendor's own reply converts into
/// one with [`From`]: [`tccc::Response`](crate::tccc::Response),
/// [`tccc::InboundCallReply`](crate::tccc::InboundCallReply) and so on.
///
/// Status and body are plain values. With axum, a tuple of them becomes a response:
///
/// ```ignore
/// use axum::http::{StatusCode, header};
/// use axum::response::{IntoResponse, Response};
///
/// fn respond(reply: Reply) -> Response {
///     let status = StatusCode::from_u16(reply.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
///     (status, [(header::CONTENT_TYPE, reply.content_type())], reply.into_body()).into_response()
/// }
/// ```
///
/// The repository's `axum_server` has this function. You can also read the parts one by one:
///
/// ```
/// use callhook::{Reply, tccc};
///
/// let reply = Reply::from(tccc::Response::ok());
/// assert_eq!((reply.status(), reply.content_type()), (200, "application/json;charset=utf8"));
/// assert_eq!(reply.into_body(), r#"{"ErrMsg":"","ErrCode":0}"#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use = "a reply does nothing until it is sent"]
pub struct Reply {
    status: u16,
    content_type: &'static str,
    body: String,
}

impl Reply {
    pub(crate) fn new(content_type: &'static str, body: String) -> Self {
        Self { status: 200, content_type, body }
    }

    /// The reply with another HTTP status, for instance 503 for the failure form of a vendor's reply.
    ///
    /// ```
    /// use callhook::{Reply, tccc};
    ///
    /// let reply = Reply::from(tccc::Response::error(1, "not stored")).with_status(503);
    /// assert_eq!((reply.status(), reply.body()), (503, r#"{"ErrMsg":"not stored","ErrCode":1}"#));
    /// ```
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The HTTP status that [`with_status`](Self::with_status) set, or else 200. It is 200 even for the failure form of
    /// a vendor's reply, because the vendors document only the body of a reply.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The value of the header `Content-Type`.
    pub fn content_type(&self) -> &'static str {
        self.content_type
    }

    /// The body: JSON, or empty for 7moor.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The body, without copying it.
    pub fn into_body(self) -> String {
        self.body
    }
}

/// The agents that a decision names: without blanks around them, and without those that are blank.
pub(crate) fn names<T: Into<String>>(agents: impl IntoIterator<Item = T>) -> Vec<String> {
    let names = agents.into_iter().map(|agent| trim(&agent.into()).to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

/// Implements `to_json` for a vendor's reply by its `Serialize`, and the conversion into [`Reply`].
macro_rules! reply {
    ($name:ident) => {
        impl $name {
            /// The body to send, as JSON.
            pub fn to_json(&self) -> String {
                // What is written here can always be written as JSON.
                serde_json::to_string(self).unwrap_or_default()
            }
        }

        impl From<$name> for $crate::Reply {
            fn from(reply: $name) -> Self {
                Self::new($name::CONTENT_TYPE, reply.to_json())
            }
        }
    };
}
