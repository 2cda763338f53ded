terms! {
    /// Whose record a summary is of.
    pub enum Vendor {
        /// Tencent Cloud Contact Center.
        Tccc = "tccc" => "Tencent Cloud Contact Center", "腾讯云联络中心";
        /// 7moor v7.
        SevenMoor = "sevenmoor" => "7moor", "七陌";
    }
}
