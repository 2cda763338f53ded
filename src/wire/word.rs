//! The vendors' words and codes as open enums.

use super::scalar::{Codec, Forms, Plain, Read, Scalar, integer};
use super::sink::Sink;
use crate::report::Code;

/// A vendor's word list, open at the end: what `words!` implements.
pub trait Word: AsRef<str> {
    /// All spellings, each with the number of the word that it means; those of the list first, in its order.
    const SPELLINGS: &'static [(&'static str, u8)];

    /// The word of that number.
    fn nth(at: u8) -> Self;
    /// A word that the list lacks.
    fn other(word: String) -> Self;
    /// Whether the list lacks the word.
    fn is_other(&self) -> bool;
}

/// Reads a word: as listed, or but for case and blanks around it, or as one that the list lacks.
pub fn read<W: Word>(scalar: Scalar<'_>) -> Read<'_, W> {
    find(W::SPELLINGS, scalar).map(word)
}

/// The word of a text, in whatever case.
pub fn of_text<W: Word>(text: &str) -> W {
    word(listed(W::SPELLINGS, text).ok_or_else(|| text.to_owned()))
}

fn word<W: Word>(found: Result<u8, String>) -> W {
    found.map_or_else(W::other, W::nth)
}

/// Reads the number of a word, or a word that the list lacks: one search for all lists.
fn find<'a>(spellings: &[(&str, u8)], scalar: Scalar<'a>) -> Read<'a, Result<u8, String>> {
    let text = match scalar {
        Scalar::Text(text) => text,
        other => match <Plain as Codec<String>>::scalar(other) {
            Read::Is(text) | Read::Bent(text, _) => text.into(),
            Read::Absent => return Read::Absent,
            Read::Not(scalar) => return Read::Not(scalar),
        },
    };
    match listed(spellings, text.trim()) {
        None => Read::Bent(Err(text.into_owned()), Code::UnknownWord),
        Some(at) if spellings[usize::from(at)].0 == text => Read::Is(Ok(at)),
        Some(at) => Read::Bent(Ok(at), Code::WordSpelling),
    }
}

/// The number of a word.
fn listed(spellings: &[(&str, u8)], word: &str) -> Option<u8> {
    spellings.iter().find(|(spelling, _)| spelling.eq_ignore_ascii_case(word)).map(|(_, at)| *at)
}

/// A vendor's list of numbers with a meaning, open at the end: what `codes!` implements.
pub trait Coded {
    /// What belongs there.
    const EXPECTED: &'static str;
    /// The value of a number.
    fn of(code: i64) -> Self;
    /// The number of the value.
    fn number(&self) -> i64;
    /// Whether the list lacks the number.
    fn is_unlisted(&self) -> bool;
}

