//! From bytes to a record: [`read`] is the whole flow, and the first thing to read.

pub mod conllu;
pub mod show;

use std::fmt;

use sayso_extract as extract;
pub use sayso_extract::{Dyad, dyad, happened};
pub use sayso_ingest as ingest;
pub use sayso_ingest::{Format, Input};
pub use sayso_lang as lang;
pub use sayso_lexicon::{Gazetteer, GazetteerError};
pub use sayso_link as link;
pub use sayso_record as record;
use sayso_record::Refused;
pub use sayso_record::{Article, Record, RecordBuilder};
pub use sayso_store as store;
pub use sayso_text as text;
pub use sayso_wire as wire;

/// What reading needs: the trained reader and the gazetteer.
#[derive(Debug)]
pub struct Engine {
    model: lang::Model,
    gazetteer: Gazetteer,
}

impl Engine {
    /// An engine with these weights, the bytes of a file as `models/` holds it, and this gazetteer.
    ///
    /// # Errors
    /// Where the bytes are no weights, or weights that this version cannot use.
    pub fn new(weights: &[u8], gazetteer: Gazetteer) -> Result<Engine, lang::ModelError> {
        Ok(Engine { model: lang::Model::load(weights)?, gazetteer })
    }
}

/// Reads one document.
///
/// # Errors
/// Where the document cannot be decoded or passes a limit; understanding it never fails.
pub fn read(input: &Input, engine: &Engine) -> Result<Record, Error> {
    let article = ingest::article(input)?;
    Ok(understand(&article, engine)?)
}

/// Everything after decoding: one stage a line, each adding its items to the record.
fn understand(article: &Article, engine: &Engine) -> Result<Record, Refused> {
    let reading = lang::read(article, &engine.model);
    let mut record = RecordBuilder::new(article);
    extract::sentences(&reading, &mut record)?;
    let mut cast = extract::actors(&reading, &mut record)?;
    extract::places(&cast, &engine.gazetteer, &mut record)?;
    extract::times(&reading, &mut record)?;
    extract::quantities(&reading, &mut record)?;
    extract::statements(&mut cast, &mut record)?;
    extract::events(&mut cast, &mut record)?;
    Ok(record.finish())
}

/// Reads one document as far as syntax goes, and hands the reading to `use_it`: tokens, sentences, trees, names. Of plain text all is read,
/// of a page the article.
///
/// # Errors
/// As for [`read`].
pub fn parse<T>(
    input: &Input,
    engine: &Engine,
    use_it: impl FnOnce(&lang::Reading<'_>) -> T,
) -> Result<T, Error> {
    let article = ingest::whole(input)?;
    Ok(use_it(&lang::read(&article, &engine.model)))
}

/// As [`parse`], of what a record is read from: the headline and the paragraphs of the report, and nothing that stands around them.
///
/// # Errors
/// As for [`read`].
pub fn parse_report<T>(
    input: &Input,
    engine: &Engine,
    use_it: impl FnOnce(&lang::Reading<'_>) -> T,
) -> Result<T, Error> {
    let article = ingest::article(input)?;
    Ok(use_it(&lang::read(&article, &engine.model)))
}

/// Reads one document as far as places go, and hands over what was considered for each name, with the gazetteer that it is in.
///
/// # Errors
/// As for [`read`].
pub fn locate<T>(
    input: &Input,
    engine: &Engine,
    use_it: impl FnOnce(&[extract::Considered<'_>], &Gazetteer) -> T,
) -> Result<T, Error> {
    let article = ingest::article(input)?;
    let reading = lang::read(&article, &engine.model);
    let mut record = RecordBuilder::new(&article);
    let cast = extract::actors(&reading, &mut record)?;
    let considered = extract::places(&cast, &engine.gazetteer, &mut record)?;
    Ok(use_it(&considered, &engine.gazetteer))
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
