//! A webhook server for all three vendors, with axum.
//!
//! ```sh
//! cargo run --example axum_server                                  # listens on 127.0.0.1:3000
//! ADDRESS=0.0.0.0:8080 APP_ID=1400000214 DESK_TOKEN=secret cargo run --features sign --example axum_server
//!
//! curl -d @fixtures/tccc/cdr.json 'http://127.0.0.1:3000/tccc?action=cdr&version=1'
//! curl -d @fixtures/sevenmoor/cdr.json http://127.0.0.1:3000/sevenmoor
//! ```
//!
//! `/tccc`, `/desk` and `/sevenmoor` take one vendor's pushes each, `/webhook` takes those of all three.
//!
//! Each call is a row on standard output, a [`CallSummary`] as NDJSON, once however often it is pushed; the log goes to
//! standard error. So Vector, Fluent Bit or Kafka's own tools can take the rows from there:
//!
//! ```sh
//! cargo run --example axum_server | kafka-console-producer.sh --bootstrap-server localhost:9092 --topic calls
//! ```
//!
//! What it answers:
//!
//! | request | status | body |
//! |---|---|---|
//! | taken, now or before | 200 | the vendor's "taken"; none for 7moor |
//! | cannot be read, or is another vendor's | 400 | the vendor's failure form |
//! | for another application, or not signed with the token | 403 | the vendor's failure form |
//! | not `POST` | 405 | none |
//! | larger than the limit | 413 | the vendor's failure form |
//!
//! Two decisions in it are yours to take anew:
//!
//! - TCCC pushes again, three times at most, what was answered with an `ErrCode` other than 0. A body that cannot be read
//!   gets one: should it have been cut off on its way, the next try brings it whole, and should it never be readable,
//!   the vendor stops by itself. The newest such bodies are kept ([`Store::refused`]), since nobody sends them again.
//! - TCCC and 7moor prove nothing about who sends; Desk's signature does not cover the body. So listen behind HTTPS, and
//!   put something long and random into the path that you give to the vendor.
#![allow(clippy::print_stderr)]

use std::collections::{HashSet, VecDeque};
use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use callhook::desk::CallbackQuery;
use callhook::{CallSummary, Report, Webhook, desk, sevenmoor, tccc};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let config = Config::from_env()?;
    let address = std::env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:3000".to_owned());
    let listener = tokio::net::TcpListener::bind(address).await?;
    eprintln!("listening on http://{}", listener.local_addr()?);
    let stop = async {
        // Without a handler for Ctrl-C the process just ends there.
        let _ = tokio::signal::ctrl_c().await;
    };
    axum::serve(listener, app(Server::new(config))).with_graceful_shutdown(stop).await?;
    Ok(())
}

// ---- what is configured, what is kept ----

/// What the operator sets.
#[derive(Debug, Clone)]
pub struct Config {
    /// The one application (SdkAppId) whose pushes are taken; `None` takes those of any.
    pub app_id: Option<u64>,
    /// The token that signs Desk's callbacks; `None` where the console asks for no signature.
    pub desk_token: Option<String>,
    /// Longest body that is read, in bytes.
    pub limit: usize,
    /// Whether each call is written to standard output as a row.
    pub writes_rows: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self { app_id: None, desk_token: None, limit: 1024 * 1024, writes_rows: false }
    }
}

impl Config {
    fn from_env() -> Result<Self, Box<dyn std::error::Error>> {
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let mut config = Self { writes_rows: true, ..Self::default() };
        if let Some(app_id) = set("APP_ID") {
            config.app_id = Some(app_id.parse().map_err(|_| "APP_ID is no number")?);
        }
        config.desk_token = set("DESK_TOKEN");
        if config.desk_token.is_some() && !cfg!(feature = "sign") {
            return Err("DESK_TOKEN is set, but only a build with --features sign can check signatures".into());
        }
        Ok(config)
    }
}

/// What came in. A real server has a database here, with [`Store::seen`] as a unique index.
#[derive(Debug, Default)]
pub struct Store {
    /// The pushes, in the order of their coming.
    pub taken: Vec<Webhook>,
    /// The ids of the pushes that were taken.
    pub seen: HashSet<String>,
    /// How many pushes came again.
    pub repeated: usize,
    /// The newest bodies that could not be read.
    pub refused: VecDeque<Bytes>,
}

/// How many bodies that cannot be read are kept.
const REFUSED: usize = 100;

/// Settings and store, shared by all requests.
#[derive(Debug, Default)]
pub struct Server {
    config: Config,
    store: Mutex<Store>,
}

impl Server {
    /// A server that has taken nothing yet.
    pub fn new(config: Config) -> Arc<Self> {
        Arc::new(Self { config, store: Mutex::default() })
    }

