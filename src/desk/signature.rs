use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use super::CallbackQuery;

/// What a callback's signature is worth: the answer of [`CallbackQuery::check_signature`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[must_use]
pub enum Signature {
    /// It was made with the token, not long ago.
    Ok,
    /// The query has no `Sign` or no `RequestTime`.
    Missing,
    /// It was not made with the token, or not for this `RequestTime`.
    Wrong,
    /// It was made with the token, but too far from now, or for a `RequestTime` that is no time.
    TooOld,
}

impl Signature {
    /// Whether it is [`Ok`](Self::Ok).
    pub fn is_ok(self) -> bool {
        self == Self::Ok
    }
}

/// How far `RequestTime` may be from now, as the vendor advises.
const ALLOWED: TimeDelta = TimeDelta::seconds(60);

impl CallbackQuery {
    /// Checks the signature with the token that is set in the console, allowing 60 seconds between `RequestTime` and
    /// now.
    ///
    /// **The body is not covered**: the signature says that somebody who knows the token signed this `RequestTime`, no
    /// more. Who sees a request can send another body under the same query for as long as the allowed time. So take
    /// callbacks by HTTPS only.
    ///
    /// `Sign` is the SHA-256 of token and `RequestTime`, one behind the other. It is compared in constant time. With an
    /// empty token every signature is [`Signature::Wrong`].
    ///
    /// ```
    /// use callhook::desk::{CallbackQuery, Signature};
    /// use chrono::{DateTime, TimeDelta};
    ///
    /// let query = CallbackQuery::parse(
    ///     "RequestTime=1669872112&Sign=17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061",
    /// )?;
    /// let now = DateTime::from_timestamp(1669872115, 0).unwrap();
    /// assert_eq!(query.check_signature("xxxxyyyy", now), Signature::Ok);
    /// assert_eq!(query.check_signature("yyyyxxxx", now), Signature::Wrong);
    /// assert_eq!(query.check_signature("xxxxyyyy", now + TimeDelta::minutes(5)), Signature::TooOld);
    /// # Ok::<(), callhook::Error>(())
    /// ```
    #[cfg_attr(docsrs, doc(cfg(feature = "sign")))]
    pub fn check_signature(&self, token: &str, now: DateTime<Utc>) -> Signature {
        self.check_signature_within(token, now, ALLOWED)
    }

    /// As [`check_signature`](Self::check_signature), allowing another time between `RequestTime` and now, in either
    /// direction.
    #[cfg_attr(docsrs, doc(cfg(feature = "sign")))]
    pub fn check_signature_within(&self, token: &str, now: DateTime<Utc>, allowed: TimeDelta) -> Signature {
        let (Some(sign), Some(time)) = (&self.sign, &self.request_time) else {
            return Signature::Missing;
        };
        let hash = Sha256::new().chain_update(token).chain_update(time).finalize();
        if token.is_empty() || !is_hex_of(sign, &hash) {
            return Signature::Wrong;
        }
        match self.requested_at() {
            Some(signed) if (now - signed).abs() <= allowed => Signature::Ok,
            _ => Signature::TooOld,
        }
    }
}

/// Whether a text is the hexadecimal form of some bytes. How long that takes depends on lengths only.
fn is_hex_of(text: &str, bytes: &[u8]) -> bool {
    if text.len() != 2 * bytes.len() {
        return false;
    }
    let mut difference = 0;
    for (pair, byte) in text.as_bytes().chunks_exact(2).zip(bytes) {
        difference |= pair[0].to_ascii_lowercase() ^ digit(byte >> 4);
        difference |= pair[1].to_ascii_lowercase() ^ digit(byte & 15);
    }
    // Kept from the optimizer, which might leave the loop early.
    std::hint::black_box(difference) == 0
}

/// A hexadecimal digit, without a branch or a table.
fn digit(value: u8) -> u8 {
    // 0x57 is 'a' - 10; below 10 the borrow's top bit takes it back to '0'.
    let below_ten = value.wrapping_sub(10) >> 7;
    0x57 + value - below_ten * (0x57 - b'0')
}
