//! Actors: which mentions mean the same one?
//!
//! Names are grouped once for the whole report ([`groups`]); nouns and pronouns are resolved one by one, where a statement needs them
//! ([`Cast::resolve`]), because most of them never speak.

mod fold;
mod groups;
mod known;

use std::collections::BTreeSet;
use std::ops::Range;

use sayso_lang::{Gender, gender_of_given_name};
use sayso_record::{ActorId, ActorType, Form, NewActor, RecordBuilder, Refused};
use sayso_text::{Body, Slice};

pub(crate) use fold::fold;
use known::Known;

use crate::mentions::{Mention, is_publisher};
use crate::words::{Role, Sense, gender_of_description, gender_of_pronoun, is_business_word, is_organ_word};

/// Mentions back to which somebody may have been told of whom nobody has quoted since.
const FAR: usize = 24;
/// Mentions back to which a paper may have been named that a noun calls by what it is.
const NEXT: usize = 6;
/// Mentions back to which a noun or a pronoun may point.
const REACH: usize = 400;

/// The mentions of a report and the actors behind them.
pub(crate) struct Cast<'t> {
    pub(crate) mentions: Vec<Mention<'t>>,
    actors: Vec<Option<ActorId>>,
    /// The words of each mention, folded.
    folded: Vec<String>,
    known: Known,
    /// For each mention who is named right below a lead that opens with it.
    led: Vec<Option<ActorId>>,
}

/// What stands around a noun or a pronoun.
pub(crate) struct Near<'n> {
    /// The last speakers, the very last first.
    pub(crate) recent: &'n [ActorId],
    /// Whom a pronoun cannot mean.
    pub(crate) not: &'n [ActorId],
    /// Token from which those named in this paragraph are nearer than the last speaker.
    pub(crate) since: usize,
    /// Token where somebody spoke last, in whatever paragraph.
    pub(crate) spoke: usize,
    /// Has somebody spoken in this paragraph, or in the one before?
    pub(crate) here: &'n dyn Fn(ActorId) -> bool,
    /// Is the token the subject of a clause of the report's own?
    pub(crate) subject: &'n dyn Fn(usize) -> bool,
    /// Does "by" stand before it ("Cross-examined by Jon Varga, she said")?
    pub(crate) agent: &'n dyn Fn(usize) -> bool,
    /// Does the report itself tell of it, and nobody else's words?
    pub(crate) told: &'n dyn Fn(usize) -> bool,
}

