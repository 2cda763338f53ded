//! Where values come from: our own [`Input`], or any reader that speaks serde. Who reads does not see which, and is
//! compiled once.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::input::Input;
use super::keys::{Finder, Packed, ReadKey};
use super::node::TOO_DEEP;
use super::scalar::Scalar;

/// Why there is no more to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The source is broken; it knows how.
    Source,
    /// Typed objects nest too deep.
    TooDeep,
}

/// Takes one value, of whatever kind it is.
pub trait Handle<'de> {
    /// Takes a scalar.
    fn scalar(&mut self, scalar: Scalar<'de>);
    /// Takes a text that the body has without escapes.
    fn text(&mut self, text: &'de str) {
        self.scalar(Scalar::Text(text.into()));
    }
    /// Takes a number that is whole and not negative.
    fn number(&mut self, number: u64) {
        self.scalar(Scalar::Uint(number));
    }
    /// Takes a list or an object, and reads it to its end.
    fn nested(&mut self, nested: Nested<'_, '_, 'de>) -> Result<(), Stop>;
}

/// A list or an object.
pub enum Nested<'a, 'b, 'de> {
    List(&'a mut Items<'b, 'de>),
    Object(&'a mut Source<'b, 'de>),
}

/// The entries of an object; or one value alone.
pub enum Source<'a, 'de> {
    /// Of ours.
    Own {
        input: &'a mut Input<'de>,
        /// Whether none was read.
        first: bool,
    },
    /// Of somebody else's.
    Foreign(&'a mut dyn ForeignMap<'de>),
}

impl<'de> Source<'_, 'de> {
    /// The field of the next key.
    #[inline(always)]
    pub fn place(&mut self, finder: &mut Finder) -> Result<Packed, Stop> {
        match self {
            Self::Own { input, first } => input.place(std::mem::take(first), finder),
            Self::Foreign(map) => map.place(finder),
        }
    }

    /// Gives the next key; tells whether there was one.
    pub fn name(&mut self, to: &mut Cow<'de, str>) -> Result<bool, Stop> {
        match self {
            Self::Own { input, first } => {
                let key = input.key(std::mem::take(first))?;
                let any = key.is_some();
                *to = key.unwrap_or_default();
                Ok(any)
            }
            Self::Foreign(map) => map.name(to),
        }
    }

    /// Gives the value of the key.
    #[inline]
    pub fn value(&mut self, to: &mut impl Handle<'de>) -> Result<(), Stop> {
        match self {
            Self::Own { input, .. } => input.value(to),
            Self::Foreign(map) => map.value(to),
        }
    }

    /// Passes over the entries that are left; tells whether there were any.
    pub fn skip(&mut self) -> Result<bool, Stop> {
        match self {
            Self::Own { input, first } => {
                let mut any = false;
                while input.key(std::mem::take(first))?.is_some() {
                    input.skip()?;
                    any = true;
                }
                Ok(any)
            }
            Self::Foreign(map) => map.skip(),
        }
    }
}

/// The items of a list.
pub enum Items<'a, 'de> {
    /// Of ours.
    Own {
        input: &'a mut Input<'de>,
        /// Whether none was read.
        first: bool,
    },
    /// Of somebody else's.
    Foreign(&'a mut dyn ForeignList<'de>),
}

impl<'de> Items<'_, 'de> {
    /// Gives the next item; tells whether there was one.
    pub fn item(&mut self, to: &mut impl Handle<'de>) -> Result<bool, Stop> {
        match self {
            Self::Own { input, first } => {
                let any = input.item(std::mem::take(first))?;
                if any {
                    input.value(to)?;
                }
                Ok(any)
            }
            Self::Foreign(list) => list.item(to),
        }
    }

    /// Passes over the items that are left; tells whether there were any.
    pub fn skip(&mut self) -> Result<bool, Stop> {
        match self {
            Self::Own { input, first } => {
                let mut any = false;
                while input.item(std::mem::take(first))? {
                    input.skip()?;
                    any = true;
                }
                Ok(any)
            }
            Self::Foreign(list) => list.skip(),
        }
    }
}

