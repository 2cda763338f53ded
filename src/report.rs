//! What a lenient reading bent, as data.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;
use strum::{AsRefStr, Display, EnumIter, IntoEnumIterator, IntoStaticStr};

/// A value read by [`inspect`](crate::inspect), with what was bent to read it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Inspected<T> {
    /// The value: the same that plain reading gives.
    pub value: T,
    /// What the body had otherwise than documented.
    pub report: Report,
}

impl<T> Inspected<T> {
    /// The same report with another value.
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Inspected<U> {
        Inspected { value: change(self.value), report: self.report }
    }
}

/// What kind of thing was bent.
///
/// Each has a stable kebab-case code (`Display`, [`as_str`](Self::as_str)) that can be counted as a metric.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Display, AsRefStr, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum Code {
    /// A key came more than once. The last one was taken (an exactly spelled one before any other);
    /// [`Finding::value`] is the one that lost.
    DuplicateKey,
    /// A documented key came in another spelling: [`Finding::spelling`].
    KeySpelling,
    /// The value's JSON type is not the documented one; it was read all the same.
    CoercedType,
    /// The vendor's page does not name this key; its value is in `extra`.
    UnknownKey,
    /// The page's list does not name this word or code; it is kept in `Other`.
    UnknownWord,
    /// A word of the page's list, in another spelling.
    WordSpelling,
    /// The value could not be read as its field's type; it is in `extra`, and in [`Finding::value`].
    UnreadableValue,
    /// A list held an item without content, which was left out.
    EmptyItem,
    /// An instant was written in another way than documented (milliseconds for seconds, a date for a number).
    InstantForm,
    /// The body began with a byte-order mark.
    ByteOrderMark,
    /// Half of a surrogate pair stood alone (`\ud83d`); U+FFFD was read in its place.
    LoneSurrogate,
    /// A number was beyond a float's range (`1e400`); it was read as text.
    HugeNumber,
    /// A value in `extra` was nested too deep; what lies deeper than 96 levels was left out.
    TooDeep,
    /// The query's `version` is not the documented one; the body was read as that one.
    OtherVersion,
}

impl Code {
    /// The stable kebab-case code, such as `duplicate-key`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Every code there is.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The six kinds of JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Display, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
#[non_exhaustive]
pub enum JsonType {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// `1`, `-1.5e3`
    Number,
    /// `"text"`
    String,
    /// `[…]`
    Array,
    /// `{…}`
    Object,
}

impl JsonType {
    /// The kind of a JSON value.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Boolean,
            Value::Number(_) => Self::Number,
            Value::String(_) => Self::String,
            Value::Array(_) => Self::Array,
            Value::Object(_) => Self::Object,
        }
    }
}

impl Serialize for JsonType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.into())
    }
}

/// One thing that was bent.
///
/// `Display` and `Serialize` give path, code, expectation and JSON type, and nothing that a customer said or is
/// called; the data is behind [`value`](Self::value). (A path names unknown keys as they came.)
#[derive(Debug, Clone, PartialEq)]
pub struct Finding(Box<Inner>);

/// Boxed as one piece: a report of a clean body has no findings, so each may cost an allocation.
#[derive(Clone, PartialEq)]
struct Inner {
    path: String,
    code: Code,
    expected: &'static str,
    found: JsonType,
    value: Option<Value>,
    spelling: Option<String>,
}

/// Without the value, as `Display` does it.
impl fmt::Debug for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Finding")
            .field("path", &self.path)
            .field("code", &self.code)
            .field("expected", &self.expected)
            .field("found", &self.found)
            .finish_non_exhaustive()
    }
}

impl Finding {
    pub(crate) fn new(path: String, code: Code, expected: &'static str, found: JsonType) -> Self {
        Self(Box::new(Inner { path, code, expected, found, value: None, spelling: None }))
    }

    pub(crate) fn with_value(mut self, value: Value) -> Self {
        self.0.value = Some(value);
        self
    }

    pub(crate) fn with_spelling(mut self, spelling: String) -> Self {
        self.0.spelling = Some(spelling);
        self
    }

    /// Where, in documented keys: `ServeParticipants[1].StartTimestamp`. Empty for the body as a whole; a key that is
    /// itself empty stands there as `""`.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// What kind of thing was bent.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// What the vendor's page lets one expect there, in words: `Unix seconds`.
    pub fn expected(&self) -> &'static str {
        self.0.expected
    }

    /// The JSON type that was found there.
    pub fn found(&self) -> JsonType {
        self.0.found
    }

    /// The value that lost against a duplicate, that could not be read, or whose word is unknown: the customer's
    /// data, so think before you log it.
    ///
    /// A duplicate that had been read into its field is given as the field is written.
    pub fn value(&self) -> Option<&Value> {
        self.0.value.as_ref()
    }

    /// The key as it came, where it was spelled otherwise than documented.
    pub fn spelling(&self) -> Option<&str> {
        self.0.spelling.as_deref()
    }
}

/// `ServeParticipants[1].StartTimestamp: coerced-type (expected Unix seconds, found string)`
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { path, code, expected, found, .. } = &*self.0;
        let path = if path.is_empty() { "(body)" } else { path };
        write!(f, "{path}: {code} (expected {expected}, found {found}")?;
        if let Some(spelling) = &self.0.spelling {
            write!(f, " under {spelling:?}")?;
        }
        f.write_str(")")
    }
}

/// An object of `path`, `code`, `expected`, `found` and, where there is one, `spelling`.
impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("path", &self.0.path)?;
        map.serialize_entry("code", &self.0.code)?;
        map.serialize_entry("expected", self.0.expected)?;
        map.serialize_entry("found", &self.0.found)?;
        if let Some(spelling) = &self.0.spelling {
            map.serialize_entry("spelling", spelling)?;
        }
        map.end()
    }
}

/// Everything that was bent to read one body, in the order of the body. (Duplicates in a value that no field reads come
/// behind what else was found in it.)
///
/// ```
/// # use callhook::{Code, inspect, tccc::PhoneCdr};
/// let body = br#"{"SdkAppId":1400000214, "SessionId":"e97b", "Duration":15, "Duration":0}"#;
/// let seen = inspect::<PhoneCdr>(body)?;
/// assert_eq!(seen.report.to_string(), "Duration: duplicate-key (expected one value, found number)");
/// assert_eq!(seen.report.count(Code::DuplicateKey), 1);
/// assert_eq!(seen.report.iter().next().unwrap().value().unwrap(), 15);
/// # Ok::<(), callhook::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report(Vec<Finding>);

impl Report {
    /// Whether the body was just as documented.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many findings there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The findings, in the order of the body.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// How many findings have this code.
    pub fn count(&self, code: Code) -> usize {
        self.iter().filter(|finding| finding.code() == code).count()
    }

    /// Each code that occurs and how often: what a metrics counter wants.
    pub fn counts(&self) -> impl Iterator<Item = (Code, usize)> + '_ {
        Code::iter().map(|code| (code, self.count(code))).filter(|(_, count)| *count > 0)
    }

    pub(crate) fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Puts the last finding in the place of another one.
    pub(crate) fn put_last_at(&mut self, place: usize) {
        self.0.swap_remove(place);
    }

    /// Puts findings on the body as a whole before those on its fields.
    pub(crate) fn push_first(&mut self, findings: impl IntoIterator<Item = Finding>) {
        self.0.splice(0..0, findings);
    }
}

impl IntoIterator for Report {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// One finding a line, without a line end after the last.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, finding) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            finding.fmt(f)?;
        }
        Ok(())
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
    }
}
