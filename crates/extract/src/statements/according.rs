//! "According to": a cue of its own, or a relay where the sentence already has a speaker.

use std::ops::Range;

use sayso_record::{ActorType, Form, Stance};

use super::content::{trim, words};
use super::draft::{Draft, Speaker};
use super::scene::Scene;
use super::subject::Subject;
use super::voices::first_named;
use crate::lexis::Shape;
use crate::words::Function;

/// "according to" in a sentence, or what says the same.
#[derive(Debug, Clone)]
pub(super) struct According {
    /// Its words without those that name anybody.
    pub(super) cue: Range<usize>,
    /// The mentions it names, the nearest to the fact first: "according to Fenwick, quoting the ministry" gives the ministry, then Fenwick.
    pub(super) chain: Vec<usize>,
    /// All its words.
    pub(super) phrase: Range<usize>,
    /// The part of the sentence between semicolons that it belongs to.
    pub(super) part: Range<usize>,
}

/// How many words "according to", "per", "in the words of", "in his view", "as Holt puts it" have that begin here.
pub(super) fn according(scene: &Scene<'_, '_, '_>, at: usize) -> Option<usize> {
    if scene.quotation_at(at).is_some() {
        return None;
    }
    let word = |nth: usize| scene.lower(at + nth);
    match word(0) {
        "according" if word(1) == "to" => Some(2),
        "per" if opens_phrase(scene, at) && !is_given(scene, at) && names_somebody(scene, at + 1) => Some(1),
        "in" if word(1) == "the" && is_view(word(2)) && word(3) == "of" => Some(4),
        "in" | "as" => {
            let (end, _) = owned_view(scene, at)?;
            let apart = opens_phrase(scene, at) || scene.lower(end) == "," || scene.is_quotation_start(end);
            apart.then_some(end - at)
        }
        _ => None,
    }
}

/// "Her uncle, Per Lind", "Per Lind said": a capital inside a sentence, or a verb of saying behind, makes it a name.
fn is_given(scene: &Scene<'_, '_, '_>, at: usize) -> bool {
    let named = scene.cast.starting_at(at).is_some();
    named || scene.lexis.shape(at) == Shape::Capital && !scene.lexis.opens_sentence(at)
}

/// Nouns of what somebody thinks or how it is told.
fn is_view(word: &str) -> bool {
    matches!(
        word,
        "words"
            | "view"
            | "views"
            | "opinion"
            | "eyes"
            | "judgment"
            | "judgement"
            | "assessment"
            | "estimation"
            | "telling"
    )
}

/// "in his view", "in Holt's words", "as Holt puts it": where the phrase ends, and the mention that it names.
pub(super) fn owned_view(scene: &Scene<'_, '_, '_>, at: usize) -> Option<(usize, usize)> {
    let article = usize::from(scene.is(at + 1, Function::Determiner));
    let possessive =
        || scene.cast.inside_any(at + 1..at + 2).find(|&own| scene.cast.mentions[own].possessive);
    let owner = scene.cast.starting_at(at + 1).or_else(|| scene.cast.starting_at(at + 1 + article));
    let owner = owner.or_else(possessive)?;
    let mention = &scene.cast.mentions[owner];
    let end = mention.tokens.end;
    let puts = matches!(scene.lower(end), "put" | "puts") && scene.lower(end + 1) == "it";
    match scene.lower(at) {
        "as" => puts.then_some((end + 2, owner)),
        _ => {
            let end = if mention.possessive { end } else { end + 1 };
            let own = mention.possessive || matches!(scene.lower(end - 1), "'s" | "'");
            let adjective = usize::from(matches!(scene.lower(end), "own" | "considered"));
            (own && is_view(scene.lower(end + adjective))).then_some((end + adjective + 1, owner))
        }
    }
}

/// A noun phrase with a mention in it stands here: "per the mayor", "per a note by the bank".
fn names_somebody(scene: &Scene<'_, '_, '_>, at: usize) -> bool {
    const LONGEST: usize = 8;
    let named = |at: usize| scene.cast.starting_at(at).is_some();
    let phrase = scene.is(at, Function::Determiner)
        && (at..at + LONGEST).take_while(|&next| scene.lower(next) != ",").any(named);
    named(at) || named(at + 1) || phrase
}

