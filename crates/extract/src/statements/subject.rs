//! Who stands at a cue: the subject before it, after it, or the agent of a passive.

use std::ops::Range;

use sayso_lang::Upos;

use super::scene::Scene;
use crate::lexis::Shape;
use crate::words::Function;
use sayso_record::{ActorType, Form};

/// The words at a cue that name its source, and what stands between them and the verb.
#[derive(Debug, Clone, Default)]
pub(super) struct Subject {
    /// Mentions that speak together.
    pub(super) mentions: Vec<usize>,
    /// Tokens of the words that name them.
    pub(super) tokens: Range<usize>,
    /// A negation stands between subject and verb.
    pub(super) negated: bool,
    /// A modal does ("would say").
    pub(super) modal: bool,
    /// A form of *be* does: the verb is passive.
    pub(super) passive: bool,
    /// A form of *do*, *have* or *be* does.
    pub(super) auxiliary: bool,
    /// The subject is the antecedent of *who*.
    pub(super) who: bool,
    /// The subject is the antecedent of *who* or *which*.
    pub(super) relative: bool,
    /// First token between subject and verb that is neither comma nor white space.
    pub(super) from: usize,
}

/// The subject to the left of `verb`, not before `limit`.
pub(super) fn before(scene: &Scene<'_, '_, '_>, verb: usize, limit: usize) -> Option<Subject> {
    let mut subject = Subject { from: verb, ..Subject::default() };
    let mut at = verb;
    while at > limit {
        let token = at - 1;
        if let Some(mention) = scene.cast.ending_at(token).filter(|&mention| fits(scene, mention, limit)) {
            if let Some(aside) = relaying(scene, mention, limit) {
                at = aside;
                continue;
            }
            return Some(finish(scene, subject, mention, limit));
        }
        if let Some(named) = name_between_commas(scene, token, limit) {
            return Some(named_after_noun(scene, subject, named, limit));
        }
        at = step(scene, &mut subject, token, limit)?;
    }
    None
}

/// The tree's subject of `verb`, where the words between it and the verb name somebody else: "Two members, speaking to Fenwick, which was
/// cited by the agency, said" has the members speak.
pub(super) fn by_tree(scene: &Scene<'_, '_, '_>, verb: usize, limit: usize, found: Subject) -> Subject {
    let tokens = &scene.lexis.reading.tokens;
    // "In a message relayed by the agency, its chief, who goes by the name of Salt, said": nearer than what was found.
    let nearer =
        |&at: &usize| tokens[at].relation.as_str() == "nsubj" && (found.tokens.end..verb).contains(&at);
    let near = scene.lexis.trees.children(verb).find(nearer).and_then(|noun| scene.cast.holding(noun));
    let opens = |mention: usize| {
        let start = owned(scene, scene.cast.mentions[mention].tokens.start, limit);
        start > limit && scene.lower(start - 1) == ","
    };
    if let Some(mention) = near.filter(|&one| !found.relative && fits(scene, one, limit) && opens(one)) {
        let tokens = scene.cast.mentions[mention].tokens.clone();
        let start = owned(scene, tokens.start, limit);
        return Subject { mentions: vec![mention], tokens: start..tokens.end, ..found };
    }
    let is_subject =
        |&at: &usize| tokens[at].relation.as_str() == "nsubj" && (limit..found.tokens.start).contains(&at);
    let Some(noun) =
        scene.lexis.trees.children(verb).find(is_subject).filter(|_| !found.passive && !found.relative)
    else {
        return found;
    };
    let Some(mention) = scene.cast.holding(noun).filter(|&mention| fits(scene, mention, limit)) else {
        return found;
    };
    let tokens = scene.cast.mentions[mention].tokens.clone();
    // "A doctor who may not speak to the media said": what stands inside the words of the subject is no subject.
    if inside_clause_of(scene, noun, found.tokens.end - 1) {
        let start = owned(scene, tokens.start, limit);
        return Subject { mentions: vec![mention], tokens: start..tokens.end, ..found };
    }
    let outlet = found.mentions.iter().all(|&mention| scene.cast.mentions[mention].outlet);
    let comma =
        |&at: &usize| matches!(scene.lower(at), "," | "–" | "—") && (outlet || opens_aside(scene, at + 1));
    let aside = (tokens.end..found.tokens.start).take(ASIDE).any(|at| comma(&at));
    if tokens.end > found.tokens.start || scene.cast.mentions[mention].possessive || !aside {
        return found;
    }
    let start = owned(scene, tokens.start, limit);
    Subject { mentions: vec![mention], tokens: start..tokens.end, ..found }
}

