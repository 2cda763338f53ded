//! A vendor object as a table.

/// Declares a vendor object as a table: field, type, wire key, and where they matter other documented keys (`=
/// "content" | "Label"`) and the codec (`as UnixSeconds`). A field is an `Option` or a `Vec`, unless it is an identity.
macro_rules! payload {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($fields:tt)* }) => {
        fields! { $(#[$meta])* $vis struct $name { $($fields)* } }
        record!($name);
    };
}

/// Declares the fields of a vendor object. It makes the struct, the key table, one `match` to read a field and one list
/// to write them; everything else is generic. A field after `@beside` is not on the wire.
macro_rules! fields {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $(
                $(#[$field_meta:meta])*
                pub $field:ident: $type:ty = $key:literal $(| $alias:literal)* $(as $codec:ty)?,
            )*
            $(@beside $(#[$beside_meta:meta])* pub $beside:ident: $beside_type:ty,)*
        }
    ) => {
        // The struct.
        $(#[$meta])*
        ///
        /// A field is `None`, and a list empty, if the body has no value for it. `Debug` prints everything, personal
        /// data too; in logs, print [`redacted`](crate::redacted()) of the value instead.
        #[derive(Debug, Clone, PartialEq, Default)]
        #[non_exhaustive]
        $vis struct $name {
            $(
                $(#[$field_meta])*
                pub $field: $type,
            )*
            $($(#[$beside_meta])* pub $beside: $beside_type,)*
            /// Undocumented keys, and values that could not be read as their field's type; see [`Extra`](crate::Extra).
            pub extra: $crate::Extra,
        }

        const _: () = {
            #[allow(unused_imports, reason = "the codecs that a table may name")]
            use $crate::model::codecs::*;
            use $crate::model::{Context, Field, Fit, Object, Record, Writer};
            use $crate::json::ValueRef;

            #[allow(non_camel_case_types, reason = "the fields' names")]
            enum Index { $($field),* }

            // Reading.
            impl Object for $name {
                #[allow(non_upper_case_globals, reason = "the fields' names")]
                fn read_field(&mut self, field: u8, wire_value: ValueRef<'_>, cx: &mut Context) -> Fit {
                    $(const $field: u8 = Index::$field as u8;)*
                    match field {
                        $($field => Field::<fields!(@codec $($codec)?)>::read(&mut self.$field, wire_value, cx),)*
                        _ => Fit::Unreadable,
                    }
                }

                fn extra_mut(&mut self) -> &mut $crate::Extra {
                    &mut self.extra
                }
            }

            // Keys and writing.
            impl Record for $name {
                const KEYS: &'static $crate::model::keys::Keys = keys!(
                    [$($key)*]
                    [$($(($alias, Index::$field as u8)),*)*]
                    [$(<$type as Field<fields!(@codec $($codec)?)>>::SETTLING),*]
                );

                fn write_fields<M: serde::ser::SerializeMap>(&self, to: &mut Writer<'_, M>) {
                    $(Field::<fields!(@codec $($codec)?)>::write(&self.$field, to, Index::$field as u8, $key);)*
                }

                fn extra(&self) -> &$crate::Extra {
                    &self.extra
                }
            }
        };
    };
    (@codec) => { Auto };
    (@codec $codec:ty) => { $codec };
}

/// Makes a payload of a type that is an [`Object`](super::Object) and a [`Record`](super::Record).
macro_rules! record {
    ($name:ident) => {
        const _: () = {
            use $crate::json::ValueRef;
            use $crate::model::{
                About, Auto, Codec, Context, Fit, Forms, Record, Redact, Sealed, View, deserialize, read_item,
                read_nested, read_object, write_object,
            };

            impl Codec<$name> for Auto {
                const ABOUT: About = {
                    // Evaluated for the type of a field or of an item only.
                    assert!(<$name as Record>::KEYS.identities_end == 0, "only a body has identities");
                    About::object(Forms::OBJECT)
                };

                #[inline]
                fn read(value: ValueRef<'_>, slot: &mut Option<$name>, cx: &mut Context) -> Fit {
                    read_nested(value, slot, cx)
                }

                #[inline]
                fn read_item(value: ValueRef<'_>, list: &mut Vec<$name>, cx: &mut Context) -> Fit {
                    read_item(value, list, cx)
                }

                fn write<S: serde::Serializer>(value: &$name, view: View, to: S) -> Result<S::Ok, S::Error> {
                    write_object(value, view, to)
                }
            }

            impl Sealed for $name {
                fn fill(&mut self, root: ValueRef<'_>, cx: &mut Context) {
                    read_object(<$name as Record>::KEYS, self, root, cx);
                }
            }

            impl $crate::Payload for $name {}

            impl Redact for $name {
                fn write_as<S: serde::Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
                    write_object(self, view, to)
                }
            }

            /// Reads leniently; [`from_slice`](crate::from_slice) accepts a little more.
            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserialize(deserializer)
                }
            }

            /// Writes the vendor's form.
            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    write_object(self, View::Whole, serializer)
                }
            }
        };
    };
}
