//! An event as a view tells it, which may be other than the record does: see [`super::collapse`].

use std::borrow::Cow;
use std::fmt::Write;

use super::{Coding, collapse};
use crate::encode::sha256;
use crate::look::Look;
use crate::terms::Status;
use crate::twin::{Event, Record, Span};

/// An event with its code.
#[derive(Debug, Clone)]
pub(super) struct Coded<'r> {
    /// The event, recoded where a rule asks for it.
    pub(super) event: Cow<'r, Event>,
    /// What the text says, where the code says something else.
    pub(super) from: Vec<String>,
}

impl<'r> Coded<'r> {
    /// As the text tells it.
    pub(super) fn told(event: &'r Event) -> Self {
        Coded { event: Cow::Borrowed(event), from: Vec::new() }
    }

    /// Every event of a record, in its order.
    pub(super) fn all(look: &Look<'r>, coding: Coding) -> Vec<Self> {
        match coding {
            Coding::AsTold => look.record.events.iter().map(Coded::told).collect(),
            Coding::Collapsed => collapse::collapse(look),
        }
    }

    /// See [`id`].
    pub(super) fn id(&self, look: &Look<'_>) -> String {
        id("ev", look.record, &[self.event.trigger], self.event.r#type.name())
    }

    /// See [`contexts`].
    pub(super) fn contexts(&self) -> Vec<&'static str> {
        contexts(&self.event)
    }

    /// See [`day`].
    pub(super) fn day(&self) -> Option<&str> {
        day(self.event.time.as_deref())
    }
}

/// The same for the same words of the same document with the same code, whatever else the report holds: a hash of all three. It begins with
/// letters, so that no tool takes it for a number.
pub fn id(letters: &str, record: &Record, spans: &[Span], code: &str) -> String {
    let mut words = record.document.sha256.clone();
    for Span(start, end) in spans {
        let _ = write!(words, ":{start}:{end}");
    }
    let hash = sha256(format!("{words}:{code}").as_bytes());
    format!("{letters}{}", &hash[..16])
}

/// PLOVER contexts, then its special ones: what the status says, and whether it is history.
pub fn contexts(event: &Event) -> Vec<&'static str> {
    let special = match event.status {
        Status::Actual => None,
        Status::Negated => Some("negation"),
        Status::Hypothetical => Some("hypothetical"),
        Status::Future => Some("future"),
    };
    let past = event.historical.then_some("historical");
    event.contexts.iter().map(|context| context.name()).chain(special).chain(past).collect()
}

/// The day that a TIMEX3 value names, where it names one; a week, a month or a day without a year is none.
pub fn day(value: Option<&str>) -> Option<&str> {
    let day = value?.get(..10)?;
    day.parse::<jiff::civil::Date>().is_ok().then_some(day)
}
