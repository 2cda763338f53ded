//! The public types: what each of them implements.

use std::fmt::{Debug, Display};

use callhook::Extra;
use callhook::desk::SessionEvent;
use callhook::tccc::PhoneCdr;
use serde_json::{Value, json};

use crate::support::fixtures_dir;

/// Types that cannot be hashed: they hold coordinates, which are floats.
const WITH_FLOATS: &[&str] = &[
    "callhook::Webhook",
    "callhook::desk::LocationContent",
    "callhook::desk::MsgContent",
    "callhook::desk::MsgElement",
    "callhook::desk::Push",
    "callhook::desk::RelayContent",
    "callhook::desk::RelayMessage",
    "callhook::desk::SessionEvent",
];

/// Types without a value of their own: a view, iterators, and the adapters of `lenient`.
fn is_no_value(name: &str) -> bool {
    name == "callhook::Redacted" || name.starts_with("callhook::lenient::")
}

#[test]
fn each_type_that_can_be_hashed_is() {
    // The package has no snapshot of the API; a checkout does, and `.ci/api` compares it with the code.
    let Ok(api) = std::fs::read_to_string(fixtures_dir().join("../.ci/api.txt")) else { return };
    let mut count = 0;
    for item in api.split("\n\n") {
        let mut lines = item.lines();
        let Some(name) = lines.next().and_then(|line| line.strip_prefix("struct ").or(line.strip_prefix("enum ")))
        else {
            continue;
        };
        count += 1;
        let impls: Vec<&str> = lines.filter(|line| line.trim_start().starts_with("impl")).collect();
        let has = |name: &str| impls.iter().any(|line| line.split([' ', ',']).any(|word| word == name));
        let is_hashed = ["Clone", "Debug", "Eq", "Hash"].iter().all(|name| has(name));
        let is_no_value = is_no_value(name) || name.ends_with("Iter");
        assert_eq!(is_hashed, !WITH_FLOATS.contains(&name) && !is_no_value, "{name}");
    }
    assert!(count > 100, "{count}");
}

#[test]
fn no_bound_has_a_private_name() {
    let Ok(api) = std::fs::read_to_string(fixtures_dir().join("../.ci/api.txt")) else { return };
    assert!(api.contains("DeserializeAs<'de, Option<tccc::Direction>> for lenient::Word\n"));
    assert!(!api.contains("Codec<"));
}

/// What a person and a machine call each value of a list.
fn check<T: Display + PartialEq + Debug>(
    all: &[T],
    text: impl Fn(&T) -> String,
    label: impl Fn(&T) -> String,
    label_zh: impl Fn(&T) -> String,
) {
    assert!(!all.is_empty());
    for (i, value) in all.iter().enumerate() {
        assert_eq!(value.to_string(), text(value));
        assert!(!label(value).is_empty() && !label_zh(value).is_empty(), "{value:?}");
        assert!(!text(value).is_empty() && all[..i].iter().all(|other| text(other) != text(value)), "{value:?}");
        assert!(all[..i].iter().all(|other| other != value), "{value:?}");
    }
}

macro_rules! words {
    ($($type:ty,)*) => {$(
        check(
            <$type>::ALL,
            |value| value.as_str().to_owned(),
            |value| value.label().to_owned(),
            |value| value.label_zh().to_owned(),
        );
        for value in <$type>::ALL {
            assert!(*value == value.as_str() && *value != "" && AsRef::<str>::as_ref(value) == value.as_str());
            assert_eq!(value.as_str().parse::<$type>().as_ref(), Ok(value));
            assert_eq!(serde_json::to_value(value).unwrap(), value.as_str());
        }
    )*};
}

macro_rules! numbers {
    ($($type:ty,)*) => {$(
        check(
            <$type>::ALL,
            |value| value.code().to_string(),
            |value| value.label().to_owned(),
            |value| value.label_zh().to_owned(),
        );
    )*};
}

