//! One entry point for all vendors.

use serde::{Serialize, Serializer};

use crate::error::Error;
use crate::extra::Extra;
use crate::json::{ValueRef, trim};
use crate::model::keys::Keys;
use crate::model::tagged::{find_values, read_as_kept};
use crate::model::{Context, Redact, Sealed as _, View, read_request};
use crate::reply::Reply;
use crate::report::Inspected;
use crate::request::{FromRequest, Overview};
use crate::{CallSummary, Vendor, desk, query, sevenmoor, tccc};

/// Declares `Webhook` by its vendors: variant, the vendor's `Push`, and `summary` if some of its pushes are about a
/// call. The vendors are asked in this order whether a request is theirs.
macro_rules! vendors {
    (
        $(#[$meta:meta])*
        pub enum Webhook {
            $($(#[$vendor_meta:meta])* $vendor:ident($push:ty) $(, $summary:ident)?;)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Webhook {
            $($(#[$vendor_meta])* $vendor($push),)*
            /// A request from none of these vendors.
            Unknown(UnknownRequest),
        }

        impl Webhook {
            /// Reads a request whose query names a vendor, by one of these parameters.
            fn by_query(
                named: &[String],
                query: &str,
                body: &[u8],
                context: fn() -> Context,
            ) -> Option<Result<Inspected<Self>, Error>> {
                let is_named = |parameter: &str| named.iter().any(|name| name.eq_ignore_ascii_case(parameter));
                $(if let Some((parameter, read)) = <$push>::BY_QUERY && is_named(parameter) {
                    return Some(read(query, body, context).map(|inspected| inspected.map(Self::$vendor)));
                })*
                None
            }

            /// Reads a body that a vendor recognises as its own.
            fn by_body(root: ValueRef<'_>, cx: &mut Context) -> Option<Self> {
                $(if let Some(push) = <$push>::of_body(root, cx) {
                    return Some(Self::$vendor(push));
                })*
                None
            }

            /// What the request says about itself.
            fn overview(&self) -> Overview<'_> {
                match self {
                    $(Self::$vendor(push) => FromRequest::overview(push),)*
                    Self::Unknown(_) => Overview::default(),
                }
            }

            /// The reply that reports a failure on your side, with status 503. `None` if the vendor documents no such
            /// reply (7moor, and TCCC's inbound call), or if this crate does not know the request: then answer with
            /// status 503 and no body.
            ///
            /// The message goes to the vendor, so it should say nothing about your system that the vendor need not
            /// know.
            ///
            /// ```
            /// use callhook::Webhook;
            ///
            /// let record = br#"{"SdkAppId":1400000214,"SessionId":"e97be0ab"}"#;
            /// let reply = Webhook::from_request("action=cdr&version=1", record)?.failure("not stored").unwrap();
            /// assert_eq!((reply.status(), reply.body()), (503, r#"{"ErrMsg":"not stored","ErrCode":1}"#));
            /// # Ok::<(), callhook::Error>(())
            /// ```
            #[must_use = "a reply does nothing until it is sent"]
            pub fn failure(&self, message: &str) -> Option<Reply> {
                match self {
                    $(Self::$vendor(push) => FromRequest::failure(push, message),)*
                    Self::Unknown(_) => None,
                }
            }

            /// The id that the vendor gives one delivery.
            fn id_of_delivery(&self, headers: &dyn Fn(&str) -> Option<String>, query: &str) -> Option<String> {
                match self {
                    $(Self::$vendor(_) => <$push>::delivery_id(headers, query),)*
                    Self::Unknown(_) => None,
                }
            }

            /// The vendor; `None` for a request from none of them.
            pub const fn vendor(&self) -> Option<Vendor> {
                match self {
                    $(Self::$vendor(_) => Some(Vendor::$vendor),)*
                    Self::Unknown(_) => None,
                }
            }

            /// The name of the event, for a log or a metric: `cdr`, `session_event`, `dialoutRing`. It is one of a
            /// fixed list: `other` for an event that this crate does not know, and `unknown` for a request from none of
            /// the vendors. Two vendors have a `cdr`, and each may have an `other`: [`vendor`](Self::vendor) says whose
            /// it is. Each vendor's `Push` lists the names of its events in `EVENT_NAMES`, `other` included; `unknown`
            /// is in none of these lists.
            pub const fn event_name(&self) -> &'static str {
                match self {
                    $(Self::$vendor(push) => push.event_name(),)*
                    Self::Unknown(_) => "unknown",
                }
            }

            /// The call as a [`CallSummary`], the same type for every vendor; `None` if the request is not a call
            /// record.
            ///
            /// ```
            /// use callhook::Webhook;
            ///
            /// let record = br#"{"pushType":"cdr","accountId":"N00000019880","status":"QUEUE_ABANDON"}"#;
            /// let call = Webhook::from_request("", record)?.summary().unwrap();
            /// assert_eq!(call.outcome.unwrap().as_str(), "abandoned_in_queue");
            ///
            /// let ring = br#"{"pushType":"dialoutRing","accountId":"N00000019880"}"#;
            /// assert_eq!(Webhook::from_request("", ring)?.summary(), None);
            /// # Ok::<(), callhook::Error>(())
            /// ```
            pub fn summary(&self) -> Option<CallSummary> {
                match self {
                    $($(Self::$vendor(push) => push.$summary(),)?)*
                    _ => None,
                }
            }
        }

        $(
            impl From<$push> for Webhook {
                fn from(push: $push) -> Self {
                    Self::$vendor(push)
                }
            }
        )*

        impl Redact for Webhook {
            fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$vendor(push) => push.write_as(view, to),)*
                    Self::Unknown(request) => request.write_as(view, to),
                }
            }
        }
    };
}

