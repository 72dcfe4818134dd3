//! Refusals to speak: "declined to comment", "did not respond to questions", with what they are about.

use std::ops::Range;

use sayso_record::{Form, Stance};

use super::draft::{Draft, Speaker};
use super::scene::Scene;
use super::{barred, content, labels, subject, voices};
use crate::lexis::Shape;
use crate::words::Function;

/// "declined to comment", "would not be drawn", "did not respond to questions": a refusal to speak, with what it is about as its content.
pub(super) fn declined(
    scene: &Scene<'_, '_, '_>,
    sentence: usize,
    verb: usize,
    clause: &Range<usize>,
) -> Option<Draft> {
    let end = refusal(scene, verb, clause.end).filter(|_| scene.quotation_at(verb).is_none())?;
    let subject = subject::before(scene, verb, clause.start);
    // "would not be drawn": the participle has the subject.
    let node =
        if scene.lower(verb) == "be" { scene.lexis.reading.tokens[verb].head.unwrap_or(verb) } else { verb };
    let subject = subject.or_else(|| of_tree(scene, node));
    let speaker = match (subject, voices::by_tree(scene, node, &[])) {
        (Some(subject), _) => Speaker::At(subject),
        (None, Speaker::Unknown(words))
            if words.end <= verb
                && !matches!(scene.lower(words.start), "nobody" | "no" | "none" | "neither") =>
        {
            Speaker::Unknown(words)
        }
        _ => return None,
    };
    let negated = match &speaker {
        Speaker::At(subject) => subject.negated,
        _ => false,
    };
    let about = matches!(
        scene.lower(end),
        "on" | "about" | "whether" | "how" | "why" | "who" | "whose" | "what" | "when" | "where"
    );
    let with = |at: usize| {
        scene.lower(at) == "with" && (at + 1..at + 4).any(|next| scene.lexis.role(next).is_some())
    };
    let stop = (end..clause.end).find(|&at| {
        matches!(scene.lower(at), "," | ";" | "and" | "but" | "because" | "until" | "while")
            || at > end && with(at)
    });
    // "declined to say whether the editor, Jon Varga, would stay": the whole clause.
    let tokens = &scene.lexis.reading.tokens;
    let asked = tokens.get(end).and_then(|word| word.head).filter(|_| {
        matches!(scene.lower(end), "whether" | "how" | "why" | "who" | "what" | "when" | "where")
    });
    let apart = stop.is_some_and(|at| scene.lower(at) == "," && scene.cast.starting_at(at + 1).is_some());
    let reach = asked
        .filter(|&head| head > end && apart)
        .map(|head| scene.lexis.trees.reach(head).end.min(clause.end));
    let stop = match (stop, reach) {
        (Some(stop), Some(reach)) if reach > stop => Some(reach),
        _ => stop,
    };
    let gerund = scene.lower(verb + 1) == "from" && end == verb + 3;
    let about = about || gerund || matches!(scene.lower(end - 1), "discuss" | "answer");
    let content = content::trim(scene, end..stop.unwrap_or(clause.end));
    let content =
        if about && !content.is_empty() { content } else { question(scene, clause).unwrap_or(end..end) };
    let from = if let (Speaker::At(subject), true) = (&speaker, negated) {
        subject.withheld_from(scene, verb)
    } else {
        (clause.start..verb)
            .rev()
            .take(3)
            .take_while(|&at| scene.is(at, Function::Negation) || scene.is(at, Function::Modal))
            .last()
            .unwrap_or(verb)
    };
    Some(Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker,
        cue: Some(from..end),
        content: if content.is_empty() { Vec::new() } else { vec![content] },
        stance: Stance::Declines,
        relays: Vec::new(),
        to: Vec::new(),
    })
}

/// "said it had no comment": the refusal is all that is said, and whoever says so refuses.
pub(super) fn is_said(scene: &Scene<'_, '_, '_>, draft: &Draft, refusal: &Draft) -> bool {
    let Some(cue) = &refusal.cue else { return false };
    let [run] = &draft.content[..] else { return false };
    // "Holt said he would not discuss it"; "her agent said she would not" tells of another.
    let own = draft.speakers().first().map(|&at| &scene.cast.mentions[at]);
    let himself = own.is_some_and(|own| own.form != Form::Nominal);
    let pronoun = match scene.lower(run.start) {
        "it" | "they" => true,
        "he" | "she" => himself,
        _ => false,
    };
    pronoun && cue.start == run.start + 1 && scene.quotation_at(run.start).is_none()
}

