//! A whole body: byte-order mark, UTF-8, lone surrogates, and the crate's error.

use serde::Deserializer;
use serde_json::error::Category;

use super::mend::{self, Mend};
use super::node::{Held, Node};
use super::notes::{Notes, Quiet, Recorder};
use super::scalar::Scalar;
use crate::error::Error;
use crate::report::{Code, Finding, Inspected, JsonType};

/// A type that a webhook's body is read as: each of this crate's payload structs, and the enums over them.
///
/// It is implemented by this crate only; use it as the bound of your own generic functions.
pub trait Payload: Read {}

/// The reading behind [`Payload`].
pub trait Read: Sized {
    /// Reads a body; what is bent goes to `notes`.
    fn read<'de, D: Deserializer<'de>, N: Notes>(from: D, notes: &mut N) -> Result<Self, D::Error>;
}

/// A way to read a text once more: plainly, or with a report.
pub(crate) trait Reading {
    type Out;
    fn read<'de, D: Deserializer<'de>, N: Notes>(&self, from: D, notes: &mut N) -> Result<Self::Out, D::Error>;
}

/// Reads a [`Payload`] as it is.
struct As<T>(super::Marker<T>);

impl<T: Payload> Reading for As<T> {
    type Out = T;

    #[inline]
    fn read<'de, D: Deserializer<'de>, N: Notes>(&self, from: D, notes: &mut N) -> Result<T, D::Error> {
        T::read(from, notes)
    }
}

/// Reads a payload from the bytes of a body.
///
/// The same as `serde_json::from_slice`, but for a few things: a byte-order mark is skipped, a lone surrogate escape
/// (`"\ud83d"`, what remains of an emoji that was cut in half) is read as U+FFFD and a number beyond a float's range
/// (`1e400`) as text, and the error is this crate's. UTF-8
/// is checked once for the whole body, which makes it faster too.
///
/// # Errors
///
/// [`Error`]: the body is no JSON object, or the record in it has no identity.
///
/// ```
/// use callhook::tccc::{EndStatusString, PhoneCdr};
///
/// let body = br#"{"SdkAppId":"1400000214","SessionId":"e97be0ab","EndStatusString":"ok","Duration":15}"#;
/// let cdr = callhook::from_slice::<PhoneCdr>(body)?;
/// assert_eq!(cdr.sdk_app_id, 1400000214);
/// assert_eq!(cdr.end_status_string, Some(EndStatusString::Ok));
/// assert_eq!(cdr.duration, Some(chrono::TimeDelta::seconds(15)));
/// # Ok::<(), callhook::Error>(())
/// ```
pub fn from_slice<T: Payload>(body: &[u8]) -> Result<T, Error> {
    read_plainly(&As(std::marker::PhantomData), decode(body)?.0)
}

/// Reads a payload from a body that is text already; otherwise as [`from_slice`].
///
/// # Errors
///
/// [`Error`]: the body is no JSON object, or the record in it has no identity.
pub fn from_str<T: Payload>(body: &str) -> Result<T, Error> {
    read_plainly(&As(std::marker::PhantomData), strip_mark(body).0)
}

/// Reads a payload as [`from_slice`] does, and tells what was bent to read it.
///
/// # Errors
///
/// [`Error`]: the body is no JSON object, or the record in it has no identity.
///
/// ```
/// use callhook::{inspect, tccc::PhoneCdr};
///
/// let body = br#"{"SdkAppId":"1400000214", "sessionid":"e97be0ab", "Duration":15}"#;
/// let seen = inspect::<PhoneCdr>(body)?;
/// assert_eq!(seen.value.session_id, "e97be0ab");
/// assert_eq!(
///     seen.report.to_string(),
///     "SdkAppId: coerced-type (expected integer, found string)\n\
///      SessionId: key-spelling (expected SessionId, found string under \"sessionid\")",
/// );
/// # Ok::<(), callhook::Error>(())
/// ```
pub fn inspect<T: Payload>(body: &[u8]) -> Result<Inspected<T>, Error> {
    read_inspecting(&As(std::marker::PhantomData), body)
}

