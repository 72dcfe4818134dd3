//! One stored report, ready to be told: its items by their ids, who they are in the store, and who acts towards and speaks about whom.

use std::collections::{BTreeMap, BTreeSet};

use sayso_store::{Kept, KeptActor};
use sayso_wire::Look;
use sayso_wire::views::id;
use sayso_wire::{Event, Participant, Record, Span, Statement};

/// A stored report.
pub(crate) struct Report<'k> {
    pub(crate) kept: &'k Kept,
    pub(crate) record: &'k Record,
    pub(crate) look: Look<'k>,
    /// First and last day of each TIMEX3 value.
    days: BTreeMap<&'k str, Days<'k>>,
    /// Start of each mention and which actor of the record it mentions, sorted.
    mentions: Vec<(u32, u32, usize)>,
}

/// First and last day meant.
pub(crate) type Days<'k> = (Option<&'k str>, Option<&'k str>);

/// An event from one actor towards another.
pub(crate) struct Act<'k> {
    pub(crate) event: &'k Event,
    pub(crate) from: &'k KeptActor,
    pub(crate) to: &'k KeptActor,
}

/// A statement of one actor about another.
pub(crate) struct About<'k> {
    pub(crate) statement: &'k Statement,
    pub(crate) from: &'k KeptActor,
    pub(crate) to: &'k KeptActor,
}

impl<'k> Report<'k> {
    pub(crate) fn new(kept: &'k Kept) -> Self {
        let record = &kept.record;
        let days = |time: &'k sayso_wire::Time| (time.from.as_deref(), time.to.as_deref());
        let actors = record.actors.iter().enumerate();
        let mentions = actors.flat_map(|(at, actor)| actor.mentions.iter().map(move |of| (of.span, at)));
        let mut mentions: Vec<_> = mentions.map(|(Span(start, end), at)| (start, end, at)).collect();
        mentions.sort_unstable();
        Report {
            kept,
            record,
            look: Look::new(record),
            days: record.times.iter().map(|time| (time.value.as_str(), days(time))).collect(),
            mentions,
        }
    }

    /// First and last day of a TIMEX3 value, where it tells them.
    pub(crate) fn days(&self, value: Option<&str>) -> Days<'k> {
        value.and_then(|value| self.days.get(value)).copied().unwrap_or_default()
    }

    /// An id that is the item's alone: the same document may be in the store from two places of publication.
    pub(crate) fn own(&self, id: &str) -> String {
        format!("{}-{id}", self.kept.key)
    }

    /// Who an actor of the record is in the store.
    pub(crate) fn known(&self, id: &str) -> Option<&'k KeptActor> {
        self.kept.actors.get(self.look.actor_index(id)?)
    }

    /// The address of the page, where a browser opens it.
    pub(crate) fn url(&self) -> Option<&'k str> {
        self.record.document.uri.as_deref().filter(|uri| is_web(uri))
    }

    /// Who acts towards whom, each pair of an event once; nobody towards themselves.
    pub(crate) fn acts(&self) -> Vec<Act<'k>> {
        let acts = |event: &'k Event| {
            let (from, to) = (self.all_known(&event.actor), self.all_known(&event.recipient));
            let pairs =
                from.into_iter().flat_map(move |from| to.clone().into_iter().map(move |to| (from, to)));
            pairs.filter(|(from, to)| from.id != to.id).map(move |(from, to)| Act { event, from, to })
        };
        self.record.events.iter().flat_map(acts).collect()
    }

    /// Who speaks about whom: those who are mentioned in what is said, by name, noun or pronoun, other than the speaker.
    pub(crate) fn abouts(&self) -> Vec<About<'k>> {
        let abouts = |statement: &'k Statement| {
            let from = once(statement.source.iter().filter_map(|id| self.known(id)));
            let to = once(statement.content.iter().flat_map(|&span| self.mentioned(span)));
            let pairs =
                from.into_iter().flat_map(move |from| to.clone().into_iter().map(move |to| (from, to)));
            pairs.filter(|(from, to)| from.id != to.id).map(move |(from, to)| About { statement, from, to })
        };
        self.record.statements.iter().flat_map(abouts).collect()
    }

    fn mentioned(&self, Span(start, end): Span) -> impl Iterator<Item = &'k KeptActor> {
        let first = self.mentions.partition_point(|mention| mention.0 < start);
        let inside = self.mentions[first..].iter().take_while(move |mention| mention.0 < end);
        inside.filter(move |mention| mention.1 <= end).filter_map(|mention| self.kept.actors.get(mention.2))
    }

    fn all_known(&self, side: &[Participant]) -> Vec<&'k KeptActor> {
        once(side.iter().filter_map(|of| self.known(&of.id)))
    }

    /// What a statement says, on one line.
    pub(crate) fn content(&self, statement: &Statement) -> String {
        content(&self.look, statement)
    }
}

/// What a statement says, on one line; of one without content, the words that say so ("declined to comment").
pub(crate) fn content(look: &Look<'_>, statement: &Statement) -> String {
    let spans = if statement.content.is_empty() { statement.cue.as_slice() } else { &statement.content };
    spans.iter().map(|&span| look.words(span)).collect::<Vec<_>>().join(" … ")
}

/// The same in every run for the same words of the same document: see [`id`].
pub(crate) fn event_id(record: &Record, event: &Event) -> String {
    id("ev", record, &[event.trigger], event.r#type.name())
}

/// The same for statements: source, cue and content are its words.
pub(crate) fn statement_id(record: &Record, statement: &Statement) -> String {
    let Statement { source_span, cue, content, .. } = statement;
    let spans: Vec<_> = source_span.iter().chain(cue).chain(content).copied().collect();
    id("st", record, &spans, "statement")
}

/// True for what a browser opens.
pub(crate) fn is_web(uri: &str) -> bool {
    uri.starts_with("https://") || uri.starts_with("http://")
}

fn once<'k>(actors: impl Iterator<Item = &'k KeptActor>) -> Vec<&'k KeptActor> {
    let mut seen = BTreeSet::new();
    actors.filter(|actor| seen.insert(actor.id.as_str())).collect()
}
