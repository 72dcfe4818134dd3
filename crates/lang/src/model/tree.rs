//! Who depends on whom: scores of every word under every other, the best tree over them, and the names of its arcs.

use pulp::Simd;

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
    pub(super) fn queries<S: Simd>(&self, simd: S, dependants: &[f32]) -> Vec<f32> {
        let mut queries = vec![0.0; dependants.len()];
        self.biaffine.apply(simd, dependants, &mut queries);
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
    pub(super) fn relations<S: Simd>(
        &self,
        simd: S,
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
        self.relation.apply(simd, &sums, &mut out);
        out
    }

    /// How far the scores of one word's relations are from those of the next.
    pub(super) fn stride(&self) -> usize {
        self.relation.outputs
    }
}

const NEVER: f32 = -1e12;
/// Taken off the root's scores where the best graph has several roots: more than any tree over a sentence can win by another root, so
/// that the best tree has exactly one; little enough to leave the scores their third decimal.
const SEVERAL_ROOTS: f32 = 1e4;

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
    pub(super) fn tree(mut self) -> Vec<Option<usize>> {
        let mut columns = Graph::new(&self).solve();
        if columns.iter().filter(|&&column| column == 0).count() > 1 {
            for word in 0..self.words {
                self.values[word * (self.words + 1)] -= SEVERAL_ROOTS;
            }
            columns = Graph::new(&self).solve();
        }
        columns.into_iter().map(|column| column.checked_sub(1)).collect()
    }
}

/// Chu-Liu/Edmonds in place: while the best heads hold a cycle, one of its nodes comes to stand for all; at the end the cycles are opened
/// again, the last first. Every node is taken into a cycle once, so the work grows with the square of the sentence.
///
/// Node 0 is the root, node `1 + word` a word.
#[derive(Debug)]
struct Graph {
    nodes: usize,
    /// What a node (row) gains under another (column).
    scores: Vec<f32>,
    /// The nodes that stand for themselves, in order.
    active: Vec<usize>,
    heads: Vec<usize>,
}

/// A cycle that one node stands for.
#[derive(Debug)]
struct Cycle {
    /// The node that stands for all.
    node: usize,
    /// Its nodes, each with its head among them.
    members: Vec<(usize, usize)>,
    /// For each node outside: its best head among the members.
    heads: Vec<usize>,
    /// For each node outside: the member that would be freed to depend on it.
    freed: Vec<usize>,
}

impl Graph {
    fn new(scores: &Scores) -> Self {
        let nodes = scores.words + 1;
        let mut values = vec![NEVER; nodes];
        values.extend_from_slice(&scores.values);
        let heads =
            std::iter::once(0).chain((0..scores.words).map(|word| highest(scores.row(word)))).collect();
        Graph { nodes, scores: values, active: (0..nodes).collect(), heads }
    }

    /// For each word the column of its head.
    fn solve(mut self) -> Vec<usize> {
        let mut closed = Vec::new();
        while let Some(members) = self.cycle() {
            closed.push(self.close(members));
        }
        for cycle in closed.iter().rev() {
            self.open(cycle);
        }
        self.heads.split_off(1)
    }

    fn score(&self, node: usize, head: usize) -> f32 {
        self.scores[node * self.nodes + head]
    }

    /// The nodes of a cycle among the active ones, if there is one.
    fn cycle(&self) -> Option<Vec<usize>> {
        let mut seen = vec![0; self.nodes];
        for &start in &self.active[1..] {
            let mut node = start;
            while seen[node] == 0 && node != 0 {
                seen[node] = start;
                node = self.heads[node];
            }
            if node != 0 && seen[node] == start {
                let around = std::iter::successors(Some(self.heads[node]), |&next| {
                    (next != node).then(|| self.heads[next])
                });
                return Some(around.collect());
            }
        }
        None
    }

    fn close(&mut self, members: Vec<usize>) -> Cycle {
        let node = members[0];
        self.active.retain(|other| !members.contains(other));
        let (mut heads, mut freed) = (vec![0; self.nodes], vec![0; self.nodes]);
        let own: Vec<f32> = members.iter().map(|&member| self.score(member, self.heads[member])).collect();
        let members: Vec<(usize, usize)> =
            members.iter().map(|&member| (member, self.heads[member])).collect();
        for &outside in &self.active {
            let head = first_best(members.len(), |at| self.score(outside, members[at].0));
            let entry = first_best(members.len(), |at| self.score(members[at].0, outside) - own[at]);
            (heads[outside], freed[outside]) = (members[head].0, members[entry].0);
            let gain = self.score(members[entry].0, outside) - own[entry];
            self.scores[outside * self.nodes + node] = self.score(outside, heads[outside]);
            self.scores[node * self.nodes + outside] = gain;
            if members.iter().any(|member| member.0 == self.heads[outside]) {
                self.heads[outside] = node;
            }
        }
        let best = first_best(self.active.len(), |at| self.score(node, self.active[at]));
        self.heads[node] = self.active[best];
        let place = self.active.partition_point(|&other| other < node);
        self.active.insert(place, node);
        Cycle { node, members, heads, freed }
    }

    fn open(&mut self, cycle: &Cycle) {
        let entry = self.heads[cycle.node];
        self.active.retain(|&node| node != cycle.node);
        for &outside in &self.active {
            if self.heads[outside] == cycle.node {
                self.heads[outside] = cycle.heads[outside];
            }
        }
        for &(member, head) in &cycle.members {
            self.heads[member] = head;
            self.active.push(member);
        }
        self.heads[cycle.freed[entry]] = entry;
    }
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

/// The first index of `0..count` with the highest value.
fn first_best(count: usize, value: impl Fn(usize) -> f32) -> usize {
    let mut best = (0, f32::NEG_INFINITY);
    for at in 0..count {
        let value = value(at);
        if value > best.1 {
            best = (at, value);
        }
    }
    best.0
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

    /// True where one word is under the root and every word comes to it.
    fn is_tree(columns: &[usize]) -> bool {
        let reaches = |word: usize| {
            let mut path =
                std::iter::successors(Some(word + 1), |&node| (node > 0).then(|| columns[node - 1]));
            path.by_ref().take(columns.len() + 1).any(|node| node == 0)
        };
        columns.iter().filter(|&&column| column == 0).count() == 1 && (0..columns.len()).all(reaches)
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
            let best = all.filter(|heads| is_tree(heads) && total(heads) > -1e9).map(|heads| total(&heads));
            let best = best.reduce(f32::max).unwrap();
            let found: Vec<usize> =
                scores.clone().tree().into_iter().map(|head| head.map_or(0, |head| head + 1)).collect();
            assert!(is_tree(&found), "{found:?}");
            assert!((total(&found) - best).abs() < 1e-3, "{words} words: {} of {best}", total(&found));
        }
    }
}
