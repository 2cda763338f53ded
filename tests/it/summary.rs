//! One view of a call: what each sample's row is, which word is which outcome, and what always holds.

use std::collections::{BTreeMap, BTreeSet};

use callhook::sevenmoor::{CallRecord, CallStatus, FailureReason};
use callhook::summary::{Blocker, Callee, ColumnKind, Direction, HungUpBy, Obstacle, Stage};
use callhook::tccc::{ChatCdr, EndStatusString, PhoneCdr, VideoCdr};
use callhook::{CallSummary, Channel, Outcome, Vendor, Webhook};
use chrono::TimeDelta;
use serde_json::{Map, Value, json};

use crate::support::{at, files};

const RECORDING: &str = "https://v7call-1256921685.cos.ap-beijing.myqcloud.com/v7-call-recording-beta/2100147/doubleTrack/20210508/2100147-20210508143942-17319132391-01081400192-20001-0-403344537650466816-doubleTrack";

/// Reads a fixture as its address would.
fn webhook(name: &str, body: &[u8]) -> Webhook {
    let (folder, file) = name.split_once('/').unwrap();
    let query = if folder == "tccc" { format!("action={}", file.split('.').next().unwrap()) } else { String::new() };
    Webhook::from_request(&query, body).unwrap()
}

fn row(call: &CallSummary) -> Map<String, Value> {
    let Value::Object(row) = serde_json::to_value(call).unwrap() else { panic!("no object") };
    row
}

fn phone(fields: &Value) -> CallSummary {
    let mut body = json!({"SdkAppId": 1400000214, "SessionId": "e97be0ab"});
    body.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    serde_json::from_value::<PhoneCdr>(body).unwrap().summary()
}

fn moor(fields: &Value) -> CallSummary {
    serde_json::from_value::<CallRecord>(fields.clone()).unwrap().summary()
}

// ---- the samples ----

/// The rows of all samples that are a call's record. A column that is not named is null.
fn rows() -> Vec<(&'static str, Value)> {
    vec![
        (
            "sevenmoor/cdr.json",
            json!({
                "vendor": "sevenmoor",
                "channel": "phone",
                "account_id": "2100147",
                "call_id": "403344537650466816",
                "direction": "outbound",
                "customer_number": "17319132391",
                "service_number": "01081400192",
                "agent_id": "6094f5aa696609001197e4b9",
                "agent_number": "20001",
                "agent_name": "sc的坐席",
                "started_at": "2021-05-08T06:39:32Z",
                "rang_at": "2021-05-08T06:39:37Z",
                "answered_at": "2021-05-08T06:39:42Z",
                "ended_at": "2021-05-08T06:39:47Z",
                "ring_seconds": 5,
                "wait_seconds": 0,
                "talk_seconds": 5,
                "total_seconds": 15,
                "outcome": "answered",
                "vendor_status": "ANSWER",
                "hung_up_by": "agent",
                "transferred": false,
                "ai_handled": false,
                "recording_urls": format!("{RECORDING}.mp3 {RECORDING}-out.mp3 {RECORDING}-in.mp3"),
            }),
        ),
        (
            "tccc/cdr.authored-ai-agent.json",
            json!({
                "vendor": "tccc",
                "channel": "phone",
                "account_id": "1400000214",
                "call_id": "0c9b6c6e-2f0b-4e6c-a0a5-55b4d2f0e9aa",
                "direction": "inbound",
                "customer_number": "008618600000001",
                "service_number": "008602066247698",
                "started_at": "2025-12-01T08:00:00Z",
                "answered_at": "2025-12-01T08:00:04Z",
                "ended_at": "2025-12-01T08:01:04Z",
                "talk_seconds": 60,
                "total_seconds": 64,
                "outcome": "answered",
                "vendor_status": "userHangupDuringAiCall",
                "hung_up_by": "customer",
                "transferred": false,
                "ai_handled": true,
            }),
        ),
        (
            "tccc/cdr.authored-newer-fields.json",
            json!({
                "vendor": "tccc",
                "channel": "phone",
                "account_id": "1400000214",
                "call_id": "5f7e1c52-9a43-4a5b-8d0f-9d2c5b0f7a11",
                "direction": "inbound",
                "customer_number": "pc-7d1f",
                "service_number": "pc-90ae",
                "agent_id": "anna@example.com",
                "agent_number": "0012",
                "agent_name": "anna",
                "queue_id": "2522",
                "queue_name": "售后",
                "started_at": "2025-09-03T09:35:01Z",
                "queued_at": "2025-09-03T09:35:10Z",
                "rang_at": "2025-09-03T09:35:20Z",
                "answered_at": "2025-09-03T09:35:25Z",
                "ended_at": "2025-09-03T09:36:25Z",
                "ring_seconds": 5,
                "wait_seconds": 10,
                "talk_seconds": 60,
                "total_seconds": 84,
                "outcome": "answered",
                "vendor_status": "ok",
                "hung_up_by": "system",
                "transferred": true,
                "ai_handled": false,
                "recording_ids": "a1f6c2d4-8b1e-4c6f-b6cf-1c2f30cb7e02 3b5d6a3e-51f0-4f08-9c0c-6d0d7a2c1f01",
                "recording_urls": "https://recorder.example.com/a1f6c2d4.mp3 https://bucket.example.com/a1f6c2d4.mp3 \
                                   https://recorder.example.com/3b5d6a3e.mp3 https://bucket.example.com/3b5d6a3e.mp3 \
                                   https://recorder.example.com/vm1.mp3 https://recorder.example.com/vm2.mp3",
            }),
        ),
        (
            "tccc/cdr.json",
            json!({
                "vendor": "tccc",
                "channel": "phone",
                "account_id": "1400000214",
                "call_id": "e97be0ab-1ef6-4ad2-a8c4-2b2bbfb18e55",
                "direction": "outbound",
                "customer_number": "008618621520280",
                "service_number": "008602066247698",
                "agent_id": "lululing@tencent.com",
                "agent_number": "007",
                "agent_name": "lululing",
                "queue_id": "1072",
                "started_at": "2020-12-16T14:57:16Z",
                "rang_at": "2020-12-16T14:57:19Z",
                "ended_at": "2020-12-16T14:57:31Z",
                "ring_seconds": 12,
                "total_seconds": 15,
                "outcome": "failed",
                "vendor_status": "error",
                "hung_up_by": "agent",
                "transferred": false,
                "ai_handled": false,
                "satisfaction": "非常满意",
                "recording_ids": "1608130636",
            }),
        ),
        (
            "tccc/imcdr.authored-satisfaction-api.json",
            json!({
                "vendor": "tccc",
                "channel": "chat",
                "account_id": "1400000214",
                "call_id": "b7a9e1d0-6a3f-4f7c-9df3-6f0d3e8c1b22",
                "customer_id": "oZB6q5c-0001",
                "started_at": "2020-12-16T14:57:16Z",
                "ended_at": "2020-12-16T14:57:31Z",
                "total_seconds": 15,
                "outcome": "timed_out",
                "vendor_status": "autoFinished",
                "transferred": false,
                "ai_handled": false,
                "satisfaction": "满意",
            }),
        ),
        (
            "tccc/imcdr.json",
            json!({
                "vendor": "tccc",
                "channel": "chat",
                "account_id": "140000214",
                "call_id": "e97be0ab-1ef6-4ad2-a8c4-2b2bbfb18e55",
                "customer_id": "oZB6q5c-tuMEz-ZiHOAkhW59a4AI",
                "customer_name": "小君君",
                "agent_id": "lululing@tencent.com",
                "agent_number": "007",
                "agent_name": "lululing",
                "queue_id": "1072",
                "started_at": "2020-12-16T14:57:16Z",
                "queued_at": "2020-12-16T14:57:18Z",
                "rang_at": "2020-12-16T14:57:19Z",
                "ended_at": "2020-12-16T14:57:31Z",
                "ring_seconds": 12,
                "wait_seconds": 1,
                "total_seconds": 15,
                "outcome": "failed",
                "vendor_status": "error",
                "transferred": false,
                "ai_handled": false,
                "satisfaction": "满意",
            }),
        ),
        (
            "tccc/videoCdr.json",
            json!({
                "vendor": "tccc",
                "channel": "video",
                "account_id": "140000214",
                "call_id": "e97be0ab-1ef6-4ad2-a8c4-2b2bbfb18e55",
                "customer_id": "oZB6q5c-tuMEz-ZiHOAkhW59a4AI",
                "customer_name": "小君君",
                "agent_id": "lululing@tencent.com",
                "agent_number": "007",
                "agent_name": "lululing",
                "started_at": "2020-12-16T14:57:16Z",
                "ended_at": "2020-12-16T14:57:31Z",
                "total_seconds": 15,
                "outcome": "failed",
                "vendor_status": "error",
                "transferred": false,
                "ai_handled": false,
            }),
        ),
    ]
}

