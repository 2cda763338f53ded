//! From a `Document` to a struct, and back to any serializer. This module knows objects and
//! fields, but no vendor.
//!
//! # From a byte to a field
//!
//! `{"Duration":15}` becomes `PhoneCdr::duration` in five steps:
//!
//! 1. `json::lexer::lex` meets the `1`, calls `number`, and pushes `Node::Unsigned(15)` after the key's
//!    `Node::String`.
//! 2. `model::read::read_object` has `Found::match_keys` walk the object's entries, which asks `Keys::find_after` which
//!    field the key `Duration` belongs to, and remembers where that field's value is. When all keys are matched, it goes
//!    through the fields that have a value.
//! 3. `PhoneCdr::read_field` is the one `match` that `payload!` makes: the field's index leads to `self.duration`, read
//!    as `Seconds`.
//! 4. `Field::read` for `Option<T>` hands the value and itself, as the slot, to the codec.
//! 5. `Codec::read` for `Seconds` looks at the node and puts a `TimeDelta` into the slot.
//!
//! If the codec says that something was unusual, `settle_field` and `Context::settle` report it, and `keep_field` puts
//! a value that does not fit into `extra`. `Deserialize` takes the same way: `json::text_of` makes a text of what any
//! `Deserializer` has, and that is read like a body.
//!
//! # Where things are
//!
//! | file | what it knows |
//! |---|---|
//! | `body.rs` | a whole body: `from_slice`, `inspect`, `Deserialize` |
//! | `codec.rs` | the traits `Object` and `Codec`: how an object and a type are read and written |
//! | `field.rs` | the trait `Field`: fields of one value, many, or an identity |
//! | `read.rs` | the loop over an object, duplicates, lists, identities, an object or a list in another form |
//! | `context.rs`, `about.rs` | where the reading is, what it adjusted, what failed; an object in a list of one, JSON within a text |
//! | `keys.rs` | an object's keys: exact, in another letter case, by another documented name |
//! | `payload.rs` | the `payload!` table |
//! | `text.rs`, `number.rs`, `instant.rs`, `duration.rs` | codecs; all kinds of text share one function |
//! | `any.rs` | codecs for values of the user's own design: objects and texts that no table describes |
//! | `undocumented.rs` | `Extra` as a payload |
//! | `open_enum.rs` | open enums over the vendors' lists of texts and of numbers |
//! | `tagged.rs` | payloads whose type a tag names |
//! | `write.rs` | writing, whole or redacted |

// Macros are known from their file on: keys first, then what is made of them.
#[macro_use]
pub(crate) mod keys;
#[macro_use]
mod payload;
#[macro_use]
pub(crate) mod open_enum;
mod about;
mod any;
mod body;
mod codec;
mod context;
mod duration;
mod field;
mod instant;
mod number;
mod read;
#[macro_use]
pub(crate) mod tagged;
mod text;
mod undocumented;
mod write;

pub(crate) use about::{About, Fit, Forms, Settling, View};
pub(crate) use body::{Sealed, deserialize, inspect_query, read_alone, read_part, read_payload, read_request};
pub(crate) use codec::{Codec, Object, put};
pub(crate) use context::Context;
pub(crate) use field::{Field, Identity};
pub(crate) use number::Auto;
pub(crate) use read::{lists_nothing, read_item, read_nested, read_object};
pub(crate) use write::{Kept, Record, Shown, Writer, write_object};

pub use body::{Payload, from_slice, from_str, inspect};
pub use instant::CHINA_TIME;
pub use open_enum::Word;
pub use write::Redact;

/// What may follow `as` in a `payload!` table.
pub(crate) mod codecs {
    pub use super::any::{AnyObject, ObjectOrText, TextParts};
    pub use super::duration::{Millis, Seconds};
    pub use super::instant::{ChinaTime, UnixMillis, UnixSeconds, UnixSecondsText};
    pub use super::number::{Auto, Coordinate, NonZero, ZeroOrOne};
    pub use super::open_enum::{CodeText, FirstWord, OnlyFirst};
    pub use super::text::{
        Account, Address, FreeText, Id, JsonText, Link, Location, OrNumber, OrText, PersonName, Phone, Plain,
    };
}
