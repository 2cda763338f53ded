//! Values on their way to a field, whatever its type: the type is asked what it makes of them ([`Take`]), all else is
//! the same for all.

use serde_json::Value;

use super::node::{Node, ReadNode};
use super::notes::{More, Notes};
use super::place::{Next, Place};
use super::scalar::{Forms, Read, Scalar};
use super::source::{Handle, Nested, Source, Stop};
use crate::error::{Error, excerpt};
use crate::extra::Extra;
use crate::report::{Code, JsonType};

/// What is told of a type, and what is known of it before it is asked.
#[derive(Debug)]
pub struct About {
    /// What belongs there, in words.
    pub expected: &'static str,
    /// The JSON types that the documents use.
    pub forms: Forms,
    /// Those that they use for a single value where a list belongs.
    pub alone: Forms,
    /// Whether it is read from objects.
    pub object: bool,
    /// Whether 0 is a way to write "no value".
    pub zero_is_absent: bool,
}

/// What may get another value instead of the one that it has.
pub trait Refill<N> {
    /// Gives what it has, as it would be written, and has nothing any more. `unreadable` is what `extra` has of it. None
    /// where that is nothing, or where nobody records what is lost.
    fn empty(&mut self, key: &'static str, unreadable: Option<&Value>) -> Option<Value>;
}

/// A field, as one that takes values.
pub trait Take<N>: Refill<N> {
    /// What is told of its type.
    fn about(&self) -> &'static About;
    /// Takes a text if it is just as documented; tells whether it is.
    fn text(&mut self, text: &str) -> bool;
    /// Takes a number if it is just as documented; tells whether it is.
    fn number(&mut self, number: u64) -> bool;
    /// Takes a scalar, which is neither null nor `""`, if it can be read; gives what was found if that says that the
    /// whole body is of another kind.
    fn scalar<'s>(&mut self, scalar: Scalar<'s>) -> Read<'s, Option<String>>;
    /// Takes an object, or gives it back, or what it stands for.
    fn object<'de>(&mut self, from: &mut Source<'_, 'de>, notes: &mut N) -> Result<Option<Node<'de>>, Stop>;
}

/// A way to read a value: [`Next::one`], [`Next::many`] or [`Next::required`].
type ReadShape<'a, 'b, 'de, N> = fn(&mut Next<'a, 'b, 'de, N>, &mut dyn Take<N>, &mut Extra) -> Result<(), Stop>;

impl<'a, 'b, 'de, N: Notes> Next<'a, 'b, 'de, N> {
    /// Reads one value.
    #[inline(never)]
    pub fn one(&mut self, to: &mut dyn Take<N>, extra: &mut Extra) -> Result<(), Stop> {
        if self.again {
            return self.instead(to, extra, Self::one);
        }
        self.from.value(&mut One { to, place: Place { spot: &mut self.at, index: None, extra } })
    }

    /// Reads a list.
    #[inline(never)]
    pub fn many(&mut self, to: &mut dyn Take<N>, extra: &mut Extra) -> Result<(), Stop> {
        if self.again {
            return self.instead(to, extra, Self::many);
        }
        self.from.value(&mut Many { to, place: Place { spot: &mut self.at, index: None, extra } })
    }

    /// Reads an identity.
    #[inline(never)]
    pub fn required(&mut self, to: &mut dyn Take<N>, extra: &mut Extra) -> Result<(), Stop> {
        if self.again {
            return self.instead(to, extra, Self::required);
        }
        self.from.value(&mut Required { to, place: Place { spot: &mut self.at, index: None, extra } })
    }

    /// Reads a further value of a field, instead of the one that it has.
    #[cold]
    #[inline(never)]
    fn instead(
        &mut self,
        to: &mut dyn Take<N>,
        extra: &mut Extra,
        read: ReadShape<'a, 'b, 'de, N>,
    ) -> Result<(), Stop> {
        self.make_room(to, extra);
        read(self, to, extra)
    }

