//! An object's keys: found by one guess or one hash, exactly, or but for ASCII case, or by another documented name.

use std::fmt;
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

/// How many fields an object may have.
const MOST: usize = 128;
/// An empty place of the table.
const NONE: u8 = u8::MAX;

/// The keys of one vendor object: what `keys!` makes.
#[derive(Debug)]
pub struct Keys {
    /// The fields' documented keys, in the struct's order, one behind the other.
    text: &'static str,
    names: &'static [Name],
    /// Other documented names of a field, with its index.
    aliases: &'static [(&'static str, u8)],
    /// Hash → index into `names`, then `aliases`; the next free place where one is taken.
    places: &'static [u8],
    /// Field → the field whose key followed it when a guess last failed: vendors keep their order. Only speed depends
    /// on it.
    after: &'static [AtomicU8],
}

/// What the compiler makes of an object's keys.
#[derive(Debug)]
pub struct Table<const FIELDS: usize, const PLACES: usize> {
    names: [Name; FIELDS],
    places: [u8; PLACES],
    after: [AtomicU8; FIELDS],
}

/// A documented key.
#[derive(Debug, Clone, Copy)]
struct Name {
    head: u64,
    tail: u64,
    /// Where it begins in the text of all.
    begin: u16,
    length: u8,
}

/// Length, first and last eight bytes of a key: most keys are told apart by it, and many are nothing more.
#[derive(Debug, Clone, Copy)]
struct Print {
    length: usize,
    head: u64,
    tail: u64,
}

impl Print {
    /// Up to this length the print says all.
    const WHOLE: usize = 16;

    #[inline]
    const fn of(key: &str) -> Self {
        let bytes = key.as_bytes();
        let length = bytes.len();
        let (head, tail) = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            (Some(head), Some(tail)) => (u64::from_le_bytes(*head), u64::from_le_bytes(*tail)),
            _ => match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
                (Some(head), Some(tail)) => (u32::from_le_bytes(*head) as u64, u32::from_le_bytes(*tail) as u64),
                _ => {
                    let (mut number, mut i) = (0, 0);
                    while i < length {
                        number = number << 8 | bytes[i] as u64;
                        i += 1;
                    }
                    (number, 0)
                }
            },
        };
        Self { length, head, tail }
    }

    /// The same for all cases of a letter.
    #[inline]
    const fn hash(self) -> usize {
        const CASE: u64 = 0x2020_2020_2020_2020;
        let mixed = (self.head | CASE) ^ (self.tail | CASE).rotate_left(23) ^ self.length as u64;
        (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as usize
    }
}

/// A field of an object.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub keys: &'static Keys,
    pub index: u8,
}

impl Field {
    /// Its documented key.
    pub fn key(self) -> &'static str {
        self.keys.name(self.index)
    }
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
    /// No key: the object ends.
    End,
}

/// A place as one number, which stays in a register on its way through `Result`s and `Option`s.
#[derive(Debug, Clone, Copy)]
pub struct Packed(u16);

impl Packed {
    pub const END: Self = Self::new(Place::End);

    #[inline]
    const fn new(place: Place) -> Self {
        Self(match place {
            Place::Exact(index) => index as u16,
            Place::Near(index) => 1 << 8 | index as u16,
            Place::Unknown => 2 << 8,
            Place::End => 3 << 8,
        })
    }

    #[inline]
    pub const fn place(self) -> Place {
        match self.0 >> 8 {
            0 => Place::Exact(self.0 as u8),
            1 => Place::Near(self.0 as u8),
            2 => Place::Unknown,
            _ => Place::End,
        }
    }
}

/// How many places a table has for so many names: at least twice as many, so that a run of taken places stays short.
pub const fn places(names: usize) -> usize {
    (names * 2 + 1).next_power_of_two()
}

