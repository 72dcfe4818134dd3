//! Lengths of time: `seven days`, `48 hours`, `a 9-year drought`, `the last five years`, `two and a half years`, `for decades`.

use super::atoms::Line;
use super::calendar::{Unit, plural, singular};
use super::meaning::Meaning;
use super::numerals::cardinal;

/// So many units of time, as they stand in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    /// The atom after them.
    pub(super) end: usize,
    /// How many; none for `several`, `a few`, `many`.
    pub(super) count: Option<f64>,
    /// Of what.
    pub(super) unit: Unit,
}

/// Words in front of a length that belong to it.
const QUALIFIERS: &[&str] = &[
    "no more than",
    "no less than",
    "not more than",
    "just over",
    "just under",
    "more than",
    "less than",
    "fewer than",
    "at least",
    "at most",
    "up to",
    "as long as",
    "as little as",
    "about",
    "around",
    "roughly",
    "approximately",
    "nearly",
    "almost",
    "over",
    "under",
    "some",
    "only",
    "just",
    "another",
    "an estimated",
    "a further",
    "the entire",
    "the whole",
];

/// Words that take a stretch out of a sequence; they belong to the length.
const STRETCHES: &[&str] = &[
    "the last",
    "the past",
    "the first",
    "the next",
    "the previous",
    "the following",
    "the final",
    "the coming",
    "the preceding",
    "the initial",
    "the same",
    "the intervening",
    "the opening",
    "the closing",
    "these past",
    "last",
    "past",
    "next",
    "first",
    "the",
];

/// Counts that are no numbers.
const UNCOUNTED: &[&str] = &[
    "a few",
    "a couple of",
    "a number of",
    "several",
    "few",
    "many",
    "dozens of",
    "hundreds of",
    "thousands of",
    "couple of",
];

/// Adjectives that may stand between a number and its unit.
const ADJECTIVES: &[&str] = &[
    "full",
    "long",
    "straight",
    "consecutive",
    "whole",
    "more",
    "further",
    "additional",
    "entire",
    "short",
    "working",
    "calendar",
    "tense",
    "bloody",
    "extra",
    "successive",
    "solid",
    "hard",
    "difficult",
    "consecutive",
    "business",
];

/// Before these a unit in the plural is a length by itself: `within days`, `for decades`.
const BEFORE_PLURAL: &[&str] =
    &["within", "for", "in", "after", "took", "over", "spent", "lasted", "and", "or", "through"];

/// Before these `a week` is a length; elsewhere it is mostly a rate (`three a week`).
const BEFORE_ARTICLE: &[&str] = &[
    "for", "in", "within", "after", "over", "during", "under", "about", "than", "nearly", "almost", "lasted",
    "lasting", "spent", "least", "around", "took", "take", "takes", "just", "only", "of", "to", "half",
    "roughly", "and", "or", "wait", "spend", "once", "through", "some", "quite", "such", "by", "up",
];

/// After these it is not a length but an age or a distance in the sky.
const AFTER_AGE: &[&str] = &["old", "of age"];

/// The length that begins at atom `at`, and the atom after it.
pub(super) fn length(line: &Line, at: usize) -> Option<(usize, Meaning)> {
    let start = line.phrases(at, QUALIFIERS).filter(|&start| belongs(line, at, start)).unwrap_or(at);
    let stretch = line
        .phrases(start, STRETCHES)
        .filter(|&at| at > start + 1 || line.word(start) != "the" || !is_compound(line, at));
    let first = stretch
        .and_then(|at| amount(line, at).or_else(|| one_unit(line, start, at)))
        .or_else(|| amount(line, start).filter(|_| article_is_length(line, at, start)))
        .or_else(|| plural_alone(line, start))
        .or_else(|| unit_long(line, start))?;
    if is_age(line, at, first.end) {
        return None;
    }
    let mut end = first.end;
    let mut value = spell(first);
    // "two years and three months"; a second part must be smaller and of the same side of the day.
    if let Some(second) = second_part(line, first) {
        end = second.end;
        value += spell(second).trim_start_matches('T');
    }
    end = line.phrase(line.skip_hyphen(end), "long").unwrap_or(end);
    Some((end, Meaning::Length(value)))
}

