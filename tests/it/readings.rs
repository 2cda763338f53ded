//! What odd bodies are read as, each with the literal right value. The rows are those of public bug reports: one of
//! them is an example of its kind, which holds in every payload.

use std::fmt::Debug;

use callhook::desk::{CustomContent, MsgElement, SessionEvent};
use callhook::sevenmoor::{CallRecord, LoginPush, MediaFailReason, Push};
use callhook::tccc::{ChatCdr, PhoneCdr, RecordPush, VoicemailPush};
use callhook::{Code, Error, Payload, Webhook, inspect};
use serde_json::{Value, json};

use crate::support::codes;

/// A body: what it comes in, and its entries.
#[derive(Debug, Clone, Copy)]
enum In {
    Phone,
    Chat,
    Record,
    Voicemail,
    Event,
    Custom,
    Element,
    Moor,
    MoorCdr,
    Login,
    Media,
}

use In::{Chat, Custom, Element, Event, Login, Media, Moor, MoorCdr, Phone, Record, Voicemail};

/// What was written, and the findings. Every reader agrees, and what was written reads back as the same.
fn read(body: In, entries: &str) -> (Value, Vec<String>) {
    fn look<T: Payload>(identities: &str, entries: &str) -> (Value, Vec<String>) {
        let body = format!("{{{identities}{entries}}}");
        let seen = inspect::<T>(body.as_bytes()).unwrap_or_else(|error| panic!("{error}: {body}"));
        assert_eq!(callhook::from_str::<T>(&body).unwrap(), seen.value, "{body}");
        let written = serde_json::to_string(&seen.value).unwrap();
        // JSON text within JSON text is set aside, and it is read once it is written at the first level.
        if !entries.contains(r#"\\""#) {
            assert_eq!(callhook::from_str::<T>(&written).unwrap(), seen.value, "{body} → {written}");
        }
        let mut written: Value = serde_json::from_str(&written).unwrap();
        let object = written.as_object_mut().unwrap();
        object.retain(|key, value| !identities.contains(&format!("\"{key}\":{value}")));
        (written, codes(&seen.report))
    }
    match body {
        Phone => look::<PhoneCdr>(r#""SdkAppId":1400000214,"SessionId":"e97b","#, entries),
        Chat => look::<ChatCdr>(r#""SdkAppId":1400000214,"SessionId":"e97b","#, entries),
        Record => look::<RecordPush>(r#""SdkAppId":1400000214,"SessionId":"e97b","#, entries),
        Voicemail => look::<VoicemailPush>(r#""SdkAppId":1400000214,"SessionId":"e97b","#, entries),
        Event => look::<SessionEvent>(r#""SessionId":"e97b","Event":"SessionBegin","#, entries),
        Custom => look::<CustomContent>("", entries),
        Element => look::<MsgElement>("", entries),
        MoorCdr => look::<CallRecord>("", entries),
        Moor => look::<Push>("", entries),
        Login => look::<LoginPush>("", entries),
        Media => look::<MediaFailReason>("", entries),
    }
}

/// Each row: the payload, its entries, what is written of them, the findings.
fn check(rows: &[(In, &str, &str, &[&str])]) {
    let mut failed = Vec::new();
    for (body, entries, written, findings) in rows {
        let row = std::panic::catch_unwind(|| {
            let (found, reported) = read(*body, entries);
            let expected: Value = serde_json::from_str(&format!("{{{written}}}")).unwrap();
            assert_eq!(found, expected, "written");
            assert_eq!(reported, *findings, "reported");
        });
        if let Err(panic) = row {
            let why = panic.downcast_ref::<String>().cloned().unwrap_or_default();
            failed.push(format!("{body:?} {entries}: {why}"));
        }
    }
    assert!(failed.is_empty(), "{} of {} rows failed:\n{}", failed.len(), rows.len(), failed.join("\n"));
}

// ---- numbers for texts ----

#[test]
fn a_whole_number_for_an_identifier_is_its_digits_in_whatever_form() {
    check(&[
        (Phone, r#""Caller":8613800000001.0"#, r#""Caller":"8613800000001""#, &["Caller coerced-type"]),
        (Phone, r#""Caller":1.38E10"#, r#""Caller":"13800000000""#, &["Caller coerced-type"]),
        (Phone, r#""Caller":1.38e+10"#, r#""Caller":"13800000000""#, &["Caller coerced-type"]),
        (Phone, r#""Caller":138000000000e-1"#, r#""Caller":"13800000000""#, &["Caller coerced-type"]),
        (Phone, r#""RecordId":16081306360.00"#, r#""RecordId":"16081306360""#, &["RecordId coerced-type"]),
        (Phone, r#""SeatUser":{"UserId":7.0}"#, r#""SeatUser":{"UserId":"7"}"#, &["SeatUser.UserId coerced-type"]),
        (
            MoorCdr,
            r#""callUniqueId":4.03344537650466816E17"#,
            r#""callUniqueId":"403344537650466816""#,
            &["callUniqueId coerced-type"],
        ),
        (
            MoorCdr,
            r#""callUniqueId":403344537650466816.000"#,
            r#""callUniqueId":"403344537650466816""#,
            &["callUniqueId coerced-type"],
        ),
        (MoorCdr, r#""groupIdList":[7.0]"#, r#""groupIdList":["7"]"#, &["groupIdList[0] coerced-type"]),
        (Voicemail, r#""EndpointUser":1.38E10"#, r#""EndpointUser":13800000000"#, &["EndpointUser coerced-type"]),
        // From 10^16 on, an exponent's zeros may stand for other digits.
        (Phone, r#""Caller":9007199254740.992e3"#, r#""Caller":"9007199254740992""#, &["Caller coerced-type"]),
        (Phone, r#""Caller":1e15"#, r#""Caller":"1000000000000000""#, &["Caller coerced-type"]),
        (Phone, r#""Caller":1e16"#, r#""Caller":1e16"#, &["Caller unreadable-value"]),
        (Phone, r#""Caller":4.03344537650467E+17"#, r#""Caller":4.03344537650467E+17"#, &["Caller unreadable-value"]),
        (Phone, r#""Caller":0.5"#, r#""Caller":0.5"#, &["Caller unreadable-value"]),
        (Phone, r#""Caller":12.5"#, r#""Caller":12.5"#, &["Caller unreadable-value"]),
        // 40 digits are the most.
        (
            Phone,
            r#""Caller":1234567890123456789012345678901234567890"#,
            r#""Caller":"1234567890123456789012345678901234567890""#,
            &["Caller huge-number"],
        ),
        (
            Phone,
            r#""Caller":1.234567890123456789012345678901234567890e39"#,
            r#""Caller":"1234567890123456789012345678901234567890""#,
            &["Caller huge-number"],
        ),
    ]);
    let cdr: PhoneCdr = callhook::from_str(r#"{"SdkAppId":1,"SessionId":4.03344537650466816E17}"#).unwrap();
    assert_eq!(cdr.session_id, "403344537650466816");
}

#[test]
fn a_number_that_is_no_identifier_is_set_aside_by_its_digits() {
    for (number, kept, findings) in [
        ("1E999999999", json!("1E999999999"), &["Caller unreadable-value", "Caller huge-number"][..]),
        ("1e400", json!("1e400"), &["Caller unreadable-value", "Caller huge-number"]),
        (
            "12345678901234567890123456789012345678901",
            json!("12345678901234567890123456789012345678901"),
            &["Caller unreadable-value", "Caller huge-number"],
        ),
    ] {
        let body = format!(r#"{{"SdkAppId":1,"SessionId":"s","Caller":{number}}}"#);
        let seen = inspect::<PhoneCdr>(body.as_bytes()).unwrap();
        assert_eq!((seen.value.caller, &seen.value.extra["Caller"]), (None, &kept), "{number}");
        assert_eq!(codes(&seen.report), findings, "{number}");
    }
}

#[test]
fn a_number_for_a_free_text_keeps_its_spelling() {
    check(&[
        (Phone, r#""UserRemark":2.0"#, r#""UserRemark":"2.0""#, &["UserRemark coerced-type"]),
        (Phone, r#""UserRemark":1.38E10"#, r#""UserRemark":"1.38E10""#, &["UserRemark coerced-type"]),
        (Phone, r#""UserRemark":-0.50"#, r#""UserRemark":"-0.50""#, &["UserRemark coerced-type"]),
        (Custom, r#""Desc":1e2"#, r#""Desc":"1e2""#, &["Desc coerced-type"]),
        (Custom, r#""Data":1.50"#, r#""Data":"1.50""#, &["Data coerced-type"]),
        (Phone, r#""IVRKeyPressed":[1.0]"#, r#""IVRKeyPressed":["1.0"]"#, &["IVRKeyPressed[0] coerced-type"]),
    ]);
}

// ---- shapes ----

#[test]
fn an_empty_object_for_a_list_is_an_empty_list() {
    check(&[
        (Phone, r#""ServeParticipants":{}"#, "", &["ServeParticipants coerced-type"]),
        (Phone, r#""IVRKeyPressed":{}"#, "", &["IVRKeyPressed coerced-type"]),
        (Event, r#""MsgBody":{}"#, "", &["MsgBody coerced-type"]),
        (MoorCdr, r#""billCalls":{}"#, "", &["billCalls coerced-type"]),
        (MoorCdr, r#""groupIdList":{}"#, "", &["groupIdList coerced-type"]),
        (MoorCdr, r#""satisfyKeys":{}"#, "", &["satisfyKeys coerced-type"]),
        (Media, r#""content":{"segments":{}}"#, r#""content":{}"#, &["content.segments coerced-type"]),
    ]);
}

#[test]
fn an_object_with_indices_for_keys_is_a_list_of_objects() {
    check(&[
        (
            Phone,
            r#""ServeParticipants":{"0":{"Mail":"a@example.com"},"1":{"Mail":"b@example.com"}}"#,
            r#""ServeParticipants":[{"Mail":"a@example.com"},{"Mail":"b@example.com"}]"#,
            &["ServeParticipants coerced-type"],
        ),
        (
            Phone,
            r#""PostIVRKeyPressed":{"0":{"key":1}}"#,
            r#""PostIVRKeyPressed":[{"Key":"1"}]"#,
            &[
                "PostIVRKeyPressed coerced-type",
                "PostIVRKeyPressed[0].Key coerced-type",
                "PostIVRKeyPressed[0].Key key-spelling",
            ],
        ),
        (
            Event,
            r#""MsgBody":{"0":{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}}"#,
            r#""MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}]"#,
            &["MsgBody coerced-type"],
        ),
        // Not exactly 0 to n-1, in order: a single item.
        (
            Phone,
            r#""ServeParticipants":{"1":{"Mail":"a"},"0":{"Mail":"b"}}"#,
            r#""ServeParticipants":[{"1":{"Mail":"a"},"0":{"Mail":"b"}}]"#,
            &["ServeParticipants coerced-type", "ServeParticipants.1 unknown-key", "ServeParticipants.0 unknown-key"],
        ),
        (
            Phone,
            r#""ServeParticipants":{"1":{"Mail":"a"}}"#,
            r#""ServeParticipants":[{"1":{"Mail":"a"}}]"#,
            &["ServeParticipants coerced-type", "ServeParticipants.1 unknown-key"],
        ),
        (
            Phone,
            r#""ServeParticipants":{"00":{"Mail":"a"}}"#,
            r#""ServeParticipants":[{"00":{"Mail":"a"}}]"#,
            &["ServeParticipants coerced-type", "ServeParticipants.00 unknown-key"],
        ),
        // Not for texts, where the key may be data.
        (Phone, r#""IVRKeyPressed":{"0":"1"}"#, r#""IVRKeyPressed":{"0":"1"}"#, &["IVRKeyPressed unreadable-value"]),
    ]);
}

#[test]
fn an_object_or_list_as_json_text_is_read() {
    check(&[
        (
            Phone,
            r#""TelLocation":"{\"Province\":\"广东\"}""#,
            r#""TelLocation":{"Province":"广东"}"#,
            &["TelLocation coerced-type"],
        ),
        (
            Phone,
            r#""TelLocation":" {\"Province\":\"广东\"} ""#,
            r#""TelLocation":{"Province":"广东"}"#,
            &["TelLocation coerced-type"],
        ),
        (Phone, r#""IVRKeyPressed":"[\"1\",\"2\"]""#, r#""IVRKeyPressed":["1","2"]"#, &["IVRKeyPressed coerced-type"]),
        (
            Phone,
            r#""ServeParticipants":"[{\"Mail\":\"a\"},{\"Mail\":\"b\"}]""#,
            r#""ServeParticipants":[{"Mail":"a"},{"Mail":"b"}]"#,
            &["ServeParticipants coerced-type"],
        ),
        (Phone, r#""ServeParticipants":"[]""#, "", &["ServeParticipants coerced-type"]),
        (
            Element,
            r#""MsgType":"TIMTextElem","MsgContent":"{\"Text\":\"a\"}""#,
            r#""MsgType":"TIMTextElem","MsgContent":{"Text":"a"}"#,
            &["MsgContent coerced-type"],
        ),
        (
            Moor,
            r#""content":"{\"callEvent\":\"link\"}""#,
            r#""content":{"callEvent":"link"}"#,
            &["content coerced-type"],
        ),
        // Of the wanted kind, and JSON as a whole; else as before.
        (
            Phone,
            r#""TelLocation":"[{\"Province\":\"广东\"}]""#,
            r#""TelLocation":"[{\"Province\":\"广东\"}]""#,
            &["TelLocation unreadable-value"],
        ),
        (
            Phone,
            r#""TelLocation":"{\"Province\":""#,
            r#""TelLocation":"{\"Province\":""#,
            &["TelLocation unreadable-value"],
        ),
        (Phone, r#""TelLocation":"{} {}""#, r#""TelLocation":"{} {}""#, &["TelLocation unreadable-value"]),
        (Phone, r#""IVRKeyPressed":"[1""#, r#""IVRKeyPressed":["[1"]"#, &["IVRKeyPressed coerced-type"]),
        (Phone, r#""IVRKeyPressed":"{\"a\":1}""#, r#""IVRKeyPressed":["{\"a\":1}"]"#, &["IVRKeyPressed coerced-type"]),
        (
            Phone,
            r#""IVRKeyPressed":"[{\"a\":1}]""#,
            r#""IVRKeyPressed":["[{\"a\":1}]"]"#,
            &["IVRKeyPressed coerced-type"],
        ),
        (
            Phone,
            r#""PostIVRKeyPressed":"[\"1\",\"2\"]""#,
            r#""PostIVRKeyPressed":"[\"1\",\"2\"]""#,
            &["PostIVRKeyPressed unreadable-value"],
        ),
        // The finding for the whole comes before those for its parts, and those before what follows it.
        (
            Phone,
            r#""TelLocation":"{\"City\":7,\"x\":1}","IVRKeyPressed":"[1,\"\"]","Remark":8"#,
            r#""TelLocation":{"City":"7","x":1},"IVRKeyPressed":["1"],"Remark":"8""#,
            &[
                "TelLocation coerced-type",
                "TelLocation.City coerced-type",
                "TelLocation.x unknown-key",
                "IVRKeyPressed coerced-type",
                "IVRKeyPressed[0] coerced-type",
                "IVRKeyPressed[1] empty-item",
                "Remark coerced-type",
            ],
        ),
        // One level only.
        (
            Event,
            r#""MsgBody":"[{\"MsgType\":\"TIMImageElem\",\"MsgContent\":{\"ImageInfoArray\":\"[{\\\"Type\\\":1}]\"}}]""#,
            r#""MsgBody":[{"MsgType":"TIMImageElem","MsgContent":{"ImageInfoArray":"[{\"Type\":1}]"}}]"#,
            &["MsgBody coerced-type", "MsgBody[0].MsgContent.ImageInfoArray unreadable-value"],
        ),
        // Not for items of lists.
        (
            Phone,
            r#""ServeParticipants":["{\"Mail\":\"a\"}"]"#,
            r#""ServeParticipants":["{\"Mail\":\"a\"}"]"#,
            &["ServeParticipants[0] unreadable-value"],
        ),
        (Phone, r#""IVRKeyPressed":["[\"1\"]"]"#, r#""IVRKeyPressed":["[\"1\"]"]"#, &[]),
    ]);
}

#[test]
fn json_text_may_be_as_deep_as_the_body_leaves_room() {
    // The body is the first of 127 levels, so the text may have 126.
    for (levels, is_read) in [(2, true), (126, true), (127, false), (5_000, false)] {
        let text = format!("{{\\\"x\\\":{}{}}}", "[".repeat(levels - 1), "]".repeat(levels - 1));
        let body = format!(r#"{{"SdkAppId":1,"SessionId":"s","TelLocation":"{text}"}}"#);
        let seen = inspect::<PhoneCdr>(body.as_bytes()).unwrap();
        assert_eq!(seen.value.tel_location.is_some(), is_read, "{levels}");
        let code = if is_read { Code::CoercedType } else { Code::UnreadableValue };
        assert_eq!(seen.report.count(code), 1, "{levels}: {}", seen.report);
        let written = serde_json::to_string(&seen.value).unwrap();
        assert_eq!(callhook::from_str::<PhoneCdr>(&written).unwrap(), seen.value, "{levels}");
    }
}

/// Each is as deep as the one before it, however many there are.
#[test]
fn any_number_of_values_may_be_alone_where_lists_belong() {
    let element = r#"{"MsgType":"TIMImageElem","MsgContent":{"ImageInfoArray":{"Size":1}}}"#;
    let body = format!(r#"{{"SessionId":"e97b","Event":"SessionBegin","MsgBody":[{}]}}"#, [element; 200].join(","));
    let seen = inspect::<SessionEvent>(body.as_bytes()).unwrap();
    assert_eq!(seen.report.count(Code::CoercedType), 200);
    assert_eq!(seen.report.len(), 200);
}

#[test]
fn an_object_or_list_for_json_text_is_compact_json() {
    check(&[
        (
            Custom,
            r#""Data":{"order": "A-7", "price": 12.5}"#,
            r#""Data":"{\"order\":\"A-7\",\"price\":12.5}""#,
            &["Data coerced-type"],
        ),
        (Custom, r#""Data":[1, {"a": null}]"#, r#""Data":"[1,{\"a\":null}]""#, &["Data coerced-type"]),
        (Custom, r#""Data":{}"#, r#""Data":"{}""#, &["Data coerced-type"]),
        // In the body's order, by the body's digits, each key as often as it comes.
        (
            Custom,
            r#""Data":{"b": 12.50, "a": 12345678901234567890123, "b": 1E2}"#,
            r#""Data":"{\"b\":12.50,\"a\":12345678901234567890123,\"b\":1E2}""#,
            &["Data coerced-type"],
        ),
        (
            Event,
            r#""CloudCustomData":{"lang": "zh"}"#,
            r#""CloudCustomData":"{\"lang\":\"zh\"}""#,
            &["CloudCustomData coerced-type"],
        ),
    ]);
    let custom: CustomContent = callhook::from_str(r#"{"Data":{"order": "A-7"}}"#).unwrap();
    assert_eq!(custom.data_json::<Value>().unwrap().unwrap()["order"], "A-7");
    // The text has what is odd in the object, and the finding says how much.
    let report = inspect::<CustomContent>(br#"{"Data":{"b":1,"a":1e400,"b":2}}"#).unwrap().report;
    assert_eq!(report.to_string(), "Data: coerced-type (expected text, found object, 2 adjustments inside)");
}

#[test]
fn a_flag_for_a_text_a_word_or_a_list_of_texts_is_set_aside() {
    check(&[
        (Phone, r#""Caller":false"#, r#""Caller":false"#, &["Caller unreadable-value"]),
        (Phone, r#""UserRemark":true"#, r#""UserRemark":true"#, &["UserRemark unreadable-value"]),
        (Phone, r#""HungUpSide":false"#, r#""HungUpSide":false"#, &["HungUpSide unreadable-value"]),
        (Phone, r#""Direction":true"#, r#""Direction":true"#, &["Direction unreadable-value"]),
        (Phone, r#""IVRKeyPressed":false"#, r#""IVRKeyPressed":false"#, &["IVRKeyPressed unreadable-value"]),
        (
            Phone,
            r#""IVRKeyPressed":["1",false]"#,
            r#""IVRKeyPressed":["1",false]"#,
            &["IVRKeyPressed[1] unreadable-value"],
        ),
        (Custom, r#""Data":true"#, r#""Data":true"#, &["Data unreadable-value"]),
        (MoorCdr, r#""extras":false"#, r#""extras":false"#, &["extras unreadable-value"]),
        (MoorCdr, r#""billCalls":[true]"#, r#""billCalls":[true]"#, &["billCalls[0] unreadable-value"]),
        (Event, r#""IsContactUser":false"#, r#""IsContactUser":false"#, &[]),
    ]);
}

#[test]
fn an_item_of_which_all_members_are_absent_is_left_out() {
    check(&[
        (Phone, r#""PostIVRKeyPressed":[{"Key":null,"Label":""}]"#, "", &["PostIVRKeyPressed[0] empty-item"]),
        (
            Phone,
            r#""ServeParticipants":[{},{"Mail":"a"}]"#,
            r#""ServeParticipants":[{"Mail":"a"}]"#,
            &["ServeParticipants[0] empty-item"],
        ),
        // Indices are the body's.
        (
            Phone,
            r#""ServeParticipants":[{"StartTimestamp":0},{"Mail":7},null,{"Mail":8}]"#,
            r#""ServeParticipants":[{"Mail":"7"},{"Mail":"8"}]"#,
            &[
                "ServeParticipants[0] empty-item",
                "ServeParticipants[1].Mail coerced-type",
                "ServeParticipants[2] empty-item",
                "ServeParticipants[3].Mail coerced-type",
            ],
        ),
        (Event, r#""MsgBody":[{"MsgType":"","MsgContent":null}]"#, "", &["MsgBody[0] empty-item"]),
        // An undocumented key is something, and so is a value that cannot be read.
        (
            Phone,
            r#""ServeParticipants":[{"x":null},{"Sequence":"x"}]"#,
            r#""ServeParticipants":[{"x":null},{"Sequence":"x"}]"#,
            &["ServeParticipants[0].x unknown-key", "ServeParticipants[1].Sequence unreadable-value"],
        ),
        // Not an item.
        (Phone, r#""SeatUser":{"Mail":""}"#, r#""SeatUser":{}"#, &[]),
    ]);
}

#[test]
fn of_duplicates_the_last_that_has_a_readable_value_wins() {
    check(&[
        (Phone, r#""Caller":"1","Caller":null"#, r#""Caller":"1""#, &["Caller duplicate-key"]),
        (Phone, r#""Caller":"1","Caller":"""#, r#""Caller":"1""#, &["Caller duplicate-key"]),
        (Phone, r#""Caller":"1","Caller":[]"#, r#""Caller":"1""#, &["Caller duplicate-key"]),
        (Phone, r#""Caller":"1","Caller":[""]"#, r#""Caller":"1""#, &["Caller duplicate-key"]),
        (Phone, r#""Caller":"1","Caller":{"a":1}"#, r#""Caller":"1""#, &["Caller duplicate-key"]),
        (Phone, r#""Caller":"1","Caller":true"#, r#""Caller":"1""#, &["Caller duplicate-key"]),
        (
            Phone,
            r#""Caller":"1","Caller":"2","Caller":null"#,
            r#""Caller":"2""#,
            &["Caller duplicate-key", "Caller duplicate-key"],
        ),
        (Phone, r#""SeatUser":{"Name":"a"},"SeatUser":"b""#, r#""SeatUser":{"Name":"a"}"#, &["SeatUser duplicate-key"]),
        (Phone, r#""SeatUser":{"Name":"a"},"SeatUser":{}"#, r#""SeatUser":{}"#, &["SeatUser duplicate-key"]),
        (
            Phone,
            r#""IVRKeyPressed":["1"],"IVRKeyPressed":{}"#,
            r#""IVRKeyPressed":["1"]"#,
            &["IVRKeyPressed duplicate-key"],
        ),
        (
            Phone,
            r#""IVRKeyPressed":["1"],"IVRKeyPressed":[{"a":1}]"#,
            r#""IVRKeyPressed":["1"]"#,
            &["IVRKeyPressed duplicate-key"],
        ),
        (Phone, r#""Caller":"1","caller":"2""#, r#""Caller":"1""#, &["Caller duplicate-key"]),
        (Phone, r#""Caller":null,"caller":"2""#, r#""Caller":"2""#, &["Caller duplicate-key", "Caller key-spelling"]),
        (Phone, r#""caller":"2","Caller":false"#, r#""Caller":"2""#, &["Caller key-spelling", "Caller duplicate-key"]),
        // 0 is what was said last.
        (Phone, r#""Duration":15,"Duration":0"#, r#""Duration":0"#, &["Duration duplicate-key"]),
        (Phone, r#""StartTimestamp":1608130636,"StartTimestamp":0"#, "", &["StartTimestamp duplicate-key"]),
        // None can be read: the last that says something is kept.
        (
            Phone,
            r#""Caller":{"a":1},"Caller":true,"Caller":"""#,
            r#""Caller":true"#,
            &["Caller duplicate-key", "Caller unreadable-value", "Caller duplicate-key"],
        ),
        (Phone, r#""Caller":null,"Caller":"""#, "", &["Caller duplicate-key"]),
    ]);
    for body in [
        r#"{"SdkAppId":7,"SessionId":"a","SdkAppId":null,"SessionId":""}"#,
        r#"{"SdkAppId":7,"SessionId":"a","SdkAppId":"x","SessionId":{}}"#,
        r#"{"SdkAppId":7,"SessionId":"a","SdkAppId":1.5,"SessionId":[]}"#,
    ] {
        let cdr: PhoneCdr = callhook::from_str(body).unwrap();
        assert_eq!((cdr.sdk_app_id, cdr.session_id.as_str()), (7, "a"), "{body}");
    }
}

#[test]
fn blanks_around_an_identifier_are_removed_and_reported() {
    check(&[
        (Phone, r#""Caller":" 18621520280 ""#, r#""Caller":"18621520280""#, &["Caller surrounding-blanks"]),
        (Phone, r#""Caller":"18621520280\n""#, r#""Caller":"18621520280""#, &["Caller surrounding-blanks"]),
        (Phone, "\"Caller\":\"\u{200b}186\u{feff}\"", r#""Caller":"186""#, &["Caller surrounding-blanks"]),
        (Phone, "\"Caller\":\"\u{3000}186\u{a0}\"", r#""Caller":"186""#, &["Caller surrounding-blanks"]),
        (Phone, r#""Caller":"+86 186 2152 0280""#, r#""Caller":"+86 186 2152 0280""#, &[]),
        (
            Phone,
            r#""SeatUser":{"Mail":"a@example.com "}"#,
            r#""SeatUser":{"Mail":"a@example.com"}"#,
            &["SeatUser.Mail surrounding-blanks"],
        ),
        (
            Phone,
            r#""SeatUser":{"StaffNumber":" 007 "}"#,
            r#""SeatUser":{"StaffNumber":"007"}"#,
            &["SeatUser.StaffNumber surrounding-blanks"],
        ),
        (MoorCdr, r#""agentNumber":" 8001 ""#, r#""agentNumber":"8001""#, &["agentNumber surrounding-blanks"]),
        (MoorCdr, r#""agentNumber":8001.0"#, r#""agentNumber":"8001""#, &["agentNumber coerced-type"]),
        (Record, r#""EndpointUser":" anna""#, r#""EndpointUser":"anna""#, &["EndpointUser surrounding-blanks"]),
        (Voicemail, r#""EndpointUser":" 186 ""#, r#""EndpointUser":186"#, &["EndpointUser surrounding-blanks"]),
        (MoorCdr, r#""groupIdList":[" 7 "]"#, r#""groupIdList":["7"]"#, &["groupIdList[0] surrounding-blanks"]),
        // Nothing but blanks is no value, and is reported all the same.
        (Phone, r#""Caller":"  ""#, "", &["Caller surrounding-blanks"]),
        // Of other texts they are the text.
        (Phone, r#""UserRemark":" a ""#, r#""UserRemark":" a ""#, &[]),
        (Phone, r#""IVRKeyPressed":[" 1 "]"#, r#""IVRKeyPressed":[" 1 "]"#, &[]),
    ]);
    let seen = inspect::<PhoneCdr>(br#"{"SdkAppId":1,"SessionId":" s-1 "}"#).unwrap();
    assert_eq!(seen.value.session_id, "s-1");
    assert_eq!(seen.report.to_string(), "SessionId: surrounding-blanks (expected text, found string)");
}

// ---- numbers ----

#[test]
fn a_whole_number_in_another_form_is_read_and_reported() {
    check(&[
        (Phone, r#""Duration":15.0"#, r#""Duration":15"#, &["Duration coerced-type"]),
        (Phone, r#""Duration":1.5e1"#, r#""Duration":15"#, &["Duration coerced-type"]),
        (Phone, r#""EndStatus":-15.0"#, r#""EndStatus":-15"#, &["EndStatus coerced-type"]),
        (Phone, r#""EndStatus":1.5e1"#, r#""EndStatus":15"#, &["EndStatus coerced-type"]),
        (Phone, r#""Direction":1.0"#, r#""Direction":1"#, &["Direction coerced-type"]),
        (MoorCdr, r#""sipCode":200.0"#, r#""sipCode":200"#, &["sipCode coerced-type"]),
        (MoorCdr, r#""totalDuration":15.0"#, r#""totalDuration":15"#, &["totalDuration coerced-type"]),
        (
            Media,
            r#""content":{"segments":[{"beginTime":1500.0,"endTime":2e3}]}"#,
            r#""content":{"segments":[{"beginTime":1500,"endTime":2000}]}"#,
            &["content.segments[0].beginTime coerced-type", "content.segments[0].endTime coerced-type"],
        ),
        (Phone, r#""StartTimestamp":1608130636.0"#, r#""StartTimestamp":1608130636"#, &["StartTimestamp coerced-type"]),
        (Event, r#""EventTime":1.725540020017E12"#, r#""EventTime":1725540020017"#, &["EventTime coerced-type"]),
        (Phone, r#""EndStatus":12.5"#, r#""EndStatus":12.5"#, &["EndStatus unreadable-value"]),
        (Phone, r#""Direction":0.5"#, r#""Direction":0.5"#, &["Direction unreadable-value"]),
        // A fraction of a second is what the number says.
        (Phone, r#""Duration":12.5"#, r#""Duration":12.5"#, &[]),
    ]);
}

#[test]
fn a_plus_is_read_for_integers_durations_and_instants_alike() {
    check(&[
        (Phone, r#""EndStatus":"+15""#, r#""EndStatus":15"#, &["EndStatus coerced-type"]),
        (Phone, r#""Duration":"+15""#, r#""Duration":15"#, &["Duration coerced-type"]),
        (Phone, r#""Duration":"+1.5""#, r#""Duration":1.5"#, &["Duration coerced-type"]),
        (
            Phone,
            r#""StartTimestamp":"+1608130636""#,
            r#""StartTimestamp":1608130636"#,
            &["StartTimestamp coerced-type"],
        ),
        (MoorCdr, r#""waitDuration":"+3""#, r#""waitDuration":3"#, &["waitDuration coerced-type"]),
        (MoorCdr, r#""sipCode":"+200""#, r#""sipCode":200"#, &["sipCode coerced-type"]),
        (
            Moor,
            r#""pushType":"dialoutRing","statusTime":" +1620455977""#,
            r#""pushType":"dialoutRing","statusTime":"1620455977""#,
            &["statusTime coerced-type"],
        ),
        // As long as the documented form.
        (
            Moor,
            r#""pushType":"dialoutRing","statusTime":"+999999999""#,
            r#""pushType":"dialoutRing","statusTime":"999999999""#,
            &["statusTime coerced-type"],
        ),
        (Login, r#""statusTime":"+1626948408""#, r#""statusTime":"2021-07-22 18:06:48""#, &["statusTime instant-form"]),
        (Phone, r#""EndStatus":"++15""#, r#""EndStatus":"++15""#, &["EndStatus unreadable-value"]),
        (Phone, r#""Duration":"+-15""#, r#""Duration":"+-15""#, &["Duration unreadable-value"]),
    ]);
}

#[test]
fn the_id_0_is_no_id() {
    check(&[
        (Phone, r#""SkillGroupId":1"#, r#""SkillGroupId":1"#, &[]),
        (Phone, r#""QueuedSkillGroupId":0"#, "", &[]),
        (Phone, r#""SkillGroupId":0"#, "", &[]),
        (Phone, r#""SkillGroupId":"0""#, "", &["SkillGroupId coerced-type"]),
        (Phone, r#""SkillGroupId":" 0 ""#, "", &["SkillGroupId coerced-type"]),
        (Phone, r#""AIAgentId":0"#, "", &[]),
        (Phone, r#""ServeParticipants":[{"Mail":"a","SkillGroupId":0}]"#, r#""ServeParticipants":[{"Mail":"a"}]"#, &[]),
        (Chat, r#""QueuedSkillGroupId":0"#, "", &[]),
        // Here 0 says something.
        (Phone, r#""EndStatus":0"#, r#""EndStatus":0"#, &[]),
        (Phone, r#""Direction":0"#, r#""Direction":0"#, &[]),
        (Phone, r#""ServeParticipants":[{"Sequence":0}]"#, r#""ServeParticipants":[{"Sequence":0}]"#, &[]),
        (Media, r#""preMediaCode":0"#, r#""preMediaCode":0"#, &[]),
    ]);
}

// ---- instants ----

#[test]
fn a_date_that_means_never_is_no_value() {
    const NEVER: &[&str] = &[
        "1970-01-01 08:00:00",
        "1970-01-01 00:00:00",
        "1970-01-01T00:00:00Z",
        "1970-01-01T08:00:00+08:00",
        "0000-00-00 00:00:00",
        "0001-01-01T00:00:00Z",
        "0001-01-01 00:00:00",
    ];
    for never in NEVER {
        for (body, key) in [
            (Phone, "StartTimestamp"),
            (Phone, "AcceptTimestamp"),
            (Record, "Timestamp"),
            (Event, "EventTime"),
            (MoorCdr, "startTime"),
            (MoorCdr, "customerAnswerTime"),
            (Login, "statusTime"),
        ] {
            let (written, findings) = read(body, &format!(r#""{key}":"{never}""#));
            assert_eq!(written, json!({}), "{key} {never}");
            assert_eq!(findings, [format!("{key} instant-form")], "{key} {never}");
        }
        let leg = format!(r#""ServeParticipants":[{{"Mail":"a","AcceptTimestamp":"{never}"}}]"#);
        let (written, findings) = read(Phone, &leg);
        assert_eq!(written, json!({"ServeParticipants": [{"Mail": "a"}]}), "{never}");
        assert_eq!(findings, ["ServeParticipants[0].AcceptTimestamp instant-form"], "{never}");
    }
    // So an unanswered call stays unanswered.
    let cdr: PhoneCdr =
        callhook::from_str(r#"{"SdkAppId":1,"SessionId":"s","AcceptTimestamp":"1970-01-01 08:00:00"}"#).unwrap();
    assert!(!cdr.was_answered());
}

#[test]
fn the_digits_of_an_instant_say_its_form() {
    for (number, seconds, nanos, findings) in [
        ("20250615150640", 1_749_971_200, 0, &["StartTimestamp instant-form"][..]),
        (r#""20250615150640""#, 1_749_971_200, 0, &["StartTimestamp instant-form"]),
        ("20000101000000", 946_656_000, 0, &["StartTimestamp unreadable-value"]),
        ("20000101080000", 946_684_800, 0, &["StartTimestamp instant-form"]),
        ("1749971200", 1_749_971_200, 0, &[]),
        ("1749971200123", 1_749_971_200, 123_000_000, &["StartTimestamp instant-form"]),
        ("1749971200123456", 1_749_971_200, 123_456_000, &["StartTimestamp instant-form"]),
        ("1749971200123456789", 1_749_971_200, 123_456_789, &["StartTimestamp instant-form"]),
        (r#""1749971200123456""#, 1_749_971_200, 123_456_000, &["StartTimestamp instant-form"]),
        (r#""1749971200123456789""#, 1_749_971_200, 123_456_789, &["StartTimestamp instant-form"]),
        ("946684800000", 946_684_800, 0, &["StartTimestamp instant-form"]),
        ("946684800000000", 946_684_800, 0, &["StartTimestamp instant-form"]),
        ("946684800000000000", 946_684_800, 0, &["StartTimestamp instant-form"]),
        ("4102444799999", 4_102_444_799, 999_000_000, &["StartTimestamp instant-form"]),
        ("4102444799999999", 4_102_444_799, 999_999_000, &["StartTimestamp instant-form"]),
        ("4102444799999999999", 4_102_444_799, 999_999_999, &["StartTimestamp instant-form"]),
    ] {
        let body = format!(r#"{{"SdkAppId":1,"SessionId":"s","StartTimestamp":{number}}}"#);
        let seen = inspect::<PhoneCdr>(body.as_bytes()).unwrap();
        let instant = chrono::DateTime::from_timestamp(seconds, nanos);
        let is_read = !findings.contains(&"StartTimestamp unreadable-value");
        assert_eq!(seen.value.start_timestamp, instant.filter(|_| is_read), "{number}");
        assert_eq!(codes(&seen.report), findings, "{number}");
    }
    check(&[
        (Event, r#""EventTime":20250615150640"#, r#""EventTime":1749971200000"#, &["EventTime instant-form"]),
        (
            MoorCdr,
            r#""startTime":"20250615150640""#,
            r#""startTime":"2025-06-15 15:06:40""#,
            &["startTime instant-form"],
        ),
        (
            MoorCdr,
            r#""startTime":1749971200123456"#,
            r#""startTime":"2025-06-15 15:06:40.123456""#,
            &["startTime instant-form"],
        ),
        // No such day, no such hour.
        (Phone, r#""Time":20250632150640"#, r#""Time":20250632150640"#, &["Time unreadable-value"]),
        (Phone, r#""Time":20250615250640"#, r#""Time":20250615250640"#, &["Time unreadable-value"]),
    ]);
}

#[test]
fn any_other_instant_outside_of_the_years_2000_to_2099_is_set_aside() {
    for other in [
        "1",
        "45823.6296",
        "29166187",
        "253402300799",
        "20250615",
        "-1",
        "946684799",
        "4102444800",
        "946684799999",
        "4102444800000",
        "99999999999",
        "18446744073709551615",
        r#""1""#,
        r#""20250615""#,
        r#""1900-01-01 00:00:00""#,
        r#""1999-12-31 23:59:59""#,
        r#""2100-01-02 00:00:00""#,
        r#""9999-12-31 23:59:59""#,
        r#""1969-12-31T23:59:59Z""#,
        r#""2025-06-15""#,
        r#""soon""#,
    ] {
        for (body, key) in [
            (Phone, "StartTimestamp"),
            (Event, "EventTime"),
            (MoorCdr, "startTime"),
            (Login, "statusTime"),
            (Record, "Timestamp"),
        ] {
            let (written, findings) = read(body, &format!(r#""{key}":{other}"#));
            assert_eq!(written, json!({key: serde_json::from_str::<Value>(other).unwrap()}), "{key} {other}");
            assert_eq!(findings, [format!("{key} unreadable-value")], "{key} {other}");
        }
    }
}

// ---- texts and keys ----

#[test]
fn a_raw_control_character_is_taken_as_it_is_and_reported() {
    for (entries, written, findings) in [
        ("\"UserRemark\":\"a\nb\"", json!({"UserRemark": "a\nb"}), &["UserRemark control-character"][..]),
        ("\"UserRemark\":\"a\tb\"", json!({"UserRemark": "a\tb"}), &["UserRemark control-character"]),
        ("\"UserRemark\":\"a\0b\u{1b}\"", json!({"UserRemark": "a\0b\u{1b}"}), &["UserRemark control-character"]),
        ("\"Caller\":\"186\n\"", json!({"Caller": "186"}), &["Caller surrounding-blanks", "Caller control-character"]),
        (
            "\"SeatUser\":{\"Nick\":\"a\rb\"}",
            json!({"SeatUser": {"Nick": "a\rb"}}),
            &["SeatUser.Nick control-character"],
        ),
        ("\"IVRKeyPressed\":[\"1\t\"]", json!({"IVRKeyPressed": ["1\t"]}), &["IVRKeyPressed[0] control-character"]),
        ("\"x\":\"a\nb\"", json!({"x": "a\nb"}), &["x unknown-key", "x control-character"]),
        ("\"a\nb\":1", json!({"a\nb": 1}), &["a\\u{a}b unknown-key", "a\\u{a}b control-character"]),
        ("\"x\":[\"\n\"]", json!({"x": ["\n"]}), &["x unknown-key"]),
    ] {
        let (found, reported) = read(Phone, entries);
        assert_eq!(found, written, "{entries:?}");
        assert_eq!(reported, findings, "{entries:?}");
    }
}

#[test]
fn a_body_that_is_something_else_has_a_hint_of_what() {
    let hint = |body: &[u8]| {
        let hint = |error: Error| match error {
            Error::NotJson { hint, .. } | Error::NotUtf8 { hint, .. } => hint.unwrap_or_default(),
            other => panic!("{other}"),
        };
        let plain = hint(callhook::from_slice::<PhoneCdr>(body).unwrap_err());
        assert_eq!(hint(inspect::<PhoneCdr>(body).unwrap_err()), plain);
        plain
    };
    for (body, word) in [
        (&b"<?xml version=\"1.0\"?><a/>"[..], "XML"),
        (b"  <html>502</html>", "XML"),
        (b"\xef\xbb\xbf<?xml version=\"1.0\"?><a/>", "XML"),
        (b"\xef\xbb\xbfSdkAppId=1400000214", "form"),
        (b"SdkAppId=1400000214&SessionId=e97b", "form"),
        (b"payload=%7B%22a%22%3A1%7D", "form"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "gzip"),
        (b"\xff\xfe{\0\"\0", "UTF-16"),
        (b"\xfe\xff\0{\0\"", "UTF-16"),
        (b"{\0\"\0a\0\"\0:\x001\0}\0", "UTF-16"),
        (b"\0{\0\"\0a\0\"\0:\x001\0}", "UTF-16"),
        (b"[\0]\0", "UTF-16"),
        (b"{\"SdkAppId\":1,\"SessionId\":\"\xc4\xe3\xba\xc3\"}", "GBK"),
        (b"{\"SdkAppId\":1,\"SessionId\":\"\xe9\x99\x88\xe4\xbc", "cut off"),
        (b"{\"SdkAppId\":1,\"SessionId\":\"\xe9\x99\x88\xff\"}", ""),
        (b"{\"SdkAppId\":1,}", ""),
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"hello", ""),
        (b"=x", ""),
        (b"502 Bad Gateway", ""),
    ] {
        let found = hint(body);
        assert!(
            found.contains(word) && found.is_empty() == word.is_empty(),
            "{:?}: {found}",
            String::from_utf8_lossy(body)
        );
    }
}

#[test]
fn a_key_is_printed_escaped_and_cut() {
    for (key, printed) in [
        ("a\nb", r"a\u{a}b"),
        ("\u{1b}[31m", r"\u{1b}[31m"),
        ("\0", r"\u{0}"),
        ("\u{202e}evil", r"\u{202e}evil"),
        ("\u{2066}x\u{2069}", r"\u{2066}x\u{2069}"),
        ("Caller\u{200b}", r"Caller\u{200b}"),
        ("\u{feff}Caller", r"\u{feff}Caller"),
        ("\u{212a}ey", r"\u{212a}ey"),
        ("С\u{430}ller", r"\u{421}\u{430}ller"),
        ("back\\slash", r"back\u{5c}slash"),
        ("说明", "说明"),
        ("plain key", "plain key"),
        ("", "\"\""),
        ("SeatUser.Mail", r#""SeatUser.Mail""#),
        ("ServeParticipants[0]", r#""ServeParticipants[0]""#),
        ("Duration: unreadable-value (x)", r#""Duration: unreadable-value (x)""#),
        ("(body)", r#""(body)""#),
        ("?version", r#""?version""#),
        ("version?", "version?"),
        ("a: b", r#""a: b""#),
        ("a:b", "a:b"),
        ("\"", r#""\"""#),
        ("a\"\\.b", r#""a\"\u{5c}.b""#),
    ] {
        let body = json!({"SdkAppId": 1, "SessionId": "s", key: 1}).to_string();
        let report = inspect::<PhoneCdr>(body.as_bytes()).unwrap().report;
        let finding = report.iter().next().unwrap();
        assert_eq!(finding.path(), printed);
        assert_eq!(finding.to_string(), format!("{printed}: unknown-key (expected nothing, found number)"));
        assert_eq!(serde_json::to_value(finding).unwrap()["path"], printed);
        assert!(format!("{finding:?}").is_ascii() || key == "说明", "{finding:?}");
        assert_eq!(report.to_string().lines().count(), 1);
    }
    // In an object of the documentation, and cut at 64 characters.
    for (length, is_cut) in [(63, false), (64, false), (65, true), (100_000, true)] {
        let key = "京".repeat(length);
        let body = json!({"SdkAppId": 1, "SessionId": "s", "SeatUser": {&key: {&key: 1}}}).to_string();
        let report = inspect::<PhoneCdr>(body.as_bytes()).unwrap().report;
        let shown = format!("SeatUser.{}{}", "京".repeat(length.min(64)), if is_cut { "…" } else { "" });
        assert_eq!(codes(&report), [format!("{shown} unknown-key")], "{length}");
    }
}

/// Messages may be relayed in messages, so a path is cut in its middle, after 16 steps and before the last 8.
#[test]
fn a_long_path_is_cut_in_its_middle() {
    let around = r#"{"MsgType":"TIMRelayElem","MsgContent":{"MsgList":[{"MsgBody":["#;
    let path = |depth: usize| {
        let innermost = r#"{"MsgType":"TIMTextElem","MsgContent":{"Text":"","Mood":1}}"#;
        let body = format!("{}{innermost}{}", around.repeat(depth), "]}]}}".repeat(depth));
        inspect::<MsgElement>(body.as_bytes()).unwrap().report.iter().next().unwrap().path().to_owned()
    };
    let relayed = "MsgContent.MsgList[0].MsgBody[0].";
    assert_eq!(path(7), format!("{}MsgContent.Mood", relayed.repeat(7)));
    let cut = format!("{}MsgContent.….MsgBody[0].{}MsgContent.Mood", relayed.repeat(5), relayed.repeat(2));
    assert_eq!([path(8), path(20)], [cut.clone(), cut]);
}

#[test]
fn all_identities_that_are_missing_are_named() {
    fn paths<T: Payload>(body: &str) -> Vec<String> {
        let error = callhook::from_str::<T>(body).unwrap_err();
        error.paths().into_iter().map(str::to_owned).collect()
    }
    assert_eq!(paths::<PhoneCdr>("{}"), ["SdkAppId", "SessionId"]);
    assert_eq!(paths::<PhoneCdr>(r#"{"SessionId":"","SdkAppId":"x"}"#), ["SdkAppId", "SessionId"]);
    assert_eq!(paths::<PhoneCdr>(r#"{"SdkAppId":1}"#), ["SessionId"]);
    assert_eq!(paths::<SessionEvent>("{}"), ["SessionId", "Event"]);
    assert_eq!(paths::<SessionEvent>(r#"{"Event":{},"SessionId":true}"#), ["SessionId", "Event"]);
    assert_eq!(paths::<PhoneCdr>("[]"), [""; 0]);
    let error = callhook::tccc::Push::from_request("", b"{}").unwrap_err();
    assert_eq!(error.paths(), ["?action"]);
    let error = callhook::tccc::Push::from_request("action=cdr", b"{}").unwrap_err();
    assert_eq!(error.paths(), ["SdkAppId", "SessionId"]);
    assert!(serde_json::from_str::<PhoneCdr>("{}").unwrap_err().to_string().contains("likewise SessionId"));
}

#[test]
fn a_kept_push_has_findings_for_its_push_type() {
    check(&[
        (Moor, r#""pushType":true"#, r#""pushType":true"#, &["pushType unreadable-value"]),
        (Moor, r#""pushType":" ""#, r#""pushType":" ""#, &["pushType unreadable-value"]),
        (Moor, r#""pushType":7"#, r#""pushType":7"#, &["pushType unknown-word"]),
        (Moor, r#""PUSHTYPE":"a""#, r#""PUSHTYPE":"a""#, &["pushType unknown-word", "pushType key-spelling"]),
    ]);
}

#[test]
fn a_push_type_that_is_not_known_is_one_finding() {
    for body in [
        r#"{"pushType":"brandNew","callEvent":"ring","agentNumber":7,"statusTime":"x","x":{"a":1}}"#,
        r#"{"callEvent":"ring","agentNumber":7,"statusTime":"x","x":{"a":1},"pushType":"brandNew"}"#,
    ] {
        let seen = inspect::<Push>(body.as_bytes()).unwrap();
        assert_eq!(codes(&seen.report), ["pushType unknown-word"], "{body}");
        assert_eq!(seen.report.iter().next().unwrap().value().unwrap(), "brandNew");
    }
}

#[test]
fn a_finding_has_the_original_of_what_was_adjusted() {
    for (entries, code, value) in [
        (r#""Caller":8613800000001.0"#, Code::CoercedType, json!(8613800000001.0)),
        (r#""Duration":"15""#, Code::CoercedType, json!("15")),
        (r#""Duration":15.0"#, Code::CoercedType, json!(15.0)),
        (r#""HungUpSide":"SEAT""#, Code::WordSpelling, json!("SEAT")),
        (r#""HungUpSide":"pigeon""#, Code::UnknownWord, json!("pigeon")),
        (r#""Caller":" 1 ""#, Code::SurroundingBlanks, json!(" 1 ")),
        (r#""StartTimestamp":"2020-12-16 22:57:16""#, Code::InstantForm, json!("2020-12-16 22:57:16")),
        (r#""StartTimestamp":"1970-01-01 08:00:00""#, Code::InstantForm, json!("1970-01-01 08:00:00")),
        (r#""Caller":9.007199254740993e15"#, Code::HugeNumber, json!("9.007199254740993e15")),
        (r#""UserRemark":1e400"#, Code::HugeNumber, json!("1e400")),
        (r#""IVRKeyPressed":[1e400]"#, Code::HugeNumber, json!("1e400")),
        (r#""x":1e400"#, Code::HugeNumber, json!("1e400")),
        (r#""Caller":true"#, Code::UnreadableValue, json!(true)),
        (r#""Caller":"1","Caller":"2""#, Code::DuplicateKey, json!("1")),
        (r#""TelLocation":"{\"City\":\"a\"}""#, Code::CoercedType, json!("{\"City\":\"a\"}")),
    ] {
        let body = format!(r#"{{"SdkAppId":1,"SessionId":"s",{entries}}}"#);
        let report = inspect::<PhoneCdr>(body.as_bytes()).unwrap().report;
        let finding =
            report.iter().find(|finding| finding.code() == code).unwrap_or_else(|| panic!("{entries}: {report}"));
        assert_eq!(finding.value(), Some(&value), "{entries}");
        // Printed, it is not there.
        let printed = format!("{finding} {finding:?} {}", serde_json::to_string(finding).unwrap());
        assert!(!printed.contains("pigeon") && !printed.contains("861380"), "{printed}");
    }
    // An object or list that was coerced is in the value that was read.
    let body = br#"{"SdkAppId":1,"SessionId":"s","ServeParticipants":{"Mail":"a"}}"#;
    assert_eq!(inspect::<PhoneCdr>(body).unwrap().report.iter().next().unwrap().value(), None);
    // Of a query, the whole parameter.
    let record = br#"{"SdkAppId":1,"SessionId":"s"}"#;
    let report = Webhook::inspect_request("action=%22CDR%22;version=1", record).unwrap().report;
    let findings: Vec<_> = report.iter().map(|finding| (finding.code(), finding.value().cloned())).collect();
    assert_eq!(findings, [(Code::QueryForm, Some(json!("\"CDR\";version=1")))]);
}

// ---- untouched ----

#[test]
fn what_looks_odd_and_is_not_is_left_alone() {
    check(&[
        (Phone, r##""IVRKeyPressed":["1","*","#"]"##, r##""IVRKeyPressed":["1","*","#"]"##, &[]),
        (Phone, r#""SeatUser":{"StaffNumber":"007"}"#, r#""SeatUser":{"StaffNumber":"007"}"#, &[]),
        (Phone, r#""RecordId":"1608130636""#, r#""RecordId":"1608130636""#, &[]),
        (MoorCdr, r#""matchResult":"000""#, r#""matchResult":"000""#, &[]),
        (MoorCdr, r#""extras":{"a":{"b":[1]}}"#, r#""extras":{"a":{"b":[1]}}"#, &[]),
        (MoorCdr, r#""extras":"[1]""#, r#""extras":"[1]""#, &["extras coerced-type"]),
        (MoorCdr, r#""extras":"{\"a\":1}""#, r#""extras":"{\"a\":1}""#, &["extras coerced-type"]),
        (MoorCdr, r#""extras":"order=7""#, r#""extras":"order=7""#, &["extras coerced-type"]),
        (Chat, r#""ClientData":"dGhpcw==""#, r#""ClientData":"dGhpcw==""#, &[]),
        (Phone, r#""UserRemark":"{}""#, r#""UserRemark":"{}""#, &[]),
        (Phone, r#""UserRemark":"[1]""#, r#""UserRemark":"[1]""#, &[]),
        (Phone, r#""Uui":"{\"order\":\"A-7\"}""#, r#""Uui":"{\"order\":\"A-7\"}""#, &[]),
        // A name in NFD: e, and an accent of its own.
        (Phone, "\"SeatUser\":{\"Name\":\"Rene\u{301}\"}", "\"SeatUser\":{\"Name\":\"Rene\u{301}\"}", &[]),
        (Phone, r#""Caller":"１８６２１５２０２８０""#, r#""Caller":"１８６２１５２０２８０""#, &[]),
        (Phone, r#""RecordURL":"https://example.com/a b.mp3 ""#, r#""RecordURL":"https://example.com/a b.mp3 ""#, &[]),
        (Phone, r#""Caller":"anonymous""#, r#""Caller":"anonymous""#, &[]),
        (Phone, r#""Caller":"0""#, r#""Caller":"0""#, &[]),
    ]);
}
