//! Looking things up in a record: the words at a span, the item with an id. What is not there is `None`; a record may come from anywhere.

use std::collections::BTreeMap;

use crate::encode::on_one_line;
use crate::twin::{Actor, Event, Participant, Place, Quantity, Record, Span, Statement};

/// Code points of a sentence that are quoted on each side of a trigger.
const NEAR: u32 = 1000;

/// A record with its items by their ids.
pub struct Look<'r> {
    /// The record.
    pub record: &'r Record,
    /// Byte at which each code point of the text begins, and the end.
    starts: Vec<usize>,
    actors: BTreeMap<&'r str, &'r Actor>,
    places: BTreeMap<&'r str, &'r Place>,
    quantities: BTreeMap<&'r str, &'r Quantity>,
    statements: BTreeMap<&'r str, &'r Statement>,
}

impl<'r> Look<'r> {
    /// Over this record.
    pub fn new(record: &'r Record) -> Self {
        let starts = record.text.char_indices().map(|(at, _)| at).chain([record.text.len()]).collect();
        Look {
            record,
            starts,
            actors: by_id(&record.actors, |actor| &actor.id),
            places: by_id(&record.places, |place| &place.id),
            quantities: by_id(&record.quantities, |quantity| &quantity.id),
            statements: by_id(&record.statements, |statement| &statement.id),
        }
    }

    /// The words at a span, on one line.
    pub fn words(&self, span: Span) -> String {
        on_one_line(self.text(span))
    }

    /// The text at a span as it is.
    pub fn text(&self, Span(start, end): Span) -> &'r str {
        let byte = |point: u32| self.starts.get(point as usize).copied();
        let range = byte(start).zip(byte(end)).and_then(|(start, end)| self.record.text.get(start..end));
        range.unwrap_or_default()
    }

    /// The sentence that holds the trigger, on one line; its paragraph where the record has no sentence there. Of what is longer than people
    /// write, the part around the trigger: many events may share it.
    pub fn quote(&self, event: &Event) -> String {
        self.sentence(event.trigger).map(|span| self.words(span)).unwrap_or_default()
    }

    /// Where what [`Look::quote`] gives stands, for any span.
    pub fn sentence(&self, span: Span) -> Option<Span> {
        let of = |spans| around(spans, span);
        let Span(from, to) = of(&self.record.sentences).or_else(|| of(&self.record.body))?;
        Some(Span(span.0.saturating_sub(NEAR).max(from), span.1.saturating_add(NEAR).min(to)))
    }

    /// Who takes part.
    pub fn actor(&self, of: &Participant) -> Option<&'r Actor> {
        self.actor_of(&of.id)
    }

    /// The actor with this id.
    pub fn actor_of(&self, id: &str) -> Option<&'r Actor> {
        self.actors.get(id).copied()
    }

    /// The quantities of the record with these ids.
    pub fn quantities_of(&self, ids: &[String]) -> Vec<&'r Quantity> {
        ids.iter().filter_map(|id| self.quantities.get(id.as_str()).copied()).collect()
    }

    /// The last mention of an actor before or at a span, else its first.
    pub fn mention(&self, id: &str, span: Span) -> Option<Span> {
        let mentions = &self.actors.get(id)?.mentions;
        let next = mentions.partition_point(|mention| mention.span.0 <= span.0);
        mentions.get(next.saturating_sub(1)).map(|mention| mention.span)
    }

    /// Where an event is.
    pub fn place(&self, event: &Event) -> Option<&'r Place> {
        self.places.get(event.place.as_deref()?).copied()
    }

    /// The statement with this id.
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
