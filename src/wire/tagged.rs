//! Objects of which one key says what the others mean: all the others ([`hold`]), or one ([`Content`]).

use std::fmt;

use serde::de::{DeserializeSeed as _, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::gathered::Gathered;
use super::keys::{Fields, Keys, Seen};
use super::node::{Entries, Entry, Held, Node, ReadNode, below};
use super::notes::{At, More, Notes, Step};
use super::object::{Object, OnFieldMut, Reader};
use super::scalar::{Codec, Plain, Scalar};
use super::shape::{Place, Shape};
use super::word::Word;
use crate::extra::Extra;
use crate::report::{Code, JsonType};

/// Holds all entries of an object, for a reader that must look at them before it knows what they are.
pub fn hold<'de, D: Deserializer<'de>, N: Notes>(from: D, notes: &N) -> Result<Vec<Entry<'de>>, D::Error> {
    from.deserialize_map(Hold(ReadNode::here(notes)))
}

struct Hold(ReadNode);

impl<'de> Visitor<'de> for Hold {
    type Value = Vec<Entry<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        // Events have some fifteen.
        self.0.entries(Vec::with_capacity(16), map)
    }
}

/// Reads a struct from held entries.
pub fn read_held<T: Object, E: Error, N: Notes>(held: Vec<Entry<'_>>, notes: &mut N) -> Result<T, E> {
    let mut object = T::default();
    Reader::new(T::keys(), notes).read(&mut object, &mut Entries::new(held))?;
    Ok(object)
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

/// Leaves of a key's spellings only the one that counts.
pub fn settle_spelling<N: Notes>(entries: &mut Vec<Entry<'_>>, key: &str, notes: &mut N) {
    let Some(counts) = find(entries.iter().map(|(name, _)| (&**name, name.clone())), key) else { return };
    let loses = |(name, _): &mut Entry<'_>| *name != counts && name.eq_ignore_ascii_case(key);
    for (_, lost) in entries.extract_if(.., loses) {
        let lost = below(notes, || Step::Name(key.to_owned()), |notes| lost.into_value(notes));
        notes.duplicate(key, lost);
    }
}

/// Reads an object of a kind that nobody knows, whole. Its tag is one field, however it is spelled; the tag's word,
/// where there is one, is an unknown word. Gives the tag apart too.
pub fn read_whole<E: Error, N: Notes>(
    tag: &'static str,
    expected: &'static str,
    held: Vec<Entry<'_>>,
    notes: &mut N,
) -> Result<(Extra, Option<Node<'static>>), E> {
    let mut others = Gathered::default();
    let mut counts: Option<(String, Value)> = None;
    let levels = ReadNode::within(notes);
    for (key, node) in held {
        let node = levels.deserialize(Held::<E>::new(node))?;
        let (found, absent) = (node.json_type(), node.is_absent());
        let is_tag = key.eq_ignore_ascii_case(tag);
        let value = below(notes, || Step::Name(key.to_string()), |notes| node.into_value(notes));
        if !is_tag {
            others.add_unknown(key.into_owned(), value, found, notes);
            continue;
        }
        match counts.take() {
            Some(before) if before.0 == tag && key != tag => {
                notes.duplicate(tag, value);
                counts = Some(before);
                continue;
            }
            Some((_, lost)) => notes.duplicate(tag, lost),
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
            notes.note(At::key(tag), Code::KeySpelling, tag, found, More::Spelling(key.to_string()));
        }
        counts = Some((key.into_owned(), value));
    }
    let tag = counts.as_ref().map(|(_, value)| Node::of_value(value.clone()));
    Ok((others.finish(notes).into_iter().chain(counts).collect(), tag))
}

/// What an object holds under one key, as the word under another key says: what `contents!` implements. It is written
/// without the word.
pub trait Content: Default + Serialize {
    /// The words.
    type Tag: Word + Clone + PartialEq;
    /// How they are read.
    type TagCodec: Codec<Self::Tag>;
    /// The key of the word.
    const TAG: &'static str;
    /// The key of the content.
    const CONTENT: &'static str;

    /// Both keys, the tag's first.
    fn keys() -> &'static Keys;
    /// Reads the content that belongs to a word, or to none. What does not fit goes to the place's `extra`.
    fn read_as<'de, D, N>(tag: Option<&Self::Tag>, from: D, place: Place<'_, N>) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
        N: Notes;
    /// The word; none where it is empty.
    fn tag(&self) -> Option<Self::Tag>;
    /// Whether there is nothing in it.
    fn is_empty(&self) -> bool;
}

/// An object of tag and content, while it is read.
pub struct Pair<T: Content> {
    tag: Option<T::Tag>,
    slot: Slot<T>,
    extra: Extra,
}

impl<T: Content> Default for Pair<T> {
    fn default() -> Self {
        Self {
            tag: None,
            slot: Slot { announced: None, content: Half::Nothing, lost: Vec::new() },
            extra: Extra::new(),
        }
    }
}

