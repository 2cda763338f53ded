//! What the fuzz targets found, each mended: the input, and what it reads as.

use callhook::tccc::{PhoneCdr, VideoCdr};
use callhook::{Code, inspect};
use serde_json::json;

use crate::support::codes;

/// An instant that a float rounds to the zero of "never" was dropped without a word.
#[test]
fn a_number_that_is_nearly_zero_is_no_instant_and_is_kept() {
    for number in ["1e-7", "-1e-7", "0.0000004", "1E-300"] {
        let body = format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b","StartTimestamp":{number}}}"#);
        let seen = inspect::<PhoneCdr>(body.as_bytes()).unwrap();
        assert_eq!(seen.value.start_timestamp, None, "{number}");
        assert_eq!(seen.value.extra["StartTimestamp"].as_f64(), number.parse().ok(), "{number}");
        assert_eq!(codes(&seen.report), ["StartTimestamp unreadable-value"], "{number}");
    }
    for zero in ["0", "-0", "0.0", "-0.0", "0e0", "\"0\"", "\"0.000\""] {
        let body = format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b","StartTimestamp":{zero}}}"#);
        let cdr: PhoneCdr = callhook::from_str(&body).unwrap();
        assert_eq!(cdr.start_timestamp, None, "{zero}");
        assert!(cdr.extra.is_empty(), "{zero}");
    }
}

/// The key by which serde_json, with `arbitrary_precision` on, gives a number, as the first of several keys: the
/// reading stopped behind it, and the record was lost.
#[test]
fn an_object_that_begins_like_a_number_in_disguise_costs_no_record() {
    let odd = r#"{"$serde_json::private::Number":"15","Mail":"a@example.com"}"#;
    let body = format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b","Duration":{odd},"SeatUser":{odd},"Mood":{odd}}}"#);
    let cdr: PhoneCdr = callhook::from_str(&body).unwrap();
    let kept = json!({"$serde_json::private::Number": "15", "Mail": "a@example.com"});
    assert_eq!(cdr.extra["Duration"], kept);
    assert_eq!(cdr.extra["Mood"], kept);
    let agent = cdr.seat_user.unwrap();
    assert_eq!(agent.mail.as_deref(), Some("a@example.com"));
    assert_eq!(agent.extra["$serde_json::private::Number"], "15");

    let body = br#"{"$serde_json::private::Number":"15","SdkAppId":1400000214,"SessionId":"e97b"}"#;
    let seen = inspect::<VideoCdr>(body).unwrap();
    assert_eq!(seen.value.session_id, "e97b");
    assert_eq!(seen.value.extra["$serde_json::private::Number"], "15");
    assert_eq!(seen.report.count(Code::UnknownKey), 1);
}
