//! The servers of the examples, driven over HTTP as the vendors would drive them. All of it stays on this machine.
#![allow(missing_docs, clippy::unwrap_used)]

#[allow(dead_code)]
#[path = "../src/bin/actix_handler.rs"]
mod actix_handler;
#[allow(dead_code)]
#[path = "../src/bin/axum_server.rs"]
mod axum_server;
#[allow(dead_code)]
#[path = "../src/bin/json_extractor.rs"]
mod json_extractor;

use std::collections::HashSet;
use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum_server::{Config, Server};
use callhook::Webhook;
use callhook::tccc::{PUSH_UUID_HEADER, PhoneCdr};
use reqwest::Method;
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

const TCCC_OK: &str = r#"{"ErrMsg":"","ErrCode":0}"#;
const DESK_OK: &str = r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}"#;
const DESK_QUERY: &str =
    "SdkAppid=1400000214&CallbackCommand=Desk.SessionEventNotify&contenttype=json&ClientIP=127.0.0.1&OptPlatform=Web";
const CDR: &[u8] = include_bytes!("../../../fixtures/tccc/cdr.json");
const MOOR_CDR: &[u8] = include_bytes!("../../../fixtures/sevenmoor/cdr.json");
const DESK_EVENT: &[u8] = include_bytes!("../../../fixtures/desk/session_event.json");
const INBOUND: &[u8] = include_bytes!("../../../fixtures/tccc/CallInBound.authored.json");
const INBOUND_OLDER: &[u8] = include_bytes!("../../../fixtures/tccc/CallInBound.authored-older-page.json");
const SEAT: &[u8] = include_bytes!("../../../fixtures/tccc/specifiedSeat.authored.json");
const ASSIGN: &[u8] = include_bytes!("../../../fixtures/desk/assign_agent.authored.json");
const INTERFACE: &[u8] = include_bytes!("../../../fixtures/desk/interface_invocation.authored.json");

/// A vendor: knows an address and how to post to it.
#[derive(Clone)]
struct Vendor {
    base: String,
    client: reqwest::Client,
}

/// What a server answered.
struct Answer {
    status: u16,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    /// Status, content type and body.
    fn whole(&self) -> (u16, &str, &str) {
        let content_type = self.headers.get(CONTENT_TYPE).map_or("", |value| value.to_str().unwrap());
        (self.status, content_type, &self.body)
    }
}

impl Vendor {
    fn new(base: String) -> Self {
        let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(30)).build().unwrap();
        Self { base, client }
    }

    async fn send(&self, method: Method, path: &str, uuid: Option<&str>, body: impl Into<reqwest::Body>) -> Answer {
        let mut request = self.client.request(method, format!("{}{path}", self.base)).body(body);
        request = request.header(CONTENT_TYPE, "application/json;charset=utf8");
        if let Some(uuid) = uuid {
            request = request.header(PUSH_UUID_HEADER, uuid);
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Answer { status, headers, body: response.text().await.unwrap() }
    }

    async fn post(&self, path: &str, body: impl Into<reqwest::Body>) -> Answer {
        self.send(Method::POST, path, None, body).await
    }
}

/// Serves on a port that is free.
async fn serve(app: axum::Router) -> Vendor {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
    Vendor::new(format!("http://{address}"))
}

async fn start(config: Config) -> (Arc<Server>, Vendor) {
    let server = Server::new(config);
    let vendor = serve(axum_server::app(server.clone())).await;
    (server, vendor)
}

fn taken_and_repeated(server: &Server) -> (usize, usize) {
    let store = server.store();
    (store.taken.len(), store.repeated)
}

/// A fixture: its name, the path and query to which its vendor posts it, and the body.
struct Fixture {
    name: String,
    path: &'static str,
    query: String,
    body: Vec<u8>,
}

fn fixtures() -> Vec<Fixture> {
    let mut fixtures = Vec::new();
    for (family, path) in [("desk", "/desk"), ("sevenmoor", "/sevenmoor"), ("tccc", "/tccc")] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(family);
        for file in std::fs::read_dir(folder).unwrap() {
            let file = file.unwrap().path();
            let name = file.file_name().unwrap().to_str().unwrap().to_owned();
            if !name.ends_with(".json") {
                continue;
            }
            let query = match (family, name.split('.').next().unwrap()) {
                ("tccc", "CallInBound") | ("sevenmoor", _) => String::new(),
                ("tccc", action) => format!("action={action}&version=1"),
                (_, "assign_agent") => DESK_QUERY.replace("Desk.SessionEventNotify", "ChatBot.OnAssignHuman"),
                (_, "interface_invocation") => {
                    DESK_QUERY.replace("Desk.SessionEventNotify", "Chatbot.InterfaceInvocation")
                }
                _ => DESK_QUERY.to_owned(),
            };
            let body = std::fs::read(&file).unwrap();
            fixtures.push(Fixture { name: format!("{family}/{name}"), path, query, body });
        }
    }
    fixtures.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(fixtures.len() > 25);
    fixtures
}

