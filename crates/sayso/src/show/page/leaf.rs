//! One record on the page, and what its parts share.

use sayso_record::{Record, Stance};
use sayso_text::CodePoints;

use super::covers::{Cover, Item, covers};
use super::html::escape;
use crate::show::signs::UNICODE;
use crate::show::view::View;

/// A record being set.
#[derive(Debug)]
pub(super) struct Leaf<'r> {
    pub(super) view: View<'r>,
    /// Before every id: empty for a single record, `r2-` for the second of several.
    pub(super) prefix: String,
    pub(super) covers: Vec<Cover>,
    pub(super) points: CodePoints<'r>,
}

impl<'r> Leaf<'r> {
    pub(super) fn new(record: &'r Record, prefix: String) -> Self {
        let points = CodePoints::new(&record.article.text);
        Leaf { view: View { record }, prefix, covers: covers(record), points }
    }

    pub(super) fn record(&self) -> &'r Record {
        self.view.record
    }

    /// The address of an item on the page; also the class of its words and notes.
    pub(super) fn id(&self, item: Item) -> String {
        format!("{}{}", self.prefix, item.id())
    }

    /// Where an item begins in the text: its address, and for statements and events a mark that leads there.
    /// `around` are the classes of the words it stands in.
    pub(super) fn anchor(&self, item: Item, around: &str) -> String {
        let id = self.id(item);
        let Some((class, mark, label)) = self.mark(item) else {
            return format!("<span class=\"{id}\" id=\"{id}\"></span>");
        };
        let label = escape(&label);
        format!(
            "<a class=\"ref {class} {id}{around}\" id=\"{id}\" href=\"#{id}\" data-mark=\"{mark}\" aria-label=\"{label}\"></a>"
        )
    }

    fn mark(&self, item: Item) -> Option<(&'static str, String, String)> {
        match item {
            Item::Statement(index) => Some(self.statement_mark(index)),
            Item::Event(index) => Some(self.event_mark(index)),
            Item::Time(_) | Item::Quantity(_) => None,
        }
    }

    fn statement_mark(&self, index: usize) -> (&'static str, String, String) {
        let statement = &self.record().statements[index];
        let denies = if statement.stance == Stance::Denies { "⊘" } else { "" };
        let number = index + 1;
        ("no", format!("{number}{denies}"), format!("statement {number}"))
    }

    fn event_mark(&self, index: usize) -> (&'static str, String, String) {
        let event = &self.record().events[index];
        let past = if event.historical { UNICODE.historical } else { "" };
        let mark = format!("{}{past}", UNICODE.status(event.status));
        (event.status.name(), mark, format!("{} event", event.status.name()))
    }
}