/// A number, an article or a vague count, and a unit.
pub(super) fn amount(line: &Line, at: usize) -> Option<Amount> {
    half(line, at).or_else(|| counted(line, at)).or_else(|| article(line, at)).or_else(|| uncounted(line, at))
}

/// A qualifier belongs to the length; `over` may also be the preposition of `over the next two weeks` and `over 42 days`.
fn belongs(line: &Line, at: usize, start: usize) -> bool {
    let before = ["", "for", "after", "in", "with", "by", "lasted", "took", "of", "within", "than"];
    !line.any(at, &["over", "some"])
        || (line.any(start, &["a", "an"]) || line.any(at.wrapping_sub(1), &before))
            && line.word(start) != "the"
}

/// What follows `P`: `7D`, `T48H`, `2.5Y`, `XM`.
pub(super) fn spell(amount: Amount) -> String {
    let time = if amount.unit.is_clock() { "T" } else { "" };
    let count = amount.count.map_or_else(|| String::from("X"), |count| count.to_string());
    format!("{time}{count}{}", amount.unit.designator())
}

/// `seven days`, `9-year`, `two bloody weeks`, `2.5 hours`.
fn counted(line: &Line, at: usize) -> Option<Amount> {
    let number = cardinal(line, at)?;
    // "$5 days", "F-16 hours", "10:30 hours".
    if line.glued(at) && !matches!(line.before(at), "(" | "\"" | "“" | "‘" | "'" | "-" | "–" | "—") {
        return None;
    }
    let hyphen = line.skip_hyphen(number.end);
    let noun = if adjective(line, hyphen) { line.skip_hyphen(hyphen + 1) } else { hyphen };
    let word = line.word(noun);
    // The singular: "9-year", "one day", and "14 day" as some write it.
    let unit =
        plural(word).or_else(|| singular(word).filter(|_| !line.glued(noun) || hyphen > number.end))?;
    let end = and_a_half(line, noun + 1);
    let count = if end > noun + 1 { number.value + 0.5 } else { number.value };
    let possible = count < 1e9 && !is_title(line, at, noun);
    possible.then_some(Amount { end, count: Some(count), unit })
}

/// A word of [`ADJECTIVES`], or one that ends like an adjective and stands before the unit (`ten brutal months`).
fn adjective(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    let ending = ["al", "ful", "ous", "ive", "less", "ic", "ent"].iter().any(|ending| word.ends_with(ending));
    line.any(at, ADJECTIVES) || (ending && word.len() > 4 && plural(line.word(at + 1)).is_some())
}

/// `60 Minutes`, `the Six-Day War`: a name, not a length; but `After Eleven Days` of a headline is one.
fn is_title(line: &Line, at: usize, noun: usize) -> bool {
    let headline = line.any(at.wrapping_sub(1), &["after", "within", "for", "in"])
        && line.is_capital(at.wrapping_sub(1));
    line.is_capital(noun) && at > 0 && !headline
}

/// `a week`, `an hour and a half`, `a month-and-a-half`, `a full day`.
fn article(line: &Line, at: usize) -> Option<Amount> {
    let noun = line.phrases(at, &["a", "an"])?;
    let noun = if line.any(noun, ADJECTIVES) { noun + 1 } else { noun };
    if line.word(noun) == "fortnight" {
        return Some(Amount { end: noun + 1, count: Some(2.0), unit: Unit::Week });
    }
    let unit = singular(line.word(noun))?;
    let end = and_a_half(line, noun + 1);
    // The article of "a year-long inquiry" belongs to the inquiry.
    if end == noun + 1 && line.skip_hyphen(end) > end {
        return None;
    }
    let count = if end > noun + 1 { 1.5 } else { 1.0 };
    Some(Amount { end, count: Some(count), unit })
}

/// `half a century`, `half an hour`, `a half-century`.
fn half(line: &Line, at: usize) -> Option<Amount> {
    let noun = line
        .phrases(at, &["half a", "half an", "a half - ", "half -"])
        .or_else(|| line.phrase(at, "a half").map(|at| line.skip_hyphen(at)))?;
    let unit = singular(line.word(noun))?;
    Some(Amount { end: noun + 1, count: Some(0.5), unit })
}