/// Mints an actor for each group of names, in the order of first mention.
pub(crate) fn actors<'t>(
    mentions: Vec<Mention<'t>>,
    record: &mut RecordBuilder<'t>,
) -> Result<Cast<'t>, Refused> {
    let folded = mentions.iter().map(|mention| fold(&mention.slice)).collect();
    let mut cast = Cast {
        actors: vec![None; mentions.len()],
        folded,
        known: Known::default(),
        led: Vec::new(),
        mentions,
    };
    for group in groups::of(&cast.mentions) {
        let id = record.actor(profile(&cast.mentions, &group))?;
        cast.known.set_gender(id, gender(&cast.mentions, &group));
        let outlet = group.iter().any(|&member| cast.mentions[member].outlet);
        let state = group.iter().find_map(|&member| {
            let own = &cast.mentions[member];
            own.country.filter(|country| country.sense == Sense::Name && own.kind == Some(ActorType::Place))
        });
        state.into_iter().for_each(|state| cast.known.set_state(state.code, id));
        for &member in &group {
            cast.actors[member] = Some(id);
            cast.mentions[member].outlet = outlet;
            cast.known.learn(id, &cast.mentions[member]);
            record.mention(id, cast.mentions[member].called(), Form::Name)?;
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
    let body =
        |mention: &Mention<'_>| mention.beside.is_some() && mention.kind == Some(ActorType::Organization);
    let kind = if titled {
        Some(ActorType::Person)
    } else if members().any(body) {
        Some(ActorType::Organization)
    } else {
        members().find_map(|mention| mention.kind)
    };
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

/// What titles, descriptions and given names of a group tell.
fn gender(mentions: &[Mention<'_>], group: &[usize]) -> Option<Gender> {
    let members = || group.iter().map(|&member| &mentions[member]);
    let described = members().find_map(|mention| {
        let title = mention.slice.strip_suffix(mention.name.as_str()).map(|title| title.as_str());
        let noun = (mention.form == Form::Nominal).then(|| mention.name.as_str());
        let told = title
            .into_iter()
            .chain(noun)
            .chain(mention.role.map(|role| role.as_str()))
            .chain(mention.beside.map(|beside| beside.as_str()));
        told.filter(|words| !words.is_empty()).find_map(gender_of_description)
    });
    let given = || {
        members().find_map(|mention| mention.name.as_str().split(' ').next().and_then(gender_of_given_name))
    };
    described.or_else(given)
}

/// Nouns for members of a family.
fn is_kin(noun: &str) -> bool {
    matches!(
        noun,
        "aunt"
            | "brother"
            | "cousin"
            | "dad"
            | "daughter"
            | "father"
            | "grandfather"
            | "grandmother"
            | "husband"
            | "mother"
            | "mum"
            | "namesake"
            | "nephew"
            | "niece"
            | "sibling"
            | "sister"
            | "son"
            | "twin"
            | "uncle"
            | "widow"
            | "widower"
            | "wife"
    )
}

/// Words in the names of bodies that a wider noun may stand for.
fn bodies_of(noun: &str) -> &'static [&'static str] {
    match noun {
        "bureau" => &["bureau", "fbi"],
        "union" => &[
            "association",
            "brotherhood",
            "confederation",
            "federation",
            "guild",
            "unison",
            "unite",
            "workers",
        ],
        "party" => &[
            "alliance",
            "bloc",
            "coalition",
            "congress",
            "democrats",
            "front",
            "league",
            "list",
            "movement",
            "rally",
        ],
        _ => &[],
    }
}

/// The name of an outlet has a word for what goes over the air.
fn airs(name: &str) -> bool {
    name.split(' ').any(|word| {
        matches!(
            word,
            "radio"
                | "tv"
                | "fm"
                | "television"
                | "channel"
                | "bbc"
                | "cnn"
                | "kanal"
                | "canal"
                | "show"
                | "tele"
                | "radyo"
        ) || word.ends_with("tv")
    })
}

fn is_aired(noun: &str) -> bool {
    matches!(
        noun,
        "broadcaster" | "channel" | "programme" | "program" | "radio" | "show" | "station" | "television"
    )
}

fn is_printed(noun: &str) -> bool {
    matches!(
        noun,
        "daily" | "magazine" | "newspaper" | "paper" | "tabloid" | "weekly" | "journal" | "newsletter"
    )
}

/// What somebody writes, as opposed to what publishes.
fn is_document(name: &str) -> bool {
    let head = name.rsplit(' ').next().unwrap_or(name);
    matches!(
        head,
        "statement"
            | "letter"
            | "email"
            | "e-mail"
            | "message"
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
pub(crate) fn without_article<'t>(name: Slice<'t, Body>) -> Slice<'t, Body> {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name)
}

impl<'t> Cast<'t> {
    /// Takes note of who is named below the leads that tell of them, by mention.
    pub(crate) fn lead(&mut self, led: Vec<Option<ActorId>>) {
        self.led = led;
    }

    /// The actor whom a mention names.
    pub(crate) fn actor_of(&self, mention: usize) -> Option<ActorId> {
        self.actors.get(mention).copied().flatten()
    }

    /// Index of the longest mention whose last token is `token`.
    pub(crate) fn ending_at(&self, token: usize) -> Option<usize> {
        // Mentions are short, so only those that begin shortly before can end here.
        const LONGEST: usize = 24;
        let from = self.mentions.partition_point(|mention| mention.tokens.start + LONGEST < token);
        let candidates = self.mentions[from..].iter().take_while(|mention| mention.tokens.start <= token);
        let ends = candidates
            .enumerate()
            .find(|(_, mention)| mention.tokens.end == token + 1 && !mention.possessive);
        ends.map(|(at, _)| from + at)
    }

    /// Index of the longest mention whose first token is `token`.
    pub(crate) fn starting_at(&self, token: usize) -> Option<usize> {
        let at = self.mentions.partition_point(|mention| mention.tokens.start < token);
        self.mentions
            .get(at)
            .filter(|mention| mention.tokens.start == token && !mention.possessive)
            .map(|_| at)
    }

    /// Indices of the mentions inside `tokens`, longest first where they nest; possessives, which seldom speak, are left out.
    pub(crate) fn inside(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        self.inside_any(tokens).filter(|&mention| !self.mentions[mention].possessive)
    }

    /// The same with possessives.
    pub(crate) fn inside_any(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let from = self.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
        let within =
            self.mentions[from..].iter().take_while(move |mention| mention.tokens.start < tokens.end);
        within
            .enumerate()
            .filter(move |(_, mention)| mention.tokens.end <= tokens.end)
            .map(move |(at, _)| from + at)
    }

    /// Index of the longest mention that holds a token.
    pub(crate) fn holding(&self, token: usize) -> Option<usize> {
        const LONGEST: usize = 24;
        let from = self.mentions.partition_point(|mention| mention.tokens.start + LONGEST < token);
        let near = self.mentions[from..].iter().take_while(|mention| mention.tokens.start <= token);
        let holds = near.enumerate().filter(|(_, mention)| mention.tokens.contains(&token));
        holds
            .max_by_key(|(at, mention)| (mention.tokens.len(), std::cmp::Reverse(*at)))
            .map(|(at, _)| from + at)
    }

    /// The actor a mention stands for, minting one for a noun phrase that nothing before explains. A pronoun without an antecedent stays
    /// unresolved.
    ///
    /// # Errors
    /// See [`RecordBuilder::actor`].
    pub(crate) fn resolve(
        &mut self,
        mention: usize,
        near: &Near<'_>,
        record: &mut RecordBuilder<'t>,
    ) -> Result<Option<ActorId>, Refused> {
        if self.actors[mention].is_some() {
            return Ok(self.actors[mention]);
        }
        let found = match self.mentions[mention].form {
            Form::Name => None,
            Form::Pronoun => match self.subject_before(mention, near, record) {
                Some(subject) => self.resolve(subject, near, record)?,
                None => self.antecedent_of_pronoun(mention, near, record),
            },
            Form::Nominal => {
                let (kin, not) = self.kin(mention, near, record)?;
                self.name_of_noun(mention)
                    .or(kin)
                    .or_else(|| self.owner_of_office(mention, record))
                    .or_else(|| self.antecedent_of_noun(mention, near, record).filter(|&id| Some(id) != not))
                    .or_else(|| self.named_later(mention, record).filter(|&id| Some(id) != not))
                    .or_else(|| self.led.get(mention).copied().flatten())
            }
        };
        let id = match (found, self.mentions[mention].form) {
            (Some(id), _) => id,
            (None, Form::Pronoun) => return Ok(None),
            (None, _) => {
                let id = record.actor(profile(&self.mentions, &[mention]))?;
                self.known.set_gender(id, gender(&self.mentions, &[mention]));
                id
            }
        };
        self.actors[mention] = Some(id);
        self.known.learn(id, &self.mentions[mention]);
        record.mention(id, self.mentions[mention].slice, self.mentions[mention].form)?;
        Ok(Some(id))
    }

    /// The country of this code, if the report names it.
    pub(crate) fn state(&self, code: &str) -> Option<ActorId> {
        self.known.state(code)
    }

    /// Somebody of whom a noun in the plural may be said: "leaders" of presidents, "chairmen" of a chairman.
    pub(crate) fn is_one_of(&self, id: ActorId, plural: &str) -> bool {
        let one = match plural {
            "leaders" => {
                return ["president", "minister", "leader", "chancellor", "king", "premier"]
                    .iter()
                    .any(|noun| self.known.is_described(id, noun));
            }
            _ if plural.ends_with("men") => format!("{}man", plural.trim_end_matches("men")),
            _ => plural.trim_end_matches('s').to_owned(),
        };
        self.known.is_described(id, &one)
    }

    /// The first actor of a country, as a place.
    pub(crate) fn country(&mut self, code: &str, record: &RecordBuilder<'t>) -> Option<ActorId> {
        self.known.country(code, record)
    }

    /// The actor for words that are no mention: one of that name, else a new one.
    ///
    /// # Errors
    /// See [`RecordBuilder::actor`].
    pub(crate) fn mint(
        &mut self,
        words: Slice<'t, Body>,
        kind: ActorType,
        record: &mut RecordBuilder<'t>,
    ) -> Result<ActorId, Refused> {
        let name = without_article(words);
        if let Some(id) = self.known.named(&name, record) {
            return Ok(id);
        }
        let id = record.actor(NewActor { name, kind, country: None, sector: None, role: None })?;
        record.mention(id, words, Form::Nominal)?;
        Ok(id)
    }

    /// "he" and "she": who was named or described as a subject since somebody spoke, in this paragraph.
    fn subject_before(&self, mention: usize, near: &Near<'_>, record: &RecordBuilder<'t>) -> Option<usize> {
        let words = fold(&self.mentions[mention].slice);
        if words == "it" {
            return self.body_before(mention, near, record);
        }
        let gender = gender_of_pronoun(&words)?;
        let since = (mention.saturating_sub(REACH)..mention)
            .rev()
            .take_while(|&at| self.mentions[at].tokens.start >= near.since);
        let fits = |&at: &usize| match (self.actors[at], self.mentions[at].form) {
            (Some(id), _) => {
                let actor = &record.so_far().actors[id.index()];
                let sure = self.known.gender(id).is_some()
                    || actor.role.is_some()
                    || self.mentions[at].beside.is_some()
                    || self.mentions[at].form == Form::Nominal
                    || !self.someone_known(gender, near, record);
                actor.kind == ActorType::Person
                    && sure
                    && !near.not.contains(&id)
                    && self.known.gender(id).is_none_or(|known| known == gender)
            }
            (None, Form::Nominal) => {
                let own = &self.mentions[at];
                let known = self::gender(&self.mentions, &[at]);
                own.kind == Some(ActorType::Person)
                    && !own.plural
                    && known.is_none_or(|known| known == gender)
            }
            _ => false,
        };
        // "his" in "his brother" is not the brother.
        let own = self.mentions[mention].tokens.start;
        let subject = |&at: &usize| {
            let tokens = &self.mentions[at].tokens;
            tokens.end <= own && tokens.clone().any(near.subject)
        };
        // "Mrs Holt wore blue. / Asked by counsel, she agreed": who was told of since, in the paragraph before.
        let known = |&at: &usize| {
            self.mentions[at].form == Form::Name
                && self.actors[at].is_some_and(|id| {
                    self.known.gender(id) == Some(gender)
                        && record.so_far().actors[id.index()].kind == ActorType::Person
                        && !near.not.contains(&id)
                })
        };
        let earlier = || {
            (mention.saturating_sub(FAR)..mention)
                .rev()
                .take_while(|&at| self.mentions[at].tokens.start >= near.spoke)
                .filter(subject)
                .find(known)
        };
        since
            .filter(subject)
            .find(fits)
            .or_else(|| self.only_one_told_of(mention, gender, near, record))
            .or_else(earlier)
    }

    /// "That cost the chairman, Jon Varga, his seat. He said": the only person with a name who is told of since somebody spoke.
    fn only_one_told_of(
        &self,
        mention: usize,
        gender: Gender,
        near: &Near<'_>,
        record: &RecordBuilder<'t>,
    ) -> Option<usize> {
        let own = self.mentions[mention].tokens.start;
        let fits = |&at: &usize| {
            let name = &self.mentions[at];
            let full = name.name.as_str().contains(' ') && name.form == Form::Name && !name.possessive;
            full && name.tokens.end <= own
                && (near.told)(name.tokens.start)
                && !(near.agent)(name.tokens.start)
                && self.actors[at].is_some_and(|id| {
                    record.so_far().actors[id.index()].kind == ActorType::Person
                        && !near.not.contains(&id)
                        && (self.known.gender(id) == Some(gender)
                            || self.known.gender(id).is_none()
                                && (name.role.is_some() || name.beside.is_some()))
                })
        };
        let since = (mention.saturating_sub(REACH)..mention)
            .rev()
            .take_while(|&at| self.mentions[at].tokens.start >= near.since);
        let found: Vec<usize> = since.filter(fits).collect();
        let &first = found.first()?;
        let one = found.iter().all(|&at| self.actors[at] == self.actors[first]);
        one.then_some(first)
    }

    /// "it": the body or the paper that was a subject since somebody spoke, in this paragraph.
    fn body_before(&self, mention: usize, near: &Near<'_>, record: &RecordBuilder<'t>) -> Option<usize> {
        let fits = |&at: &usize| {
            let own = &self.mentions[at];
            let kind = self.actors[at].map(|id| record.so_far().actors[id.index()].kind);
            !own.plural && own.form != Form::Pronoun && kind.or(own.kind) == Some(ActorType::Organization)
        };
        let start = self.mentions[mention].tokens.start;
        let subject = |&at: &usize| {
            let tokens = &self.mentions[at].tokens;
            tokens.end <= start && tokens.clone().any(near.subject)
        };
        (mention.saturating_sub(REACH)..mention)
            .rev()
            .take_while(|&at| self.mentions[at].tokens.start >= near.since)
            .filter(subject)
            .find(fits)
    }

    /// The last speakers hold somebody who is known to be of this gender: then a name that only may be a person's is not meant.
    fn someone_known(&self, gender: Gender, near: &Near<'_>, record: &RecordBuilder<'t>) -> bool {
        const LAST: usize = 3;
        let person = |id: &ActorId| record.so_far().actors[id.index()].kind == ActorType::Person;
        let known = |id: &ActorId| self.known.gender(*id) == Some(gender) && !near.not.contains(id);
        near.recent.iter().take(LAST).any(|id| person(id) && known(id))
    }

    /// The last speaker, if a person; else the nearest person named before who is not inside a possessive. "they" and "it" look for groups and
    /// bodies in the same way.
    fn antecedent_of_pronoun(
        &self,
        mention: usize,
        near: &Near<'_>,
        record: &RecordBuilder<'t>,
    ) -> Option<ActorId> {
        let pronoun = &self.mentions[mention];
        let gender = gender_of_pronoun(&fold(&pronoun.slice));
        let fits = |id: ActorId| {
            let kind = record.so_far().actors[id.index()].kind;
            let known = self.known.gender(id);
            match pronoun.kind {
                _ if near.not.contains(&id) || gender.is_some() && known.is_some() && gender != known => {
                    false
                }
                Some(ActorType::Person) => kind == ActorType::Person,
                Some(_) => kind == ActorType::Organization || kind == ActorType::Place,
                None => kind != ActorType::Person,
            }
        };
        let nearest = || self.before(mention).find(|&id| fits(id));
        let last = near.recent.iter().copied().find(|&id| fits(id));
        // Who has no name is not gone back to in a later paragraph, if somebody who has one may be meant.
        let gone = |id: ActorId| gender.is_some() && !self.known.is_named(id) && !(near.here)(id);
        let known = |id: &ActorId| fits(*id) && self.known.is_named(*id) && self.known.gender(*id) == gender;
        let named = last.filter(|&id| gone(id)).and_then(|_| near.recent.iter().copied().find(known));
        named.or(last).or_else(nearest)
    }

    /// "her brother": the only other person of the report who has the family's name, and whose family it is, who is not meant.
    fn kin(
        &mut self,
        mention: usize,
        near: &Near<'_>,
        record: &mut RecordBuilder<'t>,
    ) -> Result<(Option<ActorId>, Option<ActorId>), Refused> {
        let noun = &self.mentions[mention];
        let first = noun.tokens.start;
        let words = fold(&noun.name);
        let head = words.rsplit([' ', '-']).next().unwrap_or(&words);
        let owned = noun.definite
            && gender_of_pronoun(&fold(&noun.slice.words().next().unwrap_or(noun.slice))).is_some();
        if noun.plural || !owned || !is_kin(head) {
            return Ok((None, None));
        }
        let gender = gender_of_description(head);
        let owner = self.inside_any(first..first + 1).find(|&at| self.mentions[at].form == Form::Pronoun);
        let owner = match owner {
            Some(owner) => self.resolve(owner, near, record)?,
            None => None,
        };
        let Some(owner) = owner else { return Ok((None, None)) };
        let surname = |id: ActorId| {
            let name = fold(&record.words(record.so_far().actors[id.index()].name));
            name.rsplit_once(' ').map(|(_, last)| last.to_owned())
        };
        let family = surname(owner);
        let all = record.so_far();
        let relatives = |id: &ActorId| {
            let id = *id;
            let known = self.known.gender(id);
            id != owner
                && all.actors[id.index()].kind == ActorType::Person
                && family.is_some()
                && surname(id) == family
                && (gender.is_none() || known.is_none() || gender == known)
        };
        let among = |near: &[Option<ActorId>]| {
            let near: BTreeSet<ActorId> = near.iter().copied().flatten().collect();
            near.into_iter().filter(relatives).collect::<Vec<_>>()
        };
        let only = |found: Vec<ActorId>| if let [one] = found[..] { Some(one) } else { None };
        let before = among(&self.actors[mention.saturating_sub(REACH)..mention]);
        let after = || among(&self.actors[mention..self.actors.len().min(mention + REACH)]);
        Ok((only(if before.is_empty() { after() } else { before }), Some(owner)))
    }

    /// "its press office": whose it is speaks.
    fn owner_of_office(&self, mention: usize, record: &RecordBuilder<'t>) -> Option<ActorId> {
        let words = fold(&self.mentions[mention].slice);
        let body = |id: &ActorId| record.so_far().actors[id.index()].kind == ActorType::Organization;
        (words == "its press office")
            .then(|| self.before(mention).find(|id| body(id) && self.known.is_named(*id)))
            .flatten()
    }

    /// Whom the name beside a noun phrase names.
    fn name_of_noun(&self, mention: usize) -> Option<ActorId> {
        let name = self.mentions[mention].named.and_then(|name| self.holding(name))?;
        self.actors[name].filter(|_| self.mentions[name].form == Form::Name)
    }

    /// "the county clerk said" before "County Clerk Mara Holt": the first person named later of whom the whole description is told. A noun
    /// without any article is a headline's.
    fn named_later(&self, mention: usize, record: &RecordBuilder<'t>) -> Option<ActorId> {
        let noun = &self.mentions[mention];
        let indefinite = matches!(
            noun.slice.words().next()?.as_str(),
            "a" | "A" | "an" | "An" | "one" | "One" | "another" | "Another"
        );
        if noun.plural || indefinite || noun.kind != Some(ActorType::Person) {
            return None;
        }
        // Where from is told of most people only once.
        let (before, head) = noun.name.as_str().rsplit_once(' ').unwrap_or(("", noun.name.as_str()));
        let small = |word: &&str| !word.starts_with(char::is_uppercase);
        let words: Vec<_> = before.split(' ').filter(small).chain([head]).collect();
        let words = fold(words.join(" ").trim());
        let after = mention + 1..self.mentions.len().min(mention + REACH);
        let person = |id: &ActorId| record.so_far().actors[id.index()].kind == ActorType::Person;
        let mut people = after.clone().filter_map(|at| self.actors[at]).filter(person);
        // "Mayor: nobody hurt" before "the mayor of Tessel, Mara Holt".
        let beside = || {
            let noun = |at: &usize| fold(&self.mentions[*at].name) == words;
            after.clone().filter(noun).filter_map(|at| self.name_of_noun(at)).find(person)
        };
        // "the ruling-party chairman" before "the chairman, Jon Varga": the only one of whom the noun is told.
        let head = fold(head);
        let by_head = || {
            let mut all: Vec<ActorId> = after
                .clone()
                .filter_map(|at| self.actors[at])
                .filter(person)
                .filter(|&id| self.known.is_described(id, &head))
                .collect();
            all.sort_unstable();
            all.dedup();
            let before = (mention.saturating_sub(REACH)..mention).filter_map(|at| self.actors[at]);
            let earlier = before.into_iter().any(|id| self.known.is_described(id, &head));
            if let ([one], false, true) = (&all[..], earlier, noun.definite) { Some(*one) } else { None }
        };
        people.find(|&id| self.known.is_described(id, &words)).or_else(beside).or_else(by_head)
    }

    /// "the outlet", "the ministry", "the president": the nearest actor before that is called so or is such a thing.
    fn antecedent_of_noun(
        &self,
        mention: usize,
        near: &Near<'_>,
        record: &RecordBuilder<'t>,
    ) -> Option<ActorId> {
        let (recent, subject) = (near.recent, near.subject);
        let noun = &self.mentions[mention];
        let words = &self.folded[mention];
        let words = &words.replacen("the same ", "the ", 1);
        let same = |&at: &usize| self.actors[at].is_some() && self.folded[at] == *words;
        let said = (mention.saturating_sub(REACH)..mention).rev().find(same).and_then(|at| self.actors[at]);
        if noun.noun == Some(Role::Outlet) && noun.definite && is_document(&noun.name) {
            return said.or_else(|| self.author(noun, recent, record));
        }
        let head = fold(&noun.name);
        let head = head.strip_prefix("same ").unwrap_or(&head).to_owned();
        let person = noun.kind == Some(ActorType::Person);
        // "the 58-year-old": whoever was named last.
        if head.ends_with("year old") && noun.definite && !noun.plural {
            let named = |at: &usize| {
                let own = &self.mentions[*at];
                own.form == Form::Name && own.kind == Some(ActorType::Person) && !own.possessive
            };
            return (mention.saturating_sub(REACH)..mention).rev().find(named).and_then(|at| self.actors[at]);
        }
        if noun.plural {
            return said.or_else(|| self.group_before(mention));
        }
        if !noun.definite || !person && head.contains(' ') {
            return said;
        }
        let called = |id: ActorId| match record.so_far().actors[id.index()].kind {
            ActorType::Person => person && self.known.is_described(id, &head),
            _ => !person && self.known.is_called(id, &head),
        };
        // "their report" is theirs, and no outlet's.
        let owned = matches!(
            noun.slice.words().next().map_or("", |word| word.as_str()),
            "their" | "its" | "his" | "her"
        );
        let theirs = owned && !is_publisher(head.rsplit(' ').next().unwrap_or(&head));
        let publishes =
            |id: ActorId| noun.noun == Some(Role::Outlet) && !theirs && self.publishes(id, record);
        let find = |fits: &dyn Fn(ActorId) -> bool| {
            let fits = |&id: &ActorId| !near.not.contains(&id) && fits(id);
            recent.iter().copied().find(fits).or_else(|| self.before(mention).find(fits))
        };
        // "the station" after "Radio Tessel" and "the Courier".
        let suits = |id: ActorId| {
            publishes(id) && {
                let name = fold(&record.words(record.so_far().actors[id.index()].name));
                {
                    let full = record.words(record.so_far().actors[id.index()].name);
                    // "the paper" is no agency.
                    let wire = full.chars().all(char::is_uppercase)
                        || ["agency", "wire", "press"].iter().any(|word| name.ends_with(word));
                    !(is_printed(&head) && wire)
                        && (airs(&name) == is_aired(&head) || !(is_aired(&head) || is_printed(&head)))
                }
            }
        };
        let trades = |id: ActorId| {
            let actor = &record.so_far().actors[id.index()];
            let name = record.words(actor.name);
            actor.kind == ActorType::Organization
                && actor.country.is_none()
                && !self.known.is_outlet(id)
                && !crate::words::is_platform(name.as_str())
                && name.starts_with(char::is_uppercase)
                && crate::words::role(&name.to_lowercase()).is_none()
                && !name.as_str().split(' ').any(|word| is_organ_word(word) && !is_business_word(word))
        };
        let company = || {
            let noun = noun.noun == Some(Role::Organ)
                && matches!(
                    &head[..],
                    "airline"
                        | "airlines"
                        | "bank"
                        | "brewery"
                        | "business"
                        | "carrier"
                        | "company"
                        | "distributor"
                        | "firm"
                        | "group"
                        | "insurer"
                        | "lender"
                        | "manufacturer"
                        | "operator"
                        | "retailer"
                        | "supplier"
                        | "utility"
                );
            let near = |id: &ActorId| trades(*id) && self.is_near(*id, mention);
            recent.iter().copied().find(near).or_else(|| self.before(mention).find(near)).filter(|_| noun)
        };
        let paper = noun.noun == Some(Role::Outlet)
            && !theirs
            && is_publisher(head.rsplit(' ').next().unwrap_or(&head));
        // "Ziua is kinder. The tabloid finds …": what was just the subject, if it may be a paper.
        let just_named = || {
            let subject = |at: &usize| {
                let own = &self.mentions[*at];
                own.form == Form::Name && own.tokens.clone().any(subject)
            };
            let before = (mention.saturating_sub(NEXT)..mention).rev().find(subject).filter(|_| paper)?;
            let id = self.actors[before]?;
            let actor = &record.so_far().actors[id.index()];
            let body = actor.kind == ActorType::Organization && actor.country.is_none();
            let named = !record.words(actor.name).as_str().split(' ').any(is_organ_word);
            (body && named).then_some(id)
        };
        // "told the paper": the one that was named last, and not what was called so before.
        let last = || {
            let other = |id: &ActorId| !near.not.contains(id) && suits(*id);
            self.before(mention).find(other).filter(|_| paper)
        };
        find(&called)
            .or_else(last)
            .or(said)
            .or_else(just_named)
            .or_else(company)
            .or_else(|| {
                // "the union" after "the Dockers' Federation", "the party" after "the Civic Front".
                let words = bodies_of(&head);
                let near = |id: &ActorId| {
                    let name = fold(&record.words(record.so_far().actors[id.index()].name));
                    let named = name.split(' ').any(|word| words.contains(&word));
                    named && self.known.is_named(*id) && self.is_near(*id, mention)
                };
                recent.iter().copied().find(near).or_else(|| self.before(mention).find(near))
            })
            .or_else(|| self.before(mention).find(|id| !near.not.contains(id) && suits(*id)))
            .or_else(|| self.before(mention).find(|id| !near.not.contains(id) && publishes(*id)))
    }

    /// "Both diplomats", "the diplomats" after "two diplomats with knowledge of the talks": those who were called by the noun.
    fn group_before(&self, mention: usize) -> Option<ActorId> {
        let noun = &self.mentions[mention];
        let last = |of: &Mention<'t>| fold(&of.name).rsplit(' ').next().unwrap_or_default().to_owned();
        let first = noun.slice.words().next().map_or("", |word| word.as_str());
        let back = noun.definite || matches!(first, "Both" | "both");
        let short = noun.slice.words().count() <= 2;
        let same = |&at: &usize| {
            let own = &self.mentions[at];
            own.form == Form::Nominal && own.plural && self.actors[at].is_some() && last(own) == last(noun)
        };
        let found = (mention.saturating_sub(REACH)..mention).rev().find(same).filter(|_| back && short);
        found.and_then(|at| self.actors[at])
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

    fn publishes(&self, id: ActorId, record: &RecordBuilder<'t>) -> bool {
        self.known.is_outlet(id) && record.so_far().actors[id.index()].kind == ActorType::Organization
    }

    /// The outlet that was named last.
    pub(crate) fn outlet_before(&self, mention: usize, record: &RecordBuilder<'t>) -> Option<ActorId> {
        self.before(mention).find(|&id| self.publishes(id, record))
    }

    /// The mention that named an actor last before another.
    pub(crate) fn last_mention_of(&self, id: ActorId, mention: usize) -> Option<usize> {
        (mention.saturating_sub(REACH)..mention).rev().find(|&at| self.actors[at] == Some(id))
    }

    /// The actor was named not long before a mention.
    fn is_near(&self, id: ActorId, mention: usize) -> bool {
        const FAR: usize = 30;
        self.actors[mention.saturating_sub(FAR)..mention].contains(&Some(id))
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
