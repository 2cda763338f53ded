//! What holds of every body and every query, whatever is in it.

use std::collections::BTreeSet;
use std::fmt::{self, Debug};

use callhook::{Code, Error, Extra, Finding, Inspected, JsonType, Payload, Redact, Report};
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

/// How serde_json, with its `arbitrary_precision` on, gives numbers: as the key of a map.
const DISGUISE: &str = "$serde_json::private";

/// The laws of a payload type, read from a body by each entry point.
pub fn payload<T: Payload>(body: &[u8]) {
    let read = read(body, callhook::from_slice::<T>, callhook::inspect::<T>);
    if let Ok(text) = std::str::from_utf8(body) {
        agree("from_str", callhook::from_str::<T>(text), &read);
    }
    match (&read, serde_json::from_slice::<T>(body)) {
        (Ok(seen), Ok(direct)) => assert_eq!(direct, seen.value, "serde_json reads another value"),
        (Ok(_), Err(error)) => assert!(
            serde_json::from_slice::<IgnoredAny>(body).is_err(),
            "serde_json reads the text, and not the value: {error}"
        ),
        (Err(error), direct) => assert!(direct.is_err(), "only serde_json reads it: {error}"),
    }
    buffered(body, &read);
    if String::from_utf8_lossy(body).contains(DISGUISE) {
        return;
    }
    if let Ok(Inspected { value, report, .. }) = read
        && !is_accepted_corner(&report)
    {
        let tree = serde_json::to_value(&value).unwrap();
        assert_eq!(serde_json::from_value::<T>(tree).unwrap(), value, "through a Value");
        let written = serde_json::to_string(&value).unwrap();
        assert_eq!(serde_json::from_str::<T>(&written).unwrap(), value, "serde_json reads what was written");
    }
}

/// A value that serde buffers: it has been through serde_json's parser.
#[derive(Deserialize)]
#[serde(untagged)]
enum Buffered<T> {
    Value(T),
}

/// A front end that parses first gives the same value, except for the last bit of a float and the digits of a number
/// that is read as text.
fn buffered<T>(body: &[u8], read: &Result<Inspected<T>, Error>)
where
    T: DeserializeOwned + PartialEq + Debug,
{
    let has_exact_numbers = !String::from_utf8_lossy(body).contains(DISGUISE)
        && std::str::from_utf8(body).is_ok_and(|text| numbers(text).into_iter().all(is_exact));
    if !has_exact_numbers {
        return;
    }
    match (read, serde_json::from_slice::<Buffered<T>>(body)) {
        (Ok(seen), Ok(Buffered::Value(value))) => assert_eq!(value, seen.value, "serde's buffer gives another value"),
        (Ok(_), Err(error)) => assert!(
            serde_json::from_slice::<Tree>(body).is_err(),
            "serde_json reads the text, and its buffer not the value: {error}"
        ),
        (Err(error), value) => assert!(value.is_err(), "only serde's buffer reads it: {error}"),
    }
}

/// The two corners in which what was written may read as another value.
fn is_accepted_corner(report: &Report) -> bool {
    report.iter().any(|finding| is_number_set_aside_as_text(finding) || is_json_text_within_json_text(finding))
}

/// A number that only its digits say, and that is not whole (`1e400`), for an identifier: it is set aside as text, and
/// reads back as that text.
fn is_number_set_aside_as_text(finding: &Finding) -> bool {
    finding.code() == Code::UnreadableValue
        && finding.found() == JsonType::Number
        && finding.value().is_some_and(Value::is_string)
}

