//! What the model has no field for.

use std::fmt;
use std::iter::FusedIterator;
use std::mem;
use std::{slice, vec};

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
/// Writing a struct writes its `extra` too, so nothing is lost on the way through. `Debug` and `Serialize` show all of
/// it; [`redacted`](crate::redacted()) shows JSON types only.
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
    /// Sorted by key, and never empty: most records have nothing extra, and pay a null pointer for it. A map would take
    /// eight times the memory for one key, and a body may have one in each item of a list.
    Option<Box<Vec<(String, Value)>>>,
);

impl Extra {
    /// Makes an empty `Extra`.
    pub const fn new() -> Self {
        Self(None)
    }

    fn entries(&self) -> &[(String, Value)] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }

    /// Adds entries. Not generic, because sorting takes kilobytes of code.
    fn add_all(&mut self, mut added: Vec<(String, Value)>) {
        if added.is_empty() {
            return;
        }
        let entries = self.0.get_or_insert_default();
        if entries.is_empty() {
            **entries = added;
        } else {
            entries.append(&mut added);
        }
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        // Of equal keys the last one counts.
        entries.dedup_by(|next, kept| {
            let is_same = next.0 == kept.0;
            if is_same {
                mem::swap(next, kept);
            }
            is_same
        });
    }

    /// The place of a key, or the one where it belongs.
    fn find(&self, key: &str) -> Result<usize, usize> {
        self.entries().binary_search_by(|(other, _)| other.as_str().cmp(key))
    }

    /// Whether it is empty. A payload's `extra` is empty if all its keys are documented and every value could be read.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.entries().len()
    }

    /// The value under a wire key; `None` if there is none.
    pub fn get(&self, key: &str) -> Option<&Value> {
        let (_, value) = self.entries().get(self.find(key).ok()?)?;
        Some(value)
    }

    /// Whether there is a value under a wire key.
    pub fn contains_key(&self, key: &str) -> bool {
        self.find(key).is_ok()
    }

    /// Puts a value under a wire key and returns the one that it replaces; `None` if there was none.
    ///
    /// If the struct has a field with that key, and the field has a value, the field's value is written instead of this
    /// one. If the field is a list, this one is written too, after its items. (The content of a
    /// [`MsgElement`](crate::desk::MsgElement) is not such a field.)
    ///
    /// Each call moves the entries after the key, so add many at once with [`extend`](Extend::extend).
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        let (key, value) = (key.into(), value.into());
        let place = self.find(&key);
        let entries = self.0.get_or_insert_default();
        match place {
            Ok(at) => entries.get_mut(at).map(|(_, old)| mem::replace(old, value)),
            Err(at) => {
                entries.insert(at, (key, value));
                None
            }
        }
    }

    /// Removes and returns the value under a wire key; `None` if there is none.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        let at = self.find(key).ok()?;
        let entries = self.0.as_mut()?;
        let (_, value) = entries.remove(at);
        if entries.is_empty() {
            self.0 = None;
        }
        Some(value)
    }

    /// Keys and values, sorted by key.
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.entries().iter())
    }

    /// The keys, sorted.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator + FusedIterator + Clone {
        self.iter().map(|(key, _)| key)
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
    /// Adds entries. If a key occurs more than once, the last value wins.
    fn extend<I: IntoIterator<Item = (String, Value)>>(&mut self, entries: I) {
        self.add_all(entries.into_iter().collect());
    }
}

/// Keys and values of an [`Extra`], sorted by key.
#[derive(Debug, Clone)]
pub struct Iter<'a>(slice::Iter<'a, (String, Value)>);

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
pub struct IntoIter(vec::IntoIter<(String, Value)>);

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
        IntoIter(self.0.map(|entries| *entries).unwrap_or_default().into_iter())
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
