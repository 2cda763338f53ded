//! Nothing lost, nothing else touched, each adjustment reported: for every field of every sample, and every odd value.
//! What must come out is said by the model, which knows the documentation and not what reading says.

use callhook::{Error, Report};

use crate::model::{self, Expected, Finding, ODD};
use crate::support::{Dice, Fixture, Kind, Tree, fixtures, swap_case, with_plain_numbers};

// ---- 1. every field x every quirk ----

/// Keys of two fields that differ in letter case only: in a third case either may be meant.
const TWINS: &[&str] = &["Uui", "UUI"];

/// The odd values that duplicates are tried with.
const DUPLICATES: &[&str] =
    &[r#""""#, "true", "0", "186", r#""noSuchWord""#, r#"{"deep":{"er":[1,"x"]}}"#, "[[1],{}]", r#""[{\"deep\":1}]""#];

/// A value at a position, in other forms.
fn replacements(value: &Tree) -> Vec<Tree> {
    let mut forms: Vec<Tree> = ODD.iter().map(|json| Tree::parse(json)).collect();
    match value {
        // An object or list as JSON text, and an object with the indices for keys.
        Tree::List(items) => {
            forms.push(Tree::Text(value.write()));
            let keyed = items.iter().enumerate().map(|(i, item)| (i.to_string(), item.clone()));
            forms.push(Tree::Object(keyed.collect()));
            forms.extend(items.first().cloned());
        }
        Tree::Object(_) => forms.push(Tree::Text(value.write())),
        _ => {}
    }
    forms
}

/// The sample with one quirk at a position, each with its name.
fn cases(body: &Tree, position: &[usize]) -> Vec<(String, Tree)> {
    let value = body.at(position);
    let (last, parent) = position.split_last().unwrap();
    let mut cases = Vec::new();
    for form in replacements(value) {
        let mut changed = body.clone();
        *changed.at_mut(position) = form.clone();
        cases.push((format!("{} instead", form.write()), changed));
    }
    let Some((key, _)) = body.at(parent).entries().get(*last) else { return cases };
    let mut around = |quirk: String, change: &dyn Fn(&mut Vec<(String, Tree)>)| {
        let mut changed = body.clone();
        change(changed.at_mut(parent).entries_mut());
        cases.push((quirk, changed));
    };
    for json in DUPLICATES {
        let entry = (key.clone(), Tree::parse(json));
        around(format!("{key} before: {json}"), &|entries| entries.insert(*last, entry.clone()));
        around(format!("{key} after: {json}"), &|entries| entries.push(entry.clone()));
    }
    let respelled = swap_case(key);
    if !TWINS.contains(&key.as_str()) && respelled != *key {
        around("another letter case".to_owned(), &|entries| entries[*last].0 = respelled.clone());
        for json in ["null", "186", r#""noSuchWord""#] {
            let entry = (respelled.clone(), Tree::parse(json));
            around(format!("{respelled} before: {json}"), &|entries| entries.insert(*last, entry.clone()));
            around(format!("{respelled} after: {json}"), &|entries| entries.push(entry.clone()));
        }
    }
    cases
}

/// Path and code of each finding, sorted.
fn findings(report: &Report) -> Vec<Finding> {
    let mut findings: Vec<Finding> = report.iter().map(|finding| (finding.path().to_owned(), finding.code())).collect();
    findings.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
    findings
}

/// Reads a body and compares with what the model says; `false` if it says nothing.
pub fn check(kind: &Kind, shape: model::Shape, body: &Tree) -> bool {
    let text = body.write();
    let seen = (kind.look)(text.as_bytes());
    match (model::expected(shape, body), seen) {
        (Expected::Unsaid, _) => return false,
        (Expected::Refused(identities), Err(error)) => {
            assert!(matches!(error, Error::Missing { .. } | Error::Unreadable { .. }), "{error}");
            let mut paths = error.paths();
            paths.sort_unstable();
            let mut identities: Vec<&str> = identities.iter().map(String::as_str).collect();
            identities.sort_unstable();
            assert_eq!(paths, identities);
        }
        (Expected::Read(written, expected), Ok(seen)) => {
            let found: serde_json::Value = serde_json::from_str(&seen.written).unwrap();
            assert_eq!(with_plain_numbers(&found), with_plain_numbers(&written), "written");
            assert_eq!(findings(&seen.report), expected, "reported");
        }
        (Expected::Refused(identities), Ok(_)) => panic!("read, but {identities:?} cannot be"),
        (Expected::Read(..), Err(error)) => panic!("refused: {error}"),
    }
    true
}

/// Reads a sample as it is.
fn look(fixture: &Fixture) -> crate::support::Seen {
    (fixture.kind.look)(&fixture.body).unwrap_or_else(|error| panic!("{}: {error}", fixture.name))
}

#[test]
fn each_quirk_of_each_field_is_read_and_reported_as_the_model_says() {
    let results: Vec<(usize, Vec<String>)> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            fixtures().into_iter().map(|fixture| scope.spawn(move || each_quirk_of(&fixture))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let failed: Vec<&str> = results.iter().flat_map(|(_, failed)| failed).map(String::as_str).collect();
    assert!(failed.is_empty(), "{} cases failed:\n{}", failed.len(), failed.join("\n"));
    let said: usize = results.iter().map(|(said, _)| said).sum();
    assert!(said > 20_000 / crate::ONE_CASE_IN, "{said} cases");
}

/// How many cases of a sample the model says something of, and those that failed.
fn each_quirk_of(fixture: &Fixture) -> (usize, Vec<String>) {
    let (body, shape) = (fixture.tree(), fixture.shape);
    assert!(check(fixture.kind, shape, &body), "{} as it is", fixture.name);
    let (mut said, mut failed) = (0, Vec::new());
    for (place_number, position) in body.positions().iter().enumerate() {
        for (number, (quirk, changed)) in cases(&body, position).into_iter().enumerate() {
            if (place_number + number) % crate::ONE_CASE_IN != 0 {
                continue;
            }
            match std::panic::catch_unwind(|| check(fixture.kind, shape, &changed)) {
                Ok(is_said) => said += usize::from(is_said),
                Err(panic) => {
                    let why = panic.downcast_ref::<String>().cloned().unwrap_or_default();
                    failed.push(format!("{} {}: {quirk}: {why}", fixture.name, place(&body, position)));
                }
            }
        }
    }
    (said, failed)
}

/// A position in words, for a person who looks for a failure.
fn place(body: &Tree, position: &[usize]) -> String {
    let mut node = body;
    let mut place = String::new();
    for &at in position {
        match node.entries().get(at) {
            Some((key, _)) => place.push_str(&format!(".{key}")),
            None => place.push_str(&format!("[{at}]")),
        }
        node = node.at(&[at]);
    }
    place
}

#[test]
fn an_undocumented_key_in_any_object_is_kept_and_reported() {
    for fixture in fixtures() {
        let (body, shape) = (fixture.tree(), fixture.shape);
        let mut objects = body.positions();
        objects.push(Vec::new());
        objects.retain(|position| matches!(body.at(position), Tree::Object(_)));
        for (place_number, position) in objects.into_iter().enumerate() {
            for json in ODD.iter().skip(place_number % crate::ONE_CASE_IN).step_by(crate::ONE_CASE_IN) {
                let mut changed = body.clone();
                changed.at_mut(&position).entries_mut().insert(0, ("xNewKey".to_owned(), Tree::parse(json)));
                assert!(check(fixture.kind, shape, &changed), "{} {position:?}: {json}", fixture.name);
            }
        }
    }
}

// ---- 2. reading is a retraction ----

#[test]
fn a_sample_that_is_written_needs_no_adjustment_any_more() {
    for fixture in fixtures() {
        let written = look(&fixture).written;
        assert_eq!((fixture.kind.look)(written.as_bytes()).unwrap().report.to_string(), "", "{}", fixture.name);
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
            assert_eq!(findings(&seen.report), findings(&base.report), "{}", fixture.name);
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
        let lost = |seen: &crate::support::Seen| -> Vec<String> {
            let on_it = seen.report.iter().filter(|finding| finding.path() == "xNewKey");
            on_it.filter_map(|finding| finding.value()).map(ToString::to_string).collect()
        };
        assert_eq!(lost(&first), ["1"]);
        let last = tree.entries().len() - 1;
        tree.entries_mut().swap(0, last);
        let swapped = (fixture.kind.look)(tree.write().as_bytes()).unwrap();
        assert!(swapped.written.contains(r#""xNewKey":1"#), "{}", swapped.written);
        assert_eq!(lost(&swapped), ["2"]);
    }
}
