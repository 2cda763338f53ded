use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::json;

use crate::json::trim;

open_enum! {
    /// What a callback about a call asks: `Event` of [`InboundCall`].
    ///
    /// Source: [Inbound call API](https://www.tencentcloud.com/document/product/1229/70684).
    pub enum InboundCallEvent: "CallInBound" {
        /// What to do with an incoming call. Another document of the vendor prints it `callInBound`.
        CallInBound = "CallInBound" => "Inbound call", "呼入";
    }
}

payload! {
    /// An incoming call (`Event` `CallInBound` and a `CallInBound` object in the body): while it rings, the vendor asks
    /// what to do with it.
    ///
    /// The URL is set for each number, in the console or through the API `BindNumberCallInInterface`. No query,
    /// signature or authentication is documented, so keep the URL secret, and check that
    /// [`sdk_app_id`](Self::sdk_app_id) is yours.
    ///
    /// Reply within 5 seconds with an [`InboundCallReply`]. Without a usable reply, the vendor asks at most twice more,
    /// and then sends the call to the number's own AI agent or IVR; if the number has neither, the call ends. What the
    /// vendor does on a status other than 200 is not documented.
    ///
    /// The vendor gives no rule for a repeated request, but says that `SessionId` is unique to each call. One
    /// open-source receiver relies on that, and gives the same reply again.
    ///
    /// Source: [Inbound call API](https://www.tencentcloud.com/document/product/1229/70684).
    #[derive(Eq, Hash)]
    pub struct InboundCall {
        /// What is asked: `CallInBound`; `None` if the body does not say. Any other text is the error
        /// [`Error::OtherCallback`](crate::Error::OtherCallback).
        pub event: Option<String> = "Event" as OnlyFirst<InboundCallEvent>,
        /// Id of the call, a UUID. The request cannot be read without it.
        pub session_id: String = "SessionId" as Id,
        /// Contact-centre application (SDKAppID) that owns the number. The request cannot be read without it.
        pub sdk_app_id: u64 = "SdkAppId",
        /// Who calls whom, and where the number's settings send the call.
        pub call_in_bound: Option<CallInBound> = "CallInBound",
    }
}

payload! {
    /// Who calls whom, and where the number's settings send the call: `CallInBound` of [`InboundCall`].
    ///
    /// Source: [Inbound call API](https://www.tencentcloud.com/document/product/1229/70684).
    #[derive(Eq, Hash)]
    pub struct CallInBound {
        /// Id of the AI agent that the number is bound to; `None` (0 on the wire) if it has none.
        #[doc(alias = "AIAgentId")]
        pub ai_agent_id: Option<u64> = "AIAgentId" as NonZero,
        /// Id of the IVR that the number is bound to; `None` (0 on the wire) if it has none.
        pub ivr_id: Option<u64> = "IvrId" as NonZero,
        /// The caller's number: `+86…`, or `0086…` in another document of the vendor.
        /// [`PhoneNumber`](crate::PhoneNumber) reads both.
        pub caller: Option<String> = "Caller" as Phone,
        /// The number that was called, in the same form. A landline may lack the 0 of its area code, which a record
        /// has: compare numbers as [`PhoneNumber`](crate::PhoneNumber).
        pub callee: Option<String> = "Callee" as Phone,
    }
}

impl InboundCall {
    /// Makes a request with its identities, its `Event` and an empty `CallInBound`, for tests of your own handler:
    /// without the last two, a body is not recognised as such a request.
    ///
    /// ```
    /// use callhook::{Webhook, tccc};
    ///
    /// let call = tccc::InboundCall::new(1400000214, "5a7f");
    /// let body = serde_json::to_vec(&call)?;
    /// assert_eq!(Webhook::from_request("", &body)?, Webhook::Tccc(tccc::Push::InboundCall(call.into())));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(sdk_app_id: u64, session_id: impl Into<String>) -> Self {
        Self {
            event: Some(InboundCallEvent::CallInBound.as_str().to_owned()),
            session_id: session_id.into(),
            sdk_app_id,
            call_in_bound: Some(CallInBound::default()),
            extra: crate::Extra::new(),
        }
    }
}

