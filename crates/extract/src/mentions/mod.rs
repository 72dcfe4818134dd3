//! Mentions: which words of a report stand for someone or something that can speak or act?
//!
//! Names come from runs of capitals, sorted by the tables into countries, organisations, outlets, places and people with their titles;
//! nouns for people and bodies ("two officials", "the ministry") and personal pronouns join them. Without syntax this is a reading of the
//! surface: a doubtful capital is no mention.

mod names;
mod nominals;

use std::ops::Range;

use sayso_record::{ActorType, Form};
use sayso_text::{Body, Slice};

use crate::lexis::Lexis;
use crate::words::{Country, Role};

/// Some words that stand for an actor.
#[derive(Debug, Clone)]
pub(crate) struct Mention<'t> {
    /// All its tokens, title and determiner included.
    pub(crate) tokens: Range<usize>,
    /// The words of `tokens`.
    pub(crate) slice: Slice<'t, Body>,
    /// The name or the noun phrase without title and determiner.
    pub(crate) name: Slice<'t, Body>,
    /// Name, noun or pronoun.
    pub(crate) form: Form,
    /// What it is, where the words tell.
    pub(crate) kind: Option<ActorType>,
    /// The country it is or belongs to.
    pub(crate) country: Option<Country>,
    /// Office or description before a name.
    pub(crate) role: Option<Slice<'t, Body>>,
    /// What its noun says, for nominals.
    pub(crate) noun: Option<Role>,
    /// More than one.
    pub(crate) plural: bool,
    /// An outlet, agency or programme.
    pub(crate) outlet: bool,
    /// Opens with "the", "this", "that" or "his": may stand for something named before.
    pub(crate) definite: bool,
}

/// All mentions, in the order of the text; where two share tokens the longer comes first.
pub(crate) fn mentions<'t>(lexis: &Lexis<'_, 't>) -> Vec<Mention<'t>> {
    let names = names::find(lexis);
    let mut all = nominals::find(lexis, &names);
    all.extend(names);
    all.extend(nominals::pronouns(lexis));
    all.sort_by_key(|mention| (mention.tokens.start, std::cmp::Reverse(mention.tokens.end)));
    all
}
