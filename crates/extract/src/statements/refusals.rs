//! Refusals to speak: "declined to comment", "did not respond to questions", with what they are about.

use std::ops::Range;

use sayso_record::Stance;

use super::draft::{Draft, Speaker};
use super::scene::Scene;
use super::{content, labels, subject};

/// "declined to comment", "would not be drawn", "did not respond to questions": a refusal to speak, with what it is about as its content.
pub(super) fn declined(
    scene: &Scene<'_, '_, '_>,
    sentence: usize,
    verb: usize,
    clause: &Range<usize>,
) -> Option<Draft> {
    let end = refusal(scene, verb, clause.end).filter(|_| scene.quotation_at(verb).is_none())?;
    let subject = subject::before(scene, verb, clause.start)?;
    let about =
        matches!(scene.lower(end), "on" | "whether" | "how" | "why" | "who" | "what" | "when" | "where");
    let stop = (end..clause.end).find(|&at| matches!(scene.lower(at), "," | ";" | "and" | "but" | "because"));
    let about = about || matches!(scene.lower(end - 1), "discuss" | "answer");
    let content = content::trim(scene, end..stop.unwrap_or(clause.end));
    let content = if about { content } else { question(scene, clause).unwrap_or(end..end) };
    let from = if subject.negated { subject.withheld_from(scene, verb) } else { verb };
    Some(Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker: Speaker::At(subject),
        cue: Some(from..end),
        content: if content.is_empty() { Vec::new() } else { vec![content] },
        stance: Stance::Declines,
        relays: Vec::new(),
        to: Vec::new(),
    })
}

/// "Asked whether he would stand, Holt declined to comment": what he was asked.
fn question(scene: &Scene<'_, '_, '_>, clause: &Range<usize>) -> Option<Range<usize>> {
    let asked = clause.clone().find(|&at| labels::is_question(scene, at))?;
    let end = scene.lexis.trees.reach(asked).end.min(clause.end);
    let opens =
        |&at: &usize| matches!(scene.lower(at), "whether" | "if" | "about" | "why" | "how" | "when" | "what");
    let start = (asked + 1..end).find(opens)?;
    let content = content::trim(scene, start + usize::from(scene.lower(start) == "about")..end);
    (!content.is_empty()).then_some(content)
}

/// Where the words of a refusal end that begins with the verb.
fn refusal(scene: &Scene<'_, '_, '_>, verb: usize, end: usize) -> Option<usize> {
    let speaks = |at: usize| {
        matches!(
            scene.lower(at),
            "comment" | "elaborate" | "answer" | "discuss" | "respond" | "say" | "be" | "specify"
        )
    };
    match scene.lower(verb) {
        "declined" | "declines" | "refused" | "refuses"
            if scene.lower(verb + 1) == "to" && speaks(verb + 2) =>
        {
            Some(verb + 3)
        }
        "wish" | "want" | "wished" | "wanted" if scene.lower(verb + 1) == "to" && speaks(verb + 2) => {
            subject::before(scene, verb, 0).is_some_and(|subject| subject.negated).then_some(verb + 3)
        }
        "had" | "has" | "have" if scene.lower(verb + 1) == "no" && scene.lower(verb + 2) == "comment" => {
            Some(verb + 3)
        }
        "respond" | "responded" | "reply" | "replied" | "comment" | "commented" | "answer" => {
            let negated = subject::before(scene, verb, 0).is_some_and(|subject| subject.negated);
            let request = (verb + 1..end.min(verb + 9)).find(|&at| {
                matches!(
                    scene.lower(at),
                    "request" | "requests" | "questions" | "calls" | "emails" | "messages"
                )
            });
            let comment = request.filter(|&at| matches!(scene.lower(at + 1), "for")).map(|at| at + 3);
            negated.then(|| comment.or(request.map(|at| at + 1)).unwrap_or(verb + 1))
        }
        _ => None,
    }
    .map(|to| to.min(end))
}
