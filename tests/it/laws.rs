//! Laws: no bytes panic, what is written reads back equal, quirks that mean the same read the same, no size hurts.

use callhook::tccc::{
    ChatCdr, Direction, EndStatusString, HungUpSide, IvrKeyPress, ParticipantType, PhoneCdr, Push, Query, Response,
    Satisfaction, SeatUser, ServeParticipant, TelLocation,
};
use callhook::{Code, Error, Extra, Payload, inspect};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Number, Value};

use crate::support::{Dice, KINDS, at, fixtures};

/// As many cases as a debug build does in a second or two; nothing is written to disk.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..Default::default() }
}

// ---- no bytes panic ----

/// Reads bytes by every entry point; what comes out does not matter here.
fn read_all(body: &[u8]) {
    for kind in KINDS {
        let _ = (kind.look)(body);
    }
    for query in ["action=cdr", "action=imcdr", "action=videoCdr", "action=fax"] {
        let plain = Push::from_request(query, body).map_err(|error| error.to_string());
        let inspected = Push::inspect_request(query, body).map_err(|error| error.to_string());
        assert_eq!(plain, inspected.map(|inspected| inspected.value));
    }
    let _ = serde_json::from_slice::<Response>(body);
}

#[test]
fn no_bytes_panic() {
    proptest!(config(400), |(body in vec(any::<u8>(), 0..120))| read_all(&body));
}

#[test]
fn no_text_of_json_signs_panics() {
    let signs = r#"[\[\]{}:,"\\utfn0-9eE.+\- d8c\u{feff}]{0,60}"#;
    proptest!(config(400), |(text in signs)| read_all(text.as_bytes()));
}

#[test]
fn no_query_panics() {
    proptest!(config(400), |(query in "\\PC{0,40}|[?&=%+#0-9a-f]{0,30}")| {
        let _ = Push::from_request(&query, b"{}");
        if let Ok(query) = Query::parse(&query) {
            prop_assert!(!query.action.as_str().is_empty());
        }
    });
}

#[test]
fn no_damaged_sample_panics() {
    for fixture in fixtures() {
        proptest!(config(300), |(seed: u64, damage in vec(any::<u8>(), 1..4), end: bool)| {
            let (mut body, mut dice) = (fixture.body.clone(), Dice(seed));
            for byte in damage {
                let place = dice.below(body.len());
                match dice.below(3) {
                    0 => body[place] = byte,
                    1 => body.insert(place, byte),
                    _ => drop(body.remove(place)),
                }
            }
            if end {
                body.truncate(dice.below(body.len()));
            }
            let _ = (fixture.kind.look)(&body);
        });
    }
}

#[test]
fn a_sample_cut_anywhere_is_no_json() {
    for fixture in fixtures() {
        let body = fixture.body.trim_ascii_end();
        for end in 0..body.len() {
            let error = (fixture.kind.look)(&body[..end]).unwrap_err();
            assert!(matches!(error, Error::NotJson(_) | Error::NotUtf8 { .. }), "{} {end}: {error}", fixture.name);
        }
    }
}

// ---- what is written reads back equal ----

/// Text with something in it: empty text is no value.
fn text() -> BoxedStrategy<String> {
    prop_oneof![".{1,12}", "[0-9]{1,20}", Just(" ".to_owned()), Just("null".to_owned())].boxed()
}

/// Any instant that chrono has, most of them near the edges between the ways to write one.
fn instant() -> BoxedStrategy<DateTime<Utc>> {
    let range = DateTime::<Utc>::MIN_UTC.timestamp()..=DateTime::<Utc>::MAX_UTC.timestamp();
    let seconds = prop_oneof![
        4 => 0..4_102_444_800_i64,
        1 => range,
        1 => -100_000_000..100_i64,
        1 => 99_999_999_990..100_000_000_010_i64,
        1 => 4_294_967_290..4_294_967_300_i64,
        1 => 253_402_300_790..253_402_300_810_i64,
        1 => Just(0),
    ];
    let nanos = prop_oneof![
        Just(0),
        (0..1000_u32).prop_map(|millis| millis * 1_000_000),
        (0..1_000_000_u32).prop_map(|micros| micros * 1000),
        0..1_000_000_000_u32,
        Just(999_999_999),
    ];
    (seconds, nanos).prop_map(|(seconds, nanos)| DateTime::from_timestamp(seconds, nanos).unwrap()).boxed()
}

