//! A record made ready for a store, so that the one writer only writes: checked, packed, sampled, cut into items. As many threads as there are
//! can do this.

use sayso_wire::{Record, to_json, verify, verify_record};

use crate::ids::{Day, Key};
use crate::items::{Entry, entries};
use crate::{cast, family, pack};

/// A record that holds together, with all that can be told of it without a store.
#[derive(Debug)]
pub struct Prepared {
    pub(crate) record: Record,
    pub(crate) key: Key,
    pub(crate) day: Day,
    pub(crate) packed: Vec<u8>,
    pub(crate) prints: Vec<u64>,
    pub(crate) cast: Vec<Option<cast::Told>>,
    pub(crate) entries: Vec<Entry>,
}

impl Prepared {
    /// Of a record.
    ///
    /// # Errors
    /// Where the record does not hold together: its first fault.
    pub fn new(record: Record) -> Result<Prepared, String> {
        match verify_record(&record).first() {
            Some(fault) => Err(fault.to_string()),
            None => Ok(Prepared::sound(&to_json(&record), record)),
        }
    }

    /// Of a record as JSON, which is kept as it is; keys that `sayso-record/1` does not know are left out.
    ///
    /// # Errors
    /// Where it is no such record, or does not hold together: its first fault.
    pub fn of_json(json: &str) -> Result<Prepared, String> {
        let Ok(record) = serde_json::from_str::<Record>(json) else { return Err(fault(json)) };
        // What comes out as it went in has the shape of the schema.
        let written = to_json(&record);
        let faults = if written == json.trim() { verify_record(&record) } else { verify(json) };
        match faults.first() {
            Some(fault) => Err(fault.to_string()),
            None => Ok(Prepared::sound(&written, record)),
        }
    }

    fn sound(json: &str, record: Record) -> Prepared {
        Prepared {
            key: Key::of(&record),
            day: Day::of(record.published.as_deref()),
            packed: pack::pack(json),
            cast: cast::told(&record),
            prints: family::sample(&record),
            entries: entries(&record),
            record,
        }
    }

    /// The report's address.
    pub fn key(&self) -> Key {
        self.key
    }
}

/// What is wrong with JSON that is no record.
fn fault(json: &str) -> String {
    verify(json).first().map_or_else(|| "is no record".to_owned(), ToString::to_string)
}
