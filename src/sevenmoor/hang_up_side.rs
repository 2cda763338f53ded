open_enum! {
    /// Who hung up: `hangUpSide` of the record. The values are not documented; the sample has this one.
    pub enum HangUpSide: "side that hung up" {
        /// The agent.
        Agent = "AGENT" => "Agent", "座席";
    }
}
