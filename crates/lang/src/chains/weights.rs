//! Features by templates, and the weight of each, learnt on the training part of OntoGUM and kept in `data/words/chains.tsv`.

/// The templates: each names what it looks at and how many values each part has.
macro_rules! templates {
    ($($(#[$doc:meta])* $variant:ident = $name:literal $sizes:expr,)+) => {
        /// What a feature looks at.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Template {
            $($(#[$doc])* $variant,)+
        }

        /// Name and sizes of the parts, in the order of [`Template`].
        const TEMPLATES: &[(&str, &[usize])] = &[$(($name, &$sizes),)+];
    };
}

use super::mentions::{Class, Function};
use super::words::Gender;

const C: usize = Class::COUNT;
const F: usize = Function::COUNT;
const G: usize = Gender::COUNT;
/// Kinds of mentions, and none.
pub(super) const KINDS: usize = 11;
/// Steps of a distance.
pub(super) const STEPS: usize = 9;
/// How words agree.
pub(super) const MATCHES: usize = 9;

templates! {
    /// It begins a chain: its class and odds.
    NewOdds = "new-odds" [C, 9],
    /// Its class and kind.
    NewKind = "new-kind" [C, KINDS],
    /// Its class and function.
    NewFunction = "new-function" [C, F],
    /// Its class, and the best agreement in words with anything before.
    NewMatch = "new-match" [C, MATCHES],
    /// Its class, in a quotation or not, and how far into the report.
    NewPlace = "new-place" [C, 2, 3],
    /// Its class and the number of its words.
    NewLength = "new-length" [C, 4],
    /// Both classes.
    Classes = "classes" [C, C],
    /// Class, and sentences between.
    Sentences = "sentences" [C, STEPS],
    /// Class, and mentions between.
    Mentions = "mentions" [C, STEPS],
    /// Class, and how many others between could be meant.
    Passed = "passed" [C, 7],
    /// Class, the function of the antecedent, sentences between.
    Salience = "salience" [C, F, 4],
    /// Both classes, sentences between.
    ClassesFar = "classes-far" [C, C, 4],
    /// Class, and the function of the antecedent.
    Function = "function" [C, F],
    /// Both functions of pronouns, sentences between.
    Functions = "functions" [F, F, 3],
    /// Class, agreement in words, class of the antecedent.
    Match = "match" [C, MATCHES, C],
    /// Class, agreement in words, odds of the antecedent.
    MatchFar = "match-far" [C, MATCHES, STEPS],
    /// Agreement in words and both kinds alike or not, by class.
    MatchKind = "match-kind" [C, MATCHES, 3],
    /// Class, gender, and gender of the chain of the antecedent.
    Gender = "gender" [C, G, G],
    /// Class, number, number of the antecedent, and whether the chain has plurals.
    Number = "number" [C, 3, 3],
    /// Class, kind of the antecedent.
    Kind = "kind" [C, KINDS],
    /// A pronoun or not, its kind, that of the chain.
    Kinds = "kinds" [2, KINDS, KINDS],
    /// Class, agreement in words, how many words both have.
    MatchLength = "match-length" [C, MATCHES, 4, 4],
    /// Class, and what the names of the chain say.
    Conflict = "conflict" [C, 5],
    /// Both classes, paragraphs between.
    ClassesParagraph = "classes-paragraph" [C, C, 3],
    /// Class, odds of the antecedent.
    Odds = "odds" [C, 9],
    /// Class, odds of both.
    OddsBoth = "odds-both" [C, 9],
    /// Both classes, and how their quotations lie.
    Quotations = "quotations" [C, C, 5],
    /// Both classes, and whether one is said by the other.
    Speaker = "speaker" [C, C, 3],
    /// Class, and one within the other, with the same governor, both reflexive.
    Within = "within" [C, 3, 3, 2],
    /// Class, class of the antecedent, same governor.
    Governor = "governor" [C, C, 3],
    /// Class, mentions of the chain so far, last of its chain or not.
    Chain = "chain" [C, 4, 2],
    /// Class, class of the chain's first name or noun.
    ChainClass = "chain-class" [C, 4],
    /// Same paragraph, by class.
    Paragraph = "paragraph" [C, 3],
}

/// Features, as indices of weights.
#[derive(Debug, Clone, Default)]
pub(super) struct Features(pub(super) Vec<u32>);

impl Features {
    /// Adds one; a value too great counts as the greatest.
    pub(super) fn add(&mut self, template: Template, values: &[usize]) {
        let mut at = 0;
        for (&size, &value) in TEMPLATES[template as usize].1.iter().zip(values) {
            at = at * size + value.min(size - 1);
        }
        self.0.push((OFFSETS[template as usize] + at) as u32);
    }
}

const fn size(sizes: &[usize]) -> usize {
    let (mut product, mut at) = (1, 0);
    while at < sizes.len() {
        product *= sizes[at];
        at += 1;
    }
    product
}

/// Where the weights of each template begin; the last is how many there are.
const OFFSETS: [usize; TEMPLATES.len() + 1] = {
    let mut offsets = [0; TEMPLATES.len() + 1];
    let mut at = 0;
    while at < TEMPLATES.len() {
        offsets[at + 1] = offsets[at] + size(TEMPLATES[at].1);
        at += 1;
    }
    offsets
};

/// The weight of every feature.
#[derive(Debug)]
pub(super) struct Weights(Vec<f32>);

impl Weights {
    /// Those of the project. A row that cannot be read counts for nothing; a test holds that there is none.
    pub(super) fn new() -> Self {
        let mut weights = Weights(vec![0.0; OFFSETS[TEMPLATES.len()]]);
        for row in include_str!("../../../../data/words/chains.tsv").lines() {
            if let Some((at, weight)) = entry(row) {
                weights.0[at] = weight;
            }
        }
        weights
    }

    /// The sum of the weights of some features.
    pub(super) fn sum(&self, features: &Features) -> f32 {
        features.0.iter().map(|&at| self.0.get(at as usize).copied().unwrap_or(0.0)).sum()
    }
}

/// `template  values  weight`: where it stands, and the weight.
fn entry(row: &str) -> Option<(usize, f32)> {
    let mut cells = row.split('\t');
    let (name, at, weight) = (cells.next()?, cells.next()?, cells.next()?);
    let template = TEMPLATES.iter().position(|(own, _)| *own == name)?;
    let at: usize = at.parse().ok().filter(|&at| at < size(TEMPLATES[template].1))?;
    Some((OFFSETS[template] + at, weight.parse().ok()?))
}

/// Name and number of features of each template.
pub(super) fn templates() -> Vec<(&'static str, usize)> {
    TEMPLATES.iter().map(|&(name, sizes)| (name, size(sizes))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        for row in include_str!("../../../../data/words/chains.tsv").lines() {
            assert!(entry(row).is_some(), "{row}");
        }
    }

    #[test]
    fn values_too_great_count_as_the_greatest() {
        let mut features = Features::default();
        features.add(Template::NewOdds, &[0, 0]);
        features.add(Template::Paragraph, &[99, 99]);
        assert_eq!(features.0, [0, OFFSETS[TEMPLATES.len()] as u32 - 1]);
    }
}