vendors! {
    /// A request from any of the three vendors, for a URL that receives requests from all of them.
    ///
    /// The URL query takes precedence over the body:
    ///
    /// | the request has | it is |
    /// |---|---|
    /// | `action` in the query | [`Tccc`](Self::Tccc) |
    /// | `CallbackCommand` in the query | [`Desk`](Self::Desk) |
    /// | `Event` `CallInBound` and a `CallInBound` object in the body | [`Tccc`](Self::Tccc): an incoming call |
    /// | `CallbackCommand` in the body, or a `SessionId` with a listed `Event` | [`Desk`](Self::Desk) |
    /// | an `accountId` (at the root or in `content`) and a `pushType` or the shape of an event | [`SevenMoor`](Self::SevenMoor) |
    /// | `SdkAppId` and `SessionId`, and none of these | an error: the query has no `action` |
    /// | anything else | [`Unknown`](Self::Unknown) |
    ///
    /// Letter case does not matter. If a body has `Event` or `CallInBound` in several spellings, the documented one
    /// decides; without it, all of them must agree. If no rule fits a body with duplicate keys, the rules are applied
    /// again to the body as it would be written, with one value for each key.
    ///
    /// Store the query with the body, so that the request can be read again. `Debug` prints everything, personal data
    /// too; in logs, print [`redacted`](crate::redacted()) of the value instead.
    ///
    /// Answer every request that you understand with status 200 and the vendor's reply. Answer the rest as follows:
    ///
    /// - A request that cannot be read (an `Error`): status 400 without a body. Do not acknowledge it. If it was cut
    ///   off in transit, the vendor's next attempt can be read.
    /// - A request that this crate does not know (`Webhook::Unknown`, or a vendor's `Push::Other`), or a callback that
    ///   your program does not handle: status 404 without a body. The sender may be waiting for a decision, and could
    ///   mistake any reply for one.
    /// - An error of your own, such as a database that is down, or nothing to base a decision on: status 503, with the
    ///   failure form of the vendor's reply if it has one. A later attempt may succeed.
    ///
    /// In the first two cases, store the query and the body for inspection: a later version may be able to read the
    /// request. TCCC repeats a push at most 3 times, and the question about an inbound call at most twice. Desk may
    /// repeat a session event, but does not say how often. No other retries are documented.
    ///
    /// ```
    /// use callhook::{Reply, Webhook, sevenmoor, tccc};
    ///
    /// /// Returns the reply, or the status to answer with instead.
    /// fn handle(query: &str, body: &[u8]) -> Result<Reply, u16> {
    ///     let webhook = Webhook::from_request(query, body).map_err(|_| 400_u16)?;
    ///     match &webhook {
    ///         Webhook::Tccc(tccc::Push::Phone(cdr)) => println!("{:?}: answered: {}", cdr.session_id, cdr.was_answered()),
    ///         Webhook::SevenMoor(sevenmoor::Push::CallRecord(record)) => println!("{:?}", record.call_unique_id),
    ///         other => println!("{}", other.event_name()),
    ///     }
    ///     webhook.acknowledgement().ok_or(404)
    /// }
    ///
    /// let reply = handle("action=cdr&version=1", br#"{"SdkAppId":1400000214,"SessionId":"e97be0ab"}"#);
    /// assert_eq!(reply.unwrap().body(), r#"{"ErrMsg":"","ErrCode":0}"#);
    /// let reply = handle("", br#"{"pushType":"cdr","accountId":"N00000019880","callUniqueId":"403344537650466816"}"#);
    /// assert_eq!(reply.unwrap().body(), "");
    /// assert_eq!(handle("", b"[]"), Err(400));
    /// assert_eq!(handle("", br#"{"hello":1}"#), Err(404));
    /// ```
    pub enum Webhook {
        /// A request from Tencent Cloud Contact Center.
        Tccc(tccc::Push), summary;
        /// A request from Tencent Desk.
        Desk(desk::Push);
        /// A push from 7moor v7.
        SevenMoor(sevenmoor::Push), summary;
    }
}

