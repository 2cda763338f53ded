//! Texts, integers, floats and flags out of any JSON scalar.

use std::borrow::Cow;

use serde_json::{Number, Value};

use super::node::{Node, ReadNode};
use super::notes::Notes;
use super::shape::Target;
use super::sink::Sink;
use super::source::{Nested, Source, Stop};
use crate::report::{Code, JsonType};

/// A JSON scalar as it came.
#[derive(Debug, Clone)]
pub enum Scalar<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Uint(u64),
    Float(f64),
    /// A number with all its digits, as serde_json gives floats and huge integers under `arbitrary_precision`.
    Digits(String),
    Text(Cow<'a, str>),
}

/// Whether serde_json reads a float back as itself once it is written. Its reader (unless somebody switches on
/// `float_roundtrip`) may be out by a last bit where there are more than fifteen digits, or a large exponent.
fn is_stable(float: f64) -> bool {
    // The common ones have so few digits that nothing can go wrong.
    float.abs() < 1e8 && (float * 1e6).fract() == 0.0 || reread(float) == Some(float)
}

/// A float as JSON writes it.
fn float_text(float: f64) -> String {
    Number::from_f64(float).map_or_else(|| "null".to_owned(), |number| number.to_string())
}

fn reread(float: f64) -> Option<f64> {
    serde_json::from_str(&float_text(float)).ok()
}

/// A float as a JSON value that stays itself when it is written and read: the float, or the nearest that does, which is
/// a few last bits off (the reader was no more exact than that).
fn stable_value(float: f64) -> Value {
    const BITS_OFF: u64 = 64;
    let near = (0..BITS_OFF).flat_map(|off| {
        let bits = float.to_bits();
        [f64::from_bits(bits.wrapping_add(off)), f64::from_bits(bits.wrapping_sub(off))]
    });
    near.into_iter().find(|near| near.is_finite() && is_stable(*near)).unwrap_or(float).into()
}

impl Scalar<'_> {
    /// A number as plainly as it can be had.
    pub fn number(number: Number) -> Scalar<'static> {
        if let Some(uint) = number.as_u64() {
            Scalar::Uint(uint)
        } else if let Some(int) = number.as_i64() {
            Scalar::Int(int)
        } else {
            let digits = number.to_string();
            match digits.parse::<f64>() {
                Ok(float) if digits.contains(['e', 'E']) && float.abs() < EXACT => Scalar::Float(float),
                _ => Scalar::Digits(digits),
            }
        }
    }

    /// Null and `""`, which mean "no value" for every type.
    pub fn is_absent(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.is_empty(),
            _ => false,
        }
    }

    pub fn json_type(&self) -> JsonType {
        match self {
            Self::Null => JsonType::Null,
            Self::Bool(_) => JsonType::Boolean,
            Self::Int(_) | Self::Uint(_) | Self::Float(_) | Self::Digits(_) => JsonType::Number,
            Self::Text(_) => JsonType::String,
        }
    }

    /// As JSON writes it.
    pub fn shown(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(flag) => flag.to_string(),
            Self::Int(number) => number.to_string(),
            Self::Uint(number) => number.to_string(),
            Self::Float(number) => float_text(*number),
            Self::Digits(digits) => digits.clone(),
            Self::Text(text) => serde_json::to_string(text).unwrap_or_default(),
        }
    }

    pub fn into_value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(flag) => flag.into(),
            Self::Int(number) => number.into(),
            Self::Uint(number) => number.into(),
            Self::Float(number) => stable_value(number),
            Self::Digits(digits) => digits.parse::<Number>().map_or(Value::String(digits), Value::Number),
            Self::Text(text) => Value::String(text.into_owned()),
        }
    }

    pub fn into_owned(self) -> Scalar<'static> {
        match self {
            Self::Null => Scalar::Null,
            Self::Bool(flag) => Scalar::Bool(flag),
            Self::Int(number) => Scalar::Int(number),
            Self::Uint(number) => Scalar::Uint(number),
            Self::Float(number) => Scalar::Float(number),
            Self::Digits(digits) => Scalar::Digits(digits),
            Self::Text(text) => Scalar::Text(text.into_owned().into()),
        }
    }
}

