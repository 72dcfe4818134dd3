//! Statements: who is said to have said, denied or thought what, and on whose word does the page have it?
//!
//! Rules and labels propose, sentence by sentence. [`cues`] finds the verbs that hand the floor to somebody and their subjects; [`content`]
//! finds the words they hand over, with quotation marks, *that* and commas as signs; [`labels`] joins them with what the trained reader
//! links. [`according`], [`quotes`] and refusals add what has no verb of its own, [`clauses`] what is thought inside what is said. Then
//! sources are resolved in the order of the text, because "he" is who was spoken of last, and [`relays`] adds through whom it came.
//! Statements inside the content of another are told by containment; [`links`] points denials at what they deny.

mod according;
mod clauses;
mod content;
mod cues;
mod desk;
mod draft;
mod frames;
mod labels;
mod links;
mod page;
mod quotes;
mod refusals;
mod relays;
mod scene;
mod several;
mod subject;

use std::ops::Range;

use sayso_lang::Part;
use sayso_record::{Form, RecordBuilder, Refused, Stance};

use crate::actors::Cast;
use crate::lexis::Lexis;
use cues::{Found, Role};
use desk::Desk;
use draft::{Draft, Speaker};
use scene::{Marks, Scene};

/// Statements before the present one that still matter to it.
const WINDOW: usize = 128;

/// Finds the statements of a report and adds them to its record.
pub(crate) fn statements<'t>(
    lexis: &Lexis<'_, 't>,
    cast: &mut Cast<'t>,
    record: &mut RecordBuilder<'t>,
) -> Result<(), Refused> {
    let marks = Marks::new(lexis, scene::times(lexis, record.so_far()));
    let scene = Scene::new(lexis, cast, &marks);
    let drafts = drafts(&scene);
    let appearances = relays::appearances(&scene, &drafts);
    Desk::new(lexis, cast, record, &marks).with_appearances(appearances).enter(drafts)
}

/// All drafts of a report, outer ones before those inside them.
fn drafts(scene: &Scene<'_, '_, '_>) -> Vec<Draft> {
    let mut all = Vec::new();
    for (number, paragraph) in scene.lexis.reading.paragraphs.iter().enumerate() {
        for sentence in paragraph.sentences.clone() {
            of_sentence(scene, sentence, &mut all);
        }
        quotes::attribute(scene, number, &mut all);
    }
    clauses::add(scene, &mut all);
    relay_what_is_thought(scene, &mut all);
    for at in 0..all.len() {
        let near = at.saturating_sub(WINDOW / 2)..all.len().min(at + WINDOW / 2);
        let found = relays::at_the_cue(scene, &all[at], &all[near]);
        relays::add(scene, &mut all[at], found);
    }
    all.sort_by_key(|draft| {
        (draft.start(), std::cmp::Reverse(draft.content.last().map_or(0, |content| content.end)))
    });
    all
}

fn of_sentence(scene: &Scene<'_, '_, '_>, sentence: usize, all: &mut Vec<Draft>) {
    let clause = scene.clause(sentence);
    let found = cues::find(scene, sentence);
    let mut drafts: Vec<Draft> =
        (0..found.len()).filter_map(|nth| of_cue(scene, sentence, &found, nth, &clause)).collect();
    labels::merge(scene, sentence, &mut drafts);
    frames::add(scene, sentence, &mut drafts);
    collapse_reports(scene, &mut drafts);
    for refusal in clause.clone().filter_map(|verb| refusals::declined(scene, sentence, verb, &clause)) {
        drafts.retain(|draft| !draft.meets(&refusal));
        drafts.push(refusal);
    }
    without_refusals(scene, &mut drafts);
    for according in according::find(scene, &clause) {
        join_according(scene, sentence, &according, &mut drafts);
    }
    let paragraph = scene.lexis.reading.sentences[sentence].paragraph;
    let head = paragraph == 0 || scene.lexis.reading.paragraphs[paragraph].part == Part::Title;
    if head && drafts.is_empty() {
        quotes::headline(scene, sentence, &mut drafts);
    }
    all.extend(drafts.into_iter().map(|draft| {
        let draft = labels::with_predicate(scene, labels::without_second_verb(scene, draft));
        draft.named(scene).widen(scene).without_loose_ends(scene)
    }));
}

