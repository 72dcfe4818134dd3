//! Which line of a plain text is the headline: the first above the report that tells news, by its form and by what it shares with the report.

use crate::classes::{GENRES, TELLING};
use crate::fold::has_quotation;
use crate::furniture::{Line, like_headline};
use crate::signs::Zone;
use crate::{masthead, signs};
use sayso_record::FurnitureKind;
use std::collections::BTreeSet;

/// Paragraphs of the report that a headline is compared with.
const PARAGRAPHS: usize = 60;

/// Letters by which two words are compared, so that `denies` is known in `denied`.
const STEM: usize = 5;

/// Points with which a headline needs no comparison with the lines below it.
const PLAIN: i32 = 4;

/// The words of the report by their stems.
pub(crate) struct Report(BTreeSet<String>);

impl Report {
    /// Reads the paragraphs that are no furniture.
    pub(crate) fn new(lines: &[Line<'_>], kinds: &[Option<FurnitureKind>]) -> Self {
        let paragraphs = lines.iter().zip(kinds).filter(|(line, kind)| line.prose && kind.is_none());
        let words = paragraphs.take(PARAGRAPHS).flat_map(|(line, _)| line.tokens().filter_map(stem));
        Report(words.collect())
    }

    /// How many longer words of a line stand in the report too.
    pub(crate) fn shares(&self, line: &Line<'_>) -> usize {
        line.tokens().filter_map(stem).filter(|word| self.0.contains(word)).count()
    }
}

/// The first letters of a word, unless it is short.
fn stem(word: &str) -> Option<String> {
    (word.chars().count() >= 4).then(|| word.chars().take(STEM).collect())
}

/// The headline among `candidates`, and its points.
pub(crate) fn choose(lines: &[Line<'_>], report: &Report, candidates: &[usize]) -> Option<(usize, i32)> {
    let told: Vec<(usize, i32)> = candidates.iter().map(|&at| (at, points(&lines[at], report))).collect();
    let best = told.iter().map(|&(_, points)| points).max()?;
    told.into_iter().find(|&(_, points)| points >= PLAIN.min(best))
}

/// How much a line looks like a headline of the report.
pub(crate) fn points(line: &Line<'_>, report: &Report) -> i32 {
    let one = |shown: bool, points: i32| if shown { points } else { 0 };
    let shared = i32::try_from(report.shares(line).min(3)).unwrap_or(0);
    let names = line.words.split_whitespace().all(|word| !word.starts_with(char::is_lowercase));
    shared
        + one(line.count >= 5, 2)
        + one(line.count == 4, 1)
        + one(tells(line), 1)
        + one(has_quotation(line.words), 1)
        + one(names && line.count <= 5, -1)
        + one(signs::entries(line.words) >= 2, -4)
        + one(signs::menu(line), -2)
        + one(masthead::is_name(line), -3)
        + one(signs::of_page(line), -2)
        + one(line.count > 20, -2)
}

/// A line with which the report has begun: it is no headline by its form, and no furniture by its signs.
pub(crate) fn is_paragraph(line: &Line<'_>) -> bool {
    line.count >= 4 && !like_headline(line) && signs::points(line, Zone::Head).0 < 2
}

/// The wording of a heading, a link or a label, and yet a headline may open with it: `Explainer: …`.
pub(crate) fn is_of_genre(line: &Line<'_>) -> bool {
    line.count >= 5 && signs::labelled(line, GENRES, false)
}

/// A line that no report begins or goes on with.
pub(crate) fn is_of_page(line: &Line<'_>) -> bool {
    signs::points(line, Zone::Head).0 >= 2
}

/// A word of grammar or, by its ending, perhaps a verb.
fn tells(line: &Line<'_>) -> bool {
    let verb = |token: &str| token.len() >= 5 && (token.ends_with("ed") || token.ends_with('s'));
    line.any(TELLING) || line.tokens().any(verb)
}
