//! What the model has no field for.

use std::collections::{BTreeMap, btree_map};
use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::Value;

/// Everything of a JSON object that its struct has no typed place for, by wire key.
///
/// Three things land here, and nothing else:
///
/// * a key that the vendor's page does not name;
/// * a documented key whose value could not be read as its type: the field is then empty, and the value is here,
///   untouched, under the documented key;
/// * the items of a list that could not be read, as an array under the list's key, beside the items that could.
///
/// Writing a struct writes its `extra` too, so that nothing is lost on the way through.
///
/// ```
/// # use callhook::tccc::PhoneCdr;
/// let cdr: PhoneCdr = callhook::from_str(r#"{"SdkAppId":1400000214, "SessionId":"e97b", "Mood":"fine"}"#)?;
/// assert_eq!(cdr.extra["Mood"], "fine");
/// # Ok::<(), callhook::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Extra(
    #[expect(clippy::box_collection, reason = "one word instead of three in every payload")]
    /// Never an empty map: most records have nothing extra, and pay a null pointer for it.
    Option<Box<BTreeMap<String, Value>>>,
);

static NOTHING: BTreeMap<String, Value> = BTreeMap::new();

impl Extra {
    /// Nothing.
    pub const fn new() -> Self {
        Self(None)
    }

    fn map(&self) -> &BTreeMap<String, Value> {
        self.0.as_deref().unwrap_or(&NOTHING)
    }

    fn map_mut(&mut self) -> &mut BTreeMap<String, Value> {
        self.0.get_or_insert_default()
    }

    /// Whether there is nothing here, as there is when the body held just what the page says.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.map().len()
    }

    /// The value under a wire key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.map().get(key)
    }

    /// Whether there is a value under a wire key.
    pub fn contains_key(&self, key: &str) -> bool {
        self.map().contains_key(key)
    }

    /// Puts a value under a wire key; gives back the one that it replaces.
    ///
    /// Where the struct has a field of that key with a value in it, writing writes the field.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.map_mut().insert(key.into(), value.into())
    }

    /// Takes a value out.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        let map = self.0.as_mut()?;
        let value = map.remove(key);
        if map.is_empty() {
            self.0 = None;
        }
        value
    }

    /// Keys and values, in the keys' order.
    pub fn iter(&self) -> btree_map::Iter<'_, String, Value> {
        self.map().iter()
    }

    /// The keys, in order.
    pub fn keys(&self) -> btree_map::Keys<'_, String, Value> {
        self.map().keys()
    }

    /// Adds entries, the last of equal keys. In one go: many keys cost a good deal less so than one by one.
    pub(crate) fn add_all(&mut self, entries: Vec<(String, Value)>) {
        if entries.is_empty() {
            return;
        }
        let entries: BTreeMap<_, _> = entries.into_iter().collect();
        let map = self.map_mut();
        for (key, value) in std::mem::replace(map, entries) {
            map.entry(key).or_insert(value);
        }
    }

    /// Adds a list item that could not be read to those under the list's key.
    pub(crate) fn push_item(&mut self, key: &str, item: Value) {
        let map = self.map_mut();
        match map.get_mut(key) {
            Some(Value::Array(items)) => items.push(item),
            _ => {
                map.insert(key.to_owned(), Value::Array(vec![item]));
            }
        }
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl std::ops::Index<&str> for Extra {
    type Output = Value;

    /// The value under a wire key, or JSON `null` where there is none, as `serde_json::Value` has it.
    fn index(&self, key: &str) -> &Value {
        self.get(key).unwrap_or(&Value::Null)
    }
}

impl FromIterator<(String, Value)> for Extra {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(entries: I) -> Self {
        let mut extra = Self::new();
        extra.extend(entries);
        extra
    }
}

impl Extend<(String, Value)> for Extra {
    fn extend<I: IntoIterator<Item = (String, Value)>>(&mut self, entries: I) {
        self.add_all(entries.into_iter().collect());
    }
}

impl IntoIterator for Extra {
    type Item = (String, Value);
    type IntoIter = btree_map::IntoIter<String, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.map(|map| *map).unwrap_or_default().into_iter()
    }
}

impl<'a> IntoIterator for &'a Extra {
    type Item = (&'a String, &'a Value);
    type IntoIter = btree_map::Iter<'a, String, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.map().iter()
    }
}

impl From<Extra> for Value {
    fn from(extra: Extra) -> Self {
        Self::Object(extra.into_iter().collect())
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}
