//! What each way to read makes of irregular bodies: `cargo bench -p speed -- quirks` prints it. The test `counts`
//! compares the counts with the READMEs'.
//!
//! A row counts as right if each key of its right reading has the right value in what was read, written as JSON again.
//! Absent, `null`, `""`, `[]` and `{}` are the same, so an empty `String` is right where there is no text. A `Value` is
//! right if it has what `as_str`, `as_i64` and the like would find, or what they could not read.

use std::fmt;

use chrono::NaiveDateTime;
use laminate::{Diagnostic, RiskLevel};
use serde::Serialize;
use serde_json::Value;

use crate::{kit, laminated, strict};

mod ours {
    pub use callhook::desk::SessionEvent;
    pub use callhook::sevenmoor::CallRecord;
    pub use callhook::tccc::PhoneCdr;
}

/// A way to read: a row of the READMEs' table.
pub struct Peer {
    pub name: &'static str,
    read: fn(In, &[u8]) -> Result<Reading, String>,
}

/// What was read, as JSON again, and whether a diagnostic warns of it.
struct Reading(Value, bool);

macro_rules! peer {
    ($name:literal, $module:ident, |$T:ident, $body:ident| $read:expr) => {
        Peer {
            name: $name,
            read: |kind, $body| {
                macro_rules! read {
                    ($kind:ident) => {{
                        type $T = $module::$kind;
                        $read
                    }};
                }
                match kind {
                    Phone => read!(PhoneCdr),
                    Record => read!(CallRecord),
                    Event => read!(SessionEvent),
                }
            },
        }
    };
}

/// The ways to read, in the order of the READMEs.
pub const PEERS: [Peer; 8] = [
    peer!("strict struct, serde_json", strict, |T, body| written(serde_json::from_slice::<T>(body))),
    peer!("strict struct, sonic-rs", strict, |T, body| written(sonic_rs::from_slice::<T>(body))),
    Peer { name: "serde_json::Value", read: |_, body| written(serde_json::from_slice::<Value>(body)) },
    peer!("lenient struct, serde_with", kit, |T, body| written(serde_json::from_slice::<T>(body))),
    peer!("lenient struct, laminate", laminated, |T, body| {
        let warns = |diagnostic: &Diagnostic| diagnostic.risk != RiskLevel::Info;
        T::from_json(str::from_utf8(body).unwrap())
            .map(|(read, diagnostics)| Reading(read.to_value(), diagnostics.iter().any(warns)))
            .map_err(|error| error.to_string())
    }),
    peer!("callhook::from_slice", ours, |T, body| written(callhook::from_slice::<T>(body))),
    peer!("callhook::inspect", ours, |T, body| written(callhook::inspect::<T>(body).map(|seen| seen.value))),
    peer!("serde_json into callhook's type", ours, |T, body| written(serde_json::from_slice::<T>(body))),
];

fn written<T: Serialize, E: fmt::Display>(read: Result<T, E>) -> Result<Reading, String> {
    match read {
        Ok(read) => Ok(Reading(serde_json::to_value(read).map_err(|error| error.to_string())?, false)),
        Err(error) => Err(error.to_string()),
    }
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Right,
    /// An error, or a warning. A date kept as text would be an error as soon as a program parses it.
    Refused,
    /// A value that is wrong or lost, and neither error nor warning.
    SilentlyWrong,
}

impl Peer {
    pub fn judge(&self, (kind, _, entries, right): &Row) -> Verdict {
        let (mark, entries) = if let Some(rest) = entries.strip_prefix(MARK) { (MARK, rest) } else { ("", *entries) };
        let identities = match kind {
            Phone => r#""SdkAppId":1400000214,"SessionId":"e97be0ab""#,
            Record => r#""callUniqueId":"403344537650466816""#,
            Event => r#""SessionId":"2baf4d84","Event":"ChatBot.UserSendMsg""#,
        };
        let right: Value = serde_json::from_str(&format!("{{{right}}}")).unwrap();
        match (self.read)(*kind, format!("{mark}{{{identities},{entries}}}").as_bytes()) {
            Ok(Reading(value, _)) if agrees(&value, &right) => Verdict::Right,
            Ok(Reading(value, false)) if !has_malformed_date(&value, &right) => Verdict::SilentlyWrong,
            Ok(_) | Err(_) => Verdict::Refused,
        }
    }

