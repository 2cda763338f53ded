//! What an open enum holds for a value that is not listed.

use std::fmt;

use serde::{Serialize, Serializer};

/// A value of an open enum that the vendor's documentation does not list, as it came.
///
/// Only reading and `From<&str>` create one, and only from a text that is not listed. So every listed value has one
/// form, and equal values have equal labels, codes and outcomes. Do not put it into the `Other` of another enum, which
/// may list it: convert its text instead.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unlisted(Box<str>);

impl Unlisted {
    pub(crate) fn new(word: &str) -> Self {
        Self(word.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

as_text!(Unlisted);

impl From<Unlisted> for String {
    fn from(unlisted: Unlisted) -> Self {
        unlisted.0.into()
    }
}

/// A number of an open enum that the vendor's documentation does not list, as it came.
///
/// Only reading and `From<i64>` create one, and only from a number that is not listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnlistedCode(i64);

impl UnlistedCode {
    pub(crate) const fn new(code: i64) -> Self {
        Self(code)
    }

    /// The number.
    pub const fn code(self) -> i64 {
        self.0
    }
}

impl PartialEq<i64> for UnlistedCode {
    fn eq(&self, code: &i64) -> bool {
        self.0 == *code
    }
}

impl From<UnlistedCode> for i64 {
    fn from(unlisted: UnlistedCode) -> Self {
        unlisted.0
    }
}

impl fmt::Display for UnlistedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for UnlistedCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}
