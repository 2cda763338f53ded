//! How far a text goes on without a byte that matters, eight bytes at a time.

/// A one in each of eight bytes.
const ONES: u64 = u64::from_le_bytes([1; 8]);
const HIGH_BITS: u64 = ONES * 0x80;

/// The high bit of each of eight bytes that is a quote, a backslash or a control character. After the first of them,
/// a borrow may set further bits; only the first one counts.
#[inline(always)]
const fn special_bytes(eight: u64) -> u64 {
    // A quote (0x22) with its second bit flipped is 0x20, so that one comparison finds it and all control characters.
    let quote_or_control = (eight ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (eight ^ (ONES * 0x5c)).wrapping_sub(ONES);
    (quote_or_control | backslash) & !eight & HIGH_BITS
}

/// Whether a byte ends a run of plain string bytes.
#[inline(always)]
const fn is_special(byte: u8) -> bool {
    byte ^ 0x02 < 0x21 || byte == b'\\'
}

/// How many bytes come before the first quote, backslash or control character. `None` if the first five groups of eight
/// bytes, which are enough for a UUID, have none.
#[inline(always)]
pub(super) fn short_plain_bytes(bytes: &[u8]) -> Option<usize> {
    let (eights, _) = bytes.as_chunks::<8>();
    let specials = eights.iter().take(5).map(|eight| special_bytes(u64::from_le_bytes(*eight)));
    let (i, special) = specials.enumerate().find(|(_, special)| *special != 0)?;
    Some(i * 8 + special.trailing_zeros() as usize / 8)
}

/// How many bytes come before the first quote, backslash or control character.
#[inline(never)]
pub(super) fn plain_string_bytes(bytes: &[u8]) -> usize {
    let (sixteens, _) = bytes.as_chunks::<16>();
    // The inner loop has no early exit, so that it becomes a few vector instructions.
    let is_plain = |sixteen: &&[u8; 16]| !sixteen.iter().fold(false, |special, byte| special | is_special(*byte));
    let plain = sixteens.iter().take_while(is_plain).count() * 16;
    let rest = bytes.get(plain..).unwrap_or_default();
    plain + rest.iter().position(|byte| is_special(*byte)).unwrap_or(rest.len())
}

/// The index of the first byte from `at` on that is not white space.
#[inline(never)]
pub(super) fn behind_whitespace(bytes: &[u8], mut at: usize) -> usize {
    const SPACES: u128 = u128::from_le_bytes([b' '; 16]);
    while let Some(b' ' | b'\n' | b'\t' | b'\r') = bytes.get(at) {
        at += 1;
        // Indented bodies have runs of spaces after each line end. A processor cannot predict their lengths well, so
        // there is no branch in here.
        if let Some(sixteen) = bytes.get(at..).and_then(|rest| rest.first_chunk::<16>()) {
            at += (u128::from_le_bytes(*sixteen) ^ SPACES).trailing_zeros() as usize / 8;
        }
    }
    at
}

/// The number that the next eight bytes make, if they are digits.
#[inline]
pub(super) fn eight_digits(bytes: &[u8], at: usize) -> Option<u64> {
    let eight = u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?);
    let digits = eight.wrapping_sub(ONES * u64::from(b'0'));
    // A byte above '9' has its high bit set by the addition, one below '0' by the subtraction.
    if (digits | digits.wrapping_add(ONES * 0x76)) & HIGH_BITS != 0 {
        return None;
    }
    // Joins neighbours to two, then four, then eight digits; the first byte is the lowest.
    let twos = digits.wrapping_mul(10).wrapping_add(digits >> 8) & 0x00ff_00ff_00ff_00ff;
    let fours = twos.wrapping_mul(100).wrapping_add(twos >> 16) & 0x0000_ffff_0000_ffff;
    Some(fours.wrapping_mul(10_000).wrapping_add(fours >> 32) & 0xffff_ffff)
}

/// The white space that was measured last.
///
/// Most lines of an indented body have the indentation of the line before. Comparing with that is faster than counting,
/// because what comes next need not wait for the count.
#[derive(Default)]
pub(super) struct Indentation {
    length: usize,
    /// All bits set for each byte to compare.
    mask: u128,
}

