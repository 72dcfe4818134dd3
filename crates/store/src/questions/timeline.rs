//! Timeline: how much is told on which day, and with what standing?

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params, params_from_iter};
use sayso_wire::Status;

use super::filters::SIEVE;
use crate::answers::{Day, Standings, Timeline};
use crate::ids::{self, ItemId, Sort, Sorts};
use crate::query::Query;
use crate::store::{Answer, Store};

/// Counts by day.
type Days = BTreeMap<ids::Day, (Standings, u32)>;

impl Store {
    /// Events and statements by day of publication.
    ///
    /// # Errors
    /// As for [`Store::search`].
    pub fn timeline(&self, query: &Query) -> Answer<Timeline> {
        let query = query.clone().unfolded()?;
        let mut days =
            if rolled_up(&query) { self.tallied_days(&query)? } else { self.indexed_days(&query)? };
        let undated = days.remove(&ids::Day::UNKNOWN).unwrap_or_default().0;
        let days = days
            .into_iter()
            .filter_map(|(day, (events, statements))| Some(Day { day: day.written()?, events, statements }));
        Ok(Timeline { days: days.collect(), undated })
    }

    /// From the roll-ups: what has no other filters than actor, place, type, status and days.
    fn tallied_days(&self, query: &Query) -> Answer<Days> {
        let actors = query.actor.as_deref().map_or(Ok(vec![0]), |name| self.actors_called(name))?;
        let places = query.place.as_deref().map_or(Ok(vec![0]), |name| self.places_called(name))?;
        let (from, to) = span(query);
        let mut days = Days::new();
        self.ask(|store| {
            let mut find = store.prepare_cached(TALLY)?;
            for (actor, place) in
                actors.iter().flat_map(|actor| places.iter().map(move |place| (actor, place)))
            {
                let values = params![
                    actor,
                    place,
                    from,
                    to,
                    query.r#type.map(|one| one.name()),
                    query.status.map(|one| one.name())
                ];
                let mut rows = find.query(values)?;
                while let Some(row) = rows.next()? {
                    let (day, status, n) = counted(row)?;
                    add(&mut days.entry(day).or_default().0, &status, n);
                }
            }
            Ok(())
        })?;
        if query.r#type.is_none() && query.status.is_none() && query.place.is_none() {
            self.ask(|store| said(store, &actors, from, to, &mut days))?;
        }
        Ok(days)
    }

    /// From the index: any filters and words, in one walk over what they find.
    fn indexed_days(&self, query: &Query) -> Answer<Days> {
        let events_alone = query.r#type.is_some() || query.status.is_some() || query.place.is_some();
        let sorts = if events_alone { Sorts::EVENTS } else { Sorts::EVENTS.and(Sorts::STATEMENTS) };
        let sieve = self.sieve_of(query, sorts)?;
        self.ask(|store| {
            let mut days = Days::new();
            let mut find = store.prepare_cached(&format!("SELECT rowid FROM item WHERE {SIEVE}"))?;
            let mut rows = find.query(params![sieve.expression, sieve.from.0, sieve.end.0, sieve.sorts.0])?;
            // Counted here, because SQLite would sort them to group them.
            while let Some(row) = rows.next()? {
                let item = ItemId(row.get(0)?);
                let (events, statements) = days.entry(item.report().day()).or_default();
                match item.sort() {
                    Sort::Event(status) => *standing(events, status) += 1,
                    Sort::Statement | Sort::Passage => *statements += 1,
                }
            }
            Ok(days)
        })
    }
}

const TALLY: &str = "SELECT day, status, sum(n) FROM tally
    WHERE actor = ?1 AND place = ?2 AND day BETWEEN ?3 AND ?4 AND type = coalesce(?5, type) AND status = coalesce(?6, status)
    GROUP BY day, status";

/// Whether the roll-ups can answer.
pub(super) fn rolled_up(query: &Query) -> bool {
    let others = [&query.speaker, &query.outlet, &query.country];
    let plain = query.kind.is_none() && query.stance.is_none();
    plain && others.iter().all(|other| other.is_none()) && !query.words.contains(char::is_alphanumeric)
}

/// The first and the last day that count, the unknown one among them where no limit is set.
pub(super) fn span(query: &Query) -> (i64, i64) {
    let day = |written: &Option<String>| written.as_deref().map(|day| ids::Day::of(Some(day)).0);
    let (from, to) = (day(&query.from), day(&query.to));
    (from.unwrap_or(i64::from(to.is_some())), to.unwrap_or(i64::MAX))
}

fn counted(row: &Row<'_>) -> rusqlite::Result<(ids::Day, String, u32)> {
    Ok((ids::Day(row.get(0)?), row.get(1)?, row.get(2)?))
}

fn said(store: &Connection, speakers: &[i64], from: i64, to: i64, days: &mut Days) -> rusqlite::Result<()> {
    let mut find =
        store.prepare_cached("SELECT day, n FROM said WHERE speaker = ?1 AND day BETWEEN ?2 AND ?3")?;
    for speaker in speakers {
        let mut rows = find.query(params_from_iter([*speaker, from, to]))?;
        while let Some(row) = rows.next()? {
            days.entry(ids::Day(row.get(0)?)).or_default().1 += row.get::<_, u32>(1)?;
        }
    }
    Ok(())
}

/// Adds `n` events of the standing that is called so.
pub(super) fn add(standings: &mut Standings, status: &str, n: u32) {
    if let Some(status) = Status::ALL.iter().find(|one| one.name() == status) {
        *standing(standings, *status) += n;
    }
}

/// The count of one standing.
pub(super) fn standing(standings: &mut Standings, status: Status) -> &mut u32 {
    match status {
        Status::Actual => &mut standings.actual,
        Status::Negated => &mut standings.negated,
        Status::Hypothetical => &mut standings.hypothetical,
        Status::Future => &mut standings.future,
    }
}
