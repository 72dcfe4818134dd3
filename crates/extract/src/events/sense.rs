//! Words of violence that mean something else: debate, sport, markets, history.

use sayso_lang::Relation;
use sayso_record::EventType;

use super::Stage;
use super::trigger::Trigger;

/// What is attacked, fought or hit only in words.
const ABSTRACT: &[&str] = &[
    "addiction",
    "agenda",
    "argument",
    "article",
    "basket",
    "bill",
    "book",
    "budget",
    "bureaucracy",
    "cancer",
    "change",
    "claim",
    "climate",
    "comment",
    "corruption",
    "cost",
    "crime",
    "critic",
    "culture",
    "debt",
    "decision",
    "deficit",
    "disease",
    "drought",
    "drug",
    "economy",
    "epidemic",
    "fire",
    "flood",
    "flu",
    "goal",
    "hunger",
    "idea",
    "illness",
    "inequality",
    "inflation",
    "injustice",
    "law",
    "legislation",
    "malaria",
    "narrative",
    "net",
    "obesity",
    "pandemic",
    "plan",
    "policy",
    "pollution",
    "poverty",
    "price",
    "problem",
    "proposal",
    "racism",
    "recession",
    "record",
    "reform",
    "report",
    "reputation",
    "smoking",
    "speech",
    "spending",
    "tax",
    "unemployment",
    "value",
    "virus",
    "waste",
    "writing",
];

/// Words that give away sport and markets.
const ELSEWHERE: &[&str] = &[
    "batsman",
    "championship",
    "coach",
    "cricket",
    "cup",
    "defender",
    "fixture",
    "football",
    "game",
    "goal",
    "goalkeeper",
    "half-time",
    "index",
    "innings",
    "league",
    "match",
    "midfielder",
    "penalty",
    "playoff",
    "quarterback",
    "rugby",
    "season",
    "share",
    "shares",
    "stadium",
    "stock",
    "striker",
    "team-mate",
    "tournament",
    "trader",
    "wicket",
];

/// Words that give away other shots: in the arm, on film, at goal.
const SHOTS: &[&str] = &[
    "booster",
    "camera",
    "championship",
    "coach",
    "dose",
    "film",
    "game",
    "goal",
    "jab",
    "league",
    "match",
    "movie",
    "photo",
    "photograph",
    "scene",
    "season",
    "vaccinate",
    "vaccination",
    "vaccine",
];

/// Before "war", "battle" and "campaign": fights in which nobody bleeds.
const BLOODLESS: &[&str] = &[
    "bidding",
    "campaign",
    "culture",
    "currency",
    "election",
    "electoral",
    "legal",
    "patent",
    "price",
    "propaganda",
    "ratings",
    "tariff",
    "trade",
    "turf",
];

/// The trigger does not mean what its entry says.
pub(super) fn is_other(stage: &Stage<'_, '_, '_>, trigger: &Trigger) -> bool {
    if is_other_shot(stage, trigger) {
        return true;
    }
    let violent = matches!(trigger.kind, EventType::Assault | EventType::Coerce | EventType::Mobilize);
    violent
        && !is_expression(trigger)
        && (is_figurative(stage, trigger.word)
            || trigger.kind == EventType::Assault && is_elsewhere(stage, trigger.word))
}

/// "the first shots of the vaccine", "fired the first shot in the price war".
fn is_other_shot(stage: &Stage<'_, '_, '_>, trigger: &Trigger) -> bool {
    let shot = &*stage.token(trigger.word).lemma == "shot" || trigger.rest.contains(&"shot");
    let fight = |at: usize| matches!(&*stage.token(at).lemma, "battle" | "campaign" | "war" | "fight");
    let bloodless = |at: usize| {
        fight(at) && stage.lexis.trees.children(at).any(|part| BLOODLESS.contains(&&*stage.token(part).lemma))
    };
    let gives_away = |at: usize| SHOTS.contains(&&*stage.token(at).lemma) || bloodless(at);
    shot && stage.lexis.sentence_of(trigger.word).tokens.clone().any(gives_away)
}

/// A noun, an adverb or a verb makes the trigger unmistakable; an adposition does not.
fn is_expression(trigger: &Trigger) -> bool {
    let adposition = |word: &&str| {
        matches!(*word, "at" | "on" | "upon" | "into" | "for" | "with" | "to" | "of" | "against" | "from")
    };
    !trigger.rest.iter().all(adposition)
}

/// What it is done to cannot be hurt.
fn is_figurative(stage: &Stage<'_, '_, '_>, word: usize) -> bool {
    let done_to = |&at: &usize| {
        let case = stage.lexis.trees.child(at, &[Relation::Case]).map_or("", |case| stage.lexis.lower(case));
        match stage.token(at).relation {
            Relation::Obj | Relation::NsubjPass => true,
            Relation::Nmod | Relation::Obl => matches!(case, "on" | "against" | "with" | "of" | "at"),
            Relation::Compound => stage.lexis.lower(word) != "attack",
            _ => false,
        }
    };
    let mut objects = stage.lexis.trees.children(word).filter(done_to);
    objects.any(|at| ABSTRACT.contains(&&*stage.token(at).lemma))
}

fn is_elsewhere(stage: &Stage<'_, '_, '_>, word: usize) -> bool {
    let sentence = stage.lexis.sentence_of(word).tokens.clone();
    sentence.filter(|&at| ELSEWHERE.contains(&&*stage.token(at).lemma)).take(2).count() == 2
}
