//! A record for people at a terminal: headline, statements with their words, then everything else, wrapped at the width.

pub mod answers;
mod content;
mod lists;
mod run;
mod sheet;
mod statements;
mod wrap;

use sayso_record::Record;

use super::signs::{ASCII, Signs, UNICODE};
use super::summary;
use super::view::View;
use run::{Role, Run};
use sheet::Sheet;

/// What the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Its width in cells. From 40 on no line is longer; below that, words may be broken anywhere.
    pub width: usize,
    /// Whether it obeys SGR sequences (bold, underlined, the sixteen colours).
    pub color: bool,
    /// Whether to keep to ASCII in everything but the report's own words.
    pub ascii: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { width: 80, color: false, ascii: false }
    }
}

/// The record as text, ending in a line break.
///
/// The report's words are shown, never obeyed: control characters and bidirectional overrides appear by their number, as `[U+001B]`.
pub fn terminal(record: &Record, options: &Options) -> String {
    let page = Page { view: View { record }, signs: if options.ascii { &ASCII } else { &UNICODE } };
    let mut sheet = Sheet::new(options);
    head(&page, &mut sheet);
    statements::statements(&page, &mut sheet);
    lists::lists(&page, &mut sheet);
    sheet.finish()
}

/// What every part needs: the record and the signs.
#[derive(Debug, Clone, Copy)]
struct Page<'r> {
    view: View<'r>,
    signs: &'static Signs,
}

impl Page<'_> {
    /// Details with dots between them; each dot stays with the detail before it.
    fn dotted(&self, details: &[String]) -> String {
        details.join(&format!("\u{a0}{} ", self.signs.dot))
    }
}

fn head(page: &Page<'_>, sheet: &mut Sheet) {
    let headline = page.view.headline().unwrap_or_else(|| "(no headline)".into());
    sheet.block(0, 0, &[Run::new(Role::Headline, &headline)]);
    let imprint = page.view.imprint();
    if !imprint.is_empty() {
        sheet.block(0, 0, &[Run::own(Role::Quiet, &page.dotted(&imprint))]);
    }
    let sentence = summary::sentence(page.view.record, page.signs);
    sheet.block(0, 0, &[Run::new(Role::Plain, &sentence)]);
}
