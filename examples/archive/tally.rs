//! What is counted, and how it is printed.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use callhook::{CallSummary, Code, Outcome, Report, Webhook};
use chrono::TimeDelta;

/// So many names are kept apart in a table; the others are one row.
const NAMES: usize = 4096;

/// Adds what another thread counted.
pub trait Merge: Default {
    fn merge(&mut self, other: Self);
}

impl Merge for u64 {
    fn merge(&mut self, other: Self) {
        *self += other;
    }
}

/// A table by name that stays small, whatever names come.
#[derive(Debug, Default)]
pub struct Table<T> {
    rows: BTreeMap<String, T>,
    others: T,
}

impl<T: Merge> Table<T> {
    fn row(&mut self, name: &str) -> &mut T {
        if !self.rows.contains_key(name) {
            if self.rows.len() >= NAMES {
                return &mut self.others;
            }
            self.rows.insert(name.to_owned(), T::default());
        }
        self.rows.entry(name.to_owned()).or_default()
    }

    /// The rows that come first by some measure, and those that are no row of their own.
    fn top(&self, rows: usize, measure: impl Fn(&T) -> u64) -> Vec<(&str, &T)> {
        let mut top: Vec<(&str, &T)> = self.rows.iter().map(|(name, row)| (&**name, row)).collect();
        top.sort_by_key(|(_, row)| std::cmp::Reverse(measure(row)));
        top.truncate(rows);
        if measure(&self.others) > 0 {
            top.push(("(all others)", &self.others));
        }
        top
    }
}

impl<T: Merge> Merge for Table<T> {
    fn merge(&mut self, other: Self) {
        for (name, row) in other.rows {
            self.row(&name).merge(row);
        }
        self.others.merge(other.others);
    }
}

/// How often each length came: to the second below 64 seconds, then 32 classes to each doubling.
#[derive(Debug, Default)]
pub struct Lengths {
    counts: Vec<u64>,
    longest: u64,
}

impl Lengths {
    fn add(&mut self, length: TimeDelta) {
        // 136 years: what is longer is a clock gone wrong, and counts as that.
        let seconds = u64::try_from(length.num_seconds()).unwrap_or(0).min(u64::from(u32::MAX));
        let class = class_of(seconds);
        if self.counts.len() <= class {
            self.counts.resize(class + 1, 0);
        }
        self.counts[class] += 1;
        self.longest = self.longest.max(seconds);
    }

    /// The length that so many per cent of the calls do not exceed.
    pub fn percentile(&self, percent: u64) -> Option<u64> {
        let all: u64 = self.counts.iter().sum();
        let rank = (all * percent).div_ceil(100).max(1);
        let mut below = 0;
        let class = self.counts.iter().position(|count| {
            below += count;
            below >= rank
        })?;
        Some(longest_of(class).min(self.longest))
    }
}

fn class_of(seconds: u64) -> usize {
    if seconds < 64 {
        return seconds as usize;
    }
    let doublings = seconds.ilog2() - 6;
    64 + 32 * doublings as usize + ((seconds >> (doublings + 1)) as usize - 32)
}

fn longest_of(class: usize) -> u64 {
    match class.checked_sub(64) {
        None => class as u64,
        Some(above) => (((33 + above % 32) as u64) << (above / 32 + 1)) - 1,
    }
}

impl Merge for Lengths {
    fn merge(&mut self, other: Self) {
        if self.counts.len() < other.counts.len() {
            self.counts.resize(other.counts.len(), 0);
        }
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
        self.longest = self.longest.max(other.longest);
    }
}

/// The calls of an agent or a group.
#[derive(Debug, Default)]
pub struct Calls {
    calls: u64,
    answered: u64,
    talk: Lengths,
    wait: Lengths,
}

impl Calls {
    fn add(&mut self, call: &CallSummary) {
        self.calls += 1;
        self.answered += u64::from(call.outcome == Some(Outcome::Answered));
        if let Some(talk) = call.talk {
            self.talk.add(talk);
        }
        if let Some(wait) = call.wait {
            self.wait.add(wait);
        }
    }
}

impl Merge for Calls {
    fn merge(&mut self, other: Self) {
        self.calls += other.calls;
        self.answered += other.answered;
        self.talk.merge(other.talk);
        self.wait.merge(other.wait);
    }
}

/// Everything that is counted.
#[derive(Debug, Default)]
pub struct Tally {
    pub read: u64,
    pub blank: u64,
    pub bad: u64,
    bent: u64,
    pushes: Table<u64>,
    outcomes: Table<u64>,
    findings: BTreeMap<Code, u64>,
    calls: Calls,
    agents: Table<Calls>,
    groups: Table<Calls>,
}

impl Tally {
    /// Counts a push.
    pub fn add(&mut self, push: &Webhook, report: &Report, call: Option<&CallSummary>) {
        self.read += 1;
        self.bent += u64::from(!report.is_empty());
        *self.pushes.row(&push.family()) += 1;
        for finding in report {
            *self.findings.entry(finding.code()).or_default() += 1;
        }
        let Some(call) = call else { return };
        *self.outcomes.row(call.outcome.as_ref().map_or("(not said)", Outcome::as_str)) += 1;
        self.calls.add(call);
        if let Some(agent) = label(&[&call.agent_number, &call.agent_id], &call.agent_name) {
            self.agents.row(&agent).add(call);
        }
        if let Some(group) = label(&[&call.queue_id], &call.queue_name) {
            self.groups.row(&group).add(call);
        }
    }
}

