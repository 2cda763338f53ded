//! Instants, in every form in which they come.

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, SecondsFormat, Timelike as _, Utc};
use serde::Serializer;

use super::about::{About, Fit, Forms, View};
use super::codec::{Codec, put};
use super::context::Context;
use super::number::{NANOS, decimal, fit_of_number, nanos, push_fraction};
use crate::json::{Node, ValueRef, trim};
use crate::report::Code;

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
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Seconds,
    Millis,
    /// `YYYY-MM-DD HH:MM:SS`, in China time.
    Local,
    /// In a form that no field documents: another number, a date with a `T` or a fraction, RFC 3339.
    Other,
}

/// The years that the vendors can mean: 2000 to 2099. Within them, the ranges of the forms of number do not overlap.
const WINDOW: std::ops::Range<i64> = 946_684_800..4_102_444_800;

/// The forms of a number: how many of its units make a second.
const UNITS: [(Form, i128); 4] =
    [(Form::Seconds, 1), (Form::Millis, 1_000), (Form::Other, 1_000_000), (Form::Other, 1_000_000_000)];

/// `20250615150640`, in China time.
const COMPACT: std::ops::Range<i128> = 20_000_101_000_000..21_000_000_000_000;

/// China Standard Time, UTC+8 all year: for days and times as the vendors' consoles show them.
///
/// A report by day counts local days: a call at half past midnight in China is on the previous day in UTC.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use callhook::{CHINA_TIME, tccc::PhoneCdr};
///
/// let bodies = [
///     r#"{"SdkAppId":1400000214,"SessionId":"e97b","StartTimestamp":1608130636}"#,
///     r#"{"SdkAppId":1400000214,"SessionId":"5a7f","StartTimestamp":1608136236}"#,
/// ];
/// let mut calls_by_day = BTreeMap::new();
/// for body in bodies {
///     let cdr: PhoneCdr = callhook::from_str(body)?;
///     if let Some(started) = cdr.start_timestamp {
///         *calls_by_day.entry(started.with_timezone(&CHINA_TIME).date_naive().to_string()).or_insert(0) += 1;
///     }
/// }
/// assert_eq!(calls_by_day, BTreeMap::from([("2020-12-16".to_owned(), 1), ("2020-12-17".to_owned(), 1)]));
/// # Ok::<(), callhook::Error>(())
/// ```
#[doc(alias = "timezone")]
pub const CHINA_TIME: FixedOffset = match FixedOffset::east_opt(8 * 3600) {
    Some(offset) => offset,
    None => panic!("eight hours are less than a day"),
};

/// From here on a number means milliseconds if any year is read: as seconds it would be the year 5138.
const MILLIS_FROM: i64 = 100_000_000_000;
/// The first millisecond after the year 9999.
const MILLIS_END: i64 = 253_402_300_800_000;

/// What a value means, and how it was written; or that it has no instant.
type Reading = Result<(DateTime<Utc>, Form), Fit>;

fn at(nanos: i128) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(nanos.div_euclid(NANOS).try_into().ok()?, nanos.rem_euclid(NANOS) as u32)
}

fn read(value: ValueRef<'_>, any_year: bool) -> Reading {
    let Some((nanos, has_more_digits)) = nanos(value, MILLIS_END) else {
        return value.as_str().map_or(Err(Fit::Unreadable), |text| date(trim(text), any_year));
    };
    if nanos == 0 {
        let is_bare = value.as_str().map_or(value.as_u64().is_some(), |text| text == "0");
        return Err(if is_bare { Fit::Absent } else { Fit::AbsentAdjusted(Code::CoercedType) });
    }
    let reading = of_window(nanos).or_else(|| of_any_year(nanos).filter(|_| any_year));
    let (instant, unit) = reading.ok_or(Fit::Unreadable)?;
    let is_whole = nanos % NANOS == 0 && !has_more_digits;
    Ok((instant, if is_whole { unit } else { Form::Other }))
}

