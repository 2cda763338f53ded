words! {
    /// Why a call failed: `failureReason` of the record.
    pub enum FailureReason: "failure reason" {
        /// The call was not allowed.
        Forbidden = "forbidden" => "Call forbidden", "禁止呼叫";
        /// The service was not available.
        ServiceUnavailable = "serviceUnavailable" => "Service unavailable", "服务不可用";
        /// The call was cancelled.
        Cancel = "cancel" => "Cancelled", "请求中止";
        /// The call timed out.
        RequestTimeout = "requestTimeout" => "Timed out", "呼叫超时";
        /// Not recognised. The vendor spells it so; `unknown` is read as the same.
        Unknow = "unknow" | "unknown" => "Unknown", "未识别";
        /// The called side did not answer.
        Decline = "decline" => "Not answered", "被叫未接听";
    }
}
