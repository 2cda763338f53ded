//! 7moor v7: call, agent and login events, and call records.
//!
//! [`Push`] is what a push address receives: `POST`ed JSON, whose `pushType` or shape says which event it is.
//!
//! The vendor's page (事件推送接口, "event push interface") says where push addresses are entered (系统设置 → 对接设置 →
//! 事件推送), and that there may be several. It names no content type, no reply, no retry and no signature. So answer
//! any status 200; expect that a push may come twice (`event_unique_id` tells) or not at all; and keep the
//! address secret, for nothing in a push proves who sent it.

mod agent_status;
mod answered_push;
mod bill_call;
mod call_event;
mod call_push;
mod call_record;
mod call_status;
mod call_type;
mod extras;
mod failure_reason;
mod hang_up_side;
mod login_push;
mod media_fail_reason;
mod push;
mod push_type;
mod record_type;

pub use agent_status::AgentStatus;
pub use answered_push::{AnsweredPush, Envelope};
pub use bill_call::{BillCall, BillPlace, BillSide};
pub use call_event::CallEvent;
pub use call_push::CallPush;
pub use call_record::CallRecord;
pub use call_status::CallStatus;
pub use call_type::CallType;
pub use extras::Extras;
pub use failure_reason::FailureReason;
pub use hang_up_side::HangUpSide;
pub use login_push::{LoginPush, LoginType, LogoutType, OfflineType};
pub use media_fail_reason::{MediaContent, MediaFailReason, Segment};
pub use push::{OtherPush, Push};
pub use push_type::PushType;
pub use record_type::RecordType;
