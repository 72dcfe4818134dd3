//! Chains: the mentions of a report that speak of the same person or thing.
//!
//! Each mention is held against those before it, from left to right, and joins the chain of the one that it fits best, unless it fits
//! better to stand alone (mention ranking: Denis & Baldridge 2008). How far back it looks is bounded, so time is linear in the report.

mod mentions;
mod pairs;
mod weights;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::reading::{Chain, ChainMention, Reading};
use mentions::{Class, Mention, mentions};
use pairs::{Growing, agreement, alone, fits, together};
use weights::{Features, Weights};

/// How many mentions before it a mention is held against.
const BACK: usize = 80;
/// How many of those before that share its main word, however far back.
const NAMESAKES: usize = 8;
/// How many sentences back an event is taken up.
const FRESH: usize = 2;

/// What a report speaks of more than once, by its first mention; no mention is in two chains. Costs about a tenth of the reading, so it is
/// left to whoever needs it.
pub fn chains(reading: &Reading<'_>) -> Vec<Chain> {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    let weights = WEIGHTS.get_or_init(Weights::new);
    let mentions = mentions(reading);
    let chosen = link(&mentions, |_, options| best(options, weights));
    let chain = |growing: Growing| {
        let mention =
            |&at: &usize| ChainMention { head: mentions[at].head, tokens: mentions[at].tokens.clone() };
        Chain { mentions: growing.mentions.iter().map(mention).collect() }
    };
    chosen.into_iter().filter(|growing| growing.mentions.len() > 1).map(chain).collect()
}

/// The antecedent whose chain the likelihoods of all its mentions speak for most together, unless standing alone is likelier.
fn best(options: &[Choice], weights: &Weights) -> Option<usize> {
    let scores: Vec<f32> = options.iter().map(|option| weights.sum(&option.features)).collect();
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut chains: Vec<(Option<usize>, Option<usize>, f32)> = Vec::new();
    for (option, score) in options.iter().zip(scores) {
        let odds = exp(score - highest);
        match chains.iter_mut().find(|chain| chain.0 == option.chain) {
            Some(chain) => chain.2 += odds,
            None => chains.push((option.chain, option.before, odds)),
        }
    }
    chains.into_iter().reduce(|best, next| if next.2 > best.2 { next } else { best }).and_then(|best| best.1)
}

/// e to the power of a number that is not positive: (1 + x/256)²⁵⁶, the same on every machine.
fn exp(x: f32) -> f32 {
    let mut power = (1.0 + x / 256.0).max(0.0);
    for _ in 0..8 {
        power *= power;
    }
    power
}

/// To stand alone, or to join the chain of a mention before.
struct Choice {
    before: Option<usize>,
    chain: Option<usize>,
    features: Features,
}

/// Goes through the mentions and joins each as `choose` says, which is given its index and the options.
fn link(mentions: &[Mention], mut choose: impl FnMut(usize, &[Choice]) -> Option<usize>) -> Vec<Growing> {
    let mut chains: Vec<Growing> = Vec::new();
    let mut chain_of: Vec<usize> = Vec::with_capacity(mentions.len());
    let mut namesakes: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, mention) in mentions.iter().enumerate() {
        let before = candidates(mentions, at, &namesakes);
        let options =
            if before.is_empty() { Vec::new() } else { options(mentions, at, &before, &chains, &chain_of) };
        let chosen = if options.is_empty() { None } else { choose(at, &options) };
        let chain = match chosen {
            Some(before) => chain_of[before],
            None => {
                chains.push(Growing::default());
                chains.len() - 1
            }
        };
        chains[chain].add(at, mention);
        chain_of.push(chain);
        if !mention.class.is_pronoun() && mention.class != Class::Event {
            for word in
                mention.words.iter().chain(&mention.initials).chain(&mention.key[..mention.key.len().min(1)])
            {
                namesakes.entry(*word).or_default().push(at);
            }
        }
    }
    chains
}

/// What a mention may take up, in order: those near, and for names and nouns those that share a word.
fn candidates(mentions: &[Mention], at: usize, namesakes: &BTreeMap<u32, Vec<usize>>) -> Vec<usize> {
    let mention = &mentions[at];
    if !mention.class.takes_up() {
        return Vec::new();
    }
    let near = at.saturating_sub(BACK);
    let open =
        |&other: &usize| mentions[other].class != Class::Event || takes_event(mention, &mentions[other]);
    let mut before: Vec<usize> = (near..at).filter(open).collect();
    if !mention.class.is_pronoun() {
        let keys = [Some(mention.lemma), mention.initials, mention.key.first().copied()];
        for list in keys.iter().flatten().filter_map(|key| namesakes.get(key)) {
            before.extend(list.iter().rev().take(NAMESAKES).copied().filter(|&at| at < near));
        }
        before.sort_unstable();
        before.dedup();
    }
    before
}

