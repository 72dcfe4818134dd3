//! The tree cut into blocks: runs of words that a browser would set as one paragraph, heading, list item or row.

use super::dom::{Dom, Id, Kind};
use super::hints::{self, Hint};
use super::tags::{BLOCK, DROPPED, HEADING, Tag};
use std::ops::Range;

/// A piece of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Characters: bytes of the page, entities not decoded.
    Text(Range<u32>),
    /// White space where the page has none: between the cells of a row.
    Space,
    /// A line break.
    Break,
}

/// One block.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    /// The block-level element it stands in.
    pub(crate) home: Id,
    /// Tag of that element.
    pub(crate) tag: Tag,
    /// What it is made of.
    pub(crate) pieces: Vec<Piece>,
    /// Its words, white space folded, entities decoded.
    pub(crate) words: String,
    /// Characters that are no white space.
    pub(crate) size: usize,
    /// Of these, in links.
    pub(crate) linked: usize,
    /// Line breaks and white space count as they stand.
    pub(crate) verbatim: bool,
    /// What the elements around it say of it.
    pub(crate) side: Side,
}

/// On which side of the page a block stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Side {
    /// Inside something that is not the report.
    pub(crate) foreign: bool,
    /// Inside something that says nothing of the report either.
    pub(crate) elsewhere: bool,
    /// Inside a caption.
    pub(crate) caption: bool,
    /// Inside an element that is named after the report.
    pub(crate) report: bool,
    /// Inside an element named as the summary.
    pub(crate) summary: bool,
    /// Inside an element named as the byline.
    pub(crate) byline: bool,
    /// Inside a list.
    pub(crate) list: bool,
}

impl Block {
    /// Share of its characters that are links.
    pub(crate) fn link_share(&self) -> f32 {
        if self.size == 0 { 1.0 } else { self.linked as f32 / self.size as f32 }
    }

    /// A heading of any level.
    pub(crate) fn heading(&self) -> bool {
        self.tag.is(HEADING)
    }
}

/// A tree, cut.
#[derive(Debug, Default)]
pub(crate) struct Cut {
    /// The blocks, in order.
    pub(crate) blocks: Vec<Block>,
    /// The parts of the tree that hold other things than the report and what is said of it, in order.
    elsewhere: Vec<Range<Id>>,
}

impl Cut {
    /// The node stands in a part that holds something else.
    pub(crate) fn elsewhere(&self, id: Id) -> bool {
        let after = self.elsewhere.partition_point(|range| range.start <= id);
        after > 0 && self.elsewhere[after - 1].contains(&id)
    }
}

/// Cuts a tree.
pub(crate) fn blocks(page: &str, dom: &Dom) -> Cut {
    let amounts = Amounts::new(page, dom);
    let mut cutter = Cutter {
        page,
        dom,
        amounts,
        open: Vec::new(),
        pieces: Vec::new(),
        linked: 0,
        size: 0,
        cut: Cut::default(),
        headline: only(dom.elements(Tag::H1)),
    };
    let mut at = 0;
    while at < dom.nodes.len() as Id {
        cutter.leave(at);
        at = cutter.visit(at);
    }
    cutter.leave(Id::MAX);
    cutter.cut
}

fn only(mut ids: impl Iterator<Item = Id>) -> Option<Id> {
    let first = ids.next();
    first.filter(|_| ids.next().is_none())
}

/// How much running text stands under each node, to keep a name from costing a page its report.
struct Amounts {
    /// Characters outside links in the nodes before.
    before: Vec<u32>,
}

impl Amounts {
    fn new(page: &str, dom: &Dom) -> Self {
        let mut total = 0;
        let mut skip = 0;
        let mut before = Vec::with_capacity(dom.nodes.len() + 1);
        for id in dom.ids() {
            before.push(total);
            match &dom.node(id).kind {
                Kind::Element(tag, _) if tag.is(DROPPED) || *tag == Tag::A => {
                    skip = skip.max(dom.node(id).end)
                }
                Kind::Text(range) if id >= skip => {
                    total += weight(&page[range.start as usize..range.end as usize])
                }
                _ => {}
            }
        }
        before.push(total);
        Amounts { before }
    }

    fn of(&self, range: Range<Id>) -> u32 {
        self.before[range.end as usize] - self.before[range.start as usize]
    }

    /// Two fifths of all running text stand under the node.
    fn much(&self, dom: &Dom, id: Id) -> bool {
        let total = *self.before.last().unwrap_or(&0);
        total > 0 && self.of(id..dom.node(id).end) * 5 >= total * 2
    }
}

/// A run of characters counts as running text from a few words on.
fn weight(words: &str) -> u32 {
    let length = words.trim().len() as u32;
    if length < 40 { 0 } else { length }
}

/// An element that is open at this place of the page.
#[derive(Debug, Clone, Copy)]
struct Open {
    id: Id,
    end: Id,
    tag: Tag,
    side: Side,
    link: bool,
    verbatim: bool,
}

