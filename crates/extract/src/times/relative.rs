//! Dates that are told from another: `yesterday`, `last week`, `two days ago`, `the same day`, `a year earlier`, `on Monday`.

use super::atoms::Line;
use super::calendar::{Unit, any_weekday, part, season, singular, weekday};
use super::duration::amount;
use super::explicit::{Found, day_number, feast, full_day, month_name};
use super::meaning::{Aim, Anchor, Meaning};
use super::stamp::{Piece, Stamp};

/// Whole phrases, days from an anchor.
const DAYS: [(&str, Anchor, i32); 14] = [
    ("the day before yesterday", Anchor::Now, -2),
    ("the day after tomorrow", Anchor::Now, 2),
    ("yesterday", Anchor::Now, -1),
    ("today", Anchor::Now, 0),
    ("tomorrow", Anchor::Now, 1),
    ("the very same day", Anchor::Told, 0),
    ("that very day", Anchor::Told, 0),
    ("same day", Anchor::Told, 0),
    ("next day", Anchor::Told, 1),
    ("the day before", Anchor::Told, -1),
    ("the day after", Anchor::Told, 1),
    ("the day following", Anchor::Told, 1),
    ("the night before", Anchor::Told, -1),
    ("the evening before", Anchor::Told, -1),
];

/// What stands before a unit, a month, a season, a weekday or a part of the day, the longer first.
const DETERMINERS: [(&str, Anchor, i32); 24] = [
    ("the very next", Anchor::Told, 1),
    ("the immediately following", Anchor::Told, 1),
    ("that very same", Anchor::Told, 0),
    ("that same", Anchor::Told, 0),
    ("this same", Anchor::Told, 0),
    ("the same", Anchor::Told, 0),
    ("this past", Anchor::Now, -1),
    ("this coming", Anchor::Now, 1),
    ("the coming", Anchor::Now, 1),
    ("the upcoming", Anchor::Now, 1),
    ("the current", Anchor::Now, 0),
    ("the present", Anchor::Now, 0),
    ("the following", Anchor::Told, 1),
    ("the subsequent", Anchor::Told, 1),
    ("the ensuing", Anchor::Told, 1),
    ("the next", Anchor::Told, 1),
    ("the previous", Anchor::Told, -1),
    ("the preceding", Anchor::Told, -1),
    ("the prior", Anchor::Told, -1),
    ("the last", Anchor::Now, -1), // "the last week" of something is a length; see `named`
    ("that", Anchor::Told, 0),
    ("last", Anchor::Now, -1),
    ("this", Anchor::Either, 0),
    ("next", Anchor::Now, 1),
];

/// What follows so many units and says which way they count from where.
const SHIFTS: [(&str, Anchor, i32); 13] = [
    ("ago", Anchor::Now, -1),
    ("from now", Anchor::Now, 1),
    ("hence", Anchor::Now, 1),
    ("later", Anchor::Told, 1),
    ("afterwards", Anchor::Told, 1),
    ("afterward", Anchor::Told, 1),
    ("thereafter", Anchor::Told, 1),
    ("earlier", Anchor::Told, -1),
    ("previously", Anchor::Told, -1),
    ("beforehand", Anchor::Told, -1),
    ("prior", Anchor::Told, -1),
    ("before", Anchor::Told, -1), // these two only at the end of a clause: "two days before the vote" is
    ("after", Anchor::Told, 1),   // told from the vote
];

/// Words in front of so many units that belong to the expression.
const QUALIFIERS: &[&str] = &[
    "just over",
    "just under",
    "more than",
    "less than",
    "about",
    "around",
    "nearly",
    "almost",
    "over",
    "some",
    "only",
    "just",
    "barely",
    "roughly",
];

/// What follows `on the 20th` where it is a day and not the 20th of something.
const AFTER_DAY: &[&str] = &[
    "and", "was", "were", "the", "a", "an", "to", "of", "in", "at", "by", "with", "when", "after", "before",
    "but", "as", "it", "he", "she", "they", "we", "there", "his", "her", "its", "their", "had", "all",
    "both", "another",
];

