//! What the example servers share: the command line, the port, the log, and the README's handler.
#![allow(clippy::print_stdout, clippy::print_stderr)]

pub mod handler;

use std::env::VarError;
use std::error::Error;
use std::io::{self, ErrorKind, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::process::ExitCode;

use callhook::CallSummary;

/// The longest body that a server reads, in bytes. actix-web's own limit is 256 KiB for a raw body.
pub const LIMIT: usize = 1024 * 1024;

/// Runs a server. `--help` prints the help instead.
pub fn run(help: &str, serve: impl FnOnce() -> Result<(), Box<dyn Error>>) -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        None => {}
        Some("--help" | "-h") => {
            // A closed pipe is not an error: `--help | head`.
            let _ = writeln!(io::stdout(), "{help}");
            return ExitCode::SUCCESS;
        }
        Some(_) => {
            eprintln!("the settings are environment variables; --help lists them");
            return ExitCode::from(2);
        }
    }
    match serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// Listens on `127.0.0.1`, at the port that the variable `PORT` names.
///
/// # Errors
///
/// Returns an error if the port cannot be read or is in use.
pub fn listen(default_port: u16) -> Result<TcpListener, Box<dyn Error>> {
    let port = setting("PORT")?.unwrap_or(default_port);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => format!("port {port} is in use: stop the other program, or set PORT to another port"),
        _ => format!("cannot listen on 127.0.0.1:{port}: {error}"),
    })?;
    listener.set_nonblocking(true)?;
    log(&format!("listening on http://{}", listener.local_addr()?));
    Ok(listener)
}

/// Reads a setting from an environment variable; `None` if it is not set or empty.
///
/// # Errors
///
/// Returns an error that names the variable if its value is not UTF-8 or cannot be parsed.
pub fn setting<T: std::str::FromStr>(name: &str) -> Result<Option<T>, Box<dyn Error>> {
    let value = match std::env::var(name) {
        Ok(value) if !value.is_empty() => value,
        Ok(_) | Err(VarError::NotPresent) => return Ok(None),
        // Its own text has the value, which may be a secret.
        Err(VarError::NotUnicode(_)) => return Err(format!("{name} cannot be read: it is not UTF-8").into()),
    };
    let parsed = value.parse().map_err(|_| format!("{name} cannot be read: {value}"))?;
    Ok(Some(parsed))
}

/// Writes one line to the log, whatever the text: an id can hold line breaks, or a character that reverses the line.
pub fn log(line: &str) {
    // `eprintln!` would panic if standard error is closed, and the vendor would get no reply.
    let _ = writeln!(io::stderr(), "{}", line.replace(is_unprintable, " "));
}

/// Control characters, and the other characters that [`redacted`](callhook::redacted()) escapes: those that separate
/// lines, set the direction of the text or cannot be seen.
fn is_unprintable(char: char) -> bool {
    char.is_control()
        || matches!(
            char,
            '\u{61c}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
        )
}

/// Writes a call to standard output as one line of JSON, for a program that takes rows from there.
///
/// # Errors
///
/// Returns an error if the row could not be written, for instance because that program has ended.
pub fn row(call: &CallSummary) -> io::Result<()> {
    let mut row = serde_json::to_vec(call)?;
    row.push(b'\n');
    // In one piece: otherwise the row would stay in the buffer if writing failed, and be written again later.
    io::stdout().write_all(&row)
}

/// As much of an id as a line of the log needs; `-` if there is none.
pub fn shown(id: Option<&str>) -> String {
    id.map_or_else(|| "-".to_owned(), |id| id.chars().take(40).collect())
}
