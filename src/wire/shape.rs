//! Where a value goes: one (`Option`), many (`Vec`), or an identity that must be there.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeSeq, Serializer};
use serde::{Serialize, de};
use serde_json::Value;

use super::Marker;
use super::node::{Node, ReadNode, add};
use super::notes::{At, More, Notes, Step};
use super::scalar::{Codec, Plain, Read, Scalar};
use crate::error::{Error, excerpt};
use crate::extra::Extra;
use crate::report::{Code, JsonType};

/// The field that is being read, and what goes with it.
#[derive(Debug)]
pub struct Place<'a, N> {
    pub key: &'static str,
    /// The item of the list under the key.
    pub index: Option<usize>,
    pub extra: &'a mut Extra,
    pub notes: &'a mut N,
}

impl<N: Notes> Place<'_, N> {
    fn at(&self) -> At<'static> {
        At { key: Some(self.key), index: self.index }
    }

    fn note(&mut self, code: Code, expected: &'static str, found: JsonType, more: More) {
        self.notes.note(self.at(), code, expected, found, more);
    }

    /// Reads a raw value, which is written under the field's key.
    pub fn raw<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<Value, D::Error> {
        let node = self.inside(|notes| ReadNode::here(notes).deserialize(from))?;
        self.saw(node.json_type());
        Ok(self.inside(|notes| node.into_value(notes)))
    }

    /// Reads a raw value that a typed reader is going to read.
    pub fn hold<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<Node<'de>, D::Error> {
        let node = self.inside(|notes| ReadNode::whole(notes).deserialize(from))?;
        self.saw(node.json_type());
        Ok(node)
    }

    /// Does something at the value: its steps are on the path.
    pub fn inside<R>(&mut self, act: impl FnOnce(&mut N) -> R) -> R {
        let key = self.key;
        self.notes.enter(|| Step::Key(key));
        if let Some(index) = self.index {
            self.notes.enter(|| Step::Index(index));
        }
        let result = act(self.notes);
        if self.index.is_some() {
            self.notes.leave();
        }
        self.notes.leave();
        result
    }

    /// Keeps a value that cannot be read, under the documented key.
    #[cold]
    fn set_aside(&mut self, node: Node<'_>, expected: &'static str) {
        let found = node.json_type();
        let value = self.inside(|notes| node.into_value(notes));
        if N::ON {
            self.note(Code::UnreadableValue, expected, found, More::Value(value.clone()));
        }
        match self.index {
            None => {
                self.extra.insert(self.key, value);
            }
            Some(_) => self.extra.push_item(self.key, value),
        }
    }

    /// Takes the record for somebody else's if the value says so.
    fn check<T, C: Codec<T>>(&mut self, value: &T) {
        if let Some(found) = C::foreign(value) {
            let path = self.notes.path(self.at());
            let error = Error::OtherCallback { path, expected: C::EXPECTED, found: excerpt(&found) };
            self.notes.trouble().set_first(self.key, error);
        }
    }

    /// Takes note of the JSON type of the field's value.
    #[inline]
    fn saw(&mut self, found: JsonType) {
        if N::ON && self.index.is_none() {
            self.notes.saw(found);
        }
    }

    /// Tells of a value that was read, but is not of a documented JSON type.
    fn coerced(&mut self, documented: bool, expected: &'static str, found: JsonType) {
        if N::ON && !documented {
            self.note(Code::CoercedType, expected, found, More::Nothing);
        }
    }
}

/// A field's type: how many values it holds, and whether it may hold none.
pub trait Shape<C> {
    /// What belongs there, of an identity that must be there.
    const REQUIRED: Option<&'static str> = None;

