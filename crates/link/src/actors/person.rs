//! Persons: full names, surnames with offices.

use super::name::{is_particle, is_royal, is_title, sound, words_of_person};
use super::office::{self, Office};
use super::{Profile, Reason};

/// A person as it is compared.
pub(super) struct Person {
    names: Vec<Name>,
    offices: Vec<Office>,
    country: Option<String>,
}

/// A name, without titles and what follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    /// Every word, as it sounds.
    words: Vec<String>,
    /// "jr", "sr".
    generation: Option<String>,
}

impl Person {
    pub(super) fn of(profile: &Profile) -> Person {
        let mut names: Vec<Name> = Vec::new();
        let mut offices: Vec<Office> = profile.roles.iter().filter_map(|role| Office::of(role)).collect();
        for form in std::iter::once(&profile.name).chain(&profile.forms) {
            let (titles, name) = Name::of(form);
            offices.extend(Office::of(&titles).filter(Office::is_known));
            if !name.words.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        let told = offices.iter().filter(|office| office.country.is_some()).find_map(|office| office.country);
        let country = profile.country.clone().or(told.map(str::to_owned));
        Person { names, offices, country }
    }

    /// Full names by given name and surname, surnames by office.
    pub(super) fn keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = self.full_names().map(|name| name.key()).collect();
        keys.extend(self.full_names().map(|name| bag(&name.words)));
        let heads: Vec<&str> = self.offices.iter().map(|office| office.head.as_str()).collect();
        let surnames = self.names.iter().filter_map(|name| name.surname());
        keys.extend(surnames.flat_map(|surname| heads.iter().map(move |head| format!("{surname} @ {head}"))));
        keys
    }

    fn full_names(&self) -> impl Iterator<Item = &Name> {
        self.names.iter().filter(|name| name.is_full())
    }

    pub(super) fn same(&self, other: &Person) -> Option<Reason> {
        if self.is_told_apart(other) {
            return None;
        }
        if self.full_names().any(|name| other.full_names().any(|full| name.is_same(full))) {
            return Some(Reason::FullName);
        }
        let country = self.country.is_some() && self.country == other.country;
        let office = self.offices.iter().any(|a| other.offices.iter().any(|b| a.identifies(b, country)));
        let alike = |a: &Name| other.names.iter().any(|b| a.is_short_for(b));
        (office && self.names.iter().any(alike) && !self.is_called_otherwise(other))
            .then_some(Reason::SurnameAndOffice)
    }

    fn is_told_apart(&self, other: &Person) -> bool {
        let abroad = matches!((&self.country, &other.country), (Some(a), Some(b)) if a != b);
        let generation = |person: &Person| person.names.iter().find_map(|name| name.generation.clone());
        let heir = matches!((generation(self), generation(other)), (Some(a), Some(b)) if a != b);
        abroad || heir || office::exclude(&self.offices, &other.offices)
    }

    /// Whether both have given names, and no two of them may be one person's.
    fn is_called_otherwise(&self, other: &Person) -> bool {
        let (ours, theirs): (Vec<_>, Vec<_>) = (self.full_names().collect(), other.full_names().collect());
        let alike = ours.iter().any(|a| theirs.iter().any(|b| a.is_short_for(b)));
        !ours.is_empty() && !theirs.is_empty() && !alike
    }

    /// Whether one of the names has these words.
    pub(super) fn has_name(&self, words: &[String]) -> bool {
        self.full_names().any(|name| bag(&name.words) == bag(words))
    }

    pub(super) fn country(&self) -> Option<&str> {
        self.country.as_deref()
    }
}

/// The words of a name in the order of their letters, so that "Bureau of Fenwick" and "Fenwick Bureau" are one.
pub(super) fn bag(words: &[String]) -> String {
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.sort_unstable();
    words.join(" ")
}

const GENERATIONS: [&str; 4] = ["jr", "sr", "junior", "senior"];
const AFTER: [&str; 11] = ["ii", "iii", "iv", "phd", "md", "esq", "mp", "mep", "obe", "cbe", "qc"];