/// Where the content goes.
struct Slot<T: Content> {
    /// The tag, if it came before.
    announced: Option<T::Tag>,
    content: Half<T>,
    /// What was held until a duplicate came: the report wants to hear of duplicates in it.
    lost: Vec<Node<'static>>,
}

enum Half<T> {
    Nothing,
    /// It came before the tag.
    Held(Node<'static>),
    Read(T),
}

impl<T: Content> Shape<Plain> for Slot<T> {
    fn fill<'de, D: Deserializer<'de>, N: Notes>(&mut self, from: D, mut place: Place<'_, N>) -> Result<(), D::Error> {
        self.content = match &self.announced {
            Some(tag) => Half::Read(T::read_as(Some(tag), from, place)?),
            None => Half::Held(place.hold(from)?.into_owned()),
        };
        Ok(())
    }

    fn is_absent(&self) -> bool {
        match &self.content {
            Half::Nothing => true,
            Half::Held(node) => node.is_absent(),
            Half::Read(content) => content.is_empty(),
        }
    }

    fn clear(&mut self) {
        if let Half::Held(node) = std::mem::replace(&mut self.content, Half::Nothing) {
            self.lost.push(node);
        }
    }

    /// Only for the report of a duplicate.
    fn write<S: Serializer>(&self, _: Option<&Value>, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.content {
            Half::Nothing => serializer.serialize_none(),
            Half::Held(node) => node.clone().into_value(&mut super::notes::Quiet::default()).serialize(serializer),
            Half::Read(content) => content.serialize(serializer),
        }
    }
}

impl<T: Content> Object for Pair<T> {
    fn keys() -> &'static Keys {
        T::keys()
    }

    fn field_mut<V: OnFieldMut>(&mut self, index: u8, act: V) -> V::Out {
        if index == 0 {
            return act.act::<T::TagCodec, _>(&mut self.tag, &mut self.extra, T::TAG);
        }
        self.slot.announced.clone_from(&self.tag);
        act.act::<Plain, _>(&mut self.slot, &mut self.extra, T::CONTENT)
    }

    /// A pair is only read; its content is written.
    fn write_fields<M: SerializeMap>(&self, _: &mut M) -> Result<Fields, M::Error> {
        Ok(Fields::default())
    }

    fn extra(&self) -> &Extra {
        &self.extra
    }

    fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }

    fn missing(_: &Seen) -> Option<(&'static str, &'static str)> {
        None
    }
}

impl<T: Content> Pair<T> {
    /// The content, read as the tag says, and what else the object had. `notes` is at the object.
    pub fn settle<E: Error, N: Notes>(self, notes: &mut N) -> Result<(T, Extra), E> {
        let Self { tag, slot, mut extra } = self;
        let unfit = extra.get(T::CONTENT).cloned();
        let mut place = Place { key: T::CONTENT, index: None, extra: &mut extra, notes };
        for node in slot.lost {
            place.inside(|notes| node.into_value(notes));
        }
        let content = match slot.content {
            Half::Nothing => T::read_as(tag.as_ref(), Held::new(Node::Scalar(Scalar::Null)), place)?,
            Half::Held(node) => T::read_as(tag.as_ref(), Held::new(node), place)?,
            Half::Read(content) if slot.announced == tag => content,
            // A second tag came behind the content.
            Half::Read(content) => {
                let value = match unfit {
                    Some(unfit) => unfit,
                    None => serde_json::to_value(content).map_err(E::custom)?,
                };
                place.extra.remove(T::CONTENT);
                T::read_as(tag.as_ref(), Held::new(Node::of_value(value)), place)?
            }
        };
        Ok((content, extra))
    }
}

/// Writes tag, content and what else the object had.
pub fn write<T: Content, S: Serializer>(content: &T, extra: &Extra, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let tag = content.tag();
    if let Some(tag) = &tag {
        map.serialize_entry(T::TAG, tag.as_ref())?;
    }
    // A known tag has its content beside it, be it an empty one.
    let known = tag.as_ref().is_some_and(|tag| !tag.is_other());
    let written = !content.is_empty() || (known && !extra.contains_key(T::CONTENT));
    if written {
        map.serialize_entry(T::CONTENT, content)?;
    }
    for (key, value) in extra {
        let done = (key == T::TAG && tag.is_some()) || (key == T::CONTENT && written);
        if !done {
            map.serialize_entry(key, value)?;
        }
    }
    map.end()
}

