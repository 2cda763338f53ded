open_codes! {
    /// The kind of service (服务类型) of a chat: `Type` of the chat record. What sets the kinds apart is not documented.
    ///
    /// Not in the documentation of the push; source: the pull API's `IMCdrInfo`, in the vendor's
    /// [SDK](https://github.com/TencentCloud/tencentcloud-sdk-go).
    pub enum ChatType: "chat type code" {
        /// Full-media service.
        FullMedia = 1 => "Full media", "全媒体";
        /// Text service.
        Text = 2 => "Text", "文本客服";
    }
}
