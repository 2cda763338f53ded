open_enum! {
    /// Who hung up: `HungUpSide` of the phone record.
    pub enum HungUpSide: "side that hung up" {
        /// The customer.
        User = "user" => "Customer", "用户挂断";
        /// The agent.
        Seat = "seat" => "Agent", "坐席挂断";
        /// The system. Not in the older document; source: the pull API's `TelCdrInfo` in Tencent Cloud's SDK, since
        /// November 2023.
        System = "system" => "System", "系统挂断";
    }
}
