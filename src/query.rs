//! The parameters of a URL query.

/// The parameters of a query, decoded, in their order. A leading `?` is passed over, and so is what stands behind a `#`.
pub(crate) fn parameters(query: &str) -> impl Iterator<Item = (String, String)> + '_ {
    let query = query.strip_prefix('?').unwrap_or(query);
    let query = query.split_once('#').map_or(query, |(query, _)| query);
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    })
}

/// Undoes form encoding: `+` and `%20` are blanks. What is no UTF-8 becomes U+FFFD; a `%` without two digits stays.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digit = |offset: usize| bytes.get(at + offset).and_then(|digit| char::from(*digit).to_digit(16));
        match (bytes[at], digit(1), digit(2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 3;
                continue;
            }
            (b'+', ..) => decoded.push(b' '),
            (byte, ..) => decoded.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_is_decoded_as_in_a_form() {
        let decoded = [
            ("a=1", "a", "1"),
            ("a", "a", ""),
            ("=1", "", "1"),
            ("a=1=2", "a", "1=2"),
            ("a+b=c+d", "a b", "c d"),
            ("%61=%e4%BA%ac%2B", "a", "京+"),
            ("a=%", "a", "%"),
            ("a=%4", "a", "%4"),
            ("a=%zz%4g", "a", "%zz%4g"),
            ("a=%ff", "a", "\u{fffd}"),
            ("a=1;b=2", "a", "1;b=2"),
        ];
        for (query, key, value) in decoded {
            assert_eq!(parameters(query).collect::<Vec<_>>(), [(key.to_owned(), value.to_owned())], "{query}");
        }
        let names = parameters("a=1&&b=2&").map(|(key, _)| key);
        assert_eq!(names.collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn a_leading_question_mark_and_a_fragment_are_no_parameters() {
        let read: Vec<_> = parameters("?action=cdr&version=1#top").collect();
        assert_eq!(read, [("action".to_owned(), "cdr".to_owned()), ("version".to_owned(), "1".to_owned())]);
    }
}
