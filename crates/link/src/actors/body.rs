//! Bodies and places: names, acronyms, countries.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::name::{is_title, sound, words};
use super::person::{Person, bag};
use super::{Profile, Reason};
use crate::{country, fold};

/// A body or place as it is compared.
pub(super) struct Body {
    /// Names that are its own, the fullest first, as sorted words.
    names: Vec<String>,
    /// The words of the fullest name.
    full: Vec<String>,
    /// Names that every country has a body of.
    common: Vec<String>,
    /// The country that it is.
    is: Option<&'static str>,
    country: Option<String>,
}

impl Body {
    pub(super) fn of(profile: &Profile) -> Body {
        let forms: Vec<Vec<String>> =
            std::iter::once(&profile.name).chain(&profile.forms).map(|form| words(form)).collect();
        let told: Option<&str> = forms.iter().filter_map(|words| country::without(words).1).next();
        let own = |words: &&Vec<String>| {
            words.concat().chars().count() > 1 && !forms.iter().any(|longer| is_cut(words, longer))
        };
        let (common, names): (Vec<_>, Vec<_>) = forms.iter().filter(own).partition(|words| is_common(words));
        let named = country::named(&words(&profile.name));
        let is = named.filter(|code| profile.country.as_deref().is_none_or(|country| country == *code));
        let sounds = |words: &Vec<String>| bag(&content(words));
        let mut full: Vec<String> =
            names.iter().max_by_key(|words| words.len()).map(|words| content(words)).unwrap_or_default();
        full.sort();
        let common: Vec<String> =
            common.iter().map(|words| bag(&content(&country::without(words).0))).collect();
        let country =
            profile.country.clone().or(if common.is_empty() { is } else { told }.map(str::to_owned));
        Body {
            names: distinct(names.into_iter().map(sounds)),
            full,
            common: distinct(common.into_iter()),
            is,
            country,
        }
    }

    pub(super) fn keys(&self) -> Vec<String> {
        let mut keys = self.names.clone();
        keys.extend(self.is.map(|code| format!("# {code}")));
        let country = self.country.iter();
        keys.extend(
            country.flat_map(|country| self.common.iter().map(move |name| format!("{name} # {country}"))),
        );
        keys
    }

    pub(super) fn same(&self, other: &Body) -> Option<Reason> {
        if matches!((&self.country, &other.country), (Some(a), Some(b)) if a != b) {
            return None;
        }
        if self.is.is_some() && self.is == other.is || self.full == other.full && !self.full.is_empty() {
            return Some(Reason::Name);
        }
        let common = self.common.iter().any(|name| other.common.contains(name));
        if common && self.country.is_some() && self.country == other.country {
            return Some(Reason::NameAndCountry);
        }
        let shared = |name: &&String| other.names.contains(name);
        let short = self.full.len() < 2 || other.full.len() < 2;
        self.names.iter().filter(shared).any(|name| short || name.contains(' ')).then_some(Reason::Alias)
    }

    /// Whether it is taken for a person elsewhere: the very same name, of two words or more.
    pub(super) fn is_misread(&self, person: &Person) -> bool {
        let abroad = matches!((self.country.as_deref(), person.country()), (Some(a), Some(b)) if a != b);
        !abroad && self.full.len() > 1 && person.has_name(&self.full)
    }
}

fn distinct(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in names.filter(|name| !name.is_empty()) {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

/// The words of a name that tell it from others, as they sound.
fn content(words: &[String]) -> Vec<String> {
    words.iter().filter(|word| !SMALL.contains(&word.as_str())).map(|word| sound(word)).collect()
}

const SMALL: [&str; 6] = ["of", "for", "and", "the", "in", "s"];

/// Whether `words` are some of those of `longer`: "Harbour" of "Harbour Post". It may mean another body elsewhere.
fn is_cut(words: &[String], longer: &[String]) -> bool {
    words.len() < longer.len() && words.iter().all(|word| longer.contains(word))
}

/// Words of bodies that every country has.
static COMMON: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../../../../data/names/organisation-words.txt").lines();
    let more = include_str!("../../../../data/names/common-words.txt").lines();
    let names = |word: &String| !NAMES.contains(&word.as_str());
    lines.chain(more).map(|word| fold::words(word).concat()).filter(names).collect()
});

/// Words that institutions hold in their names and that do not say what they are.
const NAMES: [&str; 1] = ["united"];

/// Whether a name tells no more than what kind of body or office it is ("Russian Defence Ministry", "Senate").
fn is_common(words: &[String]) -> bool {
    let (rest, _) = country::without(words);
    let common = |word: &String| COMMON.contains(word) || is_title(word) || SMALL.contains(&word.as_str());
    !rest.is_empty() && rest.iter().all(common)
}
