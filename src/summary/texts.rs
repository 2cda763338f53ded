//! Texts on their way into a row.

use std::collections::HashSet;

/// The texts, each once, in their order. White space within a text is percent-encoded.
pub fn distinct<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut seen = HashSet::new();
    texts.map(|text| text.trim()).filter(|text| !text.is_empty() && seen.insert(*text)).map(one_word).collect()
}

/// The text with `%20` for each blank within it.
fn one_word(text: &str) -> String {
    let mut word = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_whitespace() {
            word.extend(character.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            word.push(character);
        }
    }
    word
}

/// Whether a text has the form of a phone number, masked (`186****0280`) or not. A user id does not, if it has letters
/// other than an `x` before an extension.
pub fn is_phone_number(text: &str) -> bool {
    let number = text.split(['x', 'X']).next().unwrap_or_default();
    let separates = |character: char| character.is_whitespace() || "+＋-－.()（）/*#xX".contains(character);
    number.contains(char::is_numeric) && text.chars().all(|character| character.is_numeric() || separates(character))
}
