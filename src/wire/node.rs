//! Raw JSON in the order of the body, duplicates included: for `extra`, and for what must wait until its tag is known.

use std::borrow::Cow;

use serde_json::{Map, Number, Value};

use super::gathered::{Gathered, into_object};
use super::input::Input;
use super::notes::{At, More, Notes, Step};
use super::scalar::Scalar;
use super::source::{Handle, Items, Nested, Source, Stop};
use crate::report::{Code, JsonType};

/// How deep below the body a raw value is kept. JSON readers stop at 128, and a body may sit inside another.
pub const KEPT: usize = 96;

/// How deep typed objects may nest, for front ends that have no limit of their own.
pub const DEEPEST: usize = 128;
pub const TOO_DEEP: &str = "nested too deep";

/// How serde_json, with `arbitrary_precision` switched on by anybody, gives a number: a map with this one key.
pub const NUMBER_TOKEN: &str = "$serde_json::private::Number";

/// A key with its value. What the body has without escapes is not copied.
pub type Entry<'a> = (Cow<'a, str>, Node<'a>);

/// A raw JSON value.
#[derive(Debug, Clone)]
pub enum Node<'a> {
    /// Null, a flag, a number, a text.
    Scalar(Scalar<'a>),
    /// `[…]`
    List(Vec<Node<'a>>),
    /// `{…}`, with the keys in the order in which they came, each as often as it came.
    Object(Vec<Entry<'a>>),
    /// A list or object that lay too deep and was skipped; whether anything was in it.
    Cut(JsonType, bool),
}

impl Node<'_> {
    pub const NULL: Self = Self::Scalar(Scalar::Null);

    /// Whether it is one of the ways to write "no value" in a list.
    pub fn is_absent(&self) -> bool {
        match self {
            Self::Scalar(scalar) => scalar.is_absent(),
            Self::List(items) => items.iter().all(Self::is_absent),
            Self::Object(_) | Self::Cut(..) => false,
        }
    }

    /// The kind of JSON value.
    pub fn json_type(&self) -> JsonType {
        match self {
            Self::Scalar(scalar) => scalar.json_type(),
            Self::List(_) => JsonType::Array,
            Self::Object(_) => JsonType::Object,
            Self::Cut(cut, _) => *cut,
        }
    }

    /// A JSON value that was kept, as it is read once it was written.
    pub fn of_value(value: Value) -> Self {
        match value {
            Value::Null => Self::NULL,
            Value::Bool(flag) => Self::Scalar(Scalar::Bool(flag)),
            Value::Number(number) => {
                let text = number.to_string();
                ReadNode::FLAT.read(&mut Input::of_text(&text).source()).map_or(Node::NULL, Node::into_owned)
            }
            Value::String(text) => Self::Scalar(Scalar::Text(text.into())),
            Value::Array(items) => Self::List(items.into_iter().map(Self::of_value).collect()),
            Value::Object(entries) => {
                Self::Object(entries.into_iter().map(|(key, value)| (key.into(), Self::of_value(value))).collect())
            }
        }
    }

    /// The same, of the body's texts a copy.
    pub fn into_owned(self) -> Node<'static> {
        match self {
            Self::Scalar(scalar) => Node::Scalar(scalar.into_owned()),
            Self::List(items) => Node::List(items.into_iter().map(Node::into_owned).collect()),
            Self::Object(entries) => Node::Object(
                entries.into_iter().map(|(key, value)| (key.into_owned().into(), value.into_owned())).collect(),
            ),
            Self::Cut(cut, lost) => Node::Cut(cut, lost),
        }
    }

    /// As a JSON value, where the last of several equal keys wins; notes what was dropped. `notes` is at the value.
    pub fn into_value<N: Notes>(self, notes: &mut N) -> Value {
        match self {
            Self::Scalar(scalar) => scalar.into_value(),
            Self::List(items) => Value::Array(
                items
                    .into_iter()
                    .enumerate()
                    .map(|(i, item)| below(notes, || Step::Index(i), |notes| item.into_value(notes)))
                    .collect(),
            ),
            Self::Object(entries) => {
                let mut gathered = Gathered::default();
                for (key, node) in entries {
                    let value = below(notes, || Step::Name(key.to_string()), |notes| node.into_value(notes));
                    gathered.add(key.into_owned(), value);
                }
                into_object(gathered.finish(notes))
            }
            Self::Cut(cut, lost) => {
                if lost {
                    notes.note(At::HERE, Code::TooDeep, "at most 96 levels", cut, More::Nothing);
                }
                if cut == JsonType::Array { Value::Array(Vec::new()) } else { Value::Object(Map::new()) }
            }
        }
    }
}

/// Does something one step further down.
pub fn below<N: Notes, R>(notes: &mut N, step: impl FnOnce() -> Step, act: impl FnOnce(&mut N) -> R) -> R {
    notes.enter(step);
    let result = act(notes);
    notes.leave();
    result
}

