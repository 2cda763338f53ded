words! {
    /// How a call, a chat or a leg of one ended: `EndStatusString` of each record and of
    /// [`ServeParticipant`](super::ServeParticipant).
    ///
    /// The pages of the phone, chat and video records list 23 words between them; each variant says which list it.
    pub enum EndStatusString: "end status" {
        /// Ended as it should. Phone, chat, video.
        Ok = "ok" => "Ended normally", "正常结束";
        /// Was not put through. Phone.
        Unconnected = "unconnected" => "Not connected", "未接通";
        /// The agent did not answer. Phone, chat, video.
        SeatGiveUp = "seatGiveUp" => "Agent did not answer", "坐席未接";
        /// The agent transferred it to another. Phone, chat, video.
        SeatForward = "seatForward" => "Transferred by agent", "坐席转接";
        /// It was transferred to an outside line. Phone.
        OutboundForward = "outboundForward" => "Transferred to outside line", "外线转接";
        /// The customer gave up in the IVR. Phone, chat.
        IvrGiveUp = "ivrGiveUp" => "Customer gave up in IVR", "IVR 期间用户放弃";
        /// It ended with the IVR; no agent was meant to come. Phone, chat.
        IvrEnd = "ivrEnd" => "Ended in IVR", "IVR 后直接结束";
        /// The customer gave up in the queue. Phone.
        WaitingGiveUp = "waitingGiveUp" => "Customer gave up in queue", "会话排队期间用户放弃";
        /// The customer gave up while it rang at the agent. Phone, chat, video.
        RingingGiveUp = "ringingGiveUp" => "Customer gave up while ringing", "会话振铃期间用户放弃";
        /// No agent was online. Phone, chat, video.
        NoSeatOnline = "noSeatOnline" => "No agent online", "无坐席在线";
        /// It came outside working hours. Phone, chat, video.
        NotWorkTime = "notWorkTime" => "Outside working hours", "非工作时间";
        /// A fault of the system. Phone, chat, video.
        Error = "error" => "System error", "系统错误";
        /// Not known. Phone, outbound.
        Unknown = "unknown" => "Unknown", "未知状态";
        /// The customer did not answer. Phone, outbound.
        NotAnswer = "notAnswer" => "No answer", "未接听";
        /// The customer rejected the call. Phone, outbound.
        UserReject = "userReject" => "Rejected", "拒接挂断";
        /// The customer's phone was switched off. Phone, outbound.
        PowerOff = "powerOff" => "Switched off", "关机";
        /// The number does not exist. Phone, outbound.
        NumberNotExist = "numberNotExist" => "No such number", "空号";
        /// The customer's line was busy. Phone, outbound.
        Busy = "busy" => "Busy", "通话中";
        /// The customer's line was out of credit. Phone, outbound.
        OutOfCredit = "outOfCredit" => "Out of credit", "欠费";
        /// A fault of the carrier's line. Phone, outbound.
        OperatorError = "operatorError" => "Carrier fault", "运营商线路异常";
        /// The calling side cancelled. Phone, outbound.
        CallerCancel = "callerCancel" => "Cancelled by caller", "主叫取消";
        /// The customer's phone was out of coverage. Phone, outbound.
        NotInService = "notInService" => "Out of coverage", "不在服务区";
        /// It ended by itself, for the customer took too long to reply. Chat.
        AutoFinished = "autoFinished" => "Customer reply timed out", "用户回答超时自动结束";
    }
}
