//! A trace: the origins in the order of time, each with those who repeat it, then the numbers side by side.

use sayso_record::Status;
use sayso_store::{Given, Origin, Role as Part, Saying, Trace, What};

use super::{Paper, Role, Run, hits};
use crate::show::figures::{count, number};

/// Sayings of one origin that are shown; the others are counted.
const MOST: usize = 6;

pub(super) fn trace(trace: &Trace, paper: &mut Paper) {
    head(trace, paper);
    for origin in &trace.origins {
        paper.sheet.blank();
        one(trace, origin, paper);
    }
    numbers(trace, paper);
}

fn head(trace: &Trace, paper: &mut Paper) {
    let [open, close] = paper.signs.quotes;
    let mut runs = vec![Run::new(Role::Headline, &format!("{open}{}{close}", trace.asked))];
    let denying = trace.origins.iter().filter(|origin| origin.denies).count();
    let says = trace.origins.len() - denying;
    let reports = reports(&trace.sayings);
    let mut told = vec![
        count(trace.total as usize, "saying", "sayings"),
        format!("in {}", count(reports, "report", "reports")),
        count(says, "independent origin", "independent origins"),
    ];
    told.extend((denying > 0).then(|| format!("denied by {denying}")));
    if trace.sayings.is_empty() {
        told = vec!["nobody says so in this store".to_owned()];
    }
    runs.extend(paper.dotted(told.iter().map(|words| Run::own(Role::Plain, words))));
    paper.sheet.block(0, 0, &runs);
    let shown = trace.sayings.len();
    if shown < trace.total as usize {
        let words = format!(
            "the earliest {} are shown; narrow it with --from, --to or --speaker",
            number(shown as f64)
        );
        paper.sheet.block(0, 0, &[Run::own(Role::Quiet, &words)]);
    }
}

fn reports(sayings: &[Saying]) -> usize {
    let mut keys: Vec<_> = sayings.iter().map(|saying| &saying.hit.report.key).collect();
    keys.sort();
    keys.dedup();
    keys.len()
}

/// `1 Edrin Kolvas · first · through Radio Arn, Highland News Agency · 3 copies`, and the sayings below.
fn one(trace: &Trace, origin: &Origin, paper: &mut Paper) {
    let sayings: Vec<_> = origin.sayings.iter().filter_map(|at| trace.sayings.get(*at as usize)).collect();
    let who = origin.who.as_ref().map_or("?", |who| who.name.as_str());
    let mut runs = vec![Run::new(Role::Name, who)];
    let first = sayings.iter().any(|saying| saying.role == Part::First);
    let mut details: Vec<_> = first.then(|| Run::own(Role::Heading, "said it first")).into_iter().collect();
    details.extend(origin.denies.then(|| hits::denies(paper)));
    if !origin.through.is_empty() {
        details.push(Run::new(Role::Plain, &format!("through {}", origin.through.join(", "))));
    }
    details.push(Run::new(Role::Quiet, &origin.reason));
    runs.extend(paper.dotted(details));
    paper.sheet.block(0, 2, &runs);
    let own: Vec<_> = sayings.iter().filter(|saying| saying.role != Part::Copy).collect();
    own.iter().take(MOST).for_each(|one| saying(one, paper));
    let copies = sayings.len() - own.len();
    let more = own.len().saturating_sub(MOST);
    let rest = [(more, "more saying", "more sayings"), (copies, "copy of it", "copies of it")];
    let rest: Vec<_> =
        rest.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(*n, one, many)).collect();
    if !rest.is_empty() {
        paper.sheet.block(2, 4, &[Run::own(Role::Quiet, &rest.join(", "))]);
    }
}

/// `2025-03-03 = Kolvas ‹ Radio Arn · said · Coast Herald · 3fa9…#s2` and the words.
fn saying(saying: &Saying, paper: &mut Paper) {
    let hit = &saying.hit;
    let day = hit.report.published.as_deref().unwrap_or("day unknown");
    let mut runs = vec![Run::own(Role::Quiet, &format!("{day}\u{a0} "))];
    match &hit.what {
        What::Statement(said) => runs.extend(hits::statement(said, paper)),
        What::Event(_) | What::Passage => runs.push(Run::own(Role::Plain, "the report itself")),
    }
    let outlet = hit.report.outlet.as_deref().unwrap_or("?");
    runs.extend(paper.dotted([Run::new(Role::Plain, outlet), Run::own(Role::Quiet, &hits::address(hit))]));
    paper.sheet.block(2, 4, &runs);
    paper.sheet.block(4, 4, &hits::words(hit, paper));
}

/// What is given for the same thing, each number with who gives it.
fn numbers(trace: &Trace, paper: &mut Paper) {
    if trace.numbers.len() < 2 {
        return;
    }
    paper.sheet.heading("Numbers");
    for given in &trace.numbers {
        let mark = if given.asked { paper.signs.status(Status::Actual) } else { "\u{a0}" };
        let of = given.number.of.as_deref().unwrap_or_default();
        let lead = format!("{mark}\u{a0}{} {of}", given.number.words);
        let runs = [Run::new(Role::Plain, &lead), paper.dot(), Run::new(Role::Quiet, &givers(trace, given))];
        paper.sheet.block(0, 4, &runs);
    }
}

/// Who gives it, each once, with the day of the first time.
fn givers(trace: &Trace, given: &Given) -> String {
    let mut seen = Vec::new();
    let mut givers = Vec::new();
    for saying in given.sayings.iter().filter_map(|at| trace.sayings.get(*at as usize)) {
        if seen.contains(&saying.origin) {
            continue;
        }
        seen.push(saying.origin);
        let origin = trace.origins.get(saying.origin as usize).and_then(|origin| origin.who.as_ref());
        let day = saying.hit.report.published.as_deref().unwrap_or("day unknown");
        givers.push(format!("{} ({day})", origin.map_or("?", |who| who.name.as_str())));
    }
    givers.join(", ")
}
