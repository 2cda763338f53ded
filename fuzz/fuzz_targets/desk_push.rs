//! The callbacks of Desk, by the entry point that recognises them by the query or the body.
#![no_main]

use callhook::desk::{AssignAgent, CallbackQuery, InterfaceInvocation, Push};
use callhook_fuzz::laws;

callhook_fuzz::request_target!(|query: &str, body: &[u8]| {
    let read = laws::read(body, |body| Push::from_request(query, body), |body| Push::inspect_request(query, body));
    match read.map(|seen| seen.value) {
        Ok(Push::AssignAgent(_)) => laws::payload::<AssignAgent>(body),
        Ok(Push::InterfaceInvocation(_)) => laws::payload::<InterfaceInvocation>(body),
        _ => laws::payload::<CallbackQuery>(body),
    }
});
