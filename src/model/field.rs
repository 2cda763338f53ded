//! How each type of field reads and writes itself: an `Option`, a `Vec`, or the type of an identity.

use serde::ser::SerializeMap;

use super::about::{Fit, Settling};
use super::codec::Codec;
use super::context::Context;
use super::read::read_list;
use super::write::Writer;
use crate::json::ValueRef;

/// The type of a payload's field: one value, many, or an identity.
#[diagnostic::on_unimplemented(
    message = "a payload's field of type `{Self}` cannot be read and written by `{C}`",
    note = "a text names its kind: `as Id`, `Phone`, `Account`, `PersonName`, `Location`, `FreeText`, `Link`, `Address`, \
            `JsonText` or `Plain`; an instant or a duration its form: `as UnixSeconds`, `Seconds`, ..."
)]
pub trait Field<C> {
    /// How what it reads is settled.
    const SETTLING: Settling;

    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit;
    /// Writes the field with its key, if it has a value.
    fn write<M: SerializeMap>(&self, to: &mut Writer<'_, M>, field: u8, key: &'static str);
}

/// The type of a field without `Option`: the record cannot be read without it.
pub trait Identity: Default {}

impl Identity for String {}
impl Identity for u64 {}

impl<T, C: Codec<T>> Field<C> for Option<T> {
    const SETTLING: Settling = Settling::Value(&C::ABOUT);

    #[inline(never)]
    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        C::read(value, self, cx)
    }

    #[inline]
    fn write<M: SerializeMap>(&self, to: &mut Writer<'_, M>, field: u8, key: &'static str) {
        if let Some(value) = self {
            to.field::<C, T>(value, field, key);
        }
    }
}

impl<T, C: Codec<T>> Field<C> for Vec<T> {
    const SETTLING: Settling = Settling::List;

    #[inline(never)]
    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        *self = Self::with_capacity(room(value, C::ABOUT.is_object));
        read_list(value, &C::ABOUT, cx, &mut |item, cx| C::read_item(item, self, cx))
    }

    #[inline]
    fn write<M: SerializeMap>(&self, to: &mut Writer<'_, M>, field: u8, key: &'static str) {
        if !self.is_empty() {
            to.list::<C, T>(self, field, key);
        }
    }
}

impl<T: Identity, C: Codec<T>> Field<C> for T {
    const SETTLING: Settling = Settling::Identity(&C::ABOUT);

    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        let mut read = None;
        let fit = C::read(value, &mut read, cx);
        *self = read.unwrap_or_default();
        fit
    }

    /// An identity is always written.
    #[inline]
    fn write<M: SerializeMap>(&self, to: &mut Writer<'_, M>, field: u8, key: &'static str) {
        to.field::<C, T>(self, field, key);
    }
}

/// For how many items room is made at first: for those that a list will hold, as far as the beginning of each says. A
/// long list that grew step by step would take up to three times the memory.
#[inline(never)]
fn room(list: ValueRef<'_>, of_objects: bool) -> usize {
    let fits = |item: &ValueRef<'_>| {
        let beginning = if of_objects { item.values().next() } else { Some(*item) };
        beginning.is_some_and(|value| !value.is_null_or_empty())
    };
    list.items().map_or(0, |items| items.filter(fits).count())
}
