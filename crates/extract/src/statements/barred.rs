//! What the labels mark and nobody says: deeds, nicknames, questions that are answered, people who are only called something.

use std::ops::Range;

use sayso_lang::{Attribution, Upos};
use sayso_record::ActorType;

use super::draft::{Draft, Speaker, meet};
use super::labels::{head_of, mention_at};
use super::scene::Scene;
use crate::events::is_deed;
use crate::lexis::Shape;
use crate::words::{Cue, Function};

/// "depends on who tells the story", "Who reported her?": nobody who could be named.
pub(super) fn asks_who(scene: &Scene<'_, '_, '_>, label: &Draft, own: &Attribution) -> bool {
    let nobody = matches!(label.speaker, Speaker::Nobody);
    let mut source = own.source.iter().flat_map(Clone::clone);
    nobody && source.any(|at| scene.lower(at) == "who") && thing(scene, &label.content)
}

/// "A spokesperson rejected [claims that …]": the words that are taken for a source hold another's cue.
pub(super) fn speaks_for(draft: &Draft, label: &Draft) -> bool {
    let own = label.speaker_tokens().unwrap_or(0..0);
    let cue = draft.cue.clone().filter(|cue| !label.cue.as_ref().is_some_and(|own| meet(own, cue)));
    cue.is_some_and(|cue| own.contains(&cue.start) && own.end == cue.end)
}

/// "rejected claims that …": what is rejected has no other source than whoever rejects it.
pub(super) fn is_denied(scene: &Scene<'_, '_, '_>, anchor: usize, label: &Draft) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let object = tokens[anchor].upos == Upos::Noun && tokens[anchor].relation.base() == "obj";
    let Some(verb) = tokens[anchor].head.filter(|_| object) else { return false };
    let denies = scene.lexis.words[verb].cue.is_some_and(Cue::doubting);
    denies && label.speaker_tokens().is_some_and(|own| own.start < verb)
}

/// "reported, but would not say": words that open with an auxiliary are said by nobody.
pub(super) fn lacks_subject(scene: &Scene<'_, '_, '_>, label: &Draft) -> bool {
    label.content.first().is_some_and(|run| {
        let tokens = &scene.lexis.reading.tokens;
        let modal = matches!(scene.lexis.function(run.start), Some(Function::Modal));
        let asks = tokens
            .get(run.start + 1)
            .is_some_and(|next| matches!(next.upos, Upos::Pron | Upos::Det | Upos::Noun | Upos::Propn));
        (modal || !asks)
            && run.len() > 1
            && scene.quotation_at(run.start).is_none()
            && tokens[run.start].upos == Upos::Aux
    })
}

/// A passive without an agent ("is expected to", "is expected by May") and "Asked by the court whether …, she said": nobody says it.
pub(super) fn is_nobodys(scene: &Scene<'_, '_, '_>, anchor: usize, label: &Draft) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let passive = scene.lexis.trees.children(anchor).any(|at| tokens[at].relation.as_str() == "aux:pass");
    let day = label.speaker_tokens().is_some_and(|own| own.clone().any(|at| scene.time_at(at).is_some()));
    // "was declared the winner": who is called something calls nobody so.
    let called = passive && {
        let subject = |at: usize| tokens[at].relation.as_str() == "nsubj:pass";
        let own = label.speaker_tokens().unwrap_or(0..0);
        let subject = scene.lexis.trees.children(anchor).any(|at| subject(at) && own.contains(&at));
        let named = matches!(
            &*tokens[anchor].lemma,
            "advise"
                | "appoint"
                | "ask"
                | "ban"
                | "blame"
                | "call"
                | "charge"
                | "convict"
                | "criticise"
                | "criticize"
                | "declare"
                | "describe"
                | "elect"
                | "show"
                | "inform"
                | "name"
                | "order"
                | "praise"
                | "tell"
                | "urge"
                | "warn"
        );
        subject && named
    };
    called
        || is_question(scene, anchor)
        || is_charged(scene, anchor, label)
        || opens_another(scene, anchor)
        || passive && (day || matches!(label.speaker, Speaker::Nobody))
}

/// "A man accused of arson told the court": who is accused accuses nobody.
pub(super) fn is_charged(scene: &Scene<'_, '_, '_>, anchor: usize, label: &Draft) -> bool {
    let before = label.speaker_tokens().is_none_or(|own| own.end <= anchor);
    before
        && matches!(scene.lower(anchor), "accused" | "convicted" | "suspected")
        && scene.lower(anchor + 1) == "of"
}

