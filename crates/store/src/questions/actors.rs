//! Actors: who is spoken of, and what did this one say and do?

use rusqlite::{OptionalExtension, Row, params};

use super::filters::number;
use crate::answers::{ActorLine, ActorPage};
use crate::cast::list;
use crate::fold::fold;
use crate::ids::Sorts;
use crate::query::Query;
use crate::store::{Answer, Store, actor_type, sector};

/// Hits on the first page of what an actor said, and of what it did.
const PAGE: usize = 20;

/// Names of an actor that are told besides its own.
const ALIASES: usize = 12;

impl Store {
    /// Actors whose name or alias holds these words, the busiest first; all of them where there are no words.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn actors(&self, words: &str, limit: usize) -> Answer<Vec<ActorLine>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let folded = fold(words);
        let ids: Vec<i64> = self.ask(|store| {
            if folded.is_empty() {
                return store.prepare_cached(BUSIEST)?.query_map([limit], |row| row.get(0))?.collect();
            }
            let like = format!("%{folded}%");
            store.prepare_cached(CALLED)?.query_map(params![like, limit], |row| row.get(0))?.collect()
        })?;
        let lines = ids.into_iter().map(|id| self.actor_line(id));
        lines.filter_map(Result::transpose).collect()
    }

    /// All of one actor (`a12`); `None` where the store has none of this id.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn actor(&self, id: &str) -> Answer<Option<ActorPage>> {
        let Some(actor) = number(id).map(|id| self.actor_line(id)).transpose()?.flatten() else {
            return Ok(None);
        };
        let speaker = Query { speaker: Some(id.to_owned()), ..Query::default() };
        let doer = Query { actor: Some(id.to_owned()), ..Query::default() };
        let said = self.page(&speaker, &self.sieve_of(&speaker, Sorts::STATEMENTS)?, PAGE)?;
        let done = self.page(&doer, &self.sieve_of(&doer, Sorts::EVENTS)?, PAGE)?;
        Ok(Some(ActorPage {
            actor,
            said,
            done,
            timeline: self.timeline(&doer)?,
            network: self.network(&doer)?,
        }))
    }

    pub(super) fn actor_line(&self, id: i64) -> Answer<Option<ActorLine>> {
        self.ask(|store| {
            let line = store.prepare_cached(LINE)?.query_row([id], |row| line(row, id)).optional()?;
            let Some(mut line) = line else { return Ok(None) };
            let mut names = list(store, "SELECT name FROM actor_name WHERE actor = ?1", id)?;
            names.retain(|name| *name != line.name);
            names.truncate(ALIASES);
            line.aliases = names;
            Ok(Some(line))
        })
    }
}

const LINE: &str =
    "SELECT name, type, country, sector, role, reports, statements, events FROM actor WHERE id = ?1";
const BUSIEST: &str = "SELECT id FROM actor ORDER BY statements + events DESC, id LIMIT ?1";
const CALLED: &str = "SELECT id FROM actor WHERE id IN (SELECT actor FROM actor_name WHERE folded LIKE ?1)
    ORDER BY statements + events DESC, id LIMIT ?2";

fn line(row: &Row<'_>, id: i64) -> rusqlite::Result<ActorLine> {
    Ok(ActorLine {
        id: format!("a{id}"),
        name: row.get(0)?,
        r#type: actor_type(&row.get::<_, String>(1)?),
        country: row.get(2)?,
        sector: row.get::<_, Option<String>>(3)?.and_then(|name| sector(&name)),
        role: row.get(4)?,
        aliases: Vec::new(),
        reports: row.get(5)?,
        statements: row.get(6)?,
        events: row.get(7)?,
    })
}
