//! Which type of event does a dyad stand in? A linear classifier of who, to whom, and the words on the way, by PLOVER's types.
//!
//! The score of a type is the sum of the weights of [`features`], in each template divided by the root of how many it found; the weights
//! (`data/words/kinds.tsv`) are learnt by `train/kinds.py`.

mod classes;
mod features;
mod predicate;
mod weights;

use sayso_lang::Reading;
use sayso_record::EventType;

use super::Stage;
use crate::lexis::Lexis;
use features::{Features, features};

/// Words looked at in one direction: more than people can follow, and a bound on damaged text.
const FARTHEST: usize = 40;

/// Who acts on whom by way of which word, as indices of tokens in ascending order. Either side may be empty.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'d> {
    /// The word that carries what is done, or that hands over to it: "said".
    pub(super) trigger: usize,
    pub(super) source: &'d [usize],
    pub(super) target: &'d [usize],
}

impl Pair<'_> {
    fn holds(&self, token: usize) -> bool {
        self.source.binary_search(&token).is_ok() || self.target.binary_search(&token).is_ok()
    }
}

/// A score for each type; the higher the likelier. `None` is yielding, which *concede* and *retreat* share.
pub(super) type Scores = [(Option<EventType>, f32); weights::KINDS.len()];

/// How well each type fits.
pub(super) fn scores(stage: &Stage<'_, '_, '_>, pair: Pair<'_>) -> Scores {
    weigh(&features(stage, pair))
}

fn weigh(features: &Features) -> Scores {
    let mut scores = weights::KINDS.map(|(_, kind)| (kind, 0.0));
    for (template, found) in features {
        let share = (found.len() as f32).sqrt().recip();
        for (kind, weight) in found.iter().flat_map(|feature| weights::of(template, feature)) {
            scores[*kind].1 += weight * share;
        }
    }
    scores
}

/// The likeliest type, and by how much it leads.
pub(super) fn best(scores: &Scores) -> (Option<EventType>, f32) {
    let mut order = *scores;
    order.sort_by(|one, other| other.1.total_cmp(&one.1));
    (order[0].0, order[0].1 - order[1].1)
}

/// What the classifier makes of who and to whom, for training and scoring it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dyad {
    /// What it goes by: `template:feature`, sorted.
    pub features: Vec<String>,
    /// The likeliest type; `None` is yielding, *concede* or *retreat*.
    pub kind: Option<EventType>,
}

/// The event between those two, given as indices of [`Reading::tokens`] in ascending order; either may be empty. `None` where no word could
/// carry an event.
pub fn dyad(reading: &Reading<'_>, source: &[usize], target: &[usize]) -> Option<Dyad> {
    let lexis = Lexis::new(reading);
    let stage = Stage { lexis: &lexis };
    let pair = Pair { trigger: predicate::between(&stage, source, target)?, source, target };
    let features = features(&stage, pair);
    let named = features
        .iter()
        .flat_map(|(template, found)| found.iter().map(move |feature| format!("{template}:{feature}")));
    Some(Dyad { features: named.collect(), kind: best(&scores(&stage, pair)).0 })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn features(template: &'static str, found: &[&str]) -> Features {
        Features::from([(template, found.iter().map(|&feature| feature.to_owned()).collect::<BTreeSet<_>>())])
    }

    #[test]
    fn features_of_a_template_share_it() {
        let alone = weigh(&features("between-type", &["REJECT"]));
        let shared = weigh(&features("between-type", &["REJECT", "never learnt"]));
        assert_eq!(best(&alone).0, Some(EventType::Reject));
        for (one, other) in alone.iter().zip(shared) {
            assert!((one.1 / 2f32.sqrt() - other.1).abs() < 1e-6, "{one:?} {other:?}");
        }
    }

    #[test]
    fn what_was_never_learnt_says_nothing() {
        let scores = weigh(&features("between", &["never learnt"]));
        assert!(scores.iter().all(|&(_, score)| score == 0.0));
        assert!(best(&scores).1.abs() < 1e-9);
    }

    #[test]
    fn the_best_leads_by_the_distance_to_the_next() {
        let mut scores = weigh(&Features::new());
        (scores[2].1, scores[14].1) = (0.25, 1.0);
        assert_eq!(best(&scores), (None, 0.75));
    }
}
