//! Whose request it is, the callbacks that wait for a decision with their replies, and Desk's own messages.

use callhook::desk::{
    AiProvider, AssignAgent, AssignAgentReply, BusinessId, Command, CustomContent, DeskEnvelope, DeskMessageCommand,
    DeskMessageKind, FormType, InputStatus, InterfaceInvocation, InterfaceInvocationReply, MessageRole, MsgContent,
    RelayMessage, SatisfactionMenuType, SessionEvent, SessionEventType,
};
use callhook::sevenmoor::{CallPush, PushType};
use callhook::tccc::{CallInBound, InboundCall, InboundCallReply, SpecifiedSeat, SpecifiedSeatReply};
use callhook::{
    Code, Error, Payload, Reply, UnknownRequest, Webhook, desk, from_str, inspect, redacted, sevenmoor, tccc,
};
use chrono::{DateTime, Utc};
use serde_json::json;

use crate::support::{codes, text};

const TCCC_OK: &str = r#"{"ErrMsg":"","ErrCode":0}"#;
const DESK_OK: &str = r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}"#;

/// A record of TCCC, as short as may be.
const RECORD: &str = r#"{"SdkAppId":1400000214,"SessionId":"e97b"}"#;
const INBOUND: &str = r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1400000214,"CallInBound":{"IvrId":12}}"#;
const EVENT: &str = r#"{"SessionId":"2baf","Event":"SessionBegin"}"#;

fn at(text: &str) -> Option<DateTime<Utc>> {
    Some(text.parse().unwrap())
}

/// Reads a request plainly and with a report, which must agree.
fn read(query: &str, body: &str) -> Result<Webhook, Error> {
    let plain = Webhook::from_request(query, body.as_bytes());
    let inspected = Webhook::inspect_request(query, body.as_bytes());
    assert_eq!(plain, inspected.map(|inspected| inspected.value), "{query} {body}");
    plain
}

/// Vendor and event of a request, or why it cannot be read.
fn told(query: &str, body: &str) -> String {
    match read(query, body) {
        Ok(webhook) => {
            let vendor = webhook.vendor().map(|vendor| format!("{vendor}.")).unwrap_or_default();
            format!("{vendor}{}", webhook.event_name())
        }
        Err(error) => error.to_string(),
    }
}

/// Reads a body, which must be as documented, and which must read the same once it was written.
fn documented<T: Payload>(body: &str) -> T {
    let seen = inspect::<T>(body.as_bytes()).unwrap();
    assert_eq!(seen.report.to_string(), "", "{body}");
    assert_eq!(from_str::<T>(&serde_json::to_string(&seen.value).unwrap()).unwrap(), seen.value, "{body}");
    seen.value
}

// ---- whose request it is ----

