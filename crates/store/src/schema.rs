//! The tables of a store, and how an older file becomes a newer one.

use std::path::Path;

use rusqlite::Connection;

use crate::error::Error;

/// `PRAGMA application_id`: "says" in ASCII, so that `file` and we know a store.
pub(crate) const APPLICATION: i32 = 0x7361_7973;

/// Each entry brings a file from the version of its index to the next; the last is what this program writes.
const MIGRATIONS: &[&str] = &["", FIRST];

/// No release wrote files of this version. Their items have other numbers, so that nothing in them means what it would mean here.
const UNRELEASED: usize = 1;

/// A file, as this program sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Age {
    Current,
    /// Migrations bring it up to date; also an empty file.
    Older,
    Unreleased,
    Newer,
}

impl Age {
    fn of(version: usize) -> Age {
        match version {
            UNRELEASED => Age::Unreleased,
            version if version > MIGRATIONS.len() => Age::Newer,
            version if version < MIGRATIONS.len() => Age::Older,
            _ => Age::Current,
        }
    }

    /// Why a file of this age cannot be read; `None` where it can.
    pub(crate) fn refusal(self, path: &Path) -> Option<Error> {
        let (rule, hint) = match self {
            Age::Current => return None,
            Age::Older => (
                "was written by an older version of sayso",
                "`sayso add` without a path brings it up to date",
            ),
            Age::Unreleased => (
                "was written by a version of sayso that was never released",
                "add its reports to a new store",
            ),
            Age::Newer => ("was written by a newer version of sayso", "use that version, or a newer one"),
        };
        Some(Error::new(path, rule).hint(hint))
    }
}