/// The tree's subject of `verb`, where the words before the verb tell none: "An officer in Tessel whom I trust told us".
pub(super) fn of_tree(scene: &Scene<'_, '_, '_>, verb: usize, limit: usize) -> Option<Subject> {
    let tokens = &scene.lexis.reading.tokens;
    let hangs = |by: &'static str| {
        scene.lexis.trees.children(verb).filter(move |&at| tokens[at].relation.as_str() == by && at < verb)
    };
    let noun = hangs("nsubj").find(|&at| at >= limit)?;
    // "Its maker, Holm & Sons, has always said": the name beside a noun that names nobody.
    let beside =
        scene.lexis.trees.children(noun).filter(|&at| tokens[at].relation.base() == "appos" && at < verb);
    let mut named = std::iter::once(noun).chain(beside).filter_map(|at| scene.cast.holding(at));
    let mention = named.find(|&mention| fits(scene, mention, limit))?;
    let own = scene.cast.mentions[mention].tokens.clone();
    let tokens = owned(scene, own.start, limit)..own.end;
    let modal = hangs("aux").any(|at| scene.is(at, Function::Modal));
    let negated = super::labels::negated(scene, verb);
    Some(Subject { mentions: vec![mention], tokens, negated, modal, from: verb, ..Subject::default() })
}

/// A token stands in a relative clause or a participle's words that hang on a noun.
fn inside_clause_of(scene: &Scene<'_, '_, '_>, noun: usize, token: usize) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let path = std::iter::once(token).chain(scene.lexis.trees.above(token)).take_while(|&at| at != noun);
    let reaches = scene.lexis.trees.reach(noun).contains(&token);
    reaches && path.into_iter().any(|at| tokens[at].relation.base() == "acl" && tokens[at].head == Some(noun))
}

/// How far behind a noun something said of it may begin, in tokens.
const ASIDE: usize = 12;

/// Words behind a comma that open something said of the noun before it.
fn opens_aside(scene: &Scene<'_, '_, '_>, at: usize) -> bool {
    matches!(
        scene.lower(at),
        "who" | "which" | "whose" | "speaking" | "quoted" | "cited" | "writing" | "talking"
    )
}

/// "A guard, quoted by the newspaper Fenwick, said": where the words about the relay begin, with the comma before them.
fn relaying(scene: &Scene<'_, '_, '_>, mention: usize, limit: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let start = scene.cast.mentions[mention].tokens.start;
    // "Fenwick, citing the agency, which quoted two engineers, wrote".
    let mut before = (limit..start).rev().take(LONGEST).take_while(|&at| scene.lower(at) != ",");
    let citing = before.find(|&at| matches!(scene.lower(at), "citing" | "quoting"));
    if let Some(citing) = citing.filter(|&at| at > limit && scene.lower(at - 1) == ",") {
        return Some(citing - 1);
    }
    let by = (limit..start)
        .rev()
        .take(LONGEST)
        .take_while(|&at| scene.lower(at) != ",")
        .find(|&at| scene.lower(at) == "by")?;
    // "The note, a copy of which was seen by Fenwick, demands".
    if matches!(scene.lower(by - 1), "seen" | "obtained") && by > limit + 6 {
        let copy = (limit..by).rev().take(8).find(|&at| matches!(scene.lower(at), "copy" | "copies"));
        if let Some(comma) = copy.and_then(|at| (limit..at).rev().take(3).find(|&at| scene.lower(at) == ","))
        {
            return Some(comma);
        }
    }
    // "Two guards interviewed by Radio Tessel said".
    let interviewed = by.checked_sub(1).filter(|&at| {
        at > limit
            && matches!(
                scene.lower(at),
                "interviewed"
                    | "polled"
                    | "surveyed"
                    | "seen"
                    | "obtained"
                    | "reviewed"
                    | "filed"
                    | "signed"
                    | "commissioned"
                    | "issued"
            )
    });
    if let Some(at) = interviewed.filter(|&at| scene.cast.ending_at(at - 1).is_some()) {
        return Some(at);
    }
    let quoted = by.checked_sub(1).filter(|&at| {
        matches!(scene.lower(at), "quoted" | "cited" | "reported" | "relayed" | "carried")
            && scene.cast.mentions[mention].outlet
    })?;
    let from = if quoted > limit && scene.lower(quoted - 1) == "as" { quoted - 1 } else { quoted };
    (from > limit && scene.lower(from - 1) == ",").then(|| from - 1)
}