/// A request from none of the vendors, kept whole.
///
/// No reply would be right for every sender, so `acknowledgement()` is `None`. Answer with status 404: see [`Webhook`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct UnknownRequest {
    /// The URL query as it came; empty if there was none.
    pub query: String,
    /// The whole body.
    pub body: Extra,
}

impl Webhook {
    /// Reads a request: its URL query, or whole URL (empty if there is no query), and its body.
    ///
    /// # Errors
    ///
    /// Returns [`Error::Missing`] with the path `?action` if the body looks like a TCCC record and the query does not
    /// say which kind; otherwise the errors of the vendor's own `from_request` and of
    /// [`from_slice`](crate::from_slice).
    pub fn from_request(query: &str, body: &[u8]) -> Result<Self, Error> {
        Self::read(query, body, Context::default).map(|inspected| inspected.value)
    }

    /// Reads a request as [`from_request`](Self::from_request) does, and reports every adjustment it had to make.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`from_request`](Self::from_request).
    pub fn inspect_request(query: &str, body: &[u8]) -> Result<Inspected<Self>, Error> {
        Self::read(query, body, Context::reporting)
    }

    fn read(query: &str, body: &[u8], context: fn() -> Context) -> Result<Inspected<Self>, Error> {
        let parameters = query::parameters(query).filter(|(_, value)| !trim(value).is_empty());
        let named: Vec<String> = parameters.map(|(name, _)| name).collect();
        if let Some(read) = Self::by_query(&named, query, body, context) {
            return read;
        }
        let mut webhook = None;
        let report = read_request(body, context(), &mut |root, cx| webhook = Self::of_body(query, root, cx))?;
        match webhook {
            Some(webhook) => Ok(Inspected { value: webhook, report }),
            None => Err(Error::Missing { path: "?action".to_owned(), expected: "action", also: Vec::new() }),
        }
    }

