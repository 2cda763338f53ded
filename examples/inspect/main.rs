//! Reads webhook bodies and prints their values, every adjustment that reading made, and the reply.
//!
//! ```sh
//! cargo run --example inspect                          # a line for each sample in fixtures/, and the phone record
//! cargo run --example inspect -- --query 'action=cdr&version=1' body.json
//! cargo run --example inspect -- --report body.json    # only the findings, for a bug report
//! cargo run --example inspect -- --json - < body.json  # JSON, from standard input
//! cargo run --example inspect -- --help
//! ```

mod hints;
mod options;
mod request;
pub(crate) mod samples;
mod tree;
mod view;

use std::ffi::OsString;
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use options::{Command, HELP, Options};
use request::Request;

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let code = run(std::env::args_os().skip(1), &mut io::stdin().lock(), &mut out, &mut io::stderr().lock());
    ExitCode::from(code)
}

/// The exit code if a file or a body could not be read, or the output could not be written.
const FAILED: u8 = 1;
/// The exit code if the command line is wrong.
const USAGE: u8 = 2;

/// Does what the arguments ask for and returns the exit code.
pub(crate) fn run(
    arguments: impl Iterator<Item = OsString>,
    input: &mut dyn Read,
    out: &mut dyn Write,
    problems: &mut dyn Write,
) -> u8 {
    let mut failed = false;
    let done = match Command::parse(arguments) {
        Ok(Command::Help) => out.write_all(HELP.as_bytes()),
        Ok(Command::Version) => writeln!(out, "inspect (callhook {})", env!("CARGO_PKG_VERSION")),
        Ok(Command::Inspect(options)) => Inspection { options, input, out, problems, failed: &mut failed }.run(),
        Err(problem) => {
            let _ = writeln!(problems, "inspect: {problem}\nTry --help for the options.");
            return USAGE;
        }
    };
    match done.and_then(|()| out.flush()) {
        // The reader may close the pipe, as `head` does.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let _ = writeln!(problems, "inspect: cannot write: {error}");
            FAILED
        }
        _ if failed => FAILED,
        _ => 0,
    }
}

/// One run over all files.
struct Inspection<'a> {
    options: Options,
    input: &'a mut dyn Read,
    out: &'a mut dyn Write,
    problems: &'a mut dyn Write,
    failed: &'a mut bool,
}

impl Inspection<'_> {
    fn run(mut self) -> io::Result<()> {
        let mut files = std::mem::take(&mut self.options.files);
        let mut overview = false;
        if files.is_empty() {
            overview = !(self.options.json || self.options.report || self.options.all);
            match samples::files() {
                Ok(samples) => files = samples,
                Err(error) => self.problem(&format!("the samples in {}", samples::folder().display()), &error, None)?,
            }
        }
        if overview {
            self.overview(&files)?;
        } else {
            for file in &files {
                self.one(file)?;
            }
        }
        Ok(())
    }

    /// Prints a line for each file, then the phone record in full.
    fn overview(&mut self, files: &[PathBuf]) -> io::Result<()> {
        let mut rows = vec![["event", "variant", "findings", "sample"].map(str::to_owned)];
        for file in files {
            if let Some(request) = self.read(file)? {
                let findings = request.report.len().to_string();
                rows.push([request.event, view::variant(&request.variants), findings, name(file)]);
            }
        }
        for line in view::table(&rows) {
            writeln!(self.out, "{line}")?;
        }
        writeln!(self.out)?;
        self.one(&samples::folder().join("tccc").join("cdr.json"))?;
        writeln!(self.out, "--all prints every sample in full; --help lists the options.")
    }

    /// Prints one file in the form that the options ask for.
    fn one(&mut self, file: &Path) -> io::Result<()> {
        let Some(request) = self.read(file)? else { return Ok(()) };
        if self.options.json {
            let values = !self.options.report;
            return writeln!(self.out, "{}", view::json(&name(file), &request, values));
        }
        let lines = match self.options.report {
            true => view::findings(&name(file), &request),
            false => view::full(&name(file), &request).map_err(io::Error::other)?,
        };
        for line in lines {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    /// Reads one file; returns `None` if that failed, after saying why.
    fn read(&mut self, file: &Path) -> io::Result<Option<Request>> {
        let body = match self.body(file) {
            Ok(body) => body,
            Err(error) => return self.problem(&name(file), &error, None).map(|()| None),
        };
        match Request::read(self.options.query.as_deref(), file, &body) {
            Ok(request) => {
                if !request.is_known {
                    self.hint(&name(file), hints::for_unknown(self.options.query.is_some()))?;
                }
                Ok(Some(request))
            }
            Err(error) => {
                let hint = hints::for_unreadable(&body, &error);
                self.problem(&name(file), &error, hint).map(|()| None)
            }
        }
    }

    fn body(&mut self, file: &Path) -> io::Result<Vec<u8>> {
        if file != Path::new("-") {
            return std::fs::read(file);
        }
        let mut body = Vec::new();
        self.input.read_to_end(&mut body)?;
        Ok(body)
    }

    fn problem(&mut self, file: &str, error: &dyn std::error::Error, hint: Option<&str>) -> io::Result<()> {
        *self.failed = true;
        if self.options.json {
            writeln!(self.out, "{}", view::json_error(file, error))?;
        } else {
            // Keeps the order of both outputs on a terminal.
            self.out.flush()?;
            let _ = writeln!(self.problems, "inspect: {file}: {}", view::escaped(&error.to_string()));
        }
        hint.map_or(Ok(()), |hint| self.hint(file, hint))
    }

    fn hint(&mut self, file: &str, hint: &str) -> io::Result<()> {
        self.out.flush()?;
        let _ = writeln!(self.problems, "inspect: {file}: hint: {hint}");
        Ok(())
    }
}

/// A file's name in the output: relative to the current directory if the file is below it.
fn name(file: &Path) -> String {
    let below = std::env::current_dir().ok().and_then(|current| file.strip_prefix(current).ok().map(Path::to_owned));
    below.as_deref().unwrap_or(file).display().to_string()
}
