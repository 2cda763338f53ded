//! What lenient reading adjusted, as data.

use std::fmt::{self, Write as _};

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

/// A value read by [`inspect`](crate::inspect), with a report of every adjustment.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Inspected<T> {
    /// The value, the same as one that is read without a report.
    pub value: T,
    /// Where the body differs from what the vendor documents.
    pub report: Report,
}

impl<T> Inspected<T> {
    /// Converts the value and keeps the report, for instance to make a `Webhook` of a vendor's `Push`.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Inspected<U> {
        Inspected { value: change(self.value), report: self.report }
    }
}

closed_enum! {
    /// The kind of an adjustment.
    ///
    /// Each has a stable code in kebab case (`Display`, [`as_str`](Self::as_str)) that you can count as a metric.
    pub enum Code {
        /// A key came more than once. The last value that can be read wins, and the documented spelling takes
        /// precedence over any other. For an undocumented key, the last value that is not empty or blank wins.
        /// [`Finding::value`] is a value that lost; if the key is inside a value that is kept whole,
        /// [`Finding::inside`] counts such keys instead.
        DuplicateKey = "duplicate-key" => "Duplicate key", "重复键";
        /// A documented key came in another letter case or under another documented name: [`Finding::spelling`].
        KeySpelling = "key-spelling" => "Key in another spelling", "键的写法不同";
        /// The value was read from a JSON type, or a form of number, other than the documented one. For a scalar,
        /// [`Finding::value`] is the original.
        CoercedType = "coerced-type" => "Coerced type", "类型转换";
        /// The vendor's documentation does not list this key. Its value is in `extra`.
        UnknownKey = "unknown-key" => "Undocumented key", "文档中没有的键";
        /// The vendor's documentation does not list this value of an open enum. It is kept in `Other`.
        UnknownWord = "unknown-word" => "Unlisted value", "未收录的取值";
        /// A listed value came in another letter case or form, or a text of blanks in its place. [`Finding::value`] is
        /// the original.
        WordSpelling = "word-spelling" => "Value in another spelling", "取值的写法不同";
        /// The value could not be read as its field's type, or is an instant outside the years 2000 to 2099. It is in
        /// `extra`, and in [`Finding::value`].
        UnreadableValue = "unreadable-value" => "Unreadable value", "无法读取的值";
        /// An item of a list had no content and was left out.
        EmptyItem = "empty-item" => "Empty item", "空项";
        /// An instant was written in a form other than the documented one, such as milliseconds for seconds or a date
        /// for a number.
        InstantForm = "instant-form" => "Instant in another form", "时间点的格式不同";
        /// The body began with a byte-order mark.
        ByteOrderMark = "byte-order-mark" => "Byte-order mark", "字节顺序标记";
        /// An escape was half of a surrogate pair (`\ud83d`). It was read as U+FFFD.
        LoneSurrogate = "lone-surrogate" => "Lone surrogate", "不成对的代理项";
        /// A string had a control character that was not escaped. It was read as it is.
        ControlCharacter = "control-character" => "Control character", "控制字符";
        /// A double cannot hold the number: it is out of range (`1e400`), or no double equals it and it has more than
        /// 17 significant digits or is nearly whole (`12345678901234567890123`, `18621520280.000001`). Its digits were
        /// read as text. [`Finding::value`] is the original, as text too.
        HugeNumber = "huge-number" => "Huge number", "无法精确表示的数字";
        /// Blanks around an identifier, a phone number, an account, or a number or an instant as text were removed.
        SurroundingBlanks = "surrounding-blanks" => "Surrounding blanks", "首尾空白";
        /// The URL query's `version` is not the documented one. The body was read anyway.
        OtherVersion = "other-version" => "Other version", "其他版本";
        /// A parameter of the URL query had other text around its value (`action=cdr;version=1`). The value was read.
        QueryForm = "query-form" => "Query in another form", "查询参数的格式不同";
    }
}

closed_enum! {
    /// The six types of JSON value.
    pub enum JsonType {
        /// `null`
        Null = "null" => "Null", "空值";
        /// `true` or `false`
        Boolean = "boolean" => "Boolean", "布尔值";
        /// `1`, `-1.5e3`
        Number = "number" => "Number", "数字";
        /// `"text"`
        String = "string" => "String", "字符串";
        /// `[…]`
        Array = "array" => "Array", "数组";
        /// `{…}`
        Object = "object" => "Object", "对象";
    }
}

