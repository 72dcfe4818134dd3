//! From the characters of a decoded page to the bytes it came in: a byte order mark, windows-1252, UTF-16 move every offset.

use crate::Span;
use crate::text::{Body, Page};
use crate::weave::{Piece, SourceMap};

/// Where each stretch of a decoded page came from. Written down while decoding, in order: stretches that were copied byte for byte, and
/// steps of one or a few characters that were decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoding {
    steps: Vec<Step>,
    decoded: u32,
    received: u32,
}

/// A stretch begins; it ends where the next begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step {
    decoded: u32,
    received: u32,
}

impl Decoding {
    /// A decoding that begins after `mark` bytes (of a byte order mark) that give no character.
    pub fn new(mark: u32) -> Self {
        Decoding { steps: Vec::new(), decoded: 0, received: mark }
    }

    /// The next `bytes` bytes stand for themselves.
    pub fn copied(&mut self, bytes: u32) {
        self.push(bytes, bytes);
    }

    /// The next `to` bytes of the decoded page were made of the next `from` bytes received.
    pub fn decoded(&mut self, to: u32, from: u32) {
        self.push(to, from);
    }

    fn push(&mut self, to: u32, from: u32) {
        let level = |step: &Step| self.decoded - step.decoded == self.received - step.received;
        if to != from || !self.steps.last().is_some_and(level) {
            self.steps.push(Step { decoded: self.decoded, received: self.received });
        }
        self.decoded += to;
        self.received += from;
    }

    /// The step in which byte `at` of the decoded page lies.
    fn index(&self, at: u32) -> usize {
        self.steps.partition_point(|step| step.decoded <= at).saturating_sub(1)
    }

    fn step(&self, index: usize) -> Step {
        self.steps.get(index).copied().unwrap_or(Step { decoded: self.decoded, received: self.received })
    }

    /// Bytes received for bytes `start..end` of the decoded page, all within step `index`.
    fn part(&self, index: usize, start: u32, end: u32) -> Span<Page> {
        let (here, next) = (self.step(index), self.step(index + 1));
        if next.decoded - here.decoded != next.received - here.received {
            return Span::new(here.received, next.received);
        }
        Span::new(here.received + (start - here.decoded), here.received + (end - here.decoded))
    }

    /// Adds `piece`, led on, to `map`: a copied piece step by step, a decoded one whole.
    pub(crate) fn lead(&self, piece: Piece, map: &mut SourceMap) {
        let (start, end) = (piece.page.start(), piece.page.end());
        if piece.body.len() != piece.page.len() {
            let first = self.part(self.index(start), start, start).start();
            let last = self.index(end.saturating_sub(1));
            let page = Span::new(first, self.part(last, end, end).end());
            return map.push(Piece { body: piece.body, page });
        }
        let mut at = start;
        while at < end {
            let index = self.index(at);
            let to = if index + 1 < self.steps.len() { self.step(index + 1).decoded.min(end) } else { end };
            let body: Span<Body> =
                Span::new(piece.body.start() + (at - start), piece.body.start() + (to - start));
            map.push(Piece { body, page: self.part(index, at, to) });
            at = to;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Decoding, Text, Weave};

    #[expect(clippy::single_range_in_vec_init, reason = "one range is what is meant")]
    #[test]
    fn a_body_leads_back_to_the_bytes_received() {
        // "\u{FEFF}<p>né &amp; à</p>" in UTF-16LE would be two bytes a character; here windows-1252 after a mark of three bytes.
        let page = Text::new("<p>n\u{e9} &amp; \u{e0}</p>").expect("short");
        let mut decoding = Decoding::new(3);
        for part in ["<p>n", "\u{e9}", " &amp; ", "\u{e0}", "</p>"] {
            if part.is_ascii() {
                decoding.copied(part.len() as u32)
            } else {
                decoding.decoded(part.len() as u32, 1)
            }
        }
        let mut weave = Weave::new(&page);
        weave.copy(page.whole().find("n\u{e9} ").expect("there"));
        weave.decode(page.whole().find("&amp;").expect("there"), "&");
        weave.copy(page.whole().find(" \u{e0}").expect("there"));
        let (body, map) = weave.finish().expect("short");
        let led = map.through(&decoding);
        let at = |words: &str| {
            let spans = led.to_page(body.whole().find(words).expect("there").span());
            spans.into_iter().map(|span| span.range()).collect::<Vec<_>>()
        };
        assert_eq!(at("n"), [6..7]);
        assert_eq!(at("\u{e9}"), [7..8]);
        assert_eq!(at("&"), [9..14]);
        assert_eq!(at("\u{e0}"), [15..16]);
    }
}
