//! What this tool needs of the library, and the only file that reads pushes with it.

use callhook::{CallSummary, Error, Report, Webhook};
use serde_json::Value;

/// A push that was read.
pub struct Push {
    webhook: Webhook,
    report: Report,
}

/// Which push it is: the vendor, and the vendor's word for the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Event {
    pub vendor: &'static str,
    pub name: &'static str,
}

/// `tccc.cdr`
impl std::fmt::Display for Event {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.vendor, self.name)
    }
}

/// One adjustment that reading had to make. Code and path carry no customer data; the value does.
pub struct Finding<'a> {
    pub code: &'static str,
    pub path: &'a str,
    pub value: Option<&'a Value>,
}

impl Push {
    /// Reads a push with its report.
    pub fn inspect(query: &str, body: &[u8]) -> Result<Self, Error> {
        let inspected = Webhook::inspect_request(query, body)?;
        Ok(Self { webhook: inspected.value, report: inspected.report })
    }

    /// Reads a push without a report, which is faster.
    pub fn read(query: &str, body: &[u8]) -> Result<Self, Error> {
        Ok(Self { webhook: Webhook::from_request(query, body)?, report: Report::default() })
    }

    pub fn event(&self) -> Event {
        let vendor = self.webhook.vendor().map_or("unknown", |vendor| vendor.as_str());
        Event { vendor, name: self.webhook.event_name() }
    }

    /// The row of a call record; `None` if the push is another event.
    pub fn call(&self) -> Option<CallSummary> {
        self.webhook.summary()
    }

    pub fn findings(&self) -> impl Iterator<Item = Finding<'_>> {
        self.report.iter().map(|finding| Finding {
            code: finding.code().as_str(),
            path: finding.path(),
            value: finding.value(),
        })
    }
}

/// Whether a body was refused because it is not one JSON value.
pub fn is_not_json(error: &Error) -> bool {
    matches!(error, Error::NotJson { .. })
}

/// Empties the columns that name people, numbers or recordings.
pub fn redact(call: &mut CallSummary) {
    for personal in [
        &mut call.customer_number,
        &mut call.customer_id,
        &mut call.customer_name,
        &mut call.agent_id,
        &mut call.agent_name,
    ] {
        *personal = None;
    }
    call.recording_urls.clear();
}
