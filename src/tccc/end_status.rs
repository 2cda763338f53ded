use super::Party;
use crate::outcome::{Blocker, Callee, Obstacle, Outcome, Stage};

/// What is known about a value, besides its labels: the columns of the table that [`EndStatusString`] documents.
pub(crate) struct Facts {
    code: Option<i64>,
    chat_code: Option<i64>,
    implies_answered: Option<bool>,
    ended_by: Option<Party>,
    is_on_retry_list: bool,
    is_transfer: bool,
    is_of_ai_agent: bool,
    outcome: Outcome,
}

/// A value that leaves open whether the call was answered.
const fn unsaid(outcome: Outcome) -> Facts {
    Facts {
        code: None,
        chat_code: None,
        implies_answered: None,
        ended_by: None,
        is_on_retry_list: false,
        is_transfer: false,
        is_of_ai_agent: false,
        outcome,
    }
}

/// A value that only an answered call has.
const fn answered() -> Facts {
    let mut facts = unsaid(Outcome::Answered);
    facts.implies_answered = Some(true);
    facts
}

/// A value that only an unanswered call has.
const fn unanswered(outcome: Outcome) -> Facts {
    let mut facts = unsaid(outcome);
    facts.implies_answered = Some(false);
    facts
}

const fn abandoned(stage: Stage) -> Facts {
    unanswered(Outcome::Abandoned(stage)).by(Party::Customer)
}

const fn no_answer(callee: Callee) -> Facts {
    unanswered(Outcome::NotAnswered(Some(callee)))
}

const fn unreachable(obstacle: Obstacle) -> Facts {
    unanswered(Outcome::Unreachable(Some(obstacle)))
}

const fn blocked(blocker: Blocker) -> Facts {
    unanswered(Outcome::Blocked(Some(blocker)))
}

impl Facts {
    /// Its number on a phone record.
    const fn phone(mut self, code: i64) -> Self {
        self.code = Some(code);
        self
    }

    /// Its number on a chat record.
    const fn chat(mut self, code: i64) -> Self {
        self.chat_code = Some(code);
        self
    }

    /// Who ended the call, as far as the value says.
    const fn by(mut self, party: Party) -> Self {
        self.ended_by = Some(party);
        self
    }

    /// The vendor lists it for a retry.
    const fn retry(mut self) -> Self {
        self.is_on_retry_list = true;
        self
    }

    /// The call was transferred.
    const fn transfer(mut self) -> Self {
        self.is_transfer = true;
        self
    }

    /// Only a call with an AI agent has it.
    const fn ai(mut self) -> Self {
        self.is_of_ai_agent = true;
        self
    }
}

