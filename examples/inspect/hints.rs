//! What to try next. A hint shows nothing from the body, because people paste it into bug reports.

use callhook::Error;
use serde::de::IgnoredAny;

use super::request::lacks_query;

const ADD_QUERY: &str = "the request's URL query says which record this is: add --query 'action=cdr&version=1' (or \
                         action=imcdr, videoCdr, record, voicemail)";

/// For a body that could not be read.
pub(crate) fn for_unreadable(body: &[u8], error: &Error) -> Option<&'static str> {
    if body.starts_with(&[0x1f, 0x8b]) || body.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
        Some("this is gzip or zstd: examples/archive reads a compressed archive; decompress a single payload first")
    } else if is_ndjson(body) {
        Some("this is NDJSON, one payload per line: examples/archive reads it; inspect reads one payload per file")
    } else if lacks_query(error) {
        Some(ADD_QUERY)
    } else {
        None
    }
}

/// For a body that is an object, but not a payload of any vendor.
pub(crate) fn for_unknown(has_query: bool) -> &'static str {
    match has_query {
        true => "callhook does not know this payload: check the query",
        false => "the body does not say what it is: if the request had a URL query, add --query 'action=cdr&version=1'",
    }
}

/// Whether the first line is a whole JSON object, and more lines follow.
fn is_ndjson(body: &[u8]) -> bool {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let mut lines = body.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    first.starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(first).is_ok() && lines.next().is_some()
}