#[test]
fn each_sample_of_a_record_makes_this_row() {
    let rows = rows();
    let mut seen = Vec::new();
    for (name, body) in files(".json") {
        let Some(call) = webhook(&name, &body).summary() else { continue };
        let (_, expected) = rows.iter().find(|(of, _)| *of == name).unwrap_or_else(|| panic!("no row for {name}"));
        let mut row = row(&call);
        assert_eq!(row.len(), CallSummary::COLUMNS.len(), "{name}");
        row.retain(|_, value| !value.is_null());
        assert_eq!(Value::Object(row), *expected, "{name}");
        seen.push(name);
    }
    assert_eq!(seen, rows.iter().map(|(name, _)| *name).collect::<Vec<_>>());
}

// ---- the words ----

/// Outcome, and the words of `EndStatusString`, `status` and `failureReason` that have it, by the table of the type's
/// documentation.
fn words() -> Vec<(&'static str, [Vec<&'static str>; 3])> {
    let rows = include_str!("../../src/outcome.rs").lines().filter_map(|line| line.strip_prefix("/// | `"));
    let words = |cell: &'static str| cell.split('`').skip(1).step_by(2).collect();
    let row = |row: &'static str| {
        let cells: Vec<&str> = row.split(" | ").collect();
        let [outcome, ends, statuses, reasons] = cells[..] else { panic!("{row}") };
        (outcome.trim_end_matches('`'), [ends, statuses, reasons].map(words))
    };
    rows.map(row).collect()
}

#[test]
fn each_word_has_one_outcome() {
    let mut all: [Vec<&str>; 3] = Default::default();
    let documented = words();
    for (outcome, [ends, statuses, reasons]) in &documented {
        for word in ends {
            assert_eq!(Outcome::from(&EndStatusString::from(*word)).as_str(), *outcome, "{word}");
        }
        for word in statuses {
            assert_eq!(Outcome::from(&CallStatus::from(*word)).as_str(), *outcome, "{word}");
        }
        for word in reasons {
            assert_eq!(Outcome::from(&FailureReason::from(*word)).as_str(), *outcome, "{word}");
        }
        all[0].extend(ends);
        all[1].extend(statuses);
        all[2].extend(reasons);
    }
    fn is_whole<'a>(table: &[&'a str], known: impl Iterator<Item = &'a str>) {
        assert_eq!(table.len(), table.iter().collect::<BTreeSet<_>>().len(), "a word stands twice");
        assert_eq!(table.iter().copied().collect::<BTreeSet<_>>(), known.collect());
    }
    is_whole(&all[0], EndStatusString::ALL.iter().map(|word| word.as_str()));
    is_whole(&all[1], CallStatus::ALL.iter().map(|word| word.as_str()));
    is_whole(&all[2], FailureReason::ALL.iter().map(|word| word.as_str()));
    let outcomes: Vec<&str> = documented.iter().map(|(outcome, _)| *outcome).collect();
    assert_eq!(outcomes, Outcome::ALL.iter().map(Outcome::as_str).collect::<Vec<_>>());
}

#[test]
fn an_outcome_agrees_with_what_the_word_says_of_an_answer() {
    for word in EndStatusString::ALL {
        let answered = Outcome::from(word).is_answered();
        assert_eq!(answered, word.implies_answered() == Some(true), "{word}");
    }
}