/// "Commenting on the visit, the envoy said that": what the sentence goes on to tell.
fn opens_another(scene: &Scene<'_, '_, '_>, anchor: usize) -> bool {
    let token = &scene.lexis.reading.tokens[anchor];
    let says = |head: usize| head > anchor && scene.cue(head).is_some_and(|cue| cue.says());
    matches!(scene.lower(anchor), "commenting" | "speaking" | "responding" | "replying" | "answering")
        && token.relation.base() == "advcl"
        && token.head.is_some_and(says)
}

/// "Asked whether …, she said": the question that a sentence answers.
pub(super) fn is_question(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    let token = &scene.lexis.reading.tokens[verb];
    let subject = || {
        scene.lexis.trees.children(verb).any(|at| scene.lexis.reading.tokens[at].relation.as_str() == "nsubj")
    };
    matches!(scene.lower(verb), "asked" | "pressed" | "questioned" | "quizzed")
        && matches!(token.relation.base(), "advcl" | "acl")
        && !subject()
}

/// "banned the airline": a deed with a thing for its object, which nobody says.
pub(super) fn is_done(scene: &Scene<'_, '_, '_>, own: &Attribution, label: &Draft) -> bool {
    let token = &scene.lexis.reading.tokens[own.anchor];
    let verb = token.upos == Upos::Verb && scene.lexis.words[own.anchor].cue.is_none();
    verb && is_deed(&token.lemma) && thing(scene, &label.content)
}

/// A noun phrase without quotation marks: what people do things to as well as say things about ("banned the airline").
pub(super) fn thing(scene: &Scene<'_, '_, '_>, content: &[Range<usize>]) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let Some(run) = content.first() else { return false };
    let quoted = run.clone().any(|at| scene.quotation_at(at).is_some());
    !quoted
        && head_of(scene, std::slice::from_ref(run)).is_some_and(|head| {
            matches!(tokens[head].relation.base(), "obj" | "obl" | "nmod" | "nsubj" | "dep" | "iobj")
        })
}

