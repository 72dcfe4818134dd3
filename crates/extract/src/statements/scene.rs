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

    /// The token stands between quotation marks.
    pub(super) fn is_quoted(&self, token: usize) -> bool {
        self.quoted.get(token).copied().flatten().is_some()
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

    /// The token stands in the headline.
    pub(super) fn in_title(&self, token: usize) -> bool {
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

    /// Where a paragraph's words begin behind its dateline ("TESSEL, May 4 (Northwire) – The dam …"), for a token in it.
    pub(super) fn after_dateline(&self, token: usize) -> usize {
        const LONGEST: usize = 16;
        let reading = self.lexis.reading;
        let Some(place) = reading.tokens.get(token).map(|token| token.sentence) else { return token };
        let paragraph = &reading.paragraphs[reading.sentences[place].paragraph];
        let first = reading.sentences[paragraph.sentences.start].tokens.start;
        let end = reading.sentences[place].tokens.end.min(first + LONGEST);
        let dash = |&at: &usize| {
            let mark = matches!(self.lower(at), "-" | "–" | "—" | "--") && reading.tokens[at].space_after;
            mark && (matches!(self.lower(at - 1), ")" | "]") || (first..at).all(|at| self.in_dateline(at)))
        };
        let opens = matches!(self.lexis.shape(first), Shape::Acronym | Shape::Capital)
            && self.quotation_at(first).is_none();
        let dash = (first + 2..end).find(dash).filter(|_| opens && token < end);
        dash.map_or(token, |dash| token.max(dash + 1))
    }

    /// What stands in a dateline: words in capitals, days and marks.
    fn in_dateline(&self, token: usize) -> bool {
        let capitals = self.lexis.shape(token) == Shape::Acronym;
        capitals
            || matches!(self.lexis.shape(token), Shape::Number | Shape::Mark)
            || self.time_at(token).is_some()
    }

    /// The end of some content without the expression of time behind it that tells when it was said.
    pub(super) fn before_time_of(&self, cue: Range<usize>, content: &Range<usize>) -> usize {
        let tokens = &self.lexis.reading.tokens;
        let Some((time, _)) = content.end.checked_sub(1).and_then(|last| self.time_at(last)) else {
            return content.end;
        };
        let own = |&at: &usize| tokens[at].head.is_some_and(|head| cue.contains(&head));
        let preposition = usize::from(matches!(self.lower(time.start.wrapping_sub(1)), "on" | "in" | "at"));
        let start = time.start - preposition;
        let until = matches!(
            self.lower(time.start.wrapping_sub(1)),
            "by" | "until" | "till" | "before" | "after" | "since" | "from" | "for" | "of" | "within" | "to"
        );
        let hangs = !until && time.clone().any(|at| own(&at)) && self.quotation_at(time.start).is_none();
        if hangs && start > content.start && cue.end <= content.start { start } else { content.end }
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
