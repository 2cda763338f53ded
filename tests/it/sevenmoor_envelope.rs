//! 7moor's calls in an envelope.

use callhook::sevenmoor::{CallPush, PushType};
use callhook::{Webhook, from_str, inspect, sevenmoor};
use serde_json::json;

use crate::support::{at, codes, named, read_request};

/// The call of a push that has one, and its name.
fn wrapped(body: &str) -> (String, CallPush) {
    let Webhook::SevenMoor(push) = read_request("", body).unwrap() else { panic!("{body}") };
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
    assert_eq!(named("", body), "sevenmoor.other");
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
            let Webhook::SevenMoor(sevenmoor::Push::Other(other)) = read_request("", &body).unwrap() else {
                panic!("{body}")
            };
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
