//! Numbers that leave out what they count because the number before has just said it: `4,000 [soldiers], not 6,000`.

use std::ops::Range;

use super::Quantity;
use super::counted;
use crate::times::atoms::Line;

/// Words that set one number against another. Between the two nothing else may stand.
const AGAINST: &[&str] = &[
    "against", "and", "but", "compared", "down", "even", "from", "instead", "not", "now", "of", "only", "or",
    "rather", "than", "then", "to", "up", "versus", "with",
];

/// How many of them may stand there.
const MOST: usize = 5;

/// The atoms that name what a bare number at `at..end` counts, said at the number before it.
pub(super) fn counted(line: &Line, before: &Quantity, at: usize, end: usize) -> Option<Range<usize>> {
    let of = before.of.clone().filter(|_| before.unit.is_none() && before.value >= 1.0)?;
    let from = before.atoms.end.max(of.end).min(at);
    let between: Vec<usize> = (from..at).filter(|&at| line.is_word(at)).collect();
    let marks = (from..at).filter(|&at| !line.is_word(at));
    let plain = marks.clone().count() <= 1 && marks.clone().all(|at| line.word(at) == ",");
    let set_against = (1..=MOST).contains(&between.len()) && between.iter().all(|&at| line.any(at, AGAINST));
    // "Of the 40 prisoners, 12 were freed".
    let whole = between.is_empty() && from < at && before.atoms.start <= 2 && line.word(0) == "of";
    let bare = !line.is_word(end) || counted::stops(line, end);
    (plain && bare && (set_against || whole)).then_some(of)
}
