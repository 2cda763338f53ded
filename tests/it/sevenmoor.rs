//! 7moor v7: every sample of the documentation, field by field, and where the vendor departs from it.

use callhook::sevenmoor::{
    AgentStatus, BillCall, BillSide, CallEvent, CallPush, CallRecord, CallStatus, CallType, Envelope, Extras,
    FailureReason, HangUpSide, LoginPush, LoginType, LogoutType, MediaFailReason, OfflineType, Push, PushType,
    RecordType,
};
use callhook::{Error, inspect};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{at, text};

fn seconds(seconds: i64) -> Option<TimeDelta> {
    Some(TimeDelta::seconds(seconds))
}

/// Reads a body both ways; the value, and the report.
fn read(body: &str) -> (Push, String) {
    let plain = Push::from_slice(body.as_bytes()).unwrap();
    let seen = inspect::<Push>(body.as_bytes()).unwrap();
    assert_eq!(plain, seen.value, "{body}");
    let written = serde_json::to_string(&plain).unwrap();
    assert_eq!(Push::from_slice(written.as_bytes()).unwrap(), plain, "{body} → {written}");
    assert_eq!(serde_json::from_value::<Push>(serde_json::to_value(&plain).unwrap()).unwrap(), plain, "{body}");
    (plain, seen.report.to_string())
}

fn fixture(name: &str) -> String {
    std::fs::read_to_string(crate::support::fixtures_dir().join(format!("sevenmoor/{name}.json"))).unwrap()
}

fn call(push: Push) -> CallPush {
    push.call().unwrap().clone()
}

const ONLY_EXTRAS: &str = "extras: coerced-type (expected object, found string)";

/// What the page's outbound samples have in common.
fn outbound() -> CallPush {
    let mut call = CallPush::default();
    call.account_id = text("20000153");
    call.call_unique_id = text("403344537650466816");
    call.customer_number = text("17319132391");
    call.display_number = text("01081400192");
    call.call_type = Some(CallType::Dialout);
    call.agent_number = text("20001");
    call.agent_name = text("sc的坐席");
    call
}

#[test]
fn the_outbound_ring_sample() {
    let (push, report) = read(&fixture("dialoutRing"));
    let mut call = outbound();
    call.event_unique_id = text("8757e994f19040749c5b194faaf21c78");
    call.push_type = Some(PushType::DialoutRing);
    call.status_time = at("2021-05-08T06:39:37Z");
    call.call_event = Some(CallEvent::Ring);
    assert_eq!(push, Push::DialoutRing(call.into()));
    assert_eq!(report, ONLY_EXTRAS);
}

#[test]
fn the_outbound_hangup_sample() {
    let (push, report) = read(&fixture("dialoutHangup"));
    let mut call = outbound();
    call.event_unique_id = text("372e1067da2c40248d8f24425f2f5273");
    call.push_type = Some(PushType::DialoutHangup);
    call.status_time = at("2021-05-08T06:39:47Z");
    call.call_event = Some(CallEvent::Hangup);
    assert_eq!(push, Push::DialoutHangup(call.into()));
    assert_eq!(
        report,
        format!(
            "{ONLY_EXTRAS}\n\
             groupIdList[0]: empty-item (expected text, found string)\n\
             groupNameList[0]: empty-item (expected text, found string)"
        )
    );
}

#[test]
fn the_sample_under_incoming_ring_is_an_agent_status() {
    let (push, report) = read(&fixture("incomingRing"));
    let mut call = outbound();
    call.event_unique_id = text("e454d40def4d47ee9d7a76aba5d6cbb7");
    call.push_type = Some(PushType::CallStatus);
    call.status_time = at("2021-05-08T06:39:32Z");
    call.call_event = Some(CallEvent::Calling);
    call.status_name = text("呼叫中");
    call.status_number = Some(AgentStatus::Calling);
    assert_eq!(push, Push::AgentStatus(call.into()));
    assert_eq!(report, ONLY_EXTRAS);
}

#[test]
fn the_incoming_hangup_sample() {
    let (push, report) = read(&fixture("incomingHangup"));
    let mut call = CallPush::default();
    call.account_id = text("2000100");
    call.super_unique_id = text("393928840994361344");
    call.customer_number = text("17319132391");
    call.trunk_number = text("01080455499");
    call.status_time = at("2020-12-14T11:12:35Z");
    call.call_event = Some(CallEvent::Hangup);
    call.call_type = Some(CallType::Incoming);
    call.agent_number = text("2000");
    call.agent_name = text("默认坐席");
    call.event_unique_id = text("e454d40def4d47ee9d7a76aba5d6cbb7");
    call.call_unique_id = text("403344537650466816");
    assert_eq!(push, Push::IncomingHangup(call.into()));
    assert_eq!(report, "");
}

#[test]
fn an_incoming_ring_without_push_type() {
    let (push, report) = read(&fixture("incomingRing.authored-no-push-type"));
    let mut call = CallPush::default();
    call.account_id = text("2000100");
    call.customer_number = text("17319132391");
    call.trunk_number = text("01080455499");
    call.status_time = at("2020-12-14T11:12:20Z");
    call.call_event = Some(CallEvent::Ring);
    call.call_type = Some(CallType::Incoming);
    call.agent_number = text("2000");
    call.agent_name = text("默认坐席");
    call.event_unique_id = text("0f4d7c5f5b6d4d2f9a3c0e1b2a394857");
    call.call_unique_id = text("403344537650466817");
    assert_eq!(push, Push::IncomingRing(call.into()));
    assert_eq!(report, ONLY_EXTRAS);
}

#[test]
fn the_agent_status_samples() {
    let (push, report) = read(&fixture("callStatus.wrap-up"));
    let mut call = outbound();
    call.event_unique_id = text("9a25c35ab7fe4adebb2c1462ca15635e");
    call.push_type = Some(PushType::CallStatus);
    call.status_time = at("2021-05-08T06:39:47Z");
    call.call_event = Some(CallEvent::Hangup);
    call.status_name = text("整理");
    call.status_number = Some(AgentStatus::WrapUp);
    assert_eq!(push, Push::AgentStatus(call.into()));
    assert_eq!(report, ONLY_EXTRAS);

    let (push, report) = read(&fixture("callStatus.talking"));
    let mut call = outbound();
    call.event_unique_id = text("fbc13d07ddff4649bc1ca6d636a915b4");
    call.push_type = Some(PushType::CallStatus);
    call.status_time = at("2021-05-08T06:39:42Z");
    call.call_event = Some(CallEvent::Link);
    call.status_name = text("通话中");
    call.status_number = Some(AgentStatus::Talking);
    assert_eq!(push, Push::AgentStatus(call.into()));
    assert_eq!(report, ONLY_EXTRAS);
}

