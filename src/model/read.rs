//! From a document's objects to structs: one loop for all objects, one for all lists.

use super::about::{About, Fit, Forms, Settling};
use super::codec::Object;
use super::context::{Context, Reader, UNDOCUMENTED};
use super::keys::{Keys, MAX_FIELDS, Spelling};
use super::write::Record;
use crate::json::{self, MAX_DEPTH, ValueRef};
use crate::report::Code;

/// Not inlined, because the loop rarely needs it.
#[cold]
#[inline(never)]
fn push_rare(list: &mut Vec<(u32, u32)>, item: (u32, u32)) {
    list.push(item);
}

/// Where the values of an object's fields are.
struct Found {
    /// The index of each field's first value; 0, which is never the index of a field's value, if it has none.
    first: [u32; MAX_FIELDS],
    /// The field and index of each further value, and of those of undocumented keys.
    further: Vec<(u32, u32)>,
    /// Whether each key is spelled as documented.
    all_exact: bool,
}

impl Found {
    /// Matches each key to its field. Not inlined, so that its loop can use all registers.
    #[inline(never)]
    fn match_keys(&mut self, keys: &Keys, object: ValueRef<'_>) {
        let mut guess = 0;
        for (key, value) in object.entries() {
            let Some((spelling, field)) = keys.find_after(guess, key) else {
                push_rare(&mut self.further, (UNDOCUMENTED.into(), value.index));
                continue;
            };
            if spelling != Spelling::Exact {
                self.all_exact = false;
            }
            guess = field + 1;
            match self.first.get_mut(usize::from(field)) {
                Some(first @ 0) => *first = value.index,
                _ => push_rare(&mut self.further, (field.into(), value.index)),
            }
        }
        // Puts the values of a field together, in the body's order.
        self.further.sort_unstable();
    }

    /// The further values of a field, in the body's order.
    fn further_of(&self, field: u8) -> &[(u32, u32)] {
        let field = u32::from(field);
        let start = self.further.partition_point(|(other, _)| *other < field);
        let end = self.further.partition_point(|(other, _)| *other <= field);
        self.further.get(start..end).unwrap_or_default()
    }
}

/// Reads an object's entries into a struct.
///
/// In a first pass each key is matched to its field, which remembers where its first value is. In a second pass the
/// fields with a value are read, in the struct's order. So only among duplicates a reading is undone, and a tag is read
/// before what depends on it. An identity that is missing or unreadable makes the body unreadable: only a body has
/// identities. Returns whether the object has a value.
pub fn read_object(keys: &'static Keys, target: &mut dyn Object, object: ValueRef<'_>, cx: &mut Context) -> bool {
    let mut found = Found { first: [0; MAX_FIELDS], further: Vec::new(), all_exact: true };
    found.match_keys(keys, object);
    let place = cx.enter(keys);
    let unknown = if found.further.is_empty() { &[] } else { found.further_of(UNDOCUMENTED) };
    let mut has_value = !unknown.is_empty();
    let is_silent = !cx.is_reporting;
    let is_usual = unknown.len() == found.further.len() && (is_silent || found.all_exact);
    let skips_empty = target.skips_empty();
    // A `for` loop takes 1 % more instructions in all.
    let mut next = 0;
    while let Some(&index) = found.first.get(..keys.len()).and_then(|first| first.get(usize::from(next))) {
        let field = next;
        next += 1;
        if index == 0 {
            continue;
        }
        cx.here.field = field;
        let value = object.at(index);
        let (fit, value) = if !is_usual {
            read_carefully(target, value, &found, cx)
        } else if value.is_null_or_empty() && skips_empty && (is_silent || keys.has_form(field, value)) {
            // Vendors write many fields that have no value. Only a report looks at the type of such a value.
            (Fit::Absent, value)
        } else {
            (read_field(target, value, cx), value)
        };
        match fit {
            Fit::Read => has_value = true,
            Fit::Absent if field >= keys.identities_end => {}
            _ => {
                // What is kept is a value, too.
                has_value |= fit != Fit::Absent;
                keep_field(target, value, fit, cx);
            }
        }
    }
    if !unknown.is_empty() {
        keep_unknown(target, unknown, object, cx);
    }
    // Of the fields up to the last identity, only an identity may not be absent.
    for field in 0..keys.identities_end {
        if found.first.get(usize::from(field)) == Some(&0) {
            cx.here.field = field;
            keep_field(target, object, Fit::Absent, cx);
        }
    }
    cx.leave(place);
    has_value
}

