//! How much of a personal text a log may show.

use std::borrow::Cow;

use crate::country_code::country_code_len;

/// How much of a text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mask {
    /// It is not personal: all of it.
    Nothing,
    /// The country code, if the number has one, and the last two digits.
    PhoneNumber,
    /// The part after the `@`, if it is the name of a host.
    Account,
    /// The first character, if more follow.
    PersonName,
    /// The host, if it has a name.
    Link,
    /// Only that there is a text.
    All,
}

/// In place of what is not shown.
const HIDDEN: &str = "***";

/// What is shown of a text.
pub fn mask(mask: Mask, text: &str) -> Cow<'_, str> {
    let shown = match mask {
        Mask::Nothing => return text.into(),
        Mask::All => None,
        Mask::PhoneNumber => phone_number(text),
        Mask::Account => account(text),
        Mask::PersonName => person_name(text),
        Mask::Link => host(text).map(|host| format!("{host}/{HIDDEN}")),
    };
    shown.map_or(HIDDEN.into(), Cow::from)
}

/// An id may begin with `@`, as Desk's accounts do: then it has no domain.
fn account(text: &str) -> Option<String> {
    let (name, domain) = text.rsplit_once('@')?;
    (!name.is_empty() && is_host_name(domain)).then(|| format!("{HIDDEN}@{domain}"))
}

/// A combining character alone is not shown, and neither is the whole of a name that has one letter.
fn person_name(name: &str) -> Option<String> {
    let mut characters = name.trim().chars();
    let first = characters.next().filter(|first| first.is_alphanumeric())?;
    characters.any(char::is_alphanumeric).then(|| format!("{first}{HIDDEN}"))
}

/// A text with fewer digits is an extension or a staff number, and two of its digits would show too much.
const SHORTEST: usize = 7;
/// A part of a host's name that has this many digits may be a phone number. An SDKAppID has ten.
const NUMBER: usize = 11;

fn phone_number(text: &str) -> Option<String> {
    // A user id may come where a number belongs.
    let separates = |character: char| character.is_whitespace() || "+-.()/*\u{2011}".contains(character);
    if !text.chars().all(|character| character.is_ascii_digit() || separates(character)) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let international = text.trim_start().starts_with('+');
    let (mark, number) = match digits.strip_prefix("00") {
        Some(number) if !international => ("00", number),
        _ if international => ("+", digits.as_str()),
        _ => ("", digits.as_str()),
    };
    let code_length = if mark.is_empty() { 0 } else { country_code_len(number).unwrap_or(0) };
    let (country, national) = number.split_at_checked(code_length)?;
    let last = national.get(national.len().checked_sub(2)?..)?;
    (national.len() >= SHORTEST).then(|| format!("{mark}{country}{HIDDEN}{last}"))
}

/// `https://host`, without user, password and port.
fn host(link: &str) -> Option<String> {
    let (scheme, rest) = link.split_once("://")?;
    let scheme = ["https", "http"].into_iter().find(|known| scheme.eq_ignore_ascii_case(known))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.split(':').next()?;
    is_host_name(host).then(|| format!("{scheme}://{host}"))
}

/// Whether a text is the full name of a host, and neither an IP address nor a number.
fn is_host_name(text: &str) -> bool {
    let is_label = |label: &str| {
        // Hyphens may be within a number, letters are not.
        let mut numbers = label.split(|character: char| character.is_ascii_alphabetic());
        let has_number = numbers.any(|number| number.bytes().filter(u8::is_ascii_digit).count() >= NUMBER);
        let is_name = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        !label.is_empty() && is_name && !has_number
    };
    text.split('.').all(is_label)
        && text.rsplit_once('.').is_some_and(|(_, last)| last.starts_with(|first: char| first.is_ascii_alphabetic()))
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
            (Mask::PhoneNumber, "+008618621520280", "+***80"),
            (Mask::PhoneNumber, "+14155550123", "+1***23"),
            (Mask::PhoneNumber, "0085221804000", "00852***00"),
            (Mask::PhoneNumber, "+8521804", "***"),
            (Mask::PhoneNumber, "+2101234567890", "+***90"),
            (Mask::PhoneNumber, "14155550123", "***23"),
            (Mask::PhoneNumber, "18621520280", "***80"),
            (Mask::PhoneNumber, "8001", "***"),
            (Mask::PhoneNumber, "0086123", "***"),
            (Mask::PhoneNumber, "+8612345", "***"),
            (Mask::PhoneNumber, "186****0280", "***80"),
            (Mask::PhoneNumber, "anonymous", "***"),
            (Mask::PhoneNumber, "li18621520280", "***"),
            (Mask::PhoneNumber, "sip:18621520280@10.0.0.1", "***"),
            (Mask::Account, "agent@example.com", "***@example.com"),
            (Mask::Account, "agent@home. Call 18621520280", "***"),
            (Mask::Account, "agent@18621520280 or.example", "***"),
            (Mask::Account, "agent@example..com", "***"),
            (Mask::Account, "agent@10.0.0.1", "***"),
            (Mask::Account, "agent@x.\u{202e}com", "***"),
            (Mask::Account, "agent@1.18621520280", "***"),
            (Mask::Account, "agent@18621520280.com", "***"),
            (Mask::Account, "agent@user18621520280.com", "***"),
            (Mask::Link, "https://186-2152-0280.example.com/1.mp3", "***"),
            (
                Mask::Link,
                "https://v7call-1256921685.cos.example.com/1.mp3",
                "https://v7call-1256921685.cos.example.com/***",
            ),
            (Mask::Account, "@customer_service_1", "***"),
            (Mask::Account, "+8618621520280", "***"),
            (Mask::PersonName, "王小明", "王***"),
            (Mask::PersonName, " 王小明", "王***"),
            (Mask::PersonName, "王", "***"),
            (Mask::PersonName, "e\u{301}", "***"),
            (Mask::PersonName, "\u{301}lodie", "***"),
            (Mask::PersonName, "\u{202e}moc", "***"),
            (Mask::PersonName, "", "***"),
            (Mask::Link, "https://user:secret@cos.example.com:443/1/2.mp3?sign=x", "https://cos.example.com/***"),
            (Mask::Link, "/1/2.mp3", "***"),
            (Mask::Link, "https://\u{202e}x/", "***"),
            (Mask::Link, "HTTPS://cos.example.com", "https://cos.example.com/***"),
            (Mask::Link, "tel:18621520280", "***"),
            (Mask::Link, "tel://18621520280", "***"),
            (Mask::Link, "https://18621520280/1.mp3", "***"),
            (Mask::Link, "https://18621520280.example.com/1.mp3", "***"),
            (Mask::Link, "https://1400000214.vod2.myqcloud.com/1.mp3", "https://1400000214.vod2.myqcloud.com/***"),
            (Mask::Link, "https://172.31.15.12/1.mp3", "***"),
            (Mask::Link, "https://li:pass/word@cos.example.com/", "***"),
            (Mask::Link, "https://cos.example.com\\@18621520280", "***"),
            (Mask::Link, "18621520280://cos.example.com/", "***"),
        ] {
            assert_eq!(mask(kind, text), shown, "{text}");
        }
    }
}
