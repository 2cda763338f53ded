//! Points in time, however they were written.

use std::fmt::Write as _;

use super::scalar::{Codec, Forms, Read, Scalar};
use super::sink::Sink;
use crate::report::Code;
use chrono::{DateTime, NaiveDate, Utc};

/// Unix seconds as a number (`1608130636`): how Tencent Cloud Contact Center writes instants.
#[derive(Debug, Clone, Copy)]
pub enum UnixSeconds {}

/// Unix seconds as text (`"1620455977"`): how 7moor writes the instants of call events.
#[derive(Debug, Clone, Copy)]
pub enum UnixSecondsText {}

/// Unix milliseconds as a number (`1725540020017`): how Tencent Desk writes instants.
#[derive(Debug, Clone, Copy)]
pub enum UnixMillis {}

/// China local time as text (`"2021-05-08 14:39:37"`, UTC+8): how 7moor writes the instants of call records.
#[derive(Debug, Clone, Copy)]
pub enum ChinaTime {}

/// How an instant was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Seconds,
    Millis,
    Fraction,
    Local,
    Zoned,
}

/// From here on a number means milliseconds: as seconds it would be the year 5138, as milliseconds it is March 1973.
const MILLIS_FROM: i64 = 100_000_000_000;
/// The first millisecond after the year 9999.
const MILLIS_END: i64 = 253_402_300_800_000;
const CHINA_HOURS: u32 = 8;
const NANOS: i128 = 1_000_000_000;

/// The readings of one scalar.
enum Reading {
    At(DateTime<Utc>, Form),
    Never,
    Nothing,
}

fn read(scalar: &Scalar<'_>) -> Reading {
    let (nanos, whole) = match scalar {
        Scalar::Int(number) => (i128::from(*number) * NANOS, true),
        Scalar::Uint(number) => (i128::from(*number) * NANOS, true),
        Scalar::Float(number) if number.abs() < MILLIS_END as f64 => float(*number),
        // More digits than billionths are a float's noise.
        Scalar::Digits(text) => match (decimal(text), text.parse::<f64>()) {
            (Some(nanos), _) => (nanos, nanos % NANOS == 0),
            (None, Ok(number)) if number.abs() < MILLIS_END as f64 => float(number),
            _ => return Reading::Nothing,
        },
        Scalar::Text(text) => match decimal(text.trim()) {
            Some(nanos) => (nanos, nanos % NANOS == 0),
            None => return date(text.trim()),
        },
        _ => return Reading::Nothing,
    };
    if nanos == 0 {
        // The zero that is no instant is a zero, not what a float rounds to one.
        return if is_zero(scalar) { Reading::Never } else { Reading::Nothing };
    }
    if nanos < 0 || nanos >= i128::from(MILLIS_END) * NANOS {
        return Reading::Nothing;
    }
    let millis = nanos >= i128::from(MILLIS_FROM) * NANOS;
    let nanos = if millis { nanos / 1000 } else { nanos };
    match DateTime::from_timestamp((nanos / NANOS) as i64, (nanos % NANOS) as u32) {
        Some(instant) if millis => Reading::At(instant, Form::Millis),
        Some(instant) if whole => Reading::At(instant, Form::Seconds),
        Some(instant) => Reading::At(instant, Form::Fraction),
        None => Reading::Nothing,
    }
}

/// A float in billionths, and whether it is whole. What it has beyond microseconds is noise at today's magnitude; its
/// whole part is exact.
fn float(number: f64) -> (i128, bool) {
    let places = if number < MILLIS_FROM as f64 { 1_000_000 } else { 1000 };
    let fraction = (number.fract() * places as f64).round() as i128;
    (number.trunc() as i128 * NANOS + fraction * (NANOS / places), number.fract() == 0.0)
}

/// Whether no digit of a number says anything.
fn is_zero(scalar: &Scalar<'_>) -> bool {
    match scalar {
        Scalar::Float(number) => *number == 0.0,
        Scalar::Digits(text) => text.parse() == Ok(0.0),
        _ => true,
    }
}

/// A decimal number in billionths: `15`, `15.5`, with at most nine digits behind the point.
pub fn decimal(text: &str) -> Option<i128> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let number = |digits: &str| -> Option<i128> {
        let sound = !digits.is_empty() && digits.len() <= 20 && digits.bytes().all(|digit| digit.is_ascii_digit());
        sound.then(|| digits.bytes().fold(0, |number, digit| number * 10 + i128::from(digit - b'0')))
    };
    if fraction.len() > 9 {
        return None;
    }
    let scale = 10_i128.pow(9 - fraction.len() as u32);
    let nanos = number(whole)? * NANOS + number(fraction)? * scale;
    Some(if negative { -nanos } else { nanos })
}

