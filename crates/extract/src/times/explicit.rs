//! Dates that name their fields: `September 11th`, `Friday, August 21, 2015`, `2018-09-11`, `June 2020`, `the spring of 1916`, `Q3 2019`.

use jiff::civil::Date;

use super::atoms::Line;
use super::calendar::{self, any_weekday, month, season};
use super::meaning::Meaning;
use super::numerals::ordinal;
use super::stamp::{Piece, Stamp};
use super::year::{self, bare_month};

/// A date and the atom after it.
pub(super) type Found = Option<(usize, Meaning)>;

/// The rules, the longer shapes first.
const RULES: [fn(&Line, usize) -> Found; 9] =
    [iso, slashes, with_weekday, calendar_day, month_of_year, feast, part_of_year, decade_or_century, bare];

/// The date that begins at atom `at`.
pub(super) fn date(line: &Line, at: usize) -> Found {
    RULES.iter().find_map(|rule| rule(line, at))
}

/// A day that names its month, with or without a year: the part of a range, a dateline or a time of day that must be a day.
pub(super) fn full_day(line: &Line, at: usize) -> Found {
    [iso, slashes, with_weekday, calendar_day].iter().find_map(|rule| rule(line, at))
}

/// `2018-09-11`.
fn iso(line: &Line, at: usize) -> Found {
    let glued = (at + 1..at + 5).all(|at| line.glued(at)) && !line.glued(at + 5);
    let marked = line.word(at + 1) == "-" && line.word(at + 3) == "-";
    let widths = [at, at + 2, at + 4].map(|at| line.word(at).len()) == [4, 2, 2];
    let (year, month, day) = (line.digits(at)?, line.digits(at + 2)?, line.digits(at + 4)?);
    let date = Date::new(year, month as i8, day as i8).ok().filter(|_| glued && marked && widths)?;
    Some((at + 5, Meaning::Fixed(Stamp::day(date))))
}

/// `21/9/2018` and `9/21/2018`, and only where one reading is possible: the day over 12 or equal to the month.
fn slashes(line: &Line, at: usize) -> Found {
    let mark = line.word(at + 1);
    let marked = matches!(mark, "/" | "-") && line.word(at + 3) == mark;
    let glued = (at + 1..at + 5).all(|at| line.glued(at));
    let (a, b, year) = (line.digits(at)?, line.digits(at + 2)?, line.digits(at + 4)?);
    let (month, day) = if a > 12 { (b, a) } else { (a, b) };
    let sure = (month > 12) != (day > 12) || month == day;
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let whole = marked && glued && sure && line.word(at + 4).len() == 4;
    whole.then_some((at + 5, Meaning::Fixed(Stamp::day(date))))
}

/// `Friday, August 21, 2015`, `Saturday 24 June`.
fn with_weekday(line: &Line, at: usize) -> Found {
    any_weekday(line.word(at)).filter(|_| line.is_capital(at))?;
    let mut next = at + 1;
    while line.any(next, &[",", ".", "the"]) {
        next += 1;
    }
    calendar_day(line, next)
}

/// `September 11th, 2018`, `the 11th of September`, `11 September 2018`, `July 25 of that year`.
fn calendar_day(line: &Line, at: usize) -> Found {
    let (end, month, day) = month_first(line, at).or_else(|| day_first(line, at))?;
    // Leap days are days; whether the year has one shows when there is a year.
    Date::new(2004, month, day).ok()?;
    let (end, meaning) = in_year(line, end, Piece::Day(month, day));
    let impossible =
        matches!(meaning, Meaning::Fixed(stamp @ Stamp { year: Some(1..), .. }) if stamp.date().is_none());
    (!impossible).then_some((end, meaning))
}

/// `September 11th`, `Sept. 11`.
fn month_first(line: &Line, at: usize) -> Option<(usize, i8, i8)> {
    let (end, month) = month_name(line, at)?;
    let end = line.phrase(end, "the").unwrap_or(end);
    let (end, day) = day_number(line, end)?;
    // "May 12.5", "June 3:2", "March 7%": not a day.
    let part_of_number = line.glued(end) && line.any(end, &[":", "/", "%"]);
    (!part_of_number).then_some((end, month, day))
}

