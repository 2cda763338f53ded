//! `EndStatusString`: what is known of each word, in the documentation and in the functions.

use callhook::Outcome;
use callhook::tccc::{EndStatusString, Party};

/// Word, number on a phone record, number on a chat record, answered, ended by, on the retry list, outcome.
type Row = (&'static str, Option<u16>, Option<u16>, Option<bool>, Option<Party>, bool, &'static str);

#[rustfmt::skip]
const TABLE: &[Row] = &[
    ("ok", Some(1), Some(1), Some(true), None, false, "answered"),
    ("error", Some(0), Some(0), None, Some(Party::System), false, "failed"),
    ("clientError", Some(211), None, None, Some(Party::Agent), false, "failed"),
    ("outboundForward", None, None, None, None, false, "transferred"),
    ("seatGiveUp", Some(17), Some(17), Some(false), Some(Party::Agent), false, "not_answered_by_agent"),
    ("seatForward", Some(101), Some(101), Some(true), Some(Party::Agent), false, "answered"),
    ("ivrGiveUp", Some(102), Some(102), Some(false), Some(Party::Customer), false, "abandoned_in_ivr"),
    ("waitingGiveUp", Some(103), None, Some(false), Some(Party::Customer), false, "abandoned_in_queue"),
    ("ringingGiveUp", Some(104), None, Some(false), Some(Party::Customer), false, "abandoned_while_ringing"),
    ("noSeatOnline", Some(105), Some(3), Some(false), Some(Party::System), false, "no_agent"),
    ("notWorkTime", Some(106), None, Some(false), Some(Party::System), false, "outside_hours"),
    ("ivrEnd", Some(107), None, Some(false), Some(Party::System), false, "ended_in_ivr"),
    ("unconnected", Some(2), None, Some(false), None, false, "unreachable"),
    ("unknown", Some(201), None, None, None, false, "unknown"),
    ("notAnswer", Some(202), None, Some(false), Some(Party::Customer), true, "not_answered_by_customer"),
    ("userReject", Some(203), None, Some(false), Some(Party::Customer), true, "rejected"),
    ("powerOff", Some(204), None, Some(false), Some(Party::Carrier), true, "unreachable_switched_off"),
    ("numberNotExist", Some(205), None, Some(false), Some(Party::Carrier), true, "unreachable_no_such_number"),
    ("busy", Some(206), None, Some(false), Some(Party::Carrier), true, "busy"),
    ("outOfCredit", Some(207), None, Some(false), Some(Party::Carrier), true, "unreachable_out_of_credit"),
    ("operatorError", Some(208), None, Some(false), Some(Party::Carrier), true, "failed"),
    ("callerCancel", Some(209), None, Some(false), Some(Party::CallingSide), false, "cancelled"),
    ("notInService", Some(210), None, Some(false), Some(Party::Carrier), true, "unreachable_out_of_coverage"),
    ("carrierBlocked", Some(212), None, Some(false), Some(Party::Carrier), true, "blocked_by_carrier"),
    ("callReminder", Some(213), None, Some(false), Some(Party::Carrier), true, "unreachable"),
    ("numberInvalid", Some(215), None, Some(false), Some(Party::Carrier), true, "unreachable_no_such_number"),
    ("callRestricted", Some(216), None, Some(false), Some(Party::Carrier), true, "blocked_by_carrier"),
    ("calleeRestricted", Some(217), None, Some(false), Some(Party::Carrier), true, "blocked_by_callee"),
    ("areaRestricted", Some(218), None, Some(false), Some(Party::Carrier), true, "blocked_by_carrier"),
    ("promptCallForwarding", Some(219), None, Some(false), Some(Party::Carrier), true, "unreachable_forwarded"),
    ("callerCancelWhileRing", Some(220), None, Some(false), Some(Party::CallingSide), false, "cancelled"),
    ("callerCancelWithoutRing", Some(221), None, Some(false), None, true, "unreachable"),
    ("voiceMailReached", Some(222), None, Some(false), None, true, "unreachable_voicemail"),
    ("blackList", Some(100), Some(100), Some(false), Some(Party::System), false, "blocked_by_system"),
    ("restrictedCallee", Some(108), None, Some(false), Some(Party::System), false, "blocked_by_system"),
    ("tooManyRequest", Some(109), None, Some(false), Some(Party::System), false, "blocked_by_system"),
    ("restrictedArea", Some(110), None, Some(false), Some(Party::System), false, "blocked_by_system"),
    ("restrictedTime", Some(111), None, Some(false), Some(Party::System), false, "blocked_by_system"),
    ("asrError", Some(225), None, None, Some(Party::System), false, "failed"),
    ("llmasrError", Some(226), None, None, Some(Party::System), false, "failed"),
    ("ttsError", Some(227), None, None, Some(Party::System), false, "failed"),
    ("functionCallHangup", Some(228), None, Some(true), Some(Party::AiAgent), false, "answered"),
    ("maxCallDurationReached", Some(229), None, Some(true), Some(Party::System), false, "answered"),
    ("userInactivity", Some(230), None, Some(true), Some(Party::System), false, "answered"),
    ("callTerminatedByAPI", Some(231), None, None, Some(Party::Api), false, "cancelled"),
    ("userHangupDuringAiCall", Some(232), None, Some(true), Some(Party::Customer), false, "answered"),
    ("aiAgentEndCall", Some(233), None, Some(true), Some(Party::AiAgent), false, "answered"),
    ("callConflict", Some(501), None, None, Some(Party::System), false, "failed"),
    ("clientTimeout", Some(502), None, None, Some(Party::Customer), false, "timed_out"),
    ("voipClientError", Some(503), None, None, Some(Party::Customer), false, "failed"),
    ("autoFinished", None, Some(108), None, Some(Party::System), false, "timed_out"),
];