impl Indentation {
    /// A line end with spaces after it.
    const LINE: u128 = u128::from_le_bytes(*b"\n               ");

    /// The index of the first byte from `at` on that is not white space.
    #[inline(always)]
    pub(super) fn behind(&mut self, bytes: &[u8], at: usize) -> usize {
        let sixteen = bytes.get(at..).and_then(|rest| rest.first_chunk::<16>());
        let is_same = sixteen.is_some_and(|sixteen| (u128::from_le_bytes(*sixteen) ^ Self::LINE) & self.mask == 0);
        match bytes.get(at + self.length) {
            Some(byte) if is_same && *byte > b' ' => at + self.length,
            _ => self.measure(bytes, at),
        }
    }

    /// The index of the first byte from `at` on that is not white space, which is measured for the next line.
    #[inline(never)]
    pub(super) fn measure(&mut self, bytes: &[u8], at: usize) -> usize {
        let behind = behind_whitespace(bytes, at);
        let length = behind - at;
        if length < 16 {
            *self = Self { length, mask: (1 << (8 * length)) - 1 };
        }
        behind
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_special_byte_ends_a_run_at_every_offset() {
        for special in (0..=0xff).filter(|byte| is_special(*byte)) {
            for length in 0..=80 {
                for padding in [0, 1, 9, 40] {
                    let mut bytes = vec![b'x'; length];
                    bytes.push(special);
                    bytes.resize(bytes.len() + padding, 0x80);
                    assert_eq!(plain_string_bytes(&bytes), length, "{special:#x} at {length} before {padding}");
                    if let Some(short) = short_plain_bytes(&bytes) {
                        assert_eq!(short, length, "{special:#x} at {length} before {padding}");
                    }
                }
            }
        }
    }

    #[test]
    fn all_other_bytes_are_plain() {
        let plain: Vec<u8> = (0..=0xff).filter(|byte| !is_special(*byte)).collect();
        for start in 0..plain.len() {
            assert_eq!(plain_string_bytes(&plain[start..]), plain.len() - start, "from {start}");
        }
    }

    #[test]
    fn eight_digits_are_a_number_and_anything_else_is_none() {
        for (text, expected) in
            [("00000000", 0), ("16081306", 16_081_306), ("99999999", 99_999_999), ("10203040", 10_203_040)]
        {
            assert_eq!(eight_digits(text.as_bytes(), 0), Some(expected), "{text}");
            assert_eq!(eight_digits(format!("x{text}9").as_bytes(), 1), Some(expected), "{text}");
            for place in 0..8 {
                for byte in (0..=0xff).filter(|byte: &u8| !byte.is_ascii_digit()) {
                    let mut bytes = text.as_bytes().to_vec();
                    bytes[place] = byte;
                    assert_eq!(eight_digits(&bytes, 0), None, "{bytes:?}");
                }
            }
        }
        assert_eq!(eight_digits(b"1234567", 0), None);
    }

    #[test]
    fn white_space_is_passed_whatever_its_length() {
        for length in 0..=40 {
            for blank in [" ", "\n", "\t", "\r"] {
                let text = format!("{}x", blank.repeat(length));
                assert_eq!(behind_whitespace(text.as_bytes(), 0), length, "{blank:?}");
                assert_eq!(behind_whitespace(&text.as_bytes()[..length], 0), length, "{blank:?} at the end");
            }
        }
    }

    #[test]
    fn a_line_is_passed_whatever_the_indentation_of_the_last_one() {
        let lines: Vec<String> = (0..=20)
            .flat_map(|length| ["\n", "\r\n", " ", "\n\t", "\n\n"].map(|start| start.to_owned() + &" ".repeat(length)))
            .collect();
        for last in &lines {
            for this in &lines {
                for padding in ["", "\"Duration\": 15, "] {
                    let text = format!("{last}x{this}y{padding}");
                    let mut indentation = Indentation::default();
                    assert_eq!(indentation.behind(text.as_bytes(), 0), last.len(), "{text:?}");
                    let behind = indentation.behind(text.as_bytes(), last.len() + 1);
                    assert_eq!(Some(behind), text.find('y'), "{text:?}");
                }
            }
        }
    }
}
