//! Words of the report with their evidence: which of them carry an event or say how it stands?

use sayso_record::Record;
use sayso_text::{Body, Slice, Span};

use super::Page;
use super::run::{Role, Run};

/// Several pieces of the report in one block, with a sign where words between them are left out.
pub(super) fn content(page: &Page<'_>, spans: &[Span<Body>]) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, &span) in spans.iter().enumerate() {
        if at > 0 {
            runs.push(Run::own(Role::Plain, joint(page, spans[at - 1], span)));
        }
        runs.extend(marked(page, span));
    }
    runs
}

fn joint(page: &Page<'_>, last: Span<Body>, next: Span<Body>) -> &'static str {
    let text = &page.view.record.article.text;
    let gap = text.slice(last).gap(text.slice(next));
    let words_between = gap.is_none_or(|gap| gap.chars().any(char::is_alphanumeric));
    match page.signs.gap {
        "…" if words_between => " … ",
        _ if words_between => " ... ",
        _ => " ",
    }
}

/// One piece, cut where evidence begins and ends.
fn marked(page: &Page<'_>, span: Span<Body>) -> Vec<Run> {
    let mut rest = page.view.record.article.text.slice(span);
    let mut runs = Vec::new();
    for (evidence, role) in evidence(page.view.record, span) {
        let mark = rest.text().slice(evidence);
        if let (Some(before), Some(after)) = (rest.before(mark), rest.after(mark)) {
            runs.extend([run(Role::Plain, before), run(role, mark)]);
            rest = after;
        }
    }
    runs.push(run(Role::Plain, rest));
    runs
}

fn run(role: Role, slice: Slice<'_, Body>) -> Run {
    Run::new(role, slice.as_str())
}

/// Triggers, the cues of their standing and the cues of nested statements, in the order of the text.
fn evidence(record: &Record, within: Span<Body>) -> Vec<(Span<Body>, Role)> {
    let triggers = record.events.iter().map(|event| (event.trigger, Role::Trigger(event.status)));
    let standing = record.events.iter().flat_map(|event| &event.status_cues);
    let cues = record.statements.iter().filter_map(|statement| statement.cue.as_ref());
    let evidence = standing.chain(cues).map(|&span| (span, Role::Evidence));
    let mut found: Vec<_> = triggers.chain(evidence).filter(|(span, _)| within.contains(*span)).collect();
    found.sort_by_key(|(span, _)| *span);
    found
}
