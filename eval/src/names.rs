//! Names: spans with their kinds, against Universal NER's names on EWT.

use std::collections::{BTreeMap, BTreeSet};

use sayso::lang::NameKind;

use crate::corpora::Corpus;
use crate::failure::Failure;
use crate::figures::{Figure, percent};
use crate::reader::{Pair, characters, without_blanks};
use crate::tally::Tally;

/// A name: its document, first character (blanks apart), the one after the last, kind.
pub(crate) type Span = (usize, usize, usize, NameKind);

/// Kinds that Universal NER marks; groups and others it does not.
pub(crate) const KINDS: [(&str, NameKind); 3] =
    [("PER", NameKind::Person), ("ORG", NameKind::Organisation), ("LOC", NameKind::Place)];

/// The figures of names on EWT.
///
/// # Errors
/// Where a sentence is not in EWT, or with other words.
pub(crate) fn figures(ewt: &[Pair], uner: &Corpus) -> Result<Vec<Figure>, Failure> {
    let gold = gold(ewt, uner)?;
    let names = ewt.iter().enumerate().flat_map(|(document, pair)| {
        pair.found.names.iter().map(move |&(start, end, kind)| (document, start, end, kind))
    });
    let found = of_kinds(&names.collect());
    let typed = Tally::of(&gold, &found);
    Ok(vec![
        percent("names", typed.f1()),
        percent("names precision", typed.precision()),
        percent("names recall", typed.recall()),
        percent("names untyped", Tally::of(&untyped(&gold), &untyped(&found)).f1()),
    ])
}

/// Persons, organisations and places.
pub(crate) fn of_kinds(spans: &BTreeSet<Span>) -> BTreeSet<Span> {
    spans.iter().copied().filter(|span| KINDS.iter().any(|(_, kind)| *kind == span.3)).collect()
}

/// The spans alone.
pub(crate) fn untyped(spans: &BTreeSet<Span>) -> BTreeSet<(usize, usize, usize)> {
    spans.iter().map(|&(document, start, end, _)| (document, start, end)).collect()
}

/// Both files hold the same sentences under the same ids, in another order.
fn gold(ewt: &[Pair], uner: &Corpus) -> Result<BTreeSet<Span>, Failure> {
    let sentences: BTreeMap<_, _> = ewt
        .iter()
        .enumerate()
        .flat_map(|(document, pair)| {
            pair.gold.sentences.iter().map(move |sentence| (sentence.id.as_str(), (document, sentence)))
        })
        .collect();
    let mut gold = BTreeSet::new();
    for block in uner.content.split("\n\n").filter(|block| !block.trim().is_empty()) {
        let marked = Marked::of(block);
        let place = sentences.get(marked.id).filter(|(_, own)| own.characters == marked.characters);
        let Some((document, sentence)) = place else {
            return Err(uner.failure(&format!("sentence {}: is not that of the treebank", marked.id)));
        };
        let base = sentence.start;
        gold.extend(
            marked.spans.iter().map(|&(start, end, kind)| (*document, base + start, base + end, kind)),
        );
    }
    Ok(gold)
}

/// A sentence of an IOB2 file.
#[derive(Debug, Default, PartialEq, Eq)]
struct Marked<'t> {
    id: &'t str,
    characters: String,
    /// First character, the one after the last, kind.
    spans: Vec<(usize, usize, NameKind)>,
}

impl<'t> Marked<'t> {
    fn of(block: &'t str) -> Self {
        let mut marked = Marked::default();
        let (mut at, mut open) = (0, None);
        for line in block.lines() {
            if let Some(id) = line.strip_prefix("# sent_id = ") {
                marked.id = id;
            }
            let [_, form, label, ..] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
            marked.characters.push_str(&without_blanks(form));
            open = marked.label(label, open, at, at + characters(form));
            at += characters(form);
        }
        marked
    }

    /// Takes the label of a word from `start` to `end` and tells the kind that is open after it. An I- without its B- begins a name.
    fn label(&mut self, label: &'t str, open: Option<&str>, start: usize, end: usize) -> Option<&'t str> {
        let (place, kind) = label.split_once('-')?;
        let known = KINDS.iter().find(|(name, _)| *name == kind)?.1;
        match self.spans.last_mut() {
            Some(last) if place == "I" && open == Some(kind) => last.1 = end,
            _ => self.spans.push((start, end, known)),
        }
        Some(kind)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use sayso::lang::NameKind::{Group, Organisation, Person, Place};

    use super::{Marked, of_kinds, untyped};

    #[test]
    fn labels_become_spans() {
        let rows = "# sent_id = a-1\n1\tAda\tB-PER\n2\tKovač\tI-PER\n3\tmet\tO\n4\tBern\tB-LOC\n5\tTours\tB-LOC\n6\tNato\tI-ORG";
        let marked = Marked::of(rows);
        assert_eq!((marked.id, marked.characters.as_str()), ("a-1", "AdaKovačmetBernToursNato"));
        assert_eq!(marked.spans, [(0, 8, Person), (11, 15, Place), (15, 20, Place), (20, 24, Organisation)]);
    }

    #[test]
    fn kinds_and_spans_are_told_apart() {
        let spans = BTreeSet::from([(0, 0, 3, Person), (0, 4, 9, Group)]);
        assert_eq!(of_kinds(&spans), BTreeSet::from([(0, 0, 3, Person)]));
        assert_eq!(untyped(&spans), BTreeSet::from([(0, 0, 3), (0, 4, 9)]));
    }
}