struct Cutter<'p> {
    page: &'p str,
    dom: &'p Dom,
    amounts: Amounts,
    open: Vec<Open>,
    pieces: Vec<Piece>,
    linked: usize,
    size: usize,
    cut: Cut,
    /// The first-level heading, where there is just one.
    headline: Option<Id>,
}

impl Cutter<'_> {
    /// Reads a node; returns the next to read.
    fn visit(&mut self, id: Id) -> Id {
        match &self.dom.node(id).kind {
            Kind::Text(range) => {
                self.text(range.clone());
                id + 1
            }
            &Kind::Element(tag, _) => self.element(id, tag),
        }
    }

    fn element(&mut self, id: Id, tag: Tag) -> Id {
        let end = self.dom.node(id).end;
        if self.unread(id, tag) {
            return end;
        }
        match tag {
            Tag::Br => self.line_break(),
            Tag::Td | Tag::Th => self.pieces.push(Piece::Space),
            _ if tag.is(BLOCK) => self.flush(),
            _ => {}
        }
        let outer = self.open.last().copied();
        let side = self.side(id, tag, outer.map(|open| open.side).unwrap_or_default());
        if side.elsewhere && !outer.is_some_and(|open| open.side.elsewhere) {
            self.cut.elsewhere.push(id..end);
        }
        self.open.push(Open {
            id,
            end,
            tag,
            side,
            link: tag == Tag::A || outer.is_some_and(|open| open.link),
            verbatim: tag == Tag::Pre || outer.is_some_and(|open| open.verbatim),
        });
        id + 1
    }

    /// The element holds the headline or much of the running text, whatever its name says.
    fn precious(&self, id: Id) -> bool {
        let headline = self.headline.is_some_and(|h1| (id..self.dom.node(id).end).contains(&h1));
        headline || self.amounts.much(self.dom, id)
    }

    /// Nothing under the element is ever read.
    fn unread(&self, id: Id, tag: Tag) -> bool {
        tag.is(DROPPED) || hints::hidden(self.dom, id) && !self.amounts.much(self.dom, id)
    }

    fn side(&self, id: Id, tag: Tag, outer: Side) -> Side {
        let frame = matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article);
        let hint = if frame { None } else { hints::hint(self.dom, id) };
        let info = hint == Some(Hint::Info);
        let part = hints::foreign_role(self.dom, id) || hints::foreign_tag(tag);
        let other = hint == Some(Hint::Other) || (part && !info);
        let named = (other || info) && !frame && !self.precious(id);
        let foreign = outer.foreign || named;
        let report = hint == Some(Hint::Report) || hints::declared_report(self.dom, id);
        Side {
            foreign,
            elsewhere: outer.elsewhere || (named && other),
            caption: outer.caption
                || matches!(tag, Tag::Figcaption | Tag::Caption)
                || hint == Some(Hint::Caption),
            report: outer.report || report,
            summary: outer.summary || hint == Some(Hint::Summary),
            byline: outer.byline
                || hint == Some(Hint::Byline)
                || self.dom.attr(id, super::tags::Attr::Rel) == Some("author"),
            list: outer.list || matches!(tag, Tag::Ul | Tag::Ol | Tag::Dl),
        }
    }

    /// Ends the elements that end before `at`.
    fn leave(&mut self, at: Id) {
        while let Some(open) = self.open.last().copied().filter(|open| open.end <= at) {
            if open.tag.is(BLOCK) {
                self.flush();
            }
            self.open.pop();
        }
    }

    fn text(&mut self, range: Range<u32>) {
        let words = &self.page[range.start as usize..range.end as usize];
        let size = words.bytes().filter(|byte| !byte.is_ascii_whitespace() && byte & 0xC0 != 0x80).count();
        self.size += size;
        if self.open.last().is_some_and(|open| open.link) {
            self.linked += size;
        }
        self.pieces.push(Piece::Text(range));
    }

    /// One break is a break; a second one right after it ends the paragraph.
    fn line_break(&mut self) {
        let blank = |piece: &&Piece| matches!(piece, Piece::Text(range) if self.page[range.start as usize..range.end as usize].trim().is_empty());
        let second = self.pieces.iter().rev().find(|piece| !blank(piece)) == Some(&Piece::Break);
        if second {
            self.flush();
        } else {
            self.pieces.push(Piece::Break);
        }
    }

    fn flush(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        let (size, linked) = (std::mem::take(&mut self.size), std::mem::take(&mut self.linked));
        let Some(inner) = self.open.last().copied().filter(|_| size > 0) else { return };
        let home = self.open.iter().rev().find(|open| open.tag.is(BLOCK)).copied().unwrap_or(inner);
        let words = super::words::folded(self.page, &pieces);
        if words.is_empty() {
            return;
        }
        let verbatim = inner.verbatim;
        self.cut.blocks.push(Block {
            home: home.id,
            tag: home.tag,
            pieces,
            words,
            size,
            linked,
            verbatim,
            side: inner.side,
        });
    }
}
