//! Looking things up in a record: the words at a span, the item with an id. What is not there is `None`; a record may come from anywhere.

use std::collections::BTreeMap;

use crate::encode::on_one_line;
use crate::twin::{Actor, Event, Participant, Place, Quantity, Record, Span, Statement};

/// Code points of a sentence that are quoted on each side of a trigger.
const NEAR: u32 = 1000;

/// A record with its items by their ids.
#[derive(Debug)]
pub struct Look<'r> {
    /// The record.
    pub record: &'r Record,
    /// Byte at which each code point of the text begins, and the end.
    starts: Vec<usize>,
    actors: BTreeMap<&'r str, usize>,
    places: BTreeMap<&'r str, &'r Place>,
    quantities: BTreeMap<&'r str, &'r Quantity>,
    statements: BTreeMap<&'r str, &'r Statement>,
    events: BTreeMap<&'r str, &'r Event>,
}

impl<'r> Look<'r> {
    /// Makes the record's items ready to be looked up; costs one pass over the text.
    pub fn new(record: &'r Record) -> Self {
        let starts = record.text.char_indices().map(|(at, _)| at).chain([record.text.len()]).collect();
        Look {
            record,
            starts,
            actors: record.actors.iter().enumerate().map(|(at, actor)| (actor.id.as_str(), at)).collect(),
            places: by_id(&record.places, |place| &place.id),
            quantities: by_id(&record.quantities, |quantity| &quantity.id),
            statements: by_id(&record.statements, |statement| &statement.id),
            events: by_id(&record.events, |event| &event.id),
        }
    }

    /// The words at a span, on one line.
    pub fn words(&self, span: Span) -> String {
        on_one_line(self.text(span))
    }

    /// The words at a span as they stand; none where the span is not one of the text.
    pub fn text(&self, Span(start, end): Span) -> &'r str {
        let byte = |point: u32| self.starts.get(point as usize).copied();
        let range = byte(start).zip(byte(end)).and_then(|(start, end)| self.record.text.get(start..end));
        range.unwrap_or_default()
    }

    /// How many code points the text has.
    pub fn end(&self) -> u32 {
        // A document has 10 MB at most.
        u32::try_from(self.starts.len() - 1).unwrap_or(u32::MAX)
    }

    /// The sentence that holds the trigger, on one line; its paragraph or the headline where the record has no sentence there. Of what is
    /// longer than people write, the part around the trigger: many events may share it.
    pub fn quote(&self, event: &Event) -> String {
        self.sentence(event.trigger).map(|span| self.words(span)).unwrap_or_default()
    }

    /// Where what [`Look::quote`] gives stands, for any span.
    pub fn sentence(&self, span: Span) -> Option<Span> {
        let of = |spans| around(spans, span);
        let title = self.record.title.as_slice();
        let Span(from, to) =
            of(&self.record.sentences).or_else(|| of(&self.record.body)).or_else(|| of(title))?;
        Some(Span(span.0.saturating_sub(NEAR).max(from), span.1.saturating_add(NEAR).min(to)))
    }

    /// Who takes part.
    pub fn actor(&self, of: &Participant) -> Option<&'r Actor> {
        self.actor_with(&of.id)
    }

    /// The actor with an id.
    pub fn actor_with(&self, id: &str) -> Option<&'r Actor> {
        self.record.actors.get(self.actor_index(id)?)
    }

    /// Which actor of the record has an id.
    pub fn actor_index(&self, id: &str) -> Option<usize> {
        self.actors.get(id).copied()
    }

    /// The last mention of an actor before or at a span, else its first.
    pub fn mention(&self, id: &str, span: Span) -> Option<Span> {
        let mentions = &self.actor_with(id)?.mentions;
        let next = mentions.partition_point(|mention| mention.span.0 <= span.0);
        mentions.get(next.saturating_sub(1)).map(|mention| mention.span)
    }

    /// Where an event is.
    pub fn place(&self, event: &Event) -> Option<&'r Place> {
        self.place_with(event.place.as_deref())
    }

    /// The place with an id.
    pub fn place_with(&self, id: Option<&str>) -> Option<&'r Place> {
        self.places.get(id?).copied()
    }

    /// The event with an id.
    pub fn event(&self, id: &str) -> Option<&'r Event> {
        self.events.get(id).copied()
    }

    /// The quantity with an id.
    pub fn quantity(&self, id: &str) -> Option<&'r Quantity> {
        self.quantities.get(id).copied()
    }

    /// The statement with an id.
    pub fn statement(&self, id: Option<&str>) -> Option<&'r Statement> {
        self.statements.get(id?).copied()
    }

    /// The statement that an event stands in, and those around it, from the innermost outwards.
    pub fn chain(&self, event: &Event) -> Vec<&'r Statement> {
        let mut chain = Vec::new();
        let mut next = self.statement(event.statement.as_deref());
        // A sound record names the outer statement first; the bound is for the others.
        while let Some(statement) = next.filter(|_| chain.len() <= self.statements.len()) {
            chain.push(statement);
            next = self.statement(statement.within.as_deref());
        }
        chain
    }

    /// "30000 sailors", ">12 boats": numbers with what they count.
    pub fn quantities(&self, event: &Event) -> Vec<String> {
        self.quantities_of(&event.quantities).into_iter().map(counted).collect()
    }

    /// The quantities with these ids.
    pub fn quantities_of(&self, ids: &[String]) -> Vec<&'r Quantity> {
        ids.iter().filter_map(|id| self.quantity(id)).collect()
    }
}

fn by_id<T>(items: &[T], id: impl Fn(&T) -> &String) -> BTreeMap<&str, &T> {
    items.iter().map(|item| (id(item).as_str(), item)).collect()
}

/// The last of these spans, in the order of the text, that begins no later than `span`, if it holds its beginning.
fn around(spans: &[Span], span: Span) -> Option<Span> {
    let next = spans.partition_point(|sentence| sentence.0 <= span.0);
    spans[..next].last().copied().filter(|sentence| span.0 < sentence.1)
}

fn counted(quantity: &Quantity) -> String {
    let relation = Some(quantity.relation.name()).filter(|&name| name != "=").unwrap_or_default();
    let number = format!("{relation}{}", quantity.value.0);
    let of = [quantity.unit.as_deref(), quantity.of.as_deref()].into_iter().flatten();
    std::iter::once(number.as_str()).chain(of).collect::<Vec<_>>().join(" ")
}
