use chrono::{DateTime, Utc};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::reply::names;

payload! {
    /// An IVR asks which agents, or which skill group, may take a call (`action=specifiedSeat`).
    ///
    /// Reply with a [`SpecifiedSeatReply`]. Time limit, retries and fallback are not documented.
    ///
    /// Source: the older IVR page in [qcloud-documents](https://github.com/tencentyun/qcloud-documents). The current
    /// pages do not have it, so treat it as retired but possible.
    #[derive(Eq, Hash)]
    pub struct SpecifiedSeat {
        /// Id of the request. The reply repeats it under the same key. The request cannot be read without it.
        pub request_id: String = "RequestId" as Id,
        /// When the vendor asked.
        pub timestamp: Option<DateTime<Utc>> = "Timestamp" as UnixSeconds,
        /// Contact-centre application (SDKAppID) that handles the call.
        pub sdk_app_id: Option<u64> = "SdkAppId",
        /// Kind of session; only `tel` is documented.
        pub session_type: Option<String> = "SessionType" as Plain,
        /// The caller's number, documented with `0086` in front.
        pub user: Option<String> = "User" as Phone,
    }
}

impl SpecifiedSeat {
    /// Makes a request with its identity and nothing else, for tests of your own handler. It is recognised by
    /// `action=specifiedSeat` in the query.
    pub fn new(request_id: impl Into<String>) -> Self {
        Self { request_id: request_id.into(), ..Self::default() }
    }
}

/// Who may take a call: the reply to [`SpecifiedSeat`].
///
/// The vendor's table lists `RequestId` in the request and in the reply. It does not say that they are the same, but
/// nothing else would fit, so the reply repeats it.
///
/// The reply names agents, a skill group, or both: the vendor's table lists the two keys side by side. A reply that
/// names neither cannot be built, unless it reports a failure.
///
/// Source: the older IVR page in [qcloud-documents](https://github.com/tencentyun/qcloud-documents).
///
/// ```
/// use callhook::tccc::{SpecifiedSeat, SpecifiedSeatReply};
///
/// /// Names the agents who are free, or skill group 1072 if there are none.
/// fn decide(request: &SpecifiedSeat, free: &[&str]) -> Option<SpecifiedSeatReply> {
///     SpecifiedSeatReply::agents(request, free.iter().copied())
///         .or_else(|| SpecifiedSeatReply::skill_group(request, 1072))
/// }
///
/// let request: SpecifiedSeat = callhook::from_str(r#"{"RequestId":"r-1","User":"008618621520280"}"#)?;
/// assert_eq!(
///     decide(&request, &["wang@example.com"]).unwrap().to_json(),
///     r#"{"RequestId":"r-1","ErrMsg":"","ErrCode":0,"SeatEmails":["wang@example.com"]}"#,
/// );
/// assert_eq!(
///     decide(&request, &[]).unwrap().to_json(),
///     r#"{"RequestId":"r-1","ErrMsg":"","ErrCode":0,"SkillGroup":1072}"#,
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
    /// A skill group, unless it is 0, and agents.
    Assign(u64, Vec<String>),
    Error {
        code: i64,
        message: String,
    },
}

impl SpecifiedSeatReply {
    /// The content type that goes with the body: the one that the vendor documents for the request.
    pub const CONTENT_TYPE: &'static str = "application/json;charset=utf8";

    fn new(request: &SpecifiedSeat, decision: Decision) -> Self {
        Self { request_id: request.request_id.clone(), decision }
    }

    /// Names agents by their e-mail addresses (`SeatEmails`). Blanks around them are removed, and blank texts are left
    /// out; `None` if that leaves no agent. The vendor's documentation does not say what their order means.
    #[doc(alias = "SeatEmails")]
    #[must_use = "the caller waits for the reply"]
    pub fn agents<T: Into<String>>(request: &SpecifiedSeat, emails: impl IntoIterator<Item = T>) -> Option<Self> {
        let emails = names(emails);
        (!emails.is_empty()).then(|| Self::new(request, Decision::Assign(0, emails)))
    }

    /// Names a skill group; `None` if the id is 0, which the vendor uses for "no skill group".
    #[must_use = "the caller waits for the reply"]
    pub fn skill_group(request: &SpecifiedSeat, id: u64) -> Option<Self> {
        (id != 0).then(|| Self::new(request, Decision::Assign(id, Vec::new())))
    }

    /// Names a skill group beside the agents. What the vendor does with both is not documented. An id of 0 changes
    /// nothing, and neither does a skill group in a reply that reports a failure.
    pub fn with_skill_group(self, id: u64) -> Self {
        let decision = match self.decision {
            Decision::Assign(_, emails) if id != 0 => Decision::Assign(id, emails),
            other => other,
        };
        Self { decision, ..self }
    }

    /// Names no agent, because something failed. The codes are not documented. In the reply to a push 0 means success,
    /// so a code of 0 becomes 1.
    pub fn error(request: &SpecifiedSeat, code: i64, message: impl Into<String>) -> Self {
        let code = if code == 0 { 1 } else { code };
        Self::new(request, Decision::Error { code, message: message.into() })
    }
}

impl Serialize for SpecifiedSeatReply {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_map(None)?;
        let (code, message) = match &self.decision {
            Decision::Error { code, message } => (*code, message.as_str()),
            Decision::Assign(..) => (0, ""),
        };
        body.serialize_entry("RequestId", &self.request_id)?;
        body.serialize_entry("ErrMsg", message)?;
        body.serialize_entry("ErrCode", &code)?;
        if let Decision::Assign(skill_group, emails) = &self.decision {
            if !emails.is_empty() {
                body.serialize_entry("SeatEmails", emails)?;
            }
            if *skill_group != 0 {
                body.serialize_entry("SkillGroup", skill_group)?;
            }
        }
        body.end()
    }
}

reply!(SpecifiedSeatReply);
