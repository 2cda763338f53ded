//! A text is JSON to this crate just where it is to serde_json, except for three named cases, and means the same to
//! both.

use callhook::sevenmoor::Push;
use callhook::tccc::{Direction, EndStatusString, PhoneCdr};
use callhook::{Error, Extra};
use serde_json::Value;

use crate::support::{Dice, fixtures, with_plain_numbers};

fn body(value: &str) -> String {
    format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97be0ab","x":{value}}}"#)
}

/// Whether serde_json refuses a text for what this crate's own reading takes as it is, or for a number that only its
/// digits say.
fn is_exception(theirs: &serde_json::Error) -> bool {
    let why = theirs.to_string();
    ["control character", "surrogate", "unexpected end of hex escape", "number out of range"]
        .iter()
        .any(|exception| why.contains(exception))
}

/// Reads a body by both; they must say the same, and so must the type through serde_json.
fn read(body: &str) -> Option<PhoneCdr> {
    let (theirs, direct) = (serde_json::from_str::<Value>(body), serde_json::from_str::<PhoneCdr>(body));
    match (callhook::from_str::<PhoneCdr>(body), theirs) {
        (Ok(ours), theirs) => {
            assert!(theirs.is_ok() || is_exception(&theirs.unwrap_err()), "{body}");
            match direct {
                Ok(direct) => assert_eq!(direct, ours, "{body}"),
                Err(error) => assert!(error.to_string().contains("control character"), "{body}: {error}"),
            }
            Some(ours)
        }
        (Err(ours), theirs) => {
            let direct = direct.unwrap_err();
            match (ours, theirs) {
                (Error::NotJson { .. }, Err(theirs)) if is_exception(&theirs) => {}
                (Error::NotJson { reason, line, column, .. }, Err(theirs)) => {
                    assert_eq!(format!("{reason} at line {line} column {column}"), theirs.to_string(), "{body}");
                }
                (ours, Ok(_)) => assert_eq!(ours.to_string(), direct.to_string(), "{body}"),
                (ours, Err(theirs)) => panic!("{body}: {ours:?}, serde_json: {theirs:?}"),
            }
            None
        }
    }
}

fn means(value: &str, expected: impl Into<Value>) {
    assert_eq!(read(&body(value)).unwrap().extra["x"], expected.into(), "{value}");
    let blanks = format!(" \t\r\n{value} \t\r\n");
    assert_eq!(read(&body(&blanks)).unwrap().extra["x"], serde_json::from_str::<Value>(value).unwrap(), "{value}");
}

#[test]
fn every_form_of_number_is_read() {
    for (value, expected) in [
        ("0", 0),
        ("7", 7),
        ("10", 10),
        ("1400000214", 1_400_000_214),
        ("999999999999999999", 999_999_999_999_999_999),
        ("9223372036854775807", i64::MAX),
        ("-1", -1),
        ("-9223372036854775808", i64::MIN),
    ] {
        means(value, expected);
    }
    for (value, expected) in [
        ("9999999999999999999", 9_999_999_999_999_999_999_u64),
        ("10000000000000000000", 10_000_000_000_000_000_000),
        ("18446744073709551615", u64::MAX),
    ] {
        means(value, expected);
    }
    for (value, expected) in [
        ("0.5", 0.5),
        ("-0", -0.0),
        ("-0.0", -0.0),
        ("1.0", 1.0),
        ("12.25", 12.25),
        ("1e3", 1000.0),
        ("1E3", 1000.0),
        ("1e+3", 1000.0),
        ("15e-1", 1.5),
        ("0e1", 0.0),
        ("18446744073709551616", 18_446_744_073_709_551_616.0),
    ] {
        assert_eq!(read(&body(value)).unwrap().extra["x"].as_f64(), Some(expected), "{value}");
    }
    // What no double equals is kept by its digits. serde_json rounds it before this crate sees it.
    let cdr: PhoneCdr = callhook::from_str(&body("-9223372036854775809")).unwrap();
    assert_eq!(cdr.extra["x"], "-9223372036854775809");
}

