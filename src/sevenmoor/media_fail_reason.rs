use chrono::TimeDelta;

use super::PushType;

payload! {
    /// Why a call was hung up, as recognised from early media (`pushType` `mediaFailreason`). It is pushed when a call
    /// is refused, if early-media recognition (前媒体识别) is switched on for the account.
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    #[derive(Eq, Hash)]
    pub struct MediaFailReason {
        /// Id of the call, as in its events and its record. The table calls it the primary key and the id of the call's
        /// record.
        pub call_unique_id: Option<String> = "callUniqueId" as Id,
        /// Id of the account.
        pub account_id: Option<String> = "accountId" as Id,
        /// Which event it is.
        pub push_type: Option<PushType> = "pushType",
        /// Staff number of the agent. In the document's sample, not in its table.
        pub agent_number: Option<String> = "agentNumber" as Id,
        /// Why the call failed, for instance `onThePhone`. The values are not documented.
        pub pre_media_failure_reason: Option<String> = "preMediaFailureReason" as Plain,
        /// Code of the result; the sample has 15 with `onThePhone`.
        pub pre_media_code: Option<i64> = "preMediaCode",
        /// The key word that was heard, for instance `正在通话` ("on the phone").
        pub pre_media_key_word: Option<String> = "preMediaKeyWord" as FreeText,
        /// Id of the event.
        pub event_unique_id: Option<String> = "eventUniqueId" as Id,
        /// What was heard. Documented (`content.segments`), but not in the sample.
        pub content: Option<MediaContent> = "content",
    }
}

payload! {
    /// What was heard in the early media: `content` of [`MediaFailReason`].
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    #[derive(Eq, Hash)]
    pub struct MediaContent {
        /// The sentences.
        pub segments: Vec<Segment> = "segments",
    }
}

payload! {
    /// A sentence that was heard in the early media: an item of `content.segments` of [`MediaFailReason`].
    ///
    /// Source: [事件推送接口](https://developer.7moor.com/v7/outpush-callevent/) (event push interface).
    #[derive(Eq, Hash)]
    pub struct Segment {
        /// Where the sentence begins, as an offset in milliseconds.
        pub begin_time: Option<TimeDelta> = "beginTime" as Millis,
        /// Where the sentence ends, as an offset in milliseconds.
        pub end_time: Option<TimeDelta> = "endTime" as Millis,
        /// Id of the sentence's sound track.
        pub channel_id: Option<i64> = "channelId",
        /// The sentence.
        pub text: Option<String> = "text" as FreeText,
    }
}

impl MediaFailReason {
    /// The sentences that were heard: those of `content`.
    pub fn segments(&self) -> &[Segment] {
        self.content.as_ref().map_or(&[], |content| &content.segments)
    }
}
