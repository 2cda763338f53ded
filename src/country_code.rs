//! The country codes that ITU-T E.164 assigns.

/// How many digits the leading country code of a number has; `None` if no country has it. The number has digits only.
pub fn country_code_len(number: &str) -> Option<usize> {
    let digit = |at: usize| number.as_bytes().get(at).map(|digit| u16::from(digit - b'0'));
    let (first, second) = (digit(0)?, digit(1)?);
    match first * 10 + second {
        10..=19 | 70..=79 => return Some(1),
        20 | 27 | 30..=34 | 36 | 39..=41 | 43..=49 | 51..=58 | 60..=66 | 81 | 82 | 84 | 86 | 90..=95 | 98 => {
            return Some(2);
        }
        _ => {}
    }
    match first * 100 + second * 10 + digit(2)? {
        211..=213 | 216 | 218 | 220..=258 | 260..=269 | 290 | 291 | 297..=299 => Some(3),
        350..=359 | 370..=378 | 380..=383 | 385..=387 | 389 | 420 | 421 | 423 => Some(3),
        500..=509 | 590..=599 | 670 | 672..=683 | 685..=692 => Some(3),
        850 | 852 | 853 | 855 | 856 | 880 | 886 | 960..=968 | 970..=977 | 992..=996 | 998 => Some(3),
        _ => None,
    }
}
