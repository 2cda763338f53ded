//! How a call went, who began it and who hung up, in the same terms for every vendor.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};

use crate::unlisted::Unlisted;

closed_enum! {
    /// Which side began the call.
    pub enum Direction {
        /// The customer.
        Inbound = "inbound" => "Inbound", "呼入";
        /// The contact centre: an agent, or the dialler.
        Outbound = "outbound" => "Outbound", "呼出";
        /// One agent called another; there is no customer.
        Internal = "internal" => "Internal", "内线";
    }
}

open_enum! {
    /// Who hung up.
    ///
    /// | text form | TCCC's `HungUpSide` | 7moor's `hangUpSide` |
    /// |---|---|---|
    /// | `customer` | `user` | – |
    /// | `agent` | `seat` | `AGENT` |
    /// | `system` | `system` | – |
    ///
    /// 7moor's values are not documented. One that differs from a value in this list only in letter case (`CUSTOMER`)
    /// is read as that value.
    pub enum HungUpBy: "side that hung up" {
        /// The customer.
        Customer = "customer" => "Customer", "用户";
        /// The agent.
        Agent = "agent" => "Agent", "坐席";
        /// The system.
        System = "system" => "System", "系统";
    }
}

closed_enum! {
    /// How far an inbound call had got when the customer gave up.
    pub enum Stage {
        /// The call was in the IVR.
        Ivr = "ivr" => "In IVR", "IVR 期间";
        /// The call was in the queue.
        Queue = "queue" => "In queue", "排队期间";
        /// The call was ringing at an agent.
        Ringing = "ringing" => "While ringing", "振铃期间";
    }
}

closed_enum! {
    /// Who was called and did not answer.
    pub enum Callee {
        /// The agent.
        Agent = "agent" => "Agent", "坐席";
        /// The customer.
        Customer = "customer" => "Customer", "用户";
    }
}

closed_enum! {
    /// Why the customer could not be reached.
    pub enum Obstacle {
        /// The phone was switched off.
        SwitchedOff = "switched_off" => "Switched off", "关机";
        /// The phone was out of coverage.
        OutOfCoverage = "out_of_coverage" => "Out of coverage", "不在服务区";
        /// The number does not exist, or is not valid.
        NoSuchNumber = "no_such_number" => "No such number", "空号";
        /// The line was out of credit.
        OutOfCredit = "out_of_credit" => "Out of credit", "欠费";
        /// The network announced that the call is forwarded.
        Forwarded = "forwarded" => "Call forwarded", "呼叫转移";
        /// Voicemail took the call.
        Voicemail = "voicemail" => "Reached voicemail", "语音信箱";
    }
}

closed_enum! {
    /// Who blocked a call.
    pub enum Blocker {
        /// The contact centre's product, by a block list or a limit.
        System = "system" => "System", "系统";
        /// The carrier.
        Carrier = "carrier" => "Carrier", "运营商";
        /// The called side.
        Callee = "callee" => "Callee", "被叫";
    }
}

