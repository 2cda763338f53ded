//! From a line to the push in it.

use std::borrow::Cow;
use std::sync::LazyLock;

use anyhow::{Context, Result, bail};
use memchr::memmem::Finder;
use serde::de::IgnoredAny;

use crate::push::{Push, is_not_json};

/// Files may begin with one, and so concatenated files have them in between.
pub const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads lines, each a body or an object that wraps one.
pub struct Lines<'a> {
    query: &'a str,
    with_report: bool,
    /// Whether `body` has been the last key of every wrapper so far.
    body_is_last: bool,
}

static WRAPPER_KEYS: LazyLock<[Finder<'static>; 2]> =
    LazyLock::new(|| [Finder::new("\"query\""), Finder::new("\"body\"")]);

/// A wrapper, taken apart.
struct Wrapped<'a> {
    query: Option<Cow<'a, str>>,
    body: Cow<'a, [u8]>,
    /// What is before and after the body in the line.
    around: [&'a [u8]; 2],
}

impl<'a> Lines<'a> {
    /// `query` is for lines without one.
    pub fn new(query: &'a str, with_report: bool) -> Self {
        Self { query, with_report, body_is_last: true }
    }

    /// Reads a line. The error says why it has no push.
    pub fn read(&mut self, line: &[u8]) -> Result<Push> {
        // Few bodies have these keys. The others need not be scanned for a wrapper.
        if WRAPPER_KEYS.iter().all(|key| key.find(line).is_none()) {
            return Ok(self.push(None, line)?);
        }
        // Finding the end of a body takes nearly as long as reading it. Most wrappers end with the body; if one does
        // not, the rest of the line is not JSON.
        let mut refused = None;
        if self.body_is_last
            && let Some(wrapped) = unwrap(line, true)?
        {
            match self.wrapped(line, &wrapped) {
                Err(error) if is_not_json(&error) => refused = Some((wrapped.around, error)),
                other => return Ok(other?),
            }
        }
        Ok(match (unwrap(line, false)?, refused) {
            (Some(wrapped), Some((around, error))) if wrapped.around == around => return Err(error.into()),
            (None, Some((_, error))) => return Err(error.into()),
            (Some(wrapped), refused) => {
                self.body_is_last &= refused.is_none();
                self.wrapped(line, &wrapped)?
            }
            (None, None) => self.push(None, line)?,
        })
    }

    /// Reads a wrapper: its body, and the rest of it only to find out whether it is JSON.
    fn wrapped(&self, line: &[u8], wrapped: &Wrapped<'_>) -> Result<Push, callhook::Error> {
        let push = self.push(wrapped.query.as_deref(), &wrapped.body)?;
        let [before, after] = wrapped.around;
        let rest = [before, b"0", after].concat();
        let is_json = str::from_utf8(&rest).is_ok_and(|text| serde_json::from_str::<IgnoredAny>(text).is_ok());
        // The library accepts more than serde_json, such as raw control characters. It also says where the fault is.
        if !is_json
            && let Err(error) = self.push(None, line)
            && is_not_json(&error)
        {
            return Err(error);
        }
        Ok(push)
    }

    fn push(&self, query: Option<&str>, body: &[u8]) -> Result<Push, callhook::Error> {
        let query = query.filter(|query| !query.is_empty()).unwrap_or(self.query);
        if self.with_report { Push::inspect(query, body) } else { Push::read(query, body) }
    }
}

/// Takes a wrapper apart; `None` if the line is not a wrapper, or incomplete. With `body_is_last`, everything from the
/// start of the body to the closing brace of the wrapper is taken as the body, if it can be one.
fn unwrap(line: &[u8], body_is_last: bool) -> Result<Option<Wrapped<'_>>> {
    let line = without_mark(line).trim_ascii();
    let (mut query, mut body) = (None, None);
    let mut at = match line.first() {
        Some(b'{') => 1,
        _ => return Ok(None),
    };
    loop {
        let Some((key, start)) = key(line, at) else { return Ok(None) };
        let last = if body_is_last && key == b"body" { end_of_last(line, start) } else { None };
        let end = last.or_else(|| end_of_value(line, start));
        let Some(value) = end.and_then(|end| line.get(start..end)) else { return Ok(None) };
        match key {
            b"query" => query = Some(value),
            b"body" => body = Some((start, value.trim_ascii_end())),
            _ => {}
        }
        let next = skip_blanks(line, start + value.len());
        match line.get(next) {
            Some(b',') => at = next + 1,
            // With anything after the closing brace, the line is not one object.
            Some(b'}') if next + 1 == line.len() => break,
            _ => return Ok(None),
        }
    }
    let is_wrapper = query.is_some_and(|query| query.starts_with(b"\""));
    let (start, body) = body.unwrap_or_default();
    let around = [&line[..start], &line[start + body.len()..]];
    let body = match body.first() {
        Some(b'{') => Cow::Borrowed(body),
        Some(b'"') => match text(body) {
            Some(text) => Cow::Owned(text.into_owned().into_bytes()),
            None if body_is_last => return Ok(None),
            None => bail!("`body` is not a valid text"),
        },
        _ if is_wrapper => bail!("there is a `query`, and no object or text in `body`"),
        _ => return Ok(None),
    };
    let query = match query {
        Some(b"null") | None => None,
        Some(query) => Some(text(query).context("`query` is not a text")?),
    };
    Ok(Some(Wrapped { query, body, around }))
}

