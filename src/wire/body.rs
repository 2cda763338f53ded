//! A whole body: byte-order mark, UTF-8, lone surrogates, and the crate's error.

use serde::Deserializer;
use serde::de::Error as _;

use super::input::Input;
use super::mend::{self, Mend};
use super::node::Node;
use super::notes::{Notes, Quiet, Recorder};
use super::scalar::Scalar;
use super::source::{Source, Stop, read_object};
use crate::error::Error;
use crate::report::{Code, Finding, Inspected, JsonType};

/// A type that a webhook's body is read as: each of this crate's payload structs, and the enums over them.
///
/// It is implemented by this crate only; use it as the bound of your own generic functions.
pub trait Payload: Read {}

/// The reading behind [`Payload`].
pub trait Read: Sized {
    /// What a reading begins with.
    fn empty() -> Self;

    /// What the reading of a text begins with.
    #[inline]
    fn begin(text: &str) -> Self {
        let _ = text;
        Self::empty()
    }

    /// Reads the entries of a body into an empty value; what is bent goes to `notes`.
    fn read_entries<N: Notes>(&mut self, from: &mut Source<'_, '_>, notes: &mut N) -> Result<(), Stop>;

    /// Reads a text into what [`begin`](Self::begin) makes of it.
    fn read_text<N: Notes>(&mut self, text: &str, notes: &mut N) -> Result<(), Error> {
        read_as_text(text, notes, |from, notes| self.read_entries(from, notes))
    }
}

/// Reads a text by its entries; an identity that it lacks is an error.
pub(crate) fn read_as_text<N: Notes>(
    text: &str,
    notes: &mut N,
    mut read: impl FnMut(&mut Source<'_, '_>, &mut N) -> Result<(), Stop>,
) -> Result<(), Error> {
    Input::of_text(text).read_body(&mut |from| read(from, notes))?;
    notes.trouble().take().map_or(Ok(()), Err)
}

/// Reads a body with no report: what a payload's `Deserialize` does.
pub(crate) fn read<'de, T: Read, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    // Read where it is returned: a record is a kilobyte or two.
    let mut result = Ok(T::empty());
    if let Ok(value) = &mut result
        && let Err(error) = read_into(value, from)
    {
        result = Err(error);
    }
    result
}

fn read_into<'de, T: Read, D: Deserializer<'de>>(value: &mut T, from: D) -> Result<(), D::Error> {
    let mut notes = Quiet::default();
    read_object(from, |from| value.read_entries(from, &mut notes))?;
    // Only at its end, for until then a duplicate may still bring the identity.
    notes.trouble().first().map_or(Ok(()), |error| Err(D::Error::custom(error)))
}

/// A way to read a text: plainly or with a report, and once more if it can be mended.
pub(crate) trait Reading {
    type Out;
    /// What the reading of a text begins with.
    fn begin(&self, text: &str) -> Self::Out;
    fn read_text<N: Notes>(&self, out: &mut Self::Out, text: &str, notes: &mut N) -> Result<(), Error>;
}

/// Reads a [`Payload`] as it is.
struct As<T>(super::Marker<T>);

impl<T: Payload> Reading for As<T> {
    type Out = T;

    #[inline]
    fn begin(&self, text: &str) -> T {
        T::begin(text)
    }

    #[inline]
    fn read_text<N: Notes>(&self, out: &mut T, text: &str, notes: &mut N) -> Result<(), Error> {
        out.read_text(text, notes)
    }
}

/// Reads a payload from the bytes of a body.
///
/// The same as `serde_json::from_slice`, but for a few things: a byte-order mark is skipped, a lone surrogate escape
/// (`"\ud83d"`, what remains of an emoji that was cut in half) is read as U+FFFD and a number beyond a float's range
/// (`1e400`) as text, and the error is this crate's. It is faster, too: UTF-8 is checked once for the whole body, and
/// what needs no care in a text is passed over eight bytes at a time.
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
    let mut read = read_here(reading, text);
    if let Err(error) = &read
        && let Some((mended, _)) = mend_text(error, text)
    {
        read = read_here(reading, &mended);
    }
    read
}

/// Reads a text to where it is returned: a record is a kilobyte or two.
#[inline(never)]
fn read_here<R: Reading>(reading: &R, text: &str) -> Result<R::Out, Error> {
    let mut result = Ok(reading.begin(text));
    if let Ok(out) = &mut result
        && let Err(error) = reading.read_text(out, text, &mut Quiet::default())
    {
        result = Err(error);
    }
    result
}

pub(crate) fn read_inspecting<R: Reading>(reading: &R, body: &[u8]) -> Result<Inspected<R::Out>, Error> {
    let (text, mark) = decode(body)?;
    let mut value = reading.begin(text);
    let mut notes = Recorder::default();
    let mut first = Vec::new();
    if mark {
        first.push(Finding::new(String::new(), Code::ByteOrderMark, "no byte-order mark", JsonType::Object));
    }
    if let Err(error) = reading.read_text(&mut value, text, &mut notes) {
        let Some((mended, places)) = mend_text(&error, text) else { return Err(error) };
        first.extend(places.into_iter().map(|(path, mend)| match mend {
            Mend::Surrogate => Finding::new(path, Code::LoneSurrogate, "surrogate pair", JsonType::String),
            Mend::Number => Finding::new(path, Code::HugeNumber, "number within a float's range", JsonType::Number),
        }));
        (value, notes) = (reading.begin(&mended), Recorder::default());
        reading.read_text(&mut value, &mended, &mut notes)?;
    }
    let mut report = notes.report;
    report.push_first(first);
    Ok(Inspected { value, report })
}

/// The text with what can be mended in it, if that may be what was wrong.
#[cold]
fn mend_text(error: &Error, text: &str) -> Option<(String, Vec<(String, Mend)>)> {
    matches!(error, Error::NotJson(_)).then(|| mend::mend(text)).flatten()
}

/// Reads the parameters of a URL query as a payload; its identities are those of the query.
pub(crate) fn from_query<T: Payload>(query: &str) -> Result<T, Error> {
    let entries = crate::query::parameters(query)
        .map(|(name, value)| (name.into(), Node::Scalar(Scalar::Text(value.into()))))
        .collect();
    let mut notes = Quiet::default();
    let mut value = T::empty();
    // A query is flat: nothing can stop its reading.
    let _ = value.read_entries(&mut Input::of_entries(entries).source(), &mut notes);
    match notes.trouble().take() {
        None => Ok(value),
        Some(Error::Missing { path, expected }) => Err(Error::Missing { path: format!("?{path}"), expected }),
        Some(Error::Unreadable { path, expected, found }) => {
            Err(Error::Unreadable { path: format!("?{path}"), expected, found })
        }
        Some(Error::OtherCallback { path, expected, found }) => {
            Err(Error::OtherCallback { path: format!("?{path}"), expected, found })
        }
        Some(other) => Err(other),
    }
}
