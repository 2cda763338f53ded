//! Blanks around a text.

/// Blanks that people and forms leave around what they copy. U+200B and U+FEFF are not white space to Unicode.
fn is_blank(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\u{200b}' | '\u{feff}')
}

/// A text without the blanks around it.
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}
