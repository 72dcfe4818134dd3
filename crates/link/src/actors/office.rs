//! Offices and occupations: what a role says, and whether one person may hold two of them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::{country, fold};

/// What a role says: "former Danish Foreign Minister" is minister, of foreign affairs, of Denmark, once.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Office {
    /// What it is called; the last word of the phrase where the table does not know it.
    pub(super) head: String,
    /// Of what: a place, a body, a portfolio; folded, sorted.
    of: Vec<String>,
    field: Option<Field>,
    holders: Holders,
    former: bool,
    /// ISO 3166-1 alpha-3 code of the country that the role names.
    pub(super) country: Option<&'static str>,
}

/// A walk of life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    /// Governments, parliaments, courts, armies, companies, science, press and faiths: people cross from one into another.
    Public,
    Arts,
    Sport,
    Private,
}

/// How many people hold an office at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holders {
    /// One in a country, body or town.
    One,
    /// One in each of several bodies of a country.
    Few,
    /// Any number.
    Many,
}

/// Head, field and holders.
type Row = (&'static str, Field, Holders);

/// The table, by the words of an office.
static TABLE: LazyLock<BTreeMap<&'static str, Row>> = LazyLock::new(|| {
    let rows = include_str!("../../../../data/words/offices.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| {
        let cells: Vec<&'static str> = row.split('\t').collect();
        let [words, head, field, holders] = cells[..] else { return None };
        Some((words, (head, field_of(field), holders_of(holders))))
    })
    .collect()
});

fn field_of(name: &str) -> Field {
    match name {
        "arts" => Field::Arts,
        "sport" => Field::Sport,
        "private" => Field::Private,
        _ => Field::Public,
    }
}

fn holders_of(name: &str) -> Holders {
    match name {
        "one" => Holders::One,
        "few" => Holders::Few,
        _ => Holders::Many,
    }
}

/// Words that end the phrase whose last word is the office ("minister *of* defence").
const LINKS: [&str; 12] = ["of", "for", "to", "at", "in", "on", "with", "from", "and", "who", "by", "under"];
/// Words of a role that say when, and not what.
const ONCE: [&str; 8] = ["former", "ex", "late", "onetime", "then", "retired", "outgoing", "ousted"];
/// Words of a role that tell nobody from anybody.
const PLAIN: [&str; 25] = [
    "the",
    "a",
    "an",
    "s",
    "his",
    "her",
    "its",
    "their",
    "our",
    "my",
    "of",
    "and",
    "for",
    "to",
    "at",
    "in",
    "senior",
    "top",
    "police",
    "army",
    "military",
    "government",
    "local",
    "affairs",
    "veteran",
];

impl Office {
    /// None where the role is empty.
    pub(super) fn of(role: &str) -> Option<Office> {
        let words = fold::words(&role.replace(['-', '’', '\''], " "));
        let former = words.iter().any(|word| ONCE.contains(&word.as_str()));
        let words: Vec<String> = words.into_iter().filter(|word| !ONCE.contains(&word.as_str())).collect();
        let (before, after) = phrase(&words);
        let (head, known, taken) = head(before)?;
        let (mut of, country) = country::without(&before[..before.len() - taken]);
        let (more, named) = country::without(after);
        let country = country.or(named.filter(|_| after.first().is_some_and(|link| link == "of")));
        of.extend(more);
        let mut of: Vec<String> = of.into_iter().filter(|word| !PLAIN.contains(&word.as_str())).collect();
        of.sort();
        of.dedup();
        let (field, holders) = known.map_or((None, Holders::Many), |row| (Some(row.1), row.2));
        Some(Office { head, of, field, holders, former, country })
    }

    /// Whether both are one office, of which a surname makes somebody. `country` says whether both holders are known to be of one country.
    pub(super) fn identifies(&self, other: &Office, country: bool) -> bool {
        let shared = self.shares(other);
        self.head == other.head
            && self.agrees(other)
            && match self.holders {
                Holders::One => true,
                Holders::Few => shared || country && (self.of.is_empty() || other.of.is_empty()),
                Holders::Many => shared,
            }
    }

    /// Whether nothing in them says that they are offices of different bodies.
    fn agrees(&self, other: &Office) -> bool {
        let abroad = matches!((self.country, other.country), (Some(a), Some(b)) if a != b);
        !abroad && (self.of.is_empty() || other.of.is_empty() || self.shares(other))
    }

    /// Whether both are of something in common.
    fn shares(&self, other: &Office) -> bool {
        self.of
            .iter()
            .any(|ours| other.of.iter().any(|theirs| ours == theirs || country::is_adjective(ours, theirs)))
    }

    /// Whether it is the same office of another place or body, now.
    fn is_elsewhere(&self, other: &Office) -> bool {
        let now = !self.former && !other.former;
        now && self.head == other.head && self.holders == Holders::One && !self.agrees(other)
    }

    /// Whether it belongs to another walk of life.
    fn is_far(&self, other: &Office) -> bool {
        let now = !self.former && !other.former;
        now && matches!((self.field, other.field), (Some(a), Some(b)) if a != b)
    }

    /// Whether the table knows what it is called.
    pub(super) fn is_known(&self) -> bool {
        self.field.is_some()
    }
}

/// The words up to the office, and those behind it that say of what.
fn phrase(words: &[String]) -> (&[String], &[String]) {
    let is_link = |at: &usize| LINKS.contains(&words[*at].as_str());
    let end = (1..words.len()).find(is_link).unwrap_or(words.len());
    words.split_at(end)
}

/// The office at the end of the words, what the table knows of it, and how many words it takes. A deputy is none of those deputised for.
fn head(words: &[String]) -> Option<(String, Option<Row>, usize)> {
    let find = |count: usize| {
        let office = words[words.len() - count..].join(" ");
        TABLE.get(office.as_str()).map(|row| (*row, count))
    };
    let Some((row, count)) = (1..=words.len().min(3)).rev().find_map(find) else {
        return words.last().map(|word| (word.clone(), None, 1));
    };
    let is_deputy = words[..words.len() - count].iter().any(|word| DEPUTIES.contains(&word.as_str()));
    Some(match is_deputy {
        true => (format!("deputy {}", row.0), Some((row.0, row.1, Holders::Many)), count),
        false => (row.0.to_owned(), Some(row), count),
    })
}

const DEPUTIES: [&str; 4] = ["deputy", "vice", "assistant", "associate"];

/// Whether the offices of two people of one name show that they are two: one office of two places, or walks of life that nobody shares.
pub(super) fn exclude(a: &[Office], b: &[Office]) -> bool {
    let some =
        |test: fn(&Office, &Office) -> bool| a.iter().any(|ours| b.iter().any(|theirs| test(ours, theirs)));
    let agree = some(|a, b| a.head == b.head && a.agrees(b));
    let apart = some(|a, b| a.is_far(b)) && !some(|a, b| a.field.is_some() && a.field == b.field);
    !agree && (some(Office::is_elsewhere) || apart)
}
