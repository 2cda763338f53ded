//! This crate's own words.

/// Declares a closed list of words: variant, text form, English and Chinese label.
macro_rules! terms {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident = $word:literal => $label:literal, $label_zh:literal;
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumString)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                #[strum(serialize = $word)]
                #[doc = concat!(" Text form: `", $word, "`.")]
                $variant,
            )*
        }

        impl $name {
            /// All of them, in the order of this list.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),*];

            /// The text form, which does not change between versions of this crate.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// A short English label, for screens and reports.
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)*
                }
            }

            /// A short Chinese label.
            pub const fn label_zh(self) -> &'static str {
                match self {
                    $(Self::$variant => $label_zh,)*
                }
            }
        }

        /// The text form.
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        /// The text form.
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        /// From the text form; any other text is an error.
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                text.parse().map_err(|_| serde::de::Error::unknown_variant(&text, &[$($word),*]))
            }
        }
    };
}