/// At the head of its sentence or after a comma.
fn opens_phrase(scene: &Scene<'_, '_, '_>, at: usize) -> bool {
    scene.lexis.opens_sentence(at) || scene.lower(at - 1) == ","
}

/// The first of each part of a sentence that semicolons divide.
pub(super) fn find(scene: &Scene<'_, '_, '_>, clause: &Range<usize>) -> Vec<According> {
    let divides = |&at: &usize| scene.lower(at) == ";" && scene.quotation_at(at).is_none();
    let ends = clause.clone().filter(divides).chain([clause.end]);
    let mut start = clause.start;
    let parts = ends.map(|end| std::mem::replace(&mut start, end + 1)..end);
    parts.filter_map(|part| of_part(scene, &part)).collect()
}

fn of_part(scene: &Scene<'_, '_, '_>, clause: &Range<usize>) -> Option<According> {
    let part = clause.clone();
    let (at, words) = clause.clone().find_map(|at| according(scene, at).map(|words| (at, words)))?;
    let from = at + words;
    if let Some((end, owner)) = owned_view(scene, at) {
        return Some(According { cue: at..end, chain: vec![owner], phrase: at..end, part });
    }
    let end = phrase_end(scene, at, clause.end);
    let mut chain: Vec<usize> = named(scene, from, end).into_iter().collect();
    if let Some(name) = chain.first().and_then(|&noun| set_beside(scene, noun, end)) {
        let end = scene.cast.mentions[name].tokens.end;
        return Some(According { cue: at..from, chain: vec![name], phrase: at..end, part });
    }
    // "according to a memo seen by Fenwick": Fenwick passes on what the memo says.
    let seen = (from..end).find(|&at| {
        scene.lower(at) == "by" && matches!(scene.lower(at - 1), "seen" | "obtained" | "reviewed" | "read")
    });
    let outlet =
        seen.and_then(|by| scene.cast.inside(by + 1..end).find(|&one| scene.cast.mentions[one].outlet));
    chain.extend(outlet.filter(|outlet| !chain.contains(outlet)));
    if let Some(origin) = quoted_origin(scene, at, clause.end) {
        chain.insert(0, origin);
        let end = scene.cast.mentions[origin].tokens.end;
        return Some(According {
            cue: at..from,
            chain,
            phrase: at..skip_brackets(scene, end, clause.end),
            part,
        });
    }
    (end > from).then_some(According { cue: at..from, chain, phrase: at..end, part })
}

/// The verb that the phrase hangs on.
pub(super) fn governor(scene: &Scene<'_, '_, '_>, according: &According) -> Option<usize> {
    let tokens = &scene.lexis.reading.tokens;
    let outside = |at: usize| tokens[at].head.filter(|head| !according.phrase.contains(head));
    (according.cue.end..according.phrase.end)
        .filter(|&at| tokens[at].relation.base() == "obl")
        .find_map(outside)
}

/// "according to the mediator, Mara Holt": the name behind the comma.
fn set_beside(scene: &Scene<'_, '_, '_>, noun: usize, comma: usize) -> Option<usize> {
    let noun = &scene.cast.mentions[noun];
    let name = scene.cast.starting_at(comma + 1).filter(|_| scene.lower(comma) == ",")?;
    let person = scene.cast.mentions[name].form == Form::Name
        && scene.cast.mentions[name].kind == Some(ActorType::Person);
    let describes = noun.form == Form::Nominal && noun.kind != Some(ActorType::Organization);
    (person && describes && matches!(scene.lower(scene.cast.mentions[name].tokens.end), "," | "." | "" | ":"))
        .then_some(name)
}

/// "according to Fenwick, quoting the ministry": the ministry.
fn quoted_origin(scene: &Scene<'_, '_, '_>, at: usize, end: usize) -> Option<usize> {
    let quotes = |&token: &usize| {
        let which = scene.lower(token - 1) == "which"
            && matches!(scene.lower(token), "quoted" | "cited" | "quotes" | "cites");
        which || matches!(scene.lower(token), "quoting" | "citing")
    };
    let quoting = (at + 2..end.min(at + 16)).find(quotes)?;
    first_named(scene, quoting + 1..end.min(quoting + 16))
}

