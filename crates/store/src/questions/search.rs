//! Search: what do the reports say, the newest first?

use rusqlite::params;

use super::filters::{SIEVE, Sieve};
use super::found::Found as Reports;
use crate::answers::{Found, Hit, What};
use crate::error::Error;
use crate::ids::ItemId;
use crate::query::Query;
use crate::store::{Answer, Store};

/// Hits of a page, at most.
const MOST: usize = 200;

impl Store {
    /// What the words and filters of a query find, newest first, `limit` (at most 200) a page; `after` is the `next` of the page before.
    ///
    /// # Errors
    /// Where a filter names nobody, a value is none that it can have, or the file cannot be read.
    pub fn search(&self, query: &Query, after: Option<&str>, limit: usize) -> Answer<Found> {
        let query = query.clone().unfolded()?;
        let mut sieve = self.sieve(&query)?;
        if let Some(after) = after {
            sieve.end = sieve.end.min(page(after)?);
        }
        self.page(&query, &sieve, limit.clamp(1, MOST))
    }

    /// The newest items that pass.
    pub(super) fn page(&self, query: &Query, sieve: &Sieve, limit: usize) -> Answer<Found> {
        let mut items = self.newest(sieve, limit + 1)?;
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(|last| format!("{:x}", last.0));
        let mut reports = Reports::new(self);
        let mut hits = Vec::with_capacity(items.len());
        for item in items {
            hits.extend(reports.hit(item, &query.words)?);
        }
        let outer = reports.outer(&hits);
        hits.retain(|hit| !outer.contains(&address(hit)));
        Ok(Found { hits, next })
    }

    fn newest(&self, sieve: &Sieve, limit: usize) -> Answer<Vec<ItemId>> {
        self.items(sieve, limit, "DESC")
    }

    pub(super) fn oldest(&self, sieve: &Sieve, limit: usize) -> Answer<Vec<ItemId>> {
        self.items(sieve, limit, "ASC")
    }

    fn items(&self, sieve: &Sieve, limit: usize, order: &str) -> Answer<Vec<ItemId>> {
        self.ask(|store| {
            let sql = format!("SELECT rowid FROM item WHERE {SIEVE} ORDER BY rowid {order} LIMIT ?5");
            let mut find = store.prepare_cached(&sql)?;
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let values = params![sieve.expression, sieve.from.0, sieve.end.0, sieve.sorts.0, limit];
            find.query_map(values, |row| row.get(0).map(ItemId))?.collect()
        })
    }
}

/// Where a statement stands, as [`Reports::outer`] names it.
fn address(hit: &Hit) -> (String, String) {
    match hit.what {
        What::Statement(_) => (hit.report.key.clone(), hit.item.clone().unwrap_or_default()),
        What::Event(_) | What::Passage => Default::default(),
    }
}

fn page(after: &str) -> Answer<ItemId> {
    let bad = || Error::question(format!("`{after}` is no page")).hint("hand `next` back as it came");
    i64::from_str_radix(after, 16).map(ItemId).map_err(|_| bad())
}