/// `11 September`, `the 11th of September`, `11-Sep`.
fn day_first(line: &Line, at: usize) -> Option<(usize, i8, i8)> {
    let at = line.phrase(at, "the").unwrap_or(at);
    let (end, day) = day_number(line, at)?;
    let (end, month) =
        month_name(line, line.phrase(line.skip_hyphen(end), "of").unwrap_or(line.skip_hyphen(end)))?;
    Some((end, month, day))
}

/// A number that can be a day of a month.
pub(super) fn day_number(line: &Line, at: usize) -> Option<(usize, i8)> {
    let (number, end) = match ordinal(line, at) {
        Some(found) => found,
        None => (line.digits(at).filter(|_| line.word(at).len() <= 2)?, at + 1),
    };
    Some((end, i8::try_from(number).ok().filter(|day| (1..=31).contains(day))?))
}

/// A month's name with its point; capitals are required, so that `may` and `march` stay verbs.
pub(super) fn month_name(line: &Line, at: usize) -> Option<(usize, i8)> {
    let month = month(line.word(at)).filter(|_| line.is_capital(at))?;
    let short = calendar::is_short_month(line.word(at));
    let end = if short && line.word(at + 1) == "." && line.glued(at + 1) { at + 2 } else { at + 1 };
    Some((end, month))
}

/// `June 2020`, `June, 1982`, `May of 1789`, `August of that year`.
fn month_of_year(line: &Line, at: usize) -> Found {
    let (end, month) = month_name(line, at)?;
    let (after, meaning) = in_year(line, end, Piece::Month(month));
    (after > end).then_some((after, meaning))
}

/// Adds the year that follows a part of one, if there is one.
fn in_year(line: &Line, end: usize, piece: Piece) -> (usize, Meaning) {
    if let Some((end, year)) = year_after(line, end) {
        return (end, Meaning::Fixed(Stamp { year: Some(year), piece }));
    }
    for &(phrase, anchor, years) in year::TOLD {
        let of = line.phrase(end, "of").unwrap_or(end);
        if let Some(end) = line.phrase(of, phrase) {
            return (end, Meaning::Of { piece, anchor, years });
        }
    }
    (end, Meaning::Fixed(Stamp { year: None, piece }))
}

/// `, 2018`, ` 2018`, `-2018`, `/2018` or `of 2018` after a month, day or season.
fn year_after(line: &Line, end: usize) -> Option<(usize, i16)> {
    let at = match line.word(end) {
        "," | "of" | "in" | "/" => end + 1,
        "-" if line.glued(end + 1) => end + 1,
        _ => end,
    };
    let (end_of_year, year) = year::number(line, at)?;
    // "in June in 2015" is two expressions, "on June 5, 2000 soldiers" holds a quantity.
    let apart = line.word(end) == "in" || (line.word(end) == "," && year::counts_things(line, at));
    (!apart).then_some((end_of_year, year))
}

/// `Christmas 1963`, `New Year's Eve`.
pub(super) fn feast(line: &Line, at: usize) -> Found {
    let (end, month, day) =
        calendar::feasts().find_map(|(name, month, day)| Some((line.phrase(at, name)?, month, day)))?;
    // "Christmas Island", "Christmas tree": a name or a thing, unless something only a date has stands beside it.
    let thing = line.is_word(end) && line.is_capital(end)
        || line.any(end, &["tree", "trees", "market", "carol", "carols"]);
    (line.is_capital(at) && !thing).then(|| in_year(line, end, Piece::Day(month, day)))
}

/// `the spring of 1916`, `1982 summer`, `Q3 2019`, `the second half of 2008`, `the third quarter`.
fn part_of_year(line: &Line, at: usize) -> Found {
    if let Some((end, year)) = year::number(line, at) {
        let season = season(line.word(end)).filter(|_| !line.is_capital(end))?;
        return Some((end + 1, Meaning::Fixed(Stamp { year: Some(year), piece: Piece::Season(season) })));
    }
    let the = line.phrase(at, "the").unwrap_or(at);
    let (end, piece) = season_named(line, the).or_else(|| quarter(line, the)).or_else(|| half(line, the))?;
    let found = in_year(line, end, piece);
    // Without a year only a season is sure to be one: a quarter or a half may be of anything.
    (found.0 > end || matches!(piece, Piece::Season(_)) && year::bare_season(line, end)).then_some(found)
}

