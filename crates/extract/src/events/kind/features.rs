//! What the type of an event is told by: the words between who and whom, the types and classes of the words that govern them.

use std::collections::{BTreeMap, BTreeSet};

use sayso_lang::{Relation, Token, Upos};

use super::super::Stage;
use super::super::lexicon::Entry;
use super::super::trigger::entry;
use super::{FARTHEST, Pair, classes, predicate};

/// Distinct features by template.
pub(super) type Features = BTreeMap<&'static str, BTreeSet<String>>;

/// Relations (before any colon) of what fills a predicate out.
const FILLS: &[&str] =
    &["obj", "iobj", "obl", "nmod", "advcl", "acl", "amod", "compound", "conj", "xcomp", "ccomp"];

/// Those of what stands closest to it.
const CLOSEST: &[&str] = &["obj", "iobj", "obl", "xcomp", "ccomp", "nmod", "compound", "amod"];

/// Complements of complements that are followed down.
const DEEPEST: usize = 3;

/// All features of a pair.
pub(super) fn features(stage: &Stage<'_, '_, '_>, pair: Pair<'_>) -> Features {
    let mut view = View { stage, pair, found: Features::new() };
    view.between();
    view.sides();
    let predicate = predicate::spoken_of(stage, pair);
    view.predicate(predicate);
    view.complements(predicate);
    view.fillers(predicate);
    view.found
}

struct View<'v, 's, 'r, 't> {
    stage: &'v Stage<'s, 'r, 't>,
    pair: Pair<'v>,
    found: Features,
}

