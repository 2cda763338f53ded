use std::fmt;

use chrono::{DateTime, Utc};
use serde::de::{Deserialize, Deserializer, Error as _};

use super::LoginType;
use crate::json::trim;
use crate::model::codecs::{ChinaTime, TextParts};
use crate::model::{read_alone, read_part};

open_enum! {
    /// Whose leg of the call it is: the fourth part of a [`BillCall`].
    pub enum BillSide: "side of the leg" {
        /// The agent's.
        Agent = "agent" => "Agent", "坐席";
        /// The customer's.
        Customer = "customer" => "Customer", "用户";
    }
}

/// The place where a phone number is registered: three parts of a [`BillCall`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct BillPlace<'a> {
    /// Country code (`86`).
    pub country_code: Option<&'a str>,
    /// Area code (`010`).
    pub area_code: Option<&'a str>,
    /// City (`北京`).
    pub city: Option<&'a str>,
}

/// One leg of a call: an entry of `billCalls` of the [`CallRecord`](super::CallRecord), a text of 16 parts separated by
/// `|`.
///
/// It keeps the text as it came and writes it back unchanged; each part is read when you ask for it. The documented
/// table lacks `billCalls`, so the names of the parts are inferred from the one sample. A part is `None` if it is
/// missing, empty, the word `null` or not of its type; [`part`](Self::part) has its text. Parts beyond the sixteenth
/// are in [`parts`](Self::parts).
///
/// ```
/// use callhook::sevenmoor::{BillCall, BillSide};
///
/// let text = "2021-05-08 14:39:37|2021-05-08 14:39:42|2021-05-08 14:39:47|customer|01081400192|17319132391||\
///             mobileInternal|86|010|北京|86|010|北京|out-bound-customer|null";
/// let leg = BillCall::from(text);
/// assert_eq!(leg.side(), Some(BillSide::Customer));
/// assert_eq!(leg.answer_time().unwrap().to_rfc3339(), "2021-05-08T06:39:42+00:00");
/// assert_eq!(leg.first_place().city, Some("北京"));
/// assert_eq!(leg.login_type(), None);
/// assert_eq!(leg.part(16), Some("null"));
/// assert_eq!(leg.as_str(), text);
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct BillCall(String);

/// What the vendor sometimes writes for a part without a value.
const ABSENT: &str = "null";

impl BillCall {
    /// The entry as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The parts as they came, however many there are.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('|')
    }

    /// The text of a part, counted from 1; `None` if the entry has fewer parts.
    pub fn part(&self, number: usize) -> Option<&str> {
        self.parts().nth(number.checked_sub(1)?)
    }

    /// When the leg began (part 1).
    pub fn start_time(&self) -> Option<DateTime<Utc>> {
        self.instant(1)
    }

    /// When the leg was answered (part 2).
    pub fn answer_time(&self) -> Option<DateTime<Utc>> {
        self.instant(2)
    }

    /// When the leg ended (part 3).
    pub fn end_time(&self) -> Option<DateTime<Utc>> {
        self.instant(3)
    }

    /// Whose leg it is (part 4).
    pub fn side(&self) -> Option<BillSide> {
        self.text(4).map(Into::into)
    }

    /// The number that was shown to the called party (part 5).
    pub fn display_number(&self) -> Option<&str> {
        self.text(5)
    }

    /// The number that was called (part 6).
    pub fn callee(&self) -> Option<&str> {
        self.text(6)
    }

    /// Staff number of the agent (part 7); `None` on the customer's leg.
    pub fn agent_number(&self) -> Option<&str> {
        self.text(7)
    }

    /// Kind of line (part 8), for instance `mobileInternal`.
    pub fn line_type(&self) -> Option<&str> {
        self.text(8)
    }

    /// A place (parts 9 to 11), presumably of one of the two numbers; in the sample both places are the same.
    pub fn first_place(&self) -> BillPlace<'_> {
        self.place(9)
    }

    /// The other place (parts 12 to 14).
    pub fn second_place(&self) -> BillPlace<'_> {
        self.place(12)
    }

    /// Kind and direction of the leg (part 15): `out-bound-call-agent`, `out-bound-customer`.
    pub fn direction(&self) -> Option<&str> {
        self.text(15)
    }

    /// The kind of phone on which the agent takes calls (part 16); `None` (`null`) on the customer's leg.
    pub fn login_type(&self) -> Option<LoginType> {
        self.text(16).map(Into::into)
    }

    fn text(&self, number: usize) -> Option<&str> {
        self.part(number).map(trim).filter(|text| !text.is_empty() && *text != ABSENT)
    }

    fn place(&self, first: usize) -> BillPlace<'_> {
        BillPlace { country_code: self.text(first), area_code: self.text(first + 1), city: self.text(first + 2) }
    }

    fn instant(&self, number: usize) -> Option<DateTime<Utc>> {
        read_part::<_, ChinaTime>(self.text(number)?)
    }
}

/// The parts by name.
impl fmt::Debug for BillCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BillCall")
            .field("start_time", &self.start_time())
            .field("answer_time", &self.answer_time())
            .field("end_time", &self.end_time())
            .field("side", &self.side())
            .field("display_number", &self.display_number())
            .field("callee", &self.callee())
            .field("agent_number", &self.agent_number())
            .field("line_type", &self.line_type())
            .field("first_place", &self.first_place())
            .field("second_place", &self.second_place())
            .field("direction", &self.direction())
            .field("login_type", &self.login_type())
            .field("more", &self.parts().skip(16).collect::<Vec<_>>())
            .finish()
    }
}

impl From<&str> for BillCall {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for BillCall {
    fn from(text: String) -> Self {
        Self(text)
    }
}

as_text!(BillCall);

/// Reads a text that is not empty; anything else is an error here.
impl<'de> Deserialize<'de> for BillCall {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_alone::<Self, TextParts, D>(deserializer)?.ok_or_else(|| D::Error::custom("no value for BillCall"))
    }
}
