//! What a store holds: reports and their outlets, and of each type of event what happened against what was only said.

use sayso_store::{Standings, Stats};

use super::timeline::{by_status, told};
use super::{Paper, Role, Run, actors};
use crate::show::figures::{count, number};

pub(super) fn stats(stats: &Stats, paper: &mut Paper) {
    paper.sheet.block(0, 0, &[Run::own(Role::Headline, &head(stats))]);
    let told = format!(
        "{} statements, {} events: {}",
        whole(stats.statements),
        whole(all(stats)),
        told(&stats.events, paper)
    );
    paper.sheet.block(0, 0, &[Run::own(Role::Plain, &told)]);
    types(stats, paper);
    if !stats.speakers.is_empty() {
        paper.sheet.heading("Who speaks most");
        actors::actors(&stats.speakers, paper);
    }
    outlets(stats, paper);
}

/// "15 reports, 12 of them no copies, from 2025-03-02 to 2025-03-17; 1 input could not be read"
fn head(stats: &Stats) -> String {
    let mut head = count(stats.reports as usize, "report", "reports");
    if stats.origins < stats.reports {
        head = format!("{head}, {} of them copies of others", whole(stats.reports - stats.origins));
    }
    if let Some((first, last)) = &stats.days {
        head = format!("{head}, {first} to {last}");
    }
    if stats.failures > 0 {
        head = format!("{head}; {} could not be read", count(stats.failures as usize, "input", "inputs"));
    }
    format!("{head} ({:.1} MB)", f64::from(u32::try_from(stats.bytes / 1024).unwrap_or(u32::MAX)) / 1024.0)
}

fn all(stats: &Stats) -> u32 {
    super::timeline::all(&stats.events)
}

fn whole(n: u32) -> String {
    number(f64::from(n))
}

/// A table: a row a type, a column a standing.
fn types(stats: &Stats, paper: &mut Paper) {
    if stats.types.is_empty() {
        return;
    }
    paper.sheet.heading("What happened, and what was only said");
    let signs: Vec<_> = by_status(&Standings::default())
        .iter()
        .map(|(status, _)| format!("{} {}", paper.signs.status(*status), status.name()))
        .collect();
    let head = format!("{:<12}{}", "", signs.iter().map(|sign| format!("{sign:>15}")).collect::<String>());
    paper.sheet.block(0, 0, &[Run::own(Role::Quiet, &spaced(&head))]);
    for one in &stats.types {
        let mut runs = vec![Run::own(Role::Plain, &spaced(&format!("{:<12}", one.r#type.name())))];
        let cells = by_status(&one.events);
        runs.extend(cells.iter().map(|(status, n)| {
            let role = if *n > 0 { Role::Sign(*status) } else { Role::Quiet };
            Run::own(role, &spaced(&format!("{:>15}", whole(*n))))
        }));
        paper.sheet.block(0, 0, &runs);
    }
}

/// Spaces that the sheet does not break at.
fn spaced(words: &str) -> String {
    words.replace(' ', "\u{a0}")
}

fn outlets(stats: &Stats, paper: &mut Paper) {
    paper.sheet.heading("Outlets");
    for one in &stats.outlets {
        let copies =
            if one.copies > 0 { format!(", {} of them copies", whole(one.copies)) } else { String::new() };
        let name = Run::new(Role::Plain, one.outlet.as_deref().unwrap_or("?"));
        let told =
            Run::own(Role::Quiet, &format!("{}{copies}", count(one.reports as usize, "report", "reports")));
        let mut runs = vec![name];
        runs.extend(paper.dotted([told]));
        paper.sheet.block(0, 2, &runs);
    }
}
