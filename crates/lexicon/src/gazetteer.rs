//! Look-ups in a packed file.

use std::borrow::Cow;
use std::fmt;

use fst::Map;

use crate::file::{AREA, ENTRY, GazetteerError, HEAD, Kind, MAGIC, NONE, PARTS, VERSION, degrees, magnitude};
use crate::key::key;
use crate::pack::Bearing;

type Bytes = Cow<'static, [u8]>;

/// A packed gazetteer, opened.
pub struct Gazetteer {
    entries: Bytes,
    areas: Bytes,
    countries: Bytes,
    names: Bytes,
    lists: Bytes,
    keys: Map<Bytes>,
}

/// An entry of one gazetteer, by its place in it: the smaller, the better known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entry(u32);

/// One place that a name may mean, and how it bears that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sense {
    /// The place.
    pub entry: Entry,
    /// How it bears the name.
    pub bearing: Bearing,
}

/// What the gazetteer knows of an entry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place<'g> {
    /// Its name, as GeoNames or the project's list writes it.
    pub name: &'g str,
    /// GeoNames id, where the source gave one.
    pub geonameid: Option<u32>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// What it is.
    pub kind: Kind,
    /// Decimal logarithm of its inhabitants, to a fiftieth; 0 where not known.
    pub magnitude: f64,
    /// ISO 3166-1 alpha-3 code of its country.
    pub country: Option<&'g str>,
    /// The first-level division it lies in.
    pub division: Option<Entry>,
    area: u16,
}

impl Gazetteer {
    /// Opens the bytes of a packed file. Nothing is unpacked, so this takes as long as one look at every byte.
    ///
    /// # Errors
    /// Where they are not a packed gazetteer, one of another version, or damaged.
    pub fn load(bytes: impl Into<Bytes>) -> Result<Gazetteer, GazetteerError> {
        let bytes = bytes.into();
        let number = |at| u32_at(&bytes, at).ok_or(GazetteerError::Foreign);
        if !bytes.starts_with(MAGIC) {
            return Err(GazetteerError::Foreign);
        }
        match number(8)? {
            VERSION => {}
            other => return Err(GazetteerError::Version(other)),
        }
        if bytes.len() < HEAD || crc32fast::hash(&bytes[16..]) != number(12)? {
            return Err(GazetteerError::Damaged);
        }
        Gazetteer::open(&bytes).ok_or(GazetteerError::Damaged)
    }

    fn open(bytes: &Bytes) -> Option<Gazetteer> {
        let mut at = HEAD;
        let mut parts = Vec::with_capacity(PARTS);
        for part in 0..PARTS {
            let end = at.checked_add(u32_at(bytes, 16 + 4 * part)? as usize)?;
            parts.push(cut(bytes, at, end)?);
            at = end;
        }
        let keys = Map::new(cut(bytes, at, bytes.len())?).ok()?;
        let [entries, areas, countries, names, lists] = parts.try_into().ok()?;
        Some(Gazetteer { entries, areas, countries, names, lists, keys })
    }

    /// What `name` may mean, folded as [`key()`] does, the best known first.
    pub fn senses(&self, name: &str) -> Vec<Sense> {
        self.with_key(&key(name))
    }

    /// What `name`, an abbreviation in exactly this spelling, stands for ("US", "Calif.").
    pub fn abbreviation(&self, name: &str) -> Vec<Sense> {
        self.with_key(&format!("={name}"))
    }

    fn with_key(&self, key: &str) -> Vec<Sense> {
        let Some(value) = self.keys.get(key) else { return Vec::new() };
        let payload = (value >> 1) as u32;
        if value & 1 == 0 {
            return sense(payload).into_iter().collect();
        }
        let at = payload as usize;
        let count = u32_at(&self.lists, at).unwrap_or(0) as usize;
        let numbers = (1..=count).map_while(|nth| u32_at(&self.lists, at + 4 * nth));
        numbers.filter_map(sense).collect()
    }

    /// What is known of an entry; `None` for one of another gazetteer.
    pub fn place(&self, entry: Entry) -> Option<Place<'_>> {
        let at = entry.0 as usize * ENTRY;
        let bytes = self.entries.get(at..at + ENTRY)?;
        let area = u16::from_le_bytes([bytes[12], bytes[13]]);
        let geonameid = u32_at(bytes, 0)?;
        Some(Place {
            name: self.name(u24_at(bytes, 14)? as usize)?,
            geonameid: (geonameid != 0).then_some(geonameid),
            lat: degrees(u24_at(bytes, 4)?),
            lon: degrees(u24_at(bytes, 7)?),
            kind: *Kind::ALL.get(usize::from(bytes[10]))?,
            magnitude: magnitude(bytes[11]),
            country: self.country(area),
            division: self.area_entry(area).filter(|_| area != 0),
            area,
        })
    }

    /// Does `inner` lie in `outer`, a country or a first-level division?
    pub fn holds(&self, outer: &Place<'_>, inner: &Place<'_>) -> bool {
        match outer.kind {
            Kind::Country => {
                outer.country.is_some() && outer.country == inner.country && inner.kind != Kind::Country
            }
            Kind::Division => outer.area == inner.area && inner.kind > Kind::Division,
            _ => false,
        }
    }

    /// Entries in it.
    pub fn len(&self) -> usize {
        self.entries.len() / ENTRY
    }

    /// True where it has none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Names in it, folded.
    pub fn names(&self) -> usize {
        self.keys.len()
    }

    fn name(&self, at: usize) -> Option<&str> {
        let length = usize::from(*self.names.get(at)?);
        std::str::from_utf8(self.names.get(at + 1..at + 1 + length)?).ok()
    }

    fn country(&self, area: u16) -> Option<&str> {
        let country = usize::from(*self.areas.get(usize::from(area) * AREA)?);
        let code = self.countries.get(country * 3..country * 3 + 3)?;
        std::str::from_utf8(code).ok().filter(|code| !code.starts_with('-'))
    }

    fn area_entry(&self, area: u16) -> Option<Entry> {
        u32_at(&self.areas, usize::from(area) * AREA + 1).filter(|&entry| entry != NONE).map(Entry)
    }
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer").field("entries", &self.len()).field("names", &self.names()).finish()
    }
}

fn sense(packed: u32) -> Option<Sense> {
    Some(Sense { entry: Entry(packed >> 2), bearing: *Bearing::ALL.get((packed & 3) as usize)? })
}

fn cut(bytes: &Bytes, from: usize, to: usize) -> Option<Bytes> {
    match bytes {
        Cow::Borrowed(bytes) => bytes.get(from..to).map(Cow::Borrowed),
        Cow::Owned(bytes) => bytes.get(from..to).map(|part| Cow::Owned(part.to_vec())),
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

fn u24_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(3)?)?;
    Some(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0]))
}
