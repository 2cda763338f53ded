//! [`Extra`] as a payload: an object of which no key is documented. It is apart from `any.rs`, because the `payload!`
//! table names the codecs of that file.

use serde::ser::SerializeMap;

use super::about::Fit;
use super::body::{Payload, from_str};
use super::codec::Object;
use super::context::Context;
use super::keys::Keys;
use super::write::{Record, Writer};
use crate::error::Error;
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

impl Extra {
    /// Reads the entries as a payload: for the body of a request that this crate does not know, such as
    /// [`tccc::OtherPush::body`](crate::tccc::OtherPush::body).
    ///
    /// # Errors
    ///
    /// Returns an error if the entries lack an identity of the type.
    ///
    /// ```
    /// use callhook::tccc::{PhoneCdr, Push};
    ///
    /// let Push::Other(other) = Push::from_request("action=cdr_v2", br#"{"SdkAppId":1400000214,"SessionId":"e97be0ab"}"#)?
    /// else {
    ///     unreachable!()
    /// };
    /// let cdr: PhoneCdr = other.body.read_as()?;
    /// assert_eq!(cdr.session_id, "e97be0ab");
    /// # Ok::<(), callhook::Error>(())
    /// ```
    pub fn read_as<T: Payload>(&self) -> Result<T, Error> {
        // What was read as JSON can be written as JSON.
        from_str(&serde_json::to_string(self).unwrap_or_default())
    }
}
