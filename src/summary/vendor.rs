closed_enum! {
    /// A vendor.
    pub enum Vendor {
        /// Tencent Cloud Contact Center.
        Tccc = "tccc" => "Tencent Cloud Contact Center", "腾讯云联络中心";
        /// Tencent Desk. Its events are not calls, so no summary has this vendor.
        Desk = "desk" => "Tencent Desk", "腾讯云智能客服 Desk";
        /// 7moor v7.
        SevenMoor = "sevenmoor" => "7moor", "容联七陌";
    }
}
