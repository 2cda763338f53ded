//! Lengths of time that hold together.

use chrono::{DateTime, TimeDelta, Utc};

/// The whole seconds from one instant to another; none where the second comes first.
pub fn between(from: Option<DateTime<Utc>>, to: Option<DateTime<Utc>>) -> Option<TimeDelta> {
    sound(to?.signed_duration_since(from?))
}

/// A length without its fraction; none where it is negative.
pub fn sound(length: TimeDelta) -> Option<TimeDelta> {
    (length >= TimeDelta::zero()).then(|| TimeDelta::try_seconds(length.num_seconds())).flatten()
}

/// The length from the instants; where they do not give one, or one longer than all of the call, the vendor's figure; and
/// where that is no better, none.
pub fn within(total: Option<TimeDelta>, instants: Option<TimeDelta>, vendors: Option<TimeDelta>) -> Option<TimeDelta> {
    let fits = |length: &TimeDelta| total.is_none_or(|total| *length <= total);
    instants.filter(fits).or_else(|| vendors.and_then(sound).filter(fits))
}
