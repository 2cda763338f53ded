//! The differential law of the lexer: it accepts the objects that serde_json accepts, and the named exceptions, with
//! the same values.

use std::fmt::Write as _;

use callhook::{Error, Extra};
use serde_json::Value;

use crate::laws::{self, Tree, is_of_number};

/// The lexer against serde_json.
pub fn law(body: &[u8]) {
    laws::payload::<Extra>(body);
    let ours = callhook::from_slice::<Extra>(body);
    let Ok(text) = std::str::from_utf8(body) else {
        assert!(matches!(ours, Err(Error::NotUtf8 { .. })), "{ours:?}");
        return;
    };
    let strict = without_exceptions(text.strip_prefix('\u{feff}').unwrap_or(text));
    let theirs = serde_json::from_str::<Tree>(&strict);
    match (&ours, &theirs) {
        (Ok(ours), Ok(Tree::Object(entries))) => {
            assert!(ours.keys().all(|key| entries.iter().any(|(other, _)| other == key)), "{ours:?}");
            for (key, _) in entries {
                let winner = winner(entries, key);
                let is_same = winner.is_some_and(|value| ours.get(key).is_some_and(|ours| same(value, ours)));
                assert!(is_same, "{key:?} is {:?}, and to serde_json {winner:?}", ours.get(key));
            }
        }
        (Err(Error::NotAnObject { .. }), Ok(Tree::List(_) | Tree::Scalar(_))) => {}
        (Err(Error::NotJson { .. }), Err(_)) => {}
        (ours, theirs) => panic!("{ours:?}, and to serde_json {theirs:?}: {strict}"),
    }
}

/// From here on serde_json's arithmetic may leave the range of doubles.
const LARGE: f64 = 1e300;

/// A text in which what serde_json refuses, and this crate reads, is replaced: half of a surrogate pair by U+FFFD, a
/// control character in a string by its escape, and a number beyond the range of doubles by 0.
fn without_exceptions(text: &str) -> String {
    let mut strict = String::with_capacity(text.len());
    let mut rest = text;
    let mut in_string = false;
    while let Some(char) = rest.chars().next() {
        let mut length = char.len_utf8();
        match char {
            '"' => {
                in_string = !in_string;
                strict.push('"');
            }
            '\\' if in_string => {
                length = match (unit(rest), rest.get(6..).and_then(unit)) {
                    (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
                    (Some(0xd800..=0xdfff), _) => {
                        strict.push_str("\\ufffd");
                        rest = &rest[6..];
                        continue;
                    }
                    _ => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                };
                strict.push_str(&rest[..length]);
            }
            '\0'..='\x1f' if in_string => {
                let _ = write!(strict, "\\u{:04x}", u32::from(char));
            }
            _ if !in_string && is_of_number(char) => {
                length = rest.find(|char| !is_of_number(char)).unwrap_or(rest.len());
                let digits = &rest[..length];
                let is_large = digits.parse().is_ok_and(|double: f64| double.abs() >= LARGE);
                strict.push_str(if is_large && is_number(digits) { "0" } else { digits });
            }
            _ => strict.push(char),
        }
        rest = &rest[length..];
    }
    strict
}

/// The UTF-16 unit of the escape at the beginning of a text.
fn unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
}

/// Whether a text is a number by RFC 8259.
fn is_number(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    is_digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && is_digits(fraction)
        && is_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
}

/// The value of a key: the last that says something, or else the last that has a value, or else the last.
fn winner<'a>(entries: &'a [(String, Tree)], key: &str) -> Option<&'a Tree> {
    let last = |is_wanted: fn(&Tree) -> bool| {
        entries.iter().rfind(|(other, value)| other == key && is_wanted(value)).map(|(_, value)| value)
    };
    last(says_something).or_else(|| last(|value| !value.is_absent())).or_else(|| last(|_| true))
}

/// Whether a value is neither absent nor blank nor empty.
fn says_something(value: &Tree) -> bool {
    let is_blank = |char: char| char.is_whitespace() || matches!(char, '\u{200b}' | '\u{feff}');
    match value {
        Tree::Scalar(Value::String(text)) => !text.chars().all(is_blank),
        Tree::Object(entries) => !entries.is_empty(),
        other => !other.is_absent(),
    }
}

/// Whether a value is what serde_json read, as exactly as serde_json holds it.
fn same(theirs: &Tree, ours: &Value) -> bool {
    match (theirs, ours) {
        (Tree::Scalar(Value::Number(theirs)), Value::Number(ours)) if theirs.is_f64() => {
            let (theirs, ours) = (theirs.as_f64().unwrap_or(f64::NAN), ours.as_f64().unwrap_or(f64::NAN));
            // Without its feature `float_roundtrip`, serde_json is a few bits off.
            theirs == ours || (theirs - ours).abs() <= theirs.abs().max(ours.abs()) * 1e-15 || tiny(theirs, ours)
        }
        // A number beyond the range of doubles.
        (Tree::Scalar(Value::Number(theirs)), Value::Number(ours)) => {
            theirs == ours || theirs.as_u64() == Some(0) && ours.as_f64().is_some_and(|ours| ours.abs() >= LARGE)
        }
        // A number that only its digits say.
        (Tree::Scalar(Value::Number(theirs)), Value::String(digits)) if is_number(digits) => {
            let (theirs, ours) = (theirs.as_f64().unwrap_or(f64::NAN), digits.parse().unwrap_or(f64::NAN));
            ours.abs() >= LARGE || (theirs - ours).abs() <= ours.abs() * 1e-14 || tiny(theirs, ours)
        }
        (Tree::Scalar(theirs), ours) => theirs == ours,
        (Tree::List(theirs), Value::Array(ours)) => {
            theirs.len() == ours.len() && theirs.iter().zip(ours).all(|(theirs, ours)| same(theirs, ours))
        }
        (Tree::Object(theirs), Value::Object(ours)) => {
            theirs.iter().all(|(key, _)| ours.contains_key(key))
                && ours.iter().all(|(key, ours)| winner(theirs, key).is_some_and(|theirs| same(theirs, ours)))
        }
        _ => false,
    }
}

/// Among the subnormal numbers, where a double has few digits.
fn tiny(left: f64, right: f64) -> bool {
    left.abs() < f64::MIN_POSITIVE * 2.0 && right.abs() < f64::MIN_POSITIVE * 2.0
}
