//! Which words name a place?

use std::collections::BTreeSet;
use std::ops::Range;

use sayso_lang::NameKind;
use sayso_lexicon::{Gazetteer, Place, Sense, key};
use sayso_record::RecordBuilder;
use sayso_text::{Body, Slice};

use super::lookup::senses;
use super::{trimmed, words};
use crate::actors::Cast;
use crate::lexis::{Lexis, Shape};
use crate::words::is_organ_word;

/// Tokens of the longest name that is looked up where the trained reader saw none.
const LONGEST: usize = 4;

/// Tokens before and after a name by which it may turn out to be longer.
const GROWTH: usize = 4;

/// Some words that name a place.
#[derive(Debug, Clone)]
pub(super) struct Toponym<'t> {
    pub(super) tokens: Range<usize>,
    pub(super) slice: Slice<'t, Body>,
}

/// Finds them, in the order of the text.
pub(super) fn find<'t>(
    lexis: &Lexis<'_, 't>,
    cast: &Cast<'t>,
    record: &RecordBuilder<'t>,
    gazetteer: &Gazetteer,
) -> Vec<Toponym<'t>> {
    let finder = Finder { lexis, cast, record, gazetteer, people: surnames(lexis) };
    let mut found = Vec::new();
    let mut at = 0;
    for name in &lexis.reading.names {
        finder.unread(at..name.tokens.start, &mut found);
        finder.read(&name.tokens, name.kind, &mut found);
        at = name.tokens.end;
    }
    finder.unread(at..lexis.reading.tokens.len(), &mut found);
    found
}

/// The last words of the names of people, folded: where one stands alone, it stands for them.
fn surnames(lexis: &Lexis<'_, '_>) -> BTreeSet<String> {
    let people =
        lexis.reading.names.iter().filter(|name| name.kind == NameKind::Person && name.tokens.len() > 1);
    people.map(|name| key(&lexis.slice(name.tokens.end - 1))).collect()
}

/// What the rules look at; those for a name are in `support`, those against it in `against`.
pub(super) struct Finder<'f, 'r, 't> {
    pub(super) lexis: &'f Lexis<'r, 't>,
    pub(super) cast: &'f Cast<'t>,
    pub(super) record: &'f RecordBuilder<'t>,
    pub(super) gazetteer: &'f Gazetteer,
    pub(super) people: BTreeSet<String>,
}

impl<'t> Finder<'_, '_, 't> {
    /// A name that the trained reader saw.
    fn read(&self, tokens: &Range<usize>, kind: NameKind, found: &mut Vec<Toponym<'t>>) {
        for piece in self.pieces(tokens.clone(), kind) {
            if found.last().is_some_and(|last| piece.start < last.tokens.end) {
                continue;
            }
            let piece = self.grown(piece, found);
            let Some(slice) = self.lexis.hull(piece.clone()).map(trimmed).filter(|slice| !slice.is_empty())
            else {
                continue;
            };
            let taken = match kind {
                NameKind::Place => self.is_place(&piece, &slice),
                NameKind::Group => self.is_country(&slice),
                NameKind::Organisation | NameKind::Person | NameKind::Other => {
                    self.is_supported(&piece, &slice, kind)
                }
            };
            if taken && !self.is_barred(&piece, &slice) {
                found.push(Toponym { tokens: piece, slice });
            }
        }
    }

    /// Capitalised words that the trained reader took for no name.
    fn unread(&self, tokens: Range<usize>, found: &mut Vec<Toponym<'t>>) {
        let mut at = found.last().map_or(tokens.start, |last| last.tokens.end.max(tokens.start));
        while at < tokens.end {
            let capital = matches!(self.lexis.shape(at), Shape::Capital | Shape::Acronym);
            let run = if capital { self.known_run(at..tokens.end.min(at + LONGEST)) } else { None };
            let Some(run) = run else {
                at += 1;
                continue;
            };
            let run = self.grown(run, found);
            at = run.end;
            let Some(slice) = self.lexis.hull(run.clone()).map(trimmed) else { continue };
            if self.is_supported(&run, &slice, NameKind::Other) && !self.is_barred(&run, &slice) {
                found.push(Toponym { tokens: run, slice });
            }
        }
    }

    /// The longest run from the head of `tokens` that the gazetteer knows.
    fn known_run(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let lexis = self.lexis;
        let sentence = lexis.reading.tokens[tokens.start].sentence;
        let capitals = tokens.clone().take_while(|&token| {
            matches!(lexis.shape(token), Shape::Capital | Shape::Acronym)
                && lexis.reading.tokens[token].sentence == sentence
        });
        let end = capitals.last()? + 1;
        (tokens.start + 1..=end).rev().map(|end| tokens.start..end).find(|run| {
            let slice = lexis.hull(run.clone());
            slice.is_some_and(|slice| !self.senses(&slice).is_empty())
        })
    }

