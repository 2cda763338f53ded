//! `archive rows`: one row per call.

mod csv;
mod parquet;

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use ::parquet::arrow::ArrowWriter;
use anyhow::{Result, bail};
use arrow_array::RecordBatch;
use callhook::CallSummary;

use crate::command_line::{Format, Rows};
use crate::inputs::{Inputs, STDIN};
use crate::output::{Output, say};
use crate::pipeline::{self, Place, Work};
use crate::push::{self, Push};
use crate::summary::{Summary, counted};

pub fn run(options: &Rows, inputs: &Inputs) -> Result<Summary> {
    let path = options.output.as_deref().filter(|path| *path != Path::new(STDIN));
    let format = match (options.format, path) {
        (Some(format), _) => format,
        (None, Some(path)) => by_extension(path)?,
        (None, None) => Format::Ndjson,
    };
    if options.bom && format != Format::Csv {
        bail!("--bom is only for CSV");
    }
    if path.is_none() && format == Format::Parquet && io::stdout().is_terminal() {
        bail!("Parquet cannot be shown on a screen: name a file with --output");
    }
    let mut sink = Sink::open(path.map_or_else(|| Ok(Output::stdout()), Output::create)?, format, options.bom)?;
    let worker = || Worker { batch: Batch::new(format), redacted: options.redacted, rows: 0 };
    let (workers, summary) = pipeline::run(&options.reading, inputs, worker, |rows| sink.write(rows))?;
    sink.finish()?;
    let rows = workers.iter().map(|worker| worker.rows).sum();
    let text = format!("{summary}{}\n{}", counted(rows, "row", "rows"), summary.bad_lines(&options.reading));
    match path {
        // The program that reads the rows expects nothing else on standard output.
        None => say(text.trim_end()),
        Some(_) => {
            let mut out = Output::stdout();
            write!(out, "{text}")?;
            out.finish()?;
        }
    }
    Ok(summary)
}

fn by_extension(path: &Path) -> Result<Format> {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    Ok(match extension.as_str() {
        "csv" => Format::Csv,
        "parquet" => Format::Parquet,
        "" | "ndjson" | "jsonl" | "json" => Format::Ndjson,
        _ => bail!("the extension of {} names no format: choose one with --format", path.display()),
    })
}

struct Worker {
    batch: Batch,
    redacted: bool,
    /// How many rows there were so far.
    rows: u64,
}

/// The rows of a block.
enum Batch {
    Text(Vec<u8>, Format),
    Columns(parquet::Columns),
}

/// The rows of a block, to be written.
enum Made {
    Text(Vec<u8>),
    Columns(RecordBatch),
}

impl Batch {
    fn new(format: Format) -> Self {
        match format {
            Format::Parquet => Self::Columns(parquet::Columns::new()),
            format => Self::Text(Vec::new(), format),
        }
    }
}

impl Work for Worker {
    type Made = Made;
    const WITH_REPORT: bool = false;

    fn push(&mut self, push: &Push, _: &Place<'_>) -> Result<()> {
        let Some(call) = push.call() else { return Ok(()) };
        let call = if self.redacted { push::redacted(&call)? } else { call };
        self.rows += 1;
        match &mut self.batch {
            Batch::Columns(columns) => columns.push(&call),
            Batch::Text(bytes, Format::Csv) => csv::write(&call, bytes),
            Batch::Text(bytes, _) => ndjson(&call, bytes),
        }
    }

    fn made(&mut self) -> Result<Made> {
        Ok(match &mut self.batch {
            Batch::Columns(columns) => Made::Columns(columns.take()?),
            Batch::Text(bytes, format) => {
                // The next block has about as many bytes.
                let room = Vec::with_capacity(bytes.len());
                let bytes = std::mem::replace(bytes, room);
                Made::Text(if *format == Format::Csv { csv::harmless(&bytes)? } else { bytes })
            }
        })
    }
}

fn ndjson(call: &CallSummary, bytes: &mut Vec<u8>) -> Result<()> {
    serde_json::to_writer(&mut *bytes, call)?;
    bytes.push(b'\n');
    Ok(())
}

/// Where rows go.
enum Sink {
    Text(Output),
    Columns(Box<ArrowWriter<Output>>),
}

impl Sink {
    fn open(mut out: Output, format: Format, bom: bool) -> Result<Self> {
        match format {
            Format::Parquet => return Ok(Self::Columns(Box::new(parquet::writer(out)?))),
            Format::Csv => csv::begin(&mut out, bom)?,
            Format::Ndjson => {}
        }
        Ok(Self::Text(out))
    }

    fn write(&mut self, made: Made) -> Result<()> {
        match (self, made) {
            (Self::Text(out), Made::Text(bytes)) => out.write_all(&bytes)?,
            (Self::Columns(file), Made::Columns(batch)) => file.write(&batch)?,
            _ => unreachable!("workers and sink have the same format"),
        }
        Ok(())
    }

    fn finish(self) -> Result<()> {
        match self {
            Self::Text(out) => out,
            Self::Columns(file) => file.into_inner()?,
        }
        .finish()
    }
}
