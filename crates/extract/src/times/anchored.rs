//! Times counted from an event: `two days after the summit`, `the day before the vote`, `a month after the siege of Tessel began`.
//!
//! The event gives the day where the report has dated it: in an earlier sentence, or in the same one, that holds all the words that name it
//! and tells of one day. In apposition to a day (`on 8 October, the day after the vote`) it is that day. Elsewhere nothing is known of it: a
//! count of units stays a length, a day stays open.

use std::borrow::Cow;
use std::ops::Range;

use super::atoms::Line;
use super::calendar::Unit;
use super::duration::{Amount, amount, spell};
use super::explicit::Found;
use super::meaning::{Anchor, Expression, Meaning, Unknown};
use super::resolve::Place;
use super::stamp::{Piece, Stamp};

/// How many sentences before an event is looked for, of how many atoms in all, and how many dates are compared in one of them: time stays
/// linear in the text.
const REACH: usize = 60;
const REACH_ATOMS: usize = 3000;
const MOST_DATES: usize = 32;

/// How many atoms the name of an event may have.
const LONGEST: usize = 8;

/// Words of so many bytes may end otherwise where the event is told of.
const LONG: usize = 8;

/// After the first word these begin another name: `two days after the summit the envoys left`.
const DETERMINERS: &[&str] =
    &["the", "a", "an", "his", "her", "its", "their", "our", "he", "she", "it", "they", "we"];

/// What ends the name of an event.
const STOPS: &[&str] = &[
    "and", "or", "but", "in", "on", "at", "by", "for", "with", "from", "to", "into", "over", "when", "while",
    "where", "who", "which", "that", "was", "were", "is", "are", "had", "has", "have", "began", "started",
    "ended", "after", "before", "as", "because",
];

/// Words that name nothing.
const EMPTY: &[&str] = &[
    "the",
    "a",
    "an",
    "his",
    "her",
    "its",
    "their",
    "our",
    "this",
    "these",
    "those",
    "of",
    "'s",
    "he",
    "she",
    "it",
    "they",
    "we",
    "then",
    "yesterday",
    "tomorrow",
    "today",
    "first",
    "last",
    "second",
    "outbreak",
    "start",
    "beginning",
    "end",
    "being",
];

/// What stands between a count and its event.
const SIDES: [(&str, i32); 5] =
    [("after", 1), ("following", 1), ("before", -1), ("prior to", -1), ("ahead of", -1)];

/// After these a count is a stretch of time, not the way to a day.
const BEFORE_LENGTH: &[&str] =
    &["the", "these", "those", "first", "last", "next", "in", "within", "for", "of", "over", "about"];

/// `two days after` at atom `at`, where an event follows. A vague count gives no day, and `the two days after the vote` are a length.
pub(super) fn counted(line: &Line, at: usize) -> Found {
    let start = line.phrases(at, &["only", "just", "exactly"]).unwrap_or(at);
    let day = line.phrase(at, "the day").map(|end| Amount { end, count: Some(1.0), unit: Unit::Day });
    let found = day.or_else(|| amount(line, start))?;
    let (next, sign) = SIDES.iter().find_map(|&(side, sign)| Some((line.phrase(found.end, side)?, sign)))?;
    // "The day following saw them leave": a day by itself.
    let itself = day.is_some() && line.word(found.end) == "following";
    let length = itself || day.is_none() && line.any(at.wrapping_sub(1), BEFORE_LENGTH);
    let event = event(line, next).filter(|_| !length)?;
    let whole = found.count.filter(|count| count.fract() == 0.0 && *count < 1e4 && !found.unit.is_clock())?;
    let unknown = match day {
        Some(_) => Unknown { end: next, length: None },
        None => Unknown { end: found.end, length: Some(spell(found)) },
    };
    Some((next, Meaning::FromEvent { event, unit: found.unit, count: sign * whole as i32, unknown }))
}

/// The atoms from `at` on that name an event.
fn event(line: &Line, at: usize) -> Option<Range<usize>> {
    let stop = |&next: &usize| {
        let part = line.is_word(next) || line.is_number(next) || line.word(next) == "-";
        let another = next > at && line.any(next, DETERMINERS) && line.before(next) != "of";
        !part || another || STOPS.contains(&line.word(next))
    };
    let end = (at..at + LONGEST).find(stop).unwrap_or(at + LONGEST);
    let named = (at..end).any(|at| names(line, at));
    named.then_some(at..end)
}

fn names(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    line.is_word(at) && !EMPTY.contains(&word) && (word.len() > 3 || line.is_capital(at))
}

