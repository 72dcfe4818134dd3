//! What speaks for and against two mentions being of the same thing.

use super::mentions::{Class, Mention};
use super::weights::{Features, Template};
use super::words::Gender;

/// What is known of a chain while it grows.
#[derive(Debug, Clone, Default)]
pub(super) struct Growing {
    /// Its mentions, as indices.
    pub(super) mentions: Vec<usize>,
    male: bool,
    female: bool,
    person: bool,
    thing: bool,
    named: bool,
    nominal: bool,
    /// Kind of its first mention that is no pronoun and has one, or of its first.
    kind: usize,
    /// Names in it: their last words and all words.
    names: Vec<(u32, Vec<u32>)>,
}

impl Growing {
    /// Adds a mention.
    pub(super) fn add(&mut self, index: usize, mention: &Mention) {
        self.mentions.push(index);
        match mention.gender {
            Gender::Male => self.male = true,
            Gender::Female => self.female = true,
            Gender::Person => self.person = true,
            Gender::Thing => self.thing = true,
            Gender::Unknown => {}
        }
        if self.kind == 0 || !self.nominal && !mention.class.is_pronoun() && mention.kind > 0 {
            self.kind = mention.kind;
        }
        if mention.class == Class::Name && self.names.len() < 4 {
            self.names.push((mention.lemma, mention.words.clone()));
        }
        self.named |= mention.class == Class::Name;
        self.nominal |= !mention.class.is_pronoun();
    }

    /// What the names of the chain say of a further name: 0 there are none, 1 each has all its words or none that it lacks, 2 some do, 3 one
    /// shares its last word, 4 all are other names.
    fn conflict(&self, mention: &Mention) -> usize {
        let same =
            |name: &(u32, Vec<u32>)| !extra(&mention.words, &name.1) || !extra(&name.1, &mention.words);
        match () {
            () if mention.class != Class::Name || self.names.is_empty() => 0,
            () if self.names.iter().all(same) => 1,
            () if self.names.iter().any(same) => 2,
            () if self.names.iter().any(|name| name.0 == mention.lemma) => 3,
            () => 4,
        }
    }

    fn gender(&self) -> Gender {
        match (self.male, self.female) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ if self.person => Gender::Person,
            _ if self.thing => Gender::Thing,
            _ => Gender::Unknown,
        }
    }
}

/// A distance in steps: 0, 1, 2, 3, up to 5, 9, 19, 49, and more.
fn step(distance: usize) -> usize {
    [1, 2, 3, 4, 6, 10, 20, 50].iter().take_while(|&&bound| distance >= bound).count()
}

/// Could both be the same, as far as number and gender tell?
pub(super) fn fits(mention: &Mention, before: &Mention) -> bool {
    let number = mention.number == 0 || before.number == 0 || mention.number == before.number;
    let gender = match (mention.gender, before.gender) {
        (Gender::Unknown, _) | (_, Gender::Unknown) => true,
        (Gender::Person, other) | (other, Gender::Person) => other != Gender::Thing,
        (one, other) => one == other,
    };
    number && gender && before.class != Class::Event
}

/// How far the words of two mentions agree.
pub(super) fn agreement(mention: &Mention, before: &Mention) -> usize {
    if mention.class.is_pronoun() || before.class.is_pronoun() {
        return usize::from(mention.class.is_pronoun() && mention.class == before.class);
    }
    let initials = |long: &Mention, short: &Mention| {
        short.key.len() == 1 && long.initials.is_some_and(|initials| short.key[0] == initials)
    };
    let (own, others) = (extra(&mention.words, &before.words), extra(&before.words, &mention.words));
    let heads = mention.lemma == before.lemma;
    match (heads, own, others) {
        _ if mention.key == before.key => 2,
        _ if initials(before, mention) || initials(mention, before) => 3,
        (true, false, _) => 4,
        (true, true, false) => 5,
        (true, true, true) => 6,
        (false, false, _) if !mention.words.is_empty() => 7,
        (false, _, false) if !before.words.is_empty() => 8,
        _ => 0,
    }
}

/// Has `some` a word that `others` lacks?
fn extra(some: &[u32], others: &[u32]) -> bool {
    some.iter().any(|word| others.binary_search(word).is_err())
}

/// What speaks for a mention beginning a chain, or none; `best` is its best agreement in words with what came before.
pub(super) fn alone(mention: &Mention, best: usize) -> Features {
    let class = mention.class as usize;
    let mut features = Features::default();
    let mut add = |template, values: &[usize]| features.add(template, values);
    add(Template::NewOdds, &[class, mention.odds]);
    add(Template::NewKind, &[class, mention.kind]);
    add(Template::NewFunction, &[class, mention.function as usize]);
    add(Template::NewMatch, &[class, best]);
    let far = usize::from(mention.sentence > 0) + usize::from(mention.sentence > 4);
    add(Template::NewPlace, &[class, usize::from(mention.quotation.is_some()), far]);
    add(Template::NewLength, &[class, mention.words.len()]);
    features
}

