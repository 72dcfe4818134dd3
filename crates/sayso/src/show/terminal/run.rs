//! Words with a role: what kind of words are these, and how does a terminal set them?

use sayso_record::Status;

use crate::show::inert::flat;

/// What a run of words is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Running text.
    Plain,
    /// The report's headline.
    Headline,
    /// The heading of a list.
    Heading,
    /// The name of a source.
    Name,
    /// Details that stand back.
    Quiet,
    /// Words that an item rests on.
    Evidence,
    /// The sign of an event or stance.
    Sign(Status),
    /// The word that carries an event.
    Trigger(Status),
}

impl Role {
    /// The SGR sequence that sets it; empty for running text.
    pub(super) fn sgr(self) -> &'static str {
        match self {
            Role::Plain => "",
            Role::Headline | Role::Heading | Role::Name | Role::Sign(Status::Actual) => "\x1b[1m",
            Role::Quiet => "\x1b[2m",
            Role::Evidence | Role::Trigger(Status::Actual) => "\x1b[4m",
            Role::Sign(Status::Negated) => "\x1b[31m",
            Role::Sign(Status::Hypothetical) => "\x1b[33m",
            Role::Sign(Status::Future) => "\x1b[94m",
            Role::Trigger(Status::Negated) => "\x1b[4;31m",
            Role::Trigger(Status::Hypothetical) => "\x1b[4;33m",
            Role::Trigger(Status::Future) => "\x1b[4;94m",
        }
    }
}

/// Words of one role: one line, nothing harmful. A no-break space keeps two words together and is printed as a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) role: Role,
    pub(super) text: String,
}

impl Run {
    /// Words from anywhere.
    pub(super) fn new(role: Role, words: &str) -> Self {
        Run { role, text: flat(words) }
    }

    /// Words of the notation itself, harmless already, whose no-break spaces count.
    pub(super) fn own(role: Role, words: &str) -> Self {
        Run { role, text: words.to_owned() }
    }
}
