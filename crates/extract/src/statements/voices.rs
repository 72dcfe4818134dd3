//! Whose voice it is: the mentions that the words of a source name, by the tree.

use std::ops::Range;

use sayso_lang::Upos;
use sayso_record::{ActorType, Form};

use super::draft::{Draft, Speaker};
use super::labels::{content, head_of};
use super::scene::Scene;
use super::subject::Subject;
use crate::words::{Sense, is_platform};

/// The subject of an active cue or the agent of a passive one, where the labels give no source.
pub(super) fn by_tree(scene: &Scene<'_, '_, '_>, anchor: usize, content: &[Range<usize>]) -> Speaker {
    let tokens = &scene.lexis.reading.tokens;
    let relation = |at: usize| tokens[at].relation.as_str();
    let mut verb = anchor;
    for _ in 0..3 {
        let said = |at: usize| content.iter().any(|run| run.contains(&at));
        let source = |&at: &usize| matches!(relation(at), "nsubj" | "obl:agent") && !said(at);
        if let Some(source) = scene.lexis.trees.children(verb).find(source) {
            let told = speaker(scene, &[phrase(scene, source)]);
            // "The insurer, Helvia, wants": a name beside a noun that names nobody.
            return if matches!(told, Speaker::Unknown(_)) {
                beside(scene, source).unwrap_or(told)
            } else {
                told
            };
        }
        let shares = match tokens[verb].relation.base() {
            "xcomp" | "conj" => true,
            // "…, saying": but "…, as cited by" and "asked whether" have a subject of their own.
            "advcl" => scene.lower(verb).ends_with("ing"),
            _ => false,
        };
        match tokens[verb].head.filter(|_| shares) {
            Some(head) => verb = head,
            None => break,
        }
    }
    Speaker::Nobody
}

fn beside(scene: &Scene<'_, '_, '_>, noun: usize) -> Option<Speaker> {
    let tokens = &scene.lexis.reading.tokens;
    let apposed =
        scene.lexis.trees.children(noun).find(|&at| at > noun && tokens[at].relation.base() == "appos")?;
    let name = scene.cast.holding(apposed).filter(|&name| scene.cast.mentions[name].form == Form::Name)?;
    let end = scene.cast.mentions[name].tokens.end;
    let start = phrase(scene, noun).start;
    Some(Speaker::At(Subject { mentions: vec![name], tokens: start..end, ..Subject::default() }))
}

/// "two aid workers, quoted by the paper Fenwick, spoke of": the tree's subject, where the labels take the outlet that quotes them.
pub(super) fn told_by_tree(scene: &Scene<'_, '_, '_>, anchor: usize, label: &Draft) -> Option<Speaker> {
    let &[one] = label.speakers() else { return None };
    let speaker = by_tree(scene, anchor, &label.content);
    let people = |&mention: &usize| !is_body(scene, mention) && mention < one;
    let told = scene.cast.mentions[one].outlet && speaker_of(&speaker).first().is_some_and(people);
    told.then_some(speaker)
}

/// Whom a noun phrase names that begins somewhere in some words: not the one that it belongs to ("Tessel's main agency Fenwick"), and the name
/// rather than the noun right before it ("the commander Jon Varga").
pub(super) fn first_named(scene: &Scene<'_, '_, '_>, tokens: Range<usize>) -> Option<usize> {
    let owner =
        |&at: &usize| matches!(scene.lower(scene.cast.mentions[at].tokens.end), "'s" | "'" | "’s" | "’");
    // "the Swiss weekly Fenwick" is no Swiss.
    let adjective = |&at: &usize| {
        let own = &scene.cast.mentions[at];
        let demonym = own.country.is_some_and(|country| country.sense == Sense::Demonym);
        let word = scene.lexis.reading.tokens.get(own.tokens.end);
        demonym
            && own.form == Form::Name
            && word.is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Adj | Upos::Propn))
    };
    // "the Berlin news site Klartext" is no Berlin.
    let located = |&at: &usize| {
        let own = &scene.cast.mentions[at];
        let word = scene.lexis.reading.tokens.get(own.tokens.end);
        let noun = word.is_some_and(|next| next.upos == Upos::Noun)
            && scene.lexis.shape(own.tokens.end) == crate::lexis::Shape::Lower;
        let near = own.tokens.end + 1..own.tokens.end + 5;
        let outlet = scene.cast.inside(near).any(|next| scene.cast.mentions[next].outlet);
        own.kind == Some(ActorType::Place) && noun && outlet
    };
    // "the Facebook page Open Eyes": who posts, and not where.
    let posted = |&at: &usize| is_platform(&scene.cast.mentions[at].name);
    let mut named =
        scene.cast.inside(tokens.clone()).filter(|at| !adjective(at) && !located(at) && !posted(at));
    let first = named.next().or_else(|| scene.cast.inside(tokens).next())?;
    let head =
        std::iter::once(first).chain(named).find(|at| !owner(at)).filter(|_| owner(&first)).unwrap_or(first);
    Some(last_of_apposition(scene, head))
}

