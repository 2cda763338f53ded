use super::{
    AssignAgent, AssignAgentReply, CallbackQuery, Command, InterfaceInvocation, InterfaceInvocationReply, Response,
    SessionEvent, SessionEventType,
};
use crate::error::Error;
use crate::extra::Extra;
use crate::json::ValueRef;
use crate::model::keys::Keys;
use crate::model::open_enum::{is_word, word};
use crate::model::tagged::{all_spellings_say, find_values, keep_whole};
use crate::model::{Context, Redact, View, inspect_query, read_request};
use crate::reply::Reply;
use crate::report::Inspected;
use crate::request::{FromRequest, Overview, ReadRequest, kept_id, of_parameters};

tagged! {
    /// A request from Desk. `CallbackCommand`, in the URL query and in the body, names its kind.
    ///
    /// The query takes precedence over the body. A request with no `CallbackCommand` at all is read as a session event,
    /// unless it has a `SessionId` and an `Event` that is not listed or cannot be read: then it is
    /// [`Other`](Self::Other).
    pub enum Push: Command => Overview<'_>, Other(OtherPush) {
        /// An event of a chat session, `Desk.SessionEventNotify`.
        SessionEvent(Box<SessionEvent>) = SessionEventNotify, "session_event", |event| acknowledged(&event.session_id);
        /// Desk asks who should take a session, `ChatBot.OnAssignHuman` or `ChatBot.OnAssignAgent`. It waits for an
        /// [`AssignAgentReply`].
        AssignAgent(Box<AssignAgent>) = OnAssignHuman | OnAssignAgent, "assign_agent", |request| waiting(Some(&request.session_id));
        /// A robot's flow calls an interface of yours, `Chatbot.InterfaceInvocation`. It waits for an
        /// [`InterfaceInvocationReply`].
        InterfaceInvocation(Box<InterfaceInvocation>) = InterfaceInvocation, "interface_invocation",
            |request| waiting(request.body.as_ref().and_then(|body| kept_id(body, "SystemSessionID")));
    }
}

/// A request that is acknowledged.
fn acknowledged(session_id: &str) -> Overview<'_> {
    Overview { acknowledgement: Some(|| Response::ok().into()), ..waiting(Some(session_id)) }
}

/// A callback that waits for a decision, or may do so.
fn waiting(session_id: Option<&str>) -> Overview<'_> {
    Overview { acknowledgement: None, sdk_app_id: None, session_id }
}

/// A callback that this crate does not know, kept whole. It may be one that waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct OtherPush {
    /// The command that the request names; `None` if it names none, or one that cannot be read.
    pub command: Option<Command>,
    /// The whole body.
    pub body: Extra,
}

impl OtherPush {
    fn overview(&self) -> Overview<'_> {
        waiting(kept_id(&self.body, "SessionId"))
    }
}

impl Redact for OtherPush {
    fn write_as<S: serde::Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        self.body.write_as(view, to)
    }
}

/// The keys that say what a body is.
const TAGS: &Keys = keys!(["CallbackCommand" "SessionId" "Event"] [] []);

impl Push {
    /// Reads a request: its URL query, or whole URL, and its body.
    ///
    /// Before you act on it, check that it is for your application
    /// ([`CallbackQuery::is_for`](super::CallbackQuery::is_for)), and with the feature `sign` that its signature is
    /// right (`CallbackQuery::verify_signature`). Store the query with the body, so that the request can be read again.
    /// The [module's page](super#how-to-reply) says what to reply if reading fails.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`from_slice`](crate::from_slice), and [`Error::OtherCallback`] if the query names a
    /// session event and the body names another command.
    ///
    /// ```
    /// use callhook::desk::{AssignAgentReply, Push};
    ///
    /// let query = "SdkAppid=1400000214&CallbackCommand=ChatBot.OnAssignHuman&contenttype=json";
    /// let body = br#"{"CallbackCommand":"ChatBot.OnAssignHuman","SessionId":"2baf4d84","ClientUserId":"u-1"}"#;
    /// let push = Push::from_request(query, body)?;
    /// assert_eq!(push.event_name(), "assign_agent");
    /// assert_eq!(push.acknowledgement(), None);
    /// # Ok::<(), callhook::Error>(())
    /// ```
    pub fn from_request(query: &str, body: &[u8]) -> Result<Self, Error> {
        Self::read(query, body, Context::default).map(|inspected| inspected.value)
    }

    /// Reads a request as [`from_request`](Self::from_request) does, and reports every adjustment it had to make. From
    /// the query, it reads and reports only `CallbackCommand`.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`from_request`](Self::from_request).
    pub fn inspect_request(query: &str, body: &[u8]) -> Result<Inspected<Self>, Error> {
        Self::read(query, body, Context::reporting)
    }

