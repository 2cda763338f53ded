use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::sevenmoor::{CallStatus, FailureReason};
use crate::tccc::EndStatusString;

/// How far an inbound call had come when the customer gave up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// It was in the IVR.
    Ivr,
    /// It was in the queue.
    Queue,
    /// It rang at an agent.
    Ringing,
}

/// Who was called, and did not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Callee {
    /// The agent.
    Agent,
    /// The customer.
    Customer,
}

/// Why the customer could not be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Obstacle {
    /// The phone was switched off.
    SwitchedOff,
    /// The phone was out of coverage.
    OutOfCoverage,
    /// There is no such number, or it is not valid.
    NoSuchNumber,
    /// The line was out of credit.
    OutOfCredit,
    /// The network announced that the call is forwarded.
    Forwarded,
    /// A voicemail took the call.
    Voicemail,
}

/// Who blocked a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Blocker {
    /// The contact centre's product, by a block list or a limit.
    System,
    /// The carrier.
    Carrier,
    /// The called side.
    Callee,
}

/// How a call went, in one word for all vendors.
///
/// Every documented word of the vendors has one:
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
/// A word says how a call ended, and that may be another thing than how it went: a call that was answered may end with a
/// fault, or at a second agent who did not answer. So a summary goes by these rules:
///
/// - **TCCC**: a call with an `AcceptTimestamp` is `answered`, whatever the word, but for `voiceMailReached`: there it was
///   a voicemail that picked up. Else the word decides.
/// - **7moor**: `status` decides. `CALL_TRANSFER` is `answered` where there is an answer instant.
///   `CUSTOMER_NO_ANSWER` becomes what a `failureReason` of `forbidden`, `serviceUnavailable` or `cancel` says, else
///   `busy` where `sipCode` is 486 or 600, which SIP has for nothing else. Without a listed `status`, a call with an answer
///   instant is `answered`, and else the unlisted word or `failureReason` decides.
/// - Where a record says none of this, there is no outcome.
///
/// The text form does not change between versions of this crate. Equality, order and hash go by it, so that a word kept
/// in `Other` by an older version equals the variant that a newer one has for it.
///
/// ```
/// use callhook::{Outcome, summary::Stage, tccc::EndStatusString};
///
/// let outcome = Outcome::from(&EndStatusString::WaitingGiveUp);
/// assert_eq!(outcome, Outcome::Abandoned(Stage::Queue));
/// assert_eq!(outcome.as_str(), "abandoned_in_queue");
/// assert_eq!(Outcome::from("abandoned_in_queue"), outcome);
/// assert_eq!(Outcome::from("lineCut"), Outcome::Other("lineCut".to_owned()));
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Outcome {
    /// Somebody answered: an agent, human or AI, on an inbound call or a chat, the customer on an outbound call.
    Answered,
    /// It was passed on, and the record does not say that anybody had answered.
    Transferred,
    /// It ended in the IVR, without anybody having given up that the record knows of.
    EndedInIvr,
    /// The customer gave up.
    Abandoned(Stage),
    /// The called one did not answer; `None` where the record does not say who was called.
    NotAnswered(Option<Callee>),
    /// The customer's line was busy.
    Busy,
    /// The customer rejected the call.
    Rejected,
    /// The calling side, or a program of yours, cancelled it.
    Cancelled,
    /// Somebody or something took too long.
    TimedOut,
    /// The customer could not be reached; `None` where the record does not say why.
    Unreachable(Option<Obstacle>),
    /// It was blocked; `None` where the record does not say by whom.
    Blocked(Option<Blocker>),
    /// It came outside working hours.
    OutsideHours,
    /// No agent was online.
    NoAgent,
    /// Something technical failed.
    Failed,
    /// The vendor says that it does not know.
    Unknown,
    /// A word that the vendor's page does not list, as it came.
    Other(String),
}