#[test]
fn an_outcome_is_read_from_its_text() {
    let texts = [
        (Outcome::Abandoned(Stage::Ringing), "abandoned_while_ringing"),
        (Outcome::NotAnswered(None), "not_answered"),
        (Outcome::NotAnswered(Some(Callee::Agent)), "not_answered_by_agent"),
        (Outcome::Unreachable(Some(Obstacle::SwitchedOff)), "unreachable_switched_off"),
        (Outcome::Blocked(Some(Blocker::Callee)), "blocked_by_callee"),
        (Outcome::from("lineCut"), "lineCut"),
    ];
    for (outcome, text) in texts {
        assert_eq!(outcome.as_str(), text);
        assert_eq!(Outcome::from(text.to_owned()), outcome);
        assert_eq!(serde_json::from_value::<Outcome>(text.into()).unwrap(), outcome);
    }
    let line_cut = Outcome::from("lineCut");
    assert_eq!((line_cut.label(), line_cut.label_zh()), ("lineCut", "lineCut"));
    assert_eq!(Outcome::listed("lineCut"), None);
    assert!(Outcome::ALL.is_sorted());
    let unlisted = Outcome::from("lineCut");
    assert!(Outcome::ALL.iter().all(|outcome| *outcome < unlisted));
}

#[test]
fn what_a_dialler_may_conclude_from_an_outcome() {
    let that = |holds: fn(&Outcome) -> bool| -> Vec<&str> {
        Outcome::ALL.iter().filter(|outcome| holds(outcome)).map(Outcome::as_str).collect()
    };
    assert_eq!(that(Outcome::is_answered), ["answered"]);
    assert_eq!(that(Outcome::is_refused), ["rejected", "blocked_by_callee"]);
    assert_eq!(that(Outcome::is_permanent), ["unreachable_no_such_number"]);
    let unlisted = Outcome::from("noSuchNumberEither");
    assert!(!unlisted.is_answered() && !unlisted.is_refused() && !unlisted.is_permanent());
}

#[test]
fn the_parts_of_an_outcome_have_these_texts() {
    macro_rules! check {
        ($($part:ident: $($text:literal)*;)*) => {$(
            assert_eq!($part::ALL.iter().map(|part| part.as_str()).collect::<Vec<_>>(), [$($text),*]);
            assert_eq!($part::listed("elsewhere"), None);
        )*};
    }
    check! {
        Stage: "ivr" "queue" "ringing";
        Callee: "agent" "customer";
        Obstacle: "switched_off" "out_of_coverage" "no_such_number" "out_of_credit" "forwarded" "voicemail";
        Blocker: "system" "carrier" "callee";
    }
}

#[test]
fn the_values_of_a_row_have_these_texts() {
    assert_eq!(Vendor::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>(), ["tccc", "desk", "sevenmoor"]);
    assert_eq!(Channel::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>(), ["phone", "chat", "video"]);
    assert_eq!(
        Direction::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>(),
        ["inbound", "outbound", "internal"]
    );
    assert_eq!(HungUpBy::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>(), ["customer", "agent", "system"]);
    assert_eq!(Channel::listed("video"), Some(Channel::Video));
    assert_eq!(Channel::listed("Video"), None);
    assert_eq!(Channel::Video.label(), "Video");
    assert_eq!(Channel::Video.label_zh(), "视频");
    let sides = [("AGENT", HungUpBy::Agent), ("CUSTOMER", HungUpBy::Customer), ("PBX", "PBX".into())];
    for (word, side) in sides {
        assert_eq!(moor(&json!({"hangUpSide": word})).hung_up_by, Some(side), "{word}");
    }
    assert_eq!(phone(&json!({"HungUpSide": "PBX"})).hung_up_by, Some("PBX".into()));
}

// ---- the rules ----

#[test]
fn a_tccc_calls_answer_decides_its_outcome_before_its_status() {
    let (start, accept) = (1608130636, 1608130640);
    let cases = [
        // Never accepted: the word decides, but does not make it answered.
        (json!({"EndStatusString": "ok"}), None, None),
        (json!({"EndStatusString": "ok", "AcceptTimestamp": 0, "Duration": 15}), None, None),
        (json!({"EndStatusString": "userInactivity"}), None, None),
        (json!({"EndStatusString": "answered"}), None, None),
        (json!({"EndStatusString": "seatForward"}), Some("transferred"), None),
        (json!({"EndStatusString": "waitingGiveUp", "AcceptTimestamp": 0}), Some("abandoned_in_queue"), None),
        (json!({"EndStatusString": "lineCut"}), Some("lineCut"), None),
        (json!({}), None, None),
        // Accepted: answered, whatever it ended with.
        (json!({"EndStatusString": "error", "AcceptTimestamp": accept}), Some("answered"), Some(accept)),
        (json!({"EndStatusString": "seatGiveUp", "AcceptTimestamp": accept}), Some("answered"), Some(accept)),
        (json!({"EndStatusString": "lineCut", "AcceptTimestamp": accept}), Some("answered"), Some(accept)),
        (json!({"AcceptTimestamp": accept}), Some("answered"), Some(accept)),
        // A voicemail is no answer.
        (
            json!({"EndStatusString": "voiceMailReached", "AcceptTimestamp": accept}),
            Some("unreachable_voicemail"),
            None,
        ),
        // The pull API's number, where there is no word.
        (json!({"EndStatus": 202}), Some("not_answered_by_customer"), None),
        (json!({"EndStatus": 9999}), None, None),
        (json!({"EndStatus": 222, "AcceptTimestamp": accept}), Some("unreachable_voicemail"), None),
        // It decides where the word is unlisted, and nowhere else.
        (json!({"EndStatusString": "lineBusy", "EndStatus": 206}), Some("busy"), None),
        (json!({"EndStatusString": "lineBusy", "EndStatus": 9999}), Some("lineBusy"), None),
        (json!({"EndStatusString": "lineBusy", "EndStatus": -1}), Some("lineBusy"), None),
        (json!({"EndStatusString": "powerOff", "EndStatus": 206}), Some("unreachable_switched_off"), None),
        (
            json!({"EndStatusString": "mailbox", "EndStatus": 222, "AcceptTimestamp": accept}),
            Some("unreachable_voicemail"),
            None,
        ),
    ];
    for (mut fields, outcome, answered) in cases {
        fields["StartTimestamp"] = start.into();
        let call = phone(&fields);
        assert_eq!(call.outcome.as_ref().map(Outcome::as_str), outcome, "{fields}");
        assert_eq!(call.answered_at.map(|at| at.timestamp()), answered, "{fields}");
    }
}

