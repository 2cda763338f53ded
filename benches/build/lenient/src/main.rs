//! Every payload of callhook, read and written: `lenient cdr < body.json`.

use std::io::Read as _;

use callhook::{Payload, desk, sevenmoor, tccc};
use serde::Serialize;

fn copy<T: Payload + Serialize>(body: &[u8]) -> Result<String, Box<dyn std::error::Error>> {
    Ok(serde_json::to_string(&callhook::from_slice::<T>(body)?)?)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let kind = std::env::args().nth(1).unwrap_or_default();
    let mut body = Vec::new();
    std::io::stdin().read_to_end(&mut body)?;
    let written = match kind.as_str() {
        "cdr" => copy::<tccc::PhoneCdr>(&body)?,
        "imcdr" => copy::<tccc::ChatCdr>(&body)?,
        "videoCdr" => copy::<tccc::VideoCdr>(&body)?,
        "record" => copy::<tccc::RecordPush>(&body)?,
        "voicemail" => copy::<tccc::VoicemailPush>(&body)?,
        "desk" => copy::<desk::SessionEvent>(&body)?,
        _ => copy::<sevenmoor::Push>(&body)?,
    };
    println!("{written}");
    Ok(())
}
