//! 7moor v7 (容联七陌): call, agent and login events, and call records.
//!
//! # What arrives
//!
//! JSON, sent to each URL that you set in the console (设置 → 系统设置 → 对接设置 → 事件推送; there may be several). The method is
//! not documented; a JSON body implies `POST`. There is an event when a call rings, is answered or is hung up, when
//! early media reveals why a call failed, for each change of an agent's status, and for each login and logout at the
//! softphone bar (电话条). When a call is over, there is a record. 7moor's event push has no callback that waits for a
//! decision.
//!
//! # How to tell it apart
//!
//! The URL has no tag. `pushType` in the body says which event it is; without it, the shape of the body does.
//!
//! | Event | `pushType` | Without `pushType` | [`Push`] |
//! |---|---|---|---|
//! | an outbound call rings | `dialoutRing` | `callEvent` `ring`, a listed `callType` other than `incoming` | [`DialoutRing`](Push::DialoutRing) |
//! | an outbound call was hung up | `dialoutHangup` | `callEvent` `hangup`, a listed `callType` other than `incoming` | [`DialoutHangup`](Push::DialoutHangup) |
//! | an inbound call rings | not documented | `callEvent` `ring`, `callType` `incoming` | [`IncomingRing`](Push::IncomingRing) |
//! | an inbound call was hung up | not documented | `callEvent` `hangup`, `callType` `incoming` | [`IncomingHangup`](Push::IncomingHangup) |
//! | a call was answered | not documented | `callEvent` `link`, in the sample within `content` | [`Answered`](Push::Answered) |
//! | an agent's status changed | `callStatus` | `statusName` or `statusNumber` | [`AgentStatus`](Push::AgentStatus) |
//! | a call record was made | `cdr` | `cdrType`, `billCalls`, `totalDuration` or `hangUpSide` | [`CallRecord`](Push::CallRecord) |
//! | a hangup's reason was recognised from early media | `mediaFailreason` | `preMedia…` | [`MediaFailReason`](Push::MediaFailReason) |
//! | an agent logged in | `login` | `loginType` | [`Login`](Push::Login) |
//! | an agent logged out | `logout` | `logoutType` | [`Logout`](Push::Logout) |
//!
//! [`Push`] has the rules in full. A body that fits none of them is [`Push::Other`], which keeps it whole. A call event
//! may come wrapped in `content`; its fields are read in the same way, and [`CallPush::envelope`] has what was around
//! them. No type of this module has a required field, so any JSON object can be read as a [`CallRecord`]: read a
//! [`Push`], unless something else says what a body is.
//!
//! # How to reply
//!
//! No reply is documented. [`Push::acknowledgement`] is an empty body with status 200.
//!
//! Answer every request that you understand with status 200 and this empty body. Answer a request that cannot be
//! read with 400, one that is not known or that your program does not handle with 404, and an error of your own with
//! 503. See [`Webhook`](crate::Webhook) for the full rule. No retries are documented, and 7moor's reply has no failure
//! form.
//!
//! ```
//! use callhook::sevenmoor::{AgentStatus, Push};
//!
//! /// Stores a body that cannot be read, for inspection.
//! fn keep(_body: &[u8], error: &callhook::Error) {
//!     eprintln!("{error}");
//! }
//!
//! /// The HTTP status to reply with.
//! fn handle(body: &[u8]) -> u16 {
//!     let push = match Push::from_slice(body) {
//!         Ok(push) => push,
//!         Err(error) => {
//!             keep(body, &error);
//!             return 400;
//!         }
//!     };
//!     match &push {
//!         Push::CallRecord(record) => println!("{:?}: answered: {}", record.call_unique_id, record.was_answered()),
//!         Push::AgentStatus(agent) if agent.status_number == Some(AgentStatus::Idle) => {
//!             println!("{:?} is free", agent.agent_number);
//!         }
//!         _ => {
//!             // All call events have the same fields.
//!             if let Some(call) = push.call() {
//!                 println!("{} of {:?}", push.event_name(), call.call_unique_id);
//!             }
//!         }
//!     }
//!     push.acknowledgement().map_or(404, |reply| reply.status())
//! }
//!
//! assert_eq!(handle(br#"{"pushType":"callStatus","agentNumber":"20001","statusNumber":"0"}"#), 200);
//! assert_eq!(handle(br#"{"callEvent":"hangup","callType":"incoming","callUniqueId":"403344537650466816"}"#), 200);
//! assert_eq!(handle(b"not JSON"), 400);
//! assert_eq!(handle(br#"{"hello":1}"#), 404);
//! ```
//!
//! # Retries and order
//!
//! Retries are not documented. A push may arrive twice or not at all; the record repeats the instants of the call.
//! 7moor does not give a delivery an id, so compare whole bodies. An `event_unique_id` alone is not safe, because two
//! of the documentation's samples share one; an answered call has a [`unique_id`](CallPush::unique_id()) instead. No
//! order is documented either: go by `status_time`.
//!
//! # Security
//!
//! No signature and no authentication is documented. Nothing in a push proves who sent it, so accept HTTPS only, and
//! put something long and random into your URL.
//!
//! # Quirks
//!
//! - `callUniqueId` identifies the call, in events and record alike: 18 digits as text, too many for a JavaScript
//!   number. The sample of an answered call lacks it and has `superUniqueId` instead; where a sample has both, the two
//!   differ. How to match such an event with its call is not documented.
//! - `statusTime` is Unix seconds as text in call events. In login and logout it is a date and time, as is every
//!   instant of the record; the documentation names no time zone, so they are read as China time. Each is a
//!   `DateTime<Utc>` here; [`CHINA_TIME`](crate::CHINA_TIME) converts it back.
//! - [`CallRecord::was_answered`] says whether a call was answered.
//! - All fields of the record except `extras` and the lists of groups are documented as text; durations and `sipCode`
//!   are numbers in its sample. Both are read.
//! - `extras` is documented as an object and is `""` in every sample that has it; see [`Extras`].
//! - `billCalls` is in no table; see [`BillCall`].
//! - The inbound ring is documented with the sample of another event.
//! - The [quirk ledger](crate::quirks) lists every known place where the documentation contradicts itself. The vendor's
//!   older push (`GET`, with other names) is not modelled.
//! - Events and records hold phone numbers, names and links to recordings: see [personal
//!   data](crate::guide::personal_data).
//!
//! Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).

mod agent_status;
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
mod shape;

pub use agent_status::AgentStatus;
pub use bill_call::{BillCall, BillPlace, BillSide};
pub use call_event::CallEvent;
pub use call_push::{CallPush, Envelope};
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
