//! Raw JSON in the order of the body, duplicates included: for `extra`, and for what must wait until its tag is known.

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer as _, MapAccess, SeqAccess, Visitor,
};
use serde_json::{Map, Number, Value};

use super::notes::{At, More, Notes, Step};
use super::scalar::Scalar;
use crate::report::{Code, JsonType};

/// How deep below the body a raw value is kept. JSON readers stop at 128, and a body may sit inside another.
pub const KEPT: usize = 96;

/// How deep typed objects may nest, for front ends that have no limit of their own.
pub const DEEPEST: usize = 128;
pub const TOO_DEEP: &str = "nested too deep";

/// How serde_json, with `arbitrary_precision` switched on by anybody, gives a number: a map with this one key.
pub const NUMBER_TOKEN: &str = "$serde_json::private::Number";

/// A key: that of a known field is not copied.
pub type Name = Cow<'static, str>;

/// A raw JSON value.
#[derive(Debug, Clone)]
pub enum Node {
    /// Null, a flag, a number, a text.
    Scalar(Scalar<'static>),
    /// `[…]`
    List(Vec<Node>),
    /// `{…}`, with the keys in the order in which they came, each as often as it came.
    Object(Vec<(Name, Node)>),
    /// A list or object that lay too deep and was skipped.
    Cut(JsonType),
}

impl Node {
    /// Whether it is one of the ways to write "no value" in a list.
    pub fn is_absent(&self) -> bool {
        match self {
            Self::Scalar(scalar) => scalar.is_absent(),
            Self::List(items) => items.iter().all(Self::is_absent),
            Self::Object(_) | Self::Cut(_) => false,
        }
    }

    /// The kind of JSON value.
    pub fn json_type(&self) -> JsonType {
        match self {
            Self::Scalar(scalar) => scalar.json_type(),
            Self::List(_) => JsonType::Array,
            Self::Object(_) => JsonType::Object,
            Self::Cut(cut) => *cut,
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
                let mut map = Map::new();
                for (key, node) in entries {
                    let value = below(notes, || Step::Name(key.to_string()), |notes| node.into_value(notes));
                    if N::ON
                        && let Some(lost) = map.get(&*key)
                    {
                        notes.duplicate(&key, lost.clone());
                    }
                    map.insert(key.into_owned(), value);
                }
                Value::Object(map)
            }
            Self::Cut(cut) => {
                notes.note(At::HERE, Code::TooDeep, "at most 96 levels", cut, More::Nothing);
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
    /// For a value in the object that is being read.
    pub fn within<N: Notes>(notes: &N) -> Self {
        Self { levels: KEPT.saturating_sub(notes.depth()), whole: false }
    }

    /// For a value that a typed reader is going to read: it is kept whole, or is an error.
    pub fn whole<N: Notes>(notes: &N) -> Self {
        Self { levels: DEEPEST.saturating_sub(notes.depth()), whole: true }
    }

    /// For what lies in a list or object here; `None` where that is skipped.
    fn below<E: Error>(self) -> Result<Option<Self>, E> {
        match self.levels.checked_sub(1) {
            Some(levels) => Ok(Some(Self { levels, ..self })),
            None if self.whole => Err(E::custom(TOO_DEEP)),
            None => Ok(None),
        }
    }

    /// For a value that is held, and given to its reader later: one level more, so that it is the reader who cuts.
    pub fn held<N: Notes>(notes: &N) -> Self {
        Self { levels: Self::within(notes).levels + 1, whole: false }
    }

    /// The items of a list.
    pub fn list<'de, A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let Some(below) = self.below()? else {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Node::Cut(JsonType::Array));
        };
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(below)? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    /// The entries of an object, or the number that it stands for.
    pub fn map<'de, A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let Some(below) = self.below()? else {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Node::Cut(JsonType::Object));
        };
        let mut entries: Vec<(Name, Node)> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            entries.push((key.into(), map.next_value_seed(below)?));
        }
        match &entries[..] {
            [(key, value)] if key == NUMBER_TOKEN => match number_of(value) {
                Some(number) => Ok(Node::Scalar(number)),
                None => Ok(Node::Object(entries)),
            },
            _ => Ok(Node::Object(entries)),
        }
    }
}

/// The number under the private key.
pub fn number_of(node: &Node) -> Option<Scalar<'static>> {
    match node {
        Node::Scalar(Scalar::Text(text)) => Some(Scalar::number(text.parse::<Number>().ok()?)),
        _ => None,
    }
}

impl<'de> DeserializeSeed<'de> for ReadNode {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ReadNode {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Scalar(Scalar::Null))
    }

    fn visit_none<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Scalar(Scalar::Null))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Node, E> {
        Ok(Node::Scalar(Scalar::Bool(flag)))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Scalar(Scalar::Int(number)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Scalar(Scalar::Uint(number)))
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<Node, E> {
        Ok(Node::Scalar(Scalar::Digits(number.to_string())))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<Node, E> {
        Ok(Node::Scalar(Scalar::Digits(number.to_string())))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Node, E> {
        Ok(Node::Scalar(Scalar::Float(number)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Node, E> {
        Ok(Node::Scalar(Scalar::Text(text.into())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Node, A::Error> {
        self.list(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Node, A::Error> {
        self.map(map)
    }
}

/// Gives a held value out again, to the reader that waited for it.
#[derive(Debug)]
pub struct Held<E>(Node, super::Marker<E>);

impl<E> Held<E> {
    pub fn new(node: Node) -> Self {
        Self(node, std::marker::PhantomData)
    }
}

impl<'de, E: Error> Deserializer<'de> for Held<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            Node::Scalar(scalar) => match scalar {
                Scalar::Null => visitor.visit_unit(),
                Scalar::Bool(flag) => visitor.visit_bool(flag),
                Scalar::Int(number) => visitor.visit_i64(number),
                Scalar::Uint(number) => visitor.visit_u64(number),
                Scalar::Float(number) => visitor.visit_f64(number),
                Scalar::Digits(digits) => {
                    let number = Node::Scalar(Scalar::Text(digits.into()));
                    visitor.visit_map(Entries::new(vec![(NUMBER_TOKEN.into(), number)]))
                }
                Scalar::Text(text) => visitor.visit_string(text.into_owned()),
            },
            Node::List(items) => visitor.visit_seq(Items(items.into_iter(), std::marker::PhantomData)),
            Node::Object(entries) => visitor.visit_map(Entries::new(entries)),
            Node::Cut(JsonType::Array) => visitor.visit_seq(Items(Vec::new().into_iter(), std::marker::PhantomData)),
            Node::Cut(_) => visitor.visit_map(Entries::new(Vec::new())),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The items of a held list.
struct Items<E>(std::vec::IntoIter<Node>, super::Marker<E>);

impl<'de, E: Error> SeqAccess<'de> for Items<E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, E> {
        self.0.next().map(|item| seed.deserialize(Held::new(item))).transpose()
    }
}

/// The entries of a held object.
#[derive(Debug)]
pub struct Entries<E> {
    rest: std::vec::IntoIter<(Name, Node)>,
    value: Option<Node>,
    error: super::Marker<E>,
}

impl<E> Entries<E> {
    pub fn new(entries: Vec<(Name, Node)>) -> Self {
        Self { rest: entries.into_iter(), value: None, error: std::marker::PhantomData }
    }
}

impl<'de, E: Error> MapAccess<'de> for Entries<E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        let Some((key, value)) = self.rest.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(key.into_deserializer()).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, E> {
        seed.deserialize(Held::new(self.value.take().unwrap_or(Node::Scalar(Scalar::Null))))
    }
}
