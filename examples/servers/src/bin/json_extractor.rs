//! `axum::Json<PhoneCdr>`: the type itself reads leniently, so the framework's own extractor does.
//!
//! ```sh
//! cargo run -p servers --bin json_extractor                           # listens on 127.0.0.1:3000
//! curl -H 'Content-Type: application/json;charset=utf8' -d @fixtures/tccc/cdr.json http://127.0.0.1:3000/cdr
//! ```
//!
//! The vendor's sample has `Duration` twice; a derived struct would refuse it. This is for an address that gets one kind
//! of push only: `axum_server` heeds the query's `action`. What axum refuses by itself (not JSON, no `SessionId`, no
//! `Content-Type`) is answered in the vendor's form here too.
#![allow(clippy::print_stderr)]

use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use callhook::tccc::{PhoneCdr, Response};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    axum::serve(listener, app()).await
}

/// The one route.
pub fn app() -> Router {
    Router::new().route("/cdr", post(cdr))
}

async fn cdr(cdr: Result<Json<PhoneCdr>, JsonRejection>) -> (StatusCode, Json<Response>) {
    match cdr {
        Ok(Json(cdr)) => {
            eprintln!("{}: {:?}, talked for {:?}", cdr.session_id, cdr.end_status_string, cdr.duration);
            (StatusCode::OK, Json(Response::ok()))
        }
        Err(problem) => (problem.status(), Json(Response::error(1, problem.body_text()))),
    }
}
