//! A sample archive: days of a contact centre that never was, with what makes real archives hard to read.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::blocks::named;

/// Monday 2024-01-01 08:00 in China.
const START: u64 = 1_704_067_200;

const AGENTS: &[(&str, &str)] = &[
    ("001", "chenwei"),
    ("002", "liuyang"),
    ("007", "lululing"),
    ("008", "zhangmin"),
    ("011", "wangfang"),
    ("012", "zhaolei"),
    ("020", "sunli"),
    ("021", "zhoujie"),
];
const GROUPS: &[(u64, &str)] = &[(1072, "sales"), (1073, "support"), (1080, "after-sales"), (1101, "vip")];

/// Numbers that look random, and are the same for the same seed.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// Whether one of so many chances came true.
    fn one_in(&mut self, chances: u64) -> bool {
        self.below(chances) == 0
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len() as u64) as usize]
    }

    /// A length of time: mostly short, now and then long.
    fn seconds(&mut self, middle: u64) -> u64 {
        let mut seconds = 1 + self.below(2 * middle);
        while self.one_in(4) {
            seconds += self.below(3 * middle);
        }
        seconds
    }

    fn mobile(&mut self) -> String {
        format!("1{}{:09}", self.pick(&["3", "5", "8"]), self.below(1_000_000_000))
    }

    fn id(&mut self) -> String {
        let (high, low) = (self.next(), self.next());
        format!(
            "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
            high >> 32,
            high >> 16 & 0xffff,
            high & 0xfff,
            low >> 52,
            low >> 16 & 0xffff_ffff_ffff
        )
    }
}

/// Writes an archive of so many lines.
pub fn write(file: &Path, lines: u64, seed: u64) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(file).map_err(|error| named(file, &error))?);
    let mut dice = Dice(seed);
    let mut now = START;
    for _ in 0..lines {
        now += dice.below(8);
        writeln!(out, "{}", line(&mut dice, now))?;
    }
    out.flush()
}

fn line(dice: &mut Dice, now: u64) -> String {
    if dice.one_in(500) {
        return bad(dice, now);
    }
    match dice.below(100) {
        0..55 => tccc("cdr", &phone(dice, now)),
        55..61 => tccc("imcdr", &chat(dice, now)),
        61..63 => tccc("videoCdr", &video(dice, now)),
        63..66 => tccc("record", &recording(dice, now)),
        66..82 => moor_record(dice, now),
        82..93 => moor_event(dice, now),
        _ => desk(dice, now),
    }
}

