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

/// How many bytes come before the first quote, backslash or control character.
#[inline(always)]
pub(super) fn plain_string_bytes(bytes: &[u8]) -> usize {
    // Most strings end within 32 bytes; the loop for longer ones stays out of line.
    plain_bytes_of_eights(bytes, 4).unwrap_or_else(|| long_plain_string_bytes(bytes))
}

/// The same, if it is within so many times eight bytes.
#[inline(always)]
fn plain_bytes_of_eights(bytes: &[u8], most: usize) -> Option<usize> {
    let (eights, _) = bytes.as_chunks::<8>();
    for (i, eight) in eights.iter().take(most).enumerate() {
        let special = special_bytes(u64::from_le_bytes(*eight));
        if special != 0 {
            return Some(i * 8 + special.trailing_zeros() as usize / 8);
        }
    }
    None
}

#[inline(never)]
fn long_plain_string_bytes(bytes: &[u8]) -> usize {
    let (sixteens, _) = bytes.as_chunks::<16>();
    // Without a way out of the inner loop, so that it becomes a few vector instructions.
    let is_plain = |sixteen: &&[u8; 16]| !sixteen.iter().fold(false, |special, byte| special | is_special(*byte));
    let plain = sixteens.iter().take_while(is_plain).count() * 16;
    let rest = bytes.get(plain..).unwrap_or_default();
    let in_rest = plain_bytes_of_eights(rest, 2);
    plain + in_rest.or_else(|| rest.iter().position(|byte| is_special(*byte))).unwrap_or(rest.len())
}

/// The index of the first byte from `at` on that is not white space.
#[inline(never)]
pub(super) fn behind_whitespace(bytes: &[u8], mut at: usize) -> usize {
    const SPACES: u128 = u128::from_le_bytes([b' '; 16]);
    while let Some(b' ' | b'\n' | b'\t' | b'\r') = bytes.get(at) {
        at += 1;
        // Indented bodies have runs of spaces after each line end. Their lengths are hard to guess for a processor, so
        // there is no branch in here.
        if let Some(sixteen) = bytes.get(at..).and_then(|rest| rest.first_chunk::<16>()) {
            at += (u128::from_le_bytes(*sixteen) ^ SPACES).trailing_zeros() as usize / 8;
        }
    }
    at
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
    fn white_space_is_passed_whatever_its_length() {
        for length in 0..=40 {
            for blank in [" ", "\n", "\t", "\r"] {
                let text = format!("{}x", blank.repeat(length));
                assert_eq!(behind_whitespace(text.as_bytes(), 0), length, "{blank:?}");
                assert_eq!(behind_whitespace(&text.as_bytes()[..length], 0), length, "{blank:?} at the end");
            }
        }
    }
}
