//! Which actors of the record do the phrases of an event name?

use sayso_lang::{MentionKind, Relation, Upos};
use sayso_record::{ActorId, ActorType, Form, Mention, NewActor, RecordBuilder, Refused, StatementId};
use sayso_text::{Body, Slice};

use super::Stage;
use super::detail::Details;
use super::headline;
use super::holder::Holders;
use crate::actors::{Cast, Near};
use crate::lexis::tables;
use crate::words::{Role, Sense};

/// Resolves the phrases of events to actors.
pub(super) struct People<'p, 's, 'r, 't> {
    pub(super) stage: &'p Stage<'s, 'r, 't>,
    pub(super) cast: &'p mut Cast<'t>,
    pub(super) record: &'p mut RecordBuilder<'t>,
    pub(super) holders: &'p Holders,
    pub(super) details: &'p Details,
}

/// Nouns for those who act for their state.
const SERVE: &[&str] = &[
    "army",
    "artillery",
    "authorities",
    "fighters",
    "fleet",
    "force",
    "forces",
    "government",
    "jets",
    "leadership",
    "military",
    "navy",
    "officials",
    "police",
    "regime",
    "soldiers",
    "state",
    "troops",
    "warplanes",
    "side",
    "airforce",
];

/// An actor and the words that put it into the event.
pub(super) type Participant<'t> = (ActorId, Slice<'t, Body>);

