//! Names: the best sequence of labels in a unit, and then, over the whole report, what each name names.

use std::collections::BTreeMap;
use std::ops::Range;

use super::heads::Tag;
use super::known::Known;
use crate::labels::{NameKind, Upos};

/// How many kinds of names there are.
const KINDS: usize = NameKind::ALL.len();

/// How well each kind suits a name, in the order of [`NameKind::ALL`]; comparable within one name only.
pub(crate) type Preference = [f32; KINDS];

/// A name found in a unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    /// Its words in the unit.
    pub(crate) words: Range<usize>,
    /// What these words say of its kind.
    pub(crate) preference: Preference,
}

/// The names of a unit: a row of scores and the part of speech for each word. Left out is what has no word that names are made of, what
/// holds an address, and bare titles.
pub(super) fn find(
    tags: &[Tag],
    rows: &[&[f32]],
    forms: &[&str],
    upos: &[Upos],
    known: &Known,
) -> Vec<Found> {
    let labels = best(tags, rows);
    let like_a_name = |words: &Range<usize>| {
        let (forms, upos) = (&forms[words.clone()], &upos[words.clone()]);
        let people =
            labels[words.start] == Tag::Begin(NameKind::Group) && forms[0].starts_with(char::is_uppercase);
        let named = upos.contains(&Upos::Propn)
            || people && upos.iter().any(|upos| matches!(upos, Upos::Adj | Upos::Noun));
        named && !forms.iter().any(|form| is_address(form)) && !known.are_titles(forms)
    };
    let names = spans(&labels).into_iter().filter(like_a_name);
    names.map(|words| Found { preference: preference(tags, &rows[words.clone()]), words }).collect()
}

fn is_address(form: &str) -> bool {
    ["@", "/", "http", ".com"].iter().any(|part| form.contains(part))
}

/// Viterbi: the best sequence in which a further word of a name follows a word of a name of its kind.
fn best(tags: &[Tag], rows: &[&[f32]]) -> Vec<Tag> {
    let follows = |before: Tag, tag: Tag| match tag {
        Tag::Inside(kind) => before == Tag::Begin(kind) || before == Tag::Inside(kind),
        _ => true,
    };
    let mut totals: Vec<f32> =
        tags.iter().map(|&tag| if follows(Tag::Outside, tag) { 0.0 } else { f32::MIN }).collect();
    let mut back: Vec<Vec<usize>> = Vec::with_capacity(rows.len());
    for (number, row) in rows.iter().enumerate() {
        let from = |tag: usize| {
            let allowed = (0..tags.len()).filter(|&before| {
                number == 0 && before == tag || number > 0 && follows(tags[before], tags[tag])
            });
            allowed.reduce(|best, next| if totals[next] > totals[best] { next } else { best }).unwrap_or(tag)
        };
        let pointers: Vec<usize> = (0..tags.len()).map(from).collect();
        totals = pointers.iter().zip(*row).map(|(&before, score)| totals[before] + score).collect();
        back.push(pointers);
    }
    let mut tag = super::tree::highest(&totals);
    let mut found = Vec::with_capacity(rows.len());
    for pointers in back.iter().rev() {
        found.push(tags[tag]);
        tag = pointers[tag];
    }
    found.reverse();
    found
}

fn spans(labels: &[Tag]) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        match (label, spans.last_mut()) {
            (Tag::Begin(_), _) => spans.push(at..at + 1),
            (Tag::Inside(_), Some(last)) => last.end = at + 1,
            _ => {}
        }
    }
    spans
}

/// The mean over the words of the scores for "first" and then "further word of a name of kind x". The scores are not made into
/// probabilities: what that takes off is the same for all kinds.
fn preference(tags: &[Tag], rows: &[&[f32]]) -> Preference {
    let score = |row: &[f32], tag: Tag| tags.iter().position(|&known| known == tag).map_or(0.0, |at| row[at]);
    std::array::from_fn(|kind| {
        let kind = NameKind::ALL[kind];
        let first = rows.first().map_or(0.0, |row| score(row, Tag::Begin(kind)));
        let further: f32 = rows.iter().skip(1).map(|row| score(row, Tag::Inside(kind))).sum();
        (first + further) / rows.len() as f32
    })
}

/// What the names of a report are called, and what their words say of their kinds.
#[derive(Debug, Default)]
pub(crate) struct Votes(BTreeMap<String, Preference>);

impl Votes {
    /// Takes the vote of a name. One of several words also has half a vote on what its last word alone is: "Adela Kovač" on "Kovač".
    pub(crate) fn add(&mut self, forms: &[&str], preference: &Preference) {
        self.vote(forms, preference, 1.0);
        if let [_, .., last] = forms {
            self.vote(&[last], preference, 0.5);
        }
    }

    fn vote(&mut self, forms: &[&str], preference: &Preference, weight: f32) {
        let votes = self.0.entry(key(forms)).or_default();
        for (sum, value) in votes.iter_mut().zip(preference) {
            *sum += weight * value;
        }
    }

    /// The kind that all occurrences of a name prefer together.
    pub(crate) fn kind(&self, forms: &[&str]) -> NameKind {
        let votes = self.0.get(&key(forms)).copied().unwrap_or_default();
        NameKind::ALL[super::tree::highest(&votes)]
    }
}

fn key(forms: &[&str]) -> String {
    forms.join(" ").to_lowercase()
}