impl<'t> View<'_, '_, '_, 't> {
    fn add(&mut self, template: &'static str, features: impl IntoIterator<Item = String>) {
        self.found.entry(template).or_default().extend(features);
    }

    fn token(&self, at: usize) -> &Token<'t> {
        self.stage.token(at)
    }

    fn classes(&self, at: usize) -> &'static [&'static str] {
        classes::of(self.token(at))
    }

    /// The expression of the table that a word heads, unless the word belongs to a longer one: "sanctions" of "imposed sanctions".
    fn entry(&self, at: usize) -> Option<&'static Entry> {
        let own = entry(self.stage, at)?;
        let word = &*self.token(at).lemma;
        let longer = |over: &Entry| over.rest.len() > own.rest.len() && over.rest.contains(&word);
        let mut above = self.stage.lexis.trees.above(at).take(2);
        (!above.any(|over| entry(self.stage, over).is_some_and(longer))).then_some(own)
    }

    /// The type that a word has by the table; "-" for none.
    fn kind(&self, at: usize) -> &'static str {
        self.entry(at).map_or("-", |entry| entry.kind.name())
    }

    /// The type that a word has by the table, "~" after it where it mostly means something else.
    fn mark(&self, at: usize) -> Option<String> {
        self.entry(at).map(|entry| format!("{}{}", entry.kind.name(), if entry.weak { "~" } else { "" }))
    }

    fn children(&self, of: usize) -> impl Iterator<Item = usize> {
        self.stage.lexis.trees.children(of).take(FARTHEST)
    }

    /// What hangs on a word by such relations, down to a depth; without those who take part.
    fn below(&self, top: usize, relations: &[&str], depth: usize) -> Vec<usize> {
        let mut all = Vec::new();
        let mut level = vec![top];
        for _ in 0..depth {
            let next = level.iter().flat_map(|&at| self.children(at));
            level = next
                .filter(|&at| relations.contains(&self.token(at).relation.base()))
                .take(FARTHEST)
                .collect();
            all.extend(level.iter().copied().filter(|&at| !self.pair.holds(at)));
        }
        all
    }

    /// The words between the two; those behind the one there is, to the end of its sentence.
    fn words_between(&self) -> Vec<usize> {
        let Pair { source, target, trigger } = self.pair;
        let (first, second) = if target.is_empty() || !source.is_empty() && source[0] <= target[0] {
            (source, target)
        } else {
            (target, source)
        };
        let sentence = &self.stage.lexis.sentence_of(first.first().copied().unwrap_or(trigger)).tokens;
        let start = first.last().map_or(sentence.start, |last| last + 1);
        let end = second.first().copied().unwrap_or(sentence.end);
        (start..end).take(FARTHEST).filter(|&at| !self.pair.holds(at)).collect()
    }

    fn between(&mut self) {
        let words = self.words_between();
        let lemmas: Vec<String> = words.iter().map(|&at| masked(self.token(at))).collect();
        let marks: Vec<String> = words.iter().filter_map(|&at| self.mark(at)).collect();
        let content = |&at: &usize| {
            let token = self.token(at);
            matches!(token.upos, Upos::Verb | Upos::Noun | Upos::Adj)
                || token.relation == Relation::CompoundPrt
        };
        let classes: Vec<_> = words.into_iter().filter(content).map(|at| self.classes(at)).collect();
        let mut pairs = Vec::new();
        for (at, first) in classes.iter().enumerate() {
            for second in classes[at + 1..].iter().flat_map(|second| second.iter()) {
                pairs.extend(first.iter().map(|first| format!("{first}~{second}")));
            }
        }
        self.add("between", lemmas);
        self.add("between-type", marks);
        self.add("between-classes", pairs);
    }

    /// The words of the target, and the types of the words on the way to it.
    fn sides(&mut self) {
        let content = |token: &&Token<'_>| {
            use Upos::{Adj, Adv, Noun, Num, Propn, Verb};
            matches!(token.upos, Adj | Adv | Noun | Num | Propn | Verb)
        };
        let target = self.pair.target.iter().take(FARTHEST).map(|&at| self.token(at));
        let target: Vec<String> = target.filter(content).map(masked).collect();
        let path = predicate::path(self.stage, self.pair);
        let marks: Vec<String> = path.into_iter().filter_map(|at| self.mark(at)).collect();
        self.add("target", target);
        self.add("path-type", marks);
    }

    /// The predicate itself: its word with its particle, its type and class, how it is said, and whose it is.
    fn predicate(&mut self, at: usize) {
        let particle = self.children(at).find(|&child| self.stage.is(child, &[Relation::CompoundPrt]));
        let particle = particle.map_or(String::new(), |particle| format!("_{}", lemma(self.token(particle))));
        self.add("predicate", [masked(self.token(at)) + &particle]);
        self.add("predicate-type", self.mark(at));
        let mood = self.mood(at);
        self.add("negated", mood.contains('n').then(|| "1".to_owned()));
        let classes = self.classes(at);
        let classes = if classes.is_empty() { &["-"][..] } else { classes };
        self.add("class-mood", classes.iter().map(|class| format!("{class}|{mood}")));
        let kind = self.kind(at);
        let named = predicate::head(self.stage, self.pair.source).map(|head| self.name(head));
        self.add("name-type", named.map(|name| format!("{name}|{kind}")));
        let source = self.pair.source.iter().take(FARTHEST).flat_map(|&at| self.classes(at));
        let source: Vec<String> =
            source.filter(|class| class.starts_with('N')).map(|class| format!("{class}>{kind}")).collect();
        self.add("source-type", source);
    }

    /// "f" for what will, may or must be, "n" for what is not.
    fn mood(&self, at: usize) -> String {
        const MODAL: &[&str] = &["will", "would", "shall", "may", "might", "could", "should", "must", "can"];
        let is = |words: &[&str], child: usize| words.contains(&&*lemma(self.token(child)));
        let modal = self
            .children(at)
            .any(|child| self.stage.is(child, &[Relation::Aux, Relation::Cop]) && is(MODAL, child));
        let negated = self.children(at).any(|child| is(&["not", "never", "no", "n't"], child));
        [(modal, "f"), (negated, "n")].iter().filter(|(so, _)| *so).map(|(_, letter)| *letter).collect()
    }

    /// What kind of name a word belongs to.
    fn name(&self, at: usize) -> &'static str {
        let names = &self.stage.lexis.reading.names;
        let name = names.get(names.partition_point(|name| name.tokens.end <= at));
        name.filter(|name| name.tokens.contains(&at)).map_or("-", |name| name.kind.as_str())
    }

    /// The clauses that complete the predicate, one in the other, and what fills out the first.
    fn complements(&mut self, predicate: usize) {
        let next = |&at: &usize| predicate::complement(self.stage, self.pair, at);
        let chain: Vec<usize> = std::iter::successors(Some(predicate), next).skip(1).take(DEEPEST).collect();
        let (Some(&first), Some(&last)) = (chain.first(), chain.last()) else { return };
        self.add("complement", chain.iter().map(|&at| masked(self.stage.token(at))).collect::<Vec<_>>());
        self.add("complement-type", [format!("{}>{}", self.kind(predicate), self.kind(last))]);
        let frames: Vec<String> = self.children(first).filter_map(|at| self.frame(at)).collect();
        self.add("complement-frame", frames);
    }

    /// "obl:against"
    fn frame(&self, at: usize) -> Option<String> {
        let relation = self.token(at).relation.base();
        let joined = self.children(at).find(|&child| self.stage.is(child, &[Relation::Case, Relation::Mark]));
        let joined = joined.map_or(String::new(), |joined| lemma(self.token(joined)));
        FILLS.contains(&relation).then(|| format!("{relation}:{joined}"))
    }

    /// Classes of what fills the predicate out.
    fn fillers(&mut self, predicate: usize) {
        let kind = self.kind(predicate);
        let all = self.below(predicate, FILLS, DEEPEST);
        let classes: Vec<String> =
            all.iter().flat_map(|&at| self.classes(at)).map(|&class| class.to_owned()).collect();
        let closest = self.below(predicate, CLOSEST, 2);
        let typed: Vec<String> =
            closest.iter().flat_map(|&at| self.classes(at)).map(|class| format!("{kind}>{class}")).collect();
        self.add("filler", classes);
        self.add("type-filler", typed);
    }
}

fn lemma(token: &Token<'_>) -> String {
    token.lemma.to_lowercase()
}

/// The lemma, unless it names somebody ("Iran", "Iranian") or counts.
fn masked(token: &Token<'_>) -> String {
    let lemma = lemma(token);
    let capital = token.slice.starts_with(char::is_uppercase);
    match token.upos {
        Upos::Propn => "<name>".to_owned(),
        Upos::Adj if capital => "<name>".to_owned(),
        Upos::Punct => token.slice.as_str().to_owned(),
        Upos::Num => "<num>".to_owned(),
        _ if lemma.contains(|c: char| c.is_ascii_digit()) => "<num>".to_owned(),
        _ => lemma,
    }
}