/// Reads the value of a field and settles what became of it.
#[inline(always)]
fn read_field(target: &mut dyn Object, value: ValueRef<'_>, cx: &mut Context) -> Fit {
    match target.read_field(cx.here.field, value, cx) {
        fit @ (Fit::Read | Fit::Absent) if !cx.is_reporting => fit,
        // Most need nothing.
        Fit::Read if value.needs_no_report() && cx.here.keys.has_form(cx.here.field, value) => Fit::Read,
        fit => settle_field(target, fit, value, cx),
    }
}

/// Settles what a field made of its value.
#[inline(never)]
fn settle_field(target: &mut dyn Object, mut fit: Fit, value: ValueRef<'_>, cx: &mut Context) -> Fit {
    let (Settling::Value(about) | Settling::Identity(about)) = cx.here.keys.settling(cx.here.field) else { return fit };
    // An object may come in a list of one, or as JSON text.
    if about.is_object && fit == Fit::Unreadable && !value.is_object() {
        let read = &mut |object: ValueRef<'_>, cx: &mut Context| target.read_field(cx.here.field, object, cx);
        fit = match cx.read_wrapped(value, read) {
            Fit::Read => Fit::Adjusted(Code::CoercedType),
            fit => fit,
        };
    }
    cx.settle(fit, value, about)
}

/// Reads a field that may have several values, or a key that a report mentions; returns the value that counts.
#[inline(never)]
fn read_carefully<'d>(
    target: &mut dyn Object,
    value: ValueRef<'d>,
    found: &Found,
    cx: &mut Context,
) -> (Fit, ValueRef<'d>) {
    let (fit, value) = match found.further_of(cx.here.field) {
        [] => (read_field(target, value, cx), value),
        further => read_repeated(target, value, further, cx),
    };
    if !found.all_exact && cx.is_reporting && !matches!(cx.here.keys.find(value.key()), Some((Spelling::Exact, _))) {
        cx.note_spelling(value);
    }
    (fit, value)
}

/// Chooses among several values of a field and reads that one: an exact key comes before another letter case, and that
/// before an alias; of equal ones, the last that can be read and says something. To try a value costs little: an object
/// or a scalar is refused by its type, before anything in it is read, and so is each item of a list that is refused.
/// Only the one that is kept may be read twice. (No object within a body has identities, and none that nests in itself
/// can be empty: otherwise a chain of them would be read twice at each level.)
#[cold]
#[inline(never)]
fn read_repeated<'d>(
    target: &mut dyn Object,
    first: ValueRef<'d>,
    further: &[(u32, u32)],
    cx: &mut Context,
) -> (Fit, ValueRef<'d>) {
    let all = std::iter::once(first).chain(further.iter().map(|&(_, index)| first.at(index)));
    // Each key is one of the field's.
    let rank = |value: ValueRef<'_>| Some((cx.here.keys.find(value.key())?.0 as u32, value.index));
    let mut ranks: Vec<_> = all.filter_map(rank).collect();
    ranks.sort_unstable();
    let candidates = || ranks.iter().rev().map(|&(_, index)| first.at(index));
    // A list without items has no value, whatever it was: `[{}]`, for instance.
    let is_list = matches!(cx.here.keys.settling(cx.here.field), Settling::List);
    let mut unreadable = None;
    let winner = candidates().filter(|value| !value.is_absent()).find_map(|value| {
        let before = cx.findings.len();
        let fit = read_field(target, value, cx);
        let says_nothing = value.says_nothing();
        let is_unreadable = matches!(fit, Fit::Unreadable | Fit::NoItems);
        if is_unreadable && !says_nothing {
            unreadable = unreadable.or(Some(value));
        }
        let is_refused = is_unreadable || fit == Fit::Absent && (is_list || says_nothing);
        if is_refused {
            // What was found in a value that is refused does not count.
            cx.findings.truncate(before);
        }
        (!is_refused).then_some((value, fit))
    });
    let (winner, fit) = winner.unwrap_or_else(|| {
        // None can be read: takes the first that has something to keep, or else to report, or else the first.
        let kept = unreadable.or_else(|| candidates().find(|value| !value.is_absent()));
        let kept = kept.or_else(|| candidates().next()).unwrap_or(first);
        (kept, read_field(target, kept, cx))
    });
    for lost in candidates().filter(|value| value.index != winner.index) {
        cx.note(Code::DuplicateKey, "one value", lost);
        cx.note_repairs(lost);
    }
    (fit, winner)
}

