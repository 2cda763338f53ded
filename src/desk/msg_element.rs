use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::{
    CustomContent, FaceContent, FileContent, ImageContent, LocationContent, SoundContent, StreamContent, TextContent,
    VideoContent,
};
use crate::extra::Extra;
use crate::json::ValueRef;
use crate::model::keys::Keys;
use crate::model::{
    About, Auto, Codec, Context, Field, Fit, Kept, Object, Record, Redact, Settling, Shown, View, Writer,
};

open_enum! {
    /// What a message element is: `MsgType` of [`MsgElement`].
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    pub enum MsgType: "message type" {
        /// A text: [`TextContent`].
        #[doc(alias = "TIMTextElem")]
        Text = "TIMTextElem" => "Text", "文本消息";
        /// A place: [`LocationContent`].
        #[doc(alias = "TIMLocationElem")]
        Location = "TIMLocationElem" => "Location", "地理位置消息";
        /// A sticker or emoji: [`FaceContent`].
        #[doc(alias = "TIMFaceElem")]
        Face = "TIMFaceElem" => "Sticker", "表情消息";
        /// Content of the sending client's own design: [`CustomContent`].
        #[doc(alias = "TIMCustomElem")]
        Custom = "TIMCustomElem" => "Custom", "自定义消息";
        /// A voice message: [`SoundContent`].
        #[doc(alias = "TIMSoundElem")]
        Sound = "TIMSoundElem" => "Voice", "语音消息";
        /// A picture: [`ImageContent`].
        #[doc(alias = "TIMImageElem")]
        Image = "TIMImageElem" => "Picture", "图像消息";
        /// A file: [`FileContent`].
        #[doc(alias = "TIMFileElem")]
        File = "TIMFileElem" => "File", "文件消息";
        /// A video: [`VideoContent`].
        #[doc(alias = "TIMVideoFileElem")]
        Video = "TIMVideoFileElem" => "Video", "视频消息";
        /// Messages forwarded as one: [`RelayContent`].
        #[doc(alias = "TIMRelayElem")]
        Relay = "TIMRelayElem" => "Forwarded messages", "合并转发消息";
        /// A text that is sent piece by piece: [`StreamContent`]. Source:
        /// [Desk's streamed messages](https://cloud.tencent.com/document/product/269/129279).
        #[doc(alias = "TIMStreamElem")]
        Stream = "TIMStreamElem" => "Streamed text", "流式消息";
    }
}

/// One element of a message: an item of `MsgBody`. `MsgType` says what `MsgContent` holds.
///
/// The elements are those of Tencent Cloud Chat, [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message
/// format); Desk's own documentation shows only the text.
///
/// If the type is known but the content is not an object, the content is in [`extra`](field@Self::extra), under
/// `MsgContent`.
///
/// ```
/// use callhook::desk::{MsgContent, MsgElement};
///
/// fn show(element: &MsgElement) -> String {
///     match &element.msg_content {
///         MsgContent::Text(text) => text.text.clone().unwrap_or_default(),
///         MsgContent::Image(image) => format!("[picture, {} versions]", image.image_info_array.len()),
///         other => format!("[{}]", other.msg_type().label()),
///     }
/// }
///
/// let element = |json| callhook::from_str::<MsgElement>(json);
/// assert_eq!(show(&element(r#"{"MsgType":"TIMTextElem","MsgContent":{"Text":"Hello"}}"#)?), "Hello");
/// assert_eq!(show(&element(r#"{"MsgType":"TIMFaceElem","MsgContent":{"Index":3}}"#)?), "[Sticker]");
/// assert_eq!(show(&element(r#"{"MsgType":"TIMGroupTipElem","MsgContent":{}}"#)?), "[TIMGroupTipElem]");
/// # Ok::<(), callhook::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct MsgElement {
    /// What the element holds, by its type.
    #[doc(alias = "MsgType")]
    pub msg_content: MsgContent,
    /// Undocumented keys, and content that does not fit its type; see [`Extra`]. Content in here is written instead of
    /// `msg_content`: if you correct an element, remove `MsgContent` from here, or make a new element from the content.
    pub extra: Extra,
}