/// "That", "it", "this attack", "the attack" may take up what happened a moment ago.
fn takes_event(mention: &Mention, event: &Mention) -> bool {
    let class = matches!(mention.class, Class::Pointer | Class::It | Class::Demonstrative | Class::Definite);
    class && event.sentence + FRESH > mention.sentence && event.head < mention.tokens.start
}

fn options(
    mentions: &[Mention],
    at: usize,
    before: &[usize],
    chains: &[Growing],
    chain_of: &[usize],
) -> Vec<Choice> {
    let mention = &mentions[at];
    let best = before.iter().map(|&other| rank(agreement(mention, &mentions[other]))).max().unwrap_or(0);
    let mut options = vec![Choice { before: None, chain: None, features: alone(mention, best) }];
    let mut passed: Vec<usize> = Vec::new();
    options.extend(before.iter().rev().map(|&other| {
        let chain = &chains[chain_of[other]];
        let last = chain.mentions.last() == Some(&other);
        let features = together(mention, &mentions[other], chain, (passed.len(), last));
        if fits(mention, &mentions[other]) && !passed.contains(&chain_of[other]) {
            passed.push(chain_of[other]);
        }
        Choice { before: Some(other), chain: Some(chain_of[other]), features }
    }));
    options
}

/// Agreements from the weakest to the strongest.
fn rank(agreement: usize) -> usize {
    [0, 1, 8, 7, 6, 3, 2, 5, 4].get(agreement).copied().unwrap_or(0)
}

/// One choice of a training text: the first option is to stand alone, the others are antecedents from the nearest back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Is it right, and what speaks for it: features, counted through all [`templates`].
    pub options: Vec<(bool, Vec<u32>)>,
}

/// What there is to learn from a text, given the chain that the tokens of a mention are in.
pub fn examples(reading: &Reading<'_>, gold: impl Fn(&Range<usize>) -> Option<usize>) -> Vec<Example> {
    let mentions = mentions(reading);
    let truth: Vec<Option<usize>> = mentions.iter().map(|mention| gold(&mention.tokens)).collect();
    let mut examples = Vec::new();
    link(&mentions, |at, options| {
        let same = |choice: &Choice| {
            truth[at].is_some() && choice.before.and_then(|other| truth[other]) == truth[at]
        };
        let any = options.iter().any(same);
        let judged = |choice: &Choice| {
            let right = if choice.before.is_none() { !any } else { same(choice) };
            (right, choice.features.0.clone())
        };
        examples.push(Example { options: options.iter().map(judged).collect() });
        options.iter().find(|choice| same(choice)).and_then(|choice| choice.before)
    });
    examples
}

/// Names of the templates of features, each with how many features it has: the first two columns of `data/words/chains.tsv` name a template
/// and count through it.
pub fn templates() -> Vec<(&'static str, usize)> {
    weights::templates()
}

#[cfg(test)]
mod tests {
    use super::mentions::tests::name;
    use super::words::Gender;
    use super::*;

    #[test]
    fn powers_of_e() {
        assert_eq!(exp(0.0), 1.0);
        assert!((exp(-1.0) - 0.3679).abs() < 0.002 && exp(-1000.0) == 0.0);
    }

    #[test]
    fn the_chain_of_a_namesake_is_joined() {
        let (adela, holt, varga) =
            (name(&[9, 4], Gender::Female), name(&[4], Gender::Person), name(&[7], Gender::Male));
        let chains = link(&[adela, varga, holt], |_, options| {
            options.iter().filter_map(|option| option.before).find(|&before| before == 0)
        });
        let found: Vec<_> = chains.into_iter().map(|chain| chain.mentions).collect();
        assert_eq!(found, [vec![0, 1, 2]]);
    }

    #[test]
    fn what_is_new_is_asked_nothing() {
        let mut new = name(&[1], Gender::Thing);
        new.class = Class::Bare;
        let chains = link(&[new.clone(), new], |_, _| panic!("nothing to choose"));
        assert_eq!(chains.len(), 2);
    }
}
