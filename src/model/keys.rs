//! The keys of one vendor object, as a table made at compile time: a key is found by one guess, or else by one hash.

use super::about::{Forms, Settling};
use crate::json::ValueRef;

/// How many fields an object may have.
pub const MAX_FIELDS: usize = 128;
/// A free slot of a hash table.
const FREE: u8 = u8::MAX;

/// The keys of one vendor object: what `payload!` makes.
pub struct Keys {
    /// The documented keys in the struct's order, one after the other. A `&str` for each would make the program larger
    /// by tens of kilobytes.
    text: &'static str,
    names: &'static [Name],
    /// Other documented keys of a field, each with the field's index.
    aliases: &'static [(&'static str, u8)],
    /// Hash → index into `names`, then into `aliases`. A taken slot leads to the next one.
    slots: &'static [u8],
    /// The multiplier of the hash.
    multiplier: u64,
    /// How each field is settled.
    fields: &'static [Settling],
    /// The index after the last identity.
    pub identities_end: u8,
}

/// What is computed from an object's keys at compile time.
pub struct Table<const FIELDS: usize, const SLOTS: usize> {
    names: [Name; FIELDS],
    slots: [u8; SLOTS],
    multiplier: u64,
}

/// A documented key.
#[derive(Clone, Copy)]
struct Name {
    fingerprint: Fingerprint,
    /// Where it begins in the text of all keys.
    start: u16,
}

/// The length and up to 24 bytes of a key. Most keys are not longer, so this identifies them by itself.
#[derive(Clone, Copy)]
struct Fingerprint {
    first: u64,
    middle: u64,
    last: u64,
    length: usize,
}

impl Fingerprint {
    /// The length of the longest key that this identifies by itself.
    const COMPLETE: usize = 24;

    #[inline]
    const fn of(key: &str) -> Self {
        let bytes = key.as_bytes();
        let length = bytes.len();
        let (first, last) = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
            _ => match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
                (Some(first), Some(last)) => (u32::from_le_bytes(*first) as u64, u32::from_le_bytes(*last) as u64),
                _ => match bytes {
                    // Of two or three bytes, these are all.
                    [first, .., last] => (u32::from_le_bytes([*first, bytes[length / 2], *last, 0]) as u64, 0),
                    [only] => (*only as u64, 0),
                    [] => (0, 0),
                },
            },
        };
        let middle = match bytes.first_chunk::<16>() {
            Some([_, _, _, _, _, _, _, _, middle @ ..]) if length > 16 => u64::from_le_bytes(*middle),
            _ => 0,
        };
        Self { first, middle, last, length }
    }

    #[inline]
    const fn is(self, other: Self) -> bool {
        self.first == other.first
            && self.last == other.last
            && self.middle == other.middle
            && self.length == other.length
    }

    /// The same in every letter case.
    #[inline]
    const fn hash(self, multiplier: u64) -> usize {
        const CASE: u64 = 0x2020_2020_2020_2020;
        let mixed = (self.first | CASE) ^ (self.last | CASE).rotate_left(23) ^ self.length as u64;
        (mixed.wrapping_mul(multiplier) >> 48) as usize
    }
}

/// How a key is spelled. Of two keys of one field, the one of the later variant counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spelling {
    /// As another documented key of the field.
    Alias,
    /// As the field's documented key, in another letter case.
    OtherCase,
    /// As the field's documented key.
    Exact,
}

/// Which field a key belongs to, if any, and how the key is spelled.
pub type Match = Option<(Spelling, u8)>;

/// How many slots a table has for this many keys: at least four times as many, so that nearly every key is in the first
/// slot of its hash.
pub const fn slots(keys: usize) -> usize {
    (keys * 4 + 1).next_power_of_two()
}

