//! What a body must give, as the documentation says it, not as reading does: the kind of each field, and what
//! a log may show of it; what each kind makes of each odd value, and which of several values counts. All of it literal.

use callhook::Code;
use serde_json::{Map, Value};

use crate::support::Tree;

/// What a field is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// An identifier, phone number or account.
    Id(Shows),
    /// An identifier of which table and sample differ, one with a number.
    IdOrNumber(Shows),
    /// Any other text.
    Text(Shows),
    /// Text that is documented to carry JSON.
    JsonText,
    /// An object of the user's own, `""` in the samples.
    Extras,
    Unsigned,
    Signed,
    /// A number of which 0 is no value.
    Unsigned0,
    Signed0,
    /// A 32-bit number of which table and sample differ, one with a text.
    SmallOrText,
    Float,
    Flag,
    Word,
    /// A number of a list, in which 0 is or is not.
    Code(bool),
    /// A number of the list of agents' statuses, as text.
    StatusText,
    UnixSeconds,
    UnixSecondsText,
    UnixMillis,
    /// Milliseconds of which two tables differ, one with a text.
    UnixMillisOrText,
    ChinaTime,
    Seconds,
    /// Seconds of which table and sample differ, one with a text.
    SecondsOrText,
    Millis,
    Object(Shape),
    /// `MsgContent`: what `MsgType` says.
    Content,
    Texts(Shows),
    /// Texts of which table and sample differ, one with a single text.
    TextsOrText(Shows),
    Ids(Shows),
    /// Texts of parts, for which no number stands.
    PartTexts(Shows),
    Objects(Shape),
    /// What decides how the rest is read.
    Tag,
    /// An object that decides so.
    Wrapped(Shape),
    /// The command of a session event, or the event of an inbound call.
    Command,
    /// An object of whatever keys, `""` if there are none.
    AnyObject,
}

/// What a log may show of a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shows {
    /// All: an id, a name that the contact centre gave.
    All,
    /// A listed word, a number, an instant; of another value the JSON type.
    Known,
    /// Country code and last two digits.
    Phone,
    /// What is behind the `@`.
    Account,
    /// The first character.
    Name,
    /// The host.
    Host,
    /// That there is a value.
    Nothing,
    /// The same; the value is a number.
    Coordinate,
    /// The JSON type.
    Type,
}

impl Kind {
    /// What a log may show of a field, unless it is an object; of a list, of each item.
    pub fn shows(self) -> Shows {
        match self {
            Id(shows) | IdOrNumber(shows) | Text(shows) => shows,
            Texts(shows) | TextsOrText(shows) | Ids(shows) | PartTexts(shows) => shows,
            JsonText => Nothing,
            Float => Coordinate,
            Extras | AnyObject => Type,
            // A number from 100 on is the account's own.
            StatusText => All,
            _ => Known,
        }
    }

    pub fn is_list_of_texts(self) -> bool {
        matches!(self, Texts(_) | TextsOrText(_) | Ids(_) | PartTexts(_))
    }
}

/// The documented keys of an object, each with its kind; all that the samples have, and all that are texts or objects.
pub type Shape = &'static [(&'static str, Kind)];

use Kind::*;
use Shows::*;

/// Documented keys in another form, beside other letter cases: as it may come, as it is written.
const ALIASES: &[(&str, &str)] = &[("Label", "content")];

/// Fields without which the body cannot be read.
pub const IDENTITIES: &[&str] = &["SdkAppId", "SessionId", "Event", "RequestId"];

/// Beside the first key the second is no identity.
const NO_IDENTITIES: &[(&str, &str)] = &[("RequestId", "SdkAppId"), ("CallInBound", "Event")];

const SEAT_USER: Shape = &[
    ("Mail", Id(Account)),
    ("Name", Text(Name)),
    ("Nick", Text(Name)),
    ("Phone", Id(Phone)),
    ("UserId", Id(Account)),
    ("StaffNumber", Id(All)),
    ("ExtensionNumber", Id(Phone)),
    ("Role", Code(false)),
    ("SkillGroupNameList", Texts(All)),
];

const KEY_PRESS: Shape = &[
    ("Key", Text(Nothing)),
    ("Label", Text(Nothing)),
    ("Timestamp", UnixMillis),
    ("NodeLabel", Text(All)),
    ("OriginalContent", Text(Nothing)),
    ("TTSPrompt", Text(Nothing)),
];

const LEG: Shape = &[
    ("Sequence", Signed),
    ("Mail", Id(Account)),
    ("Phone", Id(Phone)),
    ("StartTimestamp", UnixSeconds),
    ("RingTimestamp", UnixSeconds),
    ("AcceptTimestamp", UnixSeconds),
    ("EndedTimestamp", UnixSeconds),
    ("Type", Word),
    ("RecordId", Id(All)),
    ("RecordURL", Text(Host)),
    ("CustomRecordURL", Text(Host)),
    ("TransferFrom", Id(Account)),
    ("TransferFromType", Word),
    ("TransferTo", Id(Account)),
    ("TransferToType", Word),
    ("SkillGroupId", Unsigned0),
    ("SkillGroupName", Text(All)),
    ("EndStatusString", Word),
];

const TEL_LOCATION: Shape = &[
    ("TelNumber", Id(Phone)),
    ("Country", Text(Nothing)),
    ("Province", Text(Nothing)),
    ("City", Text(Nothing)),
    ("Operator", Text(All)),
];

pub const PHONE: Shape = &[
    ("SdkAppId", Unsigned),
    ("SessionId", Id(All)),
    ("Direction", Code(true)),
    ("CallType", Code(false)),
    ("Time", UnixSeconds),
    ("StartTimestamp", UnixSeconds),
    ("QueuedTimestamp", UnixSeconds),
    ("RingTimestamp", UnixSeconds),
    ("AcceptTimestamp", UnixSeconds),
    ("EndedTimestamp", UnixSeconds),
    ("QueuedSkillGroupId", Unsigned0),
    ("QueuedSkillGroupName", Text(All)),
    ("SkillGroupId", Unsigned0),
    ("SkillGroup", Text(All)),
    ("Duration", Seconds),
    ("IVRDuration", Seconds),
    ("EndStatusString", Word),
    ("EndStatus", Signed),
    ("SysHangupReason", Signed),
    ("SysHangupReasonString", Text(All)),
    ("HungUpSide", Word),
    ("Caller", Id(Phone)),
    ("Callee", Id(Phone)),
    ("ProtectedCaller", Id(Phone)),
    ("ProtectedCallee", Id(Phone)),
    ("CallerLocation", Text(Nothing)),
    ("IVRKeyPressed", Texts(Nothing)),
    ("IVRKeyPressedEx", Objects(KEY_PRESS)),
    ("PostIVRKeyPressed", Objects(KEY_PRESS)),
    ("PostIVRKeyPressedEx", Objects(KEY_PRESS)),
    ("SeatUser", Object(SEAT_USER)),
    ("AIAgentId", Unsigned0),
    ("AIAgentName", Text(All)),
    ("ServeParticipants", Objects(LEG)),
    ("RecordId", Id(All)),
    ("RecordURL", Text(Host)),
    ("CustomRecordURL", Text(Host)),
    ("AsrUrl", Text(Host)),
    ("AsrStatus", Word),
    ("VoicemailRecordURL", Texts(Host)),
    ("VoicemailAsrURL", Texts(Host)),
    ("UserRemark", Text(Nothing)),
    ("Remark", Text(Nothing)),
    ("TelLocation", Object(TEL_LOCATION)),
    ("Uui", Text(Nothing)),
    ("UUI", Text(Nothing)),
];

