//! Statements and events as W3C Web Annotations (JSON-LD), for pages and annotation servers that highlight words.
//!
//! Selectors give the words with 32 code points on either side, and their place in the record's text, in code points. Of a page that place
//! is one in the text that was read out of it, not in the page: there the words find it.

use std::io::{self, Write};

use sayso_store::Kept;
use sayso_wire::Look;
use sayso_wire::{Event, Record, Span, Statement};
use serde_json::{Value, json};

use crate::report::{event_id, is_web, statement_id};
use crate::{Sink, tell};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// Code points before and after the words.
const AROUND: u32 = 32;

/// The statements and events of a record as an `AnnotationPage`, statements first, each in the order of the record.
pub fn annotations(record: &Record) -> Value {
    let items = all(record, &record.document.sha256);
    json!({
        "@context": CONTEXT,
        "id": format!("urn:sayso:{}", record.document.sha256),
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    })
}

/// One annotation a line, each with its context.
pub(crate) struct Lines;

impl Sink for Lines {
    fn report(&mut self, kept: &Kept, out: &mut dyn Write) -> io::Result<()> {
        for mut annotation in all(&kept.record, &kept.key) {
            annotation["@context"] = CONTEXT.into();
            writeln!(out, "{annotation}")?;
        }
        Ok(())
    }
}

/// `name` tells the report from others in the ids.
fn all(record: &Record, name: &str) -> Vec<Value> {
    let look = Look::new(record);
    // An annotation of nothing is none; only a record from elsewhere has a statement without any words.
    let cites = |statement: &&Statement| !cited(statement).is_empty();
    let statements =
        record.statements.iter().filter(cites).map(|statement| of_statement(&look, name, statement));
    let events = record.events.iter().map(|event| of_event(&look, name, event));
    statements.chain(events).collect()
}

fn of_statement(look: &Look<'_>, name: &str, statement: &Statement) -> Value {
    let text = tell::said(look, statement);
    let stance = statement.stance.name();
    let sources = statement.source.iter().filter_map(|id| look.actor_with(id));
    let mut tags =
        vec!["statement".into(), format!("stance: {stance}"), format!("kind: {}", statement.kind.name())];
    tags.extend(sources.map(|actor| format!("speaker: {}", actor.name)));
    tags.extend(statement.via.iter().map(|relay| format!("via: {}", relay.name)));
    let id = format!("{name}:{}", statement_id(look.record, statement));
    annotation(look, &id, &statement.id, &text, tags, cited(statement))
}

/// The words of a statement, else those that say so ("declined to comment"), else those that name its source.
fn cited(statement: &Statement) -> &[Span] {
    let words = [&statement.content, statement.cue.as_slice(), statement.source_span.as_slice()];
    words.into_iter().find(|spans| !spans.is_empty()).unwrap_or_default()
}

fn of_event(look: &Look<'_>, name: &str, event: &Event) -> Value {
    let text = format!("{} ({})", tell::event(look, event), tell::grounds(look, event));
    let mut tags = vec!["event".into(), format!("status: {}", event.status.name())];
    tags.push(format!("type: {}", event.r#type.name()));
    tags.extend(event.historical.then(|| "historical".into()));
    tags.extend(event.holder.iter().map(|holder| format!("holder: {holder}")));
    let id = format!("{name}:{}", event_id(look.record, event));
    annotation(look, &id, &event.id, &text, tags, &[event.trigger])
}

fn annotation(look: &Look<'_>, id: &str, item: &str, text: &str, tags: Vec<String>, at: &[Span]) -> Value {
    let said = json!({"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": text});
    let tags = tags.into_iter().map(|tag| json!({"type": "TextualBody", "purpose": "tagging", "value": tag}));
    let targets: Vec<_> = at.iter().map(|&span| target(look, span)).collect();
    json!({
        "id": format!("urn:sayso:{id}"),
        "type": "Annotation",
        "motivation": "describing",
        "generator": {
            "id": "urn:sayso", "type": "Software", "name": concat!("sayso ", env!("CARGO_PKG_VERSION")),
        },
        "body": std::iter::once(said).chain(tags).collect::<Vec<_>>(),
        "target": targets,
        "dcterms:identifier": item,
    })
}

fn target(look: &Look<'_>, Span(start, end): Span) -> Value {
    let prefix = look.text(Span(start.saturating_sub(AROUND), start));
    let suffix = look.text(Span(end, end.saturating_add(AROUND).min(look.end())));
    json!({
        "source": source(look.record),
        "selector": [
            {"type": "TextQuoteSelector", "exact": look.text(Span(start, end)), "prefix": prefix, "suffix": suffix},
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    })
}

/// The page's address, else a name of the document by its hash: a path means nothing elsewhere.
fn source(record: &Record) -> String {
    let uri = record.document.uri.as_deref().filter(|uri| is_web(uri));
    uri.map_or_else(|| format!("urn:sha256:{}", record.document.sha256), iri)
}

/// The address with what no IRI may hold in per cent.
fn iri(uri: &str) -> String {
    let mut out = String::with_capacity(uri.len());
    for c in uri.chars() {
        if c.is_control() || c.is_whitespace() || "<>\"{}|\\^`".contains(c) {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| out += &format!("%{byte:02X}"));
        } else {
            out.push(c);
        }
    }
    out
}
