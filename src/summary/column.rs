//! How a column's value is written and read: always as one scalar, so that it fits into a cell.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

use super::{Channel, Direction, HungUpBy, Outcome, Vendor};

/// A value of a row.
pub trait Column: Sized {
    /// What it is where the row lacks the column; none where it must be there.
    fn absent() -> Option<Self>;
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// A column's value, as serde sees it.
pub struct Cell<T>(pub T);

impl<T: Column> Serialize for Cell<&T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

impl<'de, T: Column> Deserialize<'de> for Cell<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Self)
    }
}

/// Columns that serde writes and reads as they are.
macro_rules! plain_columns {
    ($($type:ty: $absent:expr,)*) => {$(
        impl Column for $type {
            fn absent() -> Option<Self> {
                $absent
            }

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }
        }
    )*};
}

plain_columns! {
    Vendor: None,
    Channel: None,
    bool: Some(false),
    Option<String>: Some(None),
    Option<Direction>: Some(None),
    Option<Outcome>: Some(None),
    Option<HungUpBy>: Some(None),
}

/// RFC 3339, in UTC.
impl Column for Option<DateTime<Utc>> {
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.map(|instant| instant.to_rfc3339_opts(SecondsFormat::AutoSi, true)).serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| text.parse().map_err(D::Error::custom)).transpose()
    }
}

/// Whole seconds.
impl Column for Option<TimeDelta> {
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.map(|length| length.num_seconds()).serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let seconds = Option::<i64>::deserialize(deserializer)?;
        let length = |seconds| TimeDelta::try_seconds(seconds).ok_or_else(|| D::Error::custom("too many seconds"));
        seconds.map(length).transpose()
    }
}

/// One text, with a blank between two.
impl Column for Vec<String> {
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (!self.is_empty()).then(|| self.join(" ")).serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
        Ok(text.split_whitespace().map(str::to_owned).collect())
    }
}

/// Declares a row: field, type, column.
macro_rules! row {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $(
                $(#[$field_meta:meta])*
                pub $field:ident: $type:ty = $column:literal,
            )*
        }
    ) => {
        $(#[$meta])*
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[doc = ""]
                #[doc = concat!("Column: `", $column, "`.")]
                pub $field: $type,
            )*
        }

        impl $name {
            /// The columns, in the order in which they are written. All are always there: `null` where there is no value.
            pub const COLUMNS: &'static [&'static str] = &[$($column),*];
        }

        /// Writes every column; see [`COLUMNS`](Self::COLUMNS).
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct;

                let mut row = serializer.serialize_struct(stringify!($name), Self::COLUMNS.len())?;
                $(row.serialize_field($column, &$crate::summary::column::Cell(&self.$field))?;)*
                row.end()
            }
        }

        /// Reads what was written. A column that is not there has no value, and one that this crate does not know is
        /// passed over, so that another version's rows can be read; only `vendor` and `channel` must be there.
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Row;

                impl<'de> serde::de::Visitor<'de> for Row {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a row of calls")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut row: A) -> Result<$name, A::Error> {
                        use serde::de::{Error, IgnoredAny};
                        use $crate::summary::column::{Cell, Column};

                        $(let mut $field: Option<$type> = None;)*
                        while let Some(column) = row.next_key::<String>()? {
                            match column.as_str() {
                                $($column => $field = Some(row.next_value::<Cell<$type>>()?.0),)*
                                _ => {
                                    row.next_value::<IgnoredAny>()?;
                                }
                            }
                        }
                        Ok($name {
                            $($field: match $field.or_else(<$type as Column>::absent) {
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