/// Names that hold a weekday.
const BEFORE_WEEKDAY: &[&str] = &[
    "black", "bloody", "good", "super", "holy", "palm", "ash", "easter", "cyber", "whit", "shrove", "giving",
    "fat",
];
const AFTER_WEEKDAY: &[&str] = &[
    "times",
    "telegraph",
    "mirror",
    "express",
    "mail",
    "post",
    "herald",
    "sun",
    "world",
    "people",
    "agreement",
    "nights",
];

/// The rules, the longer shapes first.
const RULES: [fn(&Line, usize) -> Found; 9] = [
    part_of_day,
    shifted,
    whole_phrase,
    determined,
    on_weekday,
    noun_after_part,
    day_of_month,
    end_of_unit,
    vague,
];

/// The relative date that begins at atom `at`.
pub(super) fn date(line: &Line, at: usize) -> Found {
    RULES.iter().find_map(|rule| rule(line, at))
}

/// `the month`, `the year`: a date only behind `the end of`, `earlier in` and the like.
pub(super) fn noun(line: &Line, at: usize) -> Found {
    let noun = line.phrase(at, "the")?;
    let unit = singular(line.word(noun)).filter(|&unit| calendar_unit(unit))?;
    let plain = !line.any(noun + 1, &["-", "of"]);
    plain.then_some((noun + 1, Meaning::Away { anchor: Anchor::Either, unit, count: 0 }))
}

fn calendar_unit(unit: Unit) -> bool {
    matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century)
}

fn whole_phrase(line: &Line, at: usize) -> Found {
    let (end, anchor, count) =
        DAYS.iter().find_map(|&(phrase, anchor, count)| Some((line.phrase(at, phrase)?, anchor, count)))?;
    // "USA Today" is a paper.
    let name = line.is_capital(at) && at > 0 && line.is_capital(at - 1) && line.is_word(at - 1);
    (!name).then_some((end, Meaning::Away { anchor, unit: Unit::Day, count }))
}

/// `last week`, `the following year`, `this summer`, `last Monday`, `that night`, `the previous April`.
fn determined(line: &Line, at: usize) -> Found {
    let (noun, anchor, count) = DETERMINERS
        .iter()
        .find_map(|&(phrase, anchor, count)| Some((line.phrase(at, phrase)?, anchor, count)))?;
    // "the last week of the war" is a length, and "the last month" of something as well.
    let article = line.word(at) == "the" || line.before(at) == "the";
    let length = article && line.word(noun - 1) == "last"
        || line.before(at) == "the"
        || article && line.word(noun - 1) == "next" && line.word(noun + 1) == "of";
    let unit = unit_of(line, noun, anchor, count).filter(|_| !length);
    unit.or_else(|| named(line, noun, anchor, count))
}

fn unit_of(line: &Line, noun: usize, anchor: Anchor, count: i32) -> Found {
    if line.word(noun) == "weekend" {
        return Some((noun + 1, Meaning::Weekend { weeks: count }));
    }
    let unit = singular(line.word(noun)).filter(|&unit| calendar_unit(unit))?;
    // "last day" and "this day" are not counted from the day of the report; "last-year", "next-day" are things.
    let odd = unit == Unit::Day && anchor != Anchor::Told || line.skip_hyphen(noun + 1) > noun + 1;
    (!odd).then_some((noun + 1, Meaning::Away { anchor, unit, count }))
}