/// What the news that taught the labels marks and we do not: sources that are cited, refusals to act, nicknames.
pub(super) fn hands_over_nothing(
    scene: &Scene<'_, '_, '_>,
    attribution: &Attribution,
    label: &Draft,
) -> bool {
    let anchor = attribution.anchor;
    let lemma = |at: usize| &*scene.lexis.reading.tokens[at].lemma;
    let cites = |at: usize| matches!(scene.lower(at), "cited" | "quoted");
    // "as cited by".
    let verb = label.cue.clone().and_then(|mut cue| cue.find(|&at| cites(at))).unwrap_or(anchor);
    match lemma(verb) {
        "cite" | "quote" | "cited" => {
            let handed = |content: &Range<usize>| {
                let named = || scene.cast.inside(content.clone()).next().is_some();
                let citing = scene.lower(anchor).ends_with("ing") && !scene.is_quotation_start(content.start);
                let first = scene.cast.inside(content.start..content.start + 6).next();
                let outlet = first.is_some_and(|mention| scene.cast.mentions[mention].outlet);
                mention_at(scene, content.start).is_some()
                    || outlet && !scene.is_quotation_start(content.start)
                    || citing && named() && thing(scene, &label.content)
            };
            label.content.first().is_some_and(handed)
        }
        "decline" | "refuse" => scene.lower(anchor + 1) == "to",
        // "told the jury": to whom is not what.
        "inform" | "remind" | "tell" => {
            let whom = |head: usize| {
                head > anchor
                    && scene.cast.holding(head).is_some_and(|mention| {
                        matches!(
                            scene.cast.mentions[mention].kind,
                            Some(ActorType::Person | ActorType::Group | ActorType::Organization)
                        )
                    })
            };
            thing(scene, &label.content) && head_of(scene, &label.content).is_some_and(whom)
        }
        "ask" => {
            let end = label.content.first().map_or(anchor, |content| content.start + 3);
            let named = |at: usize| matches!(scene.lower(at), "named" | "identified");
            let aside = matches!(scene.lexis.reading.tokens[anchor].relation.base(), "acl" | "advcl");
            aside && (anchor..end.max(anchor + 5)).any(named) || writes_itself(scene, label)
        }
        // "come out and explain himself".
        _ if label.content.len() == 1
            && label.content[0].len() == 1
            && matches!(
                scene.lower(label.content[0].start),
                "himself" | "herself" | "itself" | "themselves"
            ) =>
        {
            true
        }
        // "regretted no action".
        _ if label.content.first().is_some_and(|run| scene.lower(run.start) == "no")
            && thing(scene, &label.content)
            && scene.lexis.words[anchor].cue.is_none_or(|cue| !cue.says() && !cue.doubting()) =>
        {
            true
        }
        // "named no firm", "offers no figure".
        "give" | "mention" | "name" | "offer" | "provide"
            if label.content.first().is_some_and(|run| scene.lower(run.start) == "no") =>
        {
            true
        }
        // "Investors seem less worried": how somebody looks.
        "seem" | "appear" | "look" | "sound" => head_of(scene, &label.content)
            .is_some_and(|head| scene.lexis.reading.tokens[head].upos == Upos::Adj),
        // "An email suggests otherwise", "his mother tells it differently".
        _ if asks_what(scene, &label.content) => true,
        "bear" | "cover" | "maintain" | "thank" | "watch" => thing(scene, &label.content),
        // "recalls 310,000 dishwashers".
        "recall" => {
            label.speakers().iter().any(|&one| scene.cast.mentions[one].kind != Some(ActorType::Person))
                && thing(scene, &label.content)
        }
        // "saw it on the news"; "sees the tax as theft" is a view.
        "see" if scene.lower(anchor) == "saw" => thing(scene, &label.content),
        "read" => {
            thing(scene, &label.content)
                && label
                    .speakers()
                    .iter()
                    .any(|&one| scene.cast.mentions[one].kind == Some(ActorType::Person))
        }
        "know" => thing(scene, &label.content) || is_nickname(scene, label) || writes_itself(scene, label),
        // "is considering a bid", "could announce a deal": nothing is said yet.
        "consider" if scene.lower(anchor).ends_with("ing") => thing(scene, &label.content),
        _ if thing(scene, &label.content) && may(scene, anchor) => true,
        _ if scene.lower(anchor.wrapping_sub(1)) == "of"
            && scene.lower(anchor.wrapping_sub(2)) == "short" =>
        {
            true
        }
        _ if says_otherwise(scene, &label.content) => true,
        "call" | "dub" | "nickname" | "christen" => is_nickname(scene, label) || writes_itself(scene, label),
        _ => writes_itself(scene, label),
    }
}

/// "What the numbers say": a heading.
fn asks_what(scene: &Scene<'_, '_, '_>, content: &[Range<usize>]) -> bool {
    let [run] = content else { return false };
    run.len() == 1 && matches!(scene.lower(run.start), "what" | "who" | "how" | "why" | "which")
}

fn may(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    scene.lexis.trees.children(verb).any(|at| matches!(scene.lower(at), "could" | "may" | "might"))
}

pub(super) fn says_otherwise(scene: &Scene<'_, '_, '_>, content: &[Range<usize>]) -> bool {
    let words = || content.iter().flat_map(Clone::clone);
    let otherwise = words().any(|at| matches!(scene.lower(at), "otherwise" | "differently"));
    otherwise
        && words().all(|at| {
            matches!(
                scene.lower(at),
                "it" | "otherwise" | "differently" | "so" | "things" | "her" | "him" | "them"
            )
        })
}

/// "We asked the embassy": the page speaks of its own work.
fn writes_itself(scene: &Scene<'_, '_, '_>, label: &Draft) -> bool {
    let own = label.speaker_tokens().unwrap_or(0..0);
    own.len() == 1
        && matches!(scene.lower(own.start), "we" | "you")
        && scene.quotation_at(own.start).is_none()
}

/// All that is quoted is a name: “the Old Heron”.
pub(super) fn is_nickname(scene: &Scene<'_, '_, '_>, label: &Draft) -> bool {
    const LONGEST: usize = 4;
    let quoted =
        || label.content.iter().flat_map(Clone::clone).filter(|&at| scene.quotation_at(at).is_some());
    let words = || quoted().filter(|&at| scene.lexis.shape(at) != Shape::Mark);
    let name = |at: usize| scene.lexis.shape(at) != Shape::Lower || scene.lexis.function(at).is_some();
    (1..=LONGEST).contains(&words().count()) && words().all(name)
}
