//! A request as callhook reads it.

use std::path::Path;

use callhook::{CallSummary, Error, Inspected, Reply, Report, Webhook};

use super::samples;

/// A request with everything that the output says about it.
pub(crate) struct Request {
    pub(crate) webhook: Webhook,
    pub(crate) report: Report,
    /// The query, if it was guessed from the file's name.
    pub(crate) guessed_query: Option<String>,
    /// Whether it is a payload of one of the vendors.
    pub(crate) is_known: bool,
    /// Vendor and event in one word: `tccc.cdr`.
    pub(crate) event: String,
    /// The enum variants around the payload, outermost first: `Tccc`, `Phone`.
    pub(crate) variants: Vec<String>,
    pub(crate) summary: Option<CallSummary>,
    /// The body of the acknowledgement, if the vendor expects one.
    pub(crate) reply: Option<String>,
}

impl Request {
    /// Reads a body with its query. Without one, uses the query that a sample's name implies.
    pub(crate) fn read(query: Option<&str>, file: &Path, body: &[u8]) -> Result<Self, Error> {
        let guessed = if query.is_none() { samples::query_of(file) } else { None };
        let query = query.or(guessed.as_deref()).unwrap_or_default();
        Ok(Self::new(Webhook::inspect_request(query, body)?, guessed))
    }

    fn new(Inspected { value, report, .. }: Inspected<Webhook>, guessed_query: Option<String>) -> Self {
        Self {
            report,
            guessed_query,
            is_known: is_known(&value),
            event: event(&value),
            variants: variants(&value),
            summary: value.summary(),
            reply: value.acknowledgement().map(Reply::into_body),
            webhook: value,
        }
    }
}

/// Whether the query is missing that says which record the body is.
pub(crate) fn lacks_query(error: &Error) -> bool {
    matches!(error, Error::Missing { path, .. } if path.starts_with('?'))
}

fn is_known(webhook: &Webhook) -> bool {
    !matches!(webhook, Webhook::Unknown(_))
}

fn event(webhook: &Webhook) -> String {
    match webhook.vendor() {
        Some(vendor) => format!("{vendor}.{}", webhook.event_name()),
        None => webhook.event_name().to_owned(),
    }
}

/// The variants' names, from the beginning of the `Debug` text (`Tccc(Phone(PhoneCdr { …`), because a `match` would
/// need a line for each push.
fn variants(webhook: &Webhook) -> Vec<String> {
    let debug = format!("{webhook:?}");
    let head = debug.split(" {").next().unwrap_or_default();
    let mut names: Vec<String> = head.split('(').map(str::to_owned).collect();
    // The last is the struct inside.
    names.pop();
    names
}
