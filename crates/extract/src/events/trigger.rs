//! Which words of a report carry events?

use sayso_lang::{NameKind, Part, Relation, Upos};
use sayso_record::EventType;

use super::Stage;
use super::lexicon::{Entry, entries};
use crate::words;

/// A word that carries an event.
#[derive(Debug, Clone)]
pub(super) struct Trigger {
    /// The word.
    pub(super) word: usize,
    /// Its particle: "pull out".
    pub(super) particle: Option<usize>,
    /// The verb that only carries it out: "launched" of "launched an attack".
    pub(super) light: Option<usize>,
    pub(super) kind: EventType,
    pub(super) mode: Option<&'static str>,
    pub(super) weak: bool,
    pub(super) verb: bool,
    /// No expression is known for it; whether it carries an event is for the classifier to say.
    pub(super) guess: bool,
    /// The other lemmas of an expression of several words, which is hardly ever meant otherwise.
    pub(super) rest: &'static [&'static str],
}

/// All triggers, in the order of the text.
pub(super) fn find(stage: &Stage<'_, '_, '_>) -> Vec<Trigger> {
    let count = stage.lexis.words.len();
    let all: Vec<Trigger> =
        (0..count).filter_map(|word| of_word(stage, word).or_else(|| guess(stage, word))).collect();
    let all = kept(all, |trigger, all| !only_carries_out(stage, trigger, all));
    let all = kept(all, |trigger, all| !is_part(stage, trigger, all));
    kept(all, |trigger, all| !is_means(stage, trigger, all))
}

/// Those that a rule keeps; it sees all of them, also those it has dropped.
fn kept(all: Vec<Trigger>, keeps: impl Fn(&Trigger, &[Trigger]) -> bool) -> Vec<Trigger> {
    let keep: Vec<bool> = all.iter().map(|trigger| keeps(trigger, &all)).collect();
    all.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(trigger, _)| trigger).collect()
}

/// The trigger at a word, of triggers in the order of the text.
fn at(word: usize, all: &[Trigger]) -> Option<&Trigger> {
    all.binary_search_by_key(&word, |trigger| trigger.word).ok().map(|at| &all[at])
}

/// "held talks": the noun carries the event, the verb only its subject.
fn only_carries_out(stage: &Stage<'_, '_, '_>, trigger: &Trigger, all: &[Trigger]) -> bool {
    let carried = |noun: usize| {
        let noun = at(noun, all).filter(|noun| !noun.verb && !noun.weak && noun.kind == trigger.kind);
        noun.is_some_and(|noun| carries_out(stage, trigger.word, noun.word))
    };
    trigger.verb && !trigger.guess && stage.lexis.trees.children(trigger.word).any(carried)
}

/// "exchanged fire", "issued an arrest warrant": the verb carries it, the nouns belong to the expression.
fn is_part(stage: &Stage<'_, '_, '_>, trigger: &Trigger, all: &[Trigger]) -> bool {
    let lemma = &*stage.token(trigger.word).lemma;
    let mut verbs = stage.lexis.trees.above(trigger.word).take(2).filter_map(|above| at(above, all));
    !trigger.verb && verbs.any(|verb| verb.verb && verb.rest.contains(&lemma))
}

/// "hit by strikes", "killed in a raid", "retaliated by shelling": one deed, carried by the verb above.
fn is_means(stage: &Stage<'_, '_, '_>, trigger: &Trigger, all: &[Trigger]) -> bool {
    let token = stage.token(trigger.word);
    let joined = |word: usize| {
        stage
            .lexis
            .trees
            .child(word, &[Relation::Case, Relation::Mark])
            .map_or("", |at| stage.lexis.lower(at))
    };
    let by = match token.relation {
        Relation::Obl | Relation::OblAgent => matches!(joined(trigger.word), "by" | "in" | "with" | "during"),
        Relation::Advcl => joined(trigger.word) == "by",
        _ => false,
    };
    let Some(head) = token.head.filter(|_| by && trigger.kind == EventType::Assault) else { return false };
    at(head, all).is_some_and(|verb| verb.verb && !verb.guess && verb.kind == trigger.kind)
}

/// The word of an expression that follows its verb at once and makes one verb with it: "pulled out".
fn adverb(stage: &Stage<'_, '_, '_>, verb: usize, entry: &Entry) -> Option<usize> {
    const ADVERBS: &[&str] = &["away", "back", "down", "in", "off", "out", "over", "together", "up"];
    let next = stage.lexis.lower(verb + 1);
    (entry.verb && ADVERBS.contains(&next) && entry.rest.contains(&next)).then_some(verb + 1)
}

fn of_word(stage: &Stage<'_, '_, '_>, word: usize) -> Option<Trigger> {
    let token = stage.token(word);
    let modifies = matches!(token.relation, Relation::Amod | Relation::Compound)
        && token.head.is_some_and(|head| head > word);
    if modifies && !is_bare_verb(stage, word) || in_name(stage, word) || is_subject(stage, word) {
        return None;
    }
    let entry = entry(stage, word)?;
    let verb = entry.verb;
    let particle = verb.then(|| stage.lexis.trees.child(word, &[Relation::CompoundPrt])).flatten();
    Some(Trigger {
        word,
        particle: particle.filter(|&at| at == word + 1).or_else(|| adverb(stage, word, entry)),
        light: (!verb).then(|| light(stage, word)).flatten(),
        kind: entry.kind,
        mode: entry.mode,
        weak: entry.weak,
        verb,
        guess: false,
        rest: &entry.rest,
    })
}

