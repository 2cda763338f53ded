open_enum! {
    /// How the customer's client is integrated: `ChannelType` of [`SessionEvent`](super::SessionEvent).
    ///
    /// Source: [会话事件回调](https://www.tencentcloud.com/zh/document/product/1229/68989) (session event callback).
    pub enum ChannelType: "channel type" {
        /// An app or client built with the SDK.
        Sdk = "SDK" => "SDK", "应用/客户端";
        /// A web page. The vendor's documentation leaves open whether the value is `Web(H5)` or `Web`; both are read.
        Web = "Web(H5)" | "Web" => "Web page", "网页(H5)";
    }
}
