//! GeoNames' own dump (`allCountries.txt`, `cities500.txt`, `FR.txt`): 19 columns separated by tabs.

use crate::file::Kind;
use crate::pack::{Bearing, Row};

/// The row of one line; `None` for lines of another shape and features that reports do not name. `country` finds the ISO 3166-1 alpha-3
/// code of an alpha-2 code, `useful` says which of the other names to keep.
pub fn row(
    line: &str,
    country: impl Fn(&str) -> Option<String>,
    useful: impl Fn(&str) -> bool,
) -> Option<Row> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [geonameid, name, ascii, others, lat, lon, class, code, alpha2, _, division, _, _, _, population, ..] =
        columns[..]
    else {
        return None;
    };
    let division = if division == "00" { "" } else { division };
    let names =
        std::iter::once(ascii).chain(others.split(',')).filter(|other| *other != name && useful(other));
    Some(Row {
        name: name.into(),
        geonameid: geonameid.parse().ok(),
        lat: lat.parse().ok()?,
        lon: lon.parse().ok()?,
        kind: kind(class, code)?,
        population: population.parse().unwrap_or(0),
        country: country(alpha2).unwrap_or_default(),
        division: division.into(),
        names: names.map(|other| (other.to_owned(), Bearing::Other)).collect(),
    })
}

/// The kind of a GeoNames feature. Streets, wells, farms and the like are left out.
fn kind(class: &str, code: &str) -> Option<Kind> {
    Some(match (class, code) {
        ("L", "CONT") => Kind::Continent,
        ("A", "PCLI" | "PCLD" | "PCLS" | "PCLF" | "PCLIX" | "PCL" | "TERR") => Kind::Country,
        ("A", "ADM1") => Kind::Division,
        ("A", "ADM2" | "ADM3") => Kind::District,
        ("P", "PPLC") => Kind::Capital,
        ("P", "PPLH" | "PPLQ" | "PPLW") | ("A", _) => return None,
        ("P", _) => Kind::Town,
        ("H", "OCN" | "SEA" | "GULF" | "BAY" | "STRT" | "CHN" | "LK" | "LKS" | "STM" | "CNL" | "RSV") => {
            Kind::Water
        }
        ("T", "MT" | "MTS" | "ISL" | "ISLS" | "PEN" | "DSRT" | "CAPE" | "PASS" | "VLC" | "PLAT") => {
            Kind::Terrain
        }
        ("L", "RGN" | "AREA" | "PRK" | "MILB" | "RES" | "RESN") => Kind::Region,
        ("S", "AIRP" | "AIRB" | "NVB" | "PS" | "PSN" | "CMPRF" | "DAM" | "PRN" | "STDM" | "UNIV") => {
            Kind::Spot
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::row;
    use crate::Kind;

    const LINE: &str = "7\tKársk\tKarsk\tKarsk Gate,Kap\t10.5\t-20.25\tP\tPPLA\tVL\t\t02\t\t\t\t90000\t\t12\tEurope/Karsk\t2031-01-01";

    #[test]
    fn a_line_becomes_a_row() {
        let known = |code: &str| (code == "VL").then(|| "VEL".to_owned());
        let got = row(LINE, known, |name| name.len() > 3).unwrap();
        assert_eq!((got.geonameid, got.name.as_str(), got.kind), (Some(7), "Kársk", Kind::Town));
        assert_eq!((got.country.as_str(), got.division.as_str(), got.population), ("VEL", "02", 90_000));
        let names: Vec<_> = got.names.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Karsk", "Karsk Gate"]);
        assert!(row("7\tKarsk", known, |_| true).is_none());
        assert!(row(&LINE.replace("\tP\tPPLA", "\tS\tFRM"), known, |_| true).is_none());
    }
}
