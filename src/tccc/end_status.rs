use super::Party;

words! {
    /// How a call, a chat or a leg of one ended: `EndStatusString` of each record and of
    /// [`ServeParticipant`](super::ServeParticipant).
    ///
    /// The vendor says of its own list that it covers calls with a human agent only, and that other calls may have other
    /// words. These are known, with the number that the pull API gives the same thing on a phone record
    /// ([`code`](Self::code)):
    ///
    /// - **General**: `ok` 1, `error` 0, `clientError` 211, `outboundForward`.
    /// - **Inbound**: `seatGiveUp` 17, `seatForward` 101, `ivrGiveUp` 102, `waitingGiveUp` 103, `ringingGiveUp` 104,
    ///   `noSeatOnline` 105, `notWorkTime` 106, `ivrEnd` 107.
    /// - **Outbound**: `unconnected` 2, `unknown` 201, `notAnswer` 202, `userReject` 203, `powerOff` 204,
    ///   `numberNotExist` 205, `busy` 206, `outOfCredit` 207, `operatorError` 208, `callerCancel` 209, `notInService`
    ///   210, `carrierBlocked` 212, `callReminder` 213, `numberInvalid` 215, `callRestricted` 216, `calleeRestricted`
    ///   217, `areaRestricted` 218, `promptCallForwarding` 219, `callerCancelWhileRing` 220, `callerCancelWithoutRing`
    ///   221, `voiceMailReached` 222.
    /// - **Blocked by the system**: `blackList` 100, `restrictedCallee` 108, `tooManyRequest` 109, `restrictedArea`
    ///   110, `restrictedTime` 111.
    /// - **AI agent**: `asrError` 225, `llmasrError` 226, `ttsError` 227, `functionCallHangup` 228,
    ///   `maxCallDurationReached` 229, `userInactivity` 230, `callTerminatedByAPI` 231, `userHangupDuringAiCall` 232,
    ///   `aiAgentEndCall` 233.
    /// - **Audio inbound**: `callConflict` 501, `clientTimeout` 502, `voipClientError` 503.
    /// - **Chat**: `autoFinished`.
    ///
    /// Each word says which record's document lists it (phone, chat, video), or else where it is from. "The SDK" is the
    /// pull API's `TelCdrInfo` in
    /// [Tencent Cloud's SDK](https://cloud.tencent.com/document/api/679/47715#TelCdrInfo); "the status page" is
    /// the Chinese page of [call status codes](https://cloud.tencent.com/document/product/679/123938), whose English twin
    /// [Status Code Explanation for Call](https://www.tencentcloud.com/document/product/1229/71847) has no AI agents yet.
    pub enum EndStatusString: "end status" {
        /// Ended as it should. Phone, chat, video. *General.*
        Ok = "ok" => "Ended normally", "正常结束";
        /// A fault of the system. Phone, chat, video. *General.*
        Error = "error" => "System error", "系统错误";
        /// A fault of the agent's device or network. Phone. From the SDK, since November 2023. *General.*
        ClientError = "clientError" => "Agent device fault", "客户端错误";
        /// It was transferred to an outside line. Phone. *General.*
        OutboundForward = "outboundForward" => "Transferred to outside line", "外线转接";
        /// The agent did not answer in time, and the next one is tried. Phone, chat, video. *Inbound.*
        SeatGiveUp = "seatGiveUp" => "Agent did not answer", "坐席未接";
        /// The agent transferred it to another. Phone, chat, video. *Inbound.*
        SeatForward = "seatForward" => "Transferred by agent", "坐席转接";
        /// The customer gave up in the IVR. Phone, chat. *Inbound.*
        IvrGiveUp = "ivrGiveUp" => "Customer gave up in IVR", "IVR 期间用户放弃";
        /// The customer gave up in the queue. Phone. *Inbound.*
        WaitingGiveUp = "waitingGiveUp" => "Customer gave up in queue", "会话排队期间用户放弃";
        /// The customer gave up while it rang at the agent. Phone, chat, video. *Inbound.*
        RingingGiveUp = "ringingGiveUp" => "Customer gave up while ringing", "会话振铃期间用户放弃";
        /// No agent was online. Phone, chat, video. *Inbound.*
        NoSeatOnline = "noSeatOnline" => "No agent online", "无坐席在线";
        /// It came outside working hours. Phone, chat, video. *Inbound.*
        NotWorkTime = "notWorkTime" => "Outside working hours", "非工作时间";
        /// It ended with the IVR; no agent was meant to come. Phone, chat. *Inbound.*
        IvrEnd = "ivrEnd" => "Ended in IVR", "IVR 后直接结束";
        /// Was not put through. Phone. *Outbound.*
        Unconnected = "unconnected" => "Not connected", "未接通";
        /// Not known. Phone. *Outbound.*
        Unknown = "unknown" => "Unknown", "未知状态";
        /// The customer did not answer. Phone. *Outbound.*
        NotAnswer = "notAnswer" => "No answer", "未接听";
        /// The customer rejected the call. Phone. *Outbound.*
        UserReject = "userReject" => "Rejected", "拒接挂断";
        /// The customer's phone was switched off. Phone. *Outbound.*
        PowerOff = "powerOff" => "Switched off", "关机";
        /// The number does not exist. Phone. *Outbound.*
        NumberNotExist = "numberNotExist" => "No such number", "空号";
        /// The customer's line was busy. Phone. *Outbound.*
        Busy = "busy" => "Busy", "通话中";
        /// The customer's line was out of credit. Phone. *Outbound.*
        OutOfCredit = "outOfCredit" => "Out of credit", "欠费";
        /// A fault of the carrier's line. Phone. *Outbound.*
        OperatorError = "operatorError" => "Carrier fault", "运营商线路异常";
        /// The calling side cancelled; since there is `callerCancelWhileRing`, before it rang. Phone. *Outbound.*
        CallerCancel = "callerCancel" => "Cancelled by caller", "主叫取消";
        /// The customer's phone was out of coverage. Phone. *Outbound.*
        NotInService = "notInService" => "Out of coverage", "不在服务区";
        /// The carrier blocked the call. Phone. From the SDK, since February 2025. *Outbound.*
        CarrierBlocked = "carrierBlocked" => "Blocked by carrier", "运营商拦截";
        /// The network announced that the customer would be told of the call. Phone. From the SDK, since September
        /// 2025. *Outbound.*
        CallReminder = "callReminder" => "Call reminder announced", "提示来电提醒";
        /// The number is not valid. Phone. From the SDK, since September 2025. *Outbound.*
        NumberInvalid = "numberInvalid" => "Invalid number", "被叫号码无效";
        /// The network announced that the call is restricted. Phone. From the SDK, since September 2025. *Outbound.*
        CallRestricted = "callRestricted" => "Call restricted", "提示呼叫受限";
        /// A block list on the customer's side has the calling number. Phone. From the SDK, since September 2025.
        /// *Outbound.*
        CalleeRestricted = "calleeRestricted" => "On callee's block list", "被叫黑名单受限";
        /// The customer's area is restricted. Phone. From the SDK, since September 2025. *Outbound.*
        AreaRestricted = "areaRestricted" => "Callee's area restricted", "被叫区域受限";
        /// The network announced that the call is forwarded. Phone. From the SDK, since September 2025. *Outbound.*
        PromptCallForwarding = "promptCallForwarding" => "Call forwarding announced", "提示呼叫转移";
        /// The calling side cancelled while it rang. Phone. From the SDK, since September 2025. *Outbound.*
        CallerCancelWhileRing = "callerCancelWhileRing" => "Cancelled by caller while ringing", "振铃中主叫取消";
        /// It never rang, for something was wrong with the customer's number; so says the vendor's label, though the
        /// word says that the caller cancelled. Phone. From the SDK, since September 2025. *Outbound.*
        CallerCancelWithoutRing = "callerCancelWithoutRing" => "Never rang", "未振铃被叫号码异常";
        /// The customer's voicemail took the call. Phone. From the SDK, since December 2025. *Outbound.*
        VoiceMailReached = "voiceMailReached" => "Reached voicemail", "语音信箱挂断";
        /// The calling number is on your block list. Phone, inbound. From the SDK, in 2021 and again since October
        /// 2023. *Blocked by the system.*
        BlackList = "blackList" => "On block list", "呼入黑名单";
        /// The number is on the vendor's list of risky numbers. Phone, outbound. From the SDK, since May 2024.
        /// *Blocked by the system.*
        RestrictedCallee = "restrictedCallee" => "Risky number blocked", "全局外呼风险号码拦截";
        /// Too many calls. Phone, outbound. From the SDK, since May 2024. *Blocked by the system.*
        TooManyRequest = "tooManyRequest" => "Called too often", "外呼频控拦截";
        /// Calls to this area are not allowed. Phone, outbound. From the SDK, since May 2024. *Blocked by the
        /// system.*
        RestrictedArea = "restrictedArea" => "Area blocked", "外呼地域拦截";
        /// Calls at this time of day are not allowed. Phone, outbound. From the SDK, since May 2024. *Blocked by the
        /// system.*
        RestrictedTime = "restrictedTime" => "Time of day blocked", "外呼时段拦截";
        /// AI agent: speech recognition failed. From the status page. *AI agent.*
        AsrError = "asrError" => "AI agent: speech recognition fault", "语音识别错误 (智能体)";
        /// AI agent: the language model failed. From the status page. *AI agent.*
        LlmasrError = "llmasrError" => "AI agent: language model fault", "模型错误 (智能体)";
        /// AI agent: speech synthesis failed. From the status page. *AI agent.*
        TtsError = "ttsError" => "AI agent: speech synthesis fault", "语音合成错误 (智能体)";
        /// AI agent: the model called its hang-up function, for a condition that you set was met. From the status
        /// page. *AI agent.*
        FunctionCallHangup = "functionCallHangup" => "AI agent hung up on a condition", "模型函数调用挂断 (智能体)";
        /// AI agent: the call reached the longest duration that you set. From the status page. *AI agent.*
        MaxCallDurationReached = "maxCallDurationReached" => "AI agent: longest duration reached", "通话时长超限挂断 (智能体)";
        /// AI agent: the customer was silent for too long. From the status page. *AI agent.*
        UserInactivity = "userInactivity" => "AI agent: customer silent", "用户静默超时挂断 (智能体)";
        /// AI agent: a program of yours ended it through the hang-up API. From the status page. *AI agent.*
        CallTerminatedByApi = "callTerminatedByAPI" => "Ended through API", "调用系统挂断接口 (智能体)";
        /// AI agent: the customer hung up on the AI agent. Inbound. From the status page. *AI agent.*
        UserHangupDuringAiCall = "userHangupDuringAiCall" => "Customer hung up on AI agent", "用户挂断智能体通话 (智能体)";
        /// AI agent: the AI agent came to the end of its flow, without a human. Inbound. From the status page. *AI
        /// agent.*
        AiAgentEndCall = "aiAgentEndCall" => "AI agent finished", "智能体结束通话 (智能体)";
        /// The customer started another call. From the SDK, since September 2025. *Audio inbound.*
        CallConflict = "callConflict" => "Customer started another call", "VoIP用户呼叫冲突终止";
        /// The customer's client timed out. From the SDK, since September 2025. *Audio inbound.*
        ClientTimeout = "clientTimeout" => "Customer client timed out", "VoIP用户客户端超时";
        /// A fault of the customer's client. From the SDK, since September 2025. *Audio inbound.*
        VoipClientError = "voipClientError" => "Customer client fault", "VoIP用户客户端错误";
        /// It ended by itself, for the customer took too long to reply. Chat. *Chat.*
        AutoFinished = "autoFinished" => "Customer reply timed out", "用户回答超时自动结束";
    }
}

