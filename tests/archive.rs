//! The archive example, run on archives made here.
#![allow(missing_docs, clippy::unwrap_used)]

#[allow(dead_code)]
#[path = "../examples/archive/main.rs"]
mod archive;

use std::path::{Path, PathBuf};

use archive::options::Options;

/// An empty folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("archive").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs the example in a folder; arguments with a dot are files there.
fn run(folder: &Path, arguments: &[&str]) -> String {
    let place = |argument: &&str| match argument.contains('.') {
        true => folder.join(argument).to_str().unwrap().to_owned(),
        false => (*argument).to_owned(),
    };
    let options = Options::parse(arguments.iter().map(place)).unwrap();
    archive::run(&options).unwrap().replace(&format!("{}/", folder.display()), "")
}

fn text(folder: &Path, file: &str) -> String {
    std::fs::read_to_string(folder.join(file)).unwrap()
}

/// The report's part that begins with a word, without what changes from run to run.
fn part<'a>(report: &'a str, title: &str) -> &'a str {
    report.split("\n\n").find(|part| part.starts_with(title)).unwrap_or_else(|| panic!("no {title} in {report}")).trim()
}

const SMALL: &str = concat!(
    "\u{feff}",
    r#"{"query":"action=cdr&version=1","body":{"SdkAppId":1,"SessionId":"a","Direction":0,"StartTimestamp":1608130600,"#,
    r#""QueuedTimestamp":1608130610,"RingTimestamp":1608130620,"AcceptTimestamp":1608130630,"EndedTimestamp":1608130690,"#,
    r#""Duration":"60","EndStatusString":"ok","QueuedSkillGroupId":1072,"SeatUser":{"Name":"lu","StaffNumber":"007"}}}"#,
    "\r\n\n",
    r#"{"body":"{\"SdkAppId\":1,\"SessionId\":\"b\",\"Direction\":0,\"EndStatusString\":\"waitingGiveUp\"}","query":"action=cdr"}"#,
    "\n{not json\n",
    r#"{"SdkAppId":1,"SessionId":"c"}"#,
    "\n",
    r#"{"pushType":"login","agentNumber":"20001"}"#,
    "\n   \n",
    r#"{"query":"action=cdr","body":{"SdkAppId":1}}"#,
);

