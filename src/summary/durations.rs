//! Durations that agree with each other.

use chrono::{DateTime, TimeDelta, Utc};

/// The whole seconds between two instants; `None` if the second one comes first.
pub fn between(from: Option<DateTime<Utc>>, to: Option<DateTime<Utc>>) -> Option<TimeDelta> {
    plausible(to?.signed_duration_since(from?))
}

/// A duration without its fraction; `None` if it is negative.
pub fn plausible(duration: TimeDelta) -> Option<TimeDelta> {
    (duration >= TimeDelta::zero()).then(|| TimeDelta::try_seconds(duration.num_seconds())).flatten()
}

/// The duration between instants, or else the vendor's own figure: the first of the two that is not longer than the
/// whole call.
pub fn within(total: Option<TimeDelta>, instants: Option<TimeDelta>, figure: Option<TimeDelta>) -> Option<TimeDelta> {
    let fits = |duration: &TimeDelta| total.is_none_or(|total| *duration <= total);
    instants.filter(fits).or_else(|| figure.and_then(plausible).filter(fits))
}
