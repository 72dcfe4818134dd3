//! Adding: one writer, a batch of reports at a time, each of them once and whole or not at all.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension, Result, Transaction, TransactionBehavior, params};
use sayso_wire::{Look, Record};

use crate::error::Error;
use crate::ids::{Day, Key, ReportId};
use crate::items::{self, Numbers};
use crate::{cast, family, gather, memory::Memory, names, prepared::Prepared, schema, tally::Tally};

/// A store that is open for writing. There is one at a time; readers are not in its way.
#[derive(Debug)]
pub struct Writer {
    pub(crate) path: PathBuf,
    pub(crate) connection: Connection,
    memory: Memory,
}

/// What is written in one transaction.
#[derive(Debug, Default)]
pub struct Batch {
    /// Records.
    pub records: Vec<Prepared>,
    /// Inputs that could not be read, each with the reason.
    pub failed: Vec<(String, String)>,
    /// Inputs that could be read, maybe at last.
    pub mended: Vec<String>,
}

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// It is in the store now.
    New(Key),
    /// It was there already.
    Known(Key),
    /// It does not hold together, and was left out; the first fault.
    Refused(String),
}

impl Writer {
    /// Opens a store, or makes one where there is no file.
    ///
    /// # Errors
    /// Where the file is something else, is damaged, is of a version that cannot be brought up to date, or may not be written.
    pub fn open(path: &Path) -> std::result::Result<Writer, Error> {
        let wrap = |error: rusqlite::Error| Error::sqlite(path, &error);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags).map_err(wrap)?;
        if !schema::is_ours_or_new(&connection).map_err(wrap)? {
            return Err(
                Error::new(path, "is a database of another program").hint("name another file after --store")
            );
        }
        connection.execute_batch(SETTINGS).map_err(wrap)?;
        if let Some(refusal) = schema::migrate(&mut connection).map_err(wrap)?.refusal(path) {
            return Err(refusal);
        }
        connection.set_prepared_statement_cache_capacity(64);
        Ok(Writer { path: path.to_owned(), connection, memory: Memory::default() })
    }

    /// Whether the store has the report of this key.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn has(&self, key: Key) -> std::result::Result<bool, Error> {
        has(&self.connection, key).map_err(|error| Error::sqlite(&self.path, &error))
    }

    /// Adds records, all in one transaction: when this returns they are on the disk, and if the power fails before it does none of them is.
    ///
    /// # Errors
    /// Where the file cannot be written; then none of them is added.
    pub fn add(&mut self, records: &[Record]) -> std::result::Result<Vec<Added>, Error> {
        let mut faults = Vec::new();
        let mut batch = Batch::default();
        for record in records.iter().cloned().map(Prepared::new) {
            faults.push(record.as_ref().err().cloned());
            batch.records.extend(record);
        }
        let mut added = self.write(&batch)?.into_iter();
        let of = |fault: Option<String>| fault.map(Added::Refused).or_else(|| added.next());
        Ok(faults.into_iter().filter_map(of).collect())
    }

    /// Writes a batch in one transaction, and tells what became of each of its records. It is on the disk when this returns.
    ///
    /// # Errors
    /// Where the file cannot be written; then nothing of it is.
    pub fn write(&mut self, batch: &Batch) -> std::result::Result<Vec<Added>, Error> {
        let Writer { path, connection, memory } = self;
        let mut all = || {
            let store = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            memory.refresh(&store)?;
            let added = records(&store, memory, &batch.records)?;
            failures(&store, batch)?;
            store.commit()?;
            Ok(added)
        };
        all().map_err(|error| {
            memory.forget();
            Error::sqlite(path, &error)
        })
    }
}

/// Every commit is on the disk before it is acknowledged; readers go on meanwhile.
const SETTINGS: &str = "
PRAGMA journal_mode = WAL;
PRAGMA wal_autocheckpoint = 16384;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA cache_size = -131072;
PRAGMA busy_timeout = 2000;
";

fn has(store: &Connection, key: Key) -> Result<bool> {
    store.prepare_cached("SELECT 1 FROM report WHERE key = ?1")?.exists([key.0])
}

fn records(store: &Transaction<'_>, memory: &mut Memory, records: &[Prepared]) -> Result<Vec<Added>> {
    let mut desk = Desk { store, memory, tally: Tally::default(), index: Vec::new() };
    let added = records.iter().map(|record| desk.add(record)).collect::<Result<_>>()?;
    desk.finish()?;
    Ok(added)
}

