//! Where values go when they are written: there are so many ways to write one, whatever its type.

use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

/// Takes values: the entries of an object, the items of a list (which have no key), or one value alone. After a failure
/// it takes no more.
pub trait Sink: Sized {
    /// Takes what serde writes by itself.
    fn put<V: Serialize + ?Sized>(&mut self, key: &str, value: &V);

    /// Takes one of the vendor's objects.
    fn object<T: WriteEntries>(&mut self, key: &str, object: &T) {
        self.put(key, &Object(object));
    }

    /// Takes a list.
    fn list<T: WriteItems>(&mut self, key: &str, items: &T) {
        self.put(key, &List(items));
    }
}

/// An object as it is written.
pub trait WriteEntries {
    /// Gives each key with its value.
    fn entries<W: Sink>(&self, to: &mut W);
}

/// A list as it is written.
pub trait WriteItems {
    fn len(&self) -> usize;
    /// Gives each item.
    fn items<W: Sink>(&self, to: &mut W);
}

/// Writes an object.
#[inline(never)]
pub fn write_object<T: WriteEntries, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut sink = ObjectSink { map: serializer.serialize_map(None)?, failed: None };
    object.entries(&mut sink);
    sink.failed.map_or_else(|| sink.map.end(), Err)
}

/// Writes the one value that somebody gives; null if it is none.
pub fn write_one<S: Serializer>(give: impl FnOnce(&mut OneSink<S>), serializer: S) -> Result<S::Ok, S::Error> {
    let mut sink = OneSink::Empty(serializer);
    give(&mut sink);
    match sink {
        OneSink::Empty(serializer) => serializer.serialize_none(),
        OneSink::Full(written) => written,
    }
}

struct Object<'a, T>(&'a T);

impl<T: WriteEntries> Serialize for Object<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self.0, serializer)
    }
}

struct List<'a, T>(&'a T);

impl<T: WriteItems> Serialize for List<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sink = ListSink { list: serializer.serialize_seq(Some(self.0.len()))?, failed: None };
        self.0.items(&mut sink);
        sink.failed.map_or_else(|| sink.list.end(), Err)
    }
}

/// The entries of an object.
struct ObjectSink<M: SerializeMap> {
    map: M,
    failed: Option<M::Error>,
}

impl<M: SerializeMap> Sink for ObjectSink<M> {
    #[inline]
    fn put<V: Serialize + ?Sized>(&mut self, key: &str, value: &V) {
        if self.failed.is_none()
            && let Err(error) = self.map.serialize_entry(key, value)
        {
            self.failed = Some(error);
        }
    }
}

/// The items of a list.
struct ListSink<L: SerializeSeq> {
    list: L,
    failed: Option<L::Error>,
}

impl<L: SerializeSeq> Sink for ListSink<L> {
    #[inline]
    fn put<V: Serialize + ?Sized>(&mut self, _: &str, value: &V) {
        if self.failed.is_none()
            && let Err(error) = self.list.serialize_element(value)
        {
            self.failed = Some(error);
        }
    }
}

/// One value alone.
pub enum OneSink<S: Serializer> {
    Empty(S),
    Full(Result<S::Ok, S::Error>),
}

impl<S: Serializer> Sink for OneSink<S> {
    fn put<V: Serialize + ?Sized>(&mut self, _: &str, value: &V) {
        if let Self::Empty(serializer) = std::mem::replace(self, Self::Full(Err(S::Error::custom("two values")))) {
            *self = Self::Full(value.serialize(serializer));
        }
    }
}