/// Any length that chrono has.
fn length() -> BoxedStrategy<TimeDelta> {
    let most = i64::MAX / 1000 - 1;
    let seconds = prop_oneof![4 => 0..100_000_i64, 1 => -100_000..0_i64, 1 => -most..most, 1 => -1..=1_i64,
        1 => 4_294_967_290..4_294_967_300_i64];
    let nanos = prop_oneof![
        Just(0),
        (0..1_000_000_u32).prop_map(|micros| micros * 1000),
        0..1_000_000_000_u32,
        Just(999_999_999),
    ];
    (seconds, nanos).prop_map(|(seconds, nanos)| TimeDelta::new(seconds, nanos).unwrap()).boxed()
}

/// What the model has no field for: any JSON under keys that are no field's.
fn extra() -> BoxedStrategy<Extra> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        // Quarters are read exactly without serde_json's `float_roundtrip` too; it is off unless a user has it on.
        (-4_000_000..4_000_000_i64).prop_map(|n| Value::from(n as f64 / 4.0)),
        ".{0,8}".prop_map(Value::from),
    ];
    let value = scalar.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            vec((".{0,4}", inner), 0..3).prop_map(|entries| entries.into_iter().collect()),
        ]
    });
    prop_oneof![2 => Just(Extra::new()), 1 => vec(("x-.{0,4}", value), 0..3).prop_map(Extra::from_iter)].boxed()
}

/// A word, known or not. (One that differs from a known word in blanks alone is read as the known one.)
fn word<W: for<'a> From<&'a str> + std::fmt::Debug + 'static>(known: &'static [&'static str]) -> BoxedStrategy<W> {
    prop_oneof![proptest::sample::select(known).prop_map(W::from), "[a-zA-Z]{1,9}".prop_map(|word| W::from(&*word))]
        .boxed()
}

fn end_status() -> BoxedStrategy<EndStatusString> {
    word(&["ok", "seatGiveUp", "unknown", "OK", "notInService"])
}

fn side() -> BoxedStrategy<HungUpSide> {
    word(&["user", "seat"])
}

fn participant_type() -> BoxedStrategy<ParticipantType> {
    word(&["staffSeat", "staffPhoneSeat"])
}

fn direction() -> BoxedStrategy<Direction> {
    prop_oneof![0..3_i64, any::<i64>()].prop_map(Direction::from).boxed()
}

/// A strategy for a payload struct: each of the fields named has a value or none, the others none.
macro_rules! any_of {
    ($type:ty { $($field:ident: $strategy:expr),* $(,)? }) => {{
        let mut all = Just(<$type>::default()).boxed();
        $(
            all = (all, $strategy).prop_map(|(mut value, field)| {
                value.$field = field;
                value
            }).boxed();
        )*
        all
    }};
}

fn seat_user() -> BoxedStrategy<SeatUser> {
    any_of!(SeatUser {
        mail: option::of(text()),
        phone: option::of(text()),
        staff_number: option::of(text()),
        skill_group_name_list: vec(text(), 0..3),
        extra: extra(),
    })
}

fn leg() -> BoxedStrategy<ServeParticipant> {
    any_of!(ServeParticipant {
        sequence: option::of(any::<i64>()),
        phone: option::of(text()),
        start_timestamp: option::of(instant()),
        accept_timestamp: option::of(instant()),
        r#type: option::of(participant_type()),
        skill_group_id: option::of(any::<u64>()),
        end_status_string: option::of(end_status()),
        extra: extra(),
    })
}

