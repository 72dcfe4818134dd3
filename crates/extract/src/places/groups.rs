//! The names of a report: all occurrences of each, and what stands around them.

use std::collections::BTreeMap;

use sayso_lang::Upos;
use sayso_lexicon::{Gazetteer, Kind, Place, Sense, key};
use sayso_text::{Body, Slice};

use super::find::Toponym;
use super::lookup::{after_comma, senses};
use super::words;
use crate::lexis::Lexis;

/// Senses of one name that are weighed; the gazetteer gives the best known first.
const SENSES: usize = 64;

/// All occurrences of one name.
pub(super) struct Group<'g, 't> {
    /// Where it first stands.
    pub(super) slice: Slice<'t, Body>,
    /// What it may mean.
    pub(super) senses: Vec<(Sense, Place<'g>)>,
    /// Countries and divisions that stand after a comma.
    pub(super) holders: Vec<Place<'g>>,
    /// A name that stands before a comma and this one, by its place among the names.
    pub(super) held: Option<usize>,
    /// What nouns beside it say that it is.
    pub(super) kinds: Vec<Kind>,
    /// It has "the" before it that belongs to no other noun.
    pub(super) article: bool,
    /// How many there are.
    pub(super) count: usize,
}

impl<'g, 't> Group<'g, 't> {
    fn new(slice: Slice<'t, Body>, gazetteer: &'g Gazetteer) -> Self {
        let senses = candidates(&slice, gazetteer);
        Group { slice, senses, holders: Vec::new(), held: None, kinds: Vec::new(), article: false, count: 0 }
    }

    /// Adds one occurrence: with the name that stands before a comma and it, and, where a name after a comma may hold it, the gazetteer.
    fn meet(
        &mut self,
        lexis: &Lexis<'_, 't>,
        toponym: &Toponym<'t>,
        before: Option<usize>,
        gazetteer: Option<&'g Gazetteer>,
    ) {
        self.count += 1;
        self.article |= has_article(lexis, toponym);
        self.held = self.held.or(before);
        if let Some(gazetteer) = gazetteer.filter(|_| self.holders.is_empty() && !self.senses.is_empty()) {
            self.holders = after_comma(lexis, gazetteer, &toponym.tokens);
        }
        for &kind in nouns(lexis, toponym) {
            if !self.kinds.contains(&kind) {
                self.kinds.push(kind);
            }
        }
    }
}

/// The names that the toponyms bear, and for each toponym which of them.
pub(super) fn grouped<'g, 't>(
    lexis: &Lexis<'_, 't>,
    found: &[Toponym<'t>],
    gazetteer: &'g Gazetteer,
) -> (Vec<Group<'g, 't>>, Vec<usize>) {
    let mut groups: Vec<Group<'g, 't>> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut of = Vec::with_capacity(found.len());
    for (nth, toponym) in found.iter().enumerate() {
        let at = *known.entry(key(&toponym.slice)).or_insert_with(|| {
            groups.push(Group::new(toponym.slice, gazetteer));
            groups.len() - 1
        });
        let before = nth.checked_sub(1).filter(|_| joined(lexis, found, nth)).map(|last| of[last]);
        let alike = in_a_list(lexis, found, nth);
        groups[at].meet(lexis, toponym, before.filter(|&before| before != at), (!alike).then_some(gazetteer));
        of.push(at);
    }
    (groups, of)
}

/// Only a comma stands between a name and the one before.
fn joined(lexis: &Lexis<'_, '_>, found: &[Toponym<'_>], nth: usize) -> bool {
    let [before, here] = [&found[nth - 1].tokens, &found[nth].tokens];
    before.end + 1 == here.start && lexis.lower(before.end) == ","
}

/// Three or more names with only commas between them, or with a last "and": they are alike, and none holds another.
fn in_a_list(lexis: &Lexis<'_, '_>, found: &[Toponym<'_>], nth: usize) -> bool {
    let before = (1..=nth).rev().take_while(|&at| joined(lexis, found, at)).take(4).count();
    let after = (nth + 1..found.len()).take(4).take_while(|&at| joined(lexis, found, at)).count();
    let last = nth + after;
    let and = found.get(last).is_some_and(|it| {
        lexis.lower(it.tokens.end) == "and"
            || lexis.lower(it.tokens.end) == "," && lexis.lower(it.tokens.end + 1) == "and"
    });
    before + after >= 3 || before + after >= 1 && and
}

/// What a name may mean: as it stands, else without what is said of it in its first or last word ("Northern Velmar", "Karsk City").
fn candidates<'g>(name: &str, gazetteer: &'g Gazetteer) -> Vec<(Sense, Place<'g>)> {
    let whole = senses(gazetteer, name);
    let part = || {
        let (first, rest) = name.split_once(' ')?;
        let direction = words::BETWEEN.contains(&first.to_lowercase().as_str());
        let (front, last) = name.rsplit_once(' ')?;
        let noun = words::kinds_of(&last.to_lowercase()).is_some();
        direction.then_some(rest).or_else(|| noun.then_some(front))
    };
    let senses =
        if whole.is_empty() { part().map(|part| senses(gazetteer, part)).unwrap_or_default() } else { whole };
    let places = senses.into_iter().take(SENSES);
    places.filter_map(|sense| Some((sense, gazetteer.place(sense.entry)?))).collect()
}

/// What the nouns beside a name say that it is.
fn nouns(lexis: &Lexis<'_, '_>, toponym: &Toponym<'_>) -> &'static [Kind] {
    let after = words::kinds_of(lexis.lower(toponym.tokens.end));
    // "the town of Karsk", but not "a town of Velmar".
    let of = toponym.tokens.start.checked_sub(2).filter(|&noun| {
        lexis.lower(noun + 1) == "of"
            && noun.checked_sub(1).is_some_and(|the| !matches!(lexis.lower(the), "a" | "an"))
    });
    let before = of.and_then(|noun| words::kinds_of(lexis.lower(noun)));
    let own = toponym.slice.rsplit(' ').next().filter(|last| last.len() < toponym.slice.len());
    let inside = own.and_then(|last| words::kinds_of(&last.to_lowercase()));
    after.or(before).or(inside).unwrap_or_default()
}

/// "the Atlantic", but not "the Karsk mayor".
fn has_article(lexis: &Lexis<'_, '_>, toponym: &Toponym<'_>) -> bool {
    let tokens = &toponym.tokens;
    let first = lexis.lower(tokens.start) == "the";
    let before = tokens.start.checked_sub(1).is_some_and(|before| lexis.lower(before) == "the");
    let noun = lexis.reading.tokens.get(tokens.end).is_some_and(|next| {
        matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
            || matches!(next.slice.as_str(), "'s" | "’s" | "-")
    });
    (first || before) && !noun
}
