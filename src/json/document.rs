//! One flat list of nodes: the storage ([`Builder`], [`Document`]) and the view of one value in it ([`ValueRef`]).

use serde_json::Value;

use super::blanks::trim;
use super::number::{is_huge, long_integer, nearest_double};
use super::serde::close_text;
use crate::report::{Code, JsonType};

/// A value, or the key before a value. The content of an array or object follows it.
#[derive(Clone, Copy)]
pub enum Node<'a> {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    /// Any other number, as its own digits.
    Number(&'a str),
    /// A string that the body has without escapes.
    String(&'a str),
    /// A string that the body does not hold in this form: a part of the text that a document holds beside the body.
    Decoded {
        start: u32,
        end: u32,
    },
    /// The index after its end, and how deep arrays and objects nest in it, itself included.
    Array(u32, u32),
    Object(u32, u32),
}

const _: () = assert!(size_of::<Node<'_>>() <= 24, "the engine's speed depends on compact nodes");

/// What has to be adjusted in a value that is kept, as a report says it: a code, and what is expected.
pub type Adjustment = (Code, &'static str);
/// Half of a surrogate pair became U+FFFD.
pub const LONE_SURROGATE: Adjustment = (Code::LoneSurrogate, "surrogate pair");
/// A string has a control character without an escape.
pub const CONTROL_CHARACTER: Adjustment = (Code::ControlCharacter, "escaped control character");
/// A key is there more than once.
const DUPLICATE_KEY: Adjustment = (Code::DuplicateKey, "one value a key");
/// A number is kept as text.
pub const HUGE_NUMBER: Adjustment = (Code::HugeNumber, "number that a double can hold");

/// A document that is being made: nodes in an array that the entry point lends, or in a `Vec` once that is full.
///
/// A `Vec` alone costs 3 to 7 % on small bodies: its allocation is beyond what an allocator keeps at hand.
pub struct Builder<'n, 'a> {
    lent: &'n mut [Node<'a>],
    length: usize,
    grown: Vec<Node<'a>>,
    /// The text that the document holds beside the body.
    pub decoded: String,
    /// What was repaired, each with the index of the string's node.
    repairs: Vec<(u32, Adjustment)>,
}

/// Lends room for the nodes of a text of this length and makes a document there. Initialising costs half a nanosecond a
/// node, so small bodies get little room: most have eleven to twenty bytes a node. `make` is called once; it is not
/// generic, so that it is compiled once.
pub fn with_nodes<'a>(length: usize, make: &mut dyn FnMut(&mut Builder<'_, 'a>)) {
    match length {
        0..512 => make(&mut Builder::new(&mut [Node::Null; 40], Vec::new())),
        512..1200 => make(&mut Builder::new(&mut [Node::Null; 80], Vec::new())),
        1200..4500 => make(&mut Builder::new(&mut [Node::Null; 192], Vec::new())),
        _ => make(&mut Builder::new(&mut [], Vec::with_capacity(length / 10 + 8))),
    }
}

impl<'n, 'a> Builder<'n, 'a> {
    fn new(lent: &'n mut [Node<'a>], grown: Vec<Node<'a>>) -> Self {
        Self { lent, length: 0, grown, decoded: String::new(), repairs: Vec::new() }
    }

    #[inline(always)]
    pub fn push(&mut self, node: Node<'a>) {
        match self.lent.get_mut(self.length) {
            Some(place) => {
                *place = node;
                self.length += 1;
            }
            None => {
                if self.grown.is_empty() {
                    self.grow();
                }
                // Not in a function of its own: a node that is passed on is first put together in memory, and copying
                // it from there at once costs a third of the lexer's time.
                self.grown.push(node);
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        self.grown.reserve(self.length * 2 + 64);
        self.grown.extend_from_slice(self.lent);
    }

    /// The index that the next node gets.
    #[inline]
    pub fn next_index(&self) -> usize {
        if self.grown.is_empty() { self.length } else { self.grown.len() }
    }

    #[inline]
    pub fn node_mut(&mut self, index: u32) -> Option<&mut Node<'a>> {
        if self.grown.is_empty() { self.lent.get_mut(index as usize) } else { self.grown.get_mut(index as usize) }
    }

    /// Remembers a repair of the string that is pushed next.
    #[cold]
    pub fn repaired(&mut self, kind: Adjustment) {
        self.repairs.push((self.next_index() as u32, kind));
    }

    pub fn document(&self) -> Document<'_> {
        let nodes = if self.grown.is_empty() { self.lent.get(..self.length).unwrap_or_default() } else { &self.grown };
        Document { nodes, decoded: &self.decoded, repairs: &self.repairs }
    }
}

