//! The points of each reason. Weights were set on the development parts of TR-News and GeoVirus.

use sayso_lexicon::{Bearing, Gazetteer, Kind, Place, Sense};

use super::groups::Group;
use super::meaning::Candidate;
use super::reasons::Reason;

/// Names before and after that are asked for what lies near.
const NEIGHBOURS: usize = 12;
/// Names before and after that are asked whether they are alike.
const ROW: usize = 3;
/// Decimal logarithm of the inhabitants from which a town is known by a short name as well.
const LARGE: f64 = 5.3;

/// Countries whose states, provinces or parts are named in news like countries. Elsewhere a name that a town shares with its province means
/// the town.
const FEDERATIONS: [&str; 7] = ["USA", "CAN", "AUS", "GBR", "DEU", "IND", "MEX"];

/// Countries before states of federations before towns, these by the number of people (its decimal logarithm).
pub(super) fn prominence(place: &Place<'_>) -> f64 {
    let people = place.magnitude;
    let federal = place.country.is_some_and(|country| FEDERATIONS.contains(&country));
    match place.kind {
        Kind::Country => 10.0,
        Kind::Continent => 9.5,
        Kind::Capital => people.max(5.0) + 2.5,
        Kind::Division if federal => people.max(6.0) + 1.0,
        Kind::Division => (people - 1.0).max(3.0),
        Kind::District => (people - 1.5).max(2.0),
        Kind::Town => people,
        Kind::Water | Kind::Terrain | Kind::Region => 6.0,
        Kind::Spot => 4.0,
    }
}

/// Other names are less likely, but large towns have short ones ("Newcastle").
pub(super) fn other_name(sense: &Sense, place: &Place<'_>) -> f64 {
    match (sense.bearing, place.kind) {
        (Bearing::Other, Kind::Town) if place.magnitude > LARGE => -1.0,
        (Bearing::Other, Kind::Town | Kind::Capital | Kind::District) => -2.0,
        _ => 0.0,
    }
}

/// Eight points for what lies in it; what lies elsewhere is not meant.
pub(super) fn comma(group: &Group<'_, '_>, place: &Place<'_>, gazetteer: &Gazetteer) -> f64 {
    match group.holders.as_slice() {
        [] => 0.0,
        holders if holders.iter().any(|holder| gazetteer.holds(holder, place)) => 8.0,
        _ if place.kind > Kind::Division => -12.0,
        _ => 0.0,
    }
}

/// Towns have no article.
pub(super) fn article(group: &Group<'_, '_>, place: &Place<'_>) -> f64 {
    match place.kind {
        Kind::Town | Kind::Capital | Kind::District if group.article && !place.name.starts_with("The ") => {
            -4.0
        }
        _ => 0.0,
    }
}

/// It holds a sense of a name that stands before a comma and this one ("Atlanta, Georgia"); some points also for a division where all senses
/// lie in its country, since small towns have namesakes in the gazetteer more often than entries.
pub(super) fn holds(
    groups: &[Group<'_, '_>],
    group: &Group<'_, '_>,
    place: &Place<'_>,
    gazetteer: &Gazetteer,
) -> f64 {
    let senses = || group.held.iter().flat_map(|&at| &groups[at].senses);
    if senses().any(|(_, inner)| gazetteer.holds(place, inner)) {
        return 3.0;
    }
    let compatriots = senses().next().is_some() && senses().all(|(_, inner)| inner.country == place.country);
    if compatriots && place.kind == Kind::Division { 2.0 } else { 0.0 }
}

/// A division among other divisions of its country.
pub(super) fn among(candidate: &mut Candidate, at: usize, best: &[Option<Place<'_>>], gazetteer: &Gazetteer) {
    let Some(place) = gazetteer.place(candidate.entry).filter(|place| place.kind == Kind::Division) else {
        return;
    };
    let around = (at.saturating_sub(ROW)..(at + ROW + 1).min(best.len())).filter(|&other| other != at);
    let alike = around.filter_map(|other| best[other].as_ref());
    let alike = alike.filter(|other| other.kind == Kind::Division && other.country == place.country).count();
    candidate.add(Reason::Among, [0.0, 1.0, 2.0].get(alike).copied().unwrap_or(2.0));
}

/// The nouns beside it ask for what it is.
pub(super) fn noun(group: &Group<'_, '_>, place: &Place<'_>) -> f64 {
    if group.kinds.contains(&place.kind) { 4.5 } else { 0.0 }
}

/// Near a town or division that another name means: within a day's drive some points, within an hour's more.
pub(super) fn near(candidate: &mut Candidate, at: usize, best: &[Option<Place<'_>>], gazetteer: &Gazetteer) {
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
    let square = middle * middle;
    let cosine = 1.0 - square / 2.0 + square * square / 24.0;
    let east = (one.lon - other.lon).abs();
    let east = east.min(360.0 - east) * cosine;
    let north = one.lat - other.lat;
    (north * north + east * east).sqrt() * DEGREE
}