#[test]
fn the_answered_sample() {
    let (push, report) = read(&fixture("link"));
    assert_eq!(report, "content.extras: coerced-type (expected object, found string)");
    assert_eq!(push.event_name(), "link");
    let Push::Answered(answered) = push else { panic!("{push:?}") };
    let mut call = CallPush::default();
    call.account_id = text("2100147");
    call.super_unique_id = text("393928840994361344");
    call.customer_number = text("15201277786");
    call.display_number = text("02258834811");
    call.status_time = at("2021-03-25T02:07:44Z");
    call.call_event = Some(CallEvent::Link);
    call.call_type = Some(CallType::Dialout);
    call.agent_number = text("1121");
    call.agent_name = text("1121");
    let mut envelope = Envelope::default();
    envelope.unique_id = text("92fe6e957421411c9343fdef75411ca1");
    call.envelope = Some(envelope.into());
    assert_eq!(*answered, call);
    assert_eq!(answered.unique_id(), Some("92fe6e957421411c9343fdef75411ca1"));
}

#[test]
fn the_call_record_sample() {
    let body = fixture("cdr");
    let (push, report) = read(&body);
    assert_eq!(report, ONLY_EXTRAS);
    let Push::CallRecord(mut record) = push else { panic!("{push:?}") };

    let legs = std::mem::take(&mut record.bill_calls);
    let recording = |track: &str| {
        text(&format!(
            "https://v7call-1256921685.cos.ap-beijing.myqcloud.com/v7-call-recording-beta/2100147/doubleTrack/20210508/\
             2100147-20210508143942-17319132391-01081400192-20001-0-403344537650466816-doubleTrack{track}.mp3"
        ))
    };
    let mut expected = CallRecord::default();
    expected.call_unique_id = text("403344537650466816");
    expected.account_id = text("2100147");
    expected.push_type = Some(PushType::Cdr);
    expected.agent_answer_time = at("2021-05-08T06:39:37Z");
    expected.agent_area_code = text("010");
    expected.agent_city = text("北京");
    expected.agent_country = text("中国");
    expected.agent_country_code = text("86");
    expected.agent_file_url = recording("-out");
    expected.agent_number = text("20001");
    expected.agent_province = text("北京");
    expected.agent_ring_duration = seconds(5);
    expected.agent_start_time = at("2021-05-08T06:39:32Z");
    expected.agent_tel_number = text("18519117865");
    expected.agent_tel_type = text("mobile");
    expected.bridge_duration = seconds(5);
    expected.bridge_time = at("2021-05-08T06:39:42Z");
    expected.call_id = text("635be250-10e9-4c60-93f7-32479dfe85e1");
    expected.call_type = Some(CallType::Dialout);
    expected.cdr_type = text("callRecord");
    expected.create_time = at("2021-05-08T06:39:48Z");
    expected.customer_answer_time = at("2021-05-08T06:39:42Z");
    expected.customer_area_code = text("010");
    expected.customer_city = text("北京");
    expected.customer_country = text("中国");
    expected.customer_country_code = text("86");
    expected.customer_file_url = recording("-in");
    expected.customer_number = text("17319132391");
    expected.customer_number_type = text("mobile");
    expected.customer_province = text("北京");
    expected.customer_ring_duration = seconds(5);
    expected.customer_start_time = at("2021-05-08T06:39:37Z");
    expected.display_number = text("01081400192");
    expected.end_time = at("2021-05-08T06:39:47Z");
    expected.gateway_ip = text("172.31.15.12:32766");
    expected.hang_up_side = Some(HangUpSide::Agent);
    expected.hangup_time = at("2021-05-08T06:39:47Z");
    expected.login_type = Some(LoginType::Pstn);
    expected.play_number_duration = seconds(0);
    expected.record_file_url = recording("");
    expected.record_type = Some(RecordType::DoubleTrack);
    expected.recording_duration = seconds(5);
    expected.satisfy_duration = seconds(0);
    expected.sip_code = Some(200);
    expected.start_time = at("2021-05-08T06:39:32Z");
    expected.status = Some(CallStatus::Answer);
    expected.system_answer_time = at("2021-05-08T06:39:37Z");
    expected.total_duration = seconds(15);
    expected.wait_duration = seconds(0);
    expected.agent_name = text("sc的坐席");
    expected.agent_id = text("6094f5aa696609001197e4b9");
    expected.match_result = text("000");
    expected.save_time = at("2021-05-08T06:39:48Z");
    expected.group_id_list = vec!["60541bbf4aab2c0021278ad2".to_owned(), "605be962a342660011ecc5af".to_owned()];
    expected.group_name_list = vec!["分组1".to_owned(), "分组2".to_owned()];
    expected.event_unique_id = text("0db0948a14ea4b7eaa719f1f2501d142");
    expected.voice_mail_url = recording("");
    assert_eq!(*record, expected);

    let [agent, customer] = &legs[..] else { panic!("{legs:?}") };
    assert_eq!(agent.start_time(), at("2021-05-08T06:39:32Z"));
    assert_eq!(agent.answer_time(), at("2021-05-08T06:39:37Z"));
    assert_eq!(agent.end_time(), at("2021-05-08T06:39:47Z"));
    assert_eq!(agent.side(), Some(BillSide::Agent));
    assert_eq!(agent.display_number(), Some("01081400192"));
    assert_eq!(agent.callee(), Some("18519117865"));
    assert_eq!(agent.agent_number(), Some("20001"));
    assert_eq!(agent.line_type(), Some("mobileInternal"));
    assert_eq!(agent.first_place().country_code, Some("86"));
    assert_eq!(agent.first_place().area_code, Some("010"));
    assert_eq!(agent.first_place().city, Some("北京"));
    assert_eq!(agent.second_place(), agent.first_place());
    assert_eq!(agent.direction(), Some("out-bound-call-agent"));
    assert_eq!(agent.login_type(), Some(LoginType::Pstn));
    assert_eq!(
        (agent.parts().count(), agent.part(8), agent.part(17), agent.part(0)),
        (16, Some("mobileInternal"), None, None)
    );

    assert_eq!(customer.start_time(), at("2021-05-08T06:39:37Z"));
    assert_eq!(customer.answer_time(), at("2021-05-08T06:39:42Z"));
    assert_eq!(customer.end_time(), at("2021-05-08T06:39:47Z"));
    assert_eq!(customer.side(), Some(BillSide::Customer));
    assert_eq!(customer.callee(), Some("17319132391"));
    assert_eq!(customer.agent_number(), None);
    assert_eq!(customer.direction(), Some("out-bound-customer"));
    assert_eq!((customer.login_type(), customer.part(16)), (None, Some("null")));

    record.bill_calls = legs;
    let printed: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(serde_json::to_value(&record).unwrap()["billCalls"], printed["billCalls"]);
}

#[test]
fn the_media_recognition_sample() {
    let (push, report) = read(&fixture("mediaFailreason"));
    let mut reason = MediaFailReason::default();
    reason.event_unique_id = text("88c15955242645b485e902ec077acc52");
    reason.account_id = text("20000153");
    reason.call_unique_id = text("403381132931895296");
    reason.push_type = Some(PushType::MediaFailreason);
    reason.agent_number = text("2001");
    reason.pre_media_failure_reason = text("onThePhone");
    reason.pre_media_code = Some(15);
    reason.pre_media_key_word = text("正在通话");
    assert_eq!(push, Push::MediaFailReason(reason.into()));
    assert_eq!(report, "");
}