impl JsonType {
    /// The type of a JSON value.
    pub const fn of(value: &Value) -> Self {
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

/// One adjustment.
///
/// `Display`, `Debug` and `Serialize` give the path, code, expectation and JSON type, but no value;
/// [`value`](Self::value) returns it.
///
/// A path can end in an undocumented key, which can be anything that the sender wrote. Every printed form shows at most
/// 64 characters of that key and escapes what could forge a line or pass for a documented key. [`Report::redacted`]
/// hides the key altogether.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Finding(
    /// A clean body has no findings, so each may cost an allocation.
    Box<Inner>,
);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Inner {
    path: Path,
    code: Code,
    expected: &'static str,
    found: JsonType,
    value: Option<Value>,
    spelling: Option<String>,
    inside: usize,
}

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Path {
    text: String,
    /// The undocumented key at the end begins here, if there is one.
    undocumented_from: Option<usize>,
}

impl Path {
    /// The path of a documented place.
    pub fn documented(text: String) -> Self {
        Self { text, undocumented_from: None }
    }

    /// The path of an undocumented key in a documented object.
    pub fn undocumented(mut object: String, key: &str) -> Self {
        let from = object.len();
        // Without quotes, such a key could pass for another path or for more of a printed finding.
        let ends_path = |rest: &[u8]| matches!(rest, [b'.' | b']' | b'(' | b'"', ..] | [b':', b' ', ..]);
        let is_quoted =
            key.starts_with('?') || (0..key.len()).any(|at| key.as_bytes().get(at..).is_some_and(ends_path));
        let _ = if is_quoted { write!(object, "{:#}", Escaped(key)) } else { write!(object, "{}", Escaped(key)) };
        Self { text: object, undocumented_from: Some(from) }
    }

    fn redacted(mut self) -> Self {
        if let Some(from) = self.undocumented_from.take() {
            self.text.truncate(from);
            self.text.push('…');
        }
        self
    }
}

/// Text that a sender wrote, as it is printed: at most 64 characters, without what could forge a line or pass for
/// ASCII. With `#`, in quotes.
pub(crate) struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LONGEST: usize = 64;
        let quotes = if f.alternate() || self.0.is_empty() { "\"" } else { "" };
        f.write_str(quotes)?;
        for char in self.0.chars().take(LONGEST) {
            let is_cjk = matches!(char, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
            if char == '"' && f.alternate() {
                f.write_str("\\\"")?;
            } else if is_cjk || char.is_ascii_graphic() && char != '\\' || char == ' ' {
                f.write_char(char)?;
            } else {
                write!(f, "{}", char.escape_unicode())?;
            }
        }
        if self.0.chars().nth(LONGEST).is_some() {
            f.write_char('…')?;
        }
        f.write_str(quotes)
    }
}

impl Finding {
    pub(crate) fn new(path: Path, code: Code, expected: &'static str, found: JsonType) -> Self {
        Self(Box::new(Inner { path, code, expected, found, value: None, spelling: None, inside: 0 }))
    }

    /// The same finding at another path.
    pub(crate) fn at(mut self, path: Path) -> Self {
        self.0.path = path;
        self
    }

    pub(crate) fn with_value(mut self, value: Value) -> Self {
        self.0.value = Some(value);
        self
    }

    pub(crate) fn with_spelling(mut self, spelling: &str) -> Self {
        self.0.spelling = Some(spelling.to_owned());
        self
    }

    pub(crate) fn with_inside(mut self, inside: usize) -> Self {
        self.0.inside = inside;
        self
    }

    /// Where it is, in documented keys: `ServeParticipants[1].StartTimestamp`. Empty for the body as a whole; an empty
    /// key is `""`. An undocumented key is escaped and cut at 64 characters; one that could pass for another path, for
    /// instance because it has a dot, is in quotes: `SeatUser."a.b"`. In a path of many steps, such as that of a
    /// message relayed within other messages, `…` stands for those in the middle.
    pub fn path(&self) -> &str {
        &self.0.path.text
    }

    /// What kind of adjustment it is.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// What is documented there, in words: `Unix seconds`; `nothing` for an undocumented key.
    pub fn expected(&self) -> &'static str {
        self.0.expected
    }

    /// The JSON type that was found there.
    pub fn found(&self) -> JsonType {
        self.0.found
    }

    /// The value as it came, if the value that was read may not show it. This is the case if it lost to a duplicate,
    /// could not be read, was coerced, had blanks around it, is an instant or a query's parameter in another form, is a
    /// number that a double cannot hold, or is an unlisted value or a listed one in another spelling. It is the
    /// sender's data, so think before you log it.
    pub fn value(&self) -> Option<&Value> {
        self.0.value.as_ref()
    }

    /// The key as it came, in a `key-spelling` finding: the documented one in another letter case, or another
    /// documented name of the field. `None` in every other finding.
    pub fn spelling(&self) -> Option<&str> {
        self.0.spelling.as_deref()
    }

    /// How many adjustments are inside an array or object that is kept whole or as text: duplicate keys, repaired strings
    /// and huge numbers. They share this finding instead of getting one each. The finding at the tag of a body that is
    /// kept whole counts those of the body. 0 for every other finding.
    pub fn inside(&self) -> usize {
        self.0.inside
    }

    fn redacted(&self) -> Self {
        let Inner { path, code, expected, found, inside, .. } = &*self.0;
        Self::new(path.clone().redacted(), *code, expected, *found).with_inside(*inside)
    }
}

