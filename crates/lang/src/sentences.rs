//! Sentence boundaries by rule: a stop, the marks that close with it, and a look at what comes next.

use crate::abbreviations::{Abbreviation, abbreviation};
use crate::chars::{is_closing_bracket, is_opening_bracket};
use crate::quotes::Role;
use crate::tokens::{Cut, is_face};

/// What the rules say of the place before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// No stop stands before it.
    Within,
    /// A stop stands before it, and the sentence goes on: "Corp. said", “Who?” he asked, a stop in brackets.
    Held,
    /// A sentence begins with it.
    Begins,
}

/// For each token of a paragraph, and one past the last: does a sentence begin with it?
pub(crate) fn verdicts(words: &str, cuts: &[Cut], roles: &[Role]) -> Vec<Verdict> {
    let paragraph = Paragraph { words, cuts, roles };
    let brackets = paragraph.brackets();
    let mut verdicts = vec![Verdict::Within; cuts.len() + 1];
    let (mut start, mut at, mut hold) = (0, 0, 0);
    while at < cuts.len() {
        if at > start && brackets[at] > 0 {
            hold = hold.max(brackets[at]);
        }
        match paragraph.end_after(start, at) {
            Some((end, true)) if at >= hold => {
                verdicts[end] = Verdict::Begins;
                (start, at) = (end, end);
            }
            Some((end, _)) => {
                verdicts[end] = Verdict::Held;
                at += 1;
            }
            None => at += 1,
        }
    }
    verdicts
}

/// How a token can end a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// ".".
    Full,
    /// "!", "?" and their runs.
    Strong,
    /// "...".
    Ellipsis,
    /// The stop of an abbreviation that may come last ("Corp.", "U.S.").
    Abbreviated,
}

/// What the next sentence would begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    Upper,
    Lower,
    Digit,
    Other,
}

#[derive(Debug, Clone, Copy)]
struct Paragraph<'p> {
    words: &'p str,
    cuts: &'p [Cut],
    roles: &'p [Role],
}

