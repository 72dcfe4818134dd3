//! How well do chains of mentions agree with those of a corpus? MUC, B³ and CEAFe as the CoNLL scorer defines them, and their mean.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

use crate::corpora::Corpus;
use crate::failure::Failure;
use crate::figures::{Figure, percent};
use crate::reader::{Pair, characters, without_blanks};

/// A mention: its first token (or character) and the one after its last, counted through the document.
pub(crate) type Mention = (usize, usize);
/// The chains of a document; no mention is in two of them.
pub(crate) type Chains = Vec<Vec<Mention>>;

/// The figures of chains on GUM.
///
/// # Errors
/// Where a document of OntoGUM is not in GUM, or its brackets cannot be read.
pub(crate) fn figures(gum: &[Pair], ontogum: &Corpus) -> Result<Vec<Figure>, Failure> {
    let gold = documents(ontogum)?;
    let mut score = Score::default();
    for pair in gum {
        let own: String = pair.gold.sentences.iter().map(|sentence| sentence.characters.as_str()).collect();
        let marked =
            gold.get(&without_bars(&own)).ok_or_else(|| ontogum.failure("lacks a document of GUM"))?;
        let bars = Bars::of(&own);
        let mention = |&(start, end): &Mention| (bars.passed(start), bars.passed(end));
        let found = pair.found.chains.iter().map(|chain| chain.iter().map(mention).collect()).collect();
        score.add(marked, &found);
    }
    Ok(vec![
        percent("chains muc", 100.0 * score.muc.f1()),
        percent("chains b3", 100.0 * score.b3.f1()),
        percent("chains ceafe", 100.0 * score.ceafe.f1()),
        percent("chains conll", 100.0 * score.conll()),
    ])
}

/// The chains of each document of OntoGUM, by its characters. GUM writes an empty cell of a table as a bar, which OntoGUM leaves out: bars
/// do not count.
///
/// # Errors
/// Where brackets cannot be read.
pub(crate) fn documents(ontogum: &Corpus) -> Result<BTreeMap<String, Chains>, Failure> {
    let blocks = ontogum.content.split("# begin document").filter(|block| !block.trim().is_empty());
    let document = |block: &str| {
        let rows = block.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        let rows: Vec<(String, &str)> = rows
            .filter(|row| row.len() == 3)
            .map(|row| (without_bars(&without_blanks(row[1])), row[2]))
            .collect();
        let chains = parse(rows.iter().map(|row| row.1))?;
        let mut ends = vec![0];
        for (form, _) in &rows {
            ends.push(ends.last().copied().unwrap_or(0) + characters(form));
        }
        let mention = |(start, end): Mention| (ends[start], ends[end]);
        let chains = chains.into_iter().map(|chain| chain.into_iter().map(mention).collect()).collect();
        Some((rows.into_iter().map(|row| row.0).collect(), chains))
    };
    let unread = || ontogum.failure("a bracket has no partner");
    blocks.map(|block| document(block).ok_or_else(unread)).collect()
}

/// A text without vertical bars.
pub(crate) fn without_bars(text: &str) -> String {
    text.replace('|', "")
}

/// Where a document has vertical bars, counted in characters.
pub(crate) struct Bars(Vec<usize>);

impl Bars {
    /// Those of a text without blanks.
    pub(crate) fn of(text: &str) -> Self {
        Bars(text.chars().enumerate().filter(|&(_, c)| c == '|').map(|(at, _)| at).collect())
    }

    /// A place, with the bars before it left out of the count.
    pub(crate) fn passed(&self, at: usize) -> usize {
        at - self.0.partition_point(|&bar| bar < at)
    }
}

/// What is shared, out of what the corpus has and out of what was found; sums over documents.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Share {
    recalled: f64,
    gold: f64,
    precise: f64,
    found: f64,
}

impl Share {
    /// Recall, from 0 to 1.
    pub(crate) fn recall(self) -> f64 {
        ratio(self.recalled, self.gold)
    }

    /// Precision, from 0 to 1.
    pub(crate) fn precision(self) -> f64 {
        ratio(self.precise, self.found)
    }

