//! The queries of TCCC and Desk: text, not JSON.
#![no_main]

use callhook::desk::CallbackQuery;
use callhook::tccc::Query;
use callhook::{Error, Payload};
use chrono::DateTime;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// What was read is written as JSON and as a query; both read back equal.
fn laws<T: Payload>(query: &str, parse: fn(&str) -> Result<T, Error>) -> Option<T> {
    let value = parse(query).ok()?;
    let json = serde_json::to_string(&value).unwrap();
    callhook_fuzz::laws::payload::<T>(json.as_bytes());
    assert_eq!(callhook::from_str::<T>(&json).unwrap(), value, "through JSON: {json}");
    let Ok(Value::Object(parameters)) = serde_json::to_value(&value) else { panic!("no object: {json}") };
    let mut again = form_urlencoded::Serializer::new(String::new());
    for (name, value) in &parameters {
        again.append_pair(name, &value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    }
    let again = again.finish();
    assert_eq!(parse(&again).unwrap(), value, "through a query: {again}");
    Some(value)
}

fuzz_target!(|query: &str| {
    laws::<Query>(query, Query::parse);
    if let Some(query) = laws::<CallbackQuery>(query, CallbackQuery::parse) {
        let _ = query.is_for(1_400_000_214);
        let now = query.requested_at().unwrap_or(DateTime::UNIX_EPOCH);
        let _ = query.verify_signature("token", now);
    }
});
