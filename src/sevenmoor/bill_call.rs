use std::fmt;
use std::hash::{Hash, Hasher};

use chrono::{DateTime, Utc};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::LoginType;
use crate::wire::instant::ChinaTime;
use crate::wire::scalar::{Codec, Forms, Plain, Read, Scalar};
use crate::wire::shape::deserialize_alone;

words! {
    /// Whose leg of the call it is: the fourth part of a [`BillCall`].
    pub enum BillSide: "side of the leg" {
        /// The agent's.
        Agent = "agent" => "Agent", "座席";
        /// The customer's.
        Customer = "customer" => "Customer", "用户";
    }
}

/// Where a telephone number is from: three parts of a [`BillCall`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct BillPlace {
    /// Country code (`86`).
    pub country_code: Option<String>,
    /// Area code (`010`).
    pub area_code: Option<String>,
    /// City (`北京`).
    pub city: Option<String>,
}

/// One leg of a call: an entry of `billCalls` of the [`CallRecord`](super::CallRecord), a text of 16 parts between `|`.
///
/// The page's table lacks `billCalls`, so the parts' names are taken from what the one sample has in them. A part that is
/// empty or the word `null` is absent. An entry may have fewer parts, or more, which are in [`more`](Self::more).
///
/// An entry is written back just as it came. Where a field was changed, its part is written anew and the others stay.
/// Two entries are equal if they are written alike. A part that could not be read as its field's type (an instant that
/// is none) leaves the field empty and stays in the text.
///
/// ```
/// use callhook::sevenmoor::{BillCall, BillSide};
///
/// let text = "2021-05-08 14:39:37|2021-05-08 14:39:42|2021-05-08 14:39:47|customer|01081400192|17319132391||\
///             mobileInternal|86|010|北京|86|010|北京|out-bound-customer|null";
/// let mut leg = BillCall::from(text);
/// assert_eq!(leg.side, Some(BillSide::Customer));
/// assert_eq!(leg.first_place.city.as_deref(), Some("北京"));
/// assert_eq!(leg.login_type, None);
/// assert_eq!(leg.to_string(), text);
///
/// leg.callee = Some("10086".to_owned());
/// assert_eq!(leg.to_string(), text.replace("17319132391", "10086"));
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct BillCall {
    /// When the leg began.
    pub start_time: Option<DateTime<Utc>>,
    /// When it was answered.
    pub answer_time: Option<DateTime<Utc>>,
    /// When it ended.
    pub end_time: Option<DateTime<Utc>>,
    /// Whose leg it is.
    pub side: Option<BillSide>,
    /// The number that was shown to the called one.
    pub display_number: Option<String>,
    /// The number that was called.
    pub callee: Option<String>,
    /// Staff number of the agent; absent on the customer's leg.
    pub agent_number: Option<String>,
    /// Kind of line, `mobileInternal` for instance.
    pub line_type: Option<String>,
    /// A place, presumably of one of the two numbers; in the sample both places are the same.
    pub first_place: BillPlace,
    /// The other place.
    pub second_place: BillPlace,
    /// Kind and direction of the leg: `out-bound-call-agent`, `out-bound-customer`.
    pub direction: Option<String>,
    /// With what the agent takes calls; absent (`null`) on the customer's leg.
    pub login_type: Option<LoginType>,
    /// Parts beyond the sixteenth, as they came.
    pub more: Vec<String>,
    /// The sixteen or fewer parts as they came; none of an entry that was not read.
    parts: Option<Vec<String>>,
}

/// How many parts have a field.
const PARTS: usize = 16;
/// What the vendor writes where a part has no value, sometimes.
const ABSENT: &str = "null";

impl BillCall {
    /// Reads a part into its field.
    fn set(&mut self, part: usize, text: &str) {
        match part {
            0 => self.start_time = read::<_, ChinaTime>(text),
            1 => self.answer_time = read::<_, ChinaTime>(text),
            2 => self.end_time = read::<_, ChinaTime>(text),
            3 => self.side = read::<_, Plain>(text),
            4 => self.display_number = read::<_, Plain>(text),
            5 => self.callee = read::<_, Plain>(text),
            6 => self.agent_number = read::<_, Plain>(text),
            7 => self.line_type = read::<_, Plain>(text),
            8 => self.first_place.country_code = read::<_, Plain>(text),
            9 => self.first_place.area_code = read::<_, Plain>(text),
            10 => self.first_place.city = read::<_, Plain>(text),
            11 => self.second_place.country_code = read::<_, Plain>(text),
            12 => self.second_place.area_code = read::<_, Plain>(text),
            13 => self.second_place.city = read::<_, Plain>(text),
            14 => self.direction = read::<_, Plain>(text),
            15 => self.login_type = read::<_, Plain>(text),
            _ => self.more.push(text.to_owned()),
        }
    }

