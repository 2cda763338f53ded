//! The same in actix-web: one handler on the raw body, one on `web::Json`.
//!
//! ```sh
//! cargo run -p servers --bin actix_handler                            # listens on 127.0.0.1:3000
//! curl -d @fixtures/tccc/imcdr.json 'http://127.0.0.1:3000/tccc?action=imcdr&version=1'
//! curl -H 'Content-Type: application/json' -d @fixtures/sevenmoor/cdr.json http://127.0.0.1:3000/record
//! ```
#![allow(clippy::print_stderr)]

use actix_web::http::header::ContentType;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use callhook::sevenmoor::CallRecord;
use callhook::tccc::{Push, Response};

fn main() -> std::io::Result<()> {
    actix_web::rt::System::new()
        .block_on(HttpServer::new(|| App::new().configure(routes)).bind("127.0.0.1:3000")?.run())
}

/// The routes.
pub fn routes(config: &mut web::ServiceConfig) {
    config.route("/tccc", web::post().to(tccc)).route("/record", web::post().to(record));
}

/// Every push of TCCC: the query's `action` says which.
async fn tccc(request: HttpRequest, body: web::Bytes) -> HttpResponse {
    let (mut status, reply) = match Push::from_request(request.query_string(), &body) {
        Ok(push) => {
            eprintln!("{}", push.action());
            (HttpResponse::Ok(), Response::ok())
        }
        Err(error) => (HttpResponse::BadRequest(), Response::error(1, error.to_string())),
    };
    status.content_type(Response::CONTENT_TYPE).body(reply.to_json())
}

/// 7moor's call records, through the framework's extractor.
async fn record(record: web::Json<CallRecord>) -> HttpResponse {
    eprintln!("{:?}: {:?}", record.call_unique_id, record.status);
    HttpResponse::Ok().content_type(ContentType::plaintext()).finish()
}
