//! A place in the calendar at the grain in which it was named, with its TIMEX3 value and its first and last day.

use std::fmt;

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

use super::calendar::{Season, Unit};

/// A stretch of the calendar. What the text does not say is absent: a year that is `None`, a month, day or week that is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Negative before Christ; the first year of a decade or century.
    pub(super) year: Option<i16>,
    /// Which part of the year, or what it is the first year of.
    pub(super) piece: Piece,
}

/// Grain of a [`Stamp`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Century,
    Decade,
    Year,
    Half(i8),
    Quarter(i8),
    Season(Season),
    Month(i8),
    Week(i8),
    Weekend(i8),
    Weekday(Weekday),
    Day(i8, i8),
}

impl Piece {
    /// Where in the year it lies: month and day, none for a winter and for what is no part of a year or not known.
    pub(super) fn order(self) -> Option<(i8, i8)> {
        match self {
            Piece::Season(season) if season != Season::Winter => Some((season.middle(), 0)),
            Piece::Month(month @ 1..) => Some((month, 0)),
            Piece::Day(month @ 1.., day) => Some((month, day)),
            _ => None,
        }
    }
}

impl Stamp {
    /// A day that is known.
    pub(super) fn day(date: Date) -> Self {
        Stamp { year: Some(date.year()), piece: Piece::Day(date.month(), date.day()) }
    }

    /// The day, where all of it is known.
    pub(super) fn date(self) -> Option<Date> {
        match (self.year, self.piece) {
            (Some(year @ 1..), Piece::Day(month, day)) => Date::new(year, month, day).ok(),
            _ => None,
        }
    }

    /// Its year has such a day: 29 February is not in every year, and there is no year 0.
    pub(super) fn is_possible(self) -> bool {
        let leap = matches!(self.piece, Piece::Day(2, 29)) && self.year.is_some_and(|year| year > 0);
        self.year != Some(0) && (!leap || self.date().is_some())
    }

    /// The month that it is, lies in or has its middle in.
    pub(super) fn month(self) -> Option<i8> {
        match self.piece {
            Piece::Month(month @ 1..) | Piece::Day(month @ 1.., _) => Some(month),
            Piece::Season(season) => Some(season.middle()),
            Piece::Quarter(quarter) => Some(quarter * 3 - 1),
            Piece::Half(half) => Some(half * 6 - 3),
            Piece::Week(_) | Piece::Weekend(_) => self.first().map(Date::month),
            _ => None,
        }
    }

    /// The stretch of the size of `unit` that holds a day.
    pub(super) fn around(date: Date, unit: Unit) -> Self {
        let piece = match unit {
            Unit::Week => {
                let week = date.iso_week_date();
                return Stamp { year: Some(week.year()), piece: Piece::Week(week.week()) };
            }
            Unit::Month => Piece::Month(date.month()),
            Unit::Year => Piece::Year,
            Unit::Decade => return Stamp { year: Some(date.year() / 10 * 10), piece: Piece::Decade },
            Unit::Century => return Stamp { year: Some(date.year() / 100 * 100), piece: Piece::Century },
            _ => return Stamp::day(date),
        };
        Stamp { year: Some(date.year()), piece }
    }

    /// The stretch of the size of `unit` without anything known of it.
    pub(super) fn unknown(unit: Unit) -> Self {
        let piece = match unit {
            Unit::Week => Piece::Week(0),
            Unit::Month => Piece::Month(0),
            Unit::Year | Unit::Decade | Unit::Century => Piece::Year,
            _ => Piece::Day(0, 0),
        };
        Stamp { year: None, piece }
    }

    /// The stretch of the size of `unit`, `count` units from this one, as far as this one is known.
    pub(super) fn away(self, unit: Unit, count: i32) -> Self {
        let known = match unit {
            Unit::Year | Unit::Decade | Unit::Century => self.years_away(unit, count),
            Unit::Month => self.months_away(count),
            _ => self.days_away(unit, count),
        };
        known.unwrap_or_else(|| self.blurred(unit, count))
    }

    fn years_away(self, unit: Unit, count: i32) -> Option<Self> {
        let (size, piece) = match unit {
            Unit::Decade => (10, Piece::Decade),
            Unit::Century => (100, Piece::Century),
            _ => (1, Piece::Year),
        };
        let year = i32::from(self.year?) + count.checked_mul(size)?;
        let year = i16::try_from(year / size * size).ok().filter(|year| (-9999..=9999).contains(year))?;
        Some(Stamp { year: Some(year), piece })
    }

    fn months_away(self, count: i32) -> Option<Self> {
        let months = i32::from(self.year?).checked_mul(12)?.checked_add(i32::from(self.month()?) - 1)?;
        let months = months.checked_add(count)?;
        let year = i16::try_from(months.div_euclid(12)).ok().filter(|year| (-9999..=9999).contains(year))?;
        Some(Stamp { year: Some(year), piece: Piece::Month(months.rem_euclid(12) as i8 + 1) })
    }

    fn days_away(self, unit: Unit, count: i32) -> Option<Self> {
        let span = match unit {
            Unit::Week => Span::new().try_weeks(count).ok()?,
            Unit::Day => Span::new().try_days(count).ok()?,
            _ => 0.days(),
        };
        match self.date() {
            Some(date) => Some(Stamp::around(date.checked_add(span).ok()?, unit)),
            None if unit == Unit::Week => {
                let week =
                    Stamp::around(self.first().filter(|_| matches!(self.piece, Piece::Week(_)))?, unit);
                Some(Stamp::around(week.first()?.checked_add(span).ok()?, unit))
            }
            None => self.day_without_year(span),
        }
    }

