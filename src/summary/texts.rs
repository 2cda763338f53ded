//! Texts on their way into a row.

use std::collections::HashSet;

/// The texts, each once, in their order. White space within a text is percent-encoded.
pub fn distinct(texts: &mut dyn Iterator<Item = &String>) -> Vec<String> {
    let mut seen = HashSet::new();
    let words = texts.map(|text| one_word(text));
    words.filter(|word| !word.is_empty() && seen.insert(word.clone())).collect()
}

/// The text without white space around it, and with the white space within it percent-encoded.
pub fn one_word(text: &str) -> String {
    let mut word = String::with_capacity(text.len());
    for character in text.trim().chars() {
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