/// The instant of that many seconds, if it is in the window of years, as most are: a shortcut for them.
#[inline(always)]
fn of_seconds(seconds: u64) -> Option<DateTime<Utc>> {
    let seconds = i64::try_from(seconds).ok()?;
    if WINDOW.contains(&seconds) { DateTime::from_timestamp(seconds, 0) } else { None }
}

/// The instant of a number in the window of years, whose size tells its unit; in billionths.
fn of_window(nanos: i128) -> Option<(DateTime<Utc>, Form)> {
    let number = nanos / NANOS;
    if COMPACT.contains(&number) && nanos % NANOS == 0 {
        let instant = compact(number).filter(|instant| WINDOW.contains(&instant.timestamp()))?;
        return Some((instant, Form::Other));
    }
    let is_in_window = |units: i128| i64::try_from(number / units).is_ok_and(|seconds| WINDOW.contains(&seconds));
    let (form, units) = *UNITS.iter().find(|(_, units)| is_in_window(*units))?;
    Some((at(nanos / units)?, form))
}

/// The instant of a number of seconds or milliseconds in any year from 1970 on; in billionths.
fn of_any_year(nanos: i128) -> Option<(DateTime<Utc>, Form)> {
    if nanos < 0 || nanos >= i128::from(MILLIS_END) * NANOS || COMPACT.contains(&(nanos / NANOS)) {
        return None;
    }
    let is_millis = nanos >= i128::from(MILLIS_FROM) * NANOS;
    Some(if is_millis { (at(nanos / 1000)?, Form::Millis) } else { (at(nanos)?, Form::Seconds) })
}

/// The instant of a number like `20250615150640`, in China time.
fn compact(digits: i128) -> Option<DateTime<Utc>> {
    let part = |divisor: i128, modulus: i128| (digits / divisor % modulus) as u32;
    let date =
        NaiveDate::from_ymd_opt(part(10_000_000_000, 10_000) as i32, part(100_000_000, 100), part(1_000_000, 100))?;
    china(date, part(10_000, 100), part(100, 100), part(1, 100), 0)
}

/// An instant of China's clock, which is eight hours ahead.
fn china(date: NaiveDate, hour: u32, minute: u32, second: u32, nanos: u32) -> Option<DateTime<Utc>> {
    Some(date.and_hms_nano_opt(hour, minute, second, nanos)?.checked_sub_offset(CHINA_TIME)?.and_utc())
}

/// `YYYY-MM-DD HH:MM:SS` in China time, or RFC 3339.
fn date(text: &str, any_year: bool) -> Reading {
    // Whatever the time of that day: it depends on the time zone.
    if let Some(time) = text.strip_prefix("0000-00-00").or_else(|| text.strip_prefix("0001-01-01"))
        && time.bytes().all(|byte| byte.is_ascii_digit() || b" T:.+-Z".contains(&byte))
    {
        return Err(Fit::AbsentAdjusted(Code::InstantForm));
    }
    let (instant, form) = match local(text) {
        Some(instant) => (instant, if is_documented(text) { Form::Local } else { Form::Other }),
        // chrono's own form of years beyond 9999 is read too, because that is how they are written.
        None => (without_leap_second(text.parse().map_err(|_| Fit::Unreadable)?), Form::Other),
    };
    let seconds = instant.timestamp();
    // The epoch by China's clock too: a system that wrote 0 as a date, wherever its clock was.
    let is_epoch = seconds == 0 || seconds == -i64::from(CHINA_TIME.local_minus_utc());
    if is_epoch && instant.timestamp_subsec_nanos() == 0 {
        return Err(Fit::AbsentAdjusted(Code::InstantForm));
    }
    if any_year || WINDOW.contains(&seconds) { Ok((instant, form)) } else { Err(Fit::Unreadable) }
}

/// Whether a text that is an instant is no longer than `YYYY-MM-DD HH:MM:SS`, and has the blank.
fn is_documented(text: &str) -> bool {
    text.len() == 19 && text.as_bytes().get(10) == Some(&b' ')
}

