//! Times of day: `3:20 A.M. local time (0220 UTC)`, `3 p.m.`, `16:30 GMT`, `noon`, `five o'clock`.

use super::atoms::Line;
use super::explicit::{Found, full_day};
use super::meaning::Meaning;
use super::numerals::cardinal;
use super::relative;

/// A time of day without its zone.
struct Hands {
    end: usize,
    hour: i16,
    minute: Option<i16>,
    /// `a.m.`, `o'clock`, a zone or a preposition stands with it; `10:30` alone may be a score.
    sure: bool,
}

/// Zones with their offset as TIMEX3 writes it; `local time` has none.
const ZONES: [(&str, &str); 16] = [
    ("utc", "Z"),
    ("gmt", "Z"),
    ("zulu", "Z"),
    ("est", "-05"),
    ("edt", "-04"),
    ("cst", "-06"),
    ("cdt", "-05"),
    ("mst", "-07"),
    ("mdt", "-06"),
    ("pst", "-08"),
    ("pdt", "-07"),
    ("cet", "+01"),
    ("cest", "+02"),
    ("local time", ""),
    ("local", ""),
    ("hrs", ""),
];

/// Before these four digits or `10:30` are a time.
const BEFORE: &[&str] = &[
    "at", "around", "by", "until", "from", "to", "before", "after", "since", "about", "(", "between",
    "shortly", "till",
];

/// The time of day that begins at atom `at`.
pub(super) fn time(line: &Line, at: usize) -> Found {
    let hands = digital(line, at)
        .or_else(|| noon(line, at))
        .or_else(|| spoken(line, at))
        .or_else(|| military(line, at))?;
    let (end, offset) = zone(line, hands.end);
    let licensed = hands.sure || end > hands.end || line.any(at.wrapping_sub(1), BEFORE) && at > 0;
    if !licensed {
        return None;
    }
    let end = other_zone(line, end).unwrap_or(end);
    let minute = hands.minute.map_or_else(|| String::from(":00"), |minute| format!(":{minute:02}"));
    let clock = format!("{:02}{minute}{}", hands.hour, offset);
    Some((end, Meaning::Clock { clock, day: day_after(line, end) }))
}

/// `4:00 A.M.`, `16:30`, `3 p.m.`, `3pm`, `05:30hrs`.
fn digital(line: &Line, at: usize) -> Option<Hands> {
    if line.glued(at) && !line.any(at.wrapping_sub(1), &["(", "\"", "“", "‘", "'", "-", "–", "—"]) {
        return None;
    }
    let dotted = dotted(line, at);
    let hour = dotted.map(|pair| pair.0).or_else(|| line.digits(at)).filter(|_| line.word(at).len() <= 5)?;
    let colon =
        line.word(at + 1) == ":" && line.glued(at + 1) && line.glued(at + 2) && line.word(at + 2).len() == 2;
    let minute = match dotted {
        Some((_, minute)) => Some(minute),
        None => line.digits(at + 2).filter(|_| colon),
    };
    let mut end = if colon { at + 3 } else { at + 1 };
    if colon && line.word(end) == ":" && line.glued(end + 1) && line.digits(end + 1).is_some() {
        end += 2; // seconds
    }
    let half = half_of_day(line, end);
    if half.is_none() && !colon {
        return None;
    }
    let (hour, end) = match half {
        Some((end, afternoon)) => (twelve_hours(hour, afternoon)?, end),
        None => (hour, end),
    };
    let possible = (0..24).contains(&hour) && minute.is_none_or(|minute| (0..60).contains(&minute));
    // "2:15-3" is a score or a verse.
    possible.then_some(Hands { end, hour, minute, sure: half.is_some() })
}

/// `4.30` of `4.30pm`.
fn dotted(line: &Line, at: usize) -> Option<(i16, i16)> {
    let (hour, minute) = line.word(at).split_once('.')?;
    let whole =
        line.is_number(at) && hour.len() <= 2 && minute.len() == 2 && half_of_day(line, at + 1).is_some();
    Some((hour.parse().ok()?, minute.parse().ok()?)).filter(|_| whole)
}

/// `a.m.`, `pm`: the atom after it, and whether it is the afternoon.
fn half_of_day(line: &Line, at: usize) -> Option<(usize, bool)> {
    let forms = [
        ("am", false),
        ("pm", true),
        ("a . m .", false),
        ("p . m .", true),
        ("a . m", false),
        ("p . m", true),
    ];
    forms.iter().find_map(|&(form, afternoon)| Some((line.phrase(at, form)?, afternoon)))
}

