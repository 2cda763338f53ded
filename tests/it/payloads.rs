//! The table of payloads in the README, in both languages: every sample is read as a type that its vendor's row names.

use callhook::{Webhook, tccc};

use crate::support::{files, fixtures_dir};

fn readme(name: &str) -> String {
    std::fs::read_to_string(fixtures_dir().join("..").join(name)).unwrap()
}

/// The texts between backticks.
fn code(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// Each type of the table, with the name of its vendor.
fn table(readme: &str) -> Vec<(&str, &str)> {
    let mut vendor = "";
    let mut types = Vec::new();
    for line in readme.lines() {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [name, _, _, read_as] = cells[..] else { continue };
        if let Some((name, _)) = name.split_once("](") {
            vendor = name.trim_start_matches('[');
        }
        if !vendor.is_empty() {
            types.extend(code(read_as).map(|name| (vendor, name)));
        }
    }
    types
}

/// The vendor's name and the type that a request was read as, by `Debug`: `Tccc(Phone(PhoneCdr {`.
fn read_as(webhook: &Webhook) -> (&'static str, String) {
    let printed = format!("{webhook:?}");
    let words: Vec<&str> = printed.split(['(', ' ']).take(3).collect();
    let [vendor, _, payload] = words[..] else { panic!("{printed}") };
    let names = [("Tccc", "TCCC"), ("Desk", "Desk"), ("SevenMoor", "7moor")];
    let (_, name) = names.iter().find(|(variant, _)| *variant == vendor).unwrap_or_else(|| panic!("{printed}"));
    (name, payload.to_owned())
}

#[test]
fn each_sample_is_read_as_a_type_of_the_table() {
    for name in ["README.md", "README.zh-CN.md"] {
        let readme = readme(name);
        let table = table(&readme);
        assert!(!table.is_empty(), "{name}");
        for (sample, body) in files(".json") {
            // A sample of TCCC is named after its action; a call that is coming in has none.
            let action = sample.strip_prefix("tccc/").and_then(|sample| sample.split('.').next());
            let action = action.filter(|action| tccc::Action::listed(action).is_some());
            let query = action.map(|action| format!("action={action}&version=1")).unwrap_or_default();
            let (vendor, payload) = read_as(&Webhook::from_request(&query, &body).unwrap());
            assert!(table.contains(&(vendor, &payload)), "{name}: no {payload} of {vendor} for {sample}");
        }
    }
}

#[test]
fn both_languages_have_the_same_types() {
    let (english, chinese) = (readme("README.md"), readme("README.zh-CN.md"));
    assert_eq!(table(&english), table(&chinese));
}
