//! Quotation marks: which open, which close, which belong together, which are apostrophes, feet or inches?
//!
//! Each paragraph is paired on its own with a stack, so an odd mark never turns the rest of a report inside out. A quotation that is still
//! open at the end of its paragraph runs to that end; where another quotation opens after it, the closing mark was forgotten and it ends
//! there. If the next paragraph opens with the same kind of mark, the quotation goes on over the break (*Chicago Manual of Style* 13.30).

use crate::Marks;
use crate::chars::{
    CURLY_SINGLE, FAMILIES, QuoteMark, STRAIGHT_SINGLE, Side, is_blank, is_closing_bracket, is_dash,
    is_opening_bracket, quote_mark,
};
use crate::tokens::Cut;

/// What a token does as a quotation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It is none.
    None,
    /// It opens a quotation.
    Open,
    /// It closes one, or would if one were open.
    Close,
}

/// A quotation as a range of tokens of its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The opening mark.
    pub(crate) open: usize,
    /// One past the closing mark, or past the last token inside.
    pub(crate) end: usize,
    pub(crate) closed: bool,
    pub(crate) marks: Marks,
    /// It is open at the end of its paragraph, and the next one goes on with it.
    pub(crate) carried: bool,
}

/// Pairs the marks of a paragraph; `next` is the mark that the following paragraph opens with. Apostrophes after a plural are joined.
pub(crate) fn pair(words: &str, cuts: &mut [Cut], next: Option<QuoteMark>) -> (Vec<Role>, Vec<Pair>) {
    let mut pairing = Pairing::new(words, cuts);
    for index in 0..pairing.cuts.len() {
        if let Some(mark) = quote_mark(pairing.token(index)) {
            pairing.take(index, mark);
        }
    }
    let pairs = pairing.finish(next);
    let roles = pairing.roles;
    join_apostrophes(words, cuts, &roles);
    (roles, pairs)
}

/// The mark a paragraph opens with.
pub(crate) fn first_mark(words: &str) -> Option<QuoteMark> {
    let words = words.trim_start_matches(is_blank);
    let first = words.chars().next()?;
    let doubled = words.get(..2).and_then(quote_mark);
    doubled.or_else(|| quote_mark(&words[..first.len_utf8()])).filter(|mark| mark.side != Side::Close)
}

/// An opening mark and what became of it.
#[derive(Debug, Clone, Copy)]
struct Opened {
    at: usize,
    mark: QuoteMark,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    ClosedAt(usize),
    /// A quotation around it was closed first: it was no opening mark, or one too many.
    Dropped,
}

/// Which way a mark leans by what stands next to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lean {
    Open,
    Close,
    Unsure,
}

struct Pairing<'p> {
    words: &'p str,
    cuts: &'p [Cut],
    roles: Vec<Role>,
    opened: Vec<Opened>,
    /// Those that wait, as indices of `opened`.
    stack: Vec<usize>,
    /// How many of each family wait.
    waiting: [usize; FAMILIES],
}

impl<'p> Pairing<'p> {
    fn new(words: &'p str, cuts: &'p [Cut]) -> Self {
        let roles = vec![Role::None; cuts.len()];
        Pairing { words, cuts, roles, opened: Vec::new(), stack: Vec::new(), waiting: [0; FAMILIES] }
    }

