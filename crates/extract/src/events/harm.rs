//! Harm without a hand: frost and crashes kill, and blossom is killed, but nobody does it to anybody.

use sayso_lang::{MentionKind, Relation, Upos};
use sayso_record::EventType;

use super::Stage;
use super::trigger::Trigger;
use crate::lexis::tables;

/// Forces and mishaps that no one commands.
const NATURE: &[&str] = &[
    "accident",
    "avalanche",
    "blizzard",
    "cancer",
    "cholera",
    "cold",
    "collision",
    "covid",
    "covid-19",
    "crash",
    "cyclone",
    "derailment",
    "disease",
    "downpour",
    "drought",
    "earthquake",
    "ebola",
    "epidemic",
    "eruption",
    "famine",
    "flood",
    "flooding",
    "floods",
    "flu",
    "frost",
    "gale",
    "hail",
    "hailstorm",
    "heat",
    "heatwave",
    "hurricane",
    "hypothermia",
    "landslide",
    "lightning",
    "malaria",
    "mudslide",
    "outbreak",
    "pandemic",
    "quake",
    "rain",
    "snow",
    "stampede",
    "storm",
    "tornado",
    "tremor",
    "tsunami",
    "typhoon",
    "virus",
    "volcano",
    "wildfire",
];

/// Those in which people die by something else as well.
const AROUND: &[&str] = &[
    "blizzard", "cold", "downpour", "drought", "epidemic", "famine", "frost", "gale", "hail", "heat",
    "outbreak", "pandemic", "rain", "snow",
];

/// Verbs that hurt bodies and nothing else.
const HURT: &[&str] =
    &["assassinate", "hang", "injure", "kill", "maim", "massacre", "murder", "slay", "wound"];

/// Particles with which a verb of violence says something else: "hung up", "struck up a song".
const OTHERWISE: &[(&str, &[&str])] = &[
    ("beat", &["off"]),
    ("fire", &["up"]),
    ("hang", &["about", "around", "back", "in", "on", "onto", "out", "over", "together", "up"]),
    ("hit", &["off", "up", "upon"]),
    ("strike", &["off", "out", "up"]),
];

/// Numbers of people, and things with people in them.
const PEOPLED: &[&str] = &[
    "boat", "bus", "caravan", "column", "convoy", "dozen", "hundred", "million", "number", "patrol", "score",
    "thousand", "train",
];

/// How many words of a phrase are looked at.
const MOST: usize = 24;

/// The deed is nobody's, or done to nobody, or the verb is another one.
pub(super) fn is_nobodys(stage: &Stage<'_, '_, '_>, trigger: &Trigger) -> bool {
    trigger.kind == EventType::Assault
        && trigger.verb
        && (has_particle(stage, trigger)
            || is_natural(stage, trigger.word)
            || hurts_a_thing(stage, trigger.word))
}

fn has_particle(stage: &Stage<'_, '_, '_>, trigger: &Trigger) -> bool {
    let lemma = &*stage.token(trigger.word).lemma;
    let particle = stage.lexis.trees.child(trigger.word, &[Relation::CompoundPrt]);
    let own = |at: usize| trigger.rest.contains(&stage.lexis.lower(at));
    let others = OTHERWISE.iter().find(|(verb, _)| *verb == lemma);
    others.zip(particle).is_some_and(|((_, others), at)| !own(at) && others.contains(&stage.lexis.lower(at)))
}

/// "the storm killed", "killed by lightning", "killed in a crash".
fn is_natural(stage: &Stage<'_, '_, '_>, verb: usize) -> bool {
    let by = |at: usize| {
        let case = stage.lexis.trees.child(at, &[Relation::Case]).map_or("", |case| stage.lexis.lower(case));
        match stage.token(at).relation {
            Relation::Nsubj | Relation::OblAgent => true,
            Relation::Obl if AROUND.contains(&&*stage.token(at).lemma) => case == "by",
            Relation::Obl => matches!(case, "by" | "in" | "during"),
            _ => false,
        }
    };
    let mut phrases = stage.lexis.trees.children(verb).filter(|&at| by(at));
    phrases.any(|at| names_nature(stage, at))
}

/// The phrase is headed by such a word, or names one: "Cyclone Ilse".
fn names_nature(stage: &Stage<'_, '_, '_>, head: usize) -> bool {
    let is = |at: usize| {
        NATURE.contains(&&*stage.token(at).lemma.to_lowercase()) || NATURE.contains(&stage.lexis.lower(at))
    };
    let title = |at: usize| {
        stage.is(at, &[Relation::Compound, Relation::Flat]) && stage.token(head).upos == Upos::Propn
    };
    is(head) || stage.lexis.trees.children(head).any(|at| title(at) && is(at))
}

/// A verb for bodies with an object that has none: "killed the blossom", "hung a picture"; "hang" with no object at all.
fn hurts_a_thing(stage: &Stage<'_, '_, '_>, verb: usize) -> bool {
    let lemma = &*stage.token(verb).lemma;
    if !HURT.contains(&lemma) {
        return false;
    }
    match stage.lexis.trees.child(verb, &[Relation::Obj, Relation::NsubjPass]) {
        Some(object) => is_thing(stage, object),
        None => lemma == "hang" && !stage.is(verb, &[Relation::Acl]),
    }
}

/// The phrase has the label of a thing, and nobody is named in it.
fn is_thing(stage: &Stage<'_, '_, '_>, head: usize) -> bool {
    let token = stage.token(head);
    let thing = token.upos == Upos::Noun
        && token.mention.is_some_and(|kind| {
            !matches!(
                kind,
                MentionKind::Person | MentionKind::Organisation | MentionKind::Place | MentionKind::Animal
            )
        });
    let reach = stage.lexis.trees.reach(head);
    let somebody = |at: usize| {
        let token = stage.token(at);
        matches!(token.upos, Upos::Pron | Upos::Propn)
            || token.mention == Some(MentionKind::Person)
            || stage.lexis.role(at).is_some()
            || tables().countries.get(&stage.lexis.slice(at)).is_some()
    };
    let peopled = PEOPLED.contains(&&*token.lemma);
    thing && !peopled && !reach.take(MOST).any(somebody)
}
