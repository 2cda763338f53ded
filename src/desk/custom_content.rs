use serde::de::DeserializeOwned;

payload! {
    /// Data of the sending client's own design: content of a `TIMCustomElem`. A message has at most one such element.
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    #[derive(Eq, Hash)]
    pub struct CustomContent {
        /// The client's data, byte for byte as the client wrote it. It is often JSON: Desk's
        /// ([`desk_message`](Self::desk_message)), that of the vendor's general chat kit
        /// ([`business_message`](Self::business_message)), or your own ([`data_json`](Self::data_json)).
        pub data: Option<String> = "Data" as JsonText,
        /// Description; the text of an offline notification.
        pub desc: Option<String> = "Desc" as FreeText,
        /// Extension field of offline notifications.
        pub ext: Option<String> = "Ext" as FreeText,
        /// Sound of offline notifications.
        pub sound: Option<String> = "Sound" as FreeText,
    }
}

impl CustomContent {
    /// Reads [`data`](Self::data) as JSON. `None` if there is no data.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not JSON, or not of type `T`.
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