#[test]
fn each_line_is_counted_shown_and_written_where_it_belongs() {
    let folder = folder("small");
    std::fs::write(folder.join("in.ndjson"), SMALL).unwrap();
    let report = run(&folder, &["in.ndjson", "--out", "out.ndjson", "--csv", "calls.csv", "--rejects", "bad.ndjson"]);
    assert!(report.starts_with("3 pushes and 3 bad lines"), "{report}");
    let pushes = "Pushes\n  tccc.cdr                                  2\n  sevenmoor.login                           1";
    assert_eq!(part(&report, "Pushes"), pushes);
    assert_eq!(
        part(&report, "Calls"),
        "Calls: 2, answered 50.0 %\n  \
         abandoned_in_queue                        1  50.0 %\n  \
         answered                                  1  50.0 %"
    );
    let agents = part(&report, "Agent");
    assert!(
        agents
            .ends_with("lu (007)                                1  100.0 %   1:00/1:00/1:00            0:10/0:10/0:10")
    );
    assert_eq!(
        part(&report, "Findings"),
        "Findings: 1 of 3 pushes were bent\n  coerced-type                              1"
    );
    assert_eq!(
        part(&report, "Bad lines"),
        "Bad lines: 3\n  \
         in.ndjson:4: the body is not JSON: key must be a string at line 1 column 2\n  \
         in.ndjson:5: ?action is missing: expected action, found nothing\n  \
         in.ndjson:8: SessionId is missing: expected text, found nothing"
    );
    assert_eq!(
        text(&folder, "bad.ndjson"),
        "{not json\n{\"SdkAppId\":1,\"SessionId\":\"c\"}\n{\"query\":\"action=cdr\",\"body\":{\"SdkAppId\":1}}\n"
    );
    assert_eq!(
        text(&folder, "out.ndjson").lines().skip(1).collect::<Vec<_>>(),
        [
            r#"{"query":"action=cdr","body":{"SdkAppId":1,"SessionId":"b","Direction":0,"EndStatusString":"waitingGiveUp"}}"#,
            r#"{"agentNumber":"20001","pushType":"login"}"#,
        ]
    );
    let table = text(&folder, "calls.csv");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    assert_eq!(rows.headers().unwrap().iter().collect::<Vec<_>>(), callhook::CallSummary::COLUMNS);
    let calls: Vec<callhook::CallSummary> = rows.deserialize().map(Result::unwrap).collect();
    assert_eq!(calls.iter().map(|call| call.call_id.as_deref().unwrap()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(calls[0].talk.unwrap().num_seconds(), 60);
}

#[test]
fn a_query_for_all_lines_and_a_limit_on_what_is_shown() {
    let folder = folder("query");
    std::fs::write(folder.join("in.txt"), "{\"SdkAppId\":1,\"SessionId\":\"a\"}\nx\ny\nz\n").unwrap();
    let report = run(&folder, &["--query", "action=imcdr", "--bad", "1", "in.txt"]);
    assert!(report.starts_with("1 pushes and 3 bad lines"), "{report}");
    assert!(part(&report, "Pushes").contains("tccc.imcdr"));
    assert_eq!(
        part(&report, "Bad lines"),
        "Bad lines: 3 (--rejects FILE keeps them)\n  \
         in.txt:2: the body is not JSON: expected value at line 1 column 1\n  \
         and 2 more (--bad)"
    );
}

#[test]
fn a_folder_holds_bodies_and_files_of_lines() {
    let folder = folder("bodies.d");
    std::fs::create_dir_all(folder.join("tccc/2024")).unwrap();
    for (file, body) in [
        ("tccc/videoCdr.1.json", "{\n  \"SdkAppId\": 1,\n  \"SessionId\": \"a\"\n}\n"),
        ("tccc/2024/no-action.json", r#"{"SdkAppId":1,"SessionId":"b"}"#),
        ("link.json", r#"{"content":{"callEvent":"link"}}"#),
        ("empty.json", ""),
        ("notes.txt", "nothing"),
        ("more.jsonl", "{\"pushType\":\"cdr\"}\n{\"pushType\":\"cdr\"}\n"),
    ] {
        std::fs::write(folder.join(file), body).unwrap();
    }
    let report = run(folder.parent().unwrap(), &["bodies.d"]);
    assert!(report.starts_with("4 pushes and 2 bad lines"), "{report}");
    assert!(report.contains("\n1 files of other kinds were passed over\n"));
    for family in ["sevenmoor.cdr                             2", "sevenmoor.link  ", "tccc.videoCdr  "] {
        assert!(part(&report, "Pushes").contains(family), "{report}");
    }
    let bad = part(&report, "Bad lines");
    assert!(bad.contains("bodies.d/tccc/2024/no-action.json: ?action is missing"), "{bad}");
    assert!(bad.contains("bodies.d/empty.json: the body is not JSON"), "{bad}");
}

#[test]
fn a_line_beyond_all_measure_is_passed_by_and_the_next_is_read() {
    let folder = folder("long");
    let long = "x".repeat(20 * 1024 * 1024);
    let archive = format!("{{\"pushType\":\"cdr\"}}\n{long}\n{{\"pushType\":\"login\"}}\n?\n");
    std::fs::write(folder.join("in.ndjson"), archive).unwrap();
    let report = run(&folder, &["in.ndjson", "--rejects", "bad.ndjson"]);
    assert!(report.starts_with("2 pushes and 2 bad lines"), "{report}");
    assert_eq!(
        part(&report, "Bad lines"),
        "Bad lines: 2\n  \
         in.ndjson:2: longer than any push\n  \
         in.ndjson:4: the body is not JSON: expected value at line 1 column 1"
    );
    assert!(text(&folder, "bad.ndjson") == format!("{long}\n?\n"));
}

#[test]
fn what_was_written_is_an_archive_of_the_same_calls_however_many_threads_read() {
    let folder = folder("generated");
    let one = ["--threads", "1", "--generate", "3000", "in.ndjson"];
    let first = run(&folder, &[&one[..], &["--out", "1.ndjson", "--csv", "1.csv", "--rejects", "1.bad"]].concat());
    let four = ["--threads", "4", "in.ndjson", "--out", "4.ndjson", "--csv", "4.csv", "--rejects", "4.bad"];
    let second = run(&folder, &four);
    for (a, b) in [("1.ndjson", "4.ndjson"), ("1.csv", "4.csv"), ("1.bad", "4.bad")] {
        assert!(text(&folder, a) == text(&folder, b), "{a} and {b} differ");
    }
    let lines = |file: &str| text(&folder, file).lines().count();
    assert_eq!(lines("in.ndjson"), 3000);
    assert_eq!(lines("1.ndjson") + lines("1.bad"), 3000);
    assert!((1..30).contains(&lines("1.bad")));

    let again = run(&folder, &["1.ndjson", "--out", "again.ndjson", "--csv", "again.csv"]);
    for title in ["Pushes", "Calls", "Agent", "Skill group"] {
        assert_eq!(part(&second, title), part(&first, title));
        assert_eq!(part(&again, title), part(&first, title));
    }
    assert!(text(&folder, "again.ndjson") == text(&folder, "1.ndjson"));
    assert!(text(&folder, "again.csv") == text(&folder, "1.csv"));
    assert!(part(&first, "Findings").contains("duplicate-key"));
    assert!(!part(&again, "Findings").contains("duplicate-key"));
}

#[test]
fn percentiles_are_exact_below_a_minute_and_little_high_above() {
    let folder = folder("percentiles");
    let call = |talk: u64| {
        format!(
            "{{\"SdkAppId\":1,\"SessionId\":\"a\",\"Direction\":0,\"AcceptTimestamp\":1608130600,\
             \"EndedTimestamp\":{},\"EndStatusString\":\"ok\"}}\n",
            1_608_130_600 + talk
        )
    };
    for (lengths, expected) in [
        ((1..=50).collect::<Vec<_>>(), "0:25/0:45/0:50"),
        // 500 lies in the class 496..=503, 900 in 896..=911, 990 in 976..=991.
        ((1..=1000).collect(), "8:23/15:11/16:31"),
        (vec![3600], "1:00:00/1:00:00/1:00:00"),
    ] {
        let lines: String = lengths.into_iter().map(call).collect();
        std::fs::write(folder.join("in.ndjson"), lines).unwrap();
        let report = run(&folder, &["--query", "action=cdr", "in.ndjson"]);
        assert!(part(&report, "Agent").contains(expected), "{report}");
    }
}

#[test]
fn no_file_is_both_read_and_written() {
    let folder = folder("named-twice");
    let file = folder.join("in.ndjson").to_str().unwrap().to_owned();
    std::fs::write(&file, "").unwrap();
    for arguments in
        [vec![&*file, "--out", &file], vec!["-", "--out", &file, "--rejects", &file], vec![], vec!["--out"]]
    {
        assert!(Options::parse(arguments.iter().map(|argument| (*argument).to_owned())).is_err(), "{arguments:?}");
    }
}
