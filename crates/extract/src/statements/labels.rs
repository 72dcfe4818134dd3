//! Attributions as the reader labels them: which words are the source, the cue and the content of one.
//!
//! The labels know many more ways to attribute than [`super::cues`] has frames for ("expressed doubts about", "is seen as", "the belief
//! that"); the rules know what the labels do not tell: stance, addressees, relays, who "who" is. So each attribution becomes a draft, and
//! where a rule has found the same cue, [`merge`] makes one of the two.

use std::ops::Range;

use sayso_lang::{Attribution, Upos};
use sayso_record::{ActorType, Form, Stance, StatementKind};

use super::content::{trim, words};
use super::draft::{Draft, Speaker, meet};
use super::scene::Scene;
use super::subject::Subject;
use crate::lexis::Shape;
use crate::words::{Cue, Function};

/// Drafts of the attributions whose cue stands in a sentence, joined with those that rules have found there.
pub(super) fn merge(scene: &Scene<'_, '_, '_>, sentence: usize, drafts: &mut Vec<Draft>) {
    let labels = in_sentence(scene, sentence);
    drafts.retain(|draft| stands_alone(scene, draft) || labels.iter().any(|label| same_cue(draft, label)));
    for attribution in labels {
        let Some(mut label) = draft(scene, attribution) else { continue };
        if matches!(label.speaker, Speaker::Nobody) {
            label.speaker = by_tree(scene, attribution.anchor, &label.content);
        }
        if is_nobodys(scene, attribution.anchor, &label) {
            continue;
        }
        match drafts.iter_mut().find(|draft| same_cue(draft, attribution)) {
            Some(draft) => join(scene, draft, label),
            None if attribution.odds > alone(scene, attribution, labels, &label.content)
                && !hands_over_nothing(scene, attribution, &label) =>
            {
                drafts.push(label);
            }
            None => {}
        }
    }
    let relays: Vec<usize> = (0..drafts.len()).filter(|&at| relays(scene, &drafts[at], drafts)).collect();
    for at in relays.into_iter().rev() {
        let gone = drafts.remove(at);
        // "was quoted by the paper saying": who is quoted is told there, and said here.
        let unnamed = |other: &&mut Draft| {
            let relayer = || other.speakers().iter().any(|speaker| gone.relays.contains(speaker));
            starts_as(other, &gone) && (!matches!(other.speaker, Speaker::At(_)) || relayer())
        };
        if let Some(other) = drafts.iter_mut().find(unnamed) {
            other.speaker = gone.speaker.clone();
            other.relays.extend(gone.relays.iter().copied());
        }
    }
    drafts.sort_by_key(|draft| draft.start());
}