    fn token(&self, index: usize) -> &'p str {
        self.cuts.get(index).map_or("", |cut| &self.words[cut.start..cut.end])
    }

    fn take(&mut self, index: usize, mark: QuoteMark) {
        let lean = self.lean(index);
        match mark.marks {
            Marks::Double => self.double(index, mark, lean),
            Marks::Single => self.single(index, mark, lean),
        }
    }

    fn double(&mut self, index: usize, mark: QuoteMark, lean: Lean) {
        let family = self.family_to_close(index, mark);
        let waits = self.waiting[usize::from(family)] > 0;
        let opens = match (mark.side, lean) {
            (Side::Open, _) => !(waits && self.closes_anyway(index, lean)),
            (Side::Close, _) => false,
            (Side::Either, Lean::Open) => self.token(index) != "”" || !waits,
            (Side::Either, Lean::Close) => false,
            (Side::Either, Lean::Unsure) => !waits,
        };
        if !waits && self.measures(index) {
            return;
        }
        if opens { self.open(index, mark) } else { self.close(index, family) }
    }

    /// The family that a closing mark closes: its own, or straight for curly and back where only that waits (`"so”`).
    fn family_to_close(&self, index: usize, mark: QuoteMark) -> u8 {
        let other = match mark.family {
            0 => 1,
            1 if self.token(index) == "”" => 0,
            own => own,
        };
        let (own, swapped) = (self.waiting[usize::from(mark.family)], self.waiting[usize::from(other)]);
        if own == 0 && swapped > 0 && mark.side == Side::Either { other } else { mark.family }
    }

    /// “ closes after „, and where it leans so (“so“ said he).
    fn closes_anyway(&self, index: usize, lean: Lean) -> bool {
        let low = self.stack.last().is_some_and(|&last| self.token(self.opened[last].at) == "„");
        self.token(index) == "“" && ((low && lean != Lean::Open) || lean == Lean::Close)
    }

    /// 6", 5'10": inches, feet, minutes and seconds follow a digit.
    fn measures(&self, index: usize) -> bool {
        let before = index.checked_sub(1).map_or("", |before| self.token(before));
        let straight = matches!(self.token(index), "\"" | "'" | "''");
        straight && before.ends_with(|c: char| c.is_ascii_digit()) && !self.blank_before(index)
    }

    fn single(&mut self, index: usize, mark: QuoteMark, lean: Lean) {
        let waits = self.waiting[usize::from(mark.family)] > 0;
        if mark.side != Side::Close && lean == Lean::Open {
            if !self.is_year(index + 1) {
                self.open(index, mark);
            }
        } else if waits && mark.side != Side::Open && lean != Lean::Open && !self.is_possessive(index, mark) {
            self.close(index, mark.family);
        } else if mark.marks == Marks::Single && mark.family != STRAIGHT_SINGLE && mark.family != CURLY_SINGLE
        {
            self.roles[index] = Role::Close;
        }
    }

    /// ‘90s, typed with the wrong mark.
    fn is_year(&self, index: usize) -> bool {
        let digits = self.token(index).trim_end_matches('s');
        digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// "the workers' rights" inside single marks: a plural before, a small word after, and another mark to close with.
    fn is_possessive(&self, index: usize, mark: QuoteMark) -> bool {
        let plural = index > 0 && self.token(index - 1).ends_with('s') && !self.blank_before(index);
        let small = self.token(index + 1).starts_with(char::is_lowercase);
        plural && small && self.closer_follows(index, mark)
    }

    /// True where the next single mark, at most [`FAR`] tokens on, leans to close.
    fn closer_follows(&self, index: usize, mark: QuoteMark) -> bool {
        let same = |&at: &usize| quote_mark(self.token(at)).is_some_and(|other| other.family == mark.family);
        let next = (index + 1..self.cuts.len().min(index + FAR)).find(same);
        next.is_some_and(|at| self.lean(at) == Lean::Close)
    }

    fn lean(&self, index: usize) -> Lean {
        let left = self.open_on_the_left(index);
        let right = self.open_on_the_right(index, left);
        match (left, right) {
            (true, false) => Lean::Open,
            (false, true) => Lean::Close,
            _ => Lean::Unsure,
        }
    }

    /// Nothing, a blank, an opening bracket, a dash or an opening mark stands before.
    fn open_on_the_left(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1).filter(|_| !self.blank_before(index)) else { return true };
        let opening =
            |c: char| is_opening_bracket(c) || is_dash(c) || matches!(c, '-' | '/' | '=' | ':' | '>');
        self.roles[before] == Role::Open || self.token(before).starts_with(opening)
    }

    /// Nothing, a blank, closing punctuation or (after a word) another mark stands behind.
    fn open_on_the_right(&self, index: usize, left: bool) -> bool {
        let after = index + 1;
        if after >= self.cuts.len() || self.blank_before(after) {
            return true;
        }
        let closing = |c: char| {
            is_closing_bracket(c)
                || is_dash(c)
                || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '-' | '/' | '…')
        };
        let token = self.token(after);
        if quote_mark(token).is_some() {
            !left
        } else {
            token.starts_with(closing) && !(left && token.len() > 1)
        }
    }

    fn blank_before(&self, index: usize) -> bool {
        let from = if index == 0 { 0 } else { self.cuts[index - 1].end };
        from < self.cuts[index].start || index == 0
    }

    fn open(&mut self, index: usize, mark: QuoteMark) {
        self.roles[index] = Role::Open;
        self.stack.push(self.opened.len());
        self.waiting[usize::from(mark.family)] += 1;
        self.opened.push(Opened { at: index, mark, state: State::Waiting });
    }

    /// Closes the innermost quotation of the family; what waits inside it is dropped. Without one the mark is a stray.
    fn close(&mut self, index: usize, family: u8) {
        self.roles[index] = Role::Close;
        if self.waiting[usize::from(family)] == 0 {
            return;
        }
        while let Some(last) = self.stack.pop() {
            let opened = &mut self.opened[last];
            self.waiting[usize::from(opened.mark.family)] -= 1;
            if opened.mark.family == family {
                opened.state = State::ClosedAt(index);
                return;
            }
            opened.state = State::Dropped;
        }
    }

    /// The quotations by their opening marks.
    fn finish(&mut self, next: Option<QuoteMark>) -> Vec<Pair> {
        let same = |opened: &Opened| next.is_some_and(|next| next.marks == opened.mark.marks);
        let carried = self.stack.iter().rev().copied().find(|&last| same(&self.opened[last]));
        let mut pairs: Vec<Pair> = Vec::new();
        let mut limit = self.cuts.len();
        for (number, opened) in self.opened.iter().enumerate().rev() {
            let carried = carried == Some(number);
            match opened.pair(limit, carried, self.cuts.len()) {
                Some(pair) => {
                    let shows = pair.marks == Marks::Double || pair.end > limit;
                    limit = if shows { pair.open } else { limit };
                    pairs.push(pair);
                }
                None => self.roles[opened.at] = Role::None,
            }
        }
        pairs.reverse();
        pairs
    }
}