#[test]
fn a_7moor_calls_answer_decides_its_outcome_before_its_status() {
    let answer = "2021-05-08 14:39:42";
    let cases = [
        (json!({"status": "ANSWER"}), None, false),
        (json!({"status": "answered"}), None, false),
        (json!({"status": "ANSWER", "customerAnswerTime": answer}), Some("answered"), true),
        (json!({"status": "IVR", "customerAnswerTime": answer}), Some("ended_in_ivr"), false),
        (json!({"status": "AGENT_NO_ANSWER", "customerAnswerTime": answer}), Some("not_answered_by_agent"), false),
        (json!({"status": "CALL_TRANSFER"}), Some("transferred"), false),
        (json!({"status": "CALL_TRANSFER", "customerAnswerTime": answer}), Some("answered"), true),
        // The agent's answer is not the customer's.
        (json!({"agentAnswerTime": answer}), None, false),
        (json!({"bridgeTime": answer}), Some("answered"), true),
        (json!({"status": "LINE_CUT", "bridgeTime": answer}), Some("answered"), true),
        (json!({"status": "LINE_CUT"}), Some("LINE_CUT"), false),
        (json!({"failureReason": "forbidden"}), Some("blocked"), false),
        (json!({"failureReason": "unknow"}), Some("unknown"), false),
        (json!({"failureReason": "lineCut"}), Some("lineCut"), false),
        // What a customer who did not answer is refined to.
        (json!({"status": "CUSTOMER_NO_ANSWER"}), Some("not_answered_by_customer"), false),
        (json!({"status": "CUSTOMER_NO_ANSWER", "sipCode": 486}), Some("busy"), false),
        (json!({"status": "CUSTOMER_NO_ANSWER", "sipCode": "600"}), Some("busy"), false),
        (json!({"status": "CUSTOMER_NO_ANSWER", "sipCode": 603}), Some("not_answered_by_customer"), false),
        (json!({"status": "CUSTOMER_NO_ANSWER", "failureReason": "decline"}), Some("not_answered_by_customer"), false),
        (json!({"status": "CUSTOMER_NO_ANSWER", "failureReason": "forbidden"}), Some("blocked"), false),
        (json!({"status": "CUSTOMER_NO_ANSWER", "failureReason": "cancel"}), Some("cancelled"), false),
        (json!({"status": "CUSTOMER_NO_ANSWER", "failureReason": "serviceUnavailable"}), Some("failed"), false),
        // Whose line was busy is not said.
        (json!({"status": "AGENT_NO_ANSWER", "sipCode": 486}), Some("not_answered_by_agent"), false),
    ];
    for (mut fields, outcome, answered) in cases {
        fields["callType"] = "dialout".into();
        let call = moor(&fields);
        assert_eq!(call.outcome.as_ref().map(Outcome::as_str), outcome, "{fields}");
        assert_eq!(call.answered_at, at("2021-05-08T06:39:42Z").filter(|_| answered), "{fields}");
    }
}

#[test]
fn a_7moor_call_of_no_side_is_answered_when_both_sides_are_there() {
    let (agent, customer, bridged) = ("2021-05-08 14:39:37", "2021-05-08 14:39:42", "2021-05-08 14:39:43");
    let cases = [
        (json!({"agentAnswerTime": agent}), None),
        (json!({"customerAnswerTime": customer}), None),
        (json!({"agentAnswerTime": agent, "customerAnswerTime": customer}), Some("2021-05-08T06:39:42Z")),
        (
            json!({"agentAnswerTime": agent, "customerAnswerTime": customer, "bridgeTime": bridged}),
            Some("2021-05-08T06:39:43Z"),
        ),
    ];
    for (mut fields, answered) in cases {
        fields["callType"] = "webcall".into();
        fields["status"] = "ANSWER".into();
        let call = moor(&fields);
        assert_eq!(call.answered_at, answered.and_then(at), "{fields}");
        assert_eq!(call.outcome, answered.map(|_| Outcome::Answered), "{fields}");
    }
}

#[test]
fn a_7moor_call_that_never_rang_has_no_ring() {
    let hung_up = json!({"startTime": "2021-05-08 14:39:32", "hangupTime": "2021-05-08 14:39:47"});
    let cases = [
        (json!({"callType": "incoming", "status": "IVR", "agentRingDuration": 0}), None),
        (json!({"callType": "incoming", "status": "QUEUE_ABANDON", "agentRingDuration": 7}), None),
        (json!({"callType": "dialout", "customerRingDuration": "0"}), None),
        (
            json!({"callType": "dialout", "customerStartTime": "2021-05-08 14:39:37", "customerRingDuration": 3}),
            Some(10),
        ),
    ];
    for (mut fields, ring) in cases {
        fields.as_object_mut().unwrap().extend(hung_up.as_object().unwrap().clone());
        assert_eq!(moor(&fields).ring, ring.map(TimeDelta::seconds), "{fields}");
    }
}

#[test]
fn the_service_number_of_a_7moor_call_is_the_one_that_was_shown_or_called() {
    for (fields, expected) in [
        (json!({"callType": "dialout", "displayNumber": "1", "virtualNumber": "2", "trunkNumber": "3"}), "1"),
        (json!({"callType": "dialout", "displayNumber": "", "virtualNumber": "2", "trunkNumber": "3"}), "2"),
        (json!({"callType": "incoming", "displayNumber": "1", "trunkNumber": "3", "hotLineNumber": "4"}), "3"),
        (json!({"callType": "incoming", "displayNumber": "1", "hotLineNumber": "4"}), "4"),
        (json!({"callType": "webcall", "displayNumber": "1", "trunkNumber": "3"}), "3"),
        (json!({"callType": "webcall", "displayNumber": "1", "hotLineNumber": "4"}), "1"),
    ] {
        assert_eq!(moor(&fields).service_number.as_deref(), Some(expected), "{fields}");
    }
}

