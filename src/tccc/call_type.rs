use crate::outcome::Direction;

open_codes! {
    /// The kind of a phone call: `CallType` of the phone record.
    ///
    /// Not in the older document; source: [Data Push: Voice Call
    /// Records](https://www.tencentcloud.com/document/product/1229/59641). The meaning of 4 is not documented anywhere.
    pub enum CallType: "call type code", Direction {
        /// The contact centre called a phone.
        Outbound = 1 => "Outbound", "呼出", Direction::Outbound;
        /// A customer called from a phone.
        Inbound = 2 => "Inbound", "呼入", Direction::Inbound;
        /// A customer called by voice over IP, from a web page or an app.
        AudioInbound = 3 => "Audio inbound", "音频呼入", Direction::Inbound;
        /// The predictive dialler called out.
        PredictiveOutbound = 5 => "Predictive outbound", "预测式外呼", Direction::Outbound;
        /// One agent called another.
        Internal = 6 => "Internal", "内线呼叫", Direction::Internal;
    }
}
