//! Where days begin.

use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use chrono_tz::Tz;

#[derive(Debug, Clone, Copy)]
pub enum Zone {
    Offset(FixedOffset),
    Named(Tz),
}

impl Zone {
    pub fn day(self, instant: DateTime<Utc>) -> NaiveDate {
        match self {
            Self::Offset(offset) => instant.with_timezone(&offset).date_naive(),
            Self::Named(zone) => instant.with_timezone(&zone).date_naive(),
        }
    }
}

impl FromStr for Zone {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let offset = text.parse().map(Self::Offset);
        offset.or_else(|_| {
            text.parse().map(Self::Named).map_err(|_| "neither an offset (+08:00) nor a zone (Asia/Shanghai)")
        })
    }
}