impl EndStatusString {
    /// The number that the pull API gives this on a phone record (`EndStatus`): 202 for `notAnswer`.
    ///
    /// None for `outboundForward`, of which no number is known, for `autoFinished`, which only a chat has, and for an
    /// unlisted word. A chat's numbers are others: [`chat_code`](Self::chat_code).
    pub const fn code(&self) -> Option<u16> {
        Some(match self {
            Self::Ok => 1,
            Self::Error => 0,
            Self::ClientError => 211,
            Self::SeatGiveUp => 17,
            Self::SeatForward => 101,
            Self::IvrGiveUp => 102,
            Self::WaitingGiveUp => 103,
            Self::RingingGiveUp => 104,
            Self::NoSeatOnline => 105,
            Self::NotWorkTime => 106,
            Self::IvrEnd => 107,
            Self::Unconnected => 2,
            Self::Unknown => 201,
            Self::NotAnswer => 202,
            Self::UserReject => 203,
            Self::PowerOff => 204,
            Self::NumberNotExist => 205,
            Self::Busy => 206,
            Self::OutOfCredit => 207,
            Self::OperatorError => 208,
            Self::CallerCancel => 209,
            Self::NotInService => 210,
            Self::CarrierBlocked => 212,
            Self::CallReminder => 213,
            Self::NumberInvalid => 215,
            Self::CallRestricted => 216,
            Self::CalleeRestricted => 217,
            Self::AreaRestricted => 218,
            Self::PromptCallForwarding => 219,
            Self::CallerCancelWhileRing => 220,
            Self::CallerCancelWithoutRing => 221,
            Self::VoiceMailReached => 222,
            Self::BlackList => 100,
            Self::RestrictedCallee => 108,
            Self::TooManyRequest => 109,
            Self::RestrictedArea => 110,
            Self::RestrictedTime => 111,
            Self::AsrError => 225,
            Self::LlmasrError => 226,
            Self::TtsError => 227,
            Self::FunctionCallHangup => 228,
            Self::MaxCallDurationReached => 229,
            Self::UserInactivity => 230,
            Self::CallTerminatedByApi => 231,
            Self::UserHangupDuringAiCall => 232,
            Self::AiAgentEndCall => 233,
            Self::CallConflict => 501,
            Self::ClientTimeout => 502,
            Self::VoipClientError => 503,
            Self::OutboundForward | Self::AutoFinished | Self::Other(_) => return None,
        })
    }