    /// What came in. Let go of it soon: requests wait.
    pub fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The routes.
pub fn app(server: Arc<Server>) -> Router {
    Router::new()
        .route("/tccc", pushes_of(Some(Vendor::Tccc)))
        .route("/desk", pushes_of(Some(Vendor::Desk)))
        .route("/sevenmoor", pushes_of(Some(Vendor::SevenMoor)))
        .route("/webhook", pushes_of(None))
        .layer(DefaultBodyLimit::max(server.config.limit))
        .with_state(server)
}

/// A route for one vendor's pushes, or for those of all.
fn pushes_of(vendor: Option<Vendor>) -> MethodRouter<Arc<Server>> {
    let answer = move |State(server): State<Arc<Server>>, RawQuery(query): RawQuery, headers: HeaderMap, body| async move {
        server.answer(vendor, &query.unwrap_or_default(), &headers, body)
    };
    post(answer)
}

// ---- one request ----

/// Whose push it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vendor {
    Tccc,
    Desk,
    SevenMoor,
}

impl Vendor {
    fn of(webhook: &Webhook) -> Option<Self> {
        match webhook {
            Webhook::Tccc(_) => Some(Self::Tccc),
            Webhook::Desk(_) => Some(Self::Desk),
            Webhook::SevenMoor(_) => Some(Self::SevenMoor),
            _ => None,
        }
    }

    /// Who awaits the answer, as far as the query tells: for bodies that cannot be read.
    fn of_query(query: &str) -> Self {
        if tccc::Query::parse(query).is_ok() {
            Self::Tccc
        } else if CallbackQuery::parse(query).is_ok_and(|query| query.callback_command.is_none()) {
            Self::SevenMoor
        } else {
            Self::Desk
        }
    }

    /// The reply in the vendor's form. 7moor names none: the status says it all, and a text helps who looks.
    fn reply(self, status: StatusCode, problem: &str) -> Response {
        let code = i64::from(status.as_u16());
        let (content_type, body) = match self {
            Self::Tccc => (tccc::Response::CONTENT_TYPE, tccc::Response::error(code, problem).to_json()),
            Self::Desk => (desk::Response::CONTENT_TYPE, desk::Response::fail(problem).with_code(code).to_json()),
            Self::SevenMoor => ("text/plain; charset=utf-8", problem.to_owned()),
        };
        (status, [(header::CONTENT_TYPE, content_type)], body).into_response()
    }
}

/// Why a push is not taken.
struct Refusal(StatusCode, String);

impl Server {
    /// Takes a push and answers it. `vendor` is who may push there; `None` is all of them.
    fn answer(
        &self,
        vendor: Option<Vendor>,
        query: &str,
        headers: &HeaderMap,
        body: Result<Bytes, BytesRejection>,
    ) -> Response {
        match self.take(vendor, query, headers, body) {
            Ok(reply) => reply,
            Err(Refusal(status, problem)) => {
                log(&format!("refused with {status}: {problem}"));
                vendor.unwrap_or_else(|| Vendor::of_query(query)).reply(status, &problem)
            }
        }
    }

    fn take(
        &self,
        vendor: Option<Vendor>,
        query: &str,
        headers: &HeaderMap,
        body: Result<Bytes, BytesRejection>,
    ) -> Result<Response, Refusal> {
        let body = body.map_err(|problem| Refusal(problem.status(), problem.body_text()))?;
        let read = Webhook::inspect_request(query, &body).map_err(|error| error.to_string()).and_then(|push| {
            let expected = vendor.is_none() || vendor == Vendor::of(&push.value);
            if expected { Ok(push) } else { Err(format!("{} does not belong here", push.value.family())) }
        });
        let push = read.map_err(|problem| {
            self.store().refuse(body);
            Refusal(StatusCode::BAD_REQUEST, problem)
        })?;
        self.check_sender(query, &push.value).map_err(|problem| Refusal(StatusCode::FORBIDDEN, problem.to_owned()))?;
        log_bent(&push.value, &push.report);

        let (content_type, reply) = match &push.value {
            Webhook::Tccc(_) => (tccc::Response::CONTENT_TYPE, push.value.reply_ok()),
            _ => (desk::Response::CONTENT_TYPE, push.value.reply_ok()),
        };
        let id = push_id(query, headers, &push.value);
        let call = push.value.summary();
        if self.store().keep(id, push.value) && self.config.writes_rows {
            call.iter().for_each(write_row);
        }
        Ok(match reply {
            Some(reply) => ([(header::CONTENT_TYPE, content_type)], reply).into_response(),
            None => StatusCode::OK.into_response(),
        })
    }

