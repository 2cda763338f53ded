//! Tencent Cloud Contact Center (TCCC, 腾讯云联络中心): call records and what else its data push sends.
//!
//! # What arrives
//!
//! JSON by `POST`, to the address that is set in the console: a record for each call, chat and video call, and pushes of
//! their own for recordings and voicemails. The body has no tag: the URL query says what it is, `?action=cdr&version=1`.
//!
//! | `action` | what | type |
//! |---|---|---|
//! | `cdr` | a phone call's record | [`PhoneCdr`] |
//! | `imcdr` | a chat's record | [`ChatCdr`] |
//! | `videoCdr` | a video call's record | [`VideoCdr`] |
//! | `record` | a recording; one push for each participant | [`RecordPush`] |
//! | `voicemail` | a message that a customer left; without `version` | [`VoicemailPush`] |
//!
//! [`Push::from_request`] reads query and body together. Another action gives [`Push::Other`] with the whole body. A
//! query without `action` is an error, for a body alone does not say which record it is.
//!
//! # How to answer
//!
//! With [`Response`], `{"ErrMsg":"","ErrCode":0}`. On any other code the same push comes again, three times at most. So
//! answer an error where another try can help (your database is down); a body that cannot be read will not read better
//! the next time.
//!
//! ```
//! use callhook::tccc::{Push, Response};
//!
//! /// Stores a record; fails where another try may succeed.
//! fn store(push: &Push) -> Result<(), std::io::Error> {
//!     if let Push::Phone(cdr) = push {
//!         println!("{}: {:?}", cdr.session_id, cdr.end_status_string);
//!     }
//!     Ok(())
//! }
//!
//! fn handle(query: &str, body: &[u8]) -> Response {
//!     match Push::from_request(query, body) {
//!         Ok(push) => store(&push).into(),
//!         Err(error) => {
//!             eprintln!("set aside for a person to look at: {error}");
//!             Response::ok()
//!         }
//!     }
//! }
//!
//! let body = br#"{"SdkAppId":1400000214,"SessionId":"e97be0ab","EndStatusString":"ok"}"#;
//! assert_eq!(handle("action=cdr&version=1", body).to_json(), r#"{"ErrMsg":"","ErrCode":0}"#);
//! assert!(handle("action=cdr&version=1", b"not JSON").is_ok());
//! ```
//!
//! # Twice, late, or forged
//!
//! - The same push may come twice, and a later one before an earlier one. The header [`PUSH_UUID_HEADER`] names a push;
//!   go by it, or by `SessionId` and the record's own instants.
//! - Nothing in a push is signed. The console offers HTTP basic authentication and OAuth 2 client credentials: use one, and
//!   see that `sdk_app_id` is yours.
//!
//! # What to know of the records
//!
//! - [`EndStatusString`] says how it ended, and answers what people ask of it:
//!   [`was_answered`](EndStatusString::was_answered), [`ended_by`](EndStatusString::ended_by),
//!   [`is_worth_retry`](EndStatusString::is_worth_retry). The vendor's list grows; a new word is `Other`.
//! - Instants are Unix seconds on the wire, but for a key press's, which are milliseconds. 0 is "did not happen".
//! - The phone record's sample has `Duration` twice and lower-case `key` and `label`; what else the documents contradict
//!   themselves in is in the [ledger](crate::quirks).
//! - The push has grown since the older documents, and its fields are those of the pull API's twin record. Fields and
//!   words that are newer say in their docs where they are from.
//! - Phone numbers come as `0086…`, `+86…` or bare, and stay as they came; [`PhoneNumber`](crate::PhoneNumber) takes them
//!   apart.
//!
//! Pages: [Preliminary Explanation](https://www.tencentcloud.com/document/product/1229/59640) (transport),
//! [电话 CDR 数据推送](https://cloud.tencent.com/document/product/679/67257),
//! [Data Push: Voice Call Records](https://www.tencentcloud.com/document/product/1229/59641).

mod action;
mod asr_status;
mod call_type;
mod chat_cdr;
mod direction;
mod end_status;
mod hung_up_side;
mod ivr_key_press;
mod party;
mod phone_cdr;
mod push;
mod record_push;
mod response;
mod satisfaction;
mod seat_user;
mod serve_participant;
mod tel_location;
mod video_cdr;
mod voicemail_push;

pub use action::{Action, Query};
pub use asr_status::AsrStatus;
pub use call_type::CallType;
pub use chat_cdr::ChatCdr;
pub use direction::Direction;
pub use end_status::EndStatusString;
pub use hung_up_side::HungUpSide;
pub use ivr_key_press::IvrKeyPress;
pub use party::Party;
pub use phone_cdr::PhoneCdr;
pub use push::{OtherPush, PUSH_UUID_HEADER, Push};
pub use record_push::RecordPush;
pub use response::Response;
pub use satisfaction::Satisfaction;
pub use seat_user::{Role, SeatUser};
pub use serve_participant::{ParticipantType, ServeParticipant};
pub use tel_location::TelLocation;
pub use video_cdr::VideoCdr;
pub use voicemail_push::VoicemailPush;
