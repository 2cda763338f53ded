//! Raw JSON in the order of the body, duplicates included: for `extra`, and for what must wait until its tag is known.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer as _, MapAccess, SeqAccess, Visitor,
};
use serde_json::{Map, Number, Value};

use super::gathered::Gathered;
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
    const NULL: Self = Self::Scalar(Scalar::Null);

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
        ReadNode { levels: DEEPEST, whole: false }.deserialize(value).unwrap_or(Self::NULL)
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
                Value::Object(gathered.finish(notes).into_iter().collect())
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

    /// For the value whose step is the last on the path; and for one that is held in the object that is being read:
    /// one level more, so that it is the reader to whom it is given later who cuts.
    pub fn here<N: Notes>(notes: &N) -> Self {
        Self { levels: Self::within(notes).levels + 1, whole: false }
    }

    /// The items of a list.
    pub fn list<'de, A: SeqAccess<'de>>(self, mut list: A) -> Result<Node<'de>, A::Error> {
        let Some(below) = self.below()? else {
            let mut lost = false;
            while list.next_element::<IgnoredAny>()?.is_some() {
                lost = true;
            }
            return Ok(Node::Cut(JsonType::Array, lost));
        };
        let mut items = Vec::new();
        loop {
            let node = add(&mut items, Node::NULL);
            if list.next_element_seed(FillNode { node, levels: below })?.is_none() {
                items.pop();
                return Ok(Node::List(items));
            }
        }
    }

    /// The entries of an object, or the number that it stands for.
    pub fn map<'de, A: MapAccess<'de>>(self, map: A) -> Result<Node<'de>, A::Error> {
        let Some(below) = self.below()? else {
            let mut map = map;
            let mut lost = false;
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
                lost = true;
            }
            return Ok(Node::Cut(JsonType::Object, lost));
        };
        let entries = below.entries(Vec::new(), map)?;
        match &entries[..] {
            [(key, value)] if key == NUMBER_TOKEN => match number_of(value) {
                Some(number) => Ok(Node::Scalar(number)),
                None => Ok(Node::Object(entries)),
            },
            _ => Ok(Node::Object(entries)),
        }
    }

    /// All entries of an object, each value of so many levels, in an empty list.
    pub fn entries<'de, A: MapAccess<'de>>(
        self,
        mut entries: Vec<Entry<'de>>,
        mut map: A,
    ) -> Result<Vec<Entry<'de>>, A::Error> {
        while let Some(key) = map.next_key_seed(ReadName)? {
            let (_, node) = add(&mut entries, (key, Node::NULL));
            map.next_value_seed(FillNode { node, levels: self })?;
        }
        Ok(entries)
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

impl<'de> DeserializeSeed<'de> for ReadNode {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        let mut node = Node::NULL;
        FillNode { node: &mut node, levels: self }.deserialize(deserializer)?;
        Ok(node)
    }
}

/// Reads a raw value where it stays.
struct FillNode<'a, 'de> {
    node: &'a mut Node<'de>,
    levels: ReadNode,
}

impl<'de> FillNode<'_, 'de> {
    #[inline]
    fn put<E>(self, scalar: Scalar<'de>) -> Result<(), E> {
        *self.node = Node::Scalar(scalar);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for FillNode<'_, 'de> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for FillNode<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.put(Scalar::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.put(Scalar::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<(), E> {
        self.put(Scalar::Bool(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.put(Scalar::Int(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.put(Scalar::Uint(number))
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<(), E> {
        self.put(Scalar::Digits(number.to_string()))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<(), E> {
        self.put(Scalar::Digits(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.put(Scalar::Float(number))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(), E> {
        self.put(Scalar::Text(text.into()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.put(Scalar::Text(text.to_owned().into()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        self.put(Scalar::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        *self.node = self.levels.list(list)?;
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        *self.node = self.levels.map(map)?;
        Ok(())
    }
}

/// Reads a key.
#[derive(Debug, Clone, Copy)]
pub struct ReadName;

impl<'de> DeserializeSeed<'de> for ReadName {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Cow<'de, str>, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for ReadName {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(key.into())
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Cow<'de, str>, E> {
        Ok(key.to_owned().into())
    }

    fn visit_string<E: Error>(self, key: String) -> Result<Cow<'de, str>, E> {
        Ok(key.into())
    }
}

/// Gives a held value out again, to the reader that waited for it.
#[derive(Debug)]
pub struct Held<'a, E>(Node<'a>, super::Marker<E>);

impl<'a, E> Held<'a, E> {
    pub fn new(node: Node<'a>) -> Self {
        Self(node, std::marker::PhantomData)
    }
}

impl<'de, E: Error> Deserializer<'de> for Held<'de, E> {
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
                Scalar::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
                Scalar::Text(Cow::Owned(text)) => visitor.visit_string(text),
            },
            Node::List(items) => visitor.visit_seq(Items(items.into_iter(), std::marker::PhantomData)),
            Node::Object(entries) => visitor.visit_map(Entries::new(entries)),
            Node::Cut(JsonType::Array, _) => visitor.visit_seq(Items(Vec::new().into_iter(), std::marker::PhantomData)),
            Node::Cut(..) => visitor.visit_map(Entries::new(Vec::new())),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The items of a held list.
struct Items<'a, E>(std::vec::IntoIter<Node<'a>>, super::Marker<E>);

impl<'de, E: Error> SeqAccess<'de> for Items<'de, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, E> {
        self.0.next().map(|item| seed.deserialize(Held::new(item))).transpose()
    }
}

/// The entries of a held object.
#[derive(Debug)]
pub struct Entries<'a, E> {
    entries: Vec<Entry<'a>>,
    next: usize,
    error: super::Marker<E>,
}

impl<'a, E> Entries<'a, E> {
    pub fn new(entries: Vec<Entry<'a>>) -> Self {
        Self { entries, next: 0, error: std::marker::PhantomData }
    }
}

impl<'de, E: Error> MapAccess<'de> for Entries<'de, E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        let Some((key, _)) = self.entries.get_mut(self.next) else { return Ok(None) };
        self.next += 1;
        match key {
            Cow::Borrowed(key) => seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some),
            Cow::Owned(key) => seed.deserialize(std::mem::take(key).into_deserializer()).map(Some),
        }
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, E> {
        let value = self.next.checked_sub(1).and_then(|at| self.entries.get_mut(at));
        seed.deserialize(Held::new(value.map_or(Node::NULL, |(_, node)| std::mem::replace(node, Node::NULL))))
    }
}