fn season_named(line: &Line, at: usize) -> Option<(usize, Piece)> {
    let season = season(line.word(at))?;
    let dated = year_after(line, at + 1).is_some();
    let alone = line.before(at) == "in" && !line.is_word(at + 1);
    (dated || alone || !line.is_capital(at)).then_some((at + 1, Piece::Season(season)))
}

fn quarter(line: &Line, at: usize) -> Option<(usize, Piece)> {
    if line.word(at) == "q" && line.glued(at + 1) {
        let number = line.digits(at + 1).filter(|number| (1..=4).contains(number))?;
        return Some((at + 2, Piece::Quarter(number as i8)));
    }
    let (number, end) = ordinal(line, at).filter(|(number, _)| (1..=4).contains(number))?;
    Some((line.phrase(line.skip_hyphen(end), "quarter")?, Piece::Quarter(number as i8)))
}

fn half(line: &Line, at: usize) -> Option<(usize, Piece)> {
    let half = match line.word(at) {
        "first" | "former" => 1,
        "second" | "latter" | "last" => 2,
        _ => return None,
    };
    Some((line.phrase(at + 1, "half")?, Piece::Half(half)))
}

/// `the 1990s`, `the '80s`, `the late 1980s` (its `late` is taken outside), `the 19th century`, `the twenty-first century BC`.
fn decade_or_century(line: &Line, at: usize) -> Found {
    let the = line.phrase(at, "the").unwrap_or(at);
    let (end, stamp) = decade(line, the).or_else(|| century(line, the))?;
    let bc = year::before_christ(line, end);
    let year = stamp.year.map(|year| if bc.is_some() { -year } else { year });
    Some((bc.unwrap_or(end), Meaning::Fixed(Stamp { year, piece: stamp.piece })))
}

fn decade(line: &Line, at: usize) -> Option<(usize, Stamp)> {
    let short = line.word(at) == "'";
    let at = if short { at + 1 } else { at };
    let number = line.digits(at).filter(|number| number % 10 == 0)?;
    let year = match line.word(at).len() {
        2 if (short || line.before(at) == "the") && number >= 20 => 1900 + number,
        3 if year::before_christ(line, at + 2).is_some() => number,
        4 if number >= 1000 => number,
        _ => return None,
    };
    let plural = line.glued(at + 1) && line.any(at + 1, &["s", "'s"]);
    plural.then_some((at + 2, Stamp { year: Some(year), piece: Piece::Decade }))
}

fn century(line: &Line, at: usize) -> Option<(usize, Stamp)> {
    let (number, end) = ordinal(line, at)?;
    let end = line.phrase(line.skip_hyphen(end), "century")?;
    // Named by its hundreds: 20 for the twenty-first, BC03 for the fourth before Christ. Year 1 stands for the first century, as 0 is none.
    let first = ((number - 1).checked_mul(100)?).max(1);
    (number <= 30).then_some((end, Stamp { year: Some(first), piece: Piece::Century }))
}

/// A month or a year alone, where what stands around it makes it one.
fn bare(line: &Line, at: usize) -> Found {
    if let Some((end, month)) = month_name(line, at) {
        let stamp = Stamp { year: None, piece: Piece::Month(month) };
        return bare_month(line, at, end).then_some((end, Meaning::Fixed(stamp)));
    }
    let (end, year) = year::bare(line, at)?;
    Some((end, Meaning::year(year)))
}

/// Another day of the month that `of` names: the `15` of `15 to 22 February`.
pub(super) fn same_month(day: i8, of: &Meaning) -> Option<Meaning> {
    match *of {
        Meaning::Fixed(Stamp { year, piece: Piece::Day(month, _) }) => {
            Date::new(2004, month, day).ok()?;
            Some(Meaning::Fixed(Stamp { year, piece: Piece::Day(month, day) }))
        }
        Meaning::Of { piece: Piece::Day(month, _), anchor, years } => {
            Some(Meaning::Of { piece: Piece::Day(month, day), anchor, years })
        }
        _ => None,
    }
}