#[test]
fn the_login_and_logout_samples() {
    let (push, report) = read(&fixture("login"));
    let mut login = LoginPush::default();
    login.event_unique_id = text("bf6dc33761c34272800c7c8256f53c5a");
    login.account_id = text("2000103");
    login.push_type = Some(PushType::Login);
    login.login_type = Some(LoginType::Pstn);
    login.status_time = at("2021-07-22T10:06:48Z");
    login.agent_number = text("9998");
    login.agent_name = text("XXX");
    assert_eq!(push, Push::Login(login.into()));
    assert_eq!(report, "");

    let (push, report) = read(&fixture("logout"));
    let mut logout = LoginPush::default();
    logout.event_unique_id = text("1278cc942e7544858b36a4588880e24a");
    logout.account_id = text("2000103");
    logout.push_type = Some(PushType::Logout);
    logout.logout_type = Some(LogoutType::Normal);
    logout.status_time = at("2021-07-22T10:06:55Z");
    logout.agent_number = text("9998");
    logout.agent_name = text("XX");
    assert_eq!(push, Push::Logout(logout.into()));
    assert_eq!(report, "");
}

/// Each sample as the vendor prints it, except for the repairs, is written back with what is no value left out.
#[test]
fn samples_are_written_in_the_vendors_form() {
    for name in [
        "dialoutRing",
        "dialoutHangup",
        "incomingRing",
        "incomingRing.authored-no-push-type",
        "mediaFailreason.authored-segments",
        "incomingHangup",
        "callStatus.talking",
        "callStatus.wrap-up",
        "link",
        "cdr",
        "mediaFailreason",
        "login",
        "logout",
    ] {
        let body = fixture(name);
        let mut printed: Value = serde_json::from_str(&body).unwrap();
        drop_absent(&mut printed);
        assert_eq!(serde_json::to_value(read(&body).0).unwrap(), printed, "{name}");
    }
}

fn drop_absent(value: &mut Value) {
    let Value::Object(object) = value else { return };
    object.values_mut().for_each(drop_absent);
    object.retain(|_, value| *value != json!("") && *value != json!([]) && *value != json!([""]));
}

#[test]
fn push_type_may_stand_anywhere() {
    let deep = format!("\"deep\": {}1{}", "[".repeat(100), "]".repeat(100));
    for name in ["dialoutRing", "dialoutHangup", "callStatus.talking", "cdr", "mediaFailreason", "login", "logout"] {
        let body = fixture(name);
        let mut entries: Vec<&str> =
            body.lines().map(|line| line.trim().trim_end_matches(',')).filter(|line| line.starts_with('"')).collect();
        let tag = entries.remove(entries.iter().position(|entry| entry.contains("pushType")).unwrap());
        entries.extend([
            deep.as_str(),
            r#""accountid": 2100147"#,
            r#""accountId": 20000153"#,
            r#""accountId": 1.5"#,
            r#""mood": {"a":1,"a":2}"#,
        ]);
        let read_at = |position: usize| {
            let mut entries = entries.clone();
            entries.insert(position, tag);
            read(&format!("{{{}}}", entries.join(",")))
        };
        let first = read_at(0);
        for position in 1..=entries.len() {
            assert_eq!(read_at(position), first, "{name}, position {position}");
        }
        let expected = "deep: unknown-key (expected nothing, found array)";
        assert!(first.1.lines().any(|line| line == expected), "{}", first.1);
    }
}

