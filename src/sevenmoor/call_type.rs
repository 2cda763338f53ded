use crate::outcome::Direction;

open_enum! {
    /// The kind of a call: `callType` of the call events and of the record.
    pub enum CallType: "call type", Option<Direction> {
        /// The customer called in.
        Incoming = "incoming" => "Inbound", "呼入", Some(Direction::Inbound);
        /// The agent called out.
        Dialout = "dialout" => "Outbound", "外呼", Some(Direction::Outbound);
        /// A call that was requested from a web page. The value is documented beside `dialout`, without a meaning.
        Webcall = "webcall" => "Web call", "webcall", None;
        /// A call that the agent saw before it was dialled.
        PreviewDialout = "previewDialout" => "Preview outbound", "预览外呼", Some(Direction::Outbound);
        /// A call that the system dialled.
        AutoDialout = "autoDialout" => "Automatic outbound", "自动外呼", Some(Direction::Outbound);
    }
}

impl CallType {
    /// Which side began the call, as far as the value says.
    pub(crate) fn direction(&self) -> Option<Direction> {
        self.facts().copied().flatten()
    }
}
