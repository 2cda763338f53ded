//! Lines that cannot be read.

use crate::support::{LOGIN, PHONE, folder, gzip, phone, read, run, write};

#[test]
fn bad_lines_are_listed_with_file_and_line_and_kept_as_they_came() {
    let folder = folder("bad");
    let bad = [
        "{not json\r\n".to_owned(),
        format!("{PHONE}\n"),
        "{\"ts\":1,\"query\":\"action=cdr\"}\n".to_owned(),
        "{\"query\":7,\"body\":{}}\n".to_owned(),
        "{\"query\":\"action=cdr\",\"body\":{\"SdkAppId\":1}}\n".to_owned(),
        "{\"query\":\"action=cdr\",\"body\":{\"SdkAppId\":1,}}\n".to_owned(),
        "{\"body\":\"{\",\"query\":\"action=cdr\"}\n".to_owned(),
    ];
    write(&folder, "a.ndjson", format!("{LOGIN}\n{}", bad.concat()));
    let made = run(&folder, &["check", "a.ndjson", "--bad", "bad.ndjson"]);
    assert_eq!(made.code, 1);
    let list = made.out.split("Bad lines: 7\n").nth(1).unwrap();
    assert_eq!(
        list.lines().collect::<Vec<_>>(),
        [
            "  a.ndjson:3: the body is not JSON: key must be a string at line 1 column 2",
            "  a.ndjson:4: the URL query has no `action`",
            "  a.ndjson:5: there is a `query`, and no object or text in `body`",
            "  a.ndjson:6: `query` is not a text",
            "  a.ndjson:7: SessionId is missing: expected text, found nothing",
            "  a.ndjson:8: the body is not JSON: trailing comma at line 1 column 15",
            "  a.ndjson:9: the body is not JSON: EOF while parsing an object at line 1 column 1",
        ]
    );
    assert_eq!(read(&folder, "bad.ndjson"), bad.concat());
}

#[test]
fn bad_lines_may_be_allowed_and_only_the_first_are_shown() {
    let folder = folder("allowed");
    write(&folder, "a.ndjson", format!("{LOGIN}x\ny\nz"));
    for (arguments, code) in [(&["--max-bad", "2"][..], 1), (&["--max-bad", "3"], 0), (&[], 1)] {
        for command in ["report", "rows", "check"] {
            assert_eq!(
                run(&folder, &[&[command, "a.ndjson"], arguments].concat()).code,
                code,
                "{command} {arguments:?}"
            );
        }
    }
    let made = run(&folder, &["report", "a.ndjson", "--show", "1"]);
    assert!(made.out.contains("Bad lines: 3 (--bad FILE keeps them)\n  a.ndjson:2: "), "{}", made.out);
    assert!(made.out.ends_with("\n  and 2 more (--show)\n"), "{}", made.out);
}

#[test]
fn a_line_that_is_too_long_is_one_bad_line_and_the_next_is_read() {
    let folder = folder("long");
    let long = "x".repeat(5 * 1024 * 1024);
    write(&folder, "a.ndjson", format!("{LOGIN}{long}\n{LOGIN}?\n"));
    let made = run(&folder, &["check", "a.ndjson", "--bad", "bad.ndjson"]);
    assert!(made.out.starts_with("2 pushes and 2 bad lines"), "{}", made.out);
    assert!(made.out.contains("  a.ndjson:2: longer than any push\n  a.ndjson:4: "), "{}", made.out);
    assert!(read(&folder, "bad.ndjson") == format!("{long}\n?\n"));
}

#[test]
fn a_long_line_that_its_file_does_not_end_is_a_line_of_its_own_among_the_bad_ones() {
    let folder = folder("not-ended");
    let long = "x".repeat(3 * 1024 * 1024);
    for (file, text) in [("a.ndjson", &*long), ("b.ndjson", LOGIN), ("c.ndjson", "?\n"), ("d.ndjson", &long)] {
        write(&folder, file, text);
    }
    run(&folder, &["check", "a.ndjson", "b.ndjson", "c.ndjson", "d.ndjson", "--bad", "bad.ndjson"]);
    assert!(read(&folder, "bad.ndjson") == format!("{long}\n?\n{long}"));
}

/// A phone record in a line of this length.
fn long(length: usize) -> String {
    let line = phone();
    let blanks = " ".repeat(length - line.trim_end().len());
    line.replacen("\"body\":", &format!("\"body\":{blanks}"), 1)
}

