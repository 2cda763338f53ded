//! Guesses what a body that is not JSON is, for the text of an error.

/// What the body probably is; `None` if nothing about it says so.
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
