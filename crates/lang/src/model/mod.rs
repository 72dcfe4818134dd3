//! The trained reader: words in, tags, trees, names and labels out.
//!
//! [`Model::load`] takes a weights file, [`Model::read`] the tokens of a report, paragraph by paragraph. `train/README.md` defines what is
//! computed; `train/oracle.json` holds what its reference computes, and a test here compares.

mod encoder;
mod features;
mod file;
mod heads;
mod known;
mod links;
mod matrix;
pub(crate) mod names;
#[cfg(test)]
mod oracle;
mod tree;
mod verbs;

use std::borrow::Cow;

pub use file::ModelError;

use crate::labels::{MentionKind, Morphology, Relation, Upos};
use encoder::Encoder;
use features::{Embedding, inside_marks};
use file::Weights;
use heads::{Heads, Labels};
use known::Known;
pub(crate) use links::Linked;
use links::{COSTS, Links, ROLES, anchors, runs};
use names::Found;
use tree::{Arcs, Scores};

/// The reader's weights, ready for use. About 15 MB; loading takes a few milliseconds.
#[derive(Debug)]
pub struct Model {
    embedding: Embedding,
    encoder: Encoder,
    heads: Heads,
    arcs: Arcs,
    links: Links,
    labels: Labels,
    known: Known,
}

/// Tokens that are read together: a paragraph, or a part of a long one.
#[derive(Debug, Default)]
pub(crate) struct Unit<'f> {
    pub(crate) words: Vec<Plain<'f>>,
}

/// A token as the reader takes it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plain<'f> {
    pub(crate) form: &'f str,
    /// White space stands before it.
    pub(crate) spaced: bool,
    /// What is known beforehand of whether a sentence begins here, as log-odds.
    pub(crate) begins: f32,
}

/// A unit, read.
#[derive(Debug, Default)]
pub(crate) struct Read<'f> {
    pub(crate) words: Vec<Word<'f>>,
    /// The first words of its sentences.
    pub(crate) starts: Vec<usize>,
    pub(crate) names: Vec<Found>,
    /// What is attributed to whom, by anchors.
    pub(crate) attributions: Vec<Linked>,
}

/// A word, read.
#[derive(Debug)]
pub(crate) struct Word<'f> {
    pub(crate) upos: Upos,
    pub(crate) morphology: Morphology,
    pub(crate) lemma: Cow<'f, str>,
    /// Its head among the words of the unit; `None` for the root of a sentence.
    pub(crate) head: Option<usize>,
    pub(crate) relation: Relation,
    pub(crate) mention: Option<MentionKind>,
    /// Log-odds.
    pub(crate) coref: f32,
    /// Log-odds of source, cue, content.
    pub(crate) roles: [f32; 3],
    pub(crate) standing: f32,
}

/// Units that are read in step. Twice the rows that a layer takes at once: enough to keep the weights near, few enough for the cache.
const GROUP: usize = 12;

impl Model {
    /// Reads a weights file.
    ///
    /// # Errors
    /// Where the bytes are no weights file, or one with other labels, shapes or a version that this program does not know.
    pub fn load(bytes: &[u8]) -> Result<Model, ModelError> {
        let weights = Weights::open(bytes)?;
        let embedding = Embedding::load(&weights)?;
        let encoder = Encoder::load(&weights, embedding.width + BITS)?;
        let arcs = Arcs::load(&weights, weights.directory.relations.len())?;
        let links = Links::load(&weights, encoder.width)?;
        let heads = Heads::load(&weights, encoder.width, arcs.width)?;
        let labels = Labels::load(&weights.directory)?;
        Ok(Model { embedding, encoder, heads, arcs, links, labels, known: Known::new() })
    }

