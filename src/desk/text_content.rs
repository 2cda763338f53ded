payload! {
    /// A text: content of a `TIMTextElem`.
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    #[derive(Eq, Hash)]
    pub struct TextContent {
        /// The text.
        pub text: Option<String> = "Text" as FreeText,
    }
}
