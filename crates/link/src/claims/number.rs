//! Numbers of things: read from what is asked, compared with each other.

use super::words::Content;
use crate::fold;

/// How the true number relates to the one told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// It is that number.
    Equal,
    /// It is larger.
    More,
    /// It is smaller.
    Less,
    /// It is at least that.
    AtLeast,
    /// It is at most that.
    AtMost,
    /// It is near that.
    About,
}

/// A number told of something.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// The number.
    pub value: f64,
    /// How the true number relates to it.
    pub relation: Relation,
    /// ISO 4217, UCUM or `%`.
    pub unit: Option<String>,
    /// What is counted ("Turkish soldiers").
    pub of: Option<String>,
    /// The words ("more than 30,000"), for reasons; empty where there are none.
    pub words: String,
}

/// Numbers that are as near as this, in parts of the larger, are one number.
const NEAR: f64 = 0.01;
/// "About" reaches so far, in parts of the number.
const ABOUT: f64 = 0.1;

impl Number {
    /// The number, for people ("more than 30,000 Turkish soldiers").
    #[must_use]
    pub fn shown(&self) -> String {
        let number = if self.words.is_empty() { written(self.value) } else { self.words.clone() };
        match &self.of {
            Some(of) if !number.contains(of.as_str()) => format!("{number} {of}"),
            _ => number,
        }
    }

    /// Whether both tell one value, whatever the relations and units.
    pub(super) fn has_value(&self, other: &Number) -> bool {
        (self.value - other.value).abs() <= self.value.abs().max(other.value.abs()) * 1e-9
    }

    /// Whether one true number can be what both tell.
    #[must_use]
    pub fn agrees(&self, other: &Number) -> bool {
        let ((from, to), (least, most)) = (self.reach(), other.reach());
        from <= most && least <= to
    }

    /// The least and the greatest number that it may be.
    fn reach(&self) -> (f64, f64) {
        let slack = |part: f64| self.value.abs() * part;
        match self.relation {
            Relation::Equal => (self.value - slack(NEAR / 2.0), self.value + slack(NEAR / 2.0)),
            Relation::About => (self.value - slack(ABOUT), self.value + slack(ABOUT)),
            Relation::More | Relation::AtLeast => (self.value, f64::INFINITY),
            Relation::Less | Relation::AtMost => (f64::NEG_INFINITY, self.value),
        }
    }

    /// Whether both count the same thing in the same unit: things of one head, and of no different kinds ("Turkish soldiers", "soldiers").
    #[must_use]
    pub fn counts_the_same(&self, other: &Number) -> bool {
        let (Some(ours), Some(theirs)) = (self.thing(), other.thing()) else { return false };
        self.unit == other.unit && ours.is(&theirs)
    }

    pub(super) fn thing(&self) -> Option<Thing> {
        self.of.as_deref().and_then(Thing::of)
    }
}

/// What is counted.
#[derive(Debug)]
pub(super) struct Thing {
    head: String,
    kinds: Vec<String>,
}

/// Words behind the noun that is counted ("men *in* uniform").
const BEHIND: [&str; 12] =
    ["of", "in", "at", "on", "from", "with", "who", "that", "for", "near", "under", "to"];

impl Thing {
    pub(super) fn of(phrase: &str) -> Option<Thing> {
        let words: Vec<&str> = phrase.split_whitespace().collect();
        let end = (1..words.len()).find(|at| BEHIND.contains(&words[*at])).unwrap_or(words.len());
        let mut stems: Vec<String> = words[..end].iter().flat_map(|word| Content::of(word).stems).collect();
        let head = stems.pop()?;
        stems.extend(Content::of(&words[end..].join(" ")).stems);
        Some(Thing { head, kinds: stems })
    }

    /// Whether both may be one thing: one head, and kinds of which some are shared unless one tells none.
    fn is(&self, other: &Thing) -> bool {
        let shared = self.kinds.iter().any(|kind| other.kinds.contains(kind));
        self.head == other.head && (shared || self.kinds.is_empty() || other.kinds.is_empty())
    }
}

