//! Phone numbers as the vendors write them.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use crate::country_code::country_code_len;

/// The country code of mainland China.
const MAINLAND: &str = "86";
/// E.164 allows this many digits, country code included.
const MOST_DIGITS: usize = 15;
/// Shorter ones, such as 110, have no country code before them.
const FEWEST_NATIONAL: usize = 5;

/// A phone number, split into country code and national number.
///
/// The vendors write the same number in several forms, sometimes within one record, and the fields keep it as it came.
/// This type reads only the unambiguous forms:
///
/// | form | example | country code | national number |
/// |---|---|---|---|
/// | `00`, country code, number | `008618621520280` | `86` | `18621520280` |
/// | `+`, country code, number | `+85221804000` | `852` | `21804000` |
/// | `00` or `+`, with mainland China's trunk zero | `008602066247698` | `86` | `2066247698` |
/// | mainland mobile, bare: eleven digits, `13`…`19` | `18621520280` | `86` | `18621520280` |
/// | the same after a trunk zero | `018621520280` | `86` | `18621520280` |
/// | mainland landline with its trunk zero | `02066247698` | `86` | `2066247698` |
/// | mainland service number: ten digits, `400` or `800` | `4001234567` | `86` | `4001234567` |
/// | any of these with spaces, `-`, `(` or `)` between the digits | `010-62345678`, `186 2152 0280` | `86` | `1062345678`, … |
/// | anything else | `66247698`, `95588`, `8618621520280`, an e-mail address | – | – |
///
/// A number without a country code is read as one of mainland China, where the vendors are. After `00` or `+`, the
/// country code must be one that ITU-T E.164 assigns to a country, and the number must be plausible there:
///
/// - `+86`: a mobile number, a landline with its area code, `400` or `800` with seven digits, or five to eight digits
///   that begin with 1 or 9, such as a bank's `95588`;
/// - `+1`: ten digits, of which neither the first nor the fourth is 0 or 1; `+7`: ten digits;
/// - `+852` and `+853`: eight digits;
/// - any other: at least five digits, and at most fifteen with the country code.
///
/// Only mainland China's trunk zero is removed: in other countries, such as Italy, a zero may belong to the number, and
/// a number of theirs with `(0)` is not read. Nor is a number that ends in a separate digit (`0371-6555666-8`), which
/// is an extension, or that begins with a separate 1 (`1-862-252-0280`), as North American callers dial it.
///
/// ```
/// use callhook::PhoneNumber;
///
/// let number = PhoneNumber::parse("008602066247698").unwrap();
/// assert_eq!(number.country_code(), "86");
/// assert_eq!(number.national_number(), "2066247698");
/// assert_eq!(number.to_string(), "+862066247698");
///
/// assert_eq!(PhoneNumber::parse("020-6624 7698"), Some(number));
/// assert_eq!(PhoneNumber::parse("66247698"), None);
/// assert!(PhoneNumber::try_from("66247698").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "e164")]
pub struct PhoneNumber<'a> {
    country_code: Cow<'a, str>,
    national_number: Cow<'a, str>,
}

/// Why a text could not be read as a [`PhoneNumber`]: it is ambiguous, or not a phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not a phone number in a known form")]
#[non_exhaustive]
pub struct PhoneNumberError;

impl<'a> TryFrom<&'a str> for PhoneNumber<'a> {
    type Error = PhoneNumberError;

    fn try_from(number: &'a str) -> Result<Self, Self::Error> {
        Self::parse(number).ok_or(PhoneNumberError)
    }
}

/// Reads a number as [`parse`](PhoneNumber::parse) does, but borrows nothing. Use it for command lines, and for a field
/// of your own struct with `serde_with::DisplayFromStr`.
impl FromStr for PhoneNumber<'static> {
    type Err = PhoneNumberError;

    fn from_str(number: &str) -> Result<Self, Self::Err> {
        PhoneNumber::try_from(number).map(PhoneNumber::into_owned)
    }
}

/// Country code and national number.
type Parts<'a> = (&'a str, &'a str);

