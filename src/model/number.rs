//! Integers, floats and flags.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::about::{About, Fit, Forms, View};
use super::codec::{Codec, put, put_some};
use super::context::Context;
use crate::json::{Node, ValueRef, billionths, is_huge, nearest_double, trim, whole_digits};
use crate::report::Code;

/// The codec that a type has by itself: integers, floats, flags, open enums and payloads.
pub enum Auto {}

/// The integer that a value stands for, in any form. The same code for all types.
#[inline(never)]
fn integer(value: ValueRef<'_>) -> Option<(i128, Fit)> {
    // A shortcut for most: dividing 128 bits is slow.
    if let Some(number) = value.as_u64() {
        return Some((number.into(), Fit::Read));
    }
    // With a limit of 0, no number is rounded to a double.
    let (nanos, has_more_digits) = nanos(value, 0)?;
    (nanos % NANOS == 0).then(|| (nanos / NANOS, fit_of_number(value, true, has_more_digits)))
}

/// What became of a value that was read: whether there were blanks around it, if it is a text.
pub fn fit_with_blanks(value: ValueRef<'_>) -> Fit {
    match value.as_str() {
        Some(text) if trim(text).len() < text.len() => Fit::Adjusted(Code::SurroundingBlanks),
        _ => Fit::Read,
    }
}

/// What became of a number that was read. `0200`, `+200` and `200.0` are reported also where text is documented, and a
/// whole number with a point or an exponent where a number is.
#[inline(never)]
pub fn fit_of_number(value: ValueRef<'_>, is_whole: bool, has_more_digits: bool) -> Fit {
    match value.node() {
        _ if has_more_digits => Fit::Adjusted(Code::CoercedType),
        Node::Number(_) if is_whole => Fit::Adjusted(Code::CoercedType),
        Node::String(text) if trim(text).starts_with('+') => Fit::Adjusted(Code::CoercedType),
        _ => fit_with_blanks(value),
    }
}

/// Reads an integer of a type.
pub fn read_integer<T: TryFrom<i128>>(value: ValueRef<'_>) -> Option<(T, Fit)> {
    let (number, fit) = integer(value)?;
    Some((number.try_into().ok()?, fit))
}

/// The codec of an integer type.
macro_rules! integers {
    ($($type:ident)*) => {$(
        impl Codec<$type> for Auto {
            const ABOUT: About = About::new("integer", Forms::NUMBER);

            #[inline(always)]
            fn read(value: ValueRef<'_>, slot: &mut Option<$type>, _: &mut Context) -> Fit {
                if let Some(number) = value.as_u64().and_then(|number| number.try_into().ok()) {
                    return put(slot, number);
                }
                put_some(slot, read_integer(value))
            }

            fn write<S: Serializer>(value: &$type, _: View, to: S) -> Result<S::Ok, S::Error> {
                value.serialize(to)
            }
        }
    )*};
}

integers! { u16 u32 u64 i32 i64 }

/// An integer of which 0 is a way to write "no value".
pub enum NonZero {}

impl<T> Codec<T> for NonZero
where
    Auto: Codec<T>,
{
    const ABOUT: About = <Auto as Codec<T>>::ABOUT;

    #[inline(always)]
    fn read(value: ValueRef<'_>, slot: &mut Option<T>, cx: &mut Context) -> Fit {
        match integer(value) {
            Some((0, Fit::Adjusted(code))) => Fit::AbsentAdjusted(code),
            Some((0, _)) => Fit::Absent,
            _ => Auto::read(value, slot, cx),
        }
    }

    fn write<S: Serializer>(value: &T, view: View, to: S) -> Result<S::Ok, S::Error> {
        Auto::write(value, view, to)
    }
}

/// Degrees of latitude or longitude: they say where a person is.
pub enum Coordinate {}

impl Codec<f64> for Coordinate {
    const ABOUT: About = About::new("number", Forms::NUMBER);

    fn read(value: ValueRef<'_>, slot: &mut Option<f64>, _: &mut Context) -> Fit {
        let digits = match value.node() {
            Node::Number(text) | Node::String(text) => Cow::from(trim(text)),
            Node::Unsigned(_) | Node::Signed(_) => value.to_json_text().into(),
            _ => return Fit::Unreadable,
        };
        // A double that says less than the digits is another number.
        let number = nearest_double(&digits).filter(|_| !is_huge(&digits));
        put_some(slot, number.map(|number| (number, Fit::Read)))
    }

