//! What accompanies the reading of one body: where it is, what was adjusted, and what failed.

use serde_json::Value;

use super::about::{About, Fit, Forms};
use super::keys::Keys;
use crate::error::{Error, excerpt};
use crate::extra::Extra;
use crate::json::{self, HUGE_NUMBER, MAX_DEPTH, ValueRef};
use crate::report::{Code, Finding, Path, Report};

/// What accompanies the reading of one body; by default without a report.
#[derive(Default)]
pub struct Context {
    /// Whether this is a reading with a report.
    pub is_reporting: bool,
    /// The findings, each with the place of its value in the body.
    pub findings: Vec<(u32, Finding)>,
    /// The identities that failed, each with its field.
    failures: Vec<(u32, Error)>,
    /// The places of the objects around the one that is being read. Kept only for a report.
    around: Vec<Place>,
    /// The place of the value that is being read.
    pub here: Place,
    /// How many arrays and objects are around the value that is being read.
    pub depth: u32,
    /// While JSON text within the body is read, the place that its findings have in the body.
    embedded_at: Option<u32>,
    /// The items of the list that was read last that could not be read.
    pub leftovers: Vec<Value>,
    /// Whether instants outside the years 2000 to 2099 are read too.
    pub any_year: bool,
}

/// A function that reads a value.
pub type Reader<'f> = dyn FnMut(ValueRef<'_>, &mut Context) -> Fit + 'f;

/// In place of a field, while undocumented keys are reported.
pub const UNDOCUMENTED: u8 = u8::MAX;

/// Those of an object without fields.
impl Default for &'static Keys {
    fn default() -> Self {
        keys!([] [] [])
    }
}

impl Context {
    /// For a reading with a report.
    pub fn reporting() -> Self {
        Self { is_reporting: true, ..Self::default() }
    }

    /// The report, in the order of the body.
    pub fn into_report(self) -> Report {
        in_order(self.findings).into_iter().map(|(_, finding)| finding).collect()
    }

    /// Why the body cannot be read, if it cannot: the failure of the first field, with the paths of all.
    pub fn take_failure(&mut self) -> Option<Error> {
        if self.failures.is_empty() {
            return None;
        }
        let mut failures = in_order(std::mem::take(&mut self.failures)).into_iter().map(|(_, error)| error);
        let mut first = failures.next()?;
        failures.for_each(|error| first.add(&error));
        Some(first)
    }

    // ---- where the reading is ----

    /// Enters an object; returns what [`leave`](Self::leave) needs to leave it.
    pub fn enter(&mut self, keys: &'static Keys) -> Place {
        let around = self.here;
        if self.is_reporting && self.depth > 0 {
            self.around.push(around);
        }
        self.depth += 1;
        self.here = Place { keys, field: 0, item: None };
        around
    }

    /// Leaves an object.
    pub fn leave(&mut self, around: Place) {
        self.depth -= 1;
        self.around.pop();
        self.here = around;
    }

