//! When is a number a year, and when are a month and a season more than words?
//!
//! `In 2015`, `the 2015 deal`, but `2000 soldiers`, `Flight 1549`, `about 1800 houses`; `in May`, but `Theresa May`; `in the fall`, but `the
//! fall of Kabul`.

use super::atoms::Line;
use super::calendar::{month, season};
use super::meaning::Anchor;
use super::numerals::cardinal;

/// Years that are told from an anchor, after a month, day or season.
pub(super) const TOLD: &[(&str, Anchor, i32)] = &[
    ("that same year", Anchor::Told, 0),
    ("the same year", Anchor::Told, 0),
    ("that year", Anchor::Told, 0),
    ("the following year", Anchor::Told, 1),
    ("the next year", Anchor::Told, 1),
    ("the previous year", Anchor::Told, -1),
    ("this year", Anchor::Now, 0),
    ("last year", Anchor::Now, -1),
    ("next year", Anchor::Now, 1),
];

/// After these a bare year is a year whatever follows, unless it is round and counts things.
const OF_TIME: &[&str] = &[
    "in",
    "since",
    "by",
    "during",
    "until",
    "till",
    "before",
    "after",
    "throughout",
    "early",
    "late",
    "mid",
    "circa",
    "year",
    "years",
    "through",
    "spring",
    "summer",
    "autumn",
    "winter",
    "fall",
];

/// After these a bare year is a year unless it counts things.
const OF_ANYTHING: &[&str] = &[
    "of", "from", "to", "and", "or", "between", "for", "into", "around", "(", "[", "as", "with", "on", "ad",
    ":",
];

