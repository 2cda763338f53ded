use chrono::{DateTime, Utc};

payload! {
    /// A key that the customer pressed in an IVR: an item of `IVRKeyPressedEx`, `PostIVRKeyPressed` and
    /// `PostIVRKeyPressedEx`.
    ///
    /// The documented JSON keys are `Key` and `Label`; the phone record's sample has `key` and `label`. Both spellings
    /// are read; the documented one is written. The other fields are not in the older document; source: the pull API's
    /// `IVRKeyPressedElement` in Tencent Cloud's SDK.
    #[derive(Eq, Hash)]
    pub struct IvrKeyPress {
        /// The key, for instance `1`. According to the SDK it may also be a spoken word, or `noInput` if the customer
        /// was asked and pressed nothing.
        pub key: Option<String> = "Key" as FreeText,
        /// What the key stands for in this IVR, for instance `非常满意` ("very satisfied").
        pub label: Option<String> = "Label" as FreeText,
        /// When the key was pressed, to the millisecond; `None` (0 on the wire) if none was. The other instants of the
        /// record are seconds on the wire. From the SDK.
        pub timestamp: Option<DateTime<Utc>> = "Timestamp" as UnixMillis,
        /// Label of the IVR node that asked. From the SDK.
        pub node_label: Option<String> = "NodeLabel" as Plain,
        /// The customer's input as it came. From the SDK.
        pub original_content: Option<String> = "OriginalContent" as FreeText,
        /// The prompt that was read out. From the SDK, since October 2024.
        #[doc(alias = "TTSPrompt")]
        pub tts_prompt: Option<String> = "TTSPrompt" as FreeText,
    }
}
