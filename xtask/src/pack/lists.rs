//! The lists that we wrote, `data/places`.

use std::collections::BTreeMap;

use sayso_lexicon::{Bearing, Kind, Row};

use crate::{Stopped, files};

/// All lists, read.
pub(super) struct Lists {
    /// ISO 3166-1 alpha-3 by alpha-2.
    codes: BTreeMap<String, String>,
    /// Countries by alpha-3.
    countries: BTreeMap<String, Country>,
    /// Middles of large first-level divisions.
    divisions: BTreeMap<String, (f64, f64)>,
    conflicts: Vec<Vec<String>>,
    regions: Vec<Vec<String>>,
    aliases: Vec<Vec<String>>,
    abbreviations: Vec<Vec<String>>,
}

/// What we say of a country.
pub(super) struct Country {
    pub(super) name: String,
    pub(super) lat: f64,
    pub(super) lon: f64,
    pub(super) names: Vec<(String, Bearing)>,
}

impl Lists {
    pub(super) fn read() -> Result<Lists, Stopped> {
        let mut lists = Lists {
            codes: BTreeMap::new(),
            countries: BTreeMap::new(),
            divisions: BTreeMap::new(),
            conflicts: table("conflict-regions", 6)?,
            regions: table("regions", 6)?,
            aliases: table("aliases", 2)?,
            abbreviations: table("abbreviations", 2)?,
        };
        for row in table("countries", 7)? {
            let others = several(&row[5]).map(|name| (name.to_owned(), Bearing::Other));
            let people = several(&row[6]).map(|name| (name.to_owned(), Bearing::People));
            let names = others.chain(people).collect();
            let (lat, lon) = (number(&row[3])?, number(&row[4])?);
            lists.codes.insert(row[1].clone(), row[0].clone());
            lists.countries.insert(row[0].clone(), Country { name: row[2].clone(), lat, lon, names });
        }
        for row in table("divisions", 4)? {
            lists.divisions.insert(row[0].clone(), (number(&row[2])?, number(&row[3])?));
        }
        Ok(lists)
    }

    /// ISO 3166-1 alpha-3 of an alpha-2 code.
    pub(super) fn alpha3(&self, alpha2: &str) -> Option<&str> {
        self.codes.get(alpha2).map(String::as_str)
    }

    /// Where we say that a first-level division has its middle.
    pub(super) fn division(&self, country: &str, division: &str) -> Option<(f64, f64)> {
        self.divisions.get(&format!("{country}.{division}")).copied()
    }

    /// What we say of a country.
    pub(super) fn country(&self, alpha3: &str) -> Option<&Country> {
        self.countries.get(alpha3)
    }

    /// Adds regions, conflict regions, other names and abbreviations to rows of the sources.
    pub(super) fn add_to(&self, rows: &mut Vec<Row>, missing: Missing) -> Result<(), Stopped> {
        let mut places = Places::of(rows);
        for row in &self.regions {
            rows.push(region(row, kind(&row[1])?, &row[2..5], &row[5])?);
        }
        for row in &self.conflicts {
            if row[1].is_empty() {
                rows.push(region(row, Kind::Region, &row[2..5], &row[5])?);
                continue;
            }
            let found = places.find(&row[1]);
            let names = std::iter::once(row[0].as_str()).chain(several(&row[5]));
            found.into_iter().for_each(|at| {
                rows[at].names.extend(names.clone().map(|name| (name.to_owned(), Bearing::Other)));
            });
        }
        for (list, bearing) in [(&self.aliases, Bearing::Other), (&self.abbreviations, Bearing::Abbreviation)]
        {
            for row in list {
                places
                    .find(&row[1])
                    .into_iter()
                    .for_each(|at| rows[at].names.push((row[0].clone(), bearing)));
            }
        }
        match missing {
            Missing::Told => places.complain(),
            Missing::Skipped => Ok(()),
        }
    }
}

/// What becomes of names for places that the sources lack.
#[derive(Clone, Copy)]
pub(super) enum Missing {
    /// They stop the work: a list is wrong, or a package is another one.
    Told,
    /// They are left out: a dump may be of one country.
    Skipped,
}

/// Rows by what the lists call them.
struct Places {
    known: BTreeMap<String, usize>,
    missing: Vec<String>,
}

impl Places {
    fn of(rows: &[Row]) -> Places {
        let mut known = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            if let Some(id) = row.geonameid {
                known.insert(id.to_string(), at);
            }
            match row.kind {
                Kind::Country => known.insert(row.country.clone(), at),
                Kind::Division => known.insert(format!("{}.{}", row.country, row.division), at),
                _ => None,
            };
        }
        Places { known, missing: Vec::new() }
    }

    /// The row of a code or id. What is not there is remembered, so that all are told at once.
    fn find(&mut self, target: &str) -> Option<usize> {
        let found = self.known.get(target).copied();
        if found.is_none() {
            self.missing.push(target.to_owned());
        }
        found
    }

    fn complain(self) -> Result<(), Stopped> {
        match self.missing.as_slice() {
            [] => Ok(()),
            missing => Err(Stopped(format!("data/places: the sources lack {}", missing.join(", ")))),
        }
    }
}

fn region(row: &[String], kind: Kind, place: &[String], others: &str) -> Result<Row, Stopped> {
    Ok(Row {
        name: row[0].clone(),
        geonameid: None,
        lat: number(&place[0])?,
        lon: number(&place[1])?,
        kind,
        population: 0,
        country: place[2].clone(),
        division: String::new(),
        names: several(others).map(|name| (name.to_owned(), Bearing::Other)).collect(),
    })
}

fn kind(word: &str) -> Result<Kind, Stopped> {
    Ok(match word {
        "continent" => Kind::Continent,
        "water" => Kind::Water,
        "terrain" => Kind::Terrain,
        "region" => Kind::Region,
        "spot" => Kind::Spot,
        _ => return Err(Stopped(format!("data/places/regions.tsv: {word:?} is no kind"))),
    })
}

fn several(field: &str) -> impl Iterator<Item = &str> + Clone {
    field.split(';').filter(|name| !name.is_empty())
}

fn number(field: &str) -> Result<f64, Stopped> {
    field.parse().map_err(|_| Stopped(format!("data/places: {field:?} is no number")))
}

/// The rows of a list, each with `columns` fields; empty ones at the end may be left out.
fn table(name: &str, columns: usize) -> Result<Vec<Vec<String>>, Stopped> {
    let path = format!("data/places/{name}.tsv");
    let text = files::read(&path).ok_or_else(|| Stopped(format!("{path}: cannot be read")))?;
    let rows = text.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut row: Vec<String> = line.split('\t').map(String::from).collect();
        row.resize(columns.max(row.len()), String::new());
        row
    });
    let rows: Vec<_> = rows.collect();
    match rows.iter().find(|row| row.len() > columns) {
        Some(row) => Err(Stopped(format!("{path}: {} has more than {columns} fields", row[0]))),
        None => Ok(rows),
    }
}