/// What a server answers to a fixture if its customers are no VIPs.
fn expected(name: &str) -> (&'static str, &'static str) {
    const TCCC: &str = "application/json;charset=utf8";
    match name {
        "tccc/CallInBound.authored.json" => (TCCC, r#"{"CallInBound":{"OverrideIvrId":12}}"#),
        "tccc/CallInBound.authored-older-page.json" => (TCCC, r#"{"CallInBound":{"OverrideAIAgentId":7}}"#),
        "tccc/specifiedSeat.authored.json" => {
            (TCCC, r#"{"RequestId":"b3a1f0c2-8d5e-4c77-9b21-0d4e5f6a7b8c","ErrMsg":"","ErrCode":0,"SkillGroup":12}"#)
        }
        _ if name.starts_with("tccc/") => (TCCC, TCCC_OK),
        _ if name.starts_with("desk/assign_agent.") => {
            ("application/json", r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentGroupId":12}"#)
        }
        _ if name.starts_with("desk/interface_invocation.") => {
            ("application/json", r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"Body":{"level":"none"}}"#)
        }
        _ if name.starts_with("desk/") => ("application/json", DESK_OK),
        _ => ("text/plain", ""),
    }
}

#[tokio::test]
async fn every_fixture_is_answered_at_its_vendors_address_and_at_the_common_one() {
    for common in [false, true] {
        // Each gets a server without a past.
        for Fixture { name, path, query, body } in fixtures() {
            let (server, vendor) = start(Config::default()).await;
            let path = if common { "/webhook" } else { path };
            let answer = vendor.post(&format!("{path}?{query}"), body.clone()).await;
            let (content_type, reply) = expected(&name);
            assert_eq!(answer.whole(), (200, content_type, reply), "{name} at {path}");
            assert_eq!(server.store().taken, [Webhook::from_request(&query, &body).unwrap()], "{name} at {path}");
        }
    }
}

#[tokio::test]
async fn a_push_that_comes_again_is_taken_once_and_answered_each_time() {
    let (server, vendor) = start(Config::default()).await;
    let cdr = "/tccc?action=cdr&version=1";
    for _ in 0..4 {
        let answer = vendor.send(Method::POST, cdr, Some("8d8ac610"), CDR).await;
        assert_eq!((answer.status, &*answer.body), (200, TCCC_OK));
        assert_eq!(vendor.post("/sevenmoor", MOOR_CDR).await.status, 200);
        assert_eq!(vendor.post(&format!("/desk?{DESK_QUERY}"), DESK_EVENT).await.body, DESK_OK);
        assert_eq!(vendor.post(&format!("/desk?{DESK_QUERY}&RequestID=7"), DESK_EVENT).await.body, DESK_OK);
    }
    assert_eq!(taken_and_repeated(&server), (4, 12));

    // The same record under another id is another push.
    vendor.send(Method::POST, cdr, Some("0b54a1f2"), CDR).await;
    assert_eq!(taken_and_repeated(&server), (5, 12));
    // Without an id, query and body together tell.
    vendor.post(cdr, CDR).await;
    vendor.post(cdr, CDR).await;
    vendor.post("/tccc?action=cdr&version=2", CDR).await;
    assert_eq!(taken_and_repeated(&server), (7, 13));
}

#[tokio::test]
async fn another_event_application_or_session_is_another_request_even_under_the_same_delivery_id() {
    const DECIDED: &str = r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentGroupId":12}"#;
    let (server, vendor) = start(Config::default()).await;
    let pushes = [
        ("action=voicemail", r#"{"SdkAppId":1,"SessionId":"s1"}"#, TCCC_OK),
        ("action=record", r#"{"SdkAppId":1,"SessionId":"s1"}"#, TCCC_OK),
        ("action=record", r#"{"SdkAppId":2,"SessionId":"s1"}"#, TCCC_OK),
        ("action=record", r#"{"SdkAppId":1,"SessionId":"s2"}"#, TCCC_OK),
        (
            "action=specifiedSeat",
            r#"{"RequestId":"r1"}"#,
            r#"{"RequestId":"r1","ErrMsg":"","ErrCode":0,"SkillGroup":12}"#,
        ),
        (
            "action=specifiedSeat",
            r#"{"RequestId":"r2"}"#,
            r#"{"RequestId":"r2","ErrMsg":"","ErrCode":0,"SkillGroup":12}"#,
        ),
    ];
    let callbacks = [
        ("SdkAppid=1&CallbackCommand=Desk.SessionEventNotify", r#"{"SessionId":"s1","Event":"SessionBegin"}"#, DESK_OK),
        ("SdkAppid=1&CallbackCommand=Desk.SessionEventNotify", r#"{"SessionId":"s1","Event":"SessionEnd"}"#, DESK_OK),
        ("SdkAppid=2&CallbackCommand=Desk.SessionEventNotify", r#"{"SessionId":"s1","Event":"SessionEnd"}"#, DESK_OK),
        ("SdkAppid=1&CallbackCommand=Desk.SessionEventNotify", r#"{"SessionId":"s2","Event":"SessionEnd"}"#, DESK_OK),
        ("SdkAppid=1&CallbackCommand=ChatBot.OnAssignHuman", r#"{"SessionId":"s1"}"#, DECIDED),
    ];
    for _ in 0..2 {
        for (query, body, reply) in pushes {
            let answer = vendor.send(Method::POST, &format!("/tccc?{query}"), Some("u1"), body).await;
            assert_eq!((answer.status, &*answer.body), (200, reply), "{query} {body}");
        }
        for (query, body, reply) in callbacks {
            let answer = vendor.post(&format!("/desk?{query}&RequestID=1"), body).await;
            assert_eq!((answer.status, &*answer.body), (200, reply), "{query} {body}");
        }
    }
    assert_eq!(taken_and_repeated(&server), (11, 11));
}

// ---- decisions ----

/// A server that knows two VIPs.
fn with_vips() -> Config {
    Config { vips: vec!["+86 138-0000-0001".to_owned(), "user_1".to_owned()], ..Config::default() }
}

const GOLD: &str = r#"{"CallInBound":{"OverrideAIAgentId":7,"Variables":[{"Key":"level","Value":"gold"}]}}"#;

/// Questions about the customers of [`with_vips`]: the reply for a VIP, and the reply for any other customer.
const QUESTIONS: [(&str, &[u8], &str, &str); 5] = [
    ("/tccc", INBOUND, GOLD, r#"{"CallInBound":{"OverrideIvrId":12}}"#),
    // The number is `0086…` there.
    ("/webhook", INBOUND_OLDER, GOLD, r#"{"CallInBound":{"OverrideAIAgentId":7}}"#),
    (
        "/tccc?action=specifiedSeat&version=1",
        SEAT,
        r#"{"RequestId":"b3a1f0c2-8d5e-4c77-9b21-0d4e5f6a7b8c","ErrMsg":"","ErrCode":0,"SeatEmails":["wang@example.com"]}"#,
        r#"{"RequestId":"b3a1f0c2-8d5e-4c77-9b21-0d4e5f6a7b8c","ErrMsg":"","ErrCode":0,"SkillGroup":12}"#,
    ),
    (
        "/desk?CallbackCommand=ChatBot.OnAssignHuman",
        ASSIGN,
        r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentIdList":["wang@example.com"]}"#,
        r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentGroupId":12}"#,
    ),
    (
        "/webhook?CallbackCommand=Chatbot.InterfaceInvocation",
        INTERFACE,
        r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"Body":{"level":"gold"}}"#,
        r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"Body":{"level":"none"}}"#,
    ),
];

#[tokio::test]
async fn a_vip_is_recognised_by_number_or_user_id() {
    let (server, vendor) = start(with_vips()).await;
    for (path, body, reply, _) in QUESTIONS {
        let answer = vendor.post(path, body).await;
        assert_eq!((answer.status, &*answer.body), (200, reply), "{path}");
    }
    assert_eq!(taken_and_repeated(&server), (5, 0));
}

#[tokio::test]
async fn a_decision_that_takes_too_long_is_made_without_the_customer() {
    let limit = Duration::from_millis(200);
    let slow = Config { call_limit: limit, other_limit: limit, lookup: Duration::from_secs(60), ..with_vips() };
    let (server, vendor) = start(slow).await;
    for (path, body, _, reply) in QUESTIONS {
        let asked = Instant::now();
        let answer = vendor.post(path, body).await;
        assert_eq!((answer.status, &*answer.body), (200, reply), "{path}");
        assert!((limit..Duration::from_secs(4)).contains(&asked.elapsed()), "{path}: {:?}", asked.elapsed());
    }
    assert_eq!(taken_and_repeated(&server), (5, 0));
    // The limits that hold by default are below the vendor's 5 and 2 seconds.
    let default = Config::default();
    assert_eq!((default.call_limit, default.other_limit), (Duration::from_secs(3), Duration::from_millis(1500)));
}

#[tokio::test]
async fn a_repeated_question_gets_the_same_decision() {
    let limit = Duration::from_millis(500);
    let slow = Config { call_limit: limit, lookup: Duration::from_secs(60), ..with_vips() };
    let (server, vendor) = start(slow).await;
    // The vendor asks again while the first answer is on its way, and after it.
    let (one, other) = tokio::join!(vendor.post("/tccc", INBOUND), vendor.post("/tccc", INBOUND));
    assert_eq!((one.status, &one.body), (200, &other.body));
    let asked = Instant::now();
    assert_eq!(vendor.post("/webhook", INBOUND).await.body, one.body);
    assert!(asked.elapsed() < limit);
    assert_eq!(taken_and_repeated(&server), (1, 2));
}

#[tokio::test]
async fn a_call_of_another_application_is_another_question_even_in_the_same_session() {
    let (server, vendor) = start(Config::default()).await;
    for (body, reply) in [
        (
            r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":{"IvrId":12}}"#,
            r#"{"CallInBound":{"OverrideIvrId":12}}"#,
        ),
        (
            r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":2,"CallInBound":{"IvrId":13}}"#,
            r#"{"CallInBound":{"OverrideIvrId":13}}"#,
        ),
        // The session of the first one, so it gets the same answer.
        (
            r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1,"CallInBound":{"IvrId":14}}"#,
            r#"{"CallInBound":{"OverrideIvrId":12}}"#,
        ),
    ] {
        assert_eq!(vendor.post("/tccc", body).await.body, reply, "{body}");
    }
    assert_eq!(taken_and_repeated(&server), (2, 1));
}

#[tokio::test]
async fn a_call_with_nothing_configured_goes_to_the_ivr_or_is_not_answered() {
    let body =
        r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1400000214,"CallInBound":{"AIAgentId":0,"IvrId":0}}"#;
    let (server, vendor) = start(Config::default()).await;
    let answer = vendor.post("/tccc", body).await;
    // Never an empty `CallInBound`, which would hang up.
    assert_eq!(answer.whole(), (503, "", ""));
    assert_eq!((taken_and_repeated(&server), server.store().kept.len()), ((0, 0), 1));

    let (_, vendor) = start(Config { ivr: Some(40), ..Config::default() }).await;
    assert_eq!(vendor.post("/tccc", body).await.body, r#"{"CallInBound":{"OverrideIvrId":40}}"#);
}

#[tokio::test]
async fn an_error_of_ours_has_the_failure_form_of_the_reply() {
    let (server, vendor) = start(Config { group: 0, ..Config::default() }).await;
    for (path, body, content_type, reply) in [
        (
            "/tccc?action=specifiedSeat&version=1",
            SEAT,
            "application/json;charset=utf8",
            r#"{"RequestId":"b3a1f0c2-8d5e-4c77-9b21-0d4e5f6a7b8c","ErrMsg":"nothing to base a decision on","ErrCode":1}"#,
        ),
        (
            "/desk?CallbackCommand=ChatBot.OnAssignHuman",
            ASSIGN,
            "application/json",
            r#"{"ActionStatus":"FAIL","ErrorInfo":"nothing to base a decision on","ErrorCode":1}"#,
        ),
    ] {
        assert_eq!(vendor.post(path, body).await.whole(), (503, content_type, reply), "{path}");
    }
    assert_eq!((taken_and_repeated(&server), server.store().kept.len()), ((0, 0), 2));
}

// ---- what is not understood ----

#[tokio::test]
async fn what_is_not_known_is_kept_and_not_acknowledged() {
    let (server, vendor) = start(Config::default()).await;
    let requests = [
        ("/webhook", r#"{"hello":1}"#),
        ("/webhook", r#"{"loginType":"google"}"#),
        ("/webhook?token=1", r#"{"event":"room_started","room":{"sid":"RM_1"},"id":"EV_1"}"#),
        ("/webhook", r#"{"pushType":"cdr"}"#),
        ("/webhook?action=fax&version=1", r#"{"SdkAppId":1400000214}"#),
        ("/tccc?action=fax&version=1", r#"{"SdkAppId":1400000214}"#),
        ("/desk?CallbackCommand=C2C.CallbackAfterSendMsg", "{}"),
        ("/webhook?CallbackCommand=Chatbot.OnC2CSignalMessage", "{}"),
        ("/sevenmoor", r#"{"accountId":"N1","pushType":"newEvent"}"#),
        ("/sevenmoor", r#"{"hello":1}"#),
    ];
    for (path, body) in requests {
        for _ in 0..2 {
            // 404: no vendor is known for it. Any acknowledgement could be taken for a decision.
            assert_eq!(vendor.post(path, body).await.whole(), (404, "", ""), "{path} {body}");
        }
    }
    let store = server.store();
    assert_eq!((store.taken.len(), store.repeated, store.kept.len()), (0, 0, 20));
    let (query, body) = &store.kept[4 * 2];
    assert_eq!((query.as_str(), &body[..]), ("action=fax&version=1", &br#"{"SdkAppId":1400000214}"#[..]));
}

#[tokio::test]
async fn what_cannot_be_read_is_kept_and_not_acknowledged_whatever_its_query() {
    let (server, vendor) = start(Config::default()).await;
    let requests = [
        ("/tccc?action=cdr", "{"),
        ("/tccc?action=cdr", "[]"),
        ("/tccc?action=voicemail", r#"{"SdkAppId":1}"#),
        ("/webhook?action=cdr", ""),
        ("/desk?CallbackCommand=Desk.SessionEventNotify", "{}"),
        ("/webhook?CallbackCommand=Desk.SessionEventNotify", "{"),
        ("/sevenmoor", "callUniqueId=1"),
        ("/tccc?action=specifiedSeat", "{}"),
        ("/desk?CallbackCommand=ChatBot.OnAssignHuman", "{}"),
        ("/desk?CallbackCommand=Chatbot.InterfaceInvocation", "[]"),
        ("/tccc", r#"{"Event":"CallInBound","CallInBound":{}}"#),
        ("/tccc", r#"{"SdkAppId":1400000214,"SessionId":"e97b"}"#),
        ("/webhook", r#"{"SdkAppId":1400000214,"SessionId":"e97b"}"#),
        ("/tccc", r#"{"pushType":"cdr"}"#),
        ("/tccc?action=fax", "{"),
        ("/desk", "{"),
        ("/desk?CallbackCommand=State.StateChange", "{"),
        ("/webhook", "null"),
        ("/webhook", "CallSid=CA1&AccountSid=AC1"),
    ];
    for (path, body) in requests {
        // 400: nothing was read, and an acknowledgement would say that it was.
        assert_eq!(vendor.post(path, body).await.whole(), (400, "", ""), "{path} {body}");
    }
    let store = server.store();
    assert_eq!((store.taken.len(), store.kept.len()), (0, requests.len()));
}

#[tokio::test]
async fn only_the_newest_that_were_not_understood_are_kept() {
    let (server, vendor) = start(Config::default()).await;
    for i in 0..150 {
        vendor.post("/webhook", format!(r#"{{"hello":{i}}}"#)).await;
    }
    let store = server.store();
    assert_eq!((store.kept.len(), &store.kept[0].1[..]), (100, &br#"{"hello":50}"#[..]));
}

#[tokio::test]
async fn another_method_an_unknown_path_and_a_body_beyond_the_limit_are_refused() {
    let (server, vendor) = start(Config { limit: 4096, ..Config::default() }).await;
    for method in [Method::GET, Method::PUT, Method::DELETE] {
        for path in ["/tccc?action=cdr", "/desk", "/sevenmoor", "/webhook"] {
            let answer = vendor.send(method.clone(), path, None, CDR).await;
            assert_eq!((answer.status, &answer.headers["allow"]), (405, &"POST".parse().unwrap()), "{method} {path}");
        }
    }
    assert_eq!(vendor.post("/cdr", CDR).await.status, 404);

    let padded = |length: usize| format!(r#"{{"SdkAppId":1,"SessionId":"e97b","Pad":"{}"}}"#, "x".repeat(length - 42));
    assert_eq!(padded(4096).len(), 4096);
    assert_eq!(vendor.post("/tccc?action=cdr", padded(4096)).await.status, 200);
    for path in ["/tccc?action=cdr", "/desk", "/sevenmoor", "/webhook"] {
        assert_eq!(vendor.post(path, padded(4097)).await.status, 413, "{path}");
    }
    assert_eq!(server.store().taken.len(), 1);
}

#[tokio::test]
async fn requests_for_another_application_are_refused() {
    let (server, vendor) = start(Config { app_id: Some(1400000214), ..with_vips() }).await;
    let theirs = r#"{"SdkAppId":1400000215,"SessionId":"e97b","RequestId":"r-1"}"#;
    for action in ["cdr", "imcdr", "videoCdr", "record", "voicemail", "specifiedSeat", "tomorrow"] {
        assert_eq!(vendor.post(&format!("/tccc?action={action}"), theirs).await.whole(), (403, "", ""), "{action}");
    }
    let call = String::from_utf8(INBOUND.to_vec()).unwrap().replace("1400000214", "1400000215");
    for path in ["/tccc", "/webhook"] {
        assert_eq!(vendor.post(path, call.clone()).await.whole(), (403, "", ""), "{path}");
    }
    for query in [DESK_QUERY.replace("1400000214", "1400000215"), DESK_QUERY.replace("SdkAppid", "Other")] {
        assert_eq!(vendor.post(&format!("/desk?{query}"), DESK_EVENT).await.whole(), (403, "", ""), "{query}");
    }
    // No way around it: an event without a query is for no application.
    assert_eq!(vendor.post("/webhook", DESK_EVENT).await.status, 403);
    assert_eq!(server.store().taken.len(), 0);

    assert_eq!(vendor.post("/tccc?action=cdr", CDR).await.body, TCCC_OK);
    assert_eq!(vendor.post(&format!("/desk?{DESK_QUERY}"), DESK_EVENT).await.body, DESK_OK);
    assert_eq!(vendor.post("/tccc", INBOUND).await.status, 200);
    // An agent choice need not name its application.
    assert_eq!(vendor.post("/tccc?action=specifiedSeat", r#"{"RequestId":"r-1"}"#).await.status, 200);
    assert_eq!(server.store().taken.len(), 4);
    // A push of a kind to come may name it elsewhere: it is kept.
    assert_eq!(vendor.post("/tccc?action=tomorrow", r#"{"Id":"e97b"}"#).await.status, 404);
    assert_eq!(server.store().taken.len(), 4);
    assert_eq!(server.store().kept.len(), 1);
}

/// A query as the vendor signs it.
fn signed(token: &str, seconds_ago: u64) -> String {
    use sha2::Digest as _;

    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let time = (now - seconds_ago).to_string();
    let hash = sha2::Sha256::digest(format!("{token}{time}"));
    let sign: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{DESK_QUERY}&RequestTime={time}&Sign={sign}")
}

#[tokio::test]
async fn a_desk_callback_must_be_signed_if_a_token_is_set() {
    let (server, vendor) = start(Config { desk_token: Some("xxxxyyyy".to_owned()), ..Config::default() }).await;
    for (case, query) in [
        ("none", DESK_QUERY.to_owned()),
        ("another token", signed("yyyyxxxx", 0)),
        ("an hour ago", signed("xxxxyyyy", 3600)),
        ("another time", signed("xxxxyyyy", 10).replace("RequestTime=", "RequestTime=1")),
    ] {
        for route in ["/desk", "/webhook"] {
            assert_eq!(vendor.post(&format!("{route}?{query}"), DESK_EVENT).await.whole(), (403, "", ""), "{case}");
        }
    }
    assert_eq!(server.store().taken.len(), 0);
    assert_eq!(vendor.post(&format!("/desk?{}", signed("xxxxyyyy", 0)), DESK_EVENT).await.body, DESK_OK);
    assert_eq!(server.store().taken.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_posts_at_once_are_all_taken() {
    let (server, vendor) = start(Config::default()).await;
    // So many at a time, because each is an open file on either side.
    let gate = Arc::new(Semaphore::new(100));
    let mut posts = JoinSet::new();
    for i in 0..1000 {
        let (vendor, gate) = (vendor.clone(), gate.clone());
        posts.spawn(async move {
            let _pass = gate.acquire().await.unwrap();
            match i % 2 {
                0 => {
                    let body = format!(r#"{{"SdkAppId":1400000214,"SessionId":"s{i}","Duration":15,"Duration":0}}"#);
                    vendor.send(Method::POST, "/tccc?action=cdr&version=1", Some(&format!("u{i}")), body).await
                }
                _ => {
                    let body = format!(r#"{{"pushType":"cdr","accountId":"N1","callUniqueId":"s{i}"}}"#);
                    vendor.post("/webhook", body).await
                }
            }
        });
    }
    let mut answered = 0;
    while let Some(answer) = posts.join_next().await {
        let answer = answer.unwrap();
        assert_eq!(answer.status, 200, "{}", answer.body);
        answered += 1;
    }
    assert_eq!(answered, 1000);
    let store = server.store();
    let ids: HashSet<&str> = store.taken.iter().filter_map(Webhook::session_id).collect();
    assert_eq!((store.taken.len(), ids.len(), store.repeated), (1000, 1000, 0));
    assert!((0..1000).all(|i| ids.contains(&*format!("s{i}"))));
}

// ---- the programs themselves ----

/// A server as a program of its own, which ends with the test.
struct Program {
    child: Child,
    /// `None` if it is closed.
    log: Option<BufReader<ChildStderr>>,
}

impl Program {
    fn start(program: &str, settings: &[(&str, impl AsRef<OsStr> + Copy)]) -> Self {
        Self::start_with_output(program, settings, Stdio::null())
    }

    fn start_with_output(program: &str, settings: &[(&str, impl AsRef<OsStr> + Copy)], output: Stdio) -> Self {
        let mut command = Command::new(program);
        command.envs(settings.iter().copied()).stdin(Stdio::null()).stdout(output).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let log = child.stderr.take().map(BufReader::new);
        Self { child, log }
    }

    /// The exit code, if it ends within ten seconds.
    fn code(&mut self) -> Option<i32> {
        let status = (0..100).find_map(|_| {
            std::thread::sleep(Duration::from_millis(100));
            self.child.try_wait().unwrap()
        });
        status.and_then(|status| status.code())
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.log.as_mut().unwrap().read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    /// The address at which it listens.
    fn vendor(&mut self) -> Vendor {
        Vendor::new(self.line().strip_prefix("listening on ").unwrap().to_owned())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const PROGRAMS: [(&str, &str); 3] = [
    (env!("CARGO_BIN_EXE_axum_server"), "3000"),
    (env!("CARGO_BIN_EXE_actix_handler"), "3001"),
    (env!("CARGO_BIN_EXE_json_extractor"), "3002"),
];

#[tokio::test]
async fn the_log_has_a_line_for_each_request_and_nothing_personal() {
    let mut program = Program::start(PROGRAMS[0].0, &[("PORT", "0"), ("VIPS", "008613800000001,user_2")]);
    let vendor = program.vendor();
    for (path, body, line) in [
        (
            "/tccc?action=cdr",
            CDR,
            "tccc.cdr e97be0ab-1ef6-4ad2-a8c4-2b2bbfb18e55: acknowledged, 1 duplicate-key, 2 key-spelling",
        ),
        ("/tccc?action=cdr", CDR, "tccc.cdr e97be0ab-1ef6-4ad2-a8c4-2b2bbfb18e55: repeated"),
        ("/tccc", INBOUND, "tccc.CallInBound 5a7f2c1e-3b64-4c0d-9e8f-1f2a3b4c5d6e: decided"),
        ("/tccc", INBOUND, "tccc.CallInBound 5a7f2c1e-3b64-4c0d-9e8f-1f2a3b4c5d6e: repeated"),
        (
            "/desk?CallbackCommand=Desk.SessionEventNotify",
            DESK_EVENT,
            "desk.session_event 2baf4d84-beb4-4607-a1ea-6ebcaef3e0e6: acknowledged",
        ),
        ("/sevenmoor", br#"{"pushType":"login","agentName":"Li"}"#, "sevenmoor.login -: acknowledged"),
        (
            "/sevenmoor",
            br#"{"pushType":"cdr","callUniqueId":"1\n2222222222222222222222222222222222222222","x":1}"#,
            "sevenmoor.cdr 1 22222222222222222222222222222222222222: acknowledged, 1 unknown-key",
        ),
        ("/webhook", br#"{"phone":"13800000001"}"#, "unknown: kept, answered with 404: not a known callback"),
        (
            "/tccc?action=cdr",
            br#"{"SdkAppId":"13800000001x","SessionId":"e97b"}"#,
            "cannot be read, kept: SdkAppId cannot be read: expected integer, found string",
        ),
        ("/tccc", b"13800000001", "cannot be read, kept: the body is not an object: expected object, found number"),
    ] {
        vendor.post(path, body).await;
        assert_eq!(program.line(), line, "{path}");
    }
}

#[tokio::test]
async fn an_id_cannot_break_a_line_of_the_log_or_turn_it_around() {
    let mut program = Program::start(PROGRAMS[0].0, &[("PORT", "0")]);
    let vendor = program.vendor();
    for char in [
        "\u{7f}", "\u{85}", "\u{61c}", "\u{200b}", "\u{200e}", "\u{200f}", "\u{2028}", "\u{2029}", "\u{202a}",
        "\u{202e}", "\u{2060}", "\u{2066}", "\u{2069}", "\u{206f}", "\u{feff}",
    ] {
        vendor.post("/sevenmoor", format!(r#"{{"pushType":"cdr","callUniqueId":"1{char}2"}}"#)).await;
        assert_eq!(program.line(), "sevenmoor.cdr 1 2: acknowledged", "{}", char.escape_unicode());
    }
    // What is next to them is text.
    for char in ["\u{200a}", "\u{2010}", "\u{2027}", "\u{202f}", "\u{2070}", "王"] {
        vendor.post("/sevenmoor", format!(r#"{{"pushType":"cdr","callUniqueId":"1{char}2"}}"#)).await;
        assert_eq!(program.line(), format!("sevenmoor.cdr 1{char}2: acknowledged"), "{}", char.escape_unicode());
    }
}

#[tokio::test]
async fn each_call_record_is_a_row_on_standard_output_once() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rows.ndjson");
    let output = std::fs::File::create(&path).unwrap();
    let mut program = Program::start_with_output(PROGRAMS[0].0, &[("PORT", "0")], output.into());
    let vendor = program.vendor();
    for (path, body) in [
        ("/tccc?action=cdr", CDR),
        ("/tccc?action=cdr", CDR),
        ("/desk?CallbackCommand=Desk.SessionEventNotify", DESK_EVENT),
        ("/sevenmoor", MOOR_CDR),
    ] {
        vendor.post(path, body).await;
    }
    let rows = std::fs::read_to_string(path).unwrap();
    let rows: Vec<callhook::CallSummary> = rows.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
    let ids = rows.iter().map(|row| row.call_id.as_deref().unwrap());
    assert_eq!(ids.collect::<Vec<_>>(), ["e97be0ab-1ef6-4ad2-a8c4-2b2bbfb18e55", "403344537650466816"]);
}

#[tokio::test]
async fn a_push_whose_row_cannot_be_written_is_not_acknowledged() {
    let mut program = Program::start_with_output(PROGRAMS[0].0, &[("PORT", "0")], Stdio::piped());
    let vendor = program.vendor();
    drop(program.child.stdout.take());
    let failure = r#"{"ErrMsg":"the row cannot be written","ErrCode":1}"#;
    for _ in 0..2 {
        let answer = vendor.post("/tccc?action=cdr", CDR).await;
        assert_eq!(answer.whole(), (503, "application/json;charset=utf8", failure));
        let line = "tccc.cdr e97be0ab-1ef6-4ad2-a8c4-2b2bbfb18e55: kept, answered with 503: the row cannot be written";
        assert_eq!(program.line(), line);
        assert_eq!(vendor.post("/sevenmoor", MOOR_CDR).await.whole(), (503, "", ""));
        assert!(program.line().starts_with("sevenmoor.cdr "));
    }
    // What is not a call record has no row.
    assert_eq!(vendor.post("/sevenmoor", r#"{"pushType":"login"}"#).await.status, 200);
}

#[tokio::test]
async fn a_closed_log_does_not_keep_a_server_from_answering() {
    let mut program = Program::start(PROGRAMS[0].0, &[("PORT", "0")]);
    let vendor = program.vendor();
    program.log = None;
    assert_eq!(vendor.post("/tccc?action=cdr", CDR).await.whole(), (200, "application/json;charset=utf8", TCCC_OK));
}

#[cfg(unix)]
#[tokio::test]
async fn a_request_that_never_ends_does_not_keep_the_server_alive() {
    use std::io::Write as _;

    let mut program = Program::start(PROGRAMS[0].0, &[("PORT", "0")]);
    let address = program.vendor().base.replace("http://", "");
    let mut stalled = std::net::TcpStream::connect(address).unwrap();
    stalled.write_all(b"POST /tccc HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{").unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let interrupted = Command::new("kill").args(["-INT", &program.child.id().to_string()]).status().unwrap();
    assert!(interrupted.success());
    assert_eq!(program.code(), Some(0));
}

#[tokio::test]
async fn the_other_servers_say_what_they_understood_too() {
    let mut actix = Program::start(PROGRAMS[1].0, &[("PORT", "0")]);
    let vendor = actix.vendor();
    vendor.post("/tccc?action=cdr", CDR).await;
    vendor.post("/record", MOOR_CDR).await;
    assert_eq!(actix.line(), "cdr e97be0ab-1ef6-4ad2-a8c4-2b2bbfb18e55");
    assert_eq!(actix.line(), "cdr 403344537650466816, answered: true");

    let mut axum = Program::start(PROGRAMS[2].0, &[("PORT", "0")]);
    let body = r#"{"SdkAppId":1,"SessionId":"e97b","Caller":"008613800000001","UserRemark":"VIP","Mood":"fine"}"#;
    let vendor = axum.vendor();
    vendor.post("/cdr", body).await;
    assert_eq!(
        axum.line(),
        r#"cdr {"SdkAppId":1,"SessionId":"e97b","Caller":"0086***01","UserRemark":"***","(undocumented)":["string"]}"#
    );
    vendor.post("/cdr", r#"{"SdkAppId":"13800000001x"}"#).await;
    assert_eq!(axum.line(), "cdr refused with 400 Bad Request");
}

#[test]
fn a_port_that_is_in_use_or_cannot_be_read_is_a_plain_message() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let in_use = format!("port {port} is in use: stop the other program, or set PORT to another port");
    for (program, _) in PROGRAMS {
        for (port, problem) in [(port.as_str(), in_use.as_str()), ("80000", "PORT cannot be read: 80000")] {
            let mut program = Program::start(program, &[("PORT", port)]);
            let mut said = String::new();
            program.log.as_mut().unwrap().read_to_string(&mut said).unwrap();
            assert_eq!((program.child.wait().unwrap().code(), said.trim_end()), (Some(1), problem));
        }
    }
}

#[cfg(unix)]
#[test]
fn a_setting_that_is_not_utf_8_is_an_error_and_not_printed() {
    use std::os::unix::ffi::OsStrExt as _;

    let value = OsStr::from_bytes(b"secret\xff");
    for (name, problem) in [
        ("DESK_TOKEN", "DESK_TOKEN cannot be read: it is not UTF-8"),
        ("APP_ID", "APP_ID cannot be read: it is not UTF-8"),
        ("VIPS", "VIPS cannot be read: it is not UTF-8"),
    ] {
        let mut program = Program::start(PROGRAMS[0].0, &[("PORT", OsStr::new("0")), (name, value)]);
        assert_eq!(program.code(), Some(1), "{name}");
        assert_eq!(program.line(), problem, "before it listens");
    }
}

#[test]
fn the_help_names_the_settings_and_the_statuses() {
    for ((program, port), statuses) in PROGRAMS.into_iter().zip([
        &["200", "400", "403", "404", "405", "413", "503"][..],
        &["200", "400", "404", "413"],
        &["200", "400", "405", "413", "415"],
    ]) {
        let output = Command::new(program).arg("--help").output().unwrap();
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && output.stderr.is_empty());
        assert!(help.contains("  PORT ") && help.contains(port), "{help}");
        assert!(help.lines().all(|line| line.len() <= 120));
        let (_, listed) = help.split_once("\nStatuses\n").unwrap();
        let listed = listed.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
        assert_eq!(listed.filter(|status| !status.is_empty()).collect::<Vec<_>>(), statuses, "{program}");
        assert_eq!(help.contains("could mistake any reply for"), statuses.contains(&"404"), "{program}");
        assert_eq!(Command::new(program).arg("--port").output().unwrap().status.code(), Some(2));
    }
}

#[test]
fn the_documentation_shows_the_function_that_answers_here() {
    let page = include_str!("../../../src/reply.rs");
    let snippet = page.split_once("```ignore\n").unwrap().1.split_once("/// ```").unwrap().0;
    let lines = snippet.lines().map(|line| line.strip_prefix("///").unwrap());
    let snippet: String = lines.map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect();
    let function = snippet.split_once("\n\n").unwrap().1;
    assert!(include_str!("../src/bin/axum_server.rs").contains(function), "{function}");
}

// ---- the README's handler ----

#[test]
fn the_readme_shows_this_handler() {
    let source = include_str!("../src/handler.rs");
    let (_, source) = source.split_once("\n\n").unwrap();
    let (handler, _) = source.split_once("\n/// ").unwrap();
    assert!(include_str!("../../../README.md").contains(handler.trim_end()), "{handler}");
}

#[tokio::test]
async fn the_readmes_handler_answers_by_the_rule_for_statuses() {
    let vendor = serve(servers::handler::app()).await;
    for (path, body, status, reply) in [
        ("/webhook?action=cdr&version=1", CDR, 200, TCCC_OK),
        ("/webhook", MOOR_CDR, 200, ""),
        ("/webhook", INBOUND, 200, r#"{"CallInBound":{"OverrideIvrId":12}}"#),
        ("/webhook", br#"{"hello":1}"#, 404, ""),
        ("/webhook?action=cdr", b"not JSON", 400, ""),
        ("/webhook", br#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1400000214,"CallInBound":{}}"#, 503, ""),
    ] {
        let answer = vendor.post(path, body).await;
        assert_eq!((answer.status, &*answer.body), (status, reply), "{path}");
    }
}

// ---- the other servers ----

#[tokio::test]
async fn the_json_extractor_reads_as_leniently() {
    let vendor = serve(json_extractor::app()).await;
    let answer = vendor.post("/cdr", CDR).await;
    assert_eq!((answer.status, &*answer.body), (200, TCCC_OK));
    let odd = r#"{"SdkAppId":1,"SessionId":"e97b","UserRemark":"a\ud83d","New":1e400,"Newer":123456789012345678901}"#;
    assert_eq!(vendor.post("/cdr", odd).await.status, 200);
    let cdr = serde_json::from_str::<PhoneCdr>(odd).unwrap();
    assert_eq!(cdr.user_remark.as_deref(), Some("a\u{fffd}"));
    assert_eq!(
        serde_json::to_value(&cdr.extra).unwrap(),
        serde_json::json!({"New": "1e400", "Newer": "123456789012345678901"})
    );
    for body in ["{", "[]", r#"{"SdkAppId":1400000214}"#] {
        assert_eq!(vendor.post("/cdr", body).await.whole(), (400, "", ""), "{body}");
    }
}

#[tokio::test]
async fn the_json_extractor_cannot_do_what_its_page_lists() {
    let vendor = serve(json_extractor::app()).await;
    for (case, body) in [
        ("a byte-order mark", "\u{feff}{\"SdkAppId\":1,\"SessionId\":\"e97b\"}"),
        ("a control character", "{\"SdkAppId\":1,\"SessionId\":\"e97b\",\"UserRemark\":\"a\u{1}b\"}"),
    ] {
        callhook::from_str::<PhoneCdr>(body).unwrap_or_else(|error| panic!("{case}: {error}"));
        assert_eq!(vendor.post("/cdr", body).await.status, 400, "{case}");
    }
    for content_type in [None, Some("text/plain"), Some("text/json")] {
        let mut request = vendor.client.post(format!("{}/cdr", vendor.base)).body(CDR);
        if let Some(content_type) = content_type {
            request = request.header(CONTENT_TYPE, content_type);
        }
        assert_eq!(request.send().await.unwrap().status(), 415, "{content_type:?}");
    }
}

#[tokio::test]
async fn the_json_extractor_has_axums_own_limit() {
    let vendor = serve(json_extractor::app()).await;
    let long = format!(r#"{{"SdkAppId":1,"SessionId":"e97b","Pad":"{}"}}"#, "x".repeat(2_097_152 - 42));
    assert_eq!(long.len(), 2_097_152);
    assert_eq!(vendor.post("/cdr", long.clone()).await.status, 200);
    assert_eq!(vendor.post("/cdr", long + " ").await.whole(), (413, "", ""));
    assert_eq!(vendor.send(Method::GET, "/cdr", None, CDR).await.status, 405);
}

/// Serves the actix handlers while a test posts to them.
fn with_actix(test: impl AsyncFnOnce(Vendor)) {
    actix_web::rt::System::new().block_on(async {
        let server = actix_web::HttpServer::new(|| actix_web::App::new().configure(actix_handler::routes))
            .workers(1)
            .disable_signals()
            .bind("127.0.0.1:0")
            .unwrap();
        let vendor = Vendor::new(format!("http://{}", server.addrs()[0]));
        let running = server.run();
        let handle = running.handle();
        actix_web::rt::spawn(running);
        test(vendor).await;
        handle.stop(true).await;
    });
}

#[test]
fn the_actix_handlers_read_as_leniently() {
    with_actix(async |vendor| {
        let mut taken = 0;
        for Fixture { name, path, query, body } in fixtures() {
            if path != "/tccc" {
                continue;
            }
            let answer = vendor.post(&format!("{path}?{query}"), body).await;
            if name.starts_with("tccc/CallInBound.") || name.starts_with("tccc/specifiedSeat.") {
                // They wait for a decision.
                assert_eq!(answer.whole(), (404, "", ""), "{name}");
                continue;
            }
            assert_eq!(answer.whole(), (200, "application/json;charset=utf8", TCCC_OK), "{name}");
            taken += 1;
        }
        assert!(taken >= 8);
        for (query, body, status) in [
            ("action=cdr", "{}", 400),
            ("action=cdr", "{", 400),
            ("action=fax", "{}", 404),
            ("action=fax", "{", 400),
            ("action=specifiedSeat", "{", 400),
            ("", r#"{"SdkAppId":1,"SessionId":"e97b"}"#, 400),
        ] {
            assert_eq!(vendor.post(&format!("/tccc?{query}"), body).await.whole(), (status, "", ""), "{query} {body}");
        }
        assert_eq!(vendor.post("/record", MOOR_CDR).await.whole(), (200, "text/plain", ""));
        let odd = r#"{"pushType":"cdr","callId":"a\ud83d","New":1e400}"#;
        assert_eq!(vendor.post("/record", odd).await.whole(), (200, "text/plain", ""));
    });
}

#[test]
fn the_actix_handler_for_records_takes_nothing_else() {
    with_actix(async |vendor| {
        for (body, status) in [
            (r#"{"a":"x"}"#, 404),
            (r#"{"pushType":"login","agentName":"Li"}"#, 404),
            (r#"{"pushType":"dialoutRing","callUniqueId":"403344537650466816"}"#, 404),
            (r#"{"pushType":"newEvent","callUniqueId":"403344537650466816"}"#, 404),
            ("", 400),
            ("[]", 400),
            ("{", 400),
        ] {
            assert_eq!(vendor.post("/record", body).await.whole(), (status, "", ""), "{body}");
        }
        for (method, path) in [(Method::GET, "/record"), (Method::GET, "/tccc?action=cdr"), (Method::POST, "/cdr")] {
            assert_eq!(vendor.send(method, path, None, MOOR_CDR).await.whole(), (404, "", ""), "{path}");
        }
        let url = format!("{}/record", vendor.base);
        let answer = vendor.client.post(url).header(CONTENT_TYPE, "text/plain").body(MOOR_CDR).send().await.unwrap();
        assert_eq!((answer.status().as_u16(), &*answer.text().await.unwrap()), (400, ""));
    });
}

#[test]
fn the_actix_handlers_have_the_limit_of_the_axum_server() {
    let tccc = |length: usize| format!(r#"{{"SdkAppId":1,"SessionId":"e97b","Pad":"{}"}}"#, "x".repeat(length - 42));
    let record = |length: usize| format!(r#"{{"pushType":"cdr","Pad":"{}"}}"#, "x".repeat(length - 27));
    assert_eq!((tccc(300_000).len(), record(300_000).len()), (300_000, 300_000));
    assert_eq!(Config::default().limit, 1_048_576);
    with_actix(async |vendor| {
        for length in [300_000, 1_048_576] {
            assert_eq!(vendor.post("/tccc?action=cdr", tccc(length)).await.status, 200, "{length}");
            assert_eq!(vendor.post("/record", record(length)).await.status, 200, "{length}");
        }
        assert_eq!(vendor.post("/tccc?action=cdr", tccc(1_048_577)).await.status, 413);
        assert_eq!(vendor.post("/record", record(1_048_577)).await.status, 413);
    });
}
