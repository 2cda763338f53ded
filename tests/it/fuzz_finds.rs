//! What the fuzz targets found, each corrected: the input, and what it reads as.

use callhook::desk::SessionEvent;
use callhook::sevenmoor::Push;
use callhook::tccc::{PhoneCdr, VideoCdr};
use callhook::{Code, Error, Vendor, Webhook, inspect};
use serde_json::json;

use crate::support::codes;

/// An instant that a float rounds to the zero of "never" was dropped without a word.
#[test]
fn a_number_that_is_nearly_zero_is_no_instant_and_is_kept() {
    for number in ["1e-7", "-1e-7", "4e-7", "1E-300"] {
        let body = format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b","StartTimestamp":{number}}}"#);
        let seen = inspect::<PhoneCdr>(body.as_bytes()).unwrap();
        assert_eq!(seen.value.start_timestamp, None, "{number}");
        assert_eq!(seen.value.extra["StartTimestamp"].as_f64(), number.parse().ok(), "{number}");
        assert_eq!(codes(&seen.report), ["StartTimestamp unreadable-value"], "{number}");
    }
    for zero in ["0", "-0", "0.0", "-0.0", "0e0", "\"0\"", "\"0.000\""] {
        let body = format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b","StartTimestamp":{zero}}}"#);
        let cdr: PhoneCdr = callhook::from_str(&body).unwrap();
        assert_eq!(cdr.start_timestamp, None, "{zero}");
        assert!(cdr.extra.is_empty(), "{zero}");
    }
}

/// The key by which serde_json, with `arbitrary_precision` on, gives a number, as the first of several keys: the
/// reading stopped behind it, and the record was lost.
#[test]
fn an_object_that_begins_like_a_number_in_disguise_costs_no_record() {
    let odd = r#"{"$serde_json::private::Number":"15","Mail":"a@example.com"}"#;
    let body =
        format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b","Duration":{odd},"SeatUser":{odd},"Mood":{odd}}}"#);
    let cdr: PhoneCdr = callhook::from_str(&body).unwrap();
    let kept = json!({"$serde_json::private::Number": "15", "Mail": "a@example.com"});
    assert_eq!(cdr.extra["Duration"], kept);
    assert_eq!(cdr.extra["Mood"], kept);
    let agent = cdr.seat_user.unwrap();
    assert_eq!(agent.mail.as_deref(), Some("a@example.com"));
    assert_eq!(agent.extra["$serde_json::private::Number"], "15");

    let body = br#"{"$serde_json::private::Number":"15","SdkAppId":1400000214,"SessionId":"e97b"}"#;
    let seen = inspect::<VideoCdr>(body).unwrap();
    assert_eq!(seen.value.session_id, "e97b");
    assert_eq!(seen.value.extra["$serde_json::private::Number"], "15");
    assert_eq!(seen.report.count(Code::UnknownKey), 1);
}

