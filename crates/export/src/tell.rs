//! Events and statements in a line for people, their standing first.

use sayso_wire::Look;
use sayso_wire::{Event, Participant, Stance, Statement};

use crate::report::content;

/// "hypothetical", "actual, historical".
pub(crate) fn standing(event: &Event) -> String {
    let past = if event.historical { ", historical" } else { "" };
    format!("{}{past}", event.status.name())
}

/// "hypothetical: ASSAULT “attack”, Karsk → Tessel".
pub(crate) fn event(look: &Look<'_>, event: &Event) -> String {
    let (kind, trigger) = (event.r#type.name(), look.words(event.trigger));
    let sides = match (names(look, &event.actor), names(look, &event.recipient)) {
        (None, None) => String::new(),
        (from, to) => format!(", {} → {}", from.as_deref().unwrap_or("?"), to.as_deref().unwrap_or("?")),
    };
    format!("{}: {kind} “{trigger}”{sides}", standing(event))
}

/// The same with its holders: "hypothetical: ASSAULT “attack”, Karsk → Tessel; on the word of Mara Holt".
pub(crate) fn claim(look: &Look<'_>, of: &Event) -> String {
    format!("{}{}", event(look, of), word(of, "; "))
}

/// The same without the participants: "hypothetical: ASSAULT; on the word of Mara Holt".
pub(crate) fn role(event: &Event) -> String {
    format!("{}: {}{}", standing(event), event.r#type.name(), word(event, "; "))
}

/// "on the word of Mara Holt < Evening Courier" behind `before`; nothing where the report tells it itself.
fn word(event: &Event, before: &str) -> String {
    match event.holder.as_slice() {
        [] => String::new(),
        chain => format!("{before}on the word of {}", chain.join(" < ")),
    }
}

/// On whose word, and which words make it other than actual: "on the word of Mara Holt < Evening Courier; marked by “may”, “if”".
pub(crate) fn grounds(look: &Look<'_>, event: &Event) -> String {
    let word = Some(word(event, "")).filter(|word| !word.is_empty());
    let word = word.unwrap_or_else(|| "told by the report itself".into());
    let cues: Vec<_> = event.status_cues.iter().map(|&cue| format!("“{}”", look.words(cue))).collect();
    if cues.is_empty() { word } else { format!("{word}; marked by {}", cues.join(", ")) }
}

/// "Mara Holt < Evening Courier (denies): that he had phoned": whether the speaker vouches for it stands before what is said.
pub(crate) fn said(look: &Look<'_>, statement: &Statement) -> String {
    format!("{} ({}): {}", speakers(look, statement), statement.stance.name(), content(look, statement))
}

/// "Mara Holt < Evening Courier".
fn speakers(look: &Look<'_>, statement: &Statement) -> String {
    let sources =
        statement.source.iter().filter_map(|id| look.actor_with(id)).map(|actor| actor.name.clone());
    let mut names: Vec<_> = sources.collect();
    if names.is_empty() {
        names.push(statement.source_span.map_or_else(|| "somebody".into(), |span| look.words(span)));
    }
    let via = chain(statement);
    let through = if via.is_empty() { String::new() } else { format!(" < {via}") };
    format!("{}{through}", names.join(", "))
}

/// Who relays a statement, nearest to its source first.
pub(crate) fn chain(statement: &Statement) -> String {
    statement.via.iter().map(|relay| relay.name.as_str()).collect::<Vec<_>>().join(" < ")
}

/// "speaks about", "speaks about (denies)".
pub(crate) fn speaking(statement: &Statement) -> String {
    match statement.stance {
        Stance::Affirms => "speaks about".into(),
        stance => format!("speaks about ({})", stance.name()),
    }
}

fn names(look: &Look<'_>, side: &[Participant]) -> Option<String> {
    let names: Vec<_> =
        side.iter().filter_map(|of| look.actor(of)).map(|actor| actor.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
