open_enum! {
    /// Which event a push is: its `pushType`. Some events come without one; see [`Push`](super::Push).
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    pub enum PushType: "push type", Fields {
        /// An outbound call is ringing at the agent.
        DialoutRing = "dialoutRing" => "Outbound ring", "外呼振铃", Fields::OfCall;
        /// An outbound call was hung up.
        DialoutHangup = "dialoutHangup" => "Outbound hangup", "外呼挂机", Fields::OfCall;
        /// An agent's status changed.
        CallStatus = "callStatus" => "Agent status", "坐席状态变化", Fields::OfCall;
        /// A call record.
        Cdr = "cdr" => "Call record", "通话记录", Fields::Own;
        /// The reason for a hangup that was recognised from early media. This is the vendor's spelling.
        MediaFailreason = "mediaFailreason" => "Hangup reason from early media", "媒体识别挂机原因", Fields::Own;
        /// An agent logged in at the softphone bar. The vendor writes 登陆.
        Login = "login" => "Login", "登录", Fields::Own;
        /// An agent logged out at the softphone bar.
        Logout = "logout" => "Logout", "登出", Fields::Own;
    }
}

/// Which fields an event has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fields {
    /// Those of a call event.
    OfCall,
    /// Fields of its own.
    Own,
}
