//! Laws: no bytes panic, what is written reads back equal, quirks that mean the same read the same.

use callhook::Extra;
use callhook::tccc::{
    ChatCdr, Direction, EndStatusString, HungUpSide, IvrKeyPress, ParticipantType, PhoneCdr, Push, Query, Response,
    Satisfaction, SeatUser, ServeParticipant, TelLocation,
};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{Dice, KINDS, fixtures, reads_back};

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

// ---- what is written reads back equal ----

/// Text with something in it: empty text is no value.
fn text() -> BoxedStrategy<String> {
    prop_oneof![".{1,12}", "[0-9]{1,20}", Just(" ".to_owned()), Just("null".to_owned())].boxed()
}

/// An identifier or phone number: reading drops the blanks around one, and blanks alone are no value.
fn id() -> BoxedStrategy<String> {
    let begins_or_ends_blank = |text: &str| {
        let is_blank = |char: char| char.is_whitespace() || matches!(char, '\u{200b}' | '\u{feff}');
        text.starts_with(is_blank) || text.ends_with(is_blank)
    };
    text().prop_filter("blanks around", move |text| !begins_or_ends_blank(text)).boxed()
}

/// The id of a skill group: 0 is a way to write "no value".
fn nonzero() -> BoxedStrategy<u64> {
    (1..=u64::MAX).boxed()
}

/// Any instant that reading gives, in the years 2000 to 2099, many of them near the edges.
fn instant() -> BoxedStrategy<DateTime<Utc>> {
    const FIRST: i64 = 946_684_800;
    const END: i64 = 4_102_444_800;
    let seconds = prop_oneof![4 => FIRST..END, 1 => FIRST..FIRST + 10, 1 => END - 10..END];
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
            // Sorted by key, as reading gives them, also where serde_json's feature `preserve_order` is on.
            btree_map(".{0,4}", inner, 0..3).prop_map(|entries| entries.into_iter().collect()),
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
        mail: option::of(id()),
        phone: option::of(id()),
        staff_number: option::of(id()),
        skill_group_name_list: vec(text(), 0..3),
        extra: extra(),
    })
}

fn leg() -> BoxedStrategy<ServeParticipant> {
    any_of!(ServeParticipant {
        sequence: option::of(any::<i64>()),
        phone: option::of(id()),
        start_timestamp: option::of(instant()),
        accept_timestamp: option::of(instant()),
        r#type: option::of(participant_type()),
        skill_group_id: option::of(nonzero()),
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
        session_id: id(),
        direction: option::of(direction()),
        start_timestamp: option::of(instant()),
        ring_timestamp: option::of(instant()),
        ended_timestamp: option::of(instant()),
        queued_skill_group_id: option::of(nonzero()),
        duration: option::of(length()),
        ivr_duration: option::of(length()),
        end_status_string: option::of(end_status()),
        hung_up_side: option::of(side()),
        caller: option::of(id()),
        ivr_key_pressed: vec(text(), 0..3),
        post_ivr_key_pressed: vec(
            key_press().prop_filter("an item without content", |press| *press != IvrKeyPress::default()),
            0..3
        ),
        seat_user: option::of(seat_user()),
        serve_participants: vec(
            leg().prop_filter("an item without content", |leg| *leg != ServeParticipant::default()),
            0..3
        ),
        tel_location: option::of(any_of!(TelLocation { city: option::of(text()), extra: extra() })),
        uui: option::of(text()),
        extra: extra(),
    })
}

fn chat_cdr() -> BoxedStrategy<ChatCdr> {
    any_of!(ChatCdr {
        sdk_app_id: any::<u64>(),
        session_id: id(),
        queued_timestamp: option::of(instant()),
        duration: option::of(length()),
        user_nick_name: option::of(text()),
        satisfaction: option::of(any_of!(Satisfaction { id: option::of(id()), extra: extra() })),
        extra: extra(),
    })
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

// ---- quirks that mean the same ----

#[test]
fn quirks_that_mean_the_same_read_the_same() {
    proptest!(config(300), |(number in 946_684_800_i64..4_102_444_800, id: u64, length in 0_i64..1_000_000)| {
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
        prop_assert_eq!(read(format!(r#""StartTimestamp":{number}000,{rest}"#)), plain.clone());
        prop_assert_eq!(read(format!(r#""StartTimestamp":"{number}000",{rest}"#)), plain);
    });
}
