//! A sentence in pieces small enough for dates and numbers.
//!
//! Words are the wrong grain here: `9-year`, `mid-2016`, `$64.8million`, `4:00` and `1995-96` each hold several things that a rule must see.
//! Sentences are therefore cut into runs of letters, numbers and single marks, which still know whether white space stood between.

use std::borrow::Cow;
use std::ops::Range;

use sayso_lang::Sentence;
use sayso_text::{Body, Slice};

/// A run of letters, a number, or one other character.
#[derive(Debug)]
pub(crate) struct Atom<'t> {
    /// Its characters.
    pub(crate) slice: Slice<'t, Body>,
    /// The same in lower case, with a straight apostrophe and a plain hyphen.
    pub(crate) lower: Cow<'t, str>,
    /// No white space before it.
    pub(crate) glued: bool,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Number,
    Mark,
}

/// The atoms of one sentence.
#[derive(Debug)]
pub(crate) struct Line<'t> {
    atoms: Vec<Atom<'t>>,
}

impl<'t> Line<'t> {
    /// Cuts a sentence.
    pub(crate) fn new(sentence: &Sentence<'t>) -> Self {
        let mut atoms: Vec<Atom<'t>> = Vec::new();
        for run in sentence.slice.words() {
            for (slice, kind) in pieces(run) {
                let glued = atoms.last().is_some_and(|last| last.slice.span().end() == slice.span().start());
                atoms.push(Atom { slice, lower: lower(slice.as_str()), glued, kind });
            }
        }
        Line { atoms }
    }

    /// How many atoms.
    pub(crate) fn len(&self) -> usize {
        self.atoms.len()
    }

    /// Atom `at` in lower case; empty outside the sentence, so that rules can look over its ends.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.atoms.get(at).map_or("", |atom| &atom.lower)
    }

    /// The atom before `at` in lower case; empty at the start of the sentence.
    pub(crate) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// Atom `at` is one of `words`.
    pub(crate) fn any(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.word(at))
    }

    /// The words of `phrase`, separated by spaces, stand from `at` on; the atom after them.
    pub(crate) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        // Most atoms begin no phrase at all, and this is asked of every atom hundreds of times.
        let first = self.word(at);
        if first.is_empty() || !phrase.starts_with(first) {
            return None;
        }
        phrase.split(' ').try_fold(at, |at, word| (self.word(at) == word).then_some(at + 1))
    }

    /// The first of `phrases` that stands from `at` on; the atom after it.
    pub(crate) fn phrases(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.phrase(at, phrase))
    }

    /// Atom `at` follows the one before it without white space.
    pub(crate) fn glued(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.glued)
    }

    /// Atom `at` is made of letters.
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.kind == Kind::Word)
    }

    /// Atom `at` is made of digits.
    pub(crate) fn is_number(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.kind == Kind::Number)
    }

    /// Atom `at` opens with a capital letter.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.as_written(at).starts_with(char::is_uppercase)
    }

    /// Atom `at` as it stands in the text.
    pub(crate) fn as_written(&self, at: usize) -> &'t str {
        self.atoms.get(at).map_or("", |atom| atom.slice.as_str())
    }

    /// The whole number that atom `at` writes in one to four digits.
    pub(crate) fn digits(&self, at: usize) -> Option<i16> {
        let written = self.as_written(at);
        let plain = self.is_number(at) && written.len() <= 4 && written.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| written.parse().ok()).flatten()
    }

    /// Atom `at` is a hyphen or a dash.
    pub(crate) fn is_dash(&self, at: usize) -> bool {
        self.any(at, &["-", "–", "—"])
    }

    /// Past one hyphen that joins `at` to what stands before it.
    pub(crate) fn skip_hyphen(&self, at: usize) -> usize {
        if self.word(at) == "-" && self.glued(at) && self.glued(at + 1) { at + 1 } else { at }
    }

    /// The words of a range of atoms.
    pub(crate) fn slice(&self, range: Range<usize>) -> Option<Slice<'t, Body>> {
        let first = self.atoms.get(range.start)?.slice;
        first.hull(self.atoms.get(range.end.checked_sub(1)?)?.slice)
    }
}

/// Cuts a run without white space.
fn pieces<'t>(run: Slice<'t, Body>) -> impl Iterator<Item = (Slice<'t, Body>, Kind)> {
    let mut rest = run;
    std::iter::from_fn(move || {
        let (len, kind) = head(rest.as_str(), rest.span().start() > run.span().start())?;
        let (piece, tail) = rest.split_at(len)?;
        rest = tail;
        Some((piece, kind))
    })
}

/// Length in bytes and kind of the first piece of `words`; an apostrophe opens a clitic only `inside` a run, else it is a quotation mark.
fn head(words: &str, inside: bool) -> Option<(usize, Kind)> {
    let first = words.chars().next()?;
    let (len, kind) = if first.is_ascii_digit() {
        (number_length(words), Kind::Number)
    } else if first.is_alphabetic() {
        (letters(words), Kind::Word)
    } else if inside && is_apostrophe(first) {
        let tail = letters(&words[first.len_utf8()..]);
        (first.len_utf8() + tail, if tail > 0 { Kind::Word } else { Kind::Mark })
    } else {
        (first.len_utf8(), Kind::Mark)
    };
    Some((len, kind))
}

/// Digits, with a comma or a point inside where a digit follows.
fn number_length(words: &str) -> usize {
    let bytes = words.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let inside = |at: usize| digit(at) || matches!(bytes.get(at), Some(b',' | b'.')) && digit(at + 1);
    (0..bytes.len()).find(|&at| !inside(at)).unwrap_or(bytes.len())
}

fn letters(words: &str) -> usize {
    words.find(|c: char| !c.is_alphabetic() && !is_combining(c)).unwrap_or(words.len())
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn lower(words: &str) -> Cow<'_, str> {
    let plain = |b: u8| b.is_ascii() && !b.is_ascii_uppercase();
    if words.bytes().all(plain) {
        return Cow::Borrowed(words);
    }
    let fold = |c: char| match c {
        '’' | 'ʼ' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        c => c,
    };
    Cow::Owned(words.chars().flat_map(char::to_lowercase).map(fold).collect())
}
