//! Hits: the words, who says them, and where they stand.

use sayso_record as record;
use sayso_store::{Deed, Done, Hit, Name, ReportLine, Said, What};
use sayso_wire as wire;

use super::{Paper, Role, Run, standing};

/// Code points of a hit that are shown.
const MOST: usize = 600;

/// Hits in their order, each report's name once.
pub(super) fn hits(hits: &[Hit], paper: &mut Paper) {
    let mut last = None;
    for hit in hits {
        if last != Some(&hit.report.key) {
            paper.sheet.blank();
            report(&hit.report, paper);
            last = Some(&hit.report.key);
        }
        item(hit, paper);
    }
    if hits.is_empty() {
        paper.sheet.block(0, 0, &[Run::own(Role::Plain, "nothing found")]);
    }
}

/// `Shots at the river · Coast Herald · 2025-03-03 · copies 3fa9…`
fn report(line: &ReportLine, paper: &mut Paper) {
    let mut runs = vec![Run::new(Role::Headline, line.title.as_deref().unwrap_or("(no headline)"))];
    runs.extend(paper.dotted(imprint(line)));
    paper.sheet.block(0, 2, &runs);
}

/// Outlet, day and what it copies.
pub(super) fn imprint(line: &ReportLine) -> Vec<Run> {
    let outlet = line.outlet.as_deref().or(line.url.as_deref()).unwrap_or("?");
    let mut runs = vec![
        Run::new(Role::Plain, outlet),
        Run::own(Role::Plain, line.published.as_deref().unwrap_or("day unknown")),
    ];
    runs.extend(line.copy_of.as_ref().map(|key| Run::own(Role::Quiet, &format!("a copy of {key}"))));
    runs
}

fn item(hit: &Hit, paper: &mut Paper) {
    let head = match &hit.what {
        What::Statement(said) => statement(said, paper),
        What::Event(done) => event(done, paper),
        What::Passage => vec![Run::own(Role::Quiet, "the report itself")],
    };
    let mut runs = head;
    runs.extend(paper.dotted([Run::own(Role::Quiet, &address(hit))]));
    paper.sheet.block(2, 4, &runs);
    paper.sheet.block(4, 4, &words(hit, paper));
}

/// `3fa9…#s12`, which the reader's pages have as their address.
pub(super) fn address(hit: &Hit) -> String {
    let item = hit.item.as_ref().map(|item| format!("#{item}")).unwrap_or_default();
    format!("{}{item}", hit.report.key)
}

/// `~ Yelka Tarn ‹ Vantra · denied · ⊘ denies`
pub(super) fn statement(said: &Said, paper: &Paper) -> Vec<Run> {
    let kind = match said.kind {
        wire::StatementKind::Direct => record::StatementKind::Direct,
        wire::StatementKind::Indirect => record::StatementKind::Indirect,
        wire::StatementKind::Mixed => record::StatementKind::Mixed,
    };
    let mut runs = vec![Run::own(Role::Plain, &format!("{} ", paper.signs.kind(kind)))];
    runs.extend(paper.chain(&said.source, said.source_words.as_deref(), &said.via));
    let cue = said.cue.as_ref().map(|cue| Run::new(Role::Evidence, cue));
    let stance = match said.stance {
        wire::Stance::Affirms => None,
        wire::Stance::Denies => Some(denies(paper)),
        wire::Stance::Declines => Some(Run::own(Role::Plain, "declines")),
    };
    let time = said.time.as_ref().map(|time| Run::new(Role::Quiet, time));
    runs.extend(paper.dotted(cue.into_iter().chain(stance).chain(time)));
    runs
}

pub(super) fn denies(paper: &Paper) -> Run {
    let status = record::Status::Negated;
    Run::own(Role::Sign(status), &format!("{}\u{a0}denies", paper.signs.status(status)))
}

/// `◌ ASSAULT Karsk → Tessel · attack · hypothetical (would) · Karsk`
fn event(done: &Done, paper: &Paper) -> Vec<Run> {
    let Deed { r#type, status, historical, trigger, actor, recipient, .. } = &done.deed;
    let status = standing(*status);
    let past = if *historical { format!("\u{a0}{}", paper.signs.historical) } else { String::new() };
    let sign = format!("{}{past}\u{a0}{}", paper.signs.status(status), r#type.name());
    let who = format!(" {} {} {}", names(actor), paper.signs.arrow, names(recipient));
    let mut runs = vec![Run::own(Role::Sign(status), &sign), Run::new(Role::Plain, &who)];
    let words = if done.status_words.is_empty() {
        String::new()
    } else {
        format!(" ({})", done.status_words.join(", "))
    };
    let told = format!("{}{words}", wire::Status::ALL[status as usize].name());
    let holder =
        (!done.holder.is_empty()).then(|| done.holder.join(&format!(" {}\u{a0}", paper.signs.relay)));
    let place = done.place.as_ref().map(|place| Run::new(Role::Quiet, &place.name));
    let time = done.time.as_ref().map(|time| Run::new(Role::Quiet, time));
    let details = [Run::new(Role::Trigger(status), trigger), Run::new(Role::Sign(status), &told)];
    let holder = holder.map(|holder| Run::new(Role::Name, &holder));
    runs.extend(paper.dotted(details.into_iter().chain(holder).chain(place).chain(time)));
    runs
}

fn names(names: &[Name]) -> String {
    if names.is_empty() {
        "?".to_owned()
    } else {
        names.iter().map(|name| name.name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// The words, those that were asked for underlined.
pub(super) fn words(hit: &Hit, paper: &Paper) -> Vec<Run> {
    let lit = lit(hit);
    let mut runs: Vec<Run> = Vec::new();
    let mut chars = hit.words.chars().enumerate();
    for (at, c) in chars.by_ref().take(MOST) {
        let role = if lit.iter().any(|(start, end)| (*start..*end).contains(&at)) {
            Role::Evidence
        } else {
            Role::Plain
        };
        match runs.last_mut().filter(|run| run.role == role) {
            Some(run) => run.text.push(c),
            None => runs.push(Run::own(role, &c.to_string())),
        }
    }
    runs = runs.into_iter().map(|run| Run::new(run.role, &run.text)).collect();
    if chars.next().is_some() {
        runs.push(Run::own(Role::Quiet, &format!(" {}", paper.signs.gap)));
    }
    runs
}

/// Where what was asked for stands in the words, in characters.
fn lit(hit: &Hit) -> Vec<(usize, usize)> {
    let mut lit = Vec::new();
    let mut base = 0;
    for span in &hit.spans {
        let inside = hit.found.iter().filter(|found| span.0 <= found.0 && found.1 <= span.1);
        lit.extend(
            inside.map(|found| (base + (found.0 - span.0) as usize, base + (found.1 - span.0) as usize)),
        );
        // " … " stands between the parts.
        base += (span.1 - span.0) as usize + 3;
    }
    lit
}