    /// The word for a number of a phone record (`EndStatus` of the pull API); none where no word is known.
    ///
    /// It is not for a chat's numbers, of which 3, 108 and 109 mean something else: those are for
    /// [`from_chat_code`](Self::from_chat_code). 234, which the vendor lists among the codes worth a retry, has no known word.
    ///
    /// ```
    /// use callhook::tccc::EndStatusString;
    ///
    /// assert_eq!(EndStatusString::from_code(108), Some(EndStatusString::RestrictedCallee));
    /// assert_eq!(EndStatusString::from_chat_code(108), Some(EndStatusString::AutoFinished));
    /// ```
    pub fn from_code(code: u16) -> Option<Self> {
        Self::KNOWN.iter().find(|word| word.code() == Some(code)).cloned()
    }

    /// The number that the pull API gives this on a chat record (`EndStatus` of `IMCdrInfo` in Tencent Cloud's SDK).
    ///
    /// | number | meaning | word |
    /// |---|---|---|
    /// | 0 | not normal | `error` |
    /// | 1 | ended normally | `ok` |
    /// | 3 | no agent online | `noSeatOnline` |
    /// | 17 | agent gave up | `seatGiveUp` |
    /// | 100 | block list | `blackList` |
    /// | 101 | transferred by hand | `seatForward` |
    /// | 102 | customer left in the IVR | `ivrGiveUp` |
    /// | 108 | customer timed out | `autoFinished` |
    /// | 109 | customer ended it | none known |
    ///
    /// The SDK has the numbers with meanings only, and the push the words; this table puts them together by meaning. On a
    /// phone record 108 and 109 are blocked calls.
    pub const fn chat_code(&self) -> Option<u16> {
        Some(match self {
            Self::Ok => 1,
            Self::Error => 0,
            Self::SeatGiveUp => 17,
            Self::SeatForward => 101,
            Self::IvrGiveUp => 102,
            Self::NoSeatOnline => 3,
            Self::BlackList => 100,
            Self::AutoFinished => 108,
            Self::ClientError
            | Self::OutboundForward
            | Self::WaitingGiveUp
            | Self::RingingGiveUp
            | Self::NotWorkTime
            | Self::IvrEnd
            | Self::Unconnected
            | Self::Unknown
            | Self::NotAnswer
            | Self::UserReject
            | Self::PowerOff
            | Self::NumberNotExist
            | Self::Busy
            | Self::OutOfCredit
            | Self::OperatorError
            | Self::CallerCancel
            | Self::NotInService
            | Self::CarrierBlocked
            | Self::CallReminder
            | Self::NumberInvalid
            | Self::CallRestricted
            | Self::CalleeRestricted
            | Self::AreaRestricted
            | Self::PromptCallForwarding
            | Self::CallerCancelWhileRing
            | Self::CallerCancelWithoutRing
            | Self::VoiceMailReached
            | Self::RestrictedCallee
            | Self::TooManyRequest
            | Self::RestrictedArea
            | Self::RestrictedTime
            | Self::AsrError
            | Self::LlmasrError
            | Self::TtsError
            | Self::FunctionCallHangup
            | Self::MaxCallDurationReached
            | Self::UserInactivity
            | Self::CallTerminatedByApi
            | Self::UserHangupDuringAiCall
            | Self::AiAgentEndCall
            | Self::CallConflict
            | Self::ClientTimeout
            | Self::VoipClientError
            | Self::Other(_) => return None,
        })
    }