/// "confirmed they were called but would not say by whom": what follows *but* is no part of what was confirmed.
fn without_refusals(scene: &Scene<'_, '_, '_>, drafts: &mut [Draft]) {
    let refused: Vec<(usize, Vec<usize>)> = drafts
        .iter()
        .filter(|draft| draft.stance == Stance::Declines)
        .filter_map(|draft| Some((draft.cue.as_ref()?.start, draft.speakers().to_vec())))
        .collect();
    for draft in drafts.iter_mut() {
        let own = draft.speakers().to_vec();
        for (cue, speakers) in &refused {
            let joined = matches!(scene.lower(cue.wrapping_sub(1)), "and" | "but") && *speakers == own;
            let holds = |run: &&mut Range<usize>| run.start + 1 < *cue && run.contains(cue);
            if let Some(run) = draft.content.iter_mut().find(holds).filter(|_| joined) {
                *run = content::trim(scene, run.start..cue - 1);
            }
        }
    }
}

fn of_cue(
    scene: &Scene<'_, '_, '_>,
    sentence: usize,
    found: &[Found],
    nth: usize,
    clause: &Range<usize>,
) -> Option<Draft> {
    let this = &found[nth];
    if relays_only(scene, this, clause) || opens_neither(scene, this.verb) {
        return None;
    }
    let content = content::of(scene, found, nth, clause)?;
    let stance = match stance(this) {
        _ if neither(scene, this.verb) => Stance::Declines,
        Stance::Denies if judged(scene, this.cue, &content.spans) => Stance::Affirms,
        stance => stance,
    };
    let from = match stance {
        _ if neither(scene, this.verb) => this.verb.saturating_sub(3),
        Stance::Declines => this.from,
        _ => this.verb,
    };
    let cue = from..this.verb + 1;
    let speaker = match &this.role {
        Role::Unknown(tokens) => Speaker::Unknown(tokens.clone()),
        _ => this.subject().cloned().map_or(Speaker::Nobody, Speaker::At),
    };
    let (speaker, relays) = match quoted_as(scene, this.verb, clause) {
        Some(quoted) => quoted,
        None => cited(scene, speaker, this.verb, clause),
    };
    Some(Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker,
        cue: Some(cue),
        content: content.spans,
        stance,
        relays,
        to: content.to,
    })
}

/// "cited", "quoted" with a speaker of their own ("cited Holt, who said") only relay.
fn relays_only(scene: &Scene<'_, '_, '_>, found: &Found, clause: &Range<usize>) -> bool {
    let cites = matches!(found.cue.lemma, "cite" | "quote");
    cites && !(found.verb + 1..clause.end.min(found.verb + 3)).any(|at| scene.is_quotation_start(at))
}

/// "The agency cited two officials as saying": the officials speak, the agency relays.
fn quoted_as(scene: &Scene<'_, '_, '_>, verb: usize, clause: &Range<usize>) -> Option<(Speaker, Vec<usize>)> {
    const LONGEST: usize = 14;
    let before = verb.checked_sub(1).filter(|&before| scene.lower(before) == "as")?;
    let quotes = |&at: &usize| matches!(scene.lower(at), "cited" | "quoted" | "cites" | "quotes");
    let quoting = (clause.start.max(verb.saturating_sub(LONGEST))..before).rev().find(quotes)?;
    let relays = subject::before(scene, quoting, clause.start).filter(|subject| !subject.passive)?.mentions;
    let origin = scene.cast.inside(quoting + 1..before).next()?;
    let tokens = scene.cast.mentions[origin].tokens.clone();
    let subject = subject::Subject { mentions: vec![origin], tokens, ..subject::Subject::default() };
    Some((Speaker::At(subject), relays))
}