#[test]
fn each_sign_of_a_transfer_or_of_an_ai_agent_counts_by_itself() {
    for (fields, transferred, ai_handled) in [
        (json!({"AIAgentId": 0, "AIAgentName": "", "ServeParticipants": [{"EndStatusString": "ok"}]}), false, false),
        (json!({"AIAgentId": 7}), false, true),
        (json!({"AIAgentName": "anna"}), false, true),
        (json!({"EndStatusString": "userInactivity"}), false, true),
        (json!({"EndStatusString": "seatForward"}), true, false),
        (json!({"ServeParticipants": [{}, {"TransferFrom": "anna@example.com"}]}), true, false),
        (json!({"ServeParticipants": [{"TransferTo": "anna@example.com"}]}), true, false),
        (json!({"ServeParticipants": [{"EndStatusString": "outboundForward"}]}), true, false),
    ] {
        let call = phone(&fields);
        assert_eq!((call.transferred, call.ai_handled), (transferred, ai_handled), "{fields}");
    }
    for (fields, transferred) in [
        (json!({"status": "ANSWER"}), false),
        (json!({"status": "CALL_TRANSFER"}), true),
        (json!({"relativeCallUniqueId": "403344537650466815"}), true),
    ] {
        assert_eq!(moor(&fields).transferred, transferred, "{fields}");
    }
}

#[test]
fn an_id_of_0_is_no_queue_and_no_ai_agent_in_a_record_made_by_hand_either() {
    let mut cdr = PhoneCdr::new(1400000214, "e97be0ab");
    (cdr.queued_skill_group_id, cdr.ai_agent_id) = (Some(0), Some(0));
    assert_eq!((cdr.summary().queue_id, cdr.summary().ai_handled), (None, false));
}

#[test]
fn a_7moor_call_rings_and_queues_until_its_answer() {
    let cases = [
        (json!({"callType": "incoming", "agentStartTime": "2021-05-08 14:39:40"}), 5, Some(15)),
        (json!({"callType": "incoming"}), 20, None),
        (
            json!({"callType": "dialout", "customerStartTime": "2021-05-08 14:39:40", "customerRingDuration": 14}),
            20,
            Some(15),
        ),
    ];
    for (mut fields, wait, ring) in cases {
        let common = json!({
            "startTime": "2021-05-08 14:39:30", "joinQueueTime": "2021-05-08 14:39:35",
            "bridgeTime": "2021-05-08 14:39:55", "hangupTime": "2021-05-08 14:40:32",
        });
        fields.as_object_mut().unwrap().extend(common.as_object().unwrap().clone());
        let call = moor(&fields);
        assert_eq!(call.answered_at, at("2021-05-08T06:39:55Z"), "{fields}");
        assert_eq!(call.wait, Some(TimeDelta::seconds(wait)), "{fields}");
        assert_eq!(call.ring, ring.map(TimeDelta::seconds), "{fields}");
        assert_eq!(call.talk, Some(TimeDelta::seconds(37)), "{fields}");
    }
}

#[test]
fn an_inbound_7moor_call_column_by_column() {
    let call = moor(&json!({
        "callType": "incoming",
        "trunkNumber": "01080455499",
        "displayNumber": "",
        "customerNumber": "17319132391",
        "queueNumber": "80001",
        "queueName": "售后",
        "startTime": "2021-05-08 14:00:00",
        "joinQueueTime": "2021-05-08 14:00:10",
        "agentStartTime": "2021-05-08 14:00:40",
        "agentAnswerTime": "2021-05-08 14:00:45",
        "bridgeTime": "2021-05-08 14:00:48",
        "hangupTime": "2021-05-08 14:02:48",
        "endTime": "2021-05-08 14:03:00",
        "status": "CALL_TRANSFER",
        "satisfyKeys": ["1", "3"],
        "relativeCallUniqueId": "403344537650466815",
    }));
    assert_eq!(call.direction, Some(Direction::Inbound));
    assert_eq!(call.service_number.as_deref(), Some("01080455499"));
    assert_eq!(call.customer_number.as_deref(), Some("17319132391"));
    assert_eq!(call.queue_id.as_deref(), Some("80001"));
    assert_eq!(call.queue_name.as_deref(), Some("售后"));
    assert_eq!(call.queued_at, at("2021-05-08T06:00:10Z"));
    assert_eq!(call.rang_at, at("2021-05-08T06:00:40Z"));
    assert_eq!(call.answered_at, at("2021-05-08T06:00:45Z"));
    assert_eq!(call.ended_at, at("2021-05-08T06:03:00Z"));
    assert_eq!(call.wait, Some(TimeDelta::seconds(30)));
    assert_eq!(call.ring, Some(TimeDelta::seconds(5)));
    assert_eq!(call.talk, Some(TimeDelta::seconds(120)));
    assert_eq!(call.total, Some(TimeDelta::seconds(180)));
    assert_eq!(call.outcome, Some(Outcome::Answered));
    assert_eq!(call.satisfaction.as_deref(), Some("1 3"));
    assert!(call.transferred);
}

#[test]
fn an_inbound_7moor_calls_queue_ends_with_its_answer_and_its_talk_before_the_survey() {
    let mut fields = json!({
        "callType": "incoming",
        "startTime": "2021-05-08 14:00:00",
        "joinQueueTime": "2021-05-08 14:00:10",
        "agentAnswerTime": "2021-05-08 14:00:45",
        "satisfyStartTime": "2021-05-08 14:02:45",
        "endTime": "2021-05-08 14:03:00",
    });
    let call = moor(&fields);
    assert_eq!((call.wait, call.talk), (Some(TimeDelta::seconds(35)), Some(TimeDelta::seconds(120))));
    assert_eq!(call.total, Some(TimeDelta::seconds(180)));
    // Whoever picked up, the customer was no longer there.
    fields["status"] = "QUEUE_ABANDON".into();
    assert_eq!(moor(&fields).wait, Some(TimeDelta::seconds(155)));
    fields["agentAnswerTime"] = "".into();
    assert_eq!(moor(&fields).wait, Some(TimeDelta::seconds(155)));
}

#[test]
fn a_chat_says_by_its_number_how_it_ended() {
    for (word, number, outcome, status) in [
        (None, json!(17), "not_answered_by_agent", "seatGiveUp"),
        (Some("brandNew"), json!(17), "not_answered_by_agent", "brandNew"),
        (Some("waitingGiveUp"), json!(17), "abandoned_in_queue", "waitingGiveUp"),
    ] {
        let body = json!({"SdkAppId": 1, "SessionId": "s", "EndStatusString": word, "EndStatus": number});
        let call = callhook::from_str::<ChatCdr>(&body.to_string()).unwrap().summary();
        assert_eq!(call.outcome.as_ref().map(Outcome::as_str), Some(outcome), "{body}");
        assert_eq!(call.vendor_status.as_deref(), Some(status), "{body}");
    }
}

