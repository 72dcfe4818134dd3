//! "Both agreed", "the two ministers", "the three leaders": whom a number stands for.

use std::ops::Range;

use sayso_record::{ActorId, ActorType, Form, Record};

use super::scene::Scene;
use crate::actors::Cast;
use crate::words::Role;

/// Sentences back to which the number may point, its own among them.
const REACH: usize = 4;

/// How many a definite number at the head of some words stands for.
pub(super) fn count(scene: &Scene<'_, '_, '_>, words: &Range<usize>) -> Option<usize> {
    let number = match (scene.lower(words.start), scene.lower(words.start + 1)) {
        ("both", _) => Some(2),
        ("the" | "these" | "those", number) => numeral(number),
        _ => None,
    };
    number.filter(|_| words.len() <= 3)
}

fn numeral(word: &str) -> Option<usize> {
    match word {
        "two" => Some(2),
        "three" => Some(3),
        "four" => Some(4),
        _ => None,
    }
}

/// Exactly so many actors of one kind that a sentence just before names: people, unless the noun is a body's.
pub(super) fn named(
    scene: &Scene<'_, '_, '_>,
    cast: &Cast<'_>,
    record: &Record,
    words: &Range<usize>,
    count: usize,
) -> Option<Vec<ActorId>> {
    let noun = (words.start..words.end).filter_map(|at| scene.lexis.role(at)).next_back();
    let people = noun.is_none_or(|noun| matches!(noun, Role::Person | Role::People));
    let bodies = noun.is_none_or(|noun| noun == Role::Organ);
    let is_person = |id: &ActorId| record.actors[id.index()].kind == ActorType::Person;
    let sentence = scene.lexis.reading.tokens[words.start].sentence;
    (sentence.saturating_sub(REACH)..=sentence).rev().find_map(|nth| {
        let tokens = scene.lexis.reading.sentences[nth].tokens.clone();
        let all = actors(cast, tokens.start..tokens.end.min(words.start));
        let (persons, others): (Vec<_>, Vec<_>) = all.into_iter().partition(is_person);
        let exact = |found: Vec<ActorId>, fits: bool| (fits && found.len() == count).then_some(found);
        exact(persons, people).or_else(|| exact(others, bodies))
    })
}

/// Those named in some words, outlets aside.
fn actors(cast: &Cast<'_>, tokens: Range<usize>) -> Vec<ActorId> {
    let mut found = Vec::new();
    for mention in cast.inside_any(tokens) {
        let name = &cast.mentions[mention];
        let id = cast.actor_of(mention).filter(|_| name.form == Form::Name && !name.outlet);
        found.extend(id.filter(|id| !found.contains(id)));
    }
    found
}
