//! The packer: rows in, a packed file out. The same rows give the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use fst::MapBuilder;

use crate::file::{HEAD, Kind, MAGIC, NONE, PARTS, VERSION, packed_degrees, packed_population};
use crate::key::key;

/// A place to be packed.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// GeoNames id, where the source gives one.
    pub geonameid: Option<u32>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// What it is.
    pub kind: Kind,
    /// Inhabitants, 0 where not known.
    pub population: u64,
    /// ISO 3166-1 alpha-3 code of its country; empty for none.
    pub country: String,
    /// GeoNames code of its first-level division within the country; empty for none.
    pub division: String,
    /// What else it is called.
    pub names: Vec<(String, Bearing)>,
}

/// How a place bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearing {
    /// As its own.
    Name,
    /// As another name: of former times, in another language, in another spelling.
    Other,
    /// As an abbreviation, told by its exact spelling.
    Abbreviation,
    /// The name is that of its people, or its adjective: not a name of the place.
    People,
}

impl Bearing {
    /// All of them, in the order of their numbers in files.
    pub(crate) const ALL: [Bearing; 4] =
        [Bearing::Name, Bearing::Other, Bearing::Abbreviation, Bearing::People];
}

/// More rows, countries or names than a packed file can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("too many places for a packed gazetteer")
    }
}

impl std::error::Error for TooLarge {}

/// Packs rows. Of rows with the same GeoNames id the first counts.
///
/// # Errors
/// Where there are more than 2³⁰ entries, 65,535 areas, 255 countries or 16 MB of names.
pub fn pack(rows: &[Row]) -> Result<Vec<u8>, TooLarge> {
    let rows = ordered(rows);
    let areas = Areas::of(&rows)?;
    let (entries, names) = entries(&rows, &areas)?;
    let (lists, keys) = keys(&rows)?;
    let parts = [entries, areas.bytes, areas.countries, names, lists, keys];
    let mut body = Vec::new();
    for part in &parts[..PARTS] {
        body.extend(u32::try_from(part.len()).map_err(|_| TooLarge)?.to_le_bytes());
    }
    parts.iter().for_each(|part| body.extend(part));
    let mut file = Vec::with_capacity(HEAD + body.len());
    file.extend(MAGIC);
    file.extend(VERSION.to_le_bytes());
    file.extend(crc32fast::hash(&body).to_le_bytes());
    file.extend(body);
    Ok(file)
}

/// The best known first: larger layers, then more people, then the id.
fn ordered(rows: &[Row]) -> Vec<&Row> {
    let mut seen = BTreeSet::new();
    let mut rows: Vec<&Row> =
        rows.iter().filter(|row| row.geonameid.is_none_or(|id| seen.insert(id))).collect();
    let layer = |row: &Row| match row.kind {
        Kind::Continent | Kind::Country => 0,
        Kind::Division => 1,
        _ => 2,
    };
    rows.sort_by(|a, b| {
        let order = |row: &Row| (layer(row), std::cmp::Reverse(row.population), row.geonameid);
        order(a)
            .cmp(&order(b))
            .then_with(|| (&a.name, &a.country, &a.division).cmp(&(&b.name, &b.country, &b.division)))
    });
    rows
}

/// Countries and their first-level divisions; area 0 is nowhere.
struct Areas {
    numbers: BTreeMap<(String, String), u16>,
    bytes: Vec<u8>,
    countries: Vec<u8>,
}

impl Areas {
    fn of(rows: &[&Row]) -> Result<Areas, TooLarge> {
        let mut numbers = BTreeMap::from([((String::new(), String::new()), 0)]);
        for row in rows {
            numbers.entry((row.country.clone(), row.division.clone())).or_insert(0);
        }
        let mut codes: Vec<String> = numbers.keys().map(|(country, _)| country.clone()).collect();
        codes.dedup();
        for (number, value) in numbers.values_mut().enumerate() {
            *value = u16::try_from(number).map_err(|_| TooLarge)?;
        }
        let mut areas = Areas { numbers, bytes: Vec::new(), countries: Vec::new() };
        for (country, division) in areas.numbers.keys() {
            let at = codes.binary_search(country).map_err(|_| TooLarge)?;
            areas.bytes.push(u8::try_from(at).map_err(|_| TooLarge)?);
            let own = |row: &&Row| {
                row.kind == Kind::Division && row.country == *country && row.division == *division
            };
            let entry = if division.is_empty() { None } else { rows.iter().position(own) };
            areas.bytes.extend(entry.map_or(NONE, |entry| entry as u32).to_le_bytes());
        }
        areas.countries = codes.iter().flat_map(|code| format!("{code:-<3.3}").into_bytes()).collect();
        Ok(areas)
    }

    fn number(&self, row: &Row) -> u16 {
        self.numbers.get(&(row.country.clone(), row.division.clone())).copied().unwrap_or(0)
    }
}

