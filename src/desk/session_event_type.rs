use crate::wire::shape::Identity;

words! {
    /// What happened in a session: `Event` of [`SessionEvent`](super::SessionEvent).
    pub enum SessionEventType: "session event type" {
        /// The session began.
        SessionBegin = "SessionBegin" => "Session began", "会话开始";
        /// The customer sent a message while the bot had the session.
        #[doc(alias = "ChatBot.UserSendMsg")]
        ChatBotUserSendMsg = "ChatBot.UserSendMsg" => "Customer's message to the bot", "机器人阶段中用户发送的消息";
        /// The bot replied.
        #[doc(alias = "ChatBot.RobotSendMsg")]
        ChatBotRobotSendMsg = "ChatBot.RobotSendMsg" => "Bot's message", "机器人阶段中机器人回复的消息";
        /// The customer sent a message while an agent had the session.
        #[doc(alias = "Human.UserSendMsg")]
        HumanUserSendMsg = "Human.UserSendMsg" => "Customer's message to the agent", "人工阶段中用户发送的消息";
        /// The agent sent a message.
        #[doc(alias = "Human.AgentSendMsg")]
        HumanAgentSendMsg = "Human.AgentSendMsg" => "Agent's message", "人工阶段中客服发送的消息";
        /// The session is on its way to an agent.
        TransferringToHuman = "TransferringToHuman" => "On the way to an agent", "转人工中";
        /// The session waits in the queue for an agent.
        TransferringToHumanWait = "TransferringToHumanWait" => "Waiting for an agent", "转人工排队中";
        /// An agent has the session.
        TransferToHumanSuccess = "TransferToHumanSuccess" => "Handed to an agent", "转人工成功";
        /// No agent was online.
        NoAgentOnline = "NoAgentOnline" => "No agent online", "无人工客服在线";
        /// An agent handed the session on to another.
        AgentForward = "AgentForward" => "Forwarded by agent", "客服转接";
        /// The customer gave a rating.
        SatisfactionSelected = "SatisfactionSelected" => "Rated", "满意度评价";
        /// The customer ended the session.
        SessionUserEnd = "SessionUserEnd" => "Ended by customer", "用户结束会话";
        /// The agent ended the session.
        SessionAgentEnd = "SessionAgentEnd" => "Ended by agent", "客服结束会话";
        /// The session ended, for the customer took too long to reply.
        SessionUserTimeoutEnd = "SessionUserTimeoutEnd" => "Ended, customer timed out", "用户应答超时结束会话";
        /// The session ended, for the agent took too long to reply.
        SessionAgentTimeoutEnd = "SessionAgentTimeoutEnd" => "Ended, agent timed out", "客服应答超时结束会话";
        /// The session ended in the queue, for the customer went offline.
        SessionPendingAutoFinishEnd = "SessionPendingAutoFinishEnd" => "Ended in queue", "排队中自动结束(用户离线)";
        /// The session ended; the page does not say by whom, nor whether this comes after one of the others.
        SessionEnd = "SessionEnd" => "Session ended", "会话结束";
    }
}

impl Default for SessionEventType {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

impl Identity for SessionEventType {}

/// Who sent a chat message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Sender {
    /// The customer.
    User,
    /// The bot.
    Bot,
    /// An agent.
    Agent,
}

impl SessionEventType {
    /// Who sent the message, where the event is one: `ChatBot.UserSendMsg` and `Human.UserSendMsg` are the customer's,
    /// `ChatBot.RobotSendMsg` the bot's, `Human.AgentSendMsg` the agent's.
    ///
    /// Ask this rather than whether there is a `MsgBody`: the vendor's sample fills each field whatever the event.
    pub fn message_from(&self) -> Option<Sender> {
        match self {
            Self::ChatBotUserSendMsg | Self::HumanUserSendMsg => Some(Sender::User),
            Self::ChatBotRobotSendMsg => Some(Sender::Bot),
            Self::HumanAgentSendMsg => Some(Sender::Agent),
            _ => None,
        }
    }

    /// Whether it is a chat message: one of the four events of [`message_from`](Self::message_from).
    pub fn is_message(&self) -> bool {
        self.message_from().is_some()
    }

    /// Whether it ends the session: `SessionUserEnd`, `SessionAgentEnd`, `SessionUserTimeoutEnd`,
    /// `SessionAgentTimeoutEnd`, `SessionPendingAutoFinishEnd` and `SessionEnd`.
    ///
    /// The page does not say that only one of them comes: be ready for a second of the same session.
    pub fn ends_session(&self) -> bool {
        matches!(
            self,
            Self::SessionUserEnd
                | Self::SessionAgentEnd
                | Self::SessionUserTimeoutEnd
                | Self::SessionAgentTimeoutEnd
                | Self::SessionPendingAutoFinishEnd
                | Self::SessionEnd
        )
    }
}