fn named(line: &Line, noun: usize, anchor: Anchor, count: i32) -> Found {
    let aim = match count {
        ..0 => Aim::Last,
        0 => Aim::Nearest,
        1.. => Aim::Next,
    };
    if let Some(part) = part(line.word(noun)) {
        let day = Meaning::Away { anchor, unit: Unit::Day, count };
        return Some((noun + 1, Meaning::Part { part, day: Some(Box::new(day)) }));
    }
    if let Some(day) = weekday(line.word(noun)).filter(|_| line.is_capital(noun)) {
        return with_part(line, noun + 1, Meaning::Named { piece: Piece::Weekday(day), anchor, aim });
    }
    let piece = match month_name(line, noun) {
        Some((_, month)) => Piece::Month(month),
        None => Piece::Season(season(line.word(noun)).filter(|_| !line.is_capital(noun))?),
    };
    let fall = line.word(noun) == "fall" && line.any(noun + 1, &["of", "in", "from"]);
    let aim = if count == 0 && anchor != Anchor::Told { Aim::This } else { aim };
    (!fall).then_some((noun + 1, Meaning::Named { piece, anchor, aim }))
}

/// `two days ago`, `a year later`, `several months earlier`.
fn shifted(line: &Line, at: usize) -> Found {
    let start = line.phrases(at, QUALIFIERS).unwrap_or(at);
    let amount = amount(line, start).or_else(|| bare_plural(line, start))?;
    let (end, anchor, sign) = SHIFTS
        .iter()
        .find_map(|&(phrase, anchor, sign)| Some((line.phrase(amount.end, phrase)?, anchor, sign)))?;
    if line.any(end - 1, &["before", "after", "prior"]) && (line.is_word(end) || line.is_number(end)) {
        return None;
    }
    let vague = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
    let (count, unit) = whole(amount);
    let count = count.filter(|count| count.fract() == 0.0 && *count < 1e6);
    let meaning = match count {
        Some(count) => away(anchor, unit, sign * count as i32),
        None if !calendar_unit(amount.unit) => away(anchor, amount.unit, 0),
        None => Meaning::Vague(vague),
    };
    Some((end, meaning))
}

/// Halves in the next smaller unit: `half a century later` is 50 years later, `a year and a half ago` 18 months ago.
fn whole(amount: super::duration::Amount) -> (Option<f64>, Unit) {
    let (size, smaller) = match amount.unit {
        Unit::Century => (100.0, Unit::Year),
        Unit::Decade => (10.0, Unit::Year),
        Unit::Year => (12.0, Unit::Month),
        unit => return (amount.count, unit),
    };
    match amount.count.filter(|count| count.fract() != 0.0) {
        Some(count) => (Some(count * size), smaller),
        None => (amount.count, amount.unit),
    }
}

fn away(anchor: Anchor, unit: Unit, count: i32) -> Meaning {
    if calendar_unit(unit) {
        return Meaning::Away { anchor, unit, count };
    }
    // Hours later it is the same day, as far as one can tell.
    let day = Meaning::Away { anchor, unit: Unit::Day, count: 0 };
    Meaning::Clock { clock: String::from("XX"), day: Some(Box::new(day)) }
}

/// `weeks later`.
fn bare_plural(line: &Line, at: usize) -> Option<super::duration::Amount> {
    let unit = super::calendar::plural(line.word(at))?;
    Some(super::duration::Amount { end: at + 1, count: None, unit })
}

/// `on Monday`, `Monday evening`.
fn on_weekday(line: &Line, at: usize) -> Found {
    let day = weekday(line.word(at)).filter(|_| line.is_capital(at))?;
    // "I expect a Friday": any of them.
    if line.before(at) == "a" {
        return None;
    }
    let inside_name = line.any(at.wrapping_sub(1), BEFORE_WEEKDAY) && at > 0 && line.is_capital(at - 1);
    let opens_name = line.any(at + 1, AFTER_WEEKDAY) && line.is_capital(at + 1);
    let meaning = Meaning::Named { piece: Piece::Weekday(day), anchor: Anchor::Either, aim: Aim::Nearest };
    // "Friday, August 21" is one date, and another rule's.
    if inside_name || opens_name || full_day(line, at).is_some() {
        return None;
    }
    with_part(line, at + 1, meaning)
}

