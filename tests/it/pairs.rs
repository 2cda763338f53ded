//! Each kind of field with each odd value, alone and in pairs. A table is of one field of its kind; its first line
//! names payload, key and kind. A row has four columns:
//!
//! ```text
//! the entries of the object | what the field is read as | the findings | what is in extra
//! ```
//!
//! Findings are compared in any order. `␊` and `␉` are a raw newline and a raw tab in the body.

use std::fmt::Debug;
use std::panic::AssertUnwindSafe;

use callhook::desk::{
    AssignAgent, CallbackQuery, CustomContent, FileContent, InterfaceInvocation, LocationContent, MsgContent,
    MsgElement, SessionEvent, StreamContent,
};
use callhook::sevenmoor::{CallPush, CallRecord, LoginPush, MediaFailReason, Push};
use callhook::tccc::{ChatCdr, PhoneCdr, Query, RecordPush, VideoCdr, VoicemailPush};
use callhook::{Error, Extra, Outcome, Payload, inspect};
use chrono::TimeDelta;
use serde::Serialize;
use serde_json::{Value, json};

use crate::support::{codes, is_beyond_serde_json, with_plain_numbers};

/// What was read of a body: the field, the findings, and what is in `extra`.
type Seen = (String, Vec<String>, Value);

/// Reads a body in each way that there is, and once more what was written; panics where they differ.
fn read<T: Payload>(body: &str, field: fn(&T) -> String, extra: fn(&T) -> Extra) -> Seen {
    let seen = match inspect::<T>(body.as_bytes()) {
        Ok(seen) => seen,
        Err(error) => {
            assert_eq!(callhook::from_str::<T>(body).unwrap_err(), error);
            let kind = if matches!(error, Error::Missing { .. }) { "missing" } else { "unreadable" };
            return (format!("{kind} {}", error.paths().join(" ")), Vec::new(), json!({}));
        }
    };
    assert_eq!(callhook::from_str::<T>(body).unwrap(), seen.value, "from_str");
    if !is_beyond_serde_json(body.as_bytes()) {
        assert_eq!(serde_json::from_str::<T>(body).unwrap(), seen.value, "serde_json");
    }
    let findings = codes(&seen.report);
    // The digits of a number that no double equals are text in `extra`; JSON text in JSON text is read once it is
    // written at the first level.
    let is_corner = findings.iter().any(|finding| finding.ends_with("huge-number")) || body.contains(r#"\\""#);
    let written = serde_json::to_string(&seen.value).unwrap();
    let again = callhook::from_str::<T>(&written).unwrap();
    assert!(is_corner || again == seen.value, "what was written reads as another value: {written}");
    let extra = serde_json::to_value(extra(&seen.value)).unwrap();
    (field(&seen.value), findings, extra)
}

/// Checks the rows of a table. `around` is the body with an `@` for the entries.
fn check<T: Payload>(around: &str, field: fn(&T) -> String, extra: fn(&T) -> Extra, table: &str) {
    check_rows(table, &|entries| read(&around.replacen('@', entries, 1), field, extra));
}

/// Checks the rows of a table by a function that reads the first column of each.
fn check_rows(table: &str, read: &dyn Fn(&str) -> Seen) {
    let (name, rows) = table.trim().split_once('\n').unwrap();
    let mut failed = Vec::new();
    for row in rows.lines() {
        let row = row.trim().replace('␊', "\n").replace('␉', "\t");
        let columns: Vec<_> = row.split(" | ").map(str::trim).collect();
        let column = |at: usize| columns.get(at).copied().unwrap_or_default();
        let extra = if column(3).is_empty() { "{}" } else { column(3) };
        let mut findings: Vec<_> = column(2).split(", ").filter(|finding| !finding.is_empty()).collect();
        findings.sort_unstable();
        let checked = std::panic::catch_unwind(AssertUnwindSafe(|| {
            let (value, mut found, set_aside) = read(column(0));
            found.sort();
            assert_eq!(value, column(1), "value");
            assert_eq!(found, findings, "findings");
            let extra = serde_json::from_str(extra).unwrap();
            assert_eq!(with_plain_numbers(&set_aside), with_plain_numbers(&extra), "extra");
        }));
        if checked.is_err() {
            failed.push(row);
        }
    }
    assert!(failed.is_empty(), "{name}: {} rows failed, the reasons are above\n{}", failed.len(), failed.join("\n"));
}

fn shown(value: &impl Debug) -> String {
    format!("{value:?}")
}

/// A payload, or a list of them, as it is written.
fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

fn seconds(duration: Option<TimeDelta>) -> String {
    duration.map_or_else(|| "None".to_owned(), |duration| format!("{} s", duration.num_milliseconds() as f64 / 1e3))
}

const CDR: &str = r#"{"SdkAppId":1400000214,"SessionId":"e97b",@}"#;
const EVENT: &str = r#"{"SessionId":"2baf","Event":"SessionBegin",@}"#;

// ---- identifiers ----

#[test]
fn id() {
    check::<PhoneCdr>(
        CDR,
        |cdr| shown(&cdr.record_id),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr RecordId, Id
    "RecordId":"r-1" | Some("r-1")
    "RecordId":null | None
    "RecordId":"" | None
    "RecordId":[] | None | RecordId coerced-type
    "RecordId":[""] | None | RecordId coerced-type
    "RecordId":[[],null] | None | RecordId coerced-type
    "RecordId":{} | None | RecordId unreadable-value | {"RecordId":{}}
    "RecordId":{"0":"r-1"} | None | RecordId unreadable-value | {"RecordId":{"0":"r-1"}}
    "RecordId":["r-1"] | None | RecordId unreadable-value | {"RecordId":["r-1"]}
    "RecordId":true | None | RecordId unreadable-value | {"RecordId":true}
    "RecordId":false | None | RecordId unreadable-value | {"RecordId":false}
    "RecordId":"true" | Some("true")
    "RecordId":"{}" | Some("{}")
    "RecordId":"[1]" | Some("[1]")
    "RecordId":"1.0" | Some("1.0")
    "RecordId":"+15" | Some("+15")
    "RecordId":"007" | Some("007")
    "RecordId":0 | Some("0") | RecordId coerced-type
    "RecordId":0.0 | Some("0") | RecordId coerced-type
    "RecordId":-0 | Some("0") | RecordId coerced-type
    "RecordId":-7 | Some("-7") | RecordId coerced-type
    "RecordId":-7.0 | Some("-7") | RecordId coerced-type
    "RecordId":7.0 | Some("7") | RecordId coerced-type
    "RecordId":7.50 | None | RecordId unreadable-value | {"RecordId":7.5}
    "RecordId":1e3 | Some("1000") | RecordId coerced-type
    "RecordId":1E3 | Some("1000") | RecordId coerced-type
    "RecordId":100e-2 | Some("1") | RecordId coerced-type
    "RecordId":1e-1 | None | RecordId unreadable-value | {"RecordId":0.1}
    "RecordId":9007199254740993 | Some("9007199254740993") | RecordId coerced-type
    "RecordId":9007199254740992.0 | Some("9007199254740992") | RecordId coerced-type
    "RecordId":9007199254740993.0 | Some("9007199254740993") | RecordId huge-number
    "RecordId":9.007199254740993e15 | Some("9007199254740993") | RecordId huge-number
    "RecordId":18621520280.000001 | None | RecordId unreadable-value, RecordId huge-number | {"RecordId":"18621520280.000001"}
    "RecordId":9.00719925474099e15 | Some("9007199254740990") | RecordId coerced-type
    "RecordId":9.1e15 | Some("9100000000000000") | RecordId coerced-type
    "RecordId":9100000000000000.0 | Some("9100000000000000") | RecordId coerced-type
    "RecordId":1e16 | None | RecordId unreadable-value | {"RecordId":1e16}
    "RecordId":18446744073709551615 | Some("18446744073709551615") | RecordId coerced-type
    "RecordId":12345678901234567890123 | Some("12345678901234567890123") | RecordId huge-number
    "RecordId":1e400 | None | RecordId unreadable-value, RecordId huge-number | {"RecordId":"1e400"}
    "RecordId":" r-1 " | Some("r-1") | RecordId surrounding-blanks
    "RecordId":"\u3000r-1\t" | Some("r-1") | RecordId surrounding-blanks
    "RecordId":"\u200br 1\ufeff" | Some("r 1") | RecordId surrounding-blanks
    "RecordId":"  " | None | RecordId surrounding-blanks
    "RecordId":"r␉1" | Some("r\t1") | RecordId control-character
    "RecordId":"r-1␊" | Some("r-1") | RecordId surrounding-blanks, RecordId control-character
    "RecordId":"\ud83d" | Some("�") | RecordId lone-surrogate
    "RecordId":" \ud83d " | Some("�") | RecordId lone-surrogate, RecordId surrounding-blanks
    "recordid":"r-1" | Some("r-1") | RecordId key-spelling
    "recordid":7.0 | Some("7") | RecordId key-spelling, RecordId coerced-type
    "recordid":" r-1 " | Some("r-1") | RecordId key-spelling, RecordId surrounding-blanks
    "recordid":true | None | RecordId key-spelling, RecordId unreadable-value | {"RecordId":true}
    "RecordId":"r-1","RecordId":"r-2" | Some("r-2") | RecordId duplicate-key
    "RecordId":"r-1","RecordId":"r-2","RecordId":"r-3" | Some("r-3") | RecordId duplicate-key, RecordId duplicate-key
    "RecordId":"r-1","RecordId":null | Some("r-1") | RecordId duplicate-key
    "RecordId":"r-1","RecordId":"" | Some("r-1") | RecordId duplicate-key
    "RecordId":"r-1","RecordId":[] | Some("r-1") | RecordId duplicate-key
    "RecordId":"r-1","RecordId":[[""]] | Some("r-1") | RecordId duplicate-key
    "RecordId":"r-1","RecordId":{} | Some("r-1") | RecordId duplicate-key
    "RecordId":"r-1","RecordId":true | Some("r-1") | RecordId duplicate-key
    "RecordId":"r-1","RecordId":0.5 | Some("r-1") | RecordId duplicate-key
    "RecordId":"r-1","RecordId":1e400 | Some("r-1") | RecordId duplicate-key
    "RecordId":1e400,"RecordId":"r-1" | Some("r-1") | RecordId duplicate-key
    "RecordId":true,"RecordId":"r-1" | Some("r-1") | RecordId duplicate-key
    "RecordId":"r-1","RecordId":0 | Some("0") | RecordId duplicate-key, RecordId coerced-type
    "RecordId":"r-1","RecordId":7.0 | Some("7") | RecordId duplicate-key, RecordId coerced-type
    "RecordId":7.0,"RecordId":0.5 | Some("7") | RecordId duplicate-key, RecordId coerced-type
    "RecordId":"r-1","RecordId":" r-2 " | Some("r-2") | RecordId duplicate-key, RecordId surrounding-blanks
    "RecordId":"r-1","RecordId":"  " | Some("r-1") | RecordId duplicate-key
    "RecordId":" r-1 ","RecordId":"\u200b" | Some("r-1") | RecordId duplicate-key, RecordId surrounding-blanks
    "RecordId":null,"RecordId":" r-1 ","RecordId":false | Some("r-1") | RecordId duplicate-key, RecordId duplicate-key, RecordId surrounding-blanks
    "RecordId":"r-1","RecordId":"r␉2" | Some("r\t2") | RecordId duplicate-key, RecordId control-character
    "RecordId":"r-1␊","RecordId":null | Some("r-1") | RecordId duplicate-key, RecordId control-character, RecordId surrounding-blanks
    "RecordId":0.5,"RecordId":true | None | RecordId duplicate-key, RecordId unreadable-value | {"RecordId":true}
    "RecordId":true,"RecordId":null | None | RecordId duplicate-key, RecordId unreadable-value | {"RecordId":true}
    "RecordId":{"a":1},"RecordId":[1] | None | RecordId duplicate-key, RecordId unreadable-value | {"RecordId":[1]}
    "RecordId":null,"RecordId":"" | None | RecordId duplicate-key
    "RecordId":"r-1","recordid":"r-2" | Some("r-1") | RecordId duplicate-key
    "recordid":"r-2","RecordId":"r-1" | Some("r-1") | RecordId duplicate-key
    "RecordId":"","recordid":" r-1 " | Some("r-1") | RecordId duplicate-key, RecordId key-spelling, RecordId surrounding-blanks
    "RECORDID":7.0,"RecordId":{} | Some("7") | RecordId duplicate-key, RecordId key-spelling, RecordId coerced-type
    "recordid":"r-1","RECORDID":"r-2" | Some("r-2") | RecordId duplicate-key, RecordId key-spelling
    "recordid":"r-1","RECORDID":true | Some("r-1") | RecordId duplicate-key, RecordId key-spelling
    "recordid":true,"RecordId":false | None | RecordId duplicate-key, RecordId unreadable-value | {"RecordId":false}
    "RecordId":false,"recordid":true | None | RecordId duplicate-key, RecordId unreadable-value | {"RecordId":false}
    "RecordId␊":"r-1" | None | RecordId\u{a} unknown-key, RecordId\u{a} control-character | {"RecordId\n":"r-1"}
    "RecordId":"\u200b","RecordId":true | None | RecordId duplicate-key, RecordId unreadable-value | {"RecordId":true}
    "RecordId":" ","RecordId":null | None | RecordId duplicate-key, RecordId surrounding-blanks
    "RecordId":"r-1","RecordId":"\ud83d" | Some("�") | RecordId duplicate-key, RecordId lone-surrogate
    "RecordId":"r\u00001" | Some("r\01")
    "RecordId":"r-1\n" | Some("r-1") | RecordId surrounding-blanks
    "RecordId":0e999 | Some("0") | RecordId coerced-type
    "RecordId":1e39 | None | RecordId unreadable-value | {"RecordId":1e39}
    "RecordId":1e-400 | None | RecordId unreadable-value, RecordId huge-number | {"RecordId":"1e-400"}
    "RecordId␊":1,"RecordId␊":2 | None | RecordId\u{a} duplicate-key, RecordId\u{a} control-character, RecordId\u{a} unknown-key, RecordId\u{a} control-character | {"RecordId\n":2}
    "RecordId":true,"RecordId":"  " | None | RecordId duplicate-key, RecordId unreadable-value | {"RecordId":true}
    "RecordId":"␊" | None | RecordId surrounding-blanks, RecordId control-character
"##,
    );
}

#[test]
fn phone() {
    check::<PhoneCdr>(
        CDR,
        |cdr| shown(&cdr.caller),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr Caller, Phone
    "Caller":"008613800000001" | Some("008613800000001")
    "Caller":"+86 138 0000 0001" | Some("+86 138 0000 0001")
    "Caller":"+86138\u200b00000001" | Some("+86138\u{200b}00000001")
    "Caller":"１３８００００００００" | Some("１３８００００００００")
    "Caller":"1.38E10" | Some("1.38E10")
    "Caller":" +8613800000001" | Some("+8613800000001") | Caller surrounding-blanks
    "Caller":"\u00a013800000001\r\n" | Some("13800000001") | Caller surrounding-blanks
    "Caller":13800000001 | Some("13800000001") | Caller coerced-type
    "Caller":13800000001.0 | Some("13800000001") | Caller coerced-type
    "Caller":1.3800000001e10 | Some("13800000001") | Caller coerced-type
    "Caller":1.38000000015e10 | None | Caller unreadable-value | {"Caller":13800000001.5}
    "Caller":0 | Some("0") | Caller coerced-type
    "Caller":{} | None | Caller unreadable-value | {"Caller":{}}
    "Caller":["13800000001"] | None | Caller unreadable-value | {"Caller":["13800000001"]}
    "Caller":false | None | Caller unreadable-value | {"Caller":false}
    "Caller":"138␉0000␉0001" | Some("138\t0000\t0001") | Caller control-character
    "Caller":"13800000001","Caller":1.38E10 | Some("13800000000") | Caller duplicate-key, Caller coerced-type
    "Caller":1.38E10,"Caller":[] | Some("13800000000") | Caller duplicate-key, Caller coerced-type
    "Caller":1.38E10,"Caller":1E999999999 | Some("13800000000") | Caller duplicate-key, Caller coerced-type
    "Caller":" 1 ","caller":" 2 " | Some("1") | Caller duplicate-key, Caller surrounding-blanks
    "caller":" 1␊","Caller":false | Some("1") | Caller duplicate-key, Caller key-spelling, Caller surrounding-blanks, Caller control-character
    "CALLER":13800000001.0 | Some("13800000001") | Caller key-spelling, Caller coerced-type
    "Caller":{"a":"x␊"} | None | Caller unreadable-value | {"Caller":{"a":"x\n"}}
"##,
    );
    check::<VoicemailPush>(
        CDR,
        |push| shown(&push.endpoint_user),
        |push| push.extra.clone(),
        r##"
    VoicemailPush EndpointUser, Phone or number
    "EndpointUser":"13800000001" | Some("13800000001")
    "EndpointUser":13800000001 | Some("13800000001")
    "EndpointUser":13800000001.0 | Some("13800000001") | EndpointUser coerced-type
    "EndpointUser":" 13800000001 " | Some("13800000001") | EndpointUser surrounding-blanks
    "EndpointUser":0.5 | None | EndpointUser unreadable-value | {"EndpointUser":0.5}
    "EndpointUser":true | None | EndpointUser unreadable-value | {"EndpointUser":true}
    "EndpointUser":13800000001,"EndpointUser":"" | Some("13800000001") | EndpointUser duplicate-key
    "EndpointUser":"1","endpointuser":2 | Some("1") | EndpointUser duplicate-key
    "EndPointUser":13800000001 | Some("13800000001") | EndpointUser key-spelling
"##,
    );
}

#[test]
fn account() {
    check::<ChatCdr>(
        CDR,
        |cdr| shown(&cdr.user_id),
        |cdr| cdr.extra.clone(),
        r##"
    ChatCdr UserId, Account
    "UserId":"oZB6q5c-tuMEz" | Some("oZB6q5c-tuMEz")
    "UserId":" anna@example.com " | Some("anna@example.com") | UserId surrounding-blanks
    "UserId":"\n" | None | UserId surrounding-blanks
    "UserId":4.03344537650466816E17 | Some("403344537650466816") | UserId coerced-type
    "UserId":4.03344537650467E+17 | None | UserId unreadable-value | {"UserId":4.03344537650467E+17}
    "UserId":[""] | None | UserId coerced-type
    "UserId":{"id":"a"} | None | UserId unreadable-value | {"UserId":{"id":"a"}}
    "UserId":{"id":1,"id":2} | None | UserId unreadable-value | {"UserId":{"id":2}}
    "UserId":true | None | UserId unreadable-value | {"UserId":true}
    "UserId":"an␊na" | Some("an\nna") | UserId control-character
    "UserId":" a ","UserId":7.0 | Some("7") | UserId duplicate-key, UserId coerced-type
    "UserId":7.0,"UserId":" a " | Some("a") | UserId duplicate-key, UserId surrounding-blanks
    "UserId":" a ","UserId":4.03344537650467E+17 | Some("a") | UserId duplicate-key, UserId surrounding-blanks
    "USERID":" a ","userid":null | Some("a") | UserId duplicate-key, UserId key-spelling, UserId surrounding-blanks
"##,
    );
    check::<RecordPush>(
        CDR,
        |push| shown(&push.endpoint_user),
        |push| push.extra.clone(),
        r##"
    RecordPush EndpointUser, Account
    "EndPointUser":" anna " | Some("anna") | EndpointUser key-spelling, EndpointUser surrounding-blanks
    "EndPointUser":"anna","EndpointUser":"bob" | Some("bob") | EndpointUser duplicate-key
    "EndpointUser":"bob","EndPointUser":"anna" | Some("bob") | EndpointUser duplicate-key
    "EndPointUser":"anna","EndpointUser":"" | Some("anna") | EndpointUser duplicate-key, EndpointUser key-spelling
    "EndPointUser":7.0,"EndpointUser":{"a":1} | Some("7") | EndpointUser duplicate-key, EndpointUser key-spelling, EndpointUser coerced-type
"##,
    );
}

// ---- other texts ----

#[test]
fn free_text() {
    check::<PhoneCdr>(
        CDR,
        |cdr| shown(&cdr.user_remark),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr UserRemark, FreeText
    "UserRemark":" a " | Some(" a ")
    "UserRemark":"  " | Some("  ")
    "UserRemark":"{}" | Some("{}")
    "UserRemark":"[1]" | Some("[1]")
    "UserRemark":"{\"a\":1}" | Some("{\"a\":1}")
    "UserRemark":"null" | Some("null")
    "UserRemark":null | None
    "UserRemark":"" | None
    "UserRemark":[] | None | UserRemark coerced-type
    "UserRemark":{} | None | UserRemark unreadable-value | {"UserRemark":{}}
    "UserRemark":{"0":"a"} | None | UserRemark unreadable-value | {"UserRemark":{"0":"a"}}
    "UserRemark":["a"] | None | UserRemark unreadable-value | {"UserRemark":["a"]}
    "UserRemark":true | None | UserRemark unreadable-value | {"UserRemark":true}
    "UserRemark":0 | Some("0") | UserRemark coerced-type
    "UserRemark":2.0 | Some("2.0") | UserRemark coerced-type
    "UserRemark":-1.50E+3 | Some("-1.50E+3") | UserRemark coerced-type
    "UserRemark":1e400 | Some("1e400") | UserRemark huge-number
    "UserRemark":12345678901234567890123 | Some("12345678901234567890123") | UserRemark huge-number
    "UserRemark":"a␊b␉c" | Some("a\nb\tc") | UserRemark control-character
    "UserRemark":"␊" | Some("\n") | UserRemark control-character
    "UserRemark":"a","UserRemark":"  " | Some("  ") | UserRemark duplicate-key
    "UserRemark":"a","UserRemark":"␊" | Some("\n") | UserRemark duplicate-key, UserRemark control-character
    "UserRemark":"a␊","UserRemark":"" | Some("a\n") | UserRemark duplicate-key, UserRemark control-character
    "UserRemark":"a","UserRemark":2.0 | Some("2.0") | UserRemark duplicate-key, UserRemark coerced-type
    "UserRemark":2.0,"UserRemark":true | Some("2.0") | UserRemark duplicate-key, UserRemark coerced-type
    "UserRemark":"a","UserRemark":1e400 | Some("1e400") | UserRemark duplicate-key, UserRemark huge-number
    "UserRemark":"a","UserRemark":{} | Some("a") | UserRemark duplicate-key
    "UserRemark":"a","UserRemark":"{}" | Some("{}") | UserRemark duplicate-key
    "userremark":2.0 | Some("2.0") | UserRemark key-spelling, UserRemark coerced-type
    "userremark":"a␊b","UserRemark":["c"] | Some("a\nb") | UserRemark duplicate-key, UserRemark key-spelling, UserRemark control-character
    "Uui":"a","UUI":"b" | None
    "uui":"a","UUI":"b" | None | Uui key-spelling
"##,
    );
    check::<PhoneCdr>(
        CDR,
        |cdr| shown(&(&cdr.uui, &cdr.uui_upper)),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr Uui and UUI, FreeText
    "Uui":"a","UUI":"b" | (Some("a"), Some("b"))
    "UUI":"b","Uui":"a" | (Some("a"), Some("b"))
    "Uui":"a","Uui":null | (Some("a"), None) | Uui duplicate-key
    "UUI":"a","UUI":true | (None, Some("a")) | UUI duplicate-key
    "uui":"a","UUI":"b" | (Some("a"), Some("b")) | Uui key-spelling
    "uui":"a","Uui":"" | (Some("a"), None) | Uui key-spelling, Uui duplicate-key
    "UUI":2.0,"Uui":" a " | (Some(" a "), Some("2.0")) | UUI coerced-type
"##,
    );
}

#[test]
fn name() {
    check::<ChatCdr>(
        CDR,
        |cdr| shown(&cdr.user_nick_name),
        |cdr| cdr.extra.clone(),
        r##"
    ChatCdr UserNickName, PersonName
    "UserNickName":" 张 三 " | Some(" 张 三 ")
    "UserNickName":"Rene\u0301" | Some("Rene\u{301}")
    "UserNickName":"\u200b" | Some("\u{200b}")
    "UserNickName":7 | Some("7") | UserNickName coerced-type
    "UserNickName":7.0 | Some("7.0") | UserNickName coerced-type
    "UserNickName":false | None | UserNickName unreadable-value | {"UserNickName":false}
    "UserNickName":{} | None | UserNickName unreadable-value | {"UserNickName":{}}
    "UserNickName":[null] | None | UserNickName coerced-type
    "UserNickName":"a␉b" | Some("a\tb") | UserNickName control-character
    "UserNickName":"a","UserNickName":7.0 | Some("7.0") | UserNickName duplicate-key, UserNickName coerced-type
    "UserNickName":"a","UserNickName":[""] | Some("a") | UserNickName duplicate-key
    "usernickname":"a","UserNickName":null | Some("a") | UserNickName duplicate-key, UserNickName key-spelling
"##,
    );
}

#[test]
fn link() {
    check::<PhoneCdr>(
        CDR,
        |cdr| shown(&cdr.record_url),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr RecordURL, Link
    "RecordURL":" https://r.example.com/a b.mp3 " | Some(" https://r.example.com/a b.mp3 ")
    "RecordURL":"" | None
    "RecordURL":["https://r.example.com/1.mp3"] | None | RecordURL unreadable-value | {"RecordURL":["https://r.example.com/1.mp3"]}
    "RecordURL":"[\"https://r.example.com/1.mp3\"]" | Some("[\"https://r.example.com/1.mp3\"]")
    "RecordURL":{"url":"a"} | None | RecordURL unreadable-value | {"RecordURL":{"url":"a"}}
    "RecordURL":true | None | RecordURL unreadable-value | {"RecordURL":true}
    "RecordURL":"https://r.example.com/1.mp3␊" | Some("https://r.example.com/1.mp3\n") | RecordURL control-character
    "RecordURL":"a","RecordURL":["b"] | Some("a") | RecordURL duplicate-key
    "RecordUrl":"a" | Some("a") | RecordURL key-spelling
    "RecordUrl":"a","RecordURL":"" | Some("a") | RecordURL duplicate-key, RecordURL key-spelling
    "RecordURL":"a","RecordUrl":"b" | Some("a") | RecordURL duplicate-key
"##,
    );
}

#[test]
fn plain_text() {
    check::<CallRecord>(
        "{@}",
        |record| shown(&(&record.ivr_name, &record.agent_city, &record.gateway_ip)),
        |record| record.extra.clone(),
        r##"
    CallRecord ivrName, agentCity, gatewayIP, texts without a reading of their own
    "ivrName":"8001","agentCity":"北京","gatewayIP":"10.0.0.7:5060" | (Some("8001"), Some("北京"), Some("10.0.0.7:5060"))
    "ivrName":" 8001 ","agentCity":" 北京","gatewayIP":"10.0.0.7 " | (Some(" 8001 "), Some(" 北京"), Some("10.0.0.7 "))
    "ivrName":8001.0,"agentCity":2E1,"gatewayIP":10.0 | (Some("8001.0"), Some("2E1"), Some("10.0")) | ivrName coerced-type, agentCity coerced-type, gatewayIP coerced-type
    "ivrName":true,"agentCity":{},"gatewayIP":["a"] | (None, None, None) | ivrName unreadable-value, agentCity unreadable-value, gatewayIP unreadable-value | {"ivrName":true,"agentCity":{},"gatewayIP":["a"]}
    "ivrName":[],"agentCity":[""],"gatewayIP":null | (None, None, None) | ivrName coerced-type, agentCity coerced-type
    "IVRname":"1","AGENTCITY":7,"gatewayIp":"a␉" | (Some("1"), Some("7"), Some("a\t")) | ivrName key-spelling, agentCity key-spelling, agentCity coerced-type, gatewayIP key-spelling, gatewayIP control-character
    "ivrName":"1","agentCity":"a","ivrName":true,"agentCity":"" | (Some("1"), Some("a"), None) | ivrName duplicate-key, agentCity duplicate-key
    "ivrName":"1","gatewayIP":"a","gatewayIP":2.0,"ivrName":" " | (Some(" "), None, Some("2.0")) | ivrName duplicate-key, gatewayIP duplicate-key, gatewayIP coerced-type
"##,
    );
}

#[test]
fn json_text() {
    check::<SessionEvent>(
        EVENT,
        |event| shown(&event.cloud_custom_data),
        |event| event.extra.clone(),
        r##"
    SessionEvent CloudCustomData, JsonText
    "CloudCustomData":"{\"a\": 1}" | Some("{\"a\": 1}")
    "CloudCustomData":" [1] " | Some(" [1] ")
    "CloudCustomData":"" | None
    "CloudCustomData":null | None
    "CloudCustomData":{"a": 1} | Some("{\"a\":1}") | CloudCustomData coerced-type
    "CloudCustomData":{} | Some("{}") | CloudCustomData coerced-type
    "CloudCustomData":[ 1, {"b": [ ]} ] | Some("[1,{\"b\":[]}]") | CloudCustomData coerced-type
    "CloudCustomData":[] | None | CloudCustomData coerced-type
    "CloudCustomData":[""] | None | CloudCustomData coerced-type
    "CloudCustomData":[{}] | Some("[{}]") | CloudCustomData coerced-type
    "CloudCustomData":{"0":{"a":1}} | Some("{\"0\":{\"a\":1}}") | CloudCustomData coerced-type
    "CloudCustomData":{"a":1,"a":2} | Some("{\"a\":1,\"a\":2}") | CloudCustomData coerced-type
    "CloudCustomData":{"a":"{\"b\":1}"} | Some("{\"a\":\"{\\\"b\\\":1}\"}") | CloudCustomData coerced-type
    "CloudCustomData":{"a":1e400} | Some("{\"a\":1e400}") | CloudCustomData coerced-type
    "CloudCustomData":7 | Some("7") | CloudCustomData coerced-type
    "CloudCustomData":1.50 | Some("1.50") | CloudCustomData coerced-type
    "CloudCustomData":1e400 | Some("1e400") | CloudCustomData huge-number
    "CloudCustomData":true | None | CloudCustomData unreadable-value | {"CloudCustomData":true}
    "CloudCustomData":"{␊}" | Some("{\n}") | CloudCustomData control-character
    "CloudCustomData":"a","CloudCustomData":{"b": 1} | Some("{\"b\":1}") | CloudCustomData duplicate-key, CloudCustomData coerced-type
    "CloudCustomData":{"b": 1},"CloudCustomData":"" | Some("{\"b\":1}") | CloudCustomData duplicate-key, CloudCustomData coerced-type
    "CloudCustomData":{"b": 1},"CloudCustomData":true | Some("{\"b\":1}") | CloudCustomData duplicate-key, CloudCustomData coerced-type
    "CloudCustomData":{"b": 1},"CloudCustomData":[] | Some("{\"b\":1}") | CloudCustomData duplicate-key, CloudCustomData coerced-type
    "CloudCustomData":"a","CloudCustomData":{} | Some("{}") | CloudCustomData duplicate-key, CloudCustomData coerced-type
    "cloudcustomdata":{"b": 1},"CloudCustomData":null | Some("{\"b\":1}") | CloudCustomData duplicate-key, CloudCustomData coerced-type, CloudCustomData key-spelling
    "CloudCustomData":{"a":"x"},"CloudCustomData":"  " | Some("  ") | CloudCustomData duplicate-key
"##,
    );
    check::<CustomContent>(
        "{@}",
        |content| shown(&content.data),
        |content| content.extra.clone(),
        r##"
    CustomContent Data, JsonText
    "Data":{"order": "A-7"} | Some("{\"order\":\"A-7\"}") | Data coerced-type
    "Data":"x","data":{"order": "A-7"} | Some("x") | Data duplicate-key
    "data":{"order": "A-7"},"Data":"" | Some("{\"order\":\"A-7\"}") | Data duplicate-key, Data coerced-type, Data key-spelling
    "Data":{"a":"x␊y"} | Some("{\"a\":\"x\\ny\"}") | Data coerced-type
"##,
    );
}

// ---- words and numbers of a list ----

#[test]
fn word() {
    check::<PhoneCdr>(
        CDR,
        |cdr| shown(&cdr.hung_up_side),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr HungUpSide, word
    "HungUpSide":"seat" | Some(Seat)
    "HungUpSide":"SEAT" | Some(Seat) | HungUpSide word-spelling
    "HungUpSide":" seat " | Some(Seat) | HungUpSide word-spelling
    "HungUpSide":"\u3000Seat\ufeff" | Some(Seat) | HungUpSide word-spelling
    "HungUpSide":"se at" | Some(Other(Unlisted("se at"))) | HungUpSide unknown-word
    "HungUpSide":"pigeon" | Some(Other(Unlisted("pigeon"))) | HungUpSide unknown-word
    "HungUpSide":"true" | Some(Other(Unlisted("true"))) | HungUpSide unknown-word
    "HungUpSide":"{}" | Some(Other(Unlisted("{}"))) | HungUpSide unknown-word
    "HungUpSide":"s\u0435at" | Some(Other(Unlisted("sеat"))) | HungUpSide unknown-word
    "HungUpSide":"  " | None | HungUpSide word-spelling
    "HungUpSide":"" | None
    "HungUpSide":null | None
    "HungUpSide":[] | None | HungUpSide coerced-type
    "HungUpSide":[""] | None | HungUpSide coerced-type
    "HungUpSide":{} | None | HungUpSide unreadable-value | {"HungUpSide":{}}
    "HungUpSide":["seat"] | None | HungUpSide unreadable-value | {"HungUpSide":["seat"]}
    "HungUpSide":{"0":"seat"} | None | HungUpSide unreadable-value | {"HungUpSide":{"0":"seat"}}
    "HungUpSide":true | None | HungUpSide unreadable-value | {"HungUpSide":true}
    "HungUpSide":false | None | HungUpSide unreadable-value | {"HungUpSide":false}
    "HungUpSide":7 | Some(Other(Unlisted("7"))) | HungUpSide unknown-word
    "HungUpSide":7.0 | Some(Other(Unlisted("7.0"))) | HungUpSide unknown-word
    "HungUpSide":1e400 | Some(Other(Unlisted("1e400"))) | HungUpSide unknown-word, HungUpSide huge-number
    "HungUpSide":"seat␊" | Some(Seat) | HungUpSide word-spelling, HungUpSide control-character
    "HungUpSide":"pi␉geon" | Some(Other(Unlisted("pi\tgeon"))) | HungUpSide unknown-word, HungUpSide control-character
    "hungupside":"seat" | Some(Seat) | HungUpSide key-spelling
    "hungupside":" SEAT" | Some(Seat) | HungUpSide key-spelling, HungUpSide word-spelling
    "HungUpSide":"user","HungUpSide":"SEAT" | Some(Seat) | HungUpSide duplicate-key, HungUpSide word-spelling
    "HungUpSide":"user","HungUpSide":"pigeon" | Some(Other(Unlisted("pigeon"))) | HungUpSide duplicate-key, HungUpSide unknown-word
    "HungUpSide":"user","HungUpSide":7 | Some(Other(Unlisted("7"))) | HungUpSide duplicate-key, HungUpSide unknown-word
    "HungUpSide":" SEAT ","HungUpSide":"" | Some(Seat) | HungUpSide duplicate-key, HungUpSide word-spelling
    "HungUpSide":"seat","HungUpSide":"  " | Some(Seat) | HungUpSide duplicate-key
    "HungUpSide":"seat","HungUpSide":true | Some(Seat) | HungUpSide duplicate-key
    "HungUpSide":"seat","HungUpSide":["user"] | Some(Seat) | HungUpSide duplicate-key
    "HungUpSide":"pigeon","HungUpSide":{} | Some(Other(Unlisted("pigeon"))) | HungUpSide duplicate-key, HungUpSide unknown-word
    "HungUpSide":"seat","hungupside":"user" | Some(Seat) | HungUpSide duplicate-key
    "hungupside":"User","HungUpSide":false | Some(User) | HungUpSide duplicate-key, HungUpSide key-spelling, HungUpSide word-spelling
    "HungUpSide":"user","HungUpSide":"seat␉" | Some(Seat) | HungUpSide duplicate-key, HungUpSide word-spelling, HungUpSide control-character
    "HungUpSide":true,"HungUpSide":"  " | None | HungUpSide duplicate-key, HungUpSide unreadable-value | {"HungUpSide":true}
"##,
    );
    check::<SessionEvent>(
        EVENT,
        |event| shown(&event.channel_type),
        |event| event.extra.clone(),
        r##"
    SessionEvent ChannelType, word
    "ChannelType":"Web(H5)" | Some(Web)
    "ChannelType":"Web" | Some(Web) | ChannelType word-spelling
    "ChannelType":" web " | Some(Web) | ChannelType word-spelling
    "ChannelType":"SDK","ChannelType":"Web" | Some(Web) | ChannelType duplicate-key, ChannelType word-spelling
    "ChannelType":"Web","ChannelType":[] | Some(Web) | ChannelType duplicate-key, ChannelType word-spelling
    "channeltype":"Web","ChannelType":"  " | Some(Web) | ChannelType duplicate-key, ChannelType word-spelling, ChannelType key-spelling
"##,
    );
}

#[test]
fn code() {
    check::<PhoneCdr>(
        CDR,
        |cdr| shown(&cdr.direction),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr Direction, code
    "Direction":0 | Some(Inbound)
    "Direction":1 | Some(Outbound)
    "Direction":"1" | Some(Outbound) | Direction coerced-type
    "Direction":" 1 " | Some(Outbound) | Direction coerced-type
    "Direction":"+1" | Some(Outbound) | Direction coerced-type
    "Direction":1.0 | Some(Outbound) | Direction coerced-type
    "Direction":10e-1 | Some(Outbound) | Direction coerced-type
    "Direction":0.0 | Some(Inbound) | Direction coerced-type
    "Direction":0.5 | None | Direction unreadable-value | {"Direction":0.5}
    "Direction":"0.5" | None | Direction unreadable-value | {"Direction":"0.5"}
    "Direction":7 | Some(Other(UnlistedCode(7))) | Direction unknown-word
    "Direction":-1 | Some(Other(UnlistedCode(-1))) | Direction unknown-word
    "Direction":true | None | Direction unreadable-value | {"Direction":true}
    "Direction":"out" | None | Direction unreadable-value | {"Direction":"out"}
    "Direction":{} | None | Direction unreadable-value | {"Direction":{}}
    "Direction":[1] | None | Direction unreadable-value | {"Direction":[1]}
    "Direction":[] | None | Direction coerced-type
    "Direction":"" | None | Direction coerced-type
    "Direction":null | None
    "Direction":12345678901234567890123 | None | Direction unreadable-value, Direction huge-number | {"Direction":"12345678901234567890123"}
    "Direction":"1␊" | Some(Outbound) | Direction coerced-type, Direction control-character
    "direction":"1" | Some(Outbound) | Direction coerced-type, Direction key-spelling
    "Direction":1,"Direction":0 | Some(Inbound) | Direction duplicate-key
    "Direction":1,"Direction":"0" | Some(Inbound) | Direction duplicate-key, Direction coerced-type
    "Direction":"1","Direction":"" | Some(Outbound) | Direction duplicate-key, Direction coerced-type
    "Direction":1.0,"Direction":0.5 | Some(Outbound) | Direction duplicate-key, Direction coerced-type
    "Direction":1,"Direction":"out" | Some(Outbound) | Direction duplicate-key
    "Direction":1,"Direction":true | Some(Outbound) | Direction duplicate-key
    "Direction":1,"Direction":7 | Some(Other(UnlistedCode(7))) | Direction duplicate-key, Direction unknown-word
    "Direction":7,"Direction":{} | Some(Other(UnlistedCode(7))) | Direction duplicate-key, Direction unknown-word
    "Direction":0.5,"Direction":1 | Some(Outbound) | Direction duplicate-key
    "Direction":0.5,"Direction":"out" | None | Direction duplicate-key, Direction unreadable-value | {"Direction":"out"}
    "direction":1,"Direction":0 | Some(Inbound) | Direction duplicate-key
    "direction":" 1 ","Direction":0.5 | Some(Outbound) | Direction duplicate-key, Direction coerced-type, Direction key-spelling
    "Direction":1,"Direction":"  " | Some(Outbound) | Direction duplicate-key
    "Direction":"  " | None | Direction unreadable-value | {"Direction":"  "}
"##,
    );
    check::<CallPush>(
        "{@}",
        |call| shown(&call.status_number),
        |call| call.extra.clone(),
        r##"
    CallPush statusNumber, code as text
    "statusNumber":"5" | Some(WrapUp)
    "statusNumber":5 | Some(WrapUp) | statusNumber coerced-type
    "statusNumber":5.0 | Some(WrapUp) | statusNumber coerced-type
    "statusNumber":"0" | Some(Idle)
    "statusNumber":"05" | Some(WrapUp) | statusNumber word-spelling
    "statusNumber":" 5 " | Some(WrapUp) | statusNumber word-spelling
    "statusNumber":"+5" | Some(WrapUp) | statusNumber word-spelling
    "statusNumber":"100" | Some(Custom(UnlistedCode(100)))
    "statusNumber":"10" | Some(Other(UnlistedCode(10))) | statusNumber unknown-word
    "statusNumber":"" | None
    "statusNumber":"整理" | None | statusNumber unreadable-value | {"statusNumber":"整理"}
    "statusNumber":true | None | statusNumber unreadable-value | {"statusNumber":true}
    "statusNumber":{} | None | statusNumber unreadable-value | {"statusNumber":{}}
    "statusNumber":"5","statusNumber":0 | Some(Idle) | statusNumber duplicate-key, statusNumber coerced-type
    "statusNumber":"05","statusNumber":"" | Some(WrapUp) | statusNumber duplicate-key, statusNumber word-spelling
    "statusNumber":"5","statusNumber":"整理" | Some(WrapUp) | statusNumber duplicate-key
    "STATUSNUMBER":5,"statusNumber":false | Some(WrapUp) | statusNumber duplicate-key, statusNumber coerced-type, statusNumber key-spelling
"##,
    );
}

// ---- numbers ----

#[test]
fn integer() {
    check::<PhoneCdr>(
        CDR,
        |cdr| shown(&cdr.end_status),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr EndStatus, integer
    "EndStatus":15 | Some(15)
    "EndStatus":0 | Some(0)
    "EndStatus":-1 | Some(-1)
    "EndStatus":-9223372036854775808 | Some(-9223372036854775808)
    "EndStatus":15.0 | Some(15) | EndStatus coerced-type
    "EndStatus":1.5e1 | Some(15) | EndStatus coerced-type
    "EndStatus":1500E-2 | Some(15) | EndStatus coerced-type
    "EndStatus":-0.0 | Some(0) | EndStatus coerced-type
    "EndStatus":12.5 | None | EndStatus unreadable-value | {"EndStatus":12.5}
    "EndStatus":"15" | Some(15) | EndStatus coerced-type
    "EndStatus":"+15" | Some(15) | EndStatus coerced-type
    "EndStatus":"-15" | Some(-15) | EndStatus coerced-type
    "EndStatus":" +15 " | Some(15) | EndStatus coerced-type
    "EndStatus":"15.0" | Some(15) | EndStatus coerced-type
    "EndStatus":"+15.00" | Some(15) | EndStatus coerced-type
    "EndStatus":"12.5" | None | EndStatus unreadable-value | {"EndStatus":"12.5"}
    "EndStatus":"１５" | None | EndStatus unreadable-value | {"EndStatus":"１５"}
    "EndStatus":"+" | None | EndStatus unreadable-value | {"EndStatus":"+"}
    "EndStatus":"[15]" | None | EndStatus unreadable-value | {"EndStatus":"[15]"}
    "EndStatus":9223372036854775808 | None | EndStatus unreadable-value | {"EndStatus":9223372036854775808}
    "EndStatus":12345678901234567890123 | None | EndStatus unreadable-value, EndStatus huge-number | {"EndStatus":"12345678901234567890123"}
    "EndStatus":1e400 | None | EndStatus unreadable-value, EndStatus huge-number | {"EndStatus":"1e400"}
    "EndStatus":true | None | EndStatus unreadable-value | {"EndStatus":true}
    "EndStatus":false | None | EndStatus unreadable-value | {"EndStatus":false}
    "EndStatus":{} | None | EndStatus unreadable-value | {"EndStatus":{}}
    "EndStatus":[15] | None | EndStatus unreadable-value | {"EndStatus":[15]}
    "EndStatus":[] | None | EndStatus coerced-type
    "EndStatus":"" | None | EndStatus coerced-type
    "EndStatus":null | None
    "EndStatus":"15␊" | Some(15) | EndStatus coerced-type, EndStatus control-character
    "endstatus":15.0 | Some(15) | EndStatus coerced-type, EndStatus key-spelling
    "EndStatus":15,"EndStatus":0 | Some(0) | EndStatus duplicate-key
    "EndStatus":15,"EndStatus":"0" | Some(0) | EndStatus duplicate-key, EndStatus coerced-type
    "EndStatus":15,"EndStatus":"+1" | Some(1) | EndStatus duplicate-key, EndStatus coerced-type
    "EndStatus":15.0,"EndStatus":12.5 | Some(15) | EndStatus duplicate-key, EndStatus coerced-type
    "EndStatus":15,"EndStatus":"" | Some(15) | EndStatus duplicate-key
    "EndStatus":15,"EndStatus":1e400 | Some(15) | EndStatus duplicate-key
    "EndStatus":1e400,"EndStatus":12.5 | None | EndStatus duplicate-key, EndStatus unreadable-value | {"EndStatus":12.5}
    "EndStatus":12.5,"EndStatus":1e400 | None | EndStatus duplicate-key, EndStatus unreadable-value, EndStatus huge-number | {"EndStatus":"1e400"}
    "endstatus":"15","EndStatus":{} | Some(15) | EndStatus duplicate-key, EndStatus coerced-type, EndStatus key-spelling
"##,
    );
    check::<PhoneCdr>(
        CDR,
        |cdr| shown(&cdr.skill_group_id),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr SkillGroupId, id that is a number
    "SkillGroupId":7 | Some(7)
    "SkillGroupId":0 | None
    "SkillGroupId":0.0 | None | SkillGroupId coerced-type
    "SkillGroupId":-0 | None | SkillGroupId coerced-type
    "SkillGroupId":"00" | None | SkillGroupId coerced-type
    "SkillGroupId":"0" | None | SkillGroupId coerced-type
    "SkillGroupId":"+7" | Some(7) | SkillGroupId coerced-type
    "SkillGroupId":7.0 | Some(7) | SkillGroupId coerced-type
    "SkillGroupId":-7 | None | SkillGroupId unreadable-value | {"SkillGroupId":-7}
    "SkillGroupId":7.5 | None | SkillGroupId unreadable-value | {"SkillGroupId":7.5}
    "SkillGroupId":"007" | Some(7) | SkillGroupId coerced-type
    "SkillGroupId":"18446744073709551615" | Some(18446744073709551615) | SkillGroupId coerced-type
    "SkillGroupId":7,"SkillGroupId":0 | None | SkillGroupId duplicate-key
    "SkillGroupId":0,"SkillGroupId":7 | Some(7) | SkillGroupId duplicate-key
    "SkillGroupId":7,"SkillGroupId":"0" | None | SkillGroupId duplicate-key, SkillGroupId coerced-type
    "SkillGroupId":"7","SkillGroupId":null | Some(7) | SkillGroupId duplicate-key, SkillGroupId coerced-type
    "SkillGroupId":7.0,"SkillGroupId":-1 | Some(7) | SkillGroupId duplicate-key, SkillGroupId coerced-type
    "skillgroupid":7,"SkillGroupId":0 | None | SkillGroupId duplicate-key
    "skillgroupid":0 | None | SkillGroupId key-spelling
"##,
    );
    check::<CallRecord>(
        "{@}",
        |record| shown(&record.sip_code),
        |record| record.extra.clone(),
        r##"
    CallRecord sipCode, integer as number or text
    "sipCode":200 | Some(200)
    "sipCode":"200" | Some(200)
    "sipCode":200.0 | Some(200) | sipCode coerced-type
    "sipCode":"0200" | Some(200) | sipCode coerced-type
    "sipCode":-1 | None | sipCode unreadable-value | {"sipCode":-1}
    "sipCode":4294967296 | None | sipCode unreadable-value | {"sipCode":4294967296}
    "sipCode":"" | None
    "sipCode":[] | None | sipCode coerced-type
    "sipCode":true | None | sipCode unreadable-value | {"sipCode":true}
    "sipCode":"200","sipCode":"OK" | Some(200) | sipCode duplicate-key
    "sipCode":"200","sipCode":486.0 | Some(486) | sipCode duplicate-key, sipCode coerced-type
    "SIPCODE":"200","sipCode":"" | Some(200) | sipCode duplicate-key, sipCode key-spelling
"##,
    );
    check::<FileContent>(
        "{@}",
        |file| shown(&(file.file_size, file.download_flag, &file.file_name)),
        |file| file.extra.clone(),
        r##"
    FileContent FileSize, Download_Flag, FileName
    "FileSize":18446744073709551615,"Download_Flag":2 | (Some(18446744073709551615), Some(2), None)
    "FileSize":18446744073709551616 | (None, None, None) | FileSize unreadable-value | {"FileSize":18446744073709551616}
    "FileSize":1024.0,"Download_Flag":"2" | (Some(1024), Some(2), None) | FileSize coerced-type, Download_Flag coerced-type
    "FileSize":1.024e3,"FileSize":[],"Download_Flag":2,"Download_Flag":2.5 | (Some(1024), Some(2), None) | FileSize coerced-type, FileSize duplicate-key, Download_Flag duplicate-key
    "fileName":" a.txt ","FileName":null | (None, None, Some(" a.txt ")) | FileName key-spelling, FileName duplicate-key
"##,
    );
}

#[test]
fn rating() {
    check::<SessionEvent>(
        EVENT,
        |event| shown(&event.satisfaction_selected),
        |event| event.extra.clone(),
        r##"
    SessionEvent SatisfactionSelected, integer that is none if it is 0
    "SatisfactionSelected":5 | Some(5)
    "SatisfactionSelected":0 | None
    "SatisfactionSelected":"0" | None | SatisfactionSelected coerced-type
    "SatisfactionSelected":"+5" | Some(5) | SatisfactionSelected coerced-type
    "SatisfactionSelected":5.0 | Some(5) | SatisfactionSelected coerced-type
    "SatisfactionSelected":4.5 | None | SatisfactionSelected unreadable-value | {"SatisfactionSelected":4.5}
    "SatisfactionSelected":true | None | SatisfactionSelected unreadable-value | {"SatisfactionSelected":true}
    "SatisfactionSelected":5,"SatisfactionSelected":0 | None | SatisfactionSelected duplicate-key
    "SatisfactionSelected":5,"SatisfactionSelected":"" | Some(5) | SatisfactionSelected duplicate-key
    "SatisfactionSelected":5.0,"SatisfactionSelected":4.5 | Some(5) | SatisfactionSelected duplicate-key, SatisfactionSelected coerced-type
    "satisfactionselected":5,"SatisfactionSelected":{} | Some(5) | SatisfactionSelected duplicate-key, SatisfactionSelected key-spelling
"##,
    );
}

#[test]
fn float() {
    check::<LocationContent>(
        "{@}",
        |place| shown(&place.latitude),
        |place| place.extra.clone(),
        r##"
    LocationContent Latitude, float
    "Latitude":39.9 | Some(39.9)
    "Latitude":39 | Some(39.0)
    "Latitude":0 | Some(0.0)
    "Latitude":3.99e1 | Some(39.9)
    "Latitude":9007199254740992 | Some(9007199254740992.0)
    "Latitude":9007199254740993 | None | Latitude unreadable-value | {"Latitude":9007199254740993}
    "Latitude":-9007199254740993 | None | Latitude unreadable-value | {"Latitude":-9007199254740993}
    "Latitude":18446744073709551615 | None | Latitude unreadable-value | {"Latitude":18446744073709551615}
    "Latitude":30.120656774469951 | Some(30.12065677446995)
    "Latitude":30.1206567744699512 | None | Latitude unreadable-value, Latitude huge-number | {"Latitude":"30.1206567744699512"}
    "Latitude":"30.1206567744699512" | None | Latitude unreadable-value | {"Latitude":"30.1206567744699512"}
    "Latitude":"+30.120656774469951" | Some(30.12065677446995) | Latitude coerced-type
    "Latitude":"39.9" | Some(39.9) | Latitude coerced-type
    "Latitude":" 39.9 " | Some(39.9) | Latitude coerced-type
    "Latitude":"39.9N" | None | Latitude unreadable-value | {"Latitude":"39.9N"}
    "Latitude":"NaN" | None | Latitude unreadable-value | {"Latitude":"NaN"}
    "Latitude":1e400 | None | Latitude unreadable-value, Latitude huge-number | {"Latitude":"1e400"}
    "Latitude":true | None | Latitude unreadable-value | {"Latitude":true}
    "Latitude":{} | None | Latitude unreadable-value | {"Latitude":{}}
    "Latitude":[39.9] | None | Latitude unreadable-value | {"Latitude":[39.9]}
    "Latitude":"" | None | Latitude coerced-type
    "Latitude":39.9,"Latitude":0 | Some(0.0) | Latitude duplicate-key
    "Latitude":"39.9","Latitude":"" | Some(39.9) | Latitude duplicate-key, Latitude coerced-type
    "Latitude":39.9,"Latitude":1e400 | Some(39.9) | Latitude duplicate-key
    "latitude":"39.9","Latitude":true | Some(39.9) | Latitude duplicate-key, Latitude coerced-type, Latitude key-spelling
"##,
    );
}

#[test]
fn duration() {
    check::<PhoneCdr>(
        CDR,
        |cdr| seconds(cdr.duration),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr Duration, seconds
    "Duration":15 | 15 s
    "Duration":0 | 0 s
    "Duration":"0" | 0 s | Duration coerced-type
    "Duration":0.0 | 0 s | Duration coerced-type
    "Duration":15.0 | 15 s | Duration coerced-type
    "Duration":1.5e1 | 15 s | Duration coerced-type
    "Duration":12.5 | 12.5 s
    "Duration":1.25e1 | 12.5 s
    "Duration":1.23456789012 | 1.234 s | Duration coerced-type
    "Duration":"15" | 15 s | Duration coerced-type
    "Duration":"+15" | 15 s | Duration coerced-type
    "Duration":" +12.5 " | 12.5 s | Duration coerced-type
    "Duration":"15.0" | 15 s | Duration coerced-type
    "Duration":-15 | -15 s
    "Duration":"-1.5" | -1.5 s | Duration coerced-type
    "Duration":"15 s" | None | Duration unreadable-value | {"Duration":"15 s"}
    "Duration":"00:15" | None | Duration unreadable-value | {"Duration":"00:15"}
    "Duration":12345678901234567890123 | None | Duration unreadable-value, Duration huge-number | {"Duration":"12345678901234567890123"}
    "Duration":1e400 | None | Duration unreadable-value, Duration huge-number | {"Duration":"1e400"}
    "Duration":true | None | Duration unreadable-value | {"Duration":true}
    "Duration":{} | None | Duration unreadable-value | {"Duration":{}}
    "Duration":[15] | None | Duration unreadable-value | {"Duration":[15]}
    "Duration":[] | None | Duration coerced-type
    "Duration":"" | None | Duration coerced-type
    "Duration":null | None
    "Duration":"15␊" | 15 s | Duration coerced-type, Duration control-character
    "duration":"15" | 15 s | Duration coerced-type, Duration key-spelling
    "Duration":15,"Duration":0 | 0 s | Duration duplicate-key
    "Duration":15,"Duration":"0" | 0 s | Duration duplicate-key, Duration coerced-type
    "Duration":15,"Duration":0.0 | 0 s | Duration duplicate-key, Duration coerced-type
    "Duration":0,"Duration":15.0 | 15 s | Duration duplicate-key, Duration coerced-type
    "Duration":15.0,"Duration":"" | 15 s | Duration duplicate-key, Duration coerced-type
    "Duration":"+15","Duration":"soon" | 15 s | Duration duplicate-key, Duration coerced-type
    "Duration":15,"Duration":[15] | 15 s | Duration duplicate-key
    "Duration":true,"Duration":"soon" | None | Duration duplicate-key, Duration unreadable-value | {"Duration":"soon"}
    "Duration":15,"duration":0 | 15 s | Duration duplicate-key
    "duration":15.0,"Duration":null | 15 s | Duration duplicate-key, Duration coerced-type, Duration key-spelling
    "Duration":1e-400 | None | Duration unreadable-value, Duration huge-number | {"Duration":"1e-400"}
"##,
    );
    check::<CallRecord>(
        "{@}",
        |record| seconds(record.total_duration),
        |record| record.extra.clone(),
        r##"
    CallRecord totalDuration, seconds as number or text
    "totalDuration":15 | 15 s
    "totalDuration":"15" | 15 s
    "totalDuration":"12.5" | 12.5 s
    "totalDuration":"+15" | 15 s | totalDuration coerced-type
    "totalDuration":"007" | 7 s | totalDuration coerced-type
    "totalDuration":"15.0" | 15 s | totalDuration coerced-type
    "totalDuration":"0" | 0 s
    "totalDuration":15.0 | 15 s | totalDuration coerced-type
    "totalDuration":"" | None
    "totalDuration":"15","totalDuration":"0" | 0 s | totalDuration duplicate-key
    "totalDuration":"15","totalDuration":"" | 15 s | totalDuration duplicate-key
    "totalDuration":15.0,"totalDuration":{} | 15 s | totalDuration duplicate-key, totalDuration coerced-type
    "totalDuration":" 15 " | 15 s | totalDuration surrounding-blanks
"##,
    );
}

// ---- instants ----

#[test]
fn instant_in_seconds() {
    check::<PhoneCdr>(
        CDR,
        |cdr| shown(&cdr.start_timestamp),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr StartTimestamp, Unix seconds
    "StartTimestamp":1608130636 | Some(2020-12-16T14:57:16Z)
    "StartTimestamp":"1608130636" | Some(2020-12-16T14:57:16Z) | StartTimestamp coerced-type
    "StartTimestamp":" +1608130636 " | Some(2020-12-16T14:57:16Z) | StartTimestamp coerced-type
    "StartTimestamp":1608130636.5 | Some(2020-12-16T14:57:16.500Z) | StartTimestamp instant-form
    "StartTimestamp":1608130636500 | Some(2020-12-16T14:57:16.500Z) | StartTimestamp instant-form
    "StartTimestamp":1608130636500000 | Some(2020-12-16T14:57:16.500Z) | StartTimestamp instant-form
    "StartTimestamp":1608130636500000000 | Some(2020-12-16T14:57:16.500Z) | StartTimestamp instant-form
    "StartTimestamp":"+1608130636500" | Some(2020-12-16T14:57:16.500Z) | StartTimestamp instant-form
    "StartTimestamp":20201216225716 | Some(2020-12-16T14:57:16Z) | StartTimestamp instant-form
    "StartTimestamp":" 20201216225716 " | Some(2020-12-16T14:57:16Z) | StartTimestamp instant-form
    "StartTimestamp":" 2020-12-16 22:57:16 " | Some(2020-12-16T14:57:16Z) | StartTimestamp instant-form
    "StartTimestamp":"2020-12-16T22:57:16+08:00" | Some(2020-12-16T14:57:16Z) | StartTimestamp instant-form
    "StartTimestamp":0 | None
    "StartTimestamp":0.0 | None | StartTimestamp coerced-type
    "StartTimestamp":-0 | None | StartTimestamp coerced-type
    "StartTimestamp":"0" | None | StartTimestamp coerced-type
    "StartTimestamp":"1970-01-01 08:00:00" | None | StartTimestamp instant-form
    "StartTimestamp":" 0000-00-00 00:00:00 " | None | StartTimestamp instant-form
    "StartTimestamp":"" | None | StartTimestamp coerced-type
    "StartTimestamp":[] | None | StartTimestamp coerced-type
    "StartTimestamp":null | None
    "StartTimestamp":1 | None | StartTimestamp unreadable-value | {"StartTimestamp":1}
    "StartTimestamp":-1608130636 | None | StartTimestamp unreadable-value | {"StartTimestamp":-1608130636}
    "StartTimestamp":20201216 | None | StartTimestamp unreadable-value | {"StartTimestamp":20201216}
    "StartTimestamp":202012162257 | None | StartTimestamp unreadable-value | {"StartTimestamp":202012162257}
    "StartTimestamp":20201316225716 | None | StartTimestamp unreadable-value | {"StartTimestamp":20201316225716}
    "StartTimestamp":160813063650 | None | StartTimestamp unreadable-value | {"StartTimestamp":160813063650}
    "StartTimestamp":16081306365000000000 | None | StartTimestamp unreadable-value | {"StartTimestamp":16081306365000000000}
    "StartTimestamp":12345678901234567890123 | None | StartTimestamp unreadable-value, StartTimestamp huge-number | {"StartTimestamp":"12345678901234567890123"}
    "StartTimestamp":"1999-12-31 23:59:59" | None | StartTimestamp unreadable-value | {"StartTimestamp":"1999-12-31 23:59:59"}
    "StartTimestamp":"2000-01-01 07:59:59" | None | StartTimestamp unreadable-value | {"StartTimestamp":"2000-01-01 07:59:59"}
    "StartTimestamp":true | None | StartTimestamp unreadable-value | {"StartTimestamp":true}
    "StartTimestamp":{} | None | StartTimestamp unreadable-value | {"StartTimestamp":{}}
    "StartTimestamp":"1608130636␊" | Some(2020-12-16T14:57:16Z) | StartTimestamp coerced-type, StartTimestamp control-character
    "starttimestamp":1608130636500 | Some(2020-12-16T14:57:16.500Z) | StartTimestamp instant-form, StartTimestamp key-spelling
    "StartTimestamp":1608130636,"StartTimestamp":0 | None | StartTimestamp duplicate-key
    "StartTimestamp":1608130636,"StartTimestamp":"0" | None | StartTimestamp duplicate-key, StartTimestamp coerced-type
    "StartTimestamp":1608130636,"StartTimestamp":"1970-01-01 08:00:00" | None | StartTimestamp duplicate-key, StartTimestamp instant-form
    "StartTimestamp":1608130636,"StartTimestamp":"0000-00-00 00:00:00" | None | StartTimestamp duplicate-key, StartTimestamp instant-form
    "StartTimestamp":0,"StartTimestamp":1608130636 | Some(2020-12-16T14:57:16Z) | StartTimestamp duplicate-key
    "StartTimestamp":"0001-01-01T00:00:00Z","StartTimestamp":"1608130636" | Some(2020-12-16T14:57:16Z) | StartTimestamp duplicate-key, StartTimestamp coerced-type
    "StartTimestamp":1608130636,"StartTimestamp":"" | Some(2020-12-16T14:57:16Z) | StartTimestamp duplicate-key
    "StartTimestamp":1608130636,"StartTimestamp":"  " | Some(2020-12-16T14:57:16Z) | StartTimestamp duplicate-key
    "StartTimestamp":1608130636,"StartTimestamp":1 | Some(2020-12-16T14:57:16Z) | StartTimestamp duplicate-key
    "StartTimestamp":1608130636,"StartTimestamp":"9999-12-31 23:59:59" | Some(2020-12-16T14:57:16Z) | StartTimestamp duplicate-key
    "StartTimestamp":1608130636500,"StartTimestamp":20201216 | Some(2020-12-16T14:57:16.500Z) | StartTimestamp duplicate-key, StartTimestamp instant-form
    "StartTimestamp":1,"StartTimestamp":0 | None | StartTimestamp duplicate-key
    "StartTimestamp":0,"StartTimestamp":1 | None | StartTimestamp duplicate-key
    "StartTimestamp":1,"StartTimestamp":true | None | StartTimestamp duplicate-key, StartTimestamp unreadable-value | {"StartTimestamp":true}
    "StartTimestamp":1,"StartTimestamp":null | None | StartTimestamp duplicate-key, StartTimestamp unreadable-value | {"StartTimestamp":1}
    "starttimestamp":1608130636,"StartTimestamp":0 | None | StartTimestamp duplicate-key
    "starttimestamp":1608130636,"StartTimestamp":1 | Some(2020-12-16T14:57:16Z) | StartTimestamp duplicate-key, StartTimestamp key-spelling
    "starttimestamp":0,"StartTimestamp":"" | None | StartTimestamp duplicate-key, StartTimestamp key-spelling
    "StartTimestamp":20201216225716.0 | Some(2020-12-16T14:57:16Z) | StartTimestamp instant-form
    "StartTimestamp":1.608130636e12 | Some(2020-12-16T14:57:16Z) | StartTimestamp instant-form
    "StartTimestamp":"2020-12-16 22:57:16␊" | Some(2020-12-16T14:57:16Z) | StartTimestamp instant-form, StartTimestamp control-character
    "StartTimestamp":20250615150640.5 | None | StartTimestamp unreadable-value | {"StartTimestamp":20250615150640.5}
    "StartTimestamp":"1970-01-01 08:00:00.000" | None | StartTimestamp instant-form
    "StartTimestamp":0e400 | None | StartTimestamp coerced-type
    "StartTimestamp":"00000000000000" | None | StartTimestamp coerced-type
    "StartTimestamp":19700101080000 | None | StartTimestamp unreadable-value | {"StartTimestamp":19700101080000}
    "StartTimestamp":946684800 | Some(2000-01-01T00:00:00Z)
    "StartTimestamp":4102444799 | Some(2099-12-31T23:59:59Z)
    "StartTimestamp":1.608130636e9 | Some(2020-12-16T14:57:16Z) | StartTimestamp coerced-type
    "StartTimestamp":"1608130636.123456789" | Some(2020-12-16T14:57:16.123456789Z) | StartTimestamp instant-form
    "StartTimestamp":"2020-12-16T22:57:16" | Some(2020-12-16T14:57:16Z) | StartTimestamp instant-form
    "StartTimestamp":"2020-12-16t14:57:16.000000001z" | Some(2020-12-16T14:57:16.000000001Z) | StartTimestamp instant-form
    "StartTimestamp":[1608130636] | None | StartTimestamp unreadable-value | {"StartTimestamp":[1608130636]}
    "StartTimestamp":1608130636,"StartTimestamp":"1970-01-01 08:00:00␊" | None | StartTimestamp duplicate-key, StartTimestamp instant-form, StartTimestamp control-character
    "StartTimestamp":1e-400 | None | StartTimestamp unreadable-value, StartTimestamp huge-number | {"StartTimestamp":"1e-400"}
"##,
    );
    check::<CallPush>(
        "{@}",
        |call| shown(&call.status_time),
        |call| call.extra.clone(),
        r##"
    CallPush statusTime, Unix seconds as text
    "statusTime":"1620455977" | Some(2021-05-08T06:39:37Z)
    "statusTime":1620455977 | Some(2021-05-08T06:39:37Z) | statusTime coerced-type
    "statusTime":"1620455977000" | Some(2021-05-08T06:39:37Z) | statusTime instant-form
    "statusTime":"20210508143937" | Some(2021-05-08T06:39:37Z) | statusTime instant-form
    "statusTime":"2021-05-08 14:39:37" | Some(2021-05-08T06:39:37Z) | statusTime instant-form
    "statusTime":"0" | None
    "statusTime":0 | None | statusTime coerced-type
    "statusTime":"1970-01-01 08:00:00" | None | statusTime instant-form
    "statusTime":"1" | None | statusTime unreadable-value | {"statusTime":"1"}
    "statusTime":true | None | statusTime unreadable-value | {"statusTime":true}
    "statusTime":"1620455977","statusTime":"0" | None | statusTime duplicate-key
    "statusTime":"1620455977","statusTime":"" | Some(2021-05-08T06:39:37Z) | statusTime duplicate-key
    "statusTime":1620455977,"statusTime":"1" | Some(2021-05-08T06:39:37Z) | statusTime duplicate-key, statusTime coerced-type
    "statusTime":"1620455977","statusTime":"0000-00-00 00:00:00" | None | statusTime duplicate-key, statusTime instant-form
    "STATUSTIME":"2021-05-08 14:39:37","statusTime":"soon" | Some(2021-05-08T06:39:37Z) | statusTime duplicate-key, statusTime instant-form, statusTime key-spelling
    "statusTime":" 1620455977 " | Some(2021-05-08T06:39:37Z) | statusTime surrounding-blanks
    "statusTime":"+1620455977" | Some(2021-05-08T06:39:37Z) | statusTime coerced-type
"##,
    );
}

#[test]
fn instant_in_milliseconds() {
    check::<SessionEvent>(
        EVENT,
        |event| shown(&event.event_time),
        |event| event.extra.clone(),
        r##"
    SessionEvent EventTime, Unix milliseconds
    "EventTime":1725540020017 | Some(2024-09-05T12:40:20.017Z)
    "EventTime":1725540020017.3 | Some(2024-09-05T12:40:20.017300Z) | EventTime instant-form
    "EventTime":1.7255400200173e12 | Some(2024-09-05T12:40:20.017300Z) | EventTime instant-form
    "EventTime":1725540020.99999999999 | Some(2024-09-05T12:40:21Z) | EventTime instant-form
    "EventTime":"1725540020017" | Some(2024-09-05T12:40:20.017Z) | EventTime coerced-type
    "EventTime":"+1725540020017" | Some(2024-09-05T12:40:20.017Z) | EventTime coerced-type
    "EventTime":1725540020 | Some(2024-09-05T12:40:20Z) | EventTime instant-form
    "EventTime":1725540020017000 | Some(2024-09-05T12:40:20.017Z) | EventTime instant-form
    "EventTime":1725540020017000000 | Some(2024-09-05T12:40:20.017Z) | EventTime instant-form
    "EventTime":20240905204020 | Some(2024-09-05T12:40:20Z) | EventTime instant-form
    "EventTime":"2024-09-05T12:40:20.017Z" | Some(2024-09-05T12:40:20.017Z) | EventTime instant-form
    "EventTime":0 | None
    "EventTime":"1970-01-01T00:00:00Z" | None | EventTime instant-form
    "EventTime":253402300799 | None | EventTime unreadable-value | {"EventTime":253402300799}
    "EventTime":1000 | None | EventTime unreadable-value | {"EventTime":1000}
    "EventTime":true | None | EventTime unreadable-value | {"EventTime":true}
    "EventTime":1725540020017,"EventTime":0 | None | EventTime duplicate-key
    "EventTime":1725540020017,"EventTime":1000 | Some(2024-09-05T12:40:20.017Z) | EventTime duplicate-key
    "EventTime":1725540020,"EventTime":"" | Some(2024-09-05T12:40:20Z) | EventTime duplicate-key, EventTime instant-form
    "EventTime":1725540020017,"EventTime":"1970-01-01T08:00:00+08:00" | None | EventTime duplicate-key, EventTime instant-form
    "eventtime":20240905204020,"EventTime":{} | Some(2024-09-05T12:40:20Z) | EventTime duplicate-key, EventTime instant-form, EventTime key-spelling
"##,
    );
    check::<AssignAgent>(
        r#"{"SessionId":"2baf",@}"#,
        |request| shown(&request.event_time),
        |request| request.extra.clone(),
        r##"
    AssignAgent EventTime, Unix milliseconds as number or text
    "EventTime":1725540020017 | Some(2024-09-05T12:40:20.017Z)
    "EventTime":"1725540020017" | Some(2024-09-05T12:40:20.017Z)
    "EventTime":"01725540020017" | Some(2024-09-05T12:40:20.017Z) | EventTime instant-form
    "EventTime":"1725540020017.0" | Some(2024-09-05T12:40:20.017Z) | EventTime instant-form
    "EventTime":"" | None
    "EventTime":"1725540020" | Some(2024-09-05T12:40:20Z) | EventTime instant-form
    "EventTime":"1725540020017","EventTime":"1" | Some(2024-09-05T12:40:20.017Z) | EventTime duplicate-key
    "EventTime":"1725540020017","EventTime":"0" | None | EventTime duplicate-key
"##,
    );
}

#[test]
fn instant_in_china_time() {
    check::<CallRecord>(
        "{@}",
        |record| shown(&record.start_time),
        |record| record.extra.clone(),
        r##"
    CallRecord startTime, China time
    "startTime":"2021-05-08 14:39:37" | Some(2021-05-08T06:39:37Z)
    "startTime":"2021-05-08T14:39:37" | Some(2021-05-08T06:39:37Z) | startTime instant-form
    "startTime":"2021-05-08 14:39:37.250" | Some(2021-05-08T06:39:37.250Z) | startTime instant-form
    "startTime":"2021-05-08T06:39:37Z" | Some(2021-05-08T06:39:37Z) | startTime instant-form
    "startTime":1620455977 | Some(2021-05-08T06:39:37Z) | startTime instant-form
    "startTime":"1620455977" | Some(2021-05-08T06:39:37Z) | startTime instant-form
    "startTime":"+1620455977000" | Some(2021-05-08T06:39:37Z) | startTime instant-form
    "startTime":20210508143937 | Some(2021-05-08T06:39:37Z) | startTime instant-form
    "startTime":"" | None
    "startTime":"0" | None
    "startTime":0 | None | startTime coerced-type
    "startTime":"1970-01-01 08:00:00" | None | startTime instant-form
    "startTime":"1970-01-01 00:00:00" | None | startTime instant-form
    "startTime":"0000-00-00" | None | startTime instant-form
    "startTime":"0001-01-01 00:00:00" | None | startTime instant-form
    "startTime":"1970-01-01 08:00:01" | None | startTime unreadable-value | {"startTime":"1970-01-01 08:00:01"}
    "startTime":"2100-01-01 08:00:00" | None | startTime unreadable-value | {"startTime":"2100-01-01 08:00:00"}
    "startTime":"2100-01-01 07:59:59" | Some(2099-12-31T23:59:59Z)
    "startTime":"2021-02-30 14:39:37" | None | startTime unreadable-value | {"startTime":"2021-02-30 14:39:37"}
    "startTime":"2021-05-08" | None | startTime unreadable-value | {"startTime":"2021-05-08"}
    "startTime":true | None | startTime unreadable-value | {"startTime":true}
    "startTime":{} | None | startTime unreadable-value | {"startTime":{}}
    "startTime":[] | None | startTime coerced-type
    "startTime":"2021-05-08 14:39:37","startTime":"" | Some(2021-05-08T06:39:37Z) | startTime duplicate-key
    "startTime":"2021-05-08 14:39:37","startTime":"1970-01-01 08:00:00" | None | startTime duplicate-key, startTime instant-form
    "startTime":"2021-05-08 14:39:37","startTime":0 | None | startTime duplicate-key, startTime coerced-type
    "startTime":"2021-05-08 14:39:37","startTime":"2021-05-08" | Some(2021-05-08T06:39:37Z) | startTime duplicate-key
    "startTime":"0000-00-00 00:00:00","startTime":"2021-05-08 14:39:37" | Some(2021-05-08T06:39:37Z) | startTime duplicate-key
    "STARTTIME":20210508143937,"startTime":"soon" | Some(2021-05-08T06:39:37Z) | startTime duplicate-key, startTime instant-form, startTime key-spelling
    "startTime":" 2021-05-08 14:39:37 " | Some(2021-05-08T06:39:37Z) | startTime surrounding-blanks
"##,
    );
    check::<LoginPush>(
        "{@}",
        |login| shown(&login.status_time),
        |login| login.extra.clone(),
        r##"
    LoginPush statusTime, China time
    "statusTime":"2021-07-22 18:06:48" | Some(2021-07-22T10:06:48Z)
    "statusTime":"1626948408" | Some(2021-07-22T10:06:48Z) | statusTime instant-form
    "statusTime":"2021-07-22 18:06:48","statusTime":"1626948409" | Some(2021-07-22T10:06:49Z) | statusTime duplicate-key, statusTime instant-form
"##,
    );
}

// ---- flags ----

#[test]
fn flag() {
    check::<SessionEvent>(
        EVENT,
        |event| shown(&event.is_contact_user),
        |event| event.extra.clone(),
        r##"
    SessionEvent IsContactUser, flag
    "IsContactUser":true | Some(true)
    "IsContactUser":false | Some(false)
    "IsContactUser":"true" | Some(true) | IsContactUser coerced-type
    "IsContactUser":" FALSE " | Some(false) | IsContactUser coerced-type
    "IsContactUser":1 | Some(true) | IsContactUser coerced-type
    "IsContactUser":0 | Some(false) | IsContactUser coerced-type
    "IsContactUser":"0" | Some(false) | IsContactUser coerced-type
    "IsContactUser":1.0 | Some(true) | IsContactUser coerced-type
    "IsContactUser":2 | None | IsContactUser unreadable-value | {"IsContactUser":2}
    "IsContactUser":"yes" | None | IsContactUser unreadable-value | {"IsContactUser":"yes"}
    "IsContactUser":{} | None | IsContactUser unreadable-value | {"IsContactUser":{}}
    "IsContactUser":[true] | None | IsContactUser unreadable-value | {"IsContactUser":[true]}
    "IsContactUser":[] | None | IsContactUser coerced-type
    "IsContactUser":"" | None | IsContactUser coerced-type
    "IsContactUser":null | None
    "IsContactUser":true,"IsContactUser":false | Some(false) | IsContactUser duplicate-key
    "IsContactUser":true,"IsContactUser":null | Some(true) | IsContactUser duplicate-key
    "IsContactUser":true,"IsContactUser":2 | Some(true) | IsContactUser duplicate-key
    "IsContactUser":true,"IsContactUser":0 | Some(false) | IsContactUser duplicate-key, IsContactUser coerced-type
    "IsContactUser":"true","IsContactUser":"yes" | Some(true) | IsContactUser duplicate-key, IsContactUser coerced-type
    "iscontactuser":false,"IsContactUser":"yes" | Some(false) | IsContactUser duplicate-key, IsContactUser key-spelling
"##,
    );
    check::<StreamContent>(
        r#"{"Chunks":[{"Index":1,@}]}"#,
        |content| shown(&content.chunks[0].is_last),
        |content| content.chunks[0].extra.clone(),
        r##"
    StreamContent Chunks IsLast, flag of an item
    "IsLast":true | Some(true)
    "IsLast":"TRUE" | Some(true) | Chunks[0].IsLast coerced-type
    "IsLast":"last" | None | Chunks[0].IsLast unreadable-value | {"IsLast":"last"}
    "IsLast":true,"IsLast":"" | Some(true) | Chunks[0].IsLast duplicate-key
    "islast":1,"IsLast":{} | Some(true) | Chunks[0].IsLast duplicate-key, Chunks[0].IsLast coerced-type, Chunks[0].IsLast key-spelling
"##,
    );
}

// ---- lists ----

#[test]
fn list_of_texts() {
    check::<PhoneCdr>(
        CDR,
        |cdr| shown(&cdr.ivr_key_pressed),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr IVRKeyPressed, list of texts
    "IVRKeyPressed":["1","*"] | ["1", "*"]
    "IVRKeyPressed":[" 1 "] | [" 1 "]
    "IVRKeyPressed":[] | []
    "IVRKeyPressed":null | []
    "IVRKeyPressed":"" | [] | IVRKeyPressed coerced-type
    "IVRKeyPressed":{} | [] | IVRKeyPressed coerced-type
    "IVRKeyPressed":[""] | [] | IVRKeyPressed[0] empty-item
    "IVRKeyPressed":["1",null,[],"2"] | ["1", "2"] | IVRKeyPressed[1] empty-item, IVRKeyPressed[2] empty-item
    "IVRKeyPressed":"1" | ["1"] | IVRKeyPressed coerced-type
    "IVRKeyPressed":"  " | ["  "] | IVRKeyPressed coerced-type
    "IVRKeyPressed":1 | ["1"] | IVRKeyPressed coerced-type
    "IVRKeyPressed":1.0 | ["1.0"] | IVRKeyPressed coerced-type
    "IVRKeyPressed":[0,1.0,1e2] | ["0", "1.0", "1e2"] | IVRKeyPressed[0] coerced-type, IVRKeyPressed[1] coerced-type, IVRKeyPressed[2] coerced-type
    "IVRKeyPressed":[1e400] | ["1e400"] | IVRKeyPressed[0] huge-number
    "IVRKeyPressed":["1␊"] | ["1\n"] | IVRKeyPressed[0] control-character
    "IVRKeyPressed":true | [] | IVRKeyPressed unreadable-value | {"IVRKeyPressed":true}
    "IVRKeyPressed":["1",true] | ["1"] | IVRKeyPressed[1] unreadable-value | {"IVRKeyPressed":[true]}
    "IVRKeyPressed":["1",{}] | ["1"] | IVRKeyPressed[1] unreadable-value | {"IVRKeyPressed":[{}]}
    "IVRKeyPressed":["1",["2"]] | ["1"] | IVRKeyPressed[1] unreadable-value | {"IVRKeyPressed":[["2"]]}
    "IVRKeyPressed":{"0":"1"} | [] | IVRKeyPressed unreadable-value | {"IVRKeyPressed":{"0":"1"}}
    "IVRKeyPressed":{"a":"1"} | [] | IVRKeyPressed unreadable-value | {"IVRKeyPressed":{"a":"1"}}
    "IVRKeyPressed":"[\"1\",\"2\"]" | ["1", "2"] | IVRKeyPressed coerced-type
    "IVRKeyPressed":" [\"1\"]\n" | ["1"] | IVRKeyPressed coerced-type
    "IVRKeyPressed":"[]" | [] | IVRKeyPressed coerced-type
    "IVRKeyPressed":"[\"1\",2]" | ["1", "2"] | IVRKeyPressed coerced-type, IVRKeyPressed[1] coerced-type
    "IVRKeyPressed":"[\"1\",\"\"]" | ["1"] | IVRKeyPressed coerced-type, IVRKeyPressed[1] empty-item
    "IVRKeyPressed":"[\"1\"] x" | ["[\"1\"] x"] | IVRKeyPressed coerced-type
    "IVRKeyPressed":"[1,2" | ["[1,2"] | IVRKeyPressed coerced-type
    "IVRKeyPressed":"{\"0\":\"1\"}" | ["{\"0\":\"1\"}"] | IVRKeyPressed coerced-type
    "IVRKeyPressed":"[[\"1\"]]" | ["[[\"1\"]]"] | IVRKeyPressed coerced-type
    "IVRKeyPressed":["[\"1\"]"] | ["[\"1\"]"]
    "ivrkeypressed":"[\"1\"]" | ["1"] | IVRKeyPressed coerced-type, IVRKeyPressed key-spelling
    "IVRKeyPressed":["1"],"IVRKeyPressed":["2"] | ["2"] | IVRKeyPressed duplicate-key
    "IVRKeyPressed":["1"],"IVRKeyPressed":[] | ["1"] | IVRKeyPressed duplicate-key
    "IVRKeyPressed":["1"],"IVRKeyPressed":[""] | ["1"] | IVRKeyPressed duplicate-key
    "IVRKeyPressed":["1"],"IVRKeyPressed":null | ["1"] | IVRKeyPressed duplicate-key
    "IVRKeyPressed":["1"],"IVRKeyPressed":"" | ["1"] | IVRKeyPressed duplicate-key
    "IVRKeyPressed":["1"],"IVRKeyPressed":{} | ["1"] | IVRKeyPressed duplicate-key
    "IVRKeyPressed":["1"],"IVRKeyPressed":true | ["1"] | IVRKeyPressed duplicate-key
    "IVRKeyPressed":["1"],"IVRKeyPressed":{"0":"2"} | ["1"] | IVRKeyPressed duplicate-key
    "IVRKeyPressed":["1"],"IVRKeyPressed":2 | ["2"] | IVRKeyPressed duplicate-key, IVRKeyPressed coerced-type
    "IVRKeyPressed":["1"],"IVRKeyPressed":"[\"2\"]" | ["2"] | IVRKeyPressed duplicate-key, IVRKeyPressed coerced-type
    "IVRKeyPressed":"[\"1\"]","IVRKeyPressed":"" | ["1"] | IVRKeyPressed duplicate-key, IVRKeyPressed coerced-type
    "IVRKeyPressed":"[\"1\"]","IVRKeyPressed":false | ["1"] | IVRKeyPressed duplicate-key, IVRKeyPressed coerced-type
    "IVRKeyPressed":["1"],"IVRKeyPressed":[true,"2"] | ["2"] | IVRKeyPressed duplicate-key, IVRKeyPressed[0] unreadable-value | {"IVRKeyPressed":[true]}
    "IVRKeyPressed":["1"],"IVRKeyPressed":[true] | ["1"] | IVRKeyPressed duplicate-key
    "IVRKeyPressed":[true],"IVRKeyPressed":["1"] | ["1"] | IVRKeyPressed duplicate-key
    "IVRKeyPressed":true,"IVRKeyPressed":{"0":"1"} | [] | IVRKeyPressed duplicate-key, IVRKeyPressed unreadable-value | {"IVRKeyPressed":{"0":"1"}}
    "ivrkeypressed":["1"],"IVRKeyPressed":["2"] | ["2"] | IVRKeyPressed duplicate-key
    "ivrkeypressed":["1"],"IVRKeyPressed":[] | ["1"] | IVRKeyPressed duplicate-key, IVRKeyPressed key-spelling
    "ivrkeypressed":"[\"1\"]","IVRKeyPressed":{} | ["1"] | IVRKeyPressed duplicate-key, IVRKeyPressed coerced-type, IVRKeyPressed key-spelling
    "IVRKeyPressed":["1"],"IVRKeyPressed":"[]" | ["1"] | IVRKeyPressed duplicate-key
    "IVRKeyPressed":["1"],"IVRKeyPressed":"[2" | ["[2"] | IVRKeyPressed duplicate-key, IVRKeyPressed coerced-type
    "IVRKeyPressed":"[1.0]" | ["1.0"] | IVRKeyPressed coerced-type, IVRKeyPressed[0] coerced-type
    "IVRKeyPressed":"[1e400]" | ["1e400"] | IVRKeyPressed coerced-type, IVRKeyPressed[0] huge-number
    "IVRKeyPressed":["1",true],"VoicemailRecordURL":["a",false] | ["1"] | IVRKeyPressed[1] unreadable-value, VoicemailRecordURL[1] unreadable-value | {"IVRKeyPressed":[true],"VoicemailRecordURL":[false]}
    "IVRKeyPressed":"1␊" | ["1\n"] | IVRKeyPressed coerced-type, IVRKeyPressed control-character
    "IVRKeyPressed":["1"],"IVRKeyPressed":["2"],"IVRKeyPressed":"" | ["2"] | IVRKeyPressed duplicate-key, IVRKeyPressed duplicate-key
    "IVRKeyPressed":{"a":1},"IVRKeyPressed":{} | [] | IVRKeyPressed duplicate-key, IVRKeyPressed unreadable-value | {"IVRKeyPressed":{"a":1}}
    "IVRKeyPressed":"[␊\"1\"]" | ["1"] | IVRKeyPressed coerced-type, IVRKeyPressed control-character
    "IVRKeyPressed":"[\"1␊\"]" | ["1\n"] | IVRKeyPressed coerced-type, IVRKeyPressed control-character, IVRKeyPressed[0] control-character
    "IVRKeyPressed":"[true]" | ["[true]"] | IVRKeyPressed coerced-type
    "IVRKeyPressed":1e400 | ["1e400"] | IVRKeyPressed coerced-type, IVRKeyPressed huge-number
"##,
    );
    check::<CallRecord>(
        "{@}",
        |record| shown(&record.group_id_list),
        |record| record.extra.clone(),
        r##"
    CallRecord groupIdList, list of Ids
    "groupIdList":["7"] | ["7"]
    "groupIdList":[" 7 "] | ["7"] | groupIdList[0] surrounding-blanks
    "groupIdList":["  ","7"] | ["7"] | groupIdList[0] empty-item
    "groupIdList":[7.0,"8"] | ["7", "8"] | groupIdList[0] coerced-type
    "groupIdList":[0.5] | [] | groupIdList[0] unreadable-value | {"groupIdList":[0.5]}
    "groupIdList":7.0 | ["7"] | groupIdList coerced-type
    "groupIdList":"[7.0,\" 8 \"]" | ["7", "8"] | groupIdList coerced-type, groupIdList[0] coerced-type, groupIdList[1] surrounding-blanks
    "groupIdList":["7"],"groupIdList":[" 8 "] | ["8"] | groupIdList duplicate-key, groupIdList[0] surrounding-blanks
    "groupIdList":[7.0],"groupIdList":"" | ["7"] | groupIdList duplicate-key, groupIdList[0] coerced-type
    "groupIdList":["7"],"groupIdList":0.5 | ["7"] | groupIdList duplicate-key
    "groupIdList":["7"],"groupIdList":"  " | ["7"] | groupIdList duplicate-key
    "groupIdList":"[\"  \"]" | [] | groupIdList coerced-type, groupIdList[0] empty-item
    "groupIdList":" 7 " | ["7"] | groupIdList coerced-type, groupIdList surrounding-blanks
"##,
    );
    check::<CallRecord>(
        "{@}",
        |record| shown(&record.satisfy_keys),
        |record| record.extra.clone(),
        r##"
    CallRecord satisfyKeys, list of texts or one text
    "satisfyKeys":"1" | ["1"]
    "satisfyKeys":["1","2"] | ["1", "2"]
    "satisfyKeys":"" | []
    "satisfyKeys":{} | [] | satisfyKeys coerced-type
    "satisfyKeys":"[\"1\",\"2\"]" | ["1", "2"] | satisfyKeys coerced-type
    "satisfyKeys":1 | ["1"] | satisfyKeys coerced-type
    "satisfyKeys":["1"],"satisfyKeys":"" | ["1"] | satisfyKeys duplicate-key
    "satisfyKeys":["1"],"satisfyKeys":"2" | ["2"] | satisfyKeys duplicate-key
"##,
    );
    check::<CallRecord>(
        "{@}",
        |record| written(&record.bill_calls),
        |record| record.extra.clone(),
        r##"
    CallRecord billCalls, list of texts in parts
    "billCalls":["a|b"] | ["a|b"]
    "billCalls":"a|b" | ["a|b"] | billCalls coerced-type
    "billCalls":[] | []
    "billCalls":{} | [] | billCalls coerced-type
    "billCalls":"[\"a|b\",\"c\"]" | ["a|b","c"] | billCalls coerced-type
    "billCalls":[true,"a"] | ["a"] | billCalls[0] unreadable-value | {"billCalls":[true]}
    "billCalls":["","a"] | ["a"] | billCalls[0] empty-item
    "billCalls":["a␊|b"] | ["a\n|b"] | billCalls[0] control-character
    "billCalls":["a"],"billCalls":{} | ["a"] | billCalls duplicate-key
    "billCalls":["a"],"billCalls":"[\"b\"]" | ["b"] | billCalls duplicate-key, billCalls coerced-type
"##,
    );
}

#[test]
fn list_of_objects() {
    check::<PhoneCdr>(
        CDR,
        |cdr| written(&cdr.serve_participants),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr ServeParticipants, list of objects
    "ServeParticipants":[{"Mail":"a"},{"Mail":"b"}] | [{"Mail":"a"},{"Mail":"b"}]
    "ServeParticipants":[] | []
    "ServeParticipants":null | []
    "ServeParticipants":"" | [] | ServeParticipants coerced-type
    "ServeParticipants":{} | [] | ServeParticipants coerced-type
    "ServeParticipants":[null,"",[],{}] | [] | ServeParticipants[0] empty-item, ServeParticipants[1] empty-item, ServeParticipants[2] empty-item, ServeParticipants[3] empty-item
    "ServeParticipants":[{"Mail":null,"Phone":""},{"Mail":"b"}] | [{"Mail":"b"}] | ServeParticipants[0] empty-item
    "ServeParticipants":[{"AcceptTimestamp":0}] | [] | ServeParticipants[0] empty-item
    "ServeParticipants":[{"SkillGroupId":0}] | [] | ServeParticipants[0] empty-item
    "ServeParticipants":[{"Sequence":0}] | [{"Sequence":0}]
    "ServeParticipants":[{"AcceptTimestamp":"1970-01-01 08:00:00"}] | [] | ServeParticipants[0] empty-item, ServeParticipants[0].AcceptTimestamp instant-form
    "ServeParticipants":[{"Mail":"  "}] | [] | ServeParticipants[0] empty-item, ServeParticipants[0].Mail surrounding-blanks
    "ServeParticipants":[{"Mail":[]}] | [] | ServeParticipants[0] empty-item, ServeParticipants[0].Mail coerced-type
    "ServeParticipants":[{"mail":""}] | [] | ServeParticipants[0] empty-item, ServeParticipants[0].Mail key-spelling
    "ServeParticipants":[{"Mail":"","Mail":null}] | [] | ServeParticipants[0] empty-item, ServeParticipants[0].Mail duplicate-key
    "ServeParticipants":[{"Mail":true}] | [{"Mail":true}] | ServeParticipants[0].Mail unreadable-value
    "ServeParticipants":[{"x":""}] | [{"x":""}] | ServeParticipants[0].x unknown-key
    "ServeParticipants":{"Mail":"a"} | [{"Mail":"a"}] | ServeParticipants coerced-type
    "ServeParticipants":{"Mail":" a "} | [{"Mail":"a"}] | ServeParticipants coerced-type, ServeParticipants.Mail surrounding-blanks
    "ServeParticipants":"a" | [] | ServeParticipants unreadable-value | {"ServeParticipants":"a"}
    "ServeParticipants":7 | [] | ServeParticipants unreadable-value | {"ServeParticipants":7}
    "ServeParticipants":true | [] | ServeParticipants unreadable-value | {"ServeParticipants":true}
    "ServeParticipants":[{"Mail":"a"},7,"b"] | [{"Mail":"a"}] | ServeParticipants[1] unreadable-value, ServeParticipants[2] unreadable-value | {"ServeParticipants":[7,"b"]}
    "ServeParticipants":[[{"Mail":"a"}]] | [] | ServeParticipants[0] unreadable-value | {"ServeParticipants":[[{"Mail":"a"}]]}
    "ServeParticipants":{"0":{"Mail":"a"},"1":{"Mail":"b"}} | [{"Mail":"a"},{"Mail":"b"}] | ServeParticipants coerced-type
    "ServeParticipants":{"0":{},"1":{"Mail":"b"}} | [{"Mail":"b"}] | ServeParticipants coerced-type, ServeParticipants[0] empty-item
    "ServeParticipants":{"0":{"mail":7.0}} | [{"Mail":"7"}] | ServeParticipants coerced-type, ServeParticipants[0].Mail coerced-type, ServeParticipants[0].Mail key-spelling
    "ServeParticipants":{"0":{"Mail":"a","Mail":null}} | [{"Mail":"a"}] | ServeParticipants coerced-type, ServeParticipants[0].Mail duplicate-key
    "ServeParticipants":{"0":{"Mail":"a"},"0":{"Mail":"b"}} | [{"0":{"Mail":"b"}}] | ServeParticipants coerced-type, ServeParticipants.0 duplicate-key, ServeParticipants.0 unknown-key
    "ServeParticipants":{"0":{"Mail":"a"},"Mail":"b"} | [{"Mail":"b","0":{"Mail":"a"}}] | ServeParticipants coerced-type, ServeParticipants.0 unknown-key
    "ServeParticipants":[{"0":{"Mail":"a"}}] | [{"0":{"Mail":"a"}}] | ServeParticipants[0].0 unknown-key
    "ServeParticipants":"[{\"Mail\":\"a\"}]" | [{"Mail":"a"}] | ServeParticipants coerced-type
    "ServeParticipants":"\t[{\"Mail\":\"a\"}]\n" | [{"Mail":"a"}] | ServeParticipants coerced-type
    "ServeParticipants":"[]" | [] | ServeParticipants coerced-type
    "ServeParticipants":"[{}]" | [] | ServeParticipants coerced-type, ServeParticipants[0] empty-item
    "ServeParticipants":"[{\"Mail\":\"a\",\"Mail\":\"b\"}]" | [{"Mail":"b"}] | ServeParticipants coerced-type, ServeParticipants[0].Mail duplicate-key
    "ServeParticipants":"[{\"Mail\":\"a\",\"Mail\":null}]" | [{"Mail":"a"}] | ServeParticipants coerced-type, ServeParticipants[0].Mail duplicate-key
    "ServeParticipants":"[{\"mail\":\" a \"}]" | [{"Mail":"a"}] | ServeParticipants coerced-type, ServeParticipants[0].Mail key-spelling, ServeParticipants[0].Mail surrounding-blanks
    "ServeParticipants":"[{\"Mail\":7.0}]" | [{"Mail":"7"}] | ServeParticipants coerced-type, ServeParticipants[0].Mail coerced-type
    "ServeParticipants":"[{\"StartTimestamp\":\"1970-01-01 08:00:00\",\"Mail\":\"a\"}]" | [{"Mail":"a"}] | ServeParticipants coerced-type, ServeParticipants[0].StartTimestamp instant-form
    "ServeParticipants":"[{\"Mail\":true}]" | [{"Mail":true}] | ServeParticipants coerced-type, ServeParticipants[0].Mail unreadable-value
    "ServeParticipants":"[{\"Mail\":\"a\"}]," | [] | ServeParticipants unreadable-value | {"ServeParticipants":"[{\"Mail\":\"a\"}],"}
    "ServeParticipants":"[7]" | [] | ServeParticipants unreadable-value | {"ServeParticipants":"[7]"}
    "ServeParticipants":"{\"Mail\":\"a\"}" | [] | ServeParticipants unreadable-value | {"ServeParticipants":"{\"Mail\":\"a\"}"}
    "ServeParticipants":"{\"0\":{\"Mail\":\"a\"}}" | [] | ServeParticipants unreadable-value | {"ServeParticipants":"{\"0\":{\"Mail\":\"a\"}}"}
    "ServeParticipants":["[{\"Mail\":\"a\"}]"] | [] | ServeParticipants[0] unreadable-value | {"ServeParticipants":["[{\"Mail\":\"a\"}]"]}
    "ServeParticipants":{"0":"{\"Mail\":\"a\"}"} | [{"0":"{\"Mail\":\"a\"}"}] | ServeParticipants coerced-type, ServeParticipants.0 unknown-key
    "serveparticipants":{"0":{"Mail":"a"}} | [{"Mail":"a"}] | ServeParticipants coerced-type, ServeParticipants key-spelling
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":[{"Mail":"b"}] | [{"Mail":"b"}] | ServeParticipants duplicate-key
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":[] | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":{} | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":[null] | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":"" | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":"b" | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":7 | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":[7] | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":[7,{"Mail":"b"}] | [{"Mail":"b"}] | ServeParticipants duplicate-key, ServeParticipants[0] unreadable-value | {"ServeParticipants":[7]}
    "ServeParticipants":"b","ServeParticipants":[7] | [] | ServeParticipants duplicate-key, ServeParticipants[0] unreadable-value | {"ServeParticipants":[7]}
    "ServeParticipants":[7],"ServeParticipants":[{"Mail":"a"}] | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":{"Mail":"b"} | [{"Mail":"b"}] | ServeParticipants duplicate-key, ServeParticipants coerced-type
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":{"0":{"Mail":"b"}} | [{"Mail":"b"}] | ServeParticipants duplicate-key, ServeParticipants coerced-type
    "ServeParticipants":{"0":{"Mail":"a"}},"ServeParticipants":null | [{"Mail":"a"}] | ServeParticipants duplicate-key, ServeParticipants coerced-type
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":"[{\"Mail\":\"b\"}]" | [{"Mail":"b"}] | ServeParticipants duplicate-key, ServeParticipants coerced-type
    "ServeParticipants":"[{\"Mail\":\"a\"}]","ServeParticipants":[] | [{"Mail":"a"}] | ServeParticipants duplicate-key, ServeParticipants coerced-type
    "ServeParticipants":"[{\"Mail\":\"a\"}]","ServeParticipants":"[{" | [{"Mail":"a"}] | ServeParticipants duplicate-key, ServeParticipants coerced-type
    "ServeParticipants":[{"Mail":"a","Mail":null}],"ServeParticipants":"" | [{"Mail":"a"}] | ServeParticipants duplicate-key, ServeParticipants[0].Mail duplicate-key
    "ServeParticipants":[{"Mail":"a"}],"serveparticipants":[{"Mail":"b"}] | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "serveparticipants":[{"mail":"b"}],"ServeParticipants":{} | [{"Mail":"b"}] | ServeParticipants duplicate-key, ServeParticipants key-spelling, ServeParticipants[0].Mail key-spelling
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":[{"Mail":""}] | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":[{}] | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":5,"ServeParticipants":[{}] | [] | ServeParticipants duplicate-key, ServeParticipants unreadable-value | {"ServeParticipants":5}
    "ServeParticipants":[{"Mail":""}],"ServeParticipants":[{}] | [] | ServeParticipants duplicate-key, ServeParticipants[0] empty-item
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":"[{\"Mail\":\"b\"},7]" | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":"[]" | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":"[{\"Mail\":\"a\"}]","ServeParticipants":"[{\"Mail\":true}]" | [{"Mail":true}] | ServeParticipants duplicate-key, ServeParticipants coerced-type, ServeParticipants[0].Mail unreadable-value
    "ServeParticipants":{"0":{"Sequence":0},"1":{"Sequence":1},"2":{"Sequence":2},"3":{"Sequence":3},"4":{"Sequence":4},"5":{"Sequence":5},"6":{"Sequence":6},"7":{"Sequence":7},"8":{"Sequence":8},"9":{"Sequence":9},"10":{"Sequence":10}} | [{"Sequence":0},{"Sequence":1},{"Sequence":2},{"Sequence":3},{"Sequence":4},{"Sequence":5},{"Sequence":6},{"Sequence":7},{"Sequence":8},{"Sequence":9},{"Sequence":10}] | ServeParticipants coerced-type
    "ServeParticipants":{"0":{"x":1}} | [{"x":1}] | ServeParticipants coerced-type, ServeParticipants[0].x unknown-key
    "ServeParticipants":{"0":{}} | [] | ServeParticipants coerced-type, ServeParticipants[0] empty-item
    "ServeParticipants":{"Mail":""} | [] | ServeParticipants coerced-type
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":{"x":1} | [{"x":1}] | ServeParticipants duplicate-key, ServeParticipants coerced-type, ServeParticipants.x unknown-key
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":"  " | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":true,"ServeParticipants":{} | [] | ServeParticipants duplicate-key, ServeParticipants unreadable-value | {"ServeParticipants":true}
    "ServeParticipants":"[␊{\"Mail\":\"a\"}]" | [{"Mail":"a"}] | ServeParticipants coerced-type, ServeParticipants control-character
    "ServeParticipants":"[{\"Mail\":\"a␊b\"}]" | [{"Mail":"a\nb"}] | ServeParticipants coerced-type, ServeParticipants control-character, ServeParticipants[0].Mail control-character
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":{"0":{}} | [{"Mail":"a"}] | ServeParticipants duplicate-key
    "ServeParticipants":[{"Mail":"a"}],"ServeParticipants":{"Mail":""} | [{"Mail":"a"}] | ServeParticipants duplicate-key
"##,
    );
    check::<SessionEvent>(
        EVENT,
        |event| written(&event.msg_body),
        |event| event.extra.clone(),
        r##"
    SessionEvent MsgBody, list of tagged objects
    "MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}] | [{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}]
    "MsgBody":{"0":{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}} | [{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}] | MsgBody coerced-type
    "MsgBody":"[{\"MsgType\":\"TIMTextElem\",\"MsgContent\":{\"Text\":\"a\"}}]" | [{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}] | MsgBody coerced-type
    "MsgBody":"[{\"MsgContent\":{\"Text\":\"a\"},\"msgtype\":\" TIMTEXTELEM\"}]" | [{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}] | MsgBody coerced-type, MsgBody[0].MsgType key-spelling, MsgBody[0].MsgType word-spelling
    "MsgBody":[{"MsgType":"TIMTextElem","MsgType":true,"MsgContent":{"Text":7}}] | [{"MsgType":"TIMTextElem","MsgContent":{"Text":"7"}}] | MsgBody[0].MsgType duplicate-key, MsgBody[0].MsgContent.Text coerced-type
    "MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"},"MsgContent":""}] | [{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}] | MsgBody[0].MsgContent duplicate-key
    "MsgBody":[{"MsgType":"TIMTextElem","MsgContent":"{\"Text\":\"a\",\"Text\":\"\"}"}] | [{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}] | MsgBody[0].MsgContent coerced-type, MsgBody[0].MsgContent.Text duplicate-key
    "MsgBody":[{"MsgType":"TIMTextElem","MsgContent":["a"]}] | [{"MsgType":"TIMTextElem","MsgContent":["a"]}] | MsgBody[0].MsgContent unreadable-value
    "MsgBody":[{"MsgType":"TIMTextElem","MsgContent":[{"Text":"a"}]}] | [{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}] | MsgBody[0].MsgContent coerced-type
    "MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}],"MsgBody":"[]" | [{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}] | MsgBody duplicate-key
    "MsgBody":[{"MsgType":"TIMRelayElem","MsgContent":{"MsgList":{"0":{"MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}]}}}}] | [{"MsgType":"TIMRelayElem","MsgContent":{"MsgList":[{"MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}]}]}}] | MsgBody[0].MsgContent.MsgList coerced-type
    "MsgBody":[{"MsgType":"TIMRelayElem","MsgContent":{"MsgList":[{"MsgBody":"[{\"MsgType\":\"TIMTextElem\",\"MsgContent\":{\"Text\":\"a\",\"Text\":null}}]"}]}}] | [{"MsgType":"TIMRelayElem","MsgContent":{"MsgList":[{"MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}]}]}}] | MsgBody[0].MsgContent.MsgList[0].MsgBody coerced-type, MsgBody[0].MsgContent.MsgList[0].MsgBody[0].MsgContent.Text duplicate-key
    "MsgBody":[{"MsgType":"TIMCustomElem","MsgContent":{"Data":{"a": 1},"Data":""}}] | [{"MsgType":"TIMCustomElem","MsgContent":{"Data":"{\"a\":1}"}}] | MsgBody[0].MsgContent.Data coerced-type, MsgBody[0].MsgContent.Data duplicate-key
    "MsgBody":[{"MsgType":"TIMVideoFileElem","MsgContent":{"VideoSecond":7.0,"VideoSize":"+1024","VideoSize":1.5}}] | [{"MsgType":"TIMVideoFileElem","MsgContent":{"VideoSize":1024,"VideoSecond":7}}] | MsgBody[0].MsgContent.VideoSecond coerced-type, MsgBody[0].MsgContent.VideoSize coerced-type, MsgBody[0].MsgContent.VideoSize duplicate-key
    "MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{}},{"MsgType":"TIMTextElem"},{"MsgType":""}] | [{"MsgType":"TIMTextElem","MsgContent":{}},{"MsgType":"TIMTextElem","MsgContent":{}}] | MsgBody[2] empty-item
    "MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}],"MsgBody":true | [{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}] | MsgBody duplicate-key
"##,
    );
}

// ---- objects ----

#[test]
fn object() {
    check::<PhoneCdr>(
        CDR,
        |cdr| written(&cdr.tel_location),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr TelLocation, object
    "TelLocation":{"City":"a"} | {"City":"a"}
    "TelLocation":{} | {}
    "TelLocation":{"City":""} | {}
    "TelLocation":null | null
    "TelLocation":"" | null | TelLocation coerced-type
    "TelLocation":[] | null | TelLocation coerced-type
    "TelLocation":[""] | null | TelLocation coerced-type
    "TelLocation":"广东" | null | TelLocation unreadable-value | {"TelLocation":"广东"}
    "TelLocation":7 | null | TelLocation unreadable-value | {"TelLocation":7}
    "TelLocation":true | null | TelLocation unreadable-value | {"TelLocation":true}
    "TelLocation":[{"City":"a"}] | {"City":"a"} | TelLocation coerced-type
    "TelLocation":[{"city":7}] | {"City":"7"} | TelLocation coerced-type, TelLocation.City coerced-type, TelLocation.City key-spelling
    "TelLocation":[{}] | {} | TelLocation coerced-type
    "TelLocation":[{"City":"a"},{"City":"b"}] | null | TelLocation unreadable-value | {"TelLocation":[{"City":"a"},{"City":"b"}]}
    "TelLocation":[[{"City":"a"}]] | null | TelLocation unreadable-value | {"TelLocation":[[{"City":"a"}]]}
    "TelLocation":"[{\"City\":\"a\"}]" | null | TelLocation unreadable-value | {"TelLocation":"[{\"City\":\"a\"}]"}
    "TelLocation":{"0":{"City":"a"}} | {"0":{"City":"a"}} | TelLocation.0 unknown-key
    "TelLocation":{"city":7.0,"City":""} | {"City":"7.0"} | TelLocation.City duplicate-key, TelLocation.City coerced-type, TelLocation.City key-spelling
    "TelLocation":"{\"City\":\"a\"}" | {"City":"a"} | TelLocation coerced-type
    "TelLocation":"\n{\"City\":\"a\"}\u0020" | {"City":"a"} | TelLocation coerced-type
    "TelLocation":"{}" | {} | TelLocation coerced-type
    "TelLocation":"{\"0\":{\"City\":\"a\"}}" | {"0":{"City":"a"}} | TelLocation coerced-type, TelLocation.0 unknown-key
    "TelLocation":"{\"City\":\"a\",\"City\":\"b\"}" | {"City":"b"} | TelLocation coerced-type, TelLocation.City duplicate-key
    "TelLocation":"{\"City\":\"a\",\"City\":\"\"}" | {"City":"a"} | TelLocation coerced-type, TelLocation.City duplicate-key
    "TelLocation":"{\"City\":\"a\",\"city\":\"b\"}" | {"City":"a"} | TelLocation coerced-type, TelLocation.City duplicate-key
    "TelLocation":"{\"TelNumber\":\" 1 \"}" | {"TelNumber":"1"} | TelLocation coerced-type, TelLocation.TelNumber surrounding-blanks
    "TelLocation":"{\"TelNumber\":1.38E10}" | {"TelNumber":"13800000000"} | TelLocation coerced-type, TelLocation.TelNumber coerced-type
    "TelLocation":"{\"City\":true}" | {"City":true} | TelLocation coerced-type, TelLocation.City unreadable-value
    "TelLocation":"{\"City\":\"a\nb\"}" | {"City":"a\nb"} | TelLocation coerced-type, TelLocation.City control-character
    "TelLocation":"{␊\"City\":\"a\"}" | {"City":"a"} | TelLocation coerced-type, TelLocation control-character
    "TelLocation":"{\"x\":\"a\"}" | {"x":"a"} | TelLocation coerced-type, TelLocation.x unknown-key
    "TelLocation":"{\"City\":{}}" | {"City":{}} | TelLocation coerced-type, TelLocation.City unreadable-value
    "TelLocation":"[]" | null | TelLocation unreadable-value | {"TelLocation":"[]"}
    "TelLocation":"{\"City\":\"a\"" | null | TelLocation unreadable-value | {"TelLocation":"{\"City\":\"a\""}
    "TelLocation":"{City:'a'}" | null | TelLocation unreadable-value | {"TelLocation":"{City:'a'}"}
    "TelLocation":"\"{}\"" | null | TelLocation unreadable-value | {"TelLocation":"\"{}\""}
    "TelLocation":["{\"City\":\"a\"}"] | null | TelLocation unreadable-value | {"TelLocation":["{\"City\":\"a\"}"]}
    "tellocation":"{\"city\":\"a\"}" | {"City":"a"} | TelLocation coerced-type, TelLocation key-spelling, TelLocation.City key-spelling
    "TelLocation":{"City":"a"},"TelLocation":{"Province":"b"} | {"Province":"b"} | TelLocation duplicate-key
    "TelLocation":{"City":"a"},"TelLocation":{} | {} | TelLocation duplicate-key
    "TelLocation":{"City":"a"},"TelLocation":null | {"City":"a"} | TelLocation duplicate-key
    "TelLocation":{"City":"a"},"TelLocation":[] | {"City":"a"} | TelLocation duplicate-key
    "TelLocation":{"City":"a"},"TelLocation":[{"City":"b"}] | {"City":"b"} | TelLocation duplicate-key, TelLocation coerced-type
    "TelLocation":{"City":"a"},"TelLocation":[{"City":"b"},7] | {"City":"a"} | TelLocation duplicate-key
    "TelLocation":{"City":"a"},"TelLocation":"b" | {"City":"a"} | TelLocation duplicate-key
    "TelLocation":{"City":"a"},"TelLocation":true | {"City":"a"} | TelLocation duplicate-key
    "TelLocation":{"City":"a"},"TelLocation":"{\"City\":\"b\"}" | {"City":"b"} | TelLocation duplicate-key, TelLocation coerced-type
    "TelLocation":{"City":"a"},"TelLocation":"{}" | {} | TelLocation duplicate-key, TelLocation coerced-type
    "TelLocation":{"City":"a"},"TelLocation":"[]" | {"City":"a"} | TelLocation duplicate-key
    "TelLocation":{"City":"a"},"TelLocation":"{\"City\":" | {"City":"a"} | TelLocation duplicate-key
    "TelLocation":"{\"City\":\"a\"}","TelLocation":"" | {"City":"a"} | TelLocation duplicate-key, TelLocation coerced-type
    "TelLocation":"{\"City\":\"a\"}","TelLocation":"{\"City\":" | {"City":"a"} | TelLocation duplicate-key, TelLocation coerced-type
    "TelLocation":"{\"City\":\"a\",\"City\":null}","TelLocation":7 | {"City":"a"} | TelLocation duplicate-key, TelLocation coerced-type, TelLocation.City duplicate-key
    "TelLocation":"b","TelLocation":"{\"City\":\"a\"}" | {"City":"a"} | TelLocation duplicate-key, TelLocation coerced-type
    "TelLocation":"a","TelLocation":7 | null | TelLocation duplicate-key, TelLocation unreadable-value | {"TelLocation":7}
    "TelLocation":{"City":"a"},"tellocation":{"City":"b"} | {"City":"a"} | TelLocation duplicate-key
    "tellocation":"{\"City\":\"b\"}","TelLocation":"a" | {"City":"b"} | TelLocation duplicate-key, TelLocation coerced-type, TelLocation key-spelling
    "tellocation":{"city":"b"},"TelLocation":"" | {"City":"b"} | TelLocation duplicate-key, TelLocation key-spelling, TelLocation.City key-spelling
    "TelLocation":"{\"City\":\"\\ud83d\"}" | {"City":"�"} | TelLocation coerced-type, TelLocation.City lone-surrogate
    "TelLocation":"{\"City\":1e400}" | {"City":"1e400"} | TelLocation coerced-type, TelLocation.City huge-number
    "TelLocation":"{\"TelNumber\":1e400}" | {"TelNumber":"1e400"} | TelLocation coerced-type, TelLocation.TelNumber unreadable-value, TelLocation.TelNumber huge-number
    "TelLocation":"\ufeff{\"City\":\"a\"}" | null | TelLocation unreadable-value | {"TelLocation":"\ufeff{\"City\":\"a\"}"}
    "TelLocation":"广␊东" | null | TelLocation unreadable-value, TelLocation control-character | {"TelLocation":"广\n东"}
    "TelLocation":"{\"City\":\"a␊b\"}" | {"City":"a\nb"} | TelLocation coerced-type, TelLocation control-character, TelLocation.City control-character
    "TelLocation":{"City":"a","City":true},"TelLocation":"" | {"City":"a"} | TelLocation duplicate-key, TelLocation.City duplicate-key
    "TelLocation":true,"TelLocation":[] | null | TelLocation duplicate-key, TelLocation unreadable-value | {"TelLocation":true}
"##,
    );
    check::<MsgElement>(
        "{@}",
        |element| written(&element.msg_content),
        |element| element.extra.clone(),
        r##"
    MsgElement MsgContent, object of the kind that MsgType says
    "MsgType":"TIMTextElem","MsgContent":"{\"Text\":\"a\"}" | {"Text":"a"} | MsgContent coerced-type
    "MsgContent":"{\"Text\":\"a\"}","MsgType":"TIMTextElem" | {"Text":"a"} | MsgContent coerced-type
    "MsgType":"TIMTextElem","MsgContent":"{\"Text\":7.0}","MsgContent":null | {"Text":"7.0"} | MsgContent coerced-type, MsgContent duplicate-key, MsgContent.Text coerced-type
    "MsgType":"TIMTextElem","MsgContent":{"Text":"a"},"MsgContent":"{\"Text\":" | {"Text":"a"} | MsgContent duplicate-key
    "MsgType":"TIMTextElem","MsgContent":{"Text":"a"},"MsgContent":"{\"Text\":\"b\"}" | {"Text":"b"} | MsgContent coerced-type, MsgContent duplicate-key
    "MsgType":"TIMTextElem","MsgContent":"[]" | {} | MsgContent unreadable-value | {"MsgContent":"[]"}
    "MsgType":" timtextelem ","msgcontent":"{\"text\":\"a\"}" | {"Text":"a"} | MsgType word-spelling, MsgContent coerced-type, MsgContent key-spelling, MsgContent.Text key-spelling
    "MsgType":"TIMTextElem","MsgType":"","MsgContent":{"Text":"a"} | {"Text":"a"} | MsgType duplicate-key
    "MsgType":"TIMTextElem","MsgType":"TIMFaceElem","MsgContent":{"Index":3} | {"Index":3} | MsgType duplicate-key
    "MsgType":"TIMPigeonElem","MsgContent":"{\"Text\":\"a\"}" | "{\"Text\":\"a\"}" | MsgType unknown-word
    "MsgType":"TIMPigeonElem","MsgContent":{"a":1},"MsgContent":null | {"a":1} | MsgType unknown-word, MsgContent duplicate-key
    "MsgType":"TIMPigeonElem","MsgContent":{"a":1},"MsgContent":true | true | MsgType unknown-word, MsgContent duplicate-key
    "MsgType":"TIMTextElem","MsgContent":{} | {}
    "MsgType":"TIMTextElem","MsgContent":true | {} | MsgContent unreadable-value | {"MsgContent":true}
    "MsgType":"TIMTextElem","MsgContent":{"Text":"a"},"MsgContent":"b" | {"Text":"a"} | MsgContent duplicate-key
    "MsgType":"TIMTextElem","MsgContent":"{␊\"Text\":\"a\"}" | {"Text":"a"} | MsgContent coerced-type, MsgContent control-character
    "MsgType":"TIMImageElem","MsgContent":"{\"ImageInfoArray\":{\"0\":{\"Type\":1}}}" | {"ImageInfoArray":[{"Type":1}]} | MsgContent coerced-type, MsgContent.ImageInfoArray coerced-type
    "MsgType":true,"MsgContent":{"Text":"a"} | {"Text":"a"} | MsgType unreadable-value | {"MsgType":true}
    "MsgType":"  ","MsgContent":{"Text":"a"} | {"Text":"a"} | MsgType word-spelling
    "MsgType":"TIMTextElem","MsgType":"  ","MsgContent":{"Text":"a"} | {"Text":"a"} | MsgType duplicate-key
    "msgtype":"TIMFaceElem","MsgType":{},"MsgContent":{"Index":"+3"} | {"Index":3} | MsgType duplicate-key, MsgType key-spelling, MsgContent.Index coerced-type
"##,
    );
    check::<InterfaceInvocation>(
        "{@}",
        |call| written(&call.body),
        |call| call.extra.clone(),
        r##"
    InterfaceInvocation Body, object of any keys
    "Body":{"a":1} | {"a":1}
    "Body":{} | {}
    "Body":"" | null
    "Body":null | null
    "Body":[] | null | Body coerced-type
    "Body":{"0":{"a":1}} | {"0":{"a":1}}
    "Body":{"a":1,"a":2} | {"a":2} | Body duplicate-key
    "Body":{"a":1,"a":null} | {"a":1} | Body duplicate-key
    "Body":"{\"a\":1}" | {"a":1} | Body coerced-type
    "Body":"{\"a\":1,\"a\":2}" | {"a":2} | Body coerced-type, Body duplicate-key
    "Body":"[1]" | null | Body unreadable-value | {"Body":"[1]"}
    "Body":"a" | null | Body unreadable-value | {"Body":"a"}
    "Body":true | null | Body unreadable-value | {"Body":true}
    "Body":[1] | null | Body unreadable-value | {"Body":[1]}
    "Body":{"a":1},"Body":"" | {"a":1} | Body duplicate-key
    "Body":{"a":1},"Body":"{\"b\":2}" | {"b":2} | Body duplicate-key, Body coerced-type
    "Body":"{\"b\":2}","Body":"b" | {"b":2} | Body duplicate-key, Body coerced-type
    "body":"{\"b\":2}","Body":[] | {"b":2} | Body duplicate-key, Body coerced-type, Body key-spelling
    "Body":{"o":{"a":1,"a":2}} | {"o":{"a":2}} | Body duplicate-key
    "Body":{"a":"x␊y"} | {"a":"x\ny"} | Body control-character
    "Body":{"a":1e400} | {"a":"1e400"} | Body huge-number
    "Body":"{\"a\":\"x\ny\"}" | {"a":"x\ny"} | Body coerced-type, Body control-character
"##,
    );
    check::<CallRecord>(
        "{@}",
        |record| written(&record.extras),
        |record| record.extra.clone(),
        r##"
    CallRecord extras, object or text of your own
    "extras":{"a":{"b":[1,null,""]}} | {"a":{"b":[1,null,""]}}
    "extras":{"0":{"a":1}} | {"0":{"a":1}}
    "extras":{} | {}
    "extras":null | null
    "extras":"" | null | extras coerced-type
    "extras":[] | null | extras coerced-type
    "extras":"{\"a\":1}" | "{\"a\":1}" | extras coerced-type
    "extras":" {\"a\": 1} " | " {\"a\": 1} " | extras coerced-type
    "extras":"[1]" | "[1]" | extras coerced-type
    "extras":"{}" | "{}" | extras coerced-type
    "extras":"order=7" | "order=7" | extras coerced-type
    "extras":"  " | "  " | extras coerced-type
    "extras":[1] | null | extras unreadable-value | {"extras":[1]}
    "extras":7 | null | extras unreadable-value | {"extras":7}
    "extras":true | null | extras unreadable-value | {"extras":true}
    "extras":"a␊b" | "a\nb" | extras coerced-type, extras control-character
    "extras":{"a":1},"extras":"" | {"a":1} | extras duplicate-key
    "extras":{"a":1},"extras":"b" | "b" | extras duplicate-key, extras coerced-type
    "extras":"b","extras":[1] | "b" | extras duplicate-key, extras coerced-type
    "extras":{"a":1},"EXTRAS":"b" | {"a":1} | extras duplicate-key
    "EXTRAS":{"a":1},"extras":7 | {"a":1} | extras duplicate-key, extras key-spelling
    "extras":{"a":1,"a":2} | {"a":2} | extras duplicate-key
    "extras":1e400 | "1e400" | extras huge-number
    "extras":{"a":"x␊"} | {"a":"x\n"} | extras control-character
"##,
    );
}

#[test]
fn field_of_an_object() {
    check::<PhoneCdr>(
        r#"{"SdkAppId":1400000214,"SessionId":"e97b","SeatUser":{@}}"#,
        |cdr| written(&cdr.seat_user),
        |cdr| cdr.seat_user.clone().unwrap_or_default().extra,
        r##"
    PhoneCdr SeatUser, its fields
    "StaffNumber":"007" | {"StaffNumber":"007"}
    "StaffNumber":7.0 | {"StaffNumber":"7"} | SeatUser.StaffNumber coerced-type
    "UserId":7.0 | {"UserId":"7"} | SeatUser.UserId coerced-type
    "Phone":1.38E10,"Phone":"" | {"Phone":"13800000000"} | SeatUser.Phone coerced-type, SeatUser.Phone duplicate-key
    "Mail":" a ","mail":"b" | {"Mail":"a"} | SeatUser.Mail surrounding-blanks, SeatUser.Mail duplicate-key
    "Name":"Rene\u0301","Name":false | {"Name":"René"} | SeatUser.Name duplicate-key
    "Role":"3" | {"Role":3} | SeatUser.Role coerced-type
    "Role":3,"Role":3.5 | {"Role":3} | SeatUser.Role duplicate-key
    "Role":3.5 | {"Role":3.5} | SeatUser.Role unreadable-value | {"Role":3.5}
    "Role":9,"Role":"" | {"Role":9} | SeatUser.Role unknown-word, SeatUser.Role duplicate-key
    "SkillGroupNameList":"[\"a\",\"b\"]" | {"SkillGroupNameList":["a","b"]} | SeatUser.SkillGroupNameList coerced-type
    "SkillGroupNameList":["a"],"SkillGroupNameList":{} | {"SkillGroupNameList":["a"]} | SeatUser.SkillGroupNameList duplicate-key
    "SkillGroupNameList":["a",true] | {"SkillGroupNameList":["a",true]} | SeatUser.SkillGroupNameList[1] unreadable-value | {"SkillGroupNameList":[true]}
    "x":1,"x":null | {"x":1} | SeatUser.x unknown-key, SeatUser.x duplicate-key | {"x":1}
    "x":1,"X":2 | {"X":2,"x":1} | SeatUser.x unknown-key, SeatUser.X unknown-key | {"X":2,"x":1}
    "x␊":"a␊b" | {"x\n":"a\nb"} | SeatUser.x\u{a} unknown-key, SeatUser.x\u{a} control-character, SeatUser.x\u{a} control-character | {"x\n":"a\nb"}
"##,
    );
    check::<ChatCdr>(
        CDR,
        |cdr| written(&cdr.satisfaction),
        |cdr| cdr.extra.clone(),
        r##"
    ChatCdr Satisfaction, whose fields have other documented keys
    "Satisfaction":{"id":"104","content":"满意"} | {"id":"104","content":"满意"}
    "Satisfaction":{"Id":1,"Label":"满意"} | {"id":"1","content":"满意"} | Satisfaction.id coerced-type, Satisfaction.id key-spelling, Satisfaction.content key-spelling
    "Satisfaction":{"Label":"a","content":"b"} | {"content":"b"} | Satisfaction.content duplicate-key
    "Satisfaction":{"content":"b","Label":"a"} | {"content":"b"} | Satisfaction.content duplicate-key
    "Satisfaction":{"CONTENT":"b","Label":"a"} | {"content":"b"} | Satisfaction.content duplicate-key, Satisfaction.content key-spelling
    "Satisfaction":{"Label":"a","content":""} | {"content":"a"} | Satisfaction.content duplicate-key, Satisfaction.content key-spelling
    "Satisfaction":{"label":"a","CONTENT":true,"content":{}} | {"content":"a"} | Satisfaction.content duplicate-key, Satisfaction.content duplicate-key, Satisfaction.content key-spelling
    "Satisfaction":"{\"Id\":1.0,\"Label\":\"a\"}" | {"id":"1","content":"a"} | Satisfaction coerced-type, Satisfaction.id coerced-type, Satisfaction.id key-spelling, Satisfaction.content key-spelling
    "Satisfaction":{"id":"1"},"Satisfaction":"{\"id\":\" 2 \"}" | {"id":"2"} | Satisfaction duplicate-key, Satisfaction coerced-type, Satisfaction.id surrounding-blanks
"##,
    );
}

#[test]
fn field_of_an_item() {
    check::<PhoneCdr>(
        r#"{"SdkAppId":1400000214,"SessionId":"e97b","ServeParticipants":[{"Mail":"a"},{@}]}"#,
        |cdr| written(&cdr.serve_participants[1..].first()),
        |cdr| cdr.serve_participants[1..].first().cloned().unwrap_or_default().extra,
        r##"
    PhoneCdr ServeParticipants, the fields of its second item
    "Phone":8613800000001.0 | {"Phone":"8613800000001"} | ServeParticipants[1].Phone coerced-type
    "Phone":" 1 ","Phone":null | {"Phone":"1"} | ServeParticipants[1].Phone surrounding-blanks, ServeParticipants[1].Phone duplicate-key
    "Type":"staffseat" | {"Type":"staffSeat"} | ServeParticipants[1].Type word-spelling
    "Type":" staffSeat ","Type":"" | {"Type":"staffSeat"} | ServeParticipants[1].Type word-spelling, ServeParticipants[1].Type duplicate-key
    "type":"pigeon","Type":true | {"Type":"pigeon"} | ServeParticipants[1].Type unknown-word, ServeParticipants[1].Type key-spelling, ServeParticipants[1].Type duplicate-key
    "Sequence":1.0,"Sequence":1.5 | {"Sequence":1} | ServeParticipants[1].Sequence coerced-type, ServeParticipants[1].Sequence duplicate-key
    "Sequence":1,"Sequence":0 | {"Sequence":0} | ServeParticipants[1].Sequence duplicate-key
    "Sequence":1.5 | {"Sequence":1.5} | ServeParticipants[1].Sequence unreadable-value | {"Sequence":1.5}
    "AcceptTimestamp":1608130640,"AcceptTimestamp":0 | null | ServeParticipants[1] empty-item, ServeParticipants[1].AcceptTimestamp duplicate-key
    "AcceptTimestamp":1608130640,"AcceptTimestamp":"" | {"AcceptTimestamp":1608130640} | ServeParticipants[1].AcceptTimestamp duplicate-key
    "AcceptTimestamp":1608130640,"AcceptTimestamp":1 | {"AcceptTimestamp":1608130640} | ServeParticipants[1].AcceptTimestamp duplicate-key
    "AcceptTimestamp":20201216225720 | {"AcceptTimestamp":1608130640} | ServeParticipants[1].AcceptTimestamp instant-form
    "Mail":{},"Mail":true | {"Mail":true} | ServeParticipants[1].Mail duplicate-key, ServeParticipants[1].Mail unreadable-value | {"Mail":true}
    "Mail":"b␊" | {"Mail":"b"} | ServeParticipants[1].Mail surrounding-blanks, ServeParticipants[1].Mail control-character
"##,
    );
    check::<PhoneCdr>(
        r#"{"SdkAppId":1400000214,"SessionId":"e97b","PostIVRKeyPressed":[{@}]}"#,
        |cdr| written(&cdr.post_ivr_key_pressed.first()),
        |cdr| cdr.post_ivr_key_pressed.first().cloned().unwrap_or_default().extra,
        r##"
    PhoneCdr PostIVRKeyPressed, the fields of its item
    "key":"1","Key":"" | {"Key":"1"} | PostIVRKeyPressed[0].Key key-spelling, PostIVRKeyPressed[0].Key duplicate-key
    "Key":"1","key":"2" | {"Key":"1"} | PostIVRKeyPressed[0].Key duplicate-key
    "Key":1,"Label":" a " | {"Key":"1","Label":" a "} | PostIVRKeyPressed[0].Key coerced-type
    "Key":"1","Timestamp":1608130636 | {"Key":"1","Timestamp":1608130636000} | PostIVRKeyPressed[0].Timestamp instant-form
    "Key":"1","Timestamp":1608130636500,"Timestamp":"0000-00-00 00:00:00" | {"Key":"1"} | PostIVRKeyPressed[0].Timestamp duplicate-key, PostIVRKeyPressed[0].Timestamp instant-form
    "Key":null,"Label":"","Timestamp":0 | null | PostIVRKeyPressed[0] empty-item
"##,
    );
    check::<MediaFailReason>(
        r#"{"content":{"segments":[{@}]}}"#,
        |reason| written(&reason.content),
        |_| Extra::new(),
        r##"
    MediaFailReason content segments, milliseconds of an item
    "beginTime":1500.0,"beginTime":"" | {"segments":[{"beginTime":1500}]} | content.segments[0].beginTime coerced-type, content.segments[0].beginTime duplicate-key
    "beginTime":"+1500" | {"segments":[{"beginTime":1500}]} | content.segments[0].beginTime coerced-type
    "beginTime":1500,"beginTime":0 | {"segments":[{"beginTime":0}]} | content.segments[0].beginTime duplicate-key
    "beginTime":1500,"beginTime":true | {"segments":[{"beginTime":1500}]} | content.segments[0].beginTime duplicate-key
    "channelId":1.5 | {"segments":[{"channelId":1.5}]} | content.segments[0].channelId unreadable-value
    "text":"a␊b","TEXT":"c" | {"segments":[{"text":"a\nb"}]} | content.segments[0].text control-character, content.segments[0].text duplicate-key
"##,
    );
    check::<MediaFailReason>(
        "{@}",
        |reason| written(&reason.content),
        |reason| reason.extra.clone(),
        r##"
    MediaFailReason content, object with a list of objects
    "content":"{\"segments\":[{\"beginTime\":1}]}" | {"segments":[{"beginTime":1}]} | content coerced-type
    "content":{"segments":"[{\"beginTime\":1}]"} | {"segments":[{"beginTime":1}]} | content.segments coerced-type
    "content":{"segments":{"0":{"beginTime":1}}} | {"segments":[{"beginTime":1}]} | content.segments coerced-type
    "content":"{\"segments\":{\"0\":{\"beginTime\":1.0}}}" | {"segments":[{"beginTime":1}]} | content coerced-type, content.segments coerced-type, content.segments[0].beginTime coerced-type
    "content":"{\"segments\":{}}" | {} | content coerced-type, content.segments coerced-type
    "content":"{\"segments\":\"[{\\\"beginTime\\\":1}]\"}" | {"segments":"[{\"beginTime\":1}]"} | content coerced-type, content.segments unreadable-value
    "content":"{\"segments\":[{}]}","content":"" | {} | content coerced-type, content duplicate-key, content.segments[0] empty-item
"##,
    );
}

// ---- identities ----

#[test]
fn identity() {
    check::<PhoneCdr>(
        "{@}",
        |cdr| format!("{} {}", cdr.sdk_app_id, cdr.session_id),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr SdkAppId, SessionId, identities
    "SdkAppId":1,"SessionId":"a" | 1 a
    "SdkAppId":"1","SessionId":" a " | 1 a | SdkAppId coerced-type, SessionId surrounding-blanks
    "SdkAppId":1.0,"SessionId":7.0 | 1 7 | SdkAppId coerced-type, SessionId coerced-type
    "SdkAppId":"+1","SessionId":1e3 | 1 1000 | SdkAppId coerced-type, SessionId coerced-type
    "SdkAppId":1,"SessionId":12345678901234567890123 | 1 12345678901234567890123 | SessionId huge-number
    "SdkAppId":1,"SessionId":"{}" | 1 {}
    "SdkAppId":1,"SessionId":"a␉b" | 1 a␉b | SessionId control-character
    "sdkappid":1,"SESSIONID":" a" | 1 a | SdkAppId key-spelling, SessionId key-spelling, SessionId surrounding-blanks
    "SdkAppId":1 | missing SessionId
    "SessionId":"a" | missing SdkAppId
    "SdkAppId":1,"SessionId":"" | missing SessionId
    "SdkAppId":1,"SessionId":"  " | missing SessionId
    "SdkAppId":1,"SessionId":[] | missing SessionId
    "SdkAppId":1,"SessionId":null | missing SessionId
    "SdkAppId":"","SessionId":"" | missing SdkAppId SessionId
    "SdkAppId":null,"SessionId":true | missing SdkAppId SessionId
    "SdkAppId":1,"SessionId":{} | unreadable SessionId
    "SdkAppId":1,"SessionId":["a"] | unreadable SessionId
    "SdkAppId":1,"SessionId":false | unreadable SessionId
    "SdkAppId":1,"SessionId":0.5 | unreadable SessionId
    "SdkAppId":1,"SessionId":1e400 | unreadable SessionId
    "SdkAppId":1.5,"SessionId":"a" | unreadable SdkAppId
    "SdkAppId":-1,"SessionId":"a" | unreadable SdkAppId
    "SdkAppId":"1400xxx214","SessionId":"a" | unreadable SdkAppId
    "SdkAppId":{},"SessionId":true | unreadable SdkAppId SessionId
    "SdkAppId":1,"SessionId":"a","SessionId":"b" | 1 b | SessionId duplicate-key
    "SdkAppId":1,"SessionId":"a","SessionId":null | 1 a | SessionId duplicate-key
    "SdkAppId":1,"SessionId":"a","SessionId":[""] | 1 a | SessionId duplicate-key
    "SdkAppId":1,"SessionId":" a ","SessionId":"  " | 1 a | SessionId duplicate-key, SessionId surrounding-blanks
    "SdkAppId":1,"SessionId":true,"SessionId":"a" | 1 a | SessionId duplicate-key
    "SdkAppId":1,"SessionId":7.0,"SessionId":0.5 | 1 7 | SessionId duplicate-key, SessionId coerced-type
    "SdkAppId":1,"SessionId":1e400,"SessionId":7.0 | 1 7 | SessionId duplicate-key, SessionId coerced-type
    "SdkAppId":"1","SdkAppId":"","SessionId":"a" | 1 a | SdkAppId duplicate-key, SdkAppId coerced-type
    "SdkAppId":1,"SdkAppId":1.5,"SessionId":"a" | 1 a | SdkAppId duplicate-key
    "sdkappid":1,"SdkAppId":"x","SessionId":"a" | 1 a | SdkAppId duplicate-key, SdkAppId key-spelling
    "SdkAppId":1,"sessionid":"a","SessionId":{} | 1 a | SessionId duplicate-key, SessionId key-spelling
    "SdkAppId":1,"SessionId":"a","sessionid":"b" | 1 a | SessionId duplicate-key
    "SdkAppId":1,"SessionId":"  ","SessionId":null | missing SessionId
    "SdkAppId":1,"SessionId":true,"SessionId":null | unreadable SessionId
    "SdkAppId":1,"SessionId":null,"sessionid":true | unreadable SessionId
"##,
    );
    check::<SessionEvent>(
        r#"{"SessionId":"2baf",@}"#,
        |event| shown(&event.event),
        |event| event.extra.clone(),
        r##"
    SessionEvent Event, identity that is a word
    "Event":"SessionBegin" | SessionBegin
    "Event":" sessionbegin " | SessionBegin | Event word-spelling
    "Event":"pigeon" | Other(Unlisted("pigeon")) | Event unknown-word
    "Event":7 | Other(Unlisted("7")) | Event unknown-word
    "Event":"  " | missing Event
    "Event":true | unreadable Event
    "Event":["SessionBegin"] | unreadable Event
    "Event":"SESSIONBEGIN","Event":"" | SessionBegin | Event duplicate-key, Event word-spelling
    "Event":"SessionBegin","Event":"  " | SessionBegin | Event duplicate-key
    "Event":"SessionBegin","Event":false | SessionBegin | Event duplicate-key
    "event":"SessionBegin","Event":{} | SessionBegin | Event duplicate-key, Event key-spelling
"##,
    );
}

// ---- 7moor's wrapper and tag ----

fn event_and_agent(push: &Push) -> String {
    let agent = push.call().and_then(|call| call.agent_number.as_deref());
    let outside = push.call().and_then(|call| call.envelope.as_ref()).map(|envelope| envelope.unique_id.as_deref());
    format!("{} {agent:?} {outside:?}", push.event_name())
}

#[test]
fn wrapper() {
    check::<Push>(
        "{@}",
        event_and_agent,
        |push| push.call().map(|call| call.extra.clone()).unwrap_or_default(),
        r##"
    Push content, the wrapper: event, agentNumber in content, uniqueId beside it
    "content":{"callEvent":"link","agentNumber":"1"},"uniqueId":"u" | link Some("1") Some(Some("u"))
    "content":"{\"callEvent\":\"link\",\"agentNumber\":\"1\"}","uniqueId":"u" | link Some("1") Some(Some("u")) | content coerced-type
    "content":" {\"callEvent\":\" LINK \",\"agentNumber\":1} " | link Some("1") Some(None) | content coerced-type, content.callEvent word-spelling, content.agentNumber coerced-type
    "content":"{\"callEvent\":\"link\",\"agentNumber\":\"1\",\"agentNumber\":\"\"}" | link Some("1") Some(None) | content coerced-type, content.agentNumber duplicate-key
    "content":"{\"callEvent\":\"ring\",\"callEvent\":\"link\"}" | link None Some(None) | content coerced-type, content.callEvent duplicate-key
    "content":"{\"CALLEVENT\":\"link\",\"callEvent\":true}" | link None Some(None) | content coerced-type, content.callEvent key-spelling, content.callEvent duplicate-key
    "content":"{\"callEvent\":\"link\",\"x\":1}" | link None Some(None) | content coerced-type, content.x unknown-key | {"x":1}
    "content":"{\"callEvent\":\"link\",\"agentNumber\":true}" | link None Some(None) | content coerced-type, content.agentNumber unreadable-value | {"agentNumber":true}
    "content":"{␊\"callEvent\":\"link\"}" | link None Some(None) | content coerced-type, content control-character
    "content":"{\"callEvent\":\"link\",\"agentNumber\":\"1\n\"}" | link Some("1") Some(None) | content coerced-type, content.agentNumber control-character, content.agentNumber surrounding-blanks
    "content":{"callEvent":"link","agentNumber":"1"},"content":{"callEvent":"link","agentNumber":"2"} | link Some("2") Some(None) | content duplicate-key
    "content":{"callEvent":"link","agentNumber":"1"},"content":"{\"callEvent\":\"link\",\"agentNumber\":\"2\"}" | link Some("2") Some(None) | content duplicate-key, content coerced-type
    "content":"{\"callEvent\":\"link\",\"agentNumber\":\"1\"}","content":{"callEvent":"link","agentNumber":"2"} | link Some("2") Some(None) | content duplicate-key
    "content":{"callEvent":"link","agentNumber":"1"},"content":"" | link Some("1") Some(None) | content duplicate-key
    "content":{"callEvent":"link","agentNumber":"1"},"content":[] | link Some("1") Some(None) | content duplicate-key
    "content":{"callEvent":"link","agentNumber":"1"},"content":7 | link Some("1") Some(None) | content duplicate-key
    "content":{"callEvent":"link","agentNumber":"1"},"content":"a" | link Some("1") Some(None) | content duplicate-key
    "content":"{\"callEvent\":\"link\",\"agentNumber\":\"1\"}","content":null | link Some("1") Some(None) | content duplicate-key, content coerced-type
    "content":"{\"callEvent\":\"link\",\"agentNumber\":\"1\",\"agentNumber\":null}","content":true | link Some("1") Some(None) | content duplicate-key, content coerced-type, content.agentNumber duplicate-key
    "CONTENT":{"callEvent":"link","agentNumber":"1"} | link Some("1") Some(None) | content key-spelling
    "CONTENT":"{\"callEvent\":\"link\",\"agentNumber\":\"1\"}","content":"" | link Some("1") Some(None) | content duplicate-key, content key-spelling, content coerced-type
    "content":{"callEvent":"link","agentNumber":"1"},"CONTENT":{"callEvent":"ring","agentNumber":"2"} | link Some("1") Some(None) | content duplicate-key
    "content":{"callEvent":"link","agentNumber":7.0},"uniqueId":" u " | link Some("7") Some(Some("u")) | content.agentNumber coerced-type, uniqueId surrounding-blanks
    "content":{"callEvent":"link"},"uniqueId":7.0,"uniqueId":null | link None Some(Some("7")) | uniqueId duplicate-key, uniqueId coerced-type
    "content":{"callEvent":"link","statusTime":"1970-01-01 08:00:00"} | link None Some(None) | content.statusTime instant-form
    "content":{"callEvent":"link","groupIdList":"[\" 7 \"]"} | link None Some(None) | content.groupIdList coerced-type, content.groupIdList[0] surrounding-blanks
    "content":{"callEvent":"link","groupIdList":{}} | link None Some(None) | content.groupIdList coerced-type
    "callEvent":"link","agentNumber":"1","callEvent":"" | link Some("1") None | callEvent duplicate-key
    "callEvent":"link","agentNumber":"1","uniqueId":" u " | link Some("1") None | uniqueId surrounding-blanks
    "content":"{\"callEvent\":\"link\"" | other None None | content unknown-key | {}
    "content":{"callEvent":"link"},"x":1,"x":null | link None Some(None) | x unknown-key, x duplicate-key
    "content":{"callEvent":"link","extras":"{\"a\":1}","extras":""} | link None Some(None) | content.extras coerced-type, content.extras duplicate-key
    "content":"{\"callEvent\":\"link\",\"agentNumber\":\"\\ud83d\"}" | link Some("�") Some(None) | content coerced-type, content.agentNumber lone-surrogate
    "content":"{\"callEvent\":\"ring\",\"callType\":\" INCOMING \",\"agentNumber\":\"1\"}" | incomingRing Some("1") Some(None) | content coerced-type, content.callType word-spelling
    "content":{"callEvent":"link","agentNumber":"1"},"uniqueId":"u","uniqueId":"  " | link Some("1") Some(Some("u")) | uniqueId duplicate-key
    "content":{"callEvent":"link","callUniqueId":4.03344537650466816E17,"callUniqueId":0.5} | link None Some(None) | content.callUniqueId coerced-type, content.callUniqueId duplicate-key
    "content":{"callEvent":"link","statusTime":20210508143937,"statusTime":"1"} | link None Some(None) | content.statusTime instant-form, content.statusTime duplicate-key
    "content":{"callEvent":"link","agentNumber":"1"},"content":"{" | link Some("1") Some(None) | content duplicate-key
    "content":"{\"callEvent\":\"link\",\"agentNumber\":\"1\"}","content":"{" | link Some("1") Some(None) | content duplicate-key, content coerced-type
    "CONTENT":{"callEvent":"link","agentNumber":"1"},"content":"{" | link Some("1") Some(None) | content duplicate-key, content key-spelling
    "content":"{","callEvent":"link","agentNumber":"1" | link Some("1") None | content unknown-key | {"content":"{"}
"##,
    );
}

#[test]
fn push_type() {
    check::<Push>(
        "{@}",
        |push| format!("{} {:?}", push.event_name(), push.push_type()),
        |_| Extra::new(),
        r##"
    Push pushType, the tag
    "pushType":"login" | login Some(Login)
    "pushType":" LOGIN " | login Some(Login) | pushType word-spelling
    "PUSHTYPE":" Login" | login Some(Login) | pushType word-spelling, pushType key-spelling
    "pushType":"login␊" | login Some(Login) | pushType word-spelling, pushType control-character
    "pushType":"login","pushType":"  " | login Some(Login) | pushType duplicate-key
    "pushType":"login","pushType":[""] | login Some(Login) | pushType duplicate-key
    "pushType":"login","pushType":false | login Some(Login) | pushType duplicate-key
    "pushType":"login","pushType":["cdr"] | login Some(Login) | pushType duplicate-key
    "pushType":"login","pushType":"CDR " | cdr Some(Cdr) | pushType duplicate-key, pushType word-spelling
    "pushType":["cdr"],"pushType":"login" | login Some(Login) | pushType duplicate-key
    "PushType":"cdr","pushType":"login" | login Some(Login) | pushType duplicate-key
    "PushType":"login","pushType":"" | login Some(Login) | pushType duplicate-key, pushType key-spelling
    "PushType":" LOGIN ","pushType":true | login Some(Login) | pushType duplicate-key, pushType key-spelling, pushType word-spelling
    "pushType":"brandNew" | other Some(Other(Unlisted("brandNew"))) | pushType unknown-word
    "pushType":"login","loginType":"sip","loginType":"" | login Some(Login) | loginType duplicate-key, loginType word-spelling
    "pushType":"cdr","callUniqueId":4.03344537650466816E17 | cdr Some(Cdr) | callUniqueId coerced-type
    "pushType":"cdr","billCalls":"[\"a\"]","billCalls":{} | cdr Some(Cdr) | billCalls coerced-type, billCalls duplicate-key
    "pushType":"cdr","totalDuration":"+15","startTime":"0000-00-00 00:00:00" | cdr Some(Cdr) | totalDuration coerced-type, startTime instant-form
    "pushType":"dialoutRing","content":"{\"callEvent\":\"ring\"}" | dialoutRing Some(DialoutRing) | content coerced-type
    "pushType":"dialoutRing","pushType":"","content":"{\"callEvent\":\"ring\"}","content":null | dialoutRing Some(DialoutRing) | content coerced-type, content duplicate-key, pushType duplicate-key
    "content":"{\"pushType\":\" DIALOUTRING \"}" | dialoutRing Some(DialoutRing) | content coerced-type, content.pushType word-spelling
    "content":"{\"pushType\":\"dialoutRing\",\"pushType\":null}" | dialoutRing Some(DialoutRing) | content coerced-type, content.pushType duplicate-key
    "pushType":"brandNew","x":"a␊b","x":null,"agentNumber":7 | other Some(Other(Unlisted("brandNew"))) | pushType unknown-word
    "pushType":"brandNew","pushType":"brandNew " | other Some(Other(Unlisted("brandNew "))) | pushType unknown-word
    "content":"{\"segments\":{\"0\":{\"text\":\"a\"}}}","preMediaCode":15.0 | mediaFailreason None | content coerced-type, content.segments coerced-type, preMediaCode coerced-type
    "pushType":"cdr","agentAreacode":"010","agentAreaCode":"" | cdr Some(Cdr) | agentAreaCode duplicate-key, agentAreaCode key-spelling
    "pushType":"cdr","failureReason":"unknown","failureReason":"UNKNOW " | cdr Some(Cdr) | failureReason duplicate-key, failureReason word-spelling
    "pushType":"cdr","uniqueId":7.0,"_id":"a","id":" b " | cdr Some(Cdr) | uniqueId coerced-type, id surrounding-blanks
"##,
    );
}

// ---- texts that say which callback it is ----

/// A call that is coming in, of a request without a query.
fn inbound_call(entries: &str) -> Seen {
    let body = format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b",{entries}}}"#);
    let seen = callhook::Webhook::inspect_request("", body.as_bytes()).unwrap();
    assert_eq!(callhook::Webhook::from_request("", body.as_bytes()).unwrap(), seen.value);
    let callhook::Webhook::Tccc(callhook::tccc::Push::InboundCall(call)) = seen.value else {
        return (seen.value.event_name().to_owned(), Vec::new(), json!({}));
    };
    (written(&call.call_in_bound), codes(&seen.report), serde_json::to_value(&call.extra).unwrap())
}

#[test]
fn command_and_event() {
    check::<SessionEvent>(
        EVENT,
        |event| shown(&event.callback_command),
        |event| event.extra.clone(),
        r##"
    SessionEvent CallbackCommand, the only text that it may have
    "CallbackCommand":"Desk.SessionEventNotify" | Some("Desk.SessionEventNotify")
    "CallbackCommand":"" | None
    "CallbackCommand":[] | None | CallbackCommand coerced-type
    "CallbackCommand":true | None | CallbackCommand unreadable-value | {"CallbackCommand":true}
    "CallbackCommand":"DESK.SessionEventNotify" | Some("Desk.SessionEventNotify") | CallbackCommand word-spelling
    "CallbackCommand":"Desk.SessionEventNotify","CallbackCommand":"" | Some("Desk.SessionEventNotify") | CallbackCommand duplicate-key
    "CallbackCommand":"Desk.SessionEventNotify","CallbackCommand":{} | Some("Desk.SessionEventNotify") | CallbackCommand duplicate-key
    "CallbackCommand":"Desk.Other","CallbackCommand":"Desk.SessionEventNotify" | Some("Desk.SessionEventNotify") | CallbackCommand duplicate-key
    "callbackcommand":"Desk.Other","CallbackCommand":"Desk.SessionEventNotify" | Some("Desk.SessionEventNotify") | CallbackCommand duplicate-key
    "CallbackCommand":"  " | None | CallbackCommand word-spelling
    "CallbackCommand":"Desk.SessionEventNotify","CallbackCommand":"  " | Some("Desk.SessionEventNotify") | CallbackCommand duplicate-key
"##,
    );
    check_rows(
        r##"
    Webhook, an inbound call without a query: CallInBound
    "Event":"CallInBound","CallInBound":{"Caller":"1"} | {"Caller":"1"}
    "Event":" callInBound ","CallInBound":{"Caller":" 1 "} | {"Caller":"1"} | Event word-spelling, CallInBound.Caller surrounding-blanks
    "Event":"CallInBound","CallInBound":{"AIAgentId":0,"IvrId":"0"} | {} | CallInBound.IvrId coerced-type
    "Event":"CallInBound","CallInBound":{"IvrId":12.0,"IvrId":0.5} | {"IvrId":12} | CallInBound.IvrId coerced-type, CallInBound.IvrId duplicate-key
    "Event":"CallInBound","CallInBound":{"Caller":8613800000001.0} | {"Caller":"8613800000001"} | CallInBound.Caller coerced-type
    "Event":"CallInBound","CallInBound":{"Caller":"1"},"CallInBound":"" | {"Caller":"1"} | CallInBound duplicate-key
    "Event":"CallInBound","CallInBound":{"Caller":"1"},"CallInBound":"{\"Caller\":\"2\"}" | {"Caller":"2"} | CallInBound coerced-type, CallInBound duplicate-key
    "Event":"CallInBound","Event":"","CallInBound":{"Caller":"1"} | {"Caller":"1"} | Event duplicate-key
    "Event":"CallInBound","Event":true,"CallInBound":{"Caller":"1"} | {"Caller":"1"} | Event duplicate-key
    "EVENT":"CallInBound","callinbound":{"caller":"1"} | {"Caller":"1"} | Event key-spelling, CallInBound key-spelling, CallInBound.Caller key-spelling
    "EVENT":"CallInBound","Event":null,"callinbound":{"caller":"1"},"CallInBound":[] | {"Caller":"1"} | Event key-spelling, Event duplicate-key, CallInBound key-spelling, CallInBound duplicate-key, CallInBound.Caller key-spelling
    "Event":"CallInBound","Event":"  ","CallInBound":{"Caller":"1"} | {"Caller":"1"} | Event duplicate-key
    "Event":"CallInBound","CallInBound":"{\"Caller\":\"1\"}" | {"Caller":"1"} | CallInBound coerced-type
"##,
        &inbound_call,
    );
    let routed = |body: &str| -> Seen {
        let body = format!("{{{body}}}");
        let seen = callhook::Webhook::inspect_request("", body.as_bytes()).unwrap();
        assert_eq!(callhook::Webhook::from_request("", body.as_bytes()).unwrap(), seen.value);
        let vendor = seen.value.vendor().map_or_else(|| "none".to_owned(), |vendor| vendor.to_string());
        (format!("{vendor} {}", seen.value.event_name()), codes(&seen.report), json!({}))
    };
    check_rows(
        r##"
    Webhook, requests without a query: vendor and event
    "SessionId":"s","Event":"SessionBegin" | desk session_event
    "SessionId":" s ","Event":" sessionbegin " | desk session_event | SessionId surrounding-blanks, Event word-spelling
    "SessionId":"s","SessionId":null,"Event":"SessionBegin","Event":"" | desk session_event | SessionId duplicate-key, Event duplicate-key
    "SessionId":"s","Event":"SessionBegin","Event":true | desk session_event | Event duplicate-key
    "SESSIONID":"s","event":"SessionBegin","Event":{} | desk session_event | SessionId key-spelling, Event duplicate-key, Event key-spelling
    "SessionId":"s","Event":"pigeon" | none unknown | SessionId unknown-key, Event unknown-key
    "CallbackCommand":"Desk.SessionEventNotify","SessionId":"s","Event":"SessionBegin" | desk session_event
    "CallbackCommand":" chatbot.onassignhuman ","SessionId":"s" | desk assign_agent | CallbackCommand word-spelling
    "CallbackCommand":"ChatBot.OnAssignHuman","CallbackCommand":"  ","SessionId":"s" | desk assign_agent | CallbackCommand duplicate-key
    "callbackcommand":"ChatBot.OnAssignHuman","CallbackCommand":true,"SessionId":7.0 | desk assign_agent | CallbackCommand duplicate-key, CallbackCommand key-spelling, SessionId coerced-type
    "CallbackCommand":"ChatBot.Pigeon","SessionId":"s","x":"a␊" | desk other | CallbackCommand unknown-word
    "accountId":"N1","callEvent":"link" | sevenmoor link
    "accountId":" N1 ","callEvent":" LINK ","callEvent":"" | sevenmoor link | accountId surrounding-blanks, callEvent word-spelling, callEvent duplicate-key
    "content":"{\"accountId\":\"N1\",\"callEvent\":\"link\"}" | sevenmoor link | content coerced-type
    "content":{"accountId":"N1","callEvent":"link"},"content":"" | sevenmoor link | content duplicate-key
    "content":"{\"accountId\":\"N1\",\"callEvent\":\"link\",\"callEvent\":\"\"}" | sevenmoor link | content coerced-type, content.callEvent duplicate-key
    "accountId":"","accountId":"N1","pushType":" CDR ","status":"answer" | sevenmoor cdr | accountId duplicate-key, pushType word-spelling, status word-spelling
    "accountId":"N1","accountId":true,"PUSHTYPE":"cdr","pushType":"  " | sevenmoor cdr | accountId duplicate-key, pushType duplicate-key, pushType key-spelling
    "accountId":"  ","pushType":"cdr" | none unknown | accountId unknown-key, pushType unknown-key
"##,
        &routed,
    );
}

// ---- undocumented keys ----

#[test]
fn undocumented_key() {
    check::<PhoneCdr>(
        CDR,
        |_| String::new(),
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr, keys that are not documented
    "x":" a " |  | x unknown-key | {"x":" a "}
    "x":"{\"a\":1}" |  | x unknown-key | {"x":"{\"a\":1}"}
    "x":{"0":{"a":1}} |  | x unknown-key | {"x":{"0":{"a":1}}}
    "x":1.0 |  | x unknown-key | {"x":1.0}
    "x":1e400 |  | x unknown-key, x huge-number | {"x":"1e400"}
    "x":"a␊b" |  | x unknown-key, x control-character | {"x":"a\nb"}
    "x":1,"x":2 |  | x unknown-key, x duplicate-key | {"x":2}
    "x":1e400,"x":2 |  | x unknown-key, x duplicate-key | {"x":2}
    "x":1,"x":null |  | x unknown-key, x duplicate-key | {"x":1}
    "x":1,"x":"" |  | x unknown-key, x duplicate-key | {"x":1}
    "x":1,"x":[] |  | x unknown-key, x duplicate-key | {"x":1}
    "x":1,"x":{} |  | x unknown-key, x duplicate-key | {"x":1}
    "x":1,"x":"  " |  | x unknown-key, x duplicate-key | {"x":1}
    "x":{},"x":"" |  | x unknown-key, x duplicate-key | {"x":{}}
    "x":{},"x":"  " |  | x unknown-key, x duplicate-key | {"x":"  "}
    "x":{"y":1,"y":{},"y":null} |  | x unknown-key | {"x":{"y":1}}
    "x":"a","x":1e400 |  | x unknown-key, x duplicate-key, x huge-number | {"x":"1e400"}
    "x":"a","x":"b␊" |  | x unknown-key, x duplicate-key, x control-character | {"x":"b\n"}
    "x":1,"X":null |  | x unknown-key, X unknown-key | {"X":null,"x":1}
    "\u212aey":1 |  | \u{212a}ey unknown-key | {"\u212aey":1}
    "":1,"":null |  | "" unknown-key, "" duplicate-key | {"":1}
    "Caller ":"1" |  | Caller  unknown-key | {"Caller ":"1"}
    "x":{"a":1,"a":null} |  | x unknown-key | {"x":{"a":1}}
"##,
    );
}

// ---- parameters of a query ----

/// The query of a record.
fn action(query: &str) -> Seen {
    let body = br#"{"SdkAppId":1400000214,"SessionId":"e97b"}"#;
    let findings = callhook::tccc::Push::inspect_request(query, body).map(|seen| codes(&seen.report));
    match Query::parse(query) {
        Ok(query) => (
            format!("{:?} {:?}", query.action, query.version),
            findings.unwrap(),
            serde_json::to_value(&query.extra).unwrap(),
        ),
        Err(error) => (format!("error {}", error.paths().join(" ")), Vec::new(), json!({})),
    }
}

#[test]
fn query() {
    check_rows(
        r##"
    tccc::Query action, version
    action=cdr&version=1 | Cdr Some("1")
    action=CDR&version=1 | Cdr Some("1") | ?action word-spelling
    ACTION=cdr | Cdr None | ?action key-spelling
    ACTION=%20CDR | Cdr None | ?action key-spelling, ?action query-form
    action=cdr&action=imcdr | ImCdr None | ?action duplicate-key
    action=cdr&action= | Cdr None | ?action duplicate-key
    action=cdr&action=+ | Cdr None | ?action duplicate-key
    action=&action=cdr | Cdr None | ?action duplicate-key
    action=cdr;version=1&action= | Cdr None | ?action duplicate-key, ?action query-form
    Action=imcdr&action=cdr | Cdr None | ?action duplicate-key
    Action=cdr&action= | Cdr None | ?action duplicate-key, ?action key-spelling
    action=cdr&version= | Cdr None
    action=cdr&version=2 | Cdr Some("2") | ?version other-version
    version=1 | error ?action
    action=&version=1 | error ?action
    action=+ | error ?action
    action=cdr&x=1 | Cdr None |  | {"x":"1"}
    action=cdr&x=1&x= | Cdr None |  | {"x":"1"}
    action=cdr&version=1&version= | Cdr Some("1") | ?version duplicate-key
"##,
        &action,
    );
    let callback = |query: &str| -> Seen {
        let CallbackQuery { sdk_appid, callback_command, client_ip, opt_platform, request_id, extra, .. } =
            CallbackQuery::parse(query).unwrap();
        let command = callback_command.map(|command| command.to_string());
        let value = format!("{sdk_appid:?} {command:?} {client_ip:?} {opt_platform:?} {request_id:?}");
        (value, Vec::new(), serde_json::to_value(&extra).unwrap())
    };
    check_rows(
        r##"
    desk::CallbackQuery SdkAppid, CallbackCommand, ClientIP, OptPlatform, RequestID (it has no report)
    SdkAppid=1400000214&OptPlatform=Web | Some(1400000214) None None Some(Web) None
    SdkAppid=%2B1400000214 | Some(1400000214) None None None None
    SdkAppid=+1400000214+ | Some(1400000214) None None None None
    SdkAppid=1400000214.0 | Some(1400000214) None None None None
    SdkAppid=1400000214.5 | None None None None None |  | {"SdkAppid":"1400000214.5"}
    SdkAppid=x | None None None None None |  | {"SdkAppid":"x"}
    SdkAppid=7&SdkAppid= | Some(7) None None None None
    SdkAppid=7&SdkAppid=x | Some(7) None None None None
    SdkAppId=7 | Some(7) None None None None
    SdkAppid=7&SDKAPPID=8 | Some(7) None None None None
    SDKAPPID=8&SdkAppid=x | Some(8) None None None None
    OptPlatform=+IOS+ | None None None Some(Ios) None
    OptPlatform=Web&OptPlatform=+ | None None None Some(Web) None
    OptPlatform=Watch | None None None Some(Other(Unlisted("Watch"))) None
    RequestID=+r-1%0A | None None None None Some("r-1")
    RequestID=r-1&RequestID=+ | None None None None Some("r-1")
    ClientIP=+10.0.0.7 | None None Some(" 10.0.0.7") None None
    CallbackCommand=Desk.SessionEventNotify&CallbackCommand= | None Some("Desk.SessionEventNotify") None None None
    x=1&x= | None None None None None |  | {"x":"1"}
"##,
        &callback,
    );
    check::<CallbackQuery>(
        "{@}",
        |query| shown(&query.callback_command),
        |query| query.extra.clone(),
        r##"
    desk::CallbackQuery CallbackCommand, from JSON
    "CallbackCommand":"Desk.SessionEventNotify" | Some(SessionEventNotify)
    "CallbackCommand":"Desk.SessionEventNotify;x" | Some(SessionEventNotify) | CallbackCommand query-form
    "CallbackCommand":7 | Some(Other(Unlisted("7"))) | CallbackCommand unknown-word
    "CallbackCommand":true | None | CallbackCommand unreadable-value | {"CallbackCommand":true}
    "CallbackCommand":{"a":1} | None | CallbackCommand unreadable-value | {"CallbackCommand":{"a":1}}
    "CallbackCommand":" " | None | CallbackCommand word-spelling
    "CallbackCommand":"Desk.SessionEventNotify","CallbackCommand":true | Some(SessionEventNotify) | CallbackCommand duplicate-key
"##,
    );
}

// ---- what a summary makes of it ----

#[test]
fn summary() {
    check::<PhoneCdr>(
        CDR,
        |cdr| {
            let call = cdr.summary();
            shown(&(call.outcome.as_ref().map(Outcome::as_str), call.answered_at))
        },
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr summary, outcome and answer
    "EndStatusString":"ok","AcceptTimestamp":1608130640 | (Some("answered"), Some(2020-12-16T14:57:20Z))
    "EndStatusString":" OK","AcceptTimestamp":"+1608130640" | (Some("answered"), Some(2020-12-16T14:57:20Z)) | EndStatusString word-spelling, AcceptTimestamp coerced-type
    "EndStatusString":"ok","AcceptTimestamp":"1970-01-01 08:00:00" | (None, None) | AcceptTimestamp instant-form
    "EndStatusString":"ok","AcceptTimestamp":1608130640,"AcceptTimestamp":0 | (None, None) | AcceptTimestamp duplicate-key
    "EndStatusString":"ok","AcceptTimestamp":1608130640,"AcceptTimestamp":"" | (Some("answered"), Some(2020-12-16T14:57:20Z)) | AcceptTimestamp duplicate-key
    "EndStatusString":"ok","AcceptTimestamp":1 | (None, None) | AcceptTimestamp unreadable-value | {"AcceptTimestamp":1}
    "EndStatusString":"ok","AcceptTimestamp":20201216225720,"AcceptTimestamp":1 | (Some("answered"), Some(2020-12-16T14:57:20Z)) | AcceptTimestamp duplicate-key, AcceptTimestamp instant-form
    "EndStatusString":"lineBusy","EndStatus":"206" | (Some("busy"), None) | EndStatusString unknown-word, EndStatus coerced-type
    "EndStatusString":"lineBusy","EndStatus":206.0,"EndStatus":206.5 | (Some("busy"), None) | EndStatusString unknown-word, EndStatus duplicate-key, EndStatus coerced-type
    "EndStatusString":"lineBusy","EndStatus":206.5 | (Some("lineBusy"), None) | EndStatusString unknown-word, EndStatus unreadable-value | {"EndStatus":206.5}
    "EndStatusString":true,"EndStatus":206 | (Some("busy"), None) | EndStatusString unreadable-value | {"EndStatusString":true}
    "EndStatusString":" powerOff ","EndStatus":206 | (Some("unreachable_switched_off"), None) | EndStatusString word-spelling
"##,
    );
    check::<PhoneCdr>(
        CDR,
        |cdr| {
            let call = cdr.summary();
            shown(&(call.customer_number, call.customer_id, call.recording_urls))
        },
        |cdr| cdr.extra.clone(),
        r##"
    PhoneCdr summary, the customer and the recordings
    "Direction":0,"Caller":13800000001.0 | (Some("13800000001"), None, []) | Caller coerced-type
    "Direction":"0","Caller":" oZB6q5c-tuMEz " | (None, None, []) | Direction coerced-type, Caller surrounding-blanks
    "CallType":3,"Caller":" u-1 " | (None, Some("u-1"), []) | Caller surrounding-blanks
    "CallType":3,"Caller":10086.0 | (None, Some("10086"), []) | Caller coerced-type
    "RecordURL":"https://r.example.com/1","VoicemailRecordURL":"https://r.example.com/v" | (None, None, ["https://r.example.com/1", "https://r.example.com/v"]) | VoicemailRecordURL coerced-type
    "VoicemailRecordURL":"[\"https://r.example.com/v\"]" | (None, None, ["https://r.example.com/v"]) | VoicemailRecordURL coerced-type
    "VoicemailRecordURL":["https://r.example.com/v"],"VoicemailRecordURL":{} | (None, None, ["https://r.example.com/v"]) | VoicemailRecordURL duplicate-key
    "RecordURL":"https://r.example.com/1","ServeParticipants":{"0":{"RecordURL":"https://r.example.com/2"}} | (None, None, ["https://r.example.com/1", "https://r.example.com/2"]) | ServeParticipants coerced-type
"##,
    );
    check::<CallRecord>(
        r#"{"hangupTime":"2021-05-08 14:39:47",@}"#,
        |record| {
            let call = record.summary();
            let outcome = call.outcome.as_ref().map(Outcome::as_str);
            format!("{outcome:?} {:?} {} {:?}", call.answered_at, seconds(call.ring), call.recording_urls)
        },
        |record| record.extra.clone(),
        r##"
    CallRecord summary, outcome, answer, ring and recordings
    "callType":"dialout","status":"ANSWER","customerAnswerTime":"2021-05-08 14:39:42" | Some("answered") Some(2021-05-08T06:39:42Z) None []
    "callType":"dialout","status":"ANSWER","customerAnswerTime":"0000-00-00 00:00:00" | None None None [] | customerAnswerTime instant-form
    "callType":"dialout","status":"ANSWER","customerAnswerTime":"1970-01-01 08:00:00" | None None None [] | customerAnswerTime instant-form
    "callType":"dialout","status":"ANSWER","customerAnswerTime":"2021-05-08 14:39:42","customerAnswerTime":"9999-12-31 23:59:59" | Some("answered") Some(2021-05-08T06:39:42Z) None [] | customerAnswerTime duplicate-key
    "callType":"dialout","status":"ANSWER","customerAnswerTime":"2021-05-08 14:39:42","customerAnswerTime":"0001-01-01T00:00:00Z" | None None None [] | customerAnswerTime duplicate-key, customerAnswerTime instant-form
    "callType":"dialout","customerStartTime":"1970-01-01 08:00:00","customerRingDuration":"0" | None None None [] | customerStartTime instant-form
    "callType":"dialout","customerStartTime":"2021-05-08 14:39:37","customerRingDuration":0 | None None 10 s []
    "callType":"dialout","customerStartTime":20210508143937,"customerStartTime":"" | None None 10 s [] | customerStartTime instant-form, customerStartTime duplicate-key
    "callType":"incoming","status":"queue_abandon","agentRingDuration":7.0 | Some("abandoned_in_queue") None None [] | status word-spelling, agentRingDuration coerced-type
    "recordFileUrl":"https://r.example.com/1","voiceMailUrl":"https://r.example.com/v","voiceMailUrl":true | None None None ["https://r.example.com/1", "https://r.example.com/v"] | voiceMailUrl duplicate-key
"##,
    );
}

// ---- the original of what was adjusted ----

#[test]
fn a_finding_has_the_original_of_each_of_a_pair() {
    let originals = |entries: &str| -> Seen {
        let body = CDR.replacen('@', entries, 1);
        let report = inspect::<PhoneCdr>(body.as_bytes()).unwrap().report;
        let original = |finding: &callhook::Finding| {
            let value = finding.value().map_or_else(|| "-".to_owned(), ToString::to_string);
            format!("{}={value}", finding.code())
        };
        let mut originals: Vec<_> = report.iter().map(original).collect();
        originals.sort();
        (originals.join(" "), Vec::new(), json!({}))
    };
    check_rows(
        r##"
    PhoneCdr, Finding::value
    "Caller":" 1 ","Caller":7.0 | coerced-type=7.0 duplicate-key=" 1 "
    "Caller":7.0,"Caller":"  " | coerced-type=7.0 duplicate-key="  "
    "Caller":{"a":1},"Caller":" 1 " | duplicate-key={"a":1} surrounding-blanks=" 1 "
    "HungUpSide":"pigeon","HungUpSide":"SEAT" | duplicate-key="pigeon" word-spelling="SEAT"
    "hungupside":"SEAT" | key-spelling=- word-spelling="SEAT"
    "StartTimestamp":1608130636,"StartTimestamp":"1970-01-01 08:00:00" | duplicate-key=1608130636 instant-form="1970-01-01 08:00:00"
    "StartTimestamp":1,"StartTimestamp":true | duplicate-key=1 unreadable-value=true
    "Duration":15,"Duration":"+0" | coerced-type="+0" duplicate-key=15
    "TelLocation":"{\"City\":7.0}" | coerced-type="{\"City\":7.0}" coerced-type=7.0
    "ServeParticipants":{"0":{"Mail":"a"}},"ServeParticipants":null | coerced-type=- duplicate-key=null
    "IVRKeyPressed":1 | coerced-type=1
    "UserRemark":"a␊" | control-character=-
"##,
        &originals,
    );
}

// ---- untouched ----

#[test]
fn what_looks_odd_and_is_not_is_left_alone_in_other_payloads_too() {
    check::<VideoCdr>(
        CDR,
        |cdr| shown(&cdr.client_data),
        |cdr| cdr.extra.clone(),
        r##"
    VideoCdr ClientData, base64
    "ClientData":"dGhpcyBpcyBh\n" | Some("dGhpcyBpcyBh\n")
    "ClientData":"eyJhIjoxfQ==" | Some("eyJhIjoxfQ==")
"##,
    );
    check::<MsgElement>(
        "{@}",
        |element| match &element.msg_content {
            MsgContent::Text(text) => shown(&text.text),
            other => shown(other),
        },
        |element| element.extra.clone(),
        r##"
    MsgElement MsgContent, what a customer wrote
    "MsgType":"TIMTextElem","MsgContent":{"Text":"{}"} | Some("{}")
    "MsgType":"TIMTextElem","MsgContent":{"Text":" [1] "} | Some(" [1] ")
    "MsgType":"TIMTextElem","MsgContent":{"Text":"0000-00-00 00:00:00"} | Some("0000-00-00 00:00:00")
"##,
    );
}
