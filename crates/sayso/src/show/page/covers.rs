//! Which words does each item cover: its own, which are marked, and those of its chain, which light up with it?

use sayso_record::{Event, Record, Statement};
use sayso_text::{Body, Span};

use crate::show::signs::{kind_class, stance_word};

/// An item that has an address on the page, by its position in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Item {
    /// `s1`
    Statement(usize),
    /// `e1`
    Event(usize),
    /// `t1`
    Time(usize),
    /// `q1`
    Quantity(usize),
}

impl Item {
    /// Its address within one record.
    pub(super) fn id(self) -> String {
        match self {
            Item::Statement(index) => format!("s{}", index + 1),
            Item::Event(index) => format!("e{}", index + 1),
            Item::Time(index) => format!("t{}", index + 1),
            Item::Quantity(index) => format!("q{}", index + 1),
        }
    }
}

/// Words that an item covers.
#[derive(Debug, Clone)]
pub(super) struct Cover {
    pub(super) span: Span<Body>,
    pub(super) item: Item,
    /// CSS classes of the item's own words; none for words of its chain.
    pub(super) own: Option<String>,
}

/// All covers, by where they begin, the longer first.
pub(super) fn covers(record: &Record) -> Vec<Cover> {
    let mut covers = Vec::new();
    for (index, statement) in record.statements.iter().enumerate() {
        of_statement(record, index, statement, &mut covers);
    }
    let mut held = vec![0; record.statements.len()];
    record.events.iter().filter_map(|event| event.statement).for_each(|id| held[id.index()] += 1);
    for (index, event) in record.events.iter().enumerate() {
        let crowded = event.statement.is_some_and(|id| held[id.index()] > CROWD);
        of_event(record, index, event, crowded, &mut covers);
    }
    covers.extend(
        record.times.iter().enumerate().map(|(index, time)| own(time.span, Item::Time(index), "time")),
    );
    let quantities = record.quantities.iter().enumerate();
    covers.extend(quantities.map(|(index, quantity)| own(quantity.span, Item::Quantity(index), "quantity")));
    covers.sort_by_key(|cover| (cover.span.start(), std::cmp::Reverse(cover.span.end()), cover.item));
    covers
}

fn own(span: Span<Body>, item: Item, classes: &str) -> Cover {
    Cover { span, item, own: Some(classes.to_owned()) }
}

fn chain(spans: impl IntoIterator<Item = Span<Body>>, item: Item, covers: &mut Vec<Cover>) {
    covers.extend(spans.into_iter().map(|span| Cover { span, item, own: None }));
}

/// Its content; where nothing is said, its cue.
fn of_statement(record: &Record, index: usize, statement: &Statement, covers: &mut Vec<Cover>) {
    let item = Item::Statement(index);
    let classes = statement_classes(statement);
    let words = if statement.content.is_empty() { statement.cue.as_slice() } else { &statement.content };
    covers.extend(words.iter().map(|&span| own(span, item, &classes)));
    chain(bearers(record, statement), item, covers);
}

fn statement_classes(statement: &Statement) -> String {
    let nested = if statement.within.is_some() { " nested" } else { "" };
    let stance = stance_word(statement.stance).map(|word| format!(" {word}")).unwrap_or_default();
    format!("st {}{nested}{stance}", kind_class(statement.kind))
}

/// Source, cue and relays of a statement, then all words of those it stands in.
fn bearers(record: &Record, statement: &Statement) -> Vec<Span<Body>> {
    let mut spans = Vec::new();
    let mut next = Some(statement);
    while let Some(one) = next {
        spans
            .extend(one.source_span.into_iter().chain(one.cue).chain(one.via.iter().map(|relay| relay.span)));
        next = one.within.map(|id| &record.statements[id.index()]);
        spans.extend(next.into_iter().flat_map(|outer| &outer.content));
    }
    spans
}

/// Events in one statement from which the words of the statement no longer shine with each of them: every word would carry all of them, and
/// a page would grow with the square of its report.
const CROWD: usize = 32;

fn of_event(record: &Record, index: usize, event: &Event, crowded: bool, covers: &mut Vec<Cover>) {
    let item = Item::Event(index);
    let past = if event.historical { " historical" } else { "" };
    covers.push(own(event.trigger, item, &format!("ev {}{past}", event.status.name())));
    let people = event.actor.iter().chain(&event.recipient).map(|one| one.span);
    chain(people.chain(event.status_cues.iter().copied()), item, covers);
    let holder = event.statement.map(|id| &record.statements[id.index()]);
    if let Some(holder) = holder.filter(|_| !crowded) {
        chain(holder.content.iter().copied().chain(bearers(record, holder)), item, covers);
    }
}
