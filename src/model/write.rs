//! From structs to any serializer, whole or redacted.

use std::marker::PhantomData;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{Number, Value};

use super::about::View;
use super::codec::Codec;
use super::keys::{Keys, Spelling};
use crate::extra::Extra;
use crate::mask::{Mask, mask};
use crate::report::JsonType;

/// A vendor object while it is written.
pub trait Record {
    const KEYS: &'static Keys;

    /// Gives all fields, in the struct's order.
    fn write_fields<M: SerializeMap>(&self, to: &mut Writer<'_, M>);
    fn extra(&self) -> &Extra;
}

/// A value that is written whole or redacted: payloads, pushes, summaries, and lists of them.
///
/// Only this crate implements it; use it as a bound for what [`redacted`](crate::redacted()) takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be redacted",
    note = "in a struct of your own, redact each payload by itself"
)]
pub trait Redact {
    #[doc(hidden)]
    fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error>;
}

/// A value in one of its views, as serde sees it.
pub struct Shown<'a, T: ?Sized>(pub &'a T, pub View);

impl<T: Redact + ?Sized> Serialize for Shown<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write_as(self.1, serializer)
    }
}

/// Writes a vendor object: its fields, then its `extra`.
#[inline(never)]
pub fn write_object<T: Record, S: Serializer>(object: &T, view: View, to: S) -> Result<S::Ok, S::Error> {
    let mut writer =
        Writer { map: to.serialize_map(None)?, result: Ok(()), keys: T::KEYS, extra: object.extra(), written: 0, view };
    object.write_fields(&mut writer);
    writer.write_extra();
    writer.result?;
    writer.map.end()
}

/// Writes an object's entries. After a failure it writes no more.
pub struct Writer<'a, M: SerializeMap> {
    map: M,
    result: Result<(), M::Error>,
    keys: &'static Keys,
    extra: &'a Extra,
    /// A bit for each field that was written, if there is anything extra.
    written: u128,
    /// What is shown of the object.
    pub view: View,
}

impl<M: SerializeMap> Writer<'_, M> {
    fn entry<V: Serialize + ?Sized>(&mut self, key: &str, value: &V) {
        if self.key(key) {
            self.result = self.map.serialize_value(value);
        }
    }

    /// Writes a key; returns whether its value may follow. Apart from the value, because it is the same code for all
    /// types.
    #[inline(never)]
    fn key(&mut self, key: &str) -> bool {
        if self.result.is_ok() {
            self.result = self.map.serialize_key(key);
        }
        self.result.is_ok()
    }

    /// Writes the value of a field.
    #[inline]
    pub fn field<C: Codec<T>, T>(&mut self, value: &T, field: u8, key: &'static str) {
        match C::text(value) {
            Some((text, mask)) => self.text(text, mask, field, key),
            None => self.coded::<C, T>(value, field, key),
        }
    }

    /// Writes a value that is no text, in its codec's form.
    #[inline(never)]
    fn coded<C: Codec<T>, T>(&mut self, value: &T, field: u8, key: &'static str) {
        self.value(&Coded::<T, C>(value, self.view, PhantomData), field, key);
    }

    /// Writes a text. Apart from other fields, because it is the same code for all kinds of text.
    #[inline(never)]
    fn text(&mut self, text: &str, how: Mask, field: u8, key: &'static str) {
        match self.view {
            View::Whole => self.value(text, field, key),
            View::Redacted => self.value(&mask(how, text), field, key),
        }
    }

    /// Writes a list: its items, then those that could not be read.
    #[inline(never)]
    pub fn list<C: Codec<T>, T>(&mut self, items: &[T], field: u8, key: &'static str) {
        self.mark_written(field);
        let leftovers = match self.extra.get(key) {
            Some(Value::Array(items)) => items.as_slice(),
            Some(other) => std::slice::from_ref(other),
            None => &[],
        };
        self.entry(key, &CodedList::<T, C> { items, leftovers, view: self.view, codec: PhantomData });
    }

    /// Writes a field's value that has no type of its own.
    pub fn value<V: Serialize + ?Sized>(&mut self, value: &V, field: u8, key: &'static str) {
        self.mark_written(field);
        self.entry(key, value);
    }

    #[inline]
    fn mark_written(&mut self, field: u8) {
        if !self.extra.is_empty() {
            self.written |= 1 << field;
        }
    }

    /// Writes what is extra.
    #[inline(never)]
    fn write_extra(&mut self) {
        let mut undocumented = Vec::new();
        for (key, value) in self.extra {
            match self.keys.find(key) {
                Some((Spelling::Exact, field)) if self.written & 1 << field != 0 => {}
                // An undocumented key can be personal, too: a phone number, for instance.
                None | Some((Spelling::OtherCase | Spelling::Alias, _)) if self.view == View::Redacted => {
                    undocumented.push(JsonType::of(value));
                }
                _ => self.entry(key, &Kept(value, self.view)),
            }
        }
        if !undocumented.is_empty() {
            self.entry("(undocumented)", &undocumented);
        }
    }
}

/// A list in one of its views, with its items that could not be read.
struct CodedList<'a, T, C> {
    items: &'a [T],
    leftovers: &'a [Value],
    view: View,
    codec: PhantomData<fn() -> C>,
}

impl<T, C: Codec<T>> Serialize for CodedList<'_, T, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { items, leftovers, view, codec } = *self;
        let mut list = serializer.serialize_seq(Some(items.len() + leftovers.len()))?;
        for value in items {
            list.serialize_element(&Coded::<T, C>(value, view, codec))?;
        }
        if !leftovers.is_empty() {
            write_leftovers(leftovers, view, &mut list)?;
        }
        list.end()
    }
}

/// Apart, because it is the same code for all types.
#[cold]
#[inline(never)]
fn write_leftovers<L: SerializeSeq>(items: &[Value], view: View, list: &mut L) -> Result<(), L::Error> {
    items.iter().try_for_each(|item| list.serialize_element(&Kept(item, view)))
}

/// A value in its codec's form.
struct Coded<'a, T, C>(&'a T, View, PhantomData<fn() -> C>);

impl<T, C: Codec<T>> Serialize for Coded<'_, T, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(self.0, self.1, serializer)
    }
}

/// A value of no type of its own; of a redacted one, only the JSON type is shown.
pub struct Kept<'a>(pub &'a Value, pub View);

impl Serialize for Kept<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.1 {
            View::Whole => write_json(self.0, serializer),
            View::Redacted => serializer.collect_str(&format_args!("({})", JsonType::of(self.0))),
        }
    }
}

/// Writes a JSON value. With serde_json's feature `arbitrary_precision`, which any crate of a program may switch on, a
/// `Value` writes a number as a private map, which only serde_json's serializers understand.
fn write_json<S: Serializer>(value: &Value, to: S) -> Result<S::Ok, S::Error> {
    let whole = |value| Kept(value, View::Whole);
    match value {
        Value::Null => to.serialize_unit(),
        Value::Bool(flag) => to.serialize_bool(*flag),
        Value::String(text) => to.serialize_str(text),
        Value::Array(items) => to.collect_seq(items.iter().map(whole)),
        Value::Object(entries) => to.collect_map(entries.iter().map(|(key, value)| (key, whole(value)))),
        Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(number), ..) => to.serialize_u64(number),
            (_, Some(number), _) => to.serialize_i64(number),
            (.., Some(double)) if Number::from_f64(double).as_ref() == Some(number) => to.serialize_f64(double),
            // With that feature, a number of the user's own may have a spelling that no type gives.
            _ => number.serialize(to),
        },
    }
}
