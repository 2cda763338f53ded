//! What a report counts.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap};
use std::fmt::{self, Display, Formatter};
use std::hash::Hash;
use std::ops::AddAssign;

use anyhow::Result;
use callhook::{CallSummary, Code, Outcome};
use chrono::{NaiveDate, TimeDelta};
use hdrhistogram::Histogram;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::pipeline::{Place, Work};
use crate::push::{Event, Push};
use crate::zone::Zone;

/// The most rows of a table; the rest is summed up in one row. So memory stays flat, whatever a sender makes up.
const MOST_ROWS: usize = 2000;
/// Longer names are cut off before they are looked up, for the same reason.
pub const LONGEST_NAME: usize = 120;
/// The row for the rest.
pub const OTHERS: &str = "(others)";
/// A longer duration means that a clock was wrong. Percentiles count it as this.
const LONGEST_DURATION: u64 = 7 * 24 * 3600;

/// Counts by name, with a limit on the names.
#[derive(Debug)]
pub struct ByName<K, T> {
    pub rows: HashMap<K, T>,
    /// The sum of all rows beyond the limit, if there are any.
    pub others: Option<T>,
}

impl<K, T> Default for ByName<K, T> {
    fn default() -> Self {
        Self { rows: HashMap::new(), others: None }
    }
}

impl<K: Hash + Eq, T: Default> ByName<K, T> {
    pub fn row<Q>(&mut self, key: &Q) -> &mut T
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ToOwned<Owned = K> + ?Sized,
    {
        // Most rows exist already, and then the key is not copied.
        if !self.rows.contains_key(key) && self.rows.len() < MOST_ROWS {
            self.rows.insert(key.to_owned(), T::default());
        }
        self.rows.get_mut(key).unwrap_or_else(|| self.others.get_or_insert_default())
    }
}

impl<K: Hash + Eq + Clone, T: AddAssign + Default> AddAssign for ByName<K, T> {
    fn add_assign(&mut self, other: Self) {
        for (key, counts) in other.rows {
            *self.row(&key) += counts;
        }
        if let Some(others) = other.others {
            *self.others.get_or_insert_default() += others;
        }
    }
}

/// An object whose keys are the names.
impl<K: Display, T: Serialize> Serialize for ByName<K, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = self.rows.iter().map(|(key, counts)| (key.to_string(), counts));
        let others = self.others.iter().map(|counts| (OTHERS.to_owned(), counts));
        rows.chain(others).collect::<BTreeMap<_, _>>().serialize(serializer)
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
    pub fn percentile(&self, percent: u8) -> Option<u64> {
        let value = || self.counts.value_at_percentile(percent.into()).min(self.longest);
        (!self.counts.is_empty()).then(value)
    }
}

/// The percentiles of a report.
pub const PERCENTS: [u8; 3] = [50, 90, 99];

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

impl AddAssign for Calls {
    fn add_assign(&mut self, other: Self) {
        self.calls += other.calls;
        self.answered += other.answered;
        for (ours, theirs) in [(&mut self.talk, other.talk), (&mut self.wait, other.wait)] {
            ours.sum += theirs.sum;
            ours.longest = ours.longest.max(theirs.longest);
            let _ = ours.counts.add(theirs.counts);
        }
    }
}

impl Serialize for Calls {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_map(None)?;
        row.serialize_entry("calls", &self.calls)?;
        row.serialize_entry("answered", &self.answered)?;
        row.serialize_entry("talk_seconds", &self.talk.sum)?;
        row.serialize_entry("wait_seconds", &self.wait.sum)?;
        for (name, durations) in [("talk", &self.talk), ("wait", &self.wait)] {
            for percent in PERCENTS {
                row.serialize_entry(&format!("{name}_p{percent}"), &durations.percentile(percent))?;
            }
        }
        row.end()
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
#[derive(Debug, Default, Serialize)]
pub struct Counts {
    pub adjusted: u64,
    pub events: ByName<Event, u64>,
    pub calls: Calls,
    pub outcomes: ByName<String, u64>,
    pub days: ByName<Day, Calls>,
    pub agents: ByName<String, Calls>,
    pub queues: ByName<String, Calls>,
    pub findings: ByName<Code, u64>,
}

/// The day on which a call began; `None` if that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Option<NaiveDate>);

/// `2024-01-31`
impl Display for Day {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(day) => day.fmt(f),
            None => f.write_str("(no start)"),
        }
    }
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
        *counts.events.row(&push.event()) += 1;
        for finding in push.report.iter() {
            *counts.findings.row(&finding.code()) += 1;
        }
        counts.adjusted += u64::from(!push.report.is_empty());
        let Some(call) = push.call() else { return Ok(()) };
        counts.calls.add(&call);
        let outcome = match &call.outcome {
            None => "(not said)",
            // It may be anything that a sender wrote.
            Some(Outcome::Other(_)) if !self.names => "(unlisted)",
            Some(outcome) => outcome.as_str(),
        };
        *counts.outcomes.row(join(&mut self.name, outcome, &[])) += 1;
        counts.days.row(&Day(call.started_at.map(|instant| self.zone.day(instant)))).add(&call);
        let vendor = call.vendor.as_str();
        if let Some(agent) = agent(&call, self.names) {
            counts.agents.row(join(&mut self.name, vendor, &agent)).add(&call);
        }
        let queue = [call.queue_id.as_deref(), call.queue_name.as_deref()];
        if queue != [None, None] {
            counts.queues.row(join(&mut self.name, vendor, &queue)).add(&call);
        }
        Ok(())
    }

    fn made(&mut self) -> Result<()> {
        Ok(())
    }
}

/// What names the agent: the staff number, with `names` also the id and the name; `None` if there is no agent.
fn agent(call: &CallSummary, names: bool) -> Option<[Option<&str>; 3]> {
    let [number, id, name] = [&call.agent_number, &call.agent_id, &call.agent_name].map(Option::as_deref);
    number.or(id).or(name)?;
    Some(if names { [number, id, name] } else { [number.or(Some("(without a number)")), None, None] })
}

/// `tccc 1072 售后`: the name of a row, in the buffer.
fn join<'a>(buffer: &'a mut String, first: &str, more: &[Option<&str>]) -> &'a str {
    buffer.clear();
    buffer.push_str(first);
    for text in more.iter().flatten() {
        buffer.push(' ');
        buffer.push_str(text);
    }
    shorten(buffer, LONGEST_NAME);
    buffer
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.adjusted += other.adjusted;
        self.events += other.events;
        self.calls += other.calls;
        self.outcomes += other.outcomes;
        self.days += other.days;
        self.agents += other.agents;
        self.queues += other.queues;
        self.findings += other.findings;
    }
}
