//! Who and what synthetic reports speak of: many names, of which few are frequent and most are rare.

use jiff::civil::Date;
use sayso::Gazetteer;

use crate::random::Random;
use crate::synth::words::{BODIES, COUNTRIES, GIVEN, OFFICES, OUTLETS, SYLLABLES, TOWNS};

/// Persons there are.
const PEOPLE: usize = 40_000;
/// Bodies there are.
const ALL_BODIES: usize = 4_000;
/// Outlets there are.
const ALL_OUTLETS: usize = 400;
/// Invented towns there are.
const INVENTED: usize = 4_000;
/// Things with a name of their own there are.
const THINGS: usize = 200_000;

/// Three years of days begin here.
const FIRST: Date = jiff::civil::date(2023, 1, 1);
const DAYS: usize = 1_096;

/// Whoever acts or speaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Someone {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) country: Option<&'static str>,
    pub(crate) sector: Option<&'static str>,
    /// What stands before a person's name.
    pub(crate) office: Option<&'static str>,
}

/// Somewhere.
#[derive(Debug, Clone)]
pub(crate) struct Town {
    pub(crate) name: String,
    pub(crate) geonameid: Option<u32>,
    pub(crate) lat: f64,
    pub(crate) lon: f64,
    pub(crate) country: Option<String>,
}

pub(crate) struct World {
    towns: Vec<Town>,
}

impl World {
    /// With towns that the gazetteer knows, and others.
    pub(crate) fn new(gazetteer: &Gazetteer) -> World {
        let known = TOWNS.iter().filter_map(|name| known(gazetteer, name));
        World { towns: known.chain((0..INVENTED).map(invented)).collect() }
    }

    pub(crate) fn town(&self, random: &mut Random) -> &Town {
        &self.towns[rank(random, self.towns.len())]
    }
}

fn known(gazetteer: &Gazetteer, name: &str) -> Option<Town> {
    let place = gazetteer.place(gazetteer.senses(name).first()?.entry)?;
    let country = place.country.map(String::from);
    Some(Town { name: name.to_owned(), geonameid: place.geonameid, lat: place.lat, lon: place.lon, country })
}

/// Two decimals, so that a number is written as it is read.
fn invented(at: usize) -> Town {
    let degrees = |n: usize, span: usize| ((n * 7_919 % (200 * span)) as f64 - 100.0 * span as f64) / 100.0;
    Town {
        name: format!("{}ford", title(at * 3 + 7, 2)),
        geonameid: None,
        lat: degrees(at + 13, 80),
        lon: degrees(at + 31, 180),
        country: Some(COUNTRIES[at % COUNTRIES.len()].1.to_owned()),
    }
}

/// A rank below `end`, each half as likely as the one half as high (Zipf).
pub(crate) fn rank(random: &mut Random, end: usize) -> usize {
    let even = random.below(1 << 30) as f64 / f64::from(1 << 30);
    ((end as f64).powf(even) as usize - 1).min(end - 1)
}

/// A name of so many syllables, another for each number.
fn title(mut number: usize, syllables: usize) -> String {
    let mut name = String::new();
    for _ in 0..syllables {
        name += SYLLABLES[number % SYLLABLES.len()];
        number /= SYLLABLES.len();
    }
    name[..1].to_uppercase() + &name[1..]
}

pub(crate) fn person(random: &mut Random) -> Someone {
    let at = rank(random, PEOPLE);
    let (office, sector) = OFFICES[at * 7 % OFFICES.len()];
    let given = GIVEN[at * 11 % GIVEN.len()];
    Someone {
        name: format!("{given} {}", title(at, 3)),
        kind: "person",
        country: Some(COUNTRIES[at * 5 % COUNTRIES.len()].1),
        sector: Some(sector),
        office: Some(office),
    }
}

pub(crate) fn body(random: &mut Random) -> Someone {
    let at = rank(random, ALL_BODIES);
    let (what, sector) = BODIES[at % BODIES.len()];
    Someone {
        name: format!("{} {what}", title(at * 13 + 5, 2)),
        kind: "organization",
        country: Some(COUNTRIES[at * 3 % COUNTRIES.len()].1),
        sector: Some(sector),
        office: None,
    }
}

pub(crate) fn country(random: &mut Random) -> Someone {
    let (name, code) = COUNTRIES[rank(random, COUNTRIES.len())];
    Someone { name: name.to_owned(), kind: "place", country: Some(code), sector: None, office: None }
}

pub(crate) fn outlet(random: &mut Random) -> Someone {
    let at = rank(random, ALL_OUTLETS);
    let name = format!("{} {}", title(at * 17 + 3, 2), OUTLETS[at % OUTLETS.len()]);
    Someone { name, kind: "organization", country: None, sector: Some("MED"), office: None }
}

/// Whoever acts.
pub(crate) fn somebody(random: &mut Random) -> Someone {
    match random.below(4) {
        0 => person(random),
        1 => body(random),
        _ => country(random),
    }
}

/// What a thing is named after.
pub(crate) fn thing(random: &mut Random) -> String {
    title(rank(random, THINGS), 4)
}

pub(crate) fn day(random: &mut Random) -> Date {
    later(FIRST, random.below(DAYS))
}

pub(crate) fn later(day: Date, days: usize) -> Date {
    day.saturating_add(jiff::Span::new().days(i64::try_from(days).unwrap_or(0)))
}

pub(crate) fn earlier(day: Date, days: usize) -> Date {
    day.saturating_sub(jiff::Span::new().days(i64::try_from(days).unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::rank;
    use crate::random::Random;

    #[test]
    fn few_are_frequent() {
        let mut random = Random::new(3);
        let ranks: Vec<_> = (0..10_000).map(|_| rank(&mut random, 10_000)).collect();
        let share = |below: usize| ranks.iter().filter(|rank| **rank < below).count();
        assert!((2_000..3_500).contains(&share(10)), "{}", share(10));
        assert!(share(1_000) < 8_500);
        assert!(ranks.iter().all(|rank| *rank < 10_000));
    }
}
