//! Attributions as the reader labels them: which words are the source, the cue and the content of one.
//!
//! The labels know many more ways to attribute than [`super::cues`] has frames for ("expressed doubts about", "is seen as", "the belief
//! that"); the rules know what the labels do not tell: stance, addressees, relays, who "who" is. So each attribution becomes a draft, and
//! where a rule has found the same cue, [`merge`] makes one of the two.

use std::ops::Range;

use sayso_lang::{Attribution, Upos};
use sayso_record::{ActorType, Stance, StatementKind};

use super::content::{trim, words};
use super::draft::{Draft, Speaker, meet};
use super::hearers::without_addressee;
use super::scene::Scene;
use super::{barred, voices};
use crate::words::{Cue, CueForm, Function};

/// Drafts of the attributions whose cue stands in a sentence, joined with those that rules have found there.
pub(super) fn merge(scene: &Scene<'_, '_, '_>, sentence: usize, drafts: &mut Vec<Draft>) {
    let labels = in_sentence(scene, sentence);
    let names = |draft: &Draft| {
        draft.cue.as_ref().is_some_and(|cue| {
            scene.lexis.words[cue.end - 1].cue.is_some_and(Cue::predicative)
                && barred::is_nickname(scene, draft)
        })
    };
    let charged = |draft: &Draft| {
        draft.cue.clone().is_some_and(|mut cue| cue.any(|at| barred::is_charged(scene, at, draft)))
    };
    drafts.retain(|draft| !charged(draft));
    drafts.retain(|draft| {
        stands_alone(scene, draft) || labels.iter().any(|label| same_cue(draft, label)) && !names(draft)
    });
    let mut weak = Vec::new();
    for attribution in labels {
        let Some(mut label) = draft(scene, attribution) else { continue };
        if matches!(label.speaker, Speaker::Nobody) {
            label.speaker = voices::by_tree(scene, attribution.anchor, &label.content);
        }
        if let Some(told) = voices::told_by_tree(scene, attribution.anchor, &label) {
            label.speaker = told;
        }
        if barred::is_nobodys(scene, attribution.anchor, &label)
            || barred::asks_who(scene, &label, attribution)
            || barred::lacks_subject(scene, &label)
            || barred::is_denied(scene, attribution.anchor, &label)
            || drafts.iter().any(|draft| barred::speaks_for(draft, &label))
        {
            continue;
        }
        match drafts.iter_mut().find(|draft| same_cue(draft, attribution)) {
            Some(draft) => join(scene, draft, label),
            None if attribution.odds > alone(scene, attribution, labels, &label.content)
                && !barred::hands_over_nothing(scene, attribution, &label)
                && !barred::is_done(scene, attribution, &label) =>
            {
                drafts.push(label);
            }
            None if is_weak(scene, attribution, &label)
                && !barred::hands_over_nothing(scene, attribution, &label)
                && !barred::is_done(scene, attribution, &label) =>
            {
                weak.push(label);
            }
            None => {}
        }
    }
    for label in weak {
        if !drafts.iter().any(|draft| claims(draft, &label)) {
            drafts.push(label);
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
    // "contradicting the ministry" only compares.
    // Whoever accuses somebody of something says so.
    let of = draft.content.first().is_some_and(|run| run.clone().any(|at| scene.lower(at) == "of"));
    if of && cue.is_some_and(|cue| matches!(cue.lemma, "accuse" | "suspect") && cue.form != CueForm::Ing) {
        return true;
    }
    // "She believes the senator confused the two": somebody thinks what the tree has for a clause.
    if cue.is_some_and(|cue| cue.lemma == "call")
        && draft.cue.as_ref().is_some_and(|cue| matches!(scene.lower(cue.end), "on" | "upon"))
        && draft.content.first().is_some_and(|run| scene.lower(run.start) == "to")
    {
        return true;
    }
    let thinks = cue.is_some_and(|cue| {
        matches!(cue.lemma, "believe" | "think" | "fear" | "suspect" | "doubt") && cue.form != CueForm::Ing
    });
    let clause = |verb: usize| {
        let tokens = &scene.lexis.reading.tokens;
        scene.lexis.trees.children(verb).any(|at| tokens[at].relation.base() == "ccomp" && at > verb)
    };
    if thinks && draft.stance == Stance::Affirms && draft.cue.as_ref().is_some_and(|cue| clause(cue.end - 1))
    {
        return true;
    }
    let expects = cue.is_some_and(|cue| {
        matches!(cue.lemma, "consider" | "deem" | "expect" | "reckon") && cue.form != CueForm::Ing
    });
    let complement = |verb: usize| {
        let tokens = &scene.lexis.reading.tokens;
        scene
            .lexis
            .trees
            .children(verb)
            .any(|at| matches!(tokens[at].relation.base(), "xcomp" | "ccomp") && at > verb + 1)
    };
    let object = draft.content.first().is_some_and(|run| scene.lower(run.start) != "to");
    if expects
        && object
        && draft.stance == Stance::Affirms
        && draft.cue.as_ref().is_some_and(|cue| complement(cue.end - 1))
    {
        return true;
    }
    let denies =
        draft.stance == Stance::Denies && cue.is_some_and(|cue| cue.doubting() && cue.form != CueForm::Ing);
    denies || cue.is_none_or(|cue| cue.says()) || draft.stance == Stance::Declines
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
        None if barred::thing(scene, content) => 1.0,
        None => 0.4,
    }
}

/// A verb that is no known cue may hand over a clause on smaller odds, where no other words claim any of it.
fn is_weak(scene: &Scene<'_, '_, '_>, own: &Attribution, label: &Draft) -> bool {
    const ODDS: f32 = -1.2;
    let quoted = label.content.iter().flat_map(Clone::clone).any(|at| scene.quotation_at(at).is_some());
    let unknown = scene.lexis.words[own.anchor].cue.is_none();
    let verb = scene.lexis.reading.tokens[own.anchor].upos == Upos::Verb;
    // "dies aged 55": no clause.
    let clause = |at: usize| matches!(scene.lexis.reading.tokens[at].relation.base(), "nsubj" | "mark");
    let clause = label.content.iter().flat_map(Clone::clone).any(clause);
    own.odds > ODDS
        && unknown
        && verb
        && clause
        && !negated(scene, own.anchor)
        && !quoted
        && !barred::thing(scene, &label.content)
}

/// Some of the words of a label are in what another draft says already.
fn claims(draft: &Draft, label: &Draft) -> bool {
    draft.content.iter().any(|own| label.content.iter().any(|other| meet(own, other)))
}

/// The first word of some runs that hangs on a word outside them.
pub(super) fn head_of(scene: &Scene<'_, '_, '_>, runs: &[Range<usize>]) -> Option<usize> {
    let tokens = &scene.lexis.reading.tokens;
    let within = |token: usize| runs.iter().any(|run| run.contains(&token));
    let outside = |&at: &usize| tokens[at].head.is_none_or(|head| !within(head));
    runs.iter().flat_map(Clone::clone).filter(|&at| tokens[at].upos != Upos::Punct).find(outside)
}

/// The mention that begins at a token, or right after the determiner there.
pub(super) fn mention_at(scene: &Scene<'_, '_, '_>, at: usize) -> Option<usize> {
    let article = usize::from(scene.is(at, Function::Determiner));
    scene.cast.starting_at(at).or_else(|| scene.cast.starting_at(at + article))
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
    let start = |of: &Draft| of.content.first().map_or(0, |run| run.start);
    let apart = !draft.content.iter().any(|own| label.content.iter().any(|other| meet(own, other)));
    // "reported, citing two officials, that …": and so is where the aside ends.
    let aside =
        draft.cue.as_ref().is_some_and(|cue| cue.end <= start(&label)) && start(&label) < start(draft);
    // "told the television channel that …": nor does what is told begin with whoever is told.
    let that = draft.content.first().map_or(0, |run| run.start);
    let before = scene.lower(that) == "that"
        && label.content.iter().any(|run| run.contains(&that) && run.start < that);
    // "The ministry rejects the claim that …, the spokesman stated": all that stands before whoever speaks.
    let part = match (&draft.content[..], &label.content[..], &draft.cue) {
        ([own], [other], Some(cue)) => {
            own.end <= cue.start
                && own.start < other.start
                && other.end <= own.end
                && holds_cue(scene, own, other)
        }
        _ => false,
    };
    // "The tanks are intact, she wrote, and shipments would continue".
    let goes_on = matches!((&draft.content[..], &label.content[..]), ([one, two], [own])
        if meet(one, own) && own.end <= two.start && matches!(scene.lower(two.start - 1), "and" | "but"));
    let elsewhere = part || goes_on || opens_behind_cue(scene, draft) && (apart || aside || before);
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
    // "A group fighting plans for masts above Kirkhallow has accused": no village accuses anybody.
    let placed = |speaker: &Speaker| match speaker {
        Speaker::At(own) => own.mentions.iter().all(|&one| {
            let own = &scene.cast.mentions[one];
            own.kind == Some(ActorType::Place) && own.country.is_none()
        }),
        _ => false,
    };
    if placed(&draft.speaker) && matches!(label.speaker, Speaker::At(_)) && !placed(&label.speaker) {
        draft.speaker = label.speaker;
        return;
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

/// A verb of saying stands in the first before the second.
fn holds_cue(scene: &Scene<'_, '_, '_>, own: &Range<usize>, other: &Range<usize>) -> bool {
    (own.start..other.start).any(|at| scene.lexis.words[at].cue.is_some() && scene.quotation_at(at).is_none())
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
    let told_denying = denies_on(scene, &cue);
    // "According to Fenwick, a source in Tessel had told": the source begins behind the comma.
    let mut source: Vec<_> = attribution.source.iter().map(|run| behind_according(scene, run)).collect();
    if source.len() > 1 && scene.lower(anchor) != "according" {
        source.retain(|run| !is_according_to(scene, run.start));
    }
    Some(Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker: voices::speaker(scene, &source),
        cue: Some(cue),
        stance: match stance(scene, anchor, &content) {
            // "have written to the paper denying that …".
            Stance::Affirms if told_denying => Stance::Denies,
            stance => stance,
        },
        content,
        relays: Vec::new(),
        to,
    })
}

/// A cue of several words ends with "denying".
fn denies_on(scene: &Scene<'_, '_, '_>, cue: &Range<usize>) -> bool {
    cue.len() > 1 && scene.lower(cue.end - 1) == "denying"
}

/// A run without what "according to" names at its head.
fn behind_according(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> Range<usize> {
    let phrase = is_according_to(scene, run.start);
    let comma = run.clone().find(|&at| scene.lower(at) == ",").filter(|&at| phrase && at + 1 < run.end);
    comma.map_or(run.start, |at| at + 1)..run.end
}

/// "according to" stands right before a token.
fn is_according_to(scene: &Scene<'_, '_, '_>, token: usize) -> bool {
    token > 1 && scene.lower(token - 1) == "to" && scene.lower(token - 2) == "according"
}

/// Words of a later sentence that has somebody else for them.
fn is_anothers(scene: &Scene<'_, '_, '_>, own: &Attribution, run: &Range<usize>) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let (here, there) = (tokens[own.anchor].sentence, tokens[run.start].sentence);
    let holds = |other: &Attribution| other.odds > 0.0 && other.content.iter().any(|other| meet(other, run));
    there > here && scene.quotation_at(run.start).is_none() && in_sentence(scene, there).iter().any(holds)
}

/// Runs without loose marks at their ends; two with nothing but marks between them are one.
pub(super) fn content(scene: &Scene<'_, '_, '_>, runs: &[Range<usize>]) -> Vec<Range<usize>> {
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
        let part = !matches!(tokens[at].upos, Upos::Punct);
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
    const FAR: usize = 12;
    let next = &scene.lexis.reading.tokens[run.end];
    let tokens = &scene.lexis.reading.tokens;
    let within = |head: Option<usize>| head.is_some_and(|head| run.contains(&head));
    let joins = next.relation.base() == "cc"
        && next.head.is_some_and(|to| tokens[to].relation.base() == "conj" && within(tokens[to].head));
    let waits = |word: usize| {
        tokens[word].head.is_some_and(|head| (run.end..run.end + NEAR).contains(&head))
            && OPENING.contains(&tokens[word].relation.base())
    };
    // "to close the road unless the mission leaves": a clause that hangs on the run further up.
    let hangs = || {
        let outside = |&at: &usize| at >= run.end;
        let above = std::iter::successors(Some(run.end), |&at| tokens[at].head).take_while(outside).take(4);
        let above: Vec<usize> = above.collect();
        let own = |at: &usize| !matches!(tokens[*at].relation.base(), "conj" | "parataxis" | "cc" | "root");
        above.last().is_some_and(|&top| {
            matches!(tokens[top].relation.base(), "advcl" | "obl" | "nmod") && within(tokens[top].head)
        }) && above.iter().all(own)
            && (run.start..scene.lexis.sentence_of(run.end).tokens.end.min(run.end + FAR))
                .all(|at| scene.quotation_at(at).is_none())
    };
    joins
        || hangs()
        || within(next.head) && next.relation.base() != "parataxis"
        || (run.start..run.end).rev().take(4).any(waits)
}

/// Relations of words that come before what they hang on.
const OPENING: &[&str] =
    &["det", "amod", "aux", "cop", "case", "mark", "nsubj", "compound", "nummod", "advmod", "cc", "flat"];

fn stance(scene: &Scene<'_, '_, '_>, anchor: usize, content: &[Range<usize>]) -> Stance {
    // "ruled out a deal" is no ruling.
    let another = scene.lower(anchor + 1) == "out";
    let Some(cue) = scene.lexis.words[anchor].cue.filter(|_| !another) else {
        let knows = scene.lexis.reading.tokens[anchor].lemma == "know";
        return if knows && negated(scene, anchor) { Stance::Denies } else { Stance::Affirms };
    };
    let negated = negated(scene, anchor);
    match super::stance_of(cue, negated) {
        _ if super::neither(scene, anchor) || negated && super::hedges(scene, anchor) => Stance::Declines,
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
