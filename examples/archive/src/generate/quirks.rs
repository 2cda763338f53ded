//! The quirks of the ledger, `fixtures/QUIRKS.md`: how often each occurs, how it changes a push, and what must be
//! reported. Beside them are adjustments that no document mentions, such as half of an emoji.

use fastrand::Rng;

use super::body::Body;
use super::events::{Push, local, pick, uuid};

/// One quirk.
pub struct Quirk {
    /// The events that may have it.
    events: &'static [&'static str],
    /// What these events are called together.
    pub of: &'static str,
    /// The field that it changes. A push has at most one quirk per field, so that none undoes another.
    field: &'static str,
    pub what: &'static str,
    /// One push in so many has it.
    pub one_in: u32,
    /// Code and path of each finding; empty if both forms count as documented.
    pub findings: &'static [(&'static str, &'static str)],
    /// Changes the push. Returns whether it could.
    apply: fn(&mut Push, &mut Rng) -> bool,
}

const PHONE_RECORDS: &[&str] = &["tccc.cdr"];
const CHAT_RECORDS: &[&str] = &["tccc.imcdr"];
const TCCC_CALL_RECORDS: &[&str] = &["tccc.cdr", "tccc.imcdr", "tccc.videoCdr"];
const RECORDINGS: &[&str] = &["tccc.record"];
const VOICEMAILS: &[&str] = &["tccc.voicemail"];
const VIDEO_RECORDS: &[&str] = &["tccc.videoCdr"];
const INBOUND_CALLS: &[&str] = &["tccc.CallInBound"];
const TCCC_PUSHES: &[&str] = &["tccc.cdr", "tccc.imcdr", "tccc.videoCdr", "tccc.record"];
const DESK_EVENTS: &[&str] = &["desk.session_event"];
const AGENT_CHOICES: &[&str] = &["desk.assign_agent"];
const INTERFACE_CALLS: &[&str] = &["desk.interface_invocation"];
const SEVENMOOR_RECORDS: &[&str] = &["sevenmoor.cdr"];
const AGENT_STATUSES: &[&str] = &["sevenmoor.callStatus"];
const HANGUPS: &[&str] = &["sevenmoor.dialoutHangup"];
const INCOMING_RINGS: &[&str] = &["sevenmoor.incomingRing"];
const ANSWERED_CALLS: &[&str] = &["sevenmoor.link"];
const LOGINS: &[&str] = &["sevenmoor.login", "sevenmoor.logout"];
const MEDIA_RESULTS: &[&str] = &["sevenmoor.mediaFailreason"];
const SEVENMOOR_EVENTS: &[&str] = &[
    "sevenmoor.callStatus",
    "sevenmoor.dialoutRing",
    "sevenmoor.dialoutHangup",
    "sevenmoor.incomingRing",
    "sevenmoor.incomingHangup",
];
const PUSHES_WITH_EXTRAS: &[&str] =
    &["sevenmoor.cdr", "sevenmoor.callStatus", "sevenmoor.dialoutRing", "sevenmoor.dialoutHangup"];

/// What a change returns: whether it could be made, or nothing if it always can.
trait Change {
    fn made(self) -> bool;
}

impl Change for () {
    fn made(self) -> bool {
        true
    }
}

impl Change for bool {
    fn made(self) -> bool {
        self
    }
}

macro_rules! quirks {
    ($($events:ident, $field:literal, one in $one_in:literal, $what:literal, $findings:expr, $apply:expr;)*) => {
        /// All of them, in the ledger's order.
        pub const ALL: &[Quirk] = &[$(Quirk {
            events: $events,
            of: stringify!($events),
            field: $field,
            what: $what,
            one_in: $one_in,
            findings: &{ $findings },
            apply: |push, rng| {
                let change: fn(&mut Push, &mut Rng) -> _ = $apply;
                change(push, rng).made()
            },
        },)*];
    };
}

