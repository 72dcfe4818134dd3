//! The report itself: its paragraphs in their order, each with its notes beside it.

use std::collections::BTreeSet;

use sayso_record::Furniture;

use super::blocks::{Block, BlockKind, blocks};
use super::covers::Item;
use super::head;
use super::html::{dotted, element, escape, name, words};
use super::leaf::Leaf;
use super::notes::notes;
use super::segments::{Set, set};
use crate::show::figures::count;
use crate::show::inert::shortened;
use crate::show::signs::{UNICODE, furniture_word};

/// Headline, summary and paragraphs of a record. `heading` is the tag of its headline.
pub(super) fn report(leaf: &Leaf<'_>, heading: &str) -> String {
    let (heads, rest): (Vec<_>, Vec<_>) = blocks(leaf.record()).into_iter().partition(is_head);
    let mut setting = Setting { leaf, seen: BTreeSet::new(), rows: 0 };
    let title = setting.title(heading, &heads);
    let imprint = setting.imprint(&heads);
    let rows: String = rest.iter().map(|block| setting.block(block)).collect();
    format!("<header>{title}{imprint}{}</header>{}{rows}", head::filters(leaf), head::empty(leaf))
}

/// Title and byline stand at the top, wherever the page had them.
fn is_head(block: &Block<'_>) -> bool {
    matches!(block.kind, BlockKind::Title | BlockKind::Byline)
}

struct Setting<'l, 'r> {
    leaf: &'l Leaf<'r>,
    seen: BTreeSet<Item>,
    rows: usize,
}

impl Setting<'_, '_> {
    fn title(&mut self, heading: &str, heads: &[Block<'_>]) -> String {
        let title = heads.iter().find(|block| block.kind == BlockKind::Title);
        match title.map(|block| set(self.leaf, block.words, &mut self.seen)) {
            Some(set) => self.row(heading, &set),
            None => self.leaf.view.headline().map_or_else(
                || format!("<{heading} class=\"untitled\">Report without a headline</{heading}>"),
                |title| words(heading, "", &title),
            ),
        }
    }

    fn imprint(&mut self, heads: &[Block<'_>]) -> String {
        let block = heads.iter().find(|block| block.kind == BlockKind::Byline);
        let byline = block.map(|block| set(self.leaf, block.words, &mut self.seen)).unwrap_or_default();
        let known = self.leaf.record().article.byline.map(|span| name("", &self.leaf.view.words(span)));
        let html = if byline.html.is_empty() { known } else { Some(element("bdi", "", &byline.html)) };
        format!("<div class=\"row\">{}{}</div>", head::imprint(self.leaf, html), self.aside(&byline.items))
    }

    fn block(&mut self, block: &Block<'_>) -> String {
        let set = set(self.leaf, block.words, &mut self.seen);
        match &block.kind {
            BlockKind::Furniture(run) => self.furniture(run, &set),
            _ => self.row("p", &set),
        }
    }

    /// A paragraph and, beside or below it, its notes.
    fn row(&mut self, tag: &str, set: &Set) -> String {
        let paragraph = format!("<{tag} class=\"words\" dir=\"auto\">{}</{tag}>", set.html);
        format!("<div class=\"row\">{paragraph}{}</div>\n", self.aside(&set.items))
    }

    fn aside(&mut self, items: &[Item]) -> String {
        let notes = notes(self.leaf, items);
        if notes.is_empty() {
            return String::new();
        }
        self.rows += 1;
        let id = format!("{}fold-{}", self.leaf.prefix, self.rows);
        let label = count(notes.len(), "note", "notes");
        let fold = format!(
            "<input type=\"checkbox\" class=\"fold unseen\" id=\"{id}\"><label for=\"{id}\">{label}</label>"
        );
        format!("<aside aria-label=\"Evidence\">{fold}<div class=\"notes\">{}</div></aside>", notes.concat())
    }

    /// One line for a run, its words folded behind it.
    fn furniture(&mut self, run: &[Furniture], set: &Set) -> String {
        let kind = run.first().map_or("", |piece| furniture_word(piece.kind));
        let pieces: Vec<_> = run.iter().map(|piece| self.leaf.view.words(piece.span)).collect();
        let lead = format!("{} {}", UNICODE.furniture, escape(kind));
        let short = escape(&shortened(&pieces.join(" "), 64, UNICODE.gap));
        let line = dotted(&[lead, format!("<bdi>{short}</bdi>")]);
        let words = element("p", "words", &set.html);
        format!(
            "<div class=\"row\"><details class=\"furniture\"><summary>{line}</summary>{words}</details>{}</div>\n",
            self.aside(&set.items)
        )
    }
}
