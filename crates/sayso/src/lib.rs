//! From bytes to a record: [`read`] is the whole flow, and the first thing to read.

pub mod show;

use std::fmt;

use sayso_extract as extract;
pub use sayso_ingest as ingest;
pub use sayso_ingest::{Format, Input};
use sayso_lang as lang;
pub use sayso_record as record;
use sayso_record::Refused;
pub use sayso_record::{Article, Record, RecordBuilder};
pub use sayso_text as text;
pub use sayso_wire as wire;

/// Reads one document.
///
/// # Errors
/// Where the document cannot be decoded or passes a limit; understanding it never fails.
pub fn read(input: &Input) -> Result<Record, Error> {
    let article = ingest::article(input)?;
    Ok(understand(&article)?)
}

/// Everything after decoding: one stage a line, each adding its items to the record.
fn understand(article: &Article) -> Result<Record, Refused> {
    let reading = lang::read(article);
    let mut record = RecordBuilder::new(article);
    extract::sentences(&reading, &mut record)?;
    let mut cast = extract::actors(&reading, &mut record)?;
    extract::times(&reading, &mut record)?;
    extract::quantities(&reading, &mut record)?;
    extract::statements(&mut cast, &mut record)?;
    Ok(record.finish())
}

/// Why there is no record.
#[derive(Debug)]
pub struct Error(Reason);

#[derive(Debug)]
enum Reason {
    /// The document was not taken.
    Document(ingest::Error),
    /// A stage cited what it must not: a mistake in the engine.
    Engine(Refused),
}

impl Error {
    /// The way out, if there is one.
    pub fn hint(&self) -> Option<&str> {
        match &self.0 {
            Reason::Document(error) => error.way_out(),
            Reason::Engine(_) => Some("this is a mistake in sayso; please report it with the document"),
        }
    }
}

impl From<ingest::Error> for Error {
    fn from(error: ingest::Error) -> Self {
        Error(Reason::Document(error))
    }
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        Error(Reason::Engine(refused))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Document(error) => error.fmt(f),
            Reason::Engine(refused) => refused.fmt(f),
        }
    }
}

impl std::error::Error for Error {}
