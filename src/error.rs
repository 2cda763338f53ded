//! The one error.

use std::fmt;

use crate::report::{Escaped, JsonType};

/// Why a body could not be read. Every other irregularity is tolerated and reported.
///
/// Neither `Display` nor `Debug` quotes anything that a sender wrote, so an error is safe to log;
/// [`found_value`](Self::found_value) returns the value. [`source`](std::error::Error::source) is always `None`.
///
/// Do not acknowledge a request that cannot be read: store its query and body for inspection, and answer with
/// status 400 without a body. [`Webhook`](crate::Webhook) has the rule for every status.
#[derive(Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The body is not UTF-8, which JSON has to be.
    #[error("the body is not UTF-8 (first invalid byte at offset {offset}){}", Hint(*hint))]
    #[non_exhaustive]
    NotUtf8 {
        /// Offset of the first invalid byte.
        offset: usize,
        /// What the body probably is instead, in words; `None` if it resembles nothing known.
        hint: Option<&'static str>,
    },
    /// The body is not JSON: it is empty, cut off or malformed, or nests more than 127 levels deep.
    #[error("the body is not JSON: {reason} at line {line} column {column}{}", Hint(*hint))]
    #[non_exhaustive]
    NotJson {
        /// What is wrong, in serde_json's words.
        reason: &'static str,
        /// The line, from 1.
        line: usize,
        /// The column, in bytes from 1. If the body ends too early, it is that of the last byte, or 0 if the last line
        /// is empty.
        column: usize,
        /// What the body probably is instead, in words; `None` if it resembles nothing known.
        hint: Option<&'static str>,
    },
    /// The body is JSON, but not an object.
    #[error("the body is not an object: expected object, found {found}")]
    #[non_exhaustive]
    NotAnObject {
        /// What it is instead.
        found: JsonType,
    },
    /// The body is 4 GiB or larger.
    #[error("the body is too large: expected less than 4 GiB")]
    TooLarge,
    /// An identity (a field without which the record cannot be read) is missing, `null` or empty, or is a blank text.
    #[error("{}{}", Lack { path, expected }, Also(also))]
    #[non_exhaustive]
    Missing {
        /// The path of the field, in documented keys; `?action` for a parameter of the URL query.
        path: String,
        /// What is documented there.
        expected: &'static str,
        /// The paths of further identities that are missing or cannot be read.
        also: Vec<String>,
    },
    /// An identity cannot be read.
    #[error("{path} cannot be read: expected {expected}, found {found}{}", Also(also))]
    #[non_exhaustive]
    Unreadable {
        /// The path of the field, in documented keys; `?action` for a parameter of the URL query.
        path: String,
        /// What is documented there.
        expected: &'static str,
        /// The JSON type that was found.
        found: JsonType,
        /// The value that was found, as [`found_value`](Self::found_value) returns it; `None` if it is an array or
        /// object.
        value: Option<String>,
        /// The paths of further identities that are missing or cannot be read.
        also: Vec<String>,
    },
    /// The request is for a callback other than the one that the type is for.
    #[error("{path} names another callback: expected {expected}")]
    #[non_exhaustive]
    OtherCallback {
        /// The field that names the callback; a parameter of the URL query begins with `?`.
        path: String,
        /// The callback that the type is for.
        expected: &'static str,
        /// The callback that was found, as [`found_value`](Self::found_value) returns it.
        value: String,
    },
}

impl Error {
    /// The paths that the error is about: all identities that are missing or cannot be read, in the struct's order, or
    /// the field that names another callback. Empty for other errors.
    ///
    /// ```
    /// let error = callhook::from_str::<callhook::tccc::PhoneCdr>("{}").unwrap_err();
    /// assert_eq!(error.paths(), ["SdkAppId", "SessionId"]);
    /// ```
    pub fn paths(&self) -> Vec<&str> {
        match self {
            Self::Missing { path, also, .. } | Self::Unreadable { path, also, .. } => {
                std::iter::once(path).chain(also).map(String::as_str).collect()
            }
            Self::OtherCallback { path, .. } => vec![path],
            _ => Vec::new(),
        }
    }

    /// The name of the variant, for a metric: `not-json`, `missing`. It stays the same between versions of this crate.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::NotUtf8 { .. } => "not-utf-8",
            Self::NotJson { .. } => "not-json",
            Self::NotAnObject { .. } => "not-an-object",
            Self::TooLarge => "too-large",
            Self::Missing { .. } => "missing",
            Self::Unreadable { .. } => "unreadable",
            Self::OtherCallback { .. } => "other-callback",
        }
    }

    /// The beginning of the value that was found: at most 64 characters, followed by `…` if there are more. A backslash is
    /// escaped, and so are characters that are neither printable ASCII nor Chinese, Japanese or Korean letters (`\u{7}`).
    /// `None` if the error has no value. It is the sender's data, so think before you log it.
    pub fn found_value(&self) -> Option<&str> {
        match self {
            Self::Unreadable { value, .. } => value.as_deref(),
            Self::OtherCallback { value, .. } => Some(value),
            _ => None,
        }
    }

    /// The same error about a parameter of the URL query. No query has a second identity, so there are no further paths.
    pub(crate) fn in_query(mut self) -> Self {
        if let Self::Missing { path, .. } | Self::Unreadable { path, .. } = &mut self {
            path.insert(0, '?');
        }
        self
    }

    /// Adds the paths of further identities.
    pub(crate) fn add(&mut self, further: &Self) {
        if let Self::Missing { also, .. } | Self::Unreadable { also, .. } = self {
            also.extend(further.paths().into_iter().map(str::to_owned));
        }
    }
}

/// The variant with the text of `Display`: `Unreadable(SdkAppId cannot be read: expected integer, found string)`. The
/// value is not in it, because panics and error trackers print errors with `Debug`.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let variant = match self {
            Self::NotUtf8 { .. } => "NotUtf8",
            Self::NotJson { .. } => "NotJson",
            Self::NotAnObject { .. } => "NotAnObject",
            Self::TooLarge => "TooLarge",
            Self::Missing { .. } => "Missing",
            Self::Unreadable { .. } => "Unreadable",
            Self::OtherCallback { .. } => "OtherCallback",
        };
        write!(f, "{variant}({self})")
    }
}

/// As much of a value as an error keeps.
pub(crate) fn excerpt(text: &str) -> String {
    Escaped(text).to_string()
}

/// `; it looks like gzip`
struct Hint(Option<&'static str>);

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |hint| write!(f, "; {hint}"))
    }
}

/// `SessionId is missing: expected text, found nothing`
struct Lack<'a> {
    path: &'a str,
    expected: &'a str,
}

impl fmt::Display for Lack<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.strip_prefix('?') {
            Some(parameter) => write!(f, "the URL query has no `{parameter}`"),
            None => write!(f, "{} is missing: expected {}, found nothing", self.path, self.expected),
        }
    }
}

/// ` (likewise SessionId)`
struct Also<'a>(&'a [String]);

impl fmt::Display for Also<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, " (likewise {})", self.0.join(", ")) }
    }
}
