//! The lexer against serde_json.
#![no_main]

callhook_fuzz::body_target!(callhook_fuzz::json::law);
