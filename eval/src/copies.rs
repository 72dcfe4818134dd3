//! Copies: are the reports found that copy each other, and no others?
//!
//! The corpus holds clusters: a report and copies that were made of it by cutting, editing, reordering, re-quoting and putting it among
//! other reports. The thresholds of `sayso-link` were chosen on one half of the clusters; these are figures of the other. What a round-up
//! takes from reports of other clusters counts as an error, though it is copied.

use std::collections::{BTreeMap, BTreeSet};

use sayso_link::copies::{fingerprints, likeness, worth_comparing};
use serde::Deserialize;

use crate::corpora::Corpus;
use crate::failure::Failure;
use crate::figures::{Figure, percent};
use crate::tally::Tally;

/// One report of the corpus.
#[derive(Debug, Deserialize)]
struct Report {
    /// What it is a copy of, or is copied as.
    cluster: String,
    /// How the copy was made; `original` for what is copied.
    kind: String,
    /// Its text.
    text: String,
}

/// Two reports, by their places in the corpus, the smaller first.
type Pair = (usize, usize);

/// Precision, recall and F1 of pairs, the same where copies of copies are copies, and the recall of each kind of copy of an original.
///
/// # Errors
/// Where the corpus is not as it should be.
pub(crate) fn figures(corpus: &Corpus) -> Result<Vec<Figure>, Failure> {
    let mut reports: Vec<Report> = corpus.records()?;
    reports.retain(|report| is_scored(&report.cluster));
    let (gold, found) = (gold(&reports), found(&reports));
    let (pairs, joined) = (Tally::of(&gold, &found), Tally::of(&gold, &joined(&found, reports.len())));
    let mut figures = vec![
        percent("copies", pairs.f1()),
        percent("copies precision", pairs.precision()),
        percent("copies recall", pairs.recall()),
        percent("copies joined", joined.f1()),
    ];
    figures.extend(kinds(&reports, &gold, &found));
    Ok(figures)
}

/// Whether a cluster is of the half that nothing was tuned on: its name's 64-bit FNV-1a hash is odd.
fn is_scored(cluster: &str) -> bool {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    cluster.bytes().fold(0xcbf2_9ce4_8422_2325, step) % 2 == 1
}

fn gold(reports: &[Report]) -> BTreeSet<Pair> {
    let mut clusters: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, report) in reports.iter().enumerate() {
        clusters.entry(&report.cluster).or_default().push(at);
    }
    clusters.values().flat_map(|members| pairs(members)).collect()
}

fn pairs(members: &[usize]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (at, later) in members.iter().enumerate() {
        pairs.extend(members[..at].iter().map(|earlier| (*earlier, *later)));
    }
    pairs
}

/// The pairs that are found as a store finds them: by an index of fingerprints, then compared.
fn found(reports: &[Report]) -> BTreeSet<Pair> {
    let prints: Vec<Vec<u64>> = reports.iter().map(|report| fingerprints(&report.text)).collect();
    let mut index: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, sample) in prints.iter().enumerate() {
        for hash in sample {
            index.entry(*hash).or_default().push(at);
        }
    }
    let mut shared: BTreeMap<Pair, usize> = BTreeMap::new();
    for pair in index.values().flat_map(|members| pairs(members)) {
        *shared.entry(pair).or_default() += 1;
    }
    let is_copy = |&(&(a, b), &shared): &(&Pair, &usize)| {
        worth_comparing(shared, prints[a].len(), prints[b].len())
            && likeness(&prints[a], &prints[b]).is_copy()
    };
    shared.iter().filter(is_copy).map(|(pair, _)| *pair).collect()
}

/// The pairs within groups that are joined by pairs.
fn joined(found: &BTreeSet<Pair>, reports: usize) -> BTreeSet<Pair> {
    let mut group: Vec<usize> = (0..reports).collect();
    for (a, b) in found {
        let (into, from) = (group[*a], group[*b]);
        group.iter_mut().filter(|group| **group == from).for_each(|group| *group = into);
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, group) in group.iter().enumerate() {
        groups.entry(*group).or_default().push(at);
    }
    groups.values().flat_map(|members| pairs(members)).collect()
}

/// How many copies of each kind are found with their originals.
fn kinds(reports: &[Report], gold: &BTreeSet<Pair>, found: &BTreeSet<Pair>) -> Vec<Figure> {
    let mut kinds: BTreeMap<&str, Tally> = BTreeMap::new();
    for pair @ (a, b) in gold {
        let (a, b) = (reports[*a].kind.as_str(), reports[*b].kind.as_str());
        if a == "original" || b == "original" {
            let kind = if a == "original" { b } else { a };
            let right = usize::from(found.contains(pair));
            kinds.entry(kind).or_default().add(Tally { right, found: right, gold: 1 });
        }
    }
    kinds
        .iter()
        .map(|(kind, tally)| percent(format!("copies {}", kind.replace('_', " ")), tally.recall()))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{figures, is_scored, joined};
    use crate::corpora::Corpus;

    #[test]
    fn copies_of_copies_are_joined() {
        let found = BTreeSet::from([(0, 1), (1, 3)]);
        assert_eq!(joined(&found, 4), BTreeSet::from([(0, 1), (0, 3), (1, 3)]));
    }

    #[test]
    fn half_of_the_clusters_is_scored() {
        let scored = (0..100).filter(|n| is_scored(&format!("cluster {n}"))).count();
        assert!((30..70).contains(&scored), "{scored}");
    }

    #[test]
    fn a_copy_is_counted_by_its_kind() {
        let cluster = (0..).map(|n| n.to_string()).find(|name| is_scored(name)).expect("one of them");
        let line = |kind| {
            let text = "Holt told the council of Karsk on Friday that nobody would cross the river before the spring.";
            format!("{{\"cluster\":\"{cluster}\",\"kind\":\"{kind}\",\"text\":\"{text}\"}}\n")
        };
        let content = [line("original"), line("word_edit")].concat();
        let figures = figures(&Corpus { path: "copies.jsonl", content }).expect("a corpus");
        let values: Vec<_> = figures.iter().map(|figure| (figure.name.as_str(), figure.value)).collect();
        assert_eq!(values[0], ("copies", 100.0));
        assert_eq!(values[4..], [("copies word edit", 100.0)]);
    }
}
