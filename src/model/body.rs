//! A whole body: the entry points, for text and for any `Deserializer`.

use std::fmt::{Debug, Display};

use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde::ser::Serialize;

use super::about::Fit;
use super::codec::Codec;
use super::context::Context;
use super::write::Redact;
use crate::error::Error;
use crate::hint::hint;
use crate::json::{self, BYTE_ORDER_MARK, ValueRef};
use crate::query;
use crate::report::{Code, Finding, Inspected, JsonType, Path, Report};

/// A type that a request body is read as: each of this crate's payload structs, [`Extra`](crate::Extra) for an object
/// of any keys, and [`sevenmoor::Push`](crate::sevenmoor::Push).
///
/// Only this crate implements it; use it as the bound of your own generic functions. It implies the other traits that
/// each payload has.
///
/// Every payload is `Debug`, and **`Debug` prints personal data**: names, phone numbers, chat texts, links to
/// recordings. Tests need that. In logs, print [`redacted`](crate::redacted()) of the payload instead.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a payload of callhook",
    note = "`Webhook`, and the `Push` of TCCC and of Desk, need the URL query: use their `from_request`",
    note = "structs of your own are read by serde_json"
)]
pub trait Payload:
    Sealed + Redact + Serialize + DeserializeOwned + Debug + Clone + PartialEq + Send + Sync + 'static
{
}

/// The supertrait that seals [`Payload`]. Its method takes arguments that only this crate can make.
pub trait Sealed: Default {
    #[doc(hidden)]
    fn fill(&mut self, root: ValueRef<'_>, cx: &mut Context);
}

/// A function that fills a payload from the object of a body.
type Fill<'f> = dyn FnMut(ValueRef<'_>, &mut Context) + 'f;

/// Reads a payload from the bytes of a request body.
///
/// Half of a surrogate pair (`"\ud83d"`, what remains of an emoji that was cut in half) becomes U+FFFD, and a number that
/// no double can hold keeps its digits ([`Code::HugeNumber`]); `serde_json::from_slice` does that for a payload, too.
/// Beyond that, this function skips a byte-order mark, takes control characters in strings as they are, and returns this
/// crate's error. It is also faster.
///
/// # Errors
///
/// Returns an [`Error`] if the body is not a JSON object, or lacks an identity of the record.
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
#[doc(alias = "from_bytes")]
pub fn from_slice<T: Payload>(body: &[u8]) -> Result<T, Error> {
    from_str(decode(body)?)
}

/// Reads a payload from a request body that is already text, as [`from_slice`] does from bytes.
///
/// # Errors
///
/// Returns an [`Error`] if the body is not a JSON object, or lacks an identity of the record.
pub fn from_str<T: Payload>(body: &str) -> Result<T, Error> {
    let mut value = T::default();
    read_text(body, &mut Context::default(), &mut |root, cx| value.fill(root, cx))?;
    Ok(value)
}

/// Reads a payload as [`from_slice`] does, and reports every adjustment it had to make.
///
/// # Errors
///
/// Returns an [`Error`] if the body is not a JSON object, or lacks an identity of the record.
///
/// ```
/// use callhook::{inspect, tccc::PhoneCdr};
///
/// let body = br#"{"SdkAppId":"1400000214", "sessionid":"e97be0ab", "Duration":15}"#;
/// let inspected = inspect::<PhoneCdr>(body)?;
/// assert_eq!(inspected.value.session_id, "e97be0ab");
/// assert_eq!(
///     inspected.report.to_string(),
///     "SdkAppId: coerced-type (expected integer, found string)\n\
///      SessionId: key-spelling (expected SessionId, found string under \"sessionid\")",
/// );
/// # Ok::<(), callhook::Error>(())
/// ```
pub fn inspect<T: Payload>(body: &[u8]) -> Result<Inspected<T>, Error> {
    inspect_text(decode(body)?, Context::reporting())
}

/// Reads the parameters of a URL query as a payload, whose identities are those of the query.
pub(crate) fn inspect_query<T: Payload>(query: &str, cx: Context) -> Result<Inspected<T>, Error> {
    inspect_text(&query::to_json(query), cx).map_err(Error::in_query)
}

