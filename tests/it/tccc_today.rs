//! Tencent Cloud Contact Center as its newer pages and SDK have it, beyond the older documents.

use callhook::tccc::{
    Action, AsrStatus, CallType, ChatCdr, ChatType, Direction, EndStatusString, HungUpSide, ParticipantType, Party,
    PhoneCdr, Push, RecordPush, Role, VoicemailPush,
};
use callhook::{PhoneNumber, from_slice, inspect};
use chrono::TimeDelta;
use serde_json::Value;

use crate::support::{at, text};

const NEWER_FIELDS: &[u8] = include_bytes!("../../fixtures/tccc/cdr.authored-newer-fields.json");
const AI_AGENT: &[u8] = include_bytes!("../../fixtures/tccc/cdr.authored-ai-agent.json");
const RECORD: &[u8] = include_bytes!("../../fixtures/tccc/record.authored.json");
const VOICEMAIL: &[u8] = include_bytes!("../../fixtures/tccc/voicemail.authored.json");
const SATISFACTION_API: &[u8] = include_bytes!("../../fixtures/tccc/imcdr.authored-satisfaction-api.json");

#[test]
fn a_phone_record_with_all_newer_fields_leaves_nothing_in_extra() {
    let seen = inspect::<PhoneCdr>(NEWER_FIELDS).unwrap();
    assert_eq!(seen.report.to_string(), "");
    let cdr = seen.value;
    assert!(cdr.extra.is_empty());

    assert_eq!(cdr.caller, None);
    assert_eq!(cdr.callee, None);
    assert_eq!(cdr.protected_caller, text("pc-7d1f"));
    assert_eq!(cdr.protected_callee, text("pc-90ae"));
    assert_eq!(cdr.caller_location, text("广东省/深圳市(移动)"));
    assert_eq!(cdr.direction, Some(Direction::Inbound));
    assert_eq!(cdr.call_type, Some(CallType::AudioInbound));
    assert_eq!(cdr.time, at("2025-09-03T09:35:00Z"));
    assert_eq!(cdr.start_timestamp, at("2025-09-03T09:35:01Z"));
    assert_eq!(cdr.queued_timestamp, at("2025-09-03T09:35:10Z"));
    assert_eq!(cdr.queued_skill_group_id, Some(2522));
    assert_eq!(cdr.queued_skill_group_name, text("售后"));
    assert_eq!(cdr.skill_group_id, Some(2523));
    assert_eq!(cdr.skill_group, text("售后二线"));
    assert_eq!(cdr.ivr_duration, Some(TimeDelta::seconds(9)));
    assert_eq!(cdr.end_status_string, Some(EndStatusString::Ok));
    assert_eq!(cdr.end_status, Some(1));
    assert_eq!(cdr.sys_hangup_reason, Some(229));
    assert_eq!(cdr.sys_hangup_reason_string, text("maxCallDurationReached"));
    assert_eq!(cdr.hung_up_side, Some(HungUpSide::System));
    assert_eq!(cdr.record_id, text("a1f6c2d4-8b1e-4c6f-b6cf-1c2f30cb7e02"));
    assert_eq!(cdr.record_url, text("https://recorder.example.com/a1f6c2d4.mp3"));
    assert_eq!(cdr.custom_record_url, text("https://bucket.example.com/a1f6c2d4.mp3"));
    assert_eq!(cdr.asr_url, text("https://recorder.example.com/a1f6c2d4.json"));
    assert_eq!(cdr.asr_status, Some(AsrStatus::Processing));
    assert_eq!(
        cdr.voicemail_record_url,
        ["https://recorder.example.com/vm1.mp3", "https://recorder.example.com/vm2.mp3"]
    );
    assert_eq!(cdr.voicemail_asr_url, ["https://recorder.example.com/vm1.json"]);
    assert_eq!(cdr.user_remark, None);
    assert_eq!(cdr.remark, text("回访"));
    assert_eq!(cdr.uui, text("order=7"));
    assert_eq!(cdr.uui_upper, text("order=7;vip=1"));
}