/// A duplicate in another spelling was passed over unread, unless a report was asked for: what is wrong with it was
/// reported otherwise then, or only then.
#[test]
fn a_duplicate_that_loses_is_read_with_and_without_a_report() {
    let body = |odd| format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b","Caller":"1","CALLER":{odd}}}"#);
    let plain = callhook::from_str::<PhoneCdr>(&body(r#"{"a":1,}"#)).unwrap_err();
    let inspected = inspect::<PhoneCdr>(body(r#"{"a":1,}"#).as_bytes()).unwrap_err();
    for error in [plain, inspected] {
        assert!(matches!(error, Error::NotJson { .. }), "{error}");
        assert_eq!(error.to_string(), "the body is not JSON: trailing comma at line 1 column 72");
    }
    for odd in ["1e999", "[1,2,3e4567]", r#""\ud83d""#] {
        let plain: PhoneCdr = callhook::from_str(&body(odd)).unwrap();
        assert_eq!(plain.caller.as_deref(), Some("1"), "{odd}");
        assert_eq!(inspect::<PhoneCdr>(body(odd).as_bytes()).unwrap().value, plain, "{odd}");
    }
}

/// The last spelling of the key that tells the shape has no value: the body was taken for one of no known shape, but
/// what was written for a record. The spelling that has a value counts.
#[test]
fn the_spelling_that_has_a_value_says_the_shape() {
    for (body, event, written, findings) in [
        (
            r#"{"totalduration":[7],"TOTALDURATION":[""],"Mood":"fine"}"#,
            "cdr",
            r#"{"Mood":"fine","totalDuration":[7]}"#,
            &[
                "totalDuration unreadable-value",
                "totalDuration key-spelling",
                "totalDuration duplicate-key",
                "Mood unknown-key",
            ][..],
        ),
        (
            r#"{"calltype":"dialout","CALLTYPE":""}"#,
            "call",
            r#"{"callType":"dialout"}"#,
            &["callType key-spelling", "callType duplicate-key"],
        ),
        (
            r#"{"content":{"callevent":"link","CALLEVENT":null}}"#,
            "link",
            r#"{"content":{"callEvent":"link"}}"#,
            &["content.callEvent key-spelling", "content.callEvent duplicate-key"],
        ),
        (
            r#"{"loginType":"SIP","totalduration":"5","TOTALDURATION":[null]}"#,
            "cdr",
            r#"{"loginType":"SIP","totalDuration":5}"#,
            &["totalDuration key-spelling", "totalDuration duplicate-key"],
        ),
    ] {
        let seen = inspect::<Push>(body.as_bytes()).unwrap();
        assert_eq!(seen.value.event_name(), event, "{body}");
        assert_eq!(serde_json::to_string(&seen.value).unwrap(), written);
        assert_eq!(Push::from_slice(written.as_bytes()).unwrap(), seen.value);
        assert_eq!(codes(&seen.report), findings, "{body}");
    }
}

/// Of two tags the last counts. But the body had been read by the first one, and was read again from what that event's
/// struct would write: keys that are no field of the second event came out in another form, or not at all.
#[test]
fn a_second_tag_leaves_raw_values_as_they_came() {
    let body = r#"{"pushType":"cdr","hangUpSide":"agent","startTime":1620455972,"ivrId":"","PUSHTYPE":"logout","pushType":"login"}"#;
    let kept = r#"{"pushType":"login","hangUpSide":"agent","ivrId":"","startTime":1620455972}"#;
    let seen = inspect::<Push>(body.as_bytes()).unwrap();
    assert!(matches!(seen.value, Push::Login(_)));
    assert_eq!(serde_json::to_string(&seen.value).unwrap(), kept);
    assert_eq!(
        codes(&seen.report),
        [
            "pushType duplicate-key",
            "hangUpSide unknown-key",
            "startTime unknown-key",
            "ivrId unknown-key",
            "pushType duplicate-key",
        ]
    );
    assert_eq!(Push::from_slice(body.as_bytes()).unwrap(), seen.value);
    assert_eq!(serde_json::from_str::<Push>(body).unwrap(), seen.value);
}

/// A text is searched for its tag first. What looks like one in another object, or in a text, decides nothing.
#[test]
fn only_the_bodys_own_tag_counts() {
    for body in [
        r#"{"extras":{"pushType":"cdr"},"totalTime":"T","pushType":"login"}"#,
        r#"{"accountId":"\"pushType\":\"cdr\"","pushType":"login"}"#,
        r#"{"pushType":"cdr","pushType":"login"}"#,
        r#"{"pushType" : "login"}"#,
        r#"{"push\u0054ype":"login"}"#,
        r#"{"pushType":"log\u0069n"}"#,
        r#"{"extras":{"pushType":"login"},"loginType":"SIP"}"#,
    ] {
        let push = Push::from_slice(body.as_bytes()).unwrap();
        assert!(matches!(push, Push::Login(_)), "{body}: {push:?}");
        assert_eq!(serde_json::from_str::<Push>(body).unwrap(), push, "{body}");
        assert_eq!(inspect::<Push>(body.as_bytes()).unwrap().value, push, "{body}");
    }
}

/// A `pushType` that is a float which serde_json reads back as its neighbour: the body had the neighbour, the tag the
/// float, and what was written read back as another push.
#[test]
fn a_tag_that_no_double_equals_is_kept_by_its_digits() {
    let digits = "0.1234222222222222222222222222222222222222222222222222222222222222222222222222222211283945";
    let push = Push::from_slice(format!(r#"{{"pushType":{digits}}}"#).as_bytes()).unwrap();
    let written = serde_json::to_string(&push).unwrap();
    assert_eq!(Push::from_slice(written.as_bytes()).unwrap(), push);
    assert_eq!(push.push_type().unwrap(), digits);
    assert_eq!(written, format!(r#"{{"pushType":"{digits}"}}"#));
}

/// What was left of a value that was nested too deep was empty, and was reported as cut off once more. Now nothing is
/// cut off.
#[test]
fn a_deep_value_is_written_as_deep_as_it_came() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for levels in [96, 97, 120, 126] {
            let deep = format!("{}1{}", open.repeat(levels), close.repeat(levels));
            let body = format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b","Mood":{deep},"Duration":{deep}}}"#);
            let seen = inspect::<PhoneCdr>(body.as_bytes()).unwrap();
            assert_eq!(codes(&seen.report), ["Mood unknown-key", "Duration unreadable-value"], "{levels} of {open}");
            assert_eq!(seen.value.extra["Mood"].to_string(), deep);
            assert_eq!(seen.value.extra["Duration"].to_string(), deep);
            let again = inspect::<PhoneCdr>(serde_json::to_string(&seen.value).unwrap().as_bytes()).unwrap();
            assert_eq!(again.value, seen.value);
        }
    }
}

/// A finding under an empty key had no path.
#[test]
fn a_path_shows_an_empty_key() {
    let body = r#"{"SdkAppId":1400000214,"SessionId":"e97b","":"\ud83d","SeatUser":{"":7},"x":{"":1,"":2}}"#;
    let seen = inspect::<PhoneCdr>(body.as_bytes()).unwrap();
    assert_eq!(
        codes(&seen.report),
        ["\"\" unknown-key", "\"\" lone-surrogate", "SeatUser.\"\" unknown-key", "x unknown-key",]
    );
}

/// The finding named no spelling.
#[test]
fn a_parameter_in_another_letter_case_is_reported_with_its_spelling() {
    let body = br#"{"SdkAppId":1400000214,"SessionId":"e97b"}"#;
    let seen = callhook::tccc::Push::inspect_request("ACTION=cdr&version=1", body).unwrap();
    let finding = seen.report.iter().next().unwrap();
    assert_eq!((finding.path(), finding.code(), finding.spelling()), ("?action", Code::KeySpelling, Some("ACTION")));
}

#[test]
fn a_push_of_an_unknown_kind_is_written_with_what_named_its_kind() {
    for (query, body) in [
        ("", r#"{"pushType":"unlisted","accountId":1,"accountId":{}}"#),
        ("", r#"{"CALLBACKCOMMAND":1e-7,"CAlLbaCKCOmMAND":3}"#),
        ("", r#"{"CAlLbaCKCOmMAND":3,"CALLBACKCOMMAND":1e-7}"#),
    ] {
        let webhook = Webhook::from_request(query, body.as_bytes()).unwrap();
        assert!(!matches!(webhook, Webhook::Unknown(_)), "{body}");
        let written = serde_json::to_string(&webhook).unwrap();
        let again = Webhook::from_request(query, written.as_bytes()).unwrap();
        assert_eq!(again, webhook, "{body}: {written}");
    }
}

/// A plain reading left out the empty content that a reading with a report kept.
#[test]
fn an_element_of_an_unlisted_type_keeps_an_empty_content() {
    let body = r#"{"SessionId":"s","Event":"Human.UserSendMsg","MsgBody":[{"x":1,"MsgContent":""}]}"#;
    let expected = r#"{"SessionId":"s","Event":"Human.UserSendMsg","MsgBody":[{"MsgContent":"","x":1}]}"#;
    let plain = callhook::from_str::<SessionEvent>(body).unwrap();
    assert_eq!(serde_json::to_string(&plain).unwrap(), expected);
    assert_eq!(serde_json::from_str::<SessionEvent>(body).unwrap(), plain);
    assert_eq!(inspect::<SessionEvent>(body.as_bytes()).unwrap().value, plain);
}

/// A `content` that was not kept said whose the request is, and what was written did not say it any more.
#[test]
fn of_several_contents_only_what_is_kept_says_whose_a_request_is() {
    for (body, is_sevenmoor) in [
        (r#"{"content":{"accountId":"N1","callEvent":"ring"},"content":{"callEvent":"link"}}"#, false),
        (r#"{"content":{"callEvent":"ring"},"content":{"accountId":"N1","callEvent":"link"}}"#, true),
        (r#"{"CONTENT":{"accountId":"N1","callEvent":"ring"},"content":{"callEvent":"link"}}"#, false),
        (r#"{"content":{"accountId":"N1","callEvent":"ring"},"content":{"a":1}}"#, true),
        (r#"{"cdrType":"x","content":{"accountId":"N1"},"content":{"a":1}}"#, false),
        (r#"{"cdrType":"x","content":{"accountId":"N1"},"content":null}"#, true),
        (r#"{"cdrType":"x","content":{"accountId":"N1","callEvent":"ring"},"content":{"a":1}}"#, false),
        (r#"{"cdrType":"x","content":{"accountId":"N1"},"CONTENT":{"a":1}}"#, true),
        (r#"{"preMediaCode":"1","content":{"a":1},"CONTENT":{"accountId":"N1"}}"#, false),
        (r#"{"preMediaCode":"1","content":{"a":1},"content":{"accountId":"N1"}}"#, true),
        (r#"{"preMediaCode":"1","CONTENT":{"accountId":"N1"},"content":{"a":1},"content":0}"#, false),
        (r#"{"preMediaCode":"1","CONTENT":{"accountId":"N1"},"content":{}}"#, false),
        (r#"{"preMediaCode":"1","CONTENT":{"accountId":"N1"}}"#, true),
        (r#"{"preMediaCode":"1","CONTENT":{"accountId":"N1"},"content":null}"#, true),
    ] {
        let webhook = Webhook::from_request("", body.as_bytes()).unwrap();
        assert_eq!(matches!(webhook, Webhook::SevenMoor(_)), is_sevenmoor, "{body}");
        let written = serde_json::to_string(&webhook).unwrap();
        let again = Webhook::from_request("", written.as_bytes()).unwrap();
        assert_eq!(again, webhook, "{body}: {written}");
    }
}

/// An empty object replaced a value that had said whose a request is, and what was written was another sender's.
#[test]
fn an_empty_object_replaces_nothing_that_says_whose_a_request_is() {
    for (body, vendor, written) in [
        (
            r#"{"accountId":"N1","cdrType":"x","Event":"CallInBound","SdkAppId":1,"SessionId":"s","CallInBound":"ring","CallInBound":{}}"#,
            Vendor::Tccc,
            r#"{"Event":"CallInBound","SessionId":"s","SdkAppId":1,"CallInBound":{},"accountId":"N1","cdrType":"x"}"#,
        ),
        (
            r#"{"cdrType":"x","content":{"accountId":"N1"},"content":{}}"#,
            Vendor::SevenMoor,
            r#"{"cdrType":"x","content":{"accountId":"N1"}}"#,
        ),
        (
            r#"{"pushType":"new","content":{"accountId":"N1","accountId":"  "},"content":{}}"#,
            Vendor::SevenMoor,
            r#"{"content":{"accountId":"N1"},"pushType":"new"}"#,
        ),
    ] {
        let webhook = Webhook::from_request("", body.as_bytes()).unwrap();
        assert_eq!(webhook.vendor(), Some(vendor), "{body}");
        assert_eq!(serde_json::to_string(&webhook).unwrap(), written);
        assert_eq!(Webhook::from_request("", written.as_bytes()).unwrap(), webhook);
    }
}

/// The findings at a TCCC query had lost the values that came.
#[test]
fn a_finding_at_a_query_has_the_value_that_came() {
    let seen = callhook::tccc::Push::inspect_request("action=NewPush&version=1&version=2", br#"{"z":0}"#).unwrap();
    let found: Vec<_> = seen.report.iter().map(|found| (found.path(), found.code(), found.value())).collect();
    let (action, version) = (json!("NewPush"), json!("1"));
    assert_eq!(
        found,
        [
            ("?action", Code::UnknownWord, Some(&action)),
            ("?version", Code::DuplicateKey, Some(&version)),
            ("?version", Code::OtherVersion, None),
        ]
    );
}

/// JSON text of an empty list said that a body is a record, and a record has no list that is empty.
#[test]
fn a_text_that_lists_nothing_says_nothing_of_the_shape() {
    for list in [r#""[]""#, r#"" [null, \"\"] ""#, r#""[[]]","billCalls":{}"#] {
        let body = format!(r#"{{"accountId":"N1","billCalls":{list}}}"#);
        let webhook = Webhook::from_request("", body.as_bytes()).unwrap();
        assert_eq!(webhook.acknowledgement(), None, "{body}");
        let written = serde_json::to_string(&webhook).unwrap();
        assert_eq!(Webhook::from_request("", written.as_bytes()).unwrap(), webhook, "{body}");
    }
    let push = Push::from_slice(br#"{"billCalls":"1,2","billCalls":"[]"}"#).unwrap();
    assert_eq!(serde_json::to_string(&push).unwrap(), r#"{"billCalls":["1,2"]}"#);
    let push = Push::from_slice(br#"{"billCalls":"[]","billCalls":0,"billCalls":"[]"}"#).unwrap();
    assert_eq!(serde_json::to_string(&push).unwrap(), r#"{"billCalls":0}"#);
}

/// A tag that decided took the place of one that could not be read, and that one was lost.
#[test]
fn a_tag_that_cannot_be_read_is_reported_with_its_value() {
    let body = br#"{"CallbackCommand":["secret","data"],"callbackcommand":"New.Thing","SessionId":"s"}"#;
    let seen = Webhook::inspect_request("", body).unwrap();
    assert_eq!(
        codes(&seen.report),
        ["CallbackCommand duplicate-key", "CallbackCommand unknown-word", "CallbackCommand key-spelling"]
    );
    assert_eq!(
        seen.report.iter().find_map(|found| found.value().filter(|value| value.is_array())),
        Some(&json!(["secret", "data"]))
    );
}

/// A command that could not be read counted as none, so that a callback that may wait for a decision was acknowledged.
#[test]
fn a_command_that_cannot_be_read_is_not_acknowledged() {
    let body = br#"{"CallbackCommand":["ChatBot.OnAssignHuman"],"SessionId":"s","Event":"SessionBegin"}"#;
    let webhook = Webhook::from_request("", body).unwrap();
    assert_eq!((webhook.event_name(), webhook.acknowledgement()), ("other", None));
    let push = callhook::desk::Push::from_request("", body).unwrap();
    assert_eq!((push.event_name(), push.acknowledgement()), ("other", None));
    assert_eq!(Webhook::Desk(push), webhook);
    // Desk's key makes it Desk's; an event that is not kept does not decide that.
    let body = br#"{"CallbackCommand":{"x":1},"SessionId":"s","Event":"SessionBegin","Event":["x"]}"#;
    let webhook = Webhook::from_request("", body).unwrap();
    let written = serde_json::to_string(&webhook).unwrap();
    assert_eq!(written, r#"{"CallbackCommand":{"x":1},"Event":["x"],"SessionId":"s"}"#);
    assert_eq!(Webhook::from_request("", written.as_bytes()).unwrap(), webhook);
    for empty in ["{}", r#"" ""#] {
        let body = format!(r#"{{"CallbackCommand":["x"],"CallbackCommand":{empty}}}"#);
        let push = callhook::desk::Push::from_request("", body.as_bytes()).unwrap();
        assert_eq!(serde_json::to_string(&push).unwrap(), r#"{"CallbackCommand":["x"]}"#);
    }
}

/// Any event made a body without a command a session event, and the question about an inbound call got Desk's
/// acknowledgement.
#[test]
fn an_unlisted_event_without_a_command_is_not_acknowledged() {
    for event in ["CallInBound", "SessionPaused"] {
        let body = format!(r#"{{"SessionId":"s","Event":"{event}","SdkAppId":1,"CallInBound":{{"IvrId":12}}}}"#);
        let push = callhook::desk::Push::from_request("", body.as_bytes()).unwrap();
        assert_eq!((push.event_name(), push.acknowledgement()), ("other", None));
        let named = "CallbackCommand=Desk.SessionEventNotify";
        let push = callhook::desk::Push::from_request(named, body.as_bytes()).unwrap();
        assert_eq!(push.event_name(), "session_event");
    }
    let missing = callhook::desk::Push::from_request("", b"{}").unwrap_err();
    assert_eq!(missing.paths(), ["SessionId", "Event"]);
}

/// An exponent made a duration a double, and a double has other digits.
#[test]
fn a_duration_is_exact_in_each_form_of_number() {
    for digits in ["831.8507699", "8.318507699e2", "8318507699e-7"] {
        let body = format!(r#"{{"SdkAppId":1,"SessionId":"e","Duration":{digits}}}"#);
        let cdr: PhoneCdr = callhook::from_str(&body).unwrap();
        assert_eq!(cdr.duration, Some(chrono::TimeDelta::nanoseconds(831_850_769_900)), "{digits}");
    }
}

/// What was odd inside an object that fields read was counted at each object around it.
#[test]
fn what_fields_read_is_reported_once() {
    let body = br#"{"SdkAppId":1,"SessionId":"e","ServeParticipants":{"0":{"Mail":"a","Mail":"b"}}}"#;
    let report = inspect::<PhoneCdr>(body).unwrap().report;
    assert_eq!(codes(&report), ["ServeParticipants coerced-type", "ServeParticipants[0].Mail duplicate-key"]);
    assert_eq!(report.iter().map(|found| found.inside()).collect::<Vec<_>>(), [0, 0]);
}

/// A number that was set aside was rounded to another one, which its field could read.
#[test]
fn a_number_that_is_set_aside_is_not_rounded_to_a_whole_one() {
    for (field, digits) in [("EndStatus", "9007199254740991.1"), ("Mood", "9007199254740993.0")] {
        let body = format!(r#"{{"SdkAppId":1,"SessionId":"e","{field}":{digits}}}"#);
        let cdr: PhoneCdr = callhook::from_str(&body).unwrap();
        assert_eq!(cdr.extra.get(field), Some(&json!(digits)));
        assert_eq!(callhook::from_str::<PhoneCdr>(&serde_json::to_string(&cdr).unwrap()).unwrap(), cdr);
    }
}

/// A redacted view printed characters that move the cursor or turn the line around.
#[test]
fn a_redacted_view_is_one_line_from_left_to_right() {
    let body = "{\"SdkAppId\":1,\"SessionId\":\"e\u{202e}\u{9b}2J\u{85}\u{7f}\u{2028}x\"}";
    let cdr: PhoneCdr = callhook::from_str(body).unwrap();
    let shown = callhook::redacted(&cdr).to_string();
    assert_eq!(shown, r#"{"SdkAppId":1,"SessionId":"e\u202e\u009b2J\u0085\u007f\u2028x"}"#);
    assert_eq!(serde_json::from_str::<PhoneCdr>(&shown).unwrap(), cdr);
    for char in "\u{9f}\u{61c}\u{200b}\u{200f}\u{202e}\u{2060}\u{206f}\u{feff}".chars() {
        let shown = callhook::redacted(&PhoneCdr::new(1, char)).to_string();
        assert_eq!(shown, format!(r#"{{"SdkAppId":1,"SessionId":"\u{:04x}"}}"#, u32::from(char)));
    }
}

/// What was kept of a body of no known kind was an event: a duplicate key had hidden that.
#[test]
fn a_body_that_is_kept_reads_as_itself() {
    for (body, name) in [
        (
            r#"{"content":{"accountId":"1","callEvent":"ring","pushType":"logout","pushType":{"a":"logout"}},"a":1}"#,
            "call",
        ),
        (
            r#"{"CONTENT":{"accountId":"1","callEvent":"hangup"},"content":{"callEvent":"link"},"content":{"a":1}}"#,
            "call",
        ),
        (r#"{"accountId":"1","callType":[],"callType":{},"a":1}"#, "unknown"),
    ] {
        let seen = Webhook::inspect_request("", body.as_bytes()).unwrap();
        assert_eq!(seen.value.event_name(), name, "{body}");
        assert!(seen.report.iter().any(|finding| finding.code() == Code::DuplicateKey), "{body}: {}", seen.report);
        assert_eq!(Webhook::from_request("", body.as_bytes()).unwrap(), seen.value, "{body}");
        let written = serde_json::to_string(&seen.value).unwrap();
        assert_eq!(Webhook::from_request("", written.as_bytes()).unwrap(), seen.value, "{body}");
        let push = Push::from_slice(body.as_bytes()).unwrap();
        assert_eq!(push, Push::from_slice(serde_json::to_string(&push).unwrap().as_bytes()).unwrap(), "{body}");
    }
}

/// A single object where a list belongs is written in a list, one level deeper, and could then not be read.
#[test]
fn a_value_that_would_nest_too_deep_in_a_list_is_set_aside() {
    for (levels, items) in [(124, 1), (125, 0)] {
        let deep = format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        let body = format!(r#"{{"SdkAppId":1,"SessionId":"a","ServeParticipants":{{"x":{deep}}}}}"#);
        let cdr: PhoneCdr = callhook::from_str(&body).unwrap();
        assert_eq!((cdr.serve_participants.len(), cdr.extra.len()), (items, 1 - items), "{levels}");
        assert_eq!(callhook::from_str::<PhoneCdr>(&serde_json::to_string(&cdr).unwrap()).unwrap(), cdr, "{levels}");
    }
}

/// What only begins as "never" was dropped.
#[test]
fn what_is_more_than_never_is_set_aside() {
    for (text, is_kept) in [
        ("0000-00-00 customer asked for 1", true),
        ("0001-01-01 x", true),
        ("1970-01-01 08:00:00.5", true),
        ("0000-00-00 00:00:00", false),
        ("0001-01-01T08:05:43+08:05", false),
        ("1970-01-01 08:00:00.000", false),
    ] {
        let body = json!({ "pushType": "cdr", "startTime": text }).to_string();
        let record: callhook::sevenmoor::CallRecord = callhook::from_str(&body).unwrap();
        assert_eq!(record.start_time, None, "{text}");
        assert_eq!(record.extra.get("startTime"), is_kept.then_some(&json!(text)), "{text}");
    }
}

/// A word next to letters of another script was taken for the word.
#[test]
fn an_action_beside_other_letters_is_another_one() {
    for action in ["测试cdr", "écdr", "cdré", "cdr1"] {
        let query = format!("action={action}");
        let webhook = Webhook::from_request(&query, br#"{"SdkAppId":1,"SessionId":"s"}"#).unwrap();
        assert_eq!((webhook.event_name(), webhook.acknowledgement()), ("other", None), "{action}");
    }
}

/// A parameter of blanks that are no white space to Unicode named a vendor.
#[test]
fn a_blank_parameter_names_no_vendor() {
    let body = br#"{"CallbackCommand":"Desk.SessionEventNotify","SessionId":"s","Event":"SessionEnd"}"#;
    for query in ["action=%20", "action=%E2%80%8B", "CallbackCommand=%EF%BB%BF"] {
        assert_eq!(Webhook::from_request(query, body).unwrap().event_name(), "session_event", "{query}");
    }
}

/// Adjustments that had no finding, or two.
#[test]
fn each_of_these_adjustments_is_reported_once() {
    let record = |entry: &str| {
        let body = format!(r#"{{"pushType":"cdr",{entry}}}"#);
        codes(&inspect::<callhook::sevenmoor::CallRecord>(body.as_bytes()).unwrap().report)
    };
    for (entry, expected) in [
        (r#""startTime":" -0.00 ""#, &["startTime coerced-type"][..]),
        (r#""startTime":"00""#, &["startTime coerced-type"]),
        (r#""startTime":"0""#, &[]),
        (
            r#""groupIdList":" \ud83d ""#,
            &["groupIdList coerced-type", "groupIdList lone-surrogate", "groupIdList surrounding-blanks"],
        ),
    ] {
        let mut found = record(entry);
        found.sort();
        assert_eq!(found, expected, "{entry}");
    }
    let body = br#"{"SdkAppId":1,"SessionId":"s","ServeParticipants":"[null]"}"#;
    let mut found = codes(&inspect::<PhoneCdr>(body).unwrap().report);
    found.sort();
    assert_eq!(found, ["ServeParticipants coerced-type", "ServeParticipants[0] empty-item"]);
    let body = br#"{"SessionId":"s","Event":"SessionEnd","MsgBody":[{"MsgType":"TIMLocationElem","MsgContent":{"Latitude":"+-5"}}]}"#;
    let report = inspect::<SessionEvent>(body).unwrap().report;
    assert_eq!(codes(&report), ["MsgBody[0].MsgContent.Latitude unreadable-value"]);
}
