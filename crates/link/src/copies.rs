//! Copies: reports that carry the words of another, whole, cut, edited or among others.
//!
//! A report is sampled: its folded words are taken in overlapping runs ([`RUN`] words), each run is hashed, and the hashes below a threshold
//! are kept (FracMinHash). What two samples share tells what the reports share, and a hash leads to the reports that hold it.

use std::cmp::Ordering;

use crate::fold;

/// Words in a run.
const RUN: usize = 4;
/// One in so many runs of a long text is kept.
const SPARSE: u64 = 8;
/// A text with fewer runs than this many times [`SPARSE`] is sampled twice as densely, with half of them four times, and so on.
const ENOUGH: usize = 32;
/// Fewer shared hashes than these are no evidence.
const FEW: usize = 4;

/// The sample of `text` that says what it shares with others: sorted and distinct; none where it has fewer than four words.
///
/// These numbers are kept on disk: fold, hash and sampling never change.
#[must_use]
pub fn fingerprints(text: &str) -> Vec<u64> {
    let words: Vec<u64> = fold::words(text).iter().map(|word| word_hash(word)).collect();
    let mut runs: Vec<u64> = words.windows(RUN).map(run_hash).collect();
    runs.sort_unstable();
    runs.dedup();
    let limit = limit(runs.len());
    runs.truncate(runs.partition_point(|hash| *hash <= limit));
    runs
}

/// The largest hash that is kept of a text with so many runs.
fn limit(runs: usize) -> u64 {
    let mut one_in = SPARSE;
    let mut enough = ENOUGH * 8;
    while one_in > 1 && runs < enough {
        one_in /= 2;
        enough /= 2;
    }
    u64::MAX / one_in
}

/// FNV-1a, 64 bits, of the bytes of a word.
fn word_hash(word: &str) -> u64 {
    word.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The hashes of words in their order, made one and mixed (the finaliser of `MurmurHash3`), so that every bit is as good as any other.
fn run_hash(words: &[u64]) -> u64 {
    let sum =
        words.iter().fold(0_u64, |sum, word| sum.rotate_left(5).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word);
    let mixed = (sum ^ (sum >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    mixed ^ (mixed >> 33)
}

/// How much of two reports is the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// What both share, of what either has: 0 to 1.
    pub jaccard: f64,
    /// What both share, of what the shorter has: 0 to 1.
    pub containment: f64,
    /// How many fingerprints they share.
    pub shared: usize,
}

impl Likeness {
    /// Whether one is a copy of the other: most of the shorter stands in the longer.
    #[must_use]
    pub fn is_copy(&self) -> bool {
        self.shared >= FEW && self.containment >= 0.4
    }
}

/// How alike the reports are that `a` and `b` are the fingerprints of. Samples of different density are compared at the lower one.
#[must_use]
pub fn likeness(a: &[u64], b: &[u64]) -> Likeness {
    let limit = reach(a).min(reach(b));
    let a = &a[..a.partition_point(|hash| *hash <= limit)];
    let b = &b[..b.partition_point(|hash| *hash <= limit)];
    let shared = shared(a, b);
    let share = |of: usize| if of == 0 { 0.0 } else { count(shared) / count(of) };
    Likeness { jaccard: share(a.len() + b.len() - shared), containment: share(a.len().min(b.len())), shared }
}

#[expect(clippy::cast_precision_loss, reason = "no report has 2^52 words")]
fn count(of: usize) -> f64 {
    of as f64
}

/// The limit under which a sample was taken, as its largest hash tells.
fn reach(sample: &[u64]) -> u64 {
    let largest = sample.last().copied().unwrap_or(0);
    [8, 4, 2, 1]
        .into_iter()
        .map(|one_in| u64::MAX / one_in)
        .find(|limit| largest <= *limit)
        .unwrap_or(u64::MAX)
}

fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut a, mut b, mut shared) = (a.iter().peekable(), b.iter().peekable(), 0);
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        let order = x.cmp(y);
        shared += usize::from(order == Ordering::Equal);
        if order != Ordering::Greater {
            a.next();
        }
        if order != Ordering::Less {
            b.next();
        }
    }
    shared
}

/// Whether two reports may be copies that share so many fingerprints, of so many each. Where this is false, `is_copy` is too.
#[must_use]
pub fn worth_comparing(shared: usize, a: usize, b: usize) -> bool {
    shared >= FEW && shared <= a.min(b)
}

#[cfg(test)]
mod tests {
    use super::{fingerprints, likeness};

    #[test]
    fn quotation_marks_make_no_other_report() {
        let ours =
            fingerprints("“Nobody crosses the river at Karsk,” Holt’s deputy told the council on Friday.");
        let theirs =
            fingerprints("\"Nobody crosses the river at KARSK\", Holt's deputy told the council on Friday.");
        assert!(likeness(&ours, &theirs).is_copy());
    }
}
