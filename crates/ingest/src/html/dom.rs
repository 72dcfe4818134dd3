//! The page as a tree: nodes in the order of the page, so that the nodes under a node are the ones that follow it up to its end.
//!
//! Nothing here walks the tree by recursion, and elements nested deeper than [`DEPTH_LIMIT`] hang from the last one that is not.

use super::tags::{Attr, BLOCK, ENDS_P, HEAD, HEADING, INLINE, SCOPE, Tag, VOID, ended_by};
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use std::convert::Infallible;
use std::ops::Range;

/// Levels of elements, as in Chromium.
pub(crate) const DEPTH_LIMIT: usize = 512;

/// Number of a node; the root is 0.
pub(crate) type Id = u32;

/// An element or a run of characters.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// The element it is in.
    pub(crate) parent: Id,
    /// One past the last node under it.
    pub(crate) end: Id,
    /// What it is.
    pub(crate) kind: Kind,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An element, with its attributes.
    Element(Tag, Range<u32>),
    /// Characters: bytes of the page, entities not decoded.
    Text(Range<u32>),
}

/// An attribute of an element.
#[derive(Debug, Clone)]
struct Attribute {
    name: Attr,
    /// Its value in the pool, decoded.
    value: Range<u32>,
    /// Its value on the page, entities not decoded.
    page: Range<u32>,
}

/// The tree.
#[derive(Debug, Default)]
pub(crate) struct Dom {
    /// All nodes, parents first.
    pub(crate) nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    pool: String,
    /// Some elements were nested too deeply.
    pub(crate) flattened: bool,
}

impl Dom {
    /// Reads a page; every page gives a tree.
    pub(crate) fn new(page: &str) -> Dom {
        let mut builder = Builder::new(page);
        let emitter = {
            let mut emitter = CallbackEmitter::new(&mut builder);
            emitter.naively_switch_states(true);
            emitter
        };
        // Reading from memory cannot fail.
        let _ = Tokenizer::new_with_emitter(page, emitter).finish();
        builder.finish()
    }

    /// All node numbers.
    pub(crate) fn ids(&self) -> Range<Id> {
        0..self.nodes.len() as Id
    }

    /// The node of that number.
    pub(crate) fn node(&self, id: Id) -> &Node {
        &self.nodes[id as usize]
    }

    /// The element's tag; `None` for characters.
    pub(crate) fn tag(&self, id: Id) -> Option<Tag> {
        match self.node(id).kind {
            Kind::Element(tag, _) => Some(tag),
            Kind::Text(_) => None,
        }
    }

    /// All elements of one kind, in order.
    pub(crate) fn elements(&self, wanted: Tag) -> impl Iterator<Item = Id> {
        self.ids().filter(move |&id| self.tag(id) == Some(wanted))
    }

    fn attribute(&self, id: Id, wanted: Attr) -> Option<&Attribute> {
        let Kind::Element(_, range) = &self.node(id).kind else { return None };
        self.attributes[range.start as usize..range.end as usize]
            .iter()
            .find(|attribute| attribute.name == wanted)
    }

    /// Value of an attribute, decoded; empty where it has none.
    pub(crate) fn attr(&self, id: Id, wanted: Attr) -> Option<&str> {
        let attribute = self.attribute(id, wanted)?;
        Some(&self.pool[attribute.value.start as usize..attribute.value.end as usize])
    }

    /// Where the value of an attribute stands on the page.
    pub(crate) fn attr_range(&self, id: Id, wanted: Attr) -> Option<Range<u32>> {
        self.attribute(id, wanted).map(|attribute| attribute.page.clone())
    }

    /// The elements around a node, innermost first.
    pub(crate) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> {
        let mut at = id;
        std::iter::from_fn(move || {
            let parent = self.node(at).parent;
            let up = (at != parent).then_some(parent);
            at = parent;
            up
        })
    }

