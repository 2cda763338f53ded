//! The adapters for structs of the user's own, and the guide's page on them.

use callhook::tccc::{Direction, EndStatusString, PhoneCdr, SeatUser};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use crate::support::text;

#[test]
fn an_adapter_for_words_reads_what_says_nothing_as_none() {
    #[serde_with::serde_as]
    #[derive(serde::Deserialize)]
    struct Stored(#[serde_as(as = "callhook::lenient::Word")] Option<EndStatusString>);

    for nothing in ["null", r#""""#, r#"" ""#, "[]", r#"[""]"#] {
        assert_eq!(serde_json::from_str::<Stored>(nothing).unwrap().0, None, "{nothing}");
    }
    assert!(serde_json::from_str::<Stored>("{}").is_err());
}

#[test]
fn an_adapter_for_payloads_reads_what_says_nothing_as_none() {
    #[serde_with::serde_as]
    #[derive(Debug, serde::Deserialize, serde::Serialize)]
    struct Stored(#[serde_as(as = "callhook::lenient::Object")] Option<SeatUser>);

    for nothing in ["null", r#""""#, r#"" ""#, "[]"] {
        let stored: Stored = serde_json::from_str(nothing).unwrap();
        assert_eq!(stored.0, None, "{nothing}");
        assert_eq!(serde_json::to_string(&stored).unwrap(), "null");
    }
    for agent in [r#"{"name":"Anna"}"#, r#"[{"Name":"Anna"}]"#, r#""{\"Name\":\"Anna\"}""#] {
        let stored: Stored = serde_json::from_str(agent).unwrap();
        assert_eq!(serde_json::to_string(&stored).unwrap(), r#"{"Name":"Anna"}"#, "{agent}");
    }
    for (other, why) in [
        ("7", "expected object, found number"),
        (r#""Anna""#, "expected object, found string"),
        (r#"[{"Name":"Anna"},7]"#, "expected object, found array"),
    ] {
        assert_eq!(serde_json::from_str::<Stored>(other).unwrap_err().to_string(), why);
    }

    #[serde_with::serde_as]
    #[derive(Debug, serde::Deserialize)]
    #[expect(dead_code, reason = "it is not read")]
    struct Record(#[serde_as(as = "callhook::lenient::Object")] Option<PhoneCdr>);
    let error = serde_json::from_str::<Record>(r#"{"SdkAppId":1}"#).unwrap_err().to_string();
    assert!(error.contains("SessionId"), "{error}");
}

#[test]
fn each_adapter_reads_other_forms_and_writes_its_own() {
    use callhook::lenient::{ChinaTime, Flag, Integer, Millis, UnixMillis, UnixSecondsText, Word};

    #[serde_with::serde_as]
    #[derive(Default, serde::Deserialize, serde::Serialize)]
    #[serde(default)]
    struct Stored {
        #[serde_as(as = "Integer")]
        port: Option<u16>,
        #[serde_as(as = "Integer")]
        queue: Option<u32>,
        #[serde_as(as = "Integer")]
        shift: Option<i32>,
        #[serde_as(as = "Integer")]
        balance: Option<i64>,
        #[serde_as(as = "Flag")]
        urgent: Option<bool>,
        #[serde_as(as = "Word")]
        direction: Option<Direction>,
        #[serde_as(as = "Millis")]
        begins: Option<TimeDelta>,
        #[serde_as(as = "UnixSecondsText")]
        signed: Option<DateTime<Utc>>,
        #[serde_as(as = "UnixMillis")]
        seen: Option<DateTime<Utc>>,
        #[serde_as(as = "ChinaTime")]
        closed: Option<DateTime<Utc>>,
    }
    let body = r#"{"port":"7","queue":"8","shift":"-9","balance":-10.0,"urgent":"1","direction":"1","begins":"1500",
        "signed":1608130636,"seen":"2020-12-16 22:57:16","closed":1608130636}"#;
    assert_eq!(
        serde_json::to_string(&serde_json::from_str::<Stored>(body).unwrap()).unwrap(),
        r#"{"port":7,"queue":8,"shift":-9,"balance":-10,"urgent":true,"direction":1,"begins":1500,"signed":"1608130636","seen":1608130636000,"closed":"2020-12-16 22:57:16"}"#
    );
    assert_eq!(
        serde_json::to_string(&Stored::default()).unwrap(),
        r#"{"port":null,"queue":null,"shift":null,"balance":null,"urgent":null,"direction":null,"begins":null,"signed":null,"seen":null,"closed":null}"#
    );
    assert!(serde_json::from_str::<Stored>(r#"{"port":65536}"#).is_err());
}

#[test]
fn the_adapters_for_structs_of_ones_own_read_every_year() {
    use callhook::lenient::{ChinaTime, UnixMillis, UnixSeconds};

    #[serde_with::serde_as]
    #[derive(Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[serde(default)]
    struct Ticket {
        #[serde_as(as = "UnixSeconds")]
        opened: Option<DateTime<Utc>>,
        #[serde_as(as = "UnixMillis")]
        seen: Option<DateTime<Utc>>,
        #[serde_as(as = "ChinaTime")]
        closed: Option<DateTime<Utc>>,
    }
    for no_date in ["20250615240000", "\"20161231235960\"", "20201301000000", "20200101000000.5"] {
        for field in ["opened", "seen", "closed"] {
            let body = format!(r#"{{"{field}":{no_date}}}"#);
            assert!(serde_json::from_str::<Ticket>(&body).is_err(), "{body}");
        }
    }
    for (body, opened, seen, closed) in [
        (r#"{"opened":1,"seen":1000,"closed":"1900-01-01 08:00:00"}"#, 1, 1000, -2_208_988_800),
        (r#"{"opened":29166187,"seen":45823,"closed":"9999-12-31 08:00:00"}"#, 29_166_187, 45_823, 253_402_214_400),
        (
            r#"{"opened":20250615150640,"seen":1608130636000000,"closed":1608130636000000000}"#,
            1_749_971_200,
            1_608_130_636,
            1_608_130_636,
        ),
    ] {
        let ticket: Ticket = serde_json::from_str(body).unwrap();
        let seconds = |instant: Option<DateTime<Utc>>| instant.unwrap().timestamp();
        assert_eq!([ticket.opened, ticket.seen, ticket.closed].map(seconds), [opened, seen, closed], "{body}");
    }
    // As an integer this would be read as 2025-06-15.
    let seen = DateTime::from_timestamp_millis(20_250_615_150_640);
    let written = serde_json::to_string(&Ticket { seen, ..Ticket::default() }).unwrap();
    assert_eq!(serde_json::from_str::<Ticket>(&written).unwrap().seen, seen, "{written}");
}

/// What the guide's page on types of your own says about the API call of an IVR.
#[test]
fn the_entries_of_a_dynamic_menu_are_an_array_inside_a_text() {
    use callhook::lenient::{Seconds, Text};

    // All values of the request are texts, of durations too.
    #[serde_with::serde_as]
    #[derive(serde::Deserialize)]
    struct Question {
        #[serde_as(as = "Text")]
        caller: Option<String>,
        #[serde_as(as = "Seconds")]
        ringing: Option<TimeDelta>,
    }
    let question: Question = serde_json::from_str(r#"{"caller":"008613800000001","ringing":"7"}"#).unwrap();
    assert_eq!((question.caller, question.ringing), (text("008613800000001"), Some(TimeDelta::seconds(7))));

    #[derive(serde::Serialize, serde::Deserialize)]
    struct Entry {
        digits: String,
        name: String,
        #[serde(alias = "lable")]
        label: String,
        next: String,
    }
    // The table's spelling reads as the sample's.
    let entry: Entry = serde_json::from_str(
        r#"{"digits":"1","name":"8c5a1e1c-6f0e-4b8e-9d43-0c2f6a7b1d20","lable":"Sales","next":"ABCDEFGHIJKLMNOPQRSTUVWXYZ"}"#,
    )
    .unwrap();
    let reply = json!({ "Level": "3", "dynamicEntries": serde_json::to_string(&[entry]).unwrap() });
    assert_eq!(
        reply.to_string(),
        r#"{"Level":"3","dynamicEntries":"[{\"digits\":\"1\",\"name\":\"8c5a1e1c-6f0e-4b8e-9d43-0c2f6a7b1d20\",\"label\":\"Sales\",\"next\":\"ABCDEFGHIJKLMNOPQRSTUVWXYZ\"}]"}"#
    );
    // One flat object of texts.
    assert!(reply.as_object().unwrap().values().all(serde_json::Value::is_string));
    // The vendor prints line breaks within the text, which JSON does not allow.
    assert!(serde_json::from_str::<serde_json::Value>("{\"dynamicEntries\":\"[\n]\"}").is_err());
}
