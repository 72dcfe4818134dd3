//! Datelines: `KARSK, 3 March 2025 (FNA) - `, `/FNA/`, `Karsk (Fenwick Press) — 3 March 2025 — `: where, when and by which agency.
//!
//! Only what stands before the first word of the report is read, and every word of it has to be one of a place, a day or an agency.

use crate::dates;
use sayso_record::Date;

/// What a dateline tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Dateline<'w> {
    /// The day, if it has a year.
    pub(crate) day: Option<Date>,
    /// The agency, without its brackets or slashes.
    pub(crate) agency: Option<&'w str>,
}

/// How far a dateline may reach, in characters.
const LONGEST: usize = 120;

/// How many words the name of an agency may have.
const AGENCY_WORDS: usize = 5;

/// Words of names of places that are not capitalised.
const PARTICLES: &[&str] =
    &["al", "am", "an", "and", "de", "del", "der", "el", "la", "near", "of", "on", "the", "upon", "via"];

/// Words that begin a sentence with a day in it, which is no dateline.
const SENTENCE: &[&str] = &[
    "After", "As", "At", "Before", "By", "During", "For", "From", "In", "It", "On", "Since", "Speaking",
    "This", "Through", "Until", "When",
];

/// What else stands in brackets before a report.
const NO_AGENCY: &[&str] = &[
    "correction",
    "corrected",
    "exclusive",
    "gmt",
    "live",
    "local time",
    "opinion",
    "photo",
    "photos",
    "updated",
    "update",
    "utc",
    "video",
];

/// The dateline with which a paragraph opens, if it has a day with a year or an agency.
///
/// A place and a day without an agency are one only where the place is in capitals: `Karsk, 3 March 1987 - ` may open the story of that day.
pub(crate) fn of(words: &str) -> Option<Dateline<'_>> {
    let front = words.char_indices().nth(LONGEST).map_or(words, |(at, _)| &words[..at]);
    let agency = agency(front);
    let (head, after) = match agency {
        Some(Agency { slashes: true, end, .. }) => front.split_at(end),
        _ => before_dash(front).or_else(|| (front.len() == words.len()).then_some((front, "")))?,
    };
    let agency = agency.filter(|agency| agency.end <= head.len());
    let place = is_head(head)?;
    let day = dates::find(head).or_else(|| agency.and_then(|_| day_after(after)));
    let known = agency.is_some() || day.is_some() && place == Letters::Capitals && !after.is_empty();
    known.then_some(Dateline { day, agency: agency.map(|agency| agency.name) })
}

/// An agency in its brackets or slashes.
#[derive(Debug, Clone, Copy)]
struct Agency<'w> {
    name: &'w str,
    slashes: bool,
    /// Where its closing mark ends.
    end: usize,
}

fn agency(front: &str) -> Option<Agency<'_>> {
    let apart = |at: usize| {
        front[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ')'))
    };
    let (open, _) = front.char_indices().find(|&(at, c)| matches!(c, '(' | '/') && apart(at))?;
    let slashes = front[open..].starts_with('/');
    let close = open + 1 + front[open + 1..].find(if slashes { '/' } else { ')' })?;
    let name = front[open + 1..close].trim();
    let capital = name.starts_with(char::is_uppercase);
    let few = name.split_whitespace().count() <= AGENCY_WORDS;
    let other = NO_AGENCY.contains(&name.to_lowercase().as_str()) || dates::find(name).is_some();
    (capital && few && !other).then_some(Agency { name, slashes, end: close + 1 })
}

