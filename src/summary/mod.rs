//! One view of a call, whichever vendor it came from: for a table with calls from both TCCC and 7moor, or for a
//! migration from one to the other.
//!
//! [`CallSummary`] is the row; [`Outcome`] says how the call went, in the same terms for every vendor. Both are derived
//! from the typed records and from nothing else: `summary()` of [`tccc::PhoneCdr`](crate::tccc::PhoneCdr),
//! [`tccc::ChatCdr`](crate::tccc::ChatCdr), [`tccc::VideoCdr`](crate::tccc::VideoCdr) and
//! [`sevenmoor::CallRecord`](crate::sevenmoor::CallRecord).

#[macro_use]
mod column;

mod call_summary;
mod channel;
mod column_kind;
mod durations;
mod sevenmoor;
mod tccc;
mod texts;
mod vendor;

pub use call_summary::CallSummary;
pub use channel::Channel;
pub use column_kind::ColumnKind;
pub use vendor::Vendor;

pub use crate::outcome::{Blocker, Callee, Direction, HungUpBy, Obstacle, Outcome, Stage};
