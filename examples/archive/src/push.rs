//! Everything that this tool needs from the library to read pushes.

use anyhow::Result;
use callhook::{CallSummary, Error, Report, Webhook};

/// A push that was read.
pub struct Push {
    webhook: Webhook,
    /// The adjustments that reading made; empty if it was read without a report.
    pub report: Report,
}

/// Which push it is: the vendor, and the library's name for the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Event {
    /// `None` if none of the vendors sent it.
    pub vendor: Option<&'static str>,
    pub name: &'static str,
}

/// `tccc.cdr`, or `unknown`
impl std::fmt::Display for Event {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(vendor) = self.vendor {
            write!(f, "{vendor}.")?;
        }
        f.write_str(self.name)
    }
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
        Event { vendor: self.webhook.vendor().map(|vendor| vendor.as_str()), name: self.webhook.event_name() }
    }

    /// The row of a call record; `None` if the push is another event.
    pub fn call(&self) -> Option<CallSummary> {
        self.webhook.summary()
    }
}

/// Whether a body was refused because it is not JSON, which has to be UTF-8.
pub fn is_not_json(error: &Error) -> bool {
    matches!(error, Error::NotJson { .. } | Error::NotUtf8 { .. })
}

/// The row without personal data. The library's view can only be written, so it is read again: then rows of every
/// format are made from the same type.
pub fn redacted(call: &CallSummary) -> Result<CallSummary> {
    Ok(serde_json::from_value(serde_json::to_value(callhook::redacted(call))?)?)
}
