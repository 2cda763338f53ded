//! `archive check`: what reading had to adjust, and where.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::Write;
use std::ops::AddAssign;

use anyhow::Result;
use serde::Serialize;

use crate::command_line::Check;
use crate::inputs::Inputs;
use crate::output::Output;
use crate::pipeline::{self, Place, Work};
use crate::push::{Event, Push};
use crate::summary::Summary;
use crate::table::Table;
use crate::tally::{ByName, LONGEST_NAME, OTHERS, shorten};

/// Longer values are cut off.
const LONGEST_VALUE: usize = 60;

pub fn run(options: &Check, inputs: &Inputs) -> Result<Summary> {
    let worker = || Worker { keys: options.keys, values: options.values, ..Worker::default() };
    let (workers, summary) = pipeline::run(&options.reading, inputs, worker, Ok)?;
    let mut findings = HashMap::<_, ByName<String, Count>>::new();
    for worker in workers {
        for (key, paths) in worker.findings {
            *findings.entry(key).or_default() += paths;
        }
    }
    let mut rows: Vec<Row> = findings.into_iter().flat_map(|(key, paths)| rows(key, paths)).collect();
    rows.sort_by_cached_key(|row| (Reverse(row.count), row.code, row.event, row.path.clone(), row.vendor));

    let mut out = Output::stdout();
    if options.json {
        let Summary { pushes, bad, bad_lines, .. } = &summary;
        let json = Json { pushes: *pushes, bad: *bad, findings: &rows, bad_lines };
        serde_json::to_writer_pretty(&mut out, &json)?;
        writeln!(out)?;
    } else {
        write!(out, "{summary}")?;
        let head = ["Finding", "vendor", "event", "path", "count", "first at", "a value"];
        let columns = if options.values { 7 } else { 6 };
        let listed = &rows[..rows.len().min(options.top)];
        let cells = listed.iter().map(|row| {
            let [vendor, value] = [row.vendor.unwrap_or("–"), row.value.as_deref().unwrap_or_default()];
            let count = row.count.to_string();
            [row.code, vendor, row.event, &row.path, &count, &row.first, value]
                .map(str::to_owned)
                .into_iter()
                .take(columns)
        });
        match rows.len() {
            0 => writeln!(out, "\nNo findings: every push is as documented")?,
            _ => write!(out, "\n{}", Table::new(4, head.into_iter().take(columns), cells))?,
        }
        if listed.iter().any(|row| row.path.ends_with('…')) && !options.keys {
            writeln!(out, "  … stands for undocumented keys (--keys shows them)")?;
        }
        if rows.len() > options.top {
            writeln!(out, "  and {} more (--top)", rows.len() - options.top)?;
        }
        write!(out, "{}", summary.bad_lines(&options.reading))?;
    }
    out.finish()?;
    Ok(summary)
}

#[derive(Default)]
struct Worker {
    keys: bool,
    values: bool,
    findings: HashMap<(&'static str, Event), ByName<String, Count>>,
    /// A buffer for the path that is looked up.
    path: String,
}

/// How often a finding occurred, and where first.
#[derive(Debug, Default)]
struct Count {
    count: u64,
    first: Option<First>,
}

#[derive(Debug)]
struct First {
    order: (u64, u64),
    place: String,
    value: Option<String>,
}

impl Work for Worker {
    type Made = ();
    const WITH_REPORT: bool = true;

    fn push(&mut self, push: &Push, place: &Place<'_>) -> Result<()> {
        if push.report.is_empty() {
            return Ok(());
        }
        let event = push.event();
        // A sender may write anything as a key, even a phone number.
        let shown = if self.keys { Cow::Borrowed(&push.report) } else { Cow::Owned(push.report.redacted()) };
        for (finding, shown) in push.report.iter().zip(shown.iter()) {
            without_indices(shown.path(), &mut self.path);
            let count = self.findings.entry((finding.code().as_str(), event)).or_default().row(self.path.as_str());
            count.count += 1;
            // A worker gets the lines in order, so its first finding stays the first.
            if count.first.is_none() {
                let value = finding.value().filter(|_| self.values).map(|value| {
                    let mut text = value.to_string();
                    shorten(&mut text, LONGEST_VALUE);
                    text
                });
                count.first = Some(First { order: place.order(), place: place.to_string(), value });
            }
        }
        Ok(())
    }

    fn made(&mut self) -> Result<()> {
        Ok(())
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.count += other.count;
        let firsts = [self.first.take(), other.first];
        self.first = firsts.into_iter().flatten().min_by_key(|first| first.order);
    }
}

/// Writes `ServeParticipants[1].Type` as `ServeParticipants[].Type`, so that all items count together.
fn without_indices(path: &str, to: &mut String) {
    to.clear();
    let mut rest = path;
    while let Some((before, behind)) = rest.split_once('[') {
        let _ = write!(to, "{before}[");
        rest = behind.trim_start_matches(|character: char| character.is_ascii_digit());
    }
    to.push_str(if path.is_empty() { "(body)" } else { rest });
    shorten(to, LONGEST_NAME);
}

#[derive(Serialize)]
struct Json<'a> {
    pushes: u64,
    bad: u64,
    findings: &'a [Row],
    bad_lines: &'a [(String, String)],
}

#[derive(Serialize)]
struct Row {
    code: &'static str,
    vendor: Option<&'static str>,
    event: &'static str,
    path: String,
    count: u64,
    first: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
}

fn rows((code, event): (&'static str, Event), paths: ByName<String, Count>) -> impl Iterator<Item = Row> {
    let others = paths.others.map(|others| (OTHERS.to_owned(), others));
    paths.rows.into_iter().chain(others).map(move |(path, Count { count, first })| {
        let (first, value) = first.map_or_else(Default::default, |first| (first.place, first.value));
        Row { code, vendor: event.vendor, event: event.name, path, count, first, value }
    })
}