    /// How many rows are right, refused and silently wrong: `70 / 0 / 0`.
    pub fn counts(&self) -> String {
        let count = |verdict| ROWS.iter().filter(|row| self.judge(row) == verdict).count();
        format!("{} / {} / {}", count(Verdict::Right), count(Verdict::Refused), count(Verdict::SilentlyWrong))
    }
}

const MARK: &str = "\u{feff}";

/// Whether a value says what the right one says. A key `a|b` may be either.
fn agrees(value: &Value, right: &Value) -> bool {
    match (value, right) {
        (Value::Object(object), Value::Object(right)) => right.iter().all(|(keys, right)| {
            let found = keys.split('|').find_map(|key| object.get(key));
            agrees(found.unwrap_or(&Value::Null), right)
        }),
        (Value::Array(items), Value::Array(right)) if !right.is_empty() => {
            items.len() == right.len() && items.iter().zip(right).all(|(item, right)| agrees(item, right))
        }
        _ => value == right || is_nothing(value) && is_nothing(right),
    }
}

/// Whether a date that the row is about is a text that cannot be parsed as one.
fn has_malformed_date(value: &Value, right: &Value) -> bool {
    let right = right.as_object().into_iter().flatten();
    let mut dates = right.filter(|(key, _)| key.ends_with("Time")).filter_map(|(key, _)| value.get(key)?.as_str());
    dates.any(|date| NaiveDateTime::parse_from_str(date, kit::DATE_FORM).is_err())
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.iter().all(is_nothing),
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}

/// What each peer makes of each row, and the counts.
pub fn print() {
    for (i, peer) in PEERS.iter().enumerate() {
        println!("{} {}", i + 1, peer.name);
    }
    println!(
        "\n{}   + right, - refused, ! silently wrong",
        (1..=PEERS.len()).map(|i| i.to_string()).collect::<String>()
    );
    for row in ROWS {
        let mark = |peer: &Peer| match peer.judge(row) {
            Verdict::Right => '+',
            Verdict::Refused => '-',
            Verdict::SilentlyWrong => '!',
        };
        println!("{}   {}: {}", PEERS.iter().map(mark).collect::<String>(), row.1, row.2.escape_debug());
    }
    println!("\nright / refused / silently wrong, of {}", ROWS.len());
    for peer in &PEERS {
        println!("  {:32} {}", peer.name, peer.counts());
    }
}

/// The payload that it is a part of.
#[derive(Debug, Clone, Copy)]
pub enum In {
    Phone,
    Record,
    Event,
}

use In::{Event, Phone, Record};

