//! Statements: who is said to have said, denied or thought what, and on whose word does the page have it?
//!
//! Rules and labels propose, sentence by sentence. [`cues`] finds the verbs that hand the floor to somebody and their subjects; [`content`]
//! finds the words they hand over, with quotation marks, *that* and commas as signs; [`labels`] joins them with what the trained reader
//! links, without what [`barred`] knows nobody says and whom [`hearers`] tells to be addressed. [`according`], [`quotes`], [`frames`] and
//! [`refusals`] add what has no verb of saying, [`clauses`] what is thought inside what is said. [`voices`] tells by the tree whose words
//! they are, [`objects`] where a content ends that is no clause, [`citing`] who only passes words on. Then sources are resolved in the
//! order of the text, because "he" is who was spoken of last, and [`relays`] adds through whom it came. Statements inside the content of
//! another are told by containment; [`links`] points denials at what they deny.

mod according;
mod barred;
mod citing;
mod clauses;
mod content;
mod cues;
mod desk;
mod draft;
mod frames;
mod hearers;
mod labels;
mod lead;
mod links;
mod objects;
mod page;
mod quotes;
mod refusals;
mod relays;
mod scene;
mod several;
mod speech;
mod subject;
mod voices;

use std::collections::BTreeMap;
use std::ops::Range;

use sayso_lang::Part;
use sayso_record::{ActorType, Form, RecordBuilder, Refused, Stance};

use crate::actors::Cast;
use crate::lexis::Lexis;
use cues::{Found, Role};
use desk::Desk;
use draft::{Draft, Speaker};
use scene::{Marks, Scene};
use subject::Subject;

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
    let hand_ons = relays::hand_ons(&scene);
    let led = lead::all(&scene);
    cast.lead(led);
    Desk::new(lexis, cast, record, &marks).with_outlets(appearances, hand_ons).enter(drafts)
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
    without_later_words(scene, &mut all);
    clauses::add(scene, &mut all);
    citing::relay_what_is_thought(scene, &mut all);
    speech::turns(scene, &mut all);
    speech::add(scene, &mut all);
    for at in 0..all.len() {
        let near = at.saturating_sub(WINDOW / 2)..all.len().min(at + WINDOW / 2);
        let found = relays::at_the_cue(scene, &all[at], &all[near]);
        relays::add(scene, &mut all[at], found);
    }
    without_relayed(scene, &mut all);
    all.sort_by_key(|draft| {
        (draft.start(), std::cmp::Reverse(draft.content.last().map_or(0, |content| content.end)))
    });
    all
}

/// "told the station, the Courier reported, that …": an outlet that relays some words has not said them as well.
fn without_relayed(scene: &Scene<'_, '_, '_>, all: &mut Vec<Draft>) {
    let starts = |of: &Draft| of.content.first().map(|run| run.start);
    let mut by_start: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, start) in all.iter().enumerate().filter_map(|(at, draft)| Some((at, starts(draft)?))) {
        by_start.entry(start).or_default().push(at);
    }
    let mut gone = vec![false; all.len()];
    for twins in by_start.values().filter(|twins| twins.len() > 1) {
        for &at in twins {
            let [outlet] = all[at].speakers() else { continue };
            let speaks = |other: usize| {
                let one = all[other].speakers().first().map(|&one| &scene.cast.mentions[one]);
                let person =
                    one.is_some_and(|one| matches!(one.kind, Some(ActorType::Person | ActorType::Group)));
                scene.cast.mentions[*outlet].outlet && person && !all[other].relays.is_empty()
            };
            gone[at] = twins
                .iter()
                .any(|&other| other != at && (all[other].relays.contains(outlet) || speaks(other)));
        }
    }
    let mut gone = gone.into_iter();
    all.retain(|_| !gone.next().unwrap_or(false));
}

