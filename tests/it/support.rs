//! What the tests share: the fixtures and their types, a JSON tree of their own, and the comparison of leaves.

use std::fmt::Debug;
use std::path::PathBuf;

use callhook::{
    Code, Error, Finding, JsonType, Payload, Redact, Report, Webhook, desk, from_str, inspect, redacted, sevenmoor,
    tccc,
};
use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::model::{self, Shape};

// ---- fixtures ----

/// A payload type, with the tests' ways to look at it.
pub struct Kind {
    /// How the names of its samples begin, each with their fields.
    samples: &'static [(&'static str, Shape)],
    /// Reads a body in each way that there is; panics where they differ.
    pub look: fn(&[u8]) -> Result<Seen, Error>,
    /// Reads a body through other front ends; panics where they differ.
    pub front_ends: fn(&[u8]),
    /// What a log may print of a body; or every text of the errors.
    pub views: fn(&[u8]) -> Result<Views, Vec<String>>,
}

/// Gives each payload type to a macro: how the names of its samples begin, and their fields. Of the names that fit a
/// sample, the longest counts. A new payload type is one line here.
macro_rules! kinds {
    ($macro:ident) => {
        $macro! {
            tccc::PhoneCdr: "tccc/cdr." PHONE;
            tccc::ChatCdr: "tccc/imcdr." CHAT;
            tccc::VideoCdr: "tccc/videoCdr." VIDEO;
            tccc::RecordPush: "tccc/record." RECORD;
            tccc::VoicemailPush: "tccc/voicemail." VOICEMAIL;
            tccc::InboundCall: "tccc/CallInBound." INBOUND_CALL;
            tccc::SpecifiedSeat: "tccc/specifiedSeat." SPECIFIED_SEAT;
            desk::SessionEvent: "desk/session_event." EVENT;
            desk::AssignAgent: "desk/assign_agent." ASSIGN_AGENT;
            desk::InterfaceInvocation: "desk/interface_invocation." INTERFACE_INVOCATION;
            sevenmoor::Push:
                "sevenmoor/dialout" CALL,
                "sevenmoor/callStatus." CALL,
                "sevenmoor/incomingRing." CALL,
                "sevenmoor/incomingRing.authored-no-push-type" UNTAGGED_CALL,
                "sevenmoor/incomingHangup." UNTAGGED_CALL,
                "sevenmoor/incomingHangup.authored-content-text" WRAPPED_CALL,
                "sevenmoor/link." WRAPPED_CALL,
                "sevenmoor/cdr." CALL_RECORD,
                "sevenmoor/mediaFailreason." MEDIA,
                "sevenmoor/login." LOGIN,
                "sevenmoor/logout." LOGIN;
        }
    };
}
#[allow(unused_imports, reason = "the properties use it too")]
pub(crate) use kinds;

macro_rules! list_of_kinds {
    ($($type:ty: $($sample:literal $shape:ident),*;)*) => {
        /// What each sample is read as.
        pub const KINDS: &[Kind] = &[$(Kind {
            samples: &[$(($sample, model::$shape)),*],
            look: look::<$type>,
            front_ends: front_ends::<$type>,
            views: views::<$type>,
        },)*];
    };
}

kinds!(list_of_kinds);

/// Where the fixtures are: of this package, or of the one around it.
pub fn fixtures_dir() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().map(|dir| dir.join("fixtures")).find(|dir| dir.is_dir()).unwrap()
}

