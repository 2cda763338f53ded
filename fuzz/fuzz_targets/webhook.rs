//! The one entry point for all vendors.
#![no_main]

use callhook::Webhook;
use callhook_fuzz::laws;

callhook_fuzz::request_target!(|query: &str, body: &[u8]| {
    let read =
        laws::read(body, |body| Webhook::from_request(query, body), |body| Webhook::inspect_request(query, body));
    if let Ok(seen) = read {
        assert!(!seen.value.event_name().is_empty());
        let _ = seen.value.acknowledgement();
        if let Some(summary) = seen.value.summary() {
            assert_eq!(serde_json::to_value(&summary).and_then(serde_json::from_value).ok(), Some(summary));
        }
    }
});
