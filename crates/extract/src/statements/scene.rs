//! What a statement is looked for in: words, mentions, quotations and times of one report, by token.

use std::ops::Range;

use sayso_lang::{Part, Quotation};
use sayso_record::{Form, Record, TimeId};
use sayso_text::{Body, Slice};

use crate::actors::Cast;
use crate::lexis::{Lexis, Shape};
use crate::words::{Cue, Function};

/// One report, ready to be searched for statements.
pub(super) struct Scene<'s, 'r, 't> {
    pub(super) lexis: &'s Lexis<'r, 't>,
    pub(super) cast: &'s Cast<'t>,
    marks: &'s Marks,
}

/// Quotations and times of a report by token, made once.
pub(super) struct Marks {
    /// For each token the outermost quotation it stands in.
    quoted: Vec<Option<usize>>,
    /// Tokens of the expressions of time, in order.
    times: Vec<(Range<usize>, TimeId)>,
}

impl Marks {
    pub(super) fn new(lexis: &Lexis<'_, '_>, times: Vec<(Range<usize>, TimeId)>) -> Self {
        let mut quoted = vec![None; lexis.words.len()];
        for (at, quotation) in lexis.reading.quotations.iter().enumerate() {
            if quotation.inside.is_none() {
                quoted[quotation.tokens.clone()].fill(Some(at));
            }
        }
        Marks { quoted, times }
    }
}

impl<'s, 'r, 't> Scene<'s, 'r, 't> {
    pub(super) fn new(lexis: &'s Lexis<'r, 't>, cast: &'s Cast<'t>, marks: &'s Marks) -> Self {
        Scene { lexis, cast, marks }
    }

    /// The outermost quotation a token stands in.
    pub(super) fn quotation_at(&self, token: usize) -> Option<usize> {
        self.marks.quoted.get(token).copied().flatten()
    }

    pub(super) fn quotation(&self, at: usize) -> &Quotation<'t> {
        &self.lexis.reading.quotations[at]
    }

    /// The expression of time that holds a token.
    pub(super) fn time_at(&self, token: usize) -> Option<&(Range<usize>, TimeId)> {
        let at = self.marks.times.partition_point(|(tokens, _)| tokens.end <= token);
        self.marks.times.get(at).filter(|(tokens, _)| tokens.contains(&token))
    }

    /// Expressions of time that begin inside `tokens`.
    pub(super) fn times_in(&self, tokens: Range<usize>) -> impl Iterator<Item = &(Range<usize>, TimeId)> {
        self.marks.times[self.marks.times.partition_point(|(time, _)| time.start < tokens.start)..]
            .iter()
            .take_while(move |(time, _)| time.start < tokens.end)
    }

    /// The cue verb at a token outside quotations.
    pub(super) fn cue(&self, token: usize) -> Option<Cue> {
        let unquoted = self.quotation_at(token).is_none();
        let written = self.lexis.shape(token) == Shape::Lower
            || self.in_title(token)
            || self.lexis.opens_sentence(token);
        self.lexis
            .words
            .get(token)
            .and_then(|word| word.cue)
            .filter(|_| unquoted && written && !self.in_name(token))
    }

    fn in_title(&self, token: usize) -> bool {
        self.lexis.reading.paragraphs[self.lexis.sentence_of(token).paragraph].part == Part::Title
    }

    fn in_name(&self, token: usize) -> bool {
        let from = token.saturating_sub(8);
        self.cast.inside(from..token + 9).any(|mention| {
            let mention = &self.cast.mentions[mention];
            mention.form == Form::Name && mention.tokens.contains(&token)
        })
    }

    pub(super) fn lower(&self, token: usize) -> &str {
        self.lexis.lower(token)
    }

    pub(super) fn is(&self, token: usize, function: Function) -> bool {
        self.lexis.is(token, function)
    }

    /// The sentence's tokens without the mark that ends it.
    pub(super) fn clause(&self, sentence: usize) -> Range<usize> {
        let tokens = self.lexis.reading.sentences[sentence].tokens.clone();
        let stop = |at: usize| {
            matches!(self.lower(at), "." | "!" | "?" | "…" | ";") && self.quotation_at(at).is_none()
        };
        let end = (tokens.start..tokens.end).rev().find(|&at| !stop(at)).map_or(tokens.start, |at| at + 1);
        tokens.start..end
    }

    pub(super) fn hull(&self, tokens: &Range<usize>) -> Option<Slice<'t, Body>> {
        self.lexis.hull(tokens.clone())
    }
}

/// The record's times as runs of tokens.
pub(super) fn times(lexis: &Lexis<'_, '_>, record: &Record) -> Vec<(Range<usize>, TimeId)> {
    let with_tokens = |(time, id)| (lexis.tokens_of(time), id);
    let mut times: Vec<_> =
        record.times.iter().map(|time| time.span).zip(record.time_ids()).map(with_tokens).collect();
    times.sort_by_key(|(tokens, _)| tokens.start);
    times
}
