//! Facts that a user relies on. One binary: it links once.
#![allow(missing_docs, clippy::unwrap_used, clippy::type_complexity)]

/// The proof tries so many of its cases; tests/properties tries them all.
const ONE_CASE_IN: usize = 5;

mod callbacks;
mod desk;
mod end_status;
mod fixtures;
mod fuzz_finds;
mod goldens;
mod json;
mod laws;
mod ledger;
mod model;
mod pairs;
mod payloads;
mod personal;
mod proof;
mod quirks;
mod readings;
#[cfg(feature = "samples")]
mod samples;
mod sevenmoor;
mod summary;
mod support;
mod surface;
mod tccc;
mod tccc_today;
