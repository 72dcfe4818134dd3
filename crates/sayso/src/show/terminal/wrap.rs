//! Breaking runs into lines: where does a line end, in cells of a terminal?

use unicode_width::UnicodeWidthStr;

use super::run::{Role, Run};

/// One line: runs that stand next to each other.
pub(super) type Line = Vec<Run>;

/// Cells that `text` takes up.
pub(super) fn cells(text: &str) -> usize {
    text.width()
}

/// Breaks `runs` at spaces into lines of at most `first` cells, then at most `rest`; a longer word is broken where it must.
pub(super) fn wrap(runs: &[Run], first: usize, rest: usize) -> Vec<Line> {
    let mut lines = Lines { done: Vec::new(), line: Vec::new(), used: 0, rooms: [first.max(1), rest.max(1)] };
    for word in words(runs) {
        lines.word(word);
    }
    lines.finish()
}

struct Lines {
    done: Vec<Line>,
    line: Line,
    used: usize,
    rooms: [usize; 2],
}

impl Lines {
    fn room(&self) -> usize {
        self.rooms[usize::from(!self.done.is_empty())]
    }

    fn word(&mut self, word: Vec<Run>) {
        let width = width_of(&word);
        if self.used > 0 && self.used + 1 + width > self.room() {
            self.turn();
        }
        if width > self.room() { self.long(word) } else { self.put(word, width) }
    }

    fn put(&mut self, word: Vec<Run>, width: usize) {
        if self.used > 0 {
            self.space(word.first().map(|run| run.role));
        }
        self.used += width;
        self.line.extend(word);
    }

    /// A space takes the role of its neighbours where they agree, so that an underline runs through.
    fn space(&mut self, next: Option<Role>) {
        let last = self.line.last().map(|run| run.role);
        let role = if last == next { last.unwrap_or(Role::Plain) } else { Role::Plain };
        self.line.push(Run::own(role, " "));
        self.used += 1;
    }

    fn long(&mut self, word: Vec<Run>) {
        let mut piece: Vec<Run> = Vec::new();
        for (role, c) in word.iter().flat_map(|run| run.text.chars().map(|c| (run.role, c))) {
            let mut longer = piece.clone();
            push_char(&mut longer, role, c);
            if !piece.is_empty() && width_of(&longer) > self.room() {
                self.line = std::mem::take(&mut piece);
                self.turn();
                push_char(&mut piece, role, c);
            } else {
                piece = longer;
            }
        }
        let width = width_of(&piece);
        self.put(piece, width);
    }

    fn turn(&mut self) {
        if let Some(last) = self.line.last_mut() {
            last.text.truncate(last.text.trim_end_matches('\u{a0}').len());
        }
        self.done.push(std::mem::take(&mut self.line));
        self.used = 0;
    }

    fn finish(mut self) -> Vec<Line> {
        if !self.line.is_empty() {
            self.turn();
        }
        self.done
    }
}

/// The words of the runs, each in the pieces that its roles make of it.
fn words(runs: &[Run]) -> Vec<Vec<Run>> {
    let mut words = vec![Vec::new()];
    for run in runs {
        for (at, piece) in run.text.split(' ').enumerate() {
            if at > 0 {
                words.push(Vec::new());
            }
            if let (false, Some(word)) = (piece.is_empty(), words.last_mut()) {
                word.push(Run::own(run.role, piece));
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn push_char(word: &mut Vec<Run>, role: Role, c: char) {
    match word.last_mut() {
        Some(run) if run.role == role => run.text.push(c),
        _ => word.push(Run::own(role, &c.to_string())),
    }
}

/// Measured as a whole: an emoji sequence takes fewer or more cells than its characters one by one.
fn width_of(word: &[Run]) -> usize {
    match word {
        [one] => cells(&one.text),
        many => cells(&many.iter().map(|run| run.text.as_str()).collect::<String>()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(words: &str, first: usize, rest: usize) -> Vec<String> {
        let lines = wrap(&[Run::new(Role::Plain, words)], first, rest);
        lines.iter().map(|line| line.iter().map(|run| run.text.as_str()).collect()).collect()
    }

    #[test]
    fn lines_end_at_spaces() {
        assert_eq!(wrapped("one two three four", 7, 10), ["one two", "three four"]);
    }

    #[test]
    fn wide_characters_take_two_cells() {
        assert_eq!(wrapped("港口 港口 港口", 9, 9), ["港口 港口", "港口"]);
    }

    #[test]
    fn a_long_word_is_broken() {
        assert_eq!(wrapped("a abcdefghij", 4, 4), ["a", "abcd", "efgh", "ij"]);
        assert_eq!(wrapped("港口", 1, 1), ["港", "口"]);
    }

    #[test]
    fn no_break_spaces_hold() {
        let runs = [Run::own(Role::Plain, "said\u{a0}· on")];
        assert_eq!(wrap(&runs, 5, 5).len(), 2);
    }
}
