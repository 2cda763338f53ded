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
fn each_type_with_a_value_has_clone_debug_eq_and_hash_unless_it_has_floats() {
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
    // Names that are the same in both languages, and the `webcall` of 7moor.
    const LATIN: [&str; 11] =
        ["BMP", "Desk", "GIF", "JPG", "Mac", "PNG", "REST API", "Windows", "iOS", "iPad", "webcall"];
    for (i, value) in all.iter().enumerate() {
        assert_eq!(value.to_string(), text(value));
        assert!(label(value).is_ascii() && !label(value).is_empty(), "{value:?}");
        assert!(!label_zh(value).is_ascii() || LATIN.contains(&&*label_zh(value)), "{value:?}");
        for other in &all[..i] {
            assert!(other != value && text(other) != text(value), "{value:?}");
            assert!(label(other) != label(value) && label_zh(other) != label_zh(value), "{value:?}");
        }
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
            assert_eq!(<$type>::listed(value.as_str()).as_ref(), Some(value));
            assert_eq!(serde_json::to_value(value).unwrap(), value.as_str());
            assert_eq!(serde_json::from_value::<$type>(value.as_str().into()).as_ref().ok(), Some(value));
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
        for value in <$type>::ALL {
            assert_eq!((<$type>::listed(value.code()), <$type>::from(value.code())), (Some(*value), *value));
            assert_eq!((i64::from(*value), serde_json::to_value(value).unwrap()), (value.code(), value.code().into()));
        }
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
    check(
        callhook::desk::AiProvider::ALL,
        |provider| provider.code().to_string(),
        |provider| provider.label().to_owned(),
        |provider| provider.label_zh().to_owned(),
    );
    numbers!(
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
    assert_eq!(status.to_string(), "142");
    assert_eq!(i64::from(status), 142);
    assert_eq!(serde_json::to_string(&status).unwrap(), "142");
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
    assert_eq!(callhook::Error::TooLarge.kind(), "too-large");
}

#[test]
fn debug_of_an_error_is_its_variant_and_its_text() {
    let too_large = callhook::Error::TooLarge;
    assert_eq!(format!("{too_large:?}"), "TooLarge(the body is too large: expected less than 4 GiB)");
    let missing = callhook::from_str::<PhoneCdr>(r#"{"SdkAppId":1}"#).unwrap_err();
    assert_eq!(format!("{missing:?}"), "Missing(SessionId is missing: expected text, found nothing)");
}

#[test]
fn a_value_and_a_number_fill_the_width_that_is_asked_for() {
    let number = callhook::PhoneNumber::parse("008695588").unwrap();
    let shown = format!("{:<6}|{:>6}|{number:>10}", callhook::Vendor::Tccc, callhook::Outcome::Busy);
    assert_eq!(shown, "tccc  |  busy|  +8695588");
    let error = "66247698".parse::<callhook::PhoneNumber>().unwrap_err();
    assert_eq!(error.to_string(), "not a phone number in a known form");
}

#[test]
fn the_entries_of_extra_come_sorted_from_either_end() {
    let Value::Object(map) = json!({"b": 1, "a": 2, "c": 3}) else { panic!("no object") };
    let extra = Extra::from(map);
    let mut keys = extra.keys();
    assert_eq!((keys.len(), keys.clone().next(), keys.next_back()), (3, Some("a"), Some("c")));
    let mut entries = extra.iter();
    assert_eq!(
        (entries.len(), entries.next_back(), entries.next()),
        (3, Some(("c", &json!(3))), Some(("a", &json!(2))))
    );
    let mut owned = extra.clone().into_iter();
    assert_eq!((owned.len(), owned.next_back()), (3, Some(("c".to_owned(), json!(3)))));
}

#[test]
fn of_equal_keys_that_are_added_to_an_extra_the_last_counts() {
    let mut extra = Extra::from_iter([("a".to_owned(), json!("x"))]);
    extra.extend([("a".to_owned(), json!("y"))]);
    assert_eq!(format!("{extra:?}"), r#"{"a": String("y")}"#);
    assert_eq!((&extra["a"], &extra["b"]), (&json!("y"), &Value::Null));
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
