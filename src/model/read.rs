//! From a document's objects to structs: one loop for all objects, one way to read a value, a list, an identity.

use serde::Serializer;
use serde_json::Value;

use super::context::{Context, repair_code};
use super::keys::{Keys, MAX_FIELDS, Match};
use super::text::trim;
use super::write::{View, write_list};
use crate::extra::Extra;
use crate::json::ValueRef;
use crate::report::{Code, JsonType};

/// What became of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// The field has it.
    Read,
    /// The field has it, and a report says what was adjusted.
    Adjusted(Code),
    /// It says "no value".
    Absent,
    /// It says "no value", and a report says how.
    AbsentAdjusted(Code),
    /// It is not of the field's type, and belongs in `extra`.
    Unreadable,
    /// The items that the context has left over belong in `extra`.
    Partial,
}

/// What a report says of a type.
#[derive(Debug)]
pub struct About {
    /// What is documented there, in words.
    pub expected: &'static str,
    /// The JSON types that table or sample use. Another one is read too, and reported.
    pub forms: Forms,
    /// Those that they use for a single value where a list belongs.
    pub alone: Forms,
}

/// A set of JSON types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forms(u8);

impl Forms {
    pub const NONE: Self = Self(0);
    pub const STRING: Self = Self(1);
    pub const NUMBER: Self = Self(2);
    pub const BOOLEAN: Self = Self(4);
    pub const OBJECT: Self = Self(8);

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the set has a type. Null is in each.
    pub const fn has(self, found: JsonType) -> bool {
        let form = match found {
            JsonType::Null => return true,
            JsonType::String => Self::STRING,
            JsonType::Number => Self::NUMBER,
            JsonType::Boolean => Self::BOOLEAN,
            JsonType::Object => Self::OBJECT,
            JsonType::Array => return false,
        };
        self.0 & form.0 != 0
    }
}

