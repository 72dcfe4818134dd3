//! Reading a store: reports, records, and everything in turn. The questions are in their own modules.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension, Row, params};
use sayso_wire::{ActorType, Record, Sector};

use crate::answers::{Kept, KeptActor, ReportLine, ReportPage};
use crate::error::Error;
use crate::ids::{Key, ReportId};
use crate::{pack, schema};

/// A store that is open for reading. Each thread has its own; they see what was committed, also while a writer is at work.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    pub(crate) connection: Connection,
}

/// As every question has it.
pub(crate) type Answer<T> = Result<T, Error>;

impl Store {
    /// Opens a store for reading.
    ///
    /// # Errors
    /// Where there is none, it is something else, is damaged, or is of another version.
    pub fn open(path: &Path) -> Answer<Store> {
        if !path.exists() {
            return Err(
                Error::new(path, "there is no such store").hint("`sayso add PATH --store FILE` makes one")
            );
        }
        let wrap = |error: rusqlite::Error| Error::sqlite(path, &error);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(wrap)?;
        connection.execute_batch(SETTINGS).map_err(wrap)?;
        let Some(age) = schema::age(&connection).map_err(wrap)? else {
            return Err(Error::new(path, "is not a store of sayso").hint("`sayso add` makes one"));
        };
        age.refusal(path).map_or_else(|| Ok(Store { path: path.to_owned(), connection }), Err)
    }

    /// What SQLite says, as an error of this store.
    pub(crate) fn wrap(&self, error: &rusqlite::Error) -> Error {
        Error::sqlite(&self.path, error)
    }

    /// Runs `work`, whose errors are SQLite's.
    pub(crate) fn ask<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Answer<T> {
        work(&self.connection).map_err(|error| self.wrap(&error))
    }

    /// A number that changes whenever somebody else has written to the store; it is one of this connection, and means nothing to others.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn version(&self) -> Answer<i64> {
        self.ask(|store| store.pragma_query_value(None, "data_version", |row| row.get(0)))
    }

    /// Whether the store has the report of this key.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn has(&self, key: Key) -> Answer<bool> {
        self.ask(|store| store.prepare_cached("SELECT 1 FROM report WHERE key = ?1")?.exists([key.0]))
    }

    /// One report whole; `None` where the store has none of this key.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn report(&self, key: Key) -> Answer<Option<ReportPage>> {
        let Some(id) = self.id(key)? else { return Ok(None) };
        let kept = self.kept(id)?;
        Ok(Some(ReportPage {
            report: self.line(id)?,
            family: self.family(id)?,
            actors: kept.actors.into_iter().map(|actor| actor.id).collect(),
            record: kept.record,
        }))
    }

    fn id(&self, key: Key) -> Answer<Option<ReportId>> {
        self.ask(|store| {
            let mut find = store.prepare_cached("SELECT id FROM report WHERE key = ?1")?;
            find.query_row([key.0], |row| row.get(0).map(ReportId)).optional()
        })
    }

    /// A report's record.
    pub(crate) fn record(&self, id: ReportId) -> Answer<Record> {
        let packed: Vec<u8> = self.ask(|store| {
            let mut find = store.prepare_cached("SELECT json FROM record WHERE report = ?1")?;
            find.query_row([id.0], |row| row.get(0))
        })?;
        pack::unpack(&packed)
            .ok_or_else(|| Error::new(&self.path, format!("the record of report {} is damaged", id.0)))
    }

    /// The number in the store of each actor of a report's record.
    pub(crate) fn actors_of(&self, id: ReportId) -> Answer<Vec<Option<i64>>> {
        self.ask(|store| {
            let mut find = store.prepare_cached("SELECT actors FROM record WHERE report = ?1")?;
            let actors: String = find.query_row([id.0], |row| row.get(0))?;
            Ok(actors.split(' ').map(|id| id.parse().ok().filter(|id| *id != 0)).collect())
        })
    }

    /// A report as a line.
    pub(crate) fn line(&self, id: ReportId) -> Answer<ReportLine> {
        self.ask(|store| {
            let mut find = store.prepare_cached(LINE)?;
            let mut line = find.query_row([id.0], |row| line(row, id))?;
            line.copies = store.prepare_cached(COPIES)?.query_row([id.0], |row| row.get(0))?;
            if let Some(first) = first(store, id)? {
                line.copy_of = Some(
                    store.prepare_cached(KEY)?.query_row([first.0], |row| row.get(0).map(Key))?.to_string(),
                );
            }
            Ok(line)
        })
    }

    /// The reports that share most of their text with this one, the earliest first, itself left out.
    fn family(&self, id: ReportId) -> Answer<Vec<ReportLine>> {
        let mut ids: Vec<_> = self.ask(|store| {
            let root = first(store, id)?.unwrap_or(id);
            let mut below = store.prepare_cached(BELOW)?;
            below.query_map([root.0], |row| row.get(0).map(ReportId))?.collect()
        })?;
        ids.retain(|one| *one != id);
        ids.sort_by_key(|id| id.earliness());
        ids.into_iter().map(|id| self.line(id)).collect()
    }

    /// Every report, in the order of publication, those of unknown day first.
    pub fn each(&self) -> impl Iterator<Item = Answer<Kept>> {
        let next = |after: i64| self.next(after).transpose();
        let mut after = -1;
        std::iter::from_fn(move || {
            let id = next(after)?;
            Some(id.and_then(|id| {
                after = id.0;
                self.kept(id)
            }))
        })
    }

    fn next(&self, after: i64) -> Answer<Option<ReportId>> {
        self.ask(|store| {
            let mut find = store.prepare_cached("SELECT id FROM report WHERE id > ?1 ORDER BY id LIMIT 1")?;
            find.query_row([after], |row| row.get(0).map(ReportId)).optional()
        })
    }

    fn kept(&self, id: ReportId) -> Answer<Kept> {
        let line = self.line(id)?;
        let record = self.record(id)?;
        let numbers = self.actors_of(id)?;
        let actors = record.actors.iter().zip(numbers).map(|(actor, number)| match number {
            Some(number) => self.kept_actor(number),
            // Nobody outside the report, so its address in the report is its id.
            None => Ok(KeptActor {
                id: format!("{}#{}", line.key, actor.id),
                name: actor.name.clone(),
                r#type: actor.r#type,
                country: actor.country.clone(),
                sector: actor.sector,
                role: actor.role.clone(),
            }),
        });
        let actors = actors.collect::<Answer<_>>()?;
        Ok(Kept { key: line.key, copy_of: line.copy_of, record, actors })
    }

    fn kept_actor(&self, id: i64) -> Answer<KeptActor> {
        self.ask(|store| {
            let mut find =
                store.prepare_cached("SELECT name, type, country, sector, role FROM actor WHERE id = ?1")?;
            find.query_row(params![id], |row| {
                Ok(KeptActor {
                    id: format!("a{id}"),
                    name: row.get(0)?,
                    r#type: actor_type(&row.get::<_, String>(1)?),
                    country: row.get(2)?,
                    sector: row.get::<_, Option<String>>(3)?.and_then(|name| sector(&name)),
                    role: row.get(4)?,
                })
            })
        })
    }
}

