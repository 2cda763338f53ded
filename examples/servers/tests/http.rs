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
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum_server::{Config, Server};
use callhook::tccc::PUSH_UUID_HEADER;
use callhook::{Webhook, desk, tccc};
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
    fn content_type(&self) -> &str {
        self.headers.get(CONTENT_TYPE).map_or("", |value| value.to_str().unwrap())
    }

    /// The failure in TCCC's form.
    fn tccc(&self) -> tccc::Response {
        assert_eq!(self.content_type(), "application/json;charset=utf8");
        serde_json::from_str(&self.body).unwrap()
    }

    fn desk(&self) -> desk::Response {
        assert_eq!(self.content_type(), "application/json");
        serde_json::from_str(&self.body).unwrap()
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

/// Every fixture: its name, the path and query to which its vendor posts it, and the body.
fn fixtures() -> Vec<(String, String, Vec<u8>)> {
    let mut fixtures = Vec::new();
    for family in ["desk", "sevenmoor", "tccc"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(family);
        for file in std::fs::read_dir(folder).unwrap() {
            let file = file.unwrap().path();
            let name = file.file_name().unwrap().to_str().unwrap().to_owned();
            if !name.ends_with(".json") {
                continue;
            }
            let path = match family {
                "tccc" => format!("/tccc?action={}&version=1", name.split('.').next().unwrap()),
                "desk" => format!("/desk?{DESK_QUERY}"),
                _ => "/sevenmoor".to_owned(),
            };
            fixtures.push((format!("{family}/{name}"), path, std::fs::read(&file).unwrap()));
        }
    }
    fixtures.sort();
    assert!(fixtures.len() > 25);
    fixtures
}

#[tokio::test]
async fn every_fixture_is_taken_at_its_vendors_address_and_at_the_common_one() {
    for common in [false, true] {
        // Some fixtures share an id, as two samples of one message do: each gets a server without a past.
        for (name, path, body) in fixtures() {
            let (server, vendor) = start(Config::default()).await;
            let query = path.split_once('?').map_or("", |(_, query)| query);
            let path = if common { format!("/webhook?{query}") } else { path.clone() };
            let answer = vendor.post(&path, body.clone()).await;
            assert_eq!(answer.status, 200, "{name}: {}", answer.body);
            match name.split_once('/').unwrap().0 {
                "tccc" => {
                    assert_eq!((answer.content_type(), &*answer.body), ("application/json;charset=utf8", TCCC_OK))
                }
                "desk" => assert_eq!((answer.content_type(), &*answer.body), ("application/json", DESK_OK)),
                _ => assert_eq!(answer.body, ""),
            }
            assert_eq!(server.store().taken, [Webhook::from_request(query, &body).unwrap()], "{name}");
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

    // The same record under another id is another push; without an id nothing is thrown away.
    vendor.send(Method::POST, cdr, Some("0b54a1f2"), CDR).await;
    vendor.post(cdr, CDR).await;
    vendor.post(cdr, CDR).await;
    assert_eq!(taken_and_repeated(&server), (7, 12));
}

#[tokio::test]
async fn a_push_that_was_cut_off_is_taken_when_it_comes_again_whole() {
    let (server, vendor) = start(Config::default()).await;
    let cdr = "/tccc?action=cdr&version=1";
    let cut = vendor.send(Method::POST, cdr, Some("8d8ac610"), &CDR[..200]).await;
    assert_eq!((cut.status, cut.tccc().code()), (400, 400));
    assert_eq!(server.store().refused, [&CDR[..200]]);
    let whole = vendor.send(Method::POST, cdr, Some("8d8ac610"), CDR).await;
    assert_eq!((whole.status, &*whole.body), (200, TCCC_OK));
    assert_eq!(taken_and_repeated(&server), (1, 0));
}

#[tokio::test]
async fn what_cannot_be_read_is_answered_in_the_vendors_form() {
    let (server, vendor) = start(Config::default()).await;
    let no_session = r#"{"SdkAppId":1400000214}"#;
    for (path, body, problem) in [
        ("/tccc?action=cdr", "action=cdr", "the body is not JSON"),
        ("/tccc?action=cdr", "", "the body is not JSON"),
        ("/tccc?action=cdr", "[]", "the body is not an object"),
        ("/tccc?action=cdr", no_session, "SessionId is missing"),
        ("/tccc", r#"{"SdkAppId":1400000214,"SessionId":"e97b"}"#, "?action is missing"),
        ("/tccc", r#"{"pushType":"cdr"}"#, "sevenmoor.cdr does not belong here"),
        ("/webhook?action=cdr", no_session, "SessionId is missing"),
    ] {
        let answer = vendor.post(path, body).await;
        let reply = answer.tccc();
        assert_eq!((answer.status, reply.code()), (400, 400), "{path} {body}");
        assert!(reply.message().starts_with(problem), "{path} {body}: {}", reply.message());
    }
    for (path, body, problem) in [
        ("/desk?CallbackCommand=Desk.SessionEventNotify", "{", "the body is not JSON"),
        ("/desk?CallbackCommand=Desk.SessionEventNotify", "{}", "SessionId is missing"),
        ("/desk?CallbackCommand=C2C.CallbackAfterSendMsg", "{}", "?CallbackCommand names another callback"),
        ("/webhook?CallbackCommand=Desk.SessionEventNotify", "{}", "SessionId is missing"),
        ("/webhook?CallbackCommand=C2C.CallbackAfterSendMsg", "{}", "?CallbackCommand names another callback"),
    ] {
        let answer = vendor.post(path, body).await;
        let reply = answer.desk();
        assert_eq!((answer.status, reply.action_status(), reply.code()), (400, "FAIL", 400), "{path} {body}");
        assert!(reply.message().starts_with(problem), "{path} {body}: {}", reply.message());
    }
    for (path, body, problem) in [
        ("/sevenmoor", &b"callUniqueId=1"[..], "the body is not JSON"),
        ("/sevenmoor", b"{\"agentName\":\"\xd6\xd0\"}", "the body is not UTF-8"),
        ("/sevenmoor?action=cdr", br#"{"SdkAppId":1,"SessionId":"e97b"}"#, "tccc.cdr does not belong here"),
        ("/webhook", b"null", "the body is not an object"),
    ] {
        let answer = vendor.post(path, body).await;
        assert_eq!((answer.status, answer.content_type()), (400, "text/plain; charset=utf-8"), "{path}");
        assert!(answer.body.starts_with(problem), "{path}: {}", answer.body);
    }
    assert_eq!(server.store().taken.len(), 0);
    assert_eq!(server.store().refused.len(), 16);
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
    let answer = vendor.post("/tccc?action=cdr", padded(4097)).await;
    assert_eq!((answer.status, answer.tccc().code()), (413, 413));
    let answer = vendor.post(&format!("/desk?{DESK_QUERY}"), padded(4097)).await;
    assert_eq!((answer.status, answer.desk().code()), (413, 413));
    assert_eq!(vendor.post("/sevenmoor", padded(4097)).await.status, 413);
    assert_eq!(server.store().taken.len(), 1);
}

#[tokio::test]
async fn pushes_for_another_application_are_refused() {
    let (server, vendor) = start(Config { app_id: Some(1400000214), ..Config::default() }).await;
    let theirs = r#"{"SdkAppId":1400000215,"SessionId":"e97b"}"#;
    for action in ["cdr", "imcdr", "videoCdr", "record", "voicemail", "tomorrow"] {
        let answer = vendor.post(&format!("/tccc?action={action}"), theirs).await;
        assert_eq!((answer.status, answer.tccc().code()), (403, 403), "{action}");
    }
    for query in [DESK_QUERY.replace("1400000214", "1400000215"), DESK_QUERY.replace("SdkAppid", "Other")] {
        let answer = vendor.post(&format!("/desk?{query}"), DESK_EVENT).await;
        assert_eq!((answer.status, answer.desk().code()), (403, 403), "{query}");
    }
    // No way around it: an event without a query is for nobody.
    assert_eq!(vendor.post("/webhook", DESK_EVENT).await.status, 403);
    assert_eq!(server.store().taken.len(), 0);

    assert_eq!(vendor.post("/tccc?action=cdr", CDR).await.body, TCCC_OK);
    assert_eq!(vendor.post(&format!("/desk?{DESK_QUERY}"), DESK_EVENT).await.body, DESK_OK);
    assert_eq!(server.store().taken.len(), 2);
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
async fn a_desk_callback_must_be_signed_where_a_token_is_set() {
    let (server, vendor) = start(Config { desk_token: Some("xxxxyyyy".to_owned()), ..Config::default() }).await;
    for (case, query) in [
        ("none", DESK_QUERY.to_owned()),
        ("another token", signed("yyyyxxxx", 0)),
        ("an hour ago", signed("xxxxyyyy", 3600)),
        ("another time", signed("xxxxyyyy", 10).replace("RequestTime=", "RequestTime=1")),
    ] {
        for route in ["/desk", "/webhook"] {
            let answer = vendor.post(&format!("{route}?{query}"), DESK_EVENT).await;
            assert_eq!((answer.status, answer.desk().code()), (403, 403), "{case}");
        }
    }
    assert_eq!(server.store().taken.len(), 0);
    assert_eq!(vendor.post(&format!("/desk?{}", signed("xxxxyyyy", 0)), DESK_EVENT).await.body, DESK_OK);
    assert_eq!(server.store().taken.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_posts_at_once_are_all_taken() {
    let (server, vendor) = start(Config::default()).await;
    // So many at a time, for each is an open file on either side.
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
                    let body = format!(r#"{{"pushType":"cdr","callUniqueId":"s{i}","eventUniqueId":"e{i}"}}"#);
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
    let ids: HashSet<String> = store
        .taken
        .iter()
        .map(|webhook| match webhook {
            Webhook::Tccc(tccc::Push::Phone(cdr)) => cdr.session_id.clone(),
            Webhook::SevenMoor(callhook::sevenmoor::Push::CallRecord(record)) => record.call_unique_id.clone().unwrap(),
            other => panic!("{}", other.family()),
        })
        .collect();
    assert_eq!((store.taken.len(), ids.len(), store.repeated), (1000, 1000, 0));
    assert!((0..1000).all(|i| ids.contains(&format!("s{i}"))));
}

#[tokio::test]
async fn the_json_extractor_reads_as_leniently() {
    let vendor = serve(json_extractor::app()).await;
    let answer = vendor.post("/cdr", CDR).await;
    assert_eq!((answer.status, &*answer.body), (200, TCCC_OK));
    for (body, status) in [("{", 400), ("[]", 422), (r#"{"SdkAppId":1400000214}"#, 422)] {
        let answer = vendor.post("/cdr", body).await;
        let reply: tccc::Response = serde_json::from_str(&answer.body).unwrap();
        assert_eq!((answer.status, reply.code()), (status, 1), "{body}");
    }
}

#[test]
fn the_actix_handlers_read_as_leniently() {
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

        let mut taken = 0;
        for (name, path, body) in fixtures() {
            if path.starts_with("/tccc") {
                let answer = vendor.post(&path, body).await;
                assert_eq!((answer.status, &*answer.body), (200, TCCC_OK), "{name}");
                assert_eq!(answer.content_type(), "application/json;charset=utf8");
                taken += 1;
            }
        }
        assert!(taken >= 8);
        let answer = vendor.post("/tccc?action=cdr", "{}").await;
        assert_eq!((answer.status, answer.tccc().code()), (400, 1));
        assert_eq!(vendor.post("/record", MOOR_CDR).await.status, 200);
        assert_eq!(vendor.post("/record", "[]").await.status, 400);
        handle.stop(true).await;
    });
}
