//! How the crate's own enums are declared.

/// Declares a closed enum of this crate's own: variant, text form, English and Chinese label.
macro_rules! closed_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident = $text:literal => $label:literal, $label_zh:literal;
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                #[doc = ""]
                #[doc = concat!("Text form: `", $text, "`.")]
                $variant,
            )*
        }

        impl $name {
            /// Every value, in the order of this list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The text form. It stays the same between versions of this crate.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }

            /// A short English label, for screens and reports.
            #[inline]
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)*
                }
            }

            /// A short Chinese label.
            #[inline]
            pub const fn label_zh(self) -> &'static str {
                match self {
                    $(Self::$variant => $label_zh,)*
                }
            }

            /// The value with this text form; `None` if no value has it.
            #[inline]
            pub fn listed(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text)
            }
        }

        as_text!($name);

        /// Reads the text form. Any other text is an error, which lists all values.
        impl std::str::FromStr for $name {
            type Err = serde::de::value::Error;

            #[inline]
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let expected = concat!("expected one of:" $(, " ", $text)*);
                Self::listed(text).ok_or_else(|| serde::de::Error::custom(expected))
            }
        }

        /// Reads the text form. Any other text is an error.
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
