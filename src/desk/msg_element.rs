use super::{
    CustomContent, FaceContent, FileContent, ImageContent, LocationContent, RelayContent, SoundContent, TextContent,
    VideoContent,
};

words! {
    /// What a message element is: `MsgType` of [`MsgElement`].
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
        /// What the sending client made up: [`CustomContent`].
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
    }
}

contents! {
    /// One element of a message: an item of `MsgBody`. `MsgType` says what `MsgContent` holds.
    ///
    /// The elements are those of Tencent's chat, [消息格式描述](https://cloud.tencent.com/document/product/269/2720)
    /// (message format); Desk's own page shows the text only.
    ///
    /// A content that is no object, though its type is known, is in [`extra`](Self::extra) under `MsgContent`.
    ///
    /// ```
    /// use callhook::desk::{MsgContent, MsgElement};
    ///
    /// fn show(element: &MsgElement) -> String {
    ///     match &element.msg_content {
    ///         MsgContent::Text(text) => text.text.clone().unwrap_or_default(),
    ///         MsgContent::Image(image) => format!("[picture, {} forms]", image.image_info_array.len()),
    ///         MsgContent::Other { msg_type, .. } => format!("[{msg_type}]"),
    ///         _ => format!("[{}]", element.msg_type().label()),
    ///     }
    /// }
    ///
    /// let element = |json| callhook::from_str::<MsgElement>(json);
    /// assert_eq!(show(&element(r#"{"MsgType":"TIMTextElem","MsgContent":{"Text":"Hello"}}"#)?), "Hello");
    /// assert_eq!(show(&element(r#"{"MsgType":"TIMFaceElem","MsgContent":{"Index":3}}"#)?), "[Sticker]");
    /// assert_eq!(show(&element(r#"{"MsgType":"TIMGroupTipElem","MsgContent":{}}"#)?), "[TIMGroupTipElem]");
    /// # Ok::<(), callhook::Error>(())
    /// ```
    pub struct MsgElement {
        /// What the element holds, by its type.
        #[doc(alias = "MsgType")]
        pub msg_content: MsgContent = "MsgContent",
    }

    /// What a message element holds: `MsgContent` of [`MsgElement`], with a variant for each `MsgType`.
    pub enum MsgContent: MsgType = "MsgType" or Other { msg_type } {
        /// A text, `TIMTextElem`.
        Text(TextContent),
        /// A place, `TIMLocationElem`.
        Location(LocationContent),
        /// A sticker or emoji, `TIMFaceElem`.
        Face(FaceContent),
        /// What the sending client made up, `TIMCustomElem`.
        Custom(CustomContent),
        /// A voice message, `TIMSoundElem`.
        Sound(SoundContent),
        /// A picture, `TIMImageElem`.
        Image(ImageContent),
        /// A file, `TIMFileElem`.
        File(FileContent),
        /// A video, `TIMVideoFileElem`.
        Video(VideoContent),
        /// Messages forwarded as one, `TIMRelayElem`.
        Relay(RelayContent),
    }
}

impl MsgContent {
    /// The type: `MsgType` on the wire. That of an element without one is `Other("")`.
    pub fn msg_type(&self) -> MsgType {
        crate::wire::tagged::Content::tag(self).unwrap_or(MsgType::Other(String::new()))
    }
}

impl MsgElement {
    /// The type: `MsgType` on the wire. That of an element without one is `Other("")`.
    pub fn msg_type(&self) -> MsgType {
        self.msg_content.msg_type()
    }

    /// The text, if it is a text.
    pub fn text(&self) -> Option<&str> {
        match &self.msg_content {
            MsgContent::Text(content) => content.text.as_deref(),
            _ => None,
        }
    }
}
