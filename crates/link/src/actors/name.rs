//! Names as they are compared: folded words, one spelling for sounds that are written in several ways.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::fold;

/// The folded words of a name, hyphens parting them; none where it is no name: its first and its last word must begin with a capital, or
/// with a letter that has none. Articles are left out, particles ("al-", "van") may be small.
pub(super) fn words(name: &str) -> Vec<String> {
    parts(name).iter().map(|word| folded(word)).collect()
}

/// The same of a person's name, whose initials are words of their own.
pub(super) fn words_of_person(name: &str) -> Vec<String> {
    parts(name).iter().flat_map(|word| initials(word).unwrap_or_else(|| vec![folded(word)])).collect()
}

fn parts(name: &str) -> Vec<&str> {
    let parts: Vec<&str> = name.split(|c: char| c.is_whitespace() || DASHES.contains(&c)).collect();
    let is_small = |word: &&str| word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
    let told = |word: &&&str| !ARTICLES.contains(&folded(word).as_str()) && !folded(word).is_empty();
    let parts: Vec<&str> = parts.iter().filter(told).copied().collect();
    let bearing = |word: &&&str| !is_particle(&folded(word));
    let edges = [parts.iter().find(bearing), parts.iter().rfind(bearing)];
    if edges.iter().any(|word| word.is_none_or(|word| is_small(word) && !has_capital(word))) {
        return Vec::new();
    }
    parts
}

fn folded(word: &str) -> String {
    fold::words(word).concat()
}

/// The letters of "J.K.", which is two names.
fn initials(word: &str) -> Option<Vec<String>> {
    let letters: Vec<&str> = word.split_terminator('.').collect();
    let short =
        letters.len() > 1 && word.ends_with('.') && letters.iter().all(|letter| letter.chars().count() == 1);
    short.then(|| letters.iter().map(|letter| folded(letter)).collect())
}

fn has_capital(word: &str) -> bool {
    word.chars().any(char::is_uppercase)
}

const DASHES: [char; 5] = ['-', '‐', '‑', '–', '—'];
const ARTICLES: [&str; 3] = ["the", "a", "an"];
/// Words within a name that may be left out.
const PARTICLES: [&str; 20] = [
    "al", "el", "ul", "as", "bin", "ibn", "de", "da", "dos", "del", "della", "di", "la", "le", "van", "von",
    "der", "den", "ter", "y",
];

pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// A word as it sounds: what different transliterations write differently is one ("Zelenskyy", "Zelensky"; "Müller", "Mueller"). Words
/// that differ by a vowel stay different ("Khaled", "Khalid").
pub(super) fn sound(word: &str) -> String {
    if word.chars().count() == 1 {
        return word.to_owned();
    }
    let mut word = word.replace('y', "i").replace('x', "ks").replace("ck", "k");
    for (written, heard) in [("ou", "o"), ("ue", "u"), ("oe", "o")] {
        word = word.replace(written, heard);
    }
    let mut chars: Vec<char> = word.chars().collect();
    chars.dedup();
    let word: String = chars.into_iter().collect();
    if MOHAMEDS.contains(&word.as_str()) { "mohamed".into() } else { word }
}

const MOHAMEDS: [&str; 6] = ["mohamad", "muhamad", "muhamed", "mohamed", "mohamud", "mehmed"];

/// Words that stand before a person's name.
static TITLES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let titles = include_str!("../../../../data/names/titles.txt").lines();
    titles
        .map(|title| fold::words(title).concat())
        .filter(|title| !ROYALS.contains(&title.as_str()))
        .collect()
});

/// Titles that make a name of a single given name ("Pope Benedict").
const ROYALS: [&str; 14] = [
    "king", "queen", "prince", "princess", "pope", "emperor", "empress", "sultan", "emir", "sheikh", "duke",
    "duchess", "earl", "count",
];

pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(word)
}

pub(super) fn is_royal(word: &str) -> bool {
    ROYALS.contains(&word)
}
