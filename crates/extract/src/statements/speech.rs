//! The text of a speech under a heading that gives somebody the floor: "Remarks by Foreign Minister Mara Holt", "Statement of the ministry".
//!
//! What follows is all on the speaker's word, and "I" is the speaker. Only text that speaks of itself as "I" or "we" is taken for one: a report
//! under such a headline tells of the speech and is not the speech.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use sayso_lang::{Paragraph, Upos};
use sayso_record::{ActorId, ActorType, Form, Stance};

use super::content::trim;
use super::draft::{Draft, Speaker};
use super::scene::Scene;
use super::subject::Subject;
use crate::lexis::Shape;

/// Tokens of a longer paragraph are no heading.
const HEADING: usize = 24;
/// Tokens before a name in which an office may stand.
const OFFICE: usize = 5;

/// Adds speeches, and makes "I" in them whoever speaks.
pub(super) fn add(scene: &Scene<'_, '_, '_>, drafts: &mut Vec<Draft>) {
    let paragraphs = &scene.lexis.reading.paragraphs;
    let mut at = 0;
    while at < paragraphs.len() {
        let first = at + 1;
        let speech = heading(scene, &paragraphs[at])
            .map(|speaker| (speaker, extent(scene, speaker, first, drafts)))
            .filter(|(_, end)| {
                *end > first && in_first_person(scene, first..*end) && !quotes(scene, first..*end)
            });
        at = speech.as_ref().map_or(first, |(_, end)| *end);
        if let Some((speaker, end)) = speech {
            let content: Vec<_> =
                (first..end).map(|at| trim(scene, tokens(scene, &paragraphs[at]))).collect();
            let own = |draft: &&mut Draft| {
                content.iter().any(|run| run.contains(&draft.start())) && is_first_person(scene, draft)
            };
            for draft in drafts.iter_mut().filter(own) {
                draft.speaker = Speaker::Quoted(draft.speaker_tokens().unwrap_or(0..0));
            }
            drafts.push(draft(scene, speaker, first, content));
        }
    }
}

/// "Holt: No. Not over an email.": the turns of an interview, which a name and a colon open, below a question or more than once.
pub(super) fn turns(scene: &Scene<'_, '_, '_>, drafts: &mut Vec<Draft>) {
    let paragraphs = &scene.lexis.reading.paragraphs;
    let opened = |at: usize| {
        let tokens = tokens(scene, &paragraphs[at]);
        let name = scene.cast.starting_at(tokens.start)?;
        let own = &scene.cast.mentions[name];
        let person =
            own.form == Form::Name && scene.lower(own.tokens.end) == ":" && own.tokens.end + 1 < tokens.end;
        person.then_some((name, own.tokens.end + 1..tokens.end))
    };
    let all: Vec<_> = (0..paragraphs.len()).filter_map(|at| Some((at, opened(at)?))).collect();
    let actor = |name: usize| scene.cast.actor_of(name);
    let mut turns: BTreeMap<ActorId, usize> = BTreeMap::new();
    for (_, (name, _)) in &all {
        if let Some(id) = actor(*name) {
            *turns.entry(id).or_default() += 1;
        }
    }
    for (at, (name, content)) in &all {
        let again = actor(*name).and_then(|id| turns.get(&id)).is_some_and(|&turns| turns > 1);
        let asked = at.checked_sub(1).is_some_and(|before| {
            let question = tokens(scene, &paragraphs[before]);
            question.end > question.start && scene.lower(question.end - 1) == "?"
        });
        let content = trim(scene, content.clone());
        let asks = content.end > content.start && scene.lower(content.end - 1) == "?";
        let near = drafts.len().saturating_sub(super::WINDOW);
        let held = |draft: &Draft| {
            draft.paragraph == *at && draft.holds(content.start) && draft.cue.is_none()
                || draft.cue.as_ref().is_some_and(|cue| cue.contains(&(content.start - 1)))
        };
        if !(again && asked) || asks || content.is_empty() || drafts[near..].iter().any(held) {
            continue;
        }
        let cue = Some(content.start - 1..content.start);
        drafts.push(Draft { cue, ..draft(scene, *name, *at, vec![content]) });
    }
}

fn draft(scene: &Scene<'_, '_, '_>, speaker: usize, paragraph: usize, content: Vec<Range<usize>>) -> Draft {
    let tokens = scene.cast.mentions[speaker].tokens.clone();
    Draft {
        paragraph,
        sentence: scene.lexis.reading.paragraphs[paragraph].sentences.start,
        speaker: Speaker::At(Subject { mentions: vec![speaker], tokens, ..Subject::default() }),
        cue: None,
        content,
        stance: Stance::Affirms,
        relays: Vec::new(),
        to: Vec::new(),
    }
}

fn tokens(scene: &Scene<'_, '_, '_>, paragraph: &Paragraph<'_>) -> Range<usize> {
    let sentences = &scene.lexis.reading.sentences[paragraph.sentences.clone()];
    let start = sentences.first().map_or(0, |first| first.tokens.start);
    start..sentences.last().map_or(start, |last| last.tokens.end)
}