/// The phrase ends at the next comma that no apposition or list needs, or with the sentence.
fn phrase_end(scene: &Scene<'_, '_, '_>, at: usize, end: usize) -> usize {
    let comma = |&token: &usize| scene.lower(token) == "," && scene.quotation_at(token).is_none();
    let Some(first) = (at + 1..end).find(comma) else { return end };
    let next = || (first + 1..end).find(comma);
    // "according to two aides, who spoke to the paper, …"
    let aside = matches!(
        scene.lower(first + 1),
        "who" | "whose" | "which" | "quoted" | "cited" | "speaking" | "interviewed"
    );
    let beside = scene.lower(at) == "per" && describes(scene, first);
    if aside || beside {
        return next().unwrap_or(first);
    }
    // "…, according to Mara Holt, the barrister in the case.": who she is ends the sentence.
    let closes = describes(scene, first) && next().is_none() && !scene.lexis.opens_sentence(at);
    if closes { end } else { first }
}

/// "per Lind, an analyst at the bank, the market …": behind the comma stands a noun phrase that the tree sets beside the name.
fn describes(scene: &Scene<'_, '_, '_>, comma: usize) -> bool {
    const LONGEST: usize = 4;
    let tokens = &scene.lexis.reading.tokens;
    let beside =
        |at: usize| tokens[at].relation.base() == "appos" && tokens[at].head.is_some_and(|head| head < comma);
    scene.is(comma + 1, Function::Determiner)
        && (comma + 1..tokens.len().min(comma + 1 + LONGEST)).any(beside)
}

fn skip_brackets(scene: &Scene<'_, '_, '_>, at: usize, end: usize) -> usize {
    const LONGEST: usize = 6;
    let close = (scene.lower(at) == "(")
        .then(|| (at..end.min(at + LONGEST)).find(|&token| scene.lower(token) == ")"))
        .flatten();
    close.map_or(at, |close| close + 1)
}

/// Who is named: the mention at the head of the phrase, unless that is a thing ("numbers", "a statement") that *by*, *from* or *of* gives an
/// author.
fn named(scene: &Scene<'_, '_, '_>, from: usize, end: usize) -> Option<usize> {
    let first = scene.cast.inside(from..end).next()?;
    let mention = &scene.cast.mentions[first];
    let person_or_name = mention.form == Form::Name
        || mention.kind != Some(sayso_record::ActorType::Organization)
        || !mention.outlet;
    // "an internal memo seen by Fenwick" is not by Fenwick.
    let seen =
        |at: usize| matches!(scene.lower(at.wrapping_sub(1)), "seen" | "obtained" | "reviewed" | "read");
    let by = |&at: &usize| matches!(scene.lower(at), "by" | "from" | "of");
    let author = (from..end).find(by).filter(|&at| !seen(at));
    if author.is_none() && (from..end).any(|at| scene.lower(at) == "by" && seen(at)) {
        return Some(first);
    }
    let author = author.and_then(|by| scene.cast.inside(by + 1..end).next());
    let head_is_thing = mention.tokens.start > from + 1 || !person_or_name;
    let named = first_named(scene, from..end).unwrap_or(first);
    if head_is_thing { author.or(Some(named)) } else { Some(named) }
}

/// The statement of a sentence that "according to" alone attributes.
pub(super) fn draft(scene: &Scene<'_, '_, '_>, sentence: usize, according: &According) -> Option<Draft> {
    let clause = according.part.clone();
    let before = trim(scene, clause.start..according.phrase.start);
    let after = trim(scene, according.phrase.end..clause.end);
    // "in the view of the bureau, which nonetheless warns": said of the bureau.
    let of_source = matches!(scene.lower(after.start), "which" | "who" | "whose");
    let after = if of_source { after.end..after.end } else { after };
    let content: Vec<_> = [before, after].into_iter().filter(|part| words(scene, part) > 1).collect();
    let chain = &according.chain;
    let speaker = match chain.first() {
        Some(&source) => {
            let own = scene.cast.mentions[source].tokens.clone();
            let alone = chain.len() == 1 && according.phrase.contains(&own.start);
            let tokens = if alone { according.cue.end..according.phrase.end } else { own };
            Speaker::At(Subject { mentions: vec![source], tokens, ..Subject::default() })
        }
        None => Speaker::Unknown(according.cue.end..according.phrase.end),
    };
    (!content.is_empty()).then_some(Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker,
        cue: Some(according.cue.clone()),
        content,
        stance: Stance::Affirms,
        relays: chain.iter().skip(1).copied().collect(),
        to: Vec::new(),
    })
}