/// `YYYY-MM-DD HH:MM:SS` in China time, or RFC 3339.
fn date(text: &str) -> Reading {
    if let Some(instant) = local(text.as_bytes()) {
        return Reading::At(instant, Form::Local);
    }
    // chrono's own form of years beyond 9999 is read too, for that is how they are written.
    match text.parse::<DateTime<Utc>>() {
        Ok(instant) => {
            // chrono keeps a leap second apart; on the wire it is the second after.
            let leap = instant.timestamp_subsec_nanos() / NANOS as u32;
            let nanos = instant.timestamp_subsec_nanos() % NANOS as u32;
            match DateTime::from_timestamp(instant.timestamp() + i64::from(leap), nanos) {
                Some(instant) => Reading::At(instant, Form::Zoned),
                None => Reading::Nothing,
            }
        }
        Err(_) => Reading::Nothing,
    }
}

/// `YYYY-MM-DD HH:MM:SS`, perhaps with a `T` between and a fraction behind, from its digits.
fn local(text: &[u8]) -> Option<DateTime<Utc>> {
    let (stamp, fraction) = text.split_at_checked(19)?;
    let mut sound = true;
    let mut two = |at: usize| {
        let [tens, ones] = [stamp[at].wrapping_sub(b'0'), stamp[at + 1].wrapping_sub(b'0')];
        sound &= tens < 10 && ones < 10;
        u32::from(tens) * 10 + u32::from(ones)
    };
    let (year, month, day) = (two(0) * 100 + two(2), two(5), two(8));
    let (hour, minute, second) = (two(11), two(14), two(17));
    if !sound
        || hour > 23
        || stamp[4] != b'-'
        || stamp[7] != b'-'
        || !matches!(stamp[10], b' ' | b'T')
        || stamp[13] != b':'
        || stamp[16] != b':'
    {
        return None;
    }
    let nanos = match fraction.split_first() {
        None => 0,
        Some((b'.', digits)) if (1..=9).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit) => {
            let number = digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
            number * 10_u32.pow(9 - digits.len() as u32)
        }
        Some(_) => return None,
    };
    let date = NaiveDate::from_ymd_opt(year as i32, month, day)?;
    // China's clock is eight hours ahead: before eight in the morning it is still yesterday elsewhere.
    let (date, hour) = match hour.checked_sub(CHINA_HOURS) {
        Some(hour) => (date, hour),
        None => (date.pred_opt()?, hour + 24 - CHINA_HOURS),
    };
    Some(date.and_hms_nano_opt(hour, minute, second, nanos)?.and_utc())
}

/// An instant as a codec sees it: the value where it is in the documented form, bent where it is in another.
fn instant(scalar: Scalar<'_>, documented: Form) -> Read<'_, DateTime<Utc>> {
    match read(&scalar) {
        Reading::At(instant, form) if form == documented => Read::Is(instant),
        Reading::At(instant, _) => Read::Bent(instant, Code::InstantForm),
        Reading::Never => Read::Absent,
        Reading::Nothing => Read::Not(scalar),
    }
}

/// The form in which every instant reads back as itself, for those that their documented form cannot say.
fn write_zoned<W: Sink>(instant: &DateTime<Utc>, key: &str, to: &mut W) {
    to.put(key, instant.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true).as_str());
}

/// Whether a number of seconds would be read as seconds again.
fn plainly_seconds(instant: &DateTime<Utc>) -> bool {
    let (seconds, nanos) = (instant.timestamp(), instant.timestamp_subsec_nanos());
    (0..MILLIS_FROM).contains(&seconds) && (seconds, nanos) != (0, 0) && i128::from(nanos) < NANOS
}

impl UnixSeconds {
    fn put<W: Sink>(instant: &DateTime<Utc>, key: &str, to: &mut W) {
        let nanos = instant.timestamp_subsec_nanos();
        if !plainly_seconds(instant) {
            write_zoned(instant, key, to);
        } else if nanos == 0 {
            to.put(key, &instant.timestamp());
        } else if nanos.is_multiple_of(1000) && instant.timestamp() < 1 << 32 {
            // Up to the year 2106 a float has room for microseconds.
            to.put(key, &(instant.timestamp_micros() as f64 / 1e6));
        } else {
            write_zoned(instant, key, to);
        }
    }
}

