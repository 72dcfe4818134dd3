//! What we write to: a terminal or not, how wide, with or without colour.

use std::io::{IsTerminal, stderr, stdout};

use sayso::show;

use crate::args::When;

/// Columns where nothing says otherwise.
const WIDTH: usize = 80;

/// What is known of the screen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Screen {
    /// Standard output is a terminal.
    pub(crate) output: bool,
    /// Standard error is a terminal.
    pub(crate) errors: bool,
    color: When,
    width: usize,
}

impl Screen {
    /// Looks at the terminal once.
    pub(crate) fn look(color: When) -> Self {
        let output = stdout().is_terminal();
        let width = terminal_size::terminal_size_of(stdout()).map(|(width, _)| usize::from(width.0));
        Screen { output, errors: stderr().is_terminal(), color, width: width.unwrap_or(WIDTH) }
    }

    /// Options of the text view, for the terminal or for a file.
    pub(crate) fn options(&self, to_file: bool, ascii: bool) -> show::Options {
        let on_terminal = self.output && !to_file;
        let color = match self.color {
            When::Auto => on_terminal && !no_color(),
            When::Always => true,
            When::Never => false,
        };
        show::Options { width: if on_terminal { self.width } else { WIDTH }, color, ascii }
    }
}

/// <https://no-color.org>: set to anything but the empty string.
#[expect(clippy::disallowed_methods, reason = "colour is no part of a record; only the command line asks")]
fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}
