//! Which entry does a name mean? Each name has one sense in a report, that with the most points; every point has its reason.

use std::collections::BTreeMap;

use sayso_lang::Upos;
use sayso_lexicon::{Bearing, Entry, Gazetteer, Kind, Place, Sense, key};
use sayso_text::{Body, Slice};

use super::find::{Toponym, after_comma, senses};
use super::reasons::Reason;
use super::words;
use crate::actors::Cast;
use crate::lexis::Lexis;
use crate::words::Sense as CountrySense;

/// Senses of one name that are weighed; the gazetteer gives the best known first.
const SENSES: usize = 64;
/// Names before and after that are asked for what lies near.
const NEIGHBOURS: usize = 12;
/// Names before and after that are asked whether they are alike.
const ROW: usize = 3;
/// Inhabitants from which a town is known by its short name as well ("Newcastle").
const LARGE: f64 = 200_000.0;
/// Points below which a name is left without an entry.
const LEAST: f64 = 2.5;

/// Countries whose states, provinces or parts are named in news like countries. Elsewhere a name that a town shares with its province means
/// the town.
const FEDERATIONS: [&str; 7] = ["USA", "CAN", "AUS", "GBR", "DEU", "IND", "MEX"];

/// What was considered for one name of a report.
#[derive(Debug, Clone)]
pub struct Considered<'t> {
    /// Where it is first named.
    pub slice: Slice<'t, Body>,
    /// What it may mean, the best first; empty where the gazetteer does not know it.
    pub candidates: Vec<Candidate>,
}

impl Considered<'_> {
    /// The entry that is meant, if any has enough points.
    pub fn chosen(&self) -> Option<Entry> {
        self.candidates.first().filter(|best| best.points() >= LEAST).map(|best| best.entry)
    }
}

/// One sense of a name.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The entry.
    pub entry: Entry,
    /// What speaks for and against it, in points.
    pub reasons: Vec<(Reason, f64)>,
}

impl Candidate {
    /// The sum of its reasons.
    pub fn points(&self) -> f64 {
        self.reasons.iter().map(|(_, points)| points).sum()
    }

    fn add(&mut self, reason: Reason, points: f64) {
        if points != 0.0 {
            self.reasons.push((reason, points));
        }
    }
}