    /// The nodes directly under a node.
    pub(crate) fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        let end = self.node(id).end;
        let mut at = id + 1;
        std::iter::from_fn(move || {
            let child = (at < end).then_some(at)?;
            at = self.node(child).end;
            Some(child)
        })
    }

    /// The runs of characters under a node.
    pub(crate) fn texts(&self, id: Id) -> impl Iterator<Item = Range<u32>> {
        self.nodes[id as usize..self.node(id).end as usize].iter().filter_map(|node| match &node.kind {
            Kind::Text(range) => Some(range.clone()),
            Kind::Element(..) => None,
        })
    }
}

/// An element that is open while the tree grows.
#[derive(Debug, Clone, Copy)]
struct Open {
    id: Id,
    tag: Tag,
    name: u32,
}

struct Builder<'p> {
    page: &'p str,
    dom: Dom,
    open: Vec<Open>,
    /// How many elements of each name are open, so that a stray end tag costs nothing.
    counts: Vec<u32>,
    /// Start tags beyond the limit of depth whose end tags are still to come.
    beyond: usize,
    /// Where the last markup ended.
    last_end: usize,
    /// Characters were seen since then, up to here.
    text_end: usize,
    /// The start tag being read.
    start: Option<Start>,
}

struct Start {
    tag: Tag,
    name: u32,
    at: usize,
    attributes: u32,
    /// The attribute being read is one that is kept.
    kept: bool,
}

/// Buckets of names for the counts.
const BUCKETS: usize = 256;

fn hash(name: &[u8]) -> u32 {
    name.iter().fold(2_166_136_261, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619))
}

impl Callback<Infallible, usize> for &mut Builder<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: Span<usize>) -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => self.open_start_tag(name, span.start),
            CallbackEvent::AttributeName { name } => self.attribute_name(name),
            CallbackEvent::AttributeValue { value } => self.attribute_value(value, span),
            CallbackEvent::CloseStartTag { self_closing } => self.close_start_tag(self_closing, span.end),
            CallbackEvent::EndTag { name } => {
                self.markup(span.start, span.end);
                self.end_tag(Tag::named(name), hash(name));
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } => {
                self.markup(span.start, span.end)
            }
            CallbackEvent::String { .. } => self.text_end = span.end,
            CallbackEvent::Error(_) => {}
        }
        None
    }
}

impl<'p> Builder<'p> {
    fn new(page: &'p str) -> Self {
        let root = Node { parent: 0, end: 1, kind: Kind::Element(Tag::Html, 0..0) };
        let dom = Dom { nodes: vec![root], ..Dom::default() };
        let open = vec![Open { id: 0, tag: Tag::Html, name: hash(b"html") }];
        Builder {
            page,
            dom,
            open,
            counts: vec![0; BUCKETS],
            beyond: 0,
            last_end: 0,
            text_end: 0,
            start: None,
        }
    }

    fn finish(mut self) -> Dom {
        let end = self.text_end.max(self.last_end).min(self.page.len());
        self.markup(end, end);
        self.pop_to(0);
        self.dom.nodes[0].end = self.dom.nodes.len() as Id;
        self.dom
    }

    /// Markup stands at `start..end`; what stands between it and the markup before are characters.
    fn markup(&mut self, start: usize, end: usize) {
        if start > self.last_end && self.page.get(self.last_end..start).is_some() {
            self.push(Kind::Text(self.last_end as u32..start as u32));
        }
        self.last_end = self.last_end.max(end);
    }

    fn push(&mut self, kind: Kind) -> Id {
        let id = self.dom.nodes.len() as Id;
        let parent = self.open.last().map_or(0, |open| open.id);
        self.dom.nodes.push(Node { parent, end: id + 1, kind });
        id
    }

    fn open_start_tag(&mut self, name: &[u8], at: usize) {
        let attributes = self.dom.attributes.len() as u32;
        self.start = Some(Start { tag: Tag::named(name), name: hash(name), at, attributes, kept: false });
    }

    fn attribute_name(&mut self, name: &[u8]) {
        let Some(start) = self.start.as_mut() else { return };
        let known = Attr::named(name);
        start.kept = known.is_some();
        let empty = self.dom.pool.len() as u32;
        self.dom.attributes.extend(known.map(|name| Attribute { name, value: empty..empty, page: 0..0 }));
    }

