use serde::de::DeserializeOwned;

payload! {
    /// A sticker or emoji: content of a `TIMFaceElem`. Its meaning is the client's own.
    #[derive(Eq)]
    pub struct FaceContent {
        /// Number of the sticker.
        pub index: Option<i64> = "Index",
        /// Further data, as the sending client wrote it.
        pub data: Option<String> = "Data",
    }
}

impl FaceContent {
    /// Reads [`data`](Self::data) as JSON; `None` where there is none.
    ///
    /// # Errors
    ///
    /// The text is no JSON, or none of type `T`.
    pub fn data_json<T: DeserializeOwned>(&self) -> Option<serde_json::Result<T>> {
        super::json(self.data.as_deref())
    }
}