#[test]
fn a_line_of_more_than_a_mebibyte_is_bad_wherever_it_is() {
    let folder = folder("limit");
    for (length, good) in [(1024 * 1024, true), (1024 * 1024 + 1, false), (1_300_000, false), (2_500_000, false)] {
        let line = long(length);
        for (before, after) in [(0, 0), (0, 1), (1, 1), (1000, 0), (1000, 1000), (3000, 3000)] {
            write(&folder, "a.ndjson", [LOGIN.repeat(before), line.clone(), LOGIN.repeat(after)].concat());
            let made = run(&folder, &["check", "a.ndjson", "--bad", "bad.ndjson"]);
            let place = format!("{length} bytes after {before} and before {after} lines");
            if good {
                assert_eq!((made.code, read(&folder, "bad.ndjson").as_str()), (0, ""), "{place}: {}", made.out);
            } else {
                let reason = format!("Bad lines: 1\n  a.ndjson:{}: longer than any push\n", before + 1);
                assert!(made.out.ends_with(&reason), "{place}: {}", made.out);
                assert!(read(&folder, "bad.ndjson") == line, "{place}");
            }
        }
    }
}

#[test]
fn a_wrapper_that_is_not_json_is_bad() {
    let folder = folder("not-json");
    let query = r#""query":"action=cdr""#;
    let text = serde_json::to_string(PHONE).unwrap();
    for (line, reason) in [
        (format!(r#"{{{query},"body":{PHONE},"x":truth}}"#), "expected ident"),
        (format!(r#"{{{query},"body":{PHONE},"x":}}"#), "expected value"),
        (format!(r#"{{{query},"x":truth,"body":{PHONE}}}"#), "expected ident"),
        (format!(r#"{{"x":01,"body":{PHONE},{query}}}"#), "invalid number"),
        (format!(r#"{{{query},"body":{text},"x":-}}"#), "invalid number"),
        (format!(r#"{{{query},"body":{PHONE},"x":{{"a":truth}}}}"#), "expected ident"),
        (format!(r#"{{{query},"body":{PHONE},"x":[1 2]}}"#), "expected `,` or `]`"),
        (format!(r#"{{{query},"body":{PHONE},"x":"\q"}}"#), "invalid escape"),
        (format!(r#"{{"\q":1,{query},"body":{PHONE}}}"#), "invalid escape"),
        (format!(r#"{{{query},"body":{{x}},"body":{PHONE}}}"#), "key must be a string"),
        (format!("{{{query},\u{c}\"body\":{PHONE}}}"), "key must be a string"),
    ] {
        write(&folder, "a.ndjson", format!("{}{line}\n{}{line}\n", phone(), phone()));
        let made = run(&folder, &["rows", "a.ndjson", "--bad", "bad.ndjson"]);
        assert_eq!((made.code, made.out.lines().count()), (1, 2), "{line}");
        for number in [2, 4] {
            let start = format!("  a.ndjson:{number}: the body is not JSON: {reason} at line 1 column ");
            assert!(made.err.contains(&start), "{line}: {}", made.err);
        }
        assert_eq!(read(&folder, "bad.ndjson"), format!("{line}\n{line}\n"));
    }
    let mut line = format!(r#"{{{query},"body":{PHONE},"x":"?"}}"#).into_bytes();
    line.iter_mut().filter(|byte| **byte == b'?').for_each(|byte| *byte = 0xff);
    write(&folder, "a.ndjson", line);
    let made = run(&folder, &["rows", "a.ndjson"]);
    assert!(made.err.contains("  a.ndjson:1: the body is not UTF-8 "), "{}", made.err);
}

#[test]
fn a_broken_file_is_a_bad_line_and_the_next_file_is_read() {
    let folder = folder("broken");
    let whole = gzip(&LOGIN.repeat(1000));
    write(&folder, "a.gz", &whole[..whole.len() / 2]);
    write(&folder, "b.ndjson", LOGIN);
    let made = run(&folder, &["report", "a.gz", "b.ndjson"]);
    assert_eq!(made.code, 1);
    let bad = made.out.split("Bad lines: 1 ").nth(1).unwrap_or_else(|| panic!("{}", made.out));
    assert!(bad.contains("  a.gz:") && bad.contains(": the rest of the file cannot be read: "), "{bad}");
    assert!(made.out.contains("sevenmoor.login"), "{}", made.out);
    // Any number of lines may be lost.
    assert_eq!(run(&folder, &["report", "a.gz", "b.ndjson", "--max-bad", "9"]).code, 1);
}

#[test]
fn every_whole_line_before_the_break_is_read() {
    let folder = folder("before-the-break");
    let whole = gzip(&LOGIN.repeat(40_000));
    for part in [2, 3, 5] {
        let cut = &whole[..whole.len() * (part - 1) / part];
        let mut decoded = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(cut), &mut decoded).unwrap_err();
        let lines = decoded.iter().filter(|byte| **byte == b'\n').count();
        assert!(lines > 10_000, "{lines}");
        write(&folder, "a.gz", cut);
        let made = run(&folder, &["report", "a.gz"]);
        assert!(made.out.starts_with(&format!("{lines} pushes and 1 bad line")), "{lines}: {}", made.out);
        let bad = format!("  a.gz:{}: the rest of the file cannot be read: ", lines + 1);
        assert!(made.out.contains(&bad), "{bad}: {}", made.out);
    }
}
