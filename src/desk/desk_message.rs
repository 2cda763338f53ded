use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

use super::CustomContent;
use crate::extra::Extra;
use crate::model::codecs::ObjectOrText;
use crate::model::{from_str, read_alone};

open_codes! {
    /// The kind of one of Desk's own messages: [`DeskMessage::kind`], which reads it from `src`.
    ///
    /// Sources: [Desk's own messages](https://cloud.tencent.com/document/product/269/96058)
    /// ([in English](https://www.tencentcloud.com/document/product/1047/59003)) and the vendor's client kits. Only the
    /// common kinds are documented; the others are named as the kits name them.
    pub enum DeskMessageKind: "message kind" {
        /// The session came from an official account.
        OfficialAccount = 1 => "From official account", "来自公众号";
        /// The session came from a mini program.
        MiniProgram = 2 => "From mini program", "来自小程序";
        /// The session came from a mini program's service account.
        MiniProgramService = 3 => "From mini program service account", "来自小程序服务号";
        /// The session came from the backend.
        Backend = 4 => "From backend", "来自后台";
        /// The session came from a web page.
        Web = 5 => "From web page", "来自网页";
        /// A mark between two parts of a session.
        SessionSlice = 6 => "Session part", "会话分片";
        /// The customer opened the chat, or triggered its flow. It arrives as `ChatBot.UserSendMsg`; a robot of your
        /// own is expected to send a [`Welcome`](Self::Welcome) card.
        SessionTrigger = 7 => "Chat opened", "触发会话";
        /// The session came from an internal source. That is the kits' name; what it means is not known.
        Internal = 8 => "From an internal source", "来自内部";
        /// A card that asks how satisfied the customer is.
        SatisfactionCard = 9 => "Satisfaction card", "满意度评价卡片";
        /// What the customer chose on a satisfaction card.
        SatisfactionChoice = 10 => "Satisfaction choice", "满意度评价选择";
        /// Whether the customer's client is online: 1 if it is, 2 if it is not. The name of the key that says so is not
        /// known.
        ClientState = 11 => "Client state", "用户端状态";
        /// The customer or the agent is typing.
        Typing = 12 => "Typing", "正在输入";
        /// A message of the older robot.
        Robot = 13 => "Robot message", "机器人消息";
        /// A list of choices.
        Branch = 15 => "Choices", "分支消息";
        /// The members of the session, or their state.
        Members = 17 => "Members", "成员列表";
        /// No agent is online.
        NoAgent = 18 => "No agent online", "无人工客服在线";
        /// The session ended.
        SessionEnd = 19 => "Session ended", "会话结束";
        /// The session ended by a timeout.
        SessionTimeout = 20 => "Session timed out", "会话超时结束";
        /// A form.
        Form = 21 => "Form", "信息收集表单";
        /// A product.
        Product = 22 => "Product card", "商品卡片";
        /// Settings that say when the customer is asked for a rating.
        SatisfactionSettings = 23 => "Satisfaction settings", "满意度设置";
        /// The customer asks for a satisfaction card.
        SatisfactionRequest = 24 => "Satisfaction card requested", "用户请求评价";
        /// The robot's state.
        RobotState = 25 => "Robot state", "机器人状态";
        /// The agent's state.
        AgentState = 26 => "Agent state", "客服状态";
        /// The customer ends the session.
        UserEnd = 27 => "Ended by customer", "用户结束会话";
        /// An order.
        Order = 28 => "Order card", "订单卡片";
        /// The robot's welcome, or its question about what the customer meant; `subtype` says which.
        Welcome = 29 => "Robot card", "机器人欢迎/澄清卡片";
        /// A text in Markdown.
        RichText = 30 => "Rich text", "富文本";
        /// A text that is sent piece by piece. One of the vendor's clients uses the number for other data.
        Stream = 31 => "Streamed text", "流式消息";
        /// A branch of a task flow.
        TaskBranch = 32 => "Task flow branch", "任务流分支";
        /// A form of a task flow.
        TaskForm = 33 => "Task flow form", "任务流表单";
        /// The session was handed to a task flow.
        TaskTransfer = 34 => "Handed to task flow", "转任务流";
        /// The robot is thinking.
        Thinking = 35 => "Robot is thinking", "机器人思考中";
        /// There are too many sessions at once.
        Concurrency = 36 => "Too many sessions", "会话并发超限";
        /// The customer is warned that the session will time out.
        UserTimeoutWarning = 37 => "Timeout warning to customer", "用户超时提醒";
        /// The agent is warned that the session will time out.
        AgentTimeoutWarning = 38 => "Timeout warning to agent", "客服超时提醒";
        /// The session was handed to a human agent.
        HumanTransfer = 39 => "Transferred to an agent", "转人工";
        /// The session was started again.
        SessionRestart = 40 => "Session restarted", "会话重启";
        /// The menu for feedback is fetched.
        FeedbackMenu = 42 => "Feedback menu", "获取反馈菜单";
        /// Feedback is sent.
        Feedback = 43 => "Feedback", "发送反馈";
    }
}

