//! A timeline: what happened is drawn full, all else hollow.

use sayso_store::{Day, Standings, Timeline};

use super::{Paper, Role, Run};
use crate::show::figures::count;

/// Cells of the longest bar.
const WIDE: u32 = 40;

pub(super) fn timeline(timeline: &Timeline, paper: &mut Paper) {
    let most = timeline.days.iter().map(|day| all(&day.events)).max().unwrap_or_default().max(1);
    for day in &timeline.days {
        let line = line(day, most, paper);
        paper.sheet.block(0, 12, &line);
    }
    if timeline.days.is_empty() && all(&timeline.undated) == 0 {
        paper.sheet.block(0, 0, &[Run::own(Role::Plain, "nothing found")]);
    }
    if all(&timeline.undated) > 0 {
        let words = format!("day unknown: {}", told(&timeline.undated, paper));
        paper.sheet.block(0, 12, &[Run::own(Role::Quiet, &words)]);
    }
}

/// `2025-03-11  ●●●●◌◌  4 actual, 2 hypothetical · 12 statements`
fn line(day: &Day, most: u32, paper: &Paper) -> Vec<Run> {
    let mut runs = vec![Run::own(Role::Plain, &format!("{}\u{a0}\u{a0}", day.day))];
    let bars = by_status(&day.events);
    // Every event has a mark as long as there is room; from then on a mark stands for several, and none is lost wholly.
    let marks = |n: u32| if most <= WIDE { n } else { (n * WIDE).div_ceil(most) };
    for (status, n) in bars {
        let sign = paper.signs.status(status);
        runs.push(Run::own(Role::Sign(status), &sign.repeat(marks(n) as usize)));
    }
    runs.push(Run::own(Role::Plain, &format!(" {}", told(&day.events, paper))));
    if day.statements > 0 {
        runs.extend([
            paper.dot(),
            Run::own(Role::Quiet, &count(day.statements as usize, "statement", "statements")),
        ]);
    }
    runs
}

/// "4 actual, 2 hypothetical"
pub(super) fn told(events: &Standings, _paper: &Paper) -> String {
    let counts = by_status(events);
    let told: Vec<_> =
        counts.iter().filter(|(_, n)| *n > 0).map(|(status, n)| format!("{n} {}", status.name())).collect();
    if told.is_empty() { "no events".to_owned() } else { told.join(", ") }
}

/// Counts in the order of the notation.
pub(super) fn by_status(events: &Standings) -> [(sayso_record::Status, u32); 4] {
    use sayso_record::Status;
    [
        (Status::Actual, events.actual),
        (Status::Negated, events.negated),
        (Status::Hypothetical, events.hypothetical),
        (Status::Future, events.future),
    ]
}

pub(super) fn all(events: &Standings) -> u32 {
    events.actual + events.negated + events.hypothetical + events.future
}
