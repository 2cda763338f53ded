//! How a type is read and written: the traits behind a `payload!` table.

use serde::Serializer;

use super::about::{About, Fit, View};
use super::context::Context;
use crate::extra::Extra;
use crate::json::ValueRef;
use crate::mask::Mask;

/// Where a codec puts the value that it read.
pub enum Slot<'a, T> {
    One(&'a mut Option<T>),
    Item(&'a mut Vec<T>),
    Identity(&'a mut T),
}

impl<T> Slot<'_, T> {
    #[inline]
    pub fn put(self, value: T) -> Fit {
        match self {
            Self::One(place) => *place = Some(value),
            Self::Item(list) => list.push(value),
            Self::Identity(place) => *place = value,
        }
        Fit::Read
    }

    /// Puts the value there, and says what became of it, if there is one.
    #[inline]
    pub fn put_some(self, read: Option<(T, Fit)>) -> Fit {
        let Some((value, fit)) = read else { return Fit::Unreadable };
        self.put(value);
        fit
    }

    /// Puts an empty value there, to be filled in place: a payload has hundreds of bytes.
    #[inline]
    pub fn put_default(&mut self) -> Option<&mut T>
    where
        T: Default,
    {
        match self {
            Self::One(place) => Some(place.insert(T::default())),
            Self::Item(list) => {
                list.resize_with(list.len() + 1, T::default);
                list.last_mut()
            }
            Self::Identity(place) => Some(place),
        }
    }

    /// Takes back what was put there last.
    pub fn take_back(self) {
        match self {
            Self::One(place) => *place = None,
            Self::Item(list) => drop(list.pop()),
            Self::Identity(_) => {}
        }
    }
}

/// How a type is read from the wire and written to it: the name after `as` in a `payload!` table.
pub trait Codec<T> {
    const ABOUT: About;

    /// Reads a value. `null`, `""` and the like are refused as unreadable, unless they say more than "no value".
    fn read(value: ValueRef<'_>, slot: Slot<'_, T>, cx: &mut Context) -> Fit;

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
