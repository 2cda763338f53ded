words! {
    /// What happened to a call: `callEvent`.
    pub enum CallEvent: "call event" {
        /// It is being dialled.
        Calling = "calling" => "Calling", "呼叫";
        /// It rings.
        Ring = "ring" => "Ringing", "振铃";
        /// It was answered.
        Link = "link" => "Answered", "接通";
        /// It was hung up.
        Hangup = "hangup" => "Hung up", "挂机";
    }
}