    /// Reads units, in the order in which they are given. What a unit gives does not depend on the others.
    pub(crate) fn read<'f>(&self, units: &[Unit<'f>]) -> Vec<Read<'f>> {
        let mut order: Vec<usize> = (0..units.len()).collect();
        order.sort_by_key(|&unit| std::cmp::Reverse(units[unit].words.len()));
        let mut read: Vec<Read<'f>> = units.iter().map(|_| Read::default()).collect();
        for group in order.chunks(GROUP) {
            let members: Vec<&Unit<'f>> = group.iter().map(|&unit| &units[unit]).collect();
            for (&unit, found) in group.iter().zip(self.group(&members)) {
                read[unit] = found;
            }
        }
        read
    }

    /// Units in falling order of length.
    fn group<'f>(&self, units: &[&Unit<'f>]) -> Vec<Read<'f>> {
        let lengths: Vec<usize> = units.iter().map(|unit| unit.words.len()).collect();
        let (hidden, answers) = self.forward(units, &lengths);
        let mut starts = Vec::with_capacity(units.len());
        let mut first = 0;
        for unit in units {
            starts.push(self.starts(unit, &answers, first));
            first += unit.words.len();
        }
        let trees = self.trees(&answers, &lengths, &starts);
        let mut linked = self
            .run(Attributed { model: self, hidden: &hidden, answers: &answers, lengths: &lengths })
            .into_iter();
        let mut first = 0;
        let read = units.iter().zip(starts).map(|(unit, starts)| {
            let attributions = linked.next().unwrap_or_default();
            let read = Read { attributions, ..self.decode(unit, starts, &answers, &trees, first) };
            first += unit.words.len();
            read
        });
        read.collect()
    }

    /// What the encoder gives, and the answers of all heads.
    fn forward(&self, units: &[&Unit<'_>], lengths: &[usize]) -> (Answers, Answers) {
        let (hidden, values) = self.run(Forward { model: self, units, lengths });
        let answers = Answers { stride: self.heads.layer.outputs, values };
        (Answers { stride: self.heads.layer.inputs, values: hidden }, answers)
    }

    fn starts(&self, unit: &Unit<'_>, answers: &Answers, first: usize) -> Vec<usize> {
        let begins = |&at: &usize| {
            at == 0 || answers.row(first + at)[self.heads.sentence] + unit.words[at].begins > 0.0
        };
        (0..unit.words.len()).filter(begins).collect()
    }

    /// The trees of all sentences of a group, over its words.
    fn trees(&self, answers: &Answers, lengths: &[usize], starts: &[Vec<usize>]) -> Trees {
        let mut sentences = Vec::new();
        let mut first = 0;
        for (length, starts) in lengths.iter().zip(starts) {
            let ends = starts.iter().skip(1).chain([length]);
            sentences.extend(starts.iter().zip(ends).map(|(start, end)| first + start..first + end));
            first += length;
        }
        let scores = self.run(Scored { model: self, answers, sentences: &sentences });
        let mut heads = Vec::with_capacity(first);
        for (scores, sentence) in scores.into_iter().zip(&sentences) {
            heads.extend(scores.tree().into_iter().map(|head| head.map(|head| sentence.start + head)));
        }
        let relations = self.run(Related { model: self, answers, heads: &heads });
        Trees { heads, relations: Answers { stride: self.arcs.stride(), values: relations } }
    }

    fn decode<'f>(
        &self,
        unit: &Unit<'f>,
        starts: Vec<usize>,
        answers: &Answers,
        trees: &Trees,
        first: usize,
    ) -> Read<'f> {
        let rows: Vec<&[f32]> = (0..unit.words.len()).map(|at| answers.row(first + at)).collect();
        let words: Vec<Word<'f>> = unit
            .words
            .iter()
            .zip(&rows)
            .enumerate()
            .map(|(at, (word, row))| {
                let head = trees.heads[first + at].map(|head| head - first);
                let relations = &trees.relations.row(first + at)[..self.labels.relations.len()];
                self.word(word.form, row, head, relations)
            })
            .collect();
        let forms: Vec<&str> = unit.words.iter().map(|word| word.form).collect();
        let upos: Vec<Upos> = words.iter().map(|word| word.upos).collect();
        let mut scores: Vec<f32> =
            rows.iter().flat_map(|row| row[self.heads.names.clone()].iter().copied()).collect();
        self.known.lean(&unit.words, &self.labels.names, &mut scores);
        let scores: Vec<&[f32]> = scores.chunks_exact(self.labels.names.len()).collect();
        let names = names::find(&self.labels.names, &scores, &forms, &upos, &self.known);
        Read { words, starts, names, attributions: Vec::new() }
    }

    fn word<'f>(&self, form: &'f str, row: &[f32], head: Option<usize>, relations: &[f32]) -> Word<'f> {
        let (heads, labels) = (&self.heads, &self.labels);
        let upos = labels.upos[tree::highest(&row[heads.upos.clone()])];
        let relation = match head {
            Some(_) => labels.relation(relations),
            None => Relation::Root,
        };
        let roles = &row[heads.roles.clone()];
        Word {
            upos,
            morphology: labels.morphology(&row[heads.morph.clone()]),
            lemma: labels.lemma(form, upos, &row[heads.lemma.clone()]),
            head,
            relation,
            mention: labels.mention[tree::highest(&row[heads.mention.clone()])],
            coref: row[heads.coref],
            roles: [roles[0], roles[1], roles[2]],
            standing: row[heads.standing.start],
        }
    }

    /// Runs a piece of the forward pass as compiled for the processor at hand.
    fn run<P: pulp::WithSimd>(&self, piece: P) -> P::Output {
        pulp::Arch::new().dispatch(piece)
    }
}

/// White space before, inside marks.
const BITS: usize = 2;

/// A row of numbers for each word.
#[derive(Debug)]
struct Answers {
    stride: usize,
    values: Vec<f32>,
}

impl Answers {
    fn row(&self, word: usize) -> &[f32] {
        &self.values[word * self.stride..][..self.stride]
    }
}

/// Heads of words, and for each word the scores of its relations.
#[derive(Debug)]
struct Trees {
    heads: Vec<Option<usize>>,
    relations: Answers,
}

/// Forms to the answers of all heads; of standing the first one is the factuality itself.
struct Forward<'m, 'u, 'f> {
    model: &'m Model,
    units: &'u [&'u Unit<'f>],
    lengths: &'u [usize],
}

