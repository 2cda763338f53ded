//! `EndStatusString`: what is known of each word. The table of the type's documentation is the test's.

use callhook::Outcome;
use callhook::tccc::{EndStatusString, Party};

/// Word, number on a phone record, number on a chat record, answered, ended by, on the retry list, outcome.
type Row = [&'static str; 7];

/// The rows of the table that the type's documentation has.
fn documented() -> Vec<Row> {
    let source = include_str!("../../src/tccc/end_status.rs");
    let rows = source.lines().filter_map(|line| line.strip_prefix("    /// | `")?.strip_suffix(" |"));
    let cells = |row: &'static str| row.split(" | ").map(|cell| cell.trim_matches('`')).collect::<Vec<_>>();
    rows.map(|row| cells(row).try_into().unwrap()).collect()
}

#[test]
fn every_word_has_the_facts_of_the_documented_table() {
    let documented = documented();
    assert!(documented.contains(&["seatGiveUp", "17", "17", "no", "agent", "–", "not_answered_by_agent"]));
    let number = |code: Option<i64>| code.map_or("–".to_owned(), |code| code.to_string());
    let facts = EndStatusString::ALL.iter().map(|status| {
        if let Some(code) = status.code() {
            assert_eq!(EndStatusString::from_code(code).as_ref(), Some(status));
        }
        if let Some(code) = status.chat_code() {
            assert_eq!(EndStatusString::from_chat_code(code).as_ref(), Some(status));
        }
        [
            status.as_str().to_owned(),
            number(status.code()),
            number(status.chat_code()),
            status.implies_answered().map_or("–", |answered| if answered { "yes" } else { "no" }).to_owned(),
            status.ended_by().map_or("–", Party::as_str).to_owned(),
            if status.is_on_retry_list() { "yes" } else { "–" }.to_owned(),
            Outcome::from(status).as_str().to_owned(),
        ]
    });
    assert_eq!(facts.collect::<Vec<_>>(), documented);
}

#[test]
fn exactly_the_vendors_codes_are_on_the_retry_list() {
    let listed: Vec<i64> = (0..=600)
        .filter(|code| EndStatusString::from_code(*code).is_some_and(|status| status.is_on_retry_list()))
        .collect();
    assert_eq!(listed, [202, 203, 204, 205, 206, 207, 208, 210, 212, 213, 215, 216, 217, 218, 219, 221, 222]);
}

#[test]
fn numbers_without_a_word_give_none() {
    for code in [3, 16, 112, 200, 214, 223, 224, 234, 500, 504, -1] {
        assert_eq!(EndStatusString::from_code(code), None, "{code}");
    }
    for code in [2, 103, 104, 105, 106, 107, 109, 110, 202, -1] {
        assert_eq!(EndStatusString::from_chat_code(code), None, "{code}");
    }
}

#[test]
fn an_unlisted_end_status_answers_nothing() {
    let status = EndStatusString::from("teleported");
    assert_eq!(status.code(), None);
    assert_eq!(status.chat_code(), None);
    assert_eq!(status.implies_answered(), None);
    assert_eq!(status.ended_by(), None);
    assert!(!status.is_on_retry_list());
    assert_eq!((status.label(), status.label_zh()), ("teleported", "teleported"));
}

#[test]
fn the_sdks_other_word_for_a_block_list_is_read_as_that() {
    assert_eq!(EndStatusString::from("CallinBlockedContact"), EndStatusString::BlackList);
    assert_eq!(EndStatusString::BlackList.as_str(), "blackList");
}
