//! Which expressions of time does a sentence hold?
//!
//! From left to right, at each atom the first rule that holds; what it took is not looked at again.

use super::atoms::Line;
use super::explicit::{self, Found, day_number, month_name, same_month};
use super::meaning::{Expression, Meaning};
use super::stamp::{Piece, Stamp};
use super::{anchored, clock, duration, recurring, relative, year};

/// Words before a date that narrow it; they belong to the expression and leave its value as it is.
const NARROWING: &[&str] = &[
    "earlier",
    "later",
    "early in",
    "late in",
    "early",
    "late",
    "mid -",
    "mid",
    "middle of",
    "end of",
    "start of",
    "beginning of",
];

/// `the early part of`, `the end of`: a part of what follows.
const PARTS_OF: &[&str] = &[
    "end",
    "beginning",
    "start",
    "middle",
    "height",
    "close",
    "rest",
    "remainder",
    "turn",
    "eve",
    "dawn",
    "early part",
    "latter part",
    "first part",
    "early days",
    "early months",
    "early years",
    "final months",
    "first days",
    "closing days",
    "last days",
    "opening days",
    "final days",
    "first months",
    "last months",
    "early hours",
];

/// All expressions of a sentence, in order.
pub(super) fn expressions(line: &Line) -> Vec<Expression> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        at = match at_atom(line, at, &mut found) {
            Some(end) => end,
            None => at + 1,
        };
    }
    share_years(line, &mut found);
    found
}

/// `the summer and late autumn of 1951`, `between 3 May and 9 June 1956`: the year of the second belongs to the first as well, or the year
/// before it where the first comes later in the year (`December and January 1945`).
fn share_years(line: &Line, found: &mut [Expression]) {
    for at in (1..found.len()).rev() {
        let [first, second] = &mut found[at - 1..=at] else { continue };
        let joined = joint(line, first.atoms.end).is_some_and(|next| {
            next == second.atoms.start
                || line.any(next, &["in", "by", "the"]) && next + 1 == second.atoms.start
        });
        let (Meaning::Fixed(one), Meaning::Fixed(Stamp { year: Some(year), piece })) =
            (&mut first.meaning, &second.meaning)
        else {
            continue;
        };
        let parts = one.year.is_none() && piece.order().is_some();
        if let Some(order) = one.piece.order().filter(|_| joined && parts) {
            one.year = Some(year - i16::from(Some(order) > piece.order())).filter(|&year| year != 0);
        }
    }
}

/// Adds what begins at atom `at` and tells where it ends.
fn at_atom(line: &Line, at: usize, found: &mut Vec<Expression>) -> Option<usize> {
    if !line.is_word(at) && !line.is_number(at) && line.word(at) != "'" {
        return None;
    }
    if let Some(end) = range(line, at, found) {
        return Some(end);
    }
    if let Some((end, meaning)) = anchored::counted(line, at) {
        let meaning = if anchored::in_apposition(line, at, found) { anchored::same_day() } else { meaning };
        found.push(Expression { atoms: at..end, aside: true, meaning });
        return Some(end);
    }
    let (end, meaning) = one(line, at)?;
    found.push(Expression { atoms: at..end, aside: is_aside(line, at, end, &meaning), meaning });
    Some(end)
}

/// The one expression that begins at atom `at`.
fn one(line: &Line, at: usize) -> Found {
    clock::time(line, at)
        .or_else(|| recurring::set(line, at))
        .or_else(|| part_of(line, at))
        .or_else(|| relative::date(line, at))
        .or_else(|| narrowed(line, at))
        .or_else(|| explicit::date(line, at))
        .or_else(|| duration::length(line, at))
}

/// `early October`, `mid-2016`, `late last year`, `earlier in the month`, `later that week`.
fn narrowed(line: &Line, at: usize) -> Found {
    if let Some(found) = narrowed_era(line, at) {
        return Some(found);
    }
    let mut inner = line.phrases(at, NARROWING)?;
    if line.is_dash(inner) && line.glued(inner) && line.glued(inner + 1) {
        inner += 1;
    }
    if line.any(at, &["earlier", "later"]) || line.word(inner - 1) == "in" {
        let noun = line.phrase(inner, "in").unwrap_or(inner);
        if let Some(found) = relative::noun(line, noun) {
            return Some(found);
        }
    }
    dated(line, inner)
}

