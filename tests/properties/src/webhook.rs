//! Whose a request is: whatever comes, what was written is the same vendor's.

use callhook::Webhook;
use proptest::prelude::*;

/// Bodies of the keys that tell whose a request is, in several spellings, each any number of times.
fn bodies() -> impl Strategy<Value = String> {
    const KEYS: &[&str] = &[
        "CallbackCommand",
        "callbackcommand",
        "CALLBACKCOMMAND",
        "Event",
        "event",
        "EVENT",
        "eVENT",
        "SessionId",
        "sessionid",
        "SESSIONID",
        "SdkAppId",
        "sdkappid",
        "CallInBound",
        "callinbound",
        "CALLINBOUND",
        "accountId",
        "ACCOUNTID",
        "pushType",
        "callType",
        "calltype",
        "statusName",
        "STATUSNAME",
        "statusname",
        "cdrType",
        "CDRTYPE",
        "preMediaFailureReason",
        "preMediaKeyWord",
        "premediakeyword",
        "loginType",
        "logoutType",
    ];
    const VALUES: &[&str] = &[
        "null",
        "\"\"",
        "\" \"",
        "[]",
        "{}",
        "true",
        "7",
        "\"s\"",
        "\"x\"",
        "\"SessionBegin\"",
        "\"SessionEnd\"",
        "\"CallInBound\"",
        "\"callInBound\"",
        "\"Desk.SessionEventNotify\"",
        "\"ChatBot.OnAssignHuman\"",
        "\"State.StateChange\"",
        "\"incoming\"",
        "\"cdr\"",
        "\"brandNew\"",
        "{\"Caller\":\"1\"}",
        "[\"x\"]",
    ];
    // Few keys, so that they meet.
    let keys = proptest::collection::vec(proptest::sample::select(KEYS), 1..5);
    let entries = proptest::collection::vec((any::<prop::sample::Index>(), proptest::sample::select(VALUES)), 1..9);
    (keys, entries).prop_map(|(keys, entries)| {
        let entries: Vec<String> = entries.iter().map(|(key, value)| format!("{:?}:{value}", key.get(&keys))).collect();
        format!("{{{}}}", entries.join(","))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn what_was_written_is_the_same_vendors(body in bodies()) {
        let Ok(webhook) = Webhook::from_request("", body.as_bytes()) else { return Ok(()) };
        let written = serde_json::to_string(&webhook).unwrap();
        let again = Webhook::from_request("", written.as_bytes());
        prop_assert_eq!(again.as_ref(), Ok(&webhook), "{} → {}", body, written);
    }
}
