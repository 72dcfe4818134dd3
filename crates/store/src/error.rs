//! What can go wrong with a store, told with the file's name and the way out.

use std::fmt;
use std::path::{Path, PathBuf};

/// Why a store could not be opened, read or written.
#[derive(Debug)]
pub struct Error {
    store: PathBuf,
    rule: String,
    hint: Option<&'static str>,
}

impl Error {
    pub(crate) fn new(store: &Path, rule: impl Into<String>) -> Self {
        Error { store: store.to_owned(), rule: rule.into(), hint: None }
    }

    pub(crate) fn hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// What is wrong, without the name of the store.
    pub(crate) fn rule(&self) -> &str {
        &self.rule
    }

    /// The way out, if there is one.
    pub fn way_out(&self) -> Option<&'static str> {
        self.hint
    }

    /// Of a question whose words or filters cannot be understood.
    pub(crate) fn question(rule: impl Into<String>) -> Self {
        Error { store: PathBuf::new(), rule: rule.into(), hint: None }
    }

    /// Whether the question is at fault, and not the store.
    pub fn is_question(&self) -> bool {
        self.store.as_os_str().is_empty()
    }

    /// What SQLite says, in the terms of a store.
    pub(crate) fn sqlite(store: &Path, error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => {
                Error::new(store, "somebody else is writing to it")
                    .hint("wait until the other `sayso add` is done; readers are never locked out")
            }
            Some(Code::NotADatabase) => {
                Error::new(store, "is not a store of sayso").hint("`sayso add` makes one")
            }
            Some(Code::DatabaseCorrupt) => Error::new(store, "is damaged")
                .hint("`sayso check` tells where; add the reports to a new store"),
            Some(Code::DiskFull) => {
                Error::new(store, "the disk is full").hint("what was acknowledged is kept")
            }
            Some(Code::CannotOpen) => Error::new(store, "cannot be opened"),
            Some(Code::ReadOnly | Code::PermissionDenied) => Error::new(store, "may not be written"),
            _ => Error::new(store, error.to_string().to_lowercase()),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_question() {
            f.write_str(&self.rule)
        } else {
            write!(f, "{}: {}", self.store.display(), self.rule)
        }
    }
}

impl std::error::Error for Error {}
