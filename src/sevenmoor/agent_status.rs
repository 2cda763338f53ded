open_codes! {
    /// An agent's status: `statusNumber` of the agent status event, which the vendor writes as text (`"5"`).
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    pub enum AgentStatus: "agent status number" {
        /// Free to take a call.
        Idle = 0 => "Idle", "空闲";
        /// Not available.
        Busy = 1 => "Busy", "忙碌";
        /// A call is being dialled.
        Calling = 2 => "Calling", "呼叫中";
        /// A call is ringing.
        Ringing = 3 => "Ringing", "振铃";
        /// On a call.
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
        /// A status that the account has defined itself, from 100 on. The event's `status_name` says what it is called.
        Custom(100..) => "Custom", "自定义";
    }
}
