//! What 7moor's record says.

use chrono::{DateTime, TimeDelta, Utc};

use super::durations::{between, plausible, within};
use super::texts::{distinct, is_phone_number};
use super::{CallSummary, Channel, Direction, HungUpBy, Outcome, Vendor};
use crate::sevenmoor::{CallRecord, CallStatus, CallType, FailureReason, Push};

/// SIP's responses for a busy line (RFC 3261): 486 here, 600 everywhere.
const SIP_BUSY: [u32; 2] = [486, 600];

impl CallRecord {
    /// The call as a [`CallSummary`], the same type for every vendor.
    pub fn summary(&self) -> CallSummary {
        self.into()
    }
}

impl Push {
    /// The call as a [`CallSummary`], the same type for every vendor. `None` unless the push is a call record.
    pub fn summary(&self) -> Option<CallSummary> {
        match self {
            Self::CallRecord(record) => Some(record.summary()),
            _ => None,
        }
    }
}

impl From<&CallRecord> for CallSummary {
    fn from(record: &CallRecord) -> Self {
        let mut call = Self::new(Vendor::SevenMoor, Channel::Phone);
        call.account_id = record.account_id.clone();
        call.call_id = record.call_unique_id.clone();
        call.direction = record.call_type.as_ref().and_then(CallType::direction);
        call.customer_number = record.customer_number.clone().filter(|number| is_phone_number(number));
        call.customer_id = record.customer_id.clone();
        call.customer_name = record.customer_name.clone();
        call.service_number = match call.direction {
            Some(Direction::Outbound) => record.display_number.clone().or_else(|| record.virtual_number.clone()),
            Some(_) => record.trunk_number.clone().or_else(|| record.hot_line_number.clone()),
            None => record.trunk_number.clone().or_else(|| record.display_number.clone()),
        };
        call.agent_id = record.agent_id.clone();
        call.agent_number = record.agent_number.clone();
        call.agent_name = record.agent_name.clone();
        call.queue_id = record.queue_number.clone();
        call.queue_name = record.queue_name.clone();

        let answered = record.answered_at();
        // The survey comes after the talk.
        let hung_up = record.hangup_time.or(record.satisfy_start_time).or(record.end_time);
        let ringing = Ringing::of(record, call.direction);
        call.started_at = record.start_time;
        call.queued_at = record.join_queue_time;
        call.rang_at = ringing.began;
        call.answered_at = answered;
        call.ended_at = record.end_time.or(record.hangup_time);
        call.outcome = if answered.is_some() { Some(Outcome::Answered) } else { unanswered(record) };

        let total = between(call.started_at, call.ended_at).or_else(|| record.total_duration.and_then(plausible));
        call.total = total;
        let agent_joined = answered.and(record.agent_answer_time.or(record.bridge_time));
        let queued_until = record.agent_start_time.or(agent_joined).or(hung_up);
        call.wait = within(total, between(record.join_queue_time, queued_until), record.wait_duration);
        if ringing.began.is_some() {
            call.ring =
                within(total, between(ringing.began, ringing.picked_up.or(answered).or(hung_up)), ringing.figure);
        }
        if answered.is_some() {
            call.talk = within(total, between(record.bridge_time.or(answered), hung_up), record.bridge_duration);
        }

        let status = record.status.as_ref().map(CallStatus::as_str);
        let reason = record.failure_reason.as_ref().map(FailureReason::as_str);
        call.vendor_status = status.or(reason).map(str::to_owned);
        call.hung_up_by = record.hang_up_side.as_ref().map(HungUpBy::from);
        call.transferred = record.status == Some(CallStatus::CallTransfer) || record.relative_call_unique_id.is_some();
        call.satisfaction = (!record.satisfy_keys.is_empty()).then(|| record.satisfy_keys.join(" "));
        let recordings = [
            &record.record_file_url,
            &record.double_track_file_url,
            &record.agent_file_url,
            &record.customer_file_url,
            &record.voice_mail_url,
        ];
        call.recording_urls = distinct(&mut recordings.into_iter().flatten());
        call
    }
}

/// The ringing at the side whose answer counts.
#[derive(Default)]
struct Ringing {
    began: Option<DateTime<Utc>>,
    picked_up: Option<DateTime<Utc>>,
    /// How long it was, by the vendor's figure.
    figure: Option<TimeDelta>,
}

impl Ringing {
    fn of(record: &CallRecord, direction: Option<Direction>) -> Self {
        match direction {
            Some(Direction::Inbound) => Self {
                began: record.agent_start_time,
                picked_up: record.agent_answer_time,
                figure: record.agent_ring_duration,
            },
            Some(Direction::Outbound) => Self {
                began: record.customer_start_time,
                picked_up: record.customer_answer_time,
                figure: record.customer_ring_duration,
            },
            Some(Direction::Internal) | None => Self::default(),
        }
    }
}

/// The outcome of a call without an answer: `status` first; see [`Outcome`].
fn unanswered(record: &CallRecord) -> Option<Outcome> {
    let reason = record.failure_reason.as_ref();
    let outcome = match &record.status {
        Some(CallStatus::CustomerNoAnswer) => match reason {
            Some(reason @ (FailureReason::Forbidden | FailureReason::ServiceUnavailable | FailureReason::Cancel)) => {
                Outcome::from(reason)
            }
            _ if record.sip_code.is_some_and(|code| SIP_BUSY.contains(&code)) => Outcome::Busy,
            _ => Outcome::from(&CallStatus::CustomerNoAnswer),
        },
        Some(status) => Outcome::from(status),
        None => Outcome::from(reason?),
    };
    (!outcome.is_answered()).then_some(outcome)
}
