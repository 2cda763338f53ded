use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;

use super::{CallbackQuery, ChannelType, Command, MsgElement, SessionEventType};
use crate::error::{Error, excerpt};
use crate::report::Inspected;

payload! {
    /// An event of a chat session (`CallbackCommand=Desk.SessionEventNotify`).
    ///
    /// Sources: [会话事件回调](https://www.tencentcloud.com/zh/document/product/1229/68989) (session event callback) and the
    /// [newer document](https://cloud.tencent.com/document/product/269/111212).
    ///
    /// [`event`](Self::event) says what happened; the presence of a field does not. The vendor's sample of a text
    /// message also has `SatisfactionSelected`, and an event with a `MsgBody` need not be a message.
    ///
    /// A body with another `CallbackCommand` is [`Error::OtherCallback`].
    pub struct SessionEvent {
        /// The command, `Desk.SessionEventNotify`; `None` if the body has none. Any other command is an error.
        pub callback_command: Option<String> = "CallbackCommand" as OnlyFirst<Command>,
        /// Id of the session, a UUID in the sample. The event cannot be read without it.
        pub session_id: String = "SessionId" as Id,
        /// What happened. The event cannot be read without it.
        pub event: SessionEventType = "Event",
        /// When it happened, to the millisecond (Unix milliseconds on the wire).
        pub event_time: Option<DateTime<Utc>> = "EventTime" as UnixMillis,
        /// How the customer's client is integrated.
        pub channel_type: Option<ChannelType> = "ChannelType",
        /// Id of the customer.
        pub client_user_id: Option<String> = "ClientUserId" as Account,
        /// Id of the customer-service account; it begins with `@customer_service_` in the sample.
        pub customer_service_id: Option<String> = "CustomerServiceId" as Id,
        /// Id of the agent, an e-mail address in the sample; presumably `None` before an agent has the session.
        pub agent_id: Option<String> = "AgentId" as Account,
        /// Id of the agent who forwarded the session. Only in the
        /// [newer document](https://cloud.tencent.com/document/product/269/111212), whose sample has `""`: `None`.
        pub forward_from_agent_id: Option<String> = "ForwardFromAgentId" as Account,
        /// Key of the message. In the sample, it has three parts separated by `_`; their meaning is not documented, so
        /// do not split it. Other keys of the vendor end in a user id. While a message streams, several events may have
        /// the same key.
        pub msg_key: Option<String> = "MsgKey" as Account,
        /// The message's elements, in the body's order. The vendor does not promise that this is the order in which
        /// they were sent. Empty if the body has none. Elements alone do not make an event a message; see
        /// [`message_from`](SessionEventType::message_from).
        pub msg_body: Vec<MsgElement> = "MsgBody",
        /// The sender's own data, byte for byte. It is often JSON: that of the vendor's client kits
        /// ([`custom_data()`](Self::custom_data())) or your own
        /// ([`cloud_custom_data_json`](Self::cloud_custom_data_json)).
        pub cloud_custom_data: Option<String> = "CloudCustomData" as JsonText,
        /// Whether the agent began the conversation.
        pub is_contact_user: Option<bool> = "IsContactUser",
        /// The customer's rating, 1 to 5 stars; `None` if there is none. 0, which is not documented, is read as `None`;
        /// a number above 5 is kept as it is.
        pub satisfaction_selected: Option<i64> = "SatisfactionSelected" as NonZero,
    }
}

impl SessionEvent {
    /// Makes an event with its identities and nothing else. The fields are public, so a test of your own code can
    /// set the ones that matter.
    pub fn new(session_id: impl Into<String>, event: SessionEventType) -> Self {
        Self { session_id: session_id.into(), event, ..Self::default() }
    }

    /// Reads a request: its URL query, or whole URL, and its body.
    ///
    /// Before you act on the event, check that it is for your application ([`CallbackQuery::is_for`]), and with the
    /// feature `sign` that its signature is right.
    ///
    /// # Errors
    ///
    /// Returns [`Error::OtherCallback`] if query or body has another `CallbackCommand`; otherwise the errors of
    /// [`from_slice`](crate::from_slice).
    ///
    /// ```
    /// use callhook::desk::{Response, SessionEvent};
    ///
    /// /// Returns the reply, or the status to answer with instead.
    /// fn handle(query: &str, body: &[u8]) -> Result<Response, u16> {
    ///     // Store the query and the body of what cannot be read, for inspection.
    ///     let (query, event) = SessionEvent::from_request(query, body).map_err(|_| 400_u16)?;
    ///     if !query.is_for(1400000214) {
    ///         return Err(403);
    ///     }
    ///     if let Some(sender) = event.event.message_from() {
    ///         println!("{sender}: {} texts", event.texts().count());
    ///     }
    ///     Ok(Response::ok())
    /// }
    ///
    /// let query = "SdkAppid=1400000214&CallbackCommand=Desk.SessionEventNotify&contenttype=json";
    /// let body = br#"{"SessionId":"2baf4d84","Event":"SessionBegin"}"#;
    /// assert_eq!(handle(query, body), Ok(Response::ok()));
    /// assert_eq!(handle(query, b"not JSON"), Err(400));
    /// ```
    #[inline]
    pub fn from_request(query: &str, body: &[u8]) -> Result<(CallbackQuery, Self), Error> {
        Ok((Self::query_of(query)?, crate::from_slice(body)?))
    }

    /// Reads a request as [`from_request`](Self::from_request) does, and reports every adjustment it had to make to the
    /// body.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`from_request`](Self::from_request).
    #[inline]
    pub fn inspect_request(query: &str, body: &[u8]) -> Result<Inspected<(CallbackQuery, Self)>, Error> {
        let query = Self::query_of(query)?;
        Ok(crate::inspect(body)?.map(|event| (query, event)))
    }

    /// The query of a session event; another callback's is an error.
    fn query_of(query: &str) -> Result<CallbackQuery, Error> {
        let query = CallbackQuery::parse(query)?;
        match &query.callback_command {
            None | Some(Command::SessionEventNotify) => Ok(query),
            Some(other) => Err(Error::OtherCallback {
                path: "?CallbackCommand".to_owned(),
                expected: "Desk.SessionEventNotify",
                value: excerpt(other.as_str()),
            }),
        }
    }

    /// The texts of the message, one for each text element; empty if it has no text element.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.msg_body.iter().filter_map(MsgElement::text)
    }

    /// Reads [`cloud_custom_data`](Self::cloud_custom_data) as JSON. `None` if there is no data.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not JSON, or not of type `T`.
    pub fn cloud_custom_data_json<T: DeserializeOwned>(&self) -> Option<serde_json::Result<T>> {
        super::json(self.cloud_custom_data.as_deref())
    }
}