    /// Reads the field's value. Errs only where the JSON itself is broken.
    fn fill<'de, D: Deserializer<'de>, N: Notes>(&mut self, from: D, place: Place<'_, N>) -> Result<(), D::Error>;
    /// Whether there is no value to write.
    fn is_absent(&self) -> bool;
    /// Empties the field.
    fn clear(&mut self);
    /// Writes the value; a list, with the items that could not be read behind those that could.
    fn write<S: Serializer>(&self, unreadable: Option<&Value>, serializer: S) -> Result<S::Ok, S::Error>;
}

/// Something that takes values of a type.
pub trait Target<T> {
    /// Takes a value.
    fn put(&mut self, value: T);
    /// Takes an empty value, to be filled in place.
    fn put_new(&mut self) -> &mut T
    where
        T: Default;
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
}

/// Four items to begin with, as `Vec` has it, but fewer of large ones: most lists are of one or two.
#[inline]
fn make_room<T>(list: &mut Vec<T>) {
    let first = const { if size_of::<T>() > 256 { 1 } else { 4 } };
    if list.len() == list.capacity() {
        list.reserve_exact(list.len().max(first));
    }
}

impl<T, C: Codec<T>> Shape<C> for Option<T> {
    #[inline]
    fn fill<'de, D: Deserializer<'de>, N: Notes>(&mut self, from: D, place: Place<'_, N>) -> Result<(), D::Error> {
        Any(One::<_, T, C, N> { target: self, place, types: std::marker::PhantomData }).deserialize(from)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn clear(&mut self) {
        *self = None;
    }

    fn write<S: Serializer>(&self, _: Option<&Value>, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => C::write(value, serializer),
            None => serializer.serialize_none(),
        }
    }
}

impl<T, C: Codec<T>> Shape<C> for Vec<T> {
    #[inline]
    fn fill<'de, D: Deserializer<'de>, N: Notes>(&mut self, from: D, place: Place<'_, N>) -> Result<(), D::Error> {
        Any(Many::<T, C, N> { target: self, place, codec: std::marker::PhantomData }).deserialize(from)
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn clear(&mut self) {
        self.clear();
    }

    fn write<S: Serializer>(&self, unreadable: Option<&Value>, serializer: S) -> Result<S::Ok, S::Error> {
        let unreadable = match unreadable {
            Some(Value::Array(items)) => items.as_slice(),
            Some(other) => std::slice::from_ref(other),
            None => &[],
        };
        let mut list = serializer.serialize_seq(Some(self.len() + unreadable.len()))?;
        for item in self {
            list.serialize_element(&Written::<T, C>(item, std::marker::PhantomData))?;
        }
        for item in unreadable {
            list.serialize_element(item)?;
        }
        list.end()
    }
}

/// A value in its codec's form.
pub struct Written<'a, T, C>(pub &'a T, pub Marker<C>);

impl<T, C: Codec<T>> Serialize for Written<'_, T, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(self.0, serializer)
    }
}

/// A type that stands in a struct without `Option`: the record has no identity without it.
pub trait Identity: Default {}

impl Identity for String {}
impl Identity for u64 {}

impl<T: Identity> Shape<Plain> for T
where
    Plain: Codec<T>,
{
    const REQUIRED: Option<&'static str> = Some(<Plain as Codec<T>>::EXPECTED);

    fn fill<'de, D: Deserializer<'de>, N: Notes>(&mut self, from: D, place: Place<'_, N>) -> Result<(), D::Error> {
        Any(Required { target: self, place }).deserialize(from)
    }

    /// It is written whatever it is.
    fn is_absent(&self) -> bool {
        false
    }

    fn clear(&mut self) {
        *self = T::default();
    }

    fn write<S: Serializer>(&self, _: Option<&Value>, serializer: S) -> Result<S::Ok, S::Error> {
        Plain::write(self, serializer)
    }
}

/// What a reader does with each kind of JSON value. [`Any`] makes it a visitor.
pub trait Handle<'de>: Sized {
    type Out;
    /// Takes note of the JSON type, before the value.
    fn saw(&mut self, found: JsonType);
    /// Nothing, for handlers that have a short way for that.
    #[inline]
    fn null<E: de::Error>(self) -> Result<Self::Out, E> {
        self.scalar(Scalar::Null)
    }
    /// A text, for handlers that have a short way for one.
    #[inline]
    fn text<E: de::Error>(self, text: &str) -> Result<Self::Out, E> {
        self.scalar(Scalar::Text(text.into()))
    }
    /// A text that need not be copied.
    #[inline]
    fn string<E: de::Error>(self, text: String) -> Result<Self::Out, E> {
        self.scalar(Scalar::Text(text.into()))
    }
    /// A number, for handlers that have a short way for one.
    #[inline]
    fn number<E: de::Error>(self, number: u64) -> Result<Self::Out, E> {
        self.scalar(Scalar::Uint(number))
    }
    fn scalar<E: de::Error>(self, scalar: Scalar<'_>) -> Result<Self::Out, E>;
    fn list<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Out, A::Error>;
    fn map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Out, A::Error>;
}

