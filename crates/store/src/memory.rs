//! What a writer remembers of the store, so that names which come again and again are not looked up again and again.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Result};
use sayso_link::actors::Profile;

/// Actors that are remembered at most: some 50 MB.
const MOST: usize = 100_000;

/// Never more, and nothing else, than the tables hold.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    version: i64,
    /// Actors by their keys, the oldest first; none where nobody has the key.
    pub(crate) keys: BTreeMap<String, Vec<i64>>,
    /// Actors by their numbers.
    pub(crate) profiles: BTreeMap<i64, Profile>,
    /// How often the profile of each has changed since it was looked up; never, where there is none.
    pub(crate) changes: BTreeMap<i64, u32>,
    /// Who was picked for what a report told, and among whom.
    picked: BTreeMap<u128, Picked>,
    /// Outlets by their folded names.
    pub(crate) outlets: BTreeMap<String, i64>,
    /// Outlets by their names as reports write them; `None` for one without letters and digits.
    pub(crate) outlets_as_written: BTreeMap<String, Option<i64>>,
    /// Places by their keys.
    pub(crate) places: BTreeMap<String, i64>,
    /// Places by id in GeoNames, name and country, as reports write them.
    pub(crate) places_as_written: BTreeMap<(Option<u32>, String, Option<String>), i64>,
    /// Folded names of places.
    pub(crate) place_names: BTreeSet<(i64, String)>,
}

/// The candidates with the number of their changes, and the one.
#[derive(Debug)]
struct Picked(Vec<(i64, u32)>, i64);

impl Memory {
    /// Who was picked for the very same words, where nobody among the candidates has changed since: it would be the same again.
    pub(crate) fn recall(&self, told: u128, candidates: &[i64]) -> Option<i64> {
        let Picked(then, id) = self.picked.get(&told)?;
        let now = candidates.iter().map(|id| (*id, self.changed(*id)));
        then.iter().copied().eq(now).then_some(*id)
    }

    /// Notes who was picked.
    pub(crate) fn note(&mut self, told: u128, candidates: &[i64], id: i64) {
        let now = candidates.iter().map(|id| (*id, self.changed(*id))).collect();
        self.picked.insert(told, Picked(now, id));
    }

    fn changed(&self, id: i64) -> u32 {
        self.changes.get(&id).copied().unwrap_or_default()
    }

    /// At the beginning of a transaction: forgets all where somebody else has written since the last, or where it has become too much.
    pub(crate) fn refresh(&mut self, store: &Connection) -> Result<()> {
        let version = store.pragma_query_value(None, "data_version", |row| row.get(0))?;
        let size = self
            .profiles
            .len()
            .max(self.keys.len() / 4)
            .max(self.picked.len())
            .max(self.places_as_written.len());
        if version != self.version || size > MOST {
            *self = Memory { version, ..Memory::default() };
        }
        Ok(())
    }

    /// All outlets and places.
    pub(crate) fn learn_names(&mut self, store: &Connection) -> Result<()> {
        let mut outlets = store.prepare("SELECT key, id FROM outlet")?;
        self.outlets = outlets.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_>>()?;
        let mut places = store.prepare("SELECT key, id FROM place")?;
        self.places = places.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_>>()?;
        let mut names = store.prepare("SELECT place, name FROM place_name")?;
        self.place_names =
            names.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_>>()?;
        Ok(())
    }

    /// After a transaction that came to nothing.
    pub(crate) fn forget(&mut self) {
        *self = Memory { version: self.version, ..Memory::default() };
    }
}
