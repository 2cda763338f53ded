//! The columns of a row. Each kind of column says how a value is written and read: always as one scalar, so that it
//! fits into a cell.

use std::marker::PhantomData;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

use super::texts::one_word;
use super::{Channel, Direction, HungUpBy, Outcome, Vendor};
use crate::json::ValueRef;
use crate::model::{About, Auto, Codec, Context, Fit, View, codecs, put, read_alone};

/// A kind of column, for values of type `T`.
pub trait Kind<T> {
    /// The value of a column that the row lacks; `None` if the column must be there.
    fn absent() -> Option<T>;
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
}

/// A text, or `null`.
pub enum Text {}
/// An instant in RFC 3339 and UTC, or `null`.
pub enum Instant {}
/// Whole seconds, or `null`.
pub enum Seconds {}
/// `true` or `false`.
pub enum Flag {}
/// Several texts as one, separated by blanks, or `null`.
pub enum Texts {}

/// A column's value, as serde sees it.
pub struct Cell<T, K>(pub T, pub PhantomData<K>);

impl<T, K: Kind<T>> Serialize for Cell<&T, K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        K::write(self.0, serializer)
    }
}

impl<'de, T, K: Kind<T>> Deserialize<'de> for Cell<T, K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(K::read(deserializer)?, PhantomData))
    }
}

/// Columns that serde writes and reads as they are, and that a row must have.
macro_rules! plain_columns {
    ($($type:ty)*) => {$(
        impl Kind<$type> for Text {
            fn absent() -> Option<$type> {
                None
            }

            fn write<S: Serializer>(value: &$type, serializer: S) -> Result<S::Ok, S::Error> {
                value.serialize(serializer)
            }

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                <$type>::deserialize(deserializer)
            }
        }
    )*};
}

plain_columns! { Vendor Channel }

/// Columns that are read as text, because a format without types would take `007` for a number and `true` for a flag.
macro_rules! text_columns {
    ($($type:ty: $read:expr,)*) => {$(
        impl Kind<Option<$type>> for Text {
            fn absent() -> Option<Option<$type>> {
                Some(None)
            }

            fn write<S: Serializer>(value: &Option<$type>, serializer: S) -> Result<S::Ok, S::Error> {
                value.serialize(serializer)
            }

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<$type>, D::Error> {
                let text = Option::<String>::deserialize(deserializer)?.filter(|text| !text.is_empty());
                Ok(text.as_deref().and_then($read))
            }
        }
    )*};
}

text_columns! {
    String: |text| Some(text.to_owned()),
    Outcome: |text| Some(text.into()),
    Direction: Direction::listed,
    HungUpBy: |text| Some(text.into()),
}

impl Kind<Option<DateTime<Utc>>> for Instant {
    fn absent() -> Option<Option<DateTime<Utc>>> {
        Some(None)
    }

    fn write<S: Serializer>(value: &Option<DateTime<Utc>>, serializer: S) -> Result<S::Ok, S::Error> {
        value.map(|instant| instant.to_rfc3339_opts(SecondsFormat::AutoSi, true)).serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?.filter(|text| !text.is_empty());
        // PostgreSQL writes an offset of whole hours as `+00`.
        let instant = |text: String| text.parse().or_else(|error| format!("{text}:00").parse().map_err(|_| error));
        text.map(|text| instant(text).map_err(D::Error::custom)).transpose()
    }
}

impl Kind<Option<TimeDelta>> for Seconds {
    fn absent() -> Option<Option<TimeDelta>> {
        Some(None)
    }

    fn write<S: Serializer>(value: &Option<TimeDelta>, serializer: S) -> Result<S::Ok, S::Error> {
        value.map(|duration| duration.num_seconds()).serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<TimeDelta>, D::Error> {
        let duration = read_alone::<TimeDelta, codecs::Seconds, D>(deserializer)?;
        Ok(duration.map(|duration| TimeDelta::seconds(duration.num_seconds())))
    }
}

impl Codec<bool> for Flag {
    const ABOUT: About = <Auto as Codec<bool>>::ABOUT;

