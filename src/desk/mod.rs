//! Tencent Desk (腾讯云智能客服 Desk): session events with their chat messages, and callbacks that wait for a decision.
//!
//! # What arrives
//!
//! JSON, sent with `POST`. One callback, `Desk.SessionEventNotify`, reports everything that happens in a chat session:
//! its beginning, each message from the customer, the robot and the agent, the transfer to an agent, the rating, and
//! its end. Two others [wait for a decision](#callbacks-that-wait-for-a-decision): the routing callback, which has two
//! names, and the interface call of a robot's flow.
//!
//! # How to tell it apart
//!
//! `CallbackCommand` names the callback, in the URL query and again in the body. The query decides; but if it names a
//! session event and the body names another command, the result is
//! [`Error::OtherCallback`](crate::Error::OtherCallback).
//!
//! | `CallbackCommand` | What it is | Type |
//! |---|---|---|
//! | `Desk.SessionEventNotify` | something happened; `Event` says what | [`SessionEvent`] |
//! | `ChatBot.OnAssignHuman`, formerly `ChatBot.OnAssignAgent` | Desk asks who should take a session | [`AssignAgent`] |
//! | `Chatbot.InterfaceInvocation` | a robot's flow asks for values | [`InterfaceInvocation`] |
//!
//! [`Push::from_request`] reads query and body together. One URL can receive the callbacks of all the vendor's chat
//! products; a request with a command that is not listed is [`Push::Other`], with the whole body.
//! [`SessionEvent::from_request`] is for a URL that receives only session events; it returns an error for any other
//! command. Store the query with the body, so that the request can be read again.
//!
//! # How to reply
//!
//! A session event is acknowledged with [`Response::ok`], `{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}`, which
//! [`Push::acknowledgement`] returns. The vendor's documentation asks for an `ErrorCode` of 0, and says that the vendor
//! then ignores the rest of the reply. There is one exception, [`AiProvider`]. Reply at once: store first, work later.
//!
//! Answer every request that you understand with status 200 and the vendor's reply. Answer a request that cannot be
//! read with 400, one that is not known or that your program does not handle with 404, and an error of your own with
//! 503. See [`Webhook`](crate::Webhook) for the full rule. A session event may be sent again: see
//! [below](#retries-and-order).
//!
//! ```
//! use callhook::desk::{CallbackQuery, Push, Sender};
//! use callhook::{Error, Reply};
//!
//! /// Stores a request that cannot be read, for inspection.
//! fn keep(_query: &str, _body: &[u8], error: &Error) {
//!     eprintln!("{error}");
//! }
//!
//! /// Returns the reply, or the status to answer with instead.
//! fn handle(query: &str, body: &[u8]) -> Result<Reply, u16> {
//!     if !CallbackQuery::parse(query).is_ok_and(|query| query.is_for(1400000214)) {
//!         return Err(403); // not our application
//!     }
//!     let push = Push::from_request(query, body).map_err(|error| {
//!         keep(query, body, &error);
//!         400_u16
//!     })?;
//!     if let Push::SessionEvent(event) = &push {
//!         if event.event.message_from() == Some(Sender::User) {
//!             println!("{:?}: {} elements", event.session_id, event.msg_body.len());
//!         } else if event.event.ends_session() {
//!             println!("{:?} is over", event.session_id);
//!         }
//!     }
//!     push.acknowledgement().ok_or(404)
//! }
//!
//! let query = "SdkAppid=1400000214&CallbackCommand=Desk.SessionEventNotify&contenttype=json";
//! let body = br#"{"SessionId":"2baf4d84","Event":"Human.UserSendMsg",
//!     "MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"Hello"}}]}"#;
//! assert_eq!(handle(query, body).unwrap().body(), r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}"#);
//! assert_eq!(handle(query, b"not JSON"), Err(400));
//! assert_eq!(handle("SdkAppid=1400000214&CallbackCommand=State.StateChange", b"{}"), Err(404));
//! ```
//!
//! [`Push::Other`] has no acknowledgement, because it may be a callback that waits for a decision.
//!
//! ## Callbacks that wait for a decision
//!
//! | Callback | Request | Reply | Time limit | Retries | Without a usable reply |
//! |---|---|---|---|---|---|
//! | routing | [`AssignAgent`] | [`AssignAgentReply`] | not documented | not documented | not documented |
//! | interface call | [`InterfaceInvocation`] | [`InterfaceInvocationReply`] | not documented ("synchronously") | not documented | not documented |
//! | a customer's message, if you have a robot of your own | [`SessionEvent`] | [`Response::with_ai_provider`] | not documented ("at once") | possible; how many is not documented | not documented; a reply without `AIProvider` leaves the message to your own robot |
//!
//! Tencent Cloud Chat allows two seconds for callbacks that come *before* a message is sent. Whether that limit applies
//! to these callbacks is not documented, but plan for it. The page [callbacks that wait for a
//! decision](crate::guide::decisions) compares them with TCCC's.
//!
//! **Routing.** If the console is set to let your own server route sessions, Desk asks who should take a session when
//! the customer wants a human agent.
//!
//! ```
//! use callhook::desk::{AssignAgent, AssignAgentReply};
//!
//! /// Names the agent who knows the customer, otherwise group 12.
//! fn decide(request: &AssignAgent) -> Option<AssignAgentReply> {
//!     match request.client_user_id.as_deref() {
//!         Some("u-1") => AssignAgentReply::agents(["wang@example.com"]),
//!         _ => AssignAgentReply::group(12),
//!     }
//! }
//!
//! let request: AssignAgent =
//!     callhook::from_str(r#"{"CallbackCommand":"ChatBot.OnAssignHuman","SessionId":"2baf4d84","ClientUserId":"u-2"}"#)?;
//! assert_eq!(
//!     decide(&request).unwrap().to_json(),
//!     r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentGroupId":12}"#,
//! );
//! # Ok::<(), callhook::Error>(())
//! ```
//!
//! **Interface call.** A robot's flow passes values under names that you chose in the console, and goes on with the
//! texts that the reply sets.
//!
//! ```
//! use callhook::desk::{InterfaceInvocation, InterfaceInvocationReply};
//!
//! let request: InterfaceInvocation = callhook::from_str(
//!     r#"{"CallbackCommand":"Chatbot.InterfaceInvocation","Body":{"SystemSessionID":"2baf4d84","order":"A-7"}}"#,
//! )?;
//! let reply = match request.value("order") {
//!     Some(order) => InterfaceInvocationReply::ok().with_value("state", format!("{order} is packed")),
//!     None => InterfaceInvocationReply::fail("no order"),
//! };
//! assert_eq!(
//!     reply.to_json(),
//!     r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"Body":{"state":"A-7 is packed"}}"#,
//! );
//! # Ok::<(), callhook::Error>(())
//! ```
//!
//! **A robot of your own.** If the application has a third-party robot, the reply to a customer's message may hand that
//! one message to Desk's own robot. Any other acknowledgement leaves it to your robot, which answers later, through the
//! vendor's REST interface.
//!
//! ```
//! use callhook::desk::{AiProvider, Response};
//!
//! assert_eq!(
//!     Response::ok().with_ai_provider(AiProvider::Desk).to_json(),
//!     r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AIProvider":1}"#,
//! );
//! ```
//!
//! # Retries and order
//!
//! The newer document says that a session event may be sent again, but not when or how often. It adds
//! [`request_id`](CallbackQuery::request_id) to the query, which stays the same when a request is repeated
//! ([`Webhook::delivery_id`](crate::Webhook::delivery_id) reads it). Without it, compare query and body; no single
//! field is safe to compare, and a [`msg_key`](SessionEvent::msg_key) repeats while a message streams. No order is
//! documented: go by [`event_time`](SessionEvent::event_time).
//!
//! # Security
//!
//! Tencent Cloud Chat can sign a callback: `Sign` in the query is the SHA-256 of the console's token, immediately
//! followed by `RequestTime`. Desk's documentation only points to Chat's, so check whether your own callbacks are
//! signed. With the feature `sign`, `CallbackQuery::verify_signature` verifies the signature. It does not cover the
//! body, so accept HTTPS only. Chat's console also has a CA certificate for mutual TLS, with which your server can
//! check that the connection comes from the vendor; unlike the signature, this protects the body, too. The vendor
//! describes the [setup](https://cloud.tencent.com/document/api/269/2713). Check that the request is for your
//! application with [`CallbackQuery::is_for`].
//!
//! # Quirks
//!
//! - [`event`](SessionEvent::event) says what happened. The presence of a field does not: the vendor's sample of a text
//!   message has a rating. See [`message_from`](SessionEventType::message_from) and
//!   [`ends_session`](SessionEventType::ends_session).
//! - A customer's message need not be a text: when a customer opens the chat, one of Desk's own custom messages arrives
//!   as `ChatBot.UserSendMsg`. [`CustomContent::desk_message`] reads it, and [`CustomContent::business_message`] reads
//!   those of the vendor's general chat kit.
//! - A [`MsgElement`] of an unlisted type is kept whole. Desk's own documentation shows only the text element; the
//!   others are documented for Tencent Cloud Chat.
//! - `CloudCustomData` and a custom element's `Data` are texts that often hold JSON. They are kept byte for byte.
//!   [`custom_data()`](SessionEvent::custom_data()) reads what the vendor's client kits attach to a
//!   message, for instance the message that it replies to;
//!   [`cloud_custom_data_json`](SessionEvent::cloud_custom_data_json) and [`data_json`](CustomContent::data_json) read
//!   data of your own.
//! - The routing callback expects agents as e-mail addresses under its newer name, and as user ids under its older one.
//!   Its `EventTime` is text in one table and a number elsewhere. The [quirk ledger](crate::quirks) has more.
//! - Events hold chat texts and user ids: see [personal data](crate::guide::personal_data).
//!
//! Sources: [会话事件回调](https://www.tencentcloud.com/zh/document/product/1229/68989), the
//! [newer document](https://cloud.tencent.com/document/product/269/111212),
//! [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format),
//! [the signature](https://cloud.tencent.com/document/product/269/32431),
//! [routing](https://www.tencentcloud.com/document/product/1229/68988),
//! [interface call](https://www.tencentcloud.com/document/product/1229/68990),
//! [third-party robots](https://cloud.tencent.com/document/product/269/110624).
//!
//! "The vendor's client kits" are its Desk kits for uni-app and WeChat (`@tencentcloud/ai-desk-customer-uniapp` and
//! `@tencentcloud/ai-desk-customer-wechat` on npm), Android and Flutter; "the general chat kit" is TUIKit.

