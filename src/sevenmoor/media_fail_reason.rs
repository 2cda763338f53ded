use chrono::TimeDelta;

use super::PushType;
use crate::wire::length::Millis;

payload! {
    /// Why media recognition hung up (`pushType` `mediaFailreason`): pushed, once the account has recognition before
    /// answer, when it hears that the call is refused.
    #[derive(Eq)]
    pub struct MediaFailReason {
        /// Id of the call's record.
        pub call_unique_id: Option<String> = "callUniqueId",
        /// Id of the account.
        pub account_id: Option<String> = "accountId",
        /// Which event it is.
        pub push_type: Option<PushType> = "pushType",
        /// Staff number of the agent. In the page's sample, not in its table.
        pub agent_number: Option<String> = "agentNumber",
        /// Why the call failed, `onThePhone` for instance; the page lists no words.
        pub pre_media_failure_reason: Option<String> = "preMediaFailureReason",
        /// Number of the result; the sample has 15 with `onThePhone`.
        pub pre_media_code: Option<i64> = "preMediaCode",
        /// The key word that was heard, `正在通话` ("on the phone") for instance.
        pub pre_media_key_word: Option<String> = "preMediaKeyWord",
        /// Id of the event.
        pub event_unique_id: Option<String> = "eventUniqueId",
        /// What was heard. The page describes it (`content.segments`), its sample lacks it.
        pub content: Option<MediaContent> = "content",
    }
}

payload! {
    /// What media recognition heard: `content` of [`MediaFailReason`].
    #[derive(Eq)]
    pub struct MediaContent {
        /// The sentences.
        pub segments: Vec<Segment> = "segments",
    }
}

payload! {
    /// A sentence that media recognition heard: an item of `content.segments` of [`MediaFailReason`].
    #[derive(Eq)]
    pub struct Segment {
        /// Where the sentence begins, to the millisecond.
        pub begin_time: Option<TimeDelta> = "beginTime" as Millis,
        /// Where the sentence ends, to the millisecond.
        pub end_time: Option<TimeDelta> = "endTime" as Millis,
        /// Id of the sound track that the sentence is on.
        pub channel_id: Option<i64> = "channelId",
        /// The sentence.
        pub text: Option<String> = "text",
    }
}

impl MediaFailReason {
    /// The sentences that were heard: those of `content`.
    pub fn segments(&self) -> &[Segment] {
        self.content.as_ref().map_or(&[], |content| &content.segments)
    }
}
