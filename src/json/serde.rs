//! From any `Deserializer` to JSON text.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::ser::Serialize;
use serde_json::Number;
use serde_json::value::RawValue;

use super::MAX_DEPTH;
use super::error::Syntax;

/// The JSON text of a value. serde_json hands over its own: passing over a value takes it less time than reading one,
/// and a text keeps what a `Deserializer` loses. The values of other formats are written as text.
///
/// Only its name says whether a `Deserializer` is serde_json's for texts, or is around that one, as
/// serde_path_to_error's is. Asking another one would not do: to RON, the name of a type is part of the value. If the
/// name should ever change, serde_json's values are read as those of other formats.
pub fn text_of<'de, D: Deserializer<'de>>(from: D) -> Result<Cow<'de, str>, D::Error> {
    const OF_SLICE: &str = "&mut serde_json::de::Deserializer<serde_json::read::SliceRead";
    const OF_STR: &str = "&mut serde_json::de::Deserializer<serde_json::read::StrRead";
    const OF_STREAM: &str = "&mut serde_json::de::Deserializer<serde_json::read::IoRead";
    const AROUND: &str = "serde_path_to_error::";
    let name = std::any::type_name::<D>();
    // Another wrapper may change what it passes on. The beginning is known when this is compiled, so that the usual
    // ones need no code for the others.
    let is_around = |(around, _): (&str, &str)| around.starts_with(AROUND) && around.matches('<').count() == 1;
    let is = |known: &str| name.starts_with(known) || name.split_once(known).is_some_and(is_around);
    if is(OF_SLICE) || is(OF_STR) {
        return Ok(<&RawValue>::deserialize(from)?.get().into());
    }
    if is(OF_STREAM) {
        let text = Box::<RawValue>::deserialize(from)?;
        return Ok(String::from(Box::<str>::from(text)).into());
    }
    let mut text = String::new();
    TextWriter { to: &mut text, room: MAX_DEPTH }.deserialize(from)?;
    Ok(text.into())
}

/// Adds a value to a text.
struct TextWriter<'t> {
    to: &'t mut String,
    /// How many more levels it may nest.
    room: u32,
}

impl TextWriter<'_> {
    /// Writes a scalar.
    fn write<E: Error>(self, scalar: impl Serialize) -> Result<(), E> {
        self.to.push_str(&serde_json::to_string(&scalar).map_err(E::custom)?);
        Ok(())
    }

    /// How deep the content of an array or object may nest.
    fn room_inside<E: Error>(&self) -> Result<u32, E> {
        self.room.checked_sub(1).ok_or_else(|| E::custom::<&str>(Syntax::Depth.into()))
    }
}

impl<'de> DeserializeSeed<'de> for TextWriter<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

/// A visitor's methods that write what they get.
macro_rules! scalars {
    ($($visit:ident: $type:ty,)*) => {$(
        fn $visit<E: Error>(self, scalar: $type) -> Result<(), E> {
            self.write(scalar)
        }
    )*};
}

impl<'de> Visitor<'de> for TextWriter<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.write(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.write(())
    }

    scalars! {
        visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128, visit_str: &str,
    }

    /// A number that JSON does not have is a text.
    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        if number.is_finite() { self.write(number) } else { self.write(number.to_string()) }
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<(), E> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.write(text),
            Err(_) => Err(E::invalid_value(Unexpected::Bytes(bytes), &self)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        let room = self.room_inside()?;
        self.to.push('[');
        while array.next_element_seed(TextWriter { to: self.to, room })?.is_some() {
            self.to.push(',');
        }
        close_text(self.to, ']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let room = self.room_inside()?;
        let start = self.to.len();
        self.to.push('{');
        while let Some(key) = object.next_key::<String>()? {
            TextWriter { to: self.to, room }.write(key)?;
            self.to.push(':');
            object.next_value_seed(TextWriter { to: self.to, room })?;
            self.to.push(',');
        }
        close_text(self.to, '}');
        if let Some(digits) = self.to.get(start..).and_then(number) {
            self.to.truncate(start);
            self.to.push_str(&digits);
        }
        Ok(())
    }
}

/// Closes an array or object, which may have a comma after its last value.
pub(super) fn close_text(text: &mut String, bracket: char) {
    if text.ends_with(',') {
        text.pop();
    }
    text.push(bracket);
}

/// The digits of a number, if an object is one: serde_json passes on a map with this one entry if its feature
/// `arbitrary_precision` is on, and any crate of a program may switch it on.
fn number(object: &str) -> Option<String> {
    let text = object.strip_prefix(r#"{"$serde_json::private::Number":"#)?.strip_suffix('}')?;
    let digits: String = serde_json::from_str(text).ok()?;
    digits.parse::<Number>().is_ok().then_some(digits)
}