/// `ServeParticipants[1].StartTimestamp: coerced-type (expected Unix seconds, found string)`
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { path, code, expected, found, spelling, inside, .. } = &*self.0;
        let path = if path.text.is_empty() { "(body)" } else { &path.text };
        write!(f, "{path}: {code} (expected {expected}, found {found}")?;
        if let Some(spelling) = spelling {
            write!(f, " under \"{spelling}\"")?;
        }
        if *inside > 0 {
            write!(f, ", {inside} {} inside", if *inside == 1 { "adjustment" } else { "adjustments" })?;
        }
        f.write_char(')')
    }
}

/// Without the value, as `Display`.
impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Finding")
            .field("path", &self.0.path.text)
            .field("code", &self.0.code)
            .field("expected", &self.0.expected)
            .field("found", &self.0.found)
            .finish_non_exhaustive()
    }
}

/// An object of `path`, `code`, `expected`, `found` and, where there are any, `spelling` and `inside`.
impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Inner { path, code, expected, found, spelling, inside, .. } = &*self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("path", &path.text)?;
        map.serialize_entry("code", code)?;
        map.serialize_entry("expected", expected)?;
        map.serialize_entry("found", found)?;
        if let Some(spelling) = spelling {
            map.serialize_entry("spelling", spelling)?;
        }
        if *inside > 0 {
            map.serialize_entry("inside", inside)?;
        }
        map.end()
    }
}

/// Every adjustment that reading a body needed: those of the URL query first, then those of the body, in its order.
/// Findings within JSON text are in the order of the fields.
///
/// ```
/// # use callhook::{Code, inspect, tccc::PhoneCdr};
/// let body = br#"{"SdkAppId":1400000214, "SessionId":"e97b", "Duration":15, "Duration":0}"#;
/// let inspected = inspect::<PhoneCdr>(body)?;
/// assert_eq!(inspected.report.to_string(), "Duration: duplicate-key (expected one value, found number)");
/// assert_eq!(inspected.report.count(Code::DuplicateKey), 1);
/// assert_eq!(inspected.report.iter().next().unwrap().value().unwrap(), 15);
/// # Ok::<(), callhook::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Report(Vec<Finding>);

impl Report {
    /// Whether the report has no findings: the body is exactly as documented.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many findings there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The findings: those of the URL query first, then those of the body, in its order.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// How many findings have this code.
    pub fn count(&self, code: Code) -> usize {
        self.iter().filter(|finding| finding.code() == code).count()
    }

    /// Each code that occurs and how often, for a metrics counter.
    pub fn counts(&self) -> impl Iterator<Item = (Code, usize)> + '_ {
        Code::ALL.iter().map(|&code| (code, self.count(code))).filter(|(_, count)| *count > 0)
    }

    /// The report without anything that the sender chose: no values, no spellings, and `…` for undocumented keys.
    ///
    /// ```
    /// let body = br#"{"SdkAppId":1400000214, "SessionId":"e97b", "+8613800000001":"called"}"#;
    /// let report = callhook::inspect::<callhook::tccc::PhoneCdr>(body)?.report;
    /// assert_eq!(report.redacted().to_string(), "…: unknown-key (expected nothing, found string)");
    /// # Ok::<(), callhook::Error>(())
    /// ```
    #[must_use]
    pub fn redacted(&self) -> Self {
        self.iter().map(Finding::redacted).collect()
    }

    /// Puts findings on the body as a whole before those on its fields.
    pub(crate) fn prepend(&mut self, mut findings: Self) {
        findings.0.append(&mut self.0);
        *self = findings;
    }
}

impl FromIterator<Finding> for Report {
    fn from_iter<I: IntoIterator<Item = Finding>>(findings: I) -> Self {
        Self(findings.into_iter().collect())
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

/// One finding per line, without a newline after the last. For a log in which each entry is a line, print the findings
/// one by one, or the report as JSON.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, finding) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_char('\n')?;
            }
            finding.fmt(f)?;
        }
        Ok(())
    }
}

/// Writes a list of objects with path, code, and the expected and actual types. A report cannot be read back, because
/// the text for what the documentation expects is this crate's own. Read the request again instead.
impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
    }
}
