payload! {
    /// A text: content of a `TIMTextElem`.
    #[derive(Eq, Hash)]
    pub struct TextContent {
        /// The text.
        pub text: Option<String> = "Text" as FreeText,
    }
}