impl<'p> Paragraph<'p> {
    fn token(self, index: usize) -> &'p str {
        self.cuts.get(index).map_or("", |cut| &self.words[cut.start..cut.end])
    }

    /// What stands between a token and the one before.
    fn gap(self, index: usize) -> &'p str {
        if index == 0 || index >= self.cuts.len() {
            return " ";
        }
        &self.words[self.cuts[index - 1].end..self.cuts[index].start]
    }

    /// For each opening bracket the token that closes it, if that is near; 0 for all other tokens.
    fn brackets(self) -> Vec<usize> {
        let mut closing = vec![0; self.cuts.len()];
        let mut open = Vec::new();
        for index in 0..self.cuts.len() {
            let token = self.token(index);
            if token.starts_with(is_opening_bracket) {
                open.push(index);
            } else if token.starts_with(is_closing_bracket) {
                let Some(start) = open.pop() else { continue };
                closing[start] = if index - start <= ASIDE { index } else { 0 };
            }
        }
        closing
    }

    /// Where the sentence from `start` would end if it ended with token `at`, and whether it does; `None` where nothing could end it.
    fn end_after(self, start: usize, at: usize) -> Option<(usize, bool)> {
        if self.breaks_line(at + 1) {
            return Some((at + 1, true));
        }
        let stop = stop(self.token(at))?;
        let end = self.with_closers(at + 1);
        Some((end, end < self.cuts.len() && self.begins(start, at, end, stop)))
    }

    /// True where a new line opens an item of a list, or a blank line comes before `next`.
    fn breaks_line(self, next: usize) -> bool {
        let gap = self.gap(next);
        if gap.len() < 2 && gap != "\n" {
            return false;
        }
        let breaks = gap.bytes().filter(|&byte| byte == b'\n').count();
        breaks > 1 || (breaks == 1 && BULLETS.contains(&self.token(next)))
    }

    /// Past the quotation marks, brackets and stops that go with a sentence's end.
    fn with_closers(self, mut at: usize) -> usize {
        let most = self.cuts.len().min(at + CLOSERS);
        while at < most {
            at += match (self.closes(at), self.is_note(at)) {
                (true, _) => 1,
                (_, true) => 3,
                _ => break,
            };
        }
        at
    }

    /// "[12]" after a stop: a note to the sentence before.
    fn is_note(self, at: usize) -> bool {
        let number = self.token(at + 1);
        self.token(at) == "[" && self.token(at + 2) == "]" && number.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn closes(self, index: usize) -> bool {
        let token = self.token(index);
        let adjacent = self.gap(index).is_empty();
        match self.roles[index] {
            Role::Open => false,
            Role::Close => adjacent || self.gap(index) == " ",
            Role::None if token.starts_with(is_closing_bracket) => true,
            Role::None => (adjacent && matches!(token, "'" | "’")) || is_plain_stop(token) || is_face(token),
        }
    }

    /// True where a sentence begins at `end`, after the stop at `at` and what closes with it.
    fn begins(self, start: usize, at: usize, end: usize, stop: Stop) -> bool {
        let lead = self.lead(end);
        if self.gap(end).is_empty() {
            return self.begins_glued(at, end, stop, lead);
        }
        match stop {
            Stop::Full => {
                (lead != Lead::Lower || self.begins_small(at, end)) && !self.numbers_item(start, at)
            }
            Stop::Strong => match lead {
                Lead::Lower => self.begins_small(at, end),
                _ => !(end > at + 1 && self.is_tag(end)),
            },
            Stop::Ellipsis => lead == Lead::Upper && !self.is_pronoun(end),
            Stop::Abbreviated => lead == Lead::Upper && self.is_starter(end),
        }
    }

    /// "it broke. they sent another": a small letter may begin a sentence of its own, if nothing was closed and a word of some length,
    /// not a name ("Yahoo! said"), stands before.
    fn begins_small(self, at: usize, end: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.token(before));
        let plain = before.len() > 1 && !before.starts_with(char::is_uppercase);
        end == at + 1 && plain && self.token(end).starts_with(char::is_lowercase)
    }

    /// No space after the stop: only between a small and a capital letter ("left.She"), or before a mark that opens.
    fn begins_glued(self, at: usize, end: usize, stop: Stop, lead: Lead) -> bool {
        let small = at > 0 && self.token(at - 1).ends_with(char::is_lowercase);
        let clear = matches!(stop, Stop::Full | Stop::Strong) && (small || end > at + 1);
        clear && lead == Lead::Upper
    }

    /// What the words from `index` begin with, past marks and brackets that open.
    fn lead(self, index: usize) -> Lead {
        let mut at = index;
        while at < self.cuts.len().min(index + 4) && self.opens(at) {
            at += 1;
        }
        match self.token(at).chars().next() {
            Some(c) if c.is_uppercase() => Lead::Upper,
            Some(c) if c.is_lowercase() => Lead::Lower,
            Some(c) if c.is_numeric() => Lead::Digit,
            _ => Lead::Other,
        }
    }

    fn opens(self, index: usize) -> bool {
        self.roles[index] == Role::Open || self.token(index).starts_with(is_opening_bracket)
    }

    /// "1. Enter", "a. Leave", "as follows: 2. Stay": the number of an item is no sentence.
    fn numbers_item(self, start: usize, at: usize) -> bool {
        let Some(number) = at.checked_sub(1).map(|number| self.token(number)) else { return true };
        let numeral =
            number.len() == 1 || (number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit()));
        let first = at == start + 1 || self.opens(at - 2) || matches!(self.token(at - 2), ":" | "*");
        numeral && first
    }

    fn is_pronoun(self, index: usize) -> bool {
        self.token(index) == "I"
    }

    /// True for a word that begins sentences much more often than it follows an abbreviation.
    fn is_starter(self, index: usize) -> bool {
        let at = if self.opens(index) { index + 1 } else { index };
        STARTERS.binary_search(&self.token(at)).is_ok()
    }

    /// “Are you sure?” Smith asked: a name and a verb of speech go with the question before.
    fn is_tag(self, index: usize) -> bool {
        let verb = (index..self.cuts.len().min(index + TAG)).find(|&at| SPEECH.contains(&self.token(at)));
        let closed = self.roles[index - 1] == Role::Close;
        let ends = |verb: usize| matches!(self.token(verb + 1), "." | "," | ";" | ":" | "");
        closed && verb.is_some_and(|verb| verb > index && ends(verb))
    }
}

