//! Nothing lost, nothing else touched, each bent thing told: for every field of every sample, and every quirk.

use std::collections::BTreeMap;

use callhook::{Code, Error, Report};

use crate::support::{
    ALWAYS_WRITTEN, Dice, Fixture, IDENTITIES, Kind, Seen, TAGS, TWINS, TWO_FORMS, Tree, check_leaves, fixtures, loose,
    swap_case,
};

// ---- 1. every field x every quirk ----

/// What a changed body must give, beside that nothing is lost.
#[derive(Clone, Copy, PartialEq)]
enum Expect {
    /// The same value as the sample, written byte for byte the same.
    Same,
    /// The same value everywhere else.
    Elsewhere,
    /// The same value everywhere else, and none here.
    Absent,
}

/// A body with one quirk.
struct Case {
    quirk: String,
    body: Tree,
    expect: Expect,
    /// A finding of this code must come.
    told: Option<Code>,
    /// Some finding must come.
    any_told: bool,
}

/// A place of a sample.
struct Spot<'a> {
    tree: &'a Tree,
    position: &'a [usize],
    /// The path, in documented keys.
    path: String,
    /// Whether the page has no such key, so that the value is kept as it is.
    unknown: bool,
    /// The key, unless it is an item of a list.
    key: Option<&'a str>,
    /// Whether the key is spelled as documented.
    exact: bool,
    /// Whether a duplicate behind it wins.
    loses: bool,
}

impl<'a> Spot<'a> {
    fn new(tree: &'a Tree, position: &'a [usize], report: &Report) -> Self {
        let mut spot =
            Self { tree, position, path: String::new(), unknown: false, key: None, exact: true, loses: false };
        let mut node = tree;
        for &at in position {
            if let Some((key, _)) = node.entries().get(at) {
                let dot = if spot.path.is_empty() { "" } else { "." };
                let respelled = report.iter().find(|finding| {
                    finding.spelling() == Some(key)
                        && finding.path() == format!("{}{dot}{}", spot.path, finding.expected())
                });
                spot.path =
                    format!("{}{dot}{}", spot.path, respelled.map_or(key.as_str(), |finding| finding.expected()));
                spot.key = Some(key);
                spot.exact = respelled.is_none();
                spot.loses |= node.entries()[at + 1..].iter().any(|(later, _)| later == key);
            } else {
                spot.path = format!("{}[{at}]", spot.path);
                spot.key = None;
                spot.exact = true;
            }
            spot.unknown |=
                report.iter().any(|finding| finding.code() == Code::UnknownKey && finding.path() == spot.path);
            node = node.at(&[at]);
        }
        spot
    }

    fn value(&self) -> &Tree {
        self.tree.at(self.position)
    }

    fn replaced(&self, value: Tree) -> Tree {
        let mut body = self.tree.clone();
        *body.at_mut(self.position) = value;
        body
    }

    /// The body with the object around changed.
    fn around(&self, change: impl FnOnce(&mut Vec<(String, Tree)>, usize)) -> Tree {
        let mut body = self.tree.clone();
        let (last, parent) = self.position.split_last().unwrap();
        change(body.at_mut(parent).entries_mut(), *last);
        body
    }