closed_enum! {
    /// Which product's format the data of a custom message has. A key in the data marks it.
    pub enum DeskEnvelope {
        /// Desk.
        CustomerService = "customerServicePlugin" => "Desk", "Desk";
        /// The vendor's chat robot outside Desk.
        Chatbot = "chatbotPlugin" => "Chat robot", "聊天机器人";
        /// The vendor's general chat kit.
        Business = "businessID" => "Chat kit", "聊天组件";
    }
}

/// The content of a [`DeskMessage`]: an object, or a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DeskMessageContent {
    /// An object.
    Object(Extra),
    /// A text, for some kinds the JSON text of an object: see [`object`](Self::object).
    Text(String),
}

impl DeskMessageContent {
    /// The object, whether it came as one or as JSON text; `None` if the text is not one.
    pub fn object(&self) -> Option<Extra> {
        match self {
            Self::Object(object) => Some(object.clone()),
            Self::Text(text) => from_str(text).ok(),
        }
    }

    /// The text; `None` if it came as an object.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Object(_) => None,
            Self::Text(text) => Some(text),
        }
    }
}

impl From<Extra> for DeskMessageContent {
    fn from(object: Extra) -> Self {
        Self::Object(object)
    }
}

impl From<String> for DeskMessageContent {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// Writes the content as it came: an object, or a text.
impl Serialize for DeskMessageContent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(object) => object.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

/// Reads an object, or a text that is not empty; anything else is an error here.
impl<'de> Deserialize<'de> for DeskMessageContent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_alone::<Self, ObjectOrText, D>(deserializer)?
            .ok_or_else(|| D::Error::custom("no value for DeskMessageContent"))
    }
}

payload! {
    /// One of the vendor's own custom messages: the `Data` of a [`CustomContent`](super::CustomContent).
    ///
    /// [`CustomContent::desk_message`](super::CustomContent::desk_message) reads it. The fields are those of Desk's own
    /// messages; what other messages have is in `extra`.
    ///
    /// Sources: [Desk's own messages](https://cloud.tencent.com/document/product/269/96058) for the common kinds, and
    /// the vendor's client kits.
    #[derive(Eq, Hash)]
    pub struct DeskMessage {
        /// The mark of Desk's own messages, 0; `None` on other messages.
        pub customer_service_plugin: Option<i64> = "customerServicePlugin",
        /// The mark of the chat robot's messages outside Desk, 2; `None` on other messages.
        pub chatbot_plugin: Option<i64> = "chatbotPlugin",
        /// The kind of a message of the vendor's general chat kit, for instance `order`; `None` on other messages.
        /// [`business_message`](super::CustomContent::business_message) reads its fields.
        #[doc(alias = "businessID")]
        pub business_id: Option<String> = "businessID" as Plain,
        /// A number that says what kind of message it is, as text; some messages have it as a number on the wire. What
        /// it means depends on the mark: see [`kind`](Self::kind).
        pub src: Option<String> = "src" as Id,
        /// The content: an object, a text, or the JSON text of an object. [`fields`](Self::fields) reads an object.
        pub content: Option<DeskMessageContent> = "content" as OrText<ObjectOrText>,
        /// The pieces of a streamed text; empty for other kinds. The message may arrive again with more pieces, under
        /// the same `MsgKey`.
        pub chunks: Vec<String> = "chunks" as FreeText,
        /// Whether a streamed text is complete (0 or 1 on the wire).
        pub is_finished: Option<bool> = "isFinished" as ZeroOrOne,
        /// An object with the language in which the customer opens the chat or ends the session;
        /// [`language`](Self::language) reads it.
        pub triggered_content: Option<Extra> = "triggeredContent" as AnyObject,
        /// A satisfaction card: its texts, its choices, how long it is valid, and the choice once it is made.
        /// [`satisfaction_menu`](Self::satisfaction_menu) reads it.
        pub menu_content: Option<Extra> = "menuContent" as AnyObject,
        /// What the customer chose on a satisfaction card;
        /// [`satisfaction_choice`](Self::satisfaction_choice) reads it.
        pub menu_selected: Option<Extra> = "menuSelected" as AnyObject,
        /// Which card of the robot it is: `welcome_msg` or `clarify_msg`.
        pub subtype: Option<String> = "subtype" as Plain,
        /// State of a branch of a task flow: 0, 1 or 2. The values are not documented.
        pub status: Option<i64> = "status",
        /// Kind of the choices of a branch of a task flow: 0 or 1. The values are not documented.
        pub option_type: Option<i64> = "optionType",
        /// The task flow and its node; [`task()`](Self::task()) reads it.
        pub task_info: Option<Extra> = "taskInfo" as AnyObject,
        /// State of a form of a task flow. The values are not documented.
        pub node_status: Option<i64> = "nodeStatus",
        /// Whether the robot has stopped thinking: 0 if it is thinking, 1 if it is done.
        pub thinking_status: Option<i64> = "thinkingStatus",
    }
}

