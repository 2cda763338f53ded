//! Why a text is not JSON, and where.

use strum::IntoStaticStr;

use crate::error::Error;

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
    Error::NotJson { reason: syntax.into(), line, column, hint: hint(text.as_bytes()) }
}

/// What a body that is not JSON probably is.
#[cold]
pub fn hint(body: &[u8]) -> Option<&'static str> {
    let begins = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii_start();
    let is_json = matches!(begins, [b'{' | b'[', ..]);
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'%');
    let hint = match (body, std::str::from_utf8(body)) {
        _ if begins.is_empty() => "it is empty",
        ([0x1f, 0x8b, ..], _) => "it looks like gzip: decompress it first",
        ([0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{' | b'[', 0, ..] | [0, b'{' | b'[', ..], _) => {
            "it looks like UTF-16: convert it to UTF-8 first"
        }
        _ if begins.starts_with(b"<") => "it looks like XML or HTML",
        (_, Err(error)) if is_json && error.error_len().is_none() => {
            "it ends inside a character: it may have been cut off"
        }
        // Another encoding shows at its first character that is not ASCII.
        (_, Err(error)) if is_json && body.get(..error.valid_up_to()).is_some_and(<[u8]>::is_ascii) => {
            "it looks like GBK or another legacy encoding: convert it to UTF-8 first"
        }
        (_, Ok(_)) if !begins.starts_with(b"=") && begins.iter().find(|byte| !is_name(byte)) == Some(&b'=') => {
            "it looks like form data or a URL query"
        }
        _ => return None,
    };
    Some(hint)
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
