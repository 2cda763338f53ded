//! Lengths of time.

use chrono::TimeDelta;

use super::instant::{decimal, push_fraction};
use super::scalar::{Codec, Forms, Read, Scalar};
use super::sink::Sink;

/// Seconds as a number (`15`).
#[derive(Debug, Clone, Copy)]
pub enum Seconds {}

/// Seconds as a number, where the page says text and its sample has a number: either is as documented.
#[derive(Debug, Clone, Copy)]
pub enum SecondsOrText {}

/// Milliseconds as a number (`1500`).
#[derive(Debug, Clone, Copy)]
pub enum Millis {}

const NANOS: i128 = 1_000_000_000;
/// A float has room for microseconds below this many seconds.
const FLOAT_END: i64 = 1 << 32;
/// It has room for nanoseconds, with a last bit to spare for readers that get it wrong, below this many milliseconds.
const FLOAT_MILLIS_END: i64 = 1 << 30;

/// A number in billionths.
fn nanos(scalar: &Scalar<'_>) -> Option<i128> {
    match scalar {
        Scalar::Int(number) => Some(i128::from(*number) * NANOS),
        Scalar::Uint(number) => Some(i128::from(*number) * NANOS),
        Scalar::Float(number) => float(*number),
        // More digits than billionths are a float's noise.
        Scalar::Digits(text) => decimal(text).or_else(|| float(text.parse().ok()?)),
        Scalar::Text(text) => decimal(text.trim()),
        _ => None,
    }
}

/// What a float has beyond microseconds is noise.
fn float(number: f64) -> Option<i128> {
    (number.abs() < FLOAT_END as f64).then(|| (number * 1e6).round() as i128 * 1000)
}

fn delta(nanos: i128) -> Option<TimeDelta> {
    TimeDelta::new(i64::try_from(nanos.div_euclid(NANOS)).ok()?, nanos.rem_euclid(NANOS) as u32)
}

fn read(scalar: Scalar<'_>, divisor: i128) -> Read<'_, TimeDelta> {
    match nanos(&scalar).filter(|nanos| nanos % divisor == 0).and_then(|nanos| delta(nanos / divisor)) {
        Some(length) => Read::Is(length),
        None => Read::Not(scalar),
    }
}

/// The whole length in billionths of a second.
fn in_nanos(length: TimeDelta) -> i128 {
    i128::from(length.num_seconds()) * NANOS + i128::from(length.subsec_nanos())
}

impl Seconds {
    /// A whole number, or one with a fraction, or as text what a number cannot say exactly.
    fn put<W: Sink>(length: &TimeDelta, key: &str, to: &mut W) {
        let fraction = length.subsec_nanos();
        if fraction == 0 {
            to.put(key, &length.num_seconds());
        } else if fraction % 1000 == 0 && length.num_seconds().abs() < FLOAT_END {
            to.put(key, &((in_nanos(*length) / 1000) as f64 / 1e6));
        } else {
            let nanos = in_nanos(*length);
            let mut text = if nanos < 0 { "-".to_owned() } else { String::new() };
            text.push_str(&(nanos.abs() / NANOS).to_string());
            push_fraction(&mut text, (nanos.abs() % NANOS) as u32);
            to.put(key, text.as_str());
        }
    }
}

impl Codec<TimeDelta> for Seconds {
    const EXPECTED: &'static str = "seconds";
    const FORMS: Forms = Forms::NUMBER;

    fn scalar(scalar: Scalar<'_>) -> Read<'_, TimeDelta> {
        read(scalar, 1)
    }

    #[inline]
    fn documented_number(number: u64) -> Option<TimeDelta> {
        TimeDelta::try_seconds(number.try_into().ok()?)
    }

    fn write<W: Sink>(value: &TimeDelta, key: &str, to: &mut W) {
        Self::put(value, key, to);
    }
}

impl Codec<TimeDelta> for SecondsOrText {
    const EXPECTED: &'static str = "seconds";
    const FORMS: Forms = Forms::NUMBER.or(Forms::TEXT);

    fn scalar(scalar: Scalar<'_>) -> Read<'_, TimeDelta> {
        read(scalar, 1)
    }

    #[inline]
    fn documented_number(number: u64) -> Option<TimeDelta> {
        TimeDelta::try_seconds(number.try_into().ok()?)
    }

    fn write<W: Sink>(value: &TimeDelta, key: &str, to: &mut W) {
        Seconds::put(value, key, to);
    }
}

impl Millis {
    /// A whole number, or one with a fraction, or as text what a number cannot say exactly.
    fn put<W: Sink>(length: &TimeDelta, key: &str, to: &mut W) {
        let micros = in_nanos(*length) * 1000;
        match i64::try_from(micros / NANOS) {
            Ok(millis) if micros % NANOS == 0 => to.put(key, &millis),
            Ok(millis) if millis.abs() < FLOAT_MILLIS_END => to.put(key, &(in_nanos(*length) as f64 / 1e6)),
            _ => {
                let mut text = if micros < 0 { "-".to_owned() } else { String::new() };
                text.push_str(&(micros.abs() / NANOS).to_string());
                push_fraction(&mut text, (micros.abs() % NANOS) as u32);
                to.put(key, text.as_str());
            }
        }
    }
}

impl Codec<TimeDelta> for Millis {
    const EXPECTED: &'static str = "milliseconds";
    const FORMS: Forms = Forms::NUMBER;

    fn scalar(scalar: Scalar<'_>) -> Read<'_, TimeDelta> {
        read(scalar, 1000)
    }

    fn write<W: Sink>(value: &TimeDelta, key: &str, to: &mut W) {
        Self::put(value, key, to);
    }
}
