//! Laws: a sample that is cut is an error, what is written reads back equal, no size hurts.

use callhook::tccc::PhoneCdr;
use callhook::{Code, Error, Payload, inspect};
use chrono::TimeDelta;
use serde::de::value::MapDeserializer;
use serde::{Deserialize, Serialize};

use crate::support::{at, fixtures, reads_back};

#[test]
fn a_sample_cut_anywhere_is_not_json() {
    for fixture in fixtures() {
        let body = fixture.body.trim_ascii_end();
        for end in 0..body.len() {
            let error = (fixture.kind.look)(&body[..end]).unwrap_err();
            assert!(matches!(error, Error::NotJson { .. } | Error::NotUtf8 { .. }), "{} {end}: {error}", fixture.name);
        }
    }
}

// ---- what is written reads back equal ----

#[test]
fn a_number_that_json_does_not_have_is_kept_as_text() {
    let entries = [
        ("SdkAppId", 1.0),
        ("SessionId", 7.0),
        ("Caller", f64::NAN),
        ("Duration", f64::INFINITY),
        ("Mood", -f64::INFINITY),
    ];
    let cdr = PhoneCdr::deserialize(MapDeserializer::<_, serde::de::value::Error>::new(entries.into_iter())).unwrap();
    assert_eq!((cdr.caller.as_deref(), cdr.duration), (Some("NaN"), None));
    assert_eq!(
        cdr.extra,
        [("Duration".to_owned(), "inf".into()), ("Mood".to_owned(), "-inf".into())].into_iter().collect()
    );
    assert_eq!(callhook::from_str::<PhoneCdr>(&serde_json::to_string(&cdr).unwrap()).unwrap(), cdr);
}