impl Outcome {
    /// Every outcome but `Other`, in the order of the table above.
    pub const KNOWN: &'static [Self] = &[
        Self::Answered,
        Self::Transferred,
        Self::EndedInIvr,
        Self::Abandoned(Stage::Ivr),
        Self::Abandoned(Stage::Queue),
        Self::Abandoned(Stage::Ringing),
        Self::NotAnswered(None),
        Self::NotAnswered(Some(Callee::Agent)),
        Self::NotAnswered(Some(Callee::Customer)),
        Self::Busy,
        Self::Rejected,
        Self::Cancelled,
        Self::TimedOut,
        Self::Unreachable(None),
        Self::Unreachable(Some(Obstacle::SwitchedOff)),
        Self::Unreachable(Some(Obstacle::OutOfCoverage)),
        Self::Unreachable(Some(Obstacle::NoSuchNumber)),
        Self::Unreachable(Some(Obstacle::OutOfCredit)),
        Self::Unreachable(Some(Obstacle::Forwarded)),
        Self::Unreachable(Some(Obstacle::Voicemail)),
        Self::Blocked(None),
        Self::Blocked(Some(Blocker::System)),
        Self::Blocked(Some(Blocker::Carrier)),
        Self::Blocked(Some(Blocker::Callee)),
        Self::OutsideHours,
        Self::NoAgent,
        Self::Failed,
        Self::Unknown,
    ];

    /// The text form: `answered`, `abandoned_in_queue`; of `Other` the vendor's word.
    pub fn as_str(&self) -> &str {
        self.texts().0
    }

    /// A short English label, for screens and reports. An unlisted word is its own label.
    pub fn label(&self) -> &str {
        self.texts().1
    }

    /// A short Chinese label. An unlisted word is its own label.
    pub fn label_zh(&self) -> &str {
        self.texts().2
    }

    /// Whether somebody answered.
    pub const fn is_answered(&self) -> bool {
        matches!(self, Self::Answered)
    }

    /// Text form, English label, Chinese label.
    fn texts(&self) -> (&str, &str, &str) {
        match self {
            Self::Answered => ("answered", "Answered", "已接听"),
            Self::Transferred => ("transferred", "Transferred", "已转接"),
            Self::EndedInIvr => ("ended_in_ivr", "Ended in IVR", "IVR 内结束"),
            Self::Abandoned(Stage::Ivr) => ("abandoned_in_ivr", "Abandoned in IVR", "IVR 期间放弃"),
            Self::Abandoned(Stage::Queue) => ("abandoned_in_queue", "Abandoned in queue", "排队期间放弃"),
            Self::Abandoned(Stage::Ringing) => ("abandoned_while_ringing", "Abandoned while ringing", "振铃期间放弃"),
            Self::NotAnswered(None) => ("not_answered", "Not answered", "未接听"),
            Self::NotAnswered(Some(Callee::Agent)) => ("not_answered_by_agent", "Agent did not answer", "坐席未接听"),
            Self::NotAnswered(Some(Callee::Customer)) => {
                ("not_answered_by_customer", "Customer did not answer", "用户未接听")
            }
            Self::Busy => ("busy", "Busy", "通话中"),
            Self::Rejected => ("rejected", "Rejected", "拒接"),
            Self::Cancelled => ("cancelled", "Cancelled", "已取消"),
            Self::TimedOut => ("timed_out", "Timed out", "超时"),
            Self::Unreachable(None) => ("unreachable", "Unreachable", "未接通"),
            Self::Unreachable(Some(Obstacle::SwitchedOff)) => ("unreachable_switched_off", "Switched off", "关机"),
            Self::Unreachable(Some(Obstacle::OutOfCoverage)) => {
                ("unreachable_out_of_coverage", "Out of coverage", "不在服务区")
            }
            Self::Unreachable(Some(Obstacle::NoSuchNumber)) => ("unreachable_no_such_number", "No such number", "空号"),
            Self::Unreachable(Some(Obstacle::OutOfCredit)) => ("unreachable_out_of_credit", "Out of credit", "欠费"),
            Self::Unreachable(Some(Obstacle::Forwarded)) => ("unreachable_forwarded", "Call forwarded", "呼叫转移"),
            Self::Unreachable(Some(Obstacle::Voicemail)) => ("unreachable_voicemail", "Reached voicemail", "语音信箱"),
            Self::Blocked(None) => ("blocked", "Blocked", "被拦截"),
            Self::Blocked(Some(Blocker::System)) => ("blocked_by_system", "Blocked by system", "系统拦截"),
            Self::Blocked(Some(Blocker::Carrier)) => ("blocked_by_carrier", "Blocked by carrier", "运营商拦截"),
            Self::Blocked(Some(Blocker::Callee)) => ("blocked_by_callee", "Blocked by callee", "被叫拦截"),
            Self::OutsideHours => ("outside_hours", "Outside working hours", "非工作时间"),
            Self::NoAgent => ("no_agent", "No agent online", "无坐席在线"),
            Self::Failed => ("failed", "Failed", "失败"),
            Self::Unknown => ("unknown", "Unknown", "未知"),
            Self::Other(word) => (word, word, word),
        }
    }
}

