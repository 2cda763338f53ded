#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[macro_use]
mod wire;

pub mod desk;
mod error;
mod extra;
pub mod lenient;
mod phone_number;
mod query;
#[doc = include_str!("../fixtures/QUIRKS.md")]
pub mod quirks {}
mod report;
pub mod sevenmoor;
pub mod summary;
pub mod tccc;
mod webhook;

pub use error::Error;
pub use extra::Extra;
pub use phone_number::PhoneNumber;
pub use report::{Code, Finding, Inspected, JsonType, Report};
pub use summary::{CallSummary, Channel, Outcome, Vendor};
pub use webhook::Webhook;
pub use wire::body::{Payload, from_slice, from_str, inspect};

/// The Chinese README's examples are tests too.
#[cfg(doctest)]
#[doc = include_str!("../README.zh-CN.md")]
struct ReadmeZh;