    /// Whether a path is this place, or below it.
    fn covers(&self, path: &str) -> bool {
        path.strip_prefix(&self.path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }

    /// The path whose values may differ: the list, for an item, because the others move up when it is gone.
    fn unsettled(&self) -> &str {
        match self.key {
            Some(_) => &self.path,
            None => &self.path[..self.path.rfind('[').unwrap()],
        }
    }
}

/// Values of every kind, none of them meant for any field.
fn nonsense() -> Vec<(&'static str, Tree)> {
    vec![
        ("null", Tree::Null),
        ("empty text", Tree::text("")),
        ("empty list", Tree::List(vec![])),
        ("empty item", Tree::List(vec![Tree::text("")])),
        ("empty object", Tree::Object(vec![])),
        ("true", Tree::Bool(true)),
        ("false", Tree::Bool(false)),
        ("zero", Tree::number("0")),
        ("number", Tree::number("186")),
        ("negative", Tree::number("-7")),
        ("float", Tree::number("1.5")),
        ("18 digits", Tree::number("123456789012345678")),
        ("huge integer", Tree::number("123456789012345678901234567890")),
        ("unknown word", Tree::text("noSuchWord")),
        ("text of digits", Tree::text("007")),
        ("text of a float", Tree::text("1.5")),
        (
            "nested object",
            Tree::Object(vec![(
                "deep".to_owned(),
                Tree::Object(vec![("er".to_owned(), Tree::List(vec![Tree::number("1"), Tree::text("x")]))]),
            )]),
        ),
        ("list of lists", Tree::List(vec![Tree::List(vec![Tree::number("1")]), Tree::Object(vec![])])),
    ]
}

/// The kinds of nonsense that duplicates are tried with.
const DUPLICATES: &[&str] = &["null", "true", "number", "unknown word", "nested object", "list of lists"];

fn cases(spot: &Spot<'_>, base: &Seen) -> Vec<Case> {
    let value = spot.value();
    let mut cases = Vec::new();
    let two_forms = spot.key.is_some_and(|key| TWO_FORMS.contains(&key))
        || base.report.iter().any(|finding| finding.code() == Code::CoercedType && finding.path() == spot.path);
    let mut replace = |quirk: &str, new: Tree, same: bool| {
        // The sample's type is a documented one; null says nothing of the type.
        let other_type = !new.same_type(value) && *value != Tree::Null && new != Tree::Null;
        cases.push(Case {
            quirk: quirk.to_owned(),
            any_told: other_type && !two_forms && !spot.unknown && !spot.loses,
            expect: match quirk {
                // The other items of a list move up.
                _ if spot.unknown || spot.loses || (spot.key.is_none() && !same) => Expect::Elsewhere,
                _ if same => Expect::Same,
                "null" | "empty text" | "empty list" | "empty item"
                    if !spot.key.is_some_and(|key| ALWAYS_WRITTEN.contains(&key)) =>
                {
                    Expect::Absent
                }
                _ => Expect::Elsewhere,
            },
            body: spot.replaced(new),
            told: None,
        });
    };
    for (quirk, new) in nonsense() {
        replace(quirk, new, false);
    }
    replace("[x] for x", Tree::List(vec![value.clone()]), false);
    match value {
        Tree::Number(digits) => {
            replace("text for number", Tree::text(digits), true);
            replace("blanks around", Tree::Text(format!(" {digits} ")), !two_forms);
            if !digits.contains('.') {
                replace("float for integer", Tree::Number(format!("{digits}.0")), !two_forms);
            }
        }
        Tree::Text(text) => {
            if text.parse::<u64>().is_ok_and(|number| number.to_string() == *text) {
                replace("number for text", Tree::number(text), true);
            }
            replace("other case of a word", Tree::Text(swap_case(text)), false);
        }
        Tree::List(items) => {
            if let [item] = items.as_slice() {
                replace("x for [x]", item.clone(), true);
            }
        }
        _ => {}
    }
    let Some(key) = spot.key else { return cases };
    let mut around = |quirk: String, body: Tree, expect: Expect, code: Code| {
        cases.push(Case { quirk, body, expect, told: (!spot.loses).then_some(code), any_told: false });
    };
    let before = |key: &str, new: &Tree| spot.around(|entries, at| entries.insert(at, (key.to_owned(), new.clone())));
    let after = |key: &str, new: &Tree| spot.around(|entries, _| entries.push((key.to_owned(), new.clone())));
    // One of each JSON type will do.
    for (kind, new) in nonsense().into_iter().filter(|(kind, _)| DUPLICATES.contains(kind)) {
        around(format!("duplicate before: {kind}"), before(key, &new), Expect::Same, Code::DuplicateKey);
        around(format!("duplicate after: {kind}"), after(key, &new), Expect::Elsewhere, Code::DuplicateKey);
        let respelled = swap_case(key);
        if !spot.unknown && spot.exact && respelled != key && !TWINS.contains(&key) {
            let (before, after) = (before(&respelled, &new), after(&respelled, &new));
            around(format!("other case before: {kind}"), before, Expect::Same, Code::DuplicateKey);
            around(format!("other case after: {kind}"), after, Expect::Same, Code::DuplicateKey);
        }
    }
    if !spot.unknown && !spot.loses && !TWINS.contains(&key) {
        let body = spot.around(|entries, at| entries[at].0 = swap_case(key));
        let alone = spot
            .around(|entries, _| entries.retain(|(other, _)| other != key))
            .at(&spot.position[..spot.position.len() - 1])
            .entries()
            .len()
            + 1
            == spot.tree.at(&spot.position[..spot.position.len() - 1]).entries().len();
        if alone {
            around("other case".to_owned(), body, Expect::Same, Code::KeySpelling);
        }
    }
    cases
}

/// Values of a written tree by path, to the letter.
fn to_the_letter(tree: &Tree, path: &str, values: &mut BTreeMap<String, String>) {
    match tree {
        Tree::List(items) if !items.is_empty() => {
            for (i, item) in items.iter().enumerate() {
                to_the_letter(item, &format!("{path}[{i}]"), values);
            }
        }
        Tree::Object(entries) if !entries.is_empty() => {
            for (key, value) in entries {
                to_the_letter(value, &format!("{path}{}{key}", if path.is_empty() { "" } else { "." }), values);
            }
        }
        leaf => {
            values.insert(path.to_owned(), leaf.write());
        }
    }
}

/// The values of a written body outside of a path.
fn elsewhere(written: &str, path: &str) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    to_the_letter(&Tree::parse(written), "", &mut values);
    values.retain(|at, _| !at.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '['])));
    // An object that has lost its last value is empty, not gone.
    values.retain(|_, value| value != "{}");
    values
}

