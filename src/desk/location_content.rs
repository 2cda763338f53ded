payload! {
    /// A place: content of a `TIMLocationElem`.
    ///
    /// Source: [消息格式描述](https://cloud.tencent.com/document/product/269/2720) (message format).
    ///
    /// It is neither `Eq` nor `Hash`, because coordinates are floats; nor is any type that can hold a place, from
    /// [`MsgElement`](super::MsgElement) to [`SessionEvent`](super::SessionEvent) and [`Webhook`](crate::Webhook).
    pub struct LocationContent {
        /// Description of the place.
        pub desc: Option<String> = "Desc" as Location,
        /// Latitude, in degrees.
        pub latitude: Option<f64> = "Latitude" as Coordinate,
        /// Longitude, in degrees.
        pub longitude: Option<f64> = "Longitude" as Coordinate,
    }
}