/// After these a bare year tells which: `the 2015 deal`.
const DETERMINERS: &[&str] =
    &["the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "'s", "'", "new", "whose"];

/// What follows a year that opens a sentence or a heading.
const AFTER_OPENING: &[&str] =
    &[":", "-", "–", "—", "saw", "was", "brought", "marked", "began", "ended", "also", "has", "is", ""];

/// Words that follow a count and never a year, besides plurals.
const COUNTED: &[&str] = &[
    "%",
    "percent",
    "per",
    "people",
    "men",
    "women",
    "children",
    "police",
    "troops",
    "personnel",
    "km",
    "kilometres",
    "kilometers",
    "miles",
    "metres",
    "meters",
    "feet",
    "tonnes",
    "tons",
    "kg",
    "dead",
    "injured",
    "wounded",
    "killed",
    "square",
    "civilian",
    "additional",
    "more",
    "other",
    "million",
    "billion",
    "hours",
    "°",
];

/// Plurals that a year often stands before.
const DATED: &[&str] = &[
    "elections",
    "games",
    "attacks",
    "talks",
    "riots",
    "protests",
    "events",
    "bombings",
    "wars",
    "accords",
    "figures",
    "levels",
    "results",
    "prices",
    "finals",
    "floods",
    "polls",
    "hostilities",
    "has",
    "was",
    "as",
];

/// After these a bare month is a month.
const BEFORE_MONTH: &[&str] = &[
    "in",
    "into",
    "by",
    "since",
    "until",
    "till",
    "from",
    "during",
    "of",
    "early",
    "late",
    "mid",
    "last",
    "next",
    "this",
    "through",
    "throughout",
    "before",
    "after",
    "between",
    "around",
    "following",
    "previous",
    "that",
    "for",
];

/// What the name of a month dates though it may be another word: `the May elections`, `the March offensive`.
const OF_MONTHS: &[&str] = &[
    "election",
    "elections",
    "vote",
    "referendum",
    "summit",
    "offensive",
    "attack",
    "attacks",
    "coup",
    "uprising",
    "talks",
    "ceasefire",
    "truce",
    "meeting",
    "massacre",
    "bombing",
    "bombings",
    "ballot",
    "deadline",
    "agreement",
    "accord",
    "invasion",
    "riots",
    "protests",
    "campaign",
    "operation",
];

/// After these a bare season is a season.
const BEFORE_SEASON: &[&str] = &[
    "the",
    "in",
    "this",
    "last",
    "next",
    "by",
    "during",
    "early",
    "late",
    "mid",
    "since",
    "until",
    "through",
    "throughout",
    "that",
    "following",
    "previous",
    "every",
    "each",
    "a",
    "an",
    "of",
];

/// What makes a thing of a season.
const AFTER_SEASON: &[&str] = &[
    "camp", "camps", "school", "schools", "house", "water", "break", "rolls", "training", "vacation", "job",
    "jobs", "coat", "coats", "clothes", "games", "olympics", "sale", "sales", "onion", "onions",
];

/// The year at atom `at` and the atom after it: four digits from 1000 to 2199, or any with `BC`.
pub(super) fn number(line: &Line, at: usize) -> Option<(usize, i16)> {
    let ad = line.phrase(at, "ad").or_else(|| line.phrase(at, "a . d ."));
    let start = ad.unwrap_or(at);
    let number = line.digits(start).filter(|&number| number > 0)?;
    if let Some(end) = before_christ(line, start + 1) {
        return Some((end, -number));
    }
    let joined = line.glued(start + 1) && (line.is_word(start + 1) && line.word(start + 1) != "'s");
    let plausible = (1000..2200).contains(&number) || ad.is_some();
    let percent = line.any(start + 1, &["%", "°"]);
    (plausible && !joined && !percent).then_some((start + 1, number))
}

/// `BC`, `B.C.`, `BCE` at atom `at`; the atom after it.
pub(super) fn before_christ(line: &Line, at: usize) -> Option<usize> {
    line.phrases(at, &["bc", "bce", "b . c .", "b . c"]).filter(|_| line.is_capital(at))
}

/// The number at atom `at` counts what follows it.
pub(super) fn counts_things(line: &Line, at: usize) -> bool {
    let next = line.word(at + 1);
    COUNTED.contains(&next) || (is_plural(line, at + 1) && !DATED.contains(&next))
}

/// A year that nothing but its surroundings makes one.
pub(super) fn bare(line: &Line, at: usize) -> Option<(usize, i16)> {
    let (end, year) = number(line, at)?;
    let certain = year < 0 || line.word(at).starts_with('a');
    (certain || is_licensed(line, at, end, year)).then_some((end, year))
}

/// The second year of `1939-1945` and `1995-96`, for the first and where its digits begin.
pub(super) fn range_end(line: &Line, first: i16, at: usize) -> Option<(usize, i16)> {
    let second = line.digits(at)?;
    let second = match line.word(at).len() {
        2 => first / 100 * 100 + second,
        4 => second,
        _ => return None,
    };
    let joined = line.glued(at + 1) && line.is_word(at + 1) && line.word(at + 1) != "'s";
    (second > first && second - first < 200 && !joined).then_some((at + 1, second))
}

fn is_licensed(line: &Line, at: usize, end: usize, year: i16) -> bool {
    let before = line.before(at);
    // "F-2000", "MH1700", "$1500", "No. 1234": part of something else.
    if line.glued(at) && !matches!(before, "(" | "[" | "-" | "–" | "—" | "/" | "'" | "\"" | "“" | "‘")
    {
        return false;
    }
    let round = year % 100 == 0;
    if OF_TIME.contains(&before) {
        return !(counts_things(line, at) && (round || COUNTED.contains(&line.word(end))));
    }
    if year < 1400 || counts_things(line, at) && !DETERMINERS.contains(&before) {
        return false;
    }
    OF_ANYTHING.contains(&before)
        || after_comma(line, at, end)
        || (line.is_dash(at.wrapping_sub(1))
            && line.any(at.wrapping_sub(2), &["early", "late", "mid", "pre", "post"]))
        || tells_which(line, at, end, round)
        || (opens(line, at) && AFTER_OPENING.contains(&line.word(end)))
        || (!round && line.any(end, &["saw", "witnessed", "'s"]))
}

/// `Rome, 1944` at the end of a line, `1914, 1915, 1916`.
fn after_comma(line: &Line, at: usize, end: usize) -> bool {
    let listed = line.digits(at.wrapping_sub(2)).is_some() || line.any(end, &[",", ".", ""]);
    line.before(at) == "," && listed && !line.is_word(end)
}

/// `the 2015 deal`, `a secret 1902 pact`, `the 1969 “Affair”`, but `the 2000 soldiers`.
fn tells_which(line: &Line, at: usize, end: usize, round: bool) -> bool {
    let thing = line.is_word(end) || line.any(end, &["\"", "“", "‘"]);
    let adjective = line.is_word(at.wrapping_sub(1)) && !line.is_capital(at.wrapping_sub(1)) && !round;
    let determined = DETERMINERS.contains(&line.before(at))
        || adjective && at > 1 && line.any(at - 2, &["a", "an", "the", "its", "his", "her", "their"]);
    determined && thing && !(round && is_plural(line, end))
}

/// Nothing but opening marks stands before atom `at`.
fn opens(line: &Line, at: usize) -> bool {
    (0..at).all(|at| line.any(at, &["(", "[", "\"", "“", "‘", "'"]))
}

/// A lower-case word that looks like a plural.
fn is_plural(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    let ending = word.ends_with('s') && !["ss", "us", "is", "'s"].iter().any(|end| word.ends_with(end));
    ending && word.len() > 3 && !line.is_capital(at)
}

/// A month that nothing but its surroundings makes one.
pub(super) fn bare_month(line: &Line, at: usize, end: usize) -> bool {
    let before = line.before(at);
    let hyphen =
        line.word(at.wrapping_sub(1)) == "-" && at > 1 && line.any(at - 2, &["mid", "early", "late"]);
    let listed =
        at > 1 && line.any(at - 1, &[",", "and", "or", "to", "-", "–"]) && month(line.word(at - 2)).is_some();
    if hyphen || listed {
        return true;
    }
    let verb_or_name = line.any(at, &["may", "march", "april", "june", "august", "jan", "mar"]);
    if BEFORE_MONTH.contains(&before) {
        let name = line.is_capital(end) && line.is_word(end) || line.word(end) == "'s";
        let person = matches!(
            before,
            "by" | "of" | "from" | "for" | "that" | "before" | "after" | "around" | "between"
        );
        return !(verb_or_name && name && person);
    }
    // "the April attack", "the bloody April riots", but neither "the March on Rome" nor "the May amendment".
    let lower = |at: usize| line.is_word(at) && !line.is_capital(at);
    let adjective = at > 1 && lower(at - 1) && DETERMINERS.contains(&line.word(at - 2));
    let determined = DETERMINERS.contains(&before);
    let telling = (determined || adjective) && lower(end) && !line.any(at, &["may", "march", "mar", "jan"]);
    let event = determined && line.any(end, OF_MONTHS);
    let range =
        line.any(end, &["to", "and"]) && month(line.word(end + 1)).is_some() && line.is_capital(end + 1);
    telling || event || (opens(line, at) && !verb_or_name && (range || line.any(end, &["saw", "was", ":"])))
}

/// A season, the atom before `end`, that nothing but its surroundings makes one.
pub(super) fn bare_season(line: &Line, end: usize) -> bool {
    let noun = end - 1;
    let before = line.before(noun);
    let hyphen = before == "-" && noun > 1 && line.word(noun - 2) == "mid";
    let listed =
        line.any(noun.wrapping_sub(1), &["and", "or"]) && noun > 1 && season(line.word(noun - 2)).is_some();
    let licensed = BEFORE_SEASON.contains(&before) || hyphen || listed;
    let thing = AFTER_SEASON.contains(&line.word(end)) || cardinal(line, end).is_some();
    // "their main summer offensive": a season of war whatever stands before it.
    let campaign =
        line.any(end, &["offensive", "offensives", "campaign", "campaigns", "counter", "fighting"]);
    let fall = line.word(noun) == "fall"
        && (line.any(end, &["of", "in", "from", "to", "on", "by"]) || before == "a");
    // "ran from the spring": water.
    let well = line.word(noun) == "spring" && noun > 1 && line.any(noun - 2, &["from", "near", "at", "to"]);
    let verb = well || line.word(noun) == "spring" && line.any(end, &["from", "into", "up"]);
    (licensed || campaign) && !thing && !fall && !verb
}
