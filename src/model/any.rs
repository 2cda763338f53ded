//! Values of the user's own design: objects and texts that no table describes.

use std::fmt;

use serde::{Serialize, Serializer};

use super::about::{About, Fit, Forms, View};
use super::codec::{Codec, put, put_some};
use super::context::Context;
use super::write::Kept;
use crate::extra::Extra;
use crate::json::{Node, ValueRef};
use crate::report::Code;

/// Writes such a value. A redacted view shows its JSON type.
fn write<S: Serializer>(value: &impl Serialize, view: View, to: S) -> Result<S::Ok, S::Error> {
    match view {
        View::Whole => value.serialize(to),
        View::Redacted => Kept(&serde_json::to_value(value).unwrap_or_default(), view).serialize(to),
    }
}

/// An object, whole.
pub enum AnyObject {}

impl Codec<Extra> for AnyObject {
    const ABOUT: About = About::object(Forms::OBJECT.or(Forms::STRING));

    fn read(value: ValueRef<'_>, slot: &mut Option<Extra>, cx: &mut Context) -> Fit {
        if !value.is_object() {
            return Fit::Unreadable;
        }
        put(slot, cx.keep(value))
    }

    fn write<S: Serializer>(value: &Extra, view: View, to: S) -> Result<S::Ok, S::Error> {
        write(value, view, to)
    }
}

/// An object, or a text that may be one.
pub enum ObjectOrText {}

impl<T: From<Extra> + From<String> + Serialize> Codec<T> for ObjectOrText {
    const ABOUT: About = About::new("object", Forms::OBJECT);

    fn read(value: ValueRef<'_>, slot: &mut Option<T>, cx: &mut Context) -> Fit {
        match value.node() {
            Node::Object(..) => put(slot, cx.keep(value).into()),
            // A number that only its digits can express is written as text, so it is read as text, too.
            Node::Number(digits) if value.is_huge() => {
                put(slot, digits.to_owned().into());
                Fit::Adjusted(Code::HugeNumber)
            }
            Node::String(text) if !text.is_empty() => put(slot, text.to_owned().into()),
            _ => Fit::Unreadable,
        }
    }

    fn write<S: Serializer>(value: &T, view: View, to: S) -> Result<S::Ok, S::Error> {
        write(value, view, to)
    }
}

/// A text whose type reads its parts only when asked for them.
pub enum TextParts {}

impl<T: From<String> + fmt::Display> Codec<T> for TextParts {
    const ABOUT: About = About::new("16 parts as text", Forms::STRING);

    #[inline]
    fn read(value: ValueRef<'_>, slot: &mut Option<T>, _: &mut Context) -> Fit {
        let text = value.as_str().filter(|text| !text.is_empty());
        put_some(slot, text.map(|text| (text.to_owned().into(), Fit::Read)))
    }

    fn write<S: Serializer>(value: &T, view: View, to: S) -> Result<S::Ok, S::Error> {
        match view {
            View::Whole => to.collect_str(value),
            View::Redacted => to.serialize_str("***"),
        }
    }
}