/// Reads the object of a body by a function, with a report if the context has one.
pub(crate) fn read_request(body: &[u8], mut cx: Context, fill: &mut Fill<'_>) -> Result<Report, Error> {
    read_text(decode(body)?, &mut cx, fill)?;
    Ok(cx.into_report())
}

#[inline]
fn decode(body: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(body).map_err(|error| Error::NotUtf8 { offset: error.valid_up_to(), hint: hint(body) })
}

/// Reads a text as a payload, with a report if the context has one. The payload is made where it will stay.
fn inspect_text<T: Payload>(text: &str, mut cx: Context) -> Result<Inspected<T>, Error> {
    let mut value = T::default();
    read_text(text, &mut cx, &mut |root, cx| value.fill(root, cx))?;
    Ok(Inspected { value, report: cx.into_report() })
}

/// Reads the object of a text by a function, and says why that failed, if it did.
fn read_text(text: &str, cx: &mut Context, fill: &mut Fill<'_>) -> Result<(), Error> {
    if cx.is_reporting && text.starts_with(BYTE_ORDER_MARK) {
        let finding = Finding::new(Path::default(), Code::ByteOrderMark, "no byte-order mark", JsonType::Object);
        cx.findings.push((0, finding));
    }
    let mut result = Ok(());
    json::read(text, &mut |root| result = fill_from(root, cx, fill))?;
    result
}

fn fill_from(root: ValueRef<'_>, cx: &mut Context, fill: &mut Fill<'_>) -> Result<(), Error> {
    if !root.is_object() {
        return Err(Error::NotAnObject { found: root.json_type() });
    }
    fill(root, cx);
    cx.take_failure().map_or(Ok(()), Err)
}

/// Reads a payload from any `Deserializer`: what a payload's `Deserialize` does.
pub(crate) fn deserialize<'de, T: Payload, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let mut value = T::default();
    read_serde(from, &mut |root, cx| fill_from(root, cx, &mut |root, cx| value.fill(root, cx)))?;
    Ok(value)
}

/// Reads a value from any `Deserializer` by a function.
fn read_serde<'de, D: Deserializer<'de>, E: Display>(
    from: D,
    read: &mut dyn FnMut(ValueRef<'_>, &mut Context) -> Result<(), E>,
) -> Result<(), D::Error> {
    let text = json::text_of(from)?;
    let mut result = Ok(());
    json::read(&text, &mut |root| result = read(root, &mut Context::default())).map_err(|error| match error {
        // The place is one in the value's own text.
        Error::NotJson { reason, .. } => D::Error::custom(reason),
        other => D::Error::custom(other),
    })?;
    result.map_err(D::Error::custom)
}

/// Reads a value by a codec on its own, for the adapters: `None` if there is none.
pub(crate) fn read_alone<'de, T, C: Codec<T>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    let mut slot = None;
    read_serde(from, &mut |root, cx| {
        cx.any_year = true;
        match C::read(root, &mut slot, cx) {
            Fit::Unreadable if !root.says_nothing() || root.is_object() => {
                Err(format!("expected {}, found {}", C::ABOUT.expected, root.json_type()))
            }
            _ => Ok(()),
        }
    })?;
    Ok(slot)
}

/// Reads a payload on its own, for the adapters: `None` if there is none.
pub(crate) fn read_payload<'de, T: Payload, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    let mut slot = None;
    read_serde(from, &mut |root, cx| {
        if root.says_nothing() && !root.is_object() {
            return Ok(());
        }
        let mut fill = |object: ValueRef<'_>, cx: &mut Context| {
            slot.insert(T::default()).fill(object, cx);
            Fit::Read
        };
        match (cx.read_wrapped(root, &mut fill), cx.take_failure()) {
            (Fit::Unreadable, _) => Err(format!("expected object, found {}", root.json_type())),
            (_, Some(error)) => Err(error.to_string()),
            _ => Ok(()),
        }
    })?;
    Ok(slot)
}

/// Reads a text by a codec; `None` if it says nothing that the codec reads.
pub(crate) fn read_part<T, C: Codec<T>>(text: &str) -> Option<T> {
    let mut slot = None;
    let text = serde_json::to_string(text).ok()?;
    let mut look = |root: ValueRef<'_>| _ = C::read(root, &mut slot, &mut Context::default());
    json::read(&text, &mut look).ok()?;
    slot
}
