//! One thread reads blocks, all cores take them apart, and the main thread writes what came of them in the archive's order.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use callhook::{CallSummary, Inspected, Webhook};
use indicatif::{ProgressBar, ProgressStyle};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::blocks::{self, Block, Blocks, Kind};
use super::options::Options;
use super::tally::{Bad, Merge, Summary, Tally};

type Failure = Box<dyn std::error::Error>;

/// What came of a block.
#[derive(Default)]
struct Done {
    /// The block's buffer, to be filled anew.
    buffer: Vec<u8>,
    out: Vec<u8>,
    csv: Vec<u8>,
    rejects: Vec<u8>,
    bad_lines: u64,
    /// The first of them, as many as the report can show.
    bad: Vec<Bad>,
}

impl Done {
    /// Counts a line that could not be read.
    fn refuse(&mut self, options: &Options, tally: &mut Tally, place: impl FnOnce() -> String, reason: &str) {
        tally.bad += 1;
        self.bad_lines += 1;
        if self.bad.len() < options.bad {
            self.bad.push(Bad { place: place(), reason: reason.replace(char::is_control, " ") });
        }
    }
}

/// A line that says the query too.
#[derive(Deserialize)]
struct Wrapped<'a> {
    #[serde(borrow, default)]
    query: Cow<'a, str>,
    #[serde(borrow)]
    body: &'a RawValue,
}

/// The same, written.
#[derive(Serialize)]
struct Wrapping<'a> {
    query: &'a str,
    body: &'a Webhook,
}

/// Reads the archive.
pub fn run(options: &Options) -> Result<Summary, Failure> {
    let started = Instant::now();
    let mut files = Outputs::open(options)?;
    let progress = progress(options)?;
    // As many blocks are under way as there are buffers.
    let buffers = 2 * options.threads + 2;
    let (free, buffers_in) = sync_channel(buffers);
    let (to_do, work) = sync_channel(buffers);
    let (done, results) = sync_channel(buffers);
    for _ in 0..buffers {
        free.send(Vec::new())?;
    }
    let work = Mutex::new(work);
    let mut bad = Vec::new();

    let (skipped, tally) = thread::scope(|scope| -> Result<(u64, Tally), Failure> {
        let reader = scope.spawn(move || read(&options.inputs, &buffers_in, &to_do));
        let workers: Vec<_> = (0..options.threads)
            .map(|_| {
                let (work, done) = (&work, done.clone());
                scope.spawn(move || take_apart(options, work, &done))
            })
            .collect();
        drop(done);

        let written = write(options, results, free, &mut files, &mut bad, &progress);
        let mut tally = Tally::default();
        for worker in workers {
            tally.merge(worker.join().map_err(|_| "a thread broke down")?);
        }
        let skipped = reader.join().map_err(|_| "a thread broke down")??;
        written?;
        Ok((skipped, tally))
    })?;
    files.finish()?;
    progress.finish_and_clear();
    Ok(Summary {
        tally,
        bad,
        skipped,
        bytes: progress.position(),
        took: started.elapsed(),
        top: options.top,
        has_rejects: options.rejects.is_some(),
    })
}

fn progress(options: &Options) -> Result<ProgressBar, Failure> {
    let (bar, template) = match blocks::total(&options.inputs)? {
        Some(total) => (
            ProgressBar::new(total),
            "{bar:30} {percent} % of {total_bytes}, {bytes_per_sec}, {eta} left, {msg} bad lines",
        ),
        None => (ProgressBar::new_spinner(), "{spinner} {bytes}, {bytes_per_sec}, {elapsed}, {msg} bad lines"),
    };
    Ok(bar.with_style(ProgressStyle::with_template(template)?).with_message("0"))
}

/// The reading thread; how many files it passed over.
fn read(inputs: &[PathBuf], free: &Receiver<Vec<u8>>, to_do: &SyncSender<(u64, Block)>) -> io::Result<u64> {
    let mut blocks = Blocks::new(inputs);
    let mut number = 0;
    while let Ok(buffer) = free.recv() {
        let Some(block) = blocks.next(buffer)? else { break };
        if to_do.send((number, block)).is_err() {
            break;
        }
        number += 1;
    }
    Ok(blocks.skipped)
}

/// A working thread.
fn take_apart(options: &Options, work: &Mutex<Receiver<(u64, Block)>>, done: &SyncSender<(u64, Done)>) -> Tally {
    let mut tally = Tally::default();
    loop {
        let next = work.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, block)) = next else { return tally };
        if done.send((number, one_block(options, block, &mut tally))).is_err() {
            return tally;
        }
    }
}

/// The main thread: puts the results in order.
fn write(
    options: &Options,
    results: Receiver<(u64, Done)>,
    free: SyncSender<Vec<u8>>,
    files: &mut Outputs,
    bad: &mut Vec<Bad>,
    progress: &ProgressBar,
) -> io::Result<()> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    let mut bad_lines = 0;
    for (number, done) in results {
        waiting.insert(number, done);
        while let Some(done) = waiting.remove(&next) {
            next += 1;
            files.write(&done)?;
            progress.inc(done.buffer.len() as u64);
            if done.bad_lines > 0 {
                bad_lines += done.bad_lines;
                progress.set_message(bad_lines.to_string());
            }
            let room = options.bad.saturating_sub(bad.len());
            bad.extend(done.bad.into_iter().take(room));
            // The reader may be through already.
            let _ = free.send(done.buffer);
        }
    }
    Ok(())
}

