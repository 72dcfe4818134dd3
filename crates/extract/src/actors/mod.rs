//! Actors: which mentions mean the same one?
//!
//! Names are grouped once for the whole report ([`groups`]); nouns and pronouns are resolved one by one, where a statement needs them
//! ([`Cast::resolve`]), because most of them never speak.

mod fold;
mod groups;

use std::ops::Range;

use sayso_record::{ActorId, ActorType, Form, NewActor, RecordBuilder, Refused};

pub(crate) use fold::fold;

use crate::mentions::Mention;
use crate::words::{Role, Sense};

/// Mentions back to which a noun or a pronoun may point.
const REACH: usize = 400;

/// The mentions of a report and the actors behind them.
pub(crate) struct Cast<'t> {
    pub(crate) mentions: Vec<Mention<'t>>,
    actors: Vec<Option<ActorId>>,
}

/// Mints an actor for each group of names, in the order of first mention.
pub(crate) fn actors<'t>(
    mentions: Vec<Mention<'t>>,
    record: &mut RecordBuilder<'t>,
) -> Result<Cast<'t>, Refused> {
    let mut cast = Cast { actors: vec![None; mentions.len()], mentions };
    for group in groups::of(&cast.mentions) {
        let id = record.actor(profile(&cast.mentions, &group))?;
        for &member in &group {
            cast.actors[member] = Some(id);
            record.mention(id, cast.mentions[member].name, Form::Name)?;
        }
    }
    Ok(cast)
}

/// What the members of a group tell together: the fullest name, the first kind, country and role that any of them shows.
fn profile<'t>(mentions: &[Mention<'t>], group: &[usize]) -> NewActor<'t> {
    let members = || group.iter().map(|&member| &mentions[member]);
    let fullest =
        members().max_by_key(|mention| (fullness(mention), std::cmp::Reverse(mention.slice.span().start())));
    let name = fullest.map_or(mentions[group[0]].name, |mention| mention.name);
    let titled = members().any(|mention| mention.kind == Some(ActorType::Person) && mention.role.is_some());
    let kind = if titled { Some(ActorType::Person) } else { members().find_map(|mention| mention.kind) };
    let country = members().find_map(|mention| mention.country).map(|country| country.code);
    let role = members().find_map(|mention| mention.role);
    NewActor {
        name: without_article(name),
        kind: kind.unwrap_or(ActorType::Organization),
        country,
        sector: None,
        role,
    }
}

/// What somebody writes, as opposed to what publishes.
fn is_document(name: &str) -> bool {
    let head = name.rsplit(' ').next().unwrap_or(name);
    matches!(
        head,
        "statement"
            | "letter"
            | "tweet"
            | "post"
            | "memo"
            | "communique"
            | "communiqué"
            | "release"
            | "transcript"
    )
}

/// More words are fuller; spelled out is fuller than an acronym; a country's name is fuller than what people call it by.
fn fullness(mention: &Mention<'_>) -> (bool, usize, usize) {
    let spelled = mention.name.chars().any(char::is_lowercase);
    (spelled, mention.name.words().count(), usize::from(mention.role.is_some()))
}

/// A name without the article before it.
pub(crate) fn without_article<'t>(
    name: sayso_text::Slice<'t, sayso_text::Body>,
) -> sayso_text::Slice<'t, sayso_text::Body> {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name)
}

impl<'t> Cast<'t> {
    /// Index of the longest mention whose last token is `token`.
    pub(crate) fn ending_at(&self, token: usize) -> Option<usize> {
        // Mentions are short, so only those that begin shortly before can end here.
        const LONGEST: usize = 24;
        let from = self.mentions.partition_point(|mention| mention.tokens.start + LONGEST < token);
        let candidates = self.mentions[from..].iter().take_while(|mention| mention.tokens.start <= token);
        let ends = candidates.enumerate().find(|(_, mention)| mention.tokens.end == token + 1);
        ends.map(|(at, _)| from + at)
    }

    /// Index of the longest mention whose first token is `token`.
    pub(crate) fn starting_at(&self, token: usize) -> Option<usize> {
        let at = self.mentions.partition_point(|mention| mention.tokens.start < token);
        self.mentions.get(at).filter(|mention| mention.tokens.start == token).map(|_| at)
    }

    /// Indices of the mentions inside `tokens`, longest first where they nest.
    pub(crate) fn inside(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let from = self.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
        let within =
            self.mentions[from..].iter().take_while(move |mention| mention.tokens.start < tokens.end);
        within
            .enumerate()
            .filter(move |(_, mention)| mention.tokens.end <= tokens.end)
            .map(move |(at, _)| from + at)
    }

