//! The lenient readers as [`serde_with`] adapters, for fields of your own structs.
//!
//! Each reads every spelling that the crate's own payloads read, says `None` for `null`, `""` and what else means "no
//! value", and writes the vendor's form. A value that cannot be read is an error here: a struct of your own has no
//! [`extra`](crate::Extra) to keep it in.
//!
//! A key that is missing altogether is serde's affair, not the adapter's: give the struct (or the field) a
//! `#[serde(default)]`.
//!
//! The four adapters of instants differ in what they write. Each reads them all: seconds or milliseconds (told by their
//! size), with a fraction or without, as number or text; `YYYY-MM-DD HH:MM:SS` as China time (UTC+8); RFC 3339. 0 is no
//! value.
//!
//! ```
//! use callhook::lenient::{Flag, Integer, Seconds, Text, UnixSeconds};
//! use chrono::{DateTime, TimeDelta, Utc};
//! use serde_with::serde_as;
//!
//! #[serde_as]
//! #[derive(Default, serde::Deserialize, serde::Serialize)]
//! #[serde(default)]
//! struct Ticket {
//!     #[serde_as(as = "Text")]
//!     caller: Option<String>,
//!     #[serde_as(as = "UnixSeconds")]
//!     opened: Option<DateTime<Utc>>,
//!     #[serde_as(as = "Seconds")]
//!     waited: Option<TimeDelta>,
//!     #[serde_as(as = "Integer")]
//!     queue: Option<u64>,
//!     #[serde_as(as = "Flag")]
//!     urgent: Option<bool>,
//! }
//!
//! let ticket: Ticket = serde_json::from_str(
//!     r#"{"caller":8602066247698, "opened":"2020-12-16 22:57:16", "waited":"15", "queue":"1072", "urgent":1}"#,
//! )?;
//! assert_eq!(ticket.caller.as_deref(), Some("8602066247698"));
//! assert_eq!(ticket.opened.unwrap().timestamp(), 1608130636);
//! assert_eq!(ticket.waited, Some(TimeDelta::seconds(15)));
//! assert_eq!(ticket.queue, Some(1072));
//! assert_eq!(ticket.urgent, Some(true));
//! assert_eq!(
//!     serde_json::to_string(&ticket)?,
//!     r#"{"caller":"8602066247698","opened":1608130636,"waited":15,"queue":1072,"urgent":true}"#,
//! );
//!
//! let blank: Ticket = serde_json::from_str(r#"{"caller":"", "opened":0, "urgent":null}"#)?;
//! assert!(blank.caller.is_none() && blank.opened.is_none() && blank.waited.is_none() && blank.urgent.is_none());
//! # Ok::<(), serde_json::Error>(())
//! ```

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserializer, Serializer};
use serde_with::{DeserializeAs, SerializeAs};

pub use crate::wire::instant::{ChinaTime, UnixMillis, UnixSeconds, UnixSecondsText};
pub use crate::wire::length::{Millis, Seconds};
use crate::wire::scalar::{Codec, Plain};
use crate::wire::shape::read_alone;
use crate::wire::sink::write_one;

/// Text from any scalar: `"007"` keeps its zeros, an 18-digit number all its digits. Written as text.
#[derive(Debug, Clone, Copy)]
pub enum Text {}

/// An integer (`u32`, `u64`, `i64`) from a number without a fraction, or the same as text. Written as a number.
#[derive(Debug, Clone, Copy)]
pub enum Integer {}

/// A flag from `true` and `false`, 1 and 0, or either as text. Written as `true` or `false`.
#[derive(Debug, Clone, Copy)]
pub enum Flag {}

/// A word or code of one of the crate's open enums, such as [`Direction`](crate::tccc::Direction). Written as the vendor
/// has it: a word as text, a code as a number.
#[derive(Debug, Clone, Copy)]
pub enum Word {}

/// Implements an adapter of optional values over a codec: serde_with's traits are per type.
macro_rules! adapters {
    ($($(<$generic:ident>)? $adapter:ident $codec:ident $type:ty;)*) => {$(
        impl<'de $(, $generic)?> DeserializeAs<'de, Option<$type>> for $adapter
        where
            $codec: Codec<$type>,
        {
            fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<Option<$type>, D::Error> {
                read_alone::<$type, $codec, D>(deserializer)
            }
        }

        impl$(<$generic>)? SerializeAs<Option<$type>> for $adapter
        where
            $codec: Codec<$type>,
        {
            fn serialize_as<S: Serializer>(value: &Option<$type>, serializer: S) -> Result<S::Ok, S::Error> {
                write_one(|to| value.iter().for_each(|value| <$codec as Codec<$type>>::write(value, "", to)), serializer)
            }
        }
    )*};
}

adapters! {
    Text Plain String;
    Integer Plain u32;
    Integer Plain u64;
    Integer Plain i64;
    Flag Plain bool;
    <T> Word Plain T;
    UnixSeconds UnixSeconds DateTime<Utc>;
    UnixSecondsText UnixSecondsText DateTime<Utc>;
    UnixMillis UnixMillis DateTime<Utc>;
    ChinaTime ChinaTime DateTime<Utc>;
    Seconds Seconds TimeDelta;
    Millis Millis TimeDelta;
}
