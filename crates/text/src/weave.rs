//! Making a body out of pieces of a page, and the map that leads back.

use crate::text::{Body, Page, TooLong};
use crate::{Decoding, Slice, Span, Text};

/// One piece of the body and the bytes of the page it comes from.
///
/// Pieces of equal length were copied, byte for byte, and map offset by offset; the others were decoded (`&amp;` → `&`) and map whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands in the body.
    pub body: Span<Body>,
    /// Where it comes from.
    pub page: Span<Page>,
}

/// From places in the body to places on the page. White space that joins two pieces ("glue") has no place there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceMap {
    pieces: Vec<Piece>,
}

impl SourceMap {
    /// The pieces in the order of the body; neighbours that are neighbours on the page as well are one piece.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The bytes of the page that `span` was made from, in the order of the body; empty where the span is all glue.
    pub fn to_page(&self, span: Span<Body>) -> Vec<Span<Page>> {
        let first = self.pieces.partition_point(|piece| piece.body.end() <= span.start());
        let touched = self.pieces[first..].iter().take_while(|piece| piece.body.start() < span.end());
        touched.map(|piece| piece.page_part(span)).collect()
    }

    /// The same map, led on from the decoded page to the bytes it was decoded from: page spans of the result count those bytes.
    pub fn through(&self, decoding: &Decoding) -> SourceMap {
        let mut led = SourceMap::default();
        for &piece in &self.pieces {
            decoding.lead(piece, &mut led);
        }
        led
    }

    pub(crate) fn push(&mut self, piece: Piece) {
        match self.pieces.last_mut() {
            Some(last) if last.runs_into(piece) => *last = last.joined(piece),
            _ => self.pieces.push(piece),
        }
    }
}

impl Piece {
    fn copied(self) -> bool {
        self.body.len() == self.page.len()
    }

    fn page_part(self, wanted: Span<Body>) -> Span<Page> {
        if !self.copied() {
            return self.page;
        }
        let from = wanted.start().max(self.body.start()) - self.body.start();
        let to = wanted.end().min(self.body.end()) - self.body.start();
        Span::new(self.page.start() + from, self.page.start() + to)
    }

    fn runs_into(self, next: Self) -> bool {
        let both_copied = self.copied() && next.copied();
        both_copied && self.body.end() == next.body.start() && self.page.end() == next.page.start()
    }

    fn joined(self, next: Self) -> Self {
        Piece {
            body: Span::new(self.body.start(), next.body.end()),
            page: Span::new(self.page.start(), next.page.end()),
        }
    }
}

/// Builds a body from slices of one page. Nothing else can get in: a word is copied or decoded from the page, or it is not in the body.
#[derive(Debug)]
pub struct Weave<'p> {
    page: &'p Text<Page>,
    content: String,
    map: SourceMap,
}

impl<'p> Weave<'p> {
    /// An empty body of `page`.
    pub fn new(page: &'p Text<Page>) -> Self {
        Weave { page, content: String::new(), map: SourceMap::default() }
    }

    /// Length so far, in bytes of the body.
    pub fn len(&self) -> usize {
        self.content.len()
    }

    /// True while nothing has been taken over.
    pub fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    /// What has been woven so far.
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// Copies a piece of the page as it stands. A slice of another page is left out.
    pub fn copy(&mut self, piece: Slice<'p, Page>) {
        self.decode(piece, piece.as_str());
    }

    /// Takes a piece over in its decoded form, as `&eacute;` becomes `é`. A slice of another page is left out.
    pub fn decode(&mut self, piece: Slice<'p, Page>, decoded: &str) {
        if !piece.text().same(self.page) || decoded.is_empty() {
            return;
        }
        let start = self.content.len() as u32;
        self.content.push_str(decoded);
        self.map.push(Piece { body: Span::new(start, self.content.len() as u32), page: piece.span() });
    }

    /// White space between two pieces, without a place on the page.
    pub fn glue(&mut self, glue: Glue) {
        self.content.push_str(glue.as_str());
    }

    /// The body and its map.
    ///
    /// # Errors
    /// [`TooLong`] where the body would pass 4 GiB.
    pub fn finish(self) -> Result<(Text<Body>, SourceMap), TooLong> {
        Ok((Text::new(self.content)?, self.map))
    }
}

/// The white space a body may add between pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glue {
    /// One space, between inline pieces.
    Space,
    /// One line break, inside a paragraph.
    Line,
    /// A blank line, between paragraphs.
    Paragraph,
}

impl Glue {
    /// As it stands in the body.
    pub const fn as_str(self) -> &'static str {
        match self {
            Glue::Space => " ",
            Glue::Line => "\n",
            Glue::Paragraph => "\n\n",
        }
    }
}