    /// Makes room for a further value of a field, if it has one: that, and what `extra` has of it, is gone.
    pub fn make_room(&mut self, to: &mut (impl Refill<N> + ?Sized), extra: &mut Extra) {
        if !std::mem::take(&mut self.again) {
            return;
        }
        let key = self.at.field.key();
        self.at.notes.trouble().forgive(key);
        let unreadable = extra.get(key);
        let lost = to.empty(key, unreadable);
        if N::ON {
            self.at.notes.duplicate(key, lost.or_else(|| unreadable.cloned()).unwrap_or_default());
        }
        extra.remove(key);
    }
}

/// One value: that of an `Option`, or an item of a list.
struct One<'a, 'b, N> {
    to: &'a mut dyn Take<N>,
    place: Place<'a, 'b, N>,
}

impl<N: Notes> One<'_, '_, N> {
    /// Whether "no value" in this JSON type is nothing to tell: it is documented, and no item of a list.
    fn alone_as(&self, found: JsonType) -> bool {
        self.place.index.is_none() && self.to.about().forms.has(found)
    }

    /// Reads what is there, or says that nothing is. What is as documented has been read before it comes here.
    #[inline(never)]
    fn settle(&mut self, scalar: Scalar<'_>) {
        let about = self.to.about();
        let found = scalar.json_type();
        if scalar.is_absent() {
            return self.absent(found);
        }
        let word = if N::ON { Some(scalar.clone().into_owned()) } else { None };
        let (foreign, code) = match self.to.scalar(scalar) {
            Read::Is(foreign) => (foreign, None),
            Read::Bent(foreign, code) => (foreign, Some(code)),
            Read::Absent => return self.absent(found),
            Read::Not(scalar) => return self.place.set_aside(Node::Scalar(scalar), about.expected),
        };
        if let Some(other) = foreign {
            self.place.foreign(about.expected, &other);
        }
        match code {
            None => self.place.coerced(about.forms.has(found), about.expected, found),
            Some(code) => self.place.bent(code, about.expected, found, word),
        }
    }

    /// Tells of "no value", if there is anything to tell.
    fn absent(&mut self, found: JsonType) {
        let about = self.to.about();
        if self.place.index.is_some() {
            self.place.note(Code::EmptyItem, about.expected, found, More::Nothing);
        } else {
            self.place.coerced(about.forms.has(found), about.expected, found);
        }
    }

    /// Settles what no object codec took: it stands for a scalar, or does not belong there.
    #[cold]
    #[inline(never)]
    fn node(&mut self, node: Node<'_>) {
        self.place.saw(node.json_type());
        match node {
            Node::Scalar(scalar) => self.settle(scalar),
            node if node.is_absent() => self.absent(node.json_type()),
            node => self.place.set_aside(node, self.to.about().expected),
        }
    }
}

impl<'de, N: Notes> Handle<'de> for One<'_, '_, N> {
    fn scalar(&mut self, scalar: Scalar<'de>) {
        self.place.saw(scalar.json_type());
        self.settle(scalar);
    }

    fn text(&mut self, text: &'de str) {
        self.place.saw(JsonType::String);
        let taken = self.to.text(text) || text.is_empty() && self.alone_as(JsonType::String);
        if !taken {
            self.settle(Scalar::Text(text.into()));
        }
    }

    fn number(&mut self, number: u64) {
        self.place.saw(JsonType::Number);
        let taken =
            self.to.number(number) || number == 0 && self.to.about().zero_is_absent && self.alone_as(JsonType::Number);
        if !taken {
            self.settle(Scalar::Uint(number));
        }
    }

    fn nested(&mut self, nested: Nested<'_, '_, 'de>) -> Result<(), Stop> {
        let about = self.to.about();
        let node = match nested {
            Nested::Object(object) if about.object => {
                self.place.saw(JsonType::Object);
                let to = &mut *self.to;
                match self.place.inside(|notes| to.object(object, notes))? {
                    Some(node) => node,
                    None => {
                        let documented = about.forms.has(JsonType::Object);
                        self.place.coerced(documented, about.expected, JsonType::Object);
                        return Ok(());
                    }
                }
            }
            nested => ReadNode::within(self.place.spot.notes).nested(nested)?,
        };
        self.node(node);
        Ok(())
    }
}

/// The values of a `Vec`.
struct Many<'a, 'b, N> {
    to: &'a mut dyn Take<N>,
    place: Place<'a, 'b, N>,
}

