//! 7moor's pushes: whatever comes is read alike.

use callhook::sevenmoor::Push;
use callhook::{Code, inspect};
use proptest::prelude::*;

/// Bodies of the page's keys and others, in any order, each any number of times, with values of every kind.
fn bodies() -> impl Strategy<Value = String> {
    const KEYS: &[&str] = &[
        "pushType",
        "pushType",
        "PUSHTYPE",
        "pushtype",
        "callEvent",
        "CALLEVENT",
        "callType",
        "statusName",
        "STATUSNAME",
        "statusname",
        "statusNumber",
        "content",
        "Content",
        "uniqueId",
        "uniqueid",
        "cdrType",
        "CDRTYPE",
        "billCalls",
        "totalDuration",
        "hangUpSide",
        "loginType",
        "logoutType",
        "offlineType",
        "statusTime",
        "startTime",
        "sipCode",
        "satisfyKeys",
        "extras",
        "EXTRAS",
        "preMediaCode",
        "preMediaFailureReason",
        "preMediaKeyWord",
        "PREMEDIAKEYWORD",
        "groupIdList",
        "accountId",
        "failureReason",
        "agentAreacode",
        "agentAreaCode",
        "id",
        "_id",
        "mood",
    ];
    const VALUES: &[&str] = &[
        "null",
        "\"\"",
        "\" \"",
        "[]",
        "[\"\"]",
        "{}",
        "true",
        "0",
        "7",
        "1.5",
        "1e3",
        "403344537650466816",
        "-1",
        "123456789012345678901234567890",
        "\"cdr\"",
        "\"CDR\"",
        "\"login\"",
        "\"logout\"",
        "\"callStatus\"",
        "\"mediaFailreason\"",
        "\"dialoutRing\"",
        "\"dialoutHangup\"",
        "\"brandNew\"",
        "\"link\"",
        "\" Link \"",
        "\"ring\"",
        "\"hangup\"",
        "\"calling\"",
        "\"incoming\"",
        "\"webcall\"",
        "\"5\"",
        "\"unknown\"",
        "\"PSTN\"",
        "\"2021-07-22 18:06:48\"",
        "\"1626948408\"",
        "\"2021-07-22T10:06:48.5Z\"",
        "[\"a|b\",1,null,{}]",
        "[[\"\"]]",
        "\"{\\\"a\\\":1}\"",
        "{\"a\":1,\"a\":2}",
        "{\"callEvent\":\"link\",\"extras\":{},\"uniqueId\":1}",
        "{\"callEvent\":\"hangup\"}",
        "{\"callType\":\"dialout\",\"pushType\":\"cdr\"}",
        "{\"segments\":[{},7]}",
    ];
    let entry = (proptest::sample::select(KEYS), proptest::sample::select(VALUES));
    proptest::collection::vec(entry, 0..8).prop_map(|entries| {
        let entries: Vec<String> = entries.iter().map(|(key, value)| format!("{key:?}:{value}")).collect();
        format!("{{{}}}", entries.join(","))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_comes_is_read_alike_and_written_so_that_it_reads_the_same(body in bodies()) {
        let plain = Push::from_slice(body.as_bytes()).unwrap();
        let seen = inspect::<Push>(body.as_bytes()).unwrap();
        prop_assert_eq!(&plain, &seen.value, "{}", body);
        // A number that only its digits say and no field reads is text in `extra`, which a field of text reads again.
        if seen.report.count(Code::HugeNumber) > 0 && seen.report.count(Code::UnreadableValue) > 0 {
            return Ok(());
        }
        let written = serde_json::to_string(&plain).unwrap();
        prop_assert_eq!(&Push::from_slice(written.as_bytes()).unwrap(), &plain, "{} → {}", body, written);
        let value = serde_json::to_value(&plain).unwrap();
        prop_assert_eq!(&serde_json::from_value::<Push>(value).unwrap(), &plain, "{}", body);
    }
}