fn tccc(action: &str, body: &str) -> String {
    format!(r#"{{"query":"action={action}&version=1","body":{body}}}"#)
}

/// What no reader can make a record of.
fn bad(dice: &mut Dice, now: u64) -> String {
    let body = phone(dice, now);
    match dice.below(4) {
        0 => tccc("cdr", &body)[..200].to_owned(),
        1 => tccc("cdr", &body.replace("\"SessionId\"", "\"Session\"")),
        2 => body,
        _ => "502 Bad Gateway".to_owned(),
    }
}

fn phone(dice: &mut Dice, now: u64) -> String {
    let inbound = !dice.one_in(3);
    let queued = dice.below(20);
    let (group_id, group) = *dice.pick(GROUPS);
    let (staff, name) = *dice.pick(AGENTS);
    let (queue_at, ring_at) = (now + queued, now + queued + dice.seconds(12));
    let ring = dice.seconds(9);
    let word = match dice.below(100) {
        0..68 => "ok",
        68..76 if inbound => "waitingGiveUp",
        76..80 if inbound => "ivrGiveUp",
        80..86 if inbound => "ringingGiveUp",
        68..78 => "notAnswer",
        78..82 => "busy",
        82..86 => "powerOff",
        86..90 => "userReject",
        90..93 => "numberNotExist",
        93..95 => "noSeatOnline",
        95..97 => "error",
        97..99 => "blackList",
        _ => "lineWentQuiet",
    };
    let answered = word == "ok";
    let accept_at = if answered { ring_at + ring } else { 0 };
    let ended_at = ring_at + ring + if answered { dice.seconds(140) } else { 0 };
    let talked = if answered { ended_at - accept_at } else { 0 };
    let customer = format!("0086{}", dice.mobile());
    let (caller, callee) = if inbound { (&*customer, "008602066247698") } else { ("008602066247698", &*customer) };

    // Quirks that are in the vendor's own samples, pages or answers.
    let twice = if dice.one_in(12) { format!(r#""Duration":{},"#, ended_at - now) } else { String::new() };
    let talked = if dice.one_in(15) { format!("\"{talked}\"") } else { talked.to_string() };
    let start = if dice.one_in(40) { format!("{now}000") } else { now.to_string() };
    let ended_key = if dice.one_in(60) { "EndedTimeStamp" } else { "EndedTimestamp" };
    let unknown = if dice.one_in(50) { r#","CallScore":{"value":4,"by":"model"}"# } else { "" };
    let keys = dice.pick(&["null", "[]", r#"["1"]"#, r#"["1","2"]"#, r#""1""#]);
    let queue = if inbound {
        format!(r#""QueuedTimestamp":{queue_at},"QueuedSkillGroupId":{group_id},"QueuedSkillGroupName":"{group}","#)
    } else {
        String::new()
    };
    let seat = if word == "waitingGiveUp" || word == "ivrGiveUp" {
        "null".to_owned()
    } else {
        format!(
            r#"{{"Mail":"{name}@example.com","Name":"{name}","Nick":"","Phone":"","UserId":"{name}@example.com","StaffNumber":"{staff}","SkillGroupNameList":["{group}"]}}"#
        )
    };
    let legs = format!(
        r#"[{{"Mail":"{name}@example.com","Phone":"","RecordId":"{now}","StartTimestamp":{now},"RingTimestamp":{ring_at},"AcceptTimestamp":{accept_at},"EndedTimestamp":{ended_at},"Type":"staffSeat"}}]"#
    );
    format!(
        r#"{{"SdkAppId":1400000214,"SessionId":"{}","Direction":{},"StartTimestamp":{start},{queue}"RingTimestamp":{ring_at},"AcceptTimestamp":{accept_at},"{ended_key}":{ended_at},{twice}"Duration":{talked},"EndStatusString":"{word}","HungUpSide":"{}","Caller":"{caller}","Callee":"{callee}","IVRKeyPressed":{keys},"SeatUser":{seat},"ServeParticipants":{legs}{unknown}}}"#,
        dice.id(),
        u8::from(!inbound),
        dice.pick(&["user", "seat"]),
    )
}

fn chat(dice: &mut Dice, now: u64) -> String {
    let (group_id, group) = *dice.pick(GROUPS);
    let (staff, name) = *dice.pick(AGENTS);
    let accepted = now + dice.seconds(20);
    let ended = accepted + dice.seconds(300);
    format!(
        r#"{{"SdkAppId":1400000214,"SessionId":"{}","QueuedSkillGroupId":{group_id},"QueuedSkillGroupName":"{group}","StartTimestamp":{now},"QueuedTimestamp":{now},"RingTimestamp":{now},"AcceptTimestamp":{accepted},"EndedTimestamp":{ended},"Duration":{},"EndStatusString":"ok","UserId":"u{}","UserNickName":"小君君","Satisfaction":{},"SeatUser":{{"Name":"{name}","UserId":"{name}@example.com","StaffNumber":"{staff}"}}}}"#,
        dice.id(),
        ended - accepted,
        dice.below(90_000),
        dice.pick(&[r#"{"id":"104","content":"满意"}"#, r#"{"Id":"105","Label":"非常满意"}"#, r#""""#, "null"]),
    )
}

fn video(dice: &mut Dice, now: u64) -> String {
    let (staff, name) = *dice.pick(AGENTS);
    let (accepted, ended) = (now + dice.seconds(8), now + 30 + dice.seconds(200));
    format!(
        r#"{{"SdkAppId":1400000214,"SessionId":"{}","StartTimestamp":{now},"AcceptTimestamp":{accepted},"EndedTimestamp":{ended},"Duration":{},"EndStatusString":"ok","UserId":"u{}","SeatUser":{{"Name":"{name}","UserId":"{name}@example.com","StaffNumber":"{staff}"}},"ClientData":""}}"#,
        dice.id(),
        ended.saturating_sub(accepted),
        dice.below(90_000),
    )
}

fn recording(dice: &mut Dice, now: u64) -> String {
    format!(
        r#"{{"SdkAppId":1400000214,"RecordId":"{now}","SessionId":"{}","Timestamp":{now},"EndpointUser":"{}@example.com","RecordURL":"https://recorder.example.com/{now}.mp3"}}"#,
        dice.id(),
        dice.pick(AGENTS).1,
    )
}

/// A China time in the form of 7moor.
fn local(seconds: u64) -> String {
    let at = chrono::DateTime::from_timestamp(seconds as i64 + 8 * 3600, 0).unwrap_or_default();
    at.format("%Y-%m-%d %H:%M:%S").to_string()
}

fn moor_record(dice: &mut Dice, now: u64) -> String {
    let inbound = !dice.one_in(2);
    let (staff, name) = *dice.pick(AGENTS);
    let (group_id, group) = *dice.pick(GROUPS);
    let status = match dice.below(100) {
        0..70 => "ANSWER",
        70..80 if inbound => "QUEUE_ABANDON",
        80..90 if inbound => "AGENT_NO_ANSWER",
        90..96 if inbound => "IVR",
        _ => "CUSTOMER_NO_ANSWER",
    };
    let (wait, ring) = (if inbound { dice.seconds(20) } else { 0 }, dice.seconds(8));
    let answered_at = now + wait + ring;
    let talked = if status == "ANSWER" { dice.seconds(120) } else { 0 };
    let ended = local(answered_at + talked);
    let bridge = if status == "ANSWER" { local(answered_at) } else { String::new() };
    let number = if dice.one_in(20) { format!("{talked}") } else { format!("\"{talked}\"") };
    format!(
        r#"{{"callUniqueId":"{}","accountId":"2100147","pushType":"cdr","agentNumber":"2{staff}","agentName":"{name}","agentAnswerTime":"{bridge}","agentStartTime":"{}","bridgeDuration":{number},"bridgeTime":"{bridge}","billCalls":[],"callType":"{}","cdrType":"callRecord","customerNumber":"{}","displayNumber":"01081400192","startTime":"{}","joinQueueTime":"{}","endTime":"{ended}","hangupTime":"{ended}","queueNumber":"{}","queueName":"{}","hangUpSide":"AGENT","status":"{status}","sipCode":200,"totalDuration":{},"waitDuration":{wait},"extras":"","groupIdList":["60541bbf4aab2c0021278ad2"],"groupNameList":["分组1"],"satisfyKeys":[],"eventUniqueId":"{}"}}"#,
        400_000_000_000_000_000 + dice.below(99_999_999_999_999_999),
        local(now + wait),
        if inbound { "incoming" } else { "dialout" },
        dice.mobile(),
        local(now),
        if inbound { local(now) } else { String::new() },
        if inbound { group_id.to_string() } else { String::new() },
        if inbound { group } else { "" },
        wait + ring + talked,
        dice.id(),
    )
}

fn moor_event(dice: &mut Dice, now: u64) -> String {
    let (staff, name) = *dice.pick(AGENTS);
    let (event, call_event) = *dice.pick(&[
        (r#""pushType":"dialoutRing","#, "ring"),
        (r#""pushType":"dialoutHangup","#, "hangup"),
        (r#""pushType":"callStatus","statusName":"通话中","statusNumber":"4","#, "link"),
        ("", "hangup"),
    ]);
    let call_type = if event.is_empty() { "incoming" } else { "dialout" };
    format!(
        r#"{{"eventUniqueId":"{}","accountId":"20000153","callUniqueId":"{}",{event}"customerNumber":"{}","trunkNumber":"","displayNumber":"01081400192","statusTime":"{now}","callEvent":"{call_event}","callType":"{call_type}","agentNumber":"2{staff}","agentName":"{name}","extras":"","groupIdList":[""]}}"#,
        dice.id(),
        400_000_000_000_000_000 + dice.below(99_999_999_999_999_999),
        dice.mobile(),
    )
}

fn desk(dice: &mut Dice, now: u64) -> String {
    let event =
        dice.pick(&["ChatBot.UserSendMsg", "Human.UserSendMsg", "Human.AgentSendMsg", "SessionBegin", "SessionEnd"]);
    format!(
        r#"{{"query":"SdkAppid=1400000214&CallbackCommand=Desk.SessionEventNotify&contenttype=json","body":{{"CallbackCommand":"Desk.SessionEventNotify","SessionId":"{}","Event":"{event}","EventTime":{now}{:03},"ChannelType":"{}","ClientUserId":"u{}","CustomerServiceId":"@customer_service_account","AgentId":"{}@example.com","MsgBody":[{{"MsgType":"TIMTextElem","MsgContent":{{"Text":"请问如何申请退费?"}}}}],"IsContactUser":false}}}}"#,
        dice.id(),
        dice.below(1000),
        dice.pick(&["SDK", "Web"]),
        dice.below(90_000),
        dice.pick(AGENTS).1,
    )
}
