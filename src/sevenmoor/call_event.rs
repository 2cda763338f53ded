open_enum! {
    /// What happened to a call: `callEvent` of the call events and of the agent status event.
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    pub enum CallEvent: "call event" {
        /// The call is being dialled.
        Calling = "calling" => "Calling", "呼叫";
        /// The call is ringing.
        Ring = "ring" => "Ringing", "振铃";
        /// The call was answered.
        Link = "link" => "Answered", "接通";
        /// The call was hung up.
        Hangup = "hangup" => "Hung up", "挂机";
    }
}
