//! Webhook handlers with actix-web: one on the raw body, one on `web::Json`.
//!
//! ```sh
//! cargo run -p servers --bin actix_handler      # listens on 127.0.0.1:3001; PORT=8081 names another port
//! curl -d @fixtures/tccc/imcdr.json 'http://127.0.0.1:3001/tccc?action=imcdr&version=1'
//! curl -H 'Content-Type: application/json' -d @fixtures/sevenmoor/cdr.json http://127.0.0.1:3001/record
//! ```
//!
//! `web::Json` does not hand over a body that it cannot read, and accepts a body only if its `Content-Type` is JSON.
//!
//! This server acknowledges pushes. A callback that waits for a decision has no acknowledgement; `axum_server` shows
//! how to decide.

use std::error::Error;
use std::process::ExitCode;

use actix_web::http::StatusCode;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use callhook::{Reply, sevenmoor, tccc};
use servers::{LIMIT, log, shown};

const HELP: &str = "\
Receives TCCC's pushes at /tccc, and 7moor's call records at /record.

Settings (environment variables)
  PORT   the port on 127.0.0.1; 3001 if it is not set

Statuses
  200    the push was read
  400    a request that cannot be read. It is not acknowledged: if it was cut off in transit, the vendor's next attempt
         can be read. At /record, also a request whose Content-Type is not JSON
  404    an event that is not known, or a callback that waits for a decision: the sender could mistake any reply for
         one. At /record, every event that is not a call record. Also another path, or not POST
  413    longer than 1 MiB";

fn main() -> ExitCode {
    servers::run(HELP, serve)
}

fn serve() -> Result<(), Box<dyn Error>> {
    let listener = servers::listen(3001)?;
    let server = HttpServer::new(|| App::new().configure(routes)).listen(listener)?;
    Ok(actix_web::rt::System::new().block_on(server.run())?)
}

/// The routes.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .app_data(web::PayloadConfig::new(LIMIT))
        .app_data(web::JsonConfig::default().limit(LIMIT))
        .route("/tccc", web::post().to(tccc))
        .route("/record", web::post().to(record));
}

/// Every push of TCCC: the query's `action` says which.
async fn tccc(request: HttpRequest, body: web::Bytes) -> HttpResponse {
    let push = match tccc::Push::from_request(request.query_string(), &body) {
        Ok(push) => push,
        Err(error) => {
            // A real server keeps the body and the query for inspection.
            log(&format!("cannot be read: {error}"));
            return HttpResponse::BadRequest().finish();
        }
    };
    log(&format!("{} {}", push.event_name(), shown(push.session_id())));
    respond_or_404(push.acknowledgement())
}

/// 7moor's call records, through the framework's extractor.
async fn record(push: Result<web::Json<sevenmoor::Push>, actix_web::Error>) -> HttpResponse {
    let push = match push {
        Ok(web::Json(push)) => push,
        // The error's own response has a text. It is not for a log either, because it may quote the body.
        Err(error) => {
            let status = error.as_response_error().status_code();
            log(&format!("cdr refused with {status}"));
            return HttpResponse::new(status);
        }
    };
    let sevenmoor::Push::CallRecord(record) = &push else {
        log(&format!("{}: not a call record", push.event_name()));
        return HttpResponse::NotFound().finish();
    };
    log(&format!("cdr {}, answered: {}", shown(record.call_unique_id.as_deref()), record.was_answered()));
    respond_or_404(push.acknowledgement())
}

fn respond_or_404(reply: Option<Reply>) -> HttpResponse {
    let Some(reply) = reply else { return HttpResponse::NotFound().finish() };
    let status = StatusCode::from_u16(reply.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    HttpResponse::build(status).content_type(reply.content_type()).body(reply.into_body())
}
