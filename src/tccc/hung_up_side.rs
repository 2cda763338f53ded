use crate::outcome::HungUpBy;

open_enum! {
    /// Who hung up: `HungUpSide` of the phone record.
    ///
    /// Source: [Data Push: Voice Call Records](https://www.tencentcloud.com/document/product/1229/59641).
    pub enum HungUpSide: "side that hung up", HungUpBy {
        /// The customer.
        User = "user" => "Customer", "用户挂断", HungUpBy::Customer;
        /// The agent.
        Seat = "seat" => "Agent", "坐席挂断", HungUpBy::Agent;
        /// The system. Not in the older document; source: the pull API's `TelCdrInfo` in Tencent Cloud's SDK, since
        /// November 2023.
        System = "system" => "System", "系统挂断", HungUpBy::System;
    }
}

impl From<&HungUpSide> for HungUpBy {
    fn from(side: &HungUpSide) -> Self {
        side.facts().cloned().unwrap_or_else(|| Self::from(side.as_str()))
    }
}
