//! How the tool treats those who call it.

use std::io::{Read, Write};
use std::process::Stdio;

use crate::support::{LOGIN, bytes, command, finish, folder, phone, read, run, write};

#[test]
fn wrong_usage_has_exit_code_2_and_says_why() {
    let folder = folder("usage");
    write(&folder, "a.ndjson", LOGIN);
    std::fs::create_dir(folder.join("empty")).unwrap();
    for (arguments, reason) in [
        (&[][..], "Usage"),
        (&["report"], "INPUT"),
        (&["report", "missing.ndjson"], "missing.ndjson: no such file or folder"),
        (&["report", "2024-*"], "2024-*: no file matches"),
        (&["report", "empty"], "there is no file in empty"),
        (&["report", "a.ndjson", "--time-zone", "Mars"], "neither an offset"),
        (&["rows", "a.ndjson", "--format", "xml"], "xml"),
        (&["rows", "a.ndjson", "--bom"], "--bom is for CSV"),
        (&["rows", "a.ndjson", "-o", "a.ndjson"], "a.ndjson would be read and written"),
        (&["rows", "a.ndjson", "-o", "x", "--bad", "x"], "x would be written twice"),
        (&["rows", "a.ndjson", "-o", "no/such/folder"], "cannot write no/such/folder"),
    ] {
        let made = run(&folder, arguments);
        assert_eq!(made.code, 2, "{arguments:?}");
        assert!(made.err.contains(reason), "{arguments:?}: {}", made.err);
        assert_eq!(made.out, "", "{arguments:?}");
    }
    assert_eq!(read(&folder, "a.ndjson"), LOGIN);
}

#[test]
fn help_and_version_are_no_errors() {
    let folder = folder("help");
    for arguments in [&["--help"][..], &["--version"], &["rows", "--help"]] {
        let made = run(&folder, arguments);
        assert_eq!((made.code, made.err.as_str()), (0, ""), "{arguments:?}");
    }
    assert!(run(&folder, &["--help"]).out.contains("Exit codes:"));
}

#[test]
fn outputs_are_opened_only_after_the_inputs_were_found() {
    let folder = folder("opened");
    write(&folder, "rows.csv", "from yesterday");
    for missing in ["missing.ndjson", "*.ndjson"] {
        assert_eq!(run(&folder, &["rows", missing, "-o", "rows.csv", "--bad", "bad"]).code, 2);
    }
    assert_eq!(read(&folder, "rows.csv"), "from yesterday");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn a_file_appears_when_it_is_whole() {
    let folder = folder("whole");
    write(&folder, "rows.parquet", "from yesterday");
    let mut child = command(&folder, &["rows", "-", "-o", "rows.parquet"]).stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(phone().as_bytes()).unwrap();
    while std::fs::read_dir(&folder).unwrap().count() < 2 {
        std::thread::yield_now();
    }
    assert_eq!(read(&folder, "rows.parquet"), "from yesterday");
    drop(stdin);
    assert_eq!(finish(child).code, 0);
    assert!(bytes(&folder, "rows.parquet").starts_with(b"PAR1"));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = folder("pipe");
    // Ids that do not compress: each output must be longer than the 64 KiB that a pipe takes without a reader.
    let call = |number: u32| {
        let id = u128::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        phone().replace("\"007\"", &format!("\"{number}\"")).replace("\"a\"", &format!("\"{id:032x}\""))
    };
    write(&folder, "a.ndjson", (0..8000).map(call).collect::<String>());
    for arguments in [
        &["rows", "a.ndjson"][..],
        &["rows", "a.ndjson", "--format", "csv"],
        &["rows", "a.ndjson", "--format", "parquet"],
        &["report", "a.ndjson", "--json"],
        &["generate", "--lines", "5000"],
    ] {
        let mut child = command(&folder, arguments).spawn().unwrap();
        child.stdout.take().unwrap().read_exact(&mut [0; 4]).unwrap();
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn the_report_goes_where_the_rows_do_not() {
    let folder = folder("streams");
    write(&folder, "a.ndjson", phone() + "bad\n");
    let made = run(&folder, &["rows", "a.ndjson"]);
    assert_eq!(made.out.lines().count(), 1);
    assert!(made.out.starts_with('{'));
    assert!(made.err.starts_with("1 push and 1 bad line, "), "{}", made.err);
    assert!(made.err.contains("\n1 row\n") && made.err.contains("a.ndjson:2: "), "{}", made.err);
    for arguments in [&["-o", "rows.ndjson"][..], &["-o", "rows.csv"], &["-o", "rows.parquet"]] {
        let made = run(&folder, &[&["rows", "a.ndjson"], arguments].concat());
        assert!(made.out.starts_with("1 push and 1 bad line, "), "{}", made.out);
        assert_eq!(made.err, "");
    }
}

/// `script`, which every Linux has, gives a program a terminal.
#[cfg(target_os = "linux")]
#[test]
fn progress_is_shown_on_a_terminal_only() {
    let folder = folder("progress");
    write(&folder, "a.ndjson", phone().repeat(5000) + "bad\n" + &phone().repeat(5000));
    let size = bytes(&folder, "a.ndjson").len() as f64 / 1024.0 / 1024.0;
    let report = format!("'{}' report a.ndjson", env!("CARGO_BIN_EXE_archive"));
    let mut script = std::process::Command::new("script");
    script.current_dir(&folder).env("TERM", "xterm").args(["-qec", &report, "/dev/null"]);
    let made = finish(script.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap());
    assert_eq!(made.code, 1, "{}", made.err);
    let drawn: Vec<&str> = made.out.split('\r').filter(|line| line.contains(" left")).collect();
    for part in [&format!(" % of {size:.2} MiB, "), "B/s, ", "s left", " left, 1 bad line"] {
        assert!(drawn.iter().any(|line| line.contains(part)), "{part}: {drawn:?}");
    }
    assert_eq!(run(&folder, &["report", "a.ndjson"]).err, "");
}
