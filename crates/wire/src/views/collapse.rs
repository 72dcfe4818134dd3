//! PLOVER's rules for events that another type tells better than a special context does.
//!
//! The manual (section "Special contexts", and the definitions of AGREE, REJECT and THREATEN) wants the single type where there is one:
//!
//! | in the text | in the view | since |
//! |---|---|---|
//! | a future AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID or RETREAT | AGREE | what is announced is promised |
//! | the same, negated, with an actor, and not in a denial | REJECT, its mode what is refused | who does not, refuses |
//! | a hypothetical or future ASSAULT inside a threat | THREATEN by the speaker, besides the ASSAULT | the threat was made; the attack was not |
//!
//! Where the record has the promise, the refusal or the threat as an event of its own ("agreed" in "agreed to meet"), that event tells it, and
//! no second one is made. A threat is of one's own deeds; a warning may be of another's, and counts only where the speaker is also the
//! attacker. Nothing is lost: what is told by another event stays with its standing, [`Coded::from`] keeps what the text says of every event
//! that was changed, and its factuality and the words that mark it stay those of the text.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::coded::Coded;
use crate::look::Look;
use crate::terms::{Certainty, EventType, Polarity, Stance, Status, Tense};
use crate::twin::{Event, Factuality, Participant, Span, Statement};

/// Every event of a record by the rules, in its order; a threat that is no event of the record follows the first attack in it.
pub(super) fn collapse<'r>(look: &Look<'r>) -> Vec<Coded<'r>> {
    let events = &look.record.events;
    let acts = Acts { look, all: acts(events) };
    let folds: Vec<_> = events.iter().map(|event| acts.fold(event)).collect();
    let mut coded: Vec<_> =
        events.iter().zip(&folds).map(|(event, fold)| recoded(event, fold.as_ref())).collect();
    for (event, fold) in events.iter().zip(&folds) {
        if let Some(Fold::Into(at)) = fold {
            tell(&mut coded[*at], event);
        }
    }
    let mut made = BTreeSet::new();
    let mut all = Vec::with_capacity(coded.len());
    for ((coded, fold), event) in coded.into_iter().zip(folds).zip(events) {
        all.push(coded);
        if let Some(Fold::Cue(statement, cue)) = fold
            && made.insert(cue)
        {
            all.push(threat(look, event, statement, cue));
        }
    }
    all
}