    /// The word for a number of a chat record, as [`chat_code`](Self::chat_code) has it; none where no word is known.
    pub fn from_chat_code(code: u16) -> Option<Self> {
        Self::KNOWN.iter().find(|word| word.chat_code() == Some(code)).cloned()
    }

    /// Whether somebody answered: on an inbound call or a chat an agent, human or AI, on an outbound one the customer. None
    /// where the word does not say; `AcceptTimestamp` may.
    ///
    /// An IVR that picked up is no answer, nor is an announcement of the network or a voicemail. The vendor does not say
    /// this in so many words; it is read from what its pages say of each status.
    ///
    /// | answered | words |
    /// |---|---|
    /// | yes | `ok`, `seatForward`, `functionCallHangup`, `maxCallDurationReached`, `userInactivity`, `userHangupDuringAiCall`, `aiAgentEndCall` |
    /// | no | `seatGiveUp`, `ivrGiveUp`, `waitingGiveUp`, `ringingGiveUp`, `noSeatOnline`, `notWorkTime`, `ivrEnd`, `unconnected`, `notAnswer`, `userReject`, `powerOff`, `numberNotExist`, `busy`, `outOfCredit`, `operatorError`, `callerCancel`, `notInService`, `carrierBlocked`, `callReminder`, `numberInvalid`, `callRestricted`, `calleeRestricted`, `areaRestricted`, `promptCallForwarding`, `callerCancelWhileRing`, `callerCancelWithoutRing`, `voiceMailReached`, `blackList`, `restrictedCallee`, `tooManyRequest`, `restrictedArea`, `restrictedTime` |
    /// | not said | `error`, `clientError`, `outboundForward`, `unknown`, `asrError`, `llmasrError`, `ttsError`, `callTerminatedByAPI`, `callConflict`, `clientTimeout`, `voipClientError`, `autoFinished`, any unlisted word |
    pub const fn was_answered(&self) -> Option<bool> {
        match self {
            Self::Ok
            | Self::SeatForward
            | Self::FunctionCallHangup
            | Self::MaxCallDurationReached
            | Self::UserInactivity
            | Self::UserHangupDuringAiCall
            | Self::AiAgentEndCall => Some(true),
            Self::SeatGiveUp
            | Self::IvrGiveUp
            | Self::WaitingGiveUp
            | Self::RingingGiveUp
            | Self::NoSeatOnline
            | Self::NotWorkTime
            | Self::IvrEnd
            | Self::Unconnected
            | Self::NotAnswer
            | Self::UserReject
            | Self::PowerOff
            | Self::NumberNotExist
            | Self::Busy
            | Self::OutOfCredit
            | Self::OperatorError
            | Self::CallerCancel
            | Self::NotInService
            | Self::CarrierBlocked
            | Self::CallReminder
            | Self::NumberInvalid
            | Self::CallRestricted
            | Self::CalleeRestricted
            | Self::AreaRestricted
            | Self::PromptCallForwarding
            | Self::CallerCancelWhileRing
            | Self::CallerCancelWithoutRing
            | Self::VoiceMailReached
            | Self::BlackList
            | Self::RestrictedCallee
            | Self::TooManyRequest
            | Self::RestrictedArea
            | Self::RestrictedTime => Some(false),
            Self::Error
            | Self::ClientError
            | Self::OutboundForward
            | Self::Unknown
            | Self::AsrError
            | Self::LlmasrError
            | Self::TtsError
            | Self::CallTerminatedByApi
            | Self::CallConflict
            | Self::ClientTimeout
            | Self::VoipClientError
            | Self::AutoFinished
            | Self::Other(_) => None,
        }
    }