    /// The actor a mention stands for, minting one for a noun phrase that nothing before explains. A pronoun without an antecedent stays
    /// unresolved.
    ///
    /// # Errors
    /// See [`RecordBuilder::actor`].
    pub(crate) fn resolve(
        &mut self,
        mention: usize,
        recent: &[ActorId],
        record: &mut RecordBuilder<'t>,
    ) -> Result<Option<ActorId>, Refused> {
        if self.actors[mention].is_some() {
            return Ok(self.actors[mention]);
        }
        let found = match self.mentions[mention].form {
            Form::Name => None,
            Form::Pronoun => self.antecedent_of_pronoun(mention, recent, record),
            Form::Nominal => self.antecedent_of_noun(mention, recent, record),
        };
        let id = match (found, self.mentions[mention].form) {
            (Some(id), _) => id,
            (None, Form::Pronoun) => return Ok(None),
            (None, _) => record.actor(profile(&self.mentions, &[mention]))?,
        };
        self.actors[mention] = Some(id);
        record.mention(id, self.mentions[mention].slice, self.mentions[mention].form)?;
        Ok(Some(id))
    }

    /// "he" and "she": the last speaker if a person, else the nearest person named before who is not inside a possessive. "they" and "it"
    /// look for groups and bodies in the same way.
    fn antecedent_of_pronoun(
        &self,
        mention: usize,
        recent: &[ActorId],
        record: &RecordBuilder<'t>,
    ) -> Option<ActorId> {
        let pronoun = &self.mentions[mention];
        let fits = |id: ActorId| {
            let kind = record.so_far().actors[id.index()].kind;
            match pronoun.kind {
                Some(ActorType::Person) => kind == ActorType::Person,
                Some(_) => kind == ActorType::Organization || kind == ActorType::Place,
                None => kind != ActorType::Person,
            }
        };
        let nearest = self.before(mention).find(|&id| fits(id));
        recent.iter().copied().find(|&id| fits(id)).or(nearest)
    }

    /// "the outlet", "the ministry", "the president": the nearest actor before that is called so or is such a thing.
    fn antecedent_of_noun(
        &self,
        mention: usize,
        recent: &[ActorId],
        record: &RecordBuilder<'t>,
    ) -> Option<ActorId> {
        let noun = &self.mentions[mention];
        let words = fold(&noun.slice);
        let same = |&at: &usize| self.actors[at].is_some() && fold(&self.mentions[at].slice) == words;
        if let Some(at) = (mention.saturating_sub(REACH)..mention).rev().find(same) {
            return self.actors[at];
        }
        if noun.noun == Some(Role::Outlet) && noun.definite && is_document(&noun.name) {
            return self.author(noun, recent, record);
        }
        if !noun.definite || noun.plural || noun.name.words().count() > 1 {
            return None;
        }
        let head = fold(&noun.name);
        let described = |id: ActorId| self.described_as(id, &head, mention, record);
        recent
            .iter()
            .copied()
            .find(|&id| described(id))
            .or_else(|| self.before(mention).find(|&id| described(id)))
    }

    /// Whose "the statement" or "the Estonian statement" is: the last speaker's whom its adjectives fit.
    fn author(&self, noun: &Mention<'t>, recent: &[ActorId], record: &RecordBuilder<'t>) -> Option<ActorId> {
        let words = fold(&noun.name);
        let mut adjectives: Vec<_> = words.split(' ').collect();
        adjectives.pop();
        let fits = |id: ActorId| {
            let actor = &record.so_far().actors[id.index()];
            let name = fold(&record.words(actor.name));
            let named = adjectives.iter().any(|adjective| name.split(' ').any(|word| word == *adjective));
            let country = noun.country.is_some_and(|country| actor.country == Some(country.code));
            adjectives.is_empty() || named || country
        };
        recent.iter().copied().find(|&id| fits(id))
    }

    fn described_as(&self, id: ActorId, head: &str, before: usize, record: &RecordBuilder<'t>) -> bool {
        let actor = &record.so_far().actors[id.index()];
        let mine = self
            .mentions
            .iter()
            .zip(&self.actors)
            .filter(|(_, of)| **of == Some(id))
            .map(|(mention, _)| mention);
        let says = |words: &str| fold(words).split(' ').any(|word| word == head);
        let called = mine.clone().any(|mention| {
            mention.role.is_some_and(|role| says(&role))
                || (mention.form == Form::Name && says(&mention.name))
        });
        let publishes = self.mentions[before].noun == Some(Role::Outlet)
            && mine.clone().any(|mention| mention.outlet && mention.form == Form::Name);
        called || (publishes && actor.kind == ActorType::Organization)
    }

    /// Actors mentioned before a mention, nearest first; a country only described by an adjective does not count.
    fn before(&self, mention: usize) -> impl Iterator<Item = ActorId> + '_ {
        (mention.saturating_sub(REACH)..mention).rev().filter_map(|at| {
            let by_adjective =
                self.mentions[at].country.is_some_and(|country| country.sense == Sense::Demonym);
            self.actors[at].filter(|_| !by_adjective || self.mentions[at].kind == Some(ActorType::Person))
        })
    }
}
