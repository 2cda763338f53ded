//! Small types of reading and writing: what became of a value, what a report says about a type, how a field is settled,
//! what is shown.

use crate::report::{Code, JsonType};

/// What reading made of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
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
    /// A list was read, but not all of its items: [`Context::leftovers`](super::Context::leftovers) has those that belong
    /// in `extra`.
    Partial,
    /// None of a list's items can be read: all belong in `extra`.
    NoItems,
}

/// What is documented about a type: how it is read leniently, and what a report says.
pub struct About {
    /// What is documented there, in words.
    pub expected: &'static str,
    /// The JSON types that table or sample use. Another one is read too, and reported.
    pub forms: Forms,
    /// Those that they use for a single value where a list belongs.
    pub alone: Forms,
    /// Whether values are objects: these may come in a list of one or as JSON text, and a list of them has no other items.
    pub is_object: bool,
}

impl About {
    /// For values that are not objects.
    pub const fn new(expected: &'static str, forms: Forms) -> Self {
        Self { expected, forms, alone: Forms::NONE, is_object: false }
    }

    /// For objects.
    pub const fn object(forms: Forms) -> Self {
        Self { is_object: true, ..Self::new("object", forms) }
    }
}

/// How the loop over an object's fields settles what a field made of its value, with what a report says about its type.
#[derive(Clone, Copy)]
pub enum Settling {
    Value(&'static About),
    /// The object cannot be read without it.
    Identity(&'static About),
    /// The field settles what it reads itself, because it reads in a way of its own.
    Own,
    /// A list, which settles each of its items.
    List,
}

/// A set of JSON types.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Forms(u8);

impl Forms {
    pub const NONE: Self = Self(0);
    pub const STRING: Self = Self::of(JsonType::String);
    pub const NUMBER: Self = Self::of(JsonType::Number);
    pub const BOOLEAN: Self = Self::of(JsonType::Boolean);
    pub const OBJECT: Self = Self::of(JsonType::Object);

    const fn of(form: JsonType) -> Self {
        Self(1 << form as u8)
    }

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the set has a type. Null is in each.
    #[inline]
    pub const fn has(self, found: JsonType) -> bool {
        self.or(Self::of(JsonType::Null)).0 & Self::of(found).0 != 0
    }
}

/// What is shown of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// All of it, in the vendor's form.
    Whole,
    /// Nothing personal: what logs may have.
    Redacted,
}