    /// Who ended it, gave up, or kept it from being put through. None where the word does not say; `HungUpSide` may.
    ///
    /// The vendor does not say this in so many words; it is read from what its pages say of each status.
    ///
    /// | who | words |
    /// |---|---|
    /// | [`Party::Customer`] | `ivrGiveUp`, `waitingGiveUp`, `ringingGiveUp`, `notAnswer`, `userReject`, `userHangupDuringAiCall`, `clientTimeout`, `voipClientError` |
    /// | [`Party::Agent`] | `clientError`, `seatGiveUp`, `seatForward` |
    /// | [`Party::AiAgent`] | `functionCallHangup`, `aiAgentEndCall` |
    /// | [`Party::CallingSide`] | `callerCancel`, `callerCancelWhileRing` |
    /// | [`Party::Api`] | `callTerminatedByAPI` |
    /// | [`Party::Carrier`] | `powerOff`, `numberNotExist`, `busy`, `outOfCredit`, `operatorError`, `notInService`, `carrierBlocked`, `callReminder`, `numberInvalid`, `callRestricted`, `calleeRestricted`, `areaRestricted`, `promptCallForwarding` |
    /// | [`Party::System`] | `error`, `noSeatOnline`, `notWorkTime`, `ivrEnd`, `blackList`, `restrictedCallee`, `tooManyRequest`, `restrictedArea`, `restrictedTime`, `asrError`, `llmasrError`, `ttsError`, `maxCallDurationReached`, `userInactivity`, `callConflict`, `autoFinished` |
    /// | not said | `ok`, `outboundForward`, `unconnected`, `unknown`, `callerCancelWithoutRing`, `voiceMailReached`, any unlisted word |
    pub const fn ended_by(&self) -> Option<Party> {
        match self {
            Self::IvrGiveUp
            | Self::WaitingGiveUp
            | Self::RingingGiveUp
            | Self::NotAnswer
            | Self::UserReject
            | Self::UserHangupDuringAiCall
            | Self::ClientTimeout
            | Self::VoipClientError => Some(Party::Customer),
            Self::ClientError | Self::SeatGiveUp | Self::SeatForward => Some(Party::Agent),
            Self::FunctionCallHangup | Self::AiAgentEndCall => Some(Party::AiAgent),
            Self::CallerCancel | Self::CallerCancelWhileRing => Some(Party::CallingSide),
            Self::CallTerminatedByApi => Some(Party::Api),
            Self::PowerOff
            | Self::NumberNotExist
            | Self::Busy
            | Self::OutOfCredit
            | Self::OperatorError
            | Self::NotInService
            | Self::CarrierBlocked
            | Self::CallReminder
            | Self::NumberInvalid
            | Self::CallRestricted
            | Self::CalleeRestricted
            | Self::AreaRestricted
            | Self::PromptCallForwarding => Some(Party::Carrier),
            Self::Error
            | Self::NoSeatOnline
            | Self::NotWorkTime
            | Self::IvrEnd
            | Self::BlackList
            | Self::RestrictedCallee
            | Self::TooManyRequest
            | Self::RestrictedArea
            | Self::RestrictedTime
            | Self::AsrError
            | Self::LlmasrError
            | Self::TtsError
            | Self::MaxCallDurationReached
            | Self::UserInactivity
            | Self::CallConflict
            | Self::AutoFinished => Some(Party::System),
            Self::Ok
            | Self::OutboundForward
            | Self::Unconnected
            | Self::Unknown
            | Self::CallerCancelWithoutRing
            | Self::VoiceMailReached
            | Self::Other(_) => None,
        }
    }

