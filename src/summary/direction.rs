use crate::outcome::closed_enum;

closed_enum! {
    /// Which side began the call.
    pub enum Direction {
        /// The customer.
        Inbound = "inbound" => "Inbound", "呼入";
        /// The contact centre: an agent, or the dialler.
        Outbound = "outbound" => "Outbound", "呼出";
        /// One agent called another; there is no customer.
        Internal = "internal" => "Internal", "内线";
    }
}