/// Where a codec puts the value that it read.
pub enum Slot<'a, T> {
    One(&'a mut Option<T>),
    Item(&'a mut Vec<T>),
    Identity(&'a mut T),
}

impl<T> Slot<'_, T> {
    #[inline]
    pub fn put(self, value: T) -> Fit {
        match self {
            Self::One(place) => *place = Some(value),
            Self::Item(list) => list.push(value),
            Self::Identity(place) => *place = value,
        }
        Fit::Read
    }

    /// Puts the value there if there is one.
    #[inline]
    pub fn put_some(self, value: Option<T>) -> Fit {
        match value {
            Some(value) => self.put(value),
            None => Fit::Unreadable,
        }
    }

    /// Puts an empty value there, to be filled in place: a payload has hundreds of bytes.
    #[inline]
    fn put_default(&mut self) -> Option<&mut T>
    where
        T: Default,
    {
        match self {
            Self::One(place) => Some(place.insert(T::default())),
            Self::Item(list) => {
                list.push(T::default());
                list.last_mut()
            }
            Self::Identity(place) => Some(place),
        }
    }

    /// Takes back what was put there last.
    fn take_back(self) {
        match self {
            Self::One(place) => *place = None,
            Self::Item(list) => drop(list.pop()),
            Self::Identity(_) => {}
        }
    }
}

/// A vendor object while it is read, whichever it is: what `payload!` implements.
pub trait Object {
    /// Reads the value of a field.
    fn read_field(&mut self, field: u8, value: ValueRef<'_>, cx: &mut Context) -> Fit;
    fn extra_mut(&mut self) -> &mut Extra;
}

impl<T: Object> Object for Box<T> {
    fn read_field(&mut self, field: u8, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        T::read_field(self, field, value, cx)
    }

    fn extra_mut(&mut self) -> &mut Extra {
        T::extra_mut(self)
    }
}

/// What an object had in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Not one value.
    Nothing,
    Something,
    /// Not all that it cannot be read without.
    Incomplete,
}

/// Out of line, and with that out of the way of loops that hardly ever come here.
#[cold]
#[inline(never)]
fn push_rare<T>(list: &mut Vec<T>, item: T) {
    list.push(item);
}

/// Reads an object's entries into a struct.
///
/// First each key finds its field, which remembers the value that came first; then the fields that have one are read, in
/// the struct's order. So nothing that was read has to be undone, and a tag can stand before what it says.
pub fn read_object(keys: &'static Keys, target: &mut dyn Object, object: ValueRef<'_>, cx: &mut Context) -> Content {
    let place = cx.enter(keys);
    // Of each field that is in `present`, where its value is.
    let mut values = [0_u32; MAX_FIELDS];
    let mut present = 0_u128;
    let (mut repeated, mut unknown) = (Vec::new(), Vec::new());
    let mut all_exact = true;
    let mut guess = 0;
    for (key, value) in object.entries() {
        let field = match keys.find_after(guess, key) {
            Match::Exact(field) => field,
            Match::OtherCase(field) | Match::Alias(field) => {
                all_exact = false;
                field
            }
            Match::Unknown => {
                push_rare(&mut unknown, value.index());
                continue;
            }
        };
        guess = field + 1;
        let bit = 1 << (field % MAX_FIELDS as u8);
        if present & bit == 0 {
            present |= bit;
            values[usize::from(field) % MAX_FIELDS] = value.index();
        } else {
            push_rare(&mut repeated, (field, value.index()));
        }
    }
    // The values of a field together, in the body's order.
    repeated.sort_by_key(|(field, _)| *field);
    let missing = !present;
    let mut has_value = !unknown.is_empty();
    while present != 0 {
        let field = present.trailing_zeros() as u8;
        present &= present - 1;
        cx.set_field(field);
        let mut value = object.at(values[usize::from(field) % MAX_FIELDS]);
        let fit = if repeated.is_empty() {
            target.read_field(field, value, cx)
        } else {
            read_repeated(target, keys, &mut value, &repeated_of(&repeated, field), cx)
        };
        if !all_exact && cx.is_reporting() && !matches!(keys.find(value.key()), Match::Exact(_)) {
            cx.note_spelling(value);
        }
        match fit {
            Fit::Read => has_value = true,
            Fit::Absent if !keys.may_be_identity(field) => {}
            _ => {
                has_value |= fit != Fit::Absent;
                settle_field(target, keys, value, fit, cx);
            }
        }
    }
    if !unknown.is_empty() {
        keep_unknown(target, unknown, object, cx);
    }
    for (field, expected) in keys.identities() {
        if missing & 1 << field != 0 {
            cx.missing(field, expected);
        }
    }
    if !cx.leave(place) {
        Content::Incomplete
    } else if has_value {
        Content::Something
    } else {
        Content::Nothing
    }
}

/// The further values of a field.
fn repeated_of(repeated: &[(u8, u32)], field: u8) -> Vec<u32> {
    let from = repeated.partition_point(|(other, _)| *other < field);
    repeated.iter().skip(from).take_while(|(other, _)| *other == field).map(|(_, index)| *index).collect()
}

/// Reads the one of several values of a field that counts: the last that has a value and can be read, but of an exact
/// key before another letter case before an alias. An array or object is tried once, like a scalar: it is refused by
/// its type, before anything in it is read.
#[cold]
#[inline(never)]
fn read_repeated(
    target: &mut dyn Object,
    keys: &Keys,
    first: &mut ValueRef<'_>,
    further: &[u32],
    cx: &mut Context,
) -> Fit {
    let Some(field) = further.first().map(|_| cx.field()) else {
        return target.read_field(cx.field(), *first, cx);
    };
    let mut candidates: Vec<_> = std::iter::once(*first).chain(further.iter().map(|&index| first.at(index))).collect();
    candidates.sort_by_cached_key(|value| std::cmp::Reverse((keys.find(value.key()).rank(), value.index())));
    let says_nothing = |value: &ValueRef<'_>| value.is_absent();
    let mut winner = None;
    for value in candidates.iter().filter(|value| !says_nothing(value)) {
        let mark = cx.mark();
        match target.read_field(field, *value, cx) {
            Fit::Absent if value.is_empty_container() || value.as_str().is_some_and(|text| trim(text).is_empty()) => {
                cx.back_to(mark);
            }
            Fit::Unreadable => cx.back_to(mark),
            fit => {
                winner = Some((*value, fit));
                break;
            }
        }
    }
    let (winner, fit) = winner.unwrap_or_else(|| {
        // None can be read: the first in the order that has something to keep, or else the first.
        let kept =
            candidates.iter().find(|value| !says_nothing(value)).or(candidates.first()).copied().unwrap_or(*first);
        (kept, target.read_field(field, kept, cx))
    });
    for lost in candidates.iter().filter(|value| value.index() != winner.index()) {
        cx.note(Code::DuplicateKey, "one value", *lost);
    }
    *first = winner;
    fit
}

/// Deals with a value that its field does not have: one that is not there, or belongs in `extra`.
#[cold]
#[inline(never)]
fn settle_field(target: &mut dyn Object, keys: &Keys, value: ValueRef<'_>, fit: Fit, cx: &mut Context) {
    let field = cx.field();
    let identity = keys.identities().find(|(identity, _)| *identity == field);
    match (fit, identity) {
        (Fit::Absent, Some((_, expected))) => cx.missing(field, expected),
        (Fit::Absent, None) => {}
        (_, Some((_, expected))) => cx.unreadable(field, expected, value),
        (Fit::Partial, None) => {
            let items = std::mem::take(&mut cx.leftovers);
            target.extra_mut().insert(cx.key(), items);
        }
        (_, None) => drop(target.extra_mut().insert(cx.key(), value.to_json())),
    }
}

/// Keeps the values of undocumented keys.
#[cold]
#[inline(never)]
fn keep_unknown(target: &mut dyn Object, unknown: Vec<u32>, object: ValueRef<'_>, cx: &mut Context) {
    let mut values: Vec<_> = unknown.into_iter().map(|index| object.at(index)).collect();
    if cx.is_reporting() {
        report_unknown(values.iter().copied(), cx);
    }
    // Of equal keys, the last that has a value counts: `extend` takes the last.
    values.sort_by_key(|value| !value.is_absent());
    target.extra_mut().extend(values.iter().map(|value| (value.key().to_owned(), value.to_json())));
}

/// Reports undocumented keys, each once; further values of one lost.
pub fn report_unknown<'d>(values: impl Iterator<Item = ValueRef<'d>>, cx: &mut Context) {
    let mut values: Vec<_> = values.map(|value| (value.key(), !value.is_absent(), value.index(), value)).collect();
    values.sort_by(|left, right| (left.0, left.1, left.2).cmp(&(right.0, right.1, right.2)));
    for (i, &(key, _, _, value)) in values.iter().enumerate() {
        if values.get(i + 1).is_some_and(|(next, ..)| *next == key) {
            cx.note_unknown(Code::DuplicateKey, "one value", value);
            continue;
        }
        cx.note_unknown(Code::UnknownKey, "no such key", value);
        for repair in value.key_repairs() {
            cx.note_unknown(repair_code(repair).0, repair_code(repair).1, value);
        }
        cx.note_scalar(value, Context::note_unknown);
    }
}

