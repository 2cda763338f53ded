//! What only this crate's own reading tolerates, and the report. What each kind of field accepts is in pairs.rs.

use callhook::desk::MsgElement;
use callhook::sevenmoor::CallRecord;
use callhook::tccc::PhoneCdr;
use callhook::{Code, Error, inspect};
use serde_json::json;

use crate::support::{at, codes, text};

// ---- what only this crate's own reading tolerates ----

#[test]
fn a_byte_order_mark_is_skipped_and_reported() {
    let body = "\u{feff}{\"SdkAppId\":1400000214,\"SessionId\":\"e97b\",\"caller\":\"1\"}";
    assert_eq!(callhook::from_str::<PhoneCdr>(body).unwrap().caller, text("1"));
    assert_eq!(callhook::from_slice::<PhoneCdr>(body.as_bytes()).unwrap().caller, text("1"));
    let seen = inspect::<PhoneCdr>(body.as_bytes()).unwrap();
    assert_eq!(seen.value.caller, text("1"));
    assert_eq!(codes(&seen.report), [" byte-order-mark", "Caller key-spelling"]);
    assert_eq!(
        seen.report.iter().next().unwrap().to_string(),
        "(body): byte-order-mark (expected no byte-order mark, found object)"
    );
    // One only, and only in front.
    assert!(callhook::from_str::<PhoneCdr>(&format!("\u{feff}{body}")).is_err());
}