/// Reads a raw value of at most so many levels; deeper ones are skipped, which takes no recursion.
#[derive(Debug, Clone, Copy)]
pub struct ReadNode {
    levels: usize,
    /// Whether deeper levels are an error, not skipped.
    whole: bool,
}

impl ReadNode {
    /// For a scalar.
    pub const FLAT: Self = Self { levels: 1, whole: false };

    /// For a value in the object that is being read.
    pub fn within<N: Notes>(notes: &N) -> Self {
        Self { levels: KEPT.saturating_sub(notes.depth()), whole: false }
    }

    /// For a value that a typed reader is going to read: it is kept whole, or is an error.
    pub fn whole<N: Notes>(notes: &N) -> Self {
        Self { levels: DEEPEST.saturating_sub(notes.depth()), whole: true }
    }

    /// For what lies in a list or object here; `None` where that is skipped.
    fn below(self) -> Result<Option<Self>, Stop> {
        match self.levels.checked_sub(1) {
            Some(levels) => Ok(Some(Self { levels, ..self })),
            None if self.whole => Err(Stop::TooDeep),
            None => Ok(None),
        }
    }

    /// For the value whose step is the last on the path; and for one that is held in the object that is being read:
    /// one level more, so that it is the reader to whom it is given later who cuts.
    pub fn here<N: Notes>(notes: &N) -> Self {
        Self { levels: Self::within(notes).levels + 1, whole: false }
    }

    /// Reads a value.
    pub fn read<'de>(self, from: &mut Source<'_, 'de>) -> Result<Node<'de>, Stop> {
        let mut node = Node::NULL;
        from.value(&mut FillNode { node: &mut node, levels: self })?;
        Ok(node)
    }

    /// Reads a list, or an object, or the number that the object stands for.
    pub fn nested<'de>(self, nested: Nested<'_, '_, 'de>) -> Result<Node<'de>, Stop> {
        let below = self.below()?;
        match (nested, below) {
            (Nested::List(list), Some(below)) => below.list(list),
            (Nested::Object(object), Some(below)) => below.object(object),
            (Nested::List(list), None) => Ok(Node::Cut(JsonType::Array, list.skip()?)),
            (Nested::Object(object), None) => Ok(Node::Cut(JsonType::Object, object.skip()?)),
        }
    }

    /// The items of a list, each of so many levels.
    fn list<'de>(self, list: &mut Items<'_, 'de>) -> Result<Node<'de>, Stop> {
        let mut items = Vec::new();
        loop {
            let node = add(&mut items, Node::NULL);
            if !list.item(&mut FillNode { node, levels: self })? {
                items.pop();
                return Ok(Node::List(items));
            }
        }
    }

    fn object<'de>(self, object: &mut Source<'_, 'de>) -> Result<Node<'de>, Stop> {
        let entries = self.entries(Vec::new(), object)?;
        match &entries[..] {
            [(key, value)] if key == NUMBER_TOKEN => match number_of(value) {
                Some(number) => Ok(Node::Scalar(number)),
                None => Ok(Node::Object(entries)),
            },
            _ => Ok(Node::Object(entries)),
        }
    }

    /// All entries of an object, each value of so many levels, in an empty list.
    pub fn entries<'de>(
        self,
        mut entries: Vec<Entry<'de>>,
        object: &mut Source<'_, 'de>,
    ) -> Result<Vec<Entry<'de>>, Stop> {
        loop {
            let (key, node) = add(&mut entries, (Cow::Borrowed(""), Node::NULL));
            if !object.name(key)? {
                entries.pop();
                return Ok(entries);
            }
            object.value(&mut FillNode { node, levels: self })?;
        }
    }
}

/// Adds an item, to be filled where it is.
pub fn add<T>(list: &mut Vec<T>, item: T) -> &mut T {
    list.push(item);
    let last = list.len() - 1;
    &mut list[last]
}

/// The number under the private key.
pub fn number_of(node: &Node<'_>) -> Option<Scalar<'static>> {
    match node {
        Node::Scalar(Scalar::Text(text)) => Some(Scalar::number(text.parse::<Number>().ok()?)),
        _ => None,
    }
}

/// Reads a raw value where it stays.
struct FillNode<'a, 'de> {
    node: &'a mut Node<'de>,
    levels: ReadNode,
}

impl<'de> Handle<'de> for FillNode<'_, 'de> {
    fn scalar(&mut self, scalar: Scalar<'de>) {
        *self.node = Node::Scalar(scalar);
    }

    fn nested(&mut self, nested: Nested<'_, '_, 'de>) -> Result<(), Stop> {
        *self.node = self.levels.nested(nested)?;
        Ok(())
    }
}