    /// The longest name around `tokens` that the gazetteer knows ("People's Republic of China", "Port-au-Prince"); no further back than
    /// what was found before.
    fn grown(&self, tokens: Range<usize>, found: &[Toponym<'t>]) -> Range<usize> {
        let sentence = self.lexis.sentence_of(tokens.start).tokens.clone();
        let after = found.last().map_or(0, |last| last.tokens.end);
        let first = tokens.start.saturating_sub(GROWTH).max(sentence.start).max(after);
        let last = (tokens.end + GROWTH).min(sentence.end);
        let capital = |token: usize| matches!(self.lexis.shape(token), Shape::Capital | Shape::Acronym);
        let starts = (first..=tokens.start).filter(|&start| start == tokens.start || capital(start));
        for start in starts {
            let ends = (tokens.end..=last).rev().filter(|&end| end == tokens.end || capital(end - 1));
            for end in ends.filter(|&end| end - start > tokens.len()) {
                let name = self.lexis.hull(start..end).map(trimmed);
                if name.is_some_and(|name| !self.senses(&name).is_empty()) {
                    return start..end;
                }
            }
        }
        self.with_stop(tokens, sentence.end)
    }

    /// An abbreviation with its stop, which the end of a name may have lost ("Winnipeg, Man.").
    fn with_stop(&self, tokens: Range<usize>, end: usize) -> Range<usize> {
        let longer = tokens.start..tokens.end + 1;
        let stop = longer.end <= end
            && self.lexis.lower(tokens.end) == "."
            && !self.lexis.reading.tokens[tokens.end - 1].space_after;
        let known = |name: Slice<'_, Body>| !self.gazetteer.abbreviation(&name).is_empty();
        if stop && self.lexis.hull(longer.clone()).is_some_and(known) { longer } else { tokens }
    }

    /// A name in its parts, where the gazetteer does not know the whole: at commas always, at other words where it knows the parts
    /// ("Karsk, Velmar"; "Sydney-based"). Places inside the names of institutions stay there ("University of Karsk").
    fn pieces(&self, tokens: Range<usize>, kind: NameKind) -> Vec<Range<usize>> {
        let whole = self.lexis.hull(tokens.clone()).map(trimmed);
        if whole.is_none_or(|whole| !self.senses(&whole).is_empty()) {
            return vec![tokens];
        }
        if kind == NameKind::Organisation {
            return vec![tokens];
        }
        let parted = self.parts(tokens, &[",", "in", "(", ";"]);
        parted
            .into_iter()
            .flat_map(|part| self.known_parts(part))
            .map(|part| self.without_office(part))
            .collect()
    }

    fn known_parts(&self, tokens: Range<usize>) -> Vec<Range<usize>> {
        let parts = self.parts(tokens.clone(), &["of", "and", "-", "/"]);
        let known = |part: &Range<usize>| {
            self.lexis.hull(part.clone()).map(trimmed).is_some_and(|name| {
                !words::GENERIC.contains(&key(&name).as_str()) && !self.senses(&name).is_empty()
            })
        };
        if !parts.is_empty() && parts.iter().all(known) { parts } else { vec![tokens] }
    }

    /// The runs between certain words that begin with a capital.
    fn parts(&self, tokens: Range<usize>, cuts: &[&str]) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = tokens.start;
        for end in tokens.clone().filter(|&token| cuts.contains(&self.lexis.lower(token))).chain([tokens.end])
        {
            if end > start && matches!(self.lexis.shape(start), Shape::Capital | Shape::Acronym) {
                parts.push(start..end);
            }
            start = end + 1;
        }
        parts
    }

    /// "Mexico City" of "Mexico City Mayor": a place and the office or body that it has.
    fn without_office(&self, tokens: Range<usize>) -> Range<usize> {
        let lexis = self.lexis;
        let office = |token: usize| lexis.role(token).is_some() || is_organ_word(&lexis.slice(token));
        let ends = (tokens.start + 1..tokens.end).rev().filter(|&end| office(end));
        let known = |end: &usize| {
            lexis.hull(tokens.start..*end).map(trimmed).is_some_and(|name| self.is_country(&name))
        };
        ends.into_iter().find(known).map_or(tokens.clone(), |end| tokens.start..end)
    }

    pub(super) fn senses(&self, name: &str) -> Vec<Sense> {
        senses(self.gazetteer, name)
    }

    pub(super) fn place(&self, sense: Sense) -> Option<Place<'_>> {
        self.gazetteer.place(sense.entry)
    }
}
