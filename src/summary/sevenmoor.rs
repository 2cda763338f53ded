//! What 7moor's record says.

use chrono::{DateTime, Utc};

use super::call_summary::distinct;
use super::lengths::{between, sound, within};
use super::{CallSummary, Channel, Direction, HungUpBy, Outcome, Vendor};
use crate::sevenmoor::{CallRecord, CallStatus, CallType, FailureReason};

/// SIP's answers for a busy line (RFC 3261): 486 here, 600 everywhere.
const SIP_BUSY: [u32; 2] = [486, 600];

impl From<&CallRecord> for CallSummary {
    fn from(record: &CallRecord) -> Self {
        let mut call = Self::new(Vendor::SevenMoor, Channel::Phone);
        call.account_id = record.account_id.clone();
        call.call_id = record.call_unique_id.clone();
        call.direction = record.call_type.as_ref().and_then(direction);
        call.customer_number = record.customer_number.clone();
        call.customer_id = record.customer_id.clone();
        call.customer_name = record.customer_name.clone();
        call.service_number = match call.direction {
            Some(Direction::Outbound) => record.display_number.clone(),
            Some(_) => record.trunk_number.clone().or_else(|| record.hot_line_number.clone()),
            None => record.trunk_number.clone().or_else(|| record.display_number.clone()),
        };
        call.agent_id = record.agent_id.clone();
        call.agent_number = record.agent_number.clone();
        call.agent_name = record.agent_name.clone();
        call.queue_id = record.queue_number.clone();
        call.queue_name = record.queue_name.clone();

        let (rang, picked_up) = called(record, call.direction);
        let answered = picked_up.or(record.bridge_time);
        let hung_up = record.hangup_time.or(record.end_time);
        call.outcome = outcome(record, answered);
        let is_answered = call.outcome.as_ref().is_some_and(Outcome::is_answered);
        call.started_at = record.start_time;
        call.queued_at = record.join_queue_time;
        call.rang_at = rang;
        call.answered_at = answered.filter(|_| is_answered);
        call.ended_at = record.end_time.or(record.hangup_time);

        let ring_duration = match call.direction {
            Some(Direction::Inbound) => record.agent_ring_duration,
            Some(Direction::Outbound) => record.customer_ring_duration,
            Some(Direction::Internal) | None => None,
        };
        let total = between(call.started_at, call.ended_at).or_else(|| record.total_duration.and_then(sound));
        call.total = total;
        let queued_until = record.agent_start_time.or(hung_up);
        call.wait = within(total, between(record.join_queue_time, queued_until), record.wait_duration);
        call.ring = within(total, between(rang, picked_up.or(hung_up)), ring_duration);
        if is_answered {
            call.talk = within(total, between(record.bridge_time.or(answered), hung_up), record.bridge_duration);
        }

        let status = record.status.as_ref().map(|word| word.as_str());
        let reason = record.failure_reason.as_ref().map(|word| word.as_str());
        call.vendor_status = status.or(reason).map(str::to_owned);
        call.hung_up_by = record.hang_up_side.as_ref().map(HungUpBy::from);
        call.transferred = record.status == Some(CallStatus::CallTransfer) || record.relative_call_unique_id.is_some();
        call.satisfaction = (!record.satisfy_keys.is_empty()).then(|| record.satisfy_keys.join(" "));
        call.recording_urls = distinct([
            &record.record_file_url,
            &record.double_track_file_url,
            &record.agent_file_url,
            &record.customer_file_url,
        ]);
        call
    }
}

fn direction(call_type: &CallType) -> Option<Direction> {
    match call_type {
        CallType::Incoming => Some(Direction::Inbound),
        CallType::Dialout | CallType::PreviewDialout | CallType::AutoDialout => Some(Direction::Outbound),
        CallType::Webcall | CallType::Other(_) => None,
    }
}

/// When the one whose answer counts was called, and answered.
fn called(record: &CallRecord, direction: Option<Direction>) -> (Option<DateTime<Utc>>, Option<DateTime<Utc>>) {
    match direction {
        Some(Direction::Inbound) => (record.agent_start_time, record.agent_answer_time),
        Some(Direction::Outbound) => (record.customer_start_time, record.customer_answer_time),
        Some(Direction::Internal) | None => (None, None),
    }
}

/// `status` first; see [`Outcome`].
fn outcome(record: &CallRecord, answered: Option<DateTime<Utc>>) -> Option<Outcome> {
    let reason = record.failure_reason.as_ref();
    match &record.status {
        Some(CallStatus::CustomerNoAnswer) => Some(match reason {
            Some(reason @ (FailureReason::Forbidden | FailureReason::ServiceUnavailable | FailureReason::Cancel)) => {
                Outcome::from(reason)
            }
            _ if record.sip_code.is_some_and(|code| SIP_BUSY.contains(&code)) => Outcome::Busy,
            _ => Outcome::from(&CallStatus::CustomerNoAnswer),
        }),
        Some(CallStatus::CallTransfer | CallStatus::Other(_)) | None if answered.is_some() => Some(Outcome::Answered),
        Some(status) => Some(Outcome::from(status)),
        None => reason.map(Outcome::from),
    }
}
