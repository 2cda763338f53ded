codes! {
    /// An agent's status: `statusNumber` of the agent status event, which the vendor writes as text (`"5"`).
    pub enum AgentStatus: "agent status number" {
        /// Free to take a call.
        Idle = 0 => "Idle", "空闲";
        /// Not to be called.
        Busy = 1 => "Busy", "忙碌";
        /// A call is being dialled.
        Calling = 2 => "Calling", "呼叫中";
        /// A call rings.
        Ringing = 3 => "Ringing", "振铃";
        /// In a call.
        Talking = 4 => "Talking", "通话中";
        /// Wrapping up after a call.
        WrapUp = 5 => "Wrap-up", "整理";
        /// The call is on hold.
        Hold = 6 => "On hold", "保持";
        /// The call is muted.
        Mute = 7 => "Muted", "静音";
        /// Not connected.
        NotConnected = 8 => "Not connected", "未连接";
        /// No longer valid.
        Invalid = 9 => "Invalid", "失效";

        @beyond:
        /// A status of the account's own, from 100 on; the event's `status_name` says what it is called.
        Custom(100..) => "Custom", "自定义";
    }
}
