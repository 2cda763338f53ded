//! Small types of reading and writing: what became of a value, what a report says about a type, what is shown.

use crate::report::{Code, JsonType};

/// What reading made of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// The field has the value.
    Read,
    /// The field has the value, and the report says what was adjusted.
    Adjusted(Code),
    /// The value means "no value".
    Absent,
    /// The value means "no value", in a form that the report mentions.
    AbsentAdjusted(Code),
    /// The value cannot be read as the field's type, and belongs in `extra`.
    Unreadable,
    /// The items that the context has left over belong in `extra`.
    Partial,
}

/// What a report says about a type.
#[derive(Debug)]
pub struct About {
    /// What is documented there, in words.
    pub expected: &'static str,
    /// The JSON types that table or sample use. Another one is read too, and reported.
    pub forms: Forms,
    /// Those that they use for a single value where a list belongs.
    pub alone: Forms,
}

/// A set of JSON types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forms(u8);

impl Forms {
    pub const NONE: Self = Self(0);
    pub const STRING: Self = Self(1);
    pub const NUMBER: Self = Self(2);
    pub const BOOLEAN: Self = Self(4);
    pub const OBJECT: Self = Self(8);

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the set has a type. Null is in each.
    pub const fn has(self, found: JsonType) -> bool {
        let form = match found {
            JsonType::Null => return true,
            JsonType::String => Self::STRING,
            JsonType::Number => Self::NUMBER,
            JsonType::Boolean => Self::BOOLEAN,
            JsonType::Object => Self::OBJECT,
            JsonType::Array => return false,
        };
        self.0 & form.0 != 0
    }
}

/// What is shown of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// All of it, in the vendor's form.
    Whole,
    /// Nothing personal: what logs may have.
    Redacted,
}