/// `the late 1980s`, `the early 21st century`: the article belongs to it.
fn narrowed_era(line: &Line, at: usize) -> Found {
    line.phrase(at, "the")?;
    let found = narrowed_once(line, at)?;
    let era = matches!(found.1, Meaning::Fixed(Stamp { piece: Piece::Decade | Piece::Century, .. }));
    era.then_some(found)
}

/// `the end of May`, `the early part of a year`, `the start of 2031`.
fn part_of(line: &Line, at: usize) -> Found {
    let noun = line.phrases(at, &["the very", "the", "its", "their"]).unwrap_or(at);
    let end = PARTS_OF.iter().find_map(|part| line.phrase(noun, part))?;
    let inner = line.phrase(end, "of")?;
    // "at the end of the day" is an idiom more often than not.
    let idiom = line.word(noun) == "end" && line.phrase(inner, "the day").is_some();
    dated(line, inner).or_else(|| relative::noun(line, inner)).filter(|_| !idiom)
}

/// A date, and nothing shorter than a day.
fn dated(line: &Line, at: usize) -> Found {
    let found =
        narrowed_once(line, at).or_else(|| relative::date(line, at)).or_else(|| explicit::date(line, at))?;
    (!matches!(found.1, Meaning::Vague(_))).then_some(found)
}

/// `the end of early 1943` is rare, `the late 1980s` is not.
fn narrowed_once(line: &Line, at: usize) -> Found {
    let the = line.phrase(at, "the").unwrap_or(at);
    let mut inner = line.phrases(the, &["early", "late", "mid -", "mid"])?;
    if line.is_dash(inner) && line.glued(inner) {
        inner += 1;
    }
    explicit::date(line, inner)
}

/// Two dates that share what only the second one spells out: `15 to 22 February`, `May-August 1950`, `1995-96`, `480-479 BC`.
fn range(line: &Line, at: usize, found: &mut Vec<Expression>) -> Option<usize> {
    let (first, second) = days(line, at)
        .or_else(|| full_days(line, at))
        .or_else(|| days_after_month(line, at))
        .or_else(|| months(line, at))
        .or_else(|| years(line, at))?;
    let end = second.atoms.end;
    found.extend([first, second]);
    Some(end)
}

type Pair = Option<(Expression, Expression)>;

fn pair(first: (std::ops::Range<usize>, Meaning), second: (std::ops::Range<usize>, Meaning)) -> Pair {
    let expression = |(atoms, meaning)| Expression { atoms, meaning, aside: false };
    Some((expression(first), expression(second)))
}

/// The mark or word of a range at `end`, and the atom after it.
fn joint(line: &Line, end: usize) -> Option<usize> {
    (line.is_dash(end) || line.any(end, &["to", "and", "until", "till", "through", "/", "or"]))
        .then_some(end + 1)
}

/// `15 to 22 February 1984`.
fn days(line: &Line, at: usize) -> Pair {
    let the = line.phrase(at, "the").unwrap_or(at);
    let (end, day) = day_number(line, the).filter(|_| !line.glued(at) || line.any(at - 1, &["(", "["]))?;
    let next = joint(line, end)?;
    (line.is_number(next) || line.word(next) == "the").then_some(())?;
    let (last, meaning) = explicit::full_day(line, next)?;
    pair((at..end, same_month(day, &meaning)?), (next..last, meaning))
}

/// `31 May - 1 June 1916`: the year belongs to both.
fn full_days(line: &Line, at: usize) -> Pair {
    let (end, first) = explicit::full_day(line, at)?;
    let Meaning::Fixed(Stamp { year: None, piece }) = first else { return None };
    let next = joint(line, end)?;
    let (last, second) = explicit::full_day(line, next)?;
    let Meaning::Fixed(Stamp { year, piece: Piece::Day(..) }) = second else { return None };
    pair((at..end, Meaning::Fixed(Stamp { year, piece })), (next..last, second))
}