/// What a person or group is called in the report; nothing where the record names none.
fn label(ids: &[&Option<String>], name: &Option<String>) -> Option<String> {
    let id = ids.iter().find_map(|id| id.as_deref());
    let text = match (id, name) {
        (Some(id), Some(name)) if id != name => format!("{name} ({id})"),
        (Some(text), _) => text.to_owned(),
        (None, name) => name.clone()?,
    };
    Some(text.replace(char::is_control, " "))
}

impl Merge for Tally {
    fn merge(&mut self, other: Self) {
        self.read += other.read;
        self.blank += other.blank;
        self.bad += other.bad;
        self.bent += other.bent;
        self.pushes.merge(other.pushes);
        self.outcomes.merge(other.outcomes);
        for (code, count) in other.findings {
            *self.findings.entry(code).or_default() += count;
        }
        self.calls.merge(other.calls);
        self.agents.merge(other.agents);
        self.groups.merge(other.groups);
    }
}

/// A line that could not be read.
#[derive(Debug)]
pub struct Bad {
    /// File and line, or the file of one body.
    pub place: String,
    pub reason: String,
}

/// The report. `Display` prints it.
#[derive(Debug)]
pub struct Summary {
    pub tally: Tally,
    /// The first bad lines, in the archive's order.
    pub bad: Vec<Bad>,
    pub skipped: u64,
    pub bytes: u64,
    pub took: Duration,
    pub top: usize,
    pub has_rejects: bool,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tally = &self.tally;
        let seconds = self.took.as_secs_f64().max(1e-6);
        let megabytes = self.bytes as f64 / 1e6;
        writeln!(
            f,
            "{} pushes and {} bad lines, {megabytes:.1} MB in {seconds:.1} s: {:.0} lines/s, {:.0} MB/s",
            tally.read,
            tally.bad,
            (tally.read + tally.bad) as f64 / seconds,
            megabytes / seconds
        )?;
        if self.skipped > 0 {
            writeln!(f, "{} files of other kinds were passed over", self.skipped)?;
        }

        writeln!(f, "\nPushes")?;
        for (family, count) in tally.pushes.top(usize::MAX, |count| *count) {
            writeln!(f, "  {family:<32} {count:>10}")?;
        }
        if tally.calls.calls > 0 {
            self.write_calls(f)?;
        }

        writeln!(f, "\nFindings: {} of {} pushes were bent", tally.bent, tally.read)?;
        let mut findings: Vec<_> = tally.findings.iter().collect();
        findings.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        for (code, count) in findings {
            writeln!(f, "  {:<32} {count:>10}", code.as_str())?;
        }
        self.write_bad(f)
    }
}

impl Summary {
    fn write_calls(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tally = &self.tally;
        let all = tally.calls.calls;
        writeln!(f, "\nCalls: {all}, answered {}", share(tally.calls.answered, all))?;
        for (outcome, count) in tally.outcomes.top(usize::MAX, |count| *count) {
            writeln!(f, "  {outcome:<32} {count:>10} {:>7}", share(*count, all))?;
        }
        for (title, table) in [("Agent", &tally.agents), ("Skill group or queue", &tally.groups)] {
            let left_out = table.rows.len().saturating_sub(self.top);
            writeln!(
                f,
                "\n{title:<34} {:>8} {:>8}   {:<23}   wait p50/p90/p99",
                "calls", "answered", "talk p50/p90/p99"
            )?;
            for (name, row) in [("(all calls)", &tally.calls)].into_iter().chain(table.top(self.top, |row| row.calls)) {
                writeln!(
                    f,
                    "  {name:<32} {:>8} {:>8}   {:<23}   {}",
                    row.calls,
                    share(row.answered, row.calls),
                    percentiles(&row.talk),
                    percentiles(&row.wait)
                )?;
            }
            if left_out > 0 {
                writeln!(f, "  and {left_out} more (--top)")?;
            }
        }
        Ok(())
    }

    fn write_bad(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.tally.bad == 0 {
            return writeln!(f, "\nNo bad lines");
        }
        let hint = if self.has_rejects { "" } else { " (--rejects FILE keeps them)" };
        writeln!(f, "\nBad lines: {}{hint}", self.tally.bad)?;
        for bad in &self.bad {
            writeln!(f, "  {}: {}", bad.place, bad.reason)?;
        }
        let left_out = self.tally.bad - self.bad.len() as u64;
        if left_out > 0 {
            writeln!(f, "  and {left_out} more (--bad)")?;
        }
        Ok(())
    }
}

fn share(part: u64, all: u64) -> String {
    format!("{:.1} %", 100.0 * part as f64 / all.max(1) as f64)
}

fn percentiles(lengths: &Lengths) -> String {
    let percentile = |percent| lengths.percentile(percent).map_or("–".to_owned(), clock);
    format!("{}/{}/{}", percentile(50), percentile(90), percentile(99))
}

/// `1:02:03`, `2:03`, `0:03`
fn clock(seconds: u64) -> String {
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, minutes, seconds) => format!("{minutes}:{seconds:02}"),
        (hours, minutes, seconds) => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}
