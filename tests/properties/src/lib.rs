//! Properties that hold for any body, and other JSON readers than serde_json.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::type_complexity, clippy::modulo_one)]

mod desk;
mod front_ends;
mod laws;
mod nothing_lost;
mod query;
mod sevenmoor;
mod summary;
mod webhook;

#[path = "../../it/model.rs"]
mod model;
#[path = "../../it/proof.rs"]
mod proof;
#[allow(dead_code)]
#[path = "../../it/support.rs"]
mod support;

/// The proof tries all of its cases here.
const ONE_CASE_IN: usize = 1;