    /// Harmonic mean of the two.
    pub(crate) fn f1(self) -> f64 {
        let (recall, precision) = (self.recall(), self.precision());
        ratio(2.0 * recall * precision, recall + precision)
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, other: Share) {
        self.recalled += other.recalled;
        self.gold += other.gold;
        self.precise += other.precise;
        self.found += other.found;
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// All measures over the documents added so far.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Score {
    /// Mentions, whatever their chains.
    pub(crate) mentions: Share,
    /// Links.
    pub(crate) muc: Share,
    /// Each mention's share of its chain.
    pub(crate) b3: Share,
    /// Chains matched one to one.
    pub(crate) ceafe: Share,
}

impl Score {
    /// Adds a document.
    pub(crate) fn add(&mut self, gold: &Chains, found: &Chains) {
        let (in_gold, in_found) = (index(gold), index(found));
        let shared = in_gold.keys().filter(|mention| in_found.contains_key(mention)).count() as f64;
        let (golds, founds) = (in_gold.len() as f64, in_found.len() as f64);
        self.mentions += Share { recalled: shared, gold: golds, precise: shared, found: founds };
        self.muc += both(links(gold, &in_found), links(found, &in_gold));
        self.b3 += both(shares(gold, &in_found), shares(found, &in_gold));
        let matched = best(gold, found);
        let (golds, founds) = (gold.len() as f64, found.len() as f64);
        self.ceafe += Share { recalled: matched, gold: golds, precise: matched, found: founds };
    }

