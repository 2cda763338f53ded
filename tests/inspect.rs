//! The example `inspect`, as someone at a terminal sees it.
#![allow(missing_docs, clippy::unwrap_used)]

#[allow(dead_code)]
#[path = "../examples/inspect/main.rs"]
mod inspect;

use std::ffi::OsString;
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

struct Run {
    code: u8,
    out: String,
    problems: String,
}

fn run_with(arguments: &[&str], input: &[u8]) -> Run {
    let (mut out, mut problems) = (Vec::new(), Vec::new());
    let arguments = arguments.iter().map(OsString::from);
    let code = inspect::run(arguments, &mut &*input, &mut out, &mut problems);
    Run { code, out: String::from_utf8(out).unwrap(), problems: String::from_utf8(problems).unwrap() }
}

/// Runs it, which must work without a problem; returns the output.
fn run(arguments: &[&str]) -> String {
    let run = run_with(arguments, b"");
    assert_eq!((run.code, run.problems.as_str()), (0, ""), "{arguments:?}");
    run.out
}

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name).to_str().unwrap().to_owned()
}

/// A file with that content in a folder with that name.
fn file(folder: &str, name: &str, content: &[u8]) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("inspect").join(folder);
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    std::fs::write(&file, content).unwrap();
    file.to_str().unwrap().to_owned()
}

// ---- the command line ----

#[test]
fn help_documents_every_option_and_exit_code() {
    let help = run(&["--help"]);
    assert_eq!(run(&["-h"]), help);
    for word in ["--query QUERY", "--json", "--report", "--all", "-h, --help", "--version", "standard input"] {
        assert!(help.contains(word), "{word}");
    }
    for code in ["\n  0  ", "\n  1  ", "\n  2  "] {
        assert!(help.contains(code), "{code:?}");
    }
    assert!(help.lines().all(|line| line.width() <= 100));
}

