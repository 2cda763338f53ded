//! The sample payloads of the vendors' documents, to test your own handlers with.
//!
//! Switch on the feature for your tests only:
//!
//! ```toml
//! [dev-dependencies]
//! callhook = { path = "../callhook", features = ["samples"] }
//! ```
//!
//! Each sample in [`ALL`] is what the vendor would send. Six of them are not JSON as the documentation prints them
//! (masked digits, a missing comma or brace, comment lines), and only that was corrected. For the requests that are
//! documented on other pages, [`AUTHORED`] has samples that the authors of this crate made from those pages.
//!
//! ```
//! use callhook::{Webhook, samples};
//!
//! fn my_handler(query: &str, body: &[u8]) -> u16 {
//!     if Webhook::from_request(query, body).is_ok() { 200 } else { 400 }
//! }
//!
//! for sample in samples::ALL {
//!     assert_eq!(my_handler(sample.query, sample.body.as_bytes()), 200, "{}", sample.name);
//! }
//!
//! let cdr: callhook::tccc::PhoneCdr = callhook::from_str(samples::TCCC_CDR)?;
//! assert_eq!(cdr.seat_user.unwrap().staff_number.unwrap(), "007");
//! # Ok::<(), callhook::Error>(())
//! ```

/// A request as a vendor would send it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Sample {
    /// Vendor and payload: `tccc/cdr`. The file `fixtures/tccc/cdr.json` of this crate's repository holds the same.
    pub name: &'static str,
    /// The URL query, without the `?`; empty for 7moor, which sends none.
    pub query: &'static str,
    /// The body, as text.
    pub body: &'static str,
}

/// Declares each sample as a constant of its own, and all of them as a list.
macro_rules! samples {
    ($(#[$list_meta:meta])* $list:ident: $($(#[$meta:meta])* $constant:ident = $name:literal, $query:expr;)*) => {
        $(
            $(#[$meta])*
            pub const $constant: &str = include_str!(concat!("../fixtures/", $name, ".json"));
        )*

        $(#[$list_meta])*
        pub const $list: &[Sample] = &[$(Sample { name: $name, query: $query, body: $constant }),*];
    };
}

/// The query of Desk's sample, as the document's example has it.
const DESK: &str =
    "SdkAppid=1400000214&CallbackCommand=Desk.SessionEventNotify&contenttype=json&ClientIP=127.0.0.1&OptPlatform=Web";

samples! {
    /// Every sample of the vendors' documents, with its query.
    ALL:
    /// TCCC: the record of a phone call, which has `Duration` twice. Read by [`tccc::PhoneCdr`](crate::tccc::PhoneCdr).
    TCCC_CDR = "tccc/cdr", "action=cdr&version=1";
    /// TCCC: the record of a chat. Read by [`tccc::ChatCdr`](crate::tccc::ChatCdr).
    TCCC_IMCDR = "tccc/imcdr", "action=imcdr&version=1";
    /// TCCC: the record of a video call. Read by [`tccc::VideoCdr`](crate::tccc::VideoCdr).
    TCCC_VIDEO_CDR = "tccc/videoCdr", "action=videoCdr&version=1";
    /// Desk: a customer's text message. Read by [`desk::SessionEvent`](crate::desk::SessionEvent).
    DESK_SESSION_EVENT = "desk/session_event", DESK;
    /// 7moor: an outbound call rings. This sample and those below are read by
    /// [`sevenmoor::Push`](crate::sevenmoor::Push).
    SEVENMOOR_DIALOUT_RING = "sevenmoor/dialoutRing", "";
    /// 7moor: an outbound call was hung up.
    SEVENMOOR_DIALOUT_HANGUP = "sevenmoor/dialoutHangup", "";
    /// 7moor: what the document shows as an inbound call's ring; it is an agent's status while dialling out.
    SEVENMOOR_INCOMING_RING = "sevenmoor/incomingRing", "";
    /// 7moor: an inbound call was hung up. It has no `pushType`.
    SEVENMOOR_INCOMING_HANGUP = "sevenmoor/incomingHangup", "";
    /// 7moor: a call was answered. It is wrapped in `content`, and has no `pushType`.
    SEVENMOOR_LINK = "sevenmoor/link", "";
    /// 7moor: an agent is talking.
    SEVENMOOR_CALL_STATUS_TALKING = "sevenmoor/callStatus.talking", "";
    /// 7moor: an agent is wrapping up.
    SEVENMOOR_CALL_STATUS_WRAP_UP = "sevenmoor/callStatus.wrap-up", "";
    /// 7moor: a call record. [`sevenmoor::CallRecord`](crate::sevenmoor::CallRecord) reads it too.
    SEVENMOOR_CDR = "sevenmoor/cdr", "";
    /// 7moor: the reason for a hangup that was recognised from early media.
    SEVENMOOR_MEDIA_FAIL_REASON = "sevenmoor/mediaFailreason", "";
    /// 7moor: an agent logged in.
    SEVENMOOR_LOGIN = "sevenmoor/login", "";
    /// 7moor: an agent logged out.
    SEVENMOOR_LOGOUT = "sevenmoor/logout", "";
}

samples! {
    /// Samples that this crate's authors wrote: of the callbacks that wait for a decision, of a recording and of a
    /// voicemail.
    AUTHORED:
    /// TCCC: an incoming call. Read by [`tccc::InboundCall`](crate::tccc::InboundCall).
    TCCC_INBOUND_CALL = "tccc/CallInBound.authored", "";
    /// TCCC: an IVR asks who may take a call. Read by [`tccc::SpecifiedSeat`](crate::tccc::SpecifiedSeat).
    TCCC_SPECIFIED_SEAT = "tccc/specifiedSeat.authored", "action=specifiedSeat&version=1";
    /// TCCC: a recording. Read by [`tccc::RecordPush`](crate::tccc::RecordPush).
    TCCC_RECORD = "tccc/record.authored", "action=record&version=1";
    /// TCCC: a voicemail. Read by [`tccc::VoicemailPush`](crate::tccc::VoicemailPush).
    TCCC_VOICEMAIL = "tccc/voicemail.authored", "action=voicemail";
    /// Desk: a request that asks who should take a session. Read by [`desk::AssignAgent`](crate::desk::AssignAgent).
    DESK_ASSIGN_AGENT = "desk/assign_agent.authored", "SdkAppid=1400000214&CallbackCommand=ChatBot.OnAssignHuman";
    /// Desk: a robot's flow asks for values. Read by [`desk::InterfaceInvocation`](crate::desk::InterfaceInvocation).
    DESK_INTERFACE_INVOCATION = "desk/interface_invocation.authored",
        "SdkAppid=1400000214&CallbackCommand=Chatbot.InterfaceInvocation";
}
