//! The words of the calendar, and what each stands for.

use jiff::civil::Weekday;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The designator in a TIMEX3 duration, after `P` or `PT`.
    pub(super) fn designator(self) -> &'static str {
        match self {
            Unit::Second => "S",
            Unit::Minute | Unit::Month => "M",
            Unit::Hour => "H",
            Unit::Day => "D",
            Unit::Week => "W",
            Unit::Year => "Y",
            Unit::Decade => "DE",
            Unit::Century => "CE",
        }
    }

    /// Units below the day stand after the `T` of a duration.
    pub(super) fn is_clock(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour)
    }
}

/// Seasons, in the order of the northern year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// Its code in a TIMEX3 value.
    pub(super) fn code(self) -> &'static str {
        ["SP", "SU", "FA", "WI"][self as usize]
    }

    /// Its first month in the north, by the calendar of meteorologists; none for a winter, of which a year has two halves.
    pub(super) fn first_month(self) -> Option<i8> {
        [Some(3), Some(6), Some(9), None][self as usize]
    }

    /// The month in its middle (northern, meteorological), to compare it with months.
    pub(super) fn middle(self) -> i8 {
        [4, 7, 10, 1][self as usize]
    }
}

/// Full names, then the short ones, which may end in a point.
const MONTHS: [(&str, i8); 25] = [
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("jan", 1),
    ("feb", 2),
    ("febr", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

/// Full names, then the short ones, which count only in front of a date.
const WEEKDAYS: [(&str, Weekday); 16] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("tues", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("thurs", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// Singular, plural, unit. `second` is missing: in running text it is nearly always the ordinal.
const UNITS: [(&str, &str, Unit); 9] = [
    ("", "seconds", Unit::Second),
    ("minute", "minutes", Unit::Minute),
    ("hour", "hours", Unit::Hour),
    ("day", "days", Unit::Day),
    ("week", "weeks", Unit::Week),
    ("month", "months", Unit::Month),
    ("year", "years", Unit::Year),
    ("decade", "decades", Unit::Decade),
    ("century", "centuries", Unit::Century),
];

/// TIMEX3 parts of the day.
const PARTS: [(&str, &str); 5] = [
    ("morning", "MO"),
    ("afternoon", "AF"),
    ("evening", "EV"),
    ("night", "NI"),
    ("daytime", "DT"), // TIMEX3 has it for "during the day"
];

/// Days that have one date everywhere. Feasts that move, or that differ from country to country, are left out.
const FEASTS: [(&str, i8, i8); 9] = [
    ("christmas eve", 12, 24),
    ("christmas day", 12, 25),
    ("christmas", 12, 25),
    ("boxing day", 12, 26),
    ("new year 's eve", 12, 31),
    ("new year 's day", 1, 1),
    ("may day", 5, 1),
    ("halloween", 10, 31),
    ("valentine 's day", 2, 14),
];

/// Month of a name, full or short.
pub(super) fn month(word: &str) -> Option<i8> {
    MONTHS.iter().find(|row| row.0 == word).map(|row| row.1)
}

/// The name is short, so a point after it belongs to it.
pub(super) fn is_short_month(word: &str) -> bool {
    MONTHS[12..].iter().any(|row| row.0 == word)
}

/// Weekday of a full name.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS[..7].iter().find(|row| row.0 == word).map(|row| row.1)
}

/// Weekday of a name, full or short.
pub(super) fn any_weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|row| row.0 == word).map(|row| row.1)
}

/// Unit of a noun in the singular.
pub(super) fn singular(word: &str) -> Option<Unit> {
    UNITS.iter().find(|row| row.0 == word && !word.is_empty()).map(|row| row.2)
}

/// Unit of a noun in the plural.
pub(super) fn plural(word: &str) -> Option<Unit> {
    UNITS.iter().find(|row| row.1 == word).map(|row| row.2)
}

/// Season of a noun.
pub(super) fn season(word: &str) -> Option<Season> {
    Some(match word {
        "spring" | "springtime" => Season::Spring,
        "summer" | "summertime" => Season::Summer,
        "autumn" | "fall" => Season::Autumn,
        "winter" | "wintertime" => Season::Winter,
        _ => return None,
    })
}

/// Part of the day of a noun.
pub(super) fn part(word: &str) -> Option<&'static str> {
    PARTS.iter().find(|row| row.0 == word).map(|row| row.1)
}

/// Names of feasts with their month and day.
pub(super) fn feasts() -> impl Iterator<Item = (&'static str, i8, i8)> {
    FEASTS.into_iter()
}