/// Settles a field that took no value: one that is absent, or belongs in `extra`.
#[cold]
#[inline(never)]
fn keep_field(target: &mut dyn Object, value: ValueRef<'_>, fit: Fit, cx: &mut Context) {
    match (fit, cx.here.keys.settling(cx.here.field)) {
        (Fit::Absent, Settling::Identity(about)) => cx.missing(about.expected),
        (Fit::Absent, _) => {}
        (_, Settling::Identity(about)) => cx.unreadable(about.expected, value),
        _ => {
            let is_partial = matches!(fit, Fit::Partial | Fit::NoItems);
            let kept = if is_partial { std::mem::take(&mut cx.leftovers).into() } else { value.to_json() };
            target.extra_mut().insert(cx.key(), kept);
        }
    }
}

/// Keeps the values of undocumented keys, of equal keys the one that counts.
#[cold]
#[inline(never)]
fn keep_unknown(target: &mut dyn Object, unknown: &[(u32, u32)], object: ValueRef<'_>, cx: &mut Context) {
    let values = || unknown.iter().map(|&(_, index)| object.at(index));
    report_unknown(object, &mut values(), cx);
    // `extend` takes the last of equal keys.
    target.extra_mut().extend(object.to_entries(&mut values()));
}

/// Reports each undocumented key once; the further values of a key have lost.
pub fn report_unknown<'d>(object: ValueRef<'d>, values: &mut dyn Iterator<Item = ValueRef<'d>>, cx: &mut Context) {
    if !cx.is_reporting {
        return;
    }
    cx.here.field = UNDOCUMENTED;
    let mut values = object.sorted(values).peekable();
    while let Some(value) = values.next() {
        let is_lost = values.peek().is_some_and(|next| next.key() == value.key());
        let (code, expected) = if is_lost { (Code::DuplicateKey, "one value") } else { (Code::UnknownKey, "nothing") };
        cx.note(code, expected, value);
        for (code, expected) in value.at(value.index.saturating_sub(1)).repairs() {
            cx.note(code, expected, value);
        }
        // A number that lost is not kept as text.
        if is_lost { cx.note_repairs(value) } else { cx.note_scalar(value) }
    }
}

/// Reads the items of a list, or a single value where a list belongs. `read` adds an item to it.
pub fn read_list(value: ValueRef<'_>, about: &About, cx: &mut Context, read: &mut Reader<'_>) -> Fit {
    let Some(items) = value.items() else { return read_lone(value, about, cx, read) };
    read_items(items, about, cx, read)
}

