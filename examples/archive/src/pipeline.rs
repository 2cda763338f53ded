//! One thread reads blocks, all cores read the pushes in them, and the calling thread writes the results in order.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::thread;
use std::time::Instant;

use anyhow::{Result, anyhow};
use crossbeam_channel::{Receiver, Sender, bounded};
use indicatif::{ProgressBar, ProgressStyle};

use crate::blocks::{Block, Blocks, Kind, LONGEST_LINE};
use crate::command_line::Reading;
use crate::inputs::Inputs;
use crate::line::{self, Lines};
use crate::output::Output;
use crate::push::Push;
use crate::summary::{Summary, counted};

/// The reason for a line that is longer than [`LONGEST_LINE`].
const TOO_LONG: &str = "longer than any push";

/// What a command does with pushes. Each thread has a worker of its own.
pub trait Work: Send {
    /// The result of a block, to be written.
    type Made: Send;
    /// Whether pushes are read with their reports.
    const WITH_REPORT: bool;

    fn push(&mut self, push: &Push, place: &Place<'_>) -> Result<()>;

    /// Ends a block.
    fn made(&mut self) -> Result<Self::Made>;
}

/// Where a line is.
pub struct Place<'a> {
    block_number: u64,
    file: &'a str,
    line: u64,
}

impl Place<'_> {
    /// Sorts places as the lines of the archive.
    pub fn order(&self) -> (u64, u64) {
        (self.block_number, self.line)
    }
}

/// `pushes.ndjson:7`
impl std::fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// The result of a block, and everything else that the main thread needs.
struct Done<M> {
    block_number: u64,
    /// The buffer of the block, to be filled again.
    buffer: Vec<u8>,
    made: M,
    /// The bad lines, byte for byte.
    rejected: Vec<u8>,
    /// Whether the block goes on with the long line of the one before.
    in_long_line: bool,
    summary: Summary,
}

/// Reads the inputs and passes the result of each block to `write`. Returns the workers with what they counted.
pub fn run<W: Work>(
    reading: &Reading,
    inputs: &Inputs,
    worker: impl Fn() -> W,
    mut write: impl FnMut(W::Made) -> Result<()>,
) -> Result<(Vec<W>, Summary)> {
    let started = Instant::now();
    let mut rejects = reading.bad.as_deref().map(Output::create).transpose()?;
    let threads = reading.threads.map_or_else(|| thread::available_parallelism().map_or(1, usize::from), usize::from);
    let progress = progress(inputs.bytes)?;
    // The number of buffers limits the number of blocks in memory.
    let buffers = 2 * threads + 2;
    let (free, buffers_in) = bounded(buffers);
    let (to_do, work) = bounded(buffers);
    let (done, results) = bounded(buffers);
    for _ in 0..buffers {
        free.send(Vec::new())?;
    }

    let (workers, mut summary) = thread::scope(|scope| -> Result<_> {
        let bar = progress.clone();
        let reader = scope.spawn(move || read(Blocks::new(inputs.files(), bar), &buffers_in, &to_do));
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                let (work, done, worker) = (work.clone(), done.clone(), worker());
                scope.spawn(move || take_apart(reading, worker, &work, &done))
            })
            .collect();
        // The channels end when the last thread that has them does.
        drop((work, done));

        let (mut summary, mut line_is_open) = (Summary::default(), false);
        let written = in_order(results, |done| {
            summary.add(done.summary, reading.show);
            if let Some(rejects) = &mut rejects {
                // A long line may be the last of its file, without an end.
                if line_is_open && !done.in_long_line {
                    rejects.write_all(b"\n")?;
                }
                rejects.write_all(&done.rejected)?;
                line_is_open = done.rejected.last().is_some_and(|last| *last != b'\n');
            }
            if summary.bad > 0 {
                progress.set_message(format!(", {}", counted(summary.bad, "bad line", "bad lines")));
            }
            // The reader may have ended already.
            let _ = free.send(done.buffer);
            write(done.made)
        });
        // Otherwise the reader would wait for a free buffer forever.
        drop(free);
        let broke = |_| anyhow!("a thread panicked");
        let workers = workers.into_iter().map(|worker| worker.join().map_err(broke)).collect::<Result<Vec<_>>>()?;
        let passed_over = reader.join().map_err(broke)?;
        written?;
        summary.passed_over = passed_over?;
        Ok((workers, summary))
    })?;
    if let Some(rejects) = rejects {
        rejects.finish()?;
    }
    progress.finish_and_clear();
    summary.took = started.elapsed();
    Ok((workers, summary))
}

fn progress(bytes: Option<u64>) -> Result<ProgressBar> {
    let (bar, template) = match bytes {
        Some(bytes) => {
            (ProgressBar::new(bytes), "{bar:20} {percent} % of {total_bytes}, {bytes_per_sec}, {eta} left{msg}")
        }
        None => (ProgressBar::new_spinner(), "{spinner} {bytes}, {bytes_per_sec}, {elapsed}{msg}"),
    };
    Ok(bar.with_style(ProgressStyle::with_template(template)?))
}

