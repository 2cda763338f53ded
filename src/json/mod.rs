//! JSON and nothing else: a text, or anything that speaks serde, as one flat [`Document`].
//!
//! A body is read in two steps. This module is the first: it says exactly what the text says. Nothing is rounded,
//! nothing is decided, no vendor is known. The second step, from a `Document` to a struct, is [`model`](crate::model).

mod blanks;
mod document;
mod error;
mod lexer;
mod number;
mod scan;
mod serde;
mod string;

pub(crate) use blanks::trim;
pub(crate) use document::{Builder, End, Node, Oddities, RepairKind, ValueRef, with_nodes};
pub(crate) use error::{Syntax, hint};
pub(crate) use lexer::lex;
pub(crate) use number::{Magnitude, magnitude, nearest_double, whole_digits};
pub(crate) use serde::fill;

/// How deep arrays and objects may nest, in a text, in `extra` and in what is written: as deep as serde_json reads.
pub(crate) const MAX_DEPTH: u32 = 127;
