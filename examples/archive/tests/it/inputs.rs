//! What an archive may be.

use std::path::Path;

use crate::support::{LOGIN, PHONE, folder, gzip, part, phone, run, run_with, write};

/// The events of a report, without blanks.
fn events(folder: &Path, arguments: &[&str]) -> String {
    let made = run(folder, &[&["report"], arguments].concat());
    assert_eq!(made.code, 0, "{}{}", made.out, made.err);
    part(&made.out, "Pushes").split_whitespace().skip(1).collect::<Vec<_>>().join(" ")
}

#[test]
fn compression_is_recognised_by_content_and_not_by_name() {
    let folder = folder("compressed");
    let zstd = |text: &str| zstd::encode_all(text.as_bytes(), 1).unwrap();
    write(&folder, "a", [gzip(&phone()), gzip(LOGIN)].concat());
    write(&folder, "b.log", [zstd(&phone()), zstd(LOGIN)].concat());
    write(&folder, "c.gz", phone() + LOGIN);
    for file in ["a", "b.log", "c.gz"] {
        assert_eq!(events(&folder, &[file]), "sevenmoor.login 1 tccc.cdr 1", "{file}");
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let made = run_with(&folder, &["report", "-"], &bytes);
        assert!(made.out.starts_with("2 pushes and 0 bad lines"), "{file}: {}", made.out);
    }
}

#[test]
fn folders_are_read_to_the_bottom_in_order() {
    let folder = folder("folders");
    write(&folder, "in/b/2.ndjson", "b2\n");
    write(&folder, "in/b/1.ndjson", "b1\n");
    write(&folder, "in/a.ndjson", "a\n");
    write(&folder, "in/c", gzip("c\n"));
    write(&folder, "in/.hidden", "x\n");
    write(&folder, "in/_SUCCESS", "x\n");
    write(&folder, "in/rows.parquet", b"PAR1\0\0\0");
    let made = run(&folder, &["check", "in"]);
    let places: Vec<&str> = made.out.lines().filter_map(|line| line.trim().strip_prefix("in/")).collect();
    let places: Vec<&str> = places.iter().map(|line| line.split_once(": ").unwrap().0).collect();
    assert_eq!(places, ["a.ndjson:1", "b/1.ndjson:1", "b/2.ndjson:1", "c:1"]);
    assert!(made.out.contains("\n1 file is not text and was skipped\n"), "{}", made.out);
}

#[test]
fn patterns_find_files() {
    let folder = folder("globs");
    write(&folder, "2024-01.ndjson", LOGIN);
    write(&folder, "2024-02.ndjson", LOGIN);
    write(&folder, "2025-01.ndjson", "bad\n");
    write(&folder, "deep/er/2024-03.ndjson", phone());
    assert_eq!(events(&folder, &["2024-*.ndjson"]), "sevenmoor.login 2");
    assert_eq!(events(&folder, &["**/2024-*"]), "sevenmoor.login 2 tccc.cdr 1");
    write(&folder, "[1].ndjson", phone());
    assert_eq!(events(&folder, &["[1].ndjson"]), "tccc.cdr 1");
}

