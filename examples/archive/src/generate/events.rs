//! The events: the vendors' own samples with other names, numbers and instants, and without quirks.

use std::sync::LazyLock;

use callhook::CHINA_TIME;
use chrono::{DateTime, FixedOffset, NaiveDate};
use fastrand::Rng;

use super::body::Body;

/// A push before it is written.
pub struct Push {
    /// The name that the report must give it.
    pub event: &'static str,
    pub query: Option<String>,
    pub body: Body,
    /// What the report must count; `None` if it is not a call record.
    pub call: Option<Call>,
    /// The findings that the report must have: code and path.
    pub findings: Vec<(&'static str, &'static str)>,
}

/// What is known about a call, because it was generated that way.
#[derive(Debug, Clone)]
pub struct Call {
    pub outcome: &'static str,
    pub answered: bool,
    pub talk: u64,
    pub wait: u64,
    pub day: NaiveDate,
    pub agent: Option<String>,
    pub queue: Option<String>,
}

/// Staff number and name. The last one has no number, as a new colleague may.
const AGENTS: &[(&str, &str)] = &[
    ("001", "陈伟"),
    ("002", "刘洋"),
    ("007", "璐璐"),
    ("008", "张敏"),
    ("011", "王芳"),
    ("012", "赵磊"),
    ("020", "孙丽"),
    ("021", "欧阳娜娜"),
    ("", "周杰"),
];
const QUEUES: &[(u64, &str)] = &[(1072, "售前咨询"), (1073, "售后"), (1080, "技术支持"), (1101, "VIP专线")];
const CUSTOMERS: &[&str] = &["小君君", "李先生", "王女士", "🌙月亮", "=1+1", "-", "@阿明"];

/// TCCC's word for how a call ended, and what the library makes of it.
const INBOUND: &[(&str, &str)] = &[
    ("waitingGiveUp", "abandoned_in_queue"),
    ("ivrGiveUp", "abandoned_in_ivr"),
    ("ringingGiveUp", "abandoned_while_ringing"),
    ("seatGiveUp", "not_answered_by_agent"),
    ("blackList", "blocked_by_system"),
];
const OUTBOUND: &[(&str, &str)] = &[
    ("notAnswer", "not_answered_by_customer"),
    ("busy", "busy"),
    ("powerOff", "unreachable_switched_off"),
    ("numberNotExist", "unreachable_no_such_number"),
    ("userReject", "rejected"),
    ("error", "failed"),
];

macro_rules! samples {
    ($($name:ident = $file:literal;)*) => {
        $(static $name: LazyLock<Body> =
            LazyLock::new(|| Body::sample(include_str!(concat!("../../../../fixtures/", $file))));)*
    };
}

samples! {
    PHONE = "tccc/cdr.json";
    CHAT = "tccc/imcdr.json";
    VIDEO = "tccc/videoCdr.json";
    RECORDING = "tccc/record.authored.json";
    VOICEMAIL = "tccc/voicemail.authored.json";
    INBOUND_CALL = "tccc/CallInBound.authored.json";
    SPECIFIED_SEAT = "tccc/specifiedSeat.authored.json";
    MOOR_RECORD = "sevenmoor/cdr.json";
    TALKING = "sevenmoor/callStatus.talking.json";
    WRAP_UP = "sevenmoor/callStatus.wrap-up.json";
    CALLING = "sevenmoor/incomingRing.json";
    DIALOUT_RING = "sevenmoor/dialoutRing.json";
    DIALOUT_HANGUP = "sevenmoor/dialoutHangup.json";
    INCOMING_RING = "sevenmoor/incomingRing.authored-no-push-type.json";
    INCOMING_HANGUP = "sevenmoor/incomingHangup.json";
    LINK = "sevenmoor/link.json";
    LOGIN = "sevenmoor/login.json";
    LOGOUT = "sevenmoor/logout.json";
    MEDIA = "sevenmoor/mediaFailreason.json";
    SEGMENTS = "sevenmoor/mediaFailreason.authored-segments.json";
    DESK_TEXT = "desk/session_event.json";
    DESK_CUSTOM = "desk/session_event.authored-custom.json";
    DESK_FACE = "desk/session_event.authored-face.json";
    DESK_FILE = "desk/session_event.authored-file.json";
    DESK_IMAGE = "desk/session_event.authored-image.json";
    DESK_LOCATION = "desk/session_event.authored-location.json";
    DESK_RELAY = "desk/session_event.authored-relay.json";
    DESK_SEVERAL = "desk/session_event.authored-several.json";
    DESK_SOUND = "desk/session_event.authored-sound.json";
    DESK_STREAM = "desk/session_event.authored-stream.json";
    DESK_VIDEO = "desk/session_event.authored-video.json";
    ASSIGN_AGENT = "desk/assign_agent.authored.json";
    INTERFACE_INVOCATION = "desk/interface_invocation.authored.json";
}

