// What both programs do with the payloads of `tccc`, `desk` and `sevenmoor`, each with its own `copy`.

use std::io::Read as _;

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