/// How a type is read from the wire and written to it: what stands after `as` in a `payload!` table.
#[diagnostic::on_unimplemented(
    message = "a payload's field of type `{T}` cannot be read and written by `{Self}`",
    note = "a text names its kind: `as Id`, `Phone`, `Account`, `PersonName`, `Location`, `FreeText`, `Link`, `Address`, \
            `JsonText` or `Plain`; an instant or a duration its form: `as UnixSeconds`, `Seconds`, ..."
)]
pub trait Codec<T> {
    const ABOUT: About;
    /// Whether values are objects, so that room is not made for other items of a list.
    const IS_OBJECT: bool = false;

    /// Reads a value. `null`, `""` and the like are refused as unreadable, unless they say more than "no value".
    fn read(value: ValueRef<'_>, slot: Slot<'_, T>, cx: &mut Context) -> Fit;

    /// Writes a value in the documented form.
    fn write<S: Serializer>(value: &T, view: View, to: S) -> Result<S::Ok, S::Error>;
}

/// The type of a payload's field: one value, many, or an identity.
pub trait Field<C> {
    /// What belongs there, if it is an identity.
    const IDENTITY: Option<&'static str> = None;

    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit;
    /// Whether there is nothing to write.
    fn is_absent(&self) -> bool;
    /// Writes the field; a list with the items that `extra` has of it.
    fn write<S: Serializer>(&self, leftovers: Option<&Value>, view: View, to: S) -> Result<S::Ok, S::Error>;
}