    /// `XXXX-09-10` and two days is `XXXX-09-12`; over the end of February or of the year nothing is known.
    fn day_without_year(self, span: Span) -> Option<Self> {
        let Stamp { year: None, piece: Piece::Day(month @ 1.., day @ 1..) } = self else { return None };
        let moved = |year| Date::new(year, month, day).and_then(|date| date.checked_add(span)).ok();
        let (common, leap) = (moved(2001)?, moved(2004)?);
        let same = (common.month(), common.day()) == (leap.month(), leap.day()) && common.year() == 2001;
        same.then_some(Stamp { year: None, piece: Piece::Day(common.month(), common.day()) })
    }

    /// A stretch of the size of `unit` somewhere in this one, or anywhere if it is a year or more away.
    fn blurred(self, unit: Unit, count: i32) -> Self {
        let year = match unit {
            Unit::Month => 12,
            Unit::Week => 52,
            _ => 365,
        };
        if count.abs() >= year && self.piece == Piece::Year {
            return Stamp::unknown(unit);
        }
        let Stamp { piece, .. } = Stamp::unknown(unit);
        let month = self.month().unwrap_or(0);
        match piece {
            Piece::Day(..) => Stamp { year: self.year, piece: Piece::Day(month, 0) },
            piece => Stamp { year: self.year, piece },
        }
    }

    /// The first day.
    pub(super) fn first(self) -> Option<Date> {
        let year = self.year.filter(|&year| year > 0)?;
        let day = |month, day| Date::new(year, month, day).ok();
        match self.piece {
            Piece::Century | Piece::Decade | Piece::Year => day(1, 1),
            Piece::Half(half) => day(half * 6 - 5, 1),
            Piece::Quarter(quarter) => day(quarter * 3 - 2, 1),
            Piece::Month(month) => day(month, 1),
            Piece::Day(month, number) => day(month, number),
            Piece::Week(week) => ISOWeekDate::new(year, week, Weekday::Monday).ok().map(Date::from),
            Piece::Weekend(week) => ISOWeekDate::new(year, week, Weekday::Saturday).ok().map(Date::from),
            Piece::Season(season) => day(season.first_month()?, 1),
            Piece::Weekday(_) => None,
        }
    }

    /// The last day.
    pub(super) fn last(self) -> Option<Date> {
        let first = self.first()?;
        let length = match self.piece {
            Piece::Century => 100.years(),
            Piece::Decade => 10.years(),
            Piece::Year => 1.year(),
            Piece::Half(_) => 6.months(),
            Piece::Quarter(_) | Piece::Season(_) => 3.months(),
            Piece::Month(_) => 1.month(),
            Piece::Week(_) => 7.days(),
            Piece::Weekend(_) => 2.days(),
            _ => 1.day(),
        };
        first.checked_add(length).ok()?.yesterday().ok()
    }
}

/// The TIMEX3 value.
impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = match self.year {
            None => String::from("XXXX"),
            Some(year @ ..=-1) => format!("BC{:04}", -year),
            Some(year) => format!("{year:04}"),
        };
        match self.piece {
            Piece::Century => f.write_str(&year[..year.len() - 2]),
            Piece::Decade => f.write_str(&year[..year.len() - 1]),
            Piece::Year => f.write_str(&year),
            Piece::Half(half) => write!(f, "{year}-H{half}"),
            Piece::Quarter(quarter) => write!(f, "{year}-Q{quarter}"),
            Piece::Season(season) => write!(f, "{year}-{}", season.code()),
            Piece::Month(month) => write!(f, "{year}-{}", two(month)),
            Piece::Week(week) => write!(f, "{year}-W{}", two(week)),
            Piece::Weekend(week) => write!(f, "{year}-W{}-WE", two(week)),
            Piece::Weekday(weekday) => write!(f, "{year}-WXX-{}", weekday.to_monday_one_offset()),
            Piece::Day(month, day) => write!(f, "{year}-{}-{}", two(month), two(day)),
        }
    }
}

/// Two digits, or `XX` for what is not known.
fn two(number: i8) -> String {
    if number == 0 { String::from("XX") } else { format!("{number:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(year: i16, piece: Piece) -> Option<String> {
        let stamp = Stamp { year: Some(year), piece };
        Some(format!("{} {}..{}", stamp, stamp.first()?, stamp.last()?))
    }

    #[test]
    fn seasons_and_decades_have_bounds_but_a_winter_has_none() {
        let spring = bounds(1942, Piece::Season(Season::Spring));
        assert_eq!(spring.as_deref(), Some("1942-SP 1942-03-01..1942-05-31"));
        let autumn = bounds(1942, Piece::Season(Season::Autumn));
        assert_eq!(autumn.as_deref(), Some("1942-FA 1942-09-01..1942-11-30"));
        assert_eq!(bounds(1990, Piece::Decade).as_deref(), Some("199 1990-01-01..1999-12-31"));
        assert_eq!(bounds(1942, Piece::Season(Season::Winter)), None);
    }
}