fn key_press() -> BoxedStrategy<IvrKeyPress> {
    any_of!(IvrKeyPress { key: option::of(text()), label: option::of(text()), extra: extra() })
}

fn phone_cdr() -> BoxedStrategy<PhoneCdr> {
    any_of!(PhoneCdr {
        sdk_app_id: any::<u64>(),
        session_id: text(),
        direction: option::of(direction()),
        start_timestamp: option::of(instant()),
        ring_timestamp: option::of(instant()),
        ended_timestamp: option::of(instant()),
        queued_skill_group_id: option::of(any::<u64>()),
        duration: option::of(length()),
        ivr_duration: option::of(length()),
        end_status_string: option::of(end_status()),
        hung_up_side: option::of(side()),
        caller: option::of(text()),
        ivr_key_pressed: vec(text(), 0..3),
        post_ivr_key_pressed: vec(key_press(), 0..3),
        seat_user: option::of(seat_user()),
        serve_participants: vec(leg(), 0..3),
        tel_location: option::of(any_of!(TelLocation { city: option::of(text()), extra: extra() })),
        uui: option::of(text()),
        extra: extra(),
    })
}

fn chat_cdr() -> BoxedStrategy<ChatCdr> {
    any_of!(ChatCdr {
        sdk_app_id: any::<u64>(),
        session_id: text(),
        queued_timestamp: option::of(instant()),
        duration: option::of(length()),
        user_nick_name: option::of(text()),
        satisfaction: option::of(any_of!(Satisfaction { id: option::of(text()), extra: extra() })),
        extra: extra(),
    })
}

