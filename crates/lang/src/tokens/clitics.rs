//! Clitics: parts of syntax written in one with the word before ("do|n't", "Ankara|'s", "can|not").

use super::{Cut, span};
use crate::chars::{is_apostrophe, is_word};

/// Pushes the tokens of the word at `start..end` of `words`.
pub(super) fn split(words: &str, start: usize, end: usize, cuts: &mut Vec<Cut>) {
    let word = &words[start..end];
    let first = cuts.len();
    cuts.push(Cut { start, end, joined: false });
    let mut rest = word;
    for _ in 0..MOST {
        let Some(at) = boundary(rest) else { return };
        let last = cuts[first];
        cuts.insert(first + 1, Cut { start: start + at, end: last.end, joined: true });
        cuts[first].end = start + at;
        rest = &word[..at];
    }
}

/// Most clitics in a row ("they'd've" has two).
const MOST: usize = 3;

/// Where the last clitic of `word` begins, if it has one.
fn boundary(word: &str) -> Option<usize> {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return FUSED.iter().find(|row| row.0.eq_ignore_ascii_case(word)).map(|row| row.1);
    }
    let (at, mark) = word.char_indices().rfind(|&(_, c)| is_apostrophe(c))?;
    let after = &word[at + mark.len_utf8()..];
    fused(word, mark).or_else(|| suffix(word, at, after))
}

/// Where `word` with its apostrophe straightened is in the table.
fn fused(word: &str, mark: char) -> Option<usize> {
    let (before, after) = word.get(..word.len().min(16))?.split_once(mark)?;
    let same = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
    let row = APOSTROPHED.iter().find(|row| same(before, row.0) && same(after, row.1))?;
    Some(row.0.len() + mark.len_utf8() + row.2)
}

/// Where the clitic begins in `word` with its last apostrophe at `at`.
fn suffix(word: &str, at: usize, after: &str) -> Option<usize> {
    let before = word[..at].chars().next_back()?;
    if after.eq_ignore_ascii_case("t") && matches!(before, 'n' | 'N') {
        return (at > 1).then_some(at - 1);
    }
    let known = SUFFIXES.iter().any(|suffix| after.eq_ignore_ascii_case(suffix));
    // "the 1990's" and "47's" are plurals.
    let plural = after == "s" && word[..at].bytes().all(|byte| byte.is_ascii_digit());
    (known && is_word(before) && !plural).then_some(at)
}

/// What follows an apostrophe in a clitic.
const SUFFIXES: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];

/// Words of two without an apostrophe, and where the second begins (EWT cuts "dont" and "gonna" as it cuts "don't").
const FUSED: [(&str, usize); 33] = [
    ("cannot", 3),
    ("gonna", 3),
    ("wanna", 3),
    ("gotta", 3),
    ("dont", 2),
    ("doesnt", 4),
    ("didnt", 3),
    ("cant", 2),
    ("wont", 2),
    ("isnt", 2),
    ("arent", 3),
    ("wasnt", 3),
    ("werent", 4),
    ("couldnt", 5),
    ("wouldnt", 5),
    ("shouldnt", 6),
    ("havent", 4),
    ("hasnt", 3),
    ("hadnt", 3),
    ("aint", 2),
    ("ive", 1),
    ("youre", 3),
    ("theyre", 4),
    ("im", 1),
    ("thats", 4),
    ("whats", 4),
    ("theres", 5),
    ("heres", 4),
    ("hes", 2),
    ("shes", 3),
    ("youll", 3),
    ("theyll", 4),
    ("arnt", 2),
];

/// Words of two with an apostrophe elsewhere: before it, after it, bytes after it before the second word begins (apostrophe not counted).
const APOSTROPHED: [(&str, &str, usize); 4] =
    [("", "tis", 1), ("", "twas", 1), ("c", "mon", 1), ("y", "all", 0)];

/// True where the apostrophe at the front of `rest` belongs to a word: a known elision, a year, a clitic after a mark.
pub(super) fn opens(rest: &str, before: Option<char>) -> bool {
    let Some(mark) = rest.chars().next() else { return false };
    let word = &rest[mark.len_utf8()..];
    let word = &word[..span(word, is_word)];
    match before {
        Some('"' | '”' | ')' | ']' | '.' | '!' | '?' | '%') => word == "s",
        Some(_) => false,
        None if rest.len() < 6 && word.len() + mark.len_utf8() == rest.len() && SUFFIXES.contains(&word) => {
            true
        }
        None => is_year(word) || ELIDED.iter().any(|known| known.eq_ignore_ascii_case(word)),
    }
}

/// '90s, '68.
fn is_year(word: &str) -> bool {
    let digits = word.strip_suffix('s').unwrap_or(word);
    digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Words that lose their beginning.
const ELIDED: [&str; 9] = ["em", "tis", "twas", "til", "cause", "bout", "cuz", "round", "n"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_word_of_every_row_begins_inside() {
        assert!(FUSED.iter().all(|row| row.1 > 0 && row.1 < row.0.len()));
        assert!(APOSTROPHED.iter().all(|row| row.2 < row.1.len()));
    }

    #[test]
    fn the_last_clitic_is_found() {
        for (word, at) in
            [("don't", 2), ("we're", 2), ("can’t", 2), ("Gonna", 3), ("’tis", 4), ("c'mon", 3), ("y'all", 2)]
        {
            assert_eq!(boundary(word), Some(at), "{word}");
        }
        for word in ["o'clock", "n't", "1990's", "Sana'a", "'s", "t"] {
            assert_eq!(boundary(word), None, "{word}");
        }
    }

    #[test]
    fn apostrophes_that_open_words() {
        assert!(opens("'em", None) && opens("’90s", None) && opens("'s", Some('"')));
        assert!(!opens("'hello", None) && !opens("'s", Some('a')));
    }
}
