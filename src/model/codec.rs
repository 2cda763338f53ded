//! How a type is read and written: the traits behind a `payload!` table.

use serde::Serializer;

use super::about::{About, Fit, View};
use super::context::Context;
use crate::extra::Extra;
use crate::json::ValueRef;
use crate::mask::Mask;

/// Puts the value that was read into its slot.
#[inline]
pub fn put<T>(slot: &mut Option<T>, value: T) -> Fit {
    *slot = Some(value);
    Fit::Read
}

/// Puts the value that was read into its slot, if there is one, and says what became of it.
#[inline]
pub fn put_some<T>(slot: &mut Option<T>, read: Option<(T, Fit)>) -> Fit {
    let Some((value, fit)) = read else { return Fit::Unreadable };
    *slot = Some(value);
    fit
}

/// How a type is read from the wire and written to it: the name after `as` in a `payload!` table.
pub trait Codec<T> {
    const ABOUT: About;

    /// Reads a value into a slot, which is empty. A codec need not know `null`, `""` and the like: what it refuses as
    /// unreadable is settled as absent if it is one of them.
    fn read(value: ValueRef<'_>, slot: &mut Option<T>, cx: &mut Context) -> Fit;

    /// Reads an item of a list. Payloads have their own way: an item is read where it will stay, and one without a value
    /// is none.
    #[inline]
    fn read_item(value: ValueRef<'_>, list: &mut Vec<T>, cx: &mut Context) -> Fit {
        let mut slot = None;
        let fit = Self::read(value, &mut slot, cx);
        list.extend(slot);
        fit
    }

    /// Writes a value in the documented form.
    fn write<S: Serializer>(value: &T, view: View, to: S) -> Result<S::Ok, S::Error>;

    /// The value as a text, and how much of it a log may show; `None` if it is not a text. All fields that are texts
    /// are written by the same code.
    #[inline(always)]
    fn text(_: &T) -> Option<(&str, Mask)> {
        None
    }
}

/// A vendor object while it is read, whichever it is: what `payload!` implements.
pub trait Object {
    /// Reads the value of a field, and leaves it to the loop to settle what became of it.
    fn read_field(&mut self, field: u8, value: ValueRef<'_>, cx: &mut Context) -> Fit;
    fn extra_mut(&mut self) -> &mut Extra;

    /// Whether `null` and `""` say nothing to any field, so that a plain reading need not ask.
    fn skips_empty(&self) -> bool {
        true
    }
}
