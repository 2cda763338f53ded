//! A webhook server for all three vendors, with axum. It answers the callbacks that wait for a decision, and
//! acknowledges the rest.
//!
//! ```sh
//! cargo run -p servers --bin axum_server                    # listens on 127.0.0.1:3000
//! cargo run -p servers --bin axum_server -- --help          # all settings and statuses
//! PORT=8080 APP_ID=1400000214 VIPS=+8613800000001,user_1 cargo run -p servers --bin axum_server
//!
//! curl -d @fixtures/tccc/cdr.json 'http://127.0.0.1:3000/tccc?action=cdr&version=1'
//! curl -d @fixtures/tccc/CallInBound.authored.json http://127.0.0.1:3000/tccc
//! curl -d @fixtures/sevenmoor/cdr.json http://127.0.0.1:3000/sevenmoor
//! ```
//!
//! `/tccc`, `/desk` and `/sevenmoor` each accept the requests of one vendor; `/webhook` accepts those of all three.
//!
//! Each call record is a row on standard output: a [`CallSummary`](callhook::CallSummary) as NDJSON. A push that is
//! repeated gives no second row as long as it is among the newest 10,000. A push whose row cannot be written is not
//! acknowledged. The log goes to standard error, so Vector, Fluent Bit or Kafka's own tools can pick up the rows:
//!
//! ```sh
//! cargo run -p servers | kafka-console-producer.sh --bootstrap-server localhost:9092 --topic calls
//! ```
//!
//! Nothing in a request from TCCC or 7moor proves who sent it, and Desk's signature does not cover the body. So put an
//! HTTPS proxy in front, and something long and random into the path that you give to the vendor.

use std::collections::{HashMap, VecDeque};
use std::error::Error;
use std::future::IntoFuture as _;
use std::io;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use callhook::desk::{AssignAgentReply, CallbackQuery, InterfaceInvocationReply};
use callhook::tccc::{InboundCall, InboundCallReply, SpecifiedSeatReply};
use callhook::{Inspected, PhoneNumber, Reply, Report, Vendor, Webhook, desk, tccc};
use servers::{LIMIT, row, setting, shown};
use sha2::{Digest, Sha256};

const HELP: &str = "\
Receives webhooks from TCCC (/tccc), Tencent Desk (/desk), 7moor (/sevenmoor), or all of them (/webhook). Writes each
call record to standard output as a row of JSON, and the log to standard error.

Settings (environment variables; an empty one counts as not set, and one that cannot be read is an error)
  PORT           the port on 127.0.0.1; 3000 if it is not set
  APP_ID         the only application (SDKAppID) whose TCCC and Desk requests are accepted; if it is not set, those of
                 any application are. 7moor's requests do not name one, and are always accepted
  DESK_TOKEN     the token that signs Desk's callbacks; no signature is checked if it is not set
  VIPS           phone numbers and Desk user ids, separated by commas, for instance +8613800000001,user_1
  VIP_AI_AGENT   the AI agent that takes a VIP's call; 7 if it is not set
  VIP_AGENT      the agent who takes a VIP's call or chat; wang@example.com if it is not set
  GROUP          the skill group of all other calls and chats; 12 if it is not set
  IVR            the IVR of a call whose number has neither an AI agent nor an IVR

Decisions
  A decision may take 3 seconds for an inbound call (the vendor waits 5), and 1.5 seconds otherwise, where no limit is
  documented. If the customer cannot be looked up in time, a call goes where its number's settings send it, and a chat
  or an agent choice goes to the group. A repeated question gets the same answer as before.

Statuses
  200  understood, whether it is new or repeated: the acknowledgement, or the decision.
  400  a request that cannot be read. It is not acknowledged: if it was cut off in transit, the vendor's next attempt
       can be read. It is kept for inspection.
  403  for another application, or not signed with the token
  404  a request that is not known: from none of the vendors, or another event. The sender may be waiting for a
       decision, and could mistake any reply for one. The request is kept, too.
  405  not POST
  413  longer than 1 MiB
  503  an error of our own: a row cannot be written, or there is nothing to base a decision on, for instance no AI agent
       or IVR for an inbound call. The body is the failure form of the vendor's reply, if it has one; for an inbound
       call an empty reply would hang up. A later attempt may succeed: the vendor asks about an inbound
       call at most twice more, and then uses the number's own AI agent or IVR, or else ends the call. The request is
       kept.

