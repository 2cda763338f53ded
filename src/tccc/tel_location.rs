payload! {
    /// Where a phone number is registered: `TelLocation` of the phone record. The vendor's sample has none.
    ///
    /// Source: [Data Push: Voice Call Records](https://www.tencentcloud.com/document/product/1229/59641).
    #[derive(Eq, Hash)]
    pub struct TelLocation {
        /// The number.
        pub tel_number: Option<String> = "TelNumber" as Phone,
        /// Country.
        pub country: Option<String> = "Country" as Location,
        /// Province.
        pub province: Option<String> = "Province" as Location,
        /// City.
        pub city: Option<String> = "City" as Location,
        /// Carrier.
        pub operator: Option<String> = "Operator" as Location,
    }
}
