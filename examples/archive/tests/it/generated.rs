//! What is known of a generated archive, against what the tool says of it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::{bytes, folder, read, run};

#[test]
fn a_report_says_what_the_archive_was_made_of() {
    let folder = folder("made");
    for seed in ["1", "2"] {
        run(&folder, &["generate", "a.ndjson", "--lines", "5000", "--seed", seed, "--expect", "expected.json"]);
        let expected: Value = serde_json::from_str(&read(&folder, "expected.json")).unwrap();
        let made = run(&folder, &["report", "--json", "a.ndjson"]);
        assert_eq!(made.code, 1);
        let report: Value = serde_json::from_str(&made.out).unwrap();
        for part in ["pushes", "bad", "adjusted", "events", "outcomes", "findings"] {
            assert_eq!(report[part], expected[part], "{part}");
        }
        assert_totals(&report["calls"], &expected["calls"]);
        for part in ["days", "agents", "queues"] {
            let (found, expected) = (report[part].as_object().unwrap(), expected[part].as_object().unwrap());
            assert!(found.keys().eq(expected.keys()), "{part}: {:?}, not {:?}", found.keys(), expected.keys());
            expected.iter().for_each(|(name, totals)| assert_totals(&found[name], totals));
        }
        assert!(report["bad"].as_u64().unwrap() > 5);

        let check: Value = serde_json::from_str(&run(&folder, &["check", "--json", "a.ndjson"]).out).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let found: BTreeMap<String, Value> = check["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                let [code, vendor, event, path] = ["code", "vendor", "event", "path"].map(|key| text(&row[key]));
                (format!("{code} {vendor}.{event} {path}"), row["count"].clone())
            })
            .collect();
        let expected: BTreeMap<String, Value> = serde_json::from_value(expected["paths"].clone()).unwrap();
        assert_eq!(found, expected);
    }
}

fn assert_totals(found: &Value, expected: &Value) {
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&found[key], value, "{key} of {found}, expected {expected}");
    }
}

#[test]
fn the_order_of_lines_is_kept_however_many_threads_read() {
    let folder = folder("threads");
    run(&folder, &["generate", "a.ndjson", "--lines", "4000"]);
    for format in ["ndjson", "csv", "parquet"] {
        let outputs = ["1", "5"].map(|threads| {
            let out = format!("{threads}.{format}");
            let made = run(&folder, &["rows", "a.ndjson", "-o", &out, "--threads", threads, "--bad", "bad"]);
            assert_eq!(made.code, 1, "{}", made.err);
            let rates = made.out.lines().next().unwrap();
            (bytes(&folder, &out), bytes(&folder, "bad"), made.out.replace(rates, ""))
        });
        assert!(outputs[0] == outputs[1], "{format}");
        let (_, bad, report) = &outputs[0];
        assert!(
            report.contains(&format!("Bad lines: {}", bad.iter().filter(|byte| **byte == b'\n').count())),
            "{report}"
        );
    }
    let check = ["1", "5"].map(|threads| run(&folder, &["check", "--json", "--threads", threads, "a.ndjson"]).out);
    assert_eq!(check[0], check[1]);
}

#[test]
fn every_quirk_that_is_listed_is_made() {
    let folder = folder("listed");
    let list = run(&folder, &["generate", "--list"]).out;
    assert!(list.contains("the duration twice"), "{list}");
    run(&folder, &["generate", "a.ndjson", "--lines", "15000", "--expect", "expected.json"]);
    let expected: Value = serde_json::from_str(&read(&folder, "expected.json")).unwrap();
    let paths = expected["paths"].as_object().unwrap();
    // Where nothing is found, there is only the archive to look at.
    let archive = String::from_utf8_lossy(&bytes(&folder, "a.ndjson")).into_owned();
    for text in ["ProtectedCaller", "\"UUI\"", "TIMSoundElem", "webcall", "502 Bad Gateway", "\\u0026", "\"+86", "// "]
    {
        assert!(archive.contains(text), "{text}");
    }
    for finding in list.lines().filter_map(|line| line.rsplit("  ").map(str::trim).find(|cell| !cell.is_empty())) {
        for (code, path) in finding.split(", ").filter_map(|finding| finding.split_once(' ')) {
            let is_finding = code.contains('-') && code.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            let made = paths.keys().any(|key| key.starts_with(code) && key.ends_with(path));
            assert!(made || !is_finding, "{code} {path}");
        }
    }
}