#[test]
fn every_form_of_text_is_read() {
    for (value, expected) in [
        (r#""""#, ""),
        (r#""a""#, "a"),
        (r#""{[,:]}""#, "{[,:]}"),
        (r#"" ""#, " "),
        (r#""\"""#, "\""),
        (r#""\\""#, "\\"),
        (r#""\\\"\\""#, "\\\"\\"),
        (r#""\/""#, "/"),
        (r#""\b\f\n\r\t""#, "\u{8}\u{c}\n\r\t"),
        (r#""\u5317\u4eac""#, "北京"),
        (r#""\ud83d\ude00""#, "😀"),
        ("\"北京\"", "北京"),
        ("\"😀\"", "😀"),
        ("\"\u{7f}\u{80}\u{2028}\"", "\u{7f}\u{80}\u{2028}"),
    ] {
        means(value, expected);
    }
}

/// Texts are passed over eight bytes at a time.
#[test]
fn a_text_ends_where_it_ends() {
    for before in 0..20 {
        for after in 0..20 {
            let (before, after) = ("a".repeat(before), "z".repeat(after));
            means(&format!("\"{before}{after}\""), format!("{before}{after}"));
            means(&format!("\"{before}京{after}\""), format!("{before}京{after}"));
            means(&format!("\"{before}\\\"{after}\""), format!("{before}\"{after}"));
            means(&format!("\"{before}\\u4eac{after}\""), format!("{before}京{after}"));
            for sign in ["\"", "\\", "\\x", "\\u12"] {
                assert_eq!(read(&body(&format!("\"{before}{sign}{after}\""))), None);
            }
            for control in ["\n", "\0", "\u{1f}"] {
                let cdr = read(&body(&format!("\"{before}{control}{after}\""))).unwrap();
                assert_eq!(cdr.extra["x"], format!("{before}{control}{after}"));
            }
            assert_eq!(read(&format!(r#"{{"{before}京{after}":1"#)), None);
        }
    }
}

#[test]
fn lists_and_objects_are_read_with_blanks_anywhere() {
    means("[]", Value::Array(vec![]));
    means("[ ]", Value::Array(vec![]));
    means("[1,2]", vec![1, 2]);
    means("[ 1 , 2 ]", vec![1, 2]);
    means("[[],[[]]]", serde_json::json!([[], [[]]]));
    means("{}", serde_json::json!({}));
    means("{ }", serde_json::json!({}));
    means(r#"{"a":{"b":[null,true,false]}}"#, serde_json::json!({"a": {"b": [null, true, false]}}));
    means("{ \"a\"\n:\t1\r, \"\" : 2 }", serde_json::json!({"a": 1, "": 2}));
    assert!(read(" \n{ \"SdkAppId\" : 1 , \"SessionId\" : \"a\" } \n").is_some());
}

#[test]
fn what_is_not_json_is_refused_in_serde_jsons_words() {
    for value in [
        "",
        "-",
        "+1",
        "01",
        "-01",
        "1.",
        ".5",
        "1.e3",
        "1e",
        "1e+",
        "0x1",
        "1_0",
        "1 2",
        "--1",
        "1-1",
        "1.2.3",
        "NaN",
        "Infinity",
        "t",
        "tr",
        "trueish",
        "nul",
        "null1",
        "f",
        "fa",
        "'a'",
        "a",
        "\"",
        "\"a",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1]]",
        "[}",
        "{",
        "{]",
        "{\"a\"",
        "{\"a\"}",
        "{\"a\":",
        "{\"a\":}",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{\"a\"::1}",
        "{,}",
        "{a:1}",
        "{1:2}",
        "{null:1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1;}",
        "//",
        "/**/1",
        "\u{a0}1",
        "\u{feff}1",
        "\0",
        "1\0",
    ] {
        assert_eq!(read(&body(value)), None, "{value:?}");
        // For a field that takes anything, and alone.
        assert_eq!(read(&body("1").replace("\"e97be0ab\"", value)), None, "{value:?}");
        // A body may begin with a byte-order mark, a value in it may not.
        read(value.trim_start_matches('\u{feff}'));
    }
}

#[test]
fn damaged_samples_are_read_or_refused_alike() {
    const SIGNS: [char; 12] = ['[', ']', '{', '}', ':', ',', '"', '\\', 'a', '0', ' ', '-'];
    for fixture in fixtures().iter().filter(|fixture| fixture.name.starts_with("tccc/cdr")) {
        for seed in 0..3000 {
            let mut body = String::from_utf8(fixture.body.clone()).unwrap();
            let mut dice = Dice(seed);
            for _ in 0..1 + dice.below(3) {
                let mut place = dice.below(body.len());
                while !body.is_char_boundary(place) {
                    place -= 1;
                }
                match dice.below(2) {
                    0 => body.insert(place, SIGNS[dice.below(SIGNS.len())]),
                    _ => drop(body.remove(place)),
                }
            }
            read(&body);
        }
    }
}

// ---- the texts that are accepted ----

/// All texts of so many signs.
fn each_text(signs: &[&str], length: usize, check: &mut dyn FnMut(&str)) {
    let mut places = vec![0; length];
    loop {
        check(&places.iter().map(|place| signs[*place]).collect::<String>());
        let Some(next) = places.iter().rposition(|place| *place + 1 < signs.len()) else { return };
        places[next] += 1;
        places[next + 1..].fill(0);
    }
}

#[test]
fn each_short_text_is_accepted_or_refused_as_by_serde_json() {
    let mut accepted = 0;
    let mut check = |value: &str| {
        let body = format!("{{\"x\":{value}}}");
        match (callhook::from_str::<Extra>(&body), serde_json::from_str::<Value>(&body)) {
            (Ok(ours), Ok(theirs)) => {
                assert_eq!(with_plain_numbers(&Value::from(ours)), with_plain_numbers(&theirs), "{body}");
                accepted += 1;
            }
            (Err(_), Err(_)) => {}
            (ours, theirs) => panic!("{body}: {ours:?}, serde_json: {theirs:?}"),
        }
    };
    let structure = ["{", "}", "[", "]", ":", ",", "\"a\"", "1", " "];
    let number = ["0", "1", "-", "+", ".", "e", "E"];
    let text = ["\"", "\\", "u", "0", "n", "/", "京", "x"];
    let word = ["t", "r", "u", "e", "n", "l"];
    for (signs, longest) in [(&structure[..], 5), (&number, 5), (&text, 5), (&word, 4)] {
        for length in 0..=longest {
            each_text(signs, length, &mut check);
        }
    }
    assert!(accepted > 500, "{accepted}");
}

#[test]
fn the_exceptions_are_a_mark_half_a_pair_and_a_control_character() {
    let refused = |body: &str| assert!(serde_json::from_str::<Value>(body).is_err(), "{body:?}");
    // A byte-order mark in front.
    refused("\u{feff}{\"x\":1}");
    assert_eq!(callhook::from_str::<Extra>("\u{feff}{\"x\":1}").unwrap()["x"], 1);
    for body in ["\u{feff}\u{feff}{\"x\":1}", " \u{feff}{\"x\":1}", "{\"x\":\u{feff}1}", "\u{feff}"] {
        refused(body);
        assert!(matches!(callhook::from_str::<Extra>(body), Err(Error::NotJson { .. })), "{body:?}");
    }
    // An escape that is half of a surrogate pair, in a text and in a key.
    for (text, read) in [
        (r"\ud800", "\u{fffd}"),
        (r"\udbff", "\u{fffd}"),
        (r"\udc00", "\u{fffd}"),
        (r"\udfff", "\u{fffd}"),
        (r"a\uD83Db", "a\u{fffd}b"),
        (r"\ud83d\n", "\u{fffd}\n"),
        (r"\ude00\ud83d", "\u{fffd}\u{fffd}"),
        (r"\ud83d\ud83d\ude00", "\u{fffd}😀"),
    ] {
        let body = format!(r#"{{"x":"{text}"}}"#);
        refused(&body);
        assert_eq!(callhook::from_str::<Extra>(&body).unwrap()["x"], read, "{text}");
        let body = format!(r#"{{"{text}":1}}"#);
        refused(&body);
        assert_eq!(callhook::from_str::<Extra>(&body).unwrap()[read], 1, "{text}");
    }
    // A control character that is not escaped, in a text and in a key, but not outside of them.
    for control in (0..0x20).map(char::from) {
        let body = format!("{{\"x\":\"a{control}b\"}}");
        refused(&body);
        assert_eq!(callhook::from_str::<Extra>(&body).unwrap()["x"], format!("a{control}b"), "{control:?}");
        let body = format!("{{\"a{control}b\":1}}");
        refused(&body);
        assert_eq!(callhook::from_str::<Extra>(&body).unwrap()[&format!("a{control}b")], 1, "{control:?}");
        let is_blank = matches!(control, '\t' | '\n' | '\r');
        assert_eq!(callhook::from_str::<Extra>(&format!("{{\"x\":{control}1}}")).is_ok(), is_blank, "{control:?}");
    }
}

// ---- depth ----

/// Arrays in an object, so many levels in all.
fn nested(levels: usize) -> String {
    format!("{{\"x\":{}{}}}", "[".repeat(levels - 1), "]".repeat(levels - 1))
}

#[test]
fn each_entry_point_reads_127_levels_and_no_more() {
    type Entry = fn(&str) -> Result<(), String>;
    fn text(error: impl ToString) -> String {
        error.to_string()
    }
    let entries: [(&str, Entry); 12] = [
        ("from_slice", |body| callhook::from_slice::<Push>(body.as_bytes()).map(drop).map_err(text)),
        ("from_str", |body| callhook::from_str::<Push>(body).map(drop).map_err(text)),
        ("inspect", |body| callhook::inspect::<Push>(body.as_bytes()).map(drop).map_err(text)),
        ("serde_json::from_str", |body| serde_json::from_str::<Push>(body).map(drop).map_err(text)),
        ("serde_json::from_slice", |body| serde_json::from_slice::<Push>(body.as_bytes()).map(drop).map_err(text)),
        ("serde_json::from_reader", |body| serde_json::from_reader::<_, Push>(body.as_bytes()).map(drop).map_err(text)),
        ("Webhook", |body| callhook::Webhook::from_request("", body.as_bytes()).map(drop).map_err(text)),
        ("Webhook, inspected", |body| callhook::Webhook::inspect_request("", body.as_bytes()).map(drop).map_err(text)),
        ("tccc::Push", |body| {
            callhook::tccc::Push::from_request("action=new", body.as_bytes()).map(drop).map_err(text)
        }),
        ("desk::Push", |body| {
            callhook::desk::Push::from_request("CallbackCommand=new", body.as_bytes()).map(drop).map_err(text)
        }),
        ("read_as", |body| {
            let Push::Other(other) = callhook::from_str::<Push>(body).map_err(text)? else { panic!("{body}") };
            other.read_as::<callhook::sevenmoor::CallPush>().map(drop).map_err(text)
        }),
        ("written and read", |body| {
            let push: Push = callhook::from_str(body).map_err(text)?;
            let written = serde_json::to_string(&push).map_err(text)?;
            assert_eq!(written, body);
            callhook::from_str::<Push>(&written).map(drop).map_err(text)
        }),
    ];
    for (name, read) in entries {
        for levels in [2, 126, 127] {
            assert_eq!(read(&nested(levels)), Ok(()), "{name}, {levels}");
        }
        for levels in [128, 129, 1_000, 200_000] {
            let error = read(&nested(levels)).expect_err(name);
            // serde_json hands over a value without its place in the text.
            let place = if name.starts_with("serde_json") { "" } else { " at line 1 column 132" };
            assert!(error.contains(&format!("recursion limit exceeded{place}")), "{name}, {levels}: {error}");
        }
    }
}

/// serde_json hands over a value's text as an object with this one key. A body with that key is an object like any
/// other.
#[test]
fn the_key_of_a_text_in_a_body_is_only_a_key() {
    const KEY: &str = "$serde_json::private::RawValue";
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Stored {
        Record(Box<PhoneCdr>),
        Other(Extra),
    }
    let record = r#"{"SdkAppId":1400000214,"SessionId":"e97be0ab"}"#;
    for value in [Value::from("x"), Value::from(record), Value::from(1), Value::Null] {
        let tree = serde_json::json!({ KEY: value });
        let body = tree.to_string();
        assert_eq!(serde_json::from_str::<Extra>(&body).unwrap()[KEY], value);
        assert_eq!(Named(tree).read::<Extra>().unwrap()[KEY], value);
        assert!(serde_json::from_str::<PhoneCdr>(&body).unwrap_err().to_string().contains("SdkAppId is missing"));
        assert!(matches!(serde_json::from_str(&body).unwrap(), Stored::Other(other) if other[KEY] == value));
    }
    assert!(matches!(serde_json::from_str(record).unwrap(), Stored::Record(cdr) if cdr.session_id == "e97be0ab"));
    assert!(serde_json::from_str::<Stored>(&serde_json::json!([KEY, record]).to_string()).is_err());
}

/// A format to which the name of a newtype is part of the value, and which may give its values as newtypes without a
/// name, as RON does.
struct Named(Value);

impl Named {
    fn read<T: serde::de::DeserializeOwned>(self) -> Result<T, serde_json::Error> {
        T::deserialize(self)
    }
}

impl<'de> serde::Deserializer<'de> for Named {
    type Error = serde_json::Error;

    fn deserialize_any<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self.0)
    }

    fn deserialize_newtype_struct<V: serde::de::Visitor<'de>>(
        self,
        name: &'static str,
        _: V,
    ) -> Result<V::Value, Self::Error> {
        Err(serde::de::Error::custom(format!("a {name} was expected")))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[test]
fn no_other_format_is_asked_for_a_newtype() {
    let record = serde_json::json!({"SdkAppId": "1400000214", "SessionId": "e97be0ab", "Direction": 1});
    let cdr = Named(record).read::<PhoneCdr>().unwrap();
    assert_eq!((cdr.sdk_app_id, cdr.direction), (1_400_000_214, Some(Direction::Outbound)));
    assert_eq!(Named(Value::from(1)).read::<Direction>().unwrap(), Direction::Outbound);
}

/// Such a wrapper was passed by, because its type names serde_json's.
#[test]
fn a_wrapper_around_serde_json_is_read_as_it_gives_its_values() {
    use serde::{Deserialize as _, Deserializer};

    struct Wrapper<D>(D);

    impl<'de, D: Deserializer<'de>> Deserializer<'de> for Wrapper<D> {
        type Error = D::Error;

        fn deserialize_any<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.0.deserialize_any(visitor)
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
            unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
        }
    }

    let mut json = serde_json::Deserializer::from_str(r#"{"SdkAppId":1,"SessionId":"a","Duration":"5"}"#);
    let cdr = PhoneCdr::deserialize(Wrapper(&mut json)).unwrap();
    assert_eq!((cdr.session_id.as_str(), cdr.duration), ("a", Some(chrono::TimeDelta::seconds(5))));
    assert!(cdr.extra.is_empty());
}

#[test]
fn serde_json_loses_no_digit_wherever_the_payload_is() {
    #[serde_with::serde_as]
    #[derive(serde::Deserialize)]
    struct Stored {
        records: Vec<PhoneCdr>,
        #[serde_as(as = "callhook::lenient::Word")]
        status: Option<EndStatusString>,
    }
    let record = r#"{"SdkAppId":1,"SessionId":18446744073709551616123,"UserRemark":"a\ud83d","x":1e400}"#;
    let body = format!(r#" {{"records":[{record},{record}],"status":12345678901234567890123}}"#);
    let cdr = callhook::from_str::<PhoneCdr>(record).unwrap();
    assert_eq!(cdr.session_id, "18446744073709551616123");
    for stored in [serde_json::from_str::<Stored>(&body), serde_json::from_reader(body.as_bytes())] {
        let stored = stored.unwrap();
        assert_eq!(stored.records, [cdr.clone(), cdr.clone()]);
        assert_eq!(stored.status.unwrap().as_str(), "12345678901234567890123");
    }
}

#[test]
fn a_payload_in_a_struct_may_nest_127_levels_by_itself() {
    #[derive(serde::Deserialize)]
    struct Stored {
        push: Push,
    }
    let read = |levels| serde_json::from_str::<Stored>(&format!("{{\"push\":{}}}", nested(levels)));
    assert!(matches!(read(127).unwrap().push, Push::Other(_)));
    assert!(read(128).err().unwrap().is_data());
}

/// A front end without a limit of its own.
#[test]
fn a_value_in_memory_is_read_as_deep_as_a_text() {
    let value = |levels: usize| {
        let mut value = Value::Array(Vec::new());
        for _ in 2..levels {
            value = Value::Array(vec![value]);
        }
        Value::Object([("x".to_owned(), value)].into_iter().collect())
    };
    assert!(serde_json::from_value::<Push>(value(127)).is_ok());
    for levels in [128, 200, 5_000] {
        let error = serde_json::from_value::<Push>(value(levels)).unwrap_err();
        assert_eq!(error.to_string(), "recursion limit exceeded", "{levels}");
    }
}