fn fits(scene: &Scene<'_, '_, '_>, mention: usize, limit: usize) -> bool {
    let tokens = &scene.cast.mentions[mention].tokens;
    tokens.start >= limit
        && scene.quotation_at(tokens.end - 1).is_none()
        && scene.time_at(tokens.start).is_none()
}

/// Walks over one thing that may stand between subject and verb; `None` where something stands there that may not.
fn step(scene: &Scene<'_, '_, '_>, subject: &mut Subject, token: usize, limit: usize) -> Option<usize> {
    if let Some((time, _)) = scene.time_at(token) {
        return Some(before_preposition(scene, time.start));
    }
    match scene.lexis.function(token) {
        Some(Function::Adverb) => {}
        Some(Function::Negation) => subject.negated = true,
        Some(Function::Modal) => subject.modal = true,
        Some(Function::Auxiliary) => {
            subject.auxiliary = true;
            subject.passive |=
                matches!(scene.lower(token), "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am");
        }
        Some(Function::Relative) if matches!(scene.lower(token), "who" | "which") => {
            subject.relative = true;
            subject.who = scene.lower(token) == "who";
        }
        _ if scene.lower(token) == "," => return comma(scene, subject, token, limit),
        _ if is_dash(scene, token) => return dash(scene, token, limit),
        _ if matches!(scene.lower(token), ")" | "]") => return bracket(scene, token, limit),
        _ if scene.lower(token) == "'s" && scene.cast.ending_at(token.wrapping_sub(1)).is_none() => {}
        _ => return None,
    }
    Some(token)
}

/// "the chancellor's spokesman, Steffen Holt, said": the name that a comma on either side sets apart from the noun before it.
fn name_between_commas(scene: &Scene<'_, '_, '_>, token: usize, limit: usize) -> Option<usize> {
    let name = scene.cast.ending_at(token.checked_sub(1).filter(|_| scene.lower(token) == ",")?)?;
    let tokens = &scene.cast.mentions[name].tokens;
    let comma = tokens.start.checked_sub(1).filter(|&at| at > limit && scene.lower(at) == ",")?;
    let noun = scene.cast.ending_at(comma - 1).filter(|&noun| describes(scene, noun, limit))?;
    // "the representative of the ministry, Mara Holt": she is the representative.
    let (own, named) = (&scene.cast.mentions[climb(scene, noun, limit)], &scene.cast.mentions[name]);
    // "The operator, Reeve & Sons, denied": a body's name for a body.
    let body = own.kind == Some(ActorType::Organization);
    let fits = match named.kind {
        Some(ActorType::Organization) if body => !named.outlet && named.country.is_none(),
        Some(ActorType::Place) => false,
        _ => !body,
    };
    (named.form == Form::Name && fits && own.tokens.start >= limit).then_some(name)
}

/// A noun for one person, or a place that ends such a phrase ("the chief surveyor of Tessel").
fn describes(scene: &Scene<'_, '_, '_>, noun: usize, limit: usize) -> bool {
    let head = climb(scene, noun, limit);
    let mention = &scene.cast.mentions[head];
    let one = matches!(mention.kind, Some(ActorType::Person | ActorType::Organization)) && !mention.outlet;
    mention.form == Form::Nominal && one
}

fn named_after_noun(scene: &Scene<'_, '_, '_>, mut subject: Subject, name: usize, limit: usize) -> Subject {
    let tokens = scene.cast.mentions[name].tokens.clone();
    let noun = scene.cast.ending_at(tokens.start - 2).map(|noun| climb(scene, noun, limit));
    let start = noun.map_or(tokens.start, |noun| scene.cast.mentions[noun].tokens.start);
    subject.mentions = vec![name];
    subject.tokens = owned(scene, start, limit)..tokens.end;
    subject
}

/// "on", "since", "late" before an expression of time.
fn before_preposition(scene: &Scene<'_, '_, '_>, at: usize) -> usize {
    let before = |at: usize| {
        at.checked_sub(1).is_some_and(|before| {
            matches!(
                scene.lower(before),
                "on" | "in"
                    | "at"
                    | "since"
                    | "during"
                    | "by"
                    | "late"
                    | "early"
                    | "earlier"
                    | "later"
                    | "of"
            )
        })
    };
    let mut at = at;
    while before(at) {
        at -= 1;
    }
    at
}