#[test]
fn half_an_emoji_is_read_as_the_replacement_character_and_reported() {
    let id = r#""SdkAppId":1400000214,"SessionId":"e97b""#;
    for (entries, user_remark, findings) in [
        (r#""UserRemark":"hi \ud83d""#, "hi \u{fffd}", vec!["UserRemark lone-surrogate"]),
        (r#""UserRemark":"\ude00 hi""#, "\u{fffd} hi", vec!["UserRemark lone-surrogate"]),
        (r#""UserRemark":"\ud83d\ud83d\ude00\ud83d""#, "\u{fffd}😀\u{fffd}", vec!["UserRemark lone-surrogate"]),
        (r#""UserRemark":"\\\ud83d\n""#, "\\\u{fffd}\n", vec!["UserRemark lone-surrogate"]),
        (r#""UserRemark":"\ud83d\u0041""#, "\u{fffd}A", vec!["UserRemark lone-surrogate"]),
        (r#""UserRemark":"\ud83d\ude00""#, "😀", vec![]),
        (
            r#""UserRemark":"x","SeatUser":{"Nick":"\ud83d"},"IVRKeyPressed":["1","\uD83D"]"#,
            "x",
            vec!["SeatUser.Nick lone-surrogate", "IVRKeyPressed[1] lone-surrogate"],
        ),
        (r#""UserRemark":"x","x":[{"y":"\ud83d"}]"#, "x", vec!["x unknown-key"]),
    ] {
        let body = format!("{{{id},{entries}}}");
        let seen = inspect::<PhoneCdr>(body.as_bytes()).unwrap_or_else(|error| panic!("{entries}: {error}"));
        assert_eq!(seen.value.user_remark.as_deref(), Some(user_remark), "{entries}");
        assert_eq!(codes(&seen.report), findings, "{entries}");
        assert_eq!(callhook::from_slice::<PhoneCdr>(body.as_bytes()).unwrap(), seen.value);
        assert_eq!(callhook::from_str::<PhoneCdr>(&body).unwrap(), seen.value);
        assert_eq!(serde_json::from_str::<PhoneCdr>(&body).unwrap(), seen.value);
    }
    // What is wrong beside it is still an error.
    assert!(callhook::from_str::<PhoneCdr>(&format!(r#"{{{id},"UserRemark":"\ud83d""#)).is_err());
    assert!(callhook::from_str::<PhoneCdr>(&format!(r#"{{{id},"UserRemark":"\ud83d\q"}}"#)).is_err());
}

#[test]
fn a_report_is_in_the_order_of_the_body() {
    let body = r#"{"SdkAppId":"1400000214","SessionId":"e97b","Mood":1,"IVRKeyPressed":["1","2"],"Duration":1,"Duration":2,
        "ServeParticipants":[{"Mail":"a@example.com"}],"UserRemark":"\ud83d"}"#;
    let seen = inspect::<PhoneCdr>(body.as_bytes()).unwrap();
    assert_eq!(seen.value.ivr_key_pressed, ["1", "2"]);
    assert_eq!(seen.value.serve_participants.len(), 1);
    assert_eq!(
        codes(&seen.report),
        ["SdkAppId coerced-type", "Mood unknown-key", "Duration duplicate-key", "UserRemark lone-surrogate"]
    );
    assert_eq!(callhook::from_str::<PhoneCdr>(body).unwrap(), seen.value);
}

#[test]
fn a_china_time_that_no_clock_shows_is_kept_unread() {
    for time in [
        "2021-05-08 24:00:00",
        "2021-05-08 31:59:59",
        "2021-05-08 32:00:00",
        "2021-05-08 23:60:00",
        "2021-02-29 12:00:00",
        "2021-13-01 12:00:00",
        "2021-05-08 1a:00:00",
        "2021-05-08_12:00:00",
    ] {
        let body = format!(r#"{{"pushType":"cdr","startTime":"{time}"}}"#);
        let record: CallRecord = callhook::from_str(&body).unwrap();
        assert_eq!(record.start_time, None, "{time}");
        assert_eq!(record.extra["startTime"], time);
    }
    for (time, instant) in [
        ("2021-05-08 00:00:00", "2021-05-07T16:00:00Z"),
        ("2021-05-08 07:59:59", "2021-05-07T23:59:59Z"),
        ("2021-05-08 08:00:00", "2021-05-08T00:00:00Z"),
        ("2021-05-08 23:59:59", "2021-05-08T15:59:59Z"),
        ("2021-01-01 00:00:00", "2020-12-31T16:00:00Z"),
    ] {
        let record: CallRecord = callhook::from_str(&format!(r#"{{"startTime":"{time}"}}"#)).unwrap();
        assert_eq!(record.start_time, at(instant), "{time}");
    }
}

#[test]
fn the_finding_on_a_key_spelling_has_the_json_type_that_came() {
    for (key, value, path, found) in [
        ("caller", r#""1""#, "Caller", "string"),
        ("caller", "1", "Caller", "number"),
        ("caller", "1.5", "Caller", "number"),
        ("caller", "true", "Caller", "boolean"),
        ("caller", "null", "Caller", "null"),
        ("caller", "[1]", "Caller", "array"),
        ("caller", r#"{"a":1}"#, "Caller", "object"),
        ("duration", r#""15""#, "Duration", "string"),
        ("seatuser", r#"{"Mail":1,"SkillGroupNameList":[2]}"#, "SeatUser", "object"),
        ("seatuser", r#""""#, "SeatUser", "string"),
        ("serveparticipants", r#"[{"Mail":"a@example.com"}]"#, "ServeParticipants", "array"),
        ("serveparticipants", r#"{"Mail":"a@example.com"}"#, "ServeParticipants", "object"),
        ("ivrkeypressed", r#"["1"]"#, "IVRKeyPressed", "array"),
    ] {
        let body = format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b","{key}":{value}}}"#);
        let report = inspect::<PhoneCdr>(body.as_bytes()).unwrap().report;
        let findings: Vec<_> = report.iter().filter(|finding| finding.code() == Code::KeySpelling).collect();
        assert_eq!(findings.len(), 1, "{body}: {report}");
        assert_eq!((findings[0].path(), findings[0].found().to_string().as_str()), (path, found), "{body}");
    }
    // What waits for its tag too.
    for (content, found) in [(r#"{"Text":"a"}"#, "object"), (r#""a""#, "string"), ("[1]", "array")] {
        let body = format!(r#"{{"msgcontent":{content},"MsgType":"TIMTextElem"}}"#);
        let report = inspect::<MsgElement>(body.as_bytes()).unwrap().report;
        let findings = format!("MsgContent: key-spelling (expected MsgContent, found {found} under \"msgcontent\")");
        assert!(report.to_string().contains(&findings), "{body}: {report}");
    }
}

/// Lists in lists, as deep as that.
fn nested(levels: usize) -> String {
    "[".repeat(levels) + &"]".repeat(levels)
}

#[test]
fn what_is_nested_within_the_limit_is_kept_and_what_is_not_is_refused() {
    let id = r#""SdkAppId":1400000214,"SessionId":"e97b""#;
    // The body is the first of 127 levels.
    for levels in [1, 95, 96, 97, 125, 126] {
        let deep = nested(levels);
        for (path, code, entries) in [
            ("x", "unknown-key", format!(r#""x":{deep}"#)),
            ("Duration", "unreadable-value", format!(r#""Duration":{}"#, deep.replace("[]", "[1]"))),
        ] {
            let body = format!("{{{id},{entries},\"Caller\":\"1\"}}");
            let seen = inspect::<PhoneCdr>(body.as_bytes()).unwrap();
            assert_eq!(seen.value.caller, text("1"));
            assert_eq!(format!("\"{path}\":{}", seen.value.extra[path]), entries);
            assert_eq!(codes(&seen.report), [format!("{path} {code}")]);
            assert_eq!(serde_json::from_str::<PhoneCdr>(&body).unwrap(), seen.value);
            let written = serde_json::to_string(&seen.value).unwrap();
            assert_eq!(serde_json::from_str::<PhoneCdr>(&written).unwrap(), seen.value);
            assert!(serde_json::from_str::<serde_json::Value>(&written).is_ok());
        }
    }
    for levels in [127, 128, 5_000] {
        let deep = nested(levels);
        for entries in [
            format!(r#""x":{deep}"#),
            format!(r#""Caller":{deep}"#),
            format!(r#""IVRKeyPressed":{deep}"#),
            format!(r#""ServeParticipants":[{{"Mail":{deep}}}]"#),
            format!(r#""SeatUser":{{"x":{deep}}}"#),
        ] {
            let body = format!("{{{id},{entries}}}");
            let error = inspect::<PhoneCdr>(body.as_bytes()).unwrap_err();
            assert!(matches!(error, Error::NotJson { .. }), "{error}");
            assert!(serde_json::from_str::<PhoneCdr>(&body).is_err());
        }
    }
}

// ---- the report itself ----

#[test]
fn a_report_shows_no_customer_data_unless_asked() {
    let body = br#"{"SdkAppId":1400000214,"SessionId":"e97b","Caller":{"secret":"Zhang"},"Caller":"Zhang",
        "caller":"Zhang","EndStatusString":"Zhang","Duration":"Zhang","x":"Zhang"}"#;
    let report = inspect::<PhoneCdr>(body).unwrap().report;
    assert_eq!(report.len(), 5);
    let shown = format!("{report} {report:?} {}", serde_json::to_string(&report).unwrap());
    assert!(!shown.contains("Zhang"), "{shown}");
    assert!(!shown.contains("secret"), "{shown}");
    let asked: Vec<_> = report.iter().filter_map(|finding| finding.value()).map(ToString::to_string).collect();
    assert_eq!(asked, [r#"{"secret":"Zhang"}"#, r#""Zhang""#, r#""Zhang""#, r#""Zhang""#]);
}

#[test]
fn a_report_is_counted_printed_and_serialized() {
    let body = br#"{"SdkAppId":"1400000214","SessionId":"e97b","caller":1,"Duration":1,"Duration":2,
        "x":{"a":1,"a":2,"b":1,"b":2}}"#;
    let report = inspect::<PhoneCdr>(body).unwrap().report;
    assert_eq!(
        report.to_string(),
        "SdkAppId: coerced-type (expected integer, found string)\n\
         Caller: coerced-type (expected text, found number)\n\
         Caller: key-spelling (expected Caller, found number under \"caller\")\n\
         Duration: duplicate-key (expected one value, found number)\n\
         x: unknown-key (expected nothing, found object, 2 adjustments inside)"
    );
    assert_eq!(
        format!("{:?}", report.iter().next().unwrap()),
        r#"Finding { path: "SdkAppId", code: CoercedType, expected: "integer", found: String, .. }"#
    );
    let expected: Vec<_> = report.iter().map(|finding| finding.expected()).collect();
    assert_eq!(expected, ["integer", "text", "Caller", "one value", "nothing"]);
    assert_eq!(report.count(Code::CoercedType), 2);
    assert_eq!(report.count(Code::EmptyItem), 0);
    assert_eq!(
        report.counts().collect::<Vec<_>>(),
        [(Code::DuplicateKey, 1), (Code::KeySpelling, 1), (Code::CoercedType, 2), (Code::UnknownKey, 1)]
    );
    assert_eq!(
        serde_json::to_value(&report).unwrap(),
        json!([
            {"path": "SdkAppId", "code": "coerced-type", "expected": "integer", "found": "string"},
            {"path": "Caller", "code": "coerced-type", "expected": "text", "found": "number"},
            {"path": "Caller", "code": "key-spelling", "expected": "Caller", "found": "number", "spelling": "caller"},
            {"path": "Duration", "code": "duplicate-key", "expected": "one value", "found": "number"},
            {"path": "x", "code": "unknown-key", "expected": "nothing", "found": "object", "inside": 2},
        ])
    );
    assert!(inspect::<PhoneCdr>(br#"{"SdkAppId":1400000214,"SessionId":"e97b"}"#).unwrap().report.is_empty());
    let all: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(
        all,
        [
            "duplicate-key",
            "key-spelling",
            "coerced-type",
            "unknown-key",
            "unknown-word",
            "word-spelling",
            "unreadable-value",
            "empty-item",
            "instant-form",
            "byte-order-mark",
            "lone-surrogate",
            "control-character",
            "huge-number",
            "surrounding-blanks",
            "other-version",
            "query-form",
        ]
    );
}

#[test]
fn a_number_beyond_the_range_of_doubles_is_kept_by_its_digits() {
    let body =
        br#"{"SdkAppId":1400000214,"SessionId":"a","UserRemark":1e400,"Duration":-1e400,"New":[1e999],"Old":1e999}"#;
    let seen = inspect::<PhoneCdr>(body).unwrap();
    assert_eq!(seen.value.user_remark.as_deref(), Some("1e400"));
    assert_eq!(seen.value.duration, None);
    assert_eq!(seen.value.extra["Duration"], "-1e400");
    assert_eq!(seen.value.extra["New"][0], "1e999");
    assert_eq!(seen.value.extra["Old"], "1e999");
    assert_eq!(
        seen.report.to_string(),
        "UserRemark: huge-number (expected number that a double can hold, found number)\n\
         Duration: unreadable-value (expected seconds, found number)\n\
         Duration: huge-number (expected number that a double can hold, found number)\n\
         New: unknown-key (expected nothing, found array, 1 adjustment inside)\n\
         Old: unknown-key (expected nothing, found number)\n\
         Old: huge-number (expected number that a double can hold, found number)"
    );
    assert_eq!(callhook::from_slice::<PhoneCdr>(body).unwrap(), seen.value);
}

/// Wherever the clock stands, and however its zone is spelled.
#[test]
fn an_instant_with_a_zone_is_read_however_the_zone_is_spelled() {
    for text in [
        "2020-12-16T14:57:16Z",
        "2020-12-16 14:57:16Z",
        "2020-12-16T14:57:16 UTC",
        "2020-12-16T22:57:16+08:00",
        "2020-12-16T22:57:16+0800",
        "2020-12-16 22:57:16 +0800",
        "2020-12-16T09:57:16-05:00",
        "2020-12-16T22:57:16.000+0800",
    ] {
        let body = format!(r#"{{"SdkAppId":1400000214,"SessionId":"a","StartTimestamp":"{text}"}}"#);
        let cdr: PhoneCdr = callhook::from_str(&body).unwrap();
        assert_eq!(cdr.start_timestamp.map(|instant| instant.timestamp()), Some(1_608_130_636), "{text}");
        assert!(cdr.extra.is_empty(), "{text}");
    }
}
