//! Is a store whole? The file by what SQLite knows of it, everything else by reading the records and making again what was made of them.

use std::collections::BTreeMap;

use rusqlite::{Connection, Result, params};
use sayso_wire::{Record, verify_record};

use crate::ids::{Day, ItemId, Key, ReportId};
use crate::items::{self, Numbers, entries, tag};
use crate::memory::Memory;
use crate::store::{Answer, Store};
use crate::{family, names, tally::Tally};

/// Reports whose counts are summed before they are written.
const SUMMED: usize = 512;

/// Counts that differ and are told by themselves; one damage may change many.
const TOLD: usize = 20;

/// What a check comes to, as it goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checked {
    /// One more report was looked at.
    Report,
    /// Something is wrong.
    Fault(Fault),
}

/// One thing that is wrong with a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Key of the report that it is about, if it is about one.
    pub report: Option<String>,
    /// Which rule is broken.
    pub rule: String,
}

impl Store {
    /// Checks everything, as it was when the check began, and hands over every step.
    ///
    /// # Errors
    /// Where the file cannot be read any further.
    pub fn check(self, mut step: impl FnMut(Checked)) -> Answer<()> {
        let told = &mut |fault: Fault| step(Checked::Fault(fault));
        self.ask(|store| {
            store.execute_batch(AGAIN)?;
            pages(store, told)
        })?;
        let mut recount = self.ask(Recount::begin)?;
        for id in self.ask(ids)? {
            self.report_of(id, &mut recount, &mut step)?;
        }
        let told = &mut |fault: Fault| step(Checked::Fault(fault));
        self.ask(|store| recount.end(store, told))
    }

    fn report_of(&self, id: ReportId, recount: &mut Recount, step: &mut impl FnMut(Checked)) -> Answer<()> {
        let key = self.ask(|store| key(store, id))?;
        let faults = match self.record(id) {
            Ok(record) => {
                let actors = self.actors_of(id)?;
                self.ask(|store| recount.report(store, id, key, &record, actors))?
            }
            Err(error) => vec![error.rule().to_owned()],
        };
        for rule in faults {
            step(Checked::Fault(Fault { report: Some(key.to_string()), rule }));
        }
        step(Checked::Report);
        Ok(())
    }
}

/// A view of the file that stays as it is, and room for counts beside it. Names without a schema mean these tables.
const AGAIN: &str = "
PRAGMA query_only = OFF;
PRAGMA cache_size = -65536;
BEGIN;
CREATE TEMP TABLE tally (
    actor INTEGER, place INTEGER, day INTEGER, type TEXT, status TEXT, n INTEGER NOT NULL,
    PRIMARY KEY (actor, place, day, type, status)
) WITHOUT ROWID;
CREATE TEMP TABLE said (speaker INTEGER, day INTEGER, n INTEGER NOT NULL, PRIMARY KEY (speaker, day)) WITHOUT ROWID;
CREATE TEMP TABLE edge (
    source INTEGER, target INTEGER, day INTEGER, type TEXT, status TEXT, n INTEGER NOT NULL,
    PRIMARY KEY (source, target, day, type, status)
) WITHOUT ROWID;
CREATE TEMP TABLE actor (id INTEGER PRIMARY KEY, reports INTEGER, statements INTEGER, events INTEGER);
INSERT INTO temp.actor SELECT id, 0, 0, 0 FROM main.actor;
CREATE VIRTUAL TABLE temp.term USING fts5vocab(main, item, col);
";

fn fault(rule: impl Into<String>) -> Fault {
    Fault { report: None, rule: rule.into() }
}

/// What SQLite finds.
fn pages(store: &Connection, told: &mut impl FnMut(Fault)) -> Result<()> {
    let mut check = store.prepare("PRAGMA main.integrity_check")?;
    let found = check.query_map([], |row| row.get::<_, String>(0))?;
    for line in found.collect::<Result<Vec<_>>>()? {
        if line != "ok" {
            told(fault(format!("the file is damaged: {}", line.replace('\n', ", "))));
        }
    }
    let mut check = store.prepare("SELECT \"table\", rowid FROM pragma_foreign_key_check")?;
    let found = check.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?)))?;
    for (table, row) in found.collect::<Result<Vec<_>>>()? {
        told(fault(format!(
            "row {} of {table} points at a report that is not there",
            row.unwrap_or_default()
        )));
    }
    Ok(())
}