/// A comma closes an apposition or a parenthesis ("Holt, the spokesman, said"; "he did not, however, say"), or stands before *who*.
fn comma(scene: &Scene<'_, '_, '_>, subject: &mut Subject, token: usize, limit: usize) -> Option<usize> {
    if subject.relative {
        return Some(token);
    }
    const LONGEST: usize = 25;
    let opens = (limit..token).rev().take(LONGEST).find(|&at| scene.lower(at) == ",")?;
    let inner = opens + 1..token;
    let adverb = inner.len() <= 2 && inner.clone().all(|at| scene.is(at, Function::Adverb));
    let speaks = inner
        .clone()
        .any(|at| scene.cue(at).is_some_and(|cue| cue.says()) && scene.is(at + 1, Function::Subordinator));
    let described = opens.checked_sub(1).and_then(|before| scene.cast.ending_at(before)).is_some();
    (adverb || (described && !speaks)).then(|| {
        subject.from = subject.from.min(opens + 1);
        opens
    })
}

fn is_dash(scene: &Scene<'_, '_, '_>, token: usize) -> bool {
    matches!(scene.lower(token), "—" | "–" | "--" | "-") && scene.lexis.reading.tokens[token].space_after
}

/// "Kall -- a student of debates -- said": a pair of dashes with a mention before the first.
fn dash(scene: &Scene<'_, '_, '_>, token: usize, limit: usize) -> Option<usize> {
    const LONGEST: usize = 25;
    let opens = (limit..token).rev().take(LONGEST).find(|&at| is_dash(scene, at))?;
    opens.checked_sub(1).and_then(|before| scene.cast.ending_at(before)).map(|_| opens)
}

fn bracket(scene: &Scene<'_, '_, '_>, token: usize, limit: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    (limit..token).rev().take(LONGEST).find(|&at| matches!(scene.lower(at), "(" | "["))
}

/// Completes a subject from its last mention: what it is part of, and who speaks with it.
fn finish(scene: &Scene<'_, '_, '_>, mut subject: Subject, mention: usize, limit: usize) -> Subject {
    let head = climb(scene, mention, limit);
    let head = if subject.who { person_before(scene, head, limit).unwrap_or(head) } else { head };
    let end = scene.cast.mentions[mention].tokens.end;
    let mut start = scene.cast.mentions[head].tokens.start;
    subject.mentions = vec![head];
    if !subject.relative {
        start = coordination(scene, &mut subject.mentions, start, limit);
        let alone = subject.mentions.len() == 1;
        if let Some(named) = alone.then(|| apposed(scene, head, limit)).flatten() {
            subject.mentions = vec![named];
            start = scene.cast.mentions[named].tokens.start;
        }
    }
    subject.tokens = owned(scene, start, limit)..end;
    subject.negated |= matches!(scene.lower(subject.tokens.start), "neither" | "no" | "nobody");
    subject
}

/// "Mara Holt, leader of the largest union in Tessel, who": no body and no place is *who*, so the nearest person before it is meant.
pub(super) fn person_before(scene: &Scene<'_, '_, '_>, mention: usize, limit: usize) -> Option<usize> {
    const FAR: usize = 16;
    let people =
        |at: usize| matches!(scene.cast.mentions[at].kind, Some(ActorType::Person | ActorType::Group));
    let own = scene.cast.mentions[mention].tokens.start;
    let noun = scene.cast.mentions[mention].form == Form::Name
        || scene.lexis.role(scene.cast.mentions[mention].tokens.end - 1).is_some();
    let before =
        || scene.cast.inside(limit.max(own.saturating_sub(FAR))..own).filter(|&at| people(at)).last();
    if people(mention) || !noun { None } else { before() }
}

/// "a spokesman for the ministry": the mention before the preposition speaks.
fn climb(scene: &Scene<'_, '_, '_>, mention: usize, limit: usize) -> usize {
    let mut head = mention;
    for _ in 0..3 {
        let start = owned(scene, scene.cast.mentions[head].tokens.start, limit);
        let Some(preposition) = start.checked_sub(1).filter(|&at| at > limit) else { break };
        if !matches!(scene.lower(preposition), "of" | "for" | "at" | "from" | "in" | "with" | "to" | "on") {
            break;
        }
        // "a person close to the singer".
        let close = matches!(
            scene.lower(preposition - 1),
            "close" | "familiar" | "loyal" | "near" | "linked" | "opposed" | "briefed"
        );
        let outer = scene
            .cast
            .ending_at(preposition - 1 - usize::from(close && preposition > limit + 1))
            .filter(|&outer| {
                let outer = &scene.cast.mentions[outer];
                let located = match outer.kind {
                    Some(ActorType::Person) => {
                        matches!(scene.lower(preposition), "of" | "from" | "with" | "in" | "at")
                    }
                    Some(ActorType::Organization) => {
                        let place = scene.cast.mentions[mention].kind == Some(ActorType::Place);
                        matches!(scene.lower(preposition), "in" | "at")
                            || place && scene.lower(preposition) == "of"
                    }
                    _ => false,
                };
                outer.tokens.start >= limit
                    && (outer.form == Form::Nominal || outer.form == Form::Name && located)
            });
        let Some(outer) = outer else { break };
        head = outer;
    }
    head
}

