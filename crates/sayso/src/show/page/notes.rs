//! The notes in the margin: on whose word does this stand, and did it happen?

use sayso_record::{Event, Link, Quantity, Stance, Statement, StatementId, Status};
use sayso_text::{Body, Span};

use super::cite;
use super::covers::Item;
use super::html::{DOT, detail, dotted, element, escape, name, sign, unseen, words};
use super::leaf::Leaf;
use crate::show::signs::{UNICODE, kind_word, link_words, stance_word};
use crate::show::view::{UNKNOWN, standing};

/// The notes on the items that begin in a block, in the order of the text.
pub(super) fn notes(leaf: &Leaf<'_>, items: &[Item]) -> Vec<String> {
    let mut notes: Vec<String> = items.iter().filter_map(|&item| note(leaf, item)).collect();
    notes.extend(measures(leaf, items));
    notes
}

fn note(leaf: &Leaf<'_>, item: Item) -> Option<String> {
    match item {
        Item::Statement(index) => Some(statement(leaf, index)),
        Item::Event(index) => loose_event(leaf, index),
        Item::Time(_) | Item::Quantity(_) => None,
    }
}

fn statement(leaf: &Leaf<'_>, index: usize) -> String {
    let statement = &leaf.record().statements[index];
    let id = leaf.id(Item::Statement(index));
    let nested = if statement.within.is_some() { " nested" } else { "" };
    let how = element("span", "how", &dotted(&how(leaf, statement)));
    let who = format!("{} {} {DOT} {how}", number(leaf, index), who(leaf, statement));
    let who = element("p", &format!("who {id}"), &who);
    let events = events(leaf, index);
    let links = links(leaf, index);
    let cite = cite::statement(leaf, index);
    format!("<div class=\"note said{nested}\" id=\"{}\">{who}{events}{links}{cite}</div>", note_id(leaf, &id))
}

fn note_id(leaf: &Leaf<'_>, id: &str) -> String {
    format!("{}n-{}", leaf.prefix, id.trim_start_matches(&leaf.prefix))
}

fn number(leaf: &Leaf<'_>, index: usize) -> String {
    let id = leaf.id(Item::Statement(index));
    format!("<a class=\"number\" href=\"#{id}\">{}{}</a>", unseen("statement "), index + 1)
}

/// `“ Dagny Holm, Prime Minister ‹ Morgen`
fn who(leaf: &Leaf<'_>, statement: &Statement) -> String {
    let view = &leaf.view;
    let mut html = format!("{} {}", sign(UNICODE.kind(statement.kind)), speaker(leaf, statement));
    if let Some(aside) = view.source_aside(statement, &UNICODE) {
        html.push_str(&format!(" {}", name("role", &aside)));
    }
    for relay in view.relays(statement) {
        let lead = format!("{}{}", sign(UNICODE.relay), unseen("on the word of "));
        html.push_str(&format!(" <span class=\"relay\">{lead}{}</span>", name("", &relay)));
    }
    html
}

fn speaker(leaf: &Leaf<'_>, statement: &Statement) -> String {
    match leaf.view.source(statement) {
        unknown if unknown == UNKNOWN => format!("<b class=\"unknown\">?{}</b>", unseen(" unknown source")),
        known => element("b", "", &name("", &known)),
    }
}

/// Cue, wording, stance, circumstances.
fn how(leaf: &Leaf<'_>, statement: &Statement) -> Vec<String> {
    let cue = statement.cue.map(|cue| words("i", "", &leaf.view.words(cue)));
    let kind = escape(kind_word(statement.kind));
    let stance = stance_word(statement.stance).map(|word| match statement.stance {
        Stance::Denies => {
            format!("<b class=\"denies\">{}&#xa0;{word}</b>", sign(UNICODE.status(Status::Negated)))
        }
        _ => words("b", "declines", word),
    });
    let around = leaf.view.circumstances(statement);
    let within = statement.within.map(|id| format!("inside {}", link_to(leaf, id)));
    let around = around.iter().map(|words| detail(words));
    cue.into_iter().chain([kind]).chain(stance).chain(around).chain(within).collect()
}

fn link_to(leaf: &Leaf<'_>, id: StatementId) -> String {
    format!("<a href=\"#{}\">{}</a>", leaf.id(Item::Statement(id.index())), id.index() + 1)
}

/// The events that stand inside a statement.
fn events(leaf: &Leaf<'_>, index: usize) -> String {
    let inside = |event: &Event| event.statement.is_some_and(|id| id.index() == index);
    let events = leaf.record().events.iter().enumerate().filter(|(_, event)| inside(event));
    let lines: String = events
        .map(|(index, event)| element("li", &event_class(leaf, index, event), &line(leaf, index, event)))
        .collect();
    if lines.is_empty() { lines } else { element("ul", "events", &lines) }
}