    fn write<S: Serializer>(value: &f64, view: View, to: S) -> Result<S::Ok, S::Error> {
        match view {
            View::Whole => to.serialize_f64(*value),
            View::Redacted => to.serialize_str("***"),
        }
    }
}

impl Codec<bool> for Auto {
    const ABOUT: About = About::new("boolean", Forms::BOOLEAN);

    /// `true` and `false`, 1 and 0, and either as text.
    fn read(value: ValueRef<'_>, slot: &mut Option<bool>, _: &mut Context) -> Fit {
        let flag = match value.node() {
            Node::Bool(flag) => Some((flag, Fit::Read)),
            Node::String(text) if trim(text).eq_ignore_ascii_case("true") => Some((true, Fit::Read)),
            Node::String(text) if trim(text).eq_ignore_ascii_case("false") => Some((false, Fit::Read)),
            _ => integer(value).filter(|(number, _)| matches!(number, 0 | 1)).map(|(number, fit)| (number == 1, fit)),
        };
        put_some(slot, flag)
    }

    fn write<S: Serializer>(value: &bool, _: View, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bool(*value)
    }
}

/// A flag that the vendor writes as 0 or 1.
pub enum ZeroOrOne {}

impl Codec<bool> for ZeroOrOne {
    const ABOUT: About = About::new("0 or 1", Forms::NUMBER);

    fn read(value: ValueRef<'_>, slot: &mut Option<bool>, cx: &mut Context) -> Fit {
        Auto::read(value, slot, cx)
    }

    fn write<S: Serializer>(value: &bool, _: View, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u8((*value).into())
    }
}

/// Billionths in one.
pub const NANOS: i128 = 1_000_000_000;

/// A decimal number in billionths: `15`, `-15.5`, `+1.5`, with at most nine digits after the point; and whether it has
/// more than it needs: `015`, `15.0`, `15.`, `-0`.
pub fn decimal(text: &str) -> Option<(i128, bool)> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let fraction = if fraction.is_empty() { "0" } else { fraction };
    // `parse` takes a plus, but one after the sign or the point is none.
    let number = |digits: &str| digits.parse::<u64>().ok().filter(|_| !digits.starts_with('+'));
    let places = u32::try_from(fraction.len()).ok().filter(|places| *places <= 9)?;
    let nanos = i128::from(number(whole)?) * NANOS + i128::from(number(fraction)? * 10_u64.pow(9 - places));
    let is_negative = text.starts_with('-');
    let has_zeros = whole.starts_with('0') && whole != "0" || whole.len() < unsigned.len() && fraction.ends_with('0');
    Some((if is_negative { -nanos } else { nanos }, has_zeros || is_negative && nanos == 0))
}

/// A value in billionths, and whether it came with more digits than that needs.
///
/// Up to `limit`, a double is precise to the microsecond. Further digits are noise, and so are digits beyond
/// billionths.
#[inline(never)]
pub fn nanos(value: ValueRef<'_>, limit: i64) -> Option<(i128, bool)> {
    match value.node() {
        Node::Unsigned(number) => Some((i128::from(number) * NANOS, false)),
        Node::Signed(number) => Some((i128::from(number) * NANOS, false)),
        Node::Number(digits) => {
            let whole = || whole_digits(digits)?.parse::<i128>().ok()?.checked_mul(NANOS);
            let exact = || billionths(digits).filter(|nanos| nanos.abs() < i128::from(limit) * NANOS);
            if let Some(nanos) = whole().or_else(exact) {
                return Some((nanos, false));
            }
            let double = nearest_double(digits).filter(|double| double.abs() < limit as f64)?;
            let nanos = double.trunc() as i128 * NANOS + (double.fract() * 1e6).round() as i128 * 1000;
            // Zero itself is whole; what only rounds to it is another number.
            (nanos != 0).then_some((nanos, true))
        }
        Node::String(text) => decimal(trim(text)),
        _ => None,
    }
}

/// `.25` for 250,000,000 billionths, nothing for none.
pub fn push_fraction(text: &mut String, nanos: u32) {
    if nanos > 0 {
        text.push_str(format!(".{nanos:09}").trim_end_matches('0'));
    }
}
