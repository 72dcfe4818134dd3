//! Words: where does one end, given what may join its parts (apostrophe, hyphen, stop, ampersand)?

use super::{Chunk, reach, span};
use crate::abbreviations::{Abbreviation, abbreviation};
use crate::chars::{is_apostrophe, is_word};

/// Length of the word at byte `at` of its paragraph, clitics included.
pub(super) fn length(chunk: Chunk<'_>, at: usize) -> usize {
    let rest = chunk.rest(at);
    let mut end = first_part(rest);
    if let Some(stop) = stopped(chunk, rest, end) {
        return stop;
    }
    if rest[end..].starts_with('$') && DOLLARS.contains(&&rest[..end]) {
        return end + 1;
    }
    while let Some(more) = joint(rest, end) {
        end += more;
    }
    end + trailing(rest, end)
}

/// What belongs to the word behind it: the hyphen of one broken off ("th- the", GUM), the mark of a name ("Yahoo!").
fn trailing(rest: &str, end: usize) -> usize {
    let broken = end < 3 && rest[..end].bytes().all(|byte| byte.is_ascii_alphabetic());
    match &rest[end..] {
        "-" | "-," => usize::from(broken),
        "!" => usize::from(&rest[..end] == "Yahoo"),
        _ => 0,
    }
}

/// The first run of letters, with an apostrophe in front ('em).
fn first_part(rest: &str) -> usize {
    let mark = rest.chars().next().filter(|&c| is_apostrophe(c)).map_or(0, char::len_utf8);
    mark + span(&rest[mark..], is_word)
}

/// Bytes that join the word `rest[..end]` with its next part, that part included.
fn joint(rest: &str, end: usize) -> Option<usize> {
    let mark = rest[end..].chars().next()?;
    let after = &rest[end + mark.len_utf8()..];
    let part = span(after, is_word);
    let joins = part > 0
        && match mark {
            '-' | '\u{2011}' => hyphen_stays(&rest[..end], after, part),
            '&' => is_initials(&rest[..end]) && is_initials(&after[..part]),
            '*' => true,
            '/' => SLASHED.contains(&&reach(rest)[..(end + 1 + part).min(reach(rest).len())]),
            _ => is_apostrophe(mark) && !rest[..end].bytes().all(|byte| byte.is_ascii_digit()),
        };
    joins.then_some(mark.len_utf8() + part)
}

/// What a dollar sign can stand behind ("US$").
const DOLLARS: [&str; 9] = ["US", "U", "A", "AU", "C", "CA", "HK", "NZ", "S"];

/// Short forms with a slash.
const SLASHED: [&str; 8] = ["w/o", "n/a", "N/A", "s/he", "S/he", "l/c", "I/C", "P/E"];

/// "A&E", "AT&T", "PG&E".
fn is_initials(part: &str) -> bool {
    part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// True where the treebanks keep `before-after` in one: a prefix, or a sound.
fn hyphen_stays(before: &str, after: &str, part: usize) -> bool {
    let last = before.len() < 16 && !after[part..].starts_with('-');
    let known = |table: &[&str]| table.iter().any(|row| row.eq_ignore_ascii_case(before));
    (last && known(&PREFIXES)) || (part < 4 && known(&SOUNDS))
}

/// Prefixes that keep their hyphen: the list of the treebank guidelines (LDC, *English Web Treebank addendum*), less those that the
/// training parts of EWT and GUM split more often than not (x-, vice-, pan-, eco-).
const PREFIXES: [&str; 45] = [
    "e", "u", "agro", "ante", "anti", "arch", "be", "bi", "bio", "co", "counter", "cross", "cyber", "de",
    "ex", "extra", "inter", "intra", "macro", "mega", "micro", "mid", "mini", "multi", "neo", "non", "over",
    "para", "peri", "post", "pre", "pro", "pseudo", "psycho", "re", "semi", "socio", "sub", "super", "tri",
    "ultra", "un", "under", "uni", "trans",
];

/// First halves of sounds ("uh-oh", "mm-hm").
const SOUNDS: [&str; 6] = ["uh", "mm", "hm", "oh", "um", "huh"];

/// Where the word ends if it ends in a stop of its own: an initialism (U.S.), an initial (J.), an abbreviation (Gen.).
fn stopped(chunk: Chunk<'_>, rest: &str, end: usize) -> Option<usize> {
    if !rest[end..].starts_with('.') {
        return None;
    }
    let dotted = initialism(rest);
    if dotted > end {
        let stop = rest[dotted..].starts_with('.') && !rest[dotted..].starts_with("..");
        return Some(dotted + usize::from(stop));
    }
    let after = rest[end + 1..].chars().next();
    let follows = if after.is_none() { chunk.next_character() } else { after };
    keeps_stop(&rest[..end], after, follows).then_some(end + 1)
}

/// True where the stop after `word` is its own; `after` is what stands right behind it, `follows` what comes after white space.
fn keeps_stop(word: &str, after: Option<char>, follows: Option<char>) -> bool {
    let known = abbreviation(word);
    // "Dr.Jones" and "J.Jones" lack a space; "no.5" and "house.She" tell nothing.
    let opens =
        is_initial(word) || (known == Some(Abbreviation::Open) && after.is_some_and(char::is_uppercase));
    if after.is_some_and(|c| c == '.' || (is_word(c) && !opens)) {
        return false;
    }
    match known {
        Some(Abbreviation::Number) => follows.is_some_and(|c| c.is_ascii_digit()),
        Some(Abbreviation::Open) => follows.is_some(),
        Some(Abbreviation::Final) => follows.is_some_and(|c| word != "etc" || !c.is_uppercase()),
        None => is_initial(word) && word != "I" && follows.is_some_and(char::is_uppercase),
    }
}

/// One capital letter.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Length of the letters with stops between at the front of `rest` ("U.S", "a.k.a", "Ph.D"); 0 where a part is a longer word.
fn initialism(rest: &str) -> usize {
    let window = reach(rest);
    let mut end = 0;
    let mut parts = 0;
    for part in window.split('.') {
        let length = span(part, is_word);
        let short =
            part[..length].chars().take(2).count() == 1 && !part.starts_with(|c: char| c.is_ascii_digit());
        if !(short || DEGREES.contains(&&part[..length])) {
            break;
        }
        end += length + usize::from(parts > 0);
        parts += 1;
        if length < part.len() {
            break;
        }
    }
    if parts > 1 { end } else { 0 }
}

/// Parts of academic degrees of more than one letter.
const DEGREES: [&str; 5] = ["Ph", "Sc", "Ed", "Phil", "Litt"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initialisms() {
        for (words, expected) in
            [("U.S.", 3), ("a.k.a", 5), ("Ph.D.", 4), ("U.Skip", 0), ("left.She", 0), ("U.S.-led", 3)]
        {
            assert_eq!(initialism(words), expected, "{words}");
        }
    }

    #[test]
    fn hyphens() {
        assert!(
            hyphen_stays("re", "elected", 7)
                && hyphen_stays("Anti", "ship", 4)
                && hyphen_stays("uh", "oh", 2)
        );
        assert!(!hyphen_stays("state", "owned", 5) && !hyphen_stays("non", "adult-like", 5));
    }

    #[test]
    fn stops() {
        assert!(
            keeps_stop("Gen", None, Some('I'))
                && keeps_stop("J", None, Some('R'))
                && keeps_stop("No", None, Some('5'))
        );
        assert!(
            !keeps_stop("No", None, Some('H'))
                && !keeps_stop("house", None, Some('H'))
                && !keeps_stop("Gen", None, None)
        );
    }
}
