use chrono::{DateTime, Utc};

use crate::wire::instant::UnixMillis;

payload! {
    /// A key that the customer pressed in an IVR: an item of `IVRKeyPressedEx`, `PostIVRKeyPressed` and
    /// `PostIVRKeyPressedEx`.
    ///
    /// The tables spell the keys `Key` and `Label`, the phone record's sample `key` and `label`; both are read, the
    /// former is written. The fields after these two are not in the older document; their source is the pull API's
    /// `IVRKeyPressedElement` in Tencent Cloud's SDK.
    #[derive(Eq)]
    pub struct IvrKeyPress {
        /// The key, `1` for instance. In today's product it may be a spoken word, too, or `noInput` where the customer
        /// was asked and pressed nothing.
        pub key: Option<String> = "Key",
        /// What the key stands for in this IVR, `非常满意` ("very satisfied") for instance.
        pub label: Option<String> = "Label",
        /// When it was pressed; absent (0) if nothing was. In milliseconds, unlike all else in the record. From the SDK.
        pub timestamp: Option<DateTime<Utc>> = "Timestamp" as UnixMillis,
        /// Label of the IVR's node that asked. From the SDK.
        pub node_label: Option<String> = "NodeLabel",
        /// The input as it came. From the SDK.
        pub original_content: Option<String> = "OriginalContent",
        /// The prompt that was read out. From the SDK, since October 2024.
        #[doc(alias = "TTSPrompt")]
        pub tts_prompt: Option<String> = "TTSPrompt",
    }
}