/// "Fenwick, citing two officials, reported …", "Citing the Courier, it wrote that …", "Fenwick reported, quoting a clerk, that …": who is
/// cited speaks, the outlet relays.
fn cited(
    scene: &Scene<'_, '_, '_>,
    speaker: Speaker,
    verb: usize,
    clause: &Range<usize>,
) -> (Speaker, Vec<usize>) {
    let Speaker::At(subject) = &speaker else { return (speaker, Vec::new()) };
    let citing =
        |&at: &usize| matches!(scene.lower(at), "citing" | "quoting") && scene.quotation_at(at).is_none();
    let behind = |at: usize| at..clause.end.min(at + 4);
    let fronted = Some(clause.start).filter(citing);
    let mentions = &scene.cast.mentions;
    let relay = subject.mentions.first().copied().filter(|&mention| {
        let it = fronted.is_some() && scene.lower(mentions[mention].tokens.start) == "it";
        mentions[mention].outlet || it && mentions[mention].form == Form::Pronoun
    });
    let aside = || behind(verb + 1).find(citing).filter(|&at| scene.lower(at - 1) == ",");
    // "reported in March, quoting a clerk, that …"
    let before_that = || {
        let that =
            (verb + 1..clause.end).find(|&at| scene.lower(at) == "that" && scene.lower(at - 1) == ",")?;
        (verb + 1..that).find(citing)
    };
    let citing = behind(subject.tokens.end).find(citing).or(fronted).or_else(aside).or_else(before_that);
    let origin = citing.and_then(|at| origin(scene, at, clause.end));
    match (relay, origin) {
        (Some(outlet), Some((origin, between))) => {
            let tokens = mentions[origin].tokens.clone();
            let subject = subject::Subject { mentions: vec![origin], tokens, ..subject::Subject::default() };
            (Speaker::At(subject), between.into_iter().chain([outlet]).collect())
        }
        _ => (speaker, Vec::new()),
    }
}

/// Who is cited behind "citing", and the outlet between: "citing the agency Nord, which in turn quoted two engineers" gives the engineers and
/// the agency.
fn origin(scene: &Scene<'_, '_, '_>, citing: usize, end: usize) -> Option<(usize, Option<usize>)> {
    let near = |at: usize| at + 1..end.min(at + 6);
    let first = scene.cast.inside(near(citing)).next()?;
    let found = &scene.cast.mentions[first];
    let quotes = |&at: &usize| matches!(scene.lower(at), "quoted" | "cited" | "quotes" | "cites");
    let which =
        found.outlet && scene.lower(found.tokens.end) == "," && scene.lower(found.tokens.end + 1) == "which";
    let second = (found.tokens.end + 2..end.min(found.tokens.end + 6)).find(quotes).filter(|_| which);
    let further = second.filter(|&at| !matches!(scene.lower(at - 1), "was" | "were" | "been"));
    match further.and_then(|at| scene.cast.inside(near(at)).next()) {
        Some(source) => Some((source, Some(first))),
        None => Some((first, None)),
    }
}

fn stance(found: &Found) -> Stance {
    stance_of(found.cue, found.negated)
}

/// "neither confirmed nor denied": the second verb stands for both.
fn neither(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    scene.lower(verb.wrapping_sub(1)) == "nor" && doubts(scene, verb)
}

/// The first verb of "neither confirmed nor denied".
fn opens_neither(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    scene.lower(verb.wrapping_sub(1)) == "neither" && scene.lower(verb + 1) == "nor" && doubts(scene, verb)
}

fn doubts(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    scene.lexis.words[verb].cue.is_some_and(|cue| cue.doubting())
}

/// "dismissed the threat as a bluff": what is said is the judgement; "dismissed the claim as a bluff" denies the claim.
fn judged(scene: &Scene<'_, '_, '_>, cue: crate::words::Cue, content: &[Range<usize>]) -> bool {
    let tokens = || content.iter().flat_map(Clone::clone);
    let as_what = tokens().position(|at| scene.lower(at) == "as");
    let claim = |at: usize| {
        matches!(
            scene.lower(at).trim_end_matches('s'),
            "claim"
                | "report"
                | "allegation"
                | "accusation"
                | "suggestion"
                | "rumour"
                | "rumor"
                | "charge"
                | "story"
                | "assertion"
                | "notion"
                | "idea"
                | "it"
        )
    };
    cue.predicative() && as_what.is_some_and(|end| !tokens().take(end).any(claim))
}

fn stance_of(cue: crate::words::Cue, negated: bool) -> Stance {
    match (cue.doubting(), negated) {
        (true, true) if cue.lemma == "confirm" => Stance::Denies,
        (true, false) if cue.lemma != "confirm" => Stance::Denies,
        (_, true) if cue.withholding() => Stance::Declines,
        (_, true) if !cue.quotes() => Stance::Denies,
        _ => Stance::Affirms,
    }
}

