//! What to send to a colleague: the words, on whose word, in which outlet, when, and where in the text.

use sayso_record::Event;
use sayso_text::{Body, Span};

use super::covers::Item;
use super::html::{dotted, element, escape, name, words};
use super::leaf::Leaf;
use crate::show::signs::UNICODE;

/// The citation of a statement.
pub(super) fn statement(leaf: &Leaf<'_>, index: usize) -> String {
    let statement = &leaf.record().statements[index];
    let spans = if statement.content.is_empty() { statement.cue.as_slice() } else { &statement.content };
    let relays = leaf.view.relays(statement);
    let chain = std::iter::once(leaf.view.source(statement)).chain(relays).collect::<Vec<_>>();
    fold(leaf, Item::Statement(index), spans, &chain.join(&format!(" {} ", UNICODE.relay)))
}

/// The citation of an event: the sentence it is told in.
pub(super) fn event(leaf: &Leaf<'_>, index: usize) -> String {
    let event = &leaf.record().events[index];
    let by = format!("{} {}", event.kind.name(), leaf.view.who(event, &UNICODE));
    fold(leaf, Item::Event(index), &[around(leaf, event)], &by)
}

fn around(leaf: &Leaf<'_>, event: &Event) -> Span<Body> {
    let mut sentences = leaf.record().sentences.iter();
    sentences.find(|sentence| sentence.contains(event.trigger)).copied().unwrap_or(event.trigger)
}

fn fold(leaf: &Leaf<'_>, item: Item, spans: &[Span<Body>], by: &str) -> String {
    let quote: Vec<_> = spans.iter().map(|&span| leaf.view.words(span)).collect();
    let quote = words("blockquote", "", &quote.join(" … "));
    let mut lines = vec![name("", by)];
    lines.extend(origin(leaf).iter().map(|detail| escape(detail)));
    let offsets: Vec<_> = spans.iter().map(|&span| offsets(leaf, span)).collect();
    let place = format!("characters {}, #{}", offsets.join(", "), leaf.id(item));
    lines.push(words("span", "place", &place));
    let lines = element("p", "", &dotted(&lines));
    format!("<details class=\"cite\"><summary>cite</summary>{quote}{lines}</details>")
}

/// Code points, from 0, the end not included.
fn offsets(leaf: &Leaf<'_>, span: Span<Body>) -> String {
    let (start, end) = leaf.points.of(span);
    format!("{start}–{end}")
}

/// Outlet, headline, day and address of the report, as far as they are known.
fn origin(leaf: &Leaf<'_>) -> Vec<String> {
    let article = &leaf.record().article;
    let headline = leaf.view.headline().map(|words| format!("“{words}”"));
    let day = article.published.map(|day| day.to_string());
    let outlet = article.outlet.clone();
    outlet.into_iter().chain(headline).chain(day).chain(article.document.uri.clone()).collect()
}
