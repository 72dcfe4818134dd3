//! What does an expression mean in this report? The day of publication, the tense, and the time last told of decide.

use std::cmp::Reverse;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use sayso_record::TimexType;

use super::calendar::Unit;
use super::meaning::{Aim, Anchor, Meaning};
use super::stamp::{Piece, Stamp};

/// Where an expression stands, as far as its meaning depends on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Index of its sentence.
    pub(super) sentence: usize,
    /// Index of its paragraph.
    pub(super) paragraph: usize,
    /// At the head of its sentence, or in one that is hardly longer: `In 1940, …`, a heading.
    pub(super) opening: bool,
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
}

/// What is known on the way through a report.
#[derive(Debug)]
pub(super) struct Resolver {
    published: Option<Date>,
    /// The report tells a story of the past, in which a bare month belongs to the year last told of.
    narrative: bool,
    /// The time last told of and where, and the day last told of.
    told: Option<(Stamp, Place)>,
    /// The same, leaving out years that a sentence only mentions (`a treaty that was to last until 1976`).
    story: Option<(Stamp, Place)>,
    told_day: Option<(Stamp, Place)>,
}

impl Resolver {
    /// At the start of a report.
    pub(super) fn new(published: Option<Date>, narrative: bool) -> Self {
        Resolver { published, narrative, told: None, story: None, told_day: None }
    }

    /// Understands one expression; `aside` ones do not move the time told of.
    pub(super) fn resolve(&mut self, place: Place, meaning: &Meaning, aside: bool) -> Resolved {
        match meaning {
            Meaning::Length(length) => plain(TimexType::Duration, format!("P{length}")),
            Meaning::Set(value) => plain(TimexType::Set, value.clone()),
            Meaning::Vague(value) => plain(TimexType::Date, (*value).to_owned()),
            Meaning::Part { part, day } => self.in_day(place, day.as_deref(), part),
            Meaning::Clock { clock, day } => self.in_day(place, day.as_deref(), clock),
            calendar => {
                let stamp = self.stamp(place, calendar);
                if !aside && !self.is_flashback(calendar) {
                    self.tell(place, stamp);
                }
                Resolved {
                    kind: TimexType::Date,
                    value: stamp.to_string(),
                    from: stamp.first(),
                    to: stamp.last(),
                }
            }
        }
    }

    /// `the previous year`, and in a story of the past whatever counts from the day it is told.
    fn is_flashback(&self, meaning: &Meaning) -> bool {
        match meaning {
            Meaning::Away { anchor: Anchor::Now, .. } => self.narrative,
            Meaning::Away { anchor: Anchor::Told, unit: Unit::Year, count: ..0 } => true,
            _ => false,
        }
    }

    fn in_day(&mut self, place: Place, day: Option<&Meaning>, clock: &str) -> Resolved {
        let stamp = match day {
            Some(day) => self.stamp(place, day),
            None => self.day_at_hand(),
        };
        self.tell(place, stamp);
        let value = format!("{stamp}T{clock}");
        Resolved { kind: TimexType::Time, value, from: stamp.first(), to: stamp.last() }
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

    fn stamp(&self, place: Place, meaning: &Meaning) -> Stamp {
        match *meaning {
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
        let year =
            self.anchor(place, anchor, Unit::Year).and_then(|anchor| anchor.away(Unit::Year, years).year);
        Stamp { year, piece }
    }

    fn away(&self, place: Place, anchor: Anchor, unit: Unit, count: i32) -> Stamp {
        if anchor == Anchor::Now && unit == Unit::Day && place.quoted {
            return self.spoken(place).map_or(Stamp::unknown(unit), |day| day.away(unit, count));
        }
        match self.anchor(place, anchor, unit) {
            Some(from) if count == 0 && unit == Unit::Day => from,
            Some(from) => from.away(unit, count),
            None => Stamp::unknown(unit),
        }
    }

    /// The day on which a quotation was spoken: a day told of just before in the same paragraph, else the day of the report.
    fn spoken(&self, place: Place) -> Option<Stamp> {
        let published = self.published?;
        let week_before = published.checked_sub(7.days()).ok()?;
        let near = |day: Date| (week_before..=published).contains(&day);
        let told =
            self.told_day.filter(|(day, at)| at.paragraph == place.paragraph && day.date().is_some_and(near));
        if self.narrative {
            told.map(|told| told.0)
        } else {
            Some(told.map_or(Stamp::day(published), |told| told.0))
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
        let now = self.published.map(Stamp::day);
        let story = self.narrative && self.told.is_some();
        match anchor {
            Anchor::Now if story && place.quoted => None,
            Anchor::Now => now,
            Anchor::Either if !story => now.or(self.told.map(|told| told.0)),
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
            let month = self.told.map(|told| told.0).or(self.published.map(Stamp::day))?;
            return Some(Stamp { year: month.year, piece: Piece::Day(month.month()?, day) });
        }
        if let Piece::Weekday(day) = piece {
            return self.weekday(place, day, anchor, aim);
        }
        if let (Anchor::Either, Some(story)) = (anchor, self.story(place)) {
            return nearest(story, piece);
        }
        let from = match anchor {
            Anchor::Told => self.told.map(|told| told.0)?,
            _ => Stamp::day(self.published?),
        };
        let year = from.year?;
        let candidates = [year - 1, year, year + 1].map(|year| Stamp { year: Some(year), piece });
        if let Piece::Day(2, 29) = piece {
            return nearest_leap_day(year, place.future);
        }
        match aim {
            Aim::This => Some(candidates[1]),
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
    Resolved { kind, value, from: None, to: None }
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