/// A visitor of any JSON value.
#[derive(Debug)]
pub struct Any<H>(pub H);

impl<'de, H: Handle<'de>> DeserializeSeed<'de> for Any<H> {
    type Value = H::Out;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<H::Out, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, H: Handle<'de>> Visitor<'de> for Any<H> {
    type Value = H::Out;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    #[inline]
    fn visit_unit<E: de::Error>(mut self) -> Result<H::Out, E> {
        self.0.saw(JsonType::Null);
        self.0.null()
    }

    #[inline]
    fn visit_none<E: de::Error>(mut self) -> Result<H::Out, E> {
        self.0.saw(JsonType::Null);
        self.0.null()
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<H::Out, D::Error> {
        deserializer.deserialize_any(self)
    }

    #[inline]
    fn visit_bool<E: de::Error>(mut self, flag: bool) -> Result<H::Out, E> {
        self.0.saw(JsonType::Boolean);
        self.0.scalar(Scalar::Bool(flag))
    }

    #[inline]
    fn visit_i64<E: de::Error>(mut self, number: i64) -> Result<H::Out, E> {
        self.0.saw(JsonType::Number);
        self.0.scalar(Scalar::Int(number))
    }

    #[inline]
    fn visit_u64<E: de::Error>(mut self, number: u64) -> Result<H::Out, E> {
        self.0.saw(JsonType::Number);
        self.0.number(number)
    }

    fn visit_i128<E: de::Error>(mut self, number: i128) -> Result<H::Out, E> {
        self.0.saw(JsonType::Number);
        self.0.scalar(Scalar::Digits(number.to_string()))
    }

    fn visit_u128<E: de::Error>(mut self, number: u128) -> Result<H::Out, E> {
        self.0.saw(JsonType::Number);
        self.0.scalar(Scalar::Digits(number.to_string()))
    }

    #[inline]
    fn visit_f64<E: de::Error>(mut self, number: f64) -> Result<H::Out, E> {
        self.0.saw(JsonType::Number);
        self.0.scalar(Scalar::Float(number))
    }

    #[inline]
    fn visit_borrowed_str<E: de::Error>(mut self, text: &'de str) -> Result<H::Out, E> {
        self.0.saw(JsonType::String);
        self.0.text(text)
    }

    /// Out of line: only a text with escapes comes here, or one from a reader that owns nothing to borrow from.
    #[inline(never)]
    fn visit_str<E: de::Error>(mut self, text: &str) -> Result<H::Out, E> {
        self.0.saw(JsonType::String);
        self.0.text(text)
    }

    #[inline]
    fn visit_string<E: de::Error>(mut self, text: String) -> Result<H::Out, E> {
        self.0.saw(JsonType::String);
        self.0.string(text)
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(mut self, list: A) -> Result<H::Out, A::Error> {
        self.0.saw(JsonType::Array);
        self.0.list(list)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(mut self, map: A) -> Result<H::Out, A::Error> {
        self.0.saw(JsonType::Object);
        self.0.map(map)
    }
}

/// One value: that of an `Option`, or an item of a list.
struct One<'a, G, T, C, N> {
    target: &'a mut G,
    place: Place<'a, N>,
    types: Marker<(T, C)>,
}

impl<G: Target<T>, T, C: Codec<T>, N: Notes> One<'_, G, T, C, N> {
    /// Whether "no value" in this JSON type is nothing to tell: it is documented, and no item of a list.
    fn alone_as(&self, found: JsonType) -> bool {
        self.place.index.is_none() && C::FORMS.has(found)
    }

    /// Reads what is there, or says that nothing is. What is as documented has been read before it comes here.
    #[inline(never)]
    fn settle(mut self, scalar: Scalar<'_>) {
        let found = scalar.json_type();
        if scalar.is_absent() {
            return self.absent(found);
        }
        let word = if N::ON { Some(scalar.clone().into_owned()) } else { None };
        match C::scalar(scalar) {
            Read::Is(value) => {
                self.place.check::<T, C>(&value);
                self.target.put(value);
                self.place.coerced(C::FORMS.has(found), C::EXPECTED, found);
            }
            Read::Bent(value, code) => {
                self.place.check::<T, C>(&value);
                self.target.put(value);
                if let Some(word) = word {
                    let more = match code {
                        Code::UnknownWord => More::Value(word.into_value()),
                        _ => More::Nothing,
                    };
                    self.place.note(code, C::EXPECTED, found, more);
                }
            }
            Read::Absent => self.absent(found),
            Read::Not(scalar) => self.place.set_aside(Node::Scalar(scalar), C::EXPECTED),
        }
    }

    fn absent(mut self, found: JsonType) {
        if self.place.index.is_some() {
            self.place.note(Code::EmptyItem, C::EXPECTED, found, More::Nothing);
        } else {
            self.place.coerced(C::FORMS.has(found), C::EXPECTED, found);
        }
    }

    /// Settles what no object codec took.
    fn node(mut self, node: Node<'_>) {
        self.place.saw(node.json_type());
        match node {
            Node::Scalar(scalar) => self.settle(scalar),
            node if !matches!(node, Node::Object(_)) && node.is_absent() => self.absent(node.json_type()),
            node => self.place.set_aside(node, C::EXPECTED),
        }
    }
}

impl<'de, G: Target<T>, T, C: Codec<T>, N: Notes> Handle<'de> for One<'_, G, T, C, N> {
    type Out = ();

    #[inline]
    fn saw(&mut self, found: JsonType) {
        self.place.saw(found);
    }

    #[inline]
    fn null<E: de::Error>(self) -> Result<(), E> {
        if self.alone_as(JsonType::Null) { Ok(()) } else { self.scalar(Scalar::Null) }
    }

    #[inline]
    fn text<E: de::Error>(self, text: &str) -> Result<(), E> {
        match C::documented_text(text) {
            Some(value) => self.target.put(value),
            None if text.is_empty() && self.alone_as(JsonType::String) => {}
            None => self.settle(Scalar::Text(text.into())),
        }
        Ok(())
    }

    #[inline]
    fn string<E: de::Error>(self, text: String) -> Result<(), E> {
        match C::documented_string(text) {
            Ok(value) => self.target.put(value),
            Err(text) => self.settle(Scalar::Text(text.into())),
        }
        Ok(())
    }

    #[inline]
    fn number<E: de::Error>(self, number: u64) -> Result<(), E> {
        match C::documented_number(number) {
            Some(value) => self.target.put(value),
            None if number == 0 && C::ZERO_IS_ABSENT && self.alone_as(JsonType::Number) => {}
            None => self.settle(Scalar::Uint(number)),
        }
        Ok(())
    }

    #[inline]
    fn scalar<E: de::Error>(self, scalar: Scalar<'_>) -> Result<(), E> {
        self.settle(scalar);
        Ok(())
    }

    fn list<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        let node = ReadNode::within(self.place.notes).list(list)?;
        self.node(node);
        Ok(())
    }

    fn map<A: MapAccess<'de>>(mut self, map: A) -> Result<(), A::Error> {
        let target = &mut *self.target;
        if let Some(node) = self.place.inside(|notes| C::object(target, map, notes))? {
            self.node(node);
        } else {
            self.place.coerced(C::FORMS.has(JsonType::Object), C::EXPECTED, JsonType::Object);
        }
        Ok(())
    }
}

