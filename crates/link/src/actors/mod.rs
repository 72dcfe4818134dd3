//! Actors: the same person, body or place across reports, by names, offices and countries; never by a surname alone.
//!
//! A store finds candidates by [`keys`] and asks [`pick`] which of them an actor is, if any; what it learns it adds with
//! [`Profile::absorb`].

mod body;
mod name;
mod office;
mod person;

use body::Body;
use person::Person;

use crate::{country, fold};

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A human being.
    Person,
    /// A body with a name.
    Organization,
    /// People without a body ("two officials"): never the same across reports.
    Group,
    /// A country, region or town.
    Place,
}

/// What one report, or several, tell of an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The fullest name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// ISO 3166-1 alpha-3 code.
    pub country: Option<String>,
    /// Offices and descriptions ("Danish President").
    pub roles: Vec<String>,
    /// PLOVER sector.
    pub sector: Option<String>,
    /// Every name in use for it, the fullest among them or not ("Wall Street Journal", "WSJ"); no pronouns.
    pub forms: Vec<String>,
}

/// Why two actors are thought to be the same, the weakest reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// One goes by a name that is told of the other ("Wall Street Journal", "WSJ").
    Alias,
    /// Persons of one surname and one office.
    SurnameAndOffice,
    /// Bodies of a name that many countries have one of ("Defence Ministry"), of one country.
    NameAndCountry,
    /// Bodies or places of one name.
    Name,
    /// Persons of one full name, where neither country nor office tells them apart.
    FullName,
}

impl Reason {
    /// The reason, for people.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Reason::Alias => "a name of the one is told of the other",
            Reason::SurnameAndOffice => "same surname and office",
            Reason::NameAndCountry => "same name and country",
            Reason::Name => "same name",
            Reason::FullName => "same full name",
        }
    }
}

/// A profile as it is compared.
enum Known {
    Person(Person),
    Body(Body),
    Group,
}

impl Known {
    fn of(profile: &Profile) -> Known {
        match profile.kind {
            Kind::Person => Known::Person(Person::of(profile)),
            Kind::Organization | Kind::Place => Known::Body(Body::of(profile)),
            Kind::Group => Known::Group,
        }
    }

    fn same(&self, other: &Known) -> Option<Reason> {
        match (self, other) {
            (Known::Person(a), Known::Person(b)) => a.same(b),
            (Known::Body(a), Known::Body(b)) => a.same(b),
            (Known::Person(person), Known::Body(body)) | (Known::Body(body), Known::Person(person)) => {
                body.is_misread(person).then_some(Reason::Name)
            }
            _ => None,
        }
    }
}

/// Folded keys under which others that may be the same are found, sorted: whoever is the same by [`same`] shares one. None for groups,
/// for nouns that are no names, for persons of whom no more than a surname is known, and for bodies that any country may have.
#[must_use]
pub fn keys(profile: &Profile) -> Vec<String> {
    let mut keys = match Known::of(profile) {
        Known::Person(person) => person.keys(),
        Known::Body(body) => body.keys(),
        Known::Group => Vec::new(),
    };
    keys.sort();
    keys.dedup();
    keys
}

/// Whether `a` and `b` are one, and why.
#[must_use]
pub fn same(a: &Profile, b: &Profile) -> Option<Reason> {
    Known::of(a).same(&Known::of(b))
}

/// Which of the candidates the actor is, by its place among them, and why; none where two that are not the same fit equally well.
#[must_use]
pub fn pick(actor: &Profile, candidates: &[&Profile]) -> Option<(usize, Reason)> {
    let known = Known::of(actor);
    let fit = |(at, candidate): (usize, &&Profile)| {
        let reason = known.same(&Known::of(candidate))?;
        Some((weight(reason, actor, candidate), at, reason))
    };
    let fits: Vec<_> = candidates.iter().enumerate().filter_map(fit).collect();
    let best = fits.iter().map(|fit| fit.0).max()?;
    let mut best = fits.iter().filter(|fit| fit.0 == best);
    let &(_, at, reason) = best.next()?;
    best.all(|other| same(candidates[at], candidates[other.1]).is_some()).then_some((at, reason))
}

/// How much speaks for the two being one.
fn weight(reason: Reason, a: &Profile, b: &Profile) -> (Reason, usize) {
    let told = |a: &Option<String>, b: &Option<String>| usize::from(a.is_some() && a == b);
    let shared = |a: &[String], b: &[String]| a.iter().filter(|word| b.contains(word)).count();
    let kind = usize::from(a.kind == b.kind);
    let evidence = 2 * told(&a.country, &b.country) + told(&a.sector, &b.sector) + kind;
    (reason, evidence + shared(&a.roles, &b.roles) + shared(&a.forms, &b.forms))
}

impl Profile {
    /// Adds what another report tells of the same actor: the fuller name, further forms and roles, country and sector where none is known.
    pub fn absorb(&mut self, other: &Profile) {
        for form in std::iter::once(&other.name).chain(&other.forms) {
            add(&mut self.forms, form);
        }
        other.roles.iter().for_each(|role| add(&mut self.roles, role));
        self.country = self.country.take().or_else(|| other.country.clone());
        self.sector = self.sector.take().or_else(|| other.sector.clone());
        if fullness(&other.name) > fullness(&self.name) {
            add(&mut self.forms, &std::mem::replace(&mut self.name, other.name.clone()));
        }
    }
}

fn add(list: &mut Vec<String>, more: &str) {
    if !list.iter().any(|known| known == more) {
        list.push(more.to_owned());
    }
}

/// Country names before others, then words, then letters; capitals throughout are a headline's. What is left is decided by the letters, so
/// that no order of reports matters.
fn fullness(name: &str) -> (bool, usize, bool, usize, std::cmp::Reverse<&str>) {
    let mixed = name.chars().any(char::is_lowercase);
    let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
    let country = country::named(&name::words(name)).is_some();
    (country, name.split_whitespace().count(), mixed, letters, std::cmp::Reverse(name))
}

/// A name as it is compared: folded words without articles.
pub(crate) fn folded(name: &str) -> String {
    fold::words(name).into_iter().filter(|word| word != "the").collect::<Vec<_>>().join(" ")
}

/// Whether words are a noun phrase and no name ("a source", "two officials").
pub(crate) fn is_noun(name: &str) -> bool {
    name::words(name).is_empty()
}
