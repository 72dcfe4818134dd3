//! Who depends on whom: scores of every word under every other, the best tree over them, and the names of its arcs.

use super::file::{ModelError, Weights};
use super::matrix::{Linear, dot};

/// The layers of the tree behind those that see a word alone.
#[derive(Debug)]
pub(super) struct Arcs {
    biaffine: Linear,
    root: Vec<f32>,
    /// By how far right of the word its head stands, from `-far` to `far`.
    distance: Vec<f32>,
    far: usize,
    relation: Linear,
    rel_root: Vec<f32>,
    /// Numbers of a word under each layer.
    pub(super) width: usize,
}

impl Arcs {
    pub(super) fn load(weights: &Weights<'_>, relations: usize) -> Result<Self, ModelError> {
        let width = weights.shape("tree.root")?.first().copied().unwrap_or(0);
        if width == 0 || width % 16 != 0 {
            return Err(ModelError(format!("the tree has {width} units, not a multiple of 16")));
        }
        let far = weights.directory.far;
        Ok(Arcs {
            biaffine: Linear::load(weights, &[("tree.biaffine", width)], width)?,
            root: weights.numbers("tree.root", &[width])?,
            distance: weights.numbers("tree.distance", &[2 * far + 1])?,
            far,
            relation: Linear::load(weights, &[("tree.relation", relations)], width)?,
            rel_root: weights.numbers("tree.rel_root", &[width])?,
            width,
        })
    }

    /// What each word asks of its head, from what the words are as dependants.
    #[inline(always)]
    pub(super) fn queries(&self, dependants: &[f32]) -> Vec<f32> {
        let mut queries = vec![0.0; dependants.len()];
        self.biaffine.apply(dependants, &mut queries);
        queries
    }

    /// Scores of the words of a sentence: for each word a row with the root first, then every word as its head.
    #[inline(always)]
    pub(super) fn scores(&self, queries: &[f32], governors: &[f32]) -> Scores {
        let words = queries.len() / self.width;
        let mut values = vec![0.0; words * (words + 1)];
        for word in 0..words {
            let query = &queries[word * self.width..][..self.width];
            let row = &mut values[word * (words + 1)..][..words + 1];
            row[0] = dot(query, &self.root);
            for head in 0..words {
                let near = (head + self.far).saturating_sub(word).min(2 * self.far);
                row[head + 1] =
                    dot(query, &governors[head * self.width..][..self.width]) + self.distance[near];
            }
            row[word + 1] = NEVER;
        }
        Scores { words, values }
    }

    /// Scores of every relation for each word, given what it is as a dependant and what its head is as a governor (`None`: the root).
    #[inline(always)]
    pub(super) fn relations(
        &self,
        dependants: &[f32],
        governors: &[f32],
        heads: &[Option<usize>],
    ) -> Vec<f32> {
        let mut sums = vec![0.0; dependants.len()];
        for (word, head) in heads.iter().enumerate() {
            let governor = match head {
                Some(head) => &governors[head * self.width..][..self.width],
                None => &self.rel_root,
            };
            let dependant = &dependants[word * self.width..][..self.width];
            let sum = &mut sums[word * self.width..][..self.width];
            for unit in 0..self.width {
                sum[unit] = (dependant[unit] + governor[unit]).max(0.0);
            }
        }
        let mut out = vec![0.0; heads.len() * self.relation.outputs];
        self.relation.apply(&sums, &mut out);
        out
    }

    /// How far the scores of one word's relations are from those of the next.
    pub(super) fn stride(&self) -> usize {
        self.relation.outputs
    }
}

const NEVER: f32 = -1e12;
/// How many words are tried as the only one under the root.
const ROOTS: usize = 5;

/// Scores of all arcs of a sentence; column 0 is the root, column `1 + head` a word.
#[derive(Debug, Clone)]
pub(super) struct Scores {
    words: usize,
    values: Vec<f32>,
}