/// Text, without the byte-order mark that it may begin with; whether it did.
pub(crate) fn decode(body: &[u8]) -> Result<(&str, bool), Error> {
    let text = std::str::from_utf8(body).map_err(|error| Error::NotUtf8 { byte: error.valid_up_to() })?;
    Ok(strip_mark(text))
}

fn strip_mark(text: &str) -> (&str, bool) {
    match text.strip_prefix('\u{feff}') {
        Some(text) => (text, true),
        None => (text, false),
    }
}

pub(crate) fn read_plainly<R: Reading>(reading: &R, text: &str) -> Result<R::Out, Error> {
    let result = read_text(reading, text, &mut Quiet::default());
    if let Err(error) = &result
        && let Some((mended, _)) = mended(error, text)
    {
        return read_text(reading, &mended, &mut Quiet::default());
    }
    result
}

pub(crate) fn read_inspecting<R: Reading>(reading: &R, body: &[u8]) -> Result<Inspected<R::Out>, Error> {
    let (text, mark) = decode(body)?;
    let mut notes = Recorder::default();
    let value = read_text(reading, text, &mut notes).or_else(|error| match mended(&error, text) {
        Some((mended, places)) => {
            notes = Recorder::default();
            for (path, mend) in places {
                notes.report.push(match mend {
                    Mend::Surrogate => Finding::new(path, Code::LoneSurrogate, "surrogate pair", JsonType::String),
                    Mend::Number => {
                        Finding::new(path, Code::HugeNumber, "number within a float's range", JsonType::Number)
                    }
                });
            }
            read_text(reading, &mended, &mut notes)
        }
        None => Err(error),
    })?;
    let mut report = notes.report;
    if mark {
        report.push_first(Finding::new(String::new(), Code::ByteOrderMark, "no byte-order mark", JsonType::Object));
    }
    Ok(Inspected { value, report })
}

/// The text with what can be mended in it, if that may be what was wrong.
#[cold]
fn mended(error: &Error, text: &str) -> Option<(String, Vec<(String, Mend)>)> {
    matches!(error, Error::NotJson(_)).then(|| mend::mend(text)).flatten()
}

fn read_text<R: Reading, N: Notes>(reading: &R, text: &str, notes: &mut N) -> Result<R::Out, Error> {
    let mut json = serde_json::Deserializer::from_str(text);
    let result = reading.read(&mut json, notes).map_err(|error| explain(error, text, notes));
    if result.is_ok() {
        json.end().map_err(Error::NotJson)?;
    }
    result
}

/// What was wrong: the identity, the kind of JSON value, or the JSON.
#[cold]
fn explain<N: Notes>(error: serde_json::Error, text: &str, notes: &mut N) -> Error {
    if error.classify() != Category::Data {
        return Error::NotJson(error);
    }
    if let Some(trouble) = notes.trouble().take() {
        return trouble;
    }
    let found = match text.trim_start().bytes().next() {
        Some(b'{') | None => return Error::NotJson(error),
        Some(b'[') => JsonType::Array,
        Some(b'"') => JsonType::String,
        Some(b't' | b'f') => JsonType::Boolean,
        Some(b'n') => JsonType::Null,
        Some(_) => JsonType::Number,
    };
    Error::NotAnObject { found }
}

/// Reads the parameters of a URL query as a payload; its identities are those of the query.
pub(crate) fn from_query<T: Payload>(query: &str) -> Result<T, Error> {
    let entries = crate::query::parameters(query)
        .map(|(name, value)| (name.into(), Node::Scalar(Scalar::Text(value.into()))))
        .collect();
    let mut notes = Quiet::default();
    let read: Result<T, serde::de::value::Error> = T::read(Held::new(Node::Object(entries)), &mut notes);
    read.map_err(|_| match notes.trouble().take() {
        Some(Error::Missing { path, expected }) => Error::Missing { path: format!("?{path}"), expected },
        Some(Error::Unreadable { path, expected, found }) => {
            Error::Unreadable { path: format!("?{path}"), expected, found }
        }
        Some(Error::OtherCallback { path, expected, found }) => {
            Error::OtherCallback { path: format!("?{path}"), expected, found }
        }
        Some(other) => other,
        // A query is flat: nothing else can go wrong.
        None => Error::NotAnObject { found: JsonType::Object },
    })
}
