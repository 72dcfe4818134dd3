//! Origins: on whose word sayings rest, however many reports carry them.
//!
//! A saying rests on its speaker where one is named; else on the relay nearest to it; else on the outlet that told it first, of the copies of
//! one report. Unnamed sources ("officials") are nobody that could be told from others, so what they say counts with whoever relays them.

use std::collections::BTreeMap;

use crate::actors::{self, Kind};

/// Somebody whose voice is heard: a speaker, a relay or an outlet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// The name.
    pub name: String,
    /// What it is; `Group` for unnamed sources.
    pub kind: Kind,
    /// Who it is across reports, where that is known.
    pub id: Option<String>,
}

/// One place where something is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// Who says it.
    pub speakers: Vec<Voice>,
    /// Who relays it, nearest to the speaker first; without the report's own outlet.
    pub relays: Vec<Voice>,
    /// Who published the report.
    pub outlet: Option<Voice>,
    /// What all copies of the report have in common, and no other report: the key of the earliest of them.
    pub family: String,
    /// Day of publication (`2026-01-31`).
    pub day: Option<String>,
}

/// What an origin is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Whoever says it.
    Speaker,
    /// Whoever relays it from sources without names.
    Relay,
    /// The outlet, in its own voice.
    Outlet,
    /// A report whose outlet is not known.
    Report,
}

/// One origin and its sayings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// On whose word it rests; several where they speak jointly, none where nobody is named.
    pub who: Vec<Voice>,
    /// What they are.
    pub basis: Basis,
    /// Indices into the sayings, the earliest first; those without a day come last.
    pub sayings: Vec<usize>,
    /// Why these count as one, for people.
    pub reason: String,
}

/// Groups sayings by origin, the earliest origin first; each saying belongs to one.
#[must_use]
pub fn origins(sayings: &[Saying]) -> Vec<Origin> {
    let ids = ids(sayings);
    let first = first_outlets(sayings);
    let mut groups: BTreeMap<String, Origin> = BTreeMap::new();
    for at in in_time(sayings) {
        let (who, basis) = source(&sayings[at], &first);
        let key = key(&who, &sayings[at], &ids);
        let empty = || Origin { who, basis, sayings: Vec::new(), reason: String::new() };
        groups.entry(key).or_insert_with(empty).sayings.push(at);
    }
    let mut origins: Vec<Origin> = groups.into_values().collect();
    origins.sort_by_key(|origin| when(sayings, origin.sayings[0]));
    origins.iter_mut().for_each(|origin| origin.reason = reason(origin, sayings));
    origins
}

/// The order of sayings: by day, those without one last.
fn when(sayings: &[Saying], at: usize) -> (bool, Option<&str>, usize) {
    let day = sayings[at].day.as_deref();
    (day.is_none(), day, at)
}

fn in_time(sayings: &[Saying]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sayings.len()).collect();
    order.sort_by_key(|at| when(sayings, *at));
    order
}

/// The outlet of the earliest report of each family.
fn first_outlets(sayings: &[Saying]) -> BTreeMap<&str, &Voice> {
    let mut first = BTreeMap::new();
    for at in in_time(sayings) {
        if let Some(outlet) = &sayings[at].outlet {
            first.entry(sayings[at].family.as_str()).or_insert(outlet);
        }
    }
    first
}

/// On whose word a saying rests.
fn source(saying: &Saying, first: &BTreeMap<&str, &Voice>) -> (Vec<Voice>, Basis) {
    let speakers: Vec<Voice> = saying.speakers.iter().filter(|voice| is_named(voice)).cloned().collect();
    if !speakers.is_empty() {
        return (speakers, Basis::Speaker);
    }
    if let Some(relay) = saying.relays.iter().find(|voice| is_named(voice)) {
        return (vec![relay.clone()], Basis::Relay);
    }
    match first.get(saying.family.as_str()) {
        Some(outlet) => (vec![(*outlet).clone()], Basis::Outlet),
        None => (Vec::new(), Basis::Report),
    }
}

/// Whether a voice can be told from others: no group, and no noun ("a source").
fn is_named(voice: &Voice) -> bool {
    voice.kind != Kind::Group && !actors::is_noun(&voice.name)
}

/// The id of each name that one id alone bears here, so that a name without an id is whoever has it.
fn ids(sayings: &[Saying]) -> BTreeMap<String, Option<&str>> {
    let mut ids: BTreeMap<String, Option<&str>> = BTreeMap::new();
    let voices =
        sayings.iter().flat_map(|saying| saying.speakers.iter().chain(&saying.relays).chain(&saying.outlet));
    for (name, id) in voices.filter_map(|voice| Some((actors::folded(&voice.name), voice.id.as_deref()?))) {
        ids.entry(name).and_modify(|known| *known = known.filter(|known| *known == id)).or_insert(Some(id));
    }
    ids
}

/// What all sayings of one origin have in common.
fn key(who: &[Voice], saying: &Saying, ids: &BTreeMap<String, Option<&str>>) -> String {
    let of = |voice: &Voice| {
        let name = actors::folded(&voice.name);
        let id = voice.id.as_deref().or_else(|| ids.get(&name).copied().flatten());
        id.map_or(format!("name {name}"), |id| format!("id {id}"))
    };
    let mut keys: Vec<String> = who.iter().map(of).collect();
    keys.sort();
    keys.dedup();
    if keys.is_empty() { format!("family {}", saying.family) } else { keys.join(", ") }
}

fn reason(origin: &Origin, sayings: &[Saying]) -> String {
    let names: Vec<&str> = origin.who.iter().map(|voice| voice.name.as_str()).collect();
    let names = names.join(" and ");
    let mut families: Vec<&str> = origin.sayings.iter().map(|at| sayings[*at].family.as_str()).collect();
    families.sort_unstable();
    families.dedup();
    let copied = families.len() < origin.sayings.len();
    match origin.basis {
        Basis::Speaker => format!("on the word of {names}"),
        Basis::Relay => format!("no named source, through {names}"),
        Basis::Outlet if copied => format!("told by {names} itself, and in copies of its report"),
        Basis::Outlet => format!("told by {names} itself"),
        Basis::Report if copied => "one report and its copies, of no known outlet".into(),
        Basis::Report => "a report of no known outlet".into(),
    }
}