/// "the island's only agency Northern Wire Agency": the last name of a run of adjoining mentions.
pub(super) fn last_of_apposition(scene: &Scene<'_, '_, '_>, mention: usize) -> usize {
    let mut last = mention;
    while let Some(next) = scene.cast.starting_at(scene.cast.mentions[last].tokens.end) {
        last = next;
    }
    last
}

fn speaker_of(speaker: &Speaker) -> &[usize] {
    match speaker {
        Speaker::At(subject) => &subject.mentions,
        _ => &[],
    }
}

/// The words of a noun phrase up to the first mark or relative clause behind its noun, without the preposition before it.
fn phrase(scene: &Scene<'_, '_, '_>, noun: usize) -> Range<usize> {
    let tokens = &scene.lexis.reading.tokens;
    let reach = scene.lexis.trees.reach(noun);
    let start = reach.clone().find(|&at| at == noun || tokens[at].relation.base() != "case").unwrap_or(noun);
    let stop = |&at: &usize| tokens[at].upos == Upos::Punct || tokens[at].relation.base() == "acl";
    noun.min(start)..(noun + 1..reach.end).find(stop).unwrap_or(reach.end)
}

/// The mentions that a source's words name: the one at their head, those joined to it by *and*, a name in apposition rather than its noun.
pub(super) fn speaker(scene: &Scene<'_, '_, '_>, runs: &[Range<usize>]) -> Speaker {
    let runs = &without_time(scene, runs)[..];
    let within = |token: usize| runs.iter().any(|run| run.contains(&token));
    let tokens = &scene.lexis.reading.tokens;
    let Some(head) = head_of(scene, runs) else { return Speaker::Nobody };
    let span = run_of(scene, runs, head);
    if matches!(scene.lower(head), "i" | "we" | "my" | "our") && scene.quotation_at(head).is_some() {
        return Speaker::Quoted(span);
    }
    let mut mentions: Vec<usize> = Vec::new();
    for at in runs.iter().flat_map(Clone::clone) {
        let joined = at == head || tokens[at].relation.base() == "conj" && tokens[at].head == Some(head);
        let found = if joined { named(scene, at, &within) } else { None };
        mentions.extend(found.filter(|mention| !mentions.contains(mention)));
    }
    if mentions.is_empty() && scene.lower(head) == "who" {
        mentions.extend(before_who(scene, head));
    }
    match mentions.is_empty() {
        true if scene.lower(head) == "who" => told_of(scene, head),
        true => Speaker::Unknown(without_aside(scene, head, span)),
        false => Speaker::At(Subject { mentions, tokens: span, ..Subject::default() }),
    }
}

/// "people who believe that …": the noun that the tree says *who* is told of.
fn told_of(scene: &Scene<'_, '_, '_>, who: usize) -> Speaker {
    let tokens = &scene.lexis.reading.tokens;
    let clause = tokens[who].head.filter(|&verb| tokens[verb].relation.base() == "acl");
    match clause.and_then(|verb| tokens[verb].head).filter(|&noun| noun < who) {
        Some(noun) => Speaker::Unknown(phrase(scene, noun)),
        None => Speaker::Nobody,
    }
}

