//! The tables of a store, and how an older file becomes a newer one.

use rusqlite::Connection;

/// `PRAGMA application_id`: "says" in ASCII, so that `file` and we know a store.
pub(crate) const APPLICATION: i32 = 0x7361_7973;

/// Each entry brings a file from the version of its index to the next; the last is what this program writes.
pub(crate) const MIGRATIONS: &[&str] = &[FIRST];

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

-- Segments are gathered in larger steps than usual, as a batch leaves a large one behind.
INSERT INTO item (item, rank) VALUES ('automerge', 8), ('hashsize', 16777216);

-- Where the events are that are anywhere, for counts of what words find.
CREATE TABLE spot (item INTEGER PRIMARY KEY, place INTEGER NOT NULL, status TEXT NOT NULL) STRICT;

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

/// Brings a file up to date, in one transaction. `false` where a newer program has written it.
pub(crate) fn migrate(connection: &mut Connection) -> rusqlite::Result<bool> {
    let step = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let version: usize = step.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let Some(due) = MIGRATIONS.get(version..) else { return Ok(false) };
    for migration in due {
        step.execute_batch(migration)?;
    }
    if !due.is_empty() {
        step.pragma_update(None, "user_version", MIGRATIONS.len())?;
        step.pragma_update(None, "application_id", APPLICATION)?;
    }
    step.commit()?;
    Ok(true)
}

/// Whether a file is a store or empty, and not the database of another program.
pub(crate) fn is_ours_or_new(connection: &Connection) -> rusqlite::Result<bool> {
    let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(application == APPLICATION || tables == 0)
}

/// Up to which migration a store has come; `None` where the file is no store.
pub(crate) fn version(connection: &Connection) -> rusqlite::Result<Option<usize>> {
    let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(Some(version).filter(|_| application == APPLICATION))
}
