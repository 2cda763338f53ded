use std::fmt;

/// Who ended a call: the answer of [`EndStatusString::ended_by`](super::EndStatusString::ended_by).
///
/// It is this crate's sorting, not a word of the vendor's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Party {
    /// The customer, or the customer's device.
    Customer,
    /// The human agent, or the agent's device.
    Agent,
    /// The AI agent.
    AiAgent,
    /// The calling side of an outbound call: an agent, or the dialler.
    CallingSide,
    /// A program of yours, through the hang-up API.
    Api,
    /// The telephone network: the number could not be reached, or the network kept the call back.
    Carrier,
    /// The contact centre's own rules and faults.
    System,
}

impl Party {
    /// Every party, in the order of this list.
    pub const KNOWN: &'static [Self] =
        &[Self::Customer, Self::Agent, Self::AiAgent, Self::CallingSide, Self::Api, Self::Carrier, Self::System];

    /// A short English label, for screens and reports.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Customer => "Customer",
            Self::Agent => "Agent",
            Self::AiAgent => "AI agent",
            Self::CallingSide => "Calling side",
            Self::Api => "API",
            Self::Carrier => "Carrier",
            Self::System => "System",
        }
    }

    /// A short Chinese label.
    pub const fn label_zh(self) -> &'static str {
        match self {
            Self::Customer => "用户",
            Self::Agent => "坐席",
            Self::AiAgent => "智能体",
            Self::CallingSide => "主叫",
            Self::Api => "接口",
            Self::Carrier => "运营商",
            Self::System => "系统",
        }
    }
}

/// The English label.
impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}
