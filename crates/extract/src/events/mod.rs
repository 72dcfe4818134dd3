//! Events: who did what to whom, in PLOVER's terms, and did it happen?
//!
//! [`trigger`] finds the words that carry events, [`arguments`] who acts and who is acted upon by the tree, `standing` whether it happened;
//! the statement that holds a trigger says on whose word.

mod arguments;
mod detail;
mod harm;
mod headline;
mod holder;
mod kind;
mod lexicon;
mod people;
mod sense;
mod trigger;

use sayso_lang::{Relation, Token};
use sayso_record::{EventType, NewEvent, Record, RecordBuilder, Refused, Standing, Status};

use crate::actors::Cast;
use crate::lexis::Lexis;
use crate::standing::Standings;
use people::{Participant, People};
use trigger::Trigger;

pub use kind::{Dyad, dyad};
pub(crate) use lexicon::is_deed;

/// What events are looked for in.
pub(super) struct Stage<'s, 'r, 't> {
    lexis: &'s Lexis<'r, 't>,
}

impl<'t> Stage<'_, '_, 't> {
    fn is(&self, at: usize, relations: &[Relation]) -> bool {
        relations.contains(&self.token(at).relation)
    }

    fn token(&self, at: usize) -> &Token<'t> {
        &self.lexis.reading.tokens[at]
    }
}

/// Finds the events of a report and adds them to its record.
pub(crate) fn events<'t>(
    lexis: &Lexis<'_, 't>,
    cast: &mut Cast<'t>,
    record: &mut RecordBuilder<'t>,
) -> Result<(), Refused> {
    let stage = Stage { lexis };
    let coder = Coder {
        standings: Standings { lexis },
        holders: holder::Holders::new(lexis, record.so_far()),
        details: detail::Details::new(lexis, record.so_far()),
        stage,
    };
    let mut told = Vec::new();
    for trigger in trigger::find(&coder.stage) {
        if sense::is_other(&coder.stage, &trigger) || harm::is_nobodys(&coder.stage, &trigger) {
            continue;
        }
        let mut people =
            People { stage: &coder.stage, cast, record, holders: &coder.holders, details: &coder.details };
        let Some(mut sides) = coder.sides(&trigger, &mut people)? else { continue };
        sides.as_told(&coder.stage, &trigger, &told);
        let Some(kind) = coder.kind(&trigger, &sides) else { continue };
        let event = coder.event(&trigger, kind, sides.clone(), record.so_far());
        record.event(event)?;
        told.push((trigger, sides));
    }
    Ok(())
}

/// What is added to the classifier's score of the type that the table gives a trigger: more where the word hardly ever means otherwise. Set
/// on reports and on dyads of PLV together; the types of the two disagree where one takes a promise for what is promised.
const STRONG: f32 = 0.5;
const WEAK: f32 = 0.15;

/// What is added to that for talks: PLV files planned ones under agreements.
const TALKS: f32 = 0.4;

/// How far the best type must lead for a word that no table knows.
const LEAD: f32 = 0.7;

/// What the events of one report are made from.
struct Coder<'s, 'r, 't> {
    stage: Stage<'s, 'r, 't>,
    standings: Standings<'s, 'r, 't>,
    holders: holder::Holders,
    details: detail::Details,
}

/// Who does it, and to whom.
#[derive(Debug, Clone)]
struct Sides<'t> {
    actor: Vec<Participant<'t>>,
    recipient: Vec<Participant<'t>>,
}