/// "the foreign minister, Ali Rezai, said" has been found by its name; "Ali Rezai, the foreign minister, said" by its noun: the name wins.
fn apposed(scene: &Scene<'_, '_, '_>, head: usize, limit: usize) -> Option<usize> {
    let mention = &scene.cast.mentions[head];
    if mention.form != Form::Nominal {
        return None;
    }
    let comma = mention.tokens.start.checked_sub(1).filter(|&at| at > limit && scene.lower(at) == ",")?;
    let name = scene.cast.ending_at(comma - 1)?;
    let is_name =
        scene.cast.mentions[name].form == Form::Name && scene.cast.mentions[name].tokens.start >= limit;
    // "In Tessel, the ministry said", "According to Mara Holt, the chairman said": who stands behind a preposition is somebody else.
    let start = owned(scene, scene.cast.mentions[name].tokens.start, limit);
    let another =
        start > limit && (scene.is(start - 1, Function::Preposition) || scene.lower(start - 1) == "to");
    // "In a message relayed by Fenwick, its chief said": no person is an outlet.
    let same_sort = !(mention.kind == Some(ActorType::Person) && scene.cast.mentions[name].outlet);
    (is_name && same_sort && !another).then_some(name)
}

/// "Russia, Turkey and Iran": adds the mentions before, if an *and* joins them, and tells where the first begins. A member behind a
/// preposition belongs to another phrase: "officials from Russia and Iran" are the officials, "in Tehran, Russia and Iran" leaves Tehran out.
fn coordination(scene: &Scene<'_, '_, '_>, mentions: &mut Vec<usize>, start: usize, limit: usize) -> usize {
    let mut start = start;
    let mut joined = false;
    while let Some((other, comma)) = member_before(scene, owned(scene, start, limit), limit) {
        // "the ministers of Tessel and Brask, Mara Holt and Jon Varga": a list has one *and*.
        let other_start = owned(scene, scene.cast.mentions[other].tokens.start, limit);
        let second = comma && joined && other_start > limit && scene.lower(other_start - 1) == "and";
        if comma && !joined || second {
            break;
        }
        let first = owned(scene, scene.cast.mentions[other].tokens.start, limit);
        if first > limit && scene.is(first - 1, Function::Preposition) {
            let head = climb(scene, other, limit);
            if head != other {
                *mentions = vec![head];
                start = scene.cast.mentions[head].tokens.start;
            } else if matches!(
                scene.lower(first - 1),
                "from" | "of" | "including" | "by" | "between" | "like"
            ) {
                mentions.insert(0, other);
                start = first;
            }
            break;
        }
        joined = true;
        start = scene.cast.mentions[other].tokens.start;
        mentions.insert(0, other);
    }
    let first = owned(scene, start, limit);
    let both = first.checked_sub(1).filter(|&at| at >= limit && scene.lower(at) == "both");
    both.unwrap_or(start)
}

/// The mention before a comma or *and* before `start`, and whether it was a comma alone.
fn member_before(scene: &Scene<'_, '_, '_>, start: usize, limit: usize) -> Option<(usize, bool)> {
    let mark = start.checked_sub(1).filter(|&at| at > limit)?;
    let and = matches!(scene.lower(mark), "and" | "&");
    if !and && scene.lower(mark) != "," {
        return None;
    }
    let last = if and && scene.lower(mark - 1) == "," { mark.checked_sub(2)? } else { mark - 1 };
    let other = scene.cast.ending_at(last).filter(|&other| fits(scene, other, limit))?;
    Some((other, !and))
}

/// Where the words of a mention begin with what belongs to it: an article, a country in the genitive ("Estonia's Tomas Reik").
fn owned(scene: &Scene<'_, '_, '_>, start: usize, limit: usize) -> usize {
    let start = if start > limit && scene.lower(start - 1) == "the" { start - 1 } else { start };
    possessor(scene, start, limit)
}