/// The values of a `Vec`.
struct Many<'a, T, C, N> {
    target: &'a mut Vec<T>,
    place: Place<'a, N>,
    codec: Marker<C>,
}

impl<T, C: Codec<T>, N: Notes> Many<'_, T, C, N> {
    const EXPECTED: &'static str = "list";
}

impl<'de, T, C: Codec<T>, N: Notes> Handle<'de> for Many<'_, T, C, N> {
    type Out = ();

    #[inline]
    fn saw(&mut self, found: JsonType) {
        self.place.saw(found);
    }

    /// One value where a list belongs is a list of one.
    fn scalar<E: de::Error>(mut self, scalar: Scalar<'_>) -> Result<(), E> {
        let found = scalar.json_type();
        if scalar.is_absent() {
            self.place.coerced(C::ALONE.has(found), Self::EXPECTED, found);
            return Ok(());
        }
        match C::scalar(scalar) {
            Read::Is(value) | Read::Bent(value, _) => {
                self.target.push(value);
                self.place.coerced(C::ALONE.has(found), Self::EXPECTED, found);
            }
            Read::Absent => self.place.coerced(C::ALONE.has(found), Self::EXPECTED, found),
            Read::Not(scalar) => self.place.set_aside(Node::Scalar(scalar), Self::EXPECTED),
        }
        Ok(())
    }

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Self { target, place, .. } = self;
        let mut index = 0;
        loop {
            let item = Place { key: place.key, index: Some(index), extra: &mut *place.extra, notes: &mut *place.notes };
            let one = One::<_, T, C, N> { target: &mut *target, place: item, types: std::marker::PhantomData };
            if list.next_element_seed(Any(one))?.is_none() {
                return Ok(());
            }
            index += 1;
        }
    }

    fn map<A: MapAccess<'de>>(mut self, map: A) -> Result<(), A::Error> {
        let target = &mut *self.target;
        match self.place.inside(|notes| C::object(target, map, notes))? {
            None => self.place.coerced(false, Self::EXPECTED, JsonType::Object),
            Some(Node::Scalar(scalar)) => {
                self.place.saw(scalar.json_type());
                return self.scalar(scalar);
            }
            Some(node) => self.place.set_aside(node, Self::EXPECTED),
        }
        Ok(())
    }
}