/// How far to look for the mark that closes, in tokens: the length of a long sentence.
const FAR: usize = 100;

impl Opened {
    /// The quotation it opens; `limit` is where the next double one opens, `last` the end of the paragraph.
    fn pair(self, limit: usize, carried: bool, last: usize) -> Option<Pair> {
        let (end, closed) = match self.state {
            State::ClosedAt(at) => (at + 1, true),
            State::Waiting if carried => (last, false),
            State::Waiting if self.mark.marks == Marks::Double && limit > self.at + 1 => (limit, false),
            _ => return None,
        };
        Some(Pair { open: self.at, end, closed, marks: self.mark.marks, carried })
    }
}

/// A lone apostrophe right after a word is its genitive ("workers|'").
fn join_apostrophes(words: &str, cuts: &mut [Cut], roles: &[Role]) {
    for index in 1..cuts.len() {
        let token = &words[cuts[index].start..cuts[index].end];
        let adjacent = cuts[index - 1].end == cuts[index].start && roles[index] == Role::None;
        if adjacent && matches!(token, "'" | "’") {
            let before = words[..cuts[index].start].chars().next_back();
            cuts[index].joined = before.is_some_and(char::is_alphabetic);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::cut;

    /// The quotations of `words`: open to end of each, `…` behind one that is not closed.
    fn quotations(words: &str, next: &str) -> Vec<String> {
        let mut cuts = cut(words);
        let (_, pairs) = pair(words, &mut cuts, first_mark(next));
        let shown = |pair: &Pair| {
            let text = &words[cuts[pair.open].start..cuts[pair.end - 1].end];
            format!("{text}{}", if pair.closed { "" } else { "…" })
        };
        pairs.iter().map(shown).collect()
    }

    #[track_caller]
    fn check(words: &str, expected: &[&str]) {
        assert_eq!(quotations(words, ""), expected, "{words}");
    }

    #[test]
    fn straight_and_curly() {
        check("\"No,\" she said. \"Never.\"", &["\"No,\"", "\"Never.\""]);
        check("“No,” she said. “Never.”", &["“No,”", "“Never.”"]);
        check("the (\"Zone\") and “Zone”—later", &["\"Zone\"", "“Zone”"]);
        check("``So,'' he said", &["``So,''"]);
        check("«Oui», „ja“, „tak”", &["«Oui»", "„ja“", "„tak”"]);
        check("\" spaced out \" he said", &["\" spaced out \""]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("the workers’ rights and the workers' pay", &[]);
        check("'tis the '90s, ’twas the ’80s", &[]);
        check("‘the workers’ rights,’ he said", &["‘the workers’ rights,’"]);
        check("'the workers' rights,' he said", &["'the workers' rights,'"]);
        check("rock 'n' roll", &[]);
    }

    #[test]
    fn nested() {
        check("“He said ‘no’ twice,” she said.", &["“He said ‘no’ twice,”", "‘no’"]);
        check("\"'No,' he said,\" she said.", &["\"'No,' he said,\"", "'No,'"]);
        check("‘He said “no” twice,’ she said.", &["‘He said “no” twice,’", "“no”"]);
    }

    #[test]
    fn odd_marks_recover() {
        check("No,\" she said. \"Never.\"", &["\"Never.\""]);
        check("\"No, she said. \"Never,\" she added.", &["\"No, she said.…", "\"Never,\""]);
        check("“No, she said.", &["“No, she said.…"]);
        check("No, she said. “", &[]);
        check("a 6\" pipe for a 5'10\" man", &[]);
    }

    #[test]
    fn over_paragraphs() {
        assert_eq!(quotations("He said: “We go.", "“We come.”"), ["“We go.…"]);
        assert_eq!(quotations("He said: ‘We go.", "‘We come.’"), ["‘We go.…"]);
        assert_eq!(quotations("He said: ‘We go.", "We come."), [""; 0]);
        assert_eq!(quotations("“They say “no” there.", "“So we go.”"), ["“They say “no” there.…", "“no”"]);
    }
}
