//! Where a value goes: one (`Option`), many (`Vec`), or an identity that must be there.

use serde::de::{Deserializer, Error as _};
use serde_json::Value;

use super::Marker;
use super::keys::{Field, Keys, Name};
use super::node::{Node, ReadNode, add};
use super::notes::{At, More, Notes, Quiet, Step};
use super::scalar::{Codec, Forms, Plain, Read, Scalar};
use super::sink::{Sink, WriteItems};
use super::source::{Handle, Nested, Source, Stop, read_one};
use crate::error::{Error, excerpt};
use crate::extra::Extra;
use crate::report::{Code, JsonType};

/// The field that is being read, and what goes with it.
#[derive(Debug)]
pub struct Place<'a, N> {
    pub field: Field,
    /// The item of the list under the key.
    pub index: Option<usize>,
    pub extra: &'a mut Extra,
    pub notes: &'a mut N,
}

impl<N: Notes> Place<'_, N> {
    /// The field's documented key. It is looked up where it is needed, which is hardly ever.
    fn key(&self) -> &'static str {
        self.field.key()
    }

    fn at(&self) -> At<'static> {
        At { key: Some(self.key()), index: self.index }
    }

    fn note(&mut self, code: Code, expected: &'static str, found: JsonType, more: More) {
        self.notes.note(self.at(), code, expected, found, more);
    }

    /// Reads a raw value, which is written under the field's key.
    pub fn raw(&mut self, from: &mut Source<'_, '_>) -> Result<Value, Stop> {
        let node = self.inside(|notes| ReadNode::here(notes).read(from))?;
        self.saw(node.json_type());
        Ok(self.inside(|notes| node.into_value(notes)))
    }

    /// Reads a list or an object where neither belongs; gives the scalar back for which an object stood.
    #[cold]
    #[inline(never)]
    fn misplaced<'de>(
        &mut self,
        nested: Nested<'_, '_, 'de>,
        forms: Forms,
        expected: &'static str,
    ) -> Result<Option<Scalar<'de>>, Stop> {
        let node = ReadNode::within(self.notes).nested(nested)?;
        Ok(self.node(node, forms, expected))
    }

    /// Reads a raw value that a typed reader is going to read.
    pub fn hold<'de>(&mut self, from: &mut Source<'_, 'de>) -> Result<Node<'de>, Stop> {
        let node = self.inside(|notes| ReadNode::whole(notes).read(from))?;
        self.saw(node.json_type());
        Ok(node)
    }

    /// Does something at the value: its steps are on the path.
    pub fn inside<R>(&mut self, act: impl FnOnce(&mut N) -> R) -> R {
        let key = self.key();
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
                self.extra.insert(self.key(), value);
            }
            Some(_) => self.extra.push_item(self.key(), value),
        }
    }

    /// Takes the record for somebody else's if the value says so.
    fn check<T, C: Codec<T>>(&mut self, value: &T) {
        if let Some(found) = C::foreign(value) {
            let path = self.notes.path(self.at());
            let error = Error::OtherCallback { path, expected: C::EXPECTED, found: excerpt(&found) };
            self.notes.trouble().set_first(self.field.key(), error);
        }
    }

    /// Takes note of the JSON type of the field's value.
    #[inline]
    fn saw(&mut self, found: JsonType) {
        if N::ON && self.index.is_none() {
            self.notes.saw(found);
        }
    }

    /// Tells of "no value", if there is anything to tell.
    fn absent(&mut self, found: JsonType, forms: Forms, expected: &'static str) {
        if self.index.is_some() {
            self.note(Code::EmptyItem, expected, found, More::Nothing);
        } else {
            self.coerced(forms.has(found), expected, found);
        }
    }

    /// Settles a list or an object where neither belongs; gives the scalar back for which an object stood.
    #[cold]
    #[inline(never)]
    fn node<'de>(&mut self, node: Node<'de>, forms: Forms, expected: &'static str) -> Option<Scalar<'de>> {
        self.saw(node.json_type());
        match node {
            Node::Scalar(scalar) => return Some(scalar),
            node if !matches!(node, Node::Object(_)) && node.is_absent() => {
                self.absent(node.json_type(), forms, expected)
            }
            node => self.set_aside(node, expected),
        }
        None
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
    fn fill<N: Notes>(&mut self, from: &mut Source<'_, '_>, place: Place<'_, N>) -> Result<(), Stop>;
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

impl<T, C: Codec<T>> Shape<C> for Option<T> {
    fn fill<N: Notes>(&mut self, from: &mut Source<'_, '_>, place: Place<'_, N>) -> Result<(), Stop> {
        from.value(&mut One::<_, T, C, N> { target: self, place, types: std::marker::PhantomData })
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
    fn fill<N: Notes>(&mut self, from: &mut Source<'_, '_>, place: Place<'_, N>) -> Result<(), Stop> {
        from.value(&mut Many::<T, C, N> { target: self, place, codec: std::marker::PhantomData })
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

impl<T: Identity> Shape<Plain> for T
where
    Plain: Codec<T>,
{
    const REQUIRED: Option<&'static str> = Some(<Plain as Codec<T>>::EXPECTED);

    fn fill<N: Notes>(&mut self, from: &mut Source<'_, '_>, place: Place<'_, N>) -> Result<(), Stop> {
        from.value(&mut Required { target: self, place })
    }

    /// It is written whatever it is.
    fn is_absent(&self) -> bool {
        false
    }

    fn clear(&mut self) {
        *self = T::default();
    }

    fn write<W: Sink>(&self, key: &'static str, _: Option<&Value>, to: &mut W) {
        Plain::write(self, key, to);
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
    fn settle(&mut self, scalar: Scalar<'_>) {
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

    fn absent(&mut self, found: JsonType) {
        self.place.absent(found, C::FORMS, C::EXPECTED);
    }

    /// Settles what the object codec gave back.
    fn node(&mut self, node: Node<'_>) {
        if let Some(scalar) = self.place.node(node, C::FORMS, C::EXPECTED) {
            self.settle(scalar);
        }
    }

    /// Settles a list, or an object where none belongs.
    fn misplaced(&mut self, nested: Nested<'_, '_, '_>) -> Result<(), Stop> {
        if let Some(scalar) = self.place.misplaced(nested, C::FORMS, C::EXPECTED)? {
            self.settle(scalar);
        }
        Ok(())
    }
}

impl<'de, G: Target<T>, T, C: Codec<T>, N: Notes> Handle<'de> for One<'_, G, T, C, N> {
    fn scalar(&mut self, scalar: Scalar<'de>) {
        self.place.saw(scalar.json_type());
        self.settle(scalar);
    }

    fn text(&mut self, text: &'de str) {
        self.place.saw(JsonType::String);
        match C::documented_text(text) {
            Some(value) => self.target.put(value),
            None if text.is_empty() && self.alone_as(JsonType::String) => {}
            None => self.settle(Scalar::Text(text.into())),
        }
    }

    fn number(&mut self, number: u64) {
        self.place.saw(JsonType::Number);
        match C::documented_number(number) {
            Some(value) => self.target.put(value),
            None if number == 0 && C::ZERO_IS_ABSENT && self.alone_as(JsonType::Number) => {}
            None => self.settle(Scalar::Uint(number)),
        }
    }

    fn nested(&mut self, nested: Nested<'_, '_, 'de>) -> Result<(), Stop> {
        let node = match nested {
            Nested::Object(object) if C::OBJECT => {
                self.place.saw(JsonType::Object);
                let target = &mut *self.target;
                match self.place.inside(|notes| C::object(target, object, notes))? {
                    Some(node) => node,
                    None => {
                        self.place.coerced(C::FORMS.has(JsonType::Object), C::EXPECTED, JsonType::Object);
                        return Ok(());
                    }
                }
            }
            nested => return self.misplaced(nested),
        };
        self.node(node);
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
    /// One value where a list belongs is a list of one.
    fn scalar(&mut self, scalar: Scalar<'de>) {
        let found = scalar.json_type();
        self.place.saw(found);
        if !scalar.is_absent() {
            match C::scalar(scalar) {
                Read::Is(value) | Read::Bent(value, _) => self.target.push(value),
                Read::Absent => {}
                Read::Not(scalar) => return self.place.set_aside(Node::Scalar(scalar), Self::EXPECTED),
            }
        }
        self.place.coerced(C::ALONE.has(found), Self::EXPECTED, found);
    }

    fn nested(&mut self, nested: Nested<'_, '_, 'de>) -> Result<(), Stop> {
        match nested {
            Nested::List(list) => {
                self.place.saw(JsonType::Array);
                let Self { target, place, .. } = self;
                for index in 0.. {
                    let item = Place { field: place.field, index: Some(index), extra: place.extra, notes: place.notes };
                    let types = std::marker::PhantomData;
                    if !list.item(&mut One::<_, T, C, N> { target: &mut **target, place: item, types })? {
                        break;
                    }
                }
            }
            Nested::Object(object) => {
                self.place.saw(JsonType::Object);
                let target = &mut *self.target;
                match self.place.inside(|notes| C::object(target, object, notes))? {
                    None => self.place.coerced(false, Self::EXPECTED, JsonType::Object),
                    Some(Node::Scalar(scalar)) => self.scalar(scalar),
                    Some(node) => self.place.set_aside(node, Self::EXPECTED),
                }
            }
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

    fn put(&mut self, value: T) {
        *self.target = value;
        self.place.notes.trouble().forgive(self.place.field.key());
    }

    /// `extra` has the value until a duplicate replaces it, so that the report can tell what lost.
    #[cold]
    fn unreadable(&mut self, found: String, value: Value) {
        let path = self.place.notes.path(self.place.at());
        let error = Error::Unreadable { path, expected: Self::EXPECTED, found };
        self.place.notes.trouble().set(self.place.field.key(), error);
        self.place.extra.insert(self.place.key(), value);
    }

    #[inline(never)]
    fn settle(&mut self, scalar: Scalar<'_>) {
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
                let shown = scalar.shown();
                return self.unreadable(format!("{found} {}", excerpt(&shown)), scalar.into_value());
            }
        };
        self.put(value);
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
    fn absent(&mut self) {
        let path = self.place.notes.path(self.place.at());
        let error = Error::Missing { path, expected: Self::EXPECTED };
        self.place.notes.trouble().set(self.place.field.key(), error);
        self.place.extra.insert(self.place.key(), Value::Null);
    }

    #[inline(never)]
    fn node(&mut self, node: Node<'_>) {
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
    fn scalar(&mut self, scalar: Scalar<'de>) {
        self.place.saw(scalar.json_type());
        self.settle(scalar);
    }

    fn text(&mut self, text: &'de str) {
        self.place.saw(JsonType::String);
        match Plain::documented_text(text) {
            Some(value) => self.put(value),
            None => self.settle(Scalar::Text(text.into())),
        }
    }

    fn number(&mut self, number: u64) {
        self.place.saw(JsonType::Number);
        match Plain::documented_number(number) {
            Some(value) => self.put(value),
            None => self.settle(Scalar::Uint(number)),
        }
    }

    fn nested(&mut self, nested: Nested<'_, '_, 'de>) -> Result<(), Stop> {
        let node = ReadNode::within(self.place.notes).nested(nested)?;
        self.node(node);
        Ok(())
    }
}

/// The field of a value that stands alone.
const ALONE: Field = {
    static KEYS: Keys = Keys::new(&[Name::new("")], &[]);
    Field { keys: &KEYS, index: 0 }
};

/// Reads a value by a codec on its own, for the adapters: `None` where there is none.
pub fn read_alone<'de, T, C: Codec<T>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    let mut value = None;
    let mut extra = Extra::new();
    let mut notes = Quiet::default();
    read_one(from, |from| {
        let place = Place { field: ALONE, index: None, extra: &mut extra, notes: &mut notes };
        Shape::<C>::fill(&mut value, from, place)
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