fn entries(rows: &[&Row], areas: &Areas) -> Result<(Vec<u8>, Vec<u8>), TooLarge> {
    let (mut entries, mut names) = (Vec::new(), Vec::new());
    let mut known: BTreeMap<&str, u32> = BTreeMap::new();
    for row in rows {
        let at = *known.entry(&row.name).or_insert_with(|| {
            let at = names.len() as u32;
            let end =
                (0..=row.name.len().min(255)).rev().find(|&end| row.name.is_char_boundary(end)).unwrap_or(0);
            names.push(end as u8);
            names.extend(row.name[..end].bytes());
            at
        });
        entries.extend(row.geonameid.unwrap_or(0).to_le_bytes());
        entries.extend(&packed_degrees(row.lat).to_le_bytes()[..3]);
        entries.extend(&packed_degrees(row.lon).to_le_bytes()[..3]);
        entries.extend([row.kind as u8, packed_population(row.population)]);
        entries.extend(areas.number(row).to_le_bytes());
        entries.extend(&at.to_le_bytes()[..3]);
    }
    if names.len() > 0xff_ffff || rows.len() >= 1 << 30 { Err(TooLarge) } else { Ok((entries, names)) }
}

/// The lists and the map of keys.
fn keys(rows: &[&Row]) -> Result<(Vec<u8>, Vec<u8>), TooLarge> {
    let mut senses: BTreeMap<String, BTreeMap<u32, Bearing>> = BTreeMap::new();
    for (entry, row) in rows.iter().enumerate() {
        let own = std::iter::once((row.name.as_str(), Bearing::Name));
        for (name, bearing) in own.chain(row.names.iter().map(|(name, bearing)| (name.as_str(), *bearing))) {
            let key = if bearing == Bearing::Abbreviation { format!("={name}") } else { key(name) };
            if !key.is_empty() {
                let known = senses.entry(key).or_default().entry(entry as u32).or_insert(bearing);
                *known = bearing.min(*known);
            }
        }
    }
    let mut lists: Vec<u8> = Vec::new();
    let mut map = MapBuilder::memory();
    for (key, senses) in senses {
        let packed: Vec<u32> = senses.iter().map(|(entry, bearing)| entry << 2 | *bearing as u32).collect();
        let value = match packed.as_slice() {
            [only] => u64::from(*only) << 1,
            _ => (lists.len() as u64) << 1 | 1,
        };
        if packed.len() > 1 {
            lists.extend((packed.len() as u32).to_le_bytes());
            packed.iter().for_each(|sense| lists.extend(sense.to_le_bytes()));
        }
        map.insert(key, value).map_err(|_| TooLarge)?;
    }
    Ok((lists, map.into_inner().map_err(|_| TooLarge)?))
}

#[cfg(test)]
mod tests {
    use super::{Bearing, Row, pack};
    use crate::{Gazetteer, GazetteerError, Kind};

    fn row(name: &str, kind: Kind, country: &str, division: &str, population: u64) -> Row {
        Row {
            name: name.into(),
            geonameid: None,
            lat: 10.5,
            lon: -20.25,
            kind,
            population,
            country: country.into(),
            division: division.into(),
            names: Vec::new(),
        }
    }

    fn packed() -> Vec<u8> {
        let mut karsk = row("Karsk", Kind::Town, "VEL", "02", 90_000);
        karsk.geonameid = Some(7);
        karsk.names = vec![("Old Karsk".into(), Bearing::Other), ("KK".into(), Bearing::Abbreviation)];
        let small = row("Karsk", Kind::Town, "TES", "", 900);
        pack(&[
            small,
            karsk,
            row("Velmar", Kind::Country, "VEL", "", 0),
            row("Upper Vel", Kind::Division, "VEL", "02", 0),
        ])
        .unwrap()
    }

    #[test]
    fn names_lead_to_places_the_best_known_first() {
        let gazetteer = Gazetteer::load(packed()).unwrap();
        let senses = gazetteer.senses("KÁRSK");
        let places: Vec<_> = senses.iter().map(|sense| gazetteer.place(sense.entry).unwrap()).collect();
        let told: Vec<_> = places.iter().map(|place| (place.name, place.country, place.geonameid)).collect();
        assert_eq!(told, [("Karsk", Some("VEL"), Some(7)), ("Karsk", Some("TES"), None)]);
        assert_eq!((places[0].lat, places[0].lon), (10.5, -20.25));
        let division = gazetteer.place(places[0].division.unwrap()).unwrap();
        assert_eq!(division.name, "Upper Vel");
        assert!(gazetteer.holds(&division, &places[0]) && !gazetteer.holds(&division, &places[1]));
        assert_eq!(gazetteer.senses("old karsk")[0].bearing, Bearing::Other);
        assert_eq!(gazetteer.abbreviation("KK").len(), 1);
        assert!(gazetteer.abbreviation("kk").is_empty() && gazetteer.senses("KK").is_empty());
    }

    #[test]
    fn damage_is_noticed() {
        let file = packed();
        let load = |bytes: Vec<u8>| Gazetteer::load(bytes).map(|_| ());
        assert_eq!(load(file.clone()), Ok(()));
        assert_eq!(load(b"GIF89a".to_vec()), Err(GazetteerError::Foreign));
        assert_eq!(load(Vec::new()), Err(GazetteerError::Foreign));
        assert_eq!(load(file[..file.len() - 1].to_vec()), Err(GazetteerError::Damaged));
        for at in [20, 40, file.len() - 5] {
            let mut changed = file.clone();
            changed[at] ^= 1;
            assert_eq!(load(changed), Err(GazetteerError::Damaged), "byte {at}");
        }
        let mut newer = file;
        newer[8] = 9;
        assert_eq!(load(newer), Err(GazetteerError::Version(9)));
    }
}
