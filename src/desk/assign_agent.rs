use chrono::{DateTime, Utc};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Response;
use super::response::write_head;
use crate::reply::names;

payload! {
    /// Desk asks who should take a session (`CallbackCommand=ChatBot.OnAssignHuman`, formerly `ChatBot.OnAssignAgent`)
    /// when the customer wants a human agent and the console is set to let your own server route sessions.
    ///
    /// Reply with an [`AssignAgentReply`]. Time limit, retries and fallback are not documented.
    ///
    /// Sources: [`OnAssignHuman`](https://www.tencentcloud.com/document/product/1229/68988),
    /// [`OnAssignAgent`](https://www.tencentcloud.com/document/product/1047/63270).
    #[derive(Eq, Hash)]
    pub struct AssignAgent {
        /// The command, which says whether the reply names agents by e-mail address or by user id. It comes from the
        /// body, or from the query if the body has no command and the request was read with its query. `None` if
        /// neither has a command, or if the body's cannot be read.
        pub callback_command: Option<super::Command> = "CallbackCommand",
        /// Id of the session. The request cannot be read without it.
        pub session_id: String = "SessionId" as Id,
        /// Id of the customer.
        pub client_user_id: Option<String> = "ClientUserId" as Account,
        /// Id of the customer-service account; `None` unless the customer's client uses the light SDK integration. Only
        /// the [newest document](https://cloud.tencent.com/document/product/679/116643) has it, for `OnAssignHuman`.
        pub customer_service_id: Option<String> = "CustomerServiceId" as Id,
        /// When Desk asked, to the millisecond. It is text in the table of one document, and a number in the other
        /// tables and in the samples.
        pub event_time: Option<DateTime<Utc>> = "EventTime" as OrText<UnixMillis>,
    }
}

impl AssignAgent {
    /// Makes a request with its identity and nothing else, for tests of your own handler. It is recognised by its
    /// `CallbackCommand`, in the query or in the body.
    pub fn new(session_id: impl Into<String>) -> Self {
        Self { session_id: session_id.into(), ..Self::default() }
    }
}

/// Who takes a session: the reply to [`AssignAgent`].
///
/// It names agents, a group, or both, as in the vendor's samples. A reply that names neither cannot be built, unless it
/// reports a failure.
///
/// Sources: those of [`AssignAgent`].
///
/// ```
/// use callhook::desk::AssignAgentReply;
///
/// /// Names the agents who know the customer, or group 12 if there are none.
/// fn decide(agents: &[&str]) -> Option<AssignAgentReply> {
///     AssignAgentReply::agents(agents.iter().copied()).or(AssignAgentReply::group(12))
/// }
///
/// assert_eq!(
///     decide(&["wang@example.com"]).unwrap().to_json(),
///     r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentIdList":["wang@example.com"]}"#,
/// );
/// assert_eq!(
///     decide(&[]).unwrap().to_json(),
///     r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentGroupId":12}"#,
/// );
/// assert_eq!(
///     AssignAgentReply::agents(["svc1@tencent.com"]).unwrap().with_group(6521).to_json(),
///     r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"AgentGroupId":6521,"AgentIdList":["svc1@tencent.com"]}"#,
/// );
/// assert_eq!(
///     AssignAgentReply::fail("no agent is free").to_json(),
///     r#"{"ActionStatus":"FAIL","ErrorInfo":"no agent is free","ErrorCode":1}"#,
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use = "the customer waits for the reply"]
pub struct AssignAgentReply(Decision);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Decision {
    /// A group, unless it is 0, and agents.
    Assign(u64, Vec<String>),
    Fail(String),
}

impl AssignAgentReply {
    /// The content type that goes with the body.
    pub const CONTENT_TYPE: &'static str = Response::CONTENT_TYPE;

    /// Names agents by their e-mail addresses for `OnAssignHuman`, and by their user ids for `OnAssignAgent`. The
    /// vendor chooses one of them who is available. Blanks around the texts are removed, and blank texts are left out;
    /// `None` if that leaves no agent.
    #[doc(alias = "AgentIdList")]
    #[must_use = "the customer waits for the reply"]
    pub fn agents<T: Into<String>>(ids: impl IntoIterator<Item = T>) -> Option<Self> {
        let ids = names(ids);
        (!ids.is_empty()).then_some(Self(Decision::Assign(0, ids)))
    }

    /// Names a group, from which the vendor chooses an agent; `None` if the id is 0.
    #[doc(alias = "AgentGroupId")]
    #[must_use = "the customer waits for the reply"]
    pub const fn group(id: u64) -> Option<Self> {
        if id == 0 { None } else { Some(Self(Decision::Assign(id, Vec::new()))) }
    }

    /// Names a group beside the agents. What the vendor does with both is not documented. An id of 0 changes nothing,
    /// and neither does a group in a reply that reports a failure.
    pub fn with_group(self, id: u64) -> Self {
        match self.0 {
            Decision::Assign(_, agents) if id != 0 => Self(Decision::Assign(id, agents)),
            other => Self(other),
        }
    }

    /// Names no agent, because something failed: `FAIL` with `ErrorCode` 1. What then happens to the session is not
    /// documented.
    pub fn fail(message: impl Into<String>) -> Self {
        Self(Decision::Fail(message.into()))
    }
}

impl Serialize for AssignAgentReply {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_map(None)?;
        match &self.0 {
            Decision::Fail(message) => write_head(&mut body, "FAIL", message, 1)?,
            Decision::Assign(group, agents) => {
                write_head(&mut body, "OK", "", 0)?;
                if *group != 0 {
                    body.serialize_entry("AgentGroupId", group)?;
                }
                if !agents.is_empty() {
                    body.serialize_entry("AgentIdList", agents)?;
                }
            }
        }
        body.end()
    }
}

reply!(AssignAgentReply);