/// Most tokens that close with one sentence; a bound on work, not on language.
const CLOSERS: usize = 32;
/// The longest aside in brackets that is kept in its sentence, in tokens.
const ASIDE: usize = 80;
/// Tokens to look through for a verb of speech.
const TAG: usize = 6;
/// Marks of list items.
const BULLETS: [&str; 9] = ["•", "-", "*", "–", "▪", "◦", "·", "—", "‣"];
/// Verbs of speech that come last in a tag.
const SPEECH: [&str; 14] = [
    "said",
    "asked",
    "says",
    "asks",
    "added",
    "replied",
    "shouted",
    "cried",
    "wrote",
    "tweeted",
    "told",
    "wondered",
    "explained",
    "exclaimed",
];
/// Words that begin a sentence after an abbreviation; sorted. ("the U.S. The …", "Acme Corp. He …")
const STARTERS: [&str; 64] = [
    "A",
    "About",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "Another",
    "Any",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Despite",
    "During",
    "Each",
    "For",
    "From",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Last",
    "Many",
    "Meanwhile",
    "Most",
    "My",
    "Nor",
    "Not",
    "Now",
    "On",
    "One",
    "Our",
    "She",
    "Since",
    "So",
    "Some",
    "That",
    "The",
    "Their",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "To",
    "We",
    "What",
    "When",
    "While",
    "With",
    "You",
    "Your",
];

/// How `token` can end a sentence.
fn stop(token: &str) -> Option<Stop> {
    let last = token.chars().next_back()?;
    match last {
        '.' if token.len() == 1 => Some(Stop::Full),
        '.' if token.bytes().all(|byte| byte == b'.') => Some(Stop::Ellipsis),
        '…' => Some(Stop::Ellipsis),
        '.' => may_end(token).then_some(Stop::Abbreviated),
        _ if token.starts_with(char::is_alphanumeric) => None,
        '!' | '?' | '。' | '！' | '？' | '؟' | '۔' | '।' => Some(Stop::Strong),
        _ => None,
    }
}

/// True for punctuation that ends sentences, the stops of abbreviations left aside.
fn is_plain_stop(token: &str) -> bool {
    !token.starts_with(char::is_alphanumeric) && stop(token).is_some()
}

/// True for an abbreviation or initialism after which a sentence can end.
fn may_end(token: &str) -> bool {
    let word = &token[..token.len() - 1];
    matches!(abbreviation(word), Some(Abbreviation::Final))
        || (word.contains('.') && !matches!(word, "i.e" | "e.g" | "I.e" | "E.g" | "P.S"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotes::pair;
    use crate::tokens::cut;

    /// The sentences of `words` with a bar between.
    fn sentences(words: &str) -> String {
        let mut cuts = cut(words);
        let (roles, _) = pair(words, &mut cuts, None);
        let mut start = 0;
        let mut texts = Vec::new();
        let verdicts = verdicts(words, &cuts, &roles);
        let begins = |&end: &usize| verdicts[end] == Verdict::Begins || end == cuts.len();
        for end in (1..=cuts.len()).filter(begins) {
            texts.push(&words[cuts[start].start..cuts[end - 1].end]);
            start = end;
        }
        texts.join(" | ")
    }

    #[track_caller]
    fn check(expected: &str) {
        assert_eq!(sentences(&expected.replace(" | ", " ")), expected);
    }

    #[test]
    fn tables_are_sorted() {
        assert!(STARTERS.is_sorted());
    }

    #[test]
    fn stops_end_sentences() {
        check("He left. | She stayed! | Why? | Nobody knows.");
        check("Prices rose 3.5 percent. | In 2018 they fell.");
        check("We waited... and waited. | Then it came.");
        check("1. Open the valve. | 2. Close it.");
        check("It broke. | they sent another. | why? | nobody knows");
        check("It sank. [12] | Then it rained. :-) | She left . . . | He stayed.");
        check("Yahoo! said so. | Ask Dr.Jones.");
    }

    #[test]
    fn abbreviations_do_not() {
        check("Gen. J. Smith met Mr. Jones of Acme Corp. in Sept. 2018. | He left at 10 a.m. Monday.");
        check("They fled to the U.S. | The army of the U.S. Congress did not.");
        check("See No. 5, e.g. The Times.");
    }

    #[test]
    fn marks_close_with_the_sentence_before() {
        check("“We go. | They stay.” | He sat down.");
        check("\"We go.\" | \"They stay.\"");
        check("“Go!” he said. | “Why?” asked she.");
        check("“Do you agree?” Smith asked. | Nobody did.");
        check("“We go,” he said. | “They stay.”");
    }

    #[test]
    fn asides_stay() {
        check("The port (the old one. Not the new.) burned. | Then it rained.");
        check("It burned. | (Nobody was hurt.) | Then it rained.");
    }
}
