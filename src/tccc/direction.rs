use crate::outcome;

open_codes! {
    /// Which side began a phone call: `Direction` of the phone record.
    ///
    /// Source: [Data Push: Voice Call Records](https://www.tencentcloud.com/document/product/1229/59641).
    pub enum Direction: "direction code", outcome::Direction {
        /// The customer called in.
        Inbound = 0 => "Inbound", "呼入", outcome::Direction::Inbound;
        /// The contact centre called out.
        Outbound = 1 => "Outbound", "呼出", outcome::Direction::Outbound;
    }
}
