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
        (&["rows", "a.ndjson", "--bom"], "--bom is only for CSV"),
        (&["rows", "a.ndjson", "--threads", "0"], "0 is not in 1..=1024"),
        (&["rows", "a.ndjson", "--threads", "1000000"], "1000000 is not in 1..=1024"),
        (&["rows", "a.ndjson", "-o", "a.ndjson"], "a.ndjson is both an input and an output"),
        (&["rows", "a.ndjson", "-o", "x", "--bad", "x"], "x would be written twice"),
        (&["generate", "x", "--expect", "./x"], "x would be written twice"),
        (&["rows", "a.ndjson", "-o", "no/such/folder"], "cannot write no/such/folder"),
        (&["generate", "--expect", "no/such/folder"], "cannot write no/such/folder"),
        (&["rows", "a.ndjson", "-o", "new/"], "cannot write new/"),
        (&["rows", "a.ndjson", "--bad", "-"], "cannot write -"),
        (&["generate", "-", "--expect", "-"], "cannot write -"),
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
fn a_hyphen_is_standard_output_even_beside_a_file_of_this_name() {
    let folder = folder("hyphen");
    write(&folder, "-", phone());
    let made = run(&folder, &["rows", "./-", "-o", "-"]);
    assert_eq!((made.code, made.out.lines().count()), (0, 1), "{}", made.err);
    assert_eq!(read(&folder, "-"), phone());
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

#[cfg(unix)]
#[test]
fn no_file_is_written_twice_or_read_and_written() {
    let folder = folder("same");
    for (file, text) in [("a.ndjson", phone()), ("out.ndjson", "from yesterday".to_owned())] {
        write(&folder, file, text);
    }
    std::fs::create_dir(folder.join("deep")).unwrap();
    for (target, link) in [
        ("out.ndjson", "link"),
        ("new", "link-to-new"),
        ("link-to-new", "deep-link"),
        ("../new", "deep/link-to-new"),
        (".", "here"),
        ("a.ndjson", "link-to-input"),
    ] {
        std::os::unix::fs::symlink(target, folder.join(link)).unwrap();
    }
    let absolute = folder.join("out.ndjson");
    for (output, bad, file) in [
        ("out.ndjson", "./out.ndjson", "out.ndjson would be written twice"),
        ("out.ndjson", "deep/../out.ndjson", "out.ndjson would be written twice"),
        ("out.ndjson", absolute.to_str().unwrap(), "out.ndjson would be written twice"),
        ("out.ndjson", "link", "out.ndjson would be written twice"),
        ("out.ndjson", "here/out.ndjson", "out.ndjson would be written twice"),
        ("new", "./new", "new would be written twice"),
        ("link-to-new", "new", "new would be written twice"),
        ("deep-link", "here/new", "new would be written twice"),
        ("deep/link-to-new", "deep-link", "new would be written twice"),
        ("new", "link-to-input", "a.ndjson is both an input and an output"),
        ("here/a.ndjson", "new", "a.ndjson is both an input and an output"),
    ] {
        let made = run(&folder, &["rows", "a.ndjson", "-o", output, "--bad", bad, "--format", "ndjson"]);
        assert_eq!(made.code, 2, "{output} {bad}");
        assert!(made.err.contains(file), "{output} {bad}: {}", made.err);
        assert_eq!(read(&folder, "out.ndjson"), "from yesterday", "{output} {bad}");
        assert!(!folder.join("new").exists(), "{output} {bad}");
    }
    assert_eq!(run(&folder, &["rows", "a.ndjson", "-o", "new", "--bad", "deep/new"]).code, 0);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_its_target_is_written() {
    let folder = folder("links");
    write(&folder, "a.ndjson", phone());
    write(&folder, "old", "from yesterday");
    std::fs::create_dir(folder.join("deep")).unwrap();
    let absolute = folder.join("absolute");
    for (target, link) in [
        ("old", "to-old"),
        ("new", "to-new"),
        ("deep/er", "to-deep"),
        ("../up", "deep/to-up"),
        ("deep/to-far", "to-far"),
        ("../far", "deep/to-far"),
        (absolute.to_str().unwrap(), "to-absolute"),
        ("loop", "loop"),
        ("no/such", "nowhere"),
    ] {
        std::os::unix::fs::symlink(target, folder.join(link)).unwrap();
    }
    for (link, file) in [
        ("to-old", "old"),
        ("to-new", "new"),
        ("to-deep", "deep/er"),
        ("deep/to-up", "up"),
        ("to-far", "far"),
        ("to-absolute", "absolute"),
    ] {
        assert_eq!(run(&folder, &["rows", "a.ndjson", "-o", link]).code, 0, "{link}");
        assert!(folder.join(link).is_symlink(), "{link}");
        assert!(!folder.join(file).is_symlink(), "{link}");
        assert!(read(&folder, file).starts_with('{'), "{link}");
    }
    assert!(folder.join("deep/to-far").is_symlink());
    for link in ["loop", "nowhere"] {
        let made = run(&folder, &["rows", "a.ndjson", "-o", link]);
        assert_eq!(made.code, 2, "{link}");
        assert!(made.err.contains(&format!("cannot write {link}")), "{link}: {}", made.err);
        assert!(folder.join(link).is_symlink(), "{link}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_is_replaced_keeps_its_mode() {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;

    let folder = folder("modes");
    let mode = |file: &str| folder.join(file).metadata().unwrap().permissions().mode() & 0o7777;
    for kept in [0o600, 0o640, 0o644, 0o666, 0o400] {
        for file in ["rows", "bad"] {
            write(&folder, file, "from yesterday");
            std::fs::set_permissions(folder.join(file), Permissions::from_mode(kept)).unwrap();
        }
        let mut child =
            command(&folder, &["rows", "-", "-o", "rows", "--bad", "bad"]).stdin(Stdio::piped()).spawn().unwrap();
        let stdin = child.stdin.take().unwrap();
        let parts = || -> Vec<String> {
            let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
            names.filter_map(|name| name.into_string().ok()).filter(|name| name.ends_with(".part")).collect()
        };
        while parts().len() < 2 {
            std::thread::yield_now();
        }
        // The mode may still lack what the umask takes away, and never has more.
        for part in parts() {
            assert_eq!(mode(&part) & !kept, 0, "{kept:o}: {part}");
        }
        drop(stdin);
        assert_eq!(finish(child).code, 0);
        assert_eq!(["rows", "bad"].map(mode), [kept; 2], "{kept:o}");
        for file in ["rows", "bad"] {
            std::fs::remove_file(folder.join(file)).unwrap();
        }
    }
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

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_that_names_the_file() {
    let folder = folder("full");
    write(&folder, "a.ndjson", phone() + "bad\n");
    for arguments in [
        &["rows", "a.ndjson", "-o", "/dev/full", "--format", "ndjson"][..],
        &["rows", "a.ndjson", "-o", "/dev/full", "--format", "csv"],
        &["rows", "a.ndjson", "-o", "/dev/full", "--format", "parquet"],
        &["check", "a.ndjson", "--bad", "/dev/full"],
        &["generate", "/dev/full"],
    ] {
        let made = run(&folder, arguments);
        assert_eq!((made.code, made.out.as_str()), (2, ""), "{arguments:?}");
        assert!(made.err.contains("cannot write /dev/full: No space left on device"), "{arguments:?}: {}", made.err);
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