/// What a scalar is to a type.
#[derive(Debug)]
pub enum Read<'a, T> {
    /// The value.
    Is(T),
    /// The value, in a form that the page does not have.
    Bent(T, Code),
    /// One of the type's ways to write "no value".
    Absent,
    /// Nothing that the type can read: here it is again.
    Not(Scalar<'a>),
}

impl<'a, T> Read<'a, T> {
    /// The same of what is made of the value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Read<'a, U> {
        match self {
            Self::Is(value) => Read::Is(make(value)),
            Self::Bent(value, code) => Read::Bent(make(value), code),
            Self::Absent => Read::Absent,
            Self::Not(scalar) => Read::Not(scalar),
        }
    }
}

/// The JSON types that a page or its sample uses for a field. Any other is read too, and told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forms(u8);

impl Forms {
    pub const TEXT: Self = Self(1);
    pub const NUMBER: Self = Self(2);
    pub const FLAG: Self = Self(4);
    pub const OBJECT: Self = Self(8);
    pub const NONE: Self = Self(0);

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a value of this type is as documented. Null is, everywhere.
    pub const fn has(self, found: JsonType) -> bool {
        let form = match found {
            JsonType::Null => return true,
            JsonType::String => Self::TEXT,
            JsonType::Number => Self::NUMBER,
            JsonType::Boolean => Self::FLAG,
            JsonType::Object => Self::OBJECT,
            JsonType::Array => return false,
        };
        self.0 & form.0 != 0
    }
}

/// How values of a type are read from the wire and written to it.
pub trait Codec<T> {
    /// What belongs there, in words.
    const EXPECTED: &'static str;
    /// The JSON types that the documents use.
    const FORMS: Forms;
    /// The JSON types that the documents use for a single value where a list belongs.
    const ALONE: Forms = Forms::NONE;
    /// Whether [`object`](Self::object) reads objects.
    const OBJECT: bool = false;
    /// Whether 0 is a way to write "no value".
    const ZERO_IS_ABSENT: bool = false;

    /// Reads a scalar, which is neither null nor `""`.
    fn scalar(scalar: Scalar<'_>) -> Read<'_, T> {
        Read::Not(scalar)
    }

    /// The short way of a text that is just as documented; [`scalar`](Self::scalar) would say the same, with nothing
    /// to tell.
    #[inline]
    fn documented_text(text: &str) -> Option<T> {
        let _ = text;
        None
    }

    /// The short way of a number that is just as documented.
    #[inline]
    fn documented_number(number: u64) -> Option<T> {
        let _ = number;
        None
    }

    /// Reads an object into the target, or gives it back.
    fn object<'de, N: Notes>(
        target: &mut impl Target<T>,
        from: &mut Source<'_, 'de>,
        notes: &mut N,
    ) -> Result<Option<Node<'de>>, Stop> {
        let _ = target;
        give_back(from, notes)
    }

    /// What was found, if the value says that the whole body is of another kind than the one that is being read.
    fn foreign(value: &T) -> Option<String> {
        let _ = value;
        None
    }

    /// Writes a value in the documents' form.
    fn write<W: Sink>(value: &T, key: &str, to: &mut W);
}

/// An object where none is read.
#[cold]
#[inline(never)]
fn give_back<'de, N: Notes>(from: &mut Source<'_, 'de>, notes: &N) -> Result<Option<Node<'de>>, Stop> {
    ReadNode::here(notes).nested(Nested::Object(from)).map(Some)
}

/// The codec that a type has by itself.
#[derive(Debug)]
pub enum Plain {}

impl Codec<String> for Plain {
    const EXPECTED: &'static str = "text";
    const FORMS: Forms = Forms::TEXT;

