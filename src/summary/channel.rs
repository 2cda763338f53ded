closed_enum! {
    /// How the customer and the contact centre communicated.
    pub enum Channel {
        /// A phone call.
        Phone = "phone" => "Phone", "电话";
        /// A chat.
        Chat = "chat" => "Chat", "在线会话";
        /// A video call.
        Video = "video" => "Video", "视频";
    }
}