pub const CHAT: Shape = &[
    ("SdkAppId", Unsigned),
    ("SessionId", Id(All)),
    ("Type", Code(false)),
    ("StartTimestamp", UnixSeconds),
    ("QueuedTimestamp", UnixSeconds),
    ("RingTimestamp", UnixSeconds),
    ("AcceptTimestamp", UnixSeconds),
    ("EndedTimestamp", UnixSeconds),
    ("QueuedSkillGroupId", Unsigned0),
    ("QueuedSkillGroupName", Text(All)),
    ("Duration", Seconds),
    ("EndStatusString", Word),
    ("EndStatus", Signed),
    ("UserId", Id(Account)),
    ("UserNickName", Text(Name)),
    ("IVRKeyPressed", Texts(Nothing)),
    ("SeatUser", Object(SEAT_USER)),
    ("Satisfaction", Object(&[("id", Id(All)), ("content", Text(All))])),
    ("UserRemark", Text(Nothing)),
    ("ClientData", Text(Nothing)),
];

pub const VIDEO: Shape = &[
    ("SdkAppId", Unsigned),
    ("SessionId", Id(All)),
    ("StartTimestamp", UnixSeconds),
    ("AcceptTimestamp", UnixSeconds),
    ("EndedTimestamp", UnixSeconds),
    ("QueuedSkillGroupName", Text(All)),
    ("Duration", Seconds),
    ("EndStatusString", Word),
    ("UserId", Id(Account)),
    ("UserNickName", Text(Name)),
    ("SeatUser", Object(SEAT_USER)),
    ("UserRemark", Text(Nothing)),
    ("ClientData", Text(Nothing)),
];

pub const RECORD: Shape = &[
    ("SdkAppId", Unsigned),
    ("SessionId", Id(All)),
    ("RecordId", Id(All)),
    ("Timestamp", UnixSeconds),
    ("EndpointUser", Id(Account)),
    ("RecordURL", Text(Host)),
    ("CustomRecordURL", Text(Host)),
];

pub const VOICEMAIL: Shape = &[
    ("SdkAppId", Unsigned),
    ("SessionId", Id(All)),
    ("Timestamp", UnixSeconds),
    ("RecordURL", Text(Host)),
    ("EndpointUser", IdOrNumber(Phone)),
];

pub const INBOUND_CALL: Shape = &[
    ("Event", Command),
    ("SessionId", Id(All)),
    ("SdkAppId", Unsigned),
    (
        "CallInBound",
        Object(&[("AIAgentId", Unsigned0), ("IvrId", Unsigned0), ("Caller", Id(Phone)), ("Callee", Id(Phone))]),
    ),
];

pub const SPECIFIED_SEAT: Shape = &[
    ("RequestId", Id(All)),
    ("Timestamp", UnixSeconds),
    ("SdkAppId", Unsigned),
    ("SessionType", Text(All)),
    ("User", Id(Phone)),
];

pub const ASSIGN_AGENT: Shape = &[
    ("CallbackCommand", Word),
    ("SessionId", Id(All)),
    ("ClientUserId", Id(Account)),
    ("CustomerServiceId", Id(All)),
    ("EventTime", UnixMillisOrText),
];

pub const INTERFACE_INVOCATION: Shape =
    &[("CallbackCommand", Word), ("Body", AnyObject), ("EventTime", UnixMillisOrText)];

const ELEMENT: Shape = &[("MsgType", Tag), ("MsgContent", Content)];

const RELAYED: Shape = &[
    ("From_Account", Id(Account)),
    ("To_Account", Id(Account)),
    ("GroupId", Id(All)),
    ("MsgSeq", Unsigned),
    ("MsgRandom", Unsigned),
    ("MsgTimeStamp", UnixSeconds),
    ("MsgBody", Objects(ELEMENT)),
    ("CloudCustomData", JsonText),
];

/// What `MsgContent` holds, by `MsgType`.
pub const CONTENTS: &[(&str, Shape)] = &[
    ("TIMTextElem", &[("Text", Text(Nothing))]),
    ("TIMLocationElem", &[("Desc", Text(Nothing)), ("Latitude", Float), ("Longitude", Float)]),
    ("TIMFaceElem", &[("Index", Signed), ("Data", JsonText)]),
    ("TIMCustomElem", &[("Data", JsonText), ("Desc", Text(Nothing)), ("Ext", Text(Nothing)), ("Sound", Text(Nothing))]),
    (
        "TIMSoundElem",
        &[
            ("Url", Text(Host)),
            ("UUID", Id(Account)),
            ("Size", Unsigned),
            ("Second", Seconds),
            ("Download_Flag", Signed),
        ],
    ),
    (
        "TIMImageElem",
        &[
            ("UUID", Id(Account)),
            ("ImageFormat", Code(false)),
            (
                "ImageInfoArray",
                Objects(&[
                    ("Type", Code(false)),
                    ("Size", Unsigned),
                    ("Width", Unsigned),
                    ("Height", Unsigned),
                    ("URL", Text(Host)),
                ]),
            ),
        ],
    ),
    (
        "TIMFileElem",
        &[
            ("Url", Text(Host)),
            ("UUID", Id(Account)),
            ("FileSize", Unsigned),
            ("FileName", Text(Nothing)),
            ("Download_Flag", Signed),
        ],
    ),
    (
        "TIMVideoFileElem",
        &[
            ("VideoUrl", Text(Host)),
            ("VideoUUID", Id(Account)),
            ("VideoSize", Unsigned),
            ("VideoSecond", Seconds),
            ("VideoFormat", Text(All)),
            ("VideoDownloadFlag", Signed),
            ("ThumbUrl", Text(Host)),
            ("ThumbUUID", Id(Account)),
            ("ThumbSize", Unsigned),
            ("ThumbWidth", Unsigned),
            ("ThumbHeight", Unsigned),
            ("ThumbFormat", Text(All)),
            ("ThumbDownloadFlag", Signed),
        ],
    ),
    (
        "TIMRelayElem",
        &[
            ("Title", Text(Nothing)),
            ("MsgNum", Unsigned),
            ("CompatibleText", Text(Nothing)),
            ("AbstractList", Texts(Nothing)),
            ("MsgList", Objects(RELAYED)),
            ("JsonMsgKey", Id(Account)),
        ],
    ),
    (
        "TIMStreamElem",
        &[
            ("CompatibleText", Text(Nothing)),
            (
                "Chunks",
                Objects(&[("EventType", Text(All)), ("Index", Signed), ("Markdown", Text(Nothing)), ("IsLast", Flag)]),
            ),
        ],
    ),
];

