//! Tencent Cloud Contact Center (TCCC, 腾讯云联络中心): the records of its data push, and its callbacks that wait for a
//! decision.
//!
//! # What arrives
//!
//! JSON, sent with `POST` to the URL that you set in the console. When a call, a chat or a video call is over, the data
//! push sends its record. Each recording and each voicemail gets a push of its own. Two callbacks arrive while a caller
//! waits, and the vendor [waits for a decision](#callbacks-that-wait-for-a-decision).
//!
//! # How to tell it apart
//!
//! The body of a push has no tag. The URL query says what it is: `?action=cdr&version=1`.
//!
//! | `action` | What it is | Type |
//! |---|---|---|
//! | `cdr` | the record of a phone call | [`PhoneCdr`] |
//! | `imcdr` | the record of a chat | [`ChatCdr`] |
//! | `videoCdr` | the record of a video call | [`VideoCdr`] |
//! | `record` | a recording; one push for each participant | [`RecordPush`] |
//! | `voicemail` | a message that a customer left; documented without `version` | [`VoicemailPush`] |
//! | `specifiedSeat` | an IVR asks who may take a call | [`SpecifiedSeat`] |
//! | none, but the body has `Event` `CallInBound` and a `CallInBound` object | an incoming call | [`InboundCall`] |
//!
//! [`Push::from_request`] reads query and body together. A request with an `action` that is not listed is
//! [`Push::Other`], with the whole body. If the query has no `action` and the body is not an inbound call, the result
//! is an error, because the body alone does not say which record it is. So store the query with the body.
//!
//! # How to reply
//!
//! A push is acknowledged with [`Response::ok`], `{"ErrMsg":"","ErrCode":0}`, which [`Push::acknowledgement`] returns
//! for every push that it knows. On any other code the vendor pushes again, so [`Response::error`] is for an error of
//! your own.
//!
//! Answer every request that you understand with status 200 and the vendor's reply. Answer a request that cannot be
//! read with 400, one that is not known or that your program does not handle with 404, and an error of your own with
//! 503. See [`Webhook`](crate::Webhook) for the full rule. TCCC repeats a push at most 3 times, and the question about
//! an inbound call at most twice. The documentation says that TCCC pushes again on an `ErrCode` other than 0, and says
//! nothing about a status other than 200. So send [`Response::error`] with the 503.
//!
//! ```
//! use callhook::tccc::{Push, Response};
//! use callhook::{Error, Reply};
//!
//! /// Stores a push. An error means that a later attempt may succeed.
//! fn store(push: &Push) -> Result<(), std::io::Error> {
//!     if let Push::Phone(cdr) = push {
//!         println!("{:?}: answered: {}", cdr.session_id, cdr.was_answered());
//!     }
//!     Ok(())
//! }
//!
//! /// Stores a request that cannot be read, for inspection.
//! fn keep(_query: &str, _body: &[u8], error: &Error) {
//!     eprintln!("{error}");
//! }
//!
//! /// The status, and the reply if there is one.
//! fn handle(query: &str, body: &[u8]) -> (u16, Option<Reply>) {
//!     let push = match Push::from_request(query, body) {
//!         Ok(push) => push,
//!         Err(error) => {
//!             keep(query, body, &error);
//!             return (400, None);
//!         }
//!     };
//!     if store(&push).is_err() {
//!         return (503, push.failure("not stored"));
//!     }
//!     match push.acknowledgement() {
//!         Some(reply) => (200, Some(reply)),
//!         None => (404, None),
//!     }
//! }
//!
//! let body = br#"{"SdkAppId":1400000214,"SessionId":"e97be0ab","EndStatusString":"ok"}"#;
//! let (status, reply) = handle("action=cdr&version=1", body);
//! assert_eq!((status, reply.unwrap().body()), (200, r#"{"ErrMsg":"","ErrCode":0}"#));
//! assert_eq!(handle("action=cdr&version=1", b"not JSON"), (400, None));
//! assert_eq!(handle("action=fax", b"{}"), (404, None));
//! ```
//!
//! [`Push::Other`] has no acknowledgement, because it may be a callback that waits for a decision. If you know
//! that it is a push, `Response::ok()` stops the retries once you have stored it.
//!
//! ## Callbacks that wait for a decision
//!
//! | Callback | Request | Reply | Time limit | Retries | Without a usable reply |
//! |---|---|---|---|---|---|
//! | inbound call | [`InboundCall`] | [`InboundCallReply`] | 5 seconds | at most 2 | the number's own AI agent or IVR takes the call; if it has neither, the call ends |
//! | agent choice | [`SpecifiedSeat`] | [`SpecifiedSeatReply`] | not documented | not documented | not documented |
//!
//! The page [callbacks that wait for a decision](crate::guide::decisions) compares them with Desk's.
//!
//! **Inbound call.** The URL is set for each number. Do not put an `action` into it, because the query takes precedence
//! over the body. While the caller hears ringing, the vendor asks whether an AI agent or an IVR takes the call. An
//! empty `CallInBound` in the reply hangs up, so only [`InboundCallReply::hang_up`] writes one; with an id of 0, the
//! constructors return `None`. Give a repeated request the same reply; one open-source receiver recognises it by its
//! `SessionId`, which, according to the vendor, is unique to each call.
//!
//! ```
//! use callhook::PhoneNumber;
//! use callhook::tccc::{InboundCall, InboundCallReply};
//!
//! /// Sends a known customer to AI agent 7, and everyone else where the number's settings send them.
//! fn decide(call: &InboundCall) -> Option<InboundCallReply> {
//!     let caller = call.call_in_bound.as_ref().and_then(|call| call.caller.as_deref());
//!     let caller = caller.and_then(PhoneNumber::parse).map(|number| number.to_string());
//!     if caller.as_deref() == Some("+8618621520280") {
//!         return Some(InboundCallReply::ai_agent(7)?.with_variable("level", "gold"));
//!     }
//!     // If the number has neither an AI agent nor an IVR of its own, IVR 12 takes the call.
//!     InboundCallReply::as_configured(call).or(InboundCallReply::ivr(12))
//! }
//!
//! let call: InboundCall = callhook::from_str(
//!     r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1400000001,
//!         "CallInBound":{"AIAgentId":0,"IvrId":0,"Caller":"+8613800000001","Callee":"+862166668888"}}"#,
//! )?;
//! assert_eq!(decide(&call).unwrap().to_json(), r#"{"CallInBound":{"OverrideIvrId":12}}"#);
//! # Ok::<(), callhook::Error>(())
//! ```
//!
//! **Agent choice.** An IVR asks which agents, or which skill group, may take the call. The callback is in the vendor's
//! older documentation only, so treat it as retired but possible.
//!
//! ```
//! use callhook::tccc::{SpecifiedSeat, SpecifiedSeatReply};
//!
//! let request: SpecifiedSeat = callhook::from_str(r#"{"RequestId":"r-1","SessionType":"tel","User":"008613800000001"}"#)?;
//! let reply = SpecifiedSeatReply::skill_group(&request, 1072);
//! assert_eq!(reply.unwrap().to_json(), r#"{"RequestId":"r-1","ErrMsg":"","ErrCode":0,"SkillGroup":1072}"#);
//! # Ok::<(), callhook::Error>(())
//! ```
//!
//! The "API call" of an IVR or of an AI agent's canvas has a body of your own design, so this crate has no type for it.
//! [In your own types](crate::guide::own_types#the-api-call-of-an-ivr-or-an-ai-agent) shows one.
//!
//! # Retries and order
//!
//! On an `ErrCode` other than 0 the vendor pushes again, at most three times. A push may also be late or lost: the
//! vendor advises comparing your records regularly with those of the pull API. The same push may arrive twice, and a
//! later push may arrive before an earlier one. The header [`PUSH_UUID_HEADER`] identifies one push and stays the same
//! when the push is repeated ([`Webhook::delivery_id`](crate::Webhook::delivery_id) reads it). Without it, compare query
//! and body. For the order, go by `SessionId` and the instants in the record.
//!
//! # Security
//!
//! A push is not signed. The console offers HTTP basic authentication and OAuth 2 client credentials, for which it asks
//! for the URL of your token endpoint: use one of them. The inbound call and the agent choice are documented with
//! neither, so keep their URLs secret and unguessable. In all cases accept HTTPS only, and check that `sdk_app_id` is
//! yours.
//!
//! # Quirks
//!
//! - [`PhoneCdr::was_answered`] says whether a call was answered. Its `duration` does not: a sample has 15 for a call
//!   that was never answered.
//! - [`EndStatusString`] says how a call ended, who ended it ([`ended_by`](EndStatusString::ended_by)), and whether
//!   that [implies an answer](EndStatusString::implies_answered). The vendor's list grows; an unlisted value is
//!   `Other`.
//! - Instants are Unix seconds on the wire, except those of a key press, which are milliseconds. 0 means that the event
//!   did not happen.
//! - The phone record's sample has `Duration` twice, and `key` and `label` in lower case. The
//!   [quirk ledger](crate::quirks) lists every known place where the documentation contradicts itself.
//! - The push has grown since the older documents (those in qcloud-documents), and its new fields are those of the pull
//!   API's record. The docs of newer fields and values say where they come from.
//! - Phone numbers come as `0086…`, as `+86…` or without a country code, and are kept as they came. Settings of the
//!   contact centre can let a carrier's form through, and number protection leaves them empty.
//!   [`PhoneNumber`](crate::PhoneNumber) parses the forms that are not ambiguous.
//! - Records hold names, phone numbers and links to recordings: see [personal data](crate::guide::personal_data).
//!
//! Sources: [Preliminary Explanation](https://www.tencentcloud.com/document/product/1229/59640) (transport), [电话 CDR
//! 数据推送](https://cloud.tencent.com/document/product/679/67257), [Data Push: Voice Call
//! Records](https://www.tencentcloud.com/document/product/1229/59641), [Inbound call
//! API](https://www.tencentcloud.com/document/product/1229/70684); `specifiedSeat` from the older IVR page in
//! [qcloud-documents](https://github.com/tencentyun/qcloud-documents).

