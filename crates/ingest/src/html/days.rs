//! Days that a page shows: in `<time>`, in microdata, in elements named after dates.

use super::blocks::Cut;
use super::dom::{Dom, Id, Kind};
use super::tags::{Attr, Tag};
use super::words;
use crate::dates;
use sayso_record::Date;

/// A day with how it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// The day.
    pub(crate) day: Date,
    /// It was written in UTC, so the day at the outlet may be another.
    utc: bool,
}

impl Stamp {
    /// A day in the page's own time zone.
    pub(crate) fn local(day: Date) -> Self {
        Stamp { day, utc: false }
    }
}

/// Endings of a time in UTC.
const UTC: &[&str] = &["Z", "+00:00", "+0000", "UTC", "GMT"];

/// Reads a date as machines and people write it in attributes.
pub(crate) fn stamp(words: &str) -> Option<Stamp> {
    let words = words.trim();
    let short = &words[..words.char_indices().nth(80).map_or(words.len(), |(at, _)| at)];
    let day = dates::iso(short).or_else(|| dates::find(short)).filter(recent)?;
    let utc = UTC.iter().any(|ending| words.ends_with(ending));
    match utc && midnight_in_europe(words) {
        true => day.tomorrow().ok().map(Stamp::local),
        false => Some(Stamp { day, utc }),
    }
}

/// `2021-11-04T23:00Z` is the midnight that begins 5 November in Berlin: a day without a time, put into UTC by a program.
fn midnight_in_europe(words: &str) -> bool {
    let Some((_, time)) = words.split_once('T') else { return false };
    let clock = time.chars().take_while(|c| c.is_ascii_digit() || matches!(c, ':' | '.'));
    let digits: String = clock.filter(char::is_ascii_digit).collect();
    let hour = matches!(digits.get(..2), Some("22" | "23"));
    hour && digits.len() >= 4 && digits[2..].bytes().all(|byte| byte == b'0')
}

/// The first day; where that is in UTC and another says the day before or after in local time, that one.
pub(crate) fn local(stamps: &[Stamp]) -> Option<Date> {
    let first = *stamps.first()?;
    let beside = |day: Date| [day.tomorrow(), day.yesterday()].iter().flatten().any(|day| *day == first.day);
    let confirmed = stamps.iter().any(|other| !other.utc && other.day == first.day);
    let better = stamps.iter().find(|other| !other.utc && beside(other.day));
    Some(better.filter(|_| first.utc && !confirmed).map_or(first.day, |other| other.day))
}

/// The day of a line that is nothing but a date, or short and opens with one (`05.02.2020 - Newsroom`).
pub(crate) fn line(words: &str) -> Option<Date> {
    let front = || if words.len() <= 80 { dates::front(words) } else { None };
    dates::line(words).or_else(front).filter(recent)
}

/// The day in a line that is short, or at the very front of a longer one (`21 November 2022 | Bonn – The…`).
pub(crate) fn part(words: &str) -> Option<Date> {
    let day = if words.len() <= 80 { dates::find(words) } else { dates::front(words) };
    day.filter(recent)
}

fn recent(day: &Date) -> bool {
    (1990..=2100).contains(&day.year())
}

/// How surely an element shows the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Microdata,
    NamedTime,
    Time,
    Named,
}

