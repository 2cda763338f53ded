//! The bodies: the documents' samples, and made-up large ones.

use serde_json::{Map, Value};

/// The phone record's sample without the first of its two `Duration`s, which the strict struct refuses.
pub fn phone() -> String {
    let sample = include_str!("../../fixtures/tccc/cdr.json");
    let once = sample.replace("    \"Duration\":15,\n", "");
    assert!(once.len() < sample.len());
    once
}

/// The same with its keys as the tables spell them, so that there is nothing to report.
pub fn clean() -> String {
    let clean = phone().replace("\"key\"", "\"Key\"").replace("\"label\"", "\"Label\"");
    assert!(callhook::inspect::<callhook::tccc::PhoneCdr>(clean.as_bytes()).unwrap().report.is_empty());
    clean
}

pub const RECORD: &str = include_str!("../../fixtures/sevenmoor/cdr.json");
pub const RING: &str = include_str!("../../fixtures/sevenmoor/dialoutRing.json");
pub const SESSION: &str = include_str!("../../fixtures/desk/session_event.json");

/// A phone record with that many participants, and next to nothing else.
pub fn participants(count: usize) -> String {
    let mut record: Value = serde_json::from_str(&phone()).unwrap();
    let one = record["ServeParticipants"][0].clone();
    record["ServeParticipants"] = vec![one; count].into();
    record.to_string()
}

/// A phone record with that many undocumented keys.
pub fn unknown_keys(count: usize) -> String {
    let mut record: Map<String, Value> = serde_json::from_str(&phone()).unwrap();
    for i in 0..count {
        record.insert(format!("Unknown{i}"), i.into());
    }
    Value::from(record).to_string()
}

/// The body with the keys of every object in another order: the same for each run.
pub fn shuffled(body: &str) -> String {
    let value: Value = serde_json::from_str(body).unwrap();
    let mut text = String::new();
    write(&value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries
                .sort_by_key(|(key, _)| key.bytes().fold(7_u32, |hash, byte| hash.wrapping_mul(31) ^ u32::from(byte)));
            text.push('{');
            for (i, (key, value)) in entries.into_iter().enumerate() {
                text.push_str(if i == 0 { "\"" } else { ",\"" });
                text.push_str(key);
                text.push_str("\":");
                write(value, text);
            }
            text.push('}');
        }
        Value::Array(items) => {
            text.push('[');
            for (i, item) in items.iter().enumerate() {
                text.push_str(if i == 0 { "" } else { "," });
                write(item, text);
            }
            text.push(']');
        }
        scalar => text.push_str(&scalar.to_string()),
    }
}