/// Reads a code from a number or the same as text.
pub fn read_code<T: Coded>(scalar: Scalar<'_>) -> Read<'_, T> {
    match integer(&scalar).and_then(|number| i64::try_from(number).ok()).map(T::of) {
        None => Read::Not(scalar),
        Some(code) if code.is_unlisted() => Read::Bent(code, Code::UnknownWord),
        Some(code) => Read::Is(code),
    }
}

/// A code that the vendor writes as text (`"5"`).
#[derive(Debug)]
pub enum CodeText {}

impl<T: Coded> Codec<T> for CodeText {
    const EXPECTED: &'static str = T::EXPECTED;
    const FORMS: Forms = Forms::TEXT;

    /// Text that has more than the number's digits (`"05"`) is told, for it is written without.
    fn scalar(scalar: Scalar<'_>) -> Read<'_, T> {
        let text = if let Scalar::Text(text) = &scalar { Some(text.to_string()) } else { None };
        match (read_code::<T>(scalar), text) {
            (Read::Is(code), Some(text)) if text != code.number().to_string() => Read::Bent(code, Code::WordSpelling),
            (read, _) => read,
        }
    }

    fn write<W: Sink>(value: &T, key: &str, to: &mut W) {
        to.put(key, value.number().to_string().as_str());
    }
}

/// Declares a vendor's word list: variant, wire word (and others that mean the same), English and Chinese label.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident: $expected:literal {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident = $word:literal $(| $alias:literal)* => $label:literal, $label_zh:literal;
            )*
        }
    ) => {
        $(#[$meta])*
        ///
        /// The list is open: a word that it lacks is kept in `Other`. Equality, order and hash go by the vendor's word,
        /// so that a word kept by an older version of this crate equals the variant that a newer one has for it.
        #[derive(Debug, Clone, strum::AsRefStr, strum::Display, strum::EnumMessage)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                #[strum(to_string = $word, message = $label, detailed_message = $label_zh)]
                #[doc = ""]
                #[doc = concat!("On the wire: `", $word, "`.")]
                $variant,
            )*
            /// A word that the vendor's page does not list, as it came.
            #[strum(transparent)]
            Other(String),
        }

        impl $name {
            /// Every word of the vendor's list, in its order; `Other` is none of them.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),*];

            /// The vendor's word.
            pub fn as_str(&self) -> &str {
                self.as_ref()
            }

            /// A short English label, for screens and reports. An unlisted word is its own label.
            #[inline]
            pub fn label(&self) -> &str {
                strum::EnumMessage::get_message(self).unwrap_or(self.as_str())
            }

            /// A short Chinese label, the vendor's own where the page has one. An unlisted word is its own label.
            #[inline]
            pub fn label_zh(&self) -> &str {
                strum::EnumMessage::get_detailed_message(self).unwrap_or(self.as_str())
            }
        }

        impl $crate::wire::word::Word for $name {
            const SPELLINGS: &'static [(&'static str, u8)] = {
                #[allow(clippy::enum_variant_names, reason = "the list's names")]
                enum At { $($variant),* }
                &[$(($word, At::$variant as u8),)* $($(($alias, At::$variant as u8),)*)*]
            };

            fn nth(at: u8) -> Self {
                Self::KNOWN[usize::from(at)].clone()
            }

            fn other(word: String) -> Self {
                Self::Other(word)
            }

            fn is_other(&self) -> bool {
                matches!(self, Self::Other(_))
            }
        }

        impl $crate::wire::scalar::Codec<$name> for $crate::wire::scalar::Plain {
            const EXPECTED: &'static str = $expected;
            const FORMS: $crate::wire::scalar::Forms = $crate::wire::scalar::Forms::TEXT;

            fn scalar(scalar: $crate::wire::scalar::Scalar<'_>) -> $crate::wire::scalar::Read<'_, $name> {
                $crate::wire::word::read(scalar)
            }

            #[inline]
            fn documented_text(text: &str) -> Option<$name> {
                match text {
                    $($word => Some($name::$variant),)*
                    _ => None,
                }
            }

            fn write<W: $crate::wire::sink::Sink>(value: &$name, key: &str, to: &mut W) {
                to.put(key, value.as_str());
            }
        }

        impl PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl Eq for $name {}

        impl PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.as_str().cmp(other.as_str())
            }
        }

        impl std::hash::Hash for $name {
            #[inline]
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }

        impl PartialEq<str> for $name {
            #[inline]
            fn eq(&self, word: &str) -> bool {
                self.as_str() == word
            }
        }

        impl PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, word: &&str) -> bool {
                self.as_str() == *word
            }
        }

        /// Upper and lower case do not matter.
        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                $crate::wire::word::of_text(word)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            #[inline]
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Ok(word.into())
            }
        }

        impl From<String> for $name {
            #[inline]
            fn from(word: String) -> Self {
                Self::from(word.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        $crate::wire::shape::deserialize_alone!($name);
    };
}

/// Declares a vendor's list of numbers: variant, number, English and Chinese label; perhaps, after `@beyond:`, a
/// variant for all numbers from one on.
macro_rules! codes {
    (
        $(#[$meta:meta])*
        pub enum $name:ident: $expected:literal {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident = $code:literal => $label:literal, $label_zh:literal;
            )*
            $(
                @beyond:
                $(#[$from_meta:meta])*
                $from:ident($first:literal..) => $from_label:literal, $from_label_zh:literal;
            )?
        }
    ) => {
        $(#[$meta])*
        ///
        /// The list is open: a number that it lacks is kept in `Other`. Equality, order and hash go by the number.
        #[derive(Debug, Clone, Copy)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                $variant,
            )*
            $(
                $(#[$from_meta])*
                $from(i64),
            )?
            /// A number that the vendor's page does not list, as it came.
            Other(i64),
        }

        impl $name {
            /// Every number of the vendor's list that has a name of its own, in its order.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),*];

            /// The vendor's number.
            pub const fn code(self) -> i64 {
                match self {
                    $(Self::$variant => $code,)*
                    $(Self::$from(code) => code,)?
                    Self::Other(code) => code,
                }
            }

            /// A short English label, for screens and reports.
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)*
                    $(Self::$from(_) => $from_label,)?
                    Self::Other(_) => "Other",
                }
            }

            /// A short Chinese label, the vendor's own where the page has one.
            pub const fn label_zh(self) -> &'static str {
                match self {
                    $(Self::$variant => $label_zh,)*
                    $(Self::$from(_) => $from_label_zh,)?
                    Self::Other(_) => "其他",
                }
            }
        }

        impl From<i64> for $name {
            fn from(code: i64) -> Self {
                match code {
                    $($code => Self::$variant,)*
                    $($first.. => Self::$from(code),)?
                    _ => Self::Other(code),
                }
            }
        }

        impl From<$name> for i64 {
            fn from(code: $name) -> Self {
                code.code()
            }
        }

        impl $crate::wire::word::Coded for $name {
            const EXPECTED: &'static str = $expected;

            fn of(code: i64) -> Self {
                Self::from(code)
            }

            fn number(&self) -> i64 {
                self.code()
            }

            fn is_unlisted(&self) -> bool {
                matches!(self, Self::Other(_))
            }
        }

        impl $crate::wire::scalar::Codec<$name> for $crate::wire::scalar::Plain {
            const EXPECTED: &'static str = $expected;
            const FORMS: $crate::wire::scalar::Forms = $crate::wire::scalar::Forms::NUMBER;

            fn scalar(scalar: $crate::wire::scalar::Scalar<'_>) -> $crate::wire::scalar::Read<'_, $name> {
                $crate::wire::word::read_code(scalar)
            }

            #[inline]
            fn documented_number(number: u64) -> Option<$name> {
                let code = $name::from(i64::try_from(number).ok()?);
                (!$crate::wire::word::Coded::is_unlisted(&code)).then_some(code)
            }

            fn write<W: $crate::wire::sink::Sink>(value: &$name, key: &str, to: &mut W) {
                to.put(key, &value.code());
            }
        }

        /// The vendor's number.
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.code().fmt(f)
            }
        }

        impl PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.code() == other.code()
            }
        }

        impl Eq for $name {}

        impl PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.code().cmp(&other.code())
            }
        }

        impl std::hash::Hash for $name {
            #[inline]
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.code().hash(state);
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.code())
            }
        }

        $crate::wire::shape::deserialize_alone!($name);
    };
}