/// What to do with an incoming call: the reply to [`InboundCall`].
///
/// A reply names either an AI agent or an IVR, never both, and only [`hang_up`](Self::hang_up) makes one that hangs up.
///
/// Source: [Inbound call API](https://www.tencentcloud.com/document/product/1229/70684).
///
/// ```
/// use callhook::tccc::{InboundCall, InboundCallReply};
///
/// fn decide(call: &InboundCall) -> Option<InboundCallReply> {
///     let caller = call.call_in_bound.as_ref()?.caller.as_deref()?;
///     if caller.ends_with("0280") {
///         return Some(InboundCallReply::ai_agent(7)?.with_variable("level", "gold"));
///     }
///     InboundCallReply::as_configured(call)
/// }
///
/// let call: InboundCall = callhook::from_str(
///     r#"{"Event":"CallInBound","SessionId":"5a7f","SdkAppId":1400000001,
///         "CallInBound":{"AIAgentId":0,"IvrId":12,"Caller":"+8618621520280","Callee":"+862166668888"}}"#,
/// )?;
/// assert_eq!(
///     decide(&call).unwrap().to_json(),
///     r#"{"CallInBound":{"OverrideAIAgentId":7,"Variables":[{"Key":"level","Value":"gold"}]}}"#,
/// );
/// # Ok::<(), callhook::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use = "the caller waits for the reply"]
pub struct InboundCallReply {
    decision: Decision,
    variables: Vec<(String, String)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Decision {
    AiAgent(u64),
    Ivr(u64),
    HangUp,
}

impl InboundCallReply {
    /// The content type that goes with the body.
    pub const CONTENT_TYPE: &'static str = "application/json;charset=utf8";

    const fn new(decision: Decision) -> Self {
        Self { decision, variables: Vec::new() }
    }

    /// Sends the call to an AI agent (`OverrideAIAgentId`); `None` if the id is 0, which the vendor uses for "no AI
    /// agent".
    #[doc(alias = "OverrideAIAgentId")]
    #[must_use = "the caller waits for the reply"]
    pub const fn ai_agent(id: u64) -> Option<Self> {
        if id == 0 { None } else { Some(Self::new(Decision::AiAgent(id))) }
    }

    /// Sends the call to an IVR (`OverrideIvrId`); `None` if the id is 0, which the vendor uses for "no IVR".
    #[doc(alias = "OverrideIvrId")]
    #[must_use = "the caller waits for the reply"]
    pub const fn ivr(id: u64) -> Option<Self> {
        if id == 0 { None } else { Some(Self::new(Decision::Ivr(id))) }
    }

    /// Hangs up on the caller: an empty `CallInBound`.
    pub const fn hang_up() -> Self {
        Self::new(Decision::HangUp)
    }

    /// Sends the call where the number's settings would send it: to the AI agent that the request names, or else to the
    /// IVR. If the request names both, this takes the AI agent; which one the vendor prefers is not documented.
    ///
    /// `None` if the request names neither: the call ends, unless your reply names one. Also `None` if the AI agent's
    /// id cannot be read: answer with 503, and the vendor eventually uses the number's own settings.
    #[must_use = "the caller waits for the reply"]
    pub fn as_configured(call: &InboundCall) -> Option<Self> {
        let call = call.call_in_bound.as_ref()?;
        match call.ai_agent_id.and_then(Self::ai_agent) {
            None if call.extra.contains_key("AIAgentId") => None,
            None => Self::ivr(call.ivr_id?),
            ai_agent => ai_agent,
        }
    }

    /// Adds a variable, which the vendor puts into the AI agent's prompt, or replaces the one with this key. What a
    /// variable does for an IVR is not documented. A blank key changes nothing, and a reply that hangs up takes no
    /// variables.
    #[doc(alias = "Variables")]
    pub fn with_variable(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        let key = key.into();
        if self.decision != Decision::HangUp && !trim(&key).is_empty() {
            self.variables.retain(|(other, _)| *other != key);
            self.variables.push((key, value.into()));
        }
        self
    }
}

impl Serialize for InboundCallReply {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_map(Some(1))?;
        body.serialize_entry("CallInBound", &Inner(self))?;
        body.end()
    }
}

/// What is in the reply's `CallInBound`.
struct Inner<'a>(&'a InboundCallReply);

impl Serialize for Inner<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut inner = serializer.serialize_map(None)?;
        match self.0.decision {
            Decision::AiAgent(id) => inner.serialize_entry("OverrideAIAgentId", &id)?,
            Decision::Ivr(id) => inner.serialize_entry("OverrideIvrId", &id)?,
            Decision::HangUp => {}
        }
        if !self.0.variables.is_empty() {
            let variable = |(key, value): &(String, String)| json!({"Key": key, "Value": value});
            inner.serialize_entry("Variables", &self.0.variables.iter().map(variable).collect::<Vec<_>>())?;
        }
        inner.end()
    }
}

reply!(InboundCallReply);
