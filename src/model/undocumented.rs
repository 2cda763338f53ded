//! [`Extra`] as a payload: an object of which no key is documented.

use serde::ser::SerializeMap;

use super::about::Fit;
use super::codec::Object;
use super::context::Context;
use super::keys::Keys;
use super::write::{Record, Writer};
use crate::extra::Extra;
use crate::json::ValueRef;

/// An object of which no key is documented.
impl Object for Extra {
    fn read_field(&mut self, _: u8, _: ValueRef<'_>, _: &mut Context) -> Fit {
        Fit::Unreadable
    }

    fn extra_mut(&mut self) -> &mut Extra {
        self
    }
}

impl Record for Extra {
    const KEYS: &'static Keys = keys!([] [] []);

    fn write_fields<M: SerializeMap>(&self, _: &mut Writer<'_, M>) {}

    fn extra(&self) -> &Extra {
        self
    }
}

record!(Extra);
