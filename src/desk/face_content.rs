use serde::de::DeserializeOwned;

payload! {
    /// A sticker or emoji: content of a `TIMFaceElem`. The client defines what it means.
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    #[derive(Eq, Hash)]
    pub struct FaceContent {
        /// Number of the sticker.
        pub index: Option<i64> = "Index",
        /// Further data, as the sending client wrote it.
        pub data: Option<String> = "Data" as JsonText,
    }
}

impl FaceContent {
    /// Reads [`data`](Self::data) as JSON. `None` if there is no data.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not JSON, or not of type `T`.
    pub fn data_json<T: DeserializeOwned>(&self) -> Option<serde_json::Result<T>> {
        super::json(self.data.as_deref())
    }
}