open_enum! {
    /// How a call, a chat or a leg of one ended: `EndStatusString` of each record and of
    /// [`ServeParticipant`](super::ServeParticipant).
    ///
    /// The vendor says that its list covers only calls with a human agent, and that other calls may have other values.
    /// The docs of each known value say which records have it (phone, chat, video), and where it comes from if their
    /// documents do not list it. "The SDK" is the pull API's `TelCdrInfo` in [Tencent Cloud's
    /// SDK](https://cloud.tencent.com/document/api/679/47715#TelCdrInfo); "the status codes" are the Chinese list of
    /// [call status codes](https://cloud.tencent.com/document/product/679/123938), whose English counterpart [Status
    /// Code Explanation for Call](https://www.tencentcloud.com/document/product/1229/71847) does not cover AI agents
    /// yet.
    ///
    /// | value | [phone](Self::code) | [chat](Self::chat_code) | [answered](Self::implies_answered) | [ended by](Self::ended_by) | [retry](Self::is_on_retry_list) | [outcome](crate::Outcome) |
    /// |---|---|---|---|---|---|---|
    /// | `ok` | 1 | 1 | yes | – | – | `answered` |
    /// | `error` | 0 | 0 | – | system | – | `failed` |
    /// | `clientError` | 211 | – | – | agent | – | `failed` |
    /// | `outboundForward` | – | – | – | – | – | `transferred` |
    /// | `seatGiveUp` | 17 | 17 | no | agent | – | `not_answered_by_agent` |
    /// | `seatForward` | 101 | 101 | yes | agent | – | `answered` |
    /// | `ivrGiveUp` | 102 | 102 | no | customer | – | `abandoned_in_ivr` |
    /// | `waitingGiveUp` | 103 | – | no | customer | – | `abandoned_in_queue` |
    /// | `ringingGiveUp` | 104 | – | no | customer | – | `abandoned_while_ringing` |
    /// | `noSeatOnline` | 105 | 3 | no | system | – | `no_agent` |
    /// | `notWorkTime` | 106 | – | no | system | – | `outside_hours` |
    /// | `ivrEnd` | 107 | – | no | system | – | `ended_in_ivr` |
    /// | `unconnected` | 2 | – | no | – | – | `unreachable` |
    /// | `unknown` | 201 | – | – | – | – | `unknown` |
    /// | `notAnswer` | 202 | – | no | customer | yes | `not_answered_by_customer` |
    /// | `userReject` | 203 | – | no | customer | yes | `rejected` |
    /// | `powerOff` | 204 | – | no | carrier | yes | `unreachable_switched_off` |
    /// | `numberNotExist` | 205 | – | no | carrier | yes | `unreachable_no_such_number` |
    /// | `busy` | 206 | – | no | carrier | yes | `busy` |
    /// | `outOfCredit` | 207 | – | no | carrier | yes | `unreachable_out_of_credit` |
    /// | `operatorError` | 208 | – | no | carrier | yes | `failed` |
    /// | `callerCancel` | 209 | – | no | calling_side | – | `cancelled` |
    /// | `notInService` | 210 | – | no | carrier | yes | `unreachable_out_of_coverage` |
    /// | `carrierBlocked` | 212 | – | no | carrier | yes | `blocked_by_carrier` |
    /// | `callReminder` | 213 | – | no | carrier | yes | `unreachable` |
    /// | `numberInvalid` | 215 | – | no | carrier | yes | `unreachable_no_such_number` |
    /// | `callRestricted` | 216 | – | no | carrier | yes | `blocked_by_carrier` |
    /// | `calleeRestricted` | 217 | – | no | carrier | yes | `blocked_by_callee` |
    /// | `areaRestricted` | 218 | – | no | carrier | yes | `blocked_by_carrier` |
    /// | `promptCallForwarding` | 219 | – | no | carrier | yes | `unreachable_forwarded` |
    /// | `callerCancelWhileRing` | 220 | – | no | calling_side | – | `cancelled` |
    /// | `callerCancelWithoutRing` | 221 | – | no | – | yes | `unreachable` |
    /// | `voiceMailReached` | 222 | – | no | – | yes | `unreachable_voicemail` |
    /// | `blackList` | 100 | 100 | no | system | – | `blocked_by_system` |
    /// | `restrictedCallee` | 108 | – | no | system | – | `blocked_by_system` |
    /// | `tooManyRequest` | 109 | – | no | system | – | `blocked_by_system` |
    /// | `restrictedArea` | 110 | – | no | system | – | `blocked_by_system` |
    /// | `restrictedTime` | 111 | – | no | system | – | `blocked_by_system` |
    /// | `asrError` | 225 | – | – | system | – | `failed` |
    /// | `llmasrError` | 226 | – | – | system | – | `failed` |
    /// | `ttsError` | 227 | – | – | system | – | `failed` |
    /// | `functionCallHangup` | 228 | – | yes | ai_agent | – | `answered` |
    /// | `maxCallDurationReached` | 229 | – | yes | system | – | `answered` |
    /// | `userInactivity` | 230 | – | yes | system | – | `answered` |
    /// | `callTerminatedByAPI` | 231 | – | – | api | – | `cancelled` |
    /// | `userHangupDuringAiCall` | 232 | – | yes | customer | – | `answered` |
    /// | `aiAgentEndCall` | 233 | – | yes | ai_agent | – | `answered` |
    /// | `callConflict` | 501 | – | – | system | – | `failed` |
    /// | `clientTimeout` | 502 | – | – | customer | – | `timed_out` |
    /// | `voipClientError` | 503 | – | – | customer | – | `failed` |
    /// | `autoFinished` | – | 108 | – | system | – | `timed_out` |
    ///
    /// The columns "answered" and "ended by" are this crate's reading of what the vendor's documentation says about
    /// each value.
    pub enum EndStatusString: "end status", Facts {
        /// The call ended normally. Phone, chat, video.
        Ok = "ok" => "Ended normally", "正常结束", answered().phone(1).chat(1);
        /// The system failed. Phone, chat, video. The SDK has not listed it since September 2025.
        Error = "error" => "System error", "系统错误", unsaid(Outcome::Failed).phone(0).chat(0).by(Party::System);
        /// The agent's device or network failed. Phone. From the SDK, since November 2023.
        ClientError = "clientError" => "Agent device fault", "客户端错误",
            unsaid(Outcome::Failed).phone(211).by(Party::Agent);
        /// The call was transferred to an outside line. Phone.
        OutboundForward = "outboundForward" => "Transferred to outside line", "外线转接",
            unsaid(Outcome::Transferred).transfer();
        /// The agent did not answer in time, and the next one is tried. Phone, chat, video; inbound.
        SeatGiveUp = "seatGiveUp" => "Agent did not answer", "坐席未接",
            no_answer(Callee::Agent).phone(17).chat(17).by(Party::Agent);
        /// The agent transferred the call to another agent. Phone, chat, video; inbound.
        SeatForward = "seatForward" => "Transferred by agent", "坐席转接",
            answered().phone(101).chat(101).by(Party::Agent).transfer();
        /// The customer gave up in the IVR. Phone, chat; inbound.
        IvrGiveUp = "ivrGiveUp" => "Customer gave up in IVR", "IVR 期间用户放弃", abandoned(Stage::Ivr).phone(102).chat(102);
        /// The customer gave up in the queue. Phone; inbound.
        WaitingGiveUp = "waitingGiveUp" => "Customer gave up in queue", "会话排队期间用户放弃",
            abandoned(Stage::Queue).phone(103);
        /// The customer gave up while the call was ringing at the agent. Phone, chat, video; inbound.
        RingingGiveUp = "ringingGiveUp" => "Customer gave up while ringing", "会话振铃期间用户放弃",
            abandoned(Stage::Ringing).phone(104);
        /// No agent was online; for a phone call, each agent was offline or on a break. Phone, chat, video; inbound.
        NoSeatOnline = "noSeatOnline" => "No agent online", "无坐席在线",
            unanswered(Outcome::NoAgent).phone(105).chat(3).by(Party::System);
        /// The call came outside the working hours that are set in the IVR. Phone, chat, video; inbound.
        NotWorkTime = "notWorkTime" => "Outside working hours", "非工作时间",
            unanswered(Outcome::OutsideHours).phone(106).by(Party::System);
        /// The call ended in the IVR, on a branch that does not lead to an agent. Phone, chat; inbound.
        IvrEnd = "ivrEnd" => "Ended in IVR", "IVR 后直接结束", unanswered(Outcome::EndedInIvr).phone(107).by(Party::System);
        /// The call was not connected. Phone; outbound. The SDK has not listed it since September 2025.
        Unconnected = "unconnected" => "Not connected", "未接通", unanswered(Outcome::Unreachable(None)).phone(2);
        /// The vendor does not know. (A value that the crate does not know is [`Other`](Self::Other).) Phone; outbound.
        /// The SDK has not listed it since September 2025.
        Unknown = "unknown" => "Unknown", "未知状态", unsaid(Outcome::Unknown).phone(201);
        /// The customer did not answer. Phone; outbound.
        NotAnswer = "notAnswer" => "No answer", "未接听",
            no_answer(Callee::Customer).phone(202).by(Party::Customer).retry();
        /// The customer rejected the call. Phone; outbound.
        UserReject = "userReject" => "Rejected", "拒接挂断",
            unanswered(Outcome::Rejected).phone(203).by(Party::Customer).retry();
        /// The customer's phone was switched off. Phone; outbound.
        PowerOff = "powerOff" => "Switched off", "关机",
            unreachable(Obstacle::SwitchedOff).phone(204).by(Party::Carrier).retry();
        /// The number does not exist. Phone; outbound.
        NumberNotExist = "numberNotExist" => "No such number", "空号",
            unreachable(Obstacle::NoSuchNumber).phone(205).by(Party::Carrier).retry();
        /// The customer's line was busy. Phone; outbound.
        Busy = "busy" => "Busy", "通话中", unanswered(Outcome::Busy).phone(206).by(Party::Carrier).retry();
        /// The customer's line was out of credit. Phone; outbound.
        OutOfCredit = "outOfCredit" => "Out of credit", "欠费",
            unreachable(Obstacle::OutOfCredit).phone(207).by(Party::Carrier).retry();
        /// The carrier's line failed. Phone; outbound.
        OperatorError = "operatorError" => "Carrier fault", "运营商线路异常",
            unanswered(Outcome::Failed).phone(208).by(Party::Carrier).retry();
        /// The calling side cancelled the call; since `callerCancelWhileRing` was added, only before it rang. Phone;
        /// outbound.
        CallerCancel = "callerCancel" => "Cancelled by caller", "主叫取消",
            unanswered(Outcome::Cancelled).phone(209).by(Party::CallingSide);
        /// The customer's phone was out of coverage. Phone; outbound.
        NotInService = "notInService" => "Out of coverage", "不在服务区",
            unreachable(Obstacle::OutOfCoverage).phone(210).by(Party::Carrier).retry();
        /// The carrier blocked the call. Phone; outbound. From the SDK, since February 2025.
        CarrierBlocked = "carrierBlocked" => "Blocked by carrier", "运营商拦截",
            blocked(Blocker::Carrier).phone(212).by(Party::Carrier).retry();
        /// The network announced that it will notify the customer of the call. Phone; outbound. From the SDK, since
        /// September 2025.
        CallReminder = "callReminder" => "Missed-call alert announced", "提示来电提醒",
            unanswered(Outcome::Unreachable(None)).phone(213).by(Party::Carrier).retry();
        /// The number is not valid. Phone; outbound. From the SDK, since September 2025.
        NumberInvalid = "numberInvalid" => "Invalid number", "被叫号码无效",
            unreachable(Obstacle::NoSuchNumber).phone(215).by(Party::Carrier).retry();
        /// The network announced that the call is restricted. Phone; outbound. From the SDK, since September 2025.
        CallRestricted = "callRestricted" => "Call restricted", "提示呼叫受限",
            blocked(Blocker::Carrier).phone(216).by(Party::Carrier).retry();
        /// The calling number is on a block list of the called side. Phone; outbound. From the SDK, since September
        /// 2025.
        CalleeRestricted = "calleeRestricted" => "On callee's block list", "被叫黑名单受限",
            blocked(Blocker::Callee).phone(217).by(Party::Carrier).retry();
        /// The customer's area is restricted. Phone; outbound. From the SDK, since September 2025.
        AreaRestricted = "areaRestricted" => "Callee's area restricted", "被叫区域受限",
            blocked(Blocker::Carrier).phone(218).by(Party::Carrier).retry();
        /// The network announced that the call is forwarded. Phone; outbound. From the SDK, since September 2025.
        PromptCallForwarding = "promptCallForwarding" => "Call forwarding announced", "提示呼叫转移",
            unreachable(Obstacle::Forwarded).phone(219).by(Party::Carrier).retry();
        /// The calling side cancelled the call while it was ringing. Phone; outbound. From the SDK, since September
        /// 2025.
        CallerCancelWhileRing = "callerCancelWhileRing" => "Cancelled by caller while ringing", "振铃中主叫取消",
            unanswered(Outcome::Cancelled).phone(220).by(Party::CallingSide);
        /// The call never rang, because something was wrong with the customer's number. That is the vendor's label; the
        /// value itself says that the caller cancelled. Phone; outbound. From the SDK, since September 2025.
        CallerCancelWithoutRing = "callerCancelWithoutRing" => "Never rang", "未振铃被叫号码异常",
            unanswered(Outcome::Unreachable(None)).phone(221).retry();
        /// The customer's voicemail took the call. Phone; outbound. From the SDK, since December 2025.
        VoiceMailReached = "voiceMailReached" => "Reached voicemail", "语音信箱挂断",
            unreachable(Obstacle::Voicemail).phone(222).retry();
        /// The system blocked the call because the calling number is on your block list. Phone, and chat in the pull
        /// API; inbound. From the SDK, in 2021 and again since October 2023; from February to October 2023 it printed
        /// `CallinBlockedContact` instead, which is read as the same value.
        BlackList = "blackList" | "CallinBlockedContact" => "On block list", "呼入黑名单",
            blocked(Blocker::System).phone(100).chat(100).by(Party::System);
        /// The system blocked the call because the called number is on the vendor's list of risky numbers. Phone;
        /// outbound. From the SDK, since May 2024.
        RestrictedCallee = "restrictedCallee" => "Risky number blocked", "全局外呼风险号码拦截",
            blocked(Blocker::System).phone(108).by(Party::System);
        /// The system blocked the call because the number had been called more often than the carrier allows. Phone;
        /// outbound. From the SDK, since May 2024.
        TooManyRequest = "tooManyRequest" => "Called too often", "外呼频控拦截",
            blocked(Blocker::System).phone(109).by(Party::System);
        /// The system blocked the call because calls to the area of the called number are not allowed. Phone; outbound.
        /// From the SDK, since May 2024.
        RestrictedArea = "restrictedArea" => "Area blocked", "外呼地域拦截",
            blocked(Blocker::System).phone(110).by(Party::System);
        /// The system blocked the call because calls at this time of day are not allowed; the carriers usually allow
        /// 9:00 to 21:00. Phone; outbound. From the SDK, since May 2024.
        RestrictedTime = "restrictedTime" => "Time of day blocked", "外呼时段拦截",
            blocked(Blocker::System).phone(111).by(Party::System);
        /// The AI agent's speech recognition failed. Phone. From the status codes.
        AsrError = "asrError" => "AI agent: speech recognition fault", "语音识别错误 (智能体)",
            unsaid(Outcome::Failed).phone(225).by(Party::System).ai();
        /// The AI agent's language model failed. Phone. From the status codes.
        LlmasrError = "llmasrError" => "AI agent: language model fault", "模型错误 (智能体)",
            unsaid(Outcome::Failed).phone(226).by(Party::System).ai();
        /// The AI agent's speech synthesis failed. Phone. From the status codes.
        TtsError = "ttsError" => "AI agent: speech synthesis fault", "语音合成错误 (智能体)",
            unsaid(Outcome::Failed).phone(227).by(Party::System).ai();
        /// The AI agent's model called its hang-up function, because a condition that you had set was met. Phone. From
        /// the status codes.
        FunctionCallHangup = "functionCallHangup" => "AI agent hung up on a condition", "模型函数调用挂断 (智能体)",
            answered().phone(228).by(Party::AiAgent).ai();
        /// The call with the AI agent reached the longest duration that you had set. Phone. From the status codes.
        MaxCallDurationReached = "maxCallDurationReached" => "AI agent: longest duration reached", "通话时长超限挂断 (智能体)",
            answered().phone(229).by(Party::System).ai();
        /// The customer said nothing to the AI agent for too long. Phone. From the status codes.
        UserInactivity = "userInactivity" => "AI agent: customer silent", "用户静默超时挂断 (智能体)",
            answered().phone(230).by(Party::System).ai();
        /// A program of yours ended the AI agent's call through the hang-up API. Phone. From the status codes.
        CallTerminatedByApi = "callTerminatedByAPI" => "Ended through API", "调用系统挂断接口 (智能体)",
            unsaid(Outcome::Cancelled).phone(231).by(Party::Api).ai();
        /// The customer hung up on the AI agent. Phone; inbound. From the status codes.
        UserHangupDuringAiCall = "userHangupDuringAiCall" => "Customer hung up on AI agent", "用户挂断智能体通话 (智能体)",
            answered().phone(232).by(Party::Customer).ai();
        /// The AI agent reached the end of its flow. Phone; inbound. From the status codes.
        AiAgentEndCall = "aiAgentEndCall" => "AI agent finished", "智能体结束通话 (智能体)",
            answered().phone(233).by(Party::AiAgent).ai();
        /// The system ended the call because the customer started another one, or because of a conflict between
        /// applications. Phone; audio inbound. From the SDK, since September 2025.
        CallConflict = "callConflict" => "Customer started another call", "VoIP用户呼叫冲突终止",
            unsaid(Outcome::Failed).phone(501).by(Party::System);
        /// The customer's client timed out. Phone; audio inbound. From the SDK, since September 2025.
        ClientTimeout = "clientTimeout" => "Customer client timed out", "VoIP用户客户端超时",
            unsaid(Outcome::TimedOut).phone(502).by(Party::Customer);
        /// The customer's client failed. Phone; audio inbound. From the SDK, since September 2025.
        VoipClientError = "voipClientError" => "Customer client fault", "VoIP用户客户端错误",
            unsaid(Outcome::Failed).phone(503).by(Party::Customer);
        /// The chat ended by itself because the customer took too long to reply. Chat.
        AutoFinished = "autoFinished" => "Customer reply timed out", "用户回答超时自动结束",
            unsaid(Outcome::TimedOut).chat(108).by(Party::System);
    }
}

