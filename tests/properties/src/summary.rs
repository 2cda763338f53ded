//! What holds of every summary of a call, whatever the record says.

use callhook::sevenmoor::CallRecord;
use callhook::tccc::{EndStatusString, PhoneCdr};
use callhook::{CallSummary, Outcome};
use chrono::TimeDelta;
use proptest::prelude::*;
use serde_json::{Value, json};

fn phone(fields: &Value) -> CallSummary {
    let mut body = json!({"SdkAppId": 1400000214, "SessionId": "e97be0ab"});
    body.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    serde_json::from_value::<PhoneCdr>(body).unwrap().summary()
}

fn moor(fields: &Value) -> CallSummary {
    serde_json::from_value::<CallRecord>(fields.clone()).unwrap().summary()
}

fn holds(call: &CallSummary) {
    let zero = TimeDelta::zero();
    for length in [call.ring, call.wait, call.talk, call.total].into_iter().flatten() {
        assert!(length >= zero && length.subsec_nanos() == 0, "{call:?}");
        assert!(call.total.is_none_or(|total| length <= total), "{call:?}");
    }
    let is_answered = call.outcome == Some(Outcome::Answered);
    assert_eq!(call.answered_at.is_some(), is_answered, "{call:?}");
    assert!(call.talk.is_none() || is_answered, "{call:?}");
    let written = serde_json::to_string(call).unwrap();
    assert_eq!(serde_json::from_str::<CallSummary>(&written).unwrap(), *call, "{written}");
    let row = serde_json::to_value(call).unwrap();
    assert_eq!(row.as_object().unwrap().len(), CallSummary::COLUMNS.len());
}

/// An instant of TCCC's near the others, or far away, or none.
fn seconds() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!(0)),
        (1608130600_i64..1608130700).prop_map(Value::from),
        (1608130600_f64..1608130700.).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
    ]
}

/// An instant of 7moor's near the others, or none.
fn china_time() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!("")),
        (0..60, 0..60).prop_map(|(minute, second)| json!(format!("2021-05-08 14:{minute:02}:{second:02}"))),
        Just(json!("9999-12-31 23:59:59.999999999")),
    ]
}

fn length() -> impl Strategy<Value = Value> {
    prop_oneof![Just(Value::Null), (-5..100).prop_map(Value::from), any::<i64>().prop_map(Value::from)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_tccc_record_keeps_the_laws(
        instants in prop::array::uniform5(seconds()),
        duration in length(),
        word in prop::sample::select(EndStatusString::ALL),
        worded in any::<bool>(),
    ) {
        let [start, queued, ring, accept, ended] = instants;
        let mut fields = json!({
            "StartTimestamp": start, "QueuedTimestamp": queued, "RingTimestamp": ring, "AcceptTimestamp": accept,
            "EndedTimestamp": ended, "Duration": duration,
        });
        if worded {
            fields["EndStatusString"] = word.as_str().into();
        }
        holds(&phone(&fields));
    }

    #[test]
    fn every_7moor_record_keeps_the_laws(
        instants in prop::collection::vec(china_time(), 10),
        lengths in prop::array::uniform5(length()),
        status in prop::sample::select(vec![
            "", "IVR", "QUEUE_ABANDON", "ANSWER", "AGENT_NO_ANSWER", "CUSTOMER_NO_ANSWER", "CALL_TRANSFER", "LINE_CUT",
        ]),
        call_type in prop::sample::select(vec!["", "incoming", "dialout", "webcall", "autoDialout"]),
        reason in prop::sample::select(vec!["", "forbidden", "cancel", "decline", "unknow", "onFire"]),
        file in "[a-z ]{0,12}",
    ) {
        let mut fields = json!({
            "status": status, "callType": call_type, "failureReason": reason, "recordFileUrl": file,
            "totalDuration": lengths[0], "waitDuration": lengths[1], "bridgeDuration": lengths[2],
            "agentRingDuration": lengths[3], "customerRingDuration": lengths[4],
        });
        let keys = [
            "startTime", "joinQueueTime", "agentStartTime", "agentAnswerTime", "customerStartTime", "customerAnswerTime",
            "bridgeTime", "hangupTime", "endTime", "satisfyEndTime",
        ];
        for (key, instant) in keys.into_iter().zip(instants) {
            fields[key] = instant;
        }
        holds(&moor(&fields));
    }
}
