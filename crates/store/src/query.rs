//! What is asked: words and filters, the same on the command line, over HTTP and in the reader's address bar.

use sayso_wire::{EventType, Stance, StatementKind, Status};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Words to find and filters that a hit must pass, all of them. Empty, it finds everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Query {
    /// Words, all of which a hit must have, in any order and inflection; a part in double quotation marks is a phrase.
    pub words: String,
    /// Who speaks: a name or an alias, or an actor's id (`a12`).
    pub speaker: Option<String>,
    /// The outlet that published the report or relays the words.
    pub outlet: Option<String>,
    /// Who acts, is acted upon or is spoken of: a name, an alias or an actor's id.
    pub actor: Option<String>,
    /// Country of an actor or a place, ISO 3166-1 alpha-3.
    pub country: Option<String>,
    /// PLOVER type of the event.
    pub r#type: Option<EventType>,
    /// Standing of the event.
    pub status: Option<Status>,
    /// Where the event is: a name, or a GeoNames id.
    pub place: Option<String>,
    /// First day of publication (`2026-01-31`).
    pub from: Option<String>,
    /// Last day of publication.
    pub to: Option<String>,
    /// How the statement is given.
    pub kind: Option<StatementKind>,
    /// Whether the source vouches for it.
    pub stance: Option<Stance>,
}
