//! From an article to a reading: which words, which sentences, which quotation marks belong together?
//!
//! This crate sees an [`Article`](sayso_record::Article), never a page, and everything after it sees a [`Reading`], never the text alone.
//!
//! [`read`] works through a report paragraph by paragraph: `tokens` cuts words as Universal Dependencies does for English, `quotes` pairs
//! quotation marks, `sentences` tells where rules end sentences, and the trained reader in `model` tags, parses, names and attributes. Each
//! of them looks a bounded way ahead, so time is linear in the text whatever it holds, and none of them can fail. [`chains`] tells who is
//! who, for those who ask.

mod abbreviations;
mod chains;
mod chars;
mod given;
mod labels;
mod model;
mod quotes;
mod read;
mod reading;
mod sentences;
mod tokens;

pub use chains::{Example, chains, examples, templates};
pub use chars::is_blank;
pub use given::{Gender, gender_of_given_name};
pub use labels::{
    MentionKind, Mood, Morphology, NameKind, Number, Polarity, Relation, Tense, Upos, VerbForm, Voice,
};
pub use model::{Model, ModelError};
pub use read::read;
pub use reading::{
    Attribution, Chain, ChainMention, Marks, Name, Paragraph, Part, Quotation, Reading, Roles, Sentence,
    Token,
};