tagged! {
    /// What a message element holds: `MsgContent` of [`MsgElement`], with a variant for each `MsgType`.
    pub enum MsgContent: MsgType, Other(OtherContent) {
        /// A text, `TIMTextElem`.
        Text(TextContent) = Text, "TIMTextElem", from TextContent;
        /// A place, `TIMLocationElem`.
        Location(LocationContent) = Location, "TIMLocationElem", from LocationContent;
        /// A sticker or emoji, `TIMFaceElem`.
        Face(FaceContent) = Face, "TIMFaceElem", from FaceContent;
        /// Content of the sending client's own design, `TIMCustomElem`.
        Custom(Box<CustomContent>) = Custom, "TIMCustomElem", from CustomContent;
        /// A voice message, `TIMSoundElem`.
        Sound(Box<SoundContent>) = Sound, "TIMSoundElem", from SoundContent;
        /// A picture, `TIMImageElem`.
        Image(Box<ImageContent>) = Image, "TIMImageElem", from ImageContent;
        /// A file, `TIMFileElem`.
        File(Box<FileContent>) = File, "TIMFileElem", from FileContent;
        /// A video, `TIMVideoFileElem`.
        Video(Box<VideoContent>) = Video, "TIMVideoFileElem", from VideoContent;
        /// Messages forwarded as one, `TIMRelayElem`.
        Relay(Box<RelayContent>) = Relay, "TIMRelayElem", from RelayContent;
        /// A text that is sent piece by piece, `TIMStreamElem`.
        Stream(StreamContent) = Stream, "TIMStreamElem", from StreamContent;
    }
}

/// Content of a type that this crate does not know, kept whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct OtherContent {
    /// The type; empty if the element has none.
    pub msg_type: MsgType,
    /// The content as it came; null if the element has none.
    pub content: Value,
}

impl Redact for OtherContent {
    fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        Kept(&self.content, view).serialize(to)
    }
}

/// The type of an element that has none.
impl Default for MsgType {
    fn default() -> Self {
        Self::from("")
    }
}

impl Default for MsgContent {
    fn default() -> Self {
        Self::Other(OtherContent::default())
    }
}

impl MsgContent {
    /// The type: `MsgType` on the wire; an empty [`MsgType::Other`] if the element has none.
    pub fn msg_type(&self) -> MsgType {
        match self {
            Self::Other(other) => other.msg_type.clone(),
            known => MsgType::from(known.event_name()),
        }
    }
}

impl MsgElement {
    /// The type: `MsgType` on the wire; an empty [`MsgType::Other`] if the element has none.
    pub fn msg_type(&self) -> MsgType {
        self.msg_content.msg_type()
    }

    /// The text; `None` if the element is not a text.
    pub fn text(&self) -> Option<&str> {
        match &self.msg_content {
            MsgContent::Text(content) => content.text.as_deref(),
            _ => None,
        }
    }
}

impl<T: Into<MsgContent>> From<T> for MsgElement {
    fn from(content: T) -> Self {
        Self { msg_content: content.into(), extra: Extra::new() }
    }
}

/// The type is the first field, so that it is read before the content that it names.
const MSG_TYPE: u8 = 0;
const MSG_CONTENT: u8 = 1;

impl Object for MsgElement {
    fn read_field(&mut self, field: u8, value: ValueRef<'_>, cx: &mut Context) -> Fit {
        if field == MSG_TYPE {
            let mut msg_type = None;
            let fit = Field::<Auto>::read(&mut msg_type, value, cx);
            let msg_type = msg_type.unwrap_or_default();
            let other = |msg_type| MsgContent::Other(OtherContent { msg_type, content: Value::Null });
            self.msg_content = MsgContent::of_tag(&msg_type).unwrap_or_else(|| other(msg_type));
            return fit;
        }
        if let MsgContent::Other(other) = &mut self.msg_content {
            cx.note_kept(value);
            other.content = value.to_json();
            return if value.is_absent() { Fit::Absent } else { Fit::Read };
        }
        const ABOUT: About = <Auto as Codec<TextContent>>::ABOUT;
        let mut read = |value: ValueRef<'_>, cx: &mut Context| {
            if self.msg_content.fill_variant(value, cx) { Fit::Read } else { Fit::Unreadable }
        };
        let fit = cx.read_wrapped(value, &mut read);
        cx.settle(fit, value, &ABOUT)
    }

    fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }

    /// The content of an element of an unlisted type is kept as it came.
    fn skips_empty(&self) -> bool {
        false
    }
}

