//! What TCCC's records say.

use chrono::{DateTime, TimeDelta, Utc};

use super::call_summary::distinct;
use super::lengths::{between, within};
use super::{CallSummary, Channel, Direction, HungUpBy, Outcome, Vendor};
use crate::tccc::{self, CallType, ChatCdr, EndStatusString, IvrKeyPress, PhoneCdr, SeatUser, VideoCdr};

impl From<&PhoneCdr> for CallSummary {
    fn from(cdr: &PhoneCdr) -> Self {
        // The pull API's twin of the record has the number, and in its older form no word.
        let code = cdr.end_status.and_then(|code| code.try_into().ok());
        let word = cdr.end_status_string.clone().or_else(|| EndStatusString::from_code(code?));
        let mut call = record(Channel::Phone, cdr.sdk_app_id, &cdr.session_id, cdr.seat_user.as_ref());

        call.direction = direction(cdr);
        let caller = cdr.caller.as_ref().or(cdr.protected_caller.as_ref()).cloned();
        let callee = cdr.callee.as_ref().or(cdr.protected_callee.as_ref()).cloned();
        match call.direction {
            Some(Direction::Inbound) => (call.customer_number, call.service_number) = (caller, callee),
            Some(Direction::Outbound) => (call.customer_number, call.service_number) = (callee, caller),
            Some(Direction::Internal) | None => {}
        }
        queue(&mut call, cdr.queued_skill_group_id, &cdr.queued_skill_group_name);
        course(
            &mut call,
            word.as_ref(),
            Instants {
                started: cdr.start_timestamp.or(cdr.time),
                queued: cdr.queued_timestamp,
                rang: cdr.ring_timestamp,
                accepted: cdr.accept_timestamp,
                ended: cdr.ended_timestamp,
            },
            cdr.duration,
        );
        call.hung_up_by = cdr.hung_up_side.as_ref().map(HungUpBy::from);

        let legs = &cdr.serve_participants;
        call.transferred |= legs.iter().any(|leg| {
            leg.transfer_from.is_some()
                || leg.transfer_to.is_some()
                || leg.end_status_string.as_ref().is_some_and(is_transfer)
        });
        call.ai_handled |= cdr.ai_agent_id.is_some_and(|id| id != 0) || cdr.ai_agent_name.is_some();
        call.satisfaction = answers(&cdr.post_ivr_key_pressed_ex).or_else(|| answers(&cdr.post_ivr_key_pressed));
        call.recording_ids = distinct([&cdr.record_id].into_iter().chain(legs.iter().map(|leg| &leg.record_id)));
        let of_legs = legs.iter().flat_map(|leg| [&leg.record_url, &leg.custom_record_url]);
        call.recording_urls = distinct([&cdr.record_url, &cdr.custom_record_url].into_iter().chain(of_legs));
        call
    }
}

impl From<&ChatCdr> for CallSummary {
    fn from(cdr: &ChatCdr) -> Self {
        let mut call = record(Channel::Chat, cdr.sdk_app_id, &cdr.session_id, cdr.seat_user.as_ref());
        call.customer_id = cdr.user_id.clone();
        call.customer_name = cdr.user_nick_name.clone();
        queue(&mut call, cdr.queued_skill_group_id, &cdr.queued_skill_group_name);
        course(
            &mut call,
            cdr.end_status_string.as_ref(),
            Instants {
                started: cdr.start_timestamp,
                queued: cdr.queued_timestamp,
                rang: cdr.ring_timestamp,
                accepted: cdr.accept_timestamp,
                ended: cdr.ended_timestamp,
            },
            cdr.duration,
        );
        call.satisfaction = cdr.satisfaction.as_ref().and_then(|given| given.content.clone().or(given.id.clone()));
        call
    }
}

impl From<&VideoCdr> for CallSummary {
    fn from(cdr: &VideoCdr) -> Self {
        let mut call = record(Channel::Video, cdr.sdk_app_id, &cdr.session_id, cdr.seat_user.as_ref());
        call.customer_id = cdr.user_id.clone();
        call.customer_name = cdr.user_nick_name.clone();
        queue(&mut call, cdr.queued_skill_group_id, &cdr.queued_skill_group_name);
        course(
            &mut call,
            cdr.end_status_string.as_ref(),
            Instants {
                started: cdr.start_timestamp,
                queued: None,
                rang: None,
                accepted: cdr.accept_timestamp,
                ended: cdr.ended_timestamp,
            },
            cdr.duration,
        );
        call
    }
}

