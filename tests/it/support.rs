//! What the tests share: the fixtures and their types, a JSON tree of their own, and the comparison of leaves.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::path::PathBuf;

use callhook::{Code, Error, Payload, Report, desk, inspect, sevenmoor, tccc};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

// ---- fixtures ----

/// A payload type, with the tests' ways to look at it.
pub struct Kind {
    /// `folder/event`, or `folder/` for all events of a folder.
    pub name: &'static str,
    /// Reads a body in each way that there is; panics where they differ.
    pub look: fn(&[u8]) -> Result<Seen, Error>,
    /// Reads a body through other front ends; panics where they differ.
    pub front_ends: fn(&[u8]),
}

macro_rules! kinds {
    ($($name:literal => $type:ty,)*) => {
        /// What each fixture is read as: the longest name that fits. A new payload type is one line here.
        pub const KINDS: &[Kind] = &[
            $(Kind { name: $name, look: look::<$type>, front_ends: front_ends::<$type> },)*
        ];
    };
}

kinds! {
    "tccc/cdr" => tccc::PhoneCdr,
    "tccc/imcdr" => tccc::ChatCdr,
    "tccc/videoCdr" => tccc::VideoCdr,
    "tccc/record" => tccc::RecordPush,
    "tccc/voicemail" => tccc::VoicemailPush,
    "desk/" => desk::SessionEvent,
    "sevenmoor/" => sevenmoor::Push,
}

/// Keys of the fields that a record cannot be read without.
pub const IDENTITIES: &[&str] = &["SdkAppId", "SessionId", "Event", "CallbackCommand"];

/// Keys that say what the rest of their object is: another value there makes another payload of it.
pub const TAGS: &[&str] = &["pushType", "callEvent", "content", "MsgType"];

/// Keys of two fields that differ in case only: in a third case either may be meant.
pub const TWINS: &[&str] = &["Uui", "UUI"];

/// Keys of fields where 0 is no value, beside all instants.
const NONE_BY_ZERO: &[&str] = &["SatisfactionSelected"];

/// Keys of objects that are written even if there is nothing in them.
pub const ALWAYS_WRITTEN: &[&str] = &["MsgContent"];

/// Keys of fields that the documents have both as text and as a number (table and sample differ).
pub const TWO_FORMS: &[&str] = &[
    "agentRingDuration",
    "bridgeDuration",
    "customerRingDuration",
    "playNumberDuration",
    "recordingDuration",
    "satisfyDuration",
    "totalDuration",
    "waitDuration",
    "sipCode",
    "satisfyKeys",
    "EndpointUser",
    // Of a satisfaction.
    "id",
];

/// Whether a list has a key, but for case.
fn has(keys: &[&str], key: &str) -> bool {
    keys.iter().any(|one| one.eq_ignore_ascii_case(key))
}

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
            let event = name.split('.').next().unwrap();
            let fits = |kind: &&Kind| kind.name == event || kind.name.ends_with('/') && event.starts_with(kind.name);
            let kind = KINDS.iter().filter(fits).max_by_key(|kind| kind.name.len());
            let kind = kind.unwrap_or_else(|| panic!("no payload type for {name}: add it to KINDS"));
            Fixture { name, body, kind }
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
fn look<T>(body: &[u8]) -> Result<Seen, Error>
where
    T: Payload + DeserializeOwned + Serialize + PartialEq + Debug,
{
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
        Err(error) => assert!(
            [Code::ByteOrderMark, Code::LoneSurrogate, Code::HugeNumber].iter().any(|code| report.count(*code) > 0),
            "serde_json does not read it: {error}"
        ),
    }
    let written = serde_json::to_string(&value).unwrap();
    let again: T = callhook::from_str(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    assert_eq!(again, value, "what was written reads as another value: {written}");
    assert_eq!(serde_json::to_string(&again).unwrap(), written, "the second writing differs");
    Ok(Seen { value: format!("{value:?}"), written, report })
}

