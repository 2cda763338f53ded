use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;

use super::MsgElement;
use crate::wire::instant::UnixSeconds;

payload! {
    /// Messages forwarded as one: content of a `TIMRelayElem`.
    pub struct RelayContent {
        /// Title.
        pub title: Option<String> = "Title",
        /// How many messages were forwarded.
        pub msg_num: Option<u64> = "MsgNum",
        /// What a client shows that does not know such messages.
        pub compatible_text: Option<String> = "CompatibleText",
        /// A line for each of the first messages.
        pub abstract_list: Vec<String> = "AbstractList",
        /// The messages; empty where they are more than 12 KB, and [`json_msg_key`](Self::json_msg_key) is there instead.
        pub msg_list: Vec<RelayMessage> = "MsgList",
        /// By which the messages can be fetched from the vendor, where they are too many to be in
        /// [`msg_list`](Self::msg_list).
        pub json_msg_key: Option<String> = "JsonMsgKey",
    }
}

payload! {
    /// A forwarded message: an item of `MsgList` of [`RelayContent`].
    pub struct RelayMessage {
        /// Who sent it.
        #[doc(alias = "From_Account")]
        pub from_account: Option<String> = "From_Account",
        /// To whom it went; absent where it went to a group.
        #[doc(alias = "To_Account")]
        pub to_account: Option<String> = "To_Account",
        /// The group to which it went; absent where it went to one account.
        pub group_id: Option<String> = "GroupId",
        /// Sequence number.
        pub msg_seq: Option<u64> = "MsgSeq",
        /// Random number.
        pub msg_random: Option<u64> = "MsgRandom",
        /// When it was sent.
        pub msg_time_stamp: Option<DateTime<Utc>> = "MsgTimeStamp" as UnixSeconds,
        /// What it says.
        pub msg_body: Vec<MsgElement> = "MsgBody",
        /// The sender's own data, byte for byte. Often it is JSON: see [`cloud_custom_data_json`](Self::cloud_custom_data_json).
        pub cloud_custom_data: Option<String> = "CloudCustomData",
    }
}

impl RelayMessage {
    /// Reads [`cloud_custom_data`](Self::cloud_custom_data) as JSON; `None` where there is none.
    ///
    /// # Errors
    ///
    /// The text is no JSON, or none of type `T`.
    pub fn cloud_custom_data_json<T: DeserializeOwned>(&self) -> Option<serde_json::Result<T>> {
        super::json(self.cloud_custom_data.as_deref())
    }
}