/// The subject of an active cue or the agent of a passive one, where the labels give no source.
pub(super) fn by_tree(scene: &Scene<'_, '_, '_>, anchor: usize, content: &[Range<usize>]) -> Speaker {
    let tokens = &scene.lexis.reading.tokens;
    let relation = |at: usize| tokens[at].relation.as_str();
    let mut verb = anchor;
    for _ in 0..3 {
        let said = |at: usize| content.iter().any(|run| run.contains(&at));
        let source = |&at: &usize| matches!(relation(at), "nsubj" | "obl:agent") && !said(at);
        if let Some(source) = scene.lexis.trees.children(verb).find(source) {
            return speaker(scene, &[phrase(scene, source)]);
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

/// The words of a noun phrase up to the first mark or relative clause behind its noun, without the preposition before it.
fn phrase(scene: &Scene<'_, '_, '_>, noun: usize) -> Range<usize> {
    let tokens = &scene.lexis.reading.tokens;
    let reach = scene.lexis.trees.reach(noun);
    let start = reach.clone().find(|&at| at == noun || tokens[at].relation.base() != "case").unwrap_or(noun);
    let stop = |&at: &usize| tokens[at].upos == Upos::Punct || tokens[at].relation.base() == "acl";
    noun.min(start)..(noun + 1..reach.end).find(stop).unwrap_or(reach.end)
}

/// A passive without an agent ("is expected to", "was charged with") and "Asked by the court whether …, she said": nobody says it.
fn is_nobodys(scene: &Scene<'_, '_, '_>, anchor: usize, label: &Draft) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let passive = scene.lexis.trees.children(anchor).any(|at| tokens[at].relation.as_str() == "aux:pass");
    is_question(scene, anchor) || passive && matches!(label.speaker, Speaker::Nobody)
}

/// "Asked whether …, she said": the question that a sentence answers.
pub(super) fn is_question(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    let token = &scene.lexis.reading.tokens[verb];
    let subject = || {
        scene.lexis.trees.children(verb).any(|at| scene.lexis.reading.tokens[at].relation.as_str() == "nsubj")
    };
    scene.lower(verb) == "asked" && token.relation.base() == "advcl" && !subject()
}

/// "cited two officials who said that …", "was quoted by the paper saying that …": the words around the cue only hand over to another statement.
fn relays(scene: &Scene<'_, '_, '_>, draft: &Draft, all: &[Draft]) -> bool {
    let cites = |cue: &Range<usize>| {
        cue.clone().any(|at| matches!(&*scene.lexis.reading.tokens[at].lemma, "cite" | "quote"))
    };
    let passes_on = |draft: &Draft| !matches!(draft.speaker, Speaker::At(_));
    let inside = |other: &Draft| {
        let same = other.cue != draft.cue && starts_as(other, draft);
        // "told the Post, as cited by the agency, that …"
        let mut held = other.content.iter().filter(|_| other.cue != draft.cue && passes_on(draft));
        same || other.cue.as_ref().is_some_and(|cue| draft.holds(cue.start))
            || held.any(|content| draft.content.iter().any(|own| meet(own, content)))
    };
    let quotes = draft.content.first().is_some_and(|content| scene.is_quotation_start(content.start));
    // "was quoted as saying" has one cue, however many the labels find in it.
    let twin =
        |other: &Draft| other.cue != draft.cue && starts_as(other, draft) && other.stance == draft.stance;
    draft.cue.as_ref().is_some_and(cites) && (!quotes && all.iter().any(inside) || all.iter().any(twin))
}

/// What is said begins at the same word.
fn starts_as(one: &Draft, other: &Draft) -> bool {
    let start = |of: &Draft| of.content.first().map(|content| content.start);
    start(one).is_some() && start(one) == start(other)
}

/// A rule's statement that the labels know nothing of counts only where its cue is a verb of saying.
fn stands_alone(scene: &Scene<'_, '_, '_>, draft: &Draft) -> bool {
    let cue = draft.cue.as_ref().and_then(|cue| scene.lexis.words[cue.end - 1].cue);
    cue.is_none_or(|cue| cue.says()) || draft.stance == Stance::Declines
}

/// Log-odds from which a label stands without a rule that says the same: more for words that are no known cue, most where they have a
/// thing for an object. Set on the development part of PolNeAR, where lower ones find more and err more.
fn alone(scene: &Scene<'_, '_, '_>, own: &Attribution, all: &[Attribution], content: &[Range<usize>]) -> f32 {
    // The news that taught the labels marks little of what is said inside what is said.
    let holds =
        |other: &Attribution| other.odds > 0.0 && other.content.iter().any(|run| run.contains(&own.anchor));
    match scene.lexis.words[own.anchor].cue {
        Some(_) if all.iter().any(holds) => -0.8,
        Some(_) => 0.0,
        None if thing(scene, content) => 1.0,
        None => 0.4,
    }
}

/// A noun phrase without quotation marks: what people do things to as well as say things about ("banned the airline").
fn thing(scene: &Scene<'_, '_, '_>, content: &[Range<usize>]) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let Some(run) = content.first() else { return false };
    let quoted = run.clone().any(|at| scene.quotation_at(at).is_some());
    !quoted
        && head_of(scene, std::slice::from_ref(run)).is_some_and(|head| {
            matches!(tokens[head].relation.base(), "obj" | "obl" | "nmod" | "nsubj" | "dep" | "iobj")
        })
}

/// What the news that taught the labels marks and we do not: sources that are cited, refusals to act, nicknames.
fn hands_over_nothing(scene: &Scene<'_, '_, '_>, attribution: &Attribution, label: &Draft) -> bool {
    let anchor = attribution.anchor;
    match &*scene.lexis.reading.tokens[anchor].lemma {
        "cite" | "quote" => {
            let handed = |content: &Range<usize>| {
                let named = || scene.cast.inside(content.clone()).next().is_some();
                let citing = scene.lower(anchor).ends_with("ing") && !scene.is_quotation_start(content.start);
                mention_at(scene, content.start).is_some()
                    || citing && named() && thing(scene, &label.content)
            };
            label.content.first().is_some_and(handed)
        }
        "decline" | "refuse" => scene.lower(anchor + 1) == "to",
        "call" | "dub" | "nickname" | "know" | "christen" => is_nickname(scene, label),
        _ => false,
    }
}

/// The first word of some runs that hangs on a word outside them.
fn head_of(scene: &Scene<'_, '_, '_>, runs: &[Range<usize>]) -> Option<usize> {
    let tokens = &scene.lexis.reading.tokens;
    let within = |token: usize| runs.iter().any(|run| run.contains(&token));
    let outside = |&at: &usize| tokens[at].head.is_none_or(|head| !within(head));
    runs.iter().flat_map(Clone::clone).filter(|&at| tokens[at].upos != Upos::Punct).find(outside)
}

/// The mention that begins at a token, or right after the determiner there.
fn mention_at(scene: &Scene<'_, '_, '_>, at: usize) -> Option<usize> {
    let article = usize::from(scene.is(at, Function::Determiner));
    scene.cast.starting_at(at).or_else(|| scene.cast.starting_at(at + article))
}

/// All that is quoted is a name: “the Old Heron”.
fn is_nickname(scene: &Scene<'_, '_, '_>, label: &Draft) -> bool {
    const LONGEST: usize = 4;
    let quoted =
        || label.content.iter().flat_map(Clone::clone).filter(|&at| scene.quotation_at(at).is_some());
    let words = || quoted().filter(|&at| scene.lexis.shape(at) != Shape::Mark);
    let name = |at: usize| scene.lexis.shape(at) != Shape::Lower || scene.lexis.function(at).is_some();
    (1..=LONGEST).contains(&words().count()) && words().all(name)
}

/// The attributions whose anchor stands in a sentence.
fn in_sentence<'s>(scene: &'s Scene<'_, '_, '_>, sentence: usize) -> &'s [Attribution] {
    let all = &scene.lexis.reading.attributions;
    let tokens = &scene.lexis.reading.sentences[sentence].tokens;
    let at = |token: usize| all.partition_point(|attribution| attribution.anchor < token);
    &all[at(tokens.start)..at(tokens.end)]
}

fn same_cue(draft: &Draft, attribution: &Attribution) -> bool {
    let anchor = attribution.anchor..attribution.anchor + 1;
    let runs = attribution.cue.iter().chain([&anchor]);
    draft.cue.as_ref().is_some_and(|cue| runs.into_iter().any(|run| meet(run, cue)))
}

/// The rule's statement with the words that the labels give it. The rules know best where a quotation ends and what a passive says; where
/// they and the labels name different speakers, too.
fn join(scene: &Scene<'_, '_, '_>, draft: &mut Draft, label: Draft) {
    let first = draft.content.first().map_or(usize::MAX, |run| run.end);
    let agent = draft.speaker_tokens().is_some_and(|tokens| tokens.start >= first);
    let quoted = draft.content.iter().any(|run| is_quotation(scene, run));
    // "In remarks to the paper, she threatens to sue": an infinitive or a clause behind the verb is the rule's to know.
    let elsewhere = opens_behind_cue(scene, draft)
        && !draft.content.iter().any(|own| label.content.iter().any(|other| meet(own, other)));
    if elsewhere {
        // Keeps its content.
    } else if !agent && (!quoted || is_mixed(scene, draft) && holds_quotations(scene, &label, draft)) {
        draft.content = label.content;
    } else if let Some(verb) = draft.cue.as_ref().map(|cue| cue.end - 1) {
        let (content, to) = without_addressee(scene, std::mem::take(&mut draft.content), verb);
        draft.content = content;
        draft.to.extend(to);
    }
    if draft.to.is_empty() {
        draft.to = label.to;
    }
    if draft.stance == Stance::Affirms {
        draft.cue = label.cue;
    }
    match (&mut draft.speaker, label.speaker) {
        (Speaker::At(own), Speaker::At(labelled)) if meet(&own.tokens, &labelled.tokens) => {
            own.tokens = labelled.tokens;
        }
        (Speaker::Nobody | Speaker::Same | Speaker::Unknown(_), labelled)
            if !matches!(labelled, Speaker::Nobody) =>
        {
            draft.speaker = labelled;
        }
        _ => {}
    }
}

/// Its content begins right behind the cue with *to* or *that*.
fn opens_behind_cue(scene: &Scene<'_, '_, '_>, draft: &Draft) -> bool {
    let (Some(cue), Some(first)) = (&draft.cue, draft.content.first()) else { return false };
    first.start >= cue.end && matches!(scene.lower(first.start), "to" | "that")
}

/// Some of its words are quoted and some are not.
fn is_mixed(scene: &Scene<'_, '_, '_>, draft: &Draft) -> bool {
    draft.kind(scene) == StatementKind::Mixed
}

/// The label's content begins no later than the rule's and has all quotations that the rule's has.
fn holds_quotations(scene: &Scene<'_, '_, '_>, label: &Draft, draft: &Draft) -> bool {
    let start = |of: &Draft| of.content.first().map_or(usize::MAX, |run| run.start);
    if start(label) > start(draft) {
        return false;
    }
    let quoted = |of: &Draft| {
        let tokens = of.content.iter().flat_map(Clone::clone);
        let mut quoted: Vec<usize> = tokens.filter_map(|at| scene.quotation_at(at)).collect();
        quoted.dedup();
        quoted
    };
    let own = quoted(label);
    quoted(draft).iter().all(|quotation| own.contains(quotation))
}

/// It opens or ends with quoted words.
fn is_quotation(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> bool {
    scene.is_quotation_start(run.start) || scene.quotation_at(run.end.saturating_sub(1)).is_some()
}

fn draft(scene: &Scene<'_, '_, '_>, attribution: &Attribution) -> Option<Draft> {
    let mut content = whole(scene, attribution, content(scene, &attribution.content));
    content.retain(|run| !is_anothers(scene, attribution, run));
    if content.is_empty() || super::opens_neither(scene, attribution.anchor) {
        return None;
    }
    let anchor = attribution.anchor;
    let (content, to) = without_addressee(scene, content, anchor);
    let cue = cue(scene, attribution);
    let sentence = scene.lexis.reading.tokens[anchor].sentence;
    Some(Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker: speaker(scene, &attribution.source),
        cue: Some(cue),
        stance: stance(scene, anchor, &content),
        content,
        relays: Vec::new(),
        to,
    })
}

/// Words of a later sentence that has somebody else for them.
fn is_anothers(scene: &Scene<'_, '_, '_>, own: &Attribution, run: &Range<usize>) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let (here, there) = (tokens[own.anchor].sentence, tokens[run.start].sentence);
    let holds = |other: &Attribution| other.odds > 0.0 && other.content.iter().any(|other| meet(other, run));
    there > here && scene.quotation_at(run.start).is_none() && in_sentence(scene, there).iter().any(holds)
}

/// Runs without loose marks at their ends; two with nothing but marks between them are one.
fn content(scene: &Scene<'_, '_, '_>, runs: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for run in runs {
        match joined.last_mut() {
            Some(last) if words(scene, &(last.end..run.start)) == 0 => last.end = run.end,
            _ => joined.push(run.clone()),
        }
    }
    let trimmed = joined.into_iter().map(|run| trim(scene, run));
    trimmed.filter(|run| words(scene, run) > 0).collect()
}

/// The run of the cue that holds its anchor, with the words on either side that are in some cue.
fn cue(scene: &Scene<'_, '_, '_>, attribution: &Attribution) -> Range<usize> {
    let anchor = attribution.anchor;
    let tokens = &scene.lexis.reading.tokens;
    let run = attribution.cue.iter().find(|run| run.contains(&anchor)).cloned();
    let mut run = run.map(|run| trim(scene, run)).filter(|run| !run.is_empty()).unwrap_or(anchor..anchor + 1);
    let sentence = scene.lexis.sentence_of(anchor).tokens.clone();
    let free = |at: usize| {
        let roles = &tokens[at].roles;
        let other = attribution.source.iter().chain(&attribution.content).any(|run| run.contains(&at));
        let part = !matches!(tokens[at].upos, Upos::Punct | Upos::Det | Upos::Adj | Upos::Pron);
        roles.cue > 0.0 && roles.content < 0.0 && !other && part
    };
    while run.start > sentence.start && free(run.start - 1) {
        run.start -= 1;
    }
    while run.end < sentence.end && free(run.end) {
        run.end += 1;
    }
    run
}

/// Lets each run take the words right after it that the tree says belong to its last phrase: a run ends where a phrase does.
fn whole(
    scene: &Scene<'_, '_, '_>,
    attribution: &Attribution,
    mut runs: Vec<Range<usize>>,
) -> Vec<Range<usize>> {
    let tokens = &scene.lexis.reading.tokens;
    let cue = attribution.anchor..attribution.anchor + 1;
    let taken = |at: usize| {
        attribution.cue.iter().chain(&attribution.source).chain([&cue]).any(|run| run.contains(&at))
    };
    for at in 0..runs.len() {
        let next = runs.get(at + 1).map_or(usize::MAX, |next| next.start);
        let run = &mut runs[at];
        let end = scene.clause(tokens[run.end - 1].sentence).end.min(next);
        while run.end < end && !taken(run.end) && tokens[run.end].upos != Upos::Punct && goes_on(scene, run) {
            run.end += 1;
        }
    }
    runs
}

/// The word after a run hangs on it, or one of its last words on what follows.
fn goes_on(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> bool {
    const NEAR: usize = 6;
    let next = &scene.lexis.reading.tokens[run.end];
    let tokens = &scene.lexis.reading.tokens;
    let within = |head: Option<usize>| head.is_some_and(|head| run.contains(&head));
    let joins = next.relation.base() == "cc"
        && next.head.is_some_and(|to| tokens[to].relation.base() == "conj" && within(tokens[to].head));
    let waits = |word: usize| {
        tokens[word].head.is_some_and(|head| (run.end..run.end + NEAR).contains(&head))
            && OPENING.contains(&tokens[word].relation.base())
    };
    joins
        || within(next.head) && next.relation.base() != "parataxis"
        || (run.start..run.end).rev().take(4).any(waits)
}

/// Relations of words that come before what they hang on.
const OPENING: &[&str] =
    &["det", "amod", "aux", "cop", "case", "mark", "nsubj", "compound", "nummod", "advmod", "cc", "flat"];

/// "told [Fenwick, which was quoted abroad, that the dam would hold]": the mention right after the cue is addressed, not said, where the
/// clause of the cue begins later.
fn without_addressee(
    scene: &Scene<'_, '_, '_>,
    mut content: Vec<Range<usize>>,
    anchor: usize,
) -> (Vec<Range<usize>>, Vec<usize>) {
    let Some(first) = content.first_mut().filter(|first| first.start == anchor + 1) else {
        return (content, Vec::new());
    };
    let addresses = scene.lexis.words[anchor].cue.is_some_and(Cue::addressee);
    let clause = (first.start + 1..first.end).find(|&at| opens_clause(scene, at, anchor));
    let Some(clause) = clause.or_else(|| behind_aside(scene, first).filter(|_| addresses)) else {
        return (content, Vec::new());
    };
    let inside = || scene.cast.inside(first.start..clause).next().filter(|_| addresses);
    let mention = mention_at(scene, first.start).or_else(inside);
    if mention.is_none() && !addresses && scene.lower(clause) == "that" {
        return (content, Vec::new());
    }
    first.start = clause;
    (content, mention.into_iter().collect())
}

/// "told [the site Fenwick, which the agency quoted, that the dam …]": the *that* behind the aside on who is told, where the tree is lost.
pub(super) fn behind_aside(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> Option<usize> {
    let comma = |at: usize| scene.lower(at) == "," && scene.quotation_at(at).is_none();
    let aside = run.clone().find(|&at| comma(at))?;
    let opens = matches!(scene.lower(aside + 1), "which" | "who" | "whose" | "as" | "in" | "on");
    let that = |&at: &usize| scene.lower(at) == "that" && comma(at - 1);
    (aside + 2..run.end).find(that).filter(|_| opens)
}

/// "that" or "to" of a clause that is the object of the verb.
fn opens_clause(scene: &Scene<'_, '_, '_>, at: usize, verb: usize) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let clause = tokens[at].head.filter(|_| tokens[at].relation.base() == "mark");
    clause.is_some_and(|clause| {
        let relation = match scene.lower(at) {
            "that" => "ccomp",
            "to" => "xcomp",
            _ => return false,
        };
        tokens[clause].relation.base() == relation && tokens[clause].head == Some(verb)
    })
}

/// The mentions that a source's words name: the one at their head, those joined to it by *and*, a name in apposition rather than its noun.
pub(super) fn speaker(scene: &Scene<'_, '_, '_>, runs: &[Range<usize>]) -> Speaker {
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
    match mentions.is_empty() {
        true => Speaker::Unknown(span),
        false => Speaker::At(Subject { mentions, tokens: span, ..Subject::default() }),
    }
}

/// The run that holds a token, with those that only marks divide from it.
fn run_of(scene: &Scene<'_, '_, '_>, runs: &[Range<usize>], token: usize) -> Range<usize> {
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
        return tokens[clause].head.and_then(|noun| named(scene, noun, &|_| true));
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
        .or(own)
}

/// "that cholera will follow, a fear which doctors share": where a noun takes up what was said before, with the comma before it.
fn resumed(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> Option<usize> {
    let takes_up = |&at: &usize| {
        scene.lower(at) == ","
            && matches!(scene.lower(at + 1), "a" | "an")
            && takes_up(&scene.lexis.reading.tokens[at + 2].lemma)
            && scene.quotation_at(at).is_none()
    };
    (run.start + 1..run.end.saturating_sub(3)).find(takes_up)
}

/// Nouns that stand for what has just been said.
pub(super) fn takes_up(noun: &str) -> bool {
    matches!(
        noun,
        "accusation"
            | "allegation"
            | "assertion"
            | "charge"
            | "claim"
            | "criticism"
            | "description"
            | "fact"
            | "fear"
            | "figure"
            | "idea"
            | "notion"
            | "number"
            | "remark"
            | "suggestion"
            | "view"
            | "word"
    )
}

/// "comets are regarded by many as omens": with what they are regarded as, where only they have been found.
pub(super) fn with_predicate(scene: &Scene<'_, '_, '_>, mut draft: Draft) -> Draft {
    let tokens = &scene.lexis.reading.tokens;
    let Some(cue) = draft.cue.clone() else { return draft };
    let predicative = |&at: &usize| scene.lexis.words[at].cue.is_some_and(Cue::predicative);
    let passive =
        |&at: &usize| scene.lexis.trees.children(at).any(|aux| tokens[aux].relation.as_str() == "aux:pass");
    let Some(verb) = cue.clone().find(|at| predicative(at) && passive(at)) else { return draft };
    if draft.content.iter().any(|run| run.end > verb) {
        return draft;
    }
    let said_as = |&at: &usize| {
        let start = scene.lexis.trees.reach(at).start;
        at > verb
            && (scene.lower(start) == "as" || scene.lower(start) == "to" && scene.lower(start + 1) == "be")
    };
    let as_what = scene.lexis.trees.children(verb).find(said_as);
    draft.content.extend(as_what.map(|at| trim(scene, scene.lexis.trees.reach(at))));
    draft
}

/// "disputes this and puts the cost at 40": what the second verb says is no object of the first.
pub(super) fn without_second_verb(scene: &Scene<'_, '_, '_>, mut draft: Draft) -> Draft {
    let tokens = &scene.lexis.reading.tokens;
    let (Some(cue), Some(run)) = (draft.cue.clone(), draft.content.last_mut()) else { return draft };
    let object = |at: usize| matches!(tokens[at].relation.base(), "obj" | "obl");
    let thing = head_of(scene, std::slice::from_ref(run)).is_some_and(object);
    let second = |&at: &usize| {
        let joined =
            tokens[at].relation.base() == "conj" && tokens[at].head.is_some_and(|head| cue.contains(&head));
        joined && tokens[at].upos == Upos::Verb && scene.quotation_at(at).is_none()
    };
    if let Some(comma) = resumed(scene, run).filter(|_| cue.end <= run.start) {
        run.end = comma;
    }
    let pronoun = matches!(scene.lower(run.start), "this" | "that" | "it" | "these")
        && matches!(scene.lower(run.start + 1), ":" | "," | "–" | "—" | ";");
    if pronoun && thing && cue.end == run.start {
        run.end = run.start + 1;
    }
    if let Some(verb) = run.clone().filter(|_| thing && cue.end <= run.start).find(second)
        && let Some(and) =
            (run.start + 1..verb).rev().find(|&at| scene.lower(at) == "and" || scene.lower(at) == "but")
    {
        *run = trim(scene, run.start..and);
    }
    draft
}

fn stance(scene: &Scene<'_, '_, '_>, anchor: usize, content: &[Range<usize>]) -> Stance {
    let Some(cue) = scene.lexis.words[anchor].cue else {
        let knows = scene.lexis.reading.tokens[anchor].lemma == "know";
        return if knows && negated(scene, anchor) { Stance::Denies } else { Stance::Affirms };
    };
    let negated = negated(scene, anchor);
    match super::stance_of(cue, negated) {
        _ if super::neither(scene, anchor) => Stance::Declines,
        Stance::Denies if super::judged(scene, cue, content) => Stance::Affirms,
        stance => stance,
    }
}

/// A negation hangs on the word.
pub(super) fn negated(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let mut sentence = scene.lexis.sentence_of(verb).tokens.clone();
    sentence.any(|at| {
        tokens[at].head == Some(verb)
            && (scene.is(at, Function::Negation) || matches!(scene.lower(at), "neither" | "nobody" | "none"))
    })
}
