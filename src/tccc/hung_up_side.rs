words! {
    /// Who hung up: `HungUpSide` of the phone record.
    pub enum HungUpSide: "side that hung up" {
        /// The customer.
        User = "user" => "Customer", "用户挂断";
        /// The agent.
        Seat = "seat" => "Agent", "坐席挂断";
    }
}