    /// PostgreSQL writes `t` and `f`.
    fn read(value: ValueRef<'_>, slot: &mut Option<bool>, cx: &mut Context) -> Fit {
        match value.as_str() {
            Some("t") => put(slot, true),
            Some("f") => put(slot, false),
            _ => <Auto as Codec<bool>>::read(value, slot, cx),
        }
    }

    fn write<S: Serializer>(value: &bool, view: View, to: S) -> Result<S::Ok, S::Error> {
        <Auto as Codec<bool>>::write(value, view, to)
    }
}

impl Kind<bool> for Flag {
    fn absent() -> Option<bool> {
        Some(false)
    }

    fn write<S: Serializer>(value: &bool, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
        Ok(read_alone::<bool, Flag, D>(deserializer)?.unwrap_or_default())
    }
}

impl Kind<Vec<String>> for Texts {
    fn absent() -> Option<Vec<String>> {
        Some(Vec::new())
    }

    fn write<S: Serializer>(value: &Vec<String>, serializer: S) -> Result<S::Ok, S::Error> {
        let words: Vec<String> = value.iter().map(|text| one_word(text)).filter(|word| !word.is_empty()).collect();
        (!words.is_empty()).then(|| words.join(" ")).serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
        Ok(text.split_whitespace().map(str::to_owned).collect())
    }
}

/// Declares a row: field, type, column and its kind.
macro_rules! row {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $(
                $(#[$field_meta:meta])*
                pub $field:ident: $type:ty = $column:literal as $kind:ident,
            )*
        }
    ) => {
        $(#[$meta])*
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[doc = ""]
                #[doc = concat!("Column: `", $column, "` (", stringify!($kind), ").")]
                pub $field: $type,
            )*
        }

        impl $name {
            /// The columns, in the order in which they are written. Every row has all of them: a column without a value
            /// is `null`, and a flag is `false`.
            pub const COLUMNS: &'static [&'static str] = &[$($column),*];

            /// What each column holds, in the same order.
            pub const COLUMN_KINDS: &'static [$crate::summary::ColumnKind] =
                &[$($crate::summary::ColumnKind::$kind),*];
        }

        /// Writes every column; see [`COLUMNS`](Self::COLUMNS).
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct;
                use $crate::summary::column::{self, Cell};

                let mut row = serializer.serialize_struct(stringify!($name), Self::COLUMNS.len())?;
                $(
                    let cell = Cell::<_, column::$kind>(&self.$field, std::marker::PhantomData);
                    row.serialize_field($column, &cell)?;
                )*
                row.end()
            }
        }

        /// Reads a row as it was written, or as a database or a spreadsheet returns it:
        ///
        /// - A flag may be 0 or 1, PostgreSQL's `t` or `f`, or a word in any letter case.
        /// - Seconds may be text, or have a `.0`.
        /// - An instant may have a blank instead of the `T`, and any offset (`2020-12-16 14:57:16+00`). Without an
        ///   offset, it is an error.
        /// - An empty text is no value.
        ///
        /// The rows of other versions can be read: a missing column has no value, and an unknown one is skipped. A
        /// value that this version does not know is kept in `outcome` and `hung_up_by`, dropped in `direction`, and an
        /// error in `vendor` and `channel`, the only columns that are required.
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Row;

                impl<'de> serde::de::Visitor<'de> for Row {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a row of calls, with named columns")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut row: A) -> Result<$name, A::Error> {
                        use serde::de::{Error, IgnoredAny};
                        use $crate::summary::column::{self, Cell, Kind};

                        $(let mut $field: Option<$type> = None;)*
                        while let Some(column) = row.next_key::<String>()? {
                            match column.as_str() {
                                $($column => $field = Some(row.next_value::<Cell<$type, column::$kind>>()?.0),)*
                                _ => {
                                    row.next_value::<IgnoredAny>()?;
                                }
                            }
                        }
                        Ok($name {
                            $($field: match $field.or_else(<column::$kind as Kind<$type>>::absent) {
                                Some(value) => value,
                                None => return Err(A::Error::missing_field($column)),
                            },)*
                        })
                    }
                }

                deserializer.deserialize_struct(stringify!($name), Self::COLUMNS, Row)
            }
        }
    };
}
