//! Recording, voicemail and the callbacks, and every other push of TCCC, by the entry point that recognises them by the
//! query.
#![no_main]

use callhook::tccc::{InboundCall, Push, Query, RecordPush, SpecifiedSeat, VoicemailPush};
use callhook_fuzz::laws;

callhook_fuzz::request_target!(|query: &str, body: &[u8]| {
    let read = laws::read(body, |body| Push::from_request(query, body), |body| Push::inspect_request(query, body));
    match read.map(|seen| seen.value) {
        Ok(Push::Record(_)) => laws::payload::<RecordPush>(body),
        Ok(Push::Voicemail(_)) => laws::payload::<VoicemailPush>(body),
        Ok(Push::InboundCall(_)) => laws::payload::<InboundCall>(body),
        Ok(Push::SpecifiedSeat(_)) => laws::payload::<SpecifiedSeat>(body),
        _ => laws::payload::<Query>(body),
    }
});
