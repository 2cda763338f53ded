//! A JSON object that keeps the order of its keys, and duplicates.

use std::fmt::Write;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The entries in order: each a key, and a value as JSON text.
#[derive(Debug, Clone, Default)]
pub struct Body(Vec<(String, String)>);

impl Body {
    /// Reads a sample.
    pub fn sample(json: &str) -> Self {
        serde_json::from_str(&compact(json)).unwrap_or_else(|error| unreachable!("a sample is an object: {error}"))
    }

    /// Gives a key a value, in its place or at the end.
    pub fn set(&mut self, key: &str, value: impl Serialize) {
        self.set_json(key, json(value));
    }

    pub fn set_json(&mut self, key: &str, value: impl Into<String>) {
        match self.0.iter_mut().find(|(found, _)| found == key) {
            Some(entry) => entry.1 = value.into(),
            None => self.0.push((key.to_owned(), value.into())),
        }
    }

    /// Puts an entry before all others, even if the key exists.
    pub fn put_first(&mut self, key: &str, value: impl Serialize) {
        self.0.insert(0, (key.to_owned(), json(value)));
    }

    pub fn remove(&mut self, key: &str) -> Option<String> {
        let at = self.0.iter().position(|(found, _)| found == key)?;
        Some(self.0.remove(at).1)
    }

    /// Spells a key in another way. Returns whether it has a value.
    pub fn rename(&mut self, key: &str, to: &str) -> bool {
        let has = self.has(key);
        for (found, _) in self.0.iter_mut().filter(|(found, _)| found == key) {
            to.clone_into(found);
        }
        has
    }

    /// A value as JSON text; `null` if there is none.
    pub fn get(&self, key: &str) -> &str {
        self.0.iter().find(|(found, _)| found == key).map_or("null", |(_, value)| value)
    }

    /// Whether a key has another value than `null`, `""`, `[]` and 0.
    pub fn has(&self, key: &str) -> bool {
        !["null", "\"\"", "[]", "0"].contains(&self.get(key))
    }

    /// Turns a number into a text, or a text of digits into a number.
    pub fn retype(&mut self, key: &str) {
        let value = self.get(key);
        let other = match value.strip_prefix('"').and_then(|value| value.strip_suffix('"')) {
            Some(digits) => digits.to_owned(),
            None => format!("\"{value}\""),
        };
        self.set_json(key, other);
    }

    /// Changes the object that is the value of a key, or the only item of a list there. Returns whether there is one.
    pub fn edit(&mut self, key: &str, change: impl FnOnce(&mut Self)) -> bool {
        if !self.has(key) {
            return false;
        }
        let value = self.get(key);
        let item = value.strip_prefix('[').and_then(|value| value.strip_suffix(']'));
        let mut nested = Self::sample(item.unwrap_or(value));
        change(&mut nested);
        let value = if item.is_some() { format!("[{nested}]") } else { nested.to_string() };
        self.set_json(key, value);
        true
    }

    /// Takes over all entries of another object.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

pub fn json(value: impl Serialize) -> String {
    serde_json::to_string(&value).unwrap_or_else(|error| unreachable!("plain values have a JSON text: {error}"))
}

impl std::fmt::Display for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_char('{')?;
        for (i, (key, value)) in self.0.iter().enumerate() {
            let comma = if i > 0 { "," } else { "" };
            write!(f, "{comma}\"{key}\":{value}")?;
        }
        f.write_char('}')
    }
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = Body;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Body, A::Error> {
                let mut entries = Vec::new();
                while let Some((key, value)) = map.next_entry::<String, &RawValue>()? {
                    entries.push((key, value.get().to_owned()));
                }
                Ok(Body(entries))
            }
        }

        deserializer.deserialize_map(Entries)
    }
}

/// JSON without white space between its tokens, so that it is one line.
fn compact(json: &str) -> String {
    let (mut in_text, mut escaped) = (false, false);
    let keep = |character: &char| {
        if in_text {
            (in_text, escaped) = (escaped || *character != '"', !escaped && *character == '\\');
            return true;
        }
        in_text = *character == '"';
        !character.is_whitespace()
    };
    json.chars().filter(keep).collect()
}
