//! A text, or values that were held, on their way to a reader.
//!
//! Of a text, only what bodies are full of is read here: the structure, keys and texts without escapes, whole numbers.
//! The rest is serde_json's: an escape, a fraction, what is skipped, and to say what is wrong with a text that is no
//! JSON.

use std::borrow::Cow;
use std::vec::IntoIter;

use serde::de::{Error as _, IgnoredAny};

use super::keys::{Finder, Packed};
use super::node::{Entry, Node, ReadNode, TOO_DEEP};
use super::notes::Quiet;
use super::scalar::Scalar;
use super::source::{self, Handle, Items, Nested, Source, Stop};
use crate::error::Error;
use crate::report::JsonType;

/// How deep serde_json reads: what is read here, it must be able to read again.
const ROOM: u8 = 127;

/// JSON on its way to a reader.
pub struct Input<'de> {
    text: &'de str,
    /// How far the text was read.
    at: usize,
    /// How many lists and objects may be opened in those that are.
    room: u8,
    /// What is read in its place.
    held: Option<Held<'de>>,
}

/// Held values, and how far they were read.
struct Held<'de> {
    next: Node<'de>,
    open: Vec<Open<'de>>,
}

enum Open<'de> {
    List(IntoIter<Node<'de>>),
    Object(IntoIter<Entry<'de>>),
}

impl<'de> Input<'de> {
    /// For a text; [`read_body`](Self::read_body) reads it.
    pub fn of_text(text: &'de str) -> Self {
        Self { text, at: 0, room: ROOM, held: None }
    }

    /// For one value.
    pub fn of_node(next: Node<'de>) -> Self {
        Self { held: Some(Held { next, open: Vec::new() }), ..Self::of_text("") }
    }

    /// For the entries of an object.
    pub fn of_entries(entries: Vec<Entry<'de>>) -> Self {
        let open = vec![Open::Object(entries.into_iter())];
        Self { held: Some(Held { next: Node::NULL, open }), ..Self::of_text("") }
    }

    /// Itself as a source: of the value that is next, or of the entries of the object that is open.
    pub fn source(&mut self) -> Source<'_, 'de> {
        Source::Own { input: self, first: true }
    }

    /// The same of the items of the list that is open.
    fn items(&mut self) -> Items<'_, 'de> {
        Items::Own { input: self, first: true }
    }

    /// Reads a text that is an object.
    pub fn read_body(&mut self, read: &mut dyn FnMut(&mut Source<'_, 'de>) -> Result<(), Stop>) -> Result<(), Error> {
        let found = match self.peek() {
            Some(b'{') => {
                self.open().map_err(|stop| self.explain(stop))?;
                read(&mut self.source()).map_err(|stop| self.explain(stop))?;
                return match self.peek() {
                    None => Ok(()),
                    Some(_) => Err(self.explain(Stop::Source)),
                };
            }
            Some(b'[') => JsonType::Array,
            _ => match ReadNode::FLAT.read(&mut self.source()) {
                Ok(node) => node.json_type(),
                Err(stop) => return Err(self.explain(stop)),
            },
        };
        Err(Error::NotAnObject { found })
    }

    /// Why the text was read no further.
    #[cold]
    fn explain(&self, stop: Stop) -> Error {
        let mut json = serde_json::Deserializer::from_str(self.text);
        let read = source::read_one(&mut json, |from| ReadNode::within(&Quiet::default()).read(from).map(drop));
        Error::NotJson(match (stop, read.and_then(|()| json.end())) {
            (Stop::TooDeep, _) => serde_json::Error::custom(TOO_DEEP),
            (Stop::Source, Err(error)) => error,
            (Stop::Source, Ok(())) => serde_json::Error::custom("no JSON"),
        })
    }

    /// The next byte that is no blank.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                other => return other.copied(),
            }
        }
    }

    /// Passes over a byte that must come next.
    #[inline]
    fn expect(&mut self, byte: u8) -> Result<(), Stop> {
        if self.peek() == Some(byte) {
            self.at += 1;
            Ok(())
        } else {
            Err(Stop::Source)
        }
    }

    /// Passes over the bracket that opens a list or an object.
    #[inline]
    fn open(&mut self) -> Result<(), Stop> {
        self.at += 1;
        self.room = self.room.checked_sub(1).ok_or(Stop::TooDeep)?;
        Ok(())
    }

    /// Passes over the one that closes it.
    #[inline]
    fn close(&mut self) {
        self.at += 1;
        self.room += 1;
    }

    /// The rest of a text whose quote was passed, if it has no escapes.
    #[inline]
    fn plain(&mut self) -> Option<&'de str> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let end = self.at + plain_bytes(rest);
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        let plain = self.text.get(self.at..end);
        self.at = end + 1;
        plain
    }

    /// The rest of any other text.
    #[cold]
    fn escaped(&mut self) -> Result<String, Stop> {
        let bytes = self.text.as_bytes();
        let begin = self.at - 1;
        let mut end = self.at;
        loop {
            end += bytes.get(end..).map_or(0, plain_bytes);
            match bytes.get(end) {
                Some(b'"') => break,
                Some(b'\\') => end += 2,
                _ => return Err(Stop::Source),
            }
        }
        self.at = end + 1;
        let text = self.text.get(begin..self.at).unwrap_or_default();
        serde_json::from_str(text).map_err(|_| Stop::Source)
    }

    /// A number: of at most 19 digits, which is what surely fits.
    fn number(&mut self, to: &mut impl Handle<'de>) -> Result<(), Stop> {
        let bytes = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let length = bytes.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(bytes.len());
        let whole = matches!(bytes, [b'1'..=b'9', ..]) || length == 1;
        if !whole || length > 19 || matches!(bytes.get(length), Some(b'.' | b'e' | b'E')) {
            return self.odd_number(to);
        }
        self.at += length;
        to.number(bytes[..length].iter().fold(0, |number, digit| number * 10 + u64::from(digit - b'0')));
        Ok(())
    }

    /// Any other number, as serde_json reads it.
    #[cold]
    fn odd_number(&mut self, to: &mut dyn Handle<'de>) -> Result<(), Stop> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.bytes().position(|byte| !matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
        let number = &rest[..length.unwrap_or(rest.len())];
        self.at += number.len();
        let mut json = serde_json::Deserializer::from_str(number);
        let mut node = Node::NULL;
        let read = source::read_one(&mut json, |from| {
            node = ReadNode::FLAT.read(from)?.into_owned();
            Ok(())
        });
        match (read.and_then(|()| json.end()), node) {
            (Ok(()), Node::Scalar(scalar)) => {
                to.scalar(scalar);
                Ok(())
            }
            _ => Err(Stop::Source),
        }
    }

    /// `null`, `true` or `false`.
    fn word(&mut self, word: &str, scalar: Scalar<'static>, to: &mut dyn Handle<'de>) -> Result<(), Stop> {
        if !self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes())) {
            return Err(Stop::Source);
        }
        self.at += word.len();
        to.scalar(scalar);
        Ok(())
    }

    /// Gives the next value.
    pub fn value(&mut self, to: &mut impl Handle<'de>) -> Result<(), Stop> {
        let Some(held) = &mut self.held else { return self.text_value(to) };
        match std::mem::replace(&mut held.next, Node::NULL) {
            Node::Scalar(scalar) => {
                match scalar {
                    Scalar::Text(Cow::Borrowed(text)) => to.text(text),
                    Scalar::Uint(number) => to.number(number),
                    scalar => to.scalar(scalar),
                }
                return Ok(());
            }
            Node::List(items) => held.open.push(Open::List(items.into_iter())),
            Node::Object(entries) => held.open.push(Open::Object(entries.into_iter())),
            Node::Cut(JsonType::Array, _) => held.open.push(Open::List(Vec::new().into_iter())),
            Node::Cut(..) => held.open.push(Open::Object(Vec::new().into_iter())),
        }
        match held.open.last() {
            Some(Open::List(_)) => to.nested(Nested::List(&mut self.items())),
            _ => to.nested(Nested::Object(&mut self.source())),
        }
    }

    fn text_value(&mut self, to: &mut impl Handle<'de>) -> Result<(), Stop> {
        match self.peek() {
            Some(b'"') => {
                self.at += 1;
                match self.plain() {
                    Some(text) => to.text(text),
                    None => to.scalar(Scalar::Text(self.escaped()?.into())),
                }
                Ok(())
            }
            Some(b'0'..=b'9') => self.number(to),
            Some(b'{') => {
                self.open()?;
                to.nested(Nested::Object(&mut self.source()))
            }
            Some(b'[') => {
                self.open()?;
                to.nested(Nested::List(&mut self.items()))
            }
            Some(b'-') => self.odd_number(to),
            Some(b'n') => self.word("null", Scalar::Null, to),
            Some(b't') => self.word("true", Scalar::Bool(true), to),
            Some(b'f') => self.word("false", Scalar::Bool(false), to),
            _ => Err(Stop::Source),
        }
    }

    /// The field of the next key of the object that is open.
    pub fn place(&mut self, first: bool, finder: &mut Finder) -> Result<Packed, Stop> {
        Ok(self.key(first)?.map_or(Packed::END, |key| finder.find(&key)))
    }

    /// The next key of the object that is open.
    #[inline(always)]
    pub fn key(&mut self, first: bool) -> Result<Option<Cow<'de, str>>, Stop> {
        if let Some(held) = &mut self.held {
            return Ok(held.key());
        }
        match self.peek() {
            Some(b'}') => {
                self.close();
                return Ok(None);
            }
            Some(b',') if !first => self.at += 1,
            _ if first => {}
            _ => return Err(Stop::Source),
        }
        self.expect(b'"')?;
        let key = match self.plain() {
            Some(key) => Cow::Borrowed(key),
            None => self.escaped()?.into(),
        };
        self.expect(b':')?;
        Ok(Some(key))
    }

    /// Whether the list that is open has another item.
    pub fn item(&mut self, first: bool) -> Result<bool, Stop> {
        if let Some(held) = &mut self.held {
            return Ok(held.item());
        }
        match self.peek() {
            Some(b']') => {
                self.close();
                Ok(false)
            }
            Some(b',') if !first => {
                self.at += 1;
                Ok(true)
            }
            _ if first => Ok(true),
            _ => Err(Stop::Source),
        }
    }

    /// Passes over a value, however deep it is.
    #[cold]
    pub fn skip(&mut self) -> Result<(), Stop> {
        if let Some(held) = &mut self.held {
            held.next = Node::NULL;
            return Ok(());
        }
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<IgnoredAny>();
        match values.next() {
            Some(Ok(_)) => {
                self.at += values.byte_offset();
                Ok(())
            }
            _ => Err(Stop::Source),
        }
    }
}