impl Scores {
    pub(super) fn row(&self, word: usize) -> &[f32] {
        &self.values[word * (self.words + 1)..][..self.words + 1]
    }

    /// The heads of the best tree with exactly one word under the root.
    pub(super) fn tree(self) -> Vec<Option<usize>> {
        let columns = self.arborescence();
        let columns = if single(&columns) { columns } else { self.rooted() };
        columns.into_iter().map(|column| column.checked_sub(1)).collect()
    }

    /// Where the best graph has several roots: the best tree over the words that like the root most.
    fn rooted(&self) -> Vec<usize> {
        let mut roots: Vec<usize> = (0..self.words).collect();
        roots.sort_by(|&a, &b| self.row(b)[0].total_cmp(&self.row(a)[0]).then(a.cmp(&b)));
        let trees = roots.into_iter().take(ROOTS).map(|root| {
            let mut alone = self.clone();
            for word in (0..self.words).filter(|&word| word != root) {
                alone.values[word * (self.words + 1)] = NEVER;
            }
            let tree = alone.arborescence();
            let total: f64 =
                tree.iter().enumerate().map(|(word, &column)| f64::from(alone.row(word)[column])).sum();
            (total, tree)
        });
        let best = trees.reduce(|best, next| if next.0 > best.0 { next } else { best });
        best.map(|(_, tree)| tree).unwrap_or_default()
    }

    /// Chu-Liu/Edmonds: the column of each word's head in the best graph without a cycle. A cycle becomes one word of a smaller sentence,
    /// until there is none; then they are opened again, the last first.
    fn arborescence(&self) -> Vec<usize> {
        let mut contracted = Vec::new();
        let mut scores = self.clone();
        let mut heads = loop {
            let heads: Vec<usize> = (0..scores.words).map(|word| highest(scores.row(word))).collect();
            let Some(cycle) = cycle(&heads) else { break heads };
            let (smaller, contraction) = scores.contract(heads, &cycle);
            scores = smaller;
            contracted.push(contraction);
        };
        for contraction in contracted.iter().rev() {
            heads = contraction.open(&heads);
        }
        heads
    }

    fn contract(&self, heads: Vec<usize>, cycle: &[bool]) -> (Scores, Contraction) {
        let (inside, outside): (Vec<usize>, Vec<usize>) = (0..self.words).partition(|&word| cycle[word]);
        let columns: Vec<usize> = std::iter::once(0).chain(outside.iter().map(|word| word + 1)).collect();
        let mut values = Vec::with_capacity((outside.len() + 1) * (columns.len() + 1));
        let mut leaves = Vec::with_capacity(outside.len());
        for &word in &outside {
            let row = self.row(word);
            let best = first_best(&inside, |&head| row[head + 1]);
            values.extend(columns.iter().map(|&column| row[column]));
            values.push(row[best + 1]);
            leaves.push(best);
        }
        let gain = |word: usize, column: usize| self.row(word)[column] - self.row(word)[heads[word]];
        let broken: Vec<usize> =
            columns.iter().map(|&column| first_best(&inside, |&word| gain(word, column))).collect();
        values.extend(columns.iter().zip(&broken).map(|(&column, &word)| gain(word, column)));
        values.push(NEVER);
        (Scores { words: outside.len() + 1, values }, Contraction { heads, outside, columns, leaves, broken })
    }
}

/// A cycle that became one word, the last of the smaller sentence.
#[derive(Debug)]
struct Contraction {
    heads: Vec<usize>,
    outside: Vec<usize>,
    /// The columns that stayed.
    columns: Vec<usize>,
    /// For each word outside, its best head inside.
    leaves: Vec<usize>,
    /// For each column, the word inside that would take it as its head.
    broken: Vec<usize>,
}

impl Contraction {
    fn open(&self, solved: &[usize]) -> Vec<usize> {
        let mut heads = self.heads.clone();
        for (row, &word) in self.outside.iter().enumerate() {
            heads[word] = self.columns.get(solved[row]).copied().unwrap_or(self.leaves[row] + 1);
        }
        let entry = solved[self.outside.len()];
        heads[self.broken[entry]] = self.columns[entry];
        heads
    }
}

