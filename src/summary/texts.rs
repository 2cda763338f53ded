//! Texts on their way into a row.

use std::borrow::Cow;
use std::collections::HashSet;

/// The texts, each once, in their order. A blank within a text becomes `%20`.
pub fn distinct<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut seen = HashSet::new();
    let words = texts.map(|text| one_word(text)).filter(|word| !word.is_empty());
    words.filter(|word| seen.insert(word.clone())).map(Cow::into_owned).collect()
}

/// The text without blanks around it, and with `%20` for those within.
fn one_word(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.contains(char::is_whitespace) {
        text.split_whitespace().collect::<Vec<_>>().join("%20").into()
    } else {
        text.into()
    }
}

/// Whether a text has the form of a phone number, masked (`186****0280`) or not. A user id does not, if it has letters.
pub fn is_phone_number(text: &str) -> bool {
    let separates = |character: char| character.is_whitespace() || "+＋-－.()（）/*#xX".contains(character);
    text.contains(char::is_numeric) && text.chars().all(|character| character.is_numeric() || separates(character))
}