/// Declares an object of tag and content: the struct with the content's field and key; then the enum of contents with
/// the word list of its tags and their key, a variant of the same name for each word, and one for other words.
macro_rules! contents {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $(#[$content_meta:meta])*
            pub $content:ident: $contents:ident = $content_key:literal,
        }

        $(#[$contents_meta:meta])*
        pub enum $contents_again:ident: $tags:ident = $tag_key:literal or Other { $tag:ident } {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident($type:ty),
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Default)]
        #[non_exhaustive]
        pub struct $name {
            $(#[$content_meta])*
            pub $content: $contents,
            /// What the object had beyond these, and a content that is none of its type; see [`Extra`](crate::Extra).
            pub extra: $crate::Extra,
        }

        $(#[$contents_meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $contents {
            $(
                $(#[$variant_meta])*
                $variant($type),
            )*
            /// A content of a type that this crate does not know.
            Other {
                /// The type's word as it came; empty where there was none.
                $tag: String,
                /// The content as it came; null where there was none.
                content: serde_json::Value,
            },
        }

        impl Default for $contents {
            fn default() -> Self {
                Self::Other { $tag: String::new(), content: serde_json::Value::Null }
            }
        }

        $(
            impl From<$type> for $contents {
                fn from(content: $type) -> Self {
                    Self::$variant(content)
                }
            }

            impl From<$type> for $name {
                fn from(content: $type) -> Self {
                    Self { $content: content.into(), ..Self::default() }
                }
            }
        )*

        impl From<$contents> for $name {
            fn from($content: $contents) -> Self {
                Self { $content, ..Self::default() }
            }
        }

        const _: () = {
            use $crate::wire::notes::Notes;
            use $crate::wire::scalar::Plain;
            use $crate::wire::shape::{Place, Shape};
            use $crate::wire::tagged::{Content, Pair, write};

            impl Content for $contents {
                type Tag = $tags;
                type TagCodec = Plain;
                const TAG: &'static str = $tag_key;
                const CONTENT: &'static str = $content_key;

                fn keys() -> &'static $crate::wire::keys::Keys {
                    static KEYS: $crate::wire::keys::Keys =
                        $crate::wire::keys::Keys::new(
                            &[$crate::wire::keys::Name::new($tag_key), $crate::wire::keys::Name::new($content_key)],
                            &[],
                        );
                    &KEYS
                }

                fn read_as<'de, D, N>(tag: Option<&$tags>, from: D, mut place: Place<'_, N>) -> Result<Self, D::Error>
                where
                    D: serde::Deserializer<'de>,
                    N: Notes,
                {
                    match tag {
                        $(
                            Some($tags::$variant) => {
                                let mut content: Option<$type> = None;
                                Shape::<Plain>::fill(&mut content, from, place)?;
                                Ok(Self::$variant(content.unwrap_or_default()))
                            }
                        )*
                        other => Ok(Self::Other {
                            $tag: other.map(ToString::to_string).unwrap_or_default(),
                            content: place.raw(from)?,
                        }),
                    }
                }

                fn tag(&self) -> Option<$tags> {
                    match self {
                        $(Self::$variant(_) => Some($tags::$variant),)*
                        Self::Other { $tag, .. } if $tag.is_empty() => None,
                        Self::Other { $tag, .. } => Some($tags::Other($tag.clone())),
                    }
                }

                fn is_empty(&self) -> bool {
                    match self {
                        $(Self::$variant(content) => *content == <$type>::default(),)*
                        Self::Other { content, .. } => content.is_null(),
                    }
                }
            }

            /// Writes the content alone; the type's word stands beside it.
            impl serde::Serialize for $contents {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    match self {
                        $(Self::$variant(content) => content.serialize(serializer),)*
                        Self::Other { content, .. } => content.serialize(serializer),
                    }
                }
            }

            impl $crate::wire::scalar::Codec<$name> for Plain {
                const EXPECTED: &'static str = "object";
                const FORMS: $crate::wire::scalar::Forms = $crate::wire::scalar::Forms::OBJECT;
                const OBJECT: bool = true;

                fn scalar(scalar: $crate::wire::scalar::Scalar<'_>) -> $crate::wire::scalar::Read<'_, $name> {
                    $crate::wire::scalar::Read::Not(scalar)
                }

                fn object<'de, A: serde::de::MapAccess<'de>, N: Notes>(
                    target: &mut impl $crate::wire::shape::Target<$name>,
                    map: A,
                    notes: &mut N,
                ) -> Result<Option<$crate::wire::node::Node<'de>>, A::Error> {
                    let mut pair: Option<Pair<$contents>> = None;
                    if let Some(node) = $crate::wire::object::read_nested(&mut pair, map, notes)? {
                        return Ok(Some(node));
                    }
                    let ($content, extra) = pair.unwrap_or_default().settle(notes)?;
                    target.put($name { $content, extra });
                    Ok(None)
                }

                fn write<S: serde::Serializer>(value: &$name, serializer: S) -> Result<S::Ok, S::Error> {
                    write(&value.$content, &value.extra, serializer)
                }
            }

            impl $crate::wire::body::Read for $name {
                fn empty() -> Self {
                    Self::default()
                }

                fn read_into<'de, D: serde::Deserializer<'de>, N: Notes>(
                    &mut self,
                    from: D,
                    notes: &mut N,
                ) -> Result<(), D::Error> {
                    let mut pair = Pair::<$contents>::default();
                    $crate::wire::object::read_into(&mut pair, from, notes)?;
                    (self.$content, self.extra) = pair.settle(notes)?;
                    Ok(())
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
                    write(&self.$content, &self.extra, serializer)
                }
            }
        };
    };
}