/// chrono keeps a leap second apart. On the wire it is the second after.
fn without_leap_second(instant: DateTime<Utc>) -> DateTime<Utc> {
    let nanos = i128::from(instant.timestamp()) * NANOS + i128::from(instant.timestamp_subsec_nanos());
    at(nanos).unwrap_or(instant)
}

/// `YYYY-MM-DD HH:MM:SS`, with a blank or `T` in between and perhaps a fraction at the end, by its digits.
fn local(text: &str) -> Option<DateTime<Utc>> {
    let stamp = text.as_bytes().first_chunk::<19>()?;
    let mut all_digits = true;
    let mut two = |tens: u8, ones: u8| {
        let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
        all_digits &= tens < 10 && ones < 10;
        u32::from(tens) * 10 + u32::from(ones)
    };
    let &[c0, c1, y0, y1, b'-', m0, m1, b'-', d0, d1, b' ' | b'T', h0, h1, b':', n0, n1, b':', s0, s1] = stamp else {
        return None;
    };
    let (year, month, day) = (two(c0, c1) * 100 + two(y0, y1), two(m0, m1), two(d0, d1));
    let (hour, minute, second) = (two(h0, h1), two(n0, n1), two(s0, s1));
    if !all_digits {
        return None;
    }
    let nanos = match text.get(stamp.len()..)? {
        "" => 0,
        fraction if fraction.starts_with('.') => decimal(&format!("0{fraction}"))?.0 as u32,
        _ => return None,
    };
    china(NaiveDate::from_ymd_opt(year as i32, month, day)?, hour, minute, second, nanos)
}

/// Reads an instant that is documented in a form.
#[inline(never)]
fn read_as(documented: Form, value: ValueRef<'_>, slot: &mut Option<DateTime<Utc>>, cx: &mut Context) -> Fit {
    let (instant, form) = match read(value, cx.any_year) {
        Ok(reading) => reading,
        Err(fit) => return fit,
    };
    put(slot, instant);
    // What is not whole, or has more digits, is in another form.
    if form == documented { fit_of_number(value, true, false) } else { Fit::Adjusted(Code::InstantForm) }
}

/// The form in which every instant reads back as itself, for those that their documented form cannot say.
fn write_zoned<S: Serializer>(instant: &DateTime<Utc>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&instant.to_rfc3339_opts(SecondsFormat::AutoSi, true))
}

/// Whether a number of seconds would be read as seconds again.
fn is_readable_as_seconds(instant: &DateTime<Utc>) -> bool {
    let (seconds, nanos) = (instant.timestamp(), instant.timestamp_subsec_nanos());
    (0..MILLIS_FROM).contains(&seconds) && (seconds, nanos) != (0, 0) && i128::from(nanos) < NANOS
}

impl Codec<DateTime<Utc>> for UnixSeconds {
    const ABOUT: About = About::new("Unix seconds", Forms::NUMBER);

    #[inline(always)]
    fn read(value: ValueRef<'_>, slot: &mut Option<DateTime<Utc>>, cx: &mut Context) -> Fit {
        if value.as_u64() == Some(0) {
            return Fit::Absent;
        }
        if let Some(instant) = value.as_u64().and_then(of_seconds) {
            return put(slot, instant);
        }
        read_as(Form::Seconds, value, slot, cx)
    }

    fn write<S: Serializer>(instant: &DateTime<Utc>, _: View, to: S) -> Result<S::Ok, S::Error> {
        let nanos = instant.timestamp_subsec_nanos();
        // Up to the year 2106 a double has room for microseconds.
        let has_room = nanos.is_multiple_of(1000) && instant.timestamp() < 1 << 32;
        match nanos {
            0 if is_readable_as_seconds(instant) => to.serialize_i64(instant.timestamp()),
            1.. if is_readable_as_seconds(instant) && has_room => {
                to.serialize_f64(instant.timestamp_micros() as f64 / 1e6)
            }
            _ => write_zoned(instant, to),
        }
    }
}

impl Codec<DateTime<Utc>> for UnixSecondsText {
    const ABOUT: About = About::new("Unix seconds as text", Forms::STRING);

