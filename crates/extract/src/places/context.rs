//! What the report is about, as far as places go: countries and their first-level divisions.

use std::collections::BTreeMap;

use sayso_lexicon::{Entry, Gazetteer, Kind, Place};

use super::meaning::Candidate;
use crate::actors::Cast;
use crate::words::Sense as CountrySense;

/// Names of countries, or of places in them, that tell where a report is set.
const SOME: f64 = 3.0;

/// Countries and divisions that the report is about, by how often it names them.
#[derive(Default)]
pub(super) struct Context {
    countries: BTreeMap<String, f64>,
    divisions: BTreeMap<Entry, f64>,
    all: f64,
}

/// What one name has added to the context: it does not speak for itself.
#[derive(Default, Clone, Copy)]
pub(super) struct Own<'g> {
    country: Option<&'g str>,
    division: Option<Entry>,
    count: f64,
}

impl Context {
    /// What the adjectives and inhabitants of countries say; countries by name are names of places and come with those.
    pub(super) fn told(cast: &Cast<'_>) -> Context {
        let mut context = Context::default();
        let people = cast.mentions.iter().filter_map(|mention| mention.country);
        for country in people.filter(|country| country.sense == CountrySense::Demonym) {
            context.learn(Own { country: Some(country.code), division: None, count: 1.0 });
        }
        context
    }

    pub(super) fn learn(&mut self, own: Own<'_>) {
        if let Some(country) = own.country {
            *self.countries.entry(country.into()).or_default() += own.count;
            self.all += own.count;
        }
        if let Some(division) = own.division {
            *self.divisions.entry(division).or_default() += own.count;
        }
    }

    /// Up to three points, as the country's share of all that are named; less than none for towns and districts of a country that is not
    /// named, where others are.
    pub(super) fn country(&self, place: &Place<'_>, own: Own<'_>) -> f64 {
        let named = place.country.and_then(|country| self.countries.get(country)).copied().unwrap_or(0.0);
        let others = if own.country == place.country { named - own.count } else { named };
        let all = if own.country.is_some() { self.all - own.count } else { self.all };
        match others {
            others if others > 0.0 => 1.0 + 2.0 * others / all.max(1.0),
            _ if all >= SOME && place.kind > Kind::Division => -1.5,
            _ => 0.0,
        }
    }

    pub(super) fn division(&self, place: &Place<'_>, own: Own<'_>) -> f64 {
        let named = place.division.and_then(|division| self.divisions.get(&division)).copied().unwrap_or(0.0);
        let others = if own.division == place.division { named - own.count } else { named };
        if others > 0.0 && place.kind > Kind::Division { 1.5 } else { 0.0 }
    }
}

impl<'g> Own<'g> {
    pub(super) fn of(best: Option<&Candidate>, gazetteer: &'g Gazetteer, count: usize) -> Own<'g> {
        let Some(best) = best else { return Own::default() };
        let Some(place) = gazetteer.place(best.entry) else { return Own::default() };
        let division = if place.kind == Kind::Division { Some(best.entry) } else { place.division };
        Own { country: place.country, division, count: count as f64 }
    }
}
