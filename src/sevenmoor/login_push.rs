use chrono::{DateTime, Utc};

use super::PushType;

open_enum! {
    /// The device with which an agent takes calls: `loginType` of the login event and of the record.
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    pub enum LoginType: "login type" {
        /// A phone, called over the telephone network. The vendor's label is 手机 (mobile phone).
        Pstn = "PSTN" => "Phone", "手机";
        /// The softphone.
        WebRtc = "WEBRTC" => "Softphone", "软电话";
        /// A SIP number.
        Sip = "SIP" => "SIP number", "sip号码";
    }
}

open_enum! {
    /// How an agent logged out: `logoutType` of [`LoginPush`].
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    pub enum LogoutType: "logout type" {
        /// Normally.
        Normal = "normal" => "Normal", "普通方式";
        /// To take calls offline.
        Offline = "offline" => "Offline answering", "离线接听方式";
    }
}

open_enum! {
    /// The device with which an agent takes calls while offline: `offlineType` of [`LoginPush`].
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    pub enum OfflineType: "offline type" {
        /// A phone, called over the telephone network. The vendor's label is 手机 (mobile phone).
        Pstn = "PSTN" => "Phone", "手机";
        /// A SIP number.
        Sip = "SIP" => "SIP number", "sip号码";
    }
}

payload! {
    /// An agent logged in or out at the softphone bar (电话条; `pushType` `login`, `logout`). This event complements the
    /// agent status events.
    ///
    /// Its `statusTime` is a date and time without a time zone, read as China time; call events have Unix seconds
    /// instead.
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    #[derive(Eq, Hash)]
    pub struct LoginPush {
        /// Id of the account.
        pub account_id: Option<String> = "accountId" as Id,
        /// Staff number of the agent.
        pub agent_number: Option<String> = "agentNumber" as Id,
        /// Name of the agent.
        pub agent_name: Option<String> = "agentName" as PersonName,
        /// When the agent logged in or out.
        pub status_time: Option<DateTime<Utc>> = "statusTime" as ChinaTime,
        /// The device with which the agent takes calls; `None` on a logout.
        pub login_type: Option<LoginType> = "loginType",
        /// Id of the event.
        pub event_unique_id: Option<String> = "eventUniqueId" as Id,
        /// Whether it is a login or a logout.
        pub push_type: Option<PushType> = "pushType",
        /// The device with which the agent takes calls while offline; `None` if the agent does not. In the table, but
        /// in no sample.
        pub offline_type: Option<OfflineType> = "offlineType",
        /// How the agent logged out; `None` on a login.
        pub logout_type: Option<LogoutType> = "logoutType",
    }
}
