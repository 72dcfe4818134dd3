//! What does an expression mean in this report? The day of publication, the tense, and the time last told of decide.

use std::cmp::Reverse;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use sayso_record::TimexType;

use super::calendar::Unit;
use super::meaning::{Aim, Anchor, Expression, Meaning};
use super::stamp::{Piece, Stamp};

/// Where an expression stands, as far as its meaning depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Index of its sentence.
    pub(super) sentence: usize,
    /// Index of its paragraph.
    pub(super) paragraph: usize,
    /// At the head of its sentence, or in one that is hardly longer: `In 1940, …`, a heading.
    pub(super) opening: bool,
    /// Nothing else stands in its sentence: the heading of a chronicle.
    pub(super) alone: bool,
    /// Inside quotation marks, where `today` is the day of speaking.
    pub(super) quoted: bool,
    /// The sentence speaks of what is to come.
    pub(super) future: bool,
}

/// An expression that is understood.
#[derive(Debug, Clone)]
pub(super) struct Resolved {
    pub(super) kind: TimexType,
    pub(super) value: String,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    /// The time itself, where it is one of the calendar.
    pub(super) stamp: Option<Stamp>,
}

/// What is settled about an expression before it is resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Choice {
    /// The year of one that names none, where a story of the past gives it ([`super::chronicle`]).
    pub(super) year: Option<i16>,
    /// The report moves to that time.
    pub(super) moves: bool,
}

/// What is known on the way through a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Resolver {
    published: Option<Date>,
    /// The report tells a story of the past, in which a bare month belongs to the year last told of.
    narrative: bool,
    /// The time last told of and where, and the day last told of.
    pub(super) told: Option<(Stamp, Place)>,
    /// The same, leaving out years that a sentence only mentions (`a treaty that was to last until 1976`).
    story: Option<(Stamp, Place)>,
    told_day: Option<(Stamp, Place)>,
    /// The last time that has a year or a month, whether or not the report moved there: `that year` is the one just named.
    mentioned: Option<Stamp>,
}

impl Resolver {
    /// At the start of a report.
    pub(super) fn new(published: Option<Date>, narrative: bool) -> Self {
        Resolver { published, narrative, told: None, story: None, told_day: None, mentioned: None }
    }

    /// The report tells a story of the past.
    pub(super) fn is_narrative(&self) -> bool {
        self.narrative
    }

    /// Understands one expression.
    pub(super) fn resolve(&mut self, place: Place, meaning: &Meaning, choice: Choice) -> Resolved {
        match meaning {
            Meaning::Length(length) => plain(TimexType::Duration, format!("P{length}")),
            Meaning::Set(value) => plain(TimexType::Set, value.clone()),
            Meaning::Vague(value) => plain(TimexType::Date, (*value).to_owned()),
            Meaning::Part { part: clock, .. } => self.in_day(place, meaning, choice, clock),
            Meaning::Clock { clock, .. } => self.in_day(place, meaning, choice, clock),
            _ => {
                let stamp = self.settle(place, meaning, choice);
                calendar(TimexType::Date, stamp.to_string(), stamp)
            }
        }
    }

    /// What holds where no story of the past decides: `aside` expressions and flashbacks do not move the report.
    pub(super) fn plain_choice(&self, expression: &Expression) -> Choice {
        Choice { year: None, moves: !expression.aside && !self.is_flashback(&expression.meaning) }
    }

    /// `the previous year`, and in a story of the past whatever counts from the day it is told.
    pub(super) fn is_flashback(&self, meaning: &Meaning) -> bool {
        match meaning {
            Meaning::Away { anchor: Anchor::Now, .. } => self.narrative,
            Meaning::Away { anchor: Anchor::Told, unit: Unit::Year, count: ..0 } => true,
            _ => false,
        }
    }

    fn in_day(&mut self, place: Place, meaning: &Meaning, choice: Choice, clock: &str) -> Resolved {
        let stamp = self.settle(place, meaning, choice);
        calendar(TimexType::Time, format!("{stamp}T{clock}"), stamp)
    }

    /// The time an expression means; the report moves there if that is the choice.
    pub(super) fn settle(&mut self, place: Place, meaning: &Meaning, choice: Choice) -> Stamp {
        let stamp = match meaning.calendar() {
            Some(day) => self.stamp(place, day, choice.year),
            None => self.day_at_hand(),
        };
        if choice.moves {
            self.tell(place, stamp);
        }
        if stamp.year.is_some() || stamp.month().is_some() {
            self.mentioned = Some(stamp);
        }
        stamp
    }

    fn tell(&mut self, place: Place, stamp: Stamp) {
        let vague = stamp.year.is_none() && stamp.month().is_none();
        if vague {
            return;
        }
        self.told = Some((stamp, place));
        if stamp.month().is_some() || place.opening || self.story.is_none() {
            self.story = self.told;
        }
        if matches!(stamp.piece, Piece::Day(_, 1..)) {
            self.told_day = self.told;
        }
    }

