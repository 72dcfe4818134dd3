//! Plain text into units: a unit is one line, or several lines where the text was wrapped at a fixed width.

use crate::fold::{ends_sentence, is_blank};
use sayso_text::{Body, Slice};

/// What may be one paragraph, one headline or one piece of furniture.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unit<'t> {
    /// Its words, without white space at either end; may hold line breaks.
    pub(crate) slice: Slice<'t, Body>,
}

/// One line of the text.
#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    slice: Slice<'t, Body>,
    gap: bool,
    indent: usize,
    width: usize,
}

/// Widths at which people and programs wrap lines.
const WRAP: std::ops::RangeInclusive<usize> = 45..=100;

/// Cuts a text into units.
pub(crate) fn units<'t>(text: Slice<'t, Body>) -> Vec<Unit<'t>> {
    let lines = lines(text);
    let width = wrap_width(&lines);
    let mut units: Vec<Unit<'t>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let joins = width.is_some_and(|width| at > 0 && carries_on(lines[at - 1], *line, width));
        match units.last_mut().filter(|_| joins).and_then(|unit| Some((unit.slice.hull(line.slice)?, unit))) {
            Some((joined, unit)) => unit.slice = joined,
            None => units.push(Unit { slice: line.slice }),
        }
    }
    units
}

fn lines(text: Slice<'_, Body>) -> Vec<Line<'_>> {
    let old_mac = !text.contains('\n');
    let breaks = move |c: char| c == '\n' || (old_mac && c == '\r') || c == '\u{2028}' || c == '\u{2029}';
    let mut lines = Vec::new();
    let mut gap = true;
    for raw in text.split(breaks) {
        let slice = raw.trim_matches(is_blank);
        if slice.is_empty() {
            gap = true;
            continue;
        }
        let indent = (slice.span().start() - raw.span().start()) as usize;
        lines.push(Line { slice, gap, indent, width: slice.chars().count() });
        gap = false;
    }
    lines
}

/// The width at which the text was wrapped, or none where a line is a paragraph.
///
/// Wrapped text has lines of much the same length that are followed, without a blank line, by more of the same sentence.
fn wrap_width(lines: &[Line<'_>]) -> Option<usize> {
    let mut inner: Vec<usize> =
        lines.windows(2).filter(|pair| !pair[1].gap).map(|pair| pair[0].width).collect();
    inner.sort_unstable();
    let open =
        |pair: &[Line<'_>]| !pair[1].gap && WRAP.contains(&pair[0].width) && !ends_sentence(&pair[0].slice);
    let flowing = lines.windows(2).filter(|pair| open(pair)).count();
    let longest = lines.iter().map(|line| line.width).max()?;
    let most = *inner.get(inner.len() * 9 / 10)?;
    (flowing >= 2 && flowing * 2 > inner.len() && WRAP.contains(&most) && longest <= most + 20)
        .then_some(most)
}

/// The next word would not have fitted, so the break between the two lines is the wrapper's and not the author's.
fn carries_on(line: Line<'_>, next: Line<'_>, width: usize) -> bool {
    let first = next.slice.words().next().map_or(0, |word| word.chars().count());
    !next.gap && next.indent <= line.indent + 1 && line.indent + line.width + 1 + first + width / 8 > width
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_text::Text;

    fn cut(words: &str) -> Vec<String> {
        let text = Text::new(words).expect("short");
        units(text.whole())
            .iter()
            .map(|unit| unit.slice.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn a_line_is_a_paragraph() {
        assert_eq!(cut("One line.\r\nAnother line.\r\n\r\nA third.").len(), 3);
        assert_eq!(cut("One line.\rAnother line.").len(), 2);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "The port authority said on Monday that the two ferries which had been\n\
                    held since the storm would sail again before the end of the week, and\n\
                    that passengers with old tickets need not buy new ones.\n\
                    \n\
                    It gave no reason for the delay, which had stranded several hundred\n\
                    people on the island without any word from the operator.\n";
        let units = cut(text);
        assert_eq!(units.len(), 2);
        assert!(units[0].ends_with("need not buy new ones."));
    }
}