impl EndStatusString {
    /// The number that the pull API gives this status on a phone record (`EndStatus`): 202 for `notAnswer`.
    ///
    /// `None` for `outboundForward`, whose number is not known, for `autoFinished`, which only a chat has, and for an
    /// unlisted value. A chat has other numbers: see [`chat_code`](Self::chat_code).
    ///
    /// ```
    /// use callhook::tccc::{EndStatusString, PhoneCdr};
    ///
    /// let pulled: PhoneCdr = callhook::from_str(r#"{"SdkAppId":1400000214,"SessionId":"e97be0ab","EndStatus":202}"#)?;
    /// assert_eq!(pulled.end_status, EndStatusString::NotAnswer.code());
    /// # Ok::<(), callhook::Error>(())
    /// ```
    pub const fn code(&self) -> Option<i64> {
        match self.facts() {
            Some(facts) => facts.code,
            None => None,
        }
    }

    /// The value for a number of a phone record (`EndStatus` of the pull API); `None` if no value is known.
    ///
    /// Chats have their own meanings for 3, 108 and 109: see [`from_chat_code`](Self::from_chat_code). 234, which the
    /// vendor lists for a retry, has no known value.
    ///
    /// ```
    /// use callhook::tccc::EndStatusString;
    ///
    /// assert_eq!(EndStatusString::from_code(108), Some(EndStatusString::RestrictedCallee));
    /// assert_eq!(EndStatusString::from_chat_code(108), Some(EndStatusString::AutoFinished));
    /// ```
    pub fn from_code(code: impl Into<i64>) -> Option<Self> {
        Self::with_number(code.into(), Self::code).cloned()
    }

