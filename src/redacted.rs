//! Views of values without personal data, for logs.

use std::fmt::{self, Write as _};

use serde::{Serialize, Serializer};

use crate::model::{Redact, Shown, View};

/// A view of a value with personal data masked or hidden: for logs, error trackers and tickets.
///
/// It takes any payload, a [`Webhook`](crate::Webhook), a vendor's `Push`, a [`CallSummary`](crate::CallSummary), or a
/// list of these, also inside an `Option` or a `Box`. `Debug` of these types prints everything, because tests need it,
/// so log this view instead. The page [personal data](crate::guide::personal_data) says what is personal in each
/// payload.
///
/// If a payload is part of a struct of your own, redact the payload alone: `serde_json::json!({ "tenant": tenant, "cdr":
/// redacted(&cdr) })`. To log a few fields of a payload, take them from the view: `serde_json::to_value(redacted(&cdr))`
/// has them under their wire keys.
///
/// | what | is shown as |
/// |---|---|
/// | phone numbers | country code, if the number has one, and last two digits: `0086***80` |
/// | accounts (e-mail addresses, user ids) | the part after the `@`, if it is a host name: `***@example.com` |
/// | names of people | the first character, if more follow: `王***` |
/// | links | the host, if it has a name: `https://cos.example.com/***` |
/// | free text, places, coordinates, IP addresses | `***` |
/// | `extra` | the JSON type of each value, without undocumented keys |
/// | unlisted values of open enums | `(string)`, `(number)`; in a [`CallSummary`](crate::CallSummary), no value |
/// | ids of calls, instants, durations, flags, integers and listed values | as they are |
///
/// ```
/// use callhook::tccc::PhoneCdr;
///
/// let cdr: PhoneCdr = callhook::from_str(
///     r#"{"SdkAppId":1400000214, "SessionId":"e97b", "Caller":"008618621520280", "UserRemark":"VIP", "Mood":"fine"}"#,
/// )?;
/// assert_eq!(
///     callhook::redacted(&cdr).to_string(),
///     r#"{"SdkAppId":1400000214,"SessionId":"e97b","Caller":"0086***80","UserRemark":"***","(undocumented)":["string"]}"#,
/// );
/// # Ok::<(), callhook::Error>(())
/// ```
#[doc(alias = "mask")]
#[doc(alias = "anonymize")]
pub fn redacted<T: Redact + ?Sized>(value: &T) -> Redacted<'_, T> {
    Redacted(value)
}

/// A view of a value with personal data masked or hidden; see [`redacted`](redacted()).
///
/// `Display` and `Debug` print one line of JSON.
pub struct Redacted<'a, T: ?Sized>(&'a T);

impl<T: ?Sized> Clone for Redacted<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Redacted<'_, T> {}

impl<T: Redact + ?Sized> fmt::Display for Redacted<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for char in serde_json::to_string(self).map_err(|_| fmt::Error)?.chars() {
            match char {
                // A sender's text may have characters that move the cursor or reverse the line.
                '\u{7f}'..='\u{9f}'
                | '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}' => write!(f, "\\u{:04x}", u32::from(char))?,
                _ => f.write_char(char)?,
            }
        }
        Ok(())
    }
}

impl<T: Redact + ?Sized> fmt::Debug for Redacted<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<T: Redact + ?Sized> Serialize for Redacted<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Shown(self.0, View::Redacted).serialize(serializer)
    }
}

impl<T: Redact> Redact for [T] {
    fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter().map(|item| Shown(item, view)))
    }
}

impl<T: Redact, const N: usize> Redact for [T; N] {
    fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        self.as_slice().write_as(view, to)
    }
}

impl<T: Redact> Redact for Vec<T> {
    fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        self.as_slice().write_as(view, to)
    }
}

impl<T: Redact> Redact for Option<T> {
    fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.write_as(view, to),
            None => to.serialize_none(),
        }
    }
}

impl<T: Redact + ?Sized> Redact for Box<T> {
    fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        T::write_as(self, view, to)
    }
}

impl<T: Redact + ?Sized> Redact for &T {
    fn write_as<S: Serializer>(&self, view: View, to: S) -> Result<S::Ok, S::Error> {
        T::write_as(self, view, to)
    }
}