fn twelve_hours(hour: i16, afternoon: bool) -> Option<i16> {
    match (hour, afternoon) {
        (12, false) => Some(0),
        (12, true) => Some(12),
        (1..12, true) => Some(hour + 12),
        (0..12, false) => Some(hour),
        (13..24, true) => Some(hour),
        _ => None,
    }
}

/// `noon`, `midnight` after a preposition.
fn noon(line: &Line, at: usize) -> Option<Hands> {
    let hour = match line.as_written(at) {
        "noon" | "midday" => 12,
        "midnight" => 24,
        _ => return None,
    };
    let licensed = at > 0 && line.any(at - 1, BEFORE);
    licensed.then_some(Hands { end: at + 1, hour, minute: None, sure: true })
}

/// `five o'clock`, `eight p.m.`.
fn spoken(line: &Line, at: usize) -> Option<Hands> {
    let number = cardinal(line, at)?;
    let hour = Some(number.value).filter(|hour| (1.0..13.0).contains(hour) && hour.fract() == 0.0)? as i16;
    if let Some(end) = line.phrases(number.end, &["o 'clock", "oclock"]) {
        let half = line.phrase(end, "in the morning").map(|end| (end, false));
        let half = half.or_else(|| {
            Some((line.phrases(end, &["in the afternoon", "in the evening", "at night"])?, true))
        });
        let (end, hour) =
            half.map_or((end, Some(hour)), |(end, afternoon)| (end, twelve_hours(hour, afternoon)));
        return Some(Hands { end, hour: hour?, minute: None, sure: true });
    }
    let (end, afternoon) =
        half_of_day(line, number.end).filter(|_| line.is_word(at) && !line.any(at, &["a", "an"]))?;
    Some(Hands { end, hour: twelve_hours(hour, afternoon)?, minute: None, sure: true })
}

/// `0100 UTC`, `1600 hours`.
fn military(line: &Line, at: usize) -> Option<Hands> {
    let number = line
        .digits(at)
        .filter(|_| line.word(at).len() == 4 && (!line.glued(at) || line.before(at) == "("))?;
    let (hour, minute) = (number / 100, number % 100);
    let possible = hour < 24 && minute < 60;
    if let Some(end) =
        line.phrase(at + 1, "hours").filter(|_| possible && line.any(at.wrapping_sub(1), BEFORE))
    {
        return Some(Hands { end, hour, minute: Some(minute), sure: true });
    }
    let zoned = zone(line, at + 1).0 > at + 1;
    (possible && zoned).then_some(Hands { end: at + 1, hour, minute: Some(minute), sure: false })
}

/// The zone at atom `at` and its offset.
fn zone(line: &Line, at: usize) -> (usize, &'static str) {
    let zone = ZONES.iter().find_map(|&(name, offset)| Some((line.phrase(at, name)?, offset)));
    let (end, offset) = zone.unwrap_or((at, ""));
    let time = if end > at { line.phrase(end, "time").unwrap_or(end) } else { end };
    (time, offset)
}

/// `(0100 UTC)`: the same moment told once more.
fn other_zone(line: &Line, at: usize) -> Option<usize> {
    let open = line.phrases(at, &["(", "[", ", or", "/"])?;
    let hands = military(line, open).or_else(|| digital(line, open))?;
    let (end, _) = zone(line, hands.end);
    let close = line.phrases(end, &[")", "]"]).unwrap_or(end);
    (end > hands.end).then_some(close)
}

/// The day that follows a time of day, which stands as an expression of its own.
fn day_after(line: &Line, end: usize) -> Option<Box<Meaning>> {
    // "6:10 AM Lima time on May 2".
    let end = if line.is_capital(end) && line.word(end + 1) == "time" { end + 2 } else { end };
    let at = line.phrases(end, &[", on", "on", ","]).unwrap_or(end);
    let day = full_day(line, at).or_else(|| {
        relative::date(line, at).filter(|_| line.is_capital(at) || line.word(at).ends_with("day"))
    })?;
    matches!(day.1, Meaning::Fixed(_) | Meaning::Of { .. } | Meaning::Named { .. } | Meaning::Away { .. })
        .then(|| Box::new(day.1))
}