#[test]
fn the_direction_says_which_number_is_the_customers() {
    let cases = [
        (json!({"Direction": 0}), Some(Direction::Inbound), Some("1"), Some("2")),
        (json!({"Direction": 1}), Some(Direction::Outbound), Some("2"), Some("1")),
        (json!({"CallType": 2}), Some(Direction::Inbound), Some("1"), Some("2")),
        (json!({"CallType": 5}), Some(Direction::Outbound), Some("2"), Some("1")),
        (json!({"Direction": 1, "CallType": 6}), Some(Direction::Internal), None, None),
        (json!({"Direction": 7}), None, None, None),
        (json!({}), None, None, None),
    ];
    for (mut fields, direction, customer, service) in cases {
        fields["Caller"] = "1".into();
        fields["Callee"] = "2".into();
        let call = phone(&fields);
        assert_eq!(call.direction, direction, "{fields}");
        assert_eq!(call.customer_number.as_deref(), customer, "{fields}");
        assert_eq!(call.service_number.as_deref(), service, "{fields}");
    }
}

/// What no sample's row shows: the second choice of a column, and the directions of the rarer kinds of call.
#[test]
fn a_column_takes_the_next_field_that_has_a_value() {
    let began = "2021-05-08 14:39:37";
    for (call, column, expected) in [
        (phone(&json!({"Time": 1608130636})), "started_at", json!("2020-12-16T14:57:16Z")),
        (phone(&json!({"CallType": 1})), "direction", json!("outbound")),
        (phone(&json!({"Direction": 1, "ProtectedCallee": "pc-1"})), "customer_number", json!("pc-1")),
        (phone(&json!({"Direction": 1, "ProtectedCaller": "pc-2"})), "service_number", json!("pc-2")),
        (moor(&json!({"callType": "previewDialout"})), "direction", json!("outbound")),
        (moor(&json!({"callType": "autoDialout"})), "direction", json!("outbound")),
        (moor(&json!({"hangupTime": began})), "ended_at", json!("2021-05-08T06:39:37Z")),
        (moor(&json!({"totalDuration": 15})), "total_seconds", json!(15)),
        (moor(&json!({"waitDuration": 3})), "wait_seconds", json!(3)),
        (
            moor(&json!({"callType": "dialout", "customerStartTime": began, "customerRingDuration": 3})),
            "ring_seconds",
            json!(3),
        ),
        (moor(&json!({"bridgeTime": began, "bridgeDuration": 5})), "talk_seconds", json!(5)),
        (moor(&json!({"customerName": "王小明"})), "customer_name", json!("王小明")),
        (moor(&json!({"failureReason": "forbidden"})), "vendor_status", json!("forbidden")),
        (
            moor(&json!({"doubleTrackFileUrl": "https://r.example.com/1"})),
            "recording_urls",
            json!("https://r.example.com/1"),
        ),
    ] {
        assert_eq!(row(&call)[column], expected, "{column}");
    }
    let mut video = VideoCdr::new(1400000214, "e97be0ab");
    (video.queued_skill_group_id, video.queued_skill_group_name) = (Some(1072), Some("售后".to_owned()));
    let call = video.summary();
    assert_eq!((call.queue_id.as_deref(), call.queue_name.as_deref()), (Some("1072"), Some("售后")));
}

#[test]
fn a_user_id_is_no_phone_number() {
    let user = "oZB6q5c-tuMEz";
    // A call by voice over IP: the caller is a user, whose id may be a number.
    let cases = [
        (json!({"CallType": 3, "Caller": user}), None, Some(user)),
        (json!({"CallType": 3, "Caller": "10086"}), None, Some("10086")),
        (json!({"CallType": 3, "Caller": "008618621520280"}), Some("008618621520280"), Some("008618621520280")),
        (json!({"CallType": 3, "Caller": user, "ProtectedCaller": "pc-7d1f"}), Some("pc-7d1f"), Some(user)),
        // Any other call.
        (json!({"Direction": 0, "Caller": user}), None, None),
        (json!({"Direction": 1, "Callee": "anna@example.com"}), None, None),
        (json!({"Direction": 0, "Caller": "anonymous"}), None, None),
        (json!({"Direction": 0, "Caller": "x12"}), None, None),
        (json!({"Direction": 0, "Caller": "010-62345678x12"}), Some("010-62345678x12"), None),
        (json!({"Direction": 0, "Caller": "X12"}), None, None),
        (json!({"Direction": 1, "CallType": 3, "Caller": user, "Callee": "95588"}), Some("95588"), None),
        (json!({"Direction": 0, "Caller": "95588"}), Some("95588"), None),
        (json!({"Direction": 0, "Caller": "+86 (10) 6234-5678"}), Some("+86 (10) 6234-5678"), None),
        (json!({"Direction": 0, "Caller": "186****0280"}), Some("186****0280"), None),
        (json!({"Direction": 0, "Caller": "１８６２１５２０２８０"}), Some("１８６２１５２０２８０"), None),
    ];
    for (fields, number, id) in cases {
        let call = phone(&fields);
        assert_eq!(call.customer_number.as_deref(), number, "{fields}");
        assert_eq!(call.customer_id.as_deref(), id, "{fields}");
    }
    let call = moor(&json!({"customerNumber": user, "customerId": "c-1"}));
    assert_eq!((call.customer_number, call.customer_id.as_deref()), (None, Some("c-1")));
}

