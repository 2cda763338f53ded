//! `archive generate`: an archive of an invented contact centre, as messy as real ones.
//!
//! The totals that a report must give are counted while the archive is generated, not by reading it afterwards.

mod body;
mod events;
mod quirks;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::rc::Rc;

use anyhow::Result;
use fastrand::Rng;
use serde::Serialize;

use crate::command_line::Generate;
use crate::inputs::STDIN;
use crate::output::{self, Output};
use crate::table::Table;
use body::json;
use events::{Call, EVENTS, Push, Share, pick_by_share};

/// Monday 2024-01-01 08:00 in China.
const START: u64 = 1_704_067_200;

/// What a line is, and how it is made.
type BadLine = (&'static str, fn(&mut Rng, u64) -> Vec<u8>);
type Wrap = fn(&Push, u64) -> String;

/// One line in `BAD` is bad, in one of these ways.
const BAD: u32 = 250;
const BAD_LINES: &[BadLine] = &[
    ("a masked account, which is not JSON", |rng, now| masked(rng, now, "1400xxx214")),
    ("a masked account as text", |rng, now| masked(rng, now, "\"1400xxx214\"")),
    ("a TCCC record without its action", |rng, now| of(rng, now, "tccc.cdr").body.to_string().into()),
    ("a record without its id", |rng, now| {
        let mut push = of(rng, now, "tccc.cdr");
        push.body.remove("SessionId");
        wrapped(&push).into()
    }),
    ("a video record without its last brace", |rng, now| {
        let mut line = wrapped(&of(rng, now, "tccc.videoCdr"));
        line.pop();
        line.into()
    }),
    ("an incoming hangup without a comma", |rng, now| {
        of(rng, now, "sevenmoor.incomingHangup").body.to_string().replacen(",\"customer", "\"customer", 1).into()
    }),
    ("a comment above an agent status", |_, _| "// 通话状态".into()),
    ("a line that was cut off", |rng, now| {
        let mut line = wrapped(&of(rng, now, "tccc.cdr")).into_bytes();
        line.truncate(200);
        line
    }),
    ("bytes that are not UTF-8", |rng, now| {
        let mut line = wrapped(&of(rng, now, "tccc.imcdr")).into_bytes();
        line.iter_mut().filter(|byte| !byte.is_ascii()).take(1).for_each(|byte| *byte = 0xff);
        line
    }),
    ("a wrapper without a body", |_, now| format!(r#"{{"ts":{now},"query":"action=cdr&version=1"}}"#).into()),
    ("a proxy's error page", |_, _| "502 Bad Gateway".into()),
];

/// The wrappers, and how many of a hundred lines each has.
const WRAPPERS: &[Share<Wrap>] = &[
    Share(50, "query, body", |push, _| wrapped(push)),
    Share(12, "other keys before them", |push, now| {
        format!(r#"{{"ts":{now},"query":{},"body":{}}}"#, query(push), push.body)
    }),
    Share(10, "body, query", |push, _| format!(r#"{{"body":{},"query":{}}}"#, push.body, query(push))),
    Share(10, "the body as text", |push, _| {
        format!(r#"{{"query":{},"body":{}}}"#, query(push), json(push.body.to_string()))
    }),
    Share(8, "& escaped, as Go writes it", |push, _| {
        format!(r#"{{"query":{},"body":{}}}"#, query(push).replace('&', "\\u0026"), push.body)
    }),
    Share(10, "other keys around them", |push, now| {
        let (query, body) = (query(push), &push.body);
        format!(
            r#"{{"id":"{now}-1", "headers":{{"x-tags":["a","}}"]}}, "body":{body}, "query":{query}, "meta":{{"ts":{now}}}}}"#
        )
    }),
];
/// Of the bodies that need no query, one in so many has no wrapper.
const BARE: u32 = 2;
/// Of these, one in so many begins with a byte-order mark, as in concatenated files.
const BYTE_ORDER_MARK: u32 = 100;
/// One push in so many comes up to three times more, because vendors repeat a push that gets no reply.
const REPEATED: u32 = 100;
/// One push in so many comes late.
const LATE: u32 = 50;
/// How many lines late it is at most.
const LATEST: u64 = 5000;
/// One line in so many ends with CR LF, one in so many is followed by a blank line.
const CRLF: u32 = 50;
const BLANK: u32 = 500;

pub fn run(options: &Generate) -> Result<()> {
    output::files([options.output.as_deref(), options.expect.as_deref()])?;
    let mut out = match options.output.as_deref() {
        Some(path) if !options.list && path != Path::new(STDIN) => Output::create(path)?,
        _ => Output::stdout(),
    };
    if options.list {
        write!(out, "{}", list())?;
        return out.finish();
    }
    let expect = options.expect.as_deref().map(Output::create).transpose()?;
    let mut expected = Expected::default();
    let mut generator = Generator::new(options.seed);
    for number in 0..options.lines {
        let line = generator.line(number);
        expected.add(&line);
        out.write_all(&line.text)?;
        let end: &[u8] = if generator.one_in(CRLF) { b"\r\n" } else { b"\n" };
        out.write_all(end)?;
        if generator.one_in(BLANK) {
            out.write_all(b"\n")?;
        }
    }
    out.finish()?;
    if let Some(mut out) = expect {
        serde_json::to_writer_pretty(&mut out, &expected)?;
        writeln!(out)?;
        out.finish()?;
    }
    Ok(())
}

/// A line, and the push in it; `None` if it is bad.
struct Line {
    text: Vec<u8>,
    push: Option<Push>,
}

struct Generator {
    rng: Rng,
    now: u64,
    /// Lines that come later: by when, then in the order in which they were made.
    later: BTreeMap<(u64, u64), Rc<Line>>,
    /// How many lines were to come later.
    postponed: u64,
}

impl Generator {
    fn new(seed: u64) -> Self {
        Self { rng: Rng::with_seed(seed), now: START, later: BTreeMap::new(), postponed: 0 }
    }

    fn one_in(&mut self, chances: u32) -> bool {
        self.rng.u32(0..chances) == 0
    }

    fn line(&mut self, number: u64) -> Rc<Line> {
        if let Some(line) = self.later.first_entry()
            && line.key().0 <= number
        {
            return line.remove();
        }
        loop {
            self.now += self.rng.u64(0..8);
            let line = Rc::new(self.new_line(number));
            if line.push.is_some() && self.one_in(REPEATED) {
                for _ in 0..self.rng.u32(1..=3) {
                    self.later(number, &line);
                }
            }
            if !self.one_in(LATE) {
                return line;
            }
            self.later(number, &line);
        }
    }

    fn later(&mut self, number: u64, line: &Rc<Line>) {
        let due = number + self.rng.u64(1..LATEST);
        self.postponed += 1;
        self.later.insert((due, self.postponed), line.clone());
    }

    fn new_line(&mut self, number: u64) -> Line {
        if self.one_in(BAD) {
            let (_, bad) = BAD_LINES[self.rng.usize(0..BAD_LINES.len())];
            return Line { text: bad(&mut self.rng, self.now), push: None };
        }
        let mut push = events::any(&mut self.rng, self.now);
        quirks::apply(&mut push, &mut self.rng);
        let needs_query = push.query.as_deref().is_some_and(|query| query.contains("action="));
        let text = if needs_query || !self.one_in(BARE) {
            pick_by_share(&mut self.rng, WRAPPERS)(&push, self.now)
        } else if number > 0 && self.one_in(BYTE_ORDER_MARK) {
            // At the start of the file, the mark would not count as part of the body.
            push.findings.push(("byte-order-mark", "(body)"));
            format!("\u{feff}{}", push.body)
        } else {
            push.body.to_string()
        };
        Line { text: text.into(), push: Some(push) }
    }
}

/// A push of an event.
fn of(rng: &mut Rng, now: u64, event: &str) -> Push {
    loop {
        let push = events::any(rng, now);
        if push.event == event {
            return push;
        }
    }
}

fn wrapped(push: &Push) -> String {
    format!(r#"{{"query":{},"body":{}}}"#, query(push), push.body)
}

fn masked(rng: &mut Rng, now: u64, mask: &str) -> Vec<u8> {
    let mut push = of(rng, now, "tccc.cdr");
    push.body.set_json("SdkAppId", mask);
    wrapped(&push).into()
}

fn query(push: &Push) -> String {
    json(push.query.as_deref().unwrap_or_default())
}

/// The totals that a report must give, under the names that `archive report --json` has.
#[derive(Debug, Default, Serialize)]
struct Expected {
    pushes: u64,
    bad: u64,
    adjusted: u64,
    events: BTreeMap<&'static str, u64>,
    calls: Totals,
    outcomes: BTreeMap<&'static str, u64>,
    days: BTreeMap<String, Totals>,
    agents: BTreeMap<String, Totals>,
    queues: BTreeMap<String, Totals>,
    findings: BTreeMap<&'static str, u64>,
    /// The findings of `archive check`: code, event and path.
    paths: BTreeMap<String, u64>,
}

#[derive(Debug, Default, Serialize)]
struct Totals {
    calls: u64,
    answered: u64,
    talk_seconds: u64,
    wait_seconds: u64,
}

impl Expected {
    fn add(&mut self, line: &Line) {
        let Some(push) = &line.push else {
            self.bad += 1;
            return;
        };
        self.pushes += 1;
        self.adjusted += u64::from(!push.findings.is_empty());
        *self.events.entry(push.event).or_default() += 1;
        for (code, path) in &push.findings {
            *self.findings.entry(code).or_default() += 1;
            *self.paths.entry(format!("{code} {} {path}", push.event)).or_default() += 1;
        }
        let Some(call) = &push.call else { return };
        *self.outcomes.entry(if call.answered { "answered" } else { call.outcome }).or_default() += 1;
        self.calls.add(call);
        self.days.entry(call.day.to_string()).or_default().add(call);
        if let Some(agent) = &call.agent {
            self.agents.entry(agent.clone()).or_default().add(call);
        }
        if let Some(queue) = &call.queue {
            self.queues.entry(queue.clone()).or_default().add(call);
        }
    }
}

impl Totals {
    fn add(&mut self, call: &Call) {
        self.calls += 1;
        self.answered += u64::from(call.answered);
        self.talk_seconds += call.talk;
        self.wait_seconds += call.wait;
    }
}

/// What an archive contains and how often, for `--list`.
fn list() -> String {
    let quirks = quirks::ALL.iter().map(|quirk| {
        let findings: Vec<String> = quirk.findings.iter().map(|(code, path)| format!("{code} {path}")).collect();
        let of = quirk.of.to_lowercase().replace('_', " ");
        [quirk.what.to_owned(), of, quirk.one_in.to_string(), findings.join(", ")]
    });
    let lines = [
        ("a push that comes late", LATE),
        ("a push that comes up to three times more", REPEATED),
        ("a body without a wrapper, of those that need no query", BARE),
        ("a byte-order mark before such a body", BYTE_ORDER_MARK),
        ("CR LF at the end", CRLF),
        ("a blank line after it", BLANK),
        ("a bad line", BAD),
    ]
    .map(|(what, one_in)| [what.to_owned(), one_in.to_string()]);
    let events = EVENTS.iter().map(|Share(share, what, _)| [(*what).to_owned(), share.to_string()]);
    let wrappers = WRAPPERS.iter().map(|Share(share, what, _)| [(*what).to_owned(), share.to_string()]);
    let bad_lines = BAD_LINES.iter().map(|(what, _)| [(*what).to_owned()]);
    let quirks = Table::new(4, ["What", "of", "one in", "finding"], quirks);
    let events = Table::new(1, ["Pushes", "of a thousand"], events);
    let lines = Table::new(2, ["Lines", "one in"], lines);
    let wrappers = Table::new(1, ["Wrappers", "of a hundred"], wrappers);
    let bad_lines = Table::new(1, ["Bad lines, all equally frequent"], bad_lines);
    format!("{quirks}\n{events}\n{lines}\n{wrappers}\n{bad_lines}")
}
