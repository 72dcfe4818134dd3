//! Cutting a paragraph into tokens, as the English treebanks of Universal Dependencies do (EWT, GUM; checked against their training parts).
//!
//! White space always separates. Inside a run of other characters (a *chunk*) the cutter takes one token after the other from the left:
//! an address or a file name, a number, a word, a symbol. No look ahead is longer than [`REACH`], which keeps time linear.

mod clitics;
mod numbers;
mod symbols;
mod web;
mod words;

pub(crate) use symbols::is_face;

use crate::chars::{is_apostrophe, is_blank, is_word};

/// Longest look ahead, in bytes: a local part of an e-mail address has at most 64 (RFC 5321), a domain 255.
const REACH: usize = 256;

/// A token as a range of bytes of its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cut {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// It is written in one with the token before ("do|n't"): the two are one word to the eye, two to syntax.
    pub(crate) joined: bool,
}

/// Cuts `words`, a paragraph, into tokens: in order, without overlap, covering all that is not blank.
pub(crate) fn cut(words: &str) -> Vec<Cut> {
    let mut cuts = Vec::with_capacity(words.len() / 5 + 1);
    let mut at = 0;
    while let Some(start) = words[at..].find(|c| !is_blank(c)).map(|skip| at + skip) {
        let end = words[start..].find(is_blank).map_or(words.len(), |length| start + length);
        Chunk { words, start, end }.cut(&mut cuts);
        at = end;
    }
    cuts
}

/// A run without blanks, inside its paragraph.
#[derive(Debug, Clone, Copy)]
struct Chunk<'t> {
    words: &'t str,
    start: usize,
    end: usize,
}

impl<'t> Chunk<'t> {
    fn cut(self, cuts: &mut Vec<Cut>) {
        if self.words.as_bytes()[self.start..self.end].iter().all(u8::is_ascii_lowercase) {
            return clitics::split(self.words, self.start, self.end, cuts);
        }
        if symbols::is_drawing(self.rest(self.start)) {
            return cuts.push(Cut { start: self.start, end: self.end, joined: false });
        }
        let mut at = self.start;
        while at < self.end {
            at = self.token(at, cuts);
        }
    }

    /// Cuts the token at byte `at` and tells where it ends.
    fn token(self, at: usize, cuts: &mut Vec<Cut>) -> usize {
        let rest = self.rest(at);
        let first = rest.chars().next().unwrap_or(' ');
        if let Some(length) = self.whole(at, first) {
            cuts.push(Cut { start: at, end: at + length, joined: false });
            return at + length;
        }
        if is_word(first) || self.elided(at, first) {
            let end = at + words::length(self, at);
            clitics::split(self.words, at, end, cuts);
            return end;
        }
        let end = at + symbols::length(rest);
        cuts.push(Cut { start: at, end, joined: false });
        end
    }

    /// Length of an address, a face or a number at `at`: tokens that are never cut further.
    fn whole(self, at: usize, first: char) -> Option<usize> {
        let rest = self.rest(at);
        let fresh = !self.before(at).is_some_and(is_word);
        let letter = is_word(first);
        let address = if fresh && (letter || matches!(first, '@' | '#')) { web::length(rest) } else { None };
        let face = if letter { None } else { symbols::face(rest, at == self.start) };
        if address.is_some() || face.is_some() {
            return address.or(face);
        }
        fresh.then(|| numbers::length(rest, at == self.start)).flatten()
    }

    /// True at an apostrophe that stands for letters left out in front ('em, ’tis, '90s) or opens a clitic after a mark ("Acme"'s).
    fn elided(self, at: usize, first: char) -> bool {
        is_apostrophe(first) && clitics::opens(self.rest(at), self.before(at))
    }

    /// What is left of the chunk from byte `at` on.
    fn rest(self, at: usize) -> &'t str {
        &self.words[at..self.end]
    }

    /// The character before byte `at`, inside the chunk.
    fn before(self, at: usize) -> Option<char> {
        self.words[self.start..at].chars().next_back()
    }

    /// The first character after the chunk and its white space; `None` at the end of the paragraph.
    fn next_character(self) -> Option<char> {
        self.words[self.end..].chars().find(|&c| !is_blank(c))
    }
}

/// The longest prefix of `words` of characters that satisfy `inside`, in bytes.
fn span(words: &str, inside: impl Fn(char) -> bool) -> usize {
    words.find(|c| !inside(c)).unwrap_or(words.len())
}

