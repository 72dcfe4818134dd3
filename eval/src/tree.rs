//! Words, sentences and trees: how many are right, read from raw text.
//!
//! As in the scorer of the CoNLL 2018 shared task: words are aligned where they hold the same characters, every figure is an F1 over words
//! (or sentences), and a word that is not aligned is wrong in every respect. Relations are compared without their subtypes.

use std::collections::{BTreeMap, BTreeSet};

use crate::conllu::{Place, Tree, Word};
use crate::figures::{Figure, percent};
use crate::reader::Pair;
use crate::tally::Tally;

/// What a pair of aligned words is asked.
type Question = fn(&Aligned<'_>) -> bool;

/// A word of the treebank and that of the reading over the same characters.
struct Aligned<'t> {
    gold: &'t Word,
    found: &'t Word,
    /// Their heads stand in the same place, or both are roots.
    same_head: bool,
}

const QUESTIONS: [(&str, Question); 6] = [
    ("words", |_| true),
    ("upos", |pair| pair.gold.upos == pair.found.upos),
    ("uas", |pair| pair.same_head),
    ("las", |pair| pair.same_head && pair.gold.relation == pair.found.relation),
    ("lemma", |pair| pair.gold.lemma == pair.found.lemma),
    // All of tense, mood, form of a verb, voice, number and polarity.
    ("morphology", |pair| pair.gold.features == pair.found.features),
];

/// The figures of a treebank.
pub(crate) fn figures(corpus: &str, pairs: &[Pair]) -> Vec<Figure> {
    let trees: Vec<_> = pairs.iter().map(|pair| (&pair.gold.tree, &pair.found.tree)).collect();
    let ask = |(name, question): (&str, Question)| {
        let tally = total(&trees, |gold, found| words(gold, found, question));
        percent(format!("{corpus} {name}"), tally.f1())
    };
    let mut figures: Vec<_> = QUESTIONS.into_iter().map(ask).collect();
    figures.insert(1, percent(format!("{corpus} sentences"), total(&trees, sentences).f1()));
    figures
}

fn total(trees: &[(&Tree, &Tree)], one: impl Fn(&Tree, &Tree) -> Tally) -> Tally {
    let mut total = Tally::default();
    trees.iter().for_each(|(gold, found)| total.add(one(gold, found)));
    total
}

fn sentences(gold: &Tree, found: &Tree) -> Tally {
    let set = |tree: &Tree| tree.sentences.iter().copied().collect::<BTreeSet<_>>();
    Tally::of(&set(gold), &set(found))
}

fn words(gold: &Tree, found: &Tree, question: Question) -> Tally {
    let right = aligned(gold, found).iter().filter(|pair| question(pair)).count();
    Tally { right, found: found.words.len(), gold: gold.words.len() }
}

fn aligned<'t>(gold: &'t Tree, found: &'t Tree) -> Vec<Aligned<'t>> {
    let by_place: BTreeMap<Place, &Word> = found.words.iter().map(|word| (word.place, word)).collect();
    let align = |word: &'t Word| {
        let other = *by_place.get(&word.place)?;
        Some(Aligned { gold: word, found: other, same_head: head(gold, word) == head(found, other) })
    };
    gold.words.iter().filter_map(align).collect()
}

fn head(tree: &Tree, word: &Word) -> Option<Place> {
    tree.words.get(word.head?).map(|head| head.place)
}

#[cfg(test)]
mod tests {
    use super::{QUESTIONS, sentences, words};
    use crate::conllu::{Tree, documents};

    fn tree(rows: &str) -> Tree {
        let rows = rows.replace(' ', "\t").replace('/', "\t_\t_\n");
        documents(&rows).remove(0).tree
    }

    const GOLD: &str =
        "1 The the DET _ _ 2 det/2 ports port NOUN _ Number=Plur 3 nsubj:pass/3 burn burn VERB _ _ 0 root/";

    fn right(found: &Tree) -> Vec<(&'static str, usize)> {
        QUESTIONS.iter().map(|&(name, question)| (name, words(&tree(GOLD), found, question).right)).collect()
    }

    #[test]
    fn each_question_sees_its_own_errors() {
        let found =
            "1 The the DET _ _ 2 det/2 ports ports VERB _ Number=Sing 3 nsubj/3 burn burn VERB _ _ 2 root/";
        let expected = [("words", 3), ("upos", 2), ("uas", 2), ("las", 2), ("lemma", 2), ("morphology", 2)];
        assert_eq!(right(&tree(found)), expected);
    }

    #[test]
    fn a_word_cut_wrongly_is_wrong_throughout() {
        let found = tree("1 Theports the DET _ _ 2 det/2 burn burn VERB _ _ 0 root/");
        assert!(right(&found).iter().all(|&(_, right)| right == 1));
        assert_eq!(words(&tree(GOLD), &found, QUESTIONS[0].1).f1(), 40.0);
    }

    #[test]
    fn a_sentence_must_begin_and_end_right() {
        let two = tree("1 Theports the DET _ _ 0 root/\n1 burn burn VERB _ _ 0 root/");
        let tally = sentences(&tree(GOLD), &two);
        assert_eq!((tally.right, tally.found, tally.gold), (0, 2, 1));
    }
}
