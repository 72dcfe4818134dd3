//! What speaks against a name as a place: people, peoples, things and institutions that bear it, and governments that speak.

use std::ops::Range;

use sayso_lang::Upos;
use sayso_lexicon::{Bearing, key};
use sayso_record::ActorType;

use super::find::Finder;
use super::words;
use crate::lexis::{Shape, tables};
use crate::words::Sense as CountrySense;

impl Finder<'_, '_, '_> {
    /// Something else than a place, whatever bears its name.
    pub(super) fn is_barred(&self, tokens: &Range<usize>, name: &str) -> bool {
        let folded = key(name);
        words::MONTHS.contains(&folded.as_str())
            || self.is_thing(tokens)
            || self.is_institution(tokens, &folded)
            || self.is_code(tokens, name)
            || self.is_actor(tokens, name)
            || self.speaks_as_government(tokens, name)
    }

    /// "the frigate Lagos", "the Marburg virus", "Marburg hemorrhagic fever", "US$".
    fn is_thing(&self, tokens: &Range<usize>) -> bool {
        let lexis = self.lexis;
        let before = tokens.start.checked_sub(1).map_or("", |before| lexis.lower(before));
        let described = lexis.reading.tokens.get(tokens.end).is_some_and(|token| token.upos == Upos::Adj);
        let noun = tokens.end + usize::from(described);
        before == "$" || words::BEFORE_THINGS.contains(&before) || words::THINGS.contains(&lexis.lower(noun))
    }

    /// "St. Varga's Hospital"; "the Kremlin", unless somebody is in, at or near it.
    fn is_institution(&self, tokens: &Range<usize>, folded: &str) -> bool {
        let lexis = self.lexis;
        let owned = usize::from(lexis.lower(tokens.end) == "'s");
        let noun = tokens.end + owned;
        let named = owned == 0 || lexis.shape(noun) == Shape::Capital;
        let saint = owned == 1 || folded.starts_with("st ");
        let body = saint && named && words::INSTITUTIONS.contains(&lexis.lower(noun));
        let before = tokens.start.checked_sub(1).and_then(|_| self.before(tokens.start));
        let visited = before.is_some_and(|before| matches!(lexis.lower(before), "at" | "to" | "by" | "from"));
        let staff = words::SEATS.contains(&folded) && !visited && !self.is_located(tokens);
        body || staff
    }

    /// A code of two letters is a place only after the place that it ends ("Karsk, OH").
    fn is_code(&self, tokens: &Range<usize>, name: &str) -> bool {
        let code = name.len() == 2 && !matches!(name, "US" | "UK" | "LA" | "BC" | "NZ" | "HK");
        code && tokens.start.checked_sub(1).is_none_or(|before| self.lexis.lower(before) != ",")
    }

    /// The rules for actors took it for an outlet, or for a person, whom the report also names in full.
    fn is_actor(&self, tokens: &Range<usize>, name: &str) -> bool {
        let Some(at) = self.cast.holding(tokens.end - 1) else { return false };
        let mention = &self.cast.mentions[at];
        let own = self
            .lexis
            .hull(tokens.clone())
            .is_some_and(|words| mention.name.holds(words) || words.holds(mention.name));
        if !own || self.is_located(tokens) {
            return false;
        }
        if mention.outlet || mention.kind != Some(ActorType::Person) {
            return mention.outlet && !self.is_country(name);
        }
        let actor = self.cast.actor_of(at).and_then(|actor| self.record.so_far().actors.get(actor.index()));
        actor.is_some_and(|actor| {
            let full = self.record.words(actor.name).words().count() > 1;
            actor.kind == ActorType::Person && (full || mention.name.words().count() > tokens.len())
        })
    }

    /// "Washington said", "Moscow and Washington said": the seat of a government as the one who speaks.
    fn speaks_as_government(&self, tokens: &Range<usize>, name: &str) -> bool {
        let seat = tables().countries.get(name).is_some_and(|country| country.sense == CountrySense::Seat);
        if !seat {
            return false;
        }
        let all = &self.lexis.reading.tokens;
        let outside = |token: &usize| all[*token].head.is_none_or(|head| !tokens.contains(&head));
        let Some(own) = tokens.clone().find(outside) else { return false };
        let first = all[own].head.filter(|_| all[own].relation.base() == "conj");
        let head = first.unwrap_or(own);
        let verb = all[head].head.filter(|_| all[head].relation.base() == "nsubj");
        verb.is_some_and(|verb| self.lexis.words[verb].cue.is_some())
    }

    /// An adjective or the name of a people, and no noun for a kind of place after it ("the Somali region").
    pub(super) fn is_of_people(&self, tokens: &Range<usize>, name: &str) -> bool {
        let last = name.rsplit(' ').next().unwrap_or(name);
        let listed = [name, last].into_iter().any(|word| {
            tables().countries.get(word).is_some_and(|country| country.sense == CountrySense::Demonym)
        });
        let people = || self.gazetteer.senses(name).iter().any(|sense| sense.bearing == Bearing::People);
        let continental = words::PEOPLES.contains(&last.to_lowercase().as_str());
        (listed || continental || people()) && words::kinds_of(self.lexis.lower(tokens.end)).is_none()
    }
}