/// The findings of one report that another has not, as often as they come.
fn beyond(one: &Report, other: &Report) -> Vec<(String, Code)> {
    let mut others: Vec<String> = other.iter().map(ToString::to_string).collect();
    let mut beyond = Vec::new();
    for finding in one {
        match others.iter().position(|other| *other == finding.to_string()) {
            Some(at) => drop(others.swap_remove(at)),
            None => beyond.push((finding.path().to_owned(), finding.code())),
        }
    }
    beyond
}

/// The path that an error names.
fn path_of(error: &Error) -> &str {
    match error {
        Error::Missing { path, .. } | Error::Unreadable { path, .. } => path,
        Error::OtherCallback { path, .. } => path,
        other => panic!("no identity: {other}"),
    }
}

fn check(kind: &Kind, spot: &Spot<'_>, case: &Case, base: &Seen) {
    let seen = match (kind.look)(case.body.write().as_bytes()) {
        Ok(seen) => seen,
        Err(error) => {
            assert_eq!(path_of(&error), spot.path, "{error}");
            assert!(IDENTITIES.contains(&spot.path.as_str()), "only an identity may cost the record: {error}");
            assert!(case.expect != Expect::Same, "{error}");
            return;
        }
    };
    check_leaves(&case.body, &seen);
    if spot.key.is_some_and(|key| TAGS.contains(&key)) {
        return;
    }
    if case.expect == Expect::Same {
        assert_eq!(seen.value, base.value);
        assert_eq!(seen.written, base.written);
    }
    if case.expect == Expect::Absent {
        let mut values = BTreeMap::new();
        to_the_letter(&Tree::parse(&seen.written), "", &mut values);
        values.retain(|path, _| spot.covers(path));
        assert!(values.is_empty(), "written, though it is no value: {values:?}");
    }
    assert_eq!(elsewhere(&seen.written, spot.unsettled()), elsewhere(&base.written, spot.unsettled()));
    let (new, gone) = (beyond(&seen.report, &base.report), beyond(&base.report, &seen.report));
    for (path, code) in new.iter().chain(&gone) {
        assert!(spot.covers(path), "{code} at {path}");
    }
    assert!(!case.any_told || !new.is_empty(), "nothing told of another JSON type");
    if let Some(code) = case.told {
        let told = new.iter().filter(|finding| **finding == (spot.path.clone(), code)).count();
        assert_eq!(told, 1, "{code}: {new:?}");
    }
}

/// Reads a sample as it is.
fn look(fixture: &Fixture) -> Seen {
    (fixture.kind.look)(&fixture.body).unwrap_or_else(|error| panic!("{}: {error}", fixture.name))
}

#[test]
fn each_quirk_of_each_field_is_read_around_and_told() {
    let mut count = 0;
    let mut failed = Vec::new();
    for fixture in fixtures() {
        let (tree, base) = (fixture.tree(), look(&fixture));
        for position in tree.positions() {
            let spot = Spot::new(&tree, &position, &base.report);
            for case in cases(&spot, &base) {
                count += 1;
                let checked = std::panic::catch_unwind(|| check(fixture.kind, &spot, &case, &base));
                if let Err(panic) = checked {
                    let why = panic.downcast_ref::<String>().cloned().unwrap_or_default();
                    failed.push(format!("{} {}: {}: {why}", fixture.name, spot.path, case.quirk));
                }
            }
        }
    }
    assert!(failed.is_empty(), "{} of {count} cases failed:\n{}", failed.len(), failed.join("\n"));
    assert!(count > 5_000, "only {count} cases");
}