impl From<&EndStatusString> for Outcome {
    fn from(word: &EndStatusString) -> Self {
        use EndStatusString as Word;
        match word {
            Word::Ok
            | Word::SeatForward
            | Word::FunctionCallHangup
            | Word::MaxCallDurationReached
            | Word::UserInactivity
            | Word::UserHangupDuringAiCall
            | Word::AiAgentEndCall => Self::Answered,
            Word::OutboundForward => Self::Transferred,
            Word::IvrEnd => Self::EndedInIvr,
            Word::IvrGiveUp => Self::Abandoned(Stage::Ivr),
            Word::WaitingGiveUp => Self::Abandoned(Stage::Queue),
            Word::RingingGiveUp => Self::Abandoned(Stage::Ringing),
            Word::SeatGiveUp => Self::NotAnswered(Some(Callee::Agent)),
            Word::NotAnswer => Self::NotAnswered(Some(Callee::Customer)),
            Word::Busy => Self::Busy,
            Word::UserReject => Self::Rejected,
            Word::CallerCancel | Word::CallerCancelWhileRing | Word::CallTerminatedByApi => Self::Cancelled,
            Word::ClientTimeout | Word::AutoFinished => Self::TimedOut,
            Word::Unconnected | Word::CallReminder | Word::CallerCancelWithoutRing => Self::Unreachable(None),
            Word::PowerOff => Self::Unreachable(Some(Obstacle::SwitchedOff)),
            Word::NotInService => Self::Unreachable(Some(Obstacle::OutOfCoverage)),
            Word::NumberNotExist | Word::NumberInvalid => Self::Unreachable(Some(Obstacle::NoSuchNumber)),
            Word::OutOfCredit => Self::Unreachable(Some(Obstacle::OutOfCredit)),
            Word::PromptCallForwarding => Self::Unreachable(Some(Obstacle::Forwarded)),
            Word::VoiceMailReached => Self::Unreachable(Some(Obstacle::Voicemail)),
            Word::BlackList
            | Word::RestrictedCallee
            | Word::TooManyRequest
            | Word::RestrictedArea
            | Word::RestrictedTime => Self::Blocked(Some(Blocker::System)),
            Word::CarrierBlocked | Word::CallRestricted | Word::AreaRestricted => Self::Blocked(Some(Blocker::Carrier)),
            Word::CalleeRestricted => Self::Blocked(Some(Blocker::Callee)),
            Word::NotWorkTime => Self::OutsideHours,
            Word::NoSeatOnline => Self::NoAgent,
            Word::Error
            | Word::ClientError
            | Word::OperatorError
            | Word::AsrError
            | Word::LlmasrError
            | Word::TtsError
            | Word::CallConflict
            | Word::VoipClientError => Self::Failed,
            Word::Unknown => Self::Unknown,
            Word::Other(word) => Self::from(word.as_str()),
        }
    }
}

impl From<&CallStatus> for Outcome {
    fn from(word: &CallStatus) -> Self {
        match word {
            CallStatus::Answer => Self::Answered,
            CallStatus::CallTransfer => Self::Transferred,
            CallStatus::Ivr => Self::EndedInIvr,
            CallStatus::QueueAbandon => Self::Abandoned(Stage::Queue),
            CallStatus::AgentNoAnswer => Self::NotAnswered(Some(Callee::Agent)),
            CallStatus::CustomerNoAnswer => Self::NotAnswered(Some(Callee::Customer)),
            CallStatus::Other(word) => Self::from(word.as_str()),
        }
    }
}

impl From<&FailureReason> for Outcome {
    fn from(word: &FailureReason) -> Self {
        match word {
            FailureReason::Decline => Self::NotAnswered(None),
            FailureReason::Cancel => Self::Cancelled,
            FailureReason::RequestTimeout => Self::TimedOut,
            FailureReason::Forbidden => Self::Blocked(None),
            FailureReason::ServiceUnavailable => Self::Failed,
            FailureReason::Unknow => Self::Unknown,
            FailureReason::Other(word) => Self::from(word.as_str()),
        }
    }
}

/// From the text form; any other text is kept in `Other`.
impl From<&str> for Outcome {
    fn from(text: &str) -> Self {
        let known = Self::KNOWN.iter().find(|outcome| outcome.as_str() == text);
        known.cloned().unwrap_or_else(|| Self::Other(text.to_owned()))
    }
}

/// The text form.
impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl PartialEq for Outcome {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Outcome {}

impl PartialOrd for Outcome {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Outcome {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Outcome {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

/// The text form.
impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// From the text form.
impl<'de> Deserialize<'de> for Outcome {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::from(&*Cow::<str>::deserialize(deserializer)?))
    }
}
