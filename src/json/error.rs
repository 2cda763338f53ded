//! Why a text is not JSON, and where.

use crate::error::Error;

/// What is wrong with a text, in serde_json's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    EofInValue,
    EofInArray,
    EofInObject,
    EofInString,
    Value,
    Ident,
    Key,
    Colon,
    CommaOrBracket,
    CommaOrBrace,
    Trailing,
    TrailingComma,
    Escape,
    Number,
    Depth,
    /// More than 32-bit indices can reach.
    TooLarge,
}

impl Syntax {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EofInValue => "EOF while parsing a value",
            Self::EofInArray => "EOF while parsing a list",
            Self::EofInObject => "EOF while parsing an object",
            Self::EofInString => "EOF while parsing a string",
            Self::Value => "expected value",
            Self::Ident => "expected ident",
            Self::Key => "key must be a string",
            Self::Colon => "expected `:`",
            Self::CommaOrBracket => "expected `,` or `]`",
            Self::CommaOrBrace => "expected `,` or `}`",
            Self::Trailing => "trailing characters",
            Self::TrailingComma => "trailing comma",
            Self::Escape => "invalid escape",
            Self::Number => "invalid number",
            Self::Depth => "recursion limit exceeded",
            Self::TooLarge => "too large",
        }
    }
}

/// What is wrong, and at which byte.
pub(super) type Fault = (Syntax, usize);

/// What is wrong, by line and column; at the end of the text the column is that of the last byte, and 0 in an empty
/// line.
#[cold]
pub(super) fn error(text: &str, (syntax, offset): Fault) -> Error {
    if syntax == Syntax::TooLarge {
        return Error::TooLarge;
    }
    let read = text.as_bytes().get(..=offset).unwrap_or(text.as_bytes());
    let before = read.len().saturating_sub(1);
    let line_start = read.iter().take(before).rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let ends_line = read.len() <= offset && read.ends_with(b"\n");
    let line = 1 + read.iter().take(before).filter(|byte| **byte == b'\n').count() + usize::from(ends_line);
    let column = if ends_line { 0 } else { read.len() - line_start };
    Error::NotJson { reason: syntax.as_str(), line, column, hint: hint(text.as_bytes()) }
}

/// What a body that is not JSON probably is.
#[cold]
pub fn hint(body: &[u8]) -> Option<&'static str> {
    let begins = body.trim_ascii_start();
    match body {
        [0x1f, 0x8b, ..] => return Some("it looks like gzip: decompress it first"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{' | b'[', 0, ..] | [0, b'{' | b'[', ..] => {
            return Some("it looks like UTF-16: convert it to UTF-8 first");
        }
        _ => {}
    }
    if begins.starts_with(b"<") {
        return Some("it looks like XML or HTML");
    }
    if let Err(error) = std::str::from_utf8(body) {
        let is_json = begins.starts_with(b"{") || begins.starts_with(b"[");
        let before = body.get(..error.valid_up_to()).unwrap_or_default();
        return match error.error_len() {
            None if is_json => Some("it ends inside a character: it may have been cut off"),
            // Another encoding shows at its first character that is not ASCII.
            Some(_) if is_json && before.is_ascii() => {
                Some("it looks like GBK or another legacy encoding: convert it to UTF-8 first")
            }
            _ => None,
        };
    }
    let name =
        begins.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'%'));
    let length = name.count();
    (length > 0 && begins.get(length) == Some(&b'=')).then_some("it looks like form data or a URL query")
}

#[cfg(test)]
mod tests {
    use super::super::{MAX_DEPTH, read};
    use super::Error;

    #[test]
    fn an_error_is_placed_as_serde_json_places_it() {
        for text in
            ["", " ", "\n", "{", "{\n", "{\"a\":1,\n x}", "[1,2", "[1 2]", "nul", "{\"a\" 1}", "1 2", "[1,\n]", "\"a"]
        {
            let offset_of = |error: &serde_json::Error| (error.line(), error.column());
            let theirs = serde_json::from_str::<serde_json::Value>(text).expect_err(text);
            let Error::NotJson { line, column, .. } = read(text, 0, MAX_DEPTH, &mut |_| {}).expect_err(text) else {
                panic!("{text:?}")
            };
            assert_eq!((line, column), offset_of(&theirs), "{text:?}: {theirs}");
        }
    }
}
