//! Answers of a store for people at a terminal: hits, traces, timelines, actors, and what it holds.

mod actors;
mod hits;
mod stats;
mod timeline;
mod trace;

use sayso_record as record;
use sayso_store::{ActorLine, Found, Name, Stats, Timeline, Trace};
use sayso_wire as wire;

use super::run::{Role, Run};
use super::sheet::Sheet;
use super::{Options, Signs};
use crate::show::signs::{ASCII, UNICODE};

/// Hits, those of one report under its headline.
pub fn found(found: &Found, options: &Options) -> String {
    let mut paper = Paper::new(options);
    hits::hits(&found.hits, &mut paper);
    paper.sheet.finish()
}

/// Where a claim comes from: its origins in the order of time, who denies it, and the numbers that are given.
pub fn trace(trace: &Trace, options: &Options) -> String {
    let mut paper = Paper::new(options);
    trace::trace(trace, &mut paper);
    paper.sheet.finish()
}

/// A line a day, with a bar.
pub fn timeline(timeline: &Timeline, options: &Options) -> String {
    let mut paper = Paper::new(options);
    timeline::timeline(timeline, &mut paper);
    paper.sheet.finish()
}

/// A line an actor.
pub fn actors(actors: &[ActorLine], options: &Options) -> String {
    let mut paper = Paper::new(options);
    actors::actors(actors, &mut paper);
    paper.sheet.finish()
}

/// What a store holds, and how much of it happened.
pub fn stats(stats: &Stats, options: &Options) -> String {
    let mut paper = Paper::new(options);
    stats::stats(stats, &mut paper);
    paper.sheet.finish()
}

/// A sheet and the signs that are set on it.
struct Paper {
    sheet: Sheet,
    signs: &'static Signs,
}

impl Paper {
    fn new(options: &Options) -> Self {
        Paper { sheet: Sheet::new(options), signs: if options.ascii { &ASCII } else { &UNICODE } }
    }

    fn dot(&self) -> Run {
        Run::own(Role::Quiet, &format!("\u{a0}{} ", self.signs.dot))
    }

    /// Runs with a dot before each.
    fn dotted(&self, runs: impl IntoIterator<Item = Run>) -> Vec<Run> {
        runs.into_iter().flat_map(|run| [self.dot(), run]).collect()
    }

    /// `Peskov ‹ Sputnik`; `?` where nobody is named.
    fn chain(&self, source: &[Name], words: Option<&str>, via: &[Name]) -> Vec<Run> {
        let names: Vec<_> = source.iter().map(|name| name.name.as_str()).collect();
        let who = if names.is_empty() { words.unwrap_or("?").to_owned() } else { names.join(", ") };
        let mut runs = vec![Run::new(Role::Name, &who)];
        for relay in via {
            runs.push(Run::own(Role::Plain, &format!(" {}\u{a0}", self.signs.relay)));
            runs.push(Run::new(Role::Plain, &relay.name));
        }
        runs
    }
}

/// The standing as the record has it, whose signs these are.
fn standing(status: wire::Status) -> record::Status {
    match status {
        wire::Status::Actual => record::Status::Actual,
        wire::Status::Negated => record::Status::Negated,
        wire::Status::Hypothetical => record::Status::Hypothetical,
        wire::Status::Future => record::Status::Future,
    }
}
