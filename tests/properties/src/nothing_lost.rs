//! Any odd values anywhere in a sample, any number of them at once: what comes out is what the model says.

use proptest::prelude::*;

use crate::model::{IDENTITIES, ODD};
use crate::proof::check;
use crate::support::{Dice, Tree, fixtures, swap_case};

/// Keys that say what the rest of their object is.
const TAGS: &[&str] = &["CallbackCommand", "pushType", "callEvent", "callType", "content", "MsgType"];

fn any_key(keys: Vec<String>) -> impl Strategy<Value = String> {
    let documented = proptest::sample::select(keys);
    prop_oneof![
        4 => documented.clone(),
        1 => documented.prop_map(|key| swap_case(&key)),
        1 => "[a-c]{1,2}",
    ]
}

/// Odd values, and objects and lists of them.
fn any_tree(keys: Vec<String>) -> impl Strategy<Value = Tree> {
    let odd = proptest::sample::select(ODD).prop_map(Tree::parse);
    odd.prop_recursive(3, 16, 4, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Tree::List),
            proptest::collection::vec((any_key(keys.clone()), inner), 0..4).prop_map(Tree::Object),
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
    keys.retain(|key| !TAGS.contains(&key.as_str()));
    keys
}

/// Changes as the dice say: values replaced, keys respelled, entries doubled. Tags are left alone.
fn change(body: &mut Tree, values: Vec<Tree>, mut dice: Dice) {
    for new in values {
        let positions = body.positions();
        let position = &positions[dice.below(positions.len())];
        let (last, parent) = position.split_last().unwrap();
        let key = body.at(parent).entries().get(*last).map(|(key, _)| key.clone());
        if key.as_ref().is_some_and(|key| TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(key))) {
            continue;
        }
        match (dice.below(4), body.at_mut(parent)) {
            (0, Tree::Object(entries)) => entries[*last].0 = swap_case(&entries[*last].0),
            (1, Tree::Object(entries)) => entries.insert(dice.below(*last + 1), (entries[*last].0.clone(), new)),
            (2, Tree::Object(entries)) => entries.push((entries[*last].0.clone(), new)),
            _ => *body.at_mut(position) = new,
        }
    }
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() }
}

#[test]
fn any_object_is_read_as_the_model_says() {
    for fixture in fixtures() {
        let (sample, shape) = (fixture.tree(), fixture.shape);
        let keys = keys_of(&sample);
        let entries = proptest::collection::vec((any_key(keys.clone()), any_tree(keys)), 0..10);
        proptest!(config(), |(mut entries in entries)| {
            let needed = |key: &str| IDENTITIES.contains(&key) || TAGS.contains(&key);
            entries.extend(sample.entries().iter().filter(|(key, _)| needed(key)).cloned());
            let body = Tree::Object(entries);
            let checked = std::panic::catch_unwind(|| check(fixture.kind, shape, &body));
            prop_assert!(checked.is_ok(), "{}: {}", fixture.name, body.write());
        });
    }
}

#[test]
fn a_sample_with_many_quirks_is_read_as_the_model_says() {
    for fixture in fixtures() {
        let (sample, shape) = (fixture.tree(), fixture.shape);
        let values = proptest::collection::vec(any_tree(keys_of(&sample)), 1..8);
        proptest!(config(), |(values in values, seed: u64)| {
            let mut body = sample.clone();
            change(&mut body, values, Dice(seed));
            let checked = std::panic::catch_unwind(|| check(fixture.kind, shape, &body));
            prop_assert!(checked.is_ok(), "{}: {}", fixture.name, body.write());
        });
    }
}
