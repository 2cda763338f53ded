//! The types of a payload's fields: one value, many, or an identity.

use serde::Serializer;
use serde_json::Value;

use super::about::{Fit, View};
use super::codec::{Codec, Field, Identity, Slot};
use super::context::Context;
use super::read::read_list;
use super::write::write_list;
use crate::json::ValueRef;
use crate::report::Code;

impl<T, C: Codec<T>> Field<C> for Option<T> {
    #[inline(never)]
    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        match C::read(value, Slot::One(self), cx) {
            fit @ (Fit::Read | Fit::Absent) if !cx.is_reporting() => fit,
            fit if C::IS_OBJECT => settle_object::<T, C>(self, fit, value, cx),
            fit => cx.settle(fit, value, &C::ABOUT),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn write<S: Serializer>(&self, _: Option<&Value>, view: View, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => C::write(value, view, to),
            None => to.serialize_none(),
        }
    }
}

/// Settles what was made of an object, which may come as JSON text.
#[cold]
#[inline(never)]
fn settle_object<T, C: Codec<T>>(place: &mut Option<T>, fit: Fit, value: ValueRef<'_>, cx: &mut Context) -> Fit {
    let mut fit = fit;
    if fit == Fit::Unreadable && value.as_str().is_some() {
        let read = &mut |value: ValueRef<'_>, cx: &mut Context| C::read(value, Slot::One(place), cx);
        if let Some(embedded) = cx.read_embedded(value, '{', read) {
            fit = if embedded == Fit::Read { Fit::Adjusted(Code::CoercedType) } else { embedded };
        }
    }
    cx.settle(fit, value, &C::ABOUT)
}

impl<T, C: Codec<T>> Field<C> for Vec<T> {
    #[inline(never)]
    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        *self = Self::with_capacity(room(value, C::IS_OBJECT));
        read_list(value, &C::ABOUT, C::IS_OBJECT, cx, &mut |item, cx| C::read(item, Slot::Item(self), cx))
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn write<S: Serializer>(&self, leftovers: Option<&Value>, view: View, to: S) -> Result<S::Ok, S::Error> {
        write_list::<T, C, S>(self, leftovers, view, to)
    }
}

impl<T: Identity, C: Codec<T>> Field<C> for T {
    const IDENTITY: Option<&'static str> = Some(C::ABOUT.expected);

    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        match C::read(value, Slot::Identity(self), cx) {
            Fit::Read if !cx.is_reporting() => Fit::Read,
            fit => cx.settle(fit, value, &C::ABOUT),
        }
    }

    /// An identity is always written.
    fn is_absent(&self) -> bool {
        false
    }

    fn write<S: Serializer>(&self, _: Option<&Value>, view: View, to: S) -> Result<S::Ok, S::Error> {
        C::write(self, view, to)
    }
}

/// For how many items room is made at first: for those that a list will hold, and no more than a few of them, because
/// an item may turn out to be empty.
#[inline(never)]
fn room(list: ValueRef<'_>, of_objects: bool) -> usize {
    const MOST: usize = 64;
    let fits = |item: &ValueRef<'_>| !of_objects || item.is_object() && !item.is_empty_container();
    list.items().map_or(0, |items| items.take(MOST).filter(fits).count())
}
