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
//! A threat is of one's own deeds; a warning may be of another's, so it counts only where the speaker is also the attacker. Nothing is lost:
//! the ASSAULT stays with its standing, [`Coded::from`] keeps what the text says of every event that was changed, and its factuality and the
//! words that mark it stay those of the text.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::coded::Coded;
use super::look::Look;
use crate::terms::{Certainty, EventType, Polarity, Stance, Status, Tense};
use crate::twin::{Event, Factuality, Participant, Span, Statement};

/// Every event of a record by the rules, in its order; a threat that is no event of the record follows the first attack in it.
pub(super) fn collapse<'r>(look: &Look<'r>) -> Vec<Coded<'r>> {
    let threats = Threats::find(look);
    let mut made = BTreeSet::new();
    let mut coded = Vec::with_capacity(look.record.events.len());
    for (at, event) in look.record.events.iter().enumerate() {
        coded.push(recoded(look, event).unwrap_or_else(|| threats.told(at, event)));
        if let Some(Threat::Cue(statement, cue)) = threats.of[at]
            && made.insert(cue)
        {
            coded.push(threat(look, event, statement, cue));
        }
    }
    coded
}

/// The event under the type that tells it better.
fn recoded<'r>(look: &Look<'r>, event: &'r Event) -> Option<Coded<'r>> {
    let (kind, mode) = match event.status {
        _ if !cooperative(event.r#type) => return None,
        Status::Future => (EventType::Agree, None),
        Status::Negated if refuses(look, event) => (EventType::Reject, refused(event.r#type)),
        _ => return None,
    };
    let now = Event { r#type: kind, mode: mode.map(Into::into), status: Status::Actual, ..event.clone() };
    Some(Coded { event: Cow::Owned(now), from: vec![description(event)] })
}

/// "Karsk will not meet the envoy" is a refusal; "Karsk denied that it had met the envoy" is none.
fn refuses(look: &Look<'_>, event: &Event) -> bool {
    let statement = look.statement(event.statement.as_deref());
    !event.actor.is_empty() && statement.is_none_or(|statement| statement.stance == Stance::Affirms)
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

/// "CONSULT:visit future": type, mode and standing.
fn description(event: &Event) -> String {
    let mode = event.mode.as_deref().map(|mode| format!(":{mode}")).unwrap_or_default();
    format!("{}{mode} {}", event.r#type.name(), event.status.name())
}

/// What an attack is threatened by.
#[derive(Clone, Copy)]
enum Threat<'r> {
    /// An event of the record.
    Event(usize),
    /// The cue of a statement, which is no event of the record.
    Cue(&'r Statement, Span),
}

/// Words that hand over a threat where they are the cue of what is said: who vows an attack threatens with it.
const THREATS: [&str; 7] = ["threat", "vow", "swear", "swore", "sworn", "promis", "pledg"];

/// Words that may tell of another's deeds.
const WARNINGS: [&str; 2] = ["warn", "caution"];

/// The threats that attacks stand in.
struct Threats<'r> {
    /// For each event, the threat that it stands in.
    of: Vec<Option<Threat<'r>>>,
    /// For each event, what it threatens with.
    with: Vec<Vec<String>>,
}

impl<'r> Threats<'r> {
    fn find(look: &Look<'r>) -> Self {
        let events = &look.record.events;
        let kinds = events.iter().enumerate().filter(|(_, event)| event.r#type == EventType::Threaten);
        let mut acts: Vec<_> = kinds.map(|(at, event)| (event.trigger, at)).collect();
        acts.sort_unstable();
        let of: Vec<_> = events.iter().map(|event| around(look, &acts, event)).collect();
        let mut with = vec![Vec::new(); events.len()];
        for (attack, threat) in events.iter().zip(&of) {
            if let Some(Threat::Event(at)) = threat {
                with[*at].push(description(attack));
            }
        }
        Threats { of, with }
    }

    /// A threat with what it threatens with, which is its mode in PLOVER; any other event as it is.
    fn told(&self, at: usize, event: &'r Event) -> Coded<'r> {
        let mut coded = Coded { from: self.with[at].clone(), ..Coded::told(event) };
        if !coded.from.is_empty() && event.mode.is_none() {
            coded.event.to_mut().mode = Some("violence".into());
        }
        coded
    }
}

/// The threat that an attack stands in: the nearest statement handed over as one, else a threat among the words that mark the attack.
fn around<'r>(look: &Look<'r>, acts: &[(Span, usize)], attack: &Event) -> Option<Threat<'r>> {
    let open = matches!(attack.status, Status::Hypothetical | Status::Future);
    if attack.r#type != EventType::Assault || !open {
        return None;
    }
    let act = |words: Span| touching(acts, words).filter(|&at| own(look, &look.record.events[at], attack));
    let statement = |statement: &'r Statement| {
        let cue = statement.cue?;
        let bare = touching(acts, cue).is_none() && begins(look, cue, &THREATS);
        act(cue).map(Threat::Event).or_else(|| bare.then_some(Threat::Cue(statement, cue)))
    };
    let chain = look.chain(attack);
    let marked = || attack.status_cues.iter().find_map(|&cue| act(cue)).map(Threat::Event);
    chain.into_iter().find_map(statement).or_else(marked)
}

/// A threat is of one's own deeds, a warning only where the attacker is the speaker.
fn own(look: &Look<'_>, act: &Event, attack: &Event) -> bool {
    let same = |one: &Participant| act.actor.iter().any(|other| other.id == one.id);
    !begins(look, act.trigger, &WARNINGS) || attack.actor.iter().any(same)
}

fn begins(look: &Look<'_>, span: Span, stems: &[&str]) -> bool {
    let words = look.words(span).to_lowercase();
    words.split(' ').any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}

/// The act whose trigger shares words with a span; `acts` in the order of the text.
fn touching(acts: &[(Span, usize)], span: Span) -> Option<usize> {
    let next = acts.partition_point(|(trigger, _)| trigger.0 < span.1);
    acts[..next].last().filter(|(trigger, _)| span.0 < trigger.1).map(|&(_, at)| at)
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
        factuality: PLAIN,
        status_cues: Vec::new(),
        statement: Some(statement.id.clone()),
        holder: attack.holder.iter().filter(|holder| !names.contains(holder)).cloned().collect(),
        actor,
        ..attack.clone()
    };
    Coded { event: Cow::Owned(event), from: vec![description(attack)] }
}

/// It was said.
const PLAIN: Factuality = Factuality {
    polarity: Polarity::Positive,
    certainty: Certainty::Certain,
    time: Tense::Past,
    conditional: false,
};