/// An identity.
struct Required<'a, T, N> {
    target: &'a mut T,
    place: Place<'a, N>,
}

impl<T: Identity, N: Notes> Required<'_, T, N>
where
    Plain: Codec<T>,
{
    const EXPECTED: &'static str = <Plain as Codec<T>>::EXPECTED;

    /// `extra` has the value until a duplicate replaces it, so that the report can tell what lost.
    #[cold]
    fn unreadable(self, found: String, value: Value) {
        let path = self.place.notes.path(self.place.at());
        let error = Error::Unreadable { path, expected: Self::EXPECTED, found };
        self.place.notes.trouble().set(self.place.key, error);
        self.place.extra.insert(self.place.key, value);
    }

    fn settle(mut self, scalar: Scalar<'_>) {
        let found = scalar.json_type();
        if scalar.is_absent() {
            return self.absent();
        }
        let word = if N::ON { Some(scalar.clone().into_owned()) } else { None };
        let (value, code) = match <Plain as Codec<T>>::scalar(scalar) {
            Read::Is(value) => (value, Code::CoercedType),
            Read::Bent(value, code) => (value, code),
            Read::Absent => return self.absent(),
            Read::Not(scalar) => {
                let value = scalar.into_value();
                return self.unreadable(format!("{found} {}", excerpt(&value.to_string())), value);
            }
        };
        *self.target = value;
        self.place.notes.trouble().forgive(self.place.key);
        if code != Code::CoercedType {
            let more = match word {
                Some(word) if code == Code::UnknownWord => More::Value(word.into_value()),
                _ => More::Nothing,
            };
            self.place.note(code, Self::EXPECTED, found, more);
        } else {
            self.place.coerced(<Plain as Codec<T>>::FORMS.has(found), Self::EXPECTED, found);
        }
    }

    #[cold]
    fn absent(self) {
        let path = self.place.notes.path(self.place.at());
        let error = Error::Missing { path, expected: Self::EXPECTED };
        self.place.notes.trouble().set(self.place.key, error);
        self.place.extra.insert(self.place.key, Value::Null);
    }

    fn node(mut self, node: Node<'_>) {
        self.place.saw(node.json_type());
        match node {
            Node::Scalar(scalar) => self.settle(scalar),
            node if node.is_absent() => self.absent(),
            node => {
                let found = node.json_type().to_string();
                let value = self.place.inside(|notes| node.into_value(notes));
                self.unreadable(found, value);
            }
        }
    }
}

impl<'de, T: Identity, N: Notes> Handle<'de> for Required<'_, T, N>
where
    Plain: Codec<T>,
{
    type Out = ();

    #[inline]
    fn saw(&mut self, found: JsonType) {
        self.place.saw(found);
    }

    fn scalar<E: de::Error>(self, scalar: Scalar<'_>) -> Result<(), E> {
        self.settle(scalar);
        Ok(())
    }

    fn list<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        let node = ReadNode::within(self.place.notes).list(list)?;
        self.node(node);
        Ok(())
    }

    fn map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let node = ReadNode::within(self.place.notes).map(map)?;
        self.node(node);
        Ok(())
    }
}

/// Reads a value by a codec on its own, for the adapters: `None` where there is none.
pub fn read_alone<'de, T, C: Codec<T>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    let mut value = None;
    let mut extra = Extra::new();
    let mut notes = super::notes::Quiet::default();
    let place = Place { key: "", index: None, extra: &mut extra, notes: &mut notes };
    Shape::<C>::fill(&mut value, from, place)?;
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
