//! What a body without `pushType` is, judged by its keys.

use super::PushType;
use super::push_type::Fields;
use crate::json::ValueRef;
use crate::model::keys::Keys;
use crate::model::open_enum::word;
use crate::model::tagged::find_values;
use crate::model::{Context, Fit, lists_nothing};

/// The keys that say what a body is.
pub const SHAPE: &Keys = keys!(
    ["pushType" "accountId" "callEvent" "callType" "statusName" "statusNumber"
     "cdrType" "billCalls" "totalDuration" "hangUpSide" "preMediaFailureReason" "preMediaCode" "preMediaKeyWord"
     "logoutType" "loginType"]
    [] []
);

/// Whether a value counts. A blank one does where its field is a text, which keeps it: what is written then has it too.
fn has_value(field: u8, value: ValueRef<'_>) -> bool {
    match SHAPE.name(field) {
        "statusName" | "cdrType" | "preMediaFailureReason" | "preMediaKeyWord" => {
            !value.says_nothing() || value.as_str().is_some_and(|text| !text.is_empty())
        }
        "billCalls" => !value.says_nothing() && !lists_nothing(value),
        _ => !value.says_nothing(),
    }
}

/// Which of these keys an object has.
pub struct Shape<'d> {
    push_type: Option<ValueRef<'d>>,
    pub call_event: Option<ValueRef<'d>>,
    pub call_type: Option<ValueRef<'d>>,
    pub has_account: bool,
    pub has_status: bool,
    pub is_record: bool,
    pub is_media: bool,
    pub is_logout: bool,
    pub is_login: bool,
}

impl<'d> Shape<'d> {
    pub fn of(object: ValueRef<'d>) -> Self {
        let [push_type, account_id, call_event, call_type, others @ .., logout, login] =
            find_values::<15>(SHAPE, object, has_value);
        let [status_name, status_number, record @ .., reason, code, key_word] = others;
        Self {
            push_type,
            call_event,
            call_type,
            has_account: account_id.is_some(),
            has_status: status_name.or(status_number).is_some(),
            is_record: record.iter().any(Option::is_some),
            is_media: reason.or(code).or(key_word).is_some(),
            is_logout: logout.is_some(),
            is_login: login.is_some(),
        }
    }

    pub fn push_type(&self) -> Option<PushType> {
        self.push_type.and_then(word)
    }

    /// Whether it is an event of a call or of an agent's status: by `pushType`, or if that is not listed, by the other
    /// keys.
    pub fn is_call(&self) -> bool {
        match self.push_type().and_then(|push_type| push_type.facts()) {
            Some(fields) => *fields == Fields::OfCall,
            None => self.has_status || self.call_event.or(self.call_type).is_some(),
        }
    }
}

pub const CONTENT: &str = "content";

/// The indices of the `content` values that a payload without such a field keeps: one for each spelling of the key.
pub fn kept_contents(root: ValueRef<'_>) -> Vec<u32> {
    let mut contents = root.values().filter(|value| value.key().eq_ignore_ascii_case(CONTENT));
    let mut kept: Vec<u32> = Vec::new();
    for value in root.sorted(&mut contents) {
        // Of equal keys, the last one counts.
        kept.pop_if(|last| root.at(*last).key() == value.key());
        kept.push(value.index);
    }
    kept
}

/// Looks at each `content` of a body that is an object, or as a whole the JSON text of one. Of several, the one that
/// counts comes last: an exact key after another letter case, and otherwise a later one after an earlier one.
pub fn each_content<'d>(root: ValueRef<'d>, cx: &mut Context, look: &mut dyn FnMut(ValueRef<'d>, &Shape<'_>)) {
    // Most bodies have none.
    if !root.entries().any(|(key, _)| key.eq_ignore_ascii_case(CONTENT)) {
        return;
    }
    let contents = |is_exact: bool| {
        let is_wanted = move |key: &str| key.eq_ignore_ascii_case(CONTENT) && (key == CONTENT) == is_exact;
        root.values().filter(move |value| is_wanted(value.key()))
    };
    // JSON text may be as deep as where the call is read, which is within the body's object.
    let place = cx.enter(SHAPE);
    for value in contents(false).chain(contents(true)) {
        // Not an object in a list of one: a `content` that is a list belongs in `extra`.
        cx.read_embedded(value, '{', &mut |object, _| {
            look(value, &Shape::of(object));
            Fit::Read
        });
    }
    cx.leave(place);
}
