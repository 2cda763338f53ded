//! Hostile bodies of any size, and every way to read one: what they cost may grow with the body, and no faster.

use std::hint::black_box;

use callhook::{Payload, desk, inspect, sevenmoor, tccc};

/// A way to handle a body, ready to run.
pub struct Door {
    pub name: &'static str,
    pub run: Box<dyn Fn()>,
}

/// A kind of hostile body.
pub struct Case {
    pub name: &'static str,
    /// A body of about that many bytes.
    pub body: fn(usize) -> String,
    /// What can be done with it.
    pub doors: fn(&str) -> Vec<Door>,
}

fn door<T>(name: &'static str, run: impl Fn() -> T + 'static) -> Door {
    Door { name, run: Box::new(move || drop(black_box(run()))) }
}

/// Every door of a payload. A body that is refused has the doors up to the refusal.
fn doors<T: Payload>(body: &str) -> Vec<Door> {
    let text = |body: &str| body.to_owned();
    let (plain, reported, through_serde) = (text(body), text(body), text(body));
    let mut doors = vec![
        door("from_slice", move || callhook::from_slice::<T>(plain.as_bytes())),
        door("inspect", move || inspect::<T>(reported.as_bytes())),
        door("Deserialize", move || serde_json::from_str::<T>(&through_serde)),
    ];
    if let Ok(seen) = inspect::<T>(body.as_bytes()) {
        let (value, report) = (seen.value, seen.report);
        let copy = value.clone();
        doors.push(door("Debug", move || format!("{copy:?}")));
        doors.push(door("Serialize", move || serde_json::to_string(&value)));
        doors.push(door("report", move || (report.to_string(), serde_json::to_string(&report), report.redacted())));
    }
    doors
}

fn with_summary<T, S: 'static>(body: &str, summary: fn(&T) -> S) -> Vec<Door>
where
    T: Payload,
{
    let mut doors = doors::<T>(body);
    if let Ok(value) = callhook::from_str::<T>(body) {
        doors.push(door("summary", move || summary(&value)));
    }
    doors
}

fn phone(body: &str) -> Vec<Door> {
    with_summary(body, tccc::PhoneCdr::summary)
}

fn chat(body: &str) -> Vec<Door> {
    with_summary(body, tccc::ChatCdr::summary)
}

fn moor(body: &str) -> Vec<Door> {
    with_summary(body, sevenmoor::Push::summary)
}

fn event(body: &str) -> Vec<Door> {
    doors::<desk::SessionEvent>(body)
}

/// The doors of a request whose query says nothing.
fn request(body: &str) -> Vec<Door> {
    let (of_any, of_desk) = (body.to_owned(), body.to_owned());
    vec![
        door("Webhook", move || callhook::Webhook::inspect_request("", of_any.as_bytes())),
        door("desk::Push", move || desk::Push::from_request("", of_desk.as_bytes())),
    ]
}

