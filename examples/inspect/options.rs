//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

pub(crate) const HELP: &str = "\
Reads webhook bodies and prints their values, every adjustment that reading made, and the reply.

Usage: cargo run --example inspect -- [OPTION]... [FILE]...

  FILE           a file with the body of one request; - for standard input.
                 Without a file: a line for each sample in fixtures/, then the phone record in full.

  --query QUERY  the URL query that came with the body, such as 'action=cdr&version=1'.
                 A sample's query is guessed from its folder and name.
  --json         one JSON object per line: file, family (tccc.cdr), value, report and reply;
                 or file and error.
  --report       only the findings, without values: what a bug report needs.
  --all          every sample in full.
  -h, --help     this text.
  --version      the version of callhook.

Problems and hints go to standard error.

Exit codes:
  0  every body was read
  1  a file or a body could not be read, or the output could not be written
  2  the command line is wrong
A closed output pipe, as with `| head`, is not an error.
";

/// What the command line asks for.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help,
    Version,
    Inspect(Options),
}

#[derive(Debug, Default, PartialEq)]
pub(crate) struct Options {
    pub(crate) query: Option<String>,
    pub(crate) json: bool,
    pub(crate) report: bool,
    pub(crate) all: bool,
    pub(crate) files: Vec<PathBuf>,
}

impl Command {
    pub(crate) fn parse(mut arguments: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let mut options = Options::default();
        let mut only_files = false;
        while let Some(argument) = arguments.next() {
            let option = argument.to_str().filter(|text| !only_files && text.starts_with('-') && *text != "-");
            match option {
                None => options.files.push(argument.into()),
                Some("-h" | "--help") => return Ok(Self::Help),
                Some("--version") => return Ok(Self::Version),
                Some("--json") => options.json = true,
                Some("--report") => options.report = true,
                Some("--all") => options.all = true,
                Some("--") => only_files = true,
                Some("--query") => {
                    let query = arguments.next().ok_or("--query needs a value, such as 'action=cdr&version=1'")?;
                    options.query = Some(query_of(query.to_str().ok_or("the query is not UTF-8")?));
                }
                Some(other) => match other.strip_prefix("--query=") {
                    Some(query) => options.query = Some(query_of(query)),
                    None => return Err(format!("unknown option {other:?}")),
                },
            }
        }
        match options.files.is_empty() {
            true if options.query.is_some() => Err("--query needs a file, or - for standard input".into()),
            false if options.all => Err("--all prints every sample and takes no file".into()),
            _ => Ok(Self::Inspect(options)),
        }
    }
}

/// Takes the query out of a whole URL.
fn query_of(text: &str) -> String {
    match text.split_once('?') {
        Some((address, query)) if address.contains('/') => query.to_owned(),
        _ => text.to_owned(),
    }
}
