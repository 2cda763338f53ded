use crate::unlisted::Unlisted;

open_enum! {
    /// What happened in a session: `Event` of [`SessionEvent`](super::SessionEvent).
    ///
    /// Source: [会话事件回调](https://www.tencentcloud.com/zh/document/product/1229/68989) (session event callback).
    pub enum SessionEventType: "session event type", Meaning {
        /// The session began.
        SessionBegin = "SessionBegin" => "Session began", "会话开始", Meaning::Other;
        /// The customer sent a message while the robot was handling the session.
        #[doc(alias = "ChatBot.UserSendMsg")]
        ChatBotUserSendMsg = "ChatBot.UserSendMsg" => "Customer's message to the robot", "机器人阶段中用户发送的消息",
            Meaning::Message(Sender::User);
        /// The robot replied.
        #[doc(alias = "ChatBot.RobotSendMsg")]
        ChatBotRobotSendMsg = "ChatBot.RobotSendMsg" => "Robot's message", "机器人阶段中机器人回复的消息",
            Meaning::Message(Sender::Bot);
        /// The customer sent a message while an agent was handling the session.
        #[doc(alias = "Human.UserSendMsg")]
        HumanUserSendMsg = "Human.UserSendMsg" => "Customer's message to the agent", "人工阶段中用户发送的消息",
            Meaning::Message(Sender::User);
        /// The agent sent a message.
        #[doc(alias = "Human.AgentSendMsg")]
        HumanAgentSendMsg = "Human.AgentSendMsg" => "Agent's message", "人工阶段中客服发送的消息",
            Meaning::Message(Sender::Agent);
        /// The session is being transferred to an agent.
        TransferringToHuman = "TransferringToHuman" => "Being transferred to an agent", "转人工中", Meaning::Other;
        /// The session is waiting in the queue for an agent.
        TransferringToHumanWait = "TransferringToHumanWait" => "Queued for an agent", "转人工排队中", Meaning::Other;
        /// An agent has taken over the session.
        TransferToHumanSuccess = "TransferToHumanSuccess" => "Transferred to an agent", "转人工成功", Meaning::Other;
        /// No agent was online.
        NoAgentOnline = "NoAgentOnline" => "No agent online", "无人工客服在线", Meaning::Other;
        /// An agent forwarded the session to another agent.
        AgentForward = "AgentForward" => "Forwarded by agent", "客服转接", Meaning::Other;
        /// The customer gave a rating.
        SatisfactionSelected = "SatisfactionSelected" => "Rated", "满意度评价", Meaning::Other;
        /// The customer ended the session.
        SessionUserEnd = "SessionUserEnd" => "Ended by customer", "用户结束会话", Meaning::End;
        /// The agent ended the session.
        SessionAgentEnd = "SessionAgentEnd" => "Ended by agent", "客服结束会话", Meaning::End;
        /// The session ended because the customer took too long to reply.
        SessionUserTimeoutEnd = "SessionUserTimeoutEnd" => "Ended, customer timed out", "用户应答超时结束会话", Meaning::End;
        /// The session ended because the agent took too long to reply.
        SessionAgentTimeoutEnd = "SessionAgentTimeoutEnd" => "Ended, agent timed out", "客服应答超时结束会话", Meaning::End;
        /// The session ended in the queue because the customer went offline.
        SessionPendingAutoFinishEnd = "SessionPendingAutoFinishEnd" => "Ended in queue", "排队中自动结束(用户离线)",
            Meaning::End;
        /// The session ended. It is not documented who ended it, nor whether this event follows one of the others.
        SessionEnd = "SessionEnd" => "Session ended", "会话结束", Meaning::End;
    }
}

/// What an event says about its session.
pub(crate) enum Meaning {
    /// A chat message was sent.
    Message(Sender),
    /// The session is over.
    End,
    /// Anything else.
    Other,
}

/// An empty text, which no event has.
impl crate::model::Identity for SessionEventType {}

impl Default for SessionEventType {
    fn default() -> Self {
        Self::Other(Unlisted::new(""))
    }
}

closed_enum! {
    /// Who sent a chat message.
    pub enum Sender {
        /// The customer.
        User = "user" => "Customer", "用户";
        /// The robot.
        Bot = "bot" => "Robot", "机器人";
        /// An agent.
        Agent = "agent" => "Agent", "客服";
    }
}

impl SessionEventType {
    /// Who sent the message, if the event is one: the customer for `ChatBot.UserSendMsg` and `Human.UserSendMsg`, the
    /// robot for `ChatBot.RobotSendMsg`, the agent for `Human.AgentSendMsg`. `None` for every other event.
    ///
    /// Use this rather than the presence of a `MsgBody`: the vendor's sample fills every field.
    pub const fn message_from(&self) -> Option<Sender> {
        match self.facts() {
            Some(Meaning::Message(sender)) => Some(*sender),
            _ => None,
        }
    }

    /// Whether the event is a chat message: one of the four of [`message_from`](Self::message_from).
    pub const fn is_message(&self) -> bool {
        self.message_from().is_some()
    }

    /// Whether the event ends the session: `SessionUserEnd`, `SessionAgentEnd`, `SessionUserTimeoutEnd`,
    /// `SessionAgentTimeoutEnd`, `SessionPendingAutoFinishEnd` and `SessionEnd`.
    ///
    /// The vendor's documentation does not say that only one of them arrives, so a second one may follow for the same
    /// session.
    pub const fn ends_session(&self) -> bool {
        matches!(self.facts(), Some(Meaning::End))
    }
}
