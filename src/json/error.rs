//! Why a text is not JSON, and where.

use strum::IntoStaticStr;

use crate::error::Error;
use crate::hint::hint;

/// What is wrong with a text, in serde_json's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
pub enum Syntax {
    #[strum(serialize = "EOF while parsing a value")]
    EofInValue,
    #[strum(serialize = "EOF while parsing a list")]
    EofInArray,
    #[strum(serialize = "EOF while parsing an object")]
    EofInObject,
    #[strum(serialize = "EOF while parsing a string")]
    EofInString,
    #[strum(serialize = "expected value")]
    Value,
    #[strum(serialize = "expected ident")]
    Ident,
    #[strum(serialize = "key must be a string")]
    Key,
    #[strum(serialize = "expected `:`")]
    Colon,
    #[strum(serialize = "expected `,` or `]`")]
    CommaOrBracket,
    #[strum(serialize = "expected `,` or `}`")]
    CommaOrBrace,
    #[strum(serialize = "trailing characters")]
    Trailing,
    #[strum(serialize = "trailing comma")]
    TrailingComma,
    #[strum(serialize = "invalid escape")]
    Escape,
    #[strum(serialize = "invalid number")]
    Number,
    #[strum(serialize = "recursion limit exceeded")]
    Depth,
    /// More than 32-bit indices can reach.
    #[strum(serialize = "too large")]
    TooLarge,
}

impl Syntax {
    /// What is wrong if the text ends where that would have to follow.
    fn at_end(self) -> Self {
        match self {
            Self::Key | Self::Colon | Self::CommaOrBrace => Self::EofInObject,
            Self::CommaOrBracket => Self::EofInArray,
            Self::Escape => Self::EofInString,
            _ => Self::EofInValue,
        }
    }
}

/// What is wrong, and at which byte; at the end of the text, what would have to follow there.
pub(super) type Fault = (Syntax, usize);

/// What is wrong, by line and column; at the end of the text the column is that of the last byte, and 0 in an empty
/// line.
#[cold]
pub(super) fn error(text: &str, (syntax, offset): Fault) -> Error {
    if syntax == Syntax::TooLarge {
        return Error::TooLarge;
    }
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    let mut lines = before.split(|byte| *byte == b'\n');
    let line = lines.clone().count();
    let is_inside = offset < text.len();
    let reason = if is_inside { syntax } else { syntax.at_end() }.into();
    let column = lines.next_back().map_or(0, <[u8]>::len) + usize::from(is_inside);
    Error::NotJson { reason, line, column, hint: hint(text.as_bytes()) }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::Error;

    #[test]
    fn an_error_is_placed_as_serde_json_places_it() {
        for text in
            ["", " ", "\n", "{", "{\n", "{\"a\":1,\n x}", "[1,2", "[1 2]", "nul", "{\"a\" 1}", "1 2", "[1,\n]", "\"a"]
        {
            let offset_of = |error: &serde_json::Error| (error.line(), error.column());
            let theirs = serde_json::from_str::<serde_json::Value>(text).expect_err(text);
            let Error::NotJson { line, column, .. } = read(text, &mut |_| {}).expect_err(text) else {
                panic!("{text:?}")
            };
            assert_eq!((line, column), offset_of(&theirs), "{text:?}: {theirs}");
        }
    }
}
