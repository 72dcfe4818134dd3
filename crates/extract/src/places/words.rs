//! The words around names of places: flat lists, in lower case.

use sayso_lexicon::Kind;

/// Prepositions that stand before places and seldom before people.
pub(super) const IN: &[&str] = &[
    "in",
    "near",
    "outside",
    "across",
    "into",
    "throughout",
    "around",
    "inside",
    "within",
    "via",
    "off",
    "toward",
    "towards",
];

/// Between a preposition and the name ("in northern Karsk", "in the rebel-held Tessel").
pub(super) const BETWEEN: &[&str] = &[
    "the",
    "northern",
    "southern",
    "eastern",
    "western",
    "north",
    "south",
    "east",
    "west",
    "central",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "north-eastern",
    "north-western",
    "south-eastern",
    "south-western",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "downtown",
    "nearby",
    "neighboring",
    "neighbouring",
    "greater",
    "upper",
    "lower",
    "rural",
    "coastal",
    "suburban",
    "mainland",
    "occupied",
    "war-torn",
    "mid",
    "far",
    "outer",
    "inner",
    "upstate",
];

/// Nouns for kinds of places, after the name ("Karsk province") or before "of" ("the town of Karsk").
pub(super) const KINDS: &[(&str, &[Kind])] = &[
    ("province", DIVISIONS),
    ("state", DIVISIONS),
    ("region", DIVISIONS),
    ("oblast", DIVISIONS),
    ("governorate", DIVISIONS),
    ("county", DIVISIONS),
    ("district", DIVISIONS),
    ("prefecture", DIVISIONS),
    ("department", DIVISIONS),
    ("territory", DIVISIONS),
    ("canton", DIVISIONS),
    ("city", TOWNS),
    ("town", TOWNS),
    ("village", TOWNS),
    ("suburb", TOWNS),
    ("neighborhood", TOWNS),
    ("neighbourhood", TOWNS),
    ("municipality", TOWNS),
    ("capital", TOWNS),
    ("port", TOWNS),
    ("hamlet", TOWNS),
    ("borough", TOWNS),
    ("country", &[Kind::Country]),
    ("nation", &[Kind::Country]),
    ("kingdom", &[Kind::Country]),
    ("republic", &[Kind::Country]),
    ("river", &[Kind::Water]),
    ("lake", &[Kind::Water]),
    ("sea", &[Kind::Water]),
    ("island", &[Kind::Terrain]),
    ("peninsula", &[Kind::Terrain, Kind::Division]),
    ("mountain", &[Kind::Terrain]),
    ("desert", &[Kind::Terrain]),
];

const DIVISIONS: &[Kind] = &[Kind::Division, Kind::District];
const TOWNS: &[Kind] = &[Kind::Town, Kind::Capital];

/// The kinds that a noun asks for.
pub(super) fn kinds_of(noun: &str) -> Option<&'static [Kind]> {
    let singular = noun.strip_suffix('s').unwrap_or(noun);
    KINDS.iter().find(|(known, _)| *known == noun || *known == singular).map(|(_, kinds)| *kinds)
}

/// Alone they name no place.
pub(super) const GENERIC: &[&str] = &[
    "a",
    "air",
    "airport",
    "area",
    "avenue",
    "bay",
    "bridge",
    "center",
    "central",
    "centre",
    "church",
    "city",
    "county",
    "district",
    "earth",
    "east",
    "highway",
    "hill",
    "hospital",
    "island",
    "lake",
    "mount",
    "mouth",
    "north",
    "northeast",
    "northwest",
    "park",
    "plaza",
    "province",
    "region",
    "river",
    "road",
    "school",
    "sea",
    "south",
    "southeast",
    "southwest",
    "square",
    "st",
    "state",
    "station",
    "street",
    "town",
    "university",
    "valley",
    "village",
    "west",
    "world",
    "children",
    "center",
    "hall",
    "inc",
];

/// After a name they show that it names an illness, a law or a ship, not a place ("the Karsk virus").
pub(super) const THINGS: &[&str] = &[
    "virus",
    "fever",
    "flu",
    "disease",
    "strain",
    "syndrome",
    "protocol",
    "treaty",
    "convention",
    "accord",
    "accords",
    "agreement",
    "variant",
    "cup",
    "ebolavirus",
];

/// Before a name they show that it names a ship, a storm or a law.
pub(super) const BEFORE_THINGS: &[&str] = &[
    "ship",
    "frigate",
    "destroyer",
    "carrier",
    "ferry",
    "tanker",
    "submarine",
    "cruiser",
    "vessel",
    "freighter",
    "trawler",
    "yacht",
    "hurricane",
    "cyclone",
    "typhoon",
    "storm",
    "uss",
    "hms",
    "mv",
];

/// Buildings that stand for those who work there: a place only where somebody is in, at or near one.
pub(super) const SEATS: &[&str] = &[
    "white house",
    "kremlin",
    "pentagon",
    "capitol hill",
    "downing street",
    "10 downing street",
    "wall street",
    "elysee",
    "elysee palace",
    "whitehall",
];

/// After "Karsk's" they are part of the name of an institution ("St. Varga's Hospital").
pub(super) const INSTITUTIONS: &[&str] =
    &["hospital", "university", "school", "college", "church", "cathedral", "academy", "parish", "clinic"];

/// Names of months, which gazetteers hold as well.
pub(super) const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Bodies, wherever they are housed: names with these words are none of places.
pub(super) const SCHOOLS: &[&str] =
    &["university", "college", "institute", "ministry", "embassy", "consulate", "union", "company", "inc."];