    fn read(query: &str, body: &[u8], context: fn() -> Context) -> Result<Inspected<Self>, Error> {
        // As the query's own type reads it, so that both name the same command.
        let (command, of_query) = match inspect_query::<CallbackQuery>(query, context()) {
            Ok(query) => (query.value.callback_command, query.report),
            Err(_) => Default::default(),
        };
        let is_named = command.is_some();
        let mut push = Self::of_command(command.clone());
        let mut report = read_request(body, context(), &mut |root, cx| {
            if !is_named {
                push = Self::of_root(root);
            }
            match &mut push {
                // The finding at the query's parameter stands for all keys.
                Self::Other(other) if is_named => other.body = cx.keep(root),
                push => push.fill(root, cx),
            }
        })?;
        // The form of the reply depends on it.
        if let Self::AssignAgent(request) = &mut push
            && request.callback_command.is_none()
            && !request.extra.contains_key("CallbackCommand")
        {
            request.callback_command = command;
        }
        report.prepend(of_parameters(&of_query, &["CallbackCommand"]));
        Ok(Inspected { value: push, report })
    }

    /// An empty push of the kind that a body names. Without a command it is a session event, unless it has a `SessionId`
    /// and an unlisted `Event`.
    fn of_root(root: ValueRef<'_>) -> Self {
        match find_values(TAGS, root, |_, value| !value.says_nothing()) {
            [Some(command), _, _] => Self::of_command(word(command)),
            [None, Some(_), Some(_)] if !Self::has_listed_event(root) => Self::of_command(None),
            _ => Self::SessionEvent(Box::default()),
        }
    }

    fn has_listed_event(root: ValueRef<'_>) -> bool {
        all_spellings_say("Event", root, is_word, &mut |event| {
            word(event).is_some_and(|event: SessionEventType| !matches!(event, SessionEventType::Other(_)))
        })
    }

    /// An empty push of the kind that a command names; a command that cannot be read is not known.
    fn of_command(command: Option<Command>) -> Self {
        let known = command.as_ref().and_then(Self::of_tag);
        known.unwrap_or_else(|| Self::Other(OtherPush { command, body: Extra::new() }))
    }

    /// Reads a body as the payload of this push.
    fn fill(&mut self, root: ValueRef<'_>, cx: &mut Context) {
        if !self.fill_variant(root, cx)
            && let Self::Other(other) = self
        {
            other.body = keep_whole(TAGS, "callback command", root, cx);
        }
    }

    /// The reply that acknowledges the request; `None` for a callback that waits for a decision, and for one that this
    /// crate does not know.
    ///
    /// It changes nothing that the vendor does by default, such as who answers a customer's message. See
    /// [`Response::with_ai_provider`](super::Response::with_ai_provider).
    #[must_use = "a reply does nothing until it is sent"]
    pub fn acknowledgement(&self) -> Option<Reply> {
        self.overview().acknowledgement.map(|reply| reply())
    }

    /// The reply that reports a failure on your side, with status 503; `None` for a callback that this crate does not
    /// know: then answer with status 503 and no body.
    #[must_use = "a reply does nothing until it is sent"]
    pub fn failure(&self, message: &str) -> Option<Reply> {
        let reply: Reply = match self {
            Self::SessionEvent(_) => Response::fail(message).into(),
            Self::AssignAgent(_) => AssignAgentReply::fail(message).into(),
            Self::InterfaceInvocation(_) => InterfaceInvocationReply::fail(message).into(),
            Self::Other(_) => return None,
        };
        Some(reply.with_status(503))
    }

    /// The id of the session; `None` if the body does not say. For a request that this crate does not know, and for an
    /// interface call, also `None` if the key is spelled differently, or if its value is not a text.
    pub fn session_id(&self) -> Option<&str> {
        self.overview().session_id
    }
}

impl FromRequest for Push {
    const BY_QUERY: Option<(&'static str, ReadRequest<Self>)> = Some(("CallbackCommand", Self::read));

    fn of_body(root: ValueRef<'_>, cx: &mut Context) -> Option<Self> {
        let [command, session, _] = find_values(TAGS, root, |_, value| !value.says_nothing());
        (command.is_some() || session.is_some() && Self::has_listed_event(root)).then(|| {
            let mut push = Self::of_root(root);
            push.fill(root, cx);
            push
        })
    }

    fn overview(&self) -> Overview<'_> {
        self.overview()
    }

    fn failure(&self, message: &str) -> Option<Reply> {
        self.failure(message)
    }

    fn delivery_id(_: &dyn Fn(&str) -> Option<String>, query: &str) -> Option<String> {
        CallbackQuery::parse(query).ok()?.request_id
    }
}
