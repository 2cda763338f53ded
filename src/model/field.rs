//! The types of a payload's fields: one value, many, or an identity.

use serde::Serializer;
use serde_json::Value;

use super::about::{Fit, Role, Settling, View};
use super::codec::{Codec, Field, Identity, Slot};
use super::context::Context;
use super::read::read_list;
use super::write::write_list;
use crate::json::ValueRef;
use crate::mask::Mask;

impl<T, C: Codec<T>> Field<C> for Option<T> {
    const SETTLING: Settling = Settling { about: &C::ABOUT, role: Role::Value };

    #[inline(never)]
    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        C::read(value, Slot::One(self), cx)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    #[inline(always)]
    fn text(&self) -> Option<(&str, Mask)> {
        C::text(self.as_ref()?)
    }

    fn write<S: Serializer>(&self, _: Option<&Value>, view: View, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => C::write(value, view, to),
            None => to.serialize_none(),
        }
    }
}

impl<T, C: Codec<T>> Field<C> for Vec<T> {
    const SETTLING: Settling = Settling { role: Role::List, ..Settling::OWN };

    #[inline(never)]
    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        *self = Self::with_capacity(room(value, C::ABOUT.is_object));
        read_list(value, &C::ABOUT, cx, &mut |item, cx| C::read(item, Slot::Item(self), cx))
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn text(&self) -> Option<(&str, Mask)> {
        None
    }

    fn write<S: Serializer>(&self, leftovers: Option<&Value>, view: View, to: S) -> Result<S::Ok, S::Error> {
        write_list::<T, C, S>(self, leftovers, view, to)
    }
}

impl<T: Identity, C: Codec<T>> Field<C> for T {
    const SETTLING: Settling = Settling { about: &C::ABOUT, role: Role::Identity };

    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        C::read(value, Slot::Identity(self), cx)
    }

    /// An identity is always written.
    fn is_absent(&self) -> bool {
        false
    }

    #[inline(always)]
    fn text(&self) -> Option<(&str, Mask)> {
        C::text(self)
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
