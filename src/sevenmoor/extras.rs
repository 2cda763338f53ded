use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::extra::Extra;
use crate::wire::node::{Node, ReadNode};
use crate::wire::notes::Notes;
use crate::wire::scalar::{Codec, Forms, Plain, Read, Scalar};
use crate::wire::shape::{Target, deserialize_alone};
use crate::wire::sink::{Sink, write_one};
use crate::wire::source::{Nested, Source, Stop};

/// Parameters of your own that were passed in when the call was dialled: `extras`.
///
/// The page's table says object, and its samples all have `""`, which is no value. So three forms are read: an object,
/// an object as JSON text, and other text. Each is written back as it came.
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
    /// The parameters, where they are an object, or text that is one.
    object: Option<Extra>,
    /// The text, where it came as such.
    text: Option<String>,
}

impl Extras {
    /// The parameters, where they came as an object or as the JSON text of one.
    pub fn as_object(&self) -> Option<&Extra> {
        self.object.as_ref()
    }

    /// The text, where they came as text, JSON or not.
    pub fn as_text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// One parameter.
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
        let object = match serde_json::from_str(&text) {
            Ok(Value::Object(object)) => Some(object.into_iter().collect()),
            _ => None,
        };
        Self { object, text: Some(text) }
    }
}

/// Parameters that are written as text.
impl From<&str> for Extras {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl Codec<Extras> for Plain {
    const EXPECTED: &'static str = "object";
    const FORMS: Forms = Forms::OBJECT;
    const OBJECT: bool = true;

    fn scalar(scalar: Scalar<'_>) -> Read<'_, Extras> {
        match scalar {
            Scalar::Text(text) => Read::Is(text.into_owned().into()),
            other => Read::Not(other),
        }
    }

    fn object<'de, N: Notes>(
        target: &mut impl Target<Extras>,
        from: &mut Source<'_, 'de>,
        notes: &mut N,
    ) -> Result<Option<Node<'de>>, Stop> {
        match ReadNode::here(notes).nested(Nested::Object(from))? {
            number @ Node::Scalar(_) => return Ok(Some(number)),
            node => {
                if let Value::Object(object) = node.into_value(notes) {
                    target.put(object.into_iter().collect::<Extra>().into());
                }
            }
        }
        Ok(None)
    }

    fn write<W: Sink>(value: &Extras, key: &str, to: &mut W) {
        match (&value.text, &value.object) {
            (Some(text), _) => to.put(key, text.as_str()),
            (None, Some(object)) => to.object(key, object),
            (None, None) => to.put(key, ""),
        }
    }
}

/// As it came: an object, or text.
impl Serialize for Extras {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_one(|to| Plain::write(self, "", to), serializer)
    }
}

deserialize_alone!(Extras);
