//! Blanks around a text, and values that say nothing.

use super::about::Fit;
use crate::json::ValueRef;
use crate::report::Code;

/// Blanks that people and forms leave around what they copy. U+200B and U+FEFF are not white space to Unicode.
fn is_blank(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\u{200b}' | '\u{feff}')
}

/// A text without the blanks around it.
#[inline]
pub fn trim(text: &str) -> &str {
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_plain(bytes.first()) && is_plain(bytes.last()) { text } else { trim_blanks(text) }
}

#[inline(never)]
fn trim_blanks(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// What became of a value that was read: whether there were blanks around it, if it is a text.
pub fn without_blanks(value: ValueRef<'_>) -> Fit {
    match value.as_str() {
        Some(text) if trim(text).len() < text.len() => Fit::Adjusted(Code::SurroundingBlanks),
        _ => Fit::Read,
    }
}

/// Whether a value says nothing, whatever its field is: it is absent, blank, or empty.
pub fn says_nothing(value: ValueRef<'_>) -> bool {
    value.is_absent() || value.is_empty_container() || value.as_str().is_some_and(|text| trim(text).is_empty())
}
