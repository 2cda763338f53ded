//! What a report counts.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use anyhow::Result;
use callhook::{CallSummary, Outcome};
use chrono::{NaiveDate, TimeDelta};
use hdrhistogram::Histogram;
use serde::Serialize;

use crate::pipeline::{Place, Work};
use crate::push::{Event, Push};
use crate::zone::Zone;

/// The most rows of a table; the rest is summed up in one row. So memory stays flat, whatever a sender makes up.
const MOST_ROWS: usize = 2000;
/// Longer names are cut off before they are looked up, for the same reason.
pub const LONGEST_NAME: usize = 120;
/// The row for the rest.
const OTHERS: &str = "(others)";
/// A longer duration means that a clock was wrong. Percentiles count it as this.
const LONGEST_DURATION: u64 = 7 * 24 * 3600;

/// Counts that can be added to others of the same kind.
pub trait Merge: Default {
    fn merge(&mut self, other: Self);
}

impl Merge for u64 {
    fn merge(&mut self, other: Self) {
        *self += other;
    }
}

/// Counts by name, with a limit on the names.
#[derive(Debug)]
pub struct ByName<K, T> {
    pub rows: HashMap<K, T>,
    pub others: T,
}

impl<K, T: Default> Default for ByName<K, T> {
    fn default() -> Self {
        Self { rows: HashMap::new(), others: T::default() }
    }
}

impl<K: Hash + Eq, T: Default> ByName<K, T> {
    pub fn row<Q>(&mut self, key: &Q) -> &mut T
    where
        K: std::borrow::Borrow<Q>,
        Q: Hash + Eq + ToOwned<Owned = K> + ?Sized,
    {
        if self.rows.len() >= MOST_ROWS && !self.rows.contains_key(key) {
            return &mut self.others;
        }
        // Most rows exist already, and then the key is not copied.
        if !self.rows.contains_key(key) {
            self.rows.insert(key.to_owned(), T::default());
        }
        self.rows.get_mut(key).unwrap_or(&mut self.others)
    }
}

impl<K: Hash + Eq + Clone, T: Merge> Merge for ByName<K, T> {
    fn merge(&mut self, other: Self) {
        for (key, counts) in other.rows {
            self.row(&key).merge(counts);
        }
        self.others.merge(other.others);
    }
}

/// Cuts a text after `longest` characters.
pub fn shorten(text: &mut String, longest: usize) {
    if let Some((end, _)) = text.char_indices().nth(longest) {
        text.truncate(end);
        text.push('…');
    }
}

/// Durations, with an exact sum, and percentiles that are exact to about 1 %.
#[derive(Debug)]
pub struct Durations {
    pub sum: u64,
    longest: u64,
    counts: Histogram<u32>,
}

impl Default for Durations {
    fn default() -> Self {
        let counts = Histogram::new(2).unwrap_or_else(|_| unreachable!("two digits are allowed"));
        Self { sum: 0, longest: 0, counts }
    }
}

impl Durations {
    fn add(&mut self, duration: TimeDelta) {
        let seconds = u64::try_from(duration.num_seconds()).unwrap_or(0);
        self.sum += seconds;
        self.longest = self.longest.max(seconds.min(LONGEST_DURATION));
        // The histogram grows as needed, so no value is out of range.
        let _ = self.counts.record(seconds.min(LONGEST_DURATION));
    }

    /// The duration that `percent` of all durations do not exceed; `None` if there is none.
    pub fn percentile(&self, percent: f64) -> Option<u64> {
        let value = || self.counts.value_at_percentile(percent).min(self.longest);
        (!self.counts.is_empty()).then(value)
    }
}

/// Counts of calls.
#[derive(Debug, Default)]
pub struct Calls {
    pub calls: u64,
    pub answered: u64,
    pub talk: Durations,
    pub wait: Durations,
}

impl Calls {
    fn add(&mut self, call: &CallSummary) {
        self.calls += 1;
        self.answered += u64::from(call.outcome.as_ref().is_some_and(Outcome::is_answered));
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
        for (ours, theirs) in [(&mut self.talk, other.talk), (&mut self.wait, other.wait)] {
            ours.sum += theirs.sum;
            ours.longest = ours.longest.max(theirs.longest);
            let _ = ours.counts.add(theirs.counts);
        }
    }
}

/// The worker of `archive report`.
#[derive(Debug)]
pub struct Tally {
    zone: Zone,
    names: bool,
    /// A buffer for the name that is looked up.
    name: String,
    pub counts: Counts,
}

/// Everything that a report prints.
#[derive(Debug, Default)]
pub struct Counts {
    pub adjusted: u64,
    pub events: BTreeMap<Event, u64>,
    pub findings: BTreeMap<&'static str, u64>,
    pub calls: Calls,
    pub outcomes: ByName<String, u64>,
    pub days: ByName<Option<NaiveDate>, Calls>,
    pub agents: ByName<String, Calls>,
    pub queues: ByName<String, Calls>,
}

impl Tally {
    pub fn new(zone: Zone, names: bool) -> Self {
        Self { zone, names, name: String::new(), counts: Counts::default() }
    }
}

impl Work for Tally {
    type Made = ();
    const WITH_REPORT: bool = true;

