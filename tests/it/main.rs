//! Facts that a user relies on. One binary: it links once.
#![allow(missing_docs, clippy::unwrap_used, clippy::type_complexity)]

/// The proof tries so many of its cases; tests/properties tries them all.
const ONE_CASE_IN: usize = 5;

mod decisions;
mod desk;
mod desk_messages;
mod end_status;
mod fixtures;
mod fuzz_finds;
mod goldens;
mod json;
mod laws;
mod ledger;
mod model;
mod own_types;
mod pairs;
mod payloads;
mod personal;
mod proof;
mod quirks;
mod readings;
mod requests;
#[cfg(feature = "samples")]
mod samples;
mod sevenmoor;
mod sevenmoor_envelope;
mod summary;
mod support;
mod surface;
mod tccc;
mod tccc_today;
