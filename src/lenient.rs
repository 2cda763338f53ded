//! The lenient readers as [`serde_with`] adapters, for fields of your own structs.
//!
//! Each adapter reads an `Option`. It accepts the forms that the crate's own payloads accept, gives `None` for `null`,
//! `""` and whatever else means "no value", and writes the vendor's form, or `null` for `None`. A value that cannot be
//! read is an error here, because a struct of your own has no [`extra`](crate::Extra) to keep it in.
//!
//! The adapters need `serde_with` in your own Cargo.toml: `serde_with = "3"`. If you switch off its default features,
//! switch on `macros` and, for lists, `alloc`.
//!
//! Write `as = "Text"` for an `Option<String>`, not `as = "Option<Text>"`; `as = "Vec<Text>"` is for a
//! `Vec<Option<String>>`. An adapter does not see a missing key: give the struct or the field `#[serde(default)]`.
//!
//! | Adapter | For | Written as |
//! |---|---|---|
//! | [`Text`] | `String` | text |
//! | [`Integer`] | `u16`, `u32`, `u64`, `i32`, `i64` | a number |
//! | [`Flag`] | `bool` | `true` or `false` |
//! | [`Word`] | an open enum of this crate | its text or number |
//! | [`Object`] | a payload of this crate | an object |
//! | [`Seconds`], [`Millis`] | `TimeDelta` | a number of seconds, of milliseconds; text for a fraction that a double might round |
//! | [`UnixSeconds`], [`UnixSecondsText`], [`UnixMillis`], [`ChinaTime`] | `DateTime<Utc>` | `1608130636`, `"1608130636"`, `1608130636000`, `"2020-12-16 22:57:16"` |
//!
//! The four adapters for instants differ only in what they write. An instant that an adapter's form cannot express is
//! written as RFC 3339. Each adapter reads all forms:
//!
//! * a number or its text: seconds up to the year 5138, milliseconds from March 1973 on, and microseconds, nanoseconds
//!   or `YYYYMMDDHHMMSS` of the years 2000 to 2099 (in UTC). Their size tells them apart. Seconds and milliseconds may
//!   have a fraction;
//! * `YYYY-MM-DD HH:MM:SS`, and RFC 3339.
//!
//! The two forms without a time zone are China time (UTC+8). 0, the epoch as a date (in UTC or in China time), and any
//! time on 0000-00-00 or 0001-01-01 mean no value, so these instants do not survive a round trip.
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
use serde::de::Deserializer;
use serde::ser::{Serialize, Serializer};
use serde_with::{DeserializeAs, SerializeAs};

pub use crate::model::Word;
use crate::model::codecs::{Auto, Plain};
pub use crate::model::codecs::{ChinaTime, Millis, Seconds, UnixMillis, UnixSeconds, UnixSecondsText};
use crate::model::{Codec, Payload, View, read_alone, read_payload};

/// Text from a text or a number: `"007"` keeps its zeros, an 18-digit number all its digits. Blanks are kept, as in the
/// free texts of a payload. Written as text.
#[derive(Debug, Clone, Copy)]
pub enum Text {}

/// An integer from a number without a fraction, or from its digits as text. Written as a number.
#[derive(Debug, Clone, Copy)]
pub enum Integer {}

/// A flag from `true` and `false`, 1 and 0, or any of these as text. Written as `true` or `false`.
#[derive(Debug, Clone, Copy)]
pub enum Flag {}

/// A payload of this crate, such as [`SeatUser`](crate::tccc::SeatUser), from an object, alone or in a list of one, or
/// from the JSON text of an object. Written as the vendor writes it.
#[derive(Debug, Clone, Copy)]
pub enum Object {}

impl<'de, T: Payload> DeserializeAs<'de, Option<T>> for Object {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        read_payload(deserializer)
    }
}

impl<T: Payload> SerializeAs<Option<T>> for Object {
    fn serialize_as<S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

/// Implements an adapter of optional values over a codec: serde_with's traits are per type.
macro_rules! adapters {
    ($($adapter:ident $codec:ident $type:ty;)*) => {$(
        impl<'de> DeserializeAs<'de, Option<$type>> for $adapter {
            fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<Option<$type>, D::Error> {
                read_alone::<$type, $codec, D>(deserializer)
            }
        }

        impl SerializeAs<Option<$type>> for $adapter {
            fn serialize_as<S: Serializer>(value: &Option<$type>, serializer: S) -> Result<S::Ok, S::Error> {
                match value {
                    Some(value) => <$codec as Codec<$type>>::write(value, View::Whole, serializer),
                    None => serializer.serialize_none(),
                }
            }
        }
    )*};
}

adapters! {
    Text Plain String;
    Integer Auto u16;
    Integer Auto u32;
    Integer Auto u64;
    Integer Auto i32;
    Integer Auto i64;
    Flag Auto bool;
    UnixSeconds UnixSeconds DateTime<Utc>;
    UnixSecondsText UnixSecondsText DateTime<Utc>;
    UnixMillis UnixMillis DateTime<Utc>;
    ChinaTime ChinaTime DateTime<Utc>;
    Seconds Seconds TimeDelta;
    Millis Millis TimeDelta;
}
