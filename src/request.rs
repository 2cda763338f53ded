//! What [`Webhook`](crate::Webhook) needs from each vendor.

use crate::error::Error;
use crate::extra::Extra;
use crate::json::{ValueRef, trim};
use crate::model::Context;
use crate::reply::Reply;
use crate::report::{Inspected, Path, Report};

/// Reads a request: its URL query and its body, each in a context of its own.
pub(crate) type ReadRequest<T> = fn(&str, &[u8], fn() -> Context) -> Result<Inspected<T>, Error>;

/// What a report says about some parameters of the query, with paths as a request's report has them.
pub(crate) fn of_parameters(query: &Report, names: &[&str]) -> Report {
    let found = query.iter().filter(|finding| names.contains(&finding.path()));
    found.map(|finding| finding.clone().at(in_query(finding.path()))).collect()
}

/// The path of a parameter of the query.
pub(crate) fn in_query(parameter: &str) -> Path {
    Path::documented(format!("?{parameter}"))
}

/// A text of a body that is kept whole, as a field of an id would read it; `None` if the key has none.
pub(crate) fn kept_id<'a>(body: &'a Extra, key: &str) -> Option<&'a str> {
    body.get(key)?.as_str().map(trim).filter(|text| !text.is_empty())
}

/// What a request says about itself.
#[derive(Default)]
pub(crate) struct Overview<'a> {
    /// Makes the reply that acknowledges it; `None` if it waits for a decision, or may do so.
    pub acknowledgement: Option<fn() -> Reply>,
    pub sdk_app_id: Option<u64>,
    pub session_id: Option<&'a str>,
}

/// A vendor's `Push`, which recognises the vendor's requests.
pub(crate) trait FromRequest: Sized {
    /// The parameter of the URL query that names the vendor, and how such a request is read.
    const BY_QUERY: Option<(&'static str, ReadRequest<Self>)> = None;

    /// Reads a body whose query names no vendor; `None` if it is not the vendor's.
    fn of_body(root: ValueRef<'_>, cx: &mut Context) -> Option<Self>;

    /// What the request says about itself.
    fn overview(&self) -> Overview<'_>;

    /// The reply that reports a failure on this side; `None` if the vendor documents no such reply.
    fn failure(&self, _message: &str) -> Option<Reply> {
        None
    }

    /// The id that the vendor gives one delivery, in a header or in the query; `None` if it gives none.
    fn delivery_id(_headers: &dyn Fn(&str) -> Option<String>, _query: &str) -> Option<String> {
        None
    }
}