impl<'de> Held<'de> {
    fn key(&mut self) -> Option<Cow<'de, str>> {
        if let Some(Open::Object(entries)) = self.open.last_mut()
            && let Some((key, node)) = entries.next()
        {
            self.next = node;
            return Some(key);
        }
        self.open.pop();
        None
    }

    fn item(&mut self) -> bool {
        if let Some(Open::List(items)) = self.open.last_mut()
            && let Some(node) = items.next()
        {
            self.next = node;
            return true;
        }
        self.open.pop();
        false
    }
}

/// A one in each of eight bytes.
const EACH: u64 = u64::from_le_bytes([1; 8]);

/// Of eight bytes, the high bit of the first that is less; perhaps those of some behind it.
#[inline]
const fn less(eight: u64, than: u64) -> u64 {
    eight.wrapping_sub(EACH * than) & !eight & (EACH * 0x80)
}

/// How many bytes come before the first that is marked: eight are looked at together.
#[inline]
fn bytes_before(bytes: &[u8], marked: impl Fn(u64) -> u64) -> usize {
    let (eights, rest) = bytes.as_chunks::<8>();
    for (i, eight) in eights.iter().enumerate() {
        let marks = marked(u64::from_le_bytes(*eight));
        if marks != 0 {
            return i * 8 + marks.trailing_zeros() as usize / 8;
        }
    }
    // Spaces are never marked.
    let mut last = [b' '; 8];
    last[..rest.len()].copy_from_slice(rest);
    let marks = marked(u64::from_le_bytes(last));
    eights.len() * 8 + rest.len().min(marks.trailing_zeros() as usize / 8)
}

/// How many bytes come before the first that is a quote, a backslash or a control character.
#[inline]
fn plain_bytes(bytes: &[u8]) -> usize {
    bytes_before(bytes, |eight| less(eight, 0x20) | less(eight ^ (EACH * 0x22), 1) | less(eight ^ (EACH * 0x5c), 1))
}

/// Where a byte of ASCII, no space, stands first.
pub fn find_byte(text: &str, byte: u8) -> Option<usize> {
    // The compiler makes one comparison of each block.
    let (blocks, _) = text.as_bytes().as_chunks::<32>();
    let lacks = |block: &&[u8; 32]| !block.iter().fold(false, |found, other| found | (*other == byte));
    let passed = blocks.iter().take_while(lacks).count() * 32;
    let rest = text.as_bytes().get(passed..)?;
    let at = passed + bytes_before(rest, |eight| less(eight ^ (EACH * u64::from(byte)), 1));
    (at < text.len()).then_some(at)
}