fn ids(store: &Connection) -> Result<Vec<ReportId>> {
    store
        .prepare("SELECT id FROM report ORDER BY id")?
        .query_map([], |row| row.get(0).map(ReportId))?
        .collect()
}

fn key(store: &Connection, id: ReportId) -> Result<Key> {
    store.prepare_cached("SELECT key FROM report WHERE id = ?1")?.query_row([id.0], |row| row.get(0).map(Key))
}

/// Everything that is made of records, made again.
#[derive(Default)]
struct Recount {
    memory: Memory,
    tally: Tally,
    summed: usize,
    /// In how many items each filter stands.
    tags: BTreeMap<String, u64>,
    prints: u64,
    items: u64,
    spots: u64,
    reports: u64,
}

impl Recount {
    fn begin(store: &Connection) -> Result<Self> {
        let mut memory = Memory::default();
        memory.learn_names(store)?;
        Ok(Recount { memory, ..Recount::default() })
    }

    /// What is wrong with one report.
    fn report(
        &mut self,
        store: &Connection,
        id: ReportId,
        key: Key,
        record: &Record,
        actors: Vec<Option<i64>>,
    ) -> Result<Vec<String>> {
        let mut faults: Vec<_> = verify_record(record).iter().map(ToString::to_string).collect();
        let mut rule = |broken: bool, rule: &str| faults.extend(broken.then(|| rule.to_owned()));
        rule(Key::of(record) != key, "its key is not that of its record");
        rule(
            Day::of(record.published.as_deref()) != id.day(),
            "it is kept under another day than that of its record",
        );
        rule(copies_a_later(store, id)?, "it is a copy of a report that is not earlier");
        let prints = family::sample(record);
        rule(!family::is_kept(store, id, &prints)?, "its fingerprints are not those of its text");
        self.prints += family::index(&prints).count() as u64;
        self.reports += 1;
        if !faults.is_empty() || actors.len() != record.actors.len() {
            rule_of_actors(record, &actors, &mut faults);
            return Ok(faults);
        }
        match names::numbers(store, &mut self.memory, record, actors) {
            Ok(numbers) => faults.extend(self.made(store, id, record, &numbers)?),
            // The file is open for reading alone, so what is not known cannot be made.
            Err(_) => faults.push("it names a place or an outlet that the store does not know".to_owned()),
        }
        Ok(faults)
    }

    /// What is made of the record: index, places of events, counts.
    fn made(
        &mut self,
        store: &Connection,
        id: ReportId,
        record: &Record,
        numbers: &Numbers,
    ) -> Result<Vec<String>> {
        let mut faults = Vec::new();
        let entries = entries(record);
        let due: Vec<_> = entries.iter().filter_map(|entry| entry.id(id)).collect();
        self.items += due.len() as u64;
        let there = indexed(store, id)?;
        if there != due {
            faults.push(format!("the index has {} of its {} items", there.len(), due.len()));
        }
        for tags in items::tags(record, numbers, &entries) {
            tags.split(' ').for_each(|tag| *self.tags.entry(tag.to_owned()).or_default() += 1);
        }
        let due: Vec<_> = items::spots(record, numbers, id).collect();
        self.spots += due.len() as u64;
        if spots(store, id)? != due {
            faults.push("the places of its events are not those of its record".to_owned());
        }
        self.tally.count(record, numbers, id.day());
        self.summed += 1;
        if self.summed >= SUMMED {
            self.summed = 0;
            std::mem::take(&mut self.tally).write(store)?;
        }
        Ok(faults)
    }

    /// What is wrong with the sums.
    fn end(mut self, store: &Connection, told: &mut impl FnMut(Fault)) -> Result<()> {
        std::mem::take(&mut self.tally).write(store)?;
        for (table, columns) in SUMS {
            differences(store, table, columns, told)?;
        }
        for (table, due) in
            [("print", self.prints), ("prints", self.reports), ("record", self.reports), ("spot", self.spots)]
        {
            let rows: u64 =
                store.query_row(&format!("SELECT count(*) FROM main.{table}"), [], |row| row.get(0))?;
            if rows != due {
                told(fault(format!("{table} has {rows} rows where the records make {due}")));
            }
        }
        let items: u64 = store.query_row("SELECT items FROM gathering", [], |row| row.get(0))?;
        if items != self.items {
            told(fault(format!("the index counts {items} items where the records make {}", self.items)));
        }
        self.filters(store, told)
    }