/// Words of a later sentence that somebody else says there are not what was said before, and what was quoted in an earlier one with a cue of
/// its own is not said again.
fn without_later_words(scene: &Scene<'_, '_, '_>, all: &mut Vec<Draft>) {
    let tokens = &scene.lexis.reading.tokens;
    let mut said: Vec<(usize, Range<usize>)> = Vec::new();
    for draft in all.iter().filter(|draft| draft.cue.is_some()) {
        said.extend(draft.content.iter().map(|run| (draft.sentence, run.clone())));
    }
    said.sort_by_key(|(sentence, run)| (*sentence, run.start));
    for draft in all.iter_mut() {
        let own = draft.sentence;
        draft.content.retain(|run| {
            let there = tokens[run.start].sentence;
            let from = said.partition_point(|(sentence, _)| *sentence < there);
            let mut others = said[from..].iter().take_while(|(sentence, _)| *sentence == there);
            let quoted = scene.quotation_at(run.start).is_some();
            there == own
                || there > own && quoted
                || there < own && !quoted
                || !others.any(|(_, other)| draft::meet(run, other))
        });
    }
    all.retain(|draft| !draft.content.is_empty() || draft.stance == Stance::Declines);
}

fn of_sentence(scene: &Scene<'_, '_, '_>, sentence: usize, all: &mut Vec<Draft>) {
    let clause = scene.clause(sentence);
    let found = cues::find(scene, sentence);
    let mut drafts: Vec<Draft> =
        (0..found.len()).filter_map(|nth| of_cue(scene, sentence, &found, nth, &clause)).collect();
    labels::merge(scene, sentence, &mut drafts);
    frames::add(scene, sentence, &mut drafts);
    let mut drafts: Vec<_> = drafts
        .into_iter()
        .map(|draft| citing::introduced(scene, citing::cited(scene, draft, &clause), &clause))
        .map(|draft| refusals::unconfirmed(scene, draft))
        .collect();
    citing::without_citing(scene, &mut drafts);
    citing::relay_what_went_before(scene, &mut drafts);
    citing::collapse_reports(scene, &mut drafts);
    for mut refusal in clause.clone().filter_map(|verb| refusals::declined(scene, sentence, verb, &clause)) {
        if let Some(told) = drafts.iter().find(|draft| refusals::is_said(scene, draft, &refusal)) {
            refusal.speaker = told.speaker.clone();
        }
        drafts.retain(|draft| !draft.meets(&refusal) && !refusals::is_said(scene, draft, &refusal));
        drafts.push(refusal);
    }
    without_refusals(scene, &mut drafts);
    without_next_clause(scene, &mut drafts);
    without_next_verb(scene, &mut drafts);
    drafts.iter_mut().for_each(|draft| without_subject(scene, draft));
    without_twins(&mut drafts);
    for according in according::find(scene, &clause) {
        join_according(scene, sentence, &according, &mut drafts);
    }
    let paragraph = scene.lexis.reading.sentences[sentence].paragraph;
    let head = paragraph == 0 || scene.lexis.reading.paragraphs[paragraph].part == Part::Title;
    if head && drafts.is_empty() {
        quotes::headline(scene, sentence, &mut drafts);
    }
    all.extend(drafts.into_iter().map(|draft| {
        let draft = objects::with_predicate(scene, objects::without_second_verb(scene, draft));
        draft.named(scene).widen(scene).with_condition(scene).without_loose_ends(scene)
    }));
}

/// "was quoted as saying" has one cue, however many verbs are found in it: the same words of the same people are said once.
fn without_twins(drafts: &mut Vec<Draft>) {
    for at in (1..drafts.len()).rev() {
        let same = |other: &Draft| {
            let one = &drafts[at];
            let starts = |of: &Draft| of.content.first().map(|run| run.start);
            let cues = one.cue.as_ref().zip(other.cue.as_ref());
            let within = cues.is_some_and(|(one, other)| draft::meet(one, other));
            let meet =
                one.content.iter().any(|run| other.content.iter().any(|other| draft::meet(run, other)));
            (starts(other) == starts(one) || within && meet)
                && !one.content.is_empty()
                && other.speakers() == one.speakers()
                && !one.speakers().is_empty()
                && other.stance == one.stance
        };
        // "said it could not confirm that": one refusal, told as what is said and found once more.
        let held = |other: &Draft| {
            let one = &drafts[at];
            let starts = |of: &Draft| of.content.first().map(|run| run.start);
            let inside = one.cue.as_ref().zip(other.cue.as_ref()).is_some_and(|(one, other)| {
                one.len() < other.len() && other.start <= one.start && one.end <= other.end
            });
            inside && starts(one).is_some() && starts(one) == starts(other) && one.stance == other.stance
        };
        if let Some(first) = (0..at).find(|&first| same(&drafts[first]) || held(&drafts[first])) {
            let gone = drafts.remove(at);
            let new: Vec<_> =
                gone.relays.into_iter().filter(|relay| !drafts[first].relays.contains(relay)).collect();
            drafts[first].relays.extend(new);
        }
    }
}

