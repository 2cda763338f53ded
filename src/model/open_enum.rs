//! Open enums: values that a vendor writes as texts or as numbers, and may add to.

use std::borrow::Cow;

use serde::ser::{Serialize, Serializer};
use serde_with::SerializeAs;

use super::about::{About, Fit, Forms, View};
use super::codec::{Codec, put};
use super::context::Context;
use super::number::{Auto, read_integer};
use crate::json::{Node, ValueRef, trim};
use crate::report::{Code, JsonType};

/// One of the crate's open enums, such as [`Direction`](crate::tccc::Direction). Written as the vendor writes it, as
/// text or as a number.
#[derive(Debug, Clone, Copy)]
pub enum Word {}

impl<T: Serialize> SerializeAs<Option<T>> for Word {
    fn serialize_as<S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

/// An open enum of texts: what `open_enum!` makes. A text that is not listed is a value, too.
pub trait OpenEnum: Clone + for<'w> From<&'w str> + 'static {
    /// All spellings, each with the number of its variant.
    const SPELLINGS: &'static [(&'static str, u8)];
    const VARIANTS: &'static [Self];
}

/// The value of a text, if it is listed: in any letter case, with or without blanks around it.
pub fn listed<T: OpenEnum>(text: &str) -> Option<T> {
    T::VARIANTS.get(usize::from(position(T::SPELLINGS, trim(text))?)).cloned()
}

/// The number of the variant that a text spells. All open enums share this one search.
fn position(spellings: &[(&str, u8)], word: &str) -> Option<u8> {
    spellings.iter().find(|(spelling, _)| spelling.eq_ignore_ascii_case(word)).map(|(_, at)| *at)
}

/// Reads a value: as listed, in another letter case or with blanks around it, or as unlisted.
#[inline(never)]
pub fn read_word<T: OpenEnum>(value: ValueRef<'_>, slot: &mut Option<T>) -> Fit {
    read_word_of(T::SPELLINGS, value, &mut |word| *slot = Some(T::from(word)))
}

/// Reads the text of a value, and gives it to a function. The same code for all open enums.
fn read_word_of(spellings: &[(&str, u8)], value: ValueRef<'_>, take: &mut dyn FnMut(&str)) -> Fit {
    let Some(text) = word_of(value) else { return Fit::Unreadable };
    let position = position(spellings, trim(&text));
    if position.is_none() && trim(&text).is_empty() {
        return Fit::AbsentAdjusted(Code::WordSpelling);
    }
    take(&text);
    match position {
        None => Fit::Adjusted(Code::UnknownWord),
        // The first spellings are the documented ones, in the order of the variants.
        Some(at) if spellings.get(usize::from(at)).is_some_and(|(spelling, _)| *spelling == text) => Fit::Read,
        Some(_) => Fit::Adjusted(Code::WordSpelling),
    }
}

/// The value of an open enum, as its field would read it.
pub fn word<T: OpenEnum>(value: ValueRef<'_>) -> Option<T> {
    word_of(value).filter(|text| !trim(text).is_empty()).map(|text| T::from(&text))
}

/// Whether a value can be read as one of an open enum.
pub fn is_word(value: ValueRef<'_>) -> bool {
    value.json_type() == JsonType::Number || value.as_str().is_some_and(|text| !trim(text).is_empty())
}

