//! Tencent Cloud Contact Center Desk: session events with their chat messages.
//!
//! One callback comes here, `Desk.SessionEventNotify`; [`SessionEvent::from_request`] reads it whole, and [`Response`]
//! answers it.

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
