//! One door for all three families.

use serde::{Serialize, Serializer};

use crate::error::Error;
use crate::report::Inspected;
use crate::{CallSummary, desk, query, sevenmoor, tccc};

/// A webhook of any of the vendors, for an address that all of them push to.
///
/// The family is told by the URL query: `action` is TCCC's, `CallbackCommand` Desk's. Without either the body decides:
/// a `CallbackCommand`, or `SessionId` with `Event`, is Desk's; what is left is 7moor's, whose pushes have no query. A
/// TCCC record cannot be told from another without its `action`, so that one missing is an error.
///
/// ```
/// use callhook::{Webhook, sevenmoor, tccc};
///
/// fn handle(query: &str, body: &[u8]) -> Result<Option<String>, callhook::Error> {
///     let webhook = Webhook::from_request(query, body)?;
///     match &webhook {
///         Webhook::Tccc(tccc::Push::Phone(cdr)) => println!("{} talked for {:?}", cdr.session_id, cdr.duration),
///         Webhook::SevenMoor(sevenmoor::Push::CallRecord(record)) => println!("{:?}", record.call_unique_id),
///         other => println!("{}", other.family()),
///     }
///     Ok(webhook.reply_ok())
/// }
///
/// let reply = handle("action=cdr&version=1", br#"{"SdkAppId":1400000214,"SessionId":"e97be0ab"}"#)?;
/// assert_eq!(reply.as_deref(), Some(r#"{"ErrMsg":"","ErrCode":0}"#));
/// assert_eq!(handle("", br#"{"pushType":"cdr","callUniqueId":"403344537650466816"}"#)?, None);
/// # Ok::<(), callhook::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a box would keep users from matching on the push inside")]
#[non_exhaustive]
pub enum Webhook {
    /// A push of Tencent Cloud Contact Center.
    Tccc(tccc::Push),
    /// A session event of Tencent Desk.
    Desk(Box<desk::SessionEvent>),
    /// A push of 7moor v7, or of nobody that this crate knows: then it is
    /// [`sevenmoor::Push::Other`] without a push type.
    SevenMoor(sevenmoor::Push),
}

/// Whose a request is.
enum Family {
    Tccc,
    Desk,
    SevenMoor,
}

impl Webhook {
    /// Reads a request: its URL query (empty if it has none) and its body.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`] with the path `?action` where a body looks like a TCCC record and the query does not say which;
    /// else as the family's own `from_request` and [`from_slice`](crate::from_slice).
    #[inline]
    pub fn from_request(query: &str, body: &[u8]) -> Result<Self, Error> {
        match Family::of_query(query) {
            Some(Family::Tccc) => tccc::Push::from_request(query, body).map(Self::Tccc),
            Some(_) => desk::SessionEvent::from_request(query, body).map(|(_, event)| Self::Desk(event.into())),
            None => {
                let push = sevenmoor::Push::from_slice(body)?;
                match Family::of_body(&push)? {
                    Family::Desk => crate::from_slice(body).map(|event| Self::Desk(Box::new(event))),
                    _ => Ok(Self::SevenMoor(push)),
                }
            }
        }
    }

    /// Reads a request as [`from_request`](Self::from_request) does, and tells what was bent to read it.
    ///
    /// # Errors
    ///
    /// As [`from_request`](Self::from_request).
    #[inline]
    pub fn inspect_request(query: &str, body: &[u8]) -> Result<Inspected<Self>, Error> {
        let desk = |event| Self::Desk(Box::new(event));
        Ok(match Family::of_query(query) {
            Some(Family::Tccc) => tccc::Push::inspect_request(query, body)?.map(Self::Tccc),
            Some(_) => desk::SessionEvent::inspect_request(query, body)?.map(|(_, event)| desk(event)),
            None => {
                let push = crate::inspect::<sevenmoor::Push>(body)?;
                match Family::of_body(&push.value)? {
                    Family::Desk => crate::inspect(body)?.map(desk),
                    _ => push.map(Self::SevenMoor),
                }
            }
        })
    }

    /// Vendor and payload in one word, for a log or a metric: `tccc.cdr`, `desk.session_event`, `sevenmoor.dialoutRing`.
    ///
    /// A TCCC action that this crate does not know stands there as the request has it, so count such requests under one
    /// name if anybody can send you requests. An unknown `pushType` is `sevenmoor.other`.
    pub fn family(&self) -> String {
        match self {
            Self::Tccc(push) => format!("tccc.{}", push.action()),
            Self::Desk(_) => "desk.session_event".to_owned(),
            Self::SevenMoor(push) => format!("sevenmoor.{}", push.event_name()),
        }
    }

    /// The body of the reply that says "taken"; `None` for 7moor, which names none: any status 200 does.
    pub fn reply_ok(&self) -> Option<String> {
        match self {
            Self::Tccc(_) => Some(tccc::Response::ok().to_json()),
            Self::Desk(_) => Some(desk::Response::ok().to_json()),
            Self::SevenMoor(_) => None,
        }
    }

    /// The view of a call that all vendors share; `None` where the webhook is no record of a call.
    ///
    /// ```
    /// use callhook::Webhook;
    ///
    /// let record = br#"{"pushType":"cdr","callUniqueId":"403344537650466816","status":"QUEUE_ABANDON"}"#;
    /// let call = Webhook::from_request("", record)?.summary().unwrap();
    /// assert_eq!(call.outcome.unwrap().as_str(), "abandoned_in_queue");
    ///
    /// let ring = br#"{"pushType":"dialoutRing","callUniqueId":"403344537650466816"}"#;
    /// assert_eq!(Webhook::from_request("", ring)?.summary(), None);
    /// # Ok::<(), callhook::Error>(())
    /// ```
    pub fn summary(&self) -> Option<CallSummary> {
        match self {
            Self::Tccc(tccc::Push::Phone(cdr)) => Some((&**cdr).into()),
            Self::Tccc(tccc::Push::Chat(cdr)) => Some((&**cdr).into()),
            Self::Tccc(tccc::Push::Video(cdr)) => Some((&**cdr).into()),
            Self::SevenMoor(sevenmoor::Push::CallRecord(record)) => Some((&**record).into()),
            Self::Tccc(_) | Self::SevenMoor(_) | Self::Desk(_) => None,
        }
    }
}

impl Family {
    fn of_query(query: &str) -> Option<Self> {
        query::parameters(query).find_map(|(name, _)| {
            if name.eq_ignore_ascii_case("action") {
                Some(Self::Tccc)
            } else if name.eq_ignore_ascii_case("CallbackCommand") {
                Some(Self::Desk)
            } else {
                None
            }
        })
    }

    /// Whose a body is that 7moor's reader has read.
    fn of_body(push: &sevenmoor::Push) -> Result<Self, Error> {
        let sevenmoor::Push::Other(other) = push else { return Ok(Self::SevenMoor) };
        let has = |key: &str| other.body.keys().any(|found| found.eq_ignore_ascii_case(key));
        if other.push_type.is_some() {
            Ok(Self::SevenMoor)
        } else if has("CallbackCommand") || has("SessionId") && has("Event") {
            Ok(Self::Desk)
        } else if has("SdkAppId") && has("SessionId") {
            Err(Error::Missing { path: "?action".to_owned(), expected: "action" })
        } else {
            Ok(Self::SevenMoor)
        }
    }
}

/// Writes the body.
impl Serialize for Webhook {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Tccc(push) => push.serialize(serializer),
            Self::Desk(event) => event.serialize(serializer),
            Self::SevenMoor(push) => push.serialize(serializer),
        }
    }
}
