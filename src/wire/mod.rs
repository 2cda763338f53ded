//! The one reading engine: it knows JSON's quirks, and no vendor.
//!
//! | file | what it knows |
//! |---|---|
//! | `body.rs` | a whole body: byte-order mark, UTF-8, the crate's error |
//! | `mend.rs` | lone surrogates and numbers too large, for which JSON readers refuse a whole body |
//! | `input.rs` | a text, or values that were held, on their way to a reader |
//! | `source.rs` | where values come from, as a reader sees it: `input.rs`, or anything that speaks serde |
//! | `keys.rs` | an object's keys: exact, in another case, by another documented name |
//! | `object.rs` | a vendor object as a struct: the `payload!` table, the reading loop, the writing |
//! | `place.rs` | the field whose value is next, and what goes with it |
//! | `take.rs` | values on their way to a field, whatever its type |
//! | `shape.rs` | where a value goes: one (`Option`), many (`Vec`), or an identity that must be there |
//! | `scalar.rs` | texts, integers, floats, flags out of any JSON scalar |
//! | `instant.rs`, `length.rs` | points in time, lengths of time |
//! | `word.rs` | the vendors' words and codes as open enums |
//! | `sink.rs` | where values go when they are written |
//! | `tagged.rs` | objects of which one key says what the others mean |
//! | `node.rs` | raw JSON: for `extra`, and for what must wait until its tag is known |
//! | `gathered.rs` | entries on their way into a map |
//! | `notes.rs` | where the reading is, and what it bent: the report, which costs nothing when it is off |

pub(crate) mod body;
pub(crate) mod gathered;
pub(crate) mod input;
pub(crate) mod instant;
pub(crate) mod keys;
pub(crate) mod length;
pub(crate) mod mend;
pub(crate) mod node;
pub(crate) mod notes;
#[macro_use]
pub(crate) mod object;
pub(crate) mod place;
pub(crate) mod scalar;
pub(crate) mod shape;
pub(crate) mod sink;
pub(crate) mod source;
#[macro_use]
pub(crate) mod tagged;
pub(crate) mod take;
#[macro_use]
pub(crate) mod word;

/// Unused but for a type parameter.
pub(crate) type Marker<T> = std::marker::PhantomData<fn() -> T>;
