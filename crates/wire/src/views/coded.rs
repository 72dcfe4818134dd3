//! An event as a view tells it, which may be other than the record does: see [`super::collapse`].

use std::borrow::Cow;

use super::{Coding, collapse};
use crate::encode::sha256;
use crate::look::Look;
use crate::terms::Status;
use crate::twin::{Event, Span};

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

    /// The same for the same words of the same document with the same code, whatever else the report holds. It begins with a letter, so
    /// that no tool takes it for a number.
    pub(super) fn id(&self, look: &Look<'_>) -> String {
        let (Span(start, end), kind) = (self.event.trigger, self.event.r#type.name());
        let hash = sha256(format!("{}:{start}:{end}:{kind}", look.record.document.sha256).as_bytes());
        format!("ev{}", &hash[..16])
    }

    /// PLOVER contexts, then its special ones: what the status says, and whether it is history.
    pub(super) fn contexts(&self) -> Vec<&'static str> {
        let special = match self.event.status {
            Status::Actual => None,
            Status::Negated => Some("negation"),
            Status::Hypothetical => Some("hypothetical"),
            Status::Future => Some("future"),
        };
        let past = self.event.historical.then_some("historical");
        self.event.contexts.iter().map(|context| context.name()).chain(special).chain(past).collect()
    }

    /// The day of the event, where it is known as a day; a week, a month or a day without a year is none.
    pub(super) fn day(&self) -> Option<&str> {
        let day = self.event.time.as_deref()?.get(..10)?;
        day.parse::<jiff::civil::Date>().is_ok().then_some(day)
    }
}
