//! A vendor object as a struct: the `payload!` table, the reading loop, the writing.

use std::fmt;

use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Unexpected, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde_json::Value;

use super::Marker;
use super::gathered::Gathered;
use super::keys::{self, Fields, Keys, ReadKey, Seen, Turn};
use super::node::{DEEPEST, NUMBER_TOKEN, Node, ReadNode, TOO_DEEP, below, number_of};
use super::notes::{At, More, Notes, Step};
use super::shape::{Place, Shape, Target};
use crate::error::Error;
use crate::extra::Extra;
use crate::report::Code;

/// A vendor object: what `payload!` implements.
pub trait Object: Default {
    /// The documented keys.
    fn keys() -> &'static Keys;
    /// Does something to the field of that index.
    fn field_mut<V: OnFieldMut>(&mut self, index: u8, act: V) -> V::Out;
    /// Writes the fields that have a value; tells which.
    fn write_fields<M: SerializeMap>(&self, map: &mut M) -> Result<Fields, M::Error>;
    /// What the struct has no field for.
    fn extra(&self) -> &Extra;
    /// The same, to add to it.
    fn extra_mut(&mut self) -> &mut Extra;
    /// An identity that is not among the fields seen: its key, and what belongs there.
    fn missing(seen: &Seen) -> Option<(&'static str, &'static str)>;
}

/// Something to do to a field of whatever type.
pub trait OnFieldMut {
    type Out;
    fn act<C, F: Shape<C>>(self, field: &mut F, extra: &mut Extra, key: &'static str) -> Self::Out;
}

/// Reads the value that is next in the map.
struct ReadField<'a, 'b, 'de, A, N> {
    map: &'a mut A,
    reader: &'a mut Reader<'b, N>,
    input: std::marker::PhantomData<&'de ()>,
}

impl<'de, A: MapAccess<'de>, N: Notes> OnFieldMut for ReadField<'_, '_, 'de, A, N> {
    type Out = Result<(), A::Error>;

    fn act<C, F: Shape<C>>(self, field: &mut F, extra: &mut Extra, key: &'static str) -> Self::Out {
        let Self { map, reader, .. } = self;
        if reader.again {
            replace(field, extra, key, reader.notes);
        }
        let place = Place { key, index: None, extra, notes: reader.notes };
        map.next_value_seed(Fill::<F, C, N> { field, place, codec: std::marker::PhantomData })?;
        if N::ON && reader.near {
            let found = reader.notes.last_seen();
            let spelling = std::mem::take(&mut reader.name);
            reader.notes.note(At::key(key), Code::KeySpelling, key, found, More::Spelling(spelling));
        }
        Ok(())
    }
}

struct Fill<'a, F, C, N> {
    field: &'a mut F,
    place: Place<'a, N>,
    codec: Marker<C>,
}

impl<'de, C, F: Shape<C>, N: Notes> DeserializeSeed<'de> for Fill<'_, F, C, N> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        self.field.fill(from, self.place)
    }
}

/// Makes room for a further value of a field: what was there, and what `extra` has of it, is gone.
#[cold]
fn replace<C, F: Shape<C>, N: Notes>(field: &mut F, extra: &mut Extra, key: &'static str, notes: &mut N) {
    notes.trouble().forgive(key);
    if N::ON {
        notes.duplicate(key, as_written(field, extra, key));
    }
    field.clear();
    extra.remove(key);
}

/// A field as it would be written; null where it would not.
fn as_written<C, F: Shape<C>>(field: &F, extra: &Extra, key: &'static str) -> Value {
    let unreadable = extra.get(key);
    if field.is_absent() || F::REQUIRED.is_some() && unreadable.is_some() {
        return unreadable.cloned().unwrap_or_default();
    }
    field.write(unreadable, serde_json::value::Serializer).unwrap_or_default()
}

/// The reading of an object's entries, whatever object it is.
pub struct Reader<'a, N> {
    keys: &'static Keys,
    notes: &'a mut N,
    seen: Seen,
    /// The field after the last one read: vendors keep their order.
    guess: u8,
    /// Whether the field that is being read was read before.
    again: bool,
    /// Whether its key is not just the documented one.
    near: bool,
    /// The last key that was not a field's documented one.
    name: String,
    /// What no page names.
    unknown: Option<Box<Gathered>>,
}

