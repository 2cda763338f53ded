open_codes! {
    /// The kind of a chat: `Type` of the chat record.
    ///
    /// Not in the documentation of the push; source: the pull API's `IMCdrInfo`, in the vendor's
    /// [SDK](https://github.com/TencentCloud/tencentcloud-sdk-go).
    pub enum ChatType: "chat type code" {
        /// Texts and other media.
        FullMedia = 1 => "Full media", "全媒体";
        /// Texts only.
        Text = 2 => "Text", "文本";
    }
}
