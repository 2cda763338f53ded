use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;

use super::{CallbackQuery, ChannelType, Command, MsgElement, SessionEventType};
use crate::error::Error;
use crate::report::Inspected;
use crate::wire::instant::UnixMillis;
use crate::wire::scalar::ZeroIsAbsent;

payload! {
    /// Something that happened in a chat session (`CallbackCommand=Desk.SessionEventNotify`).
    ///
    /// Pages: [会话事件回调](https://www.tencentcloud.com/zh/document/product/1229/68989) (session event callback) and
    /// [the newer one](https://cloud.tencent.com/document/product/269/111212).
    ///
    /// Ask [`event`](Self::event) what happened, not which fields are there: the vendor's sample of a text message
    /// fills `SatisfactionSelected` too, and `MsgBody` says nothing of the event either.
    ///
    /// A body whose `CallbackCommand` is another one is [`Error::OtherCallback`].
    pub struct SessionEvent {
        /// The callback, `Desk.SessionEventNotify`. It may be missing; another one is an error.
        pub callback_command: Option<String> = "CallbackCommand" as Command,
        /// Id of the session, a UUID in the sample. The event cannot be read without it.
        pub session_id: String = "SessionId",
        /// What happened. The event cannot be read without it.
        pub event: SessionEventType = "Event",
        /// When it happened, to the millisecond.
        pub event_time: Option<DateTime<Utc>> = "EventTime" as UnixMillis,
        /// How the customer's client is tied in.
        pub channel_type: Option<ChannelType> = "ChannelType",
        /// Id of the customer.
        pub client_user_id: Option<String> = "ClientUserId",
        /// Id of the customer-service account; it begins with `@customer_service_` in the sample.
        pub customer_service_id: Option<String> = "CustomerServiceId",
        /// Id of the agent, an e-mail address in the sample.
        pub agent_id: Option<String> = "AgentId",
        /// Id of the agent from whom the session was forwarded. Only the
        /// [newer page](https://cloud.tencent.com/document/product/269/111212) has it; its sample is `""`, which is absent.
        pub forward_from_agent_id: Option<String> = "ForwardFromAgentId",
        /// Key of the message: three parts between `_` in the sample, whose meaning the page does not say.
        pub msg_key: Option<String> = "MsgKey",
        /// The message's elements, in the body's order. (The vendor does not promise that it is the sender's.)
        pub msg_body: Vec<MsgElement> = "MsgBody",
        /// The sender's own data, byte for byte. Often it is JSON: see [`cloud_custom_data_json`](Self::cloud_custom_data_json).
        pub cloud_custom_data: Option<String> = "CloudCustomData",
        /// Whether the agent began the conversation.
        pub is_contact_user: Option<bool> = "IsContactUser",
        /// The customer's rating, 1 to 5; absent (0) where there is none. A number beyond 5 is kept as it is.
        pub satisfaction_selected: Option<i64> = "SatisfactionSelected" as ZeroIsAbsent,
    }
}

impl SessionEvent {
    /// Reads a request: its URL query (with or without a leading `?`) and its body.
    ///
    /// Before you act on it, see that it is for your application ([`CallbackQuery::is_for`]), and with the feature
    /// `sign` that its signature is right (`CallbackQuery::check_signature`).
    ///
    /// # Errors
    ///
    /// [`Error::OtherCallback`] where query or body has another `CallbackCommand`; else as
    /// [`from_slice`](crate::from_slice).
    ///
    /// ```
    /// use callhook::desk::{Response, SessionEvent};
    ///
    /// fn handle(query: &str, body: &[u8]) -> Response {
    ///     let (query, event) = match SessionEvent::from_request(query, body) {
    ///         Ok(request) => request,
    ///         Err(error) => return Response::fail(error.to_string()),
    ///     };
    ///     if !query.is_for(1400000214) {
    ///         return Response::fail("not our application");
    ///     }
    ///     if let Some(sender) = event.event.message_from() {
    ///         for text in event.texts() {
    ///             println!("{sender:?}: {text}");
    ///         }
    ///     }
    ///     Response::ok()
    /// }
    ///
    /// let query = "SdkAppid=1400000214&CallbackCommand=Desk.SessionEventNotify&contenttype=json";
    /// let body = br#"{"SessionId":"2baf4d84","Event":"SessionBegin"}"#;
    /// assert_eq!(handle(query, body), Response::ok());
    /// ```
    #[inline]
    pub fn from_request(query: &str, body: &[u8]) -> Result<(CallbackQuery, Self), Error> {
        Ok((CallbackQuery::parse(query)?, crate::from_slice(body)?))
    }

    /// Reads a request as [`from_request`](Self::from_request) does, and tells what was bent to read its body.
    ///
    /// # Errors
    ///
    /// As [`from_request`](Self::from_request).
    #[inline]
    pub fn inspect_request(query: &str, body: &[u8]) -> Result<Inspected<(CallbackQuery, Self)>, Error> {
        let query = CallbackQuery::parse(query)?;
        Ok(crate::inspect(body)?.map(|event| (query, event)))
    }

    /// The texts of the message, one for each text element.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.msg_body.iter().filter_map(MsgElement::text)
    }

    /// Reads [`cloud_custom_data`](Self::cloud_custom_data) as JSON; `None` where there is none.
    ///
    /// # Errors
    ///
    /// The text is no JSON, or none of type `T`.
    pub fn cloud_custom_data_json<T: DeserializeOwned>(&self) -> Option<serde_json::Result<T>> {
        super::json(self.cloud_custom_data.as_deref())
    }
}
