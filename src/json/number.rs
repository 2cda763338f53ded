//! JSON numbers by their digits: the grammar, the nearest double, and whole numbers of any form.

/// The length of the number at the beginning of a text, by RFC 8259: `[ minus ] int [ frac ] [ exp ]`; or the offset of
/// the byte where a digit is missing or, behind a zero, too many.
pub fn number_length(text: &[u8]) -> Result<usize, usize> {
    let digits = |from: usize| text.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let some_digits = |from: usize| match digits(from) {
        0 => Err(from),
        length => Ok(from + length),
    };
    // int = zero / ( digit1-9 *DIGIT )
    let start = usize::from(text.starts_with(b"-"));
    let mut end = some_digits(start)?;
    if end > start + 1 && text.get(start) == Some(&b'0') {
        return Err(start + 1);
    }
    // frac = decimal-point 1*DIGIT
    if text.get(end) == Some(&b'.') {
        end = some_digits(end + 1)?;
    }
    // exp = e [ minus / plus ] 1*DIGIT
    if matches!(text.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(text.get(end + 1), Some(b'+' | b'-')));
        end = some_digits(end + 1 + sign)?;
    }
    Ok(end)
}

/// A number's parts.
struct Parts<'a> {
    negative: bool,
    whole: &'a str,
    fraction: &'a str,
    exponent: i64,
}

fn parts(digits: &str) -> Parts<'_> {
    let (negative, digits) = match digits.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, digits),
    };
    let (mantissa, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    // An exponent beyond 64 bits is as far beyond every use as the largest one.
    let limit = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
    Parts { negative, whole, fraction, exponent: exponent.parse().unwrap_or(limit) }
}

/// The nearest finite double; `None` if the number is beyond the range of doubles.
pub fn nearest_double(digits: &str) -> Option<f64> {
    digits.parse().ok().filter(|double: &f64| double.is_finite())
}

/// Whether a double equals what the digits say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Magnitude {
    /// Up to 17 significant digits, for which the nearest double is taken, or a number that a double equals.
    Double,
    /// A number that only its digits say.
    Huge,
}

/// Up to this many significant digits the nearest double is taken: no two doubles need more to be told apart.
const DOUBLE_DIGITS: usize = 17;
/// No double has more significant digits than this.
const MOST_DOUBLE_DIGITS: usize = 767;

pub fn magnitude(digits: &str) -> Magnitude {
    let Parts { whole, fraction, .. } = parts(digits);
    let mut significant = format!("{whole}{fraction}");
    significant.truncate(significant.trim_end_matches('0').len());
    let significant = significant.trim_start_matches('0');
    let is_double = match nearest_double(digits) {
        _ if significant.is_empty() => true,
        None => false,
        Some(double) => double != 0.0 && (significant.len() <= DOUBLE_DIGITS || exactly(double) == significant),
    };
    if is_double { Magnitude::Double } else { Magnitude::Huge }
}

/// The significant digits of a double, all of them.
fn exactly(double: f64) -> String {
    let text = format!("{:.*e}", MOST_DOUBLE_DIGITS, double.abs());
    let mantissa = text.split_once('e').map_or(text.as_str(), |(mantissa, _)| mantissa);
    mantissa.trim_end_matches('0').replace('.', "")
}

/// From here on a double is written with an exponent, and the zeros that it adds may stand for other digits.
const EXPONENTS_FROM: u64 = 10_000_000_000_000_000;
/// An identifier has at most this many digits.
const LONGEST_WHOLE: usize = 40;

