use chrono::{DateTime, Utc};

use super::PushType;
use crate::wire::instant::ChinaTime;

words! {
    /// With what an agent takes calls: `loginType` of the login event and of the record.
    pub enum LoginType: "login type" {
        /// A telephone.
        Pstn = "PSTN" => "Phone", "手机";
        /// The soft phone.
        WebRtc = "WEBRTC" => "Soft phone", "软电话";
        /// A SIP number.
        Sip = "SIP" => "SIP number", "sip号码";
    }
}

words! {
    /// How an agent logged out: `logoutType`.
    pub enum LogoutType: "logout type" {
        /// The ordinary way.
        Normal = "normal" => "Normal", "普通方式";
        /// To take calls offline.
        Offline = "offline" => "Offline answering", "离线接听方式";
    }
}

words! {
    /// With what an agent takes calls while offline: `offlineType`.
    pub enum OfflineType: "offline type" {
        /// A telephone.
        Pstn = "PSTN" => "Phone", "手机";
        /// A SIP number.
        Sip = "SIP" => "SIP number", "sip号码";
    }
}

payload! {
    /// An agent logged in or out at the tool bar (`pushType` `login`, `logout`). It completes the agent status events.
    ///
    /// Its `statusTime` is China local time, where call events have Unix seconds.
    #[derive(Eq)]
    pub struct LoginPush {
        /// Id of the account.
        pub account_id: Option<String> = "accountId",
        /// Staff number of the agent.
        pub agent_number: Option<String> = "agentNumber",
        /// Name of the agent.
        pub agent_name: Option<String> = "agentName",
        /// When the agent logged in or out.
        pub status_time: Option<DateTime<Utc>> = "statusTime" as ChinaTime,
        /// With what the agent takes calls. Only at login.
        pub login_type: Option<LoginType> = "loginType",
        /// Id of the event.
        pub event_unique_id: Option<String> = "eventUniqueId",
        /// Which of the two it is.
        pub push_type: Option<PushType> = "pushType",
        /// With what the agent takes calls while offline.
        pub offline_type: Option<OfflineType> = "offlineType",
        /// How the agent logged out. Only at logout.
        pub logout_type: Option<LogoutType> = "logoutType",
    }
}