/// The text of a value. A number is the text of its digits.
fn word_of(value: ValueRef<'_>) -> Option<Cow<'_, str>> {
    match value.node() {
        Node::String(text) if !text.is_empty() => Some(text.into()),
        Node::Number(digits) if value.is_huge() => Some(digits.into()),
        // The digits as JSON would write them: a body that is kept has its tag as a number, and is read again by it.
        Node::Unsigned(_) | Node::Signed(_) | Node::Number(_) => {
            serde_json::to_string(&value.to_json()).ok().map(Cow::from)
        }
        _ => None,
    }
}

/// Writes a value. An unlisted one may be anything a sender wrote, so a redacted view hides it.
#[inline(never)]
pub fn write_word<S: Serializer>(word: &str, is_unlisted: bool, view: View, to: S) -> Result<S::Ok, S::Error> {
    if is_unlisted && view == View::Redacted { to.serialize_str("(string)") } else { to.serialize_str(word) }
}

/// A text that must be the first value of an open enum, in any letter case: any other one means that the body is not for
/// the type that is being read. It is kept and written as documented.
pub struct OnlyFirst<W>(W);

impl<W: OpenEnum> Codec<String> for OnlyFirst<W> {
    const ABOUT: About = About::new(W::SPELLINGS[0].0, Forms::STRING);

    fn read(value: ValueRef<'_>, slot: &mut Option<String>, cx: &mut Context) -> Fit {
        let expected = Self::ABOUT.expected;
        // A shortcut for the documented form.
        if value.unescaped_str() == Some(expected) {
            return put(slot, expected.to_owned());
        }
        read_word_of(W::SPELLINGS, value, &mut |text| {
            let is_first = position(W::SPELLINGS, trim(text)) == Some(0);
            if !is_first {
                cx.other_callback(expected, text);
            }
            *slot = Some(if is_first { expected } else { text }.to_owned());
        })
    }

    fn write<S: Serializer>(value: &String, view: View, to: S) -> Result<S::Ok, S::Error> {
        // Reading takes the first value only, but the field is public.
        write_word(value, position(W::SPELLINGS, trim(value)) != Some(0), view, to)
    }
}

/// A listed value that a proxy or a typist may have left with more around it (`cdr;version=1`, `"cdr"`).
pub enum FirstWord {}

impl<T: OpenEnum> Codec<T> for FirstWord
where
    Auto: Codec<T>,
{
    const ABOUT: About = <Auto as Codec<T>>::ABOUT;

    fn read(value: ValueRef<'_>, slot: &mut Option<T>, cx: &mut Context) -> Fit {
        let text = value.as_str().unwrap_or_default();
        // Digits, hyphens and other letters make another word. A dot is part of some words, and ends others.
        let is_part = |char: char| char.is_alphanumeric() || matches!(char, '-' | '_' | '.');
        let mut parts = text.split(|char| !is_part(char)).map(|part| part.trim_matches('.'));
        let first = parts.find(|part| !part.is_empty()).unwrap_or_default();
        let before_dot = first.split('.').next().unwrap_or_default();
        match [first, before_dot].into_iter().find_map(|part| Some((part.len(), listed(part)?))) {
            Some((length, word)) if length < text.len() => {
                put(slot, word);
                Fit::Adjusted(Code::QueryForm)
            }
            _ => Auto::read(value, slot, cx),
        }
    }

    fn write<S: Serializer>(value: &T, view: View, to: S) -> Result<S::Ok, S::Error> {
        Auto::write(value, view, to)
    }
}

/// An open enum of numbers: what `open_codes!` makes.
pub trait OpenCodes: Copy + From<i64> + Into<i64> {
    const EXPECTED: &'static str;

    fn is_unlisted(self) -> bool;
}

impl<T: OpenCodes> Codec<T> for Auto {
    const ABOUT: About = About::new(T::EXPECTED, Forms::NUMBER);

    fn read(value: ValueRef<'_>, slot: &mut Option<T>, _: &mut Context) -> Fit {
        let Some((number, fit)) = read_integer::<i64>(value) else { return Fit::Unreadable };
        let code = T::from(number);
        put(slot, code);
        if code.is_unlisted() { Fit::Adjusted(Code::UnknownWord) } else { fit }
    }

    /// A redacted view hides an unlisted number, as it hides an unlisted text.
    fn write<S: Serializer>(code: &T, view: View, to: S) -> Result<S::Ok, S::Error> {
        let is_hidden = code.is_unlisted() && view == View::Redacted;
        if is_hidden { to.serialize_str("(number)") } else { to.serialize_i64((*code).into()) }
    }
}

/// A number of an open enum that the vendor writes as text (`"5"`).
pub enum CodeText {}

impl<T: OpenCodes> Codec<T> for CodeText {
    const ABOUT: About = About::new(T::EXPECTED, Forms::STRING);

    /// A text that has more than the number's digits (`"05"`) is reported, because it is written without them.
    fn read(value: ValueRef<'_>, slot: &mut Option<T>, cx: &mut Context) -> Fit {
        match Auto::read(value, slot, cx) {
            Fit::Adjusted(code) if code != Code::UnknownWord && value.as_str().is_some() => {
                Fit::Adjusted(Code::WordSpelling)
            }
            fit => fit,
        }
    }

    fn write<S: Serializer>(code: &T, view: View, to: S) -> Result<S::Ok, S::Error> {
        let number: i64 = (*code).into();
        write_word(&number.to_string(), code.is_unlisted(), view, to)
    }
}

/// `Deserialize` and the adapter [`Word`], so that users can have the enum in structs of their own. The adapter is
/// implemented for each enum, because a bound for all of them would show private names.
macro_rules! deserialize_alone {
    ($name:ident) => {
        impl<'de> serde_with::DeserializeAs<'de, Option<$name>> for $crate::model::Word {
            fn deserialize_as<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<$name>, D::Error> {
                $crate::model::read_alone::<$name, $crate::model::Auto, D>(deserializer)
            }
        }

        /// Reads leniently. On its own it has nowhere to keep what it cannot read, so that is an error here.
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::model::read_alone::<$name, $crate::model::Auto, D>(deserializer)?
                    .ok_or_else(|| serde::de::Error::custom(concat!("no value for ", stringify!($name))))
            }
        }
    };
}