/// "said it could not confirm where it was filmed": who says so does not confirm it.
pub(super) fn unconfirmed(scene: &Scene<'_, '_, '_>, mut draft: Draft) -> Draft {
    let [run] = &mut draft.content[..] else { return draft };
    let start = run.start + usize::from(scene.lower(run.start) == "that");
    let pronoun =
        matches!(scene.lower(start), "he" | "she" | "it" | "they") && scene.quotation_at(start).is_none();
    let from = start + 1;
    let verb = (from..run.end.min(from + 5)).find(|&at| matches!(scene.lower(at), "confirm" | "verify"));
    let Some(verb) = verb.filter(|_| pronoun && draft.stance == Stance::Affirms) else { return draft };
    let negated = (from..verb)
        .any(|at| scene.is(at, Function::Negation) || matches!(scene.lower(at), "unable" | "cannot"));
    if negated && verb + 1 < run.end && !matches!(scene.lower(verb + 1), "or" | "nor") {
        draft.cue = Some(from..verb + 1);
        run.start = verb + 1;
        draft.stance = Stance::Denies;
    }
    draft
}

/// "confirmed the visit, but declined to say when": the subject of the verb before.
fn of_tree(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<subject::Subject> {
    // "confirmed that a letter had come but would not discuss it": where the tree joins it too low, the subject of the main verb.
    let low = scene.lexis.reading.tokens[verb].relation.base() == "conj";
    let main = || scene.lexis.trees.above(verb).last().filter(|_| low);
    match voices::by_tree(scene, verb, &[]) {
        Speaker::At(subject) if !low || subject.mentions.iter().all(|&at| speaks(scene, at)) => Some(subject),
        _ => match voices::by_tree(scene, main()?, &[]) {
            Speaker::At(subject) if subject.tokens.end < verb => Some(subject),
            _ => None,
        },
    }
}

/// Not a letter.
fn speaks(scene: &Scene<'_, '_, '_>, mention: usize) -> bool {
    let own = &scene.cast.mentions[mention];
    own.form == Form::Name || !own.outlet || crate::mentions::is_publisher(scene.lower(own.tokens.end - 1))
}

/// "Asked whether he would stand, Holt declined to comment": what he was asked.
pub(super) fn question(scene: &Scene<'_, '_, '_>, clause: &Range<usize>) -> Option<Range<usize>> {
    let asked = clause.clone().find(|&at| barred::is_question(scene, at))?;
    let end = scene.lexis.trees.reach(asked).end.min(clause.end);
    let opens = |&at: &usize| {
        matches!(
            scene.lower(at),
            "whether"
                | "if"
                | "about"
                | "why"
                | "how"
                | "when"
                | "what"
                | "who"
                | "whose"
                | "where"
                | "which"
        )
    };
    let start = (asked + 1..end).find(opens)?;
    let content = content::trim(scene, start + usize::from(scene.lower(start) == "about")..end);
    (!content.is_empty()).then_some(content)
}

/// Where the words of a refusal end that begins with the verb.
fn refusal(scene: &Scene<'_, '_, '_>, verb: usize, end: usize) -> Option<usize> {
    let negated = || subject::before(scene, verb, 0).is_some_and(|subject| subject.negated);
    let tokens = &scene.lexis.reading.tokens;
    // "confirmed the visit but would not discuss it": the tree's auxiliary, where the subject stands before another verb.
    let by_tree = || {
        let aux = |at: usize| {
            tokens[at].relation.base() == "aux"
                && scene.is(at, Function::Modal)
                && !matches!(scene.lower(at), "may" | "must" | "should" | "might")
        };
        let of = if scene.lower(verb) == "be" { tokens[verb].head.unwrap_or(verb) } else { verb };
        scene.lexis.trees.children(of).any(aux) && labels::negated(scene, of)
    };
    let may = (verb.saturating_sub(3)..verb)
        .any(|at| matches!(scene.lower(at), "may" | "must" | "should" | "might"));
    let modal = || {
        !may && subject::before(scene, verb, 0).is_some_and(|subject| subject.negated && subject.modal)
            || by_tree()
    };
    match scene.lower(verb) {
        "declined" | "declines" | "refused" | "refuses" | "refuse" | "decline" => match scene.lower(verb + 1)
        {
            "to" => speaking(scene, verb + 2),
            _ => request(scene, verb + 1, end),
        },
        "refrained" | "refrains"
            if scene.lower(verb + 1) == "from" && scene.lower(verb + 2).ends_with("ing") =>
        {
            Some(verb + 3)
        }
        // "referred all questions to the council".
        "referred" | "refers" | "directed" | "redirected" => {
            let asked = (verb + 1..end.min(verb + 4))
                .find(|&at| is_request(scene, at) || scene.lower(at) == "inquiries")?;
            let to = (asked + 1..end.min(asked + 4)).find(|&at| scene.lower(at) == "to")?;
            Some(scene.lexis.trees.reach(verb).end.min(end).max(to + 1)).filter(|_| !negated())
        }
        "wish" | "want" | "wished" | "wanted" if scene.lower(verb + 1) == "to" && negated() => {
            speaking(scene, verb + 2)
        }
        "had" | "has" | "have" if scene.lower(verb + 1) == "nothing" && scene.lower(verb + 2) == "to" => {
            matches!(scene.lower(verb + 3), "say" | "add").then_some(verb + 4)
        }
        "had" | "has" | "have" if scene.lower(verb + 1) == "no" => {
            (verb + 2..verb + 4).find(|&at| scene.lower(at) == "comment").map(|at| at + 1)
        }
        "respond" | "responded" | "reply" | "replied" | "comment" | "commented" | "answer" if negated() => {
            let asked = (verb + 1..end.min(verb + 9)).find(|&at| is_request(scene, at));
            // "have not responded to his proposal" refuses no word.
            let thing = asked.is_none() && scene.lower(verb + 1) == "to" && !tells(scene, verb + 2);
            Some(()).filter(|()| !thing)?;
            Some(asked.map_or(verb + 1, |at| sought(scene, at).unwrap_or(at + 1)))
        }
        "be" | "discuss" | "speak" | "talk" | "elaborate" if modal() => speaking(scene, verb),
        _ => None,
    }
    .map(|to| to.min(end))
}

/// Somebody who asks: "to the Courier", "to us".
fn tells(scene: &Scene<'_, '_, '_>, at: usize) -> bool {
    let article = usize::from(scene.lower(at) == "the");
    let named = scene.cast.starting_at(at).or_else(|| scene.cast.starting_at(at + article));
    named.is_some_and(|named| scene.cast.mentions[named].outlet)
        || matches!(scene.lower(at), "us" | "this" | "it" | "reporters" | "journalists")
}

/// Where a verb of speaking ends with what only says that words were asked for: "comment", "answer questions", "be drawn".
fn speaking(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<usize> {
    match scene.lower(verb) {
        "be" => matches!(scene.lower(verb + 1), "drawn" | "interviewed").then_some(verb + 2),
        "answer" => {
            let any =
                usize::from(matches!(scene.lower(verb + 1), "any" | "our" | "their" | "further" | "more"));
            let questions = matches!(scene.lower(verb + 1 + any), "questions" | "calls");
            Some(if questions { verb + 2 + any } else { verb + 1 })
        }
        // Not "refused to speak French".
        "speak" | "talk" => {
            let shape = scene.lexis.shape(verb + 1);
            matches!(shape, Shape::Lower | Shape::Mark).then_some(verb + 1)
        }
        "comment" | "elaborate" | "discuss" | "respond" | "reply" | "say" | "specify" => Some(verb + 1),
        _ => None,
    }
}

/// "an invitation to comment", "several requests for an interview": what is declined where no verb of speaking is.
fn request(scene: &Scene<'_, '_, '_>, from: usize, end: usize) -> Option<usize> {
    let noun = (from..end.min(from + 4)).find(|&at| is_request(scene, at))?;
    sought(scene, noun)
}

fn is_request(scene: &Scene<'_, '_, '_>, at: usize) -> bool {
    matches!(
        &*scene.lexis.reading.tokens[at].lemma,
        "request" | "question" | "call" | "email" | "e-mail" | "message" | "invitation" | "query" | "letter"
    )
}

/// The end of "to comment" and "for an interview" behind such a noun.
fn sought(scene: &Scene<'_, '_, '_>, noun: usize) -> Option<usize> {
    let wanted =
        |at: usize| matches!(scene.lower(at), "comment" | "speak" | "respond" | "interview" | "interviews");
    let opens = matches!(scene.lower(noun + 1), "to" | "for");
    (noun + 2..noun + 5).find(|&at| opens && wanted(at)).map(|at| at + 1)
}