    /// The value for which a function returns this number: [`code`](Self::code) or [`chat_code`](Self::chat_code).
    pub(super) fn with_number(number: i64, of: fn(&Self) -> Option<i64>) -> Option<&'static Self> {
        Self::ALL.iter().find(|status| of(status) == Some(number))
    }

    /// The number that the pull API gives this status on a chat record (`EndStatus` of `IMCdrInfo` in Tencent Cloud's
    /// SDK).
    ///
    /// The SDK lists numbers with their meanings, and the push has texts; they are matched here by meaning. 109 (the
    /// customer ended the chat) has no known value. On a phone record, 108 and 109 stand for blocked calls.
    pub const fn chat_code(&self) -> Option<i64> {
        match self.facts() {
            Some(facts) => facts.chat_code,
            None => None,
        }
    }

    /// The value for a number of a chat record, the inverse of [`chat_code`](Self::chat_code); `None` if no value is
    /// known.
    pub fn from_chat_code(code: impl Into<i64>) -> Option<Self> {
        Self::with_number(code.into(), Self::chat_code).cloned()
    }

    /// The status if it is listed; otherwise what the record's number says, or else the status itself.
    pub(super) fn known<'a>(status: Option<&'a Self>, of_number: Option<&'a Self>) -> Option<&'a Self> {
        status.filter(|status| !matches!(status, Self::Other(_))).or(of_number).or(status)
    }

    /// Whether the value by itself implies that the call was answered: an inbound call or a chat by an agent, human or
    /// AI; an outbound call by the customer. `None` if the value does not say.
    ///
    /// The record says whether a call *was* answered, by the instant of the answer
    /// ([`PhoneCdr::was_answered`](super::PhoneCdr::was_answered)): an answered call may end with any value. An IVR
    /// that picks up does not count as an answer here, nor does an announcement of the network, nor voicemail.
    pub const fn implies_answered(&self) -> Option<bool> {
        match self.facts() {
            Some(facts) => facts.implies_answered,
            None => None,
        }
    }

    /// Who ended the call, gave up, or kept it from being connected, as far as the value says. `None` if it does not
    /// say; the record's `HungUpSide` may.
    pub const fn ended_by(&self) -> Option<Party> {
        match self.facts() {
            Some(facts) => facts.ended_by,
            None => None,
        }
    }

    /// Whether the vendor lists this status among those after which an automatic call-out task can call again: 202–208,
    /// 210, 212, 213, 215–219, 221 and 222. (The list also has 234, whose value is not known.)
    ///
    /// The list says what such a task can be configured to retry, not what is worth a retry: it includes
    /// `numberNotExist` and `userReject`. See [`Outcome::is_permanent`](crate::Outcome::is_permanent) and
    /// [`Outcome::is_refused`](crate::Outcome::is_refused). Source: the automatic call-out task
    /// ([CreateAutoCalloutTask](https://www.tencentcloud.com/document/product/1229/59791)) in Tencent Cloud's SDK.
    pub const fn is_on_retry_list(&self) -> bool {
        matches!(self.facts(), Some(facts) if facts.is_on_retry_list)
    }

    /// Whether the value says that the call was transferred.
    pub(crate) const fn is_transfer(&self) -> bool {
        matches!(self.facts(), Some(facts) if facts.is_transfer)
    }

    /// Whether only a call with an AI agent has the value.
    pub(crate) const fn is_of_ai_agent(&self) -> bool {
        matches!(self.facts(), Some(facts) if facts.is_of_ai_agent)
    }
}

/// The outcome that the value stands for. An unlisted value is read as the text form of an outcome, or else kept in
/// [`Outcome::Other`].
impl From<&EndStatusString> for Outcome {
    fn from(word: &EndStatusString) -> Self {
        match word.facts() {
            Some(facts) => facts.outcome.clone(),
            None => Self::from(word.as_str()),
        }
    }
}