/// `September 5-12, 1914`.
fn days_after_month(line: &Line, at: usize) -> Pair {
    let (end, month) = month_name(line, at)?;
    let (end, first) = day_number(line, end)?;
    let next = joint(line, end)?;
    let (last, second) = day_number(line, next).filter(|&(_, second)| second > first)?;
    let (last, year) = match year::number(line, line.phrase(last, ",").unwrap_or(last)) {
        Some((end, year)) => (end, Some(year)),
        None => (last, None),
    };
    let hour = line.any(last, &[":", "%", "a", "p", "am", "pm"]) || month_name(line, last).is_some();
    let day = |day| Meaning::Fixed(Stamp { year, piece: Piece::Day(month, day) });
    if hour { None } else { pair((at..end, day(first)), (next..last, day(second))) }
}

/// `May-August 1950`, `October–December`.
fn months(line: &Line, at: usize) -> Pair {
    let (end, first) = month_name(line, at)?;
    let next = joint(line, end)?;
    let (last, _) = month_name(line, next)?;
    let (last, meaning) = explicit::date(line, next).or_else(|| {
        let month = month_name(line, next)?.1;
        Some((last, Meaning::Fixed(Stamp { year: None, piece: Piece::Month(month) })))
    })?;
    let month = Piece::Month(first);
    let start = match meaning {
        // "November–January 1945" began in 1944.
        Meaning::Fixed(Stamp { year, piece: Piece::Month(second) }) => {
            let year = year.map(|year| year - i16::from(first > second)).filter(|&year| year != 0);
            Meaning::Fixed(Stamp { year, piece: month })
        }
        Meaning::Of { piece: Piece::Month(_), anchor, years } => Meaning::Of { piece: month, anchor, years },
        _ => return None,
    };
    // "May and April" are people until a year or a dash says otherwise.
    let sure = line.is_dash(end)
        || matches!(meaning, Meaning::Fixed(Stamp { year: Some(_), .. }) | Meaning::Of { .. });
    if sure { pair((at..end, start), (next..last, meaning)) } else { None }
}

/// `1939-45`, `1955/56`, `480–479 BC`, `from 2003 to 2006`.
fn years(line: &Line, at: usize) -> Pair {
    let dash = line.is_dash(at + 1) || line.word(at + 1) == "/";
    let words = line.any(at + 1, &["to", "and", "until", "through"]);
    if let Some((end, year)) = year::number(line, at + 2).filter(|found| found.1 < 0 && (dash || words)) {
        let first = line.digits(at).filter(|first| -first <= year)?;
        return pair((at..at + 1, Meaning::year(-first)), (at + 2..end, Meaning::year(year)));
    }
    let (end, first) = year::number(line, at).filter(|&(end, _)| end == at + 1)?;
    let clean = !line.glued(at) || line.any(at - 1, &["(", "["]);
    let (last, second) = year::range_end(line, first, end + 1).filter(|_| dash && clean && first >= 1000)?;
    // "2000-3000 people" counts.
    if year::counts_things(line, end + 1) && second % 100 == 0 {
        return None;
    }
    let (mut first, mut second) =
        pair((at..end, Meaning::year(first)), (end + 1..last, Meaning::year(second)))?;
    first.aside = is_aside(line, at, last, &first.meaning);
    second.aside = first.aside;
    Some((first, second))
}

/// `the 2015 deal`: the date tells which, the report does not move there.
fn is_aside(line: &Line, at: usize, end: usize, meaning: &Meaning) -> bool {
    let dated =
        matches!(meaning, Meaning::Fixed(Stamp { piece: Piece::Year | Piece::Month(_) | Piece::Decade, .. }));
    let determiner = line.any(at.wrapping_sub(1), &["the", "a", "an", "its", "his", "her", "their", "'s"]);
    dated && determiner && line.is_word(end) && !line.any(end, &["and", "or", "when", "as", "to", "in"])
}
