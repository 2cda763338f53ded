//! `axum::Json<PhoneCdr>`: the type itself reads leniently, so the framework's own extractor does, too.
//!
//! ```sh
//! cargo run -p servers --bin json_extractor      # listens on 127.0.0.1:3002; PORT=8082 names another port
//! curl -H 'Content-Type: application/json;charset=utf8' -d @fixtures/tccc/cdr.json http://127.0.0.1:3002/cdr
//! ```
//!
//! This is for a URL that receives only one kind of push. `axum_server` reads the query's `action`.
//!
//! axum parses with serde_json, which hands over the body's text. So `Json` reads as [`callhook::from_slice`] does.
//! They differ in what serde_json or axum refuses:
//!
//! | The body has | `from_slice` | `Json` |
//! |---|---|---|
//! | a byte-order mark | skips it | 400 |
//! | a raw control character in a text | takes it | 400 |
//! | a `Content-Type` other than JSON's, or none | does not look at it | 415 |
//!
//! What `Json` cannot read is answered with 400 here too, and without the text that axum would send. Whether the vendor
//! then pushes again is not documented; on an `ErrCode` other than 0 it does, at most three times. A server that keeps
//! such a body for inspection has to take it as bytes: see `axum_server`.

use std::error::Error;
use std::process::ExitCode;

use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use callhook::redacted;
use callhook::tccc::{PhoneCdr, Response};
use servers::log;

const HELP: &str = "\
Receives TCCC's phone records (action=cdr) at /cdr, through axum's own JSON extractor.

Settings (environment variables)
  PORT   the port on 127.0.0.1; 3002 if it is not set

Statuses
  200    the record was read
  400    the record cannot be read: the body is not JSON, by axum's parser, or has no SdkAppId or SessionId.
         The reply has no body: the text that axum would send could quote the record
  405    not POST
  413    longer than 2 MiB, axum's own limit
  415    the Content-Type is not JSON";

fn main() -> ExitCode {
    servers::run(HELP, serve)
}

fn serve() -> Result<(), Box<dyn Error>> {
    let listener = servers::listen(3002)?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        Ok(axum::serve(listener, app()).await?)
    })
}

/// The one route.
pub fn app() -> Router {
    Router::new().route("/cdr", post(cdr))
}

async fn cdr(cdr: Result<Json<PhoneCdr>, JsonRejection>) -> Result<Json<Response>, StatusCode> {
    match cdr {
        Ok(Json(cdr)) => {
            log(&format!("cdr {}", redacted(&cdr)));
            Ok(Json(Response::ok()))
        }
        // The rejection's own text may quote the body, which is not for a log.
        Err(problem) => {
            let status = match problem {
                JsonRejection::JsonDataError(_) => StatusCode::BAD_REQUEST,
                other => other.status(),
            };
            log(&format!("cdr refused with {status}"));
            Err(status)
        }
    }
}
