use crate::outcome::Outcome;

open_enum! {
    /// Why a call failed: `failureReason` of the record.
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    pub enum FailureReason: "failure reason", Outcome {
        /// The call was not allowed.
        Forbidden = "forbidden" => "Call forbidden", "禁止呼叫", Outcome::Blocked(None);
        /// The service was not available.
        ServiceUnavailable = "serviceUnavailable" => "Service unavailable", "服务不可用", Outcome::Failed;
        /// The call was cancelled.
        Cancel = "cancel" => "Cancelled", "请求中止", Outcome::Cancelled;
        /// The call timed out.
        RequestTimeout = "requestTimeout" => "Timed out", "呼叫超时", Outcome::TimedOut;
        /// Not recognised. This is the vendor's spelling; `unknown` is read as the same.
        Unknow = "unknow" | "unknown" => "Unknown", "未识别", Outcome::Unknown;
        /// The called side did not answer. That is the vendor's label; the value itself says that it declined.
        Decline = "decline" => "Not answered", "被叫未接听", Outcome::NotAnswered(None);
    }
}

/// The outcome that the value stands for. An unlisted value is read as the text form of an outcome, or else kept in
/// [`Outcome::Other`].
impl From<&FailureReason> for Outcome {
    fn from(reason: &FailureReason) -> Self {
        reason.facts().cloned().unwrap_or_else(|| Self::from(reason.as_str()))
    }
}