/// "Last weekend the Sunday Lantern": without the time at which it was said.
fn without_time(scene: &Scene<'_, '_, '_>, runs: &[Range<usize>]) -> Vec<Range<usize>> {
    let behind = |run: &Range<usize>| match scene.time_at(run.start) {
        Some((time, _)) if time.end < run.end => time.end..run.end,
        // "16:48 Opposition leader".
        _ if run.len() > 1
            && scene.lexis.shape(run.start) == crate::lexis::Shape::Number
            && scene.lexis.slice(run.start).contains(':') =>
        {
            run.start + 1..run.end
        }
        _ => run.clone(),
    };
    runs.iter().map(behind).collect()
}

/// "cited two recruiters, who said": whoever stands before *who*, where the tree is lost.
fn before_who(scene: &Scene<'_, '_, '_>, who: usize) -> Option<usize> {
    let last = who.checked_sub(1)?;
    let last = if scene.lower(last) == "," { last.checked_sub(1)? } else { last };
    let mention = scene.cast.ending_at(last)?;
    let limit = scene.lexis.sentence_of(who).tokens.start;
    Some(super::subject::person_before(scene, mention, limit).unwrap_or(mention))
}

/// "The note, published at the weekend by Fenwick": the noun phrase alone.
fn without_aside(scene: &Scene<'_, '_, '_>, head: usize, span: Range<usize>) -> Range<usize> {
    let said_of = |&at: &usize| {
        let participle = scene.lexis.reading.tokens.get(at + 1).is_some_and(|next| next.upos == Upos::Verb);
        scene.lower(at) == "," && (participle || matches!(scene.lower(at + 1), "which" | "who" | "whose"))
    };
    span.start..(head..span.end).find(said_of).unwrap_or(span.end)
}

/// The run that holds a token, with those that only marks divide from it.
pub(super) fn run_of(scene: &Scene<'_, '_, '_>, runs: &[Range<usize>], token: usize) -> Range<usize> {
    let joined = content(scene, runs);
    joined.into_iter().find(|run| run.contains(&token)).unwrap_or(token..token + 1)
}

/// How far behind its noun a name in apposition is looked for, in tokens.
const LONGEST: usize = 40;

/// The mention that a noun of the source heads, or the name in apposition to it.
fn named(scene: &Scene<'_, '_, '_>, noun: usize, within: &dyn Fn(usize) -> bool) -> Option<usize> {
    let tokens = &scene.lexis.reading.tokens;
    let own = scene.cast.holding(noun);
    let is_name = |mention: &usize| {
        let mention = &scene.cast.mentions[*mention];
        mention.form == Form::Name && mention.kind != Some(ActorType::Place)
    };
    if own.as_ref().is_some_and(is_name) {
        return own;
    }
    if matches!(scene.lower(noun), "who" | "which" | "that") {
        let clause = tokens[noun].head.filter(|&verb| tokens[verb].relation.base() == "acl")?;
        let found = tokens[clause].head.and_then(|noun| named(scene, noun, &|_| true))?;
        let limit = scene.lexis.sentence_of(noun).tokens.start;
        let person =
            super::subject::person_before(scene, found, limit).filter(|_| scene.lower(noun) == "who");
        return Some(person.unwrap_or(found));
    }
    let sentence = scene.lexis.sentence_of(noun).tokens.clone();
    let apposed = (noun + 1..sentence.end.min(noun + LONGEST))
        .find(|&at| within(at) && tokens[at].relation.base() == "appos" && tokens[at].head == Some(noun));
    // "the two ministers, Mara Holt and Jon Varga": both are named once the words of the source are known.
    let several = own.is_some_and(|own| scene.cast.mentions[own].plural);
    apposed
        .filter(|_| !several)
        .and_then(|at| scene.cast.holding(at))
        .filter(|mention| is_name(mention))
        // "two aid workers, quoted by a newspaper, Fenwick": an outlet is no name for people.
        .filter(|&mention| !scene.cast.mentions[mention].outlet || own.is_none_or(|own| is_body(scene, own)))
        .or(own)
}

pub(super) fn is_body(scene: &Scene<'_, '_, '_>, mention: usize) -> bool {
    !matches!(scene.cast.mentions[mention].kind, Some(ActorType::Person | ActorType::Group))
}