/// The instants of a record.
struct Instants {
    started: Option<DateTime<Utc>>,
    queued: Option<DateTime<Utc>>,
    rang: Option<DateTime<Utc>>,
    accepted: Option<DateTime<Utc>>,
    ended: Option<DateTime<Utc>>,
}

/// Whose call it is, and who served it.
fn record(channel: Channel, sdk_app_id: u64, session_id: &str, seat: Option<&SeatUser>) -> CallSummary {
    let mut call = CallSummary::new(Vendor::Tccc, channel);
    call.account_id = Some(sdk_app_id.to_string());
    call.call_id = Some(session_id.to_owned());
    if let Some(seat) = seat {
        call.agent_id = seat.user_id.clone();
        call.agent_number = seat.staff_number.clone();
        call.agent_name = seat.name.clone();
    }
    call
}

fn queue(call: &mut CallSummary, id: Option<u64>, name: &Option<String>) {
    call.queue_id = id.filter(|id| *id != 0).map(|id| id.to_string());
    call.queue_name = name.clone();
}

/// How the call went: instants, lengths, outcome.
fn course(call: &mut CallSummary, word: Option<&EndStatusString>, at: Instants, duration: Option<TimeDelta>) {
    let answered = at.accepted.filter(|_| word != Some(&EndStatusString::VoiceMailReached));
    call.started_at = at.started;
    call.queued_at = at.queued;
    call.rang_at = at.rang;
    call.answered_at = answered;
    call.ended_at = at.ended;
    call.outcome = if answered.is_some() { Some(Outcome::Answered) } else { word.map(Outcome::from) };
    call.vendor_status = word.map(|word| word.as_str().to_owned());
    call.transferred = word.is_some_and(is_transfer);
    call.ai_handled = word.is_some_and(is_of_ai_agent);

    let total = between(at.started, at.ended);
    call.total = total;
    call.wait = within(total, between(at.queued, at.rang.or(at.accepted).or(at.ended)), None);
    call.ring = within(total, between(at.rang, at.accepted.or(at.ended)), None);
    if call.outcome.as_ref().is_some_and(Outcome::is_answered) {
        call.talk = within(total, between(answered, at.ended), duration);
    }
}

fn direction(cdr: &PhoneCdr) -> Option<Direction> {
    let of_type = match cdr.call_type {
        Some(CallType::Internal) => return Some(Direction::Internal),
        Some(CallType::Inbound | CallType::AudioInbound) => Some(Direction::Inbound),
        Some(CallType::Outbound | CallType::PredictiveOutbound) => Some(Direction::Outbound),
        Some(CallType::Other(_)) | None => None,
    };
    match cdr.direction {
        Some(tccc::Direction::Inbound) => Some(Direction::Inbound),
        Some(tccc::Direction::Outbound) => Some(Direction::Outbound),
        Some(tccc::Direction::Other(_)) | None => of_type,
    }
}

fn is_transfer(word: &EndStatusString) -> bool {
    matches!(word, EndStatusString::SeatForward | EndStatusString::OutboundForward)
}

/// The words that only a call with an AI agent has.
fn is_of_ai_agent(word: &EndStatusString) -> bool {
    matches!(
        word,
        EndStatusString::AsrError
            | EndStatusString::LlmasrError
            | EndStatusString::TtsError
            | EndStatusString::FunctionCallHangup
            | EndStatusString::MaxCallDurationReached
            | EndStatusString::UserInactivity
            | EndStatusString::CallTerminatedByApi
            | EndStatusString::UserHangupDuringAiCall
            | EndStatusString::AiAgentEndCall
    )
}

/// What was pressed, by its label where it has one; not that nothing was.
fn answers(presses: &[IvrKeyPress]) -> Option<String> {
    let pressed = presses.iter().filter(|press| press.key.as_deref() != Some("noInput"));
    let answers: Vec<&str> = pressed.filter_map(|press| press.label.as_deref().or(press.key.as_deref())).collect();
    (!answers.is_empty()).then(|| answers.join(" "))
}