/// A JSON document.
#[derive(Clone, Copy)]
pub struct Document<'d> {
    nodes: &'d [Node<'d>],
    decoded: &'d str,
    repairs: &'d [(u32, Adjustment)],
}

impl<'d> Document<'d> {
    pub fn root(&'d self) -> ValueRef<'d> {
        ValueRef { document: self, index: 0 }
    }

    #[inline]
    fn stored(&self, index: u32) -> &Node<'d> {
        self.nodes.get(index as usize).unwrap_or(&Node::Null)
    }

    #[cold]
    #[inline(never)]
    fn decoded(&self, start: u32, end: u32) -> &'d str {
        self.decoded.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The index after a value.
    #[inline]
    fn behind(&self, index: u32) -> u32 {
        match *self.stored(index) {
            Node::Array(end, _) | Node::Object(end, _) => end,
            _ => index + 1,
        }
    }

    /// The repairs in a range of nodes.
    fn repairs(&self, from: u32, to: u32) -> &'d [(u32, Adjustment)] {
        let start = self.repairs.partition_point(|(node, _)| *node < from);
        let end = self.repairs.partition_point(|(node, _)| *node < to);
        self.repairs.get(start..end).unwrap_or_default()
    }
}

/// A value in a document.
#[derive(Clone, Copy)]
pub struct ValueRef<'d> {
    document: &'d Document<'d>,
    /// The value's position: a value that comes later in the body has a larger one.
    pub index: u32,
}

impl<'d> ValueRef<'d> {
    /// Another value of the document.
    #[inline]
    pub fn at(self, index: u32) -> Self {
        Self { index, ..self }
    }

