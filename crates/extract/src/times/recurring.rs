//! What recurs: `every Monday`, `daily`, `each year`, `on Sundays`, `twice a week`.

use super::atoms::Line;
use super::calendar::{Unit, plural, singular, weekday};
use super::explicit::month_name;
use super::meaning::Meaning;
use super::numerals::cardinal;
use super::stamp::{Piece, Stamp};

/// Adverbs with the period they name. In capitals they are names of papers.
const ADVERBS: [(&str, &str); 11] = [
    ("hourly", "PT1H"),
    ("daily", "P1D"),
    ("nightly", "P1D"),
    ("weekly", "P1W"),
    ("fortnightly", "P2W"),
    ("biweekly", "P2W"),
    ("monthly", "P1M"),
    ("quarterly", "P3M"),
    ("annually", "P1Y"),
    ("yearly", "P1Y"),
    ("biennially", "P2Y"),
];

/// The set that begins at atom `at`, and the atom after it.
pub(super) fn set(line: &Line, at: usize) -> Option<(usize, Meaning)> {
    let (end, value) = adverb(line, at)
        .or_else(|| every(line, at))
        .or_else(|| weekdays(line, at))
        .or_else(|| times_a(line, at))?;
    Some((end, Meaning::Set(value)))
}

fn adverb(line: &Line, at: usize) -> Option<(usize, String)> {
    let row = ADVERBS.iter().find(|row| row.0 == line.as_written(at))?;
    // "the daily Fenwick Courier" is a paper; "daily life" is fine.
    if line.is_capital(at + 1) && line.any(at.wrapping_sub(1), &["the", "a", "an"]) {
        return None;
    }
    Some((at + 1, row.1.to_owned()))
}

/// `every day`, `each year`, `every two weeks`, `every other month`, `every Monday`, `every May`, `every morning`.
fn every(line: &Line, at: usize) -> Option<(usize, String)> {
    let next = line.phrases(at, &["every", "each"])?;
    let (count, noun) = match cardinal(line, next) {
        Some(number) => (number.value, number.end),
        None if line.word(next) == "other" => (2.0, next + 1),
        None => (1.0, next),
    };
    let value = if let Some(unit) =
        singular(line.word(noun)).or_else(|| plural(line.word(noun)).filter(|_| count > 1.0))
    {
        period(count, unit)
    } else if let Some(day) = weekday(line.word(noun)) {
        Stamp { year: None, piece: Piece::Weekday(day) }.to_string()
    } else if let Some((_, month)) = month_name(line, noun) {
        Stamp { year: None, piece: Piece::Month(month) }.to_string()
    } else {
        format!("XXXX-XX-XXT{}", super::calendar::part(line.word(noun))?)
    };
    Some((noun + 1, value))
}

fn period(count: f64, unit: Unit) -> String {
    let time = if unit.is_clock() { "T" } else { "" };
    format!("P{time}{count}{}", unit.designator())
}

/// `on Mondays`.
fn weekdays(line: &Line, at: usize) -> Option<(usize, String)> {
    let day = weekday(line.word(at).strip_suffix('s')?)?;
    Some((at + 1, Stamp { year: None, piece: Piece::Weekday(day) }.to_string()))
}

/// `twice a week`, `three times a year`.
fn times_a(line: &Line, at: usize) -> Option<(usize, String)> {
    let times = match line.phrases(at, &["once", "twice", "several times"]) {
        Some(end) => end,
        None => line.phrase(cardinal(line, at)?.end, "times")?,
    };
    let unit = line.phrases(times, &["a", "an", "every", "each", "per"])?;
    Some((unit + 1, period(1.0, singular(line.word(unit))?)))
}
