//! A reading with what the tables know of each word: what every stage looks at instead of bare strings.

use std::ops::Range;
use std::sync::OnceLock;

use sayso_lang::{Reading, Sentence, Token};
use sayso_text::{Body, Slice, Span};

use crate::tree::Trees;
use crate::words::{Cue, Function, Role, Words, role};

/// A word and what the tables know of it, whatever stands around it.
#[derive(Debug)]
pub(crate) struct Word {
    /// Lower case, typographic apostrophes made straight.
    pub(crate) lower: String,
    pub(crate) function: Option<Function>,
    pub(crate) cue: Option<Cue>,
    /// What it says about its bearer, where it is such a noun.
    pub(crate) role: Option<Role>,
    pub(crate) shape: Shape,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// "word"
    Lower,
    /// "Word", "al-Word", "McWord"
    Capital,
    /// "WSJ", "U.S."
    Acronym,
    /// Opens with a digit.
    Number,
    /// No letter or digit.
    Mark,
}

/// A reading and its words, token for token.
pub(crate) struct Lexis<'r, 't> {
    pub(crate) reading: &'r Reading<'t>,
    pub(crate) words: Vec<Word>,
    pub(crate) trees: Trees<'r, 't>,
    /// For each sentence its first token that is not a mark.
    first_words: Vec<usize>,
}

/// The tables, loaded once for all reports: they never change.
pub(crate) fn tables() -> &'static Words {
    static TABLES: OnceLock<Words> = OnceLock::new();
    TABLES.get_or_init(Words::load)
}

impl<'r, 't> Lexis<'r, 't> {
    pub(crate) fn new(reading: &'r Reading<'t>) -> Self {
        let words: Vec<Word> = reading.tokens.iter().map(word).collect();
        let first = |sentence: &Sentence<'_>| {
            let unmarked = sentence.tokens.clone().find(|&token| words[token].shape != Shape::Mark);
            unmarked.unwrap_or(sentence.tokens.end)
        };
        let first_words = reading.sentences.iter().map(first).collect();
        Lexis { reading, words, trees: Trees::new(reading), first_words }
    }

    pub(crate) fn slice(&self, token: usize) -> Slice<'t, Body> {
        self.reading.tokens[token].slice
    }

    /// The words of a run of tokens; `None` for an empty run.
    pub(crate) fn hull(&self, tokens: Range<usize>) -> Option<Slice<'t, Body>> {
        let last = tokens.end.checked_sub(1).filter(|&last| last >= tokens.start)?;
        self.slice(tokens.start).hull(self.slice(last))
    }

    /// The tokens that a span touches.
    pub(crate) fn tokens_of(&self, span: Span<Body>) -> Range<usize> {
        let tokens = &self.reading.tokens;
        let start = tokens.partition_point(|token| token.slice.span().end() <= span.start());
        let end = tokens.partition_point(|token| token.slice.span().start() < span.end());
        start..end
    }

    pub(crate) fn sentence_of(&self, token: usize) -> &Sentence<'t> {
        &self.reading.sentences[self.reading.tokens[token].sentence]
    }

    /// The word at `token`, in lower case; empty past the end.
    pub(crate) fn lower(&self, token: usize) -> &str {
        self.words.get(token).map_or("", |word| &word.lower)
    }

    pub(crate) fn function(&self, token: usize) -> Option<Function> {
        self.words.get(token).and_then(|word| word.function)
    }

    /// What the noun at `token` says about its bearer.
    pub(crate) fn role(&self, token: usize) -> Option<Role> {
        self.words.get(token).and_then(|word| word.role)
    }

    pub(crate) fn is(&self, token: usize, function: Function) -> bool {
        self.function(token) == Some(function)
    }

    pub(crate) fn shape(&self, token: usize) -> Shape {
        self.words.get(token).map_or(Shape::Mark, |word| word.shape)
    }

    /// True for the first word of its sentence, marks before it aside: there a capital says nothing.
    pub(crate) fn opens_sentence(&self, token: usize) -> bool {
        token <= self.first_words[self.reading.tokens[token].sentence]
    }

    pub(crate) fn is_open_quote(&self, token: usize) -> bool {
        matches!(self.lower(token), "“" | "\"" | "«" | "„" | "``" | "‘" | "'")
    }
}

fn word(token: &Token<'_>) -> Word {
    let text = token.slice.as_str();
    let lower = text.to_lowercase().replace('’', "'");
    Word {
        function: Function::of(&lower),
        cue: tables().cues.get(&lower),
        role: role(&lower),
        shape: shape(text),
        lower,
    }
}

fn shape(text: &str) -> Shape {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let Some(first) = text.chars().find(|c| c.is_alphanumeric()) else { return Shape::Mark };
    if first.is_numeric() {
        return Shape::Number;
    }
    let capitals = letters().filter(|c| c.is_uppercase()).count();
    if capitals >= 2 && letters().all(char::is_uppercase) {
        return Shape::Acronym;
    }
    // "bTV", "iNews", "talkSPORT".
    let inner = capitals >= 3 || capitals == 2 && letters().skip(1).take(2).any(char::is_uppercase);
    if inner && text.chars().all(char::is_alphabetic) {
        return Shape::Capital;
    }
    let after_particle =
        || text.split(['-', '\'', '’']).nth(1).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    if first.is_uppercase() || after_particle() { Shape::Capital } else { Shape::Lower }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (text, want) in [
            ("word", Shape::Lower),
            ("Word", Shape::Capital),
            ("al-Assad", Shape::Capital),
            ("McKay", Shape::Capital),
            ("bTV", Shape::Capital),
            ("talkSPORT", Shape::Capital),
            ("U.S.", Shape::Acronym),
            ("WSJ", Shape::Acronym),
            ("A", Shape::Capital),
            ("30,000", Shape::Number),
            ("—", Shape::Mark),
            ("Élysée", Shape::Capital),
        ] {
            assert_eq!(shape(text), want, "{text}");
        }
    }
}
