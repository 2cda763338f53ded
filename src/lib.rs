// Here the README's links to files have targets of their own: the first definition of a link counts.
//! [zh]: #files-of-the-repository
//! [quirks]: crate::quirks
//! [examples]: #files-of-the-repository
//! [changelog]: #files-of-the-repository
//! [contributing]: #files-of-the-repository
//!
#![doc = include_str!("../README.md")]
//!
//! # Pages of this documentation
//!
//! - Each vendor's page says what arrives, how to tell it apart, how to reply, and what to look out for: [`tccc`],
//!   [`desk`], [`sevenmoor`].
//! - [`guide::decisions`]: callbacks whose reply decides what happens to a call or a chat.
//! - [`guide::own_types`]: payloads in your own structs, formats other than JSON, databases, and bodies of your own
//!   design.
//! - [`guide::personal_data`]: which data of each payload is personal, and what to log. **`Debug` of a payload prints
//!   personal data**, because tests need it; in logs, print its [`redacted`](redacted()) view instead.
//! - [`guide::testing`]: tests of your own handlers, with payloads made by hand or the vendors' samples.
//! - [`summary`]: one row for each call record, whichever vendor sent it. [`lenient`]: the readers for your own fields.
//! - [`quirks`]: every known place where the vendors' documentation contradicts itself.
//!
//! # Files of the repository
//!
//! `README.zh-CN.md`, `CHANGELOG.md`, `CONTRIBUTING.md`, `examples/servers` and `examples/archive` are files of the
//! repository and not part of these pages.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[macro_use]
mod as_text;
#[macro_use]
mod closed_enum;
mod country_code;
mod error;
pub mod extra;
mod hint;
mod json;
mod mask;
mod report;
mod unlisted;

#[macro_use]
mod model;

mod outcome;
mod phone_number;
mod query;
mod redacted;
#[macro_use]
mod reply;
mod request;

pub mod desk;
pub mod guide;
pub mod lenient;
#[doc = include_str!("../fixtures/QUIRKS.md")]
pub mod quirks {}
#[cfg(feature = "samples")]
pub mod samples;
#[doc(alias = "7moor")]
pub mod sevenmoor;
pub mod summary;
pub mod tccc;
mod webhook;

pub use error::Error;
#[doc(inline)]
pub use extra::Extra;
pub use model::{CHINA_TIME, Payload, Redact, from_slice, from_str, inspect};
pub use outcome::Outcome;
pub use phone_number::{PhoneNumber, PhoneNumberError};
pub use redacted::{Redacted, redacted};
pub use reply::Reply;
pub use report::{Code, Finding, Inspected, JsonType, Report};
pub use summary::{CallSummary, Channel, Vendor};
pub use unlisted::{Unlisted, UnlistedCode};
pub use webhook::{UnknownRequest, Webhook};

/// The Chinese README's examples are tests too.
#[cfg(doctest)]
#[doc = include_str!("../README.zh-CN.md")]
struct ReadmeZh;
