//! The field whose value is next, and what goes with it.

use serde_json::Value;

use super::keys::Field;
use super::node::{Node, ReadNode};
use super::notes::{At, More, Notes, Step};
use super::scalar::Scalar;
use super::source::{Source, Stop};
use crate::error::{Error, excerpt};
use crate::extra::Extra;
use crate::report::{Code, JsonType};

/// The value that is next in an object.
pub struct Next<'a, 'b, 'de, N> {
    pub from: &'a mut Source<'b, 'de>,
    pub at: Spot<'a, N>,
    /// Whether its field was read before, and has that value still.
    pub again: bool,
}

/// A field, and what accompanies its reading.
#[derive(Debug)]
pub struct Spot<'a, N> {
    pub field: Field,
    pub notes: &'a mut N,
}

/// A field, or an item of its list, while its value is read.
#[derive(Debug)]
pub struct Place<'a, 'b, N> {
    pub spot: &'a mut Spot<'b, N>,
    /// The item of the list under the key.
    pub index: Option<usize>,
    pub extra: &'a mut Extra,
}

impl<N: Notes> Place<'_, '_, N> {
    /// The field's documented key. It is looked up where it is needed, which is hardly ever.
    pub fn key(&self) -> &'static str {
        self.spot.field.key()
    }

    pub fn at(&self) -> At<'static> {
        At { key: Some(self.key()), index: self.index }
    }

    pub fn note(&mut self, code: Code, expected: &'static str, found: JsonType, more: More) {
        self.spot.notes.note(self.at(), code, expected, found, more);
    }

    /// Reads a raw value, which is written under the field's key.
    pub fn raw(&mut self, from: &mut Source<'_, '_>) -> Result<Value, Stop> {
        let node = self.inside(|notes| ReadNode::here(notes).read(from))?;
        self.saw(node.json_type());
        Ok(self.inside(|notes| node.into_value(notes)))
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
        self.spot.notes.enter(|| Step::Key(key));
        if let Some(index) = self.index {
            self.spot.notes.enter(|| Step::Index(index));
        }
        let result = act(self.spot.notes);
        if self.index.is_some() {
            self.spot.notes.leave();
        }
        self.spot.notes.leave();
        result
    }

    /// Keeps a value that cannot be read, under the documented key.
    #[cold]
    pub fn set_aside(&mut self, node: Node<'_>, expected: &'static str) {
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

    /// Takes the record for somebody else's: the value says so.
    #[cold]
    pub fn foreign(&mut self, expected: &'static str, found: &str) {
        let path = self.spot.notes.path(self.at());
        let error = Error::OtherCallback { path, expected, found: excerpt(found) };
        self.spot.notes.trouble().set_first(self.spot.field.key(), error);
    }

    /// Takes note of the JSON type of the field's value.
    #[inline]
    pub fn saw(&mut self, found: JsonType) {
        if N::ON && self.index.is_none() {
            self.spot.notes.saw(found);
        }
    }

    /// Tells of a value that was read, but is not of a documented JSON type.
    pub fn coerced(&mut self, documented: bool, expected: &'static str, found: JsonType) {
        if N::ON && !documented {
            self.note(Code::CoercedType, expected, found, More::Nothing);
        }
    }

    /// Tells of a value that was read, but is not in the documented form. `word` is the scalar as it came.
    pub fn bent(&mut self, code: Code, expected: &'static str, found: JsonType, word: Option<Scalar<'static>>) {
        let more = match word {
            Some(word) if code == Code::UnknownWord => More::Value(word.into_value()),
            _ => More::Nothing,
        };
        self.note(code, expected, found, more);
    }
}
