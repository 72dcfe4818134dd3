//! The words that each item rests on: the table of evidence.

use sayso_wire::{Actor, Event, Participant, Quantity, Span, Statement};

use super::column::Cells::{Key, Text, Whole};
use super::column::Columns;
use super::rows::Item;
use crate::report::Report;

/// Words that an item rests on.
pub(super) struct Cited<'r> {
    item_id: String,
    /// What the item is.
    item: &'static str,
    /// What the words are to it.
    role: &'static str,
    span: Span,
    /// Whom of the record they name.
    actor: Option<&'r str>,
}

pub(super) fn evidence<'r>() -> Columns<'r, Cited<'r>> {
    vec![
        ("article_id", Key(|it| it.key())),
        ("item_id", Key(|it| it.item.item_id.as_str().into())),
        ("item", Key(|it| it.item.item.into())),
        ("role", Key(|it| it.item.role.into())),
        ("actor_id", Text(|it| it.store_id(it.item.actor?))),
        ("start", Whole(|it| Some(it.item.span.0))),
        ("end", Whole(|it| Some(it.item.span.1))),
        ("words", Key(|it| it.report.look.text(it.item.span).into())),
    ]
}

impl<'r> Cited<'r> {
    /// All of a report, in the order of its tables.
    pub(super) fn all(report: &'r Report<'r>) -> Vec<Self> {
        let record = report.record;
        let mut all = Vec::new();
        of_article(report, &mut all);
        record
            .statements
            .iter()
            .for_each(|statement| of_statement(&Item { report, item: statement }, &mut all));
        record.events.iter().for_each(|event| of_event(&Item { report, item: event }, &mut all));
        record.actors.iter().for_each(|actor| of_actor(report, actor, &mut all));
        for place in &record.places {
            let id = Item { report, item: place }.of_place(place).into_owned();
            all.push(Cited { actor: place.actor.as_deref(), ..cited(&id, "place", "place", place.span) });
        }
        record.quantities.iter().for_each(|quantity| of_quantity(&Item { report, item: quantity }, &mut all));
        all
    }
}

fn cited<'r>(id: &str, item: &'static str, role: &'static str, span: Span) -> Cited<'r> {
    Cited { item_id: id.to_owned(), item, role, span, actor: None }
}

fn of_article<'r>(report: &Report<'r>, all: &mut Vec<Cited<'r>>) {
    let spans = [("title", report.record.title), ("byline", report.record.byline)];
    let spans = spans.into_iter().filter_map(|(role, span)| Some((role, span?)));
    all.extend(spans.map(|(role, span)| cited(&report.kept.key, "article", role, span)));
}

fn of_statement<'r>(it: &Item<'r, Statement>, all: &mut Vec<Cited<'r>>) {
    let (statement, id) = (it.item, it.of_statement(it.item));
    let words = |role| move |&span: &Span| (role, span);
    let source = statement.source_span.iter().map(words("source"));
    let rest = statement.cue.iter().map(words("cue")).chain(statement.content.iter().map(words("content")));
    all.extend(source.chain(rest).map(|(role, span)| cited(&id, "statement", role, span)));
    all.extend(
        statement
            .via
            .iter()
            .map(|via| Cited { actor: via.actor.as_deref(), ..cited(&id, "statement", "via", via.span) }),
    );
}

fn of_event<'r>(it: &Item<'r, Event>, all: &mut Vec<Cited<'r>>) {
    let (event, id) = (it.item, it.of_event(it.item));
    all.push(cited(&id, "event", "trigger", event.trigger));
    all.extend(event.status_cues.iter().map(|&cue| cited(&id, "event", "status_cue", cue)));
    let mut side = |role, side: &'r [Participant]| {
        all.extend(side.iter().map(|of| Cited { actor: Some(&of.id), ..cited(&id, "event", role, of.span) }));
    };
    side("actor", &event.actor);
    side("recipient", &event.recipient);
}

fn of_actor<'r>(report: &Report<'r>, actor: &'r Actor, all: &mut Vec<Cited<'r>>) {
    let Some(known) = report.known(&actor.id) else { return };
    all.extend(actor.mentions.iter().map(|mention| Cited {
        actor: Some(&actor.id),
        ..cited(&known.id, "actor", mention.form.name(), mention.span)
    }));
}

fn of_quantity<'r>(it: &Item<'r, Quantity>, all: &mut Vec<Cited<'r>>) {
    let id = it.of_quantity(it.item);
    all.push(cited(&id, "quantity", "quantity", it.item.span));
    all.extend(it.item.of_span.map(|span| cited(&id, "quantity", "of", span)));
}