impl<'a, N: Notes> Reader<'a, N> {
    pub fn new(keys: &'static Keys, notes: &'a mut N) -> Self {
        Self {
            keys,
            notes,
            seen: Seen::default(),
            guess: 0,
            again: false,
            near: false,
            name: String::new(),
            unknown: None,
        }
    }

    /// Reads all entries of an object.
    pub fn read<'de, T: Object, A: MapAccess<'de>>(mut self, target: &mut T, map: &mut A) -> Result<(), A::Error> {
        let first = self.first_key(map)?;
        self.read_from(first, target, map)
    }

    /// The key before there is a target.
    fn first_key<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<Option<keys::Place>, A::Error> {
        map.next_key_seed(ReadKey { keys: self.keys, guess: 0, name: &mut self.name, keep_spelling: N::ON })
    }

    /// Reads the entry of a key, and all behind it.
    fn read_from<'de, T: Object, A: MapAccess<'de>>(
        mut self,
        mut next: Option<keys::Place>,
        target: &mut T,
        map: &mut A,
    ) -> Result<(), A::Error> {
        while let Some(place) = next {
            let field = match place {
                keys::Place::Exact(index) => {
                    self.again = self.seen.turn(index, true) != Turn::First;
                    self.near = false;
                    Some(index)
                }
                place => self.other(place, map)?,
            };
            if let Some(index) = field {
                self.guess = index + 1;
                let reader = &mut self;
                target.field_mut(index, ReadField { map, reader, input: std::marker::PhantomData })?;
            }
            let Self { guess, ref mut name, .. } = self;
            next = map.next_key_seed(ReadKey { keys: T::keys(), guess, name, keep_spelling: N::ON })?;
        }
        if let Some((key, expected)) = T::missing(&self.seen) {
            let path = self.notes.path(At::key(key));
            self.notes.trouble().set(key, Error::Missing { path, expected });
        }
        if let Some(unknown) = self.unknown {
            target.extra_mut().extend(unknown.finish(self.notes));
        }
        Ok(())
    }

    /// A key that is not just a field's documented one: the field whose value it has, or none where the value is dealt
    /// with here.
    #[cold]
    #[inline(never)]
    fn other<'de, A: MapAccess<'de>>(&mut self, place: keys::Place, map: &mut A) -> Result<Option<u8>, A::Error> {
        let keys::Place::Near(index) = place else {
            let name = std::mem::take(&mut self.name);
            let node = map.next_value_seed(ReadNode::within(self.notes))?;
            self.unknown(name, node);
            return Ok(None);
        };
        let turn = self.seen.turn(index, false);
        if turn == Turn::Loses {
            // An exactly spelled one came before. It is read with no report too: what passes over a value lets pass what
            // no reader takes, a number of 999 digits for one.
            let node = map.next_value_seed(ReadNode::within(self.notes))?;
            if N::ON {
                let name = self.keys.name(index);
                let lost = below(self.notes, || Step::Key(name), |notes| node.into_value(notes));
                self.notes.duplicate(name, lost);
            }
            return Ok(None);
        }
        (self.again, self.near) = (turn == Turn::Replaces, true);
        Ok(Some(index))
    }

    /// A key that the page does not name.
    fn unknown(&mut self, name: String, node: Node<'_>) {
        let found = node.json_type();
        let value = below(self.notes, || Step::Name(name.clone()), |notes| node.into_value(notes));
        self.unknown.get_or_insert_default().add_unknown(name, value, found, self.notes);
    }
}

/// Reads an object, or the number that the map stands for, which is given back.
pub fn read_nested<'de, T, A, N>(
    target: &mut impl Target<T>,
    mut map: A,
    notes: &mut N,
) -> Result<Option<Node<'de>>, A::Error>
where
    T: Object,
    A: MapAccess<'de>,
    N: Notes,
{
    if notes.depth() > DEEPEST {
        return Err(A::Error::custom(TOO_DEEP));
    }
    let mut reader = Reader::new(T::keys(), notes);
    let mut next = reader.first_key(&mut map)?;
    if next == Some(keys::Place::Unknown) && reader.name == NUMBER_TOKEN {
        let name = std::mem::take(&mut reader.name);
        let node = map.next_value_seed(ReadNode::within(reader.notes))?;
        next = reader.first_key(&mut map)?;
        if let (None, Some(number)) = (next, number_of(&node)) {
            return Ok(Some(Node::Scalar(number)));
        }
        // It stands for a number only where it stands alone.
        reader.unknown(name, node);
    }
    reader.read_from(next, target.put_new(), &mut map)?;
    Ok(None)
}

