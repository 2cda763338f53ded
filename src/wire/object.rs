//! A vendor object as a struct: the `payload!` table, the reading loop, the writing.

use serde_json::Value;

use super::gathered::Gathered;
use super::keys::{self, Field, Fields, Finder, Keys, Packed, Seen, Turn, keys};
use super::node::{DEEPEST, NUMBER_TOKEN, Node, ReadNode, below, number_of};
use super::notes::{At, More, Notes, Step};
use super::place::{Next, Spot};
use super::shape::{Shape, Target};
use super::sink::{Sink, WriteEntries};
use super::source::{Source, Stop};
use crate::error::Error;
use crate::extra::Extra;
use crate::report::Code;

/// A vendor object: what `payload!` implements.
pub trait Object: Default {
    /// The documented keys.
    fn keys() -> &'static Keys;
    /// Reads the value of the field of that index.
    fn read_field<N: Notes>(&mut self, index: u8, value: &mut Next<'_, '_, '_, N>) -> Result<(), Stop>;
    /// Gives all fields, in the struct's order.
    fn write_fields<W: Sink>(&self, to: &mut Writer<'_, W>);
    /// What the struct has no field for.
    fn extra(&self) -> &Extra;
    /// The same, to add to it.
    fn extra_mut(&mut self) -> &mut Extra;
    /// An identity that is not among the fields seen: its key, and what belongs there.
    fn missing(seen: &Seen) -> Option<(&'static str, &'static str)>;
}

/// The same while it is read, whatever object it is. It is implemented by references: a table of what owns nothing brings
/// no code that drops.
trait Reads<N> {
    fn read_field(&mut self, index: u8, value: &mut Next<'_, '_, '_, N>) -> Result<(), Stop>;
    fn extra_mut(&mut self) -> &mut Extra;
    fn missing(&self, seen: &Seen) -> Option<(&'static str, &'static str)>;
}

impl<T: Object, N: Notes> Reads<N> for &mut T {
    fn read_field(&mut self, index: u8, value: &mut Next<'_, '_, '_, N>) -> Result<(), Stop> {
        T::read_field(self, index, value)
    }

    fn extra_mut(&mut self) -> &mut Extra {
        T::extra_mut(self)
    }

    fn missing(&self, seen: &Seen) -> Option<(&'static str, &'static str)> {
        T::missing(seen)
    }
}

/// The reading of an object's entries, whatever object it is.
struct Reader<'a, N> {
    notes: &'a mut N,
    finder: Finder,
    seen: Seen,
    /// Whether the field that is being read was read before.
    again: bool,
    /// Whether its key is not just the documented one.
    near: bool,
    /// What no page names.
    unknown: Option<Box<Gathered>>,
}

impl<'a, N: Notes> Reader<'a, N> {
    fn new(keys: &'static Keys, notes: &'a mut N) -> Self {
        Self {
            notes,
            finder: Finder::new(keys, N::ON),
            seen: Seen::default(),
            again: false,
            near: false,
            unknown: None,
        }
    }

    /// Reads the entries from one on.
    fn read_from(
        &mut self,
        mut next: Packed,
        target: &mut dyn Reads<N>,
        from: &mut Source<'_, '_>,
    ) -> Result<(), Stop> {
        loop {
            let field = match next.place() {
                keys::Place::End => break,
                keys::Place::Exact(index) => {
                    self.again = self.seen.turn(index, true) != Turn::First;
                    self.near = false;
                    Some(index)
                }
                place => self.other(place, from)?,
            };
            if let Some(index) = field {
                let field = Field { keys: self.finder.keys, index };
                let at = Spot { field, notes: self.notes };
                target.read_field(index, &mut Next { from, at, again: self.again })?;
                if N::ON && self.near {
                    self.note_spelling(field.key());
                }
            }
            next = from.place(&mut self.finder)?;
        }
        if let Some((key, expected)) = target.missing(&self.seen) {
            let path = self.notes.path(At::key(key));
            self.notes.trouble().set(key, Error::Missing { path, expected });
        }
        if let Some(unknown) = self.unknown.take() {
            target.extra_mut().add_all(unknown.finish(self.notes));
        }
        Ok(())
    }

    /// Tells of the key of the field that was read.
    #[cold]
    fn note_spelling(&mut self, key: &'static str) {
        let found = self.notes.last_seen();
        let spelling = std::mem::take(&mut self.finder.name);
        self.notes.note(At::key(key), Code::KeySpelling, key, found, More::Spelling(spelling));
    }

    /// A key that is not just a field's documented one: the field whose value it has, or none where the value is dealt
    /// with here.
    #[cold]
    #[inline(never)]
    fn other(&mut self, place: keys::Place, from: &mut Source<'_, '_>) -> Result<Option<u8>, Stop> {
        let keys::Place::Near(index) = place else {
            let name = std::mem::take(&mut self.finder.name);
            let node = ReadNode::within(self.notes).read(from)?;
            self.unknown(name, node);
            return Ok(None);
        };
        let turn = self.seen.turn(index, false);
        if turn == Turn::Loses {
            // An exactly spelled one came before. It is read with no report too: what passes over a value lets pass what
            // no reader takes, a number of 999 digits for one.
            let node = ReadNode::within(self.notes).read(from)?;
            if N::ON {
                let name = self.finder.keys.name(index);
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

/// Reads the entries of a body.
pub fn read<T: Object, N: Notes>(target: &mut T, from: &mut Source<'_, '_>, notes: &mut N) -> Result<(), Stop> {
    read_all(T::keys(), &mut { target }, from, notes)
}

fn read_all<N: Notes>(
    keys: &'static Keys,
    target: &mut dyn Reads<N>,
    from: &mut Source<'_, '_>,
    notes: &mut N,
) -> Result<(), Stop> {
    let mut reader = Reader::new(keys, notes);
    let first = from.place(&mut reader.finder)?;
    reader.read_from(first, target, from)
}

/// Reads an object, or the number that it stands for, which is given back.
pub fn read_nested<'de, T: Object, N: Notes>(
    target: &mut impl Target<T>,
    from: &mut Source<'_, 'de>,
    notes: &mut N,
) -> Result<Option<Node<'de>>, Stop> {
    let number = read_all_or_number(T::keys(), &mut target.put_new(), from, notes)?;
    if number.is_some() {
        target.lose();
    }
    Ok(number)
}

fn read_all_or_number<'de, N: Notes>(
    keys: &'static Keys,
    target: &mut dyn Reads<N>,
    from: &mut Source<'_, 'de>,
    notes: &mut N,
) -> Result<Option<Node<'de>>, Stop> {
    if notes.depth() > DEEPEST {
        return Err(Stop::TooDeep);
    }
    let mut reader = Reader::new(keys, notes);
    let mut next = from.place(&mut reader.finder)?;
    if next.place() == keys::Place::Unknown && reader.finder.name == NUMBER_TOKEN {
        let name = std::mem::take(&mut reader.finder.name);
        let node = ReadNode::within(reader.notes).read(from)?;
        next = from.place(&mut reader.finder)?;
        if let (keys::Place::End, Some(number)) = (next.place(), number_of(&node)) {
            return Ok(Some(Node::Scalar(number)));
        }
        // It stands for a number only where it stands alone.
        reader.unknown(name, node);
    }
    reader.read_from(next, target, from).map(|()| None)
}

/// An object's fields on their way out, in the struct's order.
pub struct Writer<'a, W> {
    keys: &'static Keys,
    extra: &'a Extra,
    /// The fields that were written, if there is anything extra.
    written: Fields,
    to: &'a mut W,
}

impl<'a, W: Sink> Writer<'a, W> {
    /// Gives the next field, if it has a value. Out of line: it is asked for by each field of each object.
    #[inline(never)]
    pub fn field<C, F: Shape<C>>(&mut self, field: &F, index: u8, key: &'static str) {
        if !field.is_absent() {
            let unreadable = if self.extra.is_empty() { None } else { self.unreadable(index, key) };
            field.write(key, unreadable, self.to);
        }
    }