Ctrl-C stops the server once the requests it has received are answered, after 5 seconds at the latest.";

/// How long requests may take after Ctrl-C. The vendor waits no longer for a decision about an inbound call.
const GRACE: Duration = Duration::from_secs(5);

fn main() -> ExitCode {
    servers::run(HELP, serve)
}

fn serve() -> Result<(), Box<dyn Error>> {
    let config = Config::from_env()?;
    let listener = servers::listen(3000)?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        // Without a handler for Ctrl-C the process just ends there.
        let stop = async || drop(tokio::signal::ctrl_c().await);
        let served = axum::serve(listener, app(Server::new(config))).with_graceful_shutdown(stop());
        tokio::select! {
            ended = served.into_future() => Ok(ended?),
            // A sender that never ends its request must not keep the server alive.
            () = async { stop().await; tokio::time::sleep(GRACE).await } => Ok(()),
        }
    })
}

// ---- what is configured, what is kept ----

/// What the operator sets.
#[derive(Debug, Clone)]
pub struct Config {
    /// The one application (SDKAppID) whose requests are accepted; `None` accepts those of any.
    pub app_id: Option<u64>,
    /// The token that signs Desk's callbacks; `None` if the console asks for no signature.
    pub desk_token: Option<String>,
    /// Longest body that is read, in bytes.
    pub limit: usize,
    /// Phone numbers and Desk user ids of the customers who are treated as VIPs.
    pub vips: Vec<String>,
    /// The AI agent that takes a VIP's call.
    pub vip_ai_agent: u64,
    /// The agent who takes a VIP's call or chat.
    pub vip_agent: String,
    /// The skill group of all other calls and chats.
    pub group: u64,
    /// The IVR of a call whose number has neither an AI agent nor an IVR.
    pub ivr: Option<u64>,
    /// How long a decision about an inbound call may take: the vendor waits 5 seconds.
    pub call_limit: Duration,
    /// How long any other decision may take. No limit is documented; the vendor's chat waits 2 seconds elsewhere.
    pub other_limit: Duration,
    /// How long it takes to look a customer up.
    pub lookup: Duration,
    /// Whether call records are written to standard output, and the log to standard error.
    pub prints: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            app_id: None,
            desk_token: None,
            limit: LIMIT,
            vips: Vec::new(),
            vip_ai_agent: 7,
            vip_agent: "wang@example.com".to_owned(),
            group: 12,
            ivr: None,
            call_limit: Duration::from_secs(3),
            other_limit: Duration::from_millis(1500),
            lookup: Duration::ZERO,
            prints: false,
        }
    }
}

impl Config {
    fn from_env() -> Result<Self, Box<dyn Error>> {
        let default = Self::default();
        let vips: String = setting("VIPS")?.unwrap_or_default();
        Ok(Self {
            app_id: setting("APP_ID")?,
            desk_token: setting("DESK_TOKEN")?,
            vips: vips.split(',').map(|vip| vip.trim().to_owned()).filter(|vip| !vip.is_empty()).collect(),
            vip_ai_agent: setting("VIP_AI_AGENT")?.unwrap_or(default.vip_ai_agent),
            vip_agent: setting("VIP_AGENT")?.unwrap_or(default.vip_agent),
            group: setting("GROUP")?.unwrap_or(default.group),
            ivr: setting("IVR")?,
            prints: true,
            ..default
        })
    }
}

/// A query and its body, which only together can be read again.
pub type Request = (String, Bytes);

/// What came in. A real server has a database here, with the ids of [`Store::replies`] as a unique index.
#[derive(Debug, Default)]
pub struct Store {
    /// The newest requests that were understood, in the order in which they came.
    pub taken: VecDeque<Webhook>,
    /// How many of them came again.
    pub repeated: usize,
    /// The newest requests that were not understood.
    pub kept: VecDeque<Request>,
    /// The replies to those in `taken`, by the id of the request.
    replies: HashMap<String, Reply>,
    /// The ids of those in `taken`.
    ids: VecDeque<String>,
    writes_rows: bool,
}