impl<T, C: Codec<T>> Field<C> for Option<T> {
    #[inline]
    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        match C::read(value, Slot::One(self), cx) {
            fit @ (Fit::Read | Fit::Absent) if cx.is_silent(value, &C::ABOUT) => fit,
            fit => settle_option::<T, C>(self, fit, value, cx),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn write<S: Serializer>(&self, _: Option<&Value>, view: View, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => C::write(value, view, to),
            None => to.serialize_none(),
        }
    }
}

/// Settles what is not simply read: out of line, because each field of each payload comes here.
#[cold]
#[inline(never)]
fn settle_option<T, C: Codec<T>>(place: &mut Option<T>, fit: Fit, value: ValueRef<'_>, cx: &mut Context) -> Fit {
    let mut fit = fit;
    if fit == Fit::Unreadable && C::IS_OBJECT && value.as_str().is_some() {
        let read = &mut |value: ValueRef<'_>, cx: &mut Context| C::read(value, Slot::One(place), cx);
        fit = cx.read_embedded(value, '{', read).unwrap_or(fit);
    }
    cx.settle(fit, value, &C::ABOUT)
}

impl<T, C: Codec<T>> Field<C> for Vec<T> {
    #[inline(never)]
    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        self.reserve_exact(room(value, C::IS_OBJECT));
        read_list(value, &C::ABOUT, C::IS_OBJECT, cx, &mut |item, cx| C::read(item, Slot::Item(self), cx))
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn write<S: Serializer>(&self, leftovers: Option<&Value>, view: View, to: S) -> Result<S::Ok, S::Error> {
        write_list::<T, C, S>(self, leftovers, view, to)
    }
}

/// For how many items room is made at first: for those that a list will hold, and no more than a few of them, because
/// an item may turn out to be empty.
fn room(list: ValueRef<'_>, of_objects: bool) -> usize {
    const MOST: usize = 64;
    let fits = |item: &ValueRef<'_>| !of_objects || item.is_object() && !item.is_empty_container();
    list.items().map_or(0, |items| items.take(MOST).filter(fits).count())
}