    fn push(&mut self, push: &Push, _: &Place<'_>) -> Result<()> {
        let counts = &mut self.counts;
        *counts.events.entry(push.event()).or_default() += 1;
        for finding in push.report.iter() {
            *counts.findings.entry(finding.code().as_str()).or_default() += 1;
        }
        counts.adjusted += u64::from(!push.report.is_empty());
        let Some(call) = push.call() else { return Ok(()) };
        counts.calls.add(&call);
        self.name.clear();
        self.name.push_str(match &call.outcome {
            None => "(not said)",
            // It may be anything that a sender wrote.
            Some(Outcome::Other(_)) if !self.names => "(unlisted)",
            Some(outcome) => outcome.as_str(),
        });
        shorten(&mut self.name, LONGEST_NAME);
        *counts.outcomes.row(self.name.as_str()) += 1;
        counts.days.row(&call.started_at.map(|instant| self.zone.day(instant))).add(&call);
        if name_agent(&mut self.name, &call, self.names) {
            counts.agents.row(self.name.as_str()).add(&call);
        }
        if name_queue(&mut self.name, &call) {
            counts.queues.row(self.name.as_str()).add(&call);
        }
        Ok(())
    }

    fn made(&mut self) -> Result<()> {
        Ok(())
    }
}

/// `tccc 007`, with `names` `tccc 007 陈伟`. Returns whether there is an agent.
fn name_agent(name: &mut String, call: &CallSummary, names: bool) -> bool {
    let personal = [&call.agent_id, &call.agent_name];
    if call.agent_number.is_none() && personal.iter().all(|text| text.is_none()) {
        return false;
    }
    name.clear();
    name.push_str(call.vendor.as_str());
    for text in [&call.agent_number].into_iter().chain(personal.into_iter().filter(|_| names)).flatten() {
        name.push(' ');
        name.push_str(text);
    }
    if !names && call.agent_number.is_none() {
        name.push_str(" (without a number)");
    }
    shorten(name, LONGEST_NAME);
    true
}

/// `tccc 1072 售后`. Returns whether there is a queue.
fn name_queue(name: &mut String, call: &CallSummary) -> bool {
    name.clear();
    name.push_str(call.vendor.as_str());
    for text in [&call.queue_id, &call.queue_name].into_iter().flatten() {
        name.push(' ');
        name.push_str(text);
    }
    shorten(name, LONGEST_NAME);
    call.queue_id.is_some() || call.queue_name.is_some()
}

impl Merge for Counts {
    fn merge(&mut self, other: Self) {
        self.adjusted += other.adjusted;
        for (event, count) in other.events {
            *self.events.entry(event).or_default() += count;
        }
        for (code, count) in other.findings {
            *self.findings.entry(code).or_default() += count;
        }
        self.calls.merge(other.calls);
        self.outcomes.merge(other.outcomes);
        self.days.merge(other.days);
        self.agents.merge(other.agents);
        self.queues.merge(other.queues);
    }
}

/// Counts of calls, as they are written to JSON.
#[derive(Debug, Serialize)]
pub struct CallsRow {
    calls: u64,
    answered: u64,
    talk_seconds: u64,
    wait_seconds: u64,
    talk_p50: Option<u64>,
    talk_p90: Option<u64>,
    talk_p99: Option<u64>,
    wait_p50: Option<u64>,
    wait_p90: Option<u64>,
    wait_p99: Option<u64>,
}

impl From<&Calls> for CallsRow {
    fn from(calls: &Calls) -> Self {
        let Calls { talk, wait, .. } = calls;
        Self {
            calls: calls.calls,
            answered: calls.answered,
            talk_seconds: talk.sum,
            wait_seconds: wait.sum,
            talk_p50: talk.percentile(50.0),
            talk_p90: talk.percentile(90.0),
            talk_p99: talk.percentile(99.0),
            wait_p50: wait.percentile(50.0),
            wait_p90: wait.percentile(90.0),
            wait_p99: wait.percentile(99.0),
        }
    }
}

/// The report as JSON.
#[derive(Debug, Serialize)]
pub struct ReportJson {
    pushes: u64,
    bad: u64,
    adjusted: u64,
    events: BTreeMap<String, u64>,
    calls: CallsRow,
    outcomes: BTreeMap<String, u64>,
    days: BTreeMap<String, CallsRow>,
    agents: BTreeMap<String, CallsRow>,
    queues: BTreeMap<String, CallsRow>,
    findings: BTreeMap<&'static str, u64>,
}

impl ReportJson {
    pub fn new(counts: &Counts, pushes: u64, bad: u64) -> Self {
        let outcomes = counts.outcomes.rows.iter().map(|(outcome, count)| (outcome.clone(), *count));
        let others = Some((OTHERS.to_owned(), counts.outcomes.others)).filter(|(_, count)| *count > 0);
        Self {
            pushes,
            bad,
            adjusted: counts.adjusted,
            events: counts.events.iter().map(|(event, count)| (event.to_string(), *count)).collect(),
            calls: (&counts.calls).into(),
            outcomes: outcomes.chain(others).collect(),
            days: rows(&counts.days, day),
            agents: rows(&counts.agents, String::clone),
            queues: rows(&counts.queues, String::clone),
            findings: counts.findings.clone(),
        }
    }
}

fn rows<K>(table: &ByName<K, Calls>, name: impl Fn(&K) -> String) -> BTreeMap<String, CallsRow> {
    let others = Some((OTHERS.to_owned(), (&table.others).into())).filter(|_| table.others.calls > 0);
    table.rows.iter().map(|(key, calls)| (name(key), calls.into())).chain(others).collect()
}

/// `2024-01-31`
pub fn day(day: &Option<NaiveDate>) -> String {
    day.map_or_else(|| "(no start)".to_owned(), |day| day.to_string())
}