    fn attribute_value(&mut self, value: &[u8], span: Span<usize>) {
        let Some(attribute) =
            self.start.as_ref().filter(|start| start.kept).and_then(|_| self.dom.attributes.last_mut())
        else {
            return;
        };
        let from = self.dom.pool.len() as u32;
        self.dom.pool.push_str(&String::from_utf8_lossy(value));
        attribute.value = from..self.dom.pool.len() as u32;
        attribute.page = span.start as u32..span.end as u32;
    }

    fn close_start_tag(&mut self, self_closing: bool, end: usize) {
        let Some(start) = self.start.take() else { return };
        self.markup(start.at, end);
        let attributes = start.attributes..self.dom.attributes.len() as u32;
        if start.tag == Tag::Html {
            // One root; the attributes of the tag are its own.
            self.dom.nodes[0].kind = Kind::Element(Tag::Html, attributes);
            return;
        }
        self.close_for(start.tag);
        let id = self.push(Kind::Element(start.tag, attributes));
        let childless = start.tag.is(VOID) || (self_closing && start.tag == Tag::Other);
        match childless {
            true => {}
            false if self.open.len() >= DEPTH_LIMIT => {
                self.beyond += 1;
                self.dom.flattened = true;
            }
            false => self.enter(Open { id, tag: start.tag, name: start.name }),
        }
    }

    fn enter(&mut self, open: Open) {
        self.counts[open.name as usize % BUCKETS] += 1;
        self.open.push(open);
    }

    /// Ends what the start of `tag` ends.
    fn close_for(&mut self, tag: Tag) {
        if !tag.is(HEAD) && self.open.last().is_some_and(|open| open.tag == Tag::Head) {
            self.pop_to(self.open.len() - 1);
        }
        for (ended, bounds) in ended_by(tag) {
            let found =
                self.open.iter().rposition(|open| ended.contains(&open.tag) || bounds.contains(&open.tag));
            if let Some(at) = found.filter(|&at| ended.contains(&self.open[at].tag)) {
                self.pop_to(at);
            }
        }
        if tag.is(ENDS_P) && self.counts[hash(b"p") as usize % BUCKETS] > 0 {
            self.close_paragraph();
        }
        if tag.is(HEADING) && self.open.last().is_some_and(|open| open.tag.is(HEADING)) {
            self.pop_to(self.open.len() - 1);
        }
    }

    fn close_paragraph(&mut self) {
        let found = self.open.iter().rposition(|open| open.tag == Tag::P || open.tag.is(SCOPE));
        if let Some(at) = found.filter(|&at| self.open[at].tag == Tag::P) {
            self.pop_to(at);
        }
    }

    fn end_tag(&mut self, tag: Tag, name: u32) {
        if self.beyond > 0 && !tag.is(VOID) {
            self.beyond -= 1;
            return;
        }
        if matches!(tag, Tag::Html | Tag::Body) || self.counts[name as usize % BUCKETS] == 0 {
            return;
        }
        let same = |open: &Open| open.tag == tag && open.name == name;
        let found = self.open.iter().rposition(|open| same(open) || stops(tag, open.tag));
        if let Some(at) = found.filter(|&at| at > 0 && same(&self.open[at])) {
            self.pop_to(at);
        }
    }

    /// Ends the open elements from the `depth`th on; the root stays.
    fn pop_to(&mut self, depth: usize) {
        let end = self.dom.nodes.len() as Id;
        for open in self.open.drain(depth.max(1)..) {
            self.dom.nodes[open.id as usize].end = end;
            self.counts[open.name as usize % BUCKETS] -= 1;
        }
    }
}

/// True where an end tag of `tag` does not reach past an open `other`.
fn stops(tag: Tag, other: Tag) -> bool {
    let row = matches!(tag, Tag::Table | Tag::Tr | Tag::Td | Tag::Th | Tag::Tbody | Tag::Thead | Tag::Tfoot);
    match () {
        () if tag == Tag::Table => false,
        () if row => other == Tag::Table,
        () if tag.is(INLINE) => other.is(BLOCK | SCOPE),
        () => other.is(SCOPE),
    }
}
