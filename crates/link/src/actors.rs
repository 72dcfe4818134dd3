//! Actors: the same person, body or place across reports, by names, offices and countries; never by a surname alone.

use crate::fold;

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
    /// Offices and descriptions ("Turkish President").
    pub roles: Vec<String>,
    /// PLOVER sector.
    pub sector: Option<String>,
    /// Every name in use for it, the fullest among them or not ("Wall Street Journal", "WSJ"); no nouns, no pronouns.
    pub forms: Vec<String>,
}

/// Why two actors are thought to be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Persons of one full name, where neither country nor office tells them apart.
    FullName,
    /// Persons of one surname and one office.
    SurnameAndOffice,
    /// Bodies or places of one name.
    Name,
    /// Bodies of one name that many countries have one of ("Defence Ministry"), of one country.
    NameAndCountry,
    /// One goes by a name that is told of the other ("Wall Street Journal", "WSJ").
    Alias,
}

impl Reason {
    /// The reason, for people.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Reason::FullName => "same full name",
            Reason::SurnameAndOffice => "same surname and office",
            Reason::Name => "same name",
            Reason::NameAndCountry => "same name and country",
            Reason::Alias => "a name of both",
        }
    }
}

/// Folded keys under which others that may be the same are found: whoever is the same by [`same`] shares one. None for groups, and for
/// persons of whom no more than a surname is known.
#[must_use]
pub fn keys(profile: &Profile) -> Vec<String> {
    let mut keys = match profile.kind {
        Kind::Group => Vec::new(),
        Kind::Person => person_keys(profile),
        Kind::Organization | Kind::Place => names(profile).iter().map(|name| name.join(" ")).collect(),
    };
    let sign = match profile.kind {
        Kind::Person => "p",
        Kind::Organization => "o",
        Kind::Group | Kind::Place => "l",
    };
    keys.sort();
    keys.dedup();
    keys.into_iter().map(|key| format!("{sign} {key}")).collect()
}

fn person_keys(profile: &Profile) -> Vec<String> {
    let names = names(profile);
    let mut keys: Vec<String> = names.iter().filter(|name| is_full(name)).map(|name| full(name)).collect();
    for surname in names.iter().filter_map(|name| name.last()) {
        keys.extend(offices(profile).iter().map(|office| format!("{surname} @ {office}")));
    }
    keys
}

/// Whether `a` and `b` are one, and why.
#[must_use]
pub fn same(a: &Profile, b: &Profile) -> Option<Reason> {
    if a.kind != b.kind || matches!((&a.country, &b.country), (Some(a), Some(b)) if a != b) {
        return None;
    }
    match a.kind {
        Kind::Group => None,
        Kind::Person => same_person(a, b),
        Kind::Organization | Kind::Place => same_body(a, b),
    }
}

fn same_person(a: &Profile, b: &Profile) -> Option<Reason> {
    let (ours, theirs) = (names(a), names(b));
    let full_name = |name: &&Vec<String>| is_full(name);
    if ours.iter().filter(full_name).any(|x| theirs.iter().filter(full_name).any(|y| full(x) == full(y))) {
        return Some(Reason::FullName);
    }
    let given = |name: &Vec<String>| if is_full(name) { name.first().cloned() } else { None };
    let alike = |x: &Vec<String>, y: &Vec<String>| {
        x.last().is_some() && x.last() == y.last() && given_alike(given(x).as_deref(), given(y).as_deref())
    };
    let office = offices(a).iter().any(|office| offices(b).contains(office));
    let surname = ours.iter().any(|x| theirs.iter().any(|y| alike(x, y)));
    (office && surname).then_some(Reason::SurnameAndOffice)
}

/// Whether two given names may be one person's: one is not told, or is the initial of the other.
fn given_alike(a: Option<&str>, b: Option<&str>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    a == b || (a.chars().count() == 1 && b.starts_with(a)) || (b.chars().count() == 1 && a.starts_with(b))
}

fn same_body(a: &Profile, b: &Profile) -> Option<Reason> {
    let (ours, theirs) = (names(a), names(b));
    if !ours.iter().any(|name| theirs.contains(name)) {
        return None;
    }
    if ours.first() == theirs.first() {
        return Some(if a.country.is_some() && b.country.is_some() {
            Reason::NameAndCountry
        } else {
            Reason::Name
        });
    }
    Some(Reason::Alias)
}

/// The folded names, the fullest first, without titles and articles.
fn names(profile: &Profile) -> Vec<Vec<String>> {
    let mut names: Vec<Vec<String>> = Vec::new();
    for form in std::iter::once(&profile.name).chain(&profile.forms) {
        let name = bare(&fold::words(form), profile.kind);
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn bare(words: &[String], kind: Kind) -> Vec<String> {
    let leave = |word: &String| word != "the" && !(kind == Kind::Person && TITLES.contains(&word.as_str()));
    words.iter().filter(|word| leave(word)).cloned().collect()
}

fn is_full(name: &[String]) -> bool {
    name.len() > 1 && name.iter().filter(|word| word.chars().count() > 1).count() > 1
}

/// Given name and surname; what is between may be left out.
fn full(name: &[String]) -> String {
    name.join(" ")
}

/// The folded offices of a person.
fn offices(profile: &Profile) -> Vec<String> {
    profile.roles.iter().map(|role| fold::words(role).join(" ")).filter(|role| !role.is_empty()).collect()
}

/// What stands before a name and is none.
const TITLES: [&str; 12] =
    ["mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lord", "lady", "dame", "president", "professor"];

#[cfg(test)]
mod tests {
    use super::{Kind, Profile, Reason, keys, same};

    fn person(name: &str, role: &str) -> Profile {
        Profile {
            name: name.into(),
            kind: Kind::Person,
            country: None,
            roles: vec![role.into()],
            sector: None,
            forms: Vec::new(),
        }
    }

    #[test]
    fn a_surname_alone_is_nobody() {
        let (ours, theirs) = (person("Holt", ""), person("Mara Holt", "Mayor"));
        assert_eq!(same(&ours, &theirs), None);
        assert!(keys(&ours).is_empty());
    }

    #[test]
    fn an_office_makes_a_surname_somebody() {
        assert_eq!(
            same(&person("Holt", "Mayor"), &person("Mara Holt", "mayor")),
            Some(Reason::SurnameAndOffice)
        );
    }
}