impl Record for MsgElement {
    const KEYS: &'static Keys =
        keys!(["MsgType" "MsgContent"] [] [<Option<MsgType> as Field<Auto>>::SETTLING, Settling::Own]);

    fn write_fields<M: SerializeMap>(&self, to: &mut Writer<'_, M>) {
        let content = &self.msg_content;
        match content {
            MsgContent::Other(other) if other.msg_type.as_str().is_empty() => {}
            MsgContent::Other(other) => to.field::<Auto, _>(&other.msg_type, MSG_TYPE, "MsgType"),
            known => to.value(known.event_name(), MSG_TYPE, "MsgType"),
        }
        let is_written = match content {
            MsgContent::Other(other) => !other.content.is_null(),
            // The content of a known type is written even if it is empty, unless `extra` has content that could not be
            // read as that type.
            _ => !self.extra.contains_key("MsgContent"),
        };
        if is_written {
            to.value(&Shown(content, to.view), MSG_CONTENT, "MsgContent");
        }
    }

    fn extra(&self) -> &Extra {
        &self.extra
    }
}

record!(MsgElement);

payload! {
    /// Messages forwarded as one: content of a `TIMRelayElem`.
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    pub struct RelayContent {
        /// Title.
        pub title: Option<String> = "Title" as FreeText,
        /// How many messages were forwarded.
        pub msg_num: Option<u64> = "MsgNum",
        /// What a client that does not support forwarded messages shows instead.
        pub compatible_text: Option<String> = "CompatibleText" as FreeText,
        /// One line for each of the first messages.
        pub abstract_list: Vec<String> = "AbstractList" as FreeText,
        /// The messages; empty if they exceed 12 KB, in which case there is a [`json_msg_key`](Self::json_msg_key)
        /// instead.
        pub msg_list: Vec<RelayMessage> = "MsgList",
        /// Key with which the messages can be fetched from the vendor, if they are too large for
        /// [`msg_list`](Self::msg_list).
        pub json_msg_key: Option<String> = "JsonMsgKey" as Account,
    }
}

payload! {
    /// A forwarded message: an item of `MsgList` of [`RelayContent`].
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    pub struct RelayMessage {
        /// The sender.
        #[doc(alias = "From_Account")]
        pub from_account: Option<String> = "From_Account" as Account,
        /// The recipient; `None` if the message went to a group.
        #[doc(alias = "To_Account")]
        pub to_account: Option<String> = "To_Account" as Account,
        /// The group that the message went to; `None` if it went to one account.
        pub group_id: Option<String> = "GroupId" as Id,
        /// Sequence number of the message.
        pub msg_seq: Option<u64> = "MsgSeq",
        /// Random number that the sender gave the message.
        pub msg_random: Option<u64> = "MsgRandom",
        /// When the message was sent (Unix seconds on the wire).
        pub msg_time_stamp: Option<DateTime<Utc>> = "MsgTimeStamp" as UnixSeconds,
        /// The message's elements.
        pub msg_body: Vec<MsgElement> = "MsgBody",
        /// The sender's own data, byte for byte. It is often JSON: that of the vendor's client kits
        /// ([`custom_data()`](Self::custom_data())) or your own
        /// ([`cloud_custom_data_json`](Self::cloud_custom_data_json)).
        pub cloud_custom_data: Option<String> = "CloudCustomData" as JsonText,
    }
}

impl RelayMessage {
    /// Reads [`cloud_custom_data`](Self::cloud_custom_data) as JSON. `None` if there is no data.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not JSON, or not of type `T`.
    pub fn cloud_custom_data_json<T: DeserializeOwned>(&self) -> Option<serde_json::Result<T>> {
        super::json(self.cloud_custom_data.as_deref())
    }
}