/// Declares an open enum of texts: variant, wire text and others that mean the same, English and Chinese label, and
/// perhaps further facts, of a type named after the expectation.
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident: $expected:literal $(, $facts:ty)? {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident = $word:literal $(| $alias:literal)* => $label:literal, $label_zh:literal $(, $fact:expr)?;
            )*
        }
    ) => {
        $(#[$meta])*
        ///
        /// The enum is open: a value that the vendor's documentation does not list is kept in `Other`.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                #[doc = ""]
                #[doc = concat!("On the wire: `", $word, "`.")]
                $variant,
            )*
            /// A value that the vendor's documentation does not list. A later version of this crate may list it, so
            /// compare its text ([`as_str`](Self::as_str)) instead of matching on this.
            Other($crate::Unlisted),
        }

        impl $name {
            /// Every known value, in the documentation's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The text on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::Other(word) => word.as_str(),
                }
            }

            /// A short English label, for screens and reports. An unlisted value is its own label.
            #[inline]
            pub fn label(&self) -> &str {
                match self {
                    $(Self::$variant => $label,)*
                    Self::Other(word) => word.as_str(),
                }
            }

            /// A short Chinese label, the vendor's own if the documentation has one. An unlisted value is its own
            /// label.
            #[inline]
            pub fn label_zh(&self) -> &str {
                match self {
                    $(Self::$variant => $label_zh,)*
                    Self::Other(word) => word.as_str(),
                }
            }

            /// The known value of a text, in any letter case; `None` if the text is not listed, for instance because of
            /// a typo.
            #[inline]
            pub fn listed(word: &str) -> Option<Self> {
                $crate::model::open_enum::listed(word)
            }

            open_enum! { @facts [$($facts)?] $([$variant $($fact)?])* }
        }

        const _: () = {
            use $crate::model::{About, Auto, Codec, Context, Fit, Forms, View, put};
            use $crate::model::open_enum::{OpenEnum, read_word, write_word};
            use $crate::json::ValueRef;

            impl OpenEnum for $name {
                const SPELLINGS: &'static [(&'static str, u8)] = {
                    #[allow(clippy::enum_variant_names, reason = "the list's names")]
                    enum Position { $($variant),* }
                    &[$(($word, Position::$variant as u8),)* $($(($alias, Position::$variant as u8),)*)*]
                };
                const VARIANTS: &'static [Self] = Self::ALL;
            }

            impl Codec<$name> for Auto {
                const ABOUT: About = About::new($expected, Forms::STRING);

                #[inline(always)]
                fn read(value: ValueRef<'_>, slot: &mut Option<$name>, _: &mut Context) -> Fit {
                    let listed = match value.unescaped_str() {
                        $(Some($word) => $name::$variant,)*
                        _ => return read_word(value, slot),
                    };
                    put(slot, listed)
                }

                fn write<S: serde::Serializer>(value: &$name, view: View, to: S) -> Result<S::Ok, S::Error> {
                    write_word(value.as_str(), matches!(value, $name::Other(_)), view, to)
                }
            }

            /// Reads a text as reading a body does: letter case and blanks around it do not matter.
            impl From<&str> for $name {
                #[inline]
                fn from(word: &str) -> Self {
                    Self::listed(word).unwrap_or_else(|| Self::Other($crate::Unlisted::new(word)))
                }
            }
        };

        as_text!($name, from);
        deserialize_alone!($name);
    };
    (@facts [] $($rows:tt)*) => {};
    (@facts [$facts:ty] $([$variant:ident $fact:expr])*) => {
        /// What is documented of the value beside its labels; `None` for an unlisted one.
        pub(crate) const fn facts(&self) -> Option<&'static $facts> {
            match self {
                $(Self::$variant => Some(const { &$fact }),)*
                Self::Other(_) => None,
            }
        }
    };
}