/// How many requests that were not understood are kept.
const KEPT: usize = 100;
/// How many requests that were understood are remembered, with their replies.
const TAKEN: usize = 10_000;

impl Store {
    /// Keeps a request and its reply, unless it came before. Returns the reply that counts, which is the first one.
    /// Returns an error, and keeps nothing, if the row of a call cannot be written.
    fn take(&mut self, id: String, webhook: &Webhook, reply: Reply) -> io::Result<Reply> {
        if let Some(reply) = self.again(&id) {
            return Ok(reply);
        }
        if self.writes_rows
            && let Some(call) = webhook.summary()
        {
            row(&call)?;
        }
        self.taken.push_back(webhook.clone());
        self.replies.insert(id.clone(), reply.clone());
        self.ids.push_back(id);
        if self.ids.len() > TAKEN
            && let Some(oldest) = self.ids.pop_front()
        {
            self.replies.remove(&oldest);
            self.taken.pop_front();
        }
        Ok(reply)
    }

    /// The reply to a request that came before.
    fn again(&mut self, id: &str) -> Option<Reply> {
        let reply = self.replies.get(id).cloned();
        self.repeated += usize::from(reply.is_some());
        reply
    }

    /// Keeps a request for inspection.
    fn keep(&mut self, query: &str, body: Bytes) {
        self.kept.push_back((query.to_owned(), body));
        if self.kept.len() > KEPT {
            self.kept.pop_front();
        }
    }
}

/// Settings and store, shared by all requests.
#[derive(Debug, Default)]
pub struct Server {
    config: Config,
    store: Mutex<Store>,
}

impl Server {
    /// A server that has received nothing yet.
    pub fn new(config: Config) -> Arc<Self> {
        let store = Store { writes_rows: config.prints, ..Store::default() };
        Arc::new(Self { config, store: Mutex::new(store) })
    }

    /// What came in. Let go of it soon, because requests wait for it.
    pub fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The routes.
pub fn app(server: Arc<Server>) -> Router {
    Router::new()
        .route("/tccc", requests_of(Some(Vendor::Tccc)))
        .route("/desk", requests_of(Some(Vendor::Desk)))
        .route("/sevenmoor", requests_of(Some(Vendor::SevenMoor)))
        .route("/webhook", requests_of(None))
        .layer(DefaultBodyLimit::max(server.config.limit))
        .with_state(server)
}

/// A route for the requests of one vendor, or of all.
fn requests_of(vendor: Option<Vendor>) -> MethodRouter<Arc<Server>> {
    post(move |State(server): State<Arc<Server>>, RawQuery(query): RawQuery, headers: HeaderMap, body| async move {
        server.answer(vendor, &query.unwrap_or_default(), &headers, body).await
    })
}

// ---- one request ----

impl Server {
    /// Answers a request, and says in one line of the log what it was.
    async fn answer(
        &self,
        vendor: Option<Vendor>,
        query: &str,
        headers: &HeaderMap,
        body: Result<Bytes, BytesRejection>,
    ) -> Response {
        let body = match body {
            Ok(body) => body,
            Err(problem) => return self.refuse(problem.status(), &problem.body_text()),
        };
        let Inspected { value: webhook, report, .. } = match read(vendor, query, &body) {
            Ok(read) => read,
            Err(error) => {
                self.log(&format!("cannot be read, kept: {error}"));
                self.store().keep(query, body);
                return StatusCode::BAD_REQUEST.into_response();
            }
        };
        if let Err(problem) = self.check_sender(query, &webhook) {
            return self.refuse(StatusCode::FORBIDDEN, problem);
        }
        let what = match webhook.vendor() {
            Some(vendor) => format!("{vendor}.{} {}", webhook.event_name(), shown(webhook.session_id())),
            None => webhook.event_name().to_owned(),
        };
        let id = id(&webhook, query, headers, &body);
        let before = self.store().again(&id);
        if let Some(reply) = before {
            self.log(&format!("{what}: repeated"));
            return respond(reply);
        }
        let decided = match webhook.acknowledgement() {
            Some(reply) => Ok((reply, "acknowledged")),
            None => self.decide(&webhook).await,
        };
        let taken = decided.and_then(|(reply, how)| match self.store().take(id, &webhook, reply) {
            Ok(reply) => Ok((reply, how)),
            Err(_) => Err((StatusCode::SERVICE_UNAVAILABLE, "the row cannot be written")),
        });
        match taken {
            Ok((reply, how)) => {
                self.log(&format!("{what}: {how}{}", adjustments(&report)));
                respond(reply)
            }
            Err((status, problem)) => {
                self.log(&format!("{what}: kept, answered with {}: {problem}", status.as_u16()));
                self.store().keep(query, body);
                match webhook.failure(problem) {
                    Some(reply) if status == StatusCode::SERVICE_UNAVAILABLE => respond(reply),
                    _ => status.into_response(),
                }
            }
        }
    }