/// Whether a line has no content.
pub fn is_blank(line: &[u8]) -> bool {
    without_mark(line).trim_ascii().is_empty()
}

fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line)
}

/// The key at an offset, and the offset of its value.
fn key(bytes: &[u8], at: usize) -> Option<(&[u8], usize)> {
    let start = skip_blanks(bytes, at);
    let end = bytes.get(start).filter(|byte| **byte == b'"').and_then(|_| end_of_text(bytes, start))?;
    let colon = skip_blanks(bytes, end);
    (bytes.get(colon) == Some(&b':')).then(|| (&bytes[start + 1..end - 1], skip_blanks(bytes, colon + 1)))
}

/// The end of the value at an offset, if it is the last one of the line; `None` if it cannot be.
fn end_of_last(line: &[u8], start: usize) -> Option<usize> {
    let rest = line.get(start..)?.strip_suffix(b"}")?;
    let close = match rest.first()? {
        b'{' => b'}',
        b'"' => b'"',
        _ => return None,
    };
    (rest.len() > 1 && rest.trim_ascii_end().last() == Some(&close)).then_some(start + rest.len())
}

/// The end of the value at an offset. Nothing else is checked, because all of the line will be read.
fn end_of_value(bytes: &[u8], start: usize) -> Option<usize> {
    let (open, close) = match bytes.get(start)? {
        b'"' => return end_of_text(bytes, start),
        b'{' => (b'{', b'}'),
        b'[' => (b'[', b']'),
        _ => {
            let ends = |byte: &u8| matches!(byte, b',' | b'}' | b']') || byte.is_ascii_whitespace();
            return bytes[start..].iter().position(ends).map(|length| start + length);
        }
    };
    let (mut at, mut depth) = (start, 0_usize);
    loop {
        match *bytes.get(at)? {
            b'"' => {
                at = end_of_text(bytes, at)?;
                continue;
            }
            byte if byte == open => depth += 1,
            byte if byte == close => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}

/// The end of the text whose opening quote is at an offset.
fn end_of_text(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

fn skip_blanks(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|byte| !byte.is_ascii_whitespace()).map_or(bytes.len(), |blanks| at + blanks)
}

/// The content of a JSON text; `None` if it is not one.
fn text(json: &[u8]) -> Option<Cow<'_, str>> {
    // A text with escapes cannot be borrowed.
    serde_json::from_slice(json).map(Cow::Borrowed).or_else(|_| serde_json::from_slice(json).map(Cow::Owned)).ok()
}

/// Whether a file begins with an object that its first line does not close.
pub fn is_beginning_of_body(text: &[u8]) -> bool {
    let text = text.trim_ascii_start();
    let first = memchr::memchr(b'\n', text).map(|end| &text[..end]);
    text.starts_with(b"{") && first.is_some_and(|line| end_of_value(line, 0).is_none())
}