/// The first `REACH` bytes or so of `words`, on a character boundary.
fn reach(words: &str) -> &str {
    let mut end = words.len().min(REACH);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    &words[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens of `words` with a space between, `+` where they are joined.
    pub(super) fn tokens(words: &str) -> String {
        let mut out = String::new();
        for (index, cut) in cut(words).into_iter().enumerate() {
            out.push_str(if index == 0 {
                ""
            } else if cut.joined {
                "+"
            } else {
                " "
            });
            out.push_str(&words[cut.start..cut.end]);
        }
        out
    }

    #[track_caller]
    fn check(rows: &[(&str, &str)]) {
        for (words, expected) in rows {
            assert_eq!(&tokens(words), expected, "{words:?}");
        }
    }

    #[test]
    fn punctuation_and_brackets_stand_alone() {
        check(&[
            ("He left.", "He left ."),
            ("(The port, too.)", "( The port , too . )"),
            ("\"No,\" she said.", "\" No , \" she said ."),
            ("“No,” she said.", "“ No , ” she said ."),
            ("wait...what?!", "wait ... what ?!"),
            ("the ship -- the last--sank", "the ship -- the last -- sank"),
            ("the ship—the last—sank", "the ship — the last — sank"),
        ]);
    }

    #[test]
    fn clitics_come_off() {
        check(&[
            ("They don't, we're, Ankara's", "They do+n't , we+'re , Ankara+'s"),
            ("They don’t, we’re, Ankara’s", "They do+n’t , we+’re , Ankara+’s"),
            ("cannot gonna Can't DON'T", "can+not gon+na Ca+n't DO+N'T"),
            ("O'Hara's o'clock Qa'im", "O'Hara+'s o'clock Qa'im"),
            ("I'd've the 1990's", "I+'d+'ve the 1990's"),
            ("'tis '90s 'em", "'t+is '90s 'em"),
        ]);
    }

    #[test]
    fn stops_of_abbreviations_stay() {
        check(&[
            ("the U.S. and U.N. envoys", "the U.S. and U.N. envoys"),
            ("Gen. J. R. Smith left at 10 a.m. Monday.", "Gen. J. R. Smith left at 10 a.m. Monday ."),
            ("No. 5, but no.", "No. 5 , but no ."),
            ("Ph.D. students e.g. here", "Ph.D. students e.g. here"),
            ("He left.She stayed.", "He left . She stayed ."),
        ]);
    }

    #[test]
    fn numbers_keep_their_separators() {
        check(&[
            ("1,200.50 at 10:30", "1,200.50 at 10:30"),
            ("$5 and €7,5 and US$3m", "$ 5 and € 7,5 and US$ 3 m"),
            ("50% of 3-5", "50 % of 3 - 5"),
            ("2014-2018 on 11/09/2018 or 2018-09-11", "2014 - 2018 on 11/09/2018 or 2018-09-11"),
            ("7:30pm 5km 4th 1990s", "7:30 pm 5 km 4th 1990s"),
            ("call 555-123-4567, +44", "call 555-123-4567 , +44"),
            ("5'10\" tall", "5 ' 10 \" tall"),
        ]);
    }

    #[test]
    fn hyphens_split_compounds_and_leave_prefixes() {
        check(&[
            ("state-owned al-Nusra", "state - owned al - Nusra"),
            ("re-elected ex-president anti-ship e-mail", "re-elected ex-president anti-ship e-mail"),
            ("out-of-the-way F-16s", "out - of - the - way F - 16s"),
        ]);
    }

    #[test]
    fn addresses_are_one_token() {
        check(&[
            (
                "See http://example.org/a?b=c, or (www.example.com).",
                "See http://example.org/a?b=c , or ( www.example.com ) .",
            ),
            ("to jo.doe@example.com.", "to jo.doe@example.com ."),
            ("example.com says @jodoe #breaking", "example.com says @jodoe #breaking"),
        ]);
    }

    #[test]
    fn other_scripts_and_pictures() {
        check(&[
            ("Cafe\u{301} in Łódź", "Cafe\u{301} in Łódź"),
            ("ok 👍🏽 :-)", "ok 👍🏽 :-)"),
            ("قال الرئيس، نعم", "قال الرئيس ، نعم"),
            ("a\0b\u{200b}c", "a b c"),
        ]);
    }

    #[test]
    fn long_runs_take_linear_steps() {
        for piece in ["a", "-", "a-", "a.", "(", "\"", "'", "1,", "@", "a@", "é"] {
            let words = piece.repeat(200_000);
            let covered: usize = cut(&words).iter().map(|cut| cut.end - cut.start).sum();
            assert_eq!(covered, words.len(), "{piece:?}");
        }
    }
}
