//! Whom a lead tells of before it names him: "A farmer says that the blast split his wall. … Pavel Brodak, 61, said".
//!
//! News opens with what somebody is and names him in the next paragraphs. The first person named there is meant if he is the subject of his
//! sentence and nothing else is told of what he is. Offices that many hold, and people who are not to be named, stay as they are called.

use std::ops::Range;

use sayso_lang::Part;
use sayso_record::{ActorId, ActorType, Form};

use super::scene::Scene;

/// Paragraphs below the lead in which the name may stand.
const BELOW: usize = 3;
/// Mentions back to which somebody may have been named.
const REACH: usize = 60;
/// Mentions among which is looked for what else is told of somebody.
const FEW: usize = 2000;

/// For each mention the actor named right below the lead, where the mention is a noun that opens it.
pub(super) fn all(scene: &Scene<'_, '_, '_>) -> Vec<Option<ActorId>> {
    let body = body(scene);
    (0..scene.cast.mentions.len()).map(|mention| named(scene, mention, body)).collect()
}

fn named(scene: &Scene<'_, '_, '_>, mention: usize, body: Option<usize>) -> Option<ActorId> {
    let noun = &scene.cast.mentions[mention];
    if noun.form == Form::Nominal
        && noun.kind == Some(ActorType::Organization)
        && !noun.plural
        && !noun.outlet
    {
        return body_named(scene, mention, body?);
    }
    let one = noun.form == Form::Nominal && noun.kind == Some(ActorType::Person) && !noun.plural;
    if one && noun.definite && is_aged(scene, mention) {
        return subject_before(scene, mention);
    }
    let body = body?;
    let paragraph = |token: usize| scene.lexis.sentence_of(token).paragraph;
    let lead = paragraph(noun.tokens.start);
    let opens = lead <= body && !owned(scene, mention);
    if !one || !opens || many_hold(scene, mention) || unnamed(scene, mention) {
        return None;
    }
    // Who opens the lead is who it is about.
    let sentence = scene.lexis.sentence_of(noun.tokens.start).tokens.start;
    let about = lead < body
        || scene
            .cast
            .inside_any(sentence..noun.tokens.start)
            .all(|at| !matches!(scene.cast.mentions[at].kind, Some(ActorType::Person | ActorType::Group)));
    let tokens = &scene.lexis.reading.tokens;
    let name = (mention + 1..scene.cast.mentions.len())
        .take_while(|&at| paragraph(scene.cast.mentions[at].tokens.start) <= body + BELOW)
        .find(|&at| {
            let own = &scene.cast.mentions[at];
            let full = own.name.as_str().contains(' ');
            own.form == Form::Name && own.kind == Some(ActorType::Person) && !own.possessive && full
        })?;
    let own = &scene.cast.mentions[name];
    // "the provincial governor said" above "Governor Mara Holt".
    let office = scene.lower(noun.tokens.end - 1);
    let holds = own.role.is_some_and(|role| {
        let role = crate::actors::fold(&role);
        role.split(' ').next_back() == Some(office)
            && !matches!(scene.lower(noun.tokens.start), "a" | "an" | "one" | "another")
    });
    let subject = own
        .tokens
        .clone()
        .any(|at| tokens[at].relation.base() == "nsubj" && scene.quotation_at(at).is_none());
    let plain = own.role.is_none() && own.beside.is_none();
    let id = scene.cast.actor_of(name)?;
    let first = (0..name).all(|at| scene.cast.actor_of(at) != Some(id));
    let below = paragraph(own.tokens.start) > lead.max(body);
    (subject && (plain && about || holds) && first && below).then_some(id)
}

/// "The singer, 34, …": somebody who was named before.
fn is_aged(scene: &Scene<'_, '_, '_>, mention: usize) -> bool {
    let end = scene.cast.mentions[mention].tokens.end;
    scene.lower(end) == ","
        && scene.lexis.shape(end + 1) == crate::lexis::Shape::Number
        && matches!(scene.lower(end + 2), "," | ".")
}