/// Reads the items of a list, or a single value where a list belongs. `read` adds an item to it.
fn read_list(
    value: ValueRef<'_>,
    about: &About,
    of_objects: bool,
    cx: &mut Context,
    read: &mut dyn FnMut(ValueRef<'_>, &mut Context) -> Fit,
) -> Fit {
    let Some(items) = value.items() else { return read_lone(value, about, of_objects, cx, read) };
    read_items(items, about, cx, read)
}

fn read_items<'d>(
    items: impl Iterator<Item = ValueRef<'d>>,
    about: &About,
    cx: &mut Context,
    read: &mut dyn FnMut(ValueRef<'_>, &mut Context) -> Fit,
) -> Fit {
    let mut whole = Fit::Absent;
    let mut leftovers = Vec::new();
    cx.each_item(items, |item, cx| {
        let fit = match read(item, cx) {
            Fit::Read if cx.is_silent(item, about) => Fit::Read,
            fit => cx.settle(fit, item, about),
        };
        match fit {
            Fit::Read if whole == Fit::Absent => whole = Fit::Read,
            Fit::Read | Fit::Adjusted(_) | Fit::Absent | Fit::AbsentAdjusted(_) => {}
            Fit::Unreadable | Fit::Partial => {
                leftovers.push(item.to_json());
                whole = Fit::Partial;
            }
        }
    });
    cx.leftovers = leftovers;
    whole
}

/// Reads a value that is not a list where one belongs: a list as JSON text, an object with the indices for keys, or a
/// list of one.
#[cold]
#[inline(never)]
fn read_lone(
    value: ValueRef<'_>,
    about: &About,
    of_objects: bool,
    cx: &mut Context,
    read: &mut dyn FnMut(ValueRef<'_>, &mut Context) -> Fit,
) -> Fit {
    let of_items = about;
    let about = About { expected: "list", forms: about.alone, alone: Forms::NONE };
    if value.is_absent() || value.is_object() && value.is_empty_container() {
        return cx.settle(Fit::Absent, value, &about);
    }
    if of_objects && has_indices_for_keys(value) {
        let fit = read_items(value.entries().map(|(_, item)| item), of_items, cx, read);
        cx.note(Code::CoercedType, about.expected, value);
        return fit;
    }
    let is_wanted = |item: ValueRef<'_>| if of_objects { item.is_object() } else { !item.is_container() };
    let embedded = cx.read_embedded(value, '[', &mut |list, cx| match list.items() {
        Some(mut items) if items.clone().all(is_wanted) => read_items(items.by_ref(), of_items, cx, read),
        _ => Fit::Unreadable,
    });
    if let Some(fit) = embedded.filter(|fit| *fit != Fit::Unreadable) {
        cx.note(Code::CoercedType, about.expected, value);
        return fit;
    }
    let fit = read(value, cx);
    cx.settle(fit, value, &about)
}

/// Whether the keys of an object are exactly 0 to n-1, in order.
fn has_indices_for_keys(object: ValueRef<'_>) -> bool {
    let mut entries = object.entries().peekable();
    entries.peek().is_some()
        && (0_usize..).zip(entries).all(|(i, (key, value))| key == i.to_string() && value.is_object())
}

/// A type that stands in a payload without `Option`: the record cannot be read without it.
pub trait Identity: Default {}

impl Identity for String {}
impl Identity for u64 {}

impl<T: Identity, C: Codec<T>> Field<C> for T {
    const IDENTITY: Option<&'static str> = Some(C::ABOUT.expected);

    fn read(&mut self, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        match C::read(value, Slot::Identity(self), cx) {
            Fit::Read if cx.is_silent(value, &C::ABOUT) => Fit::Read,
            fit => cx.settle(fit, value, &C::ABOUT),
        }
    }

    /// It is written whatever it is.
    fn is_absent(&self) -> bool {
        false
    }

    fn write<S: Serializer>(&self, _: Option<&Value>, view: View, to: S) -> Result<S::Ok, S::Error> {
        C::write(self, view, to)
    }
}

/// Reads a payload that is the value of a field or an item of a list.
pub fn read_nested<T: Object + Default>(
    keys: &'static Keys,
    value: ValueRef<'_>,
    mut slot: Slot<'_, T>,
    cx: &mut Context,
) -> Fit {
    if !value.is_object() {
        return Fit::Unreadable;
    }
    let Some(target) = slot.put_default() else { return Fit::Unreadable };
    let in_list = cx.in_list();
    match read_object(keys, target, value, cx) {
        Content::Something => Fit::Read,
        Content::Nothing if !in_list => Fit::Read,
        Content::Nothing => {
            slot.take_back();
            Fit::Absent
        }
        Content::Incomplete => {
            slot.take_back();
            Fit::Unreadable
        }
    }
}
