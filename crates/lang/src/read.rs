//! Putting a reading together: paragraphs in order, and in each its tokens, quotations and sentences as slices of the text.

use std::ops::Range;

use sayso_record::Article;
use sayso_text::{Body, Slice, Span};

use crate::model::names::{Preference, Votes};
use crate::model::{Linked, Model, Plain, Read, Unit, Word};
use crate::quotes::{Pair, first_mark, pair};
use crate::reading::{Attribution, Name, Paragraph, Part, Quotation, Reading, Roles, Sentence, Token};
use crate::sentences::{Verdict, verdicts};
use crate::tokens::{Cut, cut};

/// Reads an article: its title (unless that stands inside the body), then the paragraphs of the body, in order.
///
/// Never fails: whatever the text holds, each character that is not [blank](crate::is_blank) is in exactly one token of one sentence.
pub fn read<'t>(article: &'t Article, model: &Model) -> Reading<'t> {
    let parts = parts(article);
    let drafts: Vec<Draft<'t>> = parts
        .iter()
        .enumerate()
        .map(|(number, &(slice, part))| {
            let next = parts.get(number + 1).filter(|_| part == Part::Body);
            Draft::new(slice, part, next.map(|next| next.0))
        })
        .collect();
    let units: Vec<Unit<'t>> = drafts.iter().flat_map(Draft::units).collect();
    let mut read = model.read(&units).into_iter();
    let mut reader = Reader::new(article);
    for draft in &drafts {
        reader.paragraph(draft, &mut read);
    }
    reader.names()
}

/// The slices to read, without white space around them; those with nothing to read are left out.
fn parts(article: &Article) -> Vec<(Slice<'_, Body>, Part)> {
    let inside = |title: &Span<Body>| article.body.iter().any(|paragraph| paragraph.contains(*title));
    let title = article.title.filter(|title| !inside(title)).map(|title| (title, Part::Title));
    let body = article.body.iter().map(|&span| (span, Part::Body));
    let slices = title.into_iter().chain(body).map(|(span, part)| (article.text.slice(span).trim(), part));
    slices.filter(|(slice, _)| !slice.as_str().is_empty()).collect()
}

/// A paragraph as far as rules read it.
struct Draft<'t> {
    slice: Slice<'t, Body>,
    part: Part,
    cuts: Vec<Cut>,
    pairs: Vec<Pair>,
    /// For each token: do the rules begin a sentence with it?
    verdicts: Vec<Verdict>,
}

/// Most tokens of a unit: the reader learnt from paragraphs of up to 200, and the work for a sentence grows with the square of its length.
const UNIT: usize = 256;
/// Fewest tokens of a unit that is cut off a longer paragraph where the rules begin a sentence.
const SHORTEST: usize = 96;
/// What the rules' verdicts are worth beside the reader's own, as log-odds; calibrated on the development parts of EWT and GUM.
const BEGINS: f32 = 12.0;
const HELD: f32 = -8.0;
const WITHIN: f32 = -0.5;
/// Log-odds that leave no doubt.
const NEVER: f32 = -1e9;

impl<'t> Draft<'t> {
    fn new(slice: Slice<'t, Body>, part: Part, next: Option<Slice<'t, Body>>) -> Self {
        let mut cuts = cut(&slice);
        let (roles, pairs) = pair(&slice, &mut cuts, next.and_then(|next| first_mark(&next)));
        let verdicts = verdicts(&slice, &cuts, &roles);
        Draft { slice, part, cuts, pairs, verdicts }
    }

    /// The paragraph as the model reads it: in one piece, if it is not too long.
    fn units(&self) -> Vec<Unit<'t>> {
        let mut units = Vec::new();
        let mut start = 0;
        while start < self.cuts.len() {
            let end = self.unit_end(start);
            let words = (start..end).map(|index| self.plain(index)).collect();
            units.push(Unit { words });
            start = end;
        }
        units
    }

    fn unit_end(&self, start: usize) -> usize {
        let most = start + UNIT;
        if most >= self.cuts.len() {
            return self.cuts.len();
        }
        let word = |index: &usize| !self.cuts[*index].joined;
        let sentence = (start + SHORTEST..=most).rev().find(|&index| self.verdicts[index] == Verdict::Begins);
        sentence.or_else(|| (start + 1..=most).rev().find(word)).unwrap_or(most)
    }

    fn plain(&self, index: usize) -> Plain<'t> {
        let cut = self.cuts[index];
        let before = self.slice[..cut.start].chars().next_back();
        let begins = match self.verdicts[index] {
            _ if cut.joined => NEVER,
            Verdict::Within => WITHIN,
            Verdict::Held => HELD,
            Verdict::Begins => BEGINS,
        };
        let form = self.slice.get(cut.start..cut.end).map_or("", Slice::as_str);
        Plain { form, spaced: before.is_none_or(char::is_whitespace), begins }
    }
}

struct Reader<'t> {
    reading: Reading<'t>,
    /// The quotation that the paragraph before left open for this one to carry on.
    carried: Option<usize>,
    /// Names whose kind is still open, by their tokens.
    found: Vec<(Range<usize>, Preference)>,
}

impl<'t> Reader<'t> {
    fn new(article: &'t Article) -> Self {
        let (paragraphs, sentences, tokens, quotations, names, attributions) = Default::default();
        let reading = Reading { article, paragraphs, sentences, tokens, quotations, names, attributions };
        Reader { reading, carried: None, found: Vec::new() }
    }