#[test]
fn an_unknown_key_in_any_object_is_kept_and_told() {
    for fixture in fixtures() {
        let (tree, base) = (fixture.tree(), look(&fixture));
        let mut objects = tree.positions();
        objects.push(Vec::new());
        objects.retain(|position| matches!(tree.at(position), Tree::Object(_)));
        for position in objects {
            let spot = Spot::new(&tree, &position, &base.report);
            for (kind, new) in nonsense() {
                let mut body = tree.clone();
                body.at_mut(&position).entries_mut().insert(0, ("xNewKey".to_owned(), new.clone()));
                let seen = (fixture.kind.look)(body.write().as_bytes()).unwrap();
                check_leaves(&body, &seen);
                let dot = if spot.path.is_empty() { "" } else { "." };
                let path = format!("{}{dot}xNewKey", spot.path);
                let told: Vec<_> = if spot.unknown { vec![] } else { vec![(path.clone(), Code::UnknownKey)] };
                assert_eq!(beyond(&seen.report, &base.report), told, "{} {path}: {kind}", fixture.name);
                assert_eq!(elsewhere(&seen.written, &path), elsewhere(&base.written, &path), "{}", fixture.name);
            }
        }
    }
}

// ---- 2. reading is a retraction ----

#[test]
fn a_sample_written_and_read_is_written_the_same() {
    for fixture in fixtures() {
        let first = look(&fixture);
        let second = (fixture.kind.look)(first.written.as_bytes()).unwrap();
        assert_eq!(second.written, first.written, "{}", fixture.name);
        assert_eq!(second.value, first.value, "{}", fixture.name);
        // What was written has no quirk left but those that the vendor's page does not name.
        for finding in &second.report {
            let kept = [Code::UnknownKey, Code::UnknownWord, Code::UnreadableValue];
            assert!(kept.contains(&finding.code()), "{}: {finding}", fixture.name);
        }
    }
}

// ---- 3. the order of keys ----

/// Shuffles the keys of all objects; equal keys stay in their order.
fn shuffle(tree: &mut Tree, dice: &mut Dice) {
    match tree {
        Tree::List(items) => items.iter_mut().for_each(|item| shuffle(item, dice)),
        Tree::Object(entries) => {
            entries.iter_mut().for_each(|(_, value)| shuffle(value, dice));
            let mut keys: Vec<String> = entries.iter().map(|(key, _)| key.clone()).collect();
            for end in (1..keys.len()).rev() {
                keys.swap(end, dice.below(end + 1));
            }
            let mut left = std::mem::take(entries);
            for key in keys {
                let at = left.iter().position(|(other, _)| *other == key).unwrap();
                entries.push(left.remove(at));
            }
        }
        _ => {}
    }
}

#[test]
fn the_order_of_keys_does_not_matter() {
    let mut dice = Dice(7);
    for fixture in fixtures() {
        let (tree, base) = (fixture.tree(), look(&fixture));
        for _ in 0..100 {
            let mut shuffled = tree.clone();
            shuffle(&mut shuffled, &mut dice);
            let seen = (fixture.kind.look)(shuffled.write().as_bytes()).unwrap();
            assert_eq!(seen.value, base.value, "{}: {shuffled:?}", fixture.name);
            assert_eq!(seen.written, base.written, "{}", fixture.name);
            assert_eq!(beyond(&seen.report, &base.report), [], "{}", fixture.name);
            assert_eq!(beyond(&base.report, &seen.report), [], "{}", fixture.name);
        }
    }
}

#[test]
fn of_duplicates_only_the_order_among_them_matters() {
    for fixture in fixtures() {
        let mut tree = fixture.tree();
        tree.entries_mut().insert(0, ("xNewKey".to_owned(), Tree::number("1")));
        tree.entries_mut().push(("xNewKey".to_owned(), Tree::number("2")));
        let first = (fixture.kind.look)(tree.write().as_bytes()).unwrap();
        assert!(first.written.contains(r#""xNewKey":2"#), "{}", first.written);
        let lost = |seen: &Seen| -> Vec<String> {
            let told = seen.report.iter().filter(|finding| loose(finding.path()) == "xnewkey");
            told.filter_map(|finding| finding.value()).map(ToString::to_string).collect()
        };
        assert_eq!(lost(&first), ["1"]);
        let last = tree.entries().len() - 1;
        tree.entries_mut().swap(0, last);
        let swapped = (fixture.kind.look)(tree.write().as_bytes()).unwrap();
        assert!(swapped.written.contains(r#""xNewKey":1"#), "{}", swapped.written);
        assert_eq!(lost(&swapped), ["2"]);
    }
}