/// A number in digits, thousands by commas.
fn written(value: f64) -> String {
    let text = format!("{value}");
    let (whole, fraction) =
        text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    fraction.map_or(format!("{sign}{out}"), |rest| format!("{sign}{out}.{rest}"))
}

/// The numbers in what is asked ("more than thirty thousand soldiers"), each of what follows it.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (mut numbers, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let Some((value, count)) = value(&words[at..]) else {
            at += 1;
            continue;
        };
        let (before, after) = (&words[..at], &words[at + count..]);
        let (unit, taken) = unit(words[at], after);
        let of: Vec<&str> = after[taken..].iter().take_while(|word| !ends(word)).copied().collect();
        let of = Some(of.join(" ")).filter(|of| !of.is_empty());
        numbers.push(Number {
            value,
            relation: relation(before),
            unit,
            of,
            words: words[at..at + count].join(" "),
        });
        at += count;
    }
    numbers
}

/// Whether a word ends the phrase that says what is counted.
fn ends(word: &str) -> bool {
    value(&[word]).is_some() || Content::of(word).stems.is_empty()
}

/// A unit beside a number: a sign of money before it, a sign or word of percent behind it, which takes that word.
fn unit(number: &str, after: &[&str]) -> (Option<String>, usize) {
    let sign = SIGNS.iter().find(|(sign, _)| number.contains(*sign)).map(|(_, unit)| (*unit).to_owned());
    let percent = after.first().is_some_and(|word| fold::words(word) == ["percent"]);
    if percent { (Some("%".to_owned()), 1) } else { (sign, 0) }
}

const SIGNS: [(char, &str); 4] = [('%', "%"), ('$', "USD"), ('€', "EUR"), ('£', "GBP")];

/// The number that the words begin with, and how many words it takes.
fn value(words: &[&str]) -> Option<(f64, usize)> {
    let (mut total, mut part, mut count) = (0.0, None, 0);
    for word in words {
        match piece(word, part) {
            Some(Piece::Digits(value)) if part.is_none() => part = Some(value),
            Some(Piece::Group(value)) => part = part.map(|part| part * 1000.0 + value),
            Some(Piece::Unit(value)) => part = Some(part.unwrap_or(0.0) + value),
            Some(Piece::Hundred) => part = Some(part.unwrap_or(1.0) * 100.0),
            Some(Piece::Scale(scale)) => {
                total += part.unwrap_or(1.0) * scale;
                part = Some(0.0);
            }
            _ => break,
        }
        count += 1;
    }
    part.map(|part| (total + part, count))
}

/// What one word adds to a number.
enum Piece {
    Digits(f64),
    /// Three digits behind a blank ("30 000").
    Group(f64),
    Unit(f64),
    Hundred,
    Scale(f64),
}

fn piece(word: &str, before: Option<f64>) -> Option<Piece> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    if before.is_some_and(|value| value > 0.0)
        && word.len() == 3
        && word.bytes().all(|byte| byte.is_ascii_digit())
    {
        return word.parse().ok().map(Piece::Group);
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return digits(&word).map(Piece::Digits);
    }
    let spelt: f64 = word.split('-').map(unit_word).sum::<Option<f64>>().unwrap_or(0.0);
    match word.as_str() {
        "hundred" => Some(Piece::Hundred),
        _ if spelt > 0.0 => Some(Piece::Unit(spelt)),
        _ => scale(&word).filter(|_| before.is_some()).map(Piece::Scale),
    }
}

/// Digits with commas, a point, and a letter for thousands or more ("30k", "2.5m").
fn digits(word: &str) -> Option<f64> {
    let end = word.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(word.len());
    let scale = if word[end..].is_empty() { 1.0 } else { scale(&word[end..])? };
    word[..end].replace(',', "").parse::<f64>().ok().map(|value| value * scale)
}

fn scale(word: &str) -> Option<f64> {
    match word {
        "k" | "thousand" => Some(1e3),
        "m" | "mn" | "million" => Some(1e6),
        "bn" | "b" | "billion" => Some(1e9),
        "tn" | "trillion" => Some(1e12),
        _ => None,
    }
}