/// All fixture files whose name ends so: name (`tccc/cdr.json`) and content, in order.
pub fn files(ending: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for folder in std::fs::read_dir(fixtures_dir()).unwrap().map(|entry| entry.unwrap().path()) {
        if !folder.is_dir() {
            continue;
        }
        for file in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = format!(
                "{}/{}",
                folder.file_name().unwrap().to_str().unwrap(),
                file.file_name().unwrap().to_str().unwrap()
            );
            if name.ends_with(ending) {
                files.push((name, std::fs::read(file).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// A sample, with the type that it is read as.
pub struct Fixture {
    pub name: String,
    pub body: Vec<u8>,
    pub kind: &'static Kind,
    pub shape: Shape,
}

impl Fixture {
    pub fn tree(&self) -> Tree {
        Tree::parse(std::str::from_utf8(&self.body).unwrap())
    }
}

/// All readable samples. One without a type fails the test.
pub fn fixtures() -> Vec<Fixture> {
    files(".json")
        .into_iter()
        .map(|(name, body)| {
            let of_kinds = KINDS.iter().flat_map(|kind| kind.samples.iter().map(move |sample| (sample, kind)));
            let fitting = of_kinds.filter(|((start, _), _)| name.starts_with(start));
            let longest = fitting.max_by_key(|((start, _), _)| start.len());
            let ((_, shape), kind) = longest.unwrap_or_else(|| panic!("no payload type for {name}: add it to KINDS"));
            Fixture { name, body, kind, shape }
        })
        .collect()
}

/// A body as it was read.
#[derive(Debug)]
pub struct Seen {
    /// The value, printed by `Debug`.
    pub value: String,
    /// The value, written.
    pub written: String,
    pub report: Report,
}

/// Reads plainly and with a report, by this crate and by serde_json, and once more what was written.
fn look<T: Payload>(body: &[u8]) -> Result<Seen, Error> {
    let (value, report) = match (callhook::from_slice::<T>(body), inspect::<T>(body)) {
        (Ok(plain), Ok(inspected)) => {
            assert_eq!(plain, inspected.value, "plain reading gives another value than inspect");
            (plain, inspected.report)
        }
        (Err(plain), Err(inspected)) => {
            assert_eq!(plain.to_string(), inspected.to_string());
            return Err(plain);
        }
        (plain, inspected) => panic!("plain reading gives {plain:?}, inspect {inspected:?}"),
    };
    match serde_json::from_slice::<T>(body) {
        Ok(direct) => assert_eq!(direct, value, "serde_json gives another value"),
        Err(error) => assert!(is_beyond_serde_json(body), "serde_json does not read it: {error}"),
    }
    match serde_json::from_slice::<Buffered<T>>(body) {
        Ok(Buffered::Value(buffered)) if has_exact_numbers(body) => assert_eq!(buffered, value, "serde's buffer"),
        Ok(_) => {}
        Err(error) => {
            let is_beyond = serde_json::from_slice::<serde_json::Value>(body).is_err();
            assert!(is_beyond || !has_exact_numbers(body), "serde's buffer does not read it: {error}")
        }
    }
    let written = serde_json::to_string(&value).unwrap();
    // A number that only its digits say and no field reads is text in `extra`, which a field of text reads again.
    if report.count(Code::HugeNumber) > 0 && report.count(Code::UnreadableValue) > 0 {
        return Ok(Seen { value: format!("{value:?}"), written, report });
    }
    let again: T = from_str(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    if report.iter().any(is_number_set_aside_as_text) {
        let values = [&value, &again].map(|value| serde_json::to_value(value).unwrap());
        assert_eq!(values[0], values[1], "what was written reads as another value: {written}");
    } else {
        assert_eq!(again, value, "what was written reads as another value: {written}");
        assert_eq!(serde_json::to_string(&again).unwrap(), written, "the second writing differs");
    }
    Ok(Seen { value: format!("{value:?}"), written, report })
}

/// What a log may print of a body.
#[derive(Debug)]
pub struct Views {
    /// The value, written.
    pub whole: serde_json::Value,
    /// The redacted view of it.
    pub redacted: serde_json::Value,
    /// The redacted views of value and report, as logs print them.
    pub for_logs: Vec<String>,
    /// The findings, as logs print them.
    pub findings: Vec<String>,
    pub report: Report,
}

impl Views {
    pub fn of<T: Redact + Serialize>(value: &T, report: &Report) -> Self {
        let view = redacted(value);
        let print =
            |report: &Report| [report.to_string(), format!("{report:?}"), serde_json::to_string(report).unwrap()];
        let mut for_logs = vec![view.to_string(), format!("{view:?}")];
        for_logs.extend(print(&report.redacted()));
        let whole = serde_json::to_value(value).unwrap();
        let redacted = serde_json::to_value(view).unwrap();
        Self { whole, redacted, for_logs, findings: print(report).into(), report: report.clone() }
    }
}

fn views<T: Payload>(body: &[u8]) -> Result<Views, Vec<String>> {
    match inspect::<T>(body) {
        Ok(seen) => Ok(Views::of(&seen.value, &seen.report)),
        Err(error) => {
            let mut errors = vec![error.to_string(), format!("{error:?} {error:#?}")];
            if let Err(error) = serde_json::from_slice::<T>(body) {
                errors.extend([error.to_string(), format!("{error:?}")]);
            }
            Err(errors)
        }
    }
}

/// The accepted corner of "what was written reads back equal": a huge number that is not whole (`1e400`) for an
/// identifier is set aside, as text, and reads back as that text.
fn is_number_set_aside_as_text(finding: &Finding) -> bool {
    finding.code() == Code::UnreadableValue
        && finding.expected() == "text"
        && finding.found() == JsonType::Number
        && finding.value().is_some_and(serde_json::Value::is_string)
}

/// A value that serde buffers: it has been through serde_json's parser, as it would in an untagged enum of yours.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Buffered<T> {
    Value(T),
}

/// Whether a text is JSON to this crate and not to serde_json, which looks at its form only.
pub fn is_beyond_serde_json(body: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(body).is_err()
}

/// Whether each number of a text comes out of serde_json's parser as it is written: an integer of 64 bits, or the
/// shortest form of a double.
pub fn has_exact_numbers(body: &[u8]) -> bool {
    fn is_exact(tree: &Tree) -> bool {
        match tree {
            Tree::Number(digits) => {
                let value: serde_json::Value = serde_json::from_str(digits).unwrap();
                let written = value.to_string();
                written == *digits
                    && (!digits.contains(['.', 'e', 'E']) || digits.parse() == Ok(value.as_f64().unwrap()))
            }
            Tree::List(items) => items.iter().all(is_exact),
            Tree::Object(entries) => entries.iter().all(|(_, value)| is_exact(value)),
            _ => true,
        }
    }
    is_exact(&Tree::parse(std::str::from_utf8(body).unwrap()))
}

/// A value with each number as serde_json holds it by itself. With its feature `arbitrary_precision`, a number is the
/// digits that came, and two spellings of one number are not equal.
pub fn with_plain_numbers(value: &serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Number(number) => {
            let digits = number.to_string();
            match (digits.parse::<u64>(), digits.parse::<i64>()) {
                (Ok(whole), _) => whole.into(),
                (_, Ok(whole)) if whole != 0 => whole.into(),
                _ => digits.parse::<f64>().unwrap().into(),
            }
        }
        Value::Array(items) => items.iter().map(with_plain_numbers).collect(),
        Value::Object(entries) => {
            Value::Object(entries.iter().map(|(key, value)| (key.clone(), with_plain_numbers(value))).collect())
        }
        other => other.clone(),
    }
}

/// Reads through serde_json's other entry points, `serde_json::Value` among them.
///
/// A `Value` carries neither duplicates (its own rule is the same: the last one) nor the order of the keys, so of two
/// other spellings of one key it may choose another than the last; the samples have no such pair.
fn front_ends<T: Payload>(body: &[u8]) {
    let value: T = callhook::from_slice(body).unwrap();
    let tree: serde_json::Value = serde_json::from_slice(body).unwrap();
    let held: T = serde_json::from_value(tree).unwrap();
    assert_eq!(held, value, "serde_json::from_value");
    let written = serde_json::to_value(&value).unwrap();
    assert_eq!(serde_json::from_value::<T>(written).unwrap(), value, "through to_value");
    let reader: T = serde_json::from_reader(body).unwrap();
    assert_eq!(reader, value, "serde_json::from_reader");
}

/// Writes, reads and writes again.
pub fn reads_back<T: Payload>(value: &T) {
    let written = serde_json::to_string(value).unwrap();
    let again: T = serde_json::from_str(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    assert_eq!(again, *value, "{written}");
    assert_eq!(serde_json::to_string(&again).unwrap(), written);
    let seen = inspect::<T>(written.as_bytes()).unwrap();
    assert_eq!(seen.value, *value, "{written}");
    for finding in &seen.report {
        // An instant or length that the vendor's form cannot say is written as text.
        let kept = [Code::UnknownKey, Code::UnknownWord, Code::InstantForm, Code::CoercedType];
        assert!(kept.contains(&finding.code()), "{finding}: {written}");
    }
    assert_eq!(serde_json::from_value::<T>(serde_json::to_value(value).unwrap()).unwrap(), *value, "{written}");
}

// ---- a JSON tree that keeps everything ----

/// JSON as it stands in a text: numbers digit by digit, keys in their order and as often as they come.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    pub fn number(digits: &str) -> Self {
        Self::Number(digits.to_owned())
    }

    /// Parses a text that is known to be JSON.
    pub fn parse(text: &str) -> Self {
        let mut rest = text;
        let tree = parse(&mut rest);
        assert!(rest.trim().is_empty(), "trailing text: {rest}");
        tree
    }

    pub fn write(&self) -> String {
        let mut text = String::new();
        self.write_to(&mut text);
        text
    }

    fn write_to(&self, text: &mut String) {
        let quoted = |plain: &str| serde_json::to_string(plain).unwrap();
        match self {
            Self::Null => text.push_str("null"),
            Self::Bool(flag) => text.push_str(if *flag { "true" } else { "false" }),
            Self::Number(digits) => text.push_str(digits),
            Self::Text(plain) => text.push_str(&quoted(plain)),
            Self::List(items) => {
                for (i, item) in items.iter().enumerate() {
                    text.push(if i == 0 { '[' } else { ',' });
                    item.write_to(text);
                }
                text.push_str(if items.is_empty() { "[]" } else { "]" });
            }
            Self::Object(entries) => {
                for (i, (key, value)) in entries.iter().enumerate() {
                    text.push(if i == 0 { '{' } else { ',' });
                    text.push_str(&quoted(key));
                    text.push(':');
                    value.write_to(text);
                }
                text.push_str(if entries.is_empty() { "{}" } else { "}" });
            }
        }
    }

    pub fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Object(entries) => entries,
            _ => &[],
        }
    }

    pub fn entries_mut(&mut self) -> &mut Vec<(String, Self)> {
        match self {
            Self::Object(entries) => entries,
            other => panic!("no object: {other:?}"),
        }
    }

    fn children(&self) -> usize {
        match self {
            Self::List(items) => items.len(),
            Self::Object(entries) => entries.len(),
            _ => 0,
        }
    }

    fn child(&self, at: usize) -> &Self {
        match self {
            Self::List(items) => &items[at],
            Self::Object(entries) => &entries[at].1,
            other => panic!("no child in {other:?}"),
        }
    }

    fn child_mut(&mut self, at: usize) -> &mut Self {
        match self {
            Self::List(items) => &mut items[at],
            Self::Object(entries) => &mut entries[at].1,
            other => panic!("no child in {other:?}"),
        }
    }

    /// The value at a position.
    pub fn at(&self, position: &[usize]) -> &Self {
        position.iter().fold(self, |tree, &at| tree.child(at))
    }

    pub fn at_mut(&mut self, position: &[usize]) -> &mut Self {
        position.iter().fold(self, |tree, &at| tree.child_mut(at))
    }

    /// The positions of all values below this one, outer ones first.
    pub fn positions(&self) -> Vec<Vec<usize>> {
        let mut positions = Vec::new();
        for at in 0..self.children() {
            positions.push(vec![at]);
            for mut below in self.child(at).positions() {
                below.insert(0, at);
                positions.push(below);
            }
        }
        positions
    }
}

fn parse(rest: &mut &str) -> Tree {
    *rest = rest.trim_start();
    match rest.as_bytes()[0] {
        b'{' => {
            let mut entries = Vec::new();
            while open(rest, '}') {
                let Tree::Text(key) = parse(rest) else { panic!("no key: {rest}") };
                *rest = rest.trim_start().strip_prefix(':').unwrap();
                entries.push((key, parse(rest)));
            }
            Tree::Object(entries)
        }
        b'[' => {
            let mut items = Vec::new();
            while open(rest, ']') {
                items.push(parse(rest));
            }
            Tree::List(items)
        }
        b'"' => {
            let mut end = 1;
            while rest.as_bytes()[end] != b'"' {
                end += if rest.as_bytes()[end] == b'\\' { 2 } else { 1 };
            }
            Tree::Text(serde_json::from_str(take(rest, end + 1)).unwrap())
        }
        _ => match take(rest, rest.find([',', '}', ']', ' ', '\n', '\r', '\t']).unwrap_or(rest.len())) {
            "null" => Tree::Null,
            "true" => Tree::Bool(true),
            "false" => Tree::Bool(false),
            digits => Tree::number(digits),
        },
    }
}

/// Passes over what opens, separates or ends; whether something follows before the end.
fn open(rest: &mut &str, end: char) -> bool {
    *rest = rest.trim_start();
    if !rest.starts_with(end) {
        *rest = rest[1..].trim_start();
    }
    match rest.strip_prefix(end) {
        Some(behind) => {
            *rest = behind;
            false
        }
        None => true,
    }
}

fn take<'a>(rest: &mut &'a str, end: usize) -> &'a str {
    let (taken, left) = rest.split_at(end);
    *rest = left;
    taken
}

