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
use super::voices;
use crate::events::is_deed;
use crate::lexis::Shape;
use crate::words::{Cue, CueForm, Function};

/// Drafts of the attributions whose cue stands in a sentence, joined with those that rules have found there.
pub(super) fn merge(scene: &Scene<'_, '_, '_>, sentence: usize, drafts: &mut Vec<Draft>) {
    let labels = in_sentence(scene, sentence);
    let names = |draft: &Draft| {
        draft.cue.as_ref().is_some_and(|cue| {
            scene.lexis.words[cue.end - 1].cue.is_some_and(Cue::predicative) && is_nickname(scene, draft)
        })
    };
    let charged =
        |draft: &Draft| draft.cue.clone().is_some_and(|mut cue| cue.any(|at| is_charged(scene, at, draft)));
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
        if is_nobodys(scene, attribution.anchor, &label)
            || asks_who(scene, &label, attribution)
            || lacks_subject(scene, &label)
            || is_denied(scene, attribution.anchor, &label)
            || drafts.iter().any(|draft| speaks_for(draft, &label))
        {
            continue;
        }
        match drafts.iter_mut().find(|draft| same_cue(draft, attribution)) {
            Some(draft) => join(scene, draft, label),
            None if attribution.odds > alone(scene, attribution, labels, &label.content)
                && !hands_over_nothing(scene, attribution, &label)
                && !is_done(scene, attribution, &label) =>
            {
                drafts.push(label);
            }
            None if is_weak(scene, attribution, &label)
                && !hands_over_nothing(scene, attribution, &label)
                && !is_done(scene, attribution, &label) =>
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

/// "depends on who tells the story", "Who reported her?": nobody who could be named.
fn asks_who(scene: &Scene<'_, '_, '_>, label: &Draft, own: &Attribution) -> bool {
    let nobody = matches!(label.speaker, Speaker::Nobody);
    let mut source = own.source.iter().flat_map(Clone::clone);
    nobody && source.any(|at| scene.lower(at) == "who") && thing(scene, &label.content)
}

/// "A spokesperson rejected [claims that …]": the words that are taken for a source hold another's cue.
fn speaks_for(draft: &Draft, label: &Draft) -> bool {
    let own = label.speaker_tokens().unwrap_or(0..0);
    let cue = draft.cue.clone().filter(|cue| !label.cue.as_ref().is_some_and(|own| meet(own, cue)));
    cue.is_some_and(|cue| own.contains(&cue.start) && own.end == cue.end)
}

/// "rejected claims that …": what is rejected has no other source than whoever rejects it.
fn is_denied(scene: &Scene<'_, '_, '_>, anchor: usize, label: &Draft) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let object = tokens[anchor].upos == Upos::Noun && tokens[anchor].relation.base() == "obj";
    let Some(verb) = tokens[anchor].head.filter(|_| object) else { return false };
    let denies = scene.lexis.words[verb].cue.is_some_and(Cue::doubting);
    denies && label.speaker_tokens().is_some_and(|own| own.start < verb)
}

/// "reported, but would not say": words that open with an auxiliary are said by nobody.
fn lacks_subject(scene: &Scene<'_, '_, '_>, label: &Draft) -> bool {
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
fn is_nobodys(scene: &Scene<'_, '_, '_>, anchor: usize, label: &Draft) -> bool {
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
fn is_charged(scene: &Scene<'_, '_, '_>, anchor: usize, label: &Draft) -> bool {
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
        None if thing(scene, content) => 1.0,
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
        && !thing(scene, &label.content)
}

/// Some of the words of a label are in what another draft says already.
fn claims(draft: &Draft, label: &Draft) -> bool {
    draft.content.iter().any(|own| label.content.iter().any(|other| meet(own, other)))
}

/// "banned the airline": a deed with a thing for its object, which nobody says.
fn is_done(scene: &Scene<'_, '_, '_>, own: &Attribution, label: &Draft) -> bool {
    let token = &scene.lexis.reading.tokens[own.anchor];
    let verb = token.upos == Upos::Verb && scene.lexis.words[own.anchor].cue.is_none();
    verb && is_deed(&token.lemma) && thing(scene, &label.content)
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

/// The first word of some runs that hangs on a word outside them.
pub(super) fn head_of(scene: &Scene<'_, '_, '_>, runs: &[Range<usize>]) -> Option<usize> {
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

/// "told [Fenwick, which was quoted abroad, that the dam would hold]": the mention right after the cue is addressed, not said, where the
/// clause of the cue begins later.
fn without_addressee(
    scene: &Scene<'_, '_, '_>,
    mut content: Vec<Range<usize>>,
    anchor: usize,
) -> (Vec<Range<usize>>, Vec<usize>) {
    let addresses = scene.lexis.words[anchor].cue.is_some_and(Cue::addressee);
    if let [told, that, ..] = &content[..]
        && addresses
        && (anchor + 1..anchor + 3).contains(&told.start)
        && scene.lower(that.start) == "that"
        && let Some(outlet) = scene.cast.inside(told.clone()).next()
    {
        content.remove(0);
        return (content, vec![outlet]);
    }
    let Some(first) = content.first_mut().filter(|first| first.start == anchor + 1) else {
        return (content, Vec::new());
    };
    // "expects margins to recover": nobody is told.
    if matches!(&*scene.lexis.reading.tokens[anchor].lemma, "consider" | "deem" | "expect" | "want") {
        return (content, Vec::new());
    }
    let clause = (first.start + 1..first.end).find(|&at| opens_clause(scene, at, anchor));
    let clause = clause.or_else(|| behind_outlet(scene, first).filter(|_| addresses));
    let Some(clause) = clause.or_else(|| behind_aside(scene, first).filter(|_| addresses)) else {
        let Some((end, mention)) = asked(scene, first, anchor) else { return (content, Vec::new()) };
        first.start = end;
        return (content, mention.into_iter().collect());
    };
    let inside = || scene.cast.inside(first.start..clause).next().filter(|_| addresses);
    let mention = mention_at(scene, first.start).or_else(inside);
    if mention.is_none() && !addresses && scene.lower(clause) == "that" {
        return (content, Vec::new());
    }
    first.start = clause;
    (content, mention.into_iter().collect())
}

/// "asked the ministry [for help]", "asked him [whether …]", "promised the council [a new wall]": where the words end that tell who is asked
/// or promised, and who that is.
fn asked(scene: &Scene<'_, '_, '_>, run: &Range<usize>, anchor: usize) -> Option<(usize, Option<usize>)> {
    let pronoun = matches!(scene.lower(run.start), "me" | "him" | "her" | "us" | "them" | "you");
    let mention = mention_at(scene, run.start);
    let own = mention.map(|mention| &scene.cast.mentions[mention]);
    let somebody = own.is_none_or(|own| {
        own.form == Form::Pronoun
            || matches!(own.kind, Some(ActorType::Person | ActorType::Group | ActorType::Organization))
    });
    let end = own.map(|own| own.tokens.end).or(pronoun.then_some(run.start + 1))?;
    let then = match &*scene.lexis.reading.tokens[anchor].lemma {
        // "asked the man who had sold it to leave": a question only behind a pronoun.
        "ask" | "beg" if pronoun && matches!(scene.lower(end), "who" | "which" | "where" | "when") => true,
        "ask" | "beg" => {
            matches!(scene.lower(end), "for" | "about" | "if" | "whether" | "what" | "why" | "how")
        }
        "assure" | "remind" => scene.lower(end) == "of",
        "offer" | "promise" => scene.is(end, Function::Determiner),
        _ => false,
    };
    (somebody && then && end < run.end).then_some((end, mention))
}

/// "The minister also said, the agency reported, [that …]": the *that* behind whoever reports it.
pub(super) fn behind_report(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> Option<usize> {
    const LONGEST: usize = 10;
    let that = |&at: &usize| {
        scene.lower(at) == "that" && scene.lower(at - 1) == "," && scene.quotation_at(at).is_none()
    };
    let that = (run.start + 2..run.end.min(run.start + LONGEST)).find(that)?;
    let says = scene.lexis.words[that - 2].cue.is_some_and(Cue::says);
    (scene.lower(run.start) == "," && says).then_some(that)
}

/// "told [the site Fenwick, which the agency quoted, that the dam …]": the *that* behind the aside on who is told, where the tree is lost.
pub(super) fn behind_aside(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> Option<usize> {
    let comma = |at: usize| scene.lower(at) == "," && scene.quotation_at(at).is_none();
    let aside = run.clone().find(|&at| comma(at))?;
    let opens = matches!(scene.lower(aside + 1), "which" | "who" | "whose" | "as" | "in" | "on");
    let that = |&at: &usize| scene.lower(at) == "that" && comma(at - 1);
    // "told the station, the Courier reported, that …"
    let reported = |that: usize| scene.lexis.words[that - 2].cue.is_some_and(Cue::says);
    // "told a radio station, Radio Tessel, that …"
    let named = |that: usize| {
        let name = scene.cast.starting_at(aside + 1).map(|name| &scene.cast.mentions[name]);
        name.is_some_and(|name| name.tokens.end + 1 == that && name.outlet)
    };
    (aside + 2..run.end).find(that).filter(|&that| opens || reported(that) || named(that))
}

/// "telling [the private station Fenwick that …]": the *that* right behind an outlet at the end of a noun phrase, where the tree is lost.
pub(super) fn behind_outlet(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> Option<usize> {
    const LONGEST: usize = 8;
    let verb = |at: usize| matches!(scene.lexis.reading.tokens[at].upos, Upos::Verb | Upos::Aux);
    let end = run.end.min(run.start + LONGEST);
    let that = (run.start + 1..end).find(|&at| scene.lower(at) == "that")?;
    let outlet = scene.cast.ending_at(that - 1).is_some_and(|one| scene.cast.mentions[one].outlet);
    (outlet && !(run.start..that).any(verb)).then_some(that)
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
