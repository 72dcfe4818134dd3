//! Classes of characters: what separates tokens, what clings to the character before it, which marks quote.

use crate::Marks;

/// True for what is never part of a token: white space, control characters (NUL among them) and invisible marks of layout and direction.
pub fn is_blank(c: char) -> bool {
    if c.is_ascii() {
        return c <= ' ' || c == '\u{7f}';
    }
    c.is_whitespace() || c.is_control() || in_ranges(&INVISIBLE, c)
}

/// Zero-width spaces, directional marks, word joiner, byte-order mark.
const INVISIBLE: [(char, char); 5] = [
    ('\u{200b}', '\u{200b}'),
    ('\u{200e}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{2069}'),
    ('\u{feff}', '\u{feff}'),
];

/// True for what words are made of: letters, digits, the marks on them, the soft hyphen and the underscore.
pub(crate) fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    c == '\u{ad}' || (c.is_alphanumeric() && !is_fraction(c)) || is_mark(c)
}

/// Vulgar fractions and super- and subscripts, which are numbers to Unicode and tokens or suffixes to us.
fn is_fraction(c: char) -> bool {
    matches!(c, '¼'..='¾' | '⅐'..='⅞')
}

/// True for what stays with the character before it: combining marks, joiners, variation selectors, skin tones.
pub(crate) fn is_mark(c: char) -> bool {
    c >= '\u{300}' && in_ranges(&MARKS, c)
}

/// Blocks of combining marks (Unicode 16, categories Mn and Mc that are not alphabetic, by block), joiners, selectors, emoji modifiers.
const MARKS: [(char, char); 24] = [
    ('\u{300}', '\u{36f}'),
    ('\u{483}', '\u{489}'),
    ('\u{591}', '\u{5bd}'),
    ('\u{5bf}', '\u{5bf}'),
    ('\u{610}', '\u{61a}'),
    ('\u{64b}', '\u{65f}'),
    ('\u{6d6}', '\u{6dc}'),
    ('\u{6df}', '\u{6e4}'),
    ('\u{93c}', '\u{93c}'),
    ('\u{94d}', '\u{94d}'),
    ('\u{951}', '\u{954}'),
    ('\u{9bc}', '\u{9bc}'),
    ('\u{9cd}', '\u{9cd}'),
    ('\u{a4d}', '\u{a4d}'),
    ('\u{bcd}', '\u{bcd}'),
    ('\u{e47}', '\u{e4e}'),
    ('\u{1ab0}', '\u{1aff}'),
    ('\u{1dc0}', '\u{1dff}'),
    ('\u{200c}', '\u{200d}'),
    ('\u{20d0}', '\u{20ff}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{fe20}', '\u{fe2f}'),
    ('\u{1f3fb}', '\u{1f3ff}'),
    ('\u{e0020}', '\u{e01ef}'),
];

fn in_ranges(ranges: &[(char, char)], c: char) -> bool {
    ranges.iter().any(|&(first, last)| (first..=last).contains(&c))
}

/// Apostrophes as they are typed: straight, typographic, modifier letter.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Dashes longer than a hyphen.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '–' | '—' | '―' | '‒')
}

/// Opening brackets.
pub(crate) fn is_opening_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{')
}

/// Closing brackets.
pub(crate) fn is_closing_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}')
}

/// What a quotation mark can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Open,
    Close,
    Either,
}

/// A kind of quotation mark as it stands on the page; marks pair only within their family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct QuoteMark {
    pub(crate) family: u8,
    pub(crate) side: Side,
    pub(crate) marks: Marks,
}

/// How many families there are.
pub(crate) const FAMILIES: usize = 6;
/// The family of ' as a quotation mark.
pub(crate) const STRAIGHT_SINGLE: u8 = 4;
/// The family of ‘ and ’.
pub(crate) const CURLY_SINGLE: u8 = 5;

/// Every quotation mark with its family. `„` may be closed by `“` (German) or `”` (Polish), `»` may open (Danish).
const QUOTE_MARKS: [(&str, u8, Side, Marks); 21] = [
    ("\"", 0, Side::Either, Marks::Double),
    ("＂", 0, Side::Either, Marks::Double),
    ("``", 0, Side::Open, Marks::Double),
    ("''", 0, Side::Either, Marks::Double),
    ("‘‘", 0, Side::Open, Marks::Double),
    ("’’", 0, Side::Either, Marks::Double),
    ("“", 1, Side::Open, Marks::Double),
    ("„", 1, Side::Open, Marks::Double),
    ("‟", 1, Side::Open, Marks::Double),
    ("”", 1, Side::Either, Marks::Double),
    ("«", 2, Side::Either, Marks::Double),
    ("»", 2, Side::Either, Marks::Double),
    ("「", 3, Side::Open, Marks::Double),
    ("」", 3, Side::Close, Marks::Double),
    ("'", STRAIGHT_SINGLE, Side::Either, Marks::Single),
    ("`", STRAIGHT_SINGLE, Side::Open, Marks::Single),
    ("‘", CURLY_SINGLE, Side::Open, Marks::Single),
    ("‚", CURLY_SINGLE, Side::Open, Marks::Single),
    ("’", CURLY_SINGLE, Side::Close, Marks::Single),
    ("‹", 3, Side::Open, Marks::Single),
    ("›", 3, Side::Close, Marks::Single),
];

/// What kind of quotation mark `token` is, if it is one.
pub(crate) fn quote_mark(token: &str) -> Option<QuoteMark> {
    let first = token.chars().next()?;
    if first.is_ascii() && !matches!(first, '"' | '\'' | '`') {
        return None;
    }
    let row = QUOTE_MARKS.iter().find(|row| row.0 == token)?;
    Some(QuoteMark { family: row.1, side: row.2, marks: row.3 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_spaces_controls_and_invisible_marks() {
        assert!([' ', '\n', '\0', '\u{a0}', '\u{200b}', '\u{feff}', '\u{202e}'].into_iter().all(is_blank));
        assert!(!['a', '.', '\u{301}', '\u{200d}', '“'].into_iter().any(is_blank));
    }

    #[test]
    fn words_take_letters_of_any_script_with_their_marks() {
        assert!(['ğ', 'ж', '中', 'م', '\u{64e}', '\u{301}', '9', '_'].into_iter().all(is_word));
        assert!(!['-', '.', '’', '½', '🙂', '€'].into_iter().any(is_word));
    }

    #[test]
    fn ranges_are_in_order() {
        assert!(MARKS.is_sorted() && INVISIBLE.is_sorted());
    }

    #[test]
    fn marks_of_every_row_are_found() {
        assert!(QUOTE_MARKS.iter().all(|row| quote_mark(row.0).is_some_and(|mark| mark.marks == row.3)));
        assert!(QUOTE_MARKS.iter().all(|row| usize::from(row.1) < FAMILIES));
        assert_eq!(quote_mark("a"), None);
    }
}
