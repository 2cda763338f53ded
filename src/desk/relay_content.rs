use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;

use super::MsgElement;

payload! {
    /// Messages forwarded as one: content of a `TIMRelayElem`.
    pub struct RelayContent {
        /// Title.
        pub title: Option<String> = "Title" as FreeText,
        /// How many messages were forwarded.
        pub msg_num: Option<u64> = "MsgNum",
        /// What a client shows that does not support forwarded messages.
        pub compatible_text: Option<String> = "CompatibleText" as FreeText,
        /// One line for each of the first messages.
        pub abstract_list: Vec<String> = "AbstractList" as FreeText,
        /// The messages; empty if they exceed 12 KB, in which case there is a [`json_msg_key`](Self::json_msg_key)
        /// instead.
        pub msg_list: Vec<RelayMessage> = "MsgList",
        /// Key with which the messages can be fetched from the vendor, if they are too large for
        /// [`msg_list`](Self::msg_list).
        pub json_msg_key: Option<String> = "JsonMsgKey" as Id,
    }
}

payload! {
    /// A forwarded message: an item of `MsgList` of [`RelayContent`].
    pub struct RelayMessage {
        /// The sender.
        #[doc(alias = "From_Account")]
        pub from_account: Option<String> = "From_Account" as Account,
        /// The recipient; `None` if the message went to a group.
        #[doc(alias = "To_Account")]
        pub to_account: Option<String> = "To_Account" as Account,
        /// The group that the message went to; `None` if it went to one account.
        pub group_id: Option<String> = "GroupId" as Id,
        /// Sequence number of the message.
        pub msg_seq: Option<u64> = "MsgSeq",
        /// Random number that the sender gave the message.
        pub msg_random: Option<u64> = "MsgRandom",
        /// When the message was sent (Unix seconds on the wire).
        pub msg_time_stamp: Option<DateTime<Utc>> = "MsgTimeStamp" as UnixSeconds,
        /// The message's elements.
        pub msg_body: Vec<MsgElement> = "MsgBody",
        /// The sender's own data, byte for byte. It is often JSON: see
        /// [`cloud_custom_data_json`](Self::cloud_custom_data_json).
        pub cloud_custom_data: Option<String> = "CloudCustomData" as JsonText,
    }
}

impl RelayMessage {
    /// Reads [`cloud_custom_data`](Self::cloud_custom_data) as JSON. `None` if there is no data.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not JSON, or not of type `T`.
    pub fn cloud_custom_data_json<T: DeserializeOwned>(&self) -> Option<serde_json::Result<T>> {
        super::json(self.cloud_custom_data.as_deref())
    }
}
