use chrono::{DateTime, Utc};

use super::EndStatusString;
use crate::wire::instant::UnixSeconds;

words! {
    /// How a participant took part: `Type`, `TransferFromType` and `TransferToType` of [`ServeParticipant`].
    pub enum ParticipantType: "participant type" {
        /// An agent at the workstation (web or client).
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
    #[derive(Eq)]
    pub struct ServeParticipant {
        /// Number of the leg, from 0. In the table, not in the sample.
        pub sequence: Option<i64> = "Sequence",
        /// The agent's e-mail address.
        pub mail: Option<String> = "Mail",
        /// The agent's phone number; absent where there is none (`""` in the sample).
        pub phone: Option<String> = "Phone",
        /// When the leg began.
        pub start_timestamp: Option<DateTime<Utc>> = "StartTimestamp" as UnixSeconds,
        /// When it began to ring; absent (0) if it never did.
        pub ring_timestamp: Option<DateTime<Utc>> = "RingTimestamp" as UnixSeconds,
        /// When it was answered; absent (0) if it never was.
        pub accept_timestamp: Option<DateTime<Utc>> = "AcceptTimestamp" as UnixSeconds,
        /// When the leg ended.
        pub ended_timestamp: Option<DateTime<Utc>> = "EndedTimestamp" as UnixSeconds,
        /// How the participant took part.
        pub r#type: Option<ParticipantType> = "Type",
        /// Id of the leg's recording.
        pub record_id: Option<String> = "RecordId",
        /// Where the leg's recording is. Not in the older document; source: the pull API's `ServeParticipant` in Tencent
        /// Cloud's SDK.
        #[doc(alias = "RecordURL")]
        pub record_url: Option<String> = "RecordURL",
        /// Where the leg's recording is in a bucket of your own. Not in the older document; source: the pull API's
        /// `ServeParticipant` in Tencent Cloud's SDK, since March 2022.
        #[doc(alias = "CustomRecordURL")]
        pub custom_record_url: Option<String> = "CustomRecordURL",
        /// Agent from whom the call came by transfer; absent (`""`) where it came otherwise.
        pub transfer_from: Option<String> = "TransferFrom",
        /// How the one from whom the call came takes part. Not in the older document; source: the pull API's
        /// `ServeParticipant` in Tencent Cloud's SDK, since May 2023.
        pub transfer_from_type: Option<ParticipantType> = "TransferFromType",
        /// Agent to whom the call went by transfer; absent (`""`) where it went nowhere.
        pub transfer_to: Option<String> = "TransferTo",
        /// How the one to whom the call went takes part.
        pub transfer_to_type: Option<ParticipantType> = "TransferToType",
        /// Id of the skill group.
        pub skill_group_id: Option<u64> = "SkillGroupId",
        /// Name of the skill group.
        pub skill_group_name: Option<String> = "SkillGroupName",
        /// Priority with which the skill group assigns calls to the agent.
        pub skill_group_priority: Option<i64> = "SkillGroupPriority",
        /// How the leg ended.
        pub end_status_string: Option<EndStatusString> = "EndStatusString",
    }
}