#[test]
fn every_word_has_the_facts_of_this_table() {
    assert_eq!(
        EndStatusString::ALL.iter().map(EndStatusString::as_str).collect::<Vec<_>>(),
        TABLE.iter().map(|row| row.0).collect::<Vec<_>>()
    );
    for (status, row) in EndStatusString::ALL.iter().zip(TABLE) {
        let outcome = Outcome::from(status);
        let facts = (
            status.as_str(),
            status.code(),
            status.chat_code(),
            status.implies_answered(),
            status.ended_by(),
            status.is_on_retry_list(),
            outcome.as_str(),
        );
        assert_eq!(facts, *row);
        assert_eq!(EndStatusString::listed(row.0).as_ref(), Some(status));
        if let Some(code) = row.1 {
            assert_eq!(EndStatusString::from_code(code).as_ref(), Some(status));
        }
        if let Some(code) = row.2 {
            assert_eq!(EndStatusString::from_chat_code(code).as_ref(), Some(status));
        }
    }
}

#[test]
fn the_documented_table_is_this_table() {
    let source = include_str!("../../src/tccc/end_status.rs");
    let documented: Vec<&str> = source.lines().filter(|line| line.starts_with("    /// | `")).collect();
    let number = |code: Option<u16>| code.map_or("–".to_owned(), |code| code.to_string());
    let table: Vec<String> = TABLE
        .iter()
        .map(|(word, code, chat_code, answered, ended_by, retry, outcome)| {
            let answered = answered.map_or("–", |answered| if answered { "yes" } else { "no" });
            let ended_by = ended_by.map_or("–", Party::as_str);
            let retry = if *retry { "yes" } else { "–" };
            let (code, chat_code) = (number(*code), number(*chat_code));
            format!("    /// | `{word}` | {code} | {chat_code} | {answered} | {ended_by} | {retry} | `{outcome}` |")
        })
        .collect();
    assert_eq!(documented, table);
}

#[test]
fn exactly_the_vendors_codes_are_on_the_retry_list() {
    let listed: Vec<u16> = (0..=600)
        .filter(|code| EndStatusString::from_code(*code).is_some_and(|status| status.is_on_retry_list()))
        .collect();
    assert_eq!(listed, [202, 203, 204, 205, 206, 207, 208, 210, 212, 213, 215, 216, 217, 218, 219, 221, 222]);
}

#[test]
fn numbers_without_a_word_give_none() {
    for code in [3, 16, 112, 200, 214, 223, 224, 234, 500, 504, u16::MAX] {
        assert_eq!(EndStatusString::from_code(code), None, "{code}");
    }
    for code in [2, 103, 104, 105, 106, 107, 109, 110, 202, u16::MAX] {
        assert_eq!(EndStatusString::from_chat_code(code), None, "{code}");
    }
}

#[test]
fn a_number_of_a_phone_record_means_something_else_on_a_chats() {
    assert_eq!(EndStatusString::from_code(108), Some(EndStatusString::RestrictedCallee));
    assert_eq!(EndStatusString::from_chat_code(108), Some(EndStatusString::AutoFinished));
    assert_eq!(EndStatusString::from_code(109), Some(EndStatusString::TooManyRequest));
    assert_eq!(EndStatusString::from_chat_code(109), None);
    assert_eq!(EndStatusString::from_code(105), Some(EndStatusString::NoSeatOnline));
    assert_eq!(EndStatusString::from_chat_code(3), Some(EndStatusString::NoSeatOnline));
}

#[test]
fn an_unlisted_end_status_answers_nothing() {
    let status = EndStatusString::from("teleported");
    assert_eq!(status.code(), None);
    assert_eq!(status.chat_code(), None);
    assert_eq!(status.implies_answered(), None);
    assert_eq!(status.ended_by(), None);
    assert!(!status.is_on_retry_list());
    assert_eq!(status.label(), "teleported");
}

#[test]
fn the_sdks_other_word_for_a_block_list_is_read_as_that() {
    assert_eq!(EndStatusString::from("CallinBlockedContact"), EndStatusString::BlackList);
    assert_eq!(EndStatusString::BlackList.as_str(), "blackList");
}
