//! Are the values of times what TIMEX3 allows?

use jiff::civil::Date;

use crate::terms::TimexType;
use crate::twin::{Record, Time};
use crate::verify::Fault;

/// Forms of a day or something coarser: `d` is a digit or `X` (not known), the rest stands for itself.
const DATES: [&str; 18] = [
    "dddd-dd-dd",
    "dddd-dd",
    "dddd",
    "ddd",
    "dd",
    "dddd-Wdd",
    "dddd-Wdd-d",
    "dddd-Wdd-WE",
    "dddd-SP",
    "dddd-SU",
    "dddd-FA",
    "dddd-WI",
    "dddd-Qd",
    "dddd-Hd",
    "BCdddd",
    "PAST_REF",
    "PRESENT_REF",
    "FUTURE_REF",
];

/// Forms of a time of day, after `T`; a zone (`Z`, `+02`, `+02:00`) may follow the clock.
const CLOCKS: [&str; 3] = ["dd", "dd:dd", "dd:dd:dd"];

/// Forms of a zone.
const ZONES: [&str; 5] = ["Z", "+dd", "-dd", "+dd:dd", "-dd:dd"];

/// Parts of a day, in the place of a clock.
const PARTS_OF_DAY: [&str; 7] = ["MO", "MI", "AF", "EV", "NI", "DT", "PM"];

/// Units of a duration before `T`: years, months, weeks, days, decades, centuries, weekends, quarters, and the seasons.
const LONG_UNITS: [&str; 12] = ["DE", "CE", "WE", "SP", "SU", "FA", "WI", "Y", "M", "W", "D", "Q"];

/// Units of a duration after `T`: hours, minutes, seconds, and parts of the day.
const SHORT_UNITS: [&str; 9] = ["H", "M", "S", "MO", "MI", "AF", "EV", "NI", "DT"];

pub(super) fn check(record: &Record, faults: &mut Vec<Fault>) {
    for (at, time) in record.times.iter().enumerate() {
        if !well_formed(&time.value, time.r#type) {
            let rule = format!("{:?} is no TIMEX3 value of its type", time.value);
            faults.push(
                Fault::new(format!("times[{at}].value"), rule).hint("XXXX-09-11, 2018-W37, T10:30, P3D"),
            );
        }
        days(at, time, faults);
    }
    if let Some(day) = record.published.as_ref().filter(|day| !is_day(day)) {
        faults.push(Fault::new("published", format!("{day:?} is not a day")).hint("2018-09-12"));
    }
}

fn days(at: usize, time: &Time, faults: &mut Vec<Fault>) {
    for (key, day) in [("from", &time.from), ("to", &time.to)] {
        if let Some(day) = day.as_ref().filter(|day| !is_day(day)) {
            faults.push(Fault::new(format!("times[{at}].{key}"), format!("{day:?} is not a day")));
        }
    }
    if let (Some(from), Some(to)) = (&time.from, &time.to)
        && from > to
    {
        faults.push(Fault::new(format!("times[{at}].to"), format!("{to} is before {from}")));
    }
}

fn is_day(day: &str) -> bool {
    fits(day, "dddd-dd-dd") && day.parse::<Date>().is_ok()
}

fn well_formed(value: &str, kind: TimexType) -> bool {
    match kind {
        TimexType::Date => is_date(value),
        TimexType::Time => is_time(value),
        TimexType::Duration => is_duration(value),
        TimexType::Set => is_date(value) || is_time(value) || is_duration(value),
    }
}

fn is_date(value: &str) -> bool {
    DATES.iter().any(|form| fits(value, form)) && is_in_calendar(value)
}

/// Digits must be of a month and a day that exist; an unknown year may be a leap year.
fn is_in_calendar(value: &str) -> bool {
    match value.split('-').collect::<Vec<_>>()[..] {
        [year, month, day] if is_number(month) && is_number(day) => {
            let year = if is_number(year) { year } else { "2000" };
            format!("{year}-{month}-{day}").parse::<Date>().is_ok()
        }
        [_, month, ..] if is_number(month) => ("01"..="12").contains(&month),
        [_, week, ..] if week.starts_with('W') && is_number(&week[1..]) => ("W01"..="W53").contains(&week),
        _ => true,
    }
}