    fn paragraph(&mut self, draft: &Draft<'t>, read: &mut impl Iterator<Item = Read<'t>>) {
        let first = (self.reading.sentences.len(), self.reading.tokens.len());
        self.quotations(draft.slice, &draft.cuts, &draft.pairs, first.1);
        let mut start = 0;
        while start < draft.cuts.len() {
            let Some(unit) = read.next() else { break };
            let end = start + unit.words.len();
            self.unit(draft, start, unit);
            start = end;
        }
        self.reading.paragraphs.push(Paragraph {
            slice: draft.slice,
            part: draft.part,
            sentences: first.0..self.reading.sentences.len(),
        });
    }

    /// A unit that begins with token `start` of its paragraph.
    fn unit(&mut self, draft: &Draft<'t>, start: usize, unit: Read<'t>) {
        let base = self.reading.tokens.len();
        let length = unit.words.len();
        for found in unit.names {
            let end = unit.starts.iter().copied().find(|&at| at > found.words.start).unwrap_or(length);
            let words = base + found.words.start..base + found.words.end.min(end);
            self.found.push((words, found.preference));
        }
        self.reading
            .attributions
            .extend(unit.attributions.into_iter().map(|linked| attribution(linked, base)));
        let mut words = unit.words.into_iter().enumerate();
        let ends = unit.starts.iter().skip(1).chain([&length]);
        for (&first, &end) in unit.starts.iter().zip(ends) {
            for (at, word) in words.by_ref().take(end - first) {
                self.token(draft, start + at, base, word);
            }
            let cuts = (draft.cuts[start + first], draft.cuts[start + end - 1]);
            if let Some(slice) = draft.slice.get(cuts.0.start..cuts.1.end) {
                let paragraph = self.reading.paragraphs.len();
                self.reading.sentences.push(Sentence { slice, paragraph, tokens: base + first..base + end });
            }
        }
    }

    fn token(&mut self, draft: &Draft<'t>, index: usize, base: usize, word: Word<'t>) {
        let cut = draft.cuts[index];
        let space_after = draft.slice[cut.end..].chars().next().is_none_or(char::is_whitespace);
        let Some(slice) = draft.slice.get(cut.start..cut.end) else { return };
        let [source, cue, content] = word.roles;
        self.reading.tokens.push(Token {
            slice,
            sentence: self.reading.sentences.len(),
            space_after,
            joined: cut.joined,
            upos: word.upos,
            morphology: word.morphology,
            lemma: word.lemma,
            head: word.head.map(|head| base + head),
            relation: word.relation,
            mention: word.mention,
            coref: word.coref,
            roles: Roles { source, cue, content },
            standing: word.standing,
        });
    }

    /// Gives the names their kinds, now that all of the report is known.
    fn names(self) -> Reading<'t> {
        let mut reading = self.reading;
        let forms = |tokens: &Range<usize>| -> Vec<&'t str> {
            reading.tokens[tokens.clone()].iter().map(|token| token.slice.as_str()).collect()
        };
        let found: Vec<_> =
            self.found.into_iter().map(|(tokens, preference)| (forms(&tokens), tokens, preference)).collect();
        let mut votes = Votes::default();
        for (forms, _, preference) in &found {
            votes.add(forms, preference);
        }
        for (forms, tokens, _) in found {
            let (first, last) = (reading.tokens[tokens.start].slice, reading.tokens[tokens.end - 1].slice);
            let name = first.hull(last).map(|slice| Name { slice, tokens, kind: votes.kind(&forms) });
            reading.names.extend(name);
        }
        reading
    }

    fn quotations(&mut self, slice: Slice<'t, Body>, cuts: &[Cut], pairs: &[Pair], first: usize) {
        let mut around: Vec<usize> = Vec::new();
        let mut continues = self.carried.take().filter(|_| pairs.first().is_some_and(|pair| pair.open == 0));
        for pair in pairs {
            while around
                .last()
                .is_some_and(|&last| self.reading.quotations[last].tokens.end <= first + pair.open)
            {
                around.pop();
            }
            let Some((whole, inner)) = cited(slice, cuts, pair) else { continue };
            let number = self.reading.quotations.len();
            self.reading.quotations.push(Quotation {
                slice: whole,
                inner,
                paragraph: self.reading.paragraphs.len(),
                tokens: first + pair.open..first + pair.end,
                marks: pair.marks,
                closed: pair.closed,
                continues: continues.take(),
                inside: around.last().copied(),
            });
            self.carried = self.carried.or(pair.carried.then_some(number));
            around.push(number);
        }
    }
}

fn attribution(linked: Linked, base: usize) -> Attribution {
    let [source, cue, content] =
        linked.roles.map(|runs| runs.into_iter().map(|run| base + run.start..base + run.end).collect());
    Attribution { anchor: base + linked.anchor, odds: linked.odds, source, cue, content }
}

/// The words of a quotation, with its marks and without.
fn cited<'t>(
    slice: Slice<'t, Body>,
    cuts: &[Cut],
    pair: &Pair,
) -> Option<(Slice<'t, Body>, Slice<'t, Body>)> {
    let whole = slice.get(cuts[pair.open].start..cuts[pair.end - 1].end)?;
    let from = cuts[pair.open].end;
    let to = if pair.closed { cuts[pair.end - 1].start } else { cuts[pair.end - 1].end };
    Some((whole, slice.get(from..to.max(from))?.trim()))
}
