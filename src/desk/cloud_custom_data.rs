use chrono::{DateTime, Utc};

use super::{RelayMessage, SessionEvent};
use crate::extra::Extra;
use crate::model::from_str;

payload! {
    /// What the vendor's client kits attach to a message: the JSON text of `CloudCustomData`.
    ///
    /// [`SessionEvent::custom_data()`](super::SessionEvent::custom_data()) and
    /// [`RelayMessage::custom_data()`](super::RelayMessage::custom_data()) read it. One message may have
    /// several of these fields, and those that it does not have are `None`. A client's own data is in `extra`.
    ///
    /// Not documented; source: the vendor's client kits.
    #[derive(Eq, Hash)]
    pub struct CloudCustomData {
        /// The message that this one quotes or replies to.
        pub message_reply: Option<MessageReply> = "messageReply",
        /// The replies to this message, if a thread began with it.
        pub message_replies: Option<MessageReplies> = "messageReplies",
        /// The reactions to this message. Their fields are not known.
        pub message_react: Option<Extra> = "messageReact" as AnyObject,
        /// What the sender's client can do.
        pub message_feature: Option<MessageFeature> = "messageFeature",
        /// The branch of a task flow whose button the customer pressed. Pressing it sent this message.
        #[doc(alias = "BranchOptionInfo")]
        pub branch_option_info: Option<TaskInfo> = "BranchOptionInfo",
        /// Who wrote the message. The kits write it only for the robot; otherwise it is `None`.
        pub role: Option<MessageRole> = "role",
        /// Whether the message was deleted for all members.
        pub delete_for_everyone: Option<bool> = "deleteForEveryone",
    }
}

payload! {
    /// The message that a message quotes or replies to: `messageReply` of [`CloudCustomData`].
    ///
    /// Source: the vendor's client kits.
    #[derive(Eq, Hash)]
    pub struct MessageReply {
        /// Id of the message.
        #[doc(alias = "messageID")]
        pub message_id: Option<String> = "messageID" as Account,
        /// Id of the message that began the thread; `None` if this is a quotation.
        #[doc(alias = "messageRootID")]
        pub message_root_id: Option<String> = "messageRootID" as Account,
        /// The beginning of the message, as clients show it.
        pub message_abstract: Option<String> = "messageAbstract" as FreeText,
        /// Who sent the message: the user id, or with some client kits the display name.
        pub message_sender: Option<String> = "messageSender" as Account,
        /// Type of the message: a number from the client kits. The values are not documented.
        pub message_type: Option<i64> = "messageType",
        /// When the message was sent (Unix seconds on the wire).
        pub message_time: Option<DateTime<Utc>> = "messageTime" as UnixSeconds,
        /// Sequence number of the message.
        pub message_sequence: Option<i64> = "messageSequence",
        /// Version of this structure, 1.
        pub version: Option<i64> = "version",
    }
}

impl MessageReply {
    /// Whether it is a quotation rather than a reply in a thread: it is one if it has no `message_root_id`.
    pub fn is_quotation(&self) -> bool {
        self.message_root_id.is_none()
    }
}

payload! {
    /// The replies to the message that began a thread: `messageReplies` of [`CloudCustomData`].
    ///
    /// Source: the vendor's client kits.
    #[derive(Eq, Hash)]
    pub struct MessageReplies {
        /// The replies.
        pub replies: Vec<ThreadReply> = "replies",
        /// Version of this structure.
        pub version: Option<i64> = "version",
    }
}

payload! {
    /// A reply in a thread: an item of `replies` of [`MessageReplies`].
    ///
    /// Source: the vendor's client kits.
    #[derive(Eq, Hash)]
    pub struct ThreadReply {
        /// Id of the reply.
        #[doc(alias = "messageID")]
        pub message_id: Option<String> = "messageID" as Account,
        /// The beginning of the reply, as clients show it.
        pub message_abstract: Option<String> = "messageAbstract" as FreeText,
        /// Who sent the reply.
        pub message_sender: Option<String> = "messageSender" as Account,
    }
}

payload! {
    /// What the sender's client can do: `messageFeature` of [`CloudCustomData`].
    ///
    /// Source: the vendor's client kits.
    #[derive(Eq, Hash)]
    pub struct MessageFeature {
        /// Whether the client can show that the other side is typing (1 on the wire).
        pub need_typing: Option<bool> = "needTyping" as ZeroOrOne,
        /// Version of this structure, 1.
        pub version: Option<i64> = "version",
    }
}

payload! {
    /// A task flow and its node: `BranchOptionInfo` of [`CloudCustomData`], and `taskInfo` of a
    /// [`DeskMessage`](super::DeskMessage).
    ///
    /// Source: the vendor's client kits.
    #[derive(Eq, Hash)]
    pub struct TaskInfo {
        /// Id of the task flow.
        #[doc(alias = "taskID")]
        pub task_id: Option<i64> = "taskID",
        /// Id of the node in the task flow.
        #[doc(alias = "nodeID")]
        pub node_id: Option<String> = "nodeID" as Id,
        /// The environment in which the task flow runs. The values are not documented.
        pub env: Option<String> = "env" as Plain,
    }
}

open_enum! {
    /// Who wrote a message: `role` of [`CloudCustomData`]. The values are not documented; this one is from the vendor's
    /// client kits.
    pub enum MessageRole: "message role" {
        /// The robot.
        Robot = "robot" => "Robot", "机器人";
    }
}

/// Reads what the client kits attach to a message.
fn read(text: Option<&str>) -> Option<CloudCustomData> {
    from_str(text?).ok()
}

impl SessionEvent {
    /// Reads [`cloud_custom_data`](Self::cloud_custom_data) as what the vendor's client kits attach to a
    /// message; `None` if it is not a JSON object. The text is parsed only when you call this.
    ///
    /// ```
    /// use callhook::desk::{MessageRole, SessionEvent};
    ///
    /// let event: SessionEvent = callhook::from_str(
    ///     r#"{"SessionId":"2baf4d84","Event":"ChatBot.RobotSendMsg","CloudCustomData":"{\"role\":\"robot\"}"}"#,
    /// )?;
    /// assert_eq!(event.custom_data().unwrap().role, Some(MessageRole::Robot));
    /// # Ok::<(), callhook::Error>(())
    /// ```
    pub fn custom_data(&self) -> Option<CloudCustomData> {
        read(self.cloud_custom_data.as_deref())
    }

    /// The message that this one quotes or replies to, according to [`custom_data()`](Self::custom_data()); `None` if it
    /// does neither.
    ///
    /// ```
    /// use callhook::desk::SessionEvent;
    ///
    /// let event: SessionEvent = callhook::from_str(
    ///     r#"{"SessionId":"2baf4d84","Event":"Human.UserSendMsg",
    ///         "CloudCustomData":"{\"messageReply\":{\"messageID\":\"m-1\",\"messageAbstract\":\"When?\"}}"}"#,
    /// )?;
    /// let reply = event.message_reply().unwrap();
    /// assert_eq!(reply.message_id.as_deref(), Some("m-1"));
    /// assert!(reply.is_quotation());
    /// # Ok::<(), callhook::Error>(())
    /// ```
    pub fn message_reply(&self) -> Option<MessageReply> {
        self.custom_data()?.message_reply
    }
}

impl RelayMessage {
    /// Reads [`cloud_custom_data`](Self::cloud_custom_data) as what the vendor's client kits attach to a
    /// message; `None` if it is not a JSON object. The text is parsed only when you call this.
    pub fn custom_data(&self) -> Option<CloudCustomData> {
        read(self.cloud_custom_data.as_deref())
    }
}