/// Reads a body into an empty struct, in place: a large one is not handed from `Result` to `Result`.
#[inline]
pub fn read_into<'de, T: Object, D: Deserializer<'de>, N: Notes>(
    target: &mut T,
    from: D,
    notes: &mut N,
) -> Result<(), D::Error> {
    from.deserialize_map(Root { target, notes })
}

struct Root<'a, T, N> {
    target: &'a mut T,
    notes: &'a mut N,
}

impl<T> Target<T> for &mut T {
    fn put(&mut self, value: T) {
        **self = value;
    }

    fn put_new(&mut self) -> &mut T
    where
        T: Default,
    {
        self
    }
}

impl<'de, T: Object, N: Notes> Visitor<'de> for Root<'_, T, N> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("object")
    }

    /// Only at its end, for until then a duplicate may still bring the identity.
    fn visit_map<A: MapAccess<'de>>(mut self, map: A) -> Result<(), A::Error> {
        match read_nested::<T, A, N>(&mut self.target, map, self.notes)? {
            None => self.notes.trouble().first().map_or(Ok(()), |error| Err(A::Error::custom(error))),
            Some(_) => Err(A::Error::invalid_type(Unexpected::Other("number"), &self)),
        }
    }
}

/// Writes a field that has a value; tells whether it had.
pub fn write_field<C, F, M>(field: &F, extra: &Extra, key: &'static str, map: &mut M) -> Result<bool, M::Error>
where
    F: Shape<C>,
    M: SerializeMap,
{
    if field.is_absent() {
        return Ok(false);
    }
    let unreadable = if extra.is_empty() { None } else { extra.get(key) };
    map.serialize_entry(key, &WrittenField::<F, C> { field, unreadable, codec: std::marker::PhantomData })?;
    Ok(true)
}

struct WrittenField<'a, F, C> {
    field: &'a F,
    unreadable: Option<&'a Value>,
    codec: Marker<C>,
}

impl<C, F: Shape<C>> Serialize for WrittenField<'_, F, C> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.field.write(self.unreadable, serializer)
    }
}

/// Writes an object: its fields, then what else it came with.
pub fn write<T: Object, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    write_entries(object, &mut map)?;
    map.end()
}

/// Writes an object's entries into a map.
pub fn write_entries<T: Object, M: SerializeMap>(object: &T, map: &mut M) -> Result<(), M::Error> {
    let written = object.write_fields(map)?;
    for (key, value) in object.extra() {
        let field_is_written = matches!(T::keys().find(key), keys::Place::Exact(index) if written.has(index));
        if !field_is_written {
            map.serialize_entry(key, value)?;
        }
    }
    Ok(())
}

/// An object of which no key is known.
impl Object for Extra {
    fn keys() -> &'static Keys {
        static KEYS: Keys = Keys::new(&[], &[]);
        &KEYS
    }

    fn field_mut<V: OnFieldMut>(&mut self, _: u8, _: V) -> V::Out {
        unreachable!("no fields")
    }

    fn write_fields<M: SerializeMap>(&self, _: &mut M) -> Result<Fields, M::Error> {
        Ok(Fields::default())
    }

    fn extra(&self) -> &Extra {
        self
    }

    fn extra_mut(&mut self) -> &mut Extra {
        self
    }

    fn missing(_: &Seen) -> Option<(&'static str, &'static str)> {
        None
    }
}

impl super::body::Read for Extra {
    fn empty() -> Self {
        Self::new()
    }

    fn read_into<'de, D: Deserializer<'de>, N: Notes>(&mut self, from: D, notes: &mut N) -> Result<(), D::Error> {
        read_into(self, from, notes)
    }
}

