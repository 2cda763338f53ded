use chrono::{DateTime, TimeDelta, Utc};

use super::{Direction, EndStatusString, HungUpSide, IvrKeyPress, SeatUser, ServeParticipant, TelLocation};
use crate::wire::instant::UnixSeconds;
use crate::wire::length::Seconds;

payload! {
    /// A phone call's record (`action=cdr`): one for each call of a customer, in or out, however often it was
    /// transferred. The legs are in `serve_participants`.
    ///
    /// Page: [电话 CDR 数据推送](https://cloud.tencent.com/document/product/679/67257) (phone CDR push).
    #[derive(Eq)]
    pub struct PhoneCdr {
        /// Contact-centre application (SDKAppID) that had the call. The record cannot be read without it.
        pub sdk_app_id: u64 = "SdkAppId",
        /// Id of the call. The record cannot be read without it.
        pub session_id: String = "SessionId",
        /// Which side began the call.
        pub direction: Option<Direction> = "Direction",
        /// When the call began.
        pub start_timestamp: Option<DateTime<Utc>> = "StartTimestamp" as UnixSeconds,
        /// When it first rang; absent (0) if it never did. In the page's sample, not in its table.
        pub ring_timestamp: Option<DateTime<Utc>> = "RingTimestamp" as UnixSeconds,
        /// When it was answered: by the agent on an inbound call, by the customer on an outbound one. Absent (0) if it
        /// never was. In the page's sample, not in its table.
        pub accept_timestamp: Option<DateTime<Utc>> = "AcceptTimestamp" as UnixSeconds,
        /// When the call ended.
        pub ended_timestamp: Option<DateTime<Utc>> = "EndedTimestamp" as UnixSeconds,
        /// Id of the skill group that the call queued for, 0 where it queued for none. An outbound call has the agent's
        /// only group; of several the one that the calling number is bound to; else the agent's first.
        #[doc(alias = "QueuedSkillGroupID")]
        pub queued_skill_group_id: Option<u64> = "QueuedSkillGroupId",
        /// Time of service, to the second: from answer to end, says the page, though its sample has 15 and then 0 for a
        /// call that was never answered. The last one is kept.
        pub duration: Option<TimeDelta> = "Duration" as Seconds,
        /// Time in the IVR, to the second: from start to queueing.
        #[doc(alias = "IVRDuration")]
        pub ivr_duration: Option<TimeDelta> = "IVRDuration" as Seconds,
        /// How the call ended.
        pub end_status_string: Option<EndStatusString> = "EndStatusString",
        /// Who hung up.
        pub hung_up_side: Option<HungUpSide> = "HungUpSide",
        /// Number that called, as the vendor writes it (`008602066247698`). Absent (`""`) under number protection.
        pub caller: Option<String> = "Caller",
        /// Number that was called, as the vendor writes it. Absent (`""`) under number protection.
        pub callee: Option<String> = "Callee",
        /// Keys that the customer pressed in the IVR.
        #[doc(alias = "IVRKeyPressed")]
        pub ivr_key_pressed: Vec<String> = "IVRKeyPressed",
        /// The same, with what each key stands for.
        #[doc(alias = "IVRKeyPressedEx")]
        pub ivr_key_pressed_ex: Vec<IvrKeyPress> = "IVRKeyPressedEx",
        /// Keys pressed after the call, in the satisfaction survey for instance.
        #[doc(alias = "PostIVRKeyPressed")]
        pub post_ivr_key_pressed: Vec<IvrKeyPress> = "PostIVRKeyPressed",
        /// The agent; after a transfer the last one.
        pub seat_user: Option<SeatUser> = "SeatUser",
        /// The legs of service, one for each participant that the call reached.
        pub serve_participants: Vec<ServeParticipant> = "ServeParticipants",
        /// Remark on the customer.
        pub user_remark: Option<String> = "UserRemark",
        /// Where the number is from.
        pub tel_location: Option<TelLocation> = "TelLocation",
        /// What the caller of the outbound-call API passed in to come along.
        pub uui: Option<String> = "Uui",
    }
}
