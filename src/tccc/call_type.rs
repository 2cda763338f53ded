open_codes! {
    /// The kind of a phone call: `CallType` of the phone record.
    ///
    /// Not in the older document; source: [Data Push: Voice Call
    /// Records](https://www.tencentcloud.com/document/product/1229/59641). The meaning of 4 is not documented anywhere.
    pub enum CallType: "call type code" {
        /// The contact centre called a phone.
        Outbound = 1 => "Outbound", "呼出";
        /// A customer called from a phone.
        Inbound = 2 => "Inbound", "呼入";
        /// A customer called by voice over IP, from a web page or an app.
        AudioInbound = 3 => "Audio inbound", "音频呼入";
        /// The predictive dialler called out.
        PredictiveOutbound = 5 => "Predictive outbound", "预测式外呼";
        /// One agent called another.
        Internal = 6 => "Internal", "内线呼叫";
    }
}
