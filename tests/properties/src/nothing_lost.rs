//! Nothing is lost of any object, and of any change to a sample.

use proptest::prelude::*;

use crate::support::{Dice, Fixture, IDENTITIES, TAGS, Tree, check_leaves, fixtures, swap_case};

/// A number that serde_json reads exactly with any of its features.
fn any_number() -> impl Strategy<Value = Tree> {
    prop_oneof![
        any::<i64>().prop_map(|number| Tree::Number(number.to_string())),
        any::<u64>().prop_map(|number| Tree::Number(number.to_string())),
        (-10_000..10_000_i64).prop_map(|number| Tree::Number(number.to_string())),
        (-40_000_000..40_000_000_i64).prop_map(|quarters| Tree::Number((quarters as f64 / 4.0).to_string())),
        (0..4_102_444_800_000_i64).prop_map(|number| Tree::Number(number.to_string())),
        Just(Tree::number("1e3")),
        Just(Tree::number("-0.0")),
        Just(Tree::number("18446744073709551616")),
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,12}",
        "[0-9]{1,20}",
        " ?-?[0-9]{1,3}\\.[0-9]{1,2} ?",
        Just("true".to_owned()),
        Just("FALSE".to_owned()),
        Just("OK".to_owned()),
        Just("seat".to_owned()),
        Just("2021-05-08 14:39:37".to_owned()),
        Just("2021-05-08T06:39:37.25Z".to_owned()),
        Just("1608130636.5".to_owned()),
        Just("0".to_owned()),
    ]
}

/// A key; brackets only in pairs behind a letter, for half a pair would swallow what follows in a path.
fn any_key(keys: Vec<String>) -> impl Strategy<Value = String> {
    let known = proptest::sample::select(keys);
    prop_oneof![
        4 => known.clone(),
        1 => known.prop_map(|key| swap_case(&key)),
        1 => "[a-c]{1,2}",
        1 => "[^\\[\\]]{0,8}",
        1 => "[a-c]\\[[0-9]?\\]",
    ]
}

fn any_tree(keys: Vec<String>) -> impl Strategy<Value = Tree> {
    let scalar = prop_oneof![
        1 => Just(Tree::Null),
        1 => any::<bool>().prop_map(Tree::Bool),
        3 => any_number(),
        4 => any_text().prop_map(Tree::Text),
    ];
    scalar.prop_recursive(4, 24, 5, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Tree::List),
            proptest::collection::vec((any_key(keys.clone()), inner), 0..5).prop_map(Tree::Object),
        ]
    })
}

/// All keys of a tree.
fn keys_of(tree: &Tree) -> Vec<String> {
    let mut keys: Vec<String> = tree.entries().iter().map(|(key, _)| key.clone()).collect();
    for position in tree.positions() {
        keys.extend(tree.at(&position).entries().iter().map(|(key, _)| key.clone()));
    }
    keys.sort();
    keys.dedup();
    keys
}

/// Puts the sample's identities and tags behind everything else, where they win.
fn with_identity(mut body: Tree, sample: &Tree) -> Tree {
    let identities =
        sample.entries().iter().filter(|(key, _)| IDENTITIES.contains(&key.as_str()) || TAGS.contains(&key.as_str()));
    body.entries_mut().extend(identities.cloned());
    body
}

/// Changes as the numbers say: values replaced, keys respelled, entries doubled.
fn change(body: &mut Tree, values: Vec<Tree>, mut dice: Dice) {
    for new in values {
        let positions = body.positions();
        let position = &positions[dice.below(positions.len())];
        let (last, parent) = position.split_last().unwrap();
        match (dice.below(4), body.at_mut(parent)) {
            (0, Tree::Object(entries)) => entries[*last].0 = swap_case(&entries[*last].0),
            (1, Tree::Object(entries)) => entries.insert(dice.below(*last + 1), (entries[*last].0.clone(), new)),
            (2, Tree::Object(entries)) => entries.push((entries[*last].0.clone(), new)),
            _ => *body.at_mut(position) = new,
        }
    }
}

fn nothing_is_lost(fixture: &Fixture, body: &Tree) {
    let text = body.write();
    match (fixture.kind.look)(text.as_bytes()) {
        Ok(seen) => check_leaves(body, &seen),
        Err(error) => panic!("{}: {error}\n{text}", fixture.name),
    }
}

#[test]
fn nothing_of_any_object_is_lost() {
    for fixture in fixtures() {
        let sample = fixture.tree();
        let keys = keys_of(&sample);
        let entries = proptest::collection::vec((any_key(keys.clone()), any_tree(keys)), 0..12);
        proptest!(ProptestConfig { cases: 100, failure_persistence: None, ..Default::default() }, |(entries in entries)| {
            nothing_is_lost(&fixture, &with_identity(Tree::Object(entries), &sample));
        });
    }
}

#[test]
fn nothing_of_a_changed_sample_is_lost() {
    for fixture in fixtures() {
        let sample = fixture.tree();
        let values = proptest::collection::vec(any_tree(keys_of(&sample)), 1..8);
        proptest!(ProptestConfig { cases: 100, failure_persistence: None, ..Default::default() }, |(values in values, seed: u64)| {
            let mut body = sample.clone();
            change(&mut body, values, Dice(seed));
            nothing_is_lost(&fixture, &with_identity(body, &sample));
        });
    }
}
