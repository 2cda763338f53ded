words! {
    /// What kind of call it is: `callType` of the call events and of the record.
    pub enum CallType: "call type" {
        /// The customer called in.
        Incoming = "incoming" => "Inbound", "呼入";
        /// The agent called out.
        Dialout = "dialout" => "Outbound", "外呼";
        /// A call that a web page asked for. The page lists the word beside `dialout` and has no name for it.
        Webcall = "webcall" => "Web call", "webcall";
        /// A call that the agent saw before it was dialled.
        PreviewDialout = "previewDialout" => "Preview outbound", "预览外呼";
        /// A call that the system dialled.
        AutoDialout = "autoDialout" => "Automatic outbound", "自动外呼";
    }
}
