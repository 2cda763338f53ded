payload! {
    /// Where a phone number is from: `TelLocation` of the phone record. The vendor's sample has none.
    #[derive(Eq)]
    pub struct TelLocation {
        /// The number.
        pub tel_number: Option<String> = "TelNumber",
        /// Country.
        pub country: Option<String> = "Country",
        /// Province.
        pub province: Option<String> = "Province",
        /// City.
        pub city: Option<String> = "City",
        /// Carrier.
        pub operator: Option<String> = "Operator",
    }
}
