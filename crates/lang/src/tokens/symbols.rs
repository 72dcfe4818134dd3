//! What is neither word nor number: punctuation, runs of one sign, faces, drawings, emoji.

use super::span;
use crate::chars::is_mark;

/// Length of the symbol at the front of `rest`, which is not empty.
pub(super) fn length(rest: &str) -> usize {
    let first = rest.chars().next().unwrap_or(' ');
    match first {
        '.' => dots(rest),
        '!' | '?' => span(rest, |c| matches!(c, '!' | '?')),
        '\'' | '`' | '‘' | '’' => doubled(rest, first),
        '-' | '*' | '=' | '~' | '<' | '>' | '^' | '|' | '#' | '+' | '$' | '…' | ',' => {
            span(rest, |c| c == first)
        }
        _ if first.is_ascii() => 1 + span(&rest[1..], is_mark),
        _ => picture(rest, first),
    }
}

/// "...", "..", and ".?" as EWT keeps it.
fn dots(rest: &str) -> usize {
    let run = span(rest, |c| c == '.');
    if run == 1 { 1 + span(&rest[1..], |c| matches!(c, '?' | '!')) } else { run }
}

/// Two single quotes make one mark: ``so'', ‘‘so’’.
fn doubled(rest: &str, mark: char) -> usize {
    let length = mark.len_utf8();
    if rest[length..].starts_with(mark) { 2 * length } else { length }
}

/// One picture or sign with what modifies it: variation selectors, skin tone, joined pictures, the second half of a flag.
fn picture(rest: &str, first: char) -> usize {
    let mut end = first.len_utf8();
    if is_flag_half(first) && rest[end..].starts_with(is_flag_half) {
        end += first.len_utf8();
    }
    loop {
        end += span(&rest[end..], is_mark);
        let joined = rest[..end].ends_with('\u{200d}');
        match rest[end..].chars().next() {
            Some(next) if joined && !next.is_alphanumeric() => end += next.len_utf8(),
            _ => return end,
        }
    }
}

fn is_flag_half(c: char) -> bool {
    ('\u{1f1e6}'..='\u{1f1ff}').contains(&c)
}

/// Length of the face at the front of `rest`, if one stands there alone.
pub(super) fn face(rest: &str, at_start: bool) -> Option<usize> {
    if !rest.starts_with([':', ';', '=', '^', '<', '>', 'x', 'X', '-', '(']) {
        return None;
    }
    let face = FACES.iter().find(|face| rest.starts_with(**face))?;
    let after = rest[face.len()..].chars().next();
    // ":D" and ":/" are faces only on their own; "http://" and "see:(a)" are not.
    let sure = face.len() > 2 || face.ends_with([')', '(']);
    let alone = at_start && after.is_none();
    let ends = !after.is_some_and(|c| c.is_alphanumeric() || c == '/');
    (alone || (sure && ends && (at_start || face.len() > 2 || after.is_none()))).then_some(face.len())
}

/// True for a token that is a face.
pub(crate) fn is_face(token: &str) -> bool {
    token.len() > 1 && !token.as_bytes()[0].is_ascii_alphanumeric() && FACES.contains(&token)
}

/// Faces, longest first.
const FACES: [&str; 28] = [
    ":'-(", ":'(", ">:(", "(:", ":-)", ":-(", ";-)", ":-D", ":-P", ":-/", "=-)", "^_^", "-_-", ":))", ":o)",
    ":)", ":(", ";)", "=)", "=(", ":D", ":P", ":p", ";D", ":/", "=D", "<3", ":O",
];

/// True for a chunk drawn with signs ("---->===*<----", "|----+"): four or more, of more than one kind, none of them a letter or a stop.
pub(super) fn is_drawing(chunk: &str) -> bool {
    let bytes = chunk.as_bytes();
    let sign = |byte: &u8| b"-=_|+*<>{}~^#/\\".contains(byte);
    bytes.len() >= 4 && bytes.iter().all(sign) && bytes.iter().any(|byte| *byte != bytes[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        for (words, expected) in
            [("...", 3), (".?", 2), (".\"", 1), ("!!?a", 3), ("``a", 2), ("''", 2), ("--a", 2), (")))", 1)]
        {
            assert_eq!(length(words), expected, "{words}");
        }
        assert_eq!(length("👨\u{200d}👩\u{200d}👧!"), "👨\u{200d}👩\u{200d}👧".len());
        assert_eq!(length("🇹🇷🇷🇺"), "🇹🇷".len());
    }

    #[test]
    fn faces_stand_alone() {
        assert_eq!(face(":-)", false), Some(3));
        assert_eq!(face(":D", true), Some(2));
        assert_eq!(face(":Do", true), None);
        assert_eq!(face("://", false), None);
    }

    #[test]
    fn drawings_are_one_token() {
        assert!(
            is_drawing("|----+---->") && !is_drawing("----") && !is_drawing("...!") && !is_drawing("a---->")
        );
    }
}
