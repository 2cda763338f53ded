//! Properties that hold for any body, and other JSON readers than serde_json.
#![cfg(test)]
#![allow(clippy::unwrap_used)]

mod desk;
mod front_ends;
mod laws;
mod nothing_lost;
mod query;
mod sevenmoor;
mod summary;
#[allow(dead_code)]
#[path = "../../it/support.rs"]
mod support;