#[test]
fn version_is_that_of_the_crate() {
    assert_eq!(run(&["--version"]), format!("inspect (callhook {})\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_wrong_command_line_is_exit_code_2() {
    for (arguments, problem) in [
        (&["--colour"][..], "unknown option \"--colour\""),
        (&["-x"], "unknown option \"-x\""),
        (&["--query"], "--query needs a value"),
        (&["--query=action=cdr"], "--query needs a file"),
        (&["--all", "body.json"], "--all prints every sample"),
    ] {
        let run = run_with(arguments, b"");
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.problems.starts_with("inspect: ") && run.problems.contains(problem), "{}", run.problems);
    }
}

#[test]
fn a_query_may_be_given_in_three_ways() {
    let body = file("ways", "body.json", &std::fs::read(fixture("tccc/cdr.json")).unwrap());
    let out = run(&["--query", "action=cdr&version=1", &body]);
    assert!(out.contains("  tccc.cdr  Webhook::Tccc(Push::Phone(_))\n"), "{out}");
    assert_eq!(run(&["--query=action=cdr&version=1", &body]), out);
    assert_eq!(run(&["--query", "https://example.com/hook?action=cdr&version=1", &body]), out);
    assert_eq!(run(&["--query=?action=cdr&version=1", "--", &body]), out);
}

#[test]
fn a_dash_is_standard_input() {
    let body = std::fs::read(fixture("sevenmoor/dialoutRing.json")).unwrap();
    let run = run_with(&["-"], &body);
    assert_eq!((run.code, run.problems.as_str()), (0, ""));
    assert!(
        run.out.starts_with("-\n  sevenmoor.dialoutRing  Webhook::SevenMoor(Push::DialoutRing(_))\n"),
        "{}",
        run.out
    );
}

// ---- the query ----

#[test]
fn a_samples_query_is_guessed_from_wherever_the_tool_is_called() {
    let around = format!("{}/../tccc/imcdr.json", fixture("desk"));
    for path in [fixture("tccc/imcdr.json"), around] {
        assert!(run(&[&path]).contains("  tccc.imcdr  Webhook::Tccc(Push::Chat(_))  --query 'action=imcdr&version=1'"));
    }
    // A copy in a folder of that name is as good.
    let copy = file("copy/tccc", "videoCdr.json", &std::fs::read(fixture("tccc/videoCdr.json")).unwrap());
    assert!(run(&[&copy]).contains("  tccc.videoCdr  "));
}

#[test]
fn without_a_query_a_record_gets_a_hint() {
    let body = std::fs::read(fixture("tccc/cdr.json")).unwrap();
    for (folder, name) in [("elsewhere", "cdr.json"), ("dated/tccc", "2026-11-26.json")] {
        let run = run_with(&[&file(folder, name, &body)], b"");
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        assert!(run.problems.contains("the URL query has no `action`"), "{}", run.problems);
        assert!(run.problems.contains(": hint: ") && run.problems.contains("add --query 'action=cdr&version=1'"));
    }
    let run = run_with(&["-"], br#"{"mood":"fine"}"#);
    assert_eq!(run.code, 0);
    // It names the file: with --json, nothing else on standard error does.
    assert!(run.problems.starts_with("inspect: -: hint: "), "{}", run.problems);
    assert!(run.problems.contains("add --query 'action=cdr&version=1'"), "{}", run.problems);
}

// ---- what is not one payload ----

#[test]
fn an_archive_is_recognised_and_the_archive_tool_named() {
    let line = serde_json::from_slice::<Value>(&std::fs::read(fixture("tccc/cdr.json")).unwrap()).unwrap().to_string();
    let ndjson = format!("{line}\n{line}\n");
    let with_mark = format!("\u{feff}{ndjson}");
    let gzip = [&[0x1f, 0x8b, 8, 0][..], b"lululing"].concat();
    let zstd = [&[0x28, 0xb5, 0x2f, 0xfd][..], b"lululing"].concat();
    for (body, what) in
        [(ndjson.as_bytes(), "NDJSON"), (with_mark.as_bytes(), "NDJSON"), (&gzip, "gzip"), (&zstd, "zstd")]
    {
        let run = run_with(&["--query=action=cdr", "-"], body);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        let hint = run.problems.lines().find(|line| line.starts_with("inspect: -: hint: ")).unwrap();
        assert!(hint.contains(what) && hint.contains("examples/archive"), "{hint}");
        assert!(!run.problems.contains("lululing"), "{}", run.problems);
    }
}

#[test]
fn what_cannot_be_read_is_a_problem_and_the_others_are_read() {
    let run = run_with(&["no-such-file.json", &fixture("sevenmoor/login.json")], b"");
    assert_eq!(run.code, 1);
    assert!(run.problems.starts_with("inspect: no-such-file.json: "), "{}", run.problems);
    assert!(run.out.contains("  sevenmoor.login  "), "{}", run.out);
    assert_eq!(run_with(&["-"], b"").problems.lines().count(), 1);
}

// ---- the forms ----

#[test]
fn json_is_one_object_a_line() {
    let out = run(&["--json", &fixture("tccc/cdr.json")]);
    let object: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(out.lines().count(), 1);
    let keys: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["family", "file", "reply", "report", "value"]);
    assert_eq!(object["family"], "tccc.cdr");
    assert_eq!(object["value"]["Caller"], "008602066247698");
    assert_eq!(object["report"][0]["code"], "duplicate-key");
    assert_eq!(object["reply"]["ErrCode"], 0);

    let run = run_with(&["--json", "-"], b"[]");
    assert_eq!((run.code, run.problems.as_str()), (1, ""));
    let object: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(object["file"], "-");
    assert!(object["error"].as_str().unwrap().contains("not an object"));
    assert_eq!(object.as_object().unwrap().len(), 2);
}

/// An unknown request was said to need no body.
#[test]
fn the_reply_is_the_acknowledgement_if_there_is_one() {
    let cdr = br#"{"SdkAppId":1400000214,"SessionId":"e97be0ab"}"#;
    let acknowledgement = json!({"ErrMsg":"","ErrCode":0});
    for (query, body, reply, in_json) in [
        ("action=cdr&version=1", &cdr[..], r#"  reply: {"ErrMsg":"","ErrCode":0}"#, acknowledgement),
        ("", br#"{"pushType":"cdr","accountId":"N00000019880"}"#, "  reply: no body; status 200 is enough", "".into()),
        ("", br#"{"hello":1}"#, "  reply: none: the request is not known, so answer with 404", Value::Null),
        (
            "action=specifiedSeat",
            br#"{"RequestId":"1"}"#,
            "  reply: none: the vendor waits for your decision",
            Value::Null,
        ),
    ] {
        let run = run_with(&["--query", query, "-"], body);
        assert!(run.out.lines().any(|line| line == reply), "{query}: {}", run.out);
        let run = run_with(&["--json", "--query", query, "-"], body);
        assert_eq!(serde_json::from_str::<Value>(&run.out).unwrap()["reply"], in_json, "{query}");
    }
}

#[test]
fn a_report_has_the_findings_and_no_value() {
    let path = fixture("tccc/cdr.json");
    let out = run(&["--report", &path]);
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].ends_with("fixtures/tccc/cdr.json: tccc.cdr, 3 findings"), "{out}");
    assert_eq!(lines[1], "  Duration: duplicate-key (expected one value, found number)");
    assert_eq!(lines.len(), 4);
    let json: Value = serde_json::from_str(&run(&["--report", "--json", &path])).unwrap();
    assert_eq!(json.as_object().unwrap().len(), 3);
    for secret in ["008602066247698", "lululing", "璐璐", "e97be0ab"] {
        assert!(!out.contains(secret) && !json.to_string().contains(secret), "{secret}");
    }
    assert!(run(&["--report", &fixture("sevenmoor/login.json")]).ends_with(": sevenmoor.login, no findings\n"));
}

#[test]
fn without_arguments_there_is_a_line_a_sample_and_the_phone_record() {
    let out = run(&[]);
    let samples = inspect::samples::files().unwrap();
    for sample in &samples {
        let name = Path::new(sample.file_name().unwrap()).to_str().unwrap();
        assert!(out.lines().any(|line| line.ends_with(&format!("/{name}"))), "{name}");
    }
    assert!(out.contains("    Caller                008602066247698\n"), "{out}");
    assert!(out.contains(" · Nick 璐璐\n"), "{out}");
    assert!(out.lines().count() < samples.len() + 38, "{} lines", out.lines().count());
    assert!(out.contains("--all"));
}

#[test]
fn all_prints_every_sample_in_full() {
    let out = run(&["--all"]);
    let heads = out.lines().filter(|line| line.contains("fixtures/") && line.ends_with(".json")).count();
    assert_eq!(heads, inspect::samples::files().unwrap().len());
    for words in ["Some(", "None", "TimeDelta", "PhoneCdr {", "Extra", "Unlisted(", "TextContent"] {
        assert!(!out.contains(words), "{words}");
    }
    assert!(out.contains("    MsgBody[0]\n      MsgType     TIMImageElem\n"), "{out}");
    assert!(out.contains("EventTime          2024-09-05T12:40:20.017Z\n"), "{out}");
}

#[test]
fn values_come_in_the_vendors_order() {
    let out = run(&[&fixture("tccc/cdr.json")]);
    let keys: Vec<&str> = out.lines().skip(2).map_while(|line| line.strip_prefix("    ")?.split(' ').next()).collect();
    assert_eq!(keys[..4], ["SdkAppId", "SessionId", "Direction", "StartTimestamp"]);
}

#[test]
fn values_are_aligned_beside_chinese_keys() {
    let body = r#"{"pushType":"login","agentName":"小安","满意度":"1","备注":"北京"}"#;
    let out = run_with(&["-"], body.as_bytes()).out;
    let column = |key: &str, value: &str| {
        let line = out.lines().find(|line| line.trim_start().starts_with(key)).unwrap();
        line[..line.rfind(value).unwrap()].width()
    };
    let columns = [column("pushType", "login"), column("满意度", "1"), column("备注", "北京")];
    assert_eq!(columns, [columns[0]; 3], "{out}");
}

#[test]
fn nothing_that_a_sender_wrote_moves_the_cursor() {
    let body = "{\"pushType\":\"login\",\"agentName\":\"a\\u001b[2Jb\",\"x\\u001b[1m\":\"\\u202eabc\",\"y\":\" a \"}";
    let out = run_with(&["-"], body.as_bytes()).out;
    assert!(out.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}'), "{out:?}");
    assert!(out.contains(r#""a\u{1b}[2Jb""#) && out.contains("\" a \""), "{out}");
    let error = run_with(&["-"], "{\"Event\":\"x\",\"SessionId\":\"a\",\"CallbackCommand\":\"\\u001b[2J\"}".as_bytes());
    assert!(!error.problems.contains('\u{1b}'), "{}", error.problems);
}

// ---- the output ----

/// Takes so many bytes, then fails.
struct Full {
    room: usize,
    error: ErrorKind,
}

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self.room.min(bytes.len()) {
            0 if !bytes.is_empty() => Err(Error::from(self.error)),
            taken => {
                self.room -= taken;
                Ok(taken)
            }
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_ends_the_output_and_a_full_disk_is_a_problem() {
    let sample = fixture("tccc/cdr.json");
    for arguments in [&[][..], &["--help"], &["--version"], &["--all"], &["--json"], &["--report"], &[&sample]] {
        for room in [0, 1, 20] {
            for (error, expected) in [(ErrorKind::BrokenPipe, 0), (ErrorKind::StorageFull, 1)] {
                let mut problems = Vec::new();
                let arguments = arguments.iter().map(OsString::from);
                let code = inspect::run(arguments, &mut &b""[..], &mut Full { room, error }, &mut problems);
                assert_eq!((code, problems.is_empty()), (expected, expected == 0), "{error} after {room}");
            }
        }
    }
    // What could not be read before the pipe was closed stays a failure.
    let arguments = ["nowhere", &sample].map(OsString::from).into_iter();
    let closed = &mut Full { room: 0, error: ErrorKind::BrokenPipe };
    assert_eq!(inspect::run(arguments, &mut &b""[..], closed, &mut Vec::new()), 1);
    let mut out = Vec::new();
    let gone = &mut Full { room: 0, error: ErrorKind::BrokenPipe };
    assert_eq!(inspect::run([OsString::from("nowhere")].into_iter(), &mut &b""[..], &mut out, gone), 1);
}
