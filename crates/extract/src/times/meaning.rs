//! What an expression of time says, before anything around it is known.

use std::ops::Range;

use super::calendar::Unit;
use super::stamp::{Piece, Stamp};

/// An expression of time in one sentence.
#[derive(Debug, Clone)]
pub(super) struct Expression {
    /// Its atoms.
    pub(super) atoms: Range<usize>,
    /// What it says.
    pub(super) meaning: Meaning,
    /// It only tells one thing from another (`the 2015 deal`): the report does not move to that time.
    pub(super) aside: bool,
}

/// What an expression says.
#[derive(Debug, Clone)]
pub(super) enum Meaning {
    /// Fields of the calendar; a missing year is to be found.
    Fixed(Stamp),
    /// A part of a year that is counted from an anchor: `August of that year`, `spring of next year`.
    Of { piece: Piece, anchor: Anchor, years: i32 },
    /// A weekday, month or season by name alone, before, after or nearest to an anchor: `on Monday`, `last summer`, `the previous April`.
    Named { piece: Piece, anchor: Anchor, aim: Aim },
    /// So many units from an anchor, negative for the past: `yesterday`, `last week`, `two days later`.
    Away { anchor: Anchor, unit: Unit, count: i32 },
    /// The weekend of a week, counted from an anchor.
    Weekend { weeks: i32 },
    /// A part of a day: `Thursday afternoon`, `the night of June 20`.
    Part { part: &'static str, day: Option<Box<Meaning>> },
    /// A time of day, as it stands after the `T`.
    Clock { clock: String, day: Option<Box<Meaning>> },
    /// So many units from an event, negative for the past.
    FromEvent { event: Range<usize>, unit: Unit, count: i32, unknown: Unknown },
    /// A length, as it stands after the `P`.
    Length(String),
    /// Something that recurs, with its value.
    Set(String),
    /// Past, present or future as such.
    Vague(&'static str),
}

/// What is left of a count from an event of which no date is known.
#[derive(Debug, Clone)]
pub(super) struct Unknown {
    /// The atom after it.
    pub(super) end: usize,
    /// A length; none for a day, which stays open.
    pub(super) length: Option<String>,
}

/// What a relative expression counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The day of the report.
    Now,
    /// The time last told of.
    Told,
    /// The time last told of in a story of the past, the day of the report in news: `the end of the month`.
    Either,
}

/// Which of the days, months or seasons of a name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// Not said: the tense decides.
    Nearest,
    /// `last Monday`, `this past Monday`.
    Last,
    /// `next Monday`, `this coming Monday`.
    Next,
    /// `this summer`: of the year of the anchor.
    This,
}

impl Meaning {
    /// The stretch of the calendar it says, or the day of a time of day; none for lengths, what recurs, and a time of day alone.
    pub(super) fn calendar(&self) -> Option<&Meaning> {
        match self {
            Meaning::Part { day, .. } | Meaning::Clock { day, .. } => day.as_deref(),
            Meaning::Length(_) | Meaning::Set(_) | Meaning::Vague(_) | Meaning::FromEvent { .. } => None,
            calendar => Some(calendar),
        }
    }

    /// A year alone.
    pub(super) fn year(year: i16) -> Self {
        Meaning::Fixed(Stamp { year: Some(year), piece: Piece::Year })
    }
}