/// Makes a push at an instant in Unix seconds.
type MakePush = fn(&mut Rng, u64) -> Push;

/// The events, and how many of a thousand pushes each has.
pub const EVENTS: &[Share<MakePush>] = &[
    Share(450, "a phone record of TCCC", phone),
    Share(70, "a chat record of TCCC", chat),
    Share(20, "a video record of TCCC", video),
    Share(30, "a recording of TCCC", recording),
    Share(10, "a voicemail of TCCC", voicemail),
    Share(10, "an inbound call that TCCC asks about", inbound_call),
    Share(4, "an agent choice that TCCC asks for", specified_seat),
    Share(160, "a record of 7moor", moor_record),
    Share(176, "another event of 7moor", moor_event),
    Share(56, "a session event of Desk", session_event),
    Share(6, "a routing decision that Desk asks for", assign_agent),
    Share(4, "an interface call from a Desk robot", interface_invocation),
    Share(4, "a request from none of the vendors", unknown),
];

/// A push of some event.
pub fn any(rng: &mut Rng, now: u64) -> Push {
    pick_by_share(rng, EVENTS)(rng, now)
}

fn push(event: &'static str, query: Option<String>, body: Body, call: Option<Call>) -> Push {
    Push { event, query, body, call, findings: Vec::new() }
}

fn of_tccc(action: &str) -> Option<String> {
    Some(format!("action={action}&version=1"))
}

/// The instants of a call, in Unix seconds; 0 is never.
struct Course {
    started: u64,
    queued: u64,
    rang: u64,
    accepted: u64,
    ended: u64,
}

impl Course {
    /// From the queue to the first ring, or to the end if it never rang.
    fn wait(&self) -> u64 {
        let until = [self.rang, self.accepted, self.ended].into_iter().find(|instant| *instant > 0);
        until.filter(|_| self.queued > 0).map_or(0, |until| until - self.queued)
    }

    fn talk(&self) -> u64 {
        if self.accepted > 0 { self.ended - self.accepted } else { 0 }
    }

    fn call(&self, outcome: &'static str, agent: Option<String>, queue: Option<String>) -> Call {
        let (answered, day) = (self.accepted > 0, day(self.started));
        Call { outcome, answered, talk: self.talk(), wait: self.wait(), day, agent, queue }
    }

    fn write(&self, body: &mut Body) {
        for (key, instant) in [
            ("StartTimestamp", self.started),
            ("QueuedTimestamp", self.queued),
            ("RingTimestamp", self.rang),
            ("AcceptTimestamp", self.accepted),
            ("EndedTimestamp", self.ended),
        ] {
            body.set(key, instant);
        }
        body.set("Duration", self.talk());
    }
}

