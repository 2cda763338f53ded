//! Desk's events: whatever a message body holds, it is read and reads back as itself.

use callhook::desk::{MsgElement, MsgType, SessionEvent};
use callhook::inspect;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::has_exact_numbers;

/// An event with that `MsgBody`.
fn with_body(msg_body: &str) -> String {
    format!(r#"{{"SessionId":"s","Event":"Human.UserSendMsg","MsgBody":{msg_body}}}"#)
}

const KEYS: &[&str] = &[
    "MsgType",
    "MsgContent",
    "msgtype",
    "Text",
    "Desc",
    "Latitude",
    "Index",
    "Data",
    "Ext",
    "URL",
    "Url",
    "UUID",
    "Size",
    "Second",
    "Download_Flag",
    "ImageFormat",
    "ImageInfoArray",
    "Type",
    "FileSize",
    "fileName",
    "VideoSecond",
    "Title",
    "MsgNum",
    "AbstractList",
    "MsgList",
    "MsgTimeStamp",
    "MsgRandom",
    "MsgBody",
    "extra",
    "",
];

/// JSON as text, so that keys can come twice.
fn any_json() -> impl Strategy<Value = String> {
    let types = MsgType::ALL.iter().map(|word| format!("{:?}", word.as_str())).collect::<Vec<_>>();
    let scalar = prop_oneof![
        4 => prop::sample::select(types),
        1 => Just("null".to_owned()),
        1 => Just("\"\"".to_owned()),
        1 => any::<bool>().prop_map(|flag| flag.to_string()),
        2 => any::<i64>().prop_map(|number| number.to_string()),
        1 => any::<u64>().prop_map(|number| number.to_string()),
        2 => any::<f64>().prop_filter("finite", |float| float.is_finite()).prop_map(|float| format!("{float:e}")),
        1 => (-180.0..180.0).prop_map(|float: f64| format!("\"{float}\"")),
        1 => "[ -~]{0,6}".prop_map(|text| Value::from(text).to_string()),
        1 => Just("1725540020".to_owned()),
    ];
    scalar.prop_recursive(6, 40, 6, |inner| {
        let entries = prop::collection::vec((prop::sample::select(KEYS), inner.clone()), 0..6);
        prop_oneof![
            1 => prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            3 => entries.prop_map(|entries| {
                let entries: Vec<_> = entries.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
                format!("{{{}}}", entries.join(","))
            }),
        ]
    })
}

/// Whether two values are the same except for the last bits of floats, and texts that a number was read as.
fn differs_in_last_bits_alone(left: &Value, right: &Value) -> bool {
    let near = |left: f64, right: f64| left == right || (left - right).abs() <= left.abs() * 1e-15;
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            left == right || left.is_f64() && near(left.as_f64().unwrap(), right.as_f64().unwrap())
        }
        (Value::String(left), Value::String(right)) if left != right => {
            let numbers = (left.parse(), right.parse());
            matches!(numbers, (Ok(left), Ok(right)) if near(left, right))
                || matches!((serde_json::from_str::<Value>(left), serde_json::from_str(right)), (Ok(left), Ok(right))
                    if !left.is_string() && differs_in_last_bits_alone(&left, &right))
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len()
                && left.iter().zip(right).all(|(left, right)| differs_in_last_bits_alone(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(key, left)| right.get(key).is_some_and(|right| differs_in_last_bits_alone(left, right)))
        }
        _ => left == right,
    }
}

/// The element again with its type behind its content.
fn swapped(content: &str, msg_type: &str) -> [String; 2] {
    [
        format!(r#"{{"MsgType":{msg_type:?},"MsgContent":{content}}}"#),
        format!(r#"{{"MsgContent":{content},"MsgType":{msg_type:?}}}"#),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_body_holds_it_is_read_and_reads_back_as_itself(body in any_json()) {
        let body = with_body(&body);
        let plain: SessionEvent = callhook::from_str(&body).unwrap();
        // The one thing in which plain serde_json differs here is the last bit of a float.
        let direct: SessionEvent = serde_json::from_str(&body).unwrap();
        if has_exact_numbers(body.as_bytes()) {
            prop_assert_eq!(&direct, &plain);
        } else {
            let values = [&direct, &plain].map(|event| serde_json::to_value(event).unwrap());
            prop_assert!(differs_in_last_bits_alone(&values[0], &values[1]), "{:?}", values);
        }
        let seen = inspect::<SessionEvent>(body.as_bytes()).unwrap();
        prop_assert_eq!(&seen.value, &plain);
        prop_assert_eq!(&callhook::from_str::<SessionEvent>(&serde_json::to_string(&plain).unwrap()).unwrap(), &plain);
        let value = serde_json::to_value(&plain).unwrap();
        prop_assert_eq!(&serde_json::from_value::<SessionEvent>(value).unwrap(), &plain);
    }

    #[test]
    fn the_order_of_type_and_content_changes_nothing(
        content in any_json(),
        msg_type in prop::sample::select(MsgType::ALL),
    ) {
        let [usual, other] = swapped(&content, msg_type.as_str());
        let usual = inspect::<MsgElement>(usual.as_bytes()).unwrap();
        let other = inspect::<MsgElement>(other.as_bytes()).unwrap();
        prop_assert_eq!(&usual.value, &other.value);
        prop_assert_eq!(usual.report, other.report);
    }
}
