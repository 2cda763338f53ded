//! 7moor v7 (容联七陌): call, agent and login events, and call records.
//!
//! # What arrives
//!
//! JSON by `POST`, to each address that is entered in the console (系统设置 → 对接设置 → 事件推送; there may be several).
//! The URL says nothing: the body's `pushType` tells which event it is, and where it is missing the body's shape does.
//!
//! | event | told by | [`Push`] |
//! |---|---|---|
//! | an outbound call rings, is hung up | `dialoutRing`, `dialoutHangup` | [`DialoutRing`](Push::DialoutRing), [`DialoutHangup`](Push::DialoutHangup) |
//! | an inbound call rings, is hung up | no `pushType`; `callEvent` and `callType` | [`IncomingRing`](Push::IncomingRing), [`IncomingHangup`](Push::IncomingHangup) |
//! | a call is answered | no `pushType`; `callEvent` `link`, in the sample within `content` | [`Answered`](Push::Answered) |
//! | an agent's status changes | `callStatus` | [`AgentStatus`](Push::AgentStatus) |
//! | a call's record is made | `cdr` | [`CallRecord`](Push::CallRecord) |
//! | media recognition hung up | `mediaFailreason` | [`MediaFailReason`](Push::MediaFailReason) |
//! | an agent logs in, out | `login`, `logout` | [`Login`](Push::Login), [`Logout`](Push::Logout) |
//!
//! [`Push`] has the rules in full. What fits none of them is [`Push::Other`], with the whole body.
//!
//! # How to answer
//!
//! With any status 200: the page names no reply.
//!
//! ```
//! use callhook::sevenmoor::{AgentStatus, Push};
//!
//! fn handle(body: &[u8]) -> Result<(), callhook::Error> {
//!     let push = Push::from_slice(body)?;
//!     match &push {
//!         Push::CallRecord(record) => println!("{:?} talked for {:?}", record.agent_name, record.bridge_duration),
//!         Push::AgentStatus(agent) if agent.status_number == Some(AgentStatus::Idle) => {
//!             println!("{:?} is free", agent.agent_number);
//!         }
//!         _ => {
//!             // Each event around a call has the same fields.
//!             if let Some(call) = push.call() {
//!                 println!("{}: {:?}", push.event_name(), call.call_unique_id);
//!             }
//!         }
//!     }
//!     Ok(())
//! }
//!
//! handle(br#"{"pushType":"callStatus","agentNumber":"20001","statusNumber":"0"}"#)?;
//! handle(br#"{"callEvent":"hangup","callType":"incoming","callUniqueId":"403344537650466816"}"#)?;
//! # Ok::<(), callhook::Error>(())
//! ```
//!
//! # Twice, late, or forged
//!
//! - The page names no retry. Expect that a push comes twice (`event_unique_id` tells; an answered call has
//!   [`unique_id`](AnsweredPush::unique_id) instead) or not at all: the record repeats what the events said.
//! - It names no signature either. Keep the address secret, for nothing in a push proves who sent it.
//!
//! # What to know of the events
//!
//! - `callUniqueId` is the call, in events and record alike: 18 digits as text.
//! - `statusTime` is Unix seconds as text in call events, and China time in login and logout, as all instants of the record
//!   are. Each is a `DateTime<Utc>` here.
//! - The record's table has every field as text; lengths and `sipCode` are numbers in its sample. Either is read.
//! - `extras` should be an object, and is `""` in every sample; see [`Extras`]. That is the finding that `inspect` gives
//!   most often here.
//! - `billCalls` is in no table; see [`BillCall`].
//! - The page's other contradictions are in the [ledger](crate::quirks). The vendor's older push (GET, with other names) is
//!   not modelled.
//!
//! Page: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).

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