    /// Its node. Whether a text was decoded makes no difference here.
    #[inline]
    pub fn node(self) -> Node<'d> {
        match *self.document.stored(self.index) {
            Node::Decoded { start, end } => Node::String(self.document.decoded(start, end)),
            node => node,
        }
    }

    /// Its text, if it is a string that the body has without escapes, as most are: a shortcut for them.
    #[inline]
    pub fn unescaped_str(self) -> Option<&'d str> {
        let Node::String(text) = *self.document.stored(self.index) else { return None };
        Some(text)
    }

    /// Its number, if it is an integer without a sign.
    #[inline]
    pub fn as_u64(self) -> Option<u64> {
        let Node::Unsigned(number) = *self.document.stored(self.index) else { return None };
        Some(number)
    }

    /// Its text, if it is a string.
    pub fn as_str(self) -> Option<&'d str> {
        let Node::String(text) = self.node() else { return None };
        Some(text)
    }

    #[inline]
    pub fn is_object(self) -> bool {
        matches!(self.document.stored(self.index), Node::Object(..))
    }

    /// Whether it is an array or an object.
    pub fn is_container(self) -> bool {
        matches!(self.document.stored(self.index), Node::Array(..) | Node::Object(..))
    }

    pub fn json_type(self) -> JsonType {
        match self.document.stored(self.index) {
            Node::Null => JsonType::Null,
            Node::Bool(_) => JsonType::Boolean,
            Node::Unsigned(_) | Node::Signed(_) | Node::Number(_) => JsonType::Number,
            Node::String(_) | Node::Decoded { .. } => JsonType::String,
            Node::Array(..) => JsonType::Array,
            Node::Object(..) => JsonType::Object,
        }
    }

    /// Whether it is an array or object without content.
    #[inline]
    pub fn is_empty_container(self) -> bool {
        self.document.behind(self.index) == self.index + 1 && self.is_container()
    }

    // From narrow to wide, the ways to say nothing: `is_null_or_empty`, `is_absent`, `says_nothing`.

    /// Whether it is `null` or `""`.
    #[inline]
    pub fn is_null_or_empty(self) -> bool {
        matches!(self.document.stored(self.index), Node::Null | Node::String(""))
    }

    /// Whether it is one of the ways to write "no value": `null`, `""`, and an array of nothing else.
    pub fn is_absent(self) -> bool {
        // A nested array of absent values is one too, so its nodes need not be told apart.
        let mut nodes = self.index..self.document.behind(self.index);
        nodes.all(|index| matches!(self.at(index).node(), Node::Null | Node::String("") | Node::Array(..)))
    }

    /// Whether it says nothing, whatever its field is: it is absent, blank, or empty.
    pub fn says_nothing(self) -> bool {
        self.is_absent() || self.is_empty_container() || self.as_str().is_some_and(|text| trim(text).is_empty())
    }

    /// The entries of an object; of anything else, none.
    #[inline]
    pub fn entries(self) -> impl Iterator<Item = (&'d str, Self)> {
        let mut index = self.index + 1;
        let mut nodes = match *self.document.stored(self.index) {
            Node::Object(end, _) => self.document.nodes.get(index as usize..end as usize).unwrap_or_default(),
            _ => &[],
        };
        std::iter::from_fn(move || {
            let [key, value, rest @ ..] = nodes else { return None };
            let key = match *key {
                Node::String(text) => text,
                Node::Decoded { start, end } => self.document.decoded(start, end),
                _ => "",
            };
            let entry = self.at(index + 1);
            (nodes, index) = match *value {
                Node::Array(end, _) | Node::Object(end, _) => {
                    (rest.get(end.saturating_sub(index + 2) as usize..).unwrap_or_default(), end)
                }
                _ => (rest, index + 2),
            };
            Some((key, entry))
        })
    }

    /// Values of an object in the order of their keys. Of equal keys, the value that counts comes last: the last that
    /// says something, or else the last that has a value.
    pub fn sorted(self, values: &mut dyn Iterator<Item = Self>) -> impl Iterator<Item = Self> {
        let order = |value: Self| {
            u64::from(value.index) | u64::from(!value.is_absent()) << 32 | u64::from(!value.says_nothing()) << 33
        };
        // Only this type is sorted, because each type's sorting is kilobytes of code.
        let mut values: Vec<(&str, u64)> = values.map(|value| (value.key(), order(value))).collect();
        values.sort_unstable();
        values.into_iter().map(move |(_, order)| self.at(order as u32))
    }

    /// The values of an object.
    pub fn values(self) -> impl Iterator<Item = Self> {
        self.entries().map(|(_, value)| value)
    }

    /// The items of an array, if it is one.
    #[inline]
    pub fn items(self) -> Option<impl Iterator<Item = Self> + Clone> {
        let Node::Array(end, _) = *self.document.stored(self.index) else { return None };
        let mut next = self.index + 1;
        Some(std::iter::from_fn(move || {
            let item = (next < end).then(|| self.at(next))?;
            next = self.document.behind(next);
            Some(item)
        }))
    }

    /// The item of an array of one.
    pub fn only_item(self) -> Option<Self> {
        let mut items = self.items()?;
        let first = items.next()?;
        items.next().is_none().then_some(first)
    }

    /// The key of a value in an object.
    pub fn key(self) -> &'d str {
        self.index.checked_sub(1).and_then(|key| self.at(key).as_str()).unwrap_or_default()
    }

    /// Whether a report need not mention the value, unless because of its type: it is not a number of digits, and
    /// nothing in the document was repaired.
    #[inline]
    pub fn needs_no_report(self) -> bool {
        self.document.repairs.is_empty() && !matches!(self.document.stored(self.index), Node::Number(_))
    }

    /// Whether it is a number that only its digits say.
    pub fn is_huge(self) -> bool {
        matches!(self.node(), Node::Number(digits) if is_huge(digits))
    }

    /// What was repaired in the value itself, if it is a string.
    pub fn repairs(self) -> impl Iterator<Item = Adjustment> {
        self.document.repairs(self.index, self.index + 1).iter().map(|(_, kind)| *kind)
    }

    /// What has to be adjusted inside an array or object that is kept, and how often.
    pub fn adjustments(self) -> [(usize, Adjustment); 4] {
        let end = self.document.behind(self.index);
        let repairs = self.document.repairs(self.index + 1, end);
        let control_characters = repairs.iter().filter(|(_, kind)| *kind == CONTROL_CHARACTER).count();
        [
            ((self.index..end).map(|index| self.at(index).count_duplicate_keys()).sum(), DUPLICATE_KEY),
            (repairs.len() - control_characters, LONE_SURROGATE),
            (control_characters, CONTROL_CHARACTER),
            ((self.index + 1..end).filter(|&index| self.at(index).is_huge()).count(), HUGE_NUMBER),
        ]
    }

    /// How often something has to be adjusted inside an array or object that is kept.
    pub fn count_adjustments(self) -> usize {
        self.adjustments().iter().map(|(count, _)| count).sum()
    }

    /// How deep arrays and objects nest in the value.
    pub fn depth(self) -> u32 {
        match *self.document.stored(self.index) {
            Node::Array(_, depth) | Node::Object(_, depth) => depth,
            _ => 0,
        }
    }

    fn count_duplicate_keys(self) -> usize {
        let mut last = None;
        self.sorted(&mut self.values()).filter(|value| last.replace(value.key()) == Some(value.key())).count()
    }

    /// As compact JSON text, with all that the value has: every digit of a number, every one of equal keys.
    pub fn to_json_text(self) -> String {
        let mut text = String::new();
        self.add_json_text(&mut text);
        text
    }

    fn add_json_text(self, text: &mut String) {
        match self.node() {
            Node::Array(..) => {
                text.push('[');
                for item in self.items().into_iter().flatten() {
                    item.add_json_text(text);
                    text.push(',');
                }
                close_text(text, ']');
            }
            Node::Object(..) => {
                text.push('{');
                for (key, value) in self.entries() {
                    text.push_str(&serde_json::to_string(key).unwrap_or_default());
                    text.push(':');
                    value.add_json_text(text);
                    text.push(',');
                }
                close_text(text, '}');
            }
            Node::Number(digits) => text.push_str(digits),
            _ => text.push_str(&serde_json::to_string(&self.to_json()).unwrap_or_default()),
        }
    }

    /// Values of an object with their keys, sorted as [`sorted`](Self::sorted) does.
    pub fn to_entries(self, values: &mut dyn Iterator<Item = Self>) -> Vec<(String, Value)> {
        self.sorted(values).map(|value| (value.key().to_owned(), value.to_json())).collect()
    }

    /// As a JSON value: of equal keys the one that counts, and as text a number that a `Value` cannot hold exactly.
    pub fn to_json(self) -> Value {
        match self.node() {
            Node::Null => Value::Null,
            Node::Bool(flag) => flag.into(),
            Node::Unsigned(number) => number.into(),
            Node::Signed(number) => number.into(),
            Node::Number(digits) => match nearest_double(digits) {
                Some(double) if !is_huge(digits) => long_integer(digits).map_or_else(|| double.into(), Value::from),
                _ => digits.into(),
            },
            Node::String(text) => text.into(),
            Node::Array(..) => self.items().into_iter().flatten().map(Self::to_json).collect(),
            _ => {
                // By key also where serde_json's feature `preserve_order` is on.
                let mut object = serde_json::Map::new();
                object.extend(self.to_entries(&mut self.values()));
                Value::Object(object)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn depth_counts_the_arrays_and_objects_around_the_innermost_value() {
        let deepest = "[".repeat(127) + &"]".repeat(127);
        for (text, expected) in [
            ("7", 0),
            (r#""[""#, 0),
            ("[]", 1),
            (r#"{"a":1}"#, 1),
            (r#"{"a":[{}],"b":[]}"#, 3),
            ("[[],[[1,[]]],[]]", 4),
            (&deepest, 127),
        ] {
            let mut depth = None;
            read(text, &mut |root| depth = Some(root.depth())).expect(text);
            assert_eq!(depth, Some(expected), "{text}");
        }
    }
}