const SETTINGS: &str = "PRAGMA busy_timeout = 2000; PRAGMA query_only = ON; PRAGMA cache_size = -16384;";
const LINE: &str = "SELECT key, name, title, outlet, url FROM report WHERE id = ?1";
const KEY: &str = "SELECT key FROM report WHERE id = ?1";
/// Who copies a report, and who copies them.
const BELOW: &str = "WITH RECURSIVE below (id) AS (
    SELECT ?1 UNION SELECT report.id FROM report JOIN below ON report.copy_of = below.id
) SELECT id FROM below";
const COPIES: &str = "WITH RECURSIVE below (id) AS (
    SELECT ?1 UNION SELECT report.id FROM report JOIN below ON report.copy_of = below.id
) SELECT count(*) - 1 FROM below";

fn line(row: &Row<'_>, id: ReportId) -> rusqlite::Result<ReportLine> {
    Ok(ReportLine {
        key: Key(row.get(0)?).to_string(),
        id: row.get(1)?,
        title: row.get(2)?,
        outlet: row.get(3)?,
        url: row.get(4)?,
        published: id.day().written(),
        copy_of: None,
        copies: 0,
    })
}

/// The earliest of those that a report copies, and that they copy; `None` where it copies none. A copy is later than what it copies, so
/// this ends.
fn first(store: &Connection, id: ReportId) -> rusqlite::Result<Option<ReportId>> {
    let mut find = store.prepare_cached("SELECT copy_of FROM report WHERE id = ?1")?;
    let mut first = None;
    let mut next = Some(id.0);
    while let Some(id) = next {
        next = find.query_row([id], |row| row.get(0))?;
        first = next.map(ReportId).or(first);
    }
    Ok(first)
}

pub(crate) fn actor_type(name: &str) -> ActorType {
    ActorType::ALL.iter().find(|one| one.name() == name).copied().unwrap_or(ActorType::Group)
}

pub(crate) fn sector(name: &str) -> Option<Sector> {
    Sector::ALL.iter().find(|one| one.name() == name).copied()
}
