//! Payloads whose type a tag names: in the URL query, under a key of the body, or by the body's shape.

use super::about::View;
use super::context::Context;
use super::keys::Keys;
use super::open_enum::is_word;
use super::read::report_unknown;
use super::write::Kept;
use crate::extra::Extra;
use crate::json::{self, ValueRef};
use crate::report::Code;

/// The value of a key in an object: the last one that can be read as a tag, or else that says something, or else has a
/// value. The exact key comes before other letter cases.
pub fn find_value<'d>(key: &str, object: ValueRef<'d>) -> Option<ValueRef<'d>> {
    let mut found = None;
    for (other, value) in object.entries() {
        if other.eq_ignore_ascii_case(key) && !value.is_absent() {
            found = found.max(Some((is_word(value), !value.says_nothing(), other == key, value.index)));
        }
    }
    found.map(|(.., index)| object.at(index))
}

/// The values of some keys in an object, found in one pass: the last one of each key that `has_value` accepts. The
/// exact key comes before other letter cases.
pub fn find_values<'d, const N: usize>(
    keys: &'static Keys,
    object: ValueRef<'d>,
    has_value: fn(u8, ValueRef<'d>) -> bool,
) -> [Option<ValueRef<'d>>; N] {
    let mut found = [((false, None), None); N];
    for (key, value) in object.entries() {
        // No guess: only the first slot of a key's hash is looked up here, and the rest out of line.
        let place = keys.find_after(u8::MAX, key);
        if let Some((_, field)) = place
            && let Some(best) = found.get_mut(usize::from(field))
            && has_value(field, value)
            // A word can be read where an array cannot, so it counts as it does for a field.
            && (is_word(value), place) >= best.0
        {
            *best = ((is_word(value), place), Some(value));
        }
    }
    found.map(|(_, value)| value)
}

