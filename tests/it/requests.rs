//! Whose request it is, how it is acknowledged, and the ids it has.

use callhook::desk::{Command, SessionEventType};
use callhook::{Code, Error, Reply, UnknownRequest, Webhook, desk, sevenmoor, tccc};
use serde_json::json;

use crate::support::{codes, named, read_request};

const TCCC_OK: &str = r#"{"ErrMsg":"","ErrCode":0}"#;
const DESK_OK: &str = r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}"#;

/// A record of TCCC, as short as may be.
const RECORD: &str = r#"{"SdkAppId":1400000214,"SessionId":"e97b"}"#;
const INBOUND: &str = r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1400000214,"CallInBound":{"IvrId":12}}"#;
const EVENT: &str = r#"{"SessionId":"2baf","Event":"SessionBegin"}"#;

// ---- whose request it is ----

#[test]
fn the_query_decides_then_the_body() {
    for (query, body, expected) in [
        // TCCC, by the query.
        ("action=cdr&version=1", RECORD, "tccc.cdr"),
        ("?action=cdr&version=1", RECORD, "tccc.cdr"),
        ("/hook?action=cdr&version=1", RECORD, "tccc.cdr"),
        ("https://calls.example.com/hook?version=1&action=cdr", RECORD, "tccc.cdr"),
        // As appended to a URL that has a query of its own.
        ("token=abc?action=cdr&version=1", RECORD, "tccc.cdr"),
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
        (
            "",
            r#"{"Event":"CallInBound","SdkAppId":1,"SessionId":"5a7f","CallInBound":[{"IvrId":12}]}"#,
            "tccc.CallInBound",
        ),
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
        assert_eq!(named(query, body), expected, "{query} {body}");
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
        assert_eq!(named("", &format!(r#"{{"SdkAppId":1,"SessionId":"e97b",{call}}}"#)), "tccc.CallInBound", "{call}");
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
            assert_eq!(named(query, body), "unknown", "{query} {body}");
        }
    }
}

#[test]
fn an_unknown_request_is_kept_whole() {
    let Webhook::Unknown(unknown) = read_request("token=%31&x", r#"{"hello":[1,null],"":""}"#).unwrap() else {
        panic!()
    };
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
        ("action=cdr.json", "tccc.cdr", &["?action query-form"]),
        ("action=.cdr", "tccc.cdr", &["?action query-form"]),
        ("action=VIDEOCDR;version=1", "tccc.videoCdr", &["?action query-form"]),
        ("action=imcdr,version=1", "tccc.imcdr", &["?action query-form"]),
        ("action=cdr&version=2", "tccc.cdr", &["?version other-version"]),
        ("action=cdrs", "tccc.other", &["?action unknown-word"]),
        ("action=fax", "tccc.other", &["?action unknown-word"]),
        ("action=fax;version=1", "tccc.other", &["?action unknown-word"]),
    ] {
        assert_eq!(named(query, RECORD), expected, "{query}");
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
        ("CallbackCommand=Desk.SessionEventNotify;contenttype=json", &["?CallbackCommand query-form"]),
        (r#"CallbackCommand="desk.sessioneventnotify""#, &["?CallbackCommand query-form"]),
        ("CallbackCommand=Desk.SessionEventNotify.", &["?CallbackCommand query-form"]),
        ("CallbackCommand=Desk.SessionEventNotify.v2", &["?CallbackCommand unknown-word"]),
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
fn an_inbound_call_is_known_by_its_body_in_any_letter_case() {
    for event in ["CallInBound", "callInBound", "callinbound", "CALLINBOUND", " CallInBound "] {
        for (event_key, call_key) in [("Event", "CallInBound"), ("event", "callInBound"), ("EVENT", "CALLINBOUND")] {
            let body = format!(
                r#"{{"{event_key}":"{event}","SessionId":"5a7f","SdkAppId":1400000214,"{call_key}":{{"AIAgentId":7}}}}"#
            );
            let Webhook::Tccc(tccc::Push::InboundCall(call)) = read_request("", &body).unwrap() else {
                panic!("{body}")
            };
            assert_eq!(call.call_in_bound.unwrap().ai_agent_id, Some(7), "{body}");
            let own = tccc::Push::from_request("", body.as_bytes()).unwrap();
            assert_eq!((own.event_name(), own.action()), ("CallInBound", None), "{body}");
        }
    }
    let record = "the URL query has no `action`";
    for (body, expected) in [
        // Without the object it is not one.
        (r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1}"#, record),
        (r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":[7]}"#, record),
        (r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":null}"#, record),
        (r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":"+86"}"#, record),
        (r#"{"Event":"CallOut","SessionId":"5a7f","SdkAppId":1,"CallInBound":{}}"#, record),
        (r#"{"SessionId":"5a7f","SdkAppId":1,"CallInBound":{}}"#, record),
        (r#"{"Event":"CallInBound"}"#, "unknown"),
        // An empty one has nothing in it, but it asks.
        (r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":{}}"#, "tccc.CallInBound"),
        // Of several values, the last that may be one counts.
        (
            r#"{"Event":"CallInBound","SdkAppId":1,"SessionId":"5a7f","CallInBound":[{"IvrId":12}],"CallInBound":7}"#,
            "tccc.CallInBound",
        ),
        (
            r#"{"Event":"CallInBound","SdkAppId":1,"SessionId":"5a7f","CallInBound":{"IvrId":12},"CallInBound":"x"}"#,
            "tccc.CallInBound",
        ),
        (
            r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":{"IvrId":12},"CallInBound":7}"#,
            "tccc.CallInBound",
        ),
        (
            r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":"{\"IvrId\":12}","CallInBound":[1]}"#,
            "tccc.CallInBound",
        ),
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
        assert_eq!(named("", body), expected, "{body}");
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
        let error = read_request(query, body).unwrap_err();
        assert!(matches!(error, Error::Missing { .. }), "{query} {body}: {error}");
        assert_eq!(error.paths(), ["?action"], "{query} {body}");
        assert_eq!(error.to_string(), "the URL query has no `action`", "{query} {body}");
        assert_eq!(tccc::Push::from_request(query, body.as_bytes()).unwrap_err(), error, "{query} {body}");
    }
    for body in [r#"{"SdkAppId":1}"#, r#"{"SdkAppId":null,"SessionId":"e97b"}"#, r#"{"SdkAppId":1,"SessionId":""}"#] {
        assert_eq!(named("", body), "unknown", "{body}");
    }
}

#[test]
fn a_body_that_names_another_callback_than_its_query_is_an_error() {
    let query = "CallbackCommand=Desk.SessionEventNotify";
    let body = r#"{"CallbackCommand":"ChatBot.OnAssignHuman","SessionId":"2baf","Event":"SessionBegin"}"#;
    let error = read_request(query, body).unwrap_err();
    assert!(matches!(error, Error::OtherCallback { .. }), "{error}");
    assert_eq!((error.paths(), error.found_value()), (vec!["CallbackCommand"], Some("ChatBot.OnAssignHuman")));
}

#[test]
fn what_is_not_an_object_is_an_error_whatever_the_query() {
    for query in ["", "action=cdr", "action=fax", "CallbackCommand=Desk.SessionEventNotify", "CallbackCommand=x"] {
        for body in
            ["", "CallSid=CA1&AccountSid=AC1", "[]", "[{}]", "null", "7", "-1.5e3", "true", r#""{}""#, "{", "{}{}"]
        {
            let error = read_request(query, body).unwrap_err();
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
        assert_eq!(named(query, body), *expected, "{query} {body}");
        let webhook = read_request(query, body).unwrap();
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
        let failure = read_request(query, body).unwrap().failure("disk full");
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
        let webhook = read_request(query, body).unwrap();
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
        let reply = read_request(query, body).unwrap().acknowledgement().unwrap();
        assert_eq!((reply.status(), reply.content_type()), (200, content_type));
    }
}

#[test]
fn acknowledging_a_session_event_leaves_the_vendors_default() {
    let listed = SessionEventType::ALL.iter().map(SessionEventType::as_str);
    for event in listed.chain(["NewEvent"]) {
        let body = format!(r#"{{"SessionId":"2baf","Event":"{event}"}}"#);
        let webhook = read_request("CallbackCommand=Desk.SessionEventNotify", &body).unwrap();
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
        let webhook = read_request(query, body).unwrap();
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
        ("action=cdr", RECORD, Some(" "), None),
        ("action=cdr", RECORD, Some(" 8d8a "), Some("8d8a")),
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
            assert_eq!(
                read_request(query, body).unwrap().delivery_id(headers, query).as_deref(),
                expected,
                "{query} {body}"
            );
        }
    }
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
                assert_eq!(named("", &body), expected, "{body}");
                let webhook = read_request("", &body).unwrap();
                let written = serde_json::to_string(&webhook).unwrap();
                assert_eq!(read_request("", &written).unwrap(), webhook, "{body} → {written}");
            }
        }
    }
}
