//! What of a record goes into the index: the words of each item, and its filters as words of their own.
//!
//! A filter's word ends in a digit, which no inflection does, so the stemmer of the index leaves it alone. What an item is, and the standing of
//! an event, its number tells; they are no words.

use std::collections::BTreeMap;

use sayso_wire::{Event, Look, Record, Span, Statement};

use crate::ids::{ItemId, ReportId, Sort};

/// The numbers of the store that a record's names stand for.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    /// One an actor of the record; `None` for those who cannot be known again.
    pub(crate) actors: Vec<Option<i64>>,
    /// One a place of the record.
    pub(crate) places: Vec<i64>,
    /// The outlet that published it.
    pub(crate) outlet: Option<i64>,
    /// Relays by statement, in order.
    pub(crate) relays: Vec<Vec<i64>>,
}

/// The words that filters are in the index.
pub(crate) mod tag {
    /// Every item has it, for questions that ask for nothing else.
    pub(crate) const ITEM: &str = "item0";

    /// Of a closed list: a type, a kind, a stance.
    pub(crate) fn term(name: &str) -> String {
        format!("{}0", name.to_lowercase())
    }

    pub(crate) fn country(code: &str) -> String {
        format!("country{}0", code.to_lowercase())
    }

    pub(crate) fn speaker(id: i64) -> String {
        format!("speaker{id}")
    }

    pub(crate) fn actor(id: i64) -> String {
        format!("actor{id}")
    }

    pub(crate) fn place(id: i64) -> String {
        format!("place{id}")
    }

    pub(crate) fn outlet(id: i64) -> String {
        format!("outlet{id}")
    }
}

/// What can be told of an item without a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) sort: Sort,
    /// Which of its sort in the record, from 0.
    pub(crate) place: usize,
    pub(crate) words: String,
    /// Where a passage stands.
    span: Span,
}

impl Entry {
    /// `None` for more items than can be numbered.
    pub(crate) fn id(&self, report: ReportId) -> Option<ItemId> {
        ItemId::new(report, self.sort, self.place)
    }
}

/// Every item of a record with its words, in the order of the ids.
pub(crate) fn entries(record: &Record) -> Vec<Entry> {
    let look = Look::new(record);
    let entry = |sort, place, words| Entry { sort, place, words, span: Span(0, 0) };
    let statements = record.statements.iter().enumerate();
    let statements = statements.map(|(at, one)| entry(Sort::Statement, at, said(&look, one)));
    let events = record.events.iter().enumerate();
    let events = events.map(|(at, event)| entry(Sort::Event(event.status), at, look.quote(event)));
    let passages =
        passages(record).map(|(at, span)| Entry { span, ..entry(Sort::Passage, at, look.words(span)) });
    let mut entries: Vec<_> = statements.chain(events).chain(passages).collect();
    entries.sort_by_key(|entry| (entry.place, entry.sort.bits()));
    entries
}

/// Source, cue, content and relays, so that "Varga denied" finds what Varga denied.
fn said(look: &Look<'_>, statement: &Statement) -> String {
    let around = statement.source_span.into_iter().chain(statement.cue);
    let spans =
        around.chain(statement.content.iter().copied()).chain(statement.via.iter().map(|via| via.span));
    spans.map(|span| look.words(span)).collect::<Vec<_>>().join(" ")
}

/// The filters of each of a record's entries.
pub(crate) fn tags(record: &Record, numbers: &Numbers, entries: &[Entry]) -> Vec<String> {
    let desk = Desk::new(record, numbers);
    let tags = |entry: &Entry| match entry.sort {
        Sort::Statement => desk.statement(entry.place, &record.statements[entry.place]),
        Sort::Event(_) => desk.event(&record.events[entry.place]),
        Sort::Passage => desk.passage(entry.span),
    };
    entries.iter().map(tags).collect()
}

/// The events that are anywhere, with their place.
pub(crate) fn spots(
    record: &Record,
    numbers: &Numbers,
    report: ReportId,
) -> impl Iterator<Item = (ItemId, i64)> {
    let places = places(record.places.iter().map(|place| &place.id));
    record.events.iter().enumerate().filter_map(move |(at, event)| {
        let place = places.get(event.place.as_deref()?)?;
        Some((ItemId::new(report, Sort::Event(event.status), at)?, numbers.places[*place]))
    })
}

/// The words that stand outside all statements, by sentence: the headline as number 0, and the sentences from 1.
pub(crate) fn passages(record: &Record) -> impl Iterator<Item = (usize, Span)> {
    let mut said: Vec<_> =
        record.statements.iter().flat_map(|statement| &statement.content).copied().collect();
    said.sort();
    // The furthest end of all that begin no later, for contents may lie in each other.
    let ends = said.iter().scan(0, |end, span| {
        *end = span.1.max(*end);
        Some(*end)
    });
    let said: Vec<_> = said.iter().map(|span| span.0).zip(ends).collect();
    let title = record.title.map(|span| (0, span));
    let sentences = record.sentences.iter().enumerate().map(|(at, span)| (at + 1, *span));
    let sentences =
        sentences.filter(move |(_, span)| !record.title.is_some_and(|title| within(*span, title)));
    title.into_iter().chain(sentences).filter(move |(_, span)| {
        let before = said.partition_point(|(start, _)| *start < span.1);
        before.checked_sub(1).is_none_or(|last| said[last].1 <= span.0)
    })
}

