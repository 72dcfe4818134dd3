//! The packed file, version 1. All numbers are little-endian.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `sayso-pl` |
//! | 4 | version |
//! | 4 | CRC-32 of all that follows |
//! | 5 × 4 | lengths of the next five parts, in bytes |
//! | | entries, 17 bytes each, the best known first: GeoNames id (0 for none), degrees north and east (24 bits, as [`degrees`]), kind, the logarithm of the population (as [`magnitude`]), area, place of the name in the names (24 bits) |
//! | | areas, 5 bytes each: country, entry of the area itself (all ones for none) |
//! | | countries, 3 bytes each: ISO 3166-1 alpha-3 |
//! | | names: length in a byte, then UTF-8 |
//! | | lists: for names of several places, how many (4 bytes) and that many senses (4 bytes each) |
//! | rest | keys: a map of `fst` from [`key`](crate::key()) to a sense (shifted left by one) or the place of a list (the same, plus one) |
//!
//! A sense is an entry, shifted left by two, with a [`Bearing`](crate::Bearing) in the lower bits. Names that are told by their exact
//! spelling ("US", "Calif.") have keys that begin with `=`.

use std::fmt;

/// The first bytes of a packed file.
pub(crate) const MAGIC: &[u8; 8] = b"sayso-pl";
/// The only version so far.
pub(crate) const VERSION: u32 = 1;
/// Parts before the keys.
pub(crate) const PARTS: usize = 5;
/// Bytes before the parts.
pub(crate) const HEAD: usize = 16 + 4 * PARTS;
/// Bytes of an entry.
pub(crate) const ENTRY: usize = 17;
/// Bytes of an area.
pub(crate) const AREA: usize = 5;
/// Where an entry should be and is none.
pub(crate) const NONE: u32 = u32::MAX;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A part of the world.
    Continent,
    /// A country or a territory with an ISO code.
    Country,
    /// A first-level division: state, province, oblast.
    Division,
    /// A second-level division: county, district.
    District,
    /// A capital of a country.
    Capital,
    /// Any other populated place.
    Town,
    /// Sea, river, lake.
    Water,
    /// Mountain, island, peninsula, desert.
    Terrain,
    /// A region without a government of its own, a park.
    Region,
    /// A building or a spot.
    Spot,
}

impl Kind {
    /// All of them, in the order of their numbers in files.
    pub const ALL: [Kind; 10] = [
        Kind::Continent,
        Kind::Country,
        Kind::Division,
        Kind::District,
        Kind::Capital,
        Kind::Town,
        Kind::Water,
        Kind::Terrain,
        Kind::Region,
        Kind::Spot,
    ];
}

/// Degrees in 24 bits: 180 are the largest number, so a step is two metres.
pub(crate) fn degrees(packed: u32) -> f64 {
    let signed = (packed << 8).cast_signed() >> 8;
    // Four places are eleven metres, and print short.
    (f64::from(signed) * 180.0 / f64::from(0x7f_ffff) * 1e4).round() / 1e4
}

/// The inverse of [`degrees`].
pub(crate) fn packed_degrees(degrees: f64) -> u32 {
    let signed = (degrees.clamp(-180.0, 180.0) / 180.0 * f64::from(0x7f_ffff)).round();
    (signed as i32).cast_unsigned() & 0xff_ffff
}

/// Steps of a population's decimal logarithm in one: a step is a tenth of the people.
const STEPS: f64 = 25.0;

/// The decimal logarithm of a population, from its byte. Division alone, so that it is the same on every machine.
pub(crate) fn magnitude(packed: u8) -> f64 {
    f64::from(packed) / STEPS
}

/// The inverse of [`magnitude`], of the population itself.
pub(crate) fn packed_population(people: u64) -> u8 {
    ((people as f64 + 1.0).log10() * STEPS).round().min(255.0) as u8
}

/// Why a file is no gazetteer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GazetteerError {
    /// It does not begin as one.
    Foreign,
    /// It is one of a version that this program does not know.
    Version(u32),
    /// It has been cut short or changed.
    Damaged,
}

impl fmt::Display for GazetteerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GazetteerError::Foreign => f.write_str("not a packed gazetteer"),
            GazetteerError::Version(version) => {
                write!(f, "a packed gazetteer of version {version}; this program reads version {VERSION}")
            }
            GazetteerError::Damaged => f.write_str("a packed gazetteer that was cut short or changed"),
        }
    }
}

impl std::error::Error for GazetteerError {}

#[cfg(test)]
mod tests {
    use super::{degrees, magnitude, packed_degrees, packed_population};

    #[test]
    fn degrees_and_people_come_back() {
        for there in [-180.0, -77.03637, -0.00002, 0.0, 12.5, 59.93863, 180.0] {
            assert!((degrees(packed_degrees(there)) - there).abs() < 7e-5, "{there}");
        }
        for people in [0, 500, 15_701_602, 1_411_778_724] {
            let back = magnitude(packed_population(people));
            assert!((back - (people as f64 + 1.0).log10()).abs() <= 0.02, "{people}: {back}");
        }
    }
}
