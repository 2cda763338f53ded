//! Every payload of callhook, read and written: `lenient cdr < body.json`.

use callhook::{Payload, desk, sevenmoor, tccc};

fn copy<T: Payload>(body: &[u8]) -> Result<String, Box<dyn std::error::Error>> {
    Ok(serde_json::to_string(&callhook::from_slice::<T>(body)?)?)
}

include!("../../program.rs");
