//! One view of a call, whichever vendor it came from: for those who run two vendors, or change vendor, and want one table
//! of calls.
//!
//! [`CallSummary`] is the row; [`Outcome`] says in one word how the call went. Both are derived from the typed records and
//! from nothing else.

#[macro_use]
mod column;
#[macro_use]
mod term;

mod call_summary;
mod channel;
mod direction;
mod hung_up_by;
mod lengths;
mod outcome;
mod sevenmoor;
mod tccc;
mod vendor;

pub use call_summary::CallSummary;
pub use channel::Channel;
pub use direction::Direction;
pub use hung_up_by::HungUpBy;
pub use outcome::{Blocker, Callee, Obstacle, Outcome, Stage};
pub use vendor::Vendor;
