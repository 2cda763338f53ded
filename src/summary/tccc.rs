//! What TCCC's records say.

use chrono::{DateTime, TimeDelta, Utc};

use super::durations::{between, within};
use super::texts::{distinct, is_phone_number};
use super::{CallSummary, Channel, Direction, HungUpBy, Outcome, Vendor};
use crate::phone_number::PhoneNumber;
use crate::tccc::{CallType, ChatCdr, EndStatusString, IvrKeyPress, PhoneCdr, Push, SeatUser, VideoCdr};

impl PhoneCdr {
    /// The call as a [`CallSummary`], the same type for every vendor.
    pub fn summary(&self) -> CallSummary {
        self.into()
    }
}

impl ChatCdr {
    /// The chat as a [`CallSummary`], the same type for every vendor.
    pub fn summary(&self) -> CallSummary {
        self.into()
    }
}

impl VideoCdr {
    /// The call as a [`CallSummary`], the same type for every vendor.
    pub fn summary(&self) -> CallSummary {
        self.into()
    }
}

impl Push {
    /// The call as a [`CallSummary`], the same type for every vendor. `None` unless the push is the record of a call, a
    /// chat or a video call.
    pub fn summary(&self) -> Option<CallSummary> {
        match self {
            Self::Phone(cdr) => Some(cdr.summary()),
            Self::Chat(cdr) => Some(cdr.summary()),
            Self::Video(cdr) => Some(cdr.summary()),
            _ => None,
        }
    }
}