/// Whether the value of a key is what `is_wanted` asks for. The exact key's value decides. Without one, those of all
/// other spellings must agree: a body that is not understood is kept, and written with its keys in another order, which
/// must not make it another vendor's.
pub fn all_spellings_say<'d>(
    key: &str,
    object: ValueRef<'d>,
    is_readable: fn(ValueRef<'d>) -> bool,
    is_wanted: &mut dyn FnMut(ValueRef<'d>) -> bool,
) -> bool {
    let values = object.values().filter(|value| value.key().eq_ignore_ascii_case(key));
    // An empty object may be what is wanted; otherwise it says nothing.
    let values = values.filter(|value| !value.says_nothing() || value.is_object() && is_wanted(*value));
    // Of equal keys, the value that counts comes last.
    let order = |value: ValueRef<'d>| u64::from(value.index) | u64::from(is_readable(value)) << 32;
    let mut values: Vec<_> = values.map(|value| (value.key(), order(value))).collect();
    values.sort_unstable();
    let counting = || values.chunk_by(|one, next| one.0 == next.0).filter_map(<[_]>::last);
    match counting().find(|(spelling, _)| *spelling == key) {
        Some((_, order)) => is_wanted(object.at(*order as u32)),
        None => !values.is_empty() && counting().all(|(_, order)| is_wanted(object.at(*order as u32))),
    }
}

/// Keeps a body that no table describes: with one finding for all of it at the tag, if there is one, and else with one
/// for each key. The tag comes as a table of which it is the first key, and with what is expected there.
pub fn keep_whole(keys: &'static Keys, expected: &'static str, root: ValueRef<'_>, cx: &mut Context) -> Extra {
    let key = keys.name(0);
    let is_tag = |value: &ValueRef<'_>| value.key().eq_ignore_ascii_case(key);
    let mut extra: Extra = root.to_entries(&mut root.values()).into_iter().collect();
    let Some(tag) = find_value(key, root) else {
        report_unknown(root, &mut root.values().filter(|value| !is_tag(value)), cx);
        return extra;
    };
    // The tag that decided is the one that is kept, so that the body reads as the same again: under its documented key,
    // if it was not the only one.
    let others = root.values().filter(|value| is_tag(value) && value.key() != tag.key());
    let name = if others.count() > 0 { key } else { tag.key() };
    extra.remove(tag.key());
    extra.insert(name, tag.to_json());
    if cx.is_reporting {
        let code = if is_word(tag) { Code::UnknownWord } else { Code::UnreadableValue };
        let place = cx.enter(keys);
        cx.note_with(code, expected, tag, root.count_adjustments());
        if tag.key() != key {
            cx.note_spelling(tag);
            let lost = root.values().filter(|value| value.key() == key);
            lost.for_each(|value| cx.note(Code::DuplicateKey, "one value", value));
        }
        cx.leave(place);
    }
    extra
}

/// Reads a body of no known kind as it will be kept: with one value for each key. What is kept must be read as the same
/// again, and without the other values it may be of a known kind. `read` says whether it is; then a report says how
/// many other values there were. Returns whether it is, which it never is if the body has no duplicate keys.
pub fn read_as_kept(
    root: ValueRef<'_>,
    cx: &mut Context,
    read: &mut dyn FnMut(ValueRef<'_>, &mut Context) -> bool,
) -> bool {
    let [(duplicates, _), ..] = root.adjustments();
    if duplicates == 0 {
        return false;
    }
    // What was read as JSON can be written as JSON.
    let text = serde_json::to_string(&Kept(&root.to_json(), View::Whole)).unwrap_or_default();
    let mut is_known = false;
    _ = json::read(&text, &mut |kept| is_known = read(kept, cx));
    if is_known {
        cx.note_kept(root);
    }
    is_known
}

/// Declares an enum of payloads: variant, struct, the tag's variant if a tag says it, the event's name, and perhaps an
/// overview of the payload, or its struct again for `From`. What no row describes is in `Other`.
macro_rules! tagged {
    (
        $(#[$meta:meta])*
        pub enum $name:ident: $tag:ident $(=> $overview:ty)?, Other($other:ty) {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident($type:ty) $(= $($tag_variant:ident)|+)?, $event:literal
                    $(, |$payload:ident| $about:expr)? $(, from $from:ident)?;
            )*
        }
    ) => {
        $(#[$meta])*
        ///
        /// `Debug` prints everything, personal data too; in logs, print [`redacted`](crate::redacted()) of the value
        /// instead.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_meta])* $variant($type),)*
            /// Anything that this crate does not know, kept whole.
            Other($other),
        }

        impl $name {
            /// An empty push of the kind that a tag names; `None` if it names no known one.
            fn of_tag(tag: &$tag) -> Option<Self> {
                match tag {
                    $($($($tag::$tag_variant)|+ => Some(Self::$variant(Default::default())),)?)*
                    _ => None,
                }
            }

            /// The name of the event, for a log or a metric: one of a fixed list, and `other` for what this crate does
            /// not know.
            pub const fn event_name(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $event,)*
                    Self::Other(_) => "other",
                }
            }

            tagged! { @overview [$($overview)?] $($([$variant $event $payload $about])?)* }

            /// Reads an object as what it is; whether that is known.
            fn fill_variant(&mut self, object: $crate::json::ValueRef<'_>, cx: &mut $crate::model::Context) -> bool {
                use $crate::model::Sealed as _;
                match self {
                    $(Self::$variant(payload) => payload.fill(object, cx),)*
                    Self::Other(_) => return false,
                }
                true
            }
        }

        $($(
            impl From<$from> for $name {
                fn from(payload: $from) -> Self {
                    Self::$variant(payload.into())
                }
            }
        )?)*

        impl $crate::model::Redact for $name {
            fn write_as<S: serde::Serializer>(&self, view: $crate::model::View, to: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(payload) => payload.write_as(view, to),)*
                    Self::Other(other) => other.write_as(view, to),
                }
            }
        }

        /// Writes the vendor's form.
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::model::Redact::write_as(self, $crate::model::View::Whole, serializer)
            }
        }
    };
    (@overview []) => {};
    (@overview [$overview:ty] $([$variant:ident $event:literal $payload:ident $about:expr])*) => {
        /// Every [`event_name`](Self::event_name), to register a metric's labels in advance.
        pub const EVENT_NAMES: &'static [&'static str] = &[$($event,)* "other"];

        /// What the payload says about itself.
        fn overview(&self) -> $overview {
            match self {
                $(Self::$variant($payload) => $about,)*
                Self::Other(other) => other.overview(),
            }
        }
    };
}
