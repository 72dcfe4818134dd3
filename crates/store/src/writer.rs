//! Adding: one writer, a batch of reports at a time, each of them once and whole or not at all.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension, Result, Transaction, TransactionBehavior, params};
use sayso_wire::{Look, Record, verify_record};

use crate::error::Error;
use crate::ids::{Day, Key, ReportId};
use crate::{cast, family, items, names, pack, schema, tally::Tally};

/// A store that is open for writing. There is one at a time; readers are not in its way.
#[derive(Debug)]
pub struct Writer {
    path: PathBuf,
    connection: Connection,
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
    /// Where the file is something else, is damaged, is of a newer version, or may not be written.
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
        if !schema::migrate(&mut connection).map_err(wrap)? {
            return Err(Error::new(path, "was written by a newer version of sayso")
                .hint("use that version, or a newer one"));
        }
        connection.set_prepared_statement_cache_capacity(64);
        Ok(Writer { path: path.to_owned(), connection })
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
        self.write(|batch| {
            let mut tally = Tally::default();
            let added = records.iter().map(|record| add(batch, record, &mut tally)).collect::<Result<_>>()?;
            tally.write(batch)?;
            Ok(added)
        })
    }

    /// Keeps the names of inputs that could not be read, each with the reason.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn failed(&mut self, inputs: &[(String, String)]) -> std::result::Result<(), Error> {
        self.write(|batch| {
            let sql =
                "INSERT INTO failure VALUES (?1, ?2) ON CONFLICT DO UPDATE SET reason = excluded.reason";
            let mut add = batch.prepare_cached(sql)?;
            inputs.iter().try_for_each(|(input, reason)| add.execute(params![input, reason]).map(drop))
        })
    }

    /// Forgets that inputs could not be read, as now they can.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn mended(&mut self, inputs: &[String]) -> std::result::Result<(), Error> {
        self.write(|batch| {
            let mut remove = batch.prepare_cached("DELETE FROM failure WHERE input = ?1")?;
            inputs.iter().try_for_each(|input| remove.execute([input]).map(drop))
        })
    }

    fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T>,
    ) -> std::result::Result<T, Error> {
        let path = self.path.clone();
        let all = || {
            let batch = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = work(&batch)?;
            batch.commit()?;
            Ok(done)
        };
        all().map_err(|error| Error::sqlite(&path, &error))
    }
}

/// Every commit is on the disk before it is acknowledged; readers go on meanwhile.
const SETTINGS: &str = "
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA cache_size = -65536;
PRAGMA busy_timeout = 2000;
";

fn has(store: &Connection, key: Key) -> Result<bool> {
    store.prepare_cached("SELECT 1 FROM report WHERE key = ?1")?.exists([key.0])
}

fn add(store: &Connection, record: &Record, tally: &mut Tally) -> Result<Added> {
    let key = Key::of(record);
    if has(store, key)? {
        return Ok(Added::Known(key));
    }
    if let Some(fault) = verify_record(record).into_iter().next() {
        return Ok(Added::Refused(fault.to_string()));
    }
    let Some(id) = free(store, Day::of(record.published.as_deref()))? else {
        return Ok(Added::Refused("the store holds a million reports of this day".to_owned()));
    };
    report(store, id, key, record)?;
    let actors = cast::cast(store, record)?;
    keep(store, id, record, &actors)?;
    let numbers = names::numbers(store, record, actors)?;
    index(store, id, record, &numbers)?;
    family::relate(store, id, record)?;
    tally.count(record, &numbers, id.day());
    Ok(Added::New(key))
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

fn keep(store: &Connection, id: ReportId, record: &Record, actors: &[Option<i64>]) -> Result<()> {
    let actors: Vec<_> = actors.iter().map(|id| id.unwrap_or_default().to_string()).collect();
    let sql = "INSERT INTO record (report, json, actors) VALUES (?1, ?2, ?3)";
    store.prepare_cached(sql)?.execute(params![id.0, pack::pack(record), actors.join(" ")])?;
    Ok(())
}

fn index(store: &Connection, id: ReportId, record: &Record, numbers: &items::Numbers) -> Result<()> {
    let mut add = store.prepare_cached("INSERT INTO item (rowid, words, tags) VALUES (?1, ?2, ?3)")?;
    for item in items::items(record, numbers, id) {
        add.execute(params![item.id.0, item.words, item.tags])?;
    }
    let mut add = store.prepare_cached("INSERT INTO spot (item, place, status) VALUES (?1, ?2, ?3)")?;
    for (item, place, status) in items::spots(record, numbers, id) {
        add.execute(params![item.0, place, status.name()])?;
    }
    Ok(())
}
