//! The one error.

use crate::report::JsonType;

/// Why a body gives no value. Everything else that a body can have wrong is read around.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The body is not UTF-8, which JSON must be.
    #[error("the body is not UTF-8 (first wrong byte at offset {byte})")]
    #[non_exhaustive]
    NotUtf8 {
        /// Offset of the first byte that is wrong.
        byte: usize,
    },
    /// The body is not JSON: empty, cut off, malformed, or nested too deep to be read.
    #[error("the body is not JSON: {0}")]
    NotJson(
        /// What is wrong, with line and column.
        #[source]
        serde_json::Error,
    ),
    /// The body is JSON, but no object.
    #[error("the body is not an object: expected object, found {found}")]
    #[non_exhaustive]
    NotAnObject {
        /// What it is instead.
        found: JsonType,
    },
    /// A field without which the record has no identity is missing, `null` or empty.
    #[error("{path} is missing: expected {expected}, found nothing")]
    #[non_exhaustive]
    Missing {
        /// The field, in documented keys; `?action` for a parameter of the URL query.
        path: String,
        /// What belongs there.
        expected: &'static str,
    },
    /// A field without which the record has no identity cannot be read.
    #[error("{path} cannot be read: expected {expected}, found {found}")]
    #[non_exhaustive]
    Unreadable {
        /// The field, in documented keys; `?action` for a parameter of the URL query.
        path: String,
        /// What belongs there.
        expected: &'static str,
        /// What was found: the JSON type and, of a scalar, the beginning of the value.
        found: String,
    },
    /// Another callback came to this address: its command is not the one that the type is for.
    #[error("{path} names another callback: expected {expected}, found {found:?}")]
    #[non_exhaustive]
    OtherCallback {
        /// Where the command stands: a field of the body, or after a `?` a parameter of the URL query.
        path: String,
        /// The command that the type is for.
        expected: &'static str,
        /// The command that came.
        found: String,
    },
}

/// As much of a value as an error message should carry.
pub(crate) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 64;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
