//! One feature an event, as maps read it: GeoJSON (RFC 7946) with flat properties.
//!
//! All records make one collection: [`OPEN`], the features of each with [`BETWEEN`] between them, [`CLOSE`]. An event whose place is not known
//! has no geometry (`null`), so that nothing is dropped.

use serde::Serialize;

use super::coded::Coded;
use super::{Coding, Stored, link, scores};
use crate::look::Look;
use crate::number::Number;
use crate::terms::FeatureClass;
use crate::twin::{Event, Participant, Place, Record};

/// What a collection begins with.
pub const OPEN: &str = "{\"type\":\"FeatureCollection\",\"features\":[\n";

/// What stands between two features.
pub const BETWEEN: &str = ",\n";

/// What a collection ends with.
pub const CLOSE: &str = "\n]}\n";

/// The events of a record, a feature each, one a line; empty where it has none.
pub fn features(record: &Record, coding: Coding) -> String {
    all(record, coding, None)
}

/// The same for a record of a store: its properties come last.
pub fn stored_features(record: &Record, coding: Coding, stored: &Stored<'_>) -> String {
    all(record, coding, Some(stored))
}

fn all(record: &Record, coding: Coding, stored: Option<&Stored<'_>>) -> String {
    let look = Look::new(record);
    let events = Coded::all(&look, coding);
    events.iter().map(|coded| feature(&look, coded, stored)).collect::<Vec<_>>().join(BETWEEN)
}

#[derive(Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    id: String,
    geometry: Option<Point>,
    properties: Properties<'a>,
}

/// Degrees east come first (RFC 7946, 3.1.1).
#[derive(Serialize)]
struct Point {
    r#type: &'static str,
    coordinates: [Number; 2],
}

/// Everything is text, a number or a truth value: maps filter by nothing deeper.
#[derive(Serialize)]
struct Properties<'a> {
    event_id: String,
    report_id: &'a str,
    record_event_id: &'a str,
    date: Option<&'a str>,
    time: Option<&'a str>,
    plover: &'static str,
    mode: Option<&'a str>,
    contexts: Option<String>,
    quad: &'static str,
    intensity: f64,
    status: &'static str,
    historical: bool,
    polarity: &'static str,
    certainty: &'static str,
    conditional: bool,
    status_cues: Option<String>,
    actor: Option<String>,
    actor_country: Option<String>,
    recipient: Option<String>,
    recipient_country: Option<String>,
    source_chain: Option<String>,
    statement_id: Option<&'a str>,
    stance: Option<&'static str>,
    quantities: Option<String>,
    trigger: String,
    trigger_start: u32,
    trigger_end: u32,
    text: String,
    url: Option<&'a str>,
    link: Option<String>,
    outlet: Option<&'a str>,
    published: Option<&'a str>,
    place: Option<&'a str>,
    country: Option<&'a str>,
    admin1: Option<&'a str>,
    geonameid: Option<u32>,
    geo_precision: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    collapsed_from: Option<String>,
    #[serde(flatten)]
    stored: Option<StoredProperties<'a>>,
}

/// What the store knows beside the record.
#[derive(Serialize)]
struct StoredProperties<'a> {
    report_key: &'a str,
    copy_of: Option<&'a str>,
    actor_ids: Option<String>,
    recipient_ids: Option<String>,
}

impl<'a> StoredProperties<'a> {
    fn new(look: &Look<'_>, event: &Event, stored: &'a Stored<'a>) -> Self {
        let ids = |side| list(stored.ids(look, side).into_iter().flatten());
        StoredProperties {
            report_key: stored.key,
            copy_of: stored.copy_of,
            actor_ids: ids(&event.actor),
            recipient_ids: ids(&event.recipient),
        }
    }
}

fn feature(look: &Look<'_>, coded: &Coded<'_>, stored: Option<&Stored<'_>>) -> String {
    let place = look.place(&coded.event);
    let feature = Feature {
        r#type: "Feature",
        id: coded.id(look),
        geometry: place.and_then(point),
        properties: Properties {
            stored: stored.map(|stored| StoredProperties::new(look, &coded.event, stored)),
            ..properties(look, coded, place)
        },
    };
    // Strings, numbers and nothing else: there is no key or number that JSON could refuse.
    serde_json::to_string(&feature).unwrap_or_default()
}

fn point(place: &Place) -> Option<Point> {
    let (lat, lon) = place.lat.zip(place.lon)?;
    Some(Point { r#type: "Point", coordinates: [lon, lat] })
}

fn properties<'a>(look: &'a Look<'_>, coded: &'a Coded<'_>, place: Option<&'a Place>) -> Properties<'a> {
    let (record, event): (_, &Event) = (look.record, &coded.event);
    let text = look.quote(event);
    let uri = record.document.uri.as_deref();
    Properties {
        event_id: coded.id(look),
        report_id: &record.id,
        record_event_id: &event.id,
        date: coded.day(),
        time: event.time.as_deref(),
        plover: event.r#type.name(),
        mode: event.mode.as_deref(),
        contexts: list(coded.contexts()),
        quad: scores::quad(event.r#type),
        intensity: scores::intensity(event.r#type, event.mode.as_deref()),
        status: event.status.name(),
        historical: event.historical,
        polarity: event.factuality.polarity.name(),
        certainty: event.factuality.certainty.name(),
        conditional: event.factuality.conditional,
        status_cues: list(event.status_cues.iter().map(|&cue| look.words(cue))),
        actor: list(names(look, &event.actor)),
        actor_country: list(countries(look, &event.actor)),
        recipient: list(names(look, &event.recipient)),
        recipient_country: list(countries(look, &event.recipient)),
        source_chain: some(event.holder.join(" < ")),
        statement_id: event.statement.as_deref(),
        stance: look.statement(event.statement.as_deref()).map(|statement| statement.stance.name()),
        quantities: list(look.quantities(event)),
        trigger: look.words(event.trigger),
        trigger_start: event.trigger.0,
        trigger_end: event.trigger.1,
        url: uri,
        link: uri.and_then(|uri| link::link(uri, &text)),
        text,
        outlet: record.outlet.as_deref(),
        published: record.published.as_deref(),
        place: place.map(|place| place.name.as_str()),
        country: place.and_then(|place| place.country.as_deref()),
        admin1: place.and_then(|place| place.admin1.as_deref()),
        geonameid: place.and_then(|place| place.geonameid),
        geo_precision: place.and_then(|place| place.feature).map(precision),
        collapsed_from: list(&coded.from),
        stored: None,
    }
}

/// As precise as the point: 1 for a town or a spot, 2 for a part of a country without borders of its own (a lake, a range, a park), 3 for an
/// administrative area, which may be a whole country.
fn precision(class: FeatureClass) -> u8 {
    match class {
        FeatureClass::P | FeatureClass::S => 1,
        FeatureClass::H | FeatureClass::T | FeatureClass::L => 2,
        FeatureClass::A => 3,
    }
}

fn names<'a>(look: &'a Look<'_>, side: &'a [Participant]) -> impl Iterator<Item = &'a str> {
    side.iter().filter_map(|of| look.actor(of)).map(|actor| actor.name.as_str())
}

fn countries<'a>(look: &'a Look<'_>, side: &'a [Participant]) -> impl Iterator<Item = &'a str> {
    side.iter().filter_map(|of| look.actor(of)?.country.as_deref())
}

fn list<T: AsRef<str>>(entries: impl IntoIterator<Item = T>) -> Option<String> {
    let entries: Vec<_> = entries.into_iter().collect();
    some(entries.iter().map(AsRef::as_ref).collect::<Vec<_>>().join("; "))
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