fn one_block(options: &Options, block: Block, tally: &mut Tally) -> Done {
    let mut done = Done::default();
    match block.kind {
        Kind::TooLong { first } => {
            if first {
                done.refuse(options, tally, || place(&block, 0), "longer than any push");
            }
            if options.rejects.is_some() {
                done.rejects.extend_from_slice(&block.bytes);
            }
        }
        Kind::Lines if block.source.one_body => one_line(options, &block, 0, &block.bytes, tally, &mut done),
        Kind::Lines => {
            let lines = block.bytes.strip_suffix(b"\n").unwrap_or(&block.bytes);
            for (at, line) in (0..).zip(lines.split(|byte| *byte == b'\n')) {
                if line.trim_ascii().is_empty() {
                    tally.blank += 1;
                } else {
                    one_line(options, &block, at, line, tally, &mut done);
                }
            }
        }
    }
    done.buffer = block.bytes;
    done
}

fn place(block: &Block, at: u64) -> String {
    match block.source.one_body {
        true => block.source.name.clone(),
        false => format!("{}:{}", block.source.name, block.first_line + at),
    }
}

fn one_line(options: &Options, block: &Block, at: u64, line: &[u8], tally: &mut Tally, done: &mut Done) {
    let query = block.source.query.as_deref().unwrap_or(&options.query);
    let taken = inspect(query, line).and_then(|(query, push)| {
        let call = push.value.summary();
        if options.out.is_some() {
            write_push(&query, &push.value, &mut done.out).map_err(|error| error.to_string())?;
        }
        if let (Some(call), true) = (&call, options.csv.is_some()) {
            write_row(call, &mut done.csv).map_err(|error| error.to_string())?;
        }
        tally.add(&push.value, &push.report, call.as_ref());
        Ok(())
    });
    if let Err(reason) = taken {
        done.refuse(options, tally, || place(block, at), &reason);
        if options.rejects.is_some() {
            done.rejects.extend_from_slice(line);
            if !line.ends_with(b"\n") {
                done.rejects.push(b'\n');
            }
        }
    }
}

/// Reads a line: its query and what came of its body.
fn inspect<'a>(query: &'a str, line: &'a [u8]) -> Result<(Cow<'a, str>, Inspected<Webhook>), String> {
    if !is_wrapped(line) {
        let push = Webhook::inspect_request(query, line).map_err(|error| error.to_string())?;
        return Ok((query.into(), push));
    }
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let wrapped: Wrapped<'_> = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let query = if wrapped.query.is_empty() { query.into() } else { wrapped.query };
    let raw = wrapped.body.get();
    let body = match raw.starts_with('"') {
        true => serde_json::from_str::<String>(raw).map_err(|error| error.to_string())?.into(),
        false => Cow::Borrowed(raw),
    };
    let push = Webhook::inspect_request(&query, body.as_bytes()).map_err(|error| error.to_string())?;
    Ok((query, push))
}

/// Whether a line is no body, but holds one: no vendor's body begins with these keys.
fn is_wrapped(line: &[u8]) -> bool {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line).trim_ascii_start();
    let Some(line) = line.strip_prefix(b"{") else { return false };
    let line = line.trim_ascii_start();
    line.starts_with(b"\"query\"") || line.starts_with(b"\"body\"")
}

fn write_push(query: &str, push: &Webhook, out: &mut Vec<u8>) -> serde_json::Result<()> {
    let before = out.len();
    let written = match query.is_empty() {
        true => serde_json::to_writer(&mut *out, push),
        false => serde_json::to_writer(&mut *out, &Wrapping { query, body: push }),
    };
    match written {
        Ok(()) => out.push(b'\n'),
        Err(_) => out.truncate(before),
    }
    written
}

fn write_row(call: &CallSummary, table: &mut Vec<u8>) -> Result<(), Failure> {
    let mut row = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    row.serialize(call)?;
    table.extend(row.into_inner()?);
    Ok(())
}

/// The files that are written.
struct Outputs {
    out: Option<BufWriter<File>>,
    csv: Option<BufWriter<File>>,
    rejects: Option<BufWriter<File>>,
}

impl Outputs {
    fn open(options: &Options) -> Result<Self, Failure> {
        let create = |file: &Option<PathBuf>| -> io::Result<_> {
            let Some(file) = file else { return Ok(None) };
            Ok(Some(BufWriter::new(File::create(file).map_err(|error| blocks::named(file, &error))?)))
        };
        let (out, mut csv, rejects) = (create(&options.out)?, create(&options.csv)?, create(&options.rejects)?);
        if let Some(csv) = &mut csv {
            writeln!(csv, "{}", CallSummary::COLUMNS.join(","))?;
        }
        Ok(Self { out, csv, rejects })
    }

    fn write(&mut self, done: &Done) -> io::Result<()> {
        for (file, bytes) in
            [(&mut self.out, &done.out), (&mut self.csv, &done.csv), (&mut self.rejects, &done.rejects)]
        {
            if let Some(file) = file {
                file.write_all(bytes)?;
            }
        }
        Ok(())
    }

    fn finish(self) -> io::Result<()> {
        for mut file in [self.out, self.csv, self.rejects].into_iter().flatten() {
            file.flush()?;
        }
        Ok(())
    }
}
