open_enum! {
    /// The kind of a call: `callType` of the call events and of the record.
    pub enum CallType: "call type", Began {
        /// The customer called in.
        Incoming = "incoming" => "Inbound", "呼入", Began::ByCustomer;
        /// The agent called out.
        Dialout = "dialout" => "Outbound", "外呼", Began::ByCentre;
        /// A call that was requested from a web page. The value is documented beside `dialout`, without a meaning.
        Webcall = "webcall" => "Web call", "webcall", Began::Unsaid;
        /// A call that the agent saw before it was dialled.
        PreviewDialout = "previewDialout" => "Preview outbound", "预览外呼", Began::ByCentre;
        /// A call that the system dialled.
        AutoDialout = "autoDialout" => "Automatic outbound", "自动外呼", Began::ByCentre;
    }
}

/// Which side began a call.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Began {
    /// The customer.
    ByCustomer,
    /// The contact centre: an agent, or the dialler.
    ByCentre,
    /// The value does not say.
    Unsaid,
}

impl CallType {
    /// Which side began the call, as far as the value says.
    pub(crate) fn began(&self) -> Began {
        self.facts().copied().unwrap_or(Began::Unsaid)
    }
}