fn within(inner: Span, outer: Span) -> bool {
    outer.0 <= inner.0 && inner.1 <= outer.1
}

/// Mentions by where they begin, with the place of their actor in the record.
fn named(record: &Record) -> Vec<(Span, usize)> {
    let mentions = record.actors.iter().enumerate();
    let mut named: Vec<_> = mentions
        .flat_map(|(at, actor)| actor.mentions.iter().map(move |mention| (mention.span, at)))
        .collect();
    named.sort();
    named
}

struct Desk<'r> {
    record: &'r Record,
    numbers: &'r Numbers,
    named: Vec<(Span, usize)>,
    actors: Places<'r>,
    places: Places<'r>,
    statements: Places<'r>,
}

/// Where in the record the item of an id is.
type Places<'r> = BTreeMap<&'r str, usize>;

fn places<'r>(ids: impl Iterator<Item = &'r String>) -> Places<'r> {
    ids.enumerate().map(|(at, id)| (id.as_str(), at)).collect()
}

impl<'r> Desk<'r> {
    fn new(record: &'r Record, numbers: &'r Numbers) -> Self {
        Desk {
            record,
            numbers,
            named: named(record),
            actors: places(record.actors.iter().map(|actor| &actor.id)),
            places: places(record.places.iter().map(|place| &place.id)),
            statements: places(record.statements.iter().map(|statement| &statement.id)),
        }
    }

    fn statement(&self, at: usize, statement: &Statement) -> String {
        let mut tags = self.common();
        self.held(at, statement, &mut tags);
        for id in statement.source.iter().chain(&statement.to) {
            self.actor(id, &mut tags);
        }
        statement.content.iter().for_each(|span| self.mentioned(*span, &mut tags));
        tags.written()
    }

    fn event(&self, event: &Event) -> String {
        let mut tags = self.common();
        tags.add(tag::term(event.r#type.name()));
        for participant in event.actor.iter().chain(&event.recipient) {
            self.actor(&participant.id, &mut tags);
        }
        let place = event.place.as_deref().and_then(|id| self.places.get(id));
        if let Some(&place) = place {
            tags.add(tag::place(self.numbers.places[place]));
            self.record.places[place].country.iter().for_each(|code| tags.add(tag::country(code)));
        }
        let statement = event.statement.as_deref().and_then(|id| self.statements.get(id));
        if let Some(&at) = statement {
            self.held(at, &self.record.statements[at], &mut tags);
        }
        tags.written()
    }

    fn passage(&self, span: Span) -> String {
        let mut tags = self.common();
        self.mentioned(span, &mut tags);
        tags.written()
    }

    fn common(&self) -> Tags {
        let mut tags = Tags(vec![tag::ITEM.to_owned()]);
        self.numbers.outlet.iter().for_each(|id| tags.add(tag::outlet(*id)));
        tags
    }

    /// By whom, through whom and how a statement is made.
    fn held(&self, at: usize, statement: &Statement, tags: &mut Tags) {
        tags.add(tag::term(statement.kind.name()));
        tags.add(tag::term(statement.stance.name()));
        let speakers =
            statement.source.iter().filter_map(|id| self.numbers.actors[*self.actors.get(id.as_str())?]);
        speakers.for_each(|id| tags.add(tag::speaker(id)));
        self.numbers.relays[at].iter().for_each(|id| tags.add(tag::outlet(*id)));
    }

    fn actor(&self, id: &str, tags: &mut Tags) {
        self.actors.get(id).iter().for_each(|at| self.actor_at(**at, tags));
    }

    fn actor_at(&self, at: usize, tags: &mut Tags) {
        self.numbers.actors[at].iter().for_each(|id| tags.add(tag::actor(*id)));
        self.record.actors[at].country.iter().for_each(|code| tags.add(tag::country(code)));
    }

    fn mentioned(&self, span: Span, tags: &mut Tags) {
        for at in self.actors_in(span) {
            self.actor_at(at, tags);
        }
    }

    /// Actors of the record who are mentioned within a span.
    fn actors_in(&self, span: Span) -> impl Iterator<Item = usize> {
        let first = self.named.partition_point(|(mention, _)| mention.0 < span.0);
        self.named[first..].iter().take_while(move |(mention, _)| mention.0 < span.1).map(|(_, at)| *at)
    }
}

/// Filters of one item, each once.
struct Tags(Vec<String>);

impl Tags {
    fn add(&mut self, tag: String) {
        self.0.push(tag);
    }

    fn written(mut self) -> String {
        self.0.sort();
        self.0.dedup();
        self.0.join(" ")
    }
}
