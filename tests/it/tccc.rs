//! Tencent Cloud Contact Center: every documented sample, field by field; requests, replies, and bad bodies.

use callhook::tccc::{
    Action, ChatCdr, Direction, EndStatusString, HungUpSide, ParticipantType, PhoneCdr, Push, Query, RecordPush,
    Response, SeatUser, VideoCdr, VoicemailPush,
};
use callhook::{Error, JsonType, Payload, inspect};
use chrono::TimeDelta;

use crate::support::{at, codes};

const PHONE: &[u8] = include_bytes!("../../fixtures/tccc/cdr.json");
const CHAT: &[u8] = include_bytes!("../../fixtures/tccc/imcdr.json");
const VIDEO: &[u8] = include_bytes!("../../fixtures/tccc/videoCdr.json");

/// The agent of all three samples.
fn is_lululing(seat: &SeatUser) {
    assert_eq!(seat.mail.as_deref(), Some("lululing@tencent.com"));
    assert_eq!(seat.name.as_deref(), Some("lululing"));
    assert_eq!(seat.nick.as_deref(), Some("璐璐"));
    assert_eq!(seat.phone, None);
    assert_eq!(seat.user_id.as_deref(), Some("lululing@tencent.com"));
    assert_eq!(seat.staff_number.as_deref(), Some("007"));
    assert_eq!(seat.skill_group_name_list, ["lulu"]);
    assert!(seat.extra.is_empty());
}

