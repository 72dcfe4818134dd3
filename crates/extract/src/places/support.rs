//! What speaks for a name as a place: the trained reader, the gazetteer, the words around.

use std::ops::Range;

use sayso_lang::{NameKind, Part, Upos};
use sayso_lexicon::{Bearing, Kind, Place, key};

use super::find::Finder;
use super::lookup::{FAMOUS, after_comma};
use super::words;
use crate::words::is_given_name;

impl Finder<'_, '_, '_> {
    /// The trained reader says so: what speaks against it?
    pub(super) fn is_place(&self, tokens: &Range<usize>, name: &str) -> bool {
        let alone = tokens.len() == 1;
        let generic = words::GENERIC.contains(&key(name).as_str());
        let senses = self.senses(name);
        let person = alone && self.people.contains(&key(name)) && !self.is_located(tokens);
        let schooled = senses.is_empty()
            && tokens.clone().any(|token| words::SCHOOLS.contains(&self.lexis.lower(token)));
        let short = name.chars().filter(|c| c.is_alphabetic()).count() < 2;
        !generic && !short && !person && !schooled && !self.is_of_people(tokens, name)
    }

    /// The name of a country, whatever kind of name it was taken for.
    pub(super) fn is_country(&self, name: &str) -> bool {
        self.senses(name).iter().any(|sense| {
            self.place(*sense)
                .is_some_and(|place| matches!(place.kind, Kind::Country) || place.magnitude > FAMOUS)
        })
    }

    /// Taken for something else than a place, or for no name: what speaks for it?
    pub(super) fn is_supported(&self, tokens: &Range<usize>, name: &str, kind: NameKind) -> bool {
        let senses = self.senses(name);
        let places: Vec<Place<'_>> = senses.iter().filter_map(|&sense| self.place(sense)).collect();
        if places.is_empty() || words::GENERIC.contains(&key(name).as_str()) {
            return false;
        }
        let spelled = senses.iter().any(|sense| sense.bearing == Bearing::Abbreviation);
        if spelled || self.has_holder_after(tokens, &places) || self.is_dateline(tokens) {
            return true;
        }
        let person = kind == NameKind::Person && is_given_name(&self.lexis.slice(tokens.start));
        if person || self.people.contains(&key(name)) {
            return false;
        }
        let known =
            kind != NameKind::Person && self.is_a_name(tokens.start) && places.iter().any(is_well_known);
        known || self.is_located(tokens) || self.is_listed(tokens)
    }

    /// A capital means something here, or the tagger says so.
    fn is_a_name(&self, token: usize) -> bool {
        !self.lexis.opens_sentence(token) || self.lexis.reading.tokens[token].upos == Upos::Propn
    }

    /// After a preposition of place, or beside a noun for a kind of place.
    pub(super) fn is_located(&self, tokens: &Range<usize>) -> bool {
        let lexis = self.lexis;
        if words::kinds_of(lexis.lower(tokens.end)).is_some() {
            return true;
        }
        let Some(before) = self.before(tokens.start) else { return false };
        let of_kind = lexis.lower(before) == "of"
            && before.checked_sub(1).is_some_and(|noun| words::kinds_of(lexis.lower(noun)).is_some());
        words::IN.contains(&lexis.lower(before)) || of_kind
    }

    /// The last token before a name that is no article or adjective of place, in the same sentence.
    pub(super) fn before(&self, start: usize) -> Option<usize> {
        const FAR: usize = 4;
        let first = self.lexis.sentence_of(start).tokens.start;
        let tokens = (first.max(start.saturating_sub(FAR))..start).rev();
        tokens.into_iter().find(|&token| !words::BETWEEN.contains(&self.lexis.lower(token)))
    }

    /// In a row with places: "Karsk, Tessel and Velmar".
    fn is_listed(&self, tokens: &Range<usize>) -> bool {
        let joins = |token: usize| matches!(self.lexis.lower(token), "," | "and" | "or" | ";");
        let after = joins(tokens.end) && self.is_read_place(tokens.end + 1);
        let before =
            tokens.start.checked_sub(2).is_some_and(|last| joins(last + 1) && self.is_read_place(last));
        after || before
    }

    fn is_read_place(&self, token: usize) -> bool {
        let names = &self.lexis.reading.names;
        let at = names.partition_point(|name| name.tokens.end <= token);
        names.get(at).is_some_and(|name| name.tokens.start <= token && name.kind == NameKind::Place)
    }

    /// The place after the comma holds one of `places`.
    fn has_holder_after(&self, tokens: &Range<usize>, places: &[Place<'_>]) -> bool {
        let holders = after_comma(self.lexis, self.gazetteer, tokens);
        holders.iter().any(|holder| places.iter().any(|place| self.gazetteer.holds(holder, place)))
    }

    /// "KARSK, Velmar (AP) —", "KARSK —": in capitals at the head of a paragraph, before a mark.
    fn is_dateline(&self, tokens: &Range<usize>) -> bool {
        let lexis = self.lexis;
        let sentence = lexis.sentence_of(tokens.start);
        let paragraph = &lexis.reading.paragraphs[sentence.paragraph];
        let first = lexis.reading.sentences[paragraph.sentences.start].tokens.start;
        let shouted = tokens.clone().all(|token| lexis.slice(token).chars().all(|c| !c.is_lowercase()));
        let marked = matches!(lexis.lower(tokens.end), "—" | "–" | "-" | "--" | "(" | "," | ":");
        paragraph.part == Part::Body && tokens.start == first && shouted && marked
    }
}

fn is_well_known(place: &Place<'_>) -> bool {
    match place.kind {
        Kind::Country | Kind::Division | Kind::Continent => true,
        Kind::Town | Kind::Capital => place.magnitude > FAMOUS,
        _ => false,
    }
}
