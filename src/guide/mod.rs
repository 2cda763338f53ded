//! Pages that belong to no single type.
//!
//! | Page | For |
//! |---|---|
//! | [`own_types`] | payloads within your own structs, formats other than JSON, databases, and bodies of your own design |
//! | [`personal_data`] | which data of each payload is personal, and what to log |
//! | [`decisions`] | callbacks whose reply decides what happens to a call or a chat |
//! | [`testing`] | tests of your own handlers |

#[doc = include_str!("own_types.md")]
pub mod own_types {}

#[doc = include_str!("personal_data.md")]
pub mod personal_data {}

#[doc = include_str!("decisions.md")]
pub mod decisions {}

#[doc = include_str!("testing.md")]
pub mod testing {}
