//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::zone::Zone;

/// Turns archives of call-centre pushes into reports and tables.
///
/// An archive is a set of files with one push per line. A line is the body of a push, or an object with the push's
/// `query` and its `body` (an object, or a text that holds the JSON), with other keys in any order.
#[derive(Debug, Parser)]
#[command(name = "archive", version, after_help = EXIT_CODES)]
pub struct CommandLine {
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "Exit codes:
  0  every line was read, or at most --max-bad lines were bad
  1  more lines were bad, or a file could not be read to its end
  2  wrong usage, or a file that could not be opened or written";

#[derive(Debug, Subcommand)]
pub enum Command {
    Report(Report),
    Rows(Rows),
    Check(Check),
    Generate(Generate),
}

/// The options of every command that reads an archive.
#[derive(Debug, Args)]
pub struct Reading {
    /// Files, folders, glob patterns, or - for standard input; plain, gzip or zstd
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// The URL query for lines without one, such as 'action=cdr&version=1'
    #[arg(long, default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    pub query: String,
    /// How many bad lines are accepted; with more, the exit code is 1
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub max_bad: u64,
    /// Writes the bad lines to this file, byte for byte
    #[arg(long, value_name = "FILE")]
    pub bad: Option<PathBuf>,
    /// How many bad lines are listed
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub show: usize,
    /// How many threads read pushes [default: one per core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// Outcomes, answered share, talk and wait by day, agent and queue, and what was adjusted
#[derive(Debug, Args)]
pub struct Report {
    #[command(flatten)]
    pub reading: Reading,
    /// Where days begin: an offset such as +08:00, or a name such as Asia/Shanghai
    #[arg(long, value_name = "ZONE", default_value = "+08:00", allow_hyphen_values = true)]
    pub time_zone: Zone,
    /// How many agents and queues are listed
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub top: usize,
    /// Shows the names of agents beside their staff numbers, and unlisted outcomes as they came
    #[arg(long)]
    pub names: bool,
    /// Prints the report as one JSON object, with every day, agent and queue
    #[arg(long)]
    pub json: bool,
}

/// One row per call, with the columns of callhook's CallSummary
#[derive(Debug, Args)]
pub struct Rows {
    #[command(flatten)]
    pub reading: Reading,
    /// Where the rows go [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How the rows are written [default: by the output's extension; ndjson if it has none]
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Starts a CSV file with a byte-order mark, so that spreadsheets recognise UTF-8
    #[arg(long)]
    pub bom: bool,
    /// Masks personal data: names, numbers, accounts, links to recordings
    #[arg(long)]
    pub redacted: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Ndjson,
    Csv,
    Parquet,
}

/// Findings by code, vendor and path, and the lines that cannot be read
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub reading: Reading,
    /// How many findings are listed
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub top: usize,
    /// Shows undocumented keys, which may be anything that a sender wrote
    #[arg(long)]
    pub keys: bool,
    /// Shows an example of a value for each finding that has one: customer data
    #[arg(long)]
    pub values: bool,
    /// Prints the findings as one JSON object
    #[arg(long)]
    pub json: bool,
}

/// Generates an archive that is as messy as a real one
#[derive(Debug, Args)]
pub struct Generate {
    /// Where the archive goes [default: standard output]
    #[arg(value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How many lines it has
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    pub lines: u64,
    /// The seed; a different one generates a different archive
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Writes the totals that a report of the archive must give, as JSON
    #[arg(long, value_name = "FILE")]
    pub expect: Option<PathBuf>,
    /// Lists what such an archive contains and how often, and generates none
    #[arg(long)]
    pub list: bool,
}