    /// The text of a part's field.
    fn part(&self, part: usize) -> String {
        match part {
            0 => form::<_, ChinaTime>(&self.start_time),
            1 => form::<_, ChinaTime>(&self.answer_time),
            2 => form::<_, ChinaTime>(&self.end_time),
            3 => form::<_, Plain>(&self.side),
            4 => form::<_, Plain>(&self.display_number),
            5 => form::<_, Plain>(&self.callee),
            6 => form::<_, Plain>(&self.agent_number),
            7 => form::<_, Plain>(&self.line_type),
            8 => form::<_, Plain>(&self.first_place.country_code),
            9 => form::<_, Plain>(&self.first_place.area_code),
            10 => form::<_, Plain>(&self.first_place.city),
            11 => form::<_, Plain>(&self.second_place.country_code),
            12 => form::<_, Plain>(&self.second_place.area_code),
            13 => form::<_, Plain>(&self.second_place.city),
            14 => form::<_, Plain>(&self.direction),
            _ => form::<_, Plain>(&self.login_type),
        }
    }

    /// The parts that have a field, as they are written.
    fn written(&self) -> Vec<String> {
        let came = self.parts.as_deref();
        let mut parts: Vec<String> = (0..PARTS)
            .map(|part| {
                let now = self.part(part);
                match came.and_then(|came| came.get(part)) {
                    Some(text) => {
                        let mut then = Self::default();
                        then.set(part, text);
                        if then.part(part) == now { text.clone() } else { now }
                    }
                    None => now,
                }
            })
            .collect();
        if self.more.is_empty() {
            let count = came.map_or(PARTS, <[String]>::len);
            while parts.len() > count && parts.last().is_some_and(String::is_empty) {
                parts.pop();
            }
        }
        parts
    }
}

/// A part's value; none where it has none, or cannot be read.
fn read<T, C: Codec<T>>(text: &str) -> Option<T> {
    if text.is_empty() || text == ABSENT {
        return None;
    }
    match C::scalar(Scalar::Text(text.into())) {
        Read::Is(value) | Read::Bent(value, _) => Some(value),
        Read::Absent | Read::Not(_) => None,
    }
}

/// A value as its part is written.
fn form<T, C: Codec<T>>(value: &Option<T>) -> String {
    match value.as_ref().map(|value| C::write(value, serde_json::value::Serializer)) {
        Some(Ok(Value::String(text))) => text,
        _ => String::new(),
    }
}

impl From<&str> for BillCall {
    fn from(text: &str) -> Self {
        let mut call = Self::default();
        let mut parts = Vec::with_capacity(PARTS);
        for (part, text) in text.split('|').enumerate() {
            call.set(part, text);
            if part < PARTS {
                parts.push(text.to_owned());
            }
        }
        call.parts = Some(parts);
        call
    }
}

/// The entry as it is written.
impl fmt::Display for BillCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, part) in self.written().iter().chain(&self.more).enumerate() {
            if i > 0 {
                f.write_str("|")?;
            }
            f.write_str(part)?;
        }
        Ok(())
    }
}

impl PartialEq for BillCall {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Eq for BillCall {}

impl Hash for BillCall {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.to_string().hash(state);
    }
}

impl Codec<BillCall> for Plain {
    const EXPECTED: &'static str = "16 parts as text";
    const FORMS: Forms = Forms::TEXT;

    fn scalar(scalar: Scalar<'_>) -> Read<'_, BillCall> {
        match scalar {
            Scalar::Text(text) => Read::Is(BillCall::from(&*text)),
            other => Read::Not(other),
        }
    }

    fn write<S: Serializer>(value: &BillCall, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }
}

impl Serialize for BillCall {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

deserialize_alone!(BillCall);