pub const EVENT: Shape = &[
    ("CallbackCommand", Command),
    ("SessionId", Id(All)),
    ("Event", Word),
    ("EventTime", UnixMillis),
    ("ChannelType", Word),
    ("ClientUserId", Id(Account)),
    ("CustomerServiceId", Id(All)),
    ("AgentId", Id(Account)),
    ("ForwardFromAgentId", Id(Account)),
    ("MsgKey", Id(Account)),
    ("MsgBody", Objects(ELEMENT)),
    ("CloudCustomData", JsonText),
    ("IsContactUser", Flag),
    ("SatisfactionSelected", Signed0),
];

pub const CALL: Shape = &[
    ("accountId", Id(All)),
    ("superUniqueId", Id(All)),
    ("customerNumber", Id(Phone)),
    ("trunkNumber", Id(Phone)),
    ("displayNumber", Id(Phone)),
    ("statusTime", UnixSecondsText),
    ("callEvent", Word),
    ("callType", Word),
    ("agentNumber", Id(All)),
    ("agentName", Text(Name)),
    ("statusName", Text(All)),
    ("statusNumber", StatusText),
    ("extras", Extras),
    ("callUniqueId", Id(All)),
    ("eventUniqueId", Id(All)),
    ("uniqueId", Id(All)),
    ("pushType", Tag),
    ("groupIdList", Ids(All)),
    ("groupNameList", Texts(All)),
];

/// The same, but without a `pushType`: two words say which event it is.
pub const UNTAGGED_CALL: Shape = &[
    ("accountId", Id(All)),
    ("superUniqueId", Id(All)),
    ("customerNumber", Id(Phone)),
    ("trunkNumber", Id(Phone)),
    ("displayNumber", Id(Phone)),
    ("statusTime", UnixSecondsText),
    ("callEvent", Tag),
    ("callType", Tag),
    ("agentNumber", Id(All)),
    ("agentName", Text(Name)),
    ("extras", Extras),
    ("callUniqueId", Id(All)),
    ("eventUniqueId", Id(All)),
];

pub const WRAPPED_CALL: Shape = &[
    ("uniqueId", Id(All)),
    ("pushType", Tag),
    ("accountId", Id(All)),
    ("callUniqueId", Id(All)),
    ("eventUniqueId", Id(All)),
    ("content", Wrapped(UNTAGGED_CALL)),
];

pub const CALL_RECORD: Shape = &[
    ("accountId", Id(All)),
    ("pushType", Tag),
    ("actionId", Id(All)),
    ("agentAnswerTime", ChinaTime),
    ("agentAreaCode", Text(Nothing)),
    ("agentCity", Text(Nothing)),
    ("agentCountry", Text(Nothing)),
    ("agentCountryCode", Text(All)),
    ("agentFileUrl", Text(Host)),
    ("agentNumber", Id(All)),
    ("agentProvince", Text(Nothing)),
    ("agentRingDuration", SecondsOrText),
    ("agentStartTime", ChinaTime),
    ("agentTelNumber", Id(Phone)),
    ("agentTelType", Text(All)),
    ("applicationId", Id(All)),
    ("billCalls", PartTexts(Nothing)),
    ("bridgeDuration", SecondsOrText),
    ("bridgeTime", ChinaTime),
    ("callId", Id(All)),
    ("callType", Word),
    ("cdrType", Text(All)),
    ("createTime", ChinaTime),
    ("customerAnswerTime", ChinaTime),
    ("customerAreaCode", Text(Nothing)),
    ("customerCity", Text(Nothing)),
    ("customerCountry", Text(Nothing)),
    ("customerCountryCode", Text(All)),
    ("customerFileUrl", Text(Host)),
    ("customerNumber", Id(Phone)),
    ("customerNumberType", Text(All)),
    ("customerProvince", Text(Nothing)),
    ("customerRingDuration", SecondsOrText),
    ("customerStartTime", ChinaTime),
    ("displayNumber", Id(Phone)),
    ("endTime", ChinaTime),
    ("failureReason", Word),
    ("gatewayIP", Text(Nothing)),
    ("hangUpSide", Word),
    ("hangupTime", ChinaTime),
    ("hotLineNumber", Id(Phone)),
    ("id", Id(All)),
    ("ivrId", Id(All)),
    ("ivrTime", ChinaTime),
    ("joinQueueTime", ChinaTime),
    ("satisfyKeys", TextsOrText(Nothing)),
    ("loginType", Word),
    ("playNumberDuration", SecondsOrText),
    ("queueNumber", Id(All)),
    ("recordFileUrl", Text(Host)),
    ("recordType", Word),
    ("recordingDuration", SecondsOrText),
    ("satisfyDuration", SecondsOrText),
    ("satisfyEndTime", ChinaTime),
    ("satisfyIvrId", Id(All)),
    ("satisfyStartTime", ChinaTime),
    ("sipCode", SmallOrText),
    ("startTime", ChinaTime),
    ("status", Word),
    ("callUniqueId", Id(All)),
    ("eventUniqueId", Id(All)),
    ("systemAnswerTime", ChinaTime),
    ("taskId", Id(All)),
    ("totalDuration", SecondsOrText),
    ("trunkNumber", Id(Phone)),
    ("virtualNumber", Id(Phone)),
    ("waitDuration", SecondsOrText),
    ("ivrName", Text(All)),
    ("queueName", Text(All)),
    ("agentName", Text(Name)),
    ("agentId", Id(Account)),
    ("matchResult", Text(All)),
    ("customerId", Id(Account)),
    ("customerName", Text(Name)),
    ("saveTime", ChinaTime),
    ("extras", Extras),
    ("groupIdList", Ids(All)),
    ("groupNameList", Texts(All)),
    ("doubleTrackFileUrl", Text(Host)),
    ("voiceMailUrl", Text(Host)),
];

const SEGMENT: Shape = &[("beginTime", Millis), ("endTime", Millis), ("channelId", Signed), ("text", Text(Nothing))];

pub const MEDIA: Shape = &[
    ("callUniqueId", Id(All)),
    ("accountId", Id(All)),
    ("pushType", Tag),
    ("agentNumber", Id(All)),
    ("preMediaFailureReason", Text(All)),
    ("preMediaCode", Signed),
    ("preMediaKeyWord", Text(Nothing)),
    ("eventUniqueId", Id(All)),
    ("content", Object(&[("segments", Objects(SEGMENT))])),
];

pub const LOGIN: Shape = &[
    ("accountId", Id(All)),
    ("agentNumber", Id(All)),
    ("agentName", Text(Name)),
    ("statusTime", ChinaTime),
    ("loginType", Word),
    ("offlineType", Word),
    ("logoutType", Word),
    ("eventUniqueId", Id(All)),
    ("pushType", Tag),
];

