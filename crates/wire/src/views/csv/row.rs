//! What a row is made from: the event with what the record knows of those who take part, the place and the report.

use std::collections::BTreeSet;

use super::cell::Cell;
use crate::look::Look;
use crate::terms::{ActorType, FeatureClass};
use crate::twin::{Actor, Event, Participant, Place, Record, Span};
use crate::views::coded::Coded;
use crate::views::{Stored, cow, link, scores};

/// One event.
pub(super) struct Row<'a> {
    pub(super) look: &'a Look<'a>,
    pub(super) story: &'a Story<'a>,
    pub(super) coded: &'a Coded<'a>,
    pub(super) event: &'a Event,
    pub(super) actor: Side<'a>,
    pub(super) recipient: Side<'a>,
    pub(super) place: Option<&'a Place>,
    /// What the store knows of the record, where it comes from one.
    pub(super) stored: Option<&'a Stored<'a>>,
    /// The sentence that holds the trigger, on one line.
    pub(super) quote: String,
}

impl<'a> Row<'a> {
    pub(super) fn new(
        look: &'a Look<'a>,
        story: &'a Story<'a>,
        coded: &'a Coded<'a>,
        stored: Option<&'a Stored<'a>>,
    ) -> Self {
        let event = &*coded.event;
        Row {
            look,
            story,
            coded,
            event,
            actor: Side::new(look, &event.actor),
            recipient: Side::new(look, &event.recipient),
            place: look.place(event),
            stored,
            quote: look.quote(event),
        }
    }

    pub(super) fn record(&self) -> &'a Record {
        self.look.record
    }

    pub(super) fn intensity(&self) -> Cell {
        Cell::number(Some(format!("{:.1}", scores::intensity(self.event.r#type, self.event.mode.as_deref()))))
    }

    pub(super) fn quad(&self) -> Cell {
        Cell::words(scores::quad(self.event.r#type))
    }

    pub(super) fn city(&self) -> Cell {
        let city = self.place.filter(|place| place.feature == Some(FeatureClass::P));
        Cell::maybe(city.map(|place| place.name.as_str()))
    }

    pub(super) fn stance(&self) -> Cell {
        let statement = self.look.statement(self.event.statement.as_deref());
        Cell::maybe(statement.map(|statement| statement.stance.name()))
    }

    /// Ids in the store, in the order of the other cells of this side.
    pub(super) fn ids(&self, side: &[Participant]) -> Cell {
        Cell::aligned(&self.stored.map(|stored| stored.ids(self.look, side)).unwrap_or_default())
    }

    pub(super) fn link(&self) -> Cell {
        let uri = self.record().document.uri.as_deref();
        Cell::maybe(uri.and_then(|uri| link::link(uri, &self.quote)))
    }
}

/// Those on one side of an event.
pub(super) struct Side<'a>(Vec<(Option<&'a Actor>, Span)>);

impl<'a> Side<'a> {
    fn new(look: &Look<'a>, participants: &[Participant]) -> Self {
        Side(participants.iter().map(|of| (look.actor(of), of.span)).collect())
    }

    pub(super) fn names(&self) -> Cell {
        self.each(|actor| Some(actor.name.clone()))
    }

    pub(super) fn countries(&self) -> Cell {
        self.each(|actor| actor.country.clone())
    }

    pub(super) fn cow(&self) -> Cell {
        self.each(|actor| cow::number(actor.country.as_deref()?).map(|number| number.to_string()))
    }

    pub(super) fn sectors(&self) -> Cell {
        self.each(|actor| actor.sector.map(|sector| sector.name().to_owned()))
    }

    pub(super) fn titles(&self) -> Cell {
        self.each(|actor| actor.role.clone())
    }

    /// The words that put them there.
    pub(super) fn raw(&self, look: &Look<'_>) -> Cell {
        Cell::list(self.0.iter().map(|&(_, span)| look.words(span)))
    }

    fn each(&self, of: impl Fn(&Actor) -> Option<String>) -> Cell {
        let entries: Vec<_> = self.0.iter().map(|(actor, _)| actor.and_then(&of)).collect();
        Cell::aligned(&entries)
    }
}

/// Names of one kind that a row tells of its story: more than reports have, and a bound on rows of what is no report.
const STORY: usize = 200;

/// What the whole report speaks of: each name once, in the order of the record.
pub(super) struct Story<'a> {
    pub(super) people: Vec<&'a str>,
    pub(super) organizations: Vec<&'a str>,
    pub(super) locations: Vec<&'a str>,
}

impl<'a> Story<'a> {
    pub(super) fn new(record: &'a Record) -> Self {
        let named = |kind| {
            let actors = record.actors.iter().filter(move |actor| actor.r#type == kind);
            actors.map(|actor| actor.name.as_str())
        };
        let places = record.places.iter().map(|place| place.name.as_str());
        Story {
            people: once(named(ActorType::Person)),
            organizations: once(named(ActorType::Organization)),
            locations: once(named(ActorType::Place).chain(places)),
        }
    }
}

fn once<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    names.filter(|&name| seen.insert(name)).take(STORY).collect()
}