    #[inline(always)]
    fn read(value: ValueRef<'_>, slot: &mut Option<DateTime<Utc>>, cx: &mut Context) -> Fit {
        // A shortcut for the documented form.
        let is_ten_digits = |text: &&str| text.len() == 10 && !text.starts_with('+');
        let seconds = value.unescaped_str().filter(is_ten_digits).and_then(|text| text.parse().ok());
        if let Some(instant) = seconds.and_then(of_seconds) {
            return put(slot, instant);
        }
        read_as(Form::Seconds, value, slot, cx)
    }

    fn write<S: Serializer>(instant: &DateTime<Utc>, _: View, to: S) -> Result<S::Ok, S::Error> {
        if !is_readable_as_seconds(instant) {
            return write_zoned(instant, to);
        }
        let mut text = instant.timestamp().to_string();
        push_fraction(&mut text, instant.timestamp_subsec_nanos());
        to.serialize_str(&text)
    }
}

impl Codec<DateTime<Utc>> for UnixMillis {
    const ABOUT: About = About::new("Unix milliseconds", Forms::NUMBER);

    #[inline(always)]
    fn read(value: ValueRef<'_>, slot: &mut Option<DateTime<Utc>>, cx: &mut Context) -> Fit {
        if let Some(millis) = value.as_u64().and_then(|number| i64::try_from(number).ok())
            && WINDOW.contains(&(millis / 1000))
            && let Some(instant) = DateTime::from_timestamp_millis(millis)
        {
            return put(slot, instant);
        }
        read_as(Form::Millis, value, slot, cx)
    }

    fn write<S: Serializer>(instant: &DateTime<Utc>, _: View, to: S) -> Result<S::Ok, S::Error> {
        let is_exact = instant.timestamp_subsec_nanos().is_multiple_of(1_000_000) && is_readable_as_seconds(instant);
        let millis = instant.timestamp_millis();
        if is_exact && (MILLIS_FROM..MILLIS_END).contains(&millis) && !COMPACT.contains(&millis.into()) {
            to.serialize_i64(millis)
        } else {
            write_zoned(instant, to)
        }
    }
}

impl Codec<DateTime<Utc>> for ChinaTime {
    const ABOUT: About = About::new("China time YYYY-MM-DD HH:MM:SS", Forms::STRING);

    #[inline(always)]
    fn read(value: ValueRef<'_>, slot: &mut Option<DateTime<Utc>>, cx: &mut Context) -> Fit {
        if let Node::String(text) = value.node()
            && is_documented(text)
            && let Some(instant) = local(text)
            && WINDOW.contains(&instant.timestamp())
        {
            return put(slot, instant);
        }
        read_as(Form::Local, value, slot, cx)
    }

    fn write<S: Serializer>(instant: &DateTime<Utc>, _: View, to: S) -> Result<S::Ok, S::Error> {
        let local = instant.naive_utc().checked_add_offset(CHINA_TIME);
        let local = local.filter(|local| (0..=9999).contains(&local.year()) && i128::from(local.nanosecond()) < NANOS);
        let Some(local) = local else { return write_zoned(instant, to) };
        // By hand: a record has many, and chrono's own writing is much slower.
        let two = |number: u32| [b'0' + (number / 10 % 10) as u8, b'0' + (number % 10) as u8];
        let ([c0, c1], [y0, y1]) = (two(local.year() as u32 / 100), two(local.year() as u32));
        let ([m0, m1], [d0, d1]) = (two(local.month()), two(local.day()));
        let ([h0, h1], [n0, n1], [s0, s1]) = (two(local.hour()), two(local.minute()), two(local.second()));
        let stamp = [c0, c1, y0, y1, b'-', m0, m1, b'-', d0, d1, b' ', h0, h1, b':', n0, n1, b':', s0, s1];
        let stamp = std::str::from_utf8(&stamp).unwrap_or_default();
        if local.nanosecond() == 0 {
            return to.serialize_str(stamp);
        }
        let mut text = stamp.to_owned();
        push_fraction(&mut text, local.nanosecond());
        to.serialize_str(&text)
    }
}
