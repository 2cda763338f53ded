//! JSON numbers by their digits: the grammar, the nearest double, and whole numbers of any form.

/// The length of the number at the beginning of a text, by RFC 8259: `[ minus ] int [ frac ] [ exp ]`; or the offset of
/// the byte where a digit is missing, or follows a leading zero.
pub fn number_length(text: &[u8]) -> Result<usize, usize> {
    let some_digits = |from: usize| match text.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count() {
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
struct Parts {
    negative: bool,
    /// The digits before the exponent, without the point.
    mantissa: String,
    /// How many digits the whole part has; `None` if that is beyond 64 bits.
    length: Option<i64>,
}

/// A text, other than a JSON number, may have a plus.
#[inline(never)]
fn parts(digits: &str) -> Parts {
    let unsigned = digits.strip_prefix(['+', '-']).unwrap_or(digits);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    // An exponent beyond 64 bits is as far beyond every use as the largest one.
    let limit = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
    Parts {
        negative: digits.starts_with('-'),
        mantissa: format!("{whole}{fraction}"),
        length: exponent.parse().unwrap_or(limit).checked_add_unsigned(whole.len() as u64),
    }
}

/// The nearest finite double; `None` if the number is beyond the range of doubles.
pub fn nearest_double(digits: &str) -> Option<f64> {
    digits.parse().ok().filter(|double: &f64| double.is_finite())
}

/// Up to this many significant digits the nearest double is taken: no two doubles need more to be told apart.
const DOUBLE_DIGITS: usize = 17;
/// No double has more significant digits than this.
const MOST_DOUBLE_DIGITS: usize = 767;

/// Whether only its digits say the number: no double equals it, and it has more than 17 significant digits, or is near
/// a whole number that is written otherwise.
pub fn is_huge(digits: &str) -> bool {
    let Parts { mantissa, length, .. } = parts(digits);
    let significant = mantissa.trim_matches('0');
    let double = match nearest_double(digits) {
        _ if significant.is_empty() => return false,
        None | Some(0.0) => return true,
        Some(double) => double.abs(),
    };
    let is_written_so =
        || parts(&serde_json::to_string(&double).unwrap_or_default()).mantissa.trim_matches('0') == significant;
    let is_near = significant.len() <= DOUBLE_DIGITS && (double.fract() > 0.0 || is_written_so());
    let is_equal = || {
        // Most differ in this already. Otherwise the double has as many digits as the number, if it equals it.
        let digits = significant.len().min(MOST_DOUBLE_DIGITS);
        length.is_some_and(|length| mantissa.trim_end_matches('0').len() as i64 - length == places(double))
            && parts(&format!("{double:.digits$e}")).mantissa.trim_matches('0') == significant
    };
    !is_near && !is_equal()
}

/// How many decimal places a double has; the zeros at the end of a whole number count against them.
fn places(double: f64) -> i64 {
    let biased = (double.to_bits() >> 52 & 0x7ff) as i64;
    // The first bit of a double is not stored, if it is not among the smallest.
    let mantissa = double.to_bits() & ((1 << 52) - 1) | u64::from(biased > 0) << 52;
    let exponent = biased.max(1) - 1075 + i64::from(mantissa.trailing_zeros());
    let odd = mantissa >> mantissa.trailing_zeros();
    // Each pair of a factor 2 and a factor 5 is a zero.
    let fives = (1..).take_while(|power| odd.is_multiple_of(5_u64.pow(*power))).count() as i64;
    if exponent < 0 { -exponent } else { -exponent.min(fives) }
}

/// From here on a double is written with an exponent, and the zeros that it adds may stand for other digits.
const EXPONENTS_FROM: u64 = 10_000_000_000_000_000;
/// An identifier has at most this many digits.
const LONGEST_WHOLE: usize = 40;

/// The digits of a whole number in any form: `8613800000001` for `8613800000001.0` and `8.613800000001e12`.
///
/// `None` if the number is not whole, has more than 40 digits, or is 10^16 or more with an exponent that adds zeros:
/// then some system has rounded it, and it is another identifier.
pub fn whole_digits(digits: &str) -> Option<String> {
    let (whole, adds_zeros) = whole(parts(digits))?;
    let is_rounded = adds_zeros && whole.parse().map_or(true, |number: i64| number.unsigned_abs() >= EXPONENTS_FROM);
    (!is_rounded).then_some(whole)
}

/// The whole number that a point or an exponent spells out in full, from 10^16 to what 64 bits hold. A double of it
/// would be written with an exponent, which no identifier has.
pub fn long_integer(digits: &str) -> Option<u64> {
    whole_digits(digits)?.parse().ok().filter(|number| *number >= EXPONENTS_FROM)
}

/// A number in billionths, if it is a whole number of them.
pub fn billionths(digits: &str) -> Option<i128> {
    let parts = parts(digits);
    let (whole, _) = whole(Parts { length: parts.length?.checked_add(9), ..parts })?;
    whole.parse().ok()
}

/// The digits of a whole number, and whether its exponent adds zeros.
fn whole(Parts { negative, mantissa, length }: Parts) -> Option<(String, bool)> {
    let is_zero = |digit: u8| digit == b'0';
    if mantissa.bytes().all(is_zero) {
        return Some(("0".to_owned(), false));
    }
    let length = usize::try_from(length?).ok().filter(|length| *length <= LONGEST_WHOLE)?;
    if !mantissa.bytes().skip(length).all(is_zero) {
        return None;
    }
    let padded = format!("{mantissa:0<length$}");
    let whole = padded.get(..length)?.trim_start_matches('0');
    Some((format!("{}{whole}", if negative { "-" } else { "" }), length > mantissa.len()))
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
            ("1.5", false),
            ("0.0000", false),
            ("30.120656774469951", false),
            ("0.1000000000000000055511151231257827021181583404541015625", false),
            ("18446744073709551616", false),
            ("100000000000000000000000", false),
            ("1e308", false),
            ("0.10000000000000000555", true),
            ("18621520280.000001", true),
            ("9007199254740993.0", true),
            ("9007199254740992.0", false),
            ("1.2345678901234567e18", true),
            ("1.2345678901234568e18", false),
            ("9007199254740991.5", true),
            ("4503599627370495.5", false),
            ("12345678901234567890123", true),
            ("18446744073709551617", true),
            ("1e400", true),
            ("-1e400", true),
            ("1e-400", true),
        ] {
            assert_eq!(is_huge(digits), expected, "{digits}");
        }
        assert!(is_huge(&"7".repeat(100_000)));
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
