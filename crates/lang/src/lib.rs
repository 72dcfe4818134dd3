//! From an article to a reading: which words, which sentences, which quotation marks belong together?
//!
//! This crate sees an [`Article`](sayso_record::Article), never a page, and everything after it sees a [`Reading`], never the text alone.
//!
//! [`read`] works through a report paragraph by paragraph: `tokens` cuts words as Universal Dependencies does for English, `quotes` pairs
//! quotation marks, `sentences` finds where sentences end. Each of them walks the paragraph once, from left to right, with a bounded look
//! ahead, so time is linear in the text whatever it holds, and none of them can fail.

mod abbreviations;
mod chains;
mod chars;
mod labels;
mod model;
mod quotes;
mod read;
mod reading;
mod sentences;
mod tokens;

pub use chains::{Example, chains, examples, templates};
pub use chars::is_blank;
pub use labels::{
    MentionKind, Mood, Morphology, NameKind, Number, Polarity, Relation, Tense, Upos, VerbForm, Voice,
};
pub use model::{Model, ModelError};
pub use read::read;
pub use reading::{
    Attribution, Chain, ChainMention, Marks, Name, Paragraph, Part, Quotation, Reading, Roles, Sentence,
    Token,
};
