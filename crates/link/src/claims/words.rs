//! Words of content: what is left of a text without function words, numbers and inflection, countries by their codes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::reading::is_year;
use crate::{country, fold};

/// The content of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// Stems; countries as `#DNK`.
    pub(super) stems: BTreeSet<String>,
    /// Each stem with the word that it is of first, in the order of the text, for reasons.
    pub(super) shown: Vec<(String, String)>,
    /// Whether it says that something is not so.
    pub(super) negated: bool,
    /// What stands right behind each negation, which it may be about.
    pub(super) unsaid: Vec<Unsaid>,
}

/// A folded word, and the word as it is written.
type Word<'a> = (String, &'a str);

impl Content {
    pub(super) fn of(text: &str) -> Content {
        let words: Vec<Word> = text.split_whitespace().flat_map(folded).collect();
        let negations = negations(&words).count();
        let mut content =
            Content { negated: negations % 2 == 1, unsaid: unsaid(&words), ..Content::default() };
        for (stem, word) in stems(&words) {
            if content.stems.insert(stem.clone()) {
                content.shown.push((stem, word));
            }
        }
        content
    }

    pub(super) fn shared<'a>(&'a self, other: &'a Content) -> Vec<&'a String> {
        self.stems.intersection(&other.stems).collect()
    }
}

/// The words right behind a negation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unsaid {
    /// Their stems.
    pub(super) stems: BTreeSet<String>,
    /// Whether "but" follows, so that what is not so ends there ("not 30,000 but 12,000 men").
    pub(super) ends: bool,
}

/// So many words behind a negation may be what it is about.
const REACH: usize = 5;

fn unsaid(words: &[Word]) -> Vec<Unsaid> {
    let behind = |from: usize| {
        let next: Vec<&String> = words[from + 1..].iter().take(REACH).map(|(word, _)| word).collect();
        let end = next.iter().position(|word| *word == "but");
        let stems = next[..end.unwrap_or(next.len())].iter().map(|word| stem(word)).collect();
        Unsaid { stems, ends: end.is_some() }
    };
    negations(words).map(behind).collect()
}

/// Where negations stand; "no more than" is none.
fn negations(words: &[Word]) -> impl Iterator<Item = usize> {
    let at = |at: usize| words.get(at).map_or("", |(word, _)| word.as_str());
    let is_one = move |from: &usize| {
        NEGATIONS.contains(&at(*from)) && !["more", "less", "fewer"].contains(&at(from + 1))
    };
    (0..words.len()).filter(is_one)
}

fn folded(written: &str) -> impl Iterator<Item = Word<'_>> {
    let bare = written.trim_matches(|c: char| !c.is_alphanumeric());
    fold::words(written).into_iter().map(move |word| (word, bare))
}

/// The stems of words in their order, each with the words that it is of.
fn stems(words: &[Word]) -> Vec<(String, String)> {
    let (mut stems, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let (word, written) = &words[at];
        let (stem, count) = match nation(&words[at..]) {
            Some((code, count)) => (format!("#{code}"), count),
            None if is_empty(word) => (String::new(), 1),
            None if written.starts_with(char::is_uppercase) => (stem(country::stem_of_adjective(word)), 1),
            None => (stem(word), 1),
        };
        if !stem.is_empty() {
            let shown = words[at + 1..at + count].iter().map(|(_, written)| *written);
            stems.push((stem, std::iter::once(*written).chain(shown).collect::<Vec<_>>().join(" ")));
        }
        at += count;
    }
    stems
}

/// The country that the words begin with, and how many they take. "US" is one and "us" is not, though folding makes them one.
fn nation(words: &[Word]) -> Option<(&'static str, usize)> {
    let (first, written) = words.first()?;
    if first == "us" && written.contains('u') {
        return None;
    }
    let next: Vec<String> = words.iter().take(4).map(|(word, _)| word.clone()).collect();
    country::leading(&next)
}

/// Whether a folded word says nothing of what is talked about: function words, words of saying, numbers other than years.
fn is_empty(word: &str) -> bool {
    EMPTY.contains(word) || word.starts_with(|c: char| c.is_ascii_digit()) && !is_year(word)
}

static EMPTY: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let lists = [FUNCTION, SAYING, COUNTING].into_iter().flat_map(str::split_whitespace);
    lists.chain(NEGATIONS).collect()
});

const FUNCTION: &str = "a an the this that these those some any each every all both either such same other another own \
    i me my we us our you your he him his she her it its they them their who whom whose which what when where why how there here \
    of in on at by for with from to into onto over under between among against through during before after since until upon within \
    about above below up down out off near across around along behind beyond \
    and or but if as than so then because while although though unless whether also too very just only even still yet again already \
    be am is are was were been being have has had having do does did doing will would shall should can could may might must \
    not s t d ll m re ve dont doesnt didnt wont wouldnt isnt arent wasnt werent hasnt havent hadnt cant couldnt \
    most more less least many much few several lot lots own now today yesterday tomorrow";
const SAYING: &str = "say says said saying tell tells told telling according report reports reported claim claims claimed state stated add \
    added announce announced statement";
const COUNTING: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen \
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions \
    trillion dozen dozens nearly almost approximately roughly exactly percent per cent";
