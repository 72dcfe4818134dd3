//! From an article to a reading: which words, which sentences, which quotation marks belong together?
//!
//! This crate sees an [`Article`](sayso_record::Article), never a page, and everything after it sees a [`Reading`], never the text alone.

mod reading;

pub use reading::{Marks, Paragraph, Part, Quotation, Reading, Sentence, Token};
