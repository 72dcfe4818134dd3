//! Does a date without a year lie behind the report or before it? News tells what happened, unless the words near the date say otherwise.

use std::ops::Range;

use super::atoms::Line;

/// Words that put a date near them into the future.
const FUTURE: &[&str] = &[
    "will",
    "shall",
    "'ll",
    "would",
    "due",
    "scheduled",
    "upcoming",
    "forthcoming",
    "plans",
    "plan",
    "planned",
    "planning",
    "expected",
    "expects",
    "expect",
    "ahead",
    "slated",
    "set",
    "intends",
    "tomorrow",
    "deadline",
    "postponed",
    "hopes",
    // The present of a timetable.
    "takes",
    "leaves",
    "opens",
    "begins",
    "starts",
    "debuts",
    "expires",
    "arrives",
];

/// Words that put a date near them into the past, besides verbs in `-ed`.
const PAST: &[&str] = &[
    "said", "told", "was", "were", "had", "met", "began", "took", "came", "went", "saw", "killed", "held",
    "left", "made", "fell", "fought", "won", "lost", "shot", "broke", "led", "did", "became", "gave", "sent",
    "got", "rose", "hit", "struck", "has", "have", "since", "wrote", "spoke", "ago", "found", "died",
];

/// How many atoms to look back or ahead: about a clause.
const REACH: usize = 10;

/// The words around the expression at `atoms` speak of the future.
pub(super) fn is_future(line: &Line, atoms: &Range<usize>) -> bool {
    let back = (atoms.start.saturating_sub(REACH)..atoms.start).rev().find_map(|at| tense(line, at));
    // At the head of a clause the verb comes after: "On Monday, the court will rule".
    let ahead = || (atoms.end..(atoms.end + REACH).min(line.len())).find_map(|at| tense(line, at));
    back.or_else(ahead).unwrap_or(false)
}

/// What a word says of the tense: future, past, or nothing.
fn tense(line: &Line, at: usize) -> Option<bool> {
    let word = line.word(at);
    let infinitive = word == "to" && line.any(at.wrapping_sub(1), &["was", "were", "is", "are", "be", "due"]);
    if infinitive || FUTURE.contains(&word) {
        return Some(true);
    }
    // "was to end": the word before "to" is read as past unless "to" follows.
    let past = PAST.contains(&word)
        && line.word(at + 1) != "to"
        && !line.any(at + 1, &["due", "set", "expected", "scheduled"]);
    // "will be finished": the participle says nothing of the tense.
    let regular = line.before(at) != "be" && word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    (past || regular).then_some(false)
}
