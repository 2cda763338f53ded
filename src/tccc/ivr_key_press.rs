payload! {
    /// A key that the customer pressed in an IVR: an item of `IVRKeyPressedEx` and `PostIVRKeyPressed`.
    ///
    /// The tables spell the keys `Key` and `Label`, the phone record's sample `key` and `label`; both are read, the
    /// former is written.
    #[derive(Eq)]
    pub struct IvrKeyPress {
        /// The key, `1` for instance.
        pub key: Option<String> = "Key",
        /// What the key stands for in this IVR, `非常满意` ("very satisfied") for instance.
        pub label: Option<String> = "Label",
    }
}
