//! Which entry does a name mean? Each name has one sense in a report, that with the most points; every point has its reason.

use sayso_lexicon::{Entry, Gazetteer, Place};
use sayso_text::{Body, Slice};

use super::context::{Context, Own};
use super::find::Toponym;
use super::groups::{Group, grouped};
use super::points::{among, article, comma, holds, near, noun, other_name, prominence};
use super::reasons::Reason;
use crate::actors::Cast;
use crate::lexis::Lexis;

/// Points below which a name is left without an entry.
const LEAST: f64 = 2.5;

/// What was considered for one name of a report.
#[derive(Debug, Clone)]
pub struct Considered<'t> {
    /// Where it is first named.
    pub slice: Slice<'t, Body>,
    /// What it may mean, the best first; empty where the gazetteer does not know it.
    pub candidates: Vec<Candidate>,
}

impl Considered<'_> {
    /// The entry that is meant, if any has enough points.
    pub fn chosen(&self) -> Option<Entry> {
        self.candidates.first().filter(|best| best.points() >= LEAST).map(|best| best.entry)
    }
}

/// One sense of a name.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The entry.
    pub entry: Entry,
    /// What speaks for and against it, in points.
    pub reasons: Vec<(Reason, f64)>,
}

impl Candidate {
    /// The sum of its reasons.
    pub fn points(&self) -> f64 {
        self.reasons.iter().map(|(_, points)| points).sum()
    }

    /// Adds a reason, unless it says nothing.
    pub(super) fn add(&mut self, reason: Reason, points: f64) {
        if points != 0.0 {
            self.reasons.push((reason, points));
        }
    }
}

/// What was considered for each name, and for each toponym which of the names it bears.
pub(super) fn meanings<'t>(
    lexis: &Lexis<'_, 't>,
    cast: &Cast<'t>,
    found: &[Toponym<'t>],
    gazetteer: &Gazetteer,
) -> (Vec<Considered<'t>>, Vec<usize>) {
    let (groups, of) = grouped(lexis, found, gazetteer);
    let mut context = Context::told(cast);
    let first: Vec<Vec<Candidate>> =
        (0..groups.len()).map(|at| weigh(&groups, at, gazetteer, &context, Own::default())).collect();
    let owned: Vec<Own<'_>> =
        groups.iter().zip(&first).map(|(group, all)| Own::of(all.first(), gazetteer, group.count)).collect();
    owned.iter().for_each(|own| context.learn(*own));
    let best: Vec<Option<Place<'_>>> =
        first.iter().map(|all| all.first().and_then(|best| gazetteer.place(best.entry))).collect();
    let considered = groups.iter().enumerate().map(|(at, group)| {
        let mut candidates = weigh(&groups, at, gazetteer, &context, owned[at]);
        for candidate in &mut candidates {
            near(candidate, at, &best, gazetteer);
            among(candidate, at, &best, gazetteer);
        }
        sort(&mut candidates);
        Considered { slice: group.slice, candidates }
    });
    (considered.collect(), of)
}

/// The senses of a name with their points, the best first.
fn weigh(
    groups: &[Group<'_, '_>],
    at: usize,
    gazetteer: &Gazetteer,
    context: &Context,
    own: Own<'_>,
) -> Vec<Candidate> {
    let group = &groups[at];
    let mut candidates: Vec<Candidate> = group
        .senses
        .iter()
        .map(|(sense, place)| {
            let mut candidate = Candidate { entry: sense.entry, reasons: Vec::new() };
            candidate.add(Reason::Prominence, prominence(place));
            candidate.add(Reason::OtherName, other_name(sense, place));
            candidate.add(Reason::Comma, comma(group, place, gazetteer));
            candidate.add(Reason::Holds, holds(groups, group, place, gazetteer));
            candidate.add(Reason::Noun, noun(group, place));
            candidate.add(Reason::Article, article(group, place));
            candidate.add(Reason::Country, context.country(place, own));
            candidate.add(Reason::Division, context.division(place, own));
            candidate
        })
        .collect();
    sort(&mut candidates);
    candidates
}

fn sort(candidates: &mut [Candidate]) {
    candidates.sort_by(|a, b| b.points().total_cmp(&a.points()).then(a.entry.cmp(&b.entry)));
}