impl<const FIELDS: usize, const PLACES: usize> Table<FIELDS, PLACES> {
    pub const fn new(keys: &[&str], aliases: &[(&str, u8)]) -> Self {
        assert!(FIELDS <= MOST && keys.len() == FIELDS && PLACES == places(FIELDS + aliases.len()), "unfit table");
        let mut table = Self {
            names: [Name { head: 0, tail: 0, begin: 0, length: 0 }; FIELDS],
            places: [NONE; PLACES],
            after: [const { AtomicU8::new(NONE) }; FIELDS],
        };
        let (mut i, mut begin) = (0, 0);
        while i < FIELDS + aliases.len() {
            let print = Print::of(if i < FIELDS { keys[i] } else { aliases[i - FIELDS].0 });
            let mut place = print.hash() % PLACES;
            while table.places[place] != NONE {
                place = (place + 1) % PLACES;
            }
            table.places[place] = i as u8;
            if i < FIELDS {
                assert!(begin <= u16::MAX as usize && print.length <= u8::MAX as usize, "keys too long");
                let Print { length, head, tail } = print;
                table.names[i] = Name { head, tail, begin: begin as u16, length: length as u8 };
                begin += length;
            }
            i += 1;
        }
        table
    }
}

impl Keys {
    /// `text` is all keys, one behind the other.
    pub const fn of<const FIELDS: usize, const PLACES: usize>(
        text: &'static str,
        aliases: &'static [(&'static str, u8)],
        table: &'static Table<FIELDS, PLACES>,
    ) -> Self {
        Self { text, names: &table.names, aliases, places: &table.places, after: &table.after }
    }

    /// The documented key of a field.
    pub fn name(&self, index: u8) -> &'static str {
        self.names.get(usize::from(index)).map_or("", |name| self.text_of(name))
    }

    fn text_of(&self, name: &Name) -> &'static str {
        let begin = usize::from(name.begin);
        &self.text[begin..begin + usize::from(name.length)]
    }

    /// Whether a name is the key that has this print.
    #[inline]
    fn is(&self, name: &Name, key: &str, print: Print) -> bool {
        let alike = name.head == print.head && name.tail == print.tail && usize::from(name.length) == print.length;
        alike && (print.length <= Print::WHOLE || self.text_of(name) == key)
    }

    /// Looks a key up. Two known keys that differ in case only (`Uui`, `UUI`) stay two.
    pub fn find(&self, key: &str) -> Place {
        self.find_print(key, Print::of(key))
    }

    fn find_print(&self, key: &str, print: Print) -> Place {
        let mut near = Place::Unknown;
        let mut place = print.hash();
        loop {
            // Their number is a power of two.
            place &= self.places.len() - 1;
            let found = self.places[place];
            if found == NONE {
                return near;
            }
            let at = usize::from(found);
            if let Some(name) = self.names.get(at) {
                if self.is(name, key, print) {
                    return Place::Exact(found);
                }
                if near == Place::Unknown && self.text_of(name).eq_ignore_ascii_case(key) {
                    near = Place::Near(found);
                }
            } else {
                let (name, index) = self.aliases[at - self.names.len()];
                if near == Place::Unknown && name.eq_ignore_ascii_case(key) {
                    near = Place::Near(index);
                }
            }
            place += 1;
        }
    }
}

/// The keys of an object as a static's value: the documented ones, and other names with the index of their field.
macro_rules! keys {
    ([$($key:literal)*] [$($alias:expr),*]) => {{
        const NAMES: &[&str] = &[$($key),*];
        const ALIASES: &[(&str, u8)] = &[$($alias),*];
        const PLACES: usize = $crate::wire::keys::places(NAMES.len() + ALIASES.len());
        static TABLE: $crate::wire::keys::Table<{ NAMES.len() }, PLACES> =
            $crate::wire::keys::Table::new(NAMES, ALIASES);
        $crate::wire::keys::Keys::of(concat!($($key),*), ALIASES, &TABLE)
    }};
}
pub(crate) use keys;

