//! Tencent Cloud Contact Center Desk (腾讯云智能客服 Desk): session events with their chat messages.
//!
//! # What arrives
//!
//! One callback, `Desk.SessionEventNotify`, as JSON by `POST`, for whatever happens in a chat session: its beginning, each
//! message of customer, bot and agent, the handing over to an agent, the rating, the end. The URL query has `SdkAppid` and
//! `CallbackCommand`; the body has the command once more.
//!
//! | query | body | type |
//! |---|---|---|
//! | `CallbackCommand=Desk.SessionEventNotify` | `Event` says what happened | [`SessionEvent`] |
//!
//! [`SessionEvent::from_request`] reads query and body together. Another command is
//! [`Error::OtherCallback`](crate::Error::OtherCallback): one address can get the callbacks of all the vendor's chat
//! products.
//!
//! # How to answer
//!
//! With [`Response`], `{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}`. The code 0 tells the vendor to ignore what the
//! reply says.
//!
//! ```
//! use callhook::desk::{MsgContent, Response, Sender, SessionEvent};
//!
//! fn handle(query: &str, body: &[u8]) -> Response {
//!     let (query, event) = match SessionEvent::from_request(query, body) {
//!         Ok(request) => request,
//!         Err(error) => return Response::fail(error.to_string()),
//!     };
//!     if !query.is_for(1400000214) {
//!         return Response::fail("not our application");
//!     }
//!     if event.event.message_from() == Some(Sender::User) {
//!         for element in &event.msg_body {
//!             match &element.msg_content {
//!                 MsgContent::Text(text) => println!("customer: {:?}", text.text),
//!                 _ => println!("customer sent: {}", element.msg_type().label()),
//!             }
//!         }
//!     } else if event.event.ends_session() {
//!         println!("{} is over", event.session_id);
//!     }
//!     Response::ok()
//! }
//!
//! let query = "SdkAppid=1400000214&CallbackCommand=Desk.SessionEventNotify&contenttype=json";
//! let body = br#"{"SessionId":"2baf4d84","Event":"Human.UserSendMsg",
//!     "MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"Hello"}}]}"#;
//! assert_eq!(handle(query, body), Response::ok());
//! ```
//!
//! # Twice, late, or forged
//!
//! - The pages do not say how often a callback is sent again. Where it is, the newer page has the query's
//!   [`request_id`](CallbackQuery::request_id) to tell it by; without one there are `session_id`, `event`, `event_time` and
//!   `msg_key`.
//! - Answer soon: the vendor's chat gives up on some callbacks after two seconds. Store first, work later.
//! - The vendor's chat can sign a callback: `Sign` in the query is the SHA-256 of the console's token and `RequestTime`. The
//!   Desk page only points to that page, so try whether yours come signed. The feature `sign` checks it
//!   (`CallbackQuery::check_signature`). The body is not covered by it.
//!
//! # What to know of the events
//!
//! - [`event`](SessionEvent::event) says what happened; which fields are filled does not: the vendor's sample of a text
//!   message has a rating. See [`message_from`](SessionEventType::message_from) and
//!   [`ends_session`](SessionEventType::ends_session).
//! - [`MsgElement`] is one of nine kinds, or an unknown one that is kept whole. Desk's page shows the text only; the others
//!   are the vendor's chat's.
//! - `CloudCustomData` and a custom element's `Data` are texts, which often hold JSON; they are kept byte for byte, and
//!   [`cloud_custom_data_json`](SessionEvent::cloud_custom_data_json) and [`data_json`](CustomContent::data_json) read them.
//! - What the pages contradict themselves in is in the [ledger](crate::quirks).
//!
//! Pages: [会话事件回调](https://www.tencentcloud.com/zh/document/product/1229/68989),
//! [the newer one](https://cloud.tencent.com/document/product/269/111212),
//! [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format),
//! [the signature](https://cloud.tencent.com/document/product/269/32431).

mod channel_type;
mod custom_content;
mod face_content;
mod file_content;
mod image_content;
mod location_content;
mod msg_element;
mod query;
mod relay_content;
mod response;
mod session_event;
mod session_event_type;
#[cfg(feature = "sign")]
mod signature;
mod sound_content;
mod text_content;
mod video_content;

pub use channel_type::ChannelType;
pub use custom_content::CustomContent;
pub use face_content::FaceContent;
pub use file_content::FileContent;
pub use image_content::{ImageContent, ImageFormat, ImageInfo, ImageType};
pub use location_content::LocationContent;
pub use msg_element::{MsgContent, MsgElement, MsgType};
pub use query::{CallbackQuery, OptPlatform};
pub use relay_content::{RelayContent, RelayMessage};
pub use response::Response;
pub use session_event::SessionEvent;
pub use session_event_type::{Sender, SessionEventType};
#[cfg(feature = "sign")]
#[cfg_attr(docsrs, doc(cfg(feature = "sign")))]
pub use signature::Signature;
pub use sound_content::SoundContent;
pub use text_content::TextContent;
pub use video_content::VideoContent;

use serde::de::DeserializeOwned;

use crate::wire::scalar::{Only, OnlyText};

/// The one callback that is modelled here: what `CallbackCommand` says in query and body.
type Command = Only<SessionEventNotify>;

enum SessionEventNotify {}

impl OnlyText for SessionEventNotify {
    const ONLY: &'static str = "Desk.SessionEventNotify";
}

/// Reads JSON out of a text field.
fn json<T: DeserializeOwned>(text: Option<&str>) -> Option<serde_json::Result<T>> {
    text.map(serde_json::from_str)
}