impl Name {
    /// The titles before a name, as the role that they are, and the name.
    fn of(form: &str) -> (String, Name) {
        let mut words = words_of_person(form);
        let generation =
            words.iter().find(|word| GENERATIONS.contains(&word.as_str())).map(|word| word[..1].to_owned());
        words.retain(|word| !GENERATIONS.contains(&word.as_str()));
        while words.len() > 1 && words.last().is_some_and(|word| AFTER.contains(&word.as_str())) {
            words.pop();
        }
        let titles = titles(&words);
        let name = words.split_off(titles);
        (words.join(" "), Name { words: name.iter().map(|word| sound(word)).collect(), generation })
    }

    /// What is left of the words without particles.
    fn core(&self) -> Vec<&str> {
        let core: Vec<&str> =
            self.words.iter().map(String::as_str).filter(|word| !is_particle(word)).collect();
        if core.is_empty() { self.words.iter().map(String::as_str).collect() } else { core }
    }

    fn surname(&self) -> Option<&str> {
        self.core().last().copied().filter(|word| !is_initial(word))
    }

    fn given(&self) -> Option<&str> {
        let core = self.core();
        if core.len() > 1 { core.first().copied() } else { None }
    }

    /// Whether it has a given name, or two initials, and a surname.
    fn is_full(&self) -> bool {
        let core = self.core();
        let initials = core.iter().filter(|word| is_initial(word)).count();
        core.len() > 1 && self.surname().is_some() && (!is_initial(core[0]) || initials > 1)
    }

    fn key(&self) -> String {
        format!("{} + {}", self.given().unwrap_or_default(), self.surname().unwrap_or_default())
    }

    /// One full name: given name and surname, and what is between them where both tell it.
    fn is_same(&self, other: &Name) -> bool {
        let (ours, theirs) = (self.core(), other.core());
        let middle =
            |core: &[&str]| core[1..core.len() - 1].iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let (a, b) = (middle(&ours), middle(&theirs));
        let alike =
            a.is_empty() || b.is_empty() || a.len() != b.len() || a.iter().zip(&b).all(|(a, b)| begins(a, b));
        self.key() == other.key() && alike
    }

    /// One surname, and given names that may be one person's.
    fn is_short_for(&self, other: &Name) -> bool {
        let given = match (self.given(), other.given()) {
            (Some(a), Some(b)) => begins(a, b) || calls(a) == calls(b),
            _ => true,
        };
        self.surname().is_some() && self.surname() == other.surname() && given
    }
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// Whether the words are the same, or one is the initial of the other.
fn begins(a: &str, b: &str) -> bool {
    a == b || is_initial(a) && b.starts_with(a) || is_initial(b) && a.starts_with(b)
}

/// How many words before a name are titles. A royal title belongs to a single given name.
fn titles(words: &[String]) -> usize {
    let count = words.iter().take_while(|word| is_title(word)).count().min(words.len().saturating_sub(1));
    let rest = &words[count..];
    let royal = rest.iter().take_while(|word| is_royal(word)).count();
    let bearing = rest[royal..].iter().filter(|word| !is_particle(word)).count();
    if bearing > 1 { count + royal } else { count }
}

/// The name that a short form stands for.
fn calls(given: &str) -> &str {
    SHORT.iter().find(|(short, _)| *short == given).map_or(given, |(_, name)| name)
}

/// Short forms and given names, as they sound.
const SHORT: [(&str, &str); 32] = [
    ("abe", "abraham"),
    ("al", "albert"),
    ("alek", "aleksander"),
    ("andi", "andrew"),
    ("ben", "benjamin"),
    ("bil", "wiliam"),
    ("bob", "robert"),
    ("chris", "christopher"),
    ("chuk", "charles"),
    ("dan", "daniel"),
    ("dave", "david"),
    ("don", "donald"),
    ("ed", "edward"),
    ("greg", "gregori"),
    ("jef", "jefrei"),
    ("jim", "james"),
    ("jo", "joseph"),
    ("kate", "katherine"),
    ("ken", "keneth"),
    ("lari", "lawrense"),
    ("liz", "elizabeth"),
    ("mat", "mathew"),
    ("mike", "michael"),
    ("nik", "nicholas"),
    ("pete", "peter"),
    ("rik", "richard"),
    ("ron", "ronald"),
    ("sam", "samul"),
    ("steve", "stephen"),
    ("tim", "timothi"),
    ("tom", "thomas"),
    ("toni", "anthoni"),
];
