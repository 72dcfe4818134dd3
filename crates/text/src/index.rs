//! Byte offsets into other units, and back: code points (Python, W3C Web Annotation), UTF-16 units (JavaScript, Java), lines.

use crate::text::Kind;
use crate::{Slice, Span, Text};

/// Bytes between two marks of an index: one cache line to scan, one entry to store.
const STRIDE: usize = 64;

/// A running count of some unit at every [`STRIDE`]th byte. Empty for ASCII, where every unit is a byte.
#[derive(Debug)]
struct Marks<'t> {
    content: &'t str,
    marks: Vec<u32>,
    unit: fn(u8) -> u32,
}

impl<'t> Marks<'t> {
    fn new(content: &'t str, unit: fn(u8) -> u32) -> Self {
        let mut total = 0;
        let mut marks = Vec::new();
        if !content.is_ascii() {
            for block in content.as_bytes().chunks(STRIDE) {
                marks.push(total);
                total += block.iter().map(|&byte| unit(byte)).sum::<u32>();
            }
        }
        Marks { content, marks, unit }
    }

    /// Units before byte `at`, a character boundary.
    fn count(&self, at: u32) -> u32 {
        let at = at as usize;
        let Some(&before) = self.marks.get((at / STRIDE).min(self.marks.len().saturating_sub(1))) else {
            return at as u32;
        };
        let from = (at / STRIDE).min(self.marks.len() - 1) * STRIDE;
        before + self.content.as_bytes()[from..at].iter().map(|&byte| (self.unit)(byte)).sum::<u32>()
    }

    /// The byte at which `count` units lie before, or `None` past the end or inside a character.
    fn byte(&self, count: u32) -> Option<usize> {
        if self.marks.is_empty() {
            return (count as usize <= self.content.len()).then_some(count as usize);
        }
        let block = self.marks.partition_point(|&mark| mark <= count) - 1;
        let from = block * STRIDE;
        let mut seen = self.marks[block];
        for (at, &byte) in self.content.as_bytes()[from..].iter().enumerate() {
            if seen == count && self.content.is_char_boundary(from + at) {
                return Some(from + at);
            }
            seen += (self.unit)(byte);
            if seen > count {
                return None;
            }
        }
        (seen == count).then_some(self.content.len())
    }
}

/// Code points per byte of UTF-8: one for each byte that opens a character.
fn code_points(byte: u8) -> u32 {
    u32::from(byte & 0xC0 != 0x80)
}

/// UTF-16 units per byte of UTF-8: two for a character of four bytes, one for the others.
fn utf16_units(byte: u8) -> u32 {
    code_points(byte) + u32::from(byte >= 0xF0)
}

/// Byte offsets as Unicode code points, the unit of the wire format.
#[derive(Debug)]
pub struct CodePoints<'t>(Marks<'t>);

impl<'t> CodePoints<'t> {
    /// Reads the text once.
    pub fn new<K: Kind>(text: &'t Text<K>) -> Self {
        CodePoints(Marks::new(text.as_str(), code_points))
    }

    /// A span as code points `(start, end)`.
    pub fn of<K>(&self, span: Span<K>) -> (u32, u32) {
        (self.0.count(span.start()), self.0.count(span.end()))
    }

    /// The byte at code point `count`, or `None` past the end.
    pub fn byte(&self, count: u32) -> Option<usize> {
        self.0.byte(count)
    }
}

/// Byte offsets as UTF-16 code units.
#[derive(Debug)]
pub struct Utf16<'t>(Marks<'t>);

impl<'t> Utf16<'t> {
    /// Reads the text once.
    pub fn new<K: Kind>(text: &'t Text<K>) -> Self {
        Utf16(Marks::new(text.as_str(), utf16_units))
    }

    /// A span as UTF-16 units `(start, end)`.
    pub fn of<K>(&self, span: Span<K>) -> (u32, u32) {
        (self.0.count(span.start()), self.0.count(span.end()))
    }

    /// The byte at UTF-16 unit `count`, or `None` past the end or between two surrogates.
    pub fn byte(&self, count: u32) -> Option<usize> {
        self.0.byte(count)
    }
}

/// A place for people: line and column, both from 1, the column in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in code points.
    pub column: u32,
}

/// Where the lines of a text begin (after LF, so CRLF ends a line once).
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads the text once.
    pub fn new<K: Kind>(text: &Text<K>) -> Self {
        let breaks = text.as_str().bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        LineIndex { starts: std::iter::once(0).chain(breaks.map(|(at, _)| at as u32 + 1)).collect() }
    }

    /// Line and column at which `slice` begins.
    pub fn of<K: Kind>(&self, slice: Slice<'_, K>) -> LineColumn {
        let start = slice.span().start();
        let line = self.starts.partition_point(|&at| at <= start);
        let before = &slice.text().as_str()[self.starts[line - 1] as usize..start as usize];
        LineColumn { line: line as u32, column: before.chars().count() as u32 + 1 }
    }
}
