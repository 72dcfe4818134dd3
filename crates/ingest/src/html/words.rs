//! Pieces of the page as words: entities decoded one by one, white space folded to single spaces.

use super::blocks::Piece;
use std::borrow::Cow;
use std::ops::Range;

/// What a run of characters of the page falls into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Atom<'p> {
    /// Characters that stand for themselves.
    Plain(Range<usize>),
    /// A character reference and what it stands for.
    Reference(Range<usize>, Cow<'p, str>),
    /// White space, holding a line break or not.
    Space(bool),
}

/// Cuts bytes `range` of the page into atoms.
pub(crate) fn atoms(page: &str, range: Range<usize>) -> impl Iterator<Item = Atom<'_>> {
    let mut at = range.start;
    std::iter::from_fn(move || {
        let rest = page.get(at..range.end).filter(|rest| !rest.is_empty())?;
        let atom = first(rest, at);
        at += length(&atom, rest);
        Some(atom)
    })
}

fn length(atom: &Atom<'_>, rest: &str) -> usize {
    match atom {
        Atom::Plain(range) | Atom::Reference(range, _) => range.len(),
        Atom::Space(_) => space(rest),
    }
}

/// Bytes of white space at the front; NUL, which HTML ignores, counts as such.
fn space(rest: &str) -> usize {
    rest.find(|c: char| !is_space(c)).unwrap_or(rest.len())
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\0'
}

fn first(rest: &str, at: usize) -> Atom<'_> {
    let blank = space(rest);
    if blank > 0 {
        return Atom::Space(rest[..blank].contains('\n'));
    }
    if rest.starts_with('&') {
        return reference(rest, at);
    }
    let bytes = rest.as_bytes();
    let mut end = 0;
    while end < bytes.len() && bytes[end] != b'&' && !bytes[end].is_ascii_whitespace() && bytes[end] != 0 {
        // White space beyond ASCII begins with one of these bytes: U+0085, U+00A0, U+1680, U+2000…, U+3000.
        let suspect = matches!(bytes[end], 0xC2 | 0xE1 | 0xE2 | 0xE3);
        if suspect && rest[end..].starts_with(is_space) {
            break;
        }
        end += 1;
    }
    Atom::Plain(at..at + end)
}

/// Longest character reference: `&CounterClockwiseContourIntegral;`.
const REFERENCE_LIMIT: usize = 33;

fn reference(rest: &str, at: usize) -> Atom<'_> {
    let body = rest[1..]
        .bytes()
        .take(REFERENCE_LIMIT)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        .count();
    let end = 1 + body + usize::from(rest.as_bytes().get(1 + body) == Some(&b';'));
    let written = &rest[..end];
    let decoded = htmlize::unescape(written);
    if decoded == written {
        return Atom::Plain(at..at + end);
    }
    if decoded.chars().all(is_space) {
        return Atom::Reference(at..at + end, Cow::Borrowed(" "));
    }
    Atom::Reference(at..at + end, decoded)
}

/// The words of pieces, white space folded; for reckoning, not for the record.
pub(crate) fn folded(page: &str, pieces: &[Piece]) -> String {
    let mut words = String::new();
    let space = |words: &mut String| {
        if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    };
    for piece in pieces {
        let Piece::Text(range) = piece else {
            space(&mut words);
            continue;
        };
        for atom in atoms(page, range.start as usize..range.end as usize) {
            match atom {
                Atom::Plain(range) => words.push_str(&page[range]),
                Atom::Reference(_, decoded) if decoded == " " => space(&mut words),
                Atom::Reference(_, decoded) => words.push_str(&decoded),
                Atom::Space(_) => space(&mut words),
            }
        }
    }
    words.truncate(words.trim_end().len());
    words
}

/// The words under a few runs of characters.
pub(crate) fn of_ranges(page: &str, ranges: impl Iterator<Item = Range<u32>>) -> String {
    folded(page, &ranges.map(Piece::Text).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(page: &str) -> String {
        folded(page, &[Piece::Text(0..page.len() as u32)])
    }

    #[test]
    fn references_are_decoded_one_by_one() {
        assert_eq!(
            read("  R&amp;D&nbsp;&eacute;t&eacute; &#8217; &zzz; &notit; a&b "),
            "R&D été ’ &zzz; ¬it; a&b"
        );
    }
}
