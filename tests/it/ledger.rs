//! The ledger of quirks, `fixtures/QUIRKS.md`: what reading adjusts in the documents' own samples is just what it
//! lists.

use callhook::{Code, Webhook};

use crate::support::{files, fixtures_dir};

/// Each of the documents' samples, with the findings on it: path and code.
const FINDINGS: &[(&str, &[(&str, &str)])] = &[
    ("desk/session_event.json", &[]),
    ("sevenmoor/callStatus.talking.json", &[("extras", "coerced-type")]),
    ("sevenmoor/callStatus.wrap-up.json", &[("extras", "coerced-type")]),
    ("sevenmoor/cdr.json", &[("extras", "coerced-type")]),
    (
        "sevenmoor/dialoutHangup.json",
        &[("extras", "coerced-type"), ("groupIdList[0]", "empty-item"), ("groupNameList[0]", "empty-item")],
    ),
    ("sevenmoor/dialoutRing.json", &[("extras", "coerced-type")]),
    ("sevenmoor/incomingHangup.json", &[]),
    ("sevenmoor/incomingRing.json", &[("extras", "coerced-type")]),
    ("sevenmoor/link.json", &[("content.extras", "coerced-type")]),
    ("sevenmoor/login.json", &[]),
    ("sevenmoor/logout.json", &[]),
    ("sevenmoor/mediaFailreason.json", &[]),
    (
        "tccc/cdr.json",
        &[
            ("Duration", "duplicate-key"),
            ("PostIVRKeyPressed[0].Key", "key-spelling"),
            ("PostIVRKeyPressed[0].Label", "key-spelling"),
        ],
    ),
    ("tccc/imcdr.json", &[]),
    ("tccc/videoCdr.json", &[]),
];

/// A line of the ledger.
struct Row {
    /// The family: what the heading above it has in parentheses.
    family: String,
    cells: Vec<String>,
}

fn ledger() -> Vec<Row> {
    let text = std::fs::read_to_string(fixtures_dir().join("QUIRKS.md")).unwrap();
    let mut family = String::new();
    let mut rows = Vec::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            family = heading.split("(`").nth(1).unwrap().trim_end_matches("`)").to_owned();
        } else if let Some(row) = line.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")) {
            let cells: Vec<String> = row.split(" | ").map(str::to_owned).collect();
            if cells[0] != "where" {
                rows.push(Row { family: family.clone(), cells });
            }
        }
    }
    rows
}

#[test]
fn the_findings_on_the_documents_samples_are_these() {
    let samples: Vec<_> = files(".json").into_iter().filter(|(name, _)| !name.contains("authored")).collect();
    let names: Vec<&str> = samples.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, FINDINGS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    for ((name, expected), (_, body)) in FINDINGS.iter().zip(&samples) {
        let query = match name.strip_prefix("tccc/").and_then(|name| name.split('.').next()) {
            Some(action) => format!("action={action}&version=1"),
            None => String::new(),
        };
        let report = Webhook::inspect_request(&query, body).unwrap().report;
        let found: Vec<(&str, &str)> = report.iter().map(|finding| (finding.path(), finding.code().as_str())).collect();
        assert_eq!(found, *expected, "{name}");
    }
}

#[test]
fn each_of_these_findings_has_its_line_in_the_ledger() {
    let ledger = ledger();
    for (name, findings) in FINDINGS {
        let (family, _) = name.split_once('/').unwrap();
        for (path, code) in *findings {
            let is_listed = ledger.iter().any(|row| {
                row.family == family
                    && row.cells[0].contains(&format!("`{path}`"))
                    && row.cells[2].contains(&format!("`{name}`"))
                    && row.cells[4].contains(&format!("`{code}`"))
            });
            assert!(is_listed, "no line on {path} ({code}) of {name}");
        }
    }
}

#[test]
fn each_line_of_the_ledger_is_whole_and_names_samples_and_codes_that_there_are() {
    let ledger = ledger();
    assert!(ledger.len() > 50);
    for Row { family, cells } in &ledger {
        assert_eq!(cells.len(), 5, "{}", cells[0]);
        assert!(["tccc", "desk", "sevenmoor"].contains(&family.as_str()), "{family}");
        let finding = cells[4].split('`').nth(1).unwrap_or("–");
        assert!(finding == "–" || Code::ALL.iter().any(|code| code.as_str() == finding), "{}: {finding}", cells[0]);
        for sample in cells.iter().flat_map(|cell| cell.split('`').skip(1).step_by(2)) {
            if sample.ends_with(".json") || sample.ends_with(".printed.txt") {
                assert!(fixtures_dir().join(sample).is_file(), "{}: {sample}", cells[0]);
            }
        }
    }
}