/// Finds the fields of an object's keys, one after the other: it compares each with two guesses first, for vendors send
/// their keys in a stable order.
#[derive(Debug)]
pub struct Finder {
    pub keys: &'static Keys,
    /// The field behind the last one.
    guess: u8,
    /// Whether `name` is wanted of a field's key in another spelling too.
    keep_spelling: bool,
    /// The last key that was no field's documented one.
    pub name: String,
}

impl Finder {
    pub fn new(keys: &'static Keys, keep_spelling: bool) -> Self {
        Self { keys, guess: 0, keep_spelling, name: String::new() }
    }

    /// The field of the next key.
    #[inline(always)]
    pub fn find(&mut self, key: &str) -> Packed {
        let print = Print::of(key);
        let keys = self.keys;
        // The field behind the last one, the one that has followed it before.
        let after = keys.after.get(usize::from(self.guess.wrapping_sub(1)));
        let learned = after.map_or(NONE, |after| after.load(Relaxed));
        for guess in [self.guess, learned] {
            match keys.names.get(usize::from(guess)) {
                Some(name) if keys.is(name, key, print) => {
                    self.guess = guess + 1;
                    return Packed::new(Place::Exact(guess));
                }
                _ => {}
            }
        }
        self.look_up(key, print, after)
    }

    #[inline(never)]
    fn look_up(&mut self, key: &str, print: Print, after: Option<&AtomicU8>) -> Packed {
        let place = self.keys.find_print(key, print);
        if let (Some(after), Place::Exact(found)) = (after, place) {
            after.store(found, Relaxed);
        }
        if let Place::Exact(found) | Place::Near(found) = place {
            self.guess = found + 1;
        }
        if place == Place::Unknown || self.keep_spelling && !matches!(place, Place::Exact(_)) {
            key.clone_into(&mut self.name);
        }
        Packed::new(place)
    }
}

/// Reads a key.
pub struct ReadKey<'a>(pub &'a mut Finder);

impl<'de> DeserializeSeed<'de> for ReadKey<'_> {
    type Value = Packed;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Packed, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for ReadKey<'_> {
    type Value = Packed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    /// A key without escapes, out of a text: the common case.
    #[inline(always)]
    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Packed, E> {
        Ok(self.0.find(key))
    }

    #[inline(never)]
    fn visit_str<E: Error>(self, key: &str) -> Result<Packed, E> {
        Ok(self.0.find(key))
    }
}

/// Which fields of an object were seen, and under which spelling: a byte each, for no field waits for another's bit.
#[derive(Debug)]
pub struct Seen([u8; MOST]);

/// A set of fields, a bit each.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Fields([u64; MOST / 64]);

impl Fields {
    #[inline]
    pub const fn has(self, index: u8) -> bool {
        self.0[index as usize / 64 % 2] & 1 << (index % 64) != 0
    }

    #[inline]
    pub fn insert(&mut self, index: u8) {
        self.0[index as usize / 64 % 2] |= 1 << (index % 64);
    }
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

impl Default for Seen {
    fn default() -> Self {
        Self([0; MOST])
    }
}

impl Seen {
    const EXACT: u8 = 1;
    const NEAR: u8 = 2;

    /// Notes a key. The last one wins, but an exactly spelled one beats any other.
    #[inline]
    pub fn turn(&mut self, index: u8, exact: bool) -> Turn {
        let seen = &mut self.0[usize::from(index) % MOST];
        let turn = match *seen {
            0 => Turn::First,
            before if before & Self::EXACT != 0 && !exact => Turn::Loses,
            _ => Turn::Replaces,
        };
        *seen |= if exact { Self::EXACT } else { Self::NEAR };
        turn
    }

    /// Whether a field came at all.
    pub fn has(&self, index: u8) -> bool {
        self.0[usize::from(index) % MOST] != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static KEYS: Keys =
        keys!(["Uui" "id" "UUI" "content" "_id" "StartTimestamp" "preMediaFailureReason"] [("Label", 3)]);

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
            ("preMediaFailureReason", Place::Exact(6)),
            ("preMediaOtherreReason", Place::Unknown),
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
        assert!(seen.has(7) && !seen.has(71));
    }
}
