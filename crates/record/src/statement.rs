//! An attribution: who said, thought, denied or announced what, and through whom the page has it.

use sayso_text::{Body, Span};

use crate::{ActorId, PlaceId, StatementId, TimeId};

/// One attribution to a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Who holds it; empty where the text does not tell.
    pub source: Vec<ActorId>,
    /// The words that name the source at the cue ("he", "harbour spokesman Deniz Halloran").
    pub source_span: Option<Span<Body>>,
    /// The reporting words ("said", "according to").
    pub cue: Option<Span<Body>>,
    /// What is attributed; quotation marks belong to it.
    pub content: Vec<Span<Body>>,
    /// Quoted, paraphrased or both.
    pub kind: StatementKind,
    /// Whether the source vouches for the content.
    pub stance: Stance,
    /// Who relays it to the page, nearest to the source first; never the outlet of the page itself.
    pub via: Vec<Relay>,
    /// The statement whose content this one stands in.
    pub within: Option<StatementId>,
    /// Whom it is addressed to.
    pub to: Vec<ActorId>,
    /// When it was said.
    pub time: Option<TimeId>,
    /// Where it was said.
    pub place: Option<PlaceId>,
}

/// How the content is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatementKind {
    /// Quoted words only.
    Direct,
    /// No quoted words.
    Indirect,
    /// Both.
    Mixed,
}

/// Whether the source vouches for the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// It says so.
    Affirms,
    /// It says that it is not so, or does not confirm it.
    Denies,
    /// It will not say.
    Declines,
}

/// One step of the chain from the source to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relay {
    /// The relaying actor, where it is resolved.
    pub actor: Option<ActorId>,
    /// The words that name it.
    pub span: Span<Body>,
}
