//! Copies: reports that carry the words of another, whole, cut, edited or among others.
//!
//! A report is sampled: its folded words are taken in overlapping runs ([`RUN`] words), each run is hashed, and the hashes below a threshold
//! are kept (FracMinHash). What two samples share tells what the reports share, and a hash leads to the reports that hold it.
//!
//! Runs that stand in quotation marks are told from others (by the last bit of their hash): two reports of one press conference share its
//! quotations and are no copies of each other, while a copy shares the words around them, too.

mod quoted;

use std::cmp::Ordering;

use crate::fold;

/// Words in a run.
const RUN: usize = 4;
/// One in so many runs of a long text is kept.
const SPARSE: u64 = 8;
/// A text of which fewer hashes than these would be kept is sampled twice as densely, or four or eight times.
const ENOUGH: usize = 32;
/// Fewer shared hashes than these are no evidence.
const FEW: usize = 3;
/// So much of the shorter report makes a copy.
const MOST: f64 = 0.6;
/// So much of the shorter does where it is much of the longer, too.
const MUCH: f64 = 0.4;
/// What both share is much of both where it is so much of what either has.
const MUCH_OF_BOTH: f64 = 0.17;
/// So much of the words outside quotation marks must be shared.
const PROSE: f64 = 0.3;

/// The sample of `text` that says what it shares with others: sorted and distinct; none where it has fewer than four words.
///
/// These numbers are kept on disk: fold, hash and sampling never change.
#[must_use]
pub fn fingerprints(text: &str) -> Vec<u64> {
    let words = words(text);
    let mut runs: Vec<u64> = words.windows(RUN).map(run_hash).collect();
    runs.sort_unstable();
    runs.dedup();
    let limit = limit(runs.len());
    runs.truncate(runs.partition_point(|hash| *hash <= limit));
    runs
}

/// A word's hash, and whether it stands in quotation marks.
type Word = (u64, bool);

fn words(text: &str) -> Vec<Word> {
    let of = |(piece, quoted)| fold::words(piece).into_iter().map(move |word| (word_hash(&word), quoted));
    quoted::pieces(text).into_iter().flat_map(of).collect()
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

/// The hashes of words in their order, made one and mixed (the finaliser of `MurmurHash3`), so that every bit is as good as any other; the
/// last bit is set where all of them are quoted.
fn run_hash(words: &[Word]) -> u64 {
    let join = |sum: u64, word: &Word| sum.rotate_left(5).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word.0;
    let sum = words.iter().fold(0, join);
    let mixed = (sum ^ (sum >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    let quoted = words.iter().all(|word| word.1);
    ((mixed ^ (mixed >> 33)) & !1) | u64::from(quoted)
}

/// How much of two reports is the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// What both share, of what either has: 0 to 1.
    pub jaccard: f64,
    /// What both share, of what the shorter has: 0 to 1.
    pub containment: f64,
    /// The same of words outside quotation marks; that of all words where there are too few of those.
    pub prose: f64,
    /// How many fingerprints they share.
    pub shared: usize,
}

impl Likeness {
    /// Whether one is a copy of the other: most of the shorter stands in the longer, or much of both is the same; and not for what they
    /// quote alone.
    #[must_use]
    pub fn is_copy(&self) -> bool {
        let much = self.containment >= MUCH && self.jaccard >= MUCH_OF_BOTH;
        self.shared >= FEW && (self.containment >= MOST || much) && self.prose >= PROSE
    }
}

/// How alike the reports are that `a` and `b` are the fingerprints of. Samples of different density are compared at the lower one.
#[must_use]
pub fn likeness(a: &[u64], b: &[u64]) -> Likeness {
    let limit = reach(a).min(reach(b));
    let a = &a[..a.partition_point(|hash| *hash <= limit)];
    let b = &b[..b.partition_point(|hash| *hash <= limit)];
    let (quoted, prose) = shared(a, b);
    let (shared, least) = (quoted + prose, a.len().min(b.len()));
    let told = unquoted(a).min(unquoted(b));
    let containment = share(shared, least);
    Likeness {
        jaccard: share(shared, a.len() + b.len() - shared),
        containment,
        prose: if told < FEW { containment } else { share(prose, told) },
        shared,
    }
}

#[expect(clippy::cast_precision_loss, reason = "no report has 2^52 words")]
fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { part as f64 / of as f64 }
}

fn is_quoted(hash: u64) -> bool {
    hash & 1 == 1
}

fn unquoted(sample: &[u64]) -> usize {
    sample.iter().filter(|hash| !is_quoted(**hash)).count()
}

/// The limit under which a sample was taken, as its largest hash tells.
fn reach(sample: &[u64]) -> u64 {
    let largest = sample.last().copied().unwrap_or(0);
    [8, 4, 2].into_iter().map(|one_in| u64::MAX / one_in).find(|limit| largest <= *limit).unwrap_or(u64::MAX)
}

/// How many hashes two sorted samples share: quoted ones, others.
fn shared(a: &[u64], b: &[u64]) -> (usize, usize) {
    let (mut a, mut b, mut shared) = (a.iter().peekable(), b.iter().peekable(), (0, 0));
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        let order = x.cmp(y);
        if order == Ordering::Equal {
            let count = if is_quoted(**x) { &mut shared.0 } else { &mut shared.1 };
            *count += 1;
        }
        if order != Ordering::Greater {
            a.next();
        }
        if order != Ordering::Less {
            b.next();
        }
    }
    shared
}

/// Whether two reports may be copies that share so many fingerprints, of so many each. Where this is false, [`Likeness::is_copy`] is too:
/// a sample of so many is never a dense one, so that what is shared of it is what is contained.
#[must_use]
pub fn worth_comparing(shared: usize, a: usize, b: usize) -> bool {
    let shorter = a.min(b);
    shared >= FEW && (shorter < ENOUGH * 3 || share(shared, shorter) >= MUCH)
}

#[cfg(test)]
mod tests;
