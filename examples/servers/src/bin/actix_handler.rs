//! The same in actix-web: one handler on the raw body, one on `web::Json`.
//!
//! ```sh
//! cargo run -p servers --bin actix_handler      # listens on 127.0.0.1:3001; PORT=8081 names another port
//! curl -d @fixtures/tccc/imcdr.json 'http://127.0.0.1:3001/tccc?action=imcdr&version=1'
//! curl -H 'Content-Type: application/json' -d @fixtures/sevenmoor/cdr.json http://127.0.0.1:3001/record
//! ```
//!
//! It acknowledges pushes. A callback that waits for a decision has no acknowledgement: `axum_server` decides.

use std::error::Error;
use std::net::TcpListener;
use std::process::ExitCode;

use actix_web::http::StatusCode;
use actix_web::http::header::ContentType;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use callhook::Reply;
use callhook::sevenmoor::CallRecord;
use callhook::tccc::Push;
use servers::{log, shown};

const HELP: &str = "\
Takes TCCC's pushes at /tccc, and 7moor's call records at /record.

Settings (environment variables)
  PORT   the port on 127.0.0.1; 3001 if it is not set

Statuses
  200    the push was read
  400    a request that cannot be read. It is not acknowledged: if it was cut off in transit, the vendor's next attempt
         can be read
  404    an event that is not known, or a callback that waits for a decision: any reply could be taken for one";

fn main() -> ExitCode {
    servers::start(HELP, 3001, serve)
}

fn serve(listener: TcpListener) -> Result<(), Box<dyn Error>> {
    let server = HttpServer::new(|| App::new().configure(routes)).listen(listener)?;
    Ok(actix_web::rt::System::new().block_on(server.run())?)
}

/// The routes.
pub fn routes(config: &mut web::ServiceConfig) {
    config.route("/tccc", web::post().to(tccc)).route("/record", web::post().to(record));
}

/// Every push of TCCC: the query's `action` says which.
async fn tccc(request: HttpRequest, body: web::Bytes) -> HttpResponse {
    let push = match Push::from_request(request.query_string(), &body) {
        Ok(push) => push,
        Err(error) => {
            // A real server keeps the body and the query for inspection.
            log(&format!("cannot be read: {error}"));
            return HttpResponse::BadRequest().finish();
        }
    };
    log(&format!("{} {}", push.event_name(), shown(push.session_id())));
    match push.acknowledgement() {
        Some(reply) => respond(reply),
        None => HttpResponse::NotFound().finish(),
    }
}

fn respond(reply: Reply) -> HttpResponse {
    let status = StatusCode::from_u16(reply.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    HttpResponse::build(status).content_type(reply.content_type()).body(reply.into_body())
}

/// 7moor's call records, through the framework's extractor.
async fn record(record: web::Json<CallRecord>) -> HttpResponse {
    log(&format!("cdr {}, answered: {}", shown(record.call_unique_id.as_deref()), record.was_answered()));
    HttpResponse::Ok().content_type(ContentType::plaintext()).finish()
}