impl<const FIELDS: usize, const SLOTS: usize> Table<FIELDS, SLOTS> {
    pub const fn new(keys: &[&str], aliases: &[(&str, u8)]) -> Self {
        assert!(FIELDS <= MAX_FIELDS, "a payload has at most 128 fields");
        assert!(FIELDS + aliases.len() < FREE as usize, "a slot's index has 8 bits");
        assert!(keys.len() == FIELDS && SLOTS == slots(FIELDS + aliases.len()));
        let mut names = [Name { fingerprint: Fingerprint::of(""), start: 0 }; FIELDS];
        let (mut i, mut start) = (0, 0);
        while i < FIELDS {
            assert!(start <= u16::MAX as usize, "the keys are too long");
            names[i] = Name { fingerprint: Fingerprint::of(keys[i]), start: start as u16 };
            start += keys[i].len();
            i += 1;
        }
        let multiplier = Self::multiplier(&names);
        let mut slots = [FREE; SLOTS];
        i = 0;
        while i < FIELDS + aliases.len() {
            let fingerprint = if i < FIELDS { names[i].fingerprint } else { Fingerprint::of(aliases[i - FIELDS].0) };
            let mut slot = fingerprint.hash(multiplier) % SLOTS;
            while slots[slot] != FREE {
                let taken = slots[slot] as usize;
                let is_alike = taken < FIELDS && names[taken].fingerprint.is(fingerprint);
                assert!(!is_alike || fingerprint.length > Fingerprint::COMPLETE, "two fields have the same key");
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = i as u8;
            i += 1;
        }
        Self { names, slots, multiplier }
    }

    /// Of some multipliers, the one for which the fewest keys want the same slot.
    const fn multiplier(names: &[Name; FIELDS]) -> u64 {
        const GOLDEN_RATIO: u64 = 0x9E37_79B9_7F4A_7C15;
        let (mut best, mut fewest) = (GOLDEN_RATIO, usize::MAX);
        let (mut multiplier, mut tries) = (GOLDEN_RATIO, 0);
        while fewest > 0 && tries < 32 {
            let mut is_taken = [false; SLOTS];
            let (mut i, mut clashes) = (0, 0);
            while i < FIELDS {
                let slot = names[i].fingerprint.hash(multiplier) % SLOTS;
                clashes += is_taken[slot] as usize;
                is_taken[slot] = true;
                i += 1;
            }
            if clashes < fewest {
                (best, fewest) = (multiplier, clashes);
            }
            multiplier = multiplier.wrapping_mul(GOLDEN_RATIO);
            tries += 1;
        }
        best
    }
}

impl Keys {
    /// `text` is all documented keys, one after the other.
    pub const fn new<const FIELDS: usize, const SLOTS: usize>(
        text: &'static str,
        aliases: &'static [(&'static str, u8)],
        table: &'static Table<FIELDS, SLOTS>,
        fields: &'static [Settling],
    ) -> Self {
        let mut identities = fields;
        while let [others @ .., Settling::Value(_) | Settling::Own | Settling::List] = identities {
            identities = others;
        }
        Self {
            text,
            names: &table.names,
            aliases,
            slots: &table.slots,
            multiplier: table.multiplier,
            fields,
            identities_end: identities.len() as u8,
        }
    }

    /// How many fields there are.
    #[inline]
    pub const fn len(&self) -> usize {
        self.names.len()
    }

    /// The documented key of a field.
    pub fn name(&self, field: u8) -> &'static str {
        self.names.get(usize::from(field)).map_or("", |name| self.text_of(name))
    }

    fn text_of(&self, name: &Name) -> &'static str {
        let start = usize::from(name.start);
        self.text.get(start..start + name.fingerprint.length).unwrap_or_default()
    }

    /// How a field is settled.
    #[inline]
    pub fn settling(&self, field: u8) -> Settling {
        self.fields.get(usize::from(field)).copied().unwrap_or(Settling::Own)
    }

    /// Whether a value has a type that is documented for a field.
    #[inline(never)]
    pub fn has_form(&self, field: u8, value: ValueRef<'_>) -> bool {
        match self.settling(field) {
            Settling::Value(about) | Settling::Identity(about) => about.forms.has(value.json_type()),
            Settling::Own | Settling::List => Forms::NONE.has(value.json_type()),
        }
    }

    #[inline]
    fn is(&self, field: u8, key: &str, fingerprint: Fingerprint) -> bool {
        self.names.get(usize::from(field)).is_some_and(|name| {
            name.fingerprint.is(fingerprint)
                && (fingerprint.length <= Fingerprint::COMPLETE || self.text_of(name) == key)
        })
    }

    /// As [`find`](Self::find), but compares with one field first: vendors send their keys in a stable order.
    #[inline(always)]
    pub fn find_after(&self, guess: u8, key: &str) -> Match {
        let fingerprint = Fingerprint::of(key);
        if self.is(guess, key, fingerprint) {
            return Some((Spelling::Exact, guess));
        }
        // The first slot nearly always has the key, if any has.
        let slot = fingerprint.hash(self.multiplier) & (self.slots.len() - 1);
        match self.slots.get(slot) {
            None | Some(&FREE) => None,
            Some(&field) if self.is(field, key, fingerprint) => Some((Spelling::Exact, field)),
            _ => self.find(key),
        }
    }

    /// Which field a key belongs to. Two documented keys that differ in letter case only (`Uui`, `UUI`) stay two.
    #[inline(never)]
    pub fn find(&self, key: &str) -> Match {
        let fingerprint = Fingerprint::of(key);
        let mut near = None;
        let mut slot = fingerprint.hash(self.multiplier);
        loop {
            // The number of slots is a power of two, and three quarters of them are free.
            slot &= self.slots.len() - 1;
            let Some(&found) = self.slots.get(slot).filter(|slot| **slot != FREE) else { return near };
            let index = usize::from(found);
            if let Some(name) = self.names.get(index) {
                if self.is(found, key, fingerprint) {
                    return Some((Spelling::Exact, found));
                }
                if !matches!(near, Some((Spelling::OtherCase, _))) && self.text_of(name).eq_ignore_ascii_case(key) {
                    near = Some((Spelling::OtherCase, found));
                }
            } else if let Some((alias, field)) = self.aliases.get(index - self.names.len())
                && near.is_none()
                && alias.eq_ignore_ascii_case(key)
            {
                near = Some((Spelling::Alias, *field));
            }
            slot += 1;
        }
    }
}

