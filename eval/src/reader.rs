//! Corpora as the reader sees them: raw text in, a reading out, with places counted in characters that are not blank.
//!
//! A corpus and a reading may differ in their white space and in where they cut words, but never in the characters between; so these are
//! what both are compared by.

use std::ops::Range;
use std::path::Path;

use sayso::Article;
use sayso::lang::{Model, NameKind, Reading, is_blank};
use sayso::record::Document;
use sayso::text::{Body, Text};

use crate::chains::Chains;
use crate::conllu::{self, Tree};
use crate::corpora::Corpus;
use crate::failure::Failure;

/// The trained reader.
#[derive(Debug)]
pub(crate) struct Reader {
    model: Model,
}

/// A document of a treebank beside its reading.
#[derive(Debug)]
pub(crate) struct Pair {
    /// What the treebank says.
    pub(crate) gold: conllu::Document,
    /// What the reader says.
    pub(crate) found: Found,
}

/// What a reading says, without the text.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Words and sentences, as the reading is written in CoNLL-U.
    pub(crate) tree: Tree,
    /// Names: first character, the one after the last, kind.
    pub(crate) names: Vec<(usize, usize, NameKind)>,
    /// Chains of mentions: first character of each, and the one after its last.
    pub(crate) chains: Chains,
    /// For each token its first character, and its standing (−3 to 3).
    pub(crate) standing: Vec<(usize, f64)>,
    /// The same once the rules have been heard.
    pub(crate) happened: Vec<(usize, f64)>,
}

impl Reader {
    /// The reader with the weights of a file, or with those of the project.
    ///
    /// # Errors
    /// Where the file cannot be read or holds no weights.
    #[expect(clippy::disallowed_methods, reason = "the weights are a file")]
    pub(crate) fn load(path: Option<&Path>) -> Result<Reader, Failure> {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/sayso-core.bin");
        let path = path.unwrap_or(&own);
        let bytes = std::fs::read(path).map_err(|error| Failure::file(path, &error))?;
        let wrong = |error| Failure::new(format!("{}: {error}", path.display()));
        Ok(Reader { model: Model::load(&bytes).map_err(wrong)? })
    }

    /// Reads a text, one paragraph a line, and hands the reading to `use_it`.
    pub(crate) fn read<T>(&self, text: Text<Body>, use_it: impl FnOnce(&Reading<'_>) -> T) -> T {
        use_it(&sayso::lang::read(&article(text), &self.model))
    }

    /// Reads every document of a treebank from its raw text.
    ///
    /// # Errors
    /// Where a document is longer than a text may be.
    pub(crate) fn treebank(&self, corpus: &Corpus) -> Result<Vec<Pair>, Failure> {
        let pair = |gold: conllu::Document| {
            let text = corpus.text(&gold.text)?;
            Ok(Pair { found: self.read(text, found), gold })
        };
        conllu::documents(&corpus.content).into_iter().map(pair).collect()
    }
}

/// An article without a title, one paragraph a line; lines that hold nothing are left out.
fn article(text: Text<Body>) -> Article {
    let lines = text.whole().split(|c| c == '\n' || c == '\r');
    let body = lines.filter(|line| !line.trim().is_empty()).map(|line| line.span()).collect();
    let document = Document {
        uri: None,
        media_type: "text/plain".into(),
        encoding: "UTF-8".into(),
        sha256: String::new(),
        bytes: text.len() as u64,
    };
    Article {
        id: "a".into(),
        document,
        text,
        page_map: None,
        title: None,
        byline: None,
        outlet: None,
        published: None,
        language: None,
        body,
        furniture: Vec::new(),
        doubts: Vec::new(),
    }
}

fn found(reading: &Reading<'_>) -> Found {
    let starts = starts(reading);
    let standing = reading.tokens.iter().map(|token| f64::from(token.standing));
    let written = sayso::conllu::conllu(reading, None, "a");
    let tree = conllu::documents(&written).into_iter().next().map(|document| document.tree);
    Found {
        tree: tree.unwrap_or_default(),
        names: names(reading),
        chains: chains(reading, &starts),
        standing: starts.iter().copied().zip(standing).collect(),
        happened: starts.iter().copied().zip(sayso::happened(reading).into_iter().map(f64::from)).collect(),
    }
}

/// The names of a reading: first character, the one after the last, kind.
pub(crate) fn names(reading: &Reading<'_>) -> Vec<(usize, usize, NameKind)> {
    let starts = starts(reading);
    let place = |name: &sayso::lang::Name<'_>| {
        let start = starts[name.tokens.start];
        (start, start + characters(&name.slice), name.kind)
    };
    reading.names.iter().map(place).collect()
}

fn chains(reading: &Reading<'_>, starts: &[usize]) -> Chains {
    let mentions = |chain: &sayso::lang::Chain| {
        chain.mentions.iter().map(|mention| place(reading, starts, &mention.tokens)).collect()
    };
    sayso::lang::chains(reading).iter().map(mentions).collect()
}

/// The first character of a run of tokens, and the one after its last.
pub(crate) fn place(reading: &Reading<'_>, starts: &[usize], tokens: &Range<usize>) -> (usize, usize) {
    let last = tokens.end.saturating_sub(1).max(tokens.start);
    (starts[tokens.start], starts[last] + characters(&reading.tokens[last].slice))
}

/// The first character of every token; tokens hold each character that is not blank once and in order.
pub(crate) fn starts(reading: &Reading<'_>) -> Vec<usize> {
    let mut at = 0;
    let start = |token: &sayso::lang::Token<'_>| {
        at += characters(&token.slice);
        at - characters(&token.slice)
    };
    reading.tokens.iter().map(start).collect()
}

/// How many characters (code points) of `text` are not blank.
pub(crate) fn characters(text: &str) -> usize {
    text.chars().filter(|&c| !is_blank(c)).count()
}

/// The characters of `text` that are not blank.
pub(crate) fn without_blanks(text: &str) -> String {
    text.chars().filter(|&c| !is_blank(c)).collect()
}

#[cfg(test)]
mod tests {
    use sayso::text::Text;

    use super::{article, characters};

    #[test]
    fn one_paragraph_a_line() {
        let article = article(Text::new("Port burns.\n\n \r\nIt burned.").expect("a short text"));
        let words: Vec<_> = article.body.iter().map(|&span| article.text.slice(span).as_str()).collect();
        assert_eq!(words, ["Port burns.", "It burned."]);
    }

    #[test]
    fn blanks_do_not_count() {
        assert_eq!(characters("São\u{a0}To mé"), "SãoTomé".chars().count());
    }
}