/// A TCCC record with these entries.
fn record(entries: &str) -> String {
    format!(r#"{{"SdkAppId":1400000214,"SessionId":"e97b",{entries}}}"#)
}

/// Desk's event with this message body.
fn message(elements: &str) -> String {
    format!(r#"{{"SessionId":"s","Event":"Human.UserSendMsg","MsgBody":{elements}}}"#)
}

/// 7moor's call record with these entries.
fn call(entries: &str) -> String {
    format!(r#"{{"pushType":"cdr",{entries}}}"#)
}

/// Items of about `size` bytes in all, separated by commas.
fn fill(size: usize, item: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(size + 100);
    for number in 0.. {
        if text.len() >= size {
            break;
        }
        if number > 0 {
            text.push(',');
        }
        text.push_str(&item(number));
    }
    text
}

const DEEP: usize = 100;

/// A text in so many brackets.
fn nested(open: &str, inner: &str, close: &str) -> String {
    format!("{}{inner}{}", open.repeat(DEEP), close.repeat(DEEP))
}

/// Levels in each other, each with a width of its own.
fn wide_and_deep(size: usize, open: &str, item: &str, close: &str) -> String {
    let level = fill(size / DEEP, |_| item.to_owned());
    let open = format!("{open}{level},");
    format!("{}{item}{}", open.repeat(DEEP), close.repeat(DEEP))
}

/// An object of one key that comes again and again, each time with such an object.
fn duplicates_within(levels: u32, key: &str, times: usize) -> String {
    if levels == 0 {
        return "1".to_owned();
    }
    let inner = duplicates_within(levels - 1, key, times);
    format!("{{{}}}", vec![format!("{key:?}:{inner}"); times].join(","))
}

/// The greatest number of times with which such an object has at most that many bytes.
fn times(size: usize, levels: u32) -> usize {
    ((size / 8) as f64).powf(1.0 / f64::from(levels)) as usize
}

/// Spellings of one field: the key, its other name, and both in all letter cases.
fn spelling(number: usize) -> String {
    let name = ["content", "Label"][number % 2];
    name.chars()
        .enumerate()
        .map(|(i, char)| if number >> (i + 1) & 1 == 1 { char.to_ascii_uppercase() } else { char })
        .collect()
}

/// A tag with a long value, and the tag again and again in another letter case.
fn tag(size: usize, key: &str, rest: &str) -> String {
    let blanks = " ".repeat(size / 2);
    let others = fill(size / 2, |_| format!(r#""{}":"x""#, key.to_uppercase()));
    format!(r#"{{"{key}":"{blanks}x",{others},{rest}}}"#)
}

/// All cases.
pub const CASES: &[Case] = &[
    // Tags.
    Case {
        name: "many spellings of a long accountId",
        body: |size| tag(size, "accountId", r#""callEvent":"ring","callType":"incoming""#),
        doors: request,
    },
    Case {
        name: "many spellings of a long SessionId",
        body: |size| tag(size, "SessionId", r#""Event":"SessionBegin""#),
        doors: request,
    },
    Case {
        name: "many spellings of a long CallbackCommand",
        body: |size| tag(size, "CallbackCommand", r#""Event":"SessionBegin""#),
        doors: request,
    },
    Case {
        name: "many spellings of a long pushType",
        body: |size| tag(size, "pushType", r#""accountId":"N1""#),
        doors: request,
    },
    // Deep arrays.
    Case {
        name: "1e999 in deep arrays, undocumented",
        body: |size| record(&format!(r#""x":{}"#, nested("[", &fill(size, |_| "1e999".to_owned()), "]"))),
        doors: phone,
    },
    Case {
        name: "1e999 in deep arrays, for a text",
        body: |size| record(&format!(r#""Caller":{}"#, nested("[", &fill(size, |_| "1e999".to_owned()), "]"))),
        doors: phone,
    },
    Case {
        name: "1e999 in deep arrays, for a list of objects",
        body: |size| {
            record(&format!(r#""ServeParticipants":{}"#, nested("[", &fill(size, |_| "1e999".to_owned()), "]")))
        },
        doors: phone,
    },
    Case {
        name: "1e999 in deep arrays, for an identity",
        body: |size| {
            format!(r#"{{"SdkAppId":{},"SessionId":"a"}}"#, nested("[", &fill(size, |_| "1e999".to_owned()), "]"))
        },
        doors: phone,
    },
    Case {
        name: "1e999 in a list of texts",
        body: |size| record(&format!(r#""IVRKeyPressed":[{}]"#, fill(size, |_| "1e999".to_owned()))),
        doors: phone,
    },
    Case {
        name: "absent values in deep arrays",
        body: |size| record(&format!(r#""Caller":{}"#, nested("[", &fill(size, |_| "null".to_owned()), "]"))),
        doors: phone,
    },
    // Depth times width.
    Case {
        name: "depth × width, arrays",
        body: |size| record(&format!(r#""x":{}"#, wide_and_deep(size, "[", "1e999", "]"))),
        doors: phone,
    },
    Case {
        name: "depth × width, arrays of nothing, for a list",
        body: |size| record(&format!(r#""IVRKeyPressed":{}"#, wide_and_deep(size, "[", "[]", "]"))),
        doors: phone,
    },
    Case {
        name: "depth × width, objects",
        body: |size| {
            let level = fill(size / DEEP, |number| format!(r#""k{number}":1e999"#));
            record(&format!(r#""x":{}"#, nested(&format!(r#"{{{level},"d":"#), "1", "}")))
        },
        doors: phone,
    },
    Case {
        name: "depth × width, in a message",
        body: |size| {
            let content = wide_and_deep(size, r#"{"a":"#, "1e999", "}").replace("1e999,", r#"1e999,"a":"#);
            message(&format!(r#"[{{"MsgType":"TIMTextElem","MsgContent":{content}}}]"#))
        },
        doors: event,
    },
    Case {
        name: "depth × width, each level alone where a list belongs",
        body: |size| {
            let open = r#"{"MsgType":"TIMRelayElem","MsgContent":{"MsgList":{"MsgBody":"#;
            let inside = fill(size.saturating_sub(24 * (open.len() + 3)), |_| "0".to_owned());
            message(&format!(r#"{}{{"x":[{inside}]}}{}"#, open.repeat(24), "}}}".repeat(24)))
        },
        doors: event,
    },
    // Long keys.
    Case {
        name: "a long key over many findings",
        body: |size| {
            let inside = fill(size / 2, |number| format!(r#""{number}":1e999"#));
            record(&format!(r#""{}":{{{inside}}}"#, "k".repeat(size / 2)))
        },
        doors: phone,
    },
    Case {
        name: "a long key over many lists of findings",
        body: |size| {
            let inside = fill(size / 2, |_| r#"[1e999,{"a":1,"a":"\ud800"}]"#.to_owned());
            record(&format!(r#""{}":[{inside}]"#, "键".repeat(size / 6)))
        },
        doors: phone,
    },
    Case {
        name: "a long key in each leg",
        body: |size| {
            let key = "k".repeat(size / 100);
            record(&format!(r#""ServeParticipants":[{}]"#, fill(size, |_| format!(r#"{{"{key}":1e999}}"#))))
        },
        doors: phone,
    },
    // Many of one kind.
    Case {
        name: "many legs",
        body: |size| {
            let leg = |number: usize| {
                format!(r#"{{"Sequence":{},"AcceptTimestamp":{}}}"#, number % 7, 1_608_130_636 - number % 1000)
            };
            record(&format!(r#""StartTimestamp":1608130000,"ServeParticipants":[{}]"#, fill(size, leg)))
        },
        doors: phone,
    },
    Case {
        name: "many short legs",
        body: |size| record(&format!(r#""ServeParticipants":[{}]"#, fill(size, |_| "{}".to_owned()))),
        doors: phone,
    },
    Case {
        name: "many legs of one undocumented key",
        body: |size| record(&format!(r#""ServeParticipants":[{}]"#, fill(size, |_| r#"{"":0}"#.to_owned()))),
        doors: phone,
    },
    Case {
        name: "many legs as an object with indices",
        body: |size| {
            record(&format!(r#""ServeParticipants":{{{}}}"#, fill(size, |number| format!(r#""{number}":{{"a":1}}"#))))
        },
        doors: phone,
    },
    Case {
        name: "many legs as JSON text",
        body: |size| {
            let legs = fill(size, |number| format!(r#"{{\"Sequence\":{number},\"x\":1e999}}"#));
            record(&format!(r#""ServeParticipants":"[{legs}]""#))
        },
        doors: phone,
    },
    Case {
        name: "many bill calls",
        body: |size| {
            call(&format!(r#""billCalls":[{}]"#, fill(size, |number| format!(r#"{{"x{number}":"{number}"}}"#))))
        },
        doors: moor,
    },
    Case {
        name: "many elements",
        body: |size| message(&format!("[{}]", fill(size, |_| r#"{"MsgType":"x","MsgContent":[1e999]}"#.to_owned()))),
        doors: event,
    },
    Case {
        name: "many undocumented keys",
        body: |size| record(&fill(size, |number| format!(r#""k{}":{number}"#, number.wrapping_mul(7919) % 1_000_003))),
        doors: phone,
    },
    Case {
        name: "many undocumented keys of a push without a type",
        body: |size| format!("{{{}}}", fill(size, |number| format!(r#""k{number}":1e999"#))),
        doors: moor,
    },
    Case {
        name: "many parameters of the caller's own",
        body: |size| call(&format!(r#""extras":{{{}}}"#, fill(size, |number| format!(r#""k{number}":1e999"#)))),
        doors: moor,
    },
    // Duplicates.
    Case {
        name: "duplicates of a field",
        body: |size| record(&fill(size, |number| format!(r#""Caller":"{number}""#))),
        doors: phone,
    },
    Case {
        name: "unreadable duplicates of an identity",
        body: |size| {
            format!(r#"{{{},"SdkAppId":7,"SessionId":"a"}}"#, fill(size, |number| format!(r#""SdkAppId":"x{number}""#)))
        },
        doors: phone,
    },
    Case {
        name: "unreadable duplicates of an object",
        body: |size| record(&fill(size, |_| r#""SeatUser":[{},{"a":1e999}]"#.to_owned())),
        doors: phone,
    },
    Case {
        name: "duplicates of a list",
        body: |size| record(&fill(size, |_| r#""ServeParticipants":[{"a":1},7,{}]"#.to_owned())),
        doors: phone,
    },
    Case {
        name: "duplicates of the tag",
        body: |size| {
            format!("{{{}}}", fill(size, |_| r#""pushType":["cdr"],"PUSHTYPE":"cdr","callEvent":{}"#.to_owned()))
        },
        doors: moor,
    },
    Case {
        name: "duplicates of the tag of an element",
        body: |size| {
            let tags =
                fill(size, |_| r#""MsgType":["TIMTextElem"],"msgtype":"TIMFaceElem","MsgContent":{}"#.to_owned());
            message(&format!("[{{{tags}}}]"))
        },
        doors: event,
    },
    Case {
        name: "duplicates within duplicates, two levels, undocumented",
        body: |size| record(&format!(r#""x":{}"#, duplicates_within(2, "a", times(size, 2)))),
        doors: phone,
    },
    Case {
        name: "duplicates within duplicates, many levels, undocumented",
        body: |size| record(&format!(r#""x":{}"#, duplicates_within(size.ilog2() - 3, "a", 2))),
        doors: phone,
    },
    Case {
        name: "duplicates within duplicates, documented",
        body: |size| {
            let inner = format!("{{{}}}", fill(size.isqrt(), |number| format!(r#""Mail":"{number}""#)));
            record(&fill(size, |_| format!(r#""SeatUser":{inner}"#)))
        },
        doors: phone,
    },
    Case {
        name: "duplicates within duplicates, in lists",
        body: |size| {
            let inner = format!("{{{}}}", fill(size.isqrt(), |number| format!(r#""Mail":"{number}","x":[1e999]"#)));
            record(&fill(size, |_| format!(r#""ServeParticipants":[{inner},{inner}]"#)))
        },
        doors: phone,
    },
    // Alias, letter case, duplicates.
    Case {
        name: "alias × case × duplicate",
        body: |size| {
            let entries = fill(size, |number| format!(r#""{}":"{number}""#, spelling(number)));
            record(&format!(r#""Satisfaction":{{{entries}}}"#))
        },
        doors: chat,
    },
    Case {
        name: "alias × case × duplicate, unreadable",
        body: |size| {
            let entries = fill(size, |number| format!(r#""{}":[1e999]"#, spelling(number)));
            record(&format!(r#""Satisfaction":{{{entries}}}"#))
        },
        doors: chat,
    },
    Case {
        name: "every field in another letter case, again and again",
        body: |size| {
            record(&fill(size, |_| {
                r#""CALLER":1,"caller":[2],"CALLEE":3,"callee":{},"UUI":[],"DURATION":"x","duration":5"#.to_owned()
            }))
        },
        doors: phone,
    },
    // Strings and numbers.
    Case {
        name: "lone surrogates in one text",
        body: |size| record(&format!(r#""Remark":"{}""#, r"\ud83d".repeat(size / 6))),
        doors: phone,
    },
    Case {
        name: "lone surrogates in a list of texts",
        body: |size| record(&format!(r#""IVRKeyPressed":[{}]"#, fill(size, |_| r#""\ud83d""#.to_owned()))),
        doors: phone,
    },
    Case {
        name: "lone surrogates in undocumented values",
        body: |size| record(&format!(r#""x":[{}]"#, fill(size, |_| r#""\ud83d""#.to_owned()))),
        doors: phone,
    },
    Case {
        name: "lone surrogates in keys and values",
        body: |size| record(&fill(size, |number| format!(r#""\ud83d{number}":"\udc00""#))),
        doors: phone,
    },
    Case {
        name: "control characters in keys and values",
        body: |size| record(&fill(size, |number| format!("\"\u{1}{number}\":\"\u{2}\u{3}\""))),
        doors: phone,
    },
    Case {
        name: "escapes in one text",
        body: |size| record(&format!(r#""Remark":"{}""#, r"\n\u0041\\".repeat(size / 10))),
        doors: phone,
    },
    Case {
        name: "a long number, undocumented",
        body: |size| record(&format!(r#""x":{}"#, "7".repeat(size))),
        doors: phone,
    },
    Case {
        name: "a long number with a point",
        body: |size| record(&format!(r#""x":[0.{0}1,-1{0}e-5,1.{0}E5]"#, "0".repeat(size / 3))),
        doors: phone,
    },
    Case {
        name: "a long number for every kind of field",
        body: |size| {
            let digits = "7".repeat(size / 8);
            record(
                &[
                    "Caller",
                    "StartTimestamp",
                    "Duration",
                    "SkillGroupId",
                    "EndStatusString",
                    "SeatUser",
                    "IVRKeyPressed",
                ]
                .map(|key| format!(r#""{key}":{digits}"#))
                .join(","),
            )
        },
        doors: phone,
    },
    Case {
        name: "a long text for every kind of field",
        body: |size| {
            let digits = "7".repeat(size / 8);
            record(
                &[
                    "Caller",
                    "StartTimestamp",
                    "Duration",
                    "SkillGroupId",
                    "EndStatusString",
                    "SeatUser",
                    "IVRKeyPressed",
                ]
                .map(|key| format!(r#""{key}":" [{digits} ""#))
                .join(","),
            )
        },
        doors: phone,
    },
    Case {
        name: "many parts of a text",
        body: |size| call(&format!(r#""preMediaKeyWord":["{}"]"#, "a|".repeat(size / 2))),
        doors: moor,
    },
    // Refused at the end.
    Case {
        name: "not JSON at the end",
        body: |size| format!("{{{},", fill(size, |number| format!("\"k{number}\":\n1e999"))),
        doors: phone,
    },
];
