//! Through whom the page has a statement: outlets named at the cue, and the relay that a speaker's first statement had.

use std::collections::BTreeMap;

use sayso_record::{ActorId, ActorType, Form};

use super::draft::Draft;
use super::scene::Scene;
use crate::mentions::is_publisher;

/// Outlets named in the sentence of a draft outside every content of that sentence: "told Fenwick", "in a column for the Courier",
/// "quoted by Fenwick", "as reported by the agency". In the order of the text, which goes from the source outwards unless one cites the
/// next.
pub(super) fn at_the_cue(scene: &Scene<'_, '_, '_>, draft: &Draft, all: &[Draft]) -> Vec<usize> {
    let sentence = &scene.lexis.reading.sentences[draft.sentence];
    let cue = draft.cue.as_ref().map(|cue| cue.start);
    // "Holt told Radio Tessel that …, the monitors reported": what holds the cue too is no content of this one.
    let outer = |other: &Draft| cue.is_some_and(|cue| other.holds(cue));
    // "Radio Tessel quoted a guard; the guard told Fenwick that": another clause went before.
    let beyond = |token: usize| {
        cue.is_some_and(|cue| {
            (token..cue).any(|at| scene.lower(at) == ";" && scene.quotation_at(at).is_none())
        })
    };
    let in_content = |token: usize| {
        scene.quotation_at(token).is_some()
            || all
                .iter()
                .filter(|other| other.sentence == draft.sentence)
                .any(|other| other.holds(token) && !outer(other))
            || beyond(token)
    };
    let is_relay = |&mention: &usize| {
        let found = &scene.cast.mentions[mention];
        let first = found.tokens.start;
        let by = (first.saturating_sub(6)..first).rev().take_while(|&at| scene.lower(at) != ",").any(|at| {
            let passed = |at: usize| {
                matches!(
                    scene.lower(at),
                    "quoted" | "cited" | "reported" | "carried" | "relayed" | "interviewed"
                )
            };
            let then = matches!(scene.lower(at.wrapping_sub(1)), "then" | "later" | "and")
                && (at.saturating_sub(14)..at).any(passed);
            matches!(scene.lower(at), "by" | "in" | "on") && passed(at.wrapping_sub(1))
                || scene.lower(at) == "by" && then
        });
        // "Two members, speaking to the Courier, said", "Holt, whom Radio Tessel quoted, said".
        let told = (first.saturating_sub(4)..first)
            .rev()
            .take_while(|&at| scene.lower(at) != ",")
            .find(|&at| matches!(scene.lower(at), "to" | "with"))
            .is_some_and(|at| {
                matches!(
                    &*scene.lexis.reading.tokens[at - 1].lemma,
                    "speak" | "talk" | "interview" | "give" | "scene" | "account" | "writing" | "write"
                )
            });
        let quotes = matches!(scene.lower(found.tokens.end), "quoted" | "cited" | "interviewed" | "quotes");
        let at_speaker =
            !by && !told && !quotes && draft.speaker_tokens().is_some_and(|tokens| tokens.contains(&first));
        let same = |other: &usize| super::draft::meet(&scene.cast.mentions[*other].tokens, &found.tokens);
        let own = at_speaker || draft.speakers().contains(&mention) || draft.relays.iter().any(same);
        let publisher = || {
            let before = scene.lower(found.tokens.start.wrapping_sub(1));
            let last = scene.lower(found.tokens.end - 1);
            // "said on state television", and not "in a statement read on state television".
            let on = found.tokens.start.wrapping_sub(1);
            let says = draft.cue.clone().is_some_and(|cue| cue.contains(&on) || cue.end == on);
            let aired = before == "on"
                && says
                && found.name.as_str().contains(' ')
                && matches!(last, "radio" | "television" | "tv");
            matches!(before, "by" | "told" | "tells" | "to" | "with") && is_publisher(last) || aired
        };
        // "declined to be interviewed, but assured the Post that …": only the latter was said to the Post.
        let later = all.iter().any(|other| {
            let cue = |of: &Draft| of.cue.as_ref().map_or(0, |cue| cue.start);
            other.sentence == draft.sentence
                && cue(other) > cue(draft)
                && cue(other) < first
                && other.to.contains(&mention)
        });
        // "wrote on the website Fenwick": whoever posts something passes on nothing.
        let on = (first.saturating_sub(3)..first).any(|at| scene.lower(at) == "on");
        let posts = draft.cue.clone().is_some_and(|mut cue| {
            cue.any(|at| matches!(&*scene.lexis.reading.tokens[at].lemma, "write" | "post" | "tweet"))
        });
        found.outlet
            && !(on && posts)
            && !later
            && (found.form == Form::Name || publisher())
            && !own
            && !in_content(found.tokens.start)
    };
    let is_handed = |&mention: &usize| {
        let found = &scene.cast.mentions[mention];
        let first = found.tokens.start;
        let article = usize::from(first > 0 && scene.lower(first - 1) == "the");
        let via = first.checked_sub(1 + article).filter(|&at| matches!(scene.lower(at), "via" | "through"));
        let voice = is_voice(scene.lower(found.tokens.end - 1));
        via.is_some_and(|at| {
            voice
                || at > 0
                    && matches!(
                        scene.lower(at - 1),
                        "conveyed" | "delivered" | "issued" | "passed" | "relayed" | "released" | "sent"
                    )
        }) && found.kind == Some(ActorType::Person)
            && found.form != Form::Pronoun
            && !in_content(first)
            && !draft.speakers().contains(&mention)
    };
    let is_relay = |mention: &usize| is_relay(mention) || is_handed(mention);
    let mut relays: Vec<_> = scene.cast.inside(sentence.tokens.clone()).filter(is_relay).collect();
    relays.dedup_by(|inner, outer| {
        let (inner, outer) = (&scene.cast.mentions[*inner].tokens, &scene.cast.mentions[*outer].tokens);
        inner.start < outer.end
    });
    relays.sort_by_key(|&relay| !is_given(scene, relay));
    for at in 1..relays.len() {
        if cites(scene, relays[at - 1], relays[at]) {
            relays.swap(at - 1, at);
        }
    }
    relays
}

