//! Events: who did what to whom, in PLOVER's terms, and did it happen?
//!
//! [`trigger`] finds the words that carry events, [`arguments`] who acts and who is acted upon by the tree, `standing` whether it happened;
//! the statement that holds a trigger says on whose word.

mod arguments;
mod detail;
mod holder;
mod lexicon;
mod people;
mod sense;
mod trigger;

use sayso_lang::{Relation, Token};
use sayso_record::{EventType, NewEvent, RecordBuilder, Refused};

use crate::actors::Cast;
use crate::lexis::Lexis;
use crate::standing::Standings;
use crate::tree::Trees;
use people::People;
use trigger::Trigger;

/// What events are looked for in.
pub(super) struct Stage<'s, 'r, 't> {
    lexis: &'s Lexis<'r, 't>,
    trees: &'s Trees<'r, 't>,
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
    let trees = Trees::new(lexis.reading);
    let stage = Stage { lexis, trees: &trees };
    let standings = Standings { lexis, trees: &trees };
    let holders = holder::Holders::new(lexis, record.so_far());
    let details = detail::Details::new(lexis, record.so_far());
    for trigger in trigger::find(&stage) {
        if sense::is_other(&stage, &trigger) {
            continue;
        }
        let arguments = arguments::of(&stage, &trigger);
        let mut people = People { stage: &stage, cast, record, holders: &holders };
        let told = people.resolve(&arguments.actor)?;
        // Who speaks is known best from the statement, unless it misses some of those who speak together.
        let actor = match holders.spoken(trigger.word).map(|statement| people.sources(statement)) {
            Some(sources) if sources.len() >= told.len() => sources,
            _ => told,
        };
        let mut recipient = people.resolve(&arguments.recipient)?;
        let mut actor = actor;
        if actor.is_empty() && trigger.kind == EventType::Mobilize {
            // Whoever is moved about is moved by its own side.
            actor = std::mem::take(&mut recipient);
        }
        recipient.retain(|(id, _)| actor.iter().all(|(other, _)| other != id));
        if !stands(&trigger, actor.len(), recipient.len()) {
            continue;
        }
        if recipient.is_empty()
            && actor.len() > 1
            && (arguments::is_mutual(trigger.kind) || trigger.kind == EventType::Support)
        {
            recipient.clone_from(&actor);
        }
        if recipient.is_empty() {
            recipient = people.first(&arguments::further(&stage, &trigger), &actor)?;
        }
        if actor.is_empty() && !trigger.verb {
            actor = people.first(&arguments::from_above(&stage, trigger.word), &recipient)?;
        }
        let time = details.time(&stage, &trigger);
        let mut standing = standings.of(trigger.light.unwrap_or(trigger.word));
        standing.historical = detail::is_historical(record.so_far(), time);
        let new = NewEvent {
            trigger: words(lexis, &trigger),
            kind: trigger.kind,
            mode: detail::mode(&stage, &trigger),
            contexts: detail::contexts(&stage, &trigger),
            actor,
            recipient,
            place: details.place(&stage, &trigger),
            time,
            quantities: details.quantities(&stage, &trigger),
            standing,
            statement: holders.of(&stage, trigger.word),
        };
        record.event(new)?;
    }
    Ok(())
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