/// Adds a part of the day that follows.
fn with_part(line: &Line, end: usize, day: Meaning) -> Found {
    match part(line.word(end)).filter(|_| !line.is_capital(end)) {
        Some(part) => Some((end + 1, Meaning::Part { part, day: Some(Box::new(day)) })),
        None => Some((end, day)),
    }
}

/// `tonight`, `yesterday evening`, `the night of May 8`, `the early morning hours of 3 July`, `Christmas night`.
fn part_of_day(line: &Line, at: usize) -> Found {
    if line.word(at) == "tonight" {
        let day = Meaning::Away { anchor: Anchor::Now, unit: Unit::Day, count: 0 };
        return Some((at + 1, Meaning::Part { part: "NI", day: Some(Box::new(day)) }));
    }
    if let Some((end, day)) =
        full_day(line, at).or_else(|| feast(line, at)).or_else(|| whole_phrase(line, at))
    {
        let found = with_part(line, end, day)?;
        return matches!(found.1, Meaning::Part { .. }).then_some(found);
    }
    let noun = line.phrases(at, &["the early", "the late", "the"]).unwrap_or(at);
    let part = part(line.word(noun))?;
    let hours = line.phrase(noun + 1, "hours").unwrap_or(noun + 1);
    let day = line.phrases(hours, &["of", "on"]).and_then(|at| day_named(line, at));
    day.map(|(end, day)| (end, Meaning::Part { part, day: Some(Box::new(day)) }))
}

/// A day after `the night of`.
fn day_named(line: &Line, at: usize) -> Found {
    if any_weekday(line.word(at)).is_some() {
        return full_day(line, at).or_else(|| on_weekday(line, at));
    }
    full_day(line, at).or_else(|| whole_phrase(line, at))
}

/// `in the morning`, `during the night`: of the day last told of.
fn noun_after_part(line: &Line, at: usize) -> Found {
    let licensed = line.any(at.wrapping_sub(1), &["in", "during", "by"]) && at > 0;
    let noun = line.phrases(at, &["the early", "the late", "the"]).filter(|_| licensed)?;
    // "by the Evening Courier".
    let part = part(line.word(noun)).filter(|_| !line.is_capital(noun))?;
    (!line.any(noun + 1, &["of", "-"])).then_some((noun + 1, Meaning::Part { part, day: None }))
}

/// `on the 20th`: of the month last told of.
fn day_of_month(line: &Line, at: usize) -> Found {
    let licensed = at > 0 && line.any(at - 1, &["on", "by", "until", "since", "from"]);
    let number = line.phrase(at, "the").filter(|_| licensed)?;
    line.digits(number)?;
    let (end, day) = day_number(line, number).filter(|&(end, _)| end == number + 2)?;
    // "the 20th century", "the 4th Division".
    let thing = line.is_word(end) && !line.any(end, AFTER_DAY);
    (!thing).then_some((end, Meaning::Fixed(Stamp { year: None, piece: Piece::Day(0, day) })))
}

/// `by year's end`, `at month's end`.
fn end_of_unit(line: &Line, at: usize) -> Found {
    let unit =
        singular(line.word(at)).filter(|unit| matches!(unit, Unit::Week | Unit::Month | Unit::Year))?;
    let licensed = at > 0 && line.any(at - 1, &["by", "at", "until", "before", "since", "after"]);
    let end = line.phrase(at + 1, "'s end").filter(|_| licensed)?;
    Some((end, Meaning::Away { anchor: Anchor::Either, unit, count: 0 }))
}

/// `now`.
fn vague(line: &Line, at: usize) -> Found {
    let end = line.phrases(at, &["now", "nowadays", "these days"])?;
    // "now that", "by now", "from now on" all say the present; a name in capitals does not.
    (at == 0 || !line.is_capital(at)).then_some((end, Meaning::Vague("PRESENT_REF")))
}
