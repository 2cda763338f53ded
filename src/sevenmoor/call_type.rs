use crate::outcome::Direction;

open_enum! {
    /// The kind of a call: `callType` of the call events and of the record.
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    pub enum CallType: "call type", Option<Direction> {
        /// The customer called in.
        Incoming = "incoming" => "Inbound", "呼入", Some(Direction::Inbound);
        /// The agent called out.
        Dialout = "dialout" => "Outbound", "外呼", Some(Direction::Outbound);
        /// Presumably a call that was requested from a web page: the value is documented beside `dialout`, without a
        /// meaning.
        Webcall = "webcall" => "Web call", "webcall", None;
        /// An outbound call that the agent could preview before it was dialled.
        PreviewDialout = "previewDialout" => "Preview outbound", "预览外呼", Some(Direction::Outbound);
        /// An outbound call that the system dialled.
        AutoDialout = "autoDialout" => "Automatic outbound", "自动外呼", Some(Direction::Outbound);
    }
}

impl CallType {
    /// Which side began the call, as far as the value says.
    pub(crate) fn direction(&self) -> Option<Direction> {
        self.facts().copied().flatten()
    }
}