/// The reading thread. Returns how many files were not text.
fn read(
    mut blocks: Blocks<impl Iterator<Item = io::Result<(PathBuf, bool)>>>,
    free: &Receiver<Vec<u8>>,
    to_do: &Sender<(u64, Block)>,
) -> io::Result<u64> {
    for number in 0.. {
        let Ok(buffer) = free.recv() else { break };
        let Some(block) = blocks.next(buffer)? else { break };
        if to_do.send((number, block)).is_err() {
            break;
        }
    }
    Ok(blocks.passed_over)
}

/// A working thread.
fn take_apart<W: Work>(
    reading: &Reading,
    mut worker: W,
    work: &Receiver<(u64, Block)>,
    done: &Sender<Result<Done<W::Made>>>,
) -> W {
    let mut lines = Lines::new(&reading.query, W::WITH_REPORT);
    for (number, block) in work {
        if done.send(one_block(reading, &mut worker, &mut lines, number, block)).is_err() {
            break;
        }
    }
    worker
}

fn one_block<W: Work>(
    reading: &Reading,
    worker: &mut W,
    lines: &mut Lines<'_>,
    block_number: u64,
    block: Block,
) -> Result<Done<W::Made>> {
    let mut summary = Summary { bytes: block.bytes.len() as u64, ..Summary::default() };
    let mut rejected = Vec::new();
    let mut place = Place { block_number, file: &block.file, line: block.first_line };
    let mut one = |place: &Place<'_>, line: &[u8]| -> Result<()> {
        let reason = if line.len() > LONGEST_LINE {
            // A long line has blocks of its own, or shares one with other lines: that depends on where it begins.
            TOO_LONG.to_owned()
        } else if line::is_blank(line) {
            return Ok(());
        } else {
            match lines.read(line) {
                Ok(push) => {
                    summary.pushes += 1;
                    return worker.push(&push, place);
                }
                Err(error) => error.to_string(),
            }
        };
        summary.refuse(reading.show, place, &reason);
        if reading.bad.is_some() {
            rejected.extend_from_slice(line);
            if !line.ends_with(b"\n") {
                rejected.push(b'\n');
            }
        }
        Ok(())
    };
    let mut in_long_line = false;
    match &block.kind {
        Kind::Lines => {
            let mut start = 0;
            for end in memchr::memchr_iter(b'\n', &block.bytes).chain([block.bytes.len()]) {
                one(&place, &block.bytes[start..end])?;
                place.line += 1;
                start = end + 1;
            }
        }
        Kind::Body => one(&place, &block.bytes)?,
        Kind::TooLong { first } => {
            in_long_line = !first;
            if *first {
                summary.refuse(reading.show, &place, TOO_LONG);
            }
            if reading.bad.is_some() {
                rejected.clone_from(&block.bytes);
            }
        }
        Kind::Broken(error) => {
            summary.broken = true;
            summary.refuse(reading.show, &place, &format!("the rest of the file cannot be read: {error}"));
        }
    }
    Ok(Done { block_number, made: worker.made()?, buffer: block.bytes, rejected, in_long_line, summary })
}

/// Calls `write` with the results in the order of their blocks. Returns the first error, which ends all threads.
fn in_order<M>(results: Receiver<Result<Done<M>>>, mut write: impl FnMut(Done<M>) -> Result<()>) -> Result<()> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for done in results {
        let done = done?;
        waiting.insert(done.block_number, done);
        while let Some(done) = waiting.remove(&next) {
            next += 1;
            write(done)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use anyhow::bail;
    use clap::Parser;

    use super::*;
    use crate::command_line::{Command, CommandLine};

    /// A worker that refuses the first line of all.
    struct Refusing;

    impl Work for Refusing {
        type Made = ();
        const WITH_REPORT: bool = false;

        fn push(&mut self, _: &Push, place: &Place<'_>) -> Result<()> {
            if place.order() == (0, 1) {
                bail!("refused");
            }
            Ok(())
        }

        fn made(&mut self) -> Result<()> {
            Ok(())
        }
    }

    #[test]
    fn an_error_of_one_worker_ends_all_threads() -> Result<()> {
        let file = tempfile::NamedTempFile::new()?;
        // More blocks than buffers.
        std::fs::write(&file, "{\"pushType\":\"login\"}\n".repeat(400_000))?;
        let path = file.path().display().to_string();
        let Command::Report(options) = CommandLine::parse_from(["archive", "report", &path, "--threads", "2"]).command
        else {
            unreachable!("it is a report");
        };
        let inputs = Inputs::find(&options.reading.inputs, &[])?;
        let refused = run(&options.reading, &inputs, || Refusing, Ok).err().map(|error| error.to_string());
        assert_eq!(refused.as_deref(), Some("refused"));
        Ok(())
    }
}