#[test]
fn every_recording_is_there_once_and_voicemails_are_the_last() {
    let call = phone(&json!({
        "RecordURL": "https://r.example.com/1.mp3",
        "ServeParticipants": [
            {"RecordURL": "https://r.example.com/1.mp3", "CustomRecordURL": " https://b.example.com/a b.mp3 "},
            {"CustomRecordURL": "https://b.example.com/a%20b.mp3"},
            {"RecordURL": "https://r.example.com/2.mp3", "CustomRecordURL": "https://b.example.com/a \t\u{a0}b.mp3"},
        ],
        "VoicemailRecordURL": ["https://r.example.com/v.mp3", " ", "https://r.example.com/2.mp3"],
    }));
    assert_eq!(
        call.recording_urls,
        [
            "https://r.example.com/1.mp3",
            "https://b.example.com/a%20b.mp3",
            "https://r.example.com/2.mp3",
            "https://b.example.com/a%20%09%C2%A0b.mp3",
            "https://r.example.com/v.mp3",
        ]
    );
    let call =
        moor(&json!({"recordFileUrl": "https://r.example.com/1.mp3", "voiceMailUrl": "https://r.example.com/v.mp3"}));
    assert_eq!(call.recording_urls, ["https://r.example.com/1.mp3", "https://r.example.com/v.mp3"]);

    let mut by_hand = call;
    by_hand.recording_urls = vec![" https://r.example.com/a b.mp3 ".to_owned(), " ".to_owned()];
    assert_eq!(serde_json::to_value(&by_hand).unwrap()["recording_urls"], "https://r.example.com/a%20b.mp3");
    by_hand.recording_urls = vec![String::new()];
    assert_eq!(serde_json::to_value(&by_hand).unwrap()["recording_urls"], Value::Null);
}

/// Cost by the square of the legs would be minutes here.
#[test]
fn a_hundred_thousand_legs_are_summed_up_at_once() {
    let leg = |n: usize| json!({"RecordId": format!("r-{n}"), "RecordURL": format!("https://r.example.com/{n}.mp3")});
    let mut cdr = PhoneCdr::default();
    cdr.serve_participants = (0..100_000).map(|n| serde_json::from_value(leg(n)).unwrap()).collect();
    let call = cdr.summary();
    assert_eq!(call.recording_ids.len(), 100_000);
    assert_eq!(call.recording_urls.last().unwrap(), "https://r.example.com/99999.mp3");
}

#[test]
fn a_record_and_its_summary_agree_on_whether_it_was_answered() {
    let (start, accept) = (1608130636, 1608130640);
    for word in EndStatusString::ALL {
        for accepted in [None, Some(accept)] {
            let fields = json!({
                "SdkAppId": 1400000214, "SessionId": "e97be0ab", "StartTimestamp": start, "AcceptTimestamp": accepted,
                "EndStatusString": word.as_str(), "Duration": 15,
            });
            let cdr: PhoneCdr = serde_json::from_value(fields.clone()).unwrap();
            let chat: ChatCdr = serde_json::from_value(fields.clone()).unwrap();
            let video: VideoCdr = serde_json::from_value(fields.clone()).unwrap();
            for (was_answered, call) in [
                (cdr.was_answered(), cdr.summary()),
                (chat.was_answered(), chat.summary()),
                (video.was_answered(), video.summary()),
            ] {
                assert_eq!(was_answered, call.outcome == Some(Outcome::Answered), "{fields}");
                assert_eq!(was_answered, call.answered_at.is_some(), "{fields}");
                assert!(call.talk.is_none() || was_answered, "{fields}");
            }
            let answered_at = accepted.and(at("2020-12-16T14:57:20Z"));
            assert_eq!([chat.answered_at(), video.answered_at()], [answered_at, answered_at], "{fields}");
        }
    }
}

#[test]
fn durations_agree_or_are_absent() {
    let start = 1608130636;
    // (accepted, ended, Duration) → (talk, total), in seconds.
    let cases = [
        (Some(4), Some(15), Some(11), Some(11), Some(15)),
        // The vendor's figure is another: the instants win.
        (Some(4), Some(15), Some(15), Some(11), Some(15)),
        // Answered before it began: the vendor's figure, if it can be.
        (Some(-4), Some(15), Some(11), Some(11), Some(15)),
        (Some(-4), Some(15), Some(16), None, Some(15)),
        // Ended before it was answered, or before it began.
        (Some(20), Some(15), Some(3), Some(3), Some(15)),
        (Some(4), Some(-1), Some(3), Some(3), None),
        (Some(4), None, Some(-3), None, None),
        // No answer, no talk.
        (None, Some(15), Some(15), None, Some(15)),
    ];
    for (accepted, ended, duration, talk, total) in cases {
        let mut fields = json!({"StartTimestamp": start, "Duration": duration, "EndStatusString": "notAnswer"});
        fields["AcceptTimestamp"] = accepted.map(|seconds| start + seconds).into();
        fields["EndedTimestamp"] = ended.map(|seconds| start + seconds).into();
        let call = phone(&fields);
        assert_eq!(call.talk, talk.map(TimeDelta::seconds), "{fields}");
        assert_eq!(call.total, total.map(TimeDelta::seconds), "{fields}");
    }
    // A fraction is dropped from a duration, not from an instant.
    let call = phone(&json!({"StartTimestamp": 1608130636.25, "EndedTimestamp": 1608130639}));
    assert_eq!(call.started_at, at("2020-12-16T14:57:16.250Z"));
    assert_eq!(row(&call)["started_at"], "2020-12-16T14:57:16.250Z");
    assert_eq!(call.total, Some(TimeDelta::seconds(2)));
}

