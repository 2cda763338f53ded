//! Facts that a user relies on. One binary: it links once.
#![allow(missing_docs, clippy::unwrap_used)]

mod desk;
mod fixtures;
mod fuzz_finds;
mod json;
mod laws;
mod ledger;
mod payloads;
mod proof;
mod quirks;
#[cfg(feature = "samples")]
mod samples;
mod sevenmoor;
mod summary;
mod support;
mod tccc;
mod tccc_today;
