//! A report with its notes in order, as inert HTML without a script or a style: for text browsers, screen readers, print, and distrust.

use sayso::store::{Query, ReportLine, ReportPage, Store};
use sayso::wire::{Event, Look, Record, Span, Stance, Statement, StatementKind, Status};

use crate::inert::inert;
use crate::problem::Problem;
use crate::questions::report;

/// The report of a key.
pub(crate) fn page(store: &Store, key: &str) -> Result<String, Problem> {
    let page = report(store, key)?;
    Ok(document(title(&page.report), &body(&page)))
}

/// The newest reports.
pub(crate) fn list(store: &Store) -> Result<String, Problem> {
    let found = store.search(&Query::default(), None, 100)?;
    let mut reports: Vec<ReportLine> = found.hits.into_iter().map(|hit| hit.report).collect();
    reports.dedup_by(|one, other| one.key == other.key);
    let lines: String = reports.iter().map(link).collect();
    Ok(document("Reports", &format!("<ul>\n{lines}</ul>\n")))
}

fn link(report: &ReportLine) -> String {
    format!("<li><a href=\"/plain/{}\">{}</a> {}</li>\n", report.key, inert(title(report)), origin(report))
}

fn title(report: &ReportLine) -> &str {
    report.title.as_deref().unwrap_or(&report.id)
}

/// Outlet and day.
fn origin(report: &ReportLine) -> String {
    let known = |words: &Option<String>| inert(words.as_deref().unwrap_or("?"));
    format!("{}, {}", known(&report.outlet), known(&report.published))
}

fn document(title: &str, body: &str) -> String {
    let title = inert(title);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <h1>{title}</h1>\n{body}</html>\n"
    )
}

fn body(page: &ReportPage) -> String {
    let look = Look::new(&page.record);
    let url = page.report.url.as_deref().map(|url| format!("<br>{}", inert(url))).unwrap_or_default();
    let mut out = format!("<p>{}{url}</p>\n", origin(&page.report));
    let mut notes = notes(&look).into_iter().peekable();
    for (at, paragraph) in page.record.body.iter().enumerate() {
        out.push_str(&format!("<p>{}</p>\n", inert(&look.words(*paragraph))));
        // What begins after the last paragraph has no better place.
        let end = page.record.body.get(at + 1).map_or(u32::MAX, |next| next.0);
        let mut here = String::new();
        while let Some((_, note)) = notes.next_if(|(start, _)| *start < end) {
            here.push_str(&note);
        }
        if !here.is_empty() {
            out.push_str(&format!("<ul>\n{here}</ul>\n"));
        }
    }
    out
}

/// Statements and events by the place in the text where they begin.
fn notes(look: &Look<'_>) -> Vec<(u32, String)> {
    let Record { statements, events, .. } = look.record;
    let said = statements.iter().map(|one| (start(one), statement(look, one)));
    let done = events.iter().map(|one| (one.trigger.0, event(look, one)));
    let mut notes: Vec<_> = said.chain(done).collect();
    notes.sort_by_key(|(start, _)| *start);
    notes
}

fn start(statement: &Statement) -> u32 {
    let words = statement.content.iter().chain(&statement.cue).chain(&statement.source_span);
    words.map(|span| span.0).min().unwrap_or_default()
}

/// "Ada Holt, mayor ‹ Evening Courier said: …".
fn statement(look: &Look<'_>, statement: &Statement) -> String {
    let via = statement.via.iter().map(|relay| format!(" ‹ {}", inert(&relay.name)));
    let via: String = via.collect();
    let cue = statement.cue.map(|cue| inert(&look.words(cue))).unwrap_or_default();
    let words: Vec<_> = statement.content.iter().map(|span| inert(&look.words(*span))).collect();
    format!(
        "<li id=\"{}\">{} <b>{}{via}</b> {cue}{}: {}</li>\n",
        inert(&statement.id),
        kind(statement.kind),
        speaker(look, statement),
        stance(statement.stance),
        words.join(" … ")
    )
}

fn speaker(look: &Look<'_>, statement: &Statement) -> String {
    let named: Vec<_> = statement
        .source
        .iter()
        .filter_map(|id| look.actor_with(id))
        .map(|actor| match &actor.role {
            Some(role) => format!("{} ({})", inert(&actor.name), inert(role)),
            None => inert(&actor.name),
        })
        .collect();
    match (named.is_empty(), statement.source_span) {
        (false, _) => named.join(" and "),
        (true, Some(span)) => inert(&look.words(span)),
        (true, None) => "?".into(),
    }
}

/// "◌ hypothetical ASSAULT: Karsk → Tessel (would, attack)".
fn event(look: &Look<'_>, event: &Event) -> String {
    let recipient = names(look, event.recipient.iter().map(|one| one.id.as_str()));
    let towards = recipient.map(|names| format!(" → {names}")).unwrap_or_default();
    let actor = names(look, event.actor.iter().map(|one| one.id.as_str())).unwrap_or_else(|| "?".into());
    let cues: Vec<_> = event.status_cues.iter().chain([&event.trigger]).collect();
    let words: Vec<_> = cues.into_iter().map(|Span(from, to)| inert(&look.words(Span(*from, *to)))).collect();
    let (sign, standing) = (sign(event.status), event.status.name());
    let background = if event.historical { ", background" } else { "" };
    format!(
        "<li id=\"{}\">{sign} {standing}{background} {}: {actor}{towards} ({})</li>\n",
        inert(&event.id),
        event.r#type.name(),
        words.join(", ")
    )
}

fn names<'r>(look: &Look<'_>, ids: impl Iterator<Item = &'r str>) -> Option<String> {
    let names: Vec<_> = ids.filter_map(|id| look.actor_with(id)).map(|actor| inert(&actor.name)).collect();
    Some(names.join(", ")).filter(|names| !names.is_empty())
}

fn sign(status: Status) -> &'static str {
    match status {
        Status::Actual => "●",
        Status::Negated => "⊘",
        Status::Hypothetical => "◌",
        Status::Future => "▷",
    }
}

fn kind(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "“",
        StatementKind::Indirect => "~",
        StatementKind::Mixed => "“~",
    }
}

fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Affirms => "",
        Stance::Denies => " (denies)",
        Stance::Declines => " (declines)",
    }
}
