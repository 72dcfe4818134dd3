//! From bytes to articles: which words are the report, and what is known of it?
//!
//! Two steps. [`documents`] opens what the user names (files, folders, standard input, JSONL, gzip) and yields one [`Input`] a document;
//! [`article`] decodes it and tells the report from the furniture around it. Only these two can refuse.

mod classes;
mod credits;
mod dateline;
mod dates;
mod decode;
mod documents;
mod error;
mod fold;
mod furniture;
mod headline;
mod html;
mod json;
mod lines;
mod masthead;
mod months;
mod phrases;
mod plain;
mod signs;
mod sniff;
mod zones;

pub use documents::{Documents, documents, documents_in};
pub use error::Error;
use sayso_record::{Article, Date};

/// Bytes that one document may have: 10 MB.
pub const DOCUMENT_LIMIT: usize = 10 * 1024 * 1024;

/// One document, not yet decoded.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// What messages call it: the path, with `:LINE` for a line of JSONL, or `standard input`.
    pub name: String,
    /// The bytes, after any decompression.
    pub bytes: Vec<u8>,
    /// Id given by the input.
    pub id: Option<String>,
    /// URL it was fetched from.
    pub url: Option<String>,
    /// Day of publication given from outside; it wins over the page's own.
    pub published: Option<Date>,
    /// Title given from outside; cited where the text holds it.
    pub title: Option<String>,
    /// Name of the outlet given from outside; it wins over what the text says.
    pub outlet: Option<String>,
    /// What the bytes are, where the input says so; sniffed otherwise.
    pub format: Option<Format>,
    /// The JSON that the document was given as, where that is a record already.
    pub record: Option<Vec<u8>>,
}

/// Formats of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// HTML.
    Html,
}

/// Decodes a document and tells the report from its furniture.
///
/// # Errors
/// For what is not text, and for what passes a limit.
pub fn article(input: &Input) -> Result<Article, Error> {
    let encoding = sniff::encoding(input)?;
    let format = input.format.unwrap_or_else(|| sniff::format(input, encoding));
    let decoded = decode::decode(&input.bytes, format, encoding);
    match format {
        Format::Text => plain::article(input, decoded),
        Format::Html => html::article(input, decoded),
    }
}

/// Decodes a document and sorts nothing: of plain text every paragraph is taken, in order; of HTML, as [`article`] does, the report.
///
/// # Errors
/// For what is not text, and for what passes a limit.
pub fn whole(input: &Input) -> Result<Article, Error> {
    let encoding = sniff::encoding(input)?;
    let format = input.format.unwrap_or_else(|| sniff::format(input, encoding));
    match format {
        Format::Text => plain::whole(input, decode::decode(&input.bytes, format, encoding)),
        Format::Html => article(input),
    }
}
