payload! {
    /// A place: content of a `TIMLocationElem`.
    pub struct LocationContent {
        /// Description of the place.
        pub desc: Option<String> = "Desc" as Location,
        /// Latitude, in degrees.
        pub latitude: Option<f64> = "Latitude" as Coordinate,
        /// Longitude, in degrees.
        pub longitude: Option<f64> = "Longitude" as Coordinate,
    }
}