/// serde's `MapAccess`, whosever it is.
pub trait ForeignMap<'de> {
    fn place(&mut self, finder: &mut Finder) -> Result<Packed, Stop>;
    fn name(&mut self, to: &mut Cow<'de, str>) -> Result<bool, Stop>;
    fn value(&mut self, to: &mut dyn Handle<'de>) -> Result<(), Stop>;
    fn skip(&mut self) -> Result<bool, Stop>;
}

/// serde's `SeqAccess`, whosever it is.
pub trait ForeignList<'de> {
    fn item(&mut self, to: &mut dyn Handle<'de>) -> Result<bool, Stop>;
    fn skip(&mut self) -> Result<bool, Stop>;
}

/// Somebody else's, and what went wrong there.
struct Foreign<A, E> {
    access: A,
    error: Option<E>,
}

impl<A, E: Error> Foreign<A, E> {
    /// Reads from somebody else's; the result in its own words.
    fn read(access: A, read: impl FnOnce(&mut Self) -> Result<(), Stop>) -> Result<(), E> {
        let mut foreign = Self { access, error: None };
        read(&mut foreign).map_err(|_| foreign.error.unwrap_or_else(|| E::custom(TOO_DEEP)))
    }

    /// Keeps what went wrong, until the reading is over.
    #[cold]
    fn keep(&mut self, error: E) -> Stop {
        self.error = Some(error);
        Stop::Source
    }
}

impl<'de, A: MapAccess<'de>> ForeignMap<'de> for Foreign<A, A::Error> {
    fn place(&mut self, finder: &mut Finder) -> Result<Packed, Stop> {
        match self.access.next_key_seed(ReadKey(finder)) {
            Ok(place) => Ok(place.unwrap_or(Packed::END)),
            Err(error) => Err(self.keep(error)),
        }
    }

    fn name(&mut self, to: &mut Cow<'de, str>) -> Result<bool, Stop> {
        match self.access.next_key_seed(ReadName(to)) {
            Ok(name) => Ok(name.is_some()),
            Err(error) => Err(self.keep(error)),
        }
    }

    fn value(&mut self, to: &mut dyn Handle<'de>) -> Result<(), Stop> {
        self.access.next_value_seed(Give(to)).map_err(|error| self.keep(error))
    }

    fn skip(&mut self) -> Result<bool, Stop> {
        let mut any = false;
        loop {
            match self.access.next_entry::<IgnoredAny, IgnoredAny>() {
                Ok(Some(_)) => any = true,
                Ok(None) => return Ok(any),
                Err(error) => return Err(self.keep(error)),
            }
        }
    }
}

impl<'de, A: SeqAccess<'de>> ForeignList<'de> for Foreign<A, A::Error> {
    fn item(&mut self, to: &mut dyn Handle<'de>) -> Result<bool, Stop> {
        match self.access.next_element_seed(Give(to)) {
            Ok(item) => Ok(item.is_some()),
            Err(error) => Err(self.keep(error)),
        }
    }

    fn skip(&mut self) -> Result<bool, Stop> {
        let mut any = false;
        loop {
            match self.access.next_element::<IgnoredAny>() {
                Ok(Some(_)) => any = true,
                Ok(None) => return Ok(any),
                Err(error) => return Err(self.keep(error)),
            }
        }
    }
}

/// A value that is no entry.
struct Alone<D>(Option<D>);

impl<'de, D: Deserializer<'de>> ForeignMap<'de> for Foreign<Alone<D>, D::Error> {
    fn place(&mut self, _: &mut Finder) -> Result<Packed, Stop> {
        Ok(Packed::END)
    }

    fn name(&mut self, _: &mut Cow<'de, str>) -> Result<bool, Stop> {
        Ok(false)
    }

    fn value(&mut self, to: &mut dyn Handle<'de>) -> Result<(), Stop> {
        let value = self.access.0.take().map_or(Ok(()), |value| value.deserialize_any(Give(to)));
        value.map_err(|error| self.keep(error))
    }

    fn skip(&mut self) -> Result<bool, Stop> {
        Ok(false)
    }
}

/// Reads one value.
pub fn read_one<'de, D: Deserializer<'de>>(
    from: D,
    read: impl FnOnce(&mut Source<'_, 'de>) -> Result<(), Stop>,
) -> Result<(), D::Error> {
    Foreign::read(Alone(Some(from)), |value| read(&mut Source::Foreign(value)))
}

/// Reads an object.
pub fn read_object<'de, D: Deserializer<'de>>(
    from: D,
    read: impl FnOnce(&mut Source<'_, 'de>) -> Result<(), Stop>,
) -> Result<(), D::Error> {
    from.deserialize_map(ReadObject(read))
}

struct ReadObject<R>(R);

impl<'de, R: FnOnce(&mut Source<'_, 'de>) -> Result<(), Stop>> Visitor<'de> for ReadObject<R> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        Foreign::read(map, |map| self.0(&mut Source::Foreign(map)))
    }
}

/// Gives a value of somebody else's to its reader.
struct Give<'a, 'de>(&'a mut dyn Handle<'de>);

impl<'de> Give<'_, 'de> {
    fn scalar<E>(self, scalar: Scalar<'de>) -> Result<(), E> {
        self.0.scalar(scalar);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Give<'_, 'de> {
    type Value = ();

    #[inline(always)]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Give<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<(), E> {
        self.scalar(Scalar::Bool(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.scalar(Scalar::Int(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.0.number(number);
        Ok(())
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<(), E> {
        self.scalar(Scalar::Digits(number.to_string()))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<(), E> {
        self.scalar(Scalar::Digits(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.scalar(Scalar::Float(number))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(), E> {
        self.0.text(text);
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.scalar(Scalar::Text(text.to_owned().into()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        self.scalar(Scalar::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        Foreign::read(list, |list| self.0.nested(Nested::List(&mut Items::Foreign(list))))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        Foreign::read(map, |map| self.0.nested(Nested::Object(&mut Source::Foreign(map))))
    }
}

/// Reads a key where it stays.
struct ReadName<'a, 'de>(&'a mut Cow<'de, str>);

impl<'de> DeserializeSeed<'de> for ReadName<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for ReadName<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<(), E> {
        *self.0 = key.into();
        Ok(())
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<(), E> {
        self.visit_string(key.to_owned())
    }

    fn visit_string<E: Error>(self, key: String) -> Result<(), E> {
        *self.0 = key.into();
        Ok(())
    }
}