    /// Reads a body whose query names no vendor; `None` if it is a record of TCCC, whose kind only the query says.
    fn of_body(query: &str, root: ValueRef<'_>, cx: &mut Context) -> Option<Self> {
        const RECORD: &Keys = keys!(["SdkAppId" "SessionId"] [] []);
        let mut webhook = Self::by_body(root, cx);
        if webhook.is_none() {
            read_as_kept(root, cx, &mut |kept, cx| {
                webhook = Self::by_body(kept, cx);
                webhook.is_some()
            });
        }
        if webhook.is_some() {
            return webhook;
        }
        if let [Some(_), Some(_)] = find_values(RECORD, root, |_, value| !value.says_nothing()) {
            return None;
        }
        let mut body = Extra::new();
        body.fill(root, cx);
        Some(Self::Unknown(UnknownRequest { query: query.to_owned(), body }))
    }

    /// The reply that acknowledges the request; `None` if the vendor waits for a decision, or if this crate does not
    /// know the request. An acknowledgement never changes what the vendor does by default.
    #[must_use = "a reply does nothing until it is sent"]
    pub fn acknowledgement(&self) -> Option<Reply> {
        self.overview().acknowledgement.map(|reply| reply())
    }

    /// Whether this crate knows what the request is: false for `Unknown`, and for a vendor's `Push::Other`. A known
    /// request without an [`acknowledgement`](Self::acknowledgement) waits for a decision.
    pub fn is_known(&self) -> bool {
        !matches!(self.event_name(), "other" | "unknown")
    }

    /// The application (SDKAppID) that the request is for, so that you can check that it is yours; `None` if the body
    /// does not say. Desk says it in the query: [`CallbackQuery::is_for`](desk::CallbackQuery::is_for). 7moor has an
    /// `accountId` instead: [`sevenmoor::Push::account_id`].
    ///
    /// `None` for `Unknown`. For a `Push::Other`, also `None` if the key is spelled differently, or if its value is
    /// neither an integer nor the text of one.
    pub fn sdk_app_id(&self) -> Option<u64> {
        self.overview().sdk_app_id
    }

    /// The id of the call, chat or session that the request is about; `None` if the body does not say. It is not an id
    /// of the request: several requests can be about one call.
    ///
    /// `None` for `Unknown`. For a `Push::Other`, also `None` if the key is spelled differently, or if its value is not
    /// a text.
    pub fn session_id(&self) -> Option<&str> {
        self.overview().session_id
    }

    /// The id that the vendor gives a delivery: the value of TCCC's header
    /// [`X-TCCC-PUSH-UUID`](tccc::PUSH_UUID_HEADER), or of Desk's parameter `RequestID`. A repeated delivery has the
    /// same id. `None` if the request has none; requests from 7moor never have one.
    ///
    /// `headers` looks up a header by its name; it is asked for the documented spelling first, then for the name in
    /// lower case. If there is no such id, compare what you would store: the query and the body together. Do not drop a
    /// request because of any other field: 7moor's samples share one `eventUniqueId` between two events, and a Desk
    /// `MsgKey` repeats while a message streams.
    ///
    /// With the headers of axum or actix-web, the function is
    /// `|name| Some(headers.get(name)?.to_str().ok()?.to_owned())`.
    ///
    /// ```
    /// use callhook::Webhook;
    ///
    /// let query = "action=cdr&version=1";
    /// let webhook = Webhook::from_request(query, br#"{"SdkAppId":1400000214,"SessionId":"e97be0ab"}"#)?;
    /// let headers = |name: &str| (name == "X-TCCC-PUSH-UUID").then(|| "8d8ac610".to_owned());
    /// assert_eq!(webhook.delivery_id(headers, query).as_deref(), Some("8d8ac610"));
    /// # Ok::<(), callhook::Error>(())
    /// ```
    #[doc(alias = "deduplicate")]
    #[doc(alias = "idempotency")]
    pub fn delivery_id(&self, headers: impl Fn(&str) -> Option<String>, query: &str) -> Option<String> {
        self.id_of_delivery(&headers, query)
    }
}

impl Redact for UnknownRequest {
    fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        self.body.write_as(view, to)
    }
}

/// Writes the body in the vendor's form, without the query.
impl Serialize for Webhook {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write_as(View::Whole, serializer)
    }
}