impl<N: Notes> Many<'_, '_, N> {
    const EXPECTED: &'static str = "list";
}

impl<'de, N: Notes> Handle<'de> for Many<'_, '_, N> {
    /// One value where a list belongs is a list of one.
    fn scalar(&mut self, scalar: Scalar<'de>) {
        let found = scalar.json_type();
        self.place.saw(found);
        if !scalar.is_absent()
            && let Read::Not(scalar) = self.to.scalar(scalar)
        {
            return self.place.set_aside(Node::Scalar(scalar), Self::EXPECTED);
        }
        self.place.coerced(self.to.about().alone.has(found), Self::EXPECTED, found);
    }

    fn nested(&mut self, nested: Nested<'_, '_, 'de>) -> Result<(), Stop> {
        let node = match nested {
            Nested::List(list) => {
                self.place.saw(JsonType::Array);
                let Self { to, place } = self;
                for index in 0.. {
                    let item = Place { spot: place.spot, index: Some(index), extra: place.extra };
                    if !list.item(&mut One { to: &mut **to, place: item })? {
                        break;
                    }
                }
                return Ok(());
            }
            Nested::Object(object) => {
                self.place.saw(JsonType::Object);
                let to = &mut *self.to;
                self.place.inside(|notes| to.object(object, notes))?
            }
        };
        match node {
            None => self.place.coerced(false, Self::EXPECTED, JsonType::Object),
            Some(Node::Scalar(scalar)) => self.scalar(scalar),
            Some(node) => self.place.set_aside(node, Self::EXPECTED),
        }
        Ok(())
    }
}

/// An identity.
struct Required<'a, 'b, N> {
    to: &'a mut dyn Take<N>,
    place: Place<'a, 'b, N>,
}

impl<N: Notes> Required<'_, '_, N> {
    /// `extra` has the value until a duplicate replaces it, so that the report can tell what lost.
    #[cold]
    fn unreadable(&mut self, found: String, value: Value) {
        let path = self.place.spot.notes.path(self.place.at());
        let error = Error::Unreadable { path, expected: self.to.about().expected, found };
        self.place.spot.notes.trouble().set(self.place.spot.field.key(), error);
        self.place.extra.insert(self.place.key(), value);
    }

    #[inline(never)]
    fn settle(&mut self, scalar: Scalar<'_>) {
        let about = self.to.about();
        let found = scalar.json_type();
        if scalar.is_absent() {
            return self.absent();
        }
        let word = if N::ON { Some(scalar.clone().into_owned()) } else { None };
        let code = match self.to.scalar(scalar) {
            Read::Is(_) => None,
            Read::Bent(_, code) => Some(code),
            Read::Absent => return self.absent(),
            Read::Not(scalar) => {
                let shown = scalar.shown();
                return self.unreadable(format!("{found} {}", excerpt(&shown)), scalar.into_value());
            }
        };
        match code {
            None => self.place.coerced(about.forms.has(found), about.expected, found),
            Some(code) => self.place.bent(code, about.expected, found, word),
        }
    }

    #[cold]
    fn absent(&mut self) {
        let path = self.place.spot.notes.path(self.place.at());
        let error = Error::Missing { path, expected: self.to.about().expected };
        self.place.spot.notes.trouble().set(self.place.spot.field.key(), error);
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

impl<'de, N: Notes> Handle<'de> for Required<'_, '_, N> {
    fn scalar(&mut self, scalar: Scalar<'de>) {
        self.place.saw(scalar.json_type());
        self.settle(scalar);
    }

    fn text(&mut self, text: &'de str) {
        self.place.saw(JsonType::String);
        if !self.to.text(text) {
            self.settle(Scalar::Text(text.into()));
        }
    }

    fn number(&mut self, number: u64) {
        self.place.saw(JsonType::Number);
        if !self.to.number(number) {
            self.settle(Scalar::Uint(number));
        }
    }

    fn nested(&mut self, nested: Nested<'_, '_, 'de>) -> Result<(), Stop> {
        let node = ReadNode::within(self.place.spot.notes).nested(nested)?;
        self.node(node);
        Ok(())
    }
}
