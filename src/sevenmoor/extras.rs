use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};
use serde_json::Value;

use crate::extra::Extra;
use crate::model::codecs::ObjectOrText;
use crate::model::{from_str, read_alone};

/// Your own parameters, passed in when the call was dialled: `extras`.
///
/// The documented type is an object, but every sample that has it says `""`, which means "no value". So three forms are
/// read: an object, an object as JSON text, and other text. Each is written back as it came.
///
/// ```
/// use callhook::sevenmoor::Extras;
///
/// let extras = Extras::from(r#"{"order":"A-17"}"#);
/// assert_eq!(extras.get("order").unwrap(), "A-17");
/// assert_eq!(extras.as_text(), Some(r#"{"order":"A-17"}"#));
///
/// let extras = Extras::from("order=A-17");
/// assert!(extras.as_object().is_none());
/// assert_eq!(extras.as_text(), Some("order=A-17"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Extras {
    /// The parameters, if they came as an object or as the JSON text of one.
    object: Option<Extra>,
    /// The text, if they came as text.
    text: Option<String>,
}

impl Extras {
    /// The parameters; `None` unless they came as an object or as the JSON text of one.
    pub fn as_object(&self) -> Option<&Extra> {
        self.object.as_ref()
    }

    /// The text, JSON or not; `None` if they came as an object.
    pub fn as_text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// A parameter by its name; `None` if there is none.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.object.as_ref()?.get(key)
    }
}

/// Parameters that are written as an object.
impl From<Extra> for Extras {
    fn from(object: Extra) -> Self {
        Self { object: Some(object), text: None }
    }
}

/// Parameters that are written as text.
impl From<String> for Extras {
    fn from(text: String) -> Self {
        Self { object: from_str(&text).ok(), text: Some(text) }
    }
}

/// Parameters that are written as text.
impl From<&str> for Extras {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// Writes the parameters as they came: an object, or text.
impl Serialize for Extras {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (&self.text, &self.object) {
            (Some(text), _) => serializer.serialize_str(text),
            (None, Some(object)) => object.serialize(serializer),
            // There is always one of them. To write the `Option` instead takes 4.6 KB more machine code.
            (None, None) => serializer.serialize_str(""),
        }
    }
}

/// Reads an object, or a text that is not empty; anything else is an error here.
impl<'de> Deserialize<'de> for Extras {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_alone::<Self, ObjectOrText, D>(deserializer)?.ok_or_else(|| D::Error::custom("no value for Extras"))
    }
}