fn event_class(leaf: &Leaf<'_>, index: usize, event: &Event) -> String {
    let past = if event.historical { " historical" } else { "" };
    format!("event {}{past} {}", event.status.name(), leaf.id(Item::Event(index)))
}

/// `◌ SANCTION Velmar → Kastria · close · hypothetical (may, if)`
fn line(leaf: &Leaf<'_>, index: usize, event: &Event) -> String {
    let view = &leaf.view;
    let past = if event.historical { UNICODE.historical } else { "" };
    let signs = sign(&format!("{}{past}", UNICODE.status(event.status)));
    let kind = event.kind.name();
    let head = format!(
        "<a class=\"type\" href=\"#{}\">{signs} <span>{kind}</span></a>",
        leaf.id(Item::Event(index))
    );
    let mut details = vec![words("i", "", &view.words(event.trigger))];
    details.extend(view.setting(event, &UNICODE).iter().map(|words| detail(words)));
    let standing = standing(view, event).unwrap_or_else(|| "actual".into());
    details.push(words("span", "standing", &standing));
    format!("{head} {} {DOT} {}", name("", &view.who(event, &UNICODE)), dotted(&details))
}

/// An event on the report's own word.
fn loose_event(leaf: &Leaf<'_>, index: usize) -> Option<String> {
    let event = &leaf.record().events[index];
    if event.statement.is_some() {
        return None;
    }
    let id = leaf.id(Item::Event(index));
    let line = element("p", &event_class(leaf, index, event), &line(leaf, index, event));
    let cite = cite::event(leaf, index);
    Some(format!("<div class=\"note happened\" id=\"{}\">{line}{cite}</div>", note_id(leaf, &id)))
}

/// What a statement does to others, and what they do to it.
fn links(leaf: &Leaf<'_>, index: usize) -> String {
    let lines: String = leaf.record().links.iter().filter_map(|link| link_line(leaf, index, link)).collect();
    if lines.is_empty() { lines } else { element("p", "links", &lines) }
}

fn link_line(leaf: &Leaf<'_>, index: usize, link: &Link) -> Option<String> {
    let (does, done) = link_words(link.kind);
    let from_here = link.from.index() == index;
    let to_here = link.to.is_some_and(|id| id.index() == index);
    let words = match (from_here, to_here) {
        (true, _) => format!("{does} {}", link.to.map(|id| link_to(leaf, id)).unwrap_or_default()),
        (_, true) => format!("{done} {}", link_to(leaf, link.from)),
        _ => return None,
    };
    let event = link.event.map(|id| event_link(leaf, id.index())).unwrap_or_default();
    Some(format!("<span>{} {}{event}</span> ", sign(UNICODE.link(link.kind)), words.trim_end()))
}

fn event_link(leaf: &Leaf<'_>, index: usize) -> String {
    let kind = leaf.record().events[index].kind.name();
    format!(": <a class=\"type\" href=\"#{}\"><span>{kind}</span></a>", leaf.id(Item::Event(index)))
}

/// Times and numbers of a block, in one quiet note.
fn measures(leaf: &Leaf<'_>, items: &[Item]) -> Option<String> {
    let lines: String = items.iter().filter_map(|&item| measure(leaf, item)).collect();
    (!lines.is_empty()).then(|| element("ul", "note measures", &lines))
}

fn measure(leaf: &Leaf<'_>, item: Item) -> Option<String> {
    let record = leaf.record();
    let (span, relation, value) = match item {
        Item::Time(index) => (record.times[index].span, "= ", leaf.view.time_value(&record.times[index])),
        Item::Quantity(index) => quantity(leaf, &record.quantities[index]),
        Item::Statement(_) | Item::Event(_) => return None,
    };
    let id = leaf.id(item);
    let link = format!("<a href=\"#{id}\">{}</a>", words("i", "", &leaf.view.words(span)));
    Some(format!("<li class=\"{id}\">{link} {}{}</li>", escape(relation), detail(&value)))
}

/// "more than 1,400 soldiers" > 1,400: what is counted is not said again where the words say it.
fn quantity(leaf: &Leaf<'_>, quantity: &Quantity) -> (Span<Body>, &'static str, String) {
    let said = quantity.of.is_some_and(|of| quantity.span.contains(of));
    let value = if said { leaf.view.amount(quantity) } else { leaf.view.counted(quantity) };
    let relation = UNICODE.relation(quantity.relation);
    (quantity.span, if relation.is_empty() { "= " } else { relation }, value)
}