/// "quoting an interview that Holt gave to the weekly Lantern", "two guards interviewed by Radio Tessel": it has that from Holt.
fn is_given(scene: &Scene<'_, '_, '_>, relay: usize) -> bool {
    let at = scene.cast.mentions[relay].tokens.start;
    (at.saturating_sub(5)..at).rev().take_while(|&at| scene.lower(at) != ",").any(|at| {
        scene.lower(at) == "to" && matches!(&*scene.lexis.reading.tokens[at - 1].lemma, "give" | "grant")
            || scene.lower(at) == "by" && matches!(scene.lower(at - 1), "interviewed" | "polled" | "surveyed")
    })
}

/// "picked up by the agency": it passes on what another had.
pub(super) fn is_passed_on_by(scene: &Scene<'_, '_, '_>, relay: usize) -> bool {
    let start = scene.cast.mentions[relay].tokens.start;
    let by = (start.saturating_sub(5)..start).rev().find(|&at| scene.lower(at) == "by");
    by.is_some_and(|by| {
        let up = usize::from(scene.lower(by - 1) == "up");
        matches!(
            scene.lower((by - 1).saturating_sub(up)),
            "picked" | "carried" | "rebroadcast" | "relayed" | "repeated" | "reprinted" | "syndicated"
        )
    })
}

/// Nouns for people who speak for others.
pub(super) fn is_voice(noun: &str) -> bool {
    matches!(
        noun,
        "agent"
            | "attorney"
            | "barrister"
            | "lawyer"
            | "representative"
            | "solicitor"
            | "spokesman"
            | "spokesperson"
            | "spokeswoman"
    )
}

/// The words of a draft did not come by the way of the speaker's last ones: written, told to somebody, said elsewhere or now.
pub(super) fn is_told_anew(scene: &Scene<'_, '_, '_>, draft: &Draft) -> bool {
    let Some(cue) = &draft.cue else { return false };
    let tokens = &scene.lexis.reading.tokens;
    // "…,” he writes." goes on where he has been writing.
    let bare = {
        let own = scene.lexis.reading.sentences[draft.sentence].tokens.clone();
        let speaker = draft.speaker_tokens().unwrap_or(0..0);
        !own.clone().any(|at| {
            !draft.holds(at)
                && !cue.contains(&at)
                && !speaker.contains(&at)
                && scene.quotation_at(at).is_none()
                && scene.lexis.shape(at) != crate::lexis::Shape::Mark
        })
    };
    let written = cue.clone().any(|at| {
        matches!(&*tokens[at].lemma, "post" | "tweet")
            || tokens[at].lemma == "write" && !(bare && scene.lower(at) == "writes")
    });
    // "told the network": the one that has been named.
    let other = |&at: &usize| {
        let own = &scene.cast.mentions[at];
        let last = scene.lower(own.tokens.end - 1);
        !(own.form == Form::Nominal && own.definite && (is_publisher(last) || last == "network"))
    };
    let told = draft.to.iter().any(other) && cue.clone().any(|at| &*tokens[at].lemma == "tell");
    let elsewhere = |at: usize| {
        let new = (at.saturating_sub(3)..at).any(|before| matches!(scene.lower(before), "a" | "an"));
        let channel = new && is_occasion(&tokens[at].lemma) || scene.lower(at) == "now";
        channel && !draft.holds(at) && scene.quotation_at(at).is_none()
    };
    written || told || scene.lexis.reading.sentences[draft.sentence].tokens.clone().any(elsewhere)
}

