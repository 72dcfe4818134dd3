//! Numbers in what is asked, however they are spelt.

use super::number::{Number, Relation};
use super::words::Content;
use crate::fold;

/// The numbers in what is asked ("more than thirty thousand soldiers"), each of what follows it.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (mut numbers, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let Some((value, count)) = value(&words[at..]).filter(|_| !is_year(words[at])) else {
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

/// Whether a word is a year rather than a count ("2018").
pub(super) fn is_year(word: &str) -> bool {
    let digits = word.trim_matches(|c: char| !c.is_alphanumeric());
    digits.len() == 4
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && ["19", "20"].contains(&&digits[..2])
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
    part.map(|part| (total + part, count)).filter(|(value, _)| value.is_finite())
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
    use super::{Relation, numbers};

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
        assert!(numbers(&"9".repeat(400)).is_empty());
        assert!(numbers("Thousand Oaks, no ships, B-52s, the 2018 election, on the 30th").is_empty());
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
}
