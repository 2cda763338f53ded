//! How much of a personal text a log may show.

use std::borrow::Cow;

/// How much of a text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mask {
    /// It is not personal: all of it.
    Nothing,
    /// Country code and last two digits.
    PhoneNumber,
    /// The part behind the `@`.
    Account,
    /// The first character.
    PersonName,
    /// The host.
    Link,
    /// Only that there is a text.
    All,
}

/// In place of what is not shown.
const HIDDEN: &str = "***";

/// What is shown of a text.
pub fn mask(mask: Mask, text: &str) -> Cow<'_, str> {
    match mask {
        Mask::Nothing => text.into(),
        Mask::All => HIDDEN.into(),
        Mask::PhoneNumber => phone_number(text).into(),
        Mask::Account => match text.rsplit_once('@') {
            // An id may begin with `@`, as Desk's accounts do: then it has no domain.
            Some((name, domain)) if !name.is_empty() && domain.contains('.') => format!("{HIDDEN}@{domain}").into(),
            _ => HIDDEN.into(),
        },
        Mask::PersonName => text.chars().next().map(|first| format!("{first}{HIDDEN}")).unwrap_or_default().into(),
        Mask::Link => match host(text) {
            Some(host) => format!("{host}/{HIDDEN}").into(),
            None => HIDDEN.into(),
        },
    }
}

/// A text with fewer digits is an extension or a staff number, and two of its digits would show too much.
const SHORTEST: usize = 7;

fn phone_number(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let Some(last) = digits.len().checked_sub(2).filter(|_| digits.len() >= SHORTEST) else { return HIDDEN.to_owned() };
    let international = text.trim_start().starts_with('+');
    let (mark, number) = match digits.strip_prefix("00") {
        Some(number) if !international => ("00", number),
        _ if international => ("+", digits.as_str()),
        _ => ("", digits.as_str()),
    };
    // Only China's code is sure without a list of all: others have one to three digits.
    let country = if mark.is_empty() || !number.starts_with("86") { "" } else { "86" };
    format!("{mark}{country}{HIDDEN}{}", digits.get(last..).unwrap_or_default())
}

/// `https://host`, without user, password and port.
fn host(link: &str) -> Option<String> {
    let (scheme, rest) = link.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.split(':').next()?;
    let plain =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+'));
    (plain(scheme) && plain(host) && !host.is_empty()).then(|| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_shows_no_more_than_it_says() {
        for (kind, text, shown) in [
            (Mask::Nothing, "e97be0ab", "e97be0ab"),
            (Mask::All, "北京", "***"),
            (Mask::PhoneNumber, "008618621520280", "0086***80"),
            (Mask::PhoneNumber, "+86 186 2152 0280", "+86***80"),
            (Mask::PhoneNumber, "+14155550123", "+***23"),
            (Mask::PhoneNumber, "18621520280", "***80"),
            (Mask::PhoneNumber, "8001", "***"),
            (Mask::PhoneNumber, "anonymous", "***"),
            (Mask::Account, "agent@example.com", "***@example.com"),
            (Mask::Account, "@customer_service_1", "***"),
            (Mask::Account, "+8618621520280", "***"),
            (Mask::PersonName, "王小明", "王***"),
            (Mask::Link, "https://user:secret@cos.example.com:443/1/2.mp3?sign=x", "https://cos.example.com/***"),
            (Mask::Link, "/1/2.mp3", "***"),
            (Mask::Link, "https://\u{202e}x/", "***"),
        ] {
            assert_eq!(mask(kind, text), shown, "{text}");
        }
    }
}