/// What people say things in.
pub(super) fn is_occasion(noun: &str) -> bool {
    OCCASIONS.contains(&noun)
}

const OCCASIONS: &[&str] = &[
    "briefing",
    "call",
    "conference",
    "court",
    "e-mail",
    "email",
    "hearing",
    "interview",
    "letter",
    "meeting",
    "memo",
    "message",
    "post",
    "remark",
    "reply",
    "speech",
    "statement",
];

/// Adds relays found at the cue to those a draft has. What is named by "according to", and who cites what another has seen, is further out.
pub(super) fn add(scene: &Scene<'_, '_, '_>, draft: &mut Draft, found: Vec<usize>) {
    let start = |mention: usize| scene.cast.mentions[mention].tokens.start;
    let Some(first) = draft.relays.first().map(|&first| start(first)) else {
        // "was quoted by the Herald as telling Fenwick that": told first.
        let cue = draft.cue.as_ref().map_or(usize::MAX, |cue| cue.end);
        let content = draft.content.iter().map(|run| run.start).find(|&at| at >= cue).unwrap_or(0);
        let tells = draft.cue.clone().is_some_and(|mut cue| cue.any(|at| scene.lower(at) == "telling"));
        let told = |&relay: &usize| tells && cue <= start(relay) && start(relay) < content;
        let (nearer, further): (Vec<_>, Vec<_>) = found.into_iter().partition(told);
        draft.relays = nearer.into_iter().chain(further).collect();
        return;
    };
    let according = (first.saturating_sub(5)..first).any(|at| scene.lower(at) == "according");
    let source = draft.speaker_tokens().map_or(0, |tokens| tokens.start);
    let seen = |relay: usize| first < source && source < start(relay) && seen_by(scene, start(relay));
    let cue = draft.cue.as_ref().map_or(usize::MAX, |cue| cue.start);
    // "told Radio Tessel that …, the Courier reported": who was told has it from the source itself.
    let content = draft.content.iter().map(|run| run.start).find(|&at| at > cue).unwrap_or(0);
    let tells = draft
        .cue
        .clone()
        .is_some_and(|mut cue| cue.any(|at| matches!(&*scene.lexis.reading.tokens[at].lemma, "tell")));
    let told = |relay: usize| cue < start(relay) && (start(relay) < first || tells && start(relay) < content);
    let before = |&relay: &usize| {
        told(relay) || is_given(scene, relay) || if according { start(relay) < first } else { seen(relay) }
    };
    let (nearer, further): (Vec<_>, Vec<_>) = found.into_iter().partition(before);
    let own = std::mem::take(&mut draft.relays);
    draft.relays = nearer.into_iter().chain(own).chain(further).collect();
    // "Citing the Courier, it quotes an elder as saying".
    let first = scene.clause(draft.sentence).start;
    if matches!(scene.lower(first), "citing" | "quoting")
        && let [it, cited] = draft.relays[..]
        && scene.cast.mentions[it].form == Form::Pronoun
        && start(cited) < start(it)
    {
        draft.relays.swap(0, 1);
    }
    // "Fenwick, citing the Courier, quoted an elder as saying".
    for at in 1..draft.relays.len() {
        let (one, other) = (draft.relays[at - 1], draft.relays[at]);
        if start(one) < start(other) && cites(scene, one, other) {
            draft.relays.swap(at - 1, at);
        }
    }
}

/// "a memo seen by the agency": who has it from the source itself.
fn seen_by(scene: &Scene<'_, '_, '_>, relay: usize) -> bool {
    let by = (relay.saturating_sub(4)..relay).rev().find(|&at| scene.lower(at) == "by");
    by.is_some_and(|by| {
        matches!(scene.lower(by.wrapping_sub(1)), "seen" | "obtained" | "quoted" | "published")
    })
}

