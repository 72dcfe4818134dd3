//! Stats: what does the store hold, and how much of it happened?

use std::collections::BTreeMap;

use rusqlite::Connection;
use sayso_wire::EventType;

use super::places::{all, plus};
use super::timeline::add;
use crate::answers::{OutletCount, Standings, Stats, TypeCount};
use crate::ids::{Day, ReportId};
use crate::store::{Answer, Store};

/// Speakers and outlets that are named.
const TOP: usize = 12;

impl Store {
    /// What the store holds.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn stats(&self) -> Answer<Stats> {
        let count = |sql: &str| {
            self.ask(|store| store.prepare_cached(sql)?.query_row([], |row| row.get::<_, u32>(0)))
        };
        let types = self.types()?;
        let mut events = Standings::default();
        types.iter().for_each(|one| plus(&mut events, &one.events));
        Ok(Stats {
            reports: count("SELECT count(*) FROM report")?,
            origins: count("SELECT count(*) FROM report WHERE copy_of IS NULL")?,
            failures: count("SELECT count(*) FROM failure")?,
            days: self.ask(days)?,
            statements: count("SELECT coalesce(sum(n), 0) FROM said WHERE speaker = 0")?,
            events,
            types,
            speakers: self.speakers()?,
            outlets: self.ask(outlets)?,
            bytes: self.ask(|store| {
                store.query_row(
                    "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
                    [],
                    |row| row.get(0),
                )
            })?,
        })
    }

    fn types(&self) -> Answer<Vec<TypeCount>> {
        let mut types: BTreeMap<String, Standings> = BTreeMap::new();
        self.ask(|store| {
            let sql = "SELECT type, status, n FROM tally WHERE actor = 0 AND place = 0 AND day = -1";
            let mut find = store.prepare_cached(sql)?;
            let mut rows = find.query([])?;
            while let Some(row) = rows.next()? {
                let status: String = row.get(1)?;
                add(types.entry(row.get(0)?).or_default(), &status, row.get(2)?);
            }
            Ok(())
        })?;
        let known = types.into_iter().filter_map(|(name, events)| {
            let r#type = *EventType::ALL.iter().find(|one| one.name() == name)?;
            Some(TypeCount { r#type, events })
        });
        let mut types: Vec<_> = known.collect();
        types.sort_by_key(|one| std::cmp::Reverse(all(&one.events)));
        Ok(types)
    }

    fn speakers(&self) -> Answer<Vec<crate::answers::ActorLine>> {
        let ids: Vec<i64> = self.ask(|store| {
            let sql =
                format!("SELECT id FROM actor WHERE statements > 0 ORDER BY statements DESC, id LIMIT {TOP}");
            store.prepare_cached(&sql)?.query_map([], |row| row.get(0))?.collect()
        })?;
        let lines = ids.into_iter().map(|id| self.actor_line(id));
        lines.filter_map(Result::transpose).collect()
    }
}

fn days(store: &Connection) -> rusqlite::Result<Option<(String, String)>> {
    let dated = ReportId::first(Day(1)).0;
    let end = |sql: &str| store.prepare_cached(sql)?.query_row([dated], |row| row.get::<_, Option<i64>>(0));
    let first = end("SELECT min(id) FROM report WHERE id >= ?1")?;
    let last = end("SELECT max(id) FROM report WHERE id >= ?1")?;
    let written = |id: Option<i64>| id.and_then(|id| ReportId(id).day().written());
    Ok(written(first).zip(written(last)))
}

fn outlets(store: &Connection) -> rusqlite::Result<Vec<OutletCount>> {
    let sql = format!(
        "SELECT outlet, count(*), count(copy_of) FROM report GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT {TOP}"
    );
    let mut find = store.prepare_cached(&sql)?;
    let counts = find.query_map([], |row| {
        Ok(OutletCount { outlet: row.get(0)?, reports: row.get(1)?, copies: row.get(2)? })
    })?;
    counts.collect()
}
