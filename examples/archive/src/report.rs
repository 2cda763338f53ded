//! `archive report`: how the calls went, as text or JSON.

use std::cmp::Reverse;
use std::io::{self, Write};

use anyhow::Result;
use serde::Serialize;

use crate::command_line::Report;
use crate::inputs::Inputs;
use crate::output::Output;
use crate::pipeline;
use crate::summary::Summary;
use crate::table::Table;
use crate::tally::{ByName, Calls, Counts, OTHERS, PERCENTS, Tally};

pub fn run(options: &Report, inputs: &Inputs) -> Result<Summary> {
    let worker = || Tally::new(options.time_zone, options.names);
    let (workers, summary) = pipeline::run(&options.reading, inputs, worker, Ok)?;
    let mut counts = Counts::default();
    for worker in workers {
        counts += worker.counts;
    }
    let mut out = Output::stdout();
    if options.json {
        let json = Json { pushes: summary.pushes, bad: summary.bad, counts: &counts };
        serde_json::to_writer_pretty(&mut out, &json)?;
        writeln!(out)?;
    } else {
        write!(out, "{summary}")?;
        write_counts(&mut out, &counts, summary.pushes, options.top)?;
        write!(out, "{}", summary.bad_lines(&options.reading))?;
    }
    out.finish()?;
    Ok(summary)
}

#[derive(Serialize)]
struct Json<'a> {
    pushes: u64,
    bad: u64,
    #[serde(flatten)]
    counts: &'a Counts,
}

fn write_counts(out: &mut Output, counts: &Counts, pushes: u64, top: usize) -> io::Result<()> {
    let events = by_count(&counts.events).map(|(event, count)| [event, count.to_string()]);
    write!(out, "\n{}", Table::new(1, ["Pushes", ""], events))?;
    if counts.calls.calls > 0 {
        write_calls(out, counts, top)?;
    }
    writeln!(out, "\nAdjusted: {} of {pushes} pushes (archive check shows where)", counts.adjusted)?;
    if counts.adjusted > 0 {
        let findings = by_count(&counts.findings).map(|(code, count)| [code, count.to_string()]);
        write!(out, "\n{}", Table::new(1, ["Findings", ""], findings))?;
    }
    Ok(())
}

fn write_calls(out: &mut Output, counts: &Counts, top: usize) -> io::Result<()> {
    let outcomes = by_count(&counts.outcomes)
        .map(|(outcome, count)| [outcome, count.to_string(), share(count, counts.calls.calls)]);
    write!(out, "\n{}", Table::new(1, ["Outcomes", "calls", "share"], outcomes))?;

    let mut days: Vec<_> = counts.days.rows.iter().collect();
    days.sort_by_key(|(day, _)| **day);
    let days = days.into_iter().map(|(day, calls)| (day.to_string(), calls));
    let all = ("(all)".to_owned(), &counts.calls);
    write_table(out, "Day", days.chain([all]), &counts.days.others)?;
    for (title, table) in [("Agent", &counts.agents), ("Queue", &counts.queues)] {
        let mut rows: Vec<_> = table.rows.iter().map(|(name, calls)| (name.clone(), calls)).collect();
        rows.sort_by(|(a, x), (b, y)| y.calls.cmp(&x.calls).then_with(|| a.cmp(b)));
        let left_out = rows.len().saturating_sub(top);
        write_table(out, title, rows.into_iter().take(top), &table.others)?;
        if left_out > 0 {
            writeln!(out, "  and {left_out} more (--top)")?;
        }
    }
    Ok(())
}

fn write_table<'a>(
    out: &mut Output,
    title: &str,
    rows: impl Iterator<Item = (String, &'a Calls)>,
    others: &'a Option<Calls>,
) -> io::Result<()> {
    let head = [title, "calls", "answered", "talk", "p50", "p90", "p99", "wait", "p50", "p90", "p99"];
    let rows = rows.chain(others.iter().map(|others| (OTHERS.to_owned(), others)));
    write!(out, "\n{}", Table::new(1, head, rows.map(|(name, calls)| cells(name, calls))))
}

fn cells(name: String, calls: &Calls) -> Vec<String> {
    let mut cells = vec![name, calls.calls.to_string(), share(calls.answered, calls.calls)];
    for durations in [&calls.talk, &calls.wait] {
        cells.push(clock(durations.sum));
        let percentile = |percent| durations.percentile(percent).map_or_else(|| "–".to_owned(), clock);
        cells.extend(PERCENTS.map(percentile));
    }
    cells
}

/// The counts with the largest first, and the sum of all others last.
fn by_count<K: ToString>(counts: &ByName<K, u64>) -> impl Iterator<Item = (String, u64)> {
    let mut rows: Vec<_> = counts.rows.iter().map(|(name, count)| (name.to_string(), *count)).collect();
    rows.sort_by(|(a, x), (b, y)| (Reverse(x), a).cmp(&(Reverse(y), b)));
    rows.into_iter().chain(counts.others.map(|others| (OTHERS.to_owned(), others)))
}

fn share(part: u64, all: u64) -> String {
    format!("{:.1} %", 100.0 * part as f64 / all.max(1) as f64)
}

/// `1:02:03`, `2:03`, `0:03`
fn clock(seconds: u64) -> String {
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, minutes, seconds) => format!("{minutes}:{seconds:02}"),
        (hours, minutes, seconds) => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}
