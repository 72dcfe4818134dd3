//! The report in blocks: which paragraph, headline or furniture comes next?
//!
//! Together the blocks hold every word of the text once, in its order; what `ingest` gave no place is a paragraph of its own.

use std::ops::Range;

use sayso_record::{Furniture, Record};
use sayso_text::{Body, Slice};

use crate::show::view::View;

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BlockKind {
    /// The headline.
    Title,
    /// The line that names the author.
    Byline,
    /// A paragraph of the report, or words of which nothing is known.
    Paragraph,
    /// A run of furniture.
    Furniture(Vec<Furniture>),
}

/// A stretch of the text.
#[derive(Debug, Clone)]
pub(super) struct Block<'r> {
    pub(super) kind: BlockKind,
    pub(super) words: Slice<'r, Body>,
}

/// The whole text in blocks.
pub(super) fn blocks(record: &Record) -> Vec<Block<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    for (range, kind) in known(record) {
        loose(record, at..range.start, &mut out);
        push(record, range.start.max(at)..range.end, kind, &mut out);
        at = at.max(range.end);
    }
    loose(record, at..record.article.text.len(), &mut out);
    out
}

/// What `ingest` has told apart, by place; the title before a paragraph that holds it.
fn known(record: &Record) -> Vec<(Range<usize>, BlockKind)> {
    let article = &record.article;
    let one = |span: &sayso_text::Span<Body>, kind: BlockKind| (span.range(), kind);
    let mut known: Vec<_> = article.title.iter().map(|span| one(span, BlockKind::Title)).collect();
    known.extend(article.byline.iter().map(|span| one(span, BlockKind::Byline)));
    known.extend(View { record }.furniture_runs().into_iter().filter_map(run));
    known.extend(article.body.iter().map(|span| one(span, BlockKind::Paragraph)));
    known.sort_by_key(|(range, _)| range.start);
    known
}

fn run(run: Vec<Furniture>) -> Option<(Range<usize>, BlockKind)> {
    let range = run.first()?.span.range().start..run.last()?.span.range().end;
    Some((range, BlockKind::Furniture(run)))
}

/// Adds the words of `range`, if there are any.
fn push<'r>(record: &'r Record, range: Range<usize>, kind: BlockKind, out: &mut Vec<Block<'r>>) {
    let words = (range.start < range.end).then(|| record.article.text.whole().get(range)).flatten();
    if let Some(words) = words.map(Slice::trim).filter(|words| !words.is_empty()) {
        out.push(Block { kind, words });
    }
}

/// Words between the known ones, in paragraphs parted by blank lines.
fn loose<'r>(record: &'r Record, range: Range<usize>, out: &mut Vec<Block<'r>>) {
    let Some(gap) = (range.start < range.end).then(|| record.article.text.whole().get(range)).flatten()
    else {
        return;
    };
    let mut current: Option<Slice<'r, Body>> = None;
    for line in gap.lines().map(Slice::trim) {
        if line.is_empty() {
            out.extend(current.take().map(paragraph));
        } else {
            current = current.map_or(Some(line), |open| open.hull(line));
        }
    }
    out.extend(current.map(paragraph));
}

fn paragraph(words: Slice<'_, Body>) -> Block<'_> {
    Block { kind: BlockKind::Paragraph, words }
}