const NEGATIONS: [&str; 24] = [
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "false", "untrue",
    "cannot", "dont", "doesnt", "didnt", "wont", "wouldnt", "isnt", "arent", "wasnt", "werent", "hasnt",
    "havent", "hadnt",
];

/// The stem of a folded word, one of its synonyms for all of them.
pub(super) fn stem(word: &str) -> String {
    let stem = bare(word);
    ALIKE.get(&stem).cloned().unwrap_or(stem)
}

/// A word of content with all that mean the same, folded: synonyms, names and adjectives of a country.
pub(super) fn alternatives(stem: &str, shown: &str) -> Vec<String> {
    let mut words = match stem.strip_prefix('#') {
        Some(code) => country::forms(code),
        None => include_str!("../../../../data/words/alike.txt")
            .lines()
            .filter(|set| set.split(' ').any(|word| self::stem(word) == stem))
            .flat_map(|set| set.split(' ').map(str::to_owned))
            .collect(),
    };
    let folded = fold::words(shown).join(" ");
    if shown.starts_with(char::is_uppercase) && !stem.starts_with('#') {
        words.extend(country::with_adjectives(&folded));
    }
    words.push(folded);
    words.sort();
    words.dedup();
    words
}

/// The lemma of an irregular form, else the word without its ending: no word, but the same for all its forms ("cross", "crossing").
fn bare(word: &str) -> String {
    let word = IRREGULAR.get(word).copied().unwrap_or(word);
    let mut stem = without_ending(word);
    if stem.ends_with('e') && stem.len() > 3 {
        stem.pop();
    }
    if stem.ends_with('y') && stem.len() > 2 {
        stem.pop();
        stem.push('i');
    }
    let mut last = stem.chars().rev();
    if let (Some(a), Some(b)) = (last.next(), last.next())
        && a == b
        && stem.len() > 3
    {
        stem.pop();
    }
    stem
}

/// The word without the ending of a plural, of a past or of an *-ing* form.
fn without_ending(word: &str) -> String {
    let is_stem = |stem: &&str| stem.chars().count() > 2 && stem.contains(|c| "aeiouy".contains(c));
    let plain = ["ss", "us", "is", "eed"].iter().any(|ending| word.ends_with(ending));
    if plain || word.chars().count() < 4 {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies").or(word.strip_suffix("ied")).filter(is_stem) {
        return format!("{stem}y");
    }
    let endings = ["ing", "ed", "s"].iter().find_map(|ending| word.strip_suffix(ending).filter(is_stem));
    endings.unwrap_or(word).to_owned()
}

/// Irregular forms of nouns and verbs, with their lemmas.
static IRREGULAR: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = include_str!("../../../../data/words/irregular.tsv").lines().filter_map(|row| {
        let (form, rest) = row.split_once('\t')?;
        Some((form, rest.split_once('\t')?.1))
    });
    rows.collect()
});

/// The first stem of a set of words that mean the same in a count or a claim, by each of their stems.
static ALIKE: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let sets = include_str!("../../../../data/words/alike.txt").lines();
    let pairs = sets.flat_map(|set| {
        let stems: Vec<String> = set.split(' ').map(bare).collect();
        stems.clone().into_iter().map(move |stem| (stem, stems[0].clone()))
    });
    pairs.collect()
});

#[cfg(test)]
mod tests {
    use super::{Content, stem};

    fn stems(text: &str) -> String {
        Content::of(text).stems.into_iter().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            ["cross", "crosses", "crossed", "crossing"],
            ["move", "moves", "moved", "moving"],
            ["plan", "plans", "planned", "planning"],
            ["carry", "carries", "carried", "carrying"],
            ["kill", "kills", "killed", "killing"],
            ["send", "sends", "sent", "sending"],
            ["city", "cities", "city", "cities"],
            ["house", "houses", "housed", "housing"],
        ] {
            assert!(forms.iter().all(|form| stem(form) == stem(forms[0])), "{forms:?}");
        }
        assert_ne!(stem("need"), stem("nee"));
        assert_ne!(stem("thing"), stem("th"));
    }

    #[test]
    fn what_says_nothing_is_dropped() {
        assert_eq!(stems("He said that 30,000 of them were to cross the river."), "cros river");
        assert_eq!(stems("thirty thousand, or 30k"), "");
    }

    #[test]
    fn countries_are_their_codes() {
        assert_eq!(stems("Danish troops"), stems("soldiers of Denmark"));
        assert_eq!(stems("the US fleet"), stems("the fleet of the United States"));
        assert_eq!(stems("they told us"), "");
    }

    #[test]
    fn names_that_no_list_has_and_their_adjectives_are_one() {
        assert_eq!(stems("Vantrian soldiers"), stems("soldiers of Vantria"));
        assert_eq!(stems("the Lethmari army"), stems("the army of Lethmar"));
        assert_eq!(stems("the Sarnish and the Crimean fleets"), stems("the fleets of Sarn and Crimea"));
        assert_ne!(stems("Karsk"), stems("Kars"));
        assert_ne!(stems("a median"), stems("media"));
    }

    #[test]
    fn two_negations_are_none() {
        assert!(Content::of("Nobody crossed the river").negated);
        assert!(!Content::of("It is not so that nobody crossed the river").negated);
    }
}