    /// The documented key of the field that is being read; empty for an undocumented one.
    pub fn key(&self) -> &'static str {
        self.here.keys.name(self.here.field)
    }

    /// The path of the field that is being read; it ends in a dot if that is an undocumented key.
    fn path(&self) -> String {
        /// The steps of a path that are shown at its beginning and end: payloads may nest in themselves.
        const SHOWN: (usize, usize) = (16, 8);
        let steps = self.around.len();
        let cut = SHOWN.0..steps.saturating_sub(SHOWN.1);
        let is_shown = |i: usize| i == cut.start || !cut.contains(&i);
        let mut path = String::with_capacity(self.key().len() + 24 * steps.min(SHOWN.0 + SHOWN.1) + 8);
        let places = self.around.iter().chain([&self.here]).enumerate().filter(|(i, _)| is_shown(*i));
        for (i, Place { keys, field, item, .. }) in places {
            if !path.is_empty() {
                path.push('.');
            }
            if cut.contains(&i) {
                path.push('…');
                continue;
            }
            path.push_str(keys.name(*field));
            if let Some(item) = item {
                path.push('[');
                path.push_str(&item.to_string());
                path.push(']');
            }
        }
        path
    }

    /// The path of a value: of the field that is being read, or of the value's own key.
    fn path_of(&self, value: ValueRef<'_>) -> Path {
        match self.here.field {
            UNDOCUMENTED => Path::undocumented(self.path(), value.key()),
            _ => Path::documented(self.path()),
        }
    }

    // ---- what was adjusted ----

    fn push(&mut self, code: Code, expected: &'static str, value: ValueRef<'_>, add: impl FnOnce(Finding) -> Finding) {
        if self.is_reporting {
            let place = self.embedded_at.unwrap_or(value.index);
            let finding = Finding::new(self.path_of(value), code, expected, value.json_type());
            self.findings.push((place, add(finding)));
        }
    }

    /// Reports an adjustment of the value that is being read.
    #[cold]
    #[inline(never)]
    pub fn note(&mut self, code: Code, expected: &'static str, value: ValueRef<'_>) {
        if self.is_reporting {
            // Adjustments are counted only in a value that is kept whole; in one that is read, each has its own finding.
            let is_kept = matches!(code, Code::UnknownKey | Code::UnreadableValue | Code::DuplicateKey);
            let inside = if is_kept && value.is_container() { value.count_adjustments() } else { 0 };
            self.note_with(code, expected, value, inside);
        }
    }

    /// Reports an adjustment of a value with that many adjustments inside.
    pub fn note_with(&mut self, code: Code, expected: &'static str, value: ValueRef<'_>, inside: usize) {
        let keeps_value = match code {
            Code::DuplicateKey | Code::UnreadableValue => true,
            Code::UnknownKey | Code::EmptyItem | Code::LoneSurrogate | Code::ControlCharacter => false,
            _ => !value.is_container(),
        };
        self.push(code, expected, value, |finding| {
            let finding = finding.with_inside(inside);
            if keeps_value { finding.with_value(value.to_json()) } else { finding }
        });
    }

    /// Reports the spelling of the key of a field that was read.
    pub fn note_spelling(&mut self, value: ValueRef<'_>) {
        self.push(Code::KeySpelling, self.key(), value, |finding| finding.with_spelling(value.key()));
    }

    /// Reports what had to be adjusted in a value that is kept as it is: one finding for each kind of adjustment.
    pub fn note_kept(&mut self, value: ValueRef<'_>) {
        if !value.is_container() {
            self.note_scalar(value);
        } else if self.is_reporting {
            for (count, (code, expected)) in value.adjustments() {
                if count > 0 {
                    self.push(code, expected, value, |finding| finding.with_inside(count));
                }
            }
        }
    }

    /// Keeps an object whole, and reports what had to be adjusted inside.
    pub fn keep(&mut self, object: ValueRef<'_>) -> Extra {
        self.note_kept(object);
        object.to_entries(&mut object.values()).into_iter().collect()
    }

    /// Reports what had to be done to a scalar that was read as text or kept.
    #[inline(never)]
    pub fn note_scalar(&mut self, value: ValueRef<'_>) {
        self.note_repairs(value);
        if self.is_reporting && value.is_huge() {
            self.note(HUGE_NUMBER.0, HUGE_NUMBER.1, value);
        }
    }

    /// Reports what was repaired in a string.
    pub fn note_repairs(&mut self, value: ValueRef<'_>) {
        for (code, expected) in value.repairs() {
            self.note(code, expected, value);
        }
    }

    /// Settles what a codec made of a value: reports it, and says whether the field has a value, has none, or could not
    /// be read. So what is settled is `Read`, `Absent`, `Unreadable`, `Partial` or `NoItems`.
    #[inline(never)]
    pub fn settle(&mut self, fit: Fit, value: ValueRef<'_>, about: &About) -> Fit {
        let is_documented = about.forms.has(value.json_type());
        let fit = if fit == Fit::Unreadable && value.is_absent() { Fit::Absent } else { fit };
        let code = match fit {
            Fit::Unreadable => Some(Code::UnreadableValue),
            Fit::Adjusted(Code::HugeNumber) => None,
            // `coerced-type` says that it was text, so the blanks around it need no finding of their own.
            Fit::Adjusted(Code::SurroundingBlanks) | Fit::AbsentAdjusted(Code::SurroundingBlanks) if !is_documented => {
                Some(Code::CoercedType)
            }
            Fit::Absent | Fit::AbsentAdjusted(_) if self.here.item.is_some() => Some(Code::EmptyItem),
            Fit::Adjusted(code) | Fit::AbsentAdjusted(code) => Some(code),
            Fit::Read | Fit::Absent | Fit::Partial | Fit::NoItems => (!is_documented).then_some(Code::CoercedType),
        };
        match code {
            // An object or array became text.
            Some(Code::CoercedType) if about.forms == Forms::STRING && value.is_container() => {
                self.note_with(Code::CoercedType, about.expected, value, value.count_adjustments());
            }
            Some(code) => self.note(code, about.expected, value),
            None => {}
        }
        match fit {
            Fit::Unreadable | Fit::Adjusted(Code::HugeNumber | Code::UnknownWord) => self.note_scalar(value),
            _ => self.note_repairs(value),
        }
        match fit {
            Fit::Adjusted(_) => Fit::Read,
            Fit::AbsentAdjusted(_) => Fit::Absent,
            settled => settled,
        }
    }

    // ---- what failed ----

    /// Notes that an identity is missing, so that the body cannot be read.
    #[cold]
    pub fn missing(&mut self, expected: &'static str) {
        let path = self.path();
        self.failures.push((self.here.field.into(), Error::Missing { path, expected, also: Vec::new() }));
    }

    /// Notes that an identity cannot be read, and therefore the body cannot either.
    #[cold]
    pub fn unreadable(&mut self, expected: &'static str, value: ValueRef<'_>) {
        let path = self.path();
        let shown =
            (!value.is_container()).then(|| value.as_str().map_or_else(|| excerpt(&value.to_json_text()), excerpt));
        let error = Error::Unreadable { path, expected, found: value.json_type(), value: shown, also: Vec::new() };
        self.failures.push((self.here.field.into(), error));
    }

    /// Notes that a value means that the body is of another kind than the one that is being read.
    #[cold]
    pub fn other_callback(&mut self, expected: &'static str, found: &str) {
        let path = self.path();
        self.failures.push((self.here.field.into(), Error::OtherCallback { path, expected, value: excerpt(found) }));
    }

    // ---- objects in another form, and JSON in a text ----

    /// Reads an object: alone, in a list of one, or as JSON text; anything else is unreadable.
    #[cold]
    pub fn read_wrapped(&mut self, value: ValueRef<'_>, read: &mut Reader<'_>) -> Fit {
        match value.only_item() {
            Some(object) if object.is_object() => read(object, self),
            _ => self.read_embedded(value, '{', read),
        }
    }

    /// Reads an object, or a text that is JSON as a whole and begins with the given bracket; anything else is unreadable.
    /// One level only.
    #[cold]
    pub fn read_embedded(&mut self, value: ValueRef<'_>, bracket: char, read: &mut Reader<'_>) -> Fit {
        if bracket == '{' && value.is_object() {
            return read(value, self);
        }
        let text = value.as_str().filter(|text| text.trim_start().starts_with(bracket));
        let Some(text) = text.filter(|_| self.embedded_at.is_none() && self.here.item.is_none()) else {
            return Fit::Unreadable;
        };
        let room = MAX_DEPTH.saturating_sub(self.depth);
        let mut fit = Fit::Unreadable;
        _ = json::read(text, &mut |root| {
            if root.depth() > room {
                return;
            }
            // After the finding that the value is JSON text, and before those for what follows: the next node is a key,
            // so no other value has this index.
            self.embedded_at = Some(value.index + 1);
            fit = read(root, self);
            self.embedded_at = None;
        });
        fit
    }
}

/// Brings items into the order of their places; of those with the same place, the earlier one stays first. Only numbers
/// are sorted, because each type's sorting is kilobytes of code.
fn in_order<T>(items: Vec<(u32, T)>) -> Vec<(u32, T)> {
    if items.is_sorted_by_key(|(place, _)| *place) {
        return items;
    }
    let mut places: Vec<(u32, u32)> = items.iter().zip(0..).map(|((place, _), i)| (*place, i)).collect();
    places.sort_unstable();
    let mut items: Vec<_> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|(_, i)| items.get_mut(i as usize)?.take()).collect()
}

/// A value's place.
#[derive(Clone, Copy, Default)]
pub struct Place {
    /// The keys of its object.
    pub keys: &'static Keys,
    /// Its field, by its index in `keys`, or [`UNDOCUMENTED`].
    pub field: u8,
    /// Its index in its list; `None` if it is not in a list.
    pub item: Option<u32>,
}
