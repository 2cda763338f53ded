//! The public types: what each of them implements.

use std::fmt::{Debug, Display};
use std::hash::Hash;

use crate::support::fixtures_dir;

/// Types that must be `Eq` and `Hash`, by name.
macro_rules! hashed {
    ($($type:ty,)*) => {{
        fn is_hashed<T: Eq + Hash + Clone + Debug>() {}
        $(is_hashed::<$type>();)*
        [$(stringify!($type)),*]
    }};
}

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
    let hashed = hashed!(
        callhook::CallSummary,
        callhook::Code,
        callhook::Error,
        callhook::Extra,
        callhook::Finding,
        callhook::Inspected<callhook::tccc::PhoneCdr>,
        callhook::JsonType,
        callhook::Outcome,
        callhook::PhoneNumber<'static>,
        callhook::PhoneNumberError,
        callhook::Reply,
        callhook::Report,
        callhook::UnknownRequest,
        callhook::Unlisted,
        callhook::UnlistedCode,
        callhook::desk::AiProvider,
        callhook::desk::AssignAgent,
        callhook::desk::AssignAgentReply,
        callhook::desk::BusinessId,
        callhook::desk::BusinessMessage,
        callhook::desk::CallbackQuery,
        callhook::desk::ChannelType,
        callhook::desk::CloudCustomData,
        callhook::desk::Command,
        callhook::desk::CustomContent,
        callhook::desk::DeskCustomField,
        callhook::desk::DeskEnvelope,
        callhook::desk::DeskMessage,
        callhook::desk::DeskMessageCommand,
        callhook::desk::DeskMessageContent,
        callhook::desk::DeskMessageFields,
        callhook::desk::DeskMessageItem,
        callhook::desk::DeskMessageKind,
        callhook::desk::FaceContent,
        callhook::desk::FileContent,
        callhook::desk::FormType,
        callhook::desk::ImageContent,
        callhook::desk::ImageFormat,
        callhook::desk::ImageInfo,
        callhook::desk::ImageType,
        callhook::desk::InputStatus,
        callhook::desk::InputVariable,
        callhook::desk::InterfaceInvocation,
        callhook::desk::InterfaceInvocationReply,
        callhook::desk::MessageFeature,
        callhook::desk::MessageReplies,
        callhook::desk::MessageReply,
        callhook::desk::MessageRole,
        callhook::desk::MsgType,
        callhook::desk::OptPlatform,
        callhook::desk::OtherContent,
        callhook::desk::OtherPush,
        callhook::desk::Response,
        callhook::desk::SatisfactionChoice,
        callhook::desk::SatisfactionMenu,
        callhook::desk::SatisfactionMenuType,
        callhook::desk::Sender,
        callhook::desk::SessionEventType,
        callhook::desk::SoundContent,
        callhook::desk::StreamChunk,
        callhook::desk::StreamContent,
        callhook::desk::TaskInfo,
        callhook::desk::TextContent,
        callhook::desk::ThreadReply,
        callhook::desk::VideoContent,
        callhook::sevenmoor::AgentStatus,
        callhook::sevenmoor::BillCall,
        callhook::sevenmoor::BillPlace<'static>,
        callhook::sevenmoor::BillSide,
        callhook::sevenmoor::CallEvent,
        callhook::sevenmoor::CallPush,
        callhook::sevenmoor::CallRecord,
        callhook::sevenmoor::CallStatus,
        callhook::sevenmoor::CallType,
        callhook::sevenmoor::Envelope,
        callhook::sevenmoor::Extras,
        callhook::sevenmoor::FailureReason,
        callhook::sevenmoor::HangUpSide,
        callhook::sevenmoor::LoginPush,
        callhook::sevenmoor::LoginType,
        callhook::sevenmoor::LogoutType,
        callhook::sevenmoor::MediaContent,
        callhook::sevenmoor::MediaFailReason,
        callhook::sevenmoor::OfflineType,
        callhook::sevenmoor::OtherPush,
        callhook::sevenmoor::Push,
        callhook::sevenmoor::PushType,
        callhook::sevenmoor::RecordType,
        callhook::sevenmoor::Segment,
        callhook::summary::Blocker,
        callhook::summary::CallSummary,
        callhook::summary::Callee,
        callhook::summary::Channel,
        callhook::summary::Direction,
        callhook::summary::HungUpBy,
        callhook::summary::Obstacle,
        callhook::summary::Outcome,
        callhook::summary::Stage,
        callhook::summary::Vendor,
        callhook::tccc::Action,
        callhook::tccc::AsrStatus,
        callhook::tccc::CallInBound,
        callhook::tccc::CallType,
        callhook::tccc::ChatCdr,
        callhook::tccc::ChatType,
        callhook::tccc::Direction,
        callhook::tccc::EndStatusString,
        callhook::tccc::HungUpSide,
        callhook::tccc::InboundCall,
        callhook::tccc::InboundCallEvent,
        callhook::tccc::InboundCallReply,
        callhook::tccc::IvrKeyPress,
        callhook::tccc::OtherPush,
        callhook::tccc::ParticipantType,
        callhook::tccc::Party,
        callhook::tccc::PhoneCdr,
        callhook::tccc::Push,
        callhook::tccc::Query,
        callhook::tccc::RecordPush,
        callhook::tccc::Response,
        callhook::tccc::Role,
        callhook::tccc::Satisfaction,
        callhook::tccc::SeatUser,
        callhook::tccc::ServeParticipant,
        callhook::tccc::SpecifiedSeat,
        callhook::tccc::SpecifiedSeatReply,
        callhook::tccc::TelLocation,
        callhook::tccc::VideoCdr,
        callhook::tccc::VoicemailPush,
    );
    // The package has no snapshot of the API; a checkout does.
    let Ok(api) = std::fs::read_to_string(fixtures_dir().join("../.ci/api.txt")) else { return };
    let mut count = 0;
    for name in api.lines().filter_map(|line| line.strip_prefix("struct ").or(line.strip_prefix("enum "))) {
        let is_listed = hashed.iter().any(|listed| listed.split('<').next() == Some(name));
        let of_features = ["callhook::samples::Sample", "callhook::desk::SignatureError"].contains(&name);
        count += 1;
        assert!(
            is_listed || of_features || WITH_FLOATS.contains(&name) || is_no_value(name) || name.ends_with("Iter"),
            "{name}: list it"
        );
    }
    assert!(count > 100, "{count}");
}

#[cfg(feature = "samples")]
#[test]
fn a_sample_is_hashed() {
    hashed!(callhook::samples::Sample,);
}

#[cfg(feature = "sign")]
#[test]
fn a_signature_error_is_hashed() {
    hashed!(callhook::desk::SignatureError,);
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