#[test]
fn key_presses_have_their_instant_in_milliseconds() {
    let cdr: PhoneCdr = from_slice(NEWER_FIELDS).unwrap();
    assert_eq!(cdr.ivr_key_pressed, ["1", "人工"]);
    let [press] = cdr.ivr_key_pressed_ex.as_slice() else { panic!("one key press") };
    assert_eq!(press.key, text("人工"));
    assert_eq!(press.label, text("转人工"));
    assert_eq!(press.timestamp, at("2025-09-03T09:35:05.250Z"));
    assert_eq!(press.node_label, text("欢迎语"));
    assert_eq!(press.original_content, text("我要人工"));
    assert_eq!(press.tts_prompt, text("您好，请问有什么可以帮您"));

    assert!(cdr.post_ivr_key_pressed.is_empty());
    let [press] = cdr.post_ivr_key_pressed_ex.as_slice() else { panic!("one key press") };
    assert_eq!(press.key, text("noInput"));
    assert_eq!(press.timestamp, None);
}

#[test]
fn agents_and_legs_have_their_newer_fields() {
    let cdr: PhoneCdr = from_slice(NEWER_FIELDS).unwrap();
    let agent = cdr.seat_user.unwrap();
    assert_eq!(agent.staff_number, text("0012"));
    assert_eq!(agent.extension_number, text("8001"));
    assert_eq!(agent.role, Some(Role::Agent));

    let [first, second] = cdr.serve_participants.as_slice() else { panic!("two legs") };
    assert_eq!(first.r#type, Some(ParticipantType::MiniProgramSeat));
    assert_eq!(first.record_url, text("https://recorder.example.com/3b5d6a3e.mp3"));
    assert_eq!(first.custom_record_url, text("https://bucket.example.com/3b5d6a3e.mp3"));
    assert_eq!(first.transfer_from_type, None);
    assert_eq!(first.transfer_to_type, Some(ParticipantType::StaffExtensionSeat));
    assert_eq!(first.end_status_string, Some(EndStatusString::SeatForward));
    assert_eq!(second.transfer_from_type, Some(ParticipantType::MiniProgramSeat));
}

#[test]
fn a_call_with_an_ai_agent_says_who_ended_it() {
    let seen = inspect::<PhoneCdr>(AI_AGENT).unwrap();
    assert_eq!(seen.report.to_string(), "");
    let cdr = seen.value;
    assert_eq!(cdr.call_type, Some(CallType::Inbound));
    assert_eq!(cdr.queued_timestamp, None);
    assert_eq!(cdr.ai_agent_id, Some(410077));
    assert_eq!(cdr.ai_agent_name, text("订单助手"));
    let status = cdr.end_status_string.unwrap();
    assert_eq!(status, EndStatusString::UserHangupDuringAiCall);
    assert_eq!(status.implies_answered(), Some(true));
    assert_eq!(status.ended_by(), Some(Party::Customer));
    assert_eq!(EndStatusString::from_code(232), Some(status));
    assert_eq!(cdr.end_status, Some(232));
}

#[test]
fn what_was_read_is_written_in_the_vendors_form() {
    let cdr: PhoneCdr = from_slice(AI_AGENT).unwrap();
    assert_eq!(
        serde_json::to_string(&cdr).unwrap(),
        r#"{"SdkAppId":1400000214,"SessionId":"0c9b6c6e-2f0b-4e6c-a0a5-55b4d2f0e9aa","Direction":0,"CallType":2,"#
            .to_owned()
            + r#""StartTimestamp":1764576000,"AcceptTimestamp":1764576004,"EndedTimestamp":1764576064,"Duration":60,"#
            + r#""EndStatusString":"userHangupDuringAiCall","EndStatus":232,"HungUpSide":"user","#
            + r#""Caller":"008618600000001","Callee":"008602066247698","AIAgentId":410077,"AIAgentName":"订单助手"}"#,
    );
    let cdr: PhoneCdr = from_slice(NEWER_FIELDS).unwrap();
    assert_eq!(
        serde_json::to_string(&cdr.ivr_key_pressed_ex).unwrap(),
        r#"[{"Key":"人工","Label":"转人工","Timestamp":1756892105250,"NodeLabel":"欢迎语","#.to_owned()
            + r#""OriginalContent":"我要人工","TTSPrompt":"您好，请问有什么可以帮您"}]"#,
    );
}

#[test]
fn both_spellings_of_the_passed_in_data_are_two_fields() {
    let read = |body: &str| {
        let cdr: PhoneCdr = callhook::from_str(body).unwrap();
        (cdr.uui, cdr.uui_upper)
    };
    assert_eq!(read(r#"{"SdkAppId":1,"SessionId":"s","Uui":"a"}"#), (text("a"), None));
    assert_eq!(read(r#"{"SdkAppId":1,"SessionId":"s","UUI":"b"}"#), (None, text("b")));
    assert_eq!(read(r#"{"SdkAppId":1,"SessionId":"s","UUI":"b","Uui":"a"}"#), (text("a"), text("b")));
}

#[test]
fn the_pull_apis_satisfaction_is_read_and_the_pushs_written() {
    let seen = inspect::<ChatCdr>(SATISFACTION_API).unwrap();
    assert_eq!(seen.value.r#type, Some(ChatType::Text));
    assert_eq!(
        seen.report.to_string(),
        "Satisfaction.id: coerced-type (expected text, found number)\n\
         Satisfaction.id: key-spelling (expected id, found number under \"Id\")\n\
         Satisfaction.content: key-spelling (expected content, found string under \"Label\")",
    );
    for skill_group in ["1072", "\"1072\""] {
        let body = format!(r#"{{"SdkAppId":1,"SessionId":"s","SkillGroupId":{skill_group},"SkillGroupName":"sales"}}"#);
        let seen = inspect::<ChatCdr>(body.as_bytes()).unwrap();
        assert_eq!((seen.value.skill_group_id, seen.report.is_empty()), (Some(1072), true), "{body}");
        assert_eq!(seen.value.skill_group_name, text("sales"));
    }
    let chat = seen.value;
    assert_eq!((chat.end_status_string, chat.end_status), (Some(EndStatusString::AutoFinished), Some(108)));
    let satisfaction = chat.satisfaction.unwrap();
    assert_eq!(satisfaction.id, text("1"));
    assert_eq!(satisfaction.content, text("满意"));
    assert_eq!(serde_json::to_string(&satisfaction).unwrap(), r#"{"id":"1","content":"满意"}"#);
}

#[test]
fn a_recording_is_a_push_of_its_own() {
    let push = Push::from_request("action=record&version=1", RECORD).unwrap();
    assert_eq!(push.action(), Some(Action::Record));
    assert_eq!(serde_json::to_value(&push).unwrap(), serde_json::from_slice::<Value>(RECORD).unwrap());
    let Push::Record(record) = push else { panic!("a recording") };
    assert_eq!(record.sdk_app_id, 1400000214);
    assert_eq!(record.session_id, "e97be0ab-1ef6-4ad2-a8c4-2b2bbfb18e55");
    assert_eq!(record.record_id, text("1608130650"));
    assert_eq!(record.timestamp, at("2020-12-16T14:57:30Z"));
    assert_eq!(record.endpoint_user, text("anna@example.com"));
    assert_eq!(record.record_url, text("https://recorder.example.com/1608130650.mp3"));
    assert_eq!(record.custom_record_url, text("https://bucket.example.com/1608130650.mp3"));
}

#[test]
fn the_other_spelling_of_the_recorded_user_is_read() {
    let seen = inspect::<RecordPush>(br#"{"SdkAppId":1,"SessionId":"s","EndPointUser":13123456789}"#).unwrap();
    assert_eq!(seen.value.endpoint_user, text("13123456789"));
    assert_eq!(
        seen.report.to_string(),
        "EndpointUser: coerced-type (expected text, found number)\n\
         EndpointUser: key-spelling (expected EndpointUser, found number under \"EndPointUser\")",
    );
}

#[test]
fn a_voicemail_is_a_push_of_its_own_with_a_bare_number_for_the_phone() {
    let inspected = Push::inspect_request("?action=voicemail", VOICEMAIL).unwrap();
    assert_eq!(inspected.report.to_string(), "");
    assert_eq!(inspected.value.action(), Some(Action::Voicemail));
    let Push::Voicemail(voicemail) = inspected.value else { panic!("a voicemail") };
    assert_eq!(voicemail.sdk_app_id, 1400000214);
    assert_eq!(voicemail.session_id, "e97be0ab-1ef6-4ad2-a8c4-2b2bbfb18e55");
    assert_eq!(voicemail.timestamp, at("2020-12-16T14:57:30Z"));
    assert_eq!(voicemail.record_url, text("https://recorder.example.com/voicemail.mp3"));
    assert_eq!(voicemail.endpoint_user, text("13123456789"));
}

#[test]
fn a_voicemails_phone_keeps_every_digit_however_it_is_written() {
    for (wire, written) in [
        ("13123456789", "13123456789"),
        (r#""13123456789""#, "13123456789"),
        (r#""008613123456789""#, r#""008613123456789""#),
        (r#""+8613123456789""#, r#""+8613123456789""#),
        (r#""0""#, "0"),
        (r#""12345678901234567890""#, r#""12345678901234567890""#),
    ] {
        let body = format!(r#"{{"SdkAppId":1,"SessionId":"s","EndpointUser":{wire}}}"#);
        let seen = inspect::<VoicemailPush>(body.as_bytes()).unwrap();
        assert_eq!(seen.report.to_string(), "", "{wire}");
        let again = serde_json::to_string(&seen.value).unwrap();
        assert_eq!(again, format!(r#"{{"SdkAppId":1,"SessionId":"s","EndpointUser":{written}}}"#));
        assert_eq!(callhook::from_str::<VoicemailPush>(&again).unwrap(), seen.value);
    }
}

#[test]
fn the_other_pushes_need_their_identity() {
    for (action, body, path) in [
        ("record", r#"{"SessionId":"s"}"#, "SdkAppId"),
        ("record", r#"{"SdkAppId":1}"#, "SessionId"),
        ("voicemail", r#"{"SessionId":"s"}"#, "SdkAppId"),
        ("voicemail", r#"{"SdkAppId":1}"#, "SessionId"),
    ] {
        let error = Push::from_request(&format!("action={action}"), body.as_bytes()).unwrap_err();
        assert!(matches!(&error, callhook::Error::Missing { path: at, .. } if at == path), "{action} {body}: {error}");
    }
}

#[test]
fn codes_outside_the_list_are_kept() {
    let body = br#"{"SdkAppId":1,"SessionId":"s","CallType":4,"SeatUser":{"Role":77}}"#;
    let cdr: PhoneCdr = from_slice(body).unwrap();
    assert_eq!(cdr.call_type, Some(CallType::from(4)));
    assert_eq!(cdr.seat_user.unwrap().role, Some(Role::from(77)));
    let numbers = [1, 2, 3, 5, 6];
    assert_eq!(CallType::ALL.iter().map(|code| code.code()).collect::<Vec<_>>(), numbers);
}

#[test]
fn a_label_is_english_or_the_vendors_own_chinese() {
    assert_eq!(EndStatusString::VoiceMailReached.label(), "Reached voicemail");
    assert_eq!(EndStatusString::VoiceMailReached.label_zh(), "语音信箱挂断");
    assert_eq!(CallType::PredictiveOutbound.label_zh(), "预测式外呼");
    assert_eq!(Role::QualityInspector.label(), "Quality inspector");
}

#[test]
fn phone_numbers_are_taken_apart_where_their_form_is_known() {
    for (written, country_code, national_number) in [
        ("008602066247698", "86", "2066247698"),
        ("008618621520280", "86", "18621520280"),
        ("0086075512345678", "86", "75512345678"),
        ("+8618621520280", "86", "18621520280"),
        ("+8602066247698", "86", "2066247698"),
        ("+862066247698", "86", "2066247698"),
        ("008695588", "86", "95588"),
        ("00864001234567", "86", "4001234567"),
        ("18621520280", "86", "18621520280"),
        (" 18621520280 ", "86", "18621520280"),
        ("018621520280", "86", "18621520280"),
        ("02066247698", "86", "2066247698"),
        ("01066247698", "86", "1066247698"),
        ("075512345678", "86", "75512345678"),
        ("03541234567", "86", "3541234567"),
        ("+85221804000", "852", "21804000"),
        ("0085328000000", "853", "28000000"),
        ("00886223456789", "886", "223456789"),
        ("+12025550123", "1", "2025550123"),
        ("0074951234567", "7", "4951234567"),
        ("+442079460123", "44", "2079460123"),
        ("+390612345678", "39", "0612345678"),
        ("+6591234567", "65", "91234567"),
        ("+998901234567", "998", "901234567"),
        ("4001234567", "86", "4001234567"),
        ("8008101234", "86", "8008101234"),
        ("400-123-4567", "86", "4001234567"),
        ("010-62345678", "86", "1062345678"),
        ("186 2152 0280", "86", "18621520280"),
        ("+86 186 2152 0280", "86", "18621520280"),
        ("+86-18621520280", "86", "18621520280"),
        ("186\u{a0}2152\u{2011}0280", "86", "18621520280"),
        ("+1 862-252-0280", "1", "8622520280"),
        ("0371-65556668", "86", "37165556668"),
        ("+86 9510 1234", "86", "95101234"),
    ] {
        let number = PhoneNumber::parse(written).unwrap_or_else(|| panic!("{written}"));
        assert_eq!((number.country_code(), number.national_number()), (country_code, national_number), "{written}");
        assert_eq!(number.to_string(), format!("+{country_code}{national_number}"));
        assert_eq!(PhoneNumber::parse(&number.to_string()), Some(number.clone()), "{written}");
        assert_eq!(written.parse(), Ok(number.into_owned()), "{written}");
    }
}

#[test]
fn phone_numbers_of_an_unknown_form_are_not_guessed_at() {
    for written in [
        "",
        "0",
        "00",
        "+",
        "0086",
        "+86",
        "66247698",
        "2066247698",
        "95588",
        "10086",
        "12012345678",
        "1862152028",
        "186215202800",
        "8618621520280",
        "0206624769",
        "020662476980",
        "0086000000000",
        "+120255501",
        "+120255501234",
        "+2101234567",
        "+9991234567",
        "++8618621520280",
        "+008618621520280",
        "+86186215202801234",
        "anna@example.com",
        "１８６２１５２０２８０",
        "pc-7d1f",
        "-18621520280",
        "138-0000-0000-",
        "\u{2011}18621520280",
        ")18621520280",
        "18621520280()",
        "+44 (0)20 7946 0958",
        "0049(0)30 1234567",
        // Extensions: another line, if they were joined to the number.
        "0371-6555666-8",
        "+86-371-6555666-8",
        "+86-10-62345678-801",
        "+86 138 0013 8000-01",
        "+852-2180-4000-123",
        // A number of North America, and a mobile number of China after `00` instead of `0086`.
        "1-862-252-0280",
        "1 (862) 252-0280",
        "0013800138000",
        // Mainland numbers without area code, or with a digit too few.
        "+8666247698",
        "+861381234567",
    ] {
        assert_eq!(PhoneNumber::parse(written), None, "{written}");
    }
}