/// `several months`, `a few days`.
fn uncounted(line: &Line, at: usize) -> Option<Amount> {
    let noun = line.phrases(at, UNCOUNTED)?;
    let noun = if line.any(noun, ADJECTIVES) { noun + 1 } else { noun };
    Some(Amount { end: noun + 1, count: None, unit: plural(line.word(noun))? })
}

/// `within days`, `for decades`, `years of conflict`.
fn plural_alone(line: &Line, at: usize) -> Option<Amount> {
    let unit = plural(line.word(at)).filter(|_| !line.is_capital(at) || at == 0)?;
    let licensed =
        line.any(at.wrapping_sub(1), BEFORE_PLURAL) || (line.word(at + 1) == "of" && unit != Unit::Day);
    licensed.then_some(Amount { end: at + 1, count: None, unit })
}

/// `year-long`, `month-long`, `decades-long`.
fn unit_long(line: &Line, noun: usize) -> Option<Amount> {
    let hyphen = line.skip_hyphen(noun + 1);
    let end = line.phrase(hyphen, "long").filter(|_| hyphen > noun + 1)?;
    let (unit, count) = match singular(line.word(noun)) {
        Some(unit) => (unit, Some(1.0)),
        None => (plural(line.word(noun))?, None),
    };
    Some(Amount { end, count, unit })
}

/// `the past year`, `the next decade`; `the next day` and `last week` are dates, so only what looks back or forward over a stretch.
fn one_unit(line: &Line, start: usize, noun: usize) -> Option<Amount> {
    let unit = singular(line.word(noun))?;
    let stretch = line.any(noun - 1, &["past", "first", "final", "entire", "whole"]);
    let decade = line.any(noun - 1, &["last", "next"]) && line.word(start) == "the" && unit == Unit::Decade;
    let long = stretch && !matches!(unit, Unit::Day | Unit::Minute);
    let of = line.any(noun - 1, &["last", "first", "final", "opening", "closing"])
        && line.word(noun + 1) == "of"
        && unit != Unit::Day;
    (long || decade || of).then_some(Amount { end: noun + 1, count: Some(1.0), unit })
}

/// `46-day`: the article before it belongs to another noun.
fn is_compound(line: &Line, at: usize) -> bool {
    cardinal(line, at).is_some_and(|number| line.skip_hyphen(number.end) > number.end)
}

fn and_a_half(line: &Line, at: usize) -> usize {
    let joined = line.skip_hyphen(at);
    let joined = match line.word(joined) {
        "and" => line.skip_hyphen(joined + 1),
        _ => return at,
    };
    match line.word(joined) {
        "a" => line.phrase(line.skip_hyphen(joined + 1), "half").unwrap_or(at),
        _ => at,
    }
}

fn second_part(line: &Line, first: Amount) -> Option<Amount> {
    let next = line.phrases(first.end, &[", and", "and", ","])?;
    let second = counted(line, next)?;
    let smaller = second.unit as u8 == (first.unit as u8).wrapping_sub(1)
        || (first.unit, second.unit) == (Unit::Year, Unit::Week);
    (smaller && first.unit.is_clock() == second.unit.is_clock() && first.count.is_some()).then_some(second)
}

/// `a week` alone needs a word before it that wants a length; a qualifier is one.
fn article_is_length(line: &Line, at: usize, start: usize) -> bool {
    let article = line.any(start, &["a", "an"]) && singular(line.word(start + 1)).is_some();
    let of = line.word(start + 2) == "of";
    !article || start > at || of || line.any(at.wrapping_sub(1), BEFORE_ARTICLE)
}

/// `55 years old`, `26 years of age`, `aged 3 months`, `a 55-year-old`.
fn is_age(line: &Line, at: usize, end: usize) -> bool {
    let hyphen = line.skip_hyphen(end);
    line.phrases(hyphen, AFTER_AGE).is_some()
        || line.any(hyphen, &["olds"])
        || line.any(at.wrapping_sub(1), &["aged", "age"])
}