#[test]
fn instants_and_durations_are_written_in_the_vendors_form_where_it_can_say_them() {
    for (instant, written) in [
        ("2020-12-16T14:57:16Z", "1608130636"),
        ("2000-01-01T00:00:00Z", "946684800"),
        ("2099-12-31T23:59:59Z", "4102444799"),
        ("2020-12-16T14:57:16.25Z", "1608130636.25"),
        ("2020-12-16T14:57:16.123456Z", "1608130636.123456"),
        ("2020-12-16T14:57:16.123456789Z", "\"2020-12-16T14:57:16.123456789Z\""),
    ] {
        let mut cdr = PhoneCdr::default();
        cdr.session_id = "a".to_owned();
        cdr.start_timestamp = at(instant);
        reads_back(&cdr);
        let json = serde_json::to_string(&cdr).unwrap();
        assert_eq!(json, format!(r#"{{"SdkAppId":0,"SessionId":"a","StartTimestamp":{written}}}"#));
    }
    for (nanos, written) in [
        (15_000_000_000, "15"),
        (0, "0"),
        (1_500_000_000, "1.5"),
        (-1_500_000_000, "-1.5"),
        (-60_000_000_000, "-60"),
        (1_000_000_001, "\"1.000000001\""),
    ] {
        let mut cdr = PhoneCdr::default();
        cdr.session_id = "a".to_owned();
        cdr.duration = Some(TimeDelta::nanoseconds(nanos));
        reads_back(&cdr);
        let json = serde_json::to_string(&cdr).unwrap();
        assert_eq!(json, format!(r#"{{"SdkAppId":0,"SessionId":"a","Duration":{written}}}"#));
    }
}

// ---- hostile sizes ----

const MANY: usize = 100_000;

/// A phone record with these entries.
fn body(entries: &str) -> String {
    format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b",{entries}}}"#)
}

#[test]
fn a_hundred_thousand_unknown_keys_are_kept() {
    let entries: Vec<String> = (0..MANY).map(|i| format!(r#""k{i}":{i}"#)).collect();
    let cdr: PhoneCdr = callhook::from_str(&body(&entries.join(","))).unwrap();
    assert_eq!(cdr.extra.len(), MANY);
    assert_eq!(cdr.extra["k99999"], 99_999);
}

#[test]
fn of_a_hundred_thousand_duplicates_the_last_is_read_and_the_others_reported() {
    let text = body(&(0..MANY).map(|i| format!(r#""Caller":"{i}""#)).collect::<Vec<_>>().join(","));
    let seen = inspect::<PhoneCdr>(text.as_bytes()).unwrap();
    assert_eq!(seen.value.caller.as_deref(), Some("99999"));
    assert_eq!(seen.report.count(Code::DuplicateKey), MANY - 1);
    let text = body(&vec![r#""x":1"#; MANY].join(","));
    assert_eq!(callhook::from_str::<PhoneCdr>(&text).unwrap().extra.len(), 1);
    // Each of them unreadable, and the record's identity at that.
    let text = format!(r#"{{{}"SdkAppId":7,"SessionId":"a"}}"#, r#""SdkAppId":"x","#.repeat(MANY));
    assert_eq!(callhook::from_str::<PhoneCdr>(&text).unwrap().sdk_app_id, 7);
}

#[test]
fn lists_of_a_hundred_thousand_items_are_read() {
    let list = |item: &str| vec![item; MANY].join(",");
    let text = body(&format!(r#""IVRKeyPressed":[{}]"#, list("\"1\"")));
    assert_eq!(callhook::from_str::<PhoneCdr>(&text).unwrap().ivr_key_pressed.len(), MANY);
    let text = body(&format!(r#""IVRKeyPressed":[{}]"#, list("{}")));
    let cdr = callhook::from_str::<PhoneCdr>(&text).unwrap();
    assert_eq!(cdr.extra["IVRKeyPressed"].as_array().map(Vec::len), Some(MANY));
    let text = body(&format!(r#""x":[{}]"#, list("0")));
    assert_eq!(callhook::from_str::<PhoneCdr>(&text).unwrap().extra["x"].as_array().map(Vec::len), Some(MANY));
    assert!(matches!(callhook::from_str::<PhoneCdr>(&format!("[{}]", list("0"))), Err(Error::NotAnObject { .. })));
}

#[test]
fn a_key_of_ten_megabytes_is_kept() {
    let key = "k".repeat(10_000_000);
    let seen = inspect::<PhoneCdr>(body(&format!(r#""{key}":1,"Caller":"{key}""#)).as_bytes()).unwrap();
    assert_eq!(seen.value.extra[&key], 1);
    assert_eq!(seen.value.caller.map(|caller| caller.len()), Some(10_000_000));
    assert_eq!(seen.report.len(), 1);
}

#[test]
fn a_hundred_thousand_levels_are_refused() {
    const DEEP: usize = 100_000;
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let inner = if open == "[" { "" } else { "1" };
        let deep = format!("{}{inner}{}", open.repeat(DEEP), close.repeat(DEEP));
        for key in ["x", "Caller", "SeatUser", "ServeParticipants", "StartTimestamp", "EndStatusString"] {
            refused(&body(&format!(r#""{key}":{deep},"Callee":"1""#)));
        }
        refused(&format!(r#"{{"SdkAppId":{deep},"SessionId":"a"}}"#));
        refused(&deep);
        // Not closed.
        refused(&format!(r#"{{"x":{}"#, open.repeat(DEEP)));
    }
}

fn refused(body: &str) {
    for error in [
        callhook::from_str::<PhoneCdr>(body).unwrap_err(),
        inspect::<PhoneCdr>(body.as_bytes()).unwrap_err(),
        callhook::from_str::<callhook::sevenmoor::Push>(body).unwrap_err(),
        callhook::Webhook::from_request("", body.as_bytes()).unwrap_err(),
    ] {
        assert!(matches!(error, Error::NotJson { reason: "recursion limit exceeded", .. }), "{error}");
    }
    assert!(serde_json::from_str::<PhoneCdr>(body).is_err());
    assert!(serde_json::from_str::<callhook::sevenmoor::Push>(body).is_err());
}

// ---- a failure is never passed over ----

/// Fails once, at that write, and takes all others.
struct FailsOnce {
    before: usize,
}

impl std::io::Write for FailsOnce {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let fails = self.before == 0;
        self.before = self.before.wrapping_sub(1);
        if fails { Err(std::io::Error::other("disk full")) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn each_failure_of_a_write_is_an_error(value: &impl Serialize) {
    for before in 0.. {
        let mut writer = FailsOnce { before };
        let written = serde_json::to_writer(&mut writer, value);
        let failed = writer.before > before;
        assert_eq!(written.is_err(), failed, "after {before} writes");
        if !failed {
            assert!(before > 100, "{before} writes");
            return;
        }
    }
}

#[test]
fn a_write_that_fails_is_an_error_wherever_it_fails() {
    fn check<T: Payload>(name: &str) {
        let fixture = fixtures().into_iter().find(|fixture| fixture.name == name).unwrap();
        each_failure_of_a_write_is_an_error(&callhook::from_slice::<T>(&fixture.body).unwrap());
    }
    check::<PhoneCdr>("tccc/cdr.json");
    check::<callhook::desk::SessionEvent>("desk/session_event.json");
    check::<callhook::sevenmoor::Push>("sevenmoor/cdr.json");
}
