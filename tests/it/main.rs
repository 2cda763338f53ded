//! Facts that a user relies on. One binary: it links once.
#![allow(missing_docs, clippy::unwrap_used)]

mod sevenmoor;
mod tccc;
