payload! {
    /// A text that is sent piece by piece while it is written: content of a `TIMStreamElem`.
    ///
    /// Not among the elements of the vendor's message format; source: [Desk's streamed
    /// messages](https://cloud.tencent.com/document/product/269/129279), which show it as it is sent. The same message
    /// may arrive several times while it grows, with the same `MsgKey`.
    #[derive(Eq, Hash)]
    pub struct StreamContent {
        /// What a client that does not support streamed messages shows instead.
        pub compatible_text: Option<String> = "CompatibleText" as FreeText,
        /// The pieces.
        pub chunks: Vec<StreamChunk> = "Chunks",
    }
}

payload! {
    /// A piece of a streamed text: an item of `Chunks` of [`StreamContent`].
    ///
    /// Source: [Desk's streamed messages](https://cloud.tencent.com/document/product/269/129279).
    #[derive(Eq, Hash)]
    pub struct StreamChunk {
        /// Kind of the piece, for instance `data`. The values are not documented.
        pub event_type: Option<String> = "EventType" as Plain,
        /// Number of the piece: it starts at 1 and rises with each piece.
        pub index: Option<i64> = "Index",
        /// The piece of text, in Markdown.
        pub markdown: Option<String> = "Markdown" as FreeText,
        /// Whether it is the last piece.
        pub is_last: Option<bool> = "IsLast",
    }
}

impl StreamContent {
    /// The text so far: all pieces, in the body's order.
    pub fn markdown(&self) -> String {
        self.chunks.iter().filter_map(|chunk| chunk.markdown.as_deref()).collect()
    }

    /// Whether the last piece has arrived. The vendor ends a stream by itself if the next piece takes longer than 15
    /// seconds.
    pub fn is_complete(&self) -> bool {
        self.chunks.iter().any(|chunk| chunk.is_last == Some(true))
    }
}