fn unit_word(word: &str) -> Option<f64> {
    UNITS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

const UNITS: [(&str, f64); 28] = [
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
    ("dozen", 12.0),
];

/// What the words before a number say of it.
fn relation(before: &[&str]) -> Relation {
    let last = before.last().map_or(String::new(), |word| word.to_lowercase());
    let pair = before
        .len()
        .checked_sub(2)
        .map_or(String::new(), |at| format!("{} {last}", before[at].to_lowercase()));
    match (pair.as_str(), last.as_str()) {
        ("more than", _) | (_, "over" | "above") => Relation::More,
        ("less than" | "fewer than", _) | (_, "under" | "below") => Relation::Less,
        ("at least", _) => Relation::AtLeast,
        ("at most" | "up to", _) => Relation::AtMost,
        (_, "about" | "around" | "some" | "nearly" | "almost" | "roughly" | "approximately") => {
            Relation::About
        }
        _ => Relation::Equal,
    }
}

#[cfg(test)]
mod tests {
    use super::{Number, Relation, numbers, written};

    fn number(value: f64, relation: Relation, of: &str) -> Number {
        Number { value, relation, unit: None, of: Some(of.into()), words: String::new() }
    }

    #[test]
    fn numbers_are_read_however_they_are_spelt() {
        for text in
            ["30,000 men", "30 000 men", "30000 men", "30k men", "thirty thousand men", "30 thousand men"]
        {
            let read = numbers(text);
            assert_eq!(
                (read.len(), read[0].value, read[0].of.as_deref()),
                (1, 30_000.0, Some("men")),
                "{text}"
            );
        }
        assert_eq!(numbers("2.5 million tonnes")[0].value, 2_500_000.0);
        assert_eq!(numbers("three hundred and ships")[0].value, 300.0);
        assert_eq!(numbers("twenty-five ships")[0].value, 25.0);
        assert_eq!(numbers("$3bn")[0].unit.as_deref(), Some("USD"));
        assert_eq!((numbers("40 percent of ships")[0].unit.as_deref()), Some("%"));
        assert!(numbers("Thousand Oaks, no ships, B-52s").is_empty());
    }

    #[test]
    fn what_stands_before_a_number_is_heard() {
        assert_eq!(numbers("more than 30,000 men")[0].relation, Relation::More);
        assert_eq!(numbers("at least 30,000 men")[0].relation, Relation::AtLeast);
        assert_eq!(numbers("about 30,000 men")[0].relation, Relation::About);
    }

    #[test]
    fn two_numbers_in_one_question() {
        let read = numbers("12 tanks and 300 men");
        assert_eq!(read.iter().filter_map(|read| read.of.as_deref()).collect::<Vec<_>>(), ["tanks", "men"]);
    }

    #[test]
    fn relations_leave_room() {
        let is =
            |a: (f64, Relation), b: (f64, Relation)| number(a.0, a.1, "men").agrees(&number(b.0, b.1, "men"));
        assert!(is((30_000.0, Relation::More), (32_000.0, Relation::Equal)));
        assert!(is((30_000.0, Relation::About), (32_000.0, Relation::Equal)));
        assert!(is((30_000.0, Relation::Equal), (30_012.0, Relation::Equal)));
        assert!(!is((30_000.0, Relation::Equal), (12_000.0, Relation::Equal)));
        assert!(!is((30_000.0, Relation::Equal), (12_000.0, Relation::AtMost)));
        assert!(!is((30_000.0, Relation::More), (12_000.0, Relation::About)));
        assert!(is((30_000.0, Relation::More), (12_000.0, Relation::AtLeast)));
    }

    #[test]
    fn things_are_the_same_by_head_and_kind() {
        let same = |a, b| number(1.0, Relation::Equal, a).counts_the_same(&number(2.0, Relation::Equal, b));
        assert!(same("Turkish soldiers", "soldiers") && same("Turkish soldiers", "troops from Turkey"));
        assert!(!same("Turkish soldiers", "Russian soldiers") && !same("soldiers", "officials"));
        assert!(!same("observation points", "percentage points"));
    }

    #[test]
    fn numbers_are_written_with_commas() {
        assert_eq!(
            (written(30_000.0), written(1_234_567.5), written(-12.0)),
            ("30,000".into(), "1,234,567.5".into(), "-12".into())
        );
    }
}
