//! A query as an expression of the index: words in one column, filters as words in the other.

use std::fmt::Write;

use rusqlite::Connection;

use crate::error::Error;
use crate::fold::fold;
use crate::ids::{Day, ItemId, ReportId, Sorts};
use crate::items::tag;
use crate::query::{Query, parts};
use crate::store::{Answer, Store};

/// So many actors or places of one name are looked for at a time.
const NAMESAKES: usize = 128;

/// What the index is asked, and between which items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sieve {
    pub(super) expression: String,
    /// The first item that can be one.
    pub(super) from: ItemId,
    /// The first that cannot be one any more.
    pub(super) end: ItemId,
    /// Which sorts of items can be one.
    pub(super) sorts: Sorts,
}

/// What every question of the index asks besides its expression (`?1`): between which items (`?2`, `?3`) and of which sorts (`?4`). The number
/// of an item tells its sort and standing, so the index need not look them up.
pub(super) const SIEVE: &str =
    "item.item MATCH ?1 AND item.rowid >= ?2 AND item.rowid < ?3 AND (1 << (item.rowid & 7)) & ?4 <> 0";

impl Store {
    /// The items that a query asks for.
    pub(super) fn sieve(&self, query: &Query) -> Answer<Sieve> {
        self.sieve_of(query, sorts(query))
    }

    /// The items of these sorts that a query asks for.
    pub(super) fn sieve_of(&self, query: &Query, sorts: Sorts) -> Answer<Sieve> {
        self.sieve_with(query, words(&query.words), sorts)
    }

    /// The same with other words than those of the query, in the language of the index.
    pub(super) fn sieve_with(&self, query: &Query, words: Option<String>, sorts: Sorts) -> Answer<Sieve> {
        let mut tags = self.names(query)?;
        tags.extend(terms(query));
        if tags.is_empty() && words.is_none() {
            tags.push(tag::ITEM.to_owned());
        }
        let words = words.map(|words| format!("{{words}} : ({words})"));
        let tags = (!tags.is_empty()).then(|| format!("{{tags}} : ({})", tags.join(" AND ")));
        let expression = words.into_iter().chain(tags).collect::<Vec<_>>().join(" AND ");
        let from = query.from.as_deref().map_or(Day::UNKNOWN, |day| Day::of(Some(day)));
        let to = query.to.as_deref().map(|day| Day::of(Some(day)));
        // What has no day is before all days, so it is out as soon as there is a first or a last one.
        let from = if to.is_some() { Day(from.0.max(1)) } else { from };
        let end = to.map_or(ItemId(i64::MAX), |day| ItemId::first(ReportId::first(Day(day.0 + 1))));
        let sorts = query.status.map_or(sorts, |status| sorts.only(Sorts::events(status)));
        Ok(Sieve { expression, from: ItemId::first(ReportId::first(from)), end, sorts })
    }

    /// Filters that name somebody, an outlet or a place.
    fn names(&self, query: &Query) -> Answer<Vec<String>> {
        let mut tags = Vec::new();
        if let Some(name) = &query.speaker {
            tags.push(either(self.actors_called(name)?.into_iter().map(tag::speaker)));
        }
        if let Some(name) = &query.actor {
            tags.push(either(self.actors_called(name)?.into_iter().map(tag::actor)));
        }
        if let Some(name) = &query.outlet {
            tags.push(quoted(&tag::outlet(self.outlet_called(name)?)));
        }
        if let Some(name) = &query.place {
            tags.push(either(self.places_called(name)?.into_iter().map(tag::place)));
        }
        Ok(tags)
    }

    /// The actors of a name or alias, or the one of an id (`a12`).
    pub(super) fn actors_called(&self, name: &str) -> Answer<Vec<i64>> {
        if let Some(id) = number(name) {
            return Ok(vec![id]);
        }
        let sql = "SELECT actor FROM actor_name WHERE folded = ?1 ORDER BY actor";
        let found = self.ask(|store| ids(store, sql, &fold(name)))?;
        some(
            found,
            || format!("nobody in the store is called \u{201c}{name}\u{201d}"),
            "`sayso actors` lists who is",
        )
    }