#[test]
fn a_wrapper_may_have_other_keys_in_any_order() {
    let folder = folder("wrappers");
    let (query, text) = (r#""action=cdr&version=1""#, serde_json::to_string(PHONE).unwrap());
    for line in [
        format!(r#"{{"query":{query},"body":{PHONE}}}"#),
        format!(r#"{{"ts":1,"query":{query},"body":{PHONE}}}"#),
        format!(r#"{{"body":{PHONE},"query":{query}}}"#),
        format!(r#"{{"body":{text},"query":{query}}}"#),
        format!(r#"{{"query":{query},"body":{text}}}"#),
        format!(r#"{{"query":"action=cdr\u0026version=1","body":{PHONE}}}"#),
        format!(r#"  {{ "headers" : {{"body":"}}","a":["]"]}} , "body" : {PHONE} , "query" : {query} , "x":{{}} }}  "#),
        format!(r#"{{"query":{query},"body":{PHONE},"headers":{{"a":{{}}}}}}"#),
        format!("\u{feff}{{\"query\":{query},\"body\":{PHONE}}}\r"),
    ] {
        write(&folder, "a.ndjson", format!("{line}\n{line}\n"));
        assert_eq!(events(&folder, &["a.ndjson"]), "tccc.cdr 2", "{line}");
    }
}

#[test]
fn a_body_may_have_the_keys_of_a_wrapper_inside() {
    let folder = folder("inside");
    let body = PHONE.replacen('{', r#"{"CallScore":{"query":"action=record","body":{}},"#, 1);
    write(&folder, "a.ndjson", format!("{body}\n"));
    assert_eq!(events(&folder, &["a.ndjson", "--query", "action=cdr"]), "tccc.cdr 1");
    write(&folder, "a.ndjson", format!("{{\"query\":\"action=cdr\",\"body\":{body}}}\n"));
    assert_eq!(events(&folder, &["a.ndjson"]), "tccc.cdr 1");
}

#[test]
fn the_query_option_is_for_lines_without_a_query_of_their_own() {
    let folder = folder("query");
    let chat = format!("{{\"query\":\"action=imcdr\",\"body\":{PHONE}}}\n");
    let without = ["", r#""query":"","#, r#""query":null,"#].map(|query| format!("{{{query}\"body\":{PHONE}}}\n"));
    write(&folder, "a.ndjson", format!("{PHONE}\n{chat}{}", without.concat()));
    assert_eq!(events(&folder, &["a.ndjson", "--query", "action=cdr&version=1"]), "tccc.cdr 4 tccc.imcdr 1");
}

#[test]
fn a_json_file_may_hold_one_body_over_several_lines() {
    let folder = folder("one-body");
    let body = serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(PHONE).unwrap()).unwrap();
    write(&folder, "in/body.json", &body);
    write(&folder, "in/body.json.gz", gzip(&body));
    write(&folder, "in/lines.json", phone() + &phone());
    assert_eq!(events(&folder, &["in", "--query", "action=cdr"]), "tccc.cdr 4");
}

#[test]
fn a_wrapper_may_have_what_the_library_accepts_beyond_json() {
    let folder = folder("beyond");
    for value in ["\"a\tb\"", "1e999", "\"\\ud800\""] {
        write(&folder, "a.ndjson", format!("{{\"query\":\"action=cdr\",\"body\":{PHONE},\"x\":{value}}}\n").repeat(2));
        assert_eq!(events(&folder, &["a.ndjson"]), "tccc.cdr 2", "{value}");
    }
}

#[test]
fn a_line_that_is_only_a_byte_order_mark_is_blank() {
    let folder = folder("mark");
    for (text, pushes) in [
        ("\u{feff}".to_owned(), "0 pushes"),
        ("\u{feff}\n\u{feff}".to_owned(), "0 pushes"),
        (format!("{LOGIN}\u{feff}"), "1 push"),
        (format!("{LOGIN}\u{feff} \r\n{LOGIN}"), "2 pushes"),
    ] {
        write(&folder, "a.ndjson", &text);
        let made = run(&folder, &["report", "a.ndjson"]);
        assert!(made.out.starts_with(&format!("{pushes} and 0 bad lines")), "{text:?}: {}", made.out);
    }
}

#[test]
fn blank_lines_and_line_ends_do_not_count() {
    let folder = folder("blank");
    write(&folder, "a.ndjson", format!("\u{feff}{}\r\n\n  \r\n{}", phone().trim(), LOGIN.trim()));
    let made = run(&folder, &["report", "a.ndjson"]);
    assert!(made.out.starts_with("2 pushes and 0 bad lines"), "{}", made.out);
    // The mark is the file's, and no finding on the push.
    assert!(made.out.contains("Adjusted: 0 of 2 pushes"), "{}", made.out);
}
