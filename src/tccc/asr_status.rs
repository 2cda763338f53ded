open_enum! {
    /// The state of a recording's transcript: `AsrStatus` of the phone record.
    ///
    /// Not in the older document; source: the pull API's `TelCdrInfo` in Tencent Cloud's SDK.
    pub enum AsrStatus: "transcript status" {
        /// The transcript is ready; its URL is `AsrUrl`.
        Complete = "Complete" => "Complete", "已完成";
        /// The transcript is being made.
        Processing = "Processing" => "Processing", "正在生成中";
        /// There is no transcript, because transcription is not switched on or not paid for.
        NotExists = "NotExists" => "No transcript", "无记录";
    }
}
