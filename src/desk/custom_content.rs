use serde::de::DeserializeOwned;

payload! {
    /// What the sending client made up: content of a `TIMCustomElem`.
    #[derive(Eq)]
    pub struct CustomContent {
        /// The client's data, as the client wrote it, byte for byte. Often it is JSON: see [`data_json`](Self::data_json).
        pub data: Option<String> = "Data",
        /// Description; what an offline push shows.
        pub desc: Option<String> = "Desc",
        /// Extension field of offline pushes.
        pub ext: Option<String> = "Ext",
        /// Sound of offline pushes.
        pub sound: Option<String> = "Sound",
    }
}

impl CustomContent {
    /// Reads [`data`](Self::data) as JSON; `None` where there is none.
    ///
    /// # Errors
    ///
    /// The text is no JSON, or none of type `T`.
    ///
    /// ```
    /// # use callhook::desk::CustomContent;
    /// let custom: CustomContent = callhook::from_str(r#"{"Data":"{\"order\":\"A-7\"}"}"#)?;
    /// let data: serde_json::Value = custom.data_json().unwrap()?;
    /// assert_eq!(data["order"], "A-7");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn data_json<T: DeserializeOwned>(&self) -> Option<serde_json::Result<T>> {
        super::json(self.data.as_deref())
    }
}
