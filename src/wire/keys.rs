//! An object's keys: found by one guess or one hash, exactly, or but for ASCII case, or by another documented name.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

/// How many fields an object may have: one bit each in a `u128`.
const MOST: usize = 128;
/// At least twice the names, so that a run of taken places stays short.
const PLACES: usize = 256;
/// An empty place of the table.
const NONE: u8 = u8::MAX;

/// The keys of one vendor object.
#[derive(Debug)]
pub struct Keys {
    /// The fields' documented keys, in the struct's order.
    names: &'static [&'static str],
    /// Other documented names of a field, with its index.
    aliases: &'static [(&'static str, u8)],
    /// Hash → index into `names`, then `aliases`; the next free place where one is taken.
    places: [u8; PLACES],
}

/// What a name is among the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The field's documented key.
    Exact(u8),
    /// The field's key in another case, or by another documented name.
    Near(u8),
    /// No field's key.
    Unknown,
}

impl Keys {
    /// The table, made by the compiler.
    pub const fn new(names: &'static [&'static str], aliases: &'static [(&'static str, u8)]) -> Self {
        assert!(names.len() <= MOST && names.len() + aliases.len() < PLACES / 2, "too many keys");
        let mut places = [NONE; PLACES];
        let mut i = 0;
        while i < names.len() + aliases.len() {
            let name = if i < names.len() { names[i] } else { aliases[i - names.len()].0 };
            let mut place = hash(name.as_bytes());
            while places[place] != NONE {
                place = (place + 1) % PLACES;
            }
            places[place] = i as u8;
            i += 1;
        }
        Self { names, aliases, places }
    }

    /// The documented key of a field.
    pub fn name(&self, index: u8) -> &'static str {
        self.names[usize::from(index)]
    }

    /// Looks a key up. Two known keys that differ in case only (`Uui`, `UUI`) stay two.
    pub fn find(&self, key: &str) -> Place {
        let mut near = Place::Unknown;
        let mut place = hash(key.as_bytes());
        loop {
            let found = self.places[place];
            if found == NONE {
                return near;
            }
            let at = usize::from(found);
            if let Some(&name) = self.names.get(at) {
                if name == key {
                    return Place::Exact(found);
                }
                if near == Place::Unknown && name.eq_ignore_ascii_case(key) {
                    near = Place::Near(found);
                }
            } else {
                let (name, index) = self.aliases[at - self.names.len()];
                if near == Place::Unknown && name.eq_ignore_ascii_case(key) {
                    near = Place::Near(index);
                }
            }
            place = (place + 1) % PLACES;
        }
    }
}

/// Mixes the length with the first and last eight bytes; the same for all cases of a letter.
const fn hash(key: &[u8]) -> usize {
    const CASE: u64 = 0x2020_2020_2020_2020;
    let (first, last) = match (key.first_chunk::<8>(), key.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => {
            let (mut bytes, mut i) = (0, 0);
            while i < key.len() {
                bytes = bytes << 8 | key[i] as u64;
                i += 1;
            }
            (bytes, 0)
        }
    };
    let mixed = (first | CASE) ^ (last | CASE).rotate_left(23) ^ key.len() as u64;
    (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as usize
}

/// A key as it was read.
#[derive(Debug)]
pub enum Key {
    /// The field's documented key.
    Exact(u8),
    /// The field's key in another spelling, which is kept where a report wants it.
    Near(u8, Option<String>),
    /// No field's key.
    Unknown(String),
}

/// Reads a key: compares it with a guess first, for vendors send their keys in a stable order.
#[derive(Debug)]
pub struct ReadKey<'a> {
    pub keys: &'a Keys,
    pub guess: u8,
    pub keep_spelling: bool,
}

impl<'de> DeserializeSeed<'de> for ReadKey<'_> {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for ReadKey<'_> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        if self.keys.names.get(usize::from(self.guess)) == Some(&key) {
            return Ok(Key::Exact(self.guess));
        }
        Ok(self.find(key).unwrap_or_else(|| Key::Unknown(key.to_owned())))
    }

    fn visit_string<E: Error>(self, key: String) -> Result<Key, E> {
        Ok(self.find(&key).unwrap_or(Key::Unknown(key)))
    }
}

impl ReadKey<'_> {
    fn find(&self, key: &str) -> Option<Key> {
        match self.keys.find(key) {
            Place::Exact(index) => Some(Key::Exact(index)),
            Place::Near(index) => Some(Key::Near(index, self.keep_spelling.then(|| key.to_owned()))),
            Place::Unknown => None,
        }
    }
}

/// Which fields of an object were seen, and under which spelling.
#[derive(Debug, Default)]
pub struct Seen {
    exact: u128,
    near: u128,
}

/// What a key is beside those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The first of its field.
    First,
    /// A further one, which replaces the one before.
    Replaces,
    /// A further one, which loses against an exactly spelled one before.
    Loses,
}

impl Seen {
    /// Notes a key. The last one wins, but an exactly spelled one beats any other.
    #[inline]
    pub fn turn(&mut self, index: u8, exact: bool) -> Turn {
        let bit = 1 << index;
        let turn = match (self.exact & bit != 0, self.near & bit != 0) {
            (false, false) => Turn::First,
            (true, _) if !exact => Turn::Loses,
            _ => Turn::Replaces,
        };
        *(if exact { &mut self.exact } else { &mut self.near }) |= bit;
        turn
    }

    /// The bits of the fields that came at all.
    pub fn any(&self) -> u128 {
        self.exact | self.near
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static KEYS: Keys = Keys::new(&["Uui", "id", "UUI", "content", "_id", "StartTimestamp"], &[("Label", 3)]);

    #[test]
    fn a_key_is_found_exactly_then_in_another_case_then_by_alias() {
        for (key, place) in [
            ("Uui", Place::Exact(0)),
            ("UUI", Place::Exact(2)),
            ("uui", Place::Near(0)),
            ("id", Place::Exact(1)),
            ("_id", Place::Exact(4)),
            ("ID", Place::Near(1)),
            ("content", Place::Exact(3)),
            ("Label", Place::Near(3)),
            ("label", Place::Near(3)),
            ("StartTimeStamp", Place::Near(5)),
            ("StartTimestamp", Place::Exact(5)),
            ("StartTimestam", Place::Unknown),
            ("", Place::Unknown),
            ("启动", Place::Unknown),
        ] {
            assert_eq!(KEYS.find(key), place, "{key}");
        }
    }

    #[test]
    fn an_exact_key_beats_any_other_whatever_the_order() {
        let mut seen = Seen::default();
        assert_eq!(seen.turn(7, false), Turn::First);
        assert_eq!(seen.turn(7, false), Turn::Replaces);
        assert_eq!(seen.turn(7, true), Turn::Replaces);
        assert_eq!(seen.turn(7, false), Turn::Loses);
        assert_eq!(seen.turn(7, true), Turn::Replaces);
        assert_eq!(seen.any(), 1 << 7);
    }
}