// ---- readings ----

/// Reads a request plainly and with a report, which must agree.
pub fn read_request(query: &str, body: &str) -> Result<Webhook, Error> {
    let plain = Webhook::from_request(query, body.as_bytes());
    let inspected = Webhook::inspect_request(query, body.as_bytes());
    assert_eq!(plain, inspected.map(|inspected| inspected.value), "{query} {body}");
    plain
}

/// Vendor and event of a request, or why it cannot be read.
pub fn named(query: &str, body: &str) -> String {
    match read_request(query, body) {
        Ok(webhook) => {
            let vendor = webhook.vendor().map(|vendor| format!("{vendor}.")).unwrap_or_default();
            format!("{vendor}{}", webhook.event_name())
        }
        Err(error) => error.to_string(),
    }
}

/// Reads a body, which must be as documented, and which must read the same once it was written.
pub fn documented<T: Payload>(body: &str) -> T {
    let seen = inspect::<T>(body.as_bytes()).unwrap();
    assert_eq!(seen.report.to_string(), "", "{body}");
    assert_eq!(from_str::<T>(&serde_json::to_string(&seen.value).unwrap()).unwrap(), seen.value, "{body}");
    seen.value
}

// ---- small things ----

/// The value of an instant's field, from how a person writes it.
pub fn at(text: &str) -> Option<DateTime<Utc>> {
    Some(text.parse().unwrap())
}

/// The value of a field of text.
pub fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A report as its lines of path and code.
pub fn codes(report: &Report) -> Vec<String> {
    report.iter().map(|finding| format!("{} {}", finding.path(), finding.code())).collect()
}

pub fn swap_case(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_uppercase() { c.to_ascii_lowercase() } else { c.to_ascii_uppercase() }).collect()
}

/// A sequence of numbers that is the same in each run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}