    /// What `extra` has under a field's key, which is written now.
    #[cold]
    fn unreadable(&mut self, index: u8, key: &str) -> Option<&'a Value> {
        self.written.insert(index);
        self.extra.get(key)
    }

    /// Gives what else the object came with.
    fn rest(self) {
        let Self { keys, extra, written, to, .. } = self;
        for (key, value) in extra {
            let field_is_written = matches!(keys.find(key), keys::Place::Exact(index) if written.has(index));
            if !field_is_written {
                to.put(key, value);
            }
        }
    }
}

/// An object's fields, then what else it came with.
impl<T: Object> WriteEntries for T {
    fn entries<W: Sink>(&self, to: &mut W) {
        let (keys, extra) = (T::keys(), self.extra());
        let mut writer = Writer { keys, extra, written: Fields::default(), to };
        self.write_fields(&mut writer);
        writer.rest();
    }
}

/// An object of which no key is known.
impl Object for Extra {
    fn keys() -> &'static Keys {
        static KEYS: Keys = keys!([] []);
        &KEYS
    }

    fn read_field<N: Notes>(&mut self, _: u8, _: &mut Next<'_, '_, '_, N>) -> Result<(), Stop> {
        unreachable!("no fields")
    }

    fn write_fields<W: Sink>(&self, _: &mut Writer<'_, W>) {}

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

    fn read_entries<N: Notes>(&mut self, from: &mut Source<'_, '_>, notes: &mut N) -> Result<(), Stop> {
        read(self, from, notes)
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
            use $crate::wire::keys::{Keys, Seen, keys};
            use $crate::wire::node::Node;
            use $crate::wire::notes::Notes;
            use $crate::wire::object::{self, Object, Writer};
            use $crate::wire::place::Next;
            use $crate::wire::scalar::{Codec, Forms, Plain};
            use $crate::wire::shape::{Shape, Target};
            use $crate::wire::sink::{Sink, write_object};
            use $crate::wire::source::{Source, Stop};

            #[allow(non_camel_case_types)]
            enum Index { $($field),* }

            impl Object for $name {
                fn keys() -> &'static Keys {
                    static KEYS: Keys = keys!([$($key)*] [$($(($alias, Index::$field as u8)),*)*]);
                    &KEYS
                }

                #[allow(non_upper_case_globals)]
                fn read_field<N: Notes>(&mut self, field_index: u8, value: &mut Next<'_, '_, '_, N>) -> Result<(), Stop> {
                    $(const $field: u8 = Index::$field as u8;)*
                    match field_index {
                        $($field => Shape::<payload!(@codec $($codec)?)>::read(&mut self.$field, value, &mut self.extra),)*
                        _ => unreachable!("no such field"),
                    }
                }

                fn write_fields<W: Sink>(&self, to: &mut Writer<'_, W>) {
                    $(to.field::<payload!(@codec $($codec)?), $type>(&self.$field, Index::$field as u8, $key);)*
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

            impl Codec<$name> for Plain {
                const EXPECTED: &'static str = "object";
                const FORMS: Forms = Forms::OBJECT;
                const OBJECT: bool = true;

                fn object<'de, N: Notes>(
                    target: &mut impl Target<$name>,
                    from: &mut Source<'_, 'de>,
                    notes: &mut N,
                ) -> Result<Option<Node<'de>>, Stop> {
                    object::read_nested(target, from, notes)
                }

                fn write<W: Sink>(value: &$name, key: &str, to: &mut W) {
                    to.object(key, value);
                }
            }

            impl $crate::wire::body::Read for $name {
                fn empty() -> Self {
                    Self::default()
                }

                fn read_entries<N: Notes>(&mut self, from: &mut Source<'_, '_>, notes: &mut N) -> Result<(), Stop> {
                    object::read(self, from, notes)
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
                    write_object(self, serializer)
                }
            }
        };
    };
    (@codec) => { $crate::wire::scalar::Plain };
    (@codec $codec:ty) => { $codec };
}