/// JSON text in JSON text: one level is read, and what is in there is a text, until it is written one level further
/// out.
fn is_json_text_within_json_text(finding: &Finding) -> bool {
    fn has_json_text(value: &Value) -> bool {
        match value {
            Value::String(text) => text.trim_start().starts_with(['[', '{']),
            Value::Array(items) => items.iter().any(has_json_text),
            Value::Object(entries) => entries.values().any(has_json_text),
            _ => false,
        }
    }
    let text = finding.value().and_then(Value::as_str).filter(|_| finding.code() == Code::CoercedType);
    text.and_then(|text| callhook::from_str::<Extra>(&format!(r#"{{"":{text}}}"#)).ok())
        .is_some_and(|outer| has_json_text(&outer[""]))
}

/// The numbers of a text of JSON, as they are written there.
pub fn numbers(text: &str) -> Vec<&str> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|char: char| char == '"' || char == '-' || char.is_ascii_digit()) {
        rest = &rest[start..];
        let end = if let Some(text) = rest.strip_prefix('"') {
            let mut is_escaped = false;
            let mut is_end = |char: char| {
                let is_end = char == '"' && !is_escaped;
                is_escaped = char == '\\' && !is_escaped;
                is_end
            };
            1 + text.find(&mut is_end).map_or(text.len(), |end| end + 1)
        } else {
            let end = rest.find(|char: char| !is_of_number(char)).unwrap_or(rest.len());
            numbers.push(&rest[..end]);
            end
        };
        rest = &rest[end..];
    }
    numbers
}

pub fn is_of_number(char: char) -> bool {
    char.is_ascii_digit() || matches!(char, '+' | '-' | '.' | 'e' | 'E')
}

/// Whether a number comes out of serde_json's parser as it was written: an integer of 64 bits, or the shortest form of
/// a double.
fn is_exact(digits: &str) -> bool {
    serde_json::from_str::<Value>(digits).is_ok_and(|value| {
        let written = value.to_string();
        written == digits && (value.is_u64() || value.is_i64() || digits.parse().ok() == value.as_f64())
    })
}

/// The laws of an entry point: plain reading and reading with a report agree; what was written reads back equal, and is
/// written the same again; nothing is lost.
pub fn read<T>(
    body: &[u8],
    plain: impl Fn(&[u8]) -> Result<T, Error>,
    inspect: impl Fn(&[u8]) -> Result<Inspected<T>, Error>,
) -> Result<Inspected<T>, Error>
where
    T: Serialize + Redact + PartialEq + Debug,
{
    let read = inspect(body);
    nothing_personal(body, &inspect);
    agree("plain reading", plain(body), &read);
    let seen = read?;
    // An object of that key alone is a number, and what is left of an object may be one.
    if String::from_utf8_lossy(body).contains(DISGUISE) {
        return Ok(seen);
    }
    let written = serde_json::to_string(&seen.value).unwrap();
    let again = inspect(written.as_bytes()).unwrap_or_else(|error| panic!("what was written: {error}: {written}"));
    if !is_accepted_corner(&seen.report) {
        assert_eq!(again.value, seen.value, "what was written reads as another value: {written}");
        assert_eq!(serde_json::to_string(&again.value).unwrap(), written, "the second writing differs");
    }
    for code in
        [Code::DuplicateKey, Code::ByteOrderMark, Code::LoneSurrogate, Code::ControlCharacter, Code::SurroundingBlanks]
    {
        // The query is the same again, with all that is odd in it.
        let mut of_body = again.report.iter().filter(|finding| !finding.path().starts_with('?'));
        assert!(of_body.all(|finding| finding.code() != code), "{code} in what was written: {written}");
    }
    findings(&seen.report);
    findings(&again.report);
    nothing_lost(body, &seen.report, &written);
    Ok(seen)
}

/// Keys whose texts a log may have: ids, names that the contact centre gave, and what says how a body is read.
const SHOWN: &str = " SessionId QueuedSkillGroupName SkillGroup SysHangupReasonString StaffNumber SkillGroupNameList \
    AIAgentName RecordId SkillGroupName NodeLabel Operator id content Label RequestId SessionType version \
    CustomerServiceId UUID VideoUUID VideoFormat ThumbUUID ThumbFormat JsonMsgKey GroupId EventType contenttype \
    RequestID RequestTime accountId superUniqueId agentNumber statusName callUniqueId eventUniqueId uniqueId \
    groupIdList groupNameList actionId agentCountryCode agentTelType applicationId callId cdrType \
    customerCountryCode customerNumberType ivrId queueNumber satisfyIvrId taskId ivrName queueName matchResult \
    preMediaFailureReason businessID ErrMsg ActionStatus relativeCallUniqueId _id \
    action CallbackCommand Event MsgType pushType callEvent callType ";

fn is_shown(key: &str) -> bool {
    SHOWN.split_ascii_whitespace().any(|shown| shown.eq_ignore_ascii_case(key))
}

/// A marker in place of every text that no log may have is in no redacted view, no finding and no error.
fn nothing_personal<T: Redact>(body: &[u8], inspect: impl Fn(&[u8]) -> Result<Inspected<T>, Error>) {
    // The fuzzer finds the markers out, and may have put them where they are shown.
    let text = String::from_utf8_lossy(body);
    if text.contains(MARK) || text.contains(MARKED_NUMBER) {
        return;
    }
    let Ok(mut tree) = serde_json::from_slice::<Tree>(body) else {
        // What is not JSON is not quoted either.
        if let Err(error) = inspect(&[MARK.as_bytes(), body, MARK.as_bytes()].concat()) {
            assert!(!format!("{error} {error:?}").contains(MARK), "a marker is in {error:?}");
        }
        return;
    };
    let mut count = 0;
    tree.mark(&mut count);
    if count == 0 {
        return;
    }
    let marked = serde_json::to_vec(&tree).unwrap();
    match inspect(&marked) {
        Ok(Inspected { value, report, .. }) => {
            let (view, hidden) = (callhook::redacted(&value), report.redacted());
            for printed in [
                view.to_string(),
                format!("{view:?}"),
                hidden.to_string(),
                format!("{hidden:?}"),
                serde_json::to_string(&hidden).unwrap(),
                report.to_string(),
                format!("{report:?}"),
                serde_json::to_string(&report).unwrap(),
            ] {
                let is_hidden = !printed.contains(MARK) && !printed.contains(MARKED_NUMBER);
                assert!(is_hidden, "a marker is in {printed}: {}", String::from_utf8_lossy(&marked));
            }
        }
        Err(error) => assert!(!format!("{error} {error:?}").contains(MARK), "a marker is in {error:?}"),
    }
}

const MARK: &str = "qzkvwx";
const MARKED_NUMBER: &str = "355577739";

/// The marker in the forms that are shown in part.
fn marked(number: usize) -> String {
    match number % 8 {
        // Not a number, which a field of numbers would read and show.
        0 => format!("+86-{MARKED_NUMBER}-80"),
        1 => format!("{MARK}@example.com"),
        2 => format!("https://{MARK}:{MARK}@example.com/{MARK}?{MARK}"),
        3 => format!("{{\"key\":[\"{MARK}\"]}}"),
        4 => format!("\u{5f20}{MARK}\u{301}"),
        5 => format!("[\"{MARK}\"]"),
        6 => format!("tel://{MARKED_NUMBER}"),
        _ => MARK.to_owned(),
    }
}

/// Two readings agree: the same value, or the same error.
fn agree<T: PartialEq + Debug>(by: &str, other: Result<T, Error>, read: &Result<Inspected<T>, Error>) {
    match (other, read) {
        (Ok(other), Ok(seen)) => assert_eq!(other, seen.value, "{by} gives another value than inspect"),
        (Err(other), Err(error)) => {
            let strip = |error: &Error| error.to_string().split(" at line").next().map(str::to_owned);
            assert_eq!(strip(&other), strip(error), "{by} gives another error than inspect");
        }
        (other, read) => panic!("{by} gives {other:?}, inspect {read:?}"),
    }
}

/// A finding says where and what. The path is empty for the body as a whole.
fn findings(report: &Report) {
    for finding in report {
        // Of a body that is read as it is kept, one finding counts the duplicate keys.
        let whole = finding.code() == Code::ByteOrderMark || finding.inside() > 0;
        assert!(whole || !finding.path().is_empty(), "no path: {finding}");
        assert!(!finding.expected().is_empty(), "no expectation: {finding}");
        if finding.code() == Code::KeySpelling {
            assert!(finding.spelling().is_some_and(|spelling| !spelling.is_empty()), "no spelling: {finding}");
        }
        if matches!(finding.code(), Code::DuplicateKey | Code::UnreadableValue) {
            assert!(finding.value().is_some() || finding.inside() > 0, "no value: {finding}");
        }
    }
    assert_eq!(report.to_string().is_empty(), report.is_empty());
    let json: Vec<Value> = serde_json::from_str(&serde_json::to_string(report).unwrap()).unwrap();
    assert_eq!(json.len(), report.len());
    assert_eq!(report.counts().map(|(_, count)| count).sum::<usize>(), report.len());
}

/// Every key with a value is in what was written, and so is everything under an undocumented key.
fn nothing_lost(body: &[u8], report: &Report, written: &str) {
    // JSON readers without our patience cannot say what was in these.
    let text = String::from_utf8_lossy(body);
    let Ok(tree) = serde_json::from_str::<Tree>(text.trim_start_matches('\u{feff}')) else { return };
    let out: Value = serde_json::from_str(written).unwrap();
    let mut spellings: BTreeSet<String> =
        report.iter().filter_map(|finding| finding.spelling()).map(str::to_lowercase).collect();
    if report.count(Code::DuplicateKey) > 0 {
        // The one other name that a field has; told only where it won.
        spellings.insert("label".to_owned());
    }
    kept(&tree, &out, &spellings, "");
    let (Tree::Object(entries), Value::Object(map)) = (&tree, &out) else { panic!("no object") };
    // What is odd inside a value is repaired there.
    for finding in report.iter().filter(|finding| finding.code() == Code::UnknownKey && finding.inside() == 0) {
        let path = finding.path();
        let is_adjusted = report.iter().any(|other| other.path() == path && other.code() != Code::UnknownKey);
        if let (false, Some((_, value)), Some(out)) =
            (is_adjusted, entries.iter().rfind(|(key, _)| key == path), map.get(path))
        {
            assert!(value.is(out), "{path} was changed: {value:?} {out}");
        }
    }
}

fn kept(body: &Tree, out: &Value, spellings: &BTreeSet<String>, path: &str) {
    match (body, out) {
        (body, _) if body.is_nothing() => {}
        (Tree::Object(entries), Value::Object(map)) => {
            for (key, value) in entries {
                let home = if map.contains_key(key) {
                    Some(key)
                } else {
                    map.keys().find(|name| name.eq_ignore_ascii_case(key))
                };
                let Some(home) = home else {
                    let renamed = spellings.contains(&key.to_lowercase());
                    let absent =
                        entries.iter().any(|(name, value)| name.eq_ignore_ascii_case(key) && value.is_nothing());
                    assert!(renamed || absent, "{path}.{key} was lost: {entries:?} {out}");
                    continue;
                };
                // A content may come as `Label`, and the last one counts.
                let other = if home == "content" { "label" } else { home };
                let is_near = |name: &str| name.eq_ignore_ascii_case(home) || name.eq_ignore_ascii_case(other);
                // Of duplicates a value that can be read wins, which this law cannot tell.
                if entries.iter().filter(|(name, _)| is_near(name)).count() == 1 {
                    kept(value, &map[home], spellings, &format!("{path}.{key}"));
                }
            }
        }
        // One where a list belongs.
        (Tree::Object(_), Value::Array(items)) if items.len() == 1 => kept(body, &items[0], spellings, path),
        // Indices for keys, and an object or a list where JSON text belongs.
        (Tree::Object(entries), Value::Array(items)) if items.len() == entries.len() => {}
        (Tree::Object(_), Value::String(text)) if text.starts_with('{') => {}
        (Tree::List(_), Value::String(text)) if text.starts_with('[') => {}
        (Tree::Object(_), other) => panic!("{path} was an object and is {other}"),
        (Tree::List(items), Value::Array(out)) => {
            let values = items.iter().filter(|item| !item.is_nothing()).count();
            assert!(values <= out.len() && out.len() <= items.len(), "{path}: {items:?} became {out:?}");
            if items.len() == out.len() && items.iter().all(|item| matches!(item, Tree::Object(_))) {
                for (i, (item, out)) in items.iter().zip(out).enumerate() {
                    kept(item, out, spellings, &format!("{path}[{i}]"));
                }
            }
        }
        // A list of one where an object belongs.
        (Tree::List(items), Value::Object(_)) if items.len() == 1 => kept(&items[0], out, spellings, path),
        (Tree::List(_), other) => panic!("{path} was a list and is {other}"),
        (Tree::Scalar(_), _) => {}
    }
}

/// JSON with each key as often as it came.
#[derive(Debug)]
pub(crate) enum Tree {
    Scalar(Value),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

/// How dates begin that mean "never".
const NEVER: [&str; 3] = ["0000-00-00", "0001-01-01", "1970-01-01"];

impl Tree {
    /// Puts the marker in place of every text that no log may have.
    fn mark(&mut self, count: &mut usize) {
        match self {
            Self::Scalar(Value::String(text)) => {
                *text = marked(*count);
                *count += 1;
            }
            Self::Scalar(_) => {}
            Self::List(items) => items.iter_mut().for_each(|item| item.mark(count)),
            Self::Object(entries) => {
                for (key, value) in entries {
                    match value {
                        // Here the text is shown, alone or in a list.
                        Self::Scalar(_) | Self::List(_) if is_shown(key) => {}
                        value => value.mark(count),
                    }
                }
            }
        }
    }

    /// No value in any field.
    pub(crate) fn is_absent(&self) -> bool {
        match self {
            Self::Scalar(scalar) => scalar.is_null() || scalar == "",
            Self::List(items) => items.iter().all(Self::is_absent),
            Self::Object(_) => false,
        }
    }

    /// What a field may take for no value, the zero that is no instant and an object without a value among it.
    fn is_nothing(&self) -> bool {
        match self {
            Self::Scalar(Value::Number(number)) => number.as_f64() == Some(0.0),
            // JSON text of nothing (`[]`) is nothing, too.
            Self::Scalar(Value::String(text)) if text.trim_start().starts_with(['[', '{']) => {
                serde_json::from_str::<Self>(text).is_ok_and(|tree| tree.is_nothing())
            }
            Self::Scalar(Value::String(text)) => {
                let text = text.trim_matches(|char: char| char.is_whitespace() || "\u{200b}\u{feff}".contains(char));
                text.is_empty() || text.parse() == Ok(0.0) || NEVER.iter().any(|never| text.starts_with(never))
            }
            Self::Scalar(_) => self.is_absent(),
            Self::List(items) => items.iter().all(Self::is_nothing),
            Self::Object(entries) => entries.iter().all(|(_, value)| value.is_nothing()),
        }
    }

    fn is(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Scalar(Value::Number(ours)), Value::Number(theirs)) if ours.is_f64() => {
                let (ours, theirs) = (ours.as_f64().unwrap(), theirs.as_f64().unwrap());
                (ours - theirs).abs() <= ours.abs() * 1e-14
            }
            // No float that JSON readers read back.
            (Self::Scalar(Value::Number(ours)), Value::String(theirs)) if ours.is_f64() => ours.to_string() == *theirs,
            (Self::Scalar(ours), theirs) => ours == theirs,
            (Self::List(ours), Value::Array(theirs)) => {
                ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| ours.is(theirs))
            }
            (Self::Object(ours), Value::Object(theirs)) => theirs
                .iter()
                .all(|(key, value)| ours.iter().rfind(|(name, _)| name == key).is_some_and(|(_, ours)| ours.is(value))),
            _ => false,
        }
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Scalar(scalar) => scalar.serialize(to),
            Self::List(items) => to.collect_seq(items),
            Self::Object(entries) => to.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(ReadTree)
    }
}

struct ReadTree;

impl<'de> Visitor<'de> for ReadTree {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Null))
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Scalar(flag.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Scalar(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Scalar(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Scalar(number.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Scalar(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Tree::Object(entries))
    }
}
