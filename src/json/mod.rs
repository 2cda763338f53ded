//! JSON and nothing else: a text as one flat `Document`, and anything that speaks serde as a text.
//!
//! A body is read in two steps. This module is the first: it says exactly what the text says. Nothing is rounded, no
//! vendor is known, and what has to be repaired is remembered. The second step, from a `Document` to a struct, is
//! [`model`](crate::model).

mod blanks;
mod document;
mod error;
mod lexer;
mod number;
mod scan;
mod serde;
mod string;

pub(crate) use blanks::trim;
pub(crate) use document::{HUGE_NUMBER, Node, ValueRef};
pub(crate) use lexer::read;
pub(crate) use number::{billionths, is_huge, nearest_double, whole_digits};
pub(crate) use serde::text_of;

pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// How deep arrays and objects may nest, in a text, in `extra` and in what is written: as deep as serde_json reads.
pub(crate) const MAX_DEPTH: u32 = 127;
