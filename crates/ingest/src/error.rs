//! Why a document was not read.

use std::fmt;

/// One refusal: which file, where, which rule, and the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    name: String,
    rule: String,
    hint: Option<String>,
}

impl Error {
    /// A refusal of the input called `name`, in lower case and without a full stop.
    pub fn new(name: impl Into<String>, rule: impl Into<String>) -> Self {
        Error { name: name.into(), rule: rule.into(), hint: None }
    }

    /// With a way out.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What the input is called.
    pub fn input(&self) -> &str {
        &self.name
    }

    /// The way out, if there is one.
    pub fn way_out(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.rule)
    }
}

impl std::error::Error for Error {}
