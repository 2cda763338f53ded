//! What is known of a generated archive, against what the tool says of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use callhook::Code;
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

        let check: Value = serde_json::from_str(&run(&folder, &["check", "--json", "--keys", "a.ndjson"]).out).unwrap();
        let found: BTreeMap<String, Value> = check["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                let [code, event, path] = ["code", "event", "path"].map(|key| row[key].as_str().unwrap());
                let vendor = row["vendor"].as_str().map(|vendor| format!("{vendor}.")).unwrap_or_default();
                (format!("{code} {vendor}{event} {path}"), row["count"].clone())
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
fn a_hyphen_is_standard_output() {
    let folder = folder("generated-hyphen");
    let run = run(&folder, &["generate", "-", "--lines", "3"]);
    assert_eq!((run.code, run.out.lines().count()), (0, 3), "{}", run.err);
    assert!(!folder.join("-").exists());
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

/// An archive that is large enough for everything in it to occur, and the findings on it: code, event and path.
static LARGE: LazyLock<(String, Vec<String>)> = LazyLock::new(|| {
    let folder = folder("large");
    run(&folder, &["generate", "a.ndjson", "--lines", "15000", "--expect", "expected.json"]);
    let expected: Value = serde_json::from_str(&read(&folder, "expected.json")).unwrap();
    let findings = expected["paths"].as_object().unwrap().keys().cloned().collect();
    (String::from_utf8_lossy(&bytes(&folder, "a.ndjson")).into_owned(), findings)
});

#[test]
fn every_quirk_that_is_listed_is_made() {
    let (archive, findings) = &*LARGE;
    let list = run(&folder("list"), &["generate", "--list"]).out;
    assert!(list.contains("the duration twice"), "{list}");
    // Where nothing is found, there is only the archive to look at.
    for text in ["ProtectedCaller", "\"UUI\"", "TIMSoundElem", "webcall", "502 Bad Gateway", "\\u0026", "\"+86", "// "]
    {
        assert!(archive.contains(text), "{text}");
    }
    for finding in list.lines().filter_map(|line| line.rsplit("  ").map(str::trim).find(|cell| !cell.is_empty())) {
        for (code, path) in finding.split(", ").filter_map(|finding| finding.split_once(' ')) {
            let is_finding = code.contains('-') && code.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            let made = findings.iter().any(|finding| finding.starts_with(code) && finding.ends_with(path));
            assert!(made || !is_finding, "{code} {path}");
        }
    }
    for code in Code::ALL {
        assert!(findings.iter().any(|finding| finding.starts_with(code.as_str())), "{code}");
    }
}

#[test]
fn every_row_of_the_ledger_is_in_the_archive() {
    let (archive, findings) = &*LARGE;
    let ledger = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/QUIRKS.md")).unwrap();
    let quoted = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let (mut vendor, mut rows) = (String::new(), 0);
    for line in ledger.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            vendor = quoted(heading).concat();
        }
        let cells: Vec<&str> = line.split(" | ").collect();
        // A reply is not in an archive of pushes.
        let [place, _, _, _, finding] = cells[..] else { continue };
        if ["where", "---"].iter().any(|head| place.contains(head)) || place.contains("of the reply") {
            continue;
        }
        rows += 1;
        let names: Vec<String> = quoted(place).iter().map(|name| name.replace("[0]", "[]")).collect();
        let is_key = |name: &String| archive.contains(name.rsplit('.').next().unwrap().trim_end_matches("[]"));
        assert!(names.is_empty() || names.iter().any(is_key), "{line}");
        for code in quoted(finding).iter().filter(|word| Code::ALL.iter().any(|code| code.as_str() == *word)) {
            let is_made = |found: &String| {
                let start = format!("{code} {vendor}.");
                found.starts_with(&start) && (names.is_empty() || names.iter().any(|name| found.contains(name)))
            };
            assert!(findings.iter().any(is_made), "{line}");
        }
    }
    assert!(rows > 90, "{rows} rows");
}

#[test]
fn pushes_come_late_and_again() {
    let (archive, _) = &*LARGE;
    let lines: Vec<&str> = archive.lines().filter(|line| line.contains("SessionId")).collect();
    let distinct: BTreeSet<&&str> = lines.iter().collect();
    let again = lines.len() - distinct.len();
    // One in a hundred comes again, up to three times.
    assert!((lines.len() / 100..lines.len() / 25).contains(&again), "{again} of {}", lines.len());
    let started = |line: &&str| line.split("\"StartTimestamp\":").nth(1)?.get(..10)?.parse().ok();
    let started: Vec<u64> = lines.iter().filter_map(started).collect();
    let late = started.windows(2).filter(|pair| pair[1] + 1000 < pair[0]).count();
    assert!((started.len() / 100..started.len() / 10).contains(&late), "{late} of {}", started.len());
}