// ---- odd values ----

/// Values of every kind, none of them meant for any field.
pub const ODD: &[&str] = &[
    "null",
    r#""""#,
    "[]",
    r#"[""]"#,
    "{}",
    "true",
    "false",
    "0",
    r#""0""#,
    "186",
    "-7",
    "1.5",
    "15.0",
    "1.38E10",
    "123456789012345678",
    "123456789012345678901234567890",
    "1e400",
    r#""noSuchWord""#,
    r#""007""#,
    r#"" 186 ""#,
    r#""+15""#,
    "1608130636",
    r#""1608130636""#,
    "1608130636000",
    "20201216225716",
    r#""2020-12-16 22:57:16""#,
    r#""1970-01-01 08:00:00""#,
    r#"{"deep":{"er":[1,"x"]}}"#,
    r#"{"0":{"deep":1}}"#,
    r#"[{"deep":1}]"#,
    "[[1],{}]",
    r#""{\"deep\":1}""#,
    r#""[{\"deep\":1}]""#,
];

/// What a value is read as.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// Read, and written so.
    Value(Value),
    /// No value.
    Absent,
    /// Kept in `extra`.
    Aside,
    /// Not said here.
    Unsaid,
}

/// A finding: the path, and the code.
pub type Finding = (String, Code);

/// What is written of a value that is kept as it came: a number that no double equals is its digits.
fn kept(tree: &Tree) -> Value {
    match tree {
        Tree::Number(digits) if is_huge(digits) => digits.as_str().into(),
        Tree::List(items) => items.iter().map(kept).collect(),
        Tree::Object(entries) => {
            let winner = |key: &str| &entries[winner_of(entries, key)].1;
            Value::Object(entries.iter().map(|(key, _)| (key.clone(), kept(winner(key)))).collect())
        }
        other => serde_json::from_str(&other.write()).unwrap(),
    }
}

/// Which of the values of an undocumented key counts: the last that says something, or else has a value, or else the
/// last.
fn winner_of(entries: &[(String, Tree)], key: &str) -> usize {
    let last =
        |is_wanted: fn(&Tree) -> bool| entries.iter().rposition(|(other, value)| other == key && is_wanted(value));
    last(|value| !says_nothing(value)).or(last(|value| !is_absent(value))).or(last(|_| true)).unwrap()
}

/// Whether a value says nothing, whatever its field is.
fn says_nothing(value: &Tree) -> bool {
    match value {
        Tree::Object(entries) => entries.is_empty(),
        Tree::Text(text) => text.trim().is_empty(),
        other => is_absent(other),
    }
}

fn is_huge(digits: &str) -> bool {
    ["123456789012345678901234567890", "1e400"].contains(&digits)
}