/// "Fenwick, citing the Courier": the later one is nearer to the source.
fn cites(scene: &Scene<'_, '_, '_>, first: usize, second: usize) -> bool {
    let (first, second) = (&scene.cast.mentions[first].tokens, &scene.cast.mentions[second].tokens);
    let mut between = first.end..second.start;
    between.len() < 8
        && between.any(|at| {
            let active = !matches!(scene.lower(at.wrapping_sub(1)), "was" | "were" | "been" | "as" | "is");
            matches!(scene.lower(at), "citing" | "quoting")
                || matches!(scene.lower(at), "cited" | "quoted") && active && scene.lower(at + 1) != "by"
        })
}

/// "Holt has been speaking on Radio Tessel", "Varga gave an interview to the Courier": where in the text, who, and on which outlet.
pub(super) fn appearances(scene: &Scene<'_, '_, '_>, drafts: &[Draft]) -> Vec<(usize, usize, Vec<usize>)> {
    let mut told = vec![false; scene.lexis.reading.sentences.len()];
    drafts.iter().filter(|draft| !draft.relays.is_empty()).for_each(|draft| told[draft.sentence] = true);
    let outlets = (0..scene.cast.mentions.len())
        .filter(|&at| scene.cast.mentions[at].outlet && scene.cast.mentions[at].form == Form::Name);
    let here = |outlet: &usize| {
        !told[scene.lexis.reading.tokens[scene.cast.mentions[*outlet].tokens.start].sentence]
    };
    outlets
        .filter(here)
        .filter_map(|outlet| appearance(scene, outlet).or_else(|| interviewed(scene, outlet)))
        .collect()
}

/// "The Courier carries an interview with the director, Jon Varga": whom it has talked to.
fn interviewed(scene: &Scene<'_, '_, '_>, outlet: usize) -> Option<(usize, usize, Vec<usize>)> {
    const FAR: usize = 16;
    let own = &scene.cast.mentions[outlet].tokens;
    let end = scene.lexis.sentence_of(own.start).tokens.end;
    let near = own.end..end.min(own.end + FAR);
    let talk = near.clone().find(|&at| scene.lower(at) == "interview" && scene.lower(at + 1) == "with")?;
    let carries = (own.end..talk).any(|at| {
        matches!(&*scene.lexis.reading.tokens[at].lemma, "carry" | "print" | "publish" | "run" | "have")
    });
    let named = |&at: &usize| {
        let one = &scene.cast.mentions[at];
        one.form == Form::Name && one.kind == Some(ActorType::Person)
    };
    let person = scene.cast.inside(talk + 2..near.end).find(named).filter(|_| carries)?;
    Some((own.start, person, vec![outlet]))
}

fn appearance(scene: &Scene<'_, '_, '_>, outlet: usize) -> Option<(usize, usize, Vec<usize>)> {
    const NEAR: usize = 5;
    const FAR: usize = 40;
    let tokens = &scene.lexis.reading.tokens;
    let start = scene.cast.mentions[outlet].tokens.start;
    let sentence = scene.lexis.sentence_of(start).tokens.clone();
    let speaks = |&at: &usize| {
        let asked = scene.lower(at) == "asked" && scene.lower(at + 1) == "by";
        (asked || matches!(&*tokens[at].lemma, "speak" | "talk" | "appear" | "interview"))
            && scene.quotation_at(at).is_none()
    };
    let joins = |at: usize| {
        (at + 1..start).any(|word| matches!(scene.lower(word), "to" | "on" | "with" | "by" | "for"))
    };
    let word =
        (sentence.start.max(start.saturating_sub(NEAR))..start).rev().find(speaks).filter(|&at| joins(at))?;
    let subject = |at: usize| {
        let mut below = scene.lexis.trees.children(at);
        below.find(|&noun| tokens[noun].relation.base() == "nsubj" && noun < start)
    };
    let noun = std::iter::once(word).chain(scene.lexis.trees.above(word)).find_map(subject)?;
    // "The deckhand, Jon Varga, spoke to …": the noun or the name beside it.
    let beside = scene.lexis.trees.children(noun).filter(|&at| tokens[at].relation.base() == "appos");
    // "Attorney-General Mara Holt, who has been speaking to Fenwick".
    let whom = || {
        let comma = usize::from(scene.lower(noun.wrapping_sub(1)) == ",");
        let last = noun.checked_sub(1 + comma).filter(|_| scene.lower(noun) == "who")?;
        scene.cast.ending_at(last)
    };
    let person = std::iter::once(noun)
        .chain(beside)
        .filter_map(|at| scene.cast.holding(at))
        .chain(whom())
        .find(|&at| scene.cast.mentions[at].kind == Some(ActorType::Person))?;
    let outlet_named =
        |&at: &usize| scene.cast.mentions[at].outlet && scene.cast.mentions[at].form == Form::Name;
    Some((
        start,
        person,
        scene.cast.inside(start..sentence.end.min(start + FAR)).filter(outlet_named).collect(),
    ))
}