/// The digits of a whole number in any form: `8613800000001` for `8613800000001.0` and `8.613800000001e12`.
///
/// `None` if the number is not whole, has more than 40 digits, or is 10^16 or more with an exponent that adds zeros: then
/// some system has rounded it, and it is another identifier.
pub fn whole_digits(digits: &str) -> Option<String> {
    let Parts { negative, whole, fraction, exponent } = parts(digits);
    if whole.bytes().chain(fraction.bytes()).all(|digit| digit == b'0') {
        return Some("0".to_owned());
    }
    let kept = fraction.trim_end_matches('0');
    let point = i64::try_from(whole.len()).ok()?.checked_add(exponent)?;
    let length = usize::try_from(point).ok().filter(|length| *length <= LONGEST_WHOLE)?;
    if whole.len() + kept.len() > length && !kept.is_empty() || length < whole.len() && !ends_in_zeros(whole, length) {
        return None;
    }
    let mut result: String = whole.chars().chain(kept.chars()).take(length).collect();
    let written = whole.len() + fraction.len();
    result.extend(std::iter::repeat_n('0', length.saturating_sub(result.len())));
    let result = match result.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    if length > written && result.parse().map_or(true, |number: u64| number >= EXPONENTS_FROM) {
        return None;
    }
    Some(if negative && result != "0" { format!("-{result}") } else { result.to_owned() })
}

fn ends_in_zeros(whole: &str, from: usize) -> bool {
    whole.bytes().skip(from).all(|digit| digit == b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_its_digits_in_whatever_form() {
        for (digits, expected) in [
            ("8613800000001.0", Some("8613800000001")),
            ("1.38E10", Some("13800000000")),
            ("1.38e+10", Some("13800000000")),
            ("4.03344537650466816E17", Some("403344537650466816")),
            ("4.033445376504668160E17", Some("403344537650466816")),
            ("403344537650466816.00", Some("403344537650466816")),
            ("12345678901234567890123", Some("12345678901234567890123")),
            ("4.03344537650467E+17", None),
            ("1E999999999", None),
            ("1e99999999999999999999", None),
            ("1e-99999999999999999999", None),
            ("12.5", None),
            ("0.5", None),
            ("1.5e0", None),
            ("15e-1", None),
            ("150e-1", Some("15")),
            ("1500.0e-2", Some("15")),
            ("0.0", Some("0")),
            ("-0", Some("0")),
            ("0e999", Some("0")),
            ("-1.5e1", Some("-15")),
            ("9007199254740992e1", None),
            ("1e41", None),
        ] {
            assert_eq!(whole_digits(digits).as_deref(), expected, "{digits}");
        }
    }

    #[test]
    fn a_number_is_huge_if_only_its_digits_say_it() {
        for (digits, expected) in [
            ("1.5", Magnitude::Double),
            ("0.0000", Magnitude::Double),
            ("30.120656774469951", Magnitude::Double),
            ("0.1000000000000000055511151231257827021181583404541015625", Magnitude::Double),
            ("18446744073709551616", Magnitude::Double),
            ("100000000000000000000000", Magnitude::Double),
            ("1e308", Magnitude::Double),
            ("0.10000000000000000555", Magnitude::Huge),
            ("12345678901234567890123", Magnitude::Huge),
            ("18446744073709551617", Magnitude::Huge),
            ("1e400", Magnitude::Huge),
            ("-1e400", Magnitude::Huge),
            ("1e-400", Magnitude::Huge),
        ] {
            assert_eq!(magnitude(digits), expected, "{digits}");
        }
        assert_eq!(magnitude(&"7".repeat(100_000)), Magnitude::Huge);
    }

    #[test]
    fn numbers_are_those_of_the_rfc() {
        for number in ["0", "-0", "10", "1.0", "0.5", "1e1", "1E+1", "1e-1", "-1.25e10"] {
            assert_eq!(number_length(number.as_bytes()), Ok(number.len()), "{number}");
        }
        for (text, expected) in [
            ("", Err(0)),
            ("-", Err(1)),
            ("01", Err(1)),
            ("-01", Err(2)),
            ("1.", Err(2)),
            ("1.e1", Err(2)),
            ("1e", Err(2)),
            ("1e+", Err(3)),
            ("--1", Err(1)),
            ("9999E", Err(5)),
            ("1e1.5", Ok(3)),
            ("1-1", Ok(1)),
            ("1.5.2", Ok(3)),
            ("0x1", Ok(1)),
        ] {
            assert_eq!(number_length(text.as_bytes()), expected, "{text}");
        }
    }
}
