//! Countries by their names and adjectives.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::fold;

/// ISO 3166-1 alpha-3 code, by folded words joined by blanks.
type Codes = BTreeMap<String, &'static str>;

/// Names and adjectives of all countries.
struct Countries {
    names: Codes,
    adjectives: Codes,
}

static COUNTRIES: LazyLock<Countries> = LazyLock::new(read);

fn read() -> Countries {
    let mut countries = Countries { names: Codes::new(), adjectives: Codes::new() };
    let rows = include_str!("../../../data/places/countries.tsv").lines();
    for row in rows.filter(|row| !row.starts_with('#')) {
        let cells: Vec<&'static str> = row.split('\t').collect();
        let [code, _, name, _, _, others, adjectives] = cells[..] else { continue };
        let name = if STATES.contains(&name) { "" } else { name };
        for name in others.split(';').chain([name]).filter(|name| !name.is_empty()) {
            countries.names.insert(folded(name), code);
        }
        for adjective in adjectives.split(';').filter(|name| !name.is_empty()) {
            countries.adjectives.insert(folded(adjective), code);
        }
    }
    countries.names.extend(abbreviations());
    countries
}

/// Abbreviations that mean a country ("U.K.").
fn abbreviations() -> impl Iterator<Item = (String, &'static str)> {
    let rows = include_str!("../../../data/places/abbreviations.tsv")
        .lines()
        .chain(include_str!("../../../data/places/aliases.tsv").lines());
    let pairs = rows.filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'));
    let of_country =
        |(_, code): &(&str, &str)| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    pairs.filter(of_country).map(|(name, code)| (folded(name), code))
}

/// Countries of whose name there is a state or province, too, that news in English names as often.
const STATES: [&str; 1] = ["Georgia"];

fn folded(name: &str) -> String {
    let words = fold::words(name);
    words.iter().filter(|word| *word != "the").cloned().collect::<Vec<_>>().join(" ")
}

/// The country whose name the folded words are ("united", "states").
pub(crate) fn named(words: &[String]) -> Option<&'static str> {
    COUNTRIES.names.get(&words.join(" ")).copied()
}

/// The folded names and adjectives of a country.
pub(crate) fn forms(code: &str) -> Vec<String> {
    let of_it = |codes: &Codes| {
        codes.iter().filter(|(_, one)| **one == code).map(|(form, _)| form.clone()).collect::<Vec<_>>()
    };
    [of_it(&COUNTRIES.names), of_it(&COUNTRIES.adjectives)].concat()
}

/// The country that the folded words begin with, as a name or an adjective, and how many words of them that takes: the longest.
pub(crate) fn leading(words: &[String]) -> Option<(&'static str, usize)> {
    let lookup = |count: usize| {
        let key = words[..count].join(" ");
        let code = COUNTRIES.adjectives.get(&key).or_else(|| COUNTRIES.names.get(&key))?;
        Some((*code, count))
    };
    (1..=words.len().min(4)).rev().find_map(lookup)
}

/// The folded words without names and adjectives of countries, and the first country that they name.
pub(crate) fn without(words: &[String]) -> (Vec<String>, Option<&'static str>) {
    let (mut rest, mut country, mut at) = (Vec::new(), None, 0);
    while at < words.len() {
        if let Some((code, count)) = leading(&words[at..]) {
            country = country.or(Some(code));
            at += count;
        } else {
            rest.push(words[at].clone());
            at += 1;
        }
    }
    (rest, country)
}

/// What makes adjectives and inhabitants of a name.
const ADJECTIVES: [&str; 10] = ["n", "ns", "an", "ans", "ian", "ians", "i", "is", "ish", "ese"];

/// Whether one folded word is made of the other as the adjective of a place is of its name ("vantria", "vantrian"; "lethmar", "lethmari").
pub(crate) fn is_adjective(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.len() > 3 && long.strip_prefix(short).is_some_and(|ending| ADJECTIVES.contains(&ending))
}

/// What a name that no list has and its adjective have in common: the name, without a last *a*.
pub(crate) fn stem_of_adjective(word: &str) -> &str {
    let endings = ["ns", "n", "s"].iter().filter_map(|ending| word.strip_suffix(ending));
    let of_a = endings.chain([word]).find_map(|name| name.strip_suffix("ia").or(name.strip_suffix("ea")));
    let other = || ["ish", "is", "i"].iter().find_map(|ending| word.strip_suffix(ending));
    of_a.or_else(other).filter(|stem| stem.len() > 3).unwrap_or(word)
}

/// A name, and what its adjective may be.
pub(crate) fn with_adjectives(word: &str) -> Vec<String> {
    let stem = stem_of_adjective(word);
    ["", "ia", "ea", "ian", "ians", "ean", "eans", "i", "is", "ish"]
        .iter()
        .map(|ending| format!("{stem}{ending}"))
        .collect()
}