fn phone(rng: &mut Rng, now: u64) -> Push {
    let inbound = rng.u32(0..3) > 0;
    let (word, outcome) = match rng.u32(0..100) {
        0..68 => ("ok", "answered"),
        _ => pick(rng, if inbound { INBOUND } else { OUTBOUND }),
    };
    let reaches_queue = inbound && !["ivrGiveUp", "blackList"].contains(&word);
    let rings = !["waitingGiveUp", "ivrGiveUp", "blackList"].contains(&word);
    let queued = if reaches_queue { now + rng.u64(0..20) } else { 0 };
    let rang = if rings { now.max(queued) + seconds(rng, 12) } else { 0 };
    let accepted = if word == "ok" { rang + seconds(rng, 9) } else { 0 };
    let ended = [now, queued, rang, accepted].into_iter().max().unwrap_or(now) + seconds(rng, 140);
    let course = Course { started: now, queued, rang, accepted, ended };

    let mut body = PHONE.clone();
    // The sample has this key twice.
    body.remove("Duration");
    body.set("SessionId", uuid(rng));
    body.set("Direction", u8::from(!inbound));
    course.write(&mut body);
    body.set("EndStatusString", word);
    body.set("HungUpSide", pick(rng, &["user", "seat"]));
    let (customer, ours) = (format!("0086{}", mobile(rng)), "008602066247698".to_owned());
    let (caller, callee) = if inbound { (customer, ours) } else { (ours, customer) };
    body.set("Caller", caller);
    body.set("Callee", callee);
    body.set("IVRKeyPressed", pick(rng, &[&["1"][..], &["1", "2"], &[]]));
    body.set_json("PostIVRKeyPressed", r#"[{"Key":"1","Label":"非常满意"}]"#);
    let queue = write_queue(rng, &mut body, inbound);
    let agent = rings.then(|| write_agent(rng, &mut body));
    if rings {
        body.edit("ServeParticipants", |leg| {
            leg.set("StartTimestamp", now);
            leg.set("RingTimestamp", rang);
            leg.set("AcceptTimestamp", accepted);
            leg.set("EndedTimestamp", ended);
            leg.set("RecordId", now.to_string());
        });
    } else {
        body.set("SeatUser", ());
        body.set("ServeParticipants", [(); 0]);
    }
    push("tccc.cdr", of_tccc("cdr"), body, Some(course.call(outcome, agent, queue)))
}

fn chat(rng: &mut Rng, now: u64) -> Push {
    let (word, outcome) = if rng.u32(0..5) > 0 { ("ok", "answered") } else { ("seatGiveUp", "not_answered_by_agent") };
    let queued = now + rng.u64(0..3);
    let rang = queued + rng.u64(0..30);
    let accepted = if word == "ok" { rang + seconds(rng, 9) } else { 0 };
    let course = Course { started: now, queued, rang, accepted, ended: rang.max(accepted) + seconds(rng, 300) };
    let mut body = CHAT.clone();
    body.set("SessionId", uuid(rng));
    course.write(&mut body);
    body.set("EndStatusString", word);
    body.set("UserId", format!("u{}", rng.u32(0..90_000)));
    body.set("UserNickName", pick(rng, CUSTOMERS));
    body.set("IVRKeyPressed", [(); 0]);
    let queue = write_queue(rng, &mut body, true);
    let agent = Some(write_agent(rng, &mut body));
    push("tccc.imcdr", of_tccc("imcdr"), body, Some(course.call(outcome, agent, queue)))
}

fn video(rng: &mut Rng, now: u64) -> Push {
    let accepted = now + seconds(rng, 8);
    let course = Course { started: now, queued: 0, rang: 0, accepted, ended: accepted + seconds(rng, 200) };
    let mut body = VIDEO.clone();
    body.set("SessionId", uuid(rng));
    body.set("StartTimestamp", now);
    body.set("AcceptTimestamp", accepted);
    body.set("EndedTimestamp", course.ended);
    body.set("Duration", course.talk());
    body.set("EndStatusString", "ok");
    body.set("UserNickName", pick(rng, CUSTOMERS));
    let agent = Some(write_agent(rng, &mut body));
    push("tccc.videoCdr", of_tccc("videoCdr"), body, Some(course.call("answered", agent, None)))
}

fn recording(rng: &mut Rng, now: u64) -> Push {
    let mut body = RECORDING.clone();
    body.set("SessionId", uuid(rng));
    body.set("RecordId", now.to_string());
    body.set("Timestamp", now);
    push("tccc.record", of_tccc("record"), body, None)
}

fn voicemail(rng: &mut Rng, now: u64) -> Push {
    let mut body = VOICEMAIL.clone();
    body.set("SessionId", uuid(rng));
    body.set("Timestamp", now);
    body.set("EndpointUser", mobile(rng));
    push("tccc.voicemail", of_tccc("voicemail"), body, None)
}

fn inbound_call(rng: &mut Rng, _: u64) -> Push {
    let mut body = INBOUND_CALL.clone();
    body.set("SessionId", uuid(rng));
    let caller = format!("+86{}", mobile(rng));
    let flow = rng.u32(1..30);
    body.edit("CallInBound", |call| {
        call.set("IvrId", flow);
        call.set("Caller", caller);
    });
    push("tccc.CallInBound", None, body, None)
}

fn specified_seat(rng: &mut Rng, now: u64) -> Push {
    let mut body = SPECIFIED_SEAT.clone();
    body.set("RequestId", uuid(rng));
    body.set("Timestamp", now);
    body.set("User", format!("0086{}", mobile(rng)));
    push("tccc.specifiedSeat", of_tccc("specifiedSeat"), body, None)
}

fn moor_record(rng: &mut Rng, now: u64) -> Push {
    let inbound = rng.bool();
    let (status, sip_code, outcome) = match (rng.u32(0..100), inbound) {
        (0..70, _) => ("ANSWER", 200, "answered"),
        (70..80, true) => ("QUEUE_ABANDON", 200, "abandoned_in_queue"),
        (80..92, true) => ("AGENT_NO_ANSWER", 200, "not_answered_by_agent"),
        (_, true) => ("IVR", 200, "ended_in_ivr"),
        (70..76, false) => ("CUSTOMER_NO_ANSWER", 486, "busy"),
        (_, false) => ("CUSTOMER_NO_ANSWER", 200, "not_answered_by_customer"),
    };
    let answered = status == "ANSWER";
    let (reaches_queue, rings) = (inbound && status != "IVR", !["QUEUE_ABANDON", "IVR"].contains(&status));
    let queued = if reaches_queue { now + rng.u64(0..9) } else { 0 };
    let agent_start = if rings { now.max(queued) + if inbound { seconds(rng, 20) } else { 0 } } else { 0 };
    let agent_answer = if rings && (answered || !inbound) { agent_start + seconds(rng, 5) } else { 0 };
    let customer_start = if inbound { 0 } else { agent_answer };
    let customer_answer = if answered && !inbound { customer_start + seconds(rng, 9) } else { 0 };
    let bridge = if answered { agent_answer.max(customer_answer) } else { 0 };
    let latest = [now, queued, agent_start, agent_answer, customer_start, bridge].into_iter().max().unwrap_or(now);
    let hangup = latest + seconds(rng, if answered { 120 } else { 20 });
    let end = hangup + rng.u64(0..2) * seconds(rng, 6);
    let talk = if answered { hangup - bridge } else { 0 };
    let left_queue = if agent_start > 0 { agent_start } else { hangup };
    let wait = if queued > 0 { left_queue - queued } else { 0 };

    let mut body = MOOR_RECORD.clone();
    body.set("callUniqueId", long_id(rng));
    body.set("eventUniqueId", hex_id(rng));
    body.set("callType", if inbound { "incoming" } else { "dialout" });
    body.set("status", status);
    body.set("sipCode", sip_code);
    for (key, instant) in [
        ("startTime", now),
        ("joinQueueTime", queued),
        ("agentStartTime", agent_start),
        ("agentAnswerTime", agent_answer),
        ("customerStartTime", customer_start),
        ("customerAnswerTime", customer_answer),
        ("bridgeTime", bridge),
        ("hangupTime", hangup),
        ("endTime", end),
        ("createTime", end + 1),
        ("saveTime", end + 1),
    ] {
        body.set(key, if instant > 0 { local(instant) } else { String::new() });
    }
    body.set("waitDuration", wait);
    body.set("bridgeDuration", talk);
    body.set("totalDuration", end - now);
    body.set("customerNumber", mobile(rng));
    body.set("customerName", pick(rng, CUSTOMERS));
    body.remove("extras");
    let agent = rings.then(|| write_moor_agent(rng, &mut body));
    if !rings {
        for key in ["agentNumber", "agentName", "agentId"] {
            body.set(key, "");
        }
    }
    let queue = reaches_queue.then(|| {
        let (id, name) = pick(rng, QUEUES);
        body.set("queueNumber", id.to_string());
        body.set("queueName", name);
        format!("sevenmoor {id} {name}")
    });
    let call = Call { outcome, answered, talk, wait, day: day(now), agent, queue };
    push("sevenmoor.cdr", None, body, Some(call))
}

fn moor_event(rng: &mut Rng, now: u64) -> Push {
    let (event, sample) = pick(
        rng,
        &[
            ("sevenmoor.callStatus", &TALKING),
            ("sevenmoor.callStatus", &WRAP_UP),
            ("sevenmoor.callStatus", &CALLING),
            ("sevenmoor.dialoutRing", &DIALOUT_RING),
            ("sevenmoor.dialoutHangup", &DIALOUT_HANGUP),
            ("sevenmoor.incomingRing", &INCOMING_RING),
            ("sevenmoor.incomingHangup", &INCOMING_HANGUP),
            ("sevenmoor.link", &LINK),
            ("sevenmoor.login", &LOGIN),
            ("sevenmoor.logout", &LOGOUT),
            ("sevenmoor.mediaFailreason", &MEDIA),
            ("sevenmoor.mediaFailreason", &SEGMENTS),
        ],
    );
    let mut body = (*sample).clone();
    if event == "sevenmoor.link" {
        body.set("uniqueId", hex_id(rng));
        body.edit("content", |content| {
            content.remove("extras");
            content.set("statusTime", now.to_string());
            write_moor_agent(rng, content);
        });
        return push(event, None, body, None);
    }
    body.remove("extras");
    body.set("eventUniqueId", hex_id(rng));
    if event == "sevenmoor.mediaFailreason" {
        body.set("callUniqueId", long_id(rng));
        return push(event, None, body, None);
    }
    write_moor_agent(rng, &mut body);
    match event {
        "sevenmoor.login" | "sevenmoor.logout" => body.set("statusTime", local(now)),
        _ => {
            body.set("statusTime", now.to_string());
            body.set("callUniqueId", long_id(rng));
            body.set("customerNumber", mobile(rng));
        }
    }
    if event == "sevenmoor.dialoutHangup" {
        body.set("groupIdList", ["60541bbf4aab2c0021278ad2"]);
        body.set("groupNameList", ["分组1"]);
    }
    push(event, None, body, None)
}

fn session_event(rng: &mut Rng, now: u64) -> Push {
    let others: [&Body; 10] = [
        &DESK_CUSTOM,
        &DESK_FACE,
        &DESK_FILE,
        &DESK_IMAGE,
        &DESK_LOCATION,
        &DESK_RELAY,
        &DESK_SEVERAL,
        &DESK_SOUND,
        &DESK_STREAM,
        &DESK_VIDEO,
    ];
    let sample: &Body = if rng.bool() { &DESK_TEXT } else { pick(rng, &others) };
    let mut body = sample.clone();
    body.set("SessionId", uuid(rng));
    body.set("EventTime", now * 1000 + rng.u64(0..1000));
    body.set("ClientUserId", format!("u{}", rng.u32(0..90_000)));
    body.set("AgentId", format!("{}@example.com", rng.u32(100..200)));
    body.set("ChannelType", pick(rng, &["SDK", "Web(H5)"]));
    body.set("Event", pick(rng, &["ChatBot.UserSendMsg", "Human.UserSendMsg", "Human.AgentSendMsg"]));
    push("desk.session_event", of_desk("Desk.SessionEventNotify"), body, None)
}

fn assign_agent(rng: &mut Rng, now: u64) -> Push {
    let mut body = ASSIGN_AGENT.clone();
    let command = pick(rng, &["ChatBot.OnAssignHuman", "ChatBot.OnAssignAgent"]);
    body.set("CallbackCommand", command);
    body.set("SessionId", uuid(rng));
    body.set("ClientUserId", format!("u{}", rng.u32(0..90_000)));
    body.set("EventTime", now * 1000 + rng.u64(0..1000));
    push("desk.assign_agent", of_desk(command), body, None)
}

fn interface_invocation(rng: &mut Rng, now: u64) -> Push {
    let mut body = INTERFACE_INVOCATION.clone();
    body.set("EventTime", now * 1000 + rng.u64(0..1000));
    push("desk.interface_invocation", of_desk("Chatbot.InterfaceInvocation"), body, None)
}

fn unknown(rng: &mut Rng, now: u64) -> Push {
    let mut body = Body::default();
    body.set("probe", hex_id(rng));
    body.set("sent", now);
    let findings = vec![("unknown-key", "probe"), ("unknown-key", "sent")];
    Push { event: "unknown", query: None, body, call: None, findings }
}

fn of_desk(command: &str) -> Option<String> {
    Some(format!("SdkAppid=1400000214&CallbackCommand={command}&contenttype=json"))
}

/// Writes the queue of a TCCC record. Returns how a report names it.
fn write_queue(rng: &mut Rng, body: &mut Body, has_queue: bool) -> Option<String> {
    if !has_queue {
        body.remove("QueuedSkillGroupId");
        return None;
    }
    let (id, name) = pick(rng, QUEUES);
    body.set("QueuedSkillGroupId", id);
    body.set("QueuedSkillGroupName", name);
    Some(format!("tccc {id} {name}"))
}

/// Writes the agent of a TCCC record. Returns how a report names them.
fn write_agent(rng: &mut Rng, body: &mut Body) -> String {
    let (number, name) = pick(rng, AGENTS);
    let account = format!("agent{number}@example.com");
    let seat = [("Mail", &*account), ("Name", name), ("Nick", name), ("UserId", &account), ("StaffNumber", number)];
    body.edit("SeatUser", |body| seat.into_iter().for_each(|(key, value)| body.set(key, value)));
    match number {
        "" => "tccc (without a number)".to_owned(),
        number => format!("tccc {number}"),
    }
}

fn write_moor_agent(rng: &mut Rng, body: &mut Body) -> String {
    let (number, name) = pick(rng, &AGENTS[..AGENTS.len() - 1]);
    body.set("agentNumber", format!("2{number}"));
    body.set("agentName", name);
    format!("sevenmoor 2{number}")
}

/// The day of an instant in China.
fn day(instant: u64) -> NaiveDate {
    china(instant).date_naive()
}

/// 7moor's form of an instant.
pub fn local(instant: u64) -> String {
    china(instant).format("%Y-%m-%d %H:%M:%S").to_string()
}

fn china(instant: u64) -> DateTime<FixedOffset> {
    DateTime::from_timestamp(instant.cast_signed(), 0).unwrap_or_default().with_timezone(&CHINA_TIME)
}

/// A duration: mostly short, now and then long.
fn seconds(rng: &mut Rng, middle: u64) -> u64 {
    let mut seconds = rng.u64(1..=2 * middle);
    while rng.u32(0..4) == 0 {
        seconds += rng.u64(0..3 * middle);
    }
    seconds
}

pub fn pick<T: Copy>(rng: &mut Rng, of: &[T]) -> T {
    of[rng.usize(0..of.len())]
}

/// One of several ways to make something: its share, what it is called, and how it is made.
pub struct Share<T>(pub u32, pub &'static str, pub T);

pub fn pick_by_share<T: Copy>(rng: &mut Rng, of: &[Share<T>]) -> T {
    let mut ticket = rng.u32(0..of.iter().map(|Share(share, ..)| share).sum());
    let is_drawn = |Share(share, ..): &&Share<T>| {
        let is_drawn = ticket < *share;
        ticket = ticket.saturating_sub(*share);
        is_drawn
    };
    of.iter().find(is_drawn).unwrap_or(&of[0]).2
}

fn mobile(rng: &mut Rng) -> String {
    format!("1{}{:09}", pick(rng, &["3", "5", "8"]), rng.u32(0..1_000_000_000))
}

pub fn uuid(rng: &mut Rng) -> String {
    let id = hex_id(rng);
    format!("{}-{}-4{}-8{}-{}", &id[..8], &id[8..12], &id[13..16], &id[17..20], &id[20..])
}

fn hex_id(rng: &mut Rng) -> String {
    format!("{:032x}", rng.u128(..))
}

/// Eighteen digits, too many for a double.
fn long_id(rng: &mut Rng) -> String {
    rng.u64(400_000_000_000_000_000..500_000_000_000_000_000).to_string()
}
