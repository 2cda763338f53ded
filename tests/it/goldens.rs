//! What is read of many mutated bodies, as `tests/goldens.txt` says: a change of a reading shows there, line by line.
//!
//! A case is a block of lines. The first one says as what the body is read, in brackets with the URL query if it is a
//! request, and the body; as a JSON string if it is not one printable line. `=` is the value as it is written, `!` the
//! error, and `-` a finding.

use std::fmt::Write as _;
use std::path::PathBuf;

use callhook::{Error, Payload, Report, Webhook, desk, sevenmoor, tccc};
use serde::Serialize;

use crate::support::fixtures_dir;

/// A value as it is written, and its report.
type Read = Result<(String, Report), Error>;

/// Reads a body plainly and with a report, and writes the value.
fn body<T: Payload>(body: &str) -> Read {
    let seen = match callhook::inspect::<T>(body.as_bytes()) {
        Ok(seen) => seen,
        Err(error) => {
            assert_eq!(callhook::from_str::<T>(body).unwrap_err(), error);
            return Err(error);
        }
    };
    assert_eq!(callhook::from_str::<T>(body).unwrap(), seen.value, "plain reading gives another value: {body}");
    Ok((serde_json::to_string(&seen.value).unwrap(), seen.report))
}

/// Reads a request plainly and with a report; the event comes before the value.
fn request(query: &str, body: &str) -> Read {
    let plain = Webhook::from_request(query, body.as_bytes());
    let seen = match Webhook::inspect_request(query, body.as_bytes()) {
        Ok(seen) => seen,
        Err(error) => {
            assert_eq!(plain.unwrap_err(), error);
            return Err(error);
        }
    };
    assert_eq!(plain.unwrap(), seen.value, "plain reading gives another value: {query} {body}");
    let vendor = seen.value.vendor().map_or("-", |vendor| vendor.as_str());
    let written = serde_json::to_string(&seen.value).unwrap();
    Ok((format!("{vendor} {} {written}", seen.value.event_name()), seen.report))
}

/// Reads a URL query, which has no report.
fn query<T: Serialize>(parse: fn(&str) -> Result<T, Error>, query: &str) -> Read {
    parse(query).map(|query| (serde_json::to_string(&query).unwrap(), Report::default()))
}

/// Reads a body as what the first line of a block names.
fn read(name: &str, text: &str) -> Read {
    macro_rules! types {
        ($($module:ident::$type:ident)*) => {
            match name {
                $(concat!(stringify!($module), "::", stringify!($type)) => body::<$module::$type>(text),)*
                "tccc::Query" => query(tccc::Query::parse, text),
                "desk::CallbackQuery" => query(desk::CallbackQuery::parse, text),
                request_to => {
                    let query = request_to.strip_prefix("Webhook[").and_then(|rest| rest.strip_suffix(']'));
                    request(query.unwrap_or_else(|| panic!("no such type: {name}")), text)
                }
            }
        };
    }
    types! {
        tccc::PhoneCdr tccc::ChatCdr tccc::VideoCdr tccc::RecordPush tccc::VoicemailPush tccc::InboundCall
        tccc::SpecifiedSeat desk::SessionEvent desk::AssignAgent desk::InterfaceInvocation sevenmoor::Push
        sevenmoor::CallPush sevenmoor::CallRecord sevenmoor::LoginPush sevenmoor::MediaFailReason
    }
}

/// The block of a case.
fn block(name: &str, shown: &str) -> String {
    let body = if shown.starts_with('"') { serde_json::from_str(shown).unwrap() } else { shown.to_owned() };
    let mut block = format!("{name} {shown}\n");
    match read(name, &body) {
        Ok((written, report)) => {
            // Writing to a `String` does not fail.
            let _ = writeln!(block, "= {}", if written == body { "as it came" } else { &written });
            for finding in &report {
                let _ = writeln!(block, "- {} {}", finding.path(), finding.code());
            }
        }
        Err(error) => drop(writeln!(block, "! {error}")),
    }
    block
}

fn file() -> PathBuf {
    fixtures_dir().with_file_name("tests").join("goldens.txt")
}

#[test]
fn mutated_bodies_are_read_as_the_goldens_say() {
    let goldens = std::fs::read_to_string(file()).unwrap();
    let blocks: Vec<&str> = goldens.split_terminator("\n\n").map(|block| block.trim_end_matches('\n')).collect();
    let read: Vec<String> = blocks
        .iter()
        .map(|golden| {
            let (name, shown) = golden.lines().next().and_then(|line| line.split_once(' ')).unwrap();
            block(name, shown)
        })
        .collect();
    if std::env::var_os("RENEW_GOLDENS").is_some() {
        return std::fs::write(file(), read.join("\n")).unwrap();
    }
    let differing: Vec<String> = blocks
        .iter()
        .zip(&read)
        .filter(|(golden, read)| **golden != read.trim_end_matches('\n'))
        .map(|(golden, read)| format!("{golden}\nbut is read as\n{read}"))
        .collect();
    assert!(differing.is_empty(), "{} cases differ:\n\n{}", differing.len(), differing.join("\n"));
    assert!(blocks.len() > 1000, "{} cases", blocks.len());
}