#[test]
fn the_query_decides_then_the_body() {
    for (query, body, expected) in [
        // TCCC, by the query.
        ("action=cdr&version=1", RECORD, "tccc.cdr"),
        ("?action=cdr&version=1", RECORD, "tccc.cdr"),
        ("/hook?action=cdr&version=1", RECORD, "tccc.cdr"),
        ("https://calls.example.com/hook?version=1&action=cdr", RECORD, "tccc.cdr"),
        ("version=1&action=imcdr", RECORD, "tccc.imcdr"),
        ("action=videoCdr", RECORD, "tccc.videoCdr"),
        ("action=record&version=1", RECORD, "tccc.record"),
        ("action=voicemail", RECORD, "tccc.voicemail"),
        ("action=specifiedSeat&version=1", r#"{"RequestId":"r-1"}"#, "tccc.specifiedSeat"),
        ("action=fax&version=1", RECORD, "tccc.other"),
        ("action=fax", "{}", "tccc.other"),
        // TCCC, by the body.
        ("", INBOUND, "tccc.CallInBound"),
        ("token=1", INBOUND, "tccc.CallInBound"),
        // Desk, by the query.
        ("CallbackCommand=Desk.SessionEventNotify", EVENT, "desk.session_event"),
        ("SdkAppid=1400000214&CallbackCommand=Desk.SessionEventNotify&contenttype=json", EVENT, "desk.session_event"),
        ("CallbackCommand=ChatBot.OnAssignHuman", EVENT, "desk.assign_agent"),
        ("CallbackCommand=ChatBot.OnAssignAgent", EVENT, "desk.assign_agent"),
        ("CallbackCommand=Chatbot.InterfaceInvocation", "{}", "desk.interface_invocation"),
        ("CallbackCommand=Chatbot.OnC2CSignalMessage", EVENT, "desk.other"),
        ("CallbackCommand=C2C.CallbackAfterSendMsg", "{}", "desk.other"),
        ("callbackcommand=chatbot.onassignhuman", EVENT, "desk.assign_agent"),
        ("%43allbackCommand=ChatBot%2eOnAssignHuman", EVENT, "desk.assign_agent"),
        // Desk, by a command in the body.
        (
            "",
            r#"{"CallbackCommand":"Desk.SessionEventNotify","SessionId":"2baf","Event":"NewEvent"}"#,
            "desk.session_event",
        ),
        ("", r#"{"CallbackCommand":"ChatBot.OnAssignHuman","SessionId":"2baf"}"#, "desk.assign_agent"),
        ("", r#"{"CallbackCommand":"ChatBot.OnAssignAgent","SessionId":"2baf"}"#, "desk.assign_agent"),
        ("", r#"{"callbackcommand":"chatbot.onassignagent","SessionId":"2baf"}"#, "desk.assign_agent"),
        ("", r#"{"CallbackCommand":"Chatbot.InterfaceInvocation","Body":""}"#, "desk.interface_invocation"),
        ("", r#"{"CallbackCommand":"State.StateChange"}"#, "desk.other"),
        ("", r#"{"CallbackCommand":"State.StateChange","SdkAppId":1,"SessionId":"e97b"}"#, "desk.other"),
        ("", r#"{"CallbackCommand":"","SdkAppId":1,"hello":1}"#, "unknown"),
        // Desk, by a listed event and a session.
        ("", EVENT, "desk.session_event"),
        ("", r#"{"SessionId":"2baf","Event":"chatbot.usersendmsg"}"#, "desk.session_event"),
        ("", r#"{"SessionId":"2baf","Event":"SessionEnd","SdkAppId":1400000214}"#, "desk.session_event"),
        ("", r#"{"SessionId":"2baf","Event":"SessionPaused"}"#, "unknown"),
        ("", r#"{"Event":"SessionBegin"}"#, "unknown"),
        ("", r#"{"SessionId":"","Event":"SessionBegin"}"#, "unknown"),
        ("", r#"{"SessionId":"2baf"}"#, "unknown"),
        // 7moor: an account, and a push type or the shape of an event.
        ("", r#"{"accountId":"N1","pushType":"cdr"}"#, "sevenmoor.cdr"),
        ("", r#"{"accountId":"N1","pushType":"newEvent"}"#, "sevenmoor.other"),
        ("", r#"{"accountId":"N1","callEvent":"link"}"#, "sevenmoor.link"),
        ("", r#"{"accountId":"N1","loginType":"Local"}"#, "sevenmoor.login"),
        ("", r#"{"accountId":"N1","logoutType":"Local"}"#, "sevenmoor.logout"),
        ("", r#"{"accountId":"N1","preMediaCode":1}"#, "sevenmoor.mediaFailreason"),
        ("", r#"{"accountId":"N1","totalDuration":1}"#, "sevenmoor.cdr"),
        ("", r#"{"accountId":"N1","statusNumber":"0"}"#, "sevenmoor.callStatus"),
        ("", r#"{"content":{"accountId":"N1","callEvent":"link"}}"#, "sevenmoor.link"),
        ("", r#"{"content":"{\"accountId\":\"N1\",\"callEvent\":\"link\"}"}"#, "sevenmoor.link"),
        ("", r#"{"accountId":"N1","content":{"callEvent":"link"}}"#, "sevenmoor.link"),
        ("", r#"{"pushType":"dialoutRing","content":{"accountId":"N1","callEvent":"ring"}}"#, "sevenmoor.dialoutRing"),
        ("", r#"{"pushType":"dialoutRing","content":{"accountId":"N1","agentNumber":"1"}}"#, "sevenmoor.dialoutRing"),
        ("", r#"{"accountId":"N1"}"#, "unknown"),
        ("", r#"{"accountId":"N1","hello":1}"#, "unknown"),
        ("", r#"{"accountId":"","pushType":"cdr"}"#, "unknown"),
        ("", r#"{"pushType":"cdr"}"#, "unknown"),
        ("", r#"{"pushType":"newEvent"}"#, "unknown"),
        ("", r#"{"callEvent":"ring","callType":"incoming"}"#, "unknown"),
        ("", r#"{"content":{"callEvent":"link"}}"#, "unknown"),
        ("", r#"{"loginType":"google"}"#, "unknown"),
        // The query goes before the body.
        ("action=cdr", INBOUND, "tccc.cdr"),
        (
            "action=cdr",
            r#"{"SdkAppId":1,"SessionId":"e97b","Event":"SessionBegin","CallbackCommand":"ChatBot.OnAssignHuman"}"#,
            "tccc.cdr",
        ),
        ("action=cdr", r#"{"SdkAppId":1,"SessionId":"e97b","accountId":"N1","pushType":"dialoutRing"}"#, "tccc.cdr"),
        ("action=fax", INBOUND, "tccc.other"),
        (
            "CallbackCommand=ChatBot.OnAssignHuman",
            r#"{"CallbackCommand":"Desk.SessionEventNotify","SessionId":"2baf"}"#,
            "desk.assign_agent",
        ),
        ("CallbackCommand=State.StateChange", r#"{"accountId":"N1","pushType":"cdr"}"#, "desk.other"),
        ("CallbackCommand=ChatBot.OnAssignHuman", INBOUND, "desk.assign_agent"),
        // In the body, an inbound call goes before a session event, and that before 7moor.
        (
            "",
            r#"{"CallbackCommand":"State.StateChange","Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":{}}"#,
            "tccc.CallInBound",
        ),
        ("", r#"{"SessionId":"2baf","Event":"SessionBegin","accountId":"N1","pushType":"cdr"}"#, "desk.session_event"),
        ("", r#"{"SdkAppId":1,"SessionId":"e97b","accountId":"N1","pushType":"cdr"}"#, "sevenmoor.cdr"),
        // A parameter without a value is none.
        ("action=", INBOUND, "tccc.CallInBound"),
        ("action", EVENT, "desk.session_event"),
        ("action=&CallbackCommand=ChatBot.OnAssignHuman", EVENT, "desk.assign_agent"),
        ("CallbackCommand=", EVENT, "desk.session_event"),
        (
            "CallbackCommand=%20",
            r#"{"CallbackCommand":"ChatBot.OnAssignHuman","SessionId":"2baf"}"#,
            "desk.assign_agent",
        ),
        // Of several the last counts, as in the query's own type.
        ("CallbackCommand=State.StateChange&CallbackCommand=ChatBot.OnAssignHuman", EVENT, "desk.assign_agent"),
        ("action=fax&action=cdr", RECORD, "tccc.cdr"),
        ("CallbackCommand=&action=cdr", RECORD, "tccc.cdr"),
        // Of both, the action decides.
        ("CallbackCommand=Desk.SessionEventNotify&action=cdr", RECORD, "tccc.cdr"),
        ("action=cdr&CallbackCommand=Desk.SessionEventNotify", RECORD, "tccc.cdr"),
        ("action=%20", r#"{"hello":1}"#, "unknown"),
    ] {
        assert_eq!(told(query, body), expected, "{query} {body}");
    }
}

/// Of equal keys the last that can be read and says something decides, not the last.
#[test]
fn a_blank_after_the_value_does_not_hide_whose_a_request_is() {
    for call in [
        r#""Event":"CallInBound","CallInBound":{"Caller":"1"},"CallInBound":" ""#,
        r#""Event":"CallInBound","CallInBound":{"Caller":"1"},"CallInBound":null"#,
        r#""Event":"CallInBound","Event":" ","CallInBound":{"Caller":"1"}"#,
        r#""Event":"CallInBound","Event":[1],"CallInBound":{"Caller":"1"}"#,
    ] {
        assert_eq!(told("", &format!(r#"{{"SdkAppId":1,"SessionId":"e97b",{call}}}"#)), "tccc.CallInBound", "{call}");
    }
}

#[test]
fn requests_of_others_are_unknown() {
    for body in [
        // Twilio.
        r#"{"AccountSid":"AC1","CallSid":"CA1","CallStatus":"ringing","From":"+15550100","To":"+15550101"}"#,
        r#"{"specversion":"1.0","type":"com.twilio.voice.status-callback","source":"/v1","id":"EZ1","data":{"accountSid":"AC1"}}"#,
        // LiveKit.
        r#"{"event":"room_started","room":{"sid":"RM_1","name":"r","creationTime":"1700000000"},"id":"EV_1","createdAt":"1700000000"}"#,
        r#"{"event":"participant_joined","room":{"name":"r"},"participant":{"identity":"a"},"id":"EV_2"}"#,
        // GitHub, whose `action` is in the body.
        r#"{"action":"opened","number":1,"issue":{"id":1,"title":"t"},"repository":{"id":1},"sender":{"id":1}}"#,
        r#"{"ref":"refs/heads/main","before":"0","after":"1","repository":{"id":1},"pusher":{"name":"a"}}"#,
        // Stripe and Slack.
        r#"{"id":"evt_1","object":"event","type":"charge.succeeded","account":"acct_1","data":{"object":{}}}"#,
        r#"{"type":"event_callback","team_id":"T1","event":{"type":"message"},"event_id":"Ev1"}"#,
        r#"{"hello":1}"#,
        r#"{"loginType":"google"}"#,
        r#"{"pushType":"cdr"}"#,
        "{}",
    ] {
        for query in ["", "?", "token=1", "Action%20=1", "actions=cdr"] {
            assert_eq!(told(query, body), "unknown", "{query} {body}");
        }
    }
}

#[test]
fn an_unknown_request_is_kept_whole() {
    let Webhook::Unknown(unknown) = read("token=%31&x", r#"{"hello":[1,null],"":""}"#).unwrap() else { panic!() };
    let mut expected = UnknownRequest::default();
    expected.query = "token=%31&x".to_owned();
    expected.body.insert("hello", json!([1, null]));
    expected.body.insert("", "");
    assert_eq!(unknown, expected);
    let written = serde_json::to_string(&Webhook::Unknown(unknown)).unwrap();
    assert_eq!(written, r#"{"":"","hello":[1,null]}"#);
}

/// The report named the value that is kept as the one that was lost.
#[test]
fn of_equal_keys_of_an_unknown_request_the_report_has_the_lost_value() {
    for (body, kept, lost) in [
        (r#"{"a":"x","a":" "}"#, r#"{"a":"x"}"#, json!(" ")),
        (r#"{"a":" ","a":"x"}"#, r#"{"a":"x"}"#, json!(" ")),
        (r#"{"a":1,"a":{}}"#, r#"{"a":1}"#, json!({})),
        (r#"{"a":1,"a":null}"#, r#"{"a":1}"#, json!(null)),
        (r#"{"a":1,"a":2}"#, r#"{"a":2}"#, json!(1)),
        // None says anything, but blanks are a value.
        (r#"{"a":" ","a":null}"#, r#"{"a":" "}"#, json!(null)),
        (r#"{"a":" ","a":{}}"#, r#"{"a":{}}"#, json!(" ")),
    ] {
        let seen = Webhook::inspect_request("", body.as_bytes()).unwrap();
        assert_eq!(serde_json::to_string(&seen.value).unwrap(), kept, "{body}");
        let findings: Vec<_> = seen.report.iter().map(|finding| (finding.code(), finding.value())).collect();
        assert!(findings.contains(&(Code::DuplicateKey, Some(&lost))), "{body}: {findings:?}");
        assert_eq!(findings.len(), 2, "{body}: {findings:?}");
    }
}

#[test]
fn an_action_counts_by_its_leading_letters_and_the_rest_is_reported() {
    for (query, expected, findings) in [
        ("action=cdr&version=1", "tccc.cdr", &[][..]),
        ("action=cdr", "tccc.cdr", &[]),
        ("?version=1&action=cdr#top", "tccc.cdr", &[]),
        ("action=c%64r&version=%31", "tccc.cdr", &[]),
        ("%61ction=cdr", "tccc.cdr", &[]),
        ("ACTION=cdr", "tccc.cdr", &["?action key-spelling"]),
        ("action=CDR", "tccc.cdr", &["?action word-spelling"]),
        ("action=cdr;version=1", "tccc.cdr", &["?action query-form"]),
        ("action=cdr_v2&version=1", "tccc.other", &["?action unknown-word"]),
        ("action=record-decision", "tccc.other", &["?action unknown-word"]),
        ("action=cdr2", "tccc.other", &["?action unknown-word"]),
        ("action=cdr%3Bversion%3D1", "tccc.cdr", &["?action query-form"]),
        ("action=cdr%26version=1", "tccc.cdr", &["?action query-form"]),
        ("action=cdr%26version%3D1", "tccc.cdr", &["?action query-form"]),
        ("action=%63%64%72", "tccc.cdr", &[]),
        ("AcTiOn=ImCdR", "tccc.imcdr", &["?action word-spelling", "?action key-spelling"]),
        (r#"action="cdr""#, "tccc.cdr", &["?action query-form"]),
        ("action=%22cdr%22&version=1", "tccc.cdr", &["?action query-form"]),
        ("action='cdr'", "tccc.cdr", &["?action query-form"]),
        ("action=+cdr+", "tccc.cdr", &["?action query-form"]),
        ("action=%20cdr%0A", "tccc.cdr", &["?action query-form"]),
        ("action=cdr/", "tccc.cdr", &["?action query-form"]),
        ("action=VIDEOCDR;version=1", "tccc.videoCdr", &["?action query-form"]),
        ("action=imcdr,version=1", "tccc.imcdr", &["?action query-form"]),
        ("action=cdr&version=2", "tccc.cdr", &["?version other-version"]),
        ("action=cdrs", "tccc.other", &["?action unknown-word"]),
        ("action=fax", "tccc.other", &["?action unknown-word"]),
        ("action=fax;version=1", "tccc.other", &["?action unknown-word"]),
    ] {
        assert_eq!(told(query, RECORD), expected, "{query}");
        let report = Webhook::inspect_request(query, RECORD.as_bytes()).unwrap().report;
        let of_query: Vec<String> = codes(&report).into_iter().filter(|finding| finding.starts_with('?')).collect();
        assert_eq!(of_query, findings, "{query}");
        let own = tccc::Push::inspect_request(query, RECORD.as_bytes()).unwrap().report;
        assert_eq!(own, report, "{query}");
    }
}

#[test]
fn a_report_says_what_was_adjusted_in_a_query_of_desk() {
    for (query, findings) in [
        ("CallbackCommand=Desk.SessionEventNotify&SdkAppid=1&OptPlatform=Nokia", &[][..]),
        (
            "callbackcommand=desk.sessioneventnotify",
            &["?CallbackCommand key-spelling", "?CallbackCommand word-spelling"],
        ),
        ("CallbackCommand=Desk.New", &["?CallbackCommand unknown-word"]),
        ("CallbackCommand=Desk.New&CallbackCommand=Desk.SessionEventNotify", &["?CallbackCommand duplicate-key"]),
        ("", &[]),
    ] {
        let report = Webhook::inspect_request(query, EVENT.as_bytes()).unwrap().report;
        let mut of_query: Vec<String> = codes(&report).into_iter().filter(|finding| finding.starts_with('?')).collect();
        of_query.sort();
        assert_eq!(of_query, findings, "{query}");
        let own = desk::Push::inspect_request(query, EVENT.as_bytes()).unwrap().report;
        assert_eq!(own, report, "{query}");
    }
}

/// As an unlisted `pushType` in a body: the keys of a request that is not known need no findings of their own.
#[test]
fn an_unlisted_value_in_a_query_is_one_finding() {
    for (query, body, written, findings) in [
        ("action=fax", RECORD, RECORD, &["?action unknown-word"][..]),
        (
            "action=fax",
            r#"{"a":1,"a":2,"b":{"c":"\ud83d"}}"#,
            r#"{"a":2,"b":{"c":"\ufffd"}}"#,
            &["?action unknown-word", " duplicate-key", " lone-surrogate"],
        ),
        ("CallbackCommand=Desk.New", EVENT, EVENT, &["?CallbackCommand unknown-word"]),
        // The query decides, so what the body says is not judged.
        (
            "CallbackCommand=Desk.New",
            r#"{"CallbackCommand":"Desk.SessionEventNotify","SessionId":"2baf"}"#,
            r#"{"CallbackCommand":"Desk.SessionEventNotify","SessionId":"2baf"}"#,
            &["?CallbackCommand unknown-word"],
        ),
        (
            "",
            r#"{"CallbackCommand":"Desk.New","SessionId":"2baf"}"#,
            r#"{"CallbackCommand":"Desk.New","SessionId":"2baf"}"#,
            &["CallbackCommand unknown-word"],
        ),
    ] {
        let seen = Webhook::inspect_request(query, body.as_bytes()).unwrap();
        assert_eq!(codes(&seen.report), findings, "{query} {body}");
        assert_eq!(seen.value.event_name(), "other", "{query} {body}");
        let expected: serde_json::Value = serde_json::from_str(written).unwrap();
        assert_eq!(serde_json::to_value(&seen.value).unwrap(), expected, "{query} {body}");
    }
}

#[test]
fn an_inbound_call_is_told_by_its_body_in_any_letter_case() {
    for event in ["CallInBound", "callInBound", "callinbound", "CALLINBOUND", " CallInBound "] {
        for (event_key, call_key) in [("Event", "CallInBound"), ("event", "callInBound"), ("EVENT", "CALLINBOUND")] {
            let body = format!(
                r#"{{"{event_key}":"{event}","SessionId":"5a7f","SdkAppId":1400000214,"{call_key}":{{"AIAgentId":7}}}}"#
            );
            let Webhook::Tccc(tccc::Push::InboundCall(call)) = read("", &body).unwrap() else { panic!("{body}") };
            assert_eq!(call.call_in_bound.unwrap().ai_agent_id, Some(7), "{body}");
            let own = tccc::Push::from_request("", body.as_bytes()).unwrap();
            assert_eq!((own.event_name(), own.action()), ("CallInBound", None), "{body}");
        }
    }
    let record = "the URL query has no `action`";
    for (body, expected) in [
        // Without the object it is not one.
        (r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1}"#, record),
        (r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":null}"#, record),
        (r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":"+86"}"#, record),
        (r#"{"Event":"CallOut","SessionId":"5a7f","SdkAppId":1,"CallInBound":{}}"#, record),
        (r#"{"SessionId":"5a7f","SdkAppId":1,"CallInBound":{}}"#, record),
        (r#"{"Event":"CallInBound"}"#, "unknown"),
        // An empty one has nothing in it, but it asks.
        (r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":{}}"#, "tccc.CallInBound"),
        // Without an identity it cannot be read.
        (
            r#"{"Event":"CallInBound","SdkAppId":1,"CallInBound":{}}"#,
            "SessionId is missing: expected text, found nothing",
        ),
        (
            r#"{"Event":"CallInBound","SessionId":"5a7f","CallInBound":{}}"#,
            "SdkAppId is missing: expected integer, found nothing",
        ),
    ] {
        assert_eq!(told("", body), expected, "{body}");
    }
}

#[test]
fn a_name_in_another_letter_case_is_written_as_the_vendor_spells_it() {
    for (body, query, key, spelling) in [
        (INBOUND.replacen("CallInBound", "callInBound", 1), "", "Event", r#""Event":"CallInBound""#),
        (INBOUND.replacen("CallInBound", " CALLINBOUND ", 1), "", "Event", r#""Event":"CallInBound""#),
        (
            r#"{"CallbackCommand":"desk.sessioneventnotify","SessionId":"2baf","Event":"SessionBegin"}"#.to_owned(),
            "CallbackCommand=Desk.SessionEventNotify",
            "CallbackCommand",
            r#""CallbackCommand":"Desk.SessionEventNotify""#,
        ),
    ] {
        let first = Webhook::inspect_request(query, body.as_bytes()).unwrap();
        assert_eq!(codes(&first.report), [format!("{key} word-spelling")], "{body}");
        let written = serde_json::to_string(&first.value).unwrap();
        assert!(written.contains(spelling), "{written}");
        let second = Webhook::inspect_request(query, written.as_bytes()).unwrap();
        assert_eq!((second.report.to_string().as_str(), &second.value), ("", &first.value), "{body}");
    }
}

#[test]
fn a_record_without_action_is_an_error_that_names_it() {
    for (query, body) in [
        ("", RECORD),
        ("?", RECORD),
        ("version=1", RECORD),
        ("action=", RECORD),
        ("action=%20&version=1", RECORD),
        ("?action", RECORD),
        ("act=cdr", RECORD),
        ("#action=cdr", RECORD),
        ("", r#"{"sdkappid":"1400000214","SESSIONID":"e97b","Caller":"1"}"#),
        ("", r#"{"SdkAppId":1,"SessionId":"e97b","Event":"NewEvent"}"#),
    ] {
        let error = read(query, body).unwrap_err();
        assert!(matches!(error, Error::Missing { .. }), "{query} {body}: {error}");
        assert_eq!(error.paths(), ["?action"], "{query} {body}");
        assert_eq!(error.to_string(), "the URL query has no `action`", "{query} {body}");
        assert_eq!(tccc::Push::from_request(query, body.as_bytes()).unwrap_err(), error, "{query} {body}");
    }
    for body in [r#"{"SdkAppId":1}"#, r#"{"SdkAppId":null,"SessionId":"e97b"}"#, r#"{"SdkAppId":1,"SessionId":""}"#] {
        assert_eq!(told("", body), "unknown", "{body}");
    }
}

#[test]
fn a_body_that_names_another_callback_than_its_query_is_an_error() {
    let query = "CallbackCommand=Desk.SessionEventNotify";
    let body = r#"{"CallbackCommand":"ChatBot.OnAssignHuman","SessionId":"2baf","Event":"SessionBegin"}"#;
    let error = read(query, body).unwrap_err();
    assert!(matches!(error, Error::OtherCallback { .. }), "{error}");
    assert_eq!((error.paths(), error.found_value()), (vec!["CallbackCommand"], Some("ChatBot.OnAssignHuman")));
}

#[test]
fn what_is_not_an_object_is_an_error_whatever_the_query() {
    for query in ["", "action=cdr", "action=fax", "CallbackCommand=Desk.SessionEventNotify", "CallbackCommand=x"] {
        for body in
            ["", "CallSid=CA1&AccountSid=AC1", "[]", "[{}]", "null", "7", "-1.5e3", "true", r#""{}""#, "{", "{}{}"]
        {
            let error = read(query, body).unwrap_err();
            assert!(matches!(error, Error::NotJson { .. } | Error::NotAnObject { .. }), "{query} {body}: {error}");
        }
    }
}

// ---- acknowledgements ----

/// Every variant of every `Push`, and of `Webhook`: a request, what it is, and the body that acknowledges it.
const VARIANTS: &[(&str, &str, &str, Option<&str>)] = &[
    ("action=cdr", RECORD, "tccc.cdr", Some(TCCC_OK)),
    ("action=imcdr", RECORD, "tccc.imcdr", Some(TCCC_OK)),
    ("action=videoCdr", RECORD, "tccc.videoCdr", Some(TCCC_OK)),
    ("action=record", RECORD, "tccc.record", Some(TCCC_OK)),
    ("action=voicemail", RECORD, "tccc.voicemail", Some(TCCC_OK)),
    ("action=specifiedSeat", r#"{"RequestId":"r-1"}"#, "tccc.specifiedSeat", None),
    ("", INBOUND, "tccc.CallInBound", None),
    ("action=fax", "{}", "tccc.other", None),
    ("CallbackCommand=Desk.SessionEventNotify", EVENT, "desk.session_event", Some(DESK_OK)),
    ("CallbackCommand=ChatBot.OnAssignHuman", EVENT, "desk.assign_agent", None),
    ("CallbackCommand=Chatbot.InterfaceInvocation", "{}", "desk.interface_invocation", None),
    ("CallbackCommand=State.StateChange", "{}", "desk.other", None),
    ("", r#"{"accountId":"N1","pushType":"dialoutRing"}"#, "sevenmoor.dialoutRing", Some("")),
    ("", r#"{"accountId":"N1","pushType":"dialoutHangup"}"#, "sevenmoor.dialoutHangup", Some("")),
    ("", r#"{"accountId":"N1","callEvent":"ring","callType":"incoming"}"#, "sevenmoor.incomingRing", Some("")),
    ("", r#"{"accountId":"N1","callEvent":"hangup","callType":"incoming"}"#, "sevenmoor.incomingHangup", Some("")),
    ("", r#"{"accountId":"N1","callEvent":"link"}"#, "sevenmoor.link", Some("")),
    ("", r#"{"accountId":"N1","pushType":"callStatus"}"#, "sevenmoor.callStatus", Some("")),
    ("", r#"{"accountId":"N1","pushType":"cdr"}"#, "sevenmoor.cdr", Some("")),
    ("", r#"{"accountId":"N1","pushType":"mediaFailreason"}"#, "sevenmoor.mediaFailreason", Some("")),
    ("", r#"{"accountId":"N1","pushType":"login"}"#, "sevenmoor.login", Some("")),
    ("", r#"{"accountId":"N1","pushType":"logout"}"#, "sevenmoor.logout", Some("")),
    ("", r#"{"accountId":"N1","callEvent":"calling"}"#, "sevenmoor.call", Some("")),
    ("", r#"{"accountId":"N1","pushType":"fax"}"#, "sevenmoor.other", None),
    ("", r#"{"hello":1}"#, "unknown", None),
];

fn body_of(reply: Option<Reply>) -> Option<String> {
    reply.map(Reply::into_body)
}

#[test]
fn only_what_is_understood_and_waits_for_no_decision_is_acknowledged() {
    for (query, body, expected, acknowledgement) in VARIANTS {
        assert_eq!(told(query, body), *expected, "{query} {body}");
        let webhook = read(query, body).unwrap();
        assert_eq!(body_of(webhook.acknowledgement()).as_deref(), *acknowledgement, "{expected}");
        // The vendor's own entry point says the same.
        let own = match &webhook {
            Webhook::Tccc(_) => tccc::Push::from_request(query, body.as_bytes()).unwrap().acknowledgement(),
            Webhook::Desk(_) => desk::Push::from_request(query, body.as_bytes()).unwrap().acknowledgement(),
            Webhook::SevenMoor(_) => sevenmoor::Push::from_slice(body.as_bytes()).unwrap().acknowledgement(),
            _ => None,
        };
        assert_eq!(own, webhook.acknowledgement(), "{expected}");
    }
}

#[test]
fn a_failure_has_the_form_of_the_reply_that_the_vendor_expects_if_there_is_one() {
    const TCCC: &str = r#"{"ErrMsg":"disk full","ErrCode":1}"#;
    const DECISION: &str = r#"{"ActionStatus":"FAIL","ErrorInfo":"disk full","ErrorCode":1}"#;
    for (query, body, expected, _) in VARIANTS {
        let failure = read(query, body).unwrap().failure("disk full");
        assert!(failure.as_ref().is_none_or(|reply| reply.status() == 503), "{expected}");
        let form = match *expected {
            "tccc.cdr" | "tccc.imcdr" | "tccc.videoCdr" | "tccc.record" | "tccc.voicemail" => Some(TCCC),
            "tccc.specifiedSeat" => Some(r#"{"RequestId":"r-1","ErrMsg":"disk full","ErrCode":1}"#),
            "desk.session_event" => Some(r#"{"ActionStatus":"FAIL","ErrorInfo":"disk full","ErrorCode":0}"#),
            "desk.assign_agent" | "desk.interface_invocation" => Some(DECISION),
            _ => None,
        };
        assert_eq!(body_of(failure).as_deref(), form, "{expected}");
    }
}

#[test]
fn each_event_has_a_listed_name_and_what_is_not_known_has_no_name_of_its_own() {
    for (query, body, expected, _) in VARIANTS {
        let webhook = read(query, body).unwrap();
        let known = !expected.ends_with(".other") && *expected != "unknown";
        assert_eq!(webhook.is_known(), known, "{expected}");
        let names = match &webhook {
            Webhook::Tccc(_) => tccc::Push::EVENT_NAMES,
            Webhook::Desk(_) => desk::Push::EVENT_NAMES,
            Webhook::SevenMoor(_) => sevenmoor::Push::EVENT_NAMES,
            _ => &["unknown"],
        };
        assert!(names.contains(&webhook.event_name()), "{expected}");
        let again = match webhook.clone() {
            Webhook::Tccc(push) => push.into(),
            Webhook::Desk(push) => push.into(),
            Webhook::SevenMoor(push) => push.into(),
            other => other,
        };
        assert_eq!(again, webhook);
    }
    assert_eq!(desk::Push::EVENT_NAMES, ["session_event", "assign_agent", "interface_invocation", "other"]);
}

#[test]
fn a_routing_request_has_the_command_of_its_body_or_else_of_its_query() {
    let human = Some(Command::OnAssignHuman);
    for (query, body, expected) in [
        ("CallbackCommand=ChatBot.OnAssignHuman", r#"{"SessionId":"2baf"}"#, human.clone()),
        ("CallbackCommand=ChatBot.OnAssignHuman", r#"{"SessionId":"2baf","CallbackCommand":""}"#, human),
        (
            "CallbackCommand=ChatBot.OnAssignHuman",
            r#"{"SessionId":"2baf","CallbackCommand":"ChatBot.OnAssignAgent"}"#,
            Some(Command::OnAssignAgent),
        ),
        // It is in `extra`, and would not be written beside another one.
        ("CallbackCommand=ChatBot.OnAssignHuman", r#"{"SessionId":"2baf","CallbackCommand":[1]}"#, None),
    ] {
        let desk::Push::AssignAgent(request) = desk::Push::from_request(query, body.as_bytes()).unwrap() else {
            panic!("{body}")
        };
        assert_eq!(request.callback_command, expected, "{body}");
        assert_eq!(request.extra.get("CallbackCommand").is_some(), expected.is_none(), "{body}");
    }
}

#[test]
fn an_acknowledgement_has_its_vendors_status_and_content_type() {
    for (query, body, content_type) in [
        ("action=cdr", RECORD, "application/json;charset=utf8"),
        ("CallbackCommand=Desk.SessionEventNotify", EVENT, "application/json"),
        ("", r#"{"accountId":"N1","pushType":"cdr"}"#, "text/plain"),
    ] {
        let reply = read(query, body).unwrap().acknowledgement().unwrap();
        assert_eq!((reply.status(), reply.content_type()), (200, content_type));
    }
}

#[test]
fn acknowledging_a_session_event_leaves_the_vendors_default() {
    let listed = SessionEventType::ALL.iter().map(SessionEventType::as_str);
    for event in listed.chain(["NewEvent"]) {
        let body = format!(r#"{{"SessionId":"2baf","Event":"{event}"}}"#);
        let webhook = read("CallbackCommand=Desk.SessionEventNotify", &body).unwrap();
        assert_eq!(body_of(webhook.acknowledgement()).as_deref(), Some(DESK_OK), "{event}");
    }
}

// ---- ids ----

#[test]
fn a_request_names_its_application_and_its_session() {
    let app = Some(1400000214);
    for (query, body, sdk_app_id, session_id) in [
        ("action=cdr", RECORD, app, Some("e97b")),
        ("action=imcdr", RECORD, app, Some("e97b")),
        ("action=videoCdr", RECORD, app, Some("e97b")),
        ("action=record", RECORD, app, Some("e97b")),
        ("action=voicemail", RECORD, app, Some("e97b")),
        ("action=specifiedSeat", r#"{"RequestId":"r-1","SdkAppId":1400000214}"#, app, None),
        ("action=specifiedSeat", r#"{"RequestId":"r-1"}"#, None, None),
        ("", INBOUND, app, Some("5a7f")),
        ("action=fax", RECORD, app, Some("e97b")),
        ("action=fax", r#"{"SdkAppId":"x","SessionId":7}"#, None, None),
        ("action=fax", r#"{"SdkAppId":" 1400000214 ","SessionId":" e97b "}"#, app, Some("e97b")),
        ("action=fax", r#"{"SdkAppId":"\u200b1400000214","SessionId":"e97b\u200b"}"#, app, Some("e97b")),
        ("action=fax", r#"{"SdkAppId":"","SessionId":""}"#, None, None),
        ("action=fax", r#"{"SessionId":" \u200b"}"#, None, None),
        ("CallbackCommand=Desk.SessionEventNotify", EVENT, None, Some("2baf")),
        ("CallbackCommand=ChatBot.OnAssignHuman", EVENT, None, Some("2baf")),
        ("CallbackCommand=Chatbot.InterfaceInvocation", r#"{"Body":{"SystemSessionID":"2baf"}}"#, None, Some("2baf")),
        ("CallbackCommand=Chatbot.InterfaceInvocation", r#"{"Body":{"SystemSessionID":7}}"#, None, None),
        ("CallbackCommand=Chatbot.InterfaceInvocation", r#"{"Body":{"SystemSessionID":""}}"#, None, None),
        ("CallbackCommand=Chatbot.InterfaceInvocation", r#"{"Body":""}"#, None, None),
        ("CallbackCommand=State.StateChange", r#"{"SessionId":" "}"#, None, None),
        ("CallbackCommand=State.StateChange", r#"{"SessionId":"2baf"}"#, None, Some("2baf")),
        ("CallbackCommand=State.StateChange", "{}", None, None),
        ("", r#"{"accountId":"N1","pushType":"dialoutRing","callUniqueId":"4033"}"#, None, Some("4033")),
        ("", r#"{"content":{"accountId":"N1","callEvent":"link","callUniqueId":"4033"}}"#, None, Some("4033")),
        ("", r#"{"accountId":"N1","pushType":"cdr","callUniqueId":"4033"}"#, None, Some("4033")),
        ("", r#"{"accountId":"N1","pushType":"mediaFailreason","callUniqueId":"4033"}"#, None, Some("4033")),
        ("", r#"{"accountId":"N1","pushType":"cdr"}"#, None, None),
        ("", r#"{"accountId":"N1","pushType":"login"}"#, None, None),
        ("", r#"{"accountId":"N1","pushType":"fax"}"#, None, None),
        ("", r#"{"accountId":"N1","pushType":"fax","callUniqueId":" 4033 "}"#, None, Some("4033")),
        ("", r#"{"hello":1,"SessionId":"e97b"}"#, None, None),
    ] {
        let webhook = read(query, body).unwrap();
        assert_eq!((webhook.sdk_app_id(), webhook.session_id()), (sdk_app_id, session_id), "{query} {body}");
        let own = match &webhook {
            Webhook::Tccc(push) => (push.sdk_app_id(), push.session_id()),
            Webhook::Desk(push) => (None, push.session_id()),
            Webhook::SevenMoor(push) => (None, push.session_id()),
            _ => (None, None),
        };
        assert_eq!(own, (sdk_app_id, session_id), "{query} {body}");
    }
}

#[test]
fn a_delivery_has_the_id_that_its_vendor_gives_it_or_none() {
    let desk = "CallbackCommand=Desk.SessionEventNotify&RequestID=r-7";
    for (query, body, uuid, expected) in [
        ("action=cdr", RECORD, Some("8d8a"), Some("8d8a")),
        ("action=fax", "{}", Some("8d8a"), Some("8d8a")),
        ("action=cdr", RECORD, Some(""), None),
        ("action=cdr", RECORD, None, None),
        ("action=cdr&RequestID=r-7", RECORD, None, None),
        ("action=specifiedSeat", r#"{"RequestId":"r-1"}"#, None, None),
        ("", INBOUND, None, None),
        (desk, EVENT, None, Some("r-7")),
        (desk, EVENT, Some("8d8a"), Some("r-7")),
        ("CallbackCommand=State.StateChange&requestid=r-7", "{}", None, Some("r-7")),
        ("CallbackCommand=Desk.SessionEventNotify&RequestID=", EVENT, Some("8d8a"), None),
        ("CallbackCommand=Desk.SessionEventNotify", EVENT, None, None),
        // Two samples of 7moor share one `eventUniqueId`.
        ("RequestID=r-7", r#"{"accountId":"N1","pushType":"login","eventUniqueId":"e-1"}"#, Some("8d8a"), None),
        ("RequestID=r-7", r#"{"hello":1}"#, Some("8d8a"), None),
    ] {
        // As it is documented, and as HTTP/2 and AWS Lambda spell it.
        for spelling in ["X-TCCC-PUSH-UUID", "x-tccc-push-uuid"] {
            let headers = |name: &str| uuid.filter(|_| name == spelling).map(str::to_owned);
            assert_eq!(read(query, body).unwrap().delivery_id(headers, query).as_deref(), expected, "{query} {body}");
        }
    }
}

// ---- requests that wait for a decision ----

#[test]
fn an_inbound_call_field_by_field() {
    let call: InboundCall = documented(include_str!("../../fixtures/tccc/CallInBound.authored.json"));
    let mut expected = InboundCall::new(1400000214, "5a7f2c1e-3b64-4c0d-9e8f-1f2a3b4c5d6e");
    expected.event = text("CallInBound");
    let mut of_call = CallInBound::default();
    of_call.ivr_id = Some(12);
    of_call.caller = text("+8613800000001");
    of_call.callee = text("+862100000002");
    expected.call_in_bound = Some(of_call);
    assert_eq!(call, expected);
    assert_eq!(
        serde_json::to_string(&call).unwrap(),
        r#"{"Event":"CallInBound","SessionId":"5a7f2c1e-3b64-4c0d-9e8f-1f2a3b4c5d6e","SdkAppId":1400000214,"CallInBound":{"IvrId":12,"Caller":"+8613800000001","Callee":"+862100000002"}}"#
    );
}

#[test]
fn an_inbound_call_of_the_older_page_is_the_same_callback() {
    let body = include_str!("../../fixtures/tccc/CallInBound.authored-older-page.json");
    let Webhook::Tccc(tccc::Push::InboundCall(call)) = read("", body).unwrap() else { panic!() };
    let of_call = call.call_in_bound.unwrap();
    assert_eq!((of_call.ai_agent_id, of_call.ivr_id), (Some(7), None));
    assert_eq!(
        (of_call.caller.as_deref(), of_call.callee.as_deref()),
        (Some("008613800000001"), Some("00862100000002"))
    );
}

#[test]
fn an_agent_choice_field_by_field() {
    let request: SpecifiedSeat = documented(include_str!("../../fixtures/tccc/specifiedSeat.authored.json"));
    let mut expected = SpecifiedSeat::new("b3a1f0c2-8d5e-4c77-9b21-0d4e5f6a7b8c");
    expected.timestamp = at("2020-12-16T14:57:16Z");
    expected.sdk_app_id = Some(1400000214);
    expected.session_type = text("tel");
    expected.user = text("008613800000001");
    assert_eq!(request, expected);
    assert_eq!(
        told("action=specifiedSeat", r#"{"SdkAppId":1,"SessionId":"e97b"}"#),
        "RequestId is missing: expected text, found nothing"
    );
}

#[test]
fn a_routing_request_has_its_time_as_number_or_text() {
    let request: AssignAgent = documented(include_str!("../../fixtures/desk/assign_agent.authored.json"));
    let mut expected = AssignAgent::new("2baf4d84-beb4-4607-a1ea-6ebcaef3e0e6");
    expected.callback_command = Some(Command::OnAssignHuman);
    expected.client_user_id = text("user_1");
    expected.customer_service_id = text("@customer_service_1");
    expected.event_time = at("2024-09-05T12:40:20.017Z");
    assert_eq!(request, expected);

    let older: AssignAgent = documented(include_str!("../../fixtures/desk/assign_agent.authored-event-time-text.json"));
    expected.callback_command = Some(Command::OnAssignAgent);
    expected.customer_service_id = None;
    assert_eq!(older, expected);
}

#[test]
fn an_interface_call_has_values_or_none() {
    let request: InterfaceInvocation =
        documented(include_str!("../../fixtures/desk/interface_invocation.authored.json"));
    assert_eq!(request.callback_command, Some(Command::InterfaceInvocation));
    assert_eq!(request.event_time, at("2024-09-05T12:40:20.017Z"));
    for (name, expected) in [
        ("SystemClientUserID", Some("user_1")),
        ("SystemSessionID", Some("2baf4d84-beb4-4607-a1ea-6ebcaef3e0e6")),
        ("order", Some("A-7")),
        ("Order", None),
        ("none", None),
    ] {
        assert_eq!(request.value(name), expected, "{name}");
    }
    let empty: InterfaceInvocation =
        documented(include_str!("../../fixtures/desk/interface_invocation.authored-no-values.json"));
    assert_eq!((empty.value("order"), &empty.body), (None, &None));
    for body in ["{}", r#"{"Body":null}"#, r#"{"Body":{}}"#, r#"{"Body":[1]}"#, r#"{"Body":{"order":7}}"#] {
        assert_eq!(from_str::<InterfaceInvocation>(body).unwrap().value("order"), None, "{body}");
    }
}

// ---- replies ----

/// A reply with its own content type.
fn reply(reply: impl Into<Reply>, content_type: &str) -> String {
    let reply: Reply = reply.into();
    assert_eq!((reply.status(), reply.content_type()), (200, content_type), "{}", reply.body());
    reply.into_body()
}

#[test]
fn the_reply_to_an_inbound_call_names_one_target_or_hangs_up() {
    for (decision, expected) in [
        (InboundCallReply::ai_agent(7).unwrap(), r#"{"CallInBound":{"OverrideAIAgentId":7}}"#),
        (InboundCallReply::ivr(12).unwrap(), r#"{"CallInBound":{"OverrideIvrId":12}}"#),
        (
            InboundCallReply::ai_agent(7).unwrap().with_variable("level", "gold").with_variable("name", "\"王\"\n"),
            r#"{"CallInBound":{"OverrideAIAgentId":7,"Variables":[{"Key":"level","Value":"gold"},{"Key":"name","Value":"\"王\"\n"}]}}"#,
        ),
        (
            InboundCallReply::ivr(12).unwrap().with_variable("level", "gold"),
            r#"{"CallInBound":{"OverrideIvrId":12,"Variables":[{"Key":"level","Value":"gold"}]}}"#,
        ),
        (InboundCallReply::hang_up(), r#"{"CallInBound":{}}"#),
        (InboundCallReply::hang_up().with_variable("level", "gold"), r#"{"CallInBound":{}}"#),
    ] {
        assert_eq!(decision.to_json(), expected);
        assert_eq!(serde_json::to_string(&decision).unwrap(), expected);
        assert_eq!(reply(decision, "application/json;charset=utf8"), expected);
    }
}

#[test]
fn without_an_opinion_a_call_goes_where_its_number_is_set_to() {
    for (call, expected) in [
        (r#"{"AIAgentId":7,"IvrId":0}"#, Some(r#"{"CallInBound":{"OverrideAIAgentId":7}}"#)),
        (r#"{"AIAgentId":0,"IvrId":12}"#, Some(r#"{"CallInBound":{"OverrideIvrId":12}}"#)),
        (r#"{"AIAgentId":"7"}"#, Some(r#"{"CallInBound":{"OverrideAIAgentId":7}}"#)),
        (r#"{"AIAgentId":7,"IvrId":12}"#, Some(r#"{"CallInBound":{"OverrideAIAgentId":7}}"#)),
        // No reply would let the call go on, and an empty one would hang up.
        (r#"{"AIAgentId":0,"IvrId":0}"#, None),
        (r#"{"AIAgentId":"none"}"#, None),
        // It may have an AI agent, which would take the call.
        (r#"{"AIAgentId":"none","IvrId":12}"#, None),
        ("{}", None),
        ("null", None),
    ] {
        let body = format!(r#"{{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":{call}}}"#);
        let call: InboundCall = from_str(&body).unwrap();
        let decided = InboundCallReply::as_configured(&call).map(|decision| decision.to_json());
        assert_eq!(decided.as_deref(), expected, "{body}");
    }
    let mut call: InboundCall =
        from_str(r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":{"IvrId":12}}"#).unwrap();
    call.call_in_bound.as_mut().unwrap().ai_agent_id = Some(0);
    assert_eq!(InboundCallReply::as_configured(&call), InboundCallReply::ivr(12));
}

#[test]
fn the_reply_to_an_agent_choice_names_agents_or_a_skill_group() {
    let request: SpecifiedSeat = from_str(r#"{"RequestId":"r-1"}"#).unwrap();
    for (decision, expected) in [
        (
            SpecifiedSeatReply::agents(&request, ["wang@example.com"]).unwrap(),
            r#"{"RequestId":"r-1","ErrMsg":"","ErrCode":0,"SeatEmails":["wang@example.com"]}"#,
        ),
        (
            SpecifiedSeatReply::agents(&request, vec!["wang@example.com".to_owned(), "li@example.com".to_owned()])
                .unwrap(),
            r#"{"RequestId":"r-1","ErrMsg":"","ErrCode":0,"SeatEmails":["wang@example.com","li@example.com"]}"#,
        ),
        (
            SpecifiedSeatReply::skill_group(&request, 1072).unwrap(),
            r#"{"RequestId":"r-1","ErrMsg":"","ErrCode":0,"SkillGroup":1072}"#,
        ),
        (
            SpecifiedSeatReply::agents(&request, ["wang@example.com"])
                .unwrap()
                .with_skill_group(1072)
                .with_skill_group(0),
            r#"{"RequestId":"r-1","ErrMsg":"","ErrCode":0,"SeatEmails":["wang@example.com"],"SkillGroup":1072}"#,
        ),
        (
            SpecifiedSeatReply::error(&request, 404, "no \"agent\"").with_skill_group(1072),
            r#"{"RequestId":"r-1","ErrMsg":"no \"agent\"","ErrCode":404}"#,
        ),
        // With code 0 nothing would have failed.
        (SpecifiedSeatReply::error(&request, 0, "no agent"), r#"{"RequestId":"r-1","ErrMsg":"no agent","ErrCode":1}"#),
    ] {
        assert_eq!(decision.to_json(), expected);
        assert_eq!(serde_json::to_string(&decision).unwrap(), expected);
        assert_eq!(reply(decision, "application/json;charset=utf8"), expected);
    }
}

#[test]
fn the_reply_to_a_routing_request_names_agents_or_a_group() {
    for (decision, expected) in [
        (
            AssignAgentReply::agents(["wang@example.com", "li@example.com"]).unwrap(),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentIdList":["wang@example.com","li@example.com"]}"#,
        ),
        (
            AssignAgentReply::group(12).unwrap(),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentGroupId":12}"#,
        ),
        (
            // The vendor's sample.
            AssignAgentReply::agents(["svc1@tencent.com", "svc2@tencent.com"]).unwrap().with_group(6521).with_group(0),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentGroupId":6521,"AgentIdList":["svc1@tencent.com","svc2@tencent.com"]}"#,
        ),
        (
            AssignAgentReply::fail("no agent is free").with_group(6521),
            r#"{"ActionStatus":"FAIL","ErrorInfo":"no agent is free","ErrorCode":1}"#,
        ),
    ] {
        assert_eq!(decision.to_json(), expected);
        assert_eq!(serde_json::to_string(&decision).unwrap(), expected);
        assert_eq!(reply(decision, "application/json"), expected);
    }
}

#[test]
fn a_reply_that_decides_nothing_cannot_be_built() {
    const NO_ONE: [&str; 0] = [];
    let request = SpecifiedSeat::new("r-1");
    assert_eq!((InboundCallReply::ai_agent(0), InboundCallReply::ivr(0)), (None, None));
    assert_eq!((SpecifiedSeatReply::skill_group(&request, 0), AssignAgentReply::group(0)), (None, None));
    assert_eq!((SpecifiedSeatReply::agents(&request, NO_ONE), AssignAgentReply::agents(NO_ONE)), (None, None));
    assert_eq!(
        (SpecifiedSeatReply::agents(&request, ["", "\u{3000}"]), AssignAgentReply::agents(["", " "])),
        (None, None)
    );
    assert_eq!(AssignAgentReply::agents(["", "li"]), AssignAgentReply::agents(["li"]));
    assert_eq!(SpecifiedSeatReply::agents(&request, ["", "li"]), SpecifiedSeatReply::agents(&request, ["li"]));
}

#[test]
fn the_reply_to_an_interface_call_has_values_or_a_failure() {
    for (decision, expected) in [
        (InterfaceInvocationReply::ok(), r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}"#),
        (
            InterfaceInvocationReply::ok().with_value("level", "3").with_value("city", "北京"),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"Body":{"city":"北京","level":"3"}}"#,
        ),
        (
            InterfaceInvocationReply::ok().with_value("level", "3").with_value("level", "4"),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"Body":{"level":"4"}}"#,
        ),
        (
            InterfaceInvocationReply::fail("no such customer"),
            r#"{"ActionStatus":"FAIL","ErrorInfo":"no such customer","ErrorCode":1}"#,
        ),
        (
            InterfaceInvocationReply::fail("no such customer").with_value("level", "3"),
            r#"{"ActionStatus":"FAIL","ErrorInfo":"no such customer","ErrorCode":1}"#,
        ),
    ] {
        assert_eq!(decision.to_json(), expected);
        assert_eq!(serde_json::to_string(&decision).unwrap(), expected);
        assert_eq!(reply(decision, "application/json"), expected);
    }
}

#[test]
fn the_reply_to_a_customers_message_may_say_who_answers() {
    let ok = || desk::Response::ok();
    for (response, expected) in [
        (ok(), r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}"#),
        (
            ok().with_ai_provider(AiProvider::Own),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AIProvider":0}"#,
        ),
        (
            ok().with_ai_provider(AiProvider::Desk),
            r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AIProvider":1}"#,
        ),
        (
            desk::Response::fail("disk full").with_code(500).with_ai_provider(AiProvider::Desk),
            r#"{"ActionStatus":"FAIL","ErrorInfo":"disk full","ErrorCode":500,"AIProvider":1}"#,
        ),
    ] {
        assert_eq!(response.to_json(), expected);
        assert_eq!(serde_json::from_str::<desk::Response>(expected).unwrap(), response, "{expected}");
        assert_eq!(reply(response, "application/json"), expected);
    }
    // The vendor's samples have the one key alone.
    let alone: desk::Response = serde_json::from_str(r#"{"AIProvider":1}"#).unwrap();
    assert_eq!(alone, ok().with_ai_provider(AiProvider::Desk));
    for no_reply in [
        r#"{"ErrorCode":0}"#,
        r#"{"ActionStatus":"OK","ErrorCode":"x"}"#,
        r#"{"ActionStatus":"OK","AIProvider":"x"}"#,
        r#"{"ActionStatus":"OK","AIProvider":7}"#,
    ] {
        assert!(serde_json::from_str::<desk::Response>(no_reply).is_err(), "{no_reply}");
    }
    let all: Vec<_> = AiProvider::ALL.iter().map(|provider| (provider.code(), provider.to_string())).collect();
    assert_eq!(all, [(0, "0".to_owned()), (1, "1".to_owned())]);
}

// ---- 7moor's calls in an envelope ----

/// The call of a push that has one, and its name.
fn wrapped(body: &str) -> (String, CallPush) {
    let Webhook::SevenMoor(push) = read("", body).unwrap() else { panic!("{body}") };
    assert_eq!(sevenmoor::Push::from_slice(body.as_bytes()).unwrap(), push, "{body}");
    let written = serde_json::to_string(&push).unwrap();
    assert_eq!(from_str::<sevenmoor::Push>(&written).unwrap(), push, "{body}");
    (push.event_name().to_owned(), push.call().unwrap_or_else(|| panic!("{body}")).clone())
}

#[test]
fn a_call_in_an_envelope_is_the_same_event() {
    for (fields, expected) in [
        (r#""callEvent":"calling","callType":"dialout""#, "call"),
        (r#""callEvent":"calling","callType":"incoming""#, "call"),
        (r#""callEvent":"ring","callType":"incoming""#, "incomingRing"),
        (r#""callEvent":"ring","callType":"dialout""#, "dialoutRing"),
        (r#""callEvent":"ring","callType":"previewDialout""#, "dialoutRing"),
        (r#""callEvent":"link","callType":"incoming""#, "link"),
        (r#""callEvent":"link","callType":"dialout""#, "link"),
        (r#""callEvent":"link""#, "link"),
        (r#""callEvent":"hangup","callType":"incoming""#, "incomingHangup"),
        (r#""callEvent":"hangup","callType":"dialout""#, "dialoutHangup"),
        (r#""callEvent":"hangup","callType":"autoDialout""#, "dialoutHangup"),
        (r#""callEvent":"hangup","callType":"other""#, "call"),
        (r#""callEvent":"hangup""#, "call"),
        (r#""callEvent":"parked","callType":"incoming""#, "call"),
        (r#""callType":"incoming""#, "call"),
        (r#""callEvent":"ring","callType":"incoming","statusNumber":"1""#, "callStatus"),
        (r#""statusName":"空闲""#, "callStatus"),
        (r#""pushType":"dialoutHangup","callEvent":"ring","callType":"incoming""#, "dialoutHangup"),
        (r#""pushType":"callStatus""#, "callStatus"),
        (r#""pushType":"newEvent","callEvent":"link""#, "link"),
    ] {
        let content = format!(r#"{{"accountId":"N1","callUniqueId":"4033",{fields}}}"#);
        let as_text = serde_json::to_string(&content).unwrap();
        for body in [
            format!(r#"{{"content":{content},"uniqueId":"92fe"}}"#),
            format!(r#"{{"uniqueId":"92fe","content":{as_text}}}"#),
            format!(r#"{{"uniqueId":"92fe","accountId":"N1","content":{content}}}"#),
        ] {
            let (name, call) = wrapped(&body);
            assert_eq!(name, expected, "{body}");
            assert_eq!(call.call_unique_id.as_deref(), Some("4033"), "{body}");
            assert_eq!(call.unique_id(), Some("92fe"), "{body}");
            assert!(call.envelope.is_some(), "{body}");
        }
    }
}

#[test]
fn a_known_outer_push_type_decides_before_an_inner_one() {
    for (body, expected, outer, inner) in [
        (
            r#"{"pushType":"dialoutRing","accountId":"N1","content":{"pushType":"dialoutHangup","callEvent":"hangup"}}"#,
            "dialoutRing",
            PushType::DialoutRing,
            Some(PushType::DialoutHangup),
        ),
        (
            r#"{"accountId":"N1","content":{"pushType":"dialoutHangup","callEvent":"hangup"},"pushType":"callStatus"}"#,
            "callStatus",
            PushType::CallStatus,
            Some(PushType::DialoutHangup),
        ),
        (
            r#"{"pushType":"dialoutRing","content":"{\"accountId\":\"N1\",\"callEvent\":\"hangup\",\"callType\":\"incoming\"}"}"#,
            "dialoutRing",
            PushType::DialoutRing,
            None,
        ),
    ] {
        let (name, call) = wrapped(body);
        assert_eq!(name, expected, "{body}");
        assert_eq!(call.envelope.unwrap().push_type, Some(outer.clone()), "{body}");
        assert_eq!(call.push_type, inner, "{body}");
        assert_eq!(sevenmoor::Push::from_slice(body.as_bytes()).unwrap().push_type(), Some(&outer), "{body}");
    }
    // An unknown one is an event that is not known, whatever is in it.
    let body = r#"{"pushType":"newEvent","accountId":"N1","content":{"pushType":"dialoutHangup"}}"#;
    assert_eq!(told("", body), "sevenmoor.other");
}

/// The bodies that have these fields and this content, in either order.
fn beside(fields: &str, content: &str) -> [String; 2] {
    [format!(r#"{{{fields},"content":{content}}}"#), format!(r#"{{"content":{content},{fields}}}"#)]
}

#[test]
fn a_content_that_is_not_a_call_is_kept_beside_the_call() {
    for content in [
        "{}",
        r#"{"segments":[]}"#,
        r#"{"agentNumber":"7","callUniqueId":"9"}"#,
        r#"{"callEvent":"","callType":null,"statusNumber":" "}"#,
        r#"{"pushType":"cdr","callEvent":"hangup"}"#,
        r#"{"pushType":"login"}"#,
        r#"{"pushType":"newEvent"}"#,
        r#"{"hangUpSide":"AGENT"}"#,
        r#"[{"callEvent":"hangup"}]"#,
        "[1]",
        "7",
        "true",
        r#""text""#,
        r#""{""#,
        r#""{oops""#,
        r#""{\"callEvent\":\"hangup\"""#,
        r#""{\"callEvent\":\"hangup\"} and more""#,
        r#""[{\"callEvent\":\"hangup\"}]""#,
        r#""{}""#,
        r#""{\"segments\":[]}""#,
    ] {
        for (fields, expected) in [
            (r#""accountId":"N1","agentNumber":"1121","callEvent":"link""#, "link"),
            (r#""accountId":"N1","agentNumber":"1121","callEvent":"ring","callType":"incoming""#, "incomingRing"),
            (r#""accountId":"N1","agentNumber":"1121","statusNumber":"0""#, "callStatus"),
            (r#""accountId":"N1","agentNumber":"1121","pushType":"dialoutRing""#, "dialoutRing"),
            (r#""accountId":"N1","agentNumber":"1121","pushType":"callStatus""#, "callStatus"),
        ] {
            for body in beside(fields, content) {
                let (name, call) = wrapped(&body);
                assert_eq!((name.as_str(), call.agent_number.as_deref()), (expected, Some("1121")), "{body}");
                assert_eq!((call.account_id.as_deref(), &call.envelope), (Some("N1"), &None), "{body}");
                assert_eq!(
                    call.extra["content"],
                    serde_json::from_str::<serde_json::Value>(content).unwrap(),
                    "{body}"
                );
                assert_eq!(call.extra.len(), 1, "{body}");
                let report = inspect::<CallPush>(body.as_bytes()).unwrap().report;
                assert_eq!(codes(&report), ["content unknown-key"], "{body}");
            }
        }
        // An event that is not known is kept whole.
        for body in beside(r#""accountId":"N1","pushType":"newEvent""#, content) {
            let Webhook::SevenMoor(sevenmoor::Push::Other(other)) = read("", &body).unwrap() else { panic!("{body}") };
            let kept: serde_json::Value = serde_json::to_value(&other.body).unwrap();
            assert_eq!(kept, serde_json::from_str::<serde_json::Value>(&body).unwrap(), "{body}");
        }
    }
    for content in [r#""""#, "[]", "null"] {
        for body in beside(r#""accountId":"N1","callEvent":"link","agentNumber":"1121""#, content) {
            let (name, call) = wrapped(&body);
            assert_eq!((name.as_str(), call.agent_number.as_deref()), ("link", Some("1121")), "{body}");
            assert_eq!(call.envelope, None, "{body}");
        }
    }
}

#[test]
fn what_is_around_a_call_in_an_envelope_is_kept() {
    let call = r#"{"agentNumber":"1121","callEvent":"link"}"#;
    for content in [call.to_owned(), json!(call).to_string()] {
        for body in beside(r#""accountId":"N1","agentNumber":"7","callEvent":"ring","uniqueId":"92fe""#, &content) {
            let (name, call) = wrapped(&body);
            assert_eq!((name.as_str(), call.agent_number.as_deref()), ("link", Some("1121")), "{body}");
            let envelope = call.envelope.as_ref().unwrap();
            assert_eq!(envelope.unique_id.as_deref(), Some("92fe"), "{body}");
            let kept = serde_json::to_value(&envelope.extra).unwrap();
            assert_eq!(kept, json!({ "agentNumber": "7", "callEvent": "ring" }), "{body}");
            assert_eq!(envelope.account_id.as_deref(), Some("N1"), "{body}");
            assert!(call.extra.is_empty(), "{body}");
        }
    }
}

#[test]
fn of_several_contents_the_last_that_is_a_call_is_the_call() {
    let (seven, eight) = (r#"{"callEvent":"link","agentNumber":"7"}"#, r#"{"callEvent":"hangup","agentNumber":"8"}"#);
    let as_text = json!(eight).to_string();
    for (body, agent) in [
        (format!(r#""content":{seven},"content":{eight}"#), "8"),
        (format!(r#""content":{eight},"content":{seven}"#), "7"),
        (format!(r#""content":{seven},"content":{as_text}"#), "8"),
        (format!(r#""content":{seven},"content":"{{oops""#), "7"),
        (format!(r#""content":"{{oops","content":{seven}"#), "7"),
        (format!(r#""content":{seven},"content":{{}}"#), "7"),
        (format!(r#""content":{seven},"content":null"#), "7"),
        (format!(r#""content":{seven},"content":{{"segments":[]}}"#), "7"),
        (format!(r#""content":{seven},"CONTENT":{eight}"#), "7"),
        (format!(r#""CONTENT":{eight},"content":{seven}"#), "7"),
        (format!(r#""CONTENT":{eight},"content":"{{oops""#), "8"),
        (format!(r#""content":{{}},"Content":{eight}"#), "8"),
        (format!(r#""CONTENT":{seven},"Content":{eight}"#), "8"),
        (format!(r#""Content":{eight}"#), "8"),
    ] {
        let body = format!(r#"{{"accountId":"N1",{body}}}"#);
        let (name, call) = wrapped(&body);
        assert_eq!(name, if agent == "7" { "link" } else { "call" }, "{body}");
        assert_eq!(call.agent_number.as_deref(), Some(agent), "{body}");
        assert_eq!(call.envelope.unwrap().account_id.as_deref(), Some("N1"), "{body}");
    }
    // If none is, the call is around them.
    let body = r#"{"accountId":"N1","callEvent":"link","content":"{oops","Content":{"segments":[]}}"#;
    let (name, call) = wrapped(body);
    assert_eq!((name.as_str(), call.account_id.as_deref(), &call.envelope), ("link", Some("N1"), &None));
    assert_eq!(
        serde_json::to_value(&call.extra).unwrap(),
        json!({ "content": "{oops", "Content": { "segments": [] } })
    );
}

#[test]
fn nothing_is_lost_whatever_the_content_and_what_is_around_it() {
    let contents = [
        r#"{"callEvent":"link","agentName":"inner"}"#,
        r#"{"pushType":"dialoutHangup","agentName":"inner"}"#,
        r#"{"pushType":"cdr","agentName":"inner"}"#,
        r#"{"pushType":"newEvent","agentName":"inner"}"#,
        r#"{"statusNumber":["inner"],"agentName":["inner"]}"#,
        r#"{"agentName":"inner"}"#,
        r#"{"segments":[{"text":"inner"}]}"#,
        r#"{"callEvent":"","x":"inner"}"#,
        r#"{"callEvent":"link","content":{"callEvent":"hangup","agentName":"inner"}}"#,
        r#"["inner"]"#,
        r#""inner""#,
        r#""{inner""#,
        "1234.5",
    ];
    let fields = [
        "",
        r#""agentName":"outer","#,
        r#""callEvent":"ring","callType":"incoming","agentName":"outer","#,
        r#""statusName":"outer","#,
        r#""statusName":{"x":"outer"},"agentName":7,"#,
        r#""loginType":"outer","#,
        r#""preMediaKeyWord":"outer","#,
        r#""hangUpSide":"outer","#,
        r#""x":"outer","uniqueId":"u-1","#,
    ];
    let push_types = [
        "",
        r#""pushType":"dialoutRing","#,
        r#""pushType":"callStatus","#,
        r#""pushType":"cdr","#,
        r#""pushType":"mediaFailreason","#,
        r#""pushType":"login","#,
        r#""pushType":"newEvent","#,
        r#""pushType":[7],"#,
    ];
    for content in contents {
        let forms = [content.to_owned(), serde_json::to_string(content).unwrap()];
        for (key, content) in ["content", "Content"].iter().flat_map(|key| forms.iter().map(move |form| (key, form))) {
            for (fields, push_type) in fields.iter().flat_map(|f| push_types.iter().map(move |p| (f, p))) {
                let body = format!(r#"{{{fields}{push_type}"accountId":"N1","{key}":{content}}}"#);
                let push = sevenmoor::Push::from_slice(body.as_bytes()).unwrap();
                assert_eq!(inspect::<sevenmoor::Push>(body.as_bytes()).unwrap().value, push, "{body}");
                let written = serde_json::to_string(&push).unwrap();
                for mark in ["inner", "outer", "N1", "u-1", "1234.5", "newEvent", "dialoutHangup", "7"] {
                    let count = |text: &str| text.matches(mark).count();
                    assert_eq!(count(&written), count(&body), "{mark}: {body} {written}");
                }
                assert_eq!(sevenmoor::Push::from_slice(written.as_bytes()).unwrap(), push, "{body}");
                assert_eq!(serde_json::from_str::<sevenmoor::Push>(&body).unwrap(), push, "{body}");
            }
        }
    }
}

#[test]
fn a_content_that_is_nested_too_deep_to_be_read_is_not_the_call() {
    for (levels, is_wrapped) in [(125, true), (126, false), (127, false)] {
        let deep = format!(r#"{{"callEvent":"link","x":{}{}}}"#, "[".repeat(levels), "]".repeat(levels));
        let body =
            json!({ "accountId": "N1", "agentNumber": "1121", "callEvent": "ring", "content": deep }).to_string();
        let (name, call) = wrapped(&body);
        assert_eq!(call.envelope.is_some(), is_wrapped, "{levels}");
        assert_eq!(name, if is_wrapped { "link" } else { "call" }, "{levels}");
        assert_eq!(call.agent_number.as_deref(), if is_wrapped { None } else { Some("1121") }, "{levels}");
    }
}

#[test]
fn a_call_in_an_envelope_as_json_text() {
    let (name, call) = wrapped(include_str!("../../fixtures/sevenmoor/incomingHangup.authored-content-text.json"));
    assert_eq!(name, "incomingHangup");
    assert_eq!(call.unique_id(), Some("92fe6e957421411c9343fdef75411ca2"));
    assert_eq!(call.event_unique_id.as_deref(), Some("0f4d7c5f5b6d4d2f9a3c0e1b2a394858"));
    assert_eq!(call.customer_number.as_deref(), Some("17319132391"));
    assert_eq!(call.status_time, at("2020-12-14T11:12:20Z"));
    assert_eq!((call.display_number, call.extras), (None, None));
}

// ---- Desk's messages ----

fn stream(chunks: &str) -> (String, bool, Option<String>) {
    let body = format!(
        r#"{{"SessionId":"2baf","Event":"ChatBot.RobotSendMsg","MsgKey":"k-1","MsgBody":[
            {{"MsgType":"TIMStreamElem","MsgContent":{{"CompatibleText":"please update","Chunks":{chunks}}}}}]}}"#
    );
    let event: SessionEvent = from_str(&body).unwrap();
    let MsgContent::Stream(stream) = &event.msg_body[0].msg_content else { panic!("{body}") };
    assert_eq!(stream.compatible_text.as_deref(), Some("please update"));
    (stream.markdown(), stream.is_complete(), event.msg_key)
}

#[test]
fn a_streamed_text_grows_under_one_key() {
    for (chunks, markdown, is_complete) in [
        ("[]", "", false),
        (r#"[{"EventType":"data","Index":1,"Markdown":"**Re","IsLast":false}]"#, "**Re", false),
        (
            r#"[{"EventType":"data","Index":1,"Markdown":"**Re"},{"EventType":"data","Index":2,"Markdown":"fund**"}]"#,
            "**Refund**",
            false,
        ),
        (
            r#"[{"Index":1,"Markdown":"**Re"},{"Index":2,"Markdown":"fund**","IsLast":false},{"Index":3,"IsLast":true}]"#,
            "**Refund**",
            true,
        ),
        (r#"[{"EventType":"error","Index":1,"Markdown":"","IsLast":true}]"#, "", true),
        (r#"[{"Index":2,"IsLast":true},{"Index":1,"Markdown":"late"}]"#, "late", true),
    ] {
        assert_eq!(stream(chunks), (markdown.to_owned(), is_complete, text("k-1")), "{chunks}");
    }
}

#[test]
fn a_streamed_text_field_by_field() {
    let event: SessionEvent = documented(include_str!("../../fixtures/desk/session_event.authored-stream.json"));
    assert_eq!(event.msg_key.as_deref(), Some("k7_1725540020_3_1400000214_user_1@made_up"));
    let element = &event.msg_body[0];
    assert_eq!((element.msg_type().as_str(), element.text()), ("TIMStreamElem", None));
    let MsgContent::Stream(stream) = &element.msg_content else { panic!() };
    assert_eq!((stream.compatible_text.as_deref(), stream.chunks.len()), (Some("请升级"), 2));
    let last = &stream.chunks[1];
    assert_eq!((last.event_type.as_deref(), last.index, last.is_last), (Some("data"), Some(2), Some(true)));
    assert_eq!((stream.markdown().as_str(), stream.is_complete()), ("**退费**需要三天。", true));
}

/// A custom element with such a `Data`.
fn custom(data: &str) -> CustomContent {
    let mut content = CustomContent::default();
    content.data = text(data);
    content
}

#[test]
fn the_three_envelopes_of_custom_data_are_told_apart() {
    use DeskEnvelope::{Business, Chatbot, CustomerService};

    for (data, expected) in [
        (r#"{"customerServicePlugin":0,"src":"7"}"#, Some(CustomerService)),
        (r#"{"customerServicePlugin":"0","src":"7"}"#, Some(CustomerService)),
        (r#"{"src":"9","customerServicePlugin":0,"menuContent":{"head":"h"}}"#, Some(CustomerService)),
        (r#"{"chatbotPlugin":2,"src":2,"chunks":["a"],"isFinished":0}"#, Some(Chatbot)),
        (r#"{"chatbotPlugin":2,"customerServicePlugin":0}"#, Some(CustomerService)),
        (r#"{"businessID":"order","chatbotPlugin":2}"#, Some(Chatbot)),
        (r#"{"businessID":"order","title":"t"}"#, Some(Business)),
        (r#"{"businessID":"user_typing_status","typingStatus":1}"#, Some(Business)),
        (r#"{"src":"7"}"#, None),
        (r#"{"order":"A-7"}"#, None),
        (r#"{"customerServicePlugin":null,"businessID":""}"#, None),
        ("{}", None),
        ("[]", None),
        ("7", None),
        ("hello", None),
        ("{", None),
        ("", None),
    ] {
        let message = custom(data).desk_message();
        assert_eq!(message.and_then(|message| message.envelope()), expected, "{data}");
    }
    assert_eq!(CustomContent::default().desk_message(), None);
}

#[test]
fn a_desk_message_has_its_kind_as_text_or_number() {
    for (src, expected) in [
        (r#""7""#, Some(DeskMessageKind::SessionTrigger)),
        ("7", Some(DeskMessageKind::SessionTrigger)),
        (r#""15""#, Some(DeskMessageKind::Branch)),
        ("15", Some(DeskMessageKind::Branch)),
        ("29", Some(DeskMessageKind::Welcome)),
        (r#""41""#, Some(DeskMessageKind::from(41))),
        ("99", Some(DeskMessageKind::from(99))),
        (r#""seven""#, None),
        ("null", None),
    ] {
        let message = custom(&format!(r#"{{"customerServicePlugin":0,"src":{src}}}"#)).desk_message().unwrap();
        assert_eq!(message.kind(), expected, "{src}");
    }
    let listed: Vec<i64> = DeskMessageKind::ALL.iter().map(|kind| kind.code()).collect();
    let expected: Vec<i64> = (1..=13).chain([15]).chain(17..=40).chain([42, 43]).collect();
    assert_eq!(listed, expected);
    assert_eq!((DeskMessageKind::listed(14), DeskMessageKind::listed(41)), (None, None));
}

#[test]
fn the_content_of_a_desk_message_is_documented_as_an_object_or_a_text() {
    for (data, report) in [
        (r##"{"customerServicePlugin":0,"src":"30","content":"# Hello"}"##, ""),
        (r#"{"customerServicePlugin":0,"src":"15","content":"{\"header\":\"Which?\"}"}"#, ""),
        (r#"{"customerServicePlugin":0,"src":"15","content":{"header":"Which?"}}"#, ""),
        (
            r#"{"customerServicePlugin":0,"src":15,"content":7}"#,
            "src: coerced-type (expected text, found number)\n\
             content: unreadable-value (expected object, found number)",
        ),
    ] {
        let read = inspect::<desk::DeskMessage>(data.as_bytes()).unwrap();
        assert_eq!(read.report.to_string().trim_end(), report, "{data}");
        assert_eq!(from_str::<desk::DeskMessage>(&serde_json::to_string(&read.value).unwrap()).unwrap(), read.value);
    }
}

#[test]
fn only_desks_own_messages_have_desks_kinds() {
    for (data, src, kind) in [
        (r#"{"customerServicePlugin":0,"src":"2"}"#, Some("2"), Some(DeskMessageKind::MiniProgram)),
        (r#"{"customerServicePlugin":0,"src":"31","chunks":["a"]}"#, Some("31"), Some(DeskMessageKind::Stream)),
        (r#"{"customerServicePlugin":0,"src":"seven"}"#, Some("seven"), None),
        (r#"{"customerServicePlugin":0}"#, None, None),
        (r#"{"chatbotPlugin":2,"src":2,"chunks":["a"],"isFinished":0}"#, Some("2"), None),
        (r#"{"chatbotPlugin":2,"src":"7"}"#, Some("7"), None),
        (r#"{"businessID":"order","src":"7"}"#, Some("7"), None),
        (r#"{"customerServicePlugin":null,"businessID":"order","src":7}"#, Some("7"), None),
    ] {
        let message = custom(data).desk_message().unwrap();
        assert_eq!((message.src.as_deref(), message.kind()), (src, kind), "{data}");
    }
}

#[test]
fn a_desk_messages_content_is_an_object_a_text_or_json_text() {
    let object = Some(json!({ "header": "h", "items": [] }));
    for (content, as_text, expected) in [
        (r#"{"header":"h","items":[]}"#, None, object.clone()),
        (r#""{\"header\":\"h\",\"items\":[]}""#, Some(r#"{"header":"h","items":[]}"#), object),
        (r#""**bold**""#, Some("**bold**"), None),
        (r#""[1]""#, Some("[1]"), None),
    ] {
        let message = custom(&format!(r#"{{"customerServicePlugin":0,"src":15,"content":{content}}}"#)).desk_message();
        let message = message.unwrap();
        let found = message.content.as_ref().unwrap();
        assert_eq!(found.text(), as_text, "{content}");
        assert_eq!(message.text().as_deref(), as_text, "{content}");
        assert_eq!(found.object().map(|object| serde_json::to_value(object).unwrap()), expected, "{content}");
        assert_eq!(&serde_json::from_str::<desk::DeskMessageContent>(content).unwrap(), found, "{content}");
    }
    for content in ["null", r#""""#, "7", "[1]"] {
        assert!(serde_json::from_str::<desk::DeskMessageContent>(content).is_err(), "{content}");
        let message =
            custom(&format!(r#"{{"customerServicePlugin":0,"src":"30","content":{content}}}"#)).desk_message();
        assert_eq!(message.unwrap().content, None, "{content}");
    }
}

#[test]
fn an_older_streamed_text_grows_too() {
    for (data, expected, is_finished) in [
        (
            r#"{"customerServicePlugin":0,"src":"31","chunks":["Re","fund"],"isFinished":0}"#,
            Some("Refund"),
            Some(false),
        ),
        (
            r#"{"customerServicePlugin":0,"src":"31","chunks":["Re","fund","."],"isFinished":1}"#,
            Some("Refund."),
            Some(true),
        ),
        (r#"{"chatbotPlugin":2,"src":2,"chunks":["Re"],"isFinished":0}"#, Some("Re"), Some(false)),
        (r#"{"customerServicePlugin":0,"src":"31","chunks":[]}"#, None, None),
        (r#"{"customerServicePlugin":0,"src":"31","content":"old","chunks":["new"]}"#, Some("new"), None),
    ] {
        let message = custom(data).desk_message().unwrap();
        assert_eq!((message.text().as_deref(), message.is_finished), (expected, is_finished), "{data}");
        let written: serde_json::Value = serde_json::to_value(&message).unwrap();
        assert_eq!(
            written.get("isFinished"),
            serde_json::from_str::<serde_json::Value>(data).unwrap().get("isFinished")
        );
    }
}

#[test]
fn what_only_some_kinds_of_desk_message_have_is_a_field_of_its_own() {
    let read = |data: &str| {
        let message = custom(data).desk_message().unwrap();
        assert_eq!(serde_json::to_string(&message).unwrap(), data);
        assert!(message.extra.is_empty(), "{data}");
        message
    };
    let message =
        read(r#"{"customerServicePlugin":0,"src":"10","menuSelected":{"content":"good","id":"5","sessionId":"2baf"}}"#);
    assert_eq!(message.menu_selected.unwrap()["content"], "good");
    let message = read(r#"{"customerServicePlugin":0,"src":"9","menuContent":{"head":"h","type":1}}"#);
    assert_eq!(message.menu_content.unwrap()["type"], 1);
    let message = read(r#"{"customerServicePlugin":0,"src":"7","triggeredContent":{"language":"en"}}"#);
    assert_eq!(message.triggered_content.unwrap()["language"], "en");
    let message = read(r#"{"customerServicePlugin":0,"src":"29","content":{"title":"t"},"subtype":"welcome_msg"}"#);
    assert_eq!(message.subtype.as_deref(), Some("welcome_msg"));
    let message = read(
        r#"{"customerServicePlugin":0,"src":"32","content":{"header":"h"},"status":2,"optionType":1,"taskInfo":{"env":"e","nodeID":"n","taskID":7}}"#,
    );
    assert_eq!(
        (message.status, message.option_type, message.task_info.unwrap()["taskID"].as_i64()),
        (Some(2), Some(1), Some(7))
    );
    assert_eq!(read(r#"{"customerServicePlugin":0,"src":"33","nodeStatus":1}"#).node_status, Some(1));
    assert_eq!(read(r#"{"customerServicePlugin":0,"src":"35","thinkingStatus":0}"#).thinking_status, Some(0));
    // The general chat kit's own fields are kept.
    let message =
        custom(r#"{"businessID":"evaluation","score":5,"comment":"good","version":1}"#).desk_message().unwrap();
    assert_eq!(message.extra["score"], 5);
}

#[test]
fn a_message_names_the_message_that_it_quotes_or_answers() {
    let event = |data: &str| {
        let mut event = SessionEvent::new("2baf", SessionEventType::HumanUserSendMsg);
        event.cloud_custom_data = text(data);
        event
    };
    let reply = event(
        r#"{"messageReply":{"messageID":"m-2","messageRootID":"m-1","messageAbstract":"When?","messageSender":"user_1",
            "messageType":1,"messageTime":1725540020,"messageSequence":7,"version":1},"messageFeature":{"needTyping":1}}"#,
    )
    .message_reply()
    .unwrap();
    assert_eq!((reply.message_id.as_deref(), reply.message_root_id.as_deref()), (Some("m-2"), Some("m-1")));
    assert_eq!((reply.message_abstract.as_deref(), reply.message_sender.as_deref()), (Some("When?"), Some("user_1")));
    assert_eq!((reply.message_type, reply.message_sequence, reply.version), (Some(1), Some(7), Some(1)));
    assert_eq!(reply.message_time, at("2024-09-05T12:40:20Z"));
    assert!(!reply.is_quotation());

    for (data, quotes) in [
        (r#"{"messageReply":{"messageID":"m-2"}}"#, true),
        (r#"{"messageReply":{"messageID":"m-2","messageRootID":""}}"#, true),
        (r#"{"messageReply":{"messageID":"m-2","messageRootID":"m-1"}}"#, false),
    ] {
        assert_eq!(event(data).message_reply().unwrap().is_quotation(), quotes, "{data}");
    }
    for data in [
        r#"{"messageReplies":{"replies":[]}}"#,
        r#"{"messageReply":null}"#,
        r#"{"role":"robot"}"#,
        "{}",
        "plain",
        "[]",
        "",
    ] {
        assert_eq!(event(data).message_reply(), None, "{data}");
    }
    assert_eq!(SessionEvent::new("2baf", SessionEventType::SessionBegin).message_reply(), None);
}

/// Reads a business message whose every key is documented, and which is written as it came.
fn business(data: &str) -> desk::BusinessMessage {
    let message = custom(data).business_message().unwrap();
    assert_eq!(inspect::<desk::BusinessMessage>(data.as_bytes()).unwrap().report.to_string(), "", "{data}");
    assert_eq!(serde_json::to_string(&message).unwrap(), data);
    message
}

#[test]
fn each_kind_of_business_message_has_its_fields() {
    let typing = business(
        r#"{"businessID":"user_typing_status","version":1,"typingStatus":1,"userAction":14,"actionParam":"EIMAMSG_InputStatus_Ing"}"#,
    );
    assert_eq!(typing.business_id, Some(BusinessId::UserTypingStatus));
    assert_eq!((typing.typing_status, typing.user_action, typing.version), (Some(true), Some(14), Some(1)));
    assert_eq!(typing.action_param, Some(InputStatus::Typing));
    let ended =
        business(r#"{"businessID":"user_typing_status","typingStatus":0,"actionParam":"EIMAMSG_InputStatus_End"}"#);
    assert_eq!((ended.typing_status, ended.action_param), (Some(false), Some(InputStatus::Ended)));

    let link = business(r#"{"businessID":"text_link","version":4,"text":"See here","link":"https://example.com/a"}"#);
    assert_eq!(link.business_id, Some(BusinessId::TextLink));
    assert_eq!((link.text, link.link, link.version), (text("See here"), text("https://example.com/a"), Some(4)));

    let rating = business(r#"{"businessID":"evaluation","version":1,"score":5,"comment":"Quick"}"#);
    assert_eq!(rating.business_id, Some(BusinessId::Evaluation));
    assert_eq!((rating.score, rating.comment), (Some(5), text("Quick")));

    let order = business(
        r#"{"businessID":"order","version":1,"link":"https://example.com/o","imageUrl":"https://example.com/p.png","title":"Bag","description":"Red","price":"25 yuan"}"#,
    );
    assert_eq!(order.business_id, Some(BusinessId::Order));
    assert_eq!((order.title, order.description, order.price), (text("Bag"), text("Red"), text("25 yuan")));
    assert_eq!((order.link, order.image_url), (text("https://example.com/o"), text("https://example.com/p.png")));

    assert_eq!(business(r#"{"businessID":"quick_tap"}"#).business_id, Some(BusinessId::QuickTap));
    // An unlisted kind is kept, with all that it has.
    let other = custom(r#"{"businessID":"group_create","opUser":"u-1"}"#).business_message().unwrap();
    assert_eq!(other.business_id.as_ref().unwrap(), "group_create");
    assert_eq!(other.extra["opUser"], "u-1");
    assert_eq!(serde_json::to_string(&other).unwrap(), r#"{"businessID":"group_create","opUser":"u-1"}"#);
    // A number is accepted where the kits' type is not known.
    assert_eq!(custom(r#"{"businessID":"order","price":25}"#).business_message().unwrap().price, text("25"));
}

#[test]
fn the_kinds_of_business_message_are_those_of_the_chat_kit() {
    let listed: Vec<&str> = BusinessId::ALL.iter().map(BusinessId::as_str).collect();
    assert_eq!(listed, ["user_typing_status", "text_link", "evaluation", "order", "quick_tap"]);
    let listed: Vec<&str> = InputStatus::ALL.iter().map(InputStatus::as_str).collect();
    assert_eq!(listed, ["EIMAMSG_InputStatus_Ing", "EIMAMSG_InputStatus_End"]);
}

#[test]
fn only_data_with_a_business_id_is_a_business_message() {
    for data in [
        r#"{"customerServicePlugin":0,"src":"7"}"#,
        r#"{"chatbotPlugin":2,"src":2}"#,
        r#"{"businessID":""}"#,
        r#"{"businessID":null,"score":5}"#,
        r#"{"businessID":["order"]}"#,
        r#"{"order":"A-7"}"#,
        "{}",
        "[]",
        "hello",
        "",
    ] {
        assert_eq!(custom(data).business_message(), None, "{data}");
    }
    assert_eq!(CustomContent::default().business_message(), None);
}

#[test]
fn a_redacted_business_message_shows_no_text_and_no_path() {
    let message = custom(
        r#"{"businessID":"order","version":1,"text":"Hello","link":"https://example.com/o?u=1","comment":"Quick","imageUrl":"https://cos.example.com/p.png","title":"Bag","description":"Red","price":"25"}"#,
    );
    assert_eq!(
        redacted(&message.business_message().unwrap()).to_string(),
        r#"{"businessID":"order","version":1,"text":"***","link":"https://example.com/***","comment":"***","imageUrl":"https://cos.example.com/***","title":"***","description":"***","price":"***"}"#
    );
}

/// An event with such `CloudCustomData`.
fn beside_message(data: &str) -> SessionEvent {
    let mut event = SessionEvent::new("2baf", SessionEventType::HumanUserSendMsg);
    event.cloud_custom_data = text(data);
    event
}

#[test]
fn what_the_client_kits_put_beside_a_message_has_fields() {
    let data = r#"{"messageReplies":{"replies":[{"messageID":"m-2","messageAbstract":"Today","messageSender":"user_1"},{"messageID":"m-3"}],"version":1},"messageReact":{"reacts":{"ok":["user_2"]}},"messageFeature":{"needTyping":1,"version":1},"BranchOptionInfo":{"taskID":7,"nodeID":"n-1","env":"prod"},"role":"robot","deleteForEveryone":true}"#;
    let read = beside_message(data).cloud_custom_data().unwrap();
    assert_eq!(inspect::<desk::CloudCustomData>(data.as_bytes()).unwrap().report.to_string(), "");
    assert_eq!(serde_json::to_string(&read).unwrap(), data);

    let replies = read.message_replies.as_ref().unwrap();
    assert_eq!((replies.replies.len(), replies.version), (2, Some(1)));
    let first = &replies.replies[0];
    assert_eq!((first.message_id.as_deref(), first.message_sender.as_deref()), (Some("m-2"), Some("user_1")));
    assert_eq!(first.message_abstract.as_deref(), Some("Today"));
    assert_eq!(replies.replies[1].message_id.as_deref(), Some("m-3"));
    assert_eq!(read.message_react.as_ref().unwrap()["reacts"], json!({ "ok": ["user_2"] }));
    let feature = read.message_feature.as_ref().unwrap();
    assert_eq!((feature.need_typing, feature.version), (Some(true), Some(1)));
    let branch = read.branch_option_info.as_ref().unwrap();
    assert_eq!(
        (branch.task_id, branch.node_id.as_deref(), branch.env.as_deref()),
        (Some(7), Some("n-1"), Some("prod"))
    );
    assert_eq!((read.role.as_ref(), read.delete_for_everyone), (Some(&MessageRole::Robot), Some(true)));
    assert_eq!(read.message_reply, None);
    assert_eq!(MessageRole::ALL.iter().map(MessageRole::as_str).collect::<Vec<_>>(), ["robot"]);
    assert_eq!(
        redacted(&read).to_string(),
        r#"{"messageReplies":{"replies":[{"messageID":"***","messageAbstract":"***","messageSender":"***"},{"messageID":"***"}],"version":1},"messageReact":"(object)","messageFeature":{"needTyping":1,"version":1},"BranchOptionInfo":{"taskID":7,"nodeID":"n-1","env":"prod"},"role":"robot","deleteForEveryone":true}"#
    );
}

#[test]
fn cloud_custom_data_need_not_be_the_client_kits() {
    for data in ["", "plain", "[]", "7", "{"] {
        assert_eq!(beside_message(data).cloud_custom_data(), None, "{data}");
    }
    assert_eq!(SessionEvent::new("2baf", SessionEventType::SessionBegin).cloud_custom_data(), None);
    // Data of one's own is in `extra`, a value of another type too.
    let read = beside_message(r#"{"order":"A-7","role":["robot"],"messageFeature":1}"#).cloud_custom_data().unwrap();
    assert_eq!((read.role, read.message_feature), (None, None));
    assert_eq!(serde_json::to_string(&read.extra).unwrap(), r#"{"messageFeature":1,"order":"A-7","role":["robot"]}"#);
    assert_eq!(beside_message(r#"{"role":"agent"}"#).cloud_custom_data().unwrap().role.unwrap(), "agent");
}

#[test]
fn a_forwarded_message_has_cloud_custom_data_too() {
    let message: RelayMessage =
        from_str(r#"{"From_Account":"user_1","CloudCustomData":"{\"messageFeature\":{\"needTyping\":0}}"}"#).unwrap();
    assert_eq!(message.cloud_custom_data().unwrap().message_feature.unwrap().need_typing, Some(false));
    let read = message.cloud_custom_data_json::<serde_json::Value>().unwrap().unwrap();
    assert_eq!(read, json!({ "messageFeature": { "needTyping": 0 } }));
    assert_eq!(RelayMessage::default().cloud_custom_data(), None);
}

/// The fields of the content of one of Desk's own messages, which must all be documented.
fn fields(src: &str, content: &str) -> desk::DeskMessageFields {
    assert_eq!(inspect::<desk::DeskMessageFields>(content.as_bytes()).unwrap().report.to_string(), "", "{content}");
    let data = format!(r#"{{"customerServicePlugin":0,"src":"{src}","content":{content}}}"#);
    let as_text = format!(r#"{{"customerServicePlugin":0,"src":{src},"content":{}}}"#, json!(content));
    let read = custom(&data).desk_message().unwrap().fields().unwrap();
    assert_eq!(custom(&as_text).desk_message().unwrap().fields().as_ref(), Some(&read), "{as_text}");
    read
}

#[test]
fn the_content_of_a_desk_message_has_fields() {
    let choices = fields(
        "15",
        r#"{"header":"Which?","items":[{"content":"Order","desc":"Yours"},{"content":"Other"}],"tail":"Choose","selected":{"content":"Order","desc":"Yours"}}"#,
    );
    assert_eq!((choices.header, choices.tail), (text("Which?"), text("Choose")));
    let [first, second] = &choices.items[..] else { panic!("{:?}", choices.items) };
    assert_eq!((first.content.as_deref(), first.desc.as_deref()), (Some("Order"), Some("Yours")));
    assert_eq!((second.content.as_deref(), second.desc.as_deref()), (Some("Other"), None));
    assert_eq!(choices.selected.as_ref(), Some(first));

    for (written, expected) in [("0", FormType::Input), ("1", FormType::Choice), ("2", FormType::from(2))] {
        let form = from_str::<desk::DeskMessageFields>(&format!(r#"{{"header":"Name?","type":{written}}}"#)).unwrap();
        assert_eq!(form.r#type, Some(expected), "{written}");
    }

    let product = fields(
        "22",
        r#"{"header":"About","desc":"Bag","pic":"https://example.com/p.png","url":"https://example.com/o","customField":[{"name":"Colour","value":"Red"}]}"#,
    );
    assert_eq!((product.desc, product.pic), (text("Bag"), text("https://example.com/p.png")));
    assert_eq!(product.url, text("https://example.com/o"));
    assert_eq!(product.custom_field[0].name.as_deref(), Some("Colour"));
    assert_eq!(product.custom_field[0].value.as_deref(), Some("Red"));
    let order = fields("28", r#"{"guide":"Your order","name":"Bag","desc":"Red"}"#);
    assert_eq!((order.guide, order.name), (text("Your order"), text("Bag")));

    assert_eq!(fields("23", r#"{"menuSendRuleFlag":5}"#).menu_send_rule_flag, Some(5));
    let agent = fields("26", r#"{"command":"updateSeatStatus","content":"inSeat"}"#);
    assert_eq!((agent.command, agent.content), (Some(DeskMessageCommand::UpdateSeatStatus), text("inSeat")));
    let welcome = fields("29", r#"{"title":"Hello","content":"How can I help?","items":[{"content":"Refund"}]}"#);
    assert_eq!((welcome.title, welcome.content), (text("Hello"), text("How can I help?")));

    let form = fields(
        "33",
        r#"{"tip":"Please fill in","inputVariables":[{"name":"city","type":"string","formType":1,"placeholder":"City","isRequired":1,"variableValue":"Shenzhen","chooseItemList":["Shenzhen","Beijing"]}]}"#,
    );
    assert_eq!(form.tip, text("Please fill in"));
    let city = &form.input_variables[0];
    assert_eq!((city.name.as_deref(), city.r#type.as_deref()), (Some("city"), Some("string")));
    assert_eq!((city.form_type, city.is_required), (Some(FormType::Choice), Some(true)));
    assert_eq!((city.placeholder.as_deref(), city.variable_value.as_deref()), (Some("City"), Some("Shenzhen")));
    assert_eq!(city.choose_item_list, ["Shenzhen", "Beijing"]);

    let listed: Vec<&str> = DeskMessageCommand::ALL.iter().map(DeskMessageCommand::as_str).collect();
    assert_eq!(
        listed,
        [
            "updateBubble",
            "updateSearchTips",
            "showDialog",
            "feedback",
            "selectRecommend",
            "selectSearchTips",
            "updateBotStatus",
            "updateSeatStatus"
        ]
    );
    // A text that is not JSON has no fields.
    let rich = custom(r#"{"customerServicePlugin":0,"src":"30","content":"**bold**"}"#).desk_message().unwrap();
    assert_eq!(rich.fields(), None);
    assert_eq!(custom(r#"{"customerServicePlugin":0,"src":"24"}"#).desk_message().unwrap().fields(), None);
}

#[test]
fn a_satisfaction_card_and_the_choice_on_it_have_fields() {
    let card = custom(
        r#"{"customerServicePlugin":0,"src":"9","menuContent":{"head":"How was it?","tail":"Thanks","type":1,"menu":[{"id":"5","content":"good"},{"id":"1","content":"bad"}],"sessionId":"2baf","effectiveHour":24,"expireTime":86400,"selected":{"id":"5","content":"good"}}}"#,
    );
    let menu = card.desk_message().unwrap().satisfaction_menu().unwrap();
    assert_eq!((menu.head.as_deref(), menu.tail.as_deref()), (Some("How was it?"), Some("Thanks")));
    assert_eq!(menu.r#type, Some(SatisfactionMenuType::Star));
    assert_eq!(menu.menu[1].content.as_deref(), Some("bad"));
    assert_eq!(
        (menu.session_id.as_deref(), menu.effective_hour, menu.expire_time),
        (Some("2baf"), Some(24), Some(86400))
    );
    assert_eq!(menu.selected.as_ref(), Some(&menu.menu[0]));
    assert!(menu.extra.is_empty());
    assert_eq!(SatisfactionMenuType::listed(2), Some(SatisfactionMenuType::Number));

    let chosen = custom(
        r#"{"customerServicePlugin":0,"src":"10","menuSelected":{"id":"5","content":"good","sessionId":"2baf"}}"#,
    );
    let chosen = chosen.desk_message().unwrap();
    let choice = chosen.satisfaction_choice().unwrap();
    assert_eq!((choice.id.as_deref(), choice.content.as_deref()), (Some("5"), Some("good")));
    assert_eq!(choice.session_id.as_deref(), Some("2baf"));
    assert_eq!(chosen.satisfaction_menu(), None);
    assert_eq!(card.desk_message().unwrap().satisfaction_choice(), None);
}

#[test]
fn a_desk_message_has_its_language_and_its_task() {
    let opened = custom(r#"{"customerServicePlugin":0,"src":"7","triggeredContent":{"language":"en"}}"#);
    let opened = opened.desk_message().unwrap();
    assert_eq!((opened.language(), opened.task_info()), (Some("en"), None));
    let branch = custom(
        r#"{"customerServicePlugin":0,"src":"32","status":0,"taskInfo":{"taskID":7,"nodeID":"n-1","env":"prod"}}"#,
    );
    let task = branch.desk_message().unwrap().task_info().unwrap();
    assert_eq!((task.task_id, task.node_id.as_deref(), task.env.as_deref()), (Some(7), Some("n-1"), Some("prod")));
    assert_eq!(branch.desk_message().unwrap().language(), None);
}

/// A body that is kept whole is written with its keys sorted. So it must not matter in which order other spellings of a
/// key come, or another reading would take the same body for another vendor's.
#[test]
fn the_order_of_other_spellings_does_not_tell_whose_a_request_is() {
    for (entries, expected) in [
        (&[r#""event":"SessionBegin""#, r#""EVENT":"x""#, r#""SessionId":"s""#][..], "unknown"),
        (&[r#""event":"SessionBegin""#, r#""EVENT":"SessionEnd""#, r#""SessionId":"s""#], "desk.session_event"),
        (&[r#""event":"SessionBegin""#, r#""EVENT":" ""#, r#""SessionId":"s""#], "desk.session_event"),
        // The exact key decides alone.
        (&[r#""Event":"SessionBegin""#, r#""EVENT":"x""#, r#""SessionId":"s""#], "desk.session_event"),
        (&[r#""Event":"x""#, r#""EVENT":"SessionBegin""#, r#""SessionId":"s""#], "unknown"),
        (&[r#""Event":"""#, r#""EVENT":"SessionBegin""#, r#""SessionId":"s""#], "desk.session_event"),
        (&[r#""event":"CallInBound""#, r#""callinbound":{}"#, r#""CALLINBOUND":7"#, r#""SessionId":"s""#], "unknown"),
        (
            &[
                r#""event":"CallInBound""#,
                r#""callinbound":{}"#,
                r#""CALLINBOUND":"""#,
                r#""SessionId":"s""#,
                r#""SdkAppId":1"#,
            ],
            "tccc.CallInBound",
        ),
    ] {
        for turn in 0..entries.len() {
            let mut turned = entries.to_vec();
            turned.rotate_left(turn);
            for entries in [turned.clone(), turned.into_iter().rev().collect()] {
                let body = format!("{{{}}}", entries.join(","));
                assert_eq!(told("", &body), expected, "{body}");
                let webhook = read("", &body).unwrap();
                let written = serde_json::to_string(&webhook).unwrap();
                assert_eq!(read("", &written).unwrap(), webhook, "{body} → {written}");
            }
        }
    }
}

/// What the guide's page on types of your own says about the API call of an IVR.
#[test]
fn the_entries_of_a_dynamic_menu_are_an_array_inside_a_text() {
    use callhook::lenient::{Seconds, Text};

    // All values of the request are texts, of durations too.
    #[serde_with::serde_as]
    #[derive(serde::Deserialize)]
    struct Question {
        #[serde_as(as = "Text")]
        caller: Option<String>,
        #[serde_as(as = "Seconds")]
        ringing: Option<chrono::TimeDelta>,
    }
    let question: Question = serde_json::from_str(r#"{"caller":"008613800000001","ringing":"7"}"#).unwrap();
    assert_eq!((question.caller, question.ringing), (text("008613800000001"), Some(chrono::TimeDelta::seconds(7))));

    #[derive(serde::Serialize, serde::Deserialize)]
    struct Entry {
        digits: String,
        name: String,
        #[serde(alias = "lable")]
        label: String,
        next: String,
    }
    // The table's spelling reads as the sample's.
    let entry: Entry = serde_json::from_str(
        r#"{"digits":"1","name":"8c5a1e1c-6f0e-4b8e-9d43-0c2f6a7b1d20","lable":"Sales","next":"ABCDEFGHIJKLMNOPQRSTUVWXYZ"}"#,
    )
    .unwrap();
    let reply = json!({ "Level": "3", "dynamicEntries": serde_json::to_string(&[entry]).unwrap() });
    assert_eq!(
        reply.to_string(),
        r#"{"Level":"3","dynamicEntries":"[{\"digits\":\"1\",\"name\":\"8c5a1e1c-6f0e-4b8e-9d43-0c2f6a7b1d20\",\"label\":\"Sales\",\"next\":\"ABCDEFGHIJKLMNOPQRSTUVWXYZ\"}]"}"#
    );
    // One flat object of texts.
    assert!(reply.as_object().unwrap().values().all(serde_json::Value::is_string));
    // The vendor prints line breaks within the text, which JSON does not allow.
    assert!(serde_json::from_str::<serde_json::Value>("{\"dynamicEntries\":\"[\n]\"}").is_err());
}
