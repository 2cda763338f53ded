//! Blanks around a text.

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