    /// Whether the vendor's own dialler can be told to call again on this: true for exactly the codes that an automatic
    /// call-out task of the API takes for a retry, 202–208, 210, 212, 213, 215–219, 221, 222 (and 234, whose word is not
    /// known).
    ///
    /// The list is the vendor's, so it has `numberNotExist`. Source: the automatic call-out task
    /// ([CreateAutoCalloutTask](https://www.tencentcloud.com/document/product/1229/59791)) in Tencent Cloud's SDK.
    ///
    /// | worth a retry | words |
    /// |---|---|
    /// | yes | `notAnswer`, `userReject`, `powerOff`, `numberNotExist`, `busy`, `outOfCredit`, `operatorError`, `notInService`, `carrierBlocked`, `callReminder`, `numberInvalid`, `callRestricted`, `calleeRestricted`, `areaRestricted`, `promptCallForwarding`, `callerCancelWithoutRing`, `voiceMailReached` |
    /// | no | all others, and any unlisted word |
    pub const fn is_worth_retry(&self) -> bool {
        match self {
            Self::NotAnswer
            | Self::UserReject
            | Self::PowerOff
            | Self::NumberNotExist
            | Self::Busy
            | Self::OutOfCredit
            | Self::OperatorError
            | Self::NotInService
            | Self::CarrierBlocked
            | Self::CallReminder
            | Self::NumberInvalid
            | Self::CallRestricted
            | Self::CalleeRestricted
            | Self::AreaRestricted
            | Self::PromptCallForwarding
            | Self::CallerCancelWithoutRing
            | Self::VoiceMailReached => true,
            Self::Ok
            | Self::Error
            | Self::ClientError
            | Self::OutboundForward
            | Self::SeatGiveUp
            | Self::SeatForward
            | Self::IvrGiveUp
            | Self::WaitingGiveUp
            | Self::RingingGiveUp
            | Self::NoSeatOnline
            | Self::NotWorkTime
            | Self::IvrEnd
            | Self::Unconnected
            | Self::Unknown
            | Self::CallerCancel
            | Self::CallerCancelWhileRing
            | Self::BlackList
            | Self::RestrictedCallee
            | Self::TooManyRequest
            | Self::RestrictedArea
            | Self::RestrictedTime
            | Self::AsrError
            | Self::LlmasrError
            | Self::TtsError
            | Self::FunctionCallHangup
            | Self::MaxCallDurationReached
            | Self::UserInactivity
            | Self::CallTerminatedByApi
            | Self::UserHangupDuringAiCall
            | Self::AiAgentEndCall
            | Self::CallConflict
            | Self::ClientTimeout
            | Self::VoipClientError
            | Self::AutoFinished
            | Self::Other(_) => false,
        }
    }
}
