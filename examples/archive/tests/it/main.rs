//! The tool, run as its users run it.
#![allow(clippy::unwrap_used)]

mod bad_lines;
mod generated;
mod inputs;
mod report;
mod rows;
mod support;
mod usage;