    /// In how many items the index has each filter.
    fn filters(&mut self, store: &Connection, told: &mut impl FnMut(Fault)) -> Result<()> {
        let mut terms = store.prepare("SELECT term, doc FROM temp.term WHERE col = 'tags'")?;
        let mut rows = terms.query([])?;
        while let Some(row) = rows.next()? {
            let (tag, items): (String, u64) = (row.get(0)?, row.get(1)?);
            let due = self.tags.remove(&tag).unwrap_or_default();
            if items != due {
                told(fault(format!("the index has {tag} at {items} items where the records make {due}")));
            }
        }
        for (tag, due) in std::mem::take(&mut self.tags) {
            told(fault(format!("the index has {tag} at no item where the records make {due}")));
        }
        Ok(())
    }
}

fn rule_of_actors(record: &Record, actors: &[Option<i64>], faults: &mut Vec<String>) {
    if actors.len() != record.actors.len() {
        faults.push(format!("the store knows {} of its {} actors", actors.len(), record.actors.len()));
    }
}

fn copies_a_later(store: &Connection, id: ReportId) -> Result<bool> {
    let mut find = store.prepare_cached("SELECT copy_of FROM report WHERE id = ?1")?;
    let of: Option<i64> = find.query_row([id.0], |row| row.get(0))?;
    Ok(of.is_some_and(|of| ReportId(of).earliness() >= id.earliness()))
}

/// The ids under which the index has anything of a report.
fn indexed(store: &Connection, id: ReportId) -> Result<Vec<ItemId>> {
    let sql = "SELECT rowid FROM main.item WHERE item MATCH ?1 AND rowid >= ?2 AND rowid < ?3 ORDER BY rowid";
    let mut find = store.prepare_cached(sql)?;
    let (first, end) = (ItemId::first(id), ItemId::first(ReportId(id.0 + 1)));
    let every = format!("tags : {}", tag::ITEM);
    find.query_map(params![every, first.0, end.0], |row| row.get(0).map(ItemId))?.collect()
}

fn spots(store: &Connection, id: ReportId) -> Result<Vec<(ItemId, i64)>> {
    let sql = "SELECT item, place FROM spot WHERE item >= ?1 AND item < ?2 ORDER BY item";
    let range = [ItemId::first(id).0, ItemId::first(ReportId(id.0 + 1)).0];
    store.prepare_cached(sql)?.query_map(range, |row| Ok((ItemId(row.get(0)?), row.get(1)?)))?.collect()
}

/// Tables of counts, and what tells their rows apart with the counts.
const SUMS: [(&str, &str); 4] = [
    ("tally", "actor, place, day, type, status, n"),
    ("said", "speaker, day, n"),
    ("edge", "source, target, day, type, status, n"),
    ("actor", "id, reports, statements, events"),
];

/// Rows that one of both has alone.
fn differences(store: &Connection, table: &str, columns: &str, told: &mut impl FnMut(Fault)) -> Result<()> {
    for (ours, theirs, what) in
        [("main", "temp", "is not what the records make"), ("temp", "main", "is missing")]
    {
        let sql = format!(
            "SELECT {columns} FROM {ours}.{table} EXCEPT SELECT {columns} FROM {theirs}.{table} LIMIT {TOLD}"
        );
        let mut rows = store.prepare(&sql)?;
        let width = rows.column_count();
        let row = |row: &rusqlite::Row<'_>| (0..width).map(|at| value(row, at)).collect::<Result<Vec<_>>>();
        for row in rows.query_map([], row)?.collect::<Result<Vec<_>>>()? {
            told(fault(format!("{table}: ({columns}) = ({}) {what}", row.join(", "))));
        }
    }
    Ok(())
}

fn value(row: &rusqlite::Row<'_>, at: usize) -> Result<String> {
    use rusqlite::types::ValueRef;
    Ok(match row.get_ref(at)? {
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Text(words) => String::from_utf8_lossy(words).into_owned(),
        _ => "?".to_owned(),
    })
}