    /// Numbers and flags as JSON writes them; a float only while it has all the digits that the body had.
    fn scalar(scalar: Scalar<'_>) -> Read<'_, String> {
        match scalar {
            Scalar::Text(text) => Read::Is(text.into_owned()),
            Scalar::Int(number) => Read::Is(number.to_string()),
            Scalar::Uint(number) => Read::Is(number.to_string()),
            Scalar::Float(number) if number.abs() < EXACT => Read::Is(float_text(number)),
            Scalar::Digits(digits) => Read::Is(digits),
            Scalar::Bool(flag) => Read::Is(flag.to_string()),
            other => Read::Not(other),
        }
    }

    #[inline]
    fn documented_text(text: &str) -> Option<String> {
        (!text.is_empty()).then(|| text.to_owned())
    }

    #[inline(always)]
    fn write<W: Sink>(value: &String, key: &str, to: &mut W) {
        to.put(key, value.as_str());
    }
}

/// Text where the page says text and its sample has a bare number: either is as documented, and the sample's is written.
#[derive(Debug)]
pub enum TextOrNumber {}

impl Codec<String> for TextOrNumber {
    const EXPECTED: &'static str = "text";
    const FORMS: Forms = Forms::TEXT.or(Forms::NUMBER);

    fn scalar(scalar: Scalar<'_>) -> Read<'_, String> {
        <Plain as Codec<String>>::scalar(scalar)
    }

    /// A number where it says the same: no sign, no leading zero, few enough digits for every JSON reader.
    fn write<W: Sink>(value: &String, key: &str, to: &mut W) {
        match value.parse::<u64>() {
            Ok(number) if value.len() <= 15 && number.to_string() == *value => to.put(key, &number),
            _ => to.put(key, value.as_str()),
        }
    }
}

/// A text of which only one is allowed.
pub trait OnlyText {
    const ONLY: &'static str;
}

/// That text, but for case and blanks around it. With any other, the body is not for the type that is being read.
#[derive(Debug)]
pub struct Only<V>(super::Marker<V>);

impl<V: OnlyText> Codec<String> for Only<V> {
    const EXPECTED: &'static str = V::ONLY;
    const FORMS: Forms = Forms::TEXT;