/// How a call went, in the same terms for every vendor.
///
/// Each known value of the vendors' fields stands for one outcome:
///
/// | outcome | TCCC's `EndStatusString` | 7moor's `status` | 7moor's `failureReason` |
/// |---|---|---|---|
/// | `answered` | `ok`, `seatForward`, `functionCallHangup`, `maxCallDurationReached`, `userInactivity`, `userHangupDuringAiCall`, `aiAgentEndCall` | `ANSWER` | – |
/// | `transferred` | `outboundForward` | `CALL_TRANSFER` | – |
/// | `ended_in_ivr` | `ivrEnd` | `IVR` | – |
/// | `abandoned_in_ivr` | `ivrGiveUp` | – | – |
/// | `abandoned_in_queue` | `waitingGiveUp` | `QUEUE_ABANDON` | – |
/// | `abandoned_while_ringing` | `ringingGiveUp` | – | – |
/// | `not_answered` | – | – | `decline` |
/// | `not_answered_by_agent` | `seatGiveUp` | `AGENT_NO_ANSWER` | – |
/// | `not_answered_by_customer` | `notAnswer` | `CUSTOMER_NO_ANSWER` | – |
/// | `busy` | `busy` | – | – |
/// | `rejected` | `userReject` | – | – |
/// | `cancelled` | `callerCancel`, `callerCancelWhileRing`, `callTerminatedByAPI` | – | `cancel` |
/// | `timed_out` | `clientTimeout`, `autoFinished` | – | `requestTimeout` |
/// | `unreachable` | `unconnected`, `callReminder`, `callerCancelWithoutRing` | – | – |
/// | `unreachable_switched_off` | `powerOff` | – | – |
/// | `unreachable_out_of_coverage` | `notInService` | – | – |
/// | `unreachable_no_such_number` | `numberNotExist`, `numberInvalid` | – | – |
/// | `unreachable_out_of_credit` | `outOfCredit` | – | – |
/// | `unreachable_forwarded` | `promptCallForwarding` | – | – |
/// | `unreachable_voicemail` | `voiceMailReached` | – | – |
/// | `blocked` | – | – | `forbidden` |
/// | `blocked_by_system` | `blackList`, `restrictedCallee`, `tooManyRequest`, `restrictedArea`, `restrictedTime` | – | – |
/// | `blocked_by_carrier` | `carrierBlocked`, `callRestricted`, `areaRestricted` | – | – |
/// | `blocked_by_callee` | `calleeRestricted` | – | – |
/// | `outside_hours` | `notWorkTime` | – | – |
/// | `no_agent` | `noSeatOnline` | – | – |
/// | `failed` | `error`, `clientError`, `operatorError`, `asrError`, `llmasrError`, `ttsError`, `callConflict`, `voipClientError` | – | `serviceUnavailable` |
/// | `unknown` | `unknown` | – | `unknow` |
///
/// Such a value says how a call ended, which is not always how it went: an answered call may end with a fault, or with
/// a second agent who did not answer. The outcome in a [`CallSummary`](crate::CallSummary) therefore follows the
/// record:
///
/// - A call is `answered` if and only if the record's `was_answered()` is true; that is, if the record has the instant
///   of an answer, and its status does not say that voicemail answered (TCCC) or that the call was not answered
///   (7moor).
/// - TCCC: otherwise `EndStatusString` decides. If a phone or chat record has no `EndStatusString`, or an unlisted one,
///   the number `EndStatus` decides.
/// - 7moor: otherwise `status` decides. `CUSTOMER_NO_ANSWER` gives way to a `failureReason` of `forbidden`,
///   `serviceUnavailable` or `cancel`, and is `busy` if `sipCode` is 486 or 600, which SIP uses for nothing else.
///   Without a `status`, `failureReason` decides.
/// - A value that implies an answer says nothing about a call whose record has no answer. The call is `transferred` if
///   that is what the value says; otherwise it has no outcome.
///
/// The text form stays the same between versions of this crate. Values are ordered as in the table, unlisted ones last.
///
/// ```
/// use callhook::{Outcome, summary::Stage, tccc::EndStatusString};
///
/// let outcome = Outcome::from(&EndStatusString::WaitingGiveUp);
/// assert_eq!(outcome, Outcome::Abandoned(Stage::Queue));
/// assert_eq!(outcome.as_str(), "abandoned_in_queue");
/// assert_eq!(Outcome::from("abandoned_in_queue"), outcome);
///
/// assert_eq!(Outcome::listed("lineCut"), None);
/// assert_eq!(Outcome::from("lineCut").as_str(), "lineCut");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// The call was answered: by an agent, human or AI, if it was inbound or a chat; by the customer if it was
    /// outbound.
    Answered,
    /// The call was transferred, and the record does not say that it was answered first.
    Transferred,
    /// The call ended in the IVR, and the record does not say that the customer gave up.
    EndedInIvr,
    /// The customer gave up.
    Abandoned(Stage),
    /// The called side did not answer. `None` if the record does not say who was called.
    NotAnswered(Option<Callee>),
    /// The customer's line was busy.
    Busy,
    /// The customer rejected the call.
    Rejected,
    /// The calling side, or a program of yours, cancelled the call.
    Cancelled,
    /// The call ended because one side took too long.
    TimedOut,
    /// The customer could not be reached. `None` if the record does not say why.
    Unreachable(Option<Obstacle>),
    /// The call was blocked. `None` if the record does not say by whom.
    Blocked(Option<Blocker>),
    /// The call came outside working hours.
    OutsideHours,
    /// No agent was online.
    NoAgent,
    /// The call failed for a technical reason.
    Failed,
    /// The vendor itself gives the outcome as unknown.
    Unknown,
    /// A value that the vendor's documentation does not list, as it came.
    Other(Unlisted),
}

/// The outcomes in the order of the documented table: value, text form, English and Chinese label.
macro_rules! outcomes {
    ($($variant:ident $(($($part:tt)+))? = $text:literal => $label:literal, $label_zh:literal;)*) => {
        impl Outcome {
            /// Every outcome except `Other`, in the order of the table above.
            pub const ALL: &'static [Self] = &[$(Self::$variant $(($($part)+))?),*];

            /// Text form, English label, Chinese label.
            fn texts(&self) -> [&str; 3] {
                match self {
                    $(Self::$variant $(($($part)+))? => [$text, $label, $label_zh],)*
                    Self::Other(unlisted) => [unlisted.as_str(); 3],
                }
            }
        }
    };
}