/// The keys of an object as a static: the documented ones, others with the index of their field, and how each field is
/// settled.
macro_rules! keys {
    ([$($key:literal)*] [$($alias:expr),*] [$($settle:expr),*]) => {{
        use $crate::model::keys::{Keys, Table, slots};
        const NAMES: &[&str] = &[$($key),*];
        const ALIASES: &[(&str, u8)] = &[$($alias),*];
        static TABLE: Table<{ NAMES.len() }, { slots(NAMES.len() + ALIASES.len()) }> = Table::new(NAMES, ALIASES);
        static KEYS: Keys = Keys::new(concat!($($key),*), ALIASES, &TABLE, &[$($settle),*]);
        &KEYS
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(key: &str) -> Match {
        let keys: &Keys = keys!(
            ["Uui" "UUI" "Duration" "content" "aKeyThatIsLongerThan24BytesX" "aKeyThatIsLongerYhan24BytesX"]
            [("Label", 3)] []
        );
        let found = keys.find(key);
        for guess in 0..=6 {
            assert_eq!(keys.find_after(guess, key), found, "{key} after {guess}");
        }
        found
    }

    #[test]
    fn an_exact_key_comes_before_another_letter_case_before_an_alias() {
        for (key, expected) in [
            ("Uui", Some((Spelling::Exact, 0))),
            ("UUI", Some((Spelling::Exact, 1))),
            ("uui", Some((Spelling::OtherCase, 0))),
            ("duration", Some((Spelling::OtherCase, 2))),
            ("content", Some((Spelling::Exact, 3))),
            ("CONTENT", Some((Spelling::OtherCase, 3))),
            ("label", Some((Spelling::Alias, 3))),
            ("aKeyThatIsLongerThan24BytesX", Some((Spelling::Exact, 4))),
            ("aKeyThatIsLongerYhan24BytesX", Some((Spelling::Exact, 5))),
            ("aKeyThatIsLongerZhan24BytesX", None),
            ("Durations", None),
            ("", None),
            // The Kelvin sign is a K to Unicode's case rules, but not a documented letter.
            ("\u{212a}ey", None),
        ] {
            assert_eq!(find(key), expected, "{key}");
        }
    }
}