/// Reads through serde_json's other entry points, `serde_json::Value` among them.
///
/// A `Value` carries neither duplicates (its own rule is the same: the last one) nor the order of the keys, so of two
/// other spellings of one key it may choose another than the last; the samples have no such pair.
fn front_ends<T>(body: &[u8])
where
    T: Payload + DeserializeOwned + Serialize + PartialEq + Debug,
{
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
pub fn reads_back<T>(value: &T)
where
    T: Payload + DeserializeOwned + Serialize + PartialEq + Debug,
{
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
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

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

    pub fn same_type(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
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

// ---- leaves ----

/// Leaves of a tree, each with its path: how often each comes.
pub type Leaves = BTreeMap<(String, String), usize>;

/// How values are compared: loosely where the report tells that a value's form was bent, else to the letter.
pub struct Comparison {
    /// Paths where another JSON type was taken.
    coerced: BTreeSet<String>,
    /// Paths where a word was spelled otherwise.
    words: BTreeSet<String>,
    /// Other documented names → the key that is written.
    names: BTreeMap<String, String>,
}

impl Comparison {
    pub fn by(report: &Report) -> Self {
        let paths = |codes: &[Code]| {
            report
                .iter()
                .filter(|finding| codes.contains(&finding.code()))
                .map(|finding| loose(finding.path()))
                .collect()
        };
        let names = report
            .iter()
            .filter_map(|finding| {
                let path = loose(finding.path());
                let parent = path.strip_suffix(&finding.expected().to_lowercase())?;
                Some((format!("{parent}{}", finding.spelling()?.to_lowercase()), path))
            })
            .collect();
        // A number where a word belongs is told as an unknown word alone.
        Self { coerced: paths(&[Code::CoercedType, Code::UnknownWord]), words: paths(&[Code::WordSpelling]), names }
    }

    /// The leaves of a tree that stands at a path.
    pub fn leaves(&self, tree: &Tree, path: &str) -> Leaves {
        let mut leaves = Leaves::new();
        self.collect(tree, &one_name(loose(path)), &mut leaves);
        leaves
    }

    fn collect(&self, tree: &Tree, path: &str, leaves: &mut Leaves) {
        let leaf = match tree {
            Tree::List(items) => {
                items.iter().for_each(|item| self.collect(item, path, leaves));
                None
            }
            // An object is something by itself, even with nothing in it.
            Tree::Object(entries) => {
                for (key, value) in entries {
                    let dot = if path.is_empty() { "" } else { "." };
                    let key = if key.is_empty() { "\"\"" } else { key };
                    let below = one_name(format!("{path}{dot}{}", loose(key)));
                    self.collect(value, self.names.get(&below).unwrap_or(&below), leaves);
                }
                let key = path.rsplit('.').next().unwrap();
                (!has(ALWAYS_WRITTEN, key)).then(|| "{}".to_owned())
            }
            scalar => self.leaf(scalar, path),
        };
        if let Some(leaf) = leaf {
            *leaves.entry((path.to_owned(), leaf)).or_default() += 1;
        }
    }

    /// A scalar in the form that all its forms have in common; `None` if it is no value.
    fn leaf(&self, scalar: &Tree, path: &str) -> Option<String> {
        let key = path.rsplit('.').next().unwrap();
        let coerced = self.coerced.contains(path);
        let two_forms = has(TWO_FORMS, key);
        if let Tree::Number(text) | Tree::Text(text) = scalar {
            let time = key.ends_with("timestamp") || key.ends_with("time");
            match if time { instant(text.trim()) } else { None } {
                Some(0) => return None,
                Some(nanos) => return Some(format!("at {nanos}")),
                None if has(NONE_BY_ZERO, key) && number(text.trim()).as_deref() == Some("0") => return None,
                None => {}
            }
        }
        Some(match scalar {
            Tree::Text(text) if text.is_empty() => return None,
            Tree::Text(text) if coerced && text.trim().eq_ignore_ascii_case("true") => "1".to_owned(),
            Tree::Text(text) if coerced && text.trim().eq_ignore_ascii_case("false") => "0".to_owned(),
            Tree::Text(text) if self.words.contains(path) => {
                number(text.trim()).unwrap_or_else(|| text.trim().to_lowercase())
            }
            Tree::Text(text) if coerced || two_forms => number(text.trim()).unwrap_or_else(|| format!("{text:?}")),
            Tree::Text(text) => format!("{text:?}"),
            Tree::Number(digits) => number(digits).unwrap_or_else(|| digits.clone()),
            Tree::Bool(flag) if coerced => u8::from(*flag).to_string(),
            Tree::Bool(flag) => flag.to_string(),
            _ => return None,
        })
    }
}

/// A path without case and without the numbers of list items.
pub fn loose(path: &str) -> String {
    let mut loose = String::new();
    let mut rest = path;
    while let Some((before, behind)) = rest.split_once('[') {
        loose.push_str(before);
        rest = behind.split_once(']').map_or("", |(_, rest)| rest);
    }
    loose.push_str(rest);
    loose.to_lowercase()
}

/// A number in one form: whole numbers by their digits, all others as the float next to them.
fn number(text: &str) -> Option<String> {
    if let Ok(whole) = text.parse::<i128>()
        && i128::from(i64::MIN) <= whole
        && whole <= i128::from(u64::MAX)
    {
        return Some(whole.to_string());
    }
    let float: f64 = text.parse().ok().filter(|float: &f64| float.is_finite())?;
    Some(if float.fract() == 0.0 && float.abs() < 9e15 { (float as i64).to_string() } else { format!("{float:e}") })
}

/// Nanoseconds since 1970, out of seconds, milliseconds or a date; 0 for none.
fn instant(text: &str) -> Option<i128> {
    let nanos =
        |at: DateTime<Utc>| i128::from(at.timestamp()) * 1_000_000_000 + i128::from(at.timestamp_subsec_nanos());
    if let Ok(float) = text.parse::<f64>() {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let exact = format!("{whole}{fraction:0<9}").parse().unwrap_or(float as i128 * 1_000_000_000);
        return match exact {
            0..100_000_000_000_000_000_000 => Some(exact),
            100_000_000_000_000_000_000..253_402_300_800_000_000_000_000 => Some(exact / 1000),
            _ => None,
        };
    }
    if let Ok(local) = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f") {
        return Some(nanos(local.and_utc() - TimeDelta::hours(8)));
    }
    text.parse().ok().map(nanos)
}

/// Checks that nothing is lost: the leaves of the body are those of the output and of the duplicates that the report
/// lists.
pub fn check_leaves(body: &Tree, seen: &Seen) {
    let comparison = Comparison::by(&seen.report);
    let before = comparison.leaves(body, "");
    let mut after = comparison.leaves(&Tree::parse(&seen.written), "");
    for lost in seen.report.iter().filter(|finding| finding.code() == Code::DuplicateKey) {
        let value = Tree::parse(&lost.value().expect("the value that lost").to_string());
        for (leaf, count) in comparison.leaves(&value, lost.path()) {
            *after.entry(leaf).or_default() += count;
        }
    }
    if before != after {
        let only = |one: &Leaves, other: &Leaves| -> Vec<_> {
            one.iter().filter(|(leaf, count)| other.get(leaf) != Some(count)).map(|(leaf, _)| leaf.clone()).collect()
        };
        panic!(
            "leaves differ\n  only in the body: {:?}\n  only in the output: {:?}\n  report: {}\n  output: {}",
            only(&before, &after),
            only(&after, &before),
            seen.report,
            seen.written
        );
    }
}

/// The pull API's name of a field, as the push has it.
fn one_name(path: String) -> String {
    match path.strip_prefix("satisfaction.label") {
        Some(below) if below.is_empty() || below.starts_with('.') => format!("satisfaction.content{below}"),
        _ => path,
    }
}

// ---- small things ----

/// An instant, from how a person writes it.
pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
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