quirks! {
    // All TCCC records.
    TCCC_PUSHES, "?version", one in 100, "another version in the query", [("other-version", "?version")],
        |push, _| push.query = push.query.take().map(|query| query.replace("version=1", "version=2"));
    TCCC_PUSHES, "?version", one in 300, "a semicolon after the action", [("query-form", "?action")],
        |push, _| push.query = push.query.take().map(|query| query.replace("&version=", ";version="));
    TCCC_PUSHES, "SessionId", one in 300, "blanks around an id", [("surrounding-blanks", "SessionId")], |push, _| {
        let id = format!("\" {} \"", push.body.get("SessionId").trim_matches('"'));
        push.body.set_json("SessionId", id);
    };
    VOICEMAILS, "?version", one in 2, "no version in the query", [],
        |push, _| push.query = Some("action=voicemail".to_owned());
    TCCC_CALL_RECORDS, "EndStatusString", one in 150, "an unlisted end status", [("unknown-word", "EndStatusString")],
        |push, _| end_status(push, "lineWentQuiet", "(unlisted)");
    TCCC_CALL_RECORDS, "EndStatusString", one in 60, "an end status of the newer pages", [], |push, _| {
        let answered = push.call.as_ref().is_some_and(|call| call.answered);
        end_status(push, if answered { "userInactivity" } else { "callerCancel" }, "cancelled")
    };
    TCCC_CALL_RECORDS, "EndStatusString", one in 200, "the end status `unknown`", [],
        |push, _| end_status(push, "unknown", "unknown");
    TCCC_CALL_RECORDS, "EndStatusString", one in 90, "an end status in capitals",
        [("word-spelling", "EndStatusString")], |push, _| {
        let word = push.body.get("EndStatusString").to_uppercase();
        push.body.set_json("EndStatusString", word);
    };
    PHONE_RECORDS, "Caller", one in 10, "a number with +86", [], |push, _| prefix(push, "+86");
    PHONE_RECORDS, "Caller", one in 10, "a number without a prefix", [], |push, _| prefix(push, "");
    TCCC_CALL_RECORDS, "EndedTimestamp", one in 80, "an instant as text", [("coerced-type", "EndedTimestamp")],
        |push, _| push.body.retype("EndedTimestamp");
    TCCC_CALL_RECORDS, "SkillGroupNameList", one in 20, "numbers for names of skill groups", [],
        |push, _| push.body.edit("SeatUser", |seat| seat.set("SkillGroupNameList", ["1072", "1073"]));

    // The phone record.
    PHONE_RECORDS, "Duration", one in 12, "the duration twice", [("duplicate-key", "Duration")],
        |push, _| push.body.put_first("Duration", 15);
    PHONE_RECORDS, "Duration", one in 8, "a duration of a call that was not answered", [], |push, _| {
        let unanswered = push.body.get("AcceptTimestamp") == "0";
        if unanswered {
            push.body.set("Duration", 15);
        }
        unanswered
    };
    PHONE_RECORDS, "IVRDuration", one in 20, "the IVR's duration", [], |push, _| push.body.set("IVRDuration", 9);
    PHONE_RECORDS, "IVRKeyPressed", one in 3, "null for no keys", [], |push, _| push.body.set("IVRKeyPressed", ());
    PHONE_RECORDS, "IVRKeyPressed", one in 200, "objects for keys, as the pull API has them",
        [("unreadable-value", "IVRKeyPressed[]")],
        |push, _| push.body.set_json("IVRKeyPressed", r#"[{"Key":"1","Label":"售后"}]"#);
    PHONE_RECORDS, "PostIVRKeyPressed", one in 5, "key and label in lower case",
        [("key-spelling", "PostIVRKeyPressed[].Key"), ("key-spelling", "PostIVRKeyPressed[].Label")],
        |push, _| push.body.set_json("PostIVRKeyPressed", r#"[{"key":"1","label":"非常满意"}]"#);
    PHONE_RECORDS, "IVRKeyPressedEx", one in 20, "key presses in milliseconds", [], |push, _| {
        let started = push.body.get("StartTimestamp").to_owned();
        let press = format!(r#"[{{"Key":"1","Label":"售后","Timestamp":{started}250,"NodeLabel":"欢迎语"}}]"#);
        push.body.set_json("IVRKeyPressedEx", press);
    };
    PHONE_RECORDS, "ServeParticipants", one in 10, "a participant with all fields of the table", [], |push, _| {
        push.body.edit("ServeParticipants", |leg| {
            leg.set("Sequence", 0);
            leg.set("TransferFrom", "");
            leg.set("TransferTo", "");
            leg.set("SkillGroupId", 1072);
            leg.set("SkillGroupName", "售前咨询");
        })
    };
    PHONE_RECORDS, "ServeParticipants", one in 20, "a participant's type from the Web SDK", [],
        |push, _| push.body.edit("ServeParticipants", |leg| leg.set("Type", "miniProgramSeat"));
    PHONE_RECORDS, "ServeParticipants", one in 30, "a participant's type in lower case",
        [("word-spelling", "ServeParticipants[].Type")],
        |push, _| push.body.edit("ServeParticipants", |leg| leg.set("Type", "staffseat"));
    PHONE_RECORDS, "ServeParticipants", one in 30, "blanks around a participant's type",
        [("word-spelling", "ServeParticipants[].Type")],
        |push, _| push.body.edit("ServeParticipants", |leg| leg.set("Type", " staffSeat "));
    PHONE_RECORDS, "UserRemark", one in 10, "fields of the table that the sample lacks", [], |push, _| {
        push.body.set("UserRemark", "客户要求回电");
        push.body.set("Remark", "");
        push.body.set_json("TelLocation", r#"{"Country":"中国","Province":"广东","City":"深圳"}"#);
    };
    PHONE_RECORDS, "UserRemark", one in 200, "a tab that is not escaped", [("control-character", "UserRemark")],
        |push, _| push.body.set_json("UserRemark", "\"回电\t周一\"");
    PHONE_RECORDS, "UserRemark", one in 200, "half of an emoji", [("lone-surrogate", "UserRemark")],
        |push, _| push.body.set_json("UserRemark", r#""谢谢\ud83d""#);
    PHONE_RECORDS, "Remark", one in 300, "an object for a text", [("unreadable-value", "Remark")],
        |push, _| push.body.set_json("Remark", r#"{"text":"回访"}"#);
    PHONE_RECORDS, "HungUpSide", one in 15, "the system hung up", [], |push, _| push.body.set("HungUpSide", "system");
    PHONE_RECORDS, "QueuedSkillGroupId", one in 2, "0 for a call that was not queued", [], |push, _| {
        let queued = push.body.has("QueuedSkillGroupId");
        if !queued {
            push.body.set("QueuedSkillGroupId", 0);
        }
        !queued
    };
    PHONE_RECORDS, "QueuedSkillGroupId", one in 40, "QueuedSkillGroupID", [("key-spelling", "QueuedSkillGroupId")],
        |push, _| push.body.rename("QueuedSkillGroupId", "QueuedSkillGroupID");
    PHONE_RECORDS, "StartTimestamp", one in 40, "StartTimeStamp", [("key-spelling", "StartTimestamp")],
        |push, _| push.body.rename("StartTimestamp", "StartTimeStamp");
    PHONE_RECORDS, "RecordId", one in 4, "a UUID for a recording's id", [], |push, rng| {
        let id = uuid(rng);
        push.body.edit("ServeParticipants", |leg| leg.set("RecordId", id))
    };
    PHONE_RECORDS, "AsrUrl", one in 10, "the URL of a transcript", [],
        |push, _| push.body.set("AsrUrl", "https://asr.example.com/1.json");
    PHONE_RECORDS, "AsrUrl", one in 50, "AsrURL", [("key-spelling", "AsrUrl")],
        |push, _| push.body.set("AsrURL", "https://asr.example.com/1.json");
    PHONE_RECORDS, "Uui", one in 50, "Uui and UUI", [], |push, _| {
        push.body.set("Uui", "order=7");
        push.body.set("UUI", "order=7;vip=1");
    };
    PHONE_RECORDS, "Caller", one in 25, "number protection", [], |push, _| {
        for (key, protected) in [("Caller", "ProtectedCaller"), ("Callee", "ProtectedCallee")] {
            let number = push.body.get(key).to_owned();
            push.body.set(key, "");
            push.body.set_json(protected, number);
        }
    };
    PHONE_RECORDS, "CallType", one in 3, "a call type of the newer page", [], |push, _| {
        let inbound = push.body.get("Direction") == "0";
        push.body.set("CallType", if inbound { 1 } else { 2 });
    };
    PHONE_RECORDS, "CallType", one in 100, "call type 4", [("unknown-word", "CallType")],
        |push, _| push.body.set("CallType", 4);
    PHONE_RECORDS, "CallScore", one in 50, "an undocumented key", [("unknown-key", "CallScore")],
        |push, _| push.body.set_json("CallScore", r#"{"value":4,"by":"model","body":{}}"#);

    // The chat record.
    CHAT_RECORDS, "IVRKeyPressed", one in 2, "null for no keys", [], |push, _| push.body.set("IVRKeyPressed", ());
    CHAT_RECORDS, "Satisfaction", one in 4, "the satisfaction as the API has it",
        [("key-spelling", "Satisfaction.id"), ("key-spelling", "Satisfaction.content"), ("coerced-type", "Satisfaction.id")],
        |push, _| push.body.set_json("Satisfaction", r#"{"Id":1,"Label":"满意"}"#);
    CHAT_RECORDS, "UserRemark", one in 10, "fields of the table that the sample lacks", [], |push, _| {
        push.body.set("UserRemark", "老客户");
        push.body.set("IVRDuration", 3);
    };
    CHAT_RECORDS, "ClientData", one in 3, "no client data", [], |push, _| push.body.remove("ClientData").is_some();

    // The video record.
    VIDEO_RECORDS, "UserRemark", one in 5, "fields of the table that the sample lacks", [], |push, _| {
        push.body.set("UserRemark", "");
        push.body.set("QueuedSkillGroupId", 1073);
        push.body.set("QueuedSkillGroupName", "售后");
        if let Some(call) = &mut push.call {
            call.queue = Some("tccc 1073 售后".to_owned());
        }
    };

    // Recordings and voicemails.
    RECORDINGS, "EndpointUser", one in 5, "EndPointUser", [("key-spelling", "EndpointUser")],
        |push, _| push.body.rename("EndpointUser", "EndPointUser");
    VOICEMAILS, "EndpointUser", one in 2, "a number without quotes", [], |push, _| push.body.retype("EndpointUser");

    // Callbacks that wait for a decision.
    INBOUND_CALLS, "Event", one in 3, "callInBound, as the older page has it", [("word-spelling", "Event")], |push, _| {
        push.body.set("Event", "callInBound");
        push.body.edit("CallInBound", |call| {
            call.set("AIAgentId", 7);
            call.set("IvrId", 0);
            call.set("Caller", "008613800000001");
        });
    };
    AGENT_CHOICES, "EventTime", one in 3, "an instant as text", [], |push, _| push.body.retype("EventTime");
    INTERFACE_CALLS, "Body", one in 3, "an empty text for no values", [], |push, _| push.body.set("Body", "");

    // Desk.
    DESK_EVENTS, "?query", one in 4, "a query in the table's form, with a request id", [], |push, rng| {
        let id = uuid(rng);
        push.query = push.query.take().map(|query| {
            format!("{}&OptPlatform=IOS&RequestID={id}", query.replace("contenttype=json", "contenttype=JSON"))
        });
    };
    DESK_EVENTS, "ChannelType", one in 10, "Web for Web(H5)", [("word-spelling", "ChannelType")],
        |push, _| push.body.set("ChannelType", "Web");
    DESK_EVENTS, "SatisfactionSelected", one in 5, "a rating of 0 or above 5", [],
        |push, rng| push.body.set("SatisfactionSelected", pick(rng, &[0, 7]));
    DESK_EVENTS, "ForwardFromAgentId", one in 3, "an empty forwarding agent", [],
        |push, _| push.body.set("ForwardFromAgentId", "");
    DESK_EVENTS, "Event", one in 25, "an event in other letter case", [("word-spelling", "Event")],
        |push, _| push.body.set("Event", "Chatbot.UserSendMsg");
    DESK_EVENTS, "CloudCustomData", one in 4, "JSON in a text", [],
        |push, _| push.body.set("CloudCustomData", r#"{"lang":"zh","body":"{\"n\":1}"}"#);
    DESK_EVENTS, "CloudCustomData", one in 40, "an object for JSON in a text", [("coerced-type", "CloudCustomData")],
        |push, _| push.body.set_json("CloudCustomData", r#"{"lang":"zh","tags":["vip"]}"#);
    DESK_EVENTS, "MsgBody", one in 40, "an object in a custom element", [("coerced-type", "MsgBody[].MsgContent.Data")],
        |push, _| element(push, "TIMCustomElem", r#"{"Data":{"order":"A-7"},"Desc":"order"}"#);
    DESK_EVENTS, "MsgBody", one in 40, "a message of Desk's own, with a number for its source", [],
        |push, _| element(push, "TIMCustomElem", r#"{"Data":"{\"customerServicePlugin\":0,\"src\":15}","Desc":""}"#);
    DESK_EVENTS, "MsgBody", one in 40, "a picture without its size", [],
        |push, _| element(push, "TIMImageElem", r#"{"UUID":"1","ImageInfoArray":[{"Type":1,"Size":0,"Width":0,"Height":0,"URL":"https://example.com/0"}]}"#);
    DESK_EVENTS, "MsgBody", one in 40, "forwarded messages beyond 12 KB", [],
        |push, _| element(push, "TIMRelayElem", r#"{"Title":"聊天记录","MsgNum":300,"CompatibleText":"请升级","AbstractList":["A: 你好"],"JsonMsgKey":"file_key_1"}"#);
    DESK_EVENTS, "MsgBody", one in 40, "an unlisted element", [("unknown-word", "MsgBody[].MsgType")],
        |push, _| element(push, "TIMGroupTipElem", r#"{"OpType":1}"#);
    DESK_EVENTS, "MsgBody", one in 40, "Url for a picture's URL",
        [("key-spelling", "MsgBody[].MsgContent.ImageInfoArray[].URL")],
        |push, _| element(push, "TIMImageElem", r#"{"UUID":"1","ImageInfoArray":[{"Type":1,"Url":"https://example.com/0"}]}"#);
    DESK_EVENTS, "MsgBody", one in 40, "fileName", [("key-spelling", "MsgBody[].MsgContent.FileName")],
        |push, _| element(push, "TIMFileElem", r#"{"UUID":"1","FileSize":1,"fileName":"账单.pdf"}"#);
    DESK_EVENTS, "MsgBody", one in 40, "a sticker in a custom element", [("unknown-key", "MsgBody[].MsgContent.Index")],
        |push, _| element(push, "TIMCustomElem", r#"{"Index":3,"Data":"tt03"}"#);
    DESK_EVENTS, "MsgBody", one in 40, "a sound of an old sender", [],
        |push, _| element(push, "TIMSoundElem", r#"{"UUID":"1","Size":62351,"Second":0}"#);

    // 7moor's events.
    INCOMING_RINGS, "pushType", one in 20, "an incoming ring with a type of its own",
        [("unknown-word", "pushType")], |push, _| {
        push.body.set("pushType", "incomingRing");
        push.event = "sevenmoor.other";
    };
    ANSWERED_CALLS, "content", one in 4, "an answered call without its wrapper", [], |push, _| {
        let content = Body::sample(push.body.get("content"));
        push.body.remove("content");
        push.body.append(content);
    };
    SEVENMOOR_EVENTS, "eventUniqueId", one in 100, "an id that another event has too", [],
        |push, _| push.body.set("eventUniqueId", "e454d40def4d47ee9d7a76aba5d6cbb7");
    MEDIA_RESULTS, "pushType", one in 5, "a type in other letter case", [("word-spelling", "pushType")],
        |push, _| push.body.set("pushType", "mediaFailReason");
    PUSHES_WITH_EXTRAS, "extras", one in 2, "an empty text for an object", [("coerced-type", "extras")],
        |push, _| push.body.set("extras", "");
    PUSHES_WITH_EXTRAS, "extras", one in 20, "extras with content", [],
        |push, _| push.body.set_json("extras", r#"{"orderId":"A-7"}"#);
    PUSHES_WITH_EXTRAS, "extras", one in 40, "extras as JSON text", [("coerced-type", "extras")],
        |push, _| push.body.set("extras", r#"{"orderId":"A-7"}"#);
    PUSHES_WITH_EXTRAS, "extras", one in 40, "extras as other text", [("coerced-type", "extras")],
        |push, _| push.body.set("extras", "orderId=A-7");
    ANSWERED_CALLS, "content.extras", one in 2, "an empty text for an object",
        [("coerced-type", "content.extras")],
        |push, _| push.body.edit("content", |content| content.set("extras", ""));
    HANGUPS, "groupIdList", one in 2, "lists with an empty text",
        [("empty-item", "groupIdList[]"), ("empty-item", "groupNameList[]")], |push, _| {
        push.body.set("groupIdList", [""]);
        push.body.set("groupNameList", [""]);
    };
    AGENT_STATUSES, "statusNumber", one in 10, "a number without quotes", [("coerced-type", "statusNumber")],
        |push, _| push.body.retype("statusNumber");
    SEVENMOOR_EVENTS, "statusTime", one in 30, "a login's form of an instant",
        [("instant-form", "statusTime")], |push, _| {
        let seconds = push.body.get("statusTime").trim_matches('"').parse().unwrap_or(0);
        push.body.set("statusTime", local(seconds));
    };
    LOGINS, "statusTime", one in 10, "a call event's form of an instant", [("instant-form", "statusTime")],
        |push, _| push.body.set("statusTime", "1704067200");
    SEVENMOOR_EVENTS, "callUniqueId", one in 50, "18 digits without quotes", [("coerced-type", "callUniqueId")],
        |push, _| push.body.retype("callUniqueId");
    AGENT_STATUSES, "callType", one in 50, "the call type webcall", [], |push, _| push.body.set("callType", "webcall");

    ANSWERED_CALLS, "content", one in 4, "JSON text for the wrapped event", [("coerced-type", "content")], |push, _| {
        let content = push.body.get("content").to_owned();
        if push.body.has("content") {
            push.body.set("content", &content);
        }
        push.body.has("content")
    };
    SEVENMOOR_EVENTS, "content", one in 60, "a note in the place of a wrapped event", [("unknown-key", "content")],
        |push, _| push.body.set("content", "客户要求回电");
    // Only without findings: those in the event would have other paths.
    SEVENMOOR_EVENTS, "content", one in 40, "another event in the wrapper of an answered call", [], |push, _| {
        let plain = push.findings.is_empty();
        if plain {
            let event = std::mem::take(&mut push.body);
            push.body.set_json("content", event.to_string());
        }
        plain
    };

    // 7moor's record.
    SEVENMOOR_RECORDS, "totalDuration", one in 5, "durations and SIP code as text", [], |push, _| {
        for key in ["totalDuration", "waitDuration", "bridgeDuration", "sipCode"] {
            push.body.retype(key);
        }
    };
    SEVENMOOR_RECORDS, "satisfyKeys", one in 5, "one text for a list", [], |push, _| push.body.set("satisfyKeys", "1");
    SEVENMOOR_RECORDS, "agentAreaCode", one in 10, "agentAreacode", [("key-spelling", "agentAreaCode")],
        |push, _| push.body.rename("agentAreaCode", "agentAreacode");
    SEVENMOOR_RECORDS, "ivrTime", one in 20, "a date for an instant that never happened", [("instant-form", "ivrTime")],
        |push, rng| push.body.set("ivrTime", pick(rng, &["1970-01-01 08:00:00", "0000-00-00 00:00:00"]));
    SEVENMOOR_RECORDS, "displayNumber", one in 300, "more digits than a double can have",
        [("huge-number", "displayNumber")],
        |push, _| push.body.set_json("displayNumber", "12345678901234567890123");
    SEVENMOOR_RECORDS, "id", one in 10, "three ids of the table", [], |push, rng| {
        for key in ["id", "_id", "uniqueId"] {
            push.body.set(key, uuid(rng));
        }
    };
    SEVENMOOR_RECORDS, "failureReason", one in 20, "unknow, as the table spells it", [],
        |push, _| push.body.set("failureReason", "unknow");
    SEVENMOOR_RECORDS, "failureReason", one in 40, "unknown for unknow", [("word-spelling", "failureReason")],
        |push, _| push.body.set("failureReason", "unknown");
    SEVENMOOR_RECORDS, "hangUpSide", one in 10, "an unlisted side", [("unknown-word", "hangUpSide")],
        |push, _| push.body.set("hangUpSide", "CUSTOMER");
}

/// Gives a push some quirks at random.
pub fn apply(push: &mut Push, rng: &mut Rng) {
    let mut touched = Vec::new();
    for quirk in ALL {
        let comes_up = quirk.events.contains(&push.event) && rng.u32(0..quirk.one_in) == 0;
        if comes_up && !touched.contains(&quirk.field) && (quirk.apply)(push, rng) {
            touched.push(quirk.field);
            push.findings.extend(quirk.findings);
        }
    }
}

/// Sets the word for how a call ended. A call that was answered stays so, whatever the word says.
fn end_status(push: &mut Push, word: &str, outcome: &'static str) {
    push.body.set("EndStatusString", word);
    if let Some(call) = &mut push.call
        && !call.answered
    {
        call.outcome = outcome;
    }
}

/// Gives both numbers another prefix than `0086`.
fn prefix(push: &mut Push, prefix: &str) {
    for key in ["Caller", "Callee"] {
        let number = push.body.get(key).replacen("0086", prefix, 1);
        push.body.set_json(key, number);
    }
}

/// Makes a message of one element.
fn element(push: &mut Push, kind: &str, content: &str) {
    push.body.set_json("MsgBody", format!(r#"[{{"MsgType":"{kind}","MsgContent":{content}}}]"#));
}
