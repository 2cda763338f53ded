//! The handler that the README shows.

use axum::http::{StatusCode, header::CONTENT_TYPE};
use axum::{body::Bytes, extract::RawQuery, response::IntoResponse};
use callhook::{Reply, Webhook, redacted, tccc};

async fn webhook(RawQuery(query): RawQuery, body: Bytes) -> Result<impl IntoResponse, StatusCode> {
    let webhook = Webhook::from_request(&query.unwrap_or_default(), &body).map_err(|error| {
        println!("cannot be read: {error}"); // Store the query and the body.
        StatusCode::BAD_REQUEST
    })?;
    println!("{:?} {}: {}", webhook.vendor(), webhook.event_name(), redacted(&webhook));
    // Store the request; if that fails, answer 503.
    let reply = match &webhook {
        // A call is coming in, and the vendor waits for a decision. Other callbacks of this kind get 404 here.
        Webhook::Tccc(tccc::Push::InboundCall(call)) => {
            tccc::InboundCallReply::as_configured(call).map(Reply::from).ok_or(StatusCode::SERVICE_UNAVAILABLE)
        }
        _ => webhook.acknowledgement().ok_or(StatusCode::NOT_FOUND),
    }?;
    let status = StatusCode::from_u16(reply.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    Ok((status, [(CONTENT_TYPE, reply.content_type())], reply.into_body()))
}

/// A server with this handler alone.
pub fn app() -> axum::Router {
    axum::Router::new().route("/webhook", axum::routing::post(webhook))
}
