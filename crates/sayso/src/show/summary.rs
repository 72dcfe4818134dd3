//! One sentence made from the record: how many statements by whom, how many events of which standing?

use std::collections::BTreeSet;

use sayso_record::{ActorType, Record, Relay, Status};

use super::figures::count;
use super::signs::Signs;
use super::view::View;

/// A piece of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// The words.
    pub(super) text: String,
    /// What is counted, where the piece is a count that can be picked out.
    pub(super) picks: Option<&'static str>,
}

/// The sentence in pieces. What does not occur is left out, except that the absence of statements or events is said.
pub(super) fn summary(record: &Record, signs: &Signs) -> Vec<Part> {
    let mut parts = statements(record);
    parts.push(plain(format!(" {} ", signs.dot)));
    parts.extend(events(record));
    parts
}

/// The sentence as words.
pub(super) fn sentence(record: &Record, signs: &Signs) -> String {
    summary(record, signs).into_iter().map(|part| part.text).collect()
}

fn plain(text: impl Into<String>) -> Part {
    Part { text: text.into(), picks: None }
}

fn picked(text: String, picks: &'static str) -> Part {
    Part { text, picks: Some(picks) }
}

fn statements(record: &Record) -> Vec<Part> {
    match record.statements.len() {
        0 => vec![plain("no statements found")],
        number => vec![
            picked(count(number, "statement", "statements"), "statement"),
            plain(format!("{}{}", by_sources(record), through_outlets(record))),
        ],
    }
}

fn by_sources(record: &Record) -> String {
    let known: BTreeSet<_> = record.statements.iter().flat_map(|statement| &statement.source).collect();
    let unknown = record.statements.iter().filter(|statement| statement.source.is_empty()).count();
    match (known.len(), unknown) {
        (0, _) => ", source unknown".into(),
        (known, 0) => format!(" by {}", count(known, "source", "sources")),
        (known, unknown) => format!(" by {} and {unknown} unknown", count(known, "source", "sources")),
    }
}

/// Outlets by name; people and countries that pass a word on are sources of the page, not outlets.
fn through_outlets(record: &Record) -> String {
    let view = View { record };
    let outlet = |relay: &&Relay| relay.actor.is_none_or(|id| view.actor(id).kind == ActorType::Organization);
    let name = |relay: &Relay| relay.actor.map_or_else(|| view.words(relay.span), |id| view.name(id));
    let relays = record.statements.iter().flat_map(|statement| &statement.via);
    let names: BTreeSet<_> = relays.filter(outlet).map(name).collect();
    match names.len() {
        0 => String::new(),
        number => format!(" through {}", count(number, "outlet", "outlets")),
    }
}

/// Status, class and word, in the order in which they are told.
const TOLD: [(Status, &str); 4] = [
    (Status::Actual, "actual"),
    (Status::Hypothetical, "hypothetical"),
    (Status::Future, "future"),
    (Status::Negated, "negated"),
];

fn events(record: &Record) -> Vec<Part> {
    if record.events.is_empty() {
        return vec![plain("no events found")];
    }
    let mut parts = vec![picked(count(record.events.len(), "event", "events"), "event"), plain(": ")];
    for (status, word) in TOLD {
        tell(&mut parts, record, status, word);
    }
    parts.pop();
    parts.extend(historical(record));
    parts
}

fn tell(parts: &mut Vec<Part>, record: &Record, status: Status, word: &'static str) {
    let number = record.events.iter().filter(|event| event.status == status).count();
    if number > 0 {
        parts.extend([picked(format!("{number} {word}"), word), plain(", ")]);
    }
}

/// Counted apart: a historical event has one of the other standings as well.
fn historical(record: &Record) -> Vec<Part> {
    match record.events.iter().filter(|event| event.historical).count() {
        0 => Vec::new(),
        number => vec![plain("; of these "), picked(format!("{number} historical"), "historical")],
    }
}