#[test]
fn a_keyless_survey_is_no_answer() {
    let pressed = json!([{"Key": "2", "Label": "一般"}, {"Key": "5"}]);
    assert_eq!(phone(&json!({"PostIVRKeyPressed": pressed})).satisfaction.as_deref(), Some("一般 5"));
    assert_eq!(phone(&json!({"PostIVRKeyPressedEx": [{"Key": "noInput", "Label": "未按键"}]})).satisfaction, None);
    let both = json!({"PostIVRKeyPressed": [{"Key": "1"}], "PostIVRKeyPressedEx": [{"Key": "2"}]});
    assert_eq!(phone(&both).satisfaction.as_deref(), Some("2"));
    let chat: ChatCdr = callhook::from_str(r#"{"SdkAppId":1,"SessionId":"s","Satisfaction":{"id":"104"}}"#).unwrap();
    assert_eq!(CallSummary::from(&chat).satisfaction.as_deref(), Some("104"));
}

// ---- the row ----

#[test]
fn the_columns_are_the_listed_ones_and_scalars() {
    assert_eq!(
        CallSummary::COLUMNS,
        [
            "vendor",
            "channel",
            "account_id",
            "call_id",
            "direction",
            "customer_number",
            "customer_id",
            "customer_name",
            "service_number",
            "agent_id",
            "agent_number",
            "agent_name",
            "queue_id",
            "queue_name",
            "started_at",
            "queued_at",
            "rang_at",
            "answered_at",
            "ended_at",
            "ring_seconds",
            "wait_seconds",
            "talk_seconds",
            "total_seconds",
            "outcome",
            "vendor_status",
            "hung_up_by",
            "transferred",
            "ai_handled",
            "satisfaction",
            "recording_ids",
            "recording_urls",
        ]
    );
    assert_eq!(CallSummary::COLUMN_KINDS.len(), 31);
    let kinds: BTreeMap<_, _> = CallSummary::COLUMNS.iter().zip(CallSummary::COLUMN_KINDS).collect();
    for (column, kind) in [
        ("vendor", ColumnKind::Text),
        ("hung_up_by", ColumnKind::Text),
        ("started_at", ColumnKind::Instant),
        ("ended_at", ColumnKind::Instant),
        ("ring_seconds", ColumnKind::Seconds),
        ("total_seconds", ColumnKind::Seconds),
        ("transferred", ColumnKind::Flag),
        ("ai_handled", ColumnKind::Flag),
        ("satisfaction", ColumnKind::Text),
        ("recording_ids", ColumnKind::Texts),
        ("recording_urls", ColumnKind::Texts),
    ] {
        assert_eq!(kinds[&column], &kind, "{column}");
    }
    for (name, body) in files(".json") {
        let Some(call) = webhook(&name, &body).summary() else { continue };
        let written = serde_json::to_string(&call).unwrap();
        let mut rest = written.as_str();
        for column in CallSummary::COLUMNS {
            rest = rest.split_once(&format!("\"{column}\":")).unwrap_or_else(|| panic!("{name}: {column}")).1;
        }
        let row = row(&call);
        assert_eq!(row.len(), CallSummary::COLUMNS.len(), "{name}");
        assert!(row.values().all(|value| !value.is_array() && !value.is_object()), "{name}");
        assert_eq!(serde_json::from_str::<CallSummary>(&written).unwrap(), call, "{name}");
    }
}

#[test]
fn a_row_of_another_version_is_read_if_it_names_a_known_vendor_and_channel() {
    let call: CallSummary = serde_json::from_str(
        r#"{"vendor":"tccc","mood":["fine"],"channel":"chat","direction":"conference","outcome":"lineCut","hung_up_by":"007"}"#,
    )
    .unwrap();
    let mut expected = CallSummary::new(Vendor::Tccc, Channel::Chat);
    expected.outcome = Some(Outcome::from("lineCut"));
    expected.hung_up_by = Some(HungUpBy::from("007"));
    assert_eq!(call, expected);
    for (row, error) in [
        (r#"{"channel":"chat"}"#, "missing field `vendor`"),
        (r#"{"vendor":"tccc"}"#, "missing field `channel`"),
        (r#"{"vendor":"acme","channel":"chat"}"#, "expected one of: tccc desk sevenmoor"),
        ("[]", "expected a row of calls, with named columns"),
    ] {
        let found = serde_json::from_str::<CallSummary>(row).unwrap_err().to_string();
        assert!(found.contains(error), "{row}: {found}");
    }
}

#[test]
fn a_row_is_read_as_databases_and_spreadsheets_give_it_back() {
    let read = |column: &str, cell: &str| {
        serde_json::from_str::<CallSummary>(&format!(r#"{{"vendor":"tccc","channel":"phone","{column}":{cell}}}"#))
    };
    for (cell, expected) in [
        ("true", true),
        ("1", true),
        (r#""TRUE""#, true),
        (r#""t""#, true),
        (r#""1""#, true),
        ("0", false),
        (r#""f""#, false),
        ("null", false),
    ] {
        assert_eq!(read("transferred", cell).unwrap().transferred, expected, "{cell}");
    }
    for (cell, expected) in [("15", Some(15)), ("15.0", Some(15)), (r#""15""#, Some(15)), (r#""""#, None)] {
        assert_eq!(read("talk_seconds", cell).unwrap().talk.map(|talk| talk.num_seconds()), expected, "{cell}");
    }
    for cell in [
        "2020-12-16T14:57:16Z",
        "2020-12-16 14:57:16+00",
        "2020-12-16 14:57:16.000+00",
        "2020-12-16 22:57:16+08",
        "2020-12-16 22:57:16+08:00",
        "2020-12-16 20:27:16+05:30",
    ] {
        let call = read("started_at", &format!("{cell:?}")).unwrap();
        assert_eq!(call.started_at.unwrap().timestamp(), 1608130636, "{cell}");
    }
    // Which clock it was is not certain.
    for cell in ["2020-12-16 14:57:16", "2020-12-16 14:57", "2020-12-16", "+00", "1608130636"] {
        assert!(read("started_at", &format!("{cell:?}")).is_err(), "{cell}");
    }
    let empty = read("started_at", r#""""#).unwrap();
    for column in ["started_at", "outcome", "hung_up_by", "direction", "agent_name", "recording_urls"] {
        assert_eq!(read(column, r#""""#).unwrap(), empty, "{column}");
    }
    assert_eq!(row(&empty).values().filter(|value| !value.is_null()).count(), 4, "vendor, channel and two flags");
    // A row has whole seconds.
    let call = read("talk_seconds", "15.5").unwrap();
    assert_eq!(serde_json::from_value::<CallSummary>(Value::Object(row(&call))).unwrap(), call);
    for (column, cell) in [("transferred", r#""perhaps""#), ("transferred", "2"), ("talk_seconds", r#""soon""#)] {
        assert!(read(column, cell).is_err(), "{column} {cell}");
    }
}

#[test]
fn what_is_no_call_record_has_no_summary() {
    for (query, body) in [
        ("action=record", r#"{"SdkAppId":1,"SessionId":"s"}"#),
        ("action=voicemail", r#"{"SdkAppId":1,"SessionId":"s"}"#),
        ("action=newThing", "{}"),
        ("", r#"{"pushType":"dialoutHangup"}"#),
        ("", r#"{"SessionId":"s","Event":"SessionEnd"}"#),
        ("", "{}"),
    ] {
        assert_eq!(Webhook::from_request(query, body.as_bytes()).unwrap().summary(), None, "{query} {body}");
    }
}
