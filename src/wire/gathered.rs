//! Entries on their way into a map.

use serde_json::Value;

use super::notes::{At, More, Notes};
use crate::report::{Code, JsonType};

/// Entries as a JSON object, the last of equal keys.
pub fn into_object(entries: Vec<(String, Value)>) -> Value {
    Value::Object(entries.into_iter().collect())
}

/// Entries that go into a map all at once: one by one, each would cost the more, the more there are.
#[derive(Debug, Default)]
pub struct Gathered {
    entries: Vec<(String, Value)>,
    /// Where the report tells of each, if it does.
    told: Vec<usize>,
}

impl Gathered {
    /// Adds an entry.
    pub fn add(&mut self, key: String, value: Value) {
        self.entries.push((key, value));
    }

    /// Adds an entry that no page names, and tells of it. `notes` is at the map.
    pub fn add_unknown<N: Notes>(&mut self, key: String, value: Value, found: JsonType, notes: &mut N) {
        if N::ON {
            self.told.push(notes.count());
            notes.note(At::key(&key), Code::UnknownKey, "no such key", found, More::Nothing);
        }
        self.add(key, value);
    }

    /// The entries in the order in which they came: of equal keys, the last one counts. Notes the values that lost.
    pub fn finish<N: Notes>(self, notes: &mut N) -> Vec<(String, Value)> {
        if N::ON {
            for (again, before) in self.duplicates() {
                let (key, lost) = &self.entries[before];
                notes.duplicate(key, lost.clone());
                if let Some(told) = self.told.get(again) {
                    // It was told as one more unknown key: now it is told there as what it is.
                    notes.put_last_at(*told);
                }
            }
        }
        self.entries
    }

    /// Entries with a key that came before, each with the last one before it.
    fn duplicates(&self) -> Vec<(usize, usize)> {
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_by_key(|&at| &self.entries[at].0);
        let again = order.windows(2).filter(|pair| self.entries[pair[0]].0 == self.entries[pair[1]].0);
        let mut duplicates: Vec<_> = again.map(|pair| (pair[1], pair[0])).collect();
        duplicates.sort_unstable();
        duplicates
    }
}
