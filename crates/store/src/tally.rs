//! Roll-ups: counts by day, kept beside the items so that a timeline needs no walk over them.
//!
//! Counts of many reports are summed here and written once, in the transaction that the reports are written in.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Result, params};
use sayso_wire::{Event, Record, Span, Statement};

use crate::ids::Day;
use crate::items::Numbers;

/// Stands for any actor or place.
const ANY: i64 = 0;

/// Counts that are not written yet.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    events: BTreeMap<(i64, i64, i64, &'static str, &'static str), i64>,
    said: BTreeMap<(i64, i64), i64>,
    edges: BTreeMap<(i64, i64, i64, &'static str, &'static str), i64>,
    actors: BTreeMap<i64, [i64; 3]>,
}

impl Tally {
    /// Counts a report.
    pub(crate) fn count(&mut self, record: &Record, numbers: &Numbers, day: Day) {
        let count = Count { record, numbers, day, ids: ids(record, numbers), tally: self };
        count.all();
    }

    /// Adds everything to the roll-ups.
    pub(crate) fn write(self, store: &Connection) -> Result<()> {
        let sql =
            "INSERT INTO tally VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET n = n + excluded.n";
        let mut add = store.prepare_cached(sql)?;
        for ((actor, place, day, r#type, status), n) in self.events {
            add.execute(params![actor, place, day, r#type, status, n])?;
        }
        let sql = "INSERT INTO said VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET n = n + excluded.n";
        let mut add = store.prepare_cached(sql)?;
        for ((speaker, day), n) in self.said {
            add.execute(params![speaker, day, n])?;
        }
        let sql =
            "INSERT INTO edge VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET n = n + excluded.n";
        let mut add = store.prepare_cached(sql)?;
        for ((source, target, day, r#type, status), n) in self.edges {
            add.execute(params![source, target, day, r#type, status, n])?;
        }
        let sql = "UPDATE actor SET reports = reports + ?2, statements = statements + ?3, events = events + ?4 WHERE id = ?1";
        let mut add = store.prepare_cached(sql)?;
        for (actor, [reports, statements, events]) in self.actors {
            add.execute(params![actor, reports, statements, events])?;
        }
        Ok(())
    }
}

/// The actors of the store by the ids of the record.
fn ids<'r>(record: &'r Record, numbers: &Numbers) -> BTreeMap<&'r str, i64> {
    let known = record.actors.iter().zip(&numbers.actors);
    known.filter_map(|(actor, number)| Some((actor.id.as_str(), (*number)?))).collect()
}

struct Count<'a> {
    record: &'a Record,
    numbers: &'a Numbers,
    day: Day,
    ids: BTreeMap<&'a str, i64>,
    tally: &'a mut Tally,
}

impl Count<'_> {
    fn all(mut self) {
        let everybody: BTreeSet<_> = self.ids.values().copied().collect();
        everybody.into_iter().for_each(|id| self.tally.actors.entry(id).or_default()[0] += 1);
        let places = self.record.places.iter().zip(&self.numbers.places);
        let places: BTreeMap<_, _> = places.map(|(place, number)| (place.id.as_str(), *number)).collect();
        let mentions = mentions(self.record);
        self.record.events.iter().for_each(|event| self.event(event, &places));
        self.record.statements.iter().for_each(|statement| self.statement(statement, &mentions));
    }

    fn event(&mut self, event: &Event, places: &BTreeMap<&str, i64>) {
        let (r#type, status) = (event.r#type.name(), event.status.name());
        let actors: BTreeSet<_> = self.known(event.actor.iter().map(|one| &one.id));
        let recipients = self.known(event.recipient.iter().map(|one| &one.id));
        let place = event.place.as_deref().and_then(|id| places.get(id)).copied();
        for actor in actors.union(&recipients).copied().chain([ANY]) {
            for (place, day) in
                place.into_iter().chain([ANY]).flat_map(|place| [(place, self.day), (place, Day::ALL)])
            {
                *self.tally.events.entry((actor, place, day.0, r#type, status)).or_default() += 1;
            }
        }
        actors.union(&recipients).for_each(|id| self.tally.actors.entry(*id).or_default()[2] += 1);
        self.edges(&actors, &recipients, r#type, status);
    }

    fn statement(&mut self, statement: &Statement, mentions: &[(Span, &str)]) {
        let speakers = self.known(statement.source.iter());
        for speaker in speakers.iter().copied().chain([ANY]) {
            *self.tally.said.entry((speaker, self.day.0)).or_default() += 1;
        }
        speakers.iter().for_each(|id| self.tally.actors.entry(*id).or_default()[1] += 1);
        let about = statement.content.iter().flat_map(|span| within(mentions, *span));
        let about: BTreeSet<_> = about.filter_map(|id| self.ids.get(id)).copied().collect();
        self.edges(&speakers, &about, "", "");
    }

    /// From each to each other, on this day and on all days together.
    fn edges(
        &mut self,
        from: &BTreeSet<i64>,
        to: &BTreeSet<i64>,
        r#type: &'static str,
        status: &'static str,
    ) {
        for (&source, &target) in from.iter().flat_map(|source| to.iter().map(move |target| (source, target)))
        {
            for day in [self.day, Day::ALL].iter().filter(|_| source != target) {
                *self.tally.edges.entry((source, target, day.0, r#type, status)).or_default() += 1;
            }
        }
    }

    fn known<'s>(&self, ids: impl Iterator<Item = &'s String>) -> BTreeSet<i64> {
        ids.filter_map(|id| self.ids.get(id.as_str()).copied()).collect()
    }
}

/// Mentions by where they begin, with their actor.
fn mentions(record: &Record) -> Vec<(Span, &str)> {
    let each =
        |actor: &'_ sayso_wire::Actor| actor.mentions.iter().map(|mention| mention.span).collect::<Vec<_>>();
    let mut mentions: Vec<_> = record
        .actors
        .iter()
        .flat_map(|actor| each(actor).into_iter().map(|span| (span, actor.id.as_str())))
        .collect();
    mentions.sort();
    mentions
}

fn within<'m, 'r>(
    mentions: &'m [(Span, &'r str)],
    span: Span,
) -> impl Iterator<Item = &'r str> + use<'m, 'r> {
    let first = mentions.partition_point(|(mention, _)| mention.0 < span.0);
    mentions[first..].iter().take_while(move |(mention, _)| mention.0 < span.1).map(|(_, id)| *id)
}