/// Whom a heading gives the floor: the mention behind *by*, *of* or *from* after a word for a speech, in words without a verb.
fn heading(scene: &Scene<'_, '_, '_>, paragraph: &Paragraph<'_>) -> Option<usize> {
    let tokens = tokens(scene, paragraph);
    let words = &scene.lexis.reading.tokens;
    let verb = |at: usize| {
        words[at].upos == Upos::Aux || words[at].upos == Upos::Verb && words[at].relation.base() == "root"
    };
    let ends = tokens.end > tokens.start && scene.lexis.shape(tokens.end - 1) == Shape::Mark;
    if tokens.len() > HEADING || ends || tokens.clone().any(verb) {
        return None;
    }
    let speech = |&at: &usize| {
        let noun = matches!(
            scene.lower(at),
            "address"
                | "argument"
                | "communique"
                | "communiqué"
                | "keynote"
                | "lecture"
                | "letter"
                | "message"
                | "remarks"
                | "sermon"
                | "speech"
                | "statement"
                | "testimony"
        );
        // "The last message of the Solveig" heads no speech.
        let of = scene.lower(at + 1) == "of"
            && matches!(
                scene.lower(at),
                "address" | "argument" | "remarks" | "speech" | "statement" | "testimony"
            );
        let from = scene.lower(at + 1) == "from" && !matches!(scene.lower(at), "letter" | "message");
        noun && (of || from || scene.lower(at + 1) == "by") && scene.quotation_at(at).is_none()
    };
    let given = tokens.clone().take(3).find(speech)? + 2;
    let article = usize::from(scene.lower(given) == "the");
    let near = given..(given + article + 6).min(tokens.end);
    let speaker = scene.cast.starting_at(given).or_else(|| scene.cast.starting_at(given + article));
    // "of Gen Mara Holt": an office and a form of address stand before the name.
    let name = |one: &usize| {
        let own = &scene.cast.mentions[*one];
        own.form == Form::Name && own.kind != Some(ActorType::Place)
    };
    let speaker = speaker.filter(name).or_else(|| scene.cast.inside(near).find(name)).or(speaker)?;
    let speaks = matches!(
        scene.cast.mentions[speaker].kind,
        Some(ActorType::Person | ActorType::Organization | ActorType::Group)
    );
    speaks.then_some(speaker)
}

/// The paragraph with which the speech is over: another heading, a turn of somebody else, a question to the speaker, or a report again.
fn extent(scene: &Scene<'_, '_, '_>, speaker: usize, first: usize, drafts: &[Draft]) -> usize {
    let paragraphs = &scene.lexis.reading.paragraphs;
    let name = &scene.cast.mentions[speaker].tokens;
    let surname = scene.lower(name.end - 1);
    let of_speaker = |draft: &Draft| {
        draft.speaker_tokens().is_some_and(|own| {
            own.end > own.start && own.start > name.end && scene.lower(own.end - 1) == surname
        })
    };
    let told: BTreeSet<usize> =
        drafts.iter().filter(|draft| of_speaker(draft)).map(|draft| draft.paragraph).collect();
    let reports = |at: usize| told.contains(&at);
    // "General, is this a waiver?"
    let addressed = |at: usize| {
        let start = tokens(scene, &paragraphs[at]).start;
        let word = scene.lower(start);
        scene.lower(start + 1) == ","
            && (name.start.saturating_sub(OFFICE)..name.end).any(|of| {
                let own = scene.lower(of).trim_end_matches('.');
                own.len() > 2 && word.starts_with(own)
            })
    };
    let turn = |at: usize| {
        let tokens = tokens(scene, &paragraphs[at]);
        let colon = tokens.clone().take(5).find(|&at| scene.lower(at) == ":");
        colon.is_some_and(|colon| {
            scene
                .cast
                .ending_at(colon - 1)
                .is_some_and(|one| scene.cast.mentions[one].tokens.start == tokens.start)
        })
    };
    let quoted = |at: usize| scene.is_quotation_start(tokens(scene, &paragraphs[at]).start);
    let over = |at: &usize| {
        heading(scene, &paragraphs[*at]).is_some()
            || turn(*at)
            || addressed(*at)
            || quoted(*at)
            || reports(*at)
    };
    (first..paragraphs.len()).find(over).unwrap_or(paragraphs.len())
}

/// A report quotes; a speech seldom does.
fn quotes(scene: &Scene<'_, '_, '_>, mut paragraphs: Range<usize>) -> bool {
    const WORDS: usize = 5;
    let all = &scene.lexis.reading.quotations;
    paragraphs.any(|at| {
        let first = all.partition_point(|quotation| quotation.paragraph < at);
        let mut here = all[first..].iter().take_while(|quotation| quotation.paragraph == at);
        here.any(|quotation| quotation.tokens.len() > WORDS)
    })
}

/// "I" or "we" does something there, outside quotation marks.
fn in_first_person(scene: &Scene<'_, '_, '_>, mut paragraphs: Range<usize>) -> bool {
    let own = |at: usize| tokens(scene, &scene.lexis.reading.paragraphs[at]);
    paragraphs.any(|at| speaks_of_itself(scene, own(at)))
}

fn speaks_of_itself(scene: &Scene<'_, '_, '_>, mut words: Range<usize>) -> bool {
    words.any(|at| {
        scene.quotation_at(at).is_none()
            && matches!(scene.lower(at), "i" | "we")
            && scene.lexis.reading.tokens[at].relation.base() == "nsubj"
    })
}

fn is_first_person(scene: &Scene<'_, '_, '_>, draft: &Draft) -> bool {
    let own = draft.speaker_tokens().unwrap_or(0..0);
    own.len() == 1
        && matches!(scene.lower(own.start), "i" | "we" | "me" | "us")
        && scene.quotation_at(own.start).is_none()
}