/// "Reuters reported a German source said …": where an outlet's whole content is one statement of somebody else, the outlet relays it.
fn collapse_reports(scene: &Scene<'_, '_, '_>, drafts: &mut Vec<Draft>) {
    for at in (0..drafts.len().saturating_sub(1)).rev() {
        let (outer, inner) = (&drafts[at], &drafts[at + 1]);
        let outlet = outer.speakers().first().copied().filter(|&mention| scene.cast.mentions[mention].outlet);
        let starts = outer.content.first().map(|content| content.start);
        let begins_with_speaker = match (starts, inner.speaker_tokens()) {
            (Some(start), Some(speaker)) => {
                let cue = inner.cue.as_ref().map_or(speaker.start, |cue| cue.start);
                let opens = |at: usize| (start..start + 2).contains(&at);
                (opens(speaker.start) || speaker.end <= start && opens(cue)) && outer.content.len() == 1
            }
            _ => false,
        };
        // "The paper, citing a letter, said that officials had …" tells what the letter says.
        let cites = !outer.relays.is_empty();
        if let Some(outlet) = outlet.filter(|_| begins_with_speaker && !cites) {
            drafts[at + 1].relays.push(outlet);
            drafts.remove(at);
        }
    }
}

/// "The mission fears that …, according to the Courier": where all that an outlet is a source of is what somebody else thinks, it relays that.
fn relay_what_is_thought(scene: &Scene<'_, '_, '_>, drafts: &mut Vec<Draft>) {
    let relay = |draft: &Draft| {
        let according = draft.cue.as_ref().is_some_and(|cue| scene.lower(cue.start) == "according");
        let outlet = draft.speakers().first().copied().filter(|&one| scene.cast.mentions[one].outlet);
        outlet.filter(|_| according && draft.content.len() == 1).zip(draft.content.first().cloned())
    };
    for at in (0..drafts.len()).rev() {
        let Some((outlet, content)) = relay(&drafts[at]) else { continue };
        let opens = |other: &Draft| {
            let starts = |tokens: Range<usize>| (content.start..content.start + 3).contains(&tokens.start);
            other.cue != drafts[at].cue && other.speaker_tokens().is_some_and(starts)
        };
        if let Some(inner) = (0..drafts.len()).find(|&inner| inner != at && opens(&drafts[inner])) {
            let phrase = drafts[at].cue.as_ref().map_or(0, |cue| cue.start);
            let cut = |run: &mut Range<usize>| {
                if run.contains(&phrase) {
                    *run = content::trim(scene, run.start..phrase);
                }
            };
            drafts[inner].content.iter_mut().for_each(cut);
            drafts[inner].relays.push(outlet);
            drafts.remove(at);
        }
    }
}

/// A sentence with a speaker keeps it, and "according to" names the relay; without one, "according to" is the cue.
fn join_according(
    scene: &Scene<'_, '_, '_>,
    sentence: usize,
    according: &according::According,
    drafts: &mut Vec<Draft>,
) {
    let governor = according::governor(scene, according);
    let speaks = |draft: &Draft| {
        let cue = draft.cue.as_ref().map_or(0, |cue| cue.start);
        let inside = according.phrase.contains(&cue);
        let own = draft.speakers().iter().all(|mention| !according.chain.contains(mention));
        // "According to the report, the man came in and demanded …" reports all of it.
        let of_this = governor.is_none_or(|verb| {
            draft.holds(verb) || draft.cue.as_ref().is_some_and(|cue| cue.contains(&verb) || verb > cue.end)
        });
        !inside
            && own
            && of_this
            && according.part.contains(&cue)
            && matches!(&draft.speaker, Speaker::At(subject) if !subject.relative)
            && draft.stance == Stance::Affirms
    };
    drafts.retain(|draft| !draft.cue.as_ref().is_some_and(|cue| according.phrase.contains(&cue.start)));
    match drafts.iter_mut().find(|draft| speaks(draft)) {
        Some(draft) => {
            let new: Vec<_> =
                according.chain.iter().copied().filter(|mention| !draft.relays.contains(mention)).collect();
            draft.relays.extend(new);
        }
        None => drafts.extend(according::draft(scene, sentence, according)),
    }
}
