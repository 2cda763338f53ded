//! Where a value goes: one (`Option`), many (`Vec`), or an identity that must be there.

use serde::de::{Deserializer, Error as _};
use serde_json::Value;

use super::Marker;
use super::keys::{Field, Keys, keys};
use super::node::{Node, add};
use super::notes::{Notes, Quiet};
use super::place::{Next, Spot};
use super::scalar::{Codec, Plain, Read, Scalar};
use super::sink::{Sink, WriteItems, write_one};
use super::source::{Source, Stop, read_one};
use super::take::{About, Refill, Take};
use crate::extra::Extra;
use crate::report::JsonType;

/// A field's type: how many values it holds, and whether it may hold none.
pub trait Shape<C> {
    /// What belongs there, of an identity that must be there.
    const REQUIRED: Option<&'static str> = None;

    /// Reads the field's value. Errs only where the JSON itself is broken.
    fn read<N: Notes>(&mut self, value: &mut Next<'_, '_, '_, N>, extra: &mut Extra) -> Result<(), Stop>;
    /// Whether there is no value to write.
    fn is_absent(&self) -> bool;
    /// Empties the field.
    fn clear(&mut self);
    /// Gives the value under its key as it is written; a list, with the items that could not be read behind those that
    /// could.
    fn write<W: Sink>(&self, key: &'static str, unreadable: Option<&Value>, to: &mut W);
}

/// Something that takes values of a type.
pub trait Target<T> {
    /// Takes a value.
    fn put(&mut self, value: T);
    /// Takes an empty value, to be filled in place.
    fn put_new(&mut self) -> &mut T
    where
        T: Default;
    /// Loses what it took last.
    fn lose(&mut self);
}

impl<T> Target<T> for Option<T> {
    fn put(&mut self, value: T) {
        *self = Some(value);
    }

    fn put_new(&mut self) -> &mut T
    where
        T: Default,
    {
        self.insert(T::default())
    }

    fn lose(&mut self) {
        *self = None;
    }
}

impl<T> Target<T> for Vec<T> {
    #[inline]
    fn put(&mut self, value: T) {
        make_room(self);
        self.push(value);
    }

    fn put_new(&mut self) -> &mut T
    where
        T: Default,
    {
        make_room(self);
        add(self, T::default())
    }

    fn lose(&mut self) {
        self.pop();
    }
}

/// Four items to begin with, as `Vec` has it, but fewer of large ones: most lists are of one or two.
#[inline]
fn make_room<T>(list: &mut Vec<T>) {
    let first = const { if size_of::<T>() > 256 { 1 } else { 4 } };
    if list.len() == list.capacity() {
        list.reserve_exact(list.len().max(first));
    }
}

/// A field with its type and codec, which [`Take`] hides from whoever reads its value.
struct Typed<'a, F, T, C>(&'a mut F, Marker<(T, C)>);

/// The field as one; the codec is named where it is asked for.
fn typed<T, C, F>(field: &mut F) -> Typed<'_, F, T, C> {
    Typed(field, std::marker::PhantomData)
}

impl<F: Shape<C>, T, C, N: Notes> Refill<N> for Typed<'_, F, T, C> {
    fn empty(&mut self, key: &'static str, unreadable: Option<&Value>) -> Option<Value> {
        let unread = F::REQUIRED.is_some() && unreadable.is_some();
        let lost = if N::ON && !self.0.is_absent() && !unread {
            write_one(|to| self.0.write(key, unreadable, to), serde_json::value::Serializer).ok()
        } else {
            None
        };
        self.0.clear();
        lost
    }
}

impl<F: Shape<C> + Target<T>, T, C: Codec<T>, N: Notes> Take<N> for Typed<'_, F, T, C> {
    fn about(&self) -> &'static About {
        const {
            &About {
                expected: C::EXPECTED,
                forms: C::FORMS,
                alone: C::ALONE,
                object: C::OBJECT,
                zero_is_absent: C::ZERO_IS_ABSENT,
            }
        }
    }

    fn text(&mut self, text: &str) -> bool {
        C::documented_text(text).map(|value| self.0.put(value)).is_some()
    }

    fn number(&mut self, number: u64) -> bool {
        C::documented_number(number).map(|value| self.0.put(value)).is_some()
    }

    fn scalar<'s>(&mut self, scalar: Scalar<'s>) -> Read<'s, Option<String>> {
        let (value, code) = match C::scalar(scalar) {
            Read::Is(value) => (value, None),
            Read::Bent(value, code) => (value, Some(code)),
            Read::Absent => return Read::Absent,
            Read::Not(scalar) => return Read::Not(scalar),
        };
        let foreign = C::foreign(&value);
        self.0.put(value);
        match code {
            None => Read::Is(foreign),
            Some(code) => Read::Bent(foreign, code),
        }
    }

    fn object<'de>(&mut self, from: &mut Source<'_, 'de>, notes: &mut N) -> Result<Option<Node<'de>>, Stop> {
        C::object(self.0, from, notes)
    }
}

