//! Cutting a block where any item begins or ends: each piece is one element that carries the classes of everything that covers it, so that
//! overlapping items still make well-formed HTML.

use std::collections::BTreeSet;

use sayso_text::{Body, Slice};

use super::covers::{Cover, Item};
use super::html::escape;
use super::leaf::Leaf;

/// A block in HTML.
#[derive(Debug, Default)]
pub(super) struct Set {
    pub(super) html: String,
    /// The items that begin here, in the order of the text.
    pub(super) items: Vec<Item>,
    /// The element that is still open.
    element: Option<Element>,
}

/// Sets the words of a block. `seen` holds the items that have begun already, here or in an earlier block.
pub(super) fn set(leaf: &Leaf<'_>, block: Slice<'_, Body>, seen: &mut BTreeSet<Item>) -> Set {
    let here: Vec<&Cover> = leaf.covers.iter().filter(|cover| cover.span.overlaps(block.span())).collect();
    let mut waiting = here.iter().copied().peekable();
    let mut active: Vec<&Cover> = Vec::new();
    let mut out = Set::default();
    for pair in cuts(block, &here).windows(2) {
        active.retain(|cover| cover.span.end() as usize > pair[0]);
        while let Some(cover) = waiting.next_if(|cover| cover.span.start() as usize <= pair[0]) {
            active.push(cover);
        }
        begin(leaf, &active, seen, &mut out);
        let start = block.span().start() as usize;
        let words = block.get(pair[0] - start..pair[1] - start);
        out.enter(element(leaf, &active));
        out.html.push_str(&escape(words.map_or("", Slice::as_str)));
    }
    out.leave();
    out
}

/// Where the block is cut, its ends included.
fn cuts(block: Slice<'_, Body>, covers: &[&Cover]) -> Vec<usize> {
    let whole = block.span().range();
    let ends = covers.iter().flat_map(|cover| [cover.span.start() as usize, cover.span.end() as usize]);
    let cuts: BTreeSet<_> =
        ends.map(|at| at.clamp(whole.start, whole.end)).chain([whole.start, whole.end]).collect();
    cuts.into_iter().collect()
}

/// The addresses of the items whose own words begin here.
fn begin(leaf: &Leaf<'_>, active: &[&Cover], seen: &mut BTreeSet<Item>, out: &mut Set) {
    for (at, cover) in active.iter().enumerate().filter(|(_, cover)| cover.own.is_some()) {
        if seen.insert(cover.item) {
            out.leave();
            out.html.push_str(&leaf.anchor(cover.item, &ground(leaf, &active[..at])));
            out.items.push(cover.item);
        }
    }
}

/// What lies behind a mark: the tint and the lights of the statements around it.
fn ground(leaf: &Leaf<'_>, around: &[&Cover]) -> String {
    let statements =
        around.iter().filter(|cover| matches!(cover.item, Item::Statement(_)) && cover.own.is_some());
    statements.flat_map(|cover| classes(leaf, cover)).map(|class| format!(" {class}")).collect()
}

/// The element around words that are covered; neighbours in the same element are one.
fn element(leaf: &Leaf<'_>, active: &[&Cover]) -> Option<Element> {
    let classes: BTreeSet<String> = active.iter().flat_map(|cover| classes(leaf, cover)).collect();
    let classes = classes.into_iter().collect::<Vec<_>>().join(" ");
    let own = active.iter().filter(|cover| cover.own.is_some());
    match own.min_by_key(|cover| cover.span.len()) {
        _ if active.is_empty() => None,
        Some(inner) => {
            let open = format!("<mark class=\"{classes}\" data-item=\"{}\">", leaf.id(inner.item));
            Some(Element { open, close: "</mark>" })
        }
        None => Some(Element { open: format!("<span class=\"{classes}\">"), close: "</span>" }),
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Element {
    open: String,
    close: &'static str,
}

impl Set {
    /// Goes over into another element, if it is another.
    fn enter(&mut self, element: Option<Element>) {
        if self.element != element {
            self.leave();
            self.html.push_str(element.as_ref().map_or("", |new| new.open.as_str()));
            self.element = element;
        }
    }

    fn leave(&mut self) {
        self.html.push_str(self.element.take().map_or("", |old| old.close));
    }
}

/// `s12` and how it looks for its own words, `s12c` for those of its chain.
fn classes(leaf: &Leaf<'_>, cover: &Cover) -> Vec<String> {
    let id = leaf.id(cover.item);
    match &cover.own {
        Some(own) => own.split(' ').map(str::to_owned).chain([id]).collect(),
        None => vec![format!("{id}c")],
    }
}