fn failures(store: &Connection, batch: &Batch) -> Result<()> {
    let sql = "INSERT INTO failure VALUES (?1, ?2) ON CONFLICT DO UPDATE SET reason = excluded.reason";
    let mut add = store.prepare_cached(sql)?;
    batch.failed.iter().try_for_each(|(input, reason)| add.execute(params![input, reason]).map(drop))?;
    let mut remove = store.prepare_cached("DELETE FROM failure WHERE input = ?1")?;
    batch.mended.iter().try_for_each(|input| remove.execute([input]).map(drop))
}

/// A transaction under way.
struct Desk<'a> {
    store: &'a Connection,
    memory: &'a mut Memory,
    tally: Tally,
    /// What is to be put into the index.
    index: Vec<(ReportId, &'a Prepared, Numbers)>,
}

impl<'a> Desk<'a> {
    fn add(&mut self, prepared: &'a Prepared) -> Result<Added> {
        let Prepared { record, key, day, packed, prints, cast: told, .. } = prepared;
        if has(self.store, *key)? {
            return Ok(Added::Known(*key));
        }
        let Some(id) = free(self.store, *day)? else {
            return Ok(Added::Refused("the store holds a million reports of this day".to_owned()));
        };
        report(self.store, id, *key, record)?;
        let actors = cast::cast(self.store, self.memory, record, told)?;
        keep(self.store, id, packed, &actors)?;
        family::relate(self.store, id, prints)?;
        let numbers = names::numbers(self.store, self.memory, record, actors)?;
        self.tally.count(record, &numbers, *day);
        self.index.push((id, prepared, numbers));
        Ok(Added::New(*key))
    }

    /// The index takes items in the order of their ids alone; whatever goes back begins a new segment of it.
    fn finish(mut self) -> Result<()> {
        self.index.sort_by_key(|(id, ..)| *id);
        let mut items = 0;
        for (id, prepared, numbers) in &self.index {
            items += index(self.store, *id, prepared, numbers)?;
        }
        gather::note(self.store, items)?;
        self.tally.write(self.store)
    }
}

/// The next number of a day.
fn free(store: &Connection, day: Day) -> Result<Option<ReportId>> {
    let first = ReportId::first(day);
    let end = ReportId::first(Day(day.0 + 1));
    let sql = "SELECT id FROM report WHERE id >= ?1 AND id < ?2 ORDER BY id DESC LIMIT 1";
    let last: Option<i64> =
        store.prepare_cached(sql)?.query_row([first.0, end.0], |row| row.get(0)).optional()?;
    Ok(last.map_or(Some(first), |last| ReportId(last).next()))
}

fn report(store: &Connection, id: ReportId, key: Key, record: &Record) -> Result<()> {
    let title = record.title.map(|span| Look::new(record).words(span));
    let url = record.document.uri.as_ref();
    let sql = "INSERT INTO report (id, key, name, title, outlet, url) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    store.prepare_cached(sql)?.execute(params![id.0, key.0, record.id, title, record.outlet, url])?;
    Ok(())
}

fn keep(store: &Connection, id: ReportId, packed: &[u8], actors: &[Option<i64>]) -> Result<()> {
    let actors: Vec<_> = actors.iter().map(|id| id.unwrap_or_default().to_string()).collect();
    let sql = "INSERT INTO record (report, json, actors) VALUES (?1, ?2, ?3)";
    store.prepare_cached(sql)?.execute(params![id.0, packed, actors.join(" ")])?;
    Ok(())
}

/// How many items it was.
fn index(store: &Connection, id: ReportId, prepared: &Prepared, numbers: &Numbers) -> Result<usize> {
    let Prepared { record, entries, .. } = prepared;
    let mut items = 0;
    let mut add = store.prepare_cached("INSERT INTO item (rowid, words, tags) VALUES (?1, ?2, ?3)")?;
    for (entry, tags) in entries.iter().zip(items::tags(record, numbers, entries)) {
        if let Some(item) = entry.id(id) {
            items += add.execute(params![item.0, entry.words, tags])?;
        }
    }
    let mut add = store.prepare_cached("INSERT INTO spot (item, place) VALUES (?1, ?2)")?;
    for (item, place) in items::spots(record, numbers, id) {
        add.execute(params![item.0, place])?;
    }
    Ok(items)
}