impl<T, C: Codec<T>> Shape<C> for Option<T> {
    #[inline]
    fn read<N: Notes>(&mut self, value: &mut Next<'_, '_, '_, N>, extra: &mut Extra) -> Result<(), Stop> {
        value.one(&mut typed::<T, C, _>(self), extra)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn clear(&mut self) {
        *self = None;
    }

    fn write<W: Sink>(&self, key: &'static str, _: Option<&Value>, to: &mut W) {
        if let Some(value) = self {
            C::write(value, key, to);
        }
    }
}

impl<T, C: Codec<T>> Shape<C> for Vec<T> {
    #[inline]
    fn read<N: Notes>(&mut self, value: &mut Next<'_, '_, '_, N>, extra: &mut Extra) -> Result<(), Stop> {
        value.many(&mut typed::<T, C, _>(self), extra)
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn clear(&mut self) {
        self.clear();
    }

    fn write<W: Sink>(&self, key: &'static str, unreadable: Option<&Value>, to: &mut W) {
        let unreadable = match unreadable {
            Some(Value::Array(items)) => items.as_slice(),
            Some(other) => std::slice::from_ref(other),
            None => &[],
        };
        to.list(key, &Written::<T, C> { items: self, unreadable, codec: std::marker::PhantomData });
    }
}

/// A list in its codec's form.
struct Written<'a, T, C> {
    items: &'a [T],
    unreadable: &'a [Value],
    codec: Marker<C>,
}

impl<T, C: Codec<T>> WriteItems for Written<'_, T, C> {
    fn len(&self) -> usize {
        self.items.len() + self.unreadable.len()
    }

    fn items<W: Sink>(&self, to: &mut W) {
        for item in self.items {
            C::write(item, "", to);
        }
        for item in self.unreadable {
            to.put("", item);
        }
    }
}

/// A type that stands in a struct without `Option`: the record has no identity without it.
pub trait Identity: Default {}

impl Identity for String {}
impl Identity for u64 {}

impl<T: Identity> Target<T> for T {
    fn put(&mut self, value: T) {
        *self = value;
    }

    fn put_new(&mut self) -> &mut T {
        self.lose();
        self
    }

    fn lose(&mut self) {
        *self = T::default();
    }
}

impl<T: Identity> Shape<Plain> for T
where
    Plain: Codec<T>,
{
    const REQUIRED: Option<&'static str> = Some(<Plain as Codec<T>>::EXPECTED);

    #[inline]
    fn read<N: Notes>(&mut self, value: &mut Next<'_, '_, '_, N>, extra: &mut Extra) -> Result<(), Stop> {
        value.required(&mut typed::<T, Plain, _>(self), extra)
    }

    /// It is written whatever it is.
    fn is_absent(&self) -> bool {
        false
    }

    fn clear(&mut self) {
        self.lose();
    }

    fn write<W: Sink>(&self, key: &'static str, _: Option<&Value>, to: &mut W) {
        Plain::write(self, key, to);
    }
}

/// The field of a value that stands alone.
const ALONE: Field = {
    static KEYS: Keys = keys!([""] []);
    Field { keys: &KEYS, index: 0 }
};

/// Reads a value by a codec on its own, for the adapters: `None` where there is none.
pub fn read_alone<'de, T, C: Codec<T>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    let mut value = None;
    let mut extra = Extra::new();
    let mut notes = Quiet::default();
    read_one(from, |from| {
        let mut next = Next { from, at: Spot { field: ALONE, notes: &mut notes }, again: false };
        Shape::<C>::read(&mut value, &mut next, &mut extra)
    })?;
    match extra.get("") {
        None => Ok(value),
        Some(unreadable) => {
            let found = JsonType::of(unreadable);
            Err(D::Error::custom(format_args!("expected {}, found {found}", C::EXPECTED)))
        }
    }
}

/// `Deserialize` for a type that has a codec, so that users can have it in structs of their own.
macro_rules! deserialize_alone {
    ($name:ident) => {
        /// Reads leniently. On its own it has nowhere to keep what it cannot read, so that is an error here.
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::wire::shape::read_alone::<$name, $crate::wire::scalar::Plain, D>(deserializer)?
                    .ok_or_else(|| serde::de::Error::custom(concat!("no value for ", stringify!($name))))
            }
        }
    };
}
pub(crate) use deserialize_alone;
