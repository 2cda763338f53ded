//! Where the reading is, and what it bent.

use std::fmt::{self, Write as _};

use serde_json::Value;

use crate::error::Error;
use crate::report::{Code, Finding, JsonType, Report};

/// A step from an object to what lies in it.
#[derive(Debug)]
pub enum Step {
    /// A documented key.
    Key(&'static str),
    /// A key of somebody else.
    Name(String),
    /// An item of a list.
    Index(usize),
}

/// What accompanies a reading. [`Quiet`] only counts the depth; [`Recorder`] keeps a report.
pub trait Notes: Default {
    /// Whether anything is to be recorded at all: false compiles the recording away.
    const ON: bool;

    /// Goes into a field or item. `step` is only asked for where it is recorded.
    fn enter(&mut self, step: impl FnOnce() -> Step);
    /// Comes out again.
    fn leave(&mut self);
    /// How deep the reading is; the body itself is 0.
    fn depth(&self) -> usize;

    /// Records what was bent at a place below here.
    fn note(&mut self, at: At<'_>, code: Code, expected: &'static str, found: JsonType, more: More);

    /// Takes note of the JSON type of the value that is being read here.
    fn saw(&mut self, found: JsonType);

    /// The JSON type of the value that was read here last.
    fn last_seen(&self) -> JsonType;

    /// How much was recorded.
    fn count(&self) -> usize;

    /// Puts what was recorded last in the place of another record.
    fn put_last_at(&mut self, place: usize);

    /// Records the value that lost against a duplicate.
    fn duplicate(&mut self, key: &str, lost: Value) {
        self.note(At::key(key), Code::DuplicateKey, "one value", JsonType::of(&lost), More::Value(lost));
    }

    /// Where the identity's failures are kept.
    fn trouble(&mut self) -> &mut Trouble;
    /// The path of a field here.
    fn path(&self, at: At<'_>) -> String;
}

/// A place in the object that is being read.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    /// The key; `None` for the object itself.
    pub key: Option<&'a str>,
    /// The item of the list under the key.
    pub index: Option<usize>,
}

impl<'a> At<'a> {
    /// The object itself.
    pub const HERE: Self = Self { key: None, index: None };

    /// A field of the object.
    pub fn key(key: &'a str) -> Self {
        Self { key: Some(key), index: None }
    }
}

/// What a finding carries beside its place.
#[derive(Debug)]
pub enum More {
    /// Nothing.
    Nothing,
    /// A value that was not taken.
    Value(Value),
    /// The key as it came.
    Spelling(String),
}

/// Why a record has no identity. The first unmended failure counts.
#[derive(Debug, Default)]
pub struct Trouble(Vec<(&'static str, Error)>);

impl Trouble {
    /// An identity that could not be read.
    #[cold]
    pub fn set(&mut self, key: &'static str, error: Error) {
        self.forgive(key);
        self.0.push((key, error));
    }

    /// A value that says that the record is another one's: that counts before anything that the record lacks.
    #[cold]
    pub fn set_first(&mut self, key: &'static str, error: Error) {
        self.forgive(key);
        self.0.insert(0, (key, error));
    }

    /// The same key came again: what it had before is gone.
    pub fn forgive(&mut self, key: &'static str) {
        if !self.0.is_empty() {
            self.0.retain(|(failed, _)| *failed != key);
        }
    }

    /// The failure there is.
    pub fn first(&self) -> Option<&Error> {
        self.0.first().map(|(_, error)| error)
    }

    /// Takes it.
    pub fn take(&mut self) -> Option<Error> {
        std::mem::take(&mut self.0).into_iter().next().map(|(_, error)| error)
    }
}

/// No report.
#[derive(Debug, Default)]
pub struct Quiet {
    depth: usize,
    trouble: Trouble,
}

impl Notes for Quiet {
    const ON: bool = false;

    fn enter(&mut self, _: impl FnOnce() -> Step) {
        self.depth += 1;
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    fn depth(&self) -> usize {
        self.depth
    }

    fn note(&mut self, _: At<'_>, _: Code, _: &'static str, _: JsonType, _: More) {}

    fn saw(&mut self, _: JsonType) {}

    fn last_seen(&self) -> JsonType {
        JsonType::Null
    }

    fn count(&self) -> usize {
        0
    }

    fn put_last_at(&mut self, _: usize) {}

    fn trouble(&mut self) -> &mut Trouble {
        &mut self.trouble
    }

    /// The innermost key only: a quiet reading keeps no path. Identities stand at the root, where it is the whole.
    fn path(&self, at: At<'_>) -> String {
        at.key.unwrap_or_default().to_owned()
    }
}

/// A report.
#[derive(Debug, Default)]
pub struct Recorder {
    steps: Vec<Step>,
    /// The JSON type of the last value at each depth.
    seen: Vec<JsonType>,
    trouble: Trouble,
    pub(crate) report: Report,
}

impl Notes for Recorder {
    const ON: bool = true;

    fn enter(&mut self, step: impl FnOnce() -> Step) {
        self.steps.push(step());
    }

    fn leave(&mut self) {
        self.steps.pop();
    }

    fn depth(&self) -> usize {
        self.steps.len()
    }

    fn note(&mut self, at: At<'_>, code: Code, expected: &'static str, found: JsonType, more: More) {
        let finding = Finding::new(self.path(at), code, expected, found);
        self.report.push(match more {
            More::Nothing => finding,
            More::Value(value) => finding.with_value(value),
            More::Spelling(spelling) => finding.with_spelling(spelling),
        });
    }

    fn saw(&mut self, found: JsonType) {
        self.seen.resize(self.seen.len().max(self.steps.len() + 1), JsonType::Null);
        self.seen[self.steps.len()] = found;
    }

    fn last_seen(&self) -> JsonType {
        self.seen.get(self.steps.len()).copied().unwrap_or(JsonType::Null)
    }

    fn count(&self) -> usize {
        self.report.len()
    }

    fn put_last_at(&mut self, place: usize) {
        self.report.put_last_at(place);
    }

    fn trouble(&mut self) -> &mut Trouble {
        &mut self.trouble
    }

    fn path(&self, at: At<'_>) -> String {
        Path { steps: &self.steps, at }.to_string()
    }
}

/// A key as a path shows it.
pub fn shown(key: &str) -> &str {
    if key.is_empty() { "\"\"" } else { key }
}

/// Prints `ServeParticipants[1].StartTimestamp`.
struct Path<'a> {
    steps: &'a [Step],
    at: At<'a>,
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        let mut key = |f: &mut fmt::Formatter<'_>, key: &str| {
            if !std::mem::take(&mut first) {
                f.write_char('.')?;
            }
            f.write_str(shown(key))
        };
        for step in self.steps {
            match step {
                Step::Key(name) => key(f, name)?,
                Step::Name(name) => key(f, name)?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        if let Some(name) = self.at.key {
            key(f, name)?;
        }
        match self.at.index {
            Some(index) => write!(f, "[{index}]"),
            None => Ok(()),
        }
    }
}