#[test]
fn the_last_push_type_counts() {
    for (body, event) in [
        (r#"{"pushType":"cdr","statusTime":"1620455987","pushType":"callStatus"}"#, "callStatus"),
        (r#"{"pushType":"callStatus","totalDuration":"15","pushType":"cdr"}"#, "cdr"),
        (r#"{"pushType":"login","pushType":"logout","logoutType":"normal"}"#, "logout"),
        (r#"{"pushType":"brandNew","pushType":"login"}"#, "login"),
        (r#"{"pushType":"login","pushType":"brandNew"}"#, "other"),
        (r#"{"pushType":"login","pushType":"login"}"#, "login"),
        (r#"{"pushType":"login","pushType":""}"#, "login"),
        (r#"{"pushType":"cdr","callType":"incoming","callEvent":"ring","pushType":null}"#, "cdr"),
        (r#"{"pushType":"login","pushType":true}"#, "login"),
        (r#"{"pushType":"login","pushType":{"a":1}}"#, "login"),
        (r#"{"PUSHTYPE":"login","pushType":""}"#, "login"),
        (r#"{"pushType":"","pushType":"login"}"#, "login"),
        (r#"{"pushType":"login","PUSHTYPE":"cdr"}"#, "login"),
        (r#"{"PUSHTYPE":"cdr","pushType":"login"}"#, "login"),
    ] {
        let (push, report) = read(body);
        assert_eq!(push.event_name(), event, "{body}");
        assert!(report.contains("pushType: duplicate-key") || body.contains("brandNew"), "{body}: {report}");
    }
    let (push, report) = read(r#"{"pushType":"callStatus","sipCode":"200","totalDuration":15,"pushType":"cdr"}"#);
    let Push::CallRecord(record) = push else { panic!("{push:?}") };
    assert_eq!((record.sip_code, record.total_duration), (Some(200), seconds(15)));
    assert_eq!(report, "pushType: duplicate-key (expected one value, found string)");
}

#[test]
fn push_type_is_read_however_it_is_spelled() {
    for (body, event, found) in [
        (r#"{"pushType":"CDR"}"#, "cdr", "pushType: word-spelling (expected push type, found string)"),
        (r#"{"pushType":" login "}"#, "login", "pushType: word-spelling (expected push type, found string)"),
        (
            r#"{"pushType":"mediaFailReason"}"#,
            "mediaFailreason",
            "pushType: word-spelling (expected push type, found string)",
        ),
        (r#"{"PUSHTYPE":"cdr"}"#, "cdr", "pushType: key-spelling (expected pushType, found string under \"PUSHTYPE\")"),
    ] {
        let (push, report) = read(body);
        assert_eq!((push.event_name(), &*report), (event, found), "{body}");
    }
}

#[test]
fn a_push_type_that_is_a_number_is_an_unknown_one() {
    for tag in ["7", "-7", "0.5"] {
        let body = format!(r#"{{"pushType":{tag}}}"#);
        let (push, report) = read(&body);
        assert_eq!((push.event_name(), push.push_type().unwrap().as_str()), ("other", tag));
        assert_eq!(serde_json::to_string(&push).unwrap(), body);
        assert!(report.starts_with("pushType: unknown-word (expected push type, found "), "{report}");
    }
    for tag in ["null", r#""""#, "[]", "[1]", "{}", "true", "false"] {
        let (push, _) = read(&format!(r#"{{"pushType":{tag}}}"#));
        assert_eq!((push.event_name(), push.push_type()), ("other", None), "{tag}");
    }
}

#[test]
fn an_unknown_push_type_keeps_the_whole_body() {
    let body =
        json!({"pushType":"incomingRing","callType":"incoming","agentNumber":2000,"statusTime":"","x":[{"y":1.5}]});
    let (push, report) = read(&body.to_string());
    assert_eq!(push.push_type().unwrap(), "incomingRing");
    assert_eq!(serde_json::to_value(&push).unwrap(), body);
    assert_eq!(report, "pushType: unknown-word (expected push type, found string)");
    let Push::Other(other) = push else { panic!("{push:?}") };
    let call: CallPush = other.read_as().unwrap();
    assert_eq!((call.call_type, call.agent_number), (Some(CallType::Incoming), text("2000")));
    assert!(matches!(other.read_as::<callhook::tccc::PhoneCdr>(), Err(Error::Missing { .. })));

    // Of several tags, the one that decides is kept, under its documented key.
    let (push, _) = read(r#"{"PUSHTYPE":"fax","pushtype":"fax2","accountId":"N1"}"#);
    assert_eq!(serde_json::to_string(&push).unwrap(), r#"{"PUSHTYPE":"fax","accountId":"N1","pushType":"fax2"}"#);

    let (push, report) = read(r#"{"pushType":7}"#);
    assert_eq!(push.push_type().unwrap(), "7");
    assert_eq!(serde_json::to_string(&push).unwrap(), r#"{"pushType":7}"#);
    assert_eq!(report, "pushType: unknown-word (expected push type, found number)");
}

#[test]
fn a_known_push_type_is_never_passed_off_as_unknown() {
    for (body, event) in [
        (r#"{"pushType":"cdr"}"#, "cdr"),
        (r#"{"pushType":"cdr","billCalls":7,"startTime":{},"totalDuration":true}"#, "cdr"),
        (r#"{"pushType":"login","callEvent":"ring","callType":"incoming"}"#, "login"),
        (r#"{"pushType":"callStatus","content":{"callEvent":"link"}}"#, "callStatus"),
    ] {
        let (push, _) = read(body);
        assert_eq!(push.event_name(), event, "{body}");
    }
}

#[test]
fn without_push_type_the_shape_decides() {
    for (body, event) in [
        (r#"{"cdrType":"callRecord","callType":"dialout","loginType":"PSTN"}"#, "cdr"),
        (r#"{"totalDuration":0}"#, "cdr"),
        (r#"{"billCalls":["a|b"]}"#, "cdr"),
        (r#"{"hangUpSide":"AGENT"}"#, "cdr"),
        (r#"{"preMediaCode":15}"#, "mediaFailreason"),
        (r#"{"preMediaFailureReason":"onThePhone"}"#, "mediaFailreason"),
        (r#"{"preMediaKeyWord":"正在通话"}"#, "mediaFailreason"),
        (r#"{"content":{"callEvent":"link"},"uniqueId":"1"}"#, "link"),
        (r#"{"content":{"callEvent":" LINK"}}"#, "link"),
        (r#"{"content":{"callType":"dialout"}}"#, "call"),
        (r#"{"content":{"callEvent":"brandNew"}}"#, "call"),
        (r#"{"content":{"callEvent":{}}}"#, "other"),
        (r#"{"content":{"callEvent":["ring"],"callType":"incoming"}}"#, "call"),
        (r#"{"content":{"callEvent":"hangup","callType":"dialout"}}"#, "dialoutHangup"),
        (r#"{"content":{"callEvent":"hangup","callType":"incoming"}}"#, "incomingHangup"),
        (r#"{"content":{"callEvent":"ring","callType":"incoming"}}"#, "incomingRing"),
        (r#"{"content":{"callEvent":"ring","callType":"dialout"}}"#, "dialoutRing"),
        (r#"{"content":{"statusNumber":"4","callEvent":"link"}}"#, "callStatus"),
        (r#"{"content":{"pushType":"dialoutHangup"}}"#, "dialoutHangup"),
        (r#"{"content":{"pushType":"callStatus"}}"#, "callStatus"),
        (r#"{"content":{"pushType":"brandNew","callType":"dialout"}}"#, "call"),
        (r#"{"content":{"cdrType":"callRecord","callType":"dialout"}}"#, "call"),
        (r#"{"pushType":"cdr","PushType":"login"}"#, "cdr"),
        (r#"{"pushType":"cdr","pushType":[1]}"#, "cdr"),
        (r#"{"content":"{\"callEvent\":\"ring\",\"callType\":\"incoming\"}"}"#, "incomingRing"),
        (r#"{"content":"{\"callEvent\":"}"#, "other"),
        (r#"{"pushType":"callStatus","content":{"pushType":"dialoutRing"}}"#, "callStatus"),
        (r#"{"pushType":"brandNew","content":{"pushType":"dialoutRing"}}"#, "other"),
        (r#"{"content":{"callEvent":"link"},"content":7}"#, "link"),
        (r#"{"callEvent":"link","callEvent":true}"#, "link"),
        (r#"{"callEvent":"ring","callType":"incoming","callType":{}}"#, "incomingRing"),
        (r#"{"content":{},"callEvent":"link"}"#, "link"),
        (r#"{"content":"","callEvent":"link"}"#, "link"),
        (r#"{"callEvent":"link","statusNumber":"4"}"#, "callStatus"),
        (r#"{"statusName":"空闲"}"#, "callStatus"),
        (r#"{"callEvent":"link"}"#, "link"),
        (r#"{"CALLEVENT":"Ring","calltype":"Incoming"}"#, "incomingRing"),
        (r#"{"callEvent":"hangup","callType":"incoming"}"#, "incomingHangup"),
        (r#"{"callEvent":"ring","callType":"dialout"}"#, "dialoutRing"),
        (r#"{"callEvent":"ring","callType":"webcall"}"#, "dialoutRing"),
        (r#"{"callEvent":"hangup","callType":"previewDialout"}"#, "dialoutHangup"),
        (r#"{"callEvent":"hangup","callType":"autoDialout"}"#, "dialoutHangup"),
        (r#"{"callEvent":"calling","callType":"dialout"}"#, "call"),
        (r#"{"callEvent":"ring","callType":"brandNew"}"#, "call"),
        (r#"{"callEvent":"ring"}"#, "call"),
        (r#"{"callType":"incoming"}"#, "call"),
        (r#"{"logoutType":"normal","loginType":"PSTN"}"#, "logout"),
        (r#"{"loginType":"PSTN"}"#, "login"),
        (r#"{"pushType":["cdr"],"loginType":"PSTN"}"#, "login"),
        (r#"{"statusNumber":{}}"#, "other"),
        (r#"{"billCalls":{}}"#, "other"),
        (r#"{"loginType":"","callEvent":null,"billCalls":[""],"accountId":"1"}"#, "other"),
        (r#"{"content":{"mood":"fine"},"uniqueId":"1"}"#, "other"),
        (r#"{"accountId":"1","statusTime":"1620455987"}"#, "other"),
        (r#"{"pushType":""}"#, "other"),
        ("{}", "other"),
    ] {
        assert_eq!(read(body).0.event_name(), event, "{body}");
    }
}

#[test]
fn what_looks_like_no_event_is_kept_whole() {
    let body = r#"{"accountId":"1","loginType":"","pushType":null}"#;
    let (push, report) = read(body);
    assert_eq!(push.push_type(), None);
    assert_eq!(serde_json::to_string(&push).unwrap(), body);
    assert_eq!(
        report,
        "accountId: unknown-key (expected nothing, found string)\n\
         loginType: unknown-key (expected nothing, found string)"
    );
}

#[test]
fn the_content_wrapper_is_read_the_same_with_and_without() {
    let fields = r#""callEvent":"link","callType":"dialout","statusTime":"2021-03-25 10:07:44","mood":1"#;
    let (wrapped, report) = read(&format!(r#"{{"uniqueId":"92fe","content":{{{fields}}},"accountId":"7","b":[]}}"#));
    assert_eq!(
        report,
        "content.statusTime: instant-form (expected Unix seconds as text, found string)\n\
         content.mood: unknown-key (expected nothing, found number)\n\
         b: unknown-key (expected nothing, found array)"
    );
    assert_eq!(
        serde_json::to_value(&wrapped).unwrap(),
        json!({
            "content": {"callEvent":"link","callType":"dialout","statusTime":"1616638064","mood":1},
            "uniqueId": "92fe", "accountId": "7", "b": []
        })
    );
    let (flat, _) = read(&format!(r#"{{{fields},"uniqueId":"92fe"}}"#));
    let (Push::Answered(wrapped), Push::Answered(flat)) = (wrapped, flat) else { panic!() };
    assert_eq!(flat.envelope, None);
    assert_eq!((wrapped.unique_id(), flat.unique_id()), (Some("92fe"), Some("92fe")));
    let (both, _) = read(&format!(r#"{{"content":{{{fields},"uniqueId":"1a"}},"uniqueId":"92fe"}}"#));
    let Push::Answered(both) = both else { panic!() };
    assert_eq!(both.unique_id(), Some("92fe"));
    assert_eq!(wrapped.account_id, None);
    assert_eq!(wrapped.envelope.as_ref().unwrap().account_id.as_deref(), Some("7"));
    let (mut wrapped_fields, mut flat_fields) = (wrapped, flat);
    wrapped_fields.envelope = None;
    flat_fields.unique_id = None;
    assert_eq!(wrapped_fields, flat_fields);

    let alone: CallPush = serde_json::from_str(&fixture("link")).unwrap();
    assert_eq!(Push::Answered(alone.into()), read(&fixture("link")).0);
    assert!(matches!(callhook::from_str::<CallPush>("[]"), Err(Error::NotAnObject { .. })));
}

#[test]
fn the_ids_of_an_answered_call_may_be_beside_its_content() {
    let ids = r#""callUniqueId":"403344537650466816","eventUniqueId":"e1","accountId":"N1""#;
    for (body, inside, id) in [
        (format!(r#"{{"content":{{"callEvent":"link"}},{ids}}}"#), None, "403344537650466816"),
        (format!(r#"{{"content":{{"callEvent":"link","callUniqueId":"7"}},{ids}}}"#), Some("7"), "7"),
    ] {
        let (push, report) = read(&body);
        assert_eq!((report.as_str(), push.session_id()), ("", Some(id)), "{body}");
        assert_eq!(
            serde_json::to_string(&push).unwrap(),
            body.replace(ids, r#""accountId":"N1","callUniqueId":"403344537650466816","eventUniqueId":"e1""#)
        );
        let Push::Answered(call) = push else { panic!("{body}") };
        assert_eq!(call.call_unique_id.as_deref(), inside, "{body}");
        let envelope = call.envelope.unwrap();
        assert_eq!(envelope.account_id.as_deref(), Some("N1"), "{body}");
        assert_eq!(envelope.call_unique_id.as_deref(), Some("403344537650466816"), "{body}");
        assert_eq!(envelope.event_unique_id.as_deref(), Some("e1"), "{body}");
    }
}

#[test]
fn a_push_names_its_account_wherever_it_is() {
    for (body, expected) in [
        (r#"{"pushType":"cdr","accountId":"N1"}"#, Some("N1")),
        (r#"{"pushType":"login","accountId":"N1"}"#, Some("N1")),
        (r#"{"pushType":"logout","accountId":"N1"}"#, Some("N1")),
        (r#"{"pushType":"mediaFailreason","accountId":"N1"}"#, Some("N1")),
        (r#"{"pushType":"fax","accountId":"N1"}"#, Some("N1")),
        (r#"{"pushType":"fax","accountId":" N1 "}"#, Some("N1")),
        (r#"{"pushType":"fax","accountId":" "}"#, None),
        (r#"{"pushType":"fax","accountId":7}"#, None),
        (r#"{"accountId":"N1","content":{"callEvent":"link"}}"#, Some("N1")),
        (r#"{"accountId":"N1","content":{"callEvent":"link","accountId":"N2"}}"#, Some("N2")),
        (r#"{"pushType":"dialoutRing"}"#, None),
    ] {
        assert_eq!(Push::from_slice(body.as_bytes()).unwrap().account_id(), expected, "{body}");
    }
}

#[test]
fn status_time_is_read_either_way_and_written_in_its_events_own() {
    for time in [r#""1626948408""#, "1626948408", r#""2021-07-22 18:06:48""#, "1626948408000"] {
        let (status, _) = read(&format!(r#"{{"pushType":"callStatus","statusTime":{time}}}"#));
        assert_eq!(
            serde_json::to_value(&status).unwrap(),
            json!({"pushType":"callStatus","statusTime":"1626948408"}),
            "{time}"
        );
        assert_eq!(call(status).status_time, at("2021-07-22T10:06:48Z"), "{time}");
        let (login, _) = read(&format!(r#"{{"pushType":"login","statusTime":{time}}}"#));
        assert_eq!(
            serde_json::to_value(&login).unwrap(),
            json!({"pushType":"login","statusTime":"2021-07-22 18:06:48"}),
            "{time}"
        );
    }
}

#[test]
fn a_records_fields_are_read_in_the_tables_form_too() {
    let record = |fields: &str| {
        let (push, report) = read(&format!(r#"{{"pushType":"cdr",{fields}}}"#));
        let Push::CallRecord(record) = push else { panic!("{push:?}") };
        (record, report)
    };
    let (text_form, report) = record(
        r#""agentRingDuration":"5","bridgeDuration":"6","customerRingDuration":"7","playNumberDuration":"8",
           "recordingDuration":"9","satisfyDuration":"10","totalDuration":"11","waitDuration":"0","sipCode":"486",
           "satisfyKeys":"1","agentAreaCode":"010""#,
    );
    assert_eq!(report, "");
    let (number_form, report) = record(
        r#""agentRingDuration":5,"bridgeDuration":6,"customerRingDuration":7,"playNumberDuration":8,
           "recordingDuration":9,"satisfyDuration":10,"totalDuration":11,"waitDuration":0,"sipCode":486,
           "satisfyKeys":["1"],"agentAreaCode":"010""#,
    );
    assert_eq!(report, "");
    assert_eq!(text_form, number_form);
    assert_eq!(text_form.total_duration, seconds(11));
    assert_eq!(text_form.wait_duration, seconds(0));
    assert_eq!(text_form.sip_code, Some(486));
    assert_eq!(text_form.satisfy_keys, ["1"]);

    let (record_of_empty, report) =
        record(r#""totalDuration":"","sipCode":"","satisfyKeys":"","startTime":"","id":"""#);
    let mut empty = CallRecord::default();
    empty.push_type = Some(PushType::Cdr);
    assert_eq!(*record_of_empty, empty);
    assert_eq!(report, "");

    let (spelled, report) = record(r#""agentAreacode":"010""#);
    assert_eq!(spelled.agent_area_code, text("010"));
    assert_eq!(report, "agentAreaCode: key-spelling (expected agentAreaCode, found string under \"agentAreacode\")");

    let (both, report) = record(r#""agentAreaCode":"010","agentAreacode":"021""#);
    assert_eq!(both.agent_area_code, text("010"));
    assert_eq!(report, "agentAreaCode: duplicate-key (expected one value, found string)");

    let (ids, _) = record(r#""id":1,"_id":"2","uniqueId":"3","relativeCallUniqueId":403344537650466816"#);
    assert_eq!((&*ids.id.unwrap(), &*ids._id.unwrap(), &*ids.unique_id.unwrap()), ("1", "2", "3"));
    assert_eq!(ids.relative_call_unique_id, text("403344537650466816"));

    let (_, report) =
        record(r#""callType":"cold","failureReason":"unknown","startTime":"1620455987","waitDuration":"soon""#);
    assert_eq!(
        report,
        "callType: unknown-word (expected call type, found string)\n\
         failureReason: word-spelling (expected failure reason, found string)\n\
         startTime: instant-form (expected China time YYYY-MM-DD HH:MM:SS, found string)\n\
         waitDuration: unreadable-value (expected seconds, found string)"
    );
}

#[test]
fn ids_of_18_digits_survive_as_text_and_as_number() {
    for id in [r#""403344537650466816""#, "403344537650466816"] {
        for body in [
            format!(r#"{{"pushType":"dialoutRing","callUniqueId":{id},"superUniqueId":{id}}}"#),
            format!(r#"{{"callUniqueId":{id},"superUniqueId":{id},"pushType":"dialoutRing"}}"#),
        ] {
            let call = call(read(&body).0);
            assert_eq!(call.call_unique_id, text("403344537650466816"), "{body}");
            assert_eq!(call.super_unique_id, text("403344537650466816"), "{body}");
        }
    }
}

#[test]
fn the_listed_values_are_those_of_the_document() {
    fn words<W: AsRef<str>>(known: &[W]) -> Vec<&str> {
        known.iter().map(AsRef::as_ref).collect()
    }
    assert_eq!(
        words(PushType::ALL),
        ["dialoutRing", "dialoutHangup", "callStatus", "cdr", "mediaFailreason", "login", "logout"]
    );
    assert_eq!(words(CallEvent::ALL), ["calling", "ring", "link", "hangup"]);
    assert_eq!(words(CallType::ALL), ["incoming", "dialout", "webcall", "previewDialout", "autoDialout"]);
    assert_eq!(
        words(CallStatus::ALL),
        ["IVR", "QUEUE_ABANDON", "ANSWER", "AGENT_NO_ANSWER", "CUSTOMER_NO_ANSWER", "CALL_TRANSFER"]
    );
    assert_eq!(
        words(FailureReason::ALL),
        ["forbidden", "serviceUnavailable", "cancel", "requestTimeout", "unknow", "decline"]
    );
    assert_eq!(FailureReason::from("unknown"), FailureReason::Unknow);
    assert_eq!(words(RecordType::ALL), ["normal", "doubleTrack", "voiceMail"]);
    assert_eq!(words(HangUpSide::ALL), ["AGENT"]);
    assert_eq!(HangUpSide::listed("CUSTOMER"), None);
    assert_eq!(words(LoginType::ALL), ["PSTN", "WEBRTC", "SIP"]);
    assert_eq!(words(LogoutType::ALL), ["normal", "offline"]);
    assert_eq!(words(OfflineType::ALL), ["PSTN", "SIP"]);
}

#[test]
fn agent_status_is_read_from_text_or_number() {
    for (wire, status, label, label_zh) in [
        ("0", AgentStatus::Idle, "Idle", "空闲"),
        ("1", AgentStatus::Busy, "Busy", "忙碌"),
        ("2", AgentStatus::Calling, "Calling", "呼叫中"),
        ("3", AgentStatus::Ringing, "Ringing", "振铃"),
        ("4", AgentStatus::Talking, "Talking", "通话中"),
        ("5", AgentStatus::WrapUp, "Wrap-up", "整理"),
        ("6", AgentStatus::Hold, "On hold", "保持"),
        ("7", AgentStatus::Mute, "Muted", "静音"),
        ("8", AgentStatus::NotConnected, "Not connected", "未连接"),
        ("9", AgentStatus::Invalid, "Invalid", "失效"),
        ("100", AgentStatus::from(100), "Custom", "自定义"),
        ("12345", AgentStatus::from(12345), "Custom", "自定义"),
        ("10", AgentStatus::from(10), "Other", "其他"),
        ("99", AgentStatus::from(99), "Other", "其他"),
        ("-1", AgentStatus::from(-1), "Other", "其他"),
    ] {
        let (as_text, report) = read(&format!(r#"{{"pushType":"callStatus","statusNumber":"{wire}"}}"#));
        let (as_number, _) = read(&format!(r#"{{"pushType":"callStatus","statusNumber":{wire}}}"#));
        assert_eq!(as_text, as_number, "{wire}");
        assert_eq!(serde_json::to_value(&as_text).unwrap()["statusNumber"], wire);
        let found = call(as_text).status_number.unwrap();
        assert!(matches!(found, AgentStatus::Custom(_)) == (wire.len() > 2), "{wire}");
        assert_eq!((found, found.label(), found.label_zh()), (status, label, label_zh));
        assert_eq!(report.is_empty(), !matches!(status, AgentStatus::Other(_)), "{wire}: {report}");
    }
}

#[test]
fn extras_are_read_in_every_form_and_written_as_they_came() {
    let extras = |extras: &str| {
        let (push, report) = read(&format!(r#"{{"pushType":"dialoutRing","extras":{extras}}}"#));
        let written = serde_json::to_value(&push).unwrap()["extras"].take();
        (call(push).extras, written, report)
    };
    for absent in [r#""""#, "null"] {
        let (none, written, _) = extras(absent);
        assert_eq!((none, written), (None, Value::Null), "{absent}");
    }

    let (object, written, report) = extras(r#"{"order":"A-17","nested":{"n":1}}"#);
    let object = object.unwrap();
    assert_eq!(object.get("order").unwrap(), "A-17");
    assert_eq!(object.as_object().unwrap()["nested"]["n"], 1);
    assert_eq!(object.as_text(), None);
    assert_eq!(written, json!({"order":"A-17","nested":{"n":1}}));
    assert_eq!(report, "");

    let (json_text, written, report) = extras(r#""{ \"order\" : \"A-17\" }""#);
    let json_text = json_text.unwrap();
    assert_eq!(json_text.get("order").unwrap(), "A-17");
    assert_eq!(json_text.as_text(), Some(r#"{ "order" : "A-17" }"#));
    assert_eq!(written, r#"{ "order" : "A-17" }"#);
    assert_eq!(report, ONLY_EXTRAS);

    for plain in ["order=A-17", "{\"order\":", "[1]", "17"] {
        let (kept, written, _) = extras(&json!(plain).to_string());
        let kept = kept.unwrap();
        assert_eq!((kept.as_text(), kept.as_object()), (Some(plain), None));
        assert_eq!(written, plain);
    }

    let (empty, written, _) = extras("{}");
    assert!(empty.unwrap().as_object().unwrap().is_empty());
    assert_eq!(written, json!({}));

    let (_, written, report) = extras("[1]");
    assert_eq!(written, json!([1]));
    assert_eq!(report, "extras: unreadable-value (expected object, found array)");

    let (last, _, report) = extras(r#"{"a":1,"a":2}"#);
    assert_eq!(last.unwrap().get("a").unwrap(), 2);
    assert_eq!(report, "extras: duplicate-key (expected one value a key, found object, 1 adjustment inside)");
    assert_eq!(serde_json::from_str::<Extras>(r#"{"a":1}"#).unwrap().get("a").unwrap(), 1);
}

#[test]
fn bill_calls_are_written_back_just_as_they_came() {
    for entry in [
        "2021-05-08 14:39:32|2021-05-08 14:39:37|2021-05-08 14:39:47|agent|01081400192|18519117865|20001|\
         mobileInternal|86|010|北京|86|010|北京|out-bound-call-agent|PSTN",
        "2021-05-08 14:39:37|||AGENT ||||||||||||null|more|",
        "yesterday|1620455987|null|elsewhere",
        "no parts",
        "|",
        "||||||||||||||||",
        "null",
    ] {
        let read_entry = BillCall::from(entry);
        assert_eq!(read_entry.to_string(), entry);
        let body = json!({"pushType":"cdr","billCalls":[entry]});
        assert_eq!(serde_json::to_value(read(&body.to_string()).0).unwrap(), body);
    }

    assert_eq!(serde_json::from_str::<BillCall>(r#""a|b""#).unwrap(), BillCall::from("a|b"));
    assert!(serde_json::from_str::<BillCall>(r#""""#).is_err());
    let places = BillCall::from("|||agent||||||010||1|212|纽约|||more");
    assert_eq!((places.first_place().area_code, places.second_place().city), (Some("010"), Some("纽约")));
    assert_eq!(
        format!("{places:?}"),
        r#"BillCall { start_time: None, answer_time: None, end_time: None, side: Some(Agent), display_number: None, callee: None, agent_number: None, line_type: None, first_place: BillPlace { country_code: None, area_code: Some("010"), city: None }, second_place: BillPlace { country_code: Some("1"), area_code: Some("212"), city: Some("纽约") }, direction: None, login_type: None, more: ["more"] }"#
    );

    let blank = BillCall::from("||| | null |  02066247698 |");
    assert_eq!((blank.side(), blank.display_number(), blank.callee()), (None, None, Some("02066247698")));

    let odd = BillCall::from("yesterday|1620455987|null|elsewhere");
    assert_eq!((odd.start_time(), odd.answer_time(), odd.end_time()), (None, at("2021-05-08T06:39:47Z"), None));
    assert_eq!(odd.side(), Some(BillSide::from("elsewhere")));
    assert_eq!(odd.login_type(), None);
    let longer = BillCall::from("|||||||||||||||SIP|new|null|");
    assert_eq!(longer.login_type(), Some(LoginType::Sip));
    assert_eq!(longer.parts().skip(16).collect::<Vec<_>>(), ["new", "null", ""]);
}

#[test]
fn one_bill_call_may_stand_without_its_list() {
    let (push, report) = read(r#"{"pushType":"cdr","billCalls":"2021-05-08 14:39:37||","satisfyKeys":["",1,"2"]}"#);
    let Push::CallRecord(record) = push else { panic!("{push:?}") };
    assert_eq!(record.bill_calls[0].start_time(), at("2021-05-08T06:39:37Z"));
    assert_eq!(record.satisfy_keys, ["1", "2"]);
    assert_eq!(
        report,
        "billCalls: coerced-type (expected list, found string)\n\
         satisfyKeys[0]: empty-item (expected text, found string)\n\
         satisfyKeys[1]: coerced-type (expected text, found number)"
    );
}

#[test]
fn media_recognition_has_the_segments_that_the_table_describes() {
    let (push, report) = read(
        r#"{"pushType":"mediaFailreason","preMediaCode":"15","content":{"segments":[
            {"beginTime":0,"endTime":1500,"channelId":1,"text":"您拨打的电话"},
            {"beginTime":1500,"endTime":2750.5,"channelId":1,"text":"正在通话","sure":true}
        ]}}"#,
    );
    let Push::MediaFailReason(reason) = push else { panic!("{push:?}") };
    let [first, second] = reason.segments() else { panic!("{reason:?}") };
    assert_eq!((first.begin_time, first.end_time), (Some(TimeDelta::zero()), Some(TimeDelta::milliseconds(1500))));
    assert_eq!((first.channel_id, first.text.as_deref()), (Some(1), Some("您拨打的电话")));
    assert_eq!(second.end_time, Some(TimeDelta::microseconds(2_750_500)));
    assert_eq!(second.extra["sure"], true);
    assert_eq!(reason.pre_media_code, Some(15));
    assert_eq!(
        report,
        "preMediaCode: coerced-type (expected integer, found string)\n\
         content.segments[1].sure: unknown-key (expected nothing, found boolean)"
    );
    assert!(MediaFailReason::default().segments().is_empty());

    let (push, report) = read(&fixture("mediaFailreason.authored-segments"));
    let Push::MediaFailReason(reason) = push else { panic!("{push:?}") };
    assert_eq!(reason.segments()[1].text.as_deref(), Some("您拨打的用户正在通话中"));
    assert_eq!(reason.segments()[1].begin_time, Some(TimeDelta::milliseconds(1500)));
    assert_eq!(report, "");
}

#[test]
fn a_logout_says_how_and_on_which_phone() {
    let (push, report) =
        read(r#"{"pushType":"logout","logoutType":"offline","offlineType":"sip","loginType":"WEBRTC"}"#);
    let Push::Logout(logout) = push else { panic!("{push:?}") };
    assert_eq!(logout.logout_type, Some(LogoutType::Offline));
    assert_eq!(logout.offline_type, Some(OfflineType::Sip));
    assert_eq!(logout.login_type, Some(LoginType::WebRtc));
    assert_eq!(report, "offlineType: word-spelling (expected offline type, found string)");
}

#[test]
fn what_is_not_an_object_is_an_error() {
    for body in ["[]", "\"cdr\"", "7", "null", "true", " [{\"pushType\":\"cdr\"}]"] {
        assert!(matches!(Push::from_slice(body.as_bytes()), Err(Error::NotAnObject { .. })), "{body}");
        assert!(matches!(inspect::<Push>(body.as_bytes()), Err(Error::NotAnObject { .. })), "{body}");
    }
    for body in ["", "{", "{\"pushType\":\"cdr\"", "{\"pushType\":\"cdr\"} x", "pushType=cdr"] {
        assert!(matches!(Push::from_slice(body.as_bytes()), Err(Error::NotJson { .. })), "{body}");
    }
    assert!(matches!(Push::from_slice(b"{\"pushType\":\"\xff\"}"), Err(Error::NotUtf8 { .. })));
}

#[test]
fn an_unknown_event_is_kept_as_deep_as_json_may_be_wherever_its_tag_stands() {
    let deep = format!("{}{}", "[".repeat(126), "]".repeat(126));
    for body in [format!(r#"{{"pushType":"new","a":{deep}}}"#), format!(r#"{{"a":{deep},"pushType":"new"}}"#)] {
        let (push, report) = read(&body);
        let Push::Other(other) = push else { panic!("{push:?}") };
        assert_eq!(other.body["a"].to_string(), deep);
        assert_eq!(report, "pushType: unknown-word (expected push type, found string)");
    }
}

/// A text field keeps a blank, so a blank tells the shape as well as what the field would otherwise have held. Where
/// the field drops blanks, they tell nothing.
#[test]
fn a_blank_tells_the_shape_where_the_field_keeps_it() {
    for (body, event, written) in [
        (
            r#"{"accountId":"N1","callType":"dialout","statusName":"a","statusName":" "}"#,
            "callStatus",
            r#"{"accountId":"N1","callType":"dialout","statusName":" "}"#,
        ),
        (
            r#"{"accountId":"N1","callType":"dialout","statusName":" ","statusName":"a"}"#,
            "callStatus",
            r#"{"accountId":"N1","callType":"dialout","statusName":"a"}"#,
        ),
        (
            r#"{"accountId":"N1","callType":"dialout","statusName":" ","STATUSNAME":"a"}"#,
            "callStatus",
            r#"{"accountId":"N1","callType":"dialout","statusName":" "}"#,
        ),
        (
            r#"{"accountId":"N1","callType":"dialout","cdrType":"callRecord","cdrType":" "}"#,
            "cdr",
            r#"{"accountId":"N1","callType":"dialout","cdrType":" "}"#,
        ),
        (
            r#"{"accountId":"N1","callType":"dialout","cdrType":true,"cdrType":" "}"#,
            "cdr",
            r#"{"accountId":"N1","callType":"dialout","cdrType":" "}"#,
        ),
        (
            r#"{"accountId":"N1","callEvent":"ring","preMediaFailureReason":"onThePhone","preMediaFailureReason":"\u200b"}"#,
            "mediaFailreason",
            "{\"accountId\":\"N1\",\"preMediaFailureReason\":\"\u{200b}\",\"callEvent\":\"ring\"}",
        ),
        (
            r#"{"accountId":"N1","callEvent":"ring","premediakeyword":"a","PREMEDIAKEYWORD":" "}"#,
            "mediaFailreason",
            r#"{"accountId":"N1","preMediaKeyWord":" ","callEvent":"ring"}"#,
        ),
        (
            r#"{"content":{"accountId":"N1","statusName":"a","statusName":" "},"callType":"dialout"}"#,
            "callStatus",
            r#"{"content":{"accountId":"N1","statusName":" "},"callType":"dialout"}"#,
        ),
        (r#"{"accountId":"N1","statusName":" "}"#, "callStatus", r#"{"accountId":"N1","statusName":" "}"#),
        (
            r#"{"accountId":"N1","callType":"dialout","statusNumber":"5","statusNumber":" "}"#,
            "callStatus",
            r#"{"accountId":"N1","callType":"dialout","statusNumber":"5"}"#,
        ),
        // `[]` as text lists nothing to a list only.
        (
            r#"{"accountId":"N1","callEvent":"ring","preMediaCode":"[]","preMediaCode":" "}"#,
            "mediaFailreason",
            r#"{"accountId":"N1","callEvent":"ring","preMediaCode":"[]"}"#,
        ),
        (
            r#"{"accountId":"N1","loginType":"PSTN","totalDuration":"[]","totalDuration":" "}"#,
            "cdr",
            r#"{"accountId":"N1","loginType":"PSTN","totalDuration":"[]"}"#,
        ),
        (
            r#"{"accountId":"N1","callType":"dialout","hangUpSide":" ","statusNumber":" "}"#,
            "call",
            r#"{"accountId":"N1","callType":"dialout","hangUpSide":" ","statusNumber":" "}"#,
        ),
        (
            r#"{"accountId":"N1","callType":"incoming","callEvent":"ring","callType":" "}"#,
            "incomingRing",
            r#"{"accountId":"N1","callEvent":"ring","callType":"incoming"}"#,
        ),
    ] {
        let (push, _) = read(body);
        assert_eq!(push.event_name(), event, "{body}");
        assert_eq!(serde_json::to_string(&push).unwrap(), written, "{body}");
        let webhook = callhook::Webhook::from_request("", body.as_bytes()).unwrap();
        assert_eq!(callhook::Webhook::from_request("", written.as_bytes()).unwrap(), webhook, "{body}");
        assert_eq!(webhook, callhook::Webhook::SevenMoor(push), "{body}");
    }
}

/// The body is kept as JSON values, and a double is written with at most 17 digits.
#[test]
fn an_identifier_with_an_exponent_survives_in_an_unknown_event() {
    let body = r#"{"pushType":"incomingRing","callUniqueId":4.03344537650466816E17}"#;
    let Push::Other(other) = read(body).0 else { panic!() };
    assert_eq!(other.body["callUniqueId"], 403_344_537_650_466_816_u64);
    let call: CallPush = other.read_as().unwrap();
    assert_eq!(call.call_unique_id.as_deref(), Some("403344537650466816"));
}

#[test]
fn extras_as_json_text_keep_every_digit() {
    let extras = Extras::from(r#"{"order":403344537650466816123456,"ratio":30.120656774469951}"#);
    assert_eq!(extras.get("order").unwrap(), "403344537650466816123456");
    assert_eq!(extras.get("ratio").unwrap(), 30.12065677446995);
}
