//! From any `Deserializer` to a document.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_json::Number;

use super::MAX_DEPTH;
use super::document::{Builder, End, Node};
use super::error::Syntax;

/// Reads a value into an empty document, or returns its JSON text, if the `Deserializer` is serde_json's: passing over a
/// value takes it less time than reading one, and a text keeps what a `Deserializer` loses.
pub fn fill<'de, D: Deserializer<'de>>(from: D, to: &mut Builder<'_, 'de>) -> Result<Option<Cow<'de, str>>, D::Error> {
    let value = Value { to, room: MAX_DEPTH };
    if !hands_over_text::<D>() {
        value.deserialize(from)?;
        return Ok(None);
    }
    from.deserialize_newtype_struct(TEXT_KEY, value)?;
    Ok(take_text(to))
}

/// Whether a `Deserializer` is serde_json's for texts, or is around that one. Only its name says so, and asking another
/// one would not do: to RON, the name of a type is part of the value. If the name should ever change, serde_json's
/// values are read as those of other formats.
fn hands_over_text<D>() -> bool {
    const SERDE_JSON: &str = "&mut serde_json::de::Deserializer<";
    let name = std::any::type_name::<D>();
    // The first is known when this is compiled; the second is for one around it, such as serde_path_to_error's.
    name.starts_with(SERDE_JSON) || name.contains(SERDE_JSON)
}

/// The name under which serde_json is asked for the text of a value (its `RawValue`), and the key under which it passes
/// that on: a map with this one entry.
const TEXT_KEY: &str = "$serde_json::private::RawValue";

/// Takes the text that a document stands for, if it stands for one. The document is empty then.
#[inline]
fn take_text<'de>(from: &mut Builder<'_, 'de>) -> Option<Cow<'de, str>> {
    if from.next_index() != 3 || from.document().value(2).key() != TEXT_KEY {
        return None;
    }
    let text = match from.node_mut(2) {
        Some(Node::String(text)) => Cow::Borrowed(*text),
        _ => Cow::Owned(from.document().value(2).as_str()?.to_owned()),
    };
    from.truncate(0);
    Some(text)
}

/// The key under which serde_json passes on a number if its feature `arbitrary_precision` is on: a map with this one
/// entry. Any crate of a program may switch it on.
const NUMBER_KEY: &str = "$serde_json::private::Number";

/// Adds a value to a document.
struct Value<'b, 'n, 'de> {
    to: &'b mut Builder<'n, 'de>,
    /// How many more levels it may nest.
    room: u32,
}

impl<'de> Value<'_, '_, 'de> {
    #[inline]
    fn push<E>(self, node: Node<'de>) -> Result<(), E> {
        self.to.push(node);
        Ok(())
    }

    #[cold]
    fn digits<E: Error>(self, digits: impl fmt::Display) -> Result<(), E> {
        let start = self.to.decoded_mut().len();
        // Writing to a `String` does not fail.
        let _ = write!(self.to.decoded_mut(), "{digits}");
        self.to.push_decoded_number(start).ok_or_else(too_large)
    }

    /// Begins an array or object: its index, and how much deeper its content may nest.
    fn open<E: Error>(&mut self) -> Result<(u32, u32), E> {
        let room = self.room.checked_sub(1).ok_or_else(|| E::custom(Syntax::Depth.as_str()))?;
        let index = next_index(self.to)?;
        self.to.push(Node::Null);
        Ok((index, room))
    }
}

fn next_index<E: Error>(to: &Builder<'_, '_>) -> Result<u32, E> {
    u32::try_from(to.next_index()).map_err(|_| too_large())
}

#[cold]
fn too_large<E: Error>() -> E {
    E::custom(crate::Error::TooLarge)
}

impl<'de> DeserializeSeed<'de> for Value<'_, '_, 'de> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.push(Node::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.push(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<(), E> {
        self.push(Node::Bool(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        match u64::try_from(number) {
            Ok(number) => self.push(Node::Unsigned(number)),
            Err(_) => self.push(Node::Signed(number)),
        }
    }

    #[inline]
    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.push(Node::Unsigned(number))
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<(), E> {
        match (number.try_into(), number.try_into()) {
            (Ok(number), _) => self.push(Node::Unsigned(number)),
            (_, Ok(number)) => self.push(Node::Signed(number)),
            _ => self.digits(number),
        }
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<(), E> {
        match number.try_into() {
            Ok(number) => self.push(Node::Unsigned(number)),
            Err(_) => self.digits(number),
        }
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        match Number::from_f64(number) {
            Some(number) => self.digits(number),
            // JSON has no such number, and writes null for it.
            None => self.push(Node::Null),
        }
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(), E> {
        self.push(Node::String(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        push_copied(self.to, text)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<(), E> {
        let text = std::str::from_utf8(bytes).map_err(|_| E::invalid_value(Unexpected::Bytes(bytes), &self))?;
        push_copied(self.to, text)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut array: A) -> Result<(), A::Error> {
        let (index, room) = self.open()?;
        while array.next_element_seed(Value { to: self.to, room })?.is_some() {}
        close(self.to, index, Node::Array)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut object: A) -> Result<(), A::Error> {
        let (index, room) = self.open()?;
        while object.next_key_seed(Key { to: self.to })?.is_some() {
            object.next_value_seed(Value { to: self.to, room })?;
        }
        close(self.to, index, Node::Object)?;
        if self.to.next_index() == index as usize + 3 {
            return self.take_as_number(index);
        }
        Ok(())
    }
}

/// Ends an array or object.
fn close<'de, E: Error>(to: &mut Builder<'_, 'de>, index: u32, node: fn(End) -> Node<'de>) -> Result<(), E> {
    let end = End(next_index(to)?);
    if let Some(open) = to.node_mut(index) {
        *open = node(end);
    }
    Ok(())
}

fn push_copied<E: Error>(to: &mut Builder<'_, '_>, text: &str) -> Result<(), E> {
    let start = to.decoded_mut().len();
    to.decoded_mut().push_str(text);
    to.push_decoded_string(start).ok_or_else(too_large)
}

impl Value<'_, '_, '_> {
    /// Takes an object of one entry as the number that it stands for, if it stands for one.
    #[cold]
    fn take_as_number<E: Error>(self, index: u32) -> Result<(), E> {
        let document = self.to.document();
        let value = document.value(index + 2);
        let digits = match value.as_str() {
            Some(digits) if value.key() == NUMBER_KEY && digits.parse::<Number>().is_ok() => digits.to_owned(),
            _ => return Ok(()),
        };
        self.to.truncate(index as usize);
        match (digits.parse(), digits.parse()) {
            (Ok(number), _) => self.push(Node::Unsigned(number)),
            (_, Ok(number)) if number != 0 => self.push(Node::Signed(number)),
            _ => self.digits(digits),
        }
    }
}

/// Adds a key to a document.
struct Key<'b, 'n, 'de> {
    to: &'b mut Builder<'n, 'de>,
}

impl<'de> DeserializeSeed<'de> for Key<'_, '_, 'de> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<(), E> {
        self.to.push(Node::String(key));
        Ok(())
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<(), E> {
        push_copied(self.to, key)
    }
}