#[test]
fn the_phone_sample_field_by_field() {
    let cdr: PhoneCdr = serde_json::from_slice(PHONE).unwrap();
    assert_eq!(cdr.sdk_app_id, 1400000214);
    assert_eq!(cdr.session_id, "e97be0ab-1ef6-4ad2-a8c4-2b2bbfb18e55");
    assert_eq!(cdr.direction, Some(Direction::Outbound));
    assert_eq!(cdr.start_timestamp, at("2020-12-16T14:57:16Z"));
    assert_eq!(cdr.ring_timestamp, at("2020-12-16T14:57:19Z"));
    assert_eq!(cdr.accept_timestamp, None);
    assert_eq!(cdr.ended_timestamp, at("2020-12-16T14:57:31Z"));
    assert_eq!(cdr.queued_skill_group_id, Some(1072));
    // The sample has the key twice, 15 and then 0.
    assert_eq!(cdr.duration, Some(TimeDelta::zero()));
    assert_eq!(cdr.ivr_duration, None);
    assert_eq!(cdr.end_status_string, Some(EndStatusString::Error));
    assert_eq!(cdr.hung_up_side, Some(HungUpSide::Seat));
    assert_eq!(cdr.caller.as_deref(), Some("008602066247698"));
    assert_eq!(cdr.callee.as_deref(), Some("008618621520280"));
    assert!(cdr.ivr_key_pressed.is_empty());
    assert!(cdr.ivr_key_pressed_ex.is_empty());
    assert_eq!(cdr.post_ivr_key_pressed.len(), 1);
    assert_eq!(cdr.post_ivr_key_pressed[0].key.as_deref(), Some("1"));
    assert_eq!(cdr.post_ivr_key_pressed[0].label.as_deref(), Some("非常满意"));
    assert!(cdr.post_ivr_key_pressed[0].extra.is_empty());
    is_lululing(cdr.seat_user.as_ref().unwrap());
    assert_eq!(cdr.serve_participants.len(), 1);
    let leg = &cdr.serve_participants[0];
    assert_eq!(leg.sequence, None);
    assert_eq!(leg.mail.as_deref(), Some("lululing@tencent.com"));
    assert_eq!(leg.phone, None);
    assert_eq!(leg.start_timestamp, at("2020-12-16T14:57:16Z"));
    assert_eq!(leg.ring_timestamp, at("2020-12-16T14:57:19Z"));
    assert_eq!(leg.accept_timestamp, None);
    assert_eq!(leg.ended_timestamp, at("2020-12-16T14:57:31Z"));
    assert_eq!(leg.r#type, Some(ParticipantType::StaffSeat));
    assert_eq!(leg.record_id.as_deref(), Some("1608130636"));
    assert_eq!(leg.transfer_from, None);
    assert_eq!(leg.transfer_to, None);
    assert_eq!(leg.transfer_to_type, None);
    assert_eq!(leg.skill_group_id, None);
    assert_eq!(leg.skill_group_name, None);
    assert_eq!(leg.skill_group_priority, None);
    assert_eq!(leg.end_status_string, None);
    assert!(leg.extra.is_empty());
    assert_eq!(cdr.user_remark, None);
    assert_eq!(cdr.tel_location, None);
    assert_eq!(cdr.uui, None);
    assert!(cdr.extra.is_empty());
}

#[test]
fn the_chat_sample_field_by_field() {
    let cdr: ChatCdr = serde_json::from_slice(CHAT).unwrap();
    assert_eq!(cdr.sdk_app_id, 140000214);
    assert_eq!(cdr.session_id, "e97be0ab-1ef6-4ad2-a8c4-2b2bbfb18e55");
    assert_eq!(cdr.start_timestamp, at("2020-12-16T14:57:16Z"));
    assert_eq!(cdr.queued_timestamp, at("2020-12-16T14:57:18Z"));
    assert_eq!(cdr.ring_timestamp, at("2020-12-16T14:57:19Z"));
    assert_eq!(cdr.accept_timestamp, None);
    assert_eq!(cdr.ended_timestamp, at("2020-12-16T14:57:31Z"));
    assert_eq!(cdr.queued_skill_group_id, Some(1072));
    assert_eq!(cdr.queued_skill_group_name, None);
    assert_eq!(cdr.duration, Some(TimeDelta::seconds(15)));
    assert_eq!(cdr.ivr_duration, None);
    assert_eq!(cdr.end_status_string, Some(EndStatusString::Error));
    assert_eq!(cdr.user_id.as_deref(), Some("oZB6q5c-tuMEz-ZiHOAkhW59a4AI"));
    assert_eq!(cdr.user_nick_name.as_deref(), Some("小君君"));
    assert!(cdr.ivr_key_pressed.is_empty());
    is_lululing(cdr.seat_user.as_ref().unwrap());
    assert_eq!(cdr.user_remark, None);
    let satisfaction = cdr.satisfaction.unwrap();
    assert_eq!(satisfaction.id.as_deref(), Some("104"));
    assert_eq!(satisfaction.content.as_deref(), Some("满意"));
    assert!(satisfaction.extra.is_empty());
    assert_eq!(cdr.client_data.as_deref(), Some("dGhpcyBpcyBhIGV4YW1wbGVhZGZhc2RmYXNkZg=="));
    assert!(cdr.extra.is_empty());
}

#[test]
fn the_video_sample_field_by_field() {
    let cdr: VideoCdr = serde_json::from_slice(VIDEO).unwrap();
    assert_eq!(cdr.sdk_app_id, 140000214);
    assert_eq!(cdr.session_id, "e97be0ab-1ef6-4ad2-a8c4-2b2bbfb18e55");
    assert_eq!(cdr.start_timestamp, at("2020-12-16T14:57:16Z"));
    assert_eq!(cdr.accept_timestamp, None);
    assert_eq!(cdr.ended_timestamp, at("2020-12-16T14:57:31Z"));
    assert_eq!(cdr.queued_skill_group_id, None);
    assert_eq!(cdr.queued_skill_group_name, None);
    assert_eq!(cdr.duration, Some(TimeDelta::seconds(15)));
    assert_eq!(cdr.end_status_string, Some(EndStatusString::Error));
    assert_eq!(cdr.user_id.as_deref(), Some("oZB6q5c-tuMEz-ZiHOAkhW59a4AI"));
    assert_eq!(cdr.user_nick_name.as_deref(), Some("小君君"));
    is_lululing(cdr.seat_user.as_ref().unwrap());
    assert_eq!(cdr.user_remark, None);
    assert_eq!(cdr.client_data.as_deref(), Some("dGhpcyBpcyBhIGV4YW1wbGVhZGZhc2RmYXNkZg=="));
    assert!(cdr.extra.is_empty());
}

#[test]
fn the_report_on_the_phone_sample_has_the_lost_duration_and_the_spellings() {
    let report = inspect::<PhoneCdr>(PHONE).unwrap().report;
    let lost: Vec<_> = report.iter().map(|finding| finding.value().map(ToString::to_string)).collect();
    assert_eq!(lost, [Some("15".to_owned()), None, None]);
    let spelled: Vec<_> = report.iter().map(|finding| finding.spelling()).collect();
    assert_eq!(spelled, [None, Some("key"), Some("label")]);
}

// ---- requests ----

#[test]
fn the_action_says_what_the_body_is() {
    for (query, body, action) in [
        ("action=cdr&version=1", PHONE, Action::Cdr),
        ("?action=imcdr&version=1", CHAT, Action::ImCdr),
        ("version=1&action=videoCdr", VIDEO, Action::VideoCdr),
        ("a=b&&version=1&x&action=%63dr", PHONE, Action::Cdr),
        ("action=video%43dr", VIDEO, Action::VideoCdr),
        ("action=CDR", PHONE, Action::Cdr),
        ("Action=cdr", PHONE, Action::Cdr),
        ("action=cdr&version=2", PHONE, Action::Cdr),
    ] {
        let push = Push::from_request(query, body).unwrap();
        assert_eq!(push.action(), Some(action.clone()), "{query}");
        assert_eq!(Push::inspect_request(query, body).unwrap().value, push, "{query}");
        match (action, push) {
            (Action::Cdr, Push::Phone(cdr)) => assert_eq!(cdr.sdk_app_id, 1400000214, "{query}"),
            (Action::ImCdr, Push::Chat(cdr)) => assert_eq!(cdr.user_nick_name.as_deref(), Some("小君君"), "{query}"),
            (Action::VideoCdr, Push::Video(cdr)) => assert_eq!(cdr.sdk_app_id, 140000214, "{query}"),
            (_, push) => panic!("{query}: {push:?}"),
        }
    }
}

#[test]
fn an_unknown_action_keeps_action_and_body() {
    let push = Push::from_request("action=fax%20page&version=1", br#"{"Pages":[1,{"Ok":true}],"Pages":2,"x":null}"#);
    let Push::Other(other) = push.unwrap() else { panic!("known") };
    assert_eq!(other.action, "fax page");
    assert_eq!(serde_json::to_string(&other.body).unwrap(), r#"{"Pages":2,"x":null}"#);
    assert!(matches!(Push::from_request("action=fax", b"[1]"), Err(Error::NotAnObject { found: JsonType::Array, .. })));
}

#[test]
fn another_version_is_read_and_reported() {
    assert_eq!(Query::parse("action=cdr&version=2").unwrap().version.as_deref(), Some("2"));
    let findings = |query| codes(&Push::inspect_request(query, CHAT).unwrap().report);
    assert_eq!(findings("action=imcdr&version=2"), ["?version other-version"]);
    assert_eq!(findings("action=imcdr&version=1"), [""; 0]);
    assert_eq!(findings("action=imcdr"), [""; 0]);
}

// ---- replies ----

#[test]
fn replies_are_the_documented_bytes() {
    for (response, bytes) in [
        (Response::ok(), r#"{"ErrMsg":"","ErrCode":0}"#),
        (Response::error(500, "disk full"), r#"{"ErrMsg":"disk full","ErrCode":500}"#),
        // With code 0 the vendor would consider the push delivered.
        (Response::error(0, ""), r#"{"ErrMsg":"","ErrCode":1}"#),
        (Response::error(-1, "\"磁盘\"\n"), r#"{"ErrMsg":"\"磁盘\"\n","ErrCode":-1}"#),
        (Response::from(Ok::<_, String>(7)), r#"{"ErrMsg":"","ErrCode":0}"#),
        (Response::from(Err::<(), _>("no")), r#"{"ErrMsg":"no","ErrCode":1}"#),
        (
            Response::from(Push::from_request("version=1", b"{}")),
            r#"{"ErrMsg":"the URL query has no `action`","ErrCode":1}"#,
        ),
    ] {
        assert_eq!(response.to_json(), bytes);
        assert_eq!(serde_json::to_string(&response).unwrap(), bytes);
        assert_eq!(serde_json::from_str::<Response>(bytes).unwrap(), response);
        assert_eq!(response.is_ok(), response.code() == 0);
        let reply = callhook::Reply::from(response);
        assert_eq!((reply.status(), reply.content_type()), (200, "application/json;charset=utf8"));
    }
    let reply: Response = serde_json::from_str(r#"{"errcode":"3"}"#).unwrap();
    assert_eq!((reply.code(), reply.message()), (3, ""));
    for no_reply in ["{}", r#"{"ErrMsg":""}"#, r#"{"ErrCode":"x"}"#, "[]", "null"] {
        assert!(serde_json::from_str::<Response>(no_reply).is_err(), "{no_reply}");
    }
}

// ---- bad bodies ----

/// The error for a body, which is the same with a report and by request.
fn error(body: &[u8]) -> Error {
    let error = callhook::from_slice::<PhoneCdr>(body).unwrap_err();
    assert_eq!(inspect::<PhoneCdr>(body).unwrap_err().to_string(), error.to_string());
    assert_eq!(Push::from_request("action=cdr", body).unwrap_err().to_string(), error.to_string());
    if let Ok(text) = std::str::from_utf8(body) {
        assert_eq!(callhook::from_str::<PhoneCdr>(text).unwrap_err().to_string(), error.to_string());
    }
    assert!(serde_json::from_slice::<PhoneCdr>(body).is_err());
    error
}

#[test]
fn the_error_for_a_body_that_is_not_json_has_line_and_column() {
    let (deep_list, deep_object) = ("[".repeat(10_000), r#"{"a":"#.repeat(10_000));
    for (body, why) in [
        ("", "EOF while parsing a value at line 1 column 0; it is empty"),
        ("  \n ", "EOF while parsing a value at line 2 column 1; it is empty"),
        ("{", "EOF while parsing an object at line 1 column 1"),
        ("{\"SdkAppId\":1400000214,\n\"Sess", "EOF while parsing a string at line 2 column 5"),
        ("{\"SdkAppId\":1400xx214}", "expected `,` or `}` at line 1 column 17"),
        (r#"{"SdkAppId":1400000214,"SessionId":"a"} x"#, "trailing characters at line 1 column 41"),
        (r#"{"SdkAppId":1400000214,"SessionId":"a"}{}"#, "trailing characters at line 1 column 40"),
        (r#"{"SdkAppId":1400000214 "SessionId":"a"}"#, "expected `,` or `}` at line 1 column 24"),
        (&deep_list, "recursion limit exceeded at line 1 column 128"),
        (&deep_object, "recursion limit exceeded at line 1 column 636"),
        ("502 Bad Gateway", "trailing characters at line 1 column 5"),
        ("[1,2", "EOF while parsing a list at line 1 column 4"),
        ("action=cdr", "expected value at line 1 column 1; it looks like form data or a URL query"),
    ] {
        let error = error(body.as_bytes());
        assert!(matches!(error, Error::NotJson { .. }), "{error:?}");
        assert_eq!(error.to_string(), format!("the body is not JSON: {why}"), "{}", &body[..body.len().min(50)]);
    }
}

#[test]
fn the_error_for_a_body_that_is_not_an_object_says_what_it_is() {
    for (body, found) in [
        ("null", JsonType::Null),
        (" [{}]", JsonType::Array),
        ("[]", JsonType::Array),
        ("\"x\"", JsonType::String),
        ("15", JsonType::Number),
        ("-1.5", JsonType::Number),
        ("true", JsonType::Boolean),
    ] {
        let error = error(body.as_bytes());
        assert!(matches!(error, Error::NotAnObject { found: is, .. } if is == found), "{body}: {error:?}");
        assert_eq!(error.to_string(), format!("the body is not an object: expected object, found {found}"));
    }
}

#[test]
fn the_error_for_another_encoding_has_the_first_invalid_byte() {
    let mut body = br#"{"SdkAppId":1,"SessionId":""#.to_vec();
    // GBK.
    body.extend_from_slice(b"\xc4\xe3\xba\xc3\"}");
    let gbk = error(&body);
    assert!(matches!(gbk, Error::NotUtf8 { offset: 27, .. }), "{gbk:?}");
    assert_eq!(
        gbk.to_string(),
        "the body is not UTF-8 (first invalid byte at offset 27); it looks like GBK or another legacy encoding: convert \
         it to UTF-8 first"
    );
    // UTF-16 with its mark.
    assert!(matches!(error(b"\xff\xfe{\0}\0"), Error::NotUtf8 { offset: 0, .. }));
}

#[test]
fn the_error_for_a_record_without_identity_names_the_field() {
    for (body, message, value) in [
        ("{}", "SdkAppId is missing: expected integer, found nothing (likewise SessionId)", None),
        (r#"{"SdkAppId":1400000214}"#, "SessionId is missing: expected text, found nothing", None),
        (r#"{"SdkAppId":1400000214,"SessionId":""}"#, "SessionId is missing: expected text, found nothing", None),
        (r#"{"SdkAppId":1400000214,"SessionId":[""]}"#, "SessionId is missing: expected text, found nothing", None),
        (r#"{"SessionId":"a","SdkAppId":null}"#, "SdkAppId is missing: expected integer, found nothing", None),
        (
            r#"{"SdkAppId":"1400xx214","SessionId":"a"}"#,
            "SdkAppId cannot be read: expected integer, found string",
            Some("1400xx214"),
        ),
        (
            r#"{"SdkAppId":"1400xx214"}"#,
            "SdkAppId cannot be read: expected integer, found string (likewise SessionId)",
            Some("1400xx214"),
        ),
        (r#"{"SdkAppId":-1,"SessionId":"a"}"#, "SdkAppId cannot be read: expected integer, found number", Some("-1")),
        (r#"{"SdkAppId":1.5,"SessionId":"a"}"#, "SdkAppId cannot be read: expected integer, found number", Some("1.5")),
        (
            r#"{"SdkAppId":18446744073709551616123,"SessionId":"a"}"#,
            "SdkAppId cannot be read: expected integer, found number",
            Some("18446744073709551616123"),
        ),
        (
            r#"{"SdkAppId":true,"SessionId":"a"}"#,
            "SdkAppId cannot be read: expected integer, found boolean",
            Some("true"),
        ),
        (r#"{"SdkAppId":[7],"SessionId":"a"}"#, "SdkAppId cannot be read: expected integer, found array", None),
        (r#"{"SdkAppId":7,"SessionId":{"a":1}}"#, "SessionId cannot be read: expected text, found object", None),
        (
            r#"{"SdkAppId":7,"SessionId":false}"#,
            "SessionId cannot be read: expected text, found boolean",
            Some("false"),
        ),
        // Of several that cannot be read an exactly spelled one counts, and of these the last.
        (
            r#"{"SdkAppId":"w","SdkAppId":"x","sdkappid":"y","SessionId":"a"}"#,
            "SdkAppId cannot be read: expected integer, found string",
            Some("x"),
        ),
    ] {
        let error = error(body.as_bytes());
        assert_eq!((error.to_string().as_str(), error.found_value()), (message, value), "{body}");
    }
    let long = "x".repeat(64);
    let cut = error(format!(r#"{{"SdkAppId":"\u001b{long}","SessionId":"a"}}"#).as_bytes());
    assert_eq!(cut.found_value(), Some(format!(r"\u{{1b}}{}…", &long[1..]).as_str()));
}

#[test]
fn an_identity_in_an_odd_form_is_read() {
    for (body, id) in [
        (r#"{"SdkAppId":"1400000214","SessionId":"a"}"#, "a"),
        (r#"{"sdkappid":1400000214.0,"SESSIONID":"a"}"#, "a"),
        (r#"{"SdkAppId":" 1400000214 ","SessionId":12345678901234567890}"#, "12345678901234567890"),
        (r#"{"SdkAppId":"x","SdkAppId":1400000214,"SessionId":"a"}"#, "a"),
        // Of several the last one that can be read counts, and an exactly spelled one before all others.
        (r#"{"SdkAppId":1400000214,"SdkAppId":"x","SessionId":"a"}"#, "a"),
        (r#"{"SdkAppId":"x","sdkappid":1400000214,"SessionId":"a"}"#, "a"),
        (r#"{"SdkAppId":1400000214,"sdkappid":7,"SessionId":"a"}"#, "a"),
        (r#"{"sdkAppId":"x","SeatUser":{"Name":"n"},"SdkAppId":1400000214,"SessionId":"a"}"#, "a"),
    ] {
        let cdr: PhoneCdr = callhook::from_str(body).unwrap();
        assert_eq!((cdr.sdk_app_id, cdr.session_id.as_str()), (1400000214, id), "{body}");
        assert!(cdr.extra.is_empty(), "{body}");
    }
}

// ---- words ----

#[test]
fn the_words_are_those_of_the_three_documents() {
    let words: Vec<_> = EndStatusString::ALL.iter().map(EndStatusString::as_str).collect();
    for word in [
        "ok",
        "unconnected",
        "seatGiveUp",
        "seatForward",
        "outboundForward",
        "ivrGiveUp",
        "ivrEnd",
        "waitingGiveUp",
        "ringingGiveUp",
        "noSeatOnline",
        "notWorkTime",
        "error",
        "unknown",
        "notAnswer",
        "userReject",
        "powerOff",
        "numberNotExist",
        "busy",
        "outOfCredit",
        "operatorError",
        "callerCancel",
        "notInService",
        "autoFinished",
    ] {
        assert!(words.contains(&word), "{word}");
    }
    assert_eq!(EndStatusString::listed("noSuchWord"), None);
    assert_eq!(EndStatusString::from("noSuchWord").as_str(), "noSuchWord");
}

#[test]
fn what_new_makes_has_its_identities_and_nothing_else() {
    fn check<T: Payload>(new: fn(u64, &'static str) -> T) {
        let written = serde_json::to_string(&new(1400000214, "e97be0ab")).unwrap();
        assert_eq!(written, r#"{"SdkAppId":1400000214,"SessionId":"e97be0ab"}"#);
    }
    check(PhoneCdr::new);
    check(ChatCdr::new);
    check(VideoCdr::new);
    check(RecordPush::new);
    check(VoicemailPush::new);
    assert_eq!(serde_json::to_string(&Query::new(Action::Cdr)).unwrap(), r#"{"action":"cdr"}"#);
}