/// Writes, reads and writes again.
fn reads_back<T>(value: &T)
where
    T: Payload + DeserializeOwned + Serialize + PartialEq + std::fmt::Debug,
{
    let written = serde_json::to_string(value).unwrap();
    let again: T = serde_json::from_str(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    assert_eq!(again, *value, "{written}");
    assert_eq!(serde_json::to_string(&again).unwrap(), written);
    let seen = inspect::<T>(written.as_bytes()).unwrap();
    assert_eq!(seen.value, *value, "{written}");
    for finding in &seen.report {
        // An instant or length that the vendor's form cannot say is written as text.
        let kept = [Code::UnknownKey, Code::UnknownWord, Code::InstantForm, Code::CoercedType];
        assert!(kept.contains(&finding.code()), "{finding}: {written}");
    }
    assert_eq!(serde_json::from_value::<T>(serde_json::to_value(value).unwrap()).unwrap(), *value, "{written}");
}

#[test]
fn what_is_written_reads_back_equal() {
    proptest!(config(300), |(cdr in phone_cdr())| reads_back(&cdr));
    proptest!(config(300), |(cdr in chat_cdr())| reads_back(&cdr));
}

#[test]
fn any_instant_and_any_length_reads_back_equal() {
    proptest!(config(3_000), |(instant in instant(), length in length())| {
        let mut leg = PhoneCdr::default();
        leg.session_id = "a".to_owned();
        leg.start_timestamp = Some(instant);
        leg.duration = Some(length);
        reads_back(&leg);
    });
}

#[test]
fn instants_and_lengths_are_written_in_the_vendors_form_where_it_can_say_them() {
    for (instant, written) in [
        ("2020-12-16T14:57:16Z", "1608130636"),
        ("1970-01-01T00:00:01Z", "1"),
        ("2020-12-16T14:57:16.25Z", "1608130636.25"),
        ("2020-12-16T14:57:16.123456Z", "1608130636.123456"),
        ("2020-12-16T14:57:16.123456789Z", "\"2020-12-16T14:57:16.123456789Z\""),
        ("1970-01-01T00:00:00Z", "\"1970-01-01T00:00:00Z\""),
        ("1969-12-31T23:59:59.5Z", "\"1969-12-31T23:59:59.500Z\""),
        ("5138-11-16T09:46:39Z", "99999999999"),
        ("5138-11-16T09:46:40Z", "\"5138-11-16T09:46:40Z\""),
        ("+12345-01-01T00:00:00Z", "\"+12345-01-01T00:00:00Z\""),
    ] {
        let mut cdr = PhoneCdr::default();
        cdr.session_id = "a".to_owned();
        cdr.start_timestamp = Some(at(instant));
        reads_back(&cdr);
        let json = serde_json::to_string(&cdr).unwrap();
        assert_eq!(json, format!(r#"{{"SdkAppId":0,"SessionId":"a","StartTimestamp":{written}}}"#));
    }
    for (millis, written) in [(15_000, "15"), (0, "0"), (1_500, "1.5"), (-1_500, "-1.5"), (-60_000, "-60")] {
        let mut cdr = PhoneCdr::default();
        cdr.session_id = "a".to_owned();
        cdr.duration = Some(TimeDelta::milliseconds(millis));
        reads_back(&cdr);
        let json = serde_json::to_string(&cdr).unwrap();
        assert_eq!(json, format!(r#"{{"SdkAppId":0,"SessionId":"a","Duration":{written}}}"#));
    }
}

// ---- quirks that mean the same ----

#[test]
fn quirks_that_mean_the_same_read_the_same() {
    proptest!(config(300), |(number in 1_i64..99_999_999_999, id: u64, length in 0_i64..1_000_000)| {
        let read = |entries: String| -> PhoneCdr {
            callhook::from_str(&format!(r#"{{"SdkAppId":{id},"SessionId":"{id}",{entries}}}"#)).unwrap()
        };
        let instant = DateTime::from_timestamp(number, 0).unwrap();
        let china = (instant + TimeDelta::hours(8)).format("%Y-%m-%d %H:%M:%S");
        let plain = read(format!(r#""StartTimestamp":{number},"Duration":{length},"QueuedSkillGroupId":{length}"#));
        prop_assert_eq!(plain.start_timestamp, Some(instant));
        prop_assert_eq!(plain.duration, Some(TimeDelta::seconds(length)));
        prop_assert_eq!(plain.session_id.as_str(), id.to_string());
        let rest = format!(r#""Duration":{length},"QueuedSkillGroupId":{length}"#);
        for same in [
            format!(r#""StartTimestamp":"{number}","Duration":"{length}","QueuedSkillGroupId":"{length}""#),
            format!(r#""StartTimestamp":{number}.0,"Duration":{length}.0,"QueuedSkillGroupId":{length}.0"#),
            format!(r#""STARTTIMESTAMP":{number},"duration":{length},"queuedSkillGroupID":{length}"#),
            format!(r#""Duration":7,"StartTimestamp":7,"QueuedSkillGroupId":null,"StartTimestamp":{number},{rest}"#),
            format!(r#""StartTimestamp":"{}",{rest}"#, instant.to_rfc3339()),
            format!(r#""StartTimestamp":"{china}",{rest},"Caller":"","SeatUser":null,"IVRKeyPressed":[""]"#),
        ] {
            prop_assert_eq!(read(same), plain.clone());
        }
        if number >= 100_000_000 {
            prop_assert_eq!(read(format!(r#""StartTimestamp":{number}000,{rest}"#)), plain.clone());
            prop_assert_eq!(read(format!(r#""StartTimestamp":"{number}000",{rest}"#)), plain);
        }
    });
}

#[test]
fn numbers_keep_their_digits() {
    let body = r#"{"SdkAppId":1,"SessionId":12345678901234567890,"a":18446744073709551615,"b":-9223372036854775808}"#;
    let cdr: PhoneCdr = callhook::from_str(body).unwrap();
    assert_eq!(cdr.session_id, "12345678901234567890");
    assert_eq!(cdr.extra["a"].to_string(), "18446744073709551615");
    assert_eq!(cdr.extra["b"].to_string(), "-9223372036854775808");
    // Beyond 64 bits serde_json has a float, unless its `arbitrary_precision` is on.
    let cdr: PhoneCdr = callhook::from_str(r#"{"SdkAppId":1,"SessionId":"a","Caller":123456789012345678901}"#).unwrap();
    if "0.10".parse::<Number>().unwrap().to_string() == "0.10" {
        assert_eq!(cdr.caller.as_deref(), Some("123456789012345678901"));
    } else {
        assert_eq!(cdr.caller, None);
        let float = cdr.extra["Caller"].as_f64().unwrap();
        assert!((float / 123_456_789_012_345_678_901.0 - 1.0).abs() < 1e-15, "{float}");
    }
}

// ---- hostile sizes ----

const MANY: usize = 1_000_000;

/// A phone record with these entries.
fn body(entries: &str) -> String {
    format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b",{entries}}}"#)
}

#[test]
fn a_million_unknown_keys_are_kept() {
    let entries: Vec<String> = (0..MANY).map(|i| format!(r#""k{i}":{i}"#)).collect();
    let cdr: PhoneCdr = callhook::from_str(&body(&entries.join(","))).unwrap();
    assert_eq!(cdr.extra.len(), MANY);
    assert_eq!(cdr.extra["k999999"], 999_999);
}

#[test]
fn of_a_million_duplicates_the_last_is_read_and_the_others_told() {
    let text = body(&(0..MANY).map(|i| format!(r#""Caller":"{i}""#)).collect::<Vec<_>>().join(","));
    let seen = inspect::<PhoneCdr>(text.as_bytes()).unwrap();
    assert_eq!(seen.value.caller.as_deref(), Some("999999"));
    assert_eq!(seen.report.count(Code::DuplicateKey), MANY - 1);
    let text = body(&vec![r#""x":1"#; MANY].join(","));
    assert_eq!(callhook::from_str::<PhoneCdr>(&text).unwrap().extra.len(), 1);
    // Each of them unreadable, and the record's identity at that.
    let text = format!(r#"{{{}"SdkAppId":7,"SessionId":"a"}}"#, r#""SdkAppId":"x","#.repeat(MANY));
    assert_eq!(callhook::from_str::<PhoneCdr>(&text).unwrap().sdk_app_id, 7);
}

#[test]
fn lists_of_a_million_items_are_read() {
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
fn a_hundred_thousand_levels_are_cut_or_refused() {
    const DEEP: usize = 100_000;
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let inner = if open == "[" { "" } else { "1" };
        let deep = format!("{}{inner}{}", open.repeat(DEEP), close.repeat(DEEP));
        for key in ["x", "Caller", "SeatUser", "ServeParticipants", "StartTimestamp", "EndStatusString"] {
            let text = body(&format!(r#""{key}":{deep},"Callee":"1""#));
            let seen = inspect::<PhoneCdr>(text.as_bytes()).unwrap();
            assert_eq!(seen.value.callee.as_deref(), Some("1"), "{key}");
            assert_eq!(seen.report.count(Code::TooDeep), 1, "{key}");
        }
        let error = callhook::from_str::<PhoneCdr>(&format!(r#"{{"SdkAppId":{deep},"SessionId":"a"}}"#)).unwrap_err();
        assert!(matches!(error, Error::Unreadable { .. }), "{error}");
        assert!(callhook::from_str::<PhoneCdr>(&deep).is_err());
        // Not closed: no JSON, and no overflow either.
        let open = open.repeat(DEEP);
        assert!(matches!(callhook::from_str::<PhoneCdr>(&format!(r#"{{"x":{open}"#)), Err(Error::NotJson(_))));
    }
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

fn writing_tells_of_each_failure(value: &impl Serialize) {
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
    fn check<T: Payload + Serialize>(name: &str) {
        let fixture = fixtures().into_iter().find(|fixture| fixture.name == name).unwrap();
        writing_tells_of_each_failure(&callhook::from_slice::<T>(&fixture.body).unwrap());
    }
    check::<PhoneCdr>("tccc/cdr.json");
    check::<callhook::desk::SessionEvent>("desk/session_event.json");
    check::<callhook::sevenmoor::Push>("sevenmoor/cdr.json");
}