/// All occurrences of one name.
struct Group<'g, 't> {
    slice: Slice<'t, Body>,
    senses: Vec<(Sense, Place<'g>)>,
    /// Countries and divisions that stand after a comma.
    holders: Vec<Place<'g>>,
    /// The groups of names that stand before a comma and this one.
    held: Vec<usize>,
    /// What nouns beside it say that it is.
    kinds: Vec<Kind>,
    /// It has "the" before it that belongs to no other noun.
    article: bool,
    count: usize,
}

/// What was considered for each name, and for each toponym which of the names it bears.
pub(super) fn meanings<'t>(
    lexis: &Lexis<'_, 't>,
    cast: &Cast<'t>,
    found: &[Toponym<'t>],
    gazetteer: &Gazetteer,
) -> (Vec<Considered<'t>>, Vec<usize>) {
    let (groups, of) = grouped(lexis, found, gazetteer);
    let mut context = Context::told(cast);
    let first: Vec<Vec<Candidate>> =
        (0..groups.len()).map(|at| weigh(&groups, at, gazetteer, &context, Own::default())).collect();
    let owned: Vec<Own<'_>> =
        groups.iter().zip(&first).map(|(group, all)| Own::of(all.first(), gazetteer, group.count)).collect();
    owned.iter().for_each(|own| context.learn(*own));
    let best: Vec<Option<Place<'_>>> =
        first.iter().map(|all| all.first().and_then(|best| gazetteer.place(best.entry))).collect();
    let considered = groups.iter().enumerate().map(|(at, group)| {
        let mut candidates = weigh(&groups, at, gazetteer, &context, owned[at]);
        for candidate in &mut candidates {
            near(candidate, at, &best, gazetteer);
            among(candidate, at, &best, gazetteer);
        }
        sort(&mut candidates);
        Considered { slice: group.slice, candidates }
    });
    (considered.collect(), of)
}

fn grouped<'g, 't>(
    lexis: &Lexis<'_, 't>,
    found: &[Toponym<'t>],
    gazetteer: &'g Gazetteer,
) -> (Vec<Group<'g, 't>>, Vec<usize>) {
    let mut groups: Vec<Group<'g, 't>> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut of = Vec::with_capacity(found.len());
    for (nth, toponym) in found.iter().enumerate() {
        let at = *known.entry(key(&toponym.slice)).or_insert_with(|| {
            groups.push(Group {
                slice: toponym.slice,
                senses: candidates(&toponym.slice, gazetteer),
                holders: Vec::new(),
                held: Vec::new(),
                kinds: Vec::new(),
                article: false,
                count: 0,
            });
            groups.len() - 1
        });
        let group = &mut groups[at];
        group.count += 1;
        if group.holders.is_empty() && group.senses.len() > 1 && !in_a_list(lexis, found, nth) {
            group.holders = after_comma(lexis, gazetteer, &toponym.tokens);
        }
        if nth > 0 && joined(lexis, found, nth) && group.held.is_empty() && of[nth - 1] != at {
            group.held.push(of[nth - 1]);
        }
        group.kinds.extend(nouns(lexis, toponym));
        group.article |= has_article(lexis, toponym);
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
fn nouns(lexis: &Lexis<'_, '_>, toponym: &Toponym<'_>) -> Vec<Kind> {
    let after = words::kinds_of(lexis.lower(toponym.tokens.end));
    // "the town of Karsk", but not "a town of Velmar".
    let of = toponym.tokens.start.checked_sub(2).filter(|&noun| {
        lexis.lower(noun + 1) == "of"
            && noun.checked_sub(1).is_some_and(|the| !matches!(lexis.lower(the), "a" | "an"))
    });
    let before = of.and_then(|noun| words::kinds_of(lexis.lower(noun)));
    let own = toponym.slice.rsplit(' ').next().filter(|last| last.len() < toponym.slice.len());
    let inside = own.and_then(|last| words::kinds_of(&last.to_lowercase()));
    after.or(before).or(inside).unwrap_or_default().to_vec()
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

/// Countries and divisions that the report is about, by how often it names them.
#[derive(Default)]
struct Context {
    countries: BTreeMap<String, f64>,
    divisions: BTreeMap<Entry, f64>,
    all: f64,
}

/// What one name has added to the context: it does not speak for itself.
#[derive(Default, Clone, Copy)]
struct Own<'g> {
    country: Option<&'g str>,
    division: Option<Entry>,
    count: f64,
}

impl Context {
    /// What the adjectives and inhabitants of countries say; countries by name are names of places and come with those.
    fn told(cast: &Cast<'_>) -> Context {
        let mut context = Context::default();
        let people = cast.mentions.iter().filter_map(|mention| mention.country);
        for country in people.filter(|country| country.sense == CountrySense::Demonym) {
            context.learn(Own { country: Some(country.code), division: None, count: 1.0 });
        }
        context
    }

    fn learn(&mut self, own: Own<'_>) {
        if let Some(country) = own.country {
            *self.countries.entry(country.into()).or_default() += own.count;
            self.all += own.count;
        }
        if let Some(division) = own.division {
            *self.divisions.entry(division).or_default() += own.count;
        }
    }

    /// Up to three points, as the country's share of all that are named.
    fn country(&self, place: &Place<'_>, own: Own<'_>) -> f64 {
        let named = place.country.and_then(|country| self.countries.get(country)).copied().unwrap_or(0.0);
        let others = if own.country == place.country { named - own.count } else { named };
        let all = if own.country.is_some() { self.all - own.count } else { self.all };
        if others > 0.0 { 1.0 + 2.0 * others / all.max(1.0) } else { 0.0 }
    }

    fn division(&self, place: &Place<'_>, own: Own<'_>) -> f64 {
        let named = place.division.and_then(|division| self.divisions.get(&division)).copied().unwrap_or(0.0);
        let others = if own.division == place.division { named - own.count } else { named };
        if others > 0.0 && place.kind > Kind::Division { 1.5 } else { 0.0 }
    }
}

impl<'g> Own<'g> {
    fn of(best: Option<&Candidate>, gazetteer: &'g Gazetteer, count: usize) -> Own<'g> {
        let Some(best) = best else { return Own::default() };
        let Some(place) = gazetteer.place(best.entry) else { return Own::default() };
        let division = if place.kind == Kind::Division { Some(best.entry) } else { place.division };
        Own { country: place.country, division, count: count as f64 }
    }
}

/// The senses of a name with their points, the best first.
fn weigh(
    groups: &[Group<'_, '_>],
    at: usize,
    gazetteer: &Gazetteer,
    context: &Context,
    own: Own<'_>,
) -> Vec<Candidate> {
    let group = &groups[at];
    let mut candidates: Vec<Candidate> = group
        .senses
        .iter()
        .map(|(sense, place)| {
            let mut candidate = Candidate { entry: sense.entry, reasons: Vec::new() };
            candidate.add(Reason::Prominence, prominence(place));
            candidate.add(Reason::OtherName, other_name(sense, place));
            candidate.add(Reason::Comma, comma(group, place, gazetteer));
            candidate.add(Reason::Holds, holds(groups, group, place, gazetteer));
            candidate.add(Reason::Noun, noun(group, place));
            candidate.add(Reason::Article, article(group, place));
            candidate.add(Reason::Country, context.country(place, own));
            candidate.add(Reason::Division, context.division(place, own));
            candidate
        })
        .collect();
    sort(&mut candidates);
    candidates
}

fn sort(candidates: &mut [Candidate]) {
    candidates.sort_by(|a, b| b.points().total_cmp(&a.points()).then(a.entry.cmp(&b.entry)));
}

/// Countries before states of federations before towns, these by the number of people (its decimal logarithm).
fn prominence(place: &Place<'_>) -> f64 {
    let people = (place.population + 1.0).log10();
    let federal = place.country.is_some_and(|country| FEDERATIONS.contains(&country));
    match place.kind {
        Kind::Country => 9.0,
        Kind::Continent => 8.5,
        Kind::Capital => people.max(5.0) + 2.5,
        Kind::Division if federal => people.max(6.0) + 1.0,
        Kind::Division => (people - 1.0).max(3.0),
        Kind::District => (people - 1.5).max(2.0),
        Kind::Town => people,
        Kind::Water | Kind::Terrain | Kind::Region => 6.0,
        Kind::Spot => 4.0,
    }
}

fn other_name(sense: &Sense, place: &Place<'_>) -> f64 {
    match (sense.bearing, place.kind) {
        (Bearing::Other, Kind::Town) if place.population > LARGE => -1.0,
        (Bearing::Other, Kind::Town | Kind::Capital | Kind::District) => -2.0,
        _ => 0.0,
    }
}

/// Eight points for what lies in it; what lies elsewhere is not meant.
fn comma(group: &Group<'_, '_>, place: &Place<'_>, gazetteer: &Gazetteer) -> f64 {
    match group.holders.as_slice() {
        [] => 0.0,
        holders if holders.iter().any(|holder| gazetteer.holds(holder, place)) => 8.0,
        _ if place.kind > Kind::Division => -6.0,
        _ => 0.0,
    }
}

fn article(group: &Group<'_, '_>, place: &Place<'_>) -> f64 {
    match place.kind {
        Kind::Town | Kind::Capital | Kind::District if group.article && !place.name.starts_with("The ") => {
            -4.0
        }
        _ => 0.0,
    }
}

/// It holds a sense of a name that stands before a comma and this one ("Atlanta, Georgia").
fn holds(groups: &[Group<'_, '_>], group: &Group<'_, '_>, place: &Place<'_>, gazetteer: &Gazetteer) -> f64 {
    let held = |at: &usize| groups[*at].senses.iter().any(|(_, inner)| gazetteer.holds(place, inner));
    if group.held.iter().any(held) { 3.0 } else { 0.0 }
}

/// A division among other divisions of its country.
fn among(candidate: &mut Candidate, at: usize, best: &[Option<Place<'_>>], gazetteer: &Gazetteer) {
    let Some(place) = gazetteer.place(candidate.entry).filter(|place| place.kind == Kind::Division) else {
        return;
    };
    let around = (at.saturating_sub(ROW)..(at + ROW + 1).min(best.len())).filter(|&other| other != at);
    let alike = around.filter_map(|other| best[other].as_ref());
    let alike = alike.filter(|other| other.kind == Kind::Division && other.country == place.country).count();
    candidate.add(Reason::Among, [0.0, 1.0, 2.0].get(alike).copied().unwrap_or(2.0));
}

fn noun(group: &Group<'_, '_>, place: &Place<'_>) -> f64 {
    if group.kinds.contains(&place.kind) { 3.0 } else { 0.0 }
}

/// Near a town or division that another name means: within a day's drive some points, within an hour's more.
fn near(candidate: &mut Candidate, at: usize, best: &[Option<Place<'_>>], gazetteer: &Gazetteer) {
    let Some(place) = gazetteer.place(candidate.entry).filter(|place| place.kind > Kind::Division) else {
        return;
    };
    let around =
        (at.saturating_sub(NEIGHBOURS)..(at + NEIGHBOURS + 1).min(best.len())).filter(|&other| other != at);
    let places = around.filter_map(|other| best[other].as_ref()).filter(|other| other.kind > Kind::Country);
    let nearest = places.map(|other| kilometres(&place, other)).fold(f64::INFINITY, f64::min);
    let points = match nearest {
        near if near < 60.0 => 1.5,
        near if near < 300.0 => 0.75,
        _ => 0.0,
    };
    candidate.add(Reason::Near, points);
}

/// Kilometres between two places, on a plane: good enough to tell near from far.
fn kilometres(one: &Place<'_>, other: &Place<'_>) -> f64 {
    const DEGREE: f64 = 111.2;
    // The cosine by its series: it must come out the same on every machine.
    let middle = ((one.lat + other.lat) / 2.0).to_radians();
    let cosine = 1.0 - middle * middle / 2.0 + middle.powi(4) / 24.0;
    let east = (one.lon - other.lon).abs();
    let east = east.min(360.0 - east) * cosine;
    let north = one.lat - other.lat;
    (north * north + east * east).sqrt() * DEGREE
}
