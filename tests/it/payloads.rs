//! The table of payloads on the front page, in both languages: each row says what is so, and none is missing.

use callhook::desk::MsgContent;
use callhook::{Webhook, sevenmoor, tccc};
use serde_json::Value;

use crate::support::{files, fixtures_dir};

fn page(name: &str) -> String {
    std::fs::read_to_string(fixtures_dir().join("..").join(name)).unwrap()
}

/// The lines of the table.
fn rows(page: &str) -> Vec<&str> {
    page.lines().filter(|line| line.starts_with("| `") && line.contains("https://docs.rs/callhook/")).collect()
}

/// What stands between backticks.
fn code(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// The types that a webhook was read as.
fn types(webhook: &Webhook) -> Vec<&'static str> {
    match webhook {
        Webhook::Tccc(push) => vec![match push {
            tccc::Push::Phone(_) => "tccc::PhoneCdr",
            tccc::Push::Chat(_) => "tccc::ChatCdr",
            tccc::Push::Video(_) => "tccc::VideoCdr",
            tccc::Push::Record(_) => "tccc::RecordPush",
            tccc::Push::Voicemail(_) => "tccc::VoicemailPush",
            other => panic!("{other:?}"),
        }],
        Webhook::Desk(event) => {
            let contents = event.msg_body.iter().map(|element| match &element.msg_content {
                MsgContent::Text(_) => "desk::TextContent",
                MsgContent::Location(_) => "desk::LocationContent",
                MsgContent::Face(_) => "desk::FaceContent",
                MsgContent::Custom(_) => "desk::CustomContent",
                MsgContent::Sound(_) => "desk::SoundContent",
                MsgContent::Image(_) => "desk::ImageContent",
                MsgContent::File(_) => "desk::FileContent",
                MsgContent::Video(_) => "desk::VideoContent",
                MsgContent::Relay(_) => "desk::RelayContent",
                other => panic!("{other:?}"),
            });
            ["desk::SessionEvent"].into_iter().chain(contents).collect()
        }
        Webhook::SevenMoor(push) => vec![match push {
            sevenmoor::Push::Answered(_) => "sevenmoor::AnsweredPush",
            sevenmoor::Push::CallRecord(_) => "sevenmoor::CallRecord",
            sevenmoor::Push::MediaFailReason(_) => "sevenmoor::MediaFailReason",
            sevenmoor::Push::Login(_) | sevenmoor::Push::Logout(_) => "sevenmoor::LoginPush",
            sevenmoor::Push::Other(other) => panic!("{other:?}"),
            push => push.call().map(|_| "sevenmoor::CallPush").unwrap(),
        }],
        other => panic!("{other:?}"),
    }
}

/// The query that a sample came with.
fn query(name: &str) -> String {
    match name.strip_prefix("tccc/").and_then(|name| name.split('.').next()) {
        Some(action) => format!("action={action}"),
        None => String::new(),
    }
}

#[test]
fn each_row_says_how_its_sample_is_read() {
    let page = page("README.md");
    assert_eq!(rows(&page).len(), 27);
    for row in rows(&page) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
        let [wire, family, type_name, sample, vendor] = cells[..] else { panic!("{row}") };
        let (family, type_name, sample) = (code(family)[0], code(type_name)[0], code(sample)[0]);

        let body = std::fs::read(fixtures_dir().join(sample)).unwrap();
        // Blanks aside: `"pushType":"cdr"`.
        let text = serde_json::from_slice::<Value>(&body).unwrap().to_string();
        let mut query = String::new();
        for mark in code(wire) {
            match mark.split_once(": ") {
                Some((key, word)) => assert!(text.contains(&format!("\"{key}\":\"{word}\"")), "{row}"),
                None if mark.contains('=') => query = format!("{mark}&version=1"),
                None => assert!(text.contains(&format!("\"{mark}\":")), "{row}"),
            }
        }
        let webhook = Webhook::from_request(&query, &body).unwrap();
        assert_eq!(webhook.family(), family, "{row}");
        assert!(types(&webhook).contains(&type_name), "{row}");

        let (module, name) = type_name.split_once("::").unwrap();
        assert!(
            row.contains(&format!("(https://docs.rs/callhook/latest/callhook/{module}/struct.{name}.html)")),
            "{row}"
        );
        assert!(row.contains(&format!("(https://github.com/callhook/callhook/blob/main/fixtures/{sample})")), "{row}");
        assert!(vendor.contains("](https://"), "{row}");
    }
}

#[test]
fn each_sample_has_a_row_for_what_it_is_read_as() {
    let page = page("README.md");
    let told: Vec<(&str, &str)> = rows(&page)
        .iter()
        .map(|row| {
            let cells: Vec<&str> = row.split(" | ").collect();
            (code(cells[1])[0], code(cells[2])[0])
        })
        .collect();
    for (name, body) in files(".json") {
        let webhook = Webhook::from_request(&query(&name), &body).unwrap();
        let family = webhook.family();
        for type_name in types(&webhook) {
            assert!(told.contains(&(family.as_str(), type_name)), "{name}: no row for {family}, {type_name}");
        }
    }
}

#[test]
fn both_languages_have_the_same_rows_examples_and_sections() {
    let (english, chinese) = (page("README.md"), page("README.zh-CN.md"));
    assert_eq!(rows(&english), rows(&chinese));
    let blocks = |page: &str| page.split("```").skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(blocks(&english), blocks(&chinese));
    let sections = |page: &str| page.lines().filter(|line| line.starts_with("## ")).count();
    assert_eq!(sections(&english), sections(&chinese));
}
