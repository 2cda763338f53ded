words! {
    /// Who hung up: `hangUpSide` of the record. The page lists no words; its sample has this one.
    pub enum HangUpSide: "side that hung up" {
        /// The agent.
        Agent = "AGENT" => "Agent", "座席";
    }
}