impl<'a> PhoneNumber<'a> {
    /// Reads a number; `None` if it is ambiguous, or not a phone number.
    pub fn parse(number: &'a str) -> Option<Self> {
        let number = number.trim();
        let begins = number.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '('));
        if !begins || !number.ends_with(|last: char| last.is_ascii_digit()) {
            return None;
        }
        if !number.contains(SEPARATORS) {
            let (country_code, national_number) = parts(number)?;
            return Some(Self { country_code: country_code.into(), national_number: national_number.into() });
        }
        let mut groups = number.split(SEPARATORS).filter(|group| !group.is_empty());
        // A digit by itself is an extension at the end, and North America's prefix at the beginning.
        if groups.clone().next_back().is_some_and(|last| last.len() == 1) || groups.next() == Some("1") {
            return None;
        }
        let digits: String = number.split(SEPARATORS).collect();
        let (country_code, national_number) = parts(&digits)?;
        // After another country's code, `(0)` is a trunk zero, which is not dialled from abroad.
        if number.contains("(0)") && country_code != MAINLAND {
            return None;
        }
        Some(Self { country_code: country_code.to_owned().into(), national_number: national_number.to_owned().into() })
    }

    /// The country code: `86` for mainland China.
    pub fn country_code(&self) -> &str {
        &self.country_code
    }

    /// The number within the country: without its country code, and without mainland China's trunk zero.
    pub fn national_number(&self) -> &str {
        &self.national_number
    }

    /// The same number, without borrowing from the text that it was read from.
    pub fn into_owned(self) -> PhoneNumber<'static> {
        PhoneNumber {
            country_code: self.country_code.into_owned().into(),
            national_number: self.national_number.into_owned().into(),
        }
    }
}

/// What people put between digits.
const SEPARATORS: [char; 6] = [' ', '-', '(', ')', '\u{a0}', '\u{2011}'];

fn parts(number: &str) -> Option<Parts<'_>> {
    match number.strip_prefix('+').or_else(|| number.strip_prefix("00")) {
        Some(number) => international(number),
        None => mainland(number),
    }
}

fn international(number: &str) -> Option<Parts<'_>> {
    if !is_digits(number) {
        return None;
    }
    let (country_code, national_number) = number.split_at_checked(country_code_len(number)?)?;
    let national_number = match national_number.strip_prefix('0') {
        Some(behind) if country_code == MAINLAND => behind,
        _ => national_number,
    };
    let sound = match country_code {
        "1" => {
            matches!(national_number.as_bytes(), [b'2'..=b'9', _, _, b'2'..=b'9', ..] if national_number.len() == 10)
        }
        "7" => national_number.len() == 10,
        "852" | "853" => national_number.len() == 8,
        MAINLAND => is_mainland(national_number),
        _ => national_number.len() >= FEWEST_NATIONAL,
    };
    let fits = country_code.len() + national_number.len() <= MOST_DIGITS;
    (sound && fits).then_some((country_code, national_number))
}

/// A number as it is dialled within mainland China: a mobile or service number, or a mobile or landline after a trunk
/// zero.
fn mainland(number: &str) -> Option<Parts<'_>> {
    if !is_digits(number) {
        return None;
    }
    let sound = match number.strip_prefix('0') {
        Some(behind) => is_mainland_mobile(behind) || is_mainland_landline(behind),
        None => is_mainland_mobile(number) || is_mainland_service(number),
    };
    let national_number = number.strip_prefix('0').unwrap_or(number);
    sound.then_some((MAINLAND, national_number))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|digit| digit.is_ascii_digit())
}

/// A number after mainland China's country code, without a trunk zero.
fn is_mainland(number: &str) -> bool {
    let is_short = matches!(number.as_bytes(), [b'1' | b'9', ..] if (FEWEST_NATIONAL..=8).contains(&number.len()));
    is_short || is_mainland_mobile(number) || is_mainland_service(number) || is_mainland_landline(number)
}

fn is_mainland_mobile(number: &str) -> bool {
    matches!(number.as_bytes(), [b'1', b'3'..=b'9', ..] if number.len() == 11)
}

/// `400` and `800` numbers, which have no area code.
fn is_mainland_service(number: &str) -> bool {
    matches!(number.as_bytes(), [b'4' | b'8', b'0', b'0', ..] if number.len() == 10)
}

/// Area code and number: 10 and 2x with eight digits, 3xx to 9xx with seven or eight.
fn is_mainland_landline(number: &str) -> bool {
    match number.as_bytes() {
        [b'1', b'0', ..] | [b'2', ..] => number.len() == 10,
        [b'3'..=b'9', ..] => matches!(number.len(), 10 | 11),
        _ => false,
    }
}

/// The number as E.164 writes it: `+862066247698`.
impl fmt::Display for PhoneNumber<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("+{}{}", self.country_code, self.national_number))
    }
}