fn read_items<'d>(
    items: impl Iterator<Item = ValueRef<'d>>,
    about: &About,
    cx: &mut Context,
    read: &mut Reader<'_>,
) -> Fit {
    let mut whole = Fit::Absent;
    let mut leftovers = Vec::new();
    cx.depth += 1;
    for (number, item) in (0..).zip(items) {
        cx.here.item = Some(number);
        let fit = match read(item, cx) {
            Fit::Read if !cx.is_reporting => Fit::Read,
            fit => cx.settle(fit, item, about),
        };
        if fit == Fit::Unreadable {
            leftovers.push(item.to_json());
        }
        whole = match (whole, fit) {
            (whole, Fit::Absent) => whole,
            (Fit::Absent | Fit::NoItems, Fit::Unreadable) => Fit::NoItems,
            (Fit::Absent | Fit::Read, Fit::Read) => Fit::Read,
            _ => Fit::Partial,
        };
    }
    cx.here.item = None;
    cx.depth -= 1;
    cx.leftovers = leftovers;
    whole
}

/// Reads a value that is not a list where one belongs: a list as JSON text, an object with the indices for keys, or a
/// list of one.
#[cold]
#[inline(never)]
fn read_lone(value: ValueRef<'_>, of_items: &About, cx: &mut Context, read: &mut Reader<'_>) -> Fit {
    let about = About::new("list", of_items.alone);
    if value.is_absent() || value.is_object() && value.is_empty_container() {
        return cx.settle(Fit::Absent, value, &about);
    }
    let wanted = if of_items.is_object { Forms::OBJECT } else { Forms::STRING.or(Forms::NUMBER) };
    let list = if of_items.is_object && has_indices_for_keys(value) {
        read_items(value.values(), of_items, cx, read)
    } else {
        cx.read_embedded(value, '[', &mut |list, cx| match list.items() {
            Some(items) if items.clone().all(|item| wanted.has(item.json_type())) => {
                read_items(items, of_items, cx, read)
            }
            _ => Fit::Unreadable,
        })
    };
    if list != Fit::Unreadable {
        cx.note(Code::CoercedType, about.expected, value);
        cx.note_repairs(value);
        return list;
    }
    // In the list that is written, the value is one level deeper.
    cx.depth += 1;
    let fit = if cx.depth + value.depth() > MAX_DEPTH { Fit::Unreadable } else { read(value, cx) };
    cx.depth -= 1;
    // A single value may need two adjustments: to become a list, and its own.
    if matches!(fit, Fit::Adjusted(code) if code != Code::CoercedType) {
        if !about.forms.has(value.json_type()) {
            cx.note(Code::CoercedType, about.expected, value);
        }
        return cx.settle(fit, value, of_items);
    }
    cx.settle(fit, value, &about)
}

/// Whether a value is the JSON text of a list of nothing but absent values.
pub fn lists_nothing(value: ValueRef<'_>) -> bool {
    let mut is_absent = false;
    if let Some(text) = value.as_str().filter(|text| text.trim_start().starts_with('[')) {
        _ = json::read(text, &mut |list| is_absent = list.is_absent());
    }
    is_absent
}

/// Whether a value is an object whose keys are exactly 0 to n-1, in order, and whose values are objects.
fn has_indices_for_keys(value: ValueRef<'_>) -> bool {
    let is_next = |(i, (key, item)): (usize, (&str, ValueRef<'_>))| key == i.to_string() && item.is_object();
    value.is_object() && value.entries().enumerate().all(is_next)
}

/// Reads a payload that is the value of a field, where it will stay: it has hundreds of bytes. One of nothing but absent
/// values is empty.
pub fn read_nested<T: Object + Record + Default>(value: ValueRef<'_>, slot: &mut Option<T>, cx: &mut Context) -> Fit {
    if !value.is_object() {
        return Fit::Unreadable;
    }
    read_object(T::KEYS, slot.insert(T::default()), value, cx);
    Fit::Read
}

/// Reads a payload that is an item of a list, where it will stay. One of nothing but absent values is no item.
pub fn read_item<T: Object + Record + Default>(value: ValueRef<'_>, list: &mut Vec<T>, cx: &mut Context) -> Fit {
    if !value.is_object() {
        return Fit::Unreadable;
    }
    list.push(T::default());
    if list.last_mut().is_some_and(|item| read_object(T::KEYS, item, value, cx)) {
        return Fit::Read;
    }
    list.pop();
    Fit::Absent
}