/// The words on both sides of the first dash that stands alone, or of a colon after a bracket.
fn before_dash(front: &str) -> Option<(&str, &str)> {
    let lone = |at: usize| {
        let before = front[..at].chars().next_back();
        before.is_some_and(|c| c.is_whitespace() || matches!(c, ')' | '/' | '.'))
    };
    let dash = front.char_indices().find(|&(at, c)| match c {
        '-' => lone(at) && front[at + 1..].starts_with([' ', '-', '\u{a0}']),
        '–' | '—' | '―' => lone(at),
        ':' => front[..at].ends_with(')'),
        _ => false,
    });
    let (at, mark) = dash?;
    let after = front[at + mark.len_utf8()..].trim_start_matches(['-', '–', '—']);
    Some((&front[..at], after.trim_start()))
}

/// How the name of a place is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Letters {
    Capitals,
    Mixed,
    /// There is no place.
    None,
}

/// How the place of a head is written; nothing for words that are no head of a report.
fn is_head(head: &str) -> Option<Letters> {
    let parts =
        |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '(' | ')' | '/' | '-' | '–' | '—' | ';');
    let words: Vec<&str> = head.split(parts).filter(|word| !word.is_empty()).collect();
    let first = *words.first()?;
    let fits = |word: &&str| {
        word.starts_with(char::is_uppercase)
            || word.starts_with(|c: char| c.is_ascii_digit())
            || PARTICLES.contains(word)
    };
    if SENTENCE.contains(&first) || !words.iter().all(fits) {
        return None;
    }
    let letters = first.chars().filter(|c| c.is_alphabetic());
    let capitals = letters.clone().count() > 1 && letters.clone().all(char::is_uppercase);
    let named = first.starts_with(char::is_alphabetic) && !head.starts_with(['(', '/']);
    Some(match (named, capitals) {
        (false, _) => Letters::None,
        (_, true) => Letters::Capitals,
        _ => Letters::Mixed,
    })
}

/// The day that follows the agency and its dash, and after which the report begins or nothing stands.
fn day_after(after: &str) -> Option<Date> {
    let (day, rest) = dates::split(after)?;
    let rest = rest.trim_start();
    (rest.is_empty() || rest.starts_with(['-', '–', '—', ':', '\n', '\r'])).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> (String, String) {
        let told = of(words).unwrap_or_default();
        (told.day.map_or_else(String::new, |day| day.to_string()), told.agency.unwrap_or_default().to_owned())
    }

    fn both(day: &str, agency: &str) -> (String, String) {
        (day.into(), agency.into())
    }

    #[test]
    fn datelines_of_agencies() {
        for words in [
            "KARSK, 3 March 2025 (FNA) - The ferry sank.",
            "KARSK, Orvania, March 3, 2025 (FNA) — The ferry sank.",
            "KARSK, Monday, 3 March 2025. /FNA/ The ferry sank.",
            "Karsk (FNA) — 3 March 2025 — The ferry sank.",
            "Karsk (FNA) - 3 March 2025",
            "(FNA) March 3, 2025 - The ferry sank.",
            "PORT OF KARSK, 03/03/2025 /FNA/ The ferry sank.",
        ] {
            assert_eq!(read(words), both("2025-03-03", "FNA"), "{words}");
        }
        assert_eq!(read("KARSK (Fenwick Press) - The ferry sank."), both("", "Fenwick Press"));
        assert_eq!(read("KARSK, 4 March. /Fenwick/ The ferry sank."), both("", "Fenwick"));
        assert_eq!(read("KARSK, 3 March 2025 — The ferry sank."), both("2025-03-03", ""));
    }

    #[test]
    fn what_is_no_dateline() {
        for words in [
            "On 3 March 2025 (a Monday) - the ferry sank.",
            "Karsk, 3 March 1987 - the day the ferry sank.",
            "In Karsk, 3 March 2025 (FNA) - the ferry sank.",
            "The ferry (Karsk) - sank.",
            "KARSK, 3 March 2025",
            "Karsk (updated) - The ferry sank.",
            "The Karsk/Holt/Tessel ferry sank on 3 March 2025 - again.",
            "",
            "(",
            "—",
        ] {
            assert_eq!(read(words), both("", ""), "{words}");
        }
    }
}