fn single(columns: &[usize]) -> bool {
    columns.iter().filter(|&&column| column == 0).count() == 1
}

/// The words of a cycle, if there is one.
fn cycle(heads: &[usize]) -> Option<Vec<bool>> {
    let mut seen = vec![usize::MAX; heads.len()];
    for start in 0..heads.len() {
        let mut word = start;
        while seen[word] == usize::MAX && heads[word] > 0 {
            seen[word] = start;
            word = heads[word] - 1;
        }
        if heads[word] > 0 && seen[word] == start {
            let mut members = vec![false; heads.len()];
            while !std::mem::replace(&mut members[word], true) {
                word = heads[word] - 1;
            }
            return Some(members);
        }
    }
    None
}

/// The index of the highest value; the first, if several are.
pub(super) fn highest(values: &[f32]) -> usize {
    let mut best = 0;
    for (index, value) in values.iter().enumerate() {
        if *value > values[best] {
            best = index;
        }
    }
    best
}

fn first_best(words: &[usize], value: impl Fn(&usize) -> f32) -> usize {
    let better = |best: usize, next: usize| if value(&next) > value(&best) { next } else { best };
    words.iter().copied().reduce(better).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(rows: &[&[f32]]) -> Scores {
        let mut values = rows.concat();
        for word in 0..rows.len() {
            values[word * (rows.len() + 1) + word + 1] = NEVER;
        }
        Scores { words: rows.len(), values }
    }

    #[test]
    fn a_plain_sentence_takes_the_best_heads() {
        let found = scores(&[&[0.0, 0.0, 9.0], &[8.0, 1.0, 0.0]]).tree();
        assert_eq!(found, [Some(1), None]);
    }

    #[test]
    fn cycles_are_opened_where_it_costs_least() {
        let found = scores(&[&[5.0, 0.0, 9.0, 0.0], &[1.0, 9.0, 0.0, 0.0], &[0.0, 3.0, 4.0, 0.0]]).tree();
        assert_eq!(found, [None, Some(0), Some(1)]);
    }

    #[test]
    fn one_word_alone_is_under_the_root() {
        let found = scores(&[&[9.0, 0.0, 1.0, 1.0], &[8.0, 2.0, 0.0, 1.0], &[7.0, 1.0, 3.0, 0.0]]).tree();
        assert_eq!(found, [None, Some(0), Some(1)]);
    }

    /// All trees over up to five words are tried; none may be better.
    #[test]
    fn no_tree_is_better() {
        let mut seed = 7u32;
        for round in 0..300 {
            let words = 1 + round % 5;
            let values: Vec<f32> = (0..words * (words + 1))
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 16) as f32 / 4096.0
                })
                .collect();
            let mut scores = Scores { words, values };
            for word in 0..words {
                scores.values[word * (words + 1) + word + 1] = NEVER;
            }
            let total = |heads: &[usize]| -> f32 {
                heads.iter().enumerate().map(|(word, &column)| scores.row(word)[column]).sum()
            };
            let all = (0..(words + 1).pow(words as u32)).map(|code| {
                (0..words)
                    .map(|word| code / (words + 1).pow(word as u32) % (words + 1))
                    .collect::<Vec<usize>>()
            });
            let best = all
                .filter(|heads| single(heads) && cycle(heads).is_none() && total(heads) > -1e9)
                .map(|heads| total(&heads));
            let best = best.reduce(f32::max).unwrap();
            let found: Vec<usize> =
                scores.clone().tree().into_iter().map(|head| head.map_or(0, |head| head + 1)).collect();
            assert!(single(&found) && cycle(&found).is_none(), "{found:?}");
            assert!((total(&found) - best).abs() < 1e-3, "{words} words: {} of {best}", total(&found));
        }
    }
}