/// "The agency relayed the interview", "The podcast was quoted by the Star": where in the text, and which outlet passes on what another had.
pub(super) fn hand_ons(scene: &Scene<'_, '_, '_>) -> Vec<(usize, usize)> {
    let outlets = (0..scene.cast.mentions.len())
        .filter(|&at| scene.cast.mentions[at].outlet && scene.cast.mentions[at].form == Form::Name);
    outlets.filter_map(|outlet| Some((hand_on(scene, outlet)?, outlet))).collect()
}

fn hand_on(scene: &Scene<'_, '_, '_>, outlet: usize) -> Option<usize> {
    let tokens = &scene.lexis.reading.tokens;
    let trees = &scene.lexis.trees;
    let own = scene.cast.mentions[outlet].tokens.clone();
    let outside = |&at: &usize| tokens[at].head.is_some_and(|head| !own.contains(&head));
    let mut noun = own.clone().find(outside)?;
    // "the agency Northwire": the noun that the name stands beside.
    while matches!(tokens[noun].relation.base(), "appos" | "flat" | "compound" | "nmod") {
        noun = tokens[noun].head.filter(|&head| head + 3 > own.start && head < own.start)?;
    }
    let verb = tokens[noun].head.filter(|&verb| scene.quotation_at(verb).is_none())?;
    let passes = matches!(
        &*tokens[verb].lemma,
        "air"
            | "broadcast"
            | "carry"
            | "cite"
            | "lift"
            | "pick"
            | "print"
            | "publish"
            | "quote"
            | "relay"
            | "repeat"
            | "reprint"
            | "take"
    );
    let what = |by: &'static str| {
        trees
            .children(verb)
            .filter(move |&at| tokens[at].relation.as_str() == by)
            .any(|at| is_passed_on(scene, at, outlet))
    };
    let active = tokens[noun].relation.as_str() == "nsubj" && what("obj");
    let by = || trees.children(noun).any(|case| scene.lower(case) == "by");
    let passive = tokens[noun].relation.base() == "obl" && by() && what("nsubj:pass");
    (passes && (active || passive)).then_some(verb)
}

/// Another outlet, or what one publishes.
fn is_passed_on(scene: &Scene<'_, '_, '_>, noun: usize, by: usize) -> bool {
    let other = scene.cast.holding(noun).filter(|&at| at != by);
    let outlet = other.is_some_and(|at| scene.cast.mentions[at].outlet);
    let lemma = &*scene.lexis.reading.tokens[noun].lemma;
    let made = matches!(
        lemma,
        "account"
            | "article"
            | "interview"
            | "line"
            | "piece"
            | "post"
            | "quotation"
            | "recording"
            | "remark"
            | "report"
            | "site"
            | "station"
            | "story"
            | "tale"
            | "word"
    );
    outlet || made || is_publisher(lemma)
}

/// Relays as actor, where resolved, and mention.
pub(super) type Chain = Vec<(Option<ActorId>, usize)>;

/// Remembers by whom a person's words came to the page: what a speaker goes on to say came the same way.
#[derive(Debug, Default)]
pub(super) struct Running(BTreeMap<ActorId, (usize, Chain)>);

/// Statements after which a speaker's relay is no longer assumed.
const REACH: usize = 6;

impl Running {
    /// The relays of the speaker's last statement, unless that is too far back.
    pub(super) fn of(&self, speaker: ActorId, nth: usize) -> Chain {
        self.0
            .get(&speaker)
            .filter(|(last, _)| last + REACH >= nth)
            .map(|(_, relays)| relays.clone())
            .unwrap_or_default()
    }

    /// The relays of the statement before this one.
    pub(super) fn last(&self, nth: usize) -> Chain {
        let before = self.0.values().find(|(last, _)| last + 1 == nth);
        before.map(|(_, relays)| relays.clone()).unwrap_or_default()
    }

    /// What was said last came on through one more.
    pub(super) fn hand_on(&mut self, relay: (Option<ActorId>, usize)) {
        let latest =
            self.0.values_mut().filter(|(_, relays)| !relays.is_empty()).max_by_key(|(last, _)| *last);
        if let Some((_, relays)) = latest {
            let new = relay.0.is_some() && relays.iter().all(|(other, _)| *other != relay.0);
            relays.extend(new.then_some(relay));
        }
    }

    pub(super) fn remember(&mut self, speaker: ActorId, nth: usize, relays: Chain) {
        self.0.insert(speaker, (nth, relays));
    }
}
