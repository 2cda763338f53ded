//! Reads webhook bodies and prints what is in them, what was bent, and the reply to send.
//!
//! ```sh
//! cargo run --example inspect                                  # every sample in fixtures/
//! cargo run --example inspect -- --query 'action=cdr&version=1' body.json
//! cargo run --example inspect -- --json body.json -            # one JSON object a line; - is standard input
//! ```
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod view;

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use callhook::{Inspected, Webhook};
use serde_json::{Value, json};

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(problem) => {
            eprintln!("{problem}\nusage: inspect [--query QUERY] [--json] [FILE...]   (- is standard input)");
            return ExitCode::from(2);
        }
    };
    let mut failed = false;
    for file in &options.files {
        let query = options.query.clone().unwrap_or_else(|| query_of(file));
        let read = read(file).and_then(|body| Ok(Webhook::inspect_request(&query, &body)?));
        failed |= read.is_err();
        match (options.json, read) {
            (false, Ok(webhook)) => print(file, &webhook),
            (false, Err(problem)) => println!("{}\n  cannot be read: {problem}\n", file.display()),
            (true, Ok(webhook)) => println!("{}", as_json(file, &webhook)),
            (true, Err(problem)) => println!("{}", json!({ "file": name(file), "error": problem.to_string() })),
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// What the command line asks for.
struct Options {
    query: Option<String>,
    json: bool,
    files: Vec<PathBuf>,
}

impl Options {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn std::error::Error>> {
        let mut options = Self { query: None, json: false, files: Vec::new() };
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--query" => options.query = Some(arguments.next().ok_or("--query needs a query")?),
                "--json" => options.json = true,
                option if option.starts_with("--") => return Err(format!("no such option: {option}").into()),
                file => options.files.push(file.into()),
            }
        }
        if options.files.is_empty() {
            options.files = samples()?;
        }
        Ok(options)
    }
}

/// The samples that come with the crate.
fn samples() -> std::io::Result<Vec<PathBuf>> {
    let mut samples = Vec::new();
    for folder in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"))? {
        let folder = folder?.path();
        if folder.is_dir() {
            for file in std::fs::read_dir(folder)? {
                samples.push(file?.path());
            }
        }
    }
    samples.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    samples.sort();
    Ok(samples)
}

/// The query that came with a file of a folder `tccc`: such files are named after their action (`tccc/cdr.json`).
fn query_of(file: &Path) -> String {
    let folder = file.parent().and_then(Path::file_name);
    let action = file.file_name().and_then(|name| name.to_str()).and_then(|name| name.split('.').next());
    match (folder, action) {
        (Some(folder), Some(action)) if folder == "tccc" => format!("action={action}&version=1"),
        _ => String::new(),
    }
}

fn read(file: &Path) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    if file != Path::new("-") {
        return Ok(std::fs::read(file)?);
    }
    let mut body = Vec::new();
    std::io::stdin().read_to_end(&mut body)?;
    Ok(body)
}

fn name(file: &Path) -> String {
    file.display().to_string()
}

fn print(file: &Path, webhook: &Inspected<Webhook>) {
    println!("{}\n  {}", name(file), webhook.value.family());
    let lines = match &webhook.value {
        Webhook::Tccc(push) => view::lines(push),
        Webhook::Desk(event) => view::lines(event),
        Webhook::SevenMoor(push) => view::lines(push),
        other => view::lines(other),
    };
    for line in lines {
        println!("    {line}");
    }
    if let Some(summary) = webhook.value.summary() {
        println!("  summary");
        for line in view::lines(&summary) {
            println!("    {line}");
        }
    }
    for finding in &webhook.report {
        println!("  bent: {finding}");
    }
    println!("  reply: {}\n", webhook.value.reply_ok().as_deref().unwrap_or("none; any status 200"));
}

fn as_json(file: &Path, webhook: &Inspected<Webhook>) -> Value {
    let reply: Option<Value> = webhook.value.reply_ok().and_then(|reply| serde_json::from_str(&reply).ok());
    json!({
        "file": name(file),
        "family": webhook.value.family(),
        "value": webhook.value,
        "report": webhook.report,
        "reply": reply,
    })
}
