//! Durations.

use chrono::TimeDelta;
use serde::Serializer;

use super::about::{About, Fit, Forms, View};
use super::codec::{Codec, put, put_some};
use super::context::Context;
use super::number::{NANOS, fit_of_number, nanos, push_fraction};
use crate::json::ValueRef;

/// Seconds as a number (`15`): how the vendors write most durations. A fraction and text are read as well.
#[derive(Debug, Clone, Copy)]
pub enum Seconds {}

/// Milliseconds as a number (`1500`): how 7moor writes where a sentence begins and ends in the early media. A fraction
/// and text are read as well.
#[derive(Debug, Clone, Copy)]
pub enum Millis {}

/// Below this many seconds a double is precise to the microsecond.
const MICROS_LIMIT: i64 = 1 << 32;
/// Below this many milliseconds it is precise to the nanosecond, with a bit to spare.
const NANOS_LIMIT: i64 = 1 << 30;

/// Reads a duration in units of which `units` make a second.
#[inline(never)]
fn read(value: ValueRef<'_>, units: i128) -> Option<(TimeDelta, Fit)> {
    let (number, has_more_digits) = nanos(value, MICROS_LIMIT)?;
    let nanos = number / units;
    let seconds = nanos.div_euclid(NANOS).try_into().ok()?;
    let duration = TimeDelta::new(seconds, nanos.rem_euclid(NANOS) as u32)?;
    let fit = fit_of_number(value, number % NANOS == 0, has_more_digits);
    (number % units == 0).then_some((duration, fit))
}

/// Writes a duration in the same units. Below the limit a double is precise enough; any other fraction is written as
/// text.
fn write<S: Serializer>(duration: &TimeDelta, units: i128, limit: i64, to: S) -> Result<S::Ok, S::Error> {
    let nanos = (i128::from(duration.num_seconds()) * NANOS + i128::from(duration.subsec_nanos())) * units;
    match i64::try_from(nanos / NANOS) {
        Ok(whole) if nanos % NANOS == 0 => to.serialize_i64(whole),
        Ok(whole) if nanos % 1000 == 0 && whole.abs() < limit => to.serialize_f64((nanos / 1000) as f64 / 1e6),
        _ => {
            let mut text = format!("{}{}", if nanos < 0 { "-" } else { "" }, nanos.abs() / NANOS);
            push_fraction(&mut text, (nanos.abs() % NANOS) as u32);
            to.serialize_str(&text)
        }
    }
}

impl Codec<TimeDelta> for Seconds {
    const ABOUT: About = About::new("seconds", Forms::NUMBER);

    #[inline(always)]
    fn read(value: ValueRef<'_>, slot: &mut Option<TimeDelta>, _: &mut Context) -> Fit {
        let seconds = value.as_u64().and_then(|number| number.try_into().ok());
        if let Some(duration) = seconds.and_then(TimeDelta::try_seconds) {
            return put(slot, duration);
        }
        put_some(slot, read(value, 1))
    }

    fn write<S: Serializer>(value: &TimeDelta, _: View, to: S) -> Result<S::Ok, S::Error> {
        match value.subsec_nanos() {
            // Most have no fraction, and dividing 128 bits is slow.
            0 => to.serialize_i64(value.num_seconds()),
            _ => write(value, 1, MICROS_LIMIT, to),
        }
    }
}

impl Codec<TimeDelta> for Millis {
    const ABOUT: About = About::new("milliseconds", Forms::NUMBER);

    fn read(value: ValueRef<'_>, slot: &mut Option<TimeDelta>, _: &mut Context) -> Fit {
        put_some(slot, read(value, 1000))
    }

    fn write<S: Serializer>(value: &TimeDelta, _: View, to: S) -> Result<S::Ok, S::Error> {
        write(value, 1000, NANOS_LIMIT, to)
    }
}
