//! Map: where is it told that something happened, or may?

use std::collections::BTreeMap;

use rusqlite::{Row, params};
use sayso_wire::{FeatureClass, Number};

use super::filters::SIEVE;
use super::timeline::{add, rolled_up, span, standing};
use crate::answers::{Map, PlaceName, Spot, Standings};
use crate::ids::{Day, ItemId, Sort, Sorts};
use crate::query::Query;
use crate::store::{Answer, Store};

/// Standings by place.
type Places = BTreeMap<i64, Standings>;

impl Store {
    /// Events by place, the place with most of them first.
    ///
    /// # Errors
    /// As for [`Store::search`].
    pub fn map(&self, query: &Query) -> Answer<Map> {
        let query = query.clone().unfolded()?;
        let only = query.place.as_deref().map(|name| self.places_called(name)).transpose()?;
        let (mut places, mut unplaced) =
            if rolled_up(&query) { self.tallied(&query)? } else { self.spotted(&query)? };
        if let Some(only) = &only {
            places.retain(|id, _| only.contains(id));
            // Nobody asks for events that are nowhere.
            unplaced = Standings::default();
        }
        let mut map = Map { places: Vec::new(), unresolved: Standings::default(), unplaced };
        for (id, events) in places {
            let place = self.place(id)?;
            if place.lat.is_some() {
                map.places.push(Spot { place, events })
            } else {
                plus(&mut map.unresolved, &events)
            }
        }
        // The same order whatever the order of adding.
        map.places.sort_by(|a, b| {
            let of = |spot: &Spot| {
                (std::cmp::Reverse(all(&spot.events)), spot.place.name.clone(), spot.place.geonameid)
            };
            of(a).cmp(&of(b))
        });
        Ok(map)
    }

    /// From the roll-ups: events by place, and those that are nowhere.
    fn tallied(&self, query: &Query) -> Answer<(Places, Standings)> {
        let actors = query.actor.as_deref().map_or(Ok(vec![0]), |name| self.actors_called(name))?;
        let (from, to) = days(query);
        let mut places = Places::new();
        self.ask(|store| {
            let mut find = store.prepare_cached(TALLIED)?;
            for actor in &actors {
                let values = params![
                    actor,
                    from,
                    to,
                    query.r#type.map(|one| one.name()),
                    query.status.map(|one| one.name())
                ];
                let mut rows = find.query(values)?;
                while let Some(row) = rows.next()? {
                    count(row, &mut places)?;
                }
            }
            Ok(())
        })?;
        let unplaced = self.unplaced(query, &places)?;
        Ok((places, unplaced))
    }

    /// From the index: the same in one walk over what is found.
    fn spotted(&self, query: &Query) -> Answer<(Places, Standings)> {
        let sieve = self.sieve_of(query, Sorts::EVENTS)?;
        self.ask(|store| {
            let (mut places, mut unplaced) = (Places::new(), Standings::default());
            let mut find = store.prepare_cached(&format!("{SPOTTED} WHERE {SIEVE}"))?;
            let mut rows = find.query(params![sieve.expression, sieve.from.0, sieve.end.0, sieve.sorts.0])?;
            while let Some(row) = rows.next()? {
                let Sort::Event(status) = ItemId(row.get(0)?).sort() else { continue };
                let place: Option<i64> = row.get(1)?;
                let events = place.map_or(&mut unplaced, |place| places.entry(place).or_default());
                *standing(events, status) += 1;
            }
            Ok((places, unplaced))
        })
    }

    /// All events but those that are anywhere.
    fn unplaced(&self, query: &Query, placed: &Places) -> Answer<Standings> {
        if query.place.is_some() {
            return Ok(Standings::default());
        }
        let time = self.timeline(query)?;
        let mut rest = time.undated;
        time.days.iter().for_each(|day| plus(&mut rest, &day.events));
        for events in placed.values() {
            rest.actual = rest.actual.saturating_sub(events.actual);
            rest.negated = rest.negated.saturating_sub(events.negated);
            rest.hypothetical = rest.hypothetical.saturating_sub(events.hypothetical);
            rest.future = rest.future.saturating_sub(events.future);
        }
        Ok(rest)
    }

    fn place(&self, id: i64) -> Answer<PlaceName> {
        let sql = "SELECT name, geonameid, lat, lon, country, feature FROM place WHERE id = ?1";
        self.ask(|store| store.prepare_cached(sql)?.query_row([id], named))
    }
}

/// Place by place, because a place's counts stand together.
const TALLIED: &str = "SELECT place.id, tally.status, sum(tally.n) FROM place CROSS JOIN tally
    ON tally.actor = ?1 AND tally.place = place.id AND tally.day BETWEEN ?2 AND ?3
    AND tally.type = coalesce(?4, tally.type) AND tally.status = coalesce(?5, tally.status)
    GROUP BY 1, 2";
const SPOTTED: &str = "SELECT item.rowid, spot.place FROM item LEFT JOIN spot ON spot.item = item.rowid";

/// The days that count; all together where no limit is set.
pub(super) fn days(query: &Query) -> (i64, i64) {
    if query.from.is_none() && query.to.is_none() { (Day::ALL.0, Day::ALL.0) } else { span(query) }
}

fn count(row: &Row<'_>, places: &mut Places) -> rusqlite::Result<()> {
    let status: String = row.get(1)?;
    add(places.entry(row.get(0)?).or_default(), &status, row.get(2)?);
    Ok(())
}

fn named(row: &Row<'_>) -> rusqlite::Result<PlaceName> {
    let feature: Option<String> = row.get(5)?;
    Ok(PlaceName {
        name: row.get(0)?,
        geonameid: row.get(1)?,
        lat: row.get::<_, Option<f64>>(2)?.map(Number),
        lon: row.get::<_, Option<f64>>(3)?.map(Number),
        country: row.get(4)?,
        feature: feature.and_then(|name| FeatureClass::ALL.iter().find(|one| one.name() == name).copied()),
    })
}

pub(super) fn plus(sum: &mut Standings, more: &Standings) {
    sum.actual += more.actual;
    sum.negated += more.negated;
    sum.hypothetical += more.hypothetical;
    sum.future += more.future;
}

pub(super) fn all(standings: &Standings) -> u32 {
    standings.actual + standings.negated + standings.hypothetical + standings.future
}