    /// The day a time of day without a date belongs to.
    fn day_at_hand(&self) -> Stamp {
        let told = self.told_day.map(|told| told.0);
        told.or(self.published.map(Stamp::day)).unwrap_or(Stamp::unknown(Unit::Day))
    }

    fn stamp(&self, place: Place, meaning: &Meaning, year: Option<i16>) -> Stamp {
        match *meaning {
            Meaning::Fixed(stamp @ Stamp { piece: Piece::Day(0, 0), .. }) => stamp,
            Meaning::Fixed(Stamp { year: None, piece }) if year.is_some() => Stamp { year, piece },
            Meaning::Fixed(stamp @ Stamp { year: None, piece }) => {
                self.named(place, piece, Anchor::Either, Aim::Nearest).unwrap_or(stamp)
            }
            Meaning::Fixed(stamp) => stamp,
            Meaning::Of { piece, anchor, years } => self.of(place, piece, anchor, years),
            Meaning::Named { piece, anchor, aim } => {
                self.named(place, piece, anchor, aim).unwrap_or(Stamp { year: None, piece })
            }
            Meaning::Away { anchor, unit, count } => self.away(place, anchor, unit, count),
            Meaning::Weekend { weeks } => self.weekend(weeks),
            _ => Stamp::unknown(Unit::Day),
        }
    }

    fn of(&self, place: Place, piece: Piece, anchor: Anchor, years: i32) -> Stamp {
        Stamp { year: self.away(place, anchor, Unit::Year, years).year, piece }
    }

    fn away(&self, place: Place, anchor: Anchor, unit: Unit, count: i32) -> Stamp {
        if anchor == Anchor::Now && unit == Unit::Day && place.quoted {
            return self.spoken(place).map_or(Stamp::unknown(unit), |day| day.away(unit, count));
        }
        let that = anchor == Anchor::Told && count == 0 && matches!(unit, Unit::Month | Unit::Year);
        let from = self.mentioned.filter(|_| that).or_else(|| self.anchor(place, anchor, unit));
        match from {
            Some(from) if count == 0 && unit == Unit::Day => from,
            Some(from) => from.away(unit, count),
            None => Stamp::unknown(unit),
        }
    }

    /// The day on which a quotation was spoken: a day told of just before in the same paragraph, else the day of the report; in a story of
    /// the past nothing.
    fn spoken(&self, place: Place) -> Option<Stamp> {
        let here = |told: &(Stamp, Place)| told.1.paragraph == place.paragraph;
        if self.narrative {
            return self.told_day.filter(here).map(|told| told.0);
        }
        let published = self.published?;
        let week_before = published.checked_sub(7.days()).ok()?;
        let near = |day: Date| (week_before..=published).contains(&day);
        let told = self.told_day.filter(|told| here(told) && told.0.date().is_some_and(near));
        Some(told.map_or(Stamp::day(published), |told| told.0))
    }

    /// What `ago` and `next` count from: the day of the report, in a quotation of a story of the past the day of speaking.
    fn now(&self, place: Place) -> Option<Stamp> {
        let told = self.told.filter(|_| self.narrative && place.quoted);
        match told {
            Some(told) => self.spoken(place).or((told.1.paragraph == place.paragraph).then_some(told.0)),
            None => self.published.map(Stamp::day),
        }
    }

    fn weekend(&self, weeks: i32) -> Stamp {
        let week = self.published.map(|day| Stamp::day(day).away(Unit::Week, weeks));
        match week {
            Some(Stamp { year, piece: Piece::Week(week) }) => Stamp { year, piece: Piece::Weekend(week) },
            _ => Stamp { year: None, piece: Piece::Weekend(0) },
        }
    }

    /// What a relative expression counts from; a count of days needs a day, if one was told of since anything coarser.
    fn anchor(&self, place: Place, anchor: Anchor, unit: Unit) -> Option<Stamp> {
        let story = self.narrative && self.told.is_some();
        match anchor {
            Anchor::Now => self.now(place),
            Anchor::Either if !story => self.now(place).or(self.told.map(|told| told.0)),
            Anchor::Either | Anchor::Told => {
                let told = if unit == Unit::Day { self.told_day.or(self.told) } else { self.told };
                told.map(|told| told.0).filter(|told| {
                    unit != Unit::Day || matches!(told.piece, Piece::Day(..) | Piece::Month(_))
                })
            }
        }
    }

