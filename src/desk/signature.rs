use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::CallbackQuery;

/// Why a callback's signature is not to be trusted: the error of `CallbackQuery::verify_signature`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum SignatureError {
    /// The query has no `Sign` or no `RequestTime`.
    #[error("the query has no signature")]
    Missing,
    /// The signature was not made with the token, or not for this `RequestTime`.
    #[error("the signature is wrong")]
    Wrong,
    /// The signature was made with the token, but `RequestTime` is too far from now, or is not an instant.
    #[error("the signature is outside its time window")]
    Expired,
}

impl CallbackQuery {
    /// How far `RequestTime` may be from now by default: 60 seconds, as the vendor advises.
    pub const REPLAY_WINDOW: TimeDelta = TimeDelta::seconds(60);

    /// Verifies the signature with the token that is set in the console, within the default
    /// [`REPLAY_WINDOW`](Self::REPLAY_WINDOW) around now. This crate reads no clock: pass `chrono::Utc::now()`.
    ///
    /// **The body is not covered**: the signature says that someone who knows the token signed this `RequestTime`.
    /// Anyone who sees a request can replay its query with another body until the window closes. So accept callbacks
    /// over HTTPS only.
    ///
    /// `Sign` is the SHA-256 of the token immediately followed by `RequestTime`. It is compared in constant time. With
    /// an empty token every signature is [`SignatureError::Wrong`].
    ///
    /// # Errors
    ///
    /// Returns a [`SignatureError`] if the signature is missing, wrong or outside the window.
    ///
    /// ```
    /// use callhook::desk::{CallbackQuery, SignatureError};
    /// use chrono::{DateTime, TimeDelta};
    ///
    /// let query = CallbackQuery::parse(
    ///     "RequestTime=1669872112&Sign=17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061",
    /// )?;
    /// let now = DateTime::from_timestamp(1669872115, 0).unwrap();
    /// assert_eq!(query.verify_signature("xxxxyyyy", now), Ok(()));
    /// assert_eq!(query.verify_signature("yyyyxxxx", now), Err(SignatureError::Wrong));
    /// assert_eq!(query.verify_signature("xxxxyyyy", now + TimeDelta::minutes(5)), Err(SignatureError::Expired));
    /// # Ok::<(), callhook::Error>(())
    /// ```
    #[must_use = "a request whose signature is not verified may be forged"]
    pub fn verify_signature(&self, token: &str, now: DateTime<Utc>) -> Result<(), SignatureError> {
        self.verify_signature_within(token, now, Self::REPLAY_WINDOW)
    }

    /// Does what [`verify_signature`](Self::verify_signature) does, with another window around now.
    ///
    /// # Errors
    ///
    /// Returns a [`SignatureError`] if the signature is missing, wrong or outside the window.
    #[must_use = "a request whose signature is not verified may be forged"]
    pub fn verify_signature_within(
        &self,
        token: &str,
        now: DateTime<Utc>,
        window: TimeDelta,
    ) -> Result<(), SignatureError> {
        let (Some(sign), Some(time)) = (&self.sign, &self.request_time) else {
            return Err(SignatureError::Missing);
        };
        let digest = Sha256::new().chain_update(token).chain_update(time).finalize();
        let expected: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let is_right = bool::from(sign.to_ascii_lowercase().as_bytes().ct_eq(expected.as_bytes()));
        if token.is_empty() || !is_right {
            return Err(SignatureError::Wrong);
        }
        match self.requested_at() {
            Some(signed) if (now - signed).abs() <= window => Ok(()),
            _ => Err(SignatureError::Expired),
        }
    }
}
