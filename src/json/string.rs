//! Strings that are not plain: escapes, surrogates, and control characters that should have been escaped.

use super::document::{Builder, CONTROL_CHARACTER, LONE_SURROGATE, Node};
use super::error::{Fault, Syntax};
use super::scan::plain_string_bytes;

/// Reads a string on from `end`, the index of its first special byte; its text begins at `start`. Returns the index
/// after its closing quote.
#[cold]
#[inline(never)]
pub(super) fn decode<'a>(
    text: &'a str,
    start: usize,
    mut end: usize,
    to: &mut Builder<'_, 'a>,
) -> Result<usize, Fault> {
    let bytes = text.as_bytes();
    let decoded_from = to.decoded.len();
    let mut copied = start;
    let (mut lone_surrogate, mut control_character) = (false, false);
    loop {
        let byte = *bytes.get(end).ok_or((Syntax::Escape, end))?;
        if byte != b'"' && byte != b'\\' {
            control_character = true;
            end += 1;
            end += plain_string_bytes(bytes.get(end..).unwrap_or_default());
            continue;
        }
        // A quote or backslash is never inside a character, so the slice is there.
        to.decoded.push_str(text.get(copied..end).unwrap_or_default());
        if byte == b'"' {
            break;
        }
        let escape = *bytes.get(end + 1).ok_or((Syntax::Escape, end + 1))?;
        let (char, length) = match escape {
            b'"' | b'\\' | b'/' => (char::from(escape), 2),
            b'b' => ('\u{8}', 2),
            b'f' => ('\u{c}', 2),
            b'n' => ('\n', 2),
            b'r' => ('\r', 2),
            b't' => ('\t', 2),
            b'u' => unicode_escape(bytes, end)?,
            _ => return Err((Syntax::Escape, end + 1)),
        };
        // An escape may say U+FFFD itself.
        lone_surrogate |= char == char::REPLACEMENT_CHARACTER && utf16_unit(bytes, end) != Some(0xFFFD);
        to.decoded.push(char);
        end += length;
        copied = end;
        end += plain_string_bytes(bytes.get(end..).unwrap_or_default());
    }
    if lone_surrogate {
        to.repaired(LONE_SURROGATE);
    }
    if control_character {
        to.repaired(CONTROL_CHARACTER);
    }
    // Decoding makes no text longer, so its indices fit, too.
    to.push(Node::Decoded { start: decoded_from as u32, end: to.decoded.len() as u32 });
    Ok(end + 1)
}

/// The character of the `\uXXXX` at an index, or of two of them, and how long that is. A lone surrogate is U+FFFD.
fn unicode_escape(bytes: &[u8], at: usize) -> Result<(char, usize), Fault> {
    let high = match utf16_unit(bytes, at) {
        Some(unit) => unit,
        // serde_json reads all four digits before it looks at them.
        None => return Err((Syntax::Escape, bytes.len().min(at + UNIT_LENGTH - 1))),
    };
    let next = utf16_unit(bytes, at + UNIT_LENGTH).filter(|_| (0xD800..0xDC00).contains(&high));
    match char::decode_utf16([high].into_iter().chain(next)).next() {
        Some(Ok(char)) => Ok((char, char.len_utf16() * UNIT_LENGTH)),
        _ => Ok((char::REPLACEMENT_CHARACTER, UNIT_LENGTH)),
    }
}

/// The length of `\uXXXX`.
const UNIT_LENGTH: usize = 6;

/// The UTF-16 unit of the `\uXXXX` at an index.
fn utf16_unit(bytes: &[u8], at: usize) -> Option<u16> {
    let digits = bytes.get(at..at + UNIT_LENGTH)?.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0, |unit, digit| Some(unit << 4 | char::from(*digit).to_digit(16)? as u16))
}