impl<'t> Coder<'_, '_, 't> {
    /// Who takes part; `None` where the word needs somebody and finds nobody.
    fn sides(
        &self,
        trigger: &Trigger,
        people: &mut People<'_, '_, '_, 't>,
    ) -> Result<Option<Sides<'t>>, Refused> {
        let arguments = arguments::of(&self.stage, trigger);
        let behind = || [&arguments.recipient[..], &arguments::further(&self.stage, trigger)].concat();
        if trigger.guess && !(people.names_any(&arguments.actor) && people.names_any(&behind())) {
            return Ok(None);
        }
        let told = people.resolve(&arguments.actor)?;
        // Who speaks is known best from the statement, unless it misses some of those who speak together.
        let mut actor = match self.holders.spoken(trigger.word).map(|statement| people.sources(statement)) {
            Some(sources) if sources.len() >= told.len() => sources,
            _ => told,
        };
        let mut recipient = people.resolve(&arguments.recipient)?;
        if actor.is_empty() && trigger.kind == EventType::Mobilize {
            // Whoever is moved about is moved by its own side.
            actor = std::mem::take(&mut recipient);
        }
        recipient.retain(|(id, _)| actor.iter().all(|(other, _)| other != id));
        if !trigger.guess && !stands(trigger, actor.len(), recipient.len()) {
            return Ok(None);
        }
        let cooperates = arguments::is_mutual(trigger.kind) || trigger.kind == EventType::Support;
        let together = arguments::is_mutual(trigger.kind)
            || cooperates && arguments::is_bilateral(&self.stage.token(trigger.word).lemma);
        let apart = !trigger.verb || arguments.with;
        if actor.len() > 1 && (recipient.is_empty() && cooperates || !apart && together) {
            recipient.clone_from(&actor);
        }
        if recipient.is_empty() {
            recipient = people.first(&arguments::further(&self.stage, trigger), &actor)?;
        }
        if actor.is_empty() && !trigger.verb {
            actor = people.first(&arguments::from_above(&self.stage, trigger.word), &recipient)?;
        }
        Ok(Some(Sides { actor, recipient }))
    }

    /// The type that fits trigger and participants best; `None` for a guess that does not convince.
    fn kind(&self, trigger: &Trigger, sides: &Sides<'t>) -> Option<EventType> {
        let (source, target) = (self.tokens(trigger, &sides.actor), self.tokens(trigger, &sides.recipient));
        if self.is_refused(trigger) {
            return Some(trigger.kind);
        }
        if source.is_empty() || target.is_empty() {
            return (!trigger.guess).then_some(trigger.kind);
        }
        let mut scores =
            kind::scores(&self.stage, kind::Pair { trigger: trigger.word, source: &source, target: &target });
        let yields = matches!(trigger.kind, EventType::Concede | EventType::Retreat);
        let own = (!yields).then_some(trigger.kind);
        let known = if trigger.guess {
            0.0
        } else if trigger.weak {
            WEAK
        } else {
            STRONG + if trigger.kind == EventType::Consult { TALKS } else { 0.0 }
        };
        for (_, score) in scores.iter_mut().filter(|(kind, _)| *kind == own) {
            *score += known;
        }
        let barred = self.barred(trigger);
        for (_, score) in scores.iter_mut().filter(|(kind, _)| kind.is_some_and(barred)) {
            *score = f32::NEG_INFINITY;
        }
        let (best, lead) = kind::best(&scores);
        let convinces = !trigger.guess || lead >= LEAD;
        let kind = best.unwrap_or(if yields { trigger.kind } else { EventType::Concede });
        convinces.then_some(kind)
    }

    /// "refused to withdraw", "ruled out sanctions": the refusal is an event of its own, and the deed keeps its type.
    fn is_refused(&self, trigger: &Trigger) -> bool {
        let word = trigger.light.unwrap_or(trigger.word);
        let not = |at: usize| matches!(self.stage.lexis.lower(at), "not" | "n't" | "never" | "no");
        let known = !trigger.guess && !trigger.weak;
        known
            && self.standings.status(word) == Status::Negated
            && !self.stage.lexis.trees.children(word).any(not)
    }

    /// The types that a trigger cannot have, whatever the words around it say. Words alone hurt nobody; a deed of force that is only
    /// planned is no speech by that; and violence has words that the table knows.
    fn barred(&self, trigger: &Trigger) -> fn(EventType) -> bool {
        let status = || self.standings.status(trigger.light.unwrap_or(trigger.word));
        match trigger.kind {
            _ if trigger.guess => is_force,
            kind if is_speech(kind) => is_force,
            _ if trigger.weak => |_| false,
            kind if is_force(kind) && status() != Status::Actual => is_speech,
            _ => |_| false,
        }
    }

    /// The words of one side, as far as they stand in the sentence of the trigger.
    fn tokens(&self, trigger: &Trigger, side: &[Participant<'t>]) -> Vec<usize> {
        let sentence = &self.stage.lexis.sentence_of(trigger.word).tokens;
        let words = side.iter().flat_map(|(_, words)| self.stage.lexis.tokens_of(words.span()));
        let mut all: Vec<usize> = words.filter(|at| sentence.contains(at) && *at != trigger.word).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    fn event(&self, trigger: &Trigger, kind: EventType, sides: Sides<'t>, record: &Record) -> NewEvent<'t> {
        let stage = &self.stage;
        let time = self.details.time(stage, trigger);
        let mut standing = match headline::is_object(stage, trigger.word) {
            true => Standing::actual(),
            false => self.standings.of(trigger.light.unwrap_or(trigger.word)),
        };
        standing.historical = detail::is_historical(record, time);
        NewEvent {
            trigger: words(stage.lexis, trigger),
            kind,
            mode: detail::mode(stage, trigger),
            contexts: detail::contexts(stage, trigger),
            actor: sides.actor,
            recipient: sides.recipient,
            place: self.details.place(stage, trigger),
            time,
            quantities: self.details.quantities(stage, trigger),
            standing,
            statement: self.holders.of(stage, trigger.word),
        }
    }
}

impl<'t> Sides<'t> {
    /// "the attack" after an attack has been told: those who took part in that one.
    fn as_told(&mut self, stage: &Stage<'_, '_, '_>, trigger: &Trigger, told: &[(Trigger, Sides<'t>)]) {
        const REACH: usize = 12;
        let definite = |at: usize| {
            stage.is(at, &[Relation::Det])
                && matches!(stage.lexis.lower(at), "the" | "this" | "that" | "these" | "those")
        };
        let bare = self.actor.is_empty() && self.recipient.is_empty();
        if trigger.verb || !bare || !stage.lexis.trees.children(trigger.word).any(definite) {
            return;
        }
        let same = |other: &&(Trigger, Sides<'t>)| other.0.kind == trigger.kind && other.1.names_somebody();
        if let Some((_, sides)) = told.iter().rev().take(REACH).find(same) {
            *self = sides.clone();
        }
    }

    fn names_somebody(&self) -> bool {
        !self.actor.is_empty() || !self.recipient.is_empty()
    }
}

/// Types that are acts of speech.
fn is_speech(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Agree
            | EventType::Consult
            | EventType::Support
            | EventType::Request
            | EventType::Accuse
            | EventType::Reject
            | EventType::Threaten
    )
}

/// Types that are deeds of force.
fn is_force(kind: EventType) -> bool {
    matches!(kind, EventType::Assault | EventType::Coerce | EventType::Mobilize)
}

/// A word that mostly means something else needs somebody who does it, or to whom it is done; the words for violence and other open conflict
/// name an event by themselves.
fn stands(trigger: &Trigger, actors: usize, recipients: usize) -> bool {
    let violent = trigger.kind == EventType::Assault;
    let conflict =
        violent || matches!(trigger.kind, EventType::Protest | EventType::Sanction | EventType::Coerce);
    match (trigger.weak, trigger.verb) {
        (false, true) => violent || actors + recipients > 0,
        (false, false) => conflict || actors + recipients > 0,
        (true, true) if violent || trigger.kind == EventType::Mobilize => actors + recipients > 0,
        (true, true) => recipients > 0 && actors > 0,
        (true, false) => actors + recipients > 0,
    }
}

fn words<'t>(lexis: &Lexis<'_, 't>, trigger: &Trigger) -> sayso_text::Slice<'t, sayso_text::Body> {
    let word = lexis.slice(trigger.word);
    let whole = trigger.particle.and_then(|particle| word.hull(lexis.slice(particle)));
    whole.unwrap_or(word)
}