mod action;
mod asr_status;
mod call_type;
mod chat_cdr;
mod chat_type;
mod direction;
mod end_status;
mod hung_up_side;
mod inbound_call;
mod ivr_key_press;
mod party;
mod phone_cdr;
mod push;
mod record_push;
mod response;
mod satisfaction;
mod seat_user;
mod serve_participant;
mod specified_seat;
mod tel_location;
mod video_cdr;
mod voicemail_push;

pub use action::{Action, Query};
pub use asr_status::AsrStatus;
pub use call_type::CallType;
pub use chat_cdr::ChatCdr;
pub use chat_type::ChatType;
pub use direction::Direction;
pub use end_status::EndStatusString;
pub use hung_up_side::HungUpSide;
pub use inbound_call::{CallInBound, InboundCall, InboundCallEvent, InboundCallReply};
pub use ivr_key_press::IvrKeyPress;
pub use party::Party;
pub use phone_cdr::PhoneCdr;
pub use push::{OtherPush, PUSH_UUID_HEADER, Push};
pub use record_push::RecordPush;
pub use response::Response;
pub use satisfaction::Satisfaction;
pub use seat_user::{Role, SeatUser};
pub use serve_participant::{ParticipantType, ServeParticipant};
pub use specified_seat::{SpecifiedSeat, SpecifiedSeatReply};
pub use tel_location::TelLocation;
pub use video_cdr::VideoCdr;
pub use voicemail_push::VoicemailPush;