mod assign_agent;
mod business_message;
mod channel_type;
mod cloud_custom_data;
mod command;
mod custom_content;
mod desk_message;
mod desk_message_fields;
mod face_content;
mod file_content;
mod image_content;
mod interface_invocation;
mod location_content;
mod msg_element;
mod push;
mod query;
mod response;
mod session_event;
mod session_event_type;
#[cfg(feature = "sign")]
mod signature;
mod sound_content;
mod stream_content;
mod text_content;
mod video_content;

pub use assign_agent::{AssignAgent, AssignAgentReply};
pub use business_message::{BusinessId, BusinessMessage, InputStatus};
pub use channel_type::ChannelType;
pub use cloud_custom_data::{
    CloudCustomData, MessageFeature, MessageReplies, MessageReply, MessageRole, TaskInfo, ThreadReply,
};
pub use command::Command;
pub use custom_content::CustomContent;
pub use desk_message::{DeskEnvelope, DeskMessage, DeskMessageContent, DeskMessageKind};
pub use desk_message_fields::{
    DeskCustomField, DeskMessageCommand, DeskMessageFields, DeskMessageItem, FormType, InputVariable,
    SatisfactionChoice, SatisfactionMenu, SatisfactionMenuType,
};
pub use face_content::FaceContent;
pub use file_content::FileContent;
pub use image_content::{ImageContent, ImageFormat, ImageInfo, ImageType};
pub use interface_invocation::{InterfaceInvocation, InterfaceInvocationReply};
pub use location_content::LocationContent;
pub use msg_element::{MsgContent, MsgElement, MsgType, OtherContent, RelayContent, RelayMessage};
pub use push::{OtherPush, Push};
pub use query::{CallbackQuery, OptPlatform};
pub use response::{AiProvider, Response};
pub use session_event::SessionEvent;
pub use session_event_type::{Sender, SessionEventType};
#[cfg(feature = "sign")]
pub use signature::SignatureError;
pub use sound_content::SoundContent;
pub use stream_content::{StreamChunk, StreamContent};
pub use text_content::TextContent;
pub use video_content::VideoContent;

use serde::de::DeserializeOwned;

/// Reads JSON out of a text field.
fn json<T: DeserializeOwned>(text: Option<&str>) -> Option<serde_json::Result<T>> {
    text.map(serde_json::from_str)
}
