//! Mastheads: the name of the outlet at the top of a plain text, above the headline.

use crate::dates;
use crate::furniture::Line;
use sayso_record::FurnitureKind;

/// How many words a masthead may have.
const LONGEST: usize = 5;

/// How many lines below a masthead the headline may stand.
const BELOW: usize = 4;

/// Words with which names of outlets close, folded.
const CLOSE: &[&str] = &[
    "advertiser",
    "advocate",
    "agency",
    "argus",
    "broadcasting",
    "bulletin",
    "chronicle",
    "courier",
    "daily",
    "dispatch",
    "echo",
    "examiner",
    "express",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "journal",
    "leader",
    "ledger",
    "mail",
    "messenger",
    "mirror",
    "monitor",
    "news",
    "observer",
    "post",
    "press",
    "radio",
    "record",
    "register",
    "review",
    "sentinel",
    "standard",
    "star",
    "sun",
    "telegraph",
    "television",
    "times",
    "tribune",
    "tv",
    "weekly",
    "wire",
];

/// Words with which they open.
const OPEN: &[&str] = &["channel", "daily", "evening", "morning", "news", "radio", "sunday", "tv", "weekly"];

/// The first line of the text, if it is the name of an outlet and a headline stands below it.
///
/// In capitals it needs no more; else the day has to stand between the two.
pub(crate) fn find(
    lines: &[Line<'_>],
    kinds: &[Option<FurnitureKind>],
    headline: impl Fn(usize) -> bool,
) -> Option<usize> {
    let mut open = (0..lines.len()).filter(|&at| kinds[at].is_none());
    let first = open.next().filter(|&at| is_name(&lines[at]))?;
    let below: Vec<usize> = open.take(BELOW).take_while(|&at| !lines[at].prose).collect();
    let dated = below.first().is_some_and(|&at| dates::line(lines[at].words).is_some());
    let capitals = !lines[first].words.contains(char::is_lowercase);
    let titled = below.into_iter().any(|at| lines[at].count >= 3 && headline(at));
    ((dated || capitals) && titled).then_some(first)
}

/// A few capitalised words, one of them such as outlets have in their names.
pub(crate) fn is_name(line: &Line<'_>) -> bool {
    let words: Vec<&str> = line.folded.split(' ').filter(|&word| word != "the").collect();
    let known = words.last().is_some_and(|last| CLOSE.contains(last))
        || words.first().is_some_and(|first| OPEN.contains(first));
    let lower = |word: &str| word.starts_with(char::is_lowercase) && !matches!(word, "of" | "and" | "the");
    known
        && (2..=LONGEST).contains(&line.count)
        && line.words.starts_with(char::is_uppercase)
        && !line.words.contains([',', '.', ':', '?', '!', '|'])
        && !line.words.split_whitespace().any(lower)
}