/// What speaks for a mention being of the same thing as one before.
pub(super) fn together(
    mention: &Mention,
    before: &Mention,
    chain: &Growing,
    (passed, last): (usize, bool),
) -> Features {
    let (class, other) = (mention.class as usize, before.class as usize);
    let sentences = step(mention.sentence - before.sentence.min(mention.sentence));
    let agree = agreement(mention, before);
    let mut features = Features::default();
    let mut add = |template, values: &[usize]| features.add(template, values);
    add(Template::Classes, &[class, other]);
    add(Template::Sentences, &[class, sentences]);
    let between = mention.order - before.order.min(mention.order);
    add(Template::Mentions, &[class, step(between)]);
    add(Template::Passed, &[class, passed]);
    add(Template::Salience, &[class, before.function as usize, sentences]);
    add(Template::ClassesFar, &[class, other, sentences]);
    add(Template::Function, &[class, before.function as usize]);
    add(Template::Match, &[class, agree, other]);
    add(Template::MatchFar, &[class, agree, sentences]);
    add(Template::MatchKind, &[class, agree, alike(mention.kind, before.kind)]);
    add(Template::Gender, &[class, mention.gender as usize, chain.gender() as usize]);
    add(Template::Number, &[class, mention.number, before.number]);
    add(Template::Kind, &[class, before.kind]);
    if mention.class.is_pronoun() {
        add(Template::Functions, &[mention.function as usize, before.function as usize, sentences]);
    }
    add(Template::Kinds, &[usize::from(mention.class.is_pronoun()), mention.kind, chain.kind]);
    add(Template::MatchLength, &[class, agree, mention.words.len(), before.words.len()]);
    add(Template::Conflict, &[class, chain.conflict(mention)]);
    let paragraphs = mention.paragraph - before.paragraph.min(mention.paragraph);
    add(Template::ClassesParagraph, &[class, other, paragraphs]);
    add(Template::Odds, &[class, before.odds]);
    add(Template::OddsBoth, &[class, mention.odds.min(before.odds)]);
    add(Template::Quotations, &[class, other, quotations(mention, before)]);
    add(Template::Speaker, &[class, other, speaker(mention, before)]);
    add(
        Template::Within,
        &[class, within(mention, before), governors(mention, before), usize::from(mention.reflexive)],
    );
    add(Template::Governor, &[class, other, governors(mention, before)]);
    add(Template::Chain, &[class, step(chain.mentions.len().saturating_sub(1)), usize::from(last)]);
    add(Template::ChainClass, &[class, 2 * usize::from(chain.named) + usize::from(chain.nominal)]);
    add(Template::Paragraph, &[class, paragraphs]);
    features
}

fn alike(one: usize, other: usize) -> usize {
    match (one, other) {
        (0, _) | (_, 0) => 0,
        _ if one == other => 1,
        _ => 2,
    }
}

/// Neither is quoted; both in one; in two; the first alone; the second alone.
fn quotations(mention: &Mention, before: &Mention) -> usize {
    match (before.quotation, mention.quotation) {
        (None, None) => 0,
        (Some(one), Some(other)) if one == other => 1,
        (Some(_), Some(_)) => 2,
        (Some(_), None) => 3,
        (None, Some(_)) => 4,
    }
}

/// The one before says the other; is said by it; neither.
fn speaker(mention: &Mention, before: &Mention) -> usize {
    let says = |content: Option<usize>, source: Option<usize>| content.is_some() && content == source;
    match () {
        () if says(mention.content, before.source) => 1,
        () if says(before.content, mention.source) => 2,
        () => 0,
    }
}

fn within(mention: &Mention, before: &Mention) -> usize {
    let holds = |one: &Mention, other: &Mention| {
        one.tokens.start <= other.tokens.start && other.tokens.end <= one.tokens.end
    };
    match () {
        () if holds(before, mention) => 1,
        () if holds(mention, before) => 2,
        () => 0,
    }
}

/// Both depend on the same word; one on the other; neither.
fn governors(mention: &Mention, before: &Mention) -> usize {
    match () {
        () if mention.governor.is_some() && mention.governor == before.governor => 1,
        () if mention.governor == Some(before.head) || before.governor == Some(mention.head) => 2,
        () => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chains::mentions::tests::name;

    const ADELA: u32 = 5;
    const JAN: u32 = 3;
    const HOLT: u32 = 4;

    #[test]
    fn names_agree_by_their_words() {
        let (full, last) = (name(&[ADELA, HOLT], Gender::Female), name(&[HOLT], Gender::Person));
        let other = name(&[JAN, HOLT], Gender::Male);
        assert_eq!(agreement(&full, &full), 2);
        assert_eq!(agreement(&last, &full), 4);
        assert_eq!(agreement(&full, &last), 5);
        assert_eq!(agreement(&other, &full), 6);
        assert_eq!(agreement(&name(&[ADELA], Gender::Female), &full), 7);
        assert!(fits(&last, &full) && !fits(&other, &full));
    }

    #[test]
    fn a_chain_knows_its_names_and_its_gender() {
        let mut chain = Growing::default();
        chain.add(0, &name(&[HOLT], Gender::Person));
        assert_eq!(chain.gender(), Gender::Person);
        chain.add(1, &name(&[ADELA, HOLT], Gender::Female));
        assert_eq!(chain.gender(), Gender::Female);
        assert_eq!(chain.conflict(&name(&[HOLT], Gender::Person)), 1);
        assert_eq!(chain.conflict(&name(&[JAN, HOLT], Gender::Male)), 2);
        assert_eq!(chain.conflict(&name(&[JAN], Gender::Male)), 4);
    }

    #[test]
    fn distances_go_in_steps() {
        assert_eq!([0, 1, 3, 4, 5, 9, 19, 49, 50, 900].map(step), [0, 1, 3, 4, 4, 5, 6, 7, 8, 8]);
    }
}
