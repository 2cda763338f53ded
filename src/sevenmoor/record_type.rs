open_enum! {
    /// The kind of a recording: `recordType` of the record.
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    pub enum RecordType: "record type" {
        /// One track.
        Normal = "normal" => "Normal", "普通";
        /// One track for each side.
        DoubleTrack = "doubleTrack" => "Dual track", "双轨";
        /// A message that the customer left.
        VoiceMail = "voiceMail" => "Voicemail", "留言";
    }
}
