//! A text is JSON to this crate just where it is to serde_json, and means the same to both.

use callhook::Error;
use callhook::tccc::PhoneCdr;
use serde_json::Value;

use crate::support::{Dice, fixtures};

fn body(value: &str) -> String {
    format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97be0ab","x":{value}}}"#)
}

/// Reads a body by both; they must say the same.
fn read(body: &str) -> Option<PhoneCdr> {
    match (callhook::from_str::<PhoneCdr>(body), serde_json::from_str::<PhoneCdr>(body)) {
        (Ok(ours), Ok(theirs)) => {
            assert_eq!(ours, theirs, "{body}");
            Some(ours)
        }
        (Err(ours), Err(theirs)) if theirs.is_data() => {
            // It stops at an identity that is missing, before it sees that the body goes on; and it names types in its
            // own words.
            if !matches!(ours, Error::NotJson(_) | Error::NotAnObject { .. }) {
                assert_eq!(ours.to_string(), theirs.to_string().split(" at line").next().unwrap(), "{body}");
            }
            None
        }
        (Err(ours), Err(theirs)) => {
            assert_eq!(ours.to_string(), format!("the body is not JSON: {theirs}"), "{body}");
            None
        }
        (ours, theirs) => panic!("{body}: {ours:?}, serde_json: {theirs:?}"),
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
        ("-9223372036854775809", -9_223_372_036_854_775_808.0),
    ] {
        assert_eq!(read(&body(value)).unwrap().extra["x"].as_f64(), Some(expected), "{value}");
    }
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
            for sign in ["\"", "\n", "\0", "\u{1f}", "\\", "\\x", "\\u12"] {
                assert_eq!(read(&body(&format!("\"{before}{sign}{after}\""))), None);
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
fn what_is_no_json_is_told_in_serde_jsons_words() {
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
