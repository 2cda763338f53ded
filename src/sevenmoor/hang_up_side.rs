use crate::outcome::HungUpBy;

open_enum! {
    /// Who hung up: `hangUpSide` of the record. The values are not documented; the sample has this one.
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    pub enum HangUpSide: "side that hung up", HungUpBy {
        /// The agent.
        Agent = "AGENT" => "Agent", "坐席", HungUpBy::Agent;
    }
}

impl From<&HangUpSide> for HungUpBy {
    fn from(side: &HangUpSide) -> Self {
        side.facts().cloned().unwrap_or_else(|| Self::from(side.as_str()))
    }
}