impl DeskMessage {
    /// Which product's format the message has; `None` if it has no known mark. If it has several marks, the one that
    /// [`DeskEnvelope`] lists first counts.
    pub fn envelope(&self) -> Option<DeskEnvelope> {
        if self.customer_service_plugin.is_some() {
            Some(DeskEnvelope::CustomerService)
        } else if self.chatbot_plugin.is_some() {
            Some(DeskEnvelope::Chatbot)
        } else {
            self.business_id.as_ref().map(|_| DeskEnvelope::Business)
        }
    }

    /// The kind of one of Desk's own messages, by [`src`](Self::src). `None` if it is not one of Desk's, or if `src` is
    /// not a number.
    ///
    /// The numbers are Desk's: only messages with the mark `customerServicePlugin` have them. The chat robot's messages
    /// outside Desk have numbers of their own (its 2 is a streamed text, and Desk's 2 is a mini program), and the
    /// general chat kit's have a [`business_id`](Self::business_id) instead.
    ///
    /// Sources: [Desk's own messages](https://cloud.tencent.com/document/product/269/96058), and
    /// [the chat robot's streamed texts](https://cloud.tencent.com/document/product/269/122036).
    ///
    /// ```
    /// use callhook::desk::{CustomContent, DeskMessageKind};
    ///
    /// let mut content = CustomContent::default();
    /// content.data = Some(r#"{"customerServicePlugin":0,"src":"2"}"#.to_owned());
    /// assert_eq!(content.desk_message().unwrap().kind(), Some(DeskMessageKind::MiniProgram));
    ///
    /// content.data = Some(r#"{"chatbotPlugin":2,"src":2,"chunks":["Good"],"isFinished":0}"#.to_owned());
    /// let streamed = content.desk_message().unwrap();
    /// assert_eq!((streamed.kind(), streamed.src.as_deref()), (None, Some("2")));
    /// ```
    pub fn kind(&self) -> Option<DeskMessageKind> {
        self.customer_service_plugin?;
        self.src.as_ref()?.parse().ok().map(|code: i64| code.into())
    }

    /// The text: all pieces so far of a streamed message, or else the content, which for some kinds is the JSON text of
    /// an object ([`fields`](Self::fields) reads it). `None` if the content came as an object.
    pub fn text(&self) -> Option<String> {
        if self.chunks.is_empty() {
            return self.content.as_ref()?.text().map(str::to_owned);
        }
        Some(self.chunks.concat())
    }
}

impl CustomContent {
    /// Reads [`data`](Self::data) as one of the vendor's own messages; `None` if it is not one. The text is
    /// parsed only when you call this.
    ///
    /// ```
    /// use callhook::desk::{CustomContent, DeskMessageKind};
    ///
    /// let opened: CustomContent = callhook::from_str(r#"{"Data":"{\"customerServicePlugin\":0,\"src\":\"7\"}"}"#)?;
    /// assert_eq!(opened.desk_message().unwrap().kind(), Some(DeskMessageKind::SessionTrigger));
    ///
    /// let own: CustomContent = callhook::from_str(r#"{"Data":"{\"order\":\"A-7\"}"}"#)?;
    /// assert_eq!(own.desk_message(), None);
    /// # Ok::<(), callhook::Error>(())
    /// ```
    pub fn desk_message(&self) -> Option<DeskMessage> {
        from_str::<DeskMessage>(self.data.as_deref()?).ok().filter(|message| message.envelope().is_some())
    }
}
