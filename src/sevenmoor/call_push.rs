use chrono::{DateTime, Utc};

use super::{AgentStatus, CallEvent, CallType, Extras, PushType};
use crate::wire::instant::UnixSecondsText;
use crate::wire::word::CodeText;

payload! {
    /// What happened to a call, or to an agent's status: the fields that the call events and the agent status event
    /// share. Which event it is says the variant of [`Push`](super::Push) that it is in.
    #[derive(Eq)]
    pub struct CallPush {
        /// Id of the account.
        pub account_id: Option<String> = "accountId",
        /// Another id of the call. In two of the page's samples (one has `callUniqueId` beside it), in no table.
        pub super_unique_id: Option<String> = "superUniqueId",
        /// The customer's number.
        pub customer_number: Option<String> = "customerNumber",
        /// The service number that the customer called; absent (`""`) on outbound calls.
        pub trunk_number: Option<String> = "trunkNumber",
        /// The number that the customer is shown; absent (`""`) on inbound calls.
        pub display_number: Option<String> = "displayNumber",
        /// When the state began.
        pub status_time: Option<DateTime<Utc>> = "statusTime" as UnixSecondsText,
        /// What happened to the call.
        pub call_event: Option<CallEvent> = "callEvent",
        /// What kind of call it is.
        pub call_type: Option<CallType> = "callType",
        /// Staff number of the agent.
        pub agent_number: Option<String> = "agentNumber",
        /// Name of the agent.
        pub agent_name: Option<String> = "agentName",
        /// What the agent's status is called. Agent status event only.
        pub status_name: Option<String> = "statusName",
        /// The agent's status. Agent status event only.
        pub status_number: Option<AgentStatus> = "statusNumber" as CodeText,
        /// Parameters of your own, passed in when the call was dialled; absent (`""`) in all samples.
        pub extras: Option<Extras> = "extras",
        /// Id of the call: 18 digits, too long for a float.
        pub call_unique_id: Option<String> = "callUniqueId",
        /// Id of the event.
        pub event_unique_id: Option<String> = "eventUniqueId",
        /// Id of an answered event whose fields come without the `content` around them; see
        /// [`AnsweredPush::unique_id`](super::AnsweredPush::unique_id).
        pub unique_id: Option<String> = "uniqueId",
        /// Which event it is. In samples, in none of these events' tables; some samples lack it.
        pub push_type: Option<PushType> = "pushType",
        /// Ids of the groups of the shown number; empty (`[""]`) where there are none. Outbound hangup only.
        pub group_id_list: Vec<String> = "groupIdList",
        /// Names of the groups of the shown number. Outbound hangup only.
        pub group_name_list: Vec<String> = "groupNameList",
    }
}
