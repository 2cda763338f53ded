//! Texts: how leniently each kind of text is read, and how personal it is.

use std::borrow::Cow;

use serde::Serializer;

use super::about::{About, Fit, Forms, View};
use super::codec::{Codec, put};
use super::context::Context;
use super::number::fit_with_blanks;
use crate::json::{Node, ValueRef, trim, whole_digits};
use crate::mask::{Mask, mask};
use crate::report::Code;

/// A text of the kind of that number in [`KINDS`].
pub enum Text<const KIND: usize> {}

/// The properties of a kind of text.
struct Kind {
    /// Whether it identifies something: then blanks around it are dropped, and a number is read as its digits.
    is_identifier: bool,
    /// Whether it carries JSON: then an array or object is read as its text.
    is_json: bool,
    mask: Mask,
}

const fn kind(is_identifier: bool, mask: Mask) -> Kind {
    Kind { is_identifier, is_json: false, mask }
}

/// Declares the kinds, each with its index in the list.
macro_rules! kinds {
    ($($(#[$meta:meta])* $name:ident = $index:literal, $kind:expr;)*) => {
        $($(#[$meta])* pub type $name = Text<$index>;)*
        static KINDS: [Kind; 10] = [$($kind),*];
    };
}

kinds! {
    /// The id of a call, an event, a recording.
    Id = 0, kind(true, Mask::Nothing);
    /// A phone number.
    Phone = 1, kind(true, Mask::PhoneNumber);
    /// What an agent or customer is known by: an e-mail address, a user id.
    Account = 2, kind(true, Mask::Account);
    /// The name of a person.
    PersonName = 3, kind(false, Mask::PersonName);
    /// Where a person is.
    Location = 4, kind(false, Mask::All);
    /// What a person wrote or said.
    FreeText = 5, kind(false, Mask::All);
    /// A URL.
    Link = 6, kind(false, Mask::Link);
    /// An IP address.
    Address = 7, kind(false, Mask::All);
    /// Text that is documented to carry JSON.
    JsonText = 8, Kind { is_identifier: false, is_json: true, mask: Mask::All };
    /// Text that is not personal.
    Plain = 9, kind(false, Mask::Nothing);
}

impl<const KIND: usize> Codec<String> for Text<KIND> {
    const ABOUT: About = About::new("text", Forms::STRING);

    #[inline(always)]
    fn read(value: ValueRef<'_>, slot: &mut Option<String>, cx: &mut Context) -> Fit {
        read(value, slot, &KINDS[KIND], cx)
    }

    #[inline]
    fn write<S: Serializer>(value: &String, view: View, to: S) -> Result<S::Ok, S::Error> {
        match view {
            View::Whole => to.serialize_str(value),
            View::Redacted => to.serialize_str(&mask(KINDS[KIND].mask, value)),
        }
    }

    #[inline(always)]
    fn text(value: &String) -> Option<(&str, Mask)> {
        Some((value, KINDS[KIND].mask))
    }
}

/// The same code for all kinds, because a copy for each would push other code out of the instruction cache.
#[inline(never)]
fn read(value: ValueRef<'_>, slot: &mut Option<String>, kind: &Kind, cx: &mut Context) -> Fit {
    match value.unescaped_str() {
        Some(text) if !(text.is_empty() || kind.is_identifier && trim(text).len() < text.len()) => {
            put(slot, text.to_owned())
        }
        _ => read_other(value, slot, kind, cx),
    }
}

/// Reads the text of a value that is not a plain string.
#[cold]
#[inline(never)]
fn read_other(value: ValueRef<'_>, slot: &mut Option<String>, kind: &Kind, cx: &Context) -> Fit {
    let (text, fit) = match value.node() {
        Node::String("") => return Fit::Absent,
        Node::String(text) if !kind.is_identifier => (Cow::from(text), Fit::Read),
        Node::String(text) => match trim(text) {
            "" => return Fit::AbsentAdjusted(Code::SurroundingBlanks),
            trimmed => (trimmed.into(), fit_with_blanks(value)),
        },
        Node::Unsigned(number) => (number.to_string().into(), Fit::Read),
        Node::Signed(number) => (number.to_string().into(), Fit::Read),
        Node::Number(digits) => {
            let text = if kind.is_identifier { whole_digits(digits).map(Cow::from) } else { Some(digits.into()) };
            match text {
                None => return Fit::Unreadable,
                Some(text) if cx.is_reporting && value.is_huge() => (text, Fit::Adjusted(Code::HugeNumber)),
                Some(text) if text != digits => (text, Fit::Adjusted(Code::CoercedType)),
                Some(text) => (text, Fit::Read),
            }
        }
        Node::Array(..) | Node::Object(..) if kind.is_json && !value.is_absent() => {
            (value.to_json_text().into(), Fit::Read)
        }
        _ => return Fit::Unreadable,
    };
    put(slot, text.into_owned());
    fit
}

/// Text where table and sample differ, one with a number: either is documented, and the number is written.
pub struct OrNumber<C>(C);

impl<const KIND: usize> Codec<String> for OrNumber<Text<KIND>> {
    const ABOUT: About = About { forms: Forms::STRING.or(Forms::NUMBER), ..Text::<KIND>::ABOUT };

    fn read(value: ValueRef<'_>, slot: &mut Option<String>, cx: &mut Context) -> Fit {
        Text::<KIND>::read(value, slot, cx)
    }

    /// As a number where that says the same: without sign or leading zero, short enough for every JSON reader.
    fn write<S: Serializer>(value: &String, view: View, to: S) -> Result<S::Ok, S::Error> {
        const SAFE_DIGITS: usize = 15;
        match value.parse::<u64>() {
            Ok(number) if value.len() <= SAFE_DIGITS && number.to_string() == *value && view == View::Whole => {
                to.serialize_u64(number)
            }
            _ => Text::<KIND>::write(value, view, to),
        }
    }
}

/// What the codec reads, where a text is documented too, because table and sample differ. The codec's own form is
/// written.
pub struct OrText<C>(C);

impl<T, C: Codec<T>> Codec<T> for OrText<C> {
    const ABOUT: About = About { forms: Forms::STRING.or(C::ABOUT.forms), alone: Forms::STRING, ..C::ABOUT };

    #[inline(always)]
    fn read(value: ValueRef<'_>, slot: &mut Option<T>, cx: &mut Context) -> Fit {
        C::read(value, slot, cx)
    }

    fn write<S: Serializer>(value: &T, view: View, to: S) -> Result<S::Ok, S::Error> {
        C::write(value, view, to)
    }
}
