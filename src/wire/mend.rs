//! What JSON readers refuse a whole body for, though only a text or a number in it is odd: half a surrogate pair in an
//! escape (`"\ud83d"`, what remains of an emoji when a vendor cuts a text at a length), and a number that no float can
//! hold (`1e400`). Only a body that was refused comes here.

use std::fmt::Write as _;

use super::notes::shown;

/// Length of `\uXXXX`.
const ESCAPE: usize = 6;

/// What was mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mend {
    /// A lone surrogate, now U+FFFD.
    Surrogate,
    /// A number too large, now text.
    Number,
}

/// The text with U+FFFD for each lone surrogate and quotes around each number too large, and the path of each text and
/// number concerned; `None` if there was none.
///
/// The text may be no JSON at all: it is looked at only as far as strings, numbers, keys and nesting go.
pub fn mend(text: &str) -> Option<(String, Vec<(String, Mend)>)> {
    let mut mended = String::new();
    let mut copied = 0;
    let mut places = Vec::new();
    let mut frames: Vec<Frame> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'{' => frames.push(Frame::Object { key: String::new(), at_key: true }),
            b'[' => frames.push(Frame::List(0)),
            b'}' | b']' => drop(frames.pop()),
            b':' => {
                if let Some(Frame::Object { at_key, .. }) = frames.last_mut() {
                    *at_key = false;
                }
            }
            b',' => match frames.last_mut() {
                Some(Frame::Object { at_key, .. }) => *at_key = true,
                Some(Frame::List(index)) => *index += 1,
                None => {}
            },
            b'"' => {
                let (end, lone) = scan(bytes, at);
                if let Some(Frame::Object { key, at_key: true }) = frames.last_mut() {
                    *key = text.get(at..end).unwrap_or_default().to_owned();
                }
                if !lone.is_empty() {
                    places.push((path(&frames), Mend::Surrogate));
                }
                for escape in lone {
                    mended.push_str(&text[copied..escape]);
                    mended.push_str("\\ufffd");
                    copied = escape + ESCAPE;
                }
                at = end + 1;
            }
            b'-' | b'0'..=b'9' => {
                let start = at - 1;
                let more = bytes[at..]
                    .iter()
                    .take_while(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
                at += more.count();
                if text[start..at].parse().is_ok_and(f64::is_infinite) {
                    places.push((path(&frames), Mend::Number));
                    mended.push_str(&text[copied..start]);
                    mended.push('"');
                    mended.push_str(&text[start..at]);
                    mended.push('"');
                    copied = at;
                }
            }
            _ => {}
        }
    }
    if places.is_empty() {
        return None;
    }
    mended.push_str(&text[copied..]);
    Some((mended, places))
}

/// Where the scan is.
enum Frame {
    Object { key: String, at_key: bool },
    List(usize),
}

/// From behind a quote: where the string ends, and where its lone surrogates stand.
fn scan(bytes: &[u8], mut at: usize) -> (usize, Vec<usize>) {
    let mut lone = Vec::new();
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => break,
            b'\\' => match unit(bytes, at) {
                Some(0xD800..=0xDBFF) => {
                    if matches!(unit(bytes, at + ESCAPE), Some(0xDC00..=0xDFFF)) {
                        at += 2 * ESCAPE;
                    } else {
                        lone.push(at);
                        at += ESCAPE;
                    }
                }
                Some(0xDC00..=0xDFFF) => {
                    lone.push(at);
                    at += ESCAPE;
                }
                Some(_) => at += ESCAPE,
                None => at += 2,
            },
            _ => at += 1,
        }
    }
    (at, lone)
}

/// The UTF-16 unit of the `\uXXXX` that stands here.
fn unit(bytes: &[u8], at: usize) -> Option<u16> {
    let digits = bytes.get(at..at + ESCAPE)?.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0, |unit, digit| Some(unit << 4 | char::from(*digit).to_digit(16)? as u16))
}

fn path(frames: &[Frame]) -> String {
    let mut path = String::new();
    for frame in frames {
        match frame {
            Frame::Object { key, .. } => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(shown(key));
            }
            Frame::List(index) => {
                let _ = write!(path, "[{index}]");
            }
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lone_surrogates_and_numbers_too_large_are_replaced() {
        use Mend::{Number, Surrogate};
        for (text, expected) in [
            (r#""\ud83d""#, Some((r#""\ufffd""#, vec![("", Surrogate)]))),
            (r#""\ud83d\ude00""#, None),
            (r#""\\ud83d""#, None),
            (r#""\u4f60""#, None),
            (
                r#"{"a":"\ud83dx","b":[1,"\ude00"]}"#,
                Some((r#"{"a":"\ufffdx","b":[1,"\ufffd"]}"#, vec![("a", Surrogate), ("b[1]", Surrogate)])),
            ),
            (
                r#"{"a":{"\ud83d\ud83d\ude00":1}}"#,
                Some((r#"{"a":{"\ufffd\ud83d\ude00":1}}"#, vec![(r"a.\ud83d\ud83d\ude00", Surrogate)])),
            ),
            (r#"{"a":"\uD83D\n"}"#, Some((r#"{"a":"\ufffd\n"}"#, vec![("a", Surrogate)]))),
            (r#""\ud83"#, None),
            (r#"]}"\ud83d"#, Some((r#"]}"\ufffd"#, vec![("", Surrogate)]))),
            (
                r#"{"a":[1e308,-1e400 ],"b":"1e400"}"#,
                Some((r#"{"a":[1e308,"-1e400" ],"b":"1e400"}"#, vec![("a[1]", Number)])),
            ),
            ("1e", None),
        ] {
            let expected = expected.map(|(mended, places)| {
                (mended.to_owned(), places.into_iter().map(|(path, mend)| (path.to_owned(), mend)).collect::<Vec<_>>())
            });
            assert_eq!(mend(text), expected, "{text}");
        }
    }
}
