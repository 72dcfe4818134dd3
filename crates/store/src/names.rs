//! Outlets and places of the store, by their folded names.

use rusqlite::{Connection, OptionalExtension, Result, params};
use sayso_wire::{Place, Record};

use crate::fold::fold;
use crate::items::Numbers;
use crate::memory::Memory;

/// The numbers of all outlets and places of a record, new ones made.
pub(crate) fn numbers(
    store: &Connection,
    memory: &mut Memory,
    record: &Record,
    actors: Vec<Option<i64>>,
) -> Result<Numbers> {
    let mut outlet = |name: &str| outlet(store, memory, name);
    let relays = record.statements.iter().map(|statement| {
        let names = statement.via.iter().filter_map(|via| outlet(&via.name).transpose());
        names.collect::<Result<Vec<_>>>()
    });
    let relays = relays.collect::<Result<_>>()?;
    let outlet = record.outlet.as_deref().map_or(Ok(None), outlet)?;
    let places = record.places.iter().map(|one| place(store, memory, one)).collect::<Result<_>>()?;
    Ok(Numbers { actors, places, outlet, relays })
}

/// `None` for a name without letters and digits.
fn outlet(store: &Connection, memory: &mut Memory, name: &str) -> Result<Option<i64>> {
    if let Some(id) = memory.outlets_as_written.get(name) {
        return Ok(*id);
    }
    let id = folded_outlet(store, memory, name)?;
    memory.outlets_as_written.insert(name.to_owned(), id);
    Ok(id)
}

fn folded_outlet(store: &Connection, memory: &mut Memory, name: &str) -> Result<Option<i64>> {
    let key = fold(name);
    if key.is_empty() {
        return Ok(None);
    }
    if let Some(id) = memory.outlets.get(&key) {
        return Ok(Some(*id));
    }
    let known =
        store.prepare_cached("SELECT id FROM outlet WHERE key = ?1")?.query_row([&key], |row| row.get(0));
    let id = match known.optional()? {
        Some(id) => id,
        None => store.prepare_cached("INSERT INTO outlet (key) VALUES (?1)")?.insert([&key])?,
    };
    memory.outlets.insert(key, id);
    Ok(Some(id))
}

/// By its id in GeoNames; by its name and country where it has none.
fn place(store: &Connection, memory: &mut Memory, place: &Place) -> Result<i64> {
    let written = (place.geonameid, place.name.clone(), place.country.clone());
    if let Some(id) = memory.places_as_written.get(&written) {
        return Ok(*id);
    }
    let id = folded_place(store, memory, place)?;
    memory.places_as_written.insert(written, id);
    Ok(id)
}

fn folded_place(store: &Connection, memory: &mut Memory, place: &Place) -> Result<i64> {
    let name = fold(&place.name);
    let key = match place.geonameid {
        Some(id) => id.to_string(),
        None => format!("{name}, {}", place.country.as_deref().unwrap_or("?")),
    };
    let id = match memory.places.get(&key) {
        Some(id) => *id,
        None => number(store, memory, place, key)?,
    };
    if memory.place_names.insert((id, name.clone())) {
        let sql = "INSERT OR IGNORE INTO place_name (name, place) VALUES (?1, ?2)";
        store.prepare_cached(sql)?.execute(params![name, id])?;
    }
    Ok(id)
}

fn number(store: &Connection, memory: &mut Memory, place: &Place, key: String) -> Result<i64> {
    let known =
        store.prepare_cached("SELECT id FROM place WHERE key = ?1")?.query_row([&key], |row| row.get(0));
    let id = match known.optional()? {
        Some(id) => id,
        None => create(store, place, &key)?,
    };
    memory.places.insert(key, id);
    Ok(id)
}

fn create(store: &Connection, place: &Place, key: &str) -> Result<i64> {
    let sql = "INSERT INTO place (key, name, geonameid, lat, lon, country, feature) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let feature = place.feature.map(|class| class.name());
    let (lat, lon) = (place.lat.map(|n| n.0), place.lon.map(|n| n.0));
    let values = params![key, place.name, place.geonameid, lat, lon, place.country, feature];
    store.prepare_cached(sql)?.insert(values)
}
