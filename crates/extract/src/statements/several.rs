//! "Both agreed", "the two ministers", "the three leaders": whom a number stands for.

use std::ops::Range;

use sayso_record::{ActorId, ActorType, Form, RecordBuilder};

use super::scene::Scene;
use crate::actors::Cast;
use crate::words::Role;

/// Sentences back to which the number may point, its own among them.
const REACH: usize = 4;
/// Actors of a report among which those who are called so are still looked for.
const MOST: usize = 256;

/// How many a definite number at the head of some words stands for.
pub(super) fn count(scene: &Scene<'_, '_, '_>, words: &Range<usize>) -> Option<usize> {
    let number = match (scene.lower(words.start), scene.lower(words.start + 1)) {
        ("both", _) => Some(2),
        ("the" | "these" | "those" | "all", number) => numeral(number),
        // A headline has no article.
        (number, _) if scene.in_title(words.start) => numeral(number),
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
    builder: &RecordBuilder<'_>,
    words: &Range<usize>,
    count: usize,
) -> Option<Vec<ActorId>> {
    let record = builder.so_far();
    let noun = (words.start..words.end).filter_map(|at| scene.lexis.role(at)).next_back();
    let people = noun.is_none_or(|noun| matches!(noun, Role::Person | Role::People));
    let bodies = noun.is_none_or(|noun| noun == Role::Organ);
    let is_person = |id: &ActorId| record.actors[id.index()].kind == ActorType::Person;
    let sentence = scene.lexis.reading.tokens[words.start].sentence;
    (sentence.saturating_sub(REACH)..=sentence)
        .rev()
        .find_map(|nth| {
            let tokens = scene.lexis.reading.sentences[nth].tokens.clone();
            let all = actors(cast, tokens.start..tokens.end.min(words.start));
            let (persons, others): (Vec<_>, Vec<_>) = all.into_iter().partition(is_person);
            let exact = |found: Vec<ActorId>, fits: bool| (fits && found.len() == count).then_some(found);
            exact(persons, people).or_else(|| exact(others, bodies))
        })
        .or_else(|| {
            // Those of the whole report who are called so: "the three leaders" are its presidents and prime ministers.
            let noun = (words.start..words.end)
                .rfind(|&at| scene.lexis.role(at).is_some())
                .filter(|_| people && record.actors.len() <= MOST)?;
            let all: Vec<_> = record
                .actor_ids()
                .filter(is_person)
                .filter(|&id| cast.is_one_of(id, scene.lower(noun)))
                .collect();
            (all.len() == count).then_some(all)
        })
}

/// "the former", "the latter": of two that the words just before join by *and*, or of the two that were named last.
pub(super) fn one_of_two(
    scene: &Scene<'_, '_, '_>,
    cast: &Cast<'_>,
    words: &Range<usize>,
) -> Option<ActorId> {
    let last = words.end.checked_sub(1)?;
    let first = match scene.lower(last) {
        "former" => true,
        "latter" => false,
        _ => return None,
    };
    let alone = words.len() <= 2 && scene.lower(last.wrapping_sub(1)) == "the";
    let sentence = scene.lexis.reading.tokens[last].sentence;
    let from = scene.lexis.reading.sentences[sentence.saturating_sub(1)].tokens.start;
    let mut named = Vec::new();
    for mention in cast.inside_any(from..words.start) {
        let own = &cast.mentions[mention];
        let id = cast.actor_of(mention).filter(|_| own.form == Form::Name);
        if let Some(id) = id {
            named.retain(|&other| other != id);
            named.push(id);
        }
    }
    let pair = named.len().checked_sub(2).map(|at| [named[at], named[at + 1]]);
    pair.filter(|_| alone).map(|[one, other]| if first { one } else { other })
}

/// "Egypt, Kenya and Romania issued a paper in which they …": those joined by *and* who are the last subject before a token.
pub(super) fn together(scene: &Scene<'_, '_, '_>, cast: &Cast<'_>, token: usize) -> Option<Vec<ActorId>> {
    let tokens = &scene.lexis.reading.tokens;
    let sentence = tokens[token].sentence;
    let from = scene.lexis.reading.sentences[sentence.saturating_sub(1)].tokens.start;
    let subject = |&at: &usize| {
        tokens[at].relation.base() == "nsubj"
            && scene.quotation_at(at).is_none()
            && cast.holding(at).is_some_and(|mention| cast.mentions[mention].form != Form::Pronoun)
    };
    let head = (from..token).rev().find(subject)?;
    let name = |at: usize| cast.starting_at(at).filter(|&at| cast.mentions[at].form == Form::Name);
    let first = cast.holding(head).filter(|&at| cast.mentions[at].form == Form::Name)?;
    let mut all: Vec<ActorId> = cast.actor_of(first).into_iter().collect();
    let mut end = cast.mentions[first].tokens.end;
    while let Some(next) = name(end + 1).filter(|_| matches!(scene.lower(end), "," | "and")) {
        all.extend(cast.actor_of(next).filter(|id| !all.contains(id)));
        let last = scene.lower(end) == "and";
        end = cast.mentions[next].tokens.end;
        if last {
            return (all.len() > 1).then_some(all);
        }
    }
    None
}

/// "The Brunners": those who have the surname.
pub(super) fn family(cast: &Cast<'_>, builder: &RecordBuilder<'_>, mention: usize) -> Option<Vec<ActorId>> {
    let name = cast.mentions[mention].name.as_str();
    let surname = name.strip_suffix('s').filter(|name| name.len() > 2 && !name.contains(' '))?;
    let record = builder.so_far();
    if record.actors.len() > MOST {
        return None;
    }
    let bears = |id: &ActorId| {
        let actor = &record.actors[id.index()];
        let last = builder.words(actor.name);
        actor.kind == ActorType::Person
            && last.as_str().rsplit_once(' ').is_some_and(|(_, last)| last == surname)
    };
    let all: Vec<ActorId> = record.actor_ids().filter(bears).collect();
    (all.len() > 1).then_some(all)
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
