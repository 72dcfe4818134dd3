//! An item of a record as a hit: its words, where they stand, and what they are.

use sayso_wire::{Event, Look, Participant, Place, Quantity, Span, Statement};

use super::found::Open;
use super::lights;
use crate::answers::{Count, Deed, Done, Hit, Name, PlaceName, Said, What};
use crate::ids::{ItemId, Sort};

/// Between parts of a statement that do not stand together.
const GAP: &str = " … ";

/// `None` where the record has no item of this number.
pub(super) fn hit(open: &Open, item: ItemId, asked: &str) -> Option<Hit> {
    let record = &open.record;
    let look = Look::new(record);
    let view = View { open, look: &look };
    let (id, spans, what) = match item.sort() {
        Sort::Statement => {
            let said = record.statements.get(item.place())?;
            (Some(said.id.clone()), said.content.clone(), What::Statement(view.said(said)))
        }
        Sort::Event(_) => {
            let event = record.events.get(item.place())?;
            (Some(event.id.clone()), vec![look.sentence(event.trigger)?], What::Event(view.done(event)))
        }
        Sort::Passage => {
            let span =
                item.place().checked_sub(1).map_or(record.title, |at| record.sentences.get(at).copied())?;
            (None, vec![span], What::Passage)
        }
    };
    Some(view.hit(id, spans, what, asked))
}

struct View<'o> {
    open: &'o Open,
    look: &'o Look<'o>,
}

impl View<'_> {
    fn hit(&self, item: Option<String>, spans: Vec<Span>, what: What, asked: &str) -> Hit {
        // One character for each of the text, so that `found` can be told in the words.
        let plain = |c: char| if c.is_whitespace() { ' ' } else { c };
        let text = |span: &Span| self.look.text(*span).chars().map(plain).collect::<String>();
        let words: Vec<_> = spans.iter().map(text).collect();
        let found = lights::found(&self.open.record, &spans, asked);
        Hit { report: self.open.line.clone(), item, words: words.join(GAP), spans, found, what }
    }

    fn said(&self, statement: &Statement) -> Said {
        let named = !statement.source.is_empty();
        Said {
            source: statement.source.iter().filter_map(|id| self.name(id)).collect(),
            source_words: statement.source_span.filter(|_| !named).map(|span| self.look.words(span)),
            cue: statement.cue.map(|span| self.look.words(span)),
            via: statement.via.iter().map(|via| self.relay(via)).collect(),
            kind: statement.kind,
            stance: statement.stance,
            time: statement.time.clone(),
            quantities: within(&self.open.record.quantities, &statement.content, |one| one.span)
                .map(|one| self.count(one))
                .collect(),
            events: within(&self.open.record.events, &statement.content, |one| one.trigger)
                .map(|one| self.deed(one))
                .collect(),
        }
    }

    fn done(&self, event: &Event) -> Done {
        Done {
            deed: self.deed(event),
            holder: event.holder.clone(),
            statement: event.statement.clone(),
            place: self.look.place(event).map(place),
            time: event.time.clone(),
            quantities: self
                .look
                .quantities_of(&event.quantities)
                .into_iter()
                .map(|one| self.count(one))
                .collect(),
            status_words: event.status_cues.iter().map(|span| self.look.words(*span)).collect(),
        }
    }

    fn deed(&self, event: &Event) -> Deed {
        let names = |who: &[Participant]| who.iter().filter_map(|one| self.name(&one.id)).collect();
        Deed {
            event: event.id.clone(),
            r#type: event.r#type,
            status: event.status,
            historical: event.historical,
            trigger: self.look.words(event.trigger),
            actor: names(&event.actor),
            recipient: names(&event.recipient),
        }
    }

    fn name(&self, id: &str) -> Option<Name> {
        let at = self.open.record.actors.iter().position(|actor| actor.id == id)?;
        let number = self.open.actors.get(at).copied().flatten();
        Some(Name { name: self.open.record.actors[at].name.clone(), id: number.map(|id| format!("a{id}")) })
    }

    fn relay(&self, via: &sayso_wire::Relay) -> Name {
        let known = via.actor.as_deref().and_then(|id| self.name(id));
        Name { name: via.name.clone(), id: known.and_then(|name| name.id) }
    }

    fn count(&self, quantity: &Quantity) -> Count {
        Count {
            words: self.look.words(quantity.span),
            value: quantity.value,
            relation: quantity.relation,
            unit: quantity.unit.clone(),
            of: quantity.of.clone(),
        }
    }
}

/// The items that stand within these spans, in their order.
fn within<'r, T>(items: &'r [T], spans: &[Span], at: impl Fn(&T) -> Span) -> impl Iterator<Item = &'r T> {
    items.iter().filter(move |one| {
        let Span(start, end) = at(one);
        spans.iter().any(|span| span.0 <= start && end <= span.1)
    })
}

pub(super) fn place(place: &Place) -> PlaceName {
    PlaceName {
        name: place.name.clone(),
        geonameid: place.geonameid,
        lat: place.lat,
        lon: place.lon,
        country: place.country.clone(),
        feature: place.feature,
    }
}
