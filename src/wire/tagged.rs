//! Objects of which one key says what the others mean.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;

use super::keys::{Keys, Place};
use super::node::{Entries, Name, Node, ReadNode, below};
use super::notes::{At, More, Notes, Step};
use super::scalar::Scalar;
use crate::extra::Extra;
use crate::report::{Code, JsonType};

/// A family of objects with a tag.
pub trait Tagged: Sized {
    /// The tag's key.
    const TAG: &'static str;

    /// Keys that tend to stand before the tag: they are held without a copy.
    fn common_keys() -> &'static Keys;

    /// Reads the object that a tag belongs to. The entries are all there, the tag's own among them; another tag may
    /// be yet to come, and then the last one counts.
    fn read_tagged<'de, A: MapAccess<'de>, N: Notes>(tag: &str, entries: A, notes: &mut N) -> Result<Self, A::Error>;

    /// Reads an object that has no tag (or none that is text under just that key).
    fn read_untagged<E: Error, N: Notes>(entries: Vec<(Name, Node)>, notes: &mut N) -> Result<Self, E>;
}

/// Reads a tagged object in one pass: what stands before the tag is held, the rest streams into the right struct.
pub fn read<'de, T: Tagged, D: Deserializer<'de>, N: Notes>(from: D, notes: &mut N) -> Result<T, D::Error> {
    from.deserialize_map(ReadTagged::<T, N> { notes, family: std::marker::PhantomData })
}

struct ReadTagged<'a, T, N> {
    notes: &'a mut N,
    family: super::Marker<T>,
}

impl<'de, T: Tagged, N: Notes> Visitor<'de> for ReadTagged<'_, T, N> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut held: Vec<(Name, Node)> = Vec::new();
        while let Some(key) = map.next_key_seed(ReadName(T::common_keys()))? {
            let value = map.next_value_seed(ReadNode::held(self.notes))?;
            if held.is_empty() {
                held.reserve(4);
            }
            let tag = match &value {
                Node::Scalar(Scalar::Text(tag)) if key == T::TAG && !tag.is_empty() => Some(tag.to_string()),
                _ => None,
            };
            held.push((key, value));
            if let Some(tag) = tag {
                let entries = Chain { held: Entries::new(held), rest: map, value_is_held: false };
                return T::read_tagged(&tag, entries, self.notes);
            }
        }
        T::read_untagged(held, self.notes)
    }
}

/// Holds all entries of an object.
pub fn hold<'de, D: Deserializer<'de>, N: Notes>(
    keys: &'static Keys,
    from: D,
    notes: &N,
) -> Result<Vec<(Name, Node)>, D::Error> {
    from.deserialize_map(Hold { keys, levels: ReadNode::held(notes) })
}

struct Hold {
    keys: &'static Keys,
    levels: ReadNode,
}

impl<'de> Visitor<'de> for Hold {
    type Value = Vec<(Name, Node)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut held = Vec::new();
        while let Some(key) = map.next_key_seed(ReadName(self.keys))? {
            held.push((key, map.next_value_seed(self.levels)?));
        }
        Ok(held)
    }
}

/// The value that counts for a key: the last under just that key, else the last under the key in another case.
pub fn find<'a, V>(entries: impl IntoIterator<Item = (&'a str, V)>, key: &str) -> Option<V> {
    let (mut exact, mut near) = (None, None);
    for (name, value) in entries {
        if name == key {
            exact = Some(value);
        } else if name.eq_ignore_ascii_case(key) {
            near = Some(value);
        }
    }
    exact.or(near)
}

/// Reads an object of a kind that nobody knows, whole. Its tag is one field, however it is spelled; the tag's word,
/// where there is one, is an unknown word.
pub fn read_whole<'de, A: MapAccess<'de>, N: Notes>(
    tag: &'static str,
    expected: &'static str,
    mut entries: A,
    notes: &mut N,
) -> Result<Extra, A::Error> {
    let mut whole = Extra::new();
    let mut tag_key: Option<String> = None;
    while let Some(key) = entries.next_key::<String>()? {
        let node = entries.next_value_seed(ReadNode::within(notes))?;
        let (found, absent) = (node.json_type(), node.is_absent());
        let value = below(notes, || Step::Name(key.clone()), |notes| node.into_value(notes));
        if !key.eq_ignore_ascii_case(tag) {
            match whole.insert(&*key, value) {
                Some(lost) => duplicate(&key, lost, notes),
                None => notes.note(At::key(&key), Code::UnknownKey, "no such key", found, More::Nothing),
            }
            continue;
        }
        match tag_key.as_deref() {
            Some(before) if before == tag && key != tag => {
                duplicate(tag, value, notes);
                continue;
            }
            Some(before) => duplicate(tag, whole.remove(before).unwrap_or_default(), notes),
            None => {}
        }
        if N::ON && !absent {
            let code = match found {
                JsonType::Array | JsonType::Object => Code::UnreadableValue,
                _ => Code::UnknownWord,
            };
            notes.note(At::key(tag), code, expected, found, More::Value(value.clone()));
        }
        if N::ON && key != tag {
            notes.note(At::key(tag), Code::KeySpelling, tag, found, More::Spelling(key.clone()));
        }
        whole.insert(&*key, value);
        tag_key = Some(key);
    }
    Ok(whole)
}

fn duplicate<N: Notes>(key: &str, lost: Value, notes: &mut N) {
    notes.note(At::key(key), Code::DuplicateKey, "one value", JsonType::of(&lost), More::Value(lost));
}

/// Reads a key; one of the common ones is not copied.
struct ReadName(&'static Keys);

impl<'de> DeserializeSeed<'de> for ReadName {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Name, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for ReadName {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Name, E> {
        Ok(match self.0.find(key) {
            Place::Exact(index) => self.0.name(index).into(),
            _ => key.to_owned().into(),
        })
    }
}

/// The held entries, then those still to come.
struct Chain<A, E> {
    held: Entries<E>,
    rest: A,
    value_is_held: bool,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Chain<A, A::Error> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.value_is_held = !self.held.is_empty();
        if self.value_is_held { self.held.next_key_seed(seed) } else { self.rest.next_key_seed(seed) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        if self.value_is_held { self.held.next_value_seed(seed) } else { self.rest.next_value_seed(seed) }
    }
}
