use chrono::{DateTime, Utc};
use serde::ser::{Serialize, SerializeMap, Serializer};

payload! {
    /// A call that asks for an agent (`action=specifiedSeat`): the IVR asks who may take it.
    ///
    /// Reply with a [`SpecifiedSeatReply`](super::SpecifiedSeatReply). No time limit, retries or fallback are
    /// documented.
    ///
    /// Source: the older IVR page in [qcloud-documents](https://github.com/tencentyun/qcloud-documents). The current
    /// pages do not have it, so treat it as retired but possible.
    #[derive(Eq, Hash)]
    pub struct SpecifiedSeat {
        /// Id of the request; the reply repeats it. The request cannot be read without it.
        pub request_id: String = "RequestId" as Id,
        /// When the vendor asked.
        pub timestamp: Option<DateTime<Utc>> = "Timestamp" as UnixSeconds,
        /// Contact-centre application (SDKAppID) that has the call.
        pub sdk_app_id: Option<u64> = "SdkAppId",
        /// Kind of session; only `tel` is documented.
        pub session_type: Option<String> = "SessionType" as Plain,
        /// The caller's number, documented with `0086` in front.
        pub user: Option<String> = "User" as Phone,
    }
}

impl SpecifiedSeat {
    /// Makes a request with its identity and nothing else, for tests of your own handler.
    pub fn new(request_id: impl Into<String>) -> Self {
        Self { request_id: request_id.into(), ..Self::default() }
    }
}

/// Who may take a call: the reply to [`SpecifiedSeat`].
///
/// Name the request with [`for_request`](Self::for_request), or `RequestId` is empty.
///
/// ```
/// use callhook::tccc::{SpecifiedSeat, SpecifiedSeatReply};
///
/// let request: SpecifiedSeat = callhook::from_str(r#"{"RequestId":"r-1","User":"008618621520280"}"#)?;
/// let reply = SpecifiedSeatReply::agents(["wang@example.com"]).for_request(&request);
/// assert_eq!(
///     reply.to_json(),
///     r#"{"RequestId":"r-1","ErrMsg":"","ErrCode":0,"SeatEmails":["wang@example.com"]}"#,
/// );
/// # Ok::<(), callhook::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use = "the caller waits for the reply"]
pub struct SpecifiedSeatReply {
    request_id: String,
    decision: Decision,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Decision {
    Agents(Vec<String>),
    SkillGroup(u64),
    Error { code: i64, message: String },
}

impl SpecifiedSeatReply {
    /// The content type that goes with the body, as the vendor's documentation writes it.
    pub const CONTENT_TYPE: &'static str = "application/json;charset=utf8";

    const fn new(decision: Decision) -> Self {
        Self { request_id: String::new(), decision }
    }

    /// Names agents by their e-mail addresses. The vendor's documentation does not say what their order means.
    pub fn agents<T: Into<String>>(emails: impl IntoIterator<Item = T>) -> Self {
        Self::new(Decision::Agents(emails.into_iter().map(Into::into).collect()))
    }

    /// Names a skill group.
    pub const fn skill_group(id: u64) -> Self {
        Self::new(Decision::SkillGroup(id))
    }

    /// Names no agent, because something failed. A code of 0 would say that nothing failed, so it becomes 1.
    pub fn error(code: i64, message: impl Into<String>) -> Self {
        let code = if code == 0 { 1 } else { code };
        Self::new(Decision::Error { code, message: message.into() })
    }

    /// Names the request that this is the reply to: its `RequestId`.
    pub fn for_request(self, request: &SpecifiedSeat) -> Self {
        Self { request_id: request.request_id.clone(), ..self }
    }

    /// The body to send, as JSON.
    pub fn to_json(&self) -> String {
        // What is written here can always be written as JSON.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for SpecifiedSeatReply {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_map(None)?;
        let (code, message) = match &self.decision {
            Decision::Error { code, message } => (*code, message.as_str()),
            _ => (0, ""),
        };
        body.serialize_entry("RequestId", &self.request_id)?;
        body.serialize_entry("ErrMsg", message)?;
        body.serialize_entry("ErrCode", &code)?;
        match &self.decision {
            Decision::Agents(emails) => body.serialize_entry("SeatEmails", emails)?,
            Decision::SkillGroup(id) => body.serialize_entry("SkillGroup", id)?,
            Decision::Error { .. } => {}
        }
        body.end()
    }
}

impl From<SpecifiedSeatReply> for crate::Reply {
    fn from(reply: SpecifiedSeatReply) -> Self {
        Self::new(SpecifiedSeatReply::CONTENT_TYPE, reply.to_json())
    }
}
