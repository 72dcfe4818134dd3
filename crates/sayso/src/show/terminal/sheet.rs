//! The sheet that blocks of words are written on.

use super::Options;
use super::run::{Role, Run};
use super::wrap::{Line, wrap};

/// Lines so far.
#[derive(Debug)]
pub(super) struct Sheet {
    out: String,
    width: usize,
    color: bool,
}

impl Sheet {
    pub(super) fn new(options: &Options) -> Self {
        Sheet { out: String::new(), width: options.width.max(1), color: options.color }
    }

    /// Cells in a line.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn blank(&mut self) {
        self.out.push('\n');
    }

    /// A list's heading, with space above.
    pub(super) fn heading(&mut self, words: &str) {
        self.blank();
        self.block(0, 0, &[Run::own(Role::Heading, words)]);
    }

    /// Runs wrapped at the width, `first` cells in at the start and `hang` cells in after that.
    pub(super) fn block(&mut self, first: usize, hang: usize, runs: &[Run]) {
        let (first, hang) = (self.indent(first), self.indent(hang));
        for (at, line) in wrap(runs, self.width - first, self.width - hang).iter().enumerate() {
            self.line(if at == 0 { first } else { hang }, line);
        }
    }

    /// An indent never takes more than a quarter of a narrow sheet.
    fn indent(&self, wanted: usize) -> usize {
        wanted.min(self.width / 4)
    }

    fn line(&mut self, indent: usize, line: &Line) {
        self.out.extend(std::iter::repeat_n(' ', indent));
        for run in joined(line) {
            self.run(&run);
        }
        self.out.push('\n');
    }

    fn run(&mut self, run: &Run) {
        let sgr = if self.color { run.role.sgr() } else { "" };
        self.out.push_str(sgr);
        self.out.extend(run.text.chars().map(|c| if c == '\u{a0}' { ' ' } else { c }));
        if !sgr.is_empty() {
            self.out.push_str("\x1b[0m");
        }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}

/// Neighbours of one role as one run.
fn joined(line: &Line) -> Line {
    let mut out = Line::new();
    for run in line {
        match out.last_mut() {
            Some(last) if last.role == run.role => last.text.push_str(&run.text),
            _ => out.push(run.clone()),
        }
    }
    out
}