/// A verb that no table knows, whether as a deed or as a way of speaking.
fn guess(stage: &Stage<'_, '_, '_>, word: usize) -> Option<Trigger> {
    let token = stage.token(word);
    let says = stage.lexis.words[word].cue.is_some();
    let modifies = token.relation == Relation::Amod;
    // "want", "plan", "stop": about another deed, which has its own words.
    let about = crate::standing::governs_anything(&token.lemma);
    if token.upos != Upos::Verb
        || says
        || about
        || modifies
        || in_name(stage, word)
        || is_subject(stage, word)
    {
        return None;
    }
    let particle = stage.lexis.trees.child(word, &[Relation::CompoundPrt]).filter(|&at| at == word + 1);
    Some(Trigger {
        word,
        particle,
        light: None,
        kind: EventType::Cooperate,
        mode: None,
        weak: true,
        verb: true,
        guess: true,
        rest: &[],
    })
}

/// "guards" of the headline "Border guards fire at a boat", where the tree takes it for the verb.
fn is_subject(stage: &Stage<'_, '_, '_>, word: usize) -> bool {
    let next = word + 1;
    stage.token(word).upos == Upos::Verb
        && next < stage.lexis.words.len()
        && super::headline::is_verb(stage, next)
        && super::headline::people_before(stage, next) == Some(word)
}

/// "to bomb targets", "Troops bomb targets": a bare verb that was taken for a noun.
fn is_bare_verb(stage: &Stage<'_, '_, '_>, word: usize) -> bool {
    if super::headline::is_verb(stage, word) {
        return true;
    }
    let token = stage.token(word);
    let to = word.checked_sub(1).is_some_and(|before| stage.lexis.lower(before) == "to");
    to && token.upos == Upos::Noun
        && token.relation == Relation::Compound
        && *token.lemma == *stage.lexis.lower(word)
}

/// The expression of the table that a verb or a noun heads, the longest there is.
pub(super) fn entry(stage: &Stage<'_, '_, '_>, word: usize) -> Option<&'static Entry> {
    let token = stage.token(word);
    let verb = matches!(token.upos, Upos::Verb) || is_bare_verb(stage, word);
    let noun = || matches!(token.upos, Upos::Noun) || token.upos == Upos::Propn && in_title(stage, word);
    if !verb && !noun() {
        return None;
    }
    let known = entries(&token.lemma.to_lowercase());
    let disguised = verb && token.upos != Upos::Verb && super::headline::is_verb(stage, word);
    known.iter().find(|entry| entry.verb == verb && (!disguised || !entry.weak) && fits(stage, word, entry))
}

/// All other words of the expression hang on the head, or on what hangs on it.
fn fits(stage: &Stage<'_, '_, '_>, word: usize, entry: &Entry) -> bool {
    let needed = entry.rest.iter().filter(|&&part| entry.verb || part != "of");
    needed.into_iter().all(|part| {
        let is = |at: usize| &*stage.token(at).lemma == *part || stage.lexis.lower(at) == *part;
        // "stopped short of predicting an attack" stops no attack.
        let apart = |at: usize| {
            let mark =
                stage.lexis.trees.child(at, &[Relation::Mark]).map_or("", |mark| stage.lexis.lower(mark));
            stage.is(at, &[Relation::Advcl]) && matches!(mark, "of" | "than" | "without")
        };
        let near = |at: usize| is(at) || !apart(at) && stage.lexis.trees.children(at).any(is);
        let subject = |at: usize| matches!(stage.token(at).relation, Relation::Nsubj);
        stage.lexis.trees.children(word).filter(|&at| !subject(at)).any(near)
            || word + 1 < stage.lexis.words.len() && is(word + 1)
    })
}

pub(super) fn in_title(stage: &Stage<'_, '_, '_>, word: usize) -> bool {
    stage.lexis.reading.paragraphs[stage.lexis.sentence_of(word).paragraph].part == Part::Title
}

/// A word of a name carries nothing: "Battle of Karsk Museum". A people's or a place's adjective before a noun is no such name.
fn in_name(stage: &Stage<'_, '_, '_>, word: usize) -> bool {
    let names = &stage.lexis.reading.names;
    let at = names.partition_point(|name| name.tokens.end <= word);
    let name = names.get(at).filter(|name| name.tokens.contains(&word));
    name.is_some_and(|name| {
        !matches!(name.kind, NameKind::Group) && (!in_title(stage, word) || name.tokens.len() < 4)
    })
}

/// The verb that carries out what a noun names.
fn light(stage: &Stage<'_, '_, '_>, noun: usize) -> Option<usize> {
    stage.token(noun).head.filter(|&head| carries_out(stage, head, noun))
}

fn carries_out(stage: &Stage<'_, '_, '_>, verb: usize, noun: usize) -> bool {
    let governed = stage.is(noun, &[Relation::Obj, Relation::NsubjPass, Relation::Obl]);
    governed && words::carries_out(&stage.token(verb).lemma)
}
