//! The parameters of a URL query.

use serde_json::Value;

/// The parameters of a query, decoded, in their order. Of a whole URL, what comes before the `?` and from a `#` on is
/// skipped. Another `?` separates parameters as `&` does, because a vendor may append its own to a URL that already has a
/// query.
pub(crate) fn parameters(query: &str) -> impl Iterator<Item = (String, String)> + '_ {
    // After a `/` or a scheme, a path may have `=` and `&` in it; any other text that has one is a parameter.
    let is_path = |text: &str| {
        let scheme = text.split_once("://").map_or(text, |(scheme, _)| scheme);
        text.starts_with('/') || !scheme.contains(['=', '&'])
    };
    let query = query.split_once('#').map_or(query, |(query, _)| query);
    let after_path = query.split_once('?').filter(|(path, _)| is_path(path));
    let query = after_path.map_or(query, |(_, query)| query);
    query.split(['&', '?']).filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    })
}

/// Undoes form encoding: `+` and `%20` are blanks. What is not UTF-8 becomes U+FFFD; a `%` without two digits stays.
fn decode(text: &str) -> String {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    let digit = |byte: &u8| char::from(*byte).to_digit(16).map(|digit| digit as u8);
    while let Some((&first, behind)) = rest.split_first() {
        rest = behind;
        let byte = match (first, behind) {
            (b'%', [high, low, behind @ ..]) => match (digit(high), digit(low)) {
                (Some(high), Some(low)) => {
                    rest = behind;
                    high * 16 + low
                }
                _ => first,
            },
            (b'+', _) => b' ',
            _ => first,
        };
        decoded.push(byte);
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// A query as JSON: an object of strings.
pub(crate) fn to_json(query: &str) -> String {
    let entries = parameters(query).map(|(name, value)| format!("{}:{}", Value::from(name), Value::from(value)));
    format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_decoded_as_forms_are() {
        for (query, expected) in [
            ("?action=cdr&version=1#top", &[("action", "cdr"), ("version", "1")][..]),
            ("/hook?action=cdr&version=1", &[("action", "cdr"), ("version", "1")]),
            ("https://example.com/hook?action=cdr?", &[("action", "cdr")]),
            ("token=abc?action=cdr&version=1", &[("token", "abc"), ("action", "cdr"), ("version", "1")]),
            ("https://example.com/hook?token=abc?action=cdr", &[("token", "abc"), ("action", "cdr")]),
            ("/hook/dG9rZW4=?action=cdr", &[("action", "cdr")]),
            ("https://user:pa&ss@example.com/dG9rZW4=?action=cdr", &[("action", "cdr")]),
            ("to=https://example.com/hook?action=cdr", &[("to", "https://example.com/hook"), ("action", "cdr")]),
            ("https://example.com/hook#?action=cdr", &[("https://example.com/hook", "")]),
            ("a=b%3Fc=d", &[("a", "b?c=d")]),
            ("a&b?c=d", &[("a", ""), ("b", ""), ("c", "d")]),
            ("a=1&&b", &[("a", "1"), ("b", "")]),
            ("a+b=%20%2B+", &[("a b", " + ")]),
            ("a=100%&b=%zz&c=%4", &[("a", "100%"), ("b", "%zz"), ("c", "%4")]),
            ("name=%E5%8C%97%E4%BA%AC&bad=%ff", &[("name", "北京"), ("bad", "\u{fffd}")]),
            ("a=b=c", &[("a", "b=c")]),
            ("", &[]),
        ] {
            let read: Vec<_> = parameters(query).collect();
            let read: Vec<_> = read.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            assert_eq!(read, expected, "{query}");
        }
    }
}