    fn scalar(scalar: Scalar<'_>) -> Read<'_, String> {
        match scalar {
            Scalar::Text(text) if text != V::ONLY => Read::Bent(text.into_owned(), Code::WordSpelling),
            other => Plain::scalar(other),
        }
    }

    fn foreign(value: &String) -> Option<String> {
        (!value.trim().eq_ignore_ascii_case(V::ONLY)).then(|| value.clone())
    }

    fn write<W: Sink>(value: &String, key: &str, to: &mut W) {
        to.put(key, value.as_str());
    }
}

/// An integer of which 0 is a way to write "no value".
#[derive(Debug)]
pub enum ZeroIsAbsent {}

impl<T: Default + PartialEq> Codec<T> for ZeroIsAbsent
where
    Plain: Codec<T>,
{
    const EXPECTED: &'static str = <Plain as Codec<T>>::EXPECTED;
    const FORMS: Forms = <Plain as Codec<T>>::FORMS;
    const ZERO_IS_ABSENT: bool = true;

    fn scalar(scalar: Scalar<'_>) -> Read<'_, T> {
        match Plain::scalar(scalar) {
            Read::Is(number) if number == T::default() => Read::Absent,
            other => other,
        }
    }

    #[inline]
    fn documented_number(number: u64) -> Option<T> {
        if number == 0 { None } else { Plain::documented_number(number) }
    }

    fn write<W: Sink>(value: &T, key: &str, to: &mut W) {
        Plain::write(value, key, to);
    }
}

/// 2^53: from here on a float no longer has every integer, and a long id would come out as another.
pub const EXACT: f64 = 9_007_199_254_740_992.0;

/// An integer out of a scalar: a number without a fraction, or the same as text.
pub fn integer(scalar: &Scalar<'_>) -> Option<i128> {
    match scalar {
        Scalar::Int(number) => Some((*number).into()),
        Scalar::Uint(number) => Some((*number).into()),
        Scalar::Float(number) if number.abs() < EXACT && number.fract() == 0.0 => Some(*number as i128),
        Scalar::Digits(text) => integer_of(text),
        Scalar::Text(text) => integer_of(text),
        _ => None,
    }
}

fn integer_of(text: &str) -> Option<i128> {
    let text = text.trim();
    let whole = match text.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|digit| digit == b'0') => whole,
        Some(_) => return None,
        None => text,
    };
    whole.parse().ok()
}

/// Implements the codec of an integer type.
macro_rules! integers {
    ($($type:ident)*) => {$(
        impl Codec<$type> for Plain {
            const EXPECTED: &'static str = "integer";
            const FORMS: Forms = Forms::NUMBER;

            fn scalar(scalar: Scalar<'_>) -> Read<'_, $type> {
                match integer(&scalar).and_then(|number| number.try_into().ok()) {
                    Some(number) => Read::Is(number),
                    None => Read::Not(scalar),
                }
            }

            #[inline]
            fn documented_number(number: u64) -> Option<$type> {
                number.try_into().ok()
            }

            fn write<W: Sink>(value: &$type, key: &str, to: &mut W) {
                to.put(key, value);
            }
        }
    )*};
}

integers! {
    u32 u64 i64
}

/// An integer, where the page says text and its sample has a number: either is as documented.
#[derive(Debug)]
pub enum IntegerOrText {}

impl<T> Codec<T> for IntegerOrText
where
    Plain: Codec<T>,
{
    const EXPECTED: &'static str = <Plain as Codec<T>>::EXPECTED;
    const FORMS: Forms = Forms::NUMBER.or(Forms::TEXT);

    fn scalar(scalar: Scalar<'_>) -> Read<'_, T> {
        Plain::scalar(scalar)
    }

    fn write<W: Sink>(value: &T, key: &str, to: &mut W) {
        Plain::write(value, key, to);
    }
}

/// Texts, where the page says text and its sample has a list: either is as documented.
#[derive(Debug)]
pub enum TextOrList {}

impl Codec<String> for TextOrList {
    const EXPECTED: &'static str = <Plain as Codec<String>>::EXPECTED;
    const FORMS: Forms = <Plain as Codec<String>>::FORMS;
    const ALONE: Forms = Forms::TEXT;

    fn scalar(scalar: Scalar<'_>) -> Read<'_, String> {
        Plain::scalar(scalar)
    }

    fn write<W: Sink>(value: &String, key: &str, to: &mut W) {
        Plain::write(value, key, to);
    }
}

/// A float out of its digits; of an integer only if the float has all of them.
fn exact(digits: &str) -> Option<f64> {
    let float: f64 = digits.parse().ok()?;
    integer_of(digits).is_none_or(|number| float as i128 == number).then_some(float)
}

impl Codec<f64> for Plain {
    const EXPECTED: &'static str = "number";
    const FORMS: Forms = Forms::NUMBER;

    fn scalar(scalar: Scalar<'_>) -> Read<'_, f64> {
        let number = match &scalar {
            Scalar::Int(number) => Some(*number as f64).filter(|float| *float as i64 == *number),
            Scalar::Uint(number) => Some(*number as f64).filter(|float| *float as u64 == *number),
            Scalar::Float(number) => Some(*number),
            Scalar::Digits(text) => exact(text),
            Scalar::Text(text) => exact(text.trim()),
            _ => None,
        };
        match number.filter(|number: &f64| number.is_finite()) {
            Some(number) => Read::Is(number),
            None => Read::Not(scalar),
        }
    }

    fn write<W: Sink>(value: &f64, key: &str, to: &mut W) {
        if is_stable(*value) { to.put(key, value) } else { to.put(key, float_text(*value).as_str()) }
    }
}

impl Codec<bool> for Plain {
    const EXPECTED: &'static str = "boolean";
    const FORMS: Forms = Forms::FLAG;

    /// `true` and `false`; 1 and 0; either as text.
    fn scalar(scalar: Scalar<'_>) -> Read<'_, bool> {
        let flag = match &scalar {
            Scalar::Bool(flag) => Some(*flag),
            Scalar::Text(text) if text.trim().eq_ignore_ascii_case("true") => Some(true),
            Scalar::Text(text) if text.trim().eq_ignore_ascii_case("false") => Some(false),
            other => match integer(other) {
                Some(0) => Some(false),
                Some(1) => Some(true),
                _ => None,
            },
        };
        match flag {
            Some(flag) => Read::Is(flag),
            None => Read::Not(scalar),
        }
    }

    fn write<W: Sink>(value: &bool, key: &str, to: &mut W) {
        to.put(key, value);
    }
}