const FIRST: &str = "
-- A report. `copy_of` is the earliest report that it shares most of its text with, never a later one.
CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    key INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    url TEXT,
    copy_of INTEGER REFERENCES report
) STRICT;
CREATE INDEX copies ON report (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX outlets ON report (outlet, copy_of);

-- Its record as deflated JSON, whole; `cast` lists the actors of the store that its actors are, 0 for those that nobody can know again.
CREATE TABLE record (report INTEGER PRIMARY KEY REFERENCES report, json BLOB NOT NULL, actors TEXT NOT NULL) STRICT;

-- Sampled hashes of its text: those by which copies are found, and all, by which they are compared, four bytes each.
CREATE TABLE print (hash INTEGER, report INTEGER, PRIMARY KEY (hash, report)) STRICT, WITHOUT ROWID;
CREATE TABLE prints (report INTEGER PRIMARY KEY, hashes BLOB NOT NULL) STRICT;

-- Who is spoken of, across reports.
CREATE TABLE actor (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    role TEXT,
    reports INTEGER NOT NULL DEFAULT 0,
    statements INTEGER NOT NULL DEFAULT 0,
    events INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX busiest ON actor (statements + events DESC);
-- Names and offices that reports use.
CREATE TABLE actor_name (actor INTEGER, name TEXT, folded TEXT NOT NULL, PRIMARY KEY (actor, name)) STRICT, WITHOUT ROWID;
CREATE INDEX actor_folded ON actor_name (folded, actor);
CREATE TABLE actor_role (actor INTEGER, role TEXT, PRIMARY KEY (actor, role)) STRICT, WITHOUT ROWID;
CREATE TABLE actor_key (key TEXT, actor INTEGER, PRIMARY KEY (key, actor)) STRICT, WITHOUT ROWID;

-- Names of outlets and relays, folded.
CREATE TABLE outlet (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;

-- Where events are; without an id of GeoNames, by the folded name.
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    geonameid INTEGER,
    lat REAL,
    lon REAL,
    country TEXT,
    feature TEXT
) STRICT;
CREATE TABLE place_name (name TEXT, place INTEGER, PRIMARY KEY (name, place)) STRICT, WITHOUT ROWID;

-- Words of every item, and its filters as words of their own. Texts stand in the records alone.
CREATE VIRTUAL TABLE item USING fts5 (
    words, tags, content = '', columnsize = 0, tokenize = 'porter unicode61 remove_diacritics 2'
);

-- Segments are merged in larger steps than usual, as a batch leaves a large one behind; and a gathering only goes on with what it began.
INSERT INTO item (item, rank) VALUES ('automerge', 8), ('usermerge', 16), ('hashsize', 16777216);

-- How many items the index holds, and how many of them came since it was last gathered.
CREATE TABLE gathering (items INTEGER NOT NULL, loose INTEGER NOT NULL) STRICT;
INSERT INTO gathering VALUES (0, 0);

-- Where the events are that are anywhere, for counts of what words find.
CREATE TABLE spot (item INTEGER PRIMARY KEY, place INTEGER NOT NULL) STRICT;

-- Roll-ups. Actor and place 0 stand for any, day -1 for all days.
CREATE TABLE tally (
    actor INTEGER, place INTEGER, day INTEGER, type TEXT, status TEXT, n INTEGER NOT NULL,
    PRIMARY KEY (actor, place, day, type, status)
) STRICT, WITHOUT ROWID;
CREATE TABLE said (speaker INTEGER, day INTEGER, n INTEGER NOT NULL, PRIMARY KEY (speaker, day)) STRICT, WITHOUT ROWID;
-- Who acts towards whom, by type and status, and who speaks about whom ('' and '').
CREATE TABLE edge (
    source INTEGER, target INTEGER, day INTEGER, type TEXT, status TEXT, n INTEGER NOT NULL,
    PRIMARY KEY (source, target, day, type, status)
) STRICT, WITHOUT ROWID;
CREATE INDEX edge_in ON edge (target, day);
CREATE INDEX edge_all ON edge (n DESC) WHERE day = -1;

-- Inputs that could not be read, until they can.
CREATE TABLE failure (input TEXT PRIMARY KEY, reason TEXT NOT NULL) STRICT;
";

/// Brings a file up to date, in one transaction, and tells how old it is then.
pub(crate) fn migrate(connection: &mut Connection) -> rusqlite::Result<Age> {
    let step = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let version: usize = step.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let age = Age::of(version);
    if age != Age::Older {
        return Ok(age);
    }
    MIGRATIONS[version..].iter().try_for_each(|migration| step.execute_batch(migration))?;
    step.pragma_update(None, "user_version", MIGRATIONS.len())?;
    step.pragma_update(None, "application_id", APPLICATION)?;
    step.commit()?;
    Ok(Age::Current)
}

/// Whether a file is a store or empty, and not the database of another program.
pub(crate) fn is_ours_or_new(connection: &Connection) -> rusqlite::Result<bool> {
    let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(application == APPLICATION || tables == 0)
}

/// How old a store is; `None` where the file is no store.
pub(crate) fn age(connection: &Connection) -> rusqlite::Result<Option<Age>> {
    let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(Some(Age::of(version)).filter(|_| application == APPLICATION))
}

#[cfg(test)]
mod tests {
    use super::{Age, MIGRATIONS};
    use crate::{Store, Writer};

    #[test]
    fn files_are_read_where_their_version_is_known_only() {
        let path = std::env::temp_dir().join(format!("sayso-ages-{}.db", std::process::id()));
        let _ = std::fs::remove_file(&path);
        drop(Writer::open(&path).unwrap());
        let refused = |version: usize| {
            let file = rusqlite::Connection::open(&path).unwrap();
            file.pragma_update(None, "user_version", version).unwrap();
            let why = |error: crate::Error| error.rule().to_owned();
            let why = (Writer::open(&path).err().map(why), Store::open(&path).err().map(why));
            assert_eq!(why.0, why.1);
            let after: usize = file.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
            assert_eq!(after, version, "a file that is refused stays as it is");
            why.0
        };
        assert!(refused(1).is_some_and(|why| why.ends_with("never released")));
        assert!(refused(MIGRATIONS.len() + 1).is_some_and(|why| why.ends_with("newer version of sayso")));
        assert_eq!(refused(MIGRATIONS.len()), None);
        assert_eq!(Age::of(0), Age::Older, "an empty file becomes a store");
        let _ = std::fs::remove_file(&path);
    }
}
