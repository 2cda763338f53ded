//! `archive report`: how the calls went, as text or JSON.

use std::cmp::Reverse;
use std::fmt;
use std::io::Write;

use anyhow::Result;

use crate::command_line::Report;
use crate::inputs::Inputs;
use crate::output::Output;
use crate::pipeline::{self, Summary};
use crate::table::Table;
use crate::tally::{Calls, Counts, Merge, ReportJson, Tally, day};

pub fn run(options: &Report, inputs: &Inputs) -> Result<Summary> {
    let worker = || Tally::new(options.time_zone, options.names);
    let (workers, summary) = pipeline::run(&options.reading, inputs, worker, Ok)?;
    let mut counts = Counts::default();
    for worker in workers {
        counts.merge(worker.counts);
    }
    let mut out = Output::stdout();
    if options.json {
        serde_json::to_writer_pretty(&mut out, &ReportJson::new(&counts, summary.pushes, summary.bad))?;
        writeln!(out)?;
    } else {
        write!(out, "{}{}", summary, Text { counts: &counts, top: options.top, pushes: summary.pushes })?;
        write!(out, "{}", summary.bad_lines(&options.reading))?;
    }
    out.finish()?;
    Ok(summary)
}

struct Text<'a> {
    counts: &'a Counts,
    pushes: u64,
    top: usize,
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = self.counts;
        let mut events = Table::new(1, ["Pushes", ""]);
        for (event, count) in by_count(counts.events.iter().map(|(event, count)| (event.to_string(), *count))) {
            events.row([event, count.to_string()]);
        }
        write!(f, "\n{events}")?;
        if counts.calls.calls > 0 {
            self.write_calls(f)?;
        }
        writeln!(f, "\nAdjusted: {} of {} pushes (archive check shows where)", counts.adjusted, self.pushes)?;
        let mut findings = Table::new(1, ["Findings", ""]);
        for (code, count) in by_count(counts.findings.iter().map(|(code, count)| ((*code).to_owned(), *count))) {
            findings.row([code, count.to_string()]);
        }
        if !counts.findings.is_empty() {
            write!(f, "\n{findings}")?;
        }
        Ok(())
    }
}

impl Text<'_> {
    fn write_calls(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = self.counts;
        let mut outcomes = Table::new(1, ["Outcomes", "calls", "share"]);
        let named = counts.outcomes.rows.iter().map(|(outcome, count)| (outcome.clone(), *count));
        for (outcome, count) in by_count(named) {
            outcomes.row([outcome, count.to_string(), share(count, counts.calls.calls)]);
        }
        if counts.outcomes.others > 0 {
            let others = counts.outcomes.others;
            outcomes.row(["(others)".to_owned(), others.to_string(), share(others, counts.calls.calls)]);
        }
        write!(f, "\n{outcomes}")?;

        let mut days: Vec<_> = counts.days.rows.iter().collect();
        days.sort_by_key(|(day, _)| **day);
        let days = days.into_iter().map(|(key, calls)| (day(key), calls));
        let all = [("(all)".to_owned(), &counts.calls)];
        write_table(f, "Day", days.chain(all), &counts.days.others, 0)?;
        for (title, table) in [("Agent", &counts.agents), ("Queue", &counts.queues)] {
            let mut rows: Vec<_> = table.rows.iter().map(|(name, calls)| (name.clone(), calls)).collect();
            rows.sort_by(|(a, x), (b, y)| y.calls.cmp(&x.calls).then_with(|| a.cmp(b)));
            let left_out = rows.len().saturating_sub(self.top);
            rows.truncate(self.top);
            write_table(f, title, rows.into_iter(), &table.others, left_out)?;
        }
        Ok(())
    }
}

fn write_table<'a>(
    f: &mut fmt::Formatter<'_>,
    title: &str,
    rows: impl Iterator<Item = (String, &'a Calls)>,
    others: &'a Calls,
    left_out: usize,
) -> fmt::Result {
    let head = [title, "calls", "answered", "talk", "p50", "p90", "p99", "wait", "p50", "p90", "p99"];
    let mut table = Table::new(1, head);
    let others = Some(("(others)".to_owned(), others)).filter(|(_, calls)| calls.calls > 0);
    for (name, calls) in rows.chain(others) {
        table.row(cells(name, calls));
    }
    write!(f, "\n{table}")?;
    if left_out > 0 {
        writeln!(f, "  and {left_out} more (--top)")?;
    }
    Ok(())
}

fn cells(name: String, calls: &Calls) -> Vec<String> {
    let mut cells = vec![name, calls.calls.to_string(), share(calls.answered, calls.calls)];
    for durations in [&calls.talk, &calls.wait] {
        cells.push(clock(durations.sum));
        let percentile = |percent| durations.percentile(percent).map_or_else(|| "–".to_owned(), clock);
        cells.extend([50.0, 90.0, 99.0].map(percentile));
    }
    cells
}

fn by_count(counts: impl Iterator<Item = (String, u64)>) -> Vec<(String, u64)> {
    let mut counts: Vec<_> = counts.collect();
    counts.sort_by(|(a, x), (b, y)| (Reverse(x), a).cmp(&(Reverse(y), b)));
    counts
}

pub fn share(part: u64, all: u64) -> String {
    format!("{:.1} %", 100.0 * part as f64 / all.max(1) as f64)
}

/// `1:02:03`, `2:03`, `0:03`
fn clock(seconds: u64) -> String {
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, minutes, seconds) => format!("{minutes}:{seconds:02}"),
        (hours, minutes, seconds) => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}
