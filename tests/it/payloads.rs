//! The table of payloads on the front page, in both languages: it names what each sample is read as, and nothing else.

use std::collections::BTreeSet;

use callhook::{Webhook, desk, sevenmoor, tccc};

use crate::support::{files, fixtures_dir};

fn page(name: &str) -> String {
    std::fs::read_to_string(fixtures_dir().join("..").join(name)).unwrap()
}

/// The types that the table names: what is between backticks in its last column.
fn types(page: &str) -> BTreeSet<&str> {
    let section = page.split("\n## ").find(|section| section.contains("`PhoneCdr`, `ChatCdr`")).unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| ") && line.matches('|').count() == 5);
    let cells = rows.map(|row| row.rsplit('|').nth(1).unwrap());
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect()
}

/// The type that a sample is read as.
fn type_of(name: &str, body: &[u8]) -> &'static str {
    let query = match name.strip_prefix("tccc/").and_then(|name| name.split('.').next()) {
        Some("CallInBound") | None => String::new(),
        Some(action) => format!("action={action}"),
    };
    match Webhook::from_request(&query, body).unwrap() {
        Webhook::Tccc(push) => match push {
            tccc::Push::Phone(_) => "PhoneCdr",
            tccc::Push::Chat(_) => "ChatCdr",
            tccc::Push::Video(_) => "VideoCdr",
            tccc::Push::Record(_) => "RecordPush",
            tccc::Push::Voicemail(_) => "VoicemailPush",
            tccc::Push::InboundCall(_) => "InboundCall",
            tccc::Push::SpecifiedSeat(_) => "SpecifiedSeat",
            other => panic!("{name}: {other:?}"),
        },
        Webhook::Desk(push) => match push {
            desk::Push::SessionEvent(_) => "SessionEvent",
            desk::Push::AssignAgent(_) => "AssignAgent",
            desk::Push::InterfaceInvocation(_) => "InterfaceInvocation",
            other => panic!("{name}: {other:?}"),
        },
        Webhook::SevenMoor(push) => match push {
            sevenmoor::Push::CallRecord(_) => "CallRecord",
            sevenmoor::Push::MediaFailReason(_) => "MediaFailReason",
            sevenmoor::Push::Login(_) | sevenmoor::Push::Logout(_) => "LoginPush",
            push => push.call().map(|_| "CallPush").unwrap_or_else(|| panic!("{name}: {push:?}")),
        },
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn the_table_names_what_the_samples_are_read_as() {
    let samples = files(".json");
    // The sample of an answered call names no account, so that only 7moor's own address knows it.
    let known = samples.iter().filter(|(name, _)| !name.starts_with("sevenmoor/incomingHangup.authored"));
    let read: BTreeSet<&str> = known.map(|(name, body)| type_of(name, body)).collect();
    assert_eq!(types(&page("README.md")), read);
}

#[test]
fn both_languages_have_the_same_types_examples_and_sections() {
    let (english, chinese) = (page("README.md"), page("README.zh-CN.md"));
    assert_eq!(types(&english), types(&chinese));
    let blocks = |page: &str| page.split("```").skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(blocks(&english), blocks(&chinese));
    let sections = |page: &str| page.lines().filter(|line| line.starts_with("## ")).count();
    assert_eq!(sections(&english), sections(&chinese));
}