impl UnixSecondsText {
    fn put<W: Sink>(instant: &DateTime<Utc>, key: &str, to: &mut W) {
        if !plainly_seconds(instant) {
            return write_zoned(instant, key, to);
        }
        let mut text = instant.timestamp().to_string();
        push_fraction(&mut text, instant.timestamp_subsec_nanos());
        to.put(key, text.as_str());
    }
}

impl UnixMillis {
    fn put<W: Sink>(instant: &DateTime<Utc>, key: &str, to: &mut W) {
        let exact = instant.timestamp_subsec_nanos().is_multiple_of(1_000_000) && plainly_seconds(instant);
        if exact && (MILLIS_FROM..MILLIS_END).contains(&instant.timestamp_millis()) {
            to.put(key, &instant.timestamp_millis());
        } else {
            write_zoned(instant, key, to);
        }
    }
}

impl ChinaTime {
    fn put<W: Sink>(instant: &DateTime<Utc>, key: &str, to: &mut W) {
        use chrono::{Datelike as _, Timelike as _};
        let time = instant.time();
        let (date, hour) = match time.hour() + CHINA_HOURS {
            hour @ ..24 => (Some(instant.date_naive()), hour),
            hour => (instant.date_naive().succ_opt(), hour - 24),
        };
        let date = match date {
            Some(date) if (0..=9999).contains(&date.year()) && i128::from(time.nanosecond()) < NANOS => date,
            _ => return write_zoned(instant, key, to),
        };
        let mut text = *b"0000-00-00 00:00:00.000000000";
        for (number, at) in [
            (date.year() as u32 / 100, 0),
            (date.year() as u32 % 100, 2),
            (date.month(), 5),
            (date.day(), 8),
            (hour, 11),
            (time.minute(), 14),
            (time.second(), 17),
        ] {
            text[at] += (number / 10) as u8;
            text[at + 1] += (number % 10) as u8;
        }
        let mut nanos = time.nanosecond();
        let mut end = if nanos == 0 { 19 } else { text.len() };
        for at in (20..end).rev() {
            text[at] += (nanos % 10) as u8;
            nanos /= 10;
        }
        while end > 20 && text[end - 1] == b'0' {
            end -= 1;
        }
        to.put(key, std::str::from_utf8(&text[..end]).unwrap_or_default());
    }
}

/// `.25` for 250,000,000 nanoseconds, nothing for none.
pub fn push_fraction(text: &mut String, nanos: u32) {
    if nanos > 0 {
        let _ = write!(text, ".{nanos:09}");
        text.truncate(text.trim_end_matches('0').len());
    }
}

/// Implements the codec of an instant.
macro_rules! instants {
    ($($codec:ident $expected:literal $forms:ident $form:ident $documented:item)*) => {$(
        impl Codec<DateTime<Utc>> for $codec {
            const EXPECTED: &'static str = $expected;
            const FORMS: Forms = Forms::$forms;
            const ZERO_IS_ABSENT: bool = true;

            #[inline]
            fn scalar(scalar: Scalar<'_>) -> Read<'_, DateTime<Utc>> {
                instant(scalar, Form::$form)
            }

            #[inline]
            $documented

            fn write<W: Sink>(value: &DateTime<Utc>, key: &str, to: &mut W) {
                Self::put(value, key, to);
            }
        }
    )*};
}

instants! {
    UnixSeconds "Unix seconds" NUMBER Seconds
    fn documented_number(number: u64) -> Option<DateTime<Utc>> {
        let seconds = i64::try_from(number).ok()?;
        if (1..MILLIS_FROM).contains(&seconds) { DateTime::from_timestamp(seconds, 0) } else { None }
    }

    UnixSecondsText "Unix seconds as text" TEXT Seconds
    fn documented_text(text: &str) -> Option<DateTime<Utc>> {
        // Ten digits: the years 2001 to 2286.
        let digits: &[u8; 10] = text.as_bytes().try_into().ok()?;
        let sound = digits[0] != b'0' && digits.iter().all(u8::is_ascii_digit);
        let seconds = digits.iter().fold(0, |number, digit| number * 10 + i64::from(digit.wrapping_sub(b'0')));
        if sound { DateTime::from_timestamp(seconds, 0) } else { None }
    }

    UnixMillis "Unix milliseconds" NUMBER Millis
    fn documented_number(number: u64) -> Option<DateTime<Utc>> {
        let millis = i64::try_from(number).ok()?;
        if (MILLIS_FROM..MILLIS_END).contains(&millis) { DateTime::from_timestamp_millis(millis) } else { None }
    }

    ChinaTime "China time YYYY-MM-DD HH:MM:SS" TEXT Local
    fn documented_text(text: &str) -> Option<DateTime<Utc>> {
        local(text.as_bytes())
    }
}