#[test]
fn each_value_of_each_list_has_a_text_form_and_labels() {
    words!(
        callhook::Code,
        callhook::JsonType,
        callhook::Outcome,
        callhook::Vendor,
        callhook::desk::BusinessId,
        callhook::desk::ChannelType,
        callhook::desk::Command,
        callhook::desk::DeskEnvelope,
        callhook::desk::DeskMessageCommand,
        callhook::desk::InputStatus,
        callhook::desk::MessageRole,
        callhook::desk::MsgType,
        callhook::desk::OptPlatform,
        callhook::desk::Sender,
        callhook::desk::SessionEventType,
        callhook::sevenmoor::BillSide,
        callhook::sevenmoor::CallEvent,
        callhook::sevenmoor::CallStatus,
        callhook::sevenmoor::CallType,
        callhook::sevenmoor::FailureReason,
        callhook::sevenmoor::HangUpSide,
        callhook::sevenmoor::LoginType,
        callhook::sevenmoor::LogoutType,
        callhook::sevenmoor::OfflineType,
        callhook::sevenmoor::PushType,
        callhook::sevenmoor::RecordType,
        callhook::summary::Blocker,
        callhook::summary::Callee,
        callhook::summary::Channel,
        callhook::summary::ColumnKind,
        callhook::summary::Direction,
        callhook::summary::HungUpBy,
        callhook::summary::Obstacle,
        callhook::summary::Stage,
        callhook::tccc::Action,
        callhook::tccc::AsrStatus,
        callhook::tccc::EndStatusString,
        callhook::tccc::HungUpSide,
        callhook::tccc::InboundCallEvent,
        callhook::tccc::ParticipantType,
        callhook::tccc::Party,
    );
    numbers!(
        callhook::desk::AiProvider,
        callhook::desk::DeskMessageKind,
        callhook::desk::FormType,
        callhook::desk::ImageFormat,
        callhook::desk::ImageType,
        callhook::desk::SatisfactionMenuType,
        callhook::sevenmoor::AgentStatus,
        callhook::tccc::CallType,
        callhook::tccc::ChatType,
        callhook::tccc::Direction,
        callhook::tccc::Role,
    );
}

#[test]
fn an_unlisted_value_compares_with_what_came_and_gives_it_back() {
    let callhook::tccc::EndStatusString::Other(status) = callhook::tccc::EndStatusString::from("lineCut") else {
        panic!("it is listed")
    };
    assert!(status == "lineCut" && status == *"lineCut" && status != "ok");
    assert_eq!(status.as_ref(), "lineCut");
    assert_eq!(String::from(status), "lineCut");
    let callhook::sevenmoor::AgentStatus::Custom(status) = callhook::sevenmoor::AgentStatus::from(142) else {
        panic!("it is listed")
    };
    assert!(status == 142 && status != 141);
    assert_eq!(i64::from(status), 142);
    assert_eq!(serde_json::to_string(&status).unwrap(), "142");
}

#[test]
fn an_outcome_is_a_text_like_the_values_of_the_vendors() {
    let outcome: callhook::Outcome = "answered".parse().unwrap();
    assert!(outcome == "answered" && outcome == *"answered" && outcome != "busy");
    assert_eq!(outcome.as_ref(), "answered");
    assert_eq!(callhook::Outcome::from("busy".to_owned()), callhook::Outcome::Busy);
}

#[test]
fn parsing_a_name_that_is_not_listed_is_an_error_that_lists_them() {
    let error = "acme".parse::<callhook::Vendor>().unwrap_err();
    assert_eq!(error.to_string(), "expected one of: tccc desk sevenmoor");
}

#[test]
fn each_error_has_a_name_for_a_metric() {
    for (body, expected) in [
        (&b"\xff"[..], "not-utf-8"),
        (b"{", "not-json"),
        (b"[]", "not-an-object"),
        (b"{}", "missing"),
        (br#"{"SdkAppId":"x","SessionId":"s"}"#, "unreadable"),
    ] {
        assert_eq!(callhook::from_slice::<PhoneCdr>(body).unwrap_err().kind(), expected);
    }
    let body = br#"{"CallbackCommand":"State.StateChange","SessionId":"2baf","Event":"SessionBegin"}"#;
    assert_eq!(callhook::from_slice::<SessionEvent>(body).unwrap_err().kind(), "other-callback");
}

#[test]
fn the_entries_of_extra_come_from_a_map_and_its_keys_from_either_end() {
    let Value::Object(map) = json!({"b": 1, "a": 2, "c": 3}) else { panic!("no object") };
    let extra = Extra::from(map);
    let mut keys = extra.keys();
    assert_eq!((keys.len(), keys.clone().next(), keys.next_back()), (3, Some("a"), Some("c")));
}

#[test]
fn an_extra_whose_last_entry_is_removed_is_an_empty_one() {
    let mut extra = Extra::new();
    assert_eq!(extra.remove("a"), None);
    assert_eq!(extra.insert("a", 1), None);
    assert_eq!(extra.insert("a", 2), Some(1.into()));
    assert_eq!(extra.remove("b"), None);
    assert!(!extra.is_empty());
    assert_eq!(extra.remove("a"), Some(2.into()));
    assert!(extra.is_empty());
    assert_eq!(extra, Extra::new());
}
