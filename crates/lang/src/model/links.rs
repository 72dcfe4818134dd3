//! Which words belong together as source, cue and content of one attribution.
//!
//! One word of each cue stands for it, its anchor; every word of the unit is scored against every anchor for each of the three roles. A
//! word may belong to several attributions: what is said inside what is said.

use std::ops::Range;

use pulp::Simd;

use super::file::{ModelError, Weights};
use super::matrix::{Linear, dot};
use super::positive;

/// Roles of words in an attribution: source, cue, content.
pub(super) const ROLES: usize = 3;

/// Anchors of one unit that are followed up, the likeliest: more than people put into a paragraph, and a bound on damaged text.
const MOST: usize = 48;

/// The layers of the links behind those that see a word alone.
#[derive(Debug)]
pub(super) struct Links {
    /// What a word is as a member of an attribution.
    word: Linear,
    /// What it is as an anchor.
    anchor: Linear,
    /// From what a word is as an anchor: a query for each role, then what each role has of its own.
    layer: Linear,
    /// For each role by how far right of the anchor the word stands, from `-far` to `far`.
    distance: Vec<f32>,
    far: usize,
    /// Numbers of a word under each layer.
    pub(super) width: usize,
}

/// The words around one cue.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Linked {
    /// Its anchor.
    pub(crate) anchor: usize,
    /// Log-odds that the anchor is one.
    pub(crate) odds: f32,
    /// The words of each role, as runs in order.
    pub(crate) roles: [Vec<Range<usize>>; ROLES],
}

impl Links {
    pub(super) fn load(weights: &Weights<'_>, inputs: usize) -> Result<Self, ModelError> {
        let width = weights.shape("links.word.bias")?.first().copied().unwrap_or(0);
        if width == 0 || width % 16 != 0 {
            return Err(ModelError(format!("the links have {width} units, not a multiple of 16")));
        }
        let far = weights.directory.far;
        Ok(Links {
            word: Linear::load(weights, &[("links.word", width)], inputs)?,
            anchor: Linear::load(weights, &[("links.anchor", width)], inputs)?,
            layer: Linear::load(weights, &[("links.pair", ROLES * width), ("links.own", ROLES)], width)?,
            distance: weights.numbers("links.distance", &[ROLES, 2 * far + 1])?,
            far,
            width,
        })
    }

    /// What words are as members of an attribution, from what the encoder gives for them.
    #[inline(always)]
    pub(super) fn words<S: Simd>(&self, simd: S, hidden: &[f32]) -> Vec<f32> {
        let mut words = vec![0.0; hidden.len() / self.word.inputs * self.width];
        self.word.apply(simd, hidden, &mut words);
        positive(&mut words);
        words
    }

    /// What anchors ask of the words around them, from what the encoder gives for the anchors.
    #[inline(always)]
    pub(super) fn queries<S: Simd>(&self, simd: S, hidden: &[f32]) -> Vec<f32> {
        let mut anchors = vec![0.0; hidden.len() / self.anchor.inputs * self.width];
        self.anchor.apply(simd, hidden, &mut anchors);
        positive(&mut anchors);
        let mut queries = vec![0.0; anchors.len() / self.width * self.layer.outputs];
        self.layer.apply(simd, &anchors, &mut queries);
        queries
    }

    /// How far the queries of one anchor are from those of the next.
    pub(super) fn stride(&self) -> usize {
        self.layer.outputs
    }

    /// Log-odds that the words of a unit (given as what they are as words) have a role towards the anchor that asks.
    #[inline(always)]
    pub(super) fn scores(&self, queries: &[f32], words: &[f32], anchor: usize, role: usize) -> Vec<f32> {
        let query = &queries[role * self.width..][..self.width];
        let own = queries[ROLES * self.width + role];
        let distance = &self.distance[role * (2 * self.far + 1)..][..2 * self.far + 1];
        let mut scores = vec![0.0; words.len() / self.width];
        for at in 0..scores.len() {
            let near = (at + self.far).saturating_sub(anchor).min(2 * self.far);
            scores[at] = dot(query, &words[at * self.width..][..self.width]) + own + distance[near];
        }
        scores
    }
}

/// The anchors of a unit in order, by the log-odds of its words.
pub(super) fn anchors(odds: impl Iterator<Item = f32>) -> Vec<(usize, f32)> {
    let mut found: Vec<(usize, f32)> = odds.enumerate().filter(|(_, odds)| *odds > LEAST).collect();
    if found.len() > MOST {
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(MOST);
        found.sort_by_key(|(at, _)| *at);
    }
    found
}

/// Log-odds from which an anchor is worth a look.
const LEAST: f32 = -1.5;

/// What a run of each role costs: the log-odds that its words must win together. So a doubtful word inside a run stays in, and one alone
/// does not count; a source or a cue is often a single word.
pub(super) const COSTS: [f32; ROLES] = [0.0, 0.0, 1.5];

/// The runs of words that together have the highest score, each for its cost.
pub(super) fn runs(scores: &[f32], cost: f32) -> Vec<Range<usize>> {
    // The best score so far with the last word outside and inside a run, and for each word whether either came from inside.
    let (mut outside, mut inside) = (0.0f32, f32::NEG_INFINITY);
    let mut back = Vec::with_capacity(scores.len());
    for score in scores {
        let (opened, kept, closed) = (outside - cost + score, inside + score, inside);
        back.push((closed > outside, kept >= opened));
        (outside, inside) = (outside.max(closed), kept.max(opened));
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut within = inside > outside;
    for at in (0..scores.len()).rev() {
        if within {
            match found.last_mut() {
                Some(last) if last.start == at + 1 => last.start = at,
                _ => found.push(at..at + 1),
            }
        }
        within = if within { back[at].1 } else { back[at].0 };
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUN: f32 = COSTS[2];

    #[test]
    fn runs_bridge_doubt_and_leave_out_what_stands_alone() {
        assert_eq!(runs(&[2.0, 2.0, -0.5, 2.0, -4.0, 1.0, -4.0, 3.0], RUN), [0..4, 7..8]);
        assert!(runs(&[-1.0, 1.0], RUN).is_empty() && runs(&[], RUN).is_empty());
        assert_eq!(runs(&[9.0], RUN), [Range { start: 0, end: 1 }]);
    }

    #[test]
    fn no_other_runs_score_higher() {
        let total = |scores: &[f32], chosen: u32| {
            let within = |at: usize| chosen >> at & 1 == 1;
            (0..scores.len())
                .filter(|&at| within(at))
                .fold(0.0, |sum, at| sum + scores[at] - if at > 0 && within(at - 1) { 0.0 } else { RUN })
        };
        for seed in 0..200u32 {
            let scores: Vec<f32> =
                (0..8).map(|at| ((seed * 7919 + at * 104_729) * 31 % 97) as f32 / 16.0 - 3.0).collect();
            let best = (0..256).map(|chosen| total(&scores, chosen)).fold(0.0, f32::max);
            let found = runs(&scores, RUN).into_iter().flatten().fold(0, |chosen, at| chosen | 1 << at);
            assert!((total(&scores, found) - best).abs() < 1e-4, "{scores:?}");
        }
    }

    #[test]
    fn the_likeliest_anchors_are_kept_in_order() {
        let odds = (0..200).map(|at| if at % 2 == 0 { at as f32 } else { -9.0 });
        let found = anchors(odds);
        assert_eq!(found.len(), MOST);
        assert!(
            found.is_sorted_by_key(|(at, _)| *at) && found.iter().all(|(at, _)| at % 2 == 0 && *at > 100)
        );
    }
}