fn is_number(digits: &str) -> bool {
    digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_time(value: &str) -> bool {
    let Some((day, clock)) = value.split_once('T') else { return false };
    (day.is_empty() || is_date(day)) && (PARTS_OF_DAY.contains(&clock) || is_clock(clock))
}

fn is_clock(value: &str) -> bool {
    let zone = value.find(['Z', '+', '-']).unwrap_or(value.len());
    let (clock, zone) = value.split_at(zone);
    let in_day =
        clock.split(':').zip([24, 59, 60]).all(|(part, most)| part.parse().is_ok_and(|n: u8| n <= most));
    let unknown = clock.contains('X');
    CLOCKS.iter().any(|form| fits(clock, form))
        && (in_day || unknown)
        && (zone.is_empty() || ZONES.iter().any(|form| fits(zone, form)))
}

fn is_duration(value: &str) -> bool {
    let Some(rest) = value.strip_prefix('P') else { return false };
    // Units of days hold no `T`, so the first one opens the clock.
    let (days, clock) = rest.split_once('T').map_or((rest, None), |(days, clock)| (days, Some(clock)));
    let long = days.is_empty() && clock.is_some() || is_amounts(days, &LONG_UNITS);
    long && clock.is_none_or(|clock| is_amounts(clock, &SHORT_UNITS))
}

/// One or more amounts (`2`, `2.5`, `X`), each with a unit of `units`.
fn is_amounts(value: &str, units: &[&str]) -> bool {
    let mut rest = value;
    while !rest.is_empty() {
        let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let unit = if unit.len() == rest.len() { rest.trim_start_matches('X') } else { unit };
        let longest = units.iter().filter(|name| unit.starts_with(**name)).max_by_key(|name| name.len());
        let Some(name) = longest.filter(|_| unit.len() < rest.len()) else { return false };
        rest = &unit[name.len()..];
    }
    !value.is_empty()
}

fn fits(value: &str, form: &str) -> bool {
    let fit =
        |(c, wanted): (u8, u8)| if wanted == b'd' { c.is_ascii_digit() || c == b'X' } else { c == wanted };
    value.len() == form.len() && value.bytes().zip(form.bytes()).all(fit)
}

#[cfg(test)]
mod tests {
    use super::{TimexType, well_formed};

    #[test]
    fn values_of_the_standard_pass() {
        for (kind, values) in [
            (TimexType::Date, "2018-09-11 XXXX-09-11 XXXX-02-29 2018-W37 XXXX-WXX-2 2018-W37-WE 199 2018-Q3"),
            (TimexType::Date, "PRESENT_REF BC0346 XXXX-XX-XX 2018-SU 20XX"),
            (TimexType::Time, "T10:30 2018-09-11T24:00 XXXX-XX-XXTNI 2018-09-11T10:30Z T09+02:00"),
            (TimexType::Duration, "P3D P2.5Y PXM PT36H P1DT12H P1DE P2WE PT30S"),
            (TimexType::Set, "P1W XXXX-WXX-2 XXXX-XX-XXTNI"),
        ] {
            values.split(' ').for_each(|value| assert!(well_formed(value, kind), "{value}"));
        }
    }

    #[test]
    fn others_do_not() {
        for (kind, values) in [
            (TimexType::Date, "2018-13 2018-02-30 XXXX-02-30 11.09.2018 2018-9-1 2018-W60 P3D é018 soon"),
            (TimexType::Time, "2018-09-11 T25:00 T10:75 Tnoon T10:30+2"),
            (TimexType::Duration, "P PT P3 3D P3X PD T3D P1DT"),
        ] {
            values.split(' ').for_each(|value| assert!(!well_formed(value, kind), "{value}"));
        }
        assert!(!well_formed("", TimexType::Set));
    }
}
