//! Desk's events: whatever a message body holds, it is read and reads back as itself.

use callhook::desk::{MsgElement, MsgType, SessionEvent};
use callhook::inspect;
use proptest::prelude::*;
use serde_json::Value;

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
        prop_assert_eq!(&serde_json::from_str::<SessionEvent>(&body).unwrap(), &plain);
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