/// What tells an event better than its own type.
enum Fold<'r> {
    /// This type, with this mode.
    As(EventType, Option<&'static str>),
    /// An event of the record.
    Into(usize),
    /// The cue of a statement, which is no event of the record.
    Cue(&'r Statement, Span),
}

fn recoded<'r>(event: &'r Event, fold: Option<&Fold<'r>>) -> Coded<'r> {
    let Some(&Fold::As(kind, mode)) = fold else { return Coded::told(event) };
    let now = Event { r#type: kind, mode: mode.map(Into::into), status: Status::Actual, ..event.clone() };
    Coded { event: Cow::Owned(now), from: vec![description(event)] }
}

/// What is promised, refused or threatened; in PLOVER the mode of a refusal or a threat is its content.
fn tell(act: &mut Coded<'_>, content: &Event) {
    act.from.push(description(content));
    let mode = match act.event.r#type {
        EventType::Threaten => Some("violence"),
        EventType::Reject => refused(content.r#type),
        _ => None,
    };
    if let Some(mode) = mode.filter(|_| act.event.mode.is_none()) {
        act.event.to_mut().mode = Some(mode.into());
    }
}

/// "CONSULT:visit future": type, mode and standing.
fn description(event: &Event) -> String {
    let mode = event.mode.as_deref().map(|mode| format!(":{mode}")).unwrap_or_default();
    format!("{}{mode} {}", event.r#type.name(), event.status.name())
}

/// The mode of a REJECT: what is refused.
fn refused(kind: EventType) -> Option<&'static str> {
    match kind {
        EventType::Consult => Some("meet"),
        EventType::Support | EventType::Cooperate | EventType::Aid => Some("assist"),
        EventType::Concede | EventType::Retreat => Some("yield"),
        _ => None,
    }
}

fn cooperative(kind: EventType) -> bool {
    use EventType::{Agree, Aid, Concede, Consult, Cooperate, Retreat, Support};
    matches!(kind, Agree | Consult | Support | Concede | Cooperate | Aid | Retreat)
}

/// The acts of speech among the events: promises, refusals and threats.
struct Acts<'a, 'r> {
    look: &'a Look<'r>,
    /// Type, trigger and number of the event, sorted.
    all: Vec<(&'static str, Span, usize)>,
}

fn acts(events: &[Event]) -> Vec<(&'static str, Span, usize)> {
    let acts = [EventType::Agree, EventType::Reject, EventType::Threaten];
    let fits = events.iter().enumerate().filter(|(_, event)| acts.contains(&event.r#type));
    let mut all: Vec<_> = fits.map(|(at, event)| (event.r#type.name(), event.trigger, at)).collect();
    all.sort_unstable();
    all
}

/// Words that hand over a threat where they are the cue of what is said: who vows an attack threatens with it.
const THREATS: [&str; 7] = ["threat", "vow", "swear", "swore", "sworn", "promis", "pledg"];

/// Words that may tell of another's deeds.
const WARNINGS: [&str; 2] = ["warn", "caution"];

impl<'r> Acts<'_, 'r> {
    fn fold(&self, event: &Event) -> Option<Fold<'r>> {
        match event.status {
            Status::Hypothetical | Status::Future if event.r#type == EventType::Assault => self.threat(event),
            Status::Future if cooperative(event.r#type) => Some(self.promise(event)),
            Status::Negated if cooperative(event.r#type) => self.refusal(event),
            _ => None,
        }
    }

    /// "The ministers will meet" is an agreement to meet.
    fn promise(&self, event: &Event) -> Fold<'r> {
        self.marked(EventType::Agree, event).map_or(Fold::As(EventType::Agree, None), Fold::Into)
    }

    /// "Karsk will not meet the envoy" is a refusal; "Karsk denied that it had met the envoy" is none.
    fn refusal(&self, event: &Event) -> Option<Fold<'r>> {
        let statement = self.look.statement(event.statement.as_deref());
        let denied = statement.is_some_and(|statement| statement.stance != Stance::Affirms);
        if event.actor.is_empty() || denied {
            return None;
        }
        let new = Fold::As(EventType::Reject, refused(event.r#type));
        Some(self.marked(EventType::Reject, event).map_or(new, Fold::Into))
    }

    /// The nearest statement handed over as a threat, else a threat among the words that mark the attack.
    fn threat(&self, attack: &Event) -> Option<Fold<'r>> {
        let act = |words| self.touching(EventType::Threaten, words).filter(|&at| self.own(at, attack));
        let around = |statement: &'r Statement| {
            let cue = statement.cue?;
            let bare = self.touching(EventType::Threaten, cue).is_none() && begins(self.look, cue, &THREATS);
            act(cue).map(Fold::Into).or_else(|| bare.then_some(Fold::Cue(statement, cue)))
        };
        let marked = || attack.status_cues.iter().find_map(|&cue| act(cue)).map(Fold::Into);
        self.look.chain(attack).into_iter().find_map(around).or_else(marked)
    }

    /// A threat is of one's own deeds, a warning only where the attacker is the speaker.
    fn own(&self, act: usize, attack: &Event) -> bool {
        let act = &self.look.record.events[act];
        let same = |one: &Participant| act.actor.iter().any(|other| other.id == one.id);
        !begins(self.look, act.trigger, &WARNINGS) || attack.actor.iter().any(same)
    }

    /// The act of this type among the words that mark an event, other than the event itself.
    fn marked(&self, kind: EventType, event: &Event) -> Option<usize> {
        let others = event.status_cues.iter().filter(|&&cue| cue != event.trigger);
        others.filter_map(|&cue| self.touching(kind, cue)).next()
    }

    /// The act of this type whose trigger shares words with a span.
    fn touching(&self, kind: EventType, span: Span) -> Option<usize> {
        let next = self.all.partition_point(|&(of, trigger, _)| (of, trigger.0) < (kind.name(), span.1));
        let last =
            self.all[..next].last().filter(|(of, trigger, _)| *of == kind.name() && span.0 < trigger.1);
        last.map(|&(_, _, at)| at)
    }
}

fn begins(look: &Look<'_>, span: Span, stems: &[&str]) -> bool {
    let words = look.words(span).to_lowercase();
    words.split(' ').any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}

/// The statement's cue as an act of its sources, told by whoever tells the statement.
fn threat<'r>(look: &Look<'r>, attack: &Event, statement: &Statement, cue: Span) -> Coded<'r> {
    let people = |ids: &[String], words: Option<Span>| -> Vec<Participant> {
        let span = |id| words.or_else(|| look.mention(id, cue)).unwrap_or(cue);
        ids.iter().map(|id| Participant { id: id.clone(), span: span(id) }).collect()
    };
    let actor = people(&statement.source, statement.source_span);
    let to = people(&statement.to, None);
    let names: Vec<_> = actor.iter().filter_map(|of| look.actor(of)).map(|actor| &actor.name).collect();
    let event = Event {
        trigger: cue,
        r#type: EventType::Threaten,
        mode: Some("violence".into()),
        recipient: if to.is_empty() { attack.recipient.clone() } else { to },
        place: statement.place.clone(),
        time: statement.time.clone(),
        quantities: Vec::new(),
        status: Status::Actual,
        factuality: SAID,
        status_cues: Vec::new(),
        statement: Some(statement.id.clone()),
        holder: attack.holder.iter().filter(|holder| !names.contains(holder)).cloned().collect(),
        actor,
        ..attack.clone()
    };
    Coded { event: Cow::Owned(event), from: vec![description(attack)] }
}

/// That it was said is certain.
const SAID: Factuality = Factuality {
    polarity: Polarity::Positive,
    certainty: Certainty::Certain,
    time: Tense::Past,
    conditional: false,
};