/// A time from an event right after a day is that day: `on 8 October, the day after the vote`.
pub(super) fn in_apposition(line: &Line, at: usize, found: &[Expression]) -> bool {
    let mark = at.wrapping_sub(1);
    let joined = line.any(mark, &[",", "("]) || line.is_dash(mark);
    let day = |meaning: &Meaning| match meaning {
        Meaning::Fixed(stamp) => matches!(stamp.piece, Piece::Day(1.., _)),
        Meaning::Named { piece, .. } => matches!(piece, Piece::Weekday(_)),
        Meaning::Away { unit, .. } => *unit == Unit::Day,
        _ => false,
    };
    joined && found.last().is_some_and(|last| last.atoms.end == mark && day(&last.meaning))
}

/// What such a time says in apposition.
pub(super) fn same_day() -> Meaning {
    Meaning::Away { anchor: Anchor::Told, unit: Unit::Day, count: 0 }
}

/// Days that the report has told of, with their sentences, in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Dated {
    told: Vec<(usize, Stamp)>,
}

impl Dated {
    /// Remembers a time told of.
    pub(super) fn add(&mut self, place: Place, stamp: Option<Stamp>) {
        let known = stamp.filter(|stamp| stamp.year.is_some());
        self.told.extend(known.map(|stamp| (place.sentence, stamp)));
    }

    /// An expression that counts from an event, with the event's date in its place or with what is left without; others as they are.
    pub(super) fn settled<'e>(
        &self,
        lines: &[Line],
        found: &[Vec<Expression>],
        place: Place,
        expression: &'e Expression,
    ) -> Cow<'e, Expression> {
        let Meaning::FromEvent { event, unit, count, unknown } = &expression.meaning else {
            return Cow::Borrowed(expression);
        };
        let here = place.sentence;
        let mut settled = expression.clone();
        settled.meaning = match (self.time_of(lines, found, here, event, *unit), &unknown.length) {
            (Some(day), _) => Meaning::Fixed(day.away(*unit, *count)),
            (None, Some(length)) => Meaning::Length(length.clone()),
            (None, None) => Meaning::Fixed(Stamp::unknown(Unit::Day)),
        };
        if !matches!(settled.meaning, Meaning::Fixed(Stamp { year: Some(_), .. })) {
            settled.atoms.end = unknown.end;
        }
        Cow::Owned(settled)
    }

    /// The time of an event named in sentence `here`, where the report has dated it finely enough for a count of `unit`.
    pub(super) fn time_of(
        &self,
        lines: &[Line],
        found: &[Vec<Expression>],
        here: usize,
        event: &Range<usize>,
        unit: Unit,
    ) -> Option<Stamp> {
        let day = Self::inside(&found[here], event).or_else(|| self.before(lines, here, event))?;
        let fine =
            day.date().is_some() || matches!(unit, Unit::Month | Unit::Year | Unit::Decade | Unit::Century);
        let enough = fine && (day.month().is_some() || unit != Unit::Month);
        enough.then_some(day)
    }

    /// A date within the name of the event: `the 2015 deal`.
    fn inside(found: &[Expression], event: &Range<usize>) -> Option<Stamp> {
        let mut inside = found.iter().filter(|other| event.contains(&other.atoms.start));
        inside.find_map(|other| match other.meaning {
            Meaning::Fixed(stamp) if stamp.year.is_some() => Some(stamp),
            _ => None,
        })
    }

    /// The date of the last sentence before that tells of the event and of one time.
    fn before(&self, lines: &[Line], here: usize, event: &Range<usize>) -> Option<Stamp> {
        let words: Vec<&str> =
            event.clone().filter(|&at| names(&lines[here], at)).map(|at| lines[here].word(at)).collect();
        let mut atoms = 0;
        let near = |&at: &usize| {
            atoms += lines[at].len();
            atoms <= REACH_ATOMS
        };
        let sentences = (here.saturating_sub(REACH)..here).rev().take_while(near);
        let of_event = sentences.filter(|&at| words.iter().all(|word| tells(&lines[at], word)));
        let mut days = of_event.filter_map(|at| self.only_day(at));
        days.next()
    }

    /// The one time that a sentence tells of.
    fn only_day(&self, sentence: usize) -> Option<Stamp> {
        let from = self.told.partition_point(|told| told.0 < sentence);
        let told = self.told[from..].iter().take(MOST_DATES);
        let mut days = told.take_while(|told| told.0 == sentence).map(|told| told.1);
        let day = days.next()?;
        days.all(|other| other == day).then_some(day)
    }
}

/// A sentence holds a word or one that begins like it: `attacked` for `attack`, `invaded` for `invasion`.
fn tells(line: &Line, word: &str) -> bool {
    let ending = if word.len() < LONG { 0 } else { 4 };
    let stem = word.get(..word.len() - ending).unwrap_or(word);
    (0..line.len()).any(|at| line.word(at).starts_with(stem))
}