    fn outlet_called(&self, name: &str) -> Answer<i64> {
        let found = self.ask(|store| ids(store, "SELECT id FROM outlet WHERE key = ?1", &fold(name)))?;
        let rule = || format!("no outlet or relay in the store is called \u{201c}{name}\u{201d}");
        some(found, rule, "`sayso stats` lists outlets").map(|ids| ids[0])
    }

    /// The places of a name, or the one of an id of GeoNames.
    pub(super) fn places_called(&self, name: &str) -> Answer<Vec<i64>> {
        let digits = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
        let found = self.ask(|store| match digits {
            true => ids(store, "SELECT id FROM place WHERE geonameid = CAST(?1 AS INTEGER)", name),
            false => ids(store, "SELECT place FROM place_name WHERE name = ?1 ORDER BY place", &fold(name)),
        })?;
        some(
            found,
            || format!("no place in the store is called \u{201c}{name}\u{201d}"),
            "`sayso search` without it shows places",
        )
    }
}

/// The number of an actor's id (`a12`).
pub(super) fn number(id: &str) -> Option<i64> {
    id.strip_prefix('a').filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
}

fn ids(store: &Connection, sql: &str, key: &str) -> rusqlite::Result<Vec<i64>> {
    store.prepare_cached(sql)?.query_map([key], |row| row.get(0))?.take(NAMESAKES).collect()
}

fn some(found: Vec<i64>, rule: impl FnOnce() -> String, hint: &'static str) -> Answer<Vec<i64>> {
    if found.is_empty() { Err(Error::question(rule()).hint(hint)) } else { Ok(found) }
}

/// Filters out of closed lists, but for the standing, which an item's number tells.
fn terms(query: &Query) -> impl Iterator<Item = String> {
    let country = query.country.as_deref().map(tag::country);
    let r#type = query.r#type.map(|term| tag::term(term.name()));
    let kind = query.kind.map(|term| tag::term(term.name()));
    let stance = query.stance.map(|term| tag::term(term.name()));
    [country, r#type, kind, stance].into_iter().flatten().map(|tag| quoted(&tag))
}

/// A filter of events asks for events, a filter of statements for statements; else what is said, and what stands outside all statements.
fn sorts(query: &Query) -> Sorts {
    if query.r#type.is_some() || query.status.is_some() || query.place.is_some() {
        return Sorts::EVENTS;
    }
    if query.speaker.is_some() || query.kind.is_some() || query.stance.is_some() {
        return Sorts::STATEMENTS;
    }
    Sorts::WORDS
}

/// All words, each as a phrase, because the index may cut one into several ("30,000"); `None` where there are none.
pub(super) fn words(words: &str) -> Option<String> {
    let phrases: Vec<_> =
        parts(words).into_iter().filter(|part| part.contains(char::is_alphanumeric)).map(quoted).collect();
    (!phrases.is_empty()).then(|| phrases.join(" AND "))
}

/// One of these.
fn either(tags: impl Iterator<Item = String>) -> String {
    let tags: Vec<_> = tags.map(|tag| quoted(&tag)).collect();
    format!("({})", tags.join(" OR "))
}

/// As a string of the index's language, in which quotation marks are doubled.
pub(super) fn quoted(words: &str) -> String {
    let mut quoted = String::new();
    let plain = words.trim_matches('"').replace('"', "\"\"");
    let _ = write!(quoted, "\"{plain}\"");
    quoted
}

#[cfg(test)]
mod tests {
    use super::{number, words};

    #[test]
    fn words_are_phrases_of_the_index() {
        assert_eq!(
            words(r#"30,000 "drone strike" - OR"#).unwrap(),
            r#""30,000" AND "drone strike" AND "OR""#
        );
        assert_eq!(words(r#"a"b" "#).unwrap(), r#""a""b""#);
        assert_eq!(words(" - "), None);
    }

    #[test]
    fn ids_of_actors() {
        assert_eq!(number("a12"), Some(12));
        assert_eq!((number("a-1"), number("anna"), number("a")), (None, None, None));
    }
}