/// "the 58-year-old": whoever was named last.
pub(super) fn aged(scene: &Scene<'_, '_, '_>, words: &Range<usize>) -> Option<ActorId> {
    let old =
        |&at: &usize| matches!(scene.lower(at), "old" | "year-old") || scene.lower(at).ends_with("-year-old");
    let old = words.clone().find(old)?;
    let year = scene.lower(old) != "old" || (words.start..old).any(|at| scene.lower(at) == "year");
    let person = |id: ActorId| {
        let of = |at: &usize| scene.cast.actor_of(*at) == Some(id);
        (0..scene.cast.mentions.len().min(FEW))
            .filter(of)
            .any(|at| scene.cast.mentions[at].kind == Some(ActorType::Person))
    };
    let named = |&at: &usize| {
        let own = &scene.cast.mentions[at];
        own.form == Form::Name && !own.possessive && scene.cast.actor_of(at).is_some_and(person)
    };
    let before = scene.cast.mentions.partition_point(|mention| mention.tokens.start < words.start);
    let definite = scene.lower(words.start) == "the" && year;
    let near = (before.saturating_sub(REACH)..before).rev();
    near.filter(|_| definite).find(named).and_then(|at| scene.cast.actor_of(at))
}

/// The person who was the subject last.
fn subject_before(scene: &Scene<'_, '_, '_>, mention: usize) -> Option<ActorId> {
    let tokens = &scene.lexis.reading.tokens;
    let named = |&at: &usize| {
        let own = &scene.cast.mentions[at];
        let subject = |at: usize| tokens[at].relation.base() == "nsubj" && scene.quotation_at(at).is_none();
        own.form == Form::Name && own.kind == Some(ActorType::Person) && own.tokens.clone().any(subject)
    };
    (mention.saturating_sub(REACH)..mention).rev().find(named).and_then(|at| scene.cast.actor_of(at))
}

/// "Riding federation", "The consortium that builds the line": the first body named below that has the noun in its name.
fn body_named(scene: &Scene<'_, '_, '_>, mention: usize, body: usize) -> Option<ActorId> {
    let own = &scene.cast.mentions[mention].tokens;
    let noun = scene.lower(own.end - 1);
    if scene.lexis.sentence_of(own.start).paragraph > body || owned(scene, mention) {
        return None;
    }
    let named = |&at: &usize| {
        let name = &scene.cast.mentions[at];
        if name.form != Form::Name || name.kind != Some(ActorType::Organization) {
            return false;
        }
        let words = crate::actors::fold(&name.name);
        let has = words.rsplit(' ').next() == Some(noun) || words.split(' ').next() == Some(noun);
        has && words.contains(' ')
    };
    let found = (0..scene.cast.mentions.len().min(FEW)).find(named).filter(|&at| at > mention)?;
    scene.cast.actor_of(found)
}

/// The first paragraph of the running text.
fn body(scene: &Scene<'_, '_, '_>) -> Option<usize> {
    scene.lexis.reading.paragraphs.iter().position(|paragraph| paragraph.part == Part::Body)
}

/// "his lawyer", "the minister's aide": somebody's.
fn owned(scene: &Scene<'_, '_, '_>, mention: usize) -> bool {
    let own = &scene.cast.mentions[mention].tokens;
    own.clone()
        .any(|at| matches!(scene.lower(at), "his" | "her" | "their" | "its" | "'s" | "'" | "my" | "our"))
}

/// A noun that says too little of one person, or that many in a report may be called by.
fn many_hold(scene: &Scene<'_, '_, '_>, mention: usize) -> bool {
    let own = &scene.cast.mentions[mention].tokens;
    let noun = scene.lower(own.end - 1);
    noun.starts_with("spokes")
        || own.clone().any(|at| matches!(scene.lower(at), "another" | "one" | "second" | "other"))
        || matches!(
            noun,
            "activist"
                | "adviser"
                | "aide"
                | "attorney"
                | "barrister"
                | "colleague"
                | "critic"
                | "doctor"
                | "economist"
                | "friend"
                | "judge"
                | "lawyer"
                | "prosecutor"
                | "relative"
                | "researcher"
                | "scientist"
                | "solicitor"
                | "voter"
                | "ambassador"
                | "analyst"
                | "diplomat"
                | "envoy"
                | "expert"
                | "insider"
                | "minister"
                | "neighbour"
                | "neighbor"
                | "observer"
                | "officer"
                | "official"
                | "president"
                | "reporter"
                | "resident"
                | "soldier"
                | "source"
                | "witness"
        )
}

/// "an unnamed clerk", "a clerk who asked not to be named".
fn unnamed(scene: &Scene<'_, '_, '_>, mention: usize) -> bool {
    const FAR: usize = 12;
    let own = &scene.cast.mentions[mention].tokens;
    let sentence = &scene.lexis.sentence_of(own.start).tokens;
    (own.start..sentence.end.min(own.end + FAR)).any(|at| {
        matches!(
            scene.lower(at),
            "unnamed" | "anonymous" | "anonymity" | "named" | "identified" | "unidentified"
        )
    })
}
