//! Title, byline, paragraphs and furniture woven into one text, each piece copied or decoded from the page.

use super::blocks::{Block, Piece};
use super::title::Title;
use super::words::{Atom, atoms};
use crate::fold::fold;
use crate::furniture::{self, Line};
use sayso_record::{Furniture, FurnitureKind};
use sayso_text::{Body, Glue, Page, SourceMap, Span, Text, TooLong, Weave};

/// The text of a page and its parts.
pub(crate) struct Woven {
    pub(crate) text: Text<Body>,
    pub(crate) map: SourceMap,
    pub(crate) title: Option<Span<Body>>,
    pub(crate) byline: Option<Span<Body>>,
    pub(crate) body: Vec<Span<Body>>,
    pub(crate) furniture: Vec<Furniture>,
}

/// What a woven piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Title,
    Byline,
    Paragraph,
    Furniture(FurnitureKind),
}

/// Weaves the title, the byline and the chosen blocks.
pub(crate) fn weave(
    page: &Text<Page>,
    blocks: &[Block],
    chosen: &[usize],
    title: Option<&Title>,
    authors: &[String],
) -> Result<Woven, TooLong> {
    let mut loom = Loom { page, weave: Weave::new(page), parts: Vec::new() };
    if let Some(title) = title {
        loom.add(&title.pieces, false, Part::Title);
    }
    let byline = byline(blocks, chosen, title, authors);
    if let Some(at) = byline {
        loom.add(&blocks[at].pieces, false, Part::Byline);
    }
    let rest: Vec<usize> = chosen.iter().copied().filter(|&at| Some(at) != byline).collect();
    for (&at, kind) in rest.iter().zip(kinds(blocks, &rest, title)) {
        loom.add(&blocks[at].pieces, blocks[at].verbatim, kind.map_or(Part::Paragraph, Part::Furniture));
    }
    loom.finish()
}

/// What each chosen block is, if it is furniture.
fn kinds(blocks: &[Block], chosen: &[usize], title: Option<&Title>) -> Vec<Option<FurnitureKind>> {
    let lines: Vec<Line<'_>> = chosen.iter().map(|&at| Line::new(&blocks[at].words)).collect();
    let mut kinds: Vec<Option<FurnitureKind>> =
        lines.iter().zip(chosen).map(|(line, &at)| kind(line, &blocks[at], title)).collect();
    furniture::together(&lines, &mut kinds, None);
    kinds
}

fn kind(line: &Line<'_>, block: &Block, title: Option<&Title>) -> Option<FurnitureKind> {
    let repeated = title.is_some_and(|title| !title.folded.is_empty() && title.folded == line.folded);
    match () {
        () if block.side.caption => Some(FurnitureKind::Caption),
        () if repeated => Some(FurnitureKind::RepeatedTitle),
        () => furniture::alone(line),
    }
}

/// Words that open a byline, folded.
const BY: &[&str] = &["by ", "von ", "par ", "por ", "door ", "av ", "di "];

/// Blocks between the headline and the report among which the byline is looked for, and names that are looked for.
const NEAR: usize = 40;
const NAMES: usize = 8;

/// The block that names the author: short, near the headline, and it says so or holds a name that the page declares.
fn byline(blocks: &[Block], chosen: &[usize], title: Option<&Title>, authors: &[String]) -> Option<usize> {
    let first = chosen.first().copied()?;
    let from = title.and_then(|title| title.block).unwrap_or(first.saturating_sub(8)).min(first);
    let authors: Vec<String> = authors.iter().take(NAMES).map(|name| fold(name)).collect();
    let near = from.max(first.saturating_sub(NEAR))..(first + 3).min(blocks.len());
    near.into_iter().find(|&at| could_be_byline(&blocks[at]) && names_author(&blocks[at], &authors))
}

fn could_be_byline(block: &Block) -> bool {
    !block.heading() && block.words.len() <= 160 && !crate::fold::ends_sentence(&block.words)
}

fn names_author(block: &Block, authors: &[String]) -> bool {
    let folded = fold(&block.words);
    let declared = authors.iter().any(|name| name.contains(' ') && folded.contains(name.as_str()));
    declared || (block.side.byline && BY.iter().any(|by| folded.starts_with(by)))
}

struct Loom<'p> {
    page: &'p Text<Page>,
    weave: Weave<'p>,
    parts: Vec<(usize, usize, Part)>,
}

impl Loom<'_> {
    fn add(&mut self, pieces: &[Piece], verbatim: bool, part: Part) {
        if !self.weave.is_empty() {
            self.weave.glue(Glue::Paragraph);
        }
        let from = self.weave.len();
        let mut space = None;
        for piece in pieces {
            match piece {
                Piece::Text(range) => {
                    space = self.text(range.start as usize..range.end as usize, from, space, verbatim)
                }
                Piece::Space => space = space.or(Some(Glue::Space)),
                Piece::Break => space = Some(Glue::Line),
            }
        }
        self.parts.push((from, self.weave.len(), part));
    }

    /// Adds characters; white space waits until something follows it.
    fn text(
        &mut self,
        range: std::ops::Range<usize>,
        from: usize,
        mut space: Option<Glue>,
        verbatim: bool,
    ) -> Option<Glue> {
        let page = self.page;
        for atom in atoms(page.as_str(), range) {
            let (at, decoded) = match atom {
                Atom::Plain(at) => (at, None),
                Atom::Reference(_, decoded) if decoded == " " => {
                    space = space.or(Some(Glue::Space));
                    continue;
                }
                Atom::Reference(at, decoded) => (at, Some(decoded)),
                Atom::Space(line) => {
                    space = if verbatim && line { Some(Glue::Line) } else { space.or(Some(Glue::Space)) };
                    continue;
                }
            };
            if let Some(glue) = space.take().filter(|_| self.weave.len() > from) {
                self.weave.glue(glue);
            }
            let Some(slice) = page.whole().get(at) else { continue };
            match decoded {
                Some(decoded) => self.weave.decode(slice, &decoded),
                None => self.weave.copy(slice),
            }
        }
        space
    }

    fn finish(self) -> Result<Woven, TooLong> {
        let (text, map) = self.weave.finish()?;
        let mut woven =
            Woven { title: None, byline: None, body: Vec::new(), furniture: Vec::new(), map, text };
        for (from, to, part) in self.parts {
            let Some(span) =
                woven.text.whole().get(from..to).map(|slice| slice.span()).filter(|span| !span.is_empty())
            else {
                continue;
            };
            match part {
                Part::Title => woven.title = Some(span),
                Part::Byline => woven.byline = Some(span),
                Part::Paragraph => woven.body.push(span),
                Part::Furniture(kind) => woven.furniture.push(Furniture { span, kind }),
            }
        }
        Ok(woven)
    }
}