impl pulp::WithSimd for Forward<'_, '_, '_> {
    type Output = (Vec<f32>, Vec<f32>);

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, simd: S) -> Self::Output {
        let model = self.model;
        let hidden = model.encoder.encode(simd, model.embed(self.units), self.lengths);
        let layer = &model.heads.layer;
        let mut answers = vec![0.0; hidden.len() / layer.inputs * layer.outputs];
        layer.apply(simd, &hidden, &mut answers);
        for row in answers.chunks_exact_mut(layer.outputs) {
            positive(&mut row[model.heads.dependant.clone()]);
            positive(&mut row[model.heads.governor.clone()]);
            positive(&mut row[model.heads.standing.clone()]);
            let standing = &mut row[model.heads.standing.clone()];
            standing[0] = matrix::dot(standing, &model.heads.factuality) + model.heads.factuality_bias;
        }
        (hidden, answers)
    }
}

impl Model {
    fn embed(&self, units: &[&Unit<'_>]) -> Vec<f32> {
        let width = self.embedding.width + BITS;
        let words: usize = units.iter().map(|unit| unit.words.len()).sum();
        let mut x = vec![0.0; words * width];
        let mut rows = x.chunks_exact_mut(width);
        for unit in units {
            let forms: Vec<&str> = unit.words.iter().map(|word| word.form).collect();
            let inside = inside_marks(&forms);
            for ((word, inside), row) in unit.words.iter().zip(inside).zip(&mut rows) {
                self.embedding.write(word.form, row);
                row[width - BITS] = f32::from(u8::from(word.spaced));
                row[width - 1] = f32::from(u8::from(inside));
            }
        }
        x
    }
}

/// Negative numbers become nought.
#[inline(always)]
fn positive(values: &mut [f32]) {
    for value in values {
        *value = value.max(0.0);
    }
}

/// Answers to the scores of the arcs of each sentence.
struct Scored<'m, 'a> {
    model: &'m Model,
    answers: &'a Answers,
    sentences: &'a [std::ops::Range<usize>],
}

impl pulp::WithSimd for Scored<'_, '_> {
    type Output = Vec<Scores>;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, simd: S) -> Vec<Scores> {
        let (heads, arcs) = (&self.model.heads, &self.model.arcs);
        let queries = arcs.queries(simd, &columns(self.answers, &heads.dependant));
        let governors = columns(self.answers, &heads.governor);
        let mut found = Vec::with_capacity(self.sentences.len());
        for sentence in self.sentences {
            let own = sentence.start * arcs.width..sentence.end * arcs.width;
            found.push(arcs.scores(&queries[own.clone()], &governors[own]));
        }
        found
    }
}

/// Answers and heads to the scores of relations.
struct Related<'m, 'a> {
    model: &'m Model,
    answers: &'a Answers,
    heads: &'a [Option<usize>],
}

impl pulp::WithSimd for Related<'_, '_> {
    type Output = Vec<f32>;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, simd: S) -> Vec<f32> {
        let heads = &self.model.heads;
        let dependants = columns(self.answers, &heads.rel_dependant);
        let governors = columns(self.answers, &heads.rel_governor);
        self.model.arcs.relations(simd, &dependants, &governors, self.heads)
    }
}

/// Answers to the attributions of each unit.
struct Attributed<'m, 'a> {
    model: &'m Model,
    hidden: &'a Answers,
    answers: &'a Answers,
    lengths: &'a [usize],
}

impl pulp::WithSimd for Attributed<'_, '_> {
    type Output = Vec<Vec<Linked>>;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, simd: S) -> Vec<Vec<Linked>> {
        let (heads, links) = (&self.model.heads, &self.model.links);
        let mut found = Vec::with_capacity(self.lengths.len());
        let mut first = 0;
        for &length in self.lengths {
            let odds = (first..first + length).map(|word| self.answers.row(word)[heads.roles.start + ROLES]);
            let anchors = anchors(odds);
            let mut linked = Vec::with_capacity(anchors.len());
            if !anchors.is_empty() {
                let mut asking = Vec::with_capacity(anchors.len() * self.hidden.stride);
                for (at, _) in &anchors {
                    asking.extend_from_slice(self.hidden.row(first + at));
                }
                let queries = links.queries(simd, &asking);
                let own = first * self.hidden.stride..(first + length) * self.hidden.stride;
                let words = links.words(simd, &self.hidden.values[own]);
                for (&(anchor, odds), queries) in anchors.iter().zip(queries.chunks_exact(links.stride())) {
                    let mut roles: [Vec<std::ops::Range<usize>>; ROLES] = Default::default();
                    for role in 0..ROLES {
                        roles[role] = runs(&links.scores(queries, &words, anchor, role), COSTS[role]);
                    }
                    linked.push(Linked { anchor, odds, roles });
                }
            }
            found.push(linked);
            first += length;
        }
        found
    }
}

/// These columns of all rows, close together.
fn columns(answers: &Answers, columns: &std::ops::Range<usize>) -> Vec<f32> {
    let mut out = Vec::with_capacity(answers.values.len() / answers.stride * columns.len());
    for row in answers.values.chunks_exact(answers.stride) {
        out.extend_from_slice(&row[columns.clone()]);
    }
    out
}
