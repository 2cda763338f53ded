//! Objects of which one key says what the others mean: all the others ([`hold`]), or one ([`Content`]).

use serde::Serialize;
use serde_json::Value;

use super::gathered::Gathered;
use super::input::Input;
use super::keys::{Field, Keys, Seen};
use super::node::{Entry, Node, ReadNode, below};
use super::notes::{At, More, Notes, Quiet, Step};
use super::object::{self, Object, Writer};
use super::place::{Next, Place, Spot};
use super::scalar::Codec;
use super::shape::Shape;
use super::sink::Sink;
use super::source::{Source, Stop};
use super::take::Refill;
use super::word::Word;
use crate::extra::Extra;
use crate::report::{Code, JsonType};

/// Holds all entries of an object, for a reader that must look at them before it knows what they are.
pub fn hold<'de, N: Notes>(from: &mut Source<'_, 'de>, notes: &N) -> Result<Vec<Entry<'de>>, Stop> {
    // Events have some fifteen.
    ReadNode::here(notes).entries(Vec::with_capacity(16), from)
}

/// Reads a struct from held entries.
pub fn read_held<T: Object, N: Notes>(held: Vec<Entry<'_>>, notes: &mut N) -> Result<T, Stop> {
    let mut object = T::default();
    object::read(&mut object, &mut Input::of_entries(held).source(), notes)?;
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
pub fn read_whole<N: Notes>(
    tag: &'static str,
    expected: &'static str,
    held: Vec<Entry<'_>>,
    notes: &mut N,
) -> Result<(Extra, Option<Node<'static>>), Stop> {
    let mut others = Gathered::default();
    let mut counts: Option<(String, Value)> = None;
    let levels = ReadNode::within(notes);
    for (key, node) in held {
        let node = levels.read(&mut Input::of_node(node).source())?;
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
    fn read_as<N: Notes>(
        tag: Option<&Self::Tag>,
        value: &mut Next<'_, '_, '_, N>,
        extra: &mut Extra,
    ) -> Result<Self, Stop>;
    /// Writes the content under a key.
    fn write<W: Sink>(&self, key: &str, to: &mut W);
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

impl<T: Content, N: Notes> Refill<N> for Slot<T> {
    fn empty(&mut self, _: &'static str, _: Option<&Value>) -> Option<Value> {
        match std::mem::replace(&mut self.content, Half::Nothing) {
            Half::Held(node) => {
                let told = N::ON && !node.is_absent();
                let lost = told.then(|| node.clone().into_value(&mut Quiet::default()));
                self.lost.push(node);
                lost
            }
            Half::Read(content) if N::ON && !content.is_empty() => serde_json::to_value(content).ok(),
            _ => None,
        }
    }
}

impl<T: Content> Object for Pair<T> {
    fn keys() -> &'static Keys {
        T::keys()
    }

    fn read_field<N: Notes>(&mut self, index: u8, value: &mut Next<'_, '_, '_, N>) -> Result<(), Stop> {
        if index == 0 {
            return Shape::<T::TagCodec>::read(&mut self.tag, value, &mut self.extra);
        }
        value.make_room(&mut self.slot, &mut self.extra);
        self.slot.announced.clone_from(&self.tag);
        self.slot.content = match &self.tag {
            Some(tag) => Half::Read(T::read_as(Some(tag), value, &mut self.extra)?),
            None => {
                let mut place = Place { spot: &mut value.at, index: None, extra: &mut self.extra };
                Half::Held(place.hold(value.from)?.into_owned())
            }
        };
        Ok(())
    }

    /// A pair is only read; its content is written.
    fn write_fields<W: Sink>(&self, _: &mut Writer<'_, W>) {}

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
    pub fn settle<N: Notes>(self, notes: &mut N) -> Result<(T, Extra), Stop> {
        let Self { tag, slot, mut extra } = self;
        let mut at = Spot { field: Field { keys: T::keys(), index: 1 }, notes };
        for node in slot.lost {
            Place { spot: &mut at, index: None, extra: &mut extra }.inside(|notes| node.into_value(notes));
        }
        let text;
        let mut input = match slot.content {
            Half::Nothing => Input::of_node(Node::NULL),
            Half::Held(node) => Input::of_node(node),
            Half::Read(content) if slot.announced == tag => return Ok((content, extra)),
            // A second tag came behind the content.
            Half::Read(content) => {
                // What can be written as JSON can be written as text.
                let written = match extra.remove(T::CONTENT) {
                    Some(unfit) => serde_json::to_string(&unfit),
                    None => serde_json::to_string(&content),
                };
                text = written.unwrap_or_default();
                Input::of_text(&text)
            }
        };
        let mut next = Next { from: &mut input.source(), at, again: false };
        let content = T::read_as(tag.as_ref(), &mut next, &mut extra)?;
        Ok((content, extra))
    }
}

/// Gives tag, content and what else the object had.
pub fn entries<T: Content, W: Sink>(content: &T, extra: &Extra, to: &mut W) {
    let tag = content.tag();
    if let Some(tag) = &tag {
        to.put(T::TAG, tag.as_ref());
    }
    // A known tag has its content beside it, be it an empty one.
    let known = tag.as_ref().is_some_and(|tag| !tag.is_other());
    let written = !content.is_empty() || (known && !extra.contains_key(T::CONTENT));
    if written {
        content.write(T::CONTENT, to);
    }
    for (key, value) in extra {
        let done = (key == T::TAG && tag.is_some()) || (key == T::CONTENT && written);
        if !done {
            to.put(key, value);
        }
    }
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
            use $crate::wire::keys::{Keys, keys};
            use $crate::wire::node::Node;
            use $crate::wire::notes::Notes;
            use $crate::wire::object;
            use $crate::wire::scalar::{Codec, Forms, Plain};
            use $crate::wire::place::{Next, Place};
            use $crate::wire::shape::{Shape, Target};
            use $crate::wire::sink::{Sink, WriteEntries, write_object};
            use $crate::wire::source::{Source, Stop};
            use $crate::wire::tagged::{self, Content, Pair};

            impl Content for $contents {
                type Tag = $tags;
                type TagCodec = Plain;
                const TAG: &'static str = $tag_key;
                const CONTENT: &'static str = $content_key;

                fn keys() -> &'static Keys {
                    static KEYS: Keys = keys!([$tag_key $content_key] []);
                    &KEYS
                }

                fn read_as<N: Notes>(
                    tag: Option<&$tags>,
                    value: &mut Next<'_, '_, '_, N>,
                    extra: &mut $crate::Extra,
                ) -> Result<Self, Stop> {
                    match tag {
                        $(
                            Some($tags::$variant) => {
                                let mut content: Option<$type> = None;
                                Shape::<Plain>::read(&mut content, value, extra)?;
                                Ok(Self::$variant(content.unwrap_or_default()))
                            }
                        )*
                        other => {
                            let mut place = Place { spot: &mut value.at, index: None, extra };
                            let content = place.raw(value.from)?;
                            Ok(Self::Other { $tag: other.map(ToString::to_string).unwrap_or_default(), content })
                        }
                    }
                }

                fn write<W: Sink>(&self, key: &str, to: &mut W) {
                    match self {
                        $(Self::$variant(content) => to.object(key, content),)*
                        Self::Other { content, .. } => to.put(key, content),
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

            impl WriteEntries for $name {
                fn entries<W: Sink>(&self, to: &mut W) {
                    tagged::entries(&self.$content, &self.extra, to);
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
                    let mut pair: Option<Pair<$contents>> = None;
                    if let Some(node) = object::read_nested(&mut pair, from, notes)? {
                        return Ok(Some(node));
                    }
                    let ($content, extra) = pair.unwrap_or_default().settle(notes)?;
                    target.put($name { $content, extra });
                    Ok(None)
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
                    let mut pair = Pair::<$contents>::default();
                    object::read(&mut pair, from, notes)?;
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
                    write_object(self, serializer)
                }
            }
        };
    };
}
