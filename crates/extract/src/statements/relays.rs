//! Through whom the page has a statement: outlets named at the cue, and the relay that a speaker's first statement had.

use std::collections::BTreeMap;

use sayso_record::{ActorId, Form};

use super::draft::Draft;
use super::scene::Scene;

/// Outlets named in the sentence of a draft outside every content of that sentence: "told Fenwick", "in a column for the Courier",
/// "quoted by Fenwick", "as reported by Fenwick". Nearest to the cue first.
pub(super) fn at_the_cue(scene: &Scene<'_, '_, '_>, draft: &Draft, all: &[Draft]) -> Vec<usize> {
    let sentence = &scene.lexis.reading.sentences[draft.sentence];
    let in_content = |token: usize| {
        scene.quotation_at(token).is_some()
            || all.iter().filter(|other| other.sentence == draft.sentence).any(|other| other.holds(token))
    };
    let is_relay = |&mention: &usize| {
        let found = &scene.cast.mentions[mention];
        let at_speaker = draft.speaker_tokens().is_some_and(|tokens| tokens.contains(&found.tokens.start));
        let own = at_speaker || draft.speakers().contains(&mention) || draft.relays.contains(&mention);
        found.outlet && found.form == Form::Name && !own && !in_content(found.tokens.start)
    };
    let cue = draft.cue.as_ref().map_or(draft.start(), |cue| cue.start);
    let mut relays: Vec<_> = scene.cast.inside(sentence.tokens.clone()).filter(is_relay).collect();
    relays.sort_by_key(|&mention| scene.cast.mentions[mention].tokens.start.abs_diff(cue));
    relays
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

    pub(super) fn remember(&mut self, speaker: ActorId, nth: usize, relays: Chain) {
        self.0.insert(speaker, (nth, relays));
    }
}
