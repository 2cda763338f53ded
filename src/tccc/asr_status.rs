words! {
    /// How far the transcript of a call's recording is: `AsrStatus` of the phone record.
    ///
    /// Not in the older document; source: the pull API's `TelCdrInfo` in Tencent Cloud's SDK.
    pub enum AsrStatus: "transcript status" {
        /// It is at `AsrUrl`.
        Complete = "Complete" => "Complete", "已完成";
        /// It is being made.
        Processing = "Processing" => "Processing", "正在生成中";
        /// There is none: transcription is not switched on, or not paid for.
        NotExists = "NotExists" => "No transcript", "无记录";
    }
}