    /// Whether a push is for us, as far as its vendor lets one know.
    fn check_sender(&self, query: &str, webhook: &Webhook) -> Result<(), &'static str> {
        match webhook {
            Webhook::Tccc(push) => match self.config.app_id {
                Some(ours) if app_id(push) != Some(ours) => Err("another application"),
                _ => Ok(()),
            },
            Webhook::Desk(_) => {
                let query = CallbackQuery::parse(query).unwrap_or_default();
                if self.config.app_id.is_some_and(|ours| !query.is_for(ours)) {
                    return Err("another application");
                }
                match &self.config.desk_token {
                    Some(token) if !is_signed(&query, token) => Err("not signed with our token, or too long ago"),
                    _ => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }
}

impl Store {
    /// Keeps a push, unless it came before. Returns whether it was kept.
    fn keep(&mut self, id: Option<String>, webhook: Webhook) -> bool {
        let is_new = id.is_none_or(|id| self.seen.insert(id));
        if is_new {
            self.taken.push(webhook);
        } else {
            self.repeated += 1;
        }
        is_new
    }

    fn refuse(&mut self, body: Bytes) {
        self.refused.push_back(body);
        if self.refused.len() > REFUSED {
            self.refused.pop_front();
        }
    }
}

/// The application that a TCCC push is of.
fn app_id(push: &tccc::Push) -> Option<u64> {
    match push {
        tccc::Push::Phone(cdr) => Some(cdr.sdk_app_id),
        tccc::Push::Chat(cdr) => Some(cdr.sdk_app_id),
        tccc::Push::Video(cdr) => Some(cdr.sdk_app_id),
        tccc::Push::Record(push) => Some(push.sdk_app_id),
        tccc::Push::Voicemail(push) => Some(push.sdk_app_id),
        tccc::Push::Other(other) => other.body.get("SdkAppId")?.as_u64(),
        _ => None,
    }
}

#[cfg(feature = "sign")]
fn is_signed(query: &CallbackQuery, token: &str) -> bool {
    query.check_signature(token, std::time::SystemTime::now().into()).is_ok()
}

/// A build that cannot check signatures takes nothing for signed.
#[cfg(not(feature = "sign"))]
fn is_signed(_: &CallbackQuery, _: &str) -> bool {
    false
}

/// What a push has in common with its repetitions, and with no other push; `None` where it carries nothing of the sort.
/// Then it is kept however often it comes: better twice than not at all.
fn push_id(query: &str, headers: &HeaderMap, webhook: &Webhook) -> Option<String> {
    let id = match webhook {
        Webhook::Tccc(_) => headers.get(tccc::PUSH_UUID_HEADER)?.to_str().ok().filter(|id| !id.is_empty())?.to_owned(),
        Webhook::Desk(event) => match CallbackQuery::parse(query).ok()?.request_id {
            Some(id) => id,
            // The older page has no RequestID. A session has one such event with one message at one millisecond.
            None => format!("{} {} {} {:?}", event.session_id, event.event, event.event_time?, event.msg_key),
        },
        // Two of the vendor's samples share their id, so the time belongs to it too.
        Webhook::SevenMoor(push) => match push {
            sevenmoor::Push::CallRecord(record) => record.event_unique_id.clone()?,
            sevenmoor::Push::MediaFailReason(reason) => reason.event_unique_id.clone()?,
            sevenmoor::Push::Login(login) | sevenmoor::Push::Logout(login) => {
                format!("{} {:?}", login.event_unique_id.as_ref()?, login.status_time)
            }
            sevenmoor::Push::Answered(answered) => {
                let id = answered.unique_id().or(answered.call.event_unique_id.as_deref())?;
                format!("{id} {:?}", answered.call.status_time)
            }
            other => {
                let call = other.call()?;
                format!("{} {:?}", call.event_unique_id.as_ref()?, call.status_time)
            }
        },
        _ => return None,
    };
    Some(format!("{} {id}", webhook.family()))
}

// ---- rows and log ----

/// Writes a call to standard output as one line of JSON.
fn write_row(call: &CallSummary) {
    let written = serde_json::to_string(call).is_ok_and(|row| writeln!(std::io::stdout(), "{row}").is_ok());
    if !written {
        log("a row could not be written to standard output");
    }
}

/// Says what was bent to read a push. Findings carry no customer's data: see [`callhook::Finding`].
fn log_bent(webhook: &Webhook, report: &Report) {
    for finding in report {
        log(&format!("{}: {finding}", webhook.family()));
    }
}

/// One line, whatever the text: a key or an error can carry what the sender made up.
fn log(text: &str) {
    eprintln!("{}", text.replace(char::is_control, " "));
}
