//! What the model has no field for.

use std::collections::{BTreeMap, btree_map};
use std::fmt;
use std::iter::FusedIterator;

use serde_json::Value;

/// JSON values by wire key: those that a payload's fields could not take, or a whole object that is kept as it came.
///
/// The field `extra` of a payload holds three things, and nothing else:
///
/// * the value of an undocumented key;
/// * under a documented key, a value that could not be read as the field's type: the field is then empty, and the value
///   is here, untouched;
/// * the items of a list that could not be read, as an array under the list's key; the others are in the field.
///
/// Writing a struct writes its `extra` too, so that nothing is lost on the way through. `Debug` and `Serialize` show
/// all of it; [`redacted`](crate::redacted()) shows JSON types only.
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
    /// Makes an empty `Extra`.
    pub const fn new() -> Self {
        Self(None)
    }

    fn map(&self) -> &BTreeMap<String, Value> {
        self.0.as_deref().unwrap_or(&NOTHING)
    }

    /// Adds entries. Not generic, because the code that builds a map takes kilobytes.
    fn add_all(&mut self, entries: Vec<(String, Value)>) {
        if entries.is_empty() {
            return;
        }
        let map = self.map_mut();
        if map.is_empty() {
            // This takes a fraction of the time that adding them one by one takes.
            *map = entries.into_iter().collect();
        } else {
            map.extend(entries);
        }
    }

    fn map_mut(&mut self) -> &mut BTreeMap<String, Value> {
        self.0.get_or_insert_default()
    }

    /// Whether it is empty. A payload's `extra` is empty if all its keys are documented and every value could be read.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.map().len()
    }

    /// The value under a wire key; `None` if there is none.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.map().get(key)
    }

    /// Whether there is a value under a wire key.
    pub fn contains_key(&self, key: &str) -> bool {
        self.map().contains_key(key)
    }

    /// Puts a value under a wire key and returns the one that it replaces; `None` if there was none.
    ///
    /// If the struct has a field of that key, and the field has a value, the field's value is written instead of this
    /// one. If the field is a list, this one is written too, after its items.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.map_mut().insert(key.into(), value.into())
    }

    /// Removes and returns the value under a wire key; `None` if there is none.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        let map = self.0.as_mut()?;
        let value = map.remove(key);
        if map.is_empty() {
            self.0 = None;
        }
        value
    }

    /// Keys and values, sorted by key.
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.map().iter())
    }

    /// The keys, sorted.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator + FusedIterator + Clone {
        self.map().keys().map(String::as_str)
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl std::ops::Index<&str> for Extra {
    type Output = Value;

    /// The value under a wire key, or JSON `null` if there is none, as with `serde_json::Value`.
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
    /// Adds entries; of equal keys the last one counts.
    fn extend<I: IntoIterator<Item = (String, Value)>>(&mut self, entries: I) {
        self.add_all(entries.into_iter().collect());
    }
}

/// Keys and values of an [`Extra`], sorted by key.
#[derive(Debug, Clone)]
pub struct Iter<'a>(btree_map::Iter<'a, String, Value>);

impl<'a> Iterator for Iter<'a> {
    type Item = (&'a str, &'a Value);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key.as_str(), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for Iter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(key, value)| (key.as_str(), value))
    }
}

impl ExactSizeIterator for Iter<'_> {}
impl FusedIterator for Iter<'_> {}

/// Owned keys and values of an [`Extra`], sorted by key.
#[derive(Debug)]
pub struct IntoIter(btree_map::IntoIter<String, Value>);

impl Iterator for IntoIter {
    type Item = (String, Value);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for IntoIter {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back()
    }
}

impl ExactSizeIterator for IntoIter {}
impl FusedIterator for IntoIter {}

impl IntoIterator for Extra {
    type Item = (String, Value);
    type IntoIter = IntoIter;

    fn into_iter(self) -> IntoIter {
        IntoIter(self.0.map(|map| *map).unwrap_or_default().into_iter())
    }
}

impl<'a> IntoIterator for &'a Extra {
    type Item = (&'a str, &'a Value);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl From<serde_json::Map<String, Value>> for Extra {
    fn from(object: serde_json::Map<String, Value>) -> Self {
        object.into_iter().collect()
    }
}

impl From<Extra> for Value {
    fn from(extra: Extra) -> Self {
        let mut object = serde_json::Map::new();
        object.extend(extra);
        Self::Object(object)
    }
}
