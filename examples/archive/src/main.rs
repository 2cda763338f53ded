//! From a year of pushes to a table that any engine reads. `README.md` beside this package says how to use it.

mod blocks;
mod check;
mod command_line;
mod generate;
mod inputs;
mod line;
mod output;
mod pipeline;
mod push;
mod report;
mod rows;
mod summary;
mod table;
mod tally;
mod zone;

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use command_line::{Command, CommandLine, Reading};
use inputs::Inputs;
use output::{is_closed_pipe, say};

fn main() -> ExitCode {
    match run(CommandLine::parse().command) {
        Ok(code) => code,
        // A program such as `head` closes the pipe when it has read enough.
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            say(format_args!("archive: {error:#}"));
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    let (reading, summary) = match &command {
        Command::Report(options) => (&options.reading, report::run(options, &find(&options.reading, None)?)?),
        Command::Rows(options) => {
            (&options.reading, rows::run(options, &find(&options.reading, options.output.as_deref())?)?)
        }
        Command::Check(options) => (&options.reading, check::run(options, &find(&options.reading, None)?)?),
        Command::Generate(options) => return generate::run(options).map(|()| ExitCode::SUCCESS),
    };
    // It is not known how many lines a broken file has lost.
    Ok(if summary.broken || summary.bad > reading.max_bad { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Finds the inputs before any output is opened.
fn find(reading: &Reading, output: Option<&Path>) -> Result<Inputs> {
    Inputs::find(&reading.inputs, &output::files([output, reading.bad.as_deref()])?)
}
