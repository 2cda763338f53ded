use chrono::{DateTime, Utc};

use super::EndStatusString;

open_enum! {
    /// How a participant took part in a call: `Type`, `TransferFromType` and `TransferToType` of [`ServeParticipant`].
    ///
    /// Source: [Data Push: Voice Call Records](https://www.tencentcloud.com/document/product/1229/59641).
    pub enum ParticipantType: "participant type" {
        /// An agent at the web workstation.
        StaffSeat = "staffSeat" => "Agent", "坐席";
        /// An outside line.
        OutboundSeat = "outboundSeat" => "Outside line", "外线";
        /// An agent on a mobile phone.
        StaffPhoneSeat = "staffPhoneSeat" => "Agent's phone", "坐席手机";
        /// An agent in the mini program. Not in the older document; source: `ServerType` of the
        /// [Web SDK](https://www.tencentcloud.com/document/product/1229/59622).
        MiniProgramSeat = "miniProgramSeat" => "Agent's mini program", "小程序";
        /// An agent at a desk phone. Not in the older document; source: `ServerType` of the
        /// [Web SDK](https://www.tencentcloud.com/document/product/1229/59622).
        StaffExtensionSeat = "staffExtensionSeat" => "Agent's desk phone", "话机";
    }
}

payload! {
    /// One leg of service: an item of `ServeParticipants` of the phone record. A transfer adds a leg.
    ///
    /// Source: [Data Push: Voice Call Records](https://www.tencentcloud.com/document/product/1229/59641).
    #[derive(Eq, Hash)]
    pub struct ServeParticipant {
        /// Number of the leg, from 0. Documented, but not in the sample.
        pub sequence: Option<i64> = "Sequence",
        /// The agent's e-mail address; `None` (`""` on the wire) if the participant has none.
        pub mail: Option<String> = "Mail" as Account,
        /// The agent's phone number; `None` (`""` in the sample) if there is none.
        pub phone: Option<String> = "Phone" as Phone,
        /// When the leg began.
        pub start_timestamp: Option<DateTime<Utc>> = "StartTimestamp" as UnixSeconds,
        /// When the leg began to ring; `None` (0 on the wire) if it never did.
        pub ring_timestamp: Option<DateTime<Utc>> = "RingTimestamp" as UnixSeconds,
        /// When the leg was answered; `None` (0 on the wire) if it never was.
        pub accept_timestamp: Option<DateTime<Utc>> = "AcceptTimestamp" as UnixSeconds,
        /// When the leg ended.
        pub ended_timestamp: Option<DateTime<Utc>> = "EndedTimestamp" as UnixSeconds,
        /// How the participant took part.
        pub r#type: Option<ParticipantType> = "Type",
        /// Id of the recording of the agent's side: a UUID, or digits in older samples. The record's own
        /// [`record_id`](super::PhoneCdr::record_id) is that of the customer's side.
        pub record_id: Option<String> = "RecordId" as Id,
        /// URL of the leg's recording. Not in the older document; source: the pull API's `ServeParticipant` in Tencent
        /// Cloud's SDK.
        #[doc(alias = "RecordURL")]
        pub record_url: Option<String> = "RecordURL" as Link,
        /// URL of the leg's recording in a bucket of your own; `None` unless recordings are copied there. Not in the
        /// older document; source: the pull API's `ServeParticipant` in Tencent Cloud's SDK, since March 2022.
        #[doc(alias = "CustomRecordURL")]
        pub custom_record_url: Option<String> = "CustomRecordURL" as Link,
        /// E-mail address of the agent who transferred the call here; `None` (`""` on the wire) if it was not
        /// transferred.
        pub transfer_from: Option<String> = "TransferFrom" as Account,
        /// How the participant who transferred the call here took part. Not in the older document; source: the pull
        /// API's `ServeParticipant` in Tencent Cloud's SDK, since May 2023.
        pub transfer_from_type: Option<ParticipantType> = "TransferFromType",
        /// E-mail address of the agent to whom the call was transferred; `None` (`""` on the wire) if it was not.
        pub transfer_to: Option<String> = "TransferTo" as Account,
        /// How the participant to whom the call was transferred took part; `None` (`""` on the wire) if there was no
        /// transfer.
        pub transfer_to_type: Option<ParticipantType> = "TransferToType",
        /// Id of the skill group; `None` (0 on the wire) if there is none.
        pub skill_group_id: Option<u64> = "SkillGroupId" as NonZero,
        /// Name of the skill group.
        pub skill_group_name: Option<String> = "SkillGroupName" as Plain,
        /// Priority with which the skill group assigns calls to the agent.
        pub skill_group_priority: Option<i64> = "SkillGroupPriority",
        /// How the leg ended.
        pub end_status_string: Option<EndStatusString> = "EndStatusString",
    }
}
