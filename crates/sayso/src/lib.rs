//! From bytes to a record: [`read`] is the whole flow, and the first thing to read.

use std::fmt;

pub use sayso_ingest as ingest;
pub use sayso_ingest::{Format, Input};
pub use sayso_record as record;
pub use sayso_record::{Article, Record, RecordBuilder};
pub use sayso_text as text;
pub use sayso_wire as wire;

/// Reads one document.
///
/// # Errors
/// Where the document cannot be decoded or passes a limit; understanding it never fails.
pub fn read(input: &Input) -> Result<Record, Error> {
    let article = ingest::article(input)?;
    let record = RecordBuilder::new(&article);
    Ok(record.finish())
}

/// Why there is no record.
#[derive(Debug)]
pub struct Error(ingest::Error);

impl Error {
    /// The way out, if there is one.
    pub fn hint(&self) -> Option<&str> {
        self.0.way_out()
    }
}

impl From<ingest::Error> for Error {
    fn from(error: ingest::Error) -> Self {
        Error(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Error {}
