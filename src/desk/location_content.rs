payload! {
    /// A place: content of a `TIMLocationElem`.
    pub struct LocationContent {
        /// What the place is.
        pub desc: Option<String> = "Desc",
        /// Latitude, in degrees.
        pub latitude: Option<f64> = "Latitude",
        /// Longitude, in degrees.
        pub longitude: Option<f64> = "Longitude",
    }
}
