//! Mentions: which words of a report stand for someone or something that can speak or act?
//!
//! Names come from runs of capitals, sorted by the tables into countries, organisations, outlets, places and people with their titles;
//! nouns for people and bodies ("two officials", "the ministry") and personal pronouns join them. Where the tables say nothing, the trained
//! reader says what a name names; a doubtful capital is no mention.

mod names;
mod nominals;
mod outlets;

use std::ops::Range;

pub(crate) use outlets::is_publisher;

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
    /// A noun phrase in apposition to a name ("Holt, the mayor", "her brother, Jon Varga").
    pub(crate) beside: Option<Slice<'t, Body>>,
    /// What its noun says, for nominals.
    pub(crate) noun: Option<Role>,
    /// More than one.
    pub(crate) plural: bool,
    /// An outlet, agency or programme.
    pub(crate) outlet: bool,
    /// "his", "her", "their", "its": speaks only where a noun of saying follows ("her claim that").
    pub(crate) possessive: bool,
    /// Opens with "the", "this", "that" or "his": may stand for something named before.
    pub(crate) definite: bool,
}

/// All mentions, in the order of the text; where two share tokens the longer comes first.
pub(crate) fn mentions<'t>(lexis: &Lexis<'_, 't>) -> Vec<Mention<'t>> {
    let mut names = names::find(lexis);
    outlets::mark(lexis, &mut names);
    let mut all = nominals::find(lexis, &names);
    outlets::name_described(lexis, &mut all, &mut names);
    all.extend(names);
    all.extend(nominals::pronouns(lexis));
    all.sort_by_key(|mention| (mention.tokens.start, std::cmp::Reverse(mention.tokens.end)));
    appositions(lexis, &mut all);
    all
}

/// Gives names the noun phrases that commas set beside them.
fn appositions(lexis: &Lexis<'_, '_>, all: &mut [Mention<'_>]) {
    let beside = |noun: &Mention<'_>, name: &Mention<'_>| {
        let (first, second) = if noun.tokens.start < name.tokens.start { (noun, name) } else { (name, noun) };
        let comma = lexis.lower(first.tokens.end) == "," && second.tokens.start <= first.tokens.end + 2;
        let same = lexis.reading.tokens[first.tokens.start].sentence
            == lexis.reading.tokens[second.tokens.start].sentence;
        let closed =
            matches!(lexis.lower(second.tokens.end), "," | "." | "" | "who" | "of" | "for" | ";" | "(" | ")");
        comma
            && same
            && closed
            && noun.form == Form::Nominal
            && noun.kind == Some(ActorType::Person)
            && name.form == Form::Name
    };
    let spoken: Vec<usize> = (0..all.len()).filter(|&at| all[at].form != Form::Pronoun).collect();
    for pair in spoken.windows(2) {
        let (left, right) = all.split_at_mut(pair[1]);
        let (before, after) = (&mut left[pair[0]], &mut right[0]);
        if beside(before, after) && after.kind == Some(ActorType::Person) {
            after.beside = Some(before.slice);
        } else if beside(after, before) && before.kind == Some(ActorType::Person) {
            before.beside = Some(after.slice);
        }
    }
}