/// "confirmed they were called but would not say by whom": what follows *but* is no part of what was confirmed.
fn without_refusals(scene: &Scene<'_, '_, '_>, drafts: &mut [Draft]) {
    let refused: Vec<(usize, Vec<usize>)> = drafts
        .iter()
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

/// "Two guards interviewed by Radio Tessel said that": what joins the speaker to the cue without a comma is no content.
fn without_subject(scene: &Scene<'_, '_, '_>, draft: &mut Draft) {
    let Some((own, cue)) = draft.speaker_tokens().zip(draft.cue.clone()) else { return };
    let joined = |run: &Range<usize>| {
        let apart = (own.end..run.start).any(|at| matches!(scene.lower(at), "," | "(" | "–" | "—"));
        own.end <= run.start && run.end == cue.start && !apart
    };
    if draft.content.len() > 1 {
        draft.content.retain(|run| !joined(run));
    }
}

/// "rejected the charge, called it a fantasy and demanded an apology": what is rejected ends where the same speaker does something else.
fn without_next_verb(scene: &Scene<'_, '_, '_>, drafts: &mut [Draft]) {
    let cues: Vec<(usize, Vec<usize>)> = drafts
        .iter()
        .filter_map(|draft| {
            let cue = draft.cue.as_ref().map(|cue| cue.start)?;
            let joined = matches!(scene.lower(cue.wrapping_sub(1)), "," | "and" | "but");
            (joined && !draft.speakers().is_empty()).then(|| (cue, draft.speakers().to_vec()))
        })
        .collect();
    for draft in drafts.iter_mut() {
        let (own, said) = (draft.speakers().to_vec(), draft.cue.as_ref().map_or(usize::MAX, |cue| cue.end));
        for (cue, speakers) in &cues {
            let holds = |run: &&mut Range<usize>| {
                run.start >= said
                    && run.start + 1 < *cue
                    && run.contains(cue)
                    && !matches!(scene.lower(run.start), "that" | "to" | "whether" | "if" | "how" | "why")
                    && (run.start..*cue).all(|at| {
                        scene.quotation_at(at).is_none()
                            && scene.lexis.reading.tokens[at].relation.base() != "nsubj"
                    })
            };
            let low = |run: &&mut Range<usize>| {
                run.start >= said && run.start + 1 < *cue && run.contains(cue) && hangs_low(scene, run, *cue)
            };
            let either = |run: &&mut Range<usize>| holds(run) || low(run);
            let run = draft.content.iter_mut().find(either).filter(|_| *speakers == own);
            if let Some(run) = run {
                *run = content::trim(scene, run.start..cue - 1);
            }
        }
    }
}

/// "denied that the rolls were changed and accused the party of fraud": the tree joins the second verb to a clause whose subject is nobody who
/// could speak.
fn hangs_low(scene: &Scene<'_, '_, '_>, run: &Range<usize>, verb: usize) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let children = |of: usize| scene.lexis.trees.children(of);
    let bare = !children(verb).any(|at| matches!(tokens[at].relation.base(), "nsubj" | "aux"));
    let Some(first) = tokens[verb].head.filter(|_| tokens[verb].relation.base() == "conj") else {
        return false;
    };
    let subject = children(first).find(|&at| tokens[at].relation.base() == "nsubj" && run.contains(&at));
    let speaks = |subject: usize| {
        let kind = scene.cast.holding(subject).map(|mention| scene.cast.mentions[mention].kind);
        tokens[subject].upos == sayso_lang::Upos::Pron
            || matches!(
                kind,
                Some(Some(ActorType::Person | ActorType::Group | ActorType::Organization) | None)
            )
    };
    let quoted = (run.start..verb).any(|at| scene.quotation_at(at).is_some());
    bare && !quoted && run.contains(&first) && subject.is_some_and(|subject| !speaks(subject))
}

/// "complained that the fish rots, and the mayor begged …": where somebody else begins to speak behind a comma, nothing more is said.
fn without_next_clause(scene: &Scene<'_, '_, '_>, drafts: &mut [Draft]) {
    let starts: Vec<(usize, usize)> = drafts
        .iter()
        .filter_map(|draft| {
            let own = draft.speaker_tokens()?;
            let cue = draft.cue.as_ref().filter(|cue| cue.start >= own.end)?.start;
            let article = usize::from(own.start > 0 && scene.lower(own.start - 1) == "the");
            Some((own.start - article, cue))
        })
        .collect();
    for draft in drafts.iter_mut() {
        let Some(own) = draft.cue.clone() else { continue };
        for &(start, cue) in &starts {
            let and = start > 1
                && matches!(scene.lower(start - 1), "and" | "but" | "while")
                && scene.lower(start - 2) == ",";
            let title = start > 0 && scene.lower(start - 1) == "," && scene.in_title(start);
            let holds = |run: &&mut Range<usize>| {
                own.end <= run.start
                    && run.start + 1 < start
                    && run.contains(&cue)
                    && scene.quotation_at(start).is_none()
            };
            let apart = (and || title) && cue > own.end;
            if let Some(run) = draft.content.iter_mut().find(holds).filter(|_| apart) {
                *run = content::trim(scene, run.start..start - 1);
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
    if citing::relays_only(scene, this, clause) || opens_neither(scene, this.verb) {
        return None;
    }
    let content = content::of(scene, found, nth, clause)?;
    if barred::says_otherwise(scene, &content.spans) {
        return None;
    }
    let stance = match stance(this) {
        _ if neither(scene, this.verb) || this.negated && hedges(scene, this.verb) => Stance::Declines,
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
    let asked = || refusals::question(scene, clause).filter(|asked| asked.end <= this.edge);
    let spans = match stance {
        Stance::Declines if content.spans.iter().all(|run| run.end <= this.verb) => {
            asked().map_or(content.spans, |asked| vec![asked])
        }
        _ => content.spans,
    };
    let (speaker, relays) = citing::quoted_as(scene, this.verb, clause).unwrap_or((speaker, Vec::new()));
    Some(Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker,
        cue: Some(cue),
        content: spans,
        stance,
        relays,
        to: content.to,
    })
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

/// "would not confirm or deny".
fn hedges(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    let joins = |at: usize| matches!(scene.lower(at), "or" | "nor");
    match scene.lower(verb) {
        "confirm" => joins(verb + 1) && scene.lower(verb + 2) == "deny",
        "deny" => joins(verb.wrapping_sub(1)) && scene.lower(verb.wrapping_sub(2)) == "confirm",
        _ => false,
    }
}

fn doubts(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    scene.lexis.words[verb].cue.is_some_and(|cue| cue.doubting())
}

/// "dismissed the threat as a bluff": what is said is the judgement; "dismissed the claim as a bluff" denies the claim.
fn judged(scene: &Scene<'_, '_, '_>, cue: crate::words::Cue, content: &[Range<usize>]) -> bool {
    let tokens = || content.iter().flat_map(Clone::clone);
    let as_what = tokens().position(|at| scene.lower(at) == "as");
    let claim = |at: usize| {
        let bare = matches!(scene.lower(at), "it" | "that") && scene.lower(at + 1) == "as";
        bare || matches!(
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
                | "account"
                | "remark"
                | "comment"
                | "version"
                | "notion"
                | "idea"
        )
    };
    cue.predicative() && as_what.is_some_and(|end| !tokens().take(end).any(claim))
}

fn stance_of(cue: crate::words::Cue, negated: bool) -> Stance {
    match (cue.doubting(), negated) {
        (true, true) if checks(cue) => Stance::Denies,
        (true, false) if !checks(cue) => Stance::Denies,
        (_, true) if cue.withholding() => Stance::Declines,
        (_, true) if !cue.quotes() => Stance::Denies,
        _ => Stance::Affirms,
    }
}

/// Verbs that deny only once they are negated ("could not verify").
fn checks(cue: crate::words::Cue) -> bool {
    matches!(cue.lemma, "accept" | "confirm" | "verify")
}

/// What is published once, or kept in a file.
fn is_document(scene: &Scene<'_, '_, '_>, mention: usize) -> bool {
    let own = &scene.cast.mentions[mention];
    own.form == Form::Nominal && own.outlet && !citing::publishes(scene, mention)
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
            // "According to Fenwick, the paper quoted Holt as saying …": Fenwick has what the paper quotes.
            let quotes = |cue: &Range<usize>| {
                matches!(scene.lower(verb), "quoted" | "cited" | "quotes" | "cites")
                    && verb < cue.start
                    && scene.lower(cue.start - 1) == "as"
            };
            draft.holds(verb)
                || draft.cue.as_ref().is_some_and(|cue| cue.contains(&verb) || verb > cue.end || quotes(cue))
        });
        !inside
            && own
            && of_this
            && according.part.contains(&cue)
            && matches!(&draft.speaker, Speaker::At(subject) if !subject.relative)
            && draft.stance == Stance::Affirms
    };
    let own = |cue: &Range<usize>| according.phrase.contains(&cue.start) || draft::meet(cue, &according.cue);
    drafts.retain(|draft| !draft.cue.as_ref().is_some_and(own));
    // "told jurors that, according to Varga, …": what Varga says is told.
    let start = according.phrase.start;
    let comma = usize::from(scene.lower(start.wrapping_sub(1)) == ",");
    let that = scene.lower(start.wrapping_sub(1 + comma)) == "that";
    let opener = start.wrapping_sub(1 + comma);
    let told = drafts
        .iter_mut()
        .filter(|_| that)
        .find(|draft| draft.content.first().is_some_and(|first| first.start == opener));
    if let Some(told) = told {
        let end = told.content[told.content.len() - 1].end;
        let all = opener..if end > according.phrase.end { end } else { according.part.end };
        told.content = vec![all.clone()];
        let said = content::trim(scene, according.phrase.end.min(all.end)..all.end);
        let inner = according::draft(scene, sentence, according).filter(|_| !said.is_empty());
        drafts.extend(inner.map(|inner| Draft { content: vec![said], ..inner }));
        return;
    }
    let people = according.chain.first().is_some_and(|&one| {
        let own = &scene.cast.mentions[one];
        matches!(own.kind, Some(ActorType::Person | ActorType::Group)) && !own.outlet
    });
    match drafts.iter_mut().find(|draft| speaks(draft)) {
        // "The Courier reported that …, according to a clerk": the clerk's words, through the Courier.
        Some(draft) if people && matches!(draft.speakers(), &[one] if citing::publishes(scene, one)) => {
            let outlet = draft.speakers()[0];
            let chain = &according.chain;
            let source = chain[0];
            let tokens = scene.cast.mentions[source].tokens.clone();
            draft.speaker = Speaker::At(Subject { mentions: vec![source], tokens, ..Subject::default() });
            draft.relays = chain[1..].iter().copied().chain([outlet]).collect();
        }
        // "According to the report, the man demanded “the takings”": the report tells all of it.
        Some(_)
            if according.chain.first().is_some_and(|&one| is_document(scene, one))
                && according.phrase.start <= according.part.start =>
        {
            drafts.extend(according::draft(scene, sentence, according));
        }
        // "Holt believes that …, according to two aides": they say that she does.
        Some(_) if people => drafts.extend(according::draft(scene, sentence, according)),
        Some(draft) => {
            // "she told them, according to a transcript": no document passes on what it holds.
            let chain = according.chain.iter().copied();
            let new: Vec<_> = chain
                .filter(|&mention| !draft.relays.contains(&mention) && !is_document(scene, mention))
                .collect();
            draft.relays.extend(new);
        }
        None => drafts.extend(according::draft(scene, sentence, according)),
    }
}