    /// Refuses a request that is too long, or that is not from the expected sender. The reply has no body, because a
    /// callback's sender could mistake any reply for a decision.
    fn refuse(&self, status: StatusCode, problem: &str) -> Response {
        self.log(&format!("refused with {}: {problem}", status.as_u16()));
        status.into_response()
    }

    fn log(&self, line: &str) {
        if self.config.prints {
            servers::log(line);
        }
    }

    /// Whether a request is for us, as far as the request says.
    fn check_sender(&self, query: &str, webhook: &Webhook) -> Result<(), &'static str> {
        let ours = self.config.app_id;
        match webhook {
            // An agent choice need not name its application, and a push of an unknown kind may name it elsewhere.
            Webhook::Tccc(push) if ours.zip(push.sdk_app_id()).is_some_and(|(ours, theirs)| ours != theirs) => {
                Err("another application")
            }
            Webhook::Desk(_) => {
                let query = CallbackQuery::parse(query).unwrap_or_default();
                if ours.is_some_and(|ours| !query.is_for(ours)) {
                    return Err("another application");
                }
                match &self.config.desk_token {
                    Some(token) if !is_signed(&query, token) => Err("the signature is missing, wrong or too old"),
                    _ => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }
}

/// Reads a request as its route says.
fn read(vendor: Option<Vendor>, query: &str, body: &[u8]) -> Result<Inspected<Webhook>, callhook::Error> {
    Ok(match vendor {
        Some(Vendor::Tccc) => tccc::Push::inspect_request(query, body)?.map(Webhook::Tccc),
        Some(Vendor::Desk) => desk::Push::inspect_request(query, body)?.map(Webhook::Desk),
        Some(Vendor::SevenMoor) => callhook::inspect(body)?.map(Webhook::SevenMoor),
        _ => Webhook::inspect_request(query, body)?,
    })
}

fn is_signed(query: &CallbackQuery, token: &str) -> bool {
    query.verify_signature(token, std::time::SystemTime::now().into()).is_ok()
}

/// What a request has in common with its repetitions, and with no other request.
fn id(webhook: &Webhook, query: &str, headers: &HeaderMap, body: &[u8]) -> String {
    let header = |name: &str| headers.get(name)?.to_str().ok().map(str::to_owned);
    let delivery = match webhook {
        // How to recognise a repeated question about a call is not documented. Its session is all there is to go by.
        Webhook::Tccc(tccc::Push::InboundCall(_)) => None,
        _ => Some(webhook.delivery_id(header, query).unwrap_or_else(|| digest(query, body))),
    };
    // A delivery id alone is not enough: a sender could use one for two events, and the second would get a reply that
    // is not its own.
    let event = match webhook {
        Webhook::Desk(desk::Push::SessionEvent(event)) => event.event.as_str(),
        _ => webhook.event_name(),
    };
    let app_id = webhook.sdk_app_id().or_else(|| CallbackQuery::parse(query).ok()?.sdk_appid);
    let session = match webhook {
        Webhook::Tccc(tccc::Push::SpecifiedSeat(request)) => Some(&*request.request_id),
        _ => webhook.session_id(),
    };
    // A sender decides how long a session id is.
    digest(&format!("{:?}", (webhook.vendor(), event, app_id, session, delivery)), b"")
}

fn digest(head: &str, body: &[u8]) -> String {
    let digest = Sha256::new().chain_update(head).chain_update("\n").chain_update(body).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Which adjustments reading had to make, and how many of each. Undocumented keys are not shown, because a sender chose
/// them.
fn adjustments(report: &Report) -> String {
    report.counts().map(|(code, count)| format!(", {count} {code}")).collect()
}

// ---- decisions ----

impl Server {
    /// The reply to a callback that waits for a decision, and how it was found. If there is none, the status that says
    /// so, and why.
    async fn decide(&self, webhook: &Webhook) -> Result<(Reply, &'static str), (StatusCode, &'static str)> {
        let config = &self.config;
        let (customer, limit) = match webhook {
            Webhook::Tccc(tccc::Push::InboundCall(call)) => (caller(call), config.call_limit),
            Webhook::Tccc(tccc::Push::SpecifiedSeat(request)) => (request.user.as_deref(), config.other_limit),
            Webhook::Desk(desk::Push::AssignAgent(request)) => (request.client_user_id.as_deref(), config.other_limit),
            Webhook::Desk(desk::Push::InterfaceInvocation(request)) => {
                (request.value("SystemClientUserID"), config.other_limit)
            }
            // It may be a callback that this crate does not know, or another sender's: no reply would be right.
            _ => return Err((StatusCode::NOT_FOUND, "not a known callback")),
        };
        let is_vip = tokio::time::timeout(limit, self.is_vip(customer)).await;
        let how = if is_vip.is_ok() { "decided" } else { "decided without the customer, who was not found in time" };
        let is_vip = is_vip.unwrap_or(false);
        let agent = is_vip.then_some(&*config.vip_agent);
        let reply: Option<Reply> = match webhook {
            Webhook::Tccc(tccc::Push::InboundCall(call)) => {
                let of_vip = is_vip.then(|| InboundCallReply::ai_agent(config.vip_ai_agent)).flatten();
                of_vip
                    .map(|reply| reply.with_variable("level", "gold"))
                    .or_else(|| InboundCallReply::as_configured(call))
                    .or_else(|| InboundCallReply::ivr(config.ivr?))
                    .map(Reply::from)
            }
            Webhook::Tccc(tccc::Push::SpecifiedSeat(request)) => SpecifiedSeatReply::agents(request, agent)
                .or_else(|| SpecifiedSeatReply::skill_group(request, config.group))
                .map(Reply::from),
            Webhook::Desk(desk::Push::AssignAgent(_)) => {
                AssignAgentReply::agents(agent).or(AssignAgentReply::group(config.group)).map(Reply::from)
            }
            _ => Some(InterfaceInvocationReply::ok().with_value("level", if is_vip { "gold" } else { "none" }).into()),
        };
        let reply = reply.ok_or((StatusCode::SERVICE_UNAVAILABLE, "nothing to base a decision on"))?;
        Ok((reply, how))
    }

    /// Looks a customer up, by phone number or user id. A real server asks a database here, which may take long.
    async fn is_vip(&self, customer: Option<&str>) -> bool {
        tokio::time::sleep(self.config.lookup).await;
        customer.is_some_and(|customer| self.config.vips.iter().any(|vip| is_same(vip, customer)))
    }
}

fn caller(call: &InboundCall) -> Option<&str> {
    call.call_in_bound.as_ref()?.caller.as_deref()
}

/// Whether two texts are one customer: TCCC writes a number as `+86…` or `0086…`.
fn is_same(one: &str, other: &str) -> bool {
    match (PhoneNumber::parse(one), PhoneNumber::parse(other)) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}

// ---- replies ----

fn respond(reply: Reply) -> Response {
    let status = StatusCode::from_u16(reply.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, reply.content_type())], reply.into_body()).into_response()
}