/// Declares a vendor object as a table: field, type, wire key, and where they matter other documented keys
/// (`= "content" | "Label"`) and the codec (`as UnixSeconds`). Fields are `Option` or `Vec`, but for identities.
macro_rules! payload {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $(
                $(#[$field_meta:meta])*
                pub $field:ident: $type:ty = $key:literal $(| $alias:literal)* $(as $codec:ty)?,
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Default)]
        #[non_exhaustive]
        $vis struct $name {
            $(
                $(#[$field_meta])*
                pub $field: $type,
            )*
            /// What the body had beyond these fields, and values that could not be read as theirs; see [`Extra`](crate::Extra).
            pub extra: $crate::Extra,
        }

        const _: () = {
            use $crate::wire::keys::{Fields, Seen};
            use $crate::wire::object::{Object, OnFieldMut, write_field};
            use $crate::wire::shape::Shape;

            #[allow(non_camel_case_types)]
            enum Index { $($field),* }

            impl Object for $name {
                fn keys() -> &'static $crate::wire::keys::Keys {
                    static KEYS: $crate::wire::keys::Keys = $crate::wire::keys::Keys::new(
                        &[$($crate::wire::keys::Name::new($key)),*],
                        &[$($(($alias, Index::$field as u8),)*)*],
                    );
                    &KEYS
                }

                #[allow(non_upper_case_globals)]
                fn field_mut<V: OnFieldMut>(&mut self, field_index: u8, act: V) -> V::Out {
                    $(const $field: u8 = Index::$field as u8;)*
                    match field_index {
                        $($field => act.act::<payload!(@codec $($codec)?), $type>(&mut self.$field, &mut self.extra, $key),)*
                        _ => unreachable!("no such field"),
                    }
                }

                fn write_fields<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<Fields, M::Error> {
                    let mut written = Fields::default();
                    $(
                        if write_field::<payload!(@codec $($codec)?), $type, M>(&self.$field, &self.extra, $key, map)? {
                            written.insert(Index::$field as u8);
                        }
                    )*
                    Ok(written)
                }

                fn extra(&self) -> &$crate::Extra {
                    &self.extra
                }

                fn extra_mut(&mut self) -> &mut $crate::Extra {
                    &mut self.extra
                }

                fn missing(seen: &Seen) -> Option<(&'static str, &'static str)> {
                    $(
                        if let Some(expected) = <$type as Shape<payload!(@codec $($codec)?)>>::REQUIRED {
                            if !seen.has(Index::$field as u8) {
                                return Some(($key, expected));
                            }
                        }
                    )*
                    let _ = seen;
                    None
                }
            }

            impl $crate::wire::scalar::Codec<$name> for $crate::wire::scalar::Plain {
                const EXPECTED: &'static str = "object";
                const FORMS: $crate::wire::scalar::Forms = $crate::wire::scalar::Forms::OBJECT;
                const OBJECT: bool = true;

                fn scalar(scalar: $crate::wire::scalar::Scalar<'_>) -> $crate::wire::scalar::Read<'_, $name> {
                    $crate::wire::scalar::Read::Not(scalar)
                }

                fn object<'de, A: serde::de::MapAccess<'de>, N: $crate::wire::notes::Notes>(
                    target: &mut impl $crate::wire::shape::Target<$name>,
                    map: A,
                    notes: &mut N,
                ) -> Result<Option<$crate::wire::node::Node<'de>>, A::Error> {
                    $crate::wire::object::read_nested(target, map, notes)
                }

                fn write<S: serde::Serializer>(value: &$name, serializer: S) -> Result<S::Ok, S::Error> {
                    $crate::wire::object::write(value, serializer)
                }
            }

            impl $crate::wire::body::Read for $name {
                fn empty() -> Self {
                    Self::default()
                }

                #[inline]
                fn read_into<'de, D: serde::Deserializer<'de>, N: $crate::wire::notes::Notes>(
                    &mut self,
                    from: D,
                    notes: &mut N,
                ) -> Result<(), D::Error> {
                    $crate::wire::object::read_into(self, from, notes)
                }
            }

            impl $crate::Payload for $name {}

            /// Reads leniently; see the crate's promises.
            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    $crate::wire::body::read(deserializer)
                }
            }

            /// Writes the vendor's form.
            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    $crate::wire::object::write(self, serializer)
                }
            }
        };
    };
    (@codec) => { $crate::wire::scalar::Plain };
    (@codec $codec:ty) => { $codec };
}