/// Days shown outside lists of other reports: those marked up as dates, the surest first, and those in elements that are merely named after
/// dates.
pub(crate) fn shown(page: &str, dom: &Dom, cut: &Cut) -> (Vec<Stamp>, Vec<Stamp>) {
    let mut found: Vec<(Rank, Stamp)> = Vec::new();
    for id in dom.ids() {
        let Kind::Element(tag, _) = dom.node(id).kind else { continue };
        let Some(rank) = rank(dom, id, tag) else { continue };
        if rank == Rank::Microdata || !(cut.elsewhere(id) || in_teaser(page, dom, id)) {
            found.extend(read(page, dom, id, rank).map(|stamp| (rank, stamp)));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    let named = found.partition_point(|(rank, _)| *rank < Rank::Named);
    let days = |found: &[(Rank, Stamp)]| found.iter().map(|(_, stamp)| *stamp).collect();
    (days(&found[..named]), days(&found[named..]))
}

fn rank(dom: &Dom, id: Id, tag: Tag) -> Option<Rank> {
    let props = dom.attr(id, Attr::Itemprop).unwrap_or_default();
    let names = named(dom, id);
    let published = || dom.attr(id, Attr::Pubdate).is_some() || names == Some(Named::Published);
    match () {
        () if props.contains("datePublished") => Some(Rank::Microdata),
        () if props.contains("dateModified") || names == Some(Named::Changed) => None,
        () if tag == Tag::Time && published() => Some(Rank::NamedTime),
        () if tag == Tag::Time => Some(Rank::Time),
        () => names.map(|_| Rank::Named),
    }
}

/// What the names of an element say of a date in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Published,
    Changed,
    Date,
}

/// Words in names of elements that show a date.
const DATE_NAMES: &[&str] = &["date", "datum", "fecha", "time", "submitted", "posted"];

fn named(dom: &Dom, id: Id) -> Option<Named> {
    let names =
        dom.attr(id, Attr::Class).or_else(|| dom.attr(id, Attr::Id)).filter(|names| names.len() <= 200)?;
    let names = names.to_ascii_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| names.contains(part));
    let dated = |word: &str| word.starts_with("date") || DATE_NAMES.iter().any(|name| word.ends_with(name));
    match () {
        () if has(&["publish", "entry-date", "post-date", "pubdate"]) => Some(Named::Published),
        () if changed(&names) => Some(Named::Changed),
        () if names.split(|c: char| !c.is_ascii_alphanumeric()).any(dated) => Some(Named::Date),
        () => None,
    }
}

/// Named after a change; in `entry-date updated` and the like the second word is only the hAtom name of any date.
fn changed(names: &str) -> bool {
    let mut words = names.split_ascii_whitespace();
    let updated = |word: &str| word.contains("updated") || word.contains("modified");
    names.contains("modified")
        || (words.clone().any(updated) && !words.any(|word| !updated(word) && word.contains("date")))
}

/// Bytes that an element may hold to count as a date and not as something that mentions one.
const SHORT: usize = 120;

fn read(page: &str, dom: &Dom, id: Id, rank: Rank) -> Option<Stamp> {
    let short = length(page, dom, id) <= SHORT;
    let values = [Attr::Content, Attr::Datetime, Attr::Title].iter().find_map(|&attr| dom.attr(id, attr));
    let written = || short.then(|| words::of_ranges(page, dom.texts(id))).and_then(|words| stamp(&words));
    values.filter(|_| rank != Rank::Named || short).and_then(stamp).or_else(written)
}

/// Bytes of text under an element, as far as it matters whether they are few.
fn length(page: &str, dom: &Dom, id: Id) -> usize {
    let texts = dom.texts(id).take(40);
    texts.map(|range| page[range.start as usize..range.end as usize].trim().len()).sum()
}

/// Bytes of a link that is a headline.
const HEADLINE: usize = 25;

/// The element stands in a list item that links to another report.
fn in_teaser(page: &str, dom: &Dom, id: Id) -> bool {
    let item = dom.ancestors(id).take(12).find(|&above| dom.tag(above) == Some(Tag::Li));
    let links = item.into_iter().flat_map(|item| item..dom.node(item).end).take(200);
    links.filter(|&link| dom.tag(link) == Some(Tag::A)).any(|link| length(page, dom, link) >= HEADLINE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(words: &[&str]) -> Option<String> {
        local(&words.iter().filter_map(|words| stamp(words)).collect::<Vec<_>>()).map(|day| day.to_string())
    }

    #[test]
    fn a_day_in_utc_yields_to_local_ones() {
        assert_eq!(day(&["2019-09-13T02:10:00Z", "2019-09-12"]).as_deref(), Some("2019-09-12"));
        assert_eq!(day(&["2019-09-13T02:10:00Z", "2019-09-10"]).as_deref(), Some("2019-09-13"));
        assert_eq!(day(&["2021-11-04T23:00Z"]).as_deref(), Some("2021-11-05"));
        assert_eq!(day(&["2019-09-13T02:10:00-04:00"]).as_deref(), Some("2019-09-13"));
    }
}