impl<'t> People<'_, '_, '_, 't> {
    /// The actors that the phrases with these heads name, each once.
    pub(super) fn resolve(&mut self, heads: &[usize]) -> Result<Vec<Participant<'t>>, Refused> {
        let mut found: Vec<Participant<'t>> = Vec::new();
        for &head in heads {
            for participant in self.phrase(head)? {
                if found.iter().all(|(id, _)| *id != participant.0) {
                    found.push(participant);
                }
            }
        }
        Ok(found)
    }

    /// Who makes a statement, with the words that name them: of several, those of each.
    pub(super) fn sources(&self, statement: StatementId) -> Vec<Participant<'t>> {
        let of = &self.record.so_far().statements[statement.index()];
        let Some(span) = of.source_span else { return Vec::new() };
        let own = |id: ActorId| {
            let mentions = self.mentions_from(id, span.start());
            let near = mentions.iter().map(|mention| mention.span).take_while(|own| own.start() < span.end());
            near.into_iter().find(|own| span.contains(*own))
        };
        let words = |id: ActorId| self.record.words(own(id).filter(|_| of.source.len() > 1).unwrap_or(span));
        of.source.iter().map(|&id| (id, words(id))).collect()
    }

    /// One of these phrases is a name, a country's, or a noun for people.
    pub(super) fn names_any(&self, heads: &[usize]) -> bool {
        heads.iter().any(|&head| {
            let mention = self.mention_of(head);
            mention.is_some_and(|mention| self.cast.mentions[mention].form != Form::Pronoun)
                || self.has_name(head)
                || self.names_people(head)
        })
    }

    /// The first of these phrases that names anybody but these actors; a name before a noun.
    pub(super) fn first(
        &mut self,
        heads: &[usize],
        but: &[Participant<'t>],
    ) -> Result<Vec<Participant<'t>>, Refused> {
        let (named, others): (Vec<usize>, Vec<usize>) =
            heads.iter().copied().partition(|&head| self.has_name(head));
        for head in named.into_iter().chain(others) {
            let mut found = self.phrase(head)?;
            found.retain(|(id, _)| but.iter().all(|(other, _)| other != id));
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(Vec::new())
    }

    fn has_name(&self, head: usize) -> bool {
        let named = |mention: usize| {
            let mention = &self.cast.mentions[mention];
            mention.form == Form::Name || mention.country.is_some()
        };
        self.mention_of(head).is_some_and(named)
            || tables().countries.get(&self.stage.lexis.slice(head)).is_some()
    }

    fn phrase(&mut self, head: usize) -> Result<Vec<Participant<'t>>, Refused> {
        let pronoun = self.stage.token(head).upos == Upos::Pron;
        if pronoun && matches!(self.stage.lexis.lower(head), "i" | "we" | "us" | "me" | "our" | "my") {
            return Ok(self.speakers(head));
        }
        if let Some(mention) = self.mention_of(head) {
            return Ok(self.mention(mention)?.into_iter().collect());
        }
        if let Some(country) = self.named_country(head)? {
            return Ok(vec![country]);
        }
        if let Some(group) = self.group(head)? {
            return Ok(vec![group]);
        }
        self.inside(head)
    }

    /// The mention whose head a word is.
    fn mention_of(&self, head: usize) -> Option<usize> {
        // "$4 million worth", "A.D. 640" are nobody.
        if self.details.measures(head) {
            return None;
        }
        let mention = self.cast.holding(head)?;
        let tokens = &self.cast.mentions[mention].tokens;
        let outside = self.stage.token(head).head.is_none_or(|above| !tokens.contains(&above));
        (outside || self.cast.mentions[mention].form == Form::Name).then_some(mention)
    }

    fn mention(&mut self, mention: usize) -> Result<Option<Participant<'t>>, Refused> {
        let at = &self.cast.mentions[mention];
        let slice = if at.form == Form::Name { at.name } else { at.slice };
        let token = at.tokens.start;
        if let Some(state) = self.state(mention) {
            return Ok(Some((state, slice)));
        }
        if let Some(owner) = self.owner_of_forces(mention) {
            return Ok(self.mention(owner)?.map(|(id, _)| (id, slice)));
        }
        let paragraph = self.stage.lexis.sentence_of(token).paragraph;
        let first = self.stage.lexis.reading.paragraphs[paragraph].sentences.start;
        let since = self.stage.lexis.reading.sentences[first].tokens.start;
        let recent = self.holders.recent(token);
        let stage = self.stage;
        let subject = |token: usize| stage.token(token).relation.base() == "nsubj";
        let near = Near {
            recent: &recent,
            not: &[],
            since,
            here: &|_| true,
            subject: &subject,
            told: &|_| false,
            agent: &|_| false,
            spoke: since,
        };
        let Some(id) = self.cast.resolve(mention, &near, self.record)? else { return Ok(None) };
        let named = (self.cast.mentions[mention].form == Form::Pronoun)
            .then(|| self.named_before(id, slice))
            .flatten();
        Ok(Some((id, named.unwrap_or(slice))))
    }

    /// The words that name an actor in the same sentence before a pronoun for it: they say more.
    fn named_before(&self, id: ActorId, pronoun: Slice<'t, Body>) -> Option<Slice<'t, Body>> {
        let start = pronoun.span().start();
        let sentences = &self.record.so_far().sentences;
        let sentence = sentences.partition_point(|sentence| sentence.start() <= start).checked_sub(1)?;
        let mentions = self.mentions_from(id, sentences[sentence].start());
        let before = mentions.iter().take_while(|mention| mention.span.start() < start);
        let named =
            before.filter(|mention| mention.span.end() <= start && mention.form != Form::Pronoun).last();
        named.map(|mention| self.record.words(mention.span))
    }

    /// The mentions of an actor from this place of the text on.
    fn mentions_from(&self, id: ActorId, start: u32) -> &[Mention] {
        let mentions = &self.record.so_far().actors[id.index()].mentions;
        &mentions[mentions.partition_point(|mention| mention.span.start() < start)..]
    }

    /// "Turkish forces", "the US military": what a state's people in uniform and its government do, the state does.
    fn state(&mut self, mention: usize) -> Option<ActorId> {
        let at = &self.cast.mentions[mention];
        let country = at.country?;
        let forces = at.form == Form::Nominal
            && matches!(at.noun, Some(Role::Organ | Role::People))
            && self.serves(mention);
        let adjective =
            at.form == Form::Name && country.sense == Sense::Demonym && at.kind != Some(ActorType::Person);
        if !forces && !adjective {
            return None;
        }
        self.cast.country(country.code, self.record)
    }

    /// "its troops": the mention of whoever has them.
    fn owner_of_forces(&self, mention: usize) -> Option<usize> {
        let tokens = &self.cast.mentions[mention].tokens;
        let possessive = matches!(self.stage.lexis.lower(tokens.start), "its" | "their" | "his" | "her");
        if !possessive || tokens.len() < 2 || !self.serves(mention) {
            return None;
        }
        self.cast.inside_any(tokens.start..tokens.start + 1).next()
    }

    fn serves(&self, mention: usize) -> bool {
        let last = self.cast.mentions[mention].tokens.end - 1;
        SERVE.contains(&self.stage.lexis.lower(last))
    }

    /// A country or a people that is no mention of its own: "Iraqi warplanes".
    fn named_country(&mut self, head: usize) -> Result<Option<Participant<'t>>, Refused> {
        let words = self.stage.lexis.slice(head);
        let Some(country) = tables().countries.get(&words) else { return Ok(None) };
        let id = match self.cast.country(country.code, self.record) {
            Some(id) => id,
            None => self.record.actor(NewActor {
                name: words,
                kind: ActorType::Place,
                country: Some(country.code),
                sector: None,
                role: None,
            })?,
        };
        Ok(Some((id, words)))
    }

    /// "I" and "we": whoever says so.
    fn speakers(&self, pronoun: usize) -> Vec<Participant<'t>> {
        let Some(statement) = self.holders.inside(pronoun) else { return Vec::new() };
        let words = self.stage.lexis.slice(pronoun);
        self.holders.sources(statement).iter().map(|&id| (id, words)).collect()
    }

    /// People and bodies that no table knows: "two dozen villagers", "the smugglers".
    fn group(&mut self, head: usize) -> Result<Option<Participant<'t>>, Refused> {
        if !self.names_people(head) {
            return Ok(None);
        }
        let Some(words) = self.noun_phrase(head) else { return Ok(None) };
        if SERVE.contains(&self.stage.lexis.lower(head)) {
            let mut parts = self.stage.lexis.trees.children(head);
            let state = parts.find_map(|part| {
                let country = tables().countries.get(&self.stage.lexis.slice(part))?;
                self.cast.country(country.code, self.record)
            });
            if let Some(state) = state {
                return Ok(Some((state, words)));
            }
        }
        Ok(Some((self.cast.mint(words, ActorType::Group, self.record)?, words)))
    }

    /// A noun for people or bodies, as tables or the reader have it.
    fn names_people(&self, head: usize) -> bool {
        let token = self.stage.token(head);
        let labelled = token.mention == Some(MentionKind::Person);
        let noun = matches!(token.upos, Upos::Noun | Upos::Propn);
        noun && (labelled || self.stage.lexis.role(head).is_some())
    }

    /// A noun with its determiner, numerals and adjectives.
    fn noun_phrase(&self, head: usize) -> Option<Slice<'t, Body>> {
        // "Troops attack rebels" in a headline: the verb and what stands before it is no part.
        let after = self.stage.lexis.trees.children(head).find(|&at| headline::is_verb(self.stage, at));
        let plain = |&at: &usize| {
            let by = [
                Relation::Det,
                Relation::Amod,
                Relation::Compound,
                Relation::Nummod,
                Relation::NmodPoss,
                Relation::DetPredet,
            ];
            at < head && after < Some(at) && self.stage.is(at, &by)
        };
        let first = self
            .stage
            .lexis
            .trees
            .children(head)
            .filter(plain)
            .map(|at| self.stage.lexis.trees.reach(at).start)
            .min();
        self.stage.lexis.hull(first.unwrap_or(head)..head + 1)
    }

    /// Of a thing: whose it is, whose name it bears, or who else its words name; the nearest in the tree.
    fn inside(&mut self, head: usize) -> Result<Vec<Participant<'t>>, Refused> {
        const MOST: usize = 24;
        let mut open: Vec<usize> = self.stage.lexis.trees.children(head).collect();
        let mut at = 0;
        while let Some(&part) = open.get(at).filter(|_| at < MOST) {
            let clause = matches!(
                self.stage.token(part).relation.base(),
                "acl" | "advcl" | "ccomp" | "parataxis" | "punct" | "case" | "det"
            );
            let found = if clause { Vec::new() } else { self.part(part)? };
            if !found.is_empty() {
                return Ok(found);
            }
            open.extend(self.stage.lexis.trees.children(part));
            at += 1;
        }
        Ok(Vec::new())
    }

    /// Those that a part of a phrase names, joined by *and*.
    fn part(&mut self, part: usize) -> Result<Vec<Participant<'t>>, Refused> {
        let joined = self.stage.lexis.trees.children(part).filter(|&at| self.stage.is(at, &[Relation::Conj]));
        let whole: Vec<usize> = std::iter::once(part).chain(joined).collect();
        let mut found = Vec::new();
        for at in whole {
            match self.mention_of(at) {
                Some(mention) => found.extend(self.mention(mention)?),
                None => found.extend(self.named_country(at)?),
            }
        }
        Ok(found)
    }
}
