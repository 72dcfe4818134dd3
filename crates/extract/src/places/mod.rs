//! Places: which names of the report are places, and which entry of the gazetteer is meant?
//!
//! [`find`] tells the names that are places, by what the trained reader says, by the words around and by the gazetteer; [`meaning`] gives
//! each name one sense for the whole report, by a score whose reasons can be read. A name that the gazetteer does not know stays a place
//! without an entry.

mod against;
mod context;
mod find;
mod groups;
mod lookup;
mod meaning;
mod points;
mod reasons;
mod support;
mod words;

use sayso_lexicon::{Gazetteer, Kind, Place};
use sayso_record::{ActorType, FeatureClass, GeoNames, NewPlace, RecordBuilder, Refused};
use sayso_text::{Body, Slice};

pub use meaning::{Candidate, Considered};
pub use reasons::Reason;

use self::find::Toponym;
use crate::actors::Cast;
use crate::lexis::Lexis;

/// Finds the places and adds them, in the order of the text. Tells what was considered for each name.
pub(crate) fn places<'t>(
    lexis: &Lexis<'_, 't>,
    cast: &Cast<'t>,
    gazetteer: &Gazetteer,
    record: &mut RecordBuilder<'t>,
) -> Result<Vec<Considered<'t>>, Refused> {
    let found = find::find(lexis, cast, record, gazetteer);
    let (considered, meant) = meaning::meanings(lexis, cast, &found, gazetteer);
    for (toponym, &at) in found.iter().zip(&meant) {
        let known = considered[at].chosen().and_then(|entry| gazetteer.place(entry));
        record.place(NewPlace {
            span: toponym.slice,
            known: known.map(|place| geonames(&place, gazetteer)),
            actor: actor_named(toponym, cast, record),
        })?;
    }
    Ok(considered)
}

/// The actor whom these very words name, if it is a place.
fn actor_named(
    toponym: &Toponym<'_>,
    cast: &Cast<'_>,
    record: &RecordBuilder<'_>,
) -> Option<sayso_record::ActorId> {
    let mention = cast.holding(toponym.tokens.start)?;
    let same = cast.mentions[mention].name.span() == toponym.slice.span();
    let actor = cast.actor_of(mention).filter(|_| same)?;
    let kind = record.so_far().actors.get(actor.index())?.kind;
    (kind == ActorType::Place).then_some(actor)
}

fn geonames(place: &Place<'_>, gazetteer: &Gazetteer) -> GeoNames {
    let division = place.division.filter(|_| place.kind > Kind::Division);
    GeoNames {
        geonameid: place.geonameid,
        name: place.name.into(),
        lat: place.lat,
        lon: place.lon,
        country: place.country.map(Into::into),
        admin1: division.and_then(|entry| gazetteer.place(entry)).map(|division| division.name.into()),
        feature: feature(place.kind),
    }
}

fn feature(kind: Kind) -> FeatureClass {
    match kind {
        Kind::Country | Kind::Division | Kind::District => FeatureClass::A,
        Kind::Capital | Kind::Town => FeatureClass::P,
        Kind::Water => FeatureClass::H,
        Kind::Terrain => FeatureClass::T,
        Kind::Continent | Kind::Region => FeatureClass::L,
        Kind::Spot => FeatureClass::S,
    }
}

/// The words of a name without what stands at its edges and belongs to none.
fn trimmed(name: Slice<'_, Body>) -> Slice<'_, Body> {
    name.trim_matches(|c| !c.is_alphanumeric() && c != '.')
}