    /// A weekday, month, day or season by name: which one?
    fn named(&self, place: Place, piece: Piece, anchor: Anchor, aim: Aim) -> Option<Stamp> {
        if let Piece::Day(0, day) = piece {
            let told = self.mentioned.filter(|mentioned| mentioned.month().is_some());
            let month = told.or(self.told.map(|told| told.0)).or(self.published.map(Stamp::day))?;
            return Some(Stamp { year: month.year, piece: Piece::Day(month.month()?, day) });
        }
        if let Piece::Weekday(day) = piece {
            return self.weekday(place, day, anchor, aim);
        }
        if let (Anchor::Either, Some(story)) = (anchor, self.story(place)) {
            return nearest(story, piece);
        }
        let from = match anchor {
            Anchor::Told if aim == Aim::Nearest => return nearest(self.mentioned?, piece),
            Anchor::Told => self.told.map(|told| told.0)?,
            _ => self.now(place)?,
        };
        let year = from.year?;
        let candidates = [year - 1, year, year + 1].map(|year| Stamp { year: Some(year), piece });
        if let Piece::Day(2, 29) = piece {
            return nearest_leap_day(year, place.future);
        }
        match aim {
            Aim::This => Some(candidates[1]),
            // "The following spring" of a year is not in it.
            Aim::Next if from.piece == Piece::Year => Some(candidates[2]),
            Aim::Last if from.piece == Piece::Year => Some(candidates[0]),
            Aim::Next => candidates.into_iter().find(|&stamp| order(stamp) > order(from)),
            Aim::Nearest if place.future => {
                candidates.into_iter().find(|&stamp| order(stamp) >= order_at(from, stamp))
            }
            Aim::Nearest => candidates.into_iter().rev().find(|&stamp| order(stamp) <= order_at(from, stamp)),
            Aim::Last => candidates.into_iter().rev().find(|&stamp| order(stamp) < order_at(from, stamp)),
        }
    }

    /// The time told of, where it decides the year of a bare month: all through a story of the past, else only in the same breath.
    fn story(&self, place: Place) -> Option<Stamp> {
        let (stamp, at) = self.story.filter(|story| story.0.year.is_some())?;
        let same_breath = at.paragraph == place.paragraph && place.sentence - at.sentence <= 1;
        let old =
            self.published.is_none_or(|published| stamp.year.is_some_and(|year| year < published.year() - 1));
        let told = self.narrative || (same_breath && stamp.month().is_some() && old);
        told.then_some(stamp)
    }

    fn weekday(&self, place: Place, day: Weekday, anchor: Anchor, aim: Aim) -> Option<Stamp> {
        let told = || self.told_day.and_then(|told| told.0.date());
        let from = match anchor {
            Anchor::Told => told(),
            Anchor::Either if self.narrative => told(),
            _ => self.published,
        }?;
        let future = place.future && aim == Aim::Nearest || anchor == Anchor::Told && aim != Aim::Last;
        let date = match aim {
            Aim::Next => from.nth_weekday(1, day),
            Aim::Last => from.nth_weekday(-1, day),
            _ if from.weekday() == day => Ok(from),
            _ if future => from.nth_weekday(1, day),
            _ => from.nth_weekday(-1, day),
        };
        date.ok().map(Stamp::day)
    }
}

fn plain(kind: TimexType, value: String) -> Resolved {
    Resolved { kind, value, from: None, to: None, stamp: None }
}

fn calendar(kind: TimexType, value: String, stamp: Stamp) -> Resolved {
    Resolved { kind, value, from: stamp.first(), to: stamp.last(), stamp: Some(stamp) }
}

/// The leap day of `year` or the last one before it; the next one where the future is spoken of.
fn nearest_leap_day(year: i16, future: bool) -> Option<Stamp> {
    let day = |year: i16| Date::new(year, 2, 29).ok().map(Stamp::day);
    if future { (year..year + 8).find_map(day) } else { (year - 8..=year).rev().find_map(day) }
}

/// Position in time by month and day, to compare stamps of different grain.
fn order(stamp: Stamp) -> (i16, i8, i8) {
    let day = if let Piece::Day(_, day) = stamp.piece { day } else { 0 };
    (stamp.year.unwrap_or(0), stamp.month().unwrap_or(0), day)
}

/// The same for `from`, at the grain of `like`.
fn order_at(from: Stamp, like: Stamp) -> (i16, i8, i8) {
    let (year, month, day) = order(from);
    (year, month, if matches!(like.piece, Piece::Day(..)) { day } else { 0 })
}

/// The `piece` nearest to a time told of, the later of two as near (a bias forward or against leaving the year was worse on WikiWars 01-12).
fn nearest(told: Stamp, piece: Piece) -> Option<Stamp> {
    let year = told.year?;
    let Some(month) = told.month() else { return Some(Stamp { year: Some(year), piece }) };
    let at = |stamp: Stamp| i32::from(stamp.year.unwrap_or(0)) * 12 + i32::from(stamp.month().unwrap_or(0));
    let here = i32::from(year) * 12 + i32::from(month);
    let distance = |stamp: &Stamp| ((at(*stamp) - here).abs(), Reverse(at(*stamp)));
    let years = if let Piece::Day(2, 29) = piece { year - 4..=year + 4 } else { year - 1..=year + 1 };
    let stamps = years.map(|year| Stamp { year: Some(year), piece });
    stamps
        .filter(|stamp| !matches!(piece, Piece::Day(..)) || year < 1 || stamp.date().is_some())
        .min_by_key(distance)
}