/// What a kind makes of the odd values that it can read, except those that say "no value": the value, what is written,
/// and what is reported.
fn readable(kind: Kind, json: &str) -> Option<(&'static str, &'static [Code])> {
    const COERCED: &[Code] = &[Code::CoercedType];
    const FORM: &[Code] = &[Code::InstantForm];
    const UNKNOWN: &[Code] = &[Code::UnknownWord];
    const HUGE_UNKNOWN: &[Code] = &[Code::UnknownWord, Code::HugeNumber];
    type Row = (&'static str, &'static str, &'static [Code]);
    const INTEGERS: &[Row] = &[
        ("0", "0", &[]),
        (r#""0""#, "0", COERCED),
        ("186", "186", &[]),
        ("15.0", "15", COERCED),
        (r#""007""#, "7", COERCED),
        (r#"" 186 ""#, "186", COERCED),
        (r#""+15""#, "15", COERCED),
        ("1608130636", "1608130636", &[]),
        (r#""1608130636""#, "1608130636", COERCED),
    ];
    const LARGE: &[Row] = &[
        ("1.38E10", "13800000000", COERCED),
        ("1608130636000", "1608130636000", &[]),
        ("20201216225716", "20201216225716", &[]),
    ];
    const HUGE_INTEGER: &[Row] = &[("123456789012345678", "123456789012345678", &[])];
    const NEGATIVE: &[Row] = &[("-7", "-7", &[])];
    const FRACTION: &[Row] = &[("1.5", "1.5", &[])];
    const INTEGERS_OR_TEXT: &[Row] = &[
        ("0", "0", &[]),
        (r#""0""#, "0", &[]),
        ("186", "186", &[]),
        ("15.0", "15", COERCED),
        (r#"" 186 ""#, "186", &[Code::SurroundingBlanks]),
        ("1608130636", "1608130636", &[]),
        (r#""1608130636""#, "1608130636", &[]),
    ];
    const WITH_MORE_DIGITS: &[Row] = &[(r#""007""#, "7", COERCED), (r#""+15""#, "15", COERCED)];
    const FLOATS: &[Row] = &[
        ("0", "0.0", &[]),
        (r#""0""#, "0.0", COERCED),
        ("186", "186.0", &[]),
        ("-7", "-7.0", &[]),
        ("1.5", "1.5", &[]),
        ("15.0", "15.0", &[]),
        ("1.38E10", "13800000000.0", &[]),
        (r#""007""#, "7.0", COERCED),
        (r#"" 186 ""#, "186.0", COERCED),
        (r#""+15""#, "15.0", COERCED),
        ("1608130636", "1608130636.0", &[]),
        (r#""1608130636""#, "1608130636.0", COERCED),
        ("1608130636000", "1608130636000.0", &[]),
        ("20201216225716", "20201216225716.0", &[]),
    ];
    const FLAGS: &[Row] =
        &[("true", "true", &[]), ("false", "false", &[]), ("0", "false", COERCED), (r#""0""#, "false", COERCED)];
    /// All that are read as text by each kind of text.
    const TEXTS: &[Row] = &[
        ("0", r#""0""#, COERCED),
        ("186", r#""186""#, COERCED),
        ("-7", r#""-7""#, COERCED),
        ("123456789012345678", r#""123456789012345678""#, COERCED),
        ("123456789012345678901234567890", r#""123456789012345678901234567890""#, &[Code::HugeNumber]),
        ("1608130636", r#""1608130636""#, COERCED),
        ("1608130636000", r#""1608130636000""#, COERCED),
        ("20201216225716", r#""20201216225716""#, COERCED),
        (r#""0""#, r#""0""#, &[]),
        (r#""noSuchWord""#, r#""noSuchWord""#, &[]),
        (r#""007""#, r#""007""#, &[]),
        (r#""+15""#, r#""+15""#, &[]),
        (r#""1608130636""#, r#""1608130636""#, &[]),
        (r#""2020-12-16 22:57:16""#, r#""2020-12-16 22:57:16""#, &[]),
        (r#""1970-01-01 08:00:00""#, r#""1970-01-01 08:00:00""#, &[]),
        (r#""{\"deep\":1}""#, r#""{\"deep\":1}""#, &[]),
        (r#""[{\"deep\":1}]""#, r#""[{\"deep\":1}]""#, &[]),
    ];
    const OF_IDS: &[Row] = &[
        ("15.0", r#""15""#, COERCED),
        ("1.38E10", r#""13800000000""#, COERCED),
        (r#"" 186 ""#, r#""186""#, &[Code::SurroundingBlanks]),
    ];
    const OF_OTHER_TEXTS: &[Row] = &[
        ("1.5", r#""1.5""#, COERCED),
        ("15.0", r#""15.0""#, COERCED),
        ("1.38E10", r#""1.38E10""#, COERCED),
        ("1e400", r#""1e400""#, &[Code::HugeNumber]),
        (r#"" 186 ""#, r#"" 186 ""#, &[]),
    ];
    /// A number is written as one where that says the same.
    const IDS_OR_NUMBERS: &[Row] = &[
        ("0", "0", &[]),
        (r#""0""#, "0", &[]),
        ("186", "186", &[]),
        ("-7", r#""-7""#, &[]),
        ("15.0", "15", COERCED),
        ("1.38E10", "13800000000", COERCED),
        ("123456789012345678", r#""123456789012345678""#, &[]),
        ("123456789012345678901234567890", r#""123456789012345678901234567890""#, &[Code::HugeNumber]),
        (r#"" 186 ""#, "186", &[Code::SurroundingBlanks]),
        ("1608130636", "1608130636", &[]),
        (r#""1608130636""#, "1608130636", &[]),
        ("1608130636000", "1608130636000", &[]),
        ("20201216225716", "20201216225716", &[]),
    ];
    const WORDS: &[Row] = &[
        ("0", r#""0""#, UNKNOWN),
        (r#""0""#, r#""0""#, UNKNOWN),
        ("186", r#""186""#, UNKNOWN),
        ("-7", r#""-7""#, UNKNOWN),
        ("1.5", r#""1.5""#, UNKNOWN),
        ("15.0", r#""15.0""#, UNKNOWN),
        // As JSON has the number where it is kept.
        ("1.38E10", r#""13800000000.0""#, UNKNOWN),
        ("123456789012345678", r#""123456789012345678""#, UNKNOWN),
        ("123456789012345678901234567890", r#""123456789012345678901234567890""#, HUGE_UNKNOWN),
        ("1e400", r#""1e400""#, HUGE_UNKNOWN),
        (r#""noSuchWord""#, r#""noSuchWord""#, UNKNOWN),
        (r#""007""#, r#""007""#, UNKNOWN),
        (r#"" 186 ""#, r#"" 186 ""#, UNKNOWN),
        (r#""+15""#, r#""+15""#, UNKNOWN),
        ("1608130636", r#""1608130636""#, UNKNOWN),
        (r#""1608130636""#, r#""1608130636""#, UNKNOWN),
        ("1608130636000", r#""1608130636000""#, UNKNOWN),
        ("20201216225716", r#""20201216225716""#, UNKNOWN),
        (r#""2020-12-16 22:57:16""#, r#""2020-12-16 22:57:16""#, UNKNOWN),
        (r#""1970-01-01 08:00:00""#, r#""1970-01-01 08:00:00""#, UNKNOWN),
        (r#""{\"deep\":1}""#, r#""{\"deep\":1}""#, UNKNOWN),
        (r#""[{\"deep\":1}]""#, r#""[{\"deep\":1}]""#, UNKNOWN),
    ];
    const CODES: &[Row] = &[
        ("186", "186", UNKNOWN),
        ("-7", "-7", UNKNOWN),
        ("15.0", "15", UNKNOWN),
        ("1.38E10", "13800000000", UNKNOWN),
        ("123456789012345678", "123456789012345678", UNKNOWN),
        (r#""007""#, "7", UNKNOWN),
        (r#"" 186 ""#, "186", UNKNOWN),
        (r#""+15""#, "15", UNKNOWN),
        ("1608130636", "1608130636", UNKNOWN),
        (r#""1608130636""#, "1608130636", UNKNOWN),
        ("1608130636000", "1608130636000", UNKNOWN),
        ("20201216225716", "20201216225716", UNKNOWN),
    ];
    const ZERO_LISTED: &[Row] = &[("0", "0", &[]), (r#""0""#, "0", COERCED)];
    const ZERO_UNLISTED: &[Row] = &[("0", "0", UNKNOWN), (r#""0""#, "0", UNKNOWN)];
    /// 0 is idle, 7 muted, all from 100 on are the account's own.
    const STATUSES: &[Row] = &[
        ("0", r#""0""#, COERCED),
        (r#""0""#, r#""0""#, &[]),
        ("186", r#""186""#, COERCED),
        ("-7", r#""-7""#, UNKNOWN),
        ("15.0", r#""15""#, UNKNOWN),
        ("1.38E10", r#""13800000000""#, COERCED),
        ("123456789012345678", r#""123456789012345678""#, COERCED),
        (r#""007""#, r#""7""#, &[Code::WordSpelling]),
        (r#"" 186 ""#, r#""186""#, &[Code::WordSpelling]),
        (r#""+15""#, r#""15""#, UNKNOWN),
        ("1608130636", r#""1608130636""#, COERCED),
        (r#""1608130636""#, r#""1608130636""#, &[]),
        ("1608130636000", r#""1608130636000""#, COERCED),
        ("20201216225716", r#""20201216225716""#, COERCED),
    ];
    const UNIX_SECONDS: &[Row] = &[
        ("1608130636", "1608130636", &[]),
        (r#""1608130636""#, "1608130636", COERCED),
        ("1608130636000", "1608130636", FORM),
        ("20201216225716", "1608130636", FORM),
        (r#""2020-12-16 22:57:16""#, "1608130636", FORM),
    ];
    const UNIX_SECONDS_TEXT: &[Row] = &[
        ("1608130636", r#""1608130636""#, COERCED),
        (r#""1608130636""#, r#""1608130636""#, &[]),
        ("1608130636000", r#""1608130636""#, FORM),
        ("20201216225716", r#""1608130636""#, FORM),
        (r#""2020-12-16 22:57:16""#, r#""1608130636""#, FORM),
    ];
    const UNIX_MILLIS: &[Row] = &[
        ("1608130636", "1608130636000", FORM),
        (r#""1608130636""#, "1608130636000", FORM),
        ("1608130636000", "1608130636000", &[]),
        ("20201216225716", "1608130636000", FORM),
        (r#""2020-12-16 22:57:16""#, "1608130636000", FORM),
    ];
    const CHINA_TIMES: &[Row] = &[
        ("1608130636", r#""2020-12-16 22:57:16""#, FORM),
        (r#""1608130636""#, r#""2020-12-16 22:57:16""#, FORM),
        ("1608130636000", r#""2020-12-16 22:57:16""#, FORM),
        ("20201216225716", r#""2020-12-16 22:57:16""#, FORM),
        (r#""2020-12-16 22:57:16""#, r#""2020-12-16 22:57:16""#, &[]),
    ];
    const EXTRAS: &[Row] = &[
        ("{}", "{}", &[]),
        (r#"{"deep":{"er":[1,"x"]}}"#, r#"{"deep":{"er":[1,"x"]}}"#, &[]),
        (r#"{"0":{"deep":1}}"#, r#"{"0":{"deep":1}}"#, &[]),
        (r#""0""#, r#""0""#, COERCED),
        (r#""noSuchWord""#, r#""noSuchWord""#, COERCED),
        (r#""007""#, r#""007""#, COERCED),
        (r#"" 186 ""#, r#"" 186 ""#, COERCED),
        (r#""+15""#, r#""+15""#, COERCED),
        (r#""1608130636""#, r#""1608130636""#, COERCED),
        (r#""2020-12-16 22:57:16""#, r#""2020-12-16 22:57:16""#, COERCED),
        (r#""1970-01-01 08:00:00""#, r#""1970-01-01 08:00:00""#, COERCED),
        (r#""{\"deep\":1}""#, r#""{\"deep\":1}""#, COERCED),
        (r#""[{\"deep\":1}]""#, r#""[{\"deep\":1}]""#, COERCED),
        // What is kept as text is text.
        ("123456789012345678901234567890", r#""123456789012345678901234567890""#, &[Code::HugeNumber]),
        ("1e400", r#""1e400""#, &[Code::HugeNumber]),
    ];
    let tables: &[&[Row]] = match kind {
        Id(_) => &[TEXTS, OF_IDS],
        IdOrNumber(_) => &[IDS_OR_NUMBERS, TEXTS],
        Text(_) | JsonText => &[TEXTS, OF_OTHER_TEXTS],
        Extras => &[EXTRAS],
        Unsigned | Unsigned0 => &[INTEGERS, LARGE, HUGE_INTEGER],
        Signed | Signed0 => &[INTEGERS, LARGE, HUGE_INTEGER, NEGATIVE],
        SmallOrText => &[INTEGERS_OR_TEXT, WITH_MORE_DIGITS],
        Float => &[FLOATS],
        Flag => &[FLAGS],
        Word => &[WORDS],
        Code(true) => &[CODES, ZERO_LISTED],
        Code(false) => &[CODES, ZERO_UNLISTED],
        StatusText => &[STATUSES],
        UnixSeconds => &[UNIX_SECONDS],
        UnixSecondsText => &[UNIX_SECONDS_TEXT],
        UnixMillis => &[UNIX_MILLIS],
        UnixMillisOrText => &[UNIX_MILLIS],
        ChinaTime => &[CHINA_TIMES],
        Seconds => &[INTEGERS, LARGE, NEGATIVE, FRACTION],
        Millis => &[INTEGERS, LARGE, HUGE_INTEGER, NEGATIVE, FRACTION],
        SecondsOrText => &[INTEGERS_OR_TEXT, WITH_MORE_DIGITS, LARGE, NEGATIVE, FRACTION],
        Object(_) | Content | Texts(_) | TextsOrText(_) | Ids(_) | PartTexts(_) | Objects(_) | Tag | Wrapped(_)
        | Command | AnyObject => &[],
    };
    let row = tables.iter().flat_map(|table| table.iter()).find(|row| row.0 == json);
    row.map(|(_, written, codes)| (*written, *codes))
}

/// Whether a text is one of the ways in which a kind is documented.
fn has_text_form(kind: Kind) -> bool {
    !matches!(
        kind,
        Extras
            | Unsigned
            | Signed
            | Unsigned0
            | Signed0
            | Float
            | Flag
            | Code(_)
            | UnixSeconds
            | UnixMillis
            | Seconds
            | Millis
            | Object(_)
            | Content
            | Texts(_)
            | Ids(_)
            | PartTexts(_)
            | Objects(_)
    )
}

/// The ways to write "no value" that all kinds share.
fn is_absent(tree: &Tree) -> bool {
    match tree {
        Tree::Null => true,
        Tree::Text(text) => text.is_empty(),
        Tree::List(items) => items.iter().all(is_absent),
        _ => false,
    }
}

/// The item of a list of one object.
fn only_object(value: &Tree) -> Option<&Tree> {
    let Tree::List(items) = value else { return None };
    items.first().filter(|item| items.len() == 1 && matches!(item, Tree::Object(_)))
}

/// What a value is read as, and what is reported of it.
#[derive(Default)]
struct Reader {
    findings: Vec<Finding>,
    /// Whether the value comes out of a text: then no text in it is taken apart.
    embedded: bool,
    /// Whether something decides that is not said here.
    unsaid: bool,
    /// Whether the list that was read last has items, and none of them can be read.
    no_items: bool,
}

impl Reader {
    fn report(&mut self, path: &str, code: Code) {
        self.findings.push((path.to_owned(), code));
    }

    fn unreadable(&mut self, path: &str, value: &Tree) -> Reading {
        self.report(path, Code::UnreadableValue);
        if let Tree::Number(digits) = value
            && is_huge(digits)
        {
            self.report(path, Code::HugeNumber);
        }
        Reading::Aside
    }

    fn read(&mut self, kind: Kind, value: &Tree, path: &str, msg_type: Option<&str>) -> Reading {
        match kind {
            Objects(_) => self.read_list(kind, value, path),
            kind if kind.is_list_of_texts() => self.read_list(kind, value, path),
            Object(shape) => self.read_object_field(shape, value, path),
            Wrapped(shape) if self.is_call(value) => self.read_object_field(shape, value, path),
            Wrapped(_) => {
                self.unsaid = true;
                Reading::Unsaid
            }
            Tag if is_absent(value) => {
                self.unsaid = true;
                Reading::Unsaid
            }
            Content => match CONTENTS.iter().find(|(name, _)| Some(*name) == msg_type) {
                Some((_, shape)) => self.read_object_field(shape, value, path),
                None => {
                    self.unsaid = true;
                    Reading::Unsaid
                }
            },
            AnyObject | Extras if matches!(value, Tree::Object(_)) => self.read_any_object(value, path),
            AnyObject if only_object(value).is_some() => {
                self.report(path, Code::CoercedType);
                self.read_any_object(only_object(value).unwrap(), path)
            }
            AnyObject if self.embedded_in(value, '{').is_some() => {
                self.report(path, Code::CoercedType);
                Reading::Value(self.embedded_in(value, '{').as_ref().map(kept).unwrap())
            }
            _ => self.read_scalar(kind, value, path, false),
        }
    }

    /// Kept as it came, with one finding for each kind of adjustment in it.
    fn read_any_object(&mut self, value: &Tree, path: &str) -> Reading {
        let has_duplicates = |tree: &Tree| {
            let entries = tree.entries();
            entries.iter().enumerate().any(|(at, (key, _))| entries[at + 1..].iter().any(|(other, _)| other == key))
        };
        let inside = value.positions();
        let is_number = |tree: &Tree| matches!(tree, Tree::Number(digits) if is_huge(digits));
        if has_duplicates(value) || inside.iter().any(|position| has_duplicates(value.at(position))) {
            self.report(path, Code::DuplicateKey);
        }
        if inside.iter().any(|position| is_number(value.at(position))) {
            self.report(path, Code::HugeNumber);
        }
        Reading::Value(kept(value))
    }

    /// Whether a `content` is a call, as an object or as JSON text.
    fn is_call(&self, content: &Tree) -> bool {
        let embedded = self.embedded_in(content, '{');
        embedded.as_ref().unwrap_or(content).entries().iter().any(|(key, _)| key == "callEvent")
    }

    fn absent(&mut self, has_form: bool, path: &str) -> Reading {
        if !has_form {
            self.report(path, Code::CoercedType);
        }
        Reading::Absent
    }

    fn read_scalar(&mut self, kind: Kind, value: &Tree, path: &str, in_list: bool) -> Reading {
        if is_absent(value) {
            if in_list {
                self.report(path, Code::EmptyItem);
                return Reading::Absent;
            }
            let has_form = match value {
                Tree::Null => true,
                Tree::Text(_) => has_text_form(kind),
                _ => false,
            };
            return self.absent(has_form, path);
        }
        let json = value.write();
        let is_instant = matches!(kind, UnixSeconds | UnixSecondsText | UnixMillis | UnixMillisOrText | ChinaTime);
        match (kind, json.as_str()) {
            (UnixSeconds | UnixMillis | UnixMillisOrText | Unsigned0 | Signed0, "0") => return self.absent(true, path),
            (UnixSecondsText | ChinaTime, "0") => return self.absent(false, path),
            (_, r#""0""#) if is_instant || matches!(kind, Unsigned0 | Signed0) => {
                return self.absent(has_text_form(kind), path);
            }
            (_, r#""1970-01-01 08:00:00""#) if is_instant => {
                self.report(path, Code::InstantForm);
                return Reading::Absent;
            }
            (Command, _) if matches!(value, Tree::List(_) | Tree::Object(_)) => return self.unreadable(path, value),
            (Tag | Command, _) => {
                self.unsaid |= ODD.contains(&json.as_str());
                if json == r#""callInBound""# {
                    self.report(path, Code::WordSpelling);
                    return Reading::Value("CallInBound".into());
                }
                return Reading::Value(kept(value));
            }
            _ => {}
        }
        if let Some((written, codes)) = readable(kind, &json) {
            codes.iter().for_each(|code| self.report(path, *code));
            return Reading::Value(serde_json::from_str(written).unwrap());
        }
        if kind == JsonText && matches!(value, Tree::List(_) | Tree::Object(_)) {
            self.report(path, Code::CoercedType);
            return Reading::Value(json.into());
        }
        if ODD.contains(&json.as_str()) || matches!(value, Tree::List(_) | Tree::Object(_)) {
            return self.unreadable(path, value);
        }
        // The sample's own value is written as it came. A number for a text is written as text.
        let text = match (kind, value) {
            (Id(_) | Text(_) | JsonText, Tree::Number(digits)) => {
                self.report(path, Code::CoercedType);
                digits.as_str().into()
            }
            (UnixMillisOrText, Tree::Text(digits)) => kept(&Tree::number(digits)),
            _ => kept(value),
        };
        Reading::Value(text)
    }

    fn embedded_in(&self, value: &Tree, bracket: char) -> Option<Tree> {
        let Tree::Text(text) = value else { return None };
        (!self.embedded && text.starts_with(bracket) && serde_json::from_str::<Value>(text).is_ok())
            .then(|| Tree::parse(text))
    }

    fn read_object_field(&mut self, shape: Shape, value: &Tree, path: &str) -> Reading {
        if is_absent(value) {
            return self.absent(matches!(value, Tree::Null), path);
        }
        if let Tree::Object(entries) = value {
            return self.read_object(shape, entries, path);
        }
        if let Some(object) = only_object(value) {
            self.report(path, Code::CoercedType);
            return self.read_object(shape, object.entries(), path);
        }
        match self.embedded_in(value, '{') {
            Some(Tree::Object(entries)) => {
                self.embedded = true;
                let reading = self.read_object(shape, &entries, path);
                self.embedded = false;
                self.report(path, Code::CoercedType);
                reading
            }
            _ => self.unreadable(path, value),
        }
    }

    fn read_list(&mut self, kind: Kind, value: &Tree, path: &str) -> Reading {
        let of_objects = matches!(kind, Objects(_));
        if let Tree::List(items) = value {
            return self.read_items(kind, items.iter(), path);
        }
        if is_absent(value) || *value == Tree::Object(Vec::new()) {
            let has_form = *value == Tree::Null || matches!((kind, value), (TextsOrText(_), Tree::Text(_)));
            return self.absent(has_form, path);
        }
        if let Tree::Object(entries) = value
            && of_objects
            && entries
                .iter()
                .enumerate()
                .all(|(i, (key, item))| *key == i.to_string() && matches!(item, Tree::Object(_)))
        {
            self.report(path, Code::CoercedType);
            return self.read_items(kind, entries.iter().map(|(_, item)| item), path);
        }
        if let Some(Tree::List(items)) = self.embedded_in(value, '[')
            && items.iter().all(|item| matches!(item, Tree::Object(_)) == of_objects)
        {
            self.report(path, Code::CoercedType);
            self.embedded = true;
            let reading = self.read_items(kind, items.iter(), path);
            self.embedded = false;
            return reading;
        }
        // A single item where a list belongs.
        let reading = match kind {
            Objects(shape) => match value {
                Tree::Object(entries) => self.read_object(shape, entries, path),
                _ => return self.unreadable(path, value),
            },
            PartTexts(_) if !matches!(value, Tree::Text(_)) => return self.unreadable(path, value),
            Ids(shows) => self.read_scalar(Id(shows), value, path, false),
            _ => self.read_scalar(Text(kind.shows()), value, path, false),
        };
        let Reading::Value(item) = reading else { return reading };
        if item == Value::Object(Map::new()) {
            self.report(path, Code::CoercedType);
            return Reading::Absent;
        }
        // Once, even where a list and a text were documented.
        self.findings.retain(|finding| *finding != (path.to_owned(), Code::CoercedType));
        let documented = matches!((kind, value), (TextsOrText(_), Tree::Text(_)));
        if !documented {
            self.report(path, Code::CoercedType);
        }
        Reading::Value(Value::Array(vec![item]))
    }

    fn read_items<'t>(&mut self, kind: Kind, items: impl Iterator<Item = &'t Tree>, path: &str) -> Reading {
        let (mut read, mut aside) = (Vec::new(), Vec::new());
        for (i, item) in items.enumerate() {
            let path = format!("{path}[{i}]");
            let reading = match (kind, item) {
                (Objects(shape), Tree::Object(entries)) => match self.read_object(shape, entries, &path) {
                    Reading::Value(Value::Object(object)) if object.is_empty() => {
                        self.report(&path, Code::EmptyItem);
                        Reading::Absent
                    }
                    reading => reading,
                },
                (Objects(_), item) if is_absent(item) => {
                    self.report(&path, Code::EmptyItem);
                    Reading::Absent
                }
                (Objects(_), item) => self.unreadable(&path, item),
                (PartTexts(_), item) if !is_absent(item) && !matches!(item, Tree::Text(_)) => {
                    self.unreadable(&path, item)
                }
                (Ids(shows), item) => self.read_scalar(Id(shows), item, &path, true),
                (_, item) => self.read_scalar(Text(kind.shows()), item, &path, true),
            };
            match reading {
                Reading::Value(value) => read.push(value),
                Reading::Absent => {}
                Reading::Aside => aside.push(kept(item)),
                Reading::Unsaid => return Reading::Unsaid,
            }
        }
        self.no_items = read.is_empty() && !aside.is_empty();
        read.extend(aside);
        if read.is_empty() { Reading::Absent } else { Reading::Value(Value::Array(read)) }
    }

    fn read_object(&mut self, shape: Shape, entries: &[(String, Tree)], path: &str) -> Reading {
        let below = |key: &str| match (path, key) {
            ("", "") => "\"\"".to_owned(),
            ("", key) => key.to_owned(),
            (path, key) => format!("{path}.{key}"),
        };
        let mut written = Map::new();
        let mut fields: Vec<(&str, Kind, Vec<(u8, &Tree, &str)>)> = Vec::new();
        for (at, (key, value)) in entries.iter().enumerate() {
            let Some((field, kind, rank)) = field_of(shape, key) else {
                if winner_of(entries, key) != at {
                    self.report(&below(key), Code::DuplicateKey);
                    continue;
                }
                self.report(&below(key), Code::UnknownKey);
                if let Tree::Number(digits) = value
                    && is_huge(digits)
                {
                    self.report(&below(key), Code::HugeNumber);
                }
                written.insert(key.clone(), kept(value));
                continue;
            };
            match fields.iter_mut().find(|(name, ..)| *name == field) {
                Some((_, _, values)) => values.push((rank, value, key)),
                None => fields.push((field, kind, vec![(rank, value, key)])),
            }
        }
        // What says how others are read comes first.
        fields.sort_by_key(|(_, kind, _)| *kind != Tag);
        let mut msg_type = None;
        for (field, kind, values) in fields {
            let path = below(field);
            let (value, key) = self.winner(kind, &values, msg_type.as_deref());
            for (_, loser, _) in &values {
                if !std::ptr::eq(*loser, value) {
                    self.report(&path, Code::DuplicateKey);
                }
            }
            if key != field {
                self.report(&path, Code::KeySpelling);
            }
            if field == "MsgType"
                && let Tree::Text(text) = value
            {
                msg_type = Some(text.clone());
            }
            match self.read(kind, value, &path, msg_type.as_deref()) {
                Reading::Value(value) => drop(written.insert(field.to_owned(), value)),
                Reading::Aside => drop(written.insert(field.to_owned(), kept(value))),
                Reading::Absent if kind == Content => drop(written.insert(field.to_owned(), Value::Object(Map::new()))),
                Reading::Absent => {}
                Reading::Unsaid => return Reading::Unsaid,
            }
        }
        Reading::Value(Value::Object(written))
    }

    /// The value that counts, with its key: the last that has a value and can be read, of an exact key before another
    /// letter case before another name; if none can be read, the one that would come first otherwise.
    fn winner<'t>(
        &self,
        kind: Kind,
        values: &[(u8, &'t Tree, &'t str)],
        msg_type: Option<&str>,
    ) -> (&'t Tree, &'t str) {
        let mut order = values.to_vec();
        order.reverse();
        order.sort_by_key(|(rank, ..)| std::cmp::Reverse(*rank));
        // A list without an item that can be read is set aside as a whole.
        let is_list = matches!(kind, Objects(_) | Ids(_) | Texts(_) | PartTexts(_) | TextsOrText(_));
        let reading = |value: &Tree| {
            let mut reader = Reader { embedded: self.embedded, ..Reader::default() };
            let reading = reader.read(kind, value, "", msg_type);
            if is_list && reader.no_items { Reading::Aside } else { reading }
        };
        let counts = |value: &Tree| match reading(value) {
            Reading::Value(_) | Reading::Unsaid => true,
            // 0 is what was said last; a list of empty items says nothing.
            Reading::Absent => !is_list && !says_nothing(value),
            Reading::Aside => false,
        };
        let has_something = |value: &Tree| matches!(reading(value), Reading::Aside) && !says_nothing(value);
        let found = order.iter().find(|(_, value, _)| counts(value));
        let found = found.or_else(|| order.iter().find(|(_, value, _)| has_something(value)));
        let found = found.or_else(|| order.iter().find(|(_, value, _)| !is_absent(value))).unwrap_or(&order[0]);
        (found.1, found.2)
    }
}

/// The field of a key: its documented key, its kind, and how near the key is to the documented one.
pub fn field_of(shape: Shape, key: &str) -> Option<(&'static str, Kind, u8)> {
    let exact = shape.iter().find(|(field, _)| *field == key).map(|(field, kind)| (*field, *kind, 2));
    let other_case = || {
        let found = shape.iter().find(|(field, _)| field.eq_ignore_ascii_case(key));
        found.map(|(field, kind)| (*field, *kind, 1))
    };
    let alias = || {
        let (_, field) = ALIASES.iter().find(|(alias, _)| alias.eq_ignore_ascii_case(key))?;
        shape.iter().find(|(name, _)| name == field).map(|(field, kind)| (*field, *kind, 0))
    };
    exact.or_else(other_case).or_else(alias)
}

/// What a body must give.
pub enum Expected {
    /// This is written, and these are the findings, in no order.
    Read(Value, Vec<Finding>),
    /// These identities are missing or cannot be read.
    Refused(Vec<String>),
    /// Something decides that is not said here: a tag.
    Unsaid,
}

fn is_identity(shape: Shape, field: &&str) -> bool {
    let has = |key: &str| shape.iter().any(|(field, _)| *field == key);
    IDENTITIES.contains(field) && !NO_IDENTITIES.iter().any(|(beside, other)| other == field && has(beside))
}

pub fn expected(shape: Shape, body: &Tree) -> Expected {
    let mut reader = Reader::default();
    let reading = reader.read_object(shape, body.entries(), "");
    let Reading::Value(written) = reading else { return Expected::Unsaid };
    if reader.unsaid {
        return Expected::Unsaid;
    }
    let unreadable = |path: &str| reader.findings.iter().any(|(at, code)| at == path && *code == Code::UnreadableValue);
    let refused: Vec<String> = shape
        .iter()
        .map(|(field, _)| *field)
        .filter(|field| is_identity(shape, field) && (written.get(field).is_none() || unreadable(field)))
        .map(str::to_owned)
        .collect();
    if !refused.is_empty() {
        return Expected::Refused(refused);
    }
    reader.findings.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
    Expected::Read(written, reader.findings)
}