/// The payload, the quirk in words, the entries of the body, and their right reading.
pub type Row = (In, &'static str, &'static str, &'static str);

/// Quirks of `fixtures/QUIRKS.md`, and others like them.
#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    // Keys.
    (Phone, "a key twice", r#""Duration":15,"Duration":0"#, r#""Duration":0"#),
    (Phone, "a key twice, then null", r#""Caller":"008618621520280","Caller":null"#, r#""Caller":"008618621520280""#),
    (Phone, "a key twice, in two letter cases", r#""Duration":0,"duration":15"#, r#""Duration":0"#),
    (Phone, "a lower-case key", r#""caller":"008618621520280""#, r#""Caller":"008618621520280""#),
    (Phone, "a lower-case key inside", r#""SeatUser":{"mail":"lulu@example.com"}"#, r#""SeatUser":{"Mail":"lulu@example.com"}"#),
    (Phone, "a key as the sample has it", r#""PostIVRKeyPressed":[{"key":"1"}]"#, r#""PostIVRKeyPressed":[{"Key|key":"1"}]"#),
    (Phone, "a key as the table has it", r#""PostIVRKeyPressed":[{"Key":"1"}]"#, r#""PostIVRKeyPressed":[{"Key":"1"}]"#),
    (Phone, "a key as the text above the table has it", r#""QueuedSkillGroupID":1072"#, r#""QueuedSkillGroupId":1072"#),
    (Phone, "a key as the vendor's API has it", r#""StartTimeStamp":1608130636"#, r#""StartTimestamp":1608130636"#),
    (Record, "a key as the table has it, without its capital", r#""agentAreacode":"010""#, r#""agentAreaCode":"010""#),
    (Phone, "an undocumented key", r#""Mood":"fine""#, r#""Mood":"fine""#),
    (Phone, "an undocumented key inside", r#""SeatUser":{"Mood":"fine"}"#, r#""SeatUser":{"Mood":"fine"}"#),
    (Phone, "an undocumented key in an item", r#""ServeParticipants":[{"Mood":"fine"}]"#, r#""ServeParticipants":[{"Mood":"fine"}]"#),
    // Numbers and texts.
    (Phone, "a text for a number", r#""Duration":"15""#, r#""Duration":15"#),
    (Phone, "a text for an instant", r#""StartTimestamp":"1608130636""#, r#""StartTimestamp":1608130636"#),
    (Phone, "a text for a number inside", r#""ServeParticipants":[{"Sequence":"1"}]"#, r#""ServeParticipants":[{"Sequence":1}]"#),
    (Record, "a text for a number, as the table has it", r#""totalDuration":"15""#, r#""totalDuration":15"#),
    (Phone, "a text with a plus for a number", r#""Duration":"+15""#, r#""Duration":15"#),
    (Phone, "blanks around a number", r#""Duration":" 15 ""#, r#""Duration":15"#),
    (Phone, "a fraction of zero", r#""Duration":15.0"#, r#""Duration":15"#),
    (Phone, "an exponent", r#""Direction":1e0"#, r#""Direction":1"#),
    (Phone, "an instant with an exponent", r#""StartTimestamp":1.608130636E9"#, r#""StartTimestamp":1608130636"#),
    (Phone, "a number for a text", r#""Caller":8618621520280"#, r#""Caller":"8618621520280""#),
    (Phone, "a number for a text inside", r#""SeatUser":{"UserId":7}"#, r#""SeatUser":{"UserId":"7"}"#),
    (Record, "a number of 18 digits for an id", r#""actionId":403344537650466816"#, r#""actionId":"403344537650466816""#),
    (Record, "a number of 23 digits for an id", r#""actionId":12345678901234567890123"#, r#""actionId":"12345678901234567890123""#),
    (Phone, "a phone number with a fraction", r#""Caller":8613800000001.0"#, r#""Caller":"8613800000001""#),
    (Phone, "a phone number with an exponent", r#""Caller":1.38E10"#, r#""Caller":"13800000000""#),
    (Phone, "an undocumented number of 23 digits", r#""Mood":12345678901234567890123"#, r#""Mood":"12345678901234567890123""#),
    (Phone, "a flag for a text", r#""Caller":false"#, r#""Caller":false"#),
    (Event, "a text for a flag", r#""IsContactUser":"true""#, r#""IsContactUser":true"#),
    (Phone, "a word for a number", r#""Duration":"soon""#, r#""Duration":"soon""#),
    (Phone, "a fraction for an id", r#""QueuedSkillGroupId":10.5"#, r#""QueuedSkillGroupId":10.5"#),
    // Nothing.
    (Phone, "0 for no instant", r#""AcceptTimestamp":0"#, r#""AcceptTimestamp":null"#),
    (Phone, "0 for no skill group", r#""QueuedSkillGroupId":0"#, r#""QueuedSkillGroupId":null"#),
    (Phone, "an empty text for a number", r#""Duration":"""#, r#""Duration":null"#),
    (Phone, "an empty text for an object", r#""SeatUser":"""#, r#""SeatUser":null"#),
    (Phone, "an empty text for a list", r#""ServeParticipants":"""#, r#""ServeParticipants":null"#),
    (Phone, "null for a list", r#""IVRKeyPressed":null"#, r#""IVRKeyPressed":null"#),
    (Phone, "an empty object for a list", r#""ServeParticipants":{}"#, r#""ServeParticipants":null"#),
    (Phone, "an empty list for an object", r#""TelLocation":[]"#, r#""TelLocation":null"#),
    (Record, "a list of an empty text", r#""groupIdList":[""]"#, r#""groupIdList":null"#),
    (Record, "a date for never", r#""customerAnswerTime":"1970-01-01 08:00:00""#, r#""customerAnswerTime":null"#),
    (Record, "zeros for never", r#""customerAnswerTime":"0000-00-00 00:00:00""#, r#""customerAnswerTime":null"#),
    // Lists and objects.
    (Phone, "an item for a list", r#""ServeParticipants":{"Mail":"a"}"#, r#""ServeParticipants":[{"Mail":"a"}]"#),
    (Phone, "a text for a list", r#""IVRKeyPressed":"1""#, r#""IVRKeyPressed":["1"]"#),
    (Phone, "numbers for texts", r#""IVRKeyPressed":[1,2]"#, r#""IVRKeyPressed":["1","2"]"#),
    (Phone, "indices for a list", r#""ServeParticipants":{"0":{"Mail":"a"},"1":{"Mail":"b"}}"#, r#""ServeParticipants":[{"Mail":"a"},{"Mail":"b"}]"#),
    (Phone, "JSON text for a list", r#""IVRKeyPressed":"[\"1\",\"2\"]""#, r#""IVRKeyPressed":["1","2"]"#),
    (Phone, "JSON text for an object", r#""TelLocation":"{\"City\":\"深圳\"}""#, r#""TelLocation":{"City":"深圳"}"#),
    (Phone, "one bad item of two", r#""ServeParticipants":[{"Mail":"a"},7]"#, r#""ServeParticipants":[{"Mail":"a"},7]"#),
    (Phone, "one bad field of an item", r#""ServeParticipants":[{"Mail":"a","Sequence":"x"}]"#, r#""ServeParticipants":[{"Mail":"a","Sequence":"x"}]"#),
    (Record, "an object, as the table has it", r#""extras":{"order":7}"#, r#""extras":{"order":7}"#),
    (Event, "an object for JSON text", r#""CloudCustomData":{"order":7}"#, r#""CloudCustomData":"{\"order\":7}""#),
    (Event, "an element of an unlisted type", r#""MsgBody":[{"MsgType":"TIMNewElem","MsgContent":{"New":1}}]"#, r#""MsgBody":[{"MsgType":"TIMNewElem","MsgContent":{"New":1}}]"#),
    // Values of open enums.
    (Phone, "an unlisted value", r#""EndStatusString":"brandNew""#, r#""EndStatusString":"brandNew""#),
    (Phone, "an unlisted number", r#""Direction":7"#, r#""Direction":7"#),
    (Phone, "a value in another letter case", r#""HungUpSide":"SEAT""#, r#""HungUpSide":"seat""#),
    (Phone, "a value with a blank after it", r#""ServeParticipants":[{"Type":"staffSeat "}]"#, r#""ServeParticipants":[{"Type":"staffSeat"}]"#),
    // Instants.
    (Phone, "milliseconds for seconds", r#""StartTimestamp":1608130636000"#, r#""StartTimestamp":1608130636"#),
    (Event, "seconds for milliseconds", r#""EventTime":1725540020"#, r#""EventTime":1725540020000"#),
    (Event, "milliseconds in a text", r#""EventTime":"1725540020017""#, r#""EventTime":1725540020017"#),
    (Phone, "a date for seconds", r#""StartTimestamp":"2020-12-16 22:57:16""#, r#""StartTimestamp":1608130636"#),
    (Phone, "the digits of a date for seconds", r#""StartTimestamp":20201216225716"#, r#""StartTimestamp":1608130636"#),
    (Record, "seconds for a date", r#""startTime":1620455972"#, r#""startTime":"2021-05-08 14:39:32""#),
    (Record, "another form of date", r#""startTime":"2021-05-08T06:39:32Z""#, r#""startTime":"2021-05-08 14:39:32""#),
    // Texts.
    (Phone, "blanks around a phone number", r#""Caller":" 008618621520280 ""#, r#""Caller":"008618621520280""#),
    (Phone, "half of a surrogate pair", r#""UserRemark":"a\ud83d""#, r#""UserRemark":"a�""#),
    (Phone, "a raw line break", "\"UserRemark\":\"a\nb\"", r#""UserRemark":"a\nb""#),
    (Phone, "a byte-order mark", "\u{feff}\"Duration\":15", r#""Duration":15"#),
];
