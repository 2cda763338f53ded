//! Reads an archive of pushes, of any size and on all cores, and answers what a call-centre lead asks first.
//!
//! ```sh
//! cargo run --release --example archive -- --generate 100000          # makes a sample archive, then reads it
//! cargo run --release --example archive -- pushes.ndjson --out clean.ndjson --csv calls.csv --rejects bad.ndjson
//! zstdcat 2024-*.zst | cargo run --release --example archive -- -     # - is standard input
//! ```
//!
//! What is read:
//!
//! - a file of newline-delimited JSON. A line is a push's body, or `{"query": "action=cdr&version=1", "body": {…}}`, in
//!   either order; the body may also be a text that holds the JSON. TCCC needs its `action`: without the wrapper give
//!   `--query 'action=cdr&version=1'`, which holds for all bodies that come without one.
//! - a folder: every `.json` file in it, at any depth, is one body, every `.ndjson` or `.jsonl` file is lines. Files
//!   right in a folder `tccc` are named after their action: `tccc/cdr.42.json`.
//!
//! What is written:
//!
//! - `--out FILE`: every push that was read, in the vendor's own form with all that was bent put straight, as such lines.
//! - `--csv FILE`: one row a call, the columns of [`callhook::CallSummary`].
//! - `--rejects FILE`: the lines that could not be read, byte for byte.
//!
//! Memory does not grow with the archive: a fixed number of blocks is under way, lengths from a minute on are counted in
//! classes (so a percentile is up to 3 % high), and agents and groups beyond the first few thousand are counted as one. A
//! push that is in the archive twice counts twice.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod blocks;
mod generate;
pub mod options;
mod pipeline;
mod tally;

use std::process::ExitCode;

use options::Options;

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(problem) => {
            eprintln!("{problem}\n{}", options::USAGE);
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// Does what the options say, and gives the report to print.
pub fn run(options: &Options) -> Result<String, Box<dyn std::error::Error>> {
    if let Some(pushes) = options.generate {
        generate::write(&options.inputs[0], pushes, options.seed)?;
        eprintln!("made {} of {pushes} lines", options.inputs[0].display());
    }
    Ok(pipeline::run(options)?.to_string())
}