outcomes! {
    Answered = "answered" => "Answered", "已接听";
    Transferred = "transferred" => "Transferred", "已转接";
    EndedInIvr = "ended_in_ivr" => "Ended in IVR", "IVR 内结束";
    Abandoned(Stage::Ivr) = "abandoned_in_ivr" => "Abandoned in IVR", "IVR 期间放弃";
    Abandoned(Stage::Queue) = "abandoned_in_queue" => "Abandoned in queue", "排队期间放弃";
    Abandoned(Stage::Ringing) = "abandoned_while_ringing" => "Abandoned while ringing", "振铃期间放弃";
    NotAnswered(None) = "not_answered" => "Not answered", "未接听";
    NotAnswered(Some(Callee::Agent)) = "not_answered_by_agent" => "Agent did not answer", "坐席未接听";
    NotAnswered(Some(Callee::Customer)) = "not_answered_by_customer" => "Customer did not answer", "用户未接听";
    Busy = "busy" => "Busy", "占线";
    Rejected = "rejected" => "Rejected", "拒接";
    Cancelled = "cancelled" => "Cancelled", "已取消";
    TimedOut = "timed_out" => "Timed out", "超时";
    Unreachable(None) = "unreachable" => "Unreachable", "未接通";
    Unreachable(Some(Obstacle::SwitchedOff)) = "unreachable_switched_off" => "Switched off", "关机";
    Unreachable(Some(Obstacle::OutOfCoverage)) = "unreachable_out_of_coverage" => "Out of coverage", "不在服务区";
    Unreachable(Some(Obstacle::NoSuchNumber)) = "unreachable_no_such_number" => "No such number", "空号";
    Unreachable(Some(Obstacle::OutOfCredit)) = "unreachable_out_of_credit" => "Out of credit", "欠费";
    Unreachable(Some(Obstacle::Forwarded)) = "unreachable_forwarded" => "Call forwarded", "呼叫转移";
    Unreachable(Some(Obstacle::Voicemail)) = "unreachable_voicemail" => "Reached voicemail", "语音信箱";
    Blocked(None) = "blocked" => "Blocked", "被拦截";
    Blocked(Some(Blocker::System)) = "blocked_by_system" => "Blocked by system", "系统拦截";
    Blocked(Some(Blocker::Carrier)) = "blocked_by_carrier" => "Blocked by carrier", "运营商拦截";
    Blocked(Some(Blocker::Callee)) = "blocked_by_callee" => "Blocked by callee", "被叫拦截";
    OutsideHours = "outside_hours" => "Outside working hours", "非工作时间";
    NoAgent = "no_agent" => "No agent online", "无坐席在线";
    Failed = "failed" => "Failed", "失败";
    Unknown = "unknown" => "Unknown", "未知";
}

impl Outcome {
    /// The text form: `answered`, `abandoned_in_queue`. For an unlisted outcome, it is the vendor's own text.
    pub fn as_str(&self) -> &str {
        let [text, ..] = self.texts();
        text
    }

    /// A short English label, for screens and reports. An unlisted outcome is labelled by the vendor's own text.
    pub fn label(&self) -> &str {
        let [_, label, _] = self.texts();
        label
    }

    /// A short Chinese label. An unlisted outcome is labelled by the vendor's own text.
    pub fn label_zh(&self) -> &str {
        let [.., label_zh] = self.texts();
        label_zh
    }

    /// The outcome with this text form; `None` if no outcome has it.
    pub fn listed(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|outcome| outcome.as_str() == text).cloned()
    }

    /// Whether the call was answered.
    ///
    /// This does not say who answered: voicemail counts as well, unless the vendor recognised it.
    pub const fn is_answered(&self) -> bool {
        matches!(self, Self::Answered)
    }

    /// Whether the customer's side turned this call down: the customer rejected it (`rejected`), or has blocked the
    /// calling number (`blocked_by_callee`).
    ///
    /// Both are on TCCC's list of statuses to retry. Whether to call such a customer again is for you to decide, not
    /// for a dialler.
    pub const fn is_refused(&self) -> bool {
        matches!(self, Self::Rejected | Self::Blocked(Some(Blocker::Callee)))
    }

    /// Whether the number itself is the reason, so that the same call would fail again: the number does not exist, or
    /// is not valid (`unreachable_no_such_number`).
    ///
    /// A dialler may stop calling the number. `false` promises nothing about the next call, and `true` is only what the
    /// network announced once, so do not delete a number because of it.
    pub const fn is_permanent(&self) -> bool {
        matches!(self, Self::Unreachable(Some(Obstacle::NoSuchNumber)))
    }
}

/// From the text form. Any other text is kept in `Other`.
impl From<&str> for Outcome {
    fn from(text: &str) -> Self {
        Self::listed(text).unwrap_or_else(|| Self::Other(Unlisted::new(text)))
    }
}

as_text!(Outcome, from);

/// Reads the text form. Any other text is kept in `Other`.
impl<'de> Deserialize<'de> for Outcome {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::from(&*Cow::<str>::deserialize(deserializer)?))
    }
}