/// Declares an open enum of numbers: variant, number, English and Chinese label, and perhaps further facts; perhaps,
/// after `@beyond:`, a variant for all numbers from one on.
macro_rules! open_codes {
    (
        $(#[$meta:meta])*
        pub enum $name:ident: $expected:literal $(, $facts:ty)? {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident = $code:literal => $label:literal, $label_zh:literal $(, $fact:expr)?;
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
        /// The enum is open: a number that the vendor's documentation does not list is kept in `Other`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                #[doc = ""]
                #[doc = concat!("On the wire: ", stringify!($code), ".")]
                $variant,
            )*
            $(
                $(#[$from_meta])*
                $from($crate::UnlistedCode),
            )?
            /// A number that the vendor's documentation does not list. A later version of this crate may list it, so
            /// compare its [`code`](Self::code) instead of matching on this.
            Other($crate::UnlistedCode),
        }

        impl $name {
            /// Every known number that has a name of its own, in the documentation's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The number on the wire.
            pub const fn code(self) -> i64 {
                match self {
                    $(Self::$variant => $code,)*
                    $(Self::$from(code) => code.code(),)?
                    Self::Other(code) => code.code(),
                }
            }

            /// A short English label, for screens and reports; `Other` for an unlisted number.
            #[inline]
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)*
                    $(Self::$from(_) => $from_label,)?
                    Self::Other(_) => "Other",
                }
            }

            /// A short Chinese label, the vendor's own if the documentation has one; `其他` for an unlisted number.
            #[inline]
            pub const fn label_zh(self) -> &'static str {
                match self {
                    $(Self::$variant => $label_zh,)*
                    $(Self::$from(_) => $from_label_zh,)?
                    Self::Other(_) => "其他",
                }
            }

            /// The known value of a number; `None` if the number is not listed.
            pub const fn listed(code: i64) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)*
                    $($first.. => Some(Self::$from($crate::UnlistedCode::new(code))),)?
                    _ => None,
                }
            }

            open_enum! { @facts [$($facts)?] $([$variant $($fact)?])* }
        }

        impl From<i64> for $name {
            #[inline]
            fn from(code: i64) -> Self {
                Self::listed(code).unwrap_or(Self::Other($crate::UnlistedCode::new(code)))
            }
        }

        impl From<$name> for i64 {
            #[inline]
            fn from(code: $name) -> Self {
                code.code()
            }
        }

        impl $crate::model::open_enum::OpenCodes for $name {
            const EXPECTED: &'static str = $expected;

            fn is_unlisted(self) -> bool {
                matches!(self, Self::Other(_))
            }
        }

        /// The number on the wire.
        impl std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.code().fmt(f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.code())
            }
        }

        deserialize_alone!($name);
    };
}
