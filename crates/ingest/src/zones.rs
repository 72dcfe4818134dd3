//! What is furniture by its place and by its signs together: above the headline, below it, between paragraphs, behind the last.
//!
//! The same line is a menu above the headline and a list between paragraphs, so each zone asks for its own number of points. Above a
//! headline that is plainly one everything is furniture. Behind the report a line without a sign of its own follows the one above it.

use crate::dateline;
use crate::dates;
use crate::fold::ends_sentence;
use crate::furniture::Line;
use crate::headline::{self, Report};
use crate::signs::{self, Zone};
use sayso_record::FurnitureKind;
use std::ops::Range;

/// Points of a headline above which everything is furniture.
const PLAIN: i32 = 3;

/// Points that a line needs in the head, inside and in the tail; of one that reads like running text, see [`PROSE`].
const SHORT: [i32; 3] = [2, 3, 2];
const PROSE: [i32; 3] = [4, 4, 3];

/// Points with which even the first line of a text is furniture.
const SURE: i32 = 5;

/// How many lines without signs of their own may follow one behind the report; more are a list that belongs to it.
const COMPANY: usize = 10;

/// How far below their heading comments of readers are known as such.
const COMMENTS: usize = 10;

type Kinds = [Option<FurnitureKind>];

/// Marks what is furniture by place and signs.
pub(crate) fn mark(lines: &[Line<'_>], kinds: &mut Kinds, title: Option<usize>) {
    let report = Report::new(lines, kinds);
    let from = title.map_or(0, |at| at + 1);
    let first = (from..lines.len()).find(|&at| kinds[at].is_none() && is_report(&lines[at], Zone::Head));
    let Some(first) = first else { return };
    let below = |at: usize| (at.saturating_sub(COMMENTS).max(first)..at).any(|at| heads_comments(&lines[at]));
    let ends = |at: &usize| kinds[*at].is_none() && ends_report(&lines[*at]) && !below(*at);
    let last = (first..lines.len()).rev().find(ends);
    let last = last.unwrap_or(first);
    if let Some(title) = title {
        above(lines, kinds, title, &report);
    }
    head(lines, kinds, from..first, &report);
    for at in first..=last {
        by_signs(lines, kinds, at, Zone::Inside);
    }
    tail(lines, kinds, last + 1, &report);
}

/// Running text without the signs of furniture.
fn is_report(line: &Line<'_>, zone: Zone) -> bool {
    line.prose && signs::points(line, zone).0 < PROSE[zone as usize]
}

/// The last words of a report end a sentence, however short.
fn ends_report(line: &Line<'_>) -> bool {
    (ends_sentence(line.words) || line.prose) && !needs_no_company(line)
}

fn needs_no_company(line: &Line<'_>) -> bool {
    signs::points(line, Zone::Tail).0 >= PROSE[Zone::Tail as usize]
}

fn by_signs(lines: &[Line<'_>], kinds: &mut Kinds, at: usize, zone: Zone) {
    let line = &lines[at];
    let (points, kind) = signs::points(line, zone);
    let running = line.prose || ends_sentence(line.words) && !line.words.ends_with('!');
    let wanted = if running { PROSE } else { SHORT }[zone as usize];
    if kinds[at].is_none() && points >= wanted {
        kinds[at] = Some(kind);
    }
}

fn above(lines: &[Line<'_>], kinds: &mut Kinds, title: usize, report: &Report) {
    let plain = headline::points(&lines[title], report) >= PLAIN;
    for at in 0..title {
        if plain && !lines[at].prose {
            let (_, kind) = signs::points(&lines[at], Zone::Head);
            kinds[at].get_or_insert(kind);
        }
        by_signs(lines, kinds, at, Zone::Head);
    }
}

/// Between headline and report, where also lines below the headline that are names alone are furniture.
fn head(lines: &[Line<'_>], kinds: &mut Kinds, range: Range<usize>, report: &Report) {
    let top = range.start;
    for at in range {
        let sure = signs::points(&lines[at], Zone::Head).0 >= SURE;
        if !sure && (dateline::of(lines[at].words).is_some() || is_day(lines[at].words)) {
            continue;
        }
        // The first line of a text without a headline may be the headline after all.
        if !sure && top == 0 && at == 0 {
            continue;
        }
        by_signs(lines, kinds, at, Zone::Head);
        let placed = at == top || kinds[at - 1].is_some();
        if placed && kinds[at].is_none() && is_names(&lines[at], report) {
            kinds[at] = Some(FurnitureKind::Other);
        }
    }
}

/// `Tuesday, 4 May 2021`: a day and no more is the report's own dateline, whose time counts.
fn is_day(words: &str) -> bool {
    let share = dates::share(words);
    let clock = words.contains([':', '|', '–', '•', '·']);
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    let named = words.split_whitespace().any(|word| letters(word) > 2);
    let told = ["published", "updated", "posted", "modified", "am", "pm", "gmt", "utc", "et", "cet", "bst"];
    let told = words.split_whitespace().any(|word| told.contains(&word.to_lowercase().as_str()));
    share.named && named && share.of_date == share.words && !clock && !told
}

/// `Jana Novak in Tessel`: names of people whom the report does not name.
fn is_names(line: &Line<'_>, report: &Report) -> bool {
    const BETWEEN: &[&str] = &["and", "in", "at", "of", "de", "van", "von", "der", "al", "bin"];
    let name =
        |word: &str| word.starts_with(char::is_uppercase) || BETWEEN.contains(&word.trim_end_matches(','));
    let mixed = |word: &str| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
    let words: Vec<&str> = line.words.split_whitespace().collect();
    let first = words.iter().take(2).copied().collect::<Vec<_>>().join(" ");
    (2..=12).contains(&words.len())
        && words[..2].iter().all(|word| mixed(word))
        && words.iter().all(|word| name(word))
        && !line.words.contains(['.', ':', '?', '!', '"', '“', '‘'])
        && report.shares(&Line::new(&first)) == 0
}

/// Behind the report.
fn tail(lines: &[Line<'_>], kinds: &mut Kinds, from: usize, report: &Report) {
    for at in from..lines.len() {
        by_signs(lines, kinds, at, Zone::Tail);
    }
    if from < lines.len() && names_end(lines, kinds, from, report) {
        kinds[from] = Some(FurnitureKind::Other);
    }
    for at in from + 1..lines.len() {
        let Some(kind) = kinds[at - 1].filter(|_| kinds[at].is_none()) else { continue };
        let heads = heads_comments(&lines[at - 1]);
        let open = |&at: &usize| kinds[at].is_none() && (heads || !ends_sentence(lines[at].words));
        let run = (at..lines.len()).take_while(open).count();
        if run <= COMPANY && !announces(&lines[at - 1]) {
            kinds[at..at + run].fill(Some(kind));
        }
    }
}

/// Who made the report may be named below it, with little after it; a list that opens with a name is the report's.
fn names_end(lines: &[Line<'_>], kinds: &Kinds, from: usize, report: &Report) -> bool {
    let open = (from..lines.len()).take_while(|&at| kinds[at].is_none()).count();
    (1..=2).contains(&open) && is_names(&lines[from], report)
}

/// `Comments (12)`, `12 reader comments`.
fn heads_comments(line: &Line<'_>) -> bool {
    line.any(&["comments"]) && line.count <= 4 && !ends_sentence(line.words)
}

/// What follows a sentence that ends in a colon is what it announces, and no furniture for standing there.
fn announces(line: &Line<'_>) -> bool {
    line.words.ends_with(':') && line.count >= 5
}