    /// The CoNLL score: the mean of the three.
    pub(crate) fn conll(&self) -> f64 {
        (self.muc.f1() + self.b3.f1() + self.ceafe.f1()) / 3.0
    }
}

fn both((recalled, gold): (f64, f64), (precise, found): (f64, f64)) -> Share {
    Share { recalled, gold, precise, found }
}

/// Which chain each mention is in.
fn index(chains: &Chains) -> BTreeMap<Mention, usize> {
    let numbered = chains.iter().enumerate();
    numbered.flat_map(|(number, chain)| chain.iter().map(move |&mention| (mention, number))).collect()
}

/// How many links of these chains the others keep, and how many there are.
fn links(chains: &Chains, others: &BTreeMap<Mention, usize>) -> (f64, f64) {
    let (mut kept, mut all) = (0, 0);
    for chain in chains {
        let parts: BTreeSet<usize> =
            chain.iter().filter_map(|mention| others.get(mention).copied()).collect();
        let alone = chain.iter().filter(|mention| !others.contains_key(mention)).count();
        kept += chain.len() - parts.len() - alone;
        all += chain.len().saturating_sub(1);
    }
    (kept as f64, all as f64)
}

/// For each mention, the share of its chain that is with it in the others; and how many mentions there are.
fn shares(chains: &Chains, others: &BTreeMap<Mention, usize>) -> (f64, f64) {
    let (mut sum, mut all) = (0.0, 0.0);
    for chain in chains {
        let mut parts: BTreeMap<usize, f64> = BTreeMap::new();
        for other in chain.iter().filter_map(|mention| others.get(mention)) {
            *parts.entry(*other).or_default() += 1.0;
        }
        sum += parts.values().map(|part| part * part).sum::<f64>() / chain.len().max(1) as f64;
        all += chain.len() as f64;
    }
    (sum, all)
}

/// The greatest sum of likenesses (φ₄) that pairs each chain with at most one other.
fn best(gold: &Chains, found: &Chains) -> f64 {
    let (rows, columns) = if gold.len() <= found.len() { (gold, found) } else { (found, gold) };
    let likeness: Vec<Vec<f64>> =
        rows.iter().map(|row| columns.iter().map(|column| alike(row, column)).collect()).collect();
    let chosen = assign(&likeness, columns.len());
    chosen.iter().enumerate().map(|(row, &column)| likeness[row][column]).sum()
}

fn alike(one: &[Mention], other: &[Mention]) -> f64 {
    let shared = one.iter().filter(|mention| other.contains(mention)).count();
    ratio(2.0 * shared as f64, (one.len() + other.len()) as f64)
}

/// For each row its column, by Kuhn and Munkres; there are at least as many columns as rows.
fn assign(likeness: &[Vec<f64>], columns: usize) -> Vec<usize> {
    let rows = likeness.len();
    let (mut up, mut across) = (vec![0.0; rows + 1], vec![0.0; columns + 1]);
    // Column 0 stands for the row that is being placed; row 0 for none.
    let mut taken = vec![0; columns + 1];
    for row in 1..=rows {
        taken[0] = row;
        let mut at = 0;
        let mut least = vec![f64::INFINITY; columns + 1];
        let mut from = vec![0; columns + 1];
        let mut seen = vec![false; columns + 1];
        while taken[at] != 0 {
            seen[at] = true;
            let (mut step, mut next) = (f64::INFINITY, 0);
            for column in (1..=columns).filter(|&column| !seen[column]) {
                let cost = -likeness[taken[at] - 1][column - 1] - up[taken[at]] - across[column];
                if cost < least[column] {
                    (least[column], from[column]) = (cost, at);
                }
                if least[column] < step {
                    (step, next) = (least[column], column);
                }
            }
            for column in 0..=columns {
                if seen[column] {
                    up[taken[column]] += step;
                    across[column] -= step;
                } else {
                    least[column] -= step;
                }
            }
            at = next;
        }
        while at != 0 {
            taken[at] = taken[from[at]];
            at = from[at];
        }
    }
    let mut chosen = vec![0; rows];
    for column in (1..=columns).filter(|&column| taken[column] != 0) {
        chosen[taken[column] - 1] = column - 1;
    }
    chosen
}

/// Chains of one document, from the last column of its rows in the CoNLL format: `(7`, `7)`, `(7)`, several of them in one, or `_`.
/// `None` where a bracket has no partner or cannot be read.
pub(crate) fn parse<'a>(column: impl IntoIterator<Item = &'a str>) -> Option<Chains> {
    let mut open: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut chains: BTreeMap<&str, Vec<Mention>> = BTreeMap::new();
    for (at, cell) in column.into_iter().enumerate().filter(|(_, cell)| !matches!(*cell, "_" | "-")) {
        let mut rest = cell;
        while !rest.is_empty() {
            rest = rest.trim_start_matches('|');
            let opens = rest.starts_with('(');
            let digits = rest.trim_start_matches('(');
            let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
            let (number, after) = digits.split_at(length);
            if number.is_empty() {
                return None;
            }
            if opens {
                open.entry(number).or_default().push(at);
            }
            let closed = after.strip_prefix(')');
            if closed.is_some() {
                let start = open.get_mut(number)?.pop()?;
                chains.entry(number).or_default().push((start, at + 1));
            } else if !opens {
                return None;
            }
            rest = closed.unwrap_or(after);
        }
    }
    let mut chains: Chains = open.values().all(Vec::is_empty).then(|| chains.into_values().collect())?;
    chains.iter_mut().for_each(|chain| chain.sort_unstable());
    Some(chains)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chains(groups: &[&[usize]]) -> Chains {
        groups.iter().map(|group| group.iter().map(|&at| (at, at + 1)).collect()).collect()
    }

    fn score(gold: &[&[usize]], found: &[&[usize]]) -> Score {
        let mut score = Score::default();
        score.add(&chains(gold), &chains(found));
        score
    }

    fn near(one: f64, other: f64) {
        assert!((one - other).abs() < 1e-9, "{one} is not {other}");
    }

    #[test]
    fn same_chains_score_one() {
        near(score(&[&[1, 2], &[3, 4, 5]], &[&[3, 4, 5], &[1, 2]]).conll(), 1.0);
    }

    #[test]
    fn nothing_found_scores_nought() {
        near(score(&[&[1, 2]], &[]).conll(), 0.0);
        near(score(&[], &[]).conll(), 0.0);
    }

    /// The example of Pradhan et al. (2014): {a b c} {d e f g} against {a b} {c d} {f g h i}.
    #[test]
    fn published_example() {
        let score = score(&[&[1, 2, 3], &[4, 5, 6, 7]], &[&[1, 2], &[3, 4], &[6, 7, 8, 9]]);
        near(score.mentions.recall(), 6.0 / 7.0);
        near(score.mentions.precision(), 6.0 / 8.0);
        near(score.muc.recall(), 2.0 / 5.0);
        near(score.muc.precision(), 2.0 / 5.0);
        near(score.b3.recall(), (5.0 / 3.0 + 5.0 / 4.0) / 7.0);
        near(score.b3.precision(), (2.0 + 1.0 + 1.0) / 8.0);
        near(score.ceafe.recall(), 1.3 / 2.0);
        near(score.ceafe.precision(), 1.3 / 3.0);
    }

    #[test]
    fn the_best_pairs_are_not_the_greedy_ones() {
        let likeness = vec![vec![0.9, 0.8], vec![0.8, 0.1]];
        assert_eq!(assign(&likeness, 2), [1, 0]);
    }

    #[test]
    fn columns_of_brackets() {
        let read = parse(["(1", "(2)", "1)", "_", "(1)|(3", "(2)3)", "(3)"]);
        assert_eq!(read, Some(vec![vec![(0, 3), (4, 5)], vec![(1, 2), (5, 6)], vec![(4, 6), (6, 7)]]));
        assert_eq!(parse(["(1", "_"]), None);
        assert_eq!(parse(["1)"]), None);
        assert_eq!(parse(["(x)"]), None);
    }
}