impl From<&PhoneCdr> for CallSummary {
    fn from(cdr: &PhoneCdr) -> Self {
        let mut call = record(Channel::Phone, cdr.sdk_app_id, &cdr.session_id, cdr.seat_user.as_ref());
        call.direction = direction(cdr);
        numbers(&mut call, cdr);
        queue(&mut call, cdr.queued_skill_group_id, &cdr.queued_skill_group_name);
        course(
            &mut call,
            [cdr.end_status_string.as_ref(), cdr.known_end_status()],
            Instants {
                started: cdr.start_timestamp.or(cdr.time),
                queued: cdr.queued_timestamp,
                rang: cdr.ring_timestamp,
                picked_up: cdr.accept_timestamp,
                answered: cdr.answered_at(),
                ended: cdr.ended_timestamp,
            },
            cdr.duration,
        );
        call.hung_up_by = cdr.hung_up_side.as_ref().map(HungUpBy::from);

        let legs = &cdr.serve_participants;
        call.transferred |= legs.iter().any(|leg| {
            leg.transfer_from.is_some()
                || leg.transfer_to.is_some()
                || leg.end_status_string.as_ref().is_some_and(EndStatusString::is_transfer)
        });
        call.ai_handled |= cdr.ai_agent_id.is_some_and(|id| id != 0) || cdr.ai_agent_name.is_some();
        call.satisfaction = answers(&cdr.post_ivr_key_pressed_ex).or_else(|| answers(&cdr.post_ivr_key_pressed));
        let of_legs = legs.iter().filter_map(|leg| leg.record_id.as_ref());
        call.recording_ids = distinct(&mut cdr.record_id.iter().chain(of_legs));
        let own = cdr.record_url.iter().chain(&cdr.custom_record_url);
        let of_legs = legs.iter().flat_map(|leg| leg.record_url.iter().chain(&leg.custom_record_url));
        call.recording_urls = distinct(&mut own.chain(of_legs).chain(&cdr.voicemail_record_url));
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
            [cdr.end_status_string.as_ref(), cdr.known_end_status()],
            Instants {
                started: cdr.start_timestamp,
                queued: cdr.queued_timestamp,
                rang: cdr.ring_timestamp,
                picked_up: cdr.accept_timestamp,
                answered: cdr.answered_at(),
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
            [cdr.end_status_string.as_ref(); 2],
            Instants {
                started: cdr.start_timestamp,
                queued: None,
                rang: None,
                picked_up: cdr.accept_timestamp,
                answered: cdr.answered_at(),
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
    /// When the ringing ended with an answer, even if only voicemail answered.
    picked_up: Option<DateTime<Utc>>,
    answered: Option<DateTime<Utc>>,
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

/// Whose number is whose.
fn numbers(call: &mut CallSummary, cdr: &PhoneCdr) {
    let is_over_ip = cdr.call_type == Some(CallType::AudioInbound);
    let (customer, stand_in, is_user, service) = match call.direction {
        Some(Direction::Inbound) => {
            (&cdr.caller, &cdr.protected_caller, is_over_ip, cdr.callee.as_ref().or(cdr.protected_callee.as_ref()))
        }
        Some(Direction::Outbound) => {
            (&cdr.callee, &cdr.protected_callee, false, cdr.caller.as_ref().or(cdr.protected_caller.as_ref()))
        }
        Some(Direction::Internal) | None => return,
    };
    let number = if is_user {
        // The caller is a user of a web page or an app, whose id may be a phone number.
        call.customer_id = customer.clone();
        customer.as_ref().filter(|id| PhoneNumber::parse(id).is_some())
    } else {
        customer.as_ref().filter(|number| is_phone_number(number))
    };
    call.customer_number = number.or(stand_in.as_ref()).cloned();
    call.service_number = service.cloned();
}

fn queue(call: &mut CallSummary, id: Option<u64>, name: &Option<String>) {
    call.queue_id = id.filter(|id| *id != 0).map(|id| id.to_string());
    call.queue_name = name.clone();
}

/// How the call went: instants, durations, outcome. The status comes as the record has it, and as it is known.
fn course(
    call: &mut CallSummary,
    [status, known]: [Option<&EndStatusString>; 2],
    at: Instants,
    duration: Option<TimeDelta>,
) {
    call.started_at = at.started;
    call.queued_at = at.queued;
    call.rang_at = at.rang;
    call.answered_at = at.answered;
    call.ended_at = at.ended;
    call.outcome = if at.answered.is_some() { Some(Outcome::Answered) } else { known.and_then(unanswered) };
    call.vendor_status = status.or(known).map(|status| status.as_str().to_owned());
    call.transferred = known.is_some_and(EndStatusString::is_transfer);
    call.ai_handled = known.is_some_and(EndStatusString::is_of_ai_agent);

    let total = between(at.started, at.ended);
    call.total = total;
    call.wait = within(total, between(at.queued, at.rang.or(at.picked_up).or(at.ended)), None);
    call.ring = within(total, between(at.rang, at.picked_up.or(at.ended)), None);
    call.talk = at.answered.and_then(|answered| within(total, between(Some(answered), at.ended), duration));
}

/// What a value says of a call without an answer. One that implies an answer says only whether the call was
/// transferred.
fn unanswered(word: &EndStatusString) -> Option<Outcome> {
    match Outcome::from(word) {
        Outcome::Answered => word.is_transfer().then_some(Outcome::Transferred),
        outcome => Some(outcome),
    }
}

/// `Direction` before `CallType`, but it has no value for an internal call.
fn direction(cdr: &PhoneCdr) -> Option<Direction> {
    let of_type = cdr.call_type.and_then(|call_type| call_type.facts().copied());
    let of_cdr = cdr.direction.and_then(|direction| direction.facts().copied());
    if of_type == Some(Direction::Internal) { of_type } else { of_cdr.or(of_type) }
}

/// What the customer pressed, by its label if it has one. `noInput` is no answer.
fn answers(presses: &[IvrKeyPress]) -> Option<String> {
    let pressed = presses.iter().filter(|press| press.key.as_deref() != Some("noInput"));
    let answers: Vec<&str> = pressed.filter_map(|press| press.label.as_deref().or(press.key.as_deref())).collect();
    (!answers.is_empty()).then(|| answers.join(" "))
}
