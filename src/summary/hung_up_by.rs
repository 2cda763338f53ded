use crate::{sevenmoor, tccc};

open_enum! {
    /// Who hung up.
    ///
    /// | this | TCCC's `HungUpSide` | 7moor's `hangUpSide` |
    /// |---|---|---|
    /// | `customer` | `user` | – |
    /// | `agent` | `seat` | `AGENT` |
    /// | `system` | `system` | – |
    ///
    /// 7moor's values are not documented. One that differs from a value of this list in letter case only (`CUSTOMER`)
    /// is read as that value.
    pub enum HungUpBy: "side that hung up" {
        /// The customer.
        Customer = "customer" => "Customer", "用户";
        /// The agent.
        Agent = "agent" => "Agent", "坐席";
        /// The system.
        System = "system" => "System", "系统";
    }
}

impl From<&tccc::HungUpSide> for HungUpBy {
    fn from(side: &tccc::HungUpSide) -> Self {
        match side {
            tccc::HungUpSide::User => Self::Customer,
            tccc::HungUpSide::Seat => Self::Agent,
            tccc::HungUpSide::System => Self::System,
            tccc::HungUpSide::Other(word) => Self::from(word.as_str()),
        }
    }
}

impl From<&sevenmoor::HangUpSide> for HungUpBy {
    fn from(side: &sevenmoor::HangUpSide) -> Self {
        match side {
            sevenmoor::HangUpSide::Agent => Self::Agent,
            sevenmoor::HangUpSide::Other(word) => Self::from(word.as_str()),
        }
    }
}
