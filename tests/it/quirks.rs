//! The quirks that reading tolerates, one row each: what comes, what is read, what is reported.

use callhook::desk::MsgElement;
use callhook::sevenmoor::CallRecord;
use callhook::tccc::{Direction, EndStatusString, HungUpSide, PhoneCdr};
use callhook::{Code, Error, Extra, inspect};
use chrono::TimeDelta;
use serde_json::json;

use crate::support::{at, codes};

/// A row: entries of a phone record, what must be in it, the report.
struct Row {
    entries: String,
    expected: PhoneCdr,
    findings: Vec<String>,
}

fn row(entries: &str, findings: &[&str], fill: impl FnOnce(&mut PhoneCdr)) -> Row {
    let mut expected = PhoneCdr::default();
    expected.sdk_app_id = 1400000214;
    expected.session_id = "e97b".to_owned();
    fill(&mut expected);
    Row { entries: entries.to_owned(), expected, findings: findings.iter().map(|line| (*line).to_owned()).collect() }
}

fn check(rows: Vec<Row>) {
    for Row { entries, expected, findings } in rows {
        let body = format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b",{entries}}}"#);
        let seen = inspect::<PhoneCdr>(body.as_bytes()).unwrap_or_else(|error| panic!("{entries}: {error}"));
        assert_eq!(seen.value, expected, "{entries}");
        assert_eq!(codes(&seen.report), findings, "{entries}");
        assert_eq!(serde_json::from_str::<PhoneCdr>(&body).unwrap(), expected, "{entries}");
    }
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn keys() {
    check(vec![
        row(r#""Caller":"1","Caller":"2""#, &["Caller duplicate-key"], |cdr| cdr.caller = text("2")),
        row(r#""Duration":"15","Duration":0"#, &["Duration duplicate-key"], |cdr| {
            cdr.duration = Some(TimeDelta::zero());
        }),
        row(r#""Caller":"1","Caller":null"#, &["Caller duplicate-key"], |cdr| cdr.caller = text("1")),
        row(r#""Caller":{"a":1},"Caller":"2""#, &["Caller duplicate-key"], |cdr| cdr.caller = text("2")),
        row(r#""Caller":"2","Caller":{"a":1}"#, &["Caller duplicate-key"], |cdr| cdr.caller = text("2")),
        row(r#""caller":"1""#, &["Caller key-spelling"], |cdr| cdr.caller = text("1")),
        row(r#""CALLER":"1""#, &["Caller key-spelling"], |cdr| cdr.caller = text("1")),
        row(r#""Caller":"1","caller":"2""#, &["Caller duplicate-key"], |cdr| cdr.caller = text("1")),
        row(r#""caller":"2","Caller":"1""#, &["Caller duplicate-key"], |cdr| cdr.caller = text("1")),
        row(r#""caller":"1","CALLER":"2""#, &["Caller duplicate-key", "Caller key-spelling"], |cdr| {
            cdr.caller = text("2");
        }),
        row(r#""xMood":{"a":[1]}"#, &["xMood unknown-key"], |cdr| {
            cdr.extra.insert("xMood", json!({"a": [1]}));
        }),
        row(r#""xMood":1,"xMood":"2""#, &["xMood duplicate-key", "xMood unknown-key"], |cdr| {
            cdr.extra.insert("xMood", "2");
        }),
        row(r#""xMood":1,"XMOOD":null"#, &["xMood unknown-key", "XMOOD unknown-key"], |cdr| {
            cdr.extra = Extra::from_iter([("xMood".to_owned(), json!(1)), ("XMOOD".to_owned(), json!(null))]);
        }),
        row(
            r#""PostIVRKeyPressed":[{"key":"1","label":"a"},{"KEY":"2","LABEL":"b"}]"#,
            &[
                "PostIVRKeyPressed[0].Key key-spelling",
                "PostIVRKeyPressed[0].Label key-spelling",
                "PostIVRKeyPressed[1].Key key-spelling",
                "PostIVRKeyPressed[1].Label key-spelling",
            ],
            |cdr| {
                for (key, label) in [("1", "a"), ("2", "b")] {
                    let mut press = callhook::tccc::IvrKeyPress::default();
                    (press.key, press.label) = (text(key), text(label));
                    cdr.post_ivr_key_pressed.push(press);
                }
            },
        ),
    ]);
}

#[test]
fn no_value() {
    for (entries, findings) in [
        (r#""Caller":null"#, None),
        (r#""Caller":"""#, None),
        (r#""Caller":[]"#, Some("Caller coerced-type")),
        (r#""Caller":[""]"#, Some("Caller coerced-type")),
        (r#""Caller":[null,[]]"#, Some("Caller coerced-type")),
        (r#""StartTimestamp":0"#, None),
        (r#""StartTimestamp":0.0"#, None),
        (r#""StartTimestamp":"0""#, Some("StartTimestamp coerced-type")),
        (r#""StartTimestamp":"""#, Some("StartTimestamp coerced-type")),
        (r#""SeatUser":null"#, None),
        (r#""SeatUser":"""#, Some("SeatUser coerced-type")),
        (r#""SeatUser":[]"#, Some("SeatUser coerced-type")),
        (r#""IVRKeyPressed":null"#, None),
        (r#""IVRKeyPressed":[]"#, None),
        (r#""IVRKeyPressed":"""#, Some("IVRKeyPressed coerced-type")),
        (r#""IVRKeyPressed":[""]"#, Some("IVRKeyPressed[0] empty-item")),
        (r#""ServeParticipants":[null]"#, Some("ServeParticipants[0] empty-item")),
        (r#""EndStatusString":"""#, None),
        (r#""Direction":"""#, Some("Direction coerced-type")),
        (r#""QueuedSkillGroupId":0"#, None),
    ] {
        check(vec![row(entries, findings.as_slice(), |_| {})]);
    }
    // A zero that is no instant and no id is a value.
    check(vec![
        row(r#""Duration":0"#, &[], |cdr| cdr.duration = Some(TimeDelta::zero())),
        row(r#""Direction":0"#, &[], |cdr| cdr.direction = Some(Direction::Inbound)),
    ]);
}

#[test]
fn scalars() {
    let id = "QueuedSkillGroupId";
    for (written, read) in [
        (r#""1072""#, 1072),
        (r#"" 1072 ""#, 1072),
        (r#""007""#, 7),
        (r#""1072.0""#, 1072),
        (r#""18446744073709551615""#, u64::MAX),
    ] {
        check(vec![row(&format!(r#""{id}":{written}"#), &["QueuedSkillGroupId coerced-type"], |cdr| {
            cdr.queued_skill_group_id = Some(read);
        })]);
    }
    for (written, read, report) in [
        ("1072", 1072, None),
        ("123456789012345678", 123456789012345678, None),
        ("1072.0", 1072, Some("QueuedSkillGroupId coerced-type")),
        ("1.072e3", 1072, Some("QueuedSkillGroupId coerced-type")),
    ] {
        check(vec![row(&format!(r#""{id}":{written}"#), report.as_slice(), |cdr| {
            cdr.queued_skill_group_id = Some(read);
        })]);
    }
    for unreadable in ["-1", "1.5", "true", "\"many\"", "[1072]", "{}", "{\"a\":[]}", "\"1.5\""] {
        check(vec![row(&format!(r#""{id}":{unreadable}"#), &["QueuedSkillGroupId unreadable-value"], |cdr| {
            cdr.extra.insert(id, serde_json::from_str::<serde_json::Value>(unreadable).unwrap());
        })]);
    }
    for (written, read, findings) in [
        (r#""008602066247698""#, "008602066247698", None),
        (r#""007""#, "007", None),
        (r#"" 7 ""#, "7", Some("Caller surrounding-blanks")),
        ("8602066247698", "8602066247698", Some("Caller coerced-type")),
        ("123456789012345678", "123456789012345678", Some("Caller coerced-type")),
        ("-7", "-7", Some("Caller coerced-type")),
    ] {
        check(vec![row(&format!(r#""Caller":{written}"#), findings.as_slice(), |cdr| cdr.caller = text(read))]);
    }
    for unreadable in ["1.5", "true", "false"] {
        check(vec![row(&format!(r#""Caller":{unreadable}"#), &["Caller unreadable-value"], |cdr| {
            cdr.extra.insert("Caller", serde_json::from_str::<serde_json::Value>(unreadable).unwrap());
        })]);
    }
    for (written, seconds, findings) in [
        ("15", 15_000, None),
        ("\"15\"", 15_000, Some("Duration coerced-type")),
        ("15.0", 15_000, Some("Duration coerced-type")),
        ("1.5e1", 15_000, Some("Duration coerced-type")),
        ("1.5", 1_500, None),
        ("\"-1.5\"", -1_500, Some("Duration coerced-type")),
    ] {
        check(vec![row(&format!(r#""Duration":{written}"#), findings.as_slice(), |cdr| {
            cdr.duration = Some(TimeDelta::milliseconds(seconds));
        })]);
    }
    check(vec![row(r#""Duration":false"#, &["Duration unreadable-value"], |cdr| {
        cdr.extra.insert("Duration", false);
    })]);
}

#[test]
fn shapes() {
    let key_list = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    check(vec![
        row(r#""IVRKeyPressed":"1""#, &["IVRKeyPressed coerced-type"], |cdr| cdr.ivr_key_pressed = key_list(&["1"])),
        row(r#""IVRKeyPressed":1"#, &["IVRKeyPressed coerced-type"], |cdr| cdr.ivr_key_pressed = key_list(&["1"])),
        row(r#""IVRKeyPressed":["1",2]"#, &["IVRKeyPressed[1] coerced-type"], |cdr| {
            cdr.ivr_key_pressed = key_list(&["1", "2"]);
        }),
        row(
            r#""IVRKeyPressed":["1","",{"a":1},[2],"3"]"#,
            &["IVRKeyPressed[1] empty-item", "IVRKeyPressed[2] unreadable-value", "IVRKeyPressed[3] unreadable-value"],
            |cdr| {
                cdr.ivr_key_pressed = key_list(&["1", "3"]);
                cdr.extra.insert("IVRKeyPressed", json!([{"a": 1}, [2]]));
            },
        ),
        row(r#""IVRKeyPressed":{"a":1}"#, &["IVRKeyPressed unreadable-value"], |cdr| {
            cdr.extra.insert("IVRKeyPressed", json!({"a": 1}));
        }),
        row(r#""PostIVRKeyPressed":{"Key":"1"}"#, &["PostIVRKeyPressed coerced-type"], |cdr| {
            cdr.post_ivr_key_pressed.push(Default::default());
            cdr.post_ivr_key_pressed[0].key = text("1");
        }),
        row(r#""PostIVRKeyPressed":"1""#, &["PostIVRKeyPressed unreadable-value"], |cdr| {
            cdr.extra.insert("PostIVRKeyPressed", "1");
        }),
        row(r#""SeatUser":{}"#, &[], |cdr| cdr.seat_user = Some(Default::default())),
        row(r#""SeatUser":"lulu""#, &["SeatUser unreadable-value"], |cdr| {
            cdr.extra.insert("SeatUser", "lulu");
        }),
        row(r#""SeatUser":[{"Name":"lulu"}]"#, &["SeatUser unreadable-value"], |cdr| {
            cdr.extra.insert("SeatUser", json!([{"Name": "lulu"}]));
        }),
        row(
            r#""SeatUser":{"StaffNumber":7,"Age":8,"Mail":{"at":1}}"#,
            &["SeatUser.StaffNumber coerced-type", "SeatUser.Age unknown-key", "SeatUser.Mail unreadable-value"],
            |cdr| {
                let seat = cdr.seat_user.insert(Default::default());
                seat.staff_number = text("7");
                seat.extra.insert("Age", 8);
                seat.extra.insert("Mail", json!({"at": 1}));
            },
        ),
        row(r#""Caller":{"a":1,"a":2}"#, &["Caller unreadable-value"], |cdr| {
            cdr.extra.insert("Caller", json!({"a": 2}));
        }),
    ]);
}

#[test]
fn words() {
    let status = |status: EndStatusString| move |cdr: &mut PhoneCdr| cdr.end_status_string = Some(status);
    check(vec![
        row(r#""EndStatusString":"seatGiveUp""#, &[], status(EndStatusString::SeatGiveUp)),
        row(
            r#""EndStatusString":"SEATGIVEUP""#,
            &["EndStatusString word-spelling"],
            status(EndStatusString::SeatGiveUp),
        ),
        row(r#""EndStatusString":" ok ""#, &["EndStatusString word-spelling"], status(EndStatusString::Ok)),
        row(
            r#""EndStatusString":"abducted""#,
            &["EndStatusString unknown-word"],
            status(EndStatusString::from("abducted")),
        ),
        row(r#""EndStatusString":108"#, &["EndStatusString unknown-word"], status(EndStatusString::from("108"))),
        row(r#""EndStatusString":{"a":1}"#, &["EndStatusString unreadable-value"], |cdr| {
            cdr.extra.insert("EndStatusString", json!({"a": 1}));
        }),
        row(r#""HungUpSide":"Seat""#, &["HungUpSide word-spelling"], |cdr| cdr.hung_up_side = Some(HungUpSide::Seat)),
        row(r#""Direction":"1""#, &["Direction coerced-type"], |cdr| cdr.direction = Some(Direction::Outbound)),
        row(r#""Direction":7"#, &["Direction unknown-word"], |cdr| cdr.direction = Some(Direction::from(7))),
        row(r#""Direction":"out""#, &["Direction unreadable-value"], |cdr| {
            cdr.extra.insert("Direction", "out");
        }),
        row(r#""Direction":true"#, &["Direction unreadable-value"], |cdr| {
            cdr.extra.insert("Direction", true);
        }),
    ]);
}

#[test]
fn instants() {
    let form = Some("StartTimestamp instant-form");
    for (written, instant, findings) in [
        ("1608130636", "2020-12-16T14:57:16Z", None),
        ("1608130636.0", "2020-12-16T14:57:16Z", Some("StartTimestamp coerced-type")),
        ("1.608130636e9", "2020-12-16T14:57:16Z", Some("StartTimestamp coerced-type")),
        ("\"1608130636\"", "2020-12-16T14:57:16Z", Some("StartTimestamp coerced-type")),
        ("\" 1608130636 \"", "2020-12-16T14:57:16Z", Some("StartTimestamp coerced-type")),
        ("1608130636.25", "2020-12-16T14:57:16.25Z", form),
        ("\"1608130636.123456789\"", "2020-12-16T14:57:16.123456789Z", form),
        ("1608130636123", "2020-12-16T14:57:16.123Z", form),
        ("1608130636123.0", "2020-12-16T14:57:16.123Z", form),
        ("\"1608130636123\"", "2020-12-16T14:57:16.123Z", form),
        ("\"2020-12-16 22:57:16\"", "2020-12-16T14:57:16Z", form),
        ("\"2020-12-16T22:57:16\"", "2020-12-16T14:57:16Z", form),
        ("\"2020-12-16 22:57:16.5\"", "2020-12-16T14:57:16.5Z", form),
        ("\"2020-12-16T14:57:16Z\"", "2020-12-16T14:57:16Z", form),
        ("\"2020-12-16T22:57:16+08:00\"", "2020-12-16T14:57:16Z", form),
        ("\"2020-12-16t14:57:16.000000001z\"", "2020-12-16T14:57:16.000000001Z", form),
        // The first and the last second.
        ("946684800", "2000-01-01T00:00:00Z", None),
        ("4102444799", "2099-12-31T23:59:59Z", None),
    ] {
        check(vec![row(&format!(r#""StartTimestamp":{written}"#), findings.as_slice(), |cdr| {
            cdr.start_timestamp = Some(at(instant));
        })]);
    }
    for unreadable in [
        "-1",
        "true",
        "\"soon\"",
        "\"2020-13-16 22:57:16\"",
        "\"2020-12-16\"",
        "\"1969-12-31T23:59:59Z\"",
        "1",
        "946684799",
        "4102444800",
        "99999999999",
        "100000000000",
        "123456789012345678",
        "[1608130636]",
        "{\"$date\":1608130636}",
    ] {
        check(vec![row(&format!(r#""StartTimestamp":{unreadable}"#), &["StartTimestamp unreadable-value"], |cdr| {
            cdr.extra.insert("StartTimestamp", serde_json::from_str::<serde_json::Value>(unreadable).unwrap());
        })]);
    }
}

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
        assert_eq!(record.start_time, Some(at(instant)), "{time}");
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
         x: unknown-key (expected nothing, found object, 2 oddities inside)"
    );
    assert_eq!(
        format!("{:?}", report.iter().next().unwrap()),
        r#"Finding { path: "SdkAppId", code: CoercedType, expected: "integer", found: String, .. }"#
    );
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
        "UserRemark: huge-number (expected number that a double equals, found number)\n\
         Duration: unreadable-value (expected seconds, found number)\n\
         Duration: huge-number (expected number that a double equals, found number)\n\
         New: unknown-key (expected nothing, found array, 1 oddity inside)\n\
         Old: unknown-key (expected nothing, found number)\n\
         Old: huge-number (expected number that a double equals, found number)"
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