/// "Estonia's Tomas Reik": the country before the name belongs to its words.
fn possessor(scene: &Scene<'_, '_, '_>, start: usize, limit: usize) -> usize {
    let mark = start.checked_sub(1).filter(|&at| at > limit && matches!(scene.lower(at), "'s" | "'"));
    let owner = mark.and_then(|mark| scene.cast.ending_at(mark - 1));
    owner.map(|owner| scene.cast.mentions[owner].tokens.start).filter(|&at| at >= limit).unwrap_or(start)
}

/// The subject right after `verb`: "said the minister".
pub(super) fn after(scene: &Scene<'_, '_, '_>, verb: usize, end: usize) -> Option<Subject> {
    let article = usize::from(scene.lower(verb + 1) == "the" && scene.cast.starting_at(verb + 1).is_none());
    let first = scene.cast.starting_at(verb + 1 + article)?;
    // "writes the Vienna paper Der Tagbote": the paper.
    let place = scene.cast.mentions[first].kind == Some(ActorType::Place);
    let paper = || super::voices::first_named(scene, verb + 1..end.min(verb + 9));
    let paper = place.then(paper).flatten().filter(|&one| scene.cast.mentions[one].outlet);
    let first = paper.unwrap_or(first);
    let mut mentions = vec![first];
    let mut last = scene.cast.mentions[first].tokens.end;
    while last + 1 < end && matches!(scene.lower(last), "and" | ",") {
        let Some(next) = scene.cast.starting_at(last + 1) else { break };
        let name = scene.cast.mentions[next].form == Form::Name;
        if scene.lower(last) == "," && !name {
            break;
        }
        mentions.push(next);
        last = scene.cast.mentions[next].tokens.end;
    }
    let inside = last <= end;
    inside.then(|| Subject { mentions, tokens: verb + 1..last, from: verb, ..Subject::default() })
}

/// The agent of a passive: "was called useless by Sand". Gives the token *by* as well.
pub(super) fn agent(scene: &Scene<'_, '_, '_>, verb: usize, end: usize) -> Option<(usize, Subject)> {
    const LONGEST: usize = 14;
    let by = (verb + 1..end.min(verb + LONGEST))
        .find(|&at| scene.lower(at) == "by" && scene.quotation_at(at).is_none())?;
    after(scene, by, end).map(|subject| (by, subject))
}

/// A noun phrase that no table knows, right before a verb of saying: "the bloc said".
pub(super) fn unknown_noun(scene: &Scene<'_, '_, '_>, verb: usize, limit: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 5;
    let noun = verb.checked_sub(1).filter(|&at| at >= limit && scene.lexis.function(at).is_none())?;
    let verb_form = scene.lexis.reading.tokens[noun].upos == Upos::Verb
        || scene.lexis.words[noun].cue.is_some_and(|cue| cue.doubting());
    if scene.lexis.shape(noun) == Shape::Mark
        || verb_form
        || scene.time_at(noun).is_some()
        || scene.quotation_at(noun).is_some()
    {
        return None;
    }
    let first = limit.max(noun.saturating_sub(LONGEST));
    let plain = |at: usize| scene.lexis.function(at).is_none() && scene.lexis.shape(at) != Shape::Mark;
    let determines =
        |at: usize| scene.is(at, Function::Determiner) || matches!(scene.lower(at), "one" | "two" | "three");
    if let Some(comma) = headline_noun(scene, noun, limit) {
        return Some(comma + 1..verb);
    }
    let determiner =
        (first..noun).rev().take_while(|&at| plain(at) || determines(at)).find(|&at| determines(at))?;
    Some(determiner..verb)
}

/// "Strike called off, airport says": in a headline a bare noun or two between a comma and the verb that ends it.
fn headline_noun(scene: &Scene<'_, '_, '_>, noun: usize, limit: usize) -> Option<usize> {
    const LONGEST: usize = 3;
    let ends = scene.clause(scene.lexis.reading.tokens[noun].sentence).end == noun + 2;
    let plain = |at: usize| scene.lexis.function(at).is_none() && scene.lexis.shape(at) != Shape::Mark;
    let start = (limit..noun + 1).rev().take_while(|&at| plain(at)).last()?;
    let comma = start.checked_sub(1).filter(|&at| at > limit && scene.lower(at) == ",")?;
    (ends && noun + 1 - start <= LONGEST && scene.in_title(noun)).then_some(comma)
}
