payload! {
    /// A text: content of a `TIMTextElem`.
    #[derive(Eq)]
    pub struct TextContent {
        /// The text.
        pub text: Option<String> = "Text",
    }
}
